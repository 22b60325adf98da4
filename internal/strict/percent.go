package strict

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"
	"go.yaml.in/yaml/v4"
)

// Percent is a chance, from 0 to 1, that is written with %.
type Percent float64

// UnmarshalYAML takes a number with %.
func (p *Percent) UnmarshalYAML(d *Decoder, n *yaml.Node) {
	if digits, ok := strings.CutSuffix(n.Value, "%"); ok && n.Kind == yaml.ScalarNode {
		if x, err := strconv.ParseFloat(strings.TrimSpace(digits), 64); err == nil && x >= 0 && x <= 100 {
			*p = Percent(x / 100)
			return
		}
	}
	d.Wrong(n, "a percentage such as 5%, from 0% to 100%")
}

// JSONSchema shows the form.
func (p *Percent) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", Pattern: `^[0-9.]+ *%$`}
}

var (
	_ Schemer     = (*Percent)(nil)
	_ Unmarshaler = (*Percent)(nil)
)
