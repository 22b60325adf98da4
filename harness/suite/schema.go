package suite

import (
	"maps"
	"reflect"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/netrig/netrig/internal/strict"
	"github.com/netrig/netrig/topology"
)

// The definitions that the schema refers to; they contain themselves or
// each other.
const (
	defStep      = "step"
	defAssertion = "assertion"
	defMatcher   = "matcher"
	defTopology  = "topology"
)

// Schema returns the JSON Schema (draft 2020-12) of suite files, derived
// from the types that Parse fills. Editors complete and check with it. It
// accepts every suite that Parse does; names, filters and what depends on
// the network only Parse checks.
func Schema() *jsonschema.Schema {
	s := strict.Schema(reflect.TypeFor[suiteFile]())
	s.Schema = "https://json-schema.org/draft/2020-12/schema"
	s.Title = "netrig suite"
	net := topology.Schema()
	net.Schema = ""
	s.Defs = map[string]*jsonschema.Schema{
		defStep:      stepSchema(),
		defAssertion: strict.Schema(reflect.TypeFor[assertionFile]()),
		defMatcher:   matcherSchema(),
		defTopology:  net,
	}
	maps.Copy(s.Defs, net.Defs) // so that its own references find them
	net.Defs = nil
	return s
}

func refer(def string) *jsonschema.Schema { return &jsonschema.Schema{Ref: "#/$defs/" + def} }

func either(of ...*jsonschema.Schema) *jsonschema.Schema { return &jsonschema.Schema{AnyOf: of} }

func plain() *jsonschema.Schema {
	return &jsonschema.Schema{Types: []string{"string", "number", "boolean"}}
}

func oneOf(words ...string) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "string"}
	for _, w := range words {
		s.Enum = append(s.Enum, w)
	}
	return s
}

func described(s *jsonschema.Schema, text string) *jsonschema.Schema {
	s.Description = text
	return s
}

func stepSchema() *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "object", Properties: map[string]*jsonschema.Schema{},
		MinProperties: new(1), MaxProperties: new(1), AdditionalProperties: &jsonschema.Schema{Not: &jsonschema.Schema{}}}
	for _, k := range []struct {
		name, doc string
		schema    *jsonschema.Schema
	}{
		{"exec", "Runs a program in a node.", strict.Schema(reflect.TypeFor[execStep]())},
		{"ping", "Sends ICMP echo requests.", strict.Schema(reflect.TypeFor[pingStep]())},
		{"path", "Finds out whom packets pass.", strict.Schema(reflect.TypeFor[pathStep]())},
		{"dns", "Asks a name server.", strict.Schema(reflect.TypeFor[dnsStep]())},
		{"http", "Sends an HTTP request.", strict.Schema(reflect.TypeFor[httpStep]())},
		{"dhcp", "Makes a DHCP client do something.", strict.Schema(reflect.TypeFor[dhcpStep]())},
		{"dhcp6", "Makes a DHCPv6 client do something.", strict.Schema(reflect.TypeFor[dhcp6Step]())},
		{"wait", "Waits until an assertion passes.", strict.Schema(reflect.TypeFor[waitStep]())},
		{"listen", "Opens a socket that waits.", strict.Schema(reflect.TypeFor[listenStep]())},
		{"connect", "Opens a socket and connects it.", strict.Schema(reflect.TypeFor[connectStep]())},
		{"connected", "Waits for a connection that was begun.", strict.Schema(reflect.TypeFor[connectedStep]())},
		{"accept", "Takes a connection from a listener.", strict.Schema(reflect.TypeFor[acceptStep]())},
		{"send", "Sends octets.", strict.Schema(reflect.TypeFor[sendStep]())},
		{"recv", "Receives octets.", strict.Schema(reflect.TypeFor[recvStep]())},
		{"shutdown", "Ends one direction of a connection.", strict.Schema(reflect.TypeFor[shutdownStep]())},
		{"close", "Closes a socket.", strict.Schema(reflect.TypeFor[CloseStep]())},
		{"reset", "Closes a socket with an RST.", strict.Schema(reflect.TypeFor[CloseStep]())},
		{"fault", "Adds, removes or releases a fault.", strict.Schema(reflect.TypeFor[FaultStep]())},
		{"link", "Sets an interface down or up, or unplugs a cable.", strict.Schema(reflect.TypeFor[LinkStep]())},
		{"frame", "Sends a frame, well-formed or not.", strict.Schema(reflect.TypeFor[frameFile]())},
		{"route", "Changes the routing table of a node.", strict.Schema(reflect.TypeFor[routeStep]())},
		{"neighbor", "Changes the ARP or NDP cache of an interface.", strict.Schema(reflect.TypeFor[neighborStep]())},
		{"address", "Gives an interface an address, or takes one away.", strict.Schema(reflect.TypeFor[addressStep]())},
		{"sysctl", "Sets kernel settings of a node.", strict.Schema(reflect.TypeFor[sysctlStep]())},
		{"service", "Stops and starts a server of a node.", strict.Schema(reflect.TypeFor[serviceStep]())},
		{"snapshot", "Records the state of a node.", strict.Schema(reflect.TypeFor[SnapshotStep]())},
		{"parallel", "Runs steps at once.", &jsonschema.Schema{Type: "array", Items: refer(defStep), MinItems: new(1)}},
	} {
		s.Properties[k.name] = described(k.schema, k.doc)
		s.PropertyOrder = append(s.PropertyOrder, k.name)
	}
	return s
}

func matcherSchema() *jsonschema.Schema {
	m := func() *jsonschema.Schema { return refer(defMatcher) }
	values := func() *jsonschema.Schema {
		return either(plain(), &jsonschema.Schema{Type: "array", Items: plain()})
	}
	is := func() *jsonschema.Schema { return either(&jsonschema.Schema{Type: "boolean"}, oneOf("yes", "on")) }
	list := func() *jsonschema.Schema {
		return &jsonschema.Schema{Type: "array", Items: m(), MinItems: new(1)}
	}
	ops := &jsonschema.Schema{Type: "object", MinProperties: new(1),
		AdditionalProperties: &jsonschema.Schema{Not: &jsonschema.Schema{}},
		Properties: map[string]*jsonschema.Schema{
			"gt": described(plain(), "More than."), "ge": described(plain(), "At least."),
			"lt": described(plain(), "Less than."), "le": described(plain(), "At most."),
			"in":    described(values(), "Equal to one of."),
			"cidr":  described(&jsonschema.Schema{Type: "string"}, "An address in this network."),
			"regex": described(plain(), "A pattern (RE2) found in the text."), "contains": described(values(), "Text or elements it contains."),
			"consist_of": described(values(), "A list: these, in whichever order."),
			"any":        described(is(), "There is a value."), "absent": described(is(), "There is no value."),
			"not": described(m(), "This does not hold."), "all_of": described(list(), "All of these hold."), "any_of": described(list(), "One of these holds."),
		}}
	ops.PropertyOrder = operators()
	return either(plain(), &jsonschema.Schema{Type: "array", Items: plain()}, ops)
}

// JSONSchema describes a path or a network.
func (t *network) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return either(&jsonschema.Schema{Type: "string"}, refer(defTopology))
}

// JSONSchema refers to the definition of a step.
func (s *Step) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return refer(defStep)
}

// JSONSchema refers to the definition of an assertion.
func (a *Assertion) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return refer(defAssertion)
}

// JSONSchema refers to the definition of a matcher.
func (m *Matcher) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return refer(defMatcher)
}

// JSONSchema describes true or a pattern.
func (f *Fails) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return either(&jsonschema.Schema{Type: "boolean"}, &jsonschema.Schema{Type: "string"})
}

// JSONSchema describes an exit status or any.
func (e *Exit) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return either(&jsonschema.Schema{Type: "integer", Minimum: new(0.0), Maximum: new(255.0)}, oneOf("any"))
}

// JSONSchema describes a list or a text.
func (c *Command) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return either(&jsonschema.Schema{Type: "string"}, &jsonschema.Schema{Type: "array", Items: plain()})
}

// JSONSchema describes an address or a reference.
func (a *Address) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string"}
}

// JSONSchema lists the actions.
func (a *DHCPAction) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return oneOf(string(Discover), string(Renew), string(Release))
}

// JSONSchema lists the probes.
func (p *PathNetwork) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return oneOf(string(UDPProbes), string(ICMPProbes))
}

// JSONSchema lists the orders.
func (o *Order) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return oneOf(string(Subsequence), string(Strict), string(AnyOrder))
}

// JSONSchema describes a number or a range.
func (r *Range) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return either(&jsonschema.Schema{Type: "integer", Minimum: new(0.0)},
		&jsonschema.Schema{Type: "string", Pattern: `^[0-9]+(\.\.[0-9]*)?$`})
}

// JSONSchema describes the name of a frame bound earlier.
func (r *Ref) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", Pattern: `^[A-Za-z_][A-Za-z0-9_]*(\.(first|last))?$`}
}

// JSONSchema describes one place or several.
func (a *At) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return either(&jsonschema.Schema{Type: "string"}, &jsonschema.Schema{Type: "array", Items: &jsonschema.Schema{Type: "string"}, MinItems: new(1)})
}

// JSONSchema describes a text.
func (p *placed) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string"}
}

// JSONSchema describes a filter.
func (m *Match) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", Description: "A Wireshark display filter."}
}

// JSONSchema describes a filter or a map.
func (s *SequenceStep) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return either(&jsonschema.Schema{Type: "string"}, of(reflect.TypeFor[sequenceFile]()))
}

// JSONSchema describes a filter or a map.
func (n *Never) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return either(&jsonschema.Schema{Type: "string"}, of(reflect.TypeFor[neverFile]()))
}

// JSONSchema describes a map.
func (c *Count) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return of(reflect.TypeFor[countFile]())
}

var (
	_ strict.Schemer     = (*Step)(nil)
	_ strict.Unmarshaler = (*Step)(nil)
	_ strict.Schemer     = (*Assertion)(nil)
	_ strict.Unmarshaler = (*Assertion)(nil)
	_ strict.Schemer     = (*Matcher)(nil)
	_ strict.Unmarshaler = (*Matcher)(nil)
)
