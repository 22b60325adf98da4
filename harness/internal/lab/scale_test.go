package lab

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
	"net"
	"net/netip"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/net/icmp"
	"golang.org/x/net/ipv4"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/topology"
)

// identity is the address by which router i is known to all, whichever of its
// lines leads there.
func identity(i int) netip.Addr { return netip.AddrFrom4([4]byte{172, 16, byte(i >> 8), byte(i)}) }

// covering returns the fewest networks that have the identities from first up to
// end, and no other.
func covering(first, end int) (all []netip.Prefix) {
	for first < end {
		size := bits.Len(uint(end-first)) - 1
		if first != 0 {
			size = min(size, bits.TrailingZeros(uint(first)))
		}
		all = append(all, netip.PrefixFrom(identity(first), 32-size))
		first += 1 << size
	}
	return all
}

// written is a topology of routers while it is written.
type written struct {
	nodes, links strings.Builder
	lines        int
}

// line adds a line between two interfaces, and returns their addresses.
func (w *written) line(a, b string) (netip.Addr, netip.Addr) {
	at := netip.AddrFrom4([4]byte{10, 0, byte(w.lines >> 7), byte(w.lines << 1)})
	w.lines++
	fmt.Fprintf(&w.links, "  - %s -- %s\n", a, b)
	return at, at.Next()
}

// router adds a router with an identity.
func (w *written) router(name string, i int, interfaces map[string]netip.Addr, routes []string) {
	fmt.Fprintf(&w.nodes, "  %s:\n    kind: router\n    interfaces:\n", name)
	first := true
	for _, side := range []string{"up", "left", "right", "down"} {
		a, ok := interfaces[side]
		if !ok {
			continue
		}
		addresses := a.String() + "/31"
		if first {
			addresses += ", " + identity(i).String() + "/32"
			first = false
		}
		fmt.Fprintf(&w.nodes, "      %s: [%s]\n", side, addresses)
	}
	// The networks of lines are known to their ends alone.
	fmt.Fprintf(&w.nodes, "    routes: [%s]\n    intended: [no-way-back]\n", strings.Join(routes, ", "))
}

func (w *written) parse(tb testing.TB) *topology.Topology {
	tb.Helper()
	return parse(tb, "nodes:\n"+w.nodes.String()+"links:\n"+w.links.String()).Topology
}

// toward are the routes to the identities from first up to end.
func toward(via netip.Addr, first, end int) (routes []string) {
	for _, p := range covering(first, end) {
		routes = append(routes, p.String()+" via "+via.String())
	}
	return routes
}

// row is n routers in a row: r0 -- r1 -- ... -- r(n-1).
func row(tb testing.TB, n int) (*topology.Topology, []string, []netip.Addr) {
	tb.Helper()
	return mesh(tb, 1, n)
}

// columns is how many identities each row of a mesh has, used or not.
const columns = 64

// mesh is routers in rows and columns, each with a line to the one above, below,
// on the left and on the right. A packet goes up or down first, and then along the
// row.
func mesh(tb testing.TB, rows, cols int) (*topology.Topology, []string, []netip.Addr) {
	tb.Helper()
	var w written
	name := func(r, c int) string { return fmt.Sprintf("r%d-%d", r, c) }
	interfaces := make(map[string]map[string]netip.Addr)
	for r := range rows {
		for c := range cols {
			interfaces[name(r, c)] = make(map[string]netip.Addr)
		}
	}
	join := func(a, aSide, b, bSide string) {
		interfaces[a][aSide], interfaces[b][bSide] = w.line(a+":"+aSide, b+":"+bSide)
	}
	for r := range rows {
		for c := range cols {
			if c+1 < cols {
				join(name(r, c), "right", name(r, c+1), "left")
			}
			if r+1 < rows {
				join(name(r, c), "down", name(r+1, c), "up")
			}
		}
	}
	var names []string
	var addrs []netip.Addr
	for r := range rows {
		for c := range cols {
			at := r * columns
			var routes []string
			if r > 0 {
				routes = append(routes, toward(interfaces[name(r-1, c)]["down"], 0, at)...)
			}
			if r+1 < rows {
				routes = append(routes, toward(interfaces[name(r+1, c)]["up"], at+columns, rows*columns)...)
			}
			if c > 0 {
				routes = append(routes, toward(interfaces[name(r, c-1)]["right"], at, at+c)...)
			}
			if c+1 < cols {
				routes = append(routes, toward(interfaces[name(r, c+1)]["left"], at+c+1, at+cols)...)
			}
			w.router(name(r, c), at+c, interfaces[name(r, c)], routes)
			names, addrs = append(names, name(r, c)), append(addrs, identity(at+c))
		}
	}
	return w.parse(tb), names, addrs
}

// pairs is what became of the pings from every node to every other.
type pairs struct {
	answered int
	resent   int      // requests that had to be sent once more
	missing  []string // FROM -> TO, of those that nobody answered
}

// pingAll has every node ping every other one, by their identities. Who is not
// answered within the patience is asked three times in all.
func pingAll(tb testing.TB, l *Lab, names []string, addrs []netip.Addr, patience time.Duration) (all pairs) {
	tb.Helper()
	var mu sync.Mutex
	each(len(names), 4*runtime.GOMAXPROCS(0), func(i int) {
		one, err := pingFrom(tb.Context(), l.Node(names[i]), i, addrs, patience)
		mu.Lock()
		defer mu.Unlock()
		if err != nil {
			tb.Errorf("%s: %v", names[i], err)
		}
		all.answered += one.answered
		all.resent += one.resent
		for _, to := range one.missing {
			all.missing = append(all.missing, names[i]+" -> "+to)
		}
	})
	return all
}

// pingFrom pings all identities but the node's own, at most a few at a time: a line
// drops what floods it.
func pingFrom(ctx context.Context, n *Node, self int, addrs []netip.Addr, patience time.Duration) (p pairs, err error) {
	const window, attempts = 16, 3
	c, err := n.ListenPacket(ctx, "ip4:icmp", addrs[self].String())
	if err != nil {
		return p, err
	}
	defer func() { err = errors.Join(err, c.Close()) }()
	if err := onlyReplies(c); err != nil {
		return p, err
	}
	waiting := make([]int, 0, len(addrs))
	for to := range addrs {
		if to != self {
			waiting = append(waiting, to)
		}
	}
	buffer := make([]byte, 1500)
	for attempt := range attempts {
		if attempt > 0 {
			p.resent += len(waiting)
		}
		var lost []int
		for len(waiting) > 0 {
			batch := waiting[:min(window, len(waiting))]
			waiting = waiting[len(batch):]
			left, err := exchangeAll(c, self, batch, addrs, patience, buffer)
			if err != nil {
				return p, err
			}
			p.answered += len(batch) - len(left)
			lost = append(lost, left...)
		}
		waiting = lost
	}
	for _, to := range waiting {
		p.missing = append(p.missing, addrs[to].String())
	}
	return p, nil
}

// exchangeAll sends a request to each of a few, and returns those whose answer did
// not come in time.
func exchangeAll(c net.PacketConn, self int, batch []int, addrs []netip.Addr, patience time.Duration, buffer []byte) ([]int, error) {
	left := slices.Clone(batch)
	for _, to := range batch {
		m := icmp.Message{Type: ipv4.ICMPTypeEcho, Body: &icmp.Echo{ID: self, Seq: to}}
		b, err := m.Marshal(nil)
		if err != nil {
			return nil, err
		}
		if _, err := c.WriteTo(b, &net.IPAddr{IP: addrs[to].AsSlice()}); err != nil && !unreached(err) {
			return nil, err
		}
	}
	if err := c.SetReadDeadline(time.Now().Add(patience)); err != nil {
		return nil, err
	}
	for len(left) > 0 {
		size, from, err := c.ReadFrom(buffer)
		if os.IsTimeout(err) {
			break
		}
		if err != nil {
			return nil, err
		}
		if size < 8 || int(binary.BigEndian.Uint16(buffer[4:])) != self {
			continue
		}
		seq := int(binary.BigEndian.Uint16(buffer[6:]))
		if at := slices.Index(left, seq); at >= 0 && from.String() == addrs[seq].String() {
			left = slices.Delete(left, at, at+1)
		}
	}
	return left, nil
}

// unreached reports whether the network, not the test, kept a packet from leaving.
func unreached(err error) bool {
	return errors.Is(err, unix.EHOSTUNREACH) || errors.Is(err, unix.ENETUNREACH) || errors.Is(err, unix.ENOBUFS)
}

// onlyReplies leaves the requests of others out of what a socket receives.
func onlyReplies(c net.PacketConn) error {
	raw, err := c.(syscall.Conn).SyscallConn()
	if err != nil {
		return err
	}
	var failed error
	err = raw.Control(func(fd uintptr) {
		const solRaw, icmpFilter = 255, 1 // linux/icmp.h
		failed = unix.SetsockoptInt(int(fd), solRaw, icmpFilter, ^1)
	})
	return errors.Join(err, failed)
}

func TestEveryNodeReachesEveryOther(t *testing.T) {
	for _, size := range []struct{ rows, cols int }{{1, 16}, {5, 5}} {
		t.Run(fmt.Sprintf("%d by %d", size.rows, size.cols), func(t *testing.T) {
			topo, names, addrs := mesh(t, size.rows, size.cols)
			if ds := topology.Lint(topo); len(ds) > 0 {
				t.Error(ds)
			}
			l := (&network{Topology: topo}).boot(t)
			got := pingAll(t, l, names, addrs, 2*time.Second)
			if want := len(names) * (len(names) - 1); got.answered != want || len(got.missing) > 0 {
				t.Errorf("%d pairs of %d answered, not %v", got.answered, want, got.missing)
			}
		})
	}
}

// Pairs that a missing line parts are found, and no others.
func TestPingAllMisses(t *testing.T) {
	topo, names, addrs := row(t, 6)
	topo.Links = slices.Delete(topo.Links, 2, 3) // r0-2 -- r0-3
	l := (&network{Topology: topo}).boot(t)
	got := pingAll(t, l, names, addrs, 50*time.Millisecond)
	if got.answered != 12 || len(got.missing) != 18 || !slices.Contains(got.missing, "r0-0 -> "+addrs[5].String()) {
		t.Errorf("%+v, want 12 of 30 pairs answered", got)
	}
}

// BenchmarkEveryPair boots routers in a row and in a mesh, and has every one of
// them ping every other one.
func BenchmarkEveryPair(b *testing.B) {
	for _, size := range []struct {
		shape      string
		rows, cols int
	}{{"row", 1, 16}, {"row", 1, 32}, {"row", 1, 64}, {"mesh", 5, 10}, {"mesh", 10, 10}, {"mesh", 20, 10}} {
		b.Run(fmt.Sprintf("%s/%d", size.shape, size.rows*size.cols), func(b *testing.B) {
			topo, names, addrs := mesh(b, size.rows, size.cols)
			var lint, boot, check meter
			var resent, answered int
			for b.Loop() {
				lint.start()
				if ds := topology.Lint(topo); len(ds) > 0 {
					b.Fatal(ds)
				}
				lint.stop()
				boot.start()
				l, err := Boot(b.Context(), topo, Options{})
				boot.stop()
				if err != nil {
					b.Fatal(err)
				}
				check.start()
				got := pingAll(b, l, names, addrs, 2*time.Second)
				check.stop()
				if len(got.missing) > 0 {
					b.Errorf("%d pairs are not answered, as %s", len(got.missing), got.missing[0])
				}
				resent, answered = resent+got.resent, answered+got.answered
				b.StopTimer()
				if err := l.Close(); err != nil {
					b.Fatal(err)
				}
				settle(b)
				b.StartTimer()
			}
			n := float64(b.N)
			b.ReportMetric(float64(lint.passed.Microseconds())/1000/n, "ms-lint")
			b.ReportMetric(float64(boot.passed.Microseconds())/1000/n, "ms-boot")
			b.ReportMetric(float64(boot.cpu.Microseconds())/1000/n, "cpu-ms-boot")
			b.ReportMetric(float64(check.passed.Microseconds())/1000/n, "ms-check")
			b.ReportMetric(float64(check.cpu.Microseconds())/1000/n, "cpu-ms-check")
			b.ReportMetric(float64(answered)/n, "pairs")
			b.ReportMetric(float64(resent)/n, "resent")
		})
	}
}
