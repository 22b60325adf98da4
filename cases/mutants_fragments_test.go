package cases_test

// The mutants of the suite fragments: a line of 1,500 octets between two of 9,000.

var fiveThousand = []mutant{
	{"DF is set", []edit{without(inSuite, "        net.ipv4.ip_no_pmtu_disc: 1 # DF stays clear: routers may fragment")}, []string{
		"the packet leaves pc in one piece",
		"the router cuts it into four",
		"the next router leaves them as they are, although its line is wide again",
		"the receiver puts one packet together",
	}},
	{"there is one octet more", []edit{
		{inSuite, "octets: 4960, as: request}\n      - recv: {on: s, octets: 4960, as: got}\n    assert:\n      - name: the packet leaves", "octets: 4961, as: request}\n      - recv: {on: s, octets: 4960, as: got}\n    assert:\n      - name: the packet leaves"},
	}, []string{
		"the packet leaves pc in one piece",
		"the octets are those that were sent",
	}},
}

var anyOrder = []mutant{
	{"another number", []edit{{inSuite, "ip.id: 3,", "ip.id: 9,"}}, []string{
		"the first comes first, in the middle, and last",
	}},
	{"one of them says something else", []edit{{inSuite, `ip.id: 2, ip.proto: 17, ip.frag_offset: 2}, payload: " order"}`, `ip.id: 2, ip.proto: 17, ip.frag_offset: 2}, payload: " ordre"}`}}, []string{
		"six orders make six times the same datagram",
	}},
	{"one packet more", []edit{{inSuite, "      - recv: {on: s, data: whatever order, as: last}\n", "      - recv: {on: s, data: whatever order, as: last}\n      - ping: {from: pc, to: web, size: 3000}\n"}}, []string{
		"the kernel has put all of them together",
		"and needed all of the fragments",
	}},
	{"pc sends from another port", []edit{{inSuite, "udp.srcport: 51775", "udp.srcport: 51776"}}, []string{
		"what the program gets does not tell in which order it came",
	}},
}

var lostFragment = []mutant{
	{"of the second one the middle is lost, too", []edit{
		{inSuite, "match: ip.frag_offset == 0 && ip.flags.mf == 1, nth: 2,", "match: ip.frag_offset == 185, nth: 1,"},
	}, []string{
		"fragments of both arrive",
		"without the first fragment it says nothing",
	}},
	{"of the first one nothing is lost", []edit{
		{inSuite, "match: ip.frag_offset == 185, nth: 1, do: drop}", "match: tcp, optional: true, do: drop}"},
		{inSuite, "name: IpReasmTimeout, value: 2}", "name: IpReasmTimeout, value: 1}"},
	}, []string{
		"nothing of them is received",
		"the receiver says that its time was over, with the first fragment",
	}},
}

var overlap = []mutant{
	{"it does not", []edit{
		{inSuite, "payload: whatever is mine}", "payload: whatever}"},
		{inSuite, `payload: " order of mine"}`, `payload: " order"}`},
	}, []string{
		"a fragment that overlaps another one spoils all of them",
		"the kernel says so",
		"one packet of the two is put together",
	}},
	{"the good one says something else", []edit{{inSuite, `ip.id: 2, ip.proto: 17, ip.frag_offset: 2}, payload: " order"}`, `ip.id: 2, ip.proto: 17, ip.frag_offset: 2}, payload: " ordre"}`}}, []string{
		"one that comes twice does no harm",
	}},
}

var pathMTU = []mutant{
	{"DF is clear", []edit{without(inSuite, "      - sysctl: {node: pc, set: {net.ipv4.ip_no_pmtu_disc: 0}} # DF is set")}, []string{
		"the router drops the packet, and tells the MTU of its line",
		"pc sends the same octets again, in packets that fit",
		"no packet is cut",
		"pc remembers the MTU of the way",
	}},
	{"there is one octet more", []edit{
		{inSuite, "octets: 4960, as: request}\n      - recv: {on: s, octets: 4960, as: got}\n    assert:\n      - name: the router drops", "octets: 4961, as: request}\n      - recv: {on: s, octets: 4960, as: got}\n    assert:\n      - name: the router drops"},
	}, []string{"the octets are those that were sent"}},
}

var blackHole = []mutant{
	{"the router says what it should", []edit{{inSuite, "firewall: {output: [drop protocol icmp type 3 code 4]}", "firewall: {output: [accept protocol icmp type 3 code 4]}"}}, []string{
		"the large packet is sent again and again",
		"it never passes the router",
		"and nobody is told",
	}},
	{"something else is small", []edit{{inSuite, "- send: {on: c, data: small}", "- send: {on: c, data: short}"}}, []string{
		"the connection is there, and what is small arrives",
	}},
}

var probing = []mutant{
	{"pc does not probe", []edit{
		{inSuite, "net.ipv4.tcp_mtu_probing: 1", "net.ipv4.tcp_mtu_probing: 0"},
		{inSuite, "as: got, timeout: 8s}", "as: got, timeout: 2s}"},
	}, []string{"what did not pass is sent in smaller segments"}},
	{"there is one octet more", []edit{
		{inSuite, "octets: 4960, as: request}\n      - recv: {on: s, octets: 4960, as: got, timeout: 8s}", "octets: 4961, as: request}\n      - recv: {on: s, octets: 4960, as: got, timeout: 8s}"},
	}, []string{"the octets are those that were sent"}},
}

var clamping = []mutant{
	{"r2 changes nothing", []edit{{inSuite, "firewall: {forward: [clamp]}", "firewall: {forward: [accept]}"}}, []string{
		"both ends say 8960, and hear 1460",
		"so no segment is too long",
	}},
	{"there is one octet more", []edit{
		{inSuite, "octets: 4960, as: request}\n      - recv: {on: s, octets: 4960, as: got}\n    assert:\n      - name: both ends", "octets: 4961, as: request}\n      - recv: {on: s, octets: 4960, as: got}\n    assert:\n      - name: both ends"},
	}, []string{"the octets are those that were sent"}},
}
