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
)

// machine is the state machine of a Client that runs (RFC 8415, Section 18.2). All
// but read belongs to the goroutine that called Run.
type machine struct {
	*Client
	log     *slog.Logger
	apply   func(context.Context, Change) error
	replies chan *answer
	failed  chan error // the socket broke
	current *command   // being carried out, nil if none

	err error // ends the machine
}

// answer is a server's message and who it came from.
type answer struct {
	*dhcpv6.Message
	from netip.Addr
}

// step is a state of the machine: it returns the next one, nil to end.
type step func(context.Context) step

func (m *machine) run(ctx context.Context) error {
	for next := step(m.idle); next != nil && ctx.Err() == nil; {
		next = next(ctx)
	}
	return m.err
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
			m.failed <- fmt.Errorf("dhcp6: %w", err)
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
		select {
		case m.replies <- a:
		case <-ctx.Done():
			return
		}
	}
}

// cause says why a wait ended.
type cause uint8

const (
	answered  cause = iota
	timedOut        // the deadline passed
	commanded       // another command is current now
	canceled        // the caller of the current command gave up
	ended           // the machine must stop
)

// wait blocks until there is an answer that accept takes, or something else
// happens. The zero deadline never passes.
func (m *machine) wait(ctx context.Context, deadline time.Time, accept func(*answer) bool) (*answer, cause) {
	var timer <-chan time.Time
	if !deadline.IsZero() {
		t := time.NewTimer(time.Until(deadline))
		defer t.Stop()
		timer = t.C
	}
	var done <-chan struct{}
	if m.current != nil {
		done = m.current.done
	}
	for {
		select {
		case a := <-m.replies:
			if accept != nil && accept(a) {
				return a, answered
			}
		case <-timer:
			return nil, timedOut
		case <-done:
			return nil, canceled
		case cmd := <-m.commands:
			m.conclude(Lease{}, ErrInterrupted)
			m.current = cmd
			return nil, commanded
		case m.err = <-m.failed:
			return nil, ended
		case <-ctx.Done():
			return nil, ended
		}
	}
}

// conclude gives the current command its outcome.
func (m *machine) conclude(l Lease, err error) {
	if m.current != nil {
		m.current.result <- result{l, err}
		m.current = nil
	}
}

// stray handles a wait that ended for reasons outside the protocol.
func (m *machine) stray(why cause) step {
	switch why {
	case commanded:
		return m.begin
	case canceled:
		m.conclude(Lease{}, ErrNoAnswer)
		return m.rest()
	case answered, timedOut, ended:
	}
	return nil
}

// rest is where the machine goes that has nothing to do.
func (m *machine) rest() step {
	switch {
	case m.lease == nil:
		return m.idle
	case !m.lease.Address.IsValid():
		return m.informed
	}
	return m.bound
}

// begin starts the current command.
func (m *machine) begin(ctx context.Context) step {
	kind := m.current.kind
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
		m.conclude(Lease{}, ErrNoLease)
		return m.rest()
	case kind == confirm:
		return m.confirming
	case kind == rebind || m.lease.T2 != Infinite && !time.Now().Before(m.lease.Obtained.Add(m.lease.T2)):
		return m.rebinding
	}
	return m.renewing
}

// idle does nothing until told to.
func (m *machine) idle(ctx context.Context) step {
	m.enter(StateInit)
	_, why := m.wait(ctx, time.Time{}, nil)
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
		m.err = fmt.Errorf("dhcp6: apply %s lease: %w", why, err)
		return false
	}
	return true
}

// take makes l the lease and has it configured.
func (m *machine) take(ctx context.Context, l Lease, why Reason) step {
	err := m.apply(ctx, Change{Reason: why, Lease: l})
	if errors.Is(err, ErrConflict) && why == ReasonBound {
		return func(ctx context.Context) step { return m.declining(ctx, l) }
	}
	if err != nil {
		m.err = fmt.Errorf("dhcp6: apply %s lease: %w", why, err)
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
	m.conclude(l, nil)
	return next
}
