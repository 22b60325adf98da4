package packet

import "strings"

// tlsExchange is how two ends come to a key up to TLS 1.2.
type tlsExchange uint8

const (
	tlsExchangeUnknown tlsExchange = iota
	tlsExchangeRSA
	tlsExchangeDH
	tlsExchangeDHAnonymous
	tlsExchangeDHFixed // the server's part is in its certificate
	tlsExchangeEC
	tlsExchangeECAnonymous
	tlsExchangePSK
	tlsExchangeRSAPSK
	tlsExchangeJPAKE
)

// exchangeOf tells from a suite's name how its key is exchanged, where Wireshark
// knows: of ARIA's suites and the first drafts of ChaCha20's, it does not.
func exchangeOf(suite uint64) tlsExchange {
	if suite >= 0xc03c && suite <= 0xc06f && suite != 0xc064 && suite != 0xc065 || suite >= 0xcc13 && suite <= 0xcc15 {
		return tlsExchangeUnknown
	}
	name, _, _ := strings.Cut(tlsHandshakeCiphersuiteNames[suite], "_WITH_")
	name = strings.TrimPrefix(strings.TrimPrefix(name, "TLS_"), "SSL_")
	name = strings.TrimSuffix(strings.TrimSuffix(name, "_EXPORT1024"), "_EXPORT")
	switch name {
	case "RSA", "RSA_FIPS":
		return tlsExchangeRSA
	case "DHE_RSA", "DHE_DSS":
		return tlsExchangeDH
	case "DH_RSA", "DH_DSS":
		return tlsExchangeDHFixed
	case "DH_anon":
		return tlsExchangeDHAnonymous
	case "ECDHE_RSA", "ECDHE_ECDSA", "ECDH_RSA", "ECDH_ECDSA":
		return tlsExchangeEC
	case "ECDH_anon":
		return tlsExchangeECAnonymous
	case "PSK":
		return tlsExchangePSK
	case "RSA_PSK":
		return tlsExchangeRSAPSK
	case "ECJPAKE":
		return tlsExchangeJPAKE
	}
	return tlsExchangeUnknown
}

// opaque adds a vector of octets, if it has any, and returns where it ends.
func (m *tlsMessage) opaque(length, all FieldID, off, end, n int) (to int, whole bool) {
	from, to, whole := m.vector(length, off, end, n)
	if whole {
		m.bytes(all, from, to-from)
	}
	return to, whole && !m.over
}

// counted adds octets behind their number, of n octets, and returns where they end: at end
// at the latest.
func (m *tlsMessage) counted(length, all FieldID, off, end, n int) (to int, whole bool) {
	if end-off < n {
		m.broken()
		return off, false
	}
	size := int(m.uint(length, off, n))
	if size > end-off-n {
		m.broken()
		return end, false
	}
	m.bytes(all, off+n, size)
	return off + n + size, !m.over
}

// counts adds octets behind their numbers, one after another, and returns where the last of them ends.
func (m *tlsMessage) counts(off, end, n int, vectors ...[2]FieldID) (to int, whole bool) {
	for _, v := range vectors {
		if off, whole = m.counted(v[0], v[1], off, end, n); !whole {
			break
		}
	}
	return off, whole
}

// namedCurve adds the curve that a server has chosen by its name, the only way to
// choose one that is in use, and returns what is behind it.
func (m *tlsMessage) namedCurve() (to int, is bool) {
	const named = 3
	if m.uint(tlsHandshakeServerCurveType, m.off, 1) != named {
		return 0, false
	}
	m.uint(tlsHandshakeServerNamedCurve, m.off+1, 2)
	return m.off + 3, true
}

// serverKey adds the server's part of a key exchange (RFC 5246 Section 7.4.3, RFC
// 8422 Section 5.4, RFC 4279, RFC 5489, draft-cragie-tls-ecjpake-01).
func (m *tlsMessage) serverKey() {
	how, off, whole := exchangeOf(m.s.suite), 0, false
	switch how {
	case tlsExchangePSK, tlsExchangeRSAPSK:
		if int(m.number(m.off, 2)) == m.end-m.off-2 {
			m.counted(tlsHandshakeHintLen, tlsHandshakeHint, m.off, m.end, 2)
		}
	case tlsExchangeDH, tlsExchangeDHAnonymous:
		off, whole = m.counts(m.off, m.end, 2, [2]FieldID{tlsHandshakePLen, tlsHandshakeP},
			[2]FieldID{tlsHandshakeGLen, tlsHandshakeG}, [2]FieldID{tlsHandshakeYsLen, tlsHandshakeYs})
	case tlsExchangeEC, tlsExchangeECAnonymous:
		if off, whole = m.namedCurve(); whole {
			off, whole = m.counted(tlsHandshakeServerPointLen, tlsHandshakeServerPoint, off, m.end, 1)
		}
	case tlsExchangeRSA:
		off, whole = m.counts(m.off, m.end, 2, [2]FieldID{tlsHandshakeModulusLen, tlsHandshakeModulus},
			[2]FieldID{tlsHandshakeExponentLen, tlsHandshakeExponent})
	case tlsExchangeJPAKE:
		if off, whole = m.namedCurve(); whole {
			m.counts(off, m.end, 1, [2]FieldID{tlsHandshakeXsLen, tlsHandshakeXs},
				[2]FieldID{tlsHandshakeVsLen, tlsHandshakeVs}, [2]FieldID{tlsHandshakeRsLen, tlsHandshakeRs})
		}
	default:
	}
	if signed := how == tlsExchangeDH || how == tlsExchangeEC || how == tlsExchangeRSA; signed && whole {
		m.signature(off, m.end, tlsHandshakeSigLen, tlsHandshakeSig)
	}
}

// signature adds a signature, from TLS 1.2 on with its algorithm.
func (m *tlsMessage) signature(off, end int, length, all FieldID) {
	if m.s.version == tlsVersion12 || m.s.version == tlsVersion13 {
		if off+2 > end {
			m.broken()
			return
		}
		m.algorithm(off)
		off += 2
	}
	m.opaque(length, all, off, end, 2)
}

// clientKey adds the client's part of a key exchange (RFC 5246 Section 7.4.7).
func (m *tlsMessage) clientKey() {
	switch exchangeOf(m.s.suite) {
	case tlsExchangePSK:
		m.counted(tlsHandshakeIdentityLen, tlsHandshakeIdentity, m.off, m.end, 2)
	case tlsExchangeRSAPSK:
		m.counts(m.off, m.end, 2, [2]FieldID{tlsHandshakeIdentityLen, tlsHandshakeIdentity},
			[2]FieldID{tlsHandshakeEpmsLen, tlsHandshakeEpms})
	case tlsExchangeRSA:
		if m.s.version == sslVersion3 { // which has no length there
			m.bytes(tlsHandshakeEpms, m.off, m.end-m.off)
			return
		}
		m.counted(tlsHandshakeEpmsLen, tlsHandshakeEpms, m.off, m.end, 2)
	case tlsExchangeDH, tlsExchangeDHAnonymous, tlsExchangeDHFixed:
		m.counted(tlsHandshakeYcLen, tlsHandshakeYc, m.off, m.end, 2)
	case tlsExchangeEC, tlsExchangeECAnonymous:
		m.counted(tlsHandshakeClientPointLen, tlsHandshakeClientPoint, m.off, m.end, 1)
	case tlsExchangeJPAKE:
		m.counts(m.off, m.end, 1, [2]FieldID{tlsHandshakeXcLen, tlsHandshakeXc},
			[2]FieldID{tlsHandshakeVcLen, tlsHandshakeVc}, [2]FieldID{tlsHandshakeRcLen, tlsHandshakeRc})
	default:
	}
}

// newTicket adds a ticket with which a session is resumed (RFC 5077 Section 3.3,
// RFC 8446 Section 4.6.1).
func (m *tlsMessage) newTicket() {
	m.uint(tlsHandshakeSessionTicketLifetimeHint, m.off, 4)
	off := m.off + 4
	newer := m.s.version == tlsVersion13
	if newer {
		m.uint(tlsHandshakeSessionTicketAgeAdd, off, 4)
		nonce, whole := m.opaque(tlsHandshakeSessionTicketNonceLength, tlsHandshakeSessionTicketNonce, off+4, m.end, 1)
		if !whole {
			return
		}
		off = nonce
	}
	off, whole := m.opaque(tlsHandshakeSessionTicketLength, tlsHandshakeSessionTicket, off, m.end, 2)
	if whole && newer {
		m.extensions(off, m.end)
	}
}

// finished adds what proves that both ends saw the same handshake.
func (m *tlsMessage) finished() {
	if m.s.version == sslVersion3 {
		m.span(tlsHandshakeMd5Hash, m.off, 16)
		m.span(tlsHandshakeShaHash, m.off+16, 20)
		return
	}
	m.none(tlsHandshakeVerifyData, m.off, m.end-m.off)
}

// nextProtocol adds the protocol that a client has chosen (NPN, RFC 7301's
// forerunner).
func (m *tlsMessage) nextProtocol() {
	n := int(m.uint(tlsHandshakeNpnSelectedProtocolLen, m.off, 1))
	m.text(tlsHandshakeNpnSelectedProtocol, m.off+1, n)
	off := m.off + 1 + n
	n = int(m.uint(tlsHandshakeNpnPaddingLen, off, 1))
	m.bytes(tlsHandshakeNpnPadding, off+1, n)
}
