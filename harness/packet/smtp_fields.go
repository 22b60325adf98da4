package packet

// The fields of Simple Mail Transfer Protocol.
const (
	smtpLayer FieldID = snmpLast + iota
	smtpReq
	smtpReqCommand
	smtpReqParameter
	smtpCommandLine
	smtpRsp
	smtpResponse
	smtpResponseCode
	smtpResponseCodeUnexpected
	smtpRspParameter
	smtpAuthUsername
	smtpAuthPassword
	smtpAuthUsernamePassword
	smtpEom
	smtpDataFragments
	smtpDataFragment
	smtpDataFragmentCount
	smtpDataReassembledIn
	smtpDataReassembledLength
	smtpBase64Decode
	smtpLast
)

var smtpFields = [...]Info{
	0:                                      {Name: "smtp", Label: "Simple Mail Transfer Protocol", Type: Protocol},
	smtpReq - smtpLayer:                    {Name: "smtp.req", Label: "Request", Type: Bool},
	smtpReqCommand - smtpLayer:             {Name: "smtp.req.command", Label: "Command", Type: String},
	smtpReqParameter - smtpLayer:           {Name: "smtp.req.parameter", Label: "Request parameter", Type: String},
	smtpCommandLine - smtpLayer:            {Name: "smtp.command_line", Label: "Command Line", Type: String},
	smtpRsp - smtpLayer:                    {Name: "smtp.rsp", Label: "Response", Type: Bool},
	smtpResponse - smtpLayer:               {Name: "smtp.response", Label: "Response", Type: String},
	smtpResponseCode - smtpLayer:           {Name: "smtp.response.code", Label: "Response code", Type: Uint, Bits: 32, Names: smtpResponseCodeNames},
	smtpResponseCodeUnexpected - smtpLayer: {Name: "smtp.response.code.unexpected", Label: "Unexpected response code in multiline response", Type: None},
	smtpRspParameter - smtpLayer:           {Name: "smtp.rsp.parameter", Label: "Response parameter", Type: String},
	smtpAuthUsername - smtpLayer:           {Name: "smtp.auth.username", Label: "Username", Type: String},
	smtpAuthPassword - smtpLayer:           {Name: "smtp.auth.password", Label: "Password", Type: String},
	smtpAuthUsernamePassword - smtpLayer:   {Name: "smtp.auth.username_password", Label: "Username/Password", Type: String},
	smtpEom - smtpLayer:                    {Name: "smtp.eom", Label: "EOM", Type: None},
	smtpDataFragments - smtpLayer:          {Name: "smtp.data.fragments", Label: "DATA fragments", Type: None},
	smtpDataFragment - smtpLayer:           {Name: "smtp.data.fragment", Label: "DATA fragment", Type: Uint, Bits: 32},
	smtpDataFragmentCount - smtpLayer:      {Name: "smtp.data.fragment.count", Label: "DATA fragment count", Type: Uint, Bits: 32},
	smtpDataReassembledIn - smtpLayer:      {Name: "smtp.data.reassembled.in", Label: "Reassembled DATA in frame", Type: Uint, Bits: 32},
	smtpDataReassembledLength - smtpLayer:  {Name: "smtp.data.reassembled.length", Label: "Reassembled DATA length", Type: Uint, Bits: 32},
	smtpBase64Decode - smtpLayer:           {Name: "smtp.base64_decode", Label: "base64 decode failed or is not enabled (check SMTP preferences)", Type: None},
}

// smtpResponseCodeNames are the names of smtp.response.code.
var smtpResponseCodeNames = map[uint64]string{
	211: "System status, or system help reply",
	214: "Help message",
	220: "<domain> Service ready",
	221: "<domain> Service closing transmission channel",
	235: "Authentication successful",
	250: "Requested mail action okay, completed",
	251: "User not local; will forward to <forward-path>",
	252: "Cannot VRFY user, but will accept message and attempt delivery",
	334: "AUTH input",
	354: "Start mail input; end with <CRLF>.<CRLF>",
	421: "<domain> Service not available, closing transmission channel",
	432: "A password transition is needed",
	450: "Requested mail action not taken: mailbox unavailable",
	451: "Requested action aborted: local error in processing",
	452: "Requested action not taken: insufficient system storage",
	454: "Temporary authentication failed",
	500: "Syntax error, command unrecognized",
	501: "Syntax error in parameters or arguments",
	502: "Command not implemented",
	503: "Bad sequence of commands",
	504: "Command parameter not implemented",
	530: "Authentication required",
	534: "Authentication mechanism is too weak",
	535: "Authentication credentials invalid",
	538: "Encryption required for requested authentication mechanism",
	550: "Requested action not taken: mailbox unavailable",
	551: "User not local; please try <forward-path>",
	552: "Requested mail action aborted: exceeded storage allocation",
	553: "Requested action not taken: mailbox name not allowed",
	554: "Transaction failed",
}
