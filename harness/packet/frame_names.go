package packet

// framePacketFlagsReceptionTypeNames are the names of frame.packet_flags_reception_type.
var framePacketFlagsReceptionTypeNames = map[uint64]string{
	0: "Not specified",
	1: "Unicast",
	2: "Multicast",
	3: "Broadcast",
	4: "Promiscuous",
}
