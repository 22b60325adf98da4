package filter_test

import (
	"errors"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness/filter"
)

// Every filter in docs/filters.md compiles, but for those under "Refused",
// whose first column does not.
func TestDocumentation(t *testing.T) {
	page, err := os.ReadFile("../../docs/filters.md")
	if err != nil {
		t.Fatal(err)
	}
	code := regexp.MustCompile("`([^`]+)`")
	aside := map[string]bool{ // code in the page's prose that is no filter
		"match:": true, "as: name": true, "frames.pcapng": true, "ip.ttl-1": true, `r"..."`: true, "ff": true, "0xff": true, `\s`: true,
		"chat": true, "note": true, "warning": true, "error": true,
		"any": true, "all": true, "in": true, "contains": true, "matches": true, "not": true, "and": true, "or": true, "&": true, "{ }": true, "( )": true, "${}": true, "${field}": true,
		"${name.field}": true, "${name.first.field}": true, "${name.last.field}": true, "${name[2].field}": true,
		`\" \' \\ \a \b \f \n \r \t \v \NNN \xNN \uNNNN \UNNNNNNNN`: true,
	}
	section, compiled, refused := "", 0, 0
	for line := range strings.Lines(string(page)) {
		line = strings.TrimRight(line, "\n")
		if name, ok := strings.CutPrefix(line, "## "); ok {
			section = name
			continue
		}
		if expr, ok := strings.CutPrefix(line, "    "); ok {
			line = "`" + expr + "`"
		}
		table := strings.HasPrefix(line, "| ")
		for i, cell := range strings.Split(line, " | ") {
			if table && i == 0 && section != "Refused" || table && strings.Contains(section, "more than once") {
				continue // the column of operators
			}
			for _, m := range code.FindAllStringSubmatch(cell, -1) {
				expr := m[1]
				if aside[expr] {
					continue
				}
				_, err := filter.Compile(expr)
				switch {
				case !table || i > 0 || section != "Refused":
					compiled++
					if err != nil {
						t.Errorf("%s: %v", expr, err)
					}
				default:
					refused++
					if _, ok := errors.AsType[*filter.Error](err); !ok {
						t.Errorf("%s: taken, and documented as refused", expr)
					}
				}
			}
		}
	}
	if compiled < 80 || refused < 20 {
		t.Errorf("%d filters compiled and %d refused: the page is not read aright", compiled, refused)
	}
}
