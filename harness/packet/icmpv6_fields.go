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
	icmpv6Last
)

var icmpv6Fields = [...]Info{
	0:                                              {Name: "icmpv6", Label: "Internet Control Message Protocol v6", Type: Protocol},
	icmpv6Type - icmpv6Layer:                       {Name: "icmpv6.type", Label: "Type", Type: Uint, Bits: 8, Names: icmpv6TypeNames},
	icmpv6Code - icmpv6Layer:                       {Name: "icmpv6.code", Label: "Code", Type: Uint, Bits: 8},
	icmpv6Checksum - icmpv6Layer:                   {Name: "icmpv6.checksum", Label: "Checksum", Type: Uint, Bits: 16, Hex: true},
	icmpv6ChecksumStatus - icmpv6Layer:             {Name: "icmpv6.checksum.status", Label: "Checksum Status", Type: Uint, Bits: 8, Names: checksumNames},
	icmpv6Reserved - icmpv6Layer:                   {Name: "icmpv6.reserved", Label: "Reserved", Type: Bytes},
	icmpv6Length - icmpv6Layer:                     {Name: "icmpv6.length", Label: "Length of original datagram", Type: Uint, Bits: 8},
	icmpv6Mtu - icmpv6Layer:                        {Name: "icmpv6.mtu", Label: "MTU", Type: Uint, Bits: 32},
	icmpv6Pointer - icmpv6Layer:                    {Name: "icmpv6.pointer", Label: "Pointer", Type: Uint, Bits: 32},
	icmpv6EchoIdentifier - icmpv6Layer:             {Name: "icmpv6.echo.identifier", Label: "Identifier", Type: Uint, Bits: 16, Hex: true},
	icmpv6EchoSequenceNumber - icmpv6Layer:         {Name: "icmpv6.echo.sequence_number", Label: "Sequence", Type: Uint, Bits: 16},
	icmpv6Data - icmpv6Layer:                       {Name: "icmpv6.data", Label: "Data", Type: Bytes},
	icmpv6RespIn - icmpv6Layer:                     {Name: "icmpv6.resp_in", Label: "Response In", Type: Uint, Bits: 32},
	icmpv6RespTo - icmpv6Layer:                     {Name: "icmpv6.resp_to", Label: "Response To", Type: Uint, Bits: 32},
	icmpv6NdNsTargetAddress - icmpv6Layer:          {Name: "icmpv6.nd.ns.target_address", Label: "Target Address", Type: IPv6},
	icmpv6NdNaTargetAddress - icmpv6Layer:          {Name: "icmpv6.nd.na.target_address", Label: "Target Address", Type: IPv6},
	icmpv6NdNaFlag - icmpv6Layer:                   {Name: "icmpv6.nd.na.flag", Label: "Flags", Type: Uint, Bits: 32, Hex: true},
	icmpv6NdNaFlagR - icmpv6Layer:                  {Name: "icmpv6.nd.na.flag.r", Label: "Router", Type: Bool},
	icmpv6NdNaFlagS - icmpv6Layer:                  {Name: "icmpv6.nd.na.flag.s", Label: "Solicited", Type: Bool},
	icmpv6NdNaFlagO - icmpv6Layer:                  {Name: "icmpv6.nd.na.flag.o", Label: "Override", Type: Bool},
	icmpv6NdNaFlagRsv - icmpv6Layer:                {Name: "icmpv6.nd.na.flag.rsv", Label: "Reserved", Type: Uint, Bits: 32},
	icmpv6NdRaCurHopLimit - icmpv6Layer:            {Name: "icmpv6.nd.ra.cur_hop_limit", Label: "Cur hop limit", Type: Uint, Bits: 8},
	icmpv6NdRaFlag - icmpv6Layer:                   {Name: "icmpv6.nd.ra.flag", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	icmpv6NdRaFlagM - icmpv6Layer:                  {Name: "icmpv6.nd.ra.flag.m", Label: "Managed address configuration", Type: Bool},
	icmpv6NdRaFlagO - icmpv6Layer:                  {Name: "icmpv6.nd.ra.flag.o", Label: "Other configuration", Type: Bool},
	icmpv6NdRaFlagH - icmpv6Layer:                  {Name: "icmpv6.nd.ra.flag.h", Label: "Home Agent", Type: Bool},
	icmpv6NdRaFlagPrf - icmpv6Layer:                {Name: "icmpv6.nd.ra.flag.prf", Label: "Prf (Default Router Preference)", Type: Uint, Bits: 8, Names: preferenceNames},
	icmpv6NdRaFlagP - icmpv6Layer:                  {Name: "icmpv6.nd.ra.flag.p", Label: "Proxy", Type: Bool},
	icmpv6NdRaFlagRsv - icmpv6Layer:                {Name: "icmpv6.nd.ra.flag.rsv", Label: "Reserved", Type: Uint, Bits: 8},
	icmpv6NdRaRouterLifetime - icmpv6Layer:         {Name: "icmpv6.nd.ra.router_lifetime", Label: "Router lifetime (s)", Type: Uint, Bits: 16},
	icmpv6NdRaReachableTime - icmpv6Layer:          {Name: "icmpv6.nd.ra.reachable_time", Label: "Reachable time (ms)", Type: Uint, Bits: 32},
	icmpv6NdRaRetransTimer - icmpv6Layer:           {Name: "icmpv6.nd.ra.retrans_timer", Label: "Retrans timer (ms)", Type: Uint, Bits: 32},
	icmpv6NdRdTargetAddress - icmpv6Layer:          {Name: "icmpv6.nd.rd.target_address", Label: "Target Address", Type: IPv6},
	icmpv6RdNaDestinationAddress - icmpv6Layer:     {Name: "icmpv6.rd.na.destination_address", Label: "Destination Address", Type: IPv6},
	icmpv6Opt - icmpv6Layer:                        {Name: "icmpv6.opt", Label: "ICMPv6 Option", Type: None},
	icmpv6OptType - icmpv6Layer:                    {Name: "icmpv6.opt.type", Label: "Type", Type: Uint, Bits: 8, Names: icmpv6OptionNames},
	icmpv6OptLength - icmpv6Layer:                  {Name: "icmpv6.opt.length", Label: "Length", Type: Uint, Bits: 8},
	icmpv6OptLinkaddr - icmpv6Layer:                {Name: "icmpv6.opt.linkaddr", Label: "Link-layer address", Type: Bytes, Colons: true},
	icmpv6OptSrcLinkaddr - icmpv6Layer:             {Name: "icmpv6.opt.src_linkaddr", Label: "Source Link-layer address", Type: Bytes, Colons: true},
	icmpv6OptTargetLinkaddr - icmpv6Layer:          {Name: "icmpv6.opt.target_linkaddr", Label: "Target Link-layer address", Type: Bytes, Colons: true},
	icmpv6OptPrefix - icmpv6Layer:                  {Name: "icmpv6.opt.prefix", Label: "Prefix", Type: IPv6},
	icmpv6OptPrefixLength - icmpv6Layer:            {Name: "icmpv6.opt.prefix.length", Label: "Prefix Length", Type: Uint, Bits: 8},
	icmpv6OptPrefixFlag - icmpv6Layer:              {Name: "icmpv6.opt.prefix.flag", Label: "Flag", Type: Uint, Bits: 8, Hex: true},
	icmpv6OptPrefixFlagL - icmpv6Layer:             {Name: "icmpv6.opt.prefix.flag.l", Label: "On-link flag(L)", Type: Bool},
	icmpv6OptPrefixFlagA - icmpv6Layer:             {Name: "icmpv6.opt.prefix.flag.a", Label: "Autonomous address-configuration flag(A)", Type: Bool},
	icmpv6OptPrefixFlagR - icmpv6Layer:             {Name: "icmpv6.opt.prefix.flag.r", Label: "Router address flag(R)", Type: Bool},
	icmpv6OptPrefixFlagReserved - icmpv6Layer:      {Name: "icmpv6.opt.prefix.flag.reserved", Label: "Reserved", Type: Uint, Bits: 8},
	icmpv6OptPrefixValidLifetime - icmpv6Layer:     {Name: "icmpv6.opt.prefix.valid_lifetime", Label: "Valid Lifetime", Type: Uint, Bits: 32, Names: lifetimeNames},
	icmpv6OptPrefixPreferredLifetime - icmpv6Layer: {Name: "icmpv6.opt.prefix.preferred_lifetime", Label: "Preferred Lifetime", Type: Uint, Bits: 32, Names: lifetimeNames},
	icmpv6OptReserved - icmpv6Layer:                {Name: "icmpv6.opt.reserved", Label: "Reserved", Type: None},
	icmpv6OptMtu - icmpv6Layer:                     {Name: "icmpv6.opt.mtu", Label: "MTU", Type: Uint, Bits: 32},
	icmpv6OptNonce - icmpv6Layer:                   {Name: "icmpv6.opt.nonce", Label: "Nonce", Type: Bytes},
	icmpv6OptRdnss - icmpv6Layer:                   {Name: "icmpv6.opt.rdnss", Label: "Recursive DNS Servers", Type: IPv6},
	icmpv6OptRdnssLifetime - icmpv6Layer:           {Name: "icmpv6.opt.rdnss.lifetime", Label: "Lifetime", Type: Uint, Bits: 32, Names: dnsLifetimeNames},
	icmpv6OptDnssl - icmpv6Layer:                   {Name: "icmpv6.opt.dnssl", Label: "Domain Names", Type: String},
	icmpv6OptDnsslLifetime - icmpv6Layer:           {Name: "icmpv6.opt.dnssl.lifetime", Label: "Lifetime", Type: Uint, Bits: 32, Names: searchLifetimeNames},
	icmpv6OptPadding - icmpv6Layer:                 {Name: "icmpv6.opt.padding", Label: "Padding", Type: None},
	icmpv6MldMaximumResponseDelay - icmpv6Layer:    {Name: "icmpv6.mld.maximum_response_delay", Label: "Maximum Response Delay [ms]", Type: Uint, Bits: 16},
	icmpv6MldMaximumResponseCode - icmpv6Layer:     {Name: "icmpv6.mld.maximum_response_code", Label: "Maximum Response Code", Type: Uint, Bits: 16},
	icmpv6MldMulticastAddress - icmpv6Layer:        {Name: "icmpv6.mld.multicast_address", Label: "Multicast Address", Type: IPv6},
	icmpv6MldFlag - icmpv6Layer:                    {Name: "icmpv6.mld.flag", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	icmpv6MldFlagS - icmpv6Layer:                   {Name: "icmpv6.mld.flag.s", Label: "Suppress Router-Side Processing", Type: Bool},
	icmpv6MldFlagQrv - icmpv6Layer:                 {Name: "icmpv6.mld.flag.qrv", Label: "QRV (Querier's Robustness Variable)", Type: Uint, Bits: 8},
	icmpv6MldFlagReserved - icmpv6Layer:            {Name: "icmpv6.mld.flag.reserved", Label: "Reserved", Type: Uint, Bits: 8},
	icmpv6MldQqi - icmpv6Layer:                     {Name: "icmpv6.mld.qqi", Label: "QQIC (Querier's Query Interval Code)", Type: Uint, Bits: 8},
	icmpv6MldNbSources - icmpv6Layer:               {Name: "icmpv6.mld.nb_sources", Label: "Number of Sources", Type: Uint, Bits: 16},
	icmpv6MldSourceAddress - icmpv6Layer:           {Name: "icmpv6.mld.source_address", Label: "Source Address", Type: IPv6},
	icmpv6MldrNbMcastRecords - icmpv6Layer:         {Name: "icmpv6.mldr.nb_mcast_records", Label: "Number of Multicast Address Records", Type: Uint, Bits: 16},
	icmpv6MldrMar - icmpv6Layer:                    {Name: "icmpv6.mldr.mar", Label: "Multicast Address Record", Type: None},
	icmpv6MldrMarRecordType - icmpv6Layer:          {Name: "icmpv6.mldr.mar.record_type", Label: "Record Type", Type: Uint, Bits: 8, Names: mldRecordNames},
	icmpv6MldrMarAuxDataLen - icmpv6Layer:          {Name: "icmpv6.mldr.mar.aux_data_len", Label: "Aux Data Len", Type: Uint, Bits: 8},
	icmpv6MldrMarNbSources - icmpv6Layer:           {Name: "icmpv6.mldr.mar.nb_sources", Label: "Number of Sources", Type: Uint, Bits: 16},
	icmpv6MldrMarMulticastAddress - icmpv6Layer:    {Name: "icmpv6.mldr.mar.multicast_address", Label: "Multicast Address", Type: IPv6},
	icmpv6MldrMarSourceAddress - icmpv6Layer:       {Name: "icmpv6.mldr.mar.source_address", Label: "Source Address", Type: IPv6},
	icmpv6MldrMarAuxiliaryData - icmpv6Layer:       {Name: "icmpv6.mldr.mar.auxiliary_data", Label: "Auxiliary Data", Type: Bytes},
	icmpv6Resptime - icmpv6Layer:                   {Name: "icmpv6.resptime", Label: "Response Time", Type: Double},
}
