package packet

// TLS extensions (the registry of RFC 8447).
const (
	tlsExtServerName     = 0
	tlsExtMaxFragment    = 1
	tlsExtStatus         = 5
	tlsExtCertType       = 9
	tlsExtGroups         = 10
	tlsExtPointFormats   = 11
	tlsExtSRP            = 12
	tlsExtAlgorithms     = 13
	tlsExtSRTP           = 14
	tlsExtHeartbeat      = 15
	tlsExtProtocols      = 16
	tlsExtStatusV2       = 17
	tlsExtTimestamps     = 18
	tlsExtClientCert     = 19
	tlsExtServerCert     = 20
	tlsExtPadding        = 21
	tlsExtMACLater       = 22
	tlsExtMasterSecret   = 23
	tlsExtCompression    = 27
	tlsExtRecordLimit    = 28
	tlsExtDelegated      = 34
	tlsExtTicket         = 35
	tlsExtOldShare       = 40
	tlsExtPreShared      = 41
	tlsExtEarlyData      = 42
	tlsExtVersions       = 43
	tlsExtCookie         = 44
	tlsExtPSKModes       = 45
	tlsExtOldEarlyData   = 46
	tlsExtAuthorities    = 47
	tlsExtFilters        = 48
	tlsExtPostHandshake  = 49
	tlsExtAlgorithmsCert = 50
	tlsExtKeyShare       = 51
	tlsExtOldConnection  = 53
	tlsExtConnection     = 54
	tlsExtQUIC           = 57
	tlsExtNextProtocol   = 13172
	tlsExtSettings       = 17513
	tlsExtRenegotiation  = 65281
	tlsExtOldQUIC        = 65445
	tlsExtEncryptedName  = 65486
)

// extensions adds the extensions whose length stands at off, and returns where
// they end.
func (m *tlsMessage) extensions(off, end int) int {
	off, end, whole := m.vector(tlsHandshakeExtensionsLength, off, end, 2)
	if !whole {
		return end
	}
	for end-off >= 4 && m.has(off, 4+int(m.number(off+2, 2))) {
		kind := m.uint(tlsHandshakeExtensionType, off, 2)
		from, to, whole := m.vector(tlsHandshakeExtensionLen, off+2, end, 2)
		if !whole {
			return end
		}
		m.extension(kind, from, to)
		off = to
	}
	return end
}

// extension adds what an extension holds from off to end.
func (m *tlsMessage) extension(kind uint64, off, end int) {
	hello := m.kind == tlsClientHello
	switch kind {
	case tlsExtServerName:
		m.serverNames(off, end)
	case tlsExtMaxFragment:
		m.uint(tlsHandshakeMaxFragmentLength, off, 1)
		m.within(off+1, end)
	case tlsExtStatus:
		if hello {
			m.statusRequest(off, end)
		} else if m.kind == tlsCertificate {
			m.certificateStatus(off, end)
		}
	case tlsExtStatusV2:
		if hello {
			m.statusRequests(off, end)
		}
	case tlsExtCertType, tlsExtClientCert, tlsExtServerCert:
		m.certificateTypes(kind, off, end)
	case tlsExtGroups:
		m.groups(off, end)
	case tlsExtPointFormats:
		n := int(m.uint(tlsHandshakeExtensionsEcPointFormatsLength, off, 1))
		m.span(tlsHandshakeExtensionsEcPointFormats, off+1, n)
		for at := off + 1; at <= off+n && !m.over; at++ {
			m.uint(tlsHandshakeExtensionsEcPointFormat, at, 1)
		}
		m.within(off+1+n, end)
	case tlsExtSRP:
		if from, to, whole := m.vector(tlsHandshakeExtensionsSrpLen, off, end, 1); whole {
			m.fixed(tlsHandshakeExtensionsSrpUsername, from, to-from)
		}
	case tlsExtAlgorithms, tlsExtAlgorithmsCert:
		m.algorithms(off, end)
	case tlsExtDelegated:
		if hello {
			m.algorithms(off, end)
		} else {
			m.delegated(off, end)
		}
	case tlsExtHeartbeat:
		m.uint(tlsHandshakeExtensionHeartbeatMode, off, 1)
		m.within(off+1, end)
	case tlsExtProtocols:
		m.protocols(off, end)
	case tlsExtTimestamps:
		if off < end && (m.kind == tlsServerHello || m.kind == tlsEncrypted || m.kind == tlsCertificate) {
			m.timestamps(off, end)
		}
	case tlsExtPadding:
		m.bytes(tlsHandshakeExtensionsPaddingData, off, end-off)
	case tlsExtMACLater, tlsExtMasterSecret, tlsExtPostHandshake, tlsExtSRTP:
	case tlsExtCompression:
		if !hello && m.kind != tlsCertificateWanted {
			return
		}
		from, to, whole := m.vector(tlsCompressCertificateAlgorithmsLength, off, end, 1)
		if (to-from)%2 != 0 {
			m.doubts(doubtVector)
		}
		for at := from; whole && at < to && !m.over; at += 2 {
			m.uint(tlsCompressCertificateAlgorithm, at, 2)
		}
	case tlsExtRecordLimit:
		m.uint(tlsRecordSizeLimit, off, 2)
		m.within(off+2, end)
	case tlsExtKeyShare, tlsExtOldShare:
		m.keyShares(off, end)
	case tlsExtPreShared:
		m.preShared(off, end)
	case tlsExtEarlyData, tlsExtOldEarlyData:
		switch m.kind {
		case tlsNewTicket:
			m.uint(tlsEarlyDataMaxEarlyDataSize, off, 4)
			m.within(off+4, end)
		case tlsClientHello:
			m.early = true
		}
	case tlsExtVersions:
		switch m.kind {
		case tlsClientHello:
			m.list(tlsHandshakeExtensionsSupportedVersionsLen, 0, tlsHandshakeExtensionsSupportedVersion, off, end, 1, 2)
		case tlsServerHello, tlsHelloRetry:
			m.uint(tlsHandshakeExtensionsSupportedVersion, off, 2)
			m.within(off+2, end)
		}
	case tlsExtCookie:
		if from, to, whole := m.vector(tlsHandshakeExtensionsCookieLen, off, end, 2); whole {
			m.bytes(tlsHandshakeExtensionsCookie, from, to-from)
		}
	case tlsExtPSKModes:
		m.list(tlsExtensionPskKeModesLength, 0, tlsExtensionPskKeMode, off, end, 1, 1)
	case tlsExtAuthorities:
		m.authorities(off, end)
	case tlsExtFilters:
		m.filters(off, end)
	case tlsExtConnection, tlsExtOldConnection:
		if m.kind != tlsClientHello && m.kind != tlsServerHello {
			return
		}
		if n := int(m.number(off, 1)); m.has(off+1, n) {
			m.uint(tlsConnectionIDLength, off, 1)
			m.filled(tlsConnectionID, off+1, n)
			m.within(off+1+n, end)
		}
	case tlsExtQUIC, tlsExtOldQUIC:
		m.transport(off, end)
	case tlsExtNextProtocol:
		for off < end && !m.over {
			from, to, whole := m.vector(tlsHandshakeExtensionsNpnStrLen, off, end, 1)
			if !whole {
				return
			}
			m.fixed(tlsHandshakeExtensionsNpn, from, to-from)
			off = to
		}
	case tlsExtSettings:
		if hello {
			m.settings(off, end)
		}
	case tlsExtRenegotiation:
		if from, to, whole := m.vector(tlsHandshakeExtensionsRenegInfoLen, off, end, 1); whole {
			m.filled(tlsHandshakeExtensionsRenegInfo, from, to-from)
		}
	case tlsExtEncryptedName:
		m.encryptedName(off, end)
	default:
		m.bytes(tlsHandshakeExtensionData, off, end-off)
	}
}

// within tells of what goes on to off, behind the end of what holds it.
func (m *tlsMessage) within(off, end int) {
	if off > end {
		m.contradicts()
	}
}

// beyond doubts what goes on to off, behind the end of what holds it.
func (m *tlsMessage) beyond(off, end int) {
	if off > end {
		m.doubts(doubtVector)
	}
}

// list adds a vector of numbers: its length of n octets, all of it, and each
// number, of size octets.
func (m *tlsMessage) list(length, all, one FieldID, off, end, n, size int) {
	from, to, whole := m.vector(length, off, end, n)
	if !whole {
		return
	}
	if all != 0 {
		m.none(all, from, to-from)
	}
	for at := from; at+size <= to && !m.over; at += size {
		m.uint(one, at, size)
	}
}

// groups adds the groups that an end supports (RFC 8446 Section 4.2.7).
func (m *tlsMessage) groups(off, end int) {
	from, to, whole := m.vector(tlsHandshakeExtensionsSupportedGroupsLength, off, end, 2)
	if !whole {
		return
	}
	m.none(tlsHandshakeExtensionsSupportedGroups, from, to-from)
	at := from
	for ; at+2 <= end && !m.over; at += 2 { // whatever their length says
		m.uint(tlsHandshakeExtensionsSupportedGroup, at, 2)
	}
	m.within(at, to)
}

// algorithms adds a list of signature algorithms with the parts that they had up
// to TLS 1.2 (RFC 5246 Section 7.4.1.4.1).
func (m *tlsMessage) algorithms(off, end int) int {
	from, to, whole := m.vector(tlsHandshakeSigHashAlgLen, off, end, 2)
	if !whole {
		return end
	}
	m.none(tlsHandshakeSigHashAlgs, from, to-from)
	for at := from; at+2 <= to && !m.over; at += 2 {
		m.algorithm(at)
	}
	return to
}

func (m *tlsMessage) algorithm(off int) {
	m.uint(tlsHandshakeSigHashAlg, off, 2)
	m.uint(tlsHandshakeSigHashHash, off, 1)
	m.uint(tlsHandshakeSigHashSig, off+1, 1)
}

// serverNames adds the names of the server that a client asks for (RFC 6066
// Section 3).
func (m *tlsMessage) serverNames(off, end int) {
	if off == end {
		return
	}
	off, end, whole := m.vector(tlsHandshakeExtensionsServerNameListLen, off, end, 2)
	if !whole {
		return
	}
	for off < end && !m.over {
		m.uint(tlsHandshakeExtensionsServerNameType, off, 1)
		from, to, whole := m.vector(tlsHandshakeExtensionsServerNameLen, off+1, end, 2)
		if !whole {
			return
		}
		m.fixed(tlsHandshakeExtensionsServerName, from, to-from)
		off = to
	}
}

// protocols adds the protocols offered or, by the server, chosen (RFC 7301).
func (m *tlsMessage) protocols(off, end int) {
	off, end, whole := m.vector(tlsHandshakeExtensionsAlpnLen, off, end, 2)
	if !whole {
		return
	}
	m.none(tlsHandshakeExtensionsAlpnList, off, end-off)
	for first := true; off < end && !m.over; first = false {
		from, to, whole := m.vector(tlsHandshakeExtensionsAlpnStrLen, off, end, 1)
		if !whole {
			return
		}
		m.fixed(tlsHandshakeExtensionsAlpnStr, from, to-from)
		if first && to == end && (m.kind == tlsServerHello || m.kind == tlsEncrypted) && m.has(from, to-from) {
			m.s.protocol = tlsProtocol(m.v.b[from:to])
		}
		off = to
	}
}

// certificateTypes adds the types of certificate that the client offers, or the
// one that the server chooses (RFC 7250 Section 3).
func (m *tlsMessage) certificateTypes(kind uint64, off, end int) {
	if m.kind == tlsClientHello {
		n := int(m.uint(tlsHandshakeCertTypeTypesLen, off, 1))
		if off+1+n != end {
			m.doubts(doubtVector)
			return
		}
		m.none(tlsHandshakeCertTypeTypes, off+1, n)
		for at := off + 1; at < end; at++ {
			m.uint(tlsHandshakeCertTypeType, at, 1)
		}
		return
	}
	if m.kind != tlsServerHello && m.kind != tlsEncrypted && m.kind != tlsCertificate {
		return
	}
	chosen := m.uint(tlsHandshakeCertTypeType, off, 1)
	m.within(off+1, end)
	if kind != tlsExtServerCert {
		m.s.sides[tlsClient].key = chosen
	}
	if kind != tlsExtClientCert {
		m.s.sides[tlsServer].key = chosen
	}
}

// keyShares adds the keys that a client offers, the server's, or the group that it
// asks for (RFC 8446 Section 4.2.8).
func (m *tlsMessage) keyShares(off, end int) {
	switch m.kind {
	case tlsClientHello:
		if off == end {
			return
		}
		off, end, whole := m.vector(tlsHandshakeExtensionsKeyShareClientLength, off, end, 2)
		if !whole {
			return
		}
		for off+4 <= end && !m.over {
			off = m.keyShare(off, end)
		}
	case tlsServerHello:
		if off < end {
			m.keyShare(off, end)
		}
	case tlsHelloRetry:
		m.uint(tlsHandshakeExtensionsKeyShareSelectedGroup, off, 2)
		m.within(off+2, end)
	}
}

func (m *tlsMessage) keyShare(off, end int) int {
	if !m.has(off, 4) {
		return end
	}
	m.uint(tlsHandshakeExtensionsKeyShareGroup, off, 2)
	from, to, whole := m.vector(tlsHandshakeExtensionsKeyShareKeyExchangeLength, off+2, end, 2)
	if !whole {
		return end
	}
	m.bytes(tlsHandshakeExtensionsKeyShareKeyExchange, from, to-from)
	return to
}

// preShared adds the keys that a client says it has, or the one that the server
// takes (RFC 8446 Section 4.2.11).
func (m *tlsMessage) preShared(off, end int) {
	switch m.kind {
	case tlsClientHello:
		off, to, whole := m.vector(tlsHandshakeExtensionsPskIdentitiesLength, off, end, 2)
		if !whole {
			return
		}
		for off < to && !m.over {
			from, at, whole := m.vector(tlsHandshakeExtensionsPskIdentityIdentityLength, off, to, 2)
			if !whole {
				return
			}
			m.bytes(tlsHandshakeExtensionsPskIdentityIdentity, from, at-from)
			m.uint(tlsHandshakeExtensionsPskIdentityObfuscatedTicketAge, at, 4)
			off = at + 4
			m.beyond(off, to)
		}
		from, to, whole := m.vector(tlsHandshakeExtensionsPskBindersLen, to, end, 2)
		if whole {
			m.none(tlsHandshakeExtensionsPskBinders, from, to-from)
		}
	case tlsServerHello:
		m.uint(tlsHandshakeExtensionsPskIdentitySelected, off, 2)
		m.beyond(off+2, end)
	}
}

// settings adds the protocols that have settings of their own (ALPS,
// draft-vvv-tls-alps).
func (m *tlsMessage) settings(off, end int) {
	off, end, whole := m.vector(tlsHandshakeExtensionsAlpsLen, off, end, 2)
	if !whole {
		return
	}
	m.none(tlsHandshakeExtensionsAlpsAlpnList, off, end-off)
	for off < end && !m.over {
		from, to, whole := m.vector(tlsHandshakeExtensionsAlpsAlpnStrLen, off, end, 1)
		if !whole {
			return
		}
		m.fixed(tlsHandshakeExtensionsAlpsAlpnStr, from, to-from)
		off = to
	}
}

// encryptedName adds the name of the server as early drafts encrypt it
// (draft-ietf-tls-esni-01).
func (m *tlsMessage) encryptedName(off, end int) {
	switch m.kind {
	case tlsClientHello:
		m.uint(tlsEsniSuite, off, 2)
		off = m.keyShare(off+2, end)
		from, to, whole := m.vector(tlsEsniRecordDigestLength, off, end, 2)
		if !whole {
			return
		}
		m.filled(tlsEsniRecordDigest, from, to-from)
		if from, to, whole = m.vector(tlsEsniEncryptedSniLength, to, end, 2); whole {
			m.filled(tlsEsniEncryptedSni, from, to-from)
		}
	case tlsEncrypted:
		m.bytes(tlsEsniNonce, off, 16)
	}
}
