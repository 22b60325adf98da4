package cases_test

import (
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/report"
	"github.com/netrig/netrig/harness/suite"
)

// TestTheReportSaysWhereItEnded breaks the way of "one web request", each time at
// another place, and reads in the report which layer did not come to pc1, and why.
func TestTheReportSaysWhereItEnded(t *testing.T) {
	const (
		request = "      - http:\n          from: pc1\n"
		asked   = "          source_port: 51775\n"
	)
	before := func(step string) edit { return edit{inSuite, request, "      - " + step + "\n" + request} }
	brief := edit{inSuite, asked, asked + "          timeout: 500ms\n"}
	tests := []struct {
		name    string
		edits   []edit
		missing int // the first layer that does not come to pc1, in the order of "All"
		why     string
	}{
		{"no server gives an address", []edit{
			{inTopology, "eth0: {dhcp: auto,", "eth0: {dhcp: manual,"},
			{inSuite, request, "      - service: {node: gw, stop: dhcp}\n      - dhcp: {node: pc1, do: discover, timeout: 300ms, fails: true}\n" + request},
		}, 1, "no name server is known"},
		{"a name server is down", []edit{before(breaksName)}, 3, "server answers SERVFAIL"},
		{"a cable is out", []edit{
			before("sysctl: {node: r3, set: {net.ipv4.neigh.web.retrans_time_ms: 50}}"), before(breaksCable),
		}, 4, "no route to host"},
		{"there is no way back", []edit{before(breaksBack), brief}, 4, "deadline exceeded"},
		{"large packets get lost", []edit{
			before("fault: {add: {name: filter, on: r1:r2 -- r2:r1, from: r2, match: icmp.type == 3 && icmp.code == 4, do: drop}}"),
			before("sysctl: {node: pc1, set: {net.ipv4.ip_no_pmtu_disc: 0}}"), before("sysctl: {node: r2, set: {net.ipv4.ip_forward_use_pmtu: 1}}"),
			before(breaksLarge), brief,
		}, 6, "deadline exceeded"},
		{"nobody serves the page", []edit{before(breaksPage)}, 4, "connection refused"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			files := embedded(t, "internet")
			mutant{name: tt.name, edits: tt.edits}.apply(t, files, "internet")
			hasten(t, files["internet/"+inSuite])
			r, err := harness.Run(t.Context(), []harness.Source{{FS: files, Name: "internet/" + inSuite}}, harness.RunOptions{
				Dir: filepath.Join(t.TempDir(), "run"), Only: regexp.MustCompile("^internet/one web request$"),
			})
			if err != nil {
				t.Fatal(err)
			}
			if c := r.Suites[0].Cases[0]; c.Verdict != suite.Failed {
				t.Fatalf("%s: %s", c.Verdict, c.Reason)
			}
			var b strings.Builder
			if err := report.Text(&b, r, report.Style{}); err != nil {
				t.Fatal(err)
			}
			text := strings.Join(strings.Fields(b.String()), " ") // lines are broken anywhere
			_, step, _ := strings.Cut(text, "✗ step ")
			if step, _, _ = strings.Cut(step, " ✗ "); !strings.Contains(step, tt.why) {
				t.Errorf("the step that failed does not tell why, %q:\n%s", tt.why, b.String())
			}
			missing := regexp.MustCompile(regexp.QuoteMeta("✗ "+allLayers) + ` \S+ step (\d): no frame matches`).FindStringSubmatch(text)
			if missing == nil || missing[1] != strconv.Itoa(tt.missing) {
				t.Errorf("it is not told that layer %d does not come:\n%s", tt.missing, b.String())
			}
		})
	}
}
