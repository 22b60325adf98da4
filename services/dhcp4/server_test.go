package dhcp4

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/insomniacslk/dhcp/dhcpv4"
	"github.com/insomniacslk/dhcp/iana"
)

// wire takes what a server sends and prints it.
type wire struct {
	mu    sync.Mutex
	lines []string
	last  *message
	err   error // of every transmission
}

func (w *wire) SendFrame(f []byte) error {
	d, err := parseFrame(f)
	if err != nil {
		return err
	}
	how := "frame"
	if d.dstMAC == broadcastMAC {
		how = "broadcast"
	}
	return w.put(d.payload, fmt.Sprintf("%s %s", how, d.dst))
}

func (w *wire) WriteTo(b []byte, to net.Addr) (int, error) {
	return len(b), w.put(b, "udp "+to.String())
}

func (w *wire) put(b []byte, how string) error {
	m, err := parseMessage(b, dhcpv4.OpcodeBootReply)
	if err != nil {
		return err
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	w.last = m
	line := m.kind.String()
	if m.yiaddr.IsValid() {
		line += " " + m.yiaddr.String()
	}
	w.lines = append(w.lines, line+" by "+how)
	return w.err
}

// take returns the lines since the last call.
func (w *wire) take() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	s := strings.Join(w.lines, "; ")
	w.lines = nil
	return s
}

func (w *wire) ReadFrom([]byte) (int, net.Addr, error) { return 0, nil, io.EOF }
func (w *wire) Close() error                           { return nil }
func (w *wire) LocalAddr() net.Addr                    { return &net.UDPAddr{Port: ServerPort} }
func (w *wire) SetDeadline(time.Time) error            { return nil }
func (w *wire) SetReadDeadline(time.Time) error        { return nil }
func (w *wire) SetWriteDeadline(time.Time) error       { return nil }

// say is a client's message; the fields are the ones that rules look at.
type say struct {
	kind      dhcpv4.MessageType
	mac       byte // last octet, 0x0a if 0
	id        string
	requested string
	server    string
	ciaddr    string
	giaddr    string
	broadcast bool
	lease     time.Duration
	options   map[uint8][]byte
	after     time.Duration // let this much time pass first
}

func (m say) bytes() []byte {
	client := clientMAC
	if m.mac != 0 {
		client[5] = m.mac
	}
	h := header(dhcpv4.OpcodeBootRequest, dhcpv4.TransactionID{1, 2, 3, 4}, client)
	var o options
	o.add(optMessageType, []byte{byte(m.kind)})
	set := func(code uint8, s string) {
		if s != "" {
			o.addAddrs(code, addr(s))
		}
	}
	set(optRequestedIP, m.requested)
	set(optServerID, m.server)
	if m.ciaddr != "" {
		h.ClientIPAddr = addr(m.ciaddr).AsSlice()
	}
	if m.giaddr != "" {
		h.GatewayIPAddr = addr(m.giaddr).AsSlice()
	}
	if m.id != "" {
		o.add(optClientID, []byte(m.id))
	}
	if m.broadcast {
		h.SetBroadcast()
	}
	if m.lease != 0 {
		o.addSeconds(optLeaseTime, m.lease)
	}
	for code, v := range m.options {
		o.add(code, v)
	}
	return encode(h, &o)
}

const (
	us   = "192.168.1.1"
	them = "192.168.1.2"
)

func TestServerRules(t *testing.T) {
	const (
		discover = dhcpv4.MessageTypeDiscover
		request  = dhcpv4.MessageTypeRequest
		decline  = dhcpv4.MessageTypeDecline
		release  = dhcpv4.MessageTypeRelease
		inform   = dhcpv4.MessageTypeInform
	)
	type step struct {
		say  say
		want string
	}
	lend := func(m byte, a string) step { // an address lent without further ado
		return step{say{kind: request, mac: m, server: us, requested: a}, "ACK " + a + " by frame " + a + ":68"}
	}
	tests := []struct {
		name  string
		edit  func(*Config)
		steps []step
	}{
		{"4.3.1: offer, request, ack by unicast frame", nil, []step{
			{say{kind: discover}, "OFFER 192.168.1.100 by frame 192.168.1.100:68"},
			{say{kind: request, server: us, requested: "192.168.1.100"}, "ACK 192.168.1.100 by frame 192.168.1.100:68"},
		}},
		{"4.1: the BROADCAST flag", nil, []step{
			{say{kind: discover, broadcast: true}, "OFFER 192.168.1.100 by broadcast 255.255.255.255:68"},
		}},
		{"4.1: through a relay", func(c *Config) {
			c.Subnets = append(c.Subnets, Subnet{Prefix: netip.MustParsePrefix("10.0.0.0/24"), First: addr("10.0.0.10"), Last: addr("10.0.0.20")})
		}, []step{
			{say{kind: discover, giaddr: "10.0.0.1"}, "OFFER 10.0.0.10 by udp 10.0.0.1:67"},
			{say{kind: request, giaddr: "10.0.0.1", server: us, requested: "10.0.0.10"}, "ACK 10.0.0.10 by udp 10.0.0.1:67"},
			{say{kind: request, ciaddr: "10.0.0.10"}, "ACK 10.0.0.10 by udp 10.0.0.10:68"},
			{say{kind: request, giaddr: "10.0.0.1", requested: "192.168.1.100"}, "NAK by udp 10.0.0.1:67"},
			{say{kind: discover, giaddr: "172.16.0.1"}, ""},
		}},
		{"4.1: renewing goes to ciaddr through the kernel", nil, []step{
			lend(0, "192.168.1.100"),
			{say{kind: request, ciaddr: "192.168.1.100"}, "ACK 192.168.1.100 by udp 192.168.1.100:68"},
		}},
		{"4.3.1: the same client gets the same address", nil, []step{
			{say{kind: discover}, "OFFER 192.168.1.100 by frame 192.168.1.100:68"},
			{say{kind: discover, mac: 0x0b}, "OFFER 192.168.1.101 by frame 192.168.1.101:68"},
			{say{kind: discover}, "OFFER 192.168.1.100 by frame 192.168.1.100:68"},
			{say{kind: discover, after: 24 * time.Hour}, "OFFER 192.168.1.100 by frame 192.168.1.100:68"},
		}},
		{"4.3.1: after its lease ended too", nil, []step{
			lend(0, "192.168.1.102"),
			lend(0x0b, "192.168.1.100"),
			{say{kind: discover, after: 13 * time.Hour}, "OFFER 192.168.1.102 by frame 192.168.1.102:68"},
		}},
		{"4.2: the client identifier is the client's name", nil, []step{
			{say{kind: discover, id: "\x00one"}, "OFFER 192.168.1.100 by frame 192.168.1.100:68"},
			{say{kind: discover, id: "\x00two"}, "OFFER 192.168.1.101 by frame 192.168.1.101:68"},
			{say{kind: discover, id: "\x00one", mac: 0x0b}, "OFFER 192.168.1.100 by frame 192.168.1.100:68"},
		}},
		{"4.3.1: the requested address if it is free", nil, []step{
			{say{kind: discover, requested: "192.168.1.103"}, "OFFER 192.168.1.103 by frame 192.168.1.103:68"},
			{say{kind: discover, mac: 0x0b, requested: "192.168.1.103"}, "OFFER 192.168.1.100 by frame 192.168.1.100:68"},
			{say{kind: discover, mac: 0x0c, requested: "192.168.1.50"}, "OFFER 192.168.1.101 by frame 192.168.1.101:68"},
			{say{kind: discover, mac: 0x0d, requested: "10.1.1.1"}, "OFFER 192.168.1.102 by frame 192.168.1.102:68"},
		}},
		{"reservation, outside the pool", nil, []step{
			{say{kind: discover, mac: 0x99, requested: "192.168.1.103"}, "OFFER 192.168.1.50 by frame 192.168.1.50:68"},
			{say{kind: request, mac: 0x99, requested: "192.168.1.50"}, "ACK 192.168.1.50 by frame 192.168.1.50:68"},
			{say{kind: request, mac: 0x99, id: "\x00pxe", server: us, requested: "192.168.1.50"}, "ACK 192.168.1.50 by frame 192.168.1.50:68"},
			{say{kind: request, mac: 0x0a, server: us, requested: "192.168.1.50"}, "NAK by broadcast 255.255.255.255:68"},
		}},
		{"reservation, inside the pool", func(c *Config) { c.Subnets[0].Reservations[0].Address = addr("192.168.1.100") }, []step{
			{say{kind: discover}, "OFFER 192.168.1.101 by frame 192.168.1.101:68"},
			{say{kind: discover, mac: 0x99}, "OFFER 192.168.1.100 by frame 192.168.1.100:68"},
		}},
		{"an empty pool is silence", nil, []step{
			lend(1, "192.168.1.100"), lend(2, "192.168.1.101"), lend(3, "192.168.1.102"), lend(4, "192.168.1.103"),
			{say{kind: discover, mac: 5}, ""},
			{say{kind: release, mac: 2, server: us, ciaddr: "192.168.1.101"}, ""},
			{say{kind: discover, mac: 5}, "OFFER 192.168.1.101 by frame 192.168.1.101:68"},
		}},
		{"the address free for longest goes first", nil, []step{
			lend(1, "192.168.1.100"), lend(2, "192.168.1.101"), lend(3, "192.168.1.102"), lend(4, "192.168.1.103"),
			{say{kind: release, mac: 3, server: us, ciaddr: "192.168.1.102"}, ""},
			{say{kind: release, mac: 1, server: us, ciaddr: "192.168.1.100"}, ""},
			{say{kind: discover, mac: 5}, "OFFER 192.168.1.102 by frame 192.168.1.102:68"},
			{say{kind: discover, mac: 6}, "OFFER 192.168.1.100 by frame 192.168.1.100:68"},
		}},
		{"an offer is held for 30 s", nil, []step{
			{say{kind: discover, mac: 1}, "OFFER 192.168.1.100 by frame 192.168.1.100:68"},
			{say{kind: request, mac: 2, server: us, requested: "192.168.1.100"}, "NAK by broadcast 255.255.255.255:68"},
			{say{kind: request, mac: 2, server: us, requested: "192.168.1.100", after: 30 * time.Second}, "ACK 192.168.1.100 by frame 192.168.1.100:68"},
			{say{kind: request, mac: 1, server: us, requested: "192.168.1.100"}, "NAK by broadcast 255.255.255.255:68"},
		}},
		{"4.3.2: another server was chosen: silence, and the offer is free", nil, []step{
			{say{kind: discover, mac: 1}, "OFFER 192.168.1.100 by frame 192.168.1.100:68"},
			{say{kind: request, mac: 1, server: them, requested: "192.168.1.77"}, ""},
			{say{kind: discover, mac: 2, requested: "192.168.1.100"}, "OFFER 192.168.1.100 by frame 192.168.1.100:68"},
		}},
		{"4.3.2: INIT-REBOOT", nil, []step{
			{say{kind: request, requested: "10.0.0.5"}, "NAK by broadcast 255.255.255.255:68"},
			{say{kind: request, requested: "192.168.1.101"}, ""},
			lend(0, "192.168.1.100"),
			{say{kind: request, requested: "192.168.1.100"}, "ACK 192.168.1.100 by frame 192.168.1.100:68"},
			{say{kind: request, requested: "192.168.1.101"}, "NAK by broadcast 255.255.255.255:68"},
		}},
		{"4.3.2: RENEWING and REBINDING", nil, []step{
			lend(1, "192.168.1.100"),
			{say{kind: request, mac: 2, ciaddr: "192.168.1.100"}, "NAK by broadcast 255.255.255.255:68"},
			{say{kind: request, mac: 2, ciaddr: "192.168.1.101"}, ""},
			{say{kind: request, mac: 2, ciaddr: "172.16.0.9"}, "NAK by broadcast 255.255.255.255:68"},
			{say{kind: request, mac: 1, ciaddr: "192.168.1.100", server: them}, ""},
			{say{kind: request, mac: 1, ciaddr: "192.168.1.100", after: 13 * time.Hour}, "ACK 192.168.1.100 by udp 192.168.1.100:68"},
		}},
		{"4.3.3: a declined address rests", nil, []step{
			lend(1, "192.168.1.100"),
			{say{kind: decline, mac: 2, server: us, requested: "192.168.1.100"}, ""},
			{say{kind: decline, mac: 1, server: them, requested: "192.168.1.100"}, ""},
			{say{kind: request, mac: 1, requested: "192.168.1.100"}, "ACK 192.168.1.100 by frame 192.168.1.100:68"},
			{say{kind: decline, mac: 1, server: us, requested: "192.168.1.100"}, ""},
			{say{kind: discover, mac: 1, requested: "192.168.1.100"}, "OFFER 192.168.1.101 by frame 192.168.1.101:68"},
			{say{kind: discover, mac: 2, requested: "192.168.1.100", after: 9 * time.Minute}, "OFFER 192.168.1.102 by frame 192.168.1.102:68"},
			{say{kind: discover, mac: 3, requested: "192.168.1.100", after: time.Minute}, "OFFER 192.168.1.100 by frame 192.168.1.100:68"},
		}},
		{"4.3.4: a release frees, and the client is remembered", nil, []step{
			lend(1, "192.168.1.100"),
			{say{kind: release, mac: 2, server: us, ciaddr: "192.168.1.100"}, ""},
			{say{kind: release, mac: 1, server: them, ciaddr: "192.168.1.100"}, ""},
			{say{kind: discover, mac: 2, requested: "192.168.1.100"}, "OFFER 192.168.1.101 by frame 192.168.1.101:68"},
			{say{kind: release, mac: 1, server: us, ciaddr: "192.168.1.100"}, ""},
			{say{kind: discover, mac: 1}, "OFFER 192.168.1.100 by frame 192.168.1.100:68"},
		}},
		{"4.3.5: INFORM", nil, []step{
			{say{kind: inform, ciaddr: "192.168.1.7"}, "ACK by udp 192.168.1.7:68"},
			{say{kind: inform}, ""},
			{say{kind: inform, ciaddr: "172.16.0.7"}, ""},
		}},
		{"messages that make no sense are silence", nil, []step{
			{say{kind: dhcpv4.MessageTypeOffer}, ""},
			{say{kind: dhcpv4.MessageTypeAck}, ""},
			{say{kind: request}, ""},
			{say{kind: request, server: us}, ""},
			{say{kind: decline, server: us}, ""},
			{say{kind: release, server: us}, ""},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
			log, w, c := newEvents(), &wire{}, homeConfig()
			c.Now, c.Logger = func() time.Time { return now }, testLogger(log)
			if tt.edit != nil {
				tt.edit(&c)
			}
			s, err := New(w, w, c)
			if err != nil {
				t.Fatal(err)
			}
			for i, st := range tt.steps {
				now = now.Add(st.say.after)
				s.handle(t.Context(), st.say.bytes())
				if got := w.take(); got != st.want {
					t.Errorf("step %d: sent %q, want %q", i, got, st.want)
				}
				check(t, s)
			}
			if t.Failed() {
				t.Logf("events:\n%s", log)
			}
			st := s.Stats()
			if got := st.Discovers + st.Requests + st.Informs + st.Releases + st.Declines + st.Ignored + st.Malformed; got != uint64(len(tt.steps)) {
				t.Errorf("%d of %d datagrams counted: %+v", got, len(tt.steps), st)
			}
		})
	}
}

// check holds the tables against what must always be true of them.
func check(t *testing.T, s *Server) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, table := range s.tables {
		listed := 0
		for b := table.free.next; b != &table.free; b = b.next {
			if listed++; b.held() || !b.listed || table.byAddr[b.addr] != b {
				t.Errorf("%s is in the free list as %q", b.addr, b.state)
			}
			if listed > len(table.byAddr) {
				t.Fatal("the free list is a loop")
			}
		}
		for i, b := range table.ends {
			if b.heap != i || !b.held() {
				t.Errorf("%s is due to end as %q", b.addr, b.state)
			}
		}
		for k, b := range table.byKey {
			if b.key != k {
				t.Errorf("%s belongs to %q, not %q", b.addr, b.key, k)
			}
		}
		for _, b := range table.byAddr {
			_, reserved := table.reservedBy[b.addr]
			if want := !b.held() && !reserved; b.listed != want {
				t.Errorf("%s: state %q, in free list %t, reserved %t", b.addr, b.state, b.listed, reserved)
			}
			if (b.state == Offered || b.state == Bound) && table.byKey[b.key] != b {
				t.Errorf("%s is held for a client that does not know it", b.addr)
			}
		}
	}
}

func TestReplyOptions(t *testing.T) {
	relayInfo := []byte{1, 4, 'p', 'o', 'r', 't'}
	many := make([]netip.Addr, 63)
	for i := range many {
		many[i] = netip.AddrFrom4([4]byte{10, 0, 0, byte(i + 1)})
	}
	tests := []struct {
		name string
		edit func(*Subnet)
		say  say
		want []byte // codes in order
	}{
		{"no list: all", nil, say{kind: 1}, []byte{53, 54, 51, 58, 59, 1, 28, 3, 6, 15}},
		{"the list and its order (2132 9.8)", nil, say{kind: 1, options: map[uint8][]byte{55: {6, 15, 3, 99}}}, []byte{53, 54, 51, 58, 59, 6, 15, 3}},
		{"the mask before the router (2132 3.3)", nil, say{kind: 1, options: map[uint8][]byte{55: {6, 3, 1}}}, []byte{53, 54, 51, 58, 59, 1, 6, 3}},
		{"a list that asks twice", nil, say{kind: 1, options: map[uint8][]byte{55: {1, 1, 51, 53}}}, []byte{53, 54, 51, 58, 59, 1}},
		{"further options", func(s *Subnet) { s.Options = map[uint8][]byte{42: {1, 1, 1, 1}, 26: {5, 0xdc}} }, say{kind: 1, options: map[uint8][]byte{55: {42}}}, []byte{53, 54, 51, 58, 59, 42}},
		{"client id back (6842), relay info last (3046)", nil, say{kind: 1, id: "\x00x", options: map[uint8][]byte{55: {1}, 82: relayInfo}}, []byte{53, 54, 51, 58, 59, 1, 61, 82}},
		{"NAK carries no parameters", nil, say{kind: 3, server: us, requested: "10.0.0.1", id: "\x00x", options: map[uint8][]byte{82: relayInfo}}, []byte{53, 54, 56, 61, 82}},
		{"INFORM has no times", nil, say{kind: 8, ciaddr: "192.168.1.7", options: map[uint8][]byte{55: {1, 51, 58}}}, []byte{53, 54, 1}},
		{"T1 and T2 need whole seconds", nil, say{kind: 1, lease: time.Second, options: map[uint8][]byte{55: {1}}}, []byte{53, 54, 51, 1}},
		{"what does not fit into 576 octets is left out (2132 9.10)", func(s *Subnet) { s.Routers, s.DNS = many, many }, say{kind: 1, options: map[uint8][]byte{55: {3, 6, 15}}}, []byte{53, 54, 51, 58, 59, 3, 15}},
		{"unless the client takes more", func(s *Subnet) { s.Routers, s.DNS = many, many }, say{kind: 1, options: map[uint8][]byte{55: {3, 6, 15}, 57: {5, 0xdc}}}, []byte{53, 54, 51, 58, 59, 3, 6, 15}},
		{"huge relay info is left out (3046 2.2)", nil, say{kind: 1, options: map[uint8][]byte{55: {1}, 82: make([]byte, 600)}}, []byte{53, 54, 51, 58, 59, 1}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w, c := &rawWire{}, homeConfig()
			if tt.edit != nil {
				tt.edit(&c.Subnets[0])
			}
			s, err := New(w, w, c)
			if err != nil {
				t.Fatal(err)
			}
			s.handle(t.Context(), tt.say.bytes())
			if len(w.payload) < minMessageLength {
				t.Fatalf("sent %d octets", len(w.payload))
			}
			var got []byte
			for b := w.payload[headerLength:]; b[0] != optEnd; b = b[2+int(b[1]):] {
				got = append(got, b[0])
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("options (-want +got):\n%s", diff)
			}
		})
	}
}

// rawWire keeps the last DHCP message sent.
type rawWire struct {
	wire
	payload []byte
}

func (w *rawWire) SendFrame(f []byte) error {
	w.payload = f[ethernetLength+ipv4Length+udpLength:]
	return nil
}

func (w *rawWire) WriteTo(b []byte, _ net.Addr) (int, error) {
	w.payload = b
	return len(b), nil
}

func TestLeaseTimes(t *testing.T) {
	tests := []struct {
		name          string
		subnet        Subnet
		asked         time.Duration
		lease, t1, t2 time.Duration
	}{
		{"defaults", Subnet{}, 0, 12 * time.Hour, 6 * time.Hour, 10*time.Hour + 30*time.Minute},
		{"less is granted", Subnet{}, time.Hour, time.Hour, 30 * time.Minute, 52*time.Minute + 30*time.Second},
		{"more is not", Subnet{LeaseTime: time.Hour}, 2 * time.Hour, time.Hour, 30 * time.Minute, 52*time.Minute + 30*time.Second},
		{"configured", Subnet{LeaseTime: 10 * time.Second, T1: 2 * time.Second, T2: 4 * time.Second}, 0, 10 * time.Second, 2 * time.Second, 4 * time.Second},
		{"configured but too long for what was asked", Subnet{LeaseTime: time.Hour, T1: 20 * time.Minute, T2: 40 * time.Minute}, 16 * time.Second, 16 * time.Second, 8 * time.Second, 14 * time.Second},
		{"infinite", Subnet{LeaseTime: Infinite}, 0, Infinite, Infinite, Infinite},
		{"infinite asked", Subnet{LeaseTime: time.Hour}, Infinite, time.Hour, 30 * time.Minute, 52*time.Minute + 30*time.Second},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.subnet.Prefix = netip.MustParsePrefix("10.0.0.0/24")
			tt.subnet.First, tt.subnet.Last = addr("10.0.0.2"), addr("10.0.0.3")
			if err := tt.subnet.complete(addr("10.0.0.1")); err != nil {
				t.Fatal(err)
			}
			lease, t1, t2 := newTable(&tt.subnet).grant(tt.asked)
			if lease != tt.lease || t1 != tt.t1 || t2 != tt.t2 {
				t.Errorf("granted %s, %s, %s; want %s, %s, %s", lease, t1, t2, tt.lease, tt.t1, tt.t2)
			}
		})
	}
}

// Leases run out and are reported while no client speaks.
func TestExpiry(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var lan segment
		log, c := newEvents(), homeConfig()
		c.Logger = testLogger(log)
		s := serve(t, &lan, c)
		h := join(t, &lan, ClientConfig{MAC: clientMAC[:]})
		if _, err := h.Acquire(within(t, time.Second)); err != nil {
			t.Fatal(err)
		}
		h.stop()
		pass(12*time.Hour - time.Second)
		if got := s.Leases()[0].State; got != Bound {
			t.Errorf("a second before the end: %s", got)
		}
		pass(time.Second)
		synctest.Wait()
		if got := s.Leases()[0].State; got != Expired {
			t.Errorf("at the end: %s", got)
		}
		if got, want := log.names(), "discover offer request ack expired"; got != want {
			t.Errorf("events %s, want %s", got, want)
		}
	})
}

func TestProbe(t *testing.T) {
	tests := []struct {
		name   string
		used   string // addresses in use
		want   string
		events string
	}{
		{"nobody there", "", "OFFER 192.168.1.100 by frame 192.168.1.100:68", "discover offer"},
		{"two in use", "192.168.1.100 192.168.1.101", "OFFER 192.168.1.102 by frame 192.168.1.102:68", "discover conflict conflict offer"},
		{"all in use", "192.168.1.100 192.168.1.101 192.168.1.102 192.168.1.103", "", "discover conflict conflict conflict conflict exhausted"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				log, w, c := newEvents(), &wire{}, homeConfig()
				c.Logger = testLogger(log)
				asked := 0
				c.Probe = func(_ context.Context, a netip.Addr) bool {
					asked++
					pass(time.Second)
					return strings.Contains(tt.used, a.String())
				}
				s, err := New(w, w, c)
				if err != nil {
					t.Fatal(err)
				}
				hello := say{kind: dhcpv4.MessageTypeDiscover}
				s.handle(t.Context(), hello.bytes())
				s.work.Wait()
				if got := w.take(); got != tt.want {
					t.Errorf("sent %q, want %q", got, tt.want)
				}
				if got := log.names(); got != tt.events {
					t.Errorf("events %s, want %s", got, tt.events)
				}
				if tt.want == "" {
					return
				}
				before := asked
				s.handle(t.Context(), hello.bytes())
				if got := w.take(); got != tt.want || asked != before {
					t.Errorf("asked again: sent %q after %d more probes", got, asked-before)
				}
			})
		})
	}
}

func TestServerReportsFailure(t *testing.T) {
	log, w, c := newEvents(), &wire{err: io.ErrShortWrite}, homeConfig()
	c.Logger = testLogger(log)
	s, err := New(w, w, c)
	if err != nil {
		t.Fatal(err)
	}
	s.handle(t.Context(), say{kind: dhcpv4.MessageTypeDiscover}.bytes())
	if got, want := log.names(), "discover offer failed"; got != want || s.Stats().Failed != 1 {
		t.Errorf("events %s, want %s; %+v", got, want, s.Stats())
	}
	if err := s.Serve(t.Context()); err == nil || !strings.Contains(err.Error(), "EOF") {
		t.Errorf("Serve with a broken socket: %v", err)
	}
}

func TestConfigErrors(t *testing.T) {
	tests := []struct {
		want string
		edit func(*Config)
	}{
		{`address "invalid IP" is no IPv4 address`, func(c *Config) { c.Address = netip.Addr{} }},
		{"mac", func(c *Config) { c.MAC = net.HardwareAddr{1, 2, 3, 4, 5, 6} }},
		{"no subnet", func(c *Config) { c.Subnets = nil }},
		{"no IPv4 network", func(c *Config) { c.Subnets[0].Prefix = netip.Prefix{} }},
		{"overlap", func(c *Config) { c.Subnets = append(c.Subnets, c.Subnets[0]) }},
		{"one end only", func(c *Config) { c.Subnets[0].Last = netip.Addr{} }},
		{"backwards", func(c *Config) { c.Subnets[0].First = addr("192.168.1.200") }},
		{`"10.0.0.1" is not in 192.168.1.0/24`, func(c *Config) { c.Subnets[0].First = addr("10.0.0.1") }},
		{"broadcast address", func(c *Config) { c.Subnets[0].Last = addr("192.168.1.255") }},
		{"the server's own address", func(c *Config) { c.Subnets[0].First = serverAddr }},
		{"holds the server's own address", func(c *Config) { c.Address = addr("192.168.1.101") }},
		{"whole seconds", func(c *Config) { c.Subnets[0].LeaseTime = time.Millisecond }},
		{"rising order", func(c *Config) { c.Subnets[0].T1 = 11 * time.Hour }},
		{"at most 63", func(c *Config) { c.Subnets[0].DNS = make([]netip.Addr, 64) }},
		{"no IPv4 address", func(c *Config) { c.Subnets[0].Routers = []netip.Addr{addr("::1")} }},
		{"at most 255 fit", func(c *Config) { c.Subnets[0].Domain = strings.Repeat("a", 256) }},
		{"option 51 is set by the server itself", func(c *Config) { c.Subnets[0].Options = map[uint8][]byte{51: nil} }},
		{"reserved twice", func(c *Config) {
			c.Subnets[0].Reservations = append(c.Subnets[0].Reservations, c.Subnets[0].Reservations[0])
		}},
		{"negative", func(c *Config) { c.OfferTime = -1 }},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			c := homeConfig()
			tt.edit(&c)
			_, err := New(&wire{}, &wire{}, c)
			if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.HasPrefix(err.Error(), "dhcp4: ") {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

func TestClientConfigErrors(t *testing.T) {
	tests := []struct {
		want string
		edit func(*ClientConfig)
	}{
		{"no Ethernet address", func(c *ClientConfig) { c.MAC = nil }},
		{"at most 255", func(c *ClientConfig) { c.Hostname = strings.Repeat("a", 256) }},
		{"one octet", func(c *ClientConfig) { c.ClientID = []byte{1} }},
		{"no IPv4", func(c *ClientConfig) { c.RequestAddress = addr("::1") }},
		{"whole seconds", func(c *ClientConfig) { c.RequestTime = time.Millisecond }},
		{"negative", func(c *ClientConfig) { c.RetryFirst = -1 }},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			c := ClientConfig{MAC: clientMAC[:]}
			tt.edit(&c)
			if _, err := NewClient(new(segment).attach(clientMAC), c); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

func TestMalformed(t *testing.T) {
	edit := func(f func(b []byte) []byte) []byte { return f(say{kind: dhcpv4.MessageTypeDiscover}.bytes()) }
	tests := []struct {
		name  string
		b     []byte
		event string
	}{
		{"empty", nil, "malformed"},
		{"cut in the header", edit(func(b []byte) []byte { return b[:100] }), "malformed"},
		{"no cookie", edit(func(b []byte) []byte { b[236] = 0; return b }), "malformed"},
		{"no end", edit(func(b []byte) []byte { return b[:headerLength+3] }), "malformed"},
		{"option runs over the end", edit(func(b []byte) []byte { b[headerLength+1] = 200; return b }), "malformed"},
		{"a reply", edit(func(b []byte) []byte { b[0] = 2; return b }), "malformed"},
		{"not Ethernet", edit(func(b []byte) []byte { b[1] = byte(iana.HWTypeIEEE802); return b }), "malformed"},
		{"hlen 16", edit(func(b []byte) []byte { b[2] = 16; return b }), "malformed"},
		{"chaddr is a group", edit(func(b []byte) []byte { b[28] = 1; return b }), "malformed"},
		{"message type 0", edit(func(b []byte) []byte { b[headerLength+2] = 0; return b }), "malformed"},
		{"message type 9", edit(func(b []byte) []byte { b[headerLength+2] = 9; return b }), "malformed"},
		{"short address", say{kind: 1, options: map[uint8][]byte{50: {1, 2}}}.bytes(), "malformed"},
		{"client id of one octet", say{kind: 1, id: "x"}.bytes(), "malformed"},
		{"overload of nothing", say{kind: 1, options: map[uint8][]byte{52: {0}}}.bytes(), "malformed"},
		{"overload cut", say{kind: 1, options: map[uint8][]byte{52: {1}}}.overload("\x32\xff"), "malformed"},
		{"BOOTP", edit(func(b []byte) []byte { b[headerLength] = 12; return b }), "ignored"},
		{"overload (4.1)", say{kind: 1, options: map[uint8][]byte{52: {1}}}.overload("\x32\x04\xc0\xa8\x01\x66"), "discover offer"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			log, w, c := newEvents(), &wire{}, homeConfig()
			c.Logger = testLogger(log)
			s, err := New(w, w, c)
			if err != nil {
				t.Fatal(err)
			}
			s.handle(t.Context(), tt.b)
			if got := log.names(); got != tt.event {
				t.Errorf("events %s, want %s\n%s", got, tt.event, log)
			}
			if strings.Contains(tt.event, "offer") && w.last.yiaddr != addr("192.168.1.102") {
				t.Errorf("the address requested in the file field was not heard: %s", w.last.yiaddr)
			}
			if got := s.Stats().Malformed; got != 1 && tt.event == "malformed" {
				t.Errorf("counted %d", got)
			}
		})
	}
}

// overload puts options into the file field.
func (m say) overload(file string) []byte {
	b := m.bytes()
	copy(b[fileStart:fileEnd], file)
	return b
}
