package suite

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/google/jsonschema-go/jsonschema"
	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
	"github.com/netrig/netrig/topology"
)

// DHCP6 makes the DHCPv6 client of an interface do something (RFC 8415). It fails
// where the server does not play its part.
type DHCP6 struct {
	Pos       Pos
	Node      string        `yaml:"node,required"`
	Interface string        `yaml:"interface"` // the only one whose client there is, unless declared
	Do        DHCP6Action   `yaml:"do,required"`
	Timeout   time.Duration `yaml:"timeout"` // 10s unless declared
}

// DHCP6Action is what a DHCPv6 client is made to do.
type DHCP6Action string

// The actions of a DHCPv6 client.
const (
	Solicit  DHCP6Action = "solicit" // get a lease: SOLICIT, ADVERTISE, REQUEST, REPLY
	Renew6   DHCP6Action = "renew"   // extend it, from its server: RENEW, REPLY
	Rebind   DHCP6Action = "rebind"  // extend it, from any server: REBIND, REPLY
	Confirm  DHCP6Action = "confirm" // ask whether it fits the link: CONFIRM, REPLY
	Release6 DHCP6Action = "release" // give it back: RELEASE, REPLY
	Inform   DHCP6Action = "inform"  // get settings without an address: INFORMATION-REQUEST, REPLY
)

func dhcp6Actions() []string {
	return []string{string(Solicit), string(Renew6), string(Rebind), string(Confirm), string(Release6), string(Inform)}
}

// dhcp6Step is the step as it is written.
type dhcp6Step struct {
	DHCP6 `yaml:",inline"`
	Fails *Fails `yaml:"fails"`
}

// String returns the step as reports show it.
func (x *DHCP6) String() string {
	return strings.TrimSuffix(fmt.Sprintf("dhcp6 %s %s:%s", x.Do, x.Node, x.Interface), ":")
}

// UnmarshalYAML reads the name of an action.
func (a *DHCP6Action) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	d.Decode(n, (*string)(a))
	word(d, n, string(*a), dhcp6Actions()...)
}

// JSONSchema lists the actions.
func (a *DHCP6Action) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return oneOf(dhcp6Actions()...)
}

// DHCP6LeaseCheck is about what a node's own DHCPv6 clients hold.
type DHCP6LeaseCheck struct {
	Pos       Pos
	Node      string   `yaml:"node,required" doc:"The node that is looked at."`
	Interface *Matcher `yaml:"interface" doc:"The interface whose client it is."`
	State     *Matcher `yaml:"state" doc:"State of the client."`
	Address   *Matcher `yaml:"address" doc:"The address that it holds."`
	Server    *Matcher `yaml:"server" doc:"The server's link-local address."`
	DUID      *Matcher `yaml:"duid" doc:"DUID of the server, in hexadecimal with colons."`
	DNS       *Matcher `yaml:"dns" doc:"The name servers that the server named."`
	Domain    *Matcher `yaml:"domain" doc:"The domains that the server named."`
	Valid     *Matcher `yaml:"valid" doc:"Valid lifetime of the address."`
	Preferred *Matcher `yaml:"preferred" doc:"Preferred lifetime of the address."`
	T1        *Matcher `yaml:"t1" doc:"After so long the client asks its server to renew."`
	T2        *Matcher `yaml:"t2" doc:"After so long the client asks any server to rebind."`
	Count     *Matcher `yaml:"count" doc:"How many items match the other fields; without it, one at least."`
}

func (c *DHCP6LeaseCheck) fields() []Field {
	return []Field{{"interface", Text, false, c.Interface, nil}, {"state", Text, false, c.State, lease6States()}, {"address", IP, false, c.Address, nil},
		{"server", IP, false, c.Server, nil}, {"duid", Text, false, c.DUID, nil}, {"dns", IP, true, c.DNS, nil}, {"domain", Text, true, c.Domain, nil},
		{"valid", Duration, false, c.Valid, nil}, {"preferred", Duration, false, c.Preferred, nil},
		{"t1", Duration, false, c.T1, nil}, {"t2", Duration, false, c.T2, nil}}
}

func lease6States() []string {
	return []string{"INIT", "SOLICITING", "REQUESTING", "BOUND", "RENEWING", "REBINDING", "INFORMED"}
}

// dhcp6 checks a step and finds its client.
func (r *resolver) dhcp6(x *DHCP6) {
	has := func(i *topology.Interface) bool { return i.DHCP6 != topology.DHCPOff }
	r.client(x.Pos, x.Node, &x.Interface, "DHCPv6", "dhcp6", has)
	r.timeout(x.Pos, x.Timeout)
}

// client finds the interface that a client is on, which may be left out where there
// is one only.
func (r *resolver) client(pos Pos, node string, iface *string, what, word string, has func(*topology.Interface) bool) {
	n := r.node(pos, "node", node)
	if n == nil {
		return
	}
	clients := map[string]bool{}
	for _, i := range n.Interfaces {
		if has(i) {
			clients[i.Name] = true
		}
	}
	names := slices.Sorted(maps.Keys(clients))
	switch {
	case len(names) == 0:
		r.errorf(pos, fmt.Sprintf("write `eth0: %s` in the topology", word), "%s has no %s client", n.Name, what)
	case *iface == "" && len(names) == 1:
		*iface = names[0]
	case *iface == "":
		r.errorf(pos, "write `interface: "+names[0]+"`", "%s has %d %s clients", n.Name, len(names), what)
	case !clients[*iface]:
		r.errorf(pos, r.have(*iface, names), "no %s client on %s:%s", what, n.Name, *iface)
	}
}
