package packet

import (
	"crypto/md5"
	"encoding/hex"
	"strconv"
	"time"
)

// TLS handshake messages (RFC 8446 Section 4, RFC 5246 Section 7.4, RFC 5077,
// RFC 6066, RFC 4680, RFC 8879).
const (
	tlsHelloRequest      = 0
	tlsClientHello       = 1
	tlsServerHello       = 2
	tlsHelloVerify       = 3
	tlsNewTicket         = 4
	tlsEndOfEarlyData    = 5
	tlsHelloRetry        = 6
	tlsEncrypted         = 8
	tlsCertificate       = 11
	tlsServerKey         = 12
	tlsCertificateWanted = 13
	tlsServerDone        = 14
	tlsCertificateProof  = 15
	tlsClientKey         = 16
	tlsFinished          = 20
	tlsCertificateURL    = 21
	tlsCertificateStatus = 22
	tlsSupplemental      = 23
	tlsKeyUpdate         = 24
	tlsCompressed        = 25
	tlsNextProtocol      = 67
)

func isTLSMessage(kind uint64) bool {
	switch kind {
	case tlsHelloRequest, tlsClientHello, tlsServerHello, tlsHelloVerify, tlsNewTicket, tlsEndOfEarlyData, tlsHelloRetry, tlsEncrypted,
		tlsCertificate, tlsServerKey, tlsCertificateWanted, tlsServerDone, tlsCertificateProof, tlsClientKey,
		tlsFinished, tlsCertificateURL, tlsCertificateStatus, tlsSupplemental, tlsKeyUpdate, tlsCompressed, tlsNextProtocol:
		return true
	}
	return false
}

// handshakes adds the handshake messages of a record that stand from off to end.
// The first may go on from a record before, the last may go on in the next.
func (r *tlsRun) handshakes(off, end int) {
	off += r.proceed(off, end)
	for off < end && !r.over {
		if r.isEncrypted(off, end) {
			r.span(tlsHandshake, off, end-off)
			return
		}
		if n := end - off; n < 4 || 4+int(r.number(off+1, 3)) > n {
			r.span(tlsHandshake, off, n)
			r.await(off, end)
			return
		}
		n := 4 + int(r.number(off+1, 3))
		m := tlsMessage{tlsRun: r, off: off, end: off + n}
		m.dissect()
		off += n
	}
}

// isEncrypted tells whether an encrypted handshake message stands from off to end,
// as Wireshark guesses: it has octets enough for an authentication code, and the
// sender has changed the cipher spec in an earlier frame, or this is no message.
func (r *tlsRun) isEncrypted(off, end int) bool {
	if end-off < 16 {
		return false
	}
	if changed := r.s.sides[r.from].changed; changed != 0 && changed < r.d.f.Number {
		return true
	}
	kind, length := r.number(off, 1), r.number(off+1, 3)
	return !isTLSMessage(kind) || length >= 1<<16 || r.number(off, 5) == 0 // an explicit nonce, counted from 0
}

// await keeps the beginning of a message that is to go on in later records.
func (r *tlsRun) await(off, end int) {
	if r.d.quoted || !r.has(off, end-off) {
		return
	}
	m := r.d.recall().messages.begin()
	r.d.recall().messages.add(m, r.d.sight(), 0, r.v.b[off:end])
	r.s.sides[r.from].fragment = m
}

// proceed gives a record's octets to the message that earlier records began, adds
// the message if that completes it, and returns how many belong to it.
func (r *tlsRun) proceed(off, end int) int {
	side := &r.s.sides[r.from]
	m := side.fragment
	if m == nil || m.gone || !r.has(off, end-off) {
		side.fragment = nil
		return 0
	}
	var head [4]byte
	n := 0
	for i := range m.pieces {
		n += copy(head[n:], m.of(&m.pieces[i]))
	}
	n += copy(head[n:], r.v.b[off:end])
	m.end = -1
	take := end - off
	if n == len(head) {
		m.end = 4 + int(head[1])<<16 + int(head[2])<<8 + int(head[3])
		take = min(take, m.end-m.octets)
	}
	r.d.recall().messages.add(m, r.d.sight(), m.octets, r.v.b[off:off+take])
	r.span(tlsHandshake, off, take)
	if m.octets != m.end || m.gone {
		return take
	}
	m.join()
	side.fragment = nil
	r.d.recall().messages.end(m)
	m.show(&r.layer, fragmentFields{tree: tlsHandshakeFragments, fragment: tlsHandshakeFragment, count: tlsHandshakeFragmentCount, in: tlsHandshakeReassembledIn})
	whole := *r
	whole.layer = layer{d: r.d, v: view{b: m.whole, off: -1}}
	message := tlsMessage{tlsRun: &whole, end: len(m.whole)}
	message.dissect()
	r.over = whole.over
	return take
}

// tlsMessage is a handshake message that stands from off to end.
type tlsMessage struct {
	*tlsRun
	kind     uint64
	off, end int
	early    bool // the client offers early data
}

func (m *tlsMessage) dissect() {
	m.span(tlsHandshake, m.off, m.end-m.off)
	m.kind = m.uint(tlsHandshakeType, m.off, 1)
	m.uint(tlsHandshakeLength, m.off+1, 3)
	m.off += 4
	switch m.kind {
	case tlsClientHello:
		m.clientHello()
	case tlsServerHello:
		m.s.resumed = true
		m.serverHello()
	case tlsServerDone:
		m.s.resumed = false
	case tlsHelloRetry:
		m.helloRetry()
	case tlsNewTicket:
		m.newTicket()
	case tlsEncrypted:
		m.extensions(m.off, m.end)
	case tlsCertificate:
		m.certificates()
	case tlsCertificateWanted:
		m.certificateRequest()
	case tlsServerKey:
		m.serverKey()
	case tlsClientKey:
		m.clientKey()
	case tlsCertificateProof:
		m.signature(m.off, m.end, tlsHandshakeClientCertVrfySigLen, tlsHandshakeClientCertVrfySig)
	case tlsFinished:
		m.finished()
	case tlsCertificateStatus:
		m.certificateStatus(m.off, m.end)
	case tlsKeyUpdate:
		m.uint(tlsHandshakeKeyUpdateRequestUpdate, m.off, 1)
	case tlsCompressed:
		m.compressedCertificate()
	case tlsNextProtocol:
		m.nextProtocol()
	}
}

// vector adds the length, of n octets, of a vector at off, and returns from where
// to where that stands and whether all of it stands before end.
func (l *layer) vector(id FieldID, off, end, n int) (from, to int, whole bool) {
	if end-off < n {
		l.contradicts()
		return off, off, false
	}
	size := int(l.uint(id, off, n))
	from = off + n
	if size > end-from {
		l.contradicts()
		return from, end, false
	}
	return from, from + size, true
}

// filled adds octets, if there are any.
func (l *layer) filled(id FieldID, off, n int) {
	if n > 0 {
		l.bytes(id, off, n)
	}
}

// some adds octets without their value, if there are any.
func (l *layer) some(id FieldID, off, n int) {
	if n > 0 {
		l.none(id, off, n)
	}
}

// hello adds what the hellos of both ends have in common, and returns where that
// ends.
func (m *tlsMessage) hello() int {
	off := m.off
	m.uint(tlsHandshakeVersion, off, 2)
	m.bytes(tlsHandshakeRandom, off+2, 32)
	if m.s.version != tlsVersion13 {
		if m.has(off+2, 4) {
			m.put(tlsHandshakeRandomTime, off+2, 4, TimeValue(time.Unix(int64(m.number(off+2, 4)), 0)))
		}
		m.bytes(tlsHandshakeRandomBytes, off+6, 28)
	}
	n := int(m.uint(tlsHandshakeSessionIDLength, off+34, 1))
	m.filled(tlsHandshakeSessionID, off+35, n)
	return off + 35 + n
}

func (m *tlsMessage) clientHello() {
	m.serve()
	version := m.number(m.off, 2)
	off := m.hello()
	from, to, whole := m.vector(tlsHandshakeCipherSuitesLength, off, m.end, 2)
	if !whole || m.over {
		return
	}
	suites := [2]int{from, to}
	m.none(tlsHandshakeCiphersuites, from, to-from)
	for at := from; at+2 <= to && !m.over; at += 2 {
		m.uint(tlsHandshakeCiphersuite, at, 2)
	}
	from, to, whole = m.vector(tlsHandshakeCompMethodsLength, to, m.end, 1)
	if !whole || m.over {
		return
	}
	m.none(tlsHandshakeCompMethods, from, to-from)
	for at := from; at < to && !m.over; at++ {
		m.uint(tlsHandshakeCompMethod, at, 1)
	}
	extensions := to
	if extensions < m.end {
		m.extensions(extensions, m.end)
	}
	if m.over {
		return
	}
	if m.early { // which only TLS 1.3 has
		m.s.settle(tlsVersion13)
	}
	d := m.d
	at := m.fingerprint(version)
	for i, off := 0, suites[0]; off+2 <= suites[1]; off += 2 {
		if suite := m.number(off, 2); !isGREASE(suite) {
			d.ink = appendDashed(d.ink, &i, suite)
		}
	}
	m.fingerprintExtensions(extensions)
	d.ink = append(d.ink, ',')
	m.fingerprintList(extensions, tlsExtGroups, 2)
	d.ink = append(d.ink, ',')
	m.fingerprintList(extensions, tlsExtPointFormats, 1)
	m.digest(at, extensions, tlsHandshakeJa3Full, tlsHandshakeJa3)
}

// serve notes that the other end is the server.
func (m *tlsMessage) serve() {
	m.s.served, m.s.serverIsLow = true, !m.low
	m.from = tlsClient
}

// retryRandom marks a server's hello that is a request for another of the
// client's (RFC 8446 Section 4.1.3).
const retryRandom = "\xcf\x21\xad\x74\xe5\x9a\x61\x11\xbe\x1d\x8c\x02\x1e\x65\xb8\x91\xc2\xa2\x11\x16\x7a\xbb\x8c\x5e\x07\x9e\x09\xe2\xc8\xa8\x33\x9c"

func (m *tlsMessage) serverHello() {
	m.s.settle(m.serverVersion())
	version := m.number(m.off, 2)
	if b := m.v.b[m.off:]; len(b) >= 34 && string(b[2:34]) == retryRandom {
		m.kind = tlsHelloRetry
	}
	off := m.hello()
	suite := m.uint(tlsHandshakeCiphersuite, off, 2)
	if !m.over {
		m.s.suite = suite
	}
	m.uint(tlsHandshakeCompMethod, off+2, 1)
	extensions := off + 3
	if extensions < m.end {
		m.extensions(extensions, m.end)
	}
	if m.over {
		return
	}
	at, i := m.fingerprint(version), 0
	m.d.ink = appendDashed(m.d.ink, &i, suite)
	m.fingerprintExtensions(extensions)
	m.digest(at, extensions, tlsHandshakeJa3sFull, tlsHandshakeJa3s)
}

// serverVersion reads of a server's hello the version that it chooses: that of an
// extension, or else that which stands first.
func (m *tlsMessage) serverVersion() uint64 {
	b := m.v.b[min(m.off, len(m.v.b)):min(m.end, len(m.v.b))]
	if len(b) < 2 {
		return 0
	}
	version := uint64(b[0])<<8 | uint64(b[1])
	if len(b) < 35 {
		return version
	}
	off := m.off + 35 + int(b[34]) + 5
	for _, to := m.walk(off - 2); off+4 <= to; {
		kind, n := m.number(off, 2), int(m.number(off+2, 2))
		if kind == tlsExtVersions && n == 2 && off+6 <= to {
			return m.number(off+4, 2)
		}
		off += 4 + n
	}
	return version
}

// walk returns where the extensions stand whose length stands at off.
func (m *tlsMessage) walk(off int) (from, to int) {
	if off+2 > m.end || off+2 > len(m.v.b) {
		return off, off
	}
	return off + 2, min(off+2+int(m.number(off, 2)), m.end, len(m.v.b))
}

func (m *tlsMessage) helloRetry() {
	m.s.settle(m.uint(tlsHandshakeVersion, m.off, 2))
	m.uint(tlsHandshakeCiphersuite, m.off+2, 2)
	m.extensions(m.off+4, m.end)
}

// isGREASE tells whether a number is one of those that keep peers from choking on
// what they do not know (RFC 8701).
func isGREASE(n uint64) bool { return n&0x0f0f == 0x0a0a && n>>8 == n&0xff }

// appendDashed appends a number, behind a dash where it is not the first.
func appendDashed(b []byte, i *int, n uint64) []byte {
	if *i++; *i > 1 {
		b = append(b, '-')
	}
	return strconv.AppendUint(b, n, 10)
}

// fingerprint begins a JA3 or JA3S string and returns where it stands in the ink.
func (m *tlsMessage) fingerprint(version uint64) int {
	d := m.d
	d.ink = d.ready(3 * (m.end - m.off + 16)) // two octets become six at most, those of lists one more
	at := len(d.ink)
	d.ink = strconv.AppendUint(d.ink, version, 10)
	d.ink = append(d.ink, ',')
	return at
}

// fingerprintExtensions appends the types of the extensions at off.
func (m *tlsMessage) fingerprintExtensions(off int) {
	d, i := m.d, 0
	d.ink = append(d.ink, ',')
	for off, to := m.walk(off); off+4 <= to; {
		if kind := m.number(off, 2); !isGREASE(kind) {
			d.ink = appendDashed(d.ink, &i, kind)
		}
		off += 4 + int(m.number(off+2, 2))
	}
}

// fingerprintList appends what an extension of that kind lists: numbers of n
// octets, behind a length of as many.
func (m *tlsMessage) fingerprintList(off int, kind uint64, n int) {
	d, i, seen := m.d, 0, false
	for off, to := m.walk(off); off+4 <= to; {
		this, size := m.number(off, 2), int(m.number(off+2, 2))
		off += 4
		end := min(off+size, to)
		if this == kind && off+n <= len(m.v.b) {
			if seen { // as Wireshark does of an extension that comes twice
				d.ink, i = append(d.ink, ','), 0
			}
			seen = true
			list := off + n + int(m.number(off, n))
			if n == 2 && list <= end {
				list = end
			}
			for at := off + n; at+n <= list && at+n <= len(m.v.b) && (n == 1 || list <= end); at += n {
				if u := m.number(at, n); n == 1 || !isGREASE(u) {
					d.ink = appendDashed(d.ink, &i, u)
				}
			}
		}
		off += size
	}
}

// digest adds the string that stands at at in the ink, and its MD5.
func (m *tlsMessage) digest(at, off int, full, short FieldID) {
	d := m.d
	text := d.keep(at)
	m.written(full, off, 0, text)
	sum := md5.Sum(text)
	d.ink = d.ready(2 * len(sum))
	at = len(d.ink)
	d.ink = hex.AppendEncode(d.ink, sum[:])
	m.written(short, off, 0, d.keep(at))
}
