package packet

// The fields of Network Time Protocol.
const (
	ntpLayer FieldID = ftpLast + iota
	ntpFlags
	ntpFlagsLi
	ntpFlagsVn
	ntpFlagsMode
	ntpStratum
	ntpPpoll
	ntpPrecision
	ntpRootdelay
	ntpRootdispersion
	ntpRefid
	ntpReftime
	ntpOrg
	ntpRec
	ntpXmt
	ntpKeyid
	ntpMac
	ntpPadding
	ntpKeyType
	ntpKeyIndex
	ntpKeySignature
	ntpResponseIn
	ntpRequestIn
	ntpDeltaTime
	ntpExt
	ntpExtType
	ntpExtLength
	ntpExtValue
	ntpCtrlFlags2
	ntpCtrlFlags2R
	ntpCtrlFlags2Error
	ntpCtrlFlags2More
	ntpCtrlFlags2Opcode
	ntpCtrlSequence
	ntpCtrlStatus
	ntpCtrlErrStatus
	ntpCtrlSysStatusLi
	ntpCtrlSysStatusClksrc
	ntpCtrlSysStatusCount
	ntpCtrlSysStatusCode
	ntpCtrlPeerStatusConfig
	ntpCtrlPeerStatusAuthenable
	ntpCtrlPeerStatusAuthentic
	ntpCtrlPeerStatusReach
	ntpCtrlPeerStatusBcast
	ntpCtrlPeerStatusSelection
	ntpCtrlPeerStatusCount
	ntpCtrlPeerStatusCode
	ntpCtrlClockStatusStatus
	ntpCtrlClockStatusCode
	ntpCtrlData
	ntpCtrlItem
	ntpCtrlAssocid
	ntpCtrlOffset
	ntpCtrlCount
	ntpCtrlTrapmsg
	ntpCtrlConfiguration
	ntpCtrlMru
	ntpCtrlOrdlist
	ntpCtrlNonce
	ntpPrivFlagsR
	ntpPrivFlagsMore
	ntpPrivAuthSeq
	ntpPrivAuth
	ntpPrivSeq
	ntpPrivImpl
	ntpPrivReqcode
	ntpPrivErr
	ntpPrivNumitems
	ntpPrivReserved
	ntpPrivItemsize
	ntpPrivTstamp
	ntpPrivMode7Item
	ntpPrivMonlistAvgint
	ntpPrivMonlistLsint
	ntpPrivMonlistRestr
	ntpPrivMonlistCount
	ntpPrivMonlistRemoteAddress
	ntpPrivMonlistLocalAddress
	ntpPrivMonlistFlags
	ntpPrivMonlistPort
	ntpPrivMonlistMode
	ntpPrivMonlistVersion
	ntpPrivMonlistIpv6
	ntpPrivMonlistUnused
	ntpPrivMonlistAddr6
	ntpPrivMonlistDaddr6
	ntpLast
)

var ntpFields = [...]Info{
	0:                                      {Name: "ntp", Label: "Network Time Protocol", Type: Protocol},
	ntpFlags - ntpLayer:                    {Name: "ntp.flags", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	ntpFlagsLi - ntpLayer:                  {Name: "ntp.flags.li", Label: "Leap Indicator", Type: Uint, Bits: 8, Names: ntpFlagsLiNames},
	ntpFlagsVn - ntpLayer:                  {Name: "ntp.flags.vn", Label: "Version number", Type: Uint, Bits: 8, Names: ntpFlagsVnNames},
	ntpFlagsMode - ntpLayer:                {Name: "ntp.flags.mode", Label: "Mode", Type: Uint, Bits: 8, Names: ntpFlagsModeNames},
	ntpStratum - ntpLayer:                  {Name: "ntp.stratum", Label: "Peer Clock Stratum", Type: Uint, Bits: 8},
	ntpPpoll - ntpLayer:                    {Name: "ntp.ppoll", Label: "Peer Polling Interval", Type: Uint, Bits: 8},
	ntpPrecision - ntpLayer:                {Name: "ntp.precision", Label: "Peer Clock Precision", Type: Uint, Bits: 8},
	ntpRootdelay - ntpLayer:                {Name: "ntp.rootdelay", Label: "Root Delay", Type: Uint, Bits: 32},
	ntpRootdispersion - ntpLayer:           {Name: "ntp.rootdispersion", Label: "Root Dispersion", Type: Uint, Bits: 32},
	ntpRefid - ntpLayer:                    {Name: "ntp.refid", Label: "Reference ID", Type: Bytes},
	ntpReftime - ntpLayer:                  {Name: "ntp.reftime", Label: "Reference Timestamp", Type: Time, Null: true},
	ntpOrg - ntpLayer:                      {Name: "ntp.org", Label: "Origin Timestamp", Type: Time, Null: true},
	ntpRec - ntpLayer:                      {Name: "ntp.rec", Label: "Receive Timestamp", Type: Time, Null: true},
	ntpXmt - ntpLayer:                      {Name: "ntp.xmt", Label: "Transmit Timestamp", Type: Time, Null: true},
	ntpKeyid - ntpLayer:                    {Name: "ntp.keyid", Label: "Key ID", Type: Bytes},
	ntpMac - ntpLayer:                      {Name: "ntp.mac", Label: "Message Authentication Code", Type: Bytes},
	ntpPadding - ntpLayer:                  {Name: "ntp.padding", Label: "Padding", Type: Bytes},
	ntpKeyType - ntpLayer:                  {Name: "ntp.key_type", Label: "Key type", Type: Uint, Bits: 8, Names: ntpKeyTypeNames},
	ntpKeyIndex - ntpLayer:                 {Name: "ntp.key_index", Label: "KeyIndex", Type: Uint, Bits: 32, Hex: true},
	ntpKeySignature - ntpLayer:             {Name: "ntp.key_signature", Label: "Signature", Type: Bytes},
	ntpResponseIn - ntpLayer:               {Name: "ntp.response_in", Label: "Response In", Type: Uint, Bits: 32},
	ntpRequestIn - ntpLayer:                {Name: "ntp.request_in", Label: "Request In", Type: Uint, Bits: 32},
	ntpDeltaTime - ntpLayer:                {Name: "ntp.delta_time", Label: "Delta Time", Type: Duration},
	ntpExt - ntpLayer:                      {Name: "ntp.ext", Label: "Extension", Type: None},
	ntpExtType - ntpLayer:                  {Name: "ntp.ext.type", Label: "Field Type", Type: Uint, Bits: 16, Hex: true, Names: ntpExtTypeNames},
	ntpExtLength - ntpLayer:                {Name: "ntp.ext.length", Label: "Length", Type: Uint, Bits: 16},
	ntpExtValue - ntpLayer:                 {Name: "ntp.ext.value", Label: "Value", Type: Bytes},
	ntpCtrlFlags2 - ntpLayer:               {Name: "ntp.ctrl.flags2", Label: "Flags 2", Type: Uint, Bits: 8, Hex: true},
	ntpCtrlFlags2R - ntpLayer:              {Name: "ntp.ctrl.flags2.r", Label: "Response bit", Type: Uint, Bits: 8, Names: ntpCtrlFlags2RNames},
	ntpCtrlFlags2Error - ntpLayer:          {Name: "ntp.ctrl.flags2.error", Label: "Error bit", Type: Uint, Bits: 8},
	ntpCtrlFlags2More - ntpLayer:           {Name: "ntp.ctrl.flags2.more", Label: "More bit", Type: Uint, Bits: 8},
	ntpCtrlFlags2Opcode - ntpLayer:         {Name: "ntp.ctrl.flags2.opcode", Label: "Opcode", Type: Uint, Bits: 8, Names: ntpCtrlFlags2OpcodeNames},
	ntpCtrlSequence - ntpLayer:             {Name: "ntp.ctrl.sequence", Label: "Sequence", Type: Uint, Bits: 16},
	ntpCtrlStatus - ntpLayer:               {Name: "ntp.ctrl.status", Label: "Status", Type: Uint, Bits: 16, Hex: true},
	ntpCtrlErrStatus - ntpLayer:            {Name: "ntp.ctrl.err_status", Label: "Error Status Word", Type: Uint, Bits: 16, Names: ntpCtrlErrStatusNames},
	ntpCtrlSysStatusLi - ntpLayer:          {Name: "ntp.ctrl.sys_status.li", Label: "Leap Indicator", Type: Uint, Bits: 16, Names: ntpFlagsLiNames},
	ntpCtrlSysStatusClksrc - ntpLayer:      {Name: "ntp.ctrl.sys_status.clksrc", Label: "Clock Source", Type: Uint, Bits: 16, Names: ntpCtrlSysStatusClksrcNames},
	ntpCtrlSysStatusCount - ntpLayer:       {Name: "ntp.ctrl.sys_status.count", Label: "System Event Counter", Type: Uint, Bits: 16},
	ntpCtrlSysStatusCode - ntpLayer:        {Name: "ntp.ctrl.sys_status.code", Label: "System Event Code", Type: Uint, Bits: 16, Names: ntpCtrlSysStatusCodeNames},
	ntpCtrlPeerStatusConfig - ntpLayer:     {Name: "ntp.ctrl.peer_status.config", Label: "Peer Status", Type: Bool, Names: map[uint64]string{1: "configured (peer.config)", 0: "not configured (peer.config)"}},
	ntpCtrlPeerStatusAuthenable - ntpLayer: {Name: "ntp.ctrl.peer_status.authenable", Label: "Peer Status", Type: Bool, Names: map[uint64]string{1: "authentication enabled (peer.authenable)", 0: "authentication disabled (peer.authenable)"}},
	ntpCtrlPeerStatusAuthentic - ntpLayer:  {Name: "ntp.ctrl.peer_status.authentic", Label: "Peer Status", Type: Bool, Names: map[uint64]string{1: "authentication okay (peer.authentic)", 0: "authentication not okay (peer.authentic)"}},
	ntpCtrlPeerStatusReach - ntpLayer:      {Name: "ntp.ctrl.peer_status.reach", Label: "Peer Status", Type: Bool, Names: map[uint64]string{1: "reachability okay (peer.reach != 0)", 0: "reachability not okay (peer.reach != 0)"}},
	ntpCtrlPeerStatusBcast - ntpLayer:      {Name: "ntp.ctrl.peer_status.bcast", Label: "Peer Status broadcast association", Type: Bool, Names: setNames},
	ntpCtrlPeerStatusSelection - ntpLayer:  {Name: "ntp.ctrl.peer_status.selection", Label: "Peer Selection", Type: Uint, Bits: 16, Names: ntpCtrlPeerStatusSelectionNames},
	ntpCtrlPeerStatusCount - ntpLayer:      {Name: "ntp.ctrl.peer_status.count", Label: "Peer Event Counter", Type: Uint, Bits: 16},
	ntpCtrlPeerStatusCode - ntpLayer:       {Name: "ntp.ctrl.peer_status.code", Label: "Peer Event Code", Type: Uint, Bits: 16, Names: ntpCtrlPeerStatusCodeNames},
	ntpCtrlClockStatusStatus - ntpLayer:    {Name: "ntp.ctrl.clock_status.status", Label: "Clock Status", Type: Uint, Bits: 16, Names: ntpCtrlClockStatusStatusNames},
	ntpCtrlClockStatusCode - ntpLayer:      {Name: "ntp.ctrl.clock_status.code", Label: "Clock Event Code", Type: Uint, Bits: 16},
	ntpCtrlData - ntpLayer:                 {Name: "ntp.ctrl.data", Label: "Data", Type: None},
	ntpCtrlItem - ntpLayer:                 {Name: "ntp.ctrl.item", Label: "Item", Type: None},
	ntpCtrlAssocid - ntpLayer:              {Name: "ntp.ctrl.associd", Label: "AssociationID", Type: Uint, Bits: 16},
	ntpCtrlOffset - ntpLayer:               {Name: "ntp.ctrl.offset", Label: "Offset", Type: Uint, Bits: 16},
	ntpCtrlCount - ntpLayer:                {Name: "ntp.ctrl.count", Label: "Count", Type: Uint, Bits: 16},
	ntpCtrlTrapmsg - ntpLayer:              {Name: "ntp.ctrl.trapmsg", Label: "Trap message", Type: String},
	ntpCtrlConfiguration - ntpLayer:        {Name: "ntp.ctrl.configuration", Label: "Configuration", Type: String},
	ntpCtrlMru - ntpLayer:                  {Name: "ntp.ctrl.mru", Label: "MRU", Type: String},
	ntpCtrlOrdlist - ntpLayer:              {Name: "ntp.ctrl.ordlist", Label: "Ordered List", Type: String},
	ntpCtrlNonce - ntpLayer:                {Name: "ntp.ctrl.nonce", Label: "Nonce", Type: String},
	ntpPrivFlagsR - ntpLayer:               {Name: "ntp.priv.flags.r", Label: "Response bit", Type: Uint, Bits: 8, Names: ntpCtrlFlags2RNames},
	ntpPrivFlagsMore - ntpLayer:            {Name: "ntp.priv.flags.more", Label: "More bit", Type: Uint, Bits: 8},
	ntpPrivAuthSeq - ntpLayer:              {Name: "ntp.priv.auth_seq", Label: "Auth, sequence", Type: Uint, Bits: 8},
	ntpPrivAuth - ntpLayer:                 {Name: "ntp.priv.auth", Label: "Auth bit", Type: Uint, Bits: 8},
	ntpPrivSeq - ntpLayer:                  {Name: "ntp.priv.seq", Label: "Sequence number", Type: Uint, Bits: 8},
	ntpPrivImpl - ntpLayer:                 {Name: "ntp.priv.impl", Label: "Implementation", Type: Uint, Bits: 8, Names: ntpPrivImplNames},
	ntpPrivReqcode - ntpLayer:              {Name: "ntp.priv.reqcode", Label: "Request code", Type: Uint, Bits: 8, Names: ntpPrivReqcodeNames},
	ntpPrivErr - ntpLayer:                  {Name: "ntp.priv.err", Label: "Err", Type: Uint, Bits: 8, Hex: true, Names: ntpPrivErrNames},
	ntpPrivNumitems - ntpLayer:             {Name: "ntp.priv.numitems", Label: "Number of data items", Type: Uint, Bits: 16},
	ntpPrivReserved - ntpLayer:             {Name: "ntp.priv.reserved", Label: "Reserved", Type: Uint, Bits: 8, Hex: true},
	ntpPrivItemsize - ntpLayer:             {Name: "ntp.priv.itemsize", Label: "Size of data item", Type: Uint, Bits: 16},
	ntpPrivTstamp - ntpLayer:               {Name: "ntp.priv.tstamp", Label: "Authentication timestamp", Type: Time, Null: true},
	ntpPrivMode7Item - ntpLayer:            {Name: "ntp.priv.mode7.item", Label: "Mode7 item", Type: String},
	ntpPrivMonlistAvgint - ntpLayer:        {Name: "ntp.priv.monlist.avgint", Label: "avgint", Type: Uint, Bits: 32},
	ntpPrivMonlistLsint - ntpLayer:         {Name: "ntp.priv.monlist.lsint", Label: "lsint", Type: Uint, Bits: 32},
	ntpPrivMonlistRestr - ntpLayer:         {Name: "ntp.priv.monlist.restr", Label: "restr", Type: Uint, Bits: 32, Hex: true},
	ntpPrivMonlistCount - ntpLayer:         {Name: "ntp.priv.monlist.count", Label: "count", Type: Uint, Bits: 32},
	ntpPrivMonlistRemoteAddress - ntpLayer: {Name: "ntp.priv.monlist.remote_address", Label: "remote address", Type: IPv4},
	ntpPrivMonlistLocalAddress - ntpLayer:  {Name: "ntp.priv.monlist.local_address", Label: "local address", Type: IPv4},
	ntpPrivMonlistFlags - ntpLayer:         {Name: "ntp.priv.monlist.flags", Label: "flags", Type: Uint, Bits: 32, Hex: true},
	ntpPrivMonlistPort - ntpLayer:          {Name: "ntp.priv.monlist.port", Label: "port", Type: Uint, Bits: 16},
	ntpPrivMonlistMode - ntpLayer:          {Name: "ntp.priv.monlist.mode", Label: "mode", Type: Uint, Bits: 8},
	ntpPrivMonlistVersion - ntpLayer:       {Name: "ntp.priv.monlist.version", Label: "version", Type: Uint, Bits: 8},
	ntpPrivMonlistIpv6 - ntpLayer:          {Name: "ntp.priv.monlist.ipv6", Label: "ipv6", Type: Uint, Bits: 32, Hex: true},
	ntpPrivMonlistUnused - ntpLayer:        {Name: "ntp.priv.monlist.unused", Label: "unused", Type: Uint, Bits: 32, Hex: true},
	ntpPrivMonlistAddr6 - ntpLayer:         {Name: "ntp.priv.monlist.addr6", Label: "ipv6 remote addr", Type: IPv6},
	ntpPrivMonlistDaddr6 - ntpLayer:        {Name: "ntp.priv.monlist.daddr6", Label: "ipv6 local addr", Type: IPv6},
}
