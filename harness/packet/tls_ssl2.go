package packet

// SSL 2.0 handshake messages. Later versions' clients have said hello so too (RFC
// 5246 Appendix E.2).
const (
	ssl2ClientHello = 1
	ssl2MasterKey   = 2
	ssl2ServerHello = 4
)

// isSSL2 tells whether a record of SSL 2.0 begins here that holds a hello: a
// client's, or a server's that chooses this version.
func isSSL2(b []byte) bool {
	if len(b) < 5 || b[0]&0x80 == 0 {
		return false
	}
	switch version := uint64(b[3])<<8 | uint64(b[4]); b[2] {
	case ssl2ClientHello:
		return version == sslVersion2 || version >= sslVersion3 && version <= tlsVersion13
	case ssl2ServerHello:
		return len(b) >= 7 && b[5] == sslVersion2>>8 && b[6] == sslVersion2&0xff
	}
	return false
}

// looksLikeSSL2 tells whether a stream on any port begins with a client's hello
// whose lengths add up.
func looksLikeSSL2(b []byte) bool {
	if len(b) < 11 || !isSSL2(b) || b[2] != ssl2ClientHello {
		return false
	}
	suites, session, challenge := int(b[5])<<8|int(b[6]), int(b[7])<<8|int(b[8]), int(b[9])<<8|int(b[10])
	return suites > 0 && suites%3 == 0 && session%16 == 0 && session <= 16 && challenge == 32 &&
		int(b[0]&0x7f)<<8|int(b[1]) == 9+suites+session+challenge
}

// ssl2 adds a record of SSL 2.0, and returns how long it is and how many octets of
// it are yet to come. What is encrypted shows no more than the version.
func (r *tlsRun) ssl2(off int) (n, need int) {
	head, length := 2, int(r.number(off, 2)&0x7fff)
	if r.number(off, 1)&0x80 == 0 { // with padding, which means it is encrypted
		head, length = 3, length&0x3fff
	}
	n = head + length
	if left := r.v.want() - off; n > left {
		return n, n - left
	}
	r.none(tlsRecord, off, n)
	r.computed(tlsRecordVersion, off, 0, sslVersion2)
	kind := r.number(off+head, 1)
	if head != 2 || kind != ssl2ClientHello && kind != ssl2MasterKey && kind != ssl2ServerHello {
		return n, 0
	}
	r.computed(tlsRecordLength, off, 2, uint64(length))
	r.uint(tlsHandshakeType, off+2, 1)
	off += 3
	switch kind {
	case ssl2ClientHello:
		m := tlsMessage{tlsRun: r}
		m.serve()
		r.uint(tlsHandshakeVersion, off, 2)
		suites := int(r.uint(tlsHandshakeCipherSpecLen, off+2, 2))
		session := int(r.uint(tlsHandshakeSessionIDLength, off+4, 2))
		challenge := int(r.uint(tlsHandshakeChallengeLength, off+6, 2))
		off = r.suites2(off+8, suites)
		r.filled(tlsHandshakeSessionID, off, session)
		r.some(tlsHandshakeChallenge, off+session, challenge)
	case ssl2ServerHello:
		r.s.version = sslVersion2
		r.flag(tlsHandshakeSessionIDHit, off, 1, 0xff)
		r.uint(tlsHandshakeCertType, off+1, 1)
		r.uint(tlsHandshakeVersion, off+2, 2)
		certificate := int(r.uint(tlsHandshakeCertificateLength, off+4, 2))
		suites := int(r.uint(tlsHandshakeCipherSpecLen, off+6, 2))
		connection := int(r.uint(tlsHandshakeConnectionIDLength, off+8, 2))
		off += 10
		r.filled(tlsHandshakeCertificate, off, certificate)
		off = r.suites2(off+certificate, suites)
		r.some(tlsHandshakeConnectionID, off, connection)
	case ssl2MasterKey:
		r.uint(tlsHandshakeCipherspec, off, 3)
		plain := int(r.uint(tlsHandshakeClearKeyLength, off+3, 2))
		encrypted := int(r.uint(tlsHandshakeEncryptedKeyLength, off+5, 2))
		argument := int(r.uint(tlsHandshakeKeyArgLength, off+7, 2))
		off += 9
		r.some(tlsHandshakeClearKeyData, off, plain)
		r.some(tlsHandshakeEncryptedKey, off+plain, encrypted)
		r.some(tlsHandshakeKeyArg, off+plain+encrypted, argument)
	}
	return n, 0
}

// suites2 adds n octets of cipher suites, of three octets each.
func (r *tlsRun) suites2(off, n int) (to int) {
	r.none(tlsHandshakeCiphersuites, off, n)
	for at := off; at+3 <= off+n && !r.over; at += 3 {
		r.uint(tlsHandshakeCipherspec, at, 3)
	}
	return off + n
}
