package packet

// The fields of IPv6.
const (
	ipv6Layer FieldID = ipLast + iota
	ipv6Version
	ipv6Tclass
	ipv6TclassDscp
	ipv6TclassEcn
	ipv6Flow
	ipv6Plen
	ipv6Nxt
	ipv6Hlim
	ipv6Src
	ipv6Dst
	ipv6Addr
	ipv6SrcHost
	ipv6DstHost
	ipv6Host
	ipv6SrcSlaacMac
	ipv6DstSlaacMac
	ipv6SlaacMac
	ipv6HopoptsLayer
	ipv6HopoptsNxt
	ipv6HopoptsLen
	ipv6HopoptsLenOct
	ipv6DstoptsLayer
	ipv6DstoptsNxt
	ipv6DstoptsLen
	ipv6DstoptsLenOct
	ipv6Opt
	ipv6OptType
	ipv6OptTypeAction
	ipv6OptTypeChange
	ipv6OptTypeRest
	ipv6OptLength
	ipv6OptPad1
	ipv6OptPadn
	ipv6OptRouterAlert
	ipv6OptJumbo
	ipv6OptTel
	ipv6OptMipv6HomeAddress
	ipv6OptUnknown
	ipv6OptExperimental
	ipv6RoutingLayer
	ipv6RoutingNxt
	ipv6RoutingLen
	ipv6RoutingLenOct
	ipv6RoutingType
	ipv6RoutingSegleft
	ipv6RoutingSrcReserved
	ipv6RoutingSrcAddr
	ipv6RoutingMipv6Reserved
	ipv6RoutingMipv6HomeAddress
	ipv6RoutingUnknownData
	ipv6FraghdrLayer
	ipv6FraghdrNxt
	ipv6FraghdrReservedOctet
	ipv6FraghdrOffset
	ipv6FraghdrReservedBits
	ipv6FraghdrMore
	ipv6FraghdrIdent
	ipv6Fragments
	ipv6Fragment
	ipv6FragmentOverlap
	ipv6FragmentOverlapConflict
	ipv6FragmentMultipletails
	ipv6FragmentToolongfragment
	ipv6FragmentError
	ipv6FragmentCount
	ipv6ReassembledIn
	ipv6ReassembledLength
	ipv6ReassembledData
	ipv6SrcIsatapIpv4
	ipv6Src6to4GwIpv4
	ipv6Src6to4SlaID
	ipv6SrcTsIpv4
	ipv6SrcTcPort
	ipv6SrcTcIpv4
	ipv6SrcEmbedIpv4
	ipv6DstIsatapIpv4
	ipv6Dst6to4GwIpv4
	ipv6Dst6to4SlaID
	ipv6DstTsIpv4
	ipv6DstTcPort
	ipv6DstTcIpv4
	ipv6DstEmbedIpv4
	ipv6IsatapIpv4
	ipv66to4GwIpv4
	ipv66to4SlaID
	ipv6TsIpv4
	ipv6TcPort
	ipv6TcIpv4
	ipv6EmbedIpv4Prefix
	ipv6EmbedIpv4
	ipv6OptPmtuMin
	ipv6OptPmtuRtn
	ipv6OptPmtuRFlag
	ipv6OptCalipsoDoi
	ipv6OptCalipsoCmptLength
	ipv6OptCalipsoSensLevel
	ipv6OptCalipsoChecksum
	ipv6OptCalipsoCmptBitmap
	ipv6OptSmfDpdHashBit
	ipv6OptSmfDpdTidType
	ipv6OptSmfDpdTidLen
	ipv6OptSmfDpdTaggerID
	ipv6OptSmfDpdIdent
	ipv6OptSmfDpdHav
	ipv6OptPdmScaleDtlr
	ipv6OptPdmScaleDtls
	ipv6OptPdmPsnThisPkt
	ipv6OptPdmPsnLastRecv
	ipv6OptPdmDeltaLastRecv
	ipv6OptPdmDeltaLastSent
	ipv6OptQsFunc
	ipv6OptQsRate
	ipv6OptQsTTL
	ipv6OptQsTTLDiff
	ipv6OptQsUnused
	ipv6OptQsNonce
	ipv6OptQsReserved
	ipv6OptIoamRsv
	ipv6OptIoamOptType
	ipv6OptIoamTraceNs
	ipv6OptIoamTraceNodelen
	ipv6OptIoamTraceFlags
	ipv6OptIoamTraceFlagO
	ipv6OptIoamTraceFlagL
	ipv6OptIoamTraceFlagA
	ipv6OptIoamTraceFlagRsv
	ipv6OptIoamTraceRemlen
	ipv6OptIoamTraceType
	ipv6OptIoamTraceTypeBit0
	ipv6OptIoamTraceTypeBit1
	ipv6OptIoamTraceTypeBit2
	ipv6OptIoamTraceTypeBit3
	ipv6OptIoamTraceTypeBit4
	ipv6OptIoamTraceTypeBit5
	ipv6OptIoamTraceTypeBit6
	ipv6OptIoamTraceTypeBit7
	ipv6OptIoamTraceTypeBit8
	ipv6OptIoamTraceTypeBit9
	ipv6OptIoamTraceTypeBit10
	ipv6OptIoamTraceTypeBit11
	ipv6OptIoamTraceTypeUndef
	ipv6OptIoamTraceTypeBit22
	ipv6OptIoamTraceTypeRsv
	ipv6OptIoamTraceRsv
	ipv6OptIoamTraceFreeSpace
	ipv6OptIoamTraceNodeHlim
	ipv6OptIoamTraceNodeID
	ipv6OptIoamTraceNodeIif
	ipv6OptIoamTraceNodeEif
	ipv6OptIoamTraceNodeTss
	ipv6OptIoamTraceNodeTsf
	ipv6OptIoamTraceNodeTrdelay
	ipv6OptIoamTraceNodeNsdata
	ipv6OptIoamTraceNodeQdepth
	ipv6OptIoamTraceNodeCsum
	ipv6OptIoamTraceNodeIDWide
	ipv6OptIoamTraceNodeIifWide
	ipv6OptIoamTraceNodeEifWide
	ipv6OptIoamTraceNodeNsdataWide
	ipv6OptIoamTraceNodeBufoccup
	ipv6OptIoamTraceNodeUndefined
	ipv6OptIoamTraceNodeOssLen
	ipv6OptIoamTraceNodeOssScid
	ipv6OptIoamTraceNodeOssData
	ipv6OptTpfInformation
	ipv6OptRplFlag
	ipv6OptRplFlagO
	ipv6OptRplFlagR
	ipv6OptRplFlagF
	ipv6OptRplFlagRsv
	ipv6OptRplInstanceID
	ipv6OptRplSenderRank
	ipv6OptIlnpNonce
	ipv6OptLioLength
	ipv6OptLioLineID
	ipv6OptMplFlag
	ipv6OptMplFlagS
	ipv6OptMplFlagM
	ipv6OptMplFlagV
	ipv6OptMplFlagRsv
	ipv6OptMplSequence
	ipv6OptMplSeedID
	ipv6OptDffFlags
	ipv6OptDffFlagVer
	ipv6OptDffFlagDup
	ipv6OptDffFlagRet
	ipv6OptDffFlagRsv
	ipv6OptDffSequenceNumber
	ipv6OptUnknownData
	ipv6RoutingRplCmprI
	ipv6RoutingRplCmprE
	ipv6RoutingRplPad
	ipv6RoutingRplReserved
	ipv6RoutingRplAddrCount
	ipv6RoutingRplAddress
	ipv6RoutingRplFullAddress
	ipv6RoutingSrhLastEntry
	ipv6RoutingSrhFlags
	ipv6RoutingSrhTag
	ipv6RoutingSrhAddr
	ipv6RoutingCrh16CurrentSid
	ipv6RoutingCrh32CurrentSid
	ipv6RoutingCrh16Sid
	ipv6RoutingCrh32Sid
	ahLayer
	ahNextHeader
	ahLength
	ahReserved
	ahSpi
	ahSequence
	ahIcv
	espLayer
	espSpi
	espSequence
	espSequenceAnalysisExpectedSn
	espSequenceAnalysisPreviousFrame
	ipv6BogusIpv6Version
	ipv6DstAddrNotMulticast
	ipv6HopoptsNotFirst
	ipv6InvalidHeader
	ipv6OptDeprecated
	ipv6OptHeaderMismatch
	ipv6OptInvalidLen
	ipv6OptIoamTraceInvalidNodelen
	ipv6OptIoamTraceInvalidRemlen
	ipv6OptIoamTraceInvalidType
	ipv6OptJumboFragment
	ipv6OptJumboMissing
	ipv6OptJumboProhibited
	ipv6OptJumboTruncated
	ipv6OptMplIpv6SrcSeedID
	ipv6OptUnknownDataExpert
	ipv6PlenExceedsFraming
	ipv6PlenZero
	ipv6RoutingDeprecated
	ipv6RoutingInvalidLength
	ipv6RoutingInvalidSegleft
	ipv6RoutingRplAddrCountGe0
	ipv6RoutingRplCmprICmprEPad
	ipv6RoutingRplReservedNot0
	ipv6RoutingUndecoded
	ipv6SrcRouteListDstAddr
	ipv6SrcRouteListMulticastAddr
	ipv6SrcRouteListSrcAddr
	espSequenceAnalysisWrongSequenceNumber
	ipv6Last
)

var ipv6Fields = [...]Info{
	0:                                                  {Name: "ipv6", Label: "Internet Protocol Version 6", Type: Protocol},
	ipv6Version - ipv6Layer:                            {Name: "ipv6.version", Label: "Version", Type: Uint, Bits: 8},
	ipv6Tclass - ipv6Layer:                             {Name: "ipv6.tclass", Label: "Traffic Class", Type: Uint, Bits: 32, Hex: true},
	ipv6TclassDscp - ipv6Layer:                         {Name: "ipv6.tclass.dscp", Label: "Differentiated Services Codepoint", Type: Uint, Bits: 32, Names: dscpNames},
	ipv6TclassEcn - ipv6Layer:                          {Name: "ipv6.tclass.ecn", Label: "Explicit Congestion Notification", Type: Uint, Bits: 32, Names: ecnNames},
	ipv6Flow - ipv6Layer:                               {Name: "ipv6.flow", Label: "Flow Label", Type: Uint, Bits: 24, Hex: true},
	ipv6Plen - ipv6Layer:                               {Name: "ipv6.plen", Label: "Payload Length", Type: Uint, Bits: 16},
	ipv6Nxt - ipv6Layer:                                {Name: "ipv6.nxt", Label: "Next Header", Type: Uint, Bits: 8, Names: protocolNames},
	ipv6Hlim - ipv6Layer:                               {Name: "ipv6.hlim", Label: "Hop Limit", Type: Uint, Bits: 8},
	ipv6Src - ipv6Layer:                                {Name: "ipv6.src", Label: "Source Address", Type: IPv6},
	ipv6Dst - ipv6Layer:                                {Name: "ipv6.dst", Label: "Destination Address", Type: IPv6},
	ipv6Addr - ipv6Layer:                               {Name: "ipv6.addr", Label: "Source or Destination Address", Type: IPv6},
	ipv6SrcHost - ipv6Layer:                            {Name: "ipv6.src_host", Label: "Source Host", Type: String},
	ipv6DstHost - ipv6Layer:                            {Name: "ipv6.dst_host", Label: "Destination Host", Type: String},
	ipv6Host - ipv6Layer:                               {Name: "ipv6.host", Label: "Source or Destination Host", Type: String},
	ipv6SrcSlaacMac - ipv6Layer:                        {Name: "ipv6.src_slaac_mac", Label: "Source SLAAC MAC", Type: Ether},
	ipv6DstSlaacMac - ipv6Layer:                        {Name: "ipv6.dst_slaac_mac", Label: "Destination SLAAC MAC", Type: Ether},
	ipv6SlaacMac - ipv6Layer:                           {Name: "ipv6.slaac_mac", Label: "SLAAC MAC", Type: Ether},
	ipv6HopoptsLayer - ipv6Layer:                       {Name: "ipv6.hopopts", Label: "IPv6 Hop-by-Hop Option", Type: Protocol},
	ipv6HopoptsNxt - ipv6Layer:                         {Name: "ipv6.hopopts.nxt", Label: "Next Header", Type: Uint, Bits: 8, Names: protocolNames},
	ipv6HopoptsLen - ipv6Layer:                         {Name: "ipv6.hopopts.len", Label: "Length", Type: Uint, Bits: 8},
	ipv6HopoptsLenOct - ipv6Layer:                      {Name: "ipv6.hopopts.len_oct", Label: "Length", Type: Uint, Bits: 16},
	ipv6DstoptsLayer - ipv6Layer:                       {Name: "ipv6.dstopts", Label: "Destination Options for IPv6", Type: Protocol},
	ipv6DstoptsNxt - ipv6Layer:                         {Name: "ipv6.dstopts.nxt", Label: "Next Header", Type: Uint, Bits: 8, Names: protocolNames},
	ipv6DstoptsLen - ipv6Layer:                         {Name: "ipv6.dstopts.len", Label: "Length", Type: Uint, Bits: 8},
	ipv6DstoptsLenOct - ipv6Layer:                      {Name: "ipv6.dstopts.len_oct", Label: "Length", Type: Uint, Bits: 16},
	ipv6Opt - ipv6Layer:                                {Name: "ipv6.opt", Label: "IPv6 Option", Type: None},
	ipv6OptType - ipv6Layer:                            {Name: "ipv6.opt.type", Label: "Type", Type: Uint, Bits: 8, Hex: true, Names: ipv6OptionNames},
	ipv6OptTypeAction - ipv6Layer:                      {Name: "ipv6.opt.type.action", Label: "Action", Type: Uint, Bits: 8, Names: ipv6ActionNames},
	ipv6OptTypeChange - ipv6Layer:                      {Name: "ipv6.opt.type.change", Label: "May Change", Type: Bool, Names: yesNames},
	ipv6OptTypeRest - ipv6Layer:                        {Name: "ipv6.opt.type.rest", Label: "Low-Order Bits", Type: Uint, Bits: 8, Hex: true},
	ipv6OptLength - ipv6Layer:                          {Name: "ipv6.opt.length", Label: "Length", Type: Uint, Bits: 8},
	ipv6OptPad1 - ipv6Layer:                            {Name: "ipv6.opt.pad1", Label: "Pad1", Type: None},
	ipv6OptPadn - ipv6Layer:                            {Name: "ipv6.opt.padn", Label: "PadN", Type: Bytes},
	ipv6OptRouterAlert - ipv6Layer:                     {Name: "ipv6.opt.router_alert", Label: "Router Alert", Type: Uint, Bits: 16, Names: ipv6RouterAlertNames},
	ipv6OptJumbo - ipv6Layer:                           {Name: "ipv6.opt.jumbo", Label: "Payload Length", Type: Uint, Bits: 32},
	ipv6OptTel - ipv6Layer:                             {Name: "ipv6.opt.tel", Label: "Tunnel Encapsulation Limit", Type: Uint, Bits: 8},
	ipv6OptMipv6HomeAddress - ipv6Layer:                {Name: "ipv6.opt.mipv6.home_address", Label: "MIPv6 Home Address", Type: IPv6},
	ipv6OptUnknown - ipv6Layer:                         {Name: "ipv6.opt.unknown", Label: "Unknown Option Payload", Type: Bytes},
	ipv6OptExperimental - ipv6Layer:                    {Name: "ipv6.opt.experimental", Label: "Experimental Option", Type: Bytes},
	ipv6RoutingLayer - ipv6Layer:                       {Name: "ipv6.routing", Label: "Routing Header for IPv6", Type: Protocol},
	ipv6RoutingNxt - ipv6Layer:                         {Name: "ipv6.routing.nxt", Label: "Next Header", Type: Uint, Bits: 8, Names: protocolNames},
	ipv6RoutingLen - ipv6Layer:                         {Name: "ipv6.routing.len", Label: "Length", Type: Uint, Bits: 8},
	ipv6RoutingLenOct - ipv6Layer:                      {Name: "ipv6.routing.len_oct", Label: "Length", Type: Uint, Bits: 16},
	ipv6RoutingType - ipv6Layer:                        {Name: "ipv6.routing.type", Label: "Type", Type: Uint, Bits: 8, Names: routingNames},
	ipv6RoutingSegleft - ipv6Layer:                     {Name: "ipv6.routing.segleft", Label: "Segments Left", Type: Uint, Bits: 8},
	ipv6RoutingSrcReserved - ipv6Layer:                 {Name: "ipv6.routing.src.reserved", Label: "Reserved", Type: Bytes},
	ipv6RoutingSrcAddr - ipv6Layer:                     {Name: "ipv6.routing.src.addr", Label: "Address", Type: IPv6},
	ipv6RoutingMipv6Reserved - ipv6Layer:               {Name: "ipv6.routing.mipv6.reserved", Label: "Reserved", Type: Bytes},
	ipv6RoutingMipv6HomeAddress - ipv6Layer:            {Name: "ipv6.routing.mipv6.home_address", Label: "Home Address", Type: IPv6},
	ipv6RoutingUnknownData - ipv6Layer:                 {Name: "ipv6.routing.unknown_data", Label: "Type-Specific Data", Type: Bytes},
	ipv6FraghdrLayer - ipv6Layer:                       {Name: "ipv6.fraghdr", Label: "Fragment Header for IPv6", Type: Protocol},
	ipv6FraghdrNxt - ipv6Layer:                         {Name: "ipv6.fraghdr.nxt", Label: "Next header", Type: Uint, Bits: 8, Names: protocolNames},
	ipv6FraghdrReservedOctet - ipv6Layer:               {Name: "ipv6.fraghdr.reserved_octet", Label: "Reserved octet", Type: Uint, Bits: 8, Hex: true},
	ipv6FraghdrOffset - ipv6Layer:                      {Name: "ipv6.fraghdr.offset", Label: "Offset", Type: Uint, Bits: 16},
	ipv6FraghdrReservedBits - ipv6Layer:                {Name: "ipv6.fraghdr.reserved_bits", Label: "Reserved bits", Type: Uint, Bits: 16},
	ipv6FraghdrMore - ipv6Layer:                        {Name: "ipv6.fraghdr.more", Label: "More Fragments", Type: Bool, Names: yesNames},
	ipv6FraghdrIdent - ipv6Layer:                       {Name: "ipv6.fraghdr.ident", Label: "Identification", Type: Uint, Bits: 32, Hex: true},
	ipv6Fragments - ipv6Layer:                          {Name: "ipv6.fragments", Label: "IPv6 Fragments", Type: None},
	ipv6Fragment - ipv6Layer:                           {Name: "ipv6.fragment", Label: "IPv6 Fragment", Type: Uint, Bits: 32},
	ipv6FragmentOverlap - ipv6Layer:                    {Name: "ipv6.fragment.overlap", Label: "Fragment overlap", Type: Bool},
	ipv6FragmentOverlapConflict - ipv6Layer:            {Name: "ipv6.fragment.overlap.conflict", Label: "Conflicting data in fragment overlap", Type: Bool},
	ipv6FragmentMultipletails - ipv6Layer:              {Name: "ipv6.fragment.multipletails", Label: "Multiple tail fragments found", Type: Bool},
	ipv6FragmentToolongfragment - ipv6Layer:            {Name: "ipv6.fragment.toolongfragment", Label: "Fragment too long", Type: Bool},
	ipv6FragmentError - ipv6Layer:                      {Name: "ipv6.fragment.error", Label: "Defragmentation error", Type: Uint, Bits: 32},
	ipv6FragmentCount - ipv6Layer:                      {Name: "ipv6.fragment.count", Label: "Fragment count", Type: Uint, Bits: 32},
	ipv6ReassembledIn - ipv6Layer:                      {Name: "ipv6.reassembled.in", Label: "Reassembled IPv6 in frame", Type: Uint, Bits: 32},
	ipv6ReassembledLength - ipv6Layer:                  {Name: "ipv6.reassembled.length", Label: "Reassembled IPv6 length", Type: Uint, Bits: 32},
	ipv6ReassembledData - ipv6Layer:                    {Name: "ipv6.reassembled.data", Label: "Reassembled IPv6 data", Type: Bytes},
	ipv6SrcIsatapIpv4 - ipv6Layer:                      {Name: "ipv6.src_isatap_ipv4", Label: "Source ISATAP IPv4", Type: IPv4},
	ipv6Src6to4GwIpv4 - ipv6Layer:                      {Name: "ipv6.src_6to4_gw_ipv4", Label: "Source 6to4 Gateway IPv4", Type: IPv4},
	ipv6Src6to4SlaID - ipv6Layer:                       {Name: "ipv6.src_6to4_sla_id", Label: "Source 6to4 SLA ID", Type: Uint, Bits: 16},
	ipv6SrcTsIpv4 - ipv6Layer:                          {Name: "ipv6.src_ts_ipv4", Label: "Source Teredo Server IPv4", Type: IPv4},
	ipv6SrcTcPort - ipv6Layer:                          {Name: "ipv6.src_tc_port", Label: "Source Teredo Port", Type: Uint, Bits: 16},
	ipv6SrcTcIpv4 - ipv6Layer:                          {Name: "ipv6.src_tc_ipv4", Label: "Source Teredo Client IPv4", Type: IPv4},
	ipv6SrcEmbedIpv4 - ipv6Layer:                       {Name: "ipv6.src_embed_ipv4", Label: "Source Embedded IPv4", Type: IPv4},
	ipv6DstIsatapIpv4 - ipv6Layer:                      {Name: "ipv6.dst_isatap_ipv4", Label: "Destination ISATAP IPv4", Type: IPv4},
	ipv6Dst6to4GwIpv4 - ipv6Layer:                      {Name: "ipv6.dst_6to4_gw_ipv4", Label: "Destination 6to4 Gateway IPv4", Type: IPv4},
	ipv6Dst6to4SlaID - ipv6Layer:                       {Name: "ipv6.dst_6to4_sla_id", Label: "Destination 6to4 SLA ID", Type: Uint, Bits: 16},
	ipv6DstTsIpv4 - ipv6Layer:                          {Name: "ipv6.dst_ts_ipv4", Label: "Destination Teredo Server IPv4", Type: IPv4},
	ipv6DstTcPort - ipv6Layer:                          {Name: "ipv6.dst_tc_port", Label: "Destination Teredo Port", Type: Uint, Bits: 16},
	ipv6DstTcIpv4 - ipv6Layer:                          {Name: "ipv6.dst_tc_ipv4", Label: "Destination Teredo Client IPv4", Type: IPv4},
	ipv6DstEmbedIpv4 - ipv6Layer:                       {Name: "ipv6.dst_embed_ipv4", Label: "Destination Embedded IPv4", Type: IPv4},
	ipv6IsatapIpv4 - ipv6Layer:                         {Name: "ipv6.isatap_ipv4", Label: "ISATAP IPv4", Type: IPv4},
	ipv66to4GwIpv4 - ipv6Layer:                         {Name: "ipv6.6to4_gw_ipv4", Label: "6to4 Gateway IPv4", Type: IPv4},
	ipv66to4SlaID - ipv6Layer:                          {Name: "ipv6.6to4_sla_id", Label: "6to4 SLA ID", Type: Uint, Bits: 16},
	ipv6TsIpv4 - ipv6Layer:                             {Name: "ipv6.ts_ipv4", Label: "Teredo Server IPv4", Type: IPv4},
	ipv6TcPort - ipv6Layer:                             {Name: "ipv6.tc_port", Label: "Teredo Port", Type: Uint, Bits: 16},
	ipv6TcIpv4 - ipv6Layer:                             {Name: "ipv6.tc_ipv4", Label: "Teredo Client IPv4", Type: IPv4},
	ipv6EmbedIpv4Prefix - ipv6Layer:                    {Name: "ipv6.embed_ipv4_prefix", Label: "Embedded IPv4 Prefix", Type: Bytes},
	ipv6EmbedIpv4 - ipv6Layer:                          {Name: "ipv6.embed_ipv4", Label: "Embedded IPv4", Type: IPv4},
	ipv6OptPmtuMin - ipv6Layer:                         {Name: "ipv6.opt.pmtu.min", Label: "Minimum Reported PMTU", Type: Uint, Bits: 16},
	ipv6OptPmtuRtn - ipv6Layer:                         {Name: "ipv6.opt.pmtu.rtn", Label: "Return Minimum PMTU", Type: Uint, Bits: 16},
	ipv6OptPmtuRFlag - ipv6Layer:                       {Name: "ipv6.opt.pmtu.r_flag", Label: "Return Flag", Type: Bool},
	ipv6OptCalipsoDoi - ipv6Layer:                      {Name: "ipv6.opt.calipso.doi", Label: "CALIPSO Domain of Interpretation", Type: Uint, Bits: 32},
	ipv6OptCalipsoCmptLength - ipv6Layer:               {Name: "ipv6.opt.calipso.cmpt.length", Label: "Compartment Length", Type: Uint, Bits: 8},
	ipv6OptCalipsoSensLevel - ipv6Layer:                {Name: "ipv6.opt.calipso.sens_level", Label: "Sensitivity Level", Type: Uint, Bits: 8},
	ipv6OptCalipsoChecksum - ipv6Layer:                 {Name: "ipv6.opt.calipso.checksum", Label: "Checksum", Type: Uint, Bits: 16, Hex: true},
	ipv6OptCalipsoCmptBitmap - ipv6Layer:               {Name: "ipv6.opt.calipso.cmpt_bitmap", Label: "Compartment Bitmap", Type: Bytes},
	ipv6OptSmfDpdHashBit - ipv6Layer:                   {Name: "ipv6.opt.smf_dpd.hash_bit", Label: "H-bit", Type: Bool},
	ipv6OptSmfDpdTidType - ipv6Layer:                   {Name: "ipv6.opt.smf_dpd.tid_type", Label: "TaggerID Type", Type: Uint, Bits: 8, Names: ipv6OptSmfDpdTidTypeNames},
	ipv6OptSmfDpdTidLen - ipv6Layer:                    {Name: "ipv6.opt.smf_dpd.tid_len", Label: "TaggerID Length", Type: Uint, Bits: 8},
	ipv6OptSmfDpdTaggerID - ipv6Layer:                  {Name: "ipv6.opt.smf_dpd.tagger_id", Label: "TaggerID", Type: Bytes},
	ipv6OptSmfDpdIdent - ipv6Layer:                     {Name: "ipv6.opt.smf_dpd.ident", Label: "Identifier", Type: Bytes},
	ipv6OptSmfDpdHav - ipv6Layer:                       {Name: "ipv6.opt.smf_dpd.hav", Label: "Hash Assist Value", Type: Bytes},
	ipv6OptPdmScaleDtlr - ipv6Layer:                    {Name: "ipv6.opt.pdm.scale_dtlr", Label: "Scale DTLR", Type: Uint, Bits: 8},
	ipv6OptPdmScaleDtls - ipv6Layer:                    {Name: "ipv6.opt.pdm.scale_dtls", Label: "Scale DTLS", Type: Uint, Bits: 8},
	ipv6OptPdmPsnThisPkt - ipv6Layer:                   {Name: "ipv6.opt.pdm.psn_this_pkt", Label: "PSN This Packet", Type: Uint, Bits: 16},
	ipv6OptPdmPsnLastRecv - ipv6Layer:                  {Name: "ipv6.opt.pdm.psn_last_recv", Label: "PSN Last Received", Type: Uint, Bits: 16},
	ipv6OptPdmDeltaLastRecv - ipv6Layer:                {Name: "ipv6.opt.pdm.delta_last_recv", Label: "Delta Time Last Received", Type: Uint, Bits: 16},
	ipv6OptPdmDeltaLastSent - ipv6Layer:                {Name: "ipv6.opt.pdm.delta_last_sent", Label: "Delta Time Last Sent", Type: Uint, Bits: 16},
	ipv6OptQsFunc - ipv6Layer:                          {Name: "ipv6.opt.qs_func", Label: "Function", Type: Uint, Bits: 8, Names: ipOptQsFuncNames},
	ipv6OptQsRate - ipv6Layer:                          {Name: "ipv6.opt.qs_rate", Label: "Rate", Type: Uint, Bits: 8, Names: ipOptQsRateNames},
	ipv6OptQsTTL - ipv6Layer:                           {Name: "ipv6.opt.qs_ttl", Label: "QS TTL", Type: Uint, Bits: 8},
	ipv6OptQsTTLDiff - ipv6Layer:                       {Name: "ipv6.opt.qs_ttl_diff", Label: "TTL Diff", Type: Uint, Bits: 8},
	ipv6OptQsUnused - ipv6Layer:                        {Name: "ipv6.opt.qs_unused", Label: "Not Used", Type: Uint, Bits: 8},
	ipv6OptQsNonce - ipv6Layer:                         {Name: "ipv6.opt.qs_nonce", Label: "QS Nonce", Type: Uint, Bits: 32, Hex: true},
	ipv6OptQsReserved - ipv6Layer:                      {Name: "ipv6.opt.qs_reserved", Label: "Reserved", Type: Uint, Bits: 32, Hex: true},
	ipv6OptIoamRsv - ipv6Layer:                         {Name: "ipv6.opt.ioam.rsv", Label: "Reserved", Type: Uint, Bits: 8},
	ipv6OptIoamOptType - ipv6Layer:                     {Name: "ipv6.opt.ioam.opt_type", Label: "Option-Type", Type: Uint, Bits: 8, Names: ipv6OptIoamOptTypeNames},
	ipv6OptIoamTraceNs - ipv6Layer:                     {Name: "ipv6.opt.ioam.trace.ns", Label: "Namespace ID", Type: Uint, Bits: 16},
	ipv6OptIoamTraceNodelen - ipv6Layer:                {Name: "ipv6.opt.ioam.trace.nodelen", Label: "Node Length", Type: Uint, Bits: 8},
	ipv6OptIoamTraceFlags - ipv6Layer:                  {Name: "ipv6.opt.ioam.trace.flags", Label: "Flags", Type: Uint, Bits: 16, Hex: true},
	ipv6OptIoamTraceFlagO - ipv6Layer:                  {Name: "ipv6.opt.ioam.trace.flag.o", Label: "Overflow", Type: Bool},
	ipv6OptIoamTraceFlagL - ipv6Layer:                  {Name: "ipv6.opt.ioam.trace.flag.l", Label: "Loopback", Type: Bool},
	ipv6OptIoamTraceFlagA - ipv6Layer:                  {Name: "ipv6.opt.ioam.trace.flag.a", Label: "Active", Type: Bool},
	ipv6OptIoamTraceFlagRsv - ipv6Layer:                {Name: "ipv6.opt.ioam.trace.flag.rsv", Label: "Reserved", Type: Bool},
	ipv6OptIoamTraceRemlen - ipv6Layer:                 {Name: "ipv6.opt.ioam.trace.remlen", Label: "Remaining Length", Type: Uint, Bits: 8},
	ipv6OptIoamTraceType - ipv6Layer:                   {Name: "ipv6.opt.ioam.trace.type", Label: "Trace Type", Type: Uint, Bits: 24, Hex: true},
	ipv6OptIoamTraceTypeBit0 - ipv6Layer:               {Name: "ipv6.opt.ioam.trace.type.bit0", Label: "Hop_Lim and Node ID (short)", Type: Bool},
	ipv6OptIoamTraceTypeBit1 - ipv6Layer:               {Name: "ipv6.opt.ioam.trace.type.bit1", Label: "Ingress and Egress IDs (short)", Type: Bool},
	ipv6OptIoamTraceTypeBit2 - ipv6Layer:               {Name: "ipv6.opt.ioam.trace.type.bit2", Label: "Timestamp seconds", Type: Bool},
	ipv6OptIoamTraceTypeBit3 - ipv6Layer:               {Name: "ipv6.opt.ioam.trace.type.bit3", Label: "Timestamp fraction", Type: Bool},
	ipv6OptIoamTraceTypeBit4 - ipv6Layer:               {Name: "ipv6.opt.ioam.trace.type.bit4", Label: "Transit delay", Type: Bool},
	ipv6OptIoamTraceTypeBit5 - ipv6Layer:               {Name: "ipv6.opt.ioam.trace.type.bit5", Label: "IOAM-Namespace specific data (short)", Type: Bool},
	ipv6OptIoamTraceTypeBit6 - ipv6Layer:               {Name: "ipv6.opt.ioam.trace.type.bit6", Label: "Queue depth", Type: Bool},
	ipv6OptIoamTraceTypeBit7 - ipv6Layer:               {Name: "ipv6.opt.ioam.trace.type.bit7", Label: "Checksum complement", Type: Bool},
	ipv6OptIoamTraceTypeBit8 - ipv6Layer:               {Name: "ipv6.opt.ioam.trace.type.bit8", Label: "Hop_Lim and Node ID (wide)", Type: Bool},
	ipv6OptIoamTraceTypeBit9 - ipv6Layer:               {Name: "ipv6.opt.ioam.trace.type.bit9", Label: "Ingress and Egress IDs (wide)", Type: Bool},
	ipv6OptIoamTraceTypeBit10 - ipv6Layer:              {Name: "ipv6.opt.ioam.trace.type.bit10", Label: "IOAM-Namespace specific data (wide)", Type: Bool},
	ipv6OptIoamTraceTypeBit11 - ipv6Layer:              {Name: "ipv6.opt.ioam.trace.type.bit11", Label: "Buffer occupancy", Type: Bool},
	ipv6OptIoamTraceTypeUndef - ipv6Layer:              {Name: "ipv6.opt.ioam.trace.type.undef", Label: "Undefined", Type: Bool},
	ipv6OptIoamTraceTypeBit22 - ipv6Layer:              {Name: "ipv6.opt.ioam.trace.type.bit22", Label: "Opaque State Snapshot", Type: Bool},
	ipv6OptIoamTraceTypeRsv - ipv6Layer:                {Name: "ipv6.opt.ioam.trace.type.rsv", Label: "Reserved", Type: Bool},
	ipv6OptIoamTraceRsv - ipv6Layer:                    {Name: "ipv6.opt.ioam.trace.rsv", Label: "Reserved", Type: Uint, Bits: 8},
	ipv6OptIoamTraceFreeSpace - ipv6Layer:              {Name: "ipv6.opt.ioam.trace.free_space", Label: "Free space", Type: Bytes},
	ipv6OptIoamTraceNodeHlim - ipv6Layer:               {Name: "ipv6.opt.ioam.trace.node.hlim", Label: "Hop Limit", Type: Uint, Bits: 8},
	ipv6OptIoamTraceNodeID - ipv6Layer:                 {Name: "ipv6.opt.ioam.trace.node.id", Label: "ID", Type: Uint, Bits: 24, Hex: true},
	ipv6OptIoamTraceNodeIif - ipv6Layer:                {Name: "ipv6.opt.ioam.trace.node.iif", Label: "Ingress ID", Type: Uint, Bits: 16, Hex: true},
	ipv6OptIoamTraceNodeEif - ipv6Layer:                {Name: "ipv6.opt.ioam.trace.node.eif", Label: "Egress ID", Type: Uint, Bits: 16, Hex: true},
	ipv6OptIoamTraceNodeTss - ipv6Layer:                {Name: "ipv6.opt.ioam.trace.node.tss", Label: "Timestamp Seconds", Type: Uint, Bits: 32, Hex: true},
	ipv6OptIoamTraceNodeTsf - ipv6Layer:                {Name: "ipv6.opt.ioam.trace.node.tsf", Label: "Timestamp Fraction", Type: Uint, Bits: 32, Hex: true},
	ipv6OptIoamTraceNodeTrdelay - ipv6Layer:            {Name: "ipv6.opt.ioam.trace.node.trdelay", Label: "Transit Delay", Type: Uint, Bits: 32, Hex: true},
	ipv6OptIoamTraceNodeNsdata - ipv6Layer:             {Name: "ipv6.opt.ioam.trace.node.nsdata", Label: "Namespace Data (short)", Type: Uint, Bits: 32, Hex: true},
	ipv6OptIoamTraceNodeQdepth - ipv6Layer:             {Name: "ipv6.opt.ioam.trace.node.qdepth", Label: "Queue Depth", Type: Uint, Bits: 32, Hex: true},
	ipv6OptIoamTraceNodeCsum - ipv6Layer:               {Name: "ipv6.opt.ioam.trace.node.csum", Label: "Checksum Complement", Type: Uint, Bits: 32, Hex: true},
	ipv6OptIoamTraceNodeIDWide - ipv6Layer:             {Name: "ipv6.opt.ioam.trace.node.id_wide", Label: "ID", Type: Uint, Bits: 56, Hex: true},
	ipv6OptIoamTraceNodeIifWide - ipv6Layer:            {Name: "ipv6.opt.ioam.trace.node.iif_wide", Label: "Ingress ID", Type: Uint, Bits: 32, Hex: true},
	ipv6OptIoamTraceNodeEifWide - ipv6Layer:            {Name: "ipv6.opt.ioam.trace.node.eif_wide", Label: "Egress ID", Type: Uint, Bits: 32, Hex: true},
	ipv6OptIoamTraceNodeNsdataWide - ipv6Layer:         {Name: "ipv6.opt.ioam.trace.node.nsdata_wide", Label: "Namespace Data (wide)", Type: Uint, Bits: 64, Hex: true},
	ipv6OptIoamTraceNodeBufoccup - ipv6Layer:           {Name: "ipv6.opt.ioam.trace.node.bufoccup", Label: "Buffer Occupancy", Type: Uint, Bits: 32, Hex: true},
	ipv6OptIoamTraceNodeUndefined - ipv6Layer:          {Name: "ipv6.opt.ioam.trace.node.undefined", Label: "Undefined bit", Type: Uint, Bits: 32, Hex: true},
	ipv6OptIoamTraceNodeOssLen - ipv6Layer:             {Name: "ipv6.opt.ioam.trace.node.oss.len", Label: "Length", Type: Uint, Bits: 8},
	ipv6OptIoamTraceNodeOssScid - ipv6Layer:            {Name: "ipv6.opt.ioam.trace.node.oss.scid", Label: "Schema ID", Type: Uint, Bits: 24, Hex: true},
	ipv6OptIoamTraceNodeOssData - ipv6Layer:            {Name: "ipv6.opt.ioam.trace.node.oss.data", Label: "Data", Type: Bytes},
	ipv6OptTpfInformation - ipv6Layer:                  {Name: "ipv6.opt.tpf_information", Label: "TPF Information", Type: Uint, Bits: 32, Hex: true},
	ipv6OptRplFlag - ipv6Layer:                         {Name: "ipv6.opt.rpl.flag", Label: "Flag", Type: Uint, Bits: 8, Hex: true},
	ipv6OptRplFlagO - ipv6Layer:                        {Name: "ipv6.opt.rpl.flag.o", Label: "Down", Type: Bool},
	ipv6OptRplFlagR - ipv6Layer:                        {Name: "ipv6.opt.rpl.flag.r", Label: "Rank Error", Type: Bool},
	ipv6OptRplFlagF - ipv6Layer:                        {Name: "ipv6.opt.rpl.flag.f", Label: "Forwarding Error", Type: Bool},
	ipv6OptRplFlagRsv - ipv6Layer:                      {Name: "ipv6.opt.rpl.flag.rsv", Label: "Reserved", Type: Uint, Bits: 8, Hex: true},
	ipv6OptRplInstanceID - ipv6Layer:                   {Name: "ipv6.opt.rpl.instance_id", Label: "RPLInstanceID", Type: Uint, Bits: 8, Hex: true},
	ipv6OptRplSenderRank - ipv6Layer:                   {Name: "ipv6.opt.rpl.sender_rank", Label: "Sender Rank", Type: Uint, Bits: 16, Hex: true},
	ipv6OptIlnpNonce - ipv6Layer:                       {Name: "ipv6.opt.ilnp_nonce", Label: "ILNP Nonce", Type: Bytes},
	ipv6OptLioLength - ipv6Layer:                       {Name: "ipv6.opt.lio.length", Label: "LineIDLen", Type: Uint, Bits: 8},
	ipv6OptLioLineID - ipv6Layer:                       {Name: "ipv6.opt.lio.line_id", Label: "Line ID", Type: String},
	ipv6OptMplFlag - ipv6Layer:                         {Name: "ipv6.opt.mpl.flag", Label: "Flag", Type: Uint, Bits: 8, Hex: true},
	ipv6OptMplFlagS - ipv6Layer:                        {Name: "ipv6.opt.mpl.flag.s", Label: "Seed ID Length", Type: Uint, Bits: 8, Names: ipv6OptMplFlagSNames},
	ipv6OptMplFlagM - ipv6Layer:                        {Name: "ipv6.opt.mpl.flag.m", Label: "Largest Sequence", Type: Bool},
	ipv6OptMplFlagV - ipv6Layer:                        {Name: "ipv6.opt.mpl.flag.v", Label: "Version", Type: Bool},
	ipv6OptMplFlagRsv - ipv6Layer:                      {Name: "ipv6.opt.mpl.flag.rsv", Label: "Reserved", Type: Uint, Bits: 8, Hex: true},
	ipv6OptMplSequence - ipv6Layer:                     {Name: "ipv6.opt.mpl.sequence", Label: "Sequence", Type: Uint, Bits: 8, Hex: true},
	ipv6OptMplSeedID - ipv6Layer:                       {Name: "ipv6.opt.mpl.seed_id", Label: "Seed ID", Type: Bytes},
	ipv6OptDffFlags - ipv6Layer:                        {Name: "ipv6.opt.dff.flags", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	ipv6OptDffFlagVer - ipv6Layer:                      {Name: "ipv6.opt.dff.flag.ver", Label: "Version (VER)", Type: Uint, Bits: 8},
	ipv6OptDffFlagDup - ipv6Layer:                      {Name: "ipv6.opt.dff.flag.dup", Label: "Duplicate (DUP)", Type: Bool},
	ipv6OptDffFlagRet - ipv6Layer:                      {Name: "ipv6.opt.dff.flag.ret", Label: "Return (RET)", Type: Bool},
	ipv6OptDffFlagRsv - ipv6Layer:                      {Name: "ipv6.opt.dff.flag.rsv", Label: "Reserved", Type: Uint, Bits: 8, Hex: true},
	ipv6OptDffSequenceNumber - ipv6Layer:               {Name: "ipv6.opt.dff.sequence_number", Label: "Sequence Number", Type: Uint, Bits: 16},
	ipv6OptUnknownData - ipv6Layer:                     {Name: "ipv6.opt_unknown_data", Label: "Unknown Data", Type: Bytes},
	ipv6RoutingRplCmprI - ipv6Layer:                    {Name: "ipv6.routing.rpl.cmprI", Label: "Compressed Internal Octets (CmprI)", Type: Uint, Bits: 32},
	ipv6RoutingRplCmprE - ipv6Layer:                    {Name: "ipv6.routing.rpl.cmprE", Label: "Compressed Final Octets (CmprE)", Type: Uint, Bits: 32},
	ipv6RoutingRplPad - ipv6Layer:                      {Name: "ipv6.routing.rpl.pad", Label: "Padding Bytes", Type: Uint, Bits: 32},
	ipv6RoutingRplReserved - ipv6Layer:                 {Name: "ipv6.routing.rpl.reserved", Label: "Reserved", Type: Uint, Bits: 32},
	ipv6RoutingRplAddrCount - ipv6Layer:                {Name: "ipv6.routing.rpl.addr_count", Label: "Total Address Count", Type: Int, Bits: 32},
	ipv6RoutingRplAddress - ipv6Layer:                  {Name: "ipv6.routing.rpl.address", Label: "Address", Type: Bytes},
	ipv6RoutingRplFullAddress - ipv6Layer:              {Name: "ipv6.routing.rpl.full_address", Label: "Full Address", Type: IPv6},
	ipv6RoutingSrhLastEntry - ipv6Layer:                {Name: "ipv6.routing.srh.last_entry", Label: "Last Entry", Type: Uint, Bits: 8},
	ipv6RoutingSrhFlags - ipv6Layer:                    {Name: "ipv6.routing.srh.flags", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	ipv6RoutingSrhTag - ipv6Layer:                      {Name: "ipv6.routing.srh.tag", Label: "Tag", Type: Bytes},
	ipv6RoutingSrhAddr - ipv6Layer:                     {Name: "ipv6.routing.srh.addr", Label: "Address", Type: IPv6},
	ipv6RoutingCrh16CurrentSid - ipv6Layer:             {Name: "ipv6.routing.crh16.current_sid", Label: "Current SID", Type: Uint, Bits: 16},
	ipv6RoutingCrh32CurrentSid - ipv6Layer:             {Name: "ipv6.routing.crh32.current_sid", Label: "Current SID", Type: Uint, Bits: 32},
	ipv6RoutingCrh16Sid - ipv6Layer:                    {Name: "ipv6.routing.crh16.sid", Label: "Segment ID", Type: Uint, Bits: 16},
	ipv6RoutingCrh32Sid - ipv6Layer:                    {Name: "ipv6.routing.crh32.sid", Label: "Segment ID", Type: Uint, Bits: 32},
	ahLayer - ipv6Layer:                                {Name: "ah", Label: "Authentication Header", Type: Protocol},
	ahNextHeader - ipv6Layer:                           {Name: "ah.next_header", Label: "Next header", Type: Uint, Bits: 8, Names: protocolNames},
	ahLength - ipv6Layer:                               {Name: "ah.length", Label: "Length", Type: Uint, Bits: 8},
	ahReserved - ipv6Layer:                             {Name: "ah.reserved", Label: "Reserved", Type: Bytes},
	ahSpi - ipv6Layer:                                  {Name: "ah.spi", Label: "AH SPI", Type: Uint, Bits: 32, Hex: true},
	ahSequence - ipv6Layer:                             {Name: "ah.sequence", Label: "AH Sequence", Type: Uint, Bits: 32},
	ahIcv - ipv6Layer:                                  {Name: "ah.icv", Label: "AH ICV", Type: Bytes},
	espLayer - ipv6Layer:                               {Name: "esp", Label: "Encapsulating Security Payload", Type: Protocol},
	espSpi - ipv6Layer:                                 {Name: "esp.spi", Label: "ESP SPI", Type: Uint, Bits: 32, Hex: true},
	espSequence - ipv6Layer:                            {Name: "esp.sequence", Label: "ESP Sequence", Type: Uint, Bits: 32},
	espSequenceAnalysisExpectedSn - ipv6Layer:          {Name: "esp.sequence-analysis.expected-sn", Label: "Expected SN", Type: Uint, Bits: 32},
	espSequenceAnalysisPreviousFrame - ipv6Layer:       {Name: "esp.sequence-analysis.previous-frame", Label: "Previous Frame", Type: Uint, Bits: 32},
	ipv6BogusIpv6Version - ipv6Layer:                   {Name: "ipv6.bogus_ipv6_version", Label: "Bogus IP version", Type: None},
	ipv6DstAddrNotMulticast - ipv6Layer:                {Name: "ipv6.dst_addr.not_multicast", Label: "Destination address must not be a multicast address", Type: None},
	ipv6HopoptsNotFirst - ipv6Layer:                    {Name: "ipv6.hopopts.not_first", Label: "IPv6 Hop-by-Hop extension header must appear immediately after IPv6 header", Type: None},
	ipv6InvalidHeader - ipv6Layer:                      {Name: "ipv6.invalid_header", Label: "Invalid IPv6 header", Type: None},
	ipv6OptDeprecated - ipv6Layer:                      {Name: "ipv6.opt.deprecated", Label: "Option type is deprecated", Type: None},
	ipv6OptHeaderMismatch - ipv6Layer:                  {Name: "ipv6.opt.header_mismatch", Label: "Wrong options extension header for type", Type: None},
	ipv6OptInvalidLen - ipv6Layer:                      {Name: "ipv6.opt.invalid_len", Label: "Invalid IPv6 option length", Type: None},
	ipv6OptIoamTraceInvalidNodelen - ipv6Layer:         {Name: "ipv6.opt.ioam.trace.invalid_nodelen", Label: "Invalid \"NodeLen\" value: cannot be 0", Type: None},
	ipv6OptIoamTraceInvalidRemlen - ipv6Layer:          {Name: "ipv6.opt.ioam.trace.invalid_remlen", Label: "Invalid \"RemLen\" value", Type: None},
	ipv6OptIoamTraceInvalidType - ipv6Layer:            {Name: "ipv6.opt.ioam.trace.invalid_type", Label: "Mismatch between Trace Type and NodeLen", Type: None},
	ipv6OptJumboFragment - ipv6Layer:                   {Name: "ipv6.opt.jumbo.fragment", Label: "Jumbo Payload option cannot be used with a fragment header", Type: None},
	ipv6OptJumboMissing - ipv6Layer:                    {Name: "ipv6.opt.jumbo.missing", Label: "IPv6 payload length equals 0 and Hop-By-Hop present and Jumbo Payload option missing", Type: None},
	ipv6OptJumboProhibited - ipv6Layer:                 {Name: "ipv6.opt.jumbo.prohibited", Label: "When IPv6 payload length does not equal 0 a Jumbo Payload option must not be present", Type: None},
	ipv6OptJumboTruncated - ipv6Layer:                  {Name: "ipv6.opt.jumbo.truncated", Label: "Jumbo Payload option present and jumbo length < 65536", Type: None},
	ipv6OptMplIpv6SrcSeedID - ipv6Layer:                {Name: "ipv6.opt.mpl.ipv6_src_seed_id", Label: "Seed ID is the IPv6 Source Address", Type: None},
	ipv6OptUnknownDataExpert - ipv6Layer:               {Name: "ipv6.opt.unknown_data.expert", Label: "Unknown Data (not interpreted)", Type: None},
	ipv6PlenExceedsFraming - ipv6Layer:                 {Name: "ipv6.plen_exceeds_framing", Label: "IPv6 payload length does not match expected framing length", Type: None},
	ipv6PlenZero - ipv6Layer:                           {Name: "ipv6.plen_zero", Label: "IPv6 payload length equals 0 (maybe because of \"TCP segmentation offload\" (TSO))", Type: None},
	ipv6RoutingDeprecated - ipv6Layer:                  {Name: "ipv6.routing.deprecated", Label: "Routing header type is deprecated", Type: None},
	ipv6RoutingInvalidLength - ipv6Layer:               {Name: "ipv6.routing.invalid_length", Label: "Invalid IPv6 Routing header length", Type: None},
	ipv6RoutingInvalidSegleft - ipv6Layer:              {Name: "ipv6.routing.invalid_segleft", Label: "IPv6 Routing Header segments left field must not exceed address count", Type: None},
	ipv6RoutingRplAddrCountGe0 - ipv6Layer:             {Name: "ipv6.routing.rpl.addr_count_ge0", Label: "Calculated total address count must be greater than or equal to 0, instead was X", Type: None},
	ipv6RoutingRplCmprICmprEPad - ipv6Layer:            {Name: "ipv6.routing.rpl.cmprI_cmprE_pad", Label: "When cmprI equals 0 and cmprE equals 0, pad MUST equal 0 but instead was X", Type: None},
	ipv6RoutingRplReservedNot0 - ipv6Layer:             {Name: "ipv6.routing.rpl.reserved_not0", Label: "Reserved field must equal 0 but instead was X", Type: None},
	ipv6RoutingUndecoded - ipv6Layer:                   {Name: "ipv6.routing.undecoded", Label: "Undecoded IPv6 routing header field", Type: None},
	ipv6SrcRouteListDstAddr - ipv6Layer:                {Name: "ipv6.src_route_list.dst_addr", Label: "Destination address must not appear in the source route list", Type: None},
	ipv6SrcRouteListMulticastAddr - ipv6Layer:          {Name: "ipv6.src_route_list.multicast_addr", Label: "Multicast addresses must not appear in the source route list", Type: None},
	ipv6SrcRouteListSrcAddr - ipv6Layer:                {Name: "ipv6.src_route_list.src_addr", Label: "Source address must not appear in the source route list", Type: None},
	espSequenceAnalysisWrongSequenceNumber - ipv6Layer: {Name: "esp.sequence-analysis.wrong-sequence-number", Label: "Wrong Sequence Number", Type: None},
}
