package packet

// TCP option kinds.
const (
	tcpOptionEOL       = 0
	tcpOptionNOP       = 1
	tcpOptionMSS       = 2
	tcpOptionScale     = 3
	tcpOptionSACKOK    = 4
	tcpOptionSACK      = 5
	tcpOptionTimestamp = 8
	tcpOptionMD5       = 19
)

// tcpOptions dissects the options in octets off to end.
func (l *layer) tcpOptions(off, end int, flags uint64, this, that *tcpEnd) {
	l.bytes(tcpOptions, off, min(end, len(l.v.b))-off)
	for off < end && !l.over {
		kind := l.number(off, 1)
		switch kind {
		case tcpOptionEOL, tcpOptionNOP:
			if kind == tcpOptionEOL {
				l.section(tcpOptionsEol, off, 1)
			} else {
				l.section(tcpOptionsNop, off, 1)
			}
			l.uint(tcpOptionKind, off, 1)
			off++
			if kind == tcpOptionEOL {
				off = end
			}
			continue
		}
		n := int(l.number(off+1, 1))
		if l.over || n < 2 || off+n > end {
			break
		}
		l.tcpOption(kind, off, n, this, that)
		if kind == tcpOptionScale && n == 3 && flags&tcpSYN != 0 && !l.d.quoted {
			this.scale = int8(min(l.number(off+2, 1), 14))
		}
		off += n
	}
}

func (l *layer) tcpOption(kind uint64, off, n int, this, that *tcpEnd) {
	head := func(id FieldID) {
		l.section(id, off, min(n, len(l.v.b)-off))
		l.uint(tcpOptionKind, off, 1)
		l.uint(tcpOptionLen, off+1, 1)
	}
	switch {
	case kind == tcpOptionMSS && n == 4:
		head(tcpOptionsMss)
		l.uint(tcpOptionsMssVal, off+2, 2)
	case kind == tcpOptionScale && n == 3:
		head(tcpOptionsWscale)
		shift := l.uint(tcpOptionsWscaleShift, off+2, 1)
		l.computed(tcpOptionsWscaleMultiplier, off+2, 1, 1<<min(shift, 14))
	case kind == tcpOptionSACKOK && n == 2:
		head(tcpOptionsSackPerm)
	case kind == tcpOptionSACK && n >= 10 && n%8 == 2:
		head(tcpOptionsSack)
		this.flow.sacked = 0
		for at := off + 2; at < off+n; at += 8 {
			left, right := uint32(l.number(at, 4)), uint32(l.number(at+4, 4))
			l.computed(tcpOptionsSackLe, at, 4, uint64(left-that.base))
			l.computed(tcpOptionsSackRe, at+4, 4, uint64(right-that.base))
			if at < off+2+8*maxSacks && !l.d.quoted {
				this.flow.sacked += right - left
			}
		}
		l.computed(tcpOptionsSackCount, off, 0, uint64(n/8))
	case kind == tcpOptionTimestamp && n == 10:
		head(tcpOptionsTimestamp)
		l.uint(tcpOptionsTimestampTsval, off+2, 4)
		l.uint(tcpOptionsTimestampTsecr, off+6, 4)
	case kind == tcpOptionMD5 && n == 18:
		head(tcpOptionsMd5)
		l.bytes(tcpOptionsMd5Digest, off+2, 16)
	default:
		head(tcpOptionsUnknown)
		if n > 2 {
			l.bytes(tcpOptionsUnknownPayload, off+2, n-2)
		}
	}
}
