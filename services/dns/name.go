package dns

import (
	"iter"
	"strconv"

	mdns "github.com/miekg/dns"
)

// maxChain bounds how many CNAME or DNAME records one answer follows.
const maxChain = 16

// canonical returns the name fully qualified and in lower case, the form
// in which names are compared (RFC 4343).
func canonical(name string) string { return mdns.CanonicalName(name) }

// parent returns the name without its first label; ok is false for the
// root, which has none.
func parent(name string) (up string, ok bool) {
	if name == "." {
		return "", false
	}
	offset, end := mdns.NextLabel(name, 0)
	if end {
		return ".", true
	}
	return name[offset:], true
}

// ancestors yields the name itself and then every name above it, up to and
// with the root.
func ancestors(name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for ok := true; ok; name, ok = parent(name) {
			if !yield(name) {
				return
			}
		}
	}
}

// within reports whether a canonical name is the zone or below it.
func within(zone, name string) bool {
	for n := range ancestors(name) {
		if n == zone {
			return true
		}
	}
	return false
}

// below reports whether a canonical name is strictly below the zone.
func below(zone, name string) bool { return name != zone && within(zone, name) }

// typeName returns the mnemonic of a type, TYPE65280 for unknown ones
// (RFC 3597, Section 5).
func typeName(t uint16) string { return mdns.Type(t).String() }

// rcodeName returns the mnemonic of a response code.
func rcodeName(rcode int) string {
	if s, ok := mdns.RcodeToString[rcode]; ok {
		return s
	}
	return "RCODE" + strconv.Itoa(rcode)
}

// texts returns records in master-file format.
func texts(rrs []mdns.RR) []string {
	if len(rrs) == 0 {
		return nil
	}
	s := make([]string, len(rrs))
	for i, rr := range rrs {
		s[i] = rr.String()
	}
	return s
}
