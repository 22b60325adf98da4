package mutate

import (
	"encoding/json"
	"net/netip"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/suite"
)

func TestMain(m *testing.M) {
	harness.Isolate()
	m.Run()
}

// load parses a suite and the files beside it.
func load(t *testing.T, files map[string]string) *suite.Suite {
	t.Helper()
	s, err := source(files).Load()
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func source(files map[string]string) harness.Source {
	all := fstest.MapFS{}
	for name, text := range files {
		all[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return harness.Source{FS: all, Name: harness.SuiteFile}
}

// found returns the mutants that one operator finds, where every link carried
// frames of the kinds, in every case.
func found(t *testing.T, s *suite.Suite, operator string, longest int, kinds ...string) []*Mutant {
	t.Helper()
	var all []*Mutant
	for _, n := range networks(s.Cases) {
		for range n.cases {
			look := &seen{sent: map[string]map[netip.Addr]bool{"pc:eth0": {netip.MustParseAddr("192.168.9.2"): true, netip.MustParseAddr("255.255.255.255"): true}}}
			for range n.t.Links {
				on := carried{kinds: map[string]bool{}, longest: longest}
				for _, k := range kinds {
					on.kinds[k] = true
				}
				look.links = append(look.links, on)
			}
			n.seen = append(n.seen, look)
		}
		for _, op := range Operators() {
			if operator == "" || op.Name == operator {
				s := &search{network: n, operator: op.Name}
				op.find(s)
				all = append(all, s.found...)
			}
		}
	}
	return all
}

func names(all []*Mutant) (names []string) {
	for _, m := range all {
		names = append(names, m.Name)
	}
	return names
}

// dump is what operators can change of a case, as text.
func dump(c *suite.Case) string {
	var b strings.Builder
	show := spew(&b)
	show(c.Topology.Nodes)
	show(c.Topology.Links)
	show(c.Faults)
	for s := range c.AllSteps() {
		if s.Fault != nil && s.Fault.Add != nil {
			show(s.Fault.Add)
		}
	}
	return b.String()
}

// spew writes values with what they point to.
func spew(b *strings.Builder) func(any) {
	return func(v any) {
		data, err := json.Marshal(v)
		if err != nil {
			panic(err)
		}
		b.Write(data)
		b.WriteByte('\n')
	}
}
