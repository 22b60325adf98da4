package plan

import (
	"fmt"
	"slices"
	"strings"
)

// Stage is a phase of the boot. A stage begins when the one before it has
// ended everywhere.
type Stage uint8

// The stages, in order.
const (
	Namespaces   Stage = iota // namespaces, their settings, loopback up, capture open
	Bridges                   // bridge devices, with spanning tree and forward delay set before ports join
	Links                     // cables: both ends created, enslaved and up
	Ports                     // what is declared of bridge ports
	Wires                     // links that are programs carry frames
	Carriers                  // interfaces that see a carrier can send
	Offloads                  // frames leave as they would on a cable
	Settings                  // declared settings of single interfaces
	Addresses                 // static addresses
	Routes                    // static routes whose gateways static addresses reach
	Filters                   // packet filters and address translation
	Services                  // servers: sockets opened, then serving
	Programs                  // programs, until they listen
	Autoconfs                 // interfaces that listen to router advertisements; boot waits for what they say
	Clients                   // DHCP clients; boot waits for their leases
	LeasedRoutes              // static routes whose gateways only a leased address reaches
	stages
)

var stageNames = [stages]string{
	"namespaces", "bridges", "links", "ports", "wires", "carriers", "offloads", "settings", "addresses",
	"routes", "filters", "services", "programs", "autoconfiguration", "clients", "leased routes",
}

// String returns the stage's name.
func (s Stage) String() string {
	if s < stages {
		return stageNames[s]
	}
	return fmt.Sprintf("stage %d", uint8(s))
}

// Op is one operation. The set of operations is closed: it is the structs
// of this package that have these methods.
type Op interface {
	// Stage tells when the operation runs. Operations of one stage do not
	// depend on one another.
	Stage() Stage
	// Where names the node it works on, or the link.
	Where() string
	// Lines prints the operation as the commands that a person would type.
	Lines() []string
	// Undo tells how it is reversed, beyond closing its namespaces; empty
	// where that is all.
	Undo() string
}

// Plan is what Of made of a topology.
type Plan struct {
	Name string // the topology's
	Ops  []Op   // in stage order; within a stage in the order of the topology
}

// Stage returns the operations of one stage.
func (p *Plan) Stage(s Stage) []Op {
	from := 0
	for from < len(p.Ops) && p.Ops[from].Stage() < s {
		from++
	}
	to := from
	for to < len(p.Ops) && p.Ops[to].Stage() == s {
		to++
	}
	return p.Ops[from:to]
}

// String prints the plan as a transcript of shell commands, grouped by
// stage and node. It is for reading: the commands are close to what ip,
// sysctl, ethtool and nft take, and no program parses them. Settings that
// all nodes share stand once, at the top.
func (p *Plan) String() string {
	var b strings.Builder
	shared := p.shared()
	fmt.Fprintf(&b, "# plan of %s\n\n# settings of every node\n", p.Name)
	for _, s := range shared {
		b.WriteString(settingLine("NODE", s) + "\n")
	}
	stage, where := stages, ""
	for _, op := range p.Ops {
		if op.Stage() != stage {
			stage, where = op.Stage(), ""
			fmt.Fprintf(&b, "\n# %s\n", stage)
		}
		if op.Where() != where {
			where = op.Where()
			fmt.Fprintf(&b, "## %s\n", where)
		}
		if n, ok := op.(Namespace); ok {
			n.Settings = slices.DeleteFunc(slices.Clone(n.Settings), func(s Setting) bool { return slices.Contains(shared, s) })
			op = n
		}
		for _, line := range op.Lines() {
			b.WriteString(line + "\n")
		}
	}
	b.WriteString("\n# undo, last in, first out\n")
	for _, op := range slices.Backward(p.Ops) {
		if undo := op.Undo(); undo != "" {
			fmt.Fprintf(&b, "%s: %s\n", op.Where(), undo)
		}
	}
	return b.String()
}

// shared returns the settings that every node has.
func (p *Plan) shared() []Setting {
	var shared []Setting
	for i, op := range p.Stage(Namespaces) {
		n := op.(Namespace)
		switch {
		case n.Node == Unplugged:
		case i == 0:
			shared = slices.Clone(n.Settings)
		default:
			shared = slices.DeleteFunc(shared, func(s Setting) bool { return !slices.Contains(n.Settings, s) })
		}
	}
	return shared
}
