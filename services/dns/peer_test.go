package dns

import (
	"bufio"
	"bytes"
	"fmt"
	"net"
	"net/netip"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/internal/trial"
)

// dig asks a server and returns what dig prints.
func dig(tb testing.TB, server netip.AddrPort, args ...string) string {
	tb.Helper()
	args = append([]string{"-r", "@" + server.Addr().String(), "-p", fmt.Sprint(server.Port()), "+tries=1", "+time=10"}, args...)
	out, err := exec.CommandContext(tb.Context(), trial.Tool(tb, "dig"), args...).CombinedOutput()
	if err != nil {
		tb.Fatalf("dig %q: %v\n%s", args, err, out)
	}
	return strings.TrimSpace(string(out))
}

func TestDig(t *testing.T) {
	zs := abcZones(t)
	addr := serve(t, nil, zs["."], zs["abc.com."], zs["def.com."], zone(t, "big.com", "@ NS ns.abc.com.\n$GENERATE 1-200 many A 192.0.2.$\n"))
	short := []struct {
		args []string
		want string
	}{
		{[]string{"+short", "www.abc.com", "A"}, "web.abc.com.\n192.0.2.3"},
		{[]string{"+short", "+tcp", "any.abc.com", "A"}, "192.0.2.9"},
		{[]string{"+short", "+noedns", "web.abc.com", "TXT"}, `"hello"`},
		{[]string{"+short", "abc.com", "MX"}, "10 mail.abc.com."},
		{[]string{"+short", "-x", "192.0.2.1"}, ""},
	}
	for _, tt := range short {
		if diff := cmp.Diff(tt.want, dig(t, addr, tt.args...)); diff != "" {
			t.Errorf("dig %q (-want +got):\n%s", tt.args, diff)
		}
	}
	whole := []struct {
		args []string
		want []string
	}{
		{[]string{"nope.def.com"}, []string{"status: NXDOMAIN", "flags: qr aa rd;", "def.com.\t\t300\tIN\tSOA"}},
		{[]string{"www.sub.abc.com"}, []string{"status: NOERROR", "flags: qr rd;", "ANSWER: 0, AUTHORITY: 3, ADDITIONAL: 3", "ns.sub.abc.com.\t\t300\tIN\tA\t192.0.2.53"}},
		{[]string{"many.big.com"}, []string{";; Truncated, retrying in TCP mode.", "ANSWER: 200"}},
		{[]string{"+ignore", "+bufsize=800", "many.big.com"}, []string{"flags: qr aa tc rd;", "udp: 1232"}},
		{[]string{"+noednsneg", "+edns=5", "web.abc.com"}, []string{"status: BADVERS"}},
		{[]string{"+header-only"}, []string{"status: FORMERR"}},
		{[]string{"+opcode=NOTIFY", "abc.com", "SOA"}, []string{"status: NOTIMP"}},
		{[]string{"-c", "CH", "version.bind", "TXT"}, []string{"status: REFUSED"}},
		{[]string{"abc.com", "ANY", "+notcp"}, []string{"ANSWER: 1"}},
		{[]string{"+cookie=0123456789abcdef", "web.abc.com"}, []string{"status: NOERROR"}},
		{[]string{"+tcp", "abc.com", "AXFR"}, []string{"Transfer failed."}},
	}
	for _, tt := range whole {
		got := dig(t, addr, tt.args...)
		for _, want := range tt.want {
			if !strings.Contains(got, want) {
				t.Errorf("dig %q: no %q in\n%s", tt.args, want, got)
			}
		}
		if strings.Contains(got, "malformed") || strings.Contains(got, "WARNING") && !strings.Contains(got, "recursion requested") {
			t.Errorf("dig %q complains:\n%s", tt.args, got)
		}
	}
}

// TestInternet runs the servers of the small internet at their addresses, in
// a network namespace of its own: once unbound resolves over them, once our
// resolver does, and dig asks both.
//
//	dig -> 127.0.0.1 unbound  \
//	                            198.41.0.4 ... (root), com, cn, google.com
//	dig -> 8.8.8.8 resolver   /
func TestInternet(t *testing.T) {
	trial.Tool(t, "ip")
	trial.Tool(t, "dig")
	if !trial.Apart(t) {
		return
	}
	ip := func(args ...string) {
		t.Helper()
		if out, err := exec.CommandContext(t.Context(), trial.Tool(t, "ip"), args...).CombinedOutput(); err != nil {
			t.Fatalf("ip %q: %v\n%s", args, err, out)
		}
	}
	listen := func(addr string) (net.PacketConn, net.Listener) {
		t.Helper()
		ip("address", "add", addr+"/32", "dev", "lo")
		pc, err := net.ListenPacket("udp", addr+":53")
		if err != nil {
			t.Fatal(err)
		}
		ln, err := net.Listen("tcp", addr+":53")
		if err != nil {
			t.Fatal(err)
		}
		return pc, ln
	}
	ip("link", "set", "lo", "up")
	zs := internetZones(t)
	delete(zs, rootB) // its address is there, and nobody listens
	ip("address", "add", rootB+"/32", "dev", "lo")
	for addr, z := range zs {
		pc, ln := listen(addr)
		s, err := NewServer(ServerConfig{Zones: z, PacketConn: pc, Listener: ln})
		if err != nil {
			t.Fatal(err)
		}
		run(t, s)
	}
	t.Run("resolver", func(t *testing.T) {
		pc, ln := listen("8.8.8.8")
		r, err := NewResolver(ResolverConfig{PacketConn: pc, Listener: ln, Dial: (&net.Dialer{}).DialContext, Roots: Roots()})
		if err != nil {
			t.Fatal(err)
		}
		run(t, r)
		consult(t, netip.MustParseAddrPort("8.8.8.8:53"))
	})
	t.Run("minimising resolver", func(t *testing.T) {
		pc, ln := listen("8.8.4.4")
		r, err := NewResolver(ResolverConfig{PacketConn: pc, Listener: ln, Dial: (&net.Dialer{}).DialContext, Roots: Roots(), Minimise: true})
		if err != nil {
			t.Fatal(err)
		}
		run(t, r)
		consult(t, netip.MustParseAddrPort("8.8.4.4:53"))
	})
	t.Run("unbound", func(t *testing.T) { consult(t, unbound(t)) })
}

// consult has dig put questions to a resolver over the root servers.
func consult(t *testing.T, server netip.AddrPort) {
	t.Helper()
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"+short", "www.google.com"}, "www.l.google.com.\n172.194.72.105\n172.194.72.147"},
		{[]string{"+short", "www.cn"}, "www.google.com.\nwww.l.google.com.\n172.194.72.105\n172.194.72.147"},
		{[]string{"+short", "x.abc.other.com"}, "192.0.2.81"},
		{[]string{"+short", "www.glueless.com"}, "192.0.2.80"},
		{[]string{"+short", "chain.google.com"}, "www.glueless.com.\n192.0.2.80"},
		{[]string{"+tcp", "+short", "deep.er.name.google.com"}, "192.0.2.2"},
		{[]string{"+noall", "+comments", "nope.google.com"}, "NXDOMAIN"},
		{[]string{"+noall", "+comments", "www.nowhere"}, "NXDOMAIN"},
		{[]string{"+noall", "+comments", "www.google.com", "MX"}, "NOERROR"},
		{[]string{"+noall", "+comments", "www.self.com"}, "SERVFAIL"},
		{[]string{"+noall", "+comments", "many.google.com"}, "ANSWER: 100"},
	}
	for _, tt := range tests {
		got := dig(t, server, tt.args...)
		if tt.args[0] == "+noall" {
			if !strings.Contains(got, tt.want) {
				t.Errorf("dig %q: no %q in\n%s", tt.args, tt.want, got)
			}
			continue
		}
		lines := strings.Split(got, "\n") // unbound rotates addresses
		slices.SortFunc(lines, func(a, b string) int {
			if strings.HasPrefix(a, "172.") && strings.HasPrefix(b, "172.") {
				return strings.Compare(a, b)
			}
			return 0
		})
		if diff := cmp.Diff(tt.want, strings.Join(lines, "\n")); diff != "" {
			t.Errorf("dig %q (-want +got):\n%s", tt.args, diff)
		}
	}
}

// unbound starts a real resolver over the root servers.
func unbound(t *testing.T) netip.AddrPort {
	t.Helper()
	dir := t.TempDir()
	var hints bytes.Buffer
	for _, r := range Roots() {
		fmt.Fprintf(&hints, ". 3600 NS %s\n%s 3600 A %s\n", r.Name, r.Name, r.Address)
	}
	conf := fmt.Sprintf("server:\n interface: 127.0.0.1@5353\n port: 5353\n username: \"\"\n chroot: \"\"\n directory: %q\n pidfile: \"\"\n root-hints: %q\n"+
		" module-config: \"iterator\"\n do-daemonize: no\n use-syslog: no\n verbosity: 1\n do-ip6: no\n num-threads: 1\n so-rcvbuf: 0\n so-sndbuf: 0\nremote-control:\n control-enable: no\n",
		dir, filepath.Join(dir, "hints"))
	for name, text := range map[string]string{"hints": hints.String(), "unbound.conf": conf} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.CommandContext(t.Context(), trial.Tool(t, "unbound"), "-d", "-c", filepath.Join(dir, "unbound.conf"))
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var log bytes.Buffer
	ready, ended := make(chan struct{}), make(chan struct{})
	go func() { // ends with unbound
		defer close(ended)
		started := false
		for s := bufio.NewScanner(stderr); s.Scan(); {
			fmt.Fprintln(&log, s.Text())
			if !started && strings.Contains(s.Text(), "start of service") {
				started = true
				close(ready)
			}
		}
	}()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		<-ended
		_ = cmd.Wait()
		if t.Failed() {
			t.Logf("unbound said:\n%s", log.String())
		}
	})
	select {
	case <-ready:
	case <-ended:
		t.Fatalf("unbound did not start:\n%s", log.String())
	case <-time.After(20 * time.Second):
		t.Fatal("unbound was not ready within 20s")
	}
	return netip.MustParseAddrPort("127.0.0.1:5353")
}
