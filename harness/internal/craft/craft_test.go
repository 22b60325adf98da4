package craft_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/internal/craft"
	"github.com/netrig/netrig/harness/packet"
)

// corpus returns the frames of the packet room's captures.
func corpus(t *testing.T) [][]byte {
	t.Helper()
	files, err := filepath.Glob("../../packet/testdata/*.pcapng")
	if err != nil || len(files) == 0 {
		t.Fatalf("no captures: %v", err)
	}
	var all [][]byte
	for _, file := range files {
		in, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		r, err := packet.NewReader(in)
		if err != nil {
			t.Fatal(err)
		}
		for {
			f, err := r.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if len(f.Data) == f.Length {
				all = append(all, f.Data)
			}
		}
		_ = in.Close()
	}
	return all
}

func dissect(data []byte, o packet.Options) *packet.Frame {
	f := &packet.Frame{Number: 1, Length: len(data), Data: data}
	packet.NewDissector(o).Dissect(f)
	return f
}

func field(t *testing.T, name string) *packet.Info {
	t.Helper()
	info, ok := packet.Lookup(name)
	if !ok {
		t.Fatalf("no field %s", name)
	}
	return info
}

func value(t *testing.T, name, text string) packet.Value {
	t.Helper()
	v, err := filter.ParseValue(field(t, name), text)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// TestSetReadsBack sets fields of the headers in real frames to other values, and reads
// these back: one that is set says so, and nothing outside its octets has changed.
func TestSetReadsBack(t *testing.T) {
	names := []string{
		"eth.dst", "eth.src", "eth.type", "arp.opcode", "arp.src.proto_ipv4", "ip.version", "ip.hdr_len", "ip.dsfield.dscp", "ip.len", "ip.id",
		"ip.flags.df", "ip.flags.mf", "ip.frag_offset", "ip.ttl", "ip.proto", "ip.src", "ip.dst", "ip.checksum", "ipv6.hlim", "ipv6.flow", "ipv6.dst",
		"udp.srcport", "udp.dstport", "udp.length", "tcp.srcport", "tcp.seq_raw", "tcp.ack_raw", "tcp.hdr_len", "tcp.flags", "tcp.flags.syn",
		"tcp.flags.reset", "tcp.window_size_value", "tcp.options.mss_val", "icmp.type", "icmp.code", "icmp.seq", "icmpv6.type",
		"dhcp.id", "dhcp.ip.your", "dns.id", "dns.flags.rcode", "dns.count.answers",
	}
	const enough = 20 // frames of each
	set := map[string]int{}
	for _, data := range corpus(t) {
		for _, name := range names {
			if set[name] >= enough {
				continue
			}
			info := field(t, name)
			before, ok := dissect(data, packet.Options{NoReassembly: true}).Value(info.ID)
			if !ok {
				continue
			}
			var other packet.Value
			switch info.Type {
			case packet.Uint:
				step := uint64(1)
				if name == "ip.hdr_len" || name == "tcp.hdr_len" {
					step = 4
				}
				other = packet.UintValue(before.Uint() ^ step)
			case packet.Bool:
				other = packet.BoolValue(!before.Bool())
			case packet.IPv4:
				other = packet.IPv4Value([]byte{192, 0, 2, 99})
			case packet.IPv6:
				other = packet.IPv6Value(append([]byte{0x20, 1}, make([]byte, 14)...))
			case packet.Ether:
				other = packet.EtherValue([]byte{2, 9, 9, 9, 9, 9})
			default:
				t.Fatalf("%s has type %d", name, info.Type)
			}
			changed, err := craft.Set(data, info, 1, other)
			if err != nil {
				t.Errorf("%s of % x: %v", name, data[:min(len(data), 60)], err)
				continue
			}
			set[name]++
			after, ok := dissect(changed, packet.Options{NoReassembly: true}).Value(info.ID)
			if name == "eth.type" || name == "ip.version" {
				continue // it is another protocol now
			}
			if !ok || after.Format(info) != other.Format(info) {
				t.Errorf("%s was set to %s and reads %s", name, other.Format(info), after.Format(info))
			}
			restored, err := craft.Set(changed, info, 1, before)
			if err == nil && !bytes.Equal(restored, data) {
				t.Errorf("%s: set back, the frame is not what it was", name)
			}
			if len(changed) != len(data) {
				t.Errorf("%s: the frame has another length", name)
			}
		}
	}
	for _, name := range names {
		if set[name] == 0 {
			t.Errorf("no frame has %s", name)
		}
	}
}

// TestSetWhole sets a type of which no bit can be flipped by itself: with one bit
// less it would be a length.
func TestSetWhole(t *testing.T) {
	arp, err := craft.Template([]string{"eth", "arp"}, craft.Origin{MAC: []byte{2, 0, 0, 0, 0, 1}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	rarp, err := craft.Set(arp, field(t, "eth.type"), 1, value(t, "eth.type", "0x8035"))
	if err != nil {
		t.Fatal(err)
	}
	if rarp[12] != 0x80 || rarp[13] != 0x35 || !bytes.Equal(rarp[14:], arp[14:]) {
		t.Errorf("got % x", rarp)
	}
	if _, err := craft.Set(arp, field(t, "eth.type"), 1, value(t, "eth.type", "0x0400")); err == nil {
		t.Error("a type that reads as a length is set")
	}
}

func TestSetErrors(t *testing.T) {
	var http, ping []byte
	for _, data := range corpus(t) {
		f := dissect(data, packet.Options{})
		if f.Has(field(t, "http.request.method").ID) {
			http = data
		}
		if f.Has(field(t, "icmp.type").ID) && f.Has(field(t, "ip.ttl").ID) {
			ping = data
		}
	}
	tests := []struct {
		frame       []byte
		field, text string
		occurrence  int
		want        string
	}{
		{ping, "tcp.srcport", "80", 1, "the frame has no tcp.srcport to set"},
		{ping, "ip.ttl", "7", 9, "the frame has no ip.ttl#9 to set"},
		{http, "tcp.stream", "7", 1, "it is computed"},
		{http, "tcp.len", "7", 1, "it is computed"},
		{http, "tcp.hdr_len", "22", 1, "its bits in the frame are 0x3c"},
		{http, "http.request.method", `"POSTPOST"`, 1, "octets in this frame, the value has 8"},
	}
	for _, tt := range tests {
		_, err := craft.Set(tt.frame, field(t, tt.field), tt.occurrence, value(t, tt.field, tt.text))
		if err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s = %s: %v, want %s", tt.field, tt.text, err, tt.want)
		}
	}
}

// TestMend breaks every checksum in real frames and mends it: what the dissector
// verifies then is as good as it was before.
func TestMend(t *testing.T) {
	status := []string{"ip.checksum.status", "tcp.checksum.status", "udp.checksum.status", "icmp.checksum.status", "icmpv6.checksum.status"}
	sums := []string{"ip.checksum", "tcp.checksum", "udp.checksum", "icmp.checksum", "icmpv6.checksum"}
	mended := map[string]int{}
	for _, data := range corpus(t) {
		before := dissect(data, packet.Options{VerifyChecksums: true, NoReassembly: true})
		layers := 0
		for _, f := range before.Fields() {
			if name := packet.InfoOf(f.ID).Name; name == "ip" || name == "ipv6" {
				layers++
			}
		}
		if layers != 1 {
			continue // what is inside another packet is not mended
		}
		broken := bytes.Clone(data)
		for i, name := range sums {
			v, ok := before.Value(field(t, status[i]).ID)
			if !ok || v.Uint() != 1 {
				continue // it was not good before, or not there
			}
			sum, _ := before.Value(field(t, name).ID)
			changed, err := craft.Set(broken, field(t, name), 1, packet.UintValue(sum.Uint()^0x5555))
			if err != nil {
				t.Fatal(err)
			}
			broken = changed
			mended[name]++
		}
		craft.Mend(broken)
		if !bytes.Equal(broken, data) && before.Has(field(t, "ip.src").ID) {
			after := dissect(broken, packet.Options{VerifyChecksums: true, NoReassembly: true})
			for _, name := range status {
				was, _ := before.Value(field(t, name).ID)
				is, _ := after.Value(field(t, name).ID)
				if was.Uint() == 1 && is.Uint() != 1 {
					t.Errorf("%s is %d after mending\n% x", name, is.Uint(), broken)
				}
			}
		}
	}
	for _, name := range sums {
		if mended[name] == 0 {
			t.Errorf("no frame has a good %s", name)
		}
	}
}

func FuzzMend(f *testing.F) {
	f.Add([]byte("\x02\x00\x00\x00\x00\x02\x02\x00\x00\x00\x00\x01\x08\x00E\x00\x00\x1c\x00\x00\x00\x00@\x11\x00\x00\x0a\x00\x00\x01\x0a\x00\x00\x02\x00\x01\x00\x02\x00\x08\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		n := len(data)
		craft.Mend(data)
		once := bytes.Clone(data)
		craft.Mend(data)
		if len(data) != n || !bytes.Equal(once, data) {
			t.Fatal("mending twice is not mending once")
		}
	})
}
