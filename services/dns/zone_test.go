package dns

import (
	"net/netip"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// zone parses records below an SOA and NS record.
func zone(tb testing.TB, origin, records string) *Zone {
	tb.Helper()
	z, err := ParseZone(Source{Origin: origin, Text: "@ 3600 IN SOA ns1 hostmaster 1 7200 3600 1209600 300\n" + records})
	if err != nil {
		tb.Fatal(err)
	}
	return z
}

func TestParseZoneMistakes(t *testing.T) {
	const soa = "@ 60 IN SOA ns h 1 2 3 4 5\n@ NS ns.example.net.\n"
	tests := []struct {
		name, origin, text string
		want               string
	}{
		{"origin", "", soa, `x.zone: zone : the origin "" is no domain name; write it as example.com or . for the root`},
		{"no SOA, RFC 1035 5.2", "a.com", "www A 192.0.2.1\n", `x.zone: zone a.com.: no SOA record (RFC 1035, Section 5.2); add: a.com. 3600 IN SOA ns.a.com. hostmaster.a.com. 1 7200 3600 1209600 300`},
		{"two SOA", "a.com", soa + "@ SOA ns h 2 2 3 4 5\n", `x.zone:10: zone a.com.: 2 SOA records (RFC 1035, Section 5.2); keep one`},
		{"SOA elsewhere", "a.com", soa + "www SOA ns h 2 2 3 4 5\n", `x.zone:12: zone a.com.: an SOA record at www.a.com., which is not the apex; move it to the top or declare a zone of its own`},
		{"out of zone", "a.com", soa + "www.b.com. A 192.0.2.1\n", `x.zone:12: zone a.com.: www.b.com. is out of the zone; a name without a final dot is taken below a.com.`},
		{"class", "a.com", soa + "www CH TXT x\n", `x.zone:12: zone a.com.: class CH of www.a.com. is not served; use IN`},
		{"CNAME and other, RFC 1034 3.6.2", "a.com", soa + "www CNAME b\nwww A 192.0.2.1\n", `x.zone:13: zone a.com.: www.a.com. has a CNAME and a A record (RFC 1034, Section 3.6.2); remove one of the two`},
		{"two CNAME, RFC 2181 10.1", "a.com", soa + "www CNAME b\nwww CNAME c\n", `x.zone:12: zone a.com.: www.a.com. has 2 CNAME records (RFC 2181, Section 10.1); keep one`},
		{"below a DNAME, RFC 6672 2.4", "a.com", soa + "d DNAME e\nx.d A 192.0.2.1\n", `x.zone:13: zone a.com.: x.d.a.com. lies below the DNAME of d.a.com. (RFC 6672, Section 2.4)`},
		{"all mistakes of the grammar", "a.com", soa + "www A 192.0.2.256\nok A 192.0.2.1\nbad TYPO x\nmx MX ten mail\n( A\n", strings.Join([]string{
			`x.zone:12: zone a.com.: bad A A: "192.0.2.256"`,
			`x.zone:14: zone a.com.: not a TTL: "TYPO"; an entry is NAME TTL CLASS TYPE DATA, as in www 300 IN A 192.0.2.1, where TTL and CLASS may be left out`,
			`x.zone:15: zone a.com.: bad MX Pref: "ten"`,
			`x.zone:16: zone a.com.: not a TTL: "A"; an entry is NAME TTL CLASS TYPE DATA, as in www 300 IN A 192.0.2.1, where TTL and CLASS may be left out`,
		}, "\n")},
		{"a mistake over several lines", "a.com", "@ SOA ns h (\n 1\n x\n 3 4 5 )\n", `x.zone:12: zone a.com.: bad SOA zone parameter: "x"`},
		{"include", "a.com", soa + "$INCLUDE /etc/passwd\n", `x.zone:12: zone a.com.: $INCLUDE directive not allowed: "/etc/passwd"; write the records here`},
		{"type of messages", "a.com", soa + "x TYPE41 \\# 0\n", `x.zone:12: zone a.com.: type OPT of x.a.com. is for messages, not for zones`},
		{"all mistakes of the meaning", "a.com", soa + "b.org. A 192.0.2.1\nx.c.org. A 192.0.2.1\n",
			"x.zone:12: zone a.com.: b.org. is out of the zone; a name without a final dot is taken below a.com.\n" +
				"x.zone:13: zone a.com.: x.c.org. is out of the zone; a name without a final dot is taken below a.com."},
		{"too long a TTL", "a.com", soa + "x 4294967295 A 192.0.2.1\n", `x.zone:12: zone a.com.: TTL 4294967295 of x.a.com. is above 2147483647`},
		{"generate without end", "a.com", soa + "$GENERATE 0-65535 a$ A 192.0.2.1\n$GENERATE 0-65535 b$ A 192.0.2.1\n$GENERATE 0-65535 c$ A 192.0.2.1\n$GENERATE 0-65535 d$ A 192.0.2.1\n",
			`x.zone:15: zone a.com.: more than 200000 records; split the zone`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			z, err := ParseZone(Source{Origin: tt.origin, Text: tt.text, File: "x.zone", Line: 10})
			if err == nil {
				t.Fatalf("no mistake in zone %s", z.Origin())
			}
			if diff := cmp.Diff(tt.want, err.Error()); diff != "" {
				t.Errorf("mistakes (-want +got):\n%s", diff)
			}
		})
	}
}

func TestParseZoneWarnings(t *testing.T) {
	tests := []struct{ name, records, want string }{
		{"no NS", "", "zone a.com.: no NS records at the apex (RFC 1035, Section 5.2); add an NS record at a.com."},
		{"no glue", "@ NS ns1\nns1 A 192.0.2.1\nsub NS ns.sub\n", "zone a.com., line 4: sub.a.com. is delegated to ns.sub.a.com., which lies below it, without glue (RFC 1034, Section 4.2.1); add: ns.sub.a.com. IN A ADDRESS"},
		{"glue", "@ NS ns1\nns1 A 192.0.2.1\nsub NS ns.sub\nns.sub A 192.0.2.2\n", ""},
		{"hidden", "@ NS ns.b.com.\nsub NS ns.b.com.\nwww.sub TXT x\n", "zone a.com., line 4: the TXT record of www.sub.a.com. is hidden by the delegation of sub.a.com."},
		{"NS to an alias, RFC 2181 10.3", "@ NS ns1\nns1 CNAME ns.b.com.\n", "zone a.com., line 2: the NS record of a.com. points to the alias ns1.a.com. (RFC 2181, Section 10.3); name the host itself"},
		{"MX to nothing", "@ NS ns.b.com.\n@ MX 10 mail\n", "zone a.com., line 3: the MX record of a.com. points to mail.a.com., which does not exist; add: mail.a.com. IN A ADDRESS"},
		{"MX to a wildcard", "@ NS ns.b.com.\n@ MX 10 mail\n* A 192.0.2.1\n", ""},
		{"no mail, RFC 7505", "@ NS ns.b.com.\n@ MX 0 .\n", ""},
		{"TTLs differ, RFC 2181 5.2", "@ NS ns.b.com.\nw 60 A 192.0.2.1\nw 30 A 192.0.2.2\n", "zone a.com., line 3: the A records of w.a.com. have different TTLs; all take the lowest, 30"},
		{"loop", "@ NS ns.b.com.\nx CNAME y\ny CNAME x\n", "zone a.com., line 3: the CNAME of x.a.com. leads back to itself\nzone a.com., line 4: the CNAME of y.a.com. leads back to itself"},
		{"twice, RFC 2181 5", "@ NS ns.b.com.\nw A 192.0.2.1\nw A 192.0.2.1\n", ""},
		{"wildcard NS, RFC 4592 4.2", "@ NS ns.b.com.\n*.w NS ns.b.com.\n", "zone a.com., line 3: NS records at the wildcard *.w.a.com. mean nothing (RFC 4592, Section 4.2)"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, w := range zone(t, "a.com", tt.records).Warnings() {
				got = append(got, w.String())
			}
			if diff := cmp.Diff(tt.want, strings.Join(got, "\n")); diff != "" {
				t.Errorf("warnings (-want +got):\n%s", diff)
			}
		})
	}
}

func TestZone(t *testing.T) {
	z := zone(t, "Example.COM", "$TTL 60\n@ NS ns1\nns1 A 192.0.2.1\n  A 192.0.2.1\n$ORIGIN sub.example.com.\nx.y TXT \"a;b\" ( \"c\"\n \"d\" ) ; a comment\n$GENERATE 1-3 h$ A 192.0.2.$\n")
	if z.Origin() != "example.com." || z.Serial() != 1 || z.Records() != 7 {
		t.Errorf("origin %s, serial %d, %d records", z.Origin(), z.Serial(), z.Records())
	}
	if n := z.nodes["y.sub.example.com."]; n == nil || len(n.sets) != 0 {
		t.Errorf("y.sub.example.com. is no empty non-terminal: %v", n)
	}
}

func FuzzParseZone(f *testing.F) {
	f.Add(".", "@ SOA a. b. 1 2 3 4 5\ncom. NS a.gtld-servers.net.\na.gtld-servers.net. A 192.5.6.30\n")
	f.Add("a.com", "$TTL 1\n@ SOA ns h ( 1 2 3 ; x\n 4 5 )\n* CNAME x\n$GENERATE 1-2 a$ A 192.0.2.$\nx TXT \"a\\\"b;(\"\n")
	f.Add("a.com", "x TYPO\n) A\n\"\n\\")
	f.Fuzz(func(t *testing.T, origin, text string) {
		if strings.Count(text, "$GENERATE") > 1 || len(text) > 1<<16 {
			t.Skip("slow, not wrong")
		}
		z, err := ParseZone(Source{Origin: origin, Text: text})
		if (z == nil) == (err == nil) {
			t.Fatalf("zone %v, error %v", z, err)
		}
		if err != nil {
			if err.Error() == "" {
				t.Fatal("an error without words")
			}
			return
		}
		// Whatever parsed answers for each of its names, and what it
		// answers can be sent.
		zs := zones{z.origin: z}
		for _, name := range z.names() {
			for _, typ := range []uint16{1, 2, 5, 6, 15, 28, 43, 255} {
				r := zs.answer(name, typ)
				m := new(query)
				m.msg = newQuery(name, typ, false, 0)
				out := m.response()
				m.fill(out, &r, "udp", defaultUDPSize)
				if _, err := out.Pack(); err != nil {
					t.Fatalf("%s %d: %v", name, typ, err)
				}
				if out.Len() > 512 {
					t.Fatalf("%s %d: %d octets over UDP", name, typ, out.Len())
				}
			}
		}
	})
}

func TestZoneHosts(t *testing.T) {
	z := zone(t, "example.com", `@ NS ns1
ns1   A 10.0.0.1
www   A 10.0.0.2
www   AAAA 2001:db8::2
*.any A 10.0.0.3
web   CNAME home
home  CNAME www
away  CNAME www.example.net.
lost  CNAME nobody
round CNAME round2
round2 CNAME round
@     A 10.0.0.2
text  TXT hello
`)
	www := []netip.Addr{addrOf("10.0.0.2"), addrOf("2001:db8::2")}
	want := map[string][]netip.Addr{
		"example.com.": {addrOf("10.0.0.2")}, "ns1.example.com.": {addrOf("10.0.0.1")}, "www.example.com.": www,
		"*.any.example.com.": {addrOf("10.0.0.3")}, "web.example.com.": www, "home.example.com.": www,
	}
	if diff := cmp.Diff(want, z.Hosts(), cmp.Comparer(func(a, b netip.Addr) bool { return a == b })); diff != "" {
		t.Errorf("hosts (-want +got):\n%s", diff)
	}
}
