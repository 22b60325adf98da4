package packet

// bgpTypeNames are the names of bgp.type.
var bgpTypeNames = map[uint64]string{
	1:   "OPEN Message",
	2:   "UPDATE Message",
	3:   "NOTIFICATION Message",
	4:   "KEEPALIVE Message",
	5:   "ROUTE-REFRESH Message",
	6:   "CAPABILITY Message",
	128: "Cisco ROUTE-REFRESH Message",
}

// bgpOpenOptParamTypeNames are the names of bgp.open.opt.param.type.
var bgpOpenOptParamTypeNames = map[uint64]string{
	1: "Authentication",
	2: "Capability",
}

// bgpNotifyMajorErrorNames are the names of bgp.notify.major_error.
var bgpNotifyMajorErrorNames = map[uint64]string{
	1: "Message Header Error",
	2: "OPEN Message Error",
	3: "UPDATE Message Error",
	4: "Hold Timer Expired",
	5: "Finite State Machine Error",
	6: "Cease",
	7: "CAPABILITY Message Error",
}

// bgpNotifyMinorErrorNames are the names of bgp.notify.minor_error.
var bgpNotifyMinorErrorNames = map[uint64]string{
	1: "Connection Not Synchronized",
	2: "Bad Message Length",
	3: "Bad Message Type",
}

// bgpNotifyMinorErrorOpenNames are the names of bgp.notify.minor_error_open.
var bgpNotifyMinorErrorOpenNames = map[uint64]string{
	1: "Unsupported Version Number",
	2: "Bad Peer AS",
	3: "Bad BGP Identifier",
	4: "Unsupported Optional Parameter",
	5: "Authentication Failure [Deprecated]",
	6: "Unacceptable Hold Time",
	7: "Unsupported Capability",
	8: "No supported AFI/SAFI (Cisco)",
}

// bgpNotifyMinorErrorUpdateNames are the names of bgp.notify.minor_error_update.
var bgpNotifyMinorErrorUpdateNames = map[uint64]string{
	1:  "Malformed Attribute List",
	2:  "Unrecognized Well-known Attribute",
	3:  "Missing Well-known Attribute",
	4:  "Attribute Flags Error",
	5:  "Attribute Length Error",
	6:  "Invalid ORIGIN Attribute",
	7:  "AS Routing Loop [Deprecated]",
	8:  "Invalid NEXT_HOP Attribute",
	9:  "Optional Attribute Error",
	10: "Invalid Network Field",
	11: "Malformed AS_PATH",
}

// bgpNotifyMinorErrorStateNames are the names of bgp.notify.minor_error_state.
var bgpNotifyMinorErrorStateNames = map[uint64]string{
	1: "Receive Unexpected Message in OpenSent State",
	2: "Receive Unexpected Message in OpenConfirm State",
	3: "Receive Unexpected Message in Established State",
}

// bgpNotifyMinorErrorCeaseNames are the names of bgp.notify.minor_error_cease.
var bgpNotifyMinorErrorCeaseNames = map[uint64]string{
	1: "Maximum Number of Prefixes Reached",
	2: "Administratively Shutdown",
	3: "Peer De-configured",
	4: "Administratively Reset",
	5: "Connection Rejected",
	6: "Other Configuration Change",
	7: "Connection Collision Resolution",
	8: "Out of Resources",
	9: "Hard Reset",
}

// bgpNotifyMinorErrorCapabilityNames are the names of bgp.notify.minor_error_capability.
var bgpNotifyMinorErrorCapabilityNames = map[uint64]string{
	1: "Invalid Action Value",
	2: "Invalid Capability Length",
	3: "Malformed Capability Value",
	4: "Unsupported Capability Code",
}

// bgpRouteRefreshSubtypeNames are the names of bgp.route_refresh.subtype.
var bgpRouteRefreshSubtypeNames = map[uint64]string{
	0: "Normal route refresh request [RFC2918] with/without ORF [RFC5291]",
	1: "Demarcation of the beginning of a route refresh",
	2: "Demarcation of the ending of a route refresh",
}

// bgpRouteRefreshSafiNames are the names of bgp.route_refresh.safi, bgp.cap.mp.safi, bgp.cap.enh.safi, bgp.cap.gr.safi, bgp.cap.ap.safi, bgp.cap.orf.safi, bgp.update.path_attribute.mp_reach_nlri.safi, bgp.update.path_attribute.mp_unreach_nlri.safi.
var bgpRouteRefreshSafiNames = map[uint64]string{
	0:   "Reserved",
	1:   "Unicast",
	2:   "Multicast",
	3:   "Unicast+Multicast (Deprecated)",
	4:   "Labeled Unicast",
	5:   "MCAST-VPN",
	6:   "Multi-Segment Pseudowires",
	7:   "Encapsulation (Deprecated)",
	8:   "MCAST-VPLS",
	64:  "Tunnel (Deprecated)",
	65:  "VPLS",
	66:  "Cisco MDT",
	67:  "4over6",
	68:  "6over4",
	69:  "Layer-1 VPN",
	70:  "EVPN",
	71:  "BGP-LS",
	72:  "BGP-LS-VPN",
	73:  "SR Policy",
	74:  "SD-WAN",
	75:  "Routing Policy Distribution",
	76:  "Classful Transport Planes",
	77:  "Tunneled Traffic Flowspec",
	78:  "MCAST-TREE",
	128: "Labeled VPN Unicast",
	129: "Labeled VPN Multicast",
	130: "Labeled VPN Unicast+Multicast (Deprecated)",
	132: "Route Target Filter",
	133: "Flow Spec Filter",
	134: "Flow Spec Filter VPN",
	140: "Layer-3 VPN (Deprecated)",
}

// bgpRouteRefreshOrfFlagNames are the names of bgp.route_refresh.orf.flag.
var bgpRouteRefreshOrfFlagNames = map[uint64]string{
	1: "Immediate",
	2: "Defer",
}

// bgpRouteRefreshOrfTypeNames are the names of bgp.route_refresh.orf.type, bgp.cap.orf.type.
var bgpRouteRefreshOrfTypeNames = map[uint64]string{
	2:   "Communities ORF-Type",
	3:   "Extended Communities ORF-Type",
	128: "Cisco PrefixList ORF-Type",
	129: "Cisco CommunityList ORF-Type",
	130: "Cisco Extended CommunityList ORF-Type",
	131: "Cisco AsPathList ORF-Type",
}

// bgpCapTypeNames are the names of bgp.cap.type, bgp.cap.dc.
var bgpCapTypeNames = map[uint64]string{
	0:   "Reserved capability",
	1:   "Multiprotocol extensions capability",
	2:   "Route refresh capability",
	3:   "Cooperative route filtering capability",
	4:   "Multiple routes to a destination capability",
	5:   "Extended Next Hop Encoding",
	6:   "BGP-Extended Message",
	7:   "BGPsec capability",
	8:   "Multiple Labels capability",
	9:   "BGP Role",
	64:  "Graceful Restart capability",
	65:  "Support for 4-octet AS number capability",
	66:  "Deprecated Dynamic Capability (Cisco)",
	67:  "Support for Dynamic capability",
	68:  "Multisession BGP Capability",
	69:  "Support for Additional Paths",
	70:  "Enhanced route refresh capability",
	71:  "Long-Lived Graceful Restart (LLGR) Capability",
	72:  "CP-ORF Capability",
	73:  "FQDN Capability",
	128: "Route refresh capability (Cisco)",
	130: "Cooperative route filtering capability (Cisco)",
	131: "Multisession BGP Capability (Cisco)",
}

// bgpCapApSendreceiveNames are the names of bgp.cap.ap.sendreceive, bgp.cap.orf.sendreceive.
var bgpCapApSendreceiveNames = map[uint64]string{
	1: "Receive",
	2: "Send",
	3: "Both",
}

// bgpCapBgpsecSendreceiveNames are the names of bgp.cap.bgpsec.sendreceive.
var bgpCapBgpsecSendreceiveNames = map[uint64]string{
	0: "Receive",
	1: "Send",
}

// bgpAttributeAsPathSegmentTypeNames are the names of bgp.update.path_attribute.as_path_segment.type.
var bgpAttributeAsPathSegmentTypeNames = map[uint64]string{
	1: "AS_SET",
	2: "AS_SEQUENCE",
	3: "AS_CONFED_SEQUENCE",
	4: "AS_CONFED_SET",
}

// bgpAttributeCommunityWellknownNames are the names of bgp.update.path_attribute.community_wellknown.
var bgpAttributeCommunityWellknownNames = map[uint64]string{
	4294901760: "GRACEFUL_SHUTDOWN",
	4294901761: "ACCEPT_OWN",
	4294902426: "BLACKHOLE",
	4294967041: "NO_EXPORT",
	4294967042: "NO_ADVERTISE",
	4294967043: "NO_EXPORT_SUBCONFED",
	4294967044: "NOPEER",
}

// bgpAttributeOriginNames are the names of bgp.update.path_attribute.origin.
var bgpAttributeOriginNames = map[uint64]string{
	0: "IGP",
	1: "EGP",
	2: "INCOMPLETE",
}

// bgpAttributeTypeCodeNames are the names of bgp.update.path_attribute.type_code.
var bgpAttributeTypeCodeNames = map[uint64]string{
	1:   "ORIGIN",
	2:   "AS_PATH",
	3:   "NEXT_HOP",
	4:   "MULTI_EXIT_DISC",
	5:   "LOCAL_PREF",
	6:   "ATOMIC_AGGREGATE",
	7:   "AGGREGATOR",
	8:   "COMMUNITIES",
	9:   "ORIGINATOR_ID",
	10:  "CLUSTER_LIST",
	11:  "DPA",
	12:  "ADVERTISER",
	13:  "RCID_PATH / CLUSTER_ID",
	14:  "MP_REACH_NLRI",
	15:  "MP_UNREACH_NLRI",
	16:  "EXTENDED_COMMUNITIES",
	17:  "AS4_PATH",
	18:  "AS4_AGGREGATOR",
	19:  "SAFI_SPECIFIC_ATTRIBUTE",
	20:  "Connector Attribute",
	21:  "AS_PATHLIMIT ",
	22:  "PMSI_TUNNEL_ATTRIBUTE",
	23:  "TUNNEL_ENCAPSULATION_ATTRIBUTE",
	24:  "Traffic Engineering",
	25:  "IPv6 Address Specific Extended Community",
	26:  "AIGP",
	27:  "PE Distinguisher Labels",
	28:  "BGP Entropy Label Capability Attribute",
	29:  "BGP-LS Attribute",
	30:  "Deprecated",
	31:  "Deprecated",
	32:  "LARGE_COMMUNITY",
	33:  "BGPsec_PATH",
	36:  "D_PATH",
	40:  "BGP Prefix-SID",
	99:  "LINK_STATE (unofficial code point)",
	128: "ATTR_SET",
	129: "Deprecated",
	241: "Deprecated",
	242: "Deprecated",
	243: "Deprecated",
}

// bgpExtComTypeNames are the names of bgp.ext_com.type.
var bgpExtComTypeNames = map[uint64]string{
	0:   "Transitive 2-Octet AS-Specific",
	1:   "Transitive IPv4-Address-Specific",
	2:   "Transitive 4-Octet AS-Specific",
	3:   "Transitive Opaque",
	4:   "Transitive QoS Marking",
	5:   "Transitive CoS Capability",
	6:   "Transitive EVPN",
	7:   "FlowSpec Transitive",
	8:   "Transitive Flow spec redirect/mirror to IP next-hop",
	9:   "Transitive FlowSpec Redirect to indirection-id",
	64:  "Non-Transitive 2-Octet AS-Specific",
	65:  "Non-Transitive IPv4-Address-Specific",
	66:  "Non-Transitive 4-Octet AS-Specific",
	67:  "Non-Transitive Opaque",
	68:  "Non-Transitive QoS Marking",
	128: "Generic Transitive Experimental Use",
	129: "Generic Transitive Experimental Use Part 2",
	130: "Generic Transitive Experimental Use Part 3 ",
	136: "Transitive Experimental EIGRP",
}

// bgpExtComStypeTrEvpnNames are the names of bgp.ext_com.stype_tr_evpn.
var bgpExtComStypeTrEvpnNames = map[uint64]string{
	0:  "MAC Mobility",
	1:  "ESI MPLS Label",
	2:  "ES Import",
	3:  "EVPN Router's MAC",
	4:  "Layer 2 Attributes",
	5:  "E-Tree",
	6:  "DF Election",
	7:  "I-SID",
	8:  "ND",
	9:  "Multicast Flags Extended Community",
	10: "EVI-RT Type 0 Extended Community",
	11: "EVI-RT Type 1 Extended Community",
	12: "EVI-RT Type 2 Extended Community",
	13: "EVI-RT Type 3 Extended Community",
	14: "EVPN Attachment Circuit",
}

// bgpExtComStypeTrAs2Names are the names of bgp.ext_com.stype_tr_as2.
var bgpExtComStypeTrAs2Names = map[uint64]string{
	2:  "Route Target",
	3:  "Route Origin",
	5:  "OSPF Domain Identifier",
	8:  "BGP Data Collection",
	9:  "Source AS",
	10: "L2VPN Identifier",
	16: "Cisco VPN-Distinguisher",
}

// bgpExtComStypeNtrAs2Names are the names of bgp.ext_com.stype_ntr_as2.
var bgpExtComStypeNtrAs2Names = map[uint64]string{
	4:   "Link Bandwidth",
	128: "Virtual-Network Identifier",
}

// bgpExtComStypeTrAs4Names are the names of bgp.ext_com.stype_tr_as4.
var bgpExtComStypeTrAs4Names = map[uint64]string{
	2:  "Route Target",
	3:  "Route Origin",
	4:  "Generic",
	5:  "OSPF Domain Identifier",
	8:  "BGP Data Collection",
	9:  "Source AS",
	16: "Cisco VPN Identifier",
	19: "Route-Target Record",
}

// bgpExtComStypeNtrAs4Names are the names of bgp.ext_com.stype_ntr_as4.
var bgpExtComStypeNtrAs4Names = map[uint64]string{
	4: "Generic",
}

// bgpExtComStypeTrIP4Names are the names of bgp.ext_com.stype_tr_IP4.
var bgpExtComStypeTrIP4Names = map[uint64]string{
	2:  "Route Target",
	3:  "Route Origin",
	5:  "OSPF Domain Identifier",
	7:  "OSPF Router ID",
	10: "L2VPN Identifier",
	11: "VRF Route Import",
	16: "Cisco VPN-Distinguisher",
	18: "Inter-area P2MP Segmented Next-Hop",
}

// bgpExtComStypeTrOpaqueNames are the names of bgp.ext_com.stype_tr_opaque.
var bgpExtComStypeTrOpaqueNames = map[uint64]string{
	1:  "Cost",
	6:  "OSPF Route Type",
	11: "Color",
	12: "Encapsulation",
	13: "Default Gateway",
}

// bgpExtComStypeNtrOpaqueNames are the names of bgp.ext_com.stype_ntr_opaque.
var bgpExtComStypeNtrOpaqueNames = map[uint64]string{
	0: "BGP Origin Validation state",
	1: "Cost",
}

// bgpExtComTunnelTypeNames are the names of bgp.ext_com.tunnel_type.
var bgpExtComTunnelTypeNames = map[uint64]string{
	0:  "Reserved",
	1:  "L2TPv3 over IP",
	2:  "GRE",
	3:  "Transmit tunnel endpoint",
	4:  "IPsec in Tunnel-mode",
	5:  "IP in IP tunnel with IPsec Transport Mode",
	6:  "MPLS-in-IP tunnel with IPsec Transport Mode",
	7:  "IP in IP",
	8:  "VXLAN Encapsulation",
	9:  "NVGRE Encapsulation",
	10: "MPLS Encapsulation",
	11: "MPLS in GRE Encapsulation",
	12: "VxLAN GPE Encapsulation",
	13: "MPLS in UDP Encapsulation",
}

// bgpExtComStypeTrExpNames are the names of bgp.ext_com.stype_tr_exp.
var bgpExtComStypeTrExpNames = map[uint64]string{
	0:   "OSPF Route Type",
	1:   "OSPF Router ID",
	4:   "Security Group",
	5:   "OSPF Domain Identifier",
	6:   "Flow spec traffic-rate",
	7:   "Flow spec traffic-action",
	8:   "Flow spec redirect AS 2 bytes",
	9:   "Flow spec traffic-remarking",
	10:  "Layer2 Info",
	11:  "E-Tree Info",
	132: "Tag",
	133: "Origin Sub-Cluster",
}

// bgpExtComStypeTrExp2Names are the names of bgp.ext_com.stype_tr_exp_2.
var bgpExtComStypeTrExp2Names = map[uint64]string{
	8: "Flow spec redirect IPv4 format",
}

// bgpExtComStypeTrExp3Names are the names of bgp.ext_com.stype_tr_exp_3.
var bgpExtComStypeTrExp3Names = map[uint64]string{
	4:   "Security Group AS4",
	8:   "Flow spec redirect AS-4byte format",
	132: "Tag4",
	133: "Origin Sub-Cluster4",
}

// bgpExtComValueOspfRtypeTypeNames are the names of bgp.ext_com.value_ospf_rtype.type.
var bgpExtComValueOspfRtypeTypeNames = map[uint64]string{
	1:   "Router",
	2:   "Network",
	3:   "Summary",
	5:   "External",
	7:   "NSSA External",
	129: "MPLS-VPN Sham",
}
