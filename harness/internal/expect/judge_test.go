package expect_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/internal/expect"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/harness/suite"
)

const journey = `  points: 3
  steps:
  - ping: {from: a, to: b, as: p}
  - exec: {node: a, shell: "false", fails: "exit status 1"}
  - parallel:
    - ping: {from: a, to: b}
    - ping: {from: b, to: a}
  - wait: {for: {at: a:eth0, sequence: [udp.dstport == 1]}}
  assert:
  - {name: seen, at: a:eth0, sequence: [udp.dstport == 1], points: 2}
  - {name: unseen, at: a:eth0, never: udp.dstport == 9, points: 1}
  - {name: answered, ping: {of: p}, points: 1}
  - {name: route, route: {node: a, to: default}}
`

func TestJudge(t *testing.T) {
	type verdicts struct {
		Case    string
		Steps   []string
		Results []string
		Earned  int
	}
	passed := []string{"passed", "passed", "passed", "passed"}
	const crowded = "the kernel's table of neighbours was full, which all labs of the machine share " +
		"(run fewer at once, or raise net.ipv4.neigh.default.gc_thresh3 and that of ipv6)"
	tests := []struct {
		name   string
		change func(*evidence.Case)
		want   verdicts
	}{
		{"all passes", func(*evidence.Case) {}, verdicts{"passed", append(passed, "passed", "passed"), passed, 7}},
		{"an assertion fails", func(ev *evidence.Case) { ev.Observations[1].Snapshot.Routes = nil },
			verdicts{"failed: route: there are no routes", append(passed, "passed", "passed"),
				[]string{"passed", "passed", "passed", "failed: there are no routes"}, 4}},
		{"a step fails", func(ev *evidence.Case) {
			ev.Manifest.Steps = ev.Manifest.Steps[:1]
			ev.Manifest.Steps[0].Failed = "no reply"
			ev.Observations[0].Answer.Ping.Received = 0
		}, verdicts{"failed: step 1, ping a -> 10.0.0.2: no reply (and 2 more)",
			[]string{"failed: no reply", "skipped: step 1 (ping a -> 10.0.0.2) did not happen as it should",
				"skipped: step 1 (ping a -> 10.0.0.2) did not happen as it should", "skipped: step 1 (ping a -> 10.0.0.2) did not happen as it should"},
			[]string{"passed", "errored: nothing to look at: step 1 (ping a -> 10.0.0.2) did not happen as it should",
				"failed: lost is 1, want every request answered", "passed"}, 2}},
		{"a step that is to fail does not", func(ev *evidence.Case) { ev.Manifest.Steps[1].Failed = "" },
			verdicts{"failed: step 2, exec a: false: it was to fail and did not (and 1 more)",
				[]string{"passed", "failed: it was to fail and did not", "passed", "passed", "passed", "passed"},
				[]string{"passed", "errored: nothing to look at: step 2 (exec a: false) did not happen as it should", "passed", "passed"}, 3}},
		{"a step fails otherwise", func(ev *evidence.Case) { ev.Manifest.Steps[1].Failed = "not found" },
			verdicts{"failed: step 2, exec a: false: it was to fail with /exit status 1/, and failed with: not found (and 1 more)",
				[]string{"passed", "failed: it was to fail with /exit status 1/, and failed with: not found", "passed", "passed", "passed", "passed"},
				[]string{"passed", "errored: nothing to look at: step 2 (exec a: false) did not happen as it should", "passed", "passed"}, 3}},
		{"a step could not be tried", func(ev *evidence.Case) { ev.Manifest.Steps[5].Error = "no such file" },
			verdicts{"errored: step 6, wait for sequence of 1 at a:eth0: no such file (and 1 more)",
				append(passed, "passed", "errored: no such file"),
				[]string{"passed", "errored: nothing to look at: step 6 (wait for sequence of 1 at a:eth0) did not happen as it should", "passed", "passed"}, 3}},
		{"a step left no record", func(ev *evidence.Case) { ev.Manifest.Steps = ev.Manifest.Steps[:5] },
			verdicts{"errored: step 6, wait for sequence of 1 at a:eth0: there is no record that it ran (and 1 more)",
				append(passed, "passed", "errored: there is no record that it ran"),
				[]string{"passed", "errored: nothing to look at: step 6 (wait for sequence of 1 at a:eth0) did not happen as it should", "passed", "passed"}, 3}},
		{"the recording broke off", func(ev *evidence.Case) {
			ev.Manifest.Ended = time.Time{}
			ev.Observations[1].Snapshot.Routes = nil
		}, verdicts{"errored: the recording broke off before the case ended (and 2 more)", append(passed, "passed", "passed"),
			[]string{"passed", "errored: the recording broke off before the case ended", "passed", "errored: the recording broke off before the case ended"}, 3}},
		{"the harness failed", func(ev *evidence.Case) { ev.Manifest.Error = "disk full" },
			verdicts{"errored: the harness could not run the case to its end: disk full (and 1 more)", append(passed, "passed", "passed"),
				[]string{"passed", "errored: the harness could not run the case to its end: disk full", "passed", "passed"}, 3}},
		{"there was no room for a neighbour", func(ev *evidence.Case) { ev.Manifest.Crowded = 3 },
			verdicts{"errored: " + crowded + " (and 1 more)", append(passed, "passed", "passed"),
				[]string{"passed", "errored: " + crowded, "passed", "passed"}, 3}},
		{"there was no room for a neighbour, and an assertion fails", func(ev *evidence.Case) {
			ev.Manifest.Crowded = 1
			ev.Observations[1].Snapshot.Routes = nil
		}, verdicts{"errored: " + crowded + " (and 2 more)", append(passed, "passed", "passed"),
			[]string{"passed", "errored: " + crowded, "passed", "errored: " + crowded}, 3}},
		{"a service panicked", func(ev *evidence.Case) { ev.Manifest.Panicked = []string{"b dns"} },
			verdicts{"errored: panicked: b dns", append(passed, "passed", "passed"), passed, 4}},
		{"a server gave up", func(ev *evidence.Case) { ev.Manifest.Faults = []string{"b: dns: the service ended by itself"} },
			verdicts{"errored: broke down: b: dns: the service ended by itself", append(passed, "passed", "passed"), passed, 4}},
		{"the evidence is damaged", func(ev *evidence.Case) { ev.Damage = "a file is missing" },
			verdicts{"errored: the evidence cannot be relied on: a file is missing (and 1 more)", append(passed, "passed", "passed"),
				[]string{"passed", "errored: the evidence cannot be relied on: a file is missing", "passed", "passed"}, 3}},
		{"the evidence is another's", func(ev *evidence.Case) { ev.Manifest.Case = "d" },
			verdicts{`errored: the evidence is that of another case: "d" (and 1 more)`, append(passed, "passed", "passed"),
				[]string{"passed", `errored: the evidence is that of another case: "d"`, "passed", "passed"}, 3}},
		{"a parallel step left no record", func(ev *evidence.Case) { ev.Manifest.Steps = slices.Delete(ev.Manifest.Steps, 3, 4) },
			verdicts{"errored: step 4, ping a -> 10.0.0.2: there is no record that it ran (and 1 more)",
				[]string{"passed", "passed", "passed", "errored: there is no record that it ran", "passed", "passed"},
				[]string{"passed", "errored: nothing to look at: step 4 (ping a -> 10.0.0.2) did not happen as it should", "passed", "passed"}, 3}},
		{"nothing was observed", func(ev *evidence.Case) { ev.Observations = nil },
			verdicts{"errored: answered: step p has no answer (and 1 more)", append(passed, "passed", "passed"),
				[]string{"passed", "passed", "errored: step p has no answer", "errored: it was not looked at"}, 3}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := parse(t, journey)
			ev := evidenceOf(c)
			tt.change(ev)
			r := expect.Judge(c, ev)
			got := verdicts{Case: verdict(suite.Result{Verdict: r.Verdict, Reason: r.Reason}), Earned: r.Earned}
			for _, s := range r.Steps {
				got.Steps = append(got.Steps, verdict(suite.Result{Verdict: s.Verdict, Reason: s.Reason}))
			}
			for _, x := range r.Results {
				got.Results = append(got.Results, verdict(x))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if r.Points != 7 {
				t.Errorf("the case is worth %d points, want 7", r.Points)
			}
		})
	}
}

// A case is skipped where the machine lacked what the case says it needs, and for
// nothing else.
func TestNeeds(t *testing.T) {
	const reason = "it needs bird, vtysh, which the machine lacks"
	for _, tt := range []struct {
		name   string
		needs  string
		change func(*evidence.Case)
		want   string
	}{
		{"lacking", "[bird, sh, vtysh]", func(*evidence.Case) {}, "skipped: " + reason},
		{"lacking each of several", "['bird|sh', vtysh]", func(ev *evidence.Case) { ev.Manifest.Missing = []string{"bird|sh", "vtysh"} }, "skipped: it needs bird or sh, vtysh, which the machine lacks"},
		{"of something else", "[bird]", func(*evidence.Case) {}, "errored: the lab never came up"},
		{"of another case", "[bird, vtysh]", func(ev *evidence.Case) { ev.Manifest.Case = "d" }, `errored: the evidence is that of another case: "d"`},
		{"damaged", "[bird, vtysh]", func(ev *evidence.Case) { ev.Damage = "a file is missing" }, "errored: the evidence cannot be relied on: a file is missing"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := parse(t, "  needs: "+tt.needs+"\n"+journey)
			ev := &evidence.Case{Manifest: evidence.Manifest{Format: evidence.Format, Case: c.Name, Missing: []string{"bird", "vtysh"}}}
			tt.change(ev)
			r := expect.Judge(c, ev)
			if got := verdict(suite.Result{Verdict: r.Verdict, Reason: r.Reason}); !strings.HasPrefix(got, tt.want) {
				t.Errorf("%s, want %s", got, tt.want)
			}
			if r.Verdict != suite.Skipped {
				return
			}
			if r.Earned != 0 || r.Points != 7 || len(r.Steps) != 6 || len(r.Results) != 4 {
				t.Errorf("%d of %d points, %d steps, %d results", r.Earned, r.Points, len(r.Steps), len(r.Results))
			}
			for _, x := range r.Results {
				if verdict(x) != tt.want {
					t.Errorf("%s: %s", x.Name, verdict(x))
				}
			}
		})
	}
}

// TestAbsenceInWhatBrokeOff pins that no frame is taken for absent where not
// every step was run, or not every frame recorded.
func TestAbsenceInWhatBrokeOff(t *testing.T) {
	tests := []struct {
		assertion      string
		stopped, broke suite.Verdict
	}{
		{`{at: a:eth0, sequence: [udp.dstport == 1]}`, suite.Passed, suite.Passed},
		{`{at: a:eth0, sequence: [udp.dstport == 1], never: udp.dstport == 9}`, suite.Errored, suite.Errored},
		{`{at: a:eth0, sequence: [{as: x, match: udp.dstport == 1}], never: {match: udp.dstport == 9, until: x}}`, suite.Passed, suite.Errored},
		{`{at: a:eth0, sequence: [{match: udp.dstport == 1, count: 1}]}`, suite.Passed, suite.Errored},
		{`{at: a:eth0, sequence: [{match: udp.dstport == 1, count: 1..}]}`, suite.Passed, suite.Passed},
		{`{at: a:eth0, order: strict, sequence: [udp.dstport == 1]}`, suite.Passed, suite.Errored},
		{`{at: a:eth0, count: {match: udp.dstport == 1, min: 1}}`, suite.Passed, suite.Passed},
		{`{at: a:eth0, count: {match: udp.dstport == 1, exactly: 1}}`, suite.Passed, suite.Errored},
		{`{at: a:eth0, count: {match: udp.dstport == 9, max: 0}}`, suite.Errored, suite.Errored},
		{`{at: a:eth0, not: true, sequence: [udp.dstport == 9]}`, suite.Errored, suite.Errored},
	}
	for _, tt := range tests {
		t.Run(tt.assertion, func(t *testing.T) {
			c := parse(t, "  steps: [{ping: {from: a, to: b}}]\n  assert:\n  - "+tt.assertion)
			if r := expect.Judge(c, record(c, ports(1)...)); r.Verdict != suite.Passed {
				t.Fatalf("before: %s: %s", r.Verdict, r.Reason)
			}
			ev := record(c, ports(1)...)
			ev.Manifest.Steps[0].Failed = "no reply"
			if r := expect.Judge(c, ev).Results[0]; r.Verdict != tt.stopped {
				t.Errorf("after a step that failed: %s, want %s", verdict(r), tt.stopped)
			}
			ev = record(c, ports(1)...)
			ev.Manifest.Error = "no memory"
			if r := expect.Judge(c, ev).Results[0]; r.Verdict != tt.broke {
				t.Errorf("where the recording broke off: %s, want %s", verdict(r), tt.broke)
			}
		})
	}
}

// evidenceOf returns what the journey leaves when everything goes well.
func evidenceOf(c *suite.Case) *evidence.Case {
	ev := record(c, ports(1)...)
	ev.Manifest.Steps[1].Failed = "exit status 1"
	ev.Observations = []evidence.Observation{
		{Assertion: -1, Step: 0, Answer: &state.Answer{Node: "a", Ping: &state.Ping{To: b1, Sent: 1, Received: 1}}},
		{Assertion: 3, Last: true, Snapshot: snapshot()},
	}
	return ev
}

// TestRoundTrip judges evidence that went through JSON, as on disk.
func TestRoundTrip(t *testing.T) {
	c := parse(t, journey)
	ev := evidenceOf(c)
	want := expect.Judge(c, ev)
	back := *ev
	for _, x := range []struct{ from, to any }{{ev.Manifest, &back.Manifest}, {ev.Observations, &back.Observations}} {
		data, err := json.Marshal(x.from)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(data, x.to); err != nil {
			t.Fatal(err)
		}
	}
	got := expect.Judge(c, &back)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("verdicts of evidence read back (-want +got):\n%s", diff)
	}
	// Results are data as well.
	data, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	var again suite.CaseResult
	if err := json.Unmarshal(data, &again); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(got, again); diff != "" {
		t.Errorf("results read back (-want +got):\n%s", diff)
	}
}

// TestLive judges while frames come in, as the runner does to know when to
// stop waiting.
func TestLive(t *testing.T) {
	c := parse(t, journey)
	ev := evidenceOf(c)
	frames := ev.Frames
	ev.Frames, ev.Manifest.Ended = nil, time.Time{}
	wait := c.Steps[3]
	if got := expect.Wait(c, wait, ev); got.Verdict != suite.Failed {
		t.Errorf("Wait before the frame: %s, want failed", verdict(got))
	}
	for _, f := range frames {
		f.Number = 0
	}
	ev.Frames = frames
	if got := expect.Wait(c, wait, ev); got.Verdict != suite.Passed {
		t.Errorf("Wait after the frame: %s, want passed", verdict(got))
	}
	if got := expect.Assertion(c, 0, ev); got.Verdict != suite.Passed || got.Finding.Matched[0].Frames[0] != 1 {
		t.Errorf("Assertion after the frame: %s", verdict(got))
	}
}

func TestSuiteResult(t *testing.T) {
	s := &suite.Suite{Name: "s"}
	got := suite.NewSuiteResult(s, []suite.CaseResult{{Verdict: suite.Passed, Points: 3, Earned: 3}, {Verdict: suite.Errored, Points: 2}, {Verdict: suite.Failed, Points: 2, Earned: 1}})
	if got.Verdict != suite.Failed || got.Totals != (suite.Totals{Passed: 1, Failed: 1, Errored: 1}) || got.Points != 7 || got.Earned != 4 {
		t.Errorf("got %+v", got)
	}
	if got := suite.NewSuiteResult(s, nil); got.Verdict != suite.Errored {
		t.Errorf("a suite without cases is %s, want errored", got.Verdict)
	}
}

// TestVerdictsFromDisk records a case, reads the run directory back, and
// judges both.
func TestVerdictsFromDisk(t *testing.T) {
	c := parse(t, journey)
	ev := evidenceOf(c)
	ev.Manifest.Format = evidence.Format
	ev.Manifest.Points[0].Captured = 1
	dir := t.TempDir() + "/run"
	r, err := evidence.Create(dir, ev.Manifest.Points)
	if err != nil {
		t.Fatal(err)
	}
	r.AddFrames(record(c, ports(1)...).Frames)
	for _, o := range ev.Observations {
		r.Observe(o)
	}
	live := expect.Judge(c, r.Live(ev.Manifest))
	if err := r.Close(ev.Manifest); err != nil {
		t.Fatal(err)
	}
	back, err := evidence.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	read := expect.Judge(c, back)
	for i := range live.Results {
		if l, d := verdict(live.Results[i]), verdict(read.Results[i]); l != d || live.Results[i].Verdict != suite.Passed {
			t.Errorf("%s: live %s, from disk %s", live.Results[i].Name, l, d)
		}
	}
	if live.Verdict != read.Verdict || read.Verdict != suite.Passed {
		t.Errorf("live %s (%s), from disk %s (%s)", live.Verdict, live.Reason, read.Verdict, read.Reason)
	}
}
