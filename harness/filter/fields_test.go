package filter_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/packet"
)

// A filter selects the same frames where nothing was dissected but the fields that it
// says it looks at.
func TestFields(t *testing.T) {
	filters, _ := lines(t, "filters.txt")
	added, _ := lines(t, "added.txt")
	frames := dissected()
	again := story()
	for _, expr := range slices.Concat(filters, added) {
		f, err := filter.Compile(expr)
		if err != nil || len(f.References()) > 0 {
			continue
		}
		only := packet.NewFieldSet(f.Fields()...)
		d := packet.NewDissector(packet.Options{Only: only})
		for _, fr := range again {
			d.Dissect(fr)
			for _, field := range fr.Fields() {
				if !only.Has(field.ID) {
					t.Fatalf("%s: %s was dissected", expr, packet.InfoOf(field.ID).Name)
				}
			}
		}
		if diff := cmp.Diff(matching(t, f, frames), matching(t, f, again)); diff != "" {
			t.Errorf("%s: frames selected (-whole +its fields):\n%s", expr, diff)
		}
	}
}
