package packet

import "slices"

// doubt is a part of a frame that the catalogue leaves out, and which Wireshark may find
// to be malformed.
type doubt uint8

const (
	noDoubt doubt = iota
	doubtCertificate
	doubtName
	doubtStatus
	doubtExtension
	doubtFamily
	doubtFilters
	doubtPrivateList
	doubtVector
	doubtVariable
	doubtControl
	doubtEmpty
	doubtSignaling
	doubtTLV
	doubtLink
	doubtFrame
	doubtPacket
	doubtDatagram
	doubtSegment
	doubtCut
)

var doubts = [...]string{
	noDoubt:          "",
	doubtCertificate: "an unusual certificate (tls.handshake.certificate)",
	doubtName:        "an unusual name of an authority (tls.handshake.dname)",
	doubtStatus:      "what OCSP says of a certificate (tls.handshake.ocsp_response_len)",
	doubtExtension:   "values of certificate extensions that a server asks for (tls.extension.oid_filters.oid_length)",
	doubtFamily:      "a path attribute of BGP that is not dissected (bgp.update.path_attribute.type_code)",
	doubtFilters:     "route filters of BGP that are not dissected (bgp.route_refresh.orf)",
	doubtVector:      "a list of TLS that is not as long as it says (tls.handshake.extension.len)",
	doubtVariable:    "an unusual variable of SNMP (snmp.variable_bindings)",
	doubtEmpty:       "nothing behind a header that tells of more (gre.proto, ah.next_header)",
	doubtControl:     "data of a control message of NTP that are not all there (ntp.ctrl.count)",
	doubtSignaling:   "a block for local signaling of OSPF that is not all there (ospf.lls.data_length)",
	doubtTLV:         "a TLV of LLDP that is not dissected, or of an unusual length (lldp.tlv.type)",
	doubtLink:        "a payload of LLC that is not dissected (data)",
	doubtFrame:       "a payload of Ethernet that is not dissected (data)",
	doubtPacket:      "a payload of IP that is not dissected (data)",
	doubtDatagram:    "a payload of UDP that is not dissected, at a port of a protocol that Wireshark has (data)",
	doubtSegment:     "a payload of TCP that is not dissected, at a port of a protocol that Wireshark has (data)",
	doubtCut:         "octets that were not captured",
	doubtPrivateList: "a private list of NTP that is not dissected (ntp.priv.mode7.item)",
}

// Doubt tells what the frame holds that is not dissected, so that it might be malformed
// or otherwise odd to Wireshark although no field tells of it, or was not captured, so that it
// might end in another way: "" if nothing. It is known where a field for which Doubted holds was
// asked for.
func (f *Frame) Doubt() string { return doubts[f.doubt] }

// Doubts tells what a frame may hold that leaves a Doubt.
func Doubts() []string { return slices.Clone(doubts[1:]) }

// Doubted reports whether a frame with a Doubt may lack a field that Wireshark would show, or show one that it would not.
func Doubted(id FieldID) bool {
	return expertLayer <= id && id < expertLast && id != unreassembledLayer && id != unreassembledExpert
}

// Suspected returns the frame as it would be for what Wireshark may find in the part that
// it has a Doubt of, in each case.
func (f *Frame) Suspected() []*Frame {
	of := findings[malformedExpert]
	malformed := []Field{
		{ID: expertLayer, typ: None},
		{ID: expertSeverity, typ: Uint, num: uint64(of.severity)},
		{ID: expertGroup, typ: Uint, num: uint64(of.group)},
		{ID: malformedLayer, typ: Protocol, kept: inData},
	}
	item := []Field{{ID: expertMessage, typ: String, kept: inOctets, num: uint64(len(f.octets))}, {ID: malformedExpert, typ: None}}
	known := f.fields
	var others [][]Field
	if f.doubt == doubtCut {
		known = slices.DeleteFunc(slices.Clone(known), func(f Field) bool { return f.ID == shortLayer || f.ID == malformedLayer || f.ID == malformedExpert })
		short := []Field{{ID: shortLayer, typ: Protocol, kept: inData}}
		others = [][]Field{nil, short, slices.Concat(short, malformed)}
	}
	var all []*Frame
	for _, other := range append(others, malformed, slices.Concat(malformed, item)) {
		g := *f
		g.fields = slices.Concat(known, other)
		g.octets = slices.Concat(f.octets, [][]byte{[]byte(catalogue[malformedExpert].Label)})
		all = append(all, &g)
	}
	return all
}

// looksAhead notes that a frame of which not all was captured holds a protocol whose parts
// Wireshark takes out before it looks into them, so that it comes to another end.
func (d *Dissector) looksAhead(protocol string) {
	switch protocol {
	case "dhcp", "stp", "lldp", "snmp", "tftp", "ntp", "tls", "http", "ssdp", "dns", "mdns", "llmnr", "bgp", "llc", "icmp", "icmpv6", "ipv6.hopopts", "ipv6.routing", "ipv6.dstopts":
		d.doubt = doubtCut
	}
}

// doubts notes a part that is left out.
func (d *Dissector) doubts(what doubt) { d.doubt = max(d.doubt, what) }

// doubts does so, unless the layer has come to its end.
func (l *layer) doubts(what doubt) {
	if !l.over {
		l.d.doubts(what)
	}
}
