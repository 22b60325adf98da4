package cases

import (
	"slices"

	"github.com/netrig/netrig/harness/suite"
)

// Coverage tells which cases show the rows of a catalogue.
type Coverage struct {
	Rows    []Covered `json:"rows"`    // in the order of the catalogue
	Unknown []Claim   `json:"unknown"` // of rows that the catalogue does not have
}

// Covered is a row and the cases that show it.
type Covered struct {
	Row
	Cases []string `json:"cases"` // each SUITE/CASE
}

// Claim is a case that says it shows a row.
type Claim struct {
	Row  string `json:"row"`
	Case string `json:"case"` // SUITE/CASE

	Suite *suite.Suite `json:"-"`
	Pos   suite.Pos    `json:"-"` // of the case
}

// Cover holds suites against a catalogue.
func Cover(catalogue []Row, suites []*suite.Suite) Coverage {
	c := Coverage{Rows: make([]Covered, len(catalogue)), Unknown: []Claim{}}
	for i, row := range catalogue {
		c.Rows[i] = Covered{Row: row, Cases: []string{}}
	}
	for _, s := range suites {
		for _, tested := range s.Cases {
			for _, name := range tested.Covers {
				claim := Claim{Row: name, Case: s.Name + "/" + tested.Name, Suite: s, Pos: tested.Pos}
				i := slices.IndexFunc(catalogue, func(r Row) bool { return r.Name == name })
				if i < 0 {
					c.Unknown = append(c.Unknown, claim)
				} else if !slices.Contains(c.Rows[i].Cases, claim.Case) {
					c.Rows[i].Cases = append(c.Rows[i].Cases, claim.Case)
				}
			}
		}
	}
	return c
}

// Missing returns the rows that no case shows and nobody plans to.
func (c Coverage) Missing() []Row {
	var missing []Row
	for _, r := range c.Rows {
		if len(r.Cases) == 0 && !r.Planned {
			missing = append(missing, r.Row)
		}
	}
	return missing
}
