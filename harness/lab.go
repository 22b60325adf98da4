package harness

import (
	"context"
	"crypto/x509"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"

	"github.com/netrig/netrig/harness/assert"
	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/internal/run"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/topology"
)

// LabOptions say how to boot a lab. The zero value is of use.
type LabOptions struct {
	Name string // of the lab, in its evidence; the topology's if empty
	Seed uint64 // of all chance in the lab: the same seed, the same fate of every frame

	// Dir is the folder for the evidence: frames.pcapng with every frame of every
	// interface, the events of servers, and what was seen when assertions were looked
	// at. It must not exist yet. If it is empty, evidence goes with the lab.
	Dir string
}

// Lab is a network that runs, while all that happens in it is recorded. Its methods may
// be called from several goroutines.
type Lab struct {
	t       *topology.Topology
	session *run.Session
	dir     string          // of the evidence
	scratch string          // is removed with the lab; empty where the evidence stays
	tb      TB              // the test that the lab is bound to; nil for none
	faults  atomic.Uint64   // that were added by Link.Fault
	ctx     context.Context // ends with the lab
	cancel  context.CancelFunc
	told    atomic.Bool // Expect has shown what went wrong, or what is wrong with the test
}

// Open boots the network of a topology and returns once it is up: its servers listen, its
// DHCP clients have their leases. The caller closes it. The process must have been
// isolated (see Isolate); tests use Test instead.
func Open(ctx context.Context, t *topology.Topology, o LabOptions) (*Lab, error) {
	if err := ready(); err != nil {
		return nil, err
	}
	name := o.Name
	if name == "" {
		name = t.Name
	}
	l := &Lab{t: t, dir: o.Dir}
	l.ctx, l.cancel = context.WithCancel(context.Background()) //nolint:gosec // Close calls it
	if l.dir == "" {
		scratch, err := run.Scratch()
		if err != nil {
			return nil, fmt.Errorf("harness: %w", err)
		}
		l.scratch, l.dir = scratch, filepath.Join(scratch, "evidence")
	}
	var err error
	l.session, err = run.Open(ctx, t, name, l.dir, run.Options{Seed: o.Seed, Root: root(t)})
	if err != nil {
		return nil, errors.Join(fmt.Errorf("harness: %w", err), l.clear())
	}
	return l, nil
}

// root is the folder of the host at which the files of a topology begin, "" where they
// are not the host's.
func root(t *topology.Topology) string {
	if _, host := t.FS.(hostFS); host {
		return "/"
	}
	return ""
}

// Close ends the lab: programs, servers and clients stop, namespaces are left, and nothing
// can reach them any more. The kernel takes them apart a moment later, when no other lab
// boots, and at the latest when this process ends. Evidence in a folder of the caller's
// is complete when Close returns. It may be called more than once.
func (l *Lab) Close() error {
	l.cancel()
	return errors.Join(l.session.Close(), l.clear())
}

func (l *Lab) clear() error {
	if l.scratch == "" {
		return nil
	}
	return os.RemoveAll(l.scratch)
}

// RootCAs returns whom clients in the lab are to believe, for a tls.Config of one's own: the
// lab's own authority, which signed the certificates of its servers, and nobody else. It is
// the caller's.
func (l *Lab) RootCAs() *x509.CertPool { return l.session.Lab().RootCAs() }

// Topology returns what the lab was booted from. It is not to be changed.
func (l *Lab) Topology() *topology.Topology { return l.t }

// Err returns what broke in the lab so far: a panic in a server, a server or DHCP
// client that gave up.
func (l *Lab) Err() error { return l.session.Trouble() }

// Node returns the machine of that name. A name that the topology does not have ends
// the test that the lab is bound to; without one, every method of the Node fails.
func (l *Lab) Node(name string) *Node {
	if l.tb != nil {
		l.tb.Helper()
	}
	n := &Node{lab: l, name: name, node: l.session.Lab().Node(name)}
	if n.node == nil {
		var have []string
		for _, n := range l.t.Nodes {
			have = append(have, n.Name)
		}
		n.missing = fmt.Errorf("harness: no node %q (there are %s)", name, strings.Join(have, ", "))
		l.fatal(n.missing)
	}
	return n
}

// Link returns the link as it is written in the topology, as in "pc1:eth0 -- sw"; its
// ends may be named in either order, and an end by its node alone where that is
// plain. A link that the topology does not have is dealt with as a node is.
func (l *Lab) Link(text string) *Link {
	if l.tb != nil {
		l.tb.Helper()
	}
	link, err := linkOf(l.t, text)
	if err != nil {
		l.fatal(err)
		return &Link{missing: err}
	}
	return &Link{lab: l, link: link, wire: l.session.Lab().Wire(link)}
}

// linkOf returns the link of a topology that a text names.
func linkOf(t *topology.Topology, text string) (*topology.Link, error) {
	a, b, ok := strings.Cut(text, " -- ")
	if !ok {
		return nil, fmt.Errorf("harness: %q is no link: write one as in pc1:eth0 -- sw", text)
	}
	is := func(e topology.Endpoint, text string) bool { return text == e.Node || text == e.String() }
	var found *topology.Link
	var have []string
	for _, l := range t.Links {
		have = append(have, l.String())
		if is(l.A, a) && is(l.B, b) || is(l.A, b) && is(l.B, a) {
			if found != nil {
				return nil, fmt.Errorf("harness: %q is both %s and %s: name the interfaces", text, found, l)
			}
			found = l
		}
	}
	if found == nil {
		return nil, fmt.Errorf("harness: no link %q (there are %s)", text, strings.Join(have, ", "))
	}
	return found, nil
}

// Do makes steps happen, one or a list, in the language of suites (docs/suite.md):
//
//	err := lab.Do(ctx, `
//	- ping: {from: pc1, to: pc2}
//	- link: {down: "pc2:eth0"}`)
//
// Sockets that they open by name stay open until the lab ends; their names are those of
// one Do. The error tells which step did not go as it says, and why; mistakes in the
// text are topology.Diagnostics.
func (l *Lab) Do(ctx context.Context, steps string) error {
	c, err := suite.ParseSteps("steps", []byte(steps), l.t)
	if err != nil {
		return fmt.Errorf("harness: %w", err)
	}
	return l.session.Perform(ctx, c)
}

// Judge judges assertions: values of package assert, or the same as text in the language of
// suites (docs/suite.md), one or a list.
//
//	results, err := lab.Judge(ctx, assert.Neighbor{Node: "pc1", IP: "pc2", State: "REACHABLE"})
//	results, err := lab.Judge(ctx, assert.YAML("neighbor: {node: pc1, ip: pc2, state: REACHABLE}"))
//
// Each is looked at and waited for as in a suite, 2 s unless it says otherwise, and
// judged by what was recorded from the boot of the lab to this moment. `of: NAME` is the
// answer of a step that was made by Do. The error is that nothing could be judged:
// mistakes in assertions (topology.Diagnostics), or the end of ctx.
func (l *Lab) Judge(ctx context.Context, assertions ...assert.Assertion) ([]suite.Result, error) {
	return l.judge(ctx, caller(), assertions)
}

func (l *Lab) judge(ctx context.Context, from suite.Pos, assertions []assert.Assertion) ([]suite.Result, error) {
	c, err := l.parse(from, assertions)
	if err != nil {
		return nil, err
	}
	results, err := l.session.Expect(ctx, c)
	if err != nil {
		return nil, fmt.Errorf("harness: %w", err)
	}
	return results, nil
}

// FrameOptions choose frames of a lab.
type FrameOptions struct {
	At     string // the capture point, NODE:INTERFACE; all of them if empty
	Filter string // a Wireshark display filter; every frame if empty
}

// Frames yields the frames of the lab as they are captured, dissected, from the boot on
// and until ctx ends. The error is a filter or a point that cannot be what is meant, or a
// frame of which it is not known whether the filter selects it.
// Frames are dissected per point, as Wireshark would one interface's capture. The Number
// of one is its place among all frames so far, in time order, as in the recording; where
// a frame comes late, behind one that was captured after it, it takes the place of that.
func (l *Lab) Frames(ctx context.Context, o FrameOptions) iter.Seq2[*packet.Frame, error] {
	return func(yield func(*packet.Frame, error) bool) {
		match, err := l.chosen(o)
		if err != nil {
			yield(nil, err)
			return
		}
		dissection := packet.NewDissection(packet.Options{})
		seen := map[*packet.Frame]bool{}
		var done []*packet.Frame // what was gone through
		for {
			frames, more := l.session.Frames()
			from := len(done)
			if from > 0 && frames[from-1] != done[from-1] {
				from = 0 // one came late, and stands before others
			}
			for i, f := range frames[from:] {
				if seen[f] || o.At != "" && f.Point != o.At {
					continue
				}
				seen[f] = true
				own := &packet.Frame{Number: from + i + 1, Point: f.Point, Time: f.Time, Direction: f.Direction, Length: f.Length, Data: f.Data}
				dissection.Dissect(own)
				if ok, err := match(own); err != nil {
					yield(nil, err)
					return
				} else if ok && !yield(own, nil) {
					return
				}
			}
			done = frames
			select {
			case <-more:
			case <-ctx.Done():
				return
			}
		}
	}
}

// chosen returns what tells whether a frame is wanted.
func (l *Lab) chosen(o FrameOptions) (func(*packet.Frame) (bool, error), error) {
	if o.At != "" {
		node, iface, _ := strings.Cut(o.At, ":")
		if n := l.t.Node(node); n == nil || n.Interface(iface) == nil {
			return nil, fmt.Errorf("harness: nothing is captured at %q: name a NODE:INTERFACE of the topology", o.At)
		}
	}
	if o.Filter == "" {
		return func(*packet.Frame) (bool, error) { return true, nil }, nil
	}
	f, err := filter.Compile(o.Filter)
	if err != nil {
		return nil, fmt.Errorf("harness: %w", err)
	}
	if len(f.References()) > 0 {
		return nil, fmt.Errorf("harness: filter %q: there is nothing that ${} could refer to", o.Filter)
	}
	return func(frame *packet.Frame) (bool, error) {
		ok, err := f.Match(frame, nil)
		if err != nil {
			return false, fmt.Errorf("harness: %w", err)
		}
		return ok, nil
	}, nil
}

func (l *Lab) fatal(err error) {
	if l.tb != nil {
		l.tb.Helper()
		l.tb.Fatal(err)
	}
}
