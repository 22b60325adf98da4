package dhcp6

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"time"

	"github.com/insomniacslk/dhcp/dhcpv6"

	"github.com/netrig/netrig/services/internal/desk"
)

// machine is the state machine of a Client that runs (RFC 8415, Section 18.2). All
// but read belongs to the goroutine that called Run.
type machine struct {
	*Client
	*desk.Desk[command, Lease, *answer]
	log   *slog.Logger
	apply func(context.Context, Change) error
}

// answer is a server's message and who it came from.
type answer struct {
	*dhcpv6.Message
	from netip.Addr
}

// read passes on the messages that servers send to this client (RFC 8415, Sections
// 16.3 and 16.10). It ends when the socket is closed or fails.
func (m *machine) read(ctx context.Context) {
	b := make([]byte, 1<<16)
	for {
		n, from, err := m.conn.ReadFrom(b)
		switch {
		case ctx.Err() != nil:
			return
		case err != nil:
			m.Fail(fmt.Errorf("dhcp6: %w", err))
			return
		}
		message, err := parse(b[:n])
		if err != nil {
			m.log.Warn("malformed", slog.String("reason", err.Error()), slog.Int("length", n))
			continue
		}
		if kind := message.Type(); kind != dhcpv6.MessageTypeAdvertise && kind != dhcpv6.MessageTypeReply {
			continue
		}
		if id := message.Options.ClientID(); id != nil && !bytes.Equal(bytesOf(id), bytesOf(m.id)) || message.Options.ServerID() == nil {
			continue
		}
		a := &answer{Message: message}
		if u, ok := from.(*net.UDPAddr); ok {
			a.from, _ = netip.AddrFromSlice(u.IP)
		}
		if !m.Answer(ctx, a) {
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
		return m.rest()
	case desk.Answered, desk.TimedOut, desk.Ended:
	}
	return nil
}

// rest is where the machine goes that has nothing to do.
func (m *machine) rest() desk.Step {
	switch {
	case m.lease == nil:
		return m.idle
	case !m.lease.Address.IsValid():
		return m.informed
	}
	return m.bound
}

// begin starts the current command.
func (m *machine) begin(ctx context.Context) desk.Step {
	kind := m.Current().kind
	holds := m.lease != nil && m.lease.Address.IsValid()
	switch {
	case kind == inform:
		return m.informing
	case kind == acquire:
		if m.lease != nil && !m.lose(ctx, ReasonDropped) {
			return nil
		}
		return m.soliciting
	case kind == release:
		return m.releasing
	case !holds:
		m.Conclude(Lease{}, ErrNoLease)
		return m.rest()
	case kind == confirm:
		return m.confirming
	case kind == rebind || m.lease.T2 != Infinite && !time.Now().Before(m.lease.Obtained.Add(m.lease.T2)):
		return m.rebinding
	}
	return m.renewing
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

// lose gives up the lease and has it removed. It returns false if that failed,
// which ends the machine.
func (m *machine) lose(ctx context.Context, why Reason) bool {
	l := *m.lease
	m.hold(nil)
	m.log.Info(string(why), slog.String("address", l.Address.String()))
	if err := m.apply(ctx, Change{Reason: why, Lease: l}); err != nil {
		m.Abort(fmt.Errorf("dhcp6: apply %s lease: %w", why, err))
		return false
	}
	return true
}

// take makes l the lease and has it configured.
func (m *machine) take(ctx context.Context, l Lease, why Reason) desk.Step {
	err := m.apply(ctx, Change{Reason: why, Lease: l})
	if errors.Is(err, ErrConflict) && why == ReasonBound {
		return func(ctx context.Context) desk.Step { return m.declining(ctx, l) }
	}
	if err != nil {
		m.Abort(fmt.Errorf("dhcp6: apply %s lease: %w", why, err))
		return nil
	}
	m.hold(&l)
	m.log.Info(string(why), slog.String("address", l.Address.String()), slog.String("server", l.Server.String()), slog.Duration("valid", l.Valid))
	next := m.rest()
	if l.Address.IsValid() {
		m.enter(StateBound)
	} else {
		m.enter(StateInformed)
	}
	m.Conclude(l, nil)
	return next
}
