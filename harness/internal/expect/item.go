package expect

import (
	"fmt"
	"maps"
	"net/netip"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/harness/suite"
)

// item is one thing that an assertion's fields are compared with: a route,
// a socket, an answer.
type item struct {
	text   string // on one line
	values map[string][]suite.Value
}

func onOff(on bool) string {
	if on {
		return "on"
	}
	return "off"
}

func texts(ss ...string) []suite.Value {
	var vs []suite.Value
	for _, s := range ss {
		if s != "" {
			vs = append(vs, suite.Value{Type: suite.Text, Text: s})
		}
	}
	return vs
}

// words is texts for what is a value even where it is empty.
func words(s string) []suite.Value { return []suite.Value{{Type: suite.Text, Text: s}} }

func number[N int | int64](ns ...N) []suite.Value {
	var vs []suite.Value
	for _, n := range ns {
		vs = append(vs, suite.Value{Type: suite.Number, Text: strconv.FormatInt(int64(n), 10), Num: float64(n)})
	}
	return vs
}

func durations(ds ...time.Duration) []suite.Value {
	var vs []suite.Value
	for _, d := range ds {
		vs = append(vs, suite.Value{Type: suite.Duration, Text: d.String(), Num: float64(d)})
	}
	return vs
}

func addrs(as ...netip.Addr) []suite.Value {
	var vs []suite.Value
	for _, a := range as {
		if a.IsValid() {
			vs = append(vs, suite.Value{Type: suite.IP, Text: a.String(), Addr: a.Unmap()})
		}
	}
	return vs
}

func prefix(p netip.Prefix) []suite.Value {
	if !p.IsValid() {
		return nil
	}
	return []suite.Value{{Type: suite.Prefix, Text: p.String(), Addr: p.Addr(), Bits: p.Bits()}}
}

func addrPort(a netip.AddrPort) []suite.Value {
	if !a.IsValid() {
		return nil
	}
	return []suite.Value{{Type: suite.AddrPort, Text: a.String(), Addr: a.Addr().Unmap(), Port: int(a.Port())}}
}

// items returns what a snapshot has of the assertion's kind.
func items(a *suite.Assertion, s *state.Snapshot) []item {
	var all []item
	switch a.Kind {
	case suite.KindLink:
		for _, i := range s.Interfaces {
			up, carrier := onOff(i.Up), onOff(i.Carrier)
			all = append(all, item{fmt.Sprintf("%s up %s carrier %s", i.Name, up, carrier), map[string][]suite.Value{
				"interface": texts(i.Name), "up": texts(up), "carrier": texts(carrier), "mtu": number(i.MTU), "mac": texts(i.MAC)}})
		}
	case suite.KindAddress:
		for _, i := range s.Interfaces {
			for _, x := range i.Addresses {
				all = append(all, address(i.Name, x))
			}
		}
	case suite.KindRoute:
		for _, r := range s.Routes {
			all = append(all, route(r))
		}
	case suite.KindNeighbor:
		for _, n := range s.Neighbors {
			all = append(all, item{n.String(), map[string][]suite.Value{
				"ip": addrs(n.IP), "interface": texts(n.Interface), "mac": texts(n.MAC), "state": texts(n.State)}})
		}
	case suite.KindSocket:
		for _, x := range s.Sockets {
			all = append(all, item{x.String(), map[string][]suite.Value{
				"network": texts(x.Network), "local": addrPort(x.Local), "remote": addrPort(x.Remote), "state": texts(x.State)}})
		}
	case suite.KindFDB:
		for _, e := range s.FDB {
			all = append(all, item{fmt.Sprintf("%s dev %s %s, heard %s ago", e.MAC, e.Port, e.State, e.Age), map[string][]suite.Value{
				"bridge": texts(e.Bridge), "port": texts(e.Port), "mac": texts(e.MAC), "state": texts(e.State), "age": durations(e.Age)}})
		}
	case suite.KindSTP:
		for _, tree := range s.Trees {
			for _, p := range tree.Ports {
				all = append(all, treePort(&tree, p))
			}
		}
	case suite.KindListen:
		for _, x := range s.Sockets {
			if x.State == "LISTEN" || x.State == "UNCONN" {
				network := strings.TrimSuffix(x.Network, "6")
				all = append(all, item{network + " " + x.Local.String(), map[string][]suite.Value{
					"network": texts(network), "address": addrs(x.Local.Addr()), "port": number(int(x.Local.Port()))}})
			}
		}
	case suite.KindDHCP6Lease:
		for _, l := range s.Leases6 {
			all = append(all, lease6(l))
		}
	case suite.KindDHCPLease:
		for _, l := range s.Leases {
			all = append(all, lease(l))
		}
	case suite.KindSysctl:
		for _, x := range s.Settings {
			if x.Key == a.Sysctl.Key {
				all = append(all, item{x.Key + " = " + x.Value, map[string][]suite.Value{x.Key: setting(x, a.Sysctl.Number)}})
			}
		}
	default: // not about state
	}
	return all
}

func address(iface string, a state.Address) item {
	text := strings.Join(append([]string{a.Prefix.String(), "dev", iface}, a.Flags...), " ")
	it := item{text, map[string][]suite.Value{
		"interface": texts(iface), "address": prefix(a.Prefix), "length": number(a.Prefix.Bits()),
		"flags": texts(a.Flags...), "protocol": texts(a.Protocol)}}
	deprecated := slices.Contains(a.Flags, "deprecated")
	if a.Valid > 0 {
		it.values["valid"] = durations(a.Valid)
	}
	if a.Preferred > 0 || deprecated {
		it.values["preferred"] = durations(a.Preferred)
	}
	return it
}

func route(r state.Route) item {
	it := item{r.String(), map[string][]suite.Value{
		"preference": texts(r.Preference),
		"to":         prefix(r.To), "via": addrs(r.Via), "interface": texts(r.Interface), "source": addrs(r.Source),
		"metric": number(r.Metric), "protocol": texts(r.Protocol), "scope": texts(r.Scope), "type": texts(r.Type)}}
	if r.Expires > 0 {
		it.values["expires"] = durations(r.Expires)
	}
	return it
}

// treePort is a port, and what its bridge knows of the tree.
func treePort(t *state.Tree, p state.TreePort) item {
	text := fmt.Sprintf("%s %s %s cost %d, root %s", p.Name, p.Role, p.State, p.Cost, t.Root.MAC)
	if t.RootPort != "" {
		text += fmt.Sprintf(" by %s cost %d", t.RootPort, t.RootCost)
	}
	return item{text, map[string][]suite.Value{
		"port": texts(p.Name), "state": texts(p.State), "role": texts(p.Role), "cost": number(p.Cost), "priority": number(p.Priority),
		"root": texts(t.Root.MAC), "root_port": texts(t.RootPort), "root_cost": number(t.RootCost), "topology_change": texts(onOff(t.TopologyChange))}}
}

func lease(l state.Lease) item {
	it := item{l.String(), map[string][]suite.Value{
		"interface": texts(l.Interface), "state": texts(l.State), "address": prefix(l.Address), "server": addrs(l.Server),
		"router": addrs(l.Router...), "dns": addrs(l.DNS...), "domain": texts(l.Domain)}}
	if l.Duration > 0 {
		it.values["duration"] = durations(l.Duration)
	}
	return it
}

func lease6(l state.Lease6) item {
	it := item{l.String(), map[string][]suite.Value{
		"interface": texts(l.Interface), "state": texts(l.State), "address": addrs(l.Address), "server": addrs(l.Server),
		"duid": texts(l.DUID), "dns": addrs(l.DNS...), "domain": texts(l.Domain...)}}
	if l.Address.IsValid() {
		it.values["valid"], it.values["preferred"] = durations(l.Valid), durations(l.Preferred)
		it.values["t1"], it.values["t2"] = durations(l.T1), durations(l.T2)
	}
	return it
}

// answer returns what a node got; ok is false where it is no answer to a
// question of the assertion's kind.
func answer(a *suite.Assertion, x *state.Answer) (it item, ok bool) {
	v := map[string][]suite.Value{"error": texts(x.Error)}
	it = item{x.Error, v}
	switch {
	case a.Kind == suite.KindDNS && x.DNS != nil:
		d := x.DNS
		v["rcode"], v["answer"], v["records"] = texts(d.Rcode), texts(d.Values...), texts(d.Records...)
		v["over"], v["took"] = texts(d.Network), durations(d.Duration)
		it.text = strings.TrimSpace(fmt.Sprintf("%s %s: %s %s", d.Name, d.Type, d.Rcode, strings.Join(d.Values, ", ")))
	case a.Kind == suite.KindHTTP && x.HTTP != nil:
		it.text = response(x.HTTP, v)
	case a.Kind == suite.KindPing && x.Ping != nil:
		it.text = echoes(x.Ping, v)
	case a.Kind == suite.KindExec && x.Exec != nil:
		it.text = ended(x.Exec, v)
	case a.Kind == suite.KindRecv && x.Recv != nil:
		o := x.Recv
		v["octets"], v["data"], v["sha256"] = number(o.Count), words(string(o.Head)), texts(o.SHA256)
		v["eof"], v["from"], v["took"] = words(strconv.FormatBool(o.EOF)), addrPort(o.From), durations(o.Duration)
		it.text = fmt.Sprintf("%d octets", o.Count)
		if o.EOF {
			it.text += " and the end of the stream"
		}
	case a.Kind == suite.KindPath && x.Path != nil:
		it.text = through(x.Path, v)
	case a.Kind == suite.KindRouteGet && x.Way != nil:
		w := x.Way
		if x.Error != "" {
			it.text = "no way to " + w.To.String()
			break
		}
		v["via"], v["interface"], v["source"] = addrs(w.Via), texts(w.Interface), addrs(w.Source)
		v["type"], v["mtu"] = texts(w.Type), number(w.MTU)
		it.text = way(w)
	case a.Kind == suite.KindCounter && x.Counted != nil:
		it.text = x.Counted.What
		for _, name := range slices.Sorted(maps.Keys(x.Counted.Values)) {
			v[name] = number(x.Counted.Values[name])
			it.text += fmt.Sprintf(" %s %d", name, x.Counted.Values[name])
		}
	default:
		return it, x.Error != "" && x.Way == nil && x.Counted == nil && x.Path == nil && x.DNS == nil && x.HTTP == nil && x.Ping == nil && x.Exec == nil && x.Recv == nil && x.Send == nil
	}
	if x.Error != "" {
		it.text += "; " + x.Error
	}
	return it, true
}

// response tells the values of a response, and shows it on one line.
func response(h *state.HTTP, v map[string][]suite.Value) string {
	v["tls"], v["cipher"], v["alpn"], v["certificate"], v["issuer"] = texts(h.TLS), texts(h.Cipher), texts(h.ALPN), texts(h.Certificate...), texts(h.Issuer)
	secure := ""
	if h.TLS != "" {
		secure = fmt.Sprintf(", TLS %s, %s, certificate of %s by %s", h.TLS, h.Cipher, strings.Join(h.Certificate, " "), h.Issuer)
	}
	if h.Status == 0 {
		return h.URL + ": no response" + secure
	}
	v["status"], v["proto"], v["body"] = number(h.Status), texts(h.Proto), words(h.Body)
	v["size"], v["sha256"], v["took"] = number(h.Size), texts(h.SHA256), durations(h.Duration)
	if h.Sent > 0 {
		v["sent"] = number(h.Sent)
	}
	v["remote"], v["local"] = addrPort(h.Remote), addrPort(h.Local)
	for name, values := range h.Headers {
		// Several lines of one header are one list (RFC 9110, Section 5.3).
		v["header "+strings.ToLower(name)] = words(strings.Join(values, ", "))
	}
	return fmt.Sprintf("%s: %d, %d octets%s", h.URL, h.Status, h.Size, secure)
}

// echoes tells what came back for echo requests.
func echoes(p *state.Ping, v map[string][]suite.Value) string {
	v["received"], v["lost"], v["rtt"] = number(p.Received), number(p.Sent-p.Received), durations(p.RTT...)
	parts := []string{fmt.Sprintf("%d of %d requests to %s answered", p.Received, p.Sent, p.To)}
	for _, e := range p.Errors {
		v["icmp_from"] = append(v["icmp_from"], addrs(e.From)...)
		v["icmp_type"] = append(v["icmp_type"], number(e.Type)...)
		v["icmp_code"] = append(v["icmp_code"], number(e.Code)...)
		parts = append(parts, fmt.Sprintf("ICMP error type %d code %d from %s", e.Type, e.Code, e.From))
	}
	return strings.Join(parts, ", ")
}

// ended tells how a program ended, and what it wrote.
func ended(e *state.Exec, v map[string][]suite.Value) string {
	v["exit"], v["signal"], v["took"] = number(e.Exit), texts(e.Signal), durations(e.Duration)
	v["stdout"], v["stderr"] = words(e.Stdout), words(e.Stderr)
	text := fmt.Sprintf("exit status %d", e.Exit)
	if e.Signal != "" {
		text = "ended by " + e.Signal
	}
	if out := clip(e.Stderr + e.Stdout); out != "" {
		text += ": " + out
	}
	return text
}

// through tells whom a packet passes.
func through(p *state.Path, v map[string][]suite.Value) string {
	v["reached"] = texts(onOff(p.Reached))
	text := p.To.String() + " is not reached by"
	if p.Reached {
		text = p.To.String() + " is reached by"
	}
	for _, h := range p.Hops {
		hop := suite.Value{Type: suite.IP, Text: "*"}
		if h.Addr.IsValid() {
			hop = addrs(h.Addr)[0]
		}
		v["hops"] = append(v["hops"], hop)
		text += " " + hop.Text
	}
	return text
}

// way shows a way as `ip route get` does.
func way(w *state.Way) string {
	text := w.To.String()
	if w.Type != "unicast" {
		text = w.Type + " " + text
	}
	if w.Via.IsValid() {
		text += " via " + w.Via.String()
	}
	if text += " dev " + w.Interface; w.Source.IsValid() {
		text += " src " + w.Source.String()
	}
	return fmt.Sprintf("%s mtu %d", text, w.MTU)
}

// kept is how many octets of a body or of a program's output are recorded.
const kept = 64 << 10

// recorded is how many octets of a text field are recorded.
func recorded(field string) int {
	if field == "data" {
		return state.HeadOctets
	}
	return kept
}

// cut reports whether a text field of an answer was longer than what is kept
// of it, or may have been.
func cut(x *state.Answer, field string) bool {
	switch {
	case field == "body" && x.HTTP != nil:
		return x.HTTP.Size > kept
	case field == "data" && x.Recv != nil:
		return x.Recv.Count > int64(len(x.Recv.Head))
	case field == "stdout" && x.Exec != nil:
		return len(x.Exec.Stdout) >= kept
	case field == "stderr" && x.Exec != nil:
		return len(x.Exec.Stderr) >= kept
	}
	return false
}

// certain reports whether the beginning of a text suffices to tell what a
// matcher says of all of it.
func certain(m *suite.Matcher, head []suite.Value) bool {
	unsure := func(of *suite.Matcher) bool { return !certain(of, head) }
	decides := func(held bool) bool {
		return slices.ContainsFunc(m.Of, func(of *suite.Matcher) bool { return of.Match(head...) == held && certain(of, head) })
	}
	switch held := m.Match(head...); m.Op {
	case suite.OpContains, suite.OpRegex:
		return held
	case suite.OpIs, suite.OpOneOf:
		return !held
	case suite.OpNot:
		return certain(m.Of[0], head)
	case suite.OpAllOf:
		return !held && decides(false) || !slices.ContainsFunc(m.Of, unsure)
	case suite.OpAnyOf:
		return held && decides(true) || !slices.ContainsFunc(m.Of, unsure)
	default:
		return true
	}
}

// clip shortens a text to one line.
func clip(s string) string {
	const most = 160
	s = oneLine(s)
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "..."
	}
	return s
}
