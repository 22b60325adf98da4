package packet

// Subtypes of the option of Multipath TCP.
const (
	mptcpCapable    = 0
	mptcpJoin       = 1
	mptcpSignal     = 2
	mptcpAddAddress = 3
	mptcpRemove     = 4
	mptcpPriority   = 5
	mptcpFail       = 6
	mptcpFastClose  = 7
	mptcpReset      = 8
)

// mptcp dissects an option of n octets of Multipath TCP (RFC 8684), which Wireshark
// takes for a protocol inside TCP.
func (l *layer) mptcp(off, n int, s *tcpStream, this *tcpEnd) {
	if !l.d.enter("mptcp") {
		return
	}
	o := mptcpOption{layer: layer{d: l.d, v: l.v.from(off).first(n)}}
	if s != nil {
		if s.subflow == nil {
			s.subflow = new(subflow)
		}
		o.flow, o.stream = s.subflow, s.index
		o.flow.found, o.flow.from = true, 0
		if this == &s.ends[1] {
			o.flow.from = 1
		}
	}
	o.multipath(n)
	l.over = o.over
	l.d.depth-- // what TCP carries is not inside it
}

// mptcpOption is an option, and what is known of the connection that it stands in.
type mptcpOption struct {
	layer
	flow   *subflow // nil where nothing need be known
	stream uint32   // the TCP stream
}

func (l *mptcpOption) multipath(n int) {
	l.section(tcpMptcp, 0, n)
	l.uint(tcpOptionKind, 0, 1)
	l.uint(tcpOptionLen, 1, 1)
	kind := l.part(tcpMptcpSubtype, 2, 1, 0xf0)
	if f := l.flow; f != nil && !l.over {
		if kind <= mptcpFastClose {
			f.said |= 1 << kind
		}
		if f.of == nil && (kind > mptcpJoin || kind == mptcpJoin && n != 12) {
			f.begin(l.d)
		}
	}
	switch kind {
	case mptcpCapable:
		l.mptcpCapable(n)
	case mptcpJoin:
		l.mptcpJoin(n)
	case mptcpSignal:
		l.mptcpSignal(n)
	case mptcpAddAddress:
		l.mptcpAddress(n)
	case mptcpRemove:
		l.computed(tcpMptcpRmAddrCount, 2, 1, uint64(n-3))
		for at := 3; at < n; at++ {
			l.uint(tcpMptcpAddrid, at, 1)
		}
	case mptcpPriority:
		l.uint(tcpMptcpFlags, 2, 1)
		l.part(tcpMptcpBackupFlag, 2, 1, 0x01)
		if n == 4 {
			l.uint(tcpMptcpAddrid, 3, 1)
		}
	case mptcpFail:
		l.part(tcpMptcpReserved, 2, 2, 0x0fff)
		l.uint(tcpMptcpRawdataseqno, 4, 8)
	case mptcpFastClose:
		l.part(tcpMptcpReserved, 2, 2, 0x0fff)
		l.uint(tcpMptcpRecvkey, 4, 8)
	case mptcpReset:
		l.uint(tcpMptcpFlags, 2, 1)
		for i, id := range [...]FieldID{tcpMptcpFlagUFlag, tcpMptcpFlagVFlag, tcpMptcpFlagWFlag, tcpMptcpFlagTFlag} {
			l.flag(id, 2, 1, 8>>i)
		}
		l.uint(tcpMptcpRstReason, 3, 1)
	}
}

// mptcpCapable opens a connection (RFC 8684 Section 3.1): a SYN says that it can, with
// keys from then on.
func (l *mptcpOption) mptcpCapable(n int) {
	version := l.part(tcpMptcpVersion, 2, 1, 0x0f)
	flags := l.uint(tcpMptcpFlags, 3, 1)
	l.part(tcpMptcpChecksumreqFlags, 3, 1, 0x80)
	l.part(tcpMptcpExtensibilityFlag, 3, 1, 0x40)
	if version != 1 {
		l.part(tcpMptcpSha1Flag, 3, 1, 0x01)
		l.part(tcpMptcpReservedFlag, 3, 1, 0x3e)
	} else {
		l.part(tcpMptcpNomoresubflowsFlag, 3, 1, 0x20)
		l.part(tcpMptcpSha256Flag, 3, 1, 0x01)
		l.part(tcpMptcpReservedFlag, 3, 1, 0x1e)
	}
	if flags&0x3f == 0 {
		l.expert(tcpMptcpConnectionMissingAlgorithm)
	}
	if flags&0x3f != 0x01 {
		l.expert(tcpMptcpConnectionUnsupportedAlgorithm)
	}
	switch n {
	case 12, 20, 22, 24:
		key := l.uint(tcpMptcpSendkey, 4, 8)
		if f := l.flow; f != nil && !l.over {
			if !f.unlock(l.d, l.stream, f.from, version, key) {
				l.over = true
				return
			}
			f.of.agree(l.stream)
			l.computed(tcpMptcpExpectedToken, 0, 0, uint64(f.ways[f.from].token))
			l.computed(tcpMptcpExpectedIdsn, 0, 0, f.ways[f.from].first)
		}
	}
	switch n {
	case 20, 22, 24:
		key := l.uint(tcpMptcpRecvkey, 12, 8)
		if f := l.flow; f != nil && !l.over {
			switch w := f.ways[1-f.from]; {
			case w == nil || !w.counts:
				l.over = !f.unlock(l.d, l.stream, 1-f.from, version, key)
			case w.key != key:
				l.expert(tcpMptcpConnectionEchoedKeyMismatch)
			}
		}
	}
	switch n {
	case 22, 24:
		if l.uint(tcpMptcpDatalvllen, 20, 2) == 0 {
			l.expert(tcpMptcpDssInfiniteMapping)
		}
	}
	if n == 24 {
		l.uint(tcpMptcpChecksum, 22, 2)
	}
}

// mptcpJoin adds a subflow to a connection (RFC 8684 Section 3.2). How long it is
// tells the SYN, the SYN-ACK and the ACK apart.
func (l *mptcpOption) mptcpJoin(n int) {
	switch n {
	case 12, 16:
		l.uint(tcpMptcpFlags, 2, 1)
		l.part(tcpMptcpBackupFlag, 2, 1, 0x01)
		l.uint(tcpMptcpAddrid, 3, 1)
		if n == 12 {
			l.joins(uint32(l.uint(tcpMptcpRecvtok, 4, 4)))
			l.uint(tcpMptcpSendrand, 8, 4)
		} else {
			l.uint(tcpMptcpSendtrunchmac, 4, 8)
			l.uint(tcpMptcpSendrand, 12, 4)
		}
	case 24:
		l.part(tcpMptcpReserved, 2, 2, 0x0fff)
		l.bytes(tcpMptcpSendhmac, 4, 20)
	}
}

// joins finds the connection that a subflow joins, by what names what the other end
// sends. Where it has agreed on version 1, the end that answers has told its key first.
func (l *mptcpOption) joins(token uint32) {
	f := l.flow
	if f == nil || l.over {
		return
	}
	if !f.claim(l.d, l.stream, 1-f.from, token) {
		l.over = true
		return
	}
	if f.ways[f.from].version == 1 {
		f.ways[0], f.ways[1] = f.ways[1], f.ways[0]
	}
}

// counted adds a data sequence number, or one that is acknowledged, as the end counts
// that sends the data.
func (l *mptcpOption) counted(id FieldID, acknowledges bool, n uint64, long bool) {
	f := l.flow
	if f == nil || l.over {
		return
	}
	w := f.ways[f.from]
	if acknowledges {
		w = f.ways[1-f.from]
	}
	if w.counts {
		l.computed(id, 0, 0, w.since(n, long))
	}
}

// mptcpSignal maps octets of the subflow to those of the connection, and confirms
// such octets (RFC 8684 Section 3.3).
func (l *mptcpOption) mptcpSignal(n int) {
	flags := l.uint(tcpMptcpFlags, 3, 1)
	l.part(tcpMptcpDatafinFlag, 3, 1, 0x10)
	l.part(tcpMptcpDseqn8Flag, 3, 1, 0x08)
	l.part(tcpMptcpDseqnpresentFlag, 3, 1, 0x04)
	l.part(tcpMptcpDataack8Flag, 3, 1, 0x02)
	l.part(tcpMptcpDataackpresentFlag, 3, 1, 0x01)
	at := 4
	number := func(id FieldID, long bool) uint64 {
		octets := 4
		if long {
			octets = 8
		}
		at += octets
		return l.uint(id, at-octets, octets)
	}
	longAck := flags&0x02 != 0
	if flags&0x01 != 0 {
		l.counted(tcpMptcpAck, true, number(tcpMptcpRawdataack, longAck), longAck)
	}
	if flags&0x04 == 0 {
		return
	}
	first := number(tcpMptcpRawdataseqno, flags&0x08 != 0)
	if f := l.flow; f != nil && !l.over && flags&0x08 != 0 {
		f.ways[f.from].counts = true
	}
	l.uint(tcpMptcpSubflowseqno, at, 4)
	if l.uint(tcpMptcpDatalvllen, at+4, 2) == 0 {
		l.expert(tcpMptcpDssInfiniteMapping)
	}
	l.counted(tcpMptcpDssDsn, false, first, longAck) // as long as Wireshark takes it for
	if n >= at+10 {
		l.uint(tcpMptcpChecksum, at+6, 2)
	}
}

// mptcpAddress tells of another address of the host (RFC 8684 Section 3.4.1). How
// long it is tells the family, and whether there is a port. What was the version of
// IP in RFC 6824 is a flag since.
func (l *mptcpOption) mptcpAddress(n int) {
	if before := l.number(2, 1) & 0x0f; before == 4 || before == 6 {
		l.part(tcpMptcpIpver, 2, 1, 0x0f)
	} else {
		l.part(tcpMptcpEcho, 2, 1, 0x01)
	}
	l.uint(tcpMptcpAddrid, 3, 1)
	at := 4
	switch n {
	case 8, 10, 16, 18:
		l.ipv4(tcpMptcpIpv4, at)
		at += 4
	case 20, 22, 28, 30:
		l.ipv6(tcpMptcpIpv6, at)
		at += 16
	}
	switch n {
	case 10, 18, 22, 30:
		l.uint(tcpMptcpPort, at, 2)
		at += 2
	}
	switch n {
	case 16, 18, 28, 30:
		l.uint(tcpMptcpAddaddrtrunchmac, at, 8)
	}
}
