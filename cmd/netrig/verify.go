package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/report"
)

func verifyCommand() *cobra.Command {
	var f runFlags
	var pcap, own string
	var o harness.CaptureOptions
	c := &cobra.Command{
		Use:   "verify RUN-DIR | SUITE --pcap FILE [--at NODE:IFACE[=INTERFACE]]...",
		Short: "Judge the evidence of a run again, or somebody's capture file",
		Long: `Verify reads the evidence of a run and the suites that lie beside it, and judges
it as the run did. It boots nothing and needs no rights: the same evidence gives
the same verdicts on any machine.

Evidence that somebody hands in is as true as he is: the suite that lies beside
it may ask for less. --suite says which suite it must be, octet for octet. What
frames he recorded nobody can tell; to be sure run the suite on his network.

With --pcap it judges a capture file (pcapng or pcap, compressed by gzip or not; -
is standard input), whoever recorded it, by the assertions of a suite that are
over frames. Those over state and answers are skipped, and a case that has no
other is errored: it is not in a capture. What must not be seen is judged for the
time that the file has frames of, and is errored where the file says that frames
were lost.

Interfaces of the file that are called NODE:IFACE are those capture points. A
file of one interface without a name is the point that a case looks at, where it
looks at one only. --at says otherwise: the whole file is NODE:IFACE, or its
interface of this name or number, from 0, is.`,
		Example: `  netrig verify results
  netrig verify --suite suite.yaml results
  netrig verify suite.yaml --pcap frames.pcapng
  netrig verify suite.yaml --pcap eth0.pcap --at pc1:eth0
  netrig verify suite.yaml --pcap both.pcapng --at pc1:eth0=eno1 --at pc2:eth0=eno2`,
		Args: one("RUN-DIR or SUITE"),
		RunE: func(c *cobra.Command, args []string) error {
			var err error
			if o.Only, err = pattern(f.only); err != nil {
				return usage(err)
			}
			if own != "" && pcap != "" {
				return usage(errors.New("--suite goes with a run directory (with --pcap, name the suite alone)"))
			}
			r, err := verify(c.InOrStdin(), args[0], pcap, o)
			if err == nil && own != "" {
				err = sameSuite(r, own)
			}
			if err != nil {
				return usage(err)
			}
			if err := f.write(c, r); err != nil {
				return &exit{code: exitErrored, err: errors.Join(err)}
			}
			return verdictExit(r)
		},
	}
	c.Flags().StringVar(&own, "suite", "", "refuse the run unless it is of this suite file, octet for octet, and of all its cases")
	c.Flags().StringVar(&pcap, "pcap", "", "judge this capture file by the suite, - for standard input")
	c.Flags().StringArrayVar(&o.At, "at", nil, "the capture point that the file, or an interface of it, is (may be given again)")
	c.Flags().StringVarP(&f.only, "only", "k", "", "with --pcap, judge only the cases whose SUITE/CASE this regular expression matches")
	c.Flags().BoolVarP(&f.verbose, "verbose", "v", false, "show the steps and the frames behind what passed")
	c.Flags().StringVar(&f.json, "json", "", "write the report as JSON to this file, - for standard output")
	c.Flags().StringVar(&f.junit, "junit", "", "write the report as JUnit XML to this file, - for standard output")
	return c
}

// verify judges a run directory, or a capture file by the suites of name.
func verify(stdin io.Reader, name, pcap string, o harness.CaptureOptions) (report.Run, error) {
	if pcap == "" {
		if len(o.At) > 0 || o.Only != nil {
			return report.Run{}, errors.New("--at and --only go with a capture file (add --pcap FILE)")
		}
		if _, err := os.Stat(name); err != nil {
			return report.Run{}, err
		}
		return harness.Verify(name)
	}
	sources, err := sourcesOf([]string{name})
	if err != nil {
		return report.Run{}, err
	}
	if pcap == "-" {
		return harness.VerifyCapture(sources, "standard input", stdin, o)
	}
	file, err := os.Open(pcap)
	if err != nil {
		return report.Run{}, err
	}
	defer func() { _ = file.Close() }()
	return harness.VerifyCapture(sources, pcap, file, o)
}

// sameSuite refuses a run of anything but the suite in a file, and one of a part of it.
func sameSuite(r report.Run, file string) error {
	want, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for _, s := range r.Suites {
		ran := filepath.Join(s.Dir, harness.SourceDir, s.File)
		switch got, err := os.ReadFile(ran); {
		case err != nil:
			return err
		case !bytes.Equal(got, want):
			return fmt.Errorf("%s is another suite than %s", ran, file)
		case s.LeftOut > 0:
			return fmt.Errorf("%s was run without %d of its cases", ran, s.LeftOut)
		}
	}
	return nil
}
