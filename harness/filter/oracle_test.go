package filter_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/internal/trial"
)

// capture is a capture file and what netrig reads of it.
type capture struct {
	file   string
	frames []*packet.Frame
}

// fickle reports whether Wireshark's engine answers a filter otherwise than
// tshark does, which reads a file once: where it has met SNMP, conversations over
// UDP are numbered anew when they are met again, and what was displayed before
// depends on the filter.
func (c capture) fickle(filter string) bool {
	snmp, _ := packet.Lookup("snmp")
	return strings.Contains(filter, "frame.time_delta_displayed") ||
		(strings.Contains(filter, "udp.stream") || strings.Contains(filter, "udp.time_")) &&
			slices.ContainsFunc(c.frames, func(f *packet.Frame) bool { return f.Has(snmp.ID) })
}

// captures returns the story and the frames that hold every type of value,
// written to files, and every capture that the packet room keeps.
func captures(t *testing.T) []capture {
	t.Helper()
	files := []string{save(t, "story.pcapng", story()), save(t, "types.pcapng", types())}
	for _, pattern := range []string{"*.pcapng", "*.pcap"} {
		kept, err := filepath.Glob(filepath.Join("../packet/testdata", pattern))
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, kept...)
	}
	var all []capture
	for _, file := range files {
		all = append(all, capture{file, read(t, file)})
	}
	return all
}

// save writes frames to a capture file.
func save(t *testing.T, name string, frames []*packet.Frame) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	out, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	w := packet.NewWriter(out, packet.Meta{})
	if err := w.AddPoint("pc1:eth0", nil); err != nil {
		t.Fatal(err)
	}
	for _, f := range frames {
		if err := w.Write(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Flush(), out.Close()); err != nil {
		t.Fatal(err)
	}
	return file
}

// read reads and dissects a capture file; one that is cut off, as far as it goes.
func read(t *testing.T, file string) []*packet.Frame {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r, err := packet.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	d := packet.NewDissector(packet.Options{Backfill: true})
	var frames []*packet.Frame
	for {
		f, err := r.Next()
		if err != nil {
			if !errors.Is(err, io.EOF) {
				t.Logf("%s: %v", file, err)
			}
			return frames
		}
		d.Dissect(f)
		frames = append(frames, f)
	}
}

// tsharkSelected asks tshark itself, which reads the file once, front to back.
func tsharkSelected(t *testing.T, file, filter string) []int {
	t.Helper()
	path := trial.Tool(t, "tshark") // of Wireshark 4.0
	cmd := exec.CommandContext(t.Context(), path, "-n", "-r", file, "-Y", filter, "-T", "fields", "-e", "frame.number")
	cmd.Env = append(os.Environ(), "TZ=UTC", "HOME="+t.TempDir())
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("tshark -r %s -Y %q: %v", file, filter, err)
	}
	var numbers []int
	for word := range strings.FieldsSeq(string(out)) {
		n, err := strconv.Atoi(word)
		if err != nil {
			t.Fatal(err)
		}
		numbers = append(numbers, n)
	}
	slices.Sort(numbers)
	return numbers
}
