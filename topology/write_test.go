package topology_test

import (
	"io/fs"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/topology"
)

// networks are the topologies of the project, by where they stand.
func networks(tb testing.TB) map[string]*topology.Topology {
	tb.Helper()
	all := map[string]*topology.Topology{}
	add := func(name string, data []byte) {
		if t, err := topology.Parse(name, data); err == nil {
			all[name] = t
		}
	}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".yaml" {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		add(path, data)
		var s struct {
			Topology yaml.Node
			Cases    []struct{ Topology yaml.Node }
		}
		_ = yaml.Unmarshal(data, &s) // what is no suite has none
		for _, n := range append([]struct{ Topology yaml.Node }{{s.Topology}}, s.Cases...) {
			if text, err := yaml.Marshal(&n.Topology); err == nil && n.Topology.Kind == yaml.MappingNode {
				add(path+" "+strings.Repeat("'", len(all)), text)
			}
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	page, err := os.ReadFile("../docs/topology.md")
	if err != nil {
		tb.Fatal(err)
	}
	for i, block := range strings.Split(string(page), "```yaml\n")[1:] {
		text, _, _ := strings.Cut(block, "```")
		add("topology.md "+strings.Repeat("'", i), []byte(text))
	}
	return all
}

// TestFormat reads what was written, and gets what was there.
func TestFormat(t *testing.T) {
	t.Parallel()
	all := networks(t)
	if len(all) < 40 {
		t.Errorf("only %d networks were found", len(all))
	}
	compare := cmp.Options{
		cmpopts.IgnoreTypes(topology.Pos{}), cmpopts.IgnoreFields(topology.Topology{}, "File", "Dir", "FS"), cmpopts.EquateEmpty(),
		cmp.Comparer(func(a, b netip.Addr) bool { return a == b }), cmp.Comparer(func(a, b netip.Prefix) bool { return a == b }),
		cmp.Comparer(func(a, b netip.AddrPort) bool { return a == b }),
	}
	for name, want := range all {
		want.Name = "net"
		text := topology.Format(want)
		got, err := topology.Parse(want.Name+".yaml", []byte(text))
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, text)
			continue
		}
		if diff := cmp.Diff(want, got, compare); diff != "" {
			t.Errorf("%s (-want +got)\n%s\n%s", name, diff, text)
		}
	}
}

func TestBuild(t *testing.T) {
	t.Parallel()
	host := func(name, address string) *topology.Node {
		return &topology.Node{Name: name, Interfaces: []*topology.Interface{{Name: "eth0", Addresses: []netip.Prefix{netip.MustParsePrefix(address)}}}}
	}
	link := func(node string) *topology.Link {
		return &topology.Link{A: topology.Endpoint{Node: node}, B: topology.Endpoint{Node: "sw"}}
	}
	built, err := topology.Build(&topology.Topology{
		Name:  "lan",
		Nodes: []*topology.Node{host("pc1", "10.0.0.1/24"), host("pc2", "10.0.0.2/24"), {Name: "sw", Kind: topology.Switch}},
		Links: []*topology.Link{link("pc1"), link("pc2")},
	})
	if err != nil {
		t.Fatal(err)
	}
	if i := built.Node("pc2").Interface("eth0"); i.MAC.String() != "02:00:00:00:00:02" || i.MTU != 1500 || built.Links[1].String() != "pc2:eth0 -- sw:pc2" {
		t.Errorf("%+v %s", i, built.Links[1])
	}
	_, err = topology.Build(&topology.Topology{
		Nodes: []*topology.Node{host("pc1", "10.0.0.1/24"), host("pc1", "10.0.0.2/24")}, Links: []*topology.Link{link("pc9")},
	})
	if err == nil || !strings.Contains(err.Error(), "pc1") || !strings.Contains(err.Error(), "pc9") {
		t.Errorf("%v", err)
	}
}
