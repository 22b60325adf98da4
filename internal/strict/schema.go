package strict

import (
	"net"
	"net/netip"
	"reflect"
	"strings"
	"time"

	"github.com/google/jsonschema-go/jsonschema"
)

// Schemer is a type with a schema of its own, as Unmarshaler is one with a
// syntax of its own. The method is called on the zero value; of returns the
// schema of another type.
type Schemer interface {
	JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema
}

// Schema returns the JSON Schema (draft 2020-12) of what Decode accepts for
// a type: keys and requirements come from `yaml` tags, descriptions from
// `doc` tags. Editors complete and check with it; it may accept what Decode
// refuses, never the other way round.
func Schema(t reflect.Type) *jsonschema.Schema {
	if t.Kind() == reflect.Pointer {
		return Schema(t.Elem())
	}
	if s, ok := reflect.TypeAssert[Schemer](reflect.New(t)); ok {
		return s.JSONSchema(Schema)
	}
	switch t {
	case reflect.TypeFor[time.Duration]():
		return &jsonschema.Schema{Type: "string", Pattern: `^(0|([0-9.]+(ns|us|µs|ms|s|m|h))+)$`}
	case reflect.TypeFor[netip.Addr](), reflect.TypeFor[netip.Prefix](), reflect.TypeFor[net.HardwareAddr]():
		return &jsonschema.Schema{Type: "string"}
	}
	// The others are whole numbers.
	//exhaustive:ignore
	switch t.Kind() {
	case reflect.Struct:
		s := &jsonschema.Schema{Types: []string{"object", "null"}, Properties: map[string]*jsonschema.Schema{}, AdditionalProperties: never()}
		for _, f := range fieldsOf(t) {
			field := t.FieldByIndex(f.index)
			p := Schema(field.Type)
			p.Description = field.Tag.Get("doc")
			s.Properties[f.name] = p
			s.PropertyOrder = append(s.PropertyOrder, f.name)
			if f.required {
				s.Type, s.Types = "object", nil
				s.Required = append(s.Required, f.name)
			}
		}
		return s
	case reflect.Map:
		return &jsonschema.Schema{Types: []string{"object", "null"}, AdditionalProperties: Schema(t.Elem())}
	case reflect.Slice:
		return &jsonschema.Schema{Types: []string{"array", "null"}, Items: Schema(t.Elem())}
	case reflect.Bool:
		return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Type: "boolean"}, {Enum: []any{"on", "off", "yes", "no"}}}}
	case reflect.String:
		return &jsonschema.Schema{Types: []string{"string", "number", "boolean"}}
	case reflect.Float32, reflect.Float64:
		return &jsonschema.Schema{Type: "number"}
	case reflect.Interface:
		return &jsonschema.Schema{}
	}
	if strings.HasPrefix(t.Kind().String(), "uint") {
		return &jsonschema.Schema{Type: "integer", Minimum: new(0.0)}
	}
	return &jsonschema.Schema{Type: "integer"}
}

// never is the schema that nothing satisfies.
func never() *jsonschema.Schema { return &jsonschema.Schema{Not: &jsonschema.Schema{}} }

// JSONSchema describes a map from text to V.
func (m *Map[V]) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Types: []string{"object", "null"}, AdditionalProperties: of(reflect.TypeFor[V]())}
}

// JSONSchema describes a V or a list of them.
func (l *List[V]) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	v := reflect.TypeFor[V]()
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{of(v), {Type: "array", Items: of(v)}}}
}

var (
	_ Schemer     = (*Map[string])(nil)
	_ Schemer     = (*List[string])(nil)
	_ Unmarshaler = (*Map[string])(nil)
	_ Unmarshaler = (*List[string])(nil)
)
