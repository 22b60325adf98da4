package packet

// optionLength reads the length of an option of IPv4 or TCP, of which all end at end.
// Where it cannot be right, an item says so, and there is none.
func (l *layer) optionLength(off, end int, kind uint64, wrong FieldID, titles map[uint64]string) (n int, ok bool) {
	title := func() string {
		if s, ok := titles[kind]; ok {
			return s
		}
		return "Unknown (0x" + string(hexDigits[kind>>4&15]) + string(hexDigits[kind&15]) + ")"
	}
	if off+1 >= end {
		l.expertf(wrong, "%s (length byte past end of options)", title())
		return 0, false
	}
	n = int(l.number(off+1, 1))
	switch {
	case l.over:
	case n < 2:
		l.expertf(wrong, "%s (with too-short option length = %d byte%s)", title(), n, plural(n))
	case off+n > end:
		l.expertf(wrong, "%s (option length = %d byte%s says option goes past end of options)", title(), n, plural(n))
	default:
		return n, true
	}
	return 0, false
}

const hexDigits = "0123456789abcdef"

// tcpOptionTitles are the options of TCP as Wireshark calls them in short.
var tcpOptionTitles = map[uint64]string{
	2:   "Maximum segment size",
	3:   "Window scale",
	4:   "SACK permitted",
	5:   "SACK",
	6:   "Echo",
	7:   "Echo reply",
	8:   "Timestamps",
	11:  "CC",
	12:  "CC.NEW",
	13:  "CC.ECHO",
	19:  "TCP MD5 signature",
	20:  "SCPS capabilities",
	21:  "Selective Negative Acknowledgment",
	22:  "SCPS record boundary",
	23:  "SCPS corruption experienced",
	27:  "Quick-Start",
	28:  "User Timeout",
	29:  "TCP AO",
	30:  "MPTCP",
	34:  "TCP Fast Open",
	76:  "Riverbed Probe",
	78:  "Riverbed Transparency",
	172: "Accurate ECN",
	174: "Accurate ECN",
	253: "Experimental",
	254: "Experimental",
}

// ipOptionTitles are those of IPv4.
var ipOptionTitles = map[uint64]string{
	ipOptionRecordRoute: "Record Route",
	ipOptionMTUProbe:    "MTU Probe",
	ipOptionMTUReply:    "MTU Reply",
	ipOptionQuickStart:  "Quick-Start",
	ipOptionTimestamp:   "Time Stamp",
	ipOptionTraceroute:  "Traceroute",
	ipOptionSecurity:    "Security",
	ipOptionLooseRoute:  "Loose Source Route",
	ipOptionExtended:    "Extended Security",
	ipOptionCommercial:  "Commercial Security",
	ipOptionStreamID:    "Stream ID",
	ipOptionStrictRoute: "Strict Source Route",
	ipOptionRouterAlert: "Router Alert",
	ipOptionBroadcast:   "Selective Directed Broadcast",
}

// fixedOption tells of an option of IPv4 that has another length than it always has.
func (l *layer) fixedOption(kind uint64, n int) {
	want := 4
	switch kind {
	case ipOptionTraceroute:
		want = 12
	case ipOptionQuickStart:
		want = 8
	case ipOptionMTUProbe, ipOptionMTUReply, ipOptionStreamID, ipOptionRouterAlert:
	default:
		return
	}
	if n != want {
		l.expertf(ipOptLenInvalid, "%s (with option length = %d byte%s; should be %d)", ipOptionTitles[kind], n, plural(n), want)
	}
}
