package suite

import (
	"fmt"
	"time"

	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
)

// Path finds out whom packets pass on their way, by probes whose time to live is
// over at one hop after the other. As a step it fails where they do not get there.
type Path struct {
	Pos     Pos
	From    string        `yaml:"from" doc:"The node that sends."`
	To      string        `yaml:"to" doc:"An address, NODE.INTERFACE, or a name that the node resolves."`
	Network PathNetwork   `yaml:"network" doc:"udp, to ports from 33434 on, or icmp, echo requests; udp if left out."`
	Max     int           `yaml:"max" doc:"Hops; 30 if left out."`
	Timeout time.Duration `yaml:"timeout" doc:"For the answer to each probe; 1s if left out."`
}

// PathNetwork is what probes are.
type PathNetwork string

// The probes.
const (
	UDPProbes  PathNetwork = "udp"  // to ports from 33434 on, where nobody listens
	ICMPProbes PathNetwork = "icmp" // echo requests
)

// PathCheck is about whom packets pass. Without matchers they are to get there.
type PathCheck struct {
	Pos     Pos
	Path    `yaml:",inline"`
	Of      string   `yaml:"of" doc:"The name of a step whose answer is judged; nothing is asked then."`
	Hops    *Matcher `yaml:"hops" doc:"Address of each hop; * where nobody answered."`
	Reached *Matcher `yaml:"reached" doc:"Whether the probes got there; on if left out."`
	Error   *Matcher `yaml:"error" doc:"What stood in the way of an answer; there is to be nothing unless this is given."`
}

// silence is how a hop is written that nobody answered at.
const silence = "*"

// pathStep is a path step as it is written.
type pathStep struct {
	Path     `yaml:",inline"`
	stepKeys `yaml:",inline"`
}

func newPath() Path { return Path{Network: UDPProbes, Max: 30, Timeout: time.Second} }

// UnmarshalYAML reads a map.
func (c *PathCheck) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	type plain PathCheck
	refuseEmptyKeys(d, n)
	*c = PathCheck{Path: newPath()}
	d.Decode(n, (*plain)(c))
	c.Path.Pos = c.Pos
}

// UnmarshalYAML reads udp or icmp.
func (p *PathNetwork) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	d.Decode(n, (*string)(p))
	word(d, n, string(*p), string(UDPProbes), string(ICMPProbes))
}

// path checks a question for a path.
func (r *resolver) path(p *Path) {
	r.asker(p.Pos, p.From)
	if p.To == "" {
		r.errorf(p.Pos, "write `to: ADDRESS`", "no destination is given")
	} else {
		p.To = r.host(p.Pos, p.To)
	}
	r.number(p.Pos, "max", p.Max, 1, 255)
	r.timeout(p.Pos, p.Timeout)
}

// String returns the path as a step shows it.
func (p *Path) String() string { return fmt.Sprintf("path %s -> %s by %s", p.From, p.To, p.Network) }
