package dns

import (
	"net/netip"
	"slices"
	"time"

	mdns "github.com/miekg/dns"
)

// Bounds on one response, against amplification.
const (
	maxServers   = 20 // name servers taken from a referral
	maxAddresses = 8  // of one name server
)

// verdict says what a server's response is good for.
type verdict string

const (
	isAnswer   verdict = "answer"
	isNegative verdict = "negative" // no such name, or none of the type
	isReferral verdict = "referral"
	isLame     verdict = "lame"    // the server does not serve the zone
	isFailure  verdict = "failure" // it says itself that it cannot answer
)

// outcome is what a resolver may believe of a response.
type outcome struct {
	verdict verdict
	rcode   int
	sets    [][]mdns.RR   // the answer: aliases from the asked name on, then the records of the asked type
	target  string        // the alias the answer ends in without saying what is there; empty if it is whole
	about   string        // the name a negative verdict is about: the asked one, or where its aliases lead
	soa     mdns.RR       // its proof, nil without
	cut     cut           // the referral
	life    time.Duration // of the referral
}

// interpret judges the response that a server of a zone gave to a question.
// The server is believed for names in its zone and for nothing else: an
// answer out of it, glue out of it, or a referral that does not lead down
// towards the name are left out, whatever section they stand in (RFC 2181,
// Section 5.4.1; RFC 5452, Section 6). It depends on nothing but its
// arguments.
func interpret(zone, name string, typ uint16, m *mdns.Msg) outcome {
	if m.Rcode != mdns.RcodeSuccess && m.Rcode != mdns.RcodeNameError {
		return outcome{verdict: isFailure, rcode: m.Rcode}
	}
	o := outcome{rcode: m.Rcode, about: name}
	if m.Authoritative {
		o.chain(zone, typ, m.Answer)
		o.soa = proof(zone, o.about, m.Ns)
	}
	switch {
	case len(o.sets) > 0 && (o.about == "" || !within(zone, o.about) || o.soa == nil):
		// Whole, or the rest is asked for on its own.
		o.verdict, o.rcode, o.target, o.soa = isAnswer, mdns.RcodeSuccess, o.about, nil
	case o.soa != nil:
		o.verdict = isNegative
	case o.refer(zone, m):
		o.verdict, o.rcode = isReferral, mdns.RcodeSuccess
	case m.Authoritative:
		o.verdict = isNegative // RFC 2308, Section 2.2, the types without SOA
	default:
		o.verdict = isLame
	}
	return o
}

// chain takes the aliases and records from the answer section. It leaves in
// about the name that is still open, empty if none is.
func (o *outcome) chain(zone string, typ uint16, answer []mdns.RR) {
	seen := make(map[string]bool, 2)
	for range maxChain {
		if !within(zone, o.about) || seen[o.about] {
			return
		}
		seen[o.about] = true
		var set, alias []mdns.RR
		for _, rr := range answer {
			h := rr.Header()
			if h.Class != mdns.ClassINET || canonical(h.Name) != o.about {
				continue
			}
			switch h.Rrtype {
			case typ:
				set = append(set, rr)
			case mdns.TypeCNAME:
				alias = append(alias, rr)
			}
		}
		if len(set) > 0 {
			o.sets = append(o.sets, set)
			o.about = ""
			return
		}
		if len(alias) == 0 {
			return
		}
		o.sets = append(o.sets, alias[:1]) // there can be only one (RFC 2181, Section 10.1)
		o.about = canonical(target(alias[0]))
	}
}

// proof returns the SOA record of a negative answer: its owner is the zone
// or below, and the name or above.
func proof(zone, name string, authority []mdns.RR) mdns.RR {
	for _, rr := range authority {
		h := rr.Header()
		if h.Rrtype != mdns.TypeSOA || h.Class != mdns.ClassINET {
			continue
		}
		if owner := canonical(h.Name); within(zone, owner) && within(owner, name) {
			return rr
		}
	}
	return nil
}

// refer takes a referral that leads strictly down from the zone towards the
// name, with those addresses of its servers that the zone may speak for.
func (o *outcome) refer(zone string, m *mdns.Msg) bool {
	if m.Rcode != mdns.RcodeSuccess {
		return false
	}
	for _, rr := range m.Ns {
		ns, ok := rr.(*mdns.NS)
		if !ok || ns.Hdr.Class != mdns.ClassINET {
			continue
		}
		owner := canonical(ns.Hdr.Name)
		if !below(zone, owner) || !within(owner, o.about) {
			continue
		}
		if o.cut.zone == "" {
			o.cut.zone, o.life = owner, seconds(ns.Hdr.Ttl)
		}
		host := canonical(ns.Ns)
		if owner != o.cut.zone || len(o.cut.servers) == maxServers ||
			slices.ContainsFunc(o.cut.servers, func(s nameserver) bool { return s.name == host }) {
			continue
		}
		o.life = min(o.life, seconds(ns.Hdr.Ttl))
		o.cut.servers = append(o.cut.servers, nameserver{name: host, addrs: glue(zone, host, m.Extra)})
	}
	return o.cut.zone != ""
}

// glue returns the addresses of a host from the additional section, none if
// the host is out of the zone.
func glue(zone, host string, extra []mdns.RR) []netip.Addr {
	if !within(zone, host) {
		return nil
	}
	var set []mdns.RR
	for _, rr := range extra {
		if h := rr.Header(); h.Class == mdns.ClassINET && canonical(h.Name) == host {
			set = append(set, rr)
		}
	}
	return addresses(set)
}

// addresses returns the addresses of A and AAAA records that a server can
// have: no group, no loopback.
func addresses(rrs []mdns.RR) []netip.Addr {
	var addrs []netip.Addr
	for _, rr := range rrs {
		var (
			a  netip.Addr
			ok bool
		)
		switch rr := rr.(type) {
		case *mdns.A:
			a, ok = netip.AddrFromSlice(rr.A.To4())
		case *mdns.AAAA:
			a, ok = netip.AddrFromSlice(rr.AAAA)
		}
		if !ok || a.IsUnspecified() || a.IsMulticast() || a.IsLoopback() || a == netip.AddrFrom4([4]byte{255, 255, 255, 255}) {
			continue
		}
		if len(addrs) < maxAddresses && !slices.Contains(addrs, a) {
			addrs = append(addrs, a)
		}
	}
	return addrs
}
