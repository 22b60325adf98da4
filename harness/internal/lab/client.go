package lab

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"sync"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/plan"
	"github.com/netrig/netrig/harness/internal/rtnl"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/services/dhcp4"
)

// Client is the DHCP client of one interface (RFC 2131). It configures the
// interface, the default route and the name servers of its node.
type Client struct {
	node   *Node
	name   string
	index  int
	client *dhcp4.Client
	ended  context.Context // ends when the client does, with why as its cause

	mu      sync.Mutex
	applied dhcp4.Lease // what the interface is configured with; zero for nothing
}

// errStopped is why a client that was told to stop has ended.
var errStopped = errors.New("the client was stopped")

// client makes the DHCP client of an interface, and where it is automatic
// waits for the lease.
func (b *boot) client(ctx context.Context, op plan.Client) error {
	n := b.nodes[op.Node]
	who := op.Node + ":" + op.Name
	frames, err := openFrames(n.ns, op.Index, dhcp4.ClientFilter())
	if err != nil {
		return at(fmt.Errorf("%s: dhcp client: %w", who, err), op.Pos)
	}
	client, err := dhcp4.NewClient(frames, dhcp4.ClientConfig{
		MAC: op.MAC, Hostname: n.Name, ListenPacket: n.ns.ListenPacket, Logger: n.logger("dhcp-client").With("interface", op.Name),
	})
	if err != nil {
		return at(errors.Join(fmt.Errorf("%s: dhcp client: %w", who, err), frames.Close()), op.Pos)
	}
	c := &Client{node: n, name: op.Name, index: op.Index, client: client}
	c.ended = b.keep(n, who, "dhcp-client", func(ctx context.Context) error { return client.Run(ctx, c.apply) })
	n.mu.Lock()
	n.clients = append(n.clients, c)
	n.mu.Unlock()
	if !op.Auto {
		return nil
	}
	patient, cancel := context.WithTimeout(ctx, b.options.Patience)
	defer cancel()
	if _, err := c.Discover(patient); err != nil {
		if ctx.Err() == nil && errors.Is(err, context.DeadlineExceeded) {
			err = fmt.Errorf("%s got no lease within %s (is a DHCP server on its link, with addresses left, and does no wire lose what they say?)", who, b.options.Patience)
		}
		return at(err, op.Pos)
	}
	return nil
}

// keep has a client of a node run until the lab ends, and returns a context that ends
// when the client does, with why as its cause.
func (b *boot) keep(n *Node, who, source string, run func(context.Context) error) context.Context {
	ended, end := context.WithCancelCause(context.Background())
	running, stop := context.WithCancel(b.running)
	go func() { // ends with running
		err := safely(func() error { return run(running) })
		_, panicked := errors.AsType[*PanicError](err)
		switch {
		case running.Err() != nil && !panicked:
			err = errStopped // what it could not finish is of no account any more
		case err == nil:
			err = errors.New("the client ended by itself")
			fallthrough
		default:
			b.fault(n, source, err)
		}
		end(err)
	}()
	b.undo.push(func(ctx context.Context) error {
		stop()
		select {
		case <-ended.Done():
			return nil
		case <-ctx.Done():
			return fmt.Errorf("%s: the %s does not stop", who, source)
		}
	})
	return ended
}

// demand has a client do something, unless the client ends first.
func demand[L any](ctx, ended context.Context, who, what string, f func(context.Context) (L, error)) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	defer context.AfterFunc(ended, func() { cancel(context.Cause(ended)) })()
	if _, err := f(ctx); err != nil {
		if ended.Err() != nil {
			err = context.Cause(ended)
		}
		return fmt.Errorf("%s: %s: %w", who, what, err)
	}
	return nil
}

// DHCP returns the DHCP client of an interface.
func (n *Node) DHCP(iface string) (*Client, error) {
	for _, c := range n.dhcp() {
		if c.name == iface {
			return c, nil
		}
	}
	return nil, fmt.Errorf("%s:%s has no DHCP client (declare it `%s: dhcp`)", n.Name, iface, iface)
}

// Discover obtains a lease and configures it (RFC 2131, Section 3.1). A
// lease that is held is dropped first.
func (c *Client) Discover(ctx context.Context) (state.Lease, error) {
	return c.ask(ctx, "obtain a lease", c.client.Acquire)
}

// Reboot asks to go on with an address known from earlier (RFC 2131,
// Section 3.2).
func (c *Client) Reboot(ctx context.Context, addr netip.Addr) (state.Lease, error) {
	return c.ask(ctx, "go on with "+addr.String(), func(ctx context.Context) (dhcp4.Lease, error) {
		return c.client.Reboot(ctx, addr)
	})
}

// Renew extends the lease now (RFC 2131, Section 4.4.5).
func (c *Client) Renew(ctx context.Context) (state.Lease, error) {
	return c.ask(ctx, "renew the lease", c.client.Renew)
}

// Release gives the lease back and takes the address from the interface
// (RFC 2131, Section 4.4.6).
func (c *Client) Release(ctx context.Context) error {
	_, err := c.ask(ctx, "release the lease", func(ctx context.Context) (dhcp4.Lease, error) {
		return dhcp4.Lease{}, c.client.Release(ctx)
	})
	return err
}

func (c *Client) ask(ctx context.Context, what string, f func(context.Context) (dhcp4.Lease, error)) (state.Lease, error) {
	if err := demand(ctx, c.ended, c.node.Name+":"+c.name, what, f); err != nil {
		return state.Lease{}, err
	}
	return c.Lease(), nil
}

// Lease returns the state of the client and the lease it holds, if any.
func (c *Client) Lease() state.Lease {
	s := state.Lease{Interface: c.name, State: string(c.client.State())}
	c.mu.Lock()
	held := c.applied
	c.mu.Unlock()
	if !held.Address.IsValid() {
		return s
	}
	s.Address, s.Server, s.Router, s.DNS = held.Address, held.Server, held.Routers, held.DNS
	s.Domain, s.Duration, s.Obtained = held.Domain, held.Duration, held.Obtained
	return s
}

// apply configures the interface as the lease says, or takes it back.
func (c *Client) apply(_ context.Context, change dhcp4.Change) (err error) {
	kernel, err := rtnl.Open(c.node.ns, c.node.Name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, kernel.Close()) }()
	c.mu.Lock()
	before := c.applied
	c.mu.Unlock()
	var after dhcp4.Lease
	if change.Configure() {
		after = change.Lease
	}
	if err := c.configure(kernel, before, after); err != nil {
		return err
	}
	c.mu.Lock()
	c.applied = after
	c.mu.Unlock()
	return c.node.refreshFiles()
}

// configure takes what is of the lease before from the kernel, and gives it
// what is of the lease after. What both have stays.
func (c *Client) configure(kernel *rtnl.Conn, before, after dhcp4.Lease) error {
	oldRoute, hadRoute := c.route(before)
	newRoute, hasRoute := c.route(after)
	readdress := before.Address != after.Address
	if hadRoute && (readdress || !hasRoute || oldRoute.Via != newRoute.Via) {
		if err := kernel.RemoveRoute(oldRoute); err != nil {
			return err
		}
		hadRoute = false
	}
	if readdress && before.Address.IsValid() {
		err := kernel.RemoveAddress(rtnl.Address{Name: c.name, Index: c.index, Prefix: before.Address})
		if err != nil && !errors.Is(err, unix.EADDRNOTAVAIL) { // somebody in the node took it away already
			return err
		}
	}
	if readdress && after.Address.IsValid() {
		if err := kernel.AddAddresses(rtnl.Address{Name: c.name, Index: c.index, Prefix: after.Address}); err != nil {
			return err
		}
	}
	if hasRoute && !hadRoute {
		return kernel.AddRoutes(newRoute)
	}
	return nil
}

// route returns the default route of a lease.
func (c *Client) route(l dhcp4.Lease) (rtnl.Route, bool) {
	if !l.Address.IsValid() || len(l.Routers) == 0 {
		return rtnl.Route{}, false
	}
	return rtnl.Route{
		To: netip.PrefixFrom(netip.IPv4Unspecified(), 0), Via: l.Routers[0],
		Name: c.name, Index: c.index, Protocol: rtnl.DHCP,
	}, true
}
