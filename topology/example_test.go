package topology_test

import (
	"fmt"
	"testing/fstest"

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
