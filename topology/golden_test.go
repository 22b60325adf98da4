package topology

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/netrig/netrig/internal/trial"
)

// each runs a test for every YAML file of a folder.
func each(t *testing.T, folder string, test func(t *testing.T, file string, data []byte)) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(folder, "*.yaml"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files in %s: %v", folder, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".yaml"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			test(t, file, data)
		})
	}
}

// besideFile returns the name of a file's neighbour with another extension.
func besideFile(file, ext string) string { return strings.TrimSuffix(file, ".yaml") + ext }

// Every mistake has its text, with the place, the culprit and the cure.
func TestErrors(t *testing.T) {
	each(t, "testdata/errors", func(t *testing.T, file string, data []byte) {
		t.Helper()
		topo, err := Parse(filepath.Base(file), data)
		if err == nil {
			t.Fatalf("parsed, want a mistake: %+v", topo)
		}
		var ds Diagnostics
		if !errors.As(err, &ds) {
			t.Fatalf("error is %T, want Diagnostics", err)
		}
		trial.Golden(t, besideFile(file, ".txt"), ds.Error()+"\n")
	})
}

func TestLint(t *testing.T) {
	found := map[string]bool{}
	each(t, "testdata/lint", func(t *testing.T, file string, data []byte) {
		t.Helper()
		topo, err := Parse(filepath.Base(file), data)
		if err != nil {
			t.Fatal(err)
		}
		ds := Lint(topo)
		text := "nothing\n"
		if len(ds) > 0 {
			text = ds.Error() + "\n"
		}
		for _, d := range ds {
			found[d.Lint] = true
		}
		trial.Golden(t, besideFile(file, ".txt"), text)
	})
	for _, l := range Lints() {
		if !found[l.Name] {
			t.Errorf("no file of testdata/lint shows %s", l.Name)
		}
	}
}

func TestDraw(t *testing.T) {
	each(t, "testdata/draw", func(t *testing.T, file string, data []byte) {
		t.Helper()
		topo, err := Parse(filepath.Base(file), data)
		if err != nil {
			t.Fatal(err)
		}
		trial.Golden(t, besideFile(file, ".dot"), DOT(topo))
		trial.Golden(t, besideFile(file, ".mmd"), Mermaid(topo))
	})
}

// Graphviz draws what DOT writes, whatever the labels hold.
func TestDrawGraphviz(t *testing.T) {
	dot := trial.Tool(t, "dot")
	graphs := map[string]string{"odd": DOT(&Topology{
		Name:  "a \"b\" \\ <c>\n",
		Nodes: []*Node{{Name: `x"\`, Kind: Hub}, {Name: "y", Interfaces: []*Interface{{Name: `"`}}}},
		Links: []*Link{{A: Endpoint{`x"\`, "p\\"}, B: Endpoint{"y", `"`}}},
	}), "none": DOT(&Topology{})}
	each(t, "testdata/draw", func(t *testing.T, file string, data []byte) {
		t.Helper()
		topo, err := Parse(file, data)
		if err != nil {
			t.Fatal(err)
		}
		graphs[file] = DOT(topo)
	})
	for name, text := range graphs {
		cmd := exec.CommandContext(t.Context(), dot, "-Tsvg")
		cmd.Stdin = strings.NewReader(text)
		var svg, complaints bytes.Buffer
		cmd.Stdout, cmd.Stderr = &svg, &complaints
		if err := cmd.Run(); err != nil || !strings.Contains(svg.String(), "<svg") {
			t.Errorf("%s: %v: %s\n%s", name, err, complaints.String(), text)
		}
	}
}
