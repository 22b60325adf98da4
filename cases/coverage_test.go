package cases

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/suite"
)

// TestEveryRowIsShown holds the embedded suites against the catalogue.
func TestEveryRowIsShown(t *testing.T) {
	var suites []*suite.Suite
	for _, name := range Names() {
		s, err := harness.Source{FS: FS(), Name: name + "/" + harness.SuiteFile}.Load()
		if err != nil {
			t.Fatal(err)
		}
		suites = append(suites, s)
	}
	for _, wrong := range gaps(Cover(Catalogue(), suites)) {
		t.Error(wrong)
	}
}

// gaps is what is wrong with the coverage of the suites that netrig brings
// along.
func gaps(c Coverage) (lines []string) {
	for _, row := range c.Missing() {
		lines = append(lines, row.Name+": no case covers it; write one, or mark the row *planned* in docs/catalogue.md and *计划中* in its translation")
	}
	for _, row := range c.Rows {
		if row.Planned && len(row.Cases) > 0 {
			lines = append(lines, row.Name+": "+strings.Join(row.Cases, ", ")+": it is not *planned* any more; take the mark out of docs/catalogue.md and its translation")
		}
	}
	for _, claim := range c.Unknown {
		lines = append(lines, claim.Case+": covers "+claim.Row+", which is no row of docs/catalogue.md")
	}
	return lines
}

func TestGapsAreSeen(t *testing.T) {
	catalogue := []Row{{Name: "A1"}, {Name: "A2", Planned: true}, {Name: "B1"}, {Name: "B2", Planned: true}}
	suites := []*suite.Suite{
		{Name: "one", Cases: []*suite.Case{{Name: "x", Covers: []string{"B1", "B1", "B2"}}}},
		{Name: "two", Cases: []*suite.Case{{Name: "y", Covers: []string{"B1", "C1"}}}},
	}
	got := Cover(catalogue, suites)
	want := Coverage{
		Rows: []Covered{
			{catalogue[0], nil},
			{catalogue[1], nil},
			{catalogue[2], []string{"one/x", "two/y"}},
			{catalogue[3], []string{"one/x"}},
		},
		Unknown: []Claim{{Row: "C1", Case: "two/y", Suite: suites[1]}},
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	lines := gaps(got)
	if len(lines) != 3 || !strings.HasPrefix(lines[0], "A1: no case") || !strings.HasPrefix(lines[1], "B2: one/x: ") || !strings.HasPrefix(lines[2], "two/y: covers C1") {
		t.Errorf("got %q", lines)
	}
}

func TestParseCatalogue(t *testing.T) {
	tests := []struct {
		name, page string
		want       []Row
		wrong      string
	}{
		{name: "rows", page: "# T\n\n## A. One\n\n| row | x |\n|---|---|\n| A1 | This. |\n| A2 | That. *planned* |\n\n## B. Two\n| B1 | There. |\n", want: []Row{
			{Name: "A1", Section: "A. One", Says: "This."},
			{Name: "A2", Section: "A. One", Says: "That.", Planned: true},
			{Name: "B1", Section: "B. Two", Says: "There."},
		}},
		{name: "twice", page: "## A. One\n| A1 | This. |\n| A1 | That. |\n", wrong: `line 3: row "A1"; the next one of section "A. One" is "A2"`},
		{name: "another section's", page: "## A. One\n| B1 | This. |\n", wrong: `line 2: row "B1"; the next one of section "A. One" is "A1"`},
		{name: "no section", page: "| A1 | This. |\n", wrong: `line 1: row "A1"; the next one of section "" is "1"`},
		{name: "three cells", page: "## A. One\n| A1 | This. | That. |\n", wrong: "line 2: a row with 3 cells; it is its name and what is to be seen"},
		{name: "empty", page: "## A. One\n| A1 | |\n", wrong: "line 2: row A1 says nothing"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := parseCatalogue(tt.page)
			message := ""
			if err != nil {
				message = err.Error()
			}
			if message != tt.wrong {
				t.Fatalf("error %q, want %q", message, tt.wrong)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
