package plan_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness/internal/plan"
	"github.com/netrig/netrig/internal/trial"
	"github.com/netrig/netrig/topology"
)

func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no topologies: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			topo, err := topology.Load(os.DirFS("testdata"), filepath.Base(file))
			if err != nil {
				t.Fatal(err)
			}
			p, err := plan.Of(topo)
			if err != nil {
				t.Fatal(err)
			}
			got := p.String()
			golden := strings.TrimSuffix(file, ".yaml") + ".golden"
			trial.Golden(t, golden, got)
		})
	}
}
