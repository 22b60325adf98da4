package packet

// TCP option kinds.
const (
	tcpOptionEOL        = 0
	tcpOptionNOP        = 1
	tcpOptionMSS        = 2
	tcpOptionScale      = 3
	tcpOptionSACKOK     = 4
	tcpOptionSACK       = 5
	tcpOptionEcho       = 6
	tcpOptionEchoReply  = 7
	tcpOptionTimestamp  = 8
	tcpOptionCC         = 11
	tcpOptionCCEcho     = 13
	tcpOptionMD5        = 19
	tcpOptionQuickStart = 27
	tcpOptionTimeout    = 28
	tcpOptionAO         = 29
	tcpOptionMultipath  = 30
	tcpOptionFastOpen   = 34
	tcpOptionAccECN0    = 172
	tcpOptionAccECN1    = 174
	tcpOptionTrial1     = 253
	tcpOptionTrial2     = 254
)

// tcpTrialFastOpen is the experiment that became Fast Open.
const tcpTrialFastOpen = 0xf989

// tcpOptions dissects the options in octets off to end. s is nil where nothing of the
// connection need be known.
func (l *layer) tcpOptions(off, end int, flags uint64, s *tcpStream, this, that *tcpEnd) {
	l.bytes(tcpOptions, off, min(end, len(l.v.b))-off)
	sized := false
	var nops nops
	for off < end && !l.over {
		kind := l.number(off, 1)
		switch kind {
		case tcpOptionEOL, tcpOptionNOP:
			if kind == tcpOptionEOL {
				l.section(tcpOptionsEol, off, 1)
			} else {
				if nops.more(off) {
					l.expert(tcpNop)
				}
				l.section(tcpOptionsNop, off, 1)
			}
			l.uint(tcpOptionKind, off, 1)
			off++
			if kind == tcpOptionEOL && off < end && l.number(off, 1) != 0 {
				l.expertWords(tcpNonZeroBytesAfterEol, "Non-zero header padding")
				return
			}
			continue
		}
		n, ok := l.optionLength(off, end, kind, tcpOptionLenInvalid, tcpOptionTitles)
		if !ok {
			return
		}
		l.tcpOption(kind, off, n, s, this, that)
		switch {
		case kind == tcpOptionMSS:
			sized = true
		case kind == tcpOptionScale && n == 3 && flags&tcpSYN != 0 && !l.d.quoted:
			this.scale = int8(min(l.number(off+2, 1), 14))
		}
		off += n
	}
	if flags&tcpSYN != 0 && !sized {
		l.expert(tcpOptionsMssAbsent)
	}
}

func (l *layer) tcpOption(kind uint64, off, n int, s *tcpStream, this, that *tcpEnd) {
	// head begins an option, and tells whether it is as long as it is to be; 0 if it may
	// have any length
	head := func(id FieldID, want int) bool {
		l.section(id, off, min(n, len(l.v.b)-off))
		l.uint(tcpOptionKind, off, 1)
		l.uint(tcpOptionLen, off+1, 1)
		if id == tcpOptionsMss && l.number(13, 1)&tcpSYN == 0 {
			l.expert(tcpOptionsMssPresent)
		}
		if want == 0 || n == want {
			return true
		}
		l.expertNumber(tcpOptionLenInvalid, "option length should be ", uint64(want), "")
		return false
	}
	switch {
	case kind == tcpOptionMSS:
		if head(tcpOptionsMss, 4) {
			l.uint(tcpOptionsMssVal, off+2, 2)
		}
	case kind == tcpOptionScale:
		if head(tcpOptionsWscale, 3) {
			shift := l.uint(tcpOptionsWscaleShift, off+2, 1)
			l.computed(tcpOptionsWscaleMultiplier, off+2, 1, 1<<min(shift, 14))
			if shift > 14 {
				l.expert(tcpOptionsWscaleShiftInvalid)
			}
		}
	case kind == tcpOptionSACKOK:
		head(tcpOptionsSackPerm, 2)
	case kind == tcpOptionSACK:
		head(tcpOptionsSack, 0)
		l.selective(off+2, off+n, this, that)
	case kind == tcpOptionEcho, kind == tcpOptionEchoReply:
		if head(tcpOptionsEcho, 6) {
			l.uint(tcpOptionsEchoValue, off+2, 4)
		}
	case kind == tcpOptionTimestamp:
		if head(tcpOptionsTimestamp, 10) {
			l.uint(tcpOptionsTimestampTsval, off+2, 4)
			l.uint(tcpOptionsTimestampTsecr, off+6, 4)
		}
	case kind >= tcpOptionCC && kind <= tcpOptionCCEcho:
		if head(tcpOptionsCc, 6) {
			l.uint(tcpOptionsCcValue, off+2, 4)
		}
	case kind == tcpOptionMD5:
		if head(tcpOptionsMd5, 18) {
			l.bytes(tcpOptionsMd5Digest, off+2, 16)
		}
	case kind == tcpOptionQuickStart:
		if head(tcpOptionsQs, 8) {
			l.part(tcpOptionsQsRate, off+2, 1, 0x0f)
			l.uint(tcpOptionsQsTTLDiff, off+3, 1)
		}
	case kind == tcpOptionTimeout:
		if head(tcpOptionsUserTo, 4) {
			l.flag(tcpOptionsUserToGranularity, off+2, 2, 0x8000)
			l.part(tcpOptionsUserToVal, off+2, 2, 0x7fff)
		}
	case kind == tcpOptionAO:
		head(tcpOptionsAo, 0)
		if n < 4 {
			l.expertWords(tcpOptionLenInvalid, "option length should be >= than 4")
			return
		}
		l.uint(tcpOptionsAoKeyid, off+2, 1)
		l.uint(tcpOptionsAoRnextkeyid, off+3, 1)
		if n > 4 {
			l.bytes(tcpOptionsAoMac, off+4, n-4)
		}
	case kind == tcpOptionMultipath:
		l.mptcp(off, n, s, this)
	case kind == tcpOptionFastOpen:
		head(tcpOptionsTfo, 0)
		l.fastOpen(off, 2, n, this)
	case kind == tcpOptionAccECN0:
		head(tcpOptionsAccEcn, 0)
		l.counters(off+2, off+n, tcpOptionsAccEcnEe0b, tcpOptionsAccEcnEceb, tcpOptionsAccEcnEe1b)
	case kind == tcpOptionAccECN1:
		head(tcpOptionsAccEcn, 0)
		l.counters(off+2, off+n, tcpOptionsAccEcnEe1b, tcpOptionsAccEcnEceb, tcpOptionsAccEcnEe0b)
	case kind == tcpOptionTrial1, kind == tcpOptionTrial2:
		head(tcpOptionsExperimental, 0)
		if n < 4 {
			l.expertf(tcpOptionLenInvalid, "option length %d smaller than 4", n)
			return
		}
		if l.uint(tcpOptionsExperimentalExid, off+2, 2) == tcpTrialFastOpen {
			l.fastOpen(off, 4, n, this)
		} else if n > 4 {
			l.bytes(tcpOptionsExperimentalData, off+4, n-4)
		}
	default:
		head(tcpOptionsUnknown, 0)
		if n > 2 {
			l.bytes(tcpOptionsUnknownPayload, off+2, n-2)
		}
	}
}

// selective adds the blocks of a SACK option, of which the first may tell of octets
// that came twice (RFC 2883 Section 4): those that are acknowledged already, or that
// the second holds too.
func (l *layer) selective(off, end int, this, that *tcpEnd) {
	if l.d.scouts && l.d.ofStreams { // what the blocks count from is not known
		l.d.recalled = true
	}
	this.flow.sacked = 0
	var first, second [2]uint32
	blocks := (end - off) / 8
	for at := off; at < end; at += 8 {
		if end-at < 4 {
			l.expert(tcpSuboptionMalformed)
			break
		}
		left := uint32(l.number(at, 4))
		l.computed(tcpOptionsSackLe, at, 4, uint64(left-that.base))
		if end-at < 8 {
			l.expert(tcpSuboptionMalformed)
			break
		}
		right := uint32(l.number(at+4, 4))
		l.computed(tcpOptionsSackRe, at+4, 4, uint64(right-that.base))
		if at < off+8*maxSacks && !l.d.quoted {
			this.flow.sacked += right - left
		}
		switch at {
		case off:
			first = [2]uint32{left, right}
		case off + 8:
			second = [2]uint32{left, right}
		}
	}
	l.computed(tcpOptionsSackCount, off, 0, uint64(blocks))
	if blocks == 0 { // of which Wireshark reads the first nevertheless
		l.broken()
		return
	}
	ack := uint32(l.number(8, 4)) // where it is none, Wireshark compares what stands there
	if l.number(13, 1)&tcpACK != 0 {
		ack -= that.base
	}
	acked := int32(first[1]-that.base-ack) <= 0
	within := blocks > 1 && int32(first[0]-second[0]) >= 0 && int32(second[1]-first[1]) >= 0
	if acked || within {
		l.expert(tcpOptionsSackDsack)
		l.computed(tcpOptionsSackDsackLe, off, 4, uint64(first[0]-that.base))
		l.computed(tcpOptionsSackDsackRe, off+4, 4, uint64(first[1]-that.base))
	}
}

// fastOpen adds the cookie in an option of n octets (RFC 7413 Section 4.1.1), which
// begins behind its head; none asks for one. With it, a SYN may carry data.
func (l *layer) fastOpen(off, head, n int, this *tcpEnd) {
	if n == head {
		l.none(tcpOptionsTfoRequest, off, n)
		return
	}
	l.bytes(tcpOptionsTfoCookie, off+head, n-head)
	if l.number(13, 1)&(tcpSYN|tcpACK) != tcpSYN {
		return
	}
	l.expert(tcpAnalysisTfoSyn)
	if header := int(l.number(12, 1)>>4) * 4; l.v.want() > header && !l.d.quoted {
		this.early = true
	}
}

// earlyData adds whether a SYN-ACK confirms the data of the SYN (RFC 7413 Section 4.2.2).
func (l *layer) earlyData(ack uint32, that *tcpEnd) {
	switch {
	case ack-that.base > 1:
		l.expert(tcpAnalysisTfoAck)
	case that.early:
		l.expert(tcpAnalysisTfoIgnored)
	}
}

// counters adds those of Accurate ECN that there is room for, three octets each.
func (l *layer) counters(off, end int, ids ...FieldID) {
	for _, id := range ids {
		if off+3 <= end {
			l.uint(id, off, 3)
		}
		off += 3
	}
}
