package packet_test

import (
	"encoding/binary"
	"encoding/hex"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/netrig/netrig/harness/packet"
)

// octets reads hexadecimal digits; blanks and what follows a # count for nothing.
func octets(tb testing.TB, s string) []byte {
	tb.Helper()
	var clean strings.Builder
	for line := range strings.Lines(s) {
		line, _, _ = strings.Cut(line, "#")
		clean.WriteString(strings.Join(strings.Fields(line), ""))
	}
	b, err := hex.DecodeString(clean.String())
	if err != nil {
		tb.Fatal(err)
	}
	return b
}

const (
	hostA = "192.0.2.1"
	hostB = "192.0.2.2"
	hostC = "2001:db8::1"
	hostD = "2001:db8::2"
)

func ethernet(kind uint16, payload ...[]byte) []byte {
	b := []byte{2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1}
	b = binary.BigEndian.AppendUint16(b, kind)
	for _, p := range payload {
		b = append(b, p...)
	}
	return b
}

func fold(sum uint32, b []byte) uint16 {
	for i := range b {
		if i%2 == 0 {
			sum += uint32(b[i]) << 8
		} else {
			sum += uint32(b[i])
		}
	}
	for sum > 0xffff {
		sum = sum>>16 + sum&0xffff
	}
	return ^uint16(sum)
}

type ip4 struct {
	src, dst string
	proto    byte
	id       uint16
	frag     uint16 // flags and offset as they stand
	options  []byte
	payload  []byte
}

func (p ip4) frame() []byte {
	h := make([]byte, 20, 60)
	h[0] = 0x40 | byte(5+len(p.options)/4)
	binary.BigEndian.PutUint16(h[2:], uint16(20+len(p.options)+len(p.payload)))
	binary.BigEndian.PutUint16(h[4:], p.id)
	binary.BigEndian.PutUint16(h[6:], p.frag)
	h[8], h[9] = 64, p.proto
	copy(h[12:], netip.MustParseAddr(p.src).AsSlice())
	copy(h[16:], netip.MustParseAddr(p.dst).AsSlice())
	h = append(h, p.options...)
	binary.BigEndian.PutUint16(h[10:], fold(0, h))
	return ethernet(0x0800, h, p.payload)
}

// living is the frame with another time to live.
func (p ip4) living(ttl byte) []byte {
	f := p.frame()
	h := f[14 : 34+len(p.options)]
	h[8], h[10], h[11] = ttl, 0, 0
	binary.BigEndian.PutUint16(h[10:], fold(0, h))
	return f
}

func pseudo(src, dst string, proto byte, b []byte) uint32 {
	var sum uint32
	for _, a := range []string{src, dst} {
		s := netip.MustParseAddr(a).AsSlice()
		for i := 0; i < len(s); i += 2 {
			sum += uint32(s[i])<<8 | uint32(s[i+1])
		}
	}
	return sum + uint32(proto) + uint32(len(b))
}

func udp(src, dst string, sport, dport uint16, payload []byte) []byte {
	b := make([]byte, 8, 8+len(payload))
	binary.BigEndian.PutUint16(b, sport)
	binary.BigEndian.PutUint16(b[2:], dport)
	binary.BigEndian.PutUint16(b[4:], uint16(8+len(payload)))
	b = append(b, payload...)
	binary.BigEndian.PutUint16(b[6:], fold(pseudo(src, dst, 17, b), b))
	return packetOf(src, dst, 17, b)
}

func packetOf(src, dst string, proto byte, b []byte) []byte {
	if netip.MustParseAddr(src).Is4() {
		return ip4{src: src, dst: dst, proto: proto, payload: b}.frame()
	}
	return ip6(src, dst, proto, b)
}

func ip6(src, dst string, next byte, b []byte) []byte {
	h := make([]byte, 40)
	h[0] = 0x60
	binary.BigEndian.PutUint16(h[4:], uint16(len(b)))
	h[6], h[7] = next, 64
	copy(h[8:], netip.MustParseAddr(src).AsSlice())
	copy(h[24:], netip.MustParseAddr(dst).AsSlice())
	return ethernet(0x86dd, h, b)
}

const (
	fin = 1
	syn = 2
	rst = 4
	psh = 8
	ack = 16
)

type tcp struct {
	src, dst     string
	sport, dport uint16
	seq, ack     uint32
	flags        byte
	window       uint16
	urgent       uint16
	options      []byte
	payload      string
}

func (s tcp) frame() []byte {
	b := make([]byte, 20, 60+len(s.payload))
	binary.BigEndian.PutUint16(b, s.sport)
	binary.BigEndian.PutUint16(b[2:], s.dport)
	binary.BigEndian.PutUint32(b[4:], s.seq)
	binary.BigEndian.PutUint32(b[8:], s.ack)
	b[12] = byte(5+len(s.options)/4) << 4
	b[13] = s.flags
	binary.BigEndian.PutUint16(b[14:], s.window)
	binary.BigEndian.PutUint16(b[18:], s.urgent)
	b = append(b, s.options...)
	b = append(b, s.payload...)
	binary.BigEndian.PutUint16(b[16:], fold(pseudo(s.src, s.dst, 6, b), b))
	return packetOf(s.src, s.dst, 6, b)
}

// frames numbers packets as a capture file does, a millisecond apart.
func frames(data ...[]byte) []*packet.Frame {
	fs := make([]*packet.Frame, len(data))
	for i, b := range data {
		fs[i] = &packet.Frame{
			Number: i + 1, Point: "pc1:eth0", Direction: packet.Direction(1 + i%2), Length: len(b), Data: b,
			Time: time.Date(2026, 1, 2, 3, 4, 5, 6000+i*1e6, time.UTC),
		}
	}
	return fs
}

// write makes a capture file of frames.
func write(tb testing.TB, file string, fs []*packet.Frame) {
	tb.Helper()
	var b strings.Builder
	w := packet.NewWriter(&b, packet.Meta{Application: "netrig"})
	if err := w.AddPoint("pc1:eth0", nil); err != nil {
		tb.Fatal(err)
	}
	for _, f := range fs {
		if err := w.Write(f); err != nil {
			tb.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		tb.Fatal(err)
	}
	writeFile(tb, file, b.String())
}

// hexed are octets as hexadecimal digits.
func hexed(b []byte) []byte { return hex.AppendEncode(nil, b) }
