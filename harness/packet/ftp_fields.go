package packet

// The fields of File Transfer Protocol (FTP).
const (
	ftpLayer FieldID = imfLast + iota
	ftpCurrentWorkingDirectory
	ftpResponse
	ftpRequest
	ftpRequestCommand
	ftpRequestArg
	ftpResponseCode
	ftpResponseArg
	ftpPassiveIP
	ftpPassivePort
	ftpPassiveNat
	ftpActiveCip
	ftpActivePort
	ftpActiveNat
	ftpEprtAf
	ftpEprtIP
	ftpEprtIpv6
	ftpEprtPort
	ftpEpsvIP
	ftpEpsvIpv6
	ftpEpsvPort
	ftpEprtArgsInvalid
	ftpEpsvArgsInvalid
	ftpResponsePwdInvalid
	ftpDataLayer
	ftpDataSetupFrame
	ftpDataSetupMethod
	ftpDataCommand
	ftpDataCommandFrame
	ftpDataCurrentWorkingDirectory
	ftpLast
)

var ftpFields = [...]Info{
	0:                                         {Name: "ftp", Label: "File Transfer Protocol (FTP)", Type: Protocol},
	ftpCurrentWorkingDirectory - ftpLayer:     {Name: "ftp.current-working-directory", Label: "Current working directory", Type: String},
	ftpResponse - ftpLayer:                    {Name: "ftp.response", Label: "Response", Type: Bool},
	ftpRequest - ftpLayer:                     {Name: "ftp.request", Label: "Request", Type: Bool},
	ftpRequestCommand - ftpLayer:              {Name: "ftp.request.command", Label: "Request command", Type: String},
	ftpRequestArg - ftpLayer:                  {Name: "ftp.request.arg", Label: "Request arg", Type: String},
	ftpResponseCode - ftpLayer:                {Name: "ftp.response.code", Label: "Response code", Type: Uint, Bits: 32, Names: ftpResponseCodeNames},
	ftpResponseArg - ftpLayer:                 {Name: "ftp.response.arg", Label: "Response arg", Type: String},
	ftpPassiveIP - ftpLayer:                   {Name: "ftp.passive.ip", Label: "Passive IP address", Type: IPv4},
	ftpPassivePort - ftpLayer:                 {Name: "ftp.passive.port", Label: "Passive port", Type: Uint, Bits: 16},
	ftpPassiveNat - ftpLayer:                  {Name: "ftp.passive.nat", Label: "Passive IP NAT", Type: Bool},
	ftpActiveCip - ftpLayer:                   {Name: "ftp.active.cip", Label: "Active IP address", Type: IPv4},
	ftpActivePort - ftpLayer:                  {Name: "ftp.active.port", Label: "Active port", Type: Uint, Bits: 16},
	ftpActiveNat - ftpLayer:                   {Name: "ftp.active.nat", Label: "Active IP NAT", Type: Bool},
	ftpEprtAf - ftpLayer:                      {Name: "ftp.eprt.af", Label: "Extended active address family", Type: Uint, Bits: 8, Names: ftpEprtAfNames},
	ftpEprtIP - ftpLayer:                      {Name: "ftp.eprt.ip", Label: "Extended active IP address", Type: IPv4},
	ftpEprtIpv6 - ftpLayer:                    {Name: "ftp.eprt.ipv6", Label: "Extended active IPv6 address", Type: IPv6},
	ftpEprtPort - ftpLayer:                    {Name: "ftp.eprt.port", Label: "Extended active port", Type: Uint, Bits: 16},
	ftpEpsvIP - ftpLayer:                      {Name: "ftp.epsv.ip", Label: "Extended passive IPv4 address", Type: IPv4},
	ftpEpsvIpv6 - ftpLayer:                    {Name: "ftp.epsv.ipv6", Label: "Extended passive IPv6 address", Type: IPv6},
	ftpEpsvPort - ftpLayer:                    {Name: "ftp.epsv.port", Label: "Extended passive port", Type: Uint, Bits: 16},
	ftpEprtArgsInvalid - ftpLayer:             {Name: "ftp.eprt.args_invalid", Label: "EPRT arguments must have the form: |<family>|<addr>|<port>|", Type: None},
	ftpEpsvArgsInvalid - ftpLayer:             {Name: "ftp.epsv.args_invalid", Label: "EPSV arguments must have the form (|||<port>|)", Type: None},
	ftpResponsePwdInvalid - ftpLayer:          {Name: "ftp.response.pwd.invalid", Label: "Invalid PWD response", Type: None},
	ftpDataLayer - ftpLayer:                   {Name: "ftp-data", Label: "FTP Data", Type: Protocol},
	ftpDataSetupFrame - ftpLayer:              {Name: "ftp-data.setup-frame", Label: "Setup frame", Type: Uint, Bits: 32},
	ftpDataSetupMethod - ftpLayer:             {Name: "ftp-data.setup-method", Label: "Setup method", Type: String},
	ftpDataCommand - ftpLayer:                 {Name: "ftp-data.command", Label: "Command", Type: String},
	ftpDataCommandFrame - ftpLayer:            {Name: "ftp-data.command-frame", Label: "Command frame", Type: Uint, Bits: 32},
	ftpDataCurrentWorkingDirectory - ftpLayer: {Name: "ftp-data.current-working-directory", Label: "Current working directory", Type: String},
}

// ftpResponseCodeNames are the names of ftp.response.code.
var ftpResponseCodeNames = map[uint64]string{
	110: "Restart marker reply",
	120: "Service ready in nnn minutes",
	125: "Data connection already open; transfer starting",
	150: "File status okay; about to open data connection",
	200: "Command okay",
	202: "Command not implemented, superfluous at this site",
	211: "System status, or system help reply",
	212: "Directory status",
	213: "File status",
	214: "Help message",
	215: "NAME system type",
	220: "Service ready for new user",
	221: "Service closing control connection",
	225: "Data connection open; no transfer in progress",
	226: "Closing data connection",
	227: "Entering Passive Mode",
	229: "Entering Extended Passive Mode",
	230: "User logged in, proceed",
	232: "User logged in, authorized by security data exchange",
	234: "Security data exchange complete",
	235: "Security data exchange completed successfully",
	250: "Requested file action okay, completed",
	257: "PATHNAME created",
	331: "User name okay, need password",
	332: "Need account for login",
	334: "Requested security mechanism is ok",
	335: "Security data is acceptable, more is required",
	336: "Username okay, need password. Challenge is ...",
	350: "Requested file action pending further information",
	421: "Service not available, closing control connection",
	425: "Can't open data connection",
	426: "Connection closed; transfer aborted",
	431: "Need some unavailable resource to process security",
	450: "Requested file action not taken",
	451: "Requested action aborted: local error in processing",
	452: "Requested action not taken. Insufficient storage space in system",
	500: "Syntax error, command unrecognized",
	501: "Syntax error in parameters or arguments",
	502: "Command not implemented",
	503: "Bad sequence of commands",
	504: "Command not implemented for that parameter",
	522: "Network protocol not supported",
	530: "Not logged in",
	532: "Need account for storing files",
	533: "Command protection level denied for policy reasons",
	534: "Request denied for policy reasons",
	535: "Failed security check (hash, sequence, etc)",
	536: "Requested PROT level not supported by mechanism",
	537: "Command protection level not supported by security mechanism",
	550: "Requested action not taken: File unavailable",
	551: "Requested action aborted: page type unknown",
	552: "Requested file action aborted: Exceeded storage allocation",
	553: "Requested action not taken: File name not allowed",
	631: "Integrity protected reply",
	632: "Confidentiality and integrity protected reply",
	633: "Confidentiality protected reply",
}

// ftpEprtAfNames are the names of ftp.eprt.af.
var ftpEprtAfNames = map[uint64]string{
	1: "IPv4",
	2: "IPv6",
}
