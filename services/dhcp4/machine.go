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
)

// machine is the state machine of a Client that runs (RFC 2131, Section 4.4). All
// but read belongs to the goroutine that called Run.
type machine struct {
	*Client
	mac     mac
	log     *slog.Logger
	apply   func(context.Context, Change) error
	replies chan *answer
	failed  chan error // the link broke
	current *command   // being carried out, nil if none

	err      error // ends the machine
	neighbor mac   // where the last acknowledgement came from: server or relay
	naks     int   // in a row
	socket   net.PacketConn
	drained  sync.WaitGroup
}

// answer is a server's message and the hardware address it came from.
type answer struct {
	*message
	from mac
}

// step is a state of the machine: it returns the next one, nil to end.
type step func(context.Context) step

func (m *machine) run(ctx context.Context) error {
	for next := step(m.idle); next != nil && ctx.Err() == nil; {
		next = next(ctx)
	}
	return m.err
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
			m.failed <- fmt.Errorf("dhcp4: %w", err)
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
		select {
		case m.replies <- &answer{msg, d.srcMAC}:
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
		if m.lease != nil {
			return m.bound
		}
		return m.idle
	case answered, timedOut, ended:
	}
	return nil
}

// begin starts the current command.
func (m *machine) begin(ctx context.Context) step {
	switch m.current.kind {
	case acquire, reboot:
		if m.lease != nil && !m.lose(ctx, ReasonDropped) {
			return nil
		}
		m.naks = 0
		if m.current.kind == reboot {
			return m.rebooting
		}
		return m.selecting
	case inform:
		return m.informing
	case renew:
		if m.lease == nil {
			m.conclude(Lease{}, ErrNoLease)
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

// change tells the caller of Run about l. It returns false if that failed, which
// ends the machine.
func (m *machine) change(ctx context.Context, why Reason, l Lease) bool {
	if err := m.apply(ctx, Change{Reason: why, Lease: l}); err != nil {
		m.err = fmt.Errorf("dhcp4: apply %s lease: %w", why, err)
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
func (m *machine) bind(ctx context.Context, ack *answer, at time.Time) step {
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
	m.conclude(l, nil)
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
