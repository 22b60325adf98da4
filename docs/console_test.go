package docs

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/netrig/netrig/internal/trial"
)

// command is a line of a console block and what it is shown to print.
type command struct {
	text string
	want []string
	line int
}

func commands(b block) (all []command) {
	number := b.line
	for line := range strings.Lines(b.text) {
		line = strings.TrimRight(line, "\n")
		if text, ok := strings.CutPrefix(line, "$ "); ok {
			all = append(all, command{text: text, line: number})
		} else if len(all) > 0 {
			last := &all[len(all)-1]
			last.want = append(last.want, line)
		}
		number++
	}
	return all
}

// Every console block is run, in a folder of its own that has the suites of
// the pages; what it is shown to print is printed, but for numbers.
func TestConsole(t *testing.T) {
	bin := build(t)
	run := 0
	for _, page := range examples {
		all, _ := blocks(read(t, page))
		for _, b := range all {
			if b.language != "console" {
				continue
			}
			t.Run(fmt.Sprintf("%s:%d", page, b.line), func(t *testing.T) {
				dir := scratch(t)
				if err := os.Symlink(bin, filepath.Join(dir, "bin")); err != nil {
					t.Fatal(err)
				}
				for _, c := range commands(b) {
					switch program := strings.Fields(c.text)[0]; program {
					case "make", "wireshark":
						continue
					case "netrig", "bin/netrig":
					case "tshark":
						trial.Tool(t, program)
					default:
						t.Errorf("line %d: what is %s?", c.line, program)
						continue
					}
					run++
					c.check(t, dir, bin)
				}
			})
		}
	}
	if run < 20 {
		t.Errorf("%d commands: they are not all found", run)
	}
}

func (c command) check(t *testing.T, dir, bin string) {
	t.Helper()
	temporary := t.TempDir()
	sh := exec.CommandContext(t.Context(), "sh", "-c", c.text)
	sh.Dir = dir
	sh.Env = append(os.Environ(), "PATH="+bin+":"+os.Getenv("PATH"), "TMPDIR="+temporary, "LC_ALL=C.UTF-8")
	var stderr strings.Builder
	sh.Stderr = &stderr
	out, err := sh.Output()
	exit := 0
	if slices.ContainsFunc(c.want, func(l string) bool { return strings.HasPrefix(l, "FAILED ") }) {
		exit = 1
	}
	if got := exitCode(err); got != exit {
		t.Errorf("line %d: %s: exit code %d, want %d\n%s%s", c.line, c.text, got, exit, out, stderr.String())
	}
	if len(c.want) == 0 {
		return
	}
	got := strings.Split(strings.TrimRight(strings.ReplaceAll(string(out), temporary, "/tmp"), "\n"), "\n")
	if miss := compare(c.want, got); miss != "" {
		t.Errorf("line %d: %s: it does not print\n%s\nbut\n%s", c.line, c.text, miss, out)
	}
}

// compare returns the first line of want that is not in got where it should
// be, "" if all are. A line of dots stands for any lines.
func compare(want, got []string) string {
	next, skip := 0, false
	for _, w := range want {
		if w == "…" {
			skip = true
			continue
		}
		for skip && next < len(got) && shape(got[next]) != shape(w) {
			next++
		}
		if next >= len(got) || shape(got[next]) != shape(w) {
			return w
		}
		next, skip = next+1, false
	}
	if !skip && next < len(got) {
		return got[next] + "   (it prints this)"
	}
	return ""
}

var (
	spans  = regexp.MustCompile(`[0-9.]+(ns|µs|ms|s)\b`)
	hex    = regexp.MustCompile(`0x[0-9a-f]+`)
	digits = regexp.MustCompile(`[0-9]+`)
	blanks = regexp.MustCompile(` +`)
)

// shape is a line without what differs from run to run.
func shape(line string) string {
	line = spans.ReplaceAllString(line, "T")
	line = hex.ReplaceAllString(line, "H")
	line = digits.ReplaceAllString(line, "N")
	return blanks.ReplaceAllString(strings.TrimRight(line, " "), " ")
}

func TestCompareBites(t *testing.T) {
	tests := []struct {
		name      string
		want, got string
		ok        bool
	}{
		{"the same", "a 1\nb", "a 2\nb", true},
		{"a duration", "passed in 3ms", "passed in 2.1µs", true},
		{"another word", "a\nb", "a\nc", false},
		{"a line more", "a", "a\nb", false},
		{"a line less", "a\nb", "a", false},
		{"dots", "a\n…\nc", "a\nb\nb\nc", true},
		{"dots at the end", "a\n…", "a\nb\nb\nc", true},
		{"dots and nothing", "a\n…\nd", "a\nb\nc", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if miss := compare(strings.Split(tt.want, "\n"), strings.Split(tt.got, "\n")); (miss == "") != tt.ok {
				t.Errorf("got %q", miss)
			}
		})
	}
}
