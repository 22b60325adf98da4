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

const (
	relayLost    = "without the relay the question ends at the router"
	relayAsks    = "the relay asks the server for pc, and says on which network it is"
	relayAnswer  = "the server answers the relay, with an address of that network"
	relayHands   = "the relay hands it on to pc"
	relayInforms = "what the relay tells of the port comes back to it, and pc never sees it"
	relayLease   = "pc has a lease of a server that it could not reach"
	relayRenewal = "now it can, and renews the lease without the relay"
	relayNear    = "a host on the server's own link gets an address of that, without a relay"
	relaySecond  = "the second relay changes nothing but the number of relays"
	relayFirst   = "the server answers the first one"
	relaysLease  = "pc has its lease, and extends it without any relay"
	relayHops    = "a question that has passed too many relays is dropped"
)

// What relays in these cases, and is there once.
const (
	relayedBy = "services: {dhcp_relay: {interface: lan, server: 10.0.2.67, circuit_id: lan}}"
	relaysBy  = "services: {dhcp_relay: {interface: down, server: 10.0.3.67, max_hops: 1}}"
)

var dhcpRelayed = []mutant{
	{"nobody relays", []edit{{inSuite, "      - service: {node: r, start: dhcp_relay}\n", ""}}, []string{relayLost, relayAsks, relayAnswer, relayHands, relayInforms, relayLease, relayRenewal}},
	{"it relays from the beginning", []edit{
		{inSuite, "      - service: {node: r, stop: dhcp_relay}\n", ""},
		{inSuite, "do: discover, timeout: 300ms, fails: no server answered}\n      - service: {node: r, start: dhcp_relay}", "do: discover}"},
	}, []string{relayLost}},
	{"r is a bridge", []edit{
		{inSuite, `interfaces: {lan: {address: 10.0.1.1/24, mac: "02:00:00:00:00:f1"}, up: 10.0.2.1/24}`, `interfaces: {br: {bridge: [lan, up], addresses: [10.0.1.1/24, 10.0.2.1/24], mac: "02:00:00:00:00:f1"}}`},
		{inSuite, relayedBy, "services: {dhcp_relay: {interface: br, server: 10.0.2.67}}\n          intended: rogue-dhcp"},
	}, []string{relayLost}},
	{"the relay asks somebody else", []edit{{inSuite, relayedBy, "services: {dhcp_relay: {interface: lan, server: 10.0.2.68}}\n          intended: no-dhcp-server"}, {inSuite, "network: 10.0.1.0/24, range: 10.0.1.100-10.0.1.199, router: 10.0.1.1, lease: 2h}]", "network: 10.0.5.0/24, range: 10.0.5.100-10.0.5.199}]\n          intended: pool-off-link"}},
		[]string{relayAsks, relayAnswer, relayHands, relayInforms, relayLease, relayRenewal}},
	{"the server lends other addresses there", []edit{{inSuite, "range: 10.0.1.100-10.0.1.199, router: 10.0.1.1, lease: 2h", "range: 10.0.1.101-10.0.1.199, router: 10.0.1.1, lease: 2h"}}, []string{relayAnswer, relayLease, relayRenewal}},
	{"the server lends no address there", []edit{{inSuite, "              subnets: [{network: 10.0.1.0/24, range: 10.0.1.100-10.0.1.199, router: 10.0.1.1, lease: 2h}]\n", ""}, {inSuite, relayedBy, relayedBy + "\n          intended: no-dhcp-server"}}, []string{relayAnswer, relayHands, relayInforms, relayLease, relayRenewal}},
	{"the relay has another hardware address", []edit{{inSuite, `mac: "02:00:00:00:00:f1"`, `mac: "02:00:00:00:00:f2"`}}, []string{relayHands}},
	{"the relay tells nothing of the port", []edit{{inSuite, ", circuit_id: lan}}", "}}"}}, []string{relayInforms}},
	{"the relay tells of another port", []edit{{inSuite, ", circuit_id: lan}}", ", circuit_id: wan}}"}}, []string{relayInforms}},
	{"another lease", []edit{{inSuite, "router: 10.0.1.1, lease: 2h", "router: 10.0.1.1, lease: 3h"}}, []string{relayLease}},
	{"another gateway", []edit{{inSuite, "router: 10.0.1.1, lease: 2h", "router: 10.0.1.9, lease: 2h"}}, []string{relayAnswer, relayLease}},
	{"pc does not renew", []edit{{inSuite, "      - dhcp: {node: pc, do: renew}\n      - dhcp: {node: near", "      - dhcp: {node: near"}}, []string{relayRenewal}},
	{"the server's own range is another", []edit{{inSuite, "range: 10.0.2.100-10.0.2.199\n              router: 10.0.2.1", "range: 10.0.2.101-10.0.2.199\n              router: 10.0.2.1"}}, []string{relayNear}},
	{"the server has none for its own link", []edit{{inSuite, "              range: 10.0.2.100-10.0.2.199\n              router: 10.0.2.1\n", ""}}, []string{relayNear}},
}

var dhcpRelays = []mutant{
	{"the second relay is somewhere else", []edit{{inSuite, "{dhcp_relay: {interface: lan, server: 10.0.2.2}}", "{dhcp_relay: {interface: lan, server: 10.0.3.67}}"}, {inSuite, relaysBy, relaysBy + "\n          intended: no-dhcp-server"}}, []string{relaySecond}},
	{"the second relay asks somebody else", []edit{{inSuite, relaysBy, "services: {dhcp_relay: {interface: down, server: 10.0.3.68, max_hops: 1}}\n          intended: no-dhcp-server"}, {inSuite, "{address: 10.0.3.67/24, gateway: 10.0.3.1}}", "{address: 10.0.3.67/24, gateway: 10.0.3.1}}\n          intended: pool-off-link"}}, []string{relaySecond, relayFirst, relaysLease}},
	{"the server lends other addresses there", []edit{{inSuite, "range: 10.0.1.100-10.0.1.199, router: 10.0.1.1}", "range: 10.0.1.101-10.0.1.199, router: 10.0.1.1}"}}, []string{relayFirst, relaysLease}},
	{"another gateway", []edit{{inSuite, "range: 10.0.1.100-10.0.1.199, router: 10.0.1.1}", "range: 10.0.1.100-10.0.1.199, router: 10.0.1.2}"}}, []string{relaysLease}},
	{"r2 lets two relays pass", []edit{{inSuite, "max_hops: 1}", "max_hops: 2}"}}, []string{relayHops}},
	{"far is not relayed", []edit{{inSuite, "          services: {dhcp_relay: {interface: lan, server: 10.0.1.1}}\n", ""}}, []string{relayHops}},
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
