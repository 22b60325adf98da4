package report

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/internal/trial"
)

// recorded reads a JSON report. failed.json is of a suite of mistakes,
// passed.json of a web request; their times are made up.
func recorded(t *testing.T, name string) Run {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var r Run
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(&r); err != nil {
		t.Fatal(err)
	}
	return r
}

// odd is what happens seldom.
func odd() Run {
	place := suite.Place{File: "odd.yaml", Line: 7, Column: 3}
	line := func(number int, point, summary, mark string) suite.FrameLine {
		return suite.FrameLine{Number: number, Offset: float64(number) / 1000, Point: point, Length: 60, Summary: summary, Mark: mark}
	}
	cases := []suite.CaseResult{
		{
			Name: "a service panicked", Verdict: suite.Errored, Place: place, Reason: "panicked: http",
			Results: []suite.Result{{Name: "a page", Kind: suite.KindHTTP, Verdict: suite.Passed, Place: place}},
		},
		{
			Name: "the network did not come up", Verdict: suite.Errored, Place: place, Points: 3,
			Reason: "the harness could not run the case to its end: gw: add address 10.0.0.1/24 to lan: no space left on device (and 3 more)",
			Results: []suite.Result{
				{Name: "one", Verdict: suite.Errored, Place: place, Points: 2, Reason: "the harness could not run the case to its end: gw: add address 10.0.0.1/24 to lan: no space left on device"},
				{Name: "two", Verdict: suite.Errored, Place: place, Points: 1, Reason: "the harness could not run the case to its end: gw: add address 10.0.0.1/24 to lan: no space left on device"},
				{Name: "three", Verdict: suite.Errored, Place: place, Reason: "the harness could not run the case to its end: gw: add address 10.0.0.1/24 to lan: no space left on device"},
			},
		},
		{
			Name: "frames were lost", Verdict: suite.Errored, Place: place, Reason: "no reset: it was not seen, but the capture at pc1:eth0 lost 12 frames",
			Results: []suite.Result{{Name: "no reset", Kind: suite.KindNever, Verdict: suite.Errored, Place: place,
				Reason: "it was not seen, but the capture at pc1:eth0 lost 12 frames"}},
		},
		{
			Name: "frames of other forms", Verdict: suite.Failed, Place: place, Reason: "a: step 1: no frame matches",
			Results: []suite.Result{{
				Name: "a", Kind: suite.KindSequence, Verdict: suite.Failed, Place: place, Reason: "step 1: no frame matches",
				Finding: &suite.Finding{
					Seen:  2,
					Stuck: &suite.StuckStep{Step: 1, Text: "eth.type == 0x88cc", Why: "no frame matches"},
					Frames: []suite.FrameLine{
						line(1, "pc1:eth0", "fe80::1 → ff02::1 ICMPv6 Router Advertisement from 02:00:00:00:00:01", ""),
						line(2, "pc1:eth0", "malformed", "nearest"),
					},
				},
			}},
		},
		{
			Name: "a negated sequence that was there", Verdict: suite.Failed, Place: place, Reason: "b: it was not to hold, and it does: all steps matched",
			Results: []suite.Result{{
				Name: "b", Kind: suite.KindSequence, Verdict: suite.Failed, Place: place, Reason: "it was not to hold, and it does: all steps matched",
				Finding: &suite.Finding{
					Got: "all steps matched", Seen: 9, Filter: "icmpv6.type == 134",
					Matched: []suite.MatchStep{{Step: 1, As: "ra", Text: "icmpv6.type == 134", Frames: []int{3}, Count: 1}},
					Frames:  []suite.FrameLine{line(3, "pc1:eth0", "fe80::1 → ff02::1 ICMPv6 Router Advertisement from 02:00:00:00:00:01", "1 ra")},
				},
			}},
		},
		{
			Name: "nothing like it", Verdict: suite.Failed, Place: place, Reason: "c: none of 2 routes is like it",
			Results: []suite.Result{{
				Name: "c", Kind: suite.KindRoute, Verdict: suite.Failed, Place: place, Reason: "none of 2 routes is like it",
				Finding: &suite.Finding{
					Want: "to 10.1.0.0/16, via 10.0.0.2", Seen: 4,
					Got: "none of 2 routes is like it: 10.0.0.0/24 dev eth0 proto kernel; fe80::/64 dev eth0 proto kernel metric 256",
				},
			}},
		},
		{Name: "not tried", Verdict: suite.Skipped, Place: place, Reason: "needs VLANs, which this kernel lacks"},
	}
	s := suite.NewSuiteResult(&suite.Suite{Name: "odd", File: "odd.yaml"}, cases)
	return NewRun("v1.0.0", s.Started, 0, []suite.SuiteResult{s})
}

func TestGolden(t *testing.T) {
	styled := func(s Style) func(io.Writer, Run) error {
		return func(w io.Writer, r Run) error { return Text(w, r, s) }
	}
	tests := []struct {
		name   string
		run    Run
		render func(io.Writer, Run) error
	}{
		{"failed.txt", recorded(t, "failed"), styled(Style{})},
		{"failed-80.txt", recorded(t, "failed"), styled(Style{Width: 80})},
		{"failed-color.txt", recorded(t, "failed"), styled(Style{Width: 120, Color: true, Verbose: true})},
		{"failed.xml", recorded(t, "failed"), JUnit},
		{"passed.txt", recorded(t, "passed"), styled(Style{})},
		{"passed-verbose.txt", recorded(t, "passed"), styled(Style{Verbose: true})},
		{"passed-verbose-80.txt", recorded(t, "passed"), styled(Style{Verbose: true, Width: 80})},
		{"passed.xml", recorded(t, "passed"), JUnit},
		{"odd.txt", odd(), styled(Style{Verbose: true, Width: 100})},
		{"odd.json", odd(), JSON},
		{"odd.xml", odd(), JUnit},
		{"ladder.txt", ladder(), styled(Style{})},
		{"ladder-80.txt", ladder(), styled(Style{Width: 80})},
		{"ladder-ascii.txt", ladder(), styled(Style{Width: 100, ASCII: true})},
		{"ladder-color.txt", ladder(), styled(Style{Width: 120, Color: true})},
		{"ladder.json", ladder(), JSON},
		{"nothing.txt", NewRun("v1.0.0", odd().Started, 0, nil), styled(Style{})},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var b bytes.Buffer
			if err := tt.render(&b, tt.run); err != nil {
				t.Fatal(err)
			}
			file := filepath.Join("testdata", tt.name+".golden")
			trial.Golden(t, file, b.String())
		})
	}
}

// What is there to be copied stands whole on a line of its own, however
// narrow the terminal is; no other line is wider than the terminal.
func TestLinesFit(t *testing.T) {
	for _, name := range []string{"failed", "passed"} {
		r := recorded(t, name)
		copied := map[string]bool{}
		for _, s := range r.Suites {
			for _, c := range s.Cases {
				copied["evidence:    "+c.Dir] = true
				for _, a := range c.Results {
					if a.Finding != nil {
						copied[a.Finding.Filter] = true
						copied["every frame: wireshark "+a.Finding.Capture] = true
					}
				}
			}
		}
		for _, width := range []int{1, 72, 80, 100, 132} {
			var b strings.Builder
			if err := Text(&b, r, Style{Width: width, Verbose: true}); err != nil {
				t.Fatal(err)
			}
			whole := map[string]bool{}
			for l := range strings.Lines(b.String()) {
				l = strings.TrimRight(l, "\n")
				whole[strings.TrimSpace(l)] = true
				if columns(l) > max(width, leastWidth) && !copied[strings.TrimSpace(l)] && !heading(r, l) {
					t.Errorf("%s at %d columns: %d columns: %s", name, width, columns(l), l)
				}
			}
			for _, s := range r.Suites {
				for _, c := range s.Cases {
					for _, a := range c.Results {
						if a.Verdict != suite.Passed && a.Finding != nil && a.Finding.Filter != "" && !whole[a.Finding.Filter] {
							t.Errorf("%s at %d columns: the filter is broken: %s", name, width, a.Finding.Filter)
						}
					}
				}
			}
		}
	}
}

// heading reports whether a line is the name of something, which is never
// cut, or a line that says the same at any width.
func heading(r Run, l string) bool {
	for _, s := range r.Suites {
		if strings.Contains(l, s.File) || strings.Contains(l, s.Dir) {
			return true
		}
		for _, c := range s.Cases {
			if strings.Contains(l, c.Name) {
				return true
			}
			for _, a := range c.Results {
				if strings.Contains(l, a.Name) {
					return true
				}
			}
			for _, a := range c.Steps {
				if strings.Contains(l, a.Text) {
					return true
				}
			}
		}
	}
	return strings.Contains(l, "netrig could not tell")
}
