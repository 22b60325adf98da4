package suite

import (
	"reflect"
	"slices"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"
	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
)

// The steps that change the state of a node, as they are written.
type (
	routeStep struct {
		RouteStep `yaml:",inline"`
		Fails     *Fails `yaml:"fails"`
	}
	neighborStep struct {
		NeighborStep `yaml:",inline"`
		Fails        *Fails `yaml:"fails"`
	}
	addressStep struct {
		AddressStep `yaml:",inline"`
		Fails       *Fails `yaml:"fails"`
	}
	sysctlStep struct {
		SysctlStep `yaml:",inline"`
		Fails      *Fails `yaml:"fails"`
	}
	serviceStep struct {
		ServiceStep `yaml:",inline"`
		Fails       *Fails `yaml:"fails"`
	}
)

// readChange reads a step that changes the state of a node.
func (s *Step) readChange(d *strict.Decoder, kind string, n *yaml.Node) (keys stepKeys) {
	refuseEmptyKeys(d, n)
	switch kind {
	case "route":
		var x routeStep
		d.Key(kind, n, &x)
		x.Pos, keys.Fails = d.Pos(n), x.Fails
		s.Route = &x.RouteStep
	case "neighbor":
		var x neighborStep
		d.Key(kind, n, &x)
		x.Pos, keys.Fails = d.Pos(n), x.Fails
		s.Neighbor = &x.NeighborStep
	case "address":
		x := addressStep{AddressStep: newAddressStep()}
		d.Key(kind, n, &x)
		x.Pos, keys.Fails = d.Pos(n), x.Fails
		s.Address = &x.AddressStep
	case "sysctl":
		var x sysctlStep
		d.Key(kind, n, &x)
		x.Pos, keys.Fails = d.Pos(n), x.Fails
		s.Sysctl = &x.SysctlStep
	case "service":
		x := serviceStep{ServiceStep: newServiceStep()}
		d.Key(kind, n, &x)
		x.Pos, keys.Fails = d.Pos(n), x.Fails
		s.Service = &x.ServiceStep
	case "snapshot":
		s.Snapshot = new(SnapshotStep)
		d.Key(kind, n, s.Snapshot)
		keys.As = s.Snapshot.As
	}
	return keys
}

// UnmarshalYAML reads a map.
func (e *NeighborEntry) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	type plain NeighborEntry
	refuseEmptyKeys(d, n)
	*e = NeighborEntry{State: "permanent"}
	d.Decode(n, (*plain)(e))
	if e.State != "" && !slices.Contains(entryStates(), e.State) {
		d.Errorf(n, choose(strings.ToLower(e.State), entryStates()), "state cannot be %s", strict.Quote(e.State))
	}
}

// neighborMap is the map form of an entry that is removed.
type neighborMap NeighborGone

// UnmarshalYAML reads an address, or a map.
func (e *NeighborGone) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	if n.Kind == yaml.MappingNode {
		refuseEmptyKeys(d, n)
		d.Decode(n, (*neighborMap)(e))
		return
	}
	d.Decode(n, &e.IP)
}

// JSONSchema describes a map.
func (e *NeighborEntry) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	type plain NeighborEntry
	s := of(reflect.TypeFor[plain]())
	state := s.Properties["state"]
	state.Enum = oneOf(entryStates()...).Enum
	return s
}

// JSONSchema describes a map.
func (c *SnapshotDiffCheck) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	type plain SnapshotDiffCheck
	s := of(reflect.TypeFor[plain]())
	only := s.Properties["only"]
	only.AnyOf = []*jsonschema.Schema{oneOf(snapshotKinds()...), {Type: "array", Items: oneOf(snapshotKinds()...)}}
	return s
}

// JSONSchema describes both forms.
func (e *NeighborGone) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return either(&jsonschema.Schema{Type: "string"}, of(reflect.TypeFor[neighborMap]()))
}

var (
	_ strict.Schemer     = (*SnapshotDiffCheck)(nil)
	_ strict.Schemer     = (*NeighborEntry)(nil)
	_ strict.Unmarshaler = (*NeighborEntry)(nil)
	_ strict.Schemer     = (*NeighborGone)(nil)
	_ strict.Unmarshaler = (*NeighborGone)(nil)
)
