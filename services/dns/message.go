package dns

import (
	"encoding/binary"

	mdns "github.com/miekg/dns"
)

// Sizes of messages over UDP, in octets.
const (
	defaultUDPSize = 1232 // leaves an IPv6 minimum MTU of 1280 unfragmented
	headerSize     = 12   // RFC 1035, Section 4.1.1
)

// query is a question as it came, fit to be answered.
type query struct {
	msg  *mdns.Msg
	opt  *mdns.OPT // nil without EDNS
	name string    // as the client spelled it
	typ  uint16
}

// screen judges an incoming message. It returns a query, or the response
// that refuses it, or neither where no answer must be given: to what is no
// query, lest two servers talk to each other for ever.
func screen(raw []byte) (q *query, refusal *mdns.Msg) {
	if len(raw) < headerSize {
		return nil, nil
	}
	bits := binary.BigEndian.Uint16(raw[2:])
	if bits&(1<<15) != 0 {
		return nil, nil
	}
	if opcode := int(bits>>11) & 0xF; opcode != mdns.OpcodeQuery {
		return nil, refuse(raw, mdns.RcodeNotImplemented)
	}
	m := new(mdns.Msg)
	if err := m.Unpack(raw); err != nil {
		return nil, refuse(raw, mdns.RcodeFormatError)
	}
	if len(m.Question) != 1 || len(m.Answer) > 0 { // RFC 9619
		return nil, refuse(raw, mdns.RcodeFormatError)
	}
	q = &query{msg: m, name: m.Question[0].Name, typ: m.Question[0].Qtype}
	for _, rr := range m.Extra {
		opt, ok := rr.(*mdns.OPT)
		if !ok {
			continue
		}
		if q.opt != nil || opt.Hdr.Name != "." { // RFC 6891, Section 6.1.1
			return nil, refuse(raw, mdns.RcodeFormatError)
		}
		q.opt = opt
	}
	if q.opt != nil && q.opt.Version() != 0 { // RFC 6891, Section 6.1.3
		return nil, q.failure(mdns.RcodeBadVers)
	}
	if class := m.Question[0].Qclass; class != mdns.ClassINET && class != mdns.ClassANY {
		return nil, q.failure(mdns.RcodeRefused)
	}
	switch q.typ {
	case mdns.TypeNone, mdns.TypeOPT:
		return nil, q.failure(mdns.RcodeFormatError)
	case mdns.TypeAXFR, mdns.TypeIXFR:
		return nil, q.failure(mdns.RcodeRefused)
	case mdns.TypeMAILA, mdns.TypeMAILB, mdns.TypeTKEY, mdns.TypeTSIG:
		return nil, q.failure(mdns.RcodeNotImplemented)
	}
	return q, nil
}

// refuse answers a message of which nothing but the header is understood.
func refuse(raw []byte, rcode int) *mdns.Msg {
	m := new(mdns.Msg)
	m.Id = binary.BigEndian.Uint16(raw)
	m.Response = true
	bits := binary.BigEndian.Uint16(raw[2:])
	m.Opcode = int(bits>>11) & 0xF
	m.RecursionDesired = bits&(1<<8) != 0
	m.Rcode = rcode
	return m
}

// response returns an empty response to the query.
func (q *query) response() *mdns.Msg {
	m := new(mdns.Msg)
	m.Id = q.msg.Id
	m.Response = true
	m.RecursionDesired = q.msg.RecursionDesired
	m.CheckingDisabled = q.msg.CheckingDisabled // RFC 4035, Section 3.2.2
	m.Question = q.msg.Question
	m.Compress = true
	return m
}

// failure returns a response that has only a code.
func (q *query) failure(rcode int) *mdns.Msg {
	m := q.response()
	m.Rcode = rcode
	if q.opt != nil {
		q.attach(m, defaultUDPSize)
	}
	return m
}

// attach adds the OPT record that answers the query's (RFC 6891, Section
// 6.1.1).
func (q *query) attach(m *mdns.Msg, size uint16) {
	opt := &mdns.OPT{Hdr: mdns.RR_Header{Name: ".", Rrtype: mdns.TypeOPT}}
	opt.SetUDPSize(size)
	opt.SetVersion(0)
	if q.opt.Do() {
		opt.SetDo()
	}
	m.Extra = append(m.Extra, opt)
}

// limit returns how many octets a response may have: over UDP what the
// client can take (RFC 6891, Section 6.2.3), but no more than own.
func (q *query) limit(network string, own uint16) int {
	switch {
	case network != "udp":
		return mdns.MaxMsgSize
	case q.opt == nil:
		return mdns.MinMsgSize
	}
	return int(max(mdns.MinMsgSize, min(q.opt.UDPSize(), own)))
}

// fill puts a reply into the response, as much of it as the limit lets. What
// is dispensable goes first and silently; where anything else is missing the
// TC bit is set (RFC 2181, Section 9; RFC 9471).
func (q *query) fill(m *mdns.Msg, r *reply, network string, own uint16) {
	m.Rcode = r.rcode
	m.Authoritative = r.aa
	m.Answer = r.answer
	m.Ns = r.authority
	limit := q.limit(network, own)
	for n := len(r.extra); ; n-- {
		m.Extra = make([]mdns.RR, 0, len(r.glue)+n+1)
		m.Extra = append(append(m.Extra, r.glue...), r.extra[:n]...)
		if q.opt != nil {
			q.attach(m, own)
		}
		if n == 0 || m.Len() <= limit {
			break
		}
	}
	m.Truncate(limit)
	m.Compress = true
}
