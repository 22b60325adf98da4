package packet

// The fields of records, options and operations of DNS that are seen less often,
// and of the protocols that share its messages.
const (
	mdnsLayer FieldID = dnsLast + iota
	llmnrLayer
	dnsA6AddressSuffix
	dnsA6PrefixLen
	dnsA6PrefixName
	dnsAplAddressFamily
	dnsAplAfdlength
	dnsAplAfdpartData
	dnsAplAfdpartIpv4
	dnsAplAfdpartIpv6
	dnsAplCodedPrefix
	dnsAplNegation
	dnsCsyncFlags
	dnsCsyncFlagsImmediate
	dnsCsyncFlagsSoaminimum
	dnsCsyncSoa
	dnsCsyncTypeBitmap
	dnsDhcidRdata
	dnsDso
	dnsDsoTlv
	dnsDsoTlvData
	dnsDsoTlvEncpadPadding
	dnsDsoTlvKeepaliveInactivity
	dnsDsoTlvKeepaliveInterval
	dnsDsoTlvLength
	dnsDsoTlvRetrydelayRetrydelay
	dnsDsoTlvType
	dnsEui64
	dnsExtraneous
	dnsExtraneousData
	dnsExtraneousLength
	dnsFlagsConflict
	dnsFlagsTentative
	dnsGposAltitude
	dnsGposAltitudeLength
	dnsGposLatitude
	dnsGposLatitudeLength
	dnsGposLongitude
	dnsGposLongitudeLength
	dnsHipHit
	dnsHipHitLength
	dnsHipHitPkAlgo
	dnsHipPk
	dnsHipPkLength
	dnsHipRendezvousServer
	dnsIdsnAddress
	dnsIdsnLength
	dnsIdsnSaAddress
	dnsIdsnSaLength
	dnsIlnpL32
	dnsIlnpL32Preference
	dnsIlnpL64
	dnsIlnpL64Preference
	dnsIlnpLp
	dnsIlnpLpPreference
	dnsIlnpNid
	dnsIlnpNidPreference
	dnsIpseckeyGatewayAlgorithm
	dnsIpseckeyGatewayDNS
	dnsIpseckeyGatewayIpv4
	dnsIpseckeyGatewayIpv6
	dnsIpseckeyGatewayPrecedence
	dnsIpseckeyGatewayType
	dnsIpseckeyPublicKey
	dnsKeyAlgorithm
	dnsKeyFlags
	dnsKeyFlagsAssociatedNamedEntity
	dnsKeyFlagsAssociatedUser
	dnsKeyFlagsAuthentication
	dnsKeyFlagsConfidentiality
	dnsKeyFlagsIpsec
	dnsKeyFlagsMime
	dnsKeyFlagsRequired
	dnsKeyFlagsSignatory
	dnsKeyKeyID
	dnsKeyProtocol
	dnsKeyPublicKey
	dnsLocUnknownData
	dnsMb
	dnsMd
	dnsMf
	dnsMg
	dnsMinfoE
	dnsMinfoR
	dnsMr
	dnsNsapRdata
	dnsNsapPtrOwner
	dnsNull
	dnsNxtNextDomainName
	dnsOpenpgpkey
	dnsOptChainFqdn
	dnsPxMap400
	dnsPxMap822
	dnsPxPreference
	dnsQryQu
	dnsRespCacheFlush
	dnsRetransmission
	dnsRetransmitRequest
	dnsRetransmitRequestIn
	dnsRetransmitResponse
	dnsRetransmitResponseIn
	dnsRtIntermediateHost
	dnsRtSubtype
	dnsSvcbSvcparamOdohconfig
	dnsTkeyAlgoName
	dnsTkeyError
	dnsTkeyKeyData
	dnsTkeyKeySize
	dnsTkeyMode
	dnsTkeyOtherData
	dnsTkeyOtherSize
	dnsTkeySignatureExpiration
	dnsTkeySignatureInception
	dnsTsigAlgorithmName
	dnsTsigError
	dnsTsigFudge
	dnsTsigMac
	dnsTsigMacSize
	dnsTsigOriginalID
	dnsTsigOtherData
	dnsTsigOtherLen
	dnsTsigTimeSigned
	dnsUndecodedType
	dnsUnsolicited
	dnsWinsCacheTimeout
	dnsWinsLocalFlag
	dnsWinsLookupTimeout
	dnsWinsNbWinsServers
	dnsWinsWinsServer
	dnsWinsrCacheTimeout
	dnsWinsrLocalFlag
	dnsWinsrLookupTimeout
	dnsWinsrNameResultDomain
	dnsWksAddress
	dnsWksBits
	dnsWksProtocol
	dnsX25Length
	dnsX25PsdnAddress
	dnsXpfDestinationIpv4
	dnsXpfDestinationIpv6
	dnsXpfDport
	dnsXpfIPVersion
	dnsXpfProtocol
	dnsXpfSourceIpv4
	dnsXpfSourceIpv6
	dnsXpfSport
	dnsZonemdDigest
	dnsZonemdHashAlgo
	dnsZonemdScheme
	dnsZonemdSerial
	dnsTsigNoalg
	dnsTTLHighBitSet
	dnsDeprOpc
	dnsKeyIDBufferTooShort
	dnsOptBadLength
	dnsRareLast
)

var dnsRareFields = [...]Info{
	0:                                            {Name: "mdns", Label: "Multicast Domain Name System", Type: Protocol},
	llmnrLayer - mdnsLayer:                       {Name: "llmnr", Label: "Link-local Multicast Name Resolution", Type: Protocol},
	dnsA6AddressSuffix - mdnsLayer:               {Name: "dns.a6.address_suffix", Label: "Address Suffix", Type: IPv6},
	dnsA6PrefixLen - mdnsLayer:                   {Name: "dns.a6.prefix_len", Label: "Prefix len", Type: Uint, Bits: 8},
	dnsA6PrefixName - mdnsLayer:                  {Name: "dns.a6.prefix_name", Label: "Prefix name", Type: String},
	dnsAplAddressFamily - mdnsLayer:              {Name: "dns.apl.address_family", Label: "Address Family", Type: Uint, Bits: 16, Names: dnsOptClientFamilyNames},
	dnsAplAfdlength - mdnsLayer:                  {Name: "dns.apl.afdlength", Label: "Address Length", Type: Uint, Bits: 8},
	dnsAplAfdpartData - mdnsLayer:                {Name: "dns.apl.afdpart.data", Label: "Address", Type: Bytes},
	dnsAplAfdpartIpv4 - mdnsLayer:                {Name: "dns.apl.afdpart.ipv4", Label: "Address", Type: IPv4},
	dnsAplAfdpartIpv6 - mdnsLayer:                {Name: "dns.apl.afdpart.ipv6", Label: "Address", Type: IPv6},
	dnsAplCodedPrefix - mdnsLayer:                {Name: "dns.apl.coded_prefix", Label: "Prefix Length", Type: Uint, Bits: 8},
	dnsAplNegation - mdnsLayer:                   {Name: "dns.apl.negation", Label: "Negation Flag", Type: Bool, Names: map[uint64]string{1: "Yes (!)", 0: "No (0)"}},
	dnsCsyncFlags - mdnsLayer:                    {Name: "dns.csync.flags", Label: "Flags", Type: Uint, Bits: 16, Hex: true},
	dnsCsyncFlagsImmediate - mdnsLayer:           {Name: "dns.csync.flags.immediate", Label: "immediate", Type: Bool},
	dnsCsyncFlagsSoaminimum - mdnsLayer:          {Name: "dns.csync.flags.soaminimum", Label: "soaminimum", Type: Bool},
	dnsCsyncSoa - mdnsLayer:                      {Name: "dns.csync.soa", Label: "SOA", Type: Uint, Bits: 32},
	dnsCsyncTypeBitmap - mdnsLayer:               {Name: "dns.csync.type_bitmap", Label: "Type Bitmap", Type: Bytes},
	dnsDhcidRdata - mdnsLayer:                    {Name: "dns.dhcid.rdata", Label: "DHCID Data", Type: Bytes},
	dnsDso - mdnsLayer:                           {Name: "dns.dso", Label: "DNS Stateful Operation", Type: None},
	dnsDsoTlv - mdnsLayer:                        {Name: "dns.dso.tlv", Label: "DSO TLV", Type: None},
	dnsDsoTlvData - mdnsLayer:                    {Name: "dns.dso.tlv.data", Label: "Data", Type: Bytes},
	dnsDsoTlvEncpadPadding - mdnsLayer:           {Name: "dns.dso.tlv.encpad.padding", Label: "Padding", Type: Bytes},
	dnsDsoTlvKeepaliveInactivity - mdnsLayer:     {Name: "dns.dso.tlv.keepalive.inactivity", Label: "Inactivity Timeout", Type: Uint, Bits: 32},
	dnsDsoTlvKeepaliveInterval - mdnsLayer:       {Name: "dns.dso.tlv.keepalive.interval", Label: "Keepalive Interval", Type: Uint, Bits: 32},
	dnsDsoTlvLength - mdnsLayer:                  {Name: "dns.dso.tlv.length", Label: "Length", Type: Uint, Bits: 16},
	dnsDsoTlvRetrydelayRetrydelay - mdnsLayer:    {Name: "dns.dso.tlv.retrydelay.retrydelay", Label: "Retry Delay", Type: Uint, Bits: 32},
	dnsDsoTlvType - mdnsLayer:                    {Name: "dns.dso.tlv.type", Label: "Type", Type: Uint, Bits: 16},
	dnsEui64 - mdnsLayer:                         {Name: "dns.eui64", Label: "EUI64 Address", Type: EUI64},
	dnsExtraneous - mdnsLayer:                    {Name: "dns.extraneous", Label: "Extraneous data", Type: None},
	dnsExtraneousData - mdnsLayer:                {Name: "dns.extraneous.data", Label: "Extraneous Data Bytes", Type: Bytes},
	dnsExtraneousLength - mdnsLayer:              {Name: "dns.extraneous.length", Label: "Extraneous Data Length", Type: Int, Bits: 32},
	dnsFlagsConflict - mdnsLayer:                 {Name: "dns.flags.conflict", Label: "Conflict", Type: Bool, Names: map[uint64]string{1: "The sender received multiple responses", 0: "None"}},
	dnsFlagsTentative - mdnsLayer:                {Name: "dns.flags.tentative", Label: "Tentative", Type: Bool, Names: map[uint64]string{1: "Tentative", 0: "Not tentative"}},
	dnsGposAltitude - mdnsLayer:                  {Name: "dns.gpos.altitude", Label: "Altitude", Type: String},
	dnsGposAltitudeLength - mdnsLayer:            {Name: "dns.gpos.altitude_length", Label: "Altitude length", Type: Uint, Bits: 8},
	dnsGposLatitude - mdnsLayer:                  {Name: "dns.gpos.latitude", Label: "Latitude", Type: String},
	dnsGposLatitudeLength - mdnsLayer:            {Name: "dns.gpos.latitude_length", Label: "Latitude length", Type: Uint, Bits: 8},
	dnsGposLongitude - mdnsLayer:                 {Name: "dns.gpos.longitude", Label: "Longitude", Type: String},
	dnsGposLongitudeLength - mdnsLayer:           {Name: "dns.gpos.longitude_length", Label: "Longitude length", Type: Uint, Bits: 8},
	dnsHipHit - mdnsLayer:                        {Name: "dns.hip.hit", Label: "Host Identity Tag", Type: Bytes},
	dnsHipHitLength - mdnsLayer:                  {Name: "dns.hip.hit.length", Label: "HIT length", Type: Uint, Bits: 8},
	dnsHipHitPkAlgo - mdnsLayer:                  {Name: "dns.hip.hit.pk.algo", Label: "HIT length", Type: Uint, Bits: 8, Names: dnsHipHitPkAlgoNames},
	dnsHipPk - mdnsLayer:                         {Name: "dns.hip.pk", Label: "HIP Public Key", Type: Bytes},
	dnsHipPkLength - mdnsLayer:                   {Name: "dns.hip.pk.length", Label: "PK length", Type: Uint, Bits: 16},
	dnsHipRendezvousServer - mdnsLayer:           {Name: "dns.hip.rendezvous_server", Label: "Rendezvous Server", Type: String},
	dnsIdsnAddress - mdnsLayer:                   {Name: "dns.idsn.address", Label: "ISDN Address", Type: String},
	dnsIdsnLength - mdnsLayer:                    {Name: "dns.idsn.length", Label: "Length", Type: Uint, Bits: 8},
	dnsIdsnSaAddress - mdnsLayer:                 {Name: "dns.idsn.sa.address", Label: "Sub Address", Type: String},
	dnsIdsnSaLength - mdnsLayer:                  {Name: "dns.idsn.sa.length", Label: "Length", Type: Uint, Bits: 8},
	dnsIlnpL32 - mdnsLayer:                       {Name: "dns.ilnp.l32", Label: "Locator32", Type: IPv4},
	dnsIlnpL32Preference - mdnsLayer:             {Name: "dns.ilnp.l32.preference", Label: "Preference", Type: Uint, Bits: 16},
	dnsIlnpL64 - mdnsLayer:                       {Name: "dns.ilnp.l64", Label: "Locator64", Type: Bytes},
	dnsIlnpL64Preference - mdnsLayer:             {Name: "dns.ilnp.l64.preference", Label: "Preference", Type: Uint, Bits: 16},
	dnsIlnpLp - mdnsLayer:                        {Name: "dns.ilnp.lp", Label: "Locator FQDN", Type: String},
	dnsIlnpLpPreference - mdnsLayer:              {Name: "dns.ilnp.lp.preference", Label: "Preference", Type: Uint, Bits: 16},
	dnsIlnpNid - mdnsLayer:                       {Name: "dns.ilnp.nid", Label: "NodeID", Type: Bytes},
	dnsIlnpNidPreference - mdnsLayer:             {Name: "dns.ilnp.nid.preference", Label: "Preference", Type: Uint, Bits: 16},
	dnsIpseckeyGatewayAlgorithm - mdnsLayer:      {Name: "dns.ipseckey.gateway_algorithm", Label: "Gateway Algorithm", Type: Uint, Bits: 8, Names: dnsIpseckeyGatewayAlgorithmNames},
	dnsIpseckeyGatewayDNS - mdnsLayer:            {Name: "dns.ipseckey.gateway_dns", Label: "DNS Gateway", Type: String},
	dnsIpseckeyGatewayIpv4 - mdnsLayer:           {Name: "dns.ipseckey.gateway_ipv4", Label: "IPv4 Gateway", Type: IPv4},
	dnsIpseckeyGatewayIpv6 - mdnsLayer:           {Name: "dns.ipseckey.gateway_ipv6", Label: "IPv6 Gateway", Type: IPv6},
	dnsIpseckeyGatewayPrecedence - mdnsLayer:     {Name: "dns.ipseckey.gateway_precedence", Label: "Gateway Precedence", Type: Uint, Bits: 8},
	dnsIpseckeyGatewayType - mdnsLayer:           {Name: "dns.ipseckey.gateway_type", Label: "Gateway Type", Type: Uint, Bits: 8, Names: dnsIpseckeyGatewayTypeNames},
	dnsIpseckeyPublicKey - mdnsLayer:             {Name: "dns.ipseckey.public_key", Label: "Public Key", Type: Bytes},
	dnsKeyAlgorithm - mdnsLayer:                  {Name: "dns.key.algorithm", Label: "Algorithm", Type: Uint, Bits: 8, Names: dnsAlgorithmNames},
	dnsKeyFlags - mdnsLayer:                      {Name: "dns.key.flags", Label: "Flags", Type: Uint, Bits: 16, Hex: true},
	dnsKeyFlagsAssociatedNamedEntity - mdnsLayer: {Name: "dns.key.flags.associated_named_entity", Label: "Key is associated with the named entity", Type: Bool, Names: yesNames},
	dnsKeyFlagsAssociatedUser - mdnsLayer:        {Name: "dns.key.flags.associated_user", Label: "Key is associated with a user", Type: Bool, Names: yesNames},
	dnsKeyFlagsAuthentication - mdnsLayer:        {Name: "dns.key.flags.authentication", Label: "Key allowed for authentication", Type: Bool, Names: forbiddenNames},
	dnsKeyFlagsConfidentiality - mdnsLayer:       {Name: "dns.key.flags.confidentiality", Label: "Key allowed for confidentiality", Type: Bool, Names: forbiddenNames},
	dnsKeyFlagsIpsec - mdnsLayer:                 {Name: "dns.key.flags.ipsec", Label: "Key use with IPSEC", Type: Bool, Names: validNames},
	dnsKeyFlagsMime - mdnsLayer:                  {Name: "dns.key.flags.mime", Label: "Key use with MIME security multiparts", Type: Bool, Names: validNames},
	dnsKeyFlagsRequired - mdnsLayer:              {Name: "dns.key.flags.required", Label: "Key required", Type: Bool, Names: map[uint64]string{1: "Experimental or optional", 0: "Required"}},
	dnsKeyFlagsSignatory - mdnsLayer:             {Name: "dns.key.flags.signatory", Label: "Signatory", Type: Uint, Bits: 16},
	dnsKeyKeyID - mdnsLayer:                      {Name: "dns.key.key_id", Label: "Key ID", Type: Uint, Bits: 16},
	dnsKeyProtocol - mdnsLayer:                   {Name: "dns.key.protocol", Label: "Protocol", Type: Uint, Bits: 8},
	dnsKeyPublicKey - mdnsLayer:                  {Name: "dns.key.public_key", Label: "Public Key", Type: Bytes},
	dnsLocUnknownData - mdnsLayer:                {Name: "dns.loc.unknown_data", Label: "Unknown data", Type: Bytes},
	dnsMb - mdnsLayer:                            {Name: "dns.mb", Label: "MailBox Domaine", Type: String},
	dnsMd - mdnsLayer:                            {Name: "dns.md", Label: "Mail Destination", Type: String},
	dnsMf - mdnsLayer:                            {Name: "dns.mf", Label: "Mail Forwarder", Type: String},
	dnsMg - mdnsLayer:                            {Name: "dns.mg", Label: "Mail Group member", Type: String},
	dnsMinfoE - mdnsLayer:                        {Name: "dns.minfo.e", Label: "Error Mailbox", Type: String},
	dnsMinfoR - mdnsLayer:                        {Name: "dns.minfo.r", Label: "Responsible Mailbox", Type: String},
	dnsMr - mdnsLayer:                            {Name: "dns.mr", Label: "Mail Rename domaine", Type: String},
	dnsNsapRdata - mdnsLayer:                     {Name: "dns.nsap.rdata", Label: "NSAP Data", Type: Bytes},
	dnsNsapPtrOwner - mdnsLayer:                  {Name: "dns.nsap_ptr.owner", Label: "Owner", Type: String},
	dnsNull - mdnsLayer:                          {Name: "dns.null", Label: "Null (data)", Type: Bytes},
	dnsNxtNextDomainName - mdnsLayer:             {Name: "dns.nxt.next_domain_name", Label: "Next Domain Name", Type: String},
	dnsOpenpgpkey - mdnsLayer:                    {Name: "dns.openpgpkey", Label: "OpenPGP Key", Type: String},
	dnsOptChainFqdn - mdnsLayer:                  {Name: "dns.opt.chain.fqdn", Label: "Closest Trust Point", Type: String},
	dnsPxMap400 - mdnsLayer:                      {Name: "dns.px.map400", Label: "MAPX400", Type: String},
	dnsPxMap822 - mdnsLayer:                      {Name: "dns.px.map822", Label: "MAP822", Type: String},
	dnsPxPreference - mdnsLayer:                  {Name: "dns.px.preference", Label: "Preference", Type: Uint, Bits: 16},
	dnsQryQu - mdnsLayer:                         {Name: "dns.qry.qu", Label: "\"QU\" question", Type: Bool},
	dnsRespCacheFlush - mdnsLayer:                {Name: "dns.resp.cache_flush", Label: "Cache flush", Type: Bool},
	dnsRetransmission - mdnsLayer:                {Name: "dns.retransmission", Label: "Retransmission", Type: Bool},
	dnsRetransmitRequest - mdnsLayer:             {Name: "dns.retransmit_request", Label: "DNS query retransmission", Type: None},
	dnsRetransmitRequestIn - mdnsLayer:           {Name: "dns.retransmit_request_in", Label: "Retransmitted request. Original request in", Type: Uint, Bits: 32},
	dnsRetransmitResponse - mdnsLayer:            {Name: "dns.retransmit_response", Label: "DNS response retransmission", Type: None},
	dnsRetransmitResponseIn - mdnsLayer:          {Name: "dns.retransmit_response_in", Label: "Retransmitted response. Original response in", Type: Uint, Bits: 32},
	dnsRtIntermediateHost - mdnsLayer:            {Name: "dns.rt.intermediate_host", Label: "Intermediate Hostname", Type: String},
	dnsRtSubtype - mdnsLayer:                     {Name: "dns.rt.subtype", Label: "Preference", Type: Uint, Bits: 16},
	dnsSvcbSvcparamOdohconfig - mdnsLayer:        {Name: "dns.svcb.svcparam.odohconfig", Label: "ODoHConfig", Type: Bytes},
	dnsTkeyAlgoName - mdnsLayer:                  {Name: "dns.tkey.algo_name", Label: "Algorithm name", Type: String},
	dnsTkeyError - mdnsLayer:                     {Name: "dns.tkey.error", Label: "Error", Type: Uint, Bits: 16, Names: dnsCodeNames},
	dnsTkeyKeyData - mdnsLayer:                   {Name: "dns.tkey.key_data", Label: "Key Data", Type: Bytes},
	dnsTkeyKeySize - mdnsLayer:                   {Name: "dns.tkey.key_size", Label: "Key Size", Type: Uint, Bits: 16},
	dnsTkeyMode - mdnsLayer:                      {Name: "dns.tkey.mode", Label: "Mode", Type: Uint, Bits: 16, Names: dnsTkeyModeNames},
	dnsTkeyOtherData - mdnsLayer:                 {Name: "dns.tkey.other_data", Label: "Other Data", Type: Bytes},
	dnsTkeyOtherSize - mdnsLayer:                 {Name: "dns.tkey.other_size", Label: "Other Size", Type: Uint, Bits: 16},
	dnsTkeySignatureExpiration - mdnsLayer:       {Name: "dns.tkey.signature_expiration", Label: "Signature Expiration", Type: Time},
	dnsTkeySignatureInception - mdnsLayer:        {Name: "dns.tkey.signature_inception", Label: "Signature Inception", Type: Time},
	dnsTsigAlgorithmName - mdnsLayer:             {Name: "dns.tsig.algorithm_name", Label: "Algorithm Name", Type: String},
	dnsTsigError - mdnsLayer:                     {Name: "dns.tsig.error", Label: "Error", Type: Uint, Bits: 16, Names: dnsCodeNames},
	dnsTsigFudge - mdnsLayer:                     {Name: "dns.tsig.fudge", Label: "Fudge", Type: Uint, Bits: 16},
	dnsTsigMac - mdnsLayer:                       {Name: "dns.tsig.mac", Label: "MAC", Type: None},
	dnsTsigMacSize - mdnsLayer:                   {Name: "dns.tsig.mac_size", Label: "MAC Size", Type: Uint, Bits: 16},
	dnsTsigOriginalID - mdnsLayer:                {Name: "dns.tsig.original_id", Label: "Original Id", Type: Uint, Bits: 16},
	dnsTsigOtherData - mdnsLayer:                 {Name: "dns.tsig.other_data", Label: "Other Data", Type: Bytes},
	dnsTsigOtherLen - mdnsLayer:                  {Name: "dns.tsig.other_len", Label: "Other Len", Type: Uint, Bits: 16},
	dnsTsigTimeSigned - mdnsLayer:                {Name: "dns.tsig.time_signed", Label: "Time Signed", Type: Time},
	dnsUndecodedType - mdnsLayer:                 {Name: "dns.undecoded.type", Label: "Undecoded option", Type: None},
	dnsUnsolicited - mdnsLayer:                   {Name: "dns.unsolicited", Label: "Unsolicited", Type: Bool},
	dnsWinsCacheTimeout - mdnsLayer:              {Name: "dns.wins.cache_timeout", Label: "Cache timeout", Type: Uint, Bits: 32},
	dnsWinsLocalFlag - mdnsLayer:                 {Name: "dns.wins.local_flag", Label: "Local Flag", Type: Bool},
	dnsWinsLookupTimeout - mdnsLayer:             {Name: "dns.wins.lookup_timeout", Label: "Lookup timeout", Type: Uint, Bits: 32},
	dnsWinsNbWinsServers - mdnsLayer:             {Name: "dns.wins.nb_wins_servers", Label: "Number of WINS servers", Type: Uint, Bits: 32},
	dnsWinsWinsServer - mdnsLayer:                {Name: "dns.wins.wins_server", Label: "WINS Server Address", Type: IPv4},
	dnsWinsrCacheTimeout - mdnsLayer:             {Name: "dns.winsr.cache_timeout", Label: "Cache timeout", Type: Uint, Bits: 32},
	dnsWinsrLocalFlag - mdnsLayer:                {Name: "dns.winsr.local_flag", Label: "Local Flag", Type: Bool},
	dnsWinsrLookupTimeout - mdnsLayer:            {Name: "dns.winsr.lookup_timeout", Label: "Lookup timeout", Type: Uint, Bits: 32},
	dnsWinsrNameResultDomain - mdnsLayer:         {Name: "dns.winsr.name_result_domain", Label: "Name Result Domain", Type: String},
	dnsWksAddress - mdnsLayer:                    {Name: "dns.wks.address", Label: "Address", Type: IPv4},
	dnsWksBits - mdnsLayer:                       {Name: "dns.wks.bits", Label: "Bits", Type: Uint, Bits: 8, Hex: true},
	dnsWksProtocol - mdnsLayer:                   {Name: "dns.wks.protocol", Label: "Protocol", Type: Uint, Bits: 8, Names: protocolNames},
	dnsX25Length - mdnsLayer:                     {Name: "dns.x25.length", Label: "Length", Type: Uint, Bits: 8},
	dnsX25PsdnAddress - mdnsLayer:                {Name: "dns.x25.psdn_address", Label: "PSDN-Address", Type: String},
	dnsXpfDestinationIpv4 - mdnsLayer:            {Name: "dns.xpf.destination_ipv4", Label: "IPv4 Destination", Type: IPv4},
	dnsXpfDestinationIpv6 - mdnsLayer:            {Name: "dns.xpf.destination_ipv6", Label: "IPv6 Destination", Type: IPv6},
	dnsXpfDport - mdnsLayer:                      {Name: "dns.xpf.dport", Label: "Destination port", Type: Uint, Bits: 16},
	dnsXpfIPVersion - mdnsLayer:                  {Name: "dns.xpf.ip_version", Label: "IP Version", Type: Uint, Bits: 16, Names: ipVersionNames},
	dnsXpfProtocol - mdnsLayer:                   {Name: "dns.xpf.protocol", Label: "Protocol", Type: Uint, Bits: 8, Names: protocolNames},
	dnsXpfSourceIpv4 - mdnsLayer:                 {Name: "dns.xpf.source_ipv4", Label: "IPv4 Source", Type: IPv4},
	dnsXpfSourceIpv6 - mdnsLayer:                 {Name: "dns.xpf.source_ipv6", Label: "IPv6 Source", Type: IPv6},
	dnsXpfSport - mdnsLayer:                      {Name: "dns.xpf.sport", Label: "Source port", Type: Uint, Bits: 16},
	dnsZonemdDigest - mdnsLayer:                  {Name: "dns.zonemd.digest", Label: "Digest", Type: Bytes},
	dnsZonemdHashAlgo - mdnsLayer:                {Name: "dns.zonemd.hash_algo", Label: "Hash Algorithm", Type: Uint, Bits: 8},
	dnsZonemdScheme - mdnsLayer:                  {Name: "dns.zonemd.scheme", Label: "Scheme", Type: Uint, Bits: 8},
	dnsZonemdSerial - mdnsLayer:                  {Name: "dns.zonemd.serial", Label: "Serial", Type: Uint, Bits: 32},
	dnsTsigNoalg - mdnsLayer:                     {Name: "dns.tsig.noalg", Label: "No dissector for algorithm", Type: None},
	dnsTTLHighBitSet - mdnsLayer:                 {Name: "dns.ttl.high_bit_set", Label: "The uppermost bit of the TTL is set (RFC 2181, section 8)", Type: None},
	dnsDeprOpc - mdnsLayer:                       {Name: "dns.depr.opc", Label: "Deprecated opcode", Type: None},
	dnsKeyIDBufferTooShort - mdnsLayer:           {Name: "dns.key_id_buffer_too_short", Label: "Buffer too short to compute a key id", Type: None},
	dnsOptBadLength - mdnsLayer:                  {Name: "dns.rr.opt.bad_length", Label: "Length too long for any type of IP address.", Type: None},
}
