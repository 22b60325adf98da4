package lab

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"net/netip"
	"strings"
	"sync"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/plan"
	"github.com/netrig/netrig/harness/internal/rtnl"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/services/dhcp6"
	"github.com/netrig/netrig/topology"
)

// Client6 is the DHCPv6 client of one interface (RFC 8415). It configures the
// interface and the name servers of its node.
type Client6 struct {
	node   *Node
	name   string
	index  int
	dad    bool
	client *dhcp6.Client
	ended  context.Context // ends when the client does, with why as its cause

	mu      sync.Mutex
	applied dhcp6.Lease // what the node is configured with; zero for nothing
}

// client6 makes the DHCPv6 client of an interface, and unless it is manual waits for
// what it gets.
func (b *boot) client6(ctx context.Context, op plan.Client6) error {
	n := b.nodes[op.Node]
	who := op.Node + ":" + op.Name
	patient, cancel := context.WithTimeout(ctx, b.options.Patience)
	defer cancel()
	if _, err := n.linkLocal(patient, op.Name); err != nil {
		return at(fmt.Errorf("%s: dhcp6 client: no link-local address to ask from: %w", who, err), op.Pos)
	}
	socket, err := n.listenOn(ctx, op.Name, "udp6", fmt.Sprintf("[::]:%d", dhcp6.ClientPort))
	if err != nil {
		return at(fmt.Errorf("%s: dhcp6 client: %w", who, taken(err)), op.Pos)
	}
	client, err := dhcp6.NewClient(socket, dhcp6.ClientConfig{MAC: op.MAC, Logger: n.logger("dhcp6-client").With("interface", op.Name)})
	if err != nil {
		return at(errors.Join(fmt.Errorf("%s: dhcp6 client: %w", who, err), socket.Close()), op.Pos)
	}
	c := &Client6{node: n, name: op.Name, index: op.Index, dad: op.DAD, client: client}
	c.ended = b.keep(n, who, "dhcp6-client", func(ctx context.Context) error { return client.Run(ctx, c.apply) })
	n.mu.Lock()
	n.six = append(n.six, c)
	n.mu.Unlock()
	switch op.Mode {
	case topology.DHCPAuto:
		_, err = c.Solicit(patient)
	case topology.DHCPInform:
		_, err = c.Inform(patient)
	default:
		return nil
	}
	if err != nil && ctx.Err() == nil && errors.Is(err, context.DeadlineExceeded) {
		err = fmt.Errorf("no DHCPv6 server answered on %s within %s (is one on its link, with addresses left?)", who, b.options.Patience)
	}
	return at(err, op.Pos)
}

// dhcp6 returns the node's DHCPv6 clients.
func (n *Node) dhcp6() []*Client6 {
	n.mu.Lock()
	defer n.mu.Unlock()
	return n.six
}

// DHCP6 returns the DHCPv6 client of an interface.
func (n *Node) DHCP6(iface string) (*Client6, error) {
	for _, c := range n.dhcp6() {
		if c.name == iface {
			return c, nil
		}
	}
	return nil, fmt.Errorf("%s:%s has no DHCPv6 client (declare it `%s: dhcp6`)", n.Name, iface, iface)
}

// Solicit obtains a lease and configures it (RFC 8415, Section 18.2.1). A lease that
// is held is dropped first.
func (c *Client6) Solicit(ctx context.Context) (state.Lease6, error) {
	return c.ask(ctx, "obtain a lease", c.client.Acquire)
}

// Renew extends the lease now (RFC 8415, Section 18.2.4).
func (c *Client6) Renew(ctx context.Context) (state.Lease6, error) {
	return c.ask(ctx, "renew the lease", c.client.Renew)
}

// Rebind asks any server to extend the lease (RFC 8415, Section 18.2.5).
func (c *Client6) Rebind(ctx context.Context) (state.Lease6, error) {
	return c.ask(ctx, "rebind the lease", c.client.Rebind)
}

// Confirm asks whether the lease fits the link (RFC 8415, Section 18.2.3).
func (c *Client6) Confirm(ctx context.Context) (state.Lease6, error) {
	return c.ask(ctx, "confirm the lease", c.client.Confirm)
}

// Inform asks for settings without an address (RFC 8415, Section 18.2.6).
func (c *Client6) Inform(ctx context.Context) (state.Lease6, error) {
	return c.ask(ctx, "ask for settings", c.client.Inform)
}

// Release gives the lease back and takes the address from the interface (RFC 8415,
// Section 18.2.7).
func (c *Client6) Release(ctx context.Context) error {
	_, err := c.ask(ctx, "release the lease", func(ctx context.Context) (dhcp6.Lease, error) {
		return dhcp6.Lease{}, c.client.Release(ctx)
	})
	return err
}

func (c *Client6) ask(ctx context.Context, what string, f func(context.Context) (dhcp6.Lease, error)) (state.Lease6, error) {
	if err := demand(ctx, c.ended, c.node.Name+":"+c.name, what, f); err != nil {
		return state.Lease6{}, err
	}
	return c.Lease(), nil
}

// Lease returns the state of the client and what it holds, if anything.
func (c *Client6) Lease() state.Lease6 {
	s := state.Lease6{Interface: c.name, State: string(c.client.State())}
	c.mu.Lock()
	held := c.applied
	c.mu.Unlock()
	if held.Obtained.IsZero() {
		return s
	}
	s.Address, s.Server, s.DUID, s.DNS, s.Domain = held.Address, held.Server, colons(held.ServerDUID), held.DNS, held.Domain
	s.Valid, s.Preferred, s.T1, s.T2, s.Obtained = held.Valid, held.Preferred, held.T1, held.T2, held.Obtained
	return s
}

// colons shows octets as hardware addresses are shown.
func colons(b []byte) string {
	parts := make([]string, len(b))
	for i := range b {
		parts[i] = hex.EncodeToString(b[i : i+1])
	}
	return strings.Join(parts, ":")
}

// apply configures the interface as the lease says, or takes it back.
func (c *Client6) apply(ctx context.Context, change dhcp6.Change) (err error) {
	kernel, err := rtnl.Open(c.node.ns, c.node.Name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, kernel.Close()) }()
	l := change.Lease
	switch {
	case change.Configure() && l.Address.IsValid():
		if err := c.lend(ctx, kernel, l); err != nil {
			return err
		}
	case !change.Configure() && l.Address.IsValid():
		err := kernel.RemoveAddress(rtnl.Address{Name: c.name, Index: c.index, Prefix: netip.PrefixFrom(l.Address, l.Address.BitLen())})
		if err != nil && !errors.Is(err, unix.EADDRNOTAVAIL) { // it expired, or somebody in the node took it away
			return err
		}
	}
	if !change.Configure() {
		l = dhcp6.Lease{}
	}
	c.mu.Lock()
	c.applied = l
	c.mu.Unlock()
	return c.node.refreshFiles()
}
