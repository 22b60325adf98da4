package packet

// The fields of TCP.
const (
	tcpLayer FieldID = udpLast + iota
	tcpSrcport
	tcpDstport
	tcpPort
	tcpStreamIndex
	tcpLen
	tcpSeq
	tcpSeqRaw
	tcpNxtseq
	tcpAck
	tcpAckRaw
	tcpHdrLen
	tcpFlags
	tcpFlagsRes
	tcpFlagsAe
	tcpFlagsCwr
	tcpFlagsEce
	tcpFlagsUrg
	tcpFlagsAck
	tcpFlagsPush
	tcpFlagsReset
	tcpFlagsSyn
	tcpFlagsFin
	tcpFlagsStr
	tcpWindowSizeValue
	tcpWindowSize
	tcpWindowSizeScalefactor
	tcpChecksum
	tcpChecksumStatus
	tcpChecksumCalculated
	tcpUrgentPointer
	tcpOptions
	tcpOptionKind
	tcpOptionLen
	tcpOptionsNop
	tcpOptionsEol
	tcpOptionsMss
	tcpOptionsMssVal
	tcpOptionsWscale
	tcpOptionsWscaleShift
	tcpOptionsWscaleMultiplier
	tcpOptionsSackPerm
	tcpOptionsSack
	tcpOptionsSackLe
	tcpOptionsSackRe
	tcpOptionsSackCount
	tcpOptionsTimestamp
	tcpOptionsTimestampTsval
	tcpOptionsTimestampTsecr
	tcpOptionsMd5
	tcpOptionsMd5Digest
	tcpOptionsMssAbsent
	tcpOptionsMssPresent
	tcpOptionLenInvalid
	tcpOptionsSackDsackLe
	tcpOptionsSackDsackRe
	tcpOptionsEcho
	tcpOptionsEchoValue
	tcpOptionsCc
	tcpOptionsCcValue
	tcpOptionsQs
	tcpOptionsQsRate
	tcpOptionsQsTTLDiff
	tcpOptionsUserTo
	tcpOptionsUserToGranularity
	tcpOptionsUserToVal
	tcpOptionsAo
	tcpOptionsAoKeyid
	tcpOptionsAoRnextkeyid
	tcpOptionsAoMac
	tcpOptionsTfo
	tcpOptionsTfoRequest
	tcpOptionsTfoCookie
	tcpOptionsAccEcn
	tcpOptionsAccEcnEe0b
	tcpOptionsAccEcnEceb
	tcpOptionsAccEcnEe1b
	tcpOptionsExperimental
	tcpOptionsExperimentalExid
	tcpOptionsExperimentalData
	tcpMptcp
	tcpMptcpSubtype
	tcpMptcpVersion
	tcpMptcpReserved
	tcpMptcpFlags
	tcpMptcpBackupFlag
	tcpMptcpChecksumreqFlags
	tcpMptcpExtensibilityFlag
	tcpMptcpNomoresubflowsFlag
	tcpMptcpSha1Flag
	tcpMptcpSha256Flag
	tcpMptcpDatafinFlag
	tcpMptcpDseqn8Flag
	tcpMptcpDseqnpresentFlag
	tcpMptcpDataack8Flag
	tcpMptcpDataackpresentFlag
	tcpMptcpReservedFlag
	tcpMptcpFlagUFlag
	tcpMptcpFlagVFlag
	tcpMptcpFlagWFlag
	tcpMptcpFlagTFlag
	tcpMptcpRstReason
	tcpMptcpAddrid
	tcpMptcpSendkey
	tcpMptcpRecvkey
	tcpMptcpRecvtok
	tcpMptcpSendrand
	tcpMptcpSendtrunchmac
	tcpMptcpSendhmac
	tcpMptcpAddaddrtrunchmac
	tcpMptcpRawdataack
	tcpMptcpRawdataseqno
	tcpMptcpSubflowseqno
	tcpMptcpDatalvllen
	tcpMptcpChecksum
	tcpMptcpIpver
	tcpMptcpEcho
	tcpMptcpIpv4
	tcpMptcpIpv6
	tcpMptcpPort
	tcpMptcpRmAddrCount
	tcpMptcpConnectionMissingAlgorithm
	tcpMptcpConnectionUnsupportedAlgorithm
	tcpMptcpDssInfiniteMapping
	tcpMptcpAck
	tcpMptcpDssDsn
	tcpMptcpExpectedToken
	tcpMptcpExpectedIdsn
	tcpMptcpAnalysis
	tcpMptcpAnalysisSubflows
	tcpMptcpMaster
	tcpMptcpStream
	tcpMptcpConnectionEchoedKeyMismatch
	tcpOptionsSackDsack
	tcpOptionsWscaleShiftInvalid
	tcpNonZeroBytesAfterEol
	tcpOptionsUnknown
	tcpOptionsUnknownPayload
	tcpTimeRelative
	tcpTimeDelta
	tcpPayload
	tcpPduSize
	tcpSegmentData
	tcpSegments
	tcpSegment
	tcpSegmentCount
	tcpSegmentOverlap
	tcpReassembledIn
	tcpReassembledLength
	tcpReassembledData
	tcpResetCause
	tcpCompleteness
	tcpAnalysis
	tcpAnalysisFlags
	tcpAnalysisRetransmission
	tcpAnalysisFastRetransmission
	tcpAnalysisSpuriousRetransmission
	tcpAnalysisOutOfOrder
	tcpAnalysisReusedPorts
	tcpAnalysisLostSegment
	tcpAnalysisAckLostSegment
	tcpAnalysisWindowUpdate
	tcpAnalysisWindowFull
	tcpAnalysisKeepAlive
	tcpAnalysisKeepAliveAck
	tcpAnalysisDuplicateAck
	tcpAnalysisDuplicateAckNum
	tcpAnalysisDuplicateAckFrame
	tcpAnalysisZeroWindowProbe
	tcpAnalysisZeroWindow
	tcpAnalysisZeroWindowProbeAck
	tcpAnalysisAcksFrame
	tcpAnalysisAckRtt
	tcpAnalysisInitialRtt
	tcpAnalysisBytesInFlight
	tcpAnalysisPushBytesSent
	tcpAnalysisRto
	tcpAnalysisRtoFrame
	tcpConnectionSyn
	tcpConnectionSynack
	tcpConnectionFin
	tcpConnectionFinActive
	tcpConnectionFinPassive
	tcpConnectionRst
	tcpAckNonzero
	tcpUrgentPointerNonZero
	tcpBogusHeaderLength
	tcpShortSegment
	tcpChecksumBadExpert
	tcpChecksumFfff
	tcpAnalysisTfoSyn
	tcpAnalysisTfoAck
	tcpAnalysisTfoIgnored
	tcpNop
	tcpSuboptionMalformed
	tcpLast
)

var tcpFields = [...]Info{
	0:                                                 {Name: "tcp", Label: "Transmission Control Protocol", Type: Protocol},
	tcpSrcport - tcpLayer:                             {Name: "tcp.srcport", Label: "Source Port", Type: Uint, Bits: 16},
	tcpDstport - tcpLayer:                             {Name: "tcp.dstport", Label: "Destination Port", Type: Uint, Bits: 16},
	tcpPort - tcpLayer:                                {Name: "tcp.port", Label: "Source or Destination Port", Type: Uint, Bits: 16},
	tcpStreamIndex - tcpLayer:                         {Name: "tcp.stream", Label: "Stream index", Type: Uint, Bits: 32},
	tcpLen - tcpLayer:                                 {Name: "tcp.len", Label: "TCP Segment Len", Type: Uint, Bits: 32},
	tcpSeq - tcpLayer:                                 {Name: "tcp.seq", Label: "Sequence Number", Type: Uint, Bits: 32},
	tcpSeqRaw - tcpLayer:                              {Name: "tcp.seq_raw", Label: "Sequence Number (raw)", Type: Uint, Bits: 32},
	tcpNxtseq - tcpLayer:                              {Name: "tcp.nxtseq", Label: "Next Sequence Number", Type: Uint, Bits: 32},
	tcpAck - tcpLayer:                                 {Name: "tcp.ack", Label: "Acknowledgment Number", Type: Uint, Bits: 32},
	tcpAckRaw - tcpLayer:                              {Name: "tcp.ack_raw", Label: "Acknowledgment number (raw)", Type: Uint, Bits: 32},
	tcpHdrLen - tcpLayer:                              {Name: "tcp.hdr_len", Label: "Header Length", Type: Uint, Bits: 8},
	tcpFlags - tcpLayer:                               {Name: "tcp.flags", Label: "Flags", Type: Uint, Bits: 16, Hex: true},
	tcpFlagsRes - tcpLayer:                            {Name: "tcp.flags.res", Label: "Reserved", Type: Bool, Names: setNames},
	tcpFlagsAe - tcpLayer:                             {Name: "tcp.flags.ae", Label: "Accurate ECN", Type: Bool, Names: setNames},
	tcpFlagsCwr - tcpLayer:                            {Name: "tcp.flags.cwr", Label: "Congestion Window Reduced", Type: Bool, Names: setNames},
	tcpFlagsEce - tcpLayer:                            {Name: "tcp.flags.ece", Label: "ECN-Echo", Type: Bool, Names: setNames},
	tcpFlagsUrg - tcpLayer:                            {Name: "tcp.flags.urg", Label: "Urgent", Type: Bool, Names: setNames},
	tcpFlagsAck - tcpLayer:                            {Name: "tcp.flags.ack", Label: "Acknowledgment", Type: Bool, Names: setNames},
	tcpFlagsPush - tcpLayer:                           {Name: "tcp.flags.push", Label: "Push", Type: Bool, Names: setNames},
	tcpFlagsReset - tcpLayer:                          {Name: "tcp.flags.reset", Label: "Reset", Type: Bool, Names: setNames},
	tcpFlagsSyn - tcpLayer:                            {Name: "tcp.flags.syn", Label: "Syn", Type: Bool, Names: setNames},
	tcpFlagsFin - tcpLayer:                            {Name: "tcp.flags.fin", Label: "Fin", Type: Bool, Names: setNames},
	tcpFlagsStr - tcpLayer:                            {Name: "tcp.flags.str", Label: "TCP Flags", Type: String},
	tcpWindowSizeValue - tcpLayer:                     {Name: "tcp.window_size_value", Label: "Window", Type: Uint, Bits: 16},
	tcpWindowSize - tcpLayer:                          {Name: "tcp.window_size", Label: "Calculated window size", Type: Uint, Bits: 32},
	tcpWindowSizeScalefactor - tcpLayer:               {Name: "tcp.window_size_scalefactor", Label: "Window size scaling factor", Type: Int, Bits: 32},
	tcpChecksum - tcpLayer:                            {Name: "tcp.checksum", Label: "Checksum", Type: Uint, Bits: 16, Hex: true},
	tcpChecksumStatus - tcpLayer:                      {Name: "tcp.checksum.status", Label: "Checksum Status", Type: Uint, Bits: 8, Names: checksumNames},
	tcpChecksumCalculated - tcpLayer:                  {Name: "tcp.checksum_calculated", Label: "Calculated Checksum", Type: Uint, Bits: 16, Hex: true},
	tcpUrgentPointer - tcpLayer:                       {Name: "tcp.urgent_pointer", Label: "Urgent Pointer", Type: Uint, Bits: 16},
	tcpOptions - tcpLayer:                             {Name: "tcp.options", Label: "TCP Options", Type: Bytes},
	tcpOptionKind - tcpLayer:                          {Name: "tcp.option_kind", Label: "Kind", Type: Uint, Bits: 8, Names: tcpOptionNames},
	tcpOptionLen - tcpLayer:                           {Name: "tcp.option_len", Label: "Length", Type: Uint, Bits: 8},
	tcpOptionsNop - tcpLayer:                          {Name: "tcp.options.nop", Label: "TCP Option - No-Operation (NOP)", Type: Protocol, Octets: true},
	tcpOptionsEol - tcpLayer:                          {Name: "tcp.options.eol", Label: "TCP Option - End of Option List (EOL)", Type: Protocol, Octets: true},
	tcpOptionsMss - tcpLayer:                          {Name: "tcp.options.mss", Label: "TCP Option - Maximum segment size", Type: Protocol, Octets: true},
	tcpOptionsMssVal - tcpLayer:                       {Name: "tcp.options.mss_val", Label: "MSS Value", Type: Uint, Bits: 16},
	tcpOptionsWscale - tcpLayer:                       {Name: "tcp.options.wscale", Label: "TCP Option - Window scale", Type: Protocol, Octets: true},
	tcpOptionsWscaleShift - tcpLayer:                  {Name: "tcp.options.wscale.shift", Label: "Shift count", Type: Uint, Bits: 8},
	tcpOptionsWscaleMultiplier - tcpLayer:             {Name: "tcp.options.wscale.multiplier", Label: "Multiplier", Type: Uint, Bits: 16},
	tcpOptionsSackPerm - tcpLayer:                     {Name: "tcp.options.sack_perm", Label: "TCP Option - SACK permitted", Type: Protocol, Octets: true},
	tcpOptionsSack - tcpLayer:                         {Name: "tcp.options.sack", Label: "TCP Option - SACK", Type: Protocol, Octets: true},
	tcpOptionsSackLe - tcpLayer:                       {Name: "tcp.options.sack_le", Label: "TCP SACK Left Edge", Type: Uint, Bits: 32},
	tcpOptionsSackRe - tcpLayer:                       {Name: "tcp.options.sack_re", Label: "TCP SACK Right Edge", Type: Uint, Bits: 32},
	tcpOptionsSackCount - tcpLayer:                    {Name: "tcp.options.sack.count", Label: "TCP SACK Count", Type: Uint, Bits: 8},
	tcpOptionsTimestamp - tcpLayer:                    {Name: "tcp.options.timestamp", Label: "TCP Option - Timestamps", Type: Protocol, Octets: true},
	tcpOptionsTimestampTsval - tcpLayer:               {Name: "tcp.options.timestamp.tsval", Label: "Timestamp value", Type: Uint, Bits: 32},
	tcpOptionsTimestampTsecr - tcpLayer:               {Name: "tcp.options.timestamp.tsecr", Label: "Timestamp echo reply", Type: Uint, Bits: 32},
	tcpOptionsMd5 - tcpLayer:                          {Name: "tcp.options.md5", Label: "TCP Option - TCP MD5 signature", Type: Protocol, Octets: true},
	tcpOptionsMd5Digest - tcpLayer:                    {Name: "tcp.options.md5.digest", Label: "MD5 digest", Type: Bytes},
	tcpOptionsMssAbsent - tcpLayer:                    {Name: "tcp.options.mss.absent", Label: "The SYN packet does not contain a MSS option", Type: None},
	tcpOptionsMssPresent - tcpLayer:                   {Name: "tcp.options.mss.present", Label: "The non-SYN packet does contain a MSS option", Type: None},
	tcpOptionLenInvalid - tcpLayer:                    {Name: "tcp.option.len.invalid", Label: "Invalid length for option", Type: None},
	tcpOptionsSackDsackLe - tcpLayer:                  {Name: "tcp.options.sack.dsack_le", Label: "TCP D-SACK Left Edge", Type: Uint, Bits: 32},
	tcpOptionsSackDsackRe - tcpLayer:                  {Name: "tcp.options.sack.dsack_re", Label: "TCP D-SACK Right Edge", Type: Uint, Bits: 32},
	tcpOptionsEcho - tcpLayer:                         {Name: "tcp.options.echo", Label: "TCP Option - Echo", Type: Protocol, Octets: true},
	tcpOptionsEchoValue - tcpLayer:                    {Name: "tcp.options.echo_value", Label: "TCP Echo Option", Type: Uint, Bits: 32},
	tcpOptionsCc - tcpLayer:                           {Name: "tcp.options.cc", Label: "TCP Option - CC", Type: Protocol, Octets: true},
	tcpOptionsCcValue - tcpLayer:                      {Name: "tcp.options.cc_value", Label: "TCP CC Option", Type: Uint, Bits: 32},
	tcpOptionsQs - tcpLayer:                           {Name: "tcp.options.qs", Label: "TCP Option - Quick-Start", Type: Protocol, Octets: true},
	tcpOptionsQsRate - tcpLayer:                       {Name: "tcp.options.qs.rate", Label: "QS Rate", Type: Uint, Bits: 8, Names: tcpQuickStartRates},
	tcpOptionsQsTTLDiff - tcpLayer:                    {Name: "tcp.options.qs.ttl_diff", Label: "QS Rate", Type: Uint, Bits: 8},
	tcpOptionsUserTo - tcpLayer:                       {Name: "tcp.options.user_to", Label: "TCP Option - User Timeout", Type: Protocol, Octets: true},
	tcpOptionsUserToGranularity - tcpLayer:            {Name: "tcp.options.user_to_granularity", Label: "Granularity", Type: Bool, Names: map[uint64]string{1: "Minutes", 0: "Seconds"}},
	tcpOptionsUserToVal - tcpLayer:                    {Name: "tcp.options.user_to_val", Label: "User Timeout", Type: Uint, Bits: 16},
	tcpOptionsAo - tcpLayer:                           {Name: "tcp.options.ao", Label: "TCP Option - TCP AO", Type: Protocol, Octets: true},
	tcpOptionsAoKeyid - tcpLayer:                      {Name: "tcp.options.ao.keyid", Label: "AO KeyID", Type: Uint, Bits: 8},
	tcpOptionsAoRnextkeyid - tcpLayer:                 {Name: "tcp.options.ao.rnextkeyid", Label: "AO RNextKeyID", Type: Uint, Bits: 8},
	tcpOptionsAoMac - tcpLayer:                        {Name: "tcp.options.ao.mac", Label: "AO MAC", Type: Bytes},
	tcpOptionsTfo - tcpLayer:                          {Name: "tcp.options.tfo", Label: "TCP Option - TCP Fast Open", Type: Protocol, Octets: true},
	tcpOptionsTfoRequest - tcpLayer:                   {Name: "tcp.options.tfo.request", Label: "Fast Open Cookie Request", Type: None},
	tcpOptionsTfoCookie - tcpLayer:                    {Name: "tcp.options.tfo.cookie", Label: "Fast Open Cookie", Type: Bytes},
	tcpOptionsAccEcn - tcpLayer:                       {Name: "tcp.options.acc_ecn", Label: "TCP Option - Accurate ECN", Type: Protocol, Octets: true},
	tcpOptionsAccEcnEe0b - tcpLayer:                   {Name: "tcp.options.acc_ecn.ee0b", Label: "Accurate ECN Echo ECT(0) Byte Counter", Type: Uint, Bits: 24},
	tcpOptionsAccEcnEceb - tcpLayer:                   {Name: "tcp.options.acc_ecn.eceb", Label: "Accurate ECN Echo CE Byte Counter", Type: Uint, Bits: 24},
	tcpOptionsAccEcnEe1b - tcpLayer:                   {Name: "tcp.options.acc_ecn.ee1b", Label: "Accurate ECN Echo ECT(1) Byte Counter", Type: Uint, Bits: 24},
	tcpOptionsExperimental - tcpLayer:                 {Name: "tcp.options.experimental", Label: "TCP Option - Experimental", Type: Protocol, Octets: true},
	tcpOptionsExperimentalExid - tcpLayer:             {Name: "tcp.options.experimental.exid", Label: "Experiment Identifier", Type: Uint, Bits: 16, Hex: true, Names: tcpExperiments},
	tcpOptionsExperimentalData - tcpLayer:             {Name: "tcp.options.experimental.data", Label: "Data", Type: Bytes},
	tcpMptcp - tcpLayer:                               {Name: "mptcp", Label: "Multipath Transmission Control Protocol", Type: Protocol, Octets: true},
	tcpMptcpSubtype - tcpLayer:                        {Name: "tcp.options.mptcp.subtype", Label: "Multipath TCP subtype", Type: Uint, Bits: 8, Names: mptcpSubtypes},
	tcpMptcpVersion - tcpLayer:                        {Name: "tcp.options.mptcp.version", Label: "Multipath TCP version", Type: Uint, Bits: 8},
	tcpMptcpReserved - tcpLayer:                       {Name: "tcp.options.mptcp.reserved", Label: "Reserved", Type: Uint, Bits: 16, Hex: true},
	tcpMptcpFlags - tcpLayer:                          {Name: "tcp.options.mptcp.flags", Label: "Multipath TCP flags", Type: Uint, Bits: 8, Hex: true},
	tcpMptcpBackupFlag - tcpLayer:                     {Name: "tcp.options.mptcp.backup.flag", Label: "Backup flag", Type: Uint, Bits: 8},
	tcpMptcpChecksumreqFlags - tcpLayer:               {Name: "tcp.options.mptcp.checksumreq.flags", Label: "Checksum required", Type: Uint, Bits: 8},
	tcpMptcpExtensibilityFlag - tcpLayer:              {Name: "tcp.options.mptcp.extensibility.flag", Label: "Extensibility", Type: Uint, Bits: 8},
	tcpMptcpNomoresubflowsFlag - tcpLayer:             {Name: "tcp.options.mptcp.nomoresubflows.flag", Label: "Do not attempt to establish new subflows to this address and port", Type: Uint, Bits: 8},
	tcpMptcpSha1Flag - tcpLayer:                       {Name: "tcp.options.mptcp.sha1.flag", Label: "Use HMAC-SHA1", Type: Uint, Bits: 8},
	tcpMptcpSha256Flag - tcpLayer:                     {Name: "tcp.options.mptcp.sha256.flag", Label: "Use HMAC-SHA256", Type: Uint, Bits: 8},
	tcpMptcpDatafinFlag - tcpLayer:                    {Name: "tcp.options.mptcp.datafin.flag", Label: "DATA_FIN", Type: Uint, Bits: 8},
	tcpMptcpDseqn8Flag - tcpLayer:                     {Name: "tcp.options.mptcp.dseqn8.flag", Label: "Data Sequence Number is 8 octets", Type: Uint, Bits: 8},
	tcpMptcpDseqnpresentFlag - tcpLayer:               {Name: "tcp.options.mptcp.dseqnpresent.flag", Label: "Data Sequence Number, Subflow Sequence Number, Data-level Length, Checksum present", Type: Uint, Bits: 8},
	tcpMptcpDataack8Flag - tcpLayer:                   {Name: "tcp.options.mptcp.dataack8.flag", Label: "Data ACK is 8 octets", Type: Uint, Bits: 8},
	tcpMptcpDataackpresentFlag - tcpLayer:             {Name: "tcp.options.mptcp.dataackpresent.flag", Label: "Data ACK is present", Type: Uint, Bits: 8},
	tcpMptcpReservedFlag - tcpLayer:                   {Name: "tcp.options.mptcp.reserved.flag", Label: "Reserved", Type: Uint, Bits: 8, Hex: true},
	tcpMptcpFlagUFlag - tcpLayer:                      {Name: "tcp.options.mptcp.flag_U.flag", Label: "Flag U", Type: Bool, Names: setNames},
	tcpMptcpFlagVFlag - tcpLayer:                      {Name: "tcp.options.mptcp.flag_V.flag", Label: "Flag V", Type: Bool, Names: setNames},
	tcpMptcpFlagWFlag - tcpLayer:                      {Name: "tcp.options.mptcp.flag_W.flag", Label: "Flag W", Type: Bool, Names: setNames},
	tcpMptcpFlagTFlag - tcpLayer:                      {Name: "tcp.options.mptcp.flag_T.flag", Label: "Transient", Type: Bool, Names: setNames},
	tcpMptcpRstReason - tcpLayer:                      {Name: "tcp.options.mptcp.rst_reason", Label: "TCPRST Reason", Type: Uint, Bits: 8, Hex: true, Names: mptcpResets},
	tcpMptcpAddrid - tcpLayer:                         {Name: "tcp.options.mptcp.addrid", Label: "Address ID", Type: Uint, Bits: 8},
	tcpMptcpSendkey - tcpLayer:                        {Name: "tcp.options.mptcp.sendkey", Label: "Sender's Key", Type: Uint, Bits: 64},
	tcpMptcpRecvkey - tcpLayer:                        {Name: "tcp.options.mptcp.recvkey", Label: "Receiver's Key", Type: Uint, Bits: 64},
	tcpMptcpRecvtok - tcpLayer:                        {Name: "tcp.options.mptcp.recvtok", Label: "Receiver's Token", Type: Uint, Bits: 32},
	tcpMptcpSendrand - tcpLayer:                       {Name: "tcp.options.mptcp.sendrand", Label: "Sender's Random Number", Type: Uint, Bits: 32},
	tcpMptcpSendtrunchmac - tcpLayer:                  {Name: "tcp.options.mptcp.sendtrunchmac", Label: "Sender's Truncated HMAC", Type: Uint, Bits: 64},
	tcpMptcpSendhmac - tcpLayer:                       {Name: "tcp.options.mptcp.sendhmac", Label: "Sender's HMAC", Type: Bytes},
	tcpMptcpAddaddrtrunchmac - tcpLayer:               {Name: "tcp.options.mptcp.addaddrtrunchmac", Label: "Truncated HMAC", Type: Uint, Bits: 64},
	tcpMptcpRawdataack - tcpLayer:                     {Name: "tcp.options.mptcp.rawdataack", Label: "Original MPTCP Data ACK", Type: Uint, Bits: 64},
	tcpMptcpRawdataseqno - tcpLayer:                   {Name: "tcp.options.mptcp.rawdataseqno", Label: "Data Sequence Number", Type: Uint, Bits: 64},
	tcpMptcpSubflowseqno - tcpLayer:                   {Name: "tcp.options.mptcp.subflowseqno", Label: "Subflow Sequence Number", Type: Uint, Bits: 32},
	tcpMptcpDatalvllen - tcpLayer:                     {Name: "tcp.options.mptcp.datalvllen", Label: "Data-level Length", Type: Uint, Bits: 16},
	tcpMptcpChecksum - tcpLayer:                       {Name: "tcp.options.mptcp.checksum", Label: "Checksum", Type: Uint, Bits: 16, Hex: true},
	tcpMptcpIpver - tcpLayer:                          {Name: "tcp.options.mptcp.ipver", Label: "IP version", Type: Uint, Bits: 8},
	tcpMptcpEcho - tcpLayer:                           {Name: "tcp.options.mptcp.echo", Label: "Echo", Type: Uint, Bits: 8},
	tcpMptcpIpv4 - tcpLayer:                           {Name: "tcp.options.mptcp.ipv4", Label: "Advertised IPv4 Address", Type: IPv4},
	tcpMptcpIpv6 - tcpLayer:                           {Name: "tcp.options.mptcp.ipv6", Label: "Advertised IPv6 Address", Type: IPv6},
	tcpMptcpPort - tcpLayer:                           {Name: "tcp.options.mptcp.port", Label: "Advertised port", Type: Uint, Bits: 16},
	tcpMptcpRmAddrCount - tcpLayer:                    {Name: "mptcp.rm_addr.count", Label: "Number of removed addresses", Type: Uint, Bits: 8},
	tcpMptcpConnectionMissingAlgorithm - tcpLayer:     {Name: "mptcp.connection.missing_algorithm", Label: "No crypto algorithm specified", Type: None},
	tcpMptcpConnectionUnsupportedAlgorithm - tcpLayer: {Name: "mptcp.connection.unsupported_algorithm", Label: "Unsupported algorithm", Type: None},
	tcpMptcpDssInfiniteMapping - tcpLayer:             {Name: "mptcp.dss.infinite_mapping", Label: "Fallback to infinite mapping", Type: None},
	tcpMptcpAck - tcpLayer:                            {Name: "mptcp.ack", Label: "Multipath TCP Data ACK", Type: Uint, Bits: 64},
	tcpMptcpDssDsn - tcpLayer:                         {Name: "mptcp.dss.dsn", Label: "DSS Data Sequence Number", Type: Uint, Bits: 64},
	tcpMptcpExpectedToken - tcpLayer:                  {Name: "mptcp.expected_token", Label: "Subflow token generated from key", Type: Uint, Bits: 32},
	tcpMptcpExpectedIdsn - tcpLayer:                   {Name: "mptcp.expected_idsn", Label: "Subflow expected IDSN", Type: Uint, Bits: 64},
	tcpMptcpAnalysis - tcpLayer:                       {Name: "mptcp.analysis", Label: "MPTCP analysis", Type: None},
	tcpMptcpAnalysisSubflows - tcpLayer:               {Name: "mptcp.analysis.subflows", Label: "TCP subflow stream id(s)", Type: String},
	tcpMptcpMaster - tcpLayer:                         {Name: "mptcp.master", Label: "Master flow", Type: Bool},
	tcpMptcpStream - tcpLayer:                         {Name: "mptcp.stream", Label: "Stream index", Type: Uint, Bits: 32},
	tcpMptcpConnectionEchoedKeyMismatch - tcpLayer:    {Name: "mptcp.connection.echoed_key_mismatch", Label: "The echoed key in the ACK of the MPTCP handshake does not match the key of the SYN/ACK", Type: None},
	tcpOptionsSackDsack - tcpLayer:                    {Name: "tcp.options.sack.dsack", Label: "D-SACK Sequence", Type: None},
	tcpOptionsWscaleShiftInvalid - tcpLayer:           {Name: "tcp.options.wscale.shift.invalid", Label: "Window scale shift exceeds 14", Type: None},
	tcpNonZeroBytesAfterEol - tcpLayer:                {Name: "tcp.non_zero_bytes_after_eol", Label: "Non zero bytes in option space after EOL option", Type: None},
	tcpOptionsUnknown - tcpLayer:                      {Name: "tcp.options.unknown", Label: "TCP Option - Unknown", Type: Protocol, Octets: true},
	tcpOptionsUnknownPayload - tcpLayer:               {Name: "tcp.options.unknown.payload", Label: "Payload", Type: Bytes},
	tcpTimeRelative - tcpLayer:                        {Name: "tcp.time_relative", Label: "Time since first frame in this TCP stream", Type: Duration},
	tcpTimeDelta - tcpLayer:                           {Name: "tcp.time_delta", Label: "Time since previous frame in this TCP stream", Type: Duration},
	tcpPayload - tcpLayer:                             {Name: "tcp.payload", Label: "TCP payload", Type: Bytes},
	tcpPduSize - tcpLayer:                             {Name: "tcp.pdu.size", Label: "PDU Size", Type: Uint, Bits: 32},
	tcpSegmentData - tcpLayer:                         {Name: "tcp.segment_data", Label: "TCP segment data", Type: Bytes},
	tcpSegments - tcpLayer:                            {Name: "tcp.segments", Label: "Reassembled TCP Segments", Type: None},
	tcpSegment - tcpLayer:                             {Name: "tcp.segment", Label: "TCP Segment", Type: Uint, Bits: 32},
	tcpSegmentCount - tcpLayer:                        {Name: "tcp.segment.count", Label: "Segment count", Type: Uint, Bits: 32},
	tcpSegmentOverlap - tcpLayer:                      {Name: "tcp.segment.overlap", Label: "Segment overlap", Type: Bool},
	tcpReassembledIn - tcpLayer:                       {Name: "tcp.reassembled_in", Label: "Reassembled PDU in frame", Type: Uint, Bits: 32},
	tcpReassembledLength - tcpLayer:                   {Name: "tcp.reassembled.length", Label: "Reassembled TCP length", Type: Uint, Bits: 32},
	tcpReassembledData - tcpLayer:                     {Name: "tcp.reassembled.data", Label: "Reassembled TCP Data", Type: Bytes},
	tcpResetCause - tcpLayer:                          {Name: "tcp.reset_cause", Label: "Reset cause", Type: String},

	tcpCompleteness - tcpLayer:                   {Name: "tcp.completeness", Label: "Conversation completeness", Type: Uint, Bits: 8},
	tcpAnalysis - tcpLayer:                       {Name: "tcp.analysis", Label: "SEQ/ACK analysis", Type: None},
	tcpAnalysisFlags - tcpLayer:                  {Name: "tcp.analysis.flags", Label: "TCP Analysis Flags", Type: None},
	tcpAnalysisRetransmission - tcpLayer:         {Name: "tcp.analysis.retransmission", Label: "This frame is a (suspected) retransmission", Type: None},
	tcpAnalysisFastRetransmission - tcpLayer:     {Name: "tcp.analysis.fast_retransmission", Label: "This frame is a (suspected) fast retransmission", Type: None},
	tcpAnalysisSpuriousRetransmission - tcpLayer: {Name: "tcp.analysis.spurious_retransmission", Label: "This frame is a (suspected) spurious retransmission", Type: None},
	tcpAnalysisOutOfOrder - tcpLayer:             {Name: "tcp.analysis.out_of_order", Label: "This frame is a (suspected) out-of-order segment", Type: None},
	tcpAnalysisReusedPorts - tcpLayer:            {Name: "tcp.analysis.reused_ports", Label: "A new tcp session is started with the same ports as an earlier session in this trace", Type: None},
	tcpAnalysisLostSegment - tcpLayer:            {Name: "tcp.analysis.lost_segment", Label: "Previous segment(s) not captured (common at capture start)", Type: None},
	tcpAnalysisAckLostSegment - tcpLayer:         {Name: "tcp.analysis.ack_lost_segment", Label: "ACKed segment that wasn't captured (common at capture start)", Type: None},
	tcpAnalysisWindowUpdate - tcpLayer:           {Name: "tcp.analysis.window_update", Label: "TCP window update", Type: None},
	tcpAnalysisWindowFull - tcpLayer:             {Name: "tcp.analysis.window_full", Label: "TCP window specified by the receiver is now completely full", Type: None},
	tcpAnalysisKeepAlive - tcpLayer:              {Name: "tcp.analysis.keep_alive", Label: "TCP keep-alive segment", Type: None},
	tcpAnalysisKeepAliveAck - tcpLayer:           {Name: "tcp.analysis.keep_alive_ack", Label: "ACK to a TCP keep-alive segment", Type: None},
	tcpAnalysisDuplicateAck - tcpLayer:           {Name: "tcp.analysis.duplicate_ack", Label: "Duplicate ACK", Type: None},
	tcpAnalysisDuplicateAckNum - tcpLayer:        {Name: "tcp.analysis.duplicate_ack_num", Label: "Duplicate ACK #", Type: Uint, Bits: 32},
	tcpAnalysisDuplicateAckFrame - tcpLayer:      {Name: "tcp.analysis.duplicate_ack_frame", Label: "Duplicate to the ACK in frame", Type: Uint, Bits: 32},
	tcpAnalysisZeroWindowProbe - tcpLayer:        {Name: "tcp.analysis.zero_window_probe", Label: "TCP Zero Window Probe", Type: None},
	tcpAnalysisZeroWindow - tcpLayer:             {Name: "tcp.analysis.zero_window", Label: "TCP Zero Window segment", Type: None},
	tcpAnalysisZeroWindowProbeAck - tcpLayer:     {Name: "tcp.analysis.zero_window_probe_ack", Label: "ACK to a TCP Zero Window Probe", Type: None},
	tcpAnalysisAcksFrame - tcpLayer:              {Name: "tcp.analysis.acks_frame", Label: "This is an ACK to the segment in frame", Type: Uint, Bits: 32},
	tcpAnalysisAckRtt - tcpLayer:                 {Name: "tcp.analysis.ack_rtt", Label: "The RTT to ACK the segment was", Type: Duration},
	tcpAnalysisInitialRtt - tcpLayer:             {Name: "tcp.analysis.initial_rtt", Label: "iRTT", Type: Duration},
	tcpAnalysisBytesInFlight - tcpLayer:          {Name: "tcp.analysis.bytes_in_flight", Label: "Bytes in flight", Type: Uint, Bits: 32},
	tcpAnalysisPushBytesSent - tcpLayer:          {Name: "tcp.analysis.push_bytes_sent", Label: "Bytes sent since last PSH flag", Type: Uint, Bits: 32},
	tcpAnalysisRto - tcpLayer:                    {Name: "tcp.analysis.rto", Label: "The RTO for this segment was", Type: Duration},
	tcpAnalysisRtoFrame - tcpLayer:               {Name: "tcp.analysis.rto_frame", Label: "RTO based on delta from frame", Type: Uint, Bits: 32},
	tcpConnectionSyn - tcpLayer:                  {Name: "tcp.connection.syn", Label: "Connection establish request (SYN)", Type: None},
	tcpConnectionSynack - tcpLayer:               {Name: "tcp.connection.synack", Label: "Connection establish acknowledge (SYN+ACK)", Type: None},
	tcpConnectionFin - tcpLayer:                  {Name: "tcp.connection.fin", Label: "Connection finish (FIN)", Type: None},
	tcpConnectionFinActive - tcpLayer:            {Name: "tcp.connection.fin_active", Label: "This frame initiates the connection closing", Type: None},
	tcpConnectionFinPassive - tcpLayer:           {Name: "tcp.connection.fin_passive", Label: "This frame undergoes the connection closing", Type: None},
	tcpConnectionRst - tcpLayer:                  {Name: "tcp.connection.rst", Label: "Connection reset (RST)", Type: None},
	tcpAckNonzero - tcpLayer:                     {Name: "tcp.ack.nonzero", Label: "The acknowledgment number field is nonzero while the ACK flag is not set", Type: None},
	tcpUrgentPointerNonZero - tcpLayer:           {Name: "tcp.urgent_pointer.non_zero", Label: "The urgent pointer field is nonzero while the URG flag is not set", Type: None},
	tcpBogusHeaderLength - tcpLayer:              {Name: "tcp.bogus_header_length", Label: "Bogus TCP Header length", Type: None},
	tcpShortSegment - tcpLayer:                   {Name: "tcp.short_segment", Label: "Short segment", Type: None},
	tcpChecksumBadExpert - tcpLayer:              {Name: "tcp.checksum_bad.expert", Label: "Bad checksum", Type: None},
	tcpChecksumFfff - tcpLayer:                   {Name: "tcp.checksum.ffff", Label: "TCP Checksum 0xffff instead of 0x0000 (see RFC 1624)", Type: None},
	tcpAnalysisTfoSyn - tcpLayer:                 {Name: "tcp.analysis.tfo_syn", Label: "TCP SYN with TFO Cookie", Type: None},
	tcpAnalysisTfoAck - tcpLayer:                 {Name: "tcp.analysis.tfo_ack", Label: "TCP SYN-ACK accepting TFO data", Type: None},
	tcpAnalysisTfoIgnored - tcpLayer:             {Name: "tcp.analysis.tfo_ignored", Label: "TCP SYN-ACK ignoring TFO data", Type: None},
	tcpNop - tcpLayer:                            {Name: "tcp.nop", Label: "4 NOP in a row - a router may have removed some options", Type: None},
	tcpSuboptionMalformed - tcpLayer:             {Name: "tcp.suboption_malformed", Label: "suboption would go past end of option", Type: None},
}

// tcpQuickStartRates are the rates that Quick-Start asks for (RFC 4782 Section 3.1).
var tcpQuickStartRates = map[uint64]string{
	0:  "0 bit/s",
	1:  "80 Kbit/s",
	2:  "160 Kbit/s",
	3:  "320 Kbit/s",
	4:  "640 Kbit/s",
	5:  "1.28 Mbit/s",
	6:  "2.56 Mbit/s",
	7:  "5.12 Mbit/s",
	8:  "10.24 Mbit/s",
	9:  "20.48 Mbit/s",
	10: "40.96 Mbit/s",
	11: "81.92 Mbit/s",
	12: "163.84 Mbit/s",
	13: "327.68 Mbit/s",
	14: "655.36 Mbit/s",
	15: "1.31072 Gbit/s",
}

// tcpExperiments are the experiments that share the experimental options (RFC 6994).
var tcpExperiments = map[uint64]string{
	0xac:   "TCP ACK Rate Request",
	0x348:  "Host ID",
	0xa0d:  "Autonomous System Compensation",
	0xca0:  "Capability Option",
	0xed0:  "Extended Data Offset",
	0x454e: "Encryption Negotiation",
	0x5323: "Service Number",
	0x75ec: "Timestamp Interval",
	0xacc0: "Accurate ECN - Order 0",
	0xacc1: "Accurate ECN - Order 1",
	0xacce: "Accurate ECN",
	0xe2d4: "Shared Memory communications over RMDA protocol",
	0xf989: "Fast Open",
	0xf990: "Low Latency",
}

// mptcpSubtypes are what the option of Multipath TCP says (RFC 8684 Section 8.2).
var mptcpSubtypes = map[uint64]string{
	0: "Multipath Capable",
	1: "Join Connection",
	2: "Data Sequence Signal",
	3: "Add Address",
	4: "Remove Address",
	5: "Change Subflow Priority",
	6: "TCP Fallback",
	7: "Fast Close",
	8: "TCP Reset",
}

// mptcpResets say why a subflow is reset (RFC 8684 Section 3.6).
var mptcpResets = map[uint64]string{
	0: "Unspecified error",
	1: "MPTCP-specific error",
	2: "Lack of resources",
	3: "Administratively prohibited",
	4: "Too much outstanding data",
	5: "Unacceptable performance",
	6: "Middlebox interference",
}
