package packet

// ospfMsgNames are the names of ospf.msg.
var ospfMsgNames = map[uint64]string{
	1: "Hello Packet",
	2: "DB Description",
	3: "LS Request",
	4: "LS Update",
	5: "LS Acknowledge",
}

// ospfAuthTypeNames are the names of ospf.auth.type.
var ospfAuthTypeNames = map[uint64]string{
	0: "Null",
	1: "Simple password",
	2: "Cryptographic",
}

// ospfAtAuthTypeNames are the names of ospf.at.auth_type.
var ospfAtAuthTypeNames = map[uint64]string{
	0: "Reserved",
	1: "HMAC Cryptographic Authentication",
}

// ospfLsaNames are the names of ospf.lsa.
var ospfLsaNames = map[uint64]string{
	1:  "Router-LSA",
	2:  "Network-LSA",
	3:  "Summary-LSA (IP network)",
	4:  "Summary-LSA (ASBR)",
	5:  "AS-External-LSA (ASBR)",
	6:  "Group Membership LSA",
	7:  "NSSA AS-External-LSA",
	8:  "External Attributes LSA",
	9:  "Opaque LSA, Link-local scope",
	10: "Opaque LSA, Area-local scope",
	11: "Opaque LSA, AS-local scope",
}

// ospfLsidOpaqueTypeNames are the names of ospf.lsid_opaque_type.
var ospfLsidOpaqueTypeNames = map[uint64]string{
	1: "Traffic Engineering LSA",
	2: "Sycamore Optical Topology Descriptions",
	3: "grace-LSA",
	4: "Router Information (RI)",
	5: "L1VPN LSA",
	6: "Inter-AS-TE-v2 LSA",
	7: "OSPFv2 Extended Prefix Opaque LSA",
	8: "OSPFv2 Extended Link Opaque LSA",
	9: "TTZ LSA",
}

// ospfV3LsaS12Names are the names of ospf.v3.lsa.s12.
var ospfV3LsaS12Names = map[uint64]string{
	0: "Link-Local Scoping - Flooded only on originating link",
	1: "Area Scoping - Flooded only in originating area",
	2: "AS Scoping - Flooded throughout AS",
	3: "Reserved",
}

// ospfV3LsaFcNames are the names of ospf.v3.lsa.fc, ospf.v3.lsa.referenced_ls_type.
var ospfV3LsaFcNames = map[uint64]string{
	1:  "Router-LSA",
	2:  "Network-LSA",
	3:  "Inter-Area-Prefix-LSA",
	4:  "Inter-Area-Router-LSA",
	5:  "AS-External-LSA",
	6:  "Group-Membership-LSA",
	7:  "NSSA-LSA",
	8:  "Link-LSA",
	9:  "Intra-Area-Prefix-LSA",
	12: "Router Information Opaque-LSA",
}

// ospfV3LsaTypeNames are the names of ospf.v3.lsa.type.
var ospfV3LsaTypeNames = map[uint64]string{
	1: "Point-to-point connection to another router",
	2: "Connection to a transit network",
	3: "Connection to a stub network",
	4: "Virtual link",
}
