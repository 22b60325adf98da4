package dhcp6

import (
	"net"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/insomniacslk/dhcp/dhcpv6"
)

// question is one message to a server, and its answer.
type question struct {
	t      *testing.T
	s      *Server
	now    *time.Time
	client byte
}

func questions(t *testing.T, c Config) *question {
	t.Helper()
	now := time.Unix(1_000_000, 0)
	c.Now = func() time.Time { return now }
	s, err := New((&segment{}).socket("fe80::1", true), c)
	if err != nil {
		t.Fatal(err)
	}
	return &question{t: t, s: s, now: &now, client: 2}
}

func (q *question) id() dhcpv6.DUID { return linkLayer(net.HardwareAddr{2, 0, 0, 0, 0, q.client}) }

// ask sends a message of the client with an association, and addresses in it.
func (q *question) ask(kind dhcpv6.MessageType, server bool, addrs ...string) *dhcpv6.Message {
	q.t.Helper()
	ia := &dhcpv6.OptIANA{IaId: [4]byte{1, 2, 3, 4}}
	for _, a := range addrs {
		ia.Options.Add(&dhcpv6.OptIAAddress{IPv6Addr: net.ParseIP(a)})
	}
	options := []dhcpv6.Option{dhcpv6.OptClientID(q.id()), ia}
	if server {
		options = append(options, dhcpv6.OptServerID(q.s.id))
	}
	return q.raw(kind, options...)
}

func (q *question) raw(kind dhcpv6.MessageType, options ...dhcpv6.Option) *dhcpv6.Message {
	q.t.Helper()
	m := &dhcpv6.Message{MessageType: kind, TransactionID: dhcpv6.TransactionID{1, 2, 3}}
	for _, o := range options {
		m.AddOption(o)
	}
	m, err := parse(m.ToBytes())
	if err != nil {
		q.t.Fatal(err)
	}
	reply, _ := (&turn{s: q.s, m: m, now: *q.now, log: q.s.config.Logger}).decide(q.t.Context())
	if reply != nil && reply.TransactionID != m.TransactionID {
		q.t.Errorf("the answer has the number %s", reply.TransactionID)
	}
	return reply
}

// got is what an answer has for its association, on one line.
func got(m *dhcpv6.Message) string {
	if m == nil {
		return "silence"
	}
	parts := []string{m.Type().String()}
	if s := m.Options.Status(); s != nil {
		parts = append(parts, s.StatusCode.String())
	}
	for _, ia := range m.Options.IANA() {
		if s := ia.Options.Status(); s != nil {
			parts = append(parts, "IA:"+s.StatusCode.String())
		}
		for _, a := range ia.Options.Addresses() {
			parts = append(parts, a.IPv6Addr.String())
			if a.ValidLifetime == 0 {
				parts = append(parts, "ends")
			}
		}
	}
	return strings.Join(parts, " ")
}

func (q *question) want(want string, m *dhcpv6.Message) {
	q.t.Helper()
	if g := got(m); g != want {
		q.t.Errorf("got %q, want %q", g, want)
	}
}

const (
	solicitType = dhcpv6.MessageTypeSolicit
	requestType = dhcpv6.MessageTypeRequest
	renewType   = dhcpv6.MessageTypeRenew
	rebindType  = dhcpv6.MessageTypeRebind
	confirmType = dhcpv6.MessageTypeConfirm
	releaseType = dhcpv6.MessageTypeRelease
	declineType = dhcpv6.MessageTypeDecline
	informType  = dhcpv6.MessageTypeInformationRequest
)

// Who gets which address (RFC 8415, Section 18.3.1).
func TestPool(t *testing.T) {
	q := questions(t, served())
	q.want("ADVERTISE 2001:db8:1::100", q.ask(solicitType, false))
	q.client = 3
	q.want("ADVERTISE 2001:db8:1::101", q.ask(solicitType, false)) // the first is held
	q.client = 4
	q.want("ADVERTISE IA:NoAddrsAvail", q.ask(solicitType, false))
	if q.s.Stats().Exhausted != 1 {
		t.Errorf("%+v", q.s.Stats())
	}
	*q.now = q.now.Add(31 * time.Second) // the offers lapse
	q.want("ADVERTISE 2001:db8:1::101", q.ask(solicitType, false, "2001:db8:1::101"))
	q.client = 2
	q.want("REPLY 2001:db8:1::100", q.ask(requestType, true, "2001:db8:1::100"))
	q.want("REPLY Success", q.ask(releaseType, true, "2001:db8:1::100"))
	*q.now = q.now.Add(time.Hour)
	q.client = 3
	q.want("REPLY 2001:db8:1::100", q.ask(requestType, true, "2001:db8:1::100"))
	q.client = 2 // its former one is somebody else's now
	q.want("REPLY 2001:db8:1::101", q.ask(requestType, true))
	q.want("REPLY Success", q.ask(declineType, true, "2001:db8:1::101"))
	*q.now = q.now.Add(1000 * time.Hour)
	q.client = 5
	q.want("REPLY 2001:db8:1::100", q.ask(requestType, true))
	q.client = 6 // what was declined stays out of use
	q.want("REPLY IA:NoAddrsAvail", q.ask(requestType, true))
}

func TestReservations(t *testing.T) {
	c := served()
	c.Reservations = []Reservation{
		{MAC: net.HardwareAddr{2, 0, 0, 0, 0, 7}, Address: netip.MustParseAddr("2001:db8:1::100")},
		{DUID: linkLayer(net.HardwareAddr{2, 0, 0, 0, 0, 8}).ToBytes(), Address: netip.MustParseAddr("2001:db8:1::7")},
	}
	q := questions(t, c)
	q.want("ADVERTISE 2001:db8:1::101", q.ask(solicitType, false, "2001:db8:1::100"))
	q.client = 7
	q.want("ADVERTISE 2001:db8:1::100", q.ask(solicitType, false))
	q.client = 8
	q.want("REPLY 2001:db8:1::7", q.ask(requestType, true))
}

// What a server says to those that have an address already.
func TestRules(t *testing.T) {
	q := questions(t, served())
	q.want("REPLY IA:NoBinding", q.ask(renewType, true, "2001:db8:1::100"))
	q.want("silence", q.ask(rebindType, false, "2001:db8:1::100")) // another server may have lent it
	q.want("REPLY 2001:db8:9::1 ends", q.ask(rebindType, false, "2001:db8:9::1"))
	q.want("REPLY IA:NotOnLink", q.ask(requestType, true, "2001:db8:9::1"))
	q.want("REPLY Success IA:NoBinding", q.ask(releaseType, true, "2001:db8:1::100"))
	q.want("REPLY 2001:db8:1::100", q.ask(requestType, true))
	q.want("REPLY 2001:db8:1::100 2001:db8:1::5 ends", q.ask(renewType, true, "2001:db8:1::100", "2001:db8:1::5"))
	q.want("REPLY 2001:db8:1::100", q.ask(rebindType, false, "2001:db8:1::100"))
	q.want("REPLY Success", q.ask(confirmType, false, "2001:db8:1::100"))
	q.want("REPLY NotOnLink", q.ask(confirmType, false, "2001:db8:1::100", "2001:db8:9::1"))
	q.want("silence", q.ask(confirmType, false))
	*q.now = q.now.Add(200 * time.Second)
	q.want("REPLY IA:NoBinding", q.ask(renewType, true, "2001:db8:1::100")) // it ran out

	other := dhcpv6.OptServerID(linkLayer(net.HardwareAddr{2, 0, 0, 0, 0, 99}))
	me, ia := dhcpv6.OptClientID(q.id()), &dhcpv6.OptIANA{}
	for _, silent := range []struct {
		kind    dhcpv6.MessageType
		options []dhcpv6.Option
	}{
		{requestType, []dhcpv6.Option{me, other, ia}},
		{requestType, []dhcpv6.Option{me, ia}},
		{solicitType, []dhcpv6.Option{ia}},
		{solicitType, []dhcpv6.Option{me, ia, dhcpv6.OptServerID(q.s.id)}},
		{informType, []dhcpv6.Option{me, ia}},
		{dhcpv6.MessageTypeReply, []dhcpv6.Option{me}},
	} {
		q.want("silence", q.raw(silent.kind, silent.options...))
	}
}

// Settings come as far as they are asked for.
func TestSettings(t *testing.T) {
	q := questions(t, served())
	all := q.raw(informType)
	if all.Options.DNS() == nil || all.Options.DomainSearchList() == nil || all.Options.ClientID() != nil {
		t.Errorf("%s", all.Summary())
	}
	some := q.raw(informType, dhcpv6.OptRequestedOption(dhcpv6.OptionDomainSearchList, dhcpv6.OptionInformationRefreshTime))
	if some.Options.DNS() != nil || some.Options.DomainSearchList() == nil || some.Options.InformationRefreshTime(0) != 24*time.Hour {
		t.Errorf("%s", some.Summary())
	}
	adv := q.ask(solicitType, false)
	ia := adv.Options.OneIANA()
	if adv.Options.Preference() != 255 || ia.T1 != 40*time.Second || ia.T2 != 64*time.Second || ia.Options.OneAddress().PreferredLifetime != 80*time.Second {
		t.Errorf("%s", adv.Summary())
	}
}

func TestConfigMistakes(t *testing.T) {
	for want, edit := range map[string]func(*Config){
		"no Ethernet":          func(c *Config) { c.MAC = nil },
		"whole seconds":        func(c *Config) { c.Valid = time.Millisecond },
		"valid for 1s only":    func(c *Config) { c.Valid, c.Preferred = time.Second, time.Hour },
		"rising order":         func(c *Config) { c.T1 = 70 * time.Second },
		"offer time":           func(c *Config) { c.OfferTime = -1 },
		"refresh time":         func(c *Config) { c.Refresh = time.Second },
		"one end only":         func(c *Config) { c.Last = netip.Addr{} },
		"backwards":            func(c *Config) { c.First, c.Last = c.Last, c.First },
		"no IPv6 address":      func(c *Config) { c.DNS = []netip.Addr{netip.MustParseAddr("8.8.8.8")} },
		"no IPv6 network":      func(c *Config) { c.Prefixes = []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8")} },
		"no domain name":       func(c *Config) { c.Domain = []string{""} },
		"one of them":          func(c *Config) { c.Reservations = []Reservation{{Address: c.First}} },
		"no Ethernet address":  func(c *Config) { c.Reservations = []Reservation{{MAC: net.HardwareAddr{1}, Address: c.First}} },
		"is reserved twice":    func(c *Config) { r := Reservation{MAC: c.MAC, Address: c.First}; c.Reservations = []Reservation{r, r} },
		`"ff02::1" is no IPv6`: func(c *Config) { c.Reservations = []Reservation{{MAC: c.MAC, Address: netip.MustParseAddr("ff02::1")}} },
	} {
		c := served()
		edit(&c)
		if _, err := New((&segment{}).socket("fe80::1", true), c); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

// Datagrams that are none of the server's business, and broken ones, are counted.
func TestStrangeDatagrams(t *testing.T) {
	q := questions(t, served())
	from := &net.UDPAddr{IP: net.ParseIP("fe80::2"), Port: ClientPort}
	q.s.handle(t.Context(), []byte{1, 2}, from)
	relayed := dhcpv6.RelayMessage{MessageType: dhcpv6.MessageTypeRelayForward, LinkAddr: net.ParseIP("::"), PeerAddr: net.ParseIP("fe80::2")}
	q.s.handle(t.Context(), relayed.ToBytes(), from)
	q.s.handle(t.Context(), (&dhcpv6.Message{MessageType: informType}).ToBytes(), from)
	if s := q.s.Stats(); s.Malformed != 1 || s.Ignored != 1 || s.Received != 1 {
		t.Errorf("%+v", s)
	}
}

func FuzzServer(f *testing.F) {
	f.Add((&dhcpv6.Message{MessageType: solicitType}).ToBytes())
	f.Fuzz(func(t *testing.T, b []byte) {
		q := questions(t, served())
		q.s.handle(t.Context(), b, &net.UDPAddr{IP: net.ParseIP("fe80::2"), Port: ClientPort})
	})
}
