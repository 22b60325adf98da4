package assert

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"
)

// Match is what a value of type T is to be; of a list, T is a slice. A constant text is a
// Match too, of a value equal to it: State: "REACHABLE" is State: assert.Is("REACHABLE").
// The empty Match asks for nothing.
//
// It is text so that constants can be written as they are, and so can be compared with ==.
// What the functions of this package make begins with an octet that no text of the
// suite language can have.
type Match[T any] string

// Value is what a Match is about: text, which addresses are too, whole numbers, durations,
// and on or off.
type Value interface {
	string | int | time.Duration | bool
}

// Number is a value that is more or less than others.
type Number interface{ int | time.Duration }

// The first octet of what functions made, and of what they could not make; neither is
// UTF-8.
const (
	made   = "\xff"
	unmade = "\xfe"
)

// Matches that fit every field.
const (
	Present = made + "{any: true}"    // there is a value
	Absent  = made + "{absent: true}" // there is no value
	On      = made + "on"             // of a switch
	Off     = made + "off"
)

// Is is a value equal to v.
func Is[T Value](v T) Match[T] { return Match[T](made + literal(v)) }

// OneOf is a value equal to one of these.
func OneOf[T Value](v ...T) Match[T] { return Match[T](made + "{in: " + list(v) + "}") }

// More is a value greater than v.
func More[T Number](v T) Match[T] { return operator[T]("gt", literal(v)) }

// AtLeast is v or more.
func AtLeast[T Number](v T) Match[T] { return operator[T]("ge", literal(v)) }

// Less is a value smaller than v.
func Less[T Number](v T) Match[T] { return operator[T]("lt", literal(v)) }

// AtMost is v or less.
func AtMost[T Number](v T) Match[T] { return operator[T]("le", literal(v)) }

// Between is a value from least to most, both included.
func Between[T Number](least, most T) Match[T] {
	return Match[T](made + "{ge: " + literal(least) + ", le: " + literal(most) + "}")
}

// Contains is text that has each of these in it.
func Contains(text ...string) Match[string] { return operator[string]("contains", list(text)) }

// Matches is text in which a pattern (RE2) is found.
func Matches(pattern string) Match[string] { return operator[string]("regex", literal(pattern)) }

// InNetwork is an address in a network, as in "10.0.0.0/8".
func InNetwork(network string) Match[string] { return operator[string]("cidr", literal(network)) }

// Exactly is a list of these values in this order.
func Exactly[T Value](v ...T) Match[[]T] { return Match[[]T](made + list(v)) }

// Has is a list that has each of these as an element.
func Has[T Value](v ...T) Match[[]T] { return operator[[]T]("contains", list(v)) }

// ConsistsOf is a list of these values, in whichever order.
func ConsistsOf[T Value](v ...T) Match[[]T] { return operator[[]T]("consist_of", list(v)) }

// Each is a list, not an empty one, of which each element is as m says: equal, one of, more
// or less, in a network, or of a pattern. The language says Not, AllOf, AnyOf and Contains of
// whole lists only.
func Each[T Value](m Match[T]) Match[[]T] {
	text := m.text()
	for _, whole := range []string{"{not: ", "{any_of: ", "{all_of: ", "{contains: ", Absent[1:], Present[1:]} {
		if strings.HasPrefix(text, whole) {
			return Match[[]T](unmade + "assert.Each takes no " + m.String())
		}
	}
	if !strings.HasPrefix(text, "{") {
		text = "{in: [" + text + "]}"
	}
	return Match[[]T](made + text)
}

// Not is a value that is not as m says.
func Not[T any](m Match[T]) Match[T] { return operator[T]("not", m.text()) }

// AllOf is a value that is as all of these say.
func AllOf[T any](m ...Match[T]) Match[T] { return operator[T]("all_of", texts(m)) }

// AnyOf is a value that is as one of these says.
func AnyOf[T any](m ...Match[T]) Match[T] { return operator[T]("any_of", texts(m)) }

// String returns the matcher as it is written in a suite.
func (m Match[T]) String() string {
	return strings.ReplaceAll(m.text(), unmade, "")
}

// text returns the matcher as it is written in a suite.
func (m Match[T]) text() string {
	if text, ok := strings.CutPrefix(string(m), made); ok {
		return text
	}
	if strings.HasPrefix(string(m), unmade) {
		return string(m) // and Write tells of it
	}
	return scalar(string(m), true)
}

func operator[T any](name, operand string) Match[T] {
	return Match[T](made + "{" + name + ": " + operand + "}")
}

func texts[T any](all []Match[T]) string {
	written := make([]string, len(all))
	for i, m := range all {
		written[i] = m.text()
	}
	return "[" + strings.Join(written, ", ") + "]"
}

func list[T Value](all []T) string {
	written := make([]string, len(all))
	for i, v := range all {
		written[i] = literal(v)
	}
	return "[" + strings.Join(written, ", ") + "]"
}

// literal writes a value.
func literal[T Value](v T) string {
	switch v := any(v).(type) {
	case string:
		return scalar(v, true)
	case bool:
		if v {
			return "on"
		}
		return "off"
	case time.Duration:
		text := strings.Replace(v.String(), "µ", "u", 1)
		if whole, ok := strings.CutSuffix(text, "m0s"); ok {
			text = whole + "m"
		}
		if whole, ok := strings.CutSuffix(text, "h0m"); ok {
			text = whole + "h"
		}
		return text
	default:
		return fmt.Sprint(v)
	}
}

// scalar writes text so that it is read as the same. Digits may stand as they are where
// text is taken from them as well as a number.
func scalar(text string, digits bool) string {
	if !utf8.ValidString(text) {
		return unmade + fmt.Sprintf("%q is not UTF-8, in which suites are written", text)
	}
	if plain(text) || digits && number(text) {
		return text
	}
	return strconv.Quote(text)
}

// plain reports whether text means itself in YAML without quotes, to people too.
func plain(text string) bool {
	switch strings.ToLower(text) {
	case "", "null", "true", "false", "yes", "no", "on", "off", "y", "n":
		return false
	}
	if strings.Contains(text, ": ") || strings.HasSuffix(text, ":") || strings.HasSuffix(text, " ") {
		return false
	}
	const signs = "_-./: =&|!<>()+*$"
	for i, r := range text {
		letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r == '_' || r == '/'
		digit := '0' <= r && r <= '9'
		if i == 0 && !letter && (!digit || strings.Count(text, ".") < 2) || !letter && !digit && !strings.ContainsRune(signs, r) {
			return false
		}
	}
	return true
}

// number reports whether text is a number in digits.
func number(text string) bool {
	whole, part, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return digits(whole) && (part == "" && !strings.Contains(text, ".") || digits(part))
}
