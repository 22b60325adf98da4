package cases_test

// The mutants of the suite arp.

var arpRequest = []mutant{
	{"pc2 has another address", []edit{{inSuite, "eth0: 10.0.0.2/24", "eth0: 10.0.0.4/24"}}, []string{
		"request, reply, echo request, in this order",
		"pc1 remembers pc2",
		"pc2 remembers pc1, who asked",
		"pc2 has not asked for pc1",
	}},
	{"pc3 is at another switch", []edit{
		{inSuite, "sw: {kind: switch}\n  links:", "sw: {kind: switch}\n    elsewhere: {kind: switch}\n  links:"},
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

const oldEntry = `      - parallel:
          - wait: {for: {neighbor: {node: pc1, ip: pc2, mac: pc2.eth0, state: DELAY}}}
          - wait: {for: {neighbor: {node: pc1, ip: pc2, mac: pc2.eth0, state: REACHABLE}}} # not for long
          - ping: {from: pc1, to: pc2}
`

var arpAgeing = []mutant{
	{"it is asked for at once", []edit{
		{inSuite, "delay_first_probe_time: 1}}", "delay_first_probe_time: 0}}"},
		{inSuite, oldEntry, "      - ping: {from: pc1, to: pc2}\n"},
	}, []string{"an old entry is used at once, and asked for only if nothing confirms it"}},
	{"pc1 has forgotten", []edit{
		{inSuite, oldEntry, "      - neighbor: {node: pc1, flush: on}\n      - ping: {from: pc1, to: pc2}\n"},
	}, []string{
		"an old entry is used at once, and asked for only if nothing confirms it",
		"the question goes to pc2 alone, as it is still known",
	}},
}

var arpGone = []mutant{
	{"it is asked twice", []edit{
		{inSuite, "            net.ipv4.neigh.eth0.retrans_time_ms: 100\n", "            net.ipv4.neigh.eth0.retrans_time_ms: 100\n            net.ipv4.neigh.eth0.ucast_solicit: 2\n"},
	}, []string{"it is asked three times where it was, and then everybody, three times"}},
	{"it comes back", []edit{
		{inSuite, "ping: {from: pc1, to: pc2, timeout: 5s, fails: host unreachable}\n", "ping: {from: pc1, to: pc2, timeout: 5s, fails: host unreachable}\n      - link: {up: \"pc2:eth0\"}\n      - ping: {from: pc1, to: pc2}\n"},
	}, []string{"only the first packet left", "pc1 knows no hardware address of pc2 any more"}},
}

var arpByHand = []mutant{
	{"it is wrong from the beginning", []edit{{inSuite, "add: {ip: 10.0.0.2, mac: pc2.eth0}", "add: {ip: 10.0.0.2, mac: pc3.eth0}"}}, []string{
		"it is shown as every other entry is",
		"nobody is asked as long as it is there",
	}},
	{"nobody makes it", []edit{without(inSuite, "      - neighbor: {node: pc1, add: {ip: 10.0.0.2, mac: pc2.eth0}}")}, []string{
		"it is shown as every other entry is",
		"nobody is asked as long as it is there",
	}},
	{"it stays right", []edit{{inSuite, "replace: {ip: 10.0.0.2, mac: pc3.eth0}", "replace: {ip: 10.0.0.2, mac: pc2.eth0}"}}, []string{
		"nobody is asked as long as it is there",
		"with a wrong entry there is no answer",
	}},
	{"nobody deletes it", []edit{without(inSuite, "      - neighbor: {node: pc1, del: 10.0.0.2}")}, []string{
		"nobody is asked as long as it is there",
		"once it is deleted pc1 asks, and learns",
	}},
}

const announced = "set: {arp.src.proto_ipv4: 10.0.0.2, arp.dst.proto_ipv4: 10.0.0.2}"

var arpMoves = []mutant{
	{"it is announced by a reply", []edit{{inSuite, announced, "set: {arp.opcode: 2, arp.src.proto_ipv4: 10.0.0.2, arp.dst.proto_ipv4: 10.0.0.2}"}}, []string{
		"the announcement asks for the address of who sends it",
	}},
	{"pc3 asks for pc1", []edit{{inSuite, announced, "set: {arp.src.proto_ipv4: 10.0.0.2, arp.dst.proto_ipv4: 10.0.0.1}"}}, []string{
		"the announcement asks for the address of who sends it",
		"nobody answers it",
	}},
	{"pc1 forgets", []edit{
		{inSuite, "neighbor: {node: pc1, ip: 10.0.0.2, mac: pc3.eth0}}}\n      - ping", "neighbor: {node: pc1, ip: 10.0.0.2, mac: pc3.eth0}}}\n      - neighbor: {node: pc1, flush: on}\n      - ping"},
	}, []string{"pc1 has not asked again"}},
	{"pc2 takes what it hears", []edit{
		{inSuite, "pc2: {interfaces: {eth0: 10.0.0.2/24}}", "pc2: {interfaces: {eth0: 10.0.0.2/24}, sysctls: {net.ipv4.conf.eth0.arp_accept: 1}}"},
	}, []string{"who did not know the address has not learned it"}},
}

const probed = "set: {arp.src.proto_ipv4: 0.0.0.0, arp.dst.proto_ipv4: 10.0.0.2}"

var arpProbe = []mutant{
	{"the address is free", []edit{{inSuite, "pc2: {interfaces: {eth0: 10.0.0.2/24}}", "pc2: {interfaces: {eth0: 10.0.0.4/24}}"}}, []string{
		"the owner answers",
		"nobody answers for the address that is free",
	}},
	{"the other one is taken", []edit{
		{inSuite, "      interfaces: {eth0: 10.0.0.1/24}\n      sysctls", "      interfaces: {eth0: 10.0.0.9/24}\n      sysctls"},
	}, []string{"nobody answers for the address that is free"}},
	{"pc3 asks as itself", []edit{{inSuite, probed, "set: {arp.dst.proto_ipv4: 10.0.0.2}"}}, []string{
		"the owner answers",
		"nobody has learned anything from the probes",
	}},
}

const heardLast = "      - wait: {for: {neighbor: {node: pc1, ip: 10.0.0.2, mac: late.eth0}}} # its answer has come\n"

var arpConflict = []mutant{
	{"the late one has another address", []edit{
		{inSuite, "late: {interfaces: {eth0: 10.0.0.2/24}}", "late: {interfaces: {eth0: 10.0.0.3/24}}"},
		{inSuite, heardLast, "      - wait: {for: {neighbor: {node: pc1, ip: 10.0.0.2, mac: late.eth0}}, timeout: 300ms}\n"},
	}, []string{
		"one question, two answers",
		"who answers last is believed, and gets what is not for it",
	}},
	{"who answers first is believed", []edit{
		{inSuite, ", sysctls: {net.ipv4.neigh.eth0.locktime: 0}}", "}"},
		{inSuite, heardLast, ""},
	}, []string{
		"who answers last is believed, and gets what is not for it",
		"so the connection is reset by a machine that never had it",
	}},
	{"pc2 closes", []edit{{inSuite, "      - recv: {on: served, data: hello}\n" + heardLast, "      - recv: {on: served, data: hello}\n      - close: served\n" + heardLast}}, []string{
		"pc2 still waits",
	}},
}

const (
	toVictim = `      - frame: # to the victim: the gateway is me
          from: mallory:eth0
          layers: [eth, arp]
          set: {eth.dst: victim.eth0, arp.opcode: 2, arp.src.proto_ipv4: gw.lan, arp.dst.hw_mac: victim.eth0, arp.dst.proto_ipv4: victim.eth0}
`
	toStranger = `      - frame: # to the victim: somebody you have never heard of is me
          from: mallory:eth0
          layers: [eth, arp]
          set: {eth.dst: victim.eth0, arp.opcode: 2, arp.src.proto_ipv4: 10.0.0.77, arp.dst.hw_mac: victim.eth0, arp.dst.proto_ipv4: victim.eth0}
`
	knowsTheWay = "      - ping: {from: mallory, to: gw.lan, count: 2, interval: 50ms} # it has to know the way itself\n"
)

var arpSpoofed = []mutant{
	{"mallory keeps what it gets", []edit{{inSuite, "kind: router # it hands on what it gets, or somebody would notice", "kind: host"}}, []string{
		"the victim gets its page, and notices nothing",
		"the request passes through mallory, who reads it and sends it on",
		"so does the page",
	}},
	{"the victim asks again", []edit{
		{inSuite, knowsTheWay, knowsTheWay + "      - neighbor: {node: victim, flush: on}\n      - ping: {from: victim, to: gw.lan, count: 2, interval: 50ms}\n"},
	}, []string{"nobody asked for the reply that it believes"}},
	{"the gateway alone is deceived", []edit{
		{inSuite, toVictim, ""},
		{inSuite, "      - wait: {for: {neighbor: {node: victim, ip: gw.lan, mac: mallory.eth0}}}\n", ""},
	}, []string{
		"nobody asked for the reply that it believes",
		"the request passes through mallory, who reads it and sends it on",
		"what gives it away, one address with two hardware addresses",
	}},
}

var arpDefended = []mutant{
	{"mallory tells one lie less", []edit{{inSuite, toStranger, ""}}, []string{"the forged replies arrive"}},
	{"the victim's entry is learned", []edit{{inSuite, "node: victim, add: {ip: gw.lan, mac: gw.lan}", "node: victim, add: {ip: gw.lan, mac: gw.lan, state: reachable}"}}, []string{
		"an entry made by hand does not give way, at the victim",
	}},
	{"the gateway's entry is learned", []edit{
		{inSuite, "interface: lan, add: {ip: victim.eth0, mac: victim.eth0}", "interface: lan, add: {ip: victim.eth0, mac: victim.eth0, state: reachable}"},
	}, []string{"nor at the gateway"}},
	{"the victim takes what it hears", []edit{
		{inSuite, "sysctls: {net.ipv4.neigh.eth0.locktime: 0} # else", "sysctls: {net.ipv4.neigh.eth0.locktime: 0, net.ipv4.conf.eth0.arp_accept: 1} # else"},
	}, []string{"a reply that nobody asked for makes no new entry"}},
	{"there is no page", []edit{{inSuite, "answers: {/: a page", "answers: {/other: a page"}}, []string{
		"the victim gets its page",
		"and nothing is sent to mallory",
	}},
	{"who made the entry was deceived before", []edit{{inSuite, "node: victim, add: {ip: gw.lan, mac: gw.lan}", "node: victim, add: {ip: gw.lan, mac: mallory.eth0}"}}, []string{
		"an entry made by hand does not give way, at the victim",
		"and nothing is sent to mallory",
	}},
}

var arpProxy = []mutant{
	{"pc1 has the right mask, and a gateway", []edit{{inSuite, "interfaces: {eth0: 10.0.1.1/16} # for pc1", "interfaces: {eth0: {address: 10.0.1.1/24, gateway: 10.0.1.254}} # for pc1"}}, []string{
		"pc1 asks for a machine that is on another cable, and the router answers with its own hardware address",
		"without it nobody answers",
	}},
	{"the router translates addresses", []edit{
		{inSuite, "          interfaces: {lan: 10.0.1.254/24, far: 10.0.2.254/24}\n", "          interfaces: {lan: 10.0.1.254/24, far: 10.0.2.254/24}\n          nat: {masquerade: far}\n"},
	}, []string{"behind the router it asks as itself"}},
	{"pc2 answers no ping", []edit{
		{inSuite, "pc2: {interfaces: {eth0: {address: 10.0.2.1/24, gateway: 10.0.2.254}}}", "pc2: {interfaces: {eth0: {address: 10.0.2.1/24, gateway: 10.0.2.254}}, sysctls: {net.ipv4.icmp_echo_ignore_all: 1}}"},
	}, []string{"the answer comes"}},
	{"it goes on answering", []edit{without(inSuite, "      - sysctl: {node: gw, set: {net.ipv4.conf.lan.proxy_arp: 0}}")}, []string{"without it nobody answers"}},
}

const behindRouter = "        far: {interfaces: {eth0: {address: 10.0.1.1/24, gateway: 10.0.1.254}}}\n"

var arpReverse = []mutant{
	{"it asks by ARP", []edit{{inSuite, "set: {eth.type: 0x8035, arp.opcode: 3", "set: {arp.opcode: 3"}}, []string{
		"the question asks for the address that belongs to a hardware address, its own",
	}},
	{"other is at another switch", []edit{
		{inSuite, behindRouter, behindRouter + "        elsewhere: {kind: switch}\n"},
		{inSuite, "other: {interfaces: {eth0: {address: 10.0.0.2/24, gateway: 10.0.0.254}}}", "other: {interfaces: {eth0: 10.0.0.2/24}, intended: no-way-back}"},
		{inSuite, "- other:eth0 -- sw", "- {between: [\"other:eth0\", elsewhere], intended: [overlapping-subnets]}"},
	}, []string{"everybody on the cable hears the question", "the address works"}},
	{"the router joins the cables", []edit{
		{inSuite, "gw: {kind: router, interfaces: {lan: 10.0.0.254/24, wan: 10.0.1.254/24}}", "gw: {kind: switch}"},
		{inSuite, behindRouter, "        far: {interfaces: {eth0: 10.0.1.1/24}}\n"},
		{inSuite, "{address: 10.0.0.1/24, gateway: 10.0.0.254}}}\n        other", "10.0.0.1/24}}\n        other"},
		{inSuite, "other: {interfaces: {eth0: {address: 10.0.0.2/24, gateway: 10.0.0.254}}}", "other: {interfaces: {eth0: 10.0.0.2/24}}"},
		{inSuite, "- gw:wan -- far:eth0", "- {between: [\"gw:wan\", \"far:eth0\"], intended: [overlapping-subnets]}"},
	}, []string{"and no router hands it on"}},
}

const offLink = "pc1: {interfaces: {eth0: {address: 10.0.1.1/24, gateway: 10.0.1.254}}}"

var arpElsewhere = []mutant{
	{"pc1 has a mask that is too short", []edit{
		{inSuite, offLink, "pc1: {interfaces: {eth0: 10.0.1.1/16}, intended: overlapping-subnets, sysctls: {net.ipv4.neigh.eth0.retrans_time_ms: 50}}"},
	}, []string{"the router is asked for, and gets the packet that is for pc2", "with the router's hardware address"}},
	{"and the router answers for pc2", []edit{
		{inSuite, offLink, "pc1: {interfaces: {eth0: 10.0.1.1/16}, intended: overlapping-subnets}"},
		{inSuite, "gw: {kind: router, interfaces: {lan: 10.0.1.254/24", "gw: {kind: router, sysctls: {net.ipv4.conf.lan.proxy_arp: 1, net.ipv4.neigh.lan.proxy_delay: 0}, interfaces: {lan: 10.0.1.254/24"},
	}, []string{
		"the router is asked for, and gets the packet that is for pc2",
		"pc1 knows the router, and nobody else",
		"with the router's hardware address",
	}},
	{"the router translates addresses", []edit{
		{inSuite, "gw: {kind: router, interfaces: {lan: 10.0.1.254/24", "gw: {kind: router, nat: {masquerade: far}, interfaces: {lan: 10.0.1.254/24"},
	}, []string{"the router asks on the other cable, and packs the packet anew"}},
}
