package packet

// The fields of expert information.
const (
	expertLayer FieldID = syslogLast + iota
	expertMessage
	expertSeverity
	expertGroup
	malformedLayer
	malformedExpert
	shortLayer
	unreassembledLayer
	unreassembledExpert
	expertLast
)

var expertFields = [...]Info{
	0:                            {Name: "_ws.expert", Label: "Expert Info", Type: None},
	expertMessage - expertLayer:  {Name: "_ws.expert.message", Label: "Message", Type: String},
	expertSeverity - expertLayer: {Name: "_ws.expert.severity", Label: "Severity level", Type: Uint, Bits: 32, Names: expertSeverityNames},
	expertGroup - expertLayer:    {Name: "_ws.expert.group", Label: "Group", Type: Uint, Bits: 32, Names: expertGroupNames},

	malformedLayer - expertLayer:      {Name: "_ws.malformed", Label: "Malformed Packet", Type: Protocol},
	malformedExpert - expertLayer:     {Name: "_ws.malformed.expert", Label: "Malformed Packet (Exception occurred)", Type: None},
	shortLayer - expertLayer:          {Name: "_ws.short", Label: "Short Frame", Type: Protocol},
	unreassembledLayer - expertLayer:  {Name: "_ws.unreassembled", Label: "Unreassembled Fragmented Packet", Type: Protocol},
	unreassembledExpert - expertLayer: {Name: "_ws.unreassembled.expert", Label: "Unreassembled fragment (change preferences to enable reassembly)", Type: None},
}

// severity tells how bad a finding is.
type severity uint32

const (
	severityComment severity = 0x100000 << iota
	severityChat
	severityNote
	severityError   = 0x800000
	severityWarning = 0x600000
)

// group tells what a finding is about.
type group uint32

const (
	groupChecksum group = (iota + 1) << 24
	groupSequence
	groupResponse
	groupRequest
	groupUndecoded
	groupReassemble
	groupMalformed
	groupDebug
	groupProtocol
	groupSecurity
	groupComment
	groupDecryption
	groupAssumption
	groupDeprecated
)

var expertSeverityNames = map[uint64]string{
	uint64(severityComment): "Comment",
	uint64(severityChat):    "Chat",
	uint64(severityNote):    "Note",
	uint64(severityWarning): "Warning",
	uint64(severityError):   "Error",
}

var expertGroupNames = map[uint64]string{
	uint64(groupChecksum):   "Checksum",
	uint64(groupSequence):   "Sequence",
	uint64(groupResponse):   "Response",
	uint64(groupRequest):    "Request",
	uint64(groupUndecoded):  "Undecoded",
	uint64(groupReassemble): "Reassemble",
	uint64(groupMalformed):  "Malformed",
	uint64(groupDebug):      "Debug",
	uint64(groupProtocol):   "Protocol",
	uint64(groupSecurity):   "Security",
	uint64(groupComment):    "Comment",
	uint64(groupDecryption): "Decryption",
	uint64(groupAssumption): "Assumption",
	uint64(groupDeprecated): "Deprecated",
}
