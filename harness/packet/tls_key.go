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

// serverKey adds the server's part of a key exchange (RFC 5246 Section 7.4.3, RFC
// 8422 Section 5.4, RFC 4279, RFC 5489).
func (m *tlsMessage) serverKey() {
	off, ok := m.off, true
	how := exchangeOf(m.s.suite)
	switch how {
	case tlsExchangePSK, tlsExchangeRSAPSK:
		if int(m.number(off, 2)) == m.end-off-2 {
			m.opaque(tlsHandshakeHintLen, tlsHandshakeHint, off, m.end, 2)
		}
		return
	}
	switch how {
	case tlsExchangeDH, tlsExchangeDHAnonymous:
		if off, ok = m.opaque(tlsHandshakePLen, tlsHandshakeP, off, m.end, 2); !ok {
			return
		}
		if off, ok = m.opaque(tlsHandshakeGLen, tlsHandshakeG, off, m.end, 2); !ok {
			return
		}
		if off, ok = m.opaque(tlsHandshakeYsLen, tlsHandshakeYs, off, m.end, 2); !ok {
			return
		}
	case tlsExchangeEC, tlsExchangeECAnonymous:
		const named = 3
		if m.uint(tlsHandshakeServerCurveType, off, 1) != named {
			return
		}
		m.uint(tlsHandshakeServerNamedCurve, off+1, 2)
		if off, ok = m.opaque(tlsHandshakeServerPointLen, tlsHandshakeServerPoint, off+3, m.end, 1); !ok {
			return
		}
	case tlsExchangeRSA:
		if off, ok = m.opaque(tlsHandshakeModulusLen, tlsHandshakeModulus, off, m.end, 2); !ok {
			return
		}
		if off, ok = m.opaque(tlsHandshakeExponentLen, tlsHandshakeExponent, off, m.end, 2); !ok {
			return
		}
	case tlsExchangeJPAKE:
		m.jpake(tlsHandshakeServerCurveType, &jpakeServer)
	}
	switch how {
	case tlsExchangeDH, tlsExchangeEC, tlsExchangeRSA:
		m.signature(off, m.end, tlsHandshakeSigLen, tlsHandshakeSig)
	}
}

// signature adds a signature, from TLS 1.2 on with its algorithm.
func (m *tlsMessage) signature(off, end int, length, all FieldID) {
	if m.s.version == tlsVersion12 || m.s.version == tlsVersion13 {
		if off+2 > end {
			return
		}
		m.algorithm(off)
		off += 2
	}
	m.opaque(length, all, off, end, 2)
}

// clientKey adds the client's part of a key exchange (RFC 5246 Section 7.4.7).
func (m *tlsMessage) clientKey() {
	off, ok := m.off, true
	how := exchangeOf(m.s.suite)
	switch how {
	case tlsExchangePSK, tlsExchangeRSAPSK:
		if off, ok = m.opaque(tlsHandshakeIdentityLen, tlsHandshakeIdentity, off, m.end, 2); !ok {
			return
		}
	}
	switch how {
	case tlsExchangeRSA, tlsExchangeRSAPSK:
		if m.s.version == sslVersion3 && how == tlsExchangeRSA { // which has no length there
			m.bytes(tlsHandshakeEpms, off, m.end-off)
			return
		}
		m.opaque(tlsHandshakeEpmsLen, tlsHandshakeEpms, off, m.end, 2)
	case tlsExchangeDH, tlsExchangeDHAnonymous, tlsExchangeDHFixed:
		m.opaque(tlsHandshakeYcLen, tlsHandshakeYc, off, m.end, 2)
	case tlsExchangeEC, tlsExchangeECAnonymous:
		m.opaque(tlsHandshakeClientPointLen, tlsHandshakeClientPoint, off, m.end, 1)
	case tlsExchangeJPAKE:
		m.jpake(0, &jpakeClient)
	}
}

// jpakeServer and jpakeClient are the parts of an EC J-PAKE exchange, each behind
// its length (draft-cragie-tls-ecjpake-01).
var (
	jpakeServer = [...][2]FieldID{{tlsHandshakeXsLen, tlsHandshakeXs}, {tlsHandshakeVsLen, tlsHandshakeVs}, {tlsHandshakeRsLen, tlsHandshakeRs}}
	jpakeClient = [...][2]FieldID{{tlsHandshakeXcLen, tlsHandshakeXc}, {tlsHandshakeVcLen, tlsHandshakeVc}, {tlsHandshakeRcLen, tlsHandshakeRc}}
)

func (m *tlsMessage) jpake(curve FieldID, parts *[3][2]FieldID) {
	off, ok := m.off, true
	if curve != 0 {
		const named = 3
		if m.uint(curve, off, 1) != named {
			return
		}
		m.uint(tlsHandshakeServerNamedCurve, off+1, 2)
		off += 3
	}
	for _, part := range parts {
		if off, ok = m.opaque(part[0], part[1], off, m.end, 1); !ok {
			return
		}
	}
}

// newTicket adds a ticket with which a session is resumed (RFC 5077 Section 3.3,
// RFC 8446 Section 4.6.1).
func (m *tlsMessage) newTicket() {
	off, ok := m.off, true
	m.uint(tlsHandshakeSessionTicketLifetimeHint, off, 4)
	off += 4
	newer := m.s.version == tlsVersion13
	if newer {
		m.uint(tlsHandshakeSessionTicketAgeAdd, off, 4)
		if off, ok = m.opaque(tlsHandshakeSessionTicketNonceLength, tlsHandshakeSessionTicketNonce, off+4, m.end, 1); !ok {
			return
		}
	}
	off, ok = m.opaque(tlsHandshakeSessionTicketLength, tlsHandshakeSessionTicket, off, m.end, 2)
	if ok && newer {
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
