package packet

import "bytes"

// mailStream is what a connection has said in SMTP.
type mailStream struct {
	reading bool      // a message, not commands
	chunk   uint32    // octets of the last BDAT; 0 while there was none
	read    uint32    // of these
	final   bool      // it was the message's last
	login   loginStep // of AUTH
	secures bool      // it was asked for TLS
	message *message  // the segments that hold the message so far
	size    int       // of these
}

// loginStep is how far an AUTH command has come: what the client has sent or, once
// the server has asked, will send.
type loginStep uint8

const (
	loginNone loginStep = iota
	loginBegun
	loginNameAsked
	loginNameSent
	loginPasswordAsked
	loginPlainBegun
	loginPlainAsked
)

// mailPart is what a segment of a client holds.
type mailPart uint8

const (
	mailCommands mailPart = iota
	mailText              // of a message
	mailEnd               // of a message: its last octets
)

// smtp dissects what one end of a connection says in SMTP (RFC 5321).
func (d *Dissector) smtp(v view, s *tcpStream, request bool) (used, need int) {
	if _, _, ended := cutLine(v.b); !ended && !d.o.NoReassembly && !d.quoted && !v.cut() {
		return 0, oneSegment
	}
	if s.mail == nil {
		s.mail = &mailStream{}
	}
	mail := s.mail
	if d.quoted {
		was := *mail // which a segment that is quoted does not change
		mail = &was
	}
	if !d.enter("smtp") {
		return len(v.b), 0
	}
	l := layer{d: d, v: v}
	l.section(smtpLayer, 0, len(v.b))
	if !request {
		if mail.replies(&l) && !d.quoted {
			s.spoken = tlsLayer
		}
		return len(v.b), 0
	}
	credential := mail.login.field()
	part, end, whole := mail.follow(v.b)
	switch part {
	case mailCommands:
		l.mailCommands(credential)
	case mailText:
		mail.keep(d, v.b)
		if whole {
			mail.finish(&l)
		}
		d.enter("data-text-lines")
	case mailEnd:
		n, _, _ := cutLine(v.b[end:])
		l.none(smtpEom, 0, n)
		mail.keep(d, v.b[:end])
		mail.deliver(&l)
	}
	return len(v.b), 0
}

// field is the field in which a line is shown that answers what the server asked.
func (s loginStep) field() FieldID {
	switch s {
	case loginNameAsked:
		return smtpAuthUsername
	case loginPasswordAsked:
		return smtpAuthPassword
	case loginPlainAsked:
		return smtpAuthUsernamePassword
	default:
		return 0
	}
}

// follow reads what a client sends, and tells what it is: as Wireshark does, it lets
// the last line decide for all of them. Where a message ends, end is where the dot
// stands; whole tells that the last chunk of one (RFC 3030) is complete.
func (s *mailStream) follow(b []byte) (part mailPart, end int, whole bool) {
	for off := 0; off < len(b); {
		n, next, _ := cutLine(b[off:])
		line, rest := b[off:off+n], b[off:]
		switch {
		case s.reading && s.chunk > 0:
			s.read += uint32(len(rest))
			if s.read == s.chunk {
				s.reading = false
				whole, s.final = s.final, false
			}
			return mailText, 0, whole
		case s.reading:
			if bytes.HasPrefix(rest, []byte(".\r\n")) || bytes.HasPrefix(rest, []byte("\r\n.\r\n")) {
				s.reading = false
				return mailEnd, off, false
			}
			part = mailText
		case s.login.field() != 0:
			part = mailCommands
			if s.login == loginNameAsked {
				s.login = loginNameSent
			} else {
				s.login = loginNone
			}
		case isMailCommand(line):
			part = mailCommands
			s.command(line)
		case s.login != loginNone: // what the server asked was not seen
			part = mailCommands
		default:
			part = mailText
		}
		off += next
	}
	return part, 0, false
}

// command notes what a command leads to.
func (s *mailStream) command(line []byte) {
	has := func(word string) bool { return len(line) >= len(word) && equalFold(line[:len(word)], word) }
	switch {
	case has("DATA"):
		s.reading = true
	case has("BDAT"):
		rest := bytes.TrimLeft(line[4:], " ")
		s.chunk, _ = leadingNumber(rest)
		s.read = 0
		s.final = bytes.Contains(bytes.ToUpper(rest), []byte("LAST"))
		s.reading = s.chunk > 0
	case has("AUTH LOGIN"):
		s.login = loginBegun
		if len(line) > len("AUTH LOGIN ") {
			s.login = loginNameSent
		}
	case has("AUTH PLAIN"):
		if len(line) <= len("AUTH PLAIN ") {
			s.login = loginPlainBegun
		}
	case has("STARTTLS"):
		s.secures = true
	}
}

// isMailCommand tells whether a line begins with a command: a word of four letters, or
// one of a few longer ones.
func isMailCommand(line []byte) bool {
	word, _, _ := bytes.Cut(line, []byte(" "))
	if len(word) != 4 {
		for _, long := range [...]string{"STARTTLS", "X-EXPS", "X-LINK2STATE", "XEXCH50"} {
			if equalFold(word, long) {
				return true
			}
		}
		return false
	}
	for _, c := range word {
		if c|0x20 < 'a' || c|0x20 > 'z' {
			return false
		}
	}
	return true
}

// mailCommands shows commands, or what a client answers to the server's challenge.
func (l *layer) mailCommands(credential FieldID) {
	for off := 0; off < len(l.v.b) && !l.over; {
		n, next, _ := cutLine(l.v.b[off:])
		l.put(smtpReq, off, 0, BoolValue(true))
		if credential != 0 {
			l.text(credential, off, n)
			if credential == smtpAuthUsernamePassword {
				l.expert(smtpBase64Decode)
			}
		} else {
			l.mailCommand(off, n, next)
		}
		off += next
	}
}

func (l *layer) mailCommand(off, n, next int) {
	l.text(smtpCommandLine, off, next)
	l.text(smtpReqCommand, off, min(n, 4))
	if n > 5 {
		l.text(smtpReqParameter, off+5, n-5)
	}
	line := l.v.b[off : off+n]
	const head = len("AUTH LOGIN ")
	if n > head {
		switch {
		case equalFold(line[:head-1], "AUTH LOGIN"):
			l.text(smtpAuthUsername, off+head, n-head)
		case equalFold(line[:head-1], "AUTH PLAIN"):
			l.text(smtpAuthUsernamePassword, off+head, n-head)
			l.expert(smtpBase64Decode)
		}
	}
}

// replies shows what a server says, and tells whether TLS begins with it (RFC 3207).
func (s *mailStream) replies(l *layer) (secure bool) {
	l.put(smtpRsp, 0, 0, BoolValue(true))
	more, first := false, uint64(0)
	for off := 0; off < len(l.v.b) && !l.over; {
		n, next, _ := cutLine(l.v.b[off:])
		line := l.v.b[off : off+n]
		if code, ok := replyCode(line); ok {
			switch {
			case !more:
				l.text(smtpResponse, off, next)
				l.computed(smtpResponseCode, off, 3, code)
				first = code
			case code != first:
				l.expertf(smtpResponseCodeUnexpected, "Unexpected response code %d in multiline response. Expected %d", code, first)
			}
			if n >= 4 {
				l.text(smtpRspParameter, off+4, n-4)
			}
			more = n >= 4 && line[3] == '-'
			s.answered(code)
			secure = secure || s.secures && code == 220
			s.secures = false
		}
		off += next
	}
	return secure
}

// answered notes what a reply means to an AUTH command (RFC 4954).
func (s *mailStream) answered(code uint64) {
	step := s.login
	s.login = loginNone
	if code != 334 {
		return
	}
	switch step {
	case loginBegun, loginNameAsked:
		s.login = loginNameAsked
	case loginNameSent:
		s.login = loginPasswordAsked
	case loginPlainBegun:
		s.login = loginPlainAsked
	default:
	}
}

// keep adds a segment to the message.
func (s *mailStream) keep(d *Dissector, b []byte) {
	if d.quoted || len(b) == 0 {
		return
	}
	if s.message == nil || s.message.gone || s.size+len(b) > maxMessage {
		if s.message != nil {
			d.recall().messages.end(s.message)
		}
		s.message, s.size = d.recall().messages.begin(), 0
	}
	d.recall().messages.add(s.message, d.sight(), s.size, b)
	s.size += len(b)
}

// take returns the message so far, if there is one, and forgets it.
func (s *mailStream) take(d *Dissector) *message {
	m := s.message
	s.message = nil
	if m == nil || m.gone || d.quoted {
		return nil
	}
	d.recall().messages.end(m)
	return m
}

// finish tells in which frame the last chunk of a message stood.
func (s *mailStream) finish(l *layer) {
	m := s.take(l.d)
	if m == nil {
		return
	}
	for i := range m.pieces {
		l.d.backfill(m.pieces[i].frame, smtpDataReassembledIn)
	}
	l.computed(smtpDataReassembledIn, 0, 0, uint64(l.d.f.Number))
}

// deliver shows a message that has come whole.
func (s *mailStream) deliver(l *layer) {
	m := s.take(l.d)
	if m == nil {
		return
	}
	m.end = s.size
	m.join()
	m.show(l, fragmentFields{tree: smtpDataFragments, fragment: smtpDataFragment, count: smtpDataFragmentCount, in: smtpDataReassembledIn, length: smtpDataReassembledLength})
	l.d.imf(view{b: m.whole, off: -1})
}
