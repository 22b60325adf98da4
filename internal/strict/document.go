package strict

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// The limits of a file.
const (
	MaxSize  = 1 << 20 // octets
	MaxDepth = 64      // maps and lists inside each other
	MaxNodes = 1 << 18 // keys and values, aliases expanded
)

// Document reads data as one YAML document and returns its root node, nil
// where there is none. What it returns is safe to walk through aliases: it
// is a tree of at most MaxDepth levels and MaxNodes nodes.
func Document(file string, data []byte) (*yaml.Node, Diagnostics) {
	fail := func(line, column int, cure, format string, args ...any) (*yaml.Node, Diagnostics) {
		return nil, Diagnostics{{
			Pos:     Pos{File: file, Line: line, Column: column},
			Message: fmt.Sprintf(format, args...),
			Cure:    cure,
		}}
	}
	if len(data) > MaxSize {
		return fail(0, 0, "split it; a range like pc[1-50] replaces fifty entries",
			"the file is too big: %d octets, at most %d are read", len(data), MaxSize)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if at, what := unprintable(data); at >= 0 {
		line, column := place(data, at)
		return fail(line, column, "save the file as UTF-8 text", "not a text file: %s", what)
	}
	loader, err := yaml.NewLoader(bytes.NewReader(data), yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(MaxDepth))))
	if err != nil {
		return fail(0, 0, "", "%v", err)
	}
	var doc yaml.Node
	if err := loader.Load(&doc); err != nil {
		if errors.Is(err, io.EOF) || len(doc.Content) == 0 && !errors.As(err, new(*yaml.LoadError)) {
			return fail(0, 0, "", "the file is empty")
		}
		return nil, Diagnostics{syntax(file, data, err)}
	}
	if len(doc.Content) != 1 || empty(doc.Content[0]) {
		return fail(0, 0, "", "the file is empty")
	}
	var next yaml.Node
	switch err := loader.Load(&next); {
	case errors.Is(err, io.EOF):
	case err != nil:
		return nil, Diagnostics{syntax(file, data, err)}
	default:
		return fail(next.Line, next.Column, "remove the `---` line, or make two files", "a second document begins here")
	}
	b := bounds{file: file, size: map[*yaml.Node]extent{}}
	b.measure(doc.Content[0], 1)
	if b.mistake != nil {
		return nil, Diagnostics{*b.mistake}
	}
	return doc.Content[0], nil
}

// Size returns how many values a node holds, itself and aliases included.
func Size(n *yaml.Node) int {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	size := 1
	for _, c := range n.Content {
		size += Size(c)
	}
	return size
}

// empty reports whether n is a value that was left out.
func empty(n *yaml.Node) bool {
	return n.Kind == yaml.ScalarNode && n.ShortTag() == "!!null"
}

// unprintable returns the offset of the first octet that YAML does not
// allow (YAML 1.2.2, Section 5.1) and what is wrong with it, or -1.
func unprintable(data []byte) (int, string) {
	for i := 0; i < len(data); {
		c, size := utf8.DecodeRune(data[i:])
		switch {
		case c == utf8.RuneError && size <= 1:
			return i, fmt.Sprintf("octet 0x%02x is not UTF-8", data[i])
		case c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0x7e || c == 0x85,
			c >= 0xa0 && c <= 0xd7ff, c >= 0xe000 && c <= 0xfffd && c != 0xfeff, c >= 0x10000:
		default:
			return i, fmt.Sprintf("character %U is not allowed", c)
		}
		i += size
	}
	return -1, ""
}

// place returns the line and column of an offset, both from 1. The column
// counts characters.
func place(data []byte, at int) (line, column int) {
	before := data[:at]
	begin := bytes.LastIndexByte(before, '\n') + 1
	return bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(before[begin:]) + 1
}

// syntax turns an error of the YAML reader into a diagnostic.
func syntax(file string, data []byte, err error) Diagnostic {
	d := Diagnostic{Pos: Pos{File: file}, Message: err.Error()}
	var e *yaml.LoadError
	if !errors.As(err, &e) {
		return d
	}
	d.Pos.Line, d.Pos.Column = e.Mark.Line, e.Mark.Column
	d.Message = "bad YAML: " + e.Message
	if e.ContextMsg != "" {
		d.Message += " " + e.ContextMsg
		if at := e.ContextMark; at.Line > 0 && at.Line != e.Mark.Line {
			d.Message += fmt.Sprintf(" that begins on line %d", at.Line)
		}
	}
	switch at := charAt(data, e.Mark.Line, e.Mark.Column); {
	case strings.Contains(e.Message, "exceeded max depth"):
		d.Message = fmt.Sprintf("more than %d maps and lists inside each other", MaxDepth)
	case at == '\t' && strings.Contains(e.Message, "cannot start any token"):
		d.Message, d.Cure = "a tab where YAML wants spaces", "indent with spaces"
	case strings.Contains(e.Message, "cannot start any token"):
		d.Message = fmt.Sprintf("a value cannot begin with %q", at)
		d.Cure = "quote the value"
	case strings.Contains(e.Message, "unknown anchor"):
		d.Message = strings.TrimSuffix(strings.Replace(e.Message, "unknown anchor '", "no anchor &", 1), "' referenced")
		d.Cure = "quote a value that begins with *"
	case strings.Contains(e.Message, "mapping values are not allowed"):
		d.Message = "a `:` where no key can be"
		d.Cure = "check the indentation, or quote a value that holds `: `"
	case strings.Contains(e.Message, "did not find expected ',' or"):
		d.Cure = "inside [...] and {...}, quote a value that holds brackets, braces or commas"
	case strings.Contains(e.Message, "could not find expected ':'"):
		d.Cure = "a key is followed by a colon and a space"
	}
	return d
}

// charAt returns the character at a line and column, 0 outside the text.
func charAt(data []byte, line, column int) rune {
	for ; line > 1; line-- {
		at := bytes.IndexByte(data, '\n')
		if at < 0 {
			return 0
		}
		data = data[at+1:]
	}
	for ; column > 1 && len(data) > 0; column-- {
		_, size := utf8.DecodeRune(data)
		data = data[size:]
	}
	if len(data) == 0 {
		return 0
	}
	c, _ := utf8.DecodeRune(data)
	return c
}

// bounds measures what a document expands to, each anchor once.
type bounds struct {
	file    string
	size    map[*yaml.Node]extent // of anchored nodes
	mistake *Diagnostic
}

// extent is what a node expands to. Its zero value marks an anchor that is
// still being measured.
type extent struct{ nodes, levels int }

// measure returns the extent of n, which is depth levels deep. It stops at
// the first mistake.
func (b *bounds) measure(n *yaml.Node, depth int) extent {
	if n.Kind == yaml.AliasNode {
		// The anchor comes earlier in the file, so it has been measured
		// unless this alias is inside it.
		e := b.size[n.Alias]
		if e.nodes == 0 {
			b.fail(n, "write the values out", "*%s is used inside its own anchor &%s", n.Value, n.Value)
		}
		if depth+e.levels-1 > MaxDepth {
			b.fail(n, "", "more than %d maps and lists inside each other", MaxDepth)
		}
		return e
	}
	if depth > MaxDepth {
		b.fail(n, "", "more than %d maps and lists inside each other", MaxDepth)
		return extent{}
	}
	e := extent{nodes: 1}
	for _, c := range n.Content {
		inner := b.measure(c, depth+1)
		e.nodes, e.levels = e.nodes+inner.nodes, max(e.levels, inner.levels)
		if e.nodes > MaxNodes {
			b.fail(c, "anchors and aliases must not multiply", "the file holds more than %d values", MaxNodes)
		}
		if b.mistake != nil {
			return extent{}
		}
	}
	e.levels++
	if n.Anchor != "" {
		b.size[n] = e
	}
	return e
}

func (b *bounds) fail(n *yaml.Node, cure, format string, args ...any) {
	if b.mistake == nil {
		b.mistake = &Diagnostic{
			Pos:     Pos{File: b.file, Line: n.Line, Column: n.Column},
			Message: fmt.Sprintf(format, args...),
			Cure:    cure,
		}
	}
}
