package packet

import (
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"math"
	"slices"
	"time"
)

const rawPublicKey = 2 // a certificate type (RFC 7250)

// certificates adds a chain of certificates (RFC 5246 Section 7.4.2, RFC 8446
// Section 4.4.2). What stands inside them is not dissected.
func (m *tlsMessage) certificates() {
	off := m.off
	newer := m.s.version == tlsVersion13
	if newer {
		behind, ok := m.context(off)
		if !ok {
			return
		}
		off = behind
	}
	if m.s.sides[m.from].key == rawPublicKey && !newer {
		m.opaque(tlsHandshakeCertificateLength, tlsHandshakeCertificate, off, m.end, 3)
		return
	}
	off, end, whole := m.vector(tlsHandshakeCertificatesLength, off, m.end, 3)
	if !whole || off == end {
		return
	}
	if m.s.sides[m.from].key != rawPublicKey {
		m.none(tlsHandshakeCertificates, off, end-off)
	}
	for off < end && !m.over {
		at := off + 3
		if off, whole = m.opaque(tlsHandshakeCertificateLength, tlsHandshakeCertificate, off, end, 3); !whole {
			m.doubts(doubtCertificate)
			return
		}
		m.certificate(at, off)
		if newer {
			off = m.extensions(off, end)
		}
	}
}

// certificate doubts the one in octets off to end, unless it is as certificates are.
func (m *tlsMessage) certificate(off, end int) {
	if !m.d.ofExperts {
		return
	}
	if _, err := x509.ParseCertificate(m.v.b[off:end]); err != nil {
		m.doubts(doubtCertificate)
	}
}

// authority does so with a name.
func (m *tlsMessage) authority(off, end int) {
	if !m.d.ofExperts {
		return
	}
	var name pkix.RDNSequence
	rest, err := asn1.Unmarshal(m.v.b[off:end], &name)
	if err != nil || len(rest) > 0 {
		m.doubts(doubtName)
	}
	for _, set := range name {
		for _, a := range set {
			_, text := a.Value.(string)
			if common := slices.Equal(a.Type[:min(len(a.Type), 3)], []int{2, 5, 4}); !common || !text {
				m.doubts(doubtName)
			}
		}
	}
}

// context adds what relates certificates to a request for them.
func (m *tlsMessage) context(off int) (to int, ok bool) {
	from, to, whole := m.vector(tlsHandshakeCertificateRequestContextLength, off, m.end, 1)
	if whole {
		m.filled(tlsHandshakeCertificateRequestContext, from, to-from)
	}
	return to, whole && !m.over
}

func (m *tlsMessage) certificateRequest() {
	if m.s.version == tlsVersion13 {
		if off, ok := m.context(m.off); ok {
			m.extensions(off, m.end)
		}
		return
	}
	from, to, whole := m.vector(tlsHandshakeCertTypesCount, m.off, m.end, 1)
	if !whole {
		return
	}
	m.none(tlsHandshakeCertTypes, from, to-from)
	for at := from; at < to && !m.over; at++ {
		m.uint(tlsHandshakeCertType, at, 1)
	}
	if m.s.version == tlsVersion12 {
		to = m.algorithms(to, m.end)
	}
	m.authorities(to, m.end)
}

// authorities adds the names of those whose certificates are taken.
func (m *tlsMessage) authorities(off, end int) {
	off, end, whole := m.vector(tlsHandshakeDnamesLen, off, end, 2)
	if !whole || off == end {
		return
	}
	m.none(tlsHandshakeDnames, off, end-off)
	for off < end && !m.over {
		from, to, whole := m.vector(tlsHandshakeDnameLen, off, end, 2)
		if !whole {
			return
		}
		m.none(tlsHandshakeDname, from, to-from)
		m.authority(from, to)
		off = to
	}
}

// Kinds of certificate status (RFC 6066 Section 8, RFC 6961).
const (
	statusOCSP      = 1
	statusOCSPMulti = 2
)

// statusRequest adds a request for the status of certificates.
func (m *tlsMessage) statusRequest(off, end int) {
	m.beyond(off+1, end)
	switch m.uint(tlsHandshakeExtensionsStatusRequestType, off, 1) {
	case statusOCSP, statusOCSPMulti:
		m.responders(off+1, end)
	}
}

func (m *tlsMessage) responders(off, end int) int {
	_, off, whole := m.vector(tlsHandshakeExtensionsStatusRequestResponderIDsLen, off, end, 2)
	if whole {
		_, off, whole = m.vector(tlsHandshakeExtensionsStatusRequestExtsLen, off, end, 2)
	}
	if !whole {
		return end
	}
	return off
}

func (m *tlsMessage) statusRequests(off, end int) {
	off, end, whole := m.vector(tlsHandshakeExtensionsStatusRequestListLen, off, end, 2)
	if !whole {
		return
	}
	for off < end && !m.over {
		kind := m.uint(tlsHandshakeExtensionsStatusRequestType, off, 1)
		m.uint(tlsHandshakeExtensionsStatusRequestLen, off+1, 2)
		off += 3
		m.beyond(off, end)
		if kind == statusOCSP || kind == statusOCSPMulti {
			off = m.responders(off, end)
		}
	}
}

// certificateStatus adds the status of certificates. What OCSP says is not
// dissected.
func (m *tlsMessage) certificateStatus(off, end int) {
	switch m.uint(tlsHandshakeExtensionsStatusRequestType, off, 1) {
	case statusOCSP:
		m.doubts(doubtStatus)
		m.vector(tlsHandshakeOcspResponseLen, off+1, end, 3)
	case statusOCSPMulti:
		m.doubts(doubtStatus)
		off, end, whole := m.vector(tlsHandshakeOcspResponseListLen, off+1, end, 3)
		for whole && off < end && !m.over {
			_, off, whole = m.vector(tlsHandshakeOcspResponseLen, off, end, 3)
		}
	}
}

// compressedCertificate adds a Certificate message that is compressed (RFC 8879).
func (m *tlsMessage) compressedCertificate() {
	m.uint(tlsCompressCertificateAlgorithm, m.off, 2)
	m.uint(tlsCompressCertificateUncompressedLength, m.off+2, 3)
	m.opaque(tlsCompressCertificateCompressedCertificateMessageLength, tlsCompressCertificateCompressedCertificateMessage, m.off+5, m.end, 3)
}

// timestamps adds what logs say of a certificate (RFC 6962 Section 3.3).
func (m *tlsMessage) timestamps(off, end int) {
	off, _, whole := m.vector(tlsSctSctsLength, off, end, 2)
	for whole && off < end && !m.over {
		var from int
		from, off, whole = m.vector(tlsSctSctLength, off, end, 2)
		if !whole {
			return
		}
		m.timestamp(from, off)
	}
}

func (m *tlsMessage) timestamp(off, end int) {
	if m.uint(tlsSctSctVersion, off, 1) != 0 {
		return
	}
	m.bytes(tlsSctSctLogid, off+1, 32)
	if n := m.number(off+33, 8); !m.over && n <= math.MaxInt64/uint64(time.Millisecond) { // else no time that a Value can tell
		m.put(tlsSctSctTimestamp, off+33, 8, TimeValue(time.UnixMilli(int64(n))))
	}
	from, to, whole := m.vector(tlsSctSctExtensionsLength, off+41, end, 2)
	if !whole {
		return
	}
	m.some(tlsSctSctExtensions, from, to-from)
	m.algorithm(to)
	m.opaque(tlsSctSctSignatureLength, tlsSctSctSignature, to+2, end, 2)
}

// delegated adds a credential that stands in for a certificate (RFC 9345).
func (m *tlsMessage) delegated(off, end int) {
	m.uint(tlsHandshakeCredValidTime, off, 4)
	m.algorithm(off + 4)
	from, off, whole := m.vector(tlsHandshakeCredPubkeyLen, off+6, end, 3)
	if whole {
		m.filled(tlsHandshakeCredPubkey, from, off-from)
		m.algorithm(off)
		m.opaque(tlsHandshakeCredSignatureLen, tlsHandshakeCredSignature, off+2, end, 2)
	}
}

// filters adds what certificate extensions a server asks for (RFC 8446 Section
// 4.2.5).
func (m *tlsMessage) filters(off, end int) {
	off, end, whole := m.vector(tlsExtensionPskKeModesLength, off, end, 2) // the field that tshark takes for it
	for whole && off < end && !m.over {
		var from int
		from, off, whole = m.vector(tlsExtensionOidFiltersOidLength, off, end, 1)
		if !whole {
			return
		}
		const tag = 6 // of an object identifier in DER
		if n := off - from - 2; n > 0 && m.number(from, 2) == tag<<8|uint64(n) {
			m.oid(tlsExtensionOidFiltersOid, from+2, n)
		}
		m.doubts(doubtExtension)
		_, off, whole = m.vector(tlsExtensionOidFiltersValuesLength, off, end, 2)
	}
}
