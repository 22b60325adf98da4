package dhcp6

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/insomniacslk/dhcp/dhcpv6"
)

// segment joins sockets in memory: what one sends to the servers' group, every
// server hears.
type segment struct {
	mu      sync.Mutex
	sockets map[string]*socket // by address
	servers []*socket
	sent    []string // types of messages, in order
	drop    func(*dhcpv6.Message) bool
}

type socket struct {
	on     *segment
	at     *net.UDPAddr
	in     chan datagram
	closed chan struct{}
	once   sync.Once
}

type datagram struct {
	b    []byte
	from *net.UDPAddr
}

func (s *segment) socket(addr string, server bool) *socket {
	x := &socket{on: s, at: &net.UDPAddr{IP: net.ParseIP(addr), Port: ClientPort}, in: make(chan datagram, 64), closed: make(chan struct{})}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.sockets == nil {
		s.sockets = map[string]*socket{}
	}
	s.sockets[x.at.IP.String()] = x
	if server {
		x.at.Port = ServerPort
		s.servers = append(s.servers, x)
	}
	return x
}

func (x *socket) ReadFrom(b []byte) (int, net.Addr, error) {
	select {
	case d := <-x.in:
		return copy(b, d.b), d.from, nil
	case <-x.closed:
		return 0, nil, net.ErrClosed
	}
}

func (x *socket) WriteTo(b []byte, to net.Addr) (int, error) {
	x.on.mu.Lock()
	defer x.on.mu.Unlock()
	m, err := dhcpv6.MessageFromBytes(b)
	if err != nil {
		return 0, err
	}
	x.on.sent = append(x.on.sent, m.Type().String())
	if x.on.drop != nil && x.on.drop(m) {
		return len(b), nil
	}
	u := to.(*net.UDPAddr)
	d := datagram{append([]byte(nil), b...), x.at}
	if u.IP.Equal(Servers().AsSlice()) {
		for _, s := range x.on.servers {
			s.in <- d
		}
	} else if peer := x.on.sockets[u.IP.String()]; peer != nil {
		peer.in <- d
	}
	return len(b), nil
}

func (x *socket) Close() error {
	x.once.Do(func() { close(x.closed) })
	return nil
}

func (x *socket) LocalAddr() net.Addr              { return x.at }
func (x *socket) SetDeadline(time.Time) error      { return errors.ErrUnsupported }
func (x *socket) SetReadDeadline(time.Time) error  { return errors.ErrUnsupported }
func (x *socket) SetWriteDeadline(time.Time) error { return errors.ErrUnsupported }

// types returns what was sent since the last call.
func (s *segment) types() []string {
	synctest.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	sent := s.sent
	s.sent = nil
	return sent
}

// lose has frames lost from now on.
func (s *segment) lose(drop func(*dhcpv6.Message) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.drop = drop
}

func served() Config {
	return Config{
		MAC:      net.HardwareAddr{2, 0, 0, 0, 0, 1},
		Prefixes: []netip.Prefix{netip.MustParsePrefix("2001:db8:1::/64")},
		First:    netip.MustParseAddr("2001:db8:1::100"), Last: netip.MustParseAddr("2001:db8:1::101"),
		DNS: []netip.Addr{netip.MustParseAddr("2001:db8:1::53")}, Domain: []string{"lab.example"},
		Valid: 100 * time.Second, Preferred: 80 * time.Second, Preference: 255,
	}
}

// rig is a server and clients in a synctest bubble.
type rig struct {
	*segment
	t      *testing.T
	server *Server
	stop   context.CancelFunc // of the server
	gone   chan struct{}
}

func newRig(t *testing.T, c Config) *rig {
	t.Helper()
	r := &rig{segment: &segment{}, t: t}
	r.server, r.stop, r.gone = r.serve(c, "fe80::1")
	return r
}

func (r *rig) serve(c Config, addr string) (*Server, context.CancelFunc, chan struct{}) {
	r.t.Helper()
	s, err := New(r.socket(addr, true), c)
	if err != nil {
		r.t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(r.t.Context())
	gone := make(chan struct{})
	go func() {
		defer close(gone)
		if err := s.Serve(ctx); err != nil {
			r.t.Error(err)
		}
	}()
	return s, cancel, gone
}

// station is a client and what it was told to configure.
type station struct {
	*Client
	mu      sync.Mutex
	changes []Change
	refuse  netip.Addr // somebody else has it
	stop    func()
}

func (r *rig) station(last byte, edit func(*ClientConfig)) *station {
	r.t.Helper()
	config := ClientConfig{MAC: net.HardwareAddr{2, 0, 0, 0, 0, last}}
	if edit != nil {
		edit(&config)
	}
	c, err := NewClient(r.socket("fe80::"+string("0123456789abcdef"[last&15])+"0", false), config)
	if err != nil {
		r.t.Fatal(err)
	}
	s := &station{Client: c}
	ctx, cancel := context.WithCancel(r.t.Context())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		if err := c.Run(ctx, s.apply); err != nil {
			r.t.Error(err)
		}
	}()
	s.stop = func() { cancel(); <-ended }
	return s
}

func (s *station) apply(_ context.Context, c Change) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c.Configure() && c.Lease.Address == s.refuse && s.refuse.IsValid() {
		return ErrConflict
	}
	s.changes = append(s.changes, c)
	return nil
}

// reasons returns why there were changes since the last call.
func (s *station) reasons() []Reason {
	synctest.Wait()
	s.mu.Lock()
	defer s.mu.Unlock()
	var all []Reason
	for _, c := range s.changes {
		all = append(all, c.Reason)
	}
	s.changes = nil
	return all
}

// end stops the server.
func (r *rig) end() {
	r.stop()
	<-r.gone
}

// pass lets d go by on the clock of a synctest bubble.
func pass(d time.Duration) { <-time.After(d) }
