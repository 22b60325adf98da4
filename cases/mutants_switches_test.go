package cases_test

// The mutants of the suite switches: what keeps frames from running in circles.

var storm = []mutant{
	{"there is a tree", []edit{{inSuite, "s[1-3]: {kind: switch}", "s[1-3]: {kind: switch, stp: on}"}}, []string{
		"a frame to all runs around, and b gets it again and again",
		"who sent it gets it too",
		"now a is where s2 is, as s1 sees it",
		"and now it is where s3 is",
	}},
}

var tree = []mutant{
	{"nobody chose the root", []edit{{inSuite, "stp: {priority: 4096, hello_time: 1s}", "stp: {priority: 61440, hello_time: 1s}"}}, []string{
		"the lowest identifier makes s1 root",
		"s2 takes the short way to it",
		"so does s3",
		"on the third cable one end is blocked",
		"the root speaks every second",
		"s2 passes on what it says, and adds the cost of its way",
	}},
	{"the short way of s3 is dear", []edit{{inSuite, "s3: {kind: switch, stp: {hello_time: 1s}}", "s3: {kind: switch, stp: {hello_time: 1s, ports: {s1: {cost: 100}}}}"}}, []string{
		"so does s3",
		"on the third cable one end is blocked",
	}},
	{"the short way of s2 is dear", []edit{{inSuite, "s2: {kind: switch, stp: {hello_time: 1s}}", "s2: {kind: switch, stp: {hello_time: 1s, ports: {s1: {cost: 100}}}}"}}, []string{
		"s2 takes the short way to it",
		"and the other is not",
		"s2 passes on what it says, and adds the cost of its way",
	}},
	{"two frames", []edit{{inSuite, "[eth, ip, udp], payload: to all}", "[eth, ip, udp], payload: to all, count: 2}"}}, []string{
		"a frame to all comes once",
		"and crosses each cable once, the third one in vain",
	}},
	{"the root speaks seldom", []edit{{inSuite, "stp: {priority: 4096, hello_time: 1s}", "stp: {priority: 4096, hello_time: 4s}"}}, []string{
		"the root speaks every second",
	}},
	{"what the root says gets to a", []edit{{inSuite, "      - frame: {from: \"a:eth0\", layers: [eth, ip, udp]", `      - frame:
          from: "s2:a"
          layers: [eth]
          set: {eth.dst: "01:80:c2:00:00:00", eth.src: s1.s2, eth.type: 38}
          hex: 42 42 03 00 00 00 00 00 10 00 02 00 00 00 00 03 00 00 00 00 10 00 02 00 00 00 00 03 80 01 00 00 14 00 01 00 02 00
      - frame: {from: "a:eth0", layers: [eth, ip, udp]`}}, []string{
		"a hears what s2 says to bridges, and no other switch",
	}},
}

var healing = []mutant{
	{"the cable stays", []edit{{inSuite, "      - link: {down: s3:s1 -- s1}\n", ""}}, []string{
		"the way that was blocked is the way to the root now",
		"the end without a cable is disabled",
		"while the port listens and learns, nothing passes",
		"b is where s3 is now",
		"s3 tells of the change, and s2 tells the root",
		"the root tells everybody",
	}},
	{"b is unplugged, too", []edit{{inSuite, "      - snapshot: {node: s3, as: healed}", "      - link: {down: s3:b -- b}\n      - snapshot: {node: s3, as: healed}"}}, []string{
		"these two ports have changed, and the one to b has not",
		"then everything does",
	}},
	{"a is gone", []edit{{inSuite, "      - ping: {from: b, to: a, as: later}", "      - link: {down: \"a:eth0\"}\n      - ping: {from: b, to: a, as: later}"}}, []string{
		"then everything does",
	}},
}
