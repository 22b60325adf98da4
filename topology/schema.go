package topology

import (
	"reflect"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/netrig/netrig/internal/strict"
)

// Schema returns the JSON Schema (draft 2020-12) of a topology file, for
// editors. It accepts everything that Parse accepts; names and addresses are
// checked by Parse alone.
func Schema() *jsonschema.Schema {
	s := strict.Schema(reflect.TypeFor[document]())
	s.Schema = "https://json-schema.org/draft/2020-12/schema"
	s.ID = "https://netrig.github.io/schema/topology.json"
	s.Title = "netrig topology"
	s.Description = "A network: nodes, their interfaces and services, and the links between them."
	names := make([]any, len(lints))
	for i, l := range lints {
		names[i] = l.Name
	}
	listLints(s, &jsonschema.Schema{Enum: names})
	return s
}

// listLints makes every `intended` take the names of lints only.
func listLints(s *jsonschema.Schema, lint *jsonschema.Schema) {
	if s == nil {
		return
	}
	for name, p := range s.Properties {
		if name == "intended" {
			p.AnyOf = []*jsonschema.Schema{lint.CloneSchemas(), {Type: "array", Items: lint.CloneSchemas()}}
			continue
		}
		listLints(p, lint)
	}
	for _, p := range s.AnyOf {
		listLints(p, lint)
	}
	listLints(s.Items, lint)
	listLints(s.AdditionalProperties, lint)
}
