package packet

import (
	"bytes"
	"encoding/hex"
	"time"
)

const dhcpCookieValue = 0x63825363

// dhcp dissects BOOTP and DHCP (RFC 951, RFC 2131).
func (d *Dissector) dhcp(v view) {
	if !d.enter("dhcp") || v.want < 236 || len(v.b) == 0 {
		return
	}
	l := layer{d: d, v: v}
	l.section(dhcpLayer, 0, len(v.b))
	l.uint(dhcpType, 0, 1)
	hardware := l.uint(dhcpHwType, 1, 1)
	size := int(l.uint(dhcpHwLen, 2, 1))
	l.uint(dhcpHops, 3, 1)
	l.uint(dhcpID, 4, 4)
	l.uint(dhcpSecs, 8, 2)
	l.uint(dhcpFlags, 10, 2)
	l.flag(dhcpFlagsBc, 10, 2, 0x8000)
	l.part(dhcpFlagsReserved, 10, 2, 0x7fff)
	l.ipv4(dhcpIPClient, 12)
	l.ipv4(dhcpIPYour, 16)
	l.ipv4(dhcpIPServer, 20)
	l.ipv4(dhcpIPRelay, 24)
	switch {
	case size == 0 || size > 16:
	case hardware == 1 && size == 6:
		l.ether(dhcpHwMacAddr, 28)
	default:
		l.bytes(dhcpHwAddr, 28, 16)
	}
	if size < 16 {
		l.bytes(dhcpHwAddrPadding, 28+size, 16-size)
	}
	overload := l.overload()
	if overload&2 == 0 {
		l.fixed(dhcpServer, 44, 64)
	}
	if overload&1 == 0 {
		l.fixed(dhcpFile, 108, 128)
	}
	if l.over || len(v.b) < 240 || l.number(236, 4) != dhcpCookieValue {
		return
	}
	l.ipv4(dhcpCookie, 236)
	l.dhcpOptions(240, v.want, overload)
}

// fixed adds a string that ends at its first zero, or with its octets.
func (l *layer) fixed(id FieldID, off, n int) {
	if !l.has(off, n) {
		return
	}
	s := l.v.b[off : off+n]
	if i := bytes.IndexByte(s, 0); i >= 0 {
		s = s[:i]
	}
	l.put(id, off, n, StringValue(s))
}

// overload looks ahead for the option that turns the sname and file fields into
// more options (RFC 2132 Section 9.3).
func (l *layer) overload() byte {
	b := l.v.b
	for off := 240; off+2 < len(b); {
		switch b[off] {
		case dhcpPad:
			off++
		case dhcpEnd:
			return 0
		case dhcpOverload:
			return b[off+2]
		default:
			off += 2 + int(b[off+1])
		}
	}
	return 0
}

// dhcpOptions dissects the options in octets off to end. Where one of them tells
// that the sname or file fields hold more, these come next.
func (l *layer) dhcpOptions(off, end int, overload byte) {
	for off < end && !l.over {
		code := l.number(off, 1)
		switch {
		case l.over:
			return
		case code == dhcpPad:
			n := 1
			for off+n < min(end, len(l.v.b)) && l.v.b[off+n] == dhcpPad {
				n++
			}
			l.computed(dhcpOptionType, off, n, 0)
			l.bytes(dhcpOptionPadding, off, n)
			off += n
			continue
		case code == dhcpEnd:
			l.computed(dhcpOptionType, off, 1, 0)
			l.uint(dhcpOptionEnd, off, 1)
			if off++; off > 240 && off < min(end, len(l.v.b)) {
				l.bytes(dhcpOptionPadding, off, min(end, len(l.v.b))-off)
			}
			return
		}
		n := int(l.number(off+1, 1))
		if l.over {
			return
		}
		l.put(dhcpOptionType, off, 2+n, UintValue(code))
		l.uint(dhcpOptionLength, off+1, 1)
		l.bytes(dhcpOptionValue, off+2, n)
		if l.over {
			return
		}
		l.dhcpOption(code, off+2, n)
		off += 2 + n
		if code == dhcpOverload && overload != 0 {
			if overload&2 != 0 {
				l.dhcpOptions(44, 108, 0)
			}
			if overload&1 != 0 {
				l.dhcpOptions(108, 236, 0)
			}
			overload = 0
		}
	}
}

// dhcpOption dissects the value of an option.
func (l *layer) dhcpOption(code uint64, off, n int) {
	if o := dhcpOptionKinds[code]; o.id != 0 {
		l.dhcpValue(o, off, n)
		return
	}
	switch code {
	case dhcpRelayAgent:
		l.relayAgent(off, off+n)
	case dhcpClientID:
		l.clientID(off, n)
	case dhcpClientName:
		l.clientName(off, n)
	case dhcpSearchList:
		for at := 0; at < n; {
			name, size := l.d.domain(l.v.b[off:off+n], at)
			if size == 0 {
				return
			}
			l.written(dhcpOptionDhcpDNSDomainSearchListFqdn, off+at, size, name.text)
			at += size
		}
	case dhcpClasslessRoute:
		for at := 0; at < n; {
			size := 1 + (int(l.v.b[off+at])+7)/8 + 4
			if l.v.b[off+at] > 32 || at+size > n {
				return
			}
			l.bytes(dhcpOptionClasslessStaticRoute, off+at, size)
			at += size
		}
	case dhcpUserClass:
		l.userClass(off, n)
	}
}

// dhcpValue adds the value of an option that has a simple form.
func (l *layer) dhcpValue(o dhcpOptionKind, off, n int) {
	switch o.form {
	case dhcpAddress:
		if n == 4 {
			l.ipv4(o.id, off)
		}
	case dhcpAddresses:
		for at := 0; at+4 <= n; at += 4 {
			l.ipv4(o.id, off+at)
		}
	case dhcpAddressPairs:
		for at := 0; at+8 <= n; at += 8 {
			l.ipv4(o.id, off+at)
			l.ipv4(o.second, off+at+4)
		}
	case dhcpText:
		l.fixed(o.id, off, n)
	case dhcpOctets:
		l.bytes(o.id, off, n)
	case dhcpTruth:
		if n == 1 {
			l.flag(o.id, off, 1, 0xff)
		}
	case dhcpSigned:
		if n == 4 {
			l.put(o.id, off, 4, IntValue(int64(int32(l.number(off, 4)))))
		}
	case dhcpNumber8:
		if n == 1 || n > 1 && o.id == dhcpOptionDhcp {
			l.uint(o.id, off, 1)
		}
	case dhcpNumber16:
		if n == 2 {
			l.uint(o.id, off, 2)
		}
	case dhcpNumber32:
		if n == 4 {
			l.uint(o.id, off, 4)
		}
	case dhcpNumbers8:
		for at := range n {
			l.uint(o.id, off+at, 1)
		}
	case dhcpNumbers16:
		for at := 0; at+2 <= n; at += 2 {
			l.uint(o.id, off+at, 2)
		}
	}
}

// clientID dissects a client identifier: a hardware address behind its type, or
// anything.
func (l *layer) clientID(off, n int) {
	if n == 0 {
		return
	}
	kind := l.number(off, 1)
	switch {
	case kind > 0 && kind < 48 && n == 7:
		l.uint(dhcpHwType, off, 1)
		l.ether(dhcpHwMacAddr, off+1)
	case kind == 0xff:
		l.duid(off, n)
	case kind == 0:
		l.uint(dhcpClientIDType, off, 1)
	}
}

// duid dissects an identifier after RFC 4361: an identity association and a DHCP
// unique identifier (RFC 8415 Section 11).
func (l *layer) duid(off, n int) {
	if n < 7 {
		return
	}
	l.written(dhcpClientIDIaid, off+1, 4, l.d.hex(l.v.b[off+1:off+5]))
	switch l.uint(dhcpClientIDDuidType, off+5, 2) {
	case 1:
		if n >= 13 {
			l.uint(dhcpClientIDDuidLltHwType, off+7, 2)
			l.uint(dhcpClientIDTime, off+9, 4)
			l.linkLayer(off+13, off+n)
		}
	case 3:
		if n >= 9 {
			l.uint(dhcpClientIDDuidLlHwType, off+7, 2)
			l.linkLayer(off+9, off+n)
		}
	}
}

func (l *layer) linkLayer(off, end int) {
	if end <= off || !l.has(off, end-off) {
		return
	}
	l.written(dhcpClientIDLinkLayerAddress, off, end-off, l.d.hex(l.v.b[off:end]))
}

// The kinds of DHCP unique identifier (RFC 8415 Section 11.1).
const (
	duidLinkLayerTime = 1
	duidEnterprise    = 2
	duidLinkLayer     = 3
	duidUUID          = 4
)

// enterpriseCableLabs is the enterprise number of CableLabs, whose options are not
// dissected.
const enterpriseCableLabs = 4491

// duidTime is the time in a DUID, which counts seconds from the year 2000 and then
// wraps.
func duidTime(seconds uint64) time.Time {
	const year2000 = 946684800
	return time.Unix(int64(uint32(seconds+year2000)), 0)
}

// maxHardware is how many octets of a hardware address are written.
const maxHardware = 36

// hardware writes a hardware address: that of Ethernet with colons.
func (d *Dissector) hardware(kind uint64, b []byte) []byte {
	d.ink = d.ready(2*maxHardware + len("…"))
	at := len(d.ink)
	switch {
	case len(b) == 6 && (kind == 1 || kind == 6):
		d.ink = colons(d.ink, b)
	case len(b) > maxHardware:
		d.ink = append(hex.AppendEncode(d.ink, b[:maxHardware]), "…"...)
	default:
		d.ink = hex.AppendEncode(d.ink, b)
	}
	return d.keep(at)
}

// hex writes octets as hexadecimal digits.
func (d *Dissector) hex(b []byte) []byte {
	d.ink = d.ready(2 * len(b))
	at := len(d.ink)
	d.ink = hex.AppendEncode(d.ink, b)
	return d.keep(at)
}

// clientName dissects the client FQDN (RFC 4702).
func (l *layer) clientName(off, n int) {
	if n < 3 {
		return
	}
	flags := l.uint(dhcpFqdnFlags, off, 1)
	l.part(dhcpFqdnMbz, off, 1, 0xf0)
	l.flag(dhcpFqdnN, off, 1, 0x08)
	l.flag(dhcpFqdnE, off, 1, 0x04)
	l.flag(dhcpFqdnO, off, 1, 0x02)
	l.flag(dhcpFqdnS, off, 1, 0x01)
	l.uint(dhcpFqdnRcode1, off+1, 1)
	l.uint(dhcpFqdnRcode2, off+2, 1)
	if n == 3 {
		return
	}
	if flags&0x04 == 0 {
		l.text(dhcpFqdnName, off+3, n-3)
		return
	}
	if text := l.unended(off+3, n-3); text != nil {
		l.written(dhcpFqdnName, off+3, n-3, text)
	}
}

// unended reads the domain name in n octets at off, whose end may be left out.
func (l *layer) unended(off, n int) []byte {
	if !l.has(off, n) {
		return nil
	}
	name, _ := l.d.domain(append(bytes.Clone(l.v.b[off:off+n]), 0), 0)
	return name.text
}

// userClass dissects the user class (RFC 3004), which many clients send as plain
// text.
func (l *layer) userClass(off, n int) {
	sum := 0
	for at := 0; at < n; {
		size := int(l.v.b[off+at])
		if size == 0 {
			sum = -1
			break
		}
		at += 1 + size
		sum = at
	}
	if sum != n {
		l.text(dhcpOptionUserClassText, off, n)
		return
	}
	for at, i := 0, 0; at < n; i++ {
		size := int(l.v.b[off+at])
		l.computed(dhcpOptionUserClass, off+at, 1+size, uint64(i))
		l.uint(dhcpOptionUserClassLength, off+at, 1)
		l.bytes(dhcpOptionUserClassData, off+at+1, size)
		at += 1 + size
	}
}

// relayAgent dissects the relay agent's information (RFC 3046).
func (l *layer) relayAgent(off, end int) {
	for off+2 <= end && !l.over {
		code, n := l.number(off, 1), int(l.number(off+1, 1))
		if off+2+n > end {
			return
		}
		l.uint(dhcpOptionAgentInformationOptionSuboption, off, 1)
		switch code {
		case 1:
			l.bytes(dhcpOptionAgentInformationOptionAgentCircuitID, off+2, n)
		case 2:
			l.bytes(dhcpOptionAgentInformationOptionAgentRemoteID, off+2, n)
		case 5:
			if n == 4 {
				l.ipv4(dhcpOptionAgentInformationOptionLinkSelection, off+2)
			}
		case 6:
			l.fixed(dhcpOptionAgentInformationOptionSubscriberID, off+2, n)
		case 10:
			if n == 1 {
				l.uint(dhcpOptionAgentInformationOptionFlags, off+2, 1)
			}
		case 11:
			if n == 4 {
				l.ipv4(dhcpOptionAgentInformationOptionServerIDOverride, off+2)
			}
		case 12:
			l.bytes(dhcpOptionAgentInformationOptionRelayAgentID, off+2, n)
		}
		off += 2 + n
	}
}
