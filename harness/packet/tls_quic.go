package packet

// QUIC transport parameters that are no plain number or octets (RFC 9000 Section
// 18.2, RFC 9368).
const (
	quicResetToken       = 0x02
	quicPreferredAddress = 0x0d
	quicVersions         = 0x11
	quicRouting          = 0x1000
)

// varint reads a number of 1, 2, 4 or 8 octets (RFC 9000 Section 16), and tells
// how many.
func (l *layer) varint(off int) (u uint64, n int) {
	n = 1 << (l.number(off, 1) >> 6)
	return l.number(off, n) & (1<<(8*n-2) - 1), n
}

// transport adds the transport parameters of QUIC.
func (m *tlsMessage) transport(off, end int) {
	old := end-off >= 6 && int(m.number(off, 2)) == end-off-2 && int(m.number(off+4, 2)) <= end-off-6 // as drafts up to 26 had it
	if old {
		m.uint(tlsQuicLen, off, 2)
		off += 2
	}
	for off < end && !m.over {
		var kind, size uint64
		if old {
			kind = m.uint(tlsQuicParameterType, off, 2)
			size = m.uint(tlsQuicParameterLengtOld, off+2, 2)
			off += 4
		} else {
			var n int
			kind, n = m.varint(off)
			m.computed(tlsQuicParameterType, off, n, kind)
			off += n
			size, n = m.varint(off)
			m.computed(tlsQuicParameterLength, off, n, size)
			off += n
		}
		if size > 1<<31 {
			return
		}
		to := off + int(size)
		m.bytes(tlsQuicParameterValue, off, int(size))
		m.parameter(kind, off, to)
		off = to
	}
	m.within(off, end)
}

func (m *tlsMessage) parameter(kind uint64, off, end int) {
	switch kind {
	case quicResetToken:
		m.bytes(tlsQuicParameterStatelessResetToken, off, 16)
	case quicPreferredAddress:
		m.ipv4(tlsQuicParameterPreferredAddressIpv4address, off)
		m.uint(tlsQuicParameterPreferredAddressIpv4port, off+4, 2)
		m.ipv6(tlsQuicParameterPreferredAddressIpv6address, off+6)
		m.uint(tlsQuicParameterPreferredAddressIpv6port, off+22, 2)
		n := int(m.uint(tlsQuicParameterPreferredAddressConnectionidLength, off+24, 1))
		m.filled(tlsQuicParameterPreferredAddressConnectionid, off+25, n)
		m.bytes(tlsQuicParameterPreferredAddressStatelessresettoken, off+25+n, 16)
	case quicVersions:
		m.uint(tlsQuicParameterViChosenVersion, off, 4)
		for at := off + 4; at < end && !m.over; at += 4 {
			m.uint(tlsQuicParameterViOtherVersion, at, 4)
		}
	case quicRouting:
		length, n := m.varint(off)
		m.computed(tlsQuicParameterCibirEncodingLength, off, n, length)
		offset, k := m.varint(off + n)
		m.computed(tlsQuicParameterCibirEncodingOffset, off+n, k, offset)
	default:
		id := quicParameter(kind)
		switch {
		case id == 0:
		case catalogue[id].Type == Bytes:
			m.bytes(id, off, end-off)
		default:
			u, n := m.varint(off)
			m.computed(id, off, n, u)
		}
	}
}

// quicParameter is the field of a parameter that is one number or all octets, or 0.
func quicParameter(kind uint64) FieldID {
	switch kind {
	case 0x00:
		return tlsQuicParameterOriginalDestinationConnectionID
	case 0x01:
		return tlsQuicParameterMaxIdleTimeout
	case 0x03:
		return tlsQuicParameterMaxUDPPayloadSize
	case 0x04:
		return tlsQuicParameterInitialMaxData
	case 0x05:
		return tlsQuicParameterInitialMaxStreamDataBidiLocal
	case 0x06:
		return tlsQuicParameterInitialMaxStreamDataBidiRemote
	case 0x07:
		return tlsQuicParameterInitialMaxStreamDataUni
	case 0x08:
		return tlsQuicParameterInitialMaxStreamsBidi
	case 0x09:
		return tlsQuicParameterInitialMaxStreamsUni
	case 0x0a:
		return tlsQuicParameterAckDelayExponent
	case 0x0b:
		return tlsQuicParameterMaxAckDelay
	case 0x0e:
		return tlsQuicParameterActiveConnectionIDLimit
	case 0x0f:
		return tlsQuicParameterInitialSourceConnectionID
	case 0x10:
		return tlsQuicParameterRetrySourceConnectionID
	case 0x20:
		return tlsQuicParameterMaxDatagramFrameSize
	case 0x1057:
		return tlsQuicParameterLossBits
	case 0x7158:
		return tlsQuicParameterEnableTimeStampV2
	case 0xde1a, 0xff03de1a:
		return tlsQuicParameterMinAckDelay
	}
	return 0
}
