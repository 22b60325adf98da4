package cases_test

// The mutants of the suite dhcp.

var dhcpMessages = []mutant{
	{"the pool starts at another address", []edit{{inSuite, "range: 192.168.1.100-192.168.1.199\n", "range: 192.168.1.101-192.168.1.199\n"}}, []string{
		"the ACK says what the host needs, and for how long",
		"pc1 has the first address of the pool, and the mask",
	}},
	{"another mask", []edit{
		{inSuite, "192.168.1.1/24}\n", "192.168.1.1/25}\n"},
		{inSuite, "192.168.1.20/24", "192.168.1.20/25"},
		{inSuite, "-192.168.1.199\n", "-192.168.1.120\n"},
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
		{inSuite, "interfaces: {eth0: 192.168.1.1/24}\n", "interfaces: {eth0: 192.168.1.2/24}\n      intended: [dead-gateway, dead-nameserver]\n"},
	}, []string{
		"four messages of one transaction",
		"pc1 may keep all of it for an hour",
		"pc1 can use them",
	}},
	{"pc3 gives addresses too", []edit{
		{inSuite, "pc3: {interfaces: {eth0: 192.168.1.20/24}}", "pc3: {interfaces: {eth0: 192.168.1.20/24}, services: {dhcp: {range: 192.168.1.200-192.168.1.209}}, intended: [rogue-dhcp]}"},
	}, []string{"one server answers, each question once"}},
	{"pc3 is at another switch", []edit{
		{inSuite, "    server:\n", "    elsewhere: {kind: switch}\n    server:\n"},
		{inSuite, "- pc[1-3]:eth0 -- sw", "- pc[1-2]:eth0 -- sw\n    - {between: [pc3:eth0, elsewhere], intended: [overlapping-subnets]}"},
	}, []string{"every host of the LAN gets what pc1 says"}},
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

var dhcpExpiry = []mutant{
	{"the server goes on", []edit{without(inSuite, "      - service: {node: server, stop: dhcp}")}, []string{
		"before the end pc asks everybody, and at the end for a new one",
	}},
	{"pc gets one by hand", []edit{{inSuite,
		"      - wait: {for: {address: {node: pc, interface: eth0, count: 0}}, timeout: 10s}\n",
		"      - wait: {for: {address: {node: pc, interface: eth0, count: 0}}, timeout: 10s}\n      - address: {node: pc, add: 192.168.1.7/24}\n",
	}}, []string{
		"pc has no address then",
		"and no gateway",
	}},
}

var dhcpRefusal = []mutant{
	{"the old server comes back", []edit{{inSuite, "service: {node: new, start: dhcp}", "service: {node: old, start: dhcp}"}}, []string{
		"the server of this network says no, and pc starts over",
		"pc has one of here",
	}},
	{"pc gets the old one by hand", []edit{{inSuite,
		"      - wait: {for: {address: {node: pc, interface: eth0, address: 192.168.1.100}}, timeout: 10s}\n",
		"      - wait: {for: {address: {node: pc, interface: eth0, address: 192.168.1.100}}, timeout: 10s}\n      - address: {node: pc, add: 10.0.0.100/24}\n",
	}}, []string{
		"the address of elsewhere is gone",
	}},
}

var dhcpRogue = []mutant{
	{"the rogue is the slower one", []edit{
		{inSuite, "{between: [gw:lan, sw], delay: 20ms}", "gw:lan -- sw"},
		{inSuite, "- rogue:eth0 -- sw", "- {between: [rogue:eth0, sw], delay: 20ms}"},
	}, []string{
		"it takes the first one, and tells everybody whose it is",
		"one of them confirms, the other one is silent",
		"so pc has an address and a gateway of the wrong one",
		"what it sends passes through somebody else",
	}},
	{"there is no rogue", []edit{without(inSuite, "          services: {dhcp: {range: 192.168.1.200-192.168.1.209, router: 192.168.1.66}}")}, []string{
		"pc gets two offers",
	}},
}

var dhcpExhausted = []mutant{
	{"there is one for each", []edit{{inSuite, "range: 192.168.1.100-192.168.1.100}}}\n      links:\n        - pc[1-2]", "range: 192.168.1.100-192.168.1.101}}}\n      links:\n        - pc[1-2]"}}, []string{
		"while pc1 has the one address, nobody answers pc2",
		"once pc1 has given it back, pc2 gets it",
		"pc2 has it now",
	}},
	{"pc1 keeps it", []edit{without(inSuite, "      - dhcp: {node: pc1, do: release}\n      - dhcp: {node: pc2, do: discover}")}, []string{
		"once pc1 has given it back, pc2 gets it",
		"pc2 has it now",
		"and pc1 has none",
	}},
}
