package packet

import (
	"bytes"
	"encoding/binary"
	"strconv"
	"time"
)

const (
	dhcpCookieValue = 0x63825363
	dhcpRequest     = 1  // of BOOTP, from a client
	dhcpDiscover    = 1  // of DHCP
	vendorArea      = 64 // octets, where there is no cookie (RFC 951 Section 3)
)

// dhcp dissects BOOTP and DHCP (RFC 951, RFC 2131).
func (d *Dissector) dhcp(v view) {
	if !d.enter("dhcp") {
		return
	}
	m := dhcpMessage{layer: &layer{d: d, v: v}}
	if op, size := m.number(0, 1), int(m.number(2, 1)); op == dhcpRequest && !m.has(28, size) {
		return // of whose client tshark first looks for the address
	}
	if m.over {
		return
	}
	m.section(dhcpLayer, 0, len(v.b))
	if !m.survey() {
		m.lack(len(v.b), 1)
	}
	m.uint(dhcpType, 0, 1)
	hardware := m.uint(dhcpHwType, 1, 1)
	size := int(m.uint(dhcpHwLen, 2, 1))
	m.uint(dhcpHops, 3, 1)
	m.uint(dhcpID, 4, 4)
	m.uint(dhcpSecs, 8, 2)
	m.uint(dhcpFlags, 10, 2)
	m.flag(dhcpFlagsBc, 10, 2, 0x8000)
	m.part(dhcpFlagsReserved, 10, 2, 0x7fff)
	m.ipv4(dhcpIPClient, 12)
	m.ipv4(dhcpIPYour, 16)
	m.ipv4(dhcpIPServer, 20)
	m.ipv4(dhcpIPRelay, 24)
	switch {
	case size == 0 || size > 16:
		m.expert(dhcpClientAddressNotGiven)
	case size == 6 && isEthernet(hardware):
		m.ether(dhcpHwMacAddr, 28)
	default:
		m.bytes(dhcpHwAddr, 28, 16)
	}
	if size > 0 && size < 16 {
		m.bytes(dhcpHwAddrPadding, 28+size, 16-size)
	}
	if m.overload&2 == 0 {
		m.fixed(dhcpServer, 44, 64)
	} else {
		m.expert(dhcpServerNameOverloadedByDhcp)
	}
	if m.overload&1 == 0 {
		m.fixed(dhcpFile, 108, 128)
	} else {
		m.expert(dhcpBootFilenameOverloadedByDhcp)
	}
	if m.plain {
		m.holds(dhcpBootp)
	}
	if m.number(236, 4) == dhcpCookieValue {
		m.ipv4(dhcpCookie, 236)
		if !m.options(240, v.want()) && !m.plain {
			m.expert(dhcpEndOptionMissing)
		}
	} else {
		m.bytes(dhcpVendorSpecificOptions, 236, vendorArea)
		m.options(236+vendorArea, v.want())
	}
}

// dhcpMessage is a message, and what a first look at its options has told.
type dhcpMessage struct {
	*layer
	overload   byte // what the sname and file fields hold
	overloaded bool // which has been told
	plain      bool // a message of BOOTP: it tells no type
	kind       byte
	class      []byte // of the vendor that vendor-specific options are those of
	search     spread
	sip        spread
}

// spread is an option in several parts (RFC 3396).
type spread struct {
	total, seen int
	octets      []byte
}

// survey looks ahead at the options for those that others depend on, and reports
// whether they are whole enough to go on.
func (m *dhcpMessage) survey() bool {
	m.plain = true
	b := m.v.b
	if len(b) < 240 || binary.BigEndian.Uint32(b[236:]) != dhcpCookieValue {
		return true
	}
	for off := 240; off+1 < len(b) && b[off] != dhcpEnd; {
		code, value := b[off], off+2
		if code == dhcpPad {
			off++
			continue
		}
		off = value + int(b[off+1])
		if off > len(b) {
			return true
		}
		switch code {
		case dhcpOverload, dhcpMessageType:
			if value == len(b) {
				return false
			}
			if code == dhcpOverload {
				m.overload = b[value]
			} else {
				m.plain, m.kind = false, b[value]
			}
		case dhcpVendorClass:
			m.class = b[value:off]
		case dhcpSearchList:
			m.search.total++
		case dhcpSIPServers:
			m.sip.total++
		}
	}
	return true
}

// fixed adds a string that ends at its first zero, or with its octets.
func (l *layer) fixed(id FieldID, off, n int) {
	if !l.has(off, n) {
		return
	}
	s := l.v.b[off : off+n]
	l.put(id, off, n, StringValue(s[:textLength(s)]))
}

// options dissects the options in octets off to end. Where one of them tells that
// the sname or file fields hold more (RFC 2132 Section 9.3), these come next.
// It reports whether they have an end.
func (m *dhcpMessage) options(off, end int) bool {
	for off < end && !m.over {
		code := m.number(off, 1)
		switch {
		case m.over:
			return false
		case code == dhcpPad:
			n := 1
			for off+n < min(end, len(m.v.b)) && m.v.b[off+n] == dhcpPad {
				n++
			}
			m.computed(dhcpOptionType, off, n, 0)
			m.bytes(dhcpOptionPadding, off, n)
			off += n
			continue
		case code == dhcpEnd:
			m.computed(dhcpOptionType, off, 1, 0)
			m.uint(dhcpOptionEnd, off, 1)
			if off++; off > 240 && off < min(end, len(m.v.b)) {
				m.bytes(dhcpOptionPadding, off, min(end, len(m.v.b))-off)
			}
			return true
		}
		n := int(m.number(off+1, 1))
		if m.over {
			return false
		}
		m.put(dhcpOptionType, off, 2+n, UintValue(code))
		m.uint(dhcpOptionLength, off+1, 1)
		m.bytes(dhcpOptionValue, off+2, n)
		if m.over {
			return false
		}
		value := layer{d: m.d, v: m.v.from(off + 2).first(n)}
		m.option(&value, code, n)
		m.over = m.over || value.over
		off += 2 + n
		if code == dhcpOverload && n > 0 && !m.overloaded {
			m.overloaded = true
			overload := value.v.b[0]
			if (overload == 2 || overload == 3) && !m.options(44, 108) {
				m.expert(dhcpOptionOptionOverloadSnameEndMissing)
			}
			if (overload == 1 || overload == 3) && !m.options(108, 236) {
				m.expert(dhcpOptionOptionOverloadFileEndMissing)
			}
		}
	}
	return false
}

// option dissects the value of an option, n octets in a layer of their own: who
// reads on behind them ends the message.
func (m *dhcpMessage) option(l *layer, code uint64, n int) {
	if o := dhcpOptionKinds[code]; o.id != 0 {
		l.dhcpValue(o, n)
		return
	}
	switch code {
	case dhcpOverload:
		if n > 0 {
			l.uint(dhcpOptionOptionOverload, 0, 1)
		}
	case dhcpVendorClass:
		l.fixed(dhcpOptionVendorClassID, 0, n)
	case dhcpVendorOptions:
		l.vendorOptions(m.class, n)
	case dhcpSearchList:
		if whole, ok := l.gather(&m.search, dhcpOptionDhcpDNSDomainSearchListRfc3396Detected, dhcpOptionDhcpDNSDomainSearchListReferLastOption); ok {
			whole.domains(dhcpOptionDhcpDNSDomainSearchListFqdn, append(bytes.Clone(whole.v.b), 0)) // the last may lack its end
			l.over = whole.over
		}
	case dhcpSIPServers:
		if whole, ok := l.gather(&m.sip, dhcpOptionSipServerRfc3396Detected, dhcpOptionSipServerReferLastOption); ok {
			whole.sipServers(len(whole.v.b))
			l.over = whole.over
		}
	case dhcpRelayAgent:
		l.relayAgent(n)
	case dhcpClientIdentifier:
		l.clientID(n)
	case dhcpMachineID:
		if n == 17 && l.number(0, 1) == 0 {
			l.machineID(1)
		}
	case dhcpClientInterface:
		if l.number(0, 1) == 1 {
			l.uint(dhcpClientNetworkIDMajor, 1, 1)
			l.uint(dhcpClientNetworkIDMinor, 2, 1)
		}
	case dhcpClientName:
		l.clientName(n)
	case dhcpUserClass:
		l.userClass(n)
	case dhcpAuth:
		l.dhcpAuth(n, m.kind)
	case dhcpVendorClasses:
		l.vendorClasses(n)
	case dhcpVendorInformation:
		l.vendorInformation(n)
	default:
		l.service(code, n)
	}
}

// gather returns the option, where it stands once, or together with its parts
// before, where it is the last of several (RFC 3396 Section 7).
func (l *layer) gather(s *spread, detected, refer FieldID) (whole layer, complete bool) {
	s.seen++
	if s.total < 2 {
		return *l, s.seen == s.total // none but those counted
	}
	n := len(l.v.b)
	s.octets = append(s.octets, l.v.b...)
	l.written(detected, 0, n, l.d.ratio(s.seen, s.total))
	if s.seen < s.total {
		l.written(refer, 0, n, l.d.ratio(s.total, s.total))
		return layer{}, false
	}
	return layer{d: l.d, v: view{b: s.octets, off: -1}}, true
}

// ratio writes 1/2.
func (d *Dissector) ratio(part, whole int) []byte {
	return d.write(strconv.Itoa(part) + "/" + strconv.Itoa(whole))
}

// dhcpValue adds the value of an option that has a simple form.
func (l *layer) dhcpValue(o dhcpOptionKind, n int) {
	switch o.form {
	case dhcpAddress:
		if n == 4 {
			l.ipv4(o.id, 0)
		}
	case dhcpAddresses:
		l.addresses(o.id, 0, n)
	case dhcpAddressPairs:
		for at := 0; at+8 <= n; at += 8 {
			l.ipv4(o.id, at)
			l.ipv4(o.second, at+4)
		}
	case dhcpText:
		l.fixed(o.id, 0, n)
	case dhcpOctets:
		l.bytes(o.id, 0, n)
	case dhcpTruth:
		if n == 1 {
			l.flag(o.id, 0, 1, 0xff)
		}
	case dhcpSigned:
		if n == 4 {
			l.put(o.id, 0, 4, IntValue(int64(int32(l.number(0, 4)))))
		}
	case dhcpMoment:
		if n == 4 {
			l.put(o.id, 0, 4, TimeValue(ntpTime(l.number(0, 4))))
		}
	case dhcpNumber8:
		if n == 1 {
			l.uint(o.id, 0, 1)
		}
	case dhcpFirst8:
		l.uint(o.id, 0, 1)
	case dhcpNumber16:
		if n == 2 {
			l.uint(o.id, 0, 2)
		}
	case dhcpNumber32:
		if n == 4 {
			l.uint(o.id, 0, 4)
		}
	case dhcpNumbers8:
		for at := range n {
			l.uint(o.id, at, 1)
		}
	case dhcpNumbers16:
		for at := 0; at+2 <= n; at += 2 {
			l.uint(o.id, at, 2)
		}
	}
}

// ntpTime is a moment in seconds since 1900, or since they came round in 2036.
func ntpTime(seconds uint64) time.Time {
	const since1970 = 2208988800
	if seconds < 1<<31 {
		seconds += 1 << 32
	}
	return time.Unix(int64(seconds)-since1970, 0)
}

// addresses adds the IPv4 addresses in octets off to end.
func (l *layer) addresses(id FieldID, off, end int) {
	for ; off+4 <= end; off += 4 {
		l.ipv4(id, off)
	}
}

// domains adds domain names, which point to one another.
func (l *layer) domains(id FieldID, names []byte) {
	n := len(l.v.b)
	for off := 0; off < n && !l.over; {
		name, size := l.d.domain(names, off)
		if size == 0 {
			l.broken()
			return
		}
		l.written(id, off, min(size, n-off), name.text)
		off += size
	}
}
