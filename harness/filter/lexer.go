package filter

import (
	"net/netip"
	"strings"
)

// kind tells tokens apart.
type kind uint8

const (
	kindEnd     kind = iota
	kindWord         // a field name or an unquoted literal
	kindField        // a field name behind a dot, as in .tcp.port
	kindString       // "..." or r"..."
	kindChar         // '.'
	kindRef          // ${name.field}
	kindRange        // what stands between [ and ], as in eth.src[0:3]
	kindLayer        // #2 or #[1-2]
	kindOp           // a comparison, arithmetic or logical operator
	kindOpen         // (
	kindClose        // )
	kindBrace        // {
	kindUnbrace      // }
	kindComma        // ,
	kindDots         // ..
)

// op is an operator, whatever its spelling.
type op uint8

const (
	opNone     op = iota
	opAnyEq       // ==
	opAllEq       // ===
	opAnyNe       // !==
	opAllNe       // !=
	opGt          // >
	opGe          // >=
	opLt          // <
	opLe          // <=
	opBitAnd      // &
	opAdd         // +
	opSub         // -
	opMul         // *
	opDiv         // /
	opMod         // %
	opAnd         // &&
	opOr          // ||
	opNot         // !
	opIn          // in
	opContains    // contains
	opMatches     // matches
	opAny         // any
	opAll         // all
)

// spelling is one way to write an operator.
type spelling struct {
	text string
	op   op
}

// symbols are the operators of punctuation, the longest first.
var symbols = [...]spelling{
	{"===", opAllEq},
	{"!==", opAnyNe},
	{"==", opAnyEq},
	{"!=", opAllNe},
	{"~=", opAnyNe},
	{">=", opGe},
	{"<=", opLe},
	{"&&", opAnd},
	{"||", opOr},
	{">", opGt},
	{"<", opLt},
	{"&", opBitAnd},
	{"!", opNot},
	{"~", opMatches},
	{"+", opAdd},
	{"-", opSub},
	{"*", opMul},
	{"/", opDiv},
	{"%", opMod},
}

// wordOp returns the operator that a word stands for. Case counts.
func wordOp(word string) op {
	switch word {
	case "eq", "any_eq":
		return opAnyEq
	case "all_eq":
		return opAllEq
	case "ne", "all_ne":
		return opAllNe
	case "any_ne":
		return opAnyNe
	case "gt":
		return opGt
	case "ge":
		return opGe
	case "lt":
		return opLt
	case "le":
		return opLe
	case "bitwise_and":
		return opBitAnd
	case "and":
		return opAnd
	case "or":
		return opOr
	case "not":
		return opNot
	case "in":
		return opIn
	case "contains":
		return opContains
	case "matches":
		return opMatches
	case "any":
		return opAny
	case "all":
		return opAll
	}
	return opNone
}

// token is one piece of a filter.
type token struct {
	kind     kind
	op       op
	pos, end int    // the octets of the filter that it takes
	text     string // the word; the octets of a string or character; what stands between [ and ] or behind #
}

// lexer cuts a filter into tokens.
type lexer struct {
	src string
	pos int
}

func (l *lexer) fail(pos int, cure, message string) *Error {
	return &Error{Expr: l.src, Column: pos + 1, Message: message, Cure: cure}
}

// next returns the next token.
func (l *lexer) next() (token, *Error) {
	for l.pos < len(l.src) && isSpace(l.src[l.pos]) {
		l.pos++
	}
	start := l.pos
	if start == len(l.src) {
		return token{kind: kindEnd, pos: start, end: start}, nil
	}
	rest := l.src[start:]
	if n, _ := scanWord(rest); n > 0 {
		if n < len(rest) && rest[n] == '"' && n == 1 && (rest[0] == 'r' || rest[0] == 'R') {
			return l.quoted(start, start+2, '"', true)
		}
		l.pos += n
		word := rest[:n]
		if o := wordOp(word); o != opNone {
			return token{kind: kindOp, op: o, pos: start, end: l.pos, text: word}, nil
		}
		return token{kind: kindWord, pos: start, end: l.pos, text: word}, nil
	}
	switch c := rest[0]; {
	case c == '"':
		return l.quoted(start, start+1, '"', false)
	case c == '\'':
		return l.quoted(start, start+1, '\'', false)
	case c == '$':
		return l.reference(start)
	case c == '[':
		return l.bracket(start, start, kindRange)
	case c == '#':
		return l.layer(start)
	case strings.HasPrefix(rest, "<>"):
		return token{}, l.fail(start, `write "!=" for not equal`, `"<>" is not an operator`)
	case strings.HasPrefix(rest, ".."):
		return l.punctuation(kindDots, 2), nil
	case c == '.':
		n, ok := scanWord(rest[1:])
		if n == 0 || !ok {
			return token{}, l.fail(start, "", `"." is not expected here`)
		}
		l.pos += 1 + n
		return token{kind: kindField, pos: start, end: l.pos, text: rest[1 : 1+n]}, nil
	case c == '(':
		return l.punctuation(kindOpen, 1), nil
	case c == ')':
		return l.punctuation(kindClose, 1), nil
	case c == '{':
		return l.punctuation(kindBrace, 1), nil
	case c == '}':
		return l.punctuation(kindUnbrace, 1), nil
	case c == ',':
		return l.punctuation(kindComma, 1), nil
	}
	for _, s := range symbols {
		if strings.HasPrefix(rest, s.text) {
			t := l.punctuation(kindOp, len(s.text))
			t.op = s.op
			return t, nil
		}
	}
	return token{}, l.stray(start)
}

func (l *lexer) punctuation(k kind, n int) token {
	t := token{kind: k, pos: l.pos, end: l.pos + n, text: l.src[l.pos : l.pos+n]}
	l.pos += n
	return t
}

// stray explains a character that starts no token.
func (l *lexer) stray(start int) *Error {
	switch c := l.src[start]; {
	case c >= 0x80 || c < 0x20:
		return l.fail(start, `put it between double quotes`, "only printable ASCII may stand outside double quotes")
	case c == '=':
		for _, wrong := range [...][3]string{{"=>", `">="`, "at least"}, {"=<", `"<="`, "at most"}, {"=~", `"matches"`, "a regular expression"}, {"=!", `"!="`, "not equal"}} {
			if strings.HasPrefix(l.src[start:], wrong[0]) {
				return l.fail(start, "write "+wrong[1]+" for "+wrong[2], `"`+wrong[0]+`" is not an operator`)
			}
		}
		return l.fail(start, `write "==" for equal`, `"=" is not an operator`)
	case c == ':':
		return l.fail(start, "octets between colons have two digits each; an address and a port are two tests", `":" is not expected here`)
	case c == '@':
		return l.fail(start, "", `"@" is not an operator of Wireshark 4.0`)
	case c == '|':
		return l.fail(start, `write "||" for or`, `"|" is not an operator`)
	}
	return l.fail(start, "", `"`+l.src[start:start+1]+`" is not expected here`)
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func isWord(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '-'
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// scanWord returns the length of the word that s starts with: words joined
// by dots, an address, a prefix or octets with colons, whichever is longest.
// It also reports whether the word is made of letters, digits, _ - and dots
// alone. A hyphen may end or stand inside a word, never start one.
func scanWord(s string) (n int, plain bool) {
	if s != "" && s[0] != '-' {
		for n < len(s) && isWord(s[n]) {
			n++
			for n+1 < len(s) && s[n] == '.' && isWord(s[n+1]) {
				n++
			}
		}
	}
	if n > 0 {
		if p := scanPrefix(s[n:]); p > 0 {
			if a, err := netip.ParseAddr(s[:n]); err == nil && a.Is4() {
				return n + p, true
			}
		}
	}
	if m := scanColons(s); m > n {
		return m, false
	}
	return n, true
}

// scanPrefix returns the length of the /24 that s starts with.
func scanPrefix(s string) int {
	if s == "" || s[0] != '/' {
		return 0
	}
	n := 1
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	if n == 1 {
		return 0
	}
	return n
}

// scanColons returns the length of the IPv6 address, the prefix, or the
// octets with colons between them (two digits each) that s starts with.
func scanColons(s string) int {
	const longest = len("0000:0000:0000:0000:0000:0000:255.255.255.255")
	run, colons := 0, 0
	for run < len(s) && (isHex(s[run]) || s[run] == ':' || s[run] == '.') {
		if s[run] == ':' {
			colons++
		}
		run++
	}
	if colons == 0 {
		return 0
	}
	octets := 0
	for octets+1 < run && isHex(s[octets]) && isHex(s[octets+1]) {
		octets += 2
		if octets+2 < run && s[octets] == ':' && isHex(s[octets+1]) && isHex(s[octets+2]) {
			octets++
			continue
		}
		break
	}
	if octets <= 2 || octets < run && isHex(s[octets]) {
		octets = 0
	}
	for end := min(run, longest); end > max(octets, 1); end-- {
		if a, err := netip.ParseAddr(s[:end]); err == nil && a.Is6() {
			return end + scanPrefix(s[end:])
		}
	}
	return octets
}

// reference scans ${...}.
func (l *lexer) reference(start int) (token, *Error) {
	if !strings.HasPrefix(l.src[start:], "${") {
		return token{}, l.fail(start, "write ${name.field} for a value of a frame bound earlier", `"$" is not expected here`)
	}
	n := strings.IndexByte(l.src[start:], '}')
	if n < 0 {
		return token{}, l.fail(start, `add the "}"`, "${ is never closed")
	}
	l.pos = start + n + 1
	return token{kind: kindRef, pos: start, end: l.pos, text: l.src[start+2 : start+n]}, nil
}

// bracket scans [...] at open.
func (l *lexer) bracket(start, open int, k kind) (token, *Error) {
	n := strings.IndexByte(l.src[open:], ']')
	if n < 0 {
		return token{}, l.fail(open, `add the "]"`, "[ is never closed")
	}
	l.pos = open + n + 1
	return token{kind: k, pos: start, end: l.pos, text: l.src[open+1 : open+n]}, nil
}

// layer scans #2 or #[1-2].
func (l *lexer) layer(start int) (token, *Error) {
	if start+1 < len(l.src) && l.src[start+1] == '[' {
		return l.bracket(start, start+1, kindLayer)
	}
	n := start + 1
	for n < len(l.src) && isDigit(l.src[n]) {
		n++
	}
	if n == start+1 {
		return token{}, l.fail(start, "write ip.src#2 or ip.src#[1-2]; a filter has no comments", `"#" needs a number or "[" behind it`)
	}
	l.pos = n
	return token{kind: kindLayer, pos: start, end: n, text: l.src[start+1 : n]}, nil
}
