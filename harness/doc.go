// Package harness runs networks: it loads suites, boots a lab for each of
// their cases, records what happens on it and judges the record.
//
//	func main() {
//		harness.Isolate() // first: from here on nothing can leave the machine
//		sources, err := harness.Files("suite.yaml")
//		...
//		run, err := harness.Run(ctx, sources, harness.RunOptions{})
//		...
//		err = report.Text(os.Stdout, run, report.Style{})
//	}
//
// It works as root and as an ordinary user, and never touches the network of
// the host. Everything it makes lives by descriptors of this process and is
// gone with it, however it ends.
package harness
