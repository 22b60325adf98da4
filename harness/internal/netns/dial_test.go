package netns_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
)

// silent makes a node whose neighbour never answers:
//
//	a: veth 192.0.2.1/24 fe80::1/64 -- p (in the same namespace, up)
func silent(t *testing.T) *netns.NS {
	t.Helper()
	ns := nstest.New(t)
	err := ns.Do(func() error {
		h, err := netlink.NewHandle(unix.NETLINK_ROUTE)
		if err != nil {
			return err
		}
		defer h.Close()
		veth := &netlink.Veth{LinkAttrs: netlink.LinkAttrs{Name: "a", Flags: net.FlagUp}, PeerName: "p"}
		if err := h.LinkAdd(veth); err != nil {
			return err
		}
		p, err := h.LinkByName("p")
		if err != nil {
			return err
		}
		a, err := h.LinkByName("a")
		if err != nil {
			return err
		}
		address := &netlink.Addr{IPNet: &net.IPNet{IP: net.IPv4(192, 0, 2, 1), Mask: net.CIDRMask(24, 32)}}
		linkLocal := &netlink.Addr{IPNet: &net.IPNet{IP: net.ParseIP("fe80::1"), Mask: net.CIDRMask(64, 128)}, Flags: unix.IFA_F_NODAD}
		neighbor := &netlink.Neigh{LinkIndex: a.Attrs().Index, IP: net.IPv4(192, 0, 2, 2), State: unix.NUD_PERMANENT, HardwareAddr: net.HardwareAddr{2, 0, 0, 0, 0, 9}}
		return errors.Join(h.LinkSetUp(p), h.AddrAdd(a, address), h.AddrAdd(a, linkLocal), h.NeighSet(neighbor))
	})
	if err != nil {
		t.Fatal(err)
	}
	return ns
}

// TestDialManyStuck waits for a thousand connections at once: they hold no
// threads, of which Go allows ten thousand, and let go when cancelled. Opening
// a socket takes a thread for a moment, and Go keeps what threads it ever had:
// so they are opened a few at a time, for all threads to be those of waiting.
func TestDialManyStuck(t *testing.T) {
	const stuck, few, patience = 1000, 20, 30 * time.Second
	var limit unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_NOFILE, &limit); err != nil || limit.Cur < stuck+100 {
		t.Skipf("RLIMIT_NOFILE is %d (%v): needs %d", limit.Cur, err, stuck+100)
	}
	ns := silent(t)
	sent := func() (n int) {
		err := ns.Do(func() error {
			b, err := os.ReadFile("/proc/thread-self/net/tcp")
			n = bytes.Count(b, []byte(" 020200C0:0050 02 ")) // SYN_SENT to 192.0.2.2:80
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	threads := func() int {
		tasks, err := os.ReadDir("/proc/self/task")
		if err != nil {
			t.Fatal(err)
		}
		return len(tasks)
	}

	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var wg sync.WaitGroup
	before := threads()
	for begun := 0; begun < stuck; {
		for range few {
			begun++
			wg.Go(func() {
				if _, err := ns.Dial(ctx, "tcp", "192.0.2.2:80", nil); !errors.Is(err, context.Canceled) && (err == nil || !strings.Contains(err.Error(), "canceled")) {
					t.Errorf("%v, want canceled", err)
				}
			})
		}
		for deadline := time.Now().Add(patience); sent() < begun; {
			if time.Now().After(deadline) {
				t.Fatalf("%d of %d connections are on their way", sent(), begun)
			}
		}
	}
	if more := threads() - before; more > stuck/4 {
		t.Errorf("%d connections hold %d threads", stuck, more)
	}
	cancel()
	wg.Wait()
}

// TestDialZone connects from and to link-local addresses, whose zone is the
// name of an interface of the node.
func TestDialZone(t *testing.T) {
	ns := silent(t)
	for _, local := range []net.Addr{nil, &net.UDPAddr{IP: net.ParseIP("fe80::1"), Zone: "a", Port: 53}} {
		c, err := ns.Dial(t.Context(), "udp", "[fe80::2%a]:53", local)
		if err != nil {
			t.Errorf("from %v: %v", local, err)
			continue
		}
		_ = c.Close()
	}
}

// TestDialSecondSocket makes package net want more sockets than one.
func TestDialSecondSocket(t *testing.T) {
	ns := nstest.New(t)
	t.Run("address not here", func(t *testing.T) {
		_, err := ns.Dial(t.Context(), "tcp", "127.0.0.1:80", &net.TCPAddr{IP: net.IPv4(192, 0, 2, 7)})
		if !errors.Is(err, syscall.EADDRNOTAVAIL) {
			t.Errorf("%v, want EADDRNOTAVAIL", err)
		}
	})
	t.Run("connected to itself", func(t *testing.T) {
		const port = 40000
		err := ns.Do(func() error {
			return os.WriteFile("/proc/sys/net/ipv4/ip_local_port_range", fmt.Appendf(nil, "%d %d", port, port), 0)
		})
		if err != nil {
			t.Skipf("the range of local ports cannot be set: %v", err)
		}
		// The kernel has this one port to give, so every attempt meets itself;
		// package net gives in after the third.
		c, err := ns.Dial(t.Context(), "tcp", fmt.Sprintf("127.0.0.1:%d", port), nil)
		if err != nil {
			if !errors.Is(err, syscall.ECONNREFUSED) && !errors.Is(err, syscall.EADDRNOTAVAIL) {
				t.Error(err)
			}
			return
		}
		_ = c.Close()
	})
}

// BenchmarkDial connects over the loopback of a namespace.
func BenchmarkDial(b *testing.B) {
	ns := nstest.New(b)
	l, err := ns.Listen(b.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	go func() { // ends with l
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			_ = c.Close()
		}
	}()
	b.ReportAllocs()
	for b.Loop() {
		c, err := ns.Dial(b.Context(), "tcp", l.Addr().String(), nil)
		if err != nil {
			b.Fatal(err)
		}
		_ = c.(*net.TCPConn).SetLinger(0) // no TIME_WAIT, of which there is room for 28,000
		_ = c.Close()
	}
}
