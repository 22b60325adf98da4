package packet

// The fields of Generic Routing Encapsulation.
const (
	greLayer FieldID = igmpLast + iota
	greProto
	greFlagsAndVersion
	greFlagsChecksum
	greFlagsRouting
	greFlagsKey
	greFlagsSequenceNumber
	greFlagsStrictSourceRoute
	greFlagsRecursionControl
	greFlagsAck
	greFlagsReserved
	greFlagsVersion
	greChecksumField
	greChecksumStatus
	greOffset
	greKey
	greKeyPayloadLength
	greKeyCallID
	greSequenceNumber
	greAckNumber
	greRouting
	greRoutingAddressFamily
	greRoutingSreOffset
	greRoutingSrcLength
	greRoutingInformation
	greChecksumIncorrect
	greLast
)

var greFields = [...]Info{
	0:                                    {Name: "gre", Label: "Generic Routing Encapsulation", Type: Protocol},
	greProto - greLayer:                  {Name: "gre.proto", Label: "Protocol Type", Type: Uint, Bits: 16, Hex: true, Names: greProtoNames},
	greFlagsAndVersion - greLayer:        {Name: "gre.flags_and_version", Label: "Flags and Version", Type: Uint, Bits: 16, Hex: true},
	greFlagsChecksum - greLayer:          {Name: "gre.flags.checksum", Label: "Checksum Bit", Type: Bool, Names: yesNames},
	greFlagsRouting - greLayer:           {Name: "gre.flags.routing", Label: "Routing Bit", Type: Bool, Names: yesNames},
	greFlagsKey - greLayer:               {Name: "gre.flags.key", Label: "Key Bit", Type: Bool, Names: yesNames},
	greFlagsSequenceNumber - greLayer:    {Name: "gre.flags.sequence_number", Label: "Sequence Number Bit", Type: Bool, Names: yesNames},
	greFlagsStrictSourceRoute - greLayer: {Name: "gre.flags.strict_source_route", Label: "Strict Source Route Bit", Type: Bool, Names: yesNames},
	greFlagsRecursionControl - greLayer:  {Name: "gre.flags.recursion_control", Label: "Recursion control", Type: Uint, Bits: 16},
	greFlagsAck - greLayer:               {Name: "gre.flags.ack", Label: "Acknowledgment", Type: Bool, Names: yesNames},
	greFlagsReserved - greLayer:          {Name: "gre.flags.reserved", Label: "Flags (Reserved)", Type: Uint, Bits: 16},
	greFlagsVersion - greLayer:           {Name: "gre.flags.version", Label: "Version", Type: Uint, Bits: 16, Names: greFlagsVersionNames},
	greChecksumField - greLayer:          {Name: "gre.checksum", Label: "Checksum", Type: Uint, Bits: 16, Hex: true},
	greChecksumStatus - greLayer:         {Name: "gre.checksum.status", Label: "Checksum Status", Type: Uint, Bits: 8, Names: checksumNames},
	greOffset - greLayer:                 {Name: "gre.offset", Label: "Offset", Type: Uint, Bits: 16},
	greKey - greLayer:                    {Name: "gre.key", Label: "Key", Type: Uint, Bits: 32, Hex: true},
	greKeyPayloadLength - greLayer:       {Name: "gre.key.payload_length", Label: "Payload Length", Type: Uint, Bits: 16},
	greKeyCallID - greLayer:              {Name: "gre.key.call_id", Label: "Call ID", Type: Uint, Bits: 16},
	greSequenceNumber - greLayer:         {Name: "gre.sequence_number", Label: "Sequence Number", Type: Uint, Bits: 32},
	greAckNumber - greLayer:              {Name: "gre.ack_number", Label: "Acknowledgment Number", Type: Uint, Bits: 32},
	greRouting - greLayer:                {Name: "gre.routing", Label: "Routing", Type: None},
	greRoutingAddressFamily - greLayer:   {Name: "gre.routing.address_family", Label: "Address Family", Type: Uint, Bits: 16},
	greRoutingSreOffset - greLayer:       {Name: "gre.routing.sre_offset", Label: "SRE Offset", Type: Uint, Bits: 8},
	greRoutingSrcLength - greLayer:       {Name: "gre.routing.src_length", Label: "SRE Length", Type: Uint, Bits: 8},
	greRoutingInformation - greLayer:     {Name: "gre.routing.information", Label: "Routing Information", Type: Bytes},
	greChecksumIncorrect - greLayer:      {Name: "gre.checksum.incorrect", Label: "Incorrect GRE Checksum", Type: None},
}

// greProtoNames are the names of gre.proto.
var greProtoNames = map[uint64]string{
	0:     "Possible GRE keepalive packet",
	254:   "OSI",
	2048:  "IP",
	2054:  "ARP",
	8192:  "CDP (Cisco)",
	8193:  "NHRP",
	8939:  "ERSPAN III",
	25600: "MIKROTIK EoIP",
	25944: "Transparent Ethernet bridging",
	25945: "Frame Relay",
	33079: "IPX",
	33280: "ARUBA WLAN",
	33296: "ARUBA WLAN",
	33312: "ARUBA WLAN",
	33328: "ARUBA WLAN",
	33344: "ARUBA WLAN",
	33360: "ARUBA WLAN",
	33376: "ARUBA WLAN",
	33392: "ARUBA WLAN",
	33408: "ARUBA WLAN",
	33424: "ARUBA WLAN",
	33440: "ARUBA WLAN",
	33456: "ARUBA WLAN",
	33472: "ARUBA WLAN",
	33488: "ARUBA WLAN",
	33504: "ARUBA WLAN",
	33520: "ARUBA WLAN",
	33536: "ARUBA WLAN",
	33552: "ARUBA WLAN",
	33568: "ARUBA WLAN",
	33584: "ARUBA WLAN",
	33600: "ARUBA WLAN",
	33616: "ARUBA WLAN",
	33632: "ARUBA WLAN",
	33648: "ARUBA WLAN",
	34525: "IPv6",
	34827: "PPP",
	34878: "WCCP",
	34887: "MPLS label switched packet",
	34945: "CDMA2000 A10 Unstructured byte stream",
	35006: "ERSPAN",
	35026: "CDMA2000 A10 3GPP2 Packet",
	35081: "CiscoMetaData",
	35151: "Network Service Header",
	36864: "ARUBA WLAN",
	47082: "Huawei GRE bonding",
	65198: "AIROHIVE AP AP",
}

// greFlagsVersionNames are the names of gre.flags.version.
var greFlagsVersionNames = map[uint64]string{
	0: "GRE",
	1: "Enhanced GRE",
}
