package packet

import "time"

// udpStream is a conversation over UDP.
type udpStream struct {
	index    uint32
	numbered bool     // it has an index: a packet of it was seen
	follows  bool     // another stream, with the index first
	first    uint32   // else its own index
	from     sighting // the frame after which it follows
	times    moments

	spoken   FieldID   // the layer of the protocol that claimed it, or 0
	transfer *transfer // of TFTP
	web      *webStream
}

// udpDatagram dissects UDP (RFC 768).
func (d *Dissector) udpDatagram(v view) {
	if !d.enter("udp") {
		return
	}
	l := layer{d: d, v: v}
	if !l.has(0, 4) {
		return
	}
	l.carrier(udpLayer, 0, min(8, len(v.b)), len(v.b))
	src := uint16(l.uint(udpSrcport, 0, 2))
	dst := uint16(l.uint(udpDstport, 2, 2))
	l.computed(udpPort, 0, 2, uint64(src))
	l.computed(udpPort, 2, 2, uint64(dst))
	l.traceroute(src)
	l.traceroute(dst)
	length := int(l.uint(udpLength, 4, 2))
	if l.over {
		return
	}
	jumbo := length == 0 && d.src.Is6()
	if jumbo {
		length = v.want() // RFC 2675: a jumbogram
	}
	if d.partial {
		v = v.wanting(max(v.want(), length)) // the rest lies in other fragments
	}
	if length < 8 {
		l.expertNumber(udpLengthBad, "Bad length value ", uint64(length), " < 8")
		return
	}
	if length > v.want() && !d.quoted {
		l.expertNumber(udpLengthBad, "Bad length value ", uint64(length), " > IP payload length")
	}
	if jumbo && length < 1<<16 {
		l.expert(udpLengthBadZero)
	}
	whole := v.first(min(length, v.want()))
	sum := l.uint(udpChecksum, 6, 2)
	switch {
	case sum == 0 && (d.src.Is4() || d.quoted):
		l.computed(udpChecksumStatus, 6, 0, checksumNotPresent)
	case sum == 0:
		l.computed(udpChecksumStatus, 6, 0, checksumIllegal)
		l.expert(udpChecksumZero)
	case d.o.VerifyChecksums && !whole.cut():
		right := checksum(pseudo(d.src, d.dst, protocolUDP, length), whole.b, 6)
		if right == 0 {
			right = 0xffff
		}
		l.verdict(udpChecksumStatus, udpChecksumCalculated, 6, sum, right)
		if sum != uint64(right) {
			l.expertSum(udpChecksumBad, right)
		}
	default:
		l.computed(udpChecksumStatus, 6, 0, checksumUnverified)
	}
	if l.over {
		return
	}
	body, p, s := whole.from(8), portProtocol(src, dst), &d.strangerUDP
	arranged := d.ofPorts && d.arranges()
	if d.ofDatagrams || arranged || d.ofPorts && d.remembers(p) {
		if d.scouts {
			d.recalled = true
			return
		}
		s = d.udpStream(src, dst)
	}
	if d.ofDatagrams {
		l.computed(udpStreamIndex, 0, 0, uint64(s.index))
		if len(body.b) == 0 { // of which tshark shows no times
			s.times.begin(d.f.Time)
		} else if !d.quoted {
			s.times.tick(&l, udpTimeRelative, udpTimeDelta, d.f.Time)
		}
	}
	if len(body.b) == 0 {
		if length > 8 {
			d.runsOut(v)
		}
		return
	}
	l.bytes(udpPayload, 8, len(v.b)-8)
	if arranged {
		if c := d.claimed(src, dst); s.spoken == 0 && c != nil {
			p = c.spoken
		} else if s.spoken != 0 {
			p = s.spoken
		}
	}
	if d.ofExperts && p != 0 && foreign(foreignUDP[:], min(src, dst)) {
		d.doubts(doubtDatagram)
	}
	if d.ofPorts || p == vxlanLayer { // which carries what may be asked for
		d.datagram(p, s, src, dst, body)
	}
}

// traceroute tells of a port that traceroute begins with: three for each hop.
func (l *layer) traceroute(port uint16) {
	const first = 32768 + 666 + 1
	if port < first || port >= first+30 {
		return
	}
	n := int(port - first)
	l.expertf(udpPossibleTraceroute, "Possible traceroute: hop #%d, attempt #%d", n/3+1, n%3+1)
}

// remembers reports whether messages of a protocol over UDP leave something for later
// ones of their stream.
func (d *Dissector) remembers(p FieldID) bool {
	switch p {
	case dnsLayer, mdnsLayer, llmnrLayer:
		return d.ofQuestions && d.needs(p)
	case ssdpLayer, snmpLayer, tftpLayer:
		return d.needs(p)
	case ntpLayer:
		return d.o.Backfill && d.needs(p)
	default:
		return false
	}
}

// udpStream finds the stream of the packet in hand: its own, or one that has claimed
// it, or a new one.
func (d *Dissector) udpStream(src, dst uint16) *udpStream {
	key, _ := newStreamKey(d.src, d.dst, src, dst)
	s := d.recall().udp.find(key)
	if s == nil {
		s = d.claimed(src, dst)
	}
	if s == nil {
		s = new(udpStream)
		d.recall().udp.put(key, s)
	}
	if !s.numbered {
		s.index, s.numbered = d.recall().udp.index(), true
		if s.follows {
			s.renumber(d.f.Time)
		} else {
			s.first = s.index
		}
	}
	return s
}

// renumber has the frame after which a stream follows be one of that stream, as it is in
// Wireshark's second pass.
func (s *udpStream) renumber(begin time.Time) {
	f := s.from.frame
	if f == nil {
		return
	}
	for i := range f.fields {
		switch f.fields[i].ID {
		case udpStreamIndex:
			f.fields[i].num = uint64(s.index)
		case udpTimeRelative:
			f.fields[i].num = uint64(f.Time.Sub(begin))
		default:
		}
	}
}

// udpProtocol tells which protocol a port of UDP means, by its layer, or 0.
func udpProtocol(port uint16) FieldID {
	switch port {
	case 53:
		return dnsLayer
	case 67, 68:
		return dhcpLayer
	case 1900:
		return ssdpLayer
	case 5353:
		return mdnsLayer
	case 5355:
		return llmnrLayer
	case 546, 547:
		return dhcpv6Layer
	case tftpPort:
		return tftpLayer
	case 123:
		return ntpLayer
	case 161, 162, 8161:
		return snmpLayer
	case 514:
		return syslogLayer
	case 4789:
		return vxlanLayer
	}
	return 0
}

// portProtocol is the protocol of the lower port, or else of the higher.
func portProtocol(src, dst uint16) FieldID {
	if p := udpProtocol(min(src, dst)); p != 0 {
		return p
	}
	return udpProtocol(max(src, dst))
}

// datagram hands a datagram's payload to its protocol.
func (d *Dissector) datagram(p FieldID, s *udpStream, src, dst uint16, v view) {
	if d.quiet.Has(p) && !d.remembers(p) {
		return
	}
	switch p {
	case ssdpLayer:
		d.ssdp(v, s)
	case dnsLayer, mdnsLayer, llmnrLayer:
		d.dns(v, p, dnsDatagram, s.index, false)
	case dhcpLayer:
		d.dhcp(v)
	case dhcpv6Layer:
		d.dhcpv6(v)
	case ntpLayer:
		d.ntp(v, questionKey{stream: s.index})
	case snmpLayer:
		d.snmpDatagram(v, s, src, dst)
	case syslogLayer:
		d.syslog(v)
	case vxlanLayer:
		d.vxlan(v)
	case tftpLayer:
		d.tftp(v, s, src, dst)
	default:
		if d.ofExperts && (foreign(foreignUDP[:], src) || foreign(foreignUDP[:], dst) || udpProtocol(src) != 0 || udpProtocol(dst) != 0) {
			d.doubts(doubtDatagram)
		}
		d.data(v)
	}
}
