package dhcp4

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

	"github.com/netrig/netrig/services/internal/desk"
)

// ClientConfig tunes a Client. Only MAC is required.
type ClientConfig struct {
	MAC      net.HardwareAddr // of the interface
	Hostname string           // option 12; empty sends none
	ClientID []byte           // option 61, type octet first; empty sends none
	// Parameters is the parameter request list (option 55): 1, 3, 6, 12, 15, 28 if
	// nil. Empty but not nil sends none.
	Parameters []uint8
	// RequestAddress is the address wished for in DISCOVER (option 50), if valid.
	RequestAddress netip.Addr
	// RequestTime is the lease time wished for (option 51), whole seconds; 0 sends none.
	RequestTime time.Duration
	// Broadcast sets the BROADCAST flag, for links that cannot deliver a unicast
	// to an interface without an address (RFC 2131, Section 4.1).
	Broadcast bool
	// RetryFirst is the first retransmission delay: 4 s if 0. It doubles each time
	// up to RetryMax, 64 s if 0; each is spread by up to RetryFirst/4 either way
	// (RFC 2131, Section 4.1).
	RetryFirst, RetryMax time.Duration
	// RetryRenew is the least delay between retransmissions while renewing or
	// rebinding: 60 s if 0 (RFC 2131, Section 4.4.5).
	RetryRenew time.Duration
	// DeclineDelay is the pause between a DECLINE and the next DISCOVER: 10 s if 0
	// (RFC 2131, Section 3.1, step 5).
	DeclineDelay time.Duration
	// Conflict, if not nil, is asked before a new address is used; true means that
	// somebody else uses it, and the client declines it. It must return when ctx ends.
	Conflict func(ctx context.Context, addr netip.Addr) bool
	// ListenPacket opens the UDP socket that a bound client sends unicasts from;
	// network is "udp4", address is the leased address with port 68. If nil, the
	// client puts unicasts into frames to the neighbor that the lease came from.
	ListenPacket func(ctx context.Context, network, address string) (net.PacketConn, error)
	// Rand draws transaction ids and jitter; it is used by one goroutine at a time.
	// Seeded by chance if nil.
	Rand *rand.Rand
	// Logger gets the events that README.md lists; nil discards them.
	Logger *slog.Logger
}

// State is a state of the client (RFC 2131, Section 4.4, Figure 5).
type State string

// The states of a client.
const (
	StateInit       State = "INIT"
	StateSelecting  State = "SELECTING"
	StateRequesting State = "REQUESTING"
	StateRebooting  State = "REBOOTING"
	StateBound      State = "BOUND"
	StateRenewing   State = "RENEWING"
	StateRebinding  State = "REBINDING"
)

// Reason says why the interface has to be configured anew.
type Reason string

// The reasons of a Change.
const (
	ReasonBound    Reason = "bound"    // a lease was obtained: configure it
	ReasonRenewed  Reason = "renewed"  // the same address goes on; parameters may differ
	ReasonExpired  Reason = "expired"  // the lease ran out: remove it
	ReasonNak      Reason = "nak"      // a server took the address back: remove it
	ReasonReleased Reason = "released" // the client gave it back: remove it
	ReasonDropped  Reason = "dropped"  // the client begins anew, without giving it back: remove it
)

// Change tells the caller of Run what to do to the interface.
type Change struct {
	Reason Reason
	Lease  Lease // the lease to configure, or the one to remove
}

// Configure tells whether c.Lease is to be configured (bound, renewed) or
// removed (all others).
func (c Change) Configure() bool { return c.Reason == ReasonBound || c.Reason == ReasonRenewed }

// Errors of the methods of Client, to be told with errors.Is.
var (
	ErrNoLease     = errors.New("dhcp4: the client holds no lease")
	ErrRefused     = errors.New("dhcp4: the server refused (NAK)")
	ErrNoAnswer    = errors.New("dhcp4: no server answered")
	ErrInterrupted = errors.New("dhcp4: another call took over")
	ErrStopped     = errors.New("dhcp4: the client is not running")
)

// Client is a DHCP client on one interface (RFC 2131, Section 4.4). Its methods
// may be called from any goroutine; a call takes over from one that still waits,
// and waits itself for Run to be called.
type Client struct {
	link    FrameConn
	config  ClientConfig
	desk    *desk.Desk[command, Lease, *answer]
	running atomic.Bool

	mu    sync.Mutex
	state State
	lease *Lease
}

// NewClient returns a Client that speaks over link, which Run closes. It does
// nothing before Run and one of the calls below. The error tells which setting
// is unusable and why.
func NewClient(link FrameConn, c ClientConfig) (*Client, error) {
	if link == nil {
		return nil, errors.New("dhcp4: the client needs a link")
	}
	c, err := c.complete()
	if err != nil {
		return nil, fmt.Errorf("dhcp4: %w", err)
	}
	return &Client{link: link, config: c, desk: desk.New[command, Lease, *answer](ErrInterrupted, ErrStopped), state: StateInit}, nil
}

// complete checks c and returns a copy with the defaults filled in.
func (c ClientConfig) complete() (ClientConfig, error) {
	if len(c.MAC) != 6 || !mac(c.MAC).usable() {
		return c, fmt.Errorf("mac %q is no Ethernet address of an interface", c.MAC)
	}
	if len(c.Hostname) > maxOptionLength || len(c.ClientID) > maxOptionLength || len(c.Parameters) > maxOptionLength {
		return c, fmt.Errorf("hostname, client id and parameter list have at most %d octets each", maxOptionLength)
	}
	if len(c.ClientID) == 1 {
		return c, errors.New("client id of one octet: it needs a type and a value (RFC 2132, Section 9.14)")
	}
	if c.RequestAddress.IsValid() && !c.RequestAddress.Is4() {
		return c, fmt.Errorf("request address %s is no IPv4 address", c.RequestAddress)
	}
	if c.RequestTime < 0 || c.RequestTime > Infinite || c.RequestTime%time.Second != 0 {
		return c, fmt.Errorf("request time %s: the protocol counts whole seconds from 0 to 4294967295", c.RequestTime)
	}
	if min(c.RetryFirst, c.RetryMax, c.RetryRenew, c.DeclineDelay) < 0 {
		return c, errors.New("retry times and decline delay cannot be negative")
	}
	c.RetryFirst = cmp.Or(c.RetryFirst, 4*time.Second)
	c.RetryMax = max(cmp.Or(c.RetryMax, 64*time.Second), c.RetryFirst)
	c.RetryRenew = cmp.Or(c.RetryRenew, time.Minute)
	c.DeclineDelay = cmp.Or(c.DeclineDelay, 10*time.Second)
	if c.Parameters == nil {
		c.Parameters = []uint8{optSubnetMask, optRouter, optDNS, optHostname, optDomain, optBroadcast}
	}
	if c.Rand == nil {
		c.Rand = rand.New(rand.NewPCG(rand.Uint64(), rand.Uint64()))
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	return c, nil
}

// Run is the client at work: it carries out the calls below, renews the lease at
// T1, rebinds at T2, and when the lease expires or is taken back starts over.
// Each change of the lease is handed to apply, which configures the interface
// before the client goes on; a call that caused the change returns after that.
//
// Run returns nil when ctx ends, with the link closed and the lease left as it is
// (Release gives it back). An error is apply's or the link's. It may be called once.
func (c *Client) Run(ctx context.Context, apply func(context.Context, Change) error) error {
	if !c.running.CompareAndSwap(false, true) {
		return errors.New("dhcp4: the client was run before")
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stop := context.AfterFunc(ctx, func() { _ = c.link.Close() }) // interrupts ReadFrame
	defer stop()
	m := &machine{
		Client: c, mac: mac(c.config.MAC), log: c.config.Logger.With(slog.String("mac", c.config.MAC.String())),
		Desk: c.desk, apply: apply,
	}
	var reader sync.WaitGroup
	reader.Go(func() { m.read(ctx) }) // ends when the link is closed
	err := m.Desk.Run(ctx, m.idle)
	cancel()
	_ = c.link.Close()
	m.unlisten()
	reader.Wait()
	m.Close()
	return err
}

// Acquire obtains a lease: DISCOVER, OFFER, REQUEST, ACK (RFC 2131, Section 3.1).
// When ctx ends first, the client gives up and is idle. A lease that it holds is
// dropped before, without a RELEASE.
func (c *Client) Acquire(ctx context.Context) (Lease, error) {
	return c.desk.Call(ctx, command{kind: acquire})
}

// Reboot asks to go on with addr, known from earlier (RFC 2131, Section 3.2), and
// falls back to Acquire when a server refuses or none answers.
func (c *Client) Reboot(ctx context.Context, addr netip.Addr) (Lease, error) {
	if !addr.Is4() {
		return Lease{}, fmt.Errorf("dhcp4: %q is no IPv4 address", addr)
	}
	return c.desk.Call(ctx, command{kind: reboot, addr: netip.PrefixFrom(addr, 32)})
}

// Renew extends the lease now, as at T1 (RFC 2131, Section 4.4.5). ErrRefused
// means that the lease is gone; the client then starts over on its own.
func (c *Client) Renew(ctx context.Context) (Lease, error) {
	return c.desk.Call(ctx, command{kind: renew})
}

// Release gives the lease back (RFC 2131, Section 4.4.6) and leaves the client
// idle. Without a lease it only ends an attempt to obtain one.
func (c *Client) Release(ctx context.Context) error {
	_, err := c.desk.Call(ctx, command{kind: release})
	return err
}

// Inform asks for parameters only, for an address configured by other means
// (RFC 2131, Section 4.4.3). The lease it returns has no duration and is not
// applied; one that the client holds goes on.
func (c *Client) Inform(ctx context.Context, addr netip.Prefix) (Lease, error) {
	if !addr.Addr().Is4() {
		return Lease{}, fmt.Errorf("dhcp4: %q is no IPv4 address with a prefix length", addr)
	}
	return c.desk.Call(ctx, command{kind: inform, addr: addr})
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
	reboot
	renew
	release
	inform
)

// command is what a call asks the machine for.
type command struct {
	kind kind
	addr netip.Prefix
}
