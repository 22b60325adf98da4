// Package readme holds the README beside a service against its code: the tests of
// the services import it, and nothing else does.
package readme

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Examples reports code in README.md that example_test.go, which is compiled and
// run, does not have.
func Examples(t *testing.T) {
	t.Helper()
	example := read(t, "example_test.go")
	blocks := regexp.MustCompile("(?s)```go\n(.*?)```").FindAllStringSubmatch(read(t, "README.md"), -1)
	if len(blocks) == 0 {
		t.Fatal("README.md shows no code")
	}
	for _, b := range blocks {
		if !strings.Contains(example, b[1]) {
			t.Errorf("example_test.go does not have\n%s", b[1])
		}
	}
}

// Events reports where the section Events of README.md and the code differ in the
// events that are logged, and which attributes are missing there. The first group
// of call finds in the source what an event is called; more are events whose names
// are not written where they are logged.
func Events(t *testing.T, call *regexp.Regexp, more ...string) {
	t.Helper()
	_, section, ok := strings.Cut(read(t, "README.md"), "\n## Events\n")
	if !ok {
		t.Fatal("README.md has no section Events")
	}
	section, _, _ = strings.Cut(section, "\n## ")
	var documented []string
	name := regexp.MustCompile("`(\\w+)`")
	for _, row := range regexp.MustCompile("(?m)^\\| (`.*?) \\|").FindAllStringSubmatch(section, -1) {
		documented = append(documented, groups(name, row[1])...)
	}
	logged := more
	attr := regexp.MustCompile(`slog\.(?:String|Int|Int64|Uint64|Bool|Any|Duration)\("(\w+)"`)
	for file, source := range sources(t) {
		logged = append(logged, groups(call, source)...)
		for _, a := range groups(attr, source) {
			if !regexp.MustCompile(`\b` + a + `\b`).MatchString(section) {
				t.Errorf("%s: attribute %q is not in README.md", file, a)
			}
		}
	}
	if len(logged) == len(more) {
		t.Errorf("no event is found in the source by %s", call)
	}
	slices.Sort(documented)
	slices.Sort(logged)
	if diff := cmp.Diff(slices.Compact(logged), slices.Compact(documented)); diff != "" {
		t.Errorf("events (-logged +documented):\n%s", diff)
	}
}

// groups returns what the first group of a pattern is, wherever it matches.
func groups(pattern *regexp.Regexp, text string) []string {
	var all []string
	for _, m := range pattern.FindAllStringSubmatch(text, -1) {
		all = append(all, m[1])
	}
	return all
}

// sources returns the files of the package, save its tests, by name.
func sources(t *testing.T) map[string]string {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range files {
		if !strings.HasSuffix(f, "_test.go") {
			all[f] = read(t, f)
		}
	}
	return all
}

func read(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
