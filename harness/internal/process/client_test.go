package process

import (
	"bytes"
	"context"
	"errors"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/internal/trial"
)

// cable makes two nodes:
//
//	server: eth0 192.0.2.1/24 -- client: eth0
func cable(t *testing.T) (server, client *netns.NS) {
	t.Helper()
	server, client = nstest.New(t), nstest.New(t)
	err := server.Do(func() error {
		h, err := netlink.NewHandle(unix.NETLINK_ROUTE)
		if err != nil {
			return err
		}
		defer h.Close()
		up := netlink.LinkAttrs{Name: "eth0", Flags: net.FlagUp}
		if err := h.LinkAdd(&netlink.Veth{LinkAttrs: up, PeerName: "eth0", PeerNamespace: netlink.NsFd(client.FD())}); err != nil {
			return err
		}
		l, err := h.LinkByName("eth0")
		if err != nil {
			return err
		}
		return h.AddrAdd(l, &netlink.Addr{IPNet: &net.IPNet{IP: net.IPv4(192, 0, 2, 1), Mask: net.CIDRMask(24, 32)}})
	})
	if err != nil {
		t.Fatal(err)
	}
	err = client.Do(func() error {
		h, err := netlink.NewHandle(unix.NETLINK_ROUTE)
		if err != nil {
			return err
		}
		defer h.Close()
		l, err := h.LinkByName("eth0")
		if err != nil {
			return err
		}
		return h.LinkSetUp(l)
	})
	if err != nil {
		t.Fatal(err)
	}
	return server, client
}

// said is a writer that waits for a text.
type said struct {
	text string
	all  bytes.Buffer
	done chan struct{} // closed when the text was written
}

func (s *said) Write(b []byte) (int, error) {
	before := bytes.Contains(s.all.Bytes(), []byte(s.text))
	s.all.Write(b)
	if !before && bytes.Contains(s.all.Bytes(), []byte(s.text)) {
		close(s.done)
	}
	return len(b), nil
}

// TestDHCPClients has real clients get a lease from a real server. Their
// scripts set address, route and resolver of the node: the next program in
// the node sees them, the machine does not.
func TestDHCPClients(t *testing.T) {
	tests := []struct {
		name  string
		tools []string
		args  []string
	}{
		{"udhcpc", []string{"udhcpc", "busybox"}, []string{"udhcpc", "-f", "-q", "-n", "-i", "eth0", "-t", "10", "-T", "1"}},
		{"dhclient", []string{"dhclient"}, []string{"dhclient", "-1", "-v", "eth0"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			for _, name := range append([]string{"dnsmasq", "ip", "sh"}, tt.tools...) {
				trial.Tool(t, name)
			}
			outside, err := os.ReadFile("/etc/resolv.conf")
			if err != nil && !errors.Is(err, os.ErrNotExist) {
				t.Fatal(err)
			}
			serverNS, clientNS := cable(t)
			ctx, stop := context.WithCancel(t.Context())
			defer stop()
			ready := &said{text: "IP range", done: make(chan struct{})}
			server, err := Start(ctx, serverNS, Spec{Hostname: "server", Stderr: ready, Args: []string{
				"dnsmasq", "--no-daemon", "--log-facility=-", "--conf-file=/dev/null", "--pid-file=",
				"--port=0", "--no-ping", "--dhcp-authoritative", "--dhcp-range=192.0.2.100,192.0.2.100,1h",
				"--dhcp-option=option:router,192.0.2.1", "--dhcp-option=option:dns-server,192.0.2.53", "--dhcp-option=option:domain-name,example.net",
			}})
			if err != nil {
				t.Fatal(err)
			}
			select {
			case <-ready.done:
			case <-server.Done():
				e, _ := server.Wait()
				t.Fatalf("the server ended: %+v", e)
			}

			live := filepath.Join(t.TempDir(), "resolv.conf")
			if err := os.WriteFile(live, []byte("nameserver 203.0.113.1\n"), 0o644); err != nil {
				t.Fatal(err)
			}
			etc := map[string]string{"resolv.conf": live}
			in := func(args ...string) string {
				t.Helper()
				p, err := Start(ctx, clientNS, Spec{Args: args, Hostname: "client", Etc: etc})
				if err != nil {
					t.Fatal(err)
				}
				e, err := p.Wait()
				if err != nil || e.Exit != 0 {
					t.Errorf("%v: exit code %d %s, %v\n%s%s", args, e.Exit, e.Signal, err, e.Stdout, e.Stderr)
				}
				return e.Stdout
			}
			in(tt.args...)
			if got := in("ip", "-4", "addr", "show", "dev", "eth0"); !strings.Contains(got, " 192.0.2.100/24 ") {
				t.Errorf("addresses: %s", got)
			}
			if got := in("ip", "-4", "route"); !strings.Contains(got, "default via 192.0.2.1 ") {
				t.Errorf("routes: %s", got)
			}
			if got := in("cat", "/etc/resolv.conf"); !strings.Contains(got, "nameserver 192.0.2.53") || strings.Contains(got, "203.0.113.1") {
				t.Errorf("resolver: %s", got)
			}
			if b, err := os.ReadFile("/etc/resolv.conf"); string(b) != string(outside) {
				t.Errorf("the machine's resolver became %q, %v", b, err)
			}
			if left, _ := filepath.Glob(filepath.Join(filepath.Dir(live), "*")); len(left) != 1 {
				t.Errorf("beside the live file: %v", left)
			}
			stop()
			if e, _ := server.Wait(); e.Exit != 0 {
				t.Errorf("the server: %+v", e)
			}
		})
	}
}
