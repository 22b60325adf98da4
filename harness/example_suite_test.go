package harness_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing/fstest"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/report"
	"github.com/netrig/netrig/harness/suite"
)

const shownSuite = `suite: shown
topology:
  nodes:
    pc1: {interfaces: {eth0: 10.0.0.1/24}}
    pc2: {interfaces: {eth0: 10.0.0.2/24}}
  links: [pc1 -- pc2]
cases:
  - name: pc1 reaches pc2
    steps: [{ping: {from: pc1, to: pc2}}]
    assert: [{at: "pc2:eth0", sequence: [icmp.type == 8, icmp.type == 0]}]
`

func shownSource() harness.Source {
	return harness.Source{FS: fstest.MapFS{"suite.yaml": {Data: []byte(shownSuite)}}, Name: "suite.yaml"}
}

func ExampleRun() {
	dir, err := os.MkdirTemp("", "netrig-example-")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = os.RemoveAll(dir) }()
	sources := []harness.Source{shownSource()} // or harness.Files("suite.yaml", "more/suites")
	run, err := harness.Run(context.Background(), sources, harness.RunOptions{Dir: dir, Keep: true})
	fmt.Println(run.Verdict, run.Totals.Passed, err)
	again, err := harness.Verify(dir) // the same verdicts, offline
	fmt.Println(again.Verdict, again.Totals.Passed, err)
	// Output:
	// passed 1 <nil>
	// passed 1 <nil>
}

func ExampleIsolate() {
	main := func() {
		harness.Isolate() // first: from here on nothing can leave the machine
		sources, err := harness.Files("suite.yaml")
		if err != nil {
			fmt.Println(err)
			return
		}
		run, err := harness.Run(context.Background(), sources, harness.RunOptions{})
		if err != nil {
			fmt.Println(err)
			return
		}
		if err := report.Text(os.Stdout, run, report.Style{}); err != nil || run.Verdict != suite.Passed {
			os.Exit(1)
		}
	}
	_ = main
}

func ExampleHandover() {
	main := func() {
		harness.Handover() // in case the harness started this program
		if len(os.Args) > 1 && os.Args[1] == "run" {
			harness.Isolate()
		}
	}
	_ = main
}

func ExamplePlan() {
	plan, err := harness.Plan([]harness.Source{shownSource()}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(strings.Contains(plan, "10.0.0.2/24"))
	// Output: true
}

func ExampleSource_Lint() {
	text := strings.Replace(shownSuite, "10.0.0.2/24", "10.0.0.1/24", 1)
	mistakes, err := harness.Source{FS: fstest.MapFS{"suite.yaml": {Data: []byte(text)}}, Name: "suite.yaml"}.Lint()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(mistakes)
	// Output: suite.yaml:5:24: pc2:eth0 has address 10.0.0.1, which pc1:eth0 has too (give one of them another address) [duplicate-address]
}

func ExampleSource_Load() {
	s, err := shownSource().Load()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(s.Name, len(s.Cases), s.Cases[0].Name)
	// Output: shown 1 pc1 reaches pc2
}

func ExampleFiles() {
	_, err := harness.Files("no-such-folder")
	fmt.Println(err)
	// Output: find suites: stat no-such-folder: no such file or directory
}

func ExampleDoctor() {
	for _, f := range harness.Doctor() {
		if f.Needed && !f.OK {
			fmt.Printf("%s: %s (%s)\n", f.Name, f.Detail, f.Cure)
		}
	}
}

func ExampleVerifyCapture() {
	sources, err := harness.Files("suite.yaml")
	if err != nil {
		fmt.Println(err)
		return
	}
	file, err := os.Open("somebody-elses.pcapng")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = file.Close() }()
	run, err := harness.VerifyCapture(sources, file.Name(), file, harness.CaptureOptions{At: []string{"pc2:eth0"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	_ = report.Text(os.Stdout, run, report.Style{})
}

func ExampleFile() {
	source, err := harness.File("lab.yaml") // a suite or a topology
	if err != nil {
		fmt.Println(err)
		return
	}
	mistakes, err := source.Lint()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range source.Shown(mistakes) {
		fmt.Println(m) // with the path as the user has written it
	}
}

func ExampleSource_Topologies() {
	networks, err := shownSource().Topologies()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(networks), networks[0].Links[0])
	// Output: 1 pc1:eth0 -- pc2:eth0
}

func ExampleSource_LoadTopology() {
	files := fstest.MapFS{"net.yaml": {Data: []byte(shown)}}
	network, err := harness.Source{FS: files, Name: "net.yaml"}.LoadTopology()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(network.Name, len(network.Nodes))
	// Output: shown 2
}
