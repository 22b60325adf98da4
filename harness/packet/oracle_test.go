package packet_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness/packet"
)

// tshark returns the path of Wireshark's command-line program, the oracle.
func tshark(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("tshark")
	if err != nil {
		if os.Getenv("NETRIG_REQUIRE") == "all" {
			t.Fatal("tshark is missing, and NETRIG_REQUIRE=all")
		}
		t.Skip("tshark is missing")
	}
	return path
}

// shown is what tshark shows of a frame: by field name, its values in order.
type shown map[string][]string

// pdml has tshark dissect a capture file.
func pdml(t *testing.T, file string, args ...string) []shown {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), tshark(t), append([]string{"-n", "-r", file, "-T", "pdml"}, args...)...)
	cmd.Env = append(os.Environ(), "TZ=UTC", "HOME="+t.TempDir())
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	frames, err := parsePDML(out)
	if err != nil {
		t.Fatalf("read what tshark says of %s: %v", file, err)
	}
	if err := cmd.Wait(); err != nil {
		// a file that is cut off makes tshark complain, after it has shown what it had
		t.Logf("tshark -r %s: %v", file, err)
	}
	return frames
}

func parsePDML(r io.Reader) ([]shown, error) {
	var frames []shown
	dec := xml.NewDecoder(r)
	dec.Strict = false
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return frames, nil
		}
		if err != nil {
			return nil, err
		}
		el, ok := tok.(xml.StartElement)
		if !ok {
			continue
		}
		if el.Name.Local == "packet" {
			frames = append(frames, shown{})
			continue
		}
		if len(frames) == 0 || el.Name.Local != "proto" && el.Name.Local != "field" {
			continue
		}
		attr := map[string]string{}
		for _, a := range el.Attr {
			attr[a.Name.Local] = a.Value
		}
		name := attr["name"]
		if name == "" || name == "fake-field-wrapper" || name == "geninfo" {
			continue
		}
		show := attr["show"]
		if info, ok := packet.Lookup(name); ok && info.Type == packet.Protocol {
			show = attr["size"] + " octets"
			if attr["size"] == "" {
				show = fmt.Sprint(len(attr["value"])/2, " octets")
			}
		}
		f := frames[len(frames)-1]
		f[name] = append(f[name], show)
	}
}

// ours is what the package shows of a frame, in tshark's form.
func ours(f *packet.Frame) shown {
	s := shown{}
	for _, field := range f.Fields() {
		info := packet.InfoOf(field.ID)
		show := field.Value.Format(info)
		if info.Type == packet.Protocol {
			show = fmt.Sprint(field.Length, " octets")
		}
		s[info.Name] = append(s[info.Name], show)
	}
	return s
}

func readAll(t *testing.T, file string) []*packet.Frame {
	t.Helper()
	in, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	r, err := packet.NewReader(in)
	if err != nil {
		t.Fatal(err)
	}
	var frames []*packet.Frame
	for {
		f, err := r.Next()
		if errors.Is(err, io.EOF) {
			return frames
		}
		if err != nil {
			t.Fatal(err)
		}
		frames = append(frames, f)
	}
}

// corpus lists the committed captures.
func corpus(t *testing.T) []string {
	t.Helper()
	pattern := "testdata/*.pcapng"
	if dir := os.Getenv("NETRIG_CAPTURES"); dir != "" {
		pattern = filepath.Join(dir, "*.pcapng")
	}
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no captures at %s: %v", pattern, err)
	}
	return files
}

// TestOracle holds every field of every frame of the corpus against tshark.
func TestOracle(t *testing.T) {
	compared, missing := 0, map[string]string{}
	for _, file := range corpus(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			want := pdml(t, file)
			frames := readAll(t, file)
			if len(frames) != len(want) {
				t.Fatalf("read %d frames, tshark %d", len(frames), len(want))
			}
			d := packet.NewDissector(packet.Options{})
			differ := map[string]int{}
			for i, f := range frames {
				d.Dissect(f)
				got := ours(f)
				names := map[string]bool{}
				for name := range got {
					names[name] = true
				}
				for name := range want[i] {
					if _, ok := packet.Lookup(name); ok {
						names[name] = true
					} else if _, ok := missing[name]; !ok {
						missing[name] = fmt.Sprintf("%s frame %d: %.60q", filepath.Base(file), i+1, want[i][name])
					}
				}
				for name := range names {
					compared += max(len(got[name]), len(want[i][name]))
					if slices.Equal(got[name], want[i][name]) {
						continue
					}
					if differ[name]++; differ[name] <= 2 {
						t.Errorf("frame %d: %s: want %.300q, got %.300q", i+1, name, want[i][name], got[name])
					}
				}
			}
			for name, n := range differ {
				if n > 2 {
					t.Errorf("%s differs in %d frames in all", name, n)
				}
			}
		})
	}
	t.Logf("%d field values compared", compared)
	var names []string
	for name, where := range missing {
		names = append(names, name+" ("+where+")")
	}
	slices.Sort(names)
	t.Logf("%d names that tshark shows and the catalogue lacks:\n%s", len(names), strings.Join(names, "\n"))
}
