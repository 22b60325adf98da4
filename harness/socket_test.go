package harness_test

import (
	"testing"

	"github.com/netrig/netrig/harness/suite"
)

// TestSocketSteps makes each step about sockets pass, fail for the reason it
// names, and err.
func TestSocketSteps(t *testing.T) {
	const arp = `
    assert: [{at: "pc1:eth0", sequence: [{match: arp}]}]
`
	judgeCases(t, []judged{
		{"each step once", `
  - name: c
    steps:
      - listen: {node: pc2, address: ":81", as: l, backlog: 1}
      - wait: {for: {socket: {node: pc2, local: ":81", state: LISTEN}}}
      - connect: {from: pc1, to: "pc2:81", source: ":51775", as: c}
      - accept: {of: l, as: s}
      - send: {on: c, data: "hello", as: hello}
      - recv: {on: s, data: hello, as: got}
      - send: {on: s, data: "there"}
      - shutdown: {on: c, how: write}
      - wait: {for: {socket: {node: pc2, local: ":81", state: CLOSE_WAIT}}}
      - wait: {for: {socket: {node: pc1, local: ":51775", state: FIN_WAIT2}}}
      - recv: {on: s, until: eof}
      - recv: {on: c, octets: 5}
      - close: s
      - recv: {on: c, until: eof, octets: 0, as: end}
      - wait: {for: {socket: {node: pc1, local: ":51775", state: TIME_WAIT}}}
      - close: {on: c}
      - close: l
    assert:
      - recv: {of: got, octets: 5, data: hello, equals: hello, eof: false, sha256: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824}
      - recv: {of: end, octets: 0, data: "", eof: true}
      - {socket: {node: pc2, local: ":81", count: 0}}
      - {at: "pc1:eth0", count: {match: tcp.flags.fin == 1, exactly: 2}}
      - {at: "pc1:eth0", never: tcp.flags.reset == 1}
`, suite.Passed, ""},
		{"bulk, and what is left open is no part of the case", `
  - name: c
    steps:
      - listen: {node: pc2, address: "pc2:81", as: l}
      - parallel:
          - accept: {of: l, as: s}
          - connect: {from: pc1, to: "pc2:81", as: c}
      - parallel:
          - send: {on: c, octets: 3MB, as: bulk}
          - recv: {on: s, octets: 3MB, as: got}
    assert:
      - recv: {of: got, octets: 3000000, equals: bulk}
      - {at: "pc1:eth0", never: tcp.flags.fin == 1 || tcp.flags.reset == 1}
`, suite.Passed, ""},
		{"reset", `
  - name: c
    steps:
      - listen: {node: pc2, address: ":81", as: l}
      - connect: {from: pc1, to: "pc2:81", as: c}
      - accept: {of: l, as: s}
      - reset: c
      - recv: {on: s, until: eof, as: end, fails: connection reset by peer}
      - send: {on: s, data: x, fails: broken pipe}
    assert:
      - {at: "pc1:eth0", sequence: [tcp.flags.reset == 1]}
      - recv: {of: end, octets: 0, error: {contains: reset}}
`, suite.Passed, ""},
		{"refused", `
  - name: c
    steps: [{connect: {from: pc1, to: "pc2:81", as: c}}]` + arp, suite.Failed, "connection refused"},
		{"refused, as wanted", `
  - name: c
    steps: [{connect: {from: pc1, to: "pc2:81", as: c, fails: connection refused}}]` + arp, suite.Passed, ""},
		{"no route", `
  - name: c
    steps: [{connect: {from: pc1, to: "192.0.2.1:81", as: c}}]
    assert: [{at: "pc1:eth0", count: {match: icmp.type == 0, max: 0}}]
`, suite.Failed, "network is unreachable"},
		{"nobody there", `
  - name: c
    steps: [{connect: {from: pc1, to: "10.0.0.9:81", as: c, timeout: 50ms}}]` + arp, suite.Failed, "timed out: no connection within 50ms"},
		{"no answer to ARP", `
  - name: c
    topology:
      nodes:
        pc1: {interfaces: {eth0: 10.0.0.1/24}, sysctls: {net.ipv4.neigh.eth0.retrans_time_ms: 50}}
        pc2: {interfaces: {eth0: 10.0.0.2/24}}
      links: ["pc1:eth0 -- pc2:eth0"]
    steps: [{connect: {from: pc1, to: "10.0.0.9:81", as: c}}]` + arp, suite.Failed, "no route to host"},
		{"the kernel gives up", `
  - name: c
    faults: [{name: lost, on: "pc1:eth0 -- sw", match: tcp.flags == 2, do: drop}]
    steps: [{connect: {from: pc1, to: "pc2:80", as: c, options: {syn_retries: 1}}}]
    assert: [{at: "pc1:eth0", count: {match: tcp.flags == 2, exactly: 2}}]
`, suite.Failed, "connection timed out"},
		{"no host of that name", `
  - name: c
    steps: [{connect: {from: pc1, to: "no.lab.:81", as: c}}]` + arp, suite.Failed, "no.lab"},
		{"SYN_SENT, and the outcome later", `
  - name: c
    steps:
      - connect: {from: pc1, to: "10.0.0.9:81", as: c, begin: on}
      - wait: {for: {socket: {node: pc1, remote: "10.0.0.9:81", state: SYN_SENT}}}
      - connected: {of: c, timeout: 20ms, fails: timed out}
      - close: c
      - connect: {from: pc1, to: "pc2:81", as: d, begin: on}
      - connected: {of: d, fails: connection refused}
      - listen: {node: pc2, address: ":81", as: l}
      - connect: {from: pc1, to: "pc2:81", as: e, begin: on}
      - connected: {of: e}
      - connected: {of: e}` + arp, suite.Passed, ""},
		{"nobody connects", `
  - name: c
    steps:
      - listen: {node: pc2, address: ":81", as: l}
      - accept: {of: l, as: s, timeout: 20ms}
    assert: [{socket: {node: pc2, local: ":81", state: LISTEN}}]
`, suite.Failed, "timed out: nobody connected within 20ms"},
		{"an address that is taken", `
  - name: c
    steps: [{listen: {node: pc2, address: ":80", as: l}}]
    assert: [{socket: {node: pc2, local: ":80", state: LISTEN}}]
`, suite.Failed, "address already in use"},
		{"an address of another node", `
  - name: c
    steps: [{listen: {node: pc2, address: "pc1:81", as: l}}]
    assert: [{socket: {node: pc2, local: ":80", state: LISTEN}}]
`, suite.Failed, "cannot assign requested address"},
		{"bulk through loss", `
  - name: c
    topology:
      nodes:
        pc1: {interfaces: {eth0: 10.0.0.1/24}}
        pc2: {interfaces: {eth0: 10.0.0.2/24}}
      links: [{between: ["pc1:eth0", "pc2:eth0"], loss: 2%, delay: 1ms}]
    steps:
      - listen: {node: pc2, address: ":81", as: l}
      - connect: {from: pc1, to: "pc2:81", as: c, timeout: 20s}
      - accept: {of: l, as: s}
      - parallel:
          - send: {on: c, octets: 500kB, as: bulk, timeout: 25s}
          - recv: {on: s, octets: 500kB, as: got, timeout: 25s}
    assert: [{recv: {of: got, equals: bulk}}]
`, suite.Passed, ""},
		{"a window that is opened later", `
  - name: c
    steps:
      - listen: {node: pc2, address: ":81", as: l, options: {receive_buffer: 8KiB}}
      - connect: {from: pc1, to: "pc2:81", as: c, options: {send_buffer: 128KiB}}
      - accept: {of: l, as: s}
      - send: {on: c, octets: 64KiB, as: bulk}
      - wait: {for: {at: "pc1:eth0", sequence: [{match: tcp.window_size_value == 0 && tcp.srcport == 81}]}}
      - recv: {on: s, octets: 64KiB, as: got}
    assert:
      - recv: {of: got, equals: bulk}
      - at: pc1:eth0
        sequence: [tcp.window_size_value == 0 && tcp.srcport == 81, tcp.window_size_value > 0 && tcp.srcport == 81]
`, suite.Passed, ""},
		{"a window that is never opened", `
  - name: c
    steps:
      - listen: {node: pc2, address: ":81", as: l, options: {receive_buffer: 4KiB}}
      - connect: {from: pc1, to: "pc2:81", as: c, options: {send_buffer: 4KiB, nodelay: on}}
      - accept: {of: l, as: s}
      - send: {on: c, octets: 1MiB, timeout: 300ms}
    assert: [{at: "pc1:eth0", sequence: [{match: tcp.window_size == 0}]}]
`, suite.Failed, "octets were taken within 300ms"},
		{"other data", `
  - name: c
    steps:
      - listen: {node: pc2, address: ":81", as: l}
      - connect: {from: pc1, to: "pc2:81", as: c}
      - accept: {of: l, as: s}
      - send: {on: c, data: help!}
      - recv: {on: s, data: hello}` + arp, suite.Failed, `it received "help!", not "hello"`},
		{"too little data", `
  - name: c
    steps:
      - listen: {node: pc2, address: ":81", as: l}
      - connect: {from: pc1, to: "pc2:81", as: c}
      - accept: {of: l, as: s}
      - send: {on: c, data: help!}
      - close: c
      - recv: {on: s, octets: 6}` + arp, suite.Failed, "the stream ended after 5 octets"},
		{"too much data", `
  - name: c
    steps:
      - listen: {node: pc2, address: ":81", as: l}
      - connect: {from: pc1, to: "pc2:81", as: c}
      - accept: {of: l, as: s}
      - send: {on: c, data: help!}
      - recv: {on: s, octets: 4, until: eof}` + arp, suite.Failed, "the stream does not end after 4 octets"},
		{"no data", `
  - name: c
    steps:
      - listen: {node: pc2, address: ":81", as: l}
      - connect: {from: pc1, to: "pc2:81", as: c}
      - accept: {of: l, as: s}
      - recv: {on: s, octets: 4, timeout: 20ms}` + arp, suite.Failed, "timed out: only 0 octets came within 20ms"},
		{"other octets", `
  - name: c
    steps:
      - listen: {node: pc2, address: ":81", as: l}
      - connect: {from: pc1, to: "pc2:81", as: c}
      - accept: {of: l, as: s}
      - send: {on: c, octets: 1000, as: one}
      - send: {on: c, octets: 1000, as: two}
      - recv: {on: s, octets: 1000, as: got}
    assert: [{recv: {of: got, equals: two}}]
`, suite.Failed, "1000 octets, but others than those of two"},
		{"fewer octets", `
  - name: c
    steps:
      - listen: {node: pc2, address: ":81", as: l}
      - connect: {from: pc1, to: "pc2:81", as: c}
      - accept: {of: l, as: s}
      - send: {on: c, octets: 1000, as: one}
      - recv: {on: s, octets: 999, as: got}
    assert: [{recv: {of: got, equals: one}}]
`, suite.Failed, "999 octets, want the 1000 octets of one"},
		{"no end", `
  - name: c
    steps:
      - listen: {node: pc2, address: ":81", as: l}
      - connect: {from: pc1, to: "pc2:81", as: c}
      - accept: {of: l, as: s}
      - send: {on: c, data: x}
      - recv: {on: s, octets: 1, as: got}
    assert: [{recv: {of: got, eof: true}}]
`, suite.Failed, "eof is false, want eof true"},
		{"more than is recorded", `
  - name: c
    steps:
      - listen: {node: pc2, address: ":81", as: l}
      - connect: {from: pc1, to: "pc2:81", as: c}
      - accept: {of: l, as: s}
      - send: {on: c, octets: 2KiB}
      - recv: {on: s, octets: 2KiB, as: got}
    assert: [{recv: {of: got, data: {contains: no such text}}}]
`, suite.Errored, "only the first 1024 octets of data are recorded"},
		{"udp", `
  - name: c
    steps:
      - listen: {node: pc2, address: ":5000", network: udp, as: u}
      - connect: {from: pc1, to: "pc2:5000", network: udp, source: ":5001", as: c}
      - send: {on: c, data: ping}
      - recv: {on: u, data: ping, as: got}
      - send: {on: u, to: "pc1:5001", data: ""}
      - recv: {on: c, octets: 0}
      - close: u
      - send: {on: c, octets: 100}
      - recv: {on: c, fails: connection refused}
    assert:
      - recv: {of: got, from: "10.0.0.1:5001", data: ping}
      - {at: "pc1:eth0", count: {match: udp.length == 108 && !icmp, exactly: 1}}
`, suite.Passed, ""},
		{"no datagram", `
  - name: c
    steps:
      - listen: {node: pc2, address: ":5000", network: udp, as: u}
      - recv: {on: u, timeout: 20ms}
    assert: [{socket: {node: pc2, local: ":5000", state: UNCONN}}]
`, suite.Failed, "timed out: no datagram came within 20ms"},
		{"another datagram", `
  - name: c
    steps:
      - listen: {node: pc2, address: ":5000", network: udp, as: u}
      - connect: {from: pc1, to: "pc2:5000", network: udp, as: c}
      - send: {on: c, data: ping}
      - recv: {on: u, octets: 5}` + arp, suite.Failed, "it received 4 octets"},
		{"a datagram that is too long", `
  - name: c
    steps:
      - connect: {from: pc1, to: "pc2:5000", network: udp, as: c, options: {dont_fragment: on}}
      - send: {on: c, octets: 1473, fails: message too long}
      - send: {on: c, octets: 1472}` + arp, suite.Passed, ""},
		{"the case ends", `
  - name: c
    timeout: 100ms
    steps:
      - listen: {node: pc2, address: ":81", as: l}
      - accept: {of: l, as: s}
    assert: [{at: "pc1:eth0", count: {match: tcp, max: 0}, always_for: 10ms}]
`, suite.Errored, "longer than its timeout of 100ms"},
		{"a buffer that the machine does not allow", `
  - name: c
    steps: [{connect: {from: pc1, to: "pc2:80", as: c, options: {send_buffer: 1GiB}, fails: true}}]
    assert: [{at: "pc1:eth0", count: {match: tcp, max: 0}}]
`, suite.Errored, "net.core.wmem_max"},
		{"every option", `
  - name: c
    steps:
      - listen: {node: pc2, address: ":81", as: l, options: {reuse_address: on, reuse_port: on, mss: 500, ttl: 9}}
      - listen: {node: pc2, address: ":81", as: m, options: {reuse_port: on}}
      - close: m
      - connect:
          from: pc1
          to: pc2:81
          as: c
          options:
            nodelay: on
            keepalive: {idle: 1s, interval: 1s, count: 3}
            user_timeout: 5s
            linger: 1s
            send_buffer: 64KiB
            receive_buffer: 64KiB
            ttl: 7
            dont_fragment: off
            syn_retries: 1
            quickack: on
      - accept: {of: l, as: s, options: {ttl: 11}}
      - wait: {for: {at: "pc1:eth0", sequence: [{as: ack, match: ip.ttl == 7 && tcp.flags == 0x10}, "tcp.seq_raw == ${ack.tcp.seq_raw} - 1"]}, timeout: 3s}
      - close: s
      - close: c
    assert:
      - at: pc1:eth0
        sequence:
          - ip.ttl == 7 && ip.flags.df == 0 && tcp.flags.syn == 1 && !(tcp.option_kind == 30)
          - ip.ttl == 9 && tcp.options.mss_val == 500
          - {as: ack, match: ip.ttl == 7 && tcp.flags == 0x10}
          - {match: "ip.ttl == 7 && tcp.seq_raw == ${ack.tcp.seq_raw} - 1"}
          - ip.ttl == 11 && tcp.flags.fin == 1
`, suite.Passed, ""},
	})
}

// TestSimultaneousOpen has both ends begin at once (RFC 9293, Section 3.5),
// and closes at once.
func TestSimultaneousOpen(t *testing.T) {
	judgeCases(t, []judged{{"open and close", `
  - name: c
    topology:
      nodes:
        pc1: {interfaces: {eth0: 10.0.0.1/24}}
        pc2: {interfaces: {eth0: 10.0.0.2/24}}
      links: ["pc1:eth0 -- pc2:eth0"]
    faults:
      - {name: syns, on: "pc1:eth0 -- pc2:eth0", match: tcp.flags == 0x02, do: {hold: {until: both}}}
      - {name: fins, on: "pc1:eth0 -- pc2:eth0", match: tcp.flags.fin == 1, do: {hold: {until: closed}}}
    steps:
      - ping: {from: pc1, to: pc2}
      - connect: {from: pc1, to: "pc2:2000", source: ":1000", as: a, begin: on}
      - connect: {from: pc2, to: "pc1:1000", source: ":2000", as: b, begin: on}
      - wait: {for: {socket: {node: pc1, local: ":1000", state: SYN_SENT}}}
      - wait: {for: {socket: {node: pc2, local: ":2000", state: SYN_SENT}}}
      - fault: {release: both, frames: 2}
      - parallel:
          - connected: {of: a}
          - connected: {of: b}
      - shutdown: {on: a, how: write}
      - shutdown: {on: b, how: write}
      - wait: {for: {socket: {node: pc1, local: ":1000", state: FIN_WAIT1}}}
      - fault: {release: closed, frames: 2}
      - wait: {for: {socket: {node: pc1, local: ":1000", state: TIME_WAIT}}}
      - wait: {for: {socket: {node: pc2, local: ":2000", state: TIME_WAIT}}}
    assert:
      - {at: "pc1:eth0", count: {match: tcp.flags == 0x12, exactly: 2}}
`, suite.Passed, ""}})
}

// TestSocketStates takes connections through every state of RFC 9293, Section
// 3.3.2, each of them held until it was seen.
func TestSocketStates(t *testing.T) {
	const link = `on: "pc1:eth0 -- sw"`
	open := `
      - listen: {node: pc2, address: ":81", as: l}
      - wait: {for: {socket: {node: pc2, local: ":81", state: LISTEN}}}
      - connect: {from: pc1, to: "pc2:81", as: c, begin: on}
`
	judgeCases(t, []judged{
		{"one after the other", `
  - name: c
    faults:
      - {name: answer, ` + link + `, match: tcp.flags == 0x12, do: {hold: {until: answered}}}
      - {name: fin, ` + link + `, match: tcp.flags.fin == 1 && tcp.dstport == 81, do: {hold: {until: closed}}}
      - {name: last, ` + link + `, match: tcp.flags.fin == 1 && tcp.srcport == 81, do: {hold: {until: over}}}
    steps:` + open + `
      - parallel:
          - wait: {for: {socket: {node: pc1, remote: "pc2:81", state: SYN_SENT}}}
          - wait: {for: {socket: {node: pc2, local: "pc2:81", state: SYN_RECV}}}
      - fault: {release: answered}
      - connected: {of: c}
      - accept: {of: l, as: s}
      - wait: {for: {socket: {node: pc1, remote: "pc2:81", state: ESTABLISHED}}}
      - shutdown: {on: c, how: write}
      - wait: {for: {socket: {node: pc1, remote: "pc2:81", state: FIN_WAIT1}}}
      - fault: {release: closed}
      - parallel:
          - wait: {for: {socket: {node: pc1, remote: "pc2:81", state: FIN_WAIT2}}}
          - wait: {for: {socket: {node: pc2, remote: "10.0.0.1", state: CLOSE_WAIT}}}
      - close: s
      - wait: {for: {socket: {node: pc2, remote: "10.0.0.1", state: LAST_ACK}}}
      - fault: {release: over}
      - wait: {for: {socket: {node: pc1, remote: "pc2:81", state: TIME_WAIT}}}
    assert: [{socket: {node: pc2, remote: "10.0.0.1", count: 0}}]
`, suite.Passed, ""},
		{"closing", `
  - name: c
    faults:
      - {name: fins, ` + link + `, match: tcp.flags.fin == 1, do: {hold: {until: closed}}}
    steps:` + open + `
      - connected: {of: c}
      - accept: {of: l, as: s}
      - shutdown: {on: c, how: write}
      - shutdown: {on: s, how: write}
      - wait: {for: {socket: {node: pc1, remote: "pc2:81", state: FIN_WAIT1}}}
      - fault: {add: {name: acks, ` + link + `, match: tcp.flags == 0x10, do: {hold: {until: seen}}}}
      - fault: {release: closed, frames: 2}
      - parallel:
          - wait: {for: {socket: {node: pc1, remote: "pc2:81", state: CLOSING}}}
          - wait: {for: {socket: {node: pc2, remote: "10.0.0.1", state: CLOSING}}}
      - fault: {release: seen, frames: 2}
    assert:
      - {socket: {node: pc1, remote: "pc2:81", state: TIME_WAIT}}
      - {socket: {node: pc2, remote: "10.0.0.1", state: TIME_WAIT}}
`, suite.Passed, ""},
	})
}
