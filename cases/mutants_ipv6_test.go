package cases_test

// The mutants of the suite ipv6.

const (
	pingPC2 = "      - ping: {from: pc1, to: 2001:db8:1::2}\n"
	pc1Told = "      interfaces: {eth0: 2001:db8:1::1/64}\n      sysctls: {net.ipv6.neigh.eth0.retrans_time_ms: 100} #"
)

var ndpQuestion = []mutant{
	{"pc1 knows the answer", []edit{{inSuite, pingPC2 + pingPC2, "      - neighbor: {node: pc1, add: {ip: 2001:db8:1::2, mac: pc2.eth0}}\n" + pingPC2 + pingPC2}}, []string{
		"the question goes to the group of the address, the answer to who asked",
		"two pings cost one question",
		"each remembers the other",
	}},
	{"pc1 forgets it", []edit{{inSuite, pingPC2 + pingPC2, pingPC2 + "      - neighbor: {node: pc1, flush: on}\n" + pingPC2}}, []string{
		"two pings cost one question",
	}},
	{"pc2 is a router", []edit{{inSuite, "pc2: {interfaces: {eth0: 2001:db8:1::2/64}}\n    pc3", "pc2: {kind: router, interfaces: {eth0: 2001:db8:1::2/64}}\n    pc3"}}, []string{
		"it says that it was asked for, and that it is to be believed",
	}},
	{"pc2 asks for pc3", []edit{{inSuite, pingPC2 + pingPC2, "      - ping: {from: pc2, to: 2001:db8:1::3}\n"}}, []string{
		"the question goes to the group of the address, the answer to who asked",
		"nobody who is elsewhere can have sent them",
		"two pings cost one question",
		"each remembers the other",
		"pc2 need not ask for who has asked",
	}},
	{"pc1 asks for pc3 too", []edit{{inSuite, pingPC2 + pingPC2, pingPC2 + pingPC2 + "      - ping: {from: pc1, to: 2001:db8:1::3}\n"}}, []string{
		"pc3 is not asked",
	}},
	{"they speak IPv4 too", []edit{
		{inSuite, pc1Told, "      interfaces: {eth0: [2001:db8:1::1/64, 10.0.0.1/24]}\n      sysctls: {net.ipv6.neigh.eth0.retrans_time_ms: 100} #"},
		{inSuite, "pc2: {interfaces: {eth0: 2001:db8:1::2/64}}\n    pc3", "pc2: {interfaces: {eth0: [2001:db8:1::2/64, 10.0.0.2/24]}}\n    pc3"},
		{inSuite, pingPC2 + pingPC2, pingPC2 + pingPC2 + "      - ping: {from: pc1, to: 10.0.0.2}\n"},
	}, []string{"there is no ARP"}},
}

var ndpProbe = []mutant{
	{"pc1 does not probe", []edit{{inSuite, "add: 2001:db8:1::9/64, dad: on, timeout: 15s}", "add: 2001:db8:1::9/64}"}}, []string{
		"who probes has no address yet, and says none",
		"nobody says a word, so it is free",
	}},
	{"pc3 has it", []edit{{inSuite, "pc3: {interfaces: {eth0: 2001:db8:1::3/64}}", "pc3: {interfaces: {eth0: [2001:db8:1::3/64, 2001:db8:1::9/64]}}"}}, []string{
		"nobody says a word, so it is free",
		"the free one is pc1's now",
	}},
	{"pc2 has another one", []edit{{inSuite, "pc2: {interfaces: {eth0: 2001:db8:1::2/64}}\n    pc3", "pc2: {interfaces: {eth0: 2001:db8:1::22/64}}\n    pc3"}}, []string{
		"who has the other one tells everybody",
		"pc1 does not use it",
		"pc2 goes on as if nothing had been",
		"a ping finds each at its place",
	}},
}

var ndpGone = []mutant{
	{"pc2 is there", []edit{without(inSuite, `      - link: {down: "pc2:eth0"}`)}, []string{
		"it is asked three times, it alone",
		"nobody answers",
	}},
	{"pc1 is in a hurry", []edit{{inSuite, "delay_first_probe_time: 0, net.ipv6.neigh.eth0.retrans_time_ms: 100", "delay_first_probe_time: 0, net.ipv6.neigh.eth0.retrans_time_ms: 20"}}, []string{
		"a tenth of a second apart",
	}},
}

var spellings6 = []mutant{
	{"the third is another address", []edit{{inSuite, "2001:db8:1::0.0.0.2", "2001:db8:1::0.0.0.3"}}, []string{
		"it is the same 128 bits each time",
	}},
	{"pc1 forgets the neighbour", []edit{{inSuite, "      - exec: {node: pc1, command: [ip, -6", "      - neighbor: {node: pc1, flush: on}\n      - exec: {node: pc1, command: [ip, -6"}}, []string{
		"and one neighbour",
	}},
	{"the zeros lie elsewhere", []edit{{inSuite, "2001:0DB8:0:0:1:0:0:1/64", "2001:0DB8:0:1:0:0:0:1/64"}}, []string{
		"there is one way to print one",
	}},
}

var linkLocal = []mutant{
	{"another machine", []edit{{inSuite, "02:00:5e:10:20:30", "02:00:5e:10:20:31"}}, []string{
		"it is made of the hardware address",
		"neighbours can talk",
	}},
	{"the router is given none on one link", []edit{{inSuite, `r: {kind: router, interfaces: {left: {mac: "02:00:5e:00:00:01", address: 2001:db8:1::ff/64}`, `r: {kind: router, sysctls: {net.ipv6.conf.default.addr_gen_mode: 1}, interfaces: {left: {mac: "02:00:5e:00:00:01", address: 2001:db8:1::ff/64}`}}, []string{
		"the router has one on each link",
	}},
	{"the packet comes from elsewhere", []edit{{inSuite, `ipv6.src: "fe80::5eff:fe10:2030", ipv6.dst`, `ipv6.src: "2001:db8:1::1", ipv6.dst`}}, []string{
		"no router carries such a packet on",
		"it says that the address does not reach so far",
	}},
}

var autoconfiguration = []mutant{
	{"nothing is probed", []edit{{inSuite, "eth0: {slaac: on, dad: on}", "eth0: slaac"}}, []string{
		"first an address for the link, then the question for routers, then the answer",
		"each address is probed before it is used",
	}},
	{"the first is there for longer", []edit{{inSuite, "valid: 2h, preferred: 1h}", "valid: 3h, preferred: 1h}"}}, []string{
		"the first is there for two hours, and for new connections for one",
	}},
	{"the other one is given up", []edit{
		{inSuite, "valid: 2h, preferred: 1h}", "valid: 2h, preferred: 0s}"},
		{inSuite, "valid: 4h, preferred: 0s}", "valid: 4h, preferred: 1h}"},
	}, []string{
		"the first is there for two hours, and for new connections for one",
		"the second is not for new connections",
		"so the ping comes from the first",
	}},
	{"there is one network", []edit{{inSuite, `, {prefix: "2001:db8:2::/64", valid: 4h, preferred: 0s}`, ""}}, []string{
		"it tells two networks, whose addresses are on the link, and to be made",
		"each address is probed before it is used",
		"the second is not for new connections",
	}},
	{"the router is there for less", []edit{{inSuite, "lifetime: 30m}", "lifetime: 20m}"}}, []string{
		"it tells two networks, whose addresses are on the link, and to be made",
		"the router is the way to everywhere else, for half an hour",
	}},
}

var twoRouters = []mutant{
	{"the first router says low", []edit{{inSuite, "preference: high", "preference: low"}}, []string{
		"the router that says high is taken",
		"its route goes, and nothing else",
		"the second ping takes the other router",
	}},
	{"the other one says low too", []edit{{inSuite, "services: {ra: {interface: lan}}\n        out", "services: {ra: {interface: lan, preference: low}}\n        out"}}, []string{
		"the other one says medium",
	}},
	{"the first router is there for less", []edit{{inSuite, "preference: high", "preference: high, lifetime: 20m"}}, []string{
		"the last thing it says is that it is no router any more",
	}},
	{"no addresses are made", []edit{
		{inSuite, "preference: high", `preference: high, prefixes: [{prefix: "2001:db8:1::/64", autonomous: off}]`},
		{inSuite, "services: {ra: {interface: lan}}\n        out", `services: {ra: {interface: lan, prefixes: [{prefix: "2001:db8:1::/64", autonomous: off}]}}` + "\n        out"},
	}, []string{"the address stays"}},
}

var toldNames = []mutant{
	{"another domain", []edit{{inSuite, "domain: lab.example}", "domain: other.example}"}}, []string{
		"the advertisement names a server and a domain",
		"its programs know both",
	}},
	{"another server", []edit{{inSuite, "other: on, dns: 2001:db8:9::53", "other: on, dns: 2001:db8:9::54"}}, []string{
		"the advertisement names a server and a domain",
		"the host asks that server",
		"its programs know both",
	}},
	{"another answer", []edit{{inSuite, "ns 60 IN AAAA 2001:db8:9::53", "ns 60 IN AAAA 2001:db8:9::55"}}, []string{
		"and gets the answer",
		"and serves as well",
	}},
	{"DHCPv6 tells the same server", []edit{{inSuite, "dhcp6: {interface: lan, dns: 2001:db8:9::54", "dhcp6: {interface: lan, dns: 2001:db8:9::53"}}, []string{
		"who asks for settings asks all servers, and one answers",
		"it has settings and no lease",
		"what DHCPv6 tells goes before what routers tell",
	}},
}

var lentAddress = []mutant{
	{"the router does not say so", []edit{{inSuite, "autonomous: off}], managed: on}", "autonomous: off}]}"}}, []string{
		"the router says where addresses are to be had, and where not",
	}},
	{"it is lent for longer at first", []edit{{inSuite, "lease: 2h, preferred: 1h", "lease: 3h, preferred: 1h"}}, []string{
		"solicit, advertise, request, reply",
	}},
	{"another server", []edit{{inSuite, `lan: {mac: "02:00:00:00:00:f1", address: 2001:db8:1::ff/64}`, `lan: {mac: "02:00:00:00:00:f3", address: 2001:db8:1::ff/64}`}}, []string{
		"client and server are known by what never changes",
	}},
	{"the pool starts at another address", []edit{{inSuite, "2001:db8:1::100-", "2001:db8:1::101-"}}, []string{
		"solicit, advertise, request, reply",
		"the host has it, for itself alone",
		"and uses it",
		"it is lent for longer",
		"it is given back, and the server says so",
	}},
	{"the router is none", []edit{{inSuite, "autonomous: off}], managed: on}", "autonomous: off}], managed: on, lifetime: 0s}"}}, []string{
		"no default route came with it",
	}},
}

var tooBig = []mutant{
	{"less fits", []edit{{inSuite, "/64, mtu: 1400}", "/64, mtu: 1300}"}}, []string{
		"the router gives the packet back, and says what would fit",
		"the source knows the way better now",
		"and cuts the next one itself",
		"the way back is learned by who sends on it",
	}},
	{"all fits", []edit{{inSuite, "/64, mtu: 1400}", "/64, mtu: 1500}"}}, []string{
		"the router gives the packet back, and says what would fit",
		"nothing of it goes on",
		"who gets it puts it together",
	}},
	{"there is one more", []edit{{inSuite, "fails: no reply} # it is as large\n", "fails: no reply} # it is as large\n      - ping: {from: pc, to: far, size: 1452}\n"}}, []string{
		"who gets it puts it together",
		"the third one is answered",
	}},
	{"the router has something to say itself", []edit{{inSuite, "fails: no reply} # it is as large\n", "fails: no reply} # it is as large\n      - ping: {from: r1, to: far, size: 1452, timeout: 200ms, fails: no reply}\n"}}, []string{
		"no router has made a fragment",
	}},
}

var dualStack = []mutant{
	{"the name has no address of IPv6", []edit{{inSuite, "                    www 60 IN AAAA 2001:db8:9::1\n", ""}}, []string{
		"it asks for addresses of both kinds",
		"and takes the one of IPv6",
		"curl takes the same",
	}},
	{"the other name has none", []edit{{inSuite, "                    half 60 IN AAAA 2001:db8:9::2\n", ""}}, []string{
		"after it has tried",
	}},
	{"the other name has another one", []edit{{inSuite, "half 60 IN AAAA 2001:db8:9::2", "half 60 IN AAAA 2001:db8:9::1"}}, []string{
		"where that is refused, it takes the other",
		"and goes on to the same",
	}},
	{"nobody has the address of IPv4", []edit{{inSuite, "www 60 IN A 10.1.0.1", "www 60 IN A 10.0.0.1"}}, []string{
		"it asks for addresses of both kinds",
		"who has one family only asks for it, and takes it",
	}},
}

var mapped = []mutant{
	{"it listens to IPv6 alone", []edit{{inSuite, `listen: {node: web, address: ":8080", as: server}`, `listen: {node: web, address: "[2001:db8:1::2]:8080", as: server}`}}, []string{
		"there is one listener, of IPv6, on all addresses",
		"who comes by IPv4 is on a socket of IPv6 too",
		"on the cable the first is IPv4",
	}},
	{"another one listens", []edit{{inSuite, `as: server}`, `as: server}` + "\n      - listen: {node: web, address: \":8080\", network: udp, as: other}"}}, []string{
		"no other one listens",
	}},
	{"they come from other ports", []edit{{inSuite, `source: ":4000"`, `source: ":4001"`}, {inSuite, `source: ":6000"`, `source: ":6001"`}}, []string{
		"who comes by IPv4 is on a socket of IPv6 too",
		"as is who comes by IPv6",
	}},
	{"they say more", []edit{
		{inSuite, "- send: {on: four, data: by four}\n      - recv: {on: of_four, data: by four,", "- send: {on: four, data: by fourteen}\n      - recv: {on: of_four, data: by fourteen,"},
		{inSuite, "- send: {on: six, data: by six}\n      - recv: {on: of_six, data: by six,", "- send: {on: six, data: by sixteen}\n      - recv: {on: of_six, data: by sixteen,"},
	}, []string{
		"on the cable the first is IPv4",
		"and the second IPv6",
		"the program got both",
		"each by its own connection",
	}},
}
