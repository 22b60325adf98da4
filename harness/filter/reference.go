package filter

import (
	"strconv"
	"strings"

	"github.com/netrig/netrig/harness/packet"
)

// bind reads ${name.field}, ${name.first.field}, ${name.last.field} and
// ${name[2].field}.
func (p *parser) bind(n *node) *Error {
	name, field, ok := strings.Cut(n.text, ".")
	which := ""
	if head, index, found := strings.Cut(name, "["); found {
		name, which = head, strings.TrimSuffix(index, "]")
		if i, err := strconv.Atoi(which); err != nil || i < 1 || index != strconv.Itoa(i)+"]" {
			return p.fail(n.pos, "write ${"+head+"[1]."+field+"} for the first frame bound", "the number between [ and ] counts from 1")
		}
	} else if w, f, more := strings.Cut(field, "."); more && (w == "first" || w == "last") {
		which, field = w, f
	}
	if !ok || field == "" || !isName(name) {
		return p.fail(n.pos, "write ${name.field}, as in ${syn.tcp.seq_raw}", "${"+n.text+"} is not of the form ${name.field}")
	}
	if _, found := packet.Lookup(n.text); found && which == "" {
		return p.fail(n.pos, "write ${name."+n.text+"}, with the name that a step bound it as",
			"${"+n.text+"} tells of no frame: Wireshark's is the one selected in its window")
	}
	info, found := packet.Lookup(field)
	if !found {
		return p.unknown(n.end-1-len(field), field)
	}
	n.shape, n.field = shapeRef, info
	n.ref = Reference{Name: name, Which: which, Field: info.ID, Column: n.pos + 1}
	return nil
}

func isName(s string) bool {
	for i := range len(s) {
		if !isWord(s[i]) {
			return false
		}
	}
	return s != ""
}

// unknown explains that the catalogue has no such field.
func (p *parser) unknown(pos int, name string) *Error { return unknown(p.src, pos, name) }

func unknown(src string, pos int, name string) *Error {
	cure := ""
	if near := nearest(name, packet.Names()); len(near) > 0 {
		cure = "nearest: " + strings.Join(near, ", ")
	}
	return &Error{Expr: src, Column: pos + 1, Message: "no field " + name, Cure: cure}
}
