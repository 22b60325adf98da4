package topology

import (
	"fmt"
	"reflect"
	"slices"
	"time"

	"github.com/google/jsonschema-go/jsonschema"
	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
)

// The types of this file are the YAML as it is written: keys, shapes and
// units. Their meaning is resolved by the builder.

type document struct {
	Pos      Pos                   `yaml:"-"`
	Name     text                  `yaml:"name" doc:"Name of the network; the file's name if left out."`
	Defaults defaults              `yaml:"defaults" doc:"Settings of every node that does not say otherwise."`
	Nodes    strict.Map[nodeShape] `yaml:"nodes,required" doc:"The machines, by name. pc[1-50] makes fifty."`
	Links    []linkShape           `yaml:"links" doc:"The cables, as in pc1:eth0 -- sw."`
}

type defaults struct {
	IPv6    *bool `yaml:"ipv6" doc:"IPv6 on every interface. Left out: on for nodes that have IPv6 addresses or routes."`
	MTU     mtu   `yaml:"mtu" doc:"Largest packet in octets; 1500 if left out."`
	Offload bool  `yaml:"offload" doc:"Let the kernel send frames larger than the MTU and without checksums; off if left out."`
}

type nodeShape struct {
	Pos        Pos                        `yaml:"-"`
	Kind       kind                       `yaml:"kind" doc:"What the node does with frames that are not its own; host if left out."`
	Interfaces strict.Map[interfaceShape] `yaml:"interfaces" doc:"Interfaces of a host or router, by name."`
	Routes     []routeShape               `yaml:"routes" doc:"Static routes, as in default via 10.0.0.1."`
	NAT        natShape                   `yaml:"nat" doc:"Address translation of a router."`
	Firewall   firewallShape              `yaml:"firewall" doc:"Packet filter of a host or router."`
	Services   servicesShape              `yaml:"services" doc:"Servers that run in the node."`
	Sysctls    strict.Map[text]           `yaml:"sysctls" doc:"Kernel settings below net, as in net.ipv4.tcp_timestamps."`
	IPv6       *bool                      `yaml:"ipv6" doc:"As in defaults, for this node."`
	MTU        mtu                        `yaml:"mtu" doc:"As in defaults, for this node."`
	Offload    *bool                      `yaml:"offload" doc:"As in defaults, for this node."`
	STP        stpShape                   `yaml:"stp" doc:"Spanning tree of a switch; off if left out."`
	Ageing     *time.Duration             `yaml:"ageing" doc:"How long a switch remembers an address; 5m if left out."`
	Intended   strict.List[text]          `yaml:"intended" doc:"Lints that this node breaks on purpose."`
	size       int                        // values in the file
}

type nodeMap nodeShape

// UnmarshalYAML takes a map, and its size.
func (s *nodeShape) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	d.Decode(n, (*nodeMap)(s))
	s.size = strict.Size(n)
}

// kind is a Kind.
type kind Kind

// UnmarshalYAML takes the name of a kind.
func (k *kind) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	*k = kind(named(d, n, "kind", []string{string(Host), string(Switch), string(Hub), string(Router)}))
}

// named reads one of the names that there are of something, empty where it is none.
func named(d *strict.Decoder, n *yaml.Node, what string, names []string) string {
	var s string
	d.Decode(n, &s)
	if s != "" && !slices.Contains(names, s) {
		d.Errorf(n, strict.Propose(s, names, "it is one of "+listNames(names)), "unknown %s %s", what, strict.Quote(s))
		return ""
	}
	return s
}

// JSONSchema lists the kinds.
func (k *kind) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Enum: []any{string(Host), string(Switch), string(Hub), string(Router)}}
}

// mtu is a size in octets, 0 where it is left out.
type mtu int

// UnmarshalYAML takes a number that an MTU can be.
func (m *mtu) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	before := d.Mistakes()
	var x int
	d.Decode(n, &x)
	if d.Mistakes() > before {
		return
	}
	if x < MinMTU || x > MaxMTU {
		d.Errorf(n, fmt.Sprintf("from %d to %d octets", MinMTU, MaxMTU), "%s %d is out of range", d.What(), x)
		return
	}
	*m = mtu(x)
}

// JSONSchema bounds the number.
func (m *mtu) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "integer", Minimum: new(float64(MinMTU)), Maximum: new(float64(MaxMTU))}
}

// interfaceShape is `dhcp`, an address, a list of addresses, or a map.
type interfaceShape struct {
	Pos       Pos               `yaml:"-"`
	Address   strict.List[text] `yaml:"address" doc:"Address with prefix length, as in 192.168.1.20/24, or a list."`
	Addresses strict.List[text] `yaml:"addresses" doc:"The same as address."`
	Gateway   strict.List[text] `yaml:"gateway" doc:"Default gateway, at most one of IPv4 and one of IPv6."`
	Gateways  strict.List[text] `yaml:"gateways" doc:"The same as gateway."`
	DNS       strict.List[text] `yaml:"dns" doc:"Addresses of the resolvers the node asks."`
	MAC       text              `yaml:"mac" doc:"Hardware address; counted up from 02:00:00:00:00:01 if left out."`
	MTU       mtu               `yaml:"mtu" doc:"Largest packet in octets."`
	DHCP      dhcpShape         `yaml:"dhcp" doc:"DHCP client: auto (or on) starts at boot, manual waits for a step, off."`
	DHCP6     dhcp6Shape        `yaml:"dhcp6" doc:"DHCPv6 client: as dhcp, or inform for settings without an address."`
	SLAAC     bool              `yaml:"slaac" doc:"Take addresses and routes from router advertisements."`
	DAD       bool              `yaml:"dad" doc:"Detect duplicates of IPv6 addresses before they are used."`
	Bridge    strict.List[text] `yaml:"bridge" doc:"Interfaces that this one joins into one link, as a home router's LAN ports."`
	size      int               // values in the file
}

// interfaceMap is the map form of an interface.
type interfaceMap interfaceShape

// UnmarshalYAML takes any of the forms.
func (s *interfaceShape) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	switch {
	case n.Kind == yaml.MappingNode:
		d.Decode(n, (*interfaceMap)(s))
	case strict.Empty(n):
	case n.Kind == yaml.ScalarNode && n.Value == dhcpWord:
		s.DHCP = dhcpShape(DHCPAuto)
	case n.Kind == yaml.ScalarNode && n.Value == dhcp6Word:
		s.DHCP6 = dhcp6Shape(DHCPAuto)
	case n.Kind == yaml.ScalarNode && n.Value == slaacWord:
		s.SLAAC = true
	default:
		d.Decode(n, &s.Address)
	}
	s.Pos = d.Pos(n)
	s.size = strict.Size(n)
}

// The whole of an interface that is configured by one protocol.
const (
	dhcpWord  = "dhcp"
	dhcp6Word = "dhcp6"
	slaacWord = "slaac"
)

// JSONSchema describes the forms.
func (s *interfaceShape) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	address := &jsonschema.Schema{Type: "string", Pattern: `^(dhcp|dhcp6|slaac|.*/.*)$`}
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
		address,
		{Type: "array", Items: &jsonschema.Schema{Type: "string", Pattern: "/"}},
		of(reflect.TypeFor[interfaceMap]()),
	}}
}

// dhcpShape is a DHCPMode.
type dhcpShape DHCPMode

// UnmarshalYAML takes the name of a mode, or a switch.
func (s *dhcpShape) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	switch n.Value {
	case "auto", "true", "on", "yes":
		*s = dhcpShape(DHCPAuto)
	case "manual":
		*s = dhcpShape(DHCPManual)
	case "false", "off", "no":
	default:
		d.Wrong(n, "auto, manual or off")
	}
}

// JSONSchema lists the spellings.
func (s *dhcpShape) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Enum: []any{"auto", "manual", "on", "off", "yes", "no", true, false}}
}

// linkShape is `a:eth0 -- b:eth0`, or a map.
type linkShape struct {
	Pos     Pos    `yaml:"-"`
	Between []text `yaml:"between,required" doc:"The two ends, each NODE or NODE:INTERFACE."`
	Media   media  `yaml:"media" doc:"What kind of line it is, as in 100base-t."`
	Wire    bool   `yaml:"wire" doc:"Carry the frames by a program, which faults can be declared for."`
	lineShape
	Back     lineShape         `yaml:"back" doc:"What is other on the way back, from the second end to the first."`
	Intended strict.List[text] `yaml:"intended" doc:"Lints that this link breaks on purpose."`
	whole    bool              // written as one text, kept in Between[0]
}

type linkMap linkShape

// UnmarshalYAML takes either form.
func (s *linkShape) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	// The others are wrong.
	//exhaustive:ignore
	switch n.Kind {
	case yaml.ScalarNode:
		var t text
		d.Decode(n, &t)
		s.Between, s.whole = []text{t}, true
	case yaml.MappingNode:
		d.Decode(n, (*linkMap)(s))
	default:
		d.Wrong(n, "as in pc1:eth0 -- sw, or a map")
	}
	s.Pos = d.Pos(n)
}

// JSONSchema describes both forms.
func (s *linkShape) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	m := of(reflect.TypeFor[linkMap]())
	between := m.Properties["between"]
	between.Types, between.Type = nil, "array"
	between.MinItems, between.MaxItems = new(2), new(2)
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Type: "string", Pattern: `^\S+ +-- +\S+$`}, m}}
}

// routeShape is `10.0.0.0/8 via 10.1.1.1 dev eth0 mtu 1400`, or a map.
type routeShape struct {
	Pos    Pos  `yaml:"-"`
	To     text `yaml:"to,required" doc:"Destination network, or default."`
	Via    text `yaml:"via" doc:"Address of the next router."`
	Dev    text `yaml:"dev" doc:"Interface; the one that reaches via if left out."`
	MTU    mtu  `yaml:"mtu" doc:"Path MTU in octets."`
	AdvMSS mtu  `yaml:"advmss" doc:"Largest TCP segment to offer peers, in octets of data."`
	Metric int  `yaml:"metric" doc:"Of routes to the same network the one with the lowest metric is taken; 0 if left out."`
	Type   text `yaml:"type" doc:"unreachable, prohibit or blackhole: packets go nowhere."`
}

type routeMap routeShape

// UnmarshalYAML takes either form.
func (s *routeShape) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	ok := either(d, n, s.words, (*routeMap)(s), "default via 10.0.0.1")
	if !ok {
		s.To = text{} // not resolved: one mistake is told once
	}
	s.Pos = d.Pos(n)
}

// either reads what may be written as a line or as a map, and reports whether nothing
// was wrong with it.
func either(d *strict.Decoder, n *yaml.Node, line func(*strict.Decoder, *yaml.Node), fields any, example string) bool {
	before := d.Mistakes()
	// The others are wrong.
	//exhaustive:ignore
	switch n.Kind {
	case yaml.ScalarNode:
		line(d, n)
	case yaml.MappingNode:
		d.Decode(n, fields)
	default:
		d.Wrong(n, "as in "+example+", or a map")
	}
	return d.Mistakes() == before
}

// JSONSchema describes both forms.
func (s *routeShape) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
		{Type: "string", Pattern: `^(\S+( +(via|dev|mtu|advmss|metric) +\S+)+|(unreachable|prohibit|blackhole) +\S+( +metric +\S+)?)$`},
		of(reflect.TypeFor[routeMap]()),
	}}
}

type servicesShape struct {
	DHCP      strict.List[dhcpServerShape]  `yaml:"dhcp" doc:"DHCPv4 servers, one for each interface."`
	DHCPRelay strict.List[dhcpRelayShape]   `yaml:"dhcp_relay" doc:"DHCPv4 relay agents, one for each interface."`
	DHCP6     strict.List[dhcp6ServerShape] `yaml:"dhcp6" doc:"DHCPv6 servers, one for each interface."`
	RA        strict.List[advertiserShape]  `yaml:"ra" doc:"Router advertisements, one for each interface."`
	DNS       strict.List[dnsShape]         `yaml:"dns" doc:"Authoritative name servers."`
	Resolver  strict.List[resolverShape]    `yaml:"resolver" doc:"Recursive name servers that start at the roots."`
	HTTP      strict.List[httpShape]        `yaml:"http" doc:"HTTP/1.1 and HTTPS servers."`
	Exec      strict.List[execShape]        `yaml:"exec" doc:"Programs that run from boot to the end."`
}

type dnsShape struct {
	Pos    Pos                   `yaml:"-"`
	Listen text                  `yaml:"listen" doc:"HOST:PORT, UDP and TCP; :53 if left out."`
	Zones  strict.Map[zoneShape] `yaml:"zones,required" doc:"Zones by name; . is the root."`
}

type zoneShape struct {
	Pos     Pos  `yaml:"-"`
	File    text `yaml:"file" doc:"Master file (RFC 1035), relative to the topology."`
	Records text `yaml:"records" doc:"The master file's text itself."`
}

type resolverShape struct {
	Pos    Pos                           `yaml:"-"`
	Listen text                          `yaml:"listen" doc:"HOST:PORT, UDP and TCP; :53 if left out."`
	Roots  strict.Map[strict.List[text]] `yaml:"roots,required" doc:"Root servers: name to address."`
}

type httpShape struct {
	Pos     Pos                     `yaml:"-"`
	Listen  text                    `yaml:"listen" doc:"HOST:PORT; :80 if left out, :443 with tls."`
	TLS     *tlsShape               `yaml:"tls" doc:"on, or a map: it speaks HTTPS."`
	Root    text                    `yaml:"root" doc:"Folder of files to serve, relative to the topology."`
	Answers strict.Map[answerShape] `yaml:"answers" doc:"Fixed answers by path."`
	Echo    text                    `yaml:"echo" doc:"Path that answers with the request it got."`
}

// answerShape is a body, or a map.
type answerShape struct {
	Pos     Pos              `yaml:"-"`
	Status  *int             `yaml:"status" doc:"Status code; 200 if left out."`
	Headers strict.Map[text] `yaml:"headers" doc:"Header fields, name to value."`
	Body    text             `yaml:"body" doc:"The body."`
}

type answerMap answerShape

// UnmarshalYAML takes either form.
func (s *answerShape) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	switch {
	case n.Kind == yaml.SequenceNode:
		d.Wrong(n, "a body or a map")
	case n.Kind == yaml.ScalarNode && !strict.Empty(n):
		d.Decode(n, &s.Body)
	default:
		d.Decode(n, (*answerMap)(s))
	}
	s.Pos = d.Pos(n)
}

// JSONSchema describes both forms.
func (s *answerShape) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{of(reflect.TypeFor[text]()), of(reflect.TypeFor[answerMap]())}}
}

type execShape struct {
	Pos     Pos               `yaml:"-"`
	Command commandShape      `yaml:"command,required" doc:"Program and arguments, a list or words; no shell reads it."`
	Env     map[string]string `yaml:"env" doc:"Environment variables."`
	Dir     text              `yaml:"dir" doc:"Folder to run in, relative to the topology."`
	Ready   text              `yaml:"ready" doc:"Wait at boot until this listens, as in tcp/:8080."`
}

// commandShape is a list of words, or one text of words without quotes.
type commandShape struct {
	Pos   Pos
	Words []string
}

// UnmarshalYAML takes either form.
func (s *commandShape) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	s.Pos = d.Pos(n)
	if n.Kind == yaml.ScalarNode && !strict.Empty(n) {
		s.Words = words(d, n)
	} else {
		d.Decode(n, &s.Words)
	}
}

// JSONSchema describes both forms.
func (s *commandShape) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
		{Type: "string"},
		{Type: "array", MinItems: new(1), Items: &jsonschema.Schema{Types: []string{"string", "number", "boolean"}}},
	}}
}
