package cases_test

// The mutants of the suite ethernet.

var frameHeader = []mutant{
	{"pc2 has another hardware address", []edit{
		{inSuite, "pc2: {interfaces: {eth0: 10.0.0.2/24}}\n  links:", "pc2: {interfaces: {eth0: {address: 10.0.0.2/24, mac: \"02:00:00:00:00:42\"}}}\n  links:"},
	}, []string{"six octets of whom it is for, six of whom it is from, two of what is in it"}},
	{"the packet is smaller", []edit{{inSuite, "size: 1472}\n    assert:", "size: 1000}\n    assert:"}}, []string{
		"behind them is the packet, and nothing else",
	}},
	{"frames are longer", []edit{
		{inSuite, "  name: ethernet\n", "  name: ethernet\n  defaults: {mtu: 9000}\n"},
		{inSuite, "size: 1472}\n    assert:", "size: 2000}\n    assert:"},
	}, []string{"what a capture does not show"}},
}

var frameLength = []mutant{
	{"nobody fills up", []edit{{inSuite, "pad: on}", "wire: on}"}}, []string{
		"data of 28 octets is filled up to 46",
		"one octet more takes a second frame",
	}},
	{"pc2 answers no ping", []edit{
		{inSuite, "pc2: {interfaces: {eth0: 10.0.0.2/24}}\n  links:", "pc2: {interfaces: {eth0: 10.0.0.2/24}, sysctls: {net.ipv4.icmp_echo_ignore_all: 1}}\n  links:"},
	}, []string{"the packet knows how long it is, so the filling does no harm"}},
	{"45 octets", []edit{{inSuite, "size: 18}", "size: 17}"}}, []string{"46 octets are enough"}},
	{"frames are shorter", []edit{{inSuite, "  name: ethernet\n", "  name: ethernet\n  defaults: {mtu: 1400}\n"}}, []string{
		"1,500 octets fit",
		"one octet more takes a second frame",
	}},
	{"the second frame is lost", []edit{
		{inSuite, "    covers: [C2]\n", "    covers: [C2]\n    faults: [{name: lost, on: \"pc1:eth0 -- pc2:eth0\", from: pc1, match: ip.frag_offset > 0, do: drop}]\n"},
	}, []string{"one octet more takes a second frame", "and arrives whole"}},
	{"it may be cut", []edit{{inSuite, "size: 1473, df: on,", "size: 1473,"}}, []string{"where it may not be cut it is not sent at all"}},
}

var hardwareAddress = []mutant{
	{"the next card of the maker", []edit{{inSuite, "mac: \"00:00:5e:00:53:01\"", "mac: \"00:00:5e:00:53:02\""}}, []string{
		"three octets are the maker's, three count his cards",
	}},
	{"both are made up", []edit{{inSuite, "mac: \"00:00:5e:00:53:01\"", "mac: \"02:00:5e:00:53:01\""}}, []string{
		"three octets are the maker's, three count his cards",
		"a bit tells that an address was given by a maker",
	}},
	{"both are bought", []edit{{inSuite, "mac: \"02:00:00:00:00:02\"", "mac: \"00:00:5e:00:53:02\""}}, []string{
		"and that another one was made up here",
	}},
	{"the packet to a group goes to one", []edit{{inSuite, "eth.dst: \"01:00:5e:00:00:01\"", "eth.dst: \"00:00:5e:00:00:01\""}}, []string{
		"a bit tells an address of many from that of one",
	}},
	{"a group sends", []edit{{inSuite, "eth.dst: \"01:00:5e:00:00:01\"", "eth.src: \"03:00:5e:00:53:01\", eth.dst: \"01:00:5e:00:00:01\""}}, []string{
		"nobody sends as many",
	}},
}

var twins = []mutant{
	{"the twin says nothing", []edit{
		without(inSuite, `      - frame: {from: "twin:eth0", layers: [eth, arp]} # it says that it is there`,
			"      - wait: {for: {fdb: {node: sw, mac: pc2.eth0, port: twin}}}"),
		{inSuite, "as: astray, fails: true}", "as: astray}"},
	}, []string{
		"the switch sends to where it heard the address last",
		"pc2 does not get the second ping",
		"so there is no answer",
		"the twin takes the frame, and throws the packet away",
	}},
	{"pc2 does not speak either", []edit{
		without(inSuite, `      - frame: {from: "pc2:eth0", layers: [eth, arp]} # so does pc2`,
			"      - wait: {for: {fdb: {node: sw, mac: pc2.eth0, port: pc2}}}\n      - ping: {from: pc1, to: pc2, as: again}"),
		{inSuite, "as: astray, fails: true}", "as: astray, fails: true}\n      - ping: {from: pc1, to: pc2, as: again}"},
	}, []string{
		"the switch sends to where it heard the address last",
		"pc2 does not get the second ping",
		"once pc2 has spoken it works again",
	}},
}

const toAll = "layers: [eth], payload: hello everybody}"

var broadcast = []mutant{
	{"it is for pc2", []edit{{inSuite, toAll, "layers: [eth], set: {eth.dst: pc2.eth0}, payload: hello everybody}"}}, []string{
		"one frame reaches every host, through both switches",
	}},
	{"the packet is for pc2", []edit{{inSuite, "set: {ip.dst: 255.255.255.255}}", "set: {ip.dst: pc2}}"}}, []string{
		"so does a packet to all",
		"the router keeps it, and the packet to all too",
	}},
	{"pc1 says it twice", []edit{{inSuite, toAll, "layers: [eth], payload: hello everybody, count: 2}"}}, []string{
		"each of them once",
		"it does not come back to who sent it",
	}},
	{"the router says it to the others", []edit{
		{inSuite, toAll, toAll + "\n      - frame: {from: \"gw:wan\", layers: [eth], payload: hello everybody}"},
	}, []string{"the router keeps it, and the packet to all too"}},
}

var forAnother = []mutant{
	{"the hub is a switch", []edit{{inSuite, "hub: {kind: hub}", "hub: {kind: switch}"}}, []string{
		"pc3 hears what pc1 and pc2 say to each other",
		"from the cable came all of them",
	}},
	{"the frame is for pc3", []edit{{inSuite, `eth.dst: "02:00:00:00:00:99", ip.dst`, "eth.dst: pc3.eth0, ip.dst"}}, []string{
		"a frame with the address of nobody arrives, too",
		"pc3 does not answer it, though the packet is for it",
		"of all the echo messages its IP has seen one",
	}},
}

const (
	asks    = `      - frame: {from: "pc1:eth0", layers: [eth], set: {eth.dst: pc2.eth0}, payload: "where are you?"}` + "\n"
	expires = "      - wait: {for: {fdb: {node: sw, mac: pc1.eth0, count: 0}}}"
	welcome = `      - frame: {from: "pc2:eth0", layers: [eth], set: {eth.dst: pc1.eth0}, payload: welcome}` + "\n"
)

var learningSwitch = []mutant{
	{"pc2 has spoken before", []edit{{inSuite, asks, `      - frame: {from: "pc2:eth0", layers: [eth], payload: hello}` + "\n" + asks}}, []string{
		"a frame to an address that it does not know goes to everybody",
	}},
	{"the answer is for everybody", []edit{{inSuite, "set: {eth.dst: pc1.eth0}, payload: here}", "payload: here}"}}, []string{
		"from it the switch has learned where pc1 is, and sends the answer there alone",
	}},
	{"pc1 has not moved", []edit{without(inSuite,
		`      - frame: {from: "pc3:eth0", layers: [eth], set: {eth.src: pc1.eth0, eth.dst: pc2.eth0}, payload: I have moved}`,
		"      - wait: {for: {fdb: {node: sw, mac: pc1.eth0, port: pc3, state: learned}}}",
	)}, []string{
		"one that sends from another place has moved",
		"the switch knows one place for an address, and the last one",
	}},
	{"pc2 has moved, too", []edit{{inSuite, "      - snapshot: {node: sw, as: moved}", `      - frame: {from: "pc3:eth0", layers: [eth], set: {eth.src: pc2.eth0}, payload: me too}
      - snapshot: {node: sw, as: moved}`}}, []string{
		"the switch knows one place for an address, and the last one",
	}},
	{"the switch speaks", []edit{{inSuite, welcome, welcome + `      - frame: {from: "sw:pc1", layers: [eth], payload: "here I am"}` + "\n"}}, []string{
		"it is in no frame itself",
	}},
}

var forgetfulSwitch = []mutant{
	{"it is asked for too early", []edit{without(inSuite, expires)}, []string{
		"an address that sends nothing is forgotten, and what is for it goes to everybody again",
	}},
}
