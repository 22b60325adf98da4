package suite_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/netrig/netrig/harness/suite"
)

// TestDocs reads every example of docs/suite.md: whole suites, and entries
// of `steps:` and `assert:` under a comment that says so.
func TestDocs(t *testing.T) {
	doc, err := os.ReadFile("../../docs/suite.md")
	if err != nil {
		t.Fatal(err)
	}
	lan, err := os.ReadFile("testdata/lan.yaml")
	if err != nil {
		t.Fatal(err)
	}
	fsys := fstest.MapFS{"lan.yaml": {Data: lan}}
	blocks := strings.Split(string(doc), "```yaml\n")[1:]
	if len(blocks) < 5 {
		t.Fatalf("%d examples, want 5 at least", len(blocks))
	}
	for _, b := range blocks {
		text, _, ok := strings.Cut(b, "```\n")
		if !ok {
			t.Fatalf("an example without an end:\n%s", b)
		}
		if !strings.HasPrefix(text, "suite:") {
			steps, assert, both := strings.Cut(strings.TrimPrefix(text, "# steps\n"), "# assert\n")
			switch {
			case !both && strings.HasPrefix(text, "# steps\n"):
				assert = "- ping: {from: pc1, to: web}\n"
			case !both:
				t.Fatalf("an example that says not what it is:\n%s", text)
			}
			indent := func(s string) string { return "    " + strings.ReplaceAll(strings.TrimSpace(s), "\n", "\n    ") + "\n" }
			text = "suite: example\ntopology: lan.yaml\ncases:\n- name: c\n"
			if strings.TrimSpace(steps) != "" {
				text += "  steps:\n" + indent(steps)
			}
			text += "  assert:\n" + indent(assert)
		}
		if _, err := suite.Parse("example.yaml", []byte(text), fsys); err != nil {
			t.Errorf("%v\n%s", err, text)
		}
	}
}

func ExampleParse() {
	_, err := suite.Parse("dns.yaml", []byte(`
suite: dns
topology: {nodes: {pc1: {interfaces: {eth0: 10.0.0.1/24}}}}
cases:
  - name: asks
    assert:
      - {at: pc1:eth1, sequence: [dns.flags.response == 0]}
`), nil)
	fmt.Println(err)
	// Output: dns.yaml:7:14: no interface "eth1" on pc1 (did you mean eth0?)
}
