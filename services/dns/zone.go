package dns

import (
	"fmt"
	"net/netip"
	"slices"
	"strings"

	mdns "github.com/miekg/dns"
)

// Source is the text of one zone, in master-file format (RFC 1035, Section
// 5) with $ORIGIN, $TTL (RFC 2308, Section 4) and $GENERATE. $INCLUDE is
// refused. Where no TTL is given the last one stated holds, 3600 before that.
type Source struct {
	Origin string // the zone's name; "." for the root
	Text   string
	File   string // where the text stands, for messages; may be empty
	Line   int    // the line of File that the text starts at; 1 if 0
}

// Zone is a zone as parsed and checked. It does not change afterwards and is
// safe for concurrent use.
type Zone struct {
	origin   string
	nodes    map[string]*node
	soa      *mdns.SOA
	records  int
	warnings []Mistake
}

// node is a name that exists in a zone. One without sets is an empty
// non-terminal (RFC 4592, Section 2.2.2).
type node struct {
	sets []rrset // in the order of their first records
}

// rrset is the records of one name and type, in the order written.
type rrset struct {
	typ  uint16
	line int // of the first record
	rrs  []mdns.RR
}

// set returns the records of a type, nil if there are none.
func (n *node) set(typ uint16) []mdns.RR {
	for i := range n.sets {
		if n.sets[i].typ == typ {
			return n.sets[i].rrs
		}
	}
	return nil
}

// Mistake is something wrong in a zone.
type Mistake struct {
	Zone    string // the zone's origin
	File    string // as in Source; may be empty
	Line    int    // in File; 0 where the zone as a whole is meant
	Message string
	Cure    string // what to do about it; may be empty
}

// String returns `file:line: zone ORIGIN: message; cure`.
func (m Mistake) String() string {
	var b strings.Builder
	if m.File != "" {
		b.WriteString(m.File)
		if m.Line > 0 {
			fmt.Fprintf(&b, ":%d", m.Line)
		}
		b.WriteString(": ")
	}
	fmt.Fprintf(&b, "zone %s", m.Zone)
	if m.File == "" && m.Line > 0 {
		fmt.Fprintf(&b, ", line %d", m.Line)
	}
	b.WriteString(": " + m.Message)
	if m.Cure != "" {
		b.WriteString("; " + m.Cure)
	}
	return b.String()
}

// Mistakes is all that is wrong in a zone, in order of lines.
type Mistakes []Mistake

// Error returns one mistake a line.
func (m Mistakes) Error() string {
	lines := make([]string, len(m))
	for i := range m {
		lines[i] = m[i].String()
	}
	return strings.Join(lines, "\n")
}

// Origin returns the zone's name, fully qualified and in lower case.
func (z *Zone) Origin() string { return z.origin }

// Serial returns the serial number of the zone's SOA record.
func (z *Zone) Serial() uint32 { return z.soa.Serial }

// Records returns how many records the zone has.
func (z *Zone) Records() int { return z.records }

// Hosts returns the names of the zone that have addresses, fully qualified, with
// those; of an alias they are those of the name that it stands for, where that is
// in the zone too. A name may begin with *.
func (z *Zone) Hosts() map[string][]netip.Addr {
	hosts := make(map[string][]netip.Addr)
	for name := range z.nodes {
		target := z.nodes[name]
		for range maxChain {
			alias := target.set(mdns.TypeCNAME)
			if len(alias) == 0 {
				break
			}
			of, _ := alias[0].(*mdns.CNAME)
			if target = z.nodes[canonical(of.Target)]; target == nil {
				break
			}
		}
		if target == nil {
			continue
		}
		if addrs := addresses(slices.Concat(target.set(mdns.TypeA), target.set(mdns.TypeAAAA))); len(addrs) > 0 {
			hosts[name] = addrs
		}
	}
	return hosts
}

// Warnings returns what is legal in the zone but hardly meant: a delegation
// without glue, records hidden below a delegation, a name server that is an
// alias. They are in order of lines.
func (z *Zone) Warnings() []Mistake { return slices.Clone(z.warnings) }

// add enters a record, and its owner with all names between it and the
// apex. It reports whether the record is new: one that is there twice
// counts once (RFC 2181, Section 5).
func (z *Zone) add(rr mdns.RR, line int) bool {
	h := rr.Header()
	owner := canonical(h.Name)
	for name := range ancestors(owner) {
		if z.nodes[name] == nil {
			z.nodes[name] = &node{}
		} else if name != owner {
			break
		}
		if name == z.origin {
			break
		}
	}
	n := z.nodes[owner]
	i := slices.IndexFunc(n.sets, func(s rrset) bool { return s.typ == h.Rrtype })
	if i < 0 {
		n.sets = append(n.sets, rrset{typ: h.Rrtype, line: line})
		i = len(n.sets) - 1
	}
	s := &n.sets[i]
	// Comparing with every record before would be quadratic in a set of
	// many thousands: those are taken as they come.
	if len(s.rrs) <= maxCompared {
		for _, have := range s.rrs {
			if mdns.IsDuplicate(have, rr) {
				return false
			}
		}
	}
	s.rrs = append(s.rrs, rr)
	z.records++
	return true
}
