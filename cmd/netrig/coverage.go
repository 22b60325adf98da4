package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/netrig/netrig/cases"
	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/topology"
)

func coverageCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "coverage [flags] [SUITE|DIR...]",
		Short: "Say which rows of the catalogue the cases show",
		Long: `Coverage prints the rows of the catalogue (docs/catalogue.md) and below each
the cases that say by covers: that they show it; then how many rows are shown,
planned, or without a case. Without arguments the suites that netrig brings
along are meant.

A case that covers a row which the catalogue does not have is a mistake: it is
told as lint does, and the exit code is 3.`,
		Example: `  netrig coverage
  netrig coverage tcp udp
  netrig coverage --json .`,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				args = cases.Names()
			}
			sources, err := sourcesOf(args)
			if err != nil {
				return usage(err)
			}
			return cover(c, sources, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print it as JSON")
	return c
}

func cover(c *cobra.Command, sources []harness.Source, asJSON bool) error {
	from := map[*suite.Suite]harness.Source{}
	var suites []*suite.Suite
	for _, source := range sources {
		s, err := source.Load()
		if err != nil {
			return usage(err)
		}
		suites, from[s] = append(suites, s), source
	}
	covered := cases.Cover(cases.Catalogue(), suites)
	show := coverageText
	if asJSON {
		show = coverageJSON
	}
	if err := show(c.OutOrStdout(), covered); err != nil {
		return err
	}
	var mistakes topology.Diagnostics
	for _, claim := range covered.Unknown {
		mistakes = append(mistakes, from[claim.Suite].Shown(topology.Diagnostics{{
			Pos: claim.Pos, Message: fmt.Sprintf("case %q covers %s, which is no row of the catalogue", claim.Case, claim.Row),
			Cure: "netrig coverage prints the rows",
		}})...)
	}
	return usage(mistakes.Err())
}

func coverageJSON(w io.Writer, c cases.Coverage) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(c)
}

func coverageText(w io.Writer, c cases.Coverage) error {
	var b strings.Builder
	section, shown, planned := "", 0, 0
	for _, row := range c.Rows {
		if row.Section != section {
			if section != "" {
				b.WriteByte('\n')
			}
			section = row.Section
			b.WriteString(section + "\n")
		}
		fmt.Fprintf(&b, "  %-4s %s\n", row.Name, row.Says)
		below := row.Cases
		switch {
		case len(below) > 0:
			shown++
		case row.Planned:
			below = []string{"planned"}
			planned++
		default:
			below = []string{"no case"}
		}
		b.WriteString("       " + strings.Join(below, "\n       ") + "\n")
	}
	fmt.Fprintf(&b, "\n%d of %d rows are shown, %d are planned, %d have no case\n", shown, len(c.Rows), planned, len(c.Rows)-shown-planned)
	_, err := io.WriteString(w, b.String())
	return err
}
