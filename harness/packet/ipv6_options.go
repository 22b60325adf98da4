package packet

import (
	"net/netip"
)

// IPv6 options (RFC 8200 Section 4.2, RFC 2473, RFC 2675, RFC 2711, RFC 4782, RFC 5570,
// RFC 6275, RFC 6553, RFC 6621, RFC 6744, RFC 6788, RFC 6971, RFC 7731, RFC 8250, RFC
// 9268, RFC 9486).
const (
	ipv6OptionPad1        = 0x00
	ipv6OptionPadN        = 0x01
	ipv6OptionTunnelLimit = 0x04
	ipv6OptionRouterAlert = 0x05
	ipv6OptionCALIPSO     = 0x07
	ipv6OptionDuplicates  = 0x08 // simplified multicast forwarding
	ipv6OptionMetrics     = 0x0f
	ipv6OptionQuickStart  = 0x26
	ipv6OptionPathMTU     = 0x30
	ipv6OptionIOAM        = 0x31
	ipv6OptionTPF         = 0x41
	ipv6OptionRPL         = 0x63
	ipv6OptionMPL         = 0x6d
	ipv6OptionEndpoint    = 0x8a // identification
	ipv6OptionILNPNonce   = 0x8b
	ipv6OptionLine        = 0x8c
	ipv6OptionJumbo       = 0xc2
	ipv6OptionHomeAddress = 0xc9
	ipv6OptionDFF         = 0xee
)

// options6 dissects a header of options.
func (l *layer) options6(off, n int, header, next, length, octets FieldID) {
	l.carrier(header, off, min(n, len(l.v.b)-off), len(l.v.b))
	hopByHop := header == ipv6HopoptsLayer
	if hopByHop && off != 40 {
		l.expert(ipv6HopoptsNotFirst)
	}
	l.uint(next, off, 1)
	l.uint(length, off+1, 1)
	l.computed(octets, off+1, 1, uint64(n))
	for at := off + 2; at < off+n && !l.over; {
		kind := l.number(at, 1)
		size := 1
		if kind != ipv6OptionPad1 {
			size = 2 + int(l.number(at+1, 1))
		}
		l.none(ipv6Opt, at, min(size, len(l.v.b)-at))
		l.uint(ipv6OptType, at, 1)
		if kind == ipv6OptionPad1 {
			l.none(ipv6OptPad1, at, 1)
			at++
			continue
		}
		l.misplaced(kind, hopByHop)
		l.part(ipv6OptTypeAction, at, 1, 0xc0)
		l.flag(ipv6OptTypeChange, at, 1, 0x20)
		l.part(ipv6OptTypeRest, at, 1, 0x1f)
		switch {
		case kind == ipv6OptionEndpoint:
			l.expert(ipv6OptDeprecated)
		case kind == ipv6OptionMPL && l.number(at+2, 1)>>6 == 0:
			l.expert(ipv6OptMplIpv6SrcSeedID)
		}
		l.uint(ipv6OptLength, at+1, 1)
		l.sized(kind, size-2)
		end := l.option6(kind, at+2, size-2)
		if end < at+size {
			l.bytes(ipv6OptUnknownData, end, at+size-end)
			l.expert(ipv6OptUnknownDataExpert)
		}
		at = max(at+size, end)
	}
}

// misplaced tells of an option that belongs into the other header of options.
func (l *layer) misplaced(kind uint64, hopByHop bool) {
	switch kind {
	case ipv6OptionTunnelLimit, ipv6OptionMetrics, ipv6OptionTPF, ipv6OptionILNPNonce, ipv6OptionLine, ipv6OptionHomeAddress:
		if hopByHop {
			l.expertf(ipv6OptHeaderMismatch, "%s must use a destination options header", ipv6OptionNames[kind])
		}
	case ipv6OptionRouterAlert, ipv6OptionPathMTU, ipv6OptionCALIPSO, ipv6OptionDuplicates, ipv6OptionQuickStart, ipv6OptionIOAM,
		ipv6OptionRPL, ipv6OptionMPL, ipv6OptionJumbo, ipv6OptionDFF:
		if !hopByHop {
			l.expertf(ipv6OptHeaderMismatch, "%s must use a hop-by-hop options header", ipv6OptionNames[kind])
		}
	}
}

// sized tells of an option that is not as long as it is to be.
func (l *layer) sized(kind uint64, n int) {
	var words string
	var least, most int
	switch kind {
	case ipv6OptionJumbo:
		words, least, most = "Jumbo Payload: Invalid length", 4, 4
	case ipv6OptionRPL:
		words, least, most = "RPL Option: Invalid length", 4, 255
	case ipv6OptionTunnelLimit:
		words, least, most = "Tunnel Encapsulation Limit: Invalid length", 1, 1
	case ipv6OptionPathMTU:
		words, least, most = "PMTU Option: Invalid Length", 4, 4
	case ipv6OptionRouterAlert:
		words, least, most = "Router alert: Invalid Length", 2, 2
	case ipv6OptionQuickStart:
		words, least, most = "Quick-Start: Invalid Length", 6, 6
	case ipv6OptionTPF:
		words, least, most = "TPF: Invalid Length", 4, 4
	case ipv6OptionCALIPSO:
		words, least, most = "CALIPSO: Invalid Length", 8, 255
	case ipv6OptionMetrics:
		words, least, most = "PDM: Invalid length", 10, 10
	case ipv6OptionHomeAddress:
		words, least, most = "Home Address: Invalid length", 16, 16
	case ipv6OptionDFF:
		words, least, most = "IPv6 DFF: Invalid length", 3, 3
	case ipv6OptionIOAM:
		words, least, most = ioamLength, 2, 255
	default:
		return
	}
	if n < least || n > most {
		l.expertf(ipv6OptInvalidLen, "%s (%d bytes)", words, n)
	}
}

const ioamLength = "IOAM Option: Invalid length"

// option6 dissects what stands in an option from off on, as long as it should be, not
// as long as it says to be; it returns where that ends.
func (l *layer) option6(kind uint64, off, n int) (end int) {
	switch kind {
	case ipv6OptionPadN:
		l.bytes(ipv6OptPadn, off, n)
	case ipv6OptionRouterAlert:
		l.uint(ipv6OptRouterAlert, off, 2)
		return off + 2
	case ipv6OptionTunnelLimit:
		l.uint(ipv6OptTel, off, 1)
		return off + 1
	case ipv6OptionJumbo:
		if l.uint(ipv6OptJumbo, off, 4) < 1<<16 {
			l.expert(ipv6OptJumboTruncated)
		}
		if l.d.told {
			l.expert(ipv6OptJumboProhibited)
		}
		return off + 4
	case ipv6OptionHomeAddress:
		if l.ipv6(ipv6OptMipv6HomeAddress, off); !l.over {
			l.d.src = netip.AddrFrom16([16]byte(l.v.b[off:])) // who the peer is to the layers above
		}
		return off + 16
	case ipv6OptionPathMTU:
		l.uint(ipv6OptPmtuMin, off, 2)
		l.computed(ipv6OptPmtuRtn, off+2, 2, l.number(off+2, 2)&0xfffe)
		l.flag(ipv6OptPmtuRFlag, off+3, 1, 0x01)
		return off + 4
	case ipv6OptionCALIPSO:
		l.uint(ipv6OptCalipsoDoi, off, 4)
		words := int(l.uint(ipv6OptCalipsoCmptLength, off+4, 1))
		l.uint(ipv6OptCalipsoSensLevel, off+5, 1)
		l.uint(ipv6OptCalipsoChecksum, off+6, 2)
		l.bytes(ipv6OptCalipsoCmptBitmap, off+8, 4*words)
		return off + 8 + 4*words
	case ipv6OptionMetrics:
		l.uint(ipv6OptPdmScaleDtlr, off, 1)
		l.uint(ipv6OptPdmScaleDtls, off+1, 1)
		l.uint(ipv6OptPdmPsnThisPkt, off+2, 2)
		l.uint(ipv6OptPdmPsnLastRecv, off+4, 2)
		l.uint(ipv6OptPdmDeltaLastRecv, off+6, 2)
		l.uint(ipv6OptPdmDeltaLastSent, off+8, 2)
		return off + 10
	case ipv6OptionQuickStart:
		function := l.number(off, 1) >> 4
		l.quickStart(off, l.d.hops, ipv6QuickStart)
		if function != quickStartRequest && function != quickStartReport {
			return off
		}
		return off + 6
	case ipv6OptionDuplicates:
		l.duplicateDetection(off, n)
	case ipv6OptionIOAM:
		return l.ioam(off, n)
	case ipv6OptionTPF:
		l.uint(ipv6OptTpfInformation, off, 4)
		return off + 4
	case ipv6OptionRPL:
		l.uint(ipv6OptRplFlag, off, 1)
		l.flag(ipv6OptRplFlagO, off, 1, 0x80)
		l.flag(ipv6OptRplFlagR, off, 1, 0x40)
		l.flag(ipv6OptRplFlagF, off, 1, 0x20)
		l.part(ipv6OptRplFlagRsv, off, 1, 0x1f)
		l.uint(ipv6OptRplInstanceID, off+1, 1)
		l.uint(ipv6OptRplSenderRank, off+2, 2)
		return off + 4
	case ipv6OptionMPL:
		l.uint(ipv6OptMplFlag, off, 1)
		seed := l.part(ipv6OptMplFlagS, off, 1, 0xc0)
		l.flag(ipv6OptMplFlagM, off, 1, 0x20)
		l.flag(ipv6OptMplFlagV, off, 1, 0x10)
		l.part(ipv6OptMplFlagRsv, off, 1, 0x0f)
		l.uint(ipv6OptMplSequence, off+1, 1)
		size := [4]int{0, 2, 8, 16}[seed]
		if size > 0 {
			l.bytes(ipv6OptMplSeedID, off+2, size)
		}
		return off + 2 + size
	case ipv6OptionILNPNonce:
		l.bytes(ipv6OptIlnpNonce, off, n)
	case ipv6OptionLine:
		size := int(l.uint(ipv6OptLioLength, off, 1))
		l.padded(ipv6OptLioLineID, off+1, size)
		return off + 1 + size
	case ipv6OptionDFF:
		l.uint(ipv6OptDffFlags, off, 1)
		l.part(ipv6OptDffFlagVer, off, 1, 0xc0)
		l.flag(ipv6OptDffFlagDup, off, 1, 0x20)
		l.flag(ipv6OptDffFlagRet, off, 1, 0x10)
		l.part(ipv6OptDffFlagRsv, off, 1, 0x0f)
		l.uint(ipv6OptDffSequenceNumber, off+1, 2)
		return off + 3
	default:
		id := ipv6OptUnknown
		if kind&0x1f == 0x1e {
			id = ipv6OptExperimental
		}
		l.bytes(id, off, n)
		if id == ipv6OptUnknown {
			l.expert(ipv6OptUnknownDataExpert)
		}
	}
	return off + n
}

var ipv6QuickStart = quickStartFields{ipv6OptQsFunc, ipv6OptQsRate, ipv6OptQsTTL, ipv6OptQsTTLDiff, ipv6OptQsUnused, ipv6OptQsNonce, ipv6OptQsReserved}

// duplicateDetection dissects what tells copies of a multicast packet apart (RFC 6621
// Section 6.1): an identifier, or what makes a hash of the packet unlike others.
func (l *layer) duplicateDetection(off, n int) {
	if l.flag(ipv6OptSmfDpdHashBit, off, 1, 0x80) {
		l.bytes(ipv6OptSmfDpdHav, off, n)
		return
	}
	kind := l.part(ipv6OptSmfDpdTidType, off, 1, 0x70)
	size := int(l.part(ipv6OptSmfDpdTidLen, off, 1, 0x0f)) + 1
	at := off + 1
	if kind != 0 {
		l.bytes(ipv6OptSmfDpdTaggerID, at, size)
		at += size
	}
	if at < off+n {
		l.bytes(ipv6OptSmfDpdIdent, at, off+n-at)
	}
}
