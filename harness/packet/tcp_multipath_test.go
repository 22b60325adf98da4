package packet_test

import (
	"crypto/sha1"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/netrig/netrig/harness/packet"
)

// party is a connection of Multipath TCP over several TCP connections, whose ends
// mostly do as they should.
type party struct {
	r       *rand.Rand
	port    uint16
	version byte
	keys    [2]uint64 // of who opens it, and of who answers
	next    [2]uint64
	flows   []*[2]tcp
	calm    bool // nothing is lost, and all is as it should be
	out     [][]byte
}

func (p *party) one(of int) bool { return p.r.IntN(of) == 0 }

// odd tells, of one in so many cases, that something goes wrong.
func (p *party) odd(of int) bool { return !p.calm && p.one(of) }

// token is what names a direction.
func (p *party) token(i int) uint32 {
	b := binary.BigEndian.AppendUint64(nil, p.keys[i])
	if p.version == 0 {
		sum := sha1.Sum(b)
		return binary.BigEndian.Uint32(sum[:])
	}
	sum := sha256.Sum256(b)
	return binary.BigEndian.Uint32(sum[:])
}

// put sends a segment with options of Multipath TCP.
func (p *party) put(s *tcp, flags byte, payload string, options ...[]byte) {
	t := *s
	t.flags, t.payload = flags, payload
	for _, o := range options {
		b := append([]byte{30, byte(2 + len(o))}, o...)
		for len(b)%4 != 0 {
			b = append(b, 1)
		}
		if len(t.options)+len(b) <= 40 {
			t.options = append(t.options, b...)
		}
	}
	p.out = append(p.out, t.frame())
	s.seq += uint32(len(payload))
	if flags&(syn|fin) != 0 {
		s.seq++
	}
}

// capable is the option that opens it, with keys.
func (p *party) capable(keys ...uint64) []byte {
	b := []byte{p.version, 0x01}
	if p.odd(10) {
		b[1] = byte(p.r.Uint32())
	}
	for _, k := range keys {
		b = binary.BigEndian.AppendUint64(b, k)
	}
	return b
}

// open adds a TCP connection: the first opens, others join.
func (p *party) open() {
	n := uint16(len(p.flows))
	f := &[2]tcp{
		{src: hostA, dst: hostB, sport: p.port + n, dport: 7007, window: 100, seq: p.r.Uint32(), flags: ack},
		{src: hostB, dst: hostA, sport: 7007, dport: p.port + n, window: 100, seq: p.r.Uint32(), flags: ack},
	}
	if p.one(3) {
		f[0].src, f[1].dst = "192.0.2.9", "192.0.2.9"
	}
	p.flows = append(p.flows, f)
	a, b := &f[0], &f[1]
	if n > 0 {
		token := p.token(1)
		if p.odd(10) {
			token = p.r.Uint32()
		}
		hello := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32([]byte{0x10, byte(n)}, token), p.r.Uint32())
		if !p.odd(10) {
			p.put(a, syn, "", hello)
		}
		b.ack = a.seq
		if !p.odd(10) {
			p.put(b, syn|ack, "", append([]byte{0x10, byte(n)}, repeat("h", 12)...))
		}
		a.ack = b.seq
		if !p.odd(10) {
			p.put(a, ack, "", append([]byte{0x10, 0}, repeat("H", 20)...))
		}
		return
	}
	first := p.capable()
	if p.version == 0 || p.odd(8) {
		first = p.capable(p.keys[0])
	}
	if !p.odd(10) {
		p.put(a, syn, "", first)
	}
	b.ack = a.seq
	if !p.odd(10) {
		p.put(b, syn|ack, "", p.capable(p.keys[1]))
	}
	a.ack = b.seq
	last := p.keys[1]
	if p.odd(8) {
		last++
	}
	switch n := p.r.IntN(6); {
	case n == 0 && !p.calm:
	case n == 1:
		p.put(a, ack|psh, "hello", append(p.capable(p.keys[0], last), 0, byte(5*p.r.IntN(2))))
	case n == 2:
		p.put(a, ack|psh, "hello", append(p.capable(p.keys[0], last), 0, 5, 1, 2))
	default:
		p.put(a, ack, "", p.capable(p.keys[0], last))
	}
}

// signal maps data, or confirms it.
func (p *party) signal(i int, length int) []byte {
	flags := byte(p.r.IntN(32))
	b := []byte{0x20, flags}
	number := func(n uint64, long bool) {
		if long {
			b = binary.BigEndian.AppendUint64(b, n)
		} else {
			b = binary.BigEndian.AppendUint32(b, uint32(n))
		}
	}
	if flags&1 != 0 {
		number(p.next[1-i], flags&2 != 0)
	}
	if flags&4 != 0 {
		number(p.next[i], flags&8 != 0)
		b = binary.BigEndian.AppendUint32(b, p.r.Uint32N(100))
		b = binary.BigEndian.AppendUint16(b, uint16(length))
		if p.one(2) {
			b = append(b, 1, 2)
		}
	}
	return b
}

// say sends one segment.
func (p *party) say() {
	f := p.flows[p.r.IntN(len(p.flows))]
	i := p.r.IntN(2)
	s := &f[i]
	s.ack = f[1-i].seq
	payload := ""
	if p.one(2) {
		payload = string(repeat("x", 1+p.r.IntN(9)))
	}
	var options [][]byte
	for range 1 + p.r.IntN(4)/3 {
		switch p.r.IntN(12) {
		case 0:
			options = append(options, []byte{0x30, 2, 10, 0, 0, 1})
		case 1:
			options = append(options, []byte{0x40, 2, 3})
		case 2:
			options = append(options, []byte{0x51})
		case 3:
			options = append(options, binary.BigEndian.AppendUint64([]byte{0x60, 0}, p.next[i]))
		case 4:
			options = append(options, binary.BigEndian.AppendUint64([]byte{0x70, 0}, p.keys[1-i]))
		case 5:
			options = append(options, []byte{0x80, 1})
		case 6:
		default:
			options = append(options, p.signal(i, len(payload)))
		}
	}
	p.next[i] += uint64(len(payload))
	flags := byte(ack)
	if p.one(30) {
		flags |= fin
	}
	if p.one(60) {
		flags = rst
	}
	for range 1 + p.r.IntN(4)/3 {
		p.put(s, flags, payload, options...)
	}
}

// parties are frames of many such connections.
func parties(seed uint64, n int, calm bool) []*packet.Frame {
	r := rand.New(rand.NewPCG(seed, 8)) //nolint:gosec // tests are to be repeatable
	var all []*party
	for i := range n {
		p := &party{r: r, port: uint16(30000 + 100*i), version: byte(r.IntN(2)), keys: [2]uint64{r.Uint64(), r.Uint64()}}
		if p.calm = calm; p.odd(10) {
			p.version = byte(r.IntN(4))
		}
		p.next = [2]uint64{r.Uint64(), r.Uint64()}
		all = append(all, p)
	}
	var out []*packet.Frame
	at := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	for len(all) > 0 {
		i := r.IntN(len(all))
		p := all[i]
		if len(p.flows) == 0 || len(p.flows) < 9 && r.IntN(8) == 0 {
			p.open()
		} else {
			p.say()
		}
		for _, f := range frames(p.out...) {
			f.Number, f.Time = len(out)+1, at
			at = at.Add(pauses[r.IntN(len(pauses))])
			out = append(out, f)
		}
		if p.out = nil; r.IntN(40) == 0 {
			all = slices.Delete(all, i, i+1)
		}
	}
	return out
}

// TestOracleMultipath holds connections over several TCP connections against tshark.
func TestOracleMultipath(t *testing.T) {
	t.Parallel()
	var sum tally
	for seed := range uint64(rounds(6)) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "parties.pcapng")
			write(t, file, parties(seed, 30, false))
			sum.compare(t, file, packet.Options{})
		})
	}
	sum.log(t)
}

// TestOracleMultipathBackfilled holds what later frames tell of such connections
// against tshark's second pass.
func TestOracleMultipathBackfilled(t *testing.T) {
	t.Parallel()
	sum := tally{only: func(name string) bool { return strings.HasPrefix(name, "mptcp") }}
	for seed := range uint64(rounds(3)) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "parties.pcapng")
			write(t, file, parties(seed, 30, true))
			sum.compare(t, file, packet.Options{Backfill: true}, "-2")
		})
	}
	sum.log(t)
}
