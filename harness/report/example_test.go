package report_test

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/netrig/netrig/harness/report"
	"github.com/netrig/netrig/harness/suite"
)

// small is a run of one case that failed.
func small() report.Run {
	failed := suite.Result{
		Name: "pc2 answers", Kind: suite.KindCount, Verdict: suite.Failed, Reason: "0 frames match icmp.type == 0, want 1",
		Place: suite.Place{File: "ping.yaml", Line: 12, Column: 9}, Points: 2, Hint: "Does pc2 have a route back?",
		Finding: &suite.Finding{
			Seen: 3, Filter: "icmp.type == 0",
			Frames: []suite.FrameLine{{Number: 3, Offset: 0.000041, Point: "pc1:eth0", Summary: "10.0.0.1 → 10.0.1.2 ICMP Echo (ping) request"}},
		},
	}
	c := suite.CaseResult{
		Name: "pc1 pings pc2", Verdict: suite.Failed, Place: suite.Place{File: "ping.yaml", Line: 8, Column: 5}, Points: 2,
		Reason: "pc2 answers: " + failed.Reason, Results: []suite.Result{failed},
	}
	s := suite.NewSuiteResult(&suite.Suite{Name: "ping", File: "ping.yaml"}, []suite.CaseResult{c})
	return report.NewRun("v1.0.0", time.Time{}, 2*time.Second, []suite.SuiteResult{s})
}

func ExampleText() {
	if err := report.Text(os.Stdout, small(), report.Style{Width: 100}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// ping  ping.yaml
	//   ✗ pc1 pings pc2  0 of 1 assertions passed  0 of 2 points
	//
	// FAILED ping / pc1 pings pc2
	//   ping.yaml:8:5
	//
	//   ✗ pc2 answers  0 of 2 points
	//       ping.yaml:12:9
	//       0 frames match icmp.type == 0, want 1
	//       hint  Does pc2 have a route back?
	//
	//       frames at pc1:eth0, 1 of 3
	//         frame   seconds
	//             3  0.000041  10.0.0.1 → 10.0.1.2  ICMP  Echo (ping) request
	//
	//       filter for Wireshark
	//       icmp.type == 0
	//
	// 1 failed, 0 of 2 points  in 2s
	// ✓ passed   ✗ failed: it does not hold   ! errored: netrig could not tell   - skipped: not tried
}

func ExampleJUnit() {
	r := small()
	r.Suites[0].Cases[0] = suite.CaseResult{Name: "pc1 pings pc2", Verdict: suite.Passed, Took: 31 * time.Millisecond}
	r.Suites[0] = suite.NewSuiteResult(&suite.Suite{Name: "ping", File: "ping.yaml"}, r.Suites[0].Cases)
	if err := report.JUnit(os.Stdout, report.NewRun("v1.0.0", time.Time{}, time.Second, r.Suites)); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <?xml version="1.0" encoding="UTF-8"?>
	// <testsuites name="netrig" tests="1" failures="0" errors="0" time="1.000">
	//   <testsuite name="ping" file="ping.yaml" tests="1" failures="0" errors="0" skipped="0" time="0.000">
	//     <testcase name="pc1 pings pc2" classname="ping" time="0.031"></testcase>
	//   </testsuite>
	// </testsuites>
}

func ExampleJSON() {
	if err := report.JSON(os.Stdout, report.NewRun("v1.0.0", time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC), time.Second, nil)); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "netrig": "v1.0.0",
	//   "verdict": "errored",
	//   "started": "2026-01-02T03:04:05Z",
	//   "took": 1000000000,
	//   "totals": {
	//     "passed": 0,
	//     "failed": 0,
	//     "errored": 0,
	//     "skipped": 0
	//   },
	//   "suites": []
	// }
}

func ExampleProgress() {
	terminal := io.Discard // os.Stderr, if it is one
	p := report.NewProgress(terminal, 80, 2)
	p.Doing("arp/one", "boot")
	p.Doing("arp/one", "ping pc1 -> 10.0.0.2")
	p.Done("arp/one", suite.Passed)
	p.Clear()
	// Output:
}
