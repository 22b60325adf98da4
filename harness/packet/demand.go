package packet

import "slices"

// demand is what the fields asked for take: work for others is left undone.
type demand struct {
	only       *FieldSet
	idle       FieldSet // layers of protocols that carry none and have no field in demand
	ofPath     bool     // frame.protocols
	ofPorts    bool     // what UDP carries, or knows of its streams
	ofStreams  bool     // what TCP knows of its streams
	ofAnalysis bool     // what the numbers of TCP segments say, which decides on what they carry
	ofMessages bool     // what TCP carries
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
	if fields == nil {
		return demand{ofPath: true, ofPorts: true, ofStreams: true, ofAnalysis: true, ofMessages: true}
	}
	w := demand{only: fields, ofPath: fields.Has(frameProtocols)}
	w.ofAnalysis = fields.any(tcpAnalysis, tcpAnalysisRtoFrame+1)
	w.ofPorts = fields.Has(udpStreamIndex) || fields.Has(udpTimeRelative) || fields.Has(udpTimeDelta)
	whatever := w.ofPath || fields.any(dataLayer, dataLast)
	for id := tcpLayer; id < tcpLast; id++ {
		if fields.Has(id) {
			w.ofStreams = w.ofStreams || !ofSegment(id)
			whatever = whatever || ofMessage(id)
		}
	}
	if whatever {
		w.ofPorts, w.ofStreams, w.ofAnalysis, w.ofMessages = true, true, true, true
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
			w.ofPorts, w.ofStreams, w.ofAnalysis, w.ofMessages = true, true, true, true
		} else if !a.arranges {
			w.idle.add(a.layer)
		}
	}
	w.idle.add(dataLayer)
	return w
}

// wants reports whether a field is in demand.
func (w *demand) wants(id FieldID) bool { return w.only.Has(id) }

// among reports whether a field from first up to, not including, end is in demand.
func (w *demand) among(first, end FieldID) bool { return w.only.any(first, end) }

// needs reports whether a protocol, where it comes, is to be dissected.
func (w *demand) needs(layer FieldID) bool {
	return w.only == nil || !w.idle.Has(layer)
}

// ofSegment reports whether a field of TCP is told by the segment alone.
func ofSegment(id FieldID) bool {
	switch id {
	case tcpLayer, tcpSrcport, tcpDstport, tcpPort, tcpLen, tcpSeqRaw, tcpAckRaw, tcpHdrLen, tcpWindowSizeValue,
		tcpChecksum, tcpChecksumStatus, tcpChecksumCalculated, tcpUrgentPointer, tcpPayload, tcpResetCause:
		return true
	case tcpOptionsSackLe, tcpOptionsSackRe, tcpOptionsSackDsackLe, tcpOptionsSackDsackRe, tcpOptionsSackDsack: // which count from the first octet
		return false
	default:
		return tcpFlags <= id && id <= tcpFlagsStr || tcpOptions <= id && id <= tcpOptionsUnknownPayload
	}
}

// ofMessage reports whether a field of TCP tells of the messages that it carries, or
// hangs on them: FTP arranges connections.
func ofMessage(id FieldID) bool {
	return id == tcpCompleteness || tcpPduSize <= id && id <= tcpReassembledData
}
