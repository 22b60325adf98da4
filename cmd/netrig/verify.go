package main

import (
	"errors"
	"os"

	"github.com/spf13/cobra"

	"github.com/netrig/netrig/harness"
)

func verifyCommand() *cobra.Command {
	var f runFlags
	c := &cobra.Command{
		Use:   "verify RUN-DIR",
		Short: "Judge the evidence of a run again",
		Long: `Verify reads the evidence of a run and the suites that lie beside it, and judges
it as the run did. It boots nothing and needs no rights: the same evidence gives
the same verdicts on any machine.`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if _, err := os.Stat(args[0]); err != nil {
				return usage(err)
			}
			r, err := harness.Verify(args[0])
			if err != nil {
				return usage(err)
			}
			if err := f.write(c, r); err != nil {
				return &exit{code: exitErrored, err: errors.Join(err)}
			}
			return verdictExit(r)
		},
	}
	c.Flags().BoolVarP(&f.verbose, "verbose", "v", false, "show the steps and the frames behind what passed")
	c.Flags().StringVar(&f.json, "json", "", "write the report as JSON to this file, - for standard output")
	c.Flags().StringVar(&f.junit, "junit", "", "write the report as JUnit XML to this file, - for standard output")
	return c
}
