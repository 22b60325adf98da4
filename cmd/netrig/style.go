package main

import (
	"fmt"
	"strings"
)

// fieldStyle is how -T fields prints, as tshark's -E has it.
type fieldStyle struct {
	separator  byte // between fields
	aggregator byte // between the values of one
	occurrence byte // which of them: a, f or l
	quote      byte // around them; 0 for none
	header     bool // the fields' names stand in the first line
}

// parseStyle reads what -E was given, as in separator=/s.
func parseStyle(options []string) (fieldStyle, error) {
	s := fieldStyle{separator: '\t', aggregator: ',', occurrence: 'a'}
	for _, option := range options {
		name, value, _ := strings.Cut(option, "=")
		var ok bool
		var want string
		switch name {
		case "separator":
			s.separator, ok = character(value)
			want = "/t for a tab, /s for a blank, or a character"
		case "aggregator":
			s.aggregator, ok = character(value)
			want = "a comma, /s for a blank, or another character"
		case "occurrence":
			ok = value == "f" || value == "l" || value == "a"
			want = "f for the first, l for the last or a for all"
			if ok {
				s.occurrence = value[0]
			}
		case "quote":
			s.quote, ok = map[string]byte{"d": '"', "s": '\'', "n": 0}[value], value == "d" || value == "s" || value == "n"
			want = "d for double quotes, s for single ones or n for none"
		case "header":
			s.header, ok = strings.EqualFold(value, "y"), strings.EqualFold(value, "y") || strings.EqualFold(value, "n")
			want = "y or n"
		default:
			want = "separator=, aggregator=, occurrence=, quote= or header="
		}
		if !ok {
			return s, fmt.Errorf("-E %s: want %s", option, want)
		}
	}
	return s, nil
}

// character reads /t, /s or one character.
func character(text string) (c byte, ok bool) {
	switch text {
	case "/t", `\t`:
		return '\t', true
	case "/s":
		return ' ', true
	}
	if len(text) != 1 {
		return 0, false
	}
	return text[0], true
}
