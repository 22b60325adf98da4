package main

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/google/jsonschema-go/jsonschema"
	"github.com/spf13/cobra"

	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/topology"
)

func schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema topology|suite",
		Short: "Print the JSON Schema of a language, for editors",
		Long: `Schema prints the JSON Schema of topology or suite files. Editors complete and
check with it; for those that speak yaml-language-server put this first into
the file:

  # yaml-language-server: $schema=suite.schema.json`,
		Example:   `  netrig schema suite >suite.schema.json`,
		ValidArgs: []string{"topology", "suite"},
		Args: func(c *cobra.Command, args []string) error {
			if err := one("language, topology or suite")(c, args); err != nil {
				return err
			}
			if !slices.Contains(c.ValidArgs, args[0]) {
				return fmt.Errorf("no language %s: it is topology or suite", args[0])
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			schemas := map[string]func() *jsonschema.Schema{"topology": topology.Schema, "suite": suite.Schema}
			e := json.NewEncoder(c.OutOrStdout())
			e.SetEscapeHTML(false)
			e.SetIndent("", "  ")
			return e.Encode(schemas[args[0]]())
		},
	}
}
