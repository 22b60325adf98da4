package assert_test

import (
	"bytes"
	"fmt"
	"go/format"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/internal/trial"
)

// TestKinds holds the types against the schema of the suite language: every key has its
// field, every field its key, and their comments are the schema's descriptions.
func TestKinds(t *testing.T) {
	source, err := kinds()
	if err != nil {
		t.Fatal(err)
	}
	trial.Golden(t, "kinds.go", string(source))
}

// exceptions are fields that are of another type in Go than their key's schema says.
var exceptions = map[string]string{
	"at":             "At",
	"order":          "Order",
	"sequence.count": "Match[int]", // written as 2..3
	"eof":            "*bool",      // false is wanted too
	"ping.size":      "*int",       // 0 is not what it is if left out
	"request":        "Request",
	"headers":        "[]Header", // in order
	"within":         "Within",
	"pad":            "Pad",
	"request.tls":    "TLS",
	"sequence":       "[]Frame",
	"never":          "[]Never",
	"frames.count":   "[]Count",
}

// comments are what the comment of a field says besides.
var comments = map[string]string{
	"recv.eof":     "; nil if it does not matter",
	"sysctl.value": " (assert.Match[string](assert.AtLeast(2)))",
}

// top are the keys of an assertion that say how it is judged, and the keys about frames.
func top(s *jsonschema.Schema) (judged, frames []string) {
	for _, key := range s.PropertyOrder {
		switch p := s.Properties[key]; {
		case p.Properties != nil:
		case slices.Contains([]string{"at", "order", "sequence", "never", "count"}, key):
			frames = append(frames, key)
		default:
			judged = append(judged, key)
		}
	}
	return judged, frames
}

// generator writes kinds.go.
type generator struct {
	bytes.Buffer
	assertion *jsonschema.Schema
	judged    []string
	kind      *suite.Assertion // with every field that can be matched
}

func (g *generator) printf(format string, args ...any) {
	_, _ = fmt.Fprintf(&g.Buffer, format, args...) // a Buffer takes everything
}

// kinds returns what kinds.go is to be.
func kinds() ([]byte, error) {
	g := &generator{assertion: suite.Schema().Defs["assertion"]}
	var frames []string
	g.judged, frames = top(g.assertion)
	g.WriteString("// Code generated from the schema of the suite language by generate_test.go; DO NOT EDIT.\n\npackage assert\n\nimport \"time\"\n")

	g.WriteString("\n// Frames is an assertion about frames: those that are seen one after the other, those that are not, and how many.\ntype Frames struct {\n")
	for _, key := range frames {
		g.field("frames", key, g.assertion.Properties[key], "top")
	}
	g.whole()
	g.WriteString("}\n\nfunc (Frames) kind() string { return \"\" }\n")
	g.part("Frame", "Frame is a step of a sequence: a frame that is seen, or several of its kind.", "sequence", items(g.assertion.Properties["sequence"]))
	g.part("Never", "Never is a frame that must not be seen.", "never", items(g.assertion.Properties["never"]))
	g.part("Count", "Count is how many frames match.", "count", items(g.assertion.Properties["count"]))
	g.part("Within", "Within is the time since an earlier frame of the sequence, by the frames' timestamps.", "within", items(g.assertion.Properties["sequence"]).Properties["within"])

	for _, key := range g.assertion.PropertyOrder {
		s := g.assertion.Properties[key]
		if s.Properties == nil {
			continue
		}
		g.kind = full(key)
		g.printf("\n// %s is an assertion about %s\ntype %s struct {\n", goName(key), lower(s.Description), goName(key))
		for _, inner := range s.PropertyOrder {
			g.field(key, inner, s.Properties[inner], "")
		}
		g.whole()
		g.printf("}\n\nfunc (%s) kind() string { return %q }\n", goName(key), key)
		g.kind = nil
	}
	request := g.assertion.Properties["http"].Properties["request"]
	g.part("Request", "Request is what an HTTP request has besides where it goes.", "request", request)
	g.part("Pad", "Pad lengthens a header of a request.", "pad", request.Properties["pad"])
	g.part("TLS", "TLS is how a request of https speaks TLS.", "tls", request.Properties["tls"])
	return format.Source(g.Bytes())
}

// whole writes the fields of every kind.
func (g *generator) whole() {
	g.WriteString("\n")
	for _, key := range g.judged {
		g.field("", key, g.assertion.Properties[key], "top")
	}
}

// part writes a type that is a part of others.
func (g *generator) part(name, comment, path string, s *jsonschema.Schema) {
	g.printf("\n// %s\ntype %s struct {\n", comment, name)
	for _, key := range s.PropertyOrder {
		switch {
		case key == "min" && s.Properties["exactly"] != nil:
			g.WriteString("\tTimes Match[int] `suite:\"min max exactly,bounds\"` // how many frames: Is (the key exactly), AtLeast (min), AtMost (max) or Between (both)\n")
		case (key == "max" || key == "exactly") && s.Properties["exactly"] != nil:
		case path == "sequence" && key == "count":
			g.field(path, key, s.Properties[key], "range")
		default:
			g.field(path, key, s.Properties[key], "")
		}
	}
	g.WriteString("}\n")
}

// items is what a list has.
func items(s *jsonschema.Schema) *jsonschema.Schema {
	for s.Properties == nil {
		switch {
		case s.Items != nil:
			s = s.Items
		default:
			s = s.AnyOf[len(s.AnyOf)-1]
		}
	}
	return s
}

// field writes the field of a key.
func (g *generator) field(path, key string, s *jsonschema.Schema, option string) {
	name := goName(key)
	if option == "top" && key == "name" {
		name = "Label" // Name is what a DNS client asks for
	}
	comment := lower(strings.TrimSuffix(s.Description, ".")) + comments[path+"."+key]
	typ := exceptions[key]
	if other := exceptions[path+"."+key]; other != "" {
		typ = other
	}
	if m := g.matched(key); m != nil {
		typ = "Match[" + valueOf(m) + "]"
		if m.List {
			typ = "Match[[]" + valueOf(m) + "]"
		}
		if len(m.Words) > 0 && !slices.Equal(m.Words, []string{"on", "off"}) {
			comment += ": " + strings.Join(m.Words, ", ")
		}
	}
	switch {
	case typ != "":
	case s.Ref == "#/$defs/matcher":
		typ = "Match[int]" // the number of items
	default:
		typ = typeOf(s)
	}
	tag := key
	if option != "" {
		tag += "," + option
	}
	g.printf("\t%s %s `suite:%q` // %s\n", name, typ, tag, comment)
}

// matched returns what a field of the kind is matched with, nil where it is not one.
func (g *generator) matched(key string) *suite.Field {
	if g.kind == nil {
		return nil
	}
	if g.kind.Sysctl != nil && key == "value" {
		key = g.kind.Sysctl.Key
	}
	for _, f := range g.kind.Fields() {
		if f.Name == key {
			return &f
		}
	}
	return nil
}

// full returns an assertion of a kind that has a matcher in every place for one.
func full(key string) *suite.Assertion {
	a := new(suite.Assertion)
	v := reflect.ValueOf(a).Elem()
	for i := range v.NumField() {
		f := v.Type().Field(i)
		if f.Type.Kind() != reflect.Pointer || !strings.HasSuffix(f.Type.Elem().Name(), "Check") || goName(key) != f.Name {
			continue
		}
		check := reflect.New(f.Type.Elem())
		for _, matched := range check.Elem().Fields() {
			if matched.Type() == reflect.TypeFor[*suite.Matcher]() {
				matched.Set(reflect.ValueOf(new(suite.Matcher)))
			}
		}
		v.Field(i).Set(check)
	}
	return a
}

func valueOf(f *suite.Field) string {
	switch {
	case f.Type == suite.Number:
		return "int"
	case f.Type == suite.Duration:
		return "time.Duration"
	case slices.Equal(f.Words, []string{"on", "off"}):
		return "bool"
	}
	return "string"
}

// typeOf is the type of a value that is no matcher.
func typeOf(s *jsonschema.Schema) string {
	switch {
	case s.Type == "integer":
		return "int"
	case strings.Contains(s.Pattern, "ns|us|"):
		return "time.Duration"
	case len(s.AnyOf) == 2 && s.AnyOf[0].Type == "boolean":
		return "bool"
	case len(s.AnyOf) == 2 && s.AnyOf[1].Type == "array":
		return "[]string"
	case s.AdditionalProperties != nil && s.AdditionalProperties.Ref != "":
		return "map[string]Match[string]"
	case s.AdditionalProperties != nil:
		return "map[string]string"
	}
	return "string"
}

// goName is the name of a key in Go.
func goName(key string) string {
	words := strings.Split(key, "_")
	for i, w := range words {
		switch w {
		case "ip", "mac", "mtu", "dns", "url", "http", "icmp", "rtt", "ttl", "df", "eof", "iif", "sha256", "duid", "t1", "t2", "fdb", "stp", "dhcp", "dhcp6", "tls", "alpn":
			words[i] = strings.ToUpper(w)
		default:
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, "")
}

// lower makes the beginning of a sentence one of its middle, but for names.
func lower(s string) string {
	if len(s) > 1 && strings.ToUpper(s[1:2]) == s[1:2] && s[1] != ' ' {
		return s
	}
	return strings.ToLower(s[:1]) + s[1:]
}
