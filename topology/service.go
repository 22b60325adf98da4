package topology

import (
	"fmt"
	"maps"
	"net"
	"net/netip"
	"path"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
)

// services resolves the servers of a node.
func (b *builder) services(m *member) {
	s := &m.shape.Services
	if m.Bridges() {
		return
	}
	var listeners []listener
	b.services4(m)
	b.services6(m)
	for i := range s.DNS {
		x := b.dns(m, &s.DNS[i])
		listeners = b.listens(m, listeners, "dns", x.Listen, x.Pos, "tcp", "udp")
		m.Services.DNS = append(m.Services.DNS, x)
	}
	for i := range s.Resolver {
		x := b.resolver(m, &s.Resolver[i])
		listeners = b.listens(m, listeners, "resolver", x.Listen, x.Pos, "tcp", "udp")
		m.Services.Resolver = append(m.Services.Resolver, x)
	}
	for i := range s.HTTP {
		x := b.http(m, &s.HTTP[i])
		listeners = b.listens(m, listeners, "http", x.Listen, x.Pos, "tcp")
		m.Services.HTTP = append(m.Services.HTTP, x)
	}
	for i := range s.Exec {
		m.Services.Exec = append(m.Services.Exec, b.exec(m, &s.Exec[i]))
	}
}

// listener is a port that a service of the node has taken.
type listener struct {
	what, network string
	at            netip.AddrPort // the unspecified address where it listens on all
}

// listens adds the ports of a service, and tells of those that are taken or
// on an address that the node does not have.
func (b *builder) listens(m *member, taken []listener, what, listen string, pos Pos, networks ...string) []listener {
	host, port, err := net.SplitHostPort(listen)
	if err != nil {
		return taken // told when it was read
	}
	addr := netip.IPv6Unspecified()
	if host != "" {
		addr, _ = netip.ParseAddr(host)
	}
	n, _ := strconv.ParseUint(port, 10, 16)
	own, dhcp := addr.IsUnspecified() || addr.IsLoopback(), false
	for _, i := range m.Interfaces {
		dhcp = dhcp || i.Asks()
		own = own || slices.ContainsFunc(i.Addresses, func(p netip.Prefix) bool { return p.Addr() == addr })
	}
	if !own && !dhcp {
		b.d.ErrorAt(pos, fmt.Sprintf("write :%s for all its addresses", port), "%s of %s listens on %s, which is no address of the node", what, m.Name, addr)
	}
	for _, network := range networks {
		x := listener{what, network, netip.AddrPortFrom(addr, uint16(n))}
		for _, o := range taken {
			if o.network == network && o.at.Port() == x.at.Port() && (o.at.Addr() == addr || o.at.Addr().IsUnspecified() || addr.IsUnspecified()) {
				b.d.ErrorAt(pos, "choose another port", "%s of %s listens on %s port %d, which %s has taken", what, m.Name, network, n, o.what)
				return taken
			}
		}
		taken = append(taken, x)
	}
	return taken
}

// listen reads HOST:PORT.
func (b *builder) listen(m *member, t text, otherwise string) string {
	if t.Value == "" {
		return otherwise
	}
	s, ok := t.expand(b.d, m.counters())
	if !ok {
		return ""
	}
	if wrong, cure := hostPort(s); wrong != "" {
		b.d.ErrorAt(t.Pos, cure, "%s %s", strict.Quote(s), wrong)
		return ""
	}
	return s
}

// hostPort checks HOST:PORT, where HOST is empty or an IP address.
func hostPort(s string) (wrong, cure string) {
	host, port, err := net.SplitHostPort(s)
	if err != nil {
		if digits(s) {
			return "is not HOST:PORT", fmt.Sprintf("write %q", ":"+s)
		}
		return "is not HOST:PORT", `write it as in ":80", "10.0.0.1:80" or "[2001:db8::1]:80"`
	}
	if n, err := strconv.ParseUint(port, 10, 16); err != nil || n == 0 {
		return "has no port from 1 to 65535", ""
	}
	if host == "" {
		return "", ""
	}
	if a, err := netip.ParseAddr(host); err != nil || a.Zone() != "" {
		return fmt.Sprintf("listens on %s, which is not an IP address", strict.Quote(host)), "leave the host out for all addresses"
	}
	return "", ""
}

// addresses reads addresses of hosts, all of a family: IPv4 or IPv6.
func (b *builder) addresses(m *member, ts []text, what, of string) []netip.Addr {
	var as []netip.Addr
	for _, t := range ts {
		a, ok := b.hostAddress(t, what, m.counters())
		switch {
		case !ok:
		case family(a) != of:
			b.d.ErrorAt(t.Pos, "here are "+of+" addresses only", "%s %s is not %s", what, a, of)
		default:
			as = append(as, a)
		}
	}
	return as
}

// domainName returns the fully qualified form of a name in lower case.
func domainName(s string) (string, bool) {
	s = strings.ToLower(strings.TrimSuffix(s, ".")) + "."
	if s == "." {
		return s, true
	}
	if len(s) > 254 {
		return s, false
	}
	for label := range strings.SplitSeq(strings.TrimSuffix(s, "."), ".") {
		if label == "" || len(label) > 63 || strings.Trim(label, lowers+numbers+"-_") != "" {
			return s, false
		}
	}
	return s, true
}

func (b *builder) dns(m *member, s *dnsShape) *DNSServer {
	x := &DNSServer{Pos: s.Pos, Listen: b.listen(m, s.Listen, ":53")}
	if s.Zones != nil && len(s.Zones) == 0 {
		b.d.ErrorAt(s.Pos, "write zones: {example.com: {file: example.zone}}", "the DNS server of %s has no zone", m.Name)
	}
	seen := map[string]bool{}
	for _, e := range s.Zones {
		origin, ok := domainName(e.Key)
		switch {
		case !ok:
			b.d.ErrorAt(e.Pos, "", "%s is not a domain name", strict.Quote(e.Key))
			continue
		case seen[origin]:
			b.d.ErrorAt(e.Pos, "remove one of them", "zone %s is declared twice", origin)
			continue
		case (e.Value.File.Value == "") == (e.Value.Records.Value == ""):
			b.d.ErrorAt(e.Pos, "write {file: x.zone} or {records: |...}", "zone %s needs a file or records, one of them", origin)
			continue
		}
		seen[origin] = true
		x.Zones = append(x.Zones, Zone{
			Pos:     e.Pos,
			Origin:  origin,
			File:    b.path(m, e.Value.File),
			Records: e.Value.Records.Value,
		})
	}
	return x
}

// path reads a path relative to the topology.
func (b *builder) path(m *member, t text) string {
	if t.Value == "" {
		return ""
	}
	s, ok := t.expand(b.d, m.counters())
	if !ok {
		return ""
	}
	if path.IsAbs(s) || strings.ContainsAny(s, "\\\x00\n") {
		b.d.ErrorAt(t.Pos, "paths start from the folder of the topology and use /", "%s is not a relative path", strict.Quote(s))
		return ""
	}
	return path.Clean(s)
}

func (b *builder) resolver(m *member, s *resolverShape) *Resolver {
	x := &Resolver{Pos: s.Pos, Listen: b.listen(m, s.Listen, ":53")}
	for _, e := range s.Roots {
		name, ok := domainName(e.Key)
		if !ok {
			b.d.ErrorAt(e.Pos, "", "%s is not a domain name", strict.Quote(e.Key))
			continue
		}
		for _, a := range b.hostAddresses(e.Value, "root server", m.counters()) {
			x.Roots = append(x.Roots, RootHint{Name: name, Address: a})
		}
	}
	if s.Roots != nil && len(s.Roots) == 0 {
		b.d.ErrorAt(s.Pos, "write roots: {a.root-servers.net: 198.41.0.4}", "the resolver of %s knows no root server", m.Name)
	}
	return x
}

func (b *builder) http(m *member, s *httpShape) *HTTPServer {
	x := &HTTPServer{Pos: s.Pos, TLS: b.tls(m, s.TLS), Root: b.path(m, s.Root), Echo: s.Echo.Value}
	port := ":80"
	if x.TLS != nil {
		port = ":443"
	}
	x.Listen = b.listen(m, s.Listen, port)
	if x.Echo != "" && x.Echo[0] != '/' {
		b.d.ErrorAt(s.Echo.Pos, "write it as in /echo", "echo %s is not a path", strict.Quote(x.Echo))
	}
	for _, e := range s.Answers {
		a := HTTPAnswer{Pos: e.Pos, Path: e.Key, Status: 200, Body: e.Value.Body.Value}
		if a.Path == "" || a.Path[0] != '/' || strings.ContainsAny(a.Path, " ?#\t\n") {
			b.d.ErrorAt(e.Pos, "write it as in /index.html", "%s is not a path", strict.Quote(a.Path))
		}
		if a.Path == x.Echo {
			b.d.ErrorAt(e.Pos, "remove one of them", "path %s is both an answer and the echo", a.Path)
		}
		if e.Value.Status != nil {
			a.Status = *e.Value.Status
		}
		if a.Status < 200 || a.Status > 599 {
			b.d.ErrorAt(e.Value.Pos, "from 200 to 599", "status %d is no final answer", a.Status)
		}
		if bodiless := a.Status == 204 || a.Status == 304; bodiless && a.Body != "" {
			b.d.ErrorAt(e.Value.Pos, "remove the body", "status %d has no body", a.Status)
		}
		for _, h := range e.Value.Headers {
			switch {
			case h.Key == "" || strings.Trim(h.Key, lowers+uppers+numbers+"!#$%&'*+-.^_`|~") != "":
				b.d.ErrorAt(h.Pos, "", "%s is not the name of a header field", strict.Quote(h.Key))
			case strings.ContainsAny(h.Value.Value, "\r\n\x00"):
				b.d.ErrorAt(h.Value.Pos, "", "header field %s has more than one line", h.Key)
			}
			if a.Headers == nil {
				a.Headers = map[string]string{}
			}
			a.Headers[h.Key] = h.Value.Value
		}
		x.Answers = append(x.Answers, a)
	}
	return x
}

func (b *builder) exec(m *member, s *execShape) *Program {
	x := &Program{Pos: s.Pos, Command: s.Command.Words, Env: s.Env, Dir: b.path(m, s.Dir)}
	switch {
	case s.Command.Pos.Line == 0: // told when it was read
	case len(x.Command) == 0 || strings.TrimSpace(x.Command[0]) == "":
		b.d.ErrorAt(s.Pos, "write command: [program, argument]", "exec of %s has no program", m.Name)
	case slices.ContainsFunc(x.Command, func(w string) bool { return strings.Contains(w, "\x00") }):
		b.d.ErrorAt(s.Command.Pos, "", "a word of the command holds a NUL")
	}
	for _, name := range slices.Sorted(maps.Keys(x.Env)) {
		if name == "" || strings.ContainsAny(name, "=\x00") {
			b.d.ErrorAt(s.Pos, "", "%s is not the name of an environment variable", strict.Quote(name))
		}
	}
	if s.Ready.Value == "" {
		return x
	}
	ready, ok := s.Ready.expand(b.d, m.counters())
	network, at, _ := strings.Cut(ready, "/")
	wrong, _ := hostPort(at)
	if ok && (network != "tcp" && network != "udp" || wrong != "") {
		b.d.ErrorAt(s.Ready.Pos, "write it as in tcp/:8080", "%s does not say what to wait for", strict.Quote(ready))
	}
	x.Ready = ready
	return x
}

// words splits the one-line form of a command. What only a shell would
// understand is a mistake: there is none.
func words(d *strict.Decoder, n *yaml.Node) []string {
	if at := strings.IndexAny(n.Value, "\"'`\\$|&;<>(){}*?#~"); at >= 0 {
		d.Errorf(n, "write a list of words, or [sh, -c, ...] for a shell", "no shell reads the command, so %q means nothing", n.Value[at])
	}
	return strings.Fields(n.Value)
}
