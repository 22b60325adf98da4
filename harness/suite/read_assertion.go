package suite

import (
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
)

// assertionFile is an assertion as it is written.
type assertionFile struct {
	Name       string         `yaml:"name" doc:"What is to be true, in words."`
	Points     int            `yaml:"points" doc:"Earned when it passes."`
	Hint       string         `yaml:"hint" doc:"For who failed it."`
	Not        bool           `yaml:"not" doc:"It is to fail."`
	Eventually *time.Duration `yaml:"eventually" doc:"It holds once within this time; 2s if left out."`
	AlwaysFor  *time.Duration `yaml:"always_for" doc:"It holds for this long."`
	NeverFor   *time.Duration `yaml:"never_for" doc:"It does not hold for this long."`

	At       *At                 `yaml:"at" doc:"NODE:INTERFACE, a link, a list of them, or all."`
	Order    Order               `yaml:"order" doc:"How the steps lie in time; subsequence if left out."`
	Sequence []*SequenceStep     `yaml:"sequence" doc:"Frames that are seen one after the other."`
	Never    strict.List[*Never] `yaml:"never" doc:"Frames that must not be seen."`
	Count    strict.List[*Count] `yaml:"count" doc:"How many frames match."`

	Link      *LinkCheck      `yaml:"link" doc:"Interfaces, and whether they have a carrier."`
	Address   *AddressCheck   `yaml:"address" doc:"Addresses of interfaces."`
	Route     *RouteCheck     `yaml:"route" doc:"Routes of the main table."`
	Neighbor  *NeighborCheck  `yaml:"neighbor" doc:"ARP and NDP entries."`
	Socket    *SocketCheck    `yaml:"socket" doc:"TCP and UDP sockets."`
	DHCPLease *DHCPLeaseCheck `yaml:"dhcp_lease" doc:"What DHCP clients hold."`
	FDB       *FDBCheck       `yaml:"fdb" doc:"Forwarding databases of bridges."`
	STP       *STPCheck       `yaml:"stp" doc:"Ports of switches in their spanning tree."`
	Listen    *ListenCheck    `yaml:"listen" doc:"Sockets that wait for a peer."`
	RouteGet  *RouteGetCheck  `yaml:"route_get" doc:"The way that a packet would take."`
	Counter   *CounterCheck   `yaml:"counter" doc:"What the kernel has counted."`
	Sysctl    *SysctlCheck    `yaml:"sysctl" doc:"A kernel setting."`
	DNS       *DNSCheck       `yaml:"dns" doc:"The answer to a question."`
	HTTP      *HTTPCheck      `yaml:"http" doc:"The response to a request."`
	Ping      *PingCheck      `yaml:"ping" doc:"The replies to echo requests."`
	Path      *PathCheck      `yaml:"path" doc:"Whom packets pass."`
	Exec      *ExecCheck      `yaml:"exec" doc:"How a program ends."`
	Recv      *RecvCheck      `yaml:"recv" doc:"What a step received."`

	DHCP6Lease   *DHCP6LeaseCheck   `yaml:"dhcp6_lease" doc:"What DHCPv6 clients hold."`
	SnapshotDiff *SnapshotDiffCheck `yaml:"snapshot_diff" doc:"What has changed since a snapshot step."`
}

// sequenceFile is an entry of sequence as it is written.
type sequenceFile struct {
	At     *At     `yaml:"at" doc:"Where it is looked for, if elsewhere than the others."`
	Match  *Match  `yaml:"match,required" doc:"A Wireshark display filter."`
	As     string  `yaml:"as" doc:"A name for the frames it matches."`
	Count  *Range  `yaml:"count" doc:"Take every frame that matches until the next step's first, and so many: 2, 2..3 or 2..; one frame if left out."`
	Within *Within `yaml:"within" doc:"Time since an earlier frame."`
}

// neverFile is an entry of never as it is written.
type neverFile struct {
	At    *At    `yaml:"at" doc:"Where it is looked for, if elsewhere than the others."`
	Match *Match `yaml:"match,required" doc:"A Wireshark display filter."`
	From  Ref    `yaml:"from" doc:"After this frame of the sequence."`
	Until Ref    `yaml:"until" doc:"Before this frame of the sequence."`
}

// countFile is an entry of count as it is written.
type countFile struct {
	At      *At     `yaml:"at" doc:"Where it is looked for, if elsewhere than the others."`
	Match   *Match  `yaml:"match,required" doc:"A Wireshark display filter."`
	Min     *uint32 `yaml:"min" doc:"The least number."`
	Max     *uint32 `yaml:"max" doc:"The greatest number."`
	Exactly *uint32 `yaml:"exactly" doc:"The number."`
	Per     *placed `yaml:"per" doc:"The bounds hold for each value of this field."`
	From    Ref     `yaml:"from" doc:"After this frame of the sequence."`
	Until   Ref     `yaml:"until" doc:"Before this frame of the sequence."`
}

// UnmarshalYAML reads a map: what is asserted, and how it is to be judged.
func (a *Assertion) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	var f assertionFile
	refuseEmptyKeys(d, n)
	d.Decode(n, &f)
	*a = Assertion{
		Pos: d.Pos(n), Name: strings.TrimSpace(f.Name), Points: f.Points, Hint: f.Hint, Not: f.Not,
		Eventually: f.Eventually, AlwaysFor: f.AlwaysFor, NeverFor: f.NeverFor,
		At: f.At, Order: f.Order, Sequence: f.Sequence, Never: f.Never, Count: f.Count,
		Link: f.Link, Address: f.Address, Route: f.Route, Neighbor: f.Neighbor, Socket: f.Socket, DHCPLease: f.DHCPLease, DHCP6Lease: f.DHCP6Lease,
		FDB: f.FDB, STP: f.STP, Listen: f.Listen, RouteGet: f.RouteGet, Counter: f.Counter,
		Sysctl: f.Sysctl, SnapshotDiff: f.SnapshotDiff,
		DNS: f.DNS, HTTP: f.HTTP, Ping: f.Ping, Path: f.Path, Exec: f.Exec, Recv: f.Recv,
	}
	if n.Kind != yaml.MappingNode {
		return
	}
	var kinds []Kind
	for _, k := range []struct {
		kind Kind
		set  bool
	}{
		{KindSequence, len(f.Sequence) > 0}, {KindNever, len(f.Never) > 0}, {KindCount, len(f.Count) > 0},
		{KindLink, f.Link != nil}, {KindAddress, f.Address != nil}, {KindRoute, f.Route != nil}, {KindNeighbor, f.Neighbor != nil},
		{KindSocket, f.Socket != nil}, {KindDHCPLease, f.DHCPLease != nil}, {KindDHCP6Lease, f.DHCP6Lease != nil}, {KindFDB, f.FDB != nil}, {KindSTP, f.STP != nil},
		{KindListen, f.Listen != nil}, {KindRouteGet, f.RouteGet != nil}, {KindCounter, f.Counter != nil},
		{KindSysctl, f.Sysctl != nil}, {KindSnapshotDiff, f.SnapshotDiff != nil},
		{KindDNS, f.DNS != nil}, {KindHTTP, f.HTTP != nil}, {KindPing, f.Ping != nil}, {KindPath, f.Path != nil}, {KindExec, f.Exec != nil},
		{KindRecv, f.Recv != nil},
	} {
		if k.set {
			kinds = append(kinds, k.kind)
		}
	}
	if len(kinds) == 0 {
		d.Errorf(n, "write one of: sequence, never, count, link, address, route, neighbor, socket, dhcp_lease, dhcp6_lease, fdb, stp, listen, route_get, counter, sysctl, snapshot_diff, dns, http, ping, path, exec, recv",
			"the assertion asserts nothing")
		return
	}
	a.Kind = kinds[0]
	for _, k := range kinds[1:] {
		if other := (&Assertion{Kind: k}); !a.OverFrames() || !other.OverFrames() {
			d.Errorf(n, "make it an assertion of its own, with a dash", "an assertion is about one thing: %s or %s", kinds[0], k)
			break
		}
	}
	if !a.OverFrames() {
		if a.At != nil {
			d.ErrorAt(a.At.Pos, "remove it", "%s is not about frames, so at means nothing", a.Kind)
		}
		if a.Order != "" {
			d.Errorf(n, "remove it", "%s is not about frames, so order means nothing", a.Kind)
		}
	}
	if a.Order != "" && a.OverFrames() && a.Kind != KindSequence {
		d.Errorf(n, "remove it", "order is about a sequence, and there is none")
	}
	times := 0
	for _, t := range []*time.Duration{f.Eventually, f.AlwaysFor, f.NeverFor} {
		if t != nil {
			times++
		}
	}
	if times > 1 {
		d.Errorf(n, "keep one of them", "eventually, always_for and never_for exclude each other")
	}
}

// UnmarshalYAML reads a point, a link, all, or a list of them.
func (a *At) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	a.Pos = d.Pos(n)
	var names strict.List[placed]
	d.Decode(n, &names)
	texts := make([]string, len(names))
	for i, p := range names {
		texts[i] = p.text
	}
	a.names, a.Text = names, strings.Join(texts, ", ")
}

// placed is a text and where it stands.
type placed struct {
	pos  Pos
	text string
}

// UnmarshalYAML reads text.
func (p *placed) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	p.pos = d.Pos(n)
	d.Decode(n, &p.text)
}

// UnmarshalYAML keeps the text; it is compiled when the whole file is read.
func (m *Match) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	m.Pos, m.style = d.Pos(n), n.Style
	if n.Kind != yaml.ScalarNode || strings.TrimSpace(n.Value) == "" {
		d.Wrong(n, "a display filter")
		return
	}
	m.Text = n.Value
}

// UnmarshalYAML reads a filter, or a map.
func (s *SequenceStep) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	var f sequenceFile
	s.Pos = d.Pos(n)
	s.Count = Range{1, 1}
	if n.Kind == yaml.ScalarNode {
		s.Match = new(Match)
		d.Decode(n, s.Match)
		return
	}
	refuseEmptyKeys(d, n)
	d.Decode(n, &f)
	s.At, s.Match, s.As, s.Within = f.At, f.Match, f.As, f.Within
	if f.Count != nil {
		s.Counted, s.Count = true, *f.Count
	}
}

// UnmarshalYAML reads a filter, or a map.
func (v *Never) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	var f neverFile
	v.Pos = d.Pos(n)
	if n.Kind == yaml.ScalarNode {
		v.Match = new(Match)
		d.Decode(n, v.Match)
		return
	}
	refuseEmptyKeys(d, n)
	d.Decode(n, &f)
	v.At, v.Match, v.From, v.Until = f.At, f.Match, f.From, f.Until
}

// UnmarshalYAML reads a map.
func (c *Count) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	var f countFile
	c.Pos = d.Pos(n)
	if n.Kind != yaml.MappingNode {
		d.Errorf(n, "write {match: FILTER, exactly: N}", "count must be a map, not %s", strict.Describe(n))
		return
	}
	refuseEmptyKeys(d, n)
	d.Decode(n, &f)
	c.At, c.Match, c.per, c.From, c.Until = f.At, f.Match, f.Per, f.From, f.Until
	c.Range = Range{0, -1}
	switch {
	case f.Exactly != nil && (f.Min != nil || f.Max != nil):
		d.Errorf(n, "keep exactly, or min and max", "exactly leaves no room for min or max")
	case f.Exactly != nil:
		c.Range = Range{int(*f.Exactly), int(*f.Exactly)}
	case f.Min == nil && f.Max == nil:
		d.Errorf(n, "write exactly, min, max, or min and max", "any number of frames would do")
	default:
		if f.Min != nil {
			c.Range.Min = int(*f.Min)
		}
		if f.Max != nil {
			c.Range.Max = int(*f.Max)
		}
		if f.Max != nil && c.Range.Max < c.Range.Min {
			d.Errorf(n, "write the smaller one as min", "no number is at least %d and at most %d", c.Range.Min, c.Range.Max)
		}
		if f.Max == nil && c.Range.Min == 0 {
			d.Errorf(n, "write a min of 1 or more, or a max", "any number of frames would do")
		}
	}
}

// UnmarshalYAML reads a map.
func (c *DNSCheck) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	type plain DNSCheck
	refuseEmptyKeys(d, n)
	*c = DNSCheck{DNS: newDNS()}
	d.Decode(n, (*plain)(c))
	c.DNS.Pos = c.Pos
}

// UnmarshalYAML reads a map.
func (c *HTTPCheck) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	type plain HTTPCheck
	refuseEmptyKeys(d, n)
	*c = HTTPCheck{Request: newHTTP()}
	d.Decode(n, (*plain)(c))
}

// UnmarshalYAML reads a map.
func (c *PingCheck) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	type plain PingCheck
	refuseEmptyKeys(d, n)
	*c = PingCheck{Ping: newPing()}
	d.Decode(n, (*plain)(c))
	c.Ping.Pos = c.Pos
}

// UnmarshalYAML reads a map.
func (c *ExecCheck) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	type plain ExecCheck
	refuseEmptyKeys(d, n)
	*c = ExecCheck{Exec: newExec()}
	d.Decode(n, (*plain)(c))
	c.Exec.Pos = c.Pos
}
