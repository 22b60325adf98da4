package socket

import (
	"bytes"
	"context"
	"errors"
	"io"
	"math"
	"net/netip"
	"os"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
)

func within(t *testing.T, d time.Duration) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), d)
	t.Cleanup(cancel)
	return ctx
}

// pair returns both ends of a connection over the loopback, and its listener.
func pair(t *testing.T, ns *netns.NS, address string, client, server Options) (a, b, l *Socket) {
	t.Helper()
	at := netip.MustParseAddrPort(address)
	l, err := Listen(Config{NS: ns, Network: "tcp", Local: at, Backlog: 1, Options: server})
	if err != nil {
		t.Fatal(err)
	}
	a, err = Connect(Config{NS: ns, Network: "tcp", Remote: at, Options: client})
	if err != nil {
		t.Fatal(err)
	}
	ctx := within(t, 5*time.Second)
	if err := a.Connected(ctx); err != nil {
		t.Fatal(err)
	}
	if b, err = l.Accept(ctx, nil); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		for _, s := range []*Socket{a, b, l} {
			if err := s.Abandon(); err != nil {
				t.Error(err)
			}
		}
	})
	return a, b, l
}

func option(t *testing.T, s *Socket, level, name int) int {
	t.Helper()
	got := 0
	err := s.control(func(fd int) (err error) {
		got, err = unix.GetsockoptInt(fd, level, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// TestOptions reads back from the kernel what was set, and what was left.
func TestOptions(t *testing.T) {
	ns := nstest.New(t)
	all := Options{
		NoDelay: new(true), KeepAlive: &KeepAlive{3 * time.Second, 2 * time.Second, 4}, UserTimeout: new(1500 * time.Millisecond),
		SendBuffer: new(10000), ReceiveBuffer: new(20000), MSS: new(700), ReuseAddress: new(true), ReusePort: new(true), TTL: new(9),
		DontFragment: new(false), SYNRetries: new(2), QuickACK: new(true),
	}
	for _, address := range []string{"127.0.0.1:80", "[::1]:80"} {
		t.Run(address, func(t *testing.T) {
			plain, tuned, l := pair(t, ns, address, Options{}, all)
			v6 := strings.HasPrefix(address, "[")
			for _, tt := range []struct {
				name                 string
				level, option        int
				set, left            int
				onlyV6, onlyListener bool
			}{
				{"nodelay", unix.IPPROTO_TCP, unix.TCP_NODELAY, 1, 0, false, false},
				{"keepalive", unix.SOL_SOCKET, unix.SO_KEEPALIVE, 1, 0, false, false},
				{"idle", unix.IPPROTO_TCP, unix.TCP_KEEPIDLE, 3, 7200, false, false},
				{"interval", unix.IPPROTO_TCP, unix.TCP_KEEPINTVL, 2, 75, false, false},
				{"count", unix.IPPROTO_TCP, unix.TCP_KEEPCNT, 4, 9, false, false},
				{"user timeout", unix.IPPROTO_TCP, unix.TCP_USER_TIMEOUT, 1500, 0, false, false},
				{"send buffer", unix.SOL_SOCKET, unix.SO_SNDBUF, 20000, -1, false, false},
				{"receive buffer", unix.SOL_SOCKET, unix.SO_RCVBUF, 40000, -1, false, false},
				{"reuse address", unix.SOL_SOCKET, unix.SO_REUSEADDR, 1, 0, false, false},
				{"reuse port", unix.SOL_SOCKET, unix.SO_REUSEPORT, 1, 0, false, false},
				{"ttl", unix.IPPROTO_IP, unix.IP_TTL, 9, 64, false, false},
				{"hops", unix.IPPROTO_IPV6, unix.IPV6_UNICAST_HOPS, 9, 64, true, false},
				{"df", unix.IPPROTO_IP, unix.IP_MTU_DISCOVER, unix.IP_PMTUDISC_DONT, unix.IP_PMTUDISC_WANT, false, false},
				{"df6", unix.IPPROTO_IPV6, unix.IPV6_MTU_DISCOVER, unix.IP_PMTUDISC_DONT, unix.IP_PMTUDISC_WANT, true, false},
				{"syn retries", unix.IPPROTO_TCP, unix.TCP_SYNCNT, 2, 6, false, false},
				{"mss", unix.IPPROTO_TCP, unix.TCP_MAXSEG, 700, -1, false, true},
			} {
				if tt.onlyV6 && !v6 {
					continue
				}
				of := []*Socket{l, tuned}
				if tt.onlyListener {
					of = of[:1]
				}
				for _, s := range of {
					if got := option(t, s, tt.level, tt.option); got != tt.set {
						t.Errorf("%s is %d, want %d", tt.name, got, tt.set)
					}
				}
				if got := option(t, plain, tt.level, tt.option); tt.left >= 0 && got != tt.left {
					t.Errorf("%s is %d where it was left alone, want %d", tt.name, got, tt.left)
				}
			}
		})
	}
	var wrong *OptionError
	if _, err := Connect(Config{NS: ns, Network: "tcp", Remote: netip.MustParseAddrPort("127.0.0.1:1"), Options: Options{SendBuffer: new(1 << 30)}}); !errors.As(err, &wrong) || wrong.Option != "SO_SNDBUF" {
		t.Errorf("a buffer of 1 GiB: %v", err)
	}
}

// TestBothFamilies listens on any address and is reached over IPv4 and IPv6.
func TestBothFamilies(t *testing.T) {
	ns := nstest.New(t)
	l, err := Listen(Config{NS: ns, Network: "tcp", Local: netip.AddrPortFrom(netip.Addr{}, 80), IPv6: true, Backlog: 2})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Abandon() }()
	for _, to := range []string{"127.0.0.1:80", "[::1]:80"} {
		c, err := Connect(Config{NS: ns, Network: "tcp", Remote: netip.MustParseAddrPort(to)})
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Connected(within(t, 5*time.Second)); err != nil {
			t.Errorf("%s: %v", to, err)
		}
		if err := c.Abandon(); err != nil {
			t.Error(err)
		}
	}
}

// TestTransfer sends a pattern through small buffers, both ways at once.
func TestTransfer(t *testing.T) {
	small := Options{SendBuffer: new(5000), ReceiveBuffer: new(5000)}
	a, b, _ := pair(t, nstest.New(t), "127.0.0.1:80", small, small)
	ctx := within(t, 20*time.Second)
	const octets = 300_001
	type result struct {
		sent, got *Tally
		ended     bool
		err       error
	}
	results := make(chan result, 2)
	for i, ends := range [][2]*Socket{{a, b}, {b, a}} {
		sent, got := NewTally(10), NewTally(10)
		over := make(chan error, 1)
		go func() {
			err := ends[0].Send(ctx, NewPattern(octets, 7, i), sent)
			over <- errors.Join(err, ends[0].ShutdownWrite())
		}()
		go func() {
			ended, err := ends[1].Receive(ctx, math.MaxInt64, got)
			results <- result{sent, got, ended, errors.Join(err, <-over)}
		}()
	}
	sums := map[string]bool{}
	for range 2 {
		r := <-results
		if r.err != nil || !r.ended || r.got.Count != octets || r.got.SHA256() != r.sent.SHA256() || len(r.got.Head) != 10 || !bytes.Equal(r.got.Head, r.sent.Head) {
			t.Errorf("ended %t, %d octets, %v", r.ended, r.got.Count, r.err)
		}
		sums[r.got.SHA256()] = true
	}
	if len(sums) != 2 {
		t.Error("two steps have the same pattern")
	}
	one, _ := io.ReadAll(NewPattern(1000, 1, 2))
	same, _ := io.ReadAll(io.LimitReader(NewPattern(2000, 1, 2), 1000))
	if !bytes.Equal(one, same) {
		t.Error("the pattern is not the same again")
	}
}

// TestEnds tells how waiting ends: by the time, by the peer, by the kernel.
func TestEnds(t *testing.T) {
	ns := nstest.New(t)
	a, b, l := pair(t, ns, "127.0.0.1:80", Options{}, Options{})
	short := func() context.Context { return within(t, 5*time.Millisecond) }
	tally := NewTally(0)
	if _, err := l.Accept(short(), nil); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("accept: %v", err)
	}
	if _, err := a.Receive(short(), 1, tally); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("receive: %v", err)
	}
	if err := a.Send(short(), NewPattern(1<<30, 0, 0), tally); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("send: %v", err)
	}
	// The deadline of one call is none of the next.
	if _, err := b.Receive(within(t, 5*time.Second), 1000, tally); err != nil {
		t.Errorf("receive: %v", err)
	}
	if err := b.Reset(); err != nil {
		t.Error(err)
	}
	if _, err := a.Receive(within(t, 5*time.Second), 1, tally); !errors.Is(err, unix.ECONNRESET) {
		t.Errorf("after a reset: %v", err)
	}
	c, err := Connect(Config{NS: ns, Network: "tcp", Remote: netip.MustParseAddrPort("127.0.0.1:81")})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 { // its error is told once, then that there is no connection
		if err := c.Connected(within(t, 5*time.Second)); !errors.Is(err, unix.ECONNREFUSED) && !errors.Is(err, unix.ENOTCONN) {
			t.Errorf("refused: %v", err)
		}
	}
	if err := c.Close(t.Context()); err != nil {
		t.Error(err)
	}
	if err := c.Abandon(); err != nil {
		t.Error(err)
	}
}

// TestLinger closes a connection whose peer has no room for what is on its
// way, so the kernel waits as long as it may.
func TestLinger(t *testing.T) {
	a, b, _ := pair(t, nstest.New(t), "127.0.0.1:80", Options{Linger: new(time.Second), SendBuffer: new(1 << 16)}, Options{ReceiveBuffer: new(4000)})
	if err := a.Send(within(t, 50*time.Millisecond), NewPattern(1<<30, 0, 0), NewTally(0)); !errors.Is(err, context.DeadlineExceeded) {
		t.Fatal(err)
	}
	if err := a.Close(within(t, 5*time.Millisecond)); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("close: %v", err)
	}
	if err := b.Abandon(); err != nil {
		t.Error(err)
	}
	if err := a.Abandon(); err != nil { // waits for the kernel
		t.Error(err)
	}
}

// An ordinary user's program may have the ports from 1024 on, or from where the
// namespace says, and the harness keeps its own rights.
func TestUnprivileged(t *testing.T) {
	ns := nstest.New(t)
	open := func(network, local, remote string, unprivileged bool) error {
		c := Config{NS: ns, Network: network, Local: netip.MustParseAddrPort(local), Unprivileged: unprivileged}
		var s *Socket
		var err error
		if remote == "" {
			s, err = Listen(c)
		} else {
			c.Remote = netip.MustParseAddrPort(remote)
			s, err = Connect(c)
		}
		if err != nil {
			return err
		}
		return s.Abandon()
	}
	for _, tt := range []struct {
		network, local, remote string
		refused                bool
	}{
		{"tcp", "127.0.0.1:80", "", true},
		{"udp", "127.0.0.1:53", "", true},
		{"tcp", "127.0.0.1:1023", "", true},
		{"tcp", "[::1]:1023", "", true},
		{"tcp", "127.0.0.1:1024", "", false},
		{"udp", "127.0.0.1:1024", "", false},
		{"udp", "127.0.0.1:1023", "127.0.0.1:9", true},
		{"udp", "127.0.0.1:1025", "127.0.0.1:9", false},
		{"udp", "127.0.0.1:0", "127.0.0.1:9", false},
	} {
		err := open(tt.network, tt.local, tt.remote, true)
		if refused := errors.Is(err, unix.EACCES); refused != tt.refused || err != nil && !refused {
			t.Errorf("%s %s to %q without the right: %v, want it refused: %t", tt.network, tt.local, tt.remote, err, tt.refused)
		}
		if err := open(tt.network, tt.local, tt.remote, false); err != nil {
			t.Errorf("%s %s to %q with the right: %v", tt.network, tt.local, tt.remote, err)
		}
	}
	const start = "/proc/sys/net/ipv4/ip_unprivileged_port_start"
	if err := ns.Do(func() error { return os.WriteFile(start, []byte("80"), 0o644) }); err != nil {
		t.Fatal(err)
	}
	if err := open("tcp", "127.0.0.1:80", "", true); err != nil {
		t.Errorf("port 80 without the right, from 80 on: %v", err)
	}
	if err := open("tcp", "127.0.0.1:79", "", true); !errors.Is(err, unix.EACCES) {
		t.Errorf("port 79 without the right, from 80 on: %v", err)
	}
}
