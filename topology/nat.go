package topology

import (
	"fmt"
	"net"
	"net/netip"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"
	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
)

type natShape struct {
	Pos        Pos               `yaml:"-"`
	Masquerade strict.List[text] `yaml:"masquerade" doc:"Interfaces whose outgoing IPv4 traffic takes their address."`
	Forward    []forwardShape    `yaml:"forward" doc:"Ports of the router that hosts behind it serve, as in tcp 80 -> 192.168.1.10:8080."`
}

// forwardShape is `tcp 80 -> 192.168.1.10:8080`, or a map.
type forwardShape struct {
	Pos      Pos               `yaml:"-"`
	Protocol text              `yaml:"protocol,required" doc:"tcp or udp."`
	Port     text              `yaml:"port,required" doc:"Port of the router, from 1 to 65535."`
	To       text              `yaml:"to,required" doc:"ADDRESS:PORT of the host, or ADDRESS for the same port."`
	In       strict.List[text] `yaml:"in" doc:"Interfaces that what is forwarded comes in by; those of masquerade if left out."`
	bad      bool              // told when it was read
}

type forwardMap forwardShape

// UnmarshalYAML takes either form.
func (s *forwardShape) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	s.bad = !either(d, n, s.words, (*forwardMap)(s), "tcp 80 -> 192.168.1.10:8080")
	s.Pos = d.Pos(n)
}

// words reads the one-line form.
func (s *forwardShape) words(d *strict.Decoder, n *yaml.Node) {
	before := d.Mistakes()
	var line text
	d.Decode(n, &line)
	w := strings.Fields(line.Value)
	at := func(i int) text { return text{w[i], line.Pos} }
	switch {
	case d.Mistakes() > before:
	case len(w) != 4 && len(w) != 6 || w[2] != "->" || len(w) == 6 && w[4] != "in":
		d.Errorf(n, "write it as in tcp 80 -> 192.168.1.10:8080", "%s is no port forward", strict.Quote(line.Value))
	default:
		s.Protocol, s.Port, s.To = at(0), at(1), at(3)
		if len(w) == 6 {
			s.In = strict.List[text]{at(5)}
		}
	}
}

// JSONSchema describes both forms.
func (s *forwardShape) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
		{Type: "string", Pattern: `^ *(tcp|udp) +\d+ +-> +\S+( +in +\S+)? *$`},
		of(reflect.TypeFor[forwardMap]()),
	}}
}

// nat resolves network address translation.
func (b *builder) nat(m *member) {
	s := &m.shape.NAT
	if m.Bridges() {
		return // told
	}
	if m.Kind != Router && len(s.Masquerade)+len(s.Forward) > 0 {
		b.d.ErrorAt(s.Pos, "write kind: router", "nat on %s %s, which forwards nothing", m.Kind, m.Name)
		return
	}
	for _, t := range s.Masquerade {
		if i := b.lookup(m, t); i != nil && !slices.Contains(m.Masquerade, i.Name) {
			m.Masquerade = append(m.Masquerade, i.Name)
		}
	}
	type key struct {
		protocol, in string
		port         uint16
	}
	taken := map[key]PortForward{}
	for i := range s.Forward {
		f, ok := b.portForward(m, &s.Forward[i])
		if !ok {
			continue
		}
		for _, in := range f.In {
			k := key{f.Protocol, in, f.Port}
			if other, dup := taken[k]; dup {
				b.d.ErrorAt(f.Pos, "keep one", "%s forwards %s port %d of %s to %s and to %s", m.Name, f.Protocol, f.Port, in, other.To, f.To)
				ok = false
			}
			taken[k] = f
		}
		if ok {
			m.Forwards = append(m.Forwards, f)
		}
	}
}

// portForward resolves one port forward.
func (b *builder) portForward(m *member, s *forwardShape) (PortForward, bool) {
	if s.bad {
		return PortForward{}, false
	}
	before := b.d.Mistakes()
	f := PortForward{Pos: s.Pos, Protocol: b.oneOf(s.Protocol, "protocol", []string{"tcp", "udp"})}
	port, err := strconv.ParseUint(s.Port.Value, 10, 16)
	if err != nil || port == 0 {
		b.d.ErrorAt(s.Port.Pos, "", "%s is no port from 1 to 65535", strict.Quote(s.Port.Value))
	}
	f.Port = uint16(port)
	if to, ok := s.To.expand(b.d, m.counters()); ok {
		f.To = b.forwardTo(to, s.To.Pos, f.Port)
	}
	for _, t := range s.In {
		if i := b.lookup(m, t); i != nil {
			f.In = append(f.In, i.Name)
		}
	}
	if s.In == nil {
		f.In = m.Masquerade
		if len(m.shape.NAT.Masquerade) == 0 {
			b.d.ErrorAt(s.Pos, "add in INTERFACE, or masquerade", "it is not said where what %s forwards to %s comes in", m.Name, s.To.Value)
		}
	}
	return f, b.d.Mistakes() == before
}

// forwardTo reads ADDRESS:PORT, or ADDRESS for the same port.
func (b *builder) forwardTo(s string, pos Pos, same uint16) netip.AddrPort {
	host, service, err := net.SplitHostPort(s)
	if err != nil {
		host, service = s, strconv.Itoa(int(same))
	}
	a, errAddr := netip.ParseAddr(host)
	port, errPort := strconv.ParseUint(service, 10, 16)
	switch {
	case errAddr != nil || errPort != nil || port == 0:
		if same != 0 || err == nil {
			b.d.ErrorAt(pos, "write it as in 192.168.1.10:8080", "%s is no ADDRESS:PORT to forward to", strict.Quote(s))
		}
		return netip.AddrPort{}
	case !a.Is4():
		b.d.ErrorAt(pos, "", "%s is not IPv4: IPv6 needs no port forward, only a rule that accepts", a)
		return netip.AddrPort{}
	}
	if wrong := unusable(a); wrong != "" {
		b.d.ErrorAt(pos, "", "nothing can be forwarded to %s: it is %s", a, wrong)
		return netip.AddrPort{}
	}
	return netip.AddrPortFrom(a, uint16(port))
}

// String returns the port forward as it is written on one line.
func (f PortForward) String() string {
	return fmt.Sprintf("%s %d -> %s in %s", f.Protocol, f.Port, f.To, strings.Join(f.In, ","))
}
