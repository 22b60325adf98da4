package topology

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"
	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
)

// text is a value in the file that is read once its node is known: it may
// count, as in 10.0.0.[11-60]/24.
type text struct {
	Value string
	Pos   Pos // zero where the value is missing or a mistake
}

// UnmarshalYAML takes any single value.
func (t *text) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	before := d.Mistakes()
	d.Decode(n, &t.Value)
	if d.Mistakes() == before {
		t.Pos = d.Pos(n)
	}
}

// JSONSchema describes a text: YAML reads some as numbers.
func (t *text) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return of(reflect.TypeFor[string]())
}

// counter is one thing that a range replicates: copy index of count, by the
// range in name.
type counter struct {
	name         string
	index, count int
}

// span is a range in a text: [first-last], zero-padded to width.
type span struct{ first, last, width int }

func (s span) count() int { return s.last - s.first + 1 }

// at returns the text of the copy with that index.
func (s span) at(index int) string { return fmt.Sprintf("%0*d", s.width, s.first+index) }

// template is a text with ranges: text, range, text, ..., text.
type template struct {
	parts []string
	spans []span
}

// parseTemplate finds the ranges of s. Brackets around anything but
// digits-digits are text, as in [::1]:80.
func parseTemplate(s string) (template, error) {
	var t template
	begin := 0
	for i := 0; i < len(s); i++ {
		if s[i] != '[' {
			continue
		}
		n := strings.IndexByte(s[i:], ']')
		if n < 0 {
			break
		}
		from, to, ok := strings.Cut(s[i+1:i+n], "-")
		if !ok || !digits(from) || !digits(to) {
			continue
		}
		sp := span{}
		var errFrom, errTo error
		sp.first, errFrom = strconv.Atoi(from)
		sp.last, errTo = strconv.Atoi(to)
		switch {
		case errFrom != nil || errTo != nil || sp.last >= 1<<31 || sp.count() > MaxNodes:
			return t, fmt.Errorf("range %s counts more than %d", strict.Quote(s[i:i+n+1]), MaxNodes)
		case sp.last < sp.first:
			return t, fmt.Errorf("range %s counts down", strict.Quote(s[i:i+n+1]))
		}
		if from[0] == '0' {
			sp.width = len(from)
		}
		t.parts = append(t.parts, s[begin:i])
		t.spans = append(t.spans, sp)
		begin = i + n + 1
		i = begin - 1
	}
	t.parts = append(t.parts, s[begin:])
	return t, nil
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// count returns how many texts the template stands for, 1 without a range,
// and false where its ranges differ in length.
func (t template) count() (int, bool) {
	n := 1
	for i, s := range t.spans {
		if i > 0 && s.count() != n {
			return 0, false
		}
		n = s.count()
	}
	return n, true
}

// at returns the text of the copy with that index: all ranges count together.
func (t template) at(index int) string {
	if len(t.spans) == 0 {
		return t.parts[0]
	}
	var b strings.Builder
	for i, s := range t.spans {
		b.WriteString(t.parts[i])
		b.WriteString(s.at(index))
	}
	b.WriteString(t.parts[len(t.parts)-1])
	return b.String()
}

// expand returns the text for one copy of what the counters replicate,
// innermost first. A range counts with the innermost counter of its length,
// or with all of them in turn where it is as long as their product. A text
// that is missing or a mistake was told of when it was read.
func (t text) expand(d *strict.Decoder, counters []counter) (string, bool) {
	if t.Pos.Line == 0 {
		return "", false
	}
	if !strings.Contains(t.Value, "[") {
		return t.Value, true
	}
	tmpl, err := parseTemplate(t.Value)
	if err != nil {
		d.ErrorAt(t.Pos, "", "%v", err)
		return "", false
	}
	n, same := tmpl.count()
	switch {
	case len(tmpl.spans) == 0:
		return t.Value, true
	case !same:
		d.ErrorAt(t.Pos, "", "the ranges in %s differ in length", strict.Quote(t.Value))
		return "", false
	case len(counters) == 0:
		d.ErrorAt(t.Pos, "put a range of the same length in the node's name, as in pc[1-50]",
			"nothing counts with the range in %s", strict.Quote(t.Value))
		return "", false
	}
	index, count := 0, 1
	for _, c := range counters {
		if n == c.count {
			return tmpl.at(c.index), true
		}
		index += c.index * count
		count *= c.count
	}
	if n == count {
		return tmpl.at(index), true
	}
	c := counters[0]
	d.ErrorAt(t.Pos, fmt.Sprintf("write [%d-%d]", tmpl.spans[0].first, tmpl.spans[0].first+c.count-1),
		"the range in %s has %d values, %s has %d", strict.Quote(t.Value), n, c.name, c.count)
	return "", false
}

// expandName returns the names that a key with at most one range stands for.
func expandName(d *strict.Decoder, pos Pos, key string) []string {
	tmpl, err := parseTemplate(key)
	if err != nil {
		d.ErrorAt(pos, "", "%v", err)
		return nil
	}
	if len(tmpl.spans) > 1 {
		d.ErrorAt(pos, "", "name %s has more than one range", strict.Quote(key))
		return nil
	}
	n, _ := tmpl.count()
	names := make([]string, n)
	for i := range names {
		names[i] = tmpl.at(i)
	}
	return names
}
