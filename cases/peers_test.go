package cases_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/internal/trial"
)

// TestProgramsOfOtherMakers runs the suites of testdata/peers, in which every
// case is named after the program that it runs inside a node.
func TestProgramsOfOtherMakers(t *testing.T) {
	t.Setenv("LC_ALL", "C") // they are to speak English
	files, err := filepath.Glob("testdata/peers/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no suites in testdata/peers: %v", err)
	}
	for _, file := range files {
		s := harness.Source{FS: os.DirFS("."), Name: filepath.ToSlash(file)}
		loaded, err := s.Load()
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range loaded.Cases {
			t.Run(c.Name, func(t *testing.T) {
				first, _, _ := strings.Cut(c.Name, " ")
				trial.Tool(t, first)
				r, err := harness.Run(t.Context(), []harness.Source{s}, harness.RunOptions{
					Dir: filepath.Join(t.TempDir(), "run"), Only: regexp.MustCompile("^" + regexp.QuoteMeta(loaded.Name+"/"+c.Name) + "$"),
				})
				if err != nil {
					t.Fatal(err)
				}
				expectPass(t, r.Suites[0].Cases[0])
			})
		}
	}
}
