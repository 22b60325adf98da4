package filter

import (
	"io"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"
	"unicode/utf8"
)

// pattern is a regular expression as `matches` takes it: over octets, and
// without regard to case unless it says (?-i).
type pattern struct {
	re *regexp.Regexp
}

// compilePattern compiles what stands on the right of matches. It knows the
// part of PCRE2 that needs no backtracking.
func compilePattern(text string) (*pattern, *complaint) {
	// Wireshark matches octets. Here a rune stands for each.
	expr, bad := translate(text)
	if bad != nil {
		return nil, bad
	}
	tree, err := syntax.Parse(expr, syntax.Perl|syntax.FoldCase)
	if err != nil {
		message := strings.TrimPrefix(err.Error(), "error parsing regexp: ")
		return nil, &complaint{"the regular expression does not compile: " + message,
			"lookaround, back references, atomic groups and possessive repeats of PCRE are not supported"}
	}
	if beyondEnd(tree) {
		return nil, &complaint{"something of the regular expression stands behind $", "write $ at its end"}
	}
	re, err := regexp.Compile(endings(tree).String())
	if err != nil {
		return nil, &complaint{message: "the regular expression does not compile: " + err.Error()}
	}
	return &pattern{re: re}, nil
}

// beyondEnd reports whether something may come behind $, which a last line feed is for
// PCRE, but not behind what endings makes of it.
func beyondEnd(tree *syntax.Regexp) bool {
	for i, sub := range tree.Sub {
		if beyondEnd(sub) || tree.Op == syntax.OpConcat && i < len(tree.Sub)-1 && hasDollar(sub) && takesSome(tree.Sub[i+1:]) {
			return true
		}
	}
	return false
}

func hasDollar(tree *syntax.Regexp) bool {
	return tree.Op == syntax.OpEndText && tree.Flags&syntax.WasDollar != 0 || slices.ContainsFunc(tree.Sub, hasDollar)
}

// takesSome reports whether what is in a row takes any octet.
func takesSome(row []*syntax.Regexp) bool {
	return slices.ContainsFunc(row, func(tree *syntax.Regexp) bool {
		switch tree.Op {
		case syntax.OpEmptyMatch, syntax.OpBeginLine, syntax.OpEndLine, syntax.OpBeginText, syntax.OpEndText, syntax.OpWordBoundary, syntax.OpNoWordBoundary:
			return false
		default:
			return len(tree.Sub) == 0 || takesSome(tree.Sub)
		}
	})
}

// endings lets $ stand before a last line feed too, as it does in PCRE.
func endings(tree *syntax.Regexp) *syntax.Regexp {
	if tree.Op == syntax.OpEndText && tree.Flags&syntax.WasDollar != 0 {
		feed := &syntax.Regexp{Op: syntax.OpLiteral, Rune: []rune{'\n'}}
		return &syntax.Regexp{Op: syntax.OpConcat, Sub: []*syntax.Regexp{
			{Op: syntax.OpQuest, Sub: []*syntax.Regexp{feed}},
			{Op: syntax.OpEndText},
		}}
	}
	for i, sub := range tree.Sub {
		tree.Sub[i] = endings(sub)
	}
	return tree
}

func (p *pattern) match(b []byte) bool {
	if isASCII(b) {
		return p.re.Match(b)
	}
	return p.re.MatchReader(&octetReader{b: b})
}

// octetReader reads each octet as the rune that stands for it.
type octetReader struct {
	b []byte
}

var _ io.RuneReader = (*octetReader)(nil)

func (r *octetReader) ReadRune() (rune, int, error) {
	if len(r.b) == 0 {
		return 0, 0, io.EOF
	}
	c := r.b[0]
	r.b = r.b[1:]
	return octetRune(c), 1, nil
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
