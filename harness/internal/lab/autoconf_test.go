package lab

import (
	"context"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/netrig/netrig/harness/internal/observe"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/topology"
)

// autoconfigured boots testdata/autoconf.yaml.
func autoconfigured(t *testing.T, edit func(*topology.Topology)) *Lab {
	t.Helper()
	topo, err := topology.Load(os.DirFS("testdata"), "autoconf.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if edit != nil {
		edit(topo)
	}
	l, err := Boot(t.Context(), topo, Options{Dir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := l.Err(); err != nil {
			t.Error(err)
		}
		if err := l.Close(); err != nil {
			t.Error(err)
		}
	})
	return l
}

// address returns an address of eth0 of a node.
func address(t *testing.T, n *Node, addr string) (a state.Address, ok bool) {
	t.Helper()
	s, err := n.Snapshot(observe.Interfaces)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range addressesOn(s, "eth0") {
		if a.Prefix.Addr() == netip.MustParseAddr(addr) {
			return a, true
		}
	}
	return a, false
}

// When Boot returns, every host has what its routers and servers say, and uses it.
func TestAutoconf(t *testing.T) {
	l := autoconfigured(t, nil)
	for node, addr := range map[string]string{
		"slaac": "2001:db8:1::ff:fe00:1", "leased": "2001:db8:1::100", "informed": "2001:db8:1::ff:fe00:3",
	} {
		a, ok := address(t, l.Node(node), addr)
		if !ok || !slices.Contains(a.Flags, "dynamic") || slices.Contains(a.Flags, "tentative") || a.Valid == 0 {
			t.Errorf("%s: %s: %+v, %t", node, addr, a, ok)
		}
		far := netip.MustParseAddr("2001:db8:2::53")
		p, err := l.Node(node).Ping(t.Context(), far, PingOptions{Timeout: 2 * time.Second})
		if err != nil || p.Received != 1 {
			t.Errorf("%s pings far: %+v, %v", node, p, err)
		}
		if dns := l.Node(node).Nameservers(); !slices.Equal(dns, []netip.Addr{far}) {
			t.Errorf("%s asks %v", node, dns)
		}
	}
	for node, domain := range map[string]string{"slaac": "ra.example", "leased": "lab.example", "informed": "lab.example"} {
		if got := string(l.Node(node).resolvConf()); !strings.HasPrefix(got, "search "+domain+"\n") {
			t.Errorf("%s: resolv.conf is %q", node, got)
		}
	}
	s, err := l.Node("slaac").Snapshot(observe.Routes)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []struct{ to, preference string }{{"::/0", "high"}, {"2001:db8:7::/48", "medium"}} {
		if !slices.ContainsFunc(s.Routes, func(r state.Route) bool {
			return r.To == netip.MustParsePrefix(want.to) && r.Protocol == "ra" && r.Preference == want.preference && r.Expires > 29*time.Minute
		}) {
			t.Errorf("no route %v among %+v", want, s.Routes)
		}
	}

	c, err := l.Node("leased").DHCP6("eth0")
	if err != nil {
		t.Fatal(err)
	}
	for _, act := range []func(context.Context) (state.Lease6, error){c.Renew, c.Rebind, c.Confirm, c.Inform} {
		if lease, err := act(t.Context()); err != nil || lease.State != "BOUND" || lease.DUID != "00:03:00:01:02:00:00:00:00:04" {
			t.Errorf("%+v, %v", lease, err)
		}
	}
	if err := c.Release(t.Context()); err != nil {
		t.Error(err)
	}
	if a, ok := address(t, l.Node("leased"), "2001:db8:1::100"); ok {
		t.Errorf("released, and still there: %+v", a)
	}
	if _, err := l.Node("slaac").DHCP6("eth0"); err == nil {
		t.Error("slaac has a DHCPv6 client")
	}
}

// A leased address that somebody else has is declined, and another one taken.
func TestLeaseConflict(t *testing.T) {
	l := autoconfigured(t, func(topo *topology.Topology) {
		i := topo.Node("bare").Interfaces[0]
		i.Addresses = append(i.Addresses, netip.MustParsePrefix("2001:db8:1::100/64"))
	})
	if _, ok := address(t, l.Node("leased"), "2001:db8:1::101"); !ok {
		t.Error("it did not take another one")
	}
	if _, ok := address(t, l.Node("leased"), "2001:db8:1::100"); ok {
		t.Error("it kept somebody else's")
	}
}

// A declared address that somebody else has stays unused.
func TestDuplicateAddress(t *testing.T) {
	l := autoconfigured(t, func(topo *topology.Topology) {
		n := topo.Node("leased") // asks more than once, as bare may have it a little later only
		n.Sysctls[0].Value = "100"
		n.Sysctls = append(n.Sysctls, topology.Sysctl{Key: "net.ipv6.conf.eth0.dad_transmits", Value: "5"})
		for _, node := range []string{"bare", "leased"} {
			i := topo.Node(node).Interfaces[0]
			i.Addresses = append(i.Addresses, netip.MustParsePrefix("2001:db8:1::77/64"))
		}
	})
	a, ok := address(t, l.Node("leased"), "2001:db8:1::77")
	if !ok || !slices.Contains(a.Flags, "dadfailed") {
		t.Errorf("%+v", a)
	}
	if a, _ := address(t, l.Node("bare"), "2001:db8:1::77"); slices.Contains(a.Flags, "dadfailed") {
		t.Errorf("%+v", a)
	}
}

// What does not come is named.
func TestAutoconfErrors(t *testing.T) {
	for want, edit := range map[string]func(*topology.Topology){
		"slaac:eth0 has not got a link-local address": func(topo *topology.Topology) {
			n := topo.Node("slaac")
			n.Sysctls = append(n.Sysctls, topology.Sysctl{Key: "net.ipv6.conf.eth0.addr_gen_mode", Value: "1"})
		},
		"slaac:eth0 has not got an address of 2001:db8:1::/64": func(topo *topology.Topology) {
			n := topo.Node("slaac")
			n.Sysctls = append(n.Sysctls, topology.Sysctl{Key: "net.ipv6.conf.eth0.accept_ra", Value: "0"})
		},
		"no DHCPv6 server answered on leased:eth0": func(topo *topology.Topology) {
			topo.Node("gw").Services.DHCP6, topo.Node("informed").Interfaces[0].DHCP6 = nil, topology.DHCPOff
		},
	} {
		topo, err := topology.Load(os.DirFS("testdata"), "autoconf.yaml")
		if err != nil {
			t.Fatal(err)
		}
		edit(topo)
		l, err := Boot(t.Context(), topo, Options{Patience: time.Second})
		if err == nil {
			t.Errorf("booted, want %q", want)
			_ = l.Close()
			continue
		}
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

// rdisc6 (ndisc6) reads an advertisement as it was declared.
func TestAdvertisementAgainstRdisc6(t *testing.T) {
	l := autoconfigured(t, nil)
	out := run(t, l.Node("bare"), "rdisc6", "-1", "eth0")
	for _, want := range []string{
		"Hop limit                 :           64", "Stateful address conf.    :           No", "Stateful other conf.      :          Yes",
		"Router preference         :         high", "Router lifetime           :         1800 (0x00000708) seconds",
		"Prefix                   : 2001:db8:1::/64", "On-link                 :          Yes", "Autonomous address conf.:          Yes",
		"Valid time              :      2592000 (0x00278d00) seconds", "Pref. time              :       604800 (0x00093a80) seconds",
		"Route                    : 2001:db8:7::/48", "Recursive DNS server     : 2001:db8:2::53", "DNS search list          : ra.example",
		"Source link-layer address: 02:00:00:00:00:04", "from fe80::ff:fe00:4",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

// dhclient obtains the address that is kept for it, and gives it back.
func TestServerAgainstDhclient(t *testing.T) {
	l := autoconfigured(t, nil)
	dir := t.TempDir()
	script, seen := filepath.Join(dir, "script"), filepath.Join(dir, "seen")
	text := "#!/bin/sh\necho \"$reason $new_ip6_address/$new_ip6_prefixlen $new_dhcp6_name_servers $new_dhcp6_domain_search $new_max_life $new_preferred_life $new_renew $new_rebind\" >>" + seen + "\n"
	if err := os.WriteFile(script, []byte(text), 0o755); err != nil {
		t.Fatal(err)
	}
	dhclient := func(args ...string) {
		t.Helper()
		run(t, l.Node("bare"), slices.Concat([]string{"dhclient", "-6", "-D", "LL", "-lf", dir + "/leases", "--no-pid", "-sf", script, "-cf", "/dev/null"}, args, []string{"eth0"})...)
	}
	dhclient("-1")
	dhclient("-r")
	dhclient("-1", "-S")
	got, err := os.ReadFile(seen)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"BOUND6 2001:db8:1::63/128 2001:db8:2::53 lab.example. 3600 3600 1800 2880\n", "RELEASE6 ", "RENEW6 / 2001:db8:2::53 lab.example."} {
		if !strings.Contains(string(got), want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}
