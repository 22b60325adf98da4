package observe

import (
	"cmp"
	"fmt"
	"net"
	"net/netip"
	"slices"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/harness/state"
)

func TestSockets(t *testing.T) {
	ns := nstest.New(t)
	ctx := t.Context()
	both, err := ns.Listen(ctx, "tcp", ":80")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = both.Close() }()
	l, err := ns.Listen(ctx, "tcp", "127.0.0.1:81")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	for _, network := range []string{"udp4", "udp6"} {
		p, err := ns.ListenPacket(ctx, network, ":53")
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = p.Close() }()
	}
	connect := func(l net.Listener, to string) (client, server net.Conn) {
		client, err := ns.Dial(ctx, "tcp", to, nil)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = client.Close() })
		if server, err = l.Accept(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = server.Close() })
		return client, server
	}
	established, _ := connect(l, "127.0.0.1:81")
	connect(both, "127.0.0.1:80")
	connect(both, "[::1]:80")
	// The side that closes first is left in TIME_WAIT.
	first, second := connect(l, "127.0.0.1:81")
	_ = first.Close()
	if _, err := second.Read(make([]byte, 1)); err == nil {
		t.Fatal("the peer has closed")
	}
	_ = second.Close()
	half, other := connect(l, "127.0.0.1:81")
	_ = half.(*net.TCPConn).CloseWrite()
	if _, err := other.Read(make([]byte, 1)); err == nil {
		t.Fatal("the peer has closed")
	}
	udp, err := ns.Dial(ctx, "udp", "127.0.0.1:53", nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = udp.Close() }()

	// The last segments of the closing connections may still be on their way.
	wantStates := map[string]int{"LISTEN": 2, "ESTABLISHED": 7, "TIME_WAIT": 1, "FIN_WAIT2": 1, "CLOSE_WAIT": 1, "UNCONN": 2}
	var got []state.Socket
	settled := time.Now().Add(5 * time.Second)
	for {
		got = snap(t, ns, Sockets).Sockets
		states := make(map[string]int)
		for _, s := range got {
			states[s.State]++
		}
		diff := gocmp.Diff(wantStates, states)
		if diff == "" {
			break
		}
		if time.Now().After(settled) {
			t.Fatalf("states (-want +got):\n%s", diff)
		}
	}

	sorted := cmpopts.SortSlices(func(a, b string) bool { return a < b })
	var lines []string
	for _, s := range got {
		lines = append(lines, line(s.Network[:3], s.State, s.Local, s.Remote))
	}
	if diff := gocmp.Diff(ss(t, ns), lines, sorted); diff != "" {
		t.Errorf("sockets (-ss +got):\n%s", diff)
	}
	wantOne := state.Socket{
		Network: "tcp", State: "ESTABLISHED", Remote: netip.MustParseAddrPort("127.0.0.1:81"),
		Local: netip.MustParseAddrPort(established.LocalAddr().String()),
	}
	if !slices.Contains(got, wantOne) {
		t.Errorf("no socket %v in\n%v", wantOne, got)
	}
	wantOne = state.Socket{Network: "tcp6", State: "LISTEN", Local: netip.MustParseAddrPort("[::]:80")}
	if !slices.Contains(got, wantOne) {
		t.Errorf("no socket %v in\n%v", wantOne, got)
	}
}

// TestSynReceived leaves a connection half open: the peer never answers.
func TestSynReceived(t *testing.T) {
	ns := nstest.New(t)
	populate(t, ns)
	l, err := ns.Listen(t.Context(), "tcp", "192.0.2.1:80")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	// A SYN from 192.0.2.2 into p comes out at a; the answer goes nowhere.
	syn := []byte{
		2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 9, 8, 0,
		0x45, 0, 0, 40, 0, 1, 0, 0, 64, 6, 0, 0, 192, 0, 2, 2, 192, 0, 2, 1,
		0x10, 0, 0, 80, 0, 0, 0, 1, 0, 0, 0, 0, 0x50, 2, 0xff, 0xff, 0, 0, 0, 0,
	}
	put := func(at int, sum uint32) { syn[at], syn[at+1] = byte(sum>>8), byte(sum) }
	put(24, checksum(syn[14:34], 0))
	put(50, checksum(syn[34:], 192<<8+0+2<<8+2+192<<8+0+2<<8+1+6+20))
	err = ns.Do(func() error {
		fd, err := unix.Socket(unix.AF_PACKET, unix.SOCK_RAW|unix.SOCK_CLOEXEC, 0)
		if err != nil {
			return err
		}
		defer func() { _ = unix.Close(fd) }()
		p, err := net.InterfaceByName("p")
		if err != nil {
			return err
		}
		return unix.Sendto(fd, syn, 0, &unix.SockaddrLinklayer{Ifindex: p.Index, Halen: 6})
	})
	if err != nil {
		t.Fatal(err)
	}
	got := snap(t, ns, Sockets).Sockets
	want := state.Socket{
		Network: "tcp", State: "SYN_RECV",
		Local: netip.MustParseAddrPort("192.0.2.1:80"), Remote: netip.MustParseAddrPort("192.0.2.2:4096"),
	}
	if !slices.Contains(got, want) {
		t.Errorf("no socket %v in\n%v", want, got)
	}
}

// checksum is the Internet checksum (RFC 1071) of b, begun with sum.
func checksum(b []byte, sum uint32) uint32 {
	for i := 0; i+1 < len(b); i += 2 {
		sum += uint32(b[i])<<8 + uint32(b[i+1])
	}
	for sum>>16 != 0 {
		sum = sum&0xffff + sum>>16
	}
	return ^sum & 0xffff
}

// ss lists the sockets that ss sees, one line each.
func ss(t *testing.T, ns *netns.NS) []string {
	t.Helper()
	names := map[string]string{
		"ESTAB": "ESTABLISHED", "TIME-WAIT": "TIME_WAIT", "FIN-WAIT-1": "FIN_WAIT1", "FIN-WAIT-2": "FIN_WAIT2",
		"CLOSE-WAIT": "CLOSE_WAIT", "LAST-ACK": "LAST_ACK", "SYN-SENT": "SYN_SENT", "SYN-RECV": "SYN_RECV",
	}
	endpoint := func(s string) netip.AddrPort {
		at := strings.LastIndex(s, ":")
		host, port := strings.Trim(s[:at], "[]"), s[at+1:]
		host, _, _ = strings.Cut(host, "%")
		if host == "*" {
			host = "::"
		}
		if port == "*" {
			return netip.AddrPort{}
		}
		a := netip.MustParseAddr(host).Unmap()
		return netip.AddrPortFrom(a, netip.MustParseAddrPort("0.0.0.0:"+port).Port())
	}
	var lines []string
	for l := range strings.Lines(string(tool(t, ns, "ss", "-Hatun"))) {
		f := strings.Fields(l)
		lines = append(lines, line(f[0], cmp.Or(names[f[1]], f[1]), endpoint(f[4]), endpoint(f[5])))
	}
	return lines
}

func line(network, state string, local, remote netip.AddrPort) string {
	return fmt.Sprint(network, " ", state, " ", local, " ", remote)
}
