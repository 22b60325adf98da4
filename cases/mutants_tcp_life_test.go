package cases_test

// More mutants of the suite tcp: what becomes of a connection in the long
// run, and where there is none.

// Steps that put something where nothing is to be left.
const (
	clientListens = "\n      - listen: {node: client, address: \":51775\", as: other}\n"
	serverTalks   = "\n      - connect: {from: server, to: \"client:51775\", network: udp, as: talk}\n"
)

var oldSYN = []mutant{
	{"nothing is held", []edit{{inSuite, "match: tcp.flags == 0x002, nth: 1, do: {hold", "match: udp, optional: true, do: {hold"}}, []string{
		"the old SYN arrives behind both FINs",
		"the server answers it, and the client, which asked for nothing, resets",
	}},
	{"the ports are used for something else", []edit{
		{inSuite, "timeout: 300ms, fails: timed out}\n", "timeout: 300ms, fails: timed out}" + clientListens + serverTalks[1:]},
	}, []string{
		"the client has no connection",
		"nor has the server",
	}},
}

var lostACKs = []mutant{
	{"one ACK is lost", []edit{{inSuite, "nth: 1..2, do: drop} # both", "nth: 1, do: drop}"}}, []string{
		"the server repeats its SYN-ACK until an ACK arrives",
		"the client answers each of them with the same ACK",
	}},
	{"the server resets", []edit{{inSuite, " # silence\n", "\n      - reset: s\n"}}, []string{
		"the server is ESTABLISHED in the end",
	}},
}

var serverFirst = []mutant{
	{"nothing is lost", []edit{
		{inSuite, "match: tcp.flags == 0x010, nth: 1, do: drop} # the one", "match: udp, optional: true, do: drop}"},
		{inSuite, "SYN_RECV}}}\n      - accept: {of: listener, as: s, timeout: 10s} # it", "ESTABLISHED}}}\n      - accept: {of: listener, as: s} # it"},
	}, []string{"the server says nothing before the ACK has come"}},
	{"another text", []edit{{inSuite, "- send: {on: s, data: welcome}", "- send: {on: s, data: hi}"}}, []string{
		"the server says nothing before the ACK has come",
		"its data is confirmed",
	}},
}

var lostFIN = []mutant{
	{"nothing is lost", []edit{
		{inSuite, "match: tcp.flags.fin == 1, do: drop} # every FIN, until", "match: udp, optional: true, do: drop}"},
	}, []string{"the same FIN comes again until it is confirmed"}},
	{"every FIN is lost", []edit{{inSuite, "      - fault: {remove: lost}\n", ""}}, []string{
		"the same FIN comes again until it is confirmed",
		"one of them arrives",
		"the server reads the end",
		"the client is in FIN_WAIT2",
		"the server is in CLOSE_WAIT",
	}},
}

var lastACK = []mutant{
	{"nothing is lost", []edit{
		{inSuite, "from: client, match: tcp.flags == 0x010, nth: 1..2, do: drop}}", "match: udp, optional: true, do: drop}}"},
	}, []string{
		"the FIN comes again, and is answered from TIME_WAIT",
		"the client sends the same ACK for each",
	}},
	{"there is no TIME_WAIT", []edit{
		{inSuite, "    client: {interfaces: {eth0: 10.0.0.1/24}}\n", "    client: {interfaces: {eth0: 10.0.0.1/24}, sysctls: {net.ipv4.tcp_max_tw_buckets: 0}}\n"},
	}, []string{
		"the FIN comes again, and is answered from TIME_WAIT",
		"the client sends the same ACK for each",
		"the client remains in TIME_WAIT",
	}},
	{"the server speaks to the port otherwise", []edit{{inSuite, " # LAST_ACK is over\n", serverTalks}}, []string{
		"the server forgets the connection",
	}},
}

var badCable = []mutant{
	{"the end is not read", []edit{{inSuite, "octets: 10MB, as: got", "octets: 9MB, as: got"}}, []string{
		"every octet arrives once and in order",
	}},
	{"the cable is good", []edit{{inSuite, "match: tcp, chance: ", "match: udp, optional: true, chance: "}}, []string{
		"what was lost is sent again",
		"some segments are not as they were sent, and their checksums say so",
		"the receiver tells what it has behind a gap",
	}},
	{"no bit is flipped", []edit{{inSuite, "match: tcp, chance: 1%, do: corrupt", "match: tcp, chance: 1%, do: corrupt, optional: true, nth: 2000000.."}}, []string{
		"some segments are not as they were sent, and their checksums say so",
	}},
}

var largestSegment = []mutant{
	{"the client takes smaller segments", []edit{
		{inSuite, "as: c}\n      - accept: {of: listener, as: s}\n      - send: {on: c, octets: 14600}", "as: c, options: {mss: 1000}}\n      - accept: {of: listener, as: s}\n      - send: {on: c, octets: 14600}"},
	}, []string{
		"each side tells what its Ethernet carries",
		"a full segment makes a full frame",
	}},
	{"timestamps take their room", []edit{{inSuite, "net.ipv4.tcp_timestamps: 0", "net.ipv4.tcp_timestamps: 1"}}, []string{
		"a full segment makes a full frame",
	}},
	{"the kernel leaves the cutting to the cable", []edit{
		{inSuite, "10.0.0.1/24}, sysctls: {net.ipv4.tcp_timestamps: 0}}\n        server: {interfaces", "10.0.0.1/24}, sysctls: {net.ipv4.tcp_timestamps: 0}, offload: on}\n        server: {offload: on, interfaces"},
	}, []string{"and none is larger"}},
	{"a large packet", []edit{{inSuite, " # ten of 1460\n", "\n      - ping: {from: client, to: server, size: 2000}\n"}}, []string{
		"nothing comes in fragments",
	}},
}

var smallerMTU = []mutant{
	{"the client takes smaller segments", []edit{
		{inSuite, "as: c}\n      - accept: {of: listener, as: s}\n      - parallel: # five of 536", "as: c, options: {mss: 400}}\n      - accept: {of: listener, as: s}\n      - parallel: # five of 536"},
	}, []string{
		"each tells of its own cable",
		"the server keeps to what the client can take",
		"the client keeps to its own cable",
	}},
	{"a packet that is too large", []edit{
		{inSuite, "      - parallel: # five of 536", "      - ping: {from: server, to: client, size: 1000, df: on, timeout: 500ms, fails: true}\n      - parallel: # five of 536"},
	}, []string{"no router had to fragment, or to complain"}},
}

var noRoute = []mutant{
	{"a neighbour that is not there", []edit{
		{inSuite, `"10.0.9.9:80", source: ":51775", as: c, fails: network is unreachable`, `"10.0.0.9:80", source: ":51775", as: c, timeout: 500ms, fails: timed out`},
	}, []string{
		"nothing is sent",
	}},
	{"the port is used for something else", []edit{{inSuite, " # nowhere\n", clientListens}}, []string{"nothing is left"}},
}

var noHost = []mutant{
	{"a host where nobody listens", []edit{{inSuite, `to: "10.0.1.9:80"`, `to: "server:80"`}}, []string{
		"the router asks three times, and then tells the client",
		"no answer of TCP",
	}},
	{"the port is used for something else", []edit{{inSuite, " # nobody's\n", clientListens}}, []string{"the client gives up at once"}},
}

var noAnswer = []mutant{
	{"nothing is lost", []edit{{inSuite, "match: tcp, do: drop} # everything", "match: udp, optional: true, do: drop}"}}, []string{
		"one SYN, one repetition, and then the client gives up",
		"two SYNs and nothing else",
	}},
	{"the answers are lost", []edit{{inSuite, "match: tcp, do: drop} # everything", "from: server, match: tcp, do: drop}"}}, []string{
		"nothing arrives",
	}},
	{"the port is used for something else", []edit{
		{inSuite, "options: {syn_retries: 1}, fails: connection timed out}\n", "options: {syn_retries: 1}, fails: connection timed out}" + clientListens},
	}, []string{"the client has closed it"}},
}

var flowControl = []mutant{
	{"there is room for everything", []edit{
		{inSuite, "receive_buffer: 16KiB", "receive_buffer: 200KiB"},
		{inSuite, "          timeout: 4s\n          for:\n            at: client:eth0\n", "          timeout: 1s\n          for:\n            at: client:eth0\n"},
	}, []string{
		"the window closes, the client probes, and reading opens it",
		"a closed window is kept to",
	}},
	{"the end is not read", []edit{{inSuite, "octets: 100000, as: got}", "octets: 90000, as: got}"}}, []string{"all octets arrive"}},
}

var deadPeer = []mutant{
	{"nobody asks", []edit{{inSuite, ", options: {keepalive: {idle: 1s, interval: 1s, count: 2}}", ""}}, []string{
		"a live peer answers",
		"a dead one is asked twice more",
		"at intervals of a second, after which it is given up",
		"the connection ends at the client",
	}},
	{"the server resets", []edit{{inSuite, " # the end\n", "\n      - reset: s\n"}}, []string{"the server has noticed nothing"}},
	{"the other cable", []edit{{inSuite, "down: \"server:eth0 -- sw\"} # the cable", "down: \"client:eth0 -- sw\"}"}}, []string{
		"it has a cable all the time",
		"the server has none",
	}},
}

var privileged = []mutant{
	{"everybody may have every port", []edit{
		{inSuite, "server: {interfaces: {eth0: 10.0.0.2/24}}\n        open:", "server: {interfaces: {eth0: 10.0.0.2/24}, sysctls: {net.ipv4.ip_unprivileged_port_start: 0}}\n        open:"},
		{inSuite, "as: refused, unprivileged: on, fails: permission denied} # refused", "as: refused, unprivileged: on}"},
		{inSuite, "network: udp, as: dns, unprivileged: on, fails: permission denied}", "network: udp, as: dns, unprivileged: on}"},
		{inSuite, "source: \":1023\", as: source, unprivileged: on, fails: permission denied}", "source: \":1023\", as: source}"},
		{inSuite, "ip_unprivileged_port_start: 80}", "ip_unprivileged_port_start: 79}"},
		{inSuite, "as: below, unprivileged: on, fails: permission denied}", "as: below, unprivileged: on}"},
	}, []string{
		"port 1023 is not",
		"nor is one of UDP",
		"nor as the port of a client",
		"below it, ports are refused as well",
	}},
	{"nobody talks", []edit{
		{inSuite, "as: shell} # root\n", "as: shell}\n      - close: shell\n      - reset: c\n      - reset: d\n"},
	}, []string{
		"port 1024 is for everybody",
		"root may have a low port",
		"where it begins is a setting",
	}},
}

var ports = []mutant{
	{"the services are mixed up", []edit{
		{inSuite, "- send: {on: s22, data: SSH-2.0}", "- send: {on: s22, data: HTTP/1.1}"},
		{inSuite, "- send: {on: s80, data: HTTP/1.1}", "- send: {on: s80, data: SSH-2.0}"},
	}, []string{"each service is told by its port"}},
	{"the client chooses its port", []edit{
		{inSuite, `to: "server:80", as: c80}`, `to: "server:80", source: ":1025", as: c80}`},
	}, []string{"the client's port is one that nobody is known by"}},
	{"no port is closed", []edit{
		{inSuite, "      - listen: {node: server, address: \":22\", as: shell}\n", "      - listen: {node: server, address: \":22\", as: shell}\n      - listen: {node: server, address: \":81\", as: t81}\n      - listen: {node: server, address: \":81\", network: udp, as: d81}\n"},
	}, []string{
		"a closed port of TCP answers with a reset",
		"a closed port of UDP answers with an error of ICMP",
	}},
	{"a connection ends", []edit{
		{inSuite, "- recv: {on: u81, fails: connection refused}\n", "- recv: {on: u81, fails: connection refused}\n      - reset: c22\n"},
	}, []string{
		"both connections are there",
		"at the server they differ by the port",
	}},
}
