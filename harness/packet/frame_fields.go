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
	frameLast
)

var frameFields = [...]Info{
	0:                                      {Name: "frame", Label: "Frame", Type: Protocol},
	frameInterfaceName - frameLayer:        {Name: "frame.interface_name", Label: "Interface name", Type: String},
	framePacketFlags - frameLayer:          {Name: "frame.packet_flags", Label: "Packet flags", Type: Uint, Bits: 32, Hex: true},
	framePacketFlagsDirection - frameLayer: {Name: "frame.packet_flags_direction", Label: "Direction", Type: Uint, Bits: 32, Hex: true, Names: directionNames},
	frameTime - frameLayer:                 {Name: "frame.time", Label: "Arrival Time", Type: Time},
	frameTimeEpoch - frameLayer:            {Name: "frame.time_epoch", Label: "Epoch Time", Type: Duration},
	frameTimeDelta - frameLayer:            {Name: "frame.time_delta", Label: "Time delta from previous captured frame", Type: Duration},
	frameTimeRelative - frameLayer:         {Name: "frame.time_relative", Label: "Time since reference or first frame", Type: Duration},
	frameNumber - frameLayer:               {Name: "frame.number", Label: "Frame Number", Type: Uint, Bits: 32},
	frameLen - frameLayer:                  {Name: "frame.len", Label: "Frame length on the wire", Type: Uint, Bits: 32},
	frameCapLen - frameLayer:               {Name: "frame.cap_len", Label: "Frame length stored into the capture file", Type: Uint, Bits: 32},
	frameProtocols - frameLayer:            {Name: "frame.protocols", Label: "Protocols in frame", Type: String},
}
