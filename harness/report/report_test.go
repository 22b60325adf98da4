package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/suite"
)

func TestNewRun(t *testing.T) {
	one := suite.SuiteResult{Name: "one", Verdict: suite.Passed, Points: 3, Earned: 3, Totals: suite.Totals{Passed: 2}}
	two := suite.SuiteResult{Name: "two", Verdict: suite.Failed, Points: 4, Earned: 1, Totals: suite.Totals{Passed: 1, Failed: 2, Errored: 3, Skipped: 4}}
	started := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	tests := []struct {
		name   string
		suites []suite.SuiteResult
		want   Run
	}{
		{"nothing", []suite.SuiteResult{}, Run{Verdict: suite.Errored}},
		{"one", []suite.SuiteResult{one}, Run{Verdict: suite.Passed, Points: 3, Earned: 3, Totals: suite.Totals{Passed: 2}}},
		{"two", []suite.SuiteResult{one, two}, Run{Verdict: suite.Failed, Points: 7, Earned: 4, Totals: suite.Totals{Passed: 3, Failed: 2, Errored: 3, Skipped: 4}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.want.Netrig, tt.want.Started, tt.want.Took, tt.want.Suites = "v1", started, time.Second, tt.suites
			if diff := cmp.Diff(tt.want, NewRun("v1", started, time.Second, tt.suites)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// The field names are those of the recorded reports, which are read with
// unknown fields refused; what is written is what was read.
func TestJSONRoundTrip(t *testing.T) {
	for _, r := range []Run{recorded(t, "failed"), recorded(t, "passed"), odd()} {
		var b bytes.Buffer
		if err := JSON(&b, r); err != nil {
			t.Fatal(err)
		}
		var again Run
		if err := json.Unmarshal(b.Bytes(), &again); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(r, again); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	}
}

// allowed is junit-10.xsd of Jenkins' xUnit plugin, as far as it concerns
// what is written: for each element its attributes, required ones first
// marked by a star, and the elements in it.
var allowed = map[string]struct{ attributes, elements []string }{
	"testsuites": {[]string{"name", "time", "tests", "failures", "errors"}, []string{"testsuite"}},
	"testsuite": {
		[]string{"*name", "*tests", "*failures", "*errors", "group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"},
		[]string{"testsuite", "properties", "testcase", "system-out", "system-err"},
	},
	"properties": {nil, []string{"property"}},
	"property":   {[]string{"*name", "*value"}, nil},
	"testcase":   {[]string{"*name", "time", "classname", "group"}, []string{"skipped", "error", "failure", "system-out", "system-err"}},
	"failure":    {[]string{"type", "message"}, nil},
	"error":      {[]string{"type", "message"}, nil},
	"skipped":    {[]string{"type", "message"}, nil},
	"system-out": {nil, nil},
}

// checkJUnit holds a file against the schema, and its counts against the
// test cases that are in it.
func checkJUnit(t *testing.T, data []byte) {
	t.Helper()
	type counts struct{ tests, failures, errors, skipped int }
	var path []string
	var said, seen []counts // a stack: of testsuites, of testsuite
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		switch e := token.(type) {
		case xml.StartElement:
			name := e.Name.Local
			rule, known := allowed[name]
			if !known {
				t.Fatalf("element %s", name)
			}
			if n := len(path); n == 0 && name != "testsuites" || n > 0 && !slices.Contains(allowed[path[n-1]].elements, name) {
				t.Fatalf("element %s in %v", name, path)
			}
			path = append(path, name)
			values := map[string]string{}
			for _, a := range e.Attr {
				if !slices.Contains(rule.attributes, a.Name.Local) && !slices.Contains(rule.attributes, "*"+a.Name.Local) {
					t.Errorf("attribute %s of %s", a.Name.Local, name)
				}
				values[a.Name.Local] = a.Value
			}
			for _, a := range rule.attributes {
				if _, ok := values[strings.TrimPrefix(a, "*")]; !ok && a[0] == '*' {
					t.Errorf("no attribute %s of %s", a, name)
				}
			}
			if v, ok := values["time"]; ok && !regexp.MustCompile(`^[0-9]+\.[0-9]{3}$`).MatchString(v) {
				t.Errorf("time %q", v)
			}
			if v, ok := values["timestamp"]; ok {
				if _, err := time.Parse("2006-01-02T15:04:05", v); err != nil {
					t.Error(err)
				}
			}
			number := func(name string) int {
				n, err := strconv.Atoi(values[name])
				if err != nil && values[name] != "" {
					t.Errorf("%s: %v", name, err)
				}
				return n
			}
			switch name {
			case "testsuites", "testsuite":
				said = append(said, counts{number("tests"), number("failures"), number("errors"), number("skipped")})
				seen = append(seen, counts{})
			case "testcase":
				seen[len(seen)-1].tests++
			case "failure":
				seen[len(seen)-1].failures++
			case "error":
				seen[len(seen)-1].errors++
			case "skipped":
				seen[len(seen)-1].skipped++
			}
		case xml.EndElement:
			path = path[:len(path)-1]
			if name := e.Name.Local; name != "testsuites" && name != "testsuite" {
				continue
			}
			last := len(seen) - 1
			if e.Name.Local == "testsuites" {
				said[last].skipped = seen[last].skipped // it has no such attribute
			}
			if said[last] != seen[last] {
				t.Errorf("%s says %+v and has %+v", e.Name.Local, said[last], seen[last])
			}
			if last > 0 {
				up := &seen[last-1]
				up.tests, up.failures, up.errors, up.skipped = up.tests+seen[last].tests, up.failures+seen[last].failures, up.errors+seen[last].errors, up.skipped+seen[last].skipped
			}
			said, seen = said[:last], seen[:last]
		}
	}
}

func TestJUnitFollowsTheSchema(t *testing.T) {
	failed := recorded(t, "failed")
	both := NewRun("v1", failed.Started, failed.Took, append(slices.Clone(failed.Suites), odd().Suites...))
	for _, r := range []Run{failed, recorded(t, "passed"), odd(), both, NewRun("v1", failed.Started, 0, nil)} {
		var b bytes.Buffer
		if err := JUnit(&b, r); err != nil {
			t.Fatal(err)
		}
		checkJUnit(t, b.Bytes())
	}
}

// full is a writer on a full disk.
type full struct{ room int }

var errFull = errors.New("no space left on device")

func (f *full) Write(b []byte) (int, error) {
	if len(b) > f.room {
		return 0, errFull
	}
	f.room -= len(b)
	return len(b), nil
}

func TestAWriteThatFailsIsReported(t *testing.T) {
	r := recorded(t, "failed")
	renders := map[string]func(io.Writer, Run) error{
		"text": func(w io.Writer, r Run) error { return Text(w, r, Style{}) }, "json": JSON, "junit": JUnit,
	}
	for name, render := range renders {
		for _, room := range []int{0, 50, 1000} {
			if err := render(&full{room}, r); !errors.Is(err, errFull) {
				t.Errorf("%s with room for %d octets: %v", name, room, err)
			}
		}
	}
}

// said returns a run in which s stands wherever text can stand.
func said(s string, number int, verdict suite.Verdict) Run {
	place := suite.Place{File: s, Line: number, Column: 1}
	frame := suite.FrameLine{Number: number, Offset: float64(number), Point: s, Summary: s, Mark: s}
	table := frame
	table.Summary, table.Point, table.Mark = "a → b "+s, "pc1:eth0", "1 "+s
	finding := &suite.Finding{
		Want: s, Got: s, Seen: number, Filter: s, Capture: s,
		Matched: []suite.MatchStep{{Step: 1, As: s, Text: s, Frames: []int{number}, Count: number}},
		Stuck:   &suite.StuckStep{Step: 2, As: s, Text: s, Why: s},
		Near:    &suite.NearMiss{Frame: &frame, Item: s, Terms: []suite.Term{{Text: s, Had: []string{s}}, {Text: s, Held: true}, {Text: s}}},
		Frames:  []suite.FrameLine{frame, table, table, table, table, table, table, frame},
	}
	state := *finding
	state.Stuck, state.Matched, state.Near = nil, nil, &suite.NearMiss{Item: s, Terms: finding.Near.Terms}
	tables := state
	tables.Frames = []suite.FrameLine{table, table}
	var results []suite.Result
	for _, f := range []*suite.Finding{finding, &state, &tables, nil} {
		results = append(results, suite.Result{Name: s, Kind: suite.Kind(s), Verdict: verdict, Reason: s, Hint: s, Points: number, Place: place, Finding: f},
			suite.Result{Name: s, Kind: suite.KindRoute, Verdict: suite.Passed, Place: place, Finding: f})
	}
	step := suite.StepResult{Text: s, Verdict: verdict, Reason: s, Place: place}
	c := suite.CaseResult{Suite: s, Name: s, Cites: []string{s}, Verdict: verdict, Reason: s + s, Place: place, Dir: s, Steps: []suite.StepResult{step}, Results: results}
	sum := suite.NewSuiteResult(&suite.Suite{Name: s, File: s, Title: s}, []suite.CaseResult{c, c})
	sum.Dir = s
	return NewRun(s, time.Time{}, time.Duration(number), []suite.SuiteResult{sum})
}

// Nothing that a program prints commands the terminal or breaks the XML.
func FuzzForeignText(f *testing.F) {
	f.Add("plain", 1, 80)
	f.Add("\x1b[31mred\x1b]0;title\x07 \u009b2J \r\n\t\x00\x7f", 2, 0)
	f.Add("\u202eright to left\u2066 \u200b\ufeff\u2028\u2029", 7, 40)
	f.Add("]]> <![CDATA[ & \" ' \ufffe\uffff \xff\xc3", -3, 100)
	f.Add("应答者 → 一二三 四五六 && 七八九 || é̂", 12, 61)
	f.Add(strings.Repeat("long ", 60)+strings.Repeat("x", 300), 1, 70)
	ours := regexp.MustCompile("\x1b\\[[0-9]{1,2}m")
	f.Fuzz(func(t *testing.T, s string, number, width int) {
		if len(s) > 4096 {
			t.Skip("more of the same")
		}
		verdicts := []suite.Verdict{suite.Failed, suite.Errored, suite.Skipped, suite.Verdict(s)}
		r := said(s, number, verdicts[uint(number)%uint(len(verdicts))])
		var b bytes.Buffer
		if err := Text(&b, r, Style{Verbose: true, Width: width}); err != nil {
			t.Fatal(err)
		}
		for i, c := range b.String() {
			if c != '\n' && (!unicode.IsGraphic(c) || c == unicode.ReplacementChar && !strings.Contains(s, "\ufffd")) {
				t.Fatalf("%U at %d in\n%q", c, i, b.String())
			}
		}
		b.Reset()
		if err := Text(&b, r, Style{Verbose: true, Width: width, Color: true}); err != nil {
			t.Fatal(err)
		}
		if rest := ours.ReplaceAllString(b.String(), ""); strings.ContainsFunc(rest, func(c rune) bool { return c != '\n' && unicode.IsControl(c) }) {
			t.Fatalf("a control character in\n%q", rest)
		}
		b.Reset()
		if err := JUnit(&b, r); err != nil {
			t.Fatal(err)
		}
		checkJUnit(t, b.Bytes())
		b.Reset()
		if err := JSON(&b, r); err != nil {
			t.Fatal(err)
		}
		if !json.Valid(b.Bytes()) {
			t.Fatal("not JSON")
		}
	})
}

// TestHintsAreForFailures checks that a hint about the network is not given
// where netrig could not tell, and that one reason is then said once.
func TestHintsAreForFailures(t *testing.T) {
	result := func(name string, v suite.Verdict) suite.Result {
		return suite.Result{Name: name, Verdict: v, Reason: "because", Hint: "look at the cable"}
	}
	for _, tt := range []struct {
		verdict        suite.Verdict
		reasons, hints int
	}{{suite.Failed, 2, 2}, {suite.Errored, 1, 0}} {
		c := suite.CaseResult{Name: "c", Verdict: tt.verdict, Reason: "one: because (and 1 more)", Results: []suite.Result{result("one", tt.verdict), result("two", tt.verdict)}}
		r := NewRun("v", time.Time{}, 0, []suite.SuiteResult{{Name: "s", Verdict: tt.verdict, Cases: []suite.CaseResult{c}}})
		var b strings.Builder
		if err := Text(&b, r, Style{}); err != nil {
			t.Fatal(err)
		}
		if got := strings.Count(b.String(), "      because"); got != tt.reasons {
			t.Errorf("%s: the reason stands there %d times, want %d\n%s", tt.verdict, got, tt.reasons, &b)
		}
		if got := strings.Count(b.String(), "look at the cable"); got != tt.hints {
			t.Errorf("%s: %d hints, want %d\n%s", tt.verdict, got, tt.hints, &b)
		}
	}
}
