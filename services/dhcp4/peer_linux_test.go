package dhcp4

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/netip"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/mdlayher/packet"
	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/internal/trial"
)

// The tests of this file hold the package against other implementations:
//
//	this process            another namespace
//	    here -------------------- eth0
//
// Each test runs itself again in a network namespace of its own, and in a user
// namespace too where it is not root.

// room is the other namespace, held by a process that does nothing.
type room struct{ pid int }

// connect makes the veth pair and gives both ends an address, unless it is empty.
func connect(t *testing.T, here, there string) *room {
	t.Helper()
	trial.Tool(t, "nsenter")
	trial.Tool(t, "ip")
	holder := exec.CommandContext(context.Background(), "cat") // ends with its input
	holder.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWNET, Pdeathsig: syscall.SIGKILL}
	stdin, err := holder.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := holder.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = stdin.Close()
		_ = holder.Wait()
	})
	r := &room{holder.Process.Pid}
	link := &netlink.Veth{
		LinkAttrs: netlink.LinkAttrs{Name: "here", HardwareAddr: serverMAC[:]}, PeerName: "eth0",
		PeerHardwareAddr: clientMAC[:], PeerNamespace: netlink.NsPid(r.pid),
	}
	if err := netlink.LinkAdd(link); err != nil {
		t.Fatal(err)
	}
	if here != "" {
		a, err := netlink.ParseAddr(here)
		if err != nil {
			t.Fatal(err)
		}
		if err := netlink.AddrAdd(link, a); err != nil {
			t.Fatal(err)
		}
	}
	if there != "" {
		r.run(t, "ip", "address", "add", there, "dev", "eth0")
	}
	r.run(t, "ip", "link", "set", "eth0", "up")
	if err := netlink.LinkSetUp(link); err != nil {
		t.Fatal(err)
	}
	return r
}

func (r *room) command(ctx context.Context, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "nsenter", append([]string{"--target", strconv.Itoa(r.pid), "--net", "--"}, args...)...)
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	return cmd
}

func (r *room) run(t *testing.T, args ...string) string {
	t.Helper()
	out, err := r.command(t.Context(), args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", args, err, out)
	}
	return string(out)
}

// start runs a program in the room until the test ends and returns the lines it prints.
func (r *room) start(t *testing.T, args ...string) <-chan string {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	cmd := r.command(ctx, args...)
	out, in := io.Pipe()
	cmd.Stdout, cmd.Stderr = in, in
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines, ended := make(chan string, 1024), make(chan struct{})
	go func() {
		defer close(ended)
		_ = cmd.Wait()
		_ = in.Close()
	}()
	go func() {
		defer close(lines)
		for s := bufio.NewScanner(out); s.Scan(); {
			lines <- s.Text()
		}
	}()
	t.Cleanup(func() {
		cancel()
		<-ended
	})
	return lines
}

// await returns the first line that contains what.
func await(t *testing.T, lines <-chan string, what string) string {
	t.Helper()
	var seen []string
	late := time.After(20 * time.Second)
	for {
		select {
		case l, ok := <-lines:
			seen = append(seen, l)
			if strings.Contains(l, what) {
				return l
			}
			if !ok {
				t.Fatalf("the program ended without %q:\n%s", what, strings.Join(seen, "\n"))
			}
		case <-late:
			t.Fatalf("no %q in:\n%s", what, strings.Join(seen, "\n"))
		}
	}
}

// rawLink is an AF_PACKET socket on an interface of this namespace.
type rawLink struct{ conn *packet.Conn }

func openLink(t *testing.T, name string) *rawLink {
	t.Helper()
	ifi, err := net.InterfaceByName(name)
	if err != nil {
		t.Fatal(err)
	}
	conn, err := packet.Listen(ifi, packet.Raw, unix.ETH_P_IP, &packet.Config{Filter: ClientFilter()})
	if err != nil {
		t.Fatal(err)
	}
	return &rawLink{conn}
}

func (l *rawLink) SendFrame(frame []byte) error {
	_, err := l.conn.WriteTo(frame, &packet.Addr{HardwareAddr: frame[:6]})
	return err
}

func (l *rawLink) ReadFrame(b []byte) (int, error) {
	n, _, err := l.conn.ReadFrom(b)
	return n, err
}

func (l *rawLink) Close() error { return l.conn.Close() }

// listenOn opens a UDP socket bound to an interface.
func listenOn(ctx context.Context, name, address string) (net.PacketConn, error) {
	var failed error
	c := net.ListenConfig{Control: func(_, _ string, raw syscall.RawConn) error {
		err := raw.Control(func(fd uintptr) { failed = unix.BindToDevice(int(fd), name) })
		if err != nil {
			return err
		}
		return failed
	}}
	return c.ListenPacket(ctx, "udp4", address)
}

// serveHere runs a Server on the interface "here".
func serveHere(t *testing.T, c Config) *Server {
	t.Helper()
	conn, err := listenOn(t.Context(), "here", ":67")
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(conn, openLink(t, "here"), c)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.Serve(ctx) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("Serve: %v", err)
		}
	})
	return s
}

// script writes an executable shell script.
func script(t *testing.T, body string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "script")
	if err := os.WriteFile(file, []byte("#!/bin/sh\n"+body+"\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	return file
}

// A client that real people use gets its lease, its parameters and a renewal.
func TestPeerDhclient(t *testing.T) {
	dhclient := trial.Tool(t, "dhclient")
	if !trial.Apart(t) {
		return
	}
	other := connect(t, "192.168.1.1/24", "")
	c := homeConfig()
	c.Subnets[0].LeaseTime, c.Subnets[0].T1, c.Subnets[0].T2 = 10*time.Second, time.Second, 8*time.Second
	s := serveHere(t, c)
	dir := t.TempDir()
	conf := filepath.Join(dir, "conf")
	if err := os.WriteFile(conf, []byte("send host-name \"peer\";\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	hook := script(t, `case $reason in BOUND) ip address add $new_ip_address/24 dev eth0 ;; esac
echo "<$reason $new_ip_address $new_subnet_mask $new_routers $new_domain_name_servers $new_domain_name>"`)
	lines := other.start(t, dhclient, "-4", "-d", "-v", "-cf", conf, "-sf", hook, "-lf", filepath.Join(dir, "leases"), "-pf", filepath.Join(dir, "pid"), "eth0")
	want := "192.168.1.100 255.255.255.0 192.168.1.1 8.8.8.8 home.arpa>"
	if got := await(t, lines, "<BOUND"); got != "<BOUND "+want {
		t.Errorf("dhclient got %s", got)
	}
	if got := await(t, lines, "<RENEW"); got != "<RENEW "+want {
		t.Errorf("dhclient renewed %s", got)
	}
	l := s.Leases()
	if len(l) != 1 || l[0].State != Bound || l[0].MAC.String() != net.HardwareAddr(clientMAC[:]).String() || l[0].Hostname != "peer" {
		t.Errorf("leases %+v", l)
	}
}

func TestPeerUdhcpc(t *testing.T) {
	udhcpc := trial.Tool(t, "udhcpc")
	if !trial.Apart(t) {
		return
	}
	other := connect(t, "192.168.1.1/24", "")
	log, c := newEvents(), homeConfig()
	c.Logger = testLogger(log)
	serveHere(t, c)
	hook := script(t, `case $1 in bound) ip address add $ip/24 dev eth0 ;; esac
echo "<$1 $ip $subnet $router $dns $domain $lease>"`)
	lines := other.start(t, udhcpc, "-f", "-i", "eth0", "-q", "-n", "-R", "-t", "5", "-s", hook)
	if got, want := await(t, lines, "<bound"), "<bound 192.168.1.100 255.255.255.0 192.168.1.1 8.8.8.8 home.arpa 43200>"; got != want {
		t.Errorf("udhcpc got %s, want %s", got, want)
	}
	for l := range lines { // until it has released and quit
		t.Log(l)
	}
	if got := log.names(); !strings.HasPrefix(got, "discover offer request ack") {
		t.Errorf("events %s", got)
	}
}

func TestPeerDnsmasq(t *testing.T) {
	dnsmasq := trial.Tool(t, "dnsmasq")
	if !trial.Apart(t) {
		return
	}
	other := connect(t, "", "192.168.1.1/24")
	lines := other.start(t, dnsmasq, "--keep-in-foreground", "--log-facility=-", "--conf-file=/dev/null", "--port=0",
		"--interface=eth0", "--bind-interfaces", "--no-ping", "--log-dhcp", "--user=", "--group=", "--pid-file=",
		"--dhcp-leasefile="+filepath.Join(t.TempDir(), "leases"), "--dhcp-authoritative",
		"--dhcp-range=192.168.1.100,192.168.1.199,255.255.255.0,1h", "--dhcp-option=6,8.8.8.8", "--domain=home.arpa")
	await(t, lines, "DHCP, IP range")

	link, err := netlink.LinkByName("here")
	if err != nil {
		t.Fatal(err)
	}
	log := newEvents()
	client, err := NewClient(openLink(t, "here"), ClientConfig{
		MAC: serverMAC[:], Hostname: "peer", ClientID: append([]byte{1}, serverMAC[:]...), RetryFirst: time.Second, Logger: testLogger(log),
		ListenPacket: func(ctx context.Context, _, address string) (net.PacketConn, error) {
			return listenOn(ctx, "here", address)
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() {
		done <- client.Run(ctx, func(_ context.Context, c Change) error {
			a, err := netlink.ParseAddr(c.Lease.Address.String())
			if err != nil {
				return err
			}
			if c.Configure() {
				return netlink.AddrReplace(link, a)
			}
			return netlink.AddrDel(link, a)
		})
	}()
	defer func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("Run: %v", err)
		}
		if t.Failed() {
			t.Logf("client:\n%s", log)
		}
	}()
	call, stop := context.WithTimeout(ctx, 20*time.Second)
	defer stop()

	l, err := client.Acquire(call)
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprintf("%s from %s for %s, routers %s, dns %s, domain %s", l.Address.Masked(), l.Server, l.Duration, l.Routers, l.DNS, l.Domain)
	if want := "192.168.1.0/24 from 192.168.1.1 for 1h0m0s, routers [192.168.1.1], dns [8.8.8.8], domain home.arpa"; got != want {
		t.Errorf("lease %s, want %s", got, want)
	}
	await(t, lines, "DHCPACK(eth0) "+l.Address.Addr().String())
	if _, err := client.Renew(call); err != nil {
		t.Errorf("Renew: %v", err)
	}
	await(t, lines, "DHCPACK(eth0) "+l.Address.Addr().String())
	if _, err := client.Reboot(call, l.Address.Addr()); err != nil {
		t.Errorf("Reboot: %v", err)
	}
	await(t, lines, "DHCPACK(eth0) "+l.Address.Addr().String())
	if _, err := client.Reboot(call, netip.MustParseAddr("10.0.0.7")); err != nil {
		t.Errorf("Reboot elsewhere: %v", err)
	}
	await(t, lines, "DHCPNAK(eth0) 10.0.0.7")
	if _, err := client.Inform(call, l.Address); err != nil {
		t.Errorf("Inform: %v", err)
	}
	if err := client.Release(call); err != nil {
		t.Errorf("Release: %v", err)
	}
	await(t, lines, "DHCPRELEASE(eth0) "+l.Address.Addr().String())
	if addrs, err := netlink.AddrList(link, netlink.FAMILY_V4); err != nil || len(addrs) != 0 {
		t.Errorf("addresses left: %v, %v", addrs, err)
	}
}

// A load generator, which speaks as a relay does, must get all that it asks for.
func TestPeerPerfdhcp(t *testing.T) {
	perfdhcp := trial.Tool(t, "perfdhcp")
	if !trial.Apart(t) {
		return
	}
	other := connect(t, "10.1.0.1/16", "10.1.255.254/16")
	c := Config{Address: addr("10.1.0.1"), MAC: serverMAC[:], Subnets: []Subnet{{
		Prefix: netip.MustParsePrefix("10.1.0.0/16"), First: addr("10.1.0.2"), Last: addr("10.1.255.253"),
	}}}
	s := serveHere(t, c)
	// A status of 3 is that some exchanges were not completed, as where the machine is busy.
	out := other.run(t, "sh", "-c", perfdhcp+" -4 -l eth0 -r 1000 -R 100000 -p 3 -W 1000000 || test $? -eq 3")
	st := s.Stats()
	t.Logf("%s\n%+v", out, st)
	if st.Acks < 1000 || st.Malformed != 0 || st.Failed != 0 {
		t.Errorf("counters %+v\n%s", st, out)
	}
}
