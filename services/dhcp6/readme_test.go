package dhcp6

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The README's code is code that the examples run.
func TestReadmeExamples(t *testing.T) {
	readme, example := read(t, "README.md"), read(t, "example_test.go")
	blocks := regexp.MustCompile("(?s)```go\n(.*?)```").FindAllStringSubmatch(readme, -1)
	if len(blocks) == 0 {
		t.Fatal("README.md shows no code")
	}
	for _, b := range blocks {
		if !strings.Contains(example, b[1]) {
			t.Errorf("example_test.go does not have\n%s", b[1])
		}
	}
}

// The README lists the events that the code logs, and no others.
func TestReadmeEvents(t *testing.T) {
	_, events, _ := strings.Cut(read(t, "README.md"), "## Events")
	events, _, _ = strings.Cut(events, "## Limits")
	var documented []string
	for _, row := range regexp.MustCompile("(?m)^\\| (`.*?) \\|").FindAllStringSubmatch(events, -1) {
		for name := range strings.SplitSeq(row[1], ", ") {
			documented = append(documented, strings.Trim(name, "`"))
		}
	}
	logged := []string{string(ReasonBound), string(ReasonRenewed), string(ReasonInformed), string(ReasonExpired), string(ReasonRefused), string(ReasonReleased), string(ReasonDropped)}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	call := regexp.MustCompile(`(?:tell\(ctx, |LogAttrs\(ctx, slog\.Level\w+, |note\(|log\.(?:Info|Warn|Error)\(|giveBack\(ctx, |event, lasts :?= |dhcpv6\.MessageType\w+: )"(\w+)"`)
	for _, f := range files {
		if strings.HasSuffix(f, "_test.go") {
			continue
		}
		for _, m := range call.FindAllStringSubmatch(read(t, f), -1) {
			logged = append(logged, m[1])
		}
	}
	slices.Sort(documented)
	slices.Sort(logged)
	if diff := cmp.Diff(slices.Compact(logged), slices.Compact(documented)); diff != "" {
		t.Errorf("events (-logged +documented):\n%s", diff)
	}
}

func read(t *testing.T, file string) string {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
