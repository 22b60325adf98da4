package packet

// The fields of Open Shortest Path First.
const (
	ospfLayer FieldID = vxlanLast + iota
	ospfHeader
	ospfVersion
	ospfMsg
	ospfPacketLength
	ospfSrcrouter
	ospfAreaID
	ospfChecksum
	ospfAuthType
	ospfAuthNone
	ospfAuthSimple
	ospfAuthCryptKeyID
	ospfAuthCryptDataLength
	ospfAuthCryptSeqNbr
	ospfAuthCryptData
	ospfAuthUnknown
	ospfInstanceID
	ospfReserved
	ospfMsgHello
	ospfMsgDbdesc
	ospfMsgLsreq
	ospfMsgLsupdate
	ospfMsgLsack
	ospfHello
	ospfHelloNetworkMask
	ospfHelloInterfaceID
	ospfHelloHelloInterval
	ospfHelloRouterPriority
	ospfHelloRouterDeadInterval
	ospfHelloDesignatedRouter
	ospfHelloBackupDesignatedRouter
	ospfHelloActiveNeighbor
	ospfAt
	ospfAtAuthType
	ospfAtAuthDataLen
	ospfAtReserved
	ospfAtSaID
	ospfAtCryptoSeqNbr
	ospfAtAuthData
	ospfLsa
	ospfLsaAge
	ospfLsaDonotage
	ospfLsaID
	ospfLsaSeqnum
	ospfLsaChksum
	ospfLsaLength
	ospfLsidOpaqueType
	ospfLsaRouter
	ospfLsaRouterLinktype
	ospfLsaRouterLinkid
	ospfLsaRouterLinkdata
	ospfLsaRouterNummetrics
	ospfLsaRouterMetric0
	ospfLsaNetwork
	ospfLsaNetworkNetmask
	ospfLsaNetworkAttchrtr
	ospfLsaSummary
	ospfLsaAsbr
	ospfLsaAsbrNetmask
	ospfLsaAsext
	ospfLsaAsextNetmask
	ospfLsaAsextFwdaddr
	ospfLsaAsextExtrttag
	ospfLsaMember
	ospfLsaNssa
	ospfLsaAttr
	ospfLsaOpaque
	ospfV3Lsa
	ospfV3LsaU
	ospfV3LsaS12
	ospfV3LsaFc
	ospfV3LsaRouter
	ospfV3LsaNetwork
	ospfV3LsaInterprefix
	ospfV3LsaInterrouter
	ospfV3LsaAsext
	ospfV3LsaMember
	ospfV3LsaNssa
	ospfV3LsaLink
	ospfV3LsaIntraprefix
	ospfV3LsaOpaque
	ospfAdvrouter
	ospfV2Options
	ospfV2OptionsMt
	ospfV2OptionsE
	ospfV2OptionsMc
	ospfV2OptionsN
	ospfV2OptionsP
	ospfV2OptionsL
	ospfV2OptionsDc
	ospfV2OptionsO
	ospfV2OptionsDn
	ospfV3Options
	ospfV3OptionsV6
	ospfV3OptionsE
	ospfV3OptionsMc
	ospfV3OptionsN
	ospfV3OptionsR
	ospfV3OptionsDc
	ospfV3OptionsAf
	ospfV3OptionsL
	ospfV3OptionsAt
	ospfDbd
	ospfDbdR
	ospfDbdI
	ospfDbdM
	ospfDbdMs
	ospfLlsExtOptions
	ospfLlsExtOptionsLr
	ospfLlsExtOptionsRs
	ospfV2RouterLsaFlags
	ospfV2RouterLsaFlagsB
	ospfV2RouterLsaFlagsE
	ospfV2RouterLsaFlagsV
	ospfV2RouterLsaFlagsW
	ospfV2RouterLsaFlagsN
	ospfV2RouterLsaFlagsH
	ospfV3RouterLsaFlags
	ospfV3RouterLsaFlagsB
	ospfV3RouterLsaFlagsE
	ospfV3RouterLsaFlagsV
	ospfV3RouterLsaFlagsW
	ospfV3AsExternalFlags
	ospfV3AsExternalFlagsT
	ospfV3AsExternalFlagsF
	ospfV3AsExternalFlagsE
	ospfV3PrefixOptions
	ospfV3PrefixOptionsNu
	ospfV3PrefixOptionsLa
	ospfV3PrefixOptionsMc
	ospfV3PrefixOptionsP
	ospfLlsChecksum
	ospfLlsDataLength
	ospfDbInterfaceMtu
	ospfDbDdSequence
	ospfLinkStateID
	ospfLsNumberOfLsas
	ospfLsidOpaqueID
	ospfLsaNumberOfLinks
	ospfV3LsaDoNotAge
	ospfV3LsaInterfaceID
	ospfV3LsaNeighborInterfaceID
	ospfV3LsaNeighborRouterID
	ospfV3LsaAttachedRouter
	ospfV3LsaDestinationRouterID
	ospfV3LsaReferencedLsType
	ospfV3LsaForwardingAddressIpv6
	ospfV3LsaExternalRouteTag
	ospfV3LsaReferencedLinkStateID
	ospfV3LsaRouterPriority
	ospfV3LsaLinkLocalInterfaceAddressIpv6
	ospfV3LsaReferencedAdvertisingRouter
	ospfLsaAsextType
	ospfLsaTos
	ospfV3LsaType
	ospfMetric
	ospfPrefixLength
	ospfLsMetric
	ospfV3LsaNumPrefixes
	ospfV3AddressPrefixIpv6
	ospfLsidTeLsaReserved
	ospfLsidTeLsaInstance
	ospfV2LlsSequenceNumber
	ospfV2LlsAuthData
	ospfV3LlsExtOptionsTlv
	ospfV3LlsExtOptions
	ospfV3LlsExtOptionsLr
	ospfV3LlsExtOptionsRs
	ospfLsaTosMissing
	ospfLsaUnknownType
	ospfLast
)

var ospfFields = [...]Info{
	0:                                                  {Name: "ospf", Label: "Open Shortest Path First", Type: Protocol},
	ospfHeader - ospfLayer:                             {Name: "ospf.header", Label: "OSPF Header", Type: None},
	ospfVersion - ospfLayer:                            {Name: "ospf.version", Label: "Version", Type: Uint, Bits: 8},
	ospfMsg - ospfLayer:                                {Name: "ospf.msg", Label: "Message Type", Type: Uint, Bits: 8, Names: ospfMsgNames},
	ospfPacketLength - ospfLayer:                       {Name: "ospf.packet_length", Label: "Packet Length", Type: Uint, Bits: 16},
	ospfSrcrouter - ospfLayer:                          {Name: "ospf.srcrouter", Label: "Source OSPF Router", Type: IPv4},
	ospfAreaID - ospfLayer:                             {Name: "ospf.area_id", Label: "Area ID", Type: IPv4},
	ospfChecksum - ospfLayer:                           {Name: "ospf.checksum", Label: "Checksum", Type: Uint, Bits: 16, Hex: true},
	ospfAuthType - ospfLayer:                           {Name: "ospf.auth.type", Label: "Auth Type", Type: Uint, Bits: 16, Names: ospfAuthTypeNames},
	ospfAuthNone - ospfLayer:                           {Name: "ospf.auth.none", Label: "Auth Data (none)", Type: Bytes},
	ospfAuthSimple - ospfLayer:                         {Name: "ospf.auth.simple", Label: "Auth Data (Simple)", Type: String},
	ospfAuthCryptKeyID - ospfLayer:                     {Name: "ospf.auth.crypt.key_id", Label: "Auth Crypt Key id", Type: Uint, Bits: 8},
	ospfAuthCryptDataLength - ospfLayer:                {Name: "ospf.auth.crypt.data_length", Label: "Auth Crypt Data Length", Type: Uint, Bits: 8},
	ospfAuthCryptSeqNbr - ospfLayer:                    {Name: "ospf.auth.crypt.seq_nbr", Label: "Auth Crypt Sequence Number", Type: Uint, Bits: 32},
	ospfAuthCryptData - ospfLayer:                      {Name: "ospf.auth.crypt.data", Label: "Auth Crypt Data", Type: Bytes},
	ospfAuthUnknown - ospfLayer:                        {Name: "ospf.auth.unknown", Label: "Auth Unknown", Type: Bytes},
	ospfInstanceID - ospfLayer:                         {Name: "ospf.instance_id", Label: "Instance ID", Type: Uint, Bits: 8},
	ospfReserved - ospfLayer:                           {Name: "ospf.reserved", Label: "Reserved", Type: Bytes},
	ospfMsgHello - ospfLayer:                           {Name: "ospf.msg.hello", Label: "Hello", Type: Bool},
	ospfMsgDbdesc - ospfLayer:                          {Name: "ospf.msg.dbdesc", Label: "Database Description", Type: Bool},
	ospfMsgLsreq - ospfLayer:                           {Name: "ospf.msg.lsreq", Label: "Link State Adv Request", Type: Bool},
	ospfMsgLsupdate - ospfLayer:                        {Name: "ospf.msg.lsupdate", Label: "Link State Adv Update", Type: Bool},
	ospfMsgLsack - ospfLayer:                           {Name: "ospf.msg.lsack", Label: "Link State Adv Acknowledgement", Type: Bool},
	ospfHello - ospfLayer:                              {Name: "ospf.hello", Label: "OSPF Hello Packet", Type: None},
	ospfHelloNetworkMask - ospfLayer:                   {Name: "ospf.hello.network_mask", Label: "Network Mask", Type: IPv4},
	ospfHelloInterfaceID - ospfLayer:                   {Name: "ospf.hello.interface_id", Label: "Interface ID", Type: Uint, Bits: 32},
	ospfHelloHelloInterval - ospfLayer:                 {Name: "ospf.hello.hello_interval", Label: "Hello Interval [sec]", Type: Uint, Bits: 32},
	ospfHelloRouterPriority - ospfLayer:                {Name: "ospf.hello.router_priority", Label: "Router Priority", Type: Uint, Bits: 8},
	ospfHelloRouterDeadInterval - ospfLayer:            {Name: "ospf.hello.router_dead_interval", Label: "Router Dead Interval [sec]", Type: Uint, Bits: 32},
	ospfHelloDesignatedRouter - ospfLayer:              {Name: "ospf.hello.designated_router", Label: "Designated Router", Type: IPv4},
	ospfHelloBackupDesignatedRouter - ospfLayer:        {Name: "ospf.hello.backup_designated_router", Label: "Backup Designated Router", Type: IPv4},
	ospfHelloActiveNeighbor - ospfLayer:                {Name: "ospf.hello.active_neighbor", Label: "Active Neighbor", Type: IPv4},
	ospfAt - ospfLayer:                                 {Name: "ospf.at", Label: "OSPF Authentication Trailer", Type: None},
	ospfAtAuthType - ospfLayer:                         {Name: "ospf.at.auth_type", Label: "Authentication Type", Type: Uint, Bits: 16, Names: ospfAtAuthTypeNames},
	ospfAtAuthDataLen - ospfLayer:                      {Name: "ospf.at.auth_data_len", Label: "Authentication Data Length", Type: Uint, Bits: 16},
	ospfAtReserved - ospfLayer:                         {Name: "ospf.at.reserved", Label: "Reserved", Type: Uint, Bits: 16, Hex: true},
	ospfAtSaID - ospfLayer:                             {Name: "ospf.at.sa_id", Label: "Security Association Identifier (SA ID)", Type: Uint, Bits: 16, Hex: true},
	ospfAtCryptoSeqNbr - ospfLayer:                     {Name: "ospf.at.crypto_seq_nbr", Label: "Cryptographic Sequence Number", Type: Uint, Bits: 64},
	ospfAtAuthData - ospfLayer:                         {Name: "ospf.at.auth_data", Label: "Authentication Data", Type: Bytes},
	ospfLsa - ospfLayer:                                {Name: "ospf.lsa", Label: "LS Type", Type: Uint, Bits: 8, Names: ospfLsaNames},
	ospfLsaAge - ospfLayer:                             {Name: "ospf.lsa.age", Label: "LS Age (seconds)", Type: Uint, Bits: 16},
	ospfLsaDonotage - ospfLayer:                        {Name: "ospf.lsa.donotage", Label: "Do Not Age Flag", Type: Uint, Bits: 16},
	ospfLsaID - ospfLayer:                              {Name: "ospf.lsa.id", Label: "Link State ID", Type: IPv4},
	ospfLsaSeqnum - ospfLayer:                          {Name: "ospf.lsa.seqnum", Label: "Sequence Number", Type: Uint, Bits: 32, Hex: true},
	ospfLsaChksum - ospfLayer:                          {Name: "ospf.lsa.chksum", Label: "Checksum", Type: Uint, Bits: 16, Hex: true},
	ospfLsaLength - ospfLayer:                          {Name: "ospf.lsa.length", Label: "Length", Type: Uint, Bits: 16},
	ospfLsidOpaqueType - ospfLayer:                     {Name: "ospf.lsid_opaque_type", Label: "Link State ID Opaque Type", Type: Uint, Bits: 8, Names: ospfLsidOpaqueTypeNames},
	ospfLsaRouter - ospfLayer:                          {Name: "ospf.lsa.router", Label: "Router LSA", Type: Bool},
	ospfLsaRouterLinktype - ospfLayer:                  {Name: "ospf.lsa.router.linktype", Label: "Link Type", Type: Uint, Bits: 8},
	ospfLsaRouterLinkid - ospfLayer:                    {Name: "ospf.lsa.router.linkid", Label: "Link ID", Type: IPv4},
	ospfLsaRouterLinkdata - ospfLayer:                  {Name: "ospf.lsa.router.linkdata", Label: "Link Data", Type: IPv4},
	ospfLsaRouterNummetrics - ospfLayer:                {Name: "ospf.lsa.router.nummetrics", Label: "Number of Metrics", Type: Uint, Bits: 8},
	ospfLsaRouterMetric0 - ospfLayer:                   {Name: "ospf.lsa.router.metric0", Label: "0 Metric", Type: Uint, Bits: 16},
	ospfLsaNetwork - ospfLayer:                         {Name: "ospf.lsa.network", Label: "Network LSA", Type: Bool},
	ospfLsaNetworkNetmask - ospfLayer:                  {Name: "ospf.lsa.network.netmask", Label: "Netmask", Type: IPv4},
	ospfLsaNetworkAttchrtr - ospfLayer:                 {Name: "ospf.lsa.network.attchrtr", Label: "Attached Router", Type: IPv4},
	ospfLsaSummary - ospfLayer:                         {Name: "ospf.lsa.summary", Label: "Summary LSA (IP Network)", Type: Bool},
	ospfLsaAsbr - ospfLayer:                            {Name: "ospf.lsa.asbr", Label: "Summary LSA (ASBR)", Type: Bool},
	ospfLsaAsbrNetmask - ospfLayer:                     {Name: "ospf.lsa.asbr.netmask", Label: "Netmask", Type: IPv4},
	ospfLsaAsext - ospfLayer:                           {Name: "ospf.lsa.asext", Label: "AS-External LSA (ASBR)", Type: Bool},
	ospfLsaAsextNetmask - ospfLayer:                    {Name: "ospf.lsa.asext.netmask", Label: "Netmask", Type: IPv4},
	ospfLsaAsextFwdaddr - ospfLayer:                    {Name: "ospf.lsa.asext.fwdaddr", Label: "Forwarding Address", Type: IPv4},
	ospfLsaAsextExtrttag - ospfLayer:                   {Name: "ospf.lsa.asext.extrttag", Label: "External Route Tag", Type: Uint, Bits: 32},
	ospfLsaMember - ospfLayer:                          {Name: "ospf.lsa.member", Label: "Group Membership LSA", Type: Bool},
	ospfLsaNssa - ospfLayer:                            {Name: "ospf.lsa.nssa", Label: "NSSA AS-External LSA", Type: Bool},
	ospfLsaAttr - ospfLayer:                            {Name: "ospf.lsa.attr", Label: "External Attributes LSA", Type: Bool},
	ospfLsaOpaque - ospfLayer:                          {Name: "ospf.lsa.opaque", Label: "Opaque LSA", Type: Bool},
	ospfV3Lsa - ospfLayer:                              {Name: "ospf.v3.lsa", Label: "LS Type", Type: Uint, Bits: 16, Hex: true},
	ospfV3LsaU - ospfLayer:                             {Name: "ospf.v3.lsa.u", Label: "LSA Handling", Type: Bool, Names: map[uint64]string{1: "Treat the LSA as if it had link-local flooding scope", 0: "Store and flood the LSA as if the type is understood"}},
	ospfV3LsaS12 - ospfLayer:                           {Name: "ospf.v3.lsa.s12", Label: "Flooding Scope", Type: Uint, Bits: 16, Hex: true, Names: ospfV3LsaS12Names},
	ospfV3LsaFc - ospfLayer:                            {Name: "ospf.v3.lsa.fc", Label: "Function Code", Type: Uint, Bits: 16, Names: ospfV3LsaFcNames},
	ospfV3LsaRouter - ospfLayer:                        {Name: "ospf.v3.lsa.router", Label: "Router-LSA", Type: Bool},
	ospfV3LsaNetwork - ospfLayer:                       {Name: "ospf.v3.lsa.network", Label: "Network-LSA", Type: Bool},
	ospfV3LsaInterprefix - ospfLayer:                   {Name: "ospf.v3.lsa.interprefix", Label: "Inter-Area-Prefix-LSA", Type: Bool},
	ospfV3LsaInterrouter - ospfLayer:                   {Name: "ospf.v3.lsa.interrouter", Label: "Inter-Area-Router-LSA", Type: Bool},
	ospfV3LsaAsext - ospfLayer:                         {Name: "ospf.v3.lsa.asext", Label: "AS-External-LSA", Type: Bool},
	ospfV3LsaMember - ospfLayer:                        {Name: "ospf.v3.lsa.member", Label: "Group-Membership-LSA", Type: Bool},
	ospfV3LsaNssa - ospfLayer:                          {Name: "ospf.v3.lsa.nssa", Label: "NSSA-LSA", Type: Bool},
	ospfV3LsaLink - ospfLayer:                          {Name: "ospf.v3.lsa.link", Label: "Link-LSA", Type: Bool},
	ospfV3LsaIntraprefix - ospfLayer:                   {Name: "ospf.v3.lsa.intraprefix", Label: "Intra-Area-Prefix-LSA", Type: Bool},
	ospfV3LsaOpaque - ospfLayer:                        {Name: "ospf.v3.lsa.opaque", Label: "Router Information Opaque-LSA", Type: Bool},
	ospfAdvrouter - ospfLayer:                          {Name: "ospf.advrouter", Label: "Advertising Router", Type: IPv4},
	ospfV2Options - ospfLayer:                          {Name: "ospf.v2.options", Label: "Options", Type: Uint, Bits: 8, Hex: true},
	ospfV2OptionsMt - ospfLayer:                        {Name: "ospf.v2.options.mt", Label: "(MT) Multi-Topology Routing", Type: Bool, Names: yesNames},
	ospfV2OptionsE - ospfLayer:                         {Name: "ospf.v2.options.e", Label: "(E) External Routing", Type: Bool, Names: capableNames},
	ospfV2OptionsMc - ospfLayer:                        {Name: "ospf.v2.options.mc", Label: "(MC) Multicast", Type: Bool, Names: capableNames},
	ospfV2OptionsN - ospfLayer:                         {Name: "ospf.v2.options.n", Label: "(N) NSSA", Type: Bool, Names: supportedNames},
	ospfV2OptionsP - ospfLayer:                         {Name: "ospf.v2.options.p", Label: "(P) Propagate", Type: Bool, Names: setNames},
	ospfV2OptionsL - ospfLayer:                         {Name: "ospf.v2.options.l", Label: "(L) LLS Data block", Type: Bool, Names: presentNames},
	ospfV2OptionsDc - ospfLayer:                        {Name: "ospf.v2.options.dc", Label: "(DC) Demand Circuits", Type: Bool, Names: supportedNames},
	ospfV2OptionsO - ospfLayer:                         {Name: "ospf.v2.options.o", Label: "O", Type: Bool, Names: setNames},
	ospfV2OptionsDn - ospfLayer:                        {Name: "ospf.v2.options.dn", Label: "DN", Type: Bool, Names: setNames},
	ospfV3Options - ospfLayer:                          {Name: "ospf.v3.options", Label: "Options", Type: Uint, Bits: 24, Hex: true},
	ospfV3OptionsV6 - ospfLayer:                        {Name: "ospf.v3.options.v6", Label: "V6", Type: Bool, Names: setNames},
	ospfV3OptionsE - ospfLayer:                         {Name: "ospf.v3.options.e", Label: "E", Type: Bool, Names: setNames},
	ospfV3OptionsMc - ospfLayer:                        {Name: "ospf.v3.options.mc", Label: "MC", Type: Bool, Names: setNames},
	ospfV3OptionsN - ospfLayer:                         {Name: "ospf.v3.options.n", Label: "N", Type: Bool, Names: setNames},
	ospfV3OptionsR - ospfLayer:                         {Name: "ospf.v3.options.r", Label: "R", Type: Bool, Names: setNames},
	ospfV3OptionsDc - ospfLayer:                        {Name: "ospf.v3.options.dc", Label: "DC", Type: Bool, Names: setNames},
	ospfV3OptionsAf - ospfLayer:                        {Name: "ospf.v3.options.af", Label: "AF", Type: Bool, Names: setNames},
	ospfV3OptionsL - ospfLayer:                         {Name: "ospf.v3.options.l", Label: "L", Type: Bool, Names: setNames},
	ospfV3OptionsAt - ospfLayer:                        {Name: "ospf.v3.options.at", Label: "AT", Type: Bool, Names: setNames},
	ospfDbd - ospfLayer:                                {Name: "ospf.dbd", Label: "DB Description", Type: Uint, Bits: 8, Hex: true},
	ospfDbdR - ospfLayer:                               {Name: "ospf.dbd.r", Label: "(R) OOBResync", Type: Bool, Names: setNames},
	ospfDbdI - ospfLayer:                               {Name: "ospf.dbd.i", Label: "(I) Init", Type: Bool, Names: setNames},
	ospfDbdM - ospfLayer:                               {Name: "ospf.dbd.m", Label: "(M) More", Type: Bool, Names: setNames},
	ospfDbdMs - ospfLayer:                              {Name: "ospf.dbd.ms", Label: "(MS) Master", Type: Bool, Names: yesNames},
	ospfLlsExtOptions - ospfLayer:                      {Name: "ospf.lls.ext.options", Label: "Options", Type: Uint, Bits: 32, Hex: true},
	ospfLlsExtOptionsLr - ospfLayer:                    {Name: "ospf.lls.ext.options.lr", Label: "(LR) LSDB Resynchronization", Type: Bool, Names: setNames},
	ospfLlsExtOptionsRs - ospfLayer:                    {Name: "ospf.lls.ext.options.rs", Label: "(RS) Restart Signal", Type: Bool, Names: setNames},
	ospfV2RouterLsaFlags - ospfLayer:                   {Name: "ospf.v2.router.lsa.flags", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	ospfV2RouterLsaFlagsB - ospfLayer:                  {Name: "ospf.v2.router.lsa.flags.b", Label: "(B) Area border router", Type: Bool, Names: yesNames},
	ospfV2RouterLsaFlagsE - ospfLayer:                  {Name: "ospf.v2.router.lsa.flags.e", Label: "(E) AS boundary router", Type: Bool, Names: yesNames},
	ospfV2RouterLsaFlagsV - ospfLayer:                  {Name: "ospf.v2.router.lsa.flags.v", Label: "(V) Virtual link endpoint", Type: Bool, Names: yesNames},
	ospfV2RouterLsaFlagsW - ospfLayer:                  {Name: "ospf.v2.router.lsa.flags.w", Label: "(W) Wild-card multicast receiver", Type: Bool, Names: yesNames},
	ospfV2RouterLsaFlagsN - ospfLayer:                  {Name: "ospf.v2.router.lsa.flags.n", Label: "(N) flag", Type: Bool, Names: yesNames},
	ospfV2RouterLsaFlagsH - ospfLayer:                  {Name: "ospf.v2.router.lsa.flags.h", Label: "(H) flag", Type: Bool, Names: yesNames},
	ospfV3RouterLsaFlags - ospfLayer:                   {Name: "ospf.v3.router.lsa.flags", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	ospfV3RouterLsaFlagsB - ospfLayer:                  {Name: "ospf.v3.router.lsa.flags.b", Label: "(B) Area border router", Type: Bool, Names: yesNames},
	ospfV3RouterLsaFlagsE - ospfLayer:                  {Name: "ospf.v3.router.lsa.flags.e", Label: "(E) AS boundary router", Type: Bool, Names: yesNames},
	ospfV3RouterLsaFlagsV - ospfLayer:                  {Name: "ospf.v3.router.lsa.flags.v", Label: "(V) Virtual link endpoint", Type: Bool, Names: yesNames},
	ospfV3RouterLsaFlagsW - ospfLayer:                  {Name: "ospf.v3.router.lsa.flags.w", Label: "(W) Wild-card multicast receiver", Type: Bool, Names: yesNames},
	ospfV3AsExternalFlags - ospfLayer:                  {Name: "ospf.v3.as.external.flags", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	ospfV3AsExternalFlagsT - ospfLayer:                 {Name: "ospf.v3.as.external.flags.t", Label: "(T) External Route Tag", Type: Bool, Names: presentNames},
	ospfV3AsExternalFlagsF - ospfLayer:                 {Name: "ospf.v3.as.external.flags.f", Label: "(F) Forwarding Address", Type: Bool, Names: map[uint64]string{1: "Present", 0: "Absent"}},
	ospfV3AsExternalFlagsE - ospfLayer:                 {Name: "ospf.v3.as.external.flags.e", Label: "(E) External Metric", Type: Bool, Names: map[uint64]string{1: "Type 2", 0: "Type 1"}},
	ospfV3PrefixOptions - ospfLayer:                    {Name: "ospf.v3.prefix.options", Label: "PrefixOptions", Type: Uint, Bits: 8, Hex: true},
	ospfV3PrefixOptionsNu - ospfLayer:                  {Name: "ospf.v3.prefix.options.nu", Label: "(NU) NoUnicast", Type: Bool, Names: setNames},
	ospfV3PrefixOptionsLa - ospfLayer:                  {Name: "ospf.v3.prefix.options.la", Label: "(LA) Local Address", Type: Bool, Names: setNames},
	ospfV3PrefixOptionsMc - ospfLayer:                  {Name: "ospf.v3.prefix.options.mc", Label: "(MC) Multicast", Type: Bool, Names: setNames},
	ospfV3PrefixOptionsP - ospfLayer:                   {Name: "ospf.v3.prefix.options.p", Label: "(P) Propagate", Type: Bool, Names: setNames},
	ospfLlsChecksum - ospfLayer:                        {Name: "ospf.lls.checksum", Label: "Checksum", Type: Uint, Bits: 16, Hex: true},
	ospfLlsDataLength - ospfLayer:                      {Name: "ospf.lls.data_length", Label: "LLS Data Length", Type: Uint, Bits: 16},
	ospfDbInterfaceMtu - ospfLayer:                     {Name: "ospf.db.interface_mtu", Label: "Interface MTU", Type: Uint, Bits: 16},
	ospfDbDdSequence - ospfLayer:                       {Name: "ospf.db.dd_sequence", Label: "DD Sequence", Type: Uint, Bits: 32},
	ospfLinkStateID - ospfLayer:                        {Name: "ospf.link_state_id", Label: "Link State ID", Type: IPv4},
	ospfLsNumberOfLsas - ospfLayer:                     {Name: "ospf.ls.number_of_lsas", Label: "Number of LSAs", Type: Uint, Bits: 32},
	ospfLsidOpaqueID - ospfLayer:                       {Name: "ospf.lsid.opaque_id", Label: "Link State ID Opaque ID", Type: Uint, Bits: 24},
	ospfLsaNumberOfLinks - ospfLayer:                   {Name: "ospf.lsa.number_of_links", Label: "Number of Links", Type: Uint, Bits: 16},
	ospfV3LsaDoNotAge - ospfLayer:                      {Name: "ospf.v3.lsa.do_not_age", Label: "Do Not Age", Type: Bool},
	ospfV3LsaInterfaceID - ospfLayer:                   {Name: "ospf.v3.lsa.interface_id", Label: "Interface ID", Type: Uint, Bits: 32},
	ospfV3LsaNeighborInterfaceID - ospfLayer:           {Name: "ospf.v3.lsa.neighbor_interface_id", Label: "Neighbor Interface ID", Type: Uint, Bits: 32},
	ospfV3LsaNeighborRouterID - ospfLayer:              {Name: "ospf.v3.lsa.neighbor_router_id", Label: "Neighbor Router ID", Type: IPv4},
	ospfV3LsaAttachedRouter - ospfLayer:                {Name: "ospf.v3.lsa.attached_router", Label: "Attached Router", Type: IPv4},
	ospfV3LsaDestinationRouterID - ospfLayer:           {Name: "ospf.v3.lsa.destination_router_id", Label: "Destination Router ID", Type: IPv4},
	ospfV3LsaReferencedLsType - ospfLayer:              {Name: "ospf.v3.lsa.referenced_ls_type", Label: "Referenced LS type", Type: Uint, Bits: 16, Hex: true, Names: ospfV3LsaFcNames},
	ospfV3LsaForwardingAddressIpv6 - ospfLayer:         {Name: "ospf.v3.lsa.forwarding_address.ipv6", Label: "Forwarding Address", Type: IPv6},
	ospfV3LsaExternalRouteTag - ospfLayer:              {Name: "ospf.v3.lsa.external_route_tag", Label: "External Route Tag", Type: Uint, Bits: 32},
	ospfV3LsaReferencedLinkStateID - ospfLayer:         {Name: "ospf.v3.lsa.referenced_link_state_id", Label: "Referenced Link State ID", Type: IPv4},
	ospfV3LsaRouterPriority - ospfLayer:                {Name: "ospf.v3.lsa.router_priority", Label: "Router Priority", Type: Uint, Bits: 8},
	ospfV3LsaLinkLocalInterfaceAddressIpv6 - ospfLayer: {Name: "ospf.v3.lsa.link_local_interface_address.ipv6", Label: "Link-local Interface Address", Type: IPv6},
	ospfV3LsaReferencedAdvertisingRouter - ospfLayer:   {Name: "ospf.v3.lsa.referenced_advertising_router", Label: "Referenced Advertising Router", Type: IPv4},
	ospfLsaAsextType - ospfLayer:                       {Name: "ospf.lsa.asext.type", Label: "External Type", Type: Bool, Names: map[uint64]string{1: "Type 2 (metric is larger than any other link state path)", 0: "Type 1 (metric is specified in the same units as interface cost)"}},
	ospfLsaTos - ospfLayer:                             {Name: "ospf.lsa.tos", Label: "TOS", Type: Uint, Bits: 8},
	ospfV3LsaType - ospfLayer:                          {Name: "ospf.v3.lsa.type", Label: "Type", Type: Uint, Bits: 8, Names: ospfV3LsaTypeNames},
	ospfMetric - ospfLayer:                             {Name: "ospf.metric", Label: "Metric", Type: Uint, Bits: 32},
	ospfPrefixLength - ospfLayer:                       {Name: "ospf.prefix_length", Label: "PrefixLength", Type: Uint, Bits: 8},
	ospfLsMetric - ospfLayer:                           {Name: "ospf.ls.metric", Label: "Metric", Type: Uint, Bits: 32},
	ospfV3LsaNumPrefixes - ospfLayer:                   {Name: "ospf.v3.lsa.num_prefixes", Label: "# prefixes", Type: Uint, Bits: 32},
	ospfV3AddressPrefixIpv6 - ospfLayer:                {Name: "ospf.v3.address_prefix.ipv6", Label: "Address Prefix", Type: IPv6},
	ospfLsidTeLsaReserved - ospfLayer:                  {Name: "ospf.lsid_te_lsa.reserved", Label: "Link State ID TE-LSA Reserved", Type: Uint, Bits: 8},
	ospfLsidTeLsaInstance - ospfLayer:                  {Name: "ospf.lsid_te_lsa.instance", Label: "Link State ID TE-LSA Instance", Type: Uint, Bits: 16},
	ospfV2LlsSequenceNumber - ospfLayer:                {Name: "ospf.v2.lls.sequence_number", Label: "Sequence number", Type: Uint, Bits: 32, Hex: true},
	ospfV2LlsAuthData - ospfLayer:                      {Name: "ospf.v2.lls.auth_data", Label: "Auth Data", Type: Bytes},
	ospfV3LlsExtOptionsTlv - ospfLayer:                 {Name: "ospf.v3.lls.ext.options.tlv", Label: "Extended Options TLV", Type: None},
	ospfV3LlsExtOptions - ospfLayer:                    {Name: "ospf.v3.lls.ext.options", Label: "Options", Type: Uint, Bits: 32, Hex: true},
	ospfV3LlsExtOptionsLr - ospfLayer:                  {Name: "ospf.v3.lls.ext.options.lr", Label: "(LR) LSDB Resynchronization", Type: Bool, Names: setNames},
	ospfV3LlsExtOptionsRs - ospfLayer:                  {Name: "ospf.v3.lls.ext.options.rs", Label: "(RS) Restart Signal", Type: Bool, Names: setNames},
	ospfLsaTosMissing - ospfLayer:                      {Name: "ospf.lsa.tos_missing", Label: "Blocks missing", Type: None},
	ospfLsaUnknownType - ospfLayer:                     {Name: "ospf.lsa.unknown_type", Label: "Unknown LSA Type", Type: None},
}
