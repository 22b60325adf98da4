package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/internal/trial"
)

const million = 1_000_000

// questions are what the frames of a capture are asked.
var questions = []struct {
	name string
	args []string
}{
	{"syn", []string{"-Y", "tcp.flags.syn == 1 && tcp.dstport == 80", "-T", "fields", "-e", "frame.number"}},
	{"method", []string{"-Y", `http.request.method == "GET"`, "-T", "fields", "-e", "frame.number"}},
	{"name", []string{"-Y", `dns.qry.name contains "example"`, "-T", "fields", "-e", "frame.number"}},
	{"text", []string{"-Y", "tcp.flags.syn == 1 && tcp.dstport == 80"}},
	{"close", []string{"-Y", "tcp.flags.fin == 1"}}, // whose lines rest on all that their connections did
}

// BenchmarkRead has netrig and tshark read the same million frames, by one filter
// and another; both print the same lines where those are of fields. tshark also does
// what people type: tshark -r FILE -Y FILTER.
func BenchmarkRead(b *testing.B) {
	tshark := trial.Tool(b, "tshark")
	file := filepath.Join(b.TempDir(), "million.pcapng")
	writeMillion(b, file)
	netrig := filepath.Join(b.TempDir(), "netrig")
	if out, err := exec.CommandContext(b.Context(), "go", "build", "-o", netrig, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	for _, q := range questions {
		var printed []byte
		for _, tool := range [...]struct {
			name    string
			runs    int // how often it is run for a figure
			command []string
		}{
			// A machine is faster at one moment than at another. tshark takes seconds, and sees many such moments.
			{"netrig", 10, append([]string{netrig, "read", file}, q.args...)},
			{"tshark", 1, append([]string{tshark, "-n", "-r", file}, q.args...)},
			{"plain", 1, append([]string{tshark, "-r", file}, q.args[:2]...)},
		} {
			b.Run(tool.name+"/"+q.name, func(b *testing.B) {
				var memory int64
				var out string
				for b.Loop() {
					for range tool.runs {
						out = filepath.Join(b.TempDir(), "out")
						memory = max(memory, runInto(b, out, tool.command))
					}
				}
				b.ReportMetric(float64(million*b.N*tool.runs)/b.Elapsed().Seconds(), "frames/s")
				b.ReportMetric(float64(memory)/1024, "MB-resident")
				selected, err := os.ReadFile(out)
				if err != nil {
					b.Fatal(err)
				}
				lines, want := bytes.Count(selected, []byte("\n")), bytes.Count(printed, []byte("\n"))
				if printed != nil && (lines != want || tool.name == "tshark" && len(q.args) > 2 && !bytes.Equal(printed, selected)) {
					b.Fatalf("netrig and tshark select other frames: %d lines and %d", want, lines)
				}
				if printed == nil {
					printed = selected
				}
			})
		}
	}
}

// runInto runs a command that prints into a file, and returns the memory that it took, in KiB.
func runInto(b *testing.B, file string, command []string) int64 {
	b.Helper()
	out, err := os.Create(file)
	if err != nil {
		b.Fatal(err)
	}
	cmd := exec.CommandContext(b.Context(), command[0], command[1:]...)
	cmd.Stdout = out
	if err := errors.Join(cmd.Run(), out.Close()); err != nil {
		b.Fatal(err)
	}
	return cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss
}

// writeMillion writes a million frames: what the captures of the packet room hold
// of IPv4, again and again, each time between other hosts.
func writeMillion(b *testing.B, file string) {
	b.Helper()
	var frames []*packet.Frame
	for _, name := range []string{"http", "dns"} {
		in, err := os.Open("../../harness/packet/testdata/" + name + ".pcapng")
		if err != nil {
			b.Fatal(err)
		}
		r, err := packet.NewReader(in)
		if err != nil {
			b.Fatal(err)
		}
		for f, err := range r.Frames() {
			if err != nil {
				b.Fatal(err)
			}
			if len(f.Data) >= 34 && f.Data[12] == 8 && f.Data[13] == 0 {
				g := *f
				g.Data = bytes.Clone(f.Data)
				frames = append(frames, &g)
			}
		}
		_ = in.Close()
	}
	out, err := os.Create(file)
	if err != nil {
		b.Fatal(err)
	}
	w := packet.NewWriter(out, packet.Meta{Comment: strings.TrimSpace(fmt.Sprintln(million, "frames"))})
	if err := w.AddPoint("all", nil); err != nil {
		b.Fatal(err)
	}
	at := time.Unix(1_700_000_000, 0)
	for n := range million {
		f, again := *frames[n%len(frames)], n/len(frames)
		f.Data = bytes.Clone(f.Data)
		for _, octet := range [...]int{27, 31} { // of the addresses of sender and receiver
			f.Data[octet], f.Data[octet+1] = byte(again>>8), byte(again)
		}
		at = at.Add(10 * time.Microsecond)
		f.Point, f.Direction, f.Time = "all", packet.Unknown, at
		if err := w.Write(&f); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := out.Close(); err != nil {
		b.Fatal(err)
	}
}
