// Package ci holds the rules that hold for the project as a whole.
package ci

import (
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const module = "github.com/netrig/netrig"

// floors is the house: a room imports rooms on lower floors only.
// docs/architecture.md says why each stands where it does.
var floors = map[string]int{
	"docs":            0,
	"internal/strict": 0,
	"internal/trial":  0,

	"topology":       1,
	"harness/packet": 1,
	"harness/state":  1,
	"harness/assert": 1,
	"services":       1,

	"services/internal/desk":   1,
	"services/internal/readme": 1,

	"harness/filter":             2,
	"harness/internal/plan":      2,
	"harness/internal/evidence":  2,
	"harness/internal/craft":     2,
	"harness/internal/leak":      2,
	"harness/internal/authority": 2,
	"services/dhcp4":             2,
	"services/dhcp6":             2,
	"services/ra":                2,
	"services/dns":               2,
	"services/http":              2,

	"harness/suite":                 3,
	"harness/internal/netns":        3,
	"harness/internal/netns/pid1":   2,
	"harness/internal/netns/nstest": 4,

	"harness/report":           4,
	"harness/internal/expect":  4,
	"harness/internal/rtnl":    4,
	"harness/internal/observe": 4,
	"harness/internal/capture": 4,
	"harness/internal/wire":    4,
	"harness/internal/process": 4,
	"harness/internal/socket":  4,

	"harness/internal/lab": 5,
	"harness/internal/run": 6,
	"harness":              7,
	"harness/mutate":       8,
	"cases":                8,
	"cmd/netrig":           9,
	"ci":                   10,
}

// forbidden lists what some rooms must not know, by path prefix.
var forbidden = []struct {
	rooms   []string
	imports []string
	why     string
}{
	{
		rooms:   []string{"internal/strict", "topology", "harness/packet", "harness/state", "harness/assert", "harness/filter", "harness/suite", "harness/report", "harness/internal/plan", "harness/internal/evidence", "harness/internal/expect"},
		imports: []string{"golang.org/x/sys/unix", "os/exec", "syscall", "github.com/vishvananda", "github.com/mdlayher", "github.com/google/nftables"},
		why:     "it is pure: no kernel",
	},
	{
		rooms:   []string{"services"},
		imports: []string{module + "/harness", module + "/topology", "github.com/vishvananda"},
		why:     "services know package net only",
	},
	{
		rooms:   []string{"cmd/netrig"},
		imports: []string{module + "/harness/internal", module + "/internal"},
		why:     "the command sees what any other program sees",
	},
	{
		rooms:   []string{"topology", "harness", "services", "internal"},
		imports: []string{"testing"},
		why:     "a library does not import testing",
	},
}

// exempt rooms serve tests alone.
var exempt = []string{"harness/internal/netns/nstest", "internal/trial", "services/internal/readme"}

// violations returns a line for every import that breaks a rule. imports
// maps a room to what its files, save tests, import.
func violations(imports map[string][]string) []string {
	var lines []string
	for room, list := range imports {
		floor, ok := floors[room]
		if !ok {
			lines = append(lines, fmt.Sprintf("%s has no floor; give it one in ci/floors_test.go and say why in docs/architecture.md", room))
			continue
		}
		for _, imported := range list {
			if below, ok := strings.CutPrefix(imported, module+"/"); ok {
				if f, known := floors[below]; known && f >= floor {
					lines = append(lines, fmt.Sprintf("%s (floor %d) imports %s (floor %d)", room, floor, below, f))
				}
			}
			for _, rule := range forbidden {
				if !slices.Contains(exempt, room) && under(room, rule.rooms) && under(imported, rule.imports) {
					lines = append(lines, fmt.Sprintf("%s imports %s: %s", room, imported, rule.why))
				}
			}
		}
	}
	slices.Sort(lines)
	return lines
}

func under(name string, prefixes []string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool {
		return name == p || strings.HasPrefix(name, p+"/")
	})
}

func TestEveryRoomImportsDownwards(t *testing.T) {
	if lines := violations(moduleImports(t)); len(lines) > 0 {
		t.Errorf("the floors of the house are broken:\n%s", strings.Join(lines, "\n"))
	}
}

func TestEveryFloorIsInhabited(t *testing.T) {
	imports := moduleImports(t)
	for room := range floors {
		if _, ok := imports[room]; !ok && room != "ci" {
			t.Errorf("no room %s: take it out of the floors", room)
		}
	}
}

func TestPlantedViolationsAreSeen(t *testing.T) {
	tests := []struct {
		name    string
		imports map[string][]string
		want    []string
	}{
		{"a clean house", map[string][]string{"harness/filter": {module + "/harness/packet", "fmt"}}, nil},
		{"upwards", map[string][]string{"harness/packet": {module + "/harness/filter"}}, []string{"harness/packet (floor 1) imports harness/filter (floor 2)"}},
		{"sideways", map[string][]string{"topology": {module + "/harness/packet"}}, []string{"topology (floor 1) imports harness/packet (floor 1)"}},
		{"the kernel in a pure room", map[string][]string{"harness/internal/expect": {"golang.org/x/sys/unix"}}, []string{"harness/internal/expect imports golang.org/x/sys/unix: it is pure: no kernel"}},
		{"a namespace in a service", map[string][]string{"services/dns": {module + "/harness/state"}}, []string{"services/dns imports github.com/netrig/netrig/harness/state: services know package net only"}},
		{"the command behind the curtain", map[string][]string{"cmd/netrig": {module + "/harness/internal/lab"}}, []string{"cmd/netrig imports github.com/netrig/netrig/harness/internal/lab: the command sees what any other program sees"}},
		{"testing in a library", map[string][]string{"harness": {"testing"}}, []string{"harness imports testing: a library does not import testing"}},
		{"a room without a floor", map[string][]string{"harness/attic": nil}, []string{"harness/attic has no floor; give it one in ci/floors_test.go and say why in docs/architecture.md"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, violations(tt.imports)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// moduleImports parses the imports of every package of the module.
func moduleImports(t *testing.T) map[string][]string {
	t.Helper()
	root := os.DirFS("..")
	imports := map[string][]string{}
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if base := d.Name(); name != "." && (strings.HasPrefix(base, ".") || base == "testdata" || base == "tools" || base == "bin" || base == "examples") {
				return fs.SkipDir // examples are modules of their own
			}
			return nil
		}
		if path.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", name), nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		room := path.Dir(name)
		imports[room] = append(imports[room], "")
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			imports[room] = append(imports[room], imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return imports
}
