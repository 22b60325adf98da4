package dhcp6

import (
	"bytes"
	"context"
	"encoding/binary"
	"log/slog"
	"net"
	"net/netip"
	"time"

	"github.com/insomniacslk/dhcp/dhcpv6"

	"github.com/netrig/netrig/services/internal/desk"
)

// What bounds an exchange (RFC 8415, Section 7.6).
const (
	requestTries   = 10 // REQ_MAX_RC
	releaseTries   = 4  // REL_MAX_RC
	declineTries   = 4  // DEC_MAX_RC
	requestMax     = 30 * time.Second
	renewMax       = 600 * time.Second
	confirmMax     = 4 * time.Second
	confirmAtMost  = 10 * time.Second // CNF_MAX_RD
	leastPreferred = 255              // the preference that is taken at once (Section 18.2.1)
)

// exchange is one transaction: messages with the same id, the first of which
// begins its time.
type exchange struct {
	kind    dhcpv6.MessageType
	xid     dhcpv6.TransactionID
	started time.Time
	options []dhcpv6.Option
}

func (m *machine) open(kind dhcpv6.MessageType, options ...dhcpv6.Option) *exchange {
	x := &exchange{kind: kind, options: options, started: time.Now()}
	var id [4]byte
	binary.BigEndian.PutUint32(id[:], m.config.Rand.Uint32())
	copy(x.xid[:], id[:])
	return x
}

// send sends the message of an exchange to all servers.
func (m *machine) send(x *exchange) {
	message := &dhcpv6.Message{MessageType: x.kind, TransactionID: x.xid}
	message.AddOption(dhcpv6.OptClientID(m.id))
	message.AddOption(dhcpv6.OptElapsedTime(min(time.Since(x.started), 0xffff*10*time.Millisecond)))
	for _, o := range x.options {
		message.AddOption(o)
	}
	to := &net.UDPAddr{IP: Servers().AsSlice(), Port: ServerPort}
	if _, err := m.conn.WriteTo(message.ToBytes(), to); err != nil {
		m.log.Error("failed", slog.String("error", err.Error())) // it counts as lost on the way
	}
}

// timing is how often and until when a message is sent (RFC 8415, Section 15).
type timing struct {
	first, most time.Duration
	tries       int         // 0: until the end
	end         time.Time   // zero: for ever
	enough      func() bool // what has come by a timeout will do; nil: nothing does
}

// spread is a tenth more or less than d, by chance.
func (m *machine) spread(d time.Duration) time.Duration {
	return d + time.Duration(float64(d)*(0.2*m.config.Rand.Float64()-0.1))
}

// ask sends a message until there is an answer that accept takes.
func (m *machine) ask(ctx context.Context, x *exchange, t timing, accept func(*answer) bool) (*answer, desk.Cause) {
	wait := m.spread(t.first)
	for n := 1; ; n++ {
		m.log.Info(event(x.kind), slog.String("xid", xid(x.xid)), slog.Int("attempt", n))
		m.send(x)
		until := time.Now().Add(wait)
		last := t.tries == n
		if !t.end.IsZero() && !until.Before(t.end) {
			until, last = t.end, true
		}
		a, why := m.Wait(ctx, until, func(a *answer) bool { return a.TransactionID == x.xid && accept(a) })
		if why != desk.TimedOut || last || t.enough != nil && t.enough() {
			return a, why
		}
		if wait += m.spread(wait); wait > t.most { // 2*RTprev + RAND*RTprev
			wait = m.spread(t.most)
		}
	}
}

// event is what the sending of a message is logged as.
func event(kind dhcpv6.MessageType) string {
	names := map[dhcpv6.MessageType]string{
		dhcpv6.MessageTypeSolicit: "solicit", dhcpv6.MessageTypeRequest: "request", dhcpv6.MessageTypeRenew: "renew",
		dhcpv6.MessageTypeRebind: "rebind", dhcpv6.MessageTypeConfirm: "confirm", dhcpv6.MessageTypeRelease: "release",
		dhcpv6.MessageTypeDecline: "decline", dhcpv6.MessageTypeInformationRequest: "inform",
	}
	return names[kind]
}

// association is the client's, with the address it has or wishes for.
func (m *machine) association(a netip.Addr) dhcpv6.Option {
	ia := &dhcpv6.OptIANA{IaId: m.config.IAID}
	if a.IsValid() {
		ia.Options.Add(&dhcpv6.OptIAAddress{IPv6Addr: a.AsSlice()})
	}
	return ia
}

// wants is what the client asks for beside an address.
func wants(more ...dhcpv6.OptionCode) dhcpv6.Option {
	return dhcpv6.OptRequestedOption(append([]dhcpv6.OptionCode{dhcpv6.OptionDNSRecursiveNameServer, dhcpv6.OptionDomainSearchList}, more...)...)
}

// granted reads what an answer gives the client. ok is false where it gives no
// address; why says what the server says of that.
func (m *machine) granted(a *answer, at time.Time) (l Lease, ok bool, why string) {
	l = Lease{Server: a.from, server: a.Options.ServerID(), ServerDUID: bytesOf(a.Options.ServerID()), IAID: m.config.IAID,
		DNS: toAddrs(a.Options.DNS()), Obtained: at}
	if d := a.Options.DomainSearchList(); d != nil {
		l.Domain = d.Labels
	}
	if why = failed(a.Options.Status()); why != "" {
		return l, false, why
	}
	for _, ia := range a.Options.IANA() {
		if ia.IaId != m.config.IAID {
			continue
		}
		if why = failed(ia.Options.Status()); why != "" {
			return l, false, why
		}
		for _, o := range ia.Options.Addresses() {
			addr, valid := netip.AddrFromSlice(o.IPv6Addr.To16())
			if !valid || o.ValidLifetime == 0 || o.PreferredLifetime > o.ValidLifetime || failed(o.Options.Status()) != "" {
				continue
			}
			l.Address, l.Valid, l.Preferred, l.T1, l.T2 = addr, o.ValidLifetime, o.PreferredLifetime, ia.T1, ia.T2
			if l.T1 == 0 { // the client's to choose (Section 14.2)
				l.T1 = portion(l.Preferred, 5)
			}
			if l.T2 == 0 {
				l.T2 = max(portion(l.Preferred, 8), l.T1)
			}
			return l, true, ""
		}
	}
	return l, false, "no address is in it"
}

// soliciting looks for servers (RFC 8415, Section 18.2.1). The best one of those
// that answer within the first wait is taken, one of the highest preference at once.
func (m *machine) soliciting(ctx context.Context) desk.Step {
	m.enter(StateSoliciting)
	options := []dhcpv6.Option{m.association(netip.Addr{}), wants()}
	if m.config.RapidCommit {
		options = append(options, &dhcpv6.OptionGeneric{OptionCode: dhcpv6.OptionRapidCommit})
	}
	x := m.open(dhcpv6.MessageTypeSolicit, options...)
	var best *answer
	weigh := func(a *answer) bool {
		rapid := a.MessageType == dhcpv6.MessageTypeReply
		if rapid && (!m.config.RapidCommit || a.GetOneOption(dhcpv6.OptionRapidCommit) == nil) {
			return false
		}
		if _, ok, why := m.granted(a, x.started); !ok {
			m.log.Info("refused", slog.String("xid", xid(x.xid)), slog.String("server", a.from.String()), slog.String("reason", why))
			return false
		}
		if rapid {
			return true
		}
		if best == nil || a.Options.Preference() > best.Options.Preference() {
			best = a
		}
		return a.Options.Preference() == leastPreferred
	}
	t := timing{first: m.config.Retry, most: m.config.RetryMax, enough: func() bool { return best != nil }}
	a, why := m.ask(ctx, x, t, weigh)
	switch {
	case why == desk.Answered && a.MessageType == dhcpv6.MessageTypeReply:
		m.note("reply", x, a)
		l, _, _ := m.granted(a, x.started)
		return m.take(ctx, l, ReasonBound)
	case why == desk.Answered || why == desk.TimedOut:
		m.note("advertise", x, best)
		return func(ctx context.Context) desk.Step { return m.requesting(ctx, best) }
	}
	return m.stray(why)
}

func (m *machine) note(event string, x *exchange, a *answer) {
	m.log.Info(event, slog.String("xid", xid(x.xid)), slog.String("server", a.from.String()))
}

// requesting asks a server for the address it advertised (RFC 8415, Section 18.2.2).
func (m *machine) requesting(ctx context.Context, advertised *answer) desk.Step {
	m.enter(StateRequesting)
	offer, _, _ := m.granted(advertised, time.Time{})
	x := m.open(dhcpv6.MessageTypeRequest, dhcpv6.OptServerID(offer.server), m.association(offer.Address), wants())
	t := timing{first: m.config.Retry, most: min(requestMax, m.config.RetryMax), tries: requestTries}
	a, why := m.ask(ctx, x, t, m.replyOf(offer.ServerDUID))
	switch why {
	case desk.Answered:
	case desk.TimedOut:
		return m.soliciting
	case desk.Commanded, desk.Canceled, desk.Ended:
		return m.stray(why)
	}
	l, ok, refusal := m.granted(a, x.started)
	if !ok {
		m.log.Info("refused", slog.String("xid", xid(x.xid)), slog.String("server", a.from.String()), slog.String("reason", refusal))
		// Who solicits at once would be refused as often as there is time.
		if _, why := m.Wait(ctx, time.Now().Add(m.config.Retry), nil); why != desk.TimedOut {
			return m.stray(why)
		}
		return m.soliciting
	}
	m.note("reply", x, a)
	return m.take(ctx, l, ReasonBound)
}

// replyOf accepts the REPLY of one server; of any where the DUID is nil.
func (m *machine) replyOf(server []byte) func(*answer) bool {
	return func(a *answer) bool {
		return a.MessageType == dhcpv6.MessageTypeReply && (server == nil || bytes.Equal(bytesOf(a.Options.ServerID()), server))
	}
}

// bound waits for T1.
func (m *machine) bound(ctx context.Context) desk.Step {
	m.enter(StateBound)
	var t1 time.Time
	if m.lease.T1 != Infinite {
		t1 = m.lease.Obtained.Add(m.lease.T1)
	}
	if _, why := m.Wait(ctx, t1, nil); why != desk.TimedOut {
		return m.stray(why)
	}
	return m.renewing
}

// informed keeps the settings.
func (m *machine) informed(ctx context.Context) desk.Step {
	m.enter(StateInformed)
	_, why := m.Wait(ctx, time.Time{}, nil)
	return m.stray(why)
}

// renewing asks the server of the lease for more time, until T2 (RFC 8415, Section
// 18.2.4).
func (m *machine) renewing(ctx context.Context) desk.Step {
	m.enter(StateRenewing)
	x := m.open(dhcpv6.MessageTypeRenew, dhcpv6.OptServerID(m.lease.server), m.association(m.lease.Address), wants())
	return m.extend(ctx, x, m.lease.T2, m.lease.ServerDUID, m.rebinding)
}

// rebinding asks any server, until the lease expires (RFC 8415, Section 18.2.5).
func (m *machine) rebinding(ctx context.Context) desk.Step {
	m.enter(StateRebinding)
	x := m.open(dhcpv6.MessageTypeRebind, m.association(m.lease.Address), wants())
	return m.extend(ctx, x, m.lease.Valid, nil, m.expired)
}

// extend asks for more time until the given age of the lease, and then goes on to
// next.
func (m *machine) extend(ctx context.Context, x *exchange, until time.Duration, server []byte, next desk.Step) desk.Step {
	t := timing{first: m.config.RetryRenew, most: max(renewMax, m.config.RetryRenew)}
	if until != Infinite {
		t.end = m.lease.Obtained.Add(until)
	}
	a, why := m.ask(ctx, x, t, m.replyOf(server))
	switch why {
	case desk.Answered:
	case desk.TimedOut:
		return next
	case desk.Commanded, desk.Canceled, desk.Ended:
		return m.stray(why)
	}
	l, ok, refusal := m.granted(a, x.started)
	if !ok || l.Address != m.lease.Address {
		return m.refused(ctx, x, a, refusal)
	}
	m.note("reply", x, a)
	return m.take(ctx, l, ReasonRenewed)
}

// refused gives up a lease that a server does not know, and starts over.
func (m *machine) refused(ctx context.Context, x *exchange, a *answer, why string) desk.Step {
	m.log.Info("refused", slog.String("xid", xid(x.xid)), slog.String("server", a.from.String()), slog.String("reason", why))
	if !m.lose(ctx, ReasonRefused) {
		return nil
	}
	m.Conclude(Lease{}, ErrRefused)
	return m.soliciting
}

// expired gives up a lease that nobody extended.
func (m *machine) expired(ctx context.Context) desk.Step {
	if !m.lose(ctx, ReasonExpired) {
		return nil
	}
	return m.soliciting
}

// confirming asks whether the lease fits the link (RFC 8415, Section 18.2.3).
func (m *machine) confirming(ctx context.Context) desk.Step {
	x := m.open(dhcpv6.MessageTypeConfirm, m.association(m.lease.Address))
	t := timing{first: m.config.Retry, most: confirmMax, end: time.Now().Add(confirmAtMost)}
	a, why := m.ask(ctx, x, t, m.replyOf(nil))
	switch why {
	case desk.Answered:
		if refusal := failed(a.Options.Status()); refusal != "" {
			return m.refused(ctx, x, a, refusal)
		}
		m.note("reply", x, a)
		m.Conclude(*m.lease, nil)
	case desk.TimedOut:
		m.Conclude(Lease{}, ErrNoAnswer)
	case desk.Commanded, desk.Canceled, desk.Ended:
		return m.stray(why)
	}
	return m.bound
}

// releasing gives the lease back (RFC 8415, Section 18.2.7). The address is not used
// any more from before the message is sent.
func (m *machine) releasing(ctx context.Context) desk.Step {
	if m.lease == nil {
		m.Conclude(Lease{}, nil)
		return m.idle
	}
	l := *m.lease
	if !m.lose(ctx, ReasonReleased) {
		return nil
	}
	m.enter(StateInit)
	if !l.Address.IsValid() {
		m.Conclude(Lease{}, nil)
		return m.idle
	}
	x := m.open(dhcpv6.MessageTypeRelease, dhcpv6.OptServerID(l.server), m.association(l.Address))
	t := timing{first: m.config.Retry, most: m.config.RetryMax, tries: releaseTries}
	a, why := m.ask(ctx, x, t, m.replyOf(l.ServerDUID))
	switch why {
	case desk.Answered:
		m.note("reply", x, a)
		m.Conclude(Lease{}, nil)
	case desk.TimedOut:
		m.Conclude(Lease{}, ErrNoAnswer)
	case desk.Commanded, desk.Canceled, desk.Ended:
		return m.stray(why)
	}
	return m.idle
}

// declining tells the server that somebody else has the address, and looks for
// another one (RFC 8415, Section 18.2.8).
func (m *machine) declining(ctx context.Context, l Lease) desk.Step {
	x := m.open(dhcpv6.MessageTypeDecline, dhcpv6.OptServerID(l.server), m.association(l.Address))
	t := timing{first: m.config.Retry, most: m.config.RetryMax, tries: declineTries}
	a, why := m.ask(ctx, x, t, m.replyOf(l.ServerDUID))
	switch why {
	case desk.Answered:
		m.note("reply", x, a)
	case desk.TimedOut:
	case desk.Commanded, desk.Canceled, desk.Ended:
		return m.stray(why)
	}
	return m.soliciting
}

// informing asks for settings alone (RFC 8415, Section 18.2.6).
func (m *machine) informing(ctx context.Context) desk.Step {
	x := m.open(dhcpv6.MessageTypeInformationRequest, wants(dhcpv6.OptionInformationRefreshTime))
	a, why := m.ask(ctx, x, timing{first: m.config.Retry, most: m.config.RetryMax}, m.replyOf(nil))
	if why != desk.Answered {
		return m.stray(why)
	}
	m.note("reply", x, a)
	l, _, _ := m.granted(a, x.started)
	l.Address = netip.Addr{}
	if m.lease != nil && m.lease.Address.IsValid() {
		m.Conclude(l, nil)
		return m.bound
	}
	return m.take(ctx, l, ReasonInformed)
}
