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

// The JUnit XML elements that Jenkins, GitLab, GitHub actions and others
// read, no more than the strictest of them allows (junit-10.xsd of Jenkins'
// xUnit plugin). A case of netrig is one testcase; what its assertions found
// is the text of its failure.
type (
	junitRun struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Errors   int          `xml:"errors,attr"`
		Time     string       `xml:"time,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name       string           `xml:"name,attr"`
		File       string           `xml:"file,attr,omitempty"`
		Tests      int              `xml:"tests,attr"`
		Failures   int              `xml:"failures,attr"`
		Errors     int              `xml:"errors,attr"`
		Skipped    int              `xml:"skipped,attr"`
		Time       string           `xml:"time,attr"`
		Timestamp  string           `xml:"timestamp,attr,omitempty"`
		Properties *junitProperties `xml:"properties"`
		Cases      []junitCase      `xml:"testcase"`
	}
	junitProperties struct {
		List []junitProperty `xml:"property"`
	}
	junitProperty struct {
		Name  string `xml:"name,attr"`
		Value string `xml:"value,attr"`
	}
	junitCase struct {
		Name      string        `xml:"name,attr"`
		Class     string        `xml:"classname,attr"`
		Time      string        `xml:"time,attr"`
		Failure   *junitOutcome `xml:"failure"`
		Error     *junitOutcome `xml:"error"`
		Skipped   *junitOutcome `xml:"skipped"`
		SystemOut string        `xml:"system-out,omitempty"`
	}
	junitOutcome struct {
		Type    string `xml:"type,attr"`
		Message string `xml:"message,attr"`
		Text    string `xml:",cdata"` // as it stands: line breaks would be written as references
	}
)

// JUnit writes the run as JUnit XML.
func JUnit(w io.Writer, r Run) error {
	doc := junitRun{
		Name: "netrig", Time: seconds(r.Took),
		Tests:    r.Totals.Passed + r.Totals.Failed + r.Totals.Errored + r.Totals.Skipped,
		Failures: r.Totals.Failed, Errors: r.Totals.Errored,
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
		Name: visible(s.Name), File: visible(s.File), Time: seconds(s.Took),
		Tests: len(s.Cases), Failures: s.Totals.Failed, Errors: s.Totals.Errored, Skipped: s.Totals.Skipped,
	}
	if !s.Started.IsZero() {
		out.Timestamp = s.Started.UTC().Format("2006-01-02T15:04:05")
	}
	if s.Points > 0 {
		out.Properties = &junitProperties{[]junitProperty{{"points", strconv.Itoa(s.Points)}, {"earned", strconv.Itoa(s.Earned)}}}
	}
	for _, c := range s.Cases {
		out.Cases = append(out.Cases, junitCaseOf(s.Name, c))
	}
	return out
}

func junitCaseOf(suiteName string, c suite.CaseResult) junitCase {
	out := junitCase{Name: visible(c.Name), Class: visible(suiteName), Time: seconds(c.Took)}
	if c.Points > 0 {
		out.SystemOut = fmt.Sprintf("%d of %d points", c.Earned, c.Points)
	}
	if c.Verdict == suite.Passed {
		return out
	}
	var text strings.Builder
	newPrinter(&text, Style{}).details(c)
	o := &junitOutcome{Type: string(c.Verdict), Message: visible(c.Reason), Text: "\n" + text.String()}
	switch c.Verdict {
	case suite.Failed:
		out.Failure = o
	case suite.Skipped:
		out.Skipped = o
	default:
		out.Error = o
	}
	return out
}

// seconds writes a time as the schema asks: no sign, no unit, no exponent.
func seconds(d time.Duration) string { return strconv.FormatFloat(max(0, d.Seconds()), 'f', 3, 64) }
