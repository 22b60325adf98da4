package cases_test

import (
	"bytes"
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

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/cases"
	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/internal/trial"
)

// recorded is a case that ran, and what it left in its capture file.
type recorded struct {
	spec   *suite.Case
	result suite.CaseResult
	file   string
	frames []*packet.Frame // dissected; the frame of number n is at n-1
}

// record runs suites, all at once, and returns their cases by suite.
func record(t *testing.T, names ...string) map[string][]recorded {
	t.Helper()
	var sources []harness.Source
	for _, name := range names {
		sources = append(sources, source(name))
	}
	r, err := harness.Run(t.Context(), sources, options(t))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]recorded{}
	for i, name := range names {
		loaded, err := sources[i].Load()
		if err != nil {
			t.Fatal(err)
		}
		for j, c := range r.Suites[i].Cases {
			if expectPass(t, c); c.Verdict == suite.Skipped {
				continue // there are no frames
			}
			file := filepath.Join(c.Dir, "frames.pcapng")
			all[name] = append(all[name], recorded{loaded.Cases[j], c, file, readFrames(t, file, loaded.Cases[j].Dissect)})
		}
	}
	return all
}

func readFrames(t *testing.T, file string, o packet.Options) []*packet.Frame {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r, err := packet.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	dissectors := map[string]*packet.Dissector{}
	var frames []*packet.Frame
	for {
		f, err := r.Next()
		if errors.Is(err, io.EOF) {
			return frames
		}
		if err != nil {
			t.Fatal(err)
		}
		if dissectors[f.Point] == nil {
			dissectors[f.Point] = packet.NewDissector(o)
		}
		dissectors[f.Point].Dissect(f)
		frames = append(frames, f)
	}
}

// wireshark runs a program of Wireshark's and returns what it prints.
func wireshark(t *testing.T, name string, args ...string) (string, error) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), trial.Tool(t, name), args...)
	cmd.Env = append(os.Environ(), "TZ=UTC", "LC_ALL=C", "HOME="+t.TempDir())
	var complaint strings.Builder
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s %.300q: %w: %s", name, args, err, complaint.String())
	}
	return string(out), nil
}

// extract has tshark write the frames of one interface to a file of their own, as
// one does in Wireshark before reassembly and streams are looked at: every frame
// is in the whole file once for each interface it passes.
func (r recorded) extract(t *testing.T, point string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), strings.ReplaceAll(point, ":", "-")+".pcapng")
	if _, err := wireshark(t, "tshark", "-n", "-r", r.file, "-Y", fmt.Sprintf("frame.interface_name == %q", point), "-w", file); err != nil {
		t.Fatal(err)
	}
	return file
}

// at returns the frames of one interface.
func (r recorded) at(point string) []*packet.Frame {
	return slices.DeleteFunc(slices.Clone(r.frames), func(f *packet.Frame) bool { return f.Point != point })
}

// numbers returns the numbers of the frames of one interface in the whole file.
func (r recorded) numbers(point string) []int {
	var all []int
	for i, f := range r.frames {
		if f.Point == point {
			all = append(all, i+1)
		}
	}
	return all
}

func TestWiresharkReadsTheStory(t *testing.T) {
	trial.Tool(t, "tshark")
	request := record(t, "internet")["internet"][0]

	out, err := wireshark(t, "capinfos", "-c", "-M", "-T", "-r", request.file)
	if err != nil {
		t.Fatal(err)
	}
	if fields := strings.Fields(out); len(fields) == 0 || fields[len(fields)-1] != strconv.Itoa(len(request.frames)) {
		t.Errorf("capinfos counts %q; want %d frames", out, len(request.frames))
	}

	tests := []struct {
		name   string
		point  string
		filter string
		fields []string
		want   []string // a line for each frame
	}{
		{"DORA", "pc1:eth0", "dhcp", []string{"dhcp.option.dhcp", "ip.src", "dhcp.ip.your"}, []string{
			"1\t0.0.0.0\t0.0.0.0", "2\t192.168.1.1\t192.168.1.100", "3\t0.0.0.0\t0.0.0.0", "5\t192.168.1.1\t192.168.1.100",
		}},
		{"the way of the name", "resolver:eth0", "dns", []string{"dns.flags.response", "ip.src", "ip.dst", "dns.a"}, []string{
			"0\t203.0.113.2\t8.8.8.8\t",
			"0\t8.8.8.8\t198.41.0.4\t", "1\t198.41.0.4\t8.8.8.8\t192.5.6.30",
			"0\t8.8.8.8\t192.5.6.30\t", "1\t192.5.6.30\t8.8.8.8\t216.239.32.10",
			"0\t8.8.8.8\t216.239.32.10\t", "1\t216.239.32.10\t8.8.8.8\t172.194.72.105",
			"1\t8.8.8.8\t203.0.113.2\t172.194.72.105",
			"0\t203.0.113.2\t8.8.8.8\t", "1\t8.8.8.8\t203.0.113.2\t172.194.72.105",
		}},
		{"the fragments", "gw:wan", "ip.flags.mf == 1 || ip.frag_offset > 0", []string{"ip.len", "ip.flags.mf", "ip.frag_offset"}, []string{
			"1500\t1\t0", "1500\t1\t185", "1500\t1\t370", "560\t0\t555",
		}},
		{"the page", "pc1:eth0", "http", []string{"http.request.method", "http.request.uri", "http.response.code"}, []string{
			"GET\t/\t", "\t\t200",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			args := []string{"-n", "-r", request.extract(t, tt.point), "-Y", tt.filter, "-T", "fields"}
			for _, f := range tt.fields {
				args = append(args, "-e", f)
			}
			out, err := wireshark(t, "tshark", args...)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, strings.Split(strings.TrimSuffix(out, "\n"), "\n")); diff != "" {
				t.Errorf("tshark at %s, %s (-want +got)\n%s", tt.point, tt.filter, diff)
			}
		})
	}
}

// bound are the frames that a sequence matched.
type bound struct {
	frames []*packet.Frame
	result suite.Result
}

// Frame implements filter.Bindings.
func (b bound) Frame(name, which string) *packet.Frame {
	if b.result.Finding == nil {
		return nil
	}
	for _, m := range b.result.Finding.Matched {
		if m.As != name || len(m.Frames) == 0 {
			continue
		}
		i := 0
		switch n, err := strconv.Atoi(which); {
		case err == nil:
			i = n - 1
		case which == "last":
			i = len(m.Frames) - 1
		}
		return b.frames[m.Frames[i]-1]
	}
	return nil
}

// question is one filter at one interface, asked of both.
type question struct {
	assertion, point, filter string

	match  *suite.Match
	bound  bound
	wanted bool // it selects something, as the assertion holds
}

// questions are all that the frame assertions of a case look for.
func (r recorded) questions() []question {
	var all []question
	for i, a := range r.spec.Assertions {
		b := bound{r.frames, r.result.Results[i]}
		add := func(at *suite.At, m *suite.Match, wanted bool) {
			if at == nil {
				at = a.At
			}
			for _, p := range at.Points {
				all = append(all, question{a.Name, p.Name, m.Filter.Expand(b), m, b, wanted})
			}
		}
		for _, s := range a.Sequence {
			add(s.At, s.Match, true)
		}
		for _, n := range a.Never {
			add(n.At, n.Match, false)
		}
		for _, c := range a.Count {
			add(c.At, c.Match, c.Range.Min > 0)
		}
	}
	return all
}

// TestWiresharkSelectsTheSameFrames asks Wireshark's engine about every filter of every
// case, at each interface the filter is asked about.
func TestWiresharkSelectsTheSameFrames(t *testing.T) {
	notShort(t)
	wireshark := trial.StartSharkd(t)
	for name, all := range record(t, cases.Names()...) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, r := range all {
				whole := wireshark.Open(t, r.file, nil)
				asked := map[string][]question{}
				for _, q := range r.questions() {
					asked[q.point] = append(asked[q.point], q)
				}
				for point := range asked {
					if diff := cmp.Diff(r.numbers(point), theirs(t, whole, fmt.Sprintf("frame.interface_name == %q", point))); diff != "" {
						t.Errorf("%s: the frames of %s (-netrig +Wireshark)\n%s", r.spec.Name, point, diff)
					}
				}
				for point, questions := range asked {
					t.Run(r.spec.Name+" at "+point, func(t *testing.T) {
						frames := r.at(point)
						engine := wireshark.Open(t, split(t, point, frames), r.preferences())
						for _, q := range questions {
							q.compare(t, engine, frames)
						}
					})
				}
			}
		})
	}
}

// split writes the frames of one interface to a file of their own, as tshark does
// for extract. It is done here since tshark takes a while to start.
func split(t *testing.T, point string, frames []*packet.Frame) string {
	t.Helper()
	file, err := os.Create(filepath.Join(t.TempDir(), "point.pcapng"))
	if err != nil {
		t.Fatal(err)
	}
	w := packet.NewWriter(file, packet.Meta{})
	if err := w.AddPoint(point, nil); err != nil {
		t.Fatal(err)
	}
	for _, f := range frames {
		if err := w.Write(f); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Flush(), file.Close()); err != nil {
		t.Fatal(err)
	}
	return file.Name()
}

// preferences are Wireshark's for what the case says about dissection.
func (r recorded) preferences() map[string]string {
	verify, reassemble := "FALSE", "TRUE"
	if r.spec.Dissect.VerifyChecksums {
		verify = "TRUE"
	}
	if r.spec.Dissect.NoReassembly {
		reassemble = "FALSE"
	}
	return map[string]string{
		"ip.check_checksum": verify, "tcp.check_checksum": verify, "udp.check_checksum": verify,
		"ip.defragment": reassemble, "ipv6.defragment": reassemble, "tcp.desegment_tcp_streams": reassemble,
	}
}

// theirs returns the numbers of the frames that Wireshark's engine selects.
func theirs(t *testing.T, engine *trial.Opened, filter string) []int {
	t.Helper()
	numbers, taken := engine.Select(t, filter)
	if !taken {
		t.Errorf("Wireshark refuses %.500s", filter)
	}
	return numbers
}

// compare holds what the filter selects here against what it selects there:
// places among the frames of the interface, from 1.
func (q question) compare(t *testing.T, engine *trial.Opened, frames []*packet.Frame) {
	t.Helper()
	var ours []int
	for i, f := range frames {
		selects, err := q.match.Filter.Match(f, q.bound)
		if err != nil {
			t.Fatalf("%s: %s: %v", q.assertion, q.match.Text, err)
		}
		if selects {
			ours = append(ours, i+1)
		}
	}
	if q.wanted && len(ours) == 0 {
		t.Errorf("%s: %.500s selects nothing", q.assertion, q.filter)
	}
	if diff := cmp.Diff(theirs(t, engine, q.filter), ours); diff != "" {
		t.Errorf("%s: %.500s (-Wireshark +netrig)\n%s", q.assertion, q.filter, diff)
	}
}

// TestWiresharkDecrypts gives tshark the keys of a run: it shows what the eavesdropper does
// not hear, by either version of TLS, and without them hears no more than that.
func TestWiresharkDecrypts(t *testing.T) {
	trial.Tool(t, "tshark")
	for i, r := range record(t, "https")["https"][:2] {
		file := r.extract(t, "eve:eth0")
		keys := filepath.Join(filepath.Dir(r.file), "tls.keys")
		for _, arg := range []struct {
			keys string
			want string
		}{{"", ""}, {keys, "/diary\t\t\n\t200\tdear diary\n"}} {
			out, err := wireshark(t, "tshark", "-o", "tls.keylog_file:"+arg.keys, "-n", "-r", file, "-Y", "tls && http",
				"-T", "fields", "-e", "http.request.uri", "-e", "http.response.code", "-e", "http.file_data")
			if err != nil {
				t.Fatal(err)
			}
			if out != arg.want {
				t.Errorf("case %d: with keys %q tshark decrypts %q, want %q", i, arg.keys, out, arg.want)
			}
		}
	}
}
