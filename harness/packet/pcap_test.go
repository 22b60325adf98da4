package packet_test

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"io"
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

// pcapFile writes one frame of 16 octets, of which 14 were captured, as pcap does.
func pcapFile(order binary.AppendByteOrder, magic uint32, fraction uint32) []byte {
	var b []byte
	b = order.AppendUint32(b, magic)
	b = order.AppendUint16(order.AppendUint16(b, 2), 4)
	for _, n := range []uint32{0, 0, 14, 1, 1700000000, fraction, 14, 16} { // zone, accuracy, snapshot length, Ethernet; the frame
		b = order.AppendUint32(b, n)
	}
	return append(b, ethernet(0x9999)...)
}

func zipped(tb testing.TB, b []byte) []byte {
	tb.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := w.Write(b); err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func TestPcap(t *testing.T) {
	little := pcapFile(binary.LittleEndian, 0xa1b2c3d4, 123456)
	old := bytes.Clone(little) // version 2.3 put the lengths the other way round
	old[6] = 3
	old[32], old[36] = 16, 14
	pcapng, _ := capture(t)
	tests := []struct {
		name string
		file []byte
		ns   int64
	}{
		{"little-endian, microseconds", little, 123456000},
		{"big-endian, microseconds", pcapFile(binary.BigEndian, 0xa1b2c3d4, 123456), 123456000},
		{"little-endian, nanoseconds", pcapFile(binary.LittleEndian, 0xa1b23c4d, 123456789), 123456789},
		{"big-endian, nanoseconds", pcapFile(binary.BigEndian, 0xa1b23c4d, 123456789), 123456789},
		{"version 2.3", old, 123456000},
		{"compressed", zipped(t, little), 123456000},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r, err := packet.NewReader(bytes.NewReader(tt.file))
			if err != nil {
				t.Fatal(err)
			}
			got, err := r.Next()
			if err != nil {
				t.Fatal(err)
			}
			want := &packet.Frame{Number: 1, Time: time.Unix(1700000000, tt.ns).UTC(), Length: 16, Data: ethernet(0x9999)}
			if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(packet.Frame{})); diff != "" {
				t.Errorf("frame (-want +got):\n%s", diff)
			}
			if f, err := r.Next(); !errors.Is(err, io.EOF) {
				t.Errorf("at the end: %v, %v", f, err)
			}
		})
	}
	t.Run("compressed pcapng", func(t *testing.T) {
		r, err := packet.NewReader(bytes.NewReader(zipped(t, pcapng)))
		if err != nil {
			t.Fatal(err)
		}
		for n := 1; n <= 3; n++ {
			if f, err := r.Next(); err != nil || f.Number != n {
				t.Fatalf("frame %d: %v, %v", n, f, err)
			}
		}
	})
}

func TestPcapErrors(t *testing.T) {
	file := pcapFile(binary.LittleEndian, 0xa1b2c3d4, 1)
	edit := func(at int, b ...byte) []byte {
		f := bytes.Clone(file)
		copy(f[at:], b)
		return f
	}
	packed := zipped(t, file)
	corrupt := bytes.Clone(packed)
	corrupt[len(corrupt)-5] ^= 1 // of the checksum
	tests := []struct {
		name string
		file []byte
		want string
	}{
		{"cut in the head", file[:20], "cut off in the block at octet 0"},
		{"cut in a frame's head", file[:30], "cut off in the block at octet 24"},
		{"cut in a frame", file[:len(file)-1], "cut off in the block at octet 24"},
		{"version", edit(4, 9), "pcap version 9"},
		{"link type", edit(20, 113), "the file has link type 113"},
		{"huge frame", edit(32, 0, 0, 0, 0x7f), "claims 2130706432 captured octets"},
		{"compressed and cut", packed[:len(packed)-12], "cut off"},
		{"compressed and corrupt", corrupt, "checksum"},
		{"compressed text", zipped(t, []byte("hello, hello")), "not a pcapng file"},
		{"half a compressed head", packed[:5], "compressed"},
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

// TestPcapConverted reads what Wireshark's editcap makes of a pcapng file.
func TestPcapConverted(t *testing.T) {
	editcap := trial.Tool(t, "editcap")
	const source = "testdata/dns.pcapng"
	for _, format := range []string{"pcap", "nsecpcap"} {
		t.Run(format, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "x.pcap")
			if out, err := exec.CommandContext(t.Context(), editcap, "-F", format, source, file).CombinedOutput(); err != nil {
				t.Fatalf("editcap: %v: %s", err, out)
			}
			want, got := readAll(t, source), readAll(t, file)
			for _, f := range want {
				f.Point, f.Direction = "", packet.Unknown
				if format == "pcap" {
					f.Time = f.Time.Truncate(time.Microsecond)
				}
			}
			if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(packet.Frame{})); diff != "" {
				t.Errorf("frames (-pcapng +%s):\n%s", format, diff)
			}
		})
	}
}
