package packet

import "time"

// What a connection has had so far, as tcp.completeness counts it.
const (
	hadSYN = 1 << iota
	hadSYNACK
	hadACK
	hadData
	hadFIN
	hadRST
)

// maxTold is how many frames of a connection are told what comes of it.
const maxTold = 1 << 16

// progress is how far a connection has come.
type progress struct {
	had       uint64
	begun     bool   // a segment was seen
	late      uint64 // what the segment that began it adds in Wireshark's second pass only
	opening   time.Time
	roundTrip time.Duration // from the last SYN to the first acknowledgment without one; 0 while not known
	closer    [2]bool       // which end was the first to close
	told      []told        // frames of the connection, where Options.Backfill is to tell them what comes of it
}

// told is a frame that is told what comes of its connection.
type told struct {
	frame    *Frame
	window   uint64 // as it stands
	scaled   bool   // it means another, by the scale
	low      bool   // it is of the low end
	analyzed bool   // it shows what its numbers say
}

// contribution is what a segment adds to what its connection has had.
func contribution(flags uint64, length int) (had uint64) {
	switch flags & (tcpSYN | tcpACK) {
	case tcpSYN:
		had = hadSYN
	case tcpSYN | tcpACK:
		had = hadSYNACK
	case tcpACK:
		had = hadACK
		if length > 0 {
			had = hadData
		}
	}
	if flags&(tcpFIN|tcpACK) == tcpFIN|tcpACK {
		had |= hadFIN
	}
	if flags&tcpRST != 0 {
		had |= hadRST
	}
	return had
}

// progress adds how far the connection had come before a segment, and notes how
// far it has come with it. A segment that begins what is a connection to the
// capture counts only if it is a SYN, of which the data counts too.
func (l *layer) progress(p *progress, flags uint64, length int, reused bool) {
	if l.d.quoted {
		length = 0
	}
	shown, had := p.had, contribution(flags, length)
	switch {
	case p.begun:
		had &^= hadSYN
	case reused:
		shown = hadSYN
	case had&hadSYN == 0:
		had, p.late = 0, had
	default:
		had, p.late = hadSYN, had
		if length > 0 {
			had |= hadData
		}
	}
	news := p.had|had != p.had
	p.had |= had
	if l.d.o.Backfill {
		if shown = p.had; p.begun {
			shown |= p.late
		}
		if news {
			p.tellCompleteness()
		}
		if len(p.told) < maxTold {
			p.told = append(p.told, told{frame: l.d.f})
		}
	}
	p.begun = true
	l.computed(tcpCompleteness, 0, 0, shown)
}

// tellCompleteness has the frames before show what the connection has come to.
func (p *progress) tellCompleteness() {
	for i, t := range p.told {
		had := p.had
		if i > 0 {
			had |= p.late
		}
		for at := t.frame.Find(tcpCompleteness, 0); at >= 0; at = t.frame.Find(tcpCompleteness, at+1) {
			t.frame.fields[at].num = had
		}
	}
}

// tellRoundTrip has the frames before show it.
func (p *progress) tellRoundTrip(d *Dissector) {
	for _, t := range p.told {
		if t.analyzed && d.wants(tcpAnalysisInitialRtt) {
			t.frame.fields = append(t.frame.fields, Field{ID: tcpAnalysisInitialRtt, typ: Duration, Offset: -1, num: uint64(p.roundTrip)})
		}
	}
}

// latest is the frame in hand, if it is told what comes of its connection.
func (p *progress) latest(d *Dissector) *told {
	if n := len(p.told); n > 0 && p.told[n-1].frame == d.f {
		return &p.told[n-1]
	}
	return nil
}

// noteWindow notes a window that may come to mean another.
func (p *progress) noteWindow(d *Dissector, window, flags uint64, low bool) {
	if t := p.latest(d); t != nil {
		t.window, t.scaled, t.low = window, flags&tcpSYN == 0, low
	}
}

// tellScale has the frames of one end before show windows with the scale that has
// become known.
func (p *progress) tellScale(low bool, scale int8) {
	for _, t := range p.told {
		if !t.scaled || t.low != low {
			continue
		}
		if at := t.frame.Find(tcpWindowSize, 0); at >= 0 {
			t.frame.fields[at].num = t.window << max(scale, 0)
		}
		if at := t.frame.Find(tcpWindowSizeScalefactor, 0); at >= 0 {
			t.frame.fields[at].num = uint64(scaleFactor(scale))
		}
	}
}

// handshake adds what a segment does to the connection: it opens or closes it.
func (l *layer) handshake(p *progress, flags uint64, low bool, src, dst uint16) {
	if l.over {
		return
	}
	if flags&tcpRST != 0 {
		l.expert(tcpConnectionRst)
	}
	switch flags & (tcpSYN | tcpACK) {
	case tcpSYN:
		l.expertNumber(tcpConnectionSyn, "Connection establish request (SYN): server port ", uint64(dst), "")
		if !l.d.quoted || p.opening.IsZero() {
			p.opening = moment(l.d.f)
		}
	case tcpSYN | tcpACK:
		l.expertNumber(tcpConnectionSynack, "Connection establish acknowledge (SYN+ACK): server port ", uint64(src), "")
	}
	if flags&tcpFIN == 0 {
		return
	}
	l.expert(tcpConnectionFin)
	if l.d.quoted {
		return
	}
	this, that := 0, 1
	if !low {
		this, that = that, this
	}
	if p.closer[that] {
		l.expert(tcpConnectionFinPassive)
		return
	}
	p.closer[this] = true
	l.expert(tcpConnectionFinActive)
}

// overtaking is how late a segment may come that another has overtaken: a round
// trip, since what was lost is not sent again sooner.
func (p *progress) overtaking() uint64 {
	if p.roundTrip == 0 {
		return swapWithin
	}
	return uint64(p.roundTrip)
}

// acknowledged notes the round trip that the handshake took.
func (p *progress) acknowledged(d *Dissector) {
	if p.roundTrip == 0 && !p.opening.IsZero() {
		p.roundTrip = moment(d.f).Sub(p.opening)
		p.tellRoundTrip(d)
	}
}
