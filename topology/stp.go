package topology

import (
	"reflect"
	"time"

	"github.com/google/jsonschema-go/jsonschema"
	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
)

// STP is how a switch takes part in a spanning tree (IEEE 802.1D). Times are
// multiples of Tick.
type STP struct {
	Priority     int           // the first part of the bridge's identifier; the lowest is root
	ForwardDelay time.Duration // in each of the states listening and learning
	HelloTime    time.Duration // between two configuration messages of the root
	MaxAge       time.Duration // for which the last message of the root holds
	Ports        []STPPort     // those of which something is declared
}

// STPPort is what is declared of one port of a switch.
type STPPort struct {
	Pos      Pos
	Name     string
	Cost     int // of the way to the root by this port; 0: the kernel's choice
	Priority int // the first part of the port's identifier; of equal ways the lowest is taken
}

// What a spanning tree is unless declared. IEEE 802.1D recommends a forward
// delay of 15 s; this one is the least it allows.
const (
	DefaultPriority     = 32768
	DefaultForwardDelay = 2 * time.Second
	DefaultHelloTime    = 2 * time.Second
	DefaultMaxAge       = 20 * time.Second
	DefaultPortPriority = 32
)

// NewSTP returns what a spanning tree is where nothing is declared of it.
func NewSTP() *STP {
	return &STP{Priority: DefaultPriority, ForwardDelay: DefaultForwardDelay, HelloTime: DefaultHelloTime, MaxAge: DefaultMaxAge}
}

// Tick is the unit of the kernel's timers of a bridge.
const Tick = 10 * time.Millisecond

// maxAgeing is how long a switch may remember an address at most (IEEE 802.1D,
// Table 7-5).
const maxAgeing = 1_000_000 * time.Second

// stpShape is a switch (on or off), or a map, which is on.
type stpShape struct {
	Pos          Pos                      `yaml:"-"`
	Priority     *bridgePriority          `yaml:"priority" doc:"The first part of its identifier, 0 to 65535; the lowest is root. 32768 if left out."`
	ForwardDelay *time.Duration           `yaml:"forward_delay" doc:"Time in each of the states listening and learning, 2s to 30s; 2s if left out."`
	HelloTime    *time.Duration           `yaml:"hello_time" doc:"Time between two messages of the root, 1s to 10s; 2s if left out."`
	MaxAge       *time.Duration           `yaml:"max_age" doc:"Time for which what the root said holds, 6s to 40s; 20s if left out."`
	Ports        strict.Map[stpPortShape] `yaml:"ports" doc:"Cost and priority of ports, by their names."`

	declared, on bool
}

// stpMap is the map form of a spanning tree.
type stpMap stpShape

// stpPortShape is what is declared of a port.
type stpPortShape struct {
	Pos      Pos           `yaml:"-"`
	Cost     *pathCost     `yaml:"cost" doc:"Cost of the way by this port, 1 to 65535."`
	Priority *portPriority `yaml:"priority" doc:"The first part of its identifier, 0 to 63; 32 if left out."`
}

// UnmarshalYAML takes either form.
func (s *stpShape) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	if n.Kind == yaml.MappingNode {
		s.on = true
		d.Decode(n, (*stpMap)(s))
	} else {
		d.Decode(n, &s.on)
	}
	s.Pos, s.declared = d.Pos(n), true
}

// JSONSchema describes both forms.
func (s *stpShape) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{of(reflect.TypeFor[bool]()), of(reflect.TypeFor[stpMap]())}}
}

// bridgePriority is the first part of a bridge's identifier.
type bridgePriority int

// UnmarshalYAML takes a number.
func (p *bridgePriority) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	*p = bridgePriority(bounded(d, n, 0, 65535))
}

// JSONSchema bounds the number.
func (p *bridgePriority) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "integer", Minimum: new(0.0), Maximum: new(65535.0)}
}

// portPriority is the first part of a port's identifier: six bits of it, as
// the kernel divides it.
type portPriority int

// UnmarshalYAML takes a number.
func (p *portPriority) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	*p = portPriority(bounded(d, n, 0, 63))
}

// JSONSchema bounds the number.
func (p *portPriority) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "integer", Minimum: new(0.0), Maximum: new(63.0)}
}

// pathCost is the cost of a way.
type pathCost int

// UnmarshalYAML takes a number.
func (c *pathCost) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	*c = pathCost(bounded(d, n, 1, 65535))
}

// JSONSchema bounds the number.
func (c *pathCost) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "integer", Minimum: new(1.0), Maximum: new(65535.0)}
}

// bounded reads a whole number from least to most.
func bounded(d *strict.Decoder, n *yaml.Node, least, most int) int {
	before := d.Mistakes()
	var x int
	d.Decode(n, &x)
	if d.Mistakes() == before && (x < least || x > most) {
		d.ErrorAt(d.Pos(n), "", "%s must be from %d to %d, not %d", d.What(), least, most, x)
	}
	return x
}

// bridging resolves what a switch has beside its ports.
func (b *builder) bridging(m *member) {
	s := &m.shape.STP
	if s.declared && m.Kind != Switch {
		b.d.ErrorAt(m.Pos, "only a switch has one", "%s %s has no spanning tree", m.Kind, m.Name)
		return
	}
	m.Ageing = b.ageing(m)
	if !s.on {
		return
	}
	m.STP = NewSTP()
	if s.Priority != nil {
		m.STP.Priority = int(*s.Priority)
	}
	for _, t := range [...]struct {
		key         string
		from        *time.Duration
		to          *time.Duration
		least, most time.Duration // what the kernel takes
	}{
		{"forward_delay", s.ForwardDelay, &m.STP.ForwardDelay, 2 * time.Second, 30 * time.Second},
		{"hello_time", s.HelloTime, &m.STP.HelloTime, time.Second, 10 * time.Second},
		{"max_age", s.MaxAge, &m.STP.MaxAge, 6 * time.Second, 40 * time.Second},
	} {
		switch {
		case t.from == nil:
			continue
		case *t.from < t.least || *t.from > t.most || *t.from%Tick != 0:
			b.d.ErrorAt(s.Pos, "", "%s of %s must be from %s to %s, in steps of %s, not %s", t.key, m.Name, t.least, t.most, Tick, *t.from)
		}
		*t.to = *t.from
	}
}

// ageing is how long a switch remembers an address; 0 where nothing is declared.
func (b *builder) ageing(m *member) time.Duration {
	a := m.shape.Ageing
	switch {
	case a == nil:
		return 0
	case m.Kind != Switch:
		b.d.ErrorAt(m.Pos, "only a switch does", "%s %s learns no addresses that could age", m.Kind, m.Name)
	case *a == 0:
		b.d.ErrorAt(m.Pos, "write kind: hub", "a switch that forgets every address at once, as %s does, is a hub", m.Name)
	case *a > maxAgeing || *a%Tick != 0:
		b.d.ErrorAt(m.Pos, "", "ageing of %s must be from %s to %s, in steps of %s, not %s", m.Name, Tick, maxAgeing, Tick, *a)
	}
	return *a
}

// trees resolves the names of the ports of a spanning tree, which the links
// have made.
func (b *builder) trees(m *member) {
	if m.STP == nil {
		return
	}
	for _, e := range m.shape.STP.Ports {
		if m.index[e.Key] == nil {
			b.d.ErrorAt(e.Pos, m.suggest(e.Key), "no port %s on %s", strict.Quote(e.Key), m.Name)
			continue
		}
		p := STPPort{Pos: e.Pos, Name: e.Key, Priority: DefaultPortPriority}
		if e.Value.Cost != nil {
			p.Cost = int(*e.Value.Cost)
		}
		if e.Value.Priority != nil {
			p.Priority = int(*e.Value.Priority)
		}
		m.STP.Ports = append(m.STP.Ports, p)
	}
}
