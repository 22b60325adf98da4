package filter

import (
	"fmt"
	"strings"
)

// unclosed explains why the parenthesis or brace cannot end at the token at hand.
func (p *parser) unclosed(open token) *Error {
	if p.tok.kind != kindEnd {
		return p.unexpected()
	}
	closing := ")"
	if open.kind == kindBrace {
		closing = "}"
	}
	return p.fail(open.pos, fmt.Sprintf("add the %q", closing), fmt.Sprintf("%q is never closed", open.text))
}

// unexpected explains why the token at hand cannot stand where it does.
func (p *parser) unexpected() *Error {
	t := p.tok
	if t.kind == kindEnd {
		return p.fail(len(p.src), "", "the filter ends too early")
	}
	text := p.src[t.pos:t.end]
	cure := ""
	switch t.kind {
	case kindWord:
		cure = p.cureWord(text)
	case kindOpen:
		cure = "arithmetic is grouped by { }, tests by ( )"
	case kindClose:
		cure = `there is no "(" for it`
	case kindComma:
		cure = "write in {80, 443} for one of several values"
	case kindOp:
		cure = p.cureOp(t.op)
	default:
	}
	return p.fail(t.pos, cure, fmt.Sprintf("%q is not expected here", text))
}

// cureWord tells what people mean by a word where an operator should stand.
func (p *parser) cureWord(text string) string {
	lower := strings.ToLower(text)
	switch {
	case text == "xor" || text == "bitand":
		return text + " is not an operator of Wireshark 4.0"
	case lower != text && wordOp(lower) != opNone:
		return "operators are written in lower case: " + lower
	}
	first, _, _ := strings.Cut(strings.TrimSpace(p.src), " ")
	for _, word := range [...]string{text, first} {
		switch word {
		case "host", "net", "port", "portrange", "src", "dst", "ether", "proto", "gateway", "less", "greater":
			return "this is a capture filter; write a display filter, as in ip.addr == 10.0.0.1 && tcp.port == 80"
		}
	}
	switch lower {
	case "equals", "equal", "is":
		return `write "==" for equal`
	case "like", "regex", "regexp":
		return `write matches "..."`
	case "startswith", "starts", "begins":
		return `write matches "^..."`
	case "endswith", "ends":
		return `write matches "...$"`
	case "has", "includes", "include":
		return "write contains"
	}
	return ""
}

// cureOp tells what is wrong about an operator.
func (p *parser) cureOp(o op) string {
	switch {
	case o == opIn:
		return "only a field may be tested for membership"
	case o == opContains || o == opMatches:
		return "only a field, a slice or a function may be searched"
	case o == opDiv && p.tok.pos+1 < len(p.src) && (p.src[p.tok.pos+1] == '/' || p.src[p.tok.pos+1] == '*'):
		return "a filter has no comments"
	case o <= opMod && p.last == kindClose:
		return "a comparison has a field on its left; arithmetic is grouped by { }, not by ( )"
	case o <= opMod:
		return "a value is missing in front of it"
	}
	return "a test is missing in front of it"
}
