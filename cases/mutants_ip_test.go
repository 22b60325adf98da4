package cases_test

// The mutants of the suite ip: addresses, masks and routes.

var fourNumbers = []mutant{
	{"pc1 has another address", []edit{{inSuite, "pc1: {interfaces: {eth0: {address: 172.16.10.1/24", "pc1: {interfaces: {eth0: {address: 172.16.10.3/24"}}, []string{
		"they are the octets of the address",
		"nobody answers who cannot be",
	}},
	{"the greatest is one less", []edit{{inSuite, "icmp.ident: 4, ip.src: 255.255.255.255", "icmp.ident: 4, ip.src: 255.255.255.254"}}, []string{
		"from 0.0.0.0 to 255.255.255.255",
	}},
	{"one of them can be", []edit{{inSuite, "icmp.ident: 2, ip.src: 127.0.0.1", "icmp.ident: 2, ip.src: 172.16.10.254"}}, []string{
		"nobody answers who cannot be",
	}},
	{"it is not for everybody", []edit{
		{inSuite, `to: "255.255.255.255:7", network: udp, as: everybody, fails: permission denied}`, "to: \"172.16.10.2:7\", network: udp, as: everybody}\n      - send: {on: everybody, data: you}"},
	}, []string{"the two that mean everybody have to be asked for"}},
}

var spellings = []mutant{
	{"another number", []edit{{inSuite, "172.16.2562]} # the last", "172.16.2814]} # the last"}}, []string{
		"five ways to write it, and one address",
		"nobody else is sent to",
	}},
	{"nobody answers pings", []edit{
		{inSuite, "ping: {from: pc1, to: 172.16.10.2, as: strict}", "ping: {from: pc1, to: 172.16.10.9, timeout: 100ms, as: strict, fails: true}"},
	}, []string{
		"five ways to write it, and one address",
		"four decimal numbers are understood by all",
	}},
}

var neighbours = []mutant{
	{"pc1 sends to pc2 by the gateway", []edit{
		{inSuite, "pc1: {interfaces: {eth0: {address: 172.16.10.1/24, gateway: 172.16.10.254}}}", "pc1: {interfaces: {eth0: {address: 172.16.10.1/24, gateway: 172.16.10.254}}, routes: [172.16.10.2/32 via 172.16.10.254]}"},
	}, []string{
		"under 255.255.255.0 pc2 is one, and is sent to directly",
		"the router has nothing to do with it",
	}},
	{"pc1 takes pc3 for a neighbour", []edit{
		{inSuite, "pc1: {interfaces: {eth0: {address: 172.16.10.1/24, gateway: 172.16.10.254}}}", "pc1: {interfaces: {eth0: {address: 172.16.10.1/24, gateway: 172.16.10.254}}, routes: [172.16.20.0/24 dev eth0]}"},
	}, []string{
		"pc3 is none, and is sent to by the gateway",
		"nobody asks for pc3's hardware address but its own router",
	}},
}

var otherMask = []mutant{
	{"the mask is the usual one", []edit{
		{inSuite, "pc1: {interfaces: {eth0: {address: 172.16.10.1/31, gateway: 172.16.10.0}}}", "pc1: {interfaces: {eth0: 172.16.10.1/24}, intended: [overlapping-subnets]}"},
		{inSuite, "pc2: {interfaces: {eth0: {address: 172.16.10.2/31, gateway: 172.16.10.3}}}", "pc2: {interfaces: {eth0: 172.16.10.2/24}, intended: [overlapping-subnets]}"},
	}, []string{
		"under 255.255.255.254 they are none",
		"pc1 asks for the hardware address of its gateway alone",
		"the answer takes the same way back",
	}},
}

var wrongMask = []mutant{
	{"the mask is right", []edit{{inSuite, "172.16.10.1/16", "172.16.10.1/24"}}, []string{
		"pc1 takes pc3 for a neighbour, asks for its hardware address in vain, and sends nothing",
	}},
	{"pc3 speaks from another port", []edit{{inSuite, `{node: pc3, address: ":7", network: udp, as: three}`, `{node: pc3, address: ":8", network: udp, as: three}`}}, []string{
		"pc3 is heard",
	}},
	{"the gateway answers no ping", []edit{
		{inSuite, "          intended: [overlapping-subnets]\n        sw: {kind: switch}\n        r: {kind: router,", "          intended: [overlapping-subnets]\n        sw: {kind: switch}\n        r: {kind: router, sysctls: {net.ipv4.icmp_echo_ignore_all: 1},"},
	}, []string{"with the gateway itself it can talk"}},
}

var fourRouters = []mutant{
	{"the packet starts with less", []edit{{inSuite, "- ping: {from: pc, to: web}\n      - ping: {from: pc, to: web, ttl: 1,", "- ping: {from: pc, to: web, ttl: 63}\n      - ping: {from: pc, to: web, ttl: 1,"}}, []string{
		"the time to live falls by one at each",
	}},
	{"so does the answer", []edit{{inSuite, "web: {interfaces: {eth0: {address: 10.0.4.80/24,", "web: {sysctls: {net.ipv4.ip_default_ttl: 63}, interfaces: {eth0: {address: 10.0.4.80/24,"}}, []string{
		"and so on the way back",
	}},
	{"the second router has another address", []edit{
		{inSuite, "r2: {kind: router, interfaces: {left: 10.0.1.2/24, right: 10.0.2.1/24}", "r2: {kind: router, interfaces: {left: 10.0.1.22/24, right: 10.0.2.1/24}"},
		{inSuite, "routes: [default via 10.0.1.2]}\n        r2", "routes: [default via 10.0.1.22]}\n        r2"},
		{inSuite, "fails: \"10.0.1.2 says", "fails: \"10.0.1.22 says"},
	}, []string{
		"who ended it says so, and that is how a traceroute finds the way",
		"the way has five hops",
	}},
	{"the third router says nothing", []edit{
		{inSuite, "right: 10.0.3.1/24}, routes", "right: 10.0.3.1/24}, firewall: {output: [drop protocol icmp type 11]}, routes"},
	}, []string{
		"who ended it says so, and that is how a traceroute finds the way",
		"where it would be 0 the packet ends",
	}},
	{"the last packet has a hop less", []edit{{inSuite, "ttl: 5, timeout: 5s, as: last}", "ttl: 4, timeout: 5s, as: last, fails: true}"}}, []string{
		"the fifth hop is the host",
		"where it would be 0 the packet ends",
	}},
}

var longestPrefix = []mutant{
	{"no route of 32 bits", []edit{without(inSuite, "            - 10.1.2.3/32 via 192.168.5.1")}, []string{
		"10.1.2.3 has a route of its own",
		"the kernel says the same without a packet",
	}},
	{"no route of 24 bits", []edit{without(inSuite, "            - 10.1.2.0/24 via 192.168.4.1")}, []string{
		"10.1.2.4 differs from it in the last number, so it takes the way of 10.1.2",
	}},
	{"no route of 16 bits", []edit{without(inSuite, "            - 10.1.0.0/16 via 192.168.3.1")}, []string{
		"10.1.3.3 takes the way of 10.1",
	}},
	{"no route of 8 bits", []edit{without(inSuite, "            - 10.0.0.0/8 via 192.168.2.1")}, []string{
		"10.2.2.3 takes the way of 10",
	}},
	{"the default route leads to d8", []edit{{inSuite, "            - default via 192.168.1.1\n", "            - default via 192.168.2.1\n"}}, []string{
		"11.1.2.3 takes the default route",
	}},
	{"there is one ping more", []edit{{inSuite, "          - ping: {from: pc, to: 10.1.2.3}\n", "          - ping: {from: pc, to: 10.1.2.3}\n          - ping: {from: pc, to: 10.1.2.4}\n"}}, []string{
		"nobody else gets any of them",
	}},
}

var noWay = []mutant{
	{"pc2 has a gateway", []edit{
		{inSuite, "pc2: {interfaces: {eth0: 10.0.0.2/24}, intended: [no-way-back]}", "pc2: {interfaces: {eth0: {address: 10.0.0.2/24, gateway: 10.0.0.254}}}"},
	}, []string{"a host without a route knows at once", "and sends nothing"}},
	{"the router has a route", []edit{
		{inSuite, "sysctls: {net.ipv4.neigh.far.retrans_time_ms: 50}", "sysctls: {net.ipv4.neigh.far.retrans_time_ms: 50}\n          routes: [198.51.100.0/24 via 10.0.1.1]"},
		{inSuite, "to: 198.51.100.9, timeout: 5s", "to: 198.51.100.9, timeout: 200ms"},
	}, []string{
		"a router without a route says that the network is unreachable",
		"pc1 is told by whom",
	}},
	{"the host is there", []edit{{inSuite, "srv: {interfaces: {eth0: {address: 10.0.1.1/24, gateway: 10.0.1.254}}}\n      links: [pc1", "srv: {interfaces: {eth0: {address: 10.0.1.9/24, gateway: 10.0.1.254}}}\n      links: [pc1"}}, []string{
		"the last router asks three times for a host that is not there",
		"and then says that the host is unreachable",
	}},
	{"the router does not say so", []edit{
		{inSuite, "sysctls: {net.ipv4.neigh.far.retrans_time_ms: 50}", "sysctls: {net.ipv4.neigh.far.retrans_time_ms: 50}\n          firewall: {output: [drop protocol icmp type 3 code 1]}"},
		{inSuite, "to: 10.0.1.9, timeout: 10s", "to: 10.0.1.9, timeout: 1s"},
	}, []string{
		"and then says that the host is unreachable",
		"pc1 is told of that, too",
	}},
}

var noWayBack = []mutant{
	{"the second router knows the way back", []edit{
		{inSuite, "right: 10.0.2.254/24}, intended: [no-way-back]}", "right: 10.0.2.254/24}, routes: [10.0.0.0/24 via 10.0.1.1]}"},
	}, []string{
		"the answer ends at the second router, which tells the server",
		"pc is not told anything",
	}},
	{"pc asks from another port", []edit{{inSuite, `{from: pc, to: "srv:7", network: udp, source: ":51775"`, `{from: pc, to: "srv:7", network: udp, source: ":51776"`}}, []string{
		"the question arrives",
	}},
}

var redirect = []mutant{
	{"r1 says nothing", []edit{
		{inSuite, "r1: {kind: router, interfaces: {eth0: 10.0.0.101/24},", "r1: {kind: router, sysctls: {net.ipv4.conf.all.send_redirects: 0, net.ipv4.conf.eth0.send_redirects: 0}, interfaces: {eth0: 10.0.0.101/24},"},
	}, []string{
		"r1 forwards the packet, and says who is nearer",
		"the next packet goes to r2",
		"and so saves a hop",
	}},
	{"pc does not listen", []edit{
		{inSuite, "pc: {interfaces: {eth0: {address: 10.0.0.1/24, gateway: 10.0.0.101}}}", "pc: {sysctls: {net.ipv4.conf.all.accept_redirects: 0, net.ipv4.conf.eth0.accept_redirects: 0}, interfaces: {eth0: {address: 10.0.0.1/24, gateway: 10.0.0.101}}}"},
	}, []string{
		"the next packet goes to r2",
		"and so saves a hop",
	}},
}

var essentials = []mutant{
	{"the name has another address", []edit{{inSuite, "www 60 IN A 203.0.113.80", "www 60 IN A 203.0.113.1"}}, []string{
		"with the four of them a page can be had by its name",
		"it does not matter who wrote them down",
	}},
	{"another page", []edit{{inSuite, "answers: {/: hello}", "answers: {/: goodbye}"}}, []string{
		"without a name server the page can be had by its address",
	}},
	{"DHCP tells another gateway", []edit{{inSuite, "range: 192.168.1.100-192.168.1.199, router: 192.168.1.1,", "range: 192.168.1.100-192.168.1.199, router: 192.168.1.10,"}}, []string{
		"it does not matter who wrote them down",
		"DHCP tells the mask, the gateway and the name server along with the address",
		"they come to the same routes",
	}},
	{"the stranger belongs here", []edit{{inSuite, "192.168.2.30/24", "192.168.1.30/24"}}, []string{
		"who has the address of another network sends, and hears nothing",
	}},
	{"the mask is wide enough", []edit{{inSuite, "192.168.1.40/28", "192.168.1.40/24"}}, []string{
		"whose mask is too narrow reaches some of its neighbours",
		"and not the gateway, so nobody beyond it",
	}},
	{"there is a gateway", []edit{{inSuite, "{address: 192.168.1.50/24, dns: [8.8.8.8]}", "{address: 192.168.1.50/24, gateway: 192.168.1.1, dns: [8.8.8.8]}"}}, []string{
		"and nobody else",
	}},
	{"the neighbour answers no ping", []edit{{inSuite, "hand: {interfaces", "hand: {sysctls: {net.ipv4.icmp_echo_ignore_all: 1}, interfaces"}}, []string{
		"without a gateway the neighbours are there",
	}},
	{"there is a name server", []edit{{inSuite, "{address: 192.168.1.60/24, gateway: 192.168.1.1}", "{address: 192.168.1.60/24, gateway: 192.168.1.1, dns: [8.8.8.8]}"}}, []string{
		"and not by its name",
	}},
}
