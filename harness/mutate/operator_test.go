package mutate

import (
	"net/netip"
	"path"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/cases"
	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/topology"
)

// broad is a network with something for every operator.
const broad = `suite: broad
topology:
  name: broad
  nodes:
    pc:
      interfaces: {eth0: {address: 192.168.1.10/24, gateway: 192.168.1.1, dns: [192.168.9.2]}}
    tv: {interfaces: {eth0: {dhcp: manual}}}
    sw: {kind: switch}
    gw:
      kind: router
      interfaces: {lan: 192.168.1.1/24, wan: 192.168.9.1/24}
      nat: {masquerade: wan, forward: [tcp 80 -> 192.168.1.10:8080]}
      firewall: {input: [drop protocol tcp port 22]}
      services:
        dhcp: {interface: lan, range: 192.168.1.100-192.168.1.199, router: 192.168.1.1, dns: [192.168.9.2], domain: lan, lease: 1h, reservations: {"02:00:00:00:00:0a": 192.168.1.50}}
    srv:
      interfaces: {eth0: 192.168.9.2/24}
      routes: [192.168.1.0/24 via 192.168.9.1]
      services:
        dns:
          zones:
            example:
              file: example.zone
        http: [{answers: {/a: one, /b: two}}, {tls: on}, {listen: ":444", tls: {issuer: self}}]
  links:
    - pc -- sw
    - tv -- sw
    - gw:lan -- sw
    - {between: [gw:wan, srv:eth0], rate: 10mbit, delay: 1ms, back: {loss: 1%}}
cases:
  - name: one
    faults:
      - {name: lost, on: pc:eth0 -- sw, match: icmp, do: drop, optional: true}
    steps:
      - ping: {from: pc, to: 192.168.9.2}
      - fault: {add: {name: late, on: pc:eth0 -- sw, match: icmp, do: {delay: 1ms}, optional: true}}
    assert: [{at: "pc:eth0", sequence: [icmp]}]
  - name: two
    assert: [{at: "pc:eth0", never: icmp}]
`

const exampleZone = `$TTL 60
@ SOA ns host 1 60 60 60 60
@ NS ns

; two hosts
ns A 192.168.9.2
www A 192.168.9.3
alias (
  CNAME www )
text TXT "that"
`

func broadFiles() map[string]string {
	return map[string]string{harness.SuiteFile: broad, "example.zone": exampleZone}
}

func TestOperators(t *testing.T) {
	want := map[string][]string{
		"address": {
			"address pc:eth0 192.168.1.10/24 -> 192.168.1.11",
			"address gw:lan 192.168.1.1/24 -> 192.168.1.2",
			"address gw:wan 192.168.9.1/24 -> 192.168.9.3",
			"address srv:eth0 192.168.9.2/24 -> 192.168.9.3",
		},
		"mask": {
			"mask pc:eth0 192.168.1.10/24 -> /28", // the gateway stays, the pool does not
			"mask pc:eth0 192.168.1.10/24 -> /20",
			"mask gw:lan 192.168.1.1/24 -> /32",
			"mask gw:lan 192.168.1.1/24 -> /23",
			"mask gw:wan 192.168.9.1/24 -> /32",
		},
		"mac": {
			"mac pc:eth0 02:00:00:00:00:01 -> that of tv:eth0",
			"mac tv:eth0 02:00:00:00:00:02 -> that of gw:lan",
			"mac gw:lan 02:00:00:00:00:06 -> that of pc:eth0",
		},
		"gateway":    {"gateway pc:eth0 192.168.1.1 gone", "gateway pc:eth0 192.168.1.1 -> 192.168.1.2"},
		"route":      {"route srv 192.168.1.0/24 via 192.168.9.1 gone", "route srv 192.168.1.0/24 via 192.168.9.1 -> via 192.168.9.3"},
		"nameserver": {"nameserver pc:eth0 192.168.9.2 -> 192.168.9.3"},
		"dhcp": {
			"dhcp gw:lan pool from 192.168.1.101",
			"dhcp gw:lan router 192.168.1.1 gone",
			"dhcp gw:lan router 192.168.1.1 -> 192.168.1.2",
			"dhcp gw:lan resolver 192.168.9.2 gone",
			"dhcp gw:lan resolver 192.168.9.2 -> 192.168.9.3",
			"dhcp gw:lan domain gone",
			"dhcp gw:lan lease 1h0m0s -> half",
			"dhcp gw:lan reservation of 192.168.1.50 gone",
		},
		"record": {
			"record in example.: example. NS ns.example. gone",
			"record in example.: example. NS ns.example. -> nowhere.example.",
			"record in example.: ns.example. A 192.168.9.2 gone",
			"record in example.: ns.example. A 192.168.9.2 -> 192.168.9.3",
			"record in example.: www.example. A 192.168.9.3 gone",
			"record in example.: www.example. A 192.168.9.3 -> 192.168.9.4",
			"record in example.: www.example. A 192.168.9.3 and ns.example. A 192.168.9.2 swapped",
			"record in example.: alias.example. CNAME www.example. gone",
			"record in example.: alias.example. CNAME www.example. -> nowhere.example.",
			`record in example.: text.example. TXT "that" gone`,
			`record in example.: text.example. TXT "that" -> "something else"`,
		},
		"certificate": {"certificate srv :443 expired", "certificate srv :443 by nobody known"},
		"answer":      {"answer srv /a gone", "answer srv /b gone", "answer srv /a and /b swapped"},
		"service":     {"service gw dhcp not started", "service srv dns not started", "service srv http 1 not started", "service srv http 2 not started", "service srv http 3 not started"},
		"nat":         {"nat gw masquerade wan gone", "nat gw forward tcp 80 gone"},
		"firewall":    {"firewall gw input rule 1 (drop) gone"},
		"forward":     {"forward gw off"},
		"switch":      {"switch sw -> hub"},
		"mtu": {
			"mtu pc:eth0 -- sw:pc -> 576", "mtu tv:eth0 -- sw:tv -> 576", "mtu gw:lan -- sw:gw -> 576", "mtu gw:wan -- srv:eth0 -> 576",
		},
		"line": {"line gw:wan -- srv:eth0 without rate", "line gw:wan -- srv:eth0 without delay", "line gw:wan -- srv:eth0 without loss"},
		"drop": {
			"drop icmp echo request on pc:eth0 -- sw:pc", "drop tcp syn on pc:eth0 -- sw:pc",
			"drop icmp echo request on tv:eth0 -- sw:tv", "drop tcp syn on tv:eth0 -- sw:tv",
			"drop icmp echo request on gw:lan -- sw:gw", "drop tcp syn on gw:lan -- sw:gw",
			"drop icmp echo request on gw:wan -- srv:eth0", "drop tcp syn on gw:wan -- srv:eth0",
		},
		"fault": {`fault lost of "one" befalls nothing`, `fault late of "one" befalls nothing`},
	}
	s := load(t, broadFiles())
	for _, op := range Operators() {
		t.Run(op.Name, func(t *testing.T) {
			if diff := cmp.Diff(want[op.Name], names(found(t, s, op.Name, 1514, "tcp syn", "icmp echo request"))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// What a server lends through a relay is broken like what it lends by itself, and so is
// the relay.
func TestRelaysAreBroken(t *testing.T) {
	s := load(t, map[string]string{"suite.yaml": `suite: relayed
topology:
  name: relayed
  nodes:
    pc: {interfaces: {eth0: {dhcp: manual}}}
    r:
      kind: router
      interfaces: {lan: 10.0.1.1/24, up: 10.0.2.1/24}
      services: {dhcp_relay: {interface: lan, server: 10.0.2.67, circuit_id: lan, remote_id: r}}
    srv:
      interfaces: {eth0: {address: 10.0.2.67/24, gateway: 10.0.2.1}}
      services: {dhcp: {subnets: {network: 10.0.1.0/24, range: 10.0.1.100-10.0.1.199, router: 10.0.1.1, reservations: {"02:00:00:00:00:0a": 10.0.1.50}}}}
  links: ["pc -- r:lan", "r:up -- srv"]
cases: [{name: one, assert: [{at: "pc:eth0", never: icmp}]}]
`})
	want := []string{
		"dhcp r:lan relay to 10.0.2.67 -> 10.0.2.68",
		"dhcp r:lan relay without circuit",
		"dhcp r:lan relay without remote",
		"dhcp srv:eth0 10.0.1.0/24 pool from 10.0.1.101",
		"dhcp srv:eth0 10.0.1.0/24 router 10.0.1.1 gone",
		"dhcp srv:eth0 10.0.1.0/24 router 10.0.1.1 -> 10.0.1.2",
		"dhcp srv:eth0 10.0.1.0/24 lease 1h0m0s -> half",
		"dhcp srv:eth0 10.0.1.0/24 reservation of 10.0.1.50 gone",
	}
	if diff := cmp.Diff(want, names(found(t, s, "dhcp", 0))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// A mutant is another network than the one it was made of, which stays as it
// is; and no two are called the same.
func TestMutantsDiffer(t *testing.T) {
	suites := map[string]func() harness.Source{"broad": func() harness.Source { return source(broadFiles()) }}
	for _, name := range cases.Names() {
		suites[name] = func() harness.Source { return harness.Source{FS: cases.FS(), Name: path.Join(name, harness.SuiteFile)} }
	}
	for name, source := range suites {
		t.Run(name, func(t *testing.T) {
			s, err := source().Load()
			if err != nil {
				t.Fatal(err)
			}
			known := map[string]bool{}
			for _, m := range found(t, s, "", 2000, "everything", "tcp syn") {
				if known[m.Name] {
					t.Errorf("two mutants are called %s", m.Name)
				}
				known[m.Name] = true
				if m.pos.Line == 0 {
					t.Errorf("%s: it has no place", m.Name)
				}
				for _, i := range m.cases {
					c := m.network.cases[i]
					before := dump(c)
					broken := copied(c)
					m.broken(broken)
					if dump(c) != before {
						t.Fatalf("%s: it breaks the original", m.Name)
					}
					if dump(broken) == before {
						t.Errorf("%s: nothing is broken", m.Name)
					}
					break // the others have the same network
				}
			}
			if len(known) < 8 {
				t.Errorf("%d mutants", len(known))
			}
		})
	}
}

func TestZonesTellTheirLines(t *testing.T) {
	s := load(t, broadFiles())
	want := map[string]int{"NS": 3, "ns A": 6, "www A": 7, "CNAME": 8, "TXT": 10}
	got := map[string]int{}
	for _, m := range found(t, s, "record", 0) {
		switch {
		case m.pos.File != "example.zone":
			t.Errorf("%s: in %s", m.Name, m.pos.File)
		case m.Name == "record in example.: example. NS ns.example. gone":
			got["NS"] = m.pos.Line
		case m.Name == "record in example.: ns.example. A 192.168.9.2 gone":
			got["ns A"] = m.pos.Line
		case m.Name == "record in example.: www.example. A 192.168.9.3 gone":
			got["www A"] = m.pos.Line
		case m.Name == "record in example.: alias.example. CNAME www.example. gone":
			got["CNAME"] = m.pos.Line
		case m.Name == `record in example.: text.example. TXT "that" gone`:
			got["TXT"] = m.pos.Line
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Servers of the same zone are broken together, and what they serve is the
// rest of it.
func TestAZoneIsBrokenWhereverItIs(t *testing.T) {
	const suite = `suite: twins
topology:
  name: twins
  nodes:
    a: &twin {interfaces: {eth0: 10.0.0.1/24}, services: {dns: {zones: {example: {file: example.zone}}}}}
    b: {interfaces: {eth0: 10.0.0.2/24}, services: {dns: {zones: {example: {file: example.zone}}}}}
  links: [a -- b]
cases:
  - name: one
    assert: [{at: "a:eth0", never: icmp}]
`
	s := load(t, map[string]string{harness.SuiteFile: suite, "example.zone": exampleZone})
	all := found(t, s, "record", 0)
	if all[2].Name != "record in example.: ns.example. A 192.168.9.2 gone" || len(all) != 11 {
		t.Fatalf("got %q", names(all))
	}
	c := copied(s.Cases[0])
	all[2].broken(c)
	want := "example.\t60\tIN\tSOA\tns.example. host.example. 1 60 60 60 60\n" +
		"example.\t60\tIN\tNS\tns.example.\n" +
		"www.example.\t60\tIN\tA\t192.168.9.3\n" +
		"alias.example.\t60\tIN\tCNAME\twww.example.\n" +
		"text.example.\t60\tIN\tTXT\t\"that\"\n"
	for _, n := range c.Topology.Nodes {
		z := n.Services.DNS[0].Zones[0]
		if z.File != "" || z.Records != want {
			t.Errorf("%s serves %q, %q", n.Name, z.File, z.Records)
		}
	}
}

func TestNetworks(t *testing.T) {
	const suite = `suite: several
topology:
  name: lan
  nodes: {a: {interfaces: {eth0: 10.0.0.1/24}}, b: {interfaces: {eth0: 10.0.0.2/24}}}
  links: [a -- b]
cases:
  - {name: one, assert: [{at: "a:eth0", never: icmp}]}
  - {name: two, faults: [{name: x, on: "a:eth0 -- b:eth0", do: drop}], assert: [{at: "a:eth0", never: icmp}]}
  - name: three
    topology: {name: lan, nodes: {a: {interfaces: {eth0: 10.0.0.1/24}}, b: {interfaces: {eth0: 10.0.0.2/24}}}, links: [a -- b]}
    assert: [{at: "a:eth0", never: icmp}]
  - name: four
    topology: {name: wan, nodes: {a: {interfaces: {eth0: 10.0.0.1/24}}, b: {interfaces: {eth0: 10.0.0.2/24}}}, links: [a -- b]}
    assert: [{at: "a:eth0", never: icmp}]
`
	var got []string
	for _, n := range networks(load(t, map[string]string{harness.SuiteFile: suite}).Cases) {
		line := n.prefix
		for _, c := range n.cases {
			line += c.Name + " "
		}
		got = append(got, line)
	}
	want := []string{`lan of "one": one two `, `lan of "three": three `, `wan: four `}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestFree(t *testing.T) {
	tests := []struct {
		prefix  string
		claimed []string
		want    string
	}{
		{"10.0.0.1/24", nil, "10.0.0.2"},
		{"10.0.0.1/24", []string{"10.0.0.2", "10.0.0.3"}, "10.0.0.4"},
		{"10.0.0.254/24", nil, "10.0.0.1"},
		{"10.0.0.1/30", []string{"10.0.0.2"}, ""},
		{"10.0.0.0/31", nil, "10.0.0.1"},
		{"10.0.0.0/32", nil, ""},
		{"2001:db8::1/64", nil, "2001:db8::2"},
	}
	for _, tt := range tests {
		claimed := map[netip.Addr]bool{}
		for _, a := range tt.claimed {
			claimed[netip.MustParseAddr(a)] = true
		}
		got, ok := free(netip.MustParsePrefix(tt.prefix), claimed)
		if ok != (tt.want != "") || ok && got.String() != tt.want {
			t.Errorf("%s, %v: %v %t; want %s", tt.prefix, tt.claimed, got, ok, tt.want)
		}
	}
}

// Where nothing could be seen of a mutant there is none.
func TestWhatNothingCouldNotice(t *testing.T) {
	s := load(t, broadFiles())
	if all := found(t, s, "drop", 1500); len(all) > 0 {
		t.Errorf("no frame was seen, and are lost: %q", names(all))
	}
	if all := found(t, s, "mtu", 590); len(all) > 0 {
		t.Errorf("no frame is longer: %q", names(all))
	}
	if all := found(t, s, "mtu", 591); len(all) != 4 {
		t.Errorf("all frames are longer: %q", names(all))
	}
	const stp = `suite: circle
topology:
  name: circle
  nodes: {a: {kind: switch, stp: on}, b: {kind: switch, stp: on}, pc: {interfaces: {eth0: 10.0.0.1/24}}}
  links: [a -- b, a -- b, pc -- a]
cases:
  - {name: one, assert: [{at: "pc:eth0", never: icmp}]}
`
	if all := found(t, load(t, map[string]string{harness.SuiteFile: stp}), "switch", 0); len(all) > 0 {
		t.Errorf("frames would never end: %q", names(all))
	}
	const storm = `suite: storm
topology:
  name: storm
  nodes: {a: {kind: switch}, b: {kind: switch}, pc: {interfaces: {eth0: 10.0.0.1/24}}}
  links: [a -- b, {between: [a, b], delay: 10ms, intended: switch-loop}, pc -- a]
cases:
  - {name: one, assert: [{at: "pc:eth0", never: icmp}]}
`
	if all := found(t, load(t, map[string]string{harness.SuiteFile: storm}), "line", 0); len(all) > 0 {
		t.Errorf("frames would never end: %q", names(all))
	}
}

// Every kind of server that there is can be left out.
func TestEveryServiceIsAList(t *testing.T) {
	for f := range reflect.TypeFor[topology.Services]().Fields() {
		if f.Type.Kind() != reflect.Slice || f.Type.Elem().Kind() != reflect.Pointer {
			t.Errorf("%s is %s; want a list of pointers", f.Name, f.Type)
			continue
		}
		if pos, ok := f.Type.Elem().Elem().FieldByName("Pos"); !ok || pos.Type != reflect.TypeFor[topology.Pos]() {
			t.Errorf("%s has no place", f.Name)
		}
	}
}
