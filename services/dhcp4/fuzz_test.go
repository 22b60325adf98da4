package dhcp4

import (
	"bytes"
	"context"
	"net/netip"
	"testing"
	"time"

	"github.com/insomniacslk/dhcp/dhcpv4"
)

// FuzzServer feeds one datagram to a server that holds a lease. Whatever it sends must be
// a message that the package itself can read.
func FuzzServer(f *testing.F) {
	for kind := dhcpv4.MessageTypeDiscover; kind <= dhcpv4.MessageTypeInform; kind++ {
		f.Add(say{kind: kind, server: us, requested: "192.168.1.100"}.bytes())
		f.Add(say{kind: kind, ciaddr: "192.168.1.100", id: "\x00x", lease: time.Hour}.bytes())
		f.Add(say{kind: kind, giaddr: "192.168.1.9", broadcast: true, options: map[uint8][]byte{55: {1, 3, 6}, 57: {0, 1}, 82: {1, 1, 1}}}.bytes())
	}
	f.Add(say{kind: 1, options: map[uint8][]byte{52: {3}}}.overload("\x37\x01\x01\xff"))
	f.Fuzz(func(t *testing.T, b []byte) {
		w := &wire{}
		s, err := New(w, w, homeConfig())
		if err != nil {
			t.Fatal(err)
		}
		s.handle(t.Context(), say{kind: dhcpv4.MessageTypeRequest, server: us, requested: "192.168.1.100"}.bytes())
		s.handle(t.Context(), b)
		s.Leases()
		check(t, s)
		if st := s.Stats(); st.Failed != 0 {
			t.Errorf("sent what cannot be read: %+v", st)
		}
	})
}

// FuzzSequence plays messages of a few clients for a few addresses in any order,
// six octets of script each. The tables must stay consistent, and no address may be
// acknowledged to a client while another holds it.
func FuzzSequence(f *testing.F) {
	f.Add([]byte{1, 1, 0, 0, 0, 0, 3, 1, 1, 1, 0, 0, 1, 2, 0, 0, 0, 0, 7, 1, 1, 1, 1, 0, 1, 2, 1, 0, 0, 90})
	f.Add([]byte{3, 1, 1, 1, 0, 0, 4, 1, 1, 1, 0, 0, 1, 1, 1, 0, 0, 200, 1, 1, 1, 0, 0, 200})
	f.Add([]byte{1, 1, 0, 0, 0, 0, 3, 1, 1, 2, 0, 0, 1, 0x99, 1, 0, 0, 0, 3, 0x99, 5, 1, 0, 0})
	f.Fuzz(func(t *testing.T, script []byte) {
		now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
		w, c := &wire{}, homeConfig()
		c.Now = func() time.Time { return now }
		s, err := New(w, w, c)
		if err != nil {
			t.Fatal(err)
		}
		type holding struct {
			who  string
			ends time.Time
		}
		held := make(map[netip.Addr]holding)
		addrs := []string{"", "192.168.1.100", "192.168.1.101", "192.168.1.103", "192.168.1.50", "10.0.0.1"}
		for script = script[:min(len(script), 6*64)]; len(script) >= 6; script = script[6:] {
			m := say{
				kind: dhcpv4.MessageType(script[0]%8 + 1), mac: script[1]%6 + 1, requested: addrs[int(script[2])%len(addrs)],
				server: []string{"", us, them}[script[3]%3], ciaddr: addrs[int(script[4])%len(addrs)],
			}
			if script[1] >= 0x80 {
				m.mac = 0x99
			}
			if script[3] >= 0x80 {
				m.id = "\x00" + string('a'+rune(script[3]%3))
			}
			now = now.Add(time.Duration(script[5]) * 10 * time.Minute)
			w.last = nil
			s.handle(t.Context(), m.bytes())
			check(t, s)
			p := decodePayload(t, m.bytes(), 1)
			who := key(p)
			if a := p.ciaddr; p.kind == dhcpv4.MessageTypeRelease && held[a].who == who {
				delete(held, a)
			}
			if a := p.requested; p.kind == dhcpv4.MessageTypeDecline && held[a].who == who {
				delete(held, a)
			}
			if w.last == nil || w.last.kind != dhcpv4.MessageTypeAck || !w.last.yiaddr.IsValid() {
				continue
			}
			a := w.last.yiaddr
			// A station may change its client identifier on its reserved address, and a
			// client that takes another address gives up the one it had.
			if h, ok := held[a]; ok && h.who != who && h.ends.After(now) && a != addr("192.168.1.50") {
				t.Fatalf("%s lent to %q while %q has it until %s", a, who, h.who, h.ends)
			}
			for other, h := range held {
				if h.who == who {
					delete(held, other)
				}
			}
			d, _ := w.last.seconds(optLeaseTime)
			held[a] = holding{who, now.Add(d)}
		}
	})
}

// FuzzReply feeds a frame to what a client does with frames.
func FuzzReply(f *testing.F) {
	w := &rawWire{}
	s, err := New(w, w, homeConfig())
	if err != nil {
		f.Fatal(err)
	}
	d := datagram{
		srcMAC: serverMAC, dstMAC: clientMAC,
		src: netip.AddrPortFrom(serverAddr, ServerPort), dst: netip.MustParseAddrPort("192.168.1.100:68"),
	}
	for _, m := range []say{{kind: 1}, {kind: 3, server: us, requested: "192.168.1.100"}, {kind: 3, server: us, requested: "1.1.1.1"}} {
		s.handle(context.Background(), m.bytes())
		d.payload = bytes.Clone(w.payload)
		f.Add(d.frame())
	}
	f.Fuzz(func(t *testing.T, frame []byte) {
		d, err := parseFrame(frame)
		if err != nil {
			return
		}
		m, err := parseMessage(d.payload, dhcpv4.OpcodeBootReply)
		if err != nil || !m.usable() {
			return
		}
		l := m.lease(time.Unix(0, 0))
		if !l.Address.IsValid() || l.Duration <= 0 || l.T1 < 0 || l.T1 > l.T2 || l.T2 > l.Duration {
			t.Errorf("lease %+v", l)
		}
	})
}
