package http

import "strings"

// validName reports whether s is a field name: a token (RFC 9110, Section
// 5.1 and 5.6.2).
func validName(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c <= ' ' || c >= 0x7F || strings.IndexByte("\"(),/:;<=>?@[\\]{}", c) >= 0 {
			return false
		}
	}
	return s != ""
}

// validValue reports whether s can be a field value as it is: no control
// characters but tab, no space at either end (RFC 9110, Section 5.5).
func validValue(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != '\t' || c == 0x7F {
			return false
		}
	}
	return s == strings.Trim(s, " \t")
}
