package packet

import "strconv"

// The messages of DHCPv6 whose form or options differ from the others'.
const (
	dhcpv6Solicit      = 1
	dhcpv6Advertise    = 2
	dhcpv6Request      = 3
	dhcpv6Renew        = 5
	dhcpv6Rebind       = 6
	dhcpv6Reply        = 7
	dhcpv6RelayForward = 12
	dhcpv6RelayReply   = 13

	dhcpv6Leasequery     = 14
	dhcpv6LeasequeryData = 17
)

// dhcpv6 dissects DHCPv6 (RFC 8415).
func (d *Dissector) dhcpv6(v view) {
	if !d.enter("dhcpv6") || len(v.b) == 0 {
		return
	}
	m := dhcpv6Message{layer: &layer{d: d, v: v}}
	m.message(0, v.want())
}

// dhcpv6Stream dissects the leasequeries that TCP carries (RFC 5460 Section 5.1).
func (d *Dissector) dhcpv6Stream(v view) (used, need int) {
	for len(v.b) > 0 {
		if len(v.b) < 2 {
			return used, oneSegment
		}
		n := 2 + (int(v.b[0])<<8 | int(v.b[1]))
		lacks := n > len(v.b)
		if !lacks || v.cut() || d.o.NoReassembly || d.quoted {
			d.dhcpv6Bulk(v.first(n), n, used > 0)
			d.catchFault()
		}
		if lacks {
			return used, n - len(v.b)
		}
		v = v.from(n)
		used += n
	}
	return used, 0
}

// dhcpv6Bulk dissects one message of n octets, of which others came before.
func (d *Dissector) dhcpv6Bulk(v view, n int, more bool) {
	m := dhcpv6Message{layer: &layer{d: d, v: v}, bulk: true}
	m.computed(tcpPduSize, 0, n, uint64(n))
	if !more && !d.enter("dhcpv6.bulk_leasequery") {
		return
	}
	m.section(dhcpv6BulkLeasequeryLayer, 0, len(v.b))
	m.uint(dhcpv6BulkLeasequerySize, 0, 2)
	if m.kind = m.uint(dhcpv6BulkLeasequeryMsgtype, 2, 1); m.kind < dhcpv6Leasequery || m.kind > dhcpv6LeasequeryData {
		m.expertf(dhcpv6BulkLeasequeryBadMsgType, "Message Type %d not allowed by DHCPv6 Bulk Leasequery", m.kind)
	}
	m.uint(dhcpv6BulkLeasequeryReserved, 3, 1)
	m.uint(dhcpv6BulkLeasequeryTransID, 4, 2)
	if m.has(6, 1) {
		m.options(6, n)
	}
}

// dhcpv6Message is a message, or one inside of a relay agent's.
type dhcpv6Message struct {
	*layer
	kind uint64
	bulk bool // over TCP
	torn bool // options do not end where what holds them does: no more are shown

	relayed bool   // it is inside of a relay agent's
	hops    uint64 // that the latter tells
	behind  int    // the place of the field behind that
}

// message dissects the message in octets off to end.
func (m *dhcpv6Message) message(off, end int) {
	n := min(end, len(m.v.b)) - off
	m.header(dhcpv6Layer, off, n, m.v.b[:n]) // whose octets tshark counts from the outermost message's first
	m.kind = m.uint(dhcpv6Msgtype, off, 1)
	if m.kind == dhcpv6RelayForward || m.kind == dhcpv6RelayReply {
		hops := m.uint(dhcpv6Hopcount, off+1, 1)
		at := len(m.d.fields)
		m.ipv6(dhcpv6Linkaddr, off+2)
		m.ipv6(dhcpv6Peeraddr, off+18)
		m.relay(hops, at)
		off += 34
	} else {
		if m.hops != 0 {
			m.early(m.behind, func() {
				m.expertf(dhcpv6ErrorHopcount, "Hopcount of most inner message has to equal 0 instead of %d", m.hops)
			})
		}
		m.uint(dhcpv6Xid, off+1, 3)
		off += 4
	}
	m.options(off, end)
}

// relay tells of how many hops a relay agent's message has come that cannot be, by the
// message that it is inside of (RFC 8415 Section 19.1). Behind the number is place at.
func (m *dhcpv6Message) relay(hops uint64, at int) {
	const limit = 32 // of RFC 3315; 8 since
	before := len(m.d.fields)
	if hops > limit {
		m.early(at, func() {
			m.expertf(dhcpv6ErrorHopcount, "Hopcount (%d) exceeds the maximum limit HOP_COUNT_LIMIT (%d)", hops, limit)
		})
	}
	at += len(m.d.fields) - before
	before = len(m.d.fields)
	if m.relayed && hops != m.hops-1 {
		m.early(m.behind, func() {
			m.expertf(dhcpv6ErrorHopcount, "hopcount is not correctly incremented by 1 (expected : %d, actual : %d)", hops+1, m.hops)
		})
	}
	m.relayed, m.hops, m.behind = true, hops, at+len(m.d.fields)-before
}

// options dissects the options in octets off to end.
func (m *dhcpv6Message) options(off, end int) {
	if m.d.depth++; m.d.depth > maxDepth {
		m.broken()
	}
	for off < end && !m.over && !m.torn {
		if m.torn = off+4 > end; m.torn {
			break
		}
		code, n := m.number(off, 2), int(m.number(off+2, 2))
		if m.torn = off+4+n > end; m.torn || !m.has(off, 4+n) {
			break
		}
		if m.d.wants(dhcpv6OptionTypeStr) {
			name, ok := dhcpv6OptionNames[code]
			if !ok {
				name = "DHCP option " + strconv.FormatUint(code, 10)
			}
			m.written(dhcpv6OptionTypeStr, off, 4+n, m.d.write(name))
		}
		m.uint(dhcpv6OptionType, off, 2)
		m.uint(dhcpv6OptionLength, off+2, 2)
		if m.sized(code, n) {
			m.option(code, off+4, n)
		}
		off += 4 + n
	}
	m.d.depth--
}

// option dissects the n octets of an option at off, which are as many as it may have. What
// it counts itself, tshark reads on behind its end.
func (m *dhcpv6Message) option(code uint64, off, n int) {
	if int(code) < len(dhcpv6OptionKinds) {
		if o := dhcpv6OptionKinds[code]; o.id != 0 {
			m.value(o, off, n)
			return
		}
	}
	end := off + n
	switch code {
	case dhcpv6ClientID, dhcpv6ServerID, dhcpv6RelayID:
		m.duid(off, n)
	case dhcpv6IANA, dhcpv6IAPD:
		m.written(dhcpv6Iaid, off, 4, m.d.hex(m.v.b[off:off+4]))
		m.uint(dhcpv6IaidT1, off+4, 4)
		m.uint(dhcpv6IaidT2, off+8, 4)
		m.options(off+12, end)
	case dhcpv6IATA:
		m.written(dhcpv6Iata, off, 4, m.d.hex(m.v.b[off:off+4]))
		m.options(off+4, end)
	case dhcpv6IAAddress:
		m.ipv6(dhcpv6IaaddrIP, off)
		m.uint(dhcpv6IaaddrPrefLifetime, off+16, 4)
		m.uint(dhcpv6IaaddrValidLifetime, off+20, 4)
		m.options(off+24, end)
	case dhcpv6IAPrefix:
		m.uint(dhcpv6IaprefixPrefLifetime, off, 4)
		m.uint(dhcpv6IaprefixValidLifetime, off+4, 4)
		m.uint(dhcpv6IaprefixPrefLen, off+8, 1)
		m.ipv6(dhcpv6IaprefixPrefAddr, off+9)
		m.options(off+25, end)
	case dhcpv6ElapsedTimeOption:
		m.computed(dhcpv6ElapsedTime, off, 2, 10*m.number(off, 2)) // in milliseconds
	case dhcpv6RelayMessage:
		inner := dhcpv6Message{layer: m.layer, relayed: m.relayed, hops: m.hops, behind: m.behind}
		inner.message(off, end)
	case dhcpv6Auth:
		m.auth(off, n)
	case dhcpv6Status:
		m.uint(dhcpv6StatusCode, off, 2)
		if n > 2 {
			m.fixed(dhcpv6StatusMsg, off+2, n-2)
		}
	default:
		m.further(code, off, n)
	}
}

// further dissects the options that are not part of RFC 8415's exchange of
// addresses.
func (m *dhcpv6Message) further(code uint64, off, n int) {
	end := off + n
	switch code {
	case dhcpv6UserClass:
		for at := 0; at < n && !m.over; {
			size := int(m.number(off+at, 2))
			if at+size > n {
				m.expertWords(dhcpv6MalformedOption, "User Class: suboption too long")
				return
			}
			m.uint(dhcpv6UserclassLength, off+at, 2)
			m.bytes(dhcpv6UserclassOpaqueData, off+at+2, size)
			at += 2 + size
		}
	case dhcpv6VendorClass:
		m.vendorClass(off, n)
	case dhcpv6VendorOptions:
		m.vendorOptions(off, n)
	case dhcpv6RemoteID:
		m.uint(dhcpv6RemoteidEnterprise, off, 4)
		m.bytes(dhcpv6RemoteidEnterpriseID, off+4, n-4)
	case dhcpv6ClientName:
		m.clientFQDN(off, n)
	case dhcpv6Query:
		if kind := m.uint(dhcpv6LqQuery, off, 1); kind >= 3 && kind <= 5 && !m.bulk { // which only TCP carries
			m.expert(dhcpv6BulkLeasequeryBadQueryType)
		}
		m.ipv6(dhcpv6LqQueryLinkAddress, off+1)
		m.options(off+17, end)
	case dhcpv6ClientData, dhcpv6MapE, dhcpv6MapT, dhcpv6Lightweight:
		m.options(off, end)
	case dhcpv6RelayData:
		m.ipv6(dhcpv6LqRelayDataPeerAddr, off)
		m.fixed(dhcpv6LqRelayDataMsg, off+16, n-16)
	case dhcpv6TimeServer:
		m.timeServer(off, n)
	case dhcpv6PrefixExclude:
		m.uint(dhcpv6PdExcludePrefLen, off, 1)
		m.bytes(dhcpv6PdExcludeSubnetID, off+1, n-1)
	case dhcpv6Priority:
		for at := 0; at+2 <= n; at += 2 {
			m.uint(dhcpv6OptionCode, off+at, 2)
		}
	case dhcpv6NAI: // whose name has no length of its own, though tshark leaves out as much
		m.fixed(dhcpv6Nai, off, n-2)
	case dhcpv6Rule, dhcpv6DefaultRule, dhcpv6Binding, dhcpv6PortParameters:
		m.softwire(code, off, n)
	default:
		m.failover(code, off, n)
	}
}

// value adds the value of an option that has a simple form.
func (m *dhcpv6Message) value(o dhcpv6OptionKind, off, n int) {
	switch o.form {
	case dhcpv6Number:
		m.uint(o.id, off, n)
	case dhcpv6Address:
		m.ipv6(o.id, off)
	case dhcpv6Addresses:
		for at := 0; at < n; at += 16 {
			m.ipv6(o.id, off+at)
		}
	case dhcpv6Text:
		if n > 0 || o.empty {
			m.fixed(o.id, off, n)
		}
	case dhcpv6Octets:
		m.bytes(o.id, off, n)
	case dhcpv6Codes:
		for at := 0; at < n; at += 2 {
			m.uint(o.id, off+at, 2)
		}
	case dhcpv6Names:
		if n > 0 {
			m.names(o.id, off, n)
		}
	case dhcpv6Name:
		m.names(o.id, off, n)
	}
}
