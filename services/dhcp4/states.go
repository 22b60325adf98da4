package dhcp4

import (
	"context"
	"encoding/binary"
	"log/slog"
	"net"
	"net/netip"
	"time"

	"github.com/insomniacslk/dhcp/dhcpv4"

	"github.com/netrig/netrig/services/internal/desk"
)

// How often a request is sent before the client starts over: waits of 4, 8, 16 and 32 s make
// the 60 s of RFC 2131, Section 3.1, step 5. A rebooting client gives up sooner.
const (
	requestTries = 4
	rebootTries  = 2
)

// exchange is one transaction: messages with the same id.
type exchange struct {
	xid     dhcpv4.TransactionID
	started time.Time
	secs    uint16 // since the client began, of the last DISCOVER
}

func (m *machine) open() exchange {
	var x exchange
	binary.BigEndian.PutUint32(x.xid[:], m.config.Rand.Uint32())
	x.started = time.Now()
	return x
}

// retry is the delay after the n-th transmission, counted from 0: doubled each
// time and spread by chance (RFC 2131, Section 4.1).
func (m *machine) retry(n int) time.Duration {
	d := m.config.RetryFirst
	for ; n > 0 && d < m.config.RetryMax; n-- {
		d *= 2
	}
	spread := float64(m.config.RetryFirst) / 4
	return min(d, m.config.RetryMax) + time.Duration(spread*(2*m.config.Rand.Float64()-1))
}

// compose makes a message with the options that every one of them carries.
func (m *machine) compose(x exchange, kind dhcpv4.MessageType) (*dhcpv4.DHCPv4, *options) {
	h := header(dhcpv4.OpcodeBootRequest, x.xid, m.mac)
	h.NumSeconds = x.secs
	var o options
	o.add(optMessageType, []byte{byte(kind)})
	if len(m.config.ClientID) > 0 {
		o.add(optClientID, m.config.ClientID)
	}
	return h, &o
}

// ask adds what the client wishes for to a DISCOVER, REQUEST or INFORM.
func (m *machine) ask(h *dhcpv4.DHCPv4, o *options, kind dhcpv4.MessageType) {
	if m.config.Broadcast && h.ClientIPAddr.IsUnspecified() {
		h.SetBroadcast()
	}
	if m.config.RequestTime > 0 && kind != dhcpv4.MessageTypeInform {
		o.addSeconds(optLeaseTime, m.config.RequestTime)
	}
	if m.config.Hostname != "" {
		o.add(optHostname, []byte(m.config.Hostname))
	}
	if len(m.config.Parameters) > 0 {
		o.add(optParameters, m.config.Parameters)
	}
}

// broadcast sends a message to every server. src is the zero Addr while the
// client has no address.
func (m *machine) broadcast(src netip.Addr, h *dhcpv4.DHCPv4, o *options) {
	m.frame(src, broadcastAddr(), broadcastMAC, encode(h, o))
}

func (m *machine) frame(src, dst netip.Addr, to mac, payload []byte) {
	if !src.IsValid() {
		src = netip.IPv4Unspecified()
	}
	d := datagram{
		srcMAC: m.mac, dstMAC: to,
		src: netip.AddrPortFrom(src, ClientPort), dst: netip.AddrPortFrom(dst, ServerPort),
		payload: payload,
	}
	m.sent(m.link.SendFrame(d.frame()))
}

// unicast sends a message to the server of the lease: through the kernel if
// there is a socket, else to the neighbor that the lease came from.
func (m *machine) unicast(h *dhcpv4.DHCPv4, o *options) {
	if m.socket == nil {
		m.frame(m.lease.Address.Addr(), m.lease.Server, m.neighbor, encode(h, o))
		return
	}
	_, err := m.socket.WriteTo(encode(h, o), net.UDPAddrFromAddrPort(netip.AddrPortFrom(m.lease.Server, ServerPort)))
	m.sent(err)
}

// sent reports a message that could not be sent; it counts as lost on the way.
func (m *machine) sent(err error) {
	if err != nil {
		m.log.Error("failed", slog.String("error", err.Error()))
	}
}

// selecting looks for a server (RFC 2131, Section 4.4.1).
func (m *machine) selecting(ctx context.Context) desk.Step {
	m.enter(StateSelecting)
	if m.naks > 1 { // do not race a server that refuses what it offers
		if _, why := m.Wait(ctx, time.Now().Add(m.retry(m.naks-2)), nil); why != desk.TimedOut {
			return m.stray(why)
		}
	}
	x := m.open()
	for n := 0; ; n++ {
		x.secs = uint16(min(time.Since(x.started)/time.Second, 0xffff))
		h, o := m.compose(x, dhcpv4.MessageTypeDiscover)
		if m.config.RequestAddress.IsValid() {
			o.addAddrs(optRequestedIP, m.config.RequestAddress)
		}
		m.ask(h, o, dhcpv4.MessageTypeDiscover)
		m.log.Info("discover", slog.String("xid", xidString(x.xid)), slog.Int("attempt", n+1))
		m.broadcast(netip.Addr{}, h, o)
		offer, why := m.Wait(ctx, time.Now().Add(m.retry(n)), func(a *answer) bool {
			return a.TransactionID == x.xid && a.kind == dhcpv4.MessageTypeOffer && a.usable()
		})
		switch why {
		case desk.Answered:
			m.log.Info("offer", slog.String("xid", xidString(x.xid)), slog.String("address", offer.yiaddr.String()), slog.String("server", offer.server.String()))
			return func(ctx context.Context) desk.Step { return m.requesting(ctx, x, offer) }
		case desk.TimedOut:
		case desk.Commanded, desk.Canceled, desk.Ended:
			return m.stray(why)
		}
	}
}

// requesting takes up an offer (RFC 2131, Section 4.4.1).
func (m *machine) requesting(ctx context.Context, x exchange, offer *answer) desk.Step {
	m.enter(StateRequesting)
	x.started = time.Now()
	for n := range requestTries {
		h, o := m.compose(x, dhcpv4.MessageTypeRequest)
		o.addAddrs(optRequestedIP, offer.yiaddr)
		o.addAddrs(optServerID, offer.server)
		m.ask(h, o, dhcpv4.MessageTypeRequest)
		m.noteRequest(x, n, offer.yiaddr, slog.String("server", offer.server.String()))
		m.broadcast(netip.Addr{}, h, o)
		a, why := m.Wait(ctx, time.Now().Add(m.retry(n)), func(a *answer) bool {
			return a.server == offer.server && a.settles(x.xid, offer.yiaddr)
		})
		if why != desk.TimedOut {
			return m.settle(ctx, x, a, why)
		}
	}
	return m.selecting
}

// rebooting asks to go on with an address known from earlier (RFC 2131, Section 4.4.2).
func (m *machine) rebooting(ctx context.Context) desk.Step {
	m.enter(StateRebooting)
	x, addr := m.open(), m.Current().addr.Addr()
	for n := range rebootTries {
		h, o := m.compose(x, dhcpv4.MessageTypeRequest)
		o.addAddrs(optRequestedIP, addr)
		m.ask(h, o, dhcpv4.MessageTypeRequest)
		m.noteRequest(x, n, addr)
		m.broadcast(netip.Addr{}, h, o)
		a, why := m.Wait(ctx, time.Now().Add(m.retry(n)), func(a *answer) bool { return a.settles(x.xid, addr) })
		if why != desk.TimedOut {
			return m.settle(ctx, x, a, why)
		}
	}
	return m.selecting
}

func (m *machine) noteRequest(x exchange, n int, addr netip.Addr, attrs ...any) {
	m.log.With(attrs...).Info("request", slog.String("xid", xidString(x.xid)), slog.String("state", string(m.State())),
		slog.String("address", addr.String()), slog.Int("attempt", n+1))
}

// settle acts on the answer to a request, or on whatever came instead.
func (m *machine) settle(ctx context.Context, x exchange, a *answer, why desk.Cause) desk.Step {
	if why != desk.Answered {
		return m.stray(why)
	}
	attrs := []any{slog.String("xid", xidString(x.xid)), slog.String("server", a.server.String())}
	if a.kind == dhcpv4.MessageTypeNak {
		m.naks++
		m.log.Info("nak", append(attrs, slog.String("reason", a.text(optMessage)))...)
		if m.lease != nil {
			if !m.lose(ctx, ReasonNak) {
				return nil
			}
			m.Conclude(Lease{}, ErrRefused)
		}
		return m.selecting
	}
	m.log.Info("ack", append(attrs, slog.String("address", a.yiaddr.String()))...)
	if m.lease == nil && m.config.Conflict != nil && m.config.Conflict(ctx, a.yiaddr) {
		return m.decline(ctx, a)
	}
	return m.bind(ctx, a, x.started)
}

// decline refuses an address that somebody else uses (RFC 2131, Section 4.4.4).
func (m *machine) decline(ctx context.Context, ack *answer) desk.Step {
	x := m.open()
	h, o := m.compose(x, dhcpv4.MessageTypeDecline)
	o.addAddrs(optRequestedIP, ack.yiaddr)
	o.addAddrs(optServerID, ack.server)
	m.log.Warn("decline", slog.String("xid", xidString(x.xid)), slog.String("address", ack.yiaddr.String()), slog.String("server", ack.server.String()))
	m.broadcast(netip.Addr{}, h, o)
	m.enter(StateInit)
	if _, why := m.Wait(ctx, time.Now().Add(m.config.DeclineDelay), nil); why != desk.TimedOut {
		return m.stray(why)
	}
	return m.selecting
}

// bound waits for T1 (RFC 2131, Section 4.4.5).
func (m *machine) bound(ctx context.Context) desk.Step {
	m.enter(StateBound)
	var t1 time.Time
	if m.lease.Duration != Infinite {
		t1 = m.lease.Obtained.Add(m.lease.T1)
	}
	if _, why := m.Wait(ctx, t1, nil); why != desk.TimedOut {
		return m.stray(why)
	}
	return m.renewing
}

// renewing asks the server of the lease for more time, until T2.
func (m *machine) renewing(ctx context.Context) desk.Step {
	return m.extend(ctx, StateRenewing, m.lease.T2, m.unicast, m.rebinding)
}

// rebinding asks any server, until the lease expires.
func (m *machine) rebinding(ctx context.Context) desk.Step {
	addr := m.lease.Address.Addr()
	return m.extend(ctx, StateRebinding, m.lease.Duration,
		func(h *dhcpv4.DHCPv4, o *options) { m.broadcast(addr, h, o) }, m.expired)
}

// extend sends requests for the lease held until the given age of the lease,
// each after half of the time left, and then goes on to next.
func (m *machine) extend(ctx context.Context, state State, until time.Duration, send func(*dhcpv4.DHCPv4, *options), next desk.Step) desk.Step {
	m.enter(state)
	addr, end := m.lease.Address.Addr(), m.lease.Obtained.Add(until)
	x := m.open()
	for n := 0; m.lease.Duration == Infinite || time.Now().Before(end); n++ {
		x.secs = uint16(min(time.Since(x.started)/time.Second, 0xffff))
		h, o := m.compose(x, dhcpv4.MessageTypeRequest)
		h.ClientIPAddr = addr.AsSlice()
		m.ask(h, o, dhcpv4.MessageTypeRequest)
		m.noteRequest(x, n, addr, slog.String("server", m.lease.Server.String()))
		at := time.Now()
		send(h, o)
		again := at.Add(m.config.RetryRenew)
		if m.lease.Duration != Infinite {
			if half := at.Add(end.Sub(at) / 2); half.After(again) {
				again = half
			}
			if again.After(end) {
				again = end
			}
		}
		a, why := m.Wait(ctx, again, func(a *answer) bool { return a.settles(x.xid, addr) })
		if why != desk.TimedOut {
			return m.settle(ctx, exchange{xid: x.xid, started: at}, a, why)
		}
	}
	return next
}

// expired gives up a lease that nobody extended (RFC 2131, Section 4.4.5).
func (m *machine) expired(ctx context.Context) desk.Step {
	if !m.lose(ctx, ReasonExpired) {
		return nil
	}
	return m.selecting
}

// releasing gives the lease back. The message goes into a frame: the kernel may
// have to resolve the server first, and by then the address is gone.
func (m *machine) releasing(ctx context.Context) desk.Step {
	if m.lease != nil {
		x := m.open()
		h, o := m.compose(x, dhcpv4.MessageTypeRelease)
		h.ClientIPAddr = m.lease.Address.Addr().AsSlice()
		o.addAddrs(optServerID, m.lease.Server)
		m.log.Info("release", slog.String("xid", xidString(x.xid)), slog.String("address", m.lease.Address.Addr().String()), slog.String("server", m.lease.Server.String()))
		m.frame(m.lease.Address.Addr(), m.lease.Server, m.neighbor, encode(h, o))
		if !m.lose(ctx, ReasonReleased) {
			return nil
		}
	}
	m.enter(StateInit)
	m.Conclude(Lease{}, nil)
	return m.idle
}

// informing asks for parameters for an address of the caller's (RFC 2131, Section 4.4.3).
func (m *machine) informing(ctx context.Context) desk.Step {
	x, at := m.open(), m.Current().addr
	back := desk.Step(m.idle)
	if m.lease != nil {
		back = m.bound
	}
	for n := range requestTries {
		h, o := m.compose(x, dhcpv4.MessageTypeInform)
		h.ClientIPAddr = at.Addr().AsSlice()
		m.ask(h, o, dhcpv4.MessageTypeInform)
		m.log.Info("inform", slog.String("xid", xidString(x.xid)), slog.String("address", at.Addr().String()), slog.Int("attempt", n+1))
		m.broadcast(at.Addr(), h, o)
		a, why := m.Wait(ctx, time.Now().Add(m.retry(n)), func(a *answer) bool {
			return a.TransactionID == x.xid && a.kind == dhcpv4.MessageTypeAck && a.server.IsValid()
		})
		switch why {
		case desk.Answered:
			m.log.Info("ack", slog.String("xid", xidString(x.xid)), slog.String("server", a.server.String()))
			l := a.lease(x.started)
			l.Address, l.Duration, l.T1, l.T2, l.State = at, 0, 0, 0, ""
			m.Conclude(l, nil)
			return back
		case desk.TimedOut:
		case desk.Commanded, desk.Canceled, desk.Ended:
			return m.stray(why)
		}
	}
	m.Conclude(Lease{}, ErrNoAnswer)
	return back
}
