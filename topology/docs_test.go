package topology

import (
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/netrig/netrig/internal/strict"
)

// resolved returns the schema ready to validate.
func resolved(t *testing.T) *jsonschema.Resolved {
	t.Helper()
	r, err := Schema().Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// plain returns a file as the JSON value that an editor would check.
func plain(t *testing.T, data []byte) any {
	t.Helper()
	var v any
	if ds := strict.Decode("f", data, &v); len(ds) > 0 {
		t.Fatal("not YAML: ", ds)
	}
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var j any
	if err := json.Unmarshal(text, &j); err != nil {
		t.Fatal(err)
	}
	return j
}

// Every example of the reference parses, has nothing to lint, and satisfies
// the schema; every key and lint is in the reference.
func TestReference(t *testing.T) {
	data, err := os.ReadFile("../docs/topology.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	schema := resolved(t)
	blocks := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatchIndex(text, -1)
	if len(blocks) < 5 {
		t.Fatalf("%d examples", len(blocks))
	}
	for _, b := range blocks {
		t.Run(fmt.Sprint("line ", strings.Count(text[:b[2]], "\n")+1), func(t *testing.T) {
			example := []byte(text[b[2]:b[3]])
			topo, err := Parse("example.yaml", example)
			if err != nil {
				t.Fatal(err)
			}
			if ds := Lint(topo); len(ds) > 0 {
				t.Error(ds)
			}
			if err := schema.Validate(plain(t, example)); err != nil {
				t.Error(err)
			}
		})
	}
	for key := range keys(reflect.TypeFor[document](), map[reflect.Type]bool{}) {
		if !regexp.MustCompile("`[^`\n]*\\b" + key + "\\b[^`\n]*`").MatchString(text) {
			t.Errorf("the reference does not mention the key %s", key)
		}
	}
	for _, l := range Lints() {
		if !strings.Contains(text, fmt.Sprintf("| `%s` | %s |", l.Name, l.Finds)) {
			t.Errorf("the reference does not have the lint %s: %s", l.Name, l.Finds)
		}
	}
}

// keys returns every key that a file can have.
func keys(t reflect.Type, seen map[reflect.Type]bool) map[string]bool {
	all := map[string]bool{}
	if seen[t] {
		return all
	}
	seen[t] = true
	// The others have no keys.
	//exhaustive:ignore
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return keys(t.Elem(), seen)
	case reflect.Struct:
		for f := range t.Fields() {
			if name, _, _ := strings.Cut(f.Tag.Get("yaml"), ","); name != "" && name != "-" {
				all[name] = true
			}
			for k := range keys(f.Type, seen) {
				all[k] = true
			}
		}
	}
	return all
}

// What Parse accepts satisfies the schema.
func TestSchemaAccepts(t *testing.T) {
	schema := resolved(t)
	for _, folder := range []string{"testdata/lint", "testdata/draw"} {
		each(t, folder, func(t *testing.T, _ string, data []byte) {
			t.Helper()
			if err := schema.Validate(plain(t, data)); err != nil {
				t.Error(err)
			}
		})
	}
}

// Mistakes of shape are mistakes to an editor too.
func TestSchemaRejects(t *testing.T) {
	schema := resolved(t)
	tests := []struct{ name, file string }{
		{"no nodes", "name: x"},
		{"unknown key", "nodes: {}\nlink: []"},
		{"unknown key of a node", "nodes: {a: {interface: {}}}"},
		{"unknown key of an interface", "nodes: {a: {interfaces: {eth0: {addr: 10.0.0.1/24}}}}"},
		{"kind", "nodes: {a: {kind: rooter}}"},
		{"interface", "nodes: {a: {interfaces: {eth0: 10.0.0.1}}}"},
		{"dhcp", "nodes: {a: {interfaces: {eth0: {dhcp: maybe}}}}"},
		{"mtu", "nodes: {a: {mtu: 10}}"},
		{"switch", "nodes: {a: {ipv6: maybe}}"},
		{"spanning tree", "nodes: {a: {kind: switch, stp: maybe}}"},
		{"priority", "nodes: {a: {kind: switch, stp: {priority: 65536}}}"},
		{"cost", "nodes: {a: {kind: switch, stp: {ports: {b: {cost: 0}}}}}"},
		{"priority of a port", "nodes: {a: {kind: switch, stp: {ports: {b: {priority: 64}}}}}"},
		{"ageing", "nodes: {a: {kind: switch, ageing: 5}}"},
		{"route", "nodes: {a: {routes: [default]}}"},
		{"route key", "nodes: {a: {routes: [{to: default, over: x}]}}"},
		{"link", "nodes: {}\nlinks: [a - b]"},
		{"link of three", "nodes: {}\nlinks: [{between: [a, b, c]}]"},
		{"lint", "nodes: {a: {intended: nothing}}"},
		{"lint of a link", "nodes: {}\nlinks: [{between: [a, b], intended: [nothing]}]"},
		{"service", "nodes: {a: {services: {ftp: {}}}}"},
		{"no range", "nodes: {a: {services: {dhcp: {}}}}"},
		{"lease", "nodes: {a: {services: {dhcp: {range: a-b, lease: 5}}}}"},
		{"answer", "nodes: {a: {services: {http: {answers: {/: [x]}}}}}"},
		{"command", "nodes: {a: {services: {exec: {command: []}}}}"},
		{"rule", "nodes: {a: {firewall: {input: [forbid]}}}"},
		{"rule key", "nodes: {a: {firewall: {input: [{do: drop, iface: x}]}}}"},
		{"rule state", "nodes: {a: {firewall: {input: [{do: drop, state: [old]}]}}}"},
		{"port forward", "nodes: {a: {kind: router, nat: {forward: [80 -> 10.0.0.1]}}}"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if _, err := Parse("f", []byte(tt.file)); err == nil {
				t.Error("parses")
			}
			if err := schema.Validate(plain(t, []byte(tt.file))); err == nil {
				t.Error("satisfies the schema")
			}
		})
	}
}
