package harness_test

import (
	"strings"
	"testing"

	"github.com/netrig/netrig/harness/suite"
)

// TestFrameSteps sends frames that no kernel would, and wants them at the other end as
// they were asked for.
func TestFrameSteps(t *testing.T) {
	const arp = `
    assert: [{at: "pc1:eth0", sequence: [{match: arp}]}]
`
	judgeCases(t, []judged{
		{"a forged ARP reply", `
  - name: c
    steps:
      - ping: {from: pc1, to: 10.0.0.9, timeout: 50ms, fails: true}
      - frame:
          from: pc2:eth0
          layers: [eth, arp]
          set: {eth.dst: pc1.eth0, arp.opcode: 2, arp.src.proto_ipv4: 10.0.0.9, arp.src.hw_mac: "02:00:00:00:00:99", arp.dst.hw_mac: pc1.eth0, arp.dst.proto_ipv4: pc1}
    assert:
      - neighbor: {node: pc1, ip: 10.0.0.9, mac: "02:00:00:00:00:99"}
      - at: pc1:eth0
        sequence:
          - eth.dst == 02:00:00:00:00:01 && arp.opcode == 2 && arp.src.proto_ipv4 == 10.0.0.9 && arp.src.hw_mac == 02:00:00:00:00:99 && arp.dst.proto_ipv4 == 10.0.0.1
`, suite.Passed, ""},
		{"a packet that contradicts itself", `
  - name: c
    steps:
      - frame:
          from: pc1:eth0
          layers: [eth, ip, udp]
          set: {eth.dst: pc2.eth0, ip.dst: pc2, ip.ttl: 3, ip.checksum: 0xbad, udp.dstport: 53, udp.length: 4000, ip.hdr_len: 16}
          payload: hello
          count: 3
    assert:
      - {at: "pc2:eth0", count: {match: "eth.src == 02:00:00:00:00:01 && frame.len == 47 && frame[14] == 44 && frame[22] == 3 && frame[24:2] == 0b:ad && frame[36:2] == 00:35 && frame[38:2] == 0f:a0 && frame[42:5] == \"hello\"", exactly: 3}}
      - {at: "pc2:eth0", count: {match: icmp, exactly: 0}}
`, suite.Passed, ""},
		{"its checksums are right, and it is answered", `
  - name: c
    steps:
      - frame: {from: "pc1:eth0", layers: [eth, ip, icmp], set: {eth.dst: pc2.eth0, ip.dst: pc2.eth0, icmp.seq: 7}, hex: "00 01:02"}
    assert:
      - {at: "pc1:eth0", sequence: [{match: "icmp.type == 0 && icmp.seq == 7 && ip.src == 10.0.0.2 && data.data == 00:01:02"}]}
`, suite.Passed, ""},
		{"its checksums are kept, and it is not", `
  - name: c
    steps:
      - frame: {from: "pc1:eth0", layers: [eth, ip, icmp], set: {eth.dst: pc2.eth0, ip.dst: pc2.eth0, icmp.seq: 7}, checksums: keep}
      - ping: {from: pc1, to: pc2}
    assert:
      - {at: "pc2:eth0", sequence: [{match: "icmp.type == 8 && icmp.seq == 7"}], never: "icmp.type == 0 && icmp.seq == 7"}
`, suite.Passed, ""},
		{"cut short", `
  - name: c
    steps:
      - frame: {from: "pc1:eth0", layers: [eth, vlan, ip, udp], payload: hello, truncate: 30}
    assert:
      - {at: "pc2:eth0", count: {match: frame.len == 30 && vlan.id == 1 && ip.version == 4, exactly: 1}}
`, suite.Passed, ""},
		{"from an interface that is down", `
  - name: c
    steps:
      - ping: {from: pc1, to: pc2}
      - link: {down: "pc1:eth0"}
      - frame: {from: "pc1:eth0", layers: [eth, arp]}` + arp, suite.Failed, "network is down"},
		{"longer than the link takes", `
  - name: c
    steps:
      - ping: {from: pc1, to: pc2}
      - frame: {from: "pc1:eth0", layers: [eth, ip, udp], payload: ` + strings.Repeat("x", 2000) + `, fails: message too long}` + arp, suite.Passed, ""},
	})
}
