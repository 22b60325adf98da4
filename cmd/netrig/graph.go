package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/netrig/netrig/topology"
)

func graphCommand() *cobra.Command {
	var format string
	c := &cobra.Command{
		Use:   "graph [--format mermaid|dot] FILE|SUITE",
		Short: "Draw a network",
		Long: `Graph draws the network of a topology or a suite, as Mermaid (for Markdown) or
DOT (for Graphviz), on standard output.`,
		Example: `  netrig graph internet
  netrig graph --format dot topology.yaml | dot -Tsvg >network.svg`,
		Args: one("FILE or SUITE"),
		RunE: func(c *cobra.Command, args []string) error {
			draw := map[string]func(*topology.Topology) string{"mermaid": topology.Mermaid, "dot": topology.DOT}[format]
			if draw == nil {
				return usage(fmt.Errorf("--format %s: want mermaid or dot", format))
			}
			sources, err := sourcesOf(args)
			if err != nil {
				return usage(err)
			}
			for _, s := range sources {
				networks, err := s.Topologies()
				if err != nil {
					return usage(err)
				}
				for _, t := range networks {
					if _, err := fmt.Fprint(c.OutOrStdout(), draw(t)); err != nil {
						return err
					}
				}
			}
			return nil
		},
	}
	c.Flags().StringVarP(&format, "format", "f", "mermaid", "mermaid or dot")
	return c
}
