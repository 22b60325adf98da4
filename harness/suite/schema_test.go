package suite_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"
	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/harness/suite"
)

// TestSchema holds the schema against files that Parse takes and refuses.
func TestSchema(t *testing.T) {
	schema, err := suite.Schema().Resolve(&jsonschema.ResolveOptions{ValidateDefaults: true})
	if err != nil {
		t.Fatal(err)
	}
	validate := func(t *testing.T, data []byte) error {
		t.Helper()
		var doc any
		if err := yaml.Unmarshal(data, &doc); err != nil {
			t.Fatal(err)
		}
		return schema.Validate(doc)
	}
	good, err := filepath.Glob("testdata/good/*.yaml")
	if err != nil || len(good) == 0 {
		t.Fatalf("no good suites: %v", err)
	}
	for _, file := range good {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := validate(t, data); err != nil {
				t.Errorf("the schema refuses what Parse takes: %v", err)
			}
		})
	}
	const head = "suite: s\ntopology: lan.yaml\ncases: [{name: c, assert: [{ping: {from: a, to: b}}], "
	tests := []struct{ name, data string }{
		{"unknown key", "suite: s\ncase: []\n"},
		{"no suite", "cases: []\n"},
		{"case without name", "suite: s\ncases: [{assert: []}]\n"},
		{"unknown step", head + "steps: [{pong: {}}]}]"},
		{"two steps in one", head + "steps: [{ping: {from: a, to: b}, dns: {from: a, name: b}}]}]"},
		{"unknown key of a step", head + "steps: [{ping: {form: a}}]}]"},
		{"unknown operator", "suite: s\ncases: [{name: c, assert: [{route: {node: a, to: {like: b}}}]}]"},
		{"bad order", "suite: s\ncases: [{name: c, assert: [{order: odd}]}]"},
		{"bad duration", head + "timeout: 30}]"},
		{"bad range", "suite: s\ncases: [{name: c, assert: [{sequence: [{match: arp, count: a..b}]}]}]"},
		{"count without match", "suite: s\ncases: [{name: c, assert: [{count: {min: 1}}]}]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if err := validate(t, []byte(tt.data)); err == nil {
				t.Errorf("the schema takes %s", tt.data)
			}
		})
	}
}

// TestSchemaDescribes wants a description of every key of an assertion: editors show it,
// and the types of package assert are documented by it.
func TestSchemaDescribes(t *testing.T) {
	var look func(path string, s *jsonschema.Schema)
	keys := 0
	look = func(path string, s *jsonschema.Schema) {
		for _, of := range s.AnyOf {
			look(path, of)
		}
		if s.Items != nil {
			look(path, s.Items)
		}
		for key, p := range s.Properties {
			if keys++; p.Description == "" {
				t.Errorf("%s.%s has no description", path, key)
			}
			look(path+"."+key, p)
		}
	}
	look("assertion", suite.Schema().Defs["assertion"])
	if keys < 150 {
		t.Errorf("only %d keys were looked at", keys)
	}
}
