package packet

import (
	"bytes"
	"encoding/binary"
	"time"
)

// The versions of SNMP as they stand in messages.
const (
	snmpVersion1  = 0 // RFC 1157
	snmpVersion2c = 1 // RFC 1901
	snmpVersion2u = 2 // RFC 1910
	snmpVersion3  = 3 // RFC 3412
)

const snmpUserModel = 3 // the User-based Security Model (RFC 3414)

// snmp dissects the message that begins a run of octets. It returns where the message
// ends, 0 where there is none, and whether its version could be read. The key names the
// conversation; again tells of another message in the same run.
func (d *Dissector) snmp(v view, k questionKey, again bool) (end int, ok bool) {
	m := snmpMessage{layer: layer{d: d, v: v}, key: k}
	if m.number(0, 1) != berSequence && !m.over {
		return 0, false
	}
	before := d.fault
	e := m.element(0, v.want())
	if v.want() >= 2 && e.end > v.want() || !m.over && e.end > e.off && m.number(e.off, 1) != berInteger {
		d.fault = before
		return 0, false
	}
	if !again && !d.enter("snmp") {
		return v.want(), false
	}
	version := m.element(e.off, e.end)
	if m.over {
		return v.want(), false
	}
	m.section(snmpLayer, 0, min(e.next, len(v.b)))
	m.message(version, e.end)
	return e.next, true
}

// snmpDatagram dissects the message of a datagram. For Wireshark, the first message of SNMP
// in a stream begins another stream, to which the next datagram belongs.
func (d *Dissector) snmpDatagram(v view, s *udpStream, src, dst uint16) {
	n, ok := d.snmp(v, questionKey{stream: s.first}, false)
	if n < v.want() {
		d.doubts(doubtDatagram)
		d.data(v.from(n))
	}
	if ok && s.spoken != snmpLayer {
		key, _ := newStreamKey(d.src, d.dst, src, dst)
		d.recall().arranges = true
		d.recall().udp.put(key, &udpStream{spoken: snmpLayer, first: s.first, follows: true, from: d.sight()})
	}
}

// snmpStream dissects the messages in a run of TCP octets (RFC 3430), as applications
// of TCP are.
func (d *Dissector) snmpStream(v view, k questionKey) (used, need int) {
	for len(v.b) > 0 {
		l := layer{d: d, v: v}
		e := l.element(0, maxMessage)
		switch {
		case v.cut() || d.o.NoReassembly || d.quoted:
		case l.over && len(v.b) < 6:
			return used, oneSegment
		case !l.over && e.next > len(v.b):
			return used, e.next - len(v.b)
		}
		n, _ := d.snmp(v, k, used > 0)
		if n == 0 {
			d.doubts(doubtSegment)
			d.data(v)
			n = len(v.b)
		}
		n = min(n, len(v.b))
		used += n
		v = v.from(n)
	}
	return used, 0
}

type snmpMessage struct {
	layer
	key questionKey
}

// message dissects what follows the version.
func (m *snmpMessage) message(version berElement, end int) {
	var n int32
	for _, c := range m.content(version) {
		n = n<<8 | int32(c)
	}
	switch n {
	case snmpVersion1, snmpVersion2c:
		m.signed(snmpVersion, version)
		m.members(version.next, end, []byte{berOctetString, 0}, func(i int, e berElement) {
			if i == 0 {
				m.string(snmpCommunity, e)
			} else {
				m.pdus(snmpData, e)
			}
		})
	case snmpVersion2u:
		m.signed(snmpVersion, version)
		m.members(version.next, end, []byte{berOctetString, 0}, func(i int, e berElement) {
			switch {
			case i == 0:
				m.octetString(snmpParameters, e)
			case e.tag == berOctetString:
				m.computed(snmpDatav2u, e.off, 0, 1)
				m.octetString(snmpEncrypted, e)
			default:
				m.computed(snmpDatav2u, e.off, 0, 0)
				m.pdus(snmpPlaintext, e)
			}
		})
	case snmpVersion3:
		m.signed(snmpMsgVersion, version)
		m.secured(version.next, end)
	}
}

// secured dissects a message of version 3.
func (m *snmpMessage) secured(off, end int) {
	var model uint32
	m.members(off, end, []byte{berSequence, berOctetString, 0}, func(i int, e berElement) {
		switch {
		case i == 0:
			m.present(snmpMsgGlobalDataElement, e)
			model = m.global(e)
		case i == 1 && model == snmpUserModel:
			m.userSecurity(e)
		case i == 1:
			m.octetString(snmpMsgSecurityParameters, e)
		case e.tag == berSequence:
			m.computed(snmpMsgData, e.off, 0, 0)
			m.present(snmpPlaintextElement, e)
			m.members(e.off, e.end, []byte{berOctetString, berOctetString, 0}, func(i int, e berElement) {
				switch i {
				case 0:
					m.octetString(snmpContextEngineID, e)
					m.engine(e)
				case 1:
					m.string(snmpContextName, e)
				case 2:
					m.pdus(snmpData, e)
				}
			})
		case e.tag == berOctetString:
			m.computed(snmpMsgData, e.off, 0, 1)
			m.octetString(snmpEncryptedPDU, e)
		}
	})
}

// global dissects msgGlobalData and returns the security model.
func (m *snmpMessage) global(e berElement) (model uint32) {
	m.members(e.off, e.end, []byte{berInteger, berInteger, berOctetString, berInteger}, func(i int, e berElement) {
		switch i {
		case 0:
			m.unsigned(snmpMsgID, e)
		case 1:
			m.unsigned(snmpMsgMaxSize, e)
		case 2:
			m.octetString(snmpMsgFlags, e)
			if e.end == e.off {
				m.broken()
			}
			m.flag(snmpV3FlagsReport, e.off, 1, 4)
			m.flag(snmpV3FlagsCrypt, e.off, 1, 2)
			m.flag(snmpV3FlagsAuth, e.off, 1, 1)
		case 3:
			model = m.unsigned(snmpMsgSecurityModel, e)
		}
	})
	return model
}

// userSecurity dissects UsmSecurityParameters (RFC 3414 Section 2.4).
func (m *snmpMessage) userSecurity(e berElement) {
	s := m.element(e.off, e.end)
	if m.over || s.tag != berSequence {
		m.broken()
		return
	}
	m.members(s.off, s.end, []byte{berOctetString, berInteger, berInteger, berOctetString, berOctetString, berOctetString}, func(i int, e berElement) {
		switch i {
		case 0:
			m.octetString(snmpMsgAuthoritativeEngineID, e)
			m.engine(e)
		case 1:
			m.unsigned(snmpMsgAuthoritativeEngineBoots, e)
		case 2:
			m.unsigned(snmpMsgAuthoritativeEngineTime, e)
		case 3:
			m.string(snmpMsgUserName, e)
		case 4:
			m.octetString(snmpMsgAuthenticationParameters, e)
		case 5:
			m.octetString(snmpMsgPrivacyParameters, e)
		}
	})
}

// The formats of an engine's identifier (RFC 3411 Section 5), and one that Net-SNMP
// has among its own.
const (
	snmpEngineIPv4   = 1
	snmpEngineIPv6   = 2
	snmpEngineMAC    = 3
	snmpEngineText   = 4
	snmpEngineRandom = 128
	snmpNetSNMP      = 8072 // an enterprise
)

// engine dissects an engine's identifier, in the form of RFC 3411 or the fixed one
// before that.
func (m *snmpMessage) engine(e berElement) {
	b := m.content(e)
	if len(b) == 0 {
		return
	}
	conforms := m.flag(snmpEngineidConform, e.off, 1, 0x80)
	if len(b) < 4 {
		return
	}
	enterprise := m.part(snmpEngineidEnterprise, e.off, 4, 0x7fffffff)
	if !conforms {
		if len(b) == 12 {
			m.bytes(snmpAgentidTrailer, e.off+4, 8)
		}
		return
	}
	if len(b) < 5 {
		return
	}
	format := m.uint(snmpEngineidFormat, e.off+4, 1)
	off, rest := e.off+5, len(b)-5
	switch {
	case format == snmpEngineIPv4:
		if rest == 4 {
			m.ipv4(snmpEngineidIpv4, off)
		}
	case format == snmpEngineIPv6:
		if rest == 16 {
			m.ipv6(snmpEngineidIpv6, off)
		}
	case format == snmpEngineMAC:
		if rest == 6 {
			m.ether(snmpEngineidMac, off)
		}
	case format == snmpEngineText:
		m.written(snmpEngineidText, off, rest, m.d.ascii(b[5:]))
	case format == snmpEngineRandom && enterprise == snmpNetSNMP:
		if rest == 8 || rest == 12 {
			m.bytes(snmpEngineidData, off, 4)
			m.put(snmpEngineidTime, off+4, rest-4, TimeValue(time.Unix(int64(binary.LittleEndian.Uint32(b[9:])), 0)))
		}
	default:
		m.bytes(snmpEngineidData, off, rest)
	}
}

// The tags of PDUs.
const (
	snmpGetRequest     = 0xa0
	snmpGetNextRequest = 0xa1
	snmpGetResponse    = 0xa2
	snmpSetRequest     = 0xa3
	snmpTrap           = 0xa4
	snmpGetBulkRequest = 0xa5
	snmpInformRequest  = 0xa6
	snmpReport         = 0xa8
)

// snmpPDUs are the fields of PDUs, in the order of their tags.
var snmpPDUs = [...]FieldID{
	snmpGetRequestElement, snmpGetNextRequestElement, snmpGetResponseElement, snmpSetRequestElement, snmpTrapElement,
	snmpGetBulkRequestElement, snmpInformRequestElement, snmpSnmpV2TrapElement, snmpReportElement,
}

// pdus dissects one PDU of those that there are.
func (m *snmpMessage) pdus(id FieldID, e berElement) {
	if e.tag < snmpGetRequest || e.tag > snmpReport {
		return
	}
	m.computed(id, e.off, 0, uint64(e.tag-snmpGetRequest))
	m.present(snmpPDUs[e.tag-snmpGetRequest], e)
	if e.tag == snmpTrap {
		m.trap(e)
		return
	}
	ids := [...]FieldID{snmpRequestID, snmpErrorStatus, snmpErrorIndex}
	if e.tag == snmpGetBulkRequest {
		ids = [...]FieldID{snmpRequestID, snmpNonRepeaters, snmpMaxRepetitions}
	}
	var request int32
	numbered := false
	m.members(e.off, e.end, []byte{berInteger, berInteger, berInteger, berSequence}, func(i int, member berElement) {
		switch {
		case i == 0:
			request, numbered = m.signed(snmpRequestID, member), true
		case i == 3:
			m.bindings(member)
		case e.tag == snmpGetBulkRequest:
			m.unsigned(ids[i], member)
		default:
			m.signed(ids[i], member)
		}
	})
	if numbered && !m.over {
		m.relate(e.tag, request)
	}
}

// relate joins a response to its request.
func (m *snmpMessage) relate(tag byte, request int32) {
	d := m.d
	if d.quoted {
		return
	}
	m.key.id = uint32(request)
	switch tag {
	case snmpGetRequest, snmpGetNextRequest, snmpSetRequest, snmpGetBulkRequest, snmpInformRequest:
		d.recall().managers.put(m.key, question{asked: d.sight()}, maxQuestions)
	case snmpGetResponse:
		q, ok := d.recall().managers.find(m.key, maxQuestions)
		if !ok {
			return
		}
		m.computed(snmpResponseTo, 0, 0, q.asked.number)
		m.put(snmpTime, 0, 0, DurationValue(d.f.Time.Sub(q.asked.time)))
		if !q.answered.seen {
			d.backfill(q.asked, snmpResponseIn)
			q.answered = d.sight()
			d.recall().managers.put(m.key, q, maxQuestions)
		}
	}
}

// trap dissects a Trap-PDU of version 1 (RFC 1157 Section 4.1.6).
func (m *snmpMessage) trap(e berElement) {
	m.members(e.off, e.end, []byte{berOID, snmpIPAddress, berInteger, berInteger, snmpTimeTicks, berSequence}, func(i int, e berElement) {
		switch i {
		case 0:
			m.oid(snmpEnterprise, e.off, e.end-e.off)
		case 1:
			if e.end-e.off == 4 {
				m.ipv4(snmpAgentAddr, e.off)
			} else {
				m.doubts(doubtVariable)
			}
		case 2:
			m.signed(snmpGenericTrap, e)
		case 3:
			m.signed(snmpSpecificTrap, e)
		case 4:
			m.unsigned(snmpTimeStamp, e)
		case 5:
			m.bindings(e)
		}
	})
}

// bindings dissects variables and their values.
func (m *snmpMessage) bindings(e berElement) {
	count := 0
	for off := e.off; off < e.end && !m.over; count++ {
		off = m.element(off, e.end).next
	}
	m.computed(snmpVariableBindings, e.off, e.end-e.off, uint64(count))
	for off := e.off; off < e.end && !m.over; {
		b := m.element(off, e.end)
		if b.tag == berSequence && b.end == b.next { // else of indefinite length
			m.binding(b)
		} else {
			m.doubts(doubtVariable)
		}
		off = b.next
	}
}

func (m *snmpMessage) binding(b berElement) {
	name := m.element(b.off, b.end)
	if m.over || name.tag != berOID {
		m.doubts(doubtVariable)
		return
	}
	m.oid(snmpName, name.off, name.end-name.off)
	value := m.element(name.next, b.end)
	if m.over || value.tag&berConstructed != 0 {
		m.doubts(doubtVariable)
		return
	}
	if !value.usual() || value.next != b.end {
		m.doubts(doubtVariable)
	}
	m.value(value)
	if value.tag >= snmpCounter && value.tag <= snmpCounter64 && value.end-value.off == 9 {
		value.off++ // past the zero before 64 bits
	}
	if value.tag&berClass != berContext && value.end > value.off && isSNMPText(m.content(name)) {
		m.d.protocols = append(m.d.protocols, ":snmp"...) // of which Wireshark makes a protocol's call
		m.d.number()
		m.string(snmpVarBindStr, value)
	}
}

// isSNMPText tells whether Wireshark shows a variable's value as text too: sysDescr.0
// and sysName.0.
func isSNMPText(name []byte) bool {
	return len(name) == 8 && bytes.HasPrefix(name, []byte{0x2b, 6, 1, 2, 1, 1}) && (name[6] == 1 || name[6] == 5) && name[7] == 0
}

// The tags of values (RFC 2578 Section 7.1, RFC 3416 Section 3).
const (
	snmpIPAddress      = 0x40
	snmpCounter        = 0x41
	snmpGauge          = 0x42
	snmpTimeTicks      = 0x43
	snmpOpaque         = 0x44
	snmpNSAP           = 0x45
	snmpCounter64      = 0x46
	snmpUnsigned       = 0x47
	snmpAbsentObject   = 0x80
	snmpAbsentInstance = 0x81
	snmpEnd            = 0x82
)

// usual reports whether the value of a variable is as long as those of its kind.
func (e berElement) usual() bool {
	switch n := e.end - e.off; e.tag {
	case berInteger, snmpGauge, snmpUnsigned, snmpCounter, snmpTimeTicks, snmpNSAP:
		return n >= 1 && n <= 5
	case snmpCounter64:
		return n >= 1 && n <= 9
	case berNull, snmpAbsentObject, snmpAbsentInstance, snmpEnd:
		return n == 0
	case snmpIPAddress:
		return n == 4
	case berOID:
		return n >= 1
	case berOctetString, snmpOpaque:
		return true
	}
	return false
}

// value dissects the value of a variable.
func (m *snmpMessage) value(e berElement) {
	n := e.end - e.off
	switch e.tag {
	case berInteger:
		m.wide(snmpValueInt, e, true)
	case berOctetString:
		m.octetString(snmpValueOctets, e)
	case berNull:
		m.present(snmpValueNull, e)
	case berOID:
		m.oid(snmpValueOid, e.off, n)
	case snmpIPAddress:
		switch n {
		case 4:
			m.ipv4(snmpValueIpv4, e.off)
		case 16:
			m.ipv6(snmpValueIpv6, e.off)
		default:
			m.octetString(snmpValueAddr, e)
		}
	case snmpCounter, snmpCounter64:
		m.wide(snmpValueCounter, e, false)
	case snmpGauge:
		m.wide(snmpValueG32, e, true)
	case snmpTimeTicks:
		m.wide(snmpValueTimeticks, e, false)
	case snmpOpaque:
		m.octetString(snmpValueOpaque, e)
	case snmpNSAP:
		m.wide(snmpValueNsap, e, false)
	case snmpUnsigned:
		m.wide(snmpValueU32, e, true)
	case snmpAbsentObject:
		m.present(snmpNoSuchObject, e)
		m.expertWords(snmpVarbindResponse, "noSuchObject")
	case snmpAbsentInstance:
		m.present(snmpNoSuchInstance, e)
		m.expertWords(snmpVarbindResponse, "noSuchInstance")
	case snmpEnd:
		m.present(snmpEndOfMibView, e)
		m.expertWords(snmpVarbindResponse, "endOfMibView")
	default:
		if e.tag&berClass != berContext {
			m.octetString(snmpValueUnk, e)
		}
	}
}

// wide adds a number of 64 bits at most; without a sign it may have a zero before
// them.
func (m *snmpMessage) wide(id FieldID, e berElement, signed bool) {
	b := m.content(e)
	if !signed && len(b) == 9 && b[0] == 0 {
		b = b[1:]
	}
	if len(b) == 0 || len(b) > 8 {
		return
	}
	var u uint64
	if signed && b[0]&0x80 != 0 {
		u--
	}
	for _, c := range b {
		u = u<<8 | uint64(c)
	}
	if signed {
		m.put(id, e.off, e.end-e.off, IntValue(int64(u)))
	} else {
		m.computed(id, e.off, e.end-e.off, u)
	}
}
