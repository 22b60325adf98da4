package dhcp4

import (
	"encoding/binary"
	"fmt"
	"net"
	"net/netip"
	"testing"
	"time"

	"github.com/insomniacslk/dhcp/dhcpv4"
)

// sink takes all that a server sends.
type sink struct{ net.PacketConn }

func (sink) SendFrame([]byte) error                    { return nil }
func (sink) WriteTo(b []byte, _ net.Addr) (int, error) { return len(b), nil }

// visitor writes the messages of the n-th client.
type visitor struct{ discover, request []byte }

func newVisitor() *visitor {
	return &visitor{
		say{kind: dhcpv4.MessageTypeDiscover, options: map[uint8][]byte{55: {1, 3, 6, 15}}}.bytes(),
		say{kind: dhcpv4.MessageTypeRequest, server: "10.0.0.1", requested: "10.0.0.2"}.bytes(),
	}
}

func (v *visitor) is(n int) {
	for _, b := range [][]byte{v.discover, v.request} {
		binary.BigEndian.PutUint32(b[30:], uint32(n))
	}
}

func (v *visitor) wants(a netip.Addr) {
	ip := a.As4()
	i := headerLength + 3 + 2 // after option 53
	copy(v.request[i:], ip[:])
}

// BenchmarkLease lends an address in four messages: to clients that come and go in
// a pool of the given size, of which the given part is held by others.
func BenchmarkLease(b *testing.B) {
	for _, bits := range []int{24, 20, 16} {
		for _, full := range []string{"empty", "full but one"} {
			size := 1<<(32-bits) - 3
			b.Run(fmt.Sprintf("pool=%d/%s", size, full), func(b *testing.B) {
				now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
				prefix := netip.PrefixFrom(addr("10.0.0.0"), bits)
				last := lastOf(prefix).Prev()
				s, err := New(sink{}, sink{}, Config{
					Address: addr("10.0.0.1"), MAC: serverMAC[:], Now: func() time.Time { return now },
					Subnets: []Subnet{{Prefix: prefix, First: addr("10.0.0.2"), Last: last, LeaseTime: time.Hour}},
				})
				if err != nil {
					b.Fatal(err)
				}
				v, n := newVisitor(), 0
				lend := func() {
					n++
					v.is(n)
					s.handle(b.Context(), v.discover)
					s.mu.Lock()
					held := s.tables[0].byKey[string(v.discover[28:34])]
					s.mu.Unlock()
					v.wants(held.addr)
					s.handle(b.Context(), v.request)
				}
				room := size
				if full != "empty" {
					for range size - 1 {
						lend()
					}
					room = 1
				}
				free := say{kind: dhcpv4.MessageTypeRelease, server: "10.0.0.1", ciaddr: "10.0.0.2"}.bytes()
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					if i >= room { // the one before leaves
						copy(free[28:34], v.request[28:34])
						copy(free[12:16], v.request[headerLength+5:headerLength+9])
						s.handle(b.Context(), free)
					}
					lend()
				}
				b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "leases/s")
				if st := s.Stats(); st.Exhausted != 0 || st.Naks != 0 || st.Acks == 0 {
					b.Fatalf("%+v", st)
				}
			})
		}
	}
}

// BenchmarkExhausted turns a client away from a full pool.
func BenchmarkExhausted(b *testing.B) {
	s, err := New(sink{}, sink{}, Config{
		Address: addr("10.0.0.1"), MAC: serverMAC[:],
		Subnets: []Subnet{{Prefix: netip.MustParsePrefix("10.0.0.0/16"), First: addr("10.0.0.2"), Last: addr("10.0.255.254")}},
	})
	if err != nil {
		b.Fatal(err)
	}
	v, n := newVisitor(), 0
	for ; s.Stats().Exhausted == 0; n++ {
		v.is(n + 1)
		s.handle(b.Context(), v.discover)
	}
	b.ReportAllocs()
	for b.Loop() {
		n++
		v.is(n)
		s.handle(b.Context(), v.discover)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "refusals/s")
}
