package packet

// What an option of in-situ operations, administration and maintenance may be (RFC
// 9197 Section 4, RFC 9486).
const (
	ioamPreallocated = 0
	ioamIncremental  = 1
)

// ioam dissects such an option: a trace, of which each node is told in as many words
// as the type of the trace asks for. It returns where that ends.
func (l *layer) ioam(off, n int) (end int) {
	behindLength := len(l.d.fields)
	misfit := func() {
		l.early(behindLength, func() { l.expertf(ipv6OptInvalidLen, "%s (%d bytes)", ioamLength, n) })
	}
	l.uint(ipv6OptIoamRsv, off, 1)
	kind := l.uint(ipv6OptIoamOptType, off+1, 1)
	if kind != ioamPreallocated && kind != ioamIncremental {
		return off + 2
	}
	if n < 10 {
		misfit()
	}
	l.uint(ipv6OptIoamTraceNs, off+2, 2)
	words := int(l.part(ipv6OptIoamTraceNodelen, off+4, 1, 0xf8))
	if words == 0 {
		l.expert(ipv6OptIoamTraceInvalidNodelen)
	}
	l.part(ipv6OptIoamTraceFlags, off+4, 2, 0x0780)
	l.flag(ipv6OptIoamTraceFlagO, off+4, 2, 0x0400)
	l.flag(ipv6OptIoamTraceFlagL, off+4, 2, 0x0200)
	l.flag(ipv6OptIoamTraceFlagA, off+4, 2, 0x0100)
	l.flag(ipv6OptIoamTraceFlagRsv, off+4, 2, 0x0080)
	free := int(l.part(ipv6OptIoamTraceRemlen, off+5, 1, 0x7f)) * 4
	at, limit := off+10, off+n
	if at+free > limit {
		l.expertNumber(ipv6OptIoamTraceInvalidRemlen, "IOAM RemLen: Invalid length (", uint64(free), " bytes)")
	}
	tells := l.uint(ipv6OptIoamTraceType, off+6, 3)
	for i, id := range ioamBits {
		l.flag(id, off+6, 3, 0x800000>>i)
	}
	l.flag(ipv6OptIoamTraceTypeUndef, off+6, 3, 0x000ffc)
	l.flag(ipv6OptIoamTraceTypeBit22, off+6, 3, ioamSnapshot)
	l.flag(ipv6OptIoamTraceTypeRsv, off+6, 3, 0x000001)
	behindType := len(l.d.fields)
	l.uint(ipv6OptIoamTraceRsv, off+9, 1)
	if words == 0 || at+free > limit || l.over {
		return at
	}
	if free > 0 {
		l.bytes(ipv6OptIoamTraceFreeSpace, at, free)
		at += free
	}
	for at < limit && at+4*words <= limit && !l.over {
		next := l.ioamNode(tells, at)
		if next != at+4*words {
			l.early(behindType, func() { l.expert(ipv6OptIoamTraceInvalidType) })
			return at
		}
		at = next
		if tells&ioamSnapshot == 0 {
			continue
		}
		if at+4 > limit {
			misfit()
			return at
		}
		more := int(l.uint(ipv6OptIoamTraceNodeOssLen, at, 1)) * 4
		l.uint(ipv6OptIoamTraceNodeOssScid, at+1, 3)
		if at += 4; at+more > limit {
			misfit()
			return at
		}
		if more > 0 {
			l.bytes(ipv6OptIoamTraceNodeOssData, at, more)
			at += more
		}
	}
	if at < limit {
		misfit()
	}
	return at
}

const ioamSnapshot = 0x000002

var ioamBits = [...]FieldID{
	ipv6OptIoamTraceTypeBit0, ipv6OptIoamTraceTypeBit1, ipv6OptIoamTraceTypeBit2, ipv6OptIoamTraceTypeBit3,
	ipv6OptIoamTraceTypeBit4, ipv6OptIoamTraceTypeBit5, ipv6OptIoamTraceTypeBit6, ipv6OptIoamTraceTypeBit7,
	ipv6OptIoamTraceTypeBit8, ipv6OptIoamTraceTypeBit9, ipv6OptIoamTraceTypeBit10, ipv6OptIoamTraceTypeBit11,
}

// ioamNode dissects what one node has told, and returns where it ends.
func (l *layer) ioamNode(tells uint64, at int) int {
	for bit := range 22 {
		if tells&(0x800000>>bit) == 0 {
			continue
		}
		switch bit {
		case 0:
			l.uint(ipv6OptIoamTraceNodeHlim, at, 1)
			l.uint(ipv6OptIoamTraceNodeID, at+1, 3)
		case 1:
			l.uint(ipv6OptIoamTraceNodeIif, at, 2)
			l.uint(ipv6OptIoamTraceNodeEif, at+2, 2)
		case 8:
			l.uint(ipv6OptIoamTraceNodeHlim, at, 1)
			l.uint(ipv6OptIoamTraceNodeIDWide, at+1, 7)
			at += 4
		case 9:
			l.uint(ipv6OptIoamTraceNodeIifWide, at, 4)
			l.uint(ipv6OptIoamTraceNodeEifWide, at+4, 4)
			at += 4
		case 10:
			l.uint(ipv6OptIoamTraceNodeNsdataWide, at, 8)
			at += 4
		default:
			l.uint(ioamWord(bit), at, 4)
		}
		at += 4
	}
	return at
}

// ioamWord is the field of one word that a bit of the type asks for.
func ioamWord(bit int) FieldID {
	switch bit {
	case 2:
		return ipv6OptIoamTraceNodeTss
	case 3:
		return ipv6OptIoamTraceNodeTsf
	case 4:
		return ipv6OptIoamTraceNodeTrdelay
	case 5:
		return ipv6OptIoamTraceNodeNsdata
	case 6:
		return ipv6OptIoamTraceNodeQdepth
	case 7:
		return ipv6OptIoamTraceNodeCsum
	case 11:
		return ipv6OptIoamTraceNodeBufoccup
	}
	return ipv6OptIoamTraceNodeUndefined
}
