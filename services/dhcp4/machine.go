package dhcp4

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"sync"
	"syscall"
	"time"

	"github.com/insomniacslk/dhcp/dhcpv4"

	"github.com/netrig/netrig/services/internal/desk"
)

// machine is the state machine of a Client that runs (RFC 2131, Section 4.4). All
// but read belongs to the goroutine that called Run.
type machine struct {
	*Client
	*desk.Desk[command, Lease, *answer]
	mac   mac
	log   *slog.Logger
	apply func(context.Context, Change) error

	neighbor mac // where the last acknowledgement came from: server or relay
	naks     int // in a row
	socket   net.PacketConn
	drained  sync.WaitGroup
}

// answer is a server's message and the hardware address it came from.
type answer struct {
	*message
	from mac
}

// read passes on the messages that servers send to this client. It ends when the
// link is closed or fails.
func (m *machine) read(ctx context.Context) {
	b := make([]byte, 1<<16)
	for {
		n, err := m.link.ReadFrame(b)
		switch {
		case ctx.Err() != nil:
			return
		case errors.Is(err, syscall.ENETDOWN):
			continue // told once each time that the interface goes down
		case err != nil:
			m.Fail(fmt.Errorf("dhcp4: %w", err))
			return
		}
		d, err := parseFrame(b[:n])
		if errors.Is(err, errForeign) || d.dstMAC != m.mac && d.dstMAC != broadcastMAC {
			continue
		}
		if err == nil && (d.dst.Port() != ClientPort || d.src.Port() != ServerPort) {
			continue
		}
		var msg *message
		if err == nil {
			msg, err = parseMessage(d.payload, dhcpv4.OpcodeBootReply)
		}
		if err != nil {
			m.log.Warn("malformed", slog.String("reason", err.Error()), slog.Int("length", n))
			continue
		}
		if msg.mac != m.mac {
			continue // broadcast to a neighbor
		}
		if !m.Answer(ctx, &answer{msg, d.srcMAC}) {
			return
		}
	}
}

// stray handles a wait that ended for reasons outside the protocol.
func (m *machine) stray(why desk.Cause) desk.Step {
	switch why {
	case desk.Commanded:
		return m.begin
	case desk.Canceled:
		m.Conclude(Lease{}, ErrNoAnswer)
		if m.lease != nil {
			return m.bound
		}
		return m.idle
	case desk.Answered, desk.TimedOut, desk.Ended:
	}
	return nil
}

// begin starts the current command.
func (m *machine) begin(ctx context.Context) desk.Step {
	switch m.Current().kind {
	case acquire, reboot:
		if m.lease != nil && !m.lose(ctx, ReasonDropped) {
			return nil
		}
		m.naks = 0
		if m.Current().kind == reboot {
			return m.rebooting
		}
		return m.selecting
	case inform:
		return m.informing
	case renew:
		if m.lease == nil {
			m.Conclude(Lease{}, ErrNoLease)
			return m.idle
		}
		if t2 := m.lease.T2; m.lease.Duration != Infinite && !time.Now().Before(m.lease.Obtained.Add(t2)) {
			return m.rebinding
		}
		return m.renewing
	case release:
		return m.releasing
	}
	return m.idle
}

// idle does nothing until told to.
func (m *machine) idle(ctx context.Context) desk.Step {
	m.enter(StateInit)
	_, why := m.Wait(ctx, time.Time{}, nil)
	return m.stray(why)
}

func (m *machine) enter(s State) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.state = s
}

// hold makes l the lease, nil for none.
func (m *machine) hold(l *Lease) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.lease = l
}

// change tells the caller of Run about l. It returns false if that failed, which
// ends the machine.
func (m *machine) change(ctx context.Context, why Reason, l Lease) bool {
	if err := m.apply(ctx, Change{Reason: why, Lease: l}); err != nil {
		m.Abort(fmt.Errorf("dhcp4: apply %s lease: %w", why, err))
		return false
	}
	return true
}

// lose gives up the lease and has it removed.
func (m *machine) lose(ctx context.Context, why Reason) bool {
	l := *m.lease
	m.hold(nil)
	m.unlisten()
	m.log.Info(string(why), slog.String("address", l.Address.String()))
	return m.change(ctx, why, l)
}

// bind takes up the lease in ack, whose request was sent at the given time.
func (m *machine) bind(ctx context.Context, ack *answer, at time.Time) desk.Step {
	l := ack.lease(at)
	m.neighbor, m.naks = ack.from, 0
	why := ReasonBound
	if m.lease != nil {
		why = ReasonRenewed
	}
	m.hold(&l)
	if !m.change(ctx, why, l) {
		return nil
	}
	m.listen(ctx, l)
	m.log.Info(string(why), slog.String("address", l.Address.String()), slog.String("server", l.Server.String()), slog.Duration("lease", l.Duration))
	m.enter(StateBound)
	m.Conclude(l, nil)
	return m.bound
}

// listen opens the socket for unicasts and holds the port, so that the kernel
// does not answer the server with ICMP errors. The link hears what arrives there.
func (m *machine) listen(ctx context.Context, l Lease) {
	if m.config.ListenPacket == nil || m.socket != nil {
		return
	}
	at := netip.AddrPortFrom(l.Address.Addr(), ClientPort)
	conn, err := m.config.ListenPacket(ctx, "udp4", at.String())
	if err != nil {
		m.log.Error("failed", slog.String("error", err.Error()))
		return // frames will do
	}
	m.socket = conn
	m.drained.Go(func() { // ends when unlisten closes the socket
		b := make([]byte, 1<<16)
		for {
			if _, _, err := conn.ReadFrom(b); err != nil {
				return
			}
		}
	})
}

func (m *machine) unlisten() {
	if m.socket != nil {
		_ = m.socket.Close()
		m.drained.Wait()
		m.socket = nil
	}
}
