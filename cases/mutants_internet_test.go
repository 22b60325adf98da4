package cases_test

import "strings"

// The mutants of the suite internet.

const (
	inRoot   = "zones/root.zone"
	inCom    = "zones/com.zone"
	inCn     = "zones/cn.zone"
	inGoogle = "zones/google.com.zone"
	inAbc    = "zones/abc.com.zone"
	inPage   = "www/index.html"
)

// The assertions of "one web request".
const (
	allLayers     = "All: the layers come to pc1 one after the other"
	dhcpFour      = "DHCP: four messages give pc1 its address, mask, gateway and resolver"
	dhcpSilence   = "DHCP: the broadcast reaches pc2, which stays silent"
	switchApart   = "Switch: what is for pc1 does not come to pc2"
	dhcpEdge      = "DHCP: no router lets the broadcast through"
	dhcpLease     = "DHCP: pc1 holds its lease for 12 hours"
	hostAddress   = "Host: pc1 has the address and the mask"
	hostGateway   = "Host: pc1 has the gateway"
	hostResolver  = "Host: programs on pc1 see the resolver"
	arpGateway    = "ARP: pc1 asks for its gateway before the first packet goes there, and never for the resolver"
	dnsAsked      = "DNS: pc1 asks its resolver, and wants the whole answer from it"
	dnsWalk       = "DNS: the resolver walks from the root to com to google.com"
	dnsCache      = "DNS: the second question is answered from the cache"
	dnsAgain      = "DNS: and the answer is the same"
	tcpOpen       = "TCP: three segments open the connection, and their numbers fit"
	ipWhole       = "IP: the request leaves pc1 as one packet of 5,000 octets"
	ipFragments   = "IP: gw sends it on as fragments of 1500, 1500, 1500 and 560 octets"
	ipReassembled = "IP: web puts the four fragments together, and has every octet that pc1 sent"
	ipTTL         = "IP: every router takes one from the time to live, there and back"
	natBoth       = "NAT: outside the home the connection is gw's, and its answers find back to pc1"
	httpExchange  = "HTTP: the request as its headers were given, and the page"
	httpPage      = "HTTP: pc1 has the whole page"
	tcpClose      = "TCP: both ends close, each is acknowledged, nobody resets"
	tcpWaits      = "TCP: pc1 closed first, so it is pc1 that waits"
)

// What fails together where there is none of it.
var (
	noConnection = []string{allLayers, tcpOpen, ipWhole, ipFragments, ipReassembled, ipTTL, httpExchange, httpPage, tcpClose, tcpWaits}
	noPage       = []string{allLayers, httpExchange, httpPage}
	noFragments  = []string{ipWhole, ipFragments, ipReassembled}
)

var webRequest = []mutant{
	// The address.
	{"the pool starts at another address", []edit{{inTopology, "range: 192.168.1.100-", "range: 192.168.1.101-"}}, []string{dhcpFour, hostAddress, arpGateway, natBoth, httpPage}},
	{"another mask", []edit{
		{inTopology, "192.168.1.1/24", "192.168.1.1/25"},
		{inTopology, "192.168.1.20/24", "192.168.1.20/25"},
		{inTopology, "-192.168.1.199", "-192.168.1.120"},
	}, []string{dhcpFour, hostAddress}},
	{"another gateway", []edit{{inTopology, "router: 192.168.1.1,", "router: 192.168.1.20,"}}, all(noConnection, []string{dhcpFour, dhcpLease, hostGateway, arpGateway, dnsAsked, dnsWalk})},
	{"another resolver", []edit{{inTopology, "dns: [8.8.8.8], lease", "dns: [198.41.0.4], lease"}}, []string{dhcpFour, dhcpLease, hostResolver, arpGateway, dnsAsked, dnsWalk}},
	{"a shorter lease", []edit{{inTopology, "lease: 12h", "lease: 1h"}}, []string{dhcpFour, dhcpLease}},
	{"no DHCP", []edit{
		{inTopology, "interfaces: {eth0: {dhcp: auto, mtu: 9000}}", "interfaces: {eth0: {address: 192.168.1.100/24, gateway: 192.168.1.1, dns: [8.8.8.8], mtu: 9000}}"},
		{inTopology, "192.168.1.100-", "192.168.1.150-"},
		without(inSuite, "      - dhcp: {node: pc1, do: release}"), // of another case, which is about DHCP
		without(inSuite, "      - dhcp: {node: pc1, do: discover, timeout: 300ms, fails: no server answered}"),
	}, []string{allLayers, dhcpFour, dhcpSilence, dhcpLease, hostGateway}},
	{"pc2 gives addresses too", []edit{
		{inTopology, "  sw: {kind: switch}", "    services: {dhcp: {range: 192.168.1.200-192.168.1.209}}\n    intended: [rogue-dhcp]\n  sw: {kind: switch}"},
	}, []string{dhcpSilence}},
	{"the switch is a hub", []edit{{inTopology, "kind: switch", "kind: hub"}}, []string{switchApart}},
	{"gw is a bridge", []edit{
		{inTopology, "mtu: 9000", "mtu: 1500"},
		{inTopology, "br-lan: {bridge: [lan1], address: 192.168.1.1/24, mtu: 1500}\n      wan: 203.0.113.2/30", "br-lan: {bridge: [lan1, wan], addresses: [192.168.1.1/24, 203.0.113.2/30]}"},
		{inTopology, "masquerade: wan", "masquerade: br-lan"},
	}, []string{dhcpEdge}},

	// The next machine.
	{"pc1 takes the resolver for a neighbour", []edit{
		{inTopology, "net.ipv4.tcp_timestamps: 0 # 20 octets of TCP header, no options", "net.ipv4.tcp_timestamps: 0\n    routes: [8.8.8.8/32 dev eth0]"},
	}, all(noConnection, []string{arpGateway, dnsAsked, dnsWalk})},

	{"pc1 takes web for a neighbour", []edit{
		{inTopology, "net.ipv4.tcp_timestamps: 0 # 20 octets of TCP header, no options", "net.ipv4.tcp_timestamps: 0\n    routes: [172.194.72.105/32 dev eth0]"},
	}, all(noConnection, []string{arpGateway})},

	// The name.
	{"the resolver begins at b", []edit{without(inTopology, "          a.root-servers.net: 198.41.0.4")}, []string{dnsWalk}},
	{"the root sends com to the wrong server", []edit{{inRoot, "a.gtld-servers.net. IN A 192.5.6.30", "a.gtld-servers.net. IN A 203.119.25.1"}}, all(noConnection, []string{dnsAsked, dnsWalk})},
	{"com does not know google.com", []edit{without(inCom, "google IN NS ns1.google.com.", "ns1.google.com. IN A 216.239.32.10")}, all(noConnection, []string{dnsAsked, dnsWalk})},
	{"google.com gives another address", []edit{{inGoogle, "www IN A 172.194.72.105", "www IN A 172.194.72.106"}}, all(noConnection, []string{dnsAsked, dnsWalk})},
	{"google.com gives two addresses", []edit{{inGoogle, "www IN A 172.194.72.105", "www IN A 172.194.72.105\nwww IN A 172.194.72.106"}}, []string{dnsAgain}},
	{"the address may not be kept", []edit{{inGoogle, "www IN A", "www 0 IN A"}}, []string{dnsCache}},

	// The way.
	{"r2 does not know the way to web", []edit{
		without(inTopology, "      - 172.194.72.0/24 via 198.51.100.6"),
		{inTopology, "  r3:\n", "    intended: [no-way-back]\n  r3:\n"},
	}, noConnection},
	{"r1 does not know the way", []edit{
		{inTopology, "r2: 198.51.100.1/30}\n    routes: [default via 198.51.100.2]", "r2: 198.51.100.1/30}\n    routes: [192.0.0.0/8 via 198.51.100.2]\n    intended: [no-way-back]"},
	}, all(noConnection, []string{dnsAsked, dnsWalk})},
	{"gw does not know the way", []edit{
		{inTopology, "routes: [default via 203.0.113.1]", "routes: [8.8.8.0/24 via 203.0.113.1]\n    intended: [no-way-back]"},
	}, noConnection},
	{"the way back from web is missing", []edit{
		{inTopology, "routes: [default via 172.194.72.1 advmss 8960]", "routes: [192.0.0.0/8 via 172.194.72.1 advmss 8960]\n    intended: [no-way-back]"},
	}, noConnection},
	{"no masquerade", []edit{
		{inTopology, "    nat: {masquerade: wan}\n", ""},
		{inTopology, "  r2:\n    kind: router", "  r2:\n    kind: router\n    intended: [no-way-back]"},
	}, all(noConnection, []string{natBoth, dnsAsked})},
	{"gw has a private address outside", []edit{
		{inTopology, "203.0.113.2/30", "192.168.9.2/30"},
		{inTopology, "203.0.113.1/30", "192.168.9.1/30"},
		{inTopology, "via 203.0.113.1]", "via 192.168.9.1]"},
		{inTopology, "203.0.113.0/30", "192.168.9.0/30"},
	}, []string{natBoth}},
	{"r2 bridges instead of routing", []edit{
		{inTopology, "      r1: 198.51.100.2/30\n      r3: 198.51.100.5/30", "      br: {bridge: [r1, r3], addresses: [198.51.100.2/29, 198.51.100.5/29]}"},
		{inTopology, "r2: 198.51.100.1/30}\n    routes: [default via 198.51.100.2]", "r2: 198.51.100.1/29}\n    routes: [default via 198.51.100.2, 172.194.72.0/24 via 198.51.100.6]"},
		{inTopology, "r2: 198.51.100.6/30", "r2: 198.51.100.6/29"},
	}, []string{ipTTL}},

	// The packet.
	{"the LAN has small frames", []edit{{inTopology, "mtu: 9000", "mtu: 1500"}}, noFragments},
	{"web offers the usual segment size", []edit{{inTopology, " advmss 8960", ""}}, noFragments},
	{"pc1 forbids fragments", []edit{{inTopology, "ip_no_pmtu_disc: 1", "ip_no_pmtu_disc: 0"}}, noFragments},
	{"pc1 sends timestamps", []edit{{inTopology, "tcp_timestamps: 0", "tcp_timestamps: 1"}}, noFragments},
	{"there is a smaller link behind", []edit{
		{inTopology, "r3: 198.51.100.5/30", "r3: {address: 198.51.100.5/30, mtu: 1400}"},
		{inTopology, "r2: 198.51.100.6/30", "r2: {address: 198.51.100.6/30, mtu: 1400}"},
	}, []string{ipReassembled}},
	{"the request is an octet shorter", []edit{{inSuite, "to: 4960}", "to: 4959}"}}, all(noFragments, []string{httpPage, tcpClose})},

	// The connection and the page.
	{"web listens elsewhere", []edit{{inTopology, "http: {root: www/}", "http: {listen: \":8080\", root: www/}"}}, noConnection},
	{"pc1 has another port", []edit{{inSuite, "source_port: 51775\n", "source_port: 51776\n"}}, []string{tcpOpen, natBoth, httpPage, tcpClose, tcpWaits}},
	{"the page is not there", []edit{{inSuite, "http://www.google.com/\n", "http://www.google.com/none\n"}}, noPage},
	{"the page is another", []edit{{inPage, "<h1>It worked</h1>", "<h1>It burned</h1>"}}, []string{httpPage}},
	{"another browser", []edit{{inSuite, "User-Agent: Mozilla/5.0", "User-Agent: Mozilla/4.0"}}, []string{httpExchange}},
	{"a header is missing", []edit{without(inSuite, "            Accept-Language: zh-CN,zh;q=0.8")}, []string{httpExchange}},
	{"nobody closes", []edit{{inSuite, "source_port: 51775\n", "source_port: 51775\n          keep_alive: on\n"}}, []string{tcpWaits}},
}

// roots are the root servers, and where each is to be found.
var roots = [...]struct{ letter, address string }{
	{"a", "198.41.0.4"}, {"b", "192.228.79.201"}, {"c", "192.33.4.12"}, {"d", "128.8.10.90"}, {"e", "192.203.230.10"},
	{"f", "192.5.5.241"}, {"g", "192.112.36.4"}, {"h", "128.63.2.53"}, {"i", "192.36.148.17"}, {"j", "192.58.128.30"},
	{"k", "193.0.14.129"}, {"l", "198.32.64.12"}, {"m", "202.12.27.33"},
}

// rootServers has, beside those of all, a mutant for each root server: it is
// somewhere else.
func rootServers() []mutant {
	var mutants []mutant
	for _, r := range roots {
		assertion := r.letter + ".root-servers.net answers at " + r.address
		elsewhere := r.address[:strings.LastIndexByte(r.address, '.')] + ".250"
		mutants = append(mutants, mutant{
			r.letter + " is elsewhere", []edit{{inTopology, "address: " + r.address + "/24", "address: " + elsewhere + "/24"}}, []string{assertion},
		})
	}
	const each = "each names all thirteen and tells where they are, in one datagram"
	return append(mutants,
		mutant{"the root zone knows twelve", []edit{without(inRoot, "@ IN NS m.root-servers.net.")}, []string{each}},
		mutant{"the root zone knows fourteen", []edit{{inRoot, "@ IN NS m.root-servers.net.", "@ IN NS m.root-servers.net.\n@ IN NS n.root-servers.net."}}, []string{each}},
		mutant{"the root zone does not know where m is", []edit{without(inRoot, "m.root-servers.net. IN A 202.12.27.33")}, []string{each, "m.root-servers.net answers at 202.12.27.33"}},
	)
}

var names = []mutant{
	{"the alias is an address itself", []edit{{inGoogle, "mail IN CNAME googlemail.l", "mail IN A 172.194.72.105"}}, []string{
		"the alias is in the answer",
	}},
	{"the alias leads nowhere", []edit{{inGoogle, "mail IN CNAME googlemail.l", "mail IN CNAME nowhere"}}, []string{
		"an alias is followed to its address",
		"the alias is in the answer",
	}},
	{"the missing name is there", []edit{{inGoogle, "www IN A", "nosuch IN A 172.194.72.105\nwww IN A"}}, []string{
		"a name that is not there is NXDOMAIN",
		"and said again",
	}},
	{"a missing name may not be remembered", []edit{{inGoogle, "900 900 1800 60", "900 900 1800 0"}}, []string{
		"that it is not there is remembered",
	}},
	{"the brief record is missing", []edit{without(inGoogle, "brief 0 IN A 172.194.72.105")}, []string{
		"a record that lives for no time is an answer",
		"but it is not remembered",
		"so it is asked for and said again",
	}},
	{"the brief record may be kept", []edit{{inGoogle, "brief 0 IN A", "brief 60 IN A"}}, []string{
		"but it is not remembered",
	}},
	{"abc.com has one sub-domain", []edit{{inAbc, "* IN A", "www IN A"}}, []string{
		"every sub-domain of abc.com has an address",
	}},
	{"cn does not know example.cn", []edit{without(inCn, "example IN NS ns.example.cn.", "ns.example IN A 198.18.0.53")}, []string{
		"a national domain is found by way of cn",
		"its address is known in the end",
	}},
	{"the root does not know cn", []edit{without(inRoot, "cn. IN NS a.dns.cn.", "a.dns.cn. IN A 203.119.25.1")}, []string{
		"a national domain is found by way of cn",
		"its address is known in the end",
	}},
	{"what the root says may not be kept", []edit{{inRoot, "$TTL 86400", "$TTL 0"}}, []string{
		"the root is asked for com and for cn, once each",
	}},
	{"the long answer is short", []edit{{inGoogle, " netrig netrig netrig netrig netrig netrig netrig netrig netrig netrig netrig netrig", ""}}, []string{
		"an answer too long for UDP is cut short, and fetched over TCP",
		"it comes whole",
	}},
	{"a part of the long answer is another", []edit{{inGoogle, `"05 netrig netrig`, `"05 netrig burned`}}, []string{
		"it comes whole",
	}},
}

const (
	rootSilent    = "the resolver asks a, hears nothing for a while, and asks b"
	rootLast      = "next time b is asked at once, and a not at all"
	rootFirst     = "the name is found"
	rootSecond    = "and that name is found, too"
	namesKept     = "a name that was asked for before is still answered"
	namesMemory   = "from memory, without a question to anybody"
	namesBelow    = "so is a new one below com"
	namesCom      = "for where com is served is remembered, too"
	namesLost     = "of cn nobody can say anything"
	namesThirteen = "all thirteen are asked, and each machine says that nobody listens there"
	namesBack     = "one of them is back, and so is cn"
	namesFound    = "and that name is found"
)

var oneRootDown = []mutant{
	{"a answers", []edit{{inSuite, "link: {down: r2:a-root -- a-root:eth0}", "ping: {from: pc1, to: 198.41.0.4}"}}, []string{rootSilent, rootLast}},
	{"a says that nobody listens", []edit{{inSuite, "link: {down: r2:a-root -- a-root:eth0}", "service: {node: a-root, stop: dns}"}}, []string{rootSilent}},
	{"a is not told of", []edit{without(inTopology, "          a.root-servers.net: 198.41.0.4")}, []string{rootSilent, rootLast}},
	{"b is down, too", []edit{{inSuite, "link: {down: r2:a-root -- a-root:eth0}", "parallel:\n          - link: {down: r2:a-root -- a-root:eth0}\n          - service: {node: b-root, stop: dns}"}}, []string{rootSilent, rootLast}},
	{"com does not know google.com", []edit{without(inCom, "google IN NS ns1.google.com.", "ns1.google.com. IN A 216.239.32.10")}, []string{rootFirst}},
	{"cn does not know example.cn", []edit{without(inCn, "example IN NS ns.example.cn.", "ns.example IN A 198.18.0.53")}, []string{rootSecond}},
}

// stopA is the first of the steps that stop the thirteen.
const stopA = "          - service: {node: a-root, stop: dns}\n"

var allRootsDown = []mutant{
	{"a stays", []edit{{inSuite, stopA, ""}}, []string{namesLost, namesThirteen, namesBack}},
	{"a is unplugged", []edit{{inSuite, stopA, "          - link: {down: r2:a-root -- a-root:eth0}\n"}}, []string{namesThirteen}},
	{"the resolver knows twelve", []edit{without(inTopology, "          c.root-servers.net: 192.33.4.12")}, []string{namesThirteen}},
	{"the resolver forgets", []edit{{inSuite, "      - dns: {from: pc1, name: www.google.com, as: kept}", "      - service: {node: resolver, restart: resolver}\n      - dns: {from: pc1, name: www.google.com, as: kept}"}}, []string{
		namesKept, namesBelow, namesCom,
	}},
	{"the address may not be kept", []edit{{inGoogle, "www IN A", "www 0 IN A"}}, []string{namesMemory}},
	{"what the root says may not be kept", []edit{{inRoot, "$TTL 86400", "$TTL 0"}}, []string{namesBelow, namesCom}},
	{"nobody is back", []edit{{inSuite, "{node: m-root, start: dns}", "{node: m-root, stop: dns, fails: true}"}}, []string{namesBack, namesFound}},
	{"l is back", []edit{{inSuite, "{node: m-root, start: dns}", "{node: l-root, start: dns}"}}, []string{namesBack}},
	{"cn does not know example.cn", []edit{without(inCn, "example IN NS ns.example.cn.", "ns.example IN A 198.18.0.53")}, []string{namesFound}},
}

const (
	endsDHCP     = "it ends with DHCP, as nobody answers"
	endsAddress  = "pc1 has no address"
	endsGateway  = "and no gateway"
	endsSilent   = "nothing else leaves pc1"
	endsName     = "it ends with the last name server, as nobody listens there"
	endsFailure  = "pc1 is told that nobody knows, and opens no connection"
	endsCable    = "it ends at r3, which does not find web"
	endsCarrier  = "r3 sees no carrier"
	endsBefore   = "nothing of it comes to web"
	endsBack     = "it ends at r2, on the way back"
	endsRoute    = "r2 does not know the way to pc1's home"
	endsWaiting  = "pc1 waits for an answer"
	endsOpen     = "the connection opens, as its segments are small"
	endsFirst    = "pc1 learns of the first small link, and sends what fits there"
	endsLarge    = "it ends at r2, which says that 1,500 octets are too many"
	endsUnheard  = "which nobody hears"
	endsAgain    = "so pc1 sends the same again, in vain"
	endsRest     = "and of the request web has the end, which is small, and waits for the beginning"
	endsRefused  = "it ends at web, which refuses the connection"
	endsListener = "nobody listens at web"
)

// What breaks the way in these cases, and is there once.
const (
	breaksName  = "service: {node: google, stop: dns}"
	breaksCable = "link: {down: r3:web -- web:eth0}"
	breaksBack  = "route: {node: r2, del: 203.0.113.0/30}"
	breaksLarge = "route: {node: r2, replace: 172.194.72.0/24 via 198.51.100.6 mtu 1400}"
	breaksPage  = "service: {node: web, stop: http}"
)

// harmless is a step in place of one that breaks something.
const harmless = "ping: {from: pc1, to: 192.168.1.1}"

var noAddress = []mutant{
	{"gw serves on", []edit{without(inSuite, "      - service: {node: gw, stop: dhcp}")}, []string{endsDHCP}},
	{"pc1 gets one by hand", []edit{{inSuite, "fails: no server answered}\n", "fails: no server answered}\n      - address: {node: pc1, add: 192.168.1.7/24}\n      - " + harmless + "\n"}}, []string{endsAddress, endsGateway, endsSilent}},
}

var nameServerDown = []mutant{
	{"google answers", []edit{{inSuite, breaksName, harmless}}, []string{endsName, endsFailure}},
	{"com is down instead", []edit{{inSuite, breaksName, "service: {node: com, stop: dns}"}}, []string{endsName}},
	{"the resolver is down instead", []edit{{inSuite, breaksName, "service: {node: resolver, stop: resolver}"}}, []string{endsName, endsFailure}},
}

var cableOut = []mutant{
	{"the cable is in", []edit{{inSuite, breaksCable, harmless}}, []string{endsCable, endsCarrier, endsBefore}},
	{"another cable is out", []edit{{inSuite, breaksCable, "link: {down: r2:r3 -- r3:r2}"}}, []string{endsCable, endsCarrier}},
}

var noAnswerBack = []mutant{
	{"r2 knows the way", []edit{{inSuite, breaksBack, harmless}}, []string{endsBack, endsRoute, endsWaiting}},
	{"web does not know the way either", []edit{{inSuite, breaksBack, "route: {node: web, del: default}"}}, []string{endsBack, endsRoute}},
}

var largeLost = []mutant{
	{"there is no filter", []edit{{inSuite, "do: drop}\n    steps:\n      - sysctl: {node: pc1", "do: {delay: 1ms}}\n    steps:\n      - sysctl: {node: pc1"}}, []string{endsUnheard, endsAgain, endsRest}},
	{"web is stopped", []edit{{inSuite, breaksLarge, breaksLarge + "\n      - service: {node: web, stop: http}"}}, []string{endsOpen, endsFirst, endsLarge}},
	{"pc1 lets routers cut its packets", []edit{without(inSuite, "      - sysctl: {node: pc1, set: {net.ipv4.ip_no_pmtu_disc: 0}}")}, []string{endsFirst, endsLarge}},
	{"all links but the first are large", []edit{{inSuite, breaksLarge, harmless}}, []string{endsLarge, endsUnheard}},
}

var nobodyServes = []mutant{
	{"web serves", []edit{{inSuite, breaksPage, harmless}}, []string{endsRefused}},
	{"web serves when it is too late", []edit{{inSuite, "fails: connection refused}\n", "fails: connection refused}\n      - service: {node: web, start: http}\n"}}, []string{endsListener}},
}

var webRequest6 = []mutant{
	{"all fits", []edit{
		{inSuite, "far: {address: 2001:db8:f1::1/64, mtu: 1400}", "far: 2001:db8:f1::1/64"},
		{inSuite, "near: {address: 2001:db8:f1::2/64, mtu: 1400}", "near: 2001:db8:f1::2/64"},
	}, []string{
		"IPv6: the layers come to pc one after the other",
		"TCP: what is too large is sent again, and fits",
		"IP: nothing larger than that link comes to web, and no fragment",
	}},
	{"another router", []edit{{inSuite, `mac: "02:00:00:00:00:f1"}`, `mac: "02:00:00:00:00:f3"}`}}, []string{
		"RA: one message tells the network, the router, its hardware address and the name server",
		"Host: pc has the router that told it",
	}},
	{"another network", []edit{
		{inSuite, "lan: {address: 2001:db8:1::1/64", "lan: {address: 2001:db8:5::1/64"},
		{inSuite, `"2001:db8:1::/64 via 2001:db8:f0::2"`, `"2001:db8:5::/64 via 2001:db8:f0::2"`},
	}, []string{
		"RA: one message tells the network, the router, its hardware address and the name server",
		"Host: pc has made its address",
		"TCP: the SYN comes to web as pc has sent it, three routers later",
		"HTTP: a request of 4,960 octets, and the page",
	}},
	{"another page", []edit{{inSuite, `/: "the page"`, `/: "another page"`}}, []string{
		"HTTP: a request of 4,960 octets, and the page",
	}},
	{"another address", []edit{{inSuite, "www.google.com. 300 IN AAAA 2001:db8:80::105", "www.google.com. 300 IN AAAA 2001:db8:80::106"}}, []string{
		"IPv6: the layers come to pc one after the other",
		"DNS: the resolver walks from the root to com to google.com, over IPv6",
		"TCP: the SYN comes to web as pc has sent it, three routers later",
	}},
	{"pc and its router speak IPv4 too", []edit{
		{inSuite, "pc: {interfaces: {eth0: slaac}}", "pc: {interfaces: {eth0: {slaac: on, address: 10.0.0.1/24}}}"},
		{inSuite, "lan: {address: 2001:db8:1::1/64,", "lan: {addresses: [2001:db8:1::1/64, 10.0.0.2/24],"},
		{inSuite, `      - http: {from: pc, url: "http://www.google.com/", source_port`, "      - ping: {from: pc, to: 10.0.0.2}\n" + `      - http: {from: pc, url: "http://www.google.com/", source_port`},
	}, []string{"All: there is no IPv4 anywhere"}},
}
