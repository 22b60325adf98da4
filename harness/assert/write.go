package assert

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Assertion is one thing that is to be true: a value of one of the types of this package,
// or YAML.
type Assertion interface {
	// kind is the key of the language that the type stands for, "" of frames and YAML.
	kind() string
}

// YAML is assertions as text in the suite language, one or a list.
type YAML string

func (YAML) kind() string { return "" }

// At is where frames are looked at: NODE:INTERFACE, a link as in "pc1:eth0 -- sw", or all.
type At string

// Places are several of them.
func Places(at ...string) At { return At(made + list(at)) }

// Order is how the frames of a sequence lie in time.
type Order string

// The orders.
const (
	Subsequence Order = "subsequence" // one after the other, other frames in between; the default
	Strict      Order = "strict"      // one after the other, nothing in between
	AnyOrder    Order = "any"         // whichever way
)

// Now is an Eventually: it is looked at once, and not waited for.
const Now time.Duration = -1

// Header is a header of a request.
type Header struct{ Name, Value string }

// Written is an assertion in the suite language.
type Written struct {
	Text string

	places []place
}

// place is where in the text a field is.
type place struct {
	line, column int // from 1; columns are of characters
	path         string
}

// Field returns the field that is written at a place of the text, as in Ping.To, or
// Frames.Sequence[1].Match. Lines and columns count from 1. It is "" of YAML.
func (w Written) Field(line, column int) string {
	path := ""
	for _, p := range w.places {
		if p.line < line || p.line == line && p.column <= column {
			path = p.path
		}
	}
	return path
}

// Write writes an assertion in the suite language. The error is a value that the language
// has no words for.
func Write(a Assertion) (Written, error) {
	v := reflect.ValueOf(a)
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if !v.IsValid() {
		return Written{}, errors.New("the assertion is nil")
	}
	if text, ok := reflect.TypeAssert[YAML](v); ok {
		return Written{Text: string(text)}, nil
	}
	w := writer{line: 1, column: 1, name: v.Type().Name()}
	w.at(w.name)
	w.assertion(a.kind(), v)
	if w.b.Len() == 0 && len(w.wrong) == 0 {
		return Written{}, fmt.Errorf("assert.%s: it says nothing (give it a Sequence, Never or Count)", w.name)
	}
	if len(w.wrong) > 0 {
		return Written{}, errors.Join(w.wrong...)
	}
	return Written{Text: w.b.String(), places: w.places}, nil
}

// writer writes one assertion.
type writer struct {
	b            strings.Builder
	line, column int // of what is written next
	name         string
	places       []place
	wrong        []error
}

func (w *writer) print(text string) {
	w.b.WriteString(text)
	if i := strings.LastIndexByte(text, '\n'); i >= 0 {
		w.line += strings.Count(text, "\n")
		w.column, text = 1, text[i+1:]
	}
	w.column += utf8.RuneCountInString(text)
}

// at notes that a field begins here.
func (w *writer) at(path string) {
	w.places = append(w.places, place{w.line, w.column, path})
}

// assertion writes a map, a line a key: those of the kind below it, the others at its top.
func (w *writer) assertion(kind string, v reflect.Value) {
	above, below := split(v)
	if i := slices.IndexFunc(above, func(f field) bool { return f.key == "name" }); i >= 0 {
		w.top(above[i])
		above = slices.Delete(above, i, i+1)
	}
	if kind != "" {
		w.print(kind + ": ")
		w.at(w.name)
		w.fields(w.name, below)
		w.print("\n")
	}
	for _, f := range above {
		w.top(f)
	}
}

// top writes a key at the top of an assertion, of a list a line an entry.
func (w *writer) top(f field) {
	path := w.name + "." + f.name
	if f.value.Kind() != reflect.Slice {
		w.print(f.key + ": ")
		w.at(path)
		w.value(path, f.value, f.option)
		w.print("\n")
		return
	}
	w.print(f.key + ":\n")
	for i := range f.value.Len() {
		inner := fmt.Sprintf("%s[%d]", path, i)
		w.print("  - ")
		w.at(inner)
		w.value(inner, f.value.Index(i), f.option)
		w.print("\n")
	}
}

// field is a field that is set.
type field struct {
	name, key, option string
	value             reflect.Value
}

// split returns the fields that are set: those at the top of an assertion, and those below
// its kind.
func split(v reflect.Value) (above, below []field) {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		key, option, _ := strings.Cut(f.Tag.Get("suite"), ",")
		switch x := (field{f.Name, key, option, v.Field(i)}); {
		case x.value.IsZero() || x.value.Kind() == reflect.Slice && x.value.Len() == 0:
		case option == "top":
			above = append(above, x)
		default:
			below = append(below, x)
		}
	}
	return above, below
}

// fields writes fields on one line.
func (w *writer) fields(path string, all []field) {
	w.print("{")
	for i, f := range all {
		if i > 0 {
			w.print(", ")
		}
		inner := path + "." + f.name
		if f.option == "bounds" {
			w.at(inner)
			w.bounds(inner, f.value.String())
			continue
		}
		w.print(f.key + ": ")
		w.at(inner)
		w.value(inner, f.value, f.option)
	}
	w.print("}")
}

// value writes what a field is.
func (w *writer) value(path string, v reflect.Value, option string) {
	if v.Kind() == reflect.Pointer {
		v = v.Elem()
	}
	if m, ok := reflect.TypeAssert[interface{ text() string }](v); ok {
		if option == "range" {
			w.times(path, v.String())
			return
		}
		w.text(path, m.text())
		return
	}
	if d, ok := reflect.TypeAssert[time.Duration](v); ok {
		if d == Now {
			d = 0
		}
		w.print(literal(d))
		return
	}
	// Fields are of no other kinds.
	//exhaustive:ignore
	switch v.Kind() {
	case reflect.Struct:
		_, below := split(v)
		w.fields(path, below)
	case reflect.Slice:
		w.list(path, v)
	case reflect.Map:
		w.entries(path, v)
	case reflect.String:
		if text, ok := strings.CutPrefix(v.String(), made); ok && v.Type() == reflect.TypeFor[At]() {
			w.text(path, text)
			return
		}
		w.text(path, scalar(v.String(), false))
	default:
		w.print(fmt.Sprint(v.Interface()))
	}
}

// text writes what was made of a value, unless it could not be.
func (w *writer) text(path, text string) {
	if _, why, ok := strings.Cut(text, unmade); ok {
		w.wrong = append(w.wrong, fmt.Errorf("assert.%s: %s", path, why))
		return
	}
	w.print(text)
}

func (w *writer) list(path string, v reflect.Value) {
	if headers, ok := reflect.TypeAssert[[]Header](v); ok {
		w.print("{")
		for i, h := range headers {
			if i > 0 {
				w.print(", ")
			}
			inner := fmt.Sprintf("%s[%d]", path, i)
			w.at(inner)
			w.text(inner, scalar(h.Name, false))
			w.print(": ")
			w.text(inner, scalar(h.Value, false))
		}
		w.print("}")
		return
	}
	w.print("[")
	for i := range v.Len() {
		if i > 0 {
			w.print(", ")
		}
		inner := fmt.Sprintf("%s[%d]", path, i)
		w.at(inner)
		w.value(inner, v.Index(i), "")
	}
	w.print("]")
}

func (w *writer) entries(path string, v reflect.Value) {
	keys := slices.SortedFunc(slices.Values(v.MapKeys()), func(a, b reflect.Value) int {
		return strings.Compare(a.String(), b.String())
	})
	w.print("{")
	for i, key := range keys {
		if i > 0 {
			w.print(", ")
		}
		inner := fmt.Sprintf("%s[%q]", path, key.String())
		w.at(inner)
		w.text(inner, scalar(key.String(), false))
		w.print(": ")
		w.value(inner, v.MapIndex(key), "")
	}
	w.print("}")
}

// times writes how often a frame is seen as a range, 2..3.
func (w *writer) times(path, match string) {
	least, most, err := limits(match)
	switch {
	case err != nil:
		w.wrong = append(w.wrong, fmt.Errorf("assert.%s: %w", path, err))
	case most == nil:
		w.print(fmt.Sprintf("%d..", least))
	case least == *most:
		w.print(strconv.Itoa(least))
	default:
		w.print(fmt.Sprintf("%d..%d", least, *most))
	}
}

// bounds writes how many frames there are as the keys min, max and exactly.
func (w *writer) bounds(path, match string) {
	least, most, err := limits(match)
	switch {
	case err != nil:
		w.wrong = append(w.wrong, fmt.Errorf("assert.%s: %w", path, err))
	case most == nil:
		w.print(fmt.Sprintf("min: %d", least))
	case least == *most:
		w.print(fmt.Sprintf("exactly: %d", least))
	case least == 0:
		w.print(fmt.Sprintf("max: %d", *most))
	default:
		w.print(fmt.Sprintf("min: %d, max: %d", least, *most))
	}
}

// limits returns the numbers that a match takes; without an end where most is nil.
func limits(match string) (least int, most *int, err error) {
	text, _ := strings.CutPrefix(match, made)
	wrong := errors.New("a number of frames is assert.Is, More, AtLeast, Less, AtMost or Between")
	inner, operators := strings.CutPrefix(text, "{")
	if !operators {
		return rangeOf(text, wrong)
	}
	numbers := map[string]int{}
	for part := range strings.SplitSeq(strings.TrimSuffix(inner, "}"), ", ") {
		name, operand, _ := strings.Cut(part, ": ")
		n, err := strconv.Atoi(operand)
		if err != nil {
			return 0, nil, wrong
		}
		numbers[name] = n
	}
	for _, name := range slices.Sorted(maps.Keys(numbers)) {
		n := numbers[name]
		switch name {
		case "gt":
			least = n + 1
		case "ge":
			least = n
		case "lt":
			most = new(n - 1)
		case "le":
			most = new(n)
		default:
			return 0, nil, wrong
		}
	}
	if least < 0 || most != nil && *most < least {
		return 0, nil, errors.New("no number of frames is so")
	}
	return least, most, nil
}

// rangeOf reads 2, 2..3 and 2..
func rangeOf(text string, wrong error) (least int, most *int, err error) {
	first, last, open := strings.Cut(text, "..")
	least, err = strconv.Atoi(first)
	if err != nil || least < 0 {
		return 0, nil, wrong
	}
	switch {
	case !open:
		return least, &least, nil
	case last == "":
		return least, nil, nil
	}
	end, err := strconv.Atoi(last)
	if err != nil || end < least {
		return 0, nil, wrong
	}
	return least, &end, nil
}
