package dhcp4

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/insomniacslk/dhcp/dhcpv4"
)

// The networks of these tests:
//
//	clients -- lan -- 10.0.1.1 relay 10.0.2.2 -- wan -- 10.0.2.67 server
const (
	relayed   = "10.0.1.1"
	relayedTo = "10.0.2.67"
)

var relayMAC = mac{0x02, 0, 0, 0, 0, 0x02}

func relayConfig() RelayConfig {
	return RelayConfig{Address: addr(relayed), MAC: relayMAC[:], Servers: []netip.Addr{addr(relayedTo)}}
}

// relayedServer serves its own network and the one behind the relay.
func relayedServer() Config {
	return Config{
		Address: addr(relayedTo), MAC: serverMAC[:],
		Subnets: []Subnet{
			{Prefix: netip.MustParsePrefix("10.0.2.0/24"), First: addr("10.0.2.100"), Last: addr("10.0.2.110")},
			{
				Prefix: netip.MustParsePrefix("10.0.1.0/24"), First: addr("10.0.1.100"), Last: addr("10.0.1.110"),
				Routers: []netip.Addr{addr(relayed)}, LeaseTime: time.Hour,
			},
		},
	}
}

// relay runs a Relay between two segments until the test ends.
func relay(t *testing.T, lan, wan *segment, c RelayConfig) *Relay {
	t.Helper()
	p, up := lan.attach(relayMAC), wan.attach(relayMAC)
	r, err := NewRelay(&socket{p, netip.AddrPortFrom(netip.IPv4Unspecified(), ServerPort)}, &socket{up, netip.AddrPortFrom(c.Address, ServerPort)}, p, c)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- r.Serve(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("Serve: %v", err)
		}
	})
	return r
}

// A client gets an address of its own network from a server in another one.
func TestRelayServesAnotherSubnet(t *testing.T) {
	for _, info := range []bool{false, true} {
		t.Run(fmt.Sprintf("option 82 %v", info), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				var lan, wan segment
				s := serve(t, &wan, relayedServer())
				log, c := newEvents(), relayConfig()
				c.Logger = testLogger(log)
				if info {
					c.CircuitID, c.RemoteID = "port 7", "relay"
				}
				r := relay(t, &lan, &wan, c)
				h := join(t, &lan, ClientConfig{MAC: clientMAC[:]})
				l, err := h.Acquire(within(t, time.Second))
				if err != nil {
					t.Fatal(err)
				}
				got := fmt.Sprintf("%s from %s, routers %s, for %s", l.Address, l.Server, l.Routers, l.Duration)
				if want := "10.0.1.100/24 from 10.0.2.67, routers [10.0.1.1], for 1h0m0s"; got != want {
					t.Errorf("lease %s, want %s", got, want)
				}
				if leases := s.Leases(); len(leases) != 1 || leases[0].Address != l.Address {
					t.Errorf("the server's leases are %+v", leases)
				}
				if got, want := log.names(), "request reply request reply"; got != want {
					t.Errorf("events %s, want %s", got, want)
				}
				if got := r.Stats(); got != (RelayStats{Requests: 2, Replies: 2}) {
					t.Errorf("counters %+v", got)
				}
				option := ""
				if info {
					option = "\x01\x06port 7\x02\x05relay"
				}
				if diff := cmp.Diff([]string{option, option, option, option}, informed(t, &wan)); diff != "" {
					t.Errorf("option 82 between relay and server (-want +got)\n%s", diff)
				}
				if diff := cmp.Diff([]string{"", "", "", ""}, informed(t, &lan)); diff != "" {
					t.Errorf("option 82 between client and relay (-want +got)\n%s", diff)
				}
			})
		})
	}
}

// informed is option 82 of each message on a segment.
func informed(t *testing.T, on *segment) []string {
	t.Helper()
	var all []string
	for _, f := range on.frames() {
		d, err := parseFrame(f)
		if err != nil {
			t.Fatal(err)
		}
		m, err := dhcpv4.FromBytes(d.payload)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(m.Options[optRelayAgent]))
	}
	return all
}

// relayWire is both sockets of a relay and its link. It notes what is sent.
type relayWire struct {
	wire
	mu       sync.Mutex
	sent     []string
	payloads [][]byte
	err      error
}

func (w *relayWire) SendFrame(f []byte) error {
	d, err := parseFrame(f)
	if err != nil {
		return err
	}
	return w.keep(d.payload, fmt.Sprintf("frame to %s %s from %s", net.HardwareAddr(d.dstMAC[:]), d.dst, d.src))
}

func (w *relayWire) WriteTo(b []byte, to net.Addr) (int, error) {
	return len(b), w.keep(b, "udp to "+to.String())
}

func (w *relayWire) keep(b []byte, how string) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	m, err := dhcpv4.FromBytes(b)
	if err != nil {
		return err
	}
	w.sent = append(w.sent, fmt.Sprintf("hops %d giaddr %s %s", m.HopCount, m.GatewayIPAddr, how))
	w.payloads = append(w.payloads, bytes.Clone(b))
	return w.err
}

// told is a server's message to a relay.
func told(kind dhcpv4.MessageType, giaddr, yiaddr string, edit func(*dhcpv4.DHCPv4)) []byte {
	h := header(dhcpv4.OpcodeBootReply, dhcpv4.TransactionID{1, 2, 3, 4}, clientMAC)
	h.GatewayIPAddr, h.YourIPAddr = addr(giaddr).AsSlice(), addr(yiaddr).AsSlice()
	if edit != nil {
		edit(h)
	}
	var o options
	o.add(optMessageType, []byte{byte(kind)})
	o.add(optRelayAgent, []byte("\x01\x01x"))
	return encode(h, &o)
}

func TestRelayRules(t *testing.T) {
	const (
		discover = dhcpv4.MessageTypeDiscover
		offer    = dhcpv4.MessageTypeOffer
	)
	hops := func(n byte, giaddr string) []byte {
		b := say{kind: discover, giaddr: giaddr}.bytes()
		b[hopsAt] = n
		return b
	}
	bootp := say{kind: discover}.bytes()
	copy(bootp[headerLength:], []byte{0, 0, 0})
	strange := say{kind: discover}.bytes()
	strange[0] = 3
	tests := []struct {
		name   string
		edit   func(*RelayConfig)
		in     []byte
		uplink bool // it comes by the other socket
		want   string
		reason string // of what is dropped
	}{
		{"RFC 1542 4.1.1: giaddr is filled in", nil, say{kind: discover}.bytes(), false, "hops 1 giaddr 10.0.1.1 udp to 10.0.2.67:67", ""},
		{"to several servers", func(c *RelayConfig) { c.Servers = append(c.Servers, addr("10.0.2.68")) }, say{kind: discover}.bytes(), false,
			"hops 1 giaddr 10.0.1.1 udp to 10.0.2.67:67; hops 1 giaddr 10.0.1.1 udp to 10.0.2.68:67", ""},
		{"the giaddr of another relay stays", nil, hops(1, "10.0.9.1"), true, "hops 2 giaddr 10.0.9.1 udp to 10.0.2.67:67", ""},
		{"as many hops as may be", nil, hops(4, ""), false, "hops 5 giaddr 10.0.1.1 udp to 10.0.2.67:67", ""},
		{"one more", nil, hops(5, ""), false, "", "it has passed 5 relays, and may pass 4"},
		{"one relay and no more", func(c *RelayConfig) { c.MaxHops = 1 }, hops(2, "10.0.9.1"), true, "", "it has passed 2 relays, and may pass 1"},
		{"BOOTP", nil, bootp, false, "hops 1 giaddr 10.0.1.1 udp to 10.0.2.67:67", ""},
		{"it comes back", nil, hops(1, relayed), true, "", "it has passed this relay already"},
		{"it comes from elsewhere", nil, say{kind: discover}.bytes(), true, "", "it comes from another link than that of the clients"},
		{"RFC 3046 2.1: a client is no relay", nil, say{kind: discover, options: map[uint8][]byte{82: []byte("\x01\x01x")}}.bytes(), false,
			"", "a client tells what only relays know (option 82)"},
		{"a relay is one", nil, say{kind: discover, giaddr: "10.0.9.1", options: map[uint8][]byte{82: []byte("\x01\x01x")}}.bytes(), true,
			"hops 1 giaddr 10.0.9.1 udp to 10.0.2.67:67", ""},
		{"neither request nor reply", nil, strange, false, "", "op 3 is neither a request nor a reply"},

		{"RFC 1542 4.1.2: to the client", nil, told(offer, relayed, "10.0.1.100", nil), true,
			"hops 0 giaddr 10.0.1.1 frame to 02:00:00:00:00:0a 10.0.1.100:68 from 10.0.1.1:67", ""},
		{"to everybody, as it wants", nil, told(offer, relayed, "10.0.1.100", (*dhcpv4.DHCPv4).SetBroadcast), true,
			"hops 0 giaddr 10.0.1.1 frame to ff:ff:ff:ff:ff:ff 255.255.255.255:68 from 10.0.1.1:67", ""},
		{"to the address that it has", nil, told(offer, relayed, "0.0.0.0", func(h *dhcpv4.DHCPv4) { h.ClientIPAddr = net.IPv4(10, 0, 1, 7) }), true,
			"hops 0 giaddr 10.0.1.1 frame to 02:00:00:00:00:0a 10.0.1.7:68 from 10.0.1.1:67", ""},
		{"to everybody, as it has none", nil, told(offer, relayed, "0.0.0.0", nil), true,
			"hops 0 giaddr 10.0.1.1 frame to ff:ff:ff:ff:ff:ff 255.255.255.255:68 from 10.0.1.1:67", ""},
		{"it is for another relay", nil, told(offer, "10.0.9.1", "10.0.1.100", nil), true, "", `it is for the relay at "10.0.9.1"`},
		{"it is for no relay", nil, told(offer, "0.0.0.0", "10.0.1.100", nil), false, "", `it is for the relay at "invalid IP"`},
		{"it is for no station", nil, told(offer, relayed, "10.0.1.100", func(h *dhcpv4.DHCPv4) { h.ClientHWAddr = broadcastMAC[:] }), true,
			"", "chaddr ff:ff:ff:ff:ff:ff is no station's address"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			link, log, c := &relayWire{}, newEvents(), relayConfig()
			up := &relayWire{}
			c.Logger = testLogger(log)
			if tt.edit != nil {
				tt.edit(&c)
			}
			r, err := NewRelay(link, up, link, c)
			if err != nil {
				t.Fatal(err)
			}
			before := bytes.Clone(tt.in)
			r.handle(t.Context(), tt.in, !tt.uplink)
			if got := strings.Join(append(link.sent, up.sent...), "; "); got != tt.want {
				t.Errorf("sent %q, want %q", got, tt.want)
			}
			if !bytes.Equal(tt.in, before) {
				t.Error("it changed what it was handed")
			}
			if got := r.Stats().Dropped == 1; got != (tt.reason != "") {
				t.Errorf("counters %+v", r.Stats())
			}
			if !strings.Contains(log.String(), tt.reason) {
				t.Errorf("events %s, want one with %q", log, tt.reason)
			}
			for _, out := range append(link.payloads, up.payloads...) {
				rest := bytes.Clone(out) // but for hops and giaddr it is what came
				rest[hopsAt] = before[hopsAt]
				copy(rest[giaddrAt:giaddrAt+4], before[giaddrAt:])
				if diff := cmp.Diff(before, rest); diff != "" {
					t.Errorf("it wrote more into the message than a relay may (-came +sent)\n%s", diff)
				}
			}
		})
	}
}

// Option 82 is the last one (RFC 3046, Section 2.1), is left out where it does not
// fit, and is taken out of replies again, fillers and all else untouched.
func TestRelayInformation(t *testing.T) {
	w, c := &relayWire{}, relayConfig()
	c.CircuitID = "eth0"
	r, err := NewRelay(w, w, w, c)
	if err != nil {
		t.Fatal(err)
	}
	last := func(b []byte, local bool) []byte {
		t.Helper()
		r.handle(t.Context(), b, local)
		return w.payloads[len(w.payloads)-1]
	}
	filled := say{kind: dhcpv4.MessageTypeDiscover, requested: "10.0.1.7"}.bytes()
	copy(filled[headerLength:], append([]byte{0, 0}, filled[headerLength:]...)) // fillers in front
	got := last(filled, true)
	want := append(bytes.Clone(filled[:headerLength+2+3+6]), []byte("\x52\x06\x01\x04eth0\xff")...)
	want[hopsAt] = 1
	copy(want[giaddrAt:], addr(relayed).AsSlice())
	want = append(want, make([]byte, minMessageLength-len(want))...)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}

	long := map[uint8][]byte{}
	for code := byte(128); code < 132; code++ {
		long[code] = make([]byte, 255)
	}
	long[132] = make([]byte, 193) // and no more fits
	whole := say{kind: dhcpv4.MessageTypeDiscover, options: long}.bytes()
	if got := last(whole, true); len(got) != len(whole) || binary.BigEndian.Uint32(got[giaddrAt:]) == 0 {
		t.Errorf("a message of %d octets goes on as %d", len(whole), len(got))
	}

	back := told(dhcpv4.MessageTypeOffer, relayed, "10.0.1.100", nil)
	got = last(back, false)
	want = append(bytes.Clone(back[:headerLength+3]), optEnd)
	want = append(want, make([]byte, minMessageLength-len(want))...)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestRelayTellsWhatFails(t *testing.T) {
	w, log, c := &relayWire{err: net.ErrClosed}, newEvents(), relayConfig()
	c.Logger = testLogger(log)
	r, err := NewRelay(w, w, w, c)
	if err != nil {
		t.Fatal(err)
	}
	r.handle(t.Context(), []byte("no message"), true)
	r.handle(t.Context(), say{kind: dhcpv4.MessageTypeDiscover}.bytes(), true)
	r.handle(t.Context(), told(dhcpv4.MessageTypeOffer, relayed, "10.0.1.100", nil), false)
	if got, want := r.Stats(), (RelayStats{Requests: 1, Replies: 1, Malformed: 1, Failed: 2}); got != want {
		t.Errorf("counters %+v, want %+v", got, want)
	}
	if got, want := log.names(), "malformed request failed reply failed"; got != want {
		t.Errorf("events %s, want %s", got, want)
	}
	w.wire.err = nil
	if err := r.Serve(t.Context()); err == nil || !strings.Contains(err.Error(), "EOF") {
		t.Errorf("Serve on sockets that end: %v", err)
	}
}

func TestRelayConfigMistakes(t *testing.T) {
	tests := []struct {
		edit func(*RelayConfig)
		want string
	}{
		{func(c *RelayConfig) { c.Address = netip.Addr{} }, `dhcp4: address "invalid IP" is no IPv4 address of an interface`},
		{func(c *RelayConfig) { c.MAC = nil }, `dhcp4: mac "" is no Ethernet address of an interface`},
		{func(c *RelayConfig) { c.Servers = nil }, "dhcp4: no server to relay to: give at least one"},
		{func(c *RelayConfig) { c.Servers[0] = addr("2001:db8::1") }, `dhcp4: server "2001:db8::1" is no IPv4 address of a machine`},
		{func(c *RelayConfig) { c.Servers[0] = broadcastAddr() }, `dhcp4: server "255.255.255.255" is no IPv4 address of a machine`},
		{func(c *RelayConfig) { c.Servers[0] = c.Address }, "dhcp4: server 10.0.1.1 is the relay itself"},
		{func(c *RelayConfig) { c.MaxHops = 17 }, "dhcp4: 17 hops at most: it is 1 to 16"},
		{func(c *RelayConfig) { c.RemoteID = strings.Repeat("x", 126) }, "dhcp4: circuit or remote id of 126 octets: at most 125 fit"},
	}
	for _, tt := range tests {
		w, c := &relayWire{}, relayConfig()
		tt.edit(&c)
		if _, err := NewRelay(w, w, w, c); err == nil || err.Error() != tt.want {
			t.Errorf("got %v, want %s", err, tt.want)
		}
	}
	if _, err := NewRelay(nil, nil, nil, relayConfig()); err == nil {
		t.Error("a relay without sockets")
	}
}

// FuzzRelay feeds one datagram to a relay. What it passes on can be read again, and
// says the same.
func FuzzRelay(f *testing.F) {
	f.Add(say{kind: dhcpv4.MessageTypeDiscover}.bytes(), true)
	f.Add(say{kind: dhcpv4.MessageTypeRequest, giaddr: "10.0.9.1", options: map[uint8][]byte{82: {1, 1, 1}, 57: {0, 1}}}.bytes(), false)
	f.Add(told(dhcpv4.MessageTypeAck, relayed, "10.0.1.100", nil), false)
	f.Add(say{kind: 1, options: map[uint8][]byte{52: {3}}}.overload("\x37\x01\x01\xff"), true)
	f.Fuzz(func(t *testing.T, b []byte, local bool) {
		w, c := &relayWire{}, relayConfig()
		c.CircuitID = "x"
		r, err := NewRelay(w, w, w, c)
		if err != nil {
			t.Fatal(err)
		}
		r.handle(t.Context(), b, local)
		if st := r.Stats(); st.Failed != 0 || st.Requests+st.Replies+st.Dropped+st.Malformed != 1 {
			t.Errorf("counters %+v", st)
		}
		for _, out := range w.payloads {
			before, err := dhcpv4.FromBytes(b)
			if err != nil {
				t.Fatalf("it passes on what cannot be read: %v", err)
			}
			after, err := dhcpv4.FromBytes(out)
			if err != nil {
				t.Fatal(err)
			}
			delete(before.Options, optRelayAgent)
			delete(after.Options, optRelayAgent)
			if diff := cmp.Diff(before.Options, after.Options); diff != "" {
				t.Errorf("options (-came +sent)\n%s", diff)
			}
		}
	})
}
