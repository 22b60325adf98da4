package expect_test

import (
	"encoding/hex"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/internal/expect"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/harness/suite"
)

// TestDissect judges a datagram in two fragments by cases that have them put together
// and that do not, and a wrong checksum by cases that verify it and that do not.
func TestDissect(t *testing.T) {
	const text = `
suite: fragments
topology: {nodes: {a: {interfaces: {eth0: 10.0.0.1/24}}, b: {interfaces: {eth0: 10.0.0.2/24}}}, links: [a -- b]}
cases:
  - name: as ever
    assert:
      - {at: b:eth0, sequence: [ip.flags.mf == 1, udp.dstport == 9 && ip.frag_offset > 0]}
      - {at: b:eth0, count: {match: ip.checksum.status == 2, exactly: 2}}
  - name: in pieces
    dissect: {reassemble: off}
    assert:
      - {at: b:eth0, sequence: [udp.dstport == 9 && ip.flags.mf == 1, ip.frag_offset > 0 && !udp]}
  - name: verified
    dissect: {checksums: on}
    assert:
      - {at: b:eth0, count: {match: ip.checksum.status == 0, exactly: 2}}
`
	s, err := suite.Parse("fragments.yaml", []byte(text), fstest.MapFS{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range s.Cases {
		ev := &evidence.Case{Manifest: evidence.Manifest{
			Format: evidence.Format, Suite: "fragments", Case: c.Name, Started: start, Booted: start, Ended: start.Add(time.Second),
			Points: []evidence.Point{{Name: "b:eth0", Captured: 2}},
		}}
		for i, octets := range []string{
			"020000000002020000000001 0800 4500 0024 0001 2000 40 11 dead 0a000001 0a000002 03e8 0009 0018 0000 6162636465666768",
			"020000000002020000000001 0800 4500 001c 0001 0002 40 11 dead 0a000001 0a000002 696a6b6c6d6e6f70",
		} {
			data, err := hex.DecodeString(strings.ReplaceAll(octets, " ", ""))
			if err != nil {
				t.Fatal(err)
			}
			ev.Frames = append(ev.Frames, &packet.Frame{
				Number: i + 1, Point: "b:eth0", Time: start.Add(time.Duration(i) * time.Millisecond), Direction: packet.In, Length: len(data), Data: data,
			})
		}
		if r := expect.Judge(c, ev); r.Verdict != suite.Passed {
			t.Errorf("%s: %s: %s", c.Name, r.Verdict, r.Reason)
		}
	}
}
