package filter

import (
	"io"
	"regexp"
	"regexp/syntax"
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
	// Wireshark matches octets. Here an octet is the rune of that number.
	expr := text
	if !isASCII([]byte(text)) {
		var b strings.Builder
		for i := range len(text) {
			b.WriteRune(rune(text[i]))
		}
		expr = b.String()
	}
	tree, err := syntax.Parse(expr, syntax.Perl|syntax.FoldCase)
	if err != nil {
		message := strings.TrimPrefix(err.Error(), "error parsing regexp: ")
		return nil, &complaint{"the regular expression does not compile: " + message,
			"lookaround, back references, atomic groups, possessive repeats and \\Z \\h \\R \\K of PCRE are not supported"}
	}
	re, err := regexp.Compile(endings(tree).String())
	if err != nil {
		return nil, &complaint{message: "the regular expression does not compile: " + err.Error()}
	}
	return &pattern{re: re}, nil
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

// octetReader reads each octet as the rune of that number.
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
	return rune(c), 1, nil
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
