package dns

import (
	"slices"

	mdns "github.com/miekg/dns"
)

// reply is what goes into the sections of a response.
type reply struct {
	rcode     int
	aa        bool
	answer    []mdns.RR
	authority []mdns.RR
	glue      []mdns.RR // additional records the answer is useless without (RFC 9471)
	extra     []mdns.RR // additional records that may be left out
}

// zones is a set of zones by origin.
type zones map[string]*Zone

// find returns the zone a question belongs to, nil for none: the longest
// match (RFC 1034, Section 4.3.2, step 2), but for DS at a zone's own apex
// the zone above (RFC 4035, Section 3.1.4.1).
func (zs zones) find(name string, typ uint16) *Zone {
	var own *Zone
	for n := range ancestors(name) {
		z := zs[n]
		if z == nil {
			continue
		}
		if typ != mdns.TypeDS || n != name || n == "." {
			return z
		}
		own = z
	}
	return own
}

// answer follows RFC 1034, Section 4.3.2: aliases are followed as long as
// they lead into a zone that is here.
func (zs zones) answer(qname string, typ uint16) reply {
	name := canonical(qname)
	z := zs.find(name, typ)
	if z == nil {
		return reply{rcode: mdns.RcodeRefused}
	}
	var r reply
	seen := make(map[string]bool, 2)
	for z != nil && len(r.answer) < 2*maxChain {
		seen[name] = true
		next := z.answer(&r, qname, name, typ)
		if next == "" {
			break
		}
		qname, name = next, canonical(next)
		if seen[name] {
			break
		}
		z = zs.find(name, typ)
	}
	zs.additional(&r)
	return r
}

// answer adds what the zone knows of a name to the reply. It returns the
// name to go on with where an alias leads there.
func (z *Zone) answer(r *reply, qname, name string, typ uint16) (next string) {
	first := len(r.answer) == 0
	// Step 3: down from the apex, label by label.
	path := make([]string, 0, 8)
	for n := range ancestors(name) {
		if n == z.origin {
			break
		}
		path = append(path, n)
	}
	at, encloser := z.nodes[z.origin], z.origin
	for i, below := range slices.Backward(path) {
		if rrs := at.set(mdns.TypeDNAME); rrs != nil {
			return z.dname(r, qname, encloser, rrs[0], first)
		}
		n := z.nodes[below]
		if n == nil {
			at = nil
			break
		}
		at, encloser = n, below
		if rrs := n.set(mdns.TypeNS); rrs != nil && (typ != mdns.TypeDS || i != 0) {
			z.refer(r, encloser, rrs) // step 3b
			return ""
		}
	}
	r.aa = r.aa || first
	if at == nil { // step 3c
		at = z.nodes["*."+trimRoot(encloser)]
		if at == nil {
			r.rcode = mdns.RcodeNameError
			r.authority = append(r.authority, z.negative())
			return ""
		}
	}
	return z.match(r, at, qname, name, typ)
}

// match takes the records of a node that stands for the name, the node of
// the name itself or a wildcard (step 3a).
func (z *Zone) match(r *reply, at *node, qname, name string, typ uint16) (next string) {
	if typ == mdns.TypeANY && len(at.sets) > 0 {
		r.answer = append(r.answer, owned(at.sets[0].rrs, qname, name)...) // RFC 8482, Section 4.1
		return ""
	}
	if rrs := at.set(typ); rrs != nil {
		r.answer = append(r.answer, owned(rrs, qname, name)...)
		return ""
	}
	if rrs := at.set(mdns.TypeCNAME); rrs != nil {
		r.answer = append(r.answer, owned(rrs[:1], qname, name)...)
		return target(rrs[0])
	}
	r.authority = append(r.authority, z.negative())
	return ""
}

// owned returns the records with the name as owner: those of a wildcard
// take the name that was asked (RFC 4592, Section 3.3.2).
func owned(rrs []mdns.RR, qname, name string) []mdns.RR {
	if canonical(rrs[0].Header().Name) == name {
		return rrs
	}
	out := make([]mdns.RR, len(rrs))
	for i, rr := range rrs {
		out[i] = mdns.Copy(rr)
		out[i].Header().Name = qname
	}
	return out
}

// dname answers for a name below a DNAME record: with that record, and the
// CNAME that follows from it (RFC 6672, Section 3.2).
func (z *Zone) dname(r *reply, qname, owner string, rr mdns.RR, first bool) (next string) {
	r.aa = r.aa || first
	r.answer = append(r.answer, rr)
	prefix := qname[:len(qname)-len(owner)]
	if owner == "." {
		prefix = qname
	}
	to := prefix + trimRoot(target(rr))
	if _, ok := mdns.IsDomainName(to); !ok || wireLength(to) > 255 {
		r.rcode = mdns.RcodeYXDomain
		return ""
	}
	r.answer = append(r.answer, &mdns.CNAME{
		Hdr:    mdns.RR_Header{Name: qname, Rrtype: mdns.TypeCNAME, Class: mdns.ClassINET, Ttl: rr.Header().Ttl},
		Target: to,
	})
	return to
}

// wireLength returns the octets of a name in a message, uncompressed; 256
// for one that is too long.
func wireLength(name string) int {
	buf := make([]byte, 256)
	n, err := mdns.PackDomainName(name, buf, 0, nil, false)
	if err != nil {
		return len(buf)
	}
	return n
}

// refer adds the referral to a delegated zone, with the addresses of its
// servers as far as they are in this zone.
func (z *Zone) refer(r *reply, cut string, servers []mdns.RR) {
	r.authority = append(r.authority, servers...)
	if ds := z.nodes[cut].set(mdns.TypeDS); ds != nil {
		r.authority = append(r.authority, ds...)
	}
	for _, rr := range servers {
		host := canonical(target(rr))
		n := z.nodes[host]
		if n == nil || !within(z.origin, host) {
			continue
		}
		to := &r.extra
		if within(cut, host) {
			to = &r.glue
		}
		*to = append(*to, n.set(mdns.TypeA)...)
		*to = append(*to, n.set(mdns.TypeAAAA)...)
	}
}

// negative returns the SOA record of a negative answer, with the time that
// the answer may be cached for as TTL (RFC 2308, Section 3).
func (z *Zone) negative() mdns.RR {
	soa := *z.soa
	soa.Hdr.Ttl = min(soa.Hdr.Ttl, soa.Minttl)
	return &soa
}

// maxAdditional bounds the hosts whose addresses are added unasked.
const maxAdditional = 32

// additional adds the addresses of hosts that the answer names, as far as
// they are in a zone that is here (RFC 1035, Section 3.3.9 for MX, Section
// 3.3.11 for NS; RFC 2782 for SRV).
func (zs zones) additional(r *reply) {
	done := make(map[string]bool)
	for _, rr := range r.answer {
		switch rr.Header().Rrtype {
		case mdns.TypeNS, mdns.TypeMX, mdns.TypeSRV:
		default:
			continue
		}
		host := canonical(target(rr))
		if done[host] || len(done) == maxAdditional {
			continue
		}
		done[host] = true
		z := zs.find(host, mdns.TypeA)
		if z == nil {
			continue
		}
		if n := z.nodes[host]; n != nil {
			r.extra = append(r.extra, n.set(mdns.TypeA)...)
			r.extra = append(r.extra, n.set(mdns.TypeAAAA)...)
		}
	}
}
