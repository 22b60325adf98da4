package packet

// authentication dissects an authentication header (RFC 4302 Section 2) and returns
// its length.
func (l *layer) authentication(off int) int {
	words := int(l.number(off+1, 1))
	n := (words + 2) * 4
	if l.over || !l.d.enter("ah") {
		l.broken()
		return 0
	}
	l.header(ahLayer, off, min(n, len(l.v.b)-off), l.v.b[off:])
	l.uint(ahNextHeader, off, 1)
	l.uint(ahLength, off+1, 1)
	l.bytes(ahReserved, off+2, 2)
	l.uint(ahSpi, off+4, 4)
	l.uint(ahSequence, off+8, 4)
	l.bytes(ahIcv, off+12, n-12)
	return n
}

// authenticated dissects an authentication header of IPv4 and what it protects.
func (d *Dissector) authenticated(v view) {
	l := layer{d: d, v: v}
	n := l.authentication(0)
	switch {
	case l.over:
	case v.want() > n:
		d.protocol(int(v.b[0]), v.from(n))
	default:
		l.doubts(doubtEmpty)
	}
}

// sequence is how far the packets of a security association have come.
type sequence struct {
	number uint64
	frame  int
}

const maxAssociations = 1 << 12

// esp dissects the head of an encapsulating security payload (RFC 4303 Section 2): the
// rest is secret.
func (d *Dissector) esp(v view) {
	if !d.enter("esp") {
		return
	}
	l := layer{d: d, v: v}
	l.section(espLayer, 0, len(v.b))
	spi := uint32(l.uint(espSpi, 0, 4))
	number := l.uint(espSequence, 4, 4)
	if l.over || d.quoted {
		return
	}
	if before, known := d.recall().associations.find(spi, maxAssociations); known && number != before.number+1 {
		l.computed(espSequenceAnalysisExpectedSn, 0, 0, before.number+1)
		l.espMissed(spi, number, before.number)
		l.computed(espSequenceAnalysisPreviousFrame, 0, 0, uint64(before.frame))
	}
	d.recall().associations.put(spi, sequence{number, d.f.Number}, maxAssociations)
}

// espMissed tells how far a packet is from the one that was to come.
func (l *layer) espMissed(spi uint32, number, before uint64) {
	id := espSequenceAnalysisWrongSequenceNumber
	switch next := uint64(uint32(before) + 1); {
	case number == before:
		l.expertf(id, "Wrong Sequence Number for SPI %08x - %d repeated", spi, number)
	case number > next:
		l.expertf(id, "Wrong Sequence Number for SPI %08x - %d missing", spi, number-next)
	default:
		l.expertf(id, "Wrong Sequence Number for SPI %08x - %d less than expected", spi, next-number)
	}
}
