package packet

import "time"

// Neighbor Discovery options (RFC 4861 Section 4.6, RFC 3971, RFC 4191, RFC 4068,
// RFC 5175, RFC 5269, RFC 6275, RFC 6775, RFC 8106, RFC 8781, RFC 8910).
const (
	ndSource         = 1
	ndTarget         = 2
	ndPrefix         = 3
	ndRedirect       = 4
	ndMTU            = 5
	ndShortcutLimit  = 6
	ndInterval       = 7
	ndHomeAgent      = 8
	ndSourceList     = 9
	ndTargetList     = 10
	ndCGA            = 11
	ndRSA            = 12
	ndTimestamp      = 13
	ndNonce          = 14
	ndTrustAnchor    = 15
	ndCertificate    = 16
	ndAddress        = 17
	ndNewRouter      = 18
	ndLinkLayer      = 19
	ndAcknowledgment = 20
	ndMAP            = 23
	ndRoute          = 24
	ndRDNSS          = 25
	ndFlags          = 26
	ndKeyRequest     = 27
	ndKeyReply       = 28
	ndDNSSearch      = 31
	ndProxy          = 32
	ndRegistration   = 33
	ndContext        = 34
	ndBorderRouter   = 35
	ndCapability     = 36
	ndCaptivePortal  = 37
	ndPREF64         = 38
)

// discovery dissects the options from off on.
func (l *layer) discovery(off int) {
	for off < l.v.want() && !l.over {
		kind, n := l.number(off, 1), int(l.number(off+1, 1))*8
		if l.over {
			return
		}
		if n == 0 {
			l.none(icmpv6Opt, off, 2)
			l.uint(icmpv6OptType, off, 1)
			l.uint(icmpv6OptLength, off+1, 1)
			l.expertWords(icmpv6InvalidOptionLength, "Invalid option length (Zero)")
			return
		}
		l.none(icmpv6Opt, off, min(n, len(l.v.b)-off))
		l.uint(icmpv6OptType, off, 1)
		l.uint(icmpv6OptLength, off+1, 1)
		option := layer{d: l.d, v: l.v.first(off + n), over: l.over}
		if (kind == ndRoute || kind == ndContext) && n > 24 {
			option.expert(icmpv6InvalidOptionLength)
		}
		end := option.ndOption(kind, off, n)
		if end < off+n && !option.over {
			option.bytes(icmpv6UnknownData, end, off+n-end)
			option.expert(icmpv6UnknownDataExpert)
		}
		l.over = option.over
		off += n
	}
}

// ndOption dissects an option of n octets and returns where what it knows of it ends.
func (l *layer) ndOption(kind uint64, off, n int) (end int) {
	switch kind {
	case ndSource, ndTarget:
		l.ndLinkLayerAddress(kind == ndSource, off, n)
	case ndPrefix:
		l.uint(icmpv6OptPrefixLength, off+2, 1)
		l.uint(icmpv6OptPrefixFlag, off+3, 1)
		l.flag(icmpv6OptPrefixFlagL, off+3, 1, 0x80)
		l.flag(icmpv6OptPrefixFlagA, off+3, 1, 0x40)
		l.flag(icmpv6OptPrefixFlagR, off+3, 1, 0x20)
		l.part(icmpv6OptPrefixFlagReserved, off+3, 1, 0x1f)
		l.uint(icmpv6OptPrefixValidLifetime, off+4, 4)
		l.uint(icmpv6OptPrefixPreferredLifetime, off+8, 4)
		l.none(icmpv6OptReserved, off+12, 4)
		l.ipv6(icmpv6OptPrefix, off+16)
		return off + 32
	case ndRedirect:
		l.none(icmpv6OptReserved, off+2, 6)
		l.none(icmpv6OptRedirectedPacket, off+8, min(n, len(l.v.b)-off)-8)
		if !l.over {
			l.d.quote(l.v.from(off), 0)
		}
	case ndMTU:
		l.none(icmpv6OptReserved, off+2, 2)
		l.uint(icmpv6OptMtu, off+4, 4)
		return off + 8
	case ndShortcutLimit:
		l.uint(icmpv6OptNbmaShortcutLimit, off+2, 1)
		l.none(icmpv6OptReserved, off+2, 1) // as Wireshark has it, an octet too early, and the next
		l.none(icmpv6OptReserved, off+3, 4)
		return off + 7
	case ndInterval:
		l.none(icmpv6OptReserved, off+2, 2)
		l.uint(icmpv6OptAdvertisementInterval, off+4, 4)
		return off + 8
	case ndHomeAgent:
		l.none(icmpv6OptReserved, off+2, 2)
		l.uint(icmpv6OptHomeAgentPreference, off+4, 2)
		l.uint(icmpv6OptHomeAgentLifetime, off+6, 2)
		return off + 8
	case ndSourceList, ndTargetList:
		l.none(icmpv6OptReserved, off+2, 6)
		return l.addresses6(icmpv6OptIpv6Address, off+8, off+n)
	case ndNonce:
		l.bytes(icmpv6OptNonce, off+2, n-2)
	case ndRDNSS:
		l.none(icmpv6OptReserved, off+2, 2)
		l.uint(icmpv6OptRdnssLifetime, off+4, 4)
		l.addresses6(icmpv6OptRdnss, off+8, off+n)
		if n%16 != 8 {
			l.lack(off+n, 1)
		}
	case ndDNSSearch:
		l.none(icmpv6OptReserved, off+2, 2)
		l.uint(icmpv6OptDnsslLifetime, off+4, 4)
		l.searchList(icmpv6OptDnssl, off+8, off+n)
	case ndRoute:
		l.uint(icmpv6OptPrefixLength, off+2, 1)
		l.uint(icmpv6OptRouteInfoFlag, off+3, 1)
		l.part(icmpv6OptRouteInfoFlagRoutePreference, off+3, 1, 0x18)
		l.part(icmpv6OptRouteInfoFlagReserved, off+3, 1, 0xe7)
		l.uint(icmpv6OptRouteLifetime, off+4, 4)
		if n > 24 {
			return off + 8
		}
		l.prefix6(icmpv6OptPrefix, off+8, n-8)
	case ndFlags:
		l.uint(icmpv6OptEfo, off+2, 2)
		l.flag(icmpv6OptEfoM, off+2, 2, 0x8000)
		l.flag(icmpv6OptEfoO, off+2, 2, 0x4000)
		l.flag(icmpv6OptEfoH, off+2, 2, 0x2000)
		l.part(icmpv6OptEfoPrf, off+2, 2, 0x1800)
		l.flag(icmpv6OptEfoP, off+2, 2, 0x0400)
		l.part(icmpv6OptEfoRsv, off+2, 2, 0x02ff)
		l.none(icmpv6OptReserved, off+4, 4)
		return off + 8
	case ndCaptivePortal:
		l.padded(icmpv6OptCaptivePortal, off+2, n-2)
	case ndPREF64:
		l.part(icmpv6OptPref64ScaledLifetime, off+2, 2, 0xfff8)
		length := l.part(icmpv6OptPref64Plc, off+2, 2, 0x0007)
		if size := [8]int{12, 8, 7, 6, 5, 4}[length]; size > 0 {
			l.has(off+4, 12)
			l.prefix6(icmpv6OptPref64Prefix, off+4, size)
		}
	default:
		return l.rareOption(kind, off, n)
	}
	return off + n
}

// ndLinkLayerAddress adds the link-layer address of an option: of Ethernet, or of 8 octets as
// IEEE 802.15.4 has them, or of whatever length.
func (l *layer) ndLinkLayerAddress(source bool, off, n int) {
	id, long := icmpv6OptTargetLinkaddr, icmpv6OptTargetLinkaddrEui64
	if source {
		id, long = icmpv6OptSrcLinkaddr, icmpv6OptSrcLinkaddrEui64
	}
	size := n - 2
	if n == 16 {
		size = 8
		l.eui64(icmpv6OptLinkaddrEui64, off+2)
		l.eui64(long, off+2)
	}
	if n != 16 || source {
		l.bytes(icmpv6OptLinkaddr, off+2, size)
		l.bytes(id, off+2, size)
	}
	if n == 16 {
		l.none(icmpv6OptPadding, off+10, 6)
	}
}

// addresses6 adds the addresses that fit between off and end, and returns where they
// end.
func (l *layer) addresses6(id FieldID, off, end int) int {
	for ; off+16 <= end && !l.over; off += 16 {
		l.ipv6(id, off)
	}
	return off
}

// prefix6 adds the first n octets of an address, of which the others are zeros.
func (l *layer) prefix6(id FieldID, off, n int) {
	if n <= 0 || !l.has(off, n) || !l.d.wants(id) {
		return
	}
	d := l.d
	d.ink = d.ready(16)
	at := len(d.ink)
	d.ink = append(d.ink, l.v.b[off:off+n]...)
	d.ink = append(d.ink, make([]byte, 16-n)...)
	l.put(id, off, n, IPv6Value(d.keep(at)))
}

// rareOption dissects what secure and mobile hosts, and those of small radio networks,
// tell each other.
func (l *layer) rareOption(kind uint64, off, n int) (end int) {
	switch kind {
	case ndCGA:
		l.generatedAddress(off, n)
	case ndRSA, ndProxy:
		hash := icmpv6OptRsaKeyHash
		if kind == ndProxy {
			hash = icmpv6OptPsKeyHash
		}
		l.none(icmpv6OptReserved, off+2, 2)
		l.bytes(hash, off+4, 16)
		l.none(icmpv6OptDigitalSignaturePadding, off+20, min(n, len(l.v.b)-off)-20)
	case ndTimestamp:
		l.none(icmpv6OptReserved, off+2, 6)
		sec, fraction := int64(l.number(off+8, 6)), int64(l.number(off+14, 2))
		if !l.over && sec < 1<<33 { // what fits a Time
			l.put(icmpv6OptTimestamp, off+8, 8, TimeValue(time.Unix(sec, fraction*1e9>>16)))
		}
		return off + 16
	case ndTrustAnchor:
		name := l.uint(icmpv6OptNameType, off+2, 1)
		size := n - 4 - int(l.uint(icmpv6OptCgaPadLength, off+3, 1))
		if name == 2 {
			l.padded(icmpv6OptNameTypeFqdn, off+4, size)
		}
		l.none(icmpv6OptPadding, off+4+size, 0)
	case ndCertificate:
		name := l.uint(icmpv6OptNameType, off+2, 1)
		l.none(icmpv6OptReserved, off+3, 1)
		if name != 1 {
			l.none(icmpv6OptCertificatePadding, off+4, n-4)
		} else {
			l.none(icmpv6OptPadding, off+4, n-4)
		}
	case ndAddress, ndNewRouter:
		ids := [3]FieldID{icmpv6OptIpaOptionCode, icmpv6OptIpaPrefixLen, icmpv6OptIpaIpv6Address}
		if kind == ndNewRouter {
			ids = [3]FieldID{icmpv6OptNrpiOptionCode, icmpv6OptNrpiPrefixLen, icmpv6OptNrpiPrefix}
		}
		l.uint(ids[0], off+2, 1)
		l.uint(ids[1], off+3, 1)
		l.none(icmpv6OptReserved, off+4, 4)
		l.ipv6(ids[2], off+8)
		return off + 24
	case ndLinkLayer:
		l.uint(icmpv6OptLlaOptionCode, off+2, 1)
		l.bytes(icmpv6OptLlaBytes, off+3, n-3)
		l.broken() // Wireshark takes it for longer than it is
	case ndAcknowledgment:
		l.uint(icmpv6OptNaackOptionCode, off+2, 1)
		l.uint(icmpv6OptNaackStatus, off+3, 1)
		l.none(icmpv6OptReserved, off+4, n-4)
	case ndMAP:
		l.part(icmpv6OptMapDistance, off+2, 1, 0xf0)
		l.part(icmpv6OptMapPreference, off+2, 1, 0x0f)
		l.uint(icmpv6OptMapFlag, off+3, 1)
		l.flag(icmpv6OptMapFlagR, off+3, 1, 0x80)
		l.part(icmpv6OptMapFlagReserved, off+3, 1, 0x7f)
		l.uint(icmpv6OptMapValidLifetime, off+4, 4)
		l.ipv6(icmpv6OptMapGlobalAddress, off+8)
		return off + 24
	case ndKeyRequest, ndKeyReply:
		l.handoverKey(kind == ndKeyReply, off, n)
	case ndRegistration:
		l.uint(icmpv6OptAroStatus, off+2, 1)
		l.none(icmpv6OptReserved, off+3, 3)
		l.uint(icmpv6OptAroRegistrationLifetime, off+6, 2)
		l.eui64(icmpv6OptAroEui64, off+8)
		return off + 16
	case ndContext:
		l.uint(icmpv6Opt6coContextLength, off+2, 1)
		l.uint(icmpv6Opt6coFlag, off+3, 1)
		l.flag(icmpv6Opt6coFlagC, off+3, 1, 0x10)
		l.part(icmpv6Opt6coFlagCid, off+3, 1, 0x0f)
		l.part(icmpv6Opt6coFlagReserved, off+3, 1, 0xe0)
		l.none(icmpv6OptReserved, off+4, 2)
		l.uint(icmpv6Opt6coValidLifetime, off+6, 2)
		if n > 24 {
			return off + 8
		}
		l.prefix6(icmpv6Opt6coContextPrefix, off+8, n-8)
	case ndBorderRouter:
		l.uint(icmpv6OptAbroVersionLow, off+2, 2)
		l.uint(icmpv6OptAbroVersionHigh, off+4, 2)
		l.uint(icmpv6OptAbroValidLifetime, off+6, 2)
		l.ipv6(icmpv6OptAbro6lbrAddress, off+8)
		return off + 24
	case ndCapability:
		l.part(icmpv6Opt6cioUnassigned1, off+2, 2, 0xfffe)
		l.part(icmpv6Opt6cioFlagG, off+2, 2, 0x0001)
		l.uint(icmpv6Opt6cioUnassigned2, off+4, 4)
		return off + 8
	default:
		l.expertNumber(icmpv6UndecodedOption, "Dissector for ICMPv6 Option (", kind, ") code not implemented, Contact Wireshark developers if you want this supported")
		l.bytes(icmpv6Data, off+2, n-2)
	}
	return off + n
}

// generatedAddress dissects what a cryptographically generated address was made of
// (RFC 3972 Section 3, RFC 4581).
func (l *layer) generatedAddress(off, n int) {
	padding := int(l.uint(icmpv6OptCgaPadLength, off+2, 1))
	l.none(icmpv6OptReserved, off+3, 1)
	l.bytes(icmpv6OptCga, off+4, n-4-padding)
	l.bytes(icmpv6OptCgaModifier, off+4, 16)
	l.bytes(icmpv6OptCgaSubnetPrefix, off+20, 8)
	l.bytes(icmpv6OptCgaCount, off+28, 1)
	size := l.der(off + 29)
	l.none(icmpv6OptCgaSubjectPublicKeyInfo, off+29, size)
	end := off + n - padding
	for at := off + 29 + size; at < end && !l.over; {
		l.uint(icmpv6OptCgaExtType, at, 2)
		length := int(l.uint(icmpv6OptCgaExtLength, at+2, 2))
		l.bytes(icmpv6OptCgaExtData, at+4, length)
		at += 4 + length
	}
	l.none(icmpv6OptPadding, end, 0)
}

// der returns how long the ASN.1 element that begins at off is (ITU-T X.690 Section
// 8.1.3).
func (l *layer) der(off int) int {
	n := int(l.number(off+1, 1))
	if n < 0x80 {
		return 2 + n
	}
	octets := n & 0x7f
	if octets == 0 || octets > 3 {
		l.broken()
		return 0
	}
	return 2 + octets + int(l.number(off+2, octets))
}

// handoverKey dissects a request for a key, or the reply (RFC 5269).
func (l *layer) handoverKey(reply bool, off, n int) {
	padding := int(l.uint(icmpv6OptHkrPadLength, off+2, 1))
	l.part(icmpv6OptHkrAt, off+3, 1, 0xf0)
	l.part(icmpv6OptHkrReserved, off+3, 1, 0x0f)
	at, id := off+4, icmpv6OptHkrEncryptionPublicKey
	if reply {
		l.uint(icmpv6OptHkrLifetime, at, 2)
		at, id = at+2, icmpv6OptHkrEncryptedHandoverKey
	}
	l.bytes(id, at, off+n-padding-at)
	l.bytes(icmpv6OptHkrPadding, off+n-padding, padding)
}
