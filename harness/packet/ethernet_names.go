package packet

// etherTypeNames are the names of eth.type, llc.type, arp.proto.type.
var etherTypeNames = map[uint64]string{
	1536:  "XNS Internet Datagram Protocol",
	2048:  "IPv4",
	2053:  "X.25 Layer 3",
	2054:  "ARP",
	2114:  "Wake on LAN",
	2288:  "WiMax Mac-to-Mac",
	2303:  "AX.25",
	2989:  "Vines IP",
	2991:  "Vines Echo",
	6532:  "Netmon Train",
	8193:  "Cisco Group Management Protocol",
	8933:  "Gigamon Header",
	8938:  "802.1Qat Multiple Stream Reservation Protocol",
	8944:  "IEEE 1722 Audio Video Transport Protocol",
	8945:  "Robust Header Compression(RoHC)",
	8947:  "Transparent Interconnection of Lots of Links",
	8948:  "Intermediate System to Intermediate System",
	9298:  "IEEE 802.11 (Centrino promiscuous)",
	15367: "3Com NBP Datagram",
	15935: "EPL_V1",
	24576: "DEC proto",
	24577: "DEC DNA Dump/Load",
	24578: "DEC DNA Remote Console",
	24579: "DEC DNA Routing",
	24580: "DEC LAT",
	24581: "DEC Diagnostics",
	24582: "DEC Customer use",
	24583: "DEC LAVC/SCA",
	25944: "Transparent Ethernet bridging",
	32801: "PPP IP Control Protocol",
	32821: "RARP",
	32824: "DEC LanBridge",
	32833: "DEC LAST",
	32923: "AppleTalk LLAP bridging",
	32981: "SNA-over-Ethernet",
	32993: "EtherNet/IP Device Level Ring",
	33011: "AARP",
	33021: "PPP Compression Control Protocol",
	33023: "Wellfleet Compression Protocol",
	33024: "802.1Q Virtual LAN",
	33026: "Simple Loop Protection Protocol",
	33027: "Virtual LACP",
	33028: "Simple Loop Protection Protocol (old)",
	33075: "Juniper Netscreen Redundant Protocol",
	33079: "Netware IPX/SPX",
	33153: "Spanning Tree Protocol",
	33277: "Cabletron Interswitch Message Protocol",
	33279: "Cabletron SFVLAN 1.8 Tag-Based Flood",
	33284: "QNX 6 QNET protocol",
	34525: "IPv6",
	34605: "Cisco Wireless Lan Context Control Protocol",
	34691: "Motorola Media Independent Network Transport",
	34824: "MAC Control",
	34825: "Slow Protocols",
	34841: "Cirrus Cobranet Packet",
	34887: "MPLS label switched packet",
	34888: "MPLS multicast label switched packet",
	34906: "Foundry proprietary",
	34915: "PPPoE Discovery",
	34916: "PPPoE Session",
	34924: "HomePNA, wlan link local tunnel",
	34925: "Intel ANS probe",
	34927: "MS NLB heartbeat",
	34928: "Jumbo LLC",
	34932: "Broadcom tag",
	34939: "Homeplug",
	34945: "CDMA2000 A10 Unstructured byte stream",
	34948: "ATM over Ethernet",
	34958: "802.1X Authentication",
	34962: "PROFINET",
	34969: "Realtek Layer 2 Protocols",
	34971: "CSM_ENCAPS Protocol",
	34977: "Telkonet powerline",
	34978: "ATA over Ethernet",
	34980: "EtherCAT frame",
	34984: "802.1ad Provider Bridge (Q-in-Q)",
	34987: "ETHERNET Powerlink v2",
	34989: "XiMeta Technology",
	34996: "WAI Authentication Protocol",
	34997: "Local Experimental Ethertype 1",
	34998: "Local Experimental Ethertype 2",
	34999: "IEEE 802a OUI Extended Ethertype",
	35000: "IEC 61850/GOOSE",
	35001: "IEC 61850/GSE management services",
	35002: "IEC 61850/SV (Sampled Value Transmission",
	35015: "802.11i Pre-Authentication",
	35018: "Transparent Inter Process Communication",
	35020: "802.1 Link Layer Discovery Protocol (LLDP)",
	35026: "CDMA2000 A10 3GPP2 Packet",
	35032: "Circuit Emulation Services over Ethernet (MEF8)",
	35033: "Link Layer Topology Discovery (LLTD)",
	35036: "(WAVE) Short Message Protocol (WSM)",
	35038: "VMware Lab Manager",
	35041: "Homeplug AV",
	35043: "MRP",
	35045: "802.1AE (MACsec)",
	35047: "802.1ah Provider Backbone Bridge (mac-in-mac)",
	35054: "Ethernet Local Management Interface (MEF16)",
	35062: "802.1ak Multiple Mac Registration Protocol",
	35063: "PTPv2 over Ethernet (IEEE1588)",
	35064: "Network Controller Sideband Interface",
	35067: "Parallel Redundancy Protocol (PRP) and HSR Supervision (IEC62439 Part 3)",
	35073: "Flow Layer Internal Protocol",
	35074: "IEEE 802.1ag Connectivity Fault Management (CFM) protocol",
	35075: "Data Center Ethernet (DCE) protocol(Cisco)",
	35078: "Fibre Channel over Ethernet",
	35081: "CiscoMetaData",
	35085: "IEEE 802.11 data encapsulation",
	35089: "LINX IPC Protocol",
	35092: "FCoE Initialization Protocol",
	35093: "RDMA over Converged Ethernet",
	35095: "Media Independent Handover Protocol",
	35101: "TTEthernet Protocol Control Frame",
	35110: "VN-Tag",
	35115: "Schweitzer Engineering Labs Layer 2 Protocol",
	35117: "bluecom Protocol",
	35119: "High-availability Seamless Redundancy (IEC62439 Part 3)",
	35130: "1905.1a Convergent Digital Home Network for Heterogenous Technologies",
	35135: "802.1br Bridge Port Extension E-Tag",
	35143: "GeoNetworking",
	35151: "Network Service Header",
	35208: "PA HB Backup",
	36864: "Loopback",
	36897: "Real-Time Media Access Control",
	36898: "Real-Time Configuration Protocol",
	37120: "QinQ: old non-standard 802.1ad",
	37124: "EERO Broadcast Packet",
	39422: "Technically Enhanced Capture Module Protocol (TECMP)",
	41197: "6LoWPAN",
	44798: "eCPRI",
	46307: "CableLabs Layer-3 Protocol",
	49185: "PPP Link Control Protocol",
	49187: "PPP Password Authentication Protocol",
	49374: "eXpressive Internet Protocol",
	49375: "Neighborhood Watch Protocol",
	51966: "Veritas Low Latency Transport (not officially registered)",
	53261: "Digium TDM over Ethernet Protocol",
	53899: "Arista Timestamp",
	58709: "EXos internal Extra Header",
	61889: "802.1CB Frame Replication and Elimination for Reliability",
	65522: "Cisco ACI ARP gleaning",
}

// llcControlSFtypeNames are the names of llc.control.s_ftype.
var llcControlSFtypeNames = map[uint64]string{
	0: "Receiver ready",
	1: "Receiver not ready",
	2: "Reject",
	3: "Selective reject",
}

// llcControlFtypeNames are the names of llc.control.ftype.
var llcControlFtypeNames = map[uint64]string{
	0: "Information frame",
	1: "Supervisory frame",
	3: "Unnumbered frame",
}

// llcCiscoPidNames are the names of llc.cisco_pid.
var llcCiscoPidNames = map[uint64]string{
	258:  "DRIP",
	260:  "PAgP",
	261:  "MLS Hello",
	264:  "RLQ BPDUs (request)",
	265:  "RLQ BPDUs (response)",
	267:  "PVSTP+",
	268:  "VLAN Bridge",
	273:  "UDLD",
	313:  "MCP",
	8192: "CDP",
	8193: "CGMP",
	8195: "VTP",
	8196: "DTP",
	8202: "STP Uplink Fast",
}

// llcExtremePidNames are the names of llc.extreme_pid.
var llcExtremePidNames = map[uint64]string{
	187: "EDP",
}

// llcForce10PidNames are the names of llc.force10_pid.
var llcForce10PidNames = map[uint64]string{
	273: "FEFD",
}

// llcBluetoothPidNames are the names of llc.bluetooth_pid.
var llcBluetoothPidNames = map[uint64]string{
	1: "AMP_U L2CAP ACL data",
	2: "AMP-C Activity Report",
	3: "AMP-C Security frames",
	4: "AMP-C Link supervision request",
	5: "AMP-C Link supervision reply",
}

// llcFoundryPidNames are the names of llc.foundry_pid.
var llcFoundryPidNames = map[uint64]string{
	8192: "FDP",
}

// llcNortelPidNames are the names of llc.nortel_pid.
var llcNortelPidNames = map[uint64]string{
	417: "NDP flatnet hello",
	418: "NDP segment hello",
	419: "NDP bridge hello",
}

// llcIanaPidNames are the names of llc.iana_pid.
var llcIanaPidNames = map[uint64]string{
	1: "MARS Data Messages (short form)",
	2: "Reserved for future NHRP use",
	3: "MARS/NHRP Control Messages",
	4: "MARS Data Messages (long form)",
	5: "SCSP",
	6: "VRID",
	7: "L2TP",
	8: "VPN ID",
	9: "MSDP-GRE-Protocol Type",
}

// llcHpteamPidNames are the names of llc.hpteam_pid.
var llcHpteamPidNames = map[uint64]string{
	2: "HP Teaming heartbeat",
}

// llcCimetricsPidNames are the names of llc.cimetrics_pid.
var llcCimetricsPidNames = map[uint64]string{
	1: "U+4 MS/TP",
}

// llcAppleAwdlPidNames are the names of llc.apple_awdl_pid.
var llcAppleAwdlPidNames = map[uint64]string{
	2048: "AWDL",
}

// llcAppleAtalkPidNames are the names of llc.apple_atalk_pid.
var llcAppleAtalkPidNames = map[uint64]string{
	32923: "AppleTalk",
}

// llcWlccpPidNames are the names of llc.wlccp_pid.
var llcWlccpPidNames = map[uint64]string{
	0: "WLCCP",
}
