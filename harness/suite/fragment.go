package suite

import (
	"time"

	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
	"github.com/netrig/netrig/topology"
)

// ParseAssertions parses assertions that stand alone, one or a list, about a network
// that exists already, and about the answers of steps that were made in it. Both are
// those of the Case. The error is the Diagnostics of all mistakes; file names data in
// them.
func ParseAssertions(file string, data []byte, t *topology.Topology, steps []*Step) (*Case, error) {
	return parseFragment(file, data, t, func(p *parser, r *resolver, root *yaml.Node) {
		r.c.Steps = steps
		var all strict.List[*Assertion]
		p.d.Decode(root, &all)
		r.assertions(all)
	})
}

// ParseSteps parses steps that stand alone, one or a list, as ParseAssertions does. A
// fault is refused on a link that is no wire: it cannot become one any more.
func ParseSteps(file string, data []byte, t *topology.Topology) (*Case, error) {
	return parseFragment(file, data, t, func(p *parser, r *resolver, root *yaml.Node) {
		var all strict.List[*Step]
		p.d.Decode(root, &all)
		if len(all) == 0 {
			p.errorf(r.c.Pos, "write one", "there is no step")
		}
		r.steps(all)
		if r.t != t {
			p.errorf(r.c.Pos, "declare `wire: on` for it in the topology", "a fault on a link that is no wire")
		}
	})
}

func parseFragment(file string, data []byte, t *topology.Topology, read func(*parser, *resolver, *yaml.Node)) (*Case, error) {
	root, ds := strict.Document(file, data)
	if root == nil {
		return nil, ds.Err()
	}
	p := &parser{d: strict.NewDecoder(file), file: file, source: newSource(data)}
	c := &Case{Pos: p.d.Pos(root), Name: file, Timeout: 2 * time.Hour, Topology: t}
	read(p, &resolver{parser: p, c: c, t: t, faultNames: map[string]Pos{}, events: map[string]Pos{}, held: map[string]*held{}}, root)
	if err := append(ds, p.d.Diagnostics()...).Err(); err != nil {
		return nil, err
	}
	return c, nil
}
