package harness_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/assert"
	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/topology"
)

// TestTyped judges values of package assert in a lab that runs: they pass, fail for the
// reason they name, and are errored where nothing can be told.
func TestTyped(t *testing.T) {
	t.Parallel()
	l := harness.Test(t, parsed(t, pair))
	if err := l.Do(t.Context(), "ping: {from: pc1, to: pc2, as: pong}"); err != nil {
		t.Fatal(err)
	}
	echo := []assert.Frame{{As: "ask", Match: "icmp.type == 8"}, {Match: "icmp.type == 0 && icmp.ident == ${ask.icmp.ident}"}}
	for _, tt := range []struct {
		name    string
		value   assert.Assertion
		verdict suite.Verdict
		reason  string
	}{
		{"ping", assert.Ping{From: "pc1", To: "pc2", Lost: assert.Is(0)}, suite.Passed, ""},
		{"ping to nobody", assert.Ping{From: "pc1", To: "10.0.0.9", Timeout: 50 * time.Millisecond, Eventually: assert.Now}, suite.Failed, "lost is 1"},
		{"of a step", assert.Ping{Of: "pong", Received: assert.Is(1), RTT: assert.Each(assert.Less(time.Second))}, suite.Passed, ""},
		{"of a step, otherwise", &assert.Ping{Of: "pong", Received: assert.Is(2)}, suite.Failed, "received is 1, want 2"},
		{"sequence", assert.Frames{At: "pc1:eth0", Sequence: echo}, suite.Passed, ""},
		{"sequence, not seen", assert.Frames{At: "pc1:eth0", Sequence: append(echo, assert.Frame{Match: "tcp"}), Eventually: assert.Now}, suite.Failed, "step 3: no frame matches"},
		{"never, but seen", assert.Frames{At: "pc1:eth0", Never: []assert.Never{{Match: "icmp.type == 8"}}, Eventually: assert.Now}, suite.Failed, "must not be there"},
		{"a field that is not there", assert.Frames{At: "pc1:eth0", Sequence: echo[:1], Never: []assert.Never{{Match: "tcp.port == ${ask.tcp.port}"}}, Eventually: assert.Now}, suite.Errored, "tcp.port"},
		{"count", assert.Frames{At: "pc1:eth0", Count: []assert.Count{{Match: "icmp.type == 8", Times: assert.AtLeast(1)}}}, suite.Passed, ""},
		{"too many", assert.Frames{At: "pc1:eth0", Count: []assert.Count{{Match: "arp", Times: assert.Is(0)}}, Eventually: assert.Now}, suite.Failed, "arp"},
		{"not", assert.Listen{Node: "pc1", Port: assert.Is(7), Not: true, Eventually: assert.Now}, suite.Passed, ""},
		{"state", assert.Neighbor{Node: "pc1", IP: "pc2", MAC: "pc2.eth0", Label: "it is known"}, suite.Passed, ""},
		{"state, otherwise", assert.Neighbor{Node: "pc1", IP: "pc2", MAC: "pc1.eth0", Eventually: assert.Now}, suite.Failed, "02:00:00:00:00:02"},
		{"counter that there is none of", assert.Counter{Node: "pc1", Name: "TcpNone", Value: assert.Is(0), Eventually: assert.Now}, suite.Errored, "TcpNone"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			results, err := l.Judge(t.Context(), tt.value)
			if err != nil {
				t.Fatal(err)
			}
			r := results[0]
			if r.Verdict != tt.verdict || !strings.Contains(r.Reason, tt.reason) {
				t.Errorf("%s %s, want %s with %q", r.Verdict, r.Reason, tt.verdict, tt.reason)
			}
			if !strings.HasPrefix(r.Place.String(), "written_test.go:") || strings.Count(r.Place.String(), ":") != 1 {
				t.Errorf("it is said to be at %s", r.Place)
			}
		})
	}
}

// TestTypedTogether judges values and text in one call.
func TestTypedTogether(t *testing.T) {
	t.Parallel()
	l := harness.Test(t, parsed(t, pair))
	results, err := l.Judge(t.Context(),
		assert.Ping{From: "pc1", To: "pc2"},
		assert.YAML("- listen: {node: pc2, port: 80}\n- {listen: {node: pc1, port: 7, count: 0}, eventually: 0s}"),
		assert.Link{Node: "pc1", Interface: "eth0", Carrier: assert.On})
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for i, r := range results {
		if r.Index != i || r.Verdict != suite.Passed {
			t.Errorf("%d: %+v", i, r)
		}
		told = append(told, string(r.Kind))
	}
	if got := strings.Join(told, " "); got != "ping listen listen link" {
		t.Error(got)
	}
}

// TestTypedMistakes is what is said about assertions that cannot be judged.
func TestTypedMistakes(t *testing.T) {
	t.Parallel()
	l := harness.Test(t, parsed(t, pair))
	_, _, line, _ := runtime.Caller(0)
	_, err := l.Judge(t.Context(), assert.Ping{From: "pc9", To: "pc2"}, assert.YAML("ping: {from: pc1}"), assert.Neighbor{Node: "pc1", State: "GONE"})
	var mistakes topology.Diagnostics
	if !errors.As(err, &mistakes) || len(mistakes) != 3 {
		t.Fatal(err)
	}
	for i, says := range []string{
		fmt.Sprintf(`written_test.go:%d: argument 1: assert.Ping: no node "pc9" (did you mean pc1?)`, line+1),
		"argument 2: assertions:1:7: no destination is given (write `to: ADDRESS`)",
		fmt.Sprintf(`written_test.go:%d: argument 3: assert.Neighbor.State: state can never be "GONE" `, line+1),
	} {
		if !strings.HasPrefix(mistakes[i].String(), says) {
			t.Errorf("%s, want %s", mistakes[i], says)
		}
	}
	for name, do := range map[string]func(ctx context.Context) error{
		"nothing is asserted":   func(ctx context.Context) error { _, err := l.Judge(ctx); return err },
		"it says nothing (give": func(ctx context.Context) error { _, err := l.Judge(ctx, assert.Frames{}); return err },
		"the assertion is nil":  func(ctx context.Context) error { _, err := l.Judge(ctx, nil); return err },
		"assert.Ping.From: ":    func(ctx context.Context) error { _, err := l.Judge(ctx, assert.Ping{From: "\xff"}); return err },
		"assert.Frames.At: ": func(ctx context.Context) error {
			_, err := l.Judge(ctx, assert.Frames{At: "pc1", Never: []assert.Never{{Match: "arp"}}})
			return err
		},
		"assert.Frames.Never[1].Match": func(ctx context.Context) error {
			_, err := l.Judge(ctx, assert.Frames{At: "all", Never: []assert.Never{{Match: "arp"}, {Match: "tcp.prot == 1"}}})
			return err
		},
	} {
		if err := do(t.Context()); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%v, want %s", err, name)
		}
	}
}

// TestTypedFailure is what a test that fails says about a value.
func TestTypedFailure(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	line := 0
	r := recorded(t, func(tb harness.TB) {
		_, _, line, _ = runtime.Caller(0)
		harness.Test(tb, parsed(t, pair)).Expect(tb, assert.Frames{
			Label: "a ping arrives", At: "pc2:eth0", Sequence: []assert.Frame{{Match: "icmp.type == 8"}}, Eventually: assert.Now,
		})
	})
	said := r.said.String()
	if !r.failed || !strings.Contains(said, "✗ a ping arrives\n") || !strings.Contains(said, fmt.Sprintf("written_test.go:%d\n", line+1)) {
		t.Errorf("failed %v:\n%s", r.failed, said)
	}
}
