package packet

// The fields of Trivial File Transfer Protocol.
const (
	tftpLayer FieldID = tlsLast + iota
	tftpOpcode
	tftpSourceFile
	tftpDestinationFile
	tftpRequestFrame
	tftpType
	tftpBlock
	tftpBlockFull
	tftpNextwindowsize
	tftpErrorCode
	tftpErrorMessage
	tftpOptionName
	tftpOptionValue
	tftpData
	tftpErrorExpert
	tftpMsftwindowUnrecognized
	tftpBlocksizeRange
	tftpWindowsizeRange
	tftpWindowsizeChange
	tftpBlockWrap
	tftpLikelyTsizeProbe
	tftpLast
)

var tftpFields = [...]Info{
	0:                                      {Name: "tftp", Label: "Trivial File Transfer Protocol", Type: Protocol},
	tftpOpcode - tftpLayer:                 {Name: "tftp.opcode", Label: "Opcode", Type: Uint, Bits: 16, Names: tftpOpcodeNames},
	tftpSourceFile - tftpLayer:             {Name: "tftp.source_file", Label: "Source File", Type: String},
	tftpDestinationFile - tftpLayer:        {Name: "tftp.destination_file", Label: "Destination File", Type: String},
	tftpRequestFrame - tftpLayer:           {Name: "tftp.request_frame", Label: "Request frame", Type: Uint, Bits: 32},
	tftpType - tftpLayer:                   {Name: "tftp.type", Label: "Type", Type: String},
	tftpBlock - tftpLayer:                  {Name: "tftp.block", Label: "Block", Type: Uint, Bits: 16},
	tftpBlockFull - tftpLayer:              {Name: "tftp.block.full", Label: "Full Block Number", Type: Uint, Bits: 32},
	tftpNextwindowsize - tftpLayer:         {Name: "tftp.nextwindowsize", Label: "Next Window Size", Type: Uint, Bits: 16},
	tftpErrorCode - tftpLayer:              {Name: "tftp.error.code", Label: "Error code", Type: Uint, Bits: 16, Names: tftpErrorCodeNames},
	tftpErrorMessage - tftpLayer:           {Name: "tftp.error.message", Label: "Error message", Type: String},
	tftpOptionName - tftpLayer:             {Name: "tftp.option.name", Label: "Option name", Type: String},
	tftpOptionValue - tftpLayer:            {Name: "tftp.option.value", Label: "Option value", Type: String},
	tftpData - tftpLayer:                   {Name: "tftp.data", Label: "Data", Type: Bytes},
	tftpErrorExpert - tftpLayer:            {Name: "tftp.error", Label: "TFTP ERROR packet", Type: None},
	tftpMsftwindowUnrecognized - tftpLayer: {Name: "tftp.msftwindow.unrecognized", Label: "Unrecognized msftwindow option", Type: None},
	tftpBlocksizeRange - tftpLayer:         {Name: "tftp.blocksize_range", Label: "TFTP blocksize out of range", Type: None},
	tftpWindowsizeRange - tftpLayer:        {Name: "tftp.windowsize_range", Label: "TFTP windowsize out of range", Type: None},
	tftpWindowsizeChange - tftpLayer:       {Name: "tftp.windowsize.change", Label: "TFTP window size is changing", Type: None},
	tftpBlockWrap - tftpLayer:              {Name: "tftp.block.wrap", Label: "TFTP block number is about to wrap", Type: None},
	tftpLikelyTsizeProbe - tftpLayer:       {Name: "tftp.likely_tsize_probe", Label: "Likely transfer size (tsize) probe", Type: None},
}

// tftpOpcodeNames are the names of tftp.opcode.
var tftpOpcodeNames = map[uint64]string{
	1:   "Read Request",
	2:   "Write Request",
	3:   "Data Packet",
	4:   "Acknowledgement",
	5:   "Error Code",
	6:   "Option Acknowledgement",
	255: "Information (MSDP)",
}

// tftpErrorCodeNames are the names of tftp.error.code.
var tftpErrorCodeNames = map[uint64]string{
	0: "Not defined",
	1: "File not found",
	2: "Access violation",
	3: "Disk full or allocation exceeded",
	4: "Illegal TFTP Operation",
	5: "Unknown transfer ID",
	6: "File already exists",
	7: "No such user",
	8: "Option negotiation failed",
}
