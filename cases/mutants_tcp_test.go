package cases_test

// The mutants of the suite tcp: two machines and a cable.

// Faults of the suite that are taken away: what they are to befall does not
// come.
var (
	noLostSYN    = edit{inSuite, "match: tcp.flags == 0x002, nth: 1, do: drop}", "match: udp, optional: true, do: drop}"}
	noLostSYNACK = edit{inSuite, "match: tcp.flags == 0x012, nth: 1, do: drop}", "match: udp, optional: true, do: drop}"}
	noLostACK    = edit{inSuite, "match: tcp.flags == 0x010, nth: 1, do: drop}", "match: udp, optional: true, do: drop}"}
	noHeldSYNs   = edit{inSuite, "match: tcp.flags == 0x002, do: {hold", "match: udp, optional: true, do: {hold"}
	noHeldFINs   = edit{inSuite, "match: tcp.flags.fin == 1, do: {hold", "match: udp, optional: true, do: {hold"}
)

var opening = []mutant{
	{"another text", []edit{{inSuite, "data: hello}", "data: help}"}}, []string{
		"each side confirms the other's number plus one",
	}},
	{"the client takes smaller segments", []edit{
		{inSuite, "as: c}\n      - accept: {of: listener, as: s}\n      - send: {on: c, data: hello}", "as: c, options: {mss: 1000}}\n      - accept: {of: listener, as: s}\n      - send: {on: c, data: hello}"},
	}, []string{"both SYNs tell the largest segment"}},
	{"the client resets", []edit{{inSuite, "- recv: {on: s, data: hello}", "- recv: {on: s, data: hello}\n      - reset: c"}}, []string{
		"no segment more than is needed",
		"the client is ESTABLISHED",
		"the server is ESTABLISHED",
	}},
}

var lostSYN = []mutant{
	{"nothing is lost", []edit{noLostSYN}, []string{"the same SYN comes after a second, and is answered"}},
	{"a second connection", []edit{
		{inSuite, "# after a lost SYN\n", "\n      - connect: {from: client, to: \"server:80\", as: other}\n"},
	}, []string{"the server has seen one of them"}},
	{"the server resets", []edit{{inSuite, "# after a lost SYN\n", "\n      - reset: s\n"}}, []string{"the connection is there"}},
}

var lostSYNACK = []mutant{
	{"nothing is lost", []edit{noLostSYNACK}, []string{
		"the same SYN-ACK comes after a second",
		"the client hears of the server only then",
	}},
	{"the server resets", []edit{{inSuite, "# after a lost SYN-ACK\n", "\n      - reset: s\n"}}, []string{"there is one connection"}},
}

var lostACK = []mutant{
	{"nothing is lost", []edit{noLostACK}, []string{"the server has seen no ACK without data before"}},
	{"another text", []edit{{inSuite, "data: after a lost ACK}", "data: later}"}}, []string{"the data confirms what the ACK did"}},
	{"the server resets", []edit{
		{inSuite, "- recv: {on: s, data: after a lost ACK}", "- recv: {on: s, data: after a lost ACK}\n      - reset: s"},
	}, []string{"the server is ESTABLISHED"}},
}

var closing = []mutant{
	{"the server resets", []edit{{inSuite, "- close: s\n", "- reset: s\n"}}, []string{
		"two FINs, each confirmed, and data in between",
		"nobody resets",
		"the client reads the end behind the data",
		"who closed first remembers the connection",
	}},
	{"the server does not close", []edit{{inSuite, "\n      - close: s\n", "\n"}}, []string{
		"two FINs, each confirmed, and data in between",
		"the client reads the end behind the data",
		"who closed first remembers the connection",
	}},
	{"the server speaks to the port otherwise", []edit{
		{inSuite, "- close: c\n", "- close: c\n      - connect: {from: server, to: \"client:51775\", network: udp, as: other}\n"},
	}, []string{"the other one has forgotten it"}},
}

var refusal = []mutant{
	{"somebody listens", []edit{
		{inSuite, "- connect: {from: client, to: \"server:80\", source: \":51775\", as: c, fails", "- listen: {node: server, address: \":80\", as: listener}\n      - connect: {from: client, to: \"server:80\", source: \":51775\", as: c, fails"},
	}, []string{
		"the answer is a reset that confirms the SYN",
		"the client does not try again",
	}},
	{"the port is used for something else", []edit{
		{inSuite, "as: c, fails: connection refused}", "as: c, fails: connection refused}\n      - listen: {node: client, address: \":51775\", as: other}"},
	}, []string{"nothing is left of it"}},
}

var bothOpen = []mutant{
	{"one after the other", []edit{noHeldSYNs, {
		inSuite, "as: c, begin: on}\n      - connect: {from: server", "as: c, begin: on}\n      - connected: {of: c, fails: connection refused}\n      - connect: {from: server",
	}}, []string{
		"the client's SYN is confirmed, and it confirms the server's",
		"so does the server",
		"there is one connection at the client",
		"there is one connection at the server",
	}},
}

var bothClose = []mutant{
	{"one after the other", []edit{noHeldFINs, {
		inSuite, "      - shutdown: {on: s, how: write} # with the other\n",
		"      - wait: {for: {socket: {node: server, remote: \"client:51775\", state: CLOSE_WAIT}}}\n      - shutdown: {on: s, how: write}\n",
	}}, []string{
		"neither FIN confirms the other, and an ACK does",
		"and so does the server",
	}},
	{"the server does not close", []edit{noHeldFINs, {inSuite, "      - shutdown: {on: s, how: write} # with the other\n", ""}}, []string{
		"neither FIN confirms the other, and an ACK does",
		"the client remembers the connection",
		"and so does the server",
	}},
}
