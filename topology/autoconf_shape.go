package topology

import (
	"reflect"
	"time"

	"github.com/google/jsonschema-go/jsonschema"
	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
)

// dhcp6Shape is a DHCPMode of DHCPv6.
type dhcp6Shape DHCPMode

// UnmarshalYAML takes the name of a mode, or a switch.
func (s *dhcp6Shape) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	switch n.Value {
	case "auto", "true", "on", "yes":
		*s = dhcp6Shape(DHCPAuto)
	case "manual", "inform":
		*s = dhcp6Shape(n.Value)
	case "false", "off", "no":
	default:
		d.Wrong(n, "auto, inform, manual or off")
	}
}

// JSONSchema lists the spellings.
func (s *dhcp6Shape) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Enum: []any{"auto", "inform", "manual", "on", "off", "yes", "no", true, false}}
}

type advertiserShape struct {
	Pos           Pos                    `yaml:"-"`
	Interface     text                   `yaml:"interface" doc:"Interface to advertise on; may be left out where the node has one."`
	Prefixes      []prefixShape          `yaml:"prefixes" doc:"Networks of the link; those of the interface if left out."`
	Lifetime      *time.Duration         `yaml:"lifetime" doc:"As a default router, whole seconds; 30m if left out, 0s for none."`
	Interval      time.Duration          `yaml:"interval" doc:"The longest time between two advertisements; 10m if left out."`
	Managed       bool                   `yaml:"managed" doc:"Addresses are to be had by DHCPv6."`
	Other         bool                   `yaml:"other" doc:"Other settings are to be had by DHCPv6."`
	MTU           mtu                    `yaml:"mtu" doc:"What hosts take for the MTU of the link."`
	HopLimit      *int                   `yaml:"hop_limit" doc:"What hosts put into their packets; 64 if left out."`
	ReachableTime time.Duration          `yaml:"reachable_time" doc:"How long a neighbor counts as reachable."`
	RetransTimer  time.Duration          `yaml:"retrans_timer" doc:"Time between two neighbor solicitations."`
	DNS           strict.List[text]      `yaml:"dns" doc:"Resolvers of the hosts (RFC 8106)."`
	Domain        strict.List[text]      `yaml:"domain" doc:"Domains that hosts search in (RFC 8106)."`
	Preference    preferenceShape        `yaml:"preference" doc:"low, medium or high (RFC 4191); medium if left out."`
	Routes        []advertisedRouteShape `yaml:"routes" doc:"Networks that are reached through the router (RFC 4191)."`
}

// prefixShape is a network, or a map.
type prefixShape struct {
	Pos        Pos            `yaml:"-"`
	Prefix     text           `yaml:"prefix,required" doc:"The network, as in 2001:db8:1::/64."`
	OnLink     *bool          `yaml:"on_link" doc:"Its addresses are reached without a router; on if left out."`
	Autonomous *bool          `yaml:"autonomous" doc:"Hosts make addresses of it; on if left out."`
	Valid      *time.Duration `yaml:"valid" doc:"For how long addresses of it may be used, whole seconds; 30 days if left out."`
	Preferred  *time.Duration `yaml:"preferred" doc:"For how long in new connections, whole seconds; 7 days if left out."`
}

type prefixMap prefixShape

// UnmarshalYAML takes either form.
func (s *prefixShape) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	if n.Kind == yaml.ScalarNode && !strict.Empty(n) {
		d.Decode(n, &s.Prefix)
	} else {
		d.Decode(n, (*prefixMap)(s))
	}
	s.Pos = d.Pos(n)
}

// JSONSchema describes both forms.
func (s *prefixShape) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Type: "string", Pattern: "/"}, of(reflect.TypeFor[prefixMap]())}}
}

// advertisedRouteShape is a network, or a map.
type advertisedRouteShape struct {
	Pos        Pos             `yaml:"-"`
	Prefix     text            `yaml:"prefix,required" doc:"The network, as in 2001:db8:2::/48."`
	Lifetime   *time.Duration  `yaml:"lifetime" doc:"Whole seconds; the router's if left out."`
	Preference preferenceShape `yaml:"preference" doc:"low, medium or high; medium if left out."`
}

type advertisedRouteMap advertisedRouteShape

// UnmarshalYAML takes either form.
func (s *advertisedRouteShape) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	if n.Kind == yaml.ScalarNode && !strict.Empty(n) {
		d.Decode(n, &s.Prefix)
	} else {
		d.Decode(n, (*advertisedRouteMap)(s))
	}
	s.Pos = d.Pos(n)
}

// JSONSchema describes both forms.
func (s *advertisedRouteShape) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Type: "string", Pattern: "/"}, of(reflect.TypeFor[advertisedRouteMap]())}}
}

// preferenceShape is low, medium or high.
type preferenceShape string

// UnmarshalYAML takes the name of a preference.
func (s *preferenceShape) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	switch n.Value {
	case "low", "medium", "high":
		*s = preferenceShape(n.Value)
	default:
		d.Wrong(n, "low, medium or high")
	}
}

// JSONSchema lists the preferences.
func (s *preferenceShape) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Enum: []any{"low", "medium", "high"}}
}

type dhcp6ServerShape struct {
	Pos          Pos                `yaml:"-"`
	Interface    text               `yaml:"interface" doc:"Interface to serve; may be left out where the node has one."`
	Range        text               `yaml:"range" doc:"First and last address to give away; settings alone if left out."`
	DNS          strict.List[text]  `yaml:"dns" doc:"Resolvers of the clients."`
	Domain       strict.List[text]  `yaml:"domain" doc:"Domains that clients search in."`
	Lease        time.Duration      `yaml:"lease" doc:"Valid lifetime of an address, as in 12h; 1h if left out."`
	Preferred    time.Duration      `yaml:"preferred" doc:"Preferred lifetime of an address; the lease if left out."`
	T1           time.Duration      `yaml:"t1" doc:"When a client renews; half of preferred if left out."`
	T2           time.Duration      `yaml:"t2" doc:"When a client rebinds; 0.8 of preferred if left out."`
	RapidCommit  bool               `yaml:"rapid_commit" doc:"Lend at the first message where a client asks for that."`
	Preference   *int               `yaml:"preference" doc:"0 to 255, which clients take at once; 255 if left out."`
	Reservations reservations6Shape `yaml:"reservations" doc:"Clients that always get the same address: MAC or DUID to address."`
}

// reservations6Shape is a map of client to address, or a list of {client, address}.
type reservations6Shape []reservation6Shape

type reservation6Shape struct {
	Pos     Pos  `yaml:"-"`
	Client  text `yaml:"client,required" doc:"MAC address, or the octets of a DUID."`
	Address text `yaml:"address,required" doc:"The address it gets."`
}

// UnmarshalYAML takes either form.
func (s *reservations6Shape) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	if n.Kind == yaml.SequenceNode {
		d.Decode(n, (*[]reservation6Shape)(s))
		return
	}
	var m strict.Map[text]
	d.Decode(n, &m)
	for _, e := range m {
		*s = append(*s, reservation6Shape{Pos: e.Pos, Client: text{e.Key, e.Pos}, Address: e.Value})
	}
}

// JSONSchema describes both forms.
func (s *reservations6Shape) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
		of(reflect.TypeFor[strict.Map[text]]()),
		of(reflect.TypeFor[[]reservation6Shape]()),
	}}
}
