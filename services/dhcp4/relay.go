package dhcp4

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/netip"
	"slices"
	"sync"

	"github.com/insomniacslk/dhcp/dhcpv4"

	"github.com/netrig/netrig/services"
)

var _ services.Server = (*Relay)(nil)

// RelayConfig is whom a Relay stands between. Address, MAC and one server are required.
type RelayConfig struct {
	// Address is an address of the interface that clients are on. It goes into
	// giaddr, by which servers choose the subnet (RFC 2131, Section 4.3.1) and
	// find back to the relay.
	Address netip.Addr
	// MAC is the hardware address of that interface.
	MAC net.HardwareAddr
	// Servers each get a copy of every request: servers, or relays before them.
	Servers []netip.Addr
	// MaxHops is how many relays a request may have passed before, 1 to 16: 4 if 0
	// (RFC 1542, Section 4.1.1).
	MaxHops int
	// CircuitID and RemoteID tell servers by which port and which relay a request
	// came (RFC 3046, Sections 3.1 and 3.2), at most 125 octets each. Without
	// either no option is added.
	CircuitID, RemoteID string
	// Logger gets the events that README.md lists; nil discards them.
	Logger *slog.Logger
}

const (
	defaultHops = 4
	maxHops     = 16   // of any message (RFC 1542, Section 4.1.1)
	maxID       = 125  // two of them fit into an option
	maxRelayed  = 1472 // octets of a message that fit into an Ethernet frame
)

// Where the fields of a message are that a relay looks at (RFC 2131, Section 2).
const (
	hopsAt   = 3
	giaddrAt = 24
)

// complete checks c and returns a copy with the defaults filled in.
func (c RelayConfig) complete() (RelayConfig, error) {
	if !c.Address.Is4() || c.Address.IsUnspecified() || c.Address.IsMulticast() {
		return c, fmt.Errorf("address %q is no IPv4 address of an interface", c.Address)
	}
	if len(c.MAC) != 6 || !mac(c.MAC).usable() {
		return c, fmt.Errorf("mac %q is no Ethernet address of an interface", c.MAC)
	}
	if len(c.Servers) == 0 {
		return c, errors.New("no server to relay to: give at least one")
	}
	for _, s := range c.Servers {
		if !s.Is4() || s.IsUnspecified() || s.IsMulticast() || s == broadcastAddr() {
			return c, fmt.Errorf("server %q is no IPv4 address of a machine", s)
		}
		if s == c.Address {
			return c, fmt.Errorf("server %s is the relay itself", s)
		}
	}
	if c.MaxHops == 0 {
		c.MaxHops = defaultHops
	}
	if c.MaxHops < 0 || c.MaxHops > maxHops {
		return c, fmt.Errorf("%d hops at most: it is 1 to %d", c.MaxHops, maxHops)
	}
	for _, id := range []string{c.CircuitID, c.RemoteID} {
		if len(id) > maxID {
			return c, fmt.Errorf("circuit or remote id of %d octets: at most %d fit", len(id), maxID)
		}
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	return c, nil
}

// RelayStats counts what a Relay has seen and done. Every received datagram is
// counted once among Requests, Replies, Dropped and Malformed.
type RelayStats struct {
	Requests, Replies uint64 // passed on
	Dropped           uint64 // not for this relay to pass on
	Malformed         uint64 // undecodable
	Failed            uint64 // could not be sent, by copy
}

// Relay is a DHCP relay agent for the clients on one interface (RFC 1542, Section 4,
// RFC 3046). It passes messages on as they are, but for what a relay writes into them.
type Relay struct {
	link, uplink net.PacketConn
	frames       FrameSender
	config       RelayConfig
	info         []byte // option 82 as it is added, nil for none

	mu    sync.Mutex
	stats RelayStats
}

// NewRelay returns a Relay. It hears clients on link, UDP port 67 on their interface
// alone, and servers on uplink, UDP port 67 of c.Address, through which it speaks to
// them, too. Clients that have no address yet it reaches through frames. Serve closes
// all three; they stay open if NewRelay fails.
func NewRelay(link, uplink net.PacketConn, frames FrameSender, c RelayConfig) (*Relay, error) {
	if link == nil || uplink == nil || frames == nil {
		return nil, errors.New("dhcp4: the relay needs two sockets and a frame sender")
	}
	c, err := c.complete()
	if err != nil {
		return nil, fmt.Errorf("dhcp4: %w", err)
	}
	r := &Relay{link: link, uplink: uplink, frames: frames, config: c}
	var ids []dhcpv4.Option
	if c.CircuitID != "" {
		ids = append(ids, dhcpv4.OptGeneric(dhcpv4.AgentCircuitIDSubOption, []byte(c.CircuitID)))
	}
	if c.RemoteID != "" {
		ids = append(ids, dhcpv4.OptGeneric(dhcpv4.AgentRemoteIDSubOption, []byte(c.RemoteID)))
	}
	if len(ids) > 0 {
		value := dhcpv4.OptionsFromList(ids...).ToBytes()
		r.info = append([]byte{optRelayAgent, byte(len(value))}, value...)
	}
	return r, nil
}

// Stats returns the counters. It may be called at any time from any goroutine.
func (r *Relay) Stats() RelayStats {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.stats
}

// Serve passes messages on until ctx ends, then closes the sockets and returns nil.
// An error means that a socket failed. It may be called once.
func (r *Relay) Serve(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stop := context.AfterFunc(ctx, func() { // interrupts ReadFrom
		_ = r.link.Close()
		_ = r.uplink.Close()
	})
	defer stop()
	ended := make(chan error, 2)
	for i, conn := range []net.PacketConn{r.link, r.uplink} {
		go func() { // ends with ctx, which ends with the other one
			defer cancel()
			ended <- r.listen(ctx, conn, i == 0)
		}()
	}
	err := errors.Join(<-ended, <-ended)
	_, _ = r.link.Close(), r.uplink.Close()
	if c, ok := r.frames.(io.Closer); ok {
		_ = c.Close()
	}
	return err
}

func (r *Relay) listen(ctx context.Context, conn net.PacketConn, local bool) error {
	b := make([]byte, 1<<16)
	for ctx.Err() == nil {
		n, _, err := conn.ReadFrom(b)
		switch {
		case err == nil:
			r.handle(ctx, b[:n], local)
		case ctx.Err() == nil:
			return fmt.Errorf("dhcp4: relay: %w", err)
		}
	}
	return nil
}

// handle passes one datagram on, which came from the clients' link or not.
func (r *Relay) handle(ctx context.Context, b []byte, local bool) {
	m, err := dhcpv4.FromBytes(b)
	if err != nil {
		r.count(func(s *RelayStats) { s.Malformed++ })
		r.config.Logger.LogAttrs(ctx, slog.LevelWarn, "malformed", slog.String("reason", err.Error()), slog.Int("length", len(b)))
		return
	}
	why := fmt.Sprintf("op %d is neither a request nor a reply", m.OpCode)
	switch m.OpCode {
	case dhcpv4.OpcodeBootRequest:
		why = r.request(ctx, m, b, local)
	case dhcpv4.OpcodeBootReply:
		why = r.reply(ctx, m, b)
	}
	if why != "" {
		r.count(func(s *RelayStats) { s.Dropped++ })
		r.note(ctx, slog.LevelInfo, "dropped", m, slog.String("reason", why))
	}
}

func (r *Relay) count(f func(*RelayStats)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	f(&r.stats)
}

func (r *Relay) note(ctx context.Context, level slog.Level, event string, m *dhcpv4.DHCPv4, attrs ...slog.Attr) {
	if !r.config.Logger.Enabled(ctx, level) {
		return
	}
	kind := m.MessageType().String()
	if m.MessageType() == dhcpv4.MessageTypeNone {
		kind = "BOOTP"
	}
	r.config.Logger.LogAttrs(ctx, level, event, append([]slog.Attr{
		slog.String("mac", m.ClientHWAddr.String()), slog.String("xid", xidString(m.TransactionID)), slog.String("type", kind),
	}, attrs...)...)
}

// request passes a client's message on to the servers (RFC 1542, Section 4.1.1), or
// tells why not.
func (r *Relay) request(ctx context.Context, m *dhcpv4.DHCPv4, b []byte, local bool) (why string) {
	from := address(m.GatewayIPAddr)
	_, informed := m.Options[optRelayAgent]
	switch {
	case int(m.HopCount) > r.config.MaxHops:
		return fmt.Sprintf("it has passed %d relays, and may pass %d", m.HopCount, r.config.MaxHops)
	case from == r.config.Address:
		return "it has passed this relay already"
	case !from.IsValid() && !local:
		return "it comes from another link than that of the clients"
	case !from.IsValid() && informed:
		return "a client tells what only relays know (option 82)" // RFC 3046, Section 2.1
	}
	out := slices.Clone(b)
	if !from.IsValid() {
		copy(out[giaddrAt:], r.config.Address.AsSlice())
		if told := withEnd(append(upToEnd(out, optEnd), r.info...)); r.info != nil && len(told) <= maxRelayed {
			out = told
		}
	}
	out[hopsAt]++
	r.count(func(s *RelayStats) { s.Requests++ })
	for _, server := range r.config.Servers {
		to := netip.AddrPortFrom(server, ServerPort)
		r.note(ctx, slog.LevelInfo, "request", m, slog.String("server", server.String()), slog.Int("hops", int(out[hopsAt])))
		if _, err := r.uplink.WriteTo(out, net.UDPAddrFromAddrPort(to)); err != nil {
			r.failed(ctx, m, to, err)
		}
	}
	return ""
}

// reply passes a server's message on to the client (RFC 1542, Section 4.1.2), or
// tells why not.
func (r *Relay) reply(ctx context.Context, m *dhcpv4.DHCPv4, b []byte) (why string) {
	if at := address(m.GatewayIPAddr); at != r.config.Address {
		return fmt.Sprintf("it is for the relay at %q", at)
	}
	if len(m.ClientHWAddr) != 6 || !mac(m.ClientHWAddr).usable() {
		return fmt.Sprintf("chaddr %s is no station's address", m.ClientHWAddr)
	}
	d := datagram{
		srcMAC: mac(r.config.MAC), dstMAC: mac(m.ClientHWAddr),
		src: netip.AddrPortFrom(r.config.Address, ServerPort), payload: b,
	}
	to := address(m.YourIPAddr)
	if !to.IsValid() {
		to = address(m.ClientIPAddr)
	}
	if m.IsBroadcast() || !to.IsValid() {
		to, d.dstMAC = broadcastAddr(), broadcastMAC
	}
	d.dst = netip.AddrPortFrom(to, ClientPort)
	if r.info != nil {
		d.payload = withEnd(upToEnd(b, optRelayAgent)) // RFC 3046, Section 2.1
	}
	r.count(func(s *RelayStats) { s.Replies++ })
	r.note(ctx, slog.LevelInfo, "reply", m, slog.String("address", address(m.YourIPAddr).String()), slog.String("to", to.String()))
	if err := r.send(d.frame()); err != nil {
		r.failed(ctx, m, d.dst, err)
	}
	return ""
}

// send puts one frame after the other on the clients' link.
func (r *Relay) send(frame []byte) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.frames.SendFrame(frame)
}

func (r *Relay) failed(ctx context.Context, m *dhcpv4.DHCPv4, to netip.AddrPort, err error) {
	if ctx.Err() != nil {
		return
	}
	r.count(func(s *RelayStats) { s.Failed++ })
	r.note(ctx, slog.LevelError, "failed", m, slog.String("to", to.String()), slog.String("error", err.Error()))
}

// upToEnd is a message that could be read up to the end of its options, less those of
// one code; optEnd for none.
func upToEnd(b []byte, less byte) []byte {
	out := slices.Clone(b[:headerLength])
	for at := headerLength; at < len(b) && b[at] != optEnd; { // it may have no options at all
		next := at + 1 // behind a filler
		if b[at] != 0 {
			next += 1 + int(b[at+1])
		}
		if b[at] != less {
			out = append(out, b[at:next]...)
		}
		at = next
	}
	return out
}

// withEnd ends the options of a message, and makes it as long as the shortest may be.
func withEnd(b []byte) []byte {
	b = append(b, optEnd)
	return append(b, make([]byte, max(0, minMessageLength-len(b)))...)
}
