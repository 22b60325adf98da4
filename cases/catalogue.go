package cases

import (
	"fmt"
	"strings"

	"github.com/netrig/netrig/docs"
)

// Row is one fact of the catalogue: what the suites here have to show.
type Row struct {
	Name    string `json:"row"`     // as in G1
	Section string `json:"section"` // as in G. TCP
	Says    string `json:"says"`    // what is to be seen, in Markdown
	Planned bool   `json:"planned"` // no case shows it yet
}

// Catalogue returns the rows of docs/catalogue.md, in its order. The page is
// the only place where they are written down: it is what people read, and a
// list beside it would have to be kept the same.
func Catalogue() []Row {
	rows, err := parseCatalogue(docs.Catalogue)
	if err != nil {
		panic("cases: docs/catalogue.md: " + err.Error()) // the page is part of the program
	}
	return rows
}

const plannedMark = " *planned*"

// parseCatalogue reads the tables below the sections of a page. Rows are
// named by the letter of their section and counted from 1.
func parseCatalogue(page string) ([]Row, error) {
	var rows []Row
	section, inSection := "", 0
	number := 0
	for line := range strings.Lines(page) {
		number++
		line = strings.TrimSpace(line)
		if heading, ok := strings.CutPrefix(line, "## "); ok {
			section, inSection = heading, 0
			continue
		}
		if !strings.HasPrefix(line, "|") || strings.HasPrefix(line, "|---") || strings.HasPrefix(line, "| row |") {
			continue
		}
		cells := strings.Split(strings.Trim(line, "|"), "|")
		if len(cells) != 2 {
			return nil, fmt.Errorf("line %d: a row with %d cells; it is its name and what is to be seen", number, len(cells))
		}
		inSection++
		name := strings.TrimSpace(cells[0])
		letter, _, _ := strings.Cut(section, ".")
		if want := fmt.Sprintf("%s%d", letter, inSection); len(letter) != 1 || name != want {
			return nil, fmt.Errorf("line %d: row %q; the next one of section %q is %q", number, name, section, want)
		}
		says, planned := strings.CutSuffix(strings.TrimSpace(cells[1]), plannedMark)
		if says == "" {
			return nil, fmt.Errorf("line %d: row %s says nothing", number, name)
		}
		rows = append(rows, Row{Name: name, Section: section, Says: says, Planned: planned})
	}
	return rows, nil
}
