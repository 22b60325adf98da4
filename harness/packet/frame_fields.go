package packet

// The fields of frame.
const (
	frameLayer FieldID = 1 + iota
	frameInterfaceName
	framePacketFlags
	framePacketFlagsDirection
	frameTime
	frameTimeEpoch
	frameTimeDelta
	frameTimeRelative
	frameNumber
	frameLen
	frameCapLen
	frameProtocols
	frameCommentLayer
	frameComment
	frameCommentExpert
	frameSectionNumber
	frameInterfaceID
	frameInterfaceDescription
	frameInterfaceQueue
	framePacketFlagsReceptionType
	framePacketFlagsFcsLength
	framePacketFlagsReserved
	framePacketFlagsCrcError
	framePacketFlagsTooLongError
	framePacketFlagsTooShortError
	framePacketFlagsGapError
	framePacketFlagsUnalignedError
	framePacketFlagsDelimiterError
	framePacketFlagsPreambleError
	framePacketFlagsSymbolError
	framePacketID
	frameVerdict
	frameVerdictEbpfTc
	frameVerdictEbpfXdp
	frameEncapType
	frameOffsetShift
	frameTimeDeltaDisplayed
	frameDropCount
	frameMarked
	frameIgnored
	frameP2PDirection
	frameLast
)

var frameFields = [...]Info{
	0:                                           {Name: "frame", Label: "Frame", Type: Protocol},
	frameInterfaceName - frameLayer:             {Name: "frame.interface_name", Label: "Interface name", Type: String},
	framePacketFlags - frameLayer:               {Name: "frame.packet_flags", Label: "Packet flags", Type: Uint, Bits: 32, Hex: true},
	framePacketFlagsDirection - frameLayer:      {Name: "frame.packet_flags_direction", Label: "Direction", Type: Uint, Bits: 32, Hex: true, Names: directionNames},
	frameTime - frameLayer:                      {Name: "frame.time", Label: "Arrival Time", Type: Time},
	frameTimeEpoch - frameLayer:                 {Name: "frame.time_epoch", Label: "Epoch Time", Type: Duration},
	frameTimeDelta - frameLayer:                 {Name: "frame.time_delta", Label: "Time delta from previous captured frame", Type: Duration},
	frameTimeRelative - frameLayer:              {Name: "frame.time_relative", Label: "Time since reference or first frame", Type: Duration},
	frameNumber - frameLayer:                    {Name: "frame.number", Label: "Frame Number", Type: Uint, Bits: 32},
	frameLen - frameLayer:                       {Name: "frame.len", Label: "Frame length on the wire", Type: Uint, Bits: 32},
	frameCapLen - frameLayer:                    {Name: "frame.cap_len", Label: "Frame length stored into the capture file", Type: Uint, Bits: 32},
	frameProtocols - frameLayer:                 {Name: "frame.protocols", Label: "Protocols in frame", Type: String},
	frameCommentLayer - frameLayer:              {Name: "pkt_comment", Label: "Packet comments", Type: Protocol},
	frameComment - frameLayer:                   {Name: "frame.comment", Label: "Comment", Type: String},
	frameCommentExpert - frameLayer:             {Name: "frame.comment.expert", Label: "Formatted comment", Type: None},
	frameSectionNumber - frameLayer:             {Name: "frame.section_number", Label: "Section number", Type: Uint, Bits: 32},
	frameInterfaceID - frameLayer:               {Name: "frame.interface_id", Label: "Interface id", Type: Uint, Bits: 32},
	frameInterfaceDescription - frameLayer:      {Name: "frame.interface_description", Label: "Interface description", Type: String},
	frameInterfaceQueue - frameLayer:            {Name: "frame.interface_queue", Label: "Interface queue", Type: Uint, Bits: 32},
	framePacketFlagsReceptionType - frameLayer:  {Name: "frame.packet_flags_reception_type", Label: "Reception type", Type: Uint, Bits: 32, Names: framePacketFlagsReceptionTypeNames},
	framePacketFlagsFcsLength - frameLayer:      {Name: "frame.packet_flags_fcs_length", Label: "FCS length", Type: Uint, Bits: 32},
	framePacketFlagsReserved - frameLayer:       {Name: "frame.packet_flags_reserved", Label: "Reserved", Type: Uint, Bits: 32},
	framePacketFlagsCrcError - frameLayer:       {Name: "frame.packet_flags_crc_error", Label: "CRC error", Type: Bool, Names: setNames},
	framePacketFlagsTooLongError - frameLayer:   {Name: "frame.packet_flags_packet_too_error", Label: "Packet too long error", Type: Bool, Names: setNames},
	framePacketFlagsTooShortError - frameLayer:  {Name: "frame.packet_flags_packet_too_short_error", Label: "Packet too short error", Type: Bool, Names: setNames},
	framePacketFlagsGapError - frameLayer:       {Name: "frame.packet_flags_wrong_inter_frame_gap_error", Label: "Wrong interframe gap error", Type: Bool, Names: setNames},
	framePacketFlagsUnalignedError - frameLayer: {Name: "frame.packet_flags_unaligned_frame_error", Label: "Unaligned frame error", Type: Bool, Names: setNames},
	framePacketFlagsDelimiterError - frameLayer: {Name: "frame.packet_flags_start_frame_delimiter_error", Label: "Start frame delimiter error", Type: Bool, Names: setNames},
	framePacketFlagsPreambleError - frameLayer:  {Name: "frame.packet_flags_preamble_error", Label: "Preamble error", Type: Bool, Names: setNames},
	framePacketFlagsSymbolError - frameLayer:    {Name: "frame.packet_flags_symbol_error", Label: "Symbol error", Type: Bool, Names: setNames},
	framePacketID - frameLayer:                  {Name: "frame.packet_id", Label: "Packet id", Type: Uint, Bits: 64},
	frameVerdict - frameLayer:                   {Name: "frame.verdict", Label: "Verdict", Type: String},
	frameVerdictEbpfTc - frameLayer:             {Name: "frame.verdict.ebpf_tc", Label: "eBPF TC", Type: Int, Bits: 64},
	frameVerdictEbpfXdp - frameLayer:            {Name: "frame.verdict.ebpf_xdp", Label: "eBPF XDP", Type: Int, Bits: 64},
	frameEncapType - frameLayer:                 {Name: "frame.encap_type", Label: "Encapsulation type", Type: Int, Bits: 16},
	frameOffsetShift - frameLayer:               {Name: "frame.offset_shift", Label: "Time shift for this packet", Type: Duration},
	frameTimeDeltaDisplayed - frameLayer:        {Name: "frame.time_delta_displayed", Label: "Time delta from previous displayed frame", Type: Duration},
	frameDropCount - frameLayer:                 {Name: "frame.drop_count", Label: "Drop Count", Type: Uint, Bits: 64},
	frameMarked - frameLayer:                    {Name: "frame.marked", Label: "Frame is marked", Type: Bool},
	frameIgnored - frameLayer:                   {Name: "frame.ignored", Label: "Frame is ignored", Type: Bool},
	frameP2PDirection - frameLayer:              {Name: "frame.p2p_dir", Label: "Point-to-Point Direction", Type: Int, Bits: 8},
}
