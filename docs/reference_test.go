package docs

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/report"
)

var (
	verbLine = regexp.MustCompile(`(?m)^  ([a-z]+)  +(.+)$`)
	flagLine = regexp.MustCompile(`(?m)^ +(?:(-[a-zA-Z]), )?(--[a-z-]+)(?: [a-zA-Z]+)?  +(.+)$`)
	codeLine = regexp.MustCompile(`(?m)^  ([0-9])  (.+)$`)
)

// Every verb, flag and exit code that the command has is on the page, in the
// command's words, and no flag is that it does not have.
func TestCommandLine(t *testing.T) {
	netrig := filepath.Join(build(t), "netrig")
	help := func(args ...string) string {
		t.Helper()
		out, err := exec.CommandContext(t.Context(), netrig, append([]string{"help"}, args...)...).Output()
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	page := read(t, "docs/cli.md")
	sections := map[string]string{}
	for s := range strings.SplitSeq(page, "\n## ") {
		name, text, _ := strings.Cut(s, "\n")
		sections[name] = text
	}
	root := help()
	known := map[string]bool{"--help": true}
	_, list, _ := strings.Cut(root, "Available Commands:\n")
	list, _, _ = strings.Cut(list, "\n\n")
	verbs := verbLine.FindAllStringSubmatch(list, -1)
	if len(verbs) < 8 {
		t.Fatalf("%d verbs: they are not all found in\n%s", len(verbs), root)
	}
	for _, v := range verbs {
		name, short := v[1], v[2]
		if !strings.Contains(page, "| [`"+name+"`](#"+name+") | "+short+" |") && !strings.Contains(page, "| `"+name+"` | "+short+" |") {
			t.Errorf("the table of verbs lacks %s: %s", name, short)
		}
		if name == "help" {
			continue
		}
		text := help(name)
		_, usage, _ := strings.Cut(text, "Usage:\n")
		usage, _, _ = strings.Cut(usage, "\n\n")
		if lines := strings.Split(usage, "\n"); !strings.Contains(sections[name], "```\n"+strings.TrimSpace(lines[len(lines)-1])+"\n```") {
			t.Errorf("the section %s does not show: %s", name, usage)
		}
		if name == "completion" {
			text += help(name, "bash")
		}
		for _, f := range flagLine.FindAllStringSubmatch(text, -1) {
			short, long, says := f[1], f[2], f[3]
			known[long] = true
			if long == "--help" {
				continue
			}
			written := "`" + long
			if short != "" {
				written = "`" + short + "`, " + written
			}
			if !strings.Contains(sections[name], written) {
				t.Errorf("the section %s lacks %s", name, written)
			}
			if name != "completion" && !strings.Contains(page, says) {
				t.Errorf("the page does not say of %s: %s", long, says)
			}
		}
	}
	for _, f := range regexp.MustCompile(`--[a-z][a-z-]*`).FindAllString(page, -1) {
		if !known[f] {
			t.Errorf("the command has no %s", f)
		}
	}
	codes := codeLine.FindAllStringSubmatch(root, -1)
	if len(codes) != 4 {
		t.Errorf("%d exit codes in\n%s", len(codes), root)
	}
	for _, c := range codes {
		if !strings.Contains(sections["Exit codes"], "| "+c[1]+" | "+c[2]+" |") {
			t.Errorf("the table of exit codes lacks %s: %s", c[1], c[2])
		}
	}
}

// Every field of a report and of a run directory is on the page.
func TestFields(t *testing.T) {
	page := read(t, "docs/reports.md")
	named := func(what, name string) {
		t.Helper()
		if !regexp.MustCompile("`" + regexp.QuoteMeta(name) + "`").MatchString(page) {
			t.Errorf("%s: the page lacks `%s`", what, name)
		}
	}
	fields(reflect.TypeFor[report.Run](), map[reflect.Type]bool{}, func(name string) { named("JSON report", name) })

	dir := scratch(t)
	sources, err := harness.Files(filepath.Join(dir, "suite.yaml"), filepath.Join(dir, "wrong.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	evidence := filepath.Join(dir, "evidence")
	if _, err := harness.Run(t.Context(), sources, harness.RunOptions{Dir: evidence}); err != nil {
		t.Fatal(err)
	}
	files := 0
	err = filepath.WalkDir(evidence, func(name string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		base := filepath.Base(name)
		if !strings.HasPrefix(strings.TrimPrefix(name, evidence), "/") || strings.Contains(name, "/source/") {
			return nil
		}
		files++
		if !strings.Contains(page, base+"`") {
			t.Errorf("the page lacks the file %s", base)
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		switch filepath.Ext(base) {
		case ".json":
			keys(t, base, data, named)
		case ".jsonl":
			for line := range strings.Lines(string(data)) {
				keys(t, base, []byte(line), named)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 11 {
		t.Errorf("%d files", files)
	}
}

// keys names the keys of a JSON object, and of the objects in its lists.
func keys(t *testing.T, file string, data []byte, named func(what, name string)) {
	t.Helper()
	var object map[string]any
	if err := json.Unmarshal(data, &object); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	for k, v := range object {
		named(file, k)
		if list, ok := v.([]any); ok {
			for _, e := range list {
				if inner, ok := e.(map[string]any); ok {
					for k := range inner {
						named(file, k)
					}
				}
			}
		}
	}
}

// fields names the JSON fields of a type and of those in it.
func fields(t reflect.Type, seen map[reflect.Type]bool, named func(string)) {
	if seen[t] || t.PkgPath() == "time" {
		return
	}
	seen[t] = true
	// The others have no fields.
	//exhaustive:ignore
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		fields(t.Elem(), seen, named)
	case reflect.Struct:
		for f := range t.Fields() {
			if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" && name != "-" {
				named(name)
			}
			fields(f.Type, seen, named)
		}
	}
}
