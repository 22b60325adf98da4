package packet

import "slices"

// demand is what the fields asked for take: work for others is left undone.
type demand struct {
	only  *FieldSet
	quiet FieldSet // layers of protocols that carry none and have no field in demand

	ofFrame bool // fields of the frame but for its number and its protocols
	ofPath  bool // frame.protocols
	ofTCP   bool // fields of TCP itself
	ofPast  bool // fields by which what a bare SYN shows of TCP rests on what its connection did before
	ofLines bool // fields of the header lines of HTTP
	ofBody  bool // fields of the content of HTTP

	ofEnds    bool // fields of TCP as a whole and of its ports
	ofNumbers bool // fields of TCP that count octets
	ofFlags   bool // fields of its flags
	ofWindow  bool // fields of its window
	ofCare    bool // fields of its checksum and its urgent pointer
	ofOptions bool // fields of its options

	ofEthernet bool // fields of Ethernet itself
	ofStations bool // fields of what its addresses are made of
	ofIPv4     bool // fields of IPv4 itself
	ofExperts  bool // expert information, of whatever it is: everything is dissected

	upkeep
}

// upkeep is what is dissected of a frame for the sake of later ones.
type upkeep struct {
	idle FieldSet // layers of protocols that are not even dissected for that

	ofTimes     bool // since other frames
	ofPorts     bool // what UDP carries, or knows of its streams
	ofMoments   bool // when the segments of a TCP connection came
	ofDatagrams bool // what UDP knows of its streams
	ofTargets   bool // what HTTP has asked for
	ofQuestions bool // which messages of DNS belong together
	ofStreams   bool // what TCP knows of its streams
	ofVerdicts  bool // which TCP segments are sent again, which decides on what they carry
	ofAnalysis  bool // what the numbers of TCP segments say beyond that
	ofMultipath bool // which connection of Multipath TCP a TCP connection belongs to
	ofMessages  bool // what TCP carries
}

// extent is a protocol's part of the catalogue. It is dissected for its own sake and
// for that of whatever it carries, or its conversation may go over to.
type extent struct {
	layer, last FieldID
	carries     []FieldID // layers
	arranges    bool      // tells what other conversations are; dissected for any
}

// applications are the protocols that stand at the end of a frame, but for what
// they are named to carry here.
func applications() []extent {
	return []extent{
		{layer: arpLayer, last: arpLast},
		{layer: stpLayer, last: stpLast},
		{layer: lldpLayer, last: lldpLast},
		{layer: igmpLayer, last: igmpLast},
		{layer: ospfLayer, last: ospfLast},
		{layer: bgpLayer, last: bgpLast},
		{layer: dhcpLayer, last: dhcpLast},
		{layer: dhcpv6Layer, last: dhcpv6Last},
		{layer: dnsLayer, last: dnsRareLast},
		{layer: mdnsLayer, last: dnsRareLast, carries: []FieldID{dnsLayer}},
		{layer: llmnrLayer, last: dnsRareLast, carries: []FieldID{dnsLayer}},
		{layer: httpLayer, last: httpLast, carries: []FieldID{tlsLayer, websocketLayer}},
		{layer: ssdpLayer, last: httpLast, carries: []FieldID{httpLayer}},
		{layer: websocketLayer, last: websocketLast},
		{layer: tlsLayer, last: tlsLast, carries: []FieldID{httpLayer}},
		{layer: tftpLayer, last: tftpLast, arranges: true},
		{layer: snmpLayer, last: snmpLast, arranges: true},
		{layer: smtpLayer, last: smtpLast, carries: []FieldID{tlsLayer, imfLayer}},
		{layer: imfLayer, last: imfLast},
		{layer: ftpLayer, last: ftpLast, carries: []FieldID{tlsLayer}, arranges: true},
		{layer: ftpDataLayer, last: ftpLast},
		{layer: ntpLayer, last: ntpLast},
		{layer: syslogLayer, last: syslogLast},
	}
}

func newDemand(fields *FieldSet) demand {
	if fields != nil && fields.any(expertLayer, expertLast) {
		w := newDemand(nil)
		w.only, w.ofPath = fields, fields.Has(frameProtocols)
		if !fields.any(expertLayer, malformedLayer) { // how frames end rests on less of those before
			few := fields.without(malformedLayer, expertLast)
			few.add(frameProtocols)
			n := newDemand(few)
			w.upkeep, w.ofPast = n.upkeep, n.ofPast
			w.ofFrame, w.ofStations = n.ofFrame, n.ofStations // none of which can end a frame
			w.ofEnds, w.ofNumbers, w.ofFlags, w.ofWindow = n.ofEnds, n.ofNumbers, n.ofFlags, n.ofWindow
		}
		return w
	}
	w := demand{
		only:    fields,
		ofFrame: fields.any(frameLayer, frameNumber) || fields.any(frameNumber+1, frameProtocols) || fields.any(frameProtocols+1, frameLast),
		ofPath:  fields.Has(frameProtocols),
		ofTCP:   fields.any(tcpLayer, tcpLast),

		ofEnds:    fields.any(tcpLayer, tcpPort+1),
		ofNumbers: fields.any(tcpLen, tcpHdrLen+1) || fields.Has(tcpAckNonzero),
		ofFlags:   fields.any(tcpFlags, tcpFlagsStr+1),
		ofWindow:  fields.any(tcpWindowSizeValue, tcpWindowSizeScalefactor+1),
		ofCare:    fields.any(tcpChecksum, tcpUrgentPointer+1) || fields.Has(tcpChecksumBadExpert) || fields.Has(tcpChecksumFfff) || fields.Has(tcpUrgentPointerNonZero),
		ofOptions: fields.any(tcpOptions, tcpOptionsUnknownPayload+1) || fields.any(tcpNop, tcpLast),

		ofLines: fields.any(httpAuthbasic, httpRequestLine+1) || fields.any(httpAuthorization, httpXForwardedFor+1) ||
			fields.Has(httpUnknownHeader) || fields.Has(httpHTTP2Settings) || fields.any(httpBadHeaderName, httpTeUnknown+1),
		ofBody:     fields.any(httpChunkBoundary, httpFileData+1) || fields.Has(httpChunkedTrailerPart),
		ofEthernet: fields.any(ethLayer, ethernetLast),
		ofStations: fields.any(ethDstOui, ethDstIg+1) || fields.any(ethSrcOui, ethIg+1),
		ofIPv4:     fields.any(ipLayer, ipLast),
		ofExperts:  fields.any(expertLayer, expertLast),
	}
	w.upkeep = upkeep{
		ofTimes:     fields.Has(frameTimeDelta) || fields.Has(frameTimeDeltaDisplayed) || fields.Has(frameTimeRelative),
		ofMoments:   fields.Has(tcpTimeRelative) || fields.Has(tcpTimeDelta),
		ofDatagrams: fields.Has(udpStreamIndex) || fields.Has(udpTimeRelative) || fields.Has(udpTimeDelta),
		ofTargets:   fields.Has(httpResponseForURI),
		ofQuestions: fields.any(dnsResponseIn, dnsTime+1) || fields.any(dnsRetransmission, dnsRetransmitResponseIn+1) || fields.Has(dnsUnsolicited),
		ofAnalysis:  fields.any(tcpAnalysis, tcpAnalysisRtoFrame+1),
		ofMultipath: fields.any(tcpMptcpAck, tcpMptcpConnectionEchoedKeyMismatch+1),
	}
	w.ofVerdicts = w.ofAnalysis
	w.ofPorts = w.ofDatagrams
	if fields == nil {
		w.ofPast, w.ofStreams, w.ofMessages = true, true, true
		return w
	}
	whatever := w.ofPath || fields.any(dataLayer, dataLast)
	for id := tcpLayer; id < tcpLast; id++ {
		if fields.Has(id) {
			w.ofPast = w.ofPast || !ofSegment(id) && !ofOpening(id)
			w.ofStreams = w.ofStreams || !ofSegment(id)
			whatever = whatever || ofMessage(id)
		}
	}
	if whatever {
		w.ofBody = true
		w.ofPorts, w.ofStreams, w.ofVerdicts, w.ofMessages = true, true, true, true
		return w
	}
	apps := applications()
	var asked FieldSet // layers
	for grown := true; grown; {
		grown = false
		for _, a := range apps {
			if !asked.Has(a.layer) && (fields.any(a.layer, a.last) || slices.ContainsFunc(a.carries, asked.Has)) {
				asked.add(a.layer)
				grown = true
			}
		}
	}
	for _, a := range apps {
		if asked.Has(a.layer) {
			w.ofPorts, w.ofVerdicts, w.ofMessages = true, true, true
		} else if !a.arranges {
			w.idle.add(a.layer)
		}
	}
	w.idle.add(dataLayer)
	w.quiet = w.idle
	return w
}

// needsStreams reports whether a protocol is to be dissected that TCP alone carries,
// and for its own sake.
func (w *demand) needsStreams() bool {
	for _, layer := range [...]FieldID{httpLayer, tlsLayer, bgpLayer, smtpLayer} {
		if w.needs(layer) {
			return true
		}
	}
	return false
}

// narrowed is the demand for a few of the fields, and for what frames leave for those
// of which all are asked for.
func (w *demand) narrowed(fields *FieldSet) demand {
	n := newDemand(fields)
	n.upkeep = w.upkeep
	return n
}

// leading is the fields without those of TCP and of what stands at the end of a frame.
func (s *FieldSet) leading() *FieldSet {
	if s == nil {
		return nil
	}
	led := *s
	for _, a := range append(applications(), extent{layer: tcpLayer, last: tcpLast}, extent{layer: dataLayer, last: dataLast}) {
		for id := a.layer; id < a.last; id++ {
			led.words[id/64] &^= 1 << (id % 64)
		}
	}
	return &led
}

// wants reports whether a field is in demand.
func (w *demand) wants(id FieldID) bool { return w.only.Has(id) }

// among reports whether a field from first up to, not including, end is in demand.
func (w *demand) among(first, end FieldID) bool { return w.ofExperts || w.only.any(first, end) }

// needs reports whether a protocol, where it comes, is to be dissected.
func (w *demand) needs(layer FieldID) bool {
	return w.only == nil || !w.idle.Has(layer)
}

// ofSegment reports whether a field of TCP is told by the segment alone.
func ofSegment(id FieldID) bool {
	switch id {
	case tcpLayer, tcpSrcport, tcpDstport, tcpPort, tcpLen, tcpSeqRaw, tcpAckRaw, tcpHdrLen, tcpWindowSizeValue,
		tcpChecksum, tcpChecksumStatus, tcpChecksumCalculated, tcpUrgentPointer, tcpPayload, tcpResetCause, tcpNop:
		return true
	case tcpOptionsSackLe, tcpOptionsSackRe, tcpOptionsSackDsackLe, tcpOptionsSackDsackRe, tcpOptionsSackDsack: // which count from the first octet
		return false
	default:
		if tcpMptcpAck <= id && id <= tcpMptcpConnectionEchoedKeyMismatch { // which rest on the other subflows
			return false
		}
		return tcpFlags <= id && id <= tcpFlagsStr || tcpOptions <= id && id <= tcpOptionsUnknownPayload
	}
}

// ofOpening reports whether a field of TCP is told, of a SYN that carries nothing and
// answers none, by the segment alone, though not of others.
func ofOpening(id FieldID) bool {
	switch id {
	case tcpSeq, tcpNxtseq, tcpAck, tcpWindowSize, tcpOptionsSackLe, tcpOptionsSackRe, tcpConnectionSyn:
		return true
	default:
		return tcpSegmentData <= id && id <= tcpReassembledData
	}
}

// ofMessage reports whether a field of TCP tells of the messages that it carries, or
// hangs on them: FTP arranges connections.
func ofMessage(id FieldID) bool {
	return id == tcpCompleteness || tcpPduSize <= id && id <= tcpReassembledData
}
