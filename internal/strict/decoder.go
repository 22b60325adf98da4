package strict

import (
	"encoding"
	"fmt"
	"net"
	"net/netip"
	"reflect"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"
)

// maxMistakes bounds what is reported of one file: nobody reads more.
const maxMistakes = 100

// Decode parses data, the content of file, into v, a pointer to a value of
// any kind that Decoder.Decode takes, and returns every mistake in file
// order. Where it returns mistakes, v holds what could be read.
func Decode(file string, data []byte, v any) Diagnostics {
	root, ds := Document(file, data)
	if root == nil {
		return ds
	}
	d := NewDecoder(file)
	d.Decode(root, v)
	return d.Diagnostics()
}

// Decoder turns YAML nodes into Go values and collects the mistakes in them.
// It is used by one goroutine at a time.
type Decoder struct {
	file     string
	what     []string // the keys on the way to the node being decoded
	mistakes Diagnostics
	told     map[Diagnostic]bool
	dropped  int
	structs  map[reflect.Type][]field
}

// NewDecoder returns a decoder for the nodes of file.
func NewDecoder(file string) *Decoder {
	return &Decoder{file: file, told: map[Diagnostic]bool{}, structs: map[reflect.Type][]field{}}
}

// Unmarshaler is a value with a syntax of its own: one of several shapes,
// or text with a meaning. UnmarshalYAML is called with the node, which is
// never an alias, for any type that has it on itself or its pointer. It
// records mistakes with Errorf.
type Unmarshaler interface {
	UnmarshalYAML(d *Decoder, n *yaml.Node)
}

// Diagnostics returns the mistakes so far, in file order.
func (d *Decoder) Diagnostics() Diagnostics {
	ds := slices.Clone(d.mistakes)
	ds.Sort()
	if d.dropped > 0 {
		ds = append(ds, Diagnostic{
			Pos:     Pos{File: d.file},
			Message: fmt.Sprintf("%d more mistakes are not shown", d.dropped),
		})
	}
	return ds
}

// Mistakes returns how many mistakes there were so far, shown or not.
func (d *Decoder) Mistakes() int { return len(d.mistakes) + d.dropped }

// Full reports whether further mistakes will not be shown, so that no work
// need go into their cures.
func (d *Decoder) Full() bool { return len(d.mistakes) == maxMistakes }

// Pos returns the place of a node.
func (d *Decoder) Pos(n *yaml.Node) Pos {
	return Pos{File: d.file, Line: n.Line, Column: n.Column}
}

// Errorf records a mistake at a node. The cure may be empty.
func (d *Decoder) Errorf(n *yaml.Node, cure, format string, args ...any) {
	d.ErrorAt(d.Pos(n), cure, format, args...)
}

// ErrorAt records a mistake at a place kept from earlier, for what can only
// be checked when everything has been read. The cure may be empty. The same
// mistake at the same place is told once.
func (d *Decoder) ErrorAt(pos Pos, cure, format string, args ...any) {
	if d.Full() {
		d.dropped++
		return
	}
	m := Diagnostic{Pos: pos, Message: fmt.Sprintf(format, args...), Cure: cure}
	if !d.told[m] {
		d.told[m] = true
		d.mistakes = append(d.mistakes, m)
	}
}

// What returns what is being decoded, for messages: the innermost key, or
// "the file" at its top.
func (d *Decoder) What() string {
	if len(d.what) == 0 {
		return "the file"
	}
	return d.what[len(d.what)-1]
}

// Wrong records that a node has the wrong shape or type: what is decoded
// must be want, as in "a list".
func (d *Decoder) Wrong(n *yaml.Node, want string) {
	d.Errorf(n, "", "%s must be %s, not %s", d.What(), want, Describe(n))
}

// Describe returns what a node is, for messages: "a map", "a list",
// "empty", or the text itself in quotes.
func Describe(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.AliasNode:
		return Describe(n.Alias)
	case n.Kind == yaml.MappingNode:
		return "a map"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case empty(n):
		return "empty"
	}
	return Quote(n.Value)
}

// Quote returns text in quotes for a message, shortened where it is long.
func Quote(s string) string {
	const most = 60
	if r := []rune(s); len(r) > most {
		return fmt.Sprintf("%q...", string(r[:most]))
	}
	return fmt.Sprintf("%q", s)
}

// Empty reports whether a node is a value that was left out, as in `pc1:`.
func Empty(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && empty(n) }

// Decode decodes a node into v, a non-nil pointer. Structs are maps with the
// keys of their `yaml:"name"` tags (`yaml:"name,required"` for a key that
// must be there, `yaml:",inline"` for an embedded struct whose keys
// are its parent's);
// fields tagged "-" and fields without a tag are left alone, except that a
// field Pos of type Pos takes the position of the value. Go maps have text
// keys. Anything else follows its type; a value left out (null) leaves
// structs, maps, slices and pointers as they are and is a mistake for
// scalars. A pointer to a scalar stays nil where the scalar is a mistake.
func (d *Decoder) Decode(n *yaml.Node, v any) {
	p := reflect.ValueOf(v)
	if p.Kind() != reflect.Pointer || p.IsNil() {
		panic(fmt.Sprintf("strict: decode into %T, want a pointer", v))
	}
	d.decode(n, p.Elem())
}

// Key decodes the value of a map's key: messages name the key.
func (d *Decoder) Key(key string, n *yaml.Node, v any) {
	defer d.enter(key)()
	d.Decode(n, v)
}

func (d *Decoder) enter(what string) func() {
	d.what = append(d.what, what)
	return func() { d.what = d.what[:len(d.what)-1] }
}

func (d *Decoder) decode(n *yaml.Node, v reflect.Value) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Style&yaml.TaggedStyle != 0 && n.ShortTag() != "!!str" {
		d.Errorf(n, "remove the tag", "tag %s means nothing here", n.Tag)
		return
	}
	if v.Kind() != reflect.Pointer && v.CanAddr() {
		if u, ok := reflect.TypeAssert[Unmarshaler](v.Addr()); ok {
			u.UnmarshalYAML(d, n)
			return
		}
		if node, ok := reflect.TypeAssert[*yaml.Node](v.Addr()); ok {
			*node = *n
			return
		}
	}
	switch v.Interface().(type) {
	case bool, string, time.Duration, netip.Addr, netip.Prefix, net.HardwareAddr:
		d.scalar(n, v)
		return
	}
	if v.Kind() != reflect.Pointer && v.CanAddr() {
		if _, ok := reflect.TypeAssert[encoding.TextUnmarshaler](v.Addr()); ok {
			d.scalar(n, v)
			return
		}
	}
	// The others are scalars.
	//exhaustive:ignore
	switch v.Kind() {
	case reflect.Pointer:
		if empty(n) {
			return
		}
		if v.IsNil() {
			e := reflect.New(v.Type().Elem())
			before := d.Mistakes()
			d.decode(n, e.Elem())
			if d.Mistakes() == before || e.Elem().Kind() == reflect.Struct {
				v.Set(e)
			}
			return
		}
		d.decode(n, v.Elem())
	case reflect.Struct:
		d.fields(n, v)
	case reflect.Map:
		d.entries(n, v)
	case reflect.Slice:
		d.elements(n, v)
	case reflect.Interface:
		if x := d.plain(n); x != nil {
			v.Set(reflect.ValueOf(x))
		}
	default:
		d.scalar(n, v)
	}
}

// Keys calls f for each key of a map in file order, with the key's node and
// the value's, aliases resolved. Keys that are not text, merge keys and
// duplicates are recorded and left out. It reports whether n is a map or
// left out.
func (d *Decoder) Keys(n *yaml.Node, f func(key string, k, v *yaml.Node)) bool {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if empty(n) {
		return true
	}
	if n.Kind != yaml.MappingNode {
		d.Wrong(n, "a map")
		return false
	}
	first := make(map[string]int, len(n.Content)/2)
	for i := 0; i+1 < len(n.Content); i += 2 {
		k, v := n.Content[i], n.Content[i+1]
		at := k
		if k.Kind == yaml.AliasNode {
			k = k.Alias
		}
		switch {
		case k.Kind != yaml.ScalarNode || empty(k):
			d.Errorf(at, "", "a key must be text, not %s", Describe(k))
			continue
		case k.ShortTag() == "!!merge":
			d.Errorf(at, "write the keys out", "merge keys (<<) are not supported")
			continue
		}
		if line, dup := first[k.Value]; dup {
			d.Errorf(at, "remove one of them", "key %s appears twice, first on line %d", Quote(k.Value), line)
			continue
		}
		first[k.Value] = at.Line
		if v.Kind == yaml.AliasNode {
			v = v.Alias
		}
		f(k.Value, at, v)
	}
	return true
}

// UnknownKey records a key that is none of have.
func (d *Decoder) UnknownKey(k *yaml.Node, have []string) {
	known := ""
	if len(have) > 0 {
		known = "known here: " + strings.Join(have, ", ")
	}
	d.Errorf(k, Propose(k.Value, have, known), "unknown key %s", Quote(k.Value))
}

// field is one key of a struct.
type field struct {
	name     string
	index    []int
	required bool
}

// fieldsOf returns the keys of a struct type in declared order.
func (d *Decoder) fieldsOf(t reflect.Type) []field {
	if fs, ok := d.structs[t]; ok {
		return fs
	}
	fs := fieldsOf(t)
	d.structs[t] = fs
	return fs
}

func fieldsOf(t reflect.Type) []field {
	var fs []field
	for _, f := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		if name == "" || name == "-" || !f.IsExported() {
			continue
		}
		fs = append(fs, field{name, f.Index, options == "required"})
	}
	return fs
}

func (d *Decoder) fields(n *yaml.Node, v reflect.Value) {
	if pos := v.FieldByName("Pos"); pos.IsValid() && pos.Type() == reflect.TypeFor[Pos]() && pos.CanSet() {
		pos.Set(reflect.ValueOf(d.Pos(n)))
	}
	fs := d.fieldsOf(v.Type())
	seen := make(map[string]bool, len(fs))
	ok := d.Keys(n, func(key string, k, val *yaml.Node) {
		i := slices.IndexFunc(fs, func(f field) bool { return f.name == key })
		if i < 0 {
			names := make([]string, len(fs))
			for j, f := range fs {
				names[j] = f.name
			}
			d.UnknownKey(k, names)
			return
		}
		seen[key] = true
		if fs[i].required && empty(val) {
			d.Errorf(val, "", "%s is empty", key)
			return
		}
		defer d.enter(key)()
		d.decode(val, v.FieldByIndex(fs[i].index))
	})
	if !ok {
		return
	}
	for _, f := range fs {
		if f.required && !seen[f.name] {
			d.Errorf(n, fmt.Sprintf("write `%s: ...`", f.name), "%s has no %s", d.What(), f.name)
		}
	}
}

func (d *Decoder) entries(n *yaml.Node, v reflect.Value) {
	t := v.Type()
	if t.Key().Kind() != reflect.String {
		panic(fmt.Sprintf("strict: decode into %s, want text keys", t))
	}
	d.Keys(n, func(key string, _, val *yaml.Node) {
		if v.IsNil() {
			v.Set(reflect.MakeMap(t))
		}
		defer d.enter(key)()
		e := reflect.New(t.Elem()).Elem()
		d.decode(val, e)
		v.SetMapIndex(reflect.ValueOf(key).Convert(t.Key()), e)
	})
}

func (d *Decoder) elements(n *yaml.Node, v reflect.Value) {
	switch {
	case empty(n):
		return
	case n.Kind == yaml.ScalarNode:
		d.Errorf(n, fmt.Sprintf("write [%s]", n.Value), "%s must be a list, not %s", d.What(), Describe(n))
		return
	case n.Kind != yaml.SequenceNode:
		d.Wrong(n, "a list")
		return
	}
	defer d.enter("an entry of " + d.What())()
	s := reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content))
	for i, c := range n.Content {
		d.decode(c, s.Index(i))
	}
	v.Set(s)
}
