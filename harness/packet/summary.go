package packet

import (
	"bytes"
	"fmt"
	"strings"
)

// columnNames are the names in Wireshark's column, of the protocols that stand
// in it under another name than their own in capitals; and of the commonest, lest
// capitals be made for each of their frames.
var columnNames = map[string]string{
	"tcp": "TCP", "udp": "UDP", "http": "HTTP", "dns": "DNS",
	"eth": "Ethernet", "ip": "IPv4", "ipv6": "IPv6", "icmpv6": "ICMPv6",
	"dhcpv6": "DHCPv6", "dhcpv6.bulk_leasequery": "DHCPv6 BulkLease",
	"syslog":       "Syslog",
	"vxlan":        "VxLAN",
	"imf":          "SMTP/IMF",
	"ipv6.hopopts": "IPv6", "ipv6.routing": "IPv6", "ipv6.fraghdr": "IPv6", "ipv6.dstopts": "IPv6",
}

// Protocol names the frame's topmost protocol as Wireshark's column does: DHCP,
// DNS, TCP, ARP. What an ICMP error quotes does not count, nor does the content
// of HTTP. It is empty before the frame was dissected.
func (f *Frame) Protocol() string {
	path, _ := f.Value(frameProtocols)
	var last []byte
layers:
	for layer := range bytes.SplitSeq(path.raw, []byte(":")) {
		switch string(layer) {
		case "ethertype", "data", "data-text-lines", "mime_multipart", "json", "xml", "media":
			continue
		}
		last = layer
		switch string(layer) {
		case "icmp", "icmpv6", "http":
			break layers
		}
	}
	if name, ok := columnNames[string(last)]; ok {
		return name
	}
	top := string(last)
	if top == "arp" && f.number(arpOpcode) > arpReply {
		return "RARP"
	}
	if top == "tls" {
		return f.columnTLS()
	}
	if top == "igmp" && f.Has(igmpVersion) {
		return "IGMPv" + f.text(igmpVersion)
	}
	if top == "dhcp" && f.Has(dhcpBootp) {
		return "BOOTP"
	}
	return strings.ToUpper(top)
}

// Summary is one line as Wireshark's columns show it: source, destination,
// protocol, and what the frame says, as in
//
//	192.168.1.100 → 8.8.8.8 DNS Standard query 0x1a2b A www.google.com
//
// The frame must have been dissected. The line is for people: it is close to
// Wireshark's, not equal.
func (f *Frame) Summary() string {
	var room [256]byte
	return string(f.AppendSummary(room[:0]))
}

// AppendSummary is Summary, appended to b.
func (f *Frame) AppendSummary(b []byte) []byte {
	src, dst := f.ends()
	if src >= 0 {
		b = f.At(src).Append(b, nil)
	}
	b = append(b, " → "...)
	if at := len(b); dst >= 0 {
		if b = f.At(dst).Append(b, nil); string(b[at:]) == "ff:ff:ff:ff:ff:ff" {
			b = append(b[:at], "Broadcast"...)
		}
	}
	protocol := f.Protocol()
	b = append(append(b, ' '), protocol...)
	if protocol == "TCP" { // whose frames are the most, and their lines long
		b = f.appendTCP(append(b, ' '))
	} else if info := f.info(protocol); info != "" {
		b = append(append(b, ' '), info...)
	}
	return append(b, f.ending()...)
}

// ending tells that the frame ends too early for what it holds.
func (f *Frame) ending() string {
	switch {
	case f.Has(malformedExpert):
		return " [Malformed Packet]"
	case f.Has(shortLayer):
		return " [Packet size limited during capture]"
	case f.Has(unreassembledExpert):
		return " [Unreassembled Packet]"
	}
	return ""
}

// ends are the places of the addresses that the frame goes from and to, or -1: in a
// tunnel, of those of what it carries, but not of what an ICMP error quotes.
func (f *Frame) ends() (src, dst int) {
	src, dst = -1, -1
	for i := range f.fields {
		switch f.fields[i].ID {
		case ethSrc, ipSrc, ipv6Src:
			src = i
		case ethDst, ipDst, ipv6Dst:
			dst = i
		case icmpType, icmpv6Type:
			return src, dst
		default:
		}
	}
	return src, dst
}

// text is the first value of a field as text, or empty.
func (f *Frame) text(id FieldID) string {
	v, ok := f.Value(id)
	if !ok {
		return ""
	}
	return v.Format(&catalogue[id])
}

// number is the first value of a field as a number, or 0.
func (f *Frame) number(id FieldID) uint64 {
	v, _ := f.Value(id)
	return v.num
}

func (f *Frame) info(protocol string) string {
	if strings.HasPrefix(protocol, "TLS") || strings.HasPrefix(protocol, "SSL") {
		return f.infoTLS()
	}
	switch protocol {
	case "ARP", "RARP":
		return f.infoARP()
	case "IPv4":
		if f.number(ipFlagsMf) != 0 || f.number(ipFragOffset) != 0 {
			n := f.number(ipProto)
			return fmt.Sprintf("Fragmented IP protocol (proto=%s %d, off=%d, ID=%04x)", protocolNames[n], n, f.number(ipFragOffset)*8, f.number(ipID))
		}
		return fmt.Sprintf("%s (%d)", protocolNames[f.number(ipProto)], f.number(ipProto))
	case "IPv6":
		if f.Has(ipv6FraghdrIdent) {
			more := "n"
			if f.number(ipv6FraghdrMore) != 0 {
				more = "y"
			}
			return fmt.Sprintf("IPv6 fragment (off=%d more=%s ident=%s nxt=%d)", f.number(ipv6FraghdrOffset)*8, more, f.text(ipv6FraghdrIdent), f.number(ipv6FraghdrNxt))
		}
		return fmt.Sprintf("%s (%d)", protocolNames[f.number(ipv6Nxt)], f.number(ipv6Nxt))
	case "ICMP":
		return f.infoICMP()
	case "ICMPv6":
		return f.infoICMPv6()
	case "IGMP", "IGMPv0", "IGMPv1", "IGMPv2", "IGMPv3":
		return f.infoIGMP()
	case "UDP":
		return fmt.Sprintf("%d → %d Len=%d", f.number(udpSrcport), f.number(udpDstport), max(f.number(udpLength), 8)-8)
	case "DHCP", "BOOTP":
		return f.infoDHCP()
	case "DHCPv6", "DHCPv6 BulkLease":
		return f.infoDHCPv6()
	case "DNS", "MDNS", "LLMNR":
		return f.infoDNS()
	case "HTTP":
		return f.infoHTTP()
	case "NTP":
		return f.infoNTP()
	case "SNMP":
		return f.infoSNMP()
	case "TFTP":
		return f.infoTFTP()
	case "Syslog":
		return f.infoSyslog()
	case "BGP":
		return f.infoBGP()
	case "OSPF":
		return ospfMsgNames[f.number(ospfMsg)]
	case "STP":
		return f.infoSTP()
	case "LLDP":
		return f.infoLLDP()
	case "GRE", "PPP":
		return f.infoGRE()
	case "FTP", "FTP-DATA":
		return f.infoFTP()
	case "SMTP", "SMTP/IMF":
		return f.infoSMTP()
	}
	return f.text(ethType)
}

func (f *Frame) infoARP() string {
	asked, asker := f.text(arpDstProtoIpv4), f.text(arpSrcProtoIpv4)
	switch {
	case f.Has(arpIsprobe):
		return "Who has " + asked + "? (ARP Probe)"
	case f.Has(arpIsannouncement):
		return "ARP Announcement for " + asker
	case f.Has(arpIsgratuitous):
		kind := "Request"
		if f.number(arpOpcode) == arpReply {
			kind = "Reply"
		}
		return "Gratuitous ARP for " + asker + " (" + kind + ")"
	}
	switch f.number(arpOpcode) {
	case 1:
		return "Who has " + asked + "? Tell " + asker
	case 2:
		return asker + " is at " + f.text(arpSrcHwMac)
	case 3:
		return "Who is " + f.text(arpDstHwMac) + "? Tell " + f.text(arpSrcHwMac)
	case 4:
		return f.text(arpDstHwMac) + " is at " + asked
	}
	return arpOpcodeNames[f.number(arpOpcode)]
}

func (f *Frame) infoHTTP() string {
	switch {
	case f.Has(httpRequestMethod):
		return strings.TrimSpace(f.text(httpRequestMethod) + " " + f.text(httpRequestURI) + " " + f.text(httpRequestVersion))
	case f.Has(httpResponseVersion):
		line := f.text(httpResponseVersion) + " " + f.text(httpResponseCode) + " " + f.text(httpResponsePhrase)
		if kind, _, _ := strings.Cut(f.text(httpContentType), ";"); kind != "" && f.Has(httpFileData) {
			line += "  (" + kind + ")"
		}
		return line
	}
	return "Continuation"
}

func (f *Frame) infoDNS() string {
	words := []string{dnsOpcodeNames[f.number(dnsFlagsOpcode)]}
	if f.number(dnsFlagsResponse) != 0 {
		words = append(words, "response")
	}
	words = append(words, f.text(dnsID))
	if code := f.number(dnsFlagsRcode); code != 0 {
		words = append(words, dnsCodeNames[code])
	}
	if f.Has(dnsQryName) {
		words = append(words, dnsType(f.number(dnsQryType)), f.text(dnsQryName))
	}
	for i := range f.fields {
		field := &f.fields[i]
		switch field.ID {
		case dnsRespType:
			if field.Length == 2 { // not one of a bitmap's
				words = append(words, dnsType(field.num))
			}
		case dnsA, dnsAaaa, dnsNs, dnsCname, dnsPtrDomainName, dnsSoaMname, dnsMxMailExchange, dnsSrvTarget:
			words = append(words, f.At(i).Format(&catalogue[field.ID]))
		default:
		}
	}
	return strings.Join(words, " ")
}

// dnsType is the short name of a record type.
func dnsType(n uint64) string {
	name, ok := dnsTypeNames[n]
	if !ok {
		return fmt.Sprintf("Unknown (%d)", n)
	}
	name, _, _ = strings.Cut(name, " ")
	return name
}
