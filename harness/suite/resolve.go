package suite

import (
	"cmp"
	"fmt"
	"net/netip"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/netrig/netrig/internal/strict"
	"github.com/netrig/netrig/topology"
)

// resolver checks one case against its network.
type resolver struct {
	*parser
	c *Case
	t *topology.Topology // nil where it has mistakes: names are not checked then

	own        bool           // t is the case's own copy: links in it are wires for its faults
	faultNames map[string]Pos // of the faults so far
	events     map[string]Pos // that these hold frames until
	released   []string       // of the events, those that steps release

	held   map[string]*held // sockets, by the names of the steps that opened them
	inside bool             // a parallel step is checked
}

// node checks the name of a node and returns it, nil where it is unknown.
func (r *resolver) node(pos Pos, what, name string) *topology.Node {
	if name == "" {
		r.errorf(pos, "write `"+what+": NODE`", "no node is given")
		return nil
	}
	if r.t == nil {
		return nil
	}
	n := r.t.Node(name)
	if n == nil {
		var have []string
		for _, x := range r.t.Nodes {
			have = append(have, x.Name)
		}
		r.errorf(pos, r.have(name, have), "no node %s", strict.Quote(name))
	}
	return n
}

// asker checks the name of a node that is to speak IP.
func (r *resolver) asker(pos Pos, name string) {
	n := r.node(pos, "from", name)
	if n != nil && n.Bridges() {
		r.errorf(pos, "name a host or a router", "%s is a %s: it has no address to ask from", n.Name, n.Kind)
	}
}

// have proposes one of the names there are.
func (r *resolver) have(name string, have []string) string {
	if near := strict.Nearest(name, have); near != "" {
		return "did you mean " + near + "?"
	}
	const most = 12
	if len(have) > most {
		return fmt.Sprintf("there are %s and %d more", strings.Join(have[:most], ", "), len(have)-most)
	}
	if len(have) == 0 {
		return "there is none"
	}
	return "there is " + strings.Join(have, ", ")
}

// iface returns the interface of NODE.INTERFACE, nil where text is none.
func (r *resolver) iface(text string) (*topology.Node, *topology.Interface) {
	name, iface, ok := strings.Cut(text, ".")
	if r.t == nil || !ok {
		return nil, nil
	}
	n := r.t.Node(name)
	if n == nil {
		return nil, nil
	}
	return n, n.Interface(iface)
}

// interfaces returns the names of a node's interfaces.
func interfaces(n *topology.Node) []string {
	names := make([]string, len(n.Interfaces))
	for i, x := range n.Interfaces {
		names[i] = x.Name
	}
	return names
}

// reference returns the address that NODE.INTERFACE or NODE stands for.
// wrong is "" where text is no reference at all, or a good one.
func (r *resolver) reference(text string) (p netip.Prefix, ok bool, wrong, cure string) {
	if r.t == nil {
		return p, false, "", ""
	}
	n, i := r.iface(text)
	switch {
	case n != nil && i == nil:
		return p, false, fmt.Sprintf("no interface %s on %s", strict.Quote(text[len(n.Name)+1:]), n.Name), r.have(text[len(n.Name)+1:], interfaces(n))
	case n == nil:
		if n = r.t.Node(text); n == nil {
			return p, false, "", ""
		}
	}
	var all []netip.Prefix
	for _, x := range n.Interfaces {
		if i == nil || x == i {
			all = append(all, x.Addresses...)
		}
	}
	switch len(all) {
	case 1:
		return all[0], true, "", ""
	case 0:
		return p, false, fmt.Sprintf("the topology gives %s no address", text), "write the address it is to have"
	}
	cure = "write one of " + join(all)
	if i == nil && len(n.Interfaces) > 1 {
		cure = "name the interface, as in " + n.Name + "." + n.Interfaces[0].Name
	}
	return p, false, fmt.Sprintf("%s has %d addresses", text, len(all)), cure
}

func join[T fmt.Stringer](all []T) string {
	texts := make([]string, len(all))
	for i, x := range all {
		texts[i] = x.String()
	}
	return strings.Join(texts, ", ")
}

// host resolves the destination of a ping: references become addresses,
// names stay names.
func (r *resolver) host(pos Pos, text string) string {
	if _, err := netip.ParseAddr(text); err == nil {
		return text
	}
	p, ok, wrong, cure := r.reference(text)
	if n, i := r.iface(text); n != nil && i == nil && strings.Count(text, ".") > 1 {
		// A domain name whose first label is a node's name, as www.example.com.
		return text
	}
	switch {
	case ok:
		return p.Addr().String()
	case strings.HasSuffix(text, ".") && len(text) > 1:
		return text
	case wrong != "":
		if cure != "" && strings.Contains(text, ".") {
			cure += "; a domain name may end in a dot"
		}
		r.errorf(pos, cure, "%s", wrong)
	case text == "" || len(text) > 253 || strings.ContainsAny(text, " /:"):
		r.errorf(pos, "write an address, a node, NODE.INTERFACE or a name", "%s is no destination", strict.Quote(text))
	}
	return text
}

func (r *resolver) address(a *Address) {
	if a.Text == "" {
		return
	}
	if addr, err := netip.ParseAddr(a.Text); err == nil {
		a.Addr = addr
		return
	}
	p, ok, wrong, cure := r.reference(a.Text)
	switch {
	case ok:
		a.Addr = p.Addr()
	case wrong != "":
		r.errorf(a.Pos, cure, "%s", wrong)
	case r.t != nil:
		r.errorf(a.Pos, "write an address, a node or NODE.INTERFACE", "%s is no address", strict.Quote(a.Text))
	}
}

// timeout checks the time that a step or a question has.
func (r *resolver) timeout(pos Pos, d time.Duration) {
	switch {
	case d <= 0:
		r.errorf(pos, "leave timeout out for the default", "there is no time for it")
	case d > time.Hour:
		r.errorf(pos, "", "a timeout of %s is longer than an hour", d)
	}
}

func (r *resolver) ping(p *Ping) {
	r.asker(p.Pos, p.From)
	if p.To == "" {
		r.errorf(p.Pos, "write `to: ADDRESS`", "no destination is given")
	} else {
		p.To = r.host(p.Pos, p.To)
	}
	r.number(p.Pos, "count", p.Count, 1, 10000)
	r.number(p.Pos, "size", p.Size, 0, 65507)
	r.number(p.Pos, "ttl", p.TTL, 1, 255)
	r.timeout(p.Pos, p.Timeout)
}

// number checks a range.
func (r *resolver) number(pos Pos, what string, n, least, most int) {
	if n < least || n > most {
		r.errorf(pos, "", "%s must be from %d to %d, not %d", what, least, most, n)
	}
}

func (r *resolver) dns(q *DNS) {
	r.asker(q.Pos, q.From)
	switch {
	case q.Name == "":
		r.errorf(q.Pos, "write `name: NAME`", "no name to ask for is given")
	case len(q.Name) > 253 || strings.ContainsAny(q.Name, " /:"):
		r.errorf(q.Pos, "", "%s is no domain name", strict.Quote(q.Name))
	}
	if !slices.Contains(dnsTypes(), q.Type) {
		r.errorf(q.Pos, choose(strings.ToUpper(q.Type), dnsTypes()), "no type of record %s", strict.Quote(q.Type))
	}
	if q.Network != "" && !slices.Contains(dnsNetworks(), q.Network) {
		r.errorf(q.Pos, "write udp or tcp, or leave it out for udp that turns to tcp", "network cannot be %s", strict.Quote(q.Network))
	}
	r.address(&q.Server)
	r.timeout(q.Pos, q.Timeout)
}

func (r *resolver) http(pos Pos, from, target string, f *HTTPFields) {
	r.asker(pos, from)
	u, err := url.Parse(target)
	switch {
	case target == "":
		r.errorf(pos, "write `url: http://HOST/PATH`", "no URL is given")
	case err != nil:
		r.errorf(pos, "", "no URL: %v", err)
	case u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "":
		r.errorf(pos, "write http://HOST/PATH or https://HOST/PATH", "%s is no http URL", strict.Quote(target))
	case u.Scheme == "http" && f.TLS != nil:
		r.errorf(f.TLS.Pos, "write https, or remove tls", "%s is without TLS", strict.Quote(target))
	}
	r.tls(f.TLS)
	if !isToken(f.Method) {
		r.errorf(pos, "", "%s is no method", strict.Quote(f.Method))
	}
	for _, h := range f.Headers {
		switch {
		case !isToken(h.Key):
			r.errorf(h.Pos, "", "%s is no name of a header", strict.Quote(h.Key))
		case !isLine(h.Value):
			r.errorf(h.Pos, "write it on one line", "header %s has a value that cannot be sent", h.Key)
		}
	}
	if f.Pad != nil {
		if !isToken(f.Pad.Header) {
			r.errorf(f.Pad.Pos, "", "%s is no name of a header", strict.Quote(f.Pad.Header))
		}
		if f.Pad.To < 1 || f.Pad.To > 1<<20 {
			r.errorf(f.Pad.Pos, "", "a request is padded to 1 to %d octets, not %d", 1<<20, f.Pad.To)
		}
	}
	r.timeout(pos, f.Timeout)
}

// tls checks how a client speaks TLS, and fills in what is so unless declared.
func (r *resolver) tls(t *ClientTLS) {
	if t == nil {
		return
	}
	versions := topology.TLSVersions()
	for _, v := range []struct{ key, version string }{{"min", t.Min}, {"max", t.Max}} {
		if v.version != "" && !slices.Contains(versions, v.version) {
			r.errorf(t.Pos, "write one of: "+strings.Join(versions, ", "), "%s cannot be %s", v.key, strict.Quote(v.version))
		}
	}
	oldest := slices.Index(versions, cmp.Or(t.Min, "1.2"))
	newest := slices.Index(versions, cmp.Or(t.Max, "1.3"))
	if t.Min == "" {
		oldest = min(oldest, newest)
	}
	if newest < oldest {
		r.errorf(t.Pos, "write the older one as min", "no version is at least %s and at most %s", t.Min, cmp.Or(t.Max, "1.3"))
	}
	if oldest >= 0 && newest >= 0 {
		t.Min, t.Max = versions[oldest], versions[newest]
	}
	if len(t.ALPN) == 0 {
		t.ALPN = strict.List[string]{"http/1.1"}
	}
	for _, p := range t.ALPN {
		if known := topology.ALPNProtocols(); !slices.Contains(known, p) {
			r.errorf(t.Pos, "write one of: "+strings.Join(known, ", "), "alpn cannot be %s", strict.Quote(p))
		}
	}
	if strings.Trim(t.Name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.:") != "" {
		r.errorf(t.Pos, "write it as in www.example.com", "%s is no name of a server", strict.Quote(t.Name))
	}
}

func (r *resolver) exec(x *Exec) {
	r.node(x.Pos, "node", x.Node)
	switch {
	case x.Shell != "" && len(x.Command) > 0:
		r.errorf(x.Pos, "keep one of them", "command and shell exclude each other")
	case x.Shell != "":
		x.Command = Command{"sh", "-c", x.Shell}
	case len(x.Command) == 0 || x.Command[0] == "":
		r.errorf(x.Pos, "write `command: [PROGRAM, ARGUMENT...]` or `shell: TEXT`", "no program is given")
	}
	for _, s := range slices.Concat(x.Command, []string{x.Shell}) {
		if strings.ContainsRune(s, 0) {
			r.errorf(x.Pos, "", "a command cannot contain a zero octet")
		}
	}
	for _, e := range x.Env {
		if e.Key == "" || strings.ContainsAny(e.Key+e.Value, "\x00") || strings.Contains(e.Key, "=") {
			r.errorf(e.Pos, "", "%s is no name of an environment variable", strict.Quote(e.Key))
		}
	}
	r.timeout(x.Pos, x.Timeout)
}

func (r *resolver) dhcp(x *DHCP) {
	has := func(i *topology.Interface) bool { return i.DHCP != topology.DHCPOff }
	r.client(x.Pos, x.Node, &x.Interface, "DHCP", "dhcp", has)
	r.timeout(x.Pos, x.Timeout)
}

// isToken reports whether s is a token of HTTP (RFC 9110, Section 5.6.2).
func isToken(s string) bool {
	return s != "" && strings.Trim(s, "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

// isLine reports whether s can be the value of a header (RFC 9110, Section
// 5.5).
func isLine(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f })
}
