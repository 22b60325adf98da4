package packet

// The fields of ARP.
const (
	arpLayer FieldID = vlanLast + iota
	arpHwType
	arpProtoType
	arpHwSize
	arpProtoSize
	arpOpcode
	arpIsgratuitous
	arpIsprobe
	arpIsannouncement
	arpSrcHw
	arpSrcHwMac
	arpSrcProto
	arpSrcProtoIpv4
	arpDstHw
	arpDstHwMac
	arpDstProto
	arpDstProtoIpv4
	arpDstDrarpError
	arpDuplicateAddressFrame
	arpDuplicateAddressDetected
	arpDuplicateAddressSeconds
	arpLast
)

var arpFields = [...]Info{
	0:                                      {Name: "arp", Label: "Address Resolution Protocol", Type: Protocol},
	arpHwType - arpLayer:                   {Name: "arp.hw.type", Label: "Hardware type", Type: Uint, Bits: 16, Names: hardwareNames},
	arpProtoType - arpLayer:                {Name: "arp.proto.type", Label: "Protocol type", Type: Uint, Bits: 16, Hex: true, Names: etherTypeNames},
	arpHwSize - arpLayer:                   {Name: "arp.hw.size", Label: "Hardware size", Type: Uint, Bits: 8},
	arpProtoSize - arpLayer:                {Name: "arp.proto.size", Label: "Protocol size", Type: Uint, Bits: 8},
	arpOpcode - arpLayer:                   {Name: "arp.opcode", Label: "Opcode", Type: Uint, Bits: 16, Names: arpOpcodeNames},
	arpIsgratuitous - arpLayer:             {Name: "arp.isgratuitous", Label: "Is gratuitous", Type: Bool},
	arpIsprobe - arpLayer:                  {Name: "arp.isprobe", Label: "Is probe", Type: Bool},
	arpIsannouncement - arpLayer:           {Name: "arp.isannouncement", Label: "Is announcement", Type: Bool},
	arpSrcHw - arpLayer:                    {Name: "arp.src.hw", Label: "Sender hardware address", Type: Bytes},
	arpSrcHwMac - arpLayer:                 {Name: "arp.src.hw_mac", Label: "Sender MAC address", Type: Ether},
	arpSrcProto - arpLayer:                 {Name: "arp.src.proto", Label: "Sender protocol address", Type: Bytes},
	arpSrcProtoIpv4 - arpLayer:             {Name: "arp.src.proto_ipv4", Label: "Sender IP address", Type: IPv4},
	arpDstHw - arpLayer:                    {Name: "arp.dst.hw", Label: "Target hardware address", Type: Bytes},
	arpDstHwMac - arpLayer:                 {Name: "arp.dst.hw_mac", Label: "Target MAC address", Type: Ether},
	arpDstProto - arpLayer:                 {Name: "arp.dst.proto", Label: "Target protocol address", Type: Bytes},
	arpDstProtoIpv4 - arpLayer:             {Name: "arp.dst.proto_ipv4", Label: "Target IP address", Type: IPv4},
	arpDstDrarpError - arpLayer:            {Name: "arp.dst.drarp_error_status", Label: "DRARP error status", Type: Uint, Bits: 16, Names: arpDstDrarpErrorNames},
	arpDuplicateAddressFrame - arpLayer:    {Name: "arp.duplicate-address-frame", Label: "Frame showing earlier use of IP address", Type: Uint, Bits: 32},
	arpDuplicateAddressDetected - arpLayer: {Name: "arp.duplicate-address-detected", Label: "Duplicate IP address configured", Type: None},
	arpDuplicateAddressSeconds - arpLayer:  {Name: "arp.seconds-since-duplicate-address-frame", Label: "Seconds since earlier frame seen", Type: Uint, Bits: 32},
}
