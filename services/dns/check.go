package dns

import (
	"fmt"
	"slices"
	"strings"

	mdns "github.com/miekg/dns"
)

// check judges the zone as a whole.
func (p *zoneParser) check() {
	z := p.zone
	apex := z.nodes[z.origin]
	if apex == nil || apex.set(mdns.TypeSOA) == nil {
		p.mistake(-1, fmt.Sprintf("add: %s 3600 IN SOA ns.%s hostmaster.%s 1 7200 3600 1209600 300", z.origin, trimRoot(z.origin), trimRoot(z.origin)),
			"no SOA record (RFC 1035, Section 5.2)")
	} else {
		z.soa, _ = apex.set(mdns.TypeSOA)[0].(*mdns.SOA)
	}
	if apex == nil || apex.set(mdns.TypeNS) == nil {
		p.warn(-1, "add an NS record at "+z.origin, "no NS records at the apex (RFC 1035, Section 5.2)")
	}
	for _, name := range z.names() {
		n := z.nodes[name]
		for i := range n.sets {
			p.checkSet(name, &n.sets[i])
		}
		p.checkAlias(name, n)
		p.checkHidden(name, n)
	}
}

// names returns the names of the zone that have records, sorted, so that
// mistakes come in the same order each time.
func (z *Zone) names() []string {
	names := make([]string, 0, len(z.nodes))
	for name, n := range z.nodes {
		if len(n.sets) > 0 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// trimRoot makes the root fit behind a label and a dot.
func trimRoot(origin string) string {
	if origin == "." {
		return ""
	}
	return origin
}

// checkSet judges the records of one name and type.
func (p *zoneParser) checkSet(name string, s *rrset) {
	z := p.zone
	switch s.typ {
	case mdns.TypeSOA:
		if name != z.origin {
			p.mistake(s.line, "move it to the top or declare a zone of its own", "an SOA record at %s, which is not the apex", name)
		} else if len(s.rrs) > 1 {
			p.mistake(s.line, "keep one", "%d SOA records (RFC 1035, Section 5.2)", len(s.rrs))
		}
	case mdns.TypeCNAME, mdns.TypeDNAME:
		if len(s.rrs) > 1 {
			p.mistake(s.line, "keep one", "%s has %d %s records (RFC 2181, Section 10.1)", name, len(s.rrs), typeName(s.typ))
		}
	case mdns.TypeNS:
		if strings.HasPrefix(name, "*.") {
			p.warn(s.line, "", "NS records at the wildcard %s mean nothing (RFC 4592, Section 4.2)", name)
		}
		p.checkTargets(name, s)
	case mdns.TypeMX, mdns.TypeSRV:
		p.checkTargets(name, s)
	}
	lowest := s.rrs[0].Header().Ttl
	differ := false
	for _, rr := range s.rrs[1:] {
		differ = differ || rr.Header().Ttl != lowest
		lowest = min(lowest, rr.Header().Ttl)
	}
	if differ { // RFC 2181, Section 5.2
		p.warn(s.line, "", "the %s records of %s have different TTLs; all take the lowest, %d", typeName(s.typ), name, lowest)
		for _, rr := range s.rrs {
			rr.Header().Ttl = lowest
		}
	}
}

// checkTargets looks at the hosts that records of a set refer to.
func (p *zoneParser) checkTargets(name string, s *rrset) {
	z := p.zone
	for _, rr := range s.rrs {
		t := canonical(target(rr))
		if t == "." || !within(z.origin, t) {
			continue
		}
		n := z.nodes[t]
		switch {
		case n != nil && n.set(mdns.TypeCNAME) != nil:
			p.warn(s.line, "name the host itself", "the %s record of %s points to the alias %s (RFC 2181, Section 10.3)", typeName(s.typ), name, t)
		case n != nil && (n.set(mdns.TypeA) != nil || n.set(mdns.TypeAAAA) != nil):
		case s.typ == mdns.TypeNS && within(name, t):
			p.warn(s.line, fmt.Sprintf("add: %s IN A ADDRESS", t), "%s is delegated to %s, which lies below it, without glue (RFC 1034, Section 4.2.1)", name, t)
		case z.cutAbove(t) == "" && n == nil && !z.wild(t):
			p.warn(s.line, fmt.Sprintf("add: %s IN A ADDRESS", t), "the %s record of %s points to %s, which does not exist", typeName(s.typ), name, t)
		}
	}
}

// checkAlias judges a name that has a CNAME or DNAME record.
func (p *zoneParser) checkAlias(name string, n *node) {
	z := p.zone
	if n.set(mdns.TypeCNAME) != nil {
		for i := range n.sets {
			// RFC 1034, Section 3.6.2; RFC 4035, Section 2.5 lets the signatures stand.
			switch s := &n.sets[i]; s.typ {
			case mdns.TypeCNAME, mdns.TypeRRSIG, mdns.TypeNSEC:
			default:
				p.mistake(s.line, "remove one of the two", "%s has a CNAME and a %s record (RFC 1034, Section 3.6.2)", name, typeName(s.typ))
			}
		}
		if z.loops(name) {
			p.warn(n.sets[0].line, "", "the CNAME of %s leads back to itself", name)
		}
	}
	up, ok := parent(name)
	for ok && within(z.origin, up) {
		if a := z.nodes[up]; a != nil && a.set(mdns.TypeDNAME) != nil {
			p.mistake(n.sets[0].line, "", "%s lies below the DNAME of %s (RFC 6672, Section 2.4)", name, up)
			return
		}
		up, ok = parent(up)
	}
}

// checkHidden warns of records that a delegation hides: below one only
// addresses have a use, as glue, and beside one only DS and NSEC.
func (p *zoneParser) checkHidden(name string, n *node) {
	cut := p.zone.cutAbove(name)
	if cut == "" {
		return
	}
	for i := range n.sets {
		s := &n.sets[i]
		switch s.typ {
		case mdns.TypeA, mdns.TypeAAAA, mdns.TypeRRSIG, mdns.TypeNSEC:
			continue
		case mdns.TypeNS, mdns.TypeDS:
			if name == cut {
				continue
			}
		}
		p.warn(s.line, "", "the %s record of %s is hidden by the delegation of %s", typeName(s.typ), name, cut)
	}
}

// cutAbove returns the highest delegation at or above a name, empty if the
// zone itself answers for the name.
func (z *Zone) cutAbove(name string) string {
	cut := ""
	for n := range ancestors(name) {
		if n == z.origin {
			break
		}
		if at := z.nodes[n]; at != nil && at.set(mdns.TypeNS) != nil {
			cut = n
		}
	}
	return cut
}

// wild reports whether a wildcard stands for a name that does not exist.
func (z *Zone) wild(name string) bool {
	for n := range ancestors(name) {
		if z.nodes[n] != nil {
			return z.nodes["*."+trimRoot(n)] != nil
		}
	}
	return false
}

// loops reports whether the CNAMEs that start at name come back to it.
func (z *Zone) loops(name string) bool {
	cur := name
	for range maxChain {
		n := z.nodes[cur]
		if n == nil {
			return false
		}
		rrs := n.set(mdns.TypeCNAME)
		if len(rrs) == 0 {
			return false
		}
		cur = canonical(target(rrs[0]))
		if cur == name {
			return true
		}
	}
	return false
}

// target returns the host or name a record refers to, empty for types that
// refer to none.
func target(rr mdns.RR) string {
	switch rr := rr.(type) {
	case *mdns.NS:
		return rr.Ns
	case *mdns.CNAME:
		return rr.Target
	case *mdns.DNAME:
		return rr.Target
	case *mdns.MX:
		return rr.Mx
	case *mdns.SRV:
		return rr.Target
	}
	return ""
}
