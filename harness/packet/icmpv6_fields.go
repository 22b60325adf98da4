package packet

// The fields of ICMPv6.
const (
	icmpv6Layer FieldID = icmpLast + iota
	icmpv6Type
	icmpv6Code
	icmpv6Checksum
	icmpv6ChecksumStatus
	icmpv6Reserved
	icmpv6Length
	icmpv6Mtu
	icmpv6Pointer
	icmpv6EchoIdentifier
	icmpv6EchoSequenceNumber
	icmpv6Data
	icmpv6RespIn
	icmpv6RespTo
	icmpv6NdNsTargetAddress
	icmpv6NdNaTargetAddress
	icmpv6NdNaFlag
	icmpv6NdNaFlagR
	icmpv6NdNaFlagS
	icmpv6NdNaFlagO
	icmpv6NdNaFlagRsv
	icmpv6NdRaCurHopLimit
	icmpv6NdRaFlag
	icmpv6NdRaFlagM
	icmpv6NdRaFlagO
	icmpv6NdRaFlagH
	icmpv6NdRaFlagPrf
	icmpv6NdRaFlagP
	icmpv6NdRaFlagRsv
	icmpv6NdRaRouterLifetime
	icmpv6NdRaReachableTime
	icmpv6NdRaRetransTimer
	icmpv6NdRdTargetAddress
	icmpv6RdNaDestinationAddress
	icmpv6Opt
	icmpv6OptType
	icmpv6OptLength
	icmpv6OptLinkaddr
	icmpv6OptSrcLinkaddr
	icmpv6OptTargetLinkaddr
	icmpv6OptPrefix
	icmpv6OptPrefixLength
	icmpv6OptPrefixFlag
	icmpv6OptPrefixFlagL
	icmpv6OptPrefixFlagA
	icmpv6OptPrefixFlagR
	icmpv6OptPrefixFlagReserved
	icmpv6OptPrefixValidLifetime
	icmpv6OptPrefixPreferredLifetime
	icmpv6OptReserved
	icmpv6OptMtu
	icmpv6OptNonce
	icmpv6OptRdnss
	icmpv6OptRdnssLifetime
	icmpv6OptDnssl
	icmpv6OptDnsslLifetime
	icmpv6OptPadding
	icmpv6MldMaximumResponseDelay
	icmpv6MldMaximumResponseCode
	icmpv6MldMulticastAddress
	icmpv6MldFlag
	icmpv6MldFlagS
	icmpv6MldFlagQrv
	icmpv6MldFlagReserved
	icmpv6MldQqi
	icmpv6MldNbSources
	icmpv6MldSourceAddress
	icmpv6MldrNbMcastRecords
	icmpv6MldrMar
	icmpv6MldrMarRecordType
	icmpv6MldrMarAuxDataLen
	icmpv6MldrMarNbSources
	icmpv6MldrMarMulticastAddress
	icmpv6MldrMarSourceAddress
	icmpv6MldrMarAuxiliaryData
	icmpv6Resptime
	icmpv6UnknownData
	icmpv6OptLinkaddrEui64
	icmpv6OptSrcLinkaddrEui64
	icmpv6OptTargetLinkaddrEui64
	icmpv6OptCgaPadLength
	icmpv6OptCga
	icmpv6OptCgaModifier
	icmpv6OptCgaSubnetPrefix
	icmpv6OptCgaCount
	icmpv6OptCgaSubjectPublicKeyInfo
	icmpv6OptCgaExtType
	icmpv6OptCgaExtLength
	icmpv6OptCgaExtData
	icmpv6OptRsaKeyHash
	icmpv6OptDigitalSignaturePadding
	icmpv6OptPsKeyHash
	icmpv6OptTimestamp
	icmpv6OptCertificatePadding
	icmpv6OptIpaOptionCode
	icmpv6OptIpaPrefixLen
	icmpv6OptIpaIpv6Address
	icmpv6OptNrpiOptionCode
	icmpv6OptNrpiPrefixLen
	icmpv6OptNrpiPrefix
	icmpv6OptLlaOptionCode
	icmpv6OptLlaBytes
	icmpv6OptNaackOptionCode
	icmpv6OptNaackStatus
	icmpv6OptMapDistance
	icmpv6OptMapPreference
	icmpv6OptMapFlag
	icmpv6OptMapFlagR
	icmpv6OptMapFlagReserved
	icmpv6OptMapValidLifetime
	icmpv6OptMapGlobalAddress
	icmpv6OptRouteInfoFlag
	icmpv6OptRouteInfoFlagRoutePreference
	icmpv6OptRouteInfoFlagReserved
	icmpv6OptRouteLifetime
	icmpv6OptNameType
	icmpv6OptNameTypeFqdn
	icmpv6SendIdentifier
	icmpv6SendAllComponents
	icmpv6SendComponent
	icmpv6OptRedirectedPacket
	icmpv6OptNbmaShortcutLimit
	icmpv6OptAdvertisementInterval
	icmpv6OptHomeAgentPreference
	icmpv6OptHomeAgentLifetime
	icmpv6OptIpv6Address
	icmpv6OptEfo
	icmpv6OptEfoM
	icmpv6OptEfoO
	icmpv6OptEfoH
	icmpv6OptEfoPrf
	icmpv6OptEfoP
	icmpv6OptEfoRsv
	icmpv6OptHkrPadLength
	icmpv6OptHkrAt
	icmpv6OptHkrReserved
	icmpv6OptHkrEncryptionPublicKey
	icmpv6OptHkrPadding
	icmpv6OptHkrLifetime
	icmpv6OptHkrEncryptedHandoverKey
	icmpv6OptAroStatus
	icmpv6OptAroRegistrationLifetime
	icmpv6OptAroEui64
	icmpv6Opt6coContextLength
	icmpv6Opt6coFlag
	icmpv6Opt6coFlagC
	icmpv6Opt6coFlagCid
	icmpv6Opt6coFlagReserved
	icmpv6Opt6coValidLifetime
	icmpv6Opt6coContextPrefix
	icmpv6OptAbroVersionLow
	icmpv6OptAbroVersionHigh
	icmpv6OptAbroValidLifetime
	icmpv6OptAbro6lbrAddress
	icmpv6Opt6cioUnassigned1
	icmpv6Opt6cioFlagG
	icmpv6Opt6cioUnassigned2
	icmpv6OptCaptivePortal
	icmpv6OptPref64ScaledLifetime
	icmpv6OptPref64Plc
	icmpv6OptPref64Prefix
	icmpv6RrSequenceNumber
	icmpv6RrSegmentNumber
	icmpv6RrFlag
	icmpv6RrFlagT
	icmpv6RrFlagR
	icmpv6RrFlagA
	icmpv6RrFlagS
	icmpv6RrFlagP
	icmpv6RrFlagRsv
	icmpv6RrMaxdelay
	icmpv6RrPcoMp
	icmpv6RrPcoMpOpcode
	icmpv6RrPcoMpOplength
	icmpv6RrPcoMpOrdinal
	icmpv6RrPcoMpMatchlen
	icmpv6RrPcoMpMinlen
	icmpv6RrPcoMpMaxlen
	icmpv6RrPcoMpMatchprefix
	icmpv6RrPcoUp
	icmpv6RrPcoUpUselen
	icmpv6RrPcoUpKeeplen
	icmpv6RrPcoUpFlagmask
	icmpv6RrPcoUpFlagmaskL
	icmpv6RrPcoUpFlagmaskA
	icmpv6RrPcoUpFlagmaskReserved
	icmpv6RrPcoUpRaflags
	icmpv6RrPcoUpValidlifetime
	icmpv6RrPcoUpPreferredlifetime
	icmpv6RrPcoUpFlag
	icmpv6RrPcoUpFlagV
	icmpv6RrPcoUpFlagP
	icmpv6RrPcoUpFlagReserved
	icmpv6RrPcoUpUseprefix
	icmpv6RrRm
	icmpv6RrRmFlag
	icmpv6RrRmFlagB
	icmpv6RrRmFlagF
	icmpv6RrRmFlagReserved
	icmpv6RrRmOrdinal
	icmpv6RrRmMatchedlen
	icmpv6RrRmInterfaceindex
	icmpv6RrRmMatchedprefix
	icmpv6Mip6Identifier
	icmpv6Mip6HomeAgentAddress
	icmpv6Mip6Flag
	icmpv6Mip6FlagM
	icmpv6Mip6FlagO
	icmpv6Mip6FlagRsv
	icmpv6Fmip6Subtype
	icmpv6Fmip6Identifier
	icmpv6McastRaQueryInterval
	icmpv6McastRaRobustnessVariable
	icmpv6NiQtype
	icmpv6NiFlag
	icmpv6NiFlagG
	icmpv6NiFlagS
	icmpv6NiFlagL
	icmpv6NiFlagC
	icmpv6NiFlagA
	icmpv6NiFlagT
	icmpv6NiFlagRsv
	icmpv6NiNonce
	icmpv6NiQuerySubjectIpv6
	icmpv6NiQuerySubjectFqdn
	icmpv6NiQuerySubjectIpv4
	icmpv6NiReplyNodeTTL
	icmpv6NiReplyNodeName
	icmpv6NiReplyNodeAddress
	icmpv6NiReplyIpv4Address
	icmpv6IlnpNbLocs
	icmpv6IlnpNbLocator
	icmpv6IlnpNbPreference
	icmpv6IlnpNbLifetime
	icmpv66lowpanndDaStatus
	icmpv66lowpanndDaRsv
	icmpv66lowpanndDaLifetime
	icmpv66lowpanndDaEui64
	icmpv66lowpanndDaRegAddr
	icmpv6ExtEchoSeq
	icmpv6ExtEchoReqRes
	icmpv6ExtEchoReqLocal
	icmpv6ExtEchoRspState
	icmpv6ExtEchoRspRes
	icmpv6ExtEchoRspActive
	icmpv6ExtEchoRspIpv4
	icmpv6ExtEchoRspIpv6
	icmpv6ChecksumBadExpert
	icmpv6InvalidOptionLength
	icmpv6UndecodedOption
	icmpv6UndecodedType
	icmpv6UnknownDataExpert
	icmpv6NoResp
	icmpv6RespNotFound
	icmpv6Last
)

var icmpv6Fields = [...]Info{
	0:                                                   {Name: "icmpv6", Label: "Internet Control Message Protocol v6", Type: Protocol},
	icmpv6Type - icmpv6Layer:                            {Name: "icmpv6.type", Label: "Type", Type: Uint, Bits: 8, Names: icmpv6TypeNames},
	icmpv6Code - icmpv6Layer:                            {Name: "icmpv6.code", Label: "Code", Type: Uint, Bits: 8},
	icmpv6Checksum - icmpv6Layer:                        {Name: "icmpv6.checksum", Label: "Checksum", Type: Uint, Bits: 16, Hex: true},
	icmpv6ChecksumStatus - icmpv6Layer:                  {Name: "icmpv6.checksum.status", Label: "Checksum Status", Type: Uint, Bits: 8, Names: checksumNames},
	icmpv6Reserved - icmpv6Layer:                        {Name: "icmpv6.reserved", Label: "Reserved", Type: Bytes},
	icmpv6Length - icmpv6Layer:                          {Name: "icmpv6.length", Label: "Length of original datagram", Type: Uint, Bits: 8},
	icmpv6Mtu - icmpv6Layer:                             {Name: "icmpv6.mtu", Label: "MTU", Type: Uint, Bits: 32},
	icmpv6Pointer - icmpv6Layer:                         {Name: "icmpv6.pointer", Label: "Pointer", Type: Uint, Bits: 32},
	icmpv6EchoIdentifier - icmpv6Layer:                  {Name: "icmpv6.echo.identifier", Label: "Identifier", Type: Uint, Bits: 16, Hex: true},
	icmpv6EchoSequenceNumber - icmpv6Layer:              {Name: "icmpv6.echo.sequence_number", Label: "Sequence", Type: Uint, Bits: 16},
	icmpv6Data - icmpv6Layer:                            {Name: "icmpv6.data", Label: "Data", Type: Bytes},
	icmpv6RespIn - icmpv6Layer:                          {Name: "icmpv6.resp_in", Label: "Response In", Type: Uint, Bits: 32},
	icmpv6RespTo - icmpv6Layer:                          {Name: "icmpv6.resp_to", Label: "Response To", Type: Uint, Bits: 32},
	icmpv6NdNsTargetAddress - icmpv6Layer:               {Name: "icmpv6.nd.ns.target_address", Label: "Target Address", Type: IPv6},
	icmpv6NdNaTargetAddress - icmpv6Layer:               {Name: "icmpv6.nd.na.target_address", Label: "Target Address", Type: IPv6},
	icmpv6NdNaFlag - icmpv6Layer:                        {Name: "icmpv6.nd.na.flag", Label: "Flags", Type: Uint, Bits: 32, Hex: true},
	icmpv6NdNaFlagR - icmpv6Layer:                       {Name: "icmpv6.nd.na.flag.r", Label: "Router", Type: Bool, Names: setNames},
	icmpv6NdNaFlagS - icmpv6Layer:                       {Name: "icmpv6.nd.na.flag.s", Label: "Solicited", Type: Bool, Names: setNames},
	icmpv6NdNaFlagO - icmpv6Layer:                       {Name: "icmpv6.nd.na.flag.o", Label: "Override", Type: Bool, Names: setNames},
	icmpv6NdNaFlagRsv - icmpv6Layer:                     {Name: "icmpv6.nd.na.flag.rsv", Label: "Reserved", Type: Uint, Bits: 32},
	icmpv6NdRaCurHopLimit - icmpv6Layer:                 {Name: "icmpv6.nd.ra.cur_hop_limit", Label: "Cur hop limit", Type: Uint, Bits: 8},
	icmpv6NdRaFlag - icmpv6Layer:                        {Name: "icmpv6.nd.ra.flag", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	icmpv6NdRaFlagM - icmpv6Layer:                       {Name: "icmpv6.nd.ra.flag.m", Label: "Managed address configuration", Type: Bool, Names: setNames},
	icmpv6NdRaFlagO - icmpv6Layer:                       {Name: "icmpv6.nd.ra.flag.o", Label: "Other configuration", Type: Bool, Names: setNames},
	icmpv6NdRaFlagH - icmpv6Layer:                       {Name: "icmpv6.nd.ra.flag.h", Label: "Home Agent", Type: Bool, Names: setNames},
	icmpv6NdRaFlagPrf - icmpv6Layer:                     {Name: "icmpv6.nd.ra.flag.prf", Label: "Prf (Default Router Preference)", Type: Uint, Bits: 8, Names: preferenceNames},
	icmpv6NdRaFlagP - icmpv6Layer:                       {Name: "icmpv6.nd.ra.flag.p", Label: "Proxy", Type: Bool, Names: setNames},
	icmpv6NdRaFlagRsv - icmpv6Layer:                     {Name: "icmpv6.nd.ra.flag.rsv", Label: "Reserved", Type: Uint, Bits: 8},
	icmpv6NdRaRouterLifetime - icmpv6Layer:              {Name: "icmpv6.nd.ra.router_lifetime", Label: "Router lifetime (s)", Type: Uint, Bits: 16},
	icmpv6NdRaReachableTime - icmpv6Layer:               {Name: "icmpv6.nd.ra.reachable_time", Label: "Reachable time (ms)", Type: Uint, Bits: 32},
	icmpv6NdRaRetransTimer - icmpv6Layer:                {Name: "icmpv6.nd.ra.retrans_timer", Label: "Retrans timer (ms)", Type: Uint, Bits: 32},
	icmpv6NdRdTargetAddress - icmpv6Layer:               {Name: "icmpv6.nd.rd.target_address", Label: "Target Address", Type: IPv6},
	icmpv6RdNaDestinationAddress - icmpv6Layer:          {Name: "icmpv6.rd.na.destination_address", Label: "Destination Address", Type: IPv6},
	icmpv6Opt - icmpv6Layer:                             {Name: "icmpv6.opt", Label: "ICMPv6 Option", Type: None},
	icmpv6OptType - icmpv6Layer:                         {Name: "icmpv6.opt.type", Label: "Type", Type: Uint, Bits: 8, Names: icmpv6OptionNames},
	icmpv6OptLength - icmpv6Layer:                       {Name: "icmpv6.opt.length", Label: "Length", Type: Uint, Bits: 8},
	icmpv6OptLinkaddr - icmpv6Layer:                     {Name: "icmpv6.opt.linkaddr", Label: "Link-layer address", Type: Bytes, Colons: true},
	icmpv6OptSrcLinkaddr - icmpv6Layer:                  {Name: "icmpv6.opt.src_linkaddr", Label: "Source Link-layer address", Type: Bytes, Colons: true},
	icmpv6OptTargetLinkaddr - icmpv6Layer:               {Name: "icmpv6.opt.target_linkaddr", Label: "Target Link-layer address", Type: Bytes, Colons: true},
	icmpv6OptPrefix - icmpv6Layer:                       {Name: "icmpv6.opt.prefix", Label: "Prefix", Type: IPv6},
	icmpv6OptPrefixLength - icmpv6Layer:                 {Name: "icmpv6.opt.prefix.length", Label: "Prefix Length", Type: Uint, Bits: 8},
	icmpv6OptPrefixFlag - icmpv6Layer:                   {Name: "icmpv6.opt.prefix.flag", Label: "Flag", Type: Uint, Bits: 8, Hex: true},
	icmpv6OptPrefixFlagL - icmpv6Layer:                  {Name: "icmpv6.opt.prefix.flag.l", Label: "On-link flag(L)", Type: Bool, Names: setNames},
	icmpv6OptPrefixFlagA - icmpv6Layer:                  {Name: "icmpv6.opt.prefix.flag.a", Label: "Autonomous address-configuration flag(A)", Type: Bool, Names: setNames},
	icmpv6OptPrefixFlagR - icmpv6Layer:                  {Name: "icmpv6.opt.prefix.flag.r", Label: "Router address flag(R)", Type: Bool, Names: setNames},
	icmpv6OptPrefixFlagReserved - icmpv6Layer:           {Name: "icmpv6.opt.prefix.flag.reserved", Label: "Reserved", Type: Uint, Bits: 8},
	icmpv6OptPrefixValidLifetime - icmpv6Layer:          {Name: "icmpv6.opt.prefix.valid_lifetime", Label: "Valid Lifetime", Type: Uint, Bits: 32, Names: lifetimeNames},
	icmpv6OptPrefixPreferredLifetime - icmpv6Layer:      {Name: "icmpv6.opt.prefix.preferred_lifetime", Label: "Preferred Lifetime", Type: Uint, Bits: 32, Names: lifetimeNames},
	icmpv6OptReserved - icmpv6Layer:                     {Name: "icmpv6.opt.reserved", Label: "Reserved", Type: None},
	icmpv6OptMtu - icmpv6Layer:                          {Name: "icmpv6.opt.mtu", Label: "MTU", Type: Uint, Bits: 32},
	icmpv6OptNonce - icmpv6Layer:                        {Name: "icmpv6.opt.nonce", Label: "Nonce", Type: Bytes},
	icmpv6OptRdnss - icmpv6Layer:                        {Name: "icmpv6.opt.rdnss", Label: "Recursive DNS Servers", Type: IPv6},
	icmpv6OptRdnssLifetime - icmpv6Layer:                {Name: "icmpv6.opt.rdnss.lifetime", Label: "Lifetime", Type: Uint, Bits: 32, Names: dnsLifetimeNames},
	icmpv6OptDnssl - icmpv6Layer:                        {Name: "icmpv6.opt.dnssl", Label: "Domain Names", Type: String},
	icmpv6OptDnsslLifetime - icmpv6Layer:                {Name: "icmpv6.opt.dnssl.lifetime", Label: "Lifetime", Type: Uint, Bits: 32, Names: searchLifetimeNames},
	icmpv6OptPadding - icmpv6Layer:                      {Name: "icmpv6.opt.padding", Label: "Padding", Type: None},
	icmpv6MldMaximumResponseDelay - icmpv6Layer:         {Name: "icmpv6.mld.maximum_response_delay", Label: "Maximum Response Delay [ms]", Type: Uint, Bits: 16},
	icmpv6MldMaximumResponseCode - icmpv6Layer:          {Name: "icmpv6.mld.maximum_response_code", Label: "Maximum Response Code", Type: Uint, Bits: 16},
	icmpv6MldMulticastAddress - icmpv6Layer:             {Name: "icmpv6.mld.multicast_address", Label: "Multicast Address", Type: IPv6},
	icmpv6MldFlag - icmpv6Layer:                         {Name: "icmpv6.mld.flag", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	icmpv6MldFlagS - icmpv6Layer:                        {Name: "icmpv6.mld.flag.s", Label: "Suppress Router-Side Processing", Type: Bool},
	icmpv6MldFlagQrv - icmpv6Layer:                      {Name: "icmpv6.mld.flag.qrv", Label: "QRV (Querier's Robustness Variable)", Type: Uint, Bits: 8},
	icmpv6MldFlagReserved - icmpv6Layer:                 {Name: "icmpv6.mld.flag.reserved", Label: "Reserved", Type: Uint, Bits: 8},
	icmpv6MldQqi - icmpv6Layer:                          {Name: "icmpv6.mld.qqi", Label: "QQIC (Querier's Query Interval Code)", Type: Uint, Bits: 8},
	icmpv6MldNbSources - icmpv6Layer:                    {Name: "icmpv6.mld.nb_sources", Label: "Number of Sources", Type: Uint, Bits: 16},
	icmpv6MldSourceAddress - icmpv6Layer:                {Name: "icmpv6.mld.source_address", Label: "Source Address", Type: IPv6},
	icmpv6MldrNbMcastRecords - icmpv6Layer:              {Name: "icmpv6.mldr.nb_mcast_records", Label: "Number of Multicast Address Records", Type: Uint, Bits: 16},
	icmpv6MldrMar - icmpv6Layer:                         {Name: "icmpv6.mldr.mar", Label: "Multicast Address Record", Type: None},
	icmpv6MldrMarRecordType - icmpv6Layer:               {Name: "icmpv6.mldr.mar.record_type", Label: "Record Type", Type: Uint, Bits: 8, Names: mldRecordNames},
	icmpv6MldrMarAuxDataLen - icmpv6Layer:               {Name: "icmpv6.mldr.mar.aux_data_len", Label: "Aux Data Len", Type: Uint, Bits: 8},
	icmpv6MldrMarNbSources - icmpv6Layer:                {Name: "icmpv6.mldr.mar.nb_sources", Label: "Number of Sources", Type: Uint, Bits: 16},
	icmpv6MldrMarMulticastAddress - icmpv6Layer:         {Name: "icmpv6.mldr.mar.multicast_address", Label: "Multicast Address", Type: IPv6},
	icmpv6MldrMarSourceAddress - icmpv6Layer:            {Name: "icmpv6.mldr.mar.source_address", Label: "Source Address", Type: IPv6},
	icmpv6MldrMarAuxiliaryData - icmpv6Layer:            {Name: "icmpv6.mldr.mar.auxiliary_data", Label: "Auxiliary Data", Type: Bytes},
	icmpv6Resptime - icmpv6Layer:                        {Name: "icmpv6.resptime", Label: "Response Time", Type: Double},
	icmpv6UnknownData - icmpv6Layer:                     {Name: "icmpv6.unknown_data", Label: "Unknown Data", Type: Bytes},
	icmpv6OptLinkaddrEui64 - icmpv6Layer:                {Name: "icmpv6.opt.linkaddr_eui64", Label: "Link-layer address", Type: EUI64},
	icmpv6OptSrcLinkaddrEui64 - icmpv6Layer:             {Name: "icmpv6.opt.src_linkaddr_eui64", Label: "Source Link-layer address", Type: EUI64},
	icmpv6OptTargetLinkaddrEui64 - icmpv6Layer:          {Name: "icmpv6.opt.target_linkaddr_eui64", Label: "Target Link-layer address", Type: EUI64},
	icmpv6OptCgaPadLength - icmpv6Layer:                 {Name: "icmpv6.opt.cga.pad_length", Label: "Pad Length", Type: Uint, Bits: 8},
	icmpv6OptCga - icmpv6Layer:                          {Name: "icmpv6.opt.cga", Label: "CGA", Type: Bytes},
	icmpv6OptCgaModifier - icmpv6Layer:                  {Name: "icmpv6.opt.cga.modifier", Label: "Modifier", Type: Bytes},
	icmpv6OptCgaSubnetPrefix - icmpv6Layer:              {Name: "icmpv6.opt.cga.subnet_prefix", Label: "Subnet Prefix", Type: Bytes},
	icmpv6OptCgaCount - icmpv6Layer:                     {Name: "icmpv6.opt.cga.count", Label: "Count", Type: Bytes},
	icmpv6OptCgaSubjectPublicKeyInfo - icmpv6Layer:      {Name: "icmpv6.opt.cga.subject_public_key_info", Label: "Subject Public Key Info", Type: None},
	icmpv6OptCgaExtType - icmpv6Layer:                   {Name: "icmpv6.opt.cga.ext_type", Label: "Ext Type", Type: Uint, Bits: 16},
	icmpv6OptCgaExtLength - icmpv6Layer:                 {Name: "icmpv6.opt.cga.ext_length", Label: "Ext Length", Type: Uint, Bits: 16},
	icmpv6OptCgaExtData - icmpv6Layer:                   {Name: "icmpv6.opt.cga.ext_data", Label: "Ext Data", Type: Bytes},
	icmpv6OptRsaKeyHash - icmpv6Layer:                   {Name: "icmpv6.opt.rsa.key_hash", Label: "Key Hash", Type: Bytes},
	icmpv6OptDigitalSignaturePadding - icmpv6Layer:      {Name: "icmpv6.opt.digital_signature_padding", Label: "Digital Signature and Padding", Type: None},
	icmpv6OptPsKeyHash - icmpv6Layer:                    {Name: "icmpv6.opt.ps.key_hash", Label: "Key Hash", Type: Bytes},
	icmpv6OptTimestamp - icmpv6Layer:                    {Name: "icmpv6.opt.timestamp", Label: "Timestamp", Type: Time},
	icmpv6OptCertificatePadding - icmpv6Layer:           {Name: "icmpv6.opt.certificate_padding", Label: "Certificate and Padding", Type: None},
	icmpv6OptIpaOptionCode - icmpv6Layer:                {Name: "icmpv6.opt.ipa.option_code", Label: "Option-code", Type: Uint, Bits: 8, Names: icmpv6OptIpaOptionCodeNames},
	icmpv6OptIpaPrefixLen - icmpv6Layer:                 {Name: "icmpv6.opt.ipa.prefix_len", Label: "Prefix Length", Type: Uint, Bits: 8},
	icmpv6OptIpaIpv6Address - icmpv6Layer:               {Name: "icmpv6.opt.ipa.ipv6_address", Label: "IPv6 Address", Type: IPv6},
	icmpv6OptNrpiOptionCode - icmpv6Layer:               {Name: "icmpv6.opt.nrpi.option_code", Label: "Option-code", Type: Uint, Bits: 8},
	icmpv6OptNrpiPrefixLen - icmpv6Layer:                {Name: "icmpv6.opt.nrpi.prefix_len", Label: "Prefix Length", Type: Uint, Bits: 8},
	icmpv6OptNrpiPrefix - icmpv6Layer:                   {Name: "icmpv6.opt.nrpi.prefix", Label: "Prefix", Type: IPv6},
	icmpv6OptLlaOptionCode - icmpv6Layer:                {Name: "icmpv6.opt.lla.option_code", Label: "Option-code", Type: Uint, Bits: 8, Names: icmpv6OptLlaOptionCodeNames},
	icmpv6OptLlaBytes - icmpv6Layer:                     {Name: "icmpv6.opt.lla.bytes", Label: "Link-Layer Address", Type: Bytes},
	icmpv6OptNaackOptionCode - icmpv6Layer:              {Name: "icmpv6.opt.naack.option_code", Label: "Option-Code", Type: Uint, Bits: 8},
	icmpv6OptNaackStatus - icmpv6Layer:                  {Name: "icmpv6.opt.naack.status", Label: "Status", Type: Uint, Bits: 8, Names: icmpv6OptNaackStatusNames},
	icmpv6OptMapDistance - icmpv6Layer:                  {Name: "icmpv6.opt.map.distance", Label: "Distance", Type: Uint, Bits: 8},
	icmpv6OptMapPreference - icmpv6Layer:                {Name: "icmpv6.opt.map.preference", Label: "Preference", Type: Uint, Bits: 8},
	icmpv6OptMapFlag - icmpv6Layer:                      {Name: "icmpv6.opt.map.flag", Label: "Flag", Type: Uint, Bits: 8, Hex: true},
	icmpv6OptMapFlagR - icmpv6Layer:                     {Name: "icmpv6.opt.map.flag.r", Label: "RCoA Flag", Type: Bool},
	icmpv6OptMapFlagReserved - icmpv6Layer:              {Name: "icmpv6.opt.map.flag.reserved", Label: "Reserved", Type: Uint, Bits: 8},
	icmpv6OptMapValidLifetime - icmpv6Layer:             {Name: "icmpv6.opt.map.valid_lifetime", Label: "Valid Lifetime", Type: Uint, Bits: 32},
	icmpv6OptMapGlobalAddress - icmpv6Layer:             {Name: "icmpv6.opt.map.global_address", Label: "Global Address", Type: IPv6},
	icmpv6OptRouteInfoFlag - icmpv6Layer:                {Name: "icmpv6.opt.route_info.flag", Label: "Flag", Type: Uint, Bits: 8, Hex: true},
	icmpv6OptRouteInfoFlagRoutePreference - icmpv6Layer: {Name: "icmpv6.opt.route_info.flag.route_preference", Label: "Route Preference", Type: Uint, Bits: 8, Names: preferenceNames},
	icmpv6OptRouteInfoFlagReserved - icmpv6Layer:        {Name: "icmpv6.opt.route_info.flag.reserved", Label: "Reserved", Type: Uint, Bits: 8},
	icmpv6OptRouteLifetime - icmpv6Layer:                {Name: "icmpv6.opt.route_lifetime", Label: "Route Lifetime", Type: Uint, Bits: 32, Names: lifetimeNames},
	icmpv6OptNameType - icmpv6Layer:                     {Name: "icmpv6.opt.name_type", Label: "Name Type", Type: Uint, Bits: 8, Names: icmpv6OptNameTypeNames},
	icmpv6OptNameTypeFqdn - icmpv6Layer:                 {Name: "icmpv6.opt.name_type.fqdn", Label: "FQDN", Type: String},
	icmpv6SendIdentifier - icmpv6Layer:                  {Name: "icmpv6.send.identifier", Label: "Identifier", Type: Uint, Bits: 16},
	icmpv6SendAllComponents - icmpv6Layer:               {Name: "icmpv6.send.all_components", Label: "All Components", Type: Uint, Bits: 16},
	icmpv6SendComponent - icmpv6Layer:                   {Name: "icmpv6.send.component", Label: "Component", Type: Uint, Bits: 16},
	icmpv6OptRedirectedPacket - icmpv6Layer:             {Name: "icmpv6.opt.redirected_packet", Label: "Redirected Packet", Type: None},
	icmpv6OptNbmaShortcutLimit - icmpv6Layer:            {Name: "icmpv6.opt.nbma.shortcut_limit", Label: "Shortcut Limit", Type: Uint, Bits: 8},
	icmpv6OptAdvertisementInterval - icmpv6Layer:        {Name: "icmpv6.opt.advertisement_interval", Label: "Advertisement Interval", Type: Uint, Bits: 32},
	icmpv6OptHomeAgentPreference - icmpv6Layer:          {Name: "icmpv6.opt.home_agent_preference", Label: "Home Agent Preference", Type: Uint, Bits: 16},
	icmpv6OptHomeAgentLifetime - icmpv6Layer:            {Name: "icmpv6.opt.home_agent_lifetime", Label: "Home Agent Preference", Type: Uint, Bits: 16},
	icmpv6OptIpv6Address - icmpv6Layer:                  {Name: "icmpv6.opt.ipv6_address", Label: "IPv6 Address", Type: IPv6},
	icmpv6OptEfo - icmpv6Layer:                          {Name: "icmpv6.opt.efo", Label: "Flags Expansion Option", Type: Uint, Bits: 16, Hex: true},
	icmpv6OptEfoM - icmpv6Layer:                         {Name: "icmpv6.opt.efo.m", Label: "Managed address configuration", Type: Bool, Names: setNames},
	icmpv6OptEfoO - icmpv6Layer:                         {Name: "icmpv6.opt.efo.o", Label: "Other configuration", Type: Bool, Names: setNames},
	icmpv6OptEfoH - icmpv6Layer:                         {Name: "icmpv6.opt.efo.h", Label: "Home Agent", Type: Bool, Names: setNames},
	icmpv6OptEfoPrf - icmpv6Layer:                       {Name: "icmpv6.opt.efo.prf", Label: "Prf (Default Router Preference)", Type: Uint, Bits: 16, Names: preferenceNames},
	icmpv6OptEfoP - icmpv6Layer:                         {Name: "icmpv6.opt.efo.p", Label: "Proxy", Type: Bool, Names: setNames},
	icmpv6OptEfoRsv - icmpv6Layer:                       {Name: "icmpv6.opt.efo.rsv", Label: "Reserved", Type: Uint, Bits: 16},
	icmpv6OptHkrPadLength - icmpv6Layer:                 {Name: "icmpv6.opt.hkr.pad_length", Label: "Pad Length", Type: Uint, Bits: 8},
	icmpv6OptHkrAt - icmpv6Layer:                        {Name: "icmpv6.opt.hkr.at", Label: "AT", Type: Uint, Bits: 8},
	icmpv6OptHkrReserved - icmpv6Layer:                  {Name: "icmpv6.opt.hkr.reserved", Label: "Reserved", Type: Uint, Bits: 8},
	icmpv6OptHkrEncryptionPublicKey - icmpv6Layer:       {Name: "icmpv6.opt.hkr.encryption_public_key", Label: "Handover Key Encryption Public Key", Type: Bytes},
	icmpv6OptHkrPadding - icmpv6Layer:                   {Name: "icmpv6.opt.hkr.padding", Label: "Padding", Type: Bytes},
	icmpv6OptHkrLifetime - icmpv6Layer:                  {Name: "icmpv6.opt.hkr.lifetime", Label: "Padding", Type: Uint, Bits: 16},
	icmpv6OptHkrEncryptedHandoverKey - icmpv6Layer:      {Name: "icmpv6.opt.hkr.encrypted_handover_key", Label: "Encrypted Handover Key", Type: Bytes},
	icmpv6OptAroStatus - icmpv6Layer:                    {Name: "icmpv6.opt.aro.status", Label: "Status", Type: Uint, Bits: 8, Names: icmpv6OptAroStatusNames},
	icmpv6OptAroRegistrationLifetime - icmpv6Layer:      {Name: "icmpv6.opt.aro.registration_lifetime", Label: "Registration  Lifetime", Type: Uint, Bits: 16},
	icmpv6OptAroEui64 - icmpv6Layer:                     {Name: "icmpv6.opt.aro.eui64", Label: "EUI-64", Type: EUI64},
	icmpv6Opt6coContextLength - icmpv6Layer:             {Name: "icmpv6.opt.6co.context_length", Label: "Context Length", Type: Uint, Bits: 8},
	icmpv6Opt6coFlag - icmpv6Layer:                      {Name: "icmpv6.opt.6co.flag", Label: "Flag", Type: Uint, Bits: 8, Hex: true},
	icmpv6Opt6coFlagC - icmpv6Layer:                     {Name: "icmpv6.opt.6co.flag.c", Label: "Compression Flag", Type: Bool, Names: setNames},
	icmpv6Opt6coFlagCid - icmpv6Layer:                   {Name: "icmpv6.opt.6co.flag.cid", Label: "CID", Type: Uint, Bits: 8},
	icmpv6Opt6coFlagReserved - icmpv6Layer:              {Name: "icmpv6.opt.6co.flag.reserved", Label: "Reserved", Type: Uint, Bits: 8},
	icmpv6Opt6coValidLifetime - icmpv6Layer:             {Name: "icmpv6.opt.6co.valid_lifetime", Label: "Lifetime", Type: Uint, Bits: 16},
	icmpv6Opt6coContextPrefix - icmpv6Layer:             {Name: "icmpv6.opt.6co.context_prefix", Label: "Context Prefix", Type: IPv6},
	icmpv6OptAbroVersionLow - icmpv6Layer:               {Name: "icmpv6.opt.abro.version_low", Label: "Version Low", Type: Uint, Bits: 16},
	icmpv6OptAbroVersionHigh - icmpv6Layer:              {Name: "icmpv6.opt.abro.version_high", Label: "Version", Type: Uint, Bits: 16},
	icmpv6OptAbroValidLifetime - icmpv6Layer:            {Name: "icmpv6.opt.abro.valid_lifetime", Label: "Valid Lifetime", Type: Uint, Bits: 16},
	icmpv6OptAbro6lbrAddress - icmpv6Layer:              {Name: "icmpv6.opt.abro.6lbr_address", Label: "6LBR Address", Type: IPv6},
	icmpv6Opt6cioUnassigned1 - icmpv6Layer:              {Name: "icmpv6.opt.6cio.unassigned1", Label: "Unassigned", Type: Uint, Bits: 16, Hex: true},
	icmpv6Opt6cioFlagG - icmpv6Layer:                    {Name: "icmpv6.opt.6cio.flag_g", Label: "G", Type: Uint, Bits: 16, Hex: true},
	icmpv6Opt6cioUnassigned2 - icmpv6Layer:              {Name: "icmpv6.opt.6cio.unassigned2", Label: "Unassigned", Type: Uint, Bits: 32, Hex: true},
	icmpv6OptCaptivePortal - icmpv6Layer:                {Name: "icmpv6.opt.captive_portal", Label: "Captive Portal", Type: String},
	icmpv6OptPref64ScaledLifetime - icmpv6Layer:         {Name: "icmpv6.opt.pref64.scaled_lifetime", Label: "Scaled Lifetime", Type: Uint, Bits: 16},
	icmpv6OptPref64Plc - icmpv6Layer:                    {Name: "icmpv6.opt.pref64.plc", Label: "PLC (Prefix Length Code)", Type: Uint, Bits: 16, Hex: true, Names: icmpv6OptPref64PlcNames},
	icmpv6OptPref64Prefix - icmpv6Layer:                 {Name: "icmpv6.opt.pref64.prefix", Label: "Prefix", Type: IPv6},
	icmpv6RrSequenceNumber - icmpv6Layer:                {Name: "icmpv6.rr.sequence_number", Label: "Sequence Number", Type: Uint, Bits: 32},
	icmpv6RrSegmentNumber - icmpv6Layer:                 {Name: "icmpv6.rr.segment_number", Label: "Segment Number", Type: Uint, Bits: 8},
	icmpv6RrFlag - icmpv6Layer:                          {Name: "icmpv6.rr.flag", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	icmpv6RrFlagT - icmpv6Layer:                         {Name: "icmpv6.rr.flag.t", Label: "Test Command", Type: Bool, Names: setNames},
	icmpv6RrFlagR - icmpv6Layer:                         {Name: "icmpv6.rr.flag.r", Label: "Result requested", Type: Bool, Names: setNames},
	icmpv6RrFlagA - icmpv6Layer:                         {Name: "icmpv6.rr.flag.a", Label: "All Interfaces", Type: Bool, Names: setNames},
	icmpv6RrFlagS - icmpv6Layer:                         {Name: "icmpv6.rr.flag.s", Label: "Site-specific", Type: Bool, Names: setNames},
	icmpv6RrFlagP - icmpv6Layer:                         {Name: "icmpv6.rr.flag.p", Label: "Processed previously", Type: Bool, Names: setNames},
	icmpv6RrFlagRsv - icmpv6Layer:                       {Name: "icmpv6.rr.flag.rsv", Label: "Reserved", Type: Uint, Bits: 8},
	icmpv6RrMaxdelay - icmpv6Layer:                      {Name: "icmpv6.rr.maxdelay", Label: "Max Delay", Type: Uint, Bits: 16},
	icmpv6RrPcoMp - icmpv6Layer:                         {Name: "icmpv6.rr.pco.mp", Label: "Match-Prefix Part", Type: None},
	icmpv6RrPcoMpOpcode - icmpv6Layer:                   {Name: "icmpv6.rr.pco.mp.opcode", Label: "OpCode", Type: Uint, Bits: 8, Names: icmpv6RrPcoMpOpcodeNames},
	icmpv6RrPcoMpOplength - icmpv6Layer:                 {Name: "icmpv6.rr.pco.mp.oplength", Label: "OpLength", Type: Uint, Bits: 8},
	icmpv6RrPcoMpOrdinal - icmpv6Layer:                  {Name: "icmpv6.rr.pco.mp.ordinal", Label: "Ordinal", Type: Uint, Bits: 8, Hex: true},
	icmpv6RrPcoMpMatchlen - icmpv6Layer:                 {Name: "icmpv6.rr.pco.mp.matchlen", Label: "MatchLen", Type: Uint, Bits: 8},
	icmpv6RrPcoMpMinlen - icmpv6Layer:                   {Name: "icmpv6.rr.pco.mp.minlen", Label: "MinLen", Type: Uint, Bits: 8},
	icmpv6RrPcoMpMaxlen - icmpv6Layer:                   {Name: "icmpv6.rr.pco.mp.maxlen", Label: "MaxLen", Type: Uint, Bits: 8},
	icmpv6RrPcoMpMatchprefix - icmpv6Layer:              {Name: "icmpv6.rr.pco.mp.matchprefix", Label: "MatchPrefix", Type: IPv6},
	icmpv6RrPcoUp - icmpv6Layer:                         {Name: "icmpv6.rr.pco.up", Label: "Use-Prefix Part", Type: None},
	icmpv6RrPcoUpUselen - icmpv6Layer:                   {Name: "icmpv6.rr.pco.up.uselen", Label: "UseLen", Type: Uint, Bits: 8},
	icmpv6RrPcoUpKeeplen - icmpv6Layer:                  {Name: "icmpv6.rr.pco.up.keeplen", Label: "KeepLen", Type: Uint, Bits: 8},
	icmpv6RrPcoUpFlagmask - icmpv6Layer:                 {Name: "icmpv6.rr.pco.up.flagmask", Label: "FlagMask", Type: Uint, Bits: 8, Hex: true},
	icmpv6RrPcoUpFlagmaskL - icmpv6Layer:                {Name: "icmpv6.rr.pco.up.flagmask.l", Label: "On-link flag(L)", Type: Bool, Names: setNames},
	icmpv6RrPcoUpFlagmaskA - icmpv6Layer:                {Name: "icmpv6.rr.pco.up.flagmask.a", Label: "Autonomous address-configuration flag(A)", Type: Bool, Names: setNames},
	icmpv6RrPcoUpFlagmaskReserved - icmpv6Layer:         {Name: "icmpv6.rr.pco.up.flagmask.reserved", Label: "Reserved", Type: Uint, Bits: 8},
	icmpv6RrPcoUpRaflags - icmpv6Layer:                  {Name: "icmpv6.rr.pco.up.raflags", Label: "RAFlags", Type: Uint, Bits: 8, Hex: true},
	icmpv6RrPcoUpValidlifetime - icmpv6Layer:            {Name: "icmpv6.rr.pco.up.validlifetime", Label: "Valid Lifetime", Type: Uint, Bits: 32, Names: lifetimeNames},
	icmpv6RrPcoUpPreferredlifetime - icmpv6Layer:        {Name: "icmpv6.rr.pco.up.preferredlifetime", Label: "Preferred Lifetime", Type: Uint, Bits: 32, Names: lifetimeNames},
	icmpv6RrPcoUpFlag - icmpv6Layer:                     {Name: "icmpv6.rr.pco.up.flag", Label: "Flags", Type: Uint, Bits: 32, Hex: true},
	icmpv6RrPcoUpFlagV - icmpv6Layer:                    {Name: "icmpv6.rr.pco.up.flag.v", Label: "Decrement valid lifetime", Type: Bool, Names: setNames},
	icmpv6RrPcoUpFlagP - icmpv6Layer:                    {Name: "icmpv6.rr.pco.up.flag.p", Label: "Decrement preferred lifetime", Type: Bool, Names: setNames},
	icmpv6RrPcoUpFlagReserved - icmpv6Layer:             {Name: "icmpv6.rr.pco.up.flag.reserved", Label: "Reserved", Type: Uint, Bits: 32},
	icmpv6RrPcoUpUseprefix - icmpv6Layer:                {Name: "icmpv6.rr.pco.up.useprefix", Label: "UsePrefix", Type: IPv6},
	icmpv6RrRm - icmpv6Layer:                            {Name: "icmpv6.rr.rm", Label: "Result Message", Type: None},
	icmpv6RrRmFlag - icmpv6Layer:                        {Name: "icmpv6.rr.rm.flag", Label: "Flags", Type: Uint, Bits: 16, Hex: true},
	icmpv6RrRmFlagB - icmpv6Layer:                       {Name: "icmpv6.rr.rm.flag.b", Label: "Bounds", Type: Bool, Names: setNames},
	icmpv6RrRmFlagF - icmpv6Layer:                       {Name: "icmpv6.rr.rm.flag.f", Label: "Forbidden", Type: Bool, Names: setNames},
	icmpv6RrRmFlagReserved - icmpv6Layer:                {Name: "icmpv6.rr.rm.flag.reserved", Label: "Reserved", Type: Uint, Bits: 16},
	icmpv6RrRmOrdinal - icmpv6Layer:                     {Name: "icmpv6.rr.rm.ordinal", Label: "Ordinal", Type: Uint, Bits: 8, Hex: true},
	icmpv6RrRmMatchedlen - icmpv6Layer:                  {Name: "icmpv6.rr.rm.matchedlen", Label: "MatchedLen", Type: Uint, Bits: 8},
	icmpv6RrRmInterfaceindex - icmpv6Layer:              {Name: "icmpv6.rr.rm.interfaceindex", Label: "InterfaceIndex", Type: Uint, Bits: 32},
	icmpv6RrRmMatchedprefix - icmpv6Layer:               {Name: "icmpv6.rr.rm.matchedprefix", Label: "MatchedPrefix", Type: IPv6},
	icmpv6Mip6Identifier - icmpv6Layer:                  {Name: "icmpv6.mip6.identifier", Label: "Identifier", Type: Uint, Bits: 16},
	icmpv6Mip6HomeAgentAddress - icmpv6Layer:            {Name: "icmpv6.mip6.home_agent_address", Label: "Home Agent Address", Type: IPv6},
	icmpv6Mip6Flag - icmpv6Layer:                        {Name: "icmpv6.mip6.flag", Label: "Flags", Type: Uint, Bits: 16, Hex: true},
	icmpv6Mip6FlagM - icmpv6Layer:                       {Name: "icmpv6.mip6.flag.m", Label: "Managed address configuration", Type: Bool, Names: setNames},
	icmpv6Mip6FlagO - icmpv6Layer:                       {Name: "icmpv6.mip6.flag.o", Label: "Other configuration", Type: Bool, Names: setNames},
	icmpv6Mip6FlagRsv - icmpv6Layer:                     {Name: "icmpv6.mip6.flag.rsv", Label: "Reserved", Type: Uint, Bits: 16},
	icmpv6Fmip6Subtype - icmpv6Layer:                    {Name: "icmpv6.fmip6.subtype", Label: "Subtype", Type: Uint, Bits: 8, Names: icmpv6Fmip6SubtypeNames},
	icmpv6Fmip6Identifier - icmpv6Layer:                 {Name: "icmpv6.fmip6.identifier", Label: "Identifier", Type: Uint, Bits: 16},
	icmpv6McastRaQueryInterval - icmpv6Layer:            {Name: "icmpv6.mcast_ra.query_interval", Label: "Query Interval", Type: Uint, Bits: 16},
	icmpv6McastRaRobustnessVariable - icmpv6Layer:       {Name: "icmpv6.mcast_ra.robustness_variable", Label: "Robustness Variable", Type: Uint, Bits: 16},
	icmpv6NiQtype - icmpv6Layer:                         {Name: "icmpv6.ni.qtype", Label: "Qtype", Type: Uint, Bits: 16, Names: icmpv6NiQtypeNames},
	icmpv6NiFlag - icmpv6Layer:                          {Name: "icmpv6.ni.flag", Label: "Flags", Type: Uint, Bits: 16, Hex: true},
	icmpv6NiFlagG - icmpv6Layer:                         {Name: "icmpv6.ni.flag.g", Label: "Global-scope addresses", Type: Bool, Names: setNames},
	icmpv6NiFlagS - icmpv6Layer:                         {Name: "icmpv6.ni.flag.s", Label: "Site-local addresses", Type: Bool, Names: setNames},
	icmpv6NiFlagL - icmpv6Layer:                         {Name: "icmpv6.ni.flag.l", Label: "Link-local addresses", Type: Bool, Names: setNames},
	icmpv6NiFlagC - icmpv6Layer:                         {Name: "icmpv6.ni.flag.c", Label: "Compression", Type: Bool, Names: setNames},
	icmpv6NiFlagA - icmpv6Layer:                         {Name: "icmpv6.ni.flag.a", Label: "Unicast Addresses", Type: Bool, Names: map[uint64]string{1: "All unicast address", 0: "Unicast addresses on the queried interface"}},
	icmpv6NiFlagT - icmpv6Layer:                         {Name: "icmpv6.ni.flag.t", Label: "Truncated", Type: Bool, Names: setNames},
	icmpv6NiFlagRsv - icmpv6Layer:                       {Name: "icmpv6.ni.flag.rsv", Label: "Reserved", Type: Uint, Bits: 16, Hex: true},
	icmpv6NiNonce - icmpv6Layer:                         {Name: "icmpv6.ni.nonce", Label: "Nonce", Type: Uint, Bits: 64, Hex: true},
	icmpv6NiQuerySubjectIpv6 - icmpv6Layer:              {Name: "icmpv6.ni.query.subject_ipv6", Label: "IPv6 subject address", Type: IPv6},
	icmpv6NiQuerySubjectFqdn - icmpv6Layer:              {Name: "icmpv6.ni.query.subject_fqdn", Label: "FQDN subject", Type: String},
	icmpv6NiQuerySubjectIpv4 - icmpv6Layer:              {Name: "icmpv6.ni.query.subject_ipv4", Label: "IPv4 subject address", Type: IPv4},
	icmpv6NiReplyNodeTTL - icmpv6Layer:                  {Name: "icmpv6.ni.reply.node_ttl", Label: "TTL", Type: Uint, Bits: 32},
	icmpv6NiReplyNodeName - icmpv6Layer:                 {Name: "icmpv6.ni.reply.node_name", Label: "Name Node", Type: String},
	icmpv6NiReplyNodeAddress - icmpv6Layer:              {Name: "icmpv6.ni.reply.node_address", Label: "IPv6 Node address", Type: IPv6},
	icmpv6NiReplyIpv4Address - icmpv6Layer:              {Name: "icmpv6.ni.reply.ipv4_address", Label: "IPv4 Node address", Type: IPv4},
	icmpv6IlnpNbLocs - icmpv6Layer:                      {Name: "icmpv6.ilnp.nb_locs", Label: "Num of Locs", Type: Uint, Bits: 8},
	icmpv6IlnpNbLocator - icmpv6Layer:                   {Name: "icmpv6.ilnp.nb_locator", Label: "Locator", Type: Uint, Bits: 64, Hex: true},
	icmpv6IlnpNbPreference - icmpv6Layer:                {Name: "icmpv6.ilnp.nb_preference", Label: "Preference", Type: Uint, Bits: 32},
	icmpv6IlnpNbLifetime - icmpv6Layer:                  {Name: "icmpv6.ilnp.nb_lifetime", Label: "Lifetime", Type: Uint, Bits: 32},
	icmpv66lowpanndDaStatus - icmpv6Layer:               {Name: "icmpv6.6lowpannd.da.status", Label: "Status", Type: Uint, Bits: 8, Names: icmpv6OptAroStatusNames},
	icmpv66lowpanndDaRsv - icmpv6Layer:                  {Name: "icmpv6.6lowpannd.da.rsv", Label: "Reserved", Type: Uint, Bits: 8},
	icmpv66lowpanndDaLifetime - icmpv6Layer:             {Name: "icmpv6.6lowpannd.da.lifetime", Label: "Lifetime", Type: Uint, Bits: 16},
	icmpv66lowpanndDaEui64 - icmpv6Layer:                {Name: "icmpv6.6lowpannd.da.eui64", Label: "EUI-64", Type: EUI64},
	icmpv66lowpanndDaRegAddr - icmpv6Layer:              {Name: "icmpv6.6lowpannd.da.reg_addr", Label: "Registered Address", Type: IPv6},
	icmpv6ExtEchoSeq - icmpv6Layer:                      {Name: "icmpv6.ext.echo.seq", Label: "Sequence number", Type: Uint, Bits: 8},
	icmpv6ExtEchoReqRes - icmpv6Layer:                   {Name: "icmpv6.ext.echo.req.res", Label: "Reserved", Type: Uint, Bits: 8, Hex: true},
	icmpv6ExtEchoReqLocal - icmpv6Layer:                 {Name: "icmpv6.ext.echo.req.local", Label: "Local bit", Type: Bool, Names: setNames},
	icmpv6ExtEchoRspState - icmpv6Layer:                 {Name: "icmpv6.ext.echo.rsp.state", Label: "State", Type: Uint, Bits: 8, Names: icmpExtEchoRspStateNames},
	icmpv6ExtEchoRspRes - icmpv6Layer:                   {Name: "icmpv6.ext.echo.rsp.res", Label: "Reserved", Type: Uint, Bits: 8, Hex: true},
	icmpv6ExtEchoRspActive - icmpv6Layer:                {Name: "icmpv6.ext.echo.rsp.active", Label: "Active bit", Type: Bool, Names: setNames},
	icmpv6ExtEchoRspIpv4 - icmpv6Layer:                  {Name: "icmpv6.ext.echo.rsp.ipv4", Label: "IPv4 bit", Type: Bool, Names: setNames},
	icmpv6ExtEchoRspIpv6 - icmpv6Layer:                  {Name: "icmpv6.ext.echo.rsp.ipv6", Label: "IPv6 bit", Type: Bool, Names: setNames},
	icmpv6ChecksumBadExpert - icmpv6Layer:               {Name: "icmpv6.checksum_bad.expert", Label: "Bad checksum", Type: None},
	icmpv6InvalidOptionLength - icmpv6Layer:             {Name: "icmpv6.invalid_option_length", Label: "Invalid Option Length", Type: None},
	icmpv6UndecodedOption - icmpv6Layer:                 {Name: "icmpv6.undecoded.option", Label: "Undecoded option", Type: None},
	icmpv6UndecodedType - icmpv6Layer:                   {Name: "icmpv6.undecoded.type", Label: "Undecoded type", Type: None},
	icmpv6UnknownDataExpert - icmpv6Layer:               {Name: "icmpv6.unknown_data.expert", Label: "Unknown Data (not interpreted)", Type: None},
	icmpv6NoResp - icmpv6Layer:                          {Name: "icmpv6.no_resp", Label: "No response seen", Type: None},
	icmpv6RespNotFound - icmpv6Layer:                    {Name: "icmpv6.resp_not_found", Label: "Response not found", Type: None},
}
