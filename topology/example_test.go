package topology_test

import (
	"encoding/json"
	"fmt"
	"net/netip"
	"testing/fstest"
	"time"

	"github.com/netrig/netrig/topology"
)

const pair = `name: pair
nodes:
  a: {interfaces: {eth0: 10.0.0.1/24}}
  b: {interfaces: {eth0: 10.0.0.1/24}}
links:
  - a -- b
`

func ExampleParse() {
	_, err := topology.Parse("pair.yaml", []byte("nodes:\n  a: {knd: host}\nlinks: [a -- b]\n"))
	fmt.Println(err)
	// Output:
	// pair.yaml:2:7: unknown key "knd" (did you mean kind?)
	// pair.yaml:3:9: host a has no interface to link (declare one: a: {interfaces: {eth0: 10.0.0.1/24}})
	// pair.yaml:3:9: no node "b" (declare it below nodes)
}

func ExampleLoad() {
	fsys := fstest.MapFS{"nets/pair.yaml": &fstest.MapFile{Data: []byte(pair)}}
	t, err := topology.Load(fsys, "nets/pair.yaml")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(t.Name, t.Dir, t.Links[0], t.Node("b").Interface("eth0").MAC)
	// Output: pair nets a:eth0 -- b:eth0 02:00:00:00:00:02
}

func ExampleLint() {
	t, err := topology.Parse("pair.yaml", []byte(pair))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(topology.Lint(t))
	// Output: pair.yaml:4:20: b:eth0 has address 10.0.0.1, which a:eth0 has too (give one of them another address) [duplicate-address]
}

func ExampleMermaid() {
	t, err := topology.Parse("pair.yaml", []byte(pair))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(topology.Mermaid(t))
	// Output:
	// flowchart LR
	//     n1["a"]:::host
	//     n2["b"]:::host
	//     n1 ---|"eth0 10.0.0.1/24<br>eth0 10.0.0.1/24"| n2
	//     classDef host fill:#e6eefa,stroke:#34599c,color:#222
	//     classDef switch fill:#e3f2e6,stroke:#2f7d4f,color:#222
	//     classDef hub fill:#f3f3f3,stroke:#777777,color:#222
	//     classDef router fill:#fdeedc,stroke:#b5651d,color:#222
}

func ExampleDOT() {
	t := &topology.Topology{Name: "one", Nodes: []*topology.Node{{Name: "a", Kind: topology.Host}}}
	fmt.Println(len(topology.DOT(t)) > 0)
	// Output: true
}

func ExampleBuild() {
	t, err := topology.Build(&topology.Topology{
		Name: "star",
		Nodes: []*topology.Node{
			{Name: "pc1", Interfaces: []*topology.Interface{{Name: "eth0", Addresses: []netip.Prefix{netip.MustParsePrefix("10.0.0.1/24")}}}},
			{Name: "pc2", Interfaces: []*topology.Interface{{Name: "eth0", Addresses: []netip.Prefix{netip.MustParsePrefix("10.0.0.2/24")}}}},
			{Name: "sw", Kind: topology.Switch},
		},
		Links: []*topology.Link{
			{A: topology.Endpoint{Node: "pc1"}, B: topology.Endpoint{Node: "sw"}},
			{A: topology.Endpoint{Node: "pc2"}, B: topology.Endpoint{Node: "sw"}},
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(t.Links[1], t.Node("pc2").Interface("eth0").MAC)
	// Output: pc2:eth0 -- sw:pc2 02:00:00:00:00:02
}

func ExampleFormat() {
	t, err := topology.Parse("ranges.yaml", []byte("nodes:\n  pc[1-2]: {interfaces: {eth0: '10.0.0.[1-2]/24'}}\nlinks: [pc1 -- pc2]\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	again, err := topology.Parse("written.yaml", []byte(topology.Format(t)))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(again.Nodes), again.Links[0])
	// Output: 2 pc1:eth0 -- pc2:eth0
}

func ExampleMedia() {
	satellite := topology.Media()["satellite"]
	fmt.Println(satellite.There.Delay, satellite.There.Rate)
	// Output: 280ms 3000000
}

func ExampleLints() {
	for _, l := range topology.Lints() {
		if l.Name == "duplicate-address" {
			fmt.Println(l.Finds)
		}
	}
	// Output: two interfaces with the same address
}

func ExampleSchema() {
	text, err := json.Marshal(topology.Schema())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(json.Valid(text))
	// Output: true
}

func ExampleNewSTP() {
	root := topology.NewSTP()
	root.Priority = 4096
	s1 := &topology.Node{Name: "s1", Kind: topology.Switch, STP: root}
	fmt.Println(s1.STP.Priority, s1.STP.HelloTime, topology.NewSTP().Priority == topology.DefaultPriority)
	// Output: 4096 2s true
}

func ExampleLine_Check() {
	fmt.Println(topology.Line{Delay: 20 * time.Millisecond}.Check())
	fmt.Println(topology.Line{Loss: 2}.Check() != nil) // a chance is from 0 to 1
	// Output:
	// <nil>
	// true
}

func ExampleTopology_Attach() {
	t, err := topology.Parse("site.yaml", []byte("nodes:\n  web: {interfaces: {eth0: 10.0.0.1/24}, services: {http: {root: pages}}}\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	mistakes := t.Attach(fstest.MapFS{"site/pages/index.html": {Data: []byte("hello")}}, "site")
	fmt.Println(len(mistakes), t.Path("pages"))
	// Output: 0 site/pages
}
