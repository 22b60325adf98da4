package cases_test

// The mutants of the suites arp and dhcp: a few machines at one switch.

var arpRequest = []mutant{
	{"pc2 has another address", []edit{{inSuite, "eth0: 10.0.0.2/24", "eth0: 10.0.0.4/24"}}, []string{
		"request, reply, echo request, in this order",
		"pc1 remembers pc2",
		"pc2 remembers pc1, who asked",
		"pc2 has not asked for pc1",
	}},
	{"pc3 is at another switch", []edit{
		{inSuite, "sw: {kind: switch}", "sw: {kind: switch}\n    elsewhere: {kind: switch}"},
		{inSuite, "- pc[1-3]:eth0 -- sw", "- pc[1-2]:eth0 -- sw\n    - {between: [pc3:eth0, elsewhere], intended: [overlapping-subnets]}"},
	}, []string{"pc3 hears the request", "pc3 hears nothing else, and says nothing"}},
	{"the switch is a hub", []edit{{inSuite, "kind: switch", "kind: hub"}}, []string{
		"pc3 hears nothing else, and says nothing",
	}},
	{"pc3 has the address too", []edit{
		{inSuite, "pc3: {interfaces: {eth0: 10.0.0.3/24}}", "pc3: {interfaces: {eth0: 10.0.0.2/24}, intended: [duplicate-address]}"},
	}, []string{"pc3 hears nothing else, and says nothing", "pc3 has learned nothing"}},
	{"pc2 does not know the way back", []edit{
		{inSuite, "pc2: {interfaces: {eth0: 10.0.0.2/24}}", "pc2: {interfaces: {eth0: 10.0.0.2/24}, routes: [10.0.0.1/32 via 10.0.0.3]}"},
	}, []string{"pc2 has not asked for pc1"}},
}

var arpMemory = []mutant{
	{"the second ping is for somebody else", []edit{
		{inSuite, "- ping: {from: pc1, to: 10.0.0.2}\n      - ping: {from: pc1, to: 10.0.0.2}", "- ping: {from: pc1, to: 10.0.0.2}\n      - ping: {from: pc1, to: 10.0.0.3}"},
	}, []string{"two pings cost one request"}},
	{"there is one ping", []edit{
		{inSuite, "- ping: {from: pc1, to: 10.0.0.2}\n      - ping: {from: pc1, to: 10.0.0.2}", "- ping: {from: pc1, to: 10.0.0.2}"},
	}, []string{"two pings cost one request"}},
}

var arpNobody = []mutant{
	{"pc3 has the address", []edit{{inSuite, "eth0: 10.0.0.3/24", "eth0: 10.0.0.9/24"}}, []string{
		"pc1 asks three times, with a pause in between",
	}},
	{"pc1 leaves the asking to pc2", []edit{
		{inSuite, "      interfaces: {eth0: 10.0.0.1/24}\n", "      interfaces: {eth0: 10.0.0.1/24}\n      routes: [10.0.0.9/32 via 10.0.0.2]\n"},
		{inSuite, "pc2: {interfaces", "pc2: {kind: router, sysctls: {net.ipv4.neigh.eth0.retrans_time_ms: 100, net.ipv4.conf.all.send_redirects: 0, net.ipv4.conf.eth0.send_redirects: 0}, interfaces"},
	}, []string{
		"pc1 asks three times, with a pause in between",
	}},
	{"pc1 pings somebody who is there, too", []edit{
		{inSuite, "      - parallel:\n          - ping: {from: pc1, to: 10.0.0.9", "      - ping: {from: pc1, to: 10.0.0.2}\n      - parallel:\n          - ping: {from: pc1, to: 10.0.0.9"},
	}, []string{"no echo request leaves"}},
	{"pc1 asks in a flood", []edit{{inSuite, "retrans_time_ms: 200", "retrans_time_ms: 20"}}, []string{
		"pc1 asks three times, with a pause in between",
	}},
	{"pc1 asks twice", []edit{
		{inSuite, "retrans_time_ms: 200}", "retrans_time_ms: 200, net.ipv4.neigh.eth0.mcast_solicit: 2}"},
	}, []string{"pc1 asks three times, with a pause in between"}},
}

var dhcpMessages = []mutant{
	{"the pool starts at another address", []edit{{inSuite, "range: 192.168.1.100-", "range: 192.168.1.101-"}}, []string{
		"the ACK says what the host needs, and for how long",
		"pc1 has the first address of the pool, and the mask",
	}},
	{"another mask", []edit{
		{inSuite, "192.168.1.1/24", "192.168.1.1/25"},
		{inSuite, "192.168.1.20/24", "192.168.1.20/25"},
		{inSuite, "-192.168.1.199", "-192.168.1.120"},
	}, []string{
		"the ACK says what the host needs, and for how long",
		"pc1 has the first address of the pool, and the mask",
	}},
	{"another gateway", []edit{{inSuite, "router: 192.168.1.1\n          dns", "router: 192.168.1.20\n          dns"}}, []string{
		"the ACK says what the host needs, and for how long",
		"pc1 has the gateway",
	}},
	{"another name server", []edit{{inSuite, "dns: [192.168.1.1]", "dns: [192.168.1.20]"}}, []string{
		"the ACK says what the host needs, and for how long",
		"pc1 has the name server and the domain",
	}},
	{"another domain", []edit{{inSuite, "domain: lab.example", "domain: other.example"}}, []string{
		"the ACK says what the host needs, and for how long",
		"pc1 has the name server and the domain",
	}},
	{"a longer lease", []edit{{inSuite, "lease: 1h", "lease: 2h"}}, []string{
		"the ACK says what the host needs, and for how long",
		"pc1 may keep all of it for an hour",
	}},
	{"the server has another address", []edit{
		{inSuite, "interfaces: {eth0: 192.168.1.1/24}", "interfaces: {eth0: 192.168.1.2/24}\n      intended: [dead-gateway, dead-nameserver]"},
	}, []string{
		"four messages of one transaction",
		"pc1 may keep all of it for an hour",
		"pc1 can use them",
	}},
	{"pc3 gives addresses too", []edit{
		{inSuite, "pc3: {interfaces: {eth0: 192.168.1.20/24}}", "pc3: {interfaces: {eth0: 192.168.1.20/24}, services: {dhcp: {range: 192.168.1.200-192.168.1.209}}, intended: [rogue-dhcp]}"},
	}, []string{"one server answers, each question once"}},
	{"pc3 is at another switch", []edit{
		{inSuite, "sw: {kind: switch}", "sw: {kind: switch}\n    elsewhere: {kind: switch}"},
		{inSuite, "- pc[1-3]:eth0 -- sw", "- pc[1-2]:eth0 -- sw\n    - {between: [pc3:eth0, elsewhere], intended: [overlapping-subnets]}"},
	}, []string{"every host of the LAN gets the DISCOVER"}},
	{"the switch is a hub", []edit{{inSuite, "kind: switch", "kind: hub"}}, []string{"the answers go to pc1 alone"}},
	{"the gateway answers no ping", []edit{
		{inSuite, "      interfaces: {eth0: 192.168.1.1/24}\n", "      interfaces: {eth0: 192.168.1.1/24}\n      sysctls: {net.ipv4.icmp_echo_ignore_all: 1}\n"},
	}, []string{"pc1 can use them"}},
}

var dhcpReservation = []mutant{
	{"another address is reserved", []edit{{inSuite, `0a": 192.168.1.50`, `0a": 192.168.1.51`}}, []string{
		"the ACK gives the reserved address",
		"pc2 uses it",
	}},
	{"it is reserved for another machine", []edit{{inSuite, `0a": 192.168.1.50`, `0b": 192.168.1.50`}}, []string{
		"the ACK gives the reserved address",
		"pc2 uses it",
	}},
}

var dhcpRenewal = []mutant{
	{"nobody renews", []edit{without(inSuite, "      - dhcp: {node: pc1, do: renew}")}, []string{
		"the renewal goes to the server alone and asks from the address itself",
	}},
	{"pc1 discovers anew", []edit{{inSuite, "{node: pc1, do: renew}", "{node: pc1, do: discover}"}}, []string{
		"the renewal goes to the server alone and asks from the address itself",
	}},
	{"nobody releases", []edit{without(inSuite, "      - dhcp: {node: pc1, do: release}")}, []string{
		"the release goes to the server, which says nothing to it",
		"pc1 has no address afterwards",
		"and no gateway",
	}},
	{"pc1 discovers after the release", []edit{
		{inSuite, "      - dhcp: {node: pc1, do: release}\n", "      - dhcp: {node: pc1, do: release}\n      - dhcp: {node: pc1, do: discover}\n"},
	}, []string{
		"the release goes to the server, which says nothing to it",
		"pc1 has no address afterwards",
		"and no gateway",
	}},
}
