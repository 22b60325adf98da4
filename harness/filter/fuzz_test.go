package filter_test

import (
	"bufio"
	"os"
	"path/filepath"
	"testing"

	"github.com/netrig/netrig/harness/filter"
)

// seeds adds every filter of testdata.
func seeds(f *testing.F, add func(expr string)) {
	f.Helper()
	for _, name := range []string{"filters.txt", "refused.txt", "added.txt"} {
		in, err := os.Open(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		for s := bufio.NewScanner(in); s.Scan(); {
			add(s.Text())
		}
		if err := in.Close(); err != nil {
			f.Fatal(err)
		}
	}
}

// Whatever a filter says, Compile returns a filter or an error with a place
// in it. What it compiles judges and explains every frame of the story, alike
// each time, and what it expands to compiles again.
func FuzzFilter(f *testing.F) {
	seeds(f, func(expr string) { f.Add(expr) })
	frames := dissected()
	bound := bindings{}
	for i, name := range []string{"a", "b", "syn", "frag.2", "hop_2.last", "first-hop.first"} {
		bound[name] = frames[i+2]
	}
	f.Fuzz(func(t *testing.T, expr string) {
		compiled, err := filter.Compile(expr)
		if err != nil {
			e, ok := err.(*filter.Error) //nolint:errorlint // Compile promises this very type
			if !ok || e.Column < 1 || e.Column > len(expr)+1 || e.Message == "" {
				t.Fatalf("%q: error %#v", expr, err)
			}
			return
		}
		for _, fr := range frames {
			held, err := compiled.Match(fr, bound)
			again, errAgain := compiled.Match(fr, bound)
			if held != again || (err == nil) != (errAgain == nil) {
				t.Fatalf("%q: frame %d: first %v %v, then %v %v", expr, fr.Number, held, err, again, errAgain)
			}
			e := compiled.Explain(fr, bound)
			if len(e.Terms) == 0 {
				t.Fatalf("%q: no terms", expr)
			}
			if err == nil && held != e.Matched() {
				t.Fatalf("%q: frame %d: match is %v, explained %v", expr, fr.Number, held, e)
			}
		}
		if len(compiled.References()) > 0 {
			_ = compiled.Expand(bound)
			return
		}
		if got := compiled.Expand(bound); got != expr {
			t.Fatalf("%q: expands to %q", expr, got)
		}
	})
}

// Arbitrary octets, dissected, break no filter.
func FuzzMatch(f *testing.F) {
	var filters []*filter.Filter
	seeds(f, func(expr string) {
		if compiled, err := filter.Compile(expr); err == nil && len(filters) < 400 {
			filters = append(filters, compiled)
		}
	})
	for _, fr := range story() {
		f.Add(fr.Data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		frames := story()[:1]
		frames[0].Data, frames[0].Length = data, len(data)
		dissect(frames)
		bound := bindings{"a": frames[0], "syn": frames[0]}
		for _, each := range filters {
			if _, err := each.Match(frames[0], bound); err != nil && len(each.References()) == 0 {
				t.Fatalf("%s: %v", each, err)
			}
			each.Explain(frames[0], bound)
		}
	})
}
