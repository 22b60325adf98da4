package packet_test

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/netrig/netrig/harness/packet"
)

// pauses are the times between frames: on both sides of what analysis goes by.
var pauses = []time.Duration{
	0, time.Microsecond, 700 * time.Microsecond, 2900 * time.Microsecond, 3 * time.Millisecond, 7 * time.Millisecond,
	19 * time.Millisecond, 20 * time.Millisecond, 40 * time.Millisecond, 300 * time.Millisecond, 2 * time.Second,
}

// gossip is a TCP connection whose ends say what comes into their heads, most of
// it with some sense.
type gossip struct {
	r    *rand.Rand
	ends [2]tcp
	base [2]uint32
	out  [][]byte
}

func newGossip(r *rand.Rand, port uint16) *gossip {
	g := &gossip{r: r}
	g.ends[0] = tcp{src: hostA, dst: hostB, sport: port, dport: 7007, window: 100}
	g.ends[1] = tcp{src: hostB, dst: hostA, sport: 7007, dport: port, window: 100}
	for i := range g.ends {
		g.restart(i)
	}
	return g
}

// restart gives an end new sequence numbers, some of which are about to wrap.
func (g *gossip) restart(i int) {
	g.base[i] = g.r.Uint32()
	if g.r.IntN(3) == 0 {
		g.base[i] = -uint32(g.r.IntN(60))
	}
	g.ends[i].seq = g.base[i]
}

func (g *gossip) one(of int) bool { return g.r.IntN(of) == 0 }

// put sends a segment from an end, whose next octets follow it.
func (g *gossip) put(i int, s tcp) {
	g.out = append(g.out, s.frame())
	next := s.seq + uint32(len(s.payload))
	if s.flags&(syn|fin) != 0 {
		next++
	}
	if int32(next-g.ends[i].seq) > 0 {
		g.ends[i].seq = next
	}
}

// open makes some of the handshake.
func (g *gossip) open() {
	options := func() (b []byte) {
		if !g.one(4) {
			b = append(b, 2, 4, 5, 180)
		}
		if !g.one(4) {
			b = append(b, 1, 3, 3, byte(g.r.IntN(3)))
		}
		return b
	}
	a, b := g.ends[0], g.ends[1]
	a.flags, a.options = syn, options()
	if g.one(8) {
		a.payload = "early"
	}
	if !g.one(5) {
		g.put(0, a)
		if g.one(8) {
			g.put(0, a)
		}
	}
	g.ends[0].seq = max(g.ends[0].seq, a.seq+1)
	b.flags, b.options, b.ack = syn|ack, options(), g.ends[0].seq
	if g.one(12) {
		b.flags, b.ack = syn, 0
	}
	if !g.one(5) {
		g.put(1, b)
	}
}

// say sends one segment.
func (g *gossip) say() {
	r := g.r
	i := r.IntN(2)
	s, peer := g.ends[i], g.ends[1-i]
	s.flags, s.ack = ack, peer.seq
	near := func(n uint32) uint32 { return n + uint32(r.IntN(41)) - 20 }
	switch r.IntN(12) {
	case 0, 1, 2, 3:
		s.payload = string(repeat("x", 1+r.IntN(12)))
	case 4:
		s.payload = string(repeat("x", 1+r.IntN(12)))
		s.seq = near(s.seq)
	case 5:
		s.seq, s.payload = s.seq-1, string(repeat("x", r.IntN(3)))
	case 6:
		s.ack = near(peer.seq)
	case 7:
		s.seq -= uint32(10 * r.IntN(4))
		s.payload = string(repeat("x", 10))
	case 8:
		n := uint32(8 + r.IntN(30))
		s.options = binary.BigEndian.AppendUint32([]byte{1, 1, 5, 10}, peer.seq+n)
		s.options = binary.BigEndian.AppendUint32(s.options, peer.seq+n+uint32(r.IntN(20)))
		if g.one(2) {
			s.options[3] = 18
			s.options = binary.BigEndian.AppendUint32(s.options, near(peer.seq))
			s.options = binary.BigEndian.AppendUint32(s.options, near(peer.seq))
		}
		s.ack -= uint32(r.IntN(2) * 10)
		g.ends[i].ack = s.ack
	case 9:
		s.ack = g.ends[i].ack // as it said before
	case 10:
		s.seq += uint32(r.IntN(12))
		s.payload = string(repeat("x", r.IntN(12)))
	default:
	}
	if g.one(6) {
		g.ends[i].ack = s.ack
	}
	if g.one(3) {
		s.flags |= psh
	}
	switch r.IntN(40) {
	case 0:
		s.flags |= fin
	case 1:
		s.flags |= rst
	case 2:
		s.flags &^= ack
	case 3:
		s.flags |= syn
	case 4:
		s.flags = byte(r.IntN(64))
	case 5:
		s.flags, s.seq = syn, g.base[i]
	case 6:
		g.restart(i)
		s.flags, s.seq = syn, g.base[i]
	case 7:
		s.flags, s.seq = syn|ack, g.base[i]
	}
	if s.flags&fin != 0 {
		s.flags |= ack // without, tshark takes its octet for one that nobody sent
	}
	switch r.IntN(12) {
	case 0:
		g.ends[i].window = 0
	case 1:
		g.ends[i].window = uint16(1 + r.IntN(20))
	case 2:
		g.ends[i].window = 100
	}
	s.window = g.ends[i].window
	if s.payload == "" && g.one(10) {
		s.urgent = uint16(r.IntN(3))
	}
	for range 1 + r.IntN(4)/3*r.IntN(4) {
		g.put(i, s)
	}
}

// gossips are frames of many such connections.
func gossips(seed uint64, connections, segments int) []*packet.Frame {
	r := rand.New(rand.NewPCG(seed, 4))
	var out []*packet.Frame
	at := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	for i := range connections {
		g := newGossip(r, uint16(42000+i))
		g.open()
		for range segments {
			g.say()
		}
		for _, f := range frames(g.out...) {
			f.Number = len(out) + 1
			f.Time = at
			at = at.Add(pauses[r.IntN(len(pauses))])
			out = append(out, f)
		}
	}
	return out
}

// ofSegments tells the fields that segments are compared by, whatever the messages
// are that they make up.
func ofSegments(name string) bool {
	for _, other := range [...]string{"tcp.segment", "tcp.reassembled", "tcp.pdu"} {
		if strings.HasPrefix(name, other) {
			return false
		}
	}
	return strings.HasPrefix(name, "tcp.")
}

// TestOracleTCPGossip holds connections without rhyme or reason against tshark.
func TestOracleTCPGossip(t *testing.T) {
	t.Parallel()
	sum := tally{only: ofSegments}
	for seed := range uint64(rounds(2)) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "gossip.pcapng")
			write(t, file, gossips(seed, 60, 40))
			sum.compare(t, file, packet.Options{})
		})
	}
	sum.log(t)
}

// mutated are the TCP frames of a capture as a bad network would have brought
// them: some not, some twice, some late, some in another order.
func mutated(t *testing.T, file string, r *rand.Rand) []*packet.Frame {
	t.Helper()
	var out []*packet.Frame
	var held *packet.Frame
	var late time.Duration
	take := func(f *packet.Frame) {
		g := *f
		g.Number, g.Time, g.Point = len(out)+1, f.Time.Add(late), "pc1:eth0"
		if n := len(out); n > 0 && g.Time.Before(out[n-1].Time) {
			g.Time = out[n-1].Time.Add(time.Microsecond)
		}
		out = append(out, &g)
	}
	for _, f := range readAll(t, file) {
		switch r.IntN(16) {
		case 0:
			continue
		case 1:
			take(f)
		case 2:
			if held == nil {
				held = f
				continue
			}
		case 3:
			late += pauses[r.IntN(len(pauses))]
		default:
		}
		take(f)
		if held != nil && r.IntN(2) == 0 {
			take(held)
			held = nil
		}
	}
	return out
}

// TestOracleTCPMutated holds real connections over a bad network against tshark.
func TestOracleTCPMutated(t *testing.T) {
	t.Parallel()
	var sum tally
	for _, mode := range []struct {
		name string
		o    packet.Options
		args []string
	}{{name: "once"}, {"twice", packet.Options{Backfill: true}, []string{"-2"}}} {
		for _, name := range []string{"http", "http-servers", "dns", "bgp", "ftp", "smtp", "tls"} {
			if mode.o.Backfill && (name == "tls" || name == "ftp") {
				continue // where tshark's second pass takes other octets for records, and writes what is no XML
			}
			for seed := range uint64(rounds(4)) {
				t.Run(fmt.Sprint(mode.name, "/", name, seed), func(t *testing.T) {
					file := filepath.Join(t.TempDir(), "mutated.pcapng")
					write(t, file, mutated(t, filepath.Join("testdata", name+".pcapng"), rand.New(rand.NewPCG(seed, 5))))
					sum.compare(t, file, mode.o, mode.args...)
				})
			}
		}
	}
	sum.log(t)
}

// reversed is a message in segments of one octet, the last first. They have overtaken
// each other.
func reversed(octets int) []*packet.Frame {
	head := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n", octets)
	s := tcp{src: hostB, dst: hostA, sport: 80, dport: 40000, seq: 1000, ack: 1, flags: ack, window: 100}
	s.payload = head
	data := [][]byte{s.frame()}
	s.payload = "x"
	for i := range octets {
		s.seq = 1000 + uint32(len(head)+octets-1-i)
		data = append(data, s.frame())
	}
	fs := frames(data...)
	for _, f := range fs {
		f.Time = time.Unix(1, 0)
	}
	return fs
}

// TestReversed puts a message of many segments together that come the last first.
func TestReversed(t *testing.T) {
	const n = 1 << 16
	info, _ := packet.Lookup("tcp.segment.count")
	d := packet.NewDissector(packet.Options{Only: packet.NewFieldSet(info.ID), Transient: true})
	for i, f := range reversed(n) {
		d.Dissect(f)
		v, ok := f.Value(info.ID)
		if ok != (i == n) || ok && v.Uint() != n+1 {
			t.Fatalf("frame %d tells of %d segments: %v", f.Number, v.Uint(), ok)
		}
	}
}

// BenchmarkReversed measures that a segment of a long message takes no longer than one
// of a short message.
func BenchmarkReversed(b *testing.B) {
	for _, n := range []int{1 << 10, 1 << 13, 1 << 16} {
		fs := reversed(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				d := packet.NewDissector(packet.Options{Transient: true})
				for _, f := range fs {
					d.Dissect(f)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/segment")
		})
	}
}
