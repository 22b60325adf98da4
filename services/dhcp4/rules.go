package dhcp4

import (
	"context"
	"log/slog"
	"net/netip"
	"time"

	"github.com/insomniacslk/dhcp/dhcpv4"
)

// key names the sender of m: by its client identifier, else by its hardware
// address (RFC 2131, Section 4.2).
func key(m *message) string {
	if id := m.Options[optClientID]; len(id) > 0 {
		return "\x00" + string(id)
	}
	return string(m.mac[:])
}

// decide applies RFC 2131, Section 4.3 to the message at hand.
func (t *turn) decide() {
	table := t.subnet()
	if table == nil {
		// A renewing client whose address belongs to none of the networks has moved.
		if t.m.kind == dhcpv4.MessageTypeRequest && t.m.ciaddr.IsValid() && !t.m.giaddr.IsValid() && t.forUs() {
			t.s.stats.Requests++
			t.note(slog.LevelInfo, "request", slog.String("state", "renewing"), slog.String("address", t.m.ciaddr.String()))
			t.nak("address is not of this network")
			return
		}
		t.ignore("no subnet for this client")
		return
	}
	switch t.m.kind {
	case dhcpv4.MessageTypeDiscover:
		t.discover(table)
	case dhcpv4.MessageTypeRequest:
		t.request(table)
	case dhcpv4.MessageTypeDecline:
		t.decline(table)
	case dhcpv4.MessageTypeRelease:
		t.release(table)
	case dhcpv4.MessageTypeInform:
		t.inform(table)
	case dhcpv4.MessageTypeNone, dhcpv4.MessageTypeOffer, dhcpv4.MessageTypeAck, dhcpv4.MessageTypeNak:
		t.ignore("a " + t.m.kind.String() + " is no message of a client")
	}
}

// subnet finds the table for the client's network: where its relay is, else
// where the client says it is, else the server's own (RFC 2131, Section 4.3.1).
func (t *turn) subnet() *table {
	at := t.s.config.Address
	switch {
	case t.m.giaddr.IsValid():
		at = t.m.giaddr
	case t.m.ciaddr.IsValid() && t.m.kind != dhcpv4.MessageTypeDiscover:
		at = t.m.ciaddr
	}
	for _, table := range t.s.tables {
		if table.Prefix.Contains(at) {
			return table
		}
	}
	return nil
}

// forUs tells that the message names this server or none.
func (t *turn) forUs() bool {
	return !t.m.server.IsValid() || t.m.server == t.s.config.Address
}

func (t *turn) ignore(reason string) {
	t.s.stats.Ignored++
	t.note(slog.LevelInfo, "ignored", slog.String("type", t.m.kind.String()), slog.String("reason", reason))
}

func (t *turn) nak(why string) {
	t.s.stats.Naks++
	r := t.s.refuse(t.m, why)
	t.reply = &r
	t.note(slog.LevelInfo, "nak", slog.String("reason", why))
}

// discover offers an address (RFC 2131, Section 4.3.1).
func (t *turn) discover(table *table) {
	t.s.stats.Discovers++
	var attrs []slog.Attr
	if t.m.requested.IsValid() {
		attrs = append(attrs, slog.String("requested", t.m.requested.String()))
	}
	if name := t.m.text(optHostname); name != "" {
		attrs = append(attrs, slog.String("hostname", name))
	}
	t.note(slog.LevelInfo, "discover", attrs...)

	id := key(t.m)
	if b := table.byKey[id]; b != nil && b.probing {
		return // the answer is under way
	}
	addr, ok := table.choose(id, t.m.mac, t.m.requested)
	if !ok {
		t.exhausted(table)
		return
	}
	b := table.byAddr[addr]
	if t.s.config.Probe == nil || b.owned(id) {
		t.offer(table, addr)
		return
	}
	select {
	case t.s.probes <- struct{}{}:
	default:
		t.note(slog.LevelWarn, "ignored", slog.String("reason", "too many conflict probes under way"))
		return
	}
	b = t.reserve(table, addr)
	b.probing = true
	offer := b.offer
	t.probe = func(ctx context.Context) { t.s.probe(ctx, t.m, table, addr, offer) }
}

func (t *turn) exhausted(table *table) {
	t.s.stats.Exhausted++
	t.note(slog.LevelWarn, "exhausted", slog.String("subnet", table.Prefix.String()))
}

// reserve holds an address for the sender for a while.
func (t *turn) reserve(table *table, addr netip.Addr) *binding {
	b := table.byAddr[addr]
	if id := key(t.m); !b.owned(id) {
		b = table.hold(addr, id, t.m.mac)
	}
	t.describe(b)
	if b.state != Bound {
		table.set(b, Offered, t.now, t.s.config.OfferTime)
	} else if !b.ends.IsZero() && b.ends.Sub(t.now) < t.s.config.OfferTime {
		table.until(b, t.now, t.s.config.OfferTime) // let the lease last for the request
	}
	return b
}

// describe notes what the sender says of itself.
func (t *turn) describe(b *binding) {
	b.mac, b.clientID = t.m.mac, string(t.m.Options[optClientID])
	if name := t.m.text(optHostname); name != "" {
		b.hostname = name
	}
}

// offer holds an address and tells the sender.
func (t *turn) offer(table *table, addr netip.Addr) {
	t.reserve(table, addr)
	wanted, _ := t.m.seconds(optLeaseTime)
	lease, t1, t2 := table.grant(wanted)
	r := t.s.compose(t.m, dhcpv4.MessageTypeOffer, table, addr, lease, t1, t2)
	t.reply = &r
	t.s.stats.Offers++
	t.note(slog.LevelInfo, "offer", slog.String("address", addr.String()),
		slog.String("server", t.s.config.Address.String()), slog.Duration("lease", lease))
}

// probe looks for a conflict and offers the first address that has none. offer
// tells whether the address is still held for what it was held for.
func (s *Server) probe(ctx context.Context, m *message, table *table, addr netip.Addr, offer uint64) {
	ctx, cancel := context.WithTimeout(ctx, s.config.OfferTime)
	defer cancel()
	for {
		used := s.config.Probe(ctx, addr)
		t := s.turn(ctx)
		t.m = m
		s.mu.Lock()
		b := table.byAddr[addr]
		ok := ctx.Err() == nil && b.probing && b.offer == offer
		if ok && used {
			s.stats.Conflicts++
			table.quarantine(b, t.now, s.config.DeclineTime)
			t.note(slog.LevelWarn, "conflict", slog.String("address", addr.String()))
			if addr, ok = table.choose(key(m), m.mac, netip.Addr{}); ok {
				b = t.reserve(table, addr)
				b.probing, offer = true, b.offer
			} else {
				t.exhausted(table)
			}
		} else if ok {
			b.probing = false
			t.offer(table, addr)
		}
		s.rearm()
		s.mu.Unlock()
		t.finish(ctx)
		if !ok || !used {
			return
		}
	}
}

// request answers a REQUEST in each of its three forms (RFC 2131, Section 4.3.2,
// Table 4).
func (t *turn) request(table *table) {
	state := "init-reboot"
	switch {
	case t.m.ciaddr.IsValid():
		state = "renewing" // or rebinding: they differ in the destination only
	case t.m.server.IsValid():
		state = "selecting"
	}
	addr := t.m.requested
	if state == "renewing" {
		addr = t.m.ciaddr
	}
	if !addr.IsValid() {
		t.ignore("no address requested")
		return
	}
	if !t.forUs() {
		t.withdraw(table)
		t.ignore("the client chose " + t.m.server.String())
		return
	}
	t.s.stats.Requests++
	t.note(slog.LevelInfo, "request", slog.String("state", state), slog.String("address", addr.String()))

	id := key(t.m)
	b := table.byAddr[addr]
	switch {
	case b.owned(id):
		t.ack(table, addr)
	case !table.Prefix.Contains(addr):
		t.nak("address is not of this network")
	case state == "selecting":
		// The offer lapsed, or never was: it stands if the address is still free.
		if !table.available(addr, t.m.mac) {
			t.nak("address is not available")
			return
		}
		t.ack(table, addr)
	case table.record(id, t.m.mac) == addr && table.available(addr, t.m.mac):
		t.ack(table, addr)
	case table.record(id, t.m.mac).IsValid():
		t.nak("address is not the client's")
	case state == "renewing" && b != nil && b.held():
		t.nak("address is not the client's")
	default:
		// Another server may know the client (Section 4.3.2).
		t.note(slog.LevelInfo, "unknown", slog.String("address", addr.String()))
	}
}

// withdraw takes back an offer that the sender did not choose.
func (t *turn) withdraw(table *table) {
	if b := table.byKey[key(t.m)]; b != nil && b.state == Offered {
		table.release(b, lapsed)
		t.note(slog.LevelInfo, "withdrawn", slog.String("address", b.addr.String()))
	}
}

// ack lends an address that is free or the sender's.
func (t *turn) ack(table *table, addr netip.Addr) {
	b := table.byAddr[addr]
	if id := key(t.m); !b.owned(id) {
		b = table.hold(addr, id, t.m.mac)
	}
	b.probing = false
	t.describe(b)
	wanted, _ := t.m.seconds(optLeaseTime)
	lease, t1, t2 := table.grant(wanted)
	table.set(b, Bound, t.now, lease)
	r := t.s.compose(t.m, dhcpv4.MessageTypeAck, table, addr, lease, t1, t2)
	t.reply = &r
	t.s.stats.Acks++
	attrs := []slog.Attr{slog.String("address", addr.String()), slog.String("server", t.s.config.Address.String()), slog.Duration("lease", lease)}
	if b.hostname != "" {
		attrs = append(attrs, slog.String("hostname", b.hostname))
	}
	t.note(slog.LevelInfo, "ack", attrs...)
}

// decline takes an address out of use that the sender found in use (RFC 2131,
// Section 4.3.3).
func (t *turn) decline(table *table) {
	b := table.byAddr[t.m.requested]
	switch {
	case t.m.server != t.s.config.Address:
		t.ignore("the decline is not for this server")
	case !b.owned(key(t.m)):
		t.ignore("the address is not the client's")
	default:
		t.s.stats.Declines++
		table.quarantine(b, t.now, t.s.config.DeclineTime)
		t.note(slog.LevelWarn, "decline", slog.String("address", b.addr.String()), slog.String("reason", t.m.text(optMessage)))
	}
}

// release takes an address back and remembers whose it was (RFC 2131, Section 4.3.4).
func (t *turn) release(table *table) {
	b := table.byAddr[t.m.ciaddr]
	switch {
	case t.m.server != t.s.config.Address:
		t.ignore("the release is not for this server")
	case !b.owned(key(t.m)) || b.state != Bound:
		t.ignore("the address is not the client's")
	default:
		t.s.stats.Releases++
		table.release(b, Released)
		b.since = t.now
		t.note(slog.LevelInfo, "release", slog.String("address", b.addr.String()))
	}
}

// inform gives parameters only (RFC 2131, Section 4.3.5).
func (t *turn) inform(table *table) {
	if !t.m.ciaddr.IsValid() {
		t.ignore("the client gives no address of its own")
		return
	}
	t.s.stats.Informs++
	t.note(slog.LevelInfo, "inform", slog.String("address", t.m.ciaddr.String()))
	r := t.s.compose(t.m, dhcpv4.MessageTypeAck, table, netip.Addr{}, 0, 0, 0)
	t.reply = &r
	t.s.stats.Acks++
	t.note(slog.LevelInfo, "ack", slog.String("server", t.s.config.Address.String()), slog.Duration("lease", time.Duration(0)))
}
