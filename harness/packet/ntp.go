package packet

import (
	"time"
)

// The modes of NTP (RFC 5905 Section 3) that are treated on their own.
const (
	ntpClient  = 3
	ntpServer  = 4
	ntpControl = 6
	ntpPrivate = 7
)

const (
	ntpHeader       = 48 // octets before extension fields and the authenticator
	ntpMinExtension = 16 // RFC 7822 Section 3
	ntpMinMAC       = 20 // of an authenticator behind an extension field, with its key's identifier
)

// ntp dissects a message of NTP (RFC 5905). The key names the conversation.
func (d *Dissector) ntp(v view, k questionKey) {
	if !d.enter("ntp") || len(v.b) == 0 {
		return
	}
	m := ntpMessage{layer: layer{d: d, v: v}, key: k}
	m.section(ntpLayer, 0, len(v.b))
	m.uint(ntpFlags, 0, 1)
	switch mode := m.number(0, 1) & 7; mode {
	case ntpControl:
		m.part(ntpFlagsLi, 0, 1, 0xc0)
		m.part(ntpFlagsVn, 0, 1, 0x38)
		m.part(ntpFlagsMode, 0, 1, 0x07)
		m.control()
	case ntpPrivate:
		m.part(ntpPrivFlagsR, 0, 1, 0x80)
		m.part(ntpPrivFlagsMore, 0, 1, 0x40)
		m.part(ntpFlagsVn, 0, 1, 0x38)
		m.part(ntpFlagsMode, 0, 1, 0x07)
		m.private()
	default:
		m.part(ntpFlagsLi, 0, 1, 0xc0)
		m.part(ntpFlagsVn, 0, 1, 0x38)
		m.part(ntpFlagsMode, 0, 1, 0x07)
		m.standard(mode)
	}
}

type ntpMessage struct {
	layer
	key questionKey
}

// standard dissects a message that carries time.
func (m *ntpMessage) standard(mode uint64) {
	if mode == ntpClient || mode == ntpServer {
		m.relate(ntpClient<<16, mode == ntpServer, true)
	}
	m.uint(ntpStratum, 1, 1)
	m.uint(ntpPpoll, 2, 1)
	m.uint(ntpPrecision, 3, 1)
	m.uint(ntpRootdelay, 4, 4)
	m.uint(ntpRootdispersion, 8, 4)
	m.bytes(ntpRefid, 12, 4)
	m.moment(ntpReftime, 16)
	m.moment(ntpOrg, 24)
	m.moment(ntpRec, 32)
	m.moment(ntpXmt, 40)
	off := ntpHeader
	for m.v.want()-off >= ntpMinExtension && !m.over {
		n := int(m.number(off+2, 2))
		after := m.v.want() - off - n
		cut := after >= 0 && off+n > len(m.v.b)
		if n < ntpMinExtension || !cut && (n%4 != 0 || after != 0 && after < ntpMinMAC) {
			break
		}
		m.none(ntpExt, off, min(n, len(m.v.b)-off))
		m.uint(ntpExtType, off, 2)
		m.uint(ntpExtLength, off+2, 2)
		m.bytes(ntpExtValue, off+4, n-4)
		off += n
	}
	m.authenticator(off)
}

// authenticator dissects a key's identifier and what was computed with the key.
func (m *ntpMessage) authenticator(off int) {
	if m.v.want()-off < 4 {
		return
	}
	m.bytes(ntpKeyid, off, 4)
	if n := m.v.want() - off - 4; n > 0 {
		m.bytes(ntpMac, off+4, n)
	}
}

// The time from the era in which NTP counts to 1970, in seconds. Of the era that
// began in 1900 the later half is meant, of the one that began in 2036 the earlier
// (RFC 4330 Section 3).
const (
	ntpFirstEra  = -2208988800
	ntpSecondEra = 2085978496
)

// moment adds a timestamp of 64 bits. Less than a nanosecond is none.
func (m *ntpMessage) moment(id FieldID, off int) {
	u := m.number(off, 8)
	if m.over {
		return
	}
	seconds, nanoseconds := int64(u>>32), int64(u&0xffffffff*1e9>>32)
	switch {
	case seconds&0x80000000 != 0:
		seconds += ntpFirstEra
	case seconds != 0 || nanoseconds != 0:
		seconds += ntpSecondEra
	}
	m.put(id, off, 8, TimeValue(time.Unix(seconds, nanoseconds)))
}

// relate joins a response to the last request of its kind in the conversation, as
// Wireshark does: not by the times in them, and only in its second pass.
func (m *ntpMessage) relate(kind uint32, response, once bool) {
	d := m.d
	if !d.o.Backfill || d.quoted {
		return
	}
	m.key.id = kind
	if !response {
		d.recall().clocks.put(m.key, question{asked: d.sight()}, maxQuestions)
		return
	}
	q, ok := d.recall().clocks.find(m.key, maxQuestions)
	if !ok || once && q.answered.seen {
		return
	}
	m.computed(ntpRequestIn, 0, 0, q.asked.number)
	m.put(ntpDeltaTime, 0, 0, DurationValue(d.f.Time.Sub(q.asked.time)))
	if !q.answered.seen {
		d.backfill(q.asked, ntpResponseIn)
		q.answered = d.sight()
		d.recall().clocks.put(m.key, q, maxQuestions)
	}
}

// The operations of control messages (RFC 9327 Section 2).
const (
	ntpReadStatus    = 1
	ntpReadVariables = 2
	ntpWriteVariable = 3
	ntpReadClock     = 4
	ntpWriteClock    = 5
	ntpTrap          = 7
	ntpConfigure     = 8
	ntpSaveConfig    = 9
	ntpReadMRU       = 10
	ntpReadOrdered   = 11
	ntpRequestNonce  = 12
)

const ntpControlHeader = 12

// control dissects a message of mode 6 (RFC 9327).
func (m *ntpMessage) control() {
	m.uint(ntpCtrlFlags2, 1, 1)
	response := m.part(ntpCtrlFlags2R, 1, 1, 0x80) != 0
	failed := m.part(ntpCtrlFlags2Error, 1, 1, 0x40) != 0
	m.part(ntpCtrlFlags2More, 1, 1, 0x20)
	operation := m.part(ntpCtrlFlags2Opcode, 1, 1, 0x1f)
	sequence := m.uint(ntpCtrlSequence, 2, 2)
	if m.over {
		return
	}
	m.relate(ntpControl<<16|uint32(sequence), response, false)
	association := m.number(6, 2)
	m.uint(ntpCtrlStatus, 4, 2)
	switch {
	case !response:
	case failed:
		m.part(ntpCtrlErrStatus, 4, 2, 0xff00)
	case operation == ntpReadClock || operation == ntpWriteClock:
		m.part(ntpCtrlClockStatusStatus, 4, 2, 0xff00)
		m.part(ntpCtrlClockStatusCode, 4, 2, 0x00ff)
	case operation != ntpReadStatus && operation != ntpReadVariables && operation != ntpWriteVariable && operation != ntpTrap:
	case association == 0:
		m.part(ntpCtrlSysStatusLi, 4, 2, 0xc000)
		m.part(ntpCtrlSysStatusClksrc, 4, 2, 0x3f00)
		m.part(ntpCtrlSysStatusCount, 4, 2, 0x00f0)
		m.part(ntpCtrlSysStatusCode, 4, 2, 0x000f)
	default:
		m.peer(4)
	}
	m.uint(ntpCtrlAssocid, 6, 2)
	m.uint(ntpCtrlOffset, 8, 2)
	count := int(m.uint(ntpCtrlCount, 10, 2))
	end := ntpControlHeader
	if count > 0 && !m.over {
		end = m.controlData(operation, association, count)
	}
	if (!response || operation >= ntpConfigure && operation <= ntpRequestNonce) && !m.over {
		m.signature(end)
	}
}

// peer adds the status word of an association.
func (m *ntpMessage) peer(off int) {
	m.flag(ntpCtrlPeerStatusConfig, off, 2, 0x8000)
	m.flag(ntpCtrlPeerStatusAuthenable, off, 2, 0x4000)
	m.flag(ntpCtrlPeerStatusAuthentic, off, 2, 0x2000)
	m.flag(ntpCtrlPeerStatusReach, off, 2, 0x1000)
	m.flag(ntpCtrlPeerStatusBcast, off, 2, 0x0800)
	m.part(ntpCtrlPeerStatusSelection, off, 2, 0x0700)
	m.part(ntpCtrlPeerStatusCount, off, 2, 0x00f0)
	m.part(ntpCtrlPeerStatusCode, off, 2, 0x000f)
}

// controlData dissects what a control message carries, and returns where Wireshark
// looks for the authenticator.
func (m *ntpMessage) controlData(operation, association uint64, count int) int {
	const off = ntpControlHeader
	m.none(ntpCtrlData, off, max(min(count, len(m.v.b)-off), 0))
	if off+count > len(m.v.b) {
		m.doubts(doubtControl)
	}
	if operation != ntpReadStatus && !m.has(off, count) {
		return off
	}
	switch operation {
	case ntpReadStatus:
		if association != 0 {
			return off + count
		}
		for at := off; count%4 != 0 || at < off+count; at += 4 { // Wireshark misses an end that is no multiple
			m.none(ntpCtrlItem, at, max(min(4, len(m.v.b)-at), 0))
			m.uint(ntpCtrlAssocid, at, 2)
			m.uint(ntpCtrlStatus, at+2, 2)
			m.peer(at + 2)
			if m.over {
				break
			}
		}
		return off
	case ntpTrap:
		m.controlText(ntpCtrlTrapmsg, count)
	case ntpConfigure, ntpSaveConfig:
		m.controlText(ntpCtrlConfiguration, count)
	case ntpReadMRU:
		m.controlText(ntpCtrlMru, count)
	case ntpReadOrdered:
		m.controlText(ntpCtrlOrdlist, count)
	case ntpRequestNonce:
		m.controlText(ntpCtrlNonce, count)
	}
	return off + count
}

func (m *ntpMessage) controlText(id FieldID, n int) {
	m.written(id, ntpControlHeader, n, m.d.ascii(m.v.b[ntpControlHeader:ntpControlHeader+n]))
}

// signature dissects the authenticator of a control message, which stands at a
// multiple of 8 octets.
func (m *ntpMessage) signature(off int) {
	at := (off + 7) &^ 7
	if m.v.want() <= at {
		return
	}
	if at > off {
		m.bytes(ntpPadding, off, at-off)
	}
	var kind uint64
	switch m.v.want() - at {
	case 4 + 16:
	case 4 + 20:
		kind = 1
	default:
		return
	}
	if m.has(at, 4) {
		m.computed(ntpKeyType, at, 0, kind)
	}
	m.uint(ntpKeyIndex, at, 4)
	m.bytes(ntpKeySignature, at+4, m.v.want()-at-4)
}

const (
	ntpXntpd          = 3  // the implementation whose private messages have a known form
	ntpMonList        = 20 // requests for who has spoken to the server, in that form
	ntpMonListSpoken  = 42 // and to which address
	ntpPrivateHeader  = 8
	ntpPrivateRequest = 184 // octets before the authenticator of a request
)

// private dissects a message of mode 7, which RFC 1305 leaves to implementations.
// Of what it carries, only the lists of clients are known.
func (m *ntpMessage) private() {
	response := m.number(0, 1)&0x80 != 0
	m.uint(ntpPrivAuthSeq, 1, 1)
	authentic := m.part(ntpPrivAuth, 1, 1, 0x80) != 0
	m.part(ntpPrivSeq, 1, 1, 0x7f)
	implementation := m.uint(ntpPrivImpl, 2, 1)
	request := m.uint(ntpPrivReqcode, 3, 1)
	if m.over {
		return
	}
	m.relate(ntpPrivate<<16|uint32(implementation), response, false)
	if implementation == ntpXntpd {
		m.part(ntpPrivErr, 4, 1, 0xf0)
		items := int(m.part(ntpPrivNumitems, 4, 2, 0x0fff))
		m.part(ntpPrivReserved, 6, 1, 0xf0)
		size := int(m.part(ntpPrivItemsize, 6, 2, 0x0fff))
		for i := 0; i < items && !m.over; i++ {
			m.privateItem(request, ntpPrivateHeader+i*size, size)
		}
	}
	if authentic && !response && !m.over {
		m.moment(ntpPrivTstamp, ntpPrivateRequest)
		if m.has(ntpPrivateRequest+8, 4) {
			m.authenticator(ntpPrivateRequest + 8)
		}
	}
}

func (m *ntpMessage) privateItem(request uint64, off, size int) {
	if !m.has(off, size) {
		return
	}
	if request != ntpMonList && request != ntpMonListSpoken {
		m.doubts(doubtPrivateList)
		m.written(ntpPrivMode7Item, off, size, nil)
		return
	}
	at, fixed := off+20, 28
	if request == ntpMonListSpoken {
		fixed += 8
	}
	if !m.has(off, fixed) {
		return
	}
	m.written(ntpPrivMode7Item, off, size, []byte("Monlist Item"))
	m.uint(ntpPrivMonlistAvgint, off, 4)
	m.uint(ntpPrivMonlistLsint, off+4, 4)
	m.uint(ntpPrivMonlistRestr, off+8, 4)
	m.uint(ntpPrivMonlistCount, off+12, 4)
	m.ipv4(ntpPrivMonlistRemoteAddress, off+16)
	if request == ntpMonListSpoken {
		m.ipv4(ntpPrivMonlistLocalAddress, at)
		m.uint(ntpPrivMonlistFlags, at+4, 4)
		at += 8
	}
	m.uint(ntpPrivMonlistPort, at, 2)
	m.uint(ntpPrivMonlistMode, at+2, 1)
	m.uint(ntpPrivMonlistVersion, at+3, 1)
	six := m.uint(ntpPrivMonlistIpv6, at+4, 4) != 0
	m.uint(ntpPrivMonlistUnused, at+8, 4)
	if six {
		m.ipv6(ntpPrivMonlistAddr6, at+12)
		if request == ntpMonListSpoken {
			m.ipv6(ntpPrivMonlistDaddr6, at+28)
		}
	}
}
