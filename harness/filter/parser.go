package filter

import (
	"fmt"

	"github.com/netrig/netrig/harness/packet"
)

// Bounds on a filter, so that nobody's input can exhaust the stack.
const (
	maxLength = 16 << 10 // octets of a filter
	maxDepth  = 100      // parentheses, braces, calls and nots inside each other
)

// shape tells syntax nodes apart.
type shape uint8

const (
	shapeAnd     shape = iota
	shapeOr            // kids or'ed
	shapeNot           // kids[0] negated
	shapeCompare       // kids[0] op kids[1], quantified
	shapeIn            // kids[0] in the rest of kids
	shapeSpan          // kids[0] .. kids[1], a member of a set
	shapeField
	shapeRef    // ${name.field}
	shapeWord   // an unquoted literal
	shapeString // a quoted literal
	shapeChar
	shapeSlice  // kids[0], cut
	shapeCall   // a function of kids
	shapeNegate // -kids[0]
	shapeBinary // kids[0] op kids[1]
)

// node is one piece of a parsed filter.
type node struct {
	shape    shape
	op       op
	quant    op  // opAny, opAll or opNone
	pos, end int // the octets of the filter that it takes
	kids     []*node
	text     string       // the word or string; the function's name
	field    *packet.Info // of shapeField and shapeRef
	ref      Reference    // of shapeRef
	spans    []span       // of a slice; of a field with a layer
	grouped  bool         // stood between { and }
}

// isCalculated reports whether the node is arithmetic, or stood in braces
// as if it were.
func (n *node) isCalculated() bool {
	return n.shape == shapeBinary || n.shape == shapeNegate || n.grouped
}

// span is one range of octets or layers. Negative places count from the end.
type span struct {
	from, to int // to is the place behind the last; toEnd where the range is open
}

const toEnd = int(^uint(0) >> 1)

// parser turns tokens into nodes by recursive descent.
type parser struct {
	lexer
	tok   token
	last  kind // of the token before
	depth int
}

func parse(src string) (*node, *Error) {
	p := &parser{lexer: lexer{src: src}}
	if len(src) > maxLength {
		return nil, p.fail(0, "", fmt.Sprintf("the filter is longer than %d octets", maxLength))
	}
	if err := p.advance(); err != nil {
		return nil, err
	}
	if p.tok.kind == kindEnd {
		return nil, p.fail(0, `write "frame" to select every frame`, "the filter is empty")
	}
	n, err := p.or()
	if err != nil {
		return nil, err
	}
	if p.tok.kind != kindEnd {
		return nil, p.unexpected()
	}
	return n, nil
}

func (p *parser) advance() *Error {
	t, err := p.next()
	if err != nil {
		return err
	}
	p.last, p.tok = p.tok.kind, t
	return nil
}

func (p *parser) enter(pos int) *Error {
	if p.depth++; p.depth > maxDepth {
		return p.fail(pos, "", fmt.Sprintf("nested deeper than %d", maxDepth))
	}
	return nil
}

func (p *parser) leave() { p.depth-- }

func (p *parser) isOp(o op) bool { return p.tok.kind == kindOp && p.tok.op == o }

// joined parses tests joined by o, the lowest of which next parses.
func (p *parser) joined(o op, s shape, next func() (*node, *Error)) (*node, *Error) {
	n, err := next()
	if err != nil || !p.isOp(o) {
		return n, err
	}
	n = &node{shape: s, pos: n.pos, end: n.end, kids: []*node{n}}
	for p.isOp(o) {
		if err := p.advance(); err != nil {
			return nil, err
		}
		kid, err := next()
		if err != nil {
			return nil, err
		}
		n.kids = append(n.kids, kid)
		n.end = kid.end
	}
	return n, nil
}

func (p *parser) or() (*node, *Error)  { return p.joined(opOr, shapeOr, p.and) }
func (p *parser) and() (*node, *Error) { return p.joined(opAnd, shapeAnd, p.not) }

func (p *parser) not() (*node, *Error) {
	start := p.tok
	switch {
	case p.isOp(opNot):
		if err := p.enter(start.pos); err != nil {
			return nil, err
		}
		defer p.leave()
		if err := p.advance(); err != nil {
			return nil, err
		}
		kid, err := p.not()
		if err != nil {
			return nil, err
		}
		return &node{shape: shapeNot, pos: start.pos, end: kid.end, kids: []*node{kid}}, nil
	case start.kind == kindOpen:
		if err := p.enter(start.pos); err != nil {
			return nil, err
		}
		defer p.leave()
		if err := p.advance(); err != nil {
			return nil, err
		}
		n, err := p.or()
		if err != nil {
			return nil, err
		}
		if p.tok.kind != kindClose {
			return nil, p.unclosed(start)
		}
		end := p.tok.end
		if n.shape != shapeAnd && n.shape != shapeOr {
			n.pos, n.end = start.pos, end
			return n, p.advance()
		}
		// Conjuncts keep their own places; the parentheses belong to the whole.
		return &node{shape: n.shape, pos: start.pos, end: end, kids: n.kids}, p.advance()
	}
	return p.relation()
}

// relation parses one test.
func (p *parser) relation() (*node, *Error) {
	start, quant := p.tok.pos, opNone
	if p.isOp(opAny) || p.isOp(opAll) {
		quant = p.tok.op
		if err := p.advance(); err != nil {
			return nil, err
		}
	}
	left, err := p.sum()
	if err != nil {
		return nil, err
	}
	if p.tok.kind == kindOp {
		switch o := p.tok.op; {
		case o >= opAnyEq && o <= opLe:
			return p.chain(start, quant, left)
		case o == opContains || o == opMatches:
			if left.isCalculated() {
				return nil, p.unexpected()
			}
			if err := p.advance(); err != nil {
				return nil, err
			}
			right, err := p.entity()
			if err != nil {
				return nil, err
			}
			return &node{shape: shapeCompare, op: o, quant: quant, pos: start, end: right.end, kids: []*node{left, right}}, nil
		case o == opIn || o == opNot:
			return p.membership(start, quant, left)
		}
	}
	if quant != opNone {
		return nil, p.unexpected()
	}
	return left, nil
}

// chain parses a == b, and a < b < c, which is a < b && b < c.
func (p *parser) chain(start int, quant op, left *node) (*node, *Error) {
	var all []*node
	for p.tok.kind == kindOp && p.tok.op >= opAnyEq && p.tok.op <= opLe {
		o := p.tok.op
		if err := p.advance(); err != nil {
			return nil, err
		}
		right, err := p.sum()
		if err != nil {
			return nil, err
		}
		all = append(all, &node{shape: shapeCompare, op: o, quant: quant, pos: start, end: right.end, kids: []*node{left, right}})
		left, start = right, right.pos
	}
	if len(all) == 1 {
		return all[0], nil
	}
	return &node{shape: shapeAnd, pos: all[0].pos, end: all[len(all)-1].end, kids: all}, nil
}

// membership parses what follows the field in a in {...} and a not in {...}.
func (p *parser) membership(start int, quant op, left *node) (*node, *Error) {
	negated := p.isOp(opNot)
	if negated {
		if err := p.advance(); err != nil {
			return nil, err
		}
	}
	if !p.isOp(opIn) || left.isCalculated() {
		return nil, p.unexpected()
	}
	if err := p.advance(); err != nil {
		return nil, err
	}
	if p.tok.kind != kindBrace {
		return nil, p.fail(p.tok.pos, `write in {80, 443, 8000..8999}`, "a set stands between { and }")
	}
	n, open := &node{shape: shapeIn, quant: quant, pos: start, kids: []*node{left}}, p.tok
	for {
		if err := p.advance(); err != nil {
			return nil, err
		}
		kid, err := p.member()
		if err != nil {
			return nil, err
		}
		switch {
		case kid.shape == shapeSlice && p.tok.kind != kindDots: // which Wireshark takes in ranges
			return nil, p.fail(kid.pos, "compare it with ==", "a slice is no member of a set")
		case p.tok.kind == kindDots:
			if err := p.advance(); err != nil {
				return nil, err
			}
			last, err := p.member()
			if err != nil {
				return nil, err
			}
			kid = &node{shape: shapeSpan, pos: kid.pos, end: last.end, kids: []*node{kid, last}}
		}
		n.kids = append(n.kids, kid)
		if p.tok.kind != kindComma {
			break
		}
	}
	if p.tok.kind != kindUnbrace {
		err := p.unclosed(open)
		if p.tok.kind == kindWord || p.tok.kind == kindString {
			err.Cure = "members of a set are parted by commas"
		}
		return nil, err
	}
	n.end = p.tok.end
	if negated { // all or any, no value is in it
		n.quant = opAny
		n = &node{shape: shapeNot, pos: start, end: n.end, kids: []*node{n}}
	}
	return n, p.advance()
}

// member parses a member of a set, or an end of a range of them.
func (p *parser) member() (*node, *Error) {
	if p.tok.kind == kindBrace {
		return nil, p.unexpected()
	}
	return p.signed()
}

// sum parses arithmetic: & binds least, then + and -, then * / and %.
func (p *parser) sum() (*node, *Error) {
	return p.binary([]op{opBitAnd}, func() (*node, *Error) {
		return p.binary([]op{opAdd, opSub}, func() (*node, *Error) {
			return p.binary([]op{opMul, opDiv, opMod}, p.signed)
		})
	})
}

// binary parses operands joined, from the left, by any of ops. A filter's
// length bounds the depth of what it makes, so long sums count as nesting.
func (p *parser) binary(ops []op, next func() (*node, *Error)) (*node, *Error) {
	n, err := next()
	if err != nil {
		return nil, err
	}
	for height := 1; p.tok.kind == kindOp; height++ {
		o := opNone
		for _, each := range ops {
			if p.tok.op == each {
				o = each
			}
		}
		if o == opNone {
			break
		}
		if p.depth+height > maxDepth {
			return nil, p.fail(p.tok.pos, "", fmt.Sprintf("more than %d terms", maxDepth))
		}
		if err := p.advance(); err != nil {
			return nil, err
		}
		kid, err := next()
		if err != nil {
			return nil, err
		}
		n = &node{shape: shapeBinary, op: o, pos: n.pos, end: kid.end, kids: []*node{n, kid}}
	}
	return n, nil
}

// signed parses an operand, with its sign, or arithmetic in braces.
func (p *parser) signed() (*node, *Error) {
	start := p.tok
	switch {
	case start.kind == kindBrace:
		if err := p.enter(start.pos); err != nil {
			return nil, err
		}
		defer p.leave()
		if err := p.advance(); err != nil {
			return nil, err
		}
		n, err := p.sum()
		if err != nil {
			return nil, err
		}
		if p.tok.kind != kindUnbrace {
			return nil, p.unclosed(start)
		}
		n.pos, n.end, n.grouped = start.pos, p.tok.end, true
		return n, p.advance()
	case p.isOp(opSub) || p.isOp(opAdd):
		if err := p.advance(); err != nil {
			return nil, err
		}
		n, err := p.entity()
		if err != nil {
			return nil, err
		}
		if start.op == opAdd {
			n.pos = start.pos
			return n, nil
		}
		return &node{shape: shapeNegate, pos: start.pos, end: n.end, kids: []*node{n}}, nil
	}
	return p.entity()
}

// entity parses a field, literal or function, and the slices behind it.
func (p *parser) entity() (*node, *Error) {
	t := p.tok
	n := &node{pos: t.pos, end: t.end, text: t.text}
	switch t.kind {
	case kindString:
		n.shape = shapeString
	case kindChar:
		n.shape = shapeChar
	case kindRef:
		if err := p.bind(n); err != nil {
			return nil, err
		}
	case kindField, kindWord:
		n.shape = shapeWord
		if info, ok := packet.Lookup(t.text); ok {
			n.shape, n.field = shapeField, info
		} else if t.kind == kindField {
			return nil, p.unknown(t.pos, t.text)
		}
	default:
		return nil, p.unexpected()
	}
	if err := p.advance(); err != nil {
		return nil, err
	}
	if t.kind == kindWord && p.tok.kind == kindOpen {
		return p.call(n)
	}
	if p.tok.kind == kindLayer && n.shape == shapeField {
		spans, err := p.ranges(p.tok)
		if err != nil {
			return nil, err
		}
		n.spans, n.end = spans, p.tok.end
		if err := p.advance(); err != nil {
			return nil, err
		}
	}
	return p.slices(n)
}

// slices parses the [0:3] behind an operand.
func (p *parser) slices(n *node) (*node, *Error) {
	for depth := 0; p.tok.kind == kindRange; depth++ {
		if depth > maxDepth {
			return nil, p.fail(p.tok.pos, "", fmt.Sprintf("more than %d slices", maxDepth))
		}
		spans, err := p.ranges(p.tok)
		if err != nil {
			return nil, err
		}
		n = &node{shape: shapeSlice, pos: n.pos, end: p.tok.end, kids: []*node{n}, spans: spans}
		if err := p.advance(); err != nil {
			return nil, err
		}
	}
	return n, nil
}

// call parses the arguments of a function.
func (p *parser) call(n *node) (*node, *Error) {
	n.shape, n.field = shapeCall, nil
	if err := p.enter(n.pos); err != nil {
		return nil, err
	}
	defer p.leave()
	open := p.tok
	if err := p.advance(); err != nil {
		return nil, err
	}
	for p.tok.kind != kindClose || len(n.kids) > 0 {
		kid, err := p.sum()
		if err != nil {
			return nil, err
		}
		n.kids = append(n.kids, kid)
		if p.tok.kind != kindComma {
			break
		}
		if err := p.advance(); err != nil {
			return nil, err
		}
	}
	if p.tok.kind != kindClose {
		err := p.unclosed(open)
		if p.tok.kind == kindOp && p.tok.op <= opLe {
			err.Cure = "close the function first, as in len(tcp.payload) > 5"
		}
		return nil, err
	}
	n.end = p.tok.end
	if err := p.advance(); err != nil {
		return nil, err
	}
	return p.slices(n)
}
