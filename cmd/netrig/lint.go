package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/netrig/netrig/topology"
)

func lintCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "lint [FILE|DIR...]",
		Short: "Find mistakes in topologies and suites without booting anything",
		Long: `Lint reads topologies and suites and prints every mistake, one a line, as
file:line:column: what is wrong (what to do about it) [name]. Without arguments
the suites in and below the present folder are meant.

Mistakes that are meant, as in a lab that teaches them, are listed by name at
their node or link: intended: [NAME].`,
		RunE: func(c *cobra.Command, args []string) error {
			sources, err := sourcesOf(args)
			if err != nil {
				return usage(err)
			}
			clean := true
			for _, s := range sources {
				mistakes, err := s.Lint()
				if err != nil {
					return usage(err)
				}
				clean = clean && len(mistakes) == 0
				if err := printMistakes(c, mistakes); err != nil {
					return err
				}
			}
			if !clean {
				return &exit{code: exitUsage}
			}
			return nil
		},
	}
}

func printMistakes(c *cobra.Command, mistakes topology.Diagnostics) error {
	var errs []error
	for _, m := range mistakes {
		_, err := fmt.Fprintln(c.OutOrStdout(), m)
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}
