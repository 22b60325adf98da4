package packet

import "time"

// questionKey names a query by what its response has of it.
type questionKey struct {
	stream uint32
	tcp    bool
	id     uint32
}

// question is a query of late, and the response that came, if any did.
type question struct{ asked, answered sighting }

const (
	maxQuestions = 1 << 14
	maxPatience  = 5 * time.Second // after which a query that is sent again counts as new
)

// before notes a message, and returns the one that it repeats, if any.
func (m *dnsMessage) before(k questionKey) sighting {
	d := m.d
	if m.over || d.quoted || !d.ofQuestions {
		return sighting{}
	}
	q, ok := d.recall().questions.find(k, maxQuestions)
	if m.response {
		return q.answered
	}
	if ok && !q.answered.seen && d.f.Time.Sub(q.asked.time) < maxPatience {
		return q.asked
	}
	d.recall().questions.put(k, question{asked: d.sight()}, maxQuestions)
	return sighting{}
}

// match tells what a message has to do with earlier ones: which query a response
// answers, the first that comes, or which message is sent again.
func (m *dnsMessage) match(k questionKey, before sighting) {
	if !m.response {
		if before.seen {
			m.repeated(dnsRetransmitRequest, dnsRetransmitRequestIn, "DNS query retransmission. Original request in frame ", before)
		}
		return
	}
	d := m.d
	switch q, ok := d.recall().questions.find(k, maxQuestions); {
	case !ok:
		m.holds(dnsUnsolicited)
	case before.seen:
		m.repeated(dnsRetransmitResponse, dnsRetransmitResponseIn, "DNS response retransmission. Original response in frame ", before)
	default:
		m.computed(dnsResponseTo, 0, 0, q.asked.number)
		m.put(dnsTime, 0, 0, DurationValue(d.f.Time.Sub(q.asked.time)))
		d.backfill(q.asked, dnsResponseIn)
		q.answered = d.sight()
		d.recall().questions.put(k, q, maxQuestions)
	}
}

// repeated tells that a message was sent before, in another frame.
func (m *dnsMessage) repeated(id, in FieldID, words string, before sighting) {
	m.expertNumber(id, words, before.number, "")
	m.computed(in, 0, 0, before.number)
	m.holds(dnsRetransmission)
}
