package packet

// directionNames are the names of frame.packet_flags_direction.
var directionNames = map[uint64]string{
	0: "Unknown",
	1: "Inbound",
	2: "Outbound",
}

// checksumNames are the names of eth.fcs.status, ip.checksum.status, icmp.checksum.status, icmpv6.checksum.status, udp.checksum.status, tcp.checksum.status.
var checksumNames = map[uint64]string{
	0: "Bad",
	1: "Good",
	2: "Unverified",
	3: "Not present",
	4: "Illegal",
}

// sapNames are the names of llc.dsap, llc.ssap.
var sapNames = map[uint64]string{
	0:   "NULL LSAP",
	1:   "NULL LSAP",
	2:   "LLC Sub-Layer Management",
	4:   "SNA Path Control",
	6:   "TCP/IP",
	8:   "SNA",
	12:  "SNA",
	14:  "PROWAY (IEC955) Network Management and Initialization",
	16:  "NetWare (unofficial?)",
	20:  "ISO Network Layer (OSLAN 1)",
	24:  "Texas Instruments",
	32:  "ISO Network Layer (unofficial?)",
	52:  "ISO Network Layer (unofficial?)",
	66:  "Spanning Tree BPDU",
	78:  "EIA RS-511 Manufacturing Message Service",
	84:  "ISO Network Layer (OSLAN 2)",
	126: "ISO 8208 (X.25 over 802.2)",
	127: "ISO 802.2",
	128: "XNS",
	130: "BACnet",
	134: "Nestar",
	142: "PROWAY (IEC955) Active Station List Maintenance",
	152: "ARP",
	170: "SNAP",
	180: "HP JetDirect Printer",
	186: "Banyan Vines",
	188: "Banyan Vines",
	224: "NetWare",
	240: "NetBIOS",
	244: "IBM Net Management",
	248: "HP Extended LLC",
	250: "Ungermann-Bass",
	252: "Remote Program Load",
	254: "ISO Network Layer",
	255: "Global LSAP",
}

// llcCommandNames are the names of llc.control.u_modifier_cmd.
var llcCommandNames = map[uint64]string{
	0:  "Unnumbered Information",
	1:  "Set Initialization Mode",
	3:  "Set Asynchronous Response Mode",
	8:  "Unnumbered Poll",
	11: "Set Asynchronous Balanced Mode",
	16: "Disconnect",
	19: "Set Asynchronous Response Mode Extended",
	24: "Unnumbered Acknowledge",
	27: "Set Asynchronous Balanced Mode Extended",
	32: "Set Normal Response Mode",
	33: "Frame reject",
	35: "Reset",
	43: "Exchange identification",
	49: "Configure",
	51: "Set Normal Response Mode Extended",
	56: "Test",
	59: "Beacon",
}

// llcResponseNames are the names of llc.control.u_modifier_resp.
var llcResponseNames = map[uint64]string{
	0:  "Unnumbered Information",
	1:  "Request Initialization Mode",
	3:  "Disconnected mode",
	8:  "Unnumbered Poll",
	11: "Set Asynchronous Balanced Mode",
	16: "Request Disconnect",
	19: "Set Asynchronous Response Mode Extended",
	24: "Unnumbered Acknowledge",
	27: "Set Asynchronous Balanced Mode Extended",
	32: "Set Normal Response Mode",
	33: "Frame reject",
	35: "Reset",
	43: "Exchange identification",
	49: "Configure",
	51: "Set Normal Response Mode Extended",
	56: "Test",
	59: "Beacon",
}

// arpOpcodeNames are the names of arp.opcode.
var arpOpcodeNames = map[uint64]string{
	0:     "reserved",
	1:     "request",
	2:     "reply",
	3:     "reverse request",
	4:     "reverse reply",
	5:     "drarp request",
	6:     "drarp reply",
	7:     "drarp error",
	8:     "inverse request",
	9:     "inverse reply",
	10:    "arp nak",
	11:    "mars request",
	12:    "mars multi",
	13:    "mars mserv",
	14:    "mars join",
	15:    "mars leave",
	16:    "mars nak",
	17:    "mars unserv",
	18:    "mars sjoin",
	19:    "mars sleave",
	20:    "mars grouplist request",
	21:    "mars grouplist reply",
	22:    "mars redirect map",
	23:    "mapos unarp",
	24:    "experimental 1",
	25:    "experimental 2",
	65535: "reserved",
}

// dscpNames are the names of ip.dsfield.dscp, ipv6.tclass.dscp, bgp.ext_com.value_fs_dscp.
var dscpNames = map[uint64]string{
	0:  "Default",
	1:  "Lower Effort",
	8:  "Class Selector 1",
	10: "Assured Forwarding 11",
	12: "Assured Forwarding 12",
	14: "Assured Forwarding 13",
	16: "Class Selector 2",
	18: "Assured Forwarding 21",
	20: "Assured Forwarding 22",
	22: "Assured Forwarding 23",
	24: "Class Selector 3",
	26: "Assured Forwarding 31",
	28: "Assured Forwarding 32",
	30: "Assured Forwarding 33",
	32: "Class Selector 4",
	34: "Assured Forwarding 41",
	36: "Assured Forwarding 42",
	38: "Assured Forwarding 43",
	40: "Class Selector 5",
	44: "Voice Admit",
	46: "Expedited Forwarding",
	48: "Class Selector 6",
	56: "Class Selector 7",
}

// ecnNames are the names of ip.dsfield.ecn, ipv6.tclass.ecn.
var ecnNames = map[uint64]string{
	0: "Not ECN-Capable Transport",
	1: "ECN-Capable Transport codepoint '01'",
	2: "ECN-Capable Transport codepoint '10'",
	3: "Congestion Experienced",
}

// ipOptionClassNames are the names of ip.opt.type.class.
var ipOptionClassNames = map[uint64]string{
	0: "Control",
	1: "Reserved for future use",
	2: "Debugging and measurement",
	3: "Reserved for future use",
}

// ipOptionNames are the names of ip.opt.type.number.
var ipOptionNames = map[uint64]string{
	0:  "End of Option List (EOL)",
	1:  "No-Operation (NOP)",
	2:  "Security",
	3:  "Loose source route",
	4:  "Time stamp",
	5:  "Extended security",
	6:  "Commercial IP security option",
	7:  "Record route",
	8:  "Stream identifier",
	9:  "Strict source route",
	10: "Experimental Measurement",
	11: "MTU probe",
	12: "MTU Reply",
	13: "Experimental Flow Control",
	14: "Experimental Access Control",
	15: "Ask Estrin",
	16: "IMI Traffic Descriptor",
	17: "Extended Internet Protocol",
	18: "Traceroute",
	19: "Address Extension",
	20: "Router Alert",
	21: "Selective Directed Broadcast",
	22: "Unassigned",
	23: "Dynamic Packet State",
	24: "Upstream Multicast Packet",
	25: "Quick-Start",
	30: "RFC 3692-style experiment",
}

// ipTimestampNames are the names of ip.opt.flag.
var ipTimestampNames = map[uint64]string{
	0: "Time stamps only",
	1: "Time stamp and address",
	3: "Time stamps for prespecified addresses",
}

// ipv6OptionNames are the names of ipv6.opt.type.
var ipv6OptionNames = map[uint64]string{
	0:   "Pad1",
	1:   "PadN",
	4:   "Tunnel Encapsulation Limit",
	5:   "Router Alert",
	7:   "CALIPSO",
	8:   "SMF_DPD",
	15:  "Performance and Diagnostic Metrics",
	30:  "Experimental (0x1E)",
	38:  "Quick-Start",
	48:  "Path MTU Option",
	49:  "IOAM Option",
	62:  "Experimental (0x3E)",
	65:  "Tunnel Payload Forwarding (TPF) Information",
	94:  "Experimental (0x5E)",
	99:  "RPL Option",
	109: "MPL Option",
	126: "Experimental (0x7E)",
	138: "Endpoint Identification",
	139: "ILNP Nonce",
	140: "Line-Identification Option",
	158: "Experimental (0x9E)",
	190: "Experimental (0xBE)",
	194: "Jumbo Payload",
	201: "Home Address",
	222: "Experimental (0xDE)",
	238: "IP_DFF",
	254: "Experimental (0xFE)",
}

// ipv6ActionNames are the names of ipv6.opt.type.action.
var ipv6ActionNames = map[uint64]string{
	0: "Skip and continue",
	1: "Discard",
	2: "Discard and send ICMP Parameter Problem",
	3: "Discard and send ICMP if not multicast",
}

// ipv6RouterAlertNames are the names of ipv6.opt.router_alert.
var ipv6RouterAlertNames = map[uint64]string{
	0: "MLD",
	1: "RSVP",
	2: "Active Network",
}

// routingNames are the names of ipv6.routing.type.
var routingNames = map[uint64]string{
	0:   "Source Route",
	1:   "Nimrod",
	2:   "Type 2 Routing",
	3:   "RPL Source Route",
	4:   "Segment Routing",
	5:   "Compact Routing Header 16",
	6:   "Compact Routing Header 32",
	253: "Experiment 1",
	254: "Experiment 2",
}

// icmpv6TypeNames are the names of icmpv6.type.
var icmpv6TypeNames = map[uint64]string{
	1:   "Destination Unreachable",
	2:   "Packet Too Big",
	3:   "Time Exceeded",
	4:   "Parameter Problem",
	100: "Private experimentation",
	101: "Private experimentation",
	127: "Reserved for expansion of ICMPv6 error messages",
	128: "Echo (ping) request",
	129: "Echo (ping) reply",
	130: "Multicast Listener Query",
	131: "Multicast Listener Report",
	132: "Multicast Listener Done",
	133: "Router Solicitation",
	134: "Router Advertisement",
	135: "Neighbor Solicitation",
	136: "Neighbor Advertisement",
	137: "Redirect",
	138: "Router Renumbering",
	139: "Node Information Query",
	140: "Node Information Reply",
	141: "Inverse Neighbor Discovery Solicitation",
	142: "Inverse Neighbor Discovery Advertisement",
	143: "Multicast Listener Report Message v2",
	144: "Home Agent Address Discovery Request",
	145: "Home Agent Address Discovery Reply",
	146: "Mobile Prefix Solicitation",
	147: "Mobile Prefix Advertisement",
	148: "Certification Path Solicitation",
	149: "Certification Path Advertisement",
	150: "Experimental Mobility",
	151: "Multicast Router Advertisement",
	152: "Multicast Router Solicitation",
	153: "Multicast Router Termination",
	154: "FMIPv6",
	155: "RPL Control",
	156: "Locator Update",
	157: "Duplicate Address Request",
	158: "Duplicate Address Confirmation",
	159: "MPL Control Message",
	160: "Extended Echo request",
	161: "Extended Echo reply",
	200: "Private experimentation",
	201: "Private experimentation",
	255: "Reserved for expansion of ICMPv6 informational messages",
}

// preferenceNames are the names of icmpv6.nd.ra.flag.prf.
var preferenceNames = map[uint64]string{
	0: "Medium",
	1: "High",
	2: "Reserved",
	3: "Low",
}

// icmpv6OptionNames are the names of icmpv6.opt.type.
var icmpv6OptionNames = map[uint64]string{
	1:   "Source link-layer address",
	2:   "Target link-layer address",
	3:   "Prefix information",
	4:   "Redirected header",
	5:   "MTU",
	6:   "NBMA Shortcut Limit Option",
	7:   "Advertisement Interval",
	8:   "Home Agent Information",
	9:   "Source Address List",
	10:  "Target Address List",
	11:  "CGA",
	12:  "RSA Signature",
	13:  "Timestamp",
	14:  "Nonce",
	15:  "Trust Anchor",
	16:  "Certificate",
	17:  "IP Address/Prefix Option",
	18:  "New Router Prefix Information",
	19:  "Link-layer Address",
	20:  "Neighbor Advertisement Acknowledgment",
	23:  "MAP",
	24:  "Route Information",
	25:  "Recursive DNS Server",
	26:  "RA Flags Extension",
	27:  "Handover Key Request",
	28:  "Handover Key Reply",
	29:  "Handover Assist Information",
	30:  "Mobile Node Identifier Option",
	31:  "DNS Search List Option",
	32:  "Proxy Signature (PS)",
	33:  "Address Registration Option",
	34:  "6LoWPAN Context Option",
	35:  "Authoritative Border Router",
	36:  "6LoWPAN Capability Indication Option",
	37:  "DHCP Captive-Portal",
	38:  "PREF64 Option",
	138: "CARD Request",
	139: "CARD Reply",
	253: "RFC3692-style Experiment 1",
	254: "RFC3692-style Experiment 2",
}

// lifetimeNames are the names of icmpv6.opt.prefix.valid_lifetime, icmpv6.opt.prefix.preferred_lifetime.
var lifetimeNames = map[uint64]string{
	4294967295: "Infinity",
}

// dnsLifetimeNames are the names of icmpv6.opt.rdnss.lifetime.
var dnsLifetimeNames = map[uint64]string{
	0:          "RDNSS address MUST no longer be used",
	4294967295: "Infinity",
}

// searchLifetimeNames are the names of icmpv6.opt.dnssl.lifetime.
var searchLifetimeNames = map[uint64]string{
	0:          "DNSSL domain name MUST no longer be used",
	4294967295: "Infinity",
}

// mldRecordNames are the names of icmpv6.mldr.mar.record_type.
var mldRecordNames = map[uint64]string{
	1: "Include",
	2: "Exclude",
	3: "Changed to include",
	4: "Changed to exclude",
	5: "Allow new sources",
	6: "Block old sources",
}

// tcpOptionNames are the names of tcp.option_kind.
var tcpOptionNames = map[uint64]string{
	0:   "End of Option List",
	1:   "No-Operation",
	2:   "Maximum Segment Size",
	3:   "Window Scale",
	4:   "SACK Permitted",
	5:   "SACK",
	6:   "Echo",
	7:   "Echo Reply",
	8:   "Time Stamp Option",
	9:   "Partial Order Connection Permitted",
	10:  "Partial Order Service Profile",
	11:  "CC",
	12:  "CC.NEW",
	13:  "CC.ECHO",
	14:  "TCP Alternate Checksum Request",
	15:  "TCP Alternate Checksum Data",
	16:  "Skeeter",
	17:  "Bubba",
	18:  "Trailer Checksum Option",
	19:  "MD5 Signature Option",
	20:  "SCPS Capabilities",
	21:  "Selective Negative Acknowledgements",
	22:  "Record Boundaries",
	23:  "Corruption experienced",
	24:  "SNAP",
	25:  "Unassigned",
	26:  "TCP Compression Filter",
	27:  "Quick-Start Response",
	28:  "User Timeout Option",
	29:  "The TCP Authentication Option",
	30:  "Multipath TCP",
	34:  "TCP Fast Open Cookie",
	76:  "Riverbed Probe",
	78:  "Riverbed Transparency",
	172: "Accurate ECN Order 0",
	174: "Accurate ECN Order 1",
	253: "RFC3692-style Experiment 1",
	254: "RFC3692-style Experiment 2",
}

// addressFamilyNames are the names of address families, as IANA numbers them: in BGP,
// LLDP and the interfaces that ICMP names.
var addressFamilyNames = map[uint64]string{
	0:     "Reserved",
	1:     "IPv4",
	2:     "IPv6",
	3:     "NSAP",
	4:     "HDLC (8-bit multidrop)",
	5:     "BBN 1822",
	6:     "802 (includes all 802 media plus Ethernet)",
	7:     "E.163",
	8:     "E.164 (SMDS, Frame Relay, ATM)",
	9:     "F.69 (Telex)",
	10:    "X.121 (X.25, Frame Relay)",
	11:    "IPX",
	12:    "Appletalk",
	13:    "Decnet IV",
	14:    "Banyan Vines",
	15:    "E.164 with NSAP subaddress",
	16:    "DNS (Domain Name System)",
	17:    "Distinguished Name",
	18:    "AS Number",
	19:    "XTP over IP version 4",
	20:    "XTP over IP version 6",
	21:    "XTP native mode XTP",
	22:    "Fibre Channel World-Wide Port Name",
	23:    "Fibre Channel World-Wide Node Name",
	24:    "GWID",
	25:    "Layer-2 VPN",
	26:    "MPLS-TP Section Endpoint Identifier",
	27:    "MPLS-TP LSP Endpoint Identifier",
	28:    "MPLS-TP Pseudowire Endpoint Identifier",
	29:    "MT IP: Multi-Topology IP version 4",
	30:    "MT IPv6: Multi-Topology IP version 6",
	196:   "Layer-2 VPN (old)",
	16384: "EIGRP Common Service Family",
	16385: "EIGRP IPv4 Service Family",
	16386: "EIGRP IPv6 Service Family",
	16387: "LISP Canonical Address Format (LCAF)",
	16388: "BGP-LS",
	16389: "48-bit MAC Address",
	16390: "64-bit MAC Address",
	16391: "OUI",
	16392: "MAC/24",
	16393: "MAC/40",
	16394: "IPv6/64",
	16395: "RBridge Port ID",
	16396: "TRILL Nickname",
	65535: "Reserved",
}
