package cases_test

// The mutants of the suite udp: two machines and a cable.

var datagram = []mutant{
	{"another text", []edit{{inSuite, "{on: c, data: hello}", "{on: c, data: help}"}}, []string{
		"two ports, the length, a checksum, and the data as they are",
		"the server is told who asks",
	}},
	{"the client has another port", []edit{
		{inSuite, "{on: s, data: hello, as: asked}\n      - send: {on: s, to: \"client:51775\"", "{on: s, data: hello, as: asked}\n      - send: {on: s, to: \"client:51776\""},
	}, []string{
		"two ports, the length, a checksum, and the data as they are",
	}},
	{"the client says goodbye", []edit{
		{inSuite, "- recv: {on: s, octets: 0, as: nothing}", "- recv: {on: s, octets: 0, as: nothing}\n      - send: {on: c, data: goodbye}"},
	}, []string{"nothing opens, confirms or closes anything"}},
	{"no datagram without data", []edit{{inSuite, "{on: c, octets: 0} # nothing", "{on: c, octets: 1} # nothing"}}, []string{
		"a datagram without data is one",
		"and receives nothing, when it comes",
	}},
}

var largestDatagram = []mutant{
	{"one octet less", []edit{{inSuite, "{on: c, octets: 65507, as: large}", "{on: c, octets: 65506, as: large}"}}, []string{
		"all of it arrives in one piece",
		"it takes 45 fragments",
		"only the first has a header of UDP, which tells the length of the whole",
	}},
	{"one octet more can be sent", []edit{{inSuite, "{on: c, octets: 65508, fails: message too long}", "{on: c, octets: 1}"}}, []string{
		"one octet more is not sent at all",
	}},
}

var lostDatagram = []mutant{
	{"nothing is lost", []edit{
		{inSuite, "match: udp, nth: 1, do: drop}", "match: tcp, optional: true, do: drop}"},
		{inSuite, "{on: s, timeout: 1s, fails: no datagram came}", "{on: s, data: question}"},
	}, []string{
		"only who asks can tell, and asks again",
		"the server has seen one of them",
	}},
	{"the server says more", []edit{{inSuite, "data: answer}\n      - recv: {on: c", "data: answer}\n      - send: {on: s, to: \"client:51775\", data: answer}\n      - recv: {on: c"}}, []string{
		"and nothing was sent by itself",
	}},
}

var unreachable = []mutant{
	{"somebody listens", []edit{
		{inSuite, "- connect: {from: client, to: \"server:7\", network: udp, source: \":51775\", as: c}\n      - send: {on: c, data: is", "- listen: {node: server, address: \":7\", network: udp, as: s}\n      - connect: {from: client, to: \"server:7\", network: udp, source: \":51775\", as: c}\n      - send: {on: c, data: is"},
		{inSuite, "timeout: 5s, as: refused", "timeout: 300ms, as: refused"},
	}, []string{
		"the server says so, and quotes the datagram",
		"a connected socket is told",
		"once",
	}},
}
