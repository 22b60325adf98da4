package filter_test

import (
	"testing"

	"github.com/netrig/netrig/harness/filter"
)

// A filter on a decoded frame: at most 100 ns and no allocation for the first.
func BenchmarkMatch(b *testing.B) {
	frames := dissected()
	benchmarks := []struct {
		name, expr string
		frame      int
	}{
		{"flags and port", "tcp.flags.syn == 1 && tcp.dstport == 80", 3},
		{"another protocol", "tcp.flags.syn == 1 && tcp.dstport == 80", 8},
		{"prefix", "ip.src == 10.0.0.0/24", 3},
		{"set", "tcp.port in {80, 443, 8000..8999}", 3},
		{"slice", "eth.src[0:3] == 02:00:00", 3},
		{"contains", `tcp.payload contains "index"`, 6},
		{"matches", `tcp.payload matches "^get .*html"`, 6},
		{"arithmetic", "ip.len - ip.hdr_len == 24", 3},
		{"bound", "tcp.ack_raw == ${syn.tcp.seq_raw} + 1", 4},
	}
	bound := bindings{"syn": frames[2]}
	for _, bb := range benchmarks {
		b.Run(bb.name, func(b *testing.B) {
			f, err := filter.Compile(bb.expr)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := f.Match(frames[bb.frame-1], bound); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := filter.Compile("tcp.flags.syn == 1 && tcp.dstport == 80"); err != nil {
			b.Fatal(err)
		}
	}
}

// Ordinary filters match without allocation.
func TestMatchAllocatesNothing(t *testing.T) {
	if raceDetector {
		t.Skip("under the race detector pools forget what was put back")
	}
	frames := dissected()
	for _, expr := range []string{
		"tcp.flags.syn == 1 && tcp.dstport == 80",
		"ip.src == 10.0.0.0/24 || ipv6 || not arp",
		"tcp.port in {80, 443, 8000..8999}",
		"eth.src[0:3] == 02:00:00",
		`tcp.payload contains "index"`,
		"ip.len - ip.hdr_len == 24",
		"tcp.flags & 2",
	} {
		f, err := filter.Compile(expr)
		if err != nil {
			t.Fatal(err)
		}
		n := testing.AllocsPerRun(100, func() {
			for _, fr := range frames {
				if _, err := f.Match(fr, nil); err != nil {
					t.Fatal(err)
				}
			}
		})
		if n > 0 {
			t.Errorf("%s: %v allocations over %d frames, want none", expr, n, len(frames))
		}
	}
}
