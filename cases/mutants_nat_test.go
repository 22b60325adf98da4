package cases_test

// The mutants of the suite nat: a home, its provider and two hosts outside.

var oneAddress = []mutant{
	{"nothing is translated", []edit{
		{inSuite, "        masquerade: wan\n        forward: [tcp 80 -> 192.168.1.10:8080]", "        forward: [tcp 80 -> 192.168.1.10:8080 in wan]"},
		{inSuite, "isp: {kind: router, interfaces: {home: 203.0.113.1/30, out: 198.51.100.1/24}}", "isp: {kind: router, interfaces: {home: 203.0.113.1/30, out: 198.51.100.1/24}, routes: [192.168.1.0/24 via 203.0.113.2]}"},
		{inSuite, `to: "gw.wan:51775", data: you are`, `to: "pc1:51775", data: you are`},
	}, []string{
		"gw writes its own address into what leaves",
		"and the other one back into the answer",
		"the server knows the router alone",
		"no private address is seen outside",
	}},
	{"another answer", []edit{{inSuite, "data: you are your router}\n      - recv", "data: you are yourself ..}\n      - recv"}}, []string{
		"pc1 does not notice",
	}},
}

var samePort = []mutant{
	{"pc2 has another port", []edit{{inSuite, `{from: pc2, to: "web:80", source: ":51775", as: c2}`, `{from: pc2, to: "web:80", source: ":51776", as: c2}`}}, []string{
		"the second one gets another port outside",
	}},
	{"pc1 has another one", []edit{
		{inSuite, `{from: pc1, to: "web:80", source: ":51775", as: c1}`, `{from: pc1, to: "web:80", source: ":51777", as: c1}`},
		{inSuite, `{from: pc2, to: "web:80", source: ":51775", as: c2}`, `{from: pc2, to: "web:80", source: ":51776", as: c2}`},
	}, []string{"of which one is from port 51775"}},
	{"there is a third connection", []edit{{inSuite, "      - accept: {of: l, as: s2}\n", "      - accept: {of: l, as: s2}\n      - connect: {from: pc2, to: \"web:80\", as: c3}\n"}}, []string{
		"the server has two connections with one host",
	}},
	{"the answers are exchanged", []edit{
		{inSuite, "- send: {on: s1, data: one}\n      - send: {on: s2, data: two}", "- send: {on: s1, data: two}\n      - send: {on: s2, data: one}"},
	}, []string{"pc1 gets what is pc1's", "and pc2 what is pc2's"}},
}

var translatedFragments = []mutant{
	{"it fits into one packet", []edit{
		{inSuite, "octets: 3000, as: long}", "octets: 1000, as: long}"},
		{inSuite, "octets: 3000, as: got}", "octets: 1000, as: got}"},
	}, []string{
		"only the first of three has ports, and all of them get the address",
		"so the router puts the packet together before it translates it",
		"nothing of it has left before the last fragment came",
	}},
	{"nothing is translated", []edit{
		{inSuite, "        masquerade: wan\n        forward: [tcp 80 -> 192.168.1.10:8080]", "        forward: [tcp 80 -> 192.168.1.10:8080 in wan]"},
		{inSuite, "isp: {kind: router, interfaces: {home: 203.0.113.1/30, out: 198.51.100.1/24}}", "isp: {kind: router, interfaces: {home: 203.0.113.1/30, out: 198.51.100.1/24}, routes: [192.168.1.0/24 via 203.0.113.2]}"},
	}, []string{
		"only the first of three has ports, and all of them get the address",
		"the server has one datagram",
	}},
}

var unasked = []mutant{
	{"the port is pc1's for all", []edit{
		{inSuite, "forward: [tcp 80 -> 192.168.1.10:8080]", "forward: [tcp 80 -> 192.168.1.10:8080, udp 51775 -> 192.168.1.10]"},
	}, []string{"nothing of it gets in"}},
	{"the router says nothing to it", []edit{
		{inSuite, "forward: [tcp 80 -> 192.168.1.10:8080]", "forward: [tcp 80 -> 192.168.1.10:8080]\n      firewall: {input: [drop protocol udp]}"},
		{inSuite, "as: refused, fails: connection refused}", "as: refused, timeout: 300ms, fails: true}"},
	}, []string{"the port is pc1's for web alone"}},
	{"web says something else", []edit{{inSuite, `to: "gw.wan:51775", data: answer}`, `to: "gw.wan:51775", data: silent}`}}, []string{
		"web gets through by it",
		"nothing of it gets in",
	}},
	{"the router drops it", []edit{
		{inSuite, "forward: [tcp 80 -> 192.168.1.10:8080]", "forward: [tcp 80 -> 192.168.1.10:8080]\n      firewall: {input: [drop protocol tcp port 22]}"},
		{inSuite, `{from: stranger, to: "gw.wan:22", as: ssh, fails: connection refused}`, `{from: stranger, to: "gw.wan:22", as: ssh, timeout: 300ms, fails: true}`},
	}, []string{"a port that is nobody's is refused by the router"}},
	{"the provider drops it", []edit{
		{inSuite, "isp: {kind: router, interfaces: {home: 203.0.113.1/30, out: 198.51.100.1/24}}", "isp: {kind: router, interfaces: {home: 203.0.113.1/30, out: 198.51.100.1/24}, firewall: {output: [drop protocol icmp type 3 code 0]}}"},
		{inSuite, "to: pc1, timeout: 5s, as: direct", "to: pc1, timeout: 300ms, as: direct"},
	}, []string{"to the private address there is no way"}},
}

var forwarded = []mutant{
	{"it is forwarded to another port", []edit{
		{inSuite, "forward: [tcp 80 -> 192.168.1.10:8080]", "forward: [tcp 80 -> 192.168.1.10:8081]"},
		{inSuite, `{node: pc1, address: ":8080", as: l}`, `{node: pc1, address: ":8081", as: l}`},
	}, []string{
		"what is for the router goes on to pc1",
		"pc1 knows who the stranger is",
	}},
	{"another port of the router", []edit{
		{inSuite, "forward: [tcp 80 -> 192.168.1.10:8080]", "forward: [tcp 81 -> 192.168.1.10:8080]"},
		{inSuite, `to: "gw.wan:80", source: ":51775", as: c}`, `to: "gw.wan:81", source: ":51775", as: c}`},
	}, []string{
		"what is for the router goes on to pc1",
		"the stranger does not know who pc1 is",
		"the answer comes from the router's port",
	}},
	{"pc1 says something else", []edit{{inSuite, "- send: {on: s, data: pc1 does}", "- send: {on: s, data: nobody ..}"}}, []string{
		"it is pc1's",
	}},
}

var noFirewall = []mutant{
	{"gw translates nothing", []edit{{inSuite, "          nat: {masquerade: wan}\n        isp", "        isp"}}, []string{
		"what pc begins is translated",
	}},
	{"somebody told the router to drop it", []edit{
		{inSuite, "          nat: {masquerade: wan}\n        isp:", "          nat: {masquerade: wan}\n          firewall: {forward: [drop in wan]}\n        isp:"},
		{inSuite, "- listen: {node: pc, address: \":8080\", as: l}\n      - connect: {from: stranger, to: \"pc:8080\", source: \":51775\", as: c}\n      - accept: {of: l, as: s}", "- listen: {node: pc, address: \":8080\", as: l}\n      - connect: {from: stranger, to: \"pc:8080\", source: \":51775\", as: c, begin: on}"},
	}, []string{
		"who sends to the private address gets in",
		"and nothing of that is translated",
	}},
}

var firewalled = []mutant{
	{"gw translates nothing", []edit{{inSuite, "          nat: {masquerade: wan}\n          firewall", "          firewall"}}, []string{
		"what pc begins is translated, as before",
	}},
	{"there is none", []edit{{inSuite, `firewall: {forward: ["accept state established,related", accept in lan, drop]}`, "firewall: {forward: [accept]}"}}, []string{
		"what nobody asked for ends at the router",
		"the stranger still waits",
	}},
	{"the stranger says something else", []edit{{inSuite, "- send: {on: s, data: answer}\n      - recv: {on: out,", "- send: {on: s, data: silent}\n      - recv: {on: out,"}}, []string{
		"answers get in",
	}},
	{"what leaves is not translated", []edit{
		{inSuite, "          nat: {masquerade: wan}\n          firewall", "          firewall"},
	}, []string{"and what leaves is translated still"}},
}
