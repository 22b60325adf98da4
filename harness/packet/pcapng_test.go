package packet_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/internal/trial"
)

// capture writes frames of two points, with statistics.
func capture(tb testing.TB) ([]byte, []*packet.Frame) {
	tb.Helper()
	at := time.Date(2026, 1, 2, 3, 4, 5, 678901234, time.UTC)
	fs := []*packet.Frame{
		{Number: 1, Point: "pc1:eth0", Time: at, Direction: packet.Out, Length: 60, Data: udp(hostA, hostB, 1, 2, []byte("odd length"))},
		{Number: 2, Point: "gw:lan", Time: at.Add(time.Nanosecond), Direction: packet.In, Length: 1514, Data: udp(hostA, hostB, 1, 2, []byte("cut"))},
		{Number: 3, Point: "pc1:eth0", Time: at.Add(time.Second), Length: 45, Data: udp(hostB, hostA, 2, 1, []byte("abc"))},
	}
	fs[0].Length = len(fs[0].Data)
	var b bytes.Buffer
	w := packet.NewWriter(&b, packet.Meta{Hardware: "x86", OS: "Linux", Application: "netrig", Comment: "two points"})
	check := func(err error) {
		tb.Helper()
		if err != nil {
			tb.Fatal(err)
		}
	}
	check(w.AddPoint("pc1:eth0", []byte{2, 0, 0, 0, 0, 1}))
	check(w.Write(fs[0]))
	check(w.AddPoint("gw:lan", nil))
	check(w.Write(fs[1]))
	check(w.Write(fs[2]))
	check(w.Stats("pc1:eth0", at, packet.Stats{Received: 2}))
	check(w.Stats("gw:lan", at, packet.Stats{Received: 9, Dropped: 8}))
	check(w.Flush())
	return b.Bytes(), fs
}

func TestRoundTrip(t *testing.T) {
	file, want := capture(t)
	r, err := packet.NewReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	var got []*packet.Frame
	for {
		f, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, f)
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(packet.Frame{})); diff != "" {
		t.Errorf("frames (-want +got):\n%s", diff)
	}
	stats := []packet.PointStats{{Point: "pc1:eth0", Stats: packet.Stats{Received: 2}}, {Point: "gw:lan", Stats: packet.Stats{Received: 9, Dropped: 8}}}
	if diff := cmp.Diff(stats, r.Stats()); diff != "" {
		t.Errorf("statistics (-want +got):\n%s", diff)
	}
}

func TestWriterMistakes(t *testing.T) {
	w := packet.NewWriter(io.Discard, packet.Meta{})
	good := &packet.Frame{Point: "a:b", Time: time.Unix(1, 0), Data: []byte{1}}
	tests := []struct {
		name string
		do   func() error
		want string
	}{
		{"unknown point", func() error { return w.Write(good) }, "was not added"},
		{"no name", func() error { return w.AddPoint("", nil) }, "0 octets"},
		{"first", func() error { return w.AddPoint("a:b", nil) }, ""},
		{"twice", func() error { return w.AddPoint("a:b", nil) }, "declared twice"},
		{"known point", func() error { return w.Write(good) }, ""},
		{"before time", func() error { return w.Write(&packet.Frame{Point: "a:b", Data: []byte{1}}) }, "does not fit"},
		{"too long", func() error {
			return w.Write(&packet.Frame{Point: "a:b", Time: time.Unix(1, 0), Data: make([]byte, 1<<20)})
		}, "at most 262144"},
		{"statistics of nobody", func() error { return w.Stats("c:d", time.Unix(1, 0), packet.Stats{}) }, "was not added"},
	}
	for _, tt := range tests {
		err := tt.do()
		if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
			t.Errorf("%s: got error %v, want %q", tt.name, err, tt.want)
		}
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

func TestWriterDiskFull(t *testing.T) {
	w := packet.NewWriter(full{}, packet.Meta{})
	if err := w.Flush(); err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Fatalf("got error %v", err)
	}
	if err := w.AddPoint("a:b", nil); err == nil {
		t.Error("a failed writer goes on")
	}
}

// TestWriterAgainstWireshark has Wireshark's tools read what the Writer wrote.
func TestWriterAgainstWireshark(t *testing.T) {
	path := tshark(t)
	file, _ := capture(t)
	name := filepath.Join(t.TempDir(), "x.pcapng")
	if err := os.WriteFile(name, file, 0o644); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), path, "-r", name, "-T", "fields", "-e", "frame.interface_name", "-e", "frame.time_epoch",
		"-e", "frame.packet_flags_direction", "-e", "frame.len", "-e", "frame.cap_len").Output()
	if err != nil {
		t.Fatal(err)
	}
	want := "pc1:eth0\t1767323045.678901234\t0x00000002\t52\t52\n" +
		"gw:lan\t1767323045.678901235\t0x00000001\t1514\t45\n" +
		"pc1:eth0\t1767323046.678901234\t\t45\t45\n"
	if diff := cmp.Diff(want, string(out)); diff != "" {
		t.Errorf("tshark (-want +got):\n%s", diff)
	}
	capinfos := trial.Tool(t, "capinfos")
	info, err := exec.CommandContext(t.Context(), capinfos, name).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, info)
	}
	for _, want := range []string{"Name = pc1:eth0", "Name = gw:lan", "Time precision = nanoseconds (9)", "Number of stat entries = 1", "netrig"} {
		if !strings.Contains(string(info), want) {
			t.Errorf("capinfos does not say %q:\n%s", want, info)
		}
	}
}

func TestReaderErrors(t *testing.T) {
	file, _ := capture(t)
	edit := func(at int, b ...byte) []byte {
		f := bytes.Clone(file)
		copy(f[at:], b)
		return f
	}
	first := bytes.Index(file, []byte("pc1:eth0")) - 20 // the first interface block
	tests := []struct {
		name string
		file []byte
		want string
	}{
		{"empty", nil, "not a pcapng file, nor a pcap one"},
		{"text", []byte("frame.number == 1"), "not a pcapng file, nor a pcap one"},
		{"cut in a head", file[:first+6], "cut off in the block at octet"},
		{"cut in a body", file[:len(file)-30], "cut off in the block at octet"},
		{"byte order", edit(8, 9, 9, 9, 9), "byte-order magic 09090909"},
		{"huge block", edit(first+4, 0, 0, 0, 0x7f), "claims 2130706432 octets"},
		{"odd block", edit(first+4, 41, 0, 0, 0), "claims 41 octets"},
		{"link type", edit(first+8, 113, 0), "link type 113"},
		{"major version", edit(12, 7), "pcapng version 7"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := packet.NewReader(bytes.NewReader(tt.file))
			for err == nil {
				_, err = r.Next()
			}
			if !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got error %q, want %q", err, tt.want)
			}
		})
	}
}

// TestReaderForeign reads big-endian files, and those of other resolutions, as
// tshark does.
func TestReaderForeign(t *testing.T) {
	be := func(s string) []byte { return octets(t, s) }
	file := join(
		be("0a0d0d0a 0000001c 1a2b3c4d 0001 0000 ffffffffffffffff 0000001c"),
		be("00000001 00000020 0001 0000 00000040 0009 0001 8a000000 00000000 00000020"), // 2^-10 s
		be("00000006 00000030 00000000 00000001 00000a00 0000000e 0000000e 020000000002020000000001 9999 0000 00000030"),
		be("00000003 00000020 0000000e 020000000002020000000001 9999 0000 00000020"),
		be("0000abcd 00000010 01020304 00000010"),
	)
	r, err := packet.NewReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	f, err := r.Next()
	if err != nil {
		t.Fatal(err)
	}
	if want := time.Unix((1<<32|0xa00)/1024, (0xa00%1024)*1e9/1024).UTC(); !f.Time.Equal(want) || len(f.Data) != 14 || f.Point != "interface 0" {
		t.Errorf("got %v, want time %v", f, want)
	}
	if f, err = r.Next(); err != nil || len(f.Data) != 14 || f.Number != 2 {
		t.Errorf("simple packet block: %v, %v", f, err)
	}
	if _, err = r.Next(); !errors.Is(err, io.EOF) {
		t.Errorf("at the end: %v", err)
	}
}

func FuzzReader(f *testing.F) {
	file, _ := capture(f)
	f.Add(file)
	f.Add(file[:len(file)-7])
	f.Add(zipped(f, file))
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		f.Add(pcapFile(order, 0xa1b2c3d4, 1))
		f.Add(pcapFile(order, 0xa1b23c4d, 1))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		r, err := packet.NewReader(bytes.NewReader(b))
		if err != nil {
			return
		}
		for range 1 << 16 {
			frame, err := r.Next()
			if err != nil {
				return
			}
			if len(frame.Data) > 1032*len(b) || frame.Length < len(frame.Data) {
				t.Fatalf("frame of %d octets, %d captured, from a file of %d", frame.Length, len(frame.Data), len(b))
			}
		}
	})
}
