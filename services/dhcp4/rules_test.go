package dhcp4

import (
	"fmt"
	"io"
	"net"
	"net/netip"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/insomniacslk/dhcp/dhcpv4"
)

const (
	us   = "192.168.1.1"
	them = "192.168.1.2"
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

// overload puts options into the file field.
func (m say) overload(file string) []byte {
	b := m.bytes()
	copy(b[fileStart:fileEnd], file)
	return b
}
