package ci

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/netrig/netrig/internal/trial"
)

// Every example is a module of its own, whose tests pass. (ci/ordinary-user runs
// them once more.)
func TestExamples(t *testing.T) {
	t.Parallel()
	trial.Tool(t, "go")
	index, err := os.ReadFile("../examples/README.md")
	if err != nil {
		t.Fatal(err)
	}
	modules, err := filepath.Glob("../examples/*/go.mod")
	if err != nil || len(modules) < 4 {
		t.Fatalf("%d examples, %v: they are not all found", len(modules), err)
	}
	for _, module := range modules {
		dir := filepath.Dir(module)
		name := filepath.Base(dir)
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if !strings.Contains(string(index), "["+name+"]("+name+")") {
				t.Errorf("examples/README.md does not list it")
			}
			c := exec.CommandContext(t.Context(), "go", "test", "-count=1", "./...")
			c.Dir = dir
			c.Env = append(os.Environ(), "GOWORK=off")
			out, err := c.CombinedOutput()
			if err != nil {
				t.Errorf("%v (where its go.mod is out of date: go -C examples/%s mod tidy)\n%s", err, name, out)
			}
			if !strings.Contains(string(out), "ok") || strings.Contains(string(out), "no test") {
				t.Errorf("it tests nothing:\n%s", out)
			}
		})
	}
}
