package filter_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
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

// sharkd is Wireshark's engine as a process that answers requests, so that
// thousands of filters need one start.
type sharkd struct {
	in  io.Writer
	out *bufio.Scanner
	id  int
}

// startSharkd starts Wireshark's engine on a capture file.
func startSharkd(t *testing.T, file string) *sharkd {
	t.Helper()
	path := trial.Tool(t, "sharkd") // of Wireshark 4.0
	abs, err := filepath.Abs(file)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(context.WithoutCancel(t.Context()), path, "-") // ends when its input does
	cmd.Env = append(os.Environ(), "TZ=UTC", "HOME="+t.TempDir())
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(in.Close(), cmd.Wait()); err != nil {
			t.Logf("sharkd: %v", err)
		}
	})
	s := &sharkd{in: in, out: bufio.NewScanner(out)}
	s.out.Buffer(nil, 64<<20)
	if _, message, err := s.ask("load", map[string]string{"file": abs}); err != nil || message != "" {
		t.Fatalf("sharkd: load %s: %v %s", file, err, message)
	}
	return s
}

// ask sends a request. It returns the answer, or the engine's own complaint.
func (s *sharkd) ask(method string, params map[string]string) (result json.RawMessage, complaint string, err error) {
	s.id++
	request, err := json.Marshal(map[string]any{"jsonrpc": "2.0", "id": s.id, "method": method, "params": params})
	if err != nil {
		return nil, "", err
	}
	if _, err := s.in.Write(append(request, '\n')); err != nil {
		return nil, "", err
	}
	for s.out.Scan() {
		var answer struct {
			ID     int
			Result json.RawMessage
			Error  *struct{ Message string }
		}
		if err := json.Unmarshal(s.out.Bytes(), &answer); err != nil || answer.ID != s.id {
			continue // it greets, and tells what it loads
		}
		if answer.Error != nil {
			return nil, answer.Error.Message, nil
		}
		return answer.Result, "", nil
	}
	return nil, "", fmt.Errorf("sharkd ended at %s %v: %w", method, params, errors.Join(s.out.Err(), io.ErrUnexpectedEOF))
}

// selected returns the numbers of the frames that Wireshark selects; ok is
// false where it refuses the filter.
func (s *sharkd) selected(t *testing.T, filter string) (numbers []int, ok bool) {
	t.Helper()
	result, complaint, err := s.ask("frames", map[string]string{"filter": filter, "column0": "frame.number:1"})
	if err != nil {
		t.Fatal(err)
	}
	if complaint != "" {
		return nil, false
	}
	var rows []struct{ Num int }
	if err := json.Unmarshal(result, &rows); err != nil {
		t.Fatalf("sharkd: %q: %v", filter, err)
	}
	for _, row := range rows {
		numbers = append(numbers, row.Num)
	}
	return numbers, true
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
