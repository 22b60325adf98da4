package packet

import "slices"

// doubt is a part of a frame that the catalogue leaves out, and which Wireshark may find
// to be malformed.
type doubt uint8

const (
	noDoubt doubt = iota
	ofCertificate
	ofName
	ofStatus
	ofFamily
	ofFilters
	ofPrivateList
)

var doubts = [...]string{
	noDoubt:       "",
	ofCertificate: "an unusual certificate (tls.handshake.certificate)",
	ofName:        "an unusual name of an authority (tls.handshake.dname)",
	ofStatus:      "what OCSP says of a certificate (tls.handshake.ocsp_response_len)",
	ofFamily:      "a path attribute of BGP that is not dissected (bgp.update.path_attribute.type_code)",
	ofFilters:     "route filters of BGP that are not dissected (bgp.route_refresh.orf)",
	ofPrivateList: "a private list of NTP that is not dissected (ntp.priv.mode7.item)",
}

// Doubt tells what the frame holds that is not dissected, so that it might be malformed
// or otherwise odd to Wireshark although no field tells of it: "" if nothing. It is known where
// a field for which Doubted holds was asked for.
func (f *Frame) Doubt() string { return doubts[f.doubt] }

// Doubted reports whether a frame with a Doubt may lack a field that Wireshark would show.
func Doubted(id FieldID) bool {
	return expertLayer <= id && id < expertLast && id != shortLayer && id != unreassembledLayer && id != unreassembledExpert
}

// Suspected returns what Wireshark might find, beside what the frame shows, in the
// part that it has a Doubt of: the frame as it would be then, in each case.
func (f *Frame) Suspected() [2]*Frame {
	of := findings[malformedExpert]
	item := []Field{
		{ID: expertLayer, typ: None},
		{ID: expertSeverity, typ: Uint, num: uint64(of.severity)},
		{ID: expertGroup, typ: Uint, num: uint64(of.group)},
		{ID: malformedLayer, typ: Protocol, kept: inData},
	}
	words := Field{ID: expertMessage, typ: String, kept: inOctets, num: uint64(len(f.octets))}
	an, other := *f, *f
	other.fields = slices.Concat(f.fields, item)
	an.fields = slices.Concat(other.fields, []Field{words, {ID: malformedExpert, typ: None}})
	an.octets = slices.Concat(f.octets, [][]byte{[]byte(catalogue[malformedExpert].Label)})
	return [2]*Frame{&an, &other}
}

// doubts notes a part that is left out.
func (l *layer) doubts(what doubt) {
	if !l.over {
		l.d.doubt = max(l.d.doubt, what)
	}
}
