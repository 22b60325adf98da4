package packet_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/packet"
)

// TestOnly dissects every capture and every crafted frame for the sake of one field,
// for each field that is in it and for some that are not, and of a few at once: it
// finds of these what a whole dissection does, and nothing else.
func TestOnly(t *testing.T) {
	captures := map[string][]*packet.Frame{}
	for _, file := range corpus(t) {
		captures[file] = readAll(t, file)
	}
	all := crafted(t)
	maps.Copy(all, craftedStreams(t))
	for name, data := range all {
		captures[name] = frames(data...)
	}
	r := rand.New(rand.NewPCG(1, 2))
	names := packet.Names()
	for _, name := range slices.Sorted(maps.Keys(captures)) {
		fs := captures[name]
		t.Run(name, func(t *testing.T) {
			d := packet.NewDissector(packet.Options{})
			var want []shown
			brief := packet.NewDissector(packet.Options{Only: packet.NewFieldSet(packet.SummaryFields()...), Transient: true})
			present := map[string]bool{}
			for _, f := range fs {
				d.Dissect(f)
				s := ours(f)
				line := f.Summary()
				if brief.Dissect(f); f.Summary() != line {
					t.Errorf("frame %d by the fields of a summary: %s, want %s", f.Number, f.Summary(), line)
				}
				want = append(want, s)
				for name := range s {
					present[name] = true
				}
			}
			var sets [][]string
			for name := range present {
				sets = append(sets, []string{name})
			}
			for range 20 {
				sets = append(sets, []string{names[r.IntN(len(names))]},
					[]string{names[r.IntN(len(names))], names[r.IntN(len(names))], names[r.IntN(len(names))]})
			}
			for _, set := range sets {
				only(t, fs, set, want)
			}
		})
	}
}

// only dissects frames for the sake of some fields.
func only(t *testing.T, fs []*packet.Frame, names []string, want []shown) {
	t.Helper()
	var ids []packet.FieldID
	for _, name := range names {
		info, _ := packet.Lookup(name)
		ids = append(ids, info.ID)
	}
	d := packet.NewDissector(packet.Options{Only: packet.NewFieldSet(ids...), Transient: true})
	for i, f := range fs {
		d.Dissect(f)
		expect := shown{}
		for _, name := range names {
			if values, ok := want[i][name]; ok {
				expect[name] = values
			}
		}
		if diff := cmp.Diff(expect, ours(f)); diff != "" {
			t.Fatalf("only %v: frame %d (-whole +only):\n%s", names, i+1, diff)
		}
	}
}
