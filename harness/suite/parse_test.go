package suite_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/internal/trial"
)

// TestMistakes holds every mistake of testdata/bad against its golden text.
func TestMistakes(t *testing.T) {
	files, err := filepath.Glob("testdata/bad/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no bad suites: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".yaml"), func(t *testing.T) {
			s, err := suite.Load(os.DirFS("."), file)
			if err == nil || s != nil {
				t.Fatalf("Load(%s) = %v, %v; want mistakes", file, s, err)
			}
			if _, ok := errors.AsType[suite.Diagnostics](err); !ok {
				t.Fatalf("Load(%s): %T, want suite.Diagnostics", file, err)
			}
			got := err.Error() + "\n"
			golden := strings.TrimSuffix(file, ".yaml") + ".txt"
			trial.Golden(t, golden, got)
		})
	}
}

func TestLoadNoFile(t *testing.T) {
	if _, err := suite.Load(os.DirFS("."), "testdata/none.yaml"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Load of no file: %v, want %v", err, fs.ErrNotExist)
	}
}

func load(t *testing.T, name string) *suite.Suite {
	t.Helper()
	s, err := suite.Load(os.DirFS("."), name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestEverything pins what the language's keys become.
func TestEverything(t *testing.T) {
	s := load(t, "testdata/good/all.yaml")
	var got strings.Builder
	line := func(parts ...string) { got.WriteString(strings.Join(parts, " ") + "\n") }
	for _, c := range s.Cases {
		line("case", c.Name)
		if c.Dissect.NoReassembly || c.Dissect.VerifyChecksums {
			line("  reassemble", fmt.Sprint(!c.Dissect.NoReassembly), "checksums", fmt.Sprint(c.Dissect.VerifyChecksums))
		}
		for st := range c.AllSteps() {
			line(" ", st.String())
		}
		for _, a := range c.Assertions {
			mode, d := a.Time()
			line(" -", string(a.Kind), "|", a.Name, "|", string(mode), d.String())
			for _, f := range a.Fields() {
				line("    ", f.Name, f.Matcher.Text)
			}
			if a.At != nil {
				for _, p := range a.At.Points {
					sent := ""
					if p.Sent {
						sent = "(sent)"
					}
					line("     at", p.Name, sent)
				}
			}
		}
	}
	const golden = "testdata/good/all.txt"
	trial.Golden(t, golden, got.String())
}

func FuzzParse(f *testing.F) {
	for _, pattern := range []string{"testdata/bad/*.yaml", "testdata/good/*.yaml"} {
		files, err := filepath.Glob(pattern)
		if err != nil {
			f.Fatal(err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(string(data))
		}
	}
	fsys := os.DirFS("testdata")
	f.Fuzz(func(t *testing.T, data string) {
		s, err := suite.Parse("good/fuzz.yaml", []byte(data), fsys)
		if (s == nil) == (err == nil) {
			t.Fatalf("Parse = %v, %v; want exactly one", s, err)
		}
		if err != nil {
			lines := len(data) + 2 // YAML knows other ends of line than \n, and notices at the end what is missing
			var ds suite.Diagnostics
			if !errors.As(err, &ds) {
				t.Fatalf("Parse: %T, want Diagnostics", err)
			}
			for _, d := range ds {
				if d.Pos.File == "good/fuzz.yaml" && (d.Pos.Line < 0 || d.Pos.Line > lines) {
					t.Fatalf("mistake at line %d of %d: %s", d.Pos.Line, lines, d)
				}
			}
			return
		}
		for _, c := range s.Cases {
			if c.Topology == nil || len(c.Assertions) == 0 {
				t.Fatalf("case %q without a network or assertions", c.Name)
			}
			for _, a := range c.Assertions {
				if a.Name == "" || a.Kind == "" {
					t.Fatalf("assertion %d of %q has no name or kind", a.Index, c.Name)
				}
			}
		}
	})
}
