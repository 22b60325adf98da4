package packet

// The fields of UDP.
const (
	udpLayer FieldID = icmpv6Last + iota
	udpSrcport
	udpDstport
	udpPort
	udpLength
	udpChecksum
	udpChecksumStatus
	udpChecksumCalculated
	udpStreamIndex
	udpTimeRelative
	udpTimeDelta
	udpPayload
	udpChecksumZero
	udpChecksumBad
	udpLengthBad
	udpLengthBadZero
	udpPossibleTraceroute
	udpLast
)

var udpFields = [...]Info{
	0:                                {Name: "udp", Label: "User Datagram Protocol", Type: Protocol},
	udpSrcport - udpLayer:            {Name: "udp.srcport", Label: "Source Port", Type: Uint, Bits: 16},
	udpDstport - udpLayer:            {Name: "udp.dstport", Label: "Destination Port", Type: Uint, Bits: 16},
	udpPort - udpLayer:               {Name: "udp.port", Label: "Source or Destination Port", Type: Uint, Bits: 16},
	udpLength - udpLayer:             {Name: "udp.length", Label: "Length", Type: Uint, Bits: 16},
	udpChecksum - udpLayer:           {Name: "udp.checksum", Label: "Checksum", Type: Uint, Bits: 16, Hex: true},
	udpChecksumStatus - udpLayer:     {Name: "udp.checksum.status", Label: "Checksum Status", Type: Uint, Bits: 8, Names: checksumNames},
	udpChecksumCalculated - udpLayer: {Name: "udp.checksum_calculated", Label: "Calculated Checksum", Type: Uint, Bits: 16, Hex: true},
	udpStreamIndex - udpLayer:        {Name: "udp.stream", Label: "Stream index", Type: Uint, Bits: 32},
	udpTimeRelative - udpLayer:       {Name: "udp.time_relative", Label: "Time since first frame", Type: Duration},
	udpTimeDelta - udpLayer:          {Name: "udp.time_delta", Label: "Time since previous frame", Type: Duration},
	udpPayload - udpLayer:            {Name: "udp.payload", Label: "Payload", Type: Bytes},
	udpChecksumZero - udpLayer:       {Name: "udp.checksum.zero", Label: "Illegal checksum value (0)", Type: None},
	udpChecksumBad - udpLayer:        {Name: "udp.checksum.bad", Label: "Bad checksum", Type: None},
	udpLengthBad - udpLayer:          {Name: "udp.length.bad", Label: "Bad length value", Type: None},
	udpLengthBadZero - udpLayer:      {Name: "udp.length.bad_zero", Label: "Length is zero but payload < 65536", Type: None},
	udpPossibleTraceroute - udpLayer: {Name: "udp.possible_traceroute", Label: "Possible traceroute", Type: None},
}
