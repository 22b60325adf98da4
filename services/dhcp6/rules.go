package dhcp6

import (
	"bytes"
	"context"
	"log/slog"
	"net/netip"
	"time"

	"github.com/insomniacslk/dhcp/dhcpv6"
	"github.com/insomniacslk/dhcp/iana"
)

// turn is one message that the server is to answer.
type turn struct {
	s   *Server
	m   *dhcpv6.Message
	now time.Time
	log *slog.Logger
}

// decide does what the message asks for, and returns the answer; nil for none.
// ignored says why the message is not for this server.
func (t *turn) decide(ctx context.Context) (reply *dhcpv6.Message, ignored string) {
	if wrong := t.invalid(); wrong != "" {
		return nil, wrong
	}
	switch t.m.Type() {
	case dhcpv6.MessageTypeSolicit:
		return t.solicit(ctx), ""
	case dhcpv6.MessageTypeRequest:
		t.tell(ctx, "request")
		return t.assign(ctx, dhcpv6.MessageTypeReply, bound), ""
	case dhcpv6.MessageTypeRenew:
		t.tell(ctx, "renew")
		return t.extend(ctx)
	case dhcpv6.MessageTypeRebind:
		t.tell(ctx, "rebind")
		return t.extend(ctx)
	case dhcpv6.MessageTypeConfirm:
		return t.confirm(ctx)
	case dhcpv6.MessageTypeRelease:
		return t.giveBack(ctx, "release", returned), ""
	case dhcpv6.MessageTypeDecline:
		return t.giveBack(ctx, "decline", declined), ""
	case dhcpv6.MessageTypeInformationRequest:
		t.tell(ctx, "inform")
		reply := t.answer(dhcpv6.MessageTypeReply)
		t.settings(reply)
		if t.m.IsOptionRequested(dhcpv6.OptionInformationRefreshTime) {
			reply.AddOption(dhcpv6.OptInformationRefreshTime(t.s.config.Refresh))
		}
		return reply, ""
	default:
		return nil, "no message of a client"
	}
}

// invalid says what is wrong with a message (RFC 8415, Section 16).
func (t *turn) invalid() string {
	client, server := t.m.Options.ClientID(), t.m.Options.ServerID()
	if server != nil && !bytes.Equal(bytesOf(server), bytesOf(t.s.id)) {
		return "it is for another server"
	}
	kind := t.m.Type()
	if client == nil && kind != dhcpv6.MessageTypeInformationRequest {
		return "it has no client identifier"
	}
	switch kind {
	case dhcpv6.MessageTypeSolicit, dhcpv6.MessageTypeConfirm, dhcpv6.MessageTypeRebind:
		if server != nil {
			return "it names a server, and asks all"
		}
	case dhcpv6.MessageTypeRequest, dhcpv6.MessageTypeRenew, dhcpv6.MessageTypeRelease, dhcpv6.MessageTypeDecline:
		if server == nil {
			return "it names no server"
		}
	case dhcpv6.MessageTypeInformationRequest:
		if len(t.m.Options.IANA()) > 0 {
			return "it asks for settings, and has an association"
		}
	default: // no message of a client
	}
	return ""
}

func (t *turn) tell(ctx context.Context, event string, attrs ...slog.Attr) {
	t.log.LogAttrs(ctx, slog.LevelInfo, event, attrs...)
}

// answer begins a reply: both identifiers first.
func (t *turn) answer(kind dhcpv6.MessageType) *dhcpv6.Message {
	reply := &dhcpv6.Message{MessageType: kind, TransactionID: t.m.TransactionID}
	reply.AddOption(dhcpv6.OptServerID(t.s.id))
	if id := t.m.Options.ClientID(); id != nil {
		reply.AddOption(dhcpv6.OptClientID(id))
	}
	return reply
}

// settings adds what the client asks for beside an address (RFC 8415, Section 18.3).
func (t *turn) settings(reply *dhcpv6.Message) {
	c := &t.s.config
	wants := func(o dhcpv6.OptionCode) bool {
		return t.m.GetOneOption(dhcpv6.OptionORO) == nil || t.m.IsOptionRequested(o)
	}
	if len(c.DNS) > 0 && wants(dhcpv6.OptionDNSRecursiveNameServer) {
		reply.AddOption(dhcpv6.OptDNS(toIPs(c.DNS)...))
	}
	if len(c.Domain) > 0 && wants(dhcpv6.OptionDomainSearchList) {
		reply.AddOption(dhcpv6.OptDomainSearchList(labels(c.Domain)))
	}
}

func (t *turn) client(ia *dhcpv6.OptIANA) client {
	return client{duid: string(bytesOf(t.m.Options.ClientID())), iaid: ia.IaId}
}

// addresses are those that a client names in an association.
func addresses(ia *dhcpv6.OptIANA) []netip.Addr {
	var all []netip.Addr
	for _, o := range ia.Options.Addresses() {
		if a, ok := netip.AddrFromSlice(o.IPv6Addr.To16()); ok {
			all = append(all, a)
		}
	}
	return all
}

// lend is an association with its address, or with none and the reason.
func (t *turn) lend(ia *dhcpv6.OptIANA, a netip.Addr, valid, preferred time.Duration) *dhcpv6.OptIANA {
	c := &t.s.config
	out := &dhcpv6.OptIANA{IaId: ia.IaId, T1: c.T1, T2: c.T2}
	out.Options.Add(&dhcpv6.OptIAAddress{IPv6Addr: a.AsSlice(), ValidLifetime: valid, PreferredLifetime: preferred})
	return out
}

func refuse(ia *dhcpv6.OptIANA, code iana.StatusCode, text string) *dhcpv6.OptIANA {
	out := &dhcpv6.OptIANA{IaId: ia.IaId}
	out.Options.Add(status(code, text))
	return out
}

// solicit answers a client that looks for servers (RFC 8415, Section 18.3.1).
func (t *turn) solicit(ctx context.Context) *dhcpv6.Message {
	t.tell(ctx, "solicit")
	if t.s.config.RapidCommit && t.m.GetOneOption(dhcpv6.OptionRapidCommit) != nil {
		reply := t.assign(ctx, dhcpv6.MessageTypeReply, bound)
		reply.AddOption(&dhcpv6.OptionGeneric{OptionCode: dhcpv6.OptionRapidCommit})
		return reply
	}
	reply := t.assign(ctx, dhcpv6.MessageTypeAdvertise, offered)
	if t.s.config.Preference > 0 {
		reply.AddOption(dhcpv6.OptPreference(t.s.config.Preference))
	}
	return reply
}

// assign offers or lends an address for each association (RFC 8415, Sections
// 18.3.1 and 18.3.2).
func (t *turn) assign(ctx context.Context, kind dhcpv6.MessageType, state bindingState) *dhcpv6.Message {
	c := &t.s.config
	reply := t.answer(kind)
	for _, ia := range t.m.Options.IANA() {
		who, wish := t.client(ia), netip.Addr{}
		if named := addresses(ia); len(named) > 0 {
			wish = named[0]
		}
		if state == bound && wish.IsValid() && !c.onLink(wish) {
			t.tell(ctx, "refused", slog.String("address", wish.String()), slog.String("reason", "not on the link"))
			reply.AddOption(refuse(ia, iana.StatusNotOnLink, "the address is not on this link"))
			continue
		}
		a, ok := t.s.table.find(t.m.Options.ClientID(), who, wish, t.now)
		if !ok {
			t.s.stats.Exhausted++
			t.log.LogAttrs(ctx, slog.LevelWarn, "exhausted")
			reply.AddOption(refuse(ia, iana.StatusNoAddrsAvail, "no address is left"))
			continue
		}
		event, lasts := "lend", c.Valid
		if state == offered {
			event, lasts = "advertise", c.OfferTime
		}
		if b := t.s.table.byClient[who]; state != offered || b == nil || b.addr != a || !b.lent(t.now) {
			t.s.table.put(a, who, state, t.now, lasts)
		}
		t.tell(ctx, event, slog.String("address", a.String()), slog.Duration("valid", c.Valid))
		reply.AddOption(t.lend(ia, a, c.Valid, c.Preferred))
	}
	t.settings(reply)
	return reply
}

// extend lengthens what a client holds (RFC 8415, Sections 18.3.4 and 18.3.5).
func (t *turn) extend(ctx context.Context) (reply *dhcpv6.Message, ignored string) {
	c := &t.s.config
	reply = t.answer(dhcpv6.MessageTypeReply)
	known := false
	for _, ia := range t.m.Options.IANA() {
		who := t.client(ia)
		b := t.s.table.byClient[who]
		if b != nil && b.lent(t.now) {
			known = true
			t.s.table.put(b.addr, who, bound, t.now, c.Valid)
			t.tell(ctx, "lend", slog.String("address", b.addr.String()), slog.Duration("valid", c.Valid))
			out := t.lend(ia, b.addr, c.Valid, c.Preferred)
			for _, a := range addresses(ia) {
				if a != b.addr { // not the client's any more
					out.Options.Add(&dhcpv6.OptIAAddress{IPv6Addr: a.AsSlice()})
				}
			}
			reply.AddOption(out)
			continue
		}
		var strange []netip.Addr
		for _, a := range addresses(ia) {
			if !c.onLink(a) {
				strange = append(strange, a)
			}
		}
		switch {
		case len(strange) > 0:
			known = true
			out := &dhcpv6.OptIANA{IaId: ia.IaId}
			for _, a := range strange {
				out.Options.Add(&dhcpv6.OptIAAddress{IPv6Addr: a.AsSlice()})
			}
			t.tell(ctx, "refused", slog.String("address", strange[0].String()), slog.String("reason", "not on the link"))
			reply.AddOption(out)
		case t.m.Type() == dhcpv6.MessageTypeRenew:
			known = true
			t.tell(ctx, "refused", slog.String("reason", "no binding"))
			reply.AddOption(refuse(ia, iana.StatusNoBinding, "nothing is lent to this client"))
		}
	}
	if !known {
		return nil, "nothing is known of the client: another server may know more"
	}
	t.settings(reply)
	return reply, ""
}

// confirm tells whether a client is still on the link (RFC 8415, Section 18.3.3).
func (t *turn) confirm(ctx context.Context) (reply *dhcpv6.Message, ignored string) {
	t.tell(ctx, "confirm")
	var named, on int
	for _, ia := range t.m.Options.IANA() {
		for _, a := range addresses(ia) {
			named++
			if t.s.config.onLink(a) {
				on++
			}
		}
	}
	switch {
	case named == 0:
		return nil, "it names no address"
	case len(t.s.config.Prefixes) == 0:
		return nil, "the networks of the link are not known"
	}
	reply = t.answer(dhcpv6.MessageTypeReply)
	if on == named {
		reply.AddOption(status(iana.StatusSuccess, "all addresses are on this link"))
		t.settings(reply)
		return reply, ""
	}
	t.tell(ctx, "refused", slog.String("reason", "not on the link"))
	reply.AddOption(status(iana.StatusNotOnLink, "not all addresses are on this link"))
	return reply, ""
}

// giveBack takes addresses back (RFC 8415, Sections 18.3.7 and 18.3.8).
func (t *turn) giveBack(ctx context.Context, event string, state bindingState) *dhcpv6.Message {
	reply := t.answer(dhcpv6.MessageTypeReply)
	for _, ia := range t.m.Options.IANA() {
		b := t.s.table.byClient[t.client(ia)]
		found := false
		for _, a := range addresses(ia) {
			if b == nil || b.addr != a || !b.lent(t.now) {
				continue
			}
			found = true
			b.state, b.until = state, t.now
			t.tell(ctx, event, slog.String("address", a.String()))
		}
		if !found {
			t.tell(ctx, "refused", slog.String("reason", "no binding"))
			reply.AddOption(refuse(ia, iana.StatusNoBinding, "this address is not lent to this client"))
		}
	}
	reply.AddOption(status(iana.StatusSuccess, ""))
	return reply
}
