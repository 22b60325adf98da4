package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/netrig/netrig/harness"
)

func doctorCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "doctor",
		Short: "Say what this machine allows, and the cure for what not",
		Long: `Doctor tries, as the present user, everything netrig does to the kernel, in
namespaces that are gone afterwards, and says what works.

The exit code is 0 where every suite can run, 2 where something that netrig
cannot do without is refused.`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			able := true
			for _, f := range harness.Doctor() {
				mark := "ok     "
				switch {
				case !f.OK && f.Needed:
					mark, able = "MISSING", false
				case !f.OK:
					mark = "absent "
				}
				if _, err := fmt.Fprintf(c.OutOrStdout(), "%s  %-39s %s\n", mark, f.Name, f.Detail); err != nil {
					return err
				}
				if !f.OK && f.Cure != "" {
					if _, err := fmt.Fprintf(c.OutOrStdout(), "         cure: %s\n", f.Cure); err != nil {
						return err
					}
				}
			}
			if !able {
				return &exit{code: exitErrored}
			}
			return nil
		},
	}
}
