package topology

import (
	"cmp"
	"encoding/json"
	"fmt"
	"maps"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Build completes a topology that was written down in Go, and checks it as if it had been
// read from a file: hardware addresses are counted up, ports are named, an MTU of 0 is
// 1500 octets. Every other field says what it says: a lifetime of 0 is none.
//
//	t, err := topology.Build(&topology.Topology{
//		Name: "lan",
//		Nodes: []*topology.Node{
//			{Name: "pc1", Interfaces: []*topology.Interface{{Name: "eth0", Addresses: []netip.Prefix{netip.MustParsePrefix("10.0.0.1/24")}}}},
//			{Name: "sw", Kind: topology.Switch},
//		},
//		Links: []*topology.Link{{A: topology.Endpoint{Node: "pc1", Interface: "eth0"}, B: topology.Endpoint{Node: "sw"}}},
//	})
//
// The error is Diagnostics, whose places are those of Format(t).
func Build(t *Topology) (*Topology, error) {
	built, err := Parse(cmp.Or(t.Name, "network")+".yaml", []byte(Format(t)))
	if err != nil || t.FS == nil {
		return built, err
	}
	if err := built.Attach(t.FS, cmp.Or(t.Dir, ".")).Err(); err != nil {
		return nil, err
	}
	return built, nil
}

// Format writes a topology as a file that Parse reads: nodes and links line by line,
// what belongs to one of them on its line.
func Format(t *Topology) string {
	var b strings.Builder
	if t.Name != "" {
		fmt.Fprintf(&b, "name: %s\n", quoted(t.Name))
	}
	b.WriteString("nodes:\n")
	for _, n := range t.Nodes {
		fmt.Fprintf(&b, "  %s: %s\n", quoted(n.Name), flow(n.written(t)))
	}
	if len(t.Links) > 0 {
		b.WriteString("links:\n")
	}
	for _, l := range t.Links {
		fmt.Fprintf(&b, "  - %s\n", flow(l.written()))
	}
	return b.String()
}

// fields is a map in the order in which it is written.
type fields []field

type field struct {
	key   string
	value any // a string, bool, int, fields, or a list of those
}

// set adds a field, unless it is empty.
func (f *fields) set(key string, value any) {
	switch v := value.(type) {
	case string:
		if v == "" {
			return
		}
	case bool:
		if !v {
			return
		}
	case int:
		if v == 0 {
			return
		}
	case fields:
		if len(v) == 0 {
			return
		}
	case []any:
		if len(v) == 0 {
			return
		}
	}
	*f = append(*f, field{key, value})
}

// span adds a time, unless it is 0.
func (f *fields) span(key string, d time.Duration) {
	if d != 0 {
		f.set(key, d.String())
	}
}

// flow writes a value on one line. Text is quoted as in JSON, which YAML reads alike.
func flow(value any) string {
	switch v := value.(type) {
	case string:
		return quoted(v)
	case fields:
		parts := make([]string, len(v))
		for i, f := range v {
			parts[i] = quoted(f.key) + ": " + flow(f.value)
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case []any:
		parts := make([]string, len(v))
		for i, x := range v {
			parts[i] = flow(x)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return fmt.Sprint(value)
}

// quoted quotes what YAML could take for anything but this text.
func quoted(s string) string {
	plain := func(r rune) bool {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' || r == '-' || r == '_' || r == '.' || r == '/'
	}
	if s != "" && strings.TrimLeftFunc(s, plain) == "" && 'a' <= s[0] && s[0] <= 'z' && !slices.Contains([]string{"on", "off", "yes", "no", "true", "false", "null", "y", "n"}, s) {
		return s
	}
	text, err := json.Marshal(s)
	if err != nil {
		return strconv.Quote(s) // no text does that
	}
	return string(text)
}

// listed writes every element of a list.
func listed[T any](all []T, write func(T) any) []any {
	out := make([]any, len(all))
	for i, x := range all {
		out[i] = write(x)
	}
	return out
}

func texts[T ~string](all []T) []any { return listed(all, func(s T) any { return string(s) }) }

func stringers[T fmt.Stringer](all []T) []any {
	return listed(all, func(s T) any { return s.String() })
}

func (n *Node) written(t *Topology) fields {
	var f fields
	if n.Kind != Host {
		f.set("kind", string(n.Kind))
	}
	if n.Bridges() {
		f.set("mtu", t.portMTU(n))
	} else {
		var interfaces fields
		for _, i := range n.Interfaces {
			if i.Master == "" || i.written() != nil {
				interfaces = append(interfaces, field{i.Name, i.written()})
			}
		}
		f.set("interfaces", interfaces)
	}
	f.set("routes", listed(n.Routes, func(r Route) any { return r.written() }))
	var nat fields
	nat.set("masquerade", texts(n.Masquerade))
	nat.set("forward", listed(n.Forwards, func(p PortForward) any {
		return fields{{"protocol", p.Protocol}, {"port", int(p.Port)}, {"to", p.To.String()}, {"in", texts(p.In)}}
	}))
	f.set("nat", nat)
	var firewall fields
	firewall.set("input", stringers(n.Firewall.Input))
	firewall.set("forward", stringers(n.Firewall.Forward))
	firewall.set("output", stringers(n.Firewall.Output))
	f.set("firewall", firewall)
	f.set("services", n.Services.written())
	var sysctls fields
	for _, s := range n.Sysctls {
		sysctls.set(s.Key, s.Value)
	}
	f.set("sysctls", sysctls)
	f.set("ipv6", n.IPv6)
	f.set("offload", n.Offload)
	if n.STP != nil {
		f.set("stp", n.STP.written())
	}
	f.span("ageing", n.Ageing)
	f.set("intended", texts(n.Intended))
	return f
}

// portMTU is the MTU of a switch, 0 where its ports have those of the other ends.
func (t *Topology) portMTU(n *Node) int {
	for _, l := range t.Links {
		for _, ends := range [...][2]Endpoint{{l.A, l.B}, {l.B, l.A}} {
			other := t.Node(ends[1].Node)
			if ends[0].Node != n.Name || other == nil {
				continue
			}
			port, peer := n.Interface(ends[0].Interface), other.Interface(ends[1].Interface)
			if port != nil && peer != nil && (port.MTU != peer.MTU || other.Bridges() && port.MTU != DefaultMTU) {
				return port.MTU
			}
		}
	}
	return 0
}

func (i *Interface) written() fields {
	var f fields
	f.set("addresses", stringers(i.Addresses))
	f.set("gateways", stringers(i.Gateways))
	f.set("dns", stringers(i.DNS))
	f.set("mac", i.MAC.String())
	if i.MTU != 0 {
		f.set("mtu", i.MTU)
	}
	f.set("dhcp", string(i.DHCP))
	f.set("dhcp6", string(i.DHCP6))
	f.set("slaac", i.SLAAC)
	f.set("dad", i.DAD)
	f.set("bridge", texts(i.Ports))
	return f
}

func (r *Route) written() fields {
	to := r.To.String()
	if r.To.Bits() == 0 {
		to = "default"
		if r.To.Addr().Is6() && !r.Via.IsValid() {
			to = "::/0"
		}
	}
	f := fields{{"to", to}}
	if r.Via.IsValid() {
		f.set("via", r.Via.String())
	}
	f.set("dev", r.Interface)
	f.set("mtu", r.MTU)
	f.set("advmss", r.AdvMSS)
	f.set("metric", r.Metric)
	f.set("type", string(r.Type))
	return f
}

func (s *STP) written() fields {
	f := fields{{"priority", s.Priority}}
	f.span("forward_delay", s.ForwardDelay)
	f.span("hello_time", s.HelloTime)
	f.span("max_age", s.MaxAge)
	var ports fields
	for _, p := range s.Ports {
		port := fields{{"priority", p.Priority}}
		port.set("cost", p.Cost)
		ports = append(ports, field{p.Name, port})
	}
	f.set("ports", ports)
	return f
}

func (l *Link) written() any {
	ends := []any{l.A.written(), l.B.written()}
	if l.Wire == nil && len(l.Intended) == 0 {
		return fmt.Sprint(ends[0], " -- ", ends[1])
	}
	f := fields{{"between", ends}}
	if w := l.Wire; w != nil {
		f.set("media", w.Media)
		f.set("wire", true)
		f = append(f, w.There.written()...)
		f.set("back", w.Back.written())
	}
	f.set("intended", texts(l.Intended))
	return f
}

func (e Endpoint) written() string {
	if e.Interface == "" {
		return e.Node
	}
	return e.String()
}

// written has every field, as what is left out is that of the preset or of the other
// direction.
func (l Line) written() fields {
	f := fields{{"delay", l.Delay.String()}, {"jitter", l.Jitter.String()}, {"pad", l.Pad}}
	for _, c := range []struct {
		key string
		x   float64
	}{{"loss", l.Loss}, {"duplicate", l.Duplicate}, {"reorder", l.Reorder}, {"corrupt", l.Corrupt}} {
		f = append(f, field{c.key, strconv.FormatFloat(100*c.x, 'g', -1, 64) + "%"})
	}
	if l.Rate != 0 {
		f.set("rate", rateText(l.Rate))
	}
	f.set("queue", l.Queue)
	return f
}

func (s *Services) written() fields {
	var f fields
	f.set("dhcp", listed(s.DHCP, func(x *DHCPServer) any { return x.written() }))
	f.set("dhcp_relay", listed(s.DHCPRelay, func(x *DHCPRelay) any { return x.written() }))
	f.set("dhcp6", listed(s.DHCP6, func(x *DHCP6Server) any { return x.written() }))
	f.set("ra", listed(s.RA, func(x *Advertiser) any { return x.written() }))
	f.set("dns", listed(s.DNS, func(x *DNSServer) any { return x.written() }))
	f.set("resolver", listed(s.Resolver, func(x *Resolver) any { return x.written() }))
	f.set("http", listed(s.HTTP, func(x *HTTPServer) any { return x.written() }))
	f.set("exec", listed(s.Exec, func(x *Program) any { return x.written() }))
	return f
}

func poolText(first, last netip.Addr) string {
	if !first.IsValid() {
		return ""
	}
	return first.String() + "-" + last.String()
}

func (s *DHCPServer) written() fields {
	var f fields
	f.set("interface", s.Interface)
	f = append(f, s.DHCPPool.written()...)
	f.set("subnets", listed(s.Subnets, func(x DHCPSubnet) any {
		return append(fields{{"network", x.Network.String()}}, x.written()...)
	}))
	return f
}

func (s *DHCPPool) written() fields {
	var f fields
	f.set("range", poolText(s.First, s.Last))
	f.set("router", stringers(s.Router))
	f.set("dns", stringers(s.DNS))
	f.set("domain", s.Domain)
	f.span("lease", s.Lease)
	f.set("reservations", listed(s.Reservations, func(r Reservation) any {
		return fields{{"mac", r.MAC.String()}, {"address", r.Address.String()}}
	}))
	return f
}

func (s *DHCPRelay) written() fields {
	var f fields
	f.set("interface", s.Interface)
	f.set("server", stringers(s.Server))
	f.set("max_hops", s.MaxHops)
	f.set("circuit_id", s.CircuitID)
	f.set("remote_id", s.RemoteID)
	return f
}

func (s *DHCP6Server) written() fields {
	var f fields
	f.set("interface", s.Interface)
	f.set("range", poolText(s.First, s.Last))
	f.set("dns", stringers(s.DNS))
	f.set("domain", texts(s.Domain))
	f.span("lease", s.Lease)
	f.span("preferred", s.Preferred)
	f.span("t1", s.T1)
	f.span("t2", s.T2)
	f.set("rapid_commit", s.RapidCommit)
	f = append(f, field{"preference", s.ServerPreference})
	f.set("reservations", listed(s.Reservations, func(r Reservation6) any {
		client := r.MAC.String()
		if r.DUID != nil {
			client = strings.ReplaceAll(fmt.Sprintf("% x", r.DUID), " ", ":")
		}
		return fields{{"client", client}, {"address", r.Address.String()}}
	}))
	return f
}

func (s *Advertiser) written() fields {
	var f fields
	f.set("interface", s.Interface)
	f.set("prefixes", listed(s.Prefixes, func(p AdvertisedPrefix) any {
		return fields{
			{"prefix", p.Prefix.String()}, {"on_link", p.OnLink}, {"autonomous", p.Autonomous},
			{"valid", p.Valid.String()}, {"preferred", p.Preferred.String()},
		}
	}))
	f = append(f, field{"lifetime", s.Lifetime.String()}, field{"hop_limit", s.HopLimit})
	f.span("interval", s.Interval)
	f.set("managed", s.Managed)
	f.set("other", s.Other)
	f.set("mtu", s.MTU)
	f.span("reachable_time", s.ReachableTime)
	f.span("retrans_timer", s.RetransTimer)
	f.set("dns", stringers(s.DNS))
	f.set("domain", texts(s.Domain))
	f.set("preference", s.Preference)
	f.set("routes", listed(s.Routes, func(r AdvertisedRoute) any {
		route := fields{{"prefix", r.Prefix.String()}, {"lifetime", r.Lifetime.String()}}
		route.set("preference", r.Preference)
		return route
	}))
	return f
}

func (s *DNSServer) written() fields {
	var f, zones fields
	f.set("listen", s.Listen)
	for _, z := range s.Zones {
		var zone fields
		zone.set("file", z.File)
		zone.set("records", z.Records)
		zones = append(zones, field{z.Origin, zone})
	}
	f.set("zones", zones)
	return f
}

func (s *Resolver) written() fields {
	var f, roots fields
	f.set("listen", s.Listen)
	for i := 0; i < len(s.Roots); {
		name, first := s.Roots[i].Name, i
		for i < len(s.Roots) && s.Roots[i].Name == name {
			i++
		}
		roots = append(roots, field{name, listed(s.Roots[first:i], func(h RootHint) any { return h.Address.String() })})
	}
	f.set("roots", roots)
	return f
}

func (s *HTTPServer) written() fields {
	var f, answers fields
	f.set("listen", s.Listen)
	if s.TLS != nil {
		f.set("tls", s.TLS.written())
	}
	f.set("root", s.Root)
	for _, a := range s.Answers {
		answer := fields{{"body", a.Body}}
		answer.set("status", a.Status)
		var headers fields
		for _, name := range slices.Sorted(maps.Keys(a.Headers)) {
			headers = append(headers, field{name, a.Headers[name]})
		}
		answer.set("headers", headers)
		answers = append(answers, field{a.Path, answer})
	}
	f.set("answers", answers)
	f.set("echo", s.Echo)
	return f
}

func (s *Program) written() fields {
	f := fields{{"command", texts(s.Command)}}
	var env fields
	for _, name := range slices.Sorted(maps.Keys(s.Env)) {
		env = append(env, field{name, s.Env[name]})
	}
	f.set("env", env)
	f.set("dir", s.Dir)
	f.set("ready", s.Ready)
	return f
}
