package observe

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness/internal/netns/nstest"
)

// TestCounter reads the counters that nstat knows, in a namespace where some
// have counted and the host's have counted more.
func TestCounter(t *testing.T) {
	ns := nstest.New(t)
	populate(t, ns)
	tool(t, ns, "ping", "-c", "3", "-i", "0.01", "192.0.2.1")
	var listed struct {
		Kernel map[string]int64 `json:"kernel"`
	}
	if err := json.Unmarshal(tool(t, ns, "nstat", "-a", "-z", "-s", "-j"), &listed); err != nil {
		t.Fatal(err)
	}
	if len(listed.Kernel) < 100 {
		t.Fatalf("nstat knows %d counters", len(listed.Kernel))
	}
	for name, want := range listed.Kernel {
		got, err := Counter(ns, name)
		// The link's two ends speak IPv6 with each other all the while.
		if err != nil || got != want && !strings.Contains(name, "6") && !strings.HasPrefix(name, "IpExt") {
			t.Errorf("%s is %d, %v, want %d", name, got, err, want)
		}
	}
	for name, want := range map[string]int64{"IcmpInEchoReps": 3, "IcmpMsgInType0": 3, "IcmpMsgInType3": 0, "IpReasmFails": 0} {
		if got, err := Counter(ns, name); err != nil || got != want {
			t.Errorf("%s is %d, %v, want %d", name, got, err, want)
		}
	}
	if _, err := Counter(ns, "IpReasmFial"); err == nil || !strings.Contains(err.Error(), "did you mean IpReasmFails?") {
		t.Errorf("a counter that is not there: %v", err)
	}
}

func TestInterfaceCounters(t *testing.T) {
	ns := nstest.New(t)
	populate(t, ns)
	tool(t, ns, "ping", "-c", "3", "-i", "0.01", "192.0.2.1") // by lo, which counts packets without a header
	got, err := InterfaceCounters(ns, "lo")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]int64{"rx_packets": 6, "tx_packets": 6, "rx_octets": 6 * 84, "tx_octets": 6 * 84, "rx_errors": 0, "tx_errors": 0, "rx_dropped": 0, "tx_dropped": 0} {
		// A lo that is up may say something of its own.
		if n, ok := got[name]; !ok || n < want || want == 0 && n != 0 {
			t.Errorf("%s is %d, want %d", name, n, want)
		}
	}
	if _, err := InterfaceCounters(ns, "none"); err == nil {
		t.Error("an interface that is not there has counters")
	}
}

func TestMalformedCounters(t *testing.T) {
	for _, text := range []string{"Ip: A\n", "Ip: A B\nIp: 1\n", "Ip: A\nTcp: 1\n", "Ip: A\nIp: x\n"} {
		if err := pairedCounters(text, map[string]int64{}); err == nil {
			t.Errorf("%q is read", text)
		}
	}
	for _, text := range []string{"Ip6\n", "Ip6 x\n", "Ip6 1 2\n"} {
		if err := listedCounters(text, map[string]int64{}); err == nil {
			t.Errorf("%q is read", text)
		}
	}
	if _, err := linkCounters(make([]byte, 63)); err == nil {
		t.Error("counters of an interface are read that are not there")
	}
}
