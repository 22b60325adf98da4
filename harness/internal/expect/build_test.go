package expect_test

import (
	"encoding/binary"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/harness/suite"
)

// The network of these tests:
//
//	a:eth0 (10.0.0.1) -- b:eth0 (10.0.0.2)
const network = `
  nodes:
    a: {interfaces: {eth0: 10.0.0.1/24}}
    b: {interfaces: {eth0: 10.0.0.2/24}}
  links: ["a:eth0 -- b:eth0"]
`

var start = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

// one parses a case with one assertion, given as the YAML of its entry.
func one(tb testing.TB, assertion string) *suite.Case {
	tb.Helper()
	return parse(tb, "  assert:\n  - "+strings.ReplaceAll(strings.TrimSpace(assertion), "\n", "\n    ")+"\n  timeout: 10m")
}

// parse parses a case, given as the YAML below its name.
func parse(tb testing.TB, body string) *suite.Case {
	tb.Helper()
	text := "suite: s\ntopology:" + network + "cases:\n- name: c\n" + body + "\n"
	s, err := suite.Parse("s.yaml", []byte(text), nil)
	if err != nil {
		tb.Fatalf("%v\n%s", err, text)
	}
	return s.Cases[0]
}

// sent is one UDP datagram from src to dst port, seen at a point.
type sent struct {
	at       string // a:eth0 unless given
	src, dst uint16
	data     []byte
	after    time.Duration // since start
	in       bool
}

// datagram returns an Ethernet frame with IPv4 (RFC 791) and UDP (RFC 768),
// 10.0.0.1 to 10.0.0.2, with these data.
func datagram(src, dst uint16, data ...byte) []byte {
	b := []byte{
		0x02, 0, 0, 0, 0, 2, 0x02, 0, 0, 0, 0, 1, 0x08, 0x00, // destination, source, IPv4
		0x45, 0, 0, 28, 0, 1, 0, 0, 64, 17, 0x66, 0xce, 10, 0, 0, 1, 10, 0, 0, 2, // TTL 64, UDP
		0, 0, 0, 0, 0, 8, 0, 0, // ports, length, no checksum
	}
	binary.BigEndian.PutUint16(b[34:], src)
	binary.BigEndian.PutUint16(b[36:], dst)
	b[17] += byte(len(data))
	b[39] += byte(len(data))
	return append(b, data...)
}

// record returns the evidence of a case that ran to its end and saw these
// datagrams, a millisecond apart unless they say when.
func record(c *suite.Case, all ...sent) *evidence.Case {
	ev := &evidence.Case{Manifest: evidence.Manifest{
		Suite: "s", File: "s.yaml", Case: "c",
		Started: start.Add(-time.Second), Booted: start, Ended: start.Add(time.Minute),
		Points: []evidence.Point{{Name: "a:eth0"}, {Name: "b:eth0"}},
	}}
	for st := range c.AllSteps() {
		ev.Manifest.Steps = append(ev.Manifest.Steps, evidence.Step{Index: st.Index, Text: st.String(), Started: start})
	}
	dissectors := map[string]*packet.Dissector{}
	for i, x := range all {
		if x.at == "" {
			x.at = "a:eth0"
		}
		if x.after == 0 {
			x.after = time.Duration(i) * time.Millisecond
		}
		data := datagram(x.src, x.dst, x.data...)
		f := &packet.Frame{Number: i + 1, Point: x.at, Time: start.Add(x.after), Direction: packet.Out, Length: len(data), Data: data}
		if x.in {
			f.Direction = packet.In
		}
		if dissectors[x.at] == nil {
			dissectors[x.at] = packet.NewDissector(packet.Options{})
		}
		dissectors[x.at].Dissect(f)
		ev.Frames = append(ev.Frames, f)
	}
	return ev
}

// ports returns datagrams to these ports, from port 1000.
func ports(dst ...uint16) []sent {
	all := make([]sent, len(dst))
	for i, d := range dst {
		all[i] = sent{src: 1000, dst: d}
	}
	return all
}

// verdict returns a result on one line.
func verdict(r suite.Result) string {
	if r.Reason == "" {
		return string(r.Verdict)
	}
	return fmt.Sprintf("%s: %s", r.Verdict, r.Reason)
}
