package packet

// icmpv6OptIpaOptionCodeNames are the names of icmpv6.opt.ipa.option_code.
var icmpv6OptIpaOptionCodeNames = map[uint64]string{
	1: "Old Care-of Address",
	2: "New Care-of Address",
	3: "NAR's IP address",
	4: "NAR's Prefix (sent in PrRtAdv)",
}

// icmpv6OptLlaOptionCodeNames are the names of icmpv6.opt.lla.option_code.
var icmpv6OptLlaOptionCodeNames = map[uint64]string{
	0: "Wildcard",
	1: "Link-layer Address of the New Access Point",
	2: "Link-layer Address of the MN",
	3: "Link-layer Address of the NAR",
	4: "Link-layer Address of the source",
	5: "The AP belongs to the current interface of the router",
	6: "No prefix information available",
	7: "No fast handovers support available",
}

// icmpv6OptNaackStatusNames are the names of icmpv6.opt.naack.status.
var icmpv6OptNaackStatusNames = map[uint64]string{
	1:   "New CoA is invalid, perform address configuration",
	2:   "New CoA is invalid, use the supplied CoA",
	3:   "NCoA is invalid, use NAR's IP address as NCoA in FBU",
	4:   "PCoA supplied, do not send FBU",
	128: "LLA is unrecognized",
}

// icmpv6OptNameTypeNames are the names of icmpv6.opt.name_type.
var icmpv6OptNameTypeNames = map[uint64]string{
	1:   "DER Encoded X.501 Name",
	2:   "FQDN",
	3:   "SHA-1 Subject Key Identifier (SKI)",
	4:   "SHA-224 Subject Key Identifier (SKI)",
	5:   "SHA-256 Subject Key Identifier (SKI)",
	6:   "SHA-384 Subject Key Identifier (SKI)",
	7:   "SHA-512 Subject Key Identifier (SKI)",
	253: "Reserved for Experimental Use",
	254: "Reserved for Experimental Use",
	255: "Reserved",
}

// icmpv6OptAroStatusNames are the names of icmpv6.opt.aro.status.
var icmpv6OptAroStatusNames = map[uint64]string{
	0: "Success",
	1: "Duplicate Exists",
	2: "Neighbor Cache Full",
}

// icmpv6OptPref64PlcNames are the names of icmpv6.opt.pref64.plc.
var icmpv6OptPref64PlcNames = map[uint64]string{
	0: "96 bits prefix length",
	1: "64 bits prefix length",
	2: "56 bits prefix length",
	3: "48 bits prefix length",
	4: "40 bits prefix length",
	5: "32 bits prefix length",
}

// icmpv6RrPcoMpOpcodeNames are the names of icmpv6.rr.pco.mp.opcode.
var icmpv6RrPcoMpOpcodeNames = map[uint64]string{
	1: "Add",
	2: "Change",
	3: "Set Global",
}

// icmpv6Fmip6SubtypeNames are the names of icmpv6.fmip6.subtype.
var icmpv6Fmip6SubtypeNames = map[uint64]string{
	2: "Router Solicitation for Proxy Advertisement",
	3: "Proxy Router Advertisement",
	4: "Handover Initiate",
	5: "Handover Acknowledge",
}

// icmpv6NiQtypeNames are the names of icmpv6.ni.qtype.
var icmpv6NiQtypeNames = map[uint64]string{
	0: "NOOP",
	1: "Supported query types (Obsolete)",
	2: "Node Name",
	3: "Node addresses",
	4: "IPv4 node addresses",
}
