package packet

// TLS content types (RFC 8446 Section 5.1, RFC 6520 Section 3).
const (
	tlsChangeCipher = 20
	tlsAlert        = 21
	tlsHandshakes   = 22
	tlsData         = 23
	tlsHeartbeat    = 24
	tlsConnection   = 25 // RFC 9146
)

// TLS versions as they stand in records and messages.
const (
	sslVersion2  = 0x0002
	gmVersion    = 0x0101 // GB/T 38636
	sslVersion3  = 0x0300
	tlsVersion10 = 0x0301
	tlsVersion12 = 0x0303
	tlsVersion13 = 0x0304
)

// tlsStream is what a connection has said in TLS.
type tlsStream struct {
	version     uint64 // that the ends agree on; 0 while not known
	suite       uint64
	protocol    string // that application data is in, by ALPN; empty while not known
	served      bool   // which end is the server is known
	serverIsLow bool
	resumed     bool       // the server has said hello, and not that it is done
	sides       [2]tlsSide // the client's first
}

// tlsSide is what one end has said.
type tlsSide struct {
	changed  int      // the number of the frame in which it changed the cipher spec; 0 for none
	key      uint64   // the type of certificate it shows
	fragment *message // a handshake message that further records continue
}

// The ends of a connection.
const (
	tlsClient = 0
	tlsServer = 1
)

// tlsRun is a run of TCP octets in which records stand.
type tlsRun struct {
	layer
	s        *tlsStream
	from     int // the end that sends them
	src, dst uint16
	low      bool // the sender is the low end of the stream's key
}

// tls dissects the records in a run of TCP octets (RFC 8446 Section 5), as
// applications of TCP are: it returns what it used up and what more it needs. As
// in Wireshark, the layer shows even where no record is whole, but for its second
// pass.
func (d *Dissector) tls(v view, s *tcpStream, src, dst uint16) (used, need int) {
	path := len(d.protocols)
	if !d.enter("tls") {
		return len(v.b), 0
	}
	if s.tls == nil {
		s.tls = &tlsStream{}
	}
	_, low := newStreamKey(d.src, d.dst, src, dst)
	r := tlsRun{layer: layer{d: d, v: v}, s: s.tls, src: src, dst: dst, low: low}
	if d.quoted { // which changes nothing
		state := *s.tls
		state.sides[tlsClient].fragment, state.sides[tlsServer].fragment = nil, nil
		r.s = &state
	}
	r.from = r.sender()
	patient := !d.o.NoReassembly && !d.quoted && !v.cut()
	at := len(d.fields)
	r.section(tlsLayer, 0, len(v.b))
	used, need = r.records(patient)
	if used == 0 && need != 0 && d.o.Backfill {
		d.fields = d.fields[:at]
		d.leave(path)
	}
	return used, need
}

// records adds the records of the run, and returns what they use up and what more
// the next one needs, if that can come.
func (r *tlsRun) records(patient bool) (used, need int) {
	b := r.v.b
	for used < len(b) && !r.over {
		left := r.v.want() - used
		if left < 5 {
			if patient {
				return used, oneSegment
			}
			break
		}
		if isSSL2(b[used:]) && (r.s.version == 0 || b[used+2] == ssl2ClientHello) || r.s.version == sslVersion2 {
			n, more := r.ssl2(used)
			if more != 0 && patient {
				return used, more
			}
			used += n
			continue
		}
		kind, version, length := r.number(used, 1), r.number(used+1, 2), int(r.number(used+3, 2))
		if r.over || !isTLSContent(kind) || r.s.version == 0 && !isTLSVersion(version) {
			break // octets that are no record, and all behind them
		}
		if left < 5+length {
			if patient {
				return used, 5 + length - left
			}
			r.d.runsOut(r.v)
			break
		}
		r.record(used, kind, version, length)
		used += 5 + length
	}
	return len(b), 0
}

// sender tells which end has sent the run: by the client's hello, or else by the
// port.
func (r *tlsRun) sender() int {
	if r.s.served && r.s.serverIsLow == r.low || !r.s.served && tlsPort(r.src) != "" {
		return tlsServer
	}
	return tlsClient
}

func isTLSContent(kind uint64) bool { return kind >= tlsChangeCipher && kind <= tlsConnection }

// isTLSVersion tells whether a record's version may begin a connection; TLS 1.3
// says 1.2, or 1.0 at first.
func isTLSVersion(version uint64) bool {
	return version >= sslVersion3 && version <= tlsVersion12 || version == gmVersion
}

// looksLikeTLS tells whether a stream on any port begins with TLS, by the header
// of its first record.
func looksLikeTLS(b []byte) bool {
	if looksLikeSSL2(b) {
		return true
	}
	if len(b) < 5 || b[0] != tlsHandshakes && b[0] != tlsData {
		return false
	}
	length := int(b[3])<<8 | int(b[4])
	return isTLSVersion(uint64(b[1])<<8|uint64(b[2])) && length > 0 && length < 1<<14+2048
}

// isPlainText tells whether octets that are to be TLS are not: they begin with
// four printable characters, as what a server says to who does not speak TLS.
func isPlainText(b []byte) bool {
	if len(b) < 5 {
		return false
	}
	for _, c := range b[:4] {
		if c < 0x20 || c > 0x7e {
			return false
		}
	}
	return true
}

// record adds one record.
func (r *tlsRun) record(off int, kind, version uint64, length int) {
	first := uint64(0)
	if length > 0 {
		first = r.number(off+5, 1)
	}
	if r.s.version == 0 && isTLSAuthoritative(kind, first) {
		r.s.settle(version)
	}
	r.span(tlsRecord, off, 5+length)
	if kind == tlsData && r.s.version == tlsVersion13 {
		r.uint(tlsRecordOpaqueType, off, 1)
	} else {
		r.uint(tlsRecordContentType, off, 1)
	}
	r.uint(tlsRecordVersion, off+1, 2)
	r.uint(tlsRecordLength, off+3, 2)
	off += 5
	end := off + length
	if r.number(off, 1); r.over {
		return // as Wireshark does of an empty record that ends what there is
	}
	if end > len(r.v.b) && (kind == tlsData || r.s.version != tlsVersion13) {
		r.lack(len(r.v.b), 1) // as Wireshark, which would decipher it
		return
	}
	switch kind {
	case tlsChangeCipher:
		r.none(tlsChangeCipherSpec, off, length)
		r.changeCipher()
	case tlsAlert:
		r.alert(off, length)
	case tlsHandshakes:
		r.handshakes(off, end)
	case tlsData:
		r.bytes(tlsAppData, off, length)
		if name := r.application(); name != "" {
			r.written(tlsAppDataProto, 0, 0, r.d.write(name))
		}
	case tlsHeartbeat:
		r.heartbeat(off, length)
	}
}

// isTLSAuthoritative tells whether a record of that kind, whose first octet is
// first, is in the version that the ends agree on.
func isTLSAuthoritative(kind, first uint64) bool {
	if kind == tlsHandshakes {
		return isTLSMessage(first) && first != tlsClientHello
	}
	return kind != tlsConnection
}

// settle notes the version of a connection.
func (s *tlsStream) settle(version uint64) {
	switch {
	case version>>8 == 0x7f && version&0xff >= 14 && version&0xff <= 28, version == 0xfb17, version == 0xfb1a: // drafts of TLS 1.3
		s.version = tlsVersion13
	case isTLSVersion(version), version == tlsVersion13:
		s.version = version
	}
}

// span adds a field without a value for n octets, as far as they were captured.
func (l *layer) span(id FieldID, off, n int) {
	l.none(id, off, min(n, len(l.v.b)-off))
}

// changeCipher notes that what this end says from the next frame on is encrypted.
// Where the server says so without having been done with its hello, it resumes a
// session (RFC 5246 Section 7.3).
func (r *tlsRun) changeCipher() {
	side := &r.s.sides[r.from]
	if side.changed != 0 || r.s.version == tlsVersion13 {
		return
	}
	side.changed = max(r.d.f.Number, 1)
	if r.from == tlsServer && r.s.resumed {
		r.expert(tlsResumed)
	}
}

// alert adds an alert, which is encrypted where it is longer than alerts are.
func (r *tlsRun) alert(off, length int) {
	r.none(tlsAlertMessage, off, length)
	if length == 2 {
		r.uint(tlsAlertMessageLevel, off, 1)
		r.uint(tlsAlertMessageDesc, off+1, 1)
	}
}

// heartbeat adds a heartbeat message (RFC 6520 Section 4), or an encrypted one.
func (r *tlsRun) heartbeat(off, length int) {
	r.none(tlsHeartbeatMessage, off, length)
	kind, n := r.number(off, 1), int(r.number(off+1, 2))
	if r.over || kind != 1 && kind != 2 {
		return
	}
	r.uint(tlsHeartbeatMessageType, off, 1)
	r.uint(tlsHeartbeatMessagePayloadLength, off+1, 2)
	if n+3+16 > length {
		r.expertNumber(tlsHeartbeatMessagePayloadLengthInvalid, "Invalid heartbeat payload length (", uint64(n), ")")
		r.bytes(tlsHeartbeatMessagePayload, off+3, max(length-3, 0))
		return
	}
	r.bytes(tlsHeartbeatMessagePayload, off+3, n)
	r.bytes(tlsHeartbeatMessagePadding, off+3+n, length-3-n)
}

// application names the protocol of the application data: what the ends agreed
// on, or else by the sender's port, or else by the receiver's.
func (r *tlsRun) application() string {
	if r.s.protocol != "" {
		return r.s.protocol
	}
	if name := tlsPort(r.src); name != "" {
		return name
	}
	return tlsPort(r.dst)
}
