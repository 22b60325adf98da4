package packet

// Types of values in messages of DNS Stateful Operations (RFC 8490 Section 7).
const (
	dsoKeepAlive  = 1
	dsoRetryDelay = 2
	dsoPadding    = 3
)

// session dissects the values of a stateful operation and returns where they end.
// How long a value is that has a meaning, its type tells; its length does not count.
func (m *dnsMessage) session(off int) int {
	end := len(m.v.b)
	if off >= end {
		m.broken()
		return off
	}
	at := len(m.d.fields)
	start := off
	m.none(dnsDso, off, 0)
	for off+4 <= end && !m.over {
		off = m.operation(off)
	}
	if !m.over {
		m.widen(at, dnsDso, off-start)
	}
	return off
}

// operation dissects one value.
func (m *dnsMessage) operation(off int) int {
	n := int(m.number(off+2, 2))
	m.put(dnsDsoTlv, off, 4+n, NoneValue())
	kind := m.uint(dnsDsoTlvType, off, 2)
	m.uint(dnsDsoTlvLength, off+2, 2)
	off += 4
	switch kind {
	case dsoKeepAlive:
		m.uint(dnsDsoTlvKeepaliveInactivity, off, 4)
		m.uint(dnsDsoTlvKeepaliveInterval, off+4, 4)
		return off + 8
	case dsoRetryDelay:
		m.uint(dnsDsoTlvRetrydelayRetrydelay, off, 4)
		return off + 4
	case dsoPadding:
		if n > 0 {
			m.bytes(dnsDsoTlvEncpadPadding, off, n)
		}
	default:
		if n > 0 {
			m.bytes(dnsDsoTlvData, off, n)
		}
	}
	return off + n
}
