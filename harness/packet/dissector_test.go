package packet_test

import (
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness/packet"
)

// TestOracleCut holds frames that a short snapshot length has cut against tshark.
func TestOracleCut(t *testing.T) {
	t.Parallel()
	tshark(t)
	sum := tally{cut: true}
	for _, snap := range []int{60, 20, 40, 100, 300}[:rounds(5)] {
		for _, file := range corpus(t) {
			if snap > 60 && (strings.Contains(file, "http") || strings.Contains(file, "smtp") || strings.Contains(file, "dns-records")) {
				continue // tshark takes half a line for a whole one, and puts together what is cut
			}
			t.Run(filepath.Base(file), func(t *testing.T) {
				fs := readAll(t, file)
				for _, f := range fs {
					f.Point, f.Data = "pc1:eth0", f.Data[:min(snap, len(f.Data))]
				}
				cut := filepath.Join(t.TempDir(), "cut.pcapng")
				write(t, cut, fs)
				sum.compare(t, cut, packet.Options{})
			})
		}
	}
	sum.log(t)
}

// exercise calls everything that reads a frame.
func exercise(tb testing.TB, d *packet.Dissector, f *packet.Frame) {
	tb.Helper()
	d.Dissect(f)
	_ = f.Summary()
	for i, field := range f.Fields() {
		info := packet.InfoOf(field.ID)
		if info.Name == "" || info.Type != f.At(i).Type() {
			tb.Fatalf("field %d %q of type %d has a value of type %d", field.ID, info.Name, info.Type, f.At(i).Type())
		}
		if field.Offset < -1 || field.Offset >= 0 && int(field.Offset) > len(f.Data) {
			tb.Fatalf("%s stands at %d of %d octets", info.Name, field.Offset, len(f.Data))
		}
		_ = f.At(i).Format(info)
	}
}

// TestBroken dissects every frame of the corpus with octets changed, cut and
// repeated: whatever comes of it, it comes.
func TestBroken(t *testing.T) {
	t.Parallel()
	var all []*packet.Frame
	for _, file := range corpus(t) {
		all = append(all, readAll(t, file)...)
	}
	for _, data := range crafted(t) {
		all = append(all, frames(data...)...)
	}
	for _, data := range craftedStreams(t) {
		all = append(all, frames(data...)...)
	}
	r := rand.New(rand.NewPCG(1, 2))
	d := packet.NewDissector(packet.Options{VerifyChecksums: true, Backfill: true})
	for range rounds(20) {
		for _, f := range all {
			g := *f
			g.Data = append([]byte(nil), f.Data...)
			for range r.IntN(4) {
				if n := len(g.Data); n > 0 {
					g.Data[r.IntN(n)] = byte(r.Uint32())
				}
			}
			if r.IntN(3) == 0 {
				g.Data = g.Data[:r.IntN(len(g.Data)+1)]
			}
			exercise(t, d, &g)
		}
	}
}

// TestLongCommand changes to a directory whose name begins behind what is remembered
// of a command.
func TestLongCommand(t *testing.T) {
	talk := files("192.0.2.1", "192.0.2.2", 42190).ask("CWD" + strings.Repeat(" ", 5000) + "x\r\n").answer("250 ok\r\n")
	d := packet.NewDissector(packet.Options{})
	for _, f := range frames(talk.all...) {
		exercise(t, d, f)
	}
}

// TestDissectAgain gives a frame's fields anew, in the same memory.
func TestDissectAgain(t *testing.T) {
	f := frames(udp(hostA, hostB, 1, 9999, []byte("x")))[0]
	packet.NewDissector(packet.Options{}).Dissect(f)
	n := len(f.Fields())
	packet.NewDissector(packet.Options{}).Dissect(f)
	if len(f.Fields()) != n {
		t.Errorf("%d fields, then %d", n, len(f.Fields()))
	}
}

// summary is the line that sums up one of some frames.
type summary struct {
	data [][]byte
	at   int
	want string
}

func summarize(t *testing.T, tests []summary) {
	t.Helper()
	for _, tt := range tests {
		d := packet.NewDissector(packet.Options{})
		fs := frames(tt.data...)
		for _, f := range fs[:tt.at+1] {
			d.Dissect(f)
		}
		if got := fs[tt.at].Summary(); got != tt.want {
			t.Errorf("want %s\n got %s", tt.want, got)
		}
	}
}

func TestSummary(t *testing.T) {
	all := crafted(t)
	streams := craftedStreams(t)
	summarize(t, []summary{
		{all["arp"], 0, "02:00:00:00:00:01 → 02:00:00:00:00:02 ARP Who has 192.0.2.2? Tell 192.0.2.1"},
		{all["arp"], 1, "02:00:00:00:00:01 → 02:00:00:00:00:02 ARP Who has 192.0.2.2? (ARP Probe)"},
		{all["arp"], 2, "02:00:00:00:00:01 → 02:00:00:00:00:02 ARP ARP Announcement for 192.0.2.3"},
		{all["arp"], 5, "02:00:00:00:00:01 → 02:00:00:00:00:02 RARP Who is 02:00:00:00:00:01? Tell 02:00:00:00:00:01"},
		{all["fragments"], 0, "192.0.2.1 → 192.0.2.2 IPv4 Fragmented IP protocol (proto=UDP 17, off=0, ID=0001)"},
		{all["fragments"], 2, "192.0.2.1 → 192.0.2.2 UDP 4000 → 9999 Len=64"},
		{all["fragments6"], 0, "2001:db8::1 → 2001:db8::2 IPv6 IPv6 fragment (off=0 more=y ident=0x00000001 nxt=17)"},
		{all["igmp"], 1, "192.0.2.1 → 224.0.1.5 IGMPv2 Membership Report group 224.0.1.5"},
		{all["igmp"], 8, "192.0.2.1 → 224.0.0.1 IGMPv3 Membership Query, specific for group 224.0.1.5, source {192.0.2.3}"},
		{all["icmp"], 9, "192.0.2.1 → 192.0.2.2 ICMP Destination unreachable (Fragmentation needed)"},
		{all["icmp"], 14, "192.0.2.1 → 192.0.2.2 ICMP Echo (ping) reply    id=0x0001, seq=3/768, ttl=64 (request in 14)"},
		{all["icmp"], 22, "2001:db8::1 → 2001:db8::2 ICMPv6 Neighbor Solicitation for 2001:db8::2"},
		{all["icmp"], 23, "2001:db8::1 → 2001:db8::2 ICMPv6 Neighbor Advertisement 2001:db8::2 (sol, ovr) is at 02:00:00:00:00:01"},
		{streams["http-plain"], 0, "192.0.2.1 → 192.0.2.2 TCP 1000 → 80 [SYN] Seq=0 Win=1000 Len=0 MSS=1460 WS=128"},
		{streams["http-plain"], 2, "192.0.2.1 → 192.0.2.2 TCP 1000 → 80 [ACK] Seq=1 Ack=1 Win=128000 Len=0"},
		{streams["http-plain"], 3, "192.0.2.1 → 192.0.2.2 HTTP GET /a?b=1&c HTTP/1.1"},
		{streams["http-plain"], 4, "192.0.2.2 → 192.0.2.1 HTTP HTTP/1.1 200 OK  (text/plain)"},
		{streams["tls-encrypted"], 3, "192.0.2.1 → 192.0.2.2 TLSv1.2 Client Hello"},
		{streams["tls-encrypted"], 7, "192.0.2.2 → 192.0.2.1 TLSv1.2 Encrypted Handshake Message"},
		{streams["tls-records"], 6, "192.0.2.2 → 192.0.2.1 TLSv1.2 Alert (Level: Unknown, Description: Unknown)"},
		{streams["tls-segments"], 3, "192.0.2.1 → 192.0.2.2 TCP 34000 → 443 [PSH, ACK] Seq=1 Ack=1 Win=128000 Len=20 [TCP segment of a reassembled PDU]"},
		{streams["tls-ssl2"], 3, "192.0.2.1 → 192.0.2.2 SSLv2 Client Hello"},
		{streams["dns-tcp"], 4, "192.0.2.2 → 192.0.2.1 DNS Standard query response 0x1234 A www.example.com CNAME app.example.com A 192.0.2.5"},
		{streams["dhcp-bootp"], 3, "0.0.0.0 → 255.255.255.255 BOOTP Boot Request from 02:00:00:00:00:01"},
		{streams["dhcpv6-messages"], 4, "2001:db8::1 → 2001:db8::2 DHCPv6 Relay-forw L: 2001:db8::1 Relay-forw L: 2001:db8::1 Solicit XID: 0x123456 CID: 00030001020000000001"},
		{streams["dhcpv6-messages"], 2, "2001:db8::1 → 2001:db8::2 DHCPv6 Message Type 255 XID: 0x123456"},
		{streams["dhcpv6-options"], 37, "2001:db8::1 → 2001:db8::2 DHCPv6 Reply XID: 0x123456 IAA: 2001:db8::1"},
		{streams["dhcpv6-bulk"], 3, "192.0.2.1 → 192.0.2.2 DHCPv6 BulkLease Leasequery Transaction ID: 4660 CID: 00030001"},
		{all["stp"], 0, "02:00:00:00:00:01 → 01:80:c2:00:00:00 STP Conf. TC + Root = 32768/0/02:00:00:00:00:01  Cost = 4  Port = 0x8001"},
		{all["stp"], 1, "02:00:00:00:00:01 → 01:80:c2:00:00:00 STP Topology Change Notification"},
		{all["stp"], 2, "02:00:00:00:00:01 → 01:80:c2:00:00:00 STP RST. Root = 32768/1/02:00:00:00:00:01  Cost = 4  Port = 0x8001"},
		{all["lldp"], 0, "02:00:00:00:00:01 → 01:80:c2:00:00:0e LLDP MA/02:00:00:00:00:09 MA/02:00:00:00:00:09 120 SysN=n1 SysD=d1"},
		{all["lldp"], 1, "02:00:00:00:00:01 → 01:80:c2:00:00:0e LLDP CC/ab IA/ab 0"},
		{all["tunnels"], 1, "02:00:00:00:00:01 → Broadcast ARP Who has 192.0.2.2? Tell 192.0.2.1"},
		{all["tunnels"], 13, "2001:db8::2 → 2001:db8::1 UDP 1 → 9999 Len=10"},
		{all["bgp-two"], 3, "192.0.2.1 → 192.0.2.2 BGP KEEPALIVE Message, UPDATE Message [Malformed Packet]"},
		{all["ospf"], 0, "192.0.2.1 → 224.0.0.5 OSPF Hello Packet"},
		{all["gre"], 9, "192.0.2.1 → 192.0.2.2 GRE Encapsulated PPP"},
		{streams["smtp-session"], 4, "192.0.2.1 → 192.0.2.2 SMTP C: EHLO client.example"},
		{streams["smtp-session"], 18, "192.0.2.1 → 192.0.2.2 SMTP C: MAIL FROM:<a@example.com> SIZE=10 | RCPT TO:<b@example.com> | DATA"},
		{streams["smtp-session"], 20, "192.0.2.1 → 192.0.2.2 SMTP C: Message Body"},
		{streams["smtp-session"], 21, "192.0.2.1 → 192.0.2.2 SMTP/IMF from: a@example.com, subject: hello"},
		{streams["ftp-two"], 3, "192.0.2.1 → 192.0.2.2 FTP Request: PASV"},
		{streams["ftp-two"], 4, "192.0.2.2 → 192.0.2.1 FTP Response: 227 (192,0,2,2,203,110)"},
		{streams["ftp-two"], 10, "192.0.2.2 → 192.0.2.1 FTP-DATA FTP Data: 3 bytes (PASV) (LIST)"},
		{streams["mdns"], 0, "192.0.2.1 → 224.0.0.251 MDNS Standard query 0x0000 A a"},
		{streams["dhcp"], 0, "0.0.0.0 → 255.255.255.255 DHCP DHCP Discover - Transaction ID 0x12345678"},
	})
	if got := (&packet.Frame{}).Summary(); !strings.Contains(got, "→") {
		t.Errorf("a frame not dissected: %q", got)
	}
}

func FuzzDissect(f *testing.F) {
	for _, data := range crafted(f) {
		for _, b := range data {
			f.Add(b, uint16(0))
		}
	}
	for _, data := range craftedStreams(f) {
		var all []byte
		for _, b := range data {
			all = append(all, b...)
		}
		f.Add(all, uint16(len(data[0])))
	}
	f.Fuzz(func(t *testing.T, b []byte, size uint16) {
		d := packet.NewDissector(packet.Options{VerifyChecksums: true, Backfill: true})
		if size == 0 {
			size = uint16(max(len(b), 1))
		}
		for i := 0; len(b) > 0 && i < 64; i++ {
			n := min(int(size), len(b))
			exercise(t, d, frames(b[:n])[0])
			b = b[n:]
		}
	})
}

func BenchmarkDissect(b *testing.B) {
	streams := craftedStreams(b)
	web := streams["http-plain"]
	tests := []struct {
		name string
		data [][]byte
	}{
		{"SYN", web[:1]},
		{"ACK", web[2:3]},
		{"DNS", [][]byte{udp(hostA, hostB, 5300, 53, octets(b, "1234 0100 0001 0000 0000 0000 03777777 076578616d706c65 03636f6d 00 0001 0001"))}},
		{"DHCP", streams["dhcp"][:1]},
		{"HTTP", web[3:5]},
	}
	for _, tt := range tests {
		b.Run(tt.name, func(b *testing.B) {
			b.ReportAllocs()
			d := packet.NewDissector(packet.Options{})
			fs := frames(tt.data...)
			n := 0
			for b.Loop() {
				f := *fs[n%len(fs)] // a new frame each time, as a capture gives them
				d.Dissect(&f)
				n++
			}
			b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "frames/s")
		})
	}
}
