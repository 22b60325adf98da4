package dns

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestReadme holds README.md against the source: every event, and every
// attribute of one, is in its table.
func TestReadme(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, ok := strings.Cut(string(readme), "## Events")
	if !ok {
		t.Fatal("README.md has no section Events")
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	event := regexp.MustCompile(`LogAttrs\([^"]*"(\w+)"`)
	attr := regexp.MustCompile(`slog\.(?:String|Int|Int64|Bool|Any|Duration)\("(\w+)"`)
	found := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range event.FindAllStringSubmatch(string(source), -1) {
			found++
			if !strings.Contains(table, "`"+m[1]+"`") {
				t.Errorf("%s: event %q is not in README.md", file, m[1])
			}
		}
		for _, m := range attr.FindAllStringSubmatch(string(source), -1) {
			if !regexp.MustCompile(`\b` + m[1] + `\b`).MatchString(table) {
				t.Errorf("%s: attribute %q is not in README.md", file, m[1])
			}
		}
	}
	if found == 0 {
		t.Error("no event was found in the source")
	}
}
