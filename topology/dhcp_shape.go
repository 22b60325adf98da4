package topology

import (
	"reflect"
	"time"

	"github.com/google/jsonschema-go/jsonschema"
	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
)

type dhcpServerShape struct {
	Pos           Pos  `yaml:"-"`
	Interface     text `yaml:"interface" doc:"Interface to serve; may be left out where the node has one."`
	dhcpPoolShape `yaml:",inline"`
	Subnets       strict.List[dhcpSubnetShape] `yaml:"subnets" doc:"Networks behind relays."`
}

type dhcpPoolShape struct {
	Range        text              `yaml:"range" doc:"First and last address to give away, as in 192.168.1.100-192.168.1.199."`
	Router       strict.List[text] `yaml:"router" doc:"Default gateway of the clients."`
	DNS          strict.List[text] `yaml:"dns" doc:"Resolvers of the clients."`
	Domain       text              `yaml:"domain" doc:"Domain name of the clients."`
	Lease        time.Duration     `yaml:"lease" doc:"Lifetime of a lease, as in 12h; 1h if left out."`
	Reservations reservationsShape `yaml:"reservations" doc:"Clients that always get the same address: MAC to address."`
}

type dhcpSubnetShape struct {
	Pos           Pos  `yaml:"-"`
	Network       text `yaml:"network,required" doc:"The network, as in 192.168.1.0/24."`
	dhcpPoolShape `yaml:",inline"`
}

type (
	dhcpServerMap dhcpServerShape
	dhcpSubnetMap dhcpSubnetShape
)

// UnmarshalYAML wants a range or subnets.
func (s *dhcpServerShape) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	d.Decode(n, (*dhcpServerMap)(s))
	if mapped(n) && s.Range.Pos.Line == 0 && len(s.Subnets) == 0 {
		d.Errorf(n, "write `range: ...`, or `subnets: ...` for networks behind relays", "%s has no range", d.What())
	}
}

// UnmarshalYAML wants a range.
func (s *dhcpSubnetShape) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	d.Decode(n, (*dhcpSubnetMap)(s))
	if mapped(n) && s.Range.Pos.Line == 0 {
		d.Errorf(n, "write `range: ...`", "%s has no range", d.What())
	}
}

// mapped reports whether a node is a map, be it one that was left out.
func mapped(n *yaml.Node) bool { return n.Kind == yaml.MappingNode || strict.Empty(n) }

// JSONSchema says so, too.
func (s *dhcpServerShape) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	schema := of(reflect.TypeFor[dhcpServerMap]())
	schema.Type, schema.Types = "object", nil
	schema.AnyOf = []*jsonschema.Schema{{Required: []string{"range"}}, {Required: []string{"subnets"}}}
	return schema
}

// JSONSchema says so, too.
func (s *dhcpSubnetShape) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	schema := of(reflect.TypeFor[dhcpSubnetMap]())
	schema.Required = append(schema.Required, "range")
	return schema
}

type dhcpRelayShape struct {
	Pos       Pos               `yaml:"-"`
	Interface text              `yaml:"interface" doc:"Interface that clients are on; may be left out where the node has one."`
	Server    strict.List[text] `yaml:"server,required" doc:"DHCP servers; each gets every request."`
	MaxHops   *int              `yaml:"max_hops" doc:"How many relays a request may have passed before, 1 to 16; 4 if left out."`
	CircuitID text              `yaml:"circuit_id" doc:"What servers are told of the port by which a request came (RFC 3046)."`
	RemoteID  text              `yaml:"remote_id" doc:"What servers are told of the relay (RFC 3046)."`
}

// reservationsShape is a map of MAC to address, or a list of {mac, address}.
type reservationsShape []reservationShape

type reservationShape struct {
	Pos     Pos  `yaml:"-"`
	MAC     text `yaml:"mac,required" doc:"Hardware address of the client."`
	Address text `yaml:"address,required" doc:"The address it gets."`
}

// UnmarshalYAML takes either form.
func (s *reservationsShape) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	if n.Kind == yaml.SequenceNode {
		d.Decode(n, (*[]reservationShape)(s))
		return
	}
	var m strict.Map[text]
	d.Decode(n, &m)
	for _, e := range m {
		*s = append(*s, reservationShape{Pos: e.Pos, MAC: text{e.Key, e.Pos}, Address: e.Value})
	}
}

// JSONSchema describes both forms.
func (s *reservationsShape) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
		of(reflect.TypeFor[strict.Map[text]]()),
		of(reflect.TypeFor[[]reservationShape]()),
	}}
}
