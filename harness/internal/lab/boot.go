package lab

import (
	"context"
	"errors"
	"fmt"
	"path"
	"runtime"
	"sync"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/plan"
	"github.com/netrig/netrig/harness/internal/rtnl"
	"github.com/netrig/netrig/topology"
)

// boot is a lab while it boots.
type boot struct {
	*Lab
	kernels map[string]*rtnl.Conn // by namespace; written in the first stage only
	spaces  map[string]*netns.NS  // as above
	bridges map[string][]int      // indexes, by node

	mu       sync.Mutex // guards the maps while the first stage runs
	fresh    rtnl.Fresh
	features sync.Once
	template *rtnl.Conn // has read the kernel's list of offloads
}

// clientsAtOnce is how many DHCP clients ask at once. A switch repeats each
// question to all of them, and the kernel drops what floods it.
const clientsAtOnce = 16

// boot carries out the plan, stage by stage.
func (l *Lab) boot(ctx context.Context, p *plan.Plan) (err error) {
	b := &boot{
		Lab:     l,
		kernels: make(map[string]*rtnl.Conn, len(l.nodes)+1),
		spaces:  make(map[string]*netns.NS, len(l.nodes)+1),
		bridges: make(map[string][]int),
	}
	for _, op := range p.Stage(plan.Bridges) {
		if op, ok := op.(plan.Bridge); ok {
			b.bridges[op.Node] = append(b.bridges[op.Node], op.Index)
		}
	}
	defer b.fresh.Close()
	defer func() {
		// Their work is done; whoever needs one later opens it.
		for _, c := range b.kernels {
			err = errors.Join(err, c.Close())
		}
	}()
	for stage := plan.Namespaces; stage <= plan.LeasedRoutes; stage++ {
		ops := p.Stage(stage)
		if len(ops) == 0 {
			continue
		}
		workers := min(runtime.GOMAXPROCS(0), runtime.NumCPU()) // where there are wires, the former has some to spare
		switch {
		case stage == plan.Clients:
			workers = clientsAtOnce
		case stage > plan.Filters:
			workers = len(ops) // they wait for programs, not for a processor
		}
		l.undo.begin()
		if err := b.stage(ctx, ops, workers); err != nil {
			return err
		}
		if stage == plan.Namespaces && b.options.Tap != nil {
			if err := b.options.Tap.Ready(); err != nil {
				return err
			}
		}
	}
	return nil
}

// stage carries out independent operations and stops at the first that
// fails.
func (b *boot) stage(ctx context.Context, ops []plan.Op, workers int) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	each(len(ops), workers, func(i int) {
		if ctx.Err() != nil {
			return
		}
		err := safely(func() error {
			if b.options.step != nil {
				if err := b.options.step(ops[i]); err != nil {
					return err
				}
			}
			return b.execute(ctx, ops[i])
		})
		if err != nil {
			cancel(err)
		}
	})
	return context.Cause(ctx)
}

// execute carries out one operation, and pushes its undo.
func (b *boot) execute(ctx context.Context, op plan.Op) error {
	switch op := op.(type) {
	case plan.Namespace:
		return b.namespace(ctx, op)
	case plan.Bridge:
		name := op.Name
		if !op.Named {
			name = ""
		}
		b.name(op.Node, name, op.Index)
		return b.kernels[op.Node].AddBridge(rtnl.Bridge{
			Name: op.Name, Index: op.Index, MAC: op.MAC, MTU: op.MTU,
			STP: tree(op.STP), Ageing: op.Ageing, Hub: op.Hub,
		})
	case plan.Port:
		return b.at(b.kernels[op.Node].SetPort(op.Index, op.Name, op.Cost, op.Priority), position(op.Pos))
	case plan.Link:
		return b.link(op)
	case plan.Wire:
		return b.at(b.wire(op), position(op.Link.Pos)) //nolint:contextcheck // carriers are followed past the boot
	case plan.Carrier:
		for _, name := range op.Names {
			if err := b.kernels[op.Node].SyncCarrier(name); err != nil {
				return err
			}
		}
		return nil
	case plan.Offload:
		return b.offload(op)
	case plan.Declared:
		return b.at(b.kernels[op.Node].Set(settings(op.Settings)...), declaredAt(op.Settings))
	case plan.AddressSet:
		return b.addresses(ctx, op)
	case plan.RouteSet:
		return b.routes(op)
	case plan.Translation:
		return b.at(b.kernels[op.Node].Translate(op.Masquerade, op.Forwards), position(op.Pos))
	case plan.Firewall:
		return b.at(b.kernels[op.Node].Filter(op.Rules), position(op.Pos))
	case plan.DHCPServer, plan.DHCPRelay, plan.DHCP6Server, plan.Advertiser, plan.DNSServer, plan.Resolver, plan.HTTPServer, plan.Program:
		return b.service(ctx, op)
	case plan.Autoconf:
		return b.autoconf(ctx, op)
	case plan.Client:
		return b.client(ctx, op)
	case plan.Client6:
		return b.client6(ctx, op)
	}
	return fmt.Errorf("lab: no way to carry out %T", op)
}

// namespace makes a node's namespace, opens its capture and writes its
// settings.
func (b *boot) namespace(ctx context.Context, op plan.Namespace) (err error) {
	ns, err := theYard().space(ctx, netns.New)
	if err != nil {
		return fmt.Errorf("%s: %w", op.Node, err)
	}
	b.undo.push(func(context.Context) error {
		b.leave(ns.Detach(), b.bridges[op.Node])
		return nil
	})
	kernel, err := b.fresh.Open(ns, op.Node, settings(op.Settings))
	if err != nil {
		return b.at(err, declaredAt(op.Settings))
	}
	b.mu.Lock()
	b.spaces[op.Node], b.kernels[op.Node] = ns, kernel
	b.mu.Unlock()
	node := b.nodes[op.Node]
	if node == nil {
		return nil // the far ends of interfaces without a cable
	}
	node.ns = ns
	if b.options.Tap != nil {
		if err := b.options.Tap.Open(op.Node, ns); err != nil {
			return fmt.Errorf("%s: open the capture: %w", op.Node, err)
		}
	}
	return nil
}

// name tells the capture about an interface.
func (b *boot) name(node, iface string, index int) {
	if b.options.Tap != nil && b.nodes[node] != nil {
		b.options.Tap.Name(node, iface, index)
	}
}

// tree is a bridge's part in a spanning tree; nil for none.
func tree(s *topology.STP) *rtnl.STP {
	if s == nil {
		return nil
	}
	return &rtnl.STP{Priority: s.Priority, ForwardDelay: s.ForwardDelay, HelloTime: s.HelloTime, MaxAge: s.MaxAge}
}

// link lays a cable.
func (b *boot) link(op plan.Link) error {
	end := func(e plan.End) rtnl.End {
		b.name(e.Node, e.Name, e.Index)
		return rtnl.End{
			NS: b.spaces[e.Node], Node: e.Node, Name: e.Name, Index: e.Index,
			MAC: e.MAC, MTU: e.MTU, Master: e.Bridge, Up: !e.Down,
		}
	}
	return b.at(b.kernels[op.B.Node].AddCable(end(op.A), end(op.B)), position(op.Pos))
}

// offload turns the offloads of an interface off. The first one reads the
// kernel's list of them for all.
func (b *boot) offload(op plan.Offload) error {
	kernel := b.kernels[op.Node]
	var err error
	b.features.Do(func() {
		err = kernel.ClearOffloads(op.Name)
		b.template = kernel
	})
	if err != nil || kernel == b.template {
		return errors.Join(err, kernel.ClearOffloads(op.Name))
	}
	kernel.ShareFeatures(b.template)
	return kernel.ClearOffloads(op.Name)
}

// addresses gives a node its static addresses.
func (b *boot) addresses(ctx context.Context, op plan.AddressSet) error {
	list := make([]rtnl.Address, len(op.Addresses))
	for i, a := range op.Addresses {
		list[i] = rtnl.Address{Name: a.Name, Index: a.Index, Prefix: a.Prefix, DAD: a.DAD}
	}
	if err := b.at(b.kernels[op.Node].AddAddresses(list...), func(i int) topology.Pos { return op.Addresses[i].Pos }); err != nil {
		return err
	}
	return b.probed(ctx, op)
}

// routes gives a node its static routes.
func (b *boot) routes(op plan.RouteSet) error {
	list := make([]rtnl.Route, len(op.Routes))
	for i, r := range op.Routes {
		list[i] = rtnl.Route{
			To: r.To, Via: r.Via, Name: r.Name, Index: r.Index,
			MTU: r.MTU, AdvMSS: r.AdvMSS, Metric: r.Metric, Type: routeType(r.Type),
		}
	}
	return b.at(b.kernels[op.Node].AddRoutes(list...), func(i int) topology.Pos { return op.Routes[i].Pos })
}

// routeType is what the kernel does with packets that a route is for.
func routeType(t topology.RouteType) rtnl.RouteType {
	switch t {
	case topology.Unreachable:
		return rtnl.Unreachable
	case topology.Prohibit:
		return rtnl.Prohibit
	case topology.Blackhole:
		return rtnl.Blackhole
	default:
		return rtnl.Unicast
	}
}

func settings(planned []plan.Setting) []rtnl.Setting {
	list := make([]rtnl.Setting, len(planned))
	for i, s := range planned {
		list[i] = rtnl.Setting{Path: s.Path, Value: s.Value, Optional: s.Pinned}
	}
	return list
}

// at puts the place in the topology file before an error of the kernel.
// pos returns it by the error's item.
func (b *boot) at(err error, pos func(item int) topology.Pos) error {
	if err == nil {
		return nil
	}
	item := 0
	if refused, ok := errors.AsType[*rtnl.Error](err); ok {
		item = refused.Item
	}
	return at(err, pos(item))
}

// at says where in the topology it is declared what went wrong. The file is told without its
// folder: that is one of the file system that it was read from, which nobody outside knows.
func at(err error, pos topology.Pos) error {
	if err == nil || pos == (topology.Pos{}) {
		return err
	}
	pos.File = path.Base(pos.File)
	return fmt.Errorf("%s: %w", pos, err)
}

func position(pos topology.Pos) func(int) topology.Pos {
	return func(int) topology.Pos { return pos }
}

func declaredAt(settings []plan.Setting) func(int) topology.Pos {
	return func(i int) topology.Pos {
		if i >= len(settings) {
			return topology.Pos{}
		}
		return settings[i].Pos
	}
}
