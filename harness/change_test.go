package harness_test

import (
	"testing"

	"github.com/netrig/netrig/harness/suite"
)

// changing is a network whose nodes are changed:
//
//	pc1 (10.0.0.1, fd00::1) -- sw -- gw (10.0.0.254; 10.9.0.1) -- far (10.9.0.2)
//	pc2 (10.0.0.2, fd00::2) --'
const changing = `
    topology:
      nodes:
        pc1:
          intended: no-way-back
          interfaces: {eth0: [10.0.0.1/24, "fd00::1/64"]}
          sysctls:
            net.ipv4.neigh.eth0.retrans_time_ms: 50
            net.ipv4.conf.eth0.arp_notify: 1
            net.ipv6.conf.eth0.hop_limit: 12
            net.ipv6.neigh.eth0.gc_stale_time: 17
        pc2: {intended: no-way-back, interfaces: {eth0: [10.0.0.2/24, "fd00::2/64"]}, services: {http: {answers: {/: hello}}}}
        gw:
          kind: router
          interfaces: {lan: 10.0.0.254/24, wan: 10.9.0.1/24}
          routes: [unreachable 10.8.0.0/16]
          sysctls: {net.ipv4.neigh.lan.proxy_delay: 0} # else a proxy lets the owner speak first
        far:
          interfaces: {eth0: 10.9.0.2/24}
          routes: [10.0.0.0/8 via 10.9.0.1]
          services: {dhcp: {range: 10.9.0.100-10.9.0.110}, dns: {zones: {lab: {records: "@ 60 SOA a b 1 1 1 1 1\n@ 60 NS a\na 60 A 10.9.0.2"}}}, resolver: {listen: ":54", roots: {a: 10.9.0.2}}}
        sw: {kind: switch}
      links: ["pc1:eth0 -- sw", "pc2:eth0 -- sw", "gw:lan -- sw", "gw:wan -- far:eth0"]
`

// TestChanges makes each step that changes a node pass, fail for the reason
// it names, and err.
func TestChanges(t *testing.T) {
	const up = `
    assert: [{link: {node: pc1, interface: eth0, up: on}}]
`
	judgeCases(t, []judged{
		{"routes", `
  - name: c` + changing + `
    steps:
      - snapshot: {node: pc1, as: before}
      - ping: {from: pc1, to: far, fails: network is unreachable}
      - route: {node: pc1, add: default via gw.lan}
      - ping: {from: pc1, to: far}
      - route: {node: pc1, replace: default via 10.0.0.2}
      - route: {node: pc1, add: far via gw.lan dev eth0 mtu 1400 metric 7}
      - ping: {from: pc1, to: far}
      - route: {node: pc1, add: unreachable 10.13.0.0/16}
      - ping: {from: pc1, to: 10.13.0.1, fails: no route to host}
      - route: {node: pc1, add: blackhole 10.14.0.0/16}
      - ping: {from: pc1, to: 10.14.0.1, fails: invalid argument}
      - route: {node: pc1, add: {to: 10.15.0.0/16, type: prohibit, metric: 3}}
      - ping: {from: pc1, to: 10.15.0.1, fails: permission denied}
      - route: {node: pc1, add: "fd01::/64 via fe80::1 dev eth0"}
      - route: {node: pc1, add: "unreachable fd02::/64"}
      - ping: {from: far, to: 10.8.0.1, fails: host unreachable}
      - snapshot: {node: pc1, as: between}
      - route: {node: pc1, del: 10.13.0.0/16}
      - route: {node: pc1, del: blackhole 10.14.0.0/16}
      - route: {node: pc1, del: 10.15.0.0/16}
      - route: {node: pc1, del: default via 10.0.0.2}
      - route: {node: pc1, del: far}
      - route: {node: pc1, del: "fd01::/64"}
      - route: {node: pc1, del: "fd02::/64"}
    assert:
      - snapshot_diff: {from: before, only: [interfaces, addresses, routes, sockets, leases]}
      - snapshot_diff:
          from: before
          to: between
          only: routes
          added:
            consist_of:
              - route default via 10.0.0.2 dev eth0 proto static
              - route 10.9.0.2/32 via 10.0.0.254 dev eth0 proto static metric 7
              - route unreachable 10.13.0.0/16 proto static
              - route blackhole 10.14.0.0/16 proto static
              - route prohibit 10.15.0.0/16 proto static metric 3
              - route fd01::/64 via fe80::1 dev eth0 proto static metric 1024
              - route unreachable fd02::/64 dev lo proto static metric 1024
`, suite.Passed, ""},
		{"a route that is there", `
  - name: c
    steps: [{route: {node: pc1, add: 10.5.0.0/16 dev eth0}}, {route: {node: pc1, add: 10.5.0.0/16 dev eth0, fails: file exists}}]` + up, suite.Passed, ""},
		{"a gateway off the link", `
  - name: c
    steps: [{route: {node: pc1, add: default via 10.7.0.1}}]` + up, suite.Failed, "network is unreachable (kernel: Nexthop has invalid gateway)"},
		{"no such route", `
  - name: c
    steps: [{route: {node: pc1, del: default}}]` + up, suite.Failed, "no such process"},
		{"neighbors", `
  - name: c` + changing + `
    steps:
      - neighbor: {node: pc1, add: {ip: gw.lan, mac: gw.lan}}
      - wait: {for: {neighbor: {node: pc1, ip: gw.lan, mac: gw.lan, state: PERMANENT}}}
      - neighbor: {node: pc1, add: {ip: gw.lan, mac: gw.lan}, fails: file exists}
      - neighbor: {node: pc1, replace: {ip: gw.lan, mac: pc2.eth0, state: reachable}}
      - wait: {for: {neighbor: {node: pc1, ip: gw.lan, mac: pc2.eth0, state: REACHABLE}}}
      - neighbor: {node: pc1, add: {ip: "fd00::2", mac: pc2.eth0, state: stale}}
      - neighbor: {node: pc1, add: {ip: 10.0.0.77, mac: "02:00:00:00:00:77", state: permanent}}
      - neighbor: {node: pc1, del: 10.0.0.78, fails: no such file}
      - neighbor: {node: pc1, flush: on}
      - wait: {for: {neighbor: {node: pc1, interface: eth0, state: {not: NOARP}, count: 1}}}
      - neighbor: {node: pc1, del: 10.0.0.77}
      - wait: {for: {neighbor: {node: pc1, interface: eth0, state: {not: NOARP}, count: 0}}}
      - neighbor: {node: gw, interface: lan, add: {ip: far, proxy: on}}
      - route: {node: pc1, add: 10.9.0.0/24 dev eth0}
      - ping: {from: pc1, to: far}
      - wait: {for: {neighbor: {node: pc1, ip: far, mac: gw.lan}}}
      - neighbor: {node: gw, interface: lan, del: {ip: far, proxy: on}}
      - neighbor: {node: pc1, flush: on}
      - ping: {from: pc1, to: far, timeout: 1s, fails: true}` + up, suite.Passed, ""},
		{"addresses", `
  - name: c` + changing + `
    steps:
      - snapshot: {node: pc1, as: before}
      - address: {node: pc1, add: 10.0.0.11/24}
      - address: {node: pc1, add: 10.0.0.11/24, fails: file exists}
      - address: {node: pc1, interface: lo, add: 10.44.0.1/32}
      - address: {node: pc1, del: 10.0.0.12/24, fails: cannot assign requested address}
      - address: {node: pc1, add: "fd00::3/64"}
      - ping: {from: pc2, to: "fd00::3"}
      - address: {node: pc1, del: "fd00::3/64"}
      - address: {node: pc1, del: 10.0.0.11/24}
      - address: {node: pc1, interface: lo, del: 10.44.0.1/32}
    assert:
      - snapshot_diff: {from: before, only: [addresses, routes]}
      - {address: {node: pc1, count: 0}, not: true}
`, suite.Passed, ""},
		{"with the last address go the routes", `
  - name: c` + changing + `
    steps:
      - snapshot: {node: far, as: before}
      - address: {node: far, del: far/24}
    assert:
      - snapshot_diff: {from: before, removed: {contains: [route 10.0.0.0/8 via 10.9.0.1 dev eth0 proto static, address 10.9.0.2/24 dev eth0]}}
`, suite.Passed, ""},
		{"duplicate address detection", `
  - name: c` + changing + `
    steps:
      - parallel:
          - address: {node: pc1, add: "fd00::11/64", dad: on}
          - address: {node: gw, interface: lan, add: 10.0.0.11/24}
      - ping: {from: pc2, to: "fd00::11"}
      - address: {node: pc1, add: "fd00::2/64", dad: on, fails: "duplicate address detected: fd00::2"}
    assert:
      - sysctl: {node: pc1, key: net.ipv6.conf.eth0.accept_dad, value: 0}
      - {at: "pc2:eth0", sequence: [{match: "icmpv6.type == 135 && ipv6.src == :: && icmpv6.nd.ns.target_address == fd00::2"}, {match: icmpv6.type == 136}]}
`, suite.Passed, ""},
		{"duplicate address detection without a carrier", `
  - name: c` + changing + `
    steps:
      - link: {down: "pc1:eth0"}
      - address: {node: pc1, add: "fd00::11/64", dad: on, timeout: 100ms, fails: eth0 has no carrier}
    assert:
      - address: {node: pc1, address: "fd00::11", flags: {contains: tentative}}
`, suite.Passed, ""},
		{"duplicate address detection without the time", `
  - name: c` + changing + `
    steps:
      - address: {node: pc1, add: "fd00::11/64", dad: on, timeout: 10ms}
    assert:
      - sysctl: {node: pc1, key: net.ipv6.conf.eth0.accept_dad, value: 0}
`, suite.Errored, "the kernel does not know within 10ms whether somebody has the address"},
		{"settings", `
  - name: c` + changing + `
    steps:
      - ping: {from: far, to: 10.0.0.1, fails: no reply}
      - route: {node: pc1, add: default via gw.lan}
      - ping: {from: far, to: 10.0.0.1}
      - sysctl: {node: gw, set: {net.ipv4.ip_forward: 0, net.ipv4.tcp_rmem: 4096 8192 16384, net.ipv4.conf.lan.proxy_arp: 1, net.ipv4.neigh.wan.gc_stale_time: 9}}
      - ping: {from: far, to: 10.0.0.1, timeout: 100ms, fails: true}
      - sysctl: {node: gw, set: {net.ipv4.conf.lan.proxy_arp: x}, fails: invalid argument}
    assert:
      - sysctl: {node: gw, key: net.ipv4.ip_forward, value: 0}
      - sysctl: {node: gw, key: net.ipv4.tcp_rmem, value: 4096 8192 16384}
      - sysctl: {node: gw, key: net.ipv4.conf.lan.proxy_arp, value: {ge: 1, lt: 2}}
      - sysctl: {node: gw, key: net.ipv4.neigh.wan.gc_stale_time, value: 9}
      - sysctl: {node: pc1, key: net.ipv4.conf.eth0.arp_notify, value: {in: [1, 2]}}
      - sysctl: {node: pc1, key: net.ipv6.conf.eth0.hop_limit, value: 12}
      - sysctl: {node: pc1, key: net.ipv6.neigh.eth0.gc_stale_time, value: {any_of: [{lt: 2}, {gt: 16}]}}
      - {sysctl: {node: pc1, key: net.ipv4.ip_forward, value: 0}, always_for: 20ms}
      - {sysctl: {node: pc1, key: net.ipv4.ip_forward, value: 1}, never_for: 20ms}
`, suite.Passed, ""},
		{"a setting is another", `
  - name: c
    assert: [{sysctl: {node: pc1, key: net.ipv4.ip_forward, value: 1}, eventually: 20ms}]
`, suite.Failed, "net.ipv4.ip_forward is 0, want 1"},
		{"no such setting", `
  - name: c
    steps: [{sysctl: {node: pc1, set: {net.ipv4.tcp_wings: 1}, fails: true}}]` + up, suite.Errored, "no such setting"},
		{"a setting of the machine", `
  - name: c
    steps: [{sysctl: {node: pc1, set: {net.core.rmem_max: 1000000}, fails: true}}]` + up, suite.Errored, "it is one for the whole machine"},
		{"no such setting to look at", `
  - name: c
    assert: [{sysctl: {node: pc1, key: net.ipv4.tcp_wings, value: 1}, eventually: 20ms}]
`, suite.Errored, "no such setting"},
		{"no number", `
  - name: c
    assert: [{sysctl: {node: pc1, key: net.ipv4.tcp_congestion_control, value: {not: {gt: 1}}}, eventually: 20ms}]
`, suite.Errored, "net.ipv4.tcp_congestion_control = reno, which is no number"},
		{"services", `
  - name: c` + changing + `
    steps:
      - http: {from: pc1, url: "http://10.0.0.2/", keep_alive: on}
      - service: {node: pc2, stop: http}
      - wait: {for: {socket: {node: pc2, local: ":80", state: LISTEN, count: 0}}}
      - connect: {from: pc1, to: "10.0.0.2:80", as: none, fails: connection refused}
      - service: {node: pc2, stop: http, fails: http of pc2 is stopped already}
      - service: {node: pc2, start: http}
      - service: {node: pc2, start: http, fails: http of pc2 is running already}
      - http: {from: pc1, url: "http://10.0.0.2/"}
      - service: {node: pc2, restart: http}
      - service: {node: far, stop: dns}
      - dns: {from: far, name: a.lab, server: far, timeout: 1s, fails: refused}
      - service: {node: far, start: dns}
      - dns: {from: far, name: a.lab, server: far}
      - service: {node: far, restart: dhcp}
      - service: {node: far, stop: resolver}
      - listen: {node: pc2, address: ":81", as: other}
      - service: {node: pc2, stop: http}
      - listen: {node: pc2, address: ":80", as: taken, options: {reuse_address: on}}
      - service: {node: pc2, start: http, fails: address already in use}
      - close: taken
      - service: {node: pc2, start: http}
    assert:
      - http: {from: pc1, url: "http://10.0.0.2/", body: hello}
      - {socket: {node: far, local: ":54", count: 0}}
      - {socket: {node: far, local: ":67", count: 1}}
`, suite.Passed, ""},
		{"something else has changed", `
  - name: c
    steps:
      - snapshot: {node: pc1, as: before}
      - address: {node: pc1, add: 10.0.0.11/24}
      - route: {node: pc1, add: 10.9.0.0/16 via 10.0.0.2}
    assert: [{snapshot_diff: {from: before, added: {contains: address 10.0.0.11/24 dev eth0}, removed: {any: on}}, eventually: 20ms}]
`, suite.Failed, "no removed, want any value"},
		{"nothing was to change", `
  - name: c
    steps:
      - snapshot: {node: pc1, as: before}
      - address: {node: pc1, add: 10.0.0.11/24}
    assert: [{snapshot_diff: {from: before}, eventually: 20ms}]
`, suite.Failed, "want nothing added, and there is address 10.0.0.11/24 dev eth0"},
		{"a snapshot after a step that failed", `
  - name: c
    steps:
      - snapshot: {node: pc1, as: before}
      - ping: {from: pc1, to: 192.0.2.1}
      - snapshot: {node: pc1, as: after}
    assert:
      - snapshot_diff: {from: before, to: after}
      - snapshot_diff: {from: before, to: after, added: {any: on}}
`, suite.Failed, "network is unreachable"},
		{"until all is as it was", `
  - name: c
    steps:
      - snapshot: {node: pc1, as: before}
      - link: {down: "pc1:eth0"}
      - wait: {for: {snapshot_diff: {from: before, changed: {regex: up off}, removed: {any: on}}}}
      - link: {up: "pc1:eth0"}
      - wait: {for: {snapshot_diff: {from: before, only: [interfaces, routes]}}}` + up, suite.Passed, ""},
	})
}
