package cases_test

// The mutants of the suite programs: who speaks first, and through what.

var calling = []mutant{
	{"the server speaks first", []edit{{inSuite, "      - send: {on: c, data: \"PRINT",
		"      - send: {on: s, data: \"READY\\n\"}\n      - recv: {on: c, data: \"READY\\n\"}\n      - send: {on: c, data: \"PRINT"}}, []string{
		"the client speaks first",
	}},
	{"the answer is another", []edit{
		{inSuite, "send: {on: s, data: \"QUEUED 12", "send: {on: s, data: \"QUEUED 13"},
		{inSuite, "recv: {on: c, data: \"QUEUED 12", "recv: {on: c, data: \"QUEUED 13"},
	}, []string{
		"the client speaks first",
		"the answer is what the protocol says",
	}},
	{"the call is about something else", []edit{
		{inSuite, "send: {on: back, data: \"PRINTED 12", "send: {on: back, data: \"PRINTED 11"},
		{inSuite, "recv: {on: call, data: \"PRINTED 12", "recv: {on: call, data: \"PRINTED 11"},
	}, []string{
		"the server calls back, by a connection of its own",
		"it names the job that was asked for",
	}},
	{"the client hangs up", []edit{{inSuite, "      - connect: {from: server, to: \"10", "      - close: c\n      - connect: {from: server, to: \"10"}}, []string{
		"meanwhile the first connection stays",
	}},
}

var families = []mutant{
	{"the clocks differ", []edit{
		{inSuite, "send: {on: s4, data: \"12:00", "send: {on: s4, data: \"11:59"},
	}, []string{
		"AF_INET carries it",
		"AF_INET6 does",
		"so does AF_UNIX",
	}},
	{"other ports", []edit{
		{inSuite, "address: \"10.0.0.2:7000\", as: inet}", "address: \"10.0.0.2:7001\", as: inet}"},
		{inSuite, "to: \"10.0.0.2:7000\", as: c4}", "to: \"10.0.0.2:7001\", as: c4}"},
		{inSuite, "address: \"[fd00::2]:7000\"", "address: \"[fd00::2]:7001\""},
		{inSuite, "to: \"[fd00::2]:7000\"", "to: \"[fd00::2]:7001\""},
	}, []string{
		"a socket of AF_INET is an address and a port",
		"so is one of AF_INET6",
	}},
	{"somebody asks once more", []edit{{inSuite, "      - send: {on: s4, data: \"12", "      - send: {on: c6, data: \"TIME?\\n\"}\n      - send: {on: s4, data: \"12"}}, []string{
		"on the cable there are two questions, one in IPv4 and one in IPv6",
	}},
}

var alone = []mutant{
	{"there is a network", []edit{
		{inSuite, "      - link: {down: \"alone:eth0\"}\n", ""},
		{inSuite, "as: none, fails: network is unreachable}", "as: none, fails: connection refused}"},
	}, []string{
		"every interface is down",
		"no address can be reached",
		"no frame is sent for it",
	}},
	{"mixed up", []edit{
		{inSuite, "recv: {on: s1, octets: 1MB, as: above}", "recv: {on: s1, octets: 1MB, as: below}"},
		{inSuite, "recv: {on: c2, octets: 1MB, as: below}", "recv: {on: c2, octets: 1MB, as: above}"},
	}, []string{
		"what is sent to a name arrives",
		"what is sent through a file arrives",
	}},
}

var manyClients = []mutant{
	{"a port of its own", []edit{{inSuite, "{from: c2, to: \"server:7000\", source: \":5000\"", "{from: c2, to: \"server:7000\", source: \":5002\""}}, []string{
		"three of them come from the same port, of three hosts",
	}},
	{"from another host", []edit{{inSuite, "{from: c3, to: \"server:7000\", source: \":5001\"", "{from: c2, to: \"server:7000\", source: \":5001\""}}, []string{
		"and two from the same host, by other ports",
	}},
	{"c3 is silent", []edit{
		{inSuite, "{from: c3, to: \"server:7000\", source: \":5000\"", "{from: c2, to: \"server:7000\", source: \":5002\""},
		{inSuite, "{from: c3, to: \"server:7000\", source: \":5001\"", "{from: c2, to: \"server:7000\", source: \":5001\""},
	}, []string{
		"three of them come from the same port, of three hosts",
		"and two from the same host, by other ports",
		"three machines they are, as the switch knows",
	}},
	{"the server has enough", []edit{{inSuite, "          - recv: {on: a4, octets: 8, as: got4}\n", "          - recv: {on: a4, octets: 8, as: got4}\n      - close: s4\n      - close: l\n"}}, []string{
		"four connections are there at once, all of the same address and port",
		"the listener waits for more",
	}},
	{"one after the other", []edit{
		{inSuite, "          - connect: {from: c3, to: \"server:7000\", source: \":5001\", as: a4}\n", ""},
		{inSuite, "      - accept: {of: l, as: s4}\n",
			"      - send: {on: s1, data: \"WELCOME\\n\"}\n      - connect: {from: c3, to: \"server:7000\", source: \":5001\", as: a4}\n      - accept: {of: l, as: s4}\n"},
	}, []string{
		"all four were open before the first of them was answered",
		"each is answered",
	}},
}

var severalServers = []mutant{
	{"they say something else", []edit{
		{inSuite, "answers: {/: one}", "answers: {/: eins}"},
		{inSuite, "answers: {/: two}", "answers: {/: zwei}"},
		{inSuite, "answers: {/: three}", "answers: {/: drei}"},
	}, []string{
		"the first answers",
		"the second answers something else",
		"and so does the third",
	}},
	{"one is asked twice", []edit{{inSuite, "http://10.0.0.3/", "http://10.0.0.2/"}}, []string{
		"and so does the third",
		"three servers are asked within two seconds",
		"the switch finds each of them at a port of its own",
	}},
	{"one connection more", []edit{{inSuite, "as: three}\n", "as: three}\n      - http: {from: client, url: \"http://10.0.0.3/\"}\n"}}, []string{
		"each by a connection of its own",
	}},
}

var browsed = []mutant{
	{"it adds up otherwise", []edit{{"site/sum.js", "sum += i;", "sum += 2 * i;"}}, []string{
		"the program of the page has run, in the browser",
	}},
	{"the server adds up", []edit{{"site/index.html", "nothing was added up", "5050"}}, []string{
		"the sum came over no wire",
	}},
	{"another style, another picture", []edit{
		{"site/style.css", "rgb(1, 2, 3)", "rgb(3, 2, 1)"},
		{inSuite, "width=\"123\"", "width=\"321\""},
	}, []string{
		"the page looks as its style says",
		"the picture is in it",
	}},
	{"the page has no style", []edit{{"site/index.html", "<link rel=\"stylesheet\" href=\"/style.css\">", ""}}, []string{
		"what the page is made of besides is asked for once the page is there",
		"the page looks as its style says",
	}},
	{"the picture is nowhere else", []edit{{"site/index.html", "http://pictures.example.com/map.svg", "/map.svg"}}, []string{
		"a picture is on another server, which has to be found first, too",
		"the picture is in it",
	}},
	{"somebody else is asked, too", []edit{{"site/index.html", "</body>", "<img src=\"http://else.example.com/\" alt=\"\"></body>"}}, []string{
		"it asks for no other name",
	}},
	{"by its address", []edit{
		{inSuite, "EXCLUDE *.example.com\"", "EXCLUDE *.example.com, EXCLUDE 10.0.0.2\""},
		{inSuite, "--dump-dom http://www.example.com/", "--dump-dom http://10.0.0.2/"},
	}, []string{
		"first it finds out where the page is",
		"it asks for the page by name, and says what it is",
		"what the page is made of besides is asked for once the page is there",
	}},
}
