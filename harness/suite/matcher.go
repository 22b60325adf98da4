package suite

import (
	"net/netip"
	"regexp"
	"strings"

	"github.com/netrig/netrig/topology"
)

// Op is how a Matcher compares.
type Op string

// The operators.
const (
	OpIs       Op = "is"         // equal to the only value
	OpOneOf    Op = "in"         // equal to one of the values
	OpExactly  Op = "exactly"    // a list: these values in this order
	OpGreater  Op = "gt"         // more than the value
	OpAtLeast  Op = "ge"         // the value or more
	OpLess     Op = "lt"         // less than the value
	OpAtMost   Op = "le"         // the value or less
	OpCIDR     Op = "cidr"       // an address in the network
	OpRegex    Op = "regex"      // the pattern is found in the text (RE2)
	OpContains Op = "contains"   // the text contains the text; the list contains every value
	OpConsist  Op = "consist_of" // a list: these values in whichever order
	OpAny      Op = "any"        // there is a value
	OpAbsent   Op = "absent"     // there is no value
	OpNot      Op = "not"        // the only matcher in Of does not hold
	OpAllOf    Op = "all_of"     // every matcher in Of holds
	OpAnyOf    Op = "any_of"     // a matcher in Of holds
)

// Matcher is what a value is to be.
type Matcher struct {
	Pos    Pos
	Text   string // as reports show it: `200`, `lt 10ms`, `not (any)`
	Op     Op
	Values []Value        // operands of the comparing operators
	Regexp *regexp.Regexp // of OpRegex
	Of     []*Matcher     // of OpNot, OpAllOf, OpAnyOf

	list bool // of OpContains: the field is a list
	raw  operand
}

// String returns the matcher as reports show it.
func (m *Matcher) String() string { return m.Text }

// Type is the type of a value that a Matcher compares.
type Type uint8

// The types.
const (
	Text     Type = iota
	Number        // whole or not
	Duration      // in nanoseconds
	IP            // an address
	Prefix        // an address with a prefix length
	AddrPort      // an address with a port
	MAC           // colon-separated lower-case hex
)

// String names the type for messages.
func (t Type) String() string {
	return [...]string{"text", "a number", "a duration such as 5ms", "an IP address",
		"an address with or without a prefix length", "an address and a port such as 10.0.0.1:80 or :80",
		"a MAC address"}[t]
}

// Value is one value, observed or wanted. Of a wanted Prefix or AddrPort
// the parts that were left out are not compared.
type Value struct {
	Type Type
	Text string     // as printed
	Num  float64    // Number; nanoseconds of a Duration
	Addr netip.Addr // IP, Prefix, AddrPort; the zero Addr: any
	Bits int        // Prefix: its length; -1: any
	Port int        // AddrPort: its port; -1: any
}

// Field is one field of an assertion about state or an answer that is to
// match.
type Field struct {
	Name    string
	Type    Type
	List    bool // the observed value is a list
	Matcher *Matcher
	Words   []string // of Text: every value there can be; nil: any text
}

// Fields returns the matchers of an assertion about state or an answer, in
// the order of its reference, those of Count left out.
func (a *Assertion) Fields() []Field {
	var all []Field
	switch {
	case a.Link != nil:
		c := a.Link
		all = []Field{{"interface", Text, false, c.Interface, nil}, {"up", Text, false, c.Up, switches()}, {"carrier", Text, false, c.Carrier, switches()},
			{"mtu", Number, false, c.MTU, nil}, {"mac", MAC, false, c.MAC, nil}}
	case a.Address != nil:
		c := a.Address
		all = []Field{{"interface", Text, false, c.Interface, nil}, {"address", Prefix, false, c.Address, nil}, {"length", Number, false, c.Length, nil},
			{"flags", Text, true, c.Flags, addressFlags()}, {"protocol", Text, false, c.Protocol, addressProtocols()},
			{"valid", Duration, false, c.Valid, nil}, {"preferred", Duration, false, c.Preferred, nil}}
	case a.Route != nil:
		c := a.Route
		all = []Field{{"to", Prefix, false, c.To, nil}, {"via", IP, false, c.Via, nil}, {"interface", Text, false, c.Interface, nil},
			{"source", IP, false, c.Source, nil}, {"metric", Number, false, c.Metric, nil}, {"protocol", Text, false, c.Protocol, nil},
			{"scope", Text, false, c.Scope, routeScopes()}, {"type", Text, false, c.Type, routeTypes()},
			{"preference", Text, false, c.Preference, preferences()}, {"expires", Duration, false, c.Expires, nil}}
	case a.Neighbor != nil:
		c := a.Neighbor
		all = []Field{{"ip", IP, false, c.IP, nil}, {"interface", Text, false, c.Interface, nil}, {"mac", MAC, false, c.MAC, nil},
			{"state", Text, false, c.State, neighborStates()}}
	case a.Socket != nil:
		c := a.Socket
		all = []Field{{"network", Text, false, c.Network, socketNetworks()}, {"local", AddrPort, false, c.Local, nil},
			{"remote", AddrPort, false, c.Remote, nil}, {"state", Text, false, c.State, socketStates()}}
	case a.DHCPLease != nil:
		c := a.DHCPLease
		all = []Field{{"interface", Text, false, c.Interface, nil}, {"state", Text, false, c.State, leaseStates()}, {"address", Prefix, false, c.Address, nil},
			{"server", IP, false, c.Server, nil}, {"router", IP, true, c.Router, nil}, {"dns", IP, true, c.DNS, nil},
			{"domain", Text, false, c.Domain, nil}, {"duration", Duration, false, c.Duration, nil}}
	case a.DHCP6Lease != nil:
		all = a.DHCP6Lease.fields()
	case a.FDB != nil:
		c := a.FDB
		all = []Field{{"bridge", Text, false, c.Bridge, nil}, {"port", Text, false, c.Port, nil}, {"mac", MAC, false, c.MAC, nil},
			{"state", Text, false, c.State, fdbStates()}, {"age", Duration, false, c.Age, nil}}
	case a.STP != nil:
		c := a.STP
		all = []Field{{"port", Text, false, c.Port, nil}, {"state", Text, false, c.State, portStates()}, {"role", Text, false, c.Role, portRoles()},
			{"cost", Number, false, c.Cost, nil}, {"priority", Number, false, c.Priority, nil}, {"root", MAC, false, c.Root, nil},
			{"root_port", Text, false, c.RootPort, nil}, {"root_cost", Number, false, c.RootCost, nil},
			{"topology_change", Text, false, c.TopologyChange, switches()}}
	case a.Listen != nil:
		c := a.Listen
		all = []Field{{"network", Text, false, c.Network, listenNetworks()}, {"address", IP, false, c.Address, nil}, {"port", Number, false, c.Port, nil}}
	case a.RouteGet != nil:
		c := a.RouteGet
		all = []Field{{"error", Text, false, c.Error, nil}, {"via", IP, false, c.Via, nil}, {"interface", Text, false, c.Interface, nil},
			{"source", IP, false, c.Source, nil}, {"type", Text, false, c.Type, routeTypes()}, {"mtu", Number, false, c.MTU, nil}}
	case a.Counter != nil:
		all = a.Counter.fields()
	case a.Sysctl != nil:
		kind := Text
		if a.Sysctl.Number {
			kind = Number
		}
		all = []Field{{a.Sysctl.Key, kind, false, a.Sysctl.Value, nil}}
	case a.SnapshotDiff != nil:
		c := a.SnapshotDiff
		all = []Field{{"added", Text, true, c.Added, nil}, {"removed", Text, true, c.Removed, nil}, {"changed", Text, true, c.Changed, nil}}
	case a.DNS != nil:
		c := a.DNS
		all = []Field{{"error", Text, false, c.Error, nil}, {"rcode", Text, false, c.Rcode, rcodes()}, {"answer", Text, true, c.Answer, nil},
			{"records", Text, true, c.Records, nil}, {"over", Text, false, c.Over, dnsNetworks()}, {"took", Duration, false, c.Took, nil}}
	case a.HTTP != nil:
		c := a.HTTP
		all = []Field{{"error", Text, false, c.Error, nil}, {"status", Number, false, c.Status, nil}, {"proto", Text, false, c.Proto, nil}}
		for _, h := range c.Header {
			all = append(all, Field{"header " + h.Key, Text, false, h.Value, nil})
		}
		all = append(all, []Field{{"body", Text, false, c.Body, nil}, {"size", Number, false, c.Size, nil}, {"sha256", Text, false, c.SHA256, nil},
			{"remote", AddrPort, false, c.Remote, nil}, {"local", AddrPort, false, c.Local, nil}, {"sent", Number, false, c.Sent, nil},
			{"tls", Text, false, c.TLS, topology.TLSVersions()}, {"cipher", Text, false, c.Cipher, nil}, {"alpn", Text, false, c.ALPN, topology.ALPNProtocols()},
			{"certificate", Text, true, c.Certificate, nil}, {"issuer", Text, false, c.Issuer, nil}, {"took", Duration, false, c.Took, nil}}...)
	case a.Ping != nil:
		c := a.Ping
		all = []Field{{"error", Text, false, c.Error, nil}, {"received", Number, false, c.Received, nil}, {"lost", Number, false, c.Lost, nil},
			{"rtt", Duration, true, c.RTT, nil}, {"icmp_from", IP, true, c.ICMPFrom, nil}, {"icmp_type", Number, true, c.ICMPType, nil},
			{"icmp_code", Number, true, c.ICMPCode, nil}}
	case a.Path != nil:
		c := a.Path
		all = []Field{{"error", Text, false, c.Error, nil}, {"hops", IP, true, c.Hops, nil}, {"reached", Text, false, c.Reached, switches()}}
	case a.Exec != nil:
		c := a.Exec
		all = []Field{{"error", Text, false, c.Error, nil}, {"exit", Number, false, c.Exit, nil}, {"signal", Text, false, c.Signal, nil},
			{"stdout", Text, false, c.Stdout, nil}, {"stderr", Text, false, c.Stderr, nil}, {"took", Duration, false, c.Took, nil}}
	case a.Recv != nil:
		c := a.Recv
		all = []Field{{"error", Text, false, c.Error, nil}, {"octets", Number, false, c.Octets, nil}, {"data", Text, false, c.Data, nil},
			{"sha256", Text, false, c.SHA256, nil}, {"from", AddrPort, false, c.From, nil}, {"took", Duration, false, c.Took, nil}}
	}
	set := all[:0]
	for _, f := range all {
		if f.Matcher != nil {
			set = append(set, f)
		}
	}
	return set
}

// Items returns the matcher of the number of routes, sockets and so on that
// hold, nil where one at least is wanted.
func (a *Assertion) Items() *Matcher {
	switch {
	case a.Link != nil:
		return a.Link.Count
	case a.Address != nil:
		return a.Address.Count
	case a.Route != nil:
		return a.Route.Count
	case a.Neighbor != nil:
		return a.Neighbor.Count
	case a.Socket != nil:
		return a.Socket.Count
	case a.DHCPLease != nil:
		return a.DHCPLease.Count
	case a.DHCP6Lease != nil:
		return a.DHCP6Lease.Count
	case a.FDB != nil:
		return a.FDB.Count
	case a.STP != nil:
		return a.STP.Count
	case a.Listen != nil:
		return a.Listen.Count
	}
	return nil
}

// text joins the parts of a matcher for reports.
func text(op Op, parts []string) string {
	joined := strings.Join(parts, ", ")
	switch op {
	case OpIs:
		return joined
	case OpOneOf:
		return "one of " + joined
	case OpExactly:
		return "[" + joined + "]"
	case OpAny:
		return "any value"
	case OpAbsent:
		return "no value"
	case OpNot:
		return "not (" + joined + ")"
	case OpAllOf:
		return strings.Join(parts, " and ")
	case OpAnyOf:
		return strings.Join(parts, " or ")
	default:
		return string(op) + " " + joined
	}
}
