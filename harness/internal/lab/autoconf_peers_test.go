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
	"github.com/netrig/netrig/internal/trial"
	"github.com/netrig/netrig/topology"
)

// served boots testdata/autoconf.yaml with other programs for the router's own servers.
func served(t *testing.T, programs ...*topology.Program) *Lab {
	t.Helper()
	for _, p := range programs {
		trial.Tool(t, p.Command[0])
	}
	return autoconfigured(t, func(topo *topology.Topology) {
		topo.Node("gw").Services = topology.Services{Exec: programs}
	})
}

// configuration writes a file for a program.
func configuration(t *testing.T, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "conf")
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// wait waits until the kernel of a node says what is wanted.
func wait(t *testing.T, n *Node, what string, done func(*state.Snapshot) bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	if err := n.settle(ctx, observe.Interfaces|observe.Routes, done); err != nil {
		t.Errorf("%s: %s: %v", n.Name, what, err)
	}
}

// throughALease has the client of leased do all that it can, with a server that gives
// addresses from 2001:db8:1::100 to ::1ff for an hour.
func throughALease(t *testing.T, l *Lab) {
	t.Helper()
	n := l.Node("leased")
	c, err := n.DHCP6("eth0")
	if err != nil {
		t.Fatal(err)
	}
	first, last := netip.MustParseAddr("2001:db8:1::100"), netip.MustParseAddr("2001:db8:1::1ff")
	good := func(lease state.Lease6) bool {
		return lease.State == "BOUND" && first.Compare(lease.Address) <= 0 && lease.Address.Compare(last) <= 0 &&
			lease.Valid == time.Hour && slices.Equal(lease.DNS, []netip.Addr{netip.MustParseAddr("2001:db8:2::53")})
	}
	if lease := c.Lease(); !good(lease) {
		t.Errorf("booted with %+v", lease)
	}
	for name, act := range map[string]func(context.Context) (state.Lease6, error){
		"renew": c.Renew, "rebind": c.Rebind, "confirm": c.Confirm, "inform": c.Inform, "solicit": c.Solicit,
	} {
		if lease, err := act(t.Context()); err != nil || !good(lease) {
			t.Errorf("%s: %+v, %v", name, lease, err)
		}
	}
	if err := c.Release(t.Context()); err != nil {
		t.Error(err)
	}
	informed, err := l.Node("informed").DHCP6("eth0")
	if err != nil {
		t.Fatal(err)
	}
	if lease := informed.Lease(); lease.State != "INFORMED" || len(lease.DNS) != 1 {
		t.Errorf("informed has %+v", lease)
	}
}

// dnsmasq advertises, and lends.
func TestClientAgainstDnsmasq(t *testing.T) {
	l := served(t, &topology.Program{
		Command: []string{
			"dnsmasq", "-k", "--conf-file=/dev/null", "--no-resolv", "--no-hosts", "--port=0", "--enable-ra", "--user=", "--group=", "--pid-file=",
			"--dhcp-range=2001:db8:1::100,2001:db8:1::1ff,slaac,64,1h", "--dhcp-option=option6:dns-server,[2001:db8:2::53]",
			"--interface=lan", "--leasefile-ro",
		},
		Ready: "udp/[::]:547",
	})
	throughALease(t, l)
	wait(t, l.Node("slaac"), "an address that dnsmasq told of", func(s *state.Snapshot) bool {
		return slices.ContainsFunc(addressesOn(s, "eth0"), func(a state.Address) bool {
			return a.Prefix == netip.MustParsePrefix("2001:db8:1::ff:fe00:1/64") && a.Protocol == "kernel_ra"
		})
	})
}

// Kea lends.
func TestClientAgainstKea(t *testing.T) {
	dir := t.TempDir()
	conf := configuration(t, `{"Dhcp6": {
		"server-id": {"type": "LL", "persist": false},
		"interfaces-config": {"interfaces": ["lan"]},
		"lease-database": {"type": "memfile", "persist": false},
		"valid-lifetime": 3600, "preferred-lifetime": 3600,
		"option-data": [{"name": "dns-servers", "data": "2001:db8:2::53"}],
		"subnet6": [{"id": 1, "subnet": "2001:db8:1::/64", "interface": "lan", "pools": [{"pool": "2001:db8:1::100-2001:db8:1::1ff"}]}],
		"loggers": [{"name": "kea-dhcp6", "severity": "WARN", "output_options": [{"output": "stderr"}]}]
	}}`)
	l := served(t, &topology.Program{
		Command: []string{"kea-dhcp6", "-c", conf},
		Env:     map[string]string{"KEA_LOCKFILE_DIR": "none", "KEA_PIDFILE_DIR": dir},
		Ready:   "udp/[ff02::1:2]:547",
	})
	throughALease(t, l)
}

// radvd advertises, with a preference, a route, a name server, and a network that is
// being given up.
func TestHostAgainstRadvd(t *testing.T) {
	conf := configuration(t, `interface lan {
		AdvSendAdvert on; MinRtrAdvInterval 3; MaxRtrAdvInterval 4; AdvDefaultPreference low; AdvDefaultLifetime 1200;
		prefix 2001:db8:1::/64 { AdvOnLink on; AdvAutonomous on; AdvValidLifetime 7200; AdvPreferredLifetime 3600; };
		route 2001:db8:7::/48 { AdvRoutePreference high; };
		RDNSS 2001:db8:2::53 { };
		DNSSL radvd.example { };
	};`)
	trial.Tool(t, "radvd")
	l := autoconfigured(t, func(topo *topology.Topology) {
		for _, node := range []string{"leased", "informed"} {
			topo.Node(node).Interfaces[0].DHCP6 = topology.DHCPOff
		}
		topo.Node("gw").Services = topology.Services{Exec: []*topology.Program{{
			Command: []string{"radvd", "-n", "-C", conf, "-p", filepath.Join(t.TempDir(), "pid"), "-m", "stderr"},
		}}}
	})
	n := l.Node("slaac")
	wait(t, n, "what radvd told of", func(s *state.Snapshot) bool {
		has := func(to, preference string) bool {
			return slices.ContainsFunc(s.Routes, func(r state.Route) bool {
				return r.To == netip.MustParsePrefix(to) && r.Protocol == "ra" && r.Preference == preference
			})
		}
		dns, domains := n.advertised()
		return has("::/0", "low") && has("2001:db8:7::/48", "high") && len(dns) == 1 && slices.Equal(domains, []string{"radvd.example"}) &&
			slices.ContainsFunc(addressesOn(s, "eth0"), func(a state.Address) bool {
				return a.Prefix == netip.MustParsePrefix("2001:db8:1::ff:fe00:1/64") && a.Valid > 7100*time.Second && a.Preferred > 3500*time.Second
			})
	})
	if conf := string(n.resolvConf()); !strings.Contains(conf, "nameserver 2001:db8:2::53") {
		t.Errorf("resolv.conf is %q", conf)
	}
}
