package cases_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/netrig/netrig/cases"
	"github.com/netrig/netrig/harness"
)

func TestREADME(t *testing.T) {
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for _, name := range cases.Names() {
		s, err := source(name).Load()
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range s.Cases {
			if !strings.Contains(text, " | "+c.Name+" | ") {
				t.Errorf("the table has no case %q of %s", c.Name, name)
			}
		}
	}
	examples := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(text, -1)
	if len(examples) == 0 {
		t.Fatal("no suite in it")
	}
	for _, e := range examples {
		r, err := harness.Run(t.Context(), []harness.Source{{FS: fstest.MapFS{"suite.yaml": {Data: []byte(e[1])}}, Name: "suite.yaml"}}, options(t))
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range r.Suites[0].Cases {
			expectPass(t, c)
		}
	}
	for _, e := range regexp.MustCompile("(?s)```go\n\\{\"(.*?)\", ").FindAllStringSubmatch(text, -1) {
		found := false
		for _, all := range mutants() {
			for _, m := range all {
				found = found || m.name == e[1]
			}
		}
		if !found {
			t.Errorf("there is no mutant %q", e[1])
		}
	}
}

// A folder that was copied out runs by itself.
func TestASuiteStandsForItself(t *testing.T) {
	notShort(t)
	var sources []harness.Source
	for _, name := range cases.Names() {
		folder, err := fs.Sub(cases.FS(), name)
		if err != nil {
			t.Fatal(err)
		}
		dir := filepath.Join(t.TempDir(), "copy")
		if err := os.CopyFS(dir, folder); err != nil {
			t.Fatal(err)
		}
		copied, err := harness.Files(dir)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, copied...)
	}
	passAll(t, sources)
}
