package packet

import (
	"fmt"
	"strconv"
	"strings"
)

// icmpTypeNames and icmpCodeNames are what Wireshark calls ICMP's messages, which
// a filter takes as numbers only.
var icmpTypeNames = map[uint64]string{
	icmpEchoReply: "Echo (ping) reply", icmpUnreachable: "Destination unreachable", icmpSourceQuench: "Source quench (flow control)",
	icmpRedirect: "Redirect", icmpEcho: "Echo (ping) request", icmpRouterAdvertised: "Mobile IP Advertisement",
	10: "Router solicitation", icmpTimeExceeded: "Time-to-live exceeded", icmpParameterProblem: "Parameter problem",
	icmpTimestamp: "Timestamp request", icmpTimestampReply: "Timestamp reply", icmpMask: "Address mask request", icmpMaskReply: "Address mask reply",
}

var icmpCodeNames = map[[2]uint64]string{
	{icmpUnreachable, 0}: "Network unreachable", {icmpUnreachable, 1}: "Host unreachable", {icmpUnreachable, 2}: "Protocol unreachable",
	{icmpUnreachable, 3}: "Port unreachable", {icmpUnreachable, 4}: "Fragmentation needed", {icmpUnreachable, 5}: "Source route failed",
	{icmpUnreachable, 6}: "Destination network unknown", {icmpUnreachable, 7}: "Destination host unknown",
	{icmpUnreachable, 9}: "Network administratively prohibited", {icmpUnreachable, 10}: "Host administratively prohibited",
	{icmpUnreachable, 13}: "Communication administratively filtered",
	{icmpRedirect, 0}:     "Redirect for network", {icmpRedirect, 1}: "Redirect for host",
	{icmpTimeExceeded, 0}: "Time to live exceeded in transit", {icmpTimeExceeded, 1}: "Fragment reassembly time exceeded",
}

var icmpv6CodeNames = map[[2]uint64]string{
	{icmpv6Unreachable, 0}: "no route to destination", {icmpv6Unreachable, 1}: "Administratively prohibited", {icmpv6Unreachable, 3}: "Address unreachable",
	{icmpv6Unreachable, 4}: "Port unreachable", {icmpv6TimeExceeded, 0}: "hop limit exceeded in transit", {icmpv6TimeExceeded, 1}: "fragment reassembly time exceeded",
	{icmpv6ParameterProblem, 0}: "erroneous header field encountered", {icmpv6ParameterProblem, 1}: "unrecognized Next Header type encountered",
	{icmpv6ParameterProblem, 2}: "unrecognized IPv6 option encountered",
}

func (f *Frame) infoICMP() string {
	kind, code := f.number(icmpType), f.number(icmpCode)
	line, ok := icmpTypeNames[kind]
	if !ok {
		line = fmt.Sprintf("Type %d", kind)
	}
	if name, ok := icmpCodeNames[[2]uint64{kind, code}]; ok {
		line += " (" + name + ")"
	}
	if kind != icmpEcho && kind != icmpEchoReply {
		return line
	}
	line = fmt.Sprintf("%-20s id=0x%04x, seq=%d/%d, ttl=%d", line, f.number(icmpIdent), f.number(icmpSeq), f.number(icmpSeqLe), f.number(ipTTL))
	return line + f.answered(icmpRespIn, icmpRespTo)
}

// answered names the frame with the answer or with the question.
func (f *Frame) answered(in, to FieldID) string {
	switch {
	case f.Has(to):
		return fmt.Sprintf(" (request in %d)", f.number(to))
	case f.Has(in):
		return fmt.Sprintf(" (reply in %d)", f.number(in))
	}
	return ""
}

func (f *Frame) infoICMPv6() string {
	kind, code := f.number(icmpv6Type), f.number(icmpv6Code)
	line, ok := icmpv6TypeNames[kind]
	if !ok {
		line = fmt.Sprintf("Type %d", kind)
	}
	if name, ok := icmpv6CodeNames[[2]uint64{kind, code}]; ok {
		line += " (" + name + ")"
	}
	switch kind {
	case icmpv6Echo, icmpv6EchoReply:
		line += fmt.Sprintf(" id=%s, seq=%d, hop limit=%d", f.text(icmpv6EchoIdentifier), f.number(icmpv6EchoSequenceNumber), f.number(ipv6Hlim))
		line += f.answered(icmpv6RespIn, icmpv6RespTo)
	case icmpv6NeighborSolicit:
		line += " for " + f.text(icmpv6NdNsTargetAddress)
		if f.Has(icmpv6OptSrcLinkaddr) {
			line += " from " + f.text(icmpv6OptSrcLinkaddr)
		}
	case icmpv6NeighborAdvert:
		var flags []string
		for _, flag := range [...]struct {
			id   FieldID
			name string
		}{{icmpv6NdNaFlagR, "rtr"}, {icmpv6NdNaFlagS, "sol"}, {icmpv6NdNaFlagO, "ovr"}} {
			if f.number(flag.id) != 0 {
				flags = append(flags, flag.name)
			}
		}
		line += " " + f.text(icmpv6NdNaTargetAddress)
		if len(flags) > 0 {
			line += " (" + strings.Join(flags, ", ") + ")"
		}
		if f.Has(icmpv6OptTargetLinkaddr) {
			line += " is at " + f.text(icmpv6OptTargetLinkaddr)
		}
	case icmpv6RouterSolicit, icmpv6RouterAdvert:
		if f.Has(icmpv6OptSrcLinkaddr) {
			line += " from " + f.text(icmpv6OptSrcLinkaddr)
		}
	}
	return line
}

// appendTCP appends what a segment says, of which the fields are looked for once.
func (f *Frame) appendTCP(b []byte) []byte {
	var places [tcpLast - tcpLayer]int32 // of the first fields of each kind, counted from 1
	for i := range f.fields {
		if id := f.fields[i].ID; tcpLayer <= id && id < tcpLast && places[id-tcpLayer] == 0 {
			places[id-tcpLayer] = int32(i + 1)
		}
	}
	has := func(id FieldID) bool { return places[id-tcpLayer] != 0 }
	number := func(id FieldID) uint64 {
		if at := places[id-tcpLayer]; at != 0 {
			return f.fields[at-1].num
		}
		return 0
	}
	add := func(before string, id FieldID) {
		b = strconv.AppendUint(append(b, before...), number(id), 10)
	}
	add("", tcpSrcport)
	add(" → ", tcpDstport)
	b = append(b, " ["...)
	first := true
	for _, flag := range [...]struct {
		id   FieldID
		name string
	}{
		{tcpFlagsFin, "FIN"}, {tcpFlagsSyn, "SYN"}, {tcpFlagsReset, "RST"}, {tcpFlagsPush, "PSH"},
		{tcpFlagsAck, "ACK"}, {tcpFlagsUrg, "URG"}, {tcpFlagsEce, "ECE"}, {tcpFlagsCwr, "CWR"},
	} {
		if number(flag.id) == 0 {
			continue
		}
		if !first {
			b = append(b, ", "...)
		}
		b, first = append(b, flag.name...), false
	}
	add("] Seq=", tcpSeq)
	if number(tcpFlagsAck) != 0 {
		add(" Ack=", tcpAck)
	}
	add(" Win=", tcpWindowSize)
	add(" Len=", tcpLen)
	for _, option := range [...]struct {
		id   FieldID
		name string
	}{
		{tcpOptionsMssVal, " MSS="}, {tcpOptionsTimestampTsval, " TSval="}, {tcpOptionsTimestampTsecr, " TSecr="},
		{tcpOptionsWscaleMultiplier, " WS="}, {tcpOptionsSackLe, " SLE="}, {tcpOptionsSackRe, " SRE="},
	} {
		if has(option.id) {
			add(option.name, option.id)
		}
	}
	if has(tcpOptionsSackPerm) {
		b = append(b, " SACK_PERM"...)
	}
	if has(tcpSegmentData) && !has(tcpSegments) {
		b = append(b, " [TCP segment of a reassembled PDU]"...)
	}
	return b
}
