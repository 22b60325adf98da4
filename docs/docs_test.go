package docs

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/internal/trial"
)

func TestMain(m *testing.M) {
	harness.Isolate()
	m.Run()
}

// read returns a page; name is relative to the root of the project.
func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// pages returns the names of all Markdown files of the project.
func pages(t *testing.T) []string {
	t.Helper()
	var names []string
	err := fs.WalkDir(os.DirFS(".."), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != "." && (strings.HasPrefix(d.Name(), ".") || slices.Contains([]string{"bin", "runs", "testdata"}, d.Name())):
			return fs.SkipDir
		case !d.IsDir() && path.Ext(name) == ".md":
			names = append(names, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(names) < 5 {
		t.Fatalf("%d pages: they are not all found", len(names))
	}
	return names
}

// block is a fenced code block.
type block struct {
	language string
	text     string
	line     int // of its first line, from 1
}

// blocks returns the code blocks of a page, and the page without them.
func blocks(page string) (all []block, prose string) {
	var out strings.Builder
	open := false
	number := 0
	for line := range strings.Lines(page) {
		number++
		language, fence := strings.CutPrefix(line, "```")
		switch {
		case fence && !open:
			all = append(all, block{language: strings.TrimSpace(language), line: number + 1})
			open = true
		case fence:
			open = false
		case open:
			all[len(all)-1].text += line
		default:
			out.WriteString(line)
		}
	}
	return all, out.String()
}

// anchor is what a heading is linked to by.
func anchor(heading string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(strings.TrimSpace(strings.TrimLeft(heading, "#"))) {
		switch {
		case r == ' ':
			b.WriteByte('-')
		case r == '-' || r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}

var linkPattern = regexp.MustCompile(`\]\(([^)\s]+)\)`)

func TestLinks(t *testing.T) {
	checked := 0
	for _, name := range pages(t) {
		_, prose := blocks(read(t, name))
		for _, m := range linkPattern.FindAllStringSubmatch(regexp.MustCompile("`[^`\n]*`").ReplaceAllString(prose, "code"), -1) {
			if regexp.MustCompile(`^[a-z]+:`).MatchString(m[1]) {
				continue // elsewhere in the world
			}
			checked++
			file, fragment, _ := strings.Cut(m[1], "#")
			target := name
			if file != "" {
				target = path.Join(path.Dir(name), file)
			}
			if _, err := os.Stat(filepath.Join("..", target)); err != nil {
				t.Errorf("%s: %s: %v", name, m[1], err)
				continue
			}
			if fragment == "" {
				continue
			}
			_, prose := blocks(read(t, target))
			found := false
			for line := range strings.Lines(prose) {
				found = found || strings.HasPrefix(line, "#") && anchor(line) == fragment
			}
			if !found {
				t.Errorf("%s: %s: there is no such heading", name, m[1])
			}
		}
	}
	if checked < 20 {
		t.Errorf("%d links: they are not all found", checked)
	}
}

// The other pages' examples are read by the tests of their packages; those of
// the translation are those of the original.
var examples = []string{"README.md", "docs/cli.md", "docs/reports.md", "docs/architecture.md"}

func TestYAML(t *testing.T) {
	found := 0
	for _, name := range examples {
		all, _ := blocks(read(t, name))
		for _, b := range all {
			if b.language != "yaml" {
				continue
			}
			found++
			s := harness.Source{FS: fstest.MapFS{"example.yaml": {Data: []byte(b.text)}}, Name: "example.yaml"}
			mistakes, err := s.Lint()
			if err != nil {
				t.Fatal(err)
			}
			for _, m := range mistakes {
				t.Errorf("%s:%d: %v", name, b.line, m)
			}
		}
	}
	if found < 2 {
		t.Errorf("%d examples: they are not all found", found)
	}
}

func TestFirstSuiteRuns(t *testing.T) {
	dir := scratch(t)
	sources, err := harness.Files(filepath.Join(dir, "suite.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	run, err := harness.Run(t.Context(), sources, harness.RunOptions{Dir: filepath.Join(dir, "run")})
	if err != nil {
		t.Fatal(err)
	}
	if run.Totals.Passed != 1 || run.Verdict != "passed" {
		t.Errorf("got %+v", run)
	}
}

// scratch makes a folder with every suite that the pages show: the README's
// as suite.yaml, others by their names.
func scratch(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, page := range []string{"docs/reports.md", "README.md"} {
		all, _ := blocks(read(t, page))
		for _, b := range all {
			name, ok := strings.CutPrefix(b.text, "suite: ")
			if b.language != "yaml" || !ok {
				continue
			}
			name, _, _ = strings.Cut(name, "\n")
			if page == "README.md" {
				name = "suite"
			}
			if err := os.WriteFile(filepath.Join(dir, name+".yaml"), []byte(b.text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}

// build builds the command into a folder and returns the folder.
func build(t *testing.T) string {
	t.Helper()
	trial.Tool(t, "go")
	bin := t.TempDir()
	c := exec.CommandContext(t.Context(), "go", "build", "-buildvcs=false", "-o", filepath.Join(bin, "netrig"), "../cmd/netrig")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return bin
}

// The program of the README, as a module of its own.
func TestProgram(t *testing.T) {
	trial.Tool(t, "go")
	root, err := filepath.Abs("..")
	if err != nil {
		t.Fatal(err)
	}
	dir := scratch(t)
	write := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	all, _ := blocks(read(t, "README.md"))
	for _, b := range all {
		switch {
		case b.language == "go":
			write("main.go", b.text)
		case strings.HasPrefix(b.text, "require "):
			// What netrig requires is written out, as `go mod tidy` would do:
			// the test has no network to look further.
			_, requires, _ := strings.Cut(read(t, "go.mod"), "\nrequire (")
			write("go.mod", "module example.com/lab\n\ngo 1.26.0\n\n"+strings.ReplaceAll(b.text, "../netrig", root)+"\nrequire ("+requires)
		}
	}
	write("go.sum", read(t, "go.sum"))
	c := exec.CommandContext(t.Context(), "go", "run", ".")
	c.Dir = dir
	c.Env = append(os.Environ(), "GOFLAGS=-mod=readonly", "GOPROXY=off", "GOWORK=off")
	out, err := c.CombinedOutput()
	if err != nil || !strings.Contains(string(out), "1 passed") {
		t.Errorf("%v\n%s", err, out)
	}
}

// A translation says what the original says: as much as can be told without
// reading it.
func TestTranslation(t *testing.T) {
	for original, translation := range map[string]string{
		"README.md":         "README.zh-CN.md",
		"docs/catalogue.md": "docs/catalogue.zh-CN.md",
	} {
		english, prose := blocks(read(t, original))
		chinese, translated := blocks(read(t, translation))
		for what, of := range map[string]func([]block, string) []string{"examples": code, "links": targets, "headings, lists and tables": layout} {
			if diff := cmp.Diff(of(english, prose), of(chinese, translated)); diff != "" {
				t.Errorf("%s (-%s +%s)\n%s", what, original, translation, diff)
			}
		}
	}
}

// code is the examples of a page without their comments.
func code(all []block, _ string) (texts []string) {
	for _, b := range all {
		texts = append(texts, b.language+"\n"+regexp.MustCompile(`(?m)[ ]*(#|//) .*$`).ReplaceAllString(b.text, ""))
	}
	return texts
}

// targets is where a page leads, in whichever language.
func targets(_ []block, prose string) (all []string) {
	for _, m := range linkPattern.FindAllStringSubmatch(prose, -1) {
		all = append(all, strings.Replace(m[1], ".zh-CN.md", ".md", 1))
	}
	return all
}

var rowPattern = regexp.MustCompile(`^\| ([A-Z][0-9]+) \|`)

// layout is what a page is made of, and of the catalogue which row it is, and
// whether it is planned.
func layout(_ []block, prose string) (all []string) {
	for line := range strings.Lines(prose) {
		line = strings.TrimRight(line, "\n")
		mark := line[:len(line)-len(strings.TrimLeft(line, "#-|"))]
		if mark == "" {
			continue
		}
		mark = mark[:1]
		if row := rowPattern.FindStringSubmatch(line); row != nil {
			mark += " " + row[1]
			if strings.HasSuffix(line, "*planned* |") || strings.HasSuffix(line, "*计划中* |") {
				mark += " planned"
			}
		}
		all = append(all, mark)
	}
	return all
}

// exitCode is that of a command that ran, -1 where it did not.
func exitCode(err error) int {
	if err == nil {
		return 0
	}
	if e, ok := errors.AsType[*exec.ExitError](err); ok {
		return e.ExitCode()
	}
	return -1
}
