package docs

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/netrig/netrig/internal/trial"
)

const guidePage = "docs/go-test.md"

// imported are the packages that the functions of the guide use, by the name they have there.
// The first example stands as it is.
var imported = map[string]string{
	"assert": "github.com/netrig/netrig/harness/assert", "context": "context", "embed": "embed", "errors": "errors", "fmt": "fmt", "io": "io", "netip": "net/netip",
	"strings": "strings", "syscall": "syscall", "testing": "testing", "time": "time",
	"harness": "github.com/netrig/netrig/harness", "packet": "github.com/netrig/netrig/harness/packet",
	"topology": "github.com/netrig/netrig/topology",
}

// guide writes the guide's examples down as a module and returns its folder.
func guide(t *testing.T) string {
	t.Helper()
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "testdata"), 0o755); err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	// What netrig requires is written out: the test has no network to look further.
	_, requires, _ := strings.Cut(read(t, "go.mod"), "\nrequire (")
	write("go.mod", "module example.com/lan\n\ngo 1.26.0\n\nrequire github.com/netrig/netrig v0.0.0\nreplace github.com/netrig/netrig => "+root+"\nrequire ("+requires)
	write("go.sum", read(t, "go.sum"))
	examples, _ := blocks(read(t, guidePage))
	functions := 0
	for _, b := range examples {
		switch {
		case b.language == "yaml" && strings.HasPrefix(b.text, "suite: "):
			write("testdata/suite.yaml", b.text)
		case b.language == "yaml":
			write("testdata/office.yaml", b.text)
		case b.language == "go":
			functions += len(regexp.MustCompile(`(?m)^func Test`).FindAllString(b.text, -1))
			first := regexp.MustCompile(`func Test(\w+)\(t `).FindStringSubmatch(b.text)
			if first == nil {
				t.Fatalf("%s:%d: no test", guidePage, b.line)
			}
			write(strings.ToLower(first[1])+"_test.go", file(b.text))
		}
	}
	if functions < 8 {
		t.Fatalf("%d tests: they are not all found", functions)
	}
	return dir
}

// file makes a file of functions that stand alone.
func file(text string) string {
	if strings.HasPrefix(text, "package ") {
		return text
	}
	var b strings.Builder
	b.WriteString("package lan_test\n\n")
	for name, path := range imported {
		if regexp.MustCompile(`\b` + name + `\.[A-Z]`).MatchString(text) {
			fmt.Fprintf(&b, "import %q\n", path)
		}
	}
	return b.String() + text
}

// The guide's tests pass, but for the one that shows how a test fails.
func TestGuide(t *testing.T) {
	trial.Tool(t, "go")
	dir := guide(t)
	test := func(line string) (string, error) {
		temporary := t.TempDir()
		c := exec.CommandContext(t.Context(), "sh", "-c", line)
		c.Dir = dir
		c.Env = append(os.Environ(), "GOFLAGS=-mod=readonly", "GOPROXY=off", "GOWORK=off", "TMPDIR="+temporary)
		out, err := c.CombinedOutput()
		return strings.ReplaceAll(strings.ReplaceAll(string(out), temporary, "/tmp"), dir, "."), err
	}
	if out, err := test("go vet . && go test -skip TestWrong ."); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	shown := 0
	examples, _ := blocks(read(t, guidePage))
	for _, b := range examples {
		if b.language != "console" {
			continue
		}
		for _, c := range commands(b) {
			shown++
			out, err := test(c.text)
			if exitCode(err) != 1 {
				t.Errorf("line %d: %s: %v", c.line, c.text, err)
			}
			if miss := compare(c.want, strings.Split(strings.TrimRight(out, "\n"), "\n")); miss != "" {
				t.Errorf("line %d: %s: it does not print\n%s\nbut\n%s", c.line, c.text, miss, out)
			}
		}
	}
	if shown == 0 {
		t.Error("nothing shows how a test fails")
	}
}
