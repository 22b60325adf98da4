package trial

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

// Sharkd is Wireshark's engine as a server. It forks itself for each file, which takes
// a tenth of the time that a program of Wireshark's takes to start. (One process asked
// about several files would answer from what it remembers of those before.)
type Sharkd struct{ socket string }

// StartSharkd starts Wireshark's engine, which ends with the test.
func StartSharkd(tb testing.TB) *Sharkd {
	tb.Helper()
	path := Tool(tb, "sharkd")             // of Wireshark 4.0
	dir, err := os.MkdirTemp("", "sharkd") //nolint:usetesting // the path of a socket has 107 octets at most, that of a test often more
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = os.RemoveAll(dir) })
	s := &Sharkd{socket: filepath.Join(dir, "socket")}
	cmd := exec.CommandContext(tb.Context(), path, "unix:"+s.socket)
	cmd.Env = append(os.Environ(), "TZ=UTC", "LC_ALL=C", "HOME="+dir)
	if err := cmd.Run(); err != nil { // it ends once it listens, and leaves a daemon behind
		tb.Fatalf("start sharkd: %v", err)
	}
	daemon, err := s.daemon()
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := syscall.Kill(daemon, syscall.SIGKILL); err != nil {
			tb.Errorf("end sharkd: %v", err)
		}
	})
	return s
}

// daemon returns the id of the daemon's process: no other names its socket.
func (s *Sharkd) daemon() (int, error) {
	files, err := filepath.Glob("/proc/[0-9]*/cmdline")
	if err != nil {
		return 0, err
	}
	for _, file := range files {
		line, err := os.ReadFile(file) //nolint:gosec // of a process
		if err == nil && bytes.HasSuffix(line, []byte("unix:"+s.socket+"\x00")) {
			return strconv.Atoi(filepath.Base(filepath.Dir(file)))
		}
	}
	return 0, fmt.Errorf("sharkd does not run at %s", s.socket)
}

// ErrTooLong is the error of a request that is more than the engine reads of a line. It
// would take it for two, and answer neither.
var ErrTooLong = errors.New("sharkd: a request of more than 8,000 octets")

const longest = 8000

// Opened is a capture file that Wireshark's engine has read. It looks at a file twice,
// as tshark -2 does.
type Opened struct {
	file        string
	preferences map[string]string
	conn        io.Writer
	out         *bufio.Scanner
	id          int
}

// Open has it read a capture file, under preferences of Wireshark's.
func (s *Sharkd) Open(tb testing.TB, file string, preferences map[string]string) *Opened {
	tb.Helper()
	abs, err := filepath.Abs(file)
	if err != nil {
		tb.Fatal(err)
	}
	conn, err := (&net.Dialer{}).DialContext(tb.Context(), "unix", s.socket)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { _ = conn.Close() })
	o := &Opened{file: abs, preferences: preferences, conn: conn, out: bufio.NewScanner(conn)}
	o.out.Buffer(nil, 64<<20)
	for name, value := range preferences {
		if _, complaint, err := o.Ask("setconf", map[string]string{"name": name, "value": value}); err != nil || complaint != "" {
			tb.Fatalf("sharkd: set %s to %s: %v %s", name, value, err, complaint)
		}
	}
	if _, complaint, err := o.Ask("load", map[string]string{"file": abs}); err != nil || complaint != "" {
		tb.Fatalf("sharkd: load %s: %v %s", file, err, complaint)
	}
	return o
}

// Select returns the numbers of the frames that a filter selects, from 1; taken is false
// where the engine refuses the filter. Where the filter is too long for it, tshark is
// asked.
func (o *Opened) Select(tb testing.TB, filter string) (numbers []int, taken bool) {
	tb.Helper()
	result, complaint, err := o.Ask("frames", map[string]string{"filter": filter, "column0": "frame.number:1"})
	if errors.Is(err, ErrTooLong) {
		return o.tshark(tb, filter)
	}
	if err != nil {
		tb.Fatal(err)
	}
	if complaint != "" {
		return nil, false
	}
	var rows []struct{ Num int }
	if err := json.Unmarshal(result, &rows); err != nil {
		tb.Fatalf("sharkd: %q: %v", filter, err)
	}
	for _, row := range rows {
		numbers = append(numbers, row.Num)
	}
	return numbers, true
}

// tshark does as Select does.
func (o *Opened) tshark(tb testing.TB, filter string) (numbers []int, taken bool) {
	tb.Helper()
	args := []string{"-n", "-2", "-r", o.file, "-Y", filter, "-T", "fields", "-e", "frame.number"}
	for name, value := range o.preferences {
		args = append(args, "-o", name+":"+value)
	}
	cmd := exec.CommandContext(tb.Context(), Tool(tb, "tshark"), args...)
	cmd.Env = append(os.Environ(), "TZ=UTC", "LC_ALL=C", "HOME="+tb.TempDir())
	out, err := cmd.Output()
	if err != nil {
		tb.Logf("tshark: %v", err)
		return nil, false
	}
	for word := range strings.FieldsSeq(string(out)) {
		n, err := strconv.Atoi(word)
		if err != nil {
			tb.Fatal(err)
		}
		numbers = append(numbers, n)
	}
	return numbers, true
}

// Ask sends a request. It returns the answer, or the engine's own complaint; the error
// is for an engine that is no more.
func (o *Opened) Ask(method string, params map[string]string) (result json.RawMessage, complaint string, err error) {
	o.id++
	request, err := json.Marshal(map[string]any{"jsonrpc": "2.0", "id": o.id, "method": method, "params": params})
	if err != nil {
		return nil, "", err
	}
	if len(request) > longest {
		return nil, "", ErrTooLong
	}
	if _, err := o.conn.Write(append(request, '\n')); err != nil {
		return nil, "", fmt.Errorf("sharkd: %w", err)
	}
	for o.out.Scan() {
		var answer struct {
			ID     int
			Result json.RawMessage
			Error  *struct{ Message string }
		}
		if err := json.Unmarshal(o.out.Bytes(), &answer); err != nil || answer.ID != o.id {
			continue // it greets, and tells what it loads
		}
		if answer.Error != nil {
			return nil, answer.Error.Message, nil
		}
		return answer.Result, "", nil
	}
	return nil, "", fmt.Errorf("sharkd ended at %s %v: %w", method, params, errors.Join(o.out.Err(), io.ErrUnexpectedEOF))
}
