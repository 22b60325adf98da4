package dhcp6

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/netip"
	"sync"
	"sync/atomic"
	"time"

	"github.com/insomniacslk/dhcp/dhcpv6"

	"github.com/netrig/netrig/services/internal/desk"
)

// ClientConfig tunes a Client. Only MAC is required.
type ClientConfig struct {
	MAC net.HardwareAddr // of the interface; the client's DUID is made of it (DUID-LL)
	// IAID names the one association of the client: the last four octets of MAC if
	// it is all zeros.
	IAID [4]byte
	// RapidCommit asks servers to answer a SOLICIT with the lease.
	RapidCommit bool
	// Retry is the first time that an answer is waited for: 1 s if 0. It doubles
	// each time, up to RetryMax, 3600 s if 0 (30 s for a REQUEST); each is spread by
	// a tenth either way (RFC 8415, Section 15).
	Retry, RetryMax time.Duration
	// RetryRenew is the first time that an answer is waited for while renewing or
	// rebinding: 10 s if 0.
	RetryRenew time.Duration
	// Rand draws transaction ids and jitter; it is used by one goroutine at a time.
	// Seeded by chance if nil.
	Rand *rand.Rand
	// Logger gets the events that README.md lists; nil discards them.
	Logger *slog.Logger
}

// State is what the client is doing. The names are those of DHCPv4 where the RFC
// has none.
type State string

// The states of a client.
const (
	StateInit       State = "INIT"       // nothing
	StateSoliciting State = "SOLICITING" // looks for servers
	StateRequesting State = "REQUESTING" // asks one for its address
	StateBound      State = "BOUND"      // holds a lease
	StateRenewing   State = "RENEWING"   // asks the server of the lease for more time
	StateRebinding  State = "REBINDING"  // asks any server
	StateInformed   State = "INFORMED"   // has settings, and no lease
)

// Lease is what a client holds: an address, or settings alone.
type Lease struct {
	Address    netip.Addr // zero where there are settings alone
	Server     netip.Addr // who the answer came from, its link-local address
	ServerDUID []byte
	IAID       [4]byte
	DNS        []netip.Addr
	Domain     []string
	// Valid and Preferred are the lifetimes of the address, T1 and T2 when it is
	// renewed and rebound, since Obtained.
	Valid, Preferred time.Duration
	T1, T2           time.Duration
	Obtained         time.Time // when the answered question was sent

	server dhcpv6.DUID
}

// Reason says why the interface has to be configured anew.
type Reason string

// The reasons of a Change.
const (
	ReasonBound    Reason = "bound"    // a lease was obtained: configure it
	ReasonRenewed  Reason = "renewed"  // the same address goes on; the rest may differ
	ReasonInformed Reason = "informed" // settings came, no address
	ReasonExpired  Reason = "expired"  // the lease ran out: remove it
	ReasonRefused  Reason = "refused"  // a server took the address back: remove it
	ReasonReleased Reason = "released" // the client gave it back: remove it
	ReasonDropped  Reason = "dropped"  // the client begins anew, without giving it back: remove it
)

// Change tells the caller of Run what to do to the interface.
type Change struct {
	Reason Reason
	Lease  Lease // the lease to configure, or the one to remove
}

// Configure tells whether c.Lease is to be configured (bound, renewed, informed)
// or removed (all others).
func (c Change) Configure() bool {
	return c.Reason == ReasonBound || c.Reason == ReasonRenewed || c.Reason == ReasonInformed
}

// Errors of the methods of Client, to be told with errors.Is.
var (
	ErrNoLease     = errors.New("dhcp6: the client holds no lease")
	ErrRefused     = errors.New("dhcp6: the server refused")
	ErrNoAnswer    = errors.New("dhcp6: no server answered")
	ErrInterrupted = errors.New("dhcp6: another call took over")
	ErrStopped     = errors.New("dhcp6: the client is not running")
	// ErrConflict is for the function given to Run: somebody else on the link has
	// the address. The client declines it and looks for another one.
	ErrConflict = errors.New("dhcp6: the address is in use")
)

// Client is a DHCPv6 client on one interface (RFC 8415, Section 18.2). Its methods
// may be called from any goroutine; a call takes over from one that still waits,
// and waits itself for Run to be called.
type Client struct {
	conn    net.PacketConn
	config  ClientConfig
	id      dhcpv6.DUID
	desk    *desk.Desk[command, Lease, *answer]
	running atomic.Bool

	mu    sync.Mutex
	state State
	lease *Lease
}

// NewClient returns a Client that speaks over conn, which Run closes: UDP port
// 546, bound to the interface, which has its link-local address. It does nothing
// before Run and one of the calls below. The error tells which setting is unusable
// and why.
func NewClient(conn net.PacketConn, c ClientConfig) (*Client, error) {
	if conn == nil {
		return nil, errors.New("dhcp6: the client needs a socket")
	}
	if len(c.MAC) != 6 {
		return nil, fmt.Errorf("dhcp6: mac %q is no Ethernet address of an interface", c.MAC)
	}
	if min(c.Retry, c.RetryMax, c.RetryRenew) < 0 {
		return nil, errors.New("dhcp6: retry times cannot be negative")
	}
	if c.IAID == [4]byte{} {
		c.IAID = [4]byte(c.MAC[2:])
	}
	c.Retry = cmp.Or(c.Retry, time.Second)
	c.RetryMax = max(cmp.Or(c.RetryMax, time.Hour), c.Retry)
	c.RetryRenew = cmp.Or(c.RetryRenew, 10*time.Second)
	if c.Rand == nil {
		c.Rand = rand.New(rand.NewPCG(rand.Uint64(), rand.Uint64()))
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	return &Client{
		conn: conn, config: c, id: linkLayer(c.MAC), state: StateInit,
		desk: desk.New[command, Lease, *answer](ErrInterrupted, ErrStopped),
	}, nil
}

// Run is the client at work: it carries out the calls below, renews the lease at
// T1, rebinds at T2, and when the lease expires or is taken back starts over. Each
// change of the lease is handed to apply, which configures the interface before
// the client goes on; a call that caused the change returns after that. Where
// apply returns [ErrConflict] for a lease that is bound, the client declines it.
//
// Run returns nil when ctx ends, with the socket closed and the lease left as it
// is (Release gives it back). An error is apply's or the socket's. It may be called
// once.
func (c *Client) Run(ctx context.Context, apply func(context.Context, Change) error) error {
	if !c.running.CompareAndSwap(false, true) {
		return errors.New("dhcp6: the client was run before")
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stop := context.AfterFunc(ctx, func() { _ = c.conn.Close() }) // interrupts ReadFrom
	defer stop()
	m := &machine{
		Client: c, log: c.config.Logger.With(slog.String("duid", duid(bytesOf(c.id)))),
		Desk: c.desk, apply: apply,
	}
	var reader sync.WaitGroup
	reader.Go(func() { m.read(ctx) }) // ends when the socket is closed
	err := m.Desk.Run(ctx, m.idle)
	cancel()
	_ = c.conn.Close()
	reader.Wait()
	m.Close()
	return err
}

// Acquire obtains a lease: SOLICIT, ADVERTISE, REQUEST, REPLY (RFC 8415, Section
// 18.2.1). When ctx ends first, the client gives up and is idle. A lease that it
// holds is dropped before, without a RELEASE.
func (c *Client) Acquire(ctx context.Context) (Lease, error) {
	return c.desk.Call(ctx, command{kind: acquire})
}

// Renew extends the lease now, as at T1 (RFC 8415, Section 18.2.4). ErrRefused
// means that the lease is gone; the client then starts over on its own.
func (c *Client) Renew(ctx context.Context) (Lease, error) {
	return c.desk.Call(ctx, command{kind: renew})
}

// Rebind asks any server to extend the lease, as at T2 (RFC 8415, Section 18.2.5).
func (c *Client) Rebind(ctx context.Context) (Lease, error) {
	return c.desk.Call(ctx, command{kind: rebind})
}

// Confirm asks whether the lease still fits the link, as after a cable was plugged
// in again (RFC 8415, Section 18.2.3). ErrRefused means that the lease is gone; the
// client then starts over on its own. Where nobody answers the lease goes on.
func (c *Client) Confirm(ctx context.Context) (Lease, error) {
	return c.desk.Call(ctx, command{kind: confirm})
}

// Release gives the lease back (RFC 8415, Section 18.2.7) and leaves the client
// idle. Without a lease it only ends an attempt to obtain one.
func (c *Client) Release(ctx context.Context) error {
	_, err := c.desk.Call(ctx, command{kind: release})
	return err
}

// Inform asks for settings only (RFC 8415, Section 18.2.6). A lease that the client
// holds goes on; without one, the settings are applied.
func (c *Client) Inform(ctx context.Context) (Lease, error) {
	return c.desk.Call(ctx, command{kind: inform})
}

// State is what the client is doing.
func (c *Client) State() State {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.state
}

// Lease returns the lease held, if any.
func (c *Client) Lease() (Lease, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.lease == nil {
		return Lease{}, false
	}
	return *c.lease, true
}

// kind is what a command asks for.
type kind uint8

const (
	acquire kind = iota
	renew
	rebind
	confirm
	release
	inform
)

// command is what a call asks the machine for.
type command struct{ kind kind }
