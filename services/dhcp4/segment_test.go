package dhcp4

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// segment is an Ethernet segment in memory. Every frame goes to every other port,
// as on a hub; ports look at the destination themselves.
type segment struct {
	mu    sync.Mutex
	ports []*port
	log   [][]byte                // every frame in order
	drop  func(frame []byte) bool // loses a frame, if not nil
}

// port is an interface on a segment.
type port struct {
	on     *segment
	mac    mac
	in     chan []byte
	closed chan struct{}
	once   sync.Once
}

var _ FrameConn = (*port)(nil)

func (s *segment) attach(m mac) *port {
	p := &port{on: s, mac: m, in: make(chan []byte, 256), closed: make(chan struct{})}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.ports = append(s.ports, p)
	return p
}

func (s *segment) frames() [][]byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.log)
}

// lose makes the segment drop what f says; nil lets everything through.
func (s *segment) lose(f func([]byte) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drop = f
}

// kinds lists the DHCP messages seen so far.
func (s *segment) kinds(t *testing.T) string {
	t.Helper()
	var kinds []string
	for _, f := range s.frames() {
		kinds = append(kinds, decodeFrame(t, f).kind.String())
	}
	return strings.Join(kinds, " ")
}

func decodeFrame(t *testing.T, f []byte) *message {
	t.Helper()
	d, err := parseFrame(f)
	if err != nil {
		t.Fatalf("frame % x: %v", f, err)
	}
	op := byte(1)
	if d.src.Port() == ServerPort {
		op = 2
	}
	return decodePayload(t, d.payload, op)
}

func (p *port) SendFrame(frame []byte) error {
	select {
	case <-p.closed:
		return net.ErrClosed
	default:
	}
	p.on.mu.Lock()
	defer p.on.mu.Unlock()
	frame = slices.Clone(frame)
	p.on.log = append(p.on.log, frame)
	if p.on.drop != nil && p.on.drop(frame) {
		return nil
	}
	for _, other := range p.on.ports {
		if other != p {
			select {
			case other.in <- frame:
			default: // as a full receive queue does
			}
		}
	}
	return nil
}

func (p *port) ReadFrame(b []byte) (int, error) {
	select {
	case f := <-p.in:
		return copy(b, f), nil
	case <-p.closed:
		return 0, net.ErrClosed
	}
}

func (p *port) Close() error {
	p.once.Do(func() { close(p.closed) })
	return nil
}

// socket is a UDP socket as the kernel of a port's owner would give it.
type socket struct {
	*port
	addr netip.AddrPort
}

var _ net.PacketConn = (*socket)(nil)

func (s *socket) ReadFrom(b []byte) (int, net.Addr, error) {
	frame := make([]byte, 1<<16)
	for {
		n, err := s.ReadFrame(frame)
		if err != nil {
			return 0, nil, err
		}
		d, err := parseFrame(frame[:n])
		if err != nil || d.dst.Port() != s.addr.Port() || d.dstMAC != s.mac && d.dstMAC != broadcastMAC {
			continue
		}
		if to := d.dst.Addr(); to == s.addr.Addr() || to == broadcastAddr() {
			return copy(b, d.payload), net.UDPAddrFromAddrPort(d.src), nil
		}
	}
}

// WriteTo stands in for neighbor discovery with a group address that all ports take.
func (s *socket) WriteTo(b []byte, to net.Addr) (int, error) {
	d := datagram{
		srcMAC: s.mac, dstMAC: broadcastMAC, src: s.addr,
		dst: to.(*net.UDPAddr).AddrPort(), payload: b,
	}
	return len(b), s.SendFrame(d.frame())
}

func (s *socket) LocalAddr() net.Addr              { return net.UDPAddrFromAddrPort(s.addr) }
func (s *socket) SetDeadline(time.Time) error      { return errors.ErrUnsupported }
func (s *socket) SetReadDeadline(time.Time) error  { return errors.ErrUnsupported }
func (s *socket) SetWriteDeadline(time.Time) error { return errors.ErrUnsupported }

// events is a log handler that keeps one line per event.
type events struct {
	mu    *sync.Mutex
	lines *[]string
	attrs string
}

func newEvents() *events { return &events{mu: new(sync.Mutex), lines: new([]string)} }

var _ slog.Handler = (*events)(nil)

func (e *events) Enabled(context.Context, slog.Level) bool { return true }
func (e *events) WithGroup(string) slog.Handler            { return e }

func (e *events) WithAttrs(attrs []slog.Attr) slog.Handler {
	with := *e
	for _, a := range attrs {
		with.attrs += " " + a.String()
	}
	return &with
}

func (e *events) Handle(_ context.Context, r slog.Record) error {
	line := r.Message + e.attrs
	r.Attrs(func(a slog.Attr) bool {
		line += " " + a.String()
		return true
	})
	e.mu.Lock()
	defer e.mu.Unlock()
	*e.lines = append(*e.lines, line)
	return nil
}

// names lists the events so far without their attributes.
func (e *events) names() string {
	e.mu.Lock()
	defer e.mu.Unlock()
	var names []string
	for _, l := range *e.lines {
		name, _, _ := strings.Cut(l, " ")
		names = append(names, name)
	}
	return strings.Join(names, " ")
}

func (e *events) String() string {
	e.mu.Lock()
	defer e.mu.Unlock()
	return strings.Join(*e.lines, "\n")
}

var (
	serverMAC  = mac{0x02, 0, 0, 0, 0, 0x01}
	clientMAC  = mac{0x02, 0, 0, 0, 0, 0x0a}
	serverAddr = netip.MustParseAddr("192.168.1.1")
)

func addr(s string) netip.Addr { return netip.MustParseAddr(s) }

// homeConfig is the network most tests use: the pool is .100-.103.
func homeConfig() Config {
	return Config{
		Address: serverAddr,
		MAC:     serverMAC[:],
		Subnets: []Subnet{{
			Prefix:       netip.MustParsePrefix("192.168.1.0/24"),
			First:        addr("192.168.1.100"),
			Last:         addr("192.168.1.103"),
			Routers:      []netip.Addr{serverAddr},
			DNS:          []netip.Addr{addr("8.8.8.8")},
			Domain:       "home.arpa",
			LeaseTime:    12 * time.Hour,
			Reservations: []Reservation{{MAC: net.HardwareAddr{2, 0, 0, 0, 0, 0x99}, Address: addr("192.168.1.50")}},
		}},
	}
}

// serve runs a server on the segment until the test ends.
func serve(t *testing.T, on *segment, c Config) *Server {
	t.Helper()
	s, stop := start(t, on, c)
	t.Cleanup(stop)
	return s
}

// start runs a server on the segment until stop is called.
func start(t *testing.T, on *segment, c Config) (s *Server, stop func()) {
	t.Helper()
	p := on.attach(mac(c.MAC))
	s, err := New(&socket{p, netip.AddrPortFrom(c.Address, ServerPort)}, p, c)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx) }()
	return s, sync.OnceFunc(func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("Serve: %v", err)
		}
	})
}

// host is a client on a segment and what it was told to configure.
type host struct {
	*Client
	port    *port
	changes *changes
	stop    func()
}

type changes struct {
	mu   sync.Mutex
	list []string
}

func (c *changes) add(_ context.Context, ch Change) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.list = append(c.list, fmt.Sprintf("%s %s", ch.Reason, ch.Lease.Address))
	return nil
}

func (c *changes) String() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return strings.Join(c.list, ", ")
}

// join runs a client on the segment until the test ends.
func join(t *testing.T, on *segment, c ClientConfig) *host {
	t.Helper()
	p := on.attach(mac(c.MAC))
	client, err := NewClient(p, c)
	if err != nil {
		t.Fatal(err)
	}
	h := &host{Client: client, port: p, changes: &changes{}}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- client.Run(ctx, h.changes.add) }()
	h.stop = sync.OnceFunc(func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("Run: %v", err)
		}
	})
	t.Cleanup(h.stop)
	return h
}

func testLogger(e *events) *slog.Logger { return slog.New(e) }

// pass lets d go by on the clock of a synctest bubble.
func pass(d time.Duration) { <-time.After(d) }
