package cases_test

// The mutants of the suite routing: three routers with routing daemons. They
// need what its cases need.

var learned = []mutant{
	{"they talk by another port", []edit{
		{inSuite, "local as", "local port 1179 as"},
		{inSuite, " as 65001; }", " port 1179 as 65001; }"},
		{inSuite, " as 65002; }", " port 1179 as 65002; }"},
		{inSuite, " as 65003; }", " port 1179 as 65003; }"},
	}, []string{"they tell each other by TCP, port 179"}},
	{"somebody wrote the routes of r1", []edit{
		{inSuite, "      interfaces: {lan: 10.0.1.1/24, r2: 10.1.12.1/30, r3: 10.1.13.1/30}\n", "      interfaces: {lan: 10.0.1.1/24, r2: 10.1.12.1/30, r3: 10.1.13.1/30}\n" +
			"      sysctls: {net.ipv4.conf.all.ignore_routes_with_linkdown: 1}\n" +
			"      routes: [10.0.2.0/24 via 10.1.12.2, 10.0.3.0/24 via 10.1.13.2, 10.0.3.0/24 via 10.1.12.2 metric 10]\n"},
		{inSuite, "router id 10.0.1.1;\n              log stderr all;\n              protocol device { scan time 1; }\n              protocol direct { ipv4; interface \"lan\"; }\n              protocol kernel { ipv4 { export where source = RTS_BGP; }; }",
			"router id 10.0.1.1;\n              log stderr all;\n              protocol device { scan time 1; }\n              protocol direct { ipv4; interface \"lan\"; }"},
	}, []string{
		"the kernel has its routes from BIRD",
		"and from nobody else",
	}},
	{"r1 has another way to web", []edit{
		{inSuite, "      interfaces: {lan: 10.0.1.1/24, r2: 10.1.12.1/30, r3: 10.1.13.1/30}\n", "      interfaces: {lan: 10.0.1.1/24, r2: 10.1.12.1/30, r3: 10.1.13.1/30}\n      routes: [10.0.3.10/32 via 10.1.12.2]\n"},
	}, []string{
		"and from nobody else",
		"at first the way is the direct line",
		"with the line it is the direct one again",
	}},
	{"srv has no gateway", []edit{
		{inSuite, "srv: {interfaces: {eth0: {address: 10.0.2.10/24, gateway: 10.0.2.1}}}", "srv: {interfaces: {eth0: 10.0.2.10/24}, intended: [no-way-back]}"},
	}, []string{
		"r1 was told of the network of srv, too",
		"and so was r3",
	}},
	{"r2 says nothing", []edit{
		{inSuite, "      interfaces: {lan: 10.0.2.1/24, r1: 10.1.12.2/30, r3: 10.1.23.1/30}\n", "      interfaces: {lan: 10.0.2.1/24, r1: 10.1.12.2/30, r3: 10.1.23.1/30}\n      firewall: {output: [drop protocol icmp type 11]}\n"},
	}, []string{"without the line it is that by r2"}},
}
