package cases_test

// The mutants of the suite physical: cables, and what joins them.

var unplugged = []mutant{
	{"the cable stays", []edit{{inSuite, "      - link: {down: \"client:eth0 -- server:eth0\"} # for good\n", ""}}, []string{
		"the client has no carrier, though its interface is up",
		"neither has the server",
		"the route is not used",
	}},
	{"somebody removes the address", []edit{
		{inSuite, "\"client:eth0 -- server:eth0\"} # for good\n", "\"client:eth0 -- server:eth0\"}\n      - exec: {node: client, command: ip addr flush dev eth0}\n"},
	}, []string{"the address stays"}},
}

var setDown = []mutant{
	{"the interface stays up", []edit{{inSuite, "      - link: {down: \"client:eth0\"}\n", ""}}, []string{
		"the interface is down",
		"the other end of the cable has no carrier",
		"its routes are gone",
	}},
	{"somebody removes the routes of the other end", []edit{
		{inSuite, "- link: {down: \"client:eth0\"}\n", "- link: {down: \"client:eth0\"}\n      - exec: {node: server, command: ip route flush dev eth0}\n"},
	}, []string{"those of the other end are not"}},
}

var gap = []mutant{
	{"the cable is not plugged in again", []edit{
		{inSuite, "      - link: {up: \"client:eth0 -- server:eth0\"} # again\n      - recv: {on: s, data: in the gap, timeout: 20s", "      - recv: {on: s, data: in the gap, timeout: 300ms"},
	}, []string{
		"both ends have a carrier again",
		"the server too",
		"what was sent in the gap comes behind it",
	}},
	{"the server resets", []edit{{inSuite, "timeout: 20s, as: late}", "timeout: 20s, as: late}\n      - reset: s"}}, []string{
		"by the same connection",
		"which nobody opened again, or reset",
	}},
}

var lines = []mutant{
	{"cables that take no time", []edit{
		{inSuite, "media: 10base-t}", "wire: on}"},
		{inSuite, "media: 100base-t}", "wire: on}"},
		{inSuite, "media: dsl}", "pad: on}"},
		{inSuite, "media: satellite, loss: 0%}", "wire: on}"},
	}, []string{
		"DSL takes its time, twice",
		"the way to a satellite is long",
		"Ethernet pads short frames to 60 octets",
		"at 100 Mbit/s too, frames are padded",
		"other lines do not",
		"10 Mbit/s",
		"100 Mbit/s",
		"DSL up, 1 Mbit/s",
		"DSL down, 16 Mbit/s",
	}},
	{"Ethernet around the world", []edit{
		{inSuite, "media: 10base-t}", "media: 10base-t, delay: 600ms}"},
		{inSuite, "octets: 200kB", "octets: 2kB"}, // or it takes many times around the world
	}, []string{"Ethernet answers at once"}},
	{"100 Mbit/s around the world", []edit{
		{inSuite, "media: 100base-t}", "media: 100base-t, delay: 600ms}"},
		{inSuite, "octets: 2MB", "octets: 2kB"},
	}, []string{"at 100 Mbit/s too"}},
}

var gigabit = []mutant{
	{"cables that take no time", []edit{
		{inSuite, "media: 1000base-t}", "wire: on}"},
		{inSuite, "media: fibre}", "wire: on}"},
	}, []string{
		"copper pads short frames to 60 octets",
		"glass pads them, too",
	}},
	{"slow ones", []edit{
		{inSuite, "media: 1000base-t}", "media: 1000base-t, rate: 3mbit}"},
		{inSuite, "media: fibre}", "media: fibre, rate: 3mbit}"},
	}, []string{
		"1000 Mbit/s",
		"1000 Mbit/s for a long way",
	}},
	{"copper around the world", []edit{
		{inSuite, "media: 1000base-t}", "media: 1000base-t, delay: 600ms}"},
		{inSuite, "octets: 2MB", "octets: 2kB"}, // or it takes many times around the world
	}, []string{"the short line answers at once"}},
	{"glass around the world", []edit{
		{inSuite, "media: fibre}", "media: fibre, delay: 600ms}"},
		{inSuite, "octets: 2MB", "octets: 2kB"},
	}, []string{"light takes its time"}},
}

var wifi = []mutant{
	{"a cable for a radio", []edit{
		{inSuite, "media: wifi, loss: 0%}", "pad: on}"},
		{inSuite, "media: wifi, queue: 5000}", "wire: on}"},
	}, []string{
		"nothing takes less than a millisecond",
		"short frames are not padded",
		"50 Mbit/s",
		"a few frames of 4,000 are lost",
	}},
	{"a radio that is off", []edit{{inSuite, "media: wifi, loss: 0%}", "media: wifi, loss: 100%}"}}, []string{
		"others take more", // which a busy machine may make of any line
	}},
	{"far, and always the same", []edit{
		{inSuite, "media: wifi, loss: 0%}", "media: wifi, loss: 0%, jitter: 0s, delay: 600ms}"},
		{inSuite, "count: 24, interval: 6ms", "count: 3, interval: 6ms"},
	}, []string{
		"some take less than two",
		"there and back is there in time",
	}},
}

var lte = []mutant{
	{"a cable for a radio", []edit{
		{inSuite, "media: 4g, loss: 0%}", "wire: on}"},
		{inSuite, "media: 4g, queue: 5000}", "wire: on}"},
	}, []string{
		"nothing takes less than 20 ms",
		"there and back is there in time",
		"10 Mbit/s up",
		"40 Mbit/s down",
		"a few frames of 16,000 are lost",
	}},
	{"a radio that is off", []edit{{inSuite, "media: 4g, loss: 0%}", "media: 4g, loss: 100%}"}}, []string{
		"others take more",
	}},
	{"always the same", []edit{{inSuite, "media: 4g, loss: 0%}", "media: 4g, loss: 0%, jitter: 0s}"}}, []string{
		"some take less than 25",
	}},
}

var joined = []mutant{
	{"the switch knows already", []edit{
		{inSuite, "- frame: {from: \"a:eth0\"", "- ping: {from: a, to: b}\n      - frame: {from: \"a:eth0\""},
	}, []string{"a frame to an address that the switch does not know goes to everybody"}},
	{"a hub for a switch", []edit{{inSuite, "sw: {kind: switch}", "sw: {kind: hub}"}}, []string{
		"one to an address that it knows goes there, and nowhere else",
	}},
	{"a switch for a hub", []edit{{inSuite, "hub: {kind: hub}", "hub: {kind: switch}"}}, []string{"a hub gives everything to all"}},
	{"somebody does not listen", []edit{
		{inSuite, "- frame: {from: \"a:eth0\"", "- link: {down: \"c:eth0\"}\n      - frame: {from: \"a:eth0\""},
	}, []string{"a broadcast goes to all"}},
}
