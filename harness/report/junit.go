package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/netrig/netrig/harness/suite"
)

// The JUnit XML elements that GitLab, Jenkins, GitHub actions and others
// read. A case of netrig is one testcase; what its assertions found is the
// text of its failure.
type (
	junitRun struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Errors   int          `xml:"errors,attr"`
		Skipped  int          `xml:"skipped,attr"`
		Time     string       `xml:"time,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name      string      `xml:"name,attr"`
		File      string      `xml:"file,attr,omitempty"`
		Tests     int         `xml:"tests,attr"`
		Failures  int         `xml:"failures,attr"`
		Errors    int         `xml:"errors,attr"`
		Skipped   int         `xml:"skipped,attr"`
		Time      string      `xml:"time,attr"`
		Timestamp string      `xml:"timestamp,attr,omitempty"`
		Cases     []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Name      string        `xml:"name,attr"`
		Class     string        `xml:"classname,attr"`
		File      string        `xml:"file,attr,omitempty"`
		Line      int           `xml:"line,attr,omitempty"`
		Time      string        `xml:"time,attr"`
		Failure   *junitOutcome `xml:"failure"`
		Error     *junitOutcome `xml:"error"`
		Skipped   *junitOutcome `xml:"skipped"`
		SystemOut string        `xml:"system-out,omitempty"`
	}
	junitOutcome struct {
		Message string `xml:"message,attr"`
		Text    string `xml:",chardata"`
	}
)

// JUnit writes the run as JUnit XML.
func JUnit(w io.Writer, r Run) error {
	doc := junitRun{
		Name: "netrig", Time: seconds(r.Took),
		Tests:    r.Totals.Passed + r.Totals.Failed + r.Totals.Errored + r.Totals.Skipped,
		Failures: r.Totals.Failed, Errors: r.Totals.Errored, Skipped: r.Totals.Skipped,
	}
	for _, s := range r.Suites {
		doc.Suites = append(doc.Suites, junitOf(s))
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return fmt.Errorf("report: write JUnit: %w", err)
	}
	e := xml.NewEncoder(w)
	e.Indent("", "  ")
	if err := e.Encode(doc); err != nil {
		return fmt.Errorf("report: write JUnit: %w", err)
	}
	if _, err := io.WriteString(w, "\n"); err != nil {
		return fmt.Errorf("report: write JUnit: %w", err)
	}
	return nil
}

func junitOf(s suite.SuiteResult) junitSuite {
	out := junitSuite{
		Name: s.Name, File: s.File, Time: seconds(s.Took),
		Tests: len(s.Cases), Failures: s.Totals.Failed, Errors: s.Totals.Errored, Skipped: s.Totals.Skipped,
	}
	if !s.Started.IsZero() {
		out.Timestamp = s.Started.UTC().Format("2006-01-02T15:04:05")
	}
	for _, c := range s.Cases {
		tc := junitCase{Name: c.Name, Class: s.Name, File: c.Place.File, Line: c.Place.Line, Time: seconds(c.Took)}
		if c.Verdict != suite.Passed {
			var text strings.Builder
			p := printer{w: &text}
			p.details(c)
			o := &junitOutcome{Message: clean(c.Reason), Text: clean(text.String())}
			switch c.Verdict {
			case suite.Failed:
				tc.Failure = o
			case suite.Skipped:
				tc.Skipped = o
			default:
				tc.Error = o
			}
		}
		if c.Points > 0 {
			tc.SystemOut = fmt.Sprintf("%d of %d points", c.Earned, c.Points)
		}
		out.Cases = append(out.Cases, tc)
	}
	return out
}

// clean replaces what XML 1.0 cannot carry: a program's output may hold any
// octet.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '\t' || r == '\n' || r >= 0x20 && r != 0xfffe && r != 0xffff {
			return r
		}
		return '\ufffd'
	}, strings.ToValidUTF8(s, "\ufffd"))
}

func seconds(d time.Duration) string { return strconv.FormatFloat(d.Seconds(), 'f', 3, 64) }
