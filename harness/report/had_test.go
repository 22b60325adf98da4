package report_test

import (
	"strings"
	"testing"

	"github.com/netrig/netrig/harness/report"
	"github.com/netrig/netrig/harness/suite"
)

// TestHad pins how the report says what a field had instead, one that was not to be among them.
func TestHad(t *testing.T) {
	terms := []suite.Term{
		{Text: "rcode NOERROR", Had: []string{"rcode is NXDOMAIN"}},
		{Text: "no error", Had: []string{"error is timed out"}},
		{Text: "answer [10.0.0.1]", Had: []string{"no answer"}},
		{Text: "over udp", Held: true},
	}
	var b strings.Builder
	err := report.Failures(&b, []suite.Result{{
		Name: "a", Verdict: suite.Failed, Reason: "r", Finding: &suite.Finding{Near: &suite.NearMiss{Item: "www", Terms: terms}},
	}}, report.Style{})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"it is NXDOMAIN", "it is timed out", "it has no answer"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("it does not say %q:\n%s", want, b.String())
		}
	}
}
