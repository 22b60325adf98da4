package suite

import (
	"encoding/hex"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"
	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/internal/craft"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/internal/strict"
	"github.com/netrig/netrig/topology"
)

// FrameStep sends a frame that no kernel would, from an interface: a template of its
// layers, in which fields have other values.
type FrameStep struct {
	Pos             Pos
	Node, Interface string
	Layers          []string // from eth on, see craft.Template
	Payload         []byte
	Set             Sets // in this order
	Keep            bool // checksums are those of the template, whatever is set
	Truncate        int  // it ends after so many octets; 0: it does not
	Count           int  // frames, one like the other

	from   string
	layers []placed
}

// frameFile is a frame step as it is written.
type frameFile struct {
	From      string   `yaml:"from,required" doc:"NODE:INTERFACE that sends it."`
	Layers    []placed `yaml:"layers,required" doc:"Its headers: eth vlan arp ip ipv6 icmp icmpv6 udp tcp."`
	Set       Sets     `yaml:"set" doc:"Fields, by their Wireshark names, have these values."`
	Payload   *string  `yaml:"payload" doc:"Text behind the headers."`
	Hex       *string  `yaml:"hex" doc:"Octets behind the headers."`
	Checksums string   `yaml:"checksums" doc:"keep: do not mend checksums."`
	Truncate  *int     `yaml:"truncate" doc:"It ends after so many octets."`
	Count     int      `yaml:"count" doc:"So many of them; 1 if left out."`
	Fails     *Fails   `yaml:"fails"`
}

// Sets are fields with their other values, in the order in which they are written.
type Sets []Set

// maxFrames is how many frames a step sends at most.
const maxFrames = 10000

// readFrame reads a frame step.
func readFrame(d *strict.Decoder, kind string, n *yaml.Node) (*FrameStep, *Fails) {
	file := frameFile{Count: 1}
	refuseEmptyKeys(d, n)
	d.Key(kind, n, &file)
	s := &FrameStep{Pos: d.Pos(n), Set: file.Set, Keep: file.Checksums == "keep", Count: file.Count, from: file.From, layers: file.Layers}
	if file.Checksums != "" && !s.Keep {
		d.ErrorAt(s.Pos, "write `checksums: keep`, or leave it out", "checksums are mended or kept, not %s", strict.Quote(file.Checksums))
	}
	if file.Truncate != nil {
		if s.Truncate = *file.Truncate; s.Truncate < leastTruncated {
			d.ErrorAt(s.Pos, "", "truncate must be at least %d, not %d", leastTruncated, s.Truncate)
		}
	}
	switch {
	case file.Payload != nil && file.Hex != nil:
		d.ErrorAt(s.Pos, "keep one of them", "payload and hex exclude each other")
	case file.Payload != nil:
		s.Payload = []byte(*file.Payload)
	case file.Hex != nil:
		var err error
		if s.Payload, err = hex.DecodeString(strings.NewReplacer(" ", "", ":", "", "\n", "").Replace(*file.Hex)); err != nil {
			d.ErrorAt(s.Pos, "write two hexadecimal digits an octet, as in 00 1f ff", "hex cannot be %s", strict.Quote(*file.Hex))
		}
	}
	return s, file.Fails
}

// UnmarshalYAML reads fields and their values.
func (s *Sets) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	if n.Kind != yaml.MappingNode || len(n.Content) == 0 {
		d.Errorf(n, "write {FIELD: VALUE}, as in {ip.ttl: 1}", "set names no field")
		return
	}
	d.Keys(n, func(key string, k, v *yaml.Node) {
		if v.Kind != yaml.ScalarNode || strict.Empty(v) {
			d.Errorf(v, "write it as in a filter", "%s has no value", key)
			return
		}
		*s = append(*s, Set{Pos: d.Pos(k), Text: key, Written: v.Value})
	})
}

// JSONSchema describes fields and their values.
func (s *Sets) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "object", MinProperties: new(1), AdditionalProperties: plain()}
}

var (
	_ strict.Schemer     = (*Sets)(nil)
	_ strict.Unmarshaler = (*Sets)(nil)
)

// String returns the step as it is shown.
func (s *FrameStep) String() string {
	text := "frame from " + s.from + ": " + strings.Join(s.Layers, " ")
	if len(s.Set) > 0 {
		values := make([]string, len(s.Set))
		for i, x := range s.Set {
			values[i] = x.Text + " = " + x.Written
		}
		text += ", set " + strings.Join(values, ", ")
	}
	if s.Keep {
		text += ", checksums kept"
	}
	if s.Truncate > 0 {
		text += fmt.Sprintf(", %d octets of it", s.Truncate)
	}
	if s.Count != 1 {
		text += fmt.Sprintf(", %d times", s.Count)
	}
	return text
}

// Frame returns the frame as it is sent from an interface that has these addresses.
func (s *FrameStep) Frame(from craft.Origin) ([]byte, error) {
	b, err := craft.Template(s.Layers, from, s.Payload)
	if err != nil {
		return nil, err
	}
	if b, err = craft.Apply(b, s.Set.Changes(), s.Keep); err != nil {
		return nil, err
	}
	if s.Truncate > 0 && len(b) > s.Truncate {
		b = b[:s.Truncate]
	}
	return b, nil
}

// Changes are the values as they are set in a frame.
func (s Sets) Changes() []craft.Change {
	changes := make([]craft.Change, len(s))
	for i, x := range s {
		changes[i] = craft.Change{Field: x.Field, Occurrence: x.Occurrence, Value: x.Value}
	}
	return changes
}

// Origin returns the addresses that the topology gives to an interface.
func Origin(i *topology.Interface) craft.Origin {
	o := craft.Origin{MAC: i.MAC}
	for _, p := range i.Addresses {
		switch a := p.Addr(); {
		case a.Is4() && !o.IPv4.IsValid():
			o.IPv4 = a
		case a.Is6() && !o.IPv6.IsValid():
			o.IPv6 = a
		}
	}
	return o
}

// frameStep checks a frame step, up to the frame itself.
func (r *resolver) frameStep(s *FrameStep) {
	r.number(s.Pos, "count", s.Count, 1, maxFrames)
	good := r.frameLayers(s)
	for i := range s.Set {
		good = r.set(&s.Set[i]) && good
	}
	if s.from == "" || r.t == nil {
		return
	}
	name, iface, ok := strings.Cut(s.from, ":")
	if !ok {
		r.errorf(s.Pos, "write NODE:INTERFACE, as in pc1:eth0", "from: %s is no interface", strict.Quote(s.from))
		return
	}
	n := r.node(s.Pos, "from", name)
	if n == nil {
		return
	}
	i := n.Interface(iface)
	if i == nil {
		r.errorf(s.Pos, r.have(iface, interfaces(n)), "no interface %s on %s", strict.Quote(iface), name)
		return
	}
	s.Node, s.Interface = name, iface
	if !good {
		return
	}
	b, err := craft.Template(s.Layers, Origin(i), s.Payload)
	if err != nil {
		r.errorf(s.Pos, "", "%v", err)
		return
	}
	for at, c := range s.Set.Changes() {
		if b, err = craft.Set(b, c.Field, c.Occurrence, c.Value); err != nil {
			r.errorf(s.Set[at].Pos, "fields are set in the order written, in a frame of "+strings.Join(s.Layers, ", "), "%v", err)
			return
		}
	}
}

// frameLayers checks that one layer can follow the other.
func (r *resolver) frameLayers(s *FrameStep) bool {
	before := ""
	for _, l := range s.layers {
		follow := craft.Follow(before)
		switch {
		case !slices.Contains(craft.Layers(), l.text):
			r.errorf(l.pos, choose(l.text, craft.Layers()), "no layer %s", strict.Quote(l.text))
			return false
		case len(follow) == 0:
			r.errorf(l.pos, "write what follows as payload, or hex", "no layer follows %s", before)
			return false
		case before == "" && l.text != "eth":
			r.errorf(l.pos, "write eth first", "a frame does not begin with %s", l.text)
			return false
		case !slices.Contains(follow, l.text):
			r.errorf(l.pos, "it is one of "+strings.Join(follow, ", "), "%s does not follow %s", l.text, before)
			return false
		}
		s.Layers = append(s.Layers, l.text)
		before = l.text
	}
	if before == "" && s.layers != nil {
		r.errorf(s.Pos, "write eth first", "the frame has no layers")
	}
	return before != ""
}

// setValue reads the value of a field, as a filter has it or as a reference to an
// address of the topology.
func (r *resolver) setValue(field *packet.Info, text string) (packet.Value, error) {
	v, err := filter.ParseValue(field, text)
	if err == nil || r.t == nil {
		return v, err
	}
	if field.Type == packet.Ether {
		if _, i := r.iface(text); i != nil {
			return packet.EtherValue(i.MAC), nil
		}
		return v, err
	}
	if field.Type != packet.IPv4 && field.Type != packet.IPv6 {
		return v, err
	}
	p, ok, wrong, cure := r.reference(text)
	switch a := p.Addr(); {
	case wrong != "":
		return v, &filter.Error{Message: wrong, Cure: cure}
	case ok && a.Is4() && field.Type == packet.IPv4:
		return packet.IPv4Value(a.AsSlice()), nil
	case ok && a.Is6() && field.Type == packet.IPv6:
		return packet.IPv6Value(a.AsSlice()), nil
	case ok:
		return v, errors.New(text + " is " + a.String() + ", which " + field.Name + " cannot have")
	}
	return v, err
}
