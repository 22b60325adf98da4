package lab

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"time"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/plan"
	"github.com/netrig/netrig/harness/internal/wire"
	"github.com/netrig/netrig/topology"
)

// Tap is told of the namespaces and interfaces of a lab, so that it can
// capture from before the first frame.
type Tap interface {
	// Open is called in every namespace of a node before it has any link.
	Open(node string, ns *netns.NS) error
	// Ready is called when that is done, and returns when interfaces may come up.
	Ready() error
	// Name tells which interface an index of the node stands for, before that
	// interface is up. An empty name says that it is none of the topology.
	Name(node, iface string, ifindex int)
}

// Options are the choices of a boot. The zero value boots a lab without
// capture, events and files.
type Options struct {
	// Logger gets the events of services and clients, with the attributes
	// node and source. Nil discards them.
	Logger *slog.Logger
	// Tap captures. Nil captures nothing.
	Tap Tap
	// Dir is an existing folder for the resolv.conf of every node and the
	// hosts file, which programs in nodes see below /etc. Without it they see
	// none. Boot creates what it needs there, and Close removes it.
	Dir string
	// Root is the folder of the host that the topology's file system begins
	// at, for programs that start in a folder beside the topology. Empty: the
	// topology's File is a path of the host.
	Root string
	// Secrets gets the keys of TLS connections, by which others can read what is said
	// over them (RFC 9850). Nil: they are kept to client and server.
	Secrets io.Writer
	// Patience is how long boot waits for DHCP leases and for programs to
	// listen: 10 s if 0.
	Patience time.Duration
	// Faults befall frames from the first one on, by the link as it is written.
	Faults map[string][]wire.Fault
	// Seed is what all chance in the lab is drawn from.
	Seed uint64
	// Grace is how long the undoing may take: 30 s if 0. A large lab on a busy
	// machine takes many seconds.
	Grace time.Duration

	// step is called before every operation of the plan; an error or a panic
	// is the operation's. Tests break a boot with it.
	step func(plan.Op) error
}

// Lab is a network that runs. Its methods may be called from any goroutine.
type Lab struct {
	topology *topology.Topology
	options  Options
	nodes    map[string]*Node
	order    []*Node
	names    *names
	trust    *trust // nil: no server speaks TLS
	undo     undo
	remains  remains         // guarded by mu
	running  context.Context // of services and clients; ends with Close or a failed boot
	stop     context.CancelFunc

	mu     sync.Mutex
	wires  map[string]*Wire
	faults []error
	panics []string
	failed chan struct{} // closed at the first fault

	close    sync.Once
	closeErr error
}

// Boot makes the network of a topology: namespaces, links, addresses,
// routes, services, and waits until services listen and every automatic
// DHCP client has its lease. Where that fails, or ctx ends, everything done
// so far is undone before Boot returns, and the error tells the node, the
// interface, the operation and the cause.
func Boot(ctx context.Context, t *topology.Topology, o Options) (*Lab, error) {
	p, err := plan.Of(t)
	if err != nil {
		return nil, err
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Patience == 0 {
		o.Patience = 10 * time.Second
	}
	if o.Grace == 0 {
		o.Grace = 30 * time.Second
	}
	l := &Lab{topology: t, options: o, nodes: make(map[string]*Node, len(t.Nodes)), failed: make(chan struct{})}
	l.names = newNames(t)
	l.undo.begin()
	l.running, l.stop = context.WithCancel(context.WithoutCancel(ctx))
	for _, spec := range t.Nodes {
		n := newNode(l, spec)
		l.nodes[spec.Name] = n
		l.order = append(l.order, n)
	}
	theYard().boot(+1)
	if err = l.establish(); err == nil {
		err = l.boot(ctx, p)
	}
	theYard().boot(-1)
	if err != nil {
		if undone := l.Close(); undone != nil { //nolint:contextcheck // undone under a deadline of its own
			err = errors.Join(err, fmt.Errorf("undo the boot: %w", undone))
		}
		return nil, err
	}
	return l, nil
}

// Node returns the node of that name, nil if there is none.
func (l *Lab) Node(name string) *Node { return l.nodes[name] }

// Nodes returns all nodes, in the order of the topology.
func (l *Lab) Nodes() []*Node { return l.order }

// Topology returns what the lab was booted from.
func (l *Lab) Topology() *topology.Topology { return l.topology }

// Failed is closed when something in the lab broke that no test may pass
// over: a service or a client that panicked or gave up. Err tells what.
func (l *Lab) Failed() <-chan struct{} { return l.failed }

// Err joins everything that broke in the lab since it was booted.
func (l *Lab) Err() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return errors.Join(l.faults...)
}

// Panics returns what panicked in the lab since it was booted, one text
// each: node, source, the panic and its stack.
func (l *Lab) Panics() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]string(nil), l.panics...)
}

// fault records what broke. Whoever waits for Failed finds the event of it told.
func (l *Lab) fault(n *Node, source string, err error) {
	err = fmt.Errorf("%s: %s: %w", n.Name, source, err)
	_, panicked := errors.AsType[*PanicError](err)
	event := "failed"
	if panicked {
		event = "panic"
	}
	n.logger(source).Error(event, "error", err.Error())
	l.mu.Lock()
	defer l.mu.Unlock()
	l.faults = append(l.faults, err)
	if panicked {
		l.panics = append(l.panics, err.Error())
	}
	if len(l.faults) == 1 {
		close(l.failed)
	}
}

// leave adds a namespace and its bridges to what is left of the lab.
func (l *Lab) leave(ns *netns.NS, bridges []int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.remains.spaces = append(l.remains.spaces, ns)
	for _, index := range bridges {
		l.remains.bridges = append(l.remains.bridges, bridge{ns, index})
	}
}

// Close ends the lab: programs, clients and services stop, sockets and
// namespaces are closed, nothing of it can be reached any more. It does not wait
// for the kernel to take the network apart, which may have to wait until no other lab
// boots (see Clear). It may be called more than once; the error,
// the same each time, joins everything that could not be undone.
func (l *Lab) Close() error {
	l.close.Do(func() {
		ctx, cancel := context.WithTimeout(context.Background(), l.options.Grace)
		defer cancel()
		err := l.undo.run(ctx)
		l.stop()
		l.mu.Lock()
		defer l.mu.Unlock()
		l.closeErr = errors.Join(err, forsake(l.remains.spaces))
		theYard().take(&l.remains)
	})
	return l.closeErr
}
