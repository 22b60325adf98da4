package packet

// The fields of DHCPv6.
const (
	dhcpv6Layer FieldID = bgpLast + iota
	dhcpv6Msgtype
	dhcpv6Hopcount
	dhcpv6Xid
	dhcpv6Linkaddr
	dhcpv6Peeraddr
	dhcpv6OptionType
	dhcpv6OptionLength
	dhcpv6OptionTypeStr
	dhcpv6ClientfqdnBadMsgtype
	dhcpv6ClientFqdnFlags
	dhcpv6ClientfqdnClientS
	dhcpv6ClientfqdnClientN
	dhcpv6ClientfqdnServerS
	dhcpv6ClientfqdnServerO
	dhcpv6ClientfqdnServerN
	dhcpv6DomainFieldLen
	dhcpv6BogusLabelLength
	dhcpv6DomainFieldLenExceeded
	dhcpv6DecodedPortion
	dhcpv6EncodedFqdnGt255
	dhcpv6RootOnlyDomainName
	dhcpv6TLD
	dhcpv6PartialNamePrecededByFqdn
	dhcpv6RemoteidEnterprise
	dhcpv6DuidBytes
	dhcpv6DuidType
	dhcpv6DuidlltTime
	dhcpv6DuidlltLinkLayerAddr
	dhcpv6DuidlltHwtype
	dhcpv6DuidllHwtype
	dhcpv6DuidenEnterprise
	dhcpv6DuidenIdentifier
	dhcpv6DuidllLinkLayerAddr
	dhcpv6DuiduuidBytes
	dhcpv6Iaid
	dhcpv6IaidT1
	dhcpv6IaidT2
	dhcpv6Iata
	dhcpv6IaaddrIP
	dhcpv6IaaddrPrefLifetime
	dhcpv6IaaddrValidLifetime
	dhcpv6RequestedOptionCode
	dhcpv6OptionPreference
	dhcpv6ElapsedTime
	dhcpv6AuthProtocol
	dhcpv6AuthAlgorithm
	dhcpv6AuthRdm
	dhcpv6AuthReplayDetection
	dhcpv6AuthInfo
	dhcpv6AuthRealm
	dhcpv6AuthKeyID
	dhcpv6AuthMd5Data
	dhcpv6Unicast
	dhcpv6StatusCode
	dhcpv6StatusMsg
	dhcpv6VendorclassEnterprise
	dhcpv6VendorclassData
	dhcpv6VendoroptsEnterprise
	dhcpv6VendoroptsEnterpriseOptionCode
	dhcpv6VendoroptsEnterpriseOptionLength
	dhcpv6VendoroptsEnterpriseOptionData
	dhcpv6InterfaceID
	dhcpv6ReconfMsg
	dhcpv6SipServerDomainSearchFqdn
	dhcpv6SipServerA
	dhcpv6DNSServer
	dhcpv6SearchListEntry
	dhcpv6NisServer
	dhcpv6NispServer
	dhcpv6NisFqdn
	dhcpv6NispFqdn
	dhcpv6SntpServer
	dhcpv6Lifetime
	dhcpv6BcmcsServerFqdn
	dhcpv6BcmcsServerA
	dhcpv6RemoteidEnterpriseID
	dhcpv6SubscriberID
	dhcpv6ClientDomain
	dhcpv6PanaAgent
	dhcpv6Timezone
	dhcpv6Tzdb
	dhcpv6LqQuery
	dhcpv6LqQueryLinkAddress
	dhcpv6CltTime
	dhcpv6LqRelayDataPeerAddr
	dhcpv6LqRelayDataMsg
	dhcpv6LqClientLink
	dhcpv6CapwapAcV6
	dhcpv6AftrName
	dhcpv6IaprefixPrefLifetime
	dhcpv6IaprefixValidLifetime
	dhcpv6IaprefixPrefLen
	dhcpv6IaprefixPrefAddr
	dhcpv6Mip6HomeAgent
	dhcpv6Mip6HomeAddress
	dhcpv6Nai
	dhcpv6PdExcludePrefLen
	dhcpv6PdExcludeSubnetID
	dhcpv6UserclassLength
	dhcpv6UserclassOpaqueData
	dhcpv6NtpserverOptionType
	dhcpv6NtpserverOptionLength
	dhcpv6NtpserverAddr
	dhcpv6NtpserverMcAddr
	dhcpv6CaptivePortal
	dhcpv6OptionCode
	dhcpv6FailoverBindingStatus
	dhcpv6FailoverConnectFlags
	dhcpv6FailoverConnectFlagsReserved
	dhcpv6FailoverConnectFlagsF
	dhcpv6FailoverDNSHostname
	dhcpv6FailoverDNSZonename
	dhcpv6FailoverDNSFlags
	dhcpv6FailoverDNSFlagsReserved
	dhcpv6FailoverDNSFlagsU
	dhcpv6FailoverDNSFlagsS
	dhcpv6FailoverDNSFlagsR
	dhcpv6FailoverDNSFlagsF
	dhcpv6FailoverExpirationTime
	dhcpv6FailoverMaxUnackedBndupd
	dhcpv6FailoverMclt
	dhcpv6FailoverPartnerLifetime
	dhcpv6FailoverPartnerLifetimeSent
	dhcpv6FailoverPartnerDownTime
	dhcpv6FailoverPartnerRawCltTime
	dhcpv6FailoverProtocolMajorVersion
	dhcpv6FailoverProtocolMinorVersion
	dhcpv6FailoverKeepaliveTime
	dhcpv6FailoverReconfigureTime
	dhcpv6FailoverReconfigureKey
	dhcpv6FailoverRelationshipName
	dhcpv6FailoverServerFlags
	dhcpv6FailoverServerFlagsReserved
	dhcpv6FailoverServerFlagsA
	dhcpv6FailoverServerFlagsS
	dhcpv6FailoverServerFlagsC
	dhcpv6FailoverServerState
	dhcpv6FailoverStartTimeOfState
	dhcpv6FailoverStateExpirationTime
	dhcpv6RelayPort
	dhcpv6NtpserverFqdn
	dhcpv6S46RuleFlags
	dhcpv6S46RuleFlagsReserved
	dhcpv6S46RuleFlagsFmr
	dhcpv6S46RuleEaLen
	dhcpv6S46RuleIPv4PrefLen
	dhcpv6S46RuleIPv4Prefix
	dhcpv6S46RuleIPv6PrefixLen
	dhcpv6S46RuleIPv6Prefix
	dhcpv6S46BrAddress
	dhcpv6S46DmrDmrPrefLen
	dhcpv6S46DmrDmrPrefix
	dhcpv6S46V4v6bindIPv4Address
	dhcpv6S46V4v6bindIPv6PrefLen
	dhcpv6S46V4v6bindIPv6Prefix
	dhcpv6S46PortparamOffset
	dhcpv6S46PortparamPsidLen
	dhcpv6S46PortparamPsid
	dhcpv6Mudurl
	dhcpv6BulkLeasequerySize
	dhcpv6BulkLeasequeryMsgtype
	dhcpv6BulkLeasequeryReserved
	dhcpv6BulkLeasequeryTransID
	dhcpv6BulkLeasequeryLayer
	dhcpv6BadMsgtype
	dhcpv6BulkLeasequeryBadMsgType
	dhcpv6BulkLeasequeryBadQueryType
	dhcpv6ErrorHopcount
	dhcpv6ExpertDomainFieldLengthExceeded
	dhcpv6ExpertEncodedFqdnGt255
	dhcpv6ExpertNameNotDNSEncoded
	dhcpv6ExpertPartialNamePrecededByFqdn
	dhcpv6ExpertRootOnlyDomainName
	dhcpv6ExpertTldLookup
	dhcpv6SBitShouldBeZero
	dhcpv6MalformedOption
	dhcpv6Last
)

var dhcpv6Fields = [...]Info{
	0:                                                    {Name: "dhcpv6", Label: "DHCPv6", Type: Protocol},
	dhcpv6Msgtype - dhcpv6Layer:                          {Name: "dhcpv6.msgtype", Label: "Message type", Type: Uint, Bits: 8, Names: dhcpv6MessageNames},
	dhcpv6Hopcount - dhcpv6Layer:                         {Name: "dhcpv6.hopcount", Label: "Hopcount", Type: Uint, Bits: 8},
	dhcpv6Xid - dhcpv6Layer:                              {Name: "dhcpv6.xid", Label: "Transaction ID", Type: Uint, Bits: 24, Hex: true},
	dhcpv6Linkaddr - dhcpv6Layer:                         {Name: "dhcpv6.linkaddr", Label: "Link address", Type: IPv6},
	dhcpv6Peeraddr - dhcpv6Layer:                         {Name: "dhcpv6.peeraddr", Label: "Peer address", Type: IPv6},
	dhcpv6OptionType - dhcpv6Layer:                       {Name: "dhcpv6.option.type", Label: "Option", Type: Uint, Bits: 16, Names: dhcpv6OptionNames},
	dhcpv6OptionLength - dhcpv6Layer:                     {Name: "dhcpv6.option.length", Label: "Length", Type: Uint, Bits: 16},
	dhcpv6OptionTypeStr - dhcpv6Layer:                    {Name: "dhcpv6.option.type_str", Label: "Option", Type: String},
	dhcpv6ClientfqdnBadMsgtype - dhcpv6Layer:             {Name: "dhcpv6.clientfqdn.bad_msgtype", Label: "Illegal Message Type", Type: Uint, Bits: 8, Hex: true, Names: dhcpv6MessageNames},
	dhcpv6ClientFqdnFlags - dhcpv6Layer:                  {Name: "dhcpv6.client_fqdn_flags", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	dhcpv6ClientfqdnClientS - dhcpv6Layer:                {Name: "dhcpv6.clientfqdn.client.s", Label: "S bit", Type: Bool, Names: updateForwardNames},
	dhcpv6ClientfqdnClientN - dhcpv6Layer:                {Name: "dhcpv6.clientfqdn.client.n", Label: "N bit", Type: Bool, Names: updateReverseNames},
	dhcpv6ClientfqdnServerS - dhcpv6Layer:                {Name: "dhcpv6.clientfqdn.server.s", Label: "S bit", Type: Bool, Names: updateForwardNames},
	dhcpv6ClientfqdnServerO - dhcpv6Layer:                {Name: "dhcpv6.clientfqdn.server.o", Label: "O bit", Type: Bool, Names: map[uint64]string{1: "Server HAS overridden client's S bit preference", 0: "Server HAS NOT overridden client's S bit preference"}},
	dhcpv6ClientfqdnServerN - dhcpv6Layer:                {Name: "dhcpv6.clientfqdn.server.n", Label: "N bit", Type: Bool, Names: updateReverseNames},
	dhcpv6DomainFieldLen - dhcpv6Layer:                   {Name: "dhcpv6.domain_field_len", Label: "Empty domain name - field length", Type: Uint, Bits: 16},
	dhcpv6BogusLabelLength - dhcpv6Layer:                 {Name: "dhcpv6.bogus_label_length", Label: "Non-DNS encoded name. Label length exceeds 63", Type: Uint, Bits: 8},
	dhcpv6DomainFieldLenExceeded - dhcpv6Layer:           {Name: "dhcpv6.domain_field_len_exceeded", Label: "Remaining length in the domain name field exceeded", Type: Uint, Bits: 8},
	dhcpv6DecodedPortion - dhcpv6Layer:                   {Name: "dhcpv6.decoded_portion", Label: "Portion successfully decoded", Type: String},
	dhcpv6EncodedFqdnGt255 - dhcpv6Layer:                 {Name: "dhcpv6.encoded_fqdn_gt_255", Label: "DNS-encoded labels of FQDN exceed 255 octets", Type: Uint, Bits: 16},
	dhcpv6RootOnlyDomainName - dhcpv6Layer:               {Name: "dhcpv6.root_only_domain_name", Label: "Root only domain name", Type: String},
	dhcpv6TLD - dhcpv6Layer:                              {Name: "dhcpv6.tld", Label: "Top Level Domain name", Type: String},
	dhcpv6PartialNamePrecededByFqdn - dhcpv6Layer:        {Name: "dhcpv6.partial_name_preceded_by_fqdn", Label: "Partial name preceded by FQDN", Type: String},
	dhcpv6RemoteidEnterprise - dhcpv6Layer:               {Name: "dhcpv6.remoteid.enterprise", Label: "Enterprise ID", Type: Uint, Bits: 32},
	dhcpv6DuidBytes - dhcpv6Layer:                        {Name: "dhcpv6.duid.bytes", Label: "DUID", Type: Bytes},
	dhcpv6DuidType - dhcpv6Layer:                         {Name: "dhcpv6.duid.type", Label: "DUID Type", Type: Uint, Bits: 16, Names: dhcpv6DUIDNames},
	dhcpv6DuidlltTime - dhcpv6Layer:                      {Name: "dhcpv6.duidllt.time", Label: "DUID Time", Type: Time},
	dhcpv6DuidlltLinkLayerAddr - dhcpv6Layer:             {Name: "dhcpv6.duidllt.link_layer_addr", Label: "Link-layer address", Type: String},
	dhcpv6DuidlltHwtype - dhcpv6Layer:                    {Name: "dhcpv6.duidllt.hwtype", Label: "Hardware type", Type: Uint, Bits: 16, Names: hardwareNames},
	dhcpv6DuidllHwtype - dhcpv6Layer:                     {Name: "dhcpv6.duidll.hwtype", Label: "Hardware type", Type: Uint, Bits: 16, Names: hardwareNames},
	dhcpv6DuidenEnterprise - dhcpv6Layer:                 {Name: "dhcpv6.duiden.enterprise", Label: "Enterprise ID", Type: Uint, Bits: 32},
	dhcpv6DuidenIdentifier - dhcpv6Layer:                 {Name: "dhcpv6.duiden.identifier", Label: "Identifier", Type: Bytes},
	dhcpv6DuidllLinkLayerAddr - dhcpv6Layer:              {Name: "dhcpv6.duidll.link_layer_addr", Label: "Link-layer address", Type: String},
	dhcpv6DuiduuidBytes - dhcpv6Layer:                    {Name: "dhcpv6.duiduuid.bytes", Label: "UUID", Type: Bytes},
	dhcpv6Iaid - dhcpv6Layer:                             {Name: "dhcpv6.iaid", Label: "IAID", Type: String},
	dhcpv6IaidT1 - dhcpv6Layer:                           {Name: "dhcpv6.iaid.t1", Label: "T1", Type: Uint, Bits: 32},
	dhcpv6IaidT2 - dhcpv6Layer:                           {Name: "dhcpv6.iaid.t2", Label: "T2", Type: Uint, Bits: 32},
	dhcpv6Iata - dhcpv6Layer:                             {Name: "dhcpv6.iata", Label: "IATA", Type: String},
	dhcpv6IaaddrIP - dhcpv6Layer:                         {Name: "dhcpv6.iaaddr.ip", Label: "IPv6 address", Type: IPv6},
	dhcpv6IaaddrPrefLifetime - dhcpv6Layer:               {Name: "dhcpv6.iaaddr.pref_lifetime", Label: "Preferred lifetime", Type: Uint, Bits: 32},
	dhcpv6IaaddrValidLifetime - dhcpv6Layer:              {Name: "dhcpv6.iaaddr.valid_lifetime", Label: "Valid lifetime", Type: Uint, Bits: 32},
	dhcpv6RequestedOptionCode - dhcpv6Layer:              {Name: "dhcpv6.requested_option_code", Label: "Requested Option code", Type: Uint, Bits: 16, Names: dhcpv6OptionNames},
	dhcpv6OptionPreference - dhcpv6Layer:                 {Name: "dhcpv6.option_preference", Label: "Pref-value", Type: Uint, Bits: 8},
	dhcpv6ElapsedTime - dhcpv6Layer:                      {Name: "dhcpv6.elapsed_time", Label: "Elapsed time", Type: Uint, Bits: 16},
	dhcpv6AuthProtocol - dhcpv6Layer:                     {Name: "dhcpv6.auth.protocol", Label: "Protocol", Type: Uint, Bits: 8},
	dhcpv6AuthAlgorithm - dhcpv6Layer:                    {Name: "dhcpv6.auth.algorithm", Label: "Algorithm", Type: Uint, Bits: 8},
	dhcpv6AuthRdm - dhcpv6Layer:                          {Name: "dhcpv6.auth.rdm", Label: "RDM", Type: Uint, Bits: 8},
	dhcpv6AuthReplayDetection - dhcpv6Layer:              {Name: "dhcpv6.auth.replay_detection", Label: "Replay Detection", Type: Bytes},
	dhcpv6AuthInfo - dhcpv6Layer:                         {Name: "dhcpv6.auth.info", Label: "Authentication Information", Type: Bytes},
	dhcpv6AuthRealm - dhcpv6Layer:                        {Name: "dhcpv6.auth.realm", Label: "DHCP realm", Type: String},
	dhcpv6AuthKeyID - dhcpv6Layer:                        {Name: "dhcpv6.auth.key_id", Label: "Key ID", Type: Uint, Bits: 32},
	dhcpv6AuthMd5Data - dhcpv6Layer:                      {Name: "dhcpv6.auth.md5_data", Label: "HMAC-MD5 data", Type: Bytes},
	dhcpv6Unicast - dhcpv6Layer:                          {Name: "dhcpv6.unicast", Label: "IPv6 address", Type: IPv6},
	dhcpv6StatusCode - dhcpv6Layer:                       {Name: "dhcpv6.status_code", Label: "Status Code", Type: Uint, Bits: 16, Names: dhcpv6StatusNames},
	dhcpv6StatusMsg - dhcpv6Layer:                        {Name: "dhcpv6.status_msg", Label: "Status Message", Type: String},
	dhcpv6VendorclassEnterprise - dhcpv6Layer:            {Name: "dhcpv6.vendorclass.enterprise", Label: "Enterprise ID", Type: Uint, Bits: 32},
	dhcpv6VendorclassData - dhcpv6Layer:                  {Name: "dhcpv6.vendorclass.data", Label: "vendor-class-data", Type: String},
	dhcpv6VendoroptsEnterprise - dhcpv6Layer:             {Name: "dhcpv6.vendoropts.enterprise", Label: "Enterprise ID", Type: Uint, Bits: 32},
	dhcpv6VendoroptsEnterpriseOptionCode - dhcpv6Layer:   {Name: "dhcpv6.vendoropts.enterprise.option_code", Label: "Option code", Type: Uint, Bits: 16},
	dhcpv6VendoroptsEnterpriseOptionLength - dhcpv6Layer: {Name: "dhcpv6.vendoropts.enterprise.option_length", Label: "Option length", Type: Uint, Bits: 16},
	dhcpv6VendoroptsEnterpriseOptionData - dhcpv6Layer:   {Name: "dhcpv6.vendoropts.enterprise.option_data", Label: "Option data", Type: Bytes},
	dhcpv6InterfaceID - dhcpv6Layer:                      {Name: "dhcpv6.interface_id", Label: "Interface-ID", Type: Bytes},
	dhcpv6ReconfMsg - dhcpv6Layer:                        {Name: "dhcpv6.reconf_msg", Label: "Reconfigure message type", Type: Uint, Bits: 8, Names: dhcpv6MessageNames},
	dhcpv6SipServerDomainSearchFqdn - dhcpv6Layer:        {Name: "dhcpv6.sip_server_domain_search_fqdn", Label: "SIP Server Domain Search FQDN", Type: String},
	dhcpv6SipServerA - dhcpv6Layer:                       {Name: "dhcpv6.sip_server_a", Label: "SIP server address", Type: IPv6},
	dhcpv6DNSServer - dhcpv6Layer:                        {Name: "dhcpv6.dns_server", Label: "DNS server address", Type: IPv6},
	dhcpv6SearchListEntry - dhcpv6Layer:                  {Name: "dhcpv6.search_list_entry", Label: "List entry", Type: String},
	dhcpv6NisServer - dhcpv6Layer:                        {Name: "dhcpv6.nis_server", Label: "NIS server address", Type: IPv6},
	dhcpv6NispServer - dhcpv6Layer:                       {Name: "dhcpv6.nisp_server", Label: "NISP server address", Type: IPv6},
	dhcpv6NisFqdn - dhcpv6Layer:                          {Name: "dhcpv6.nis_fqdn", Label: "NIS FQDN", Type: String},
	dhcpv6NispFqdn - dhcpv6Layer:                         {Name: "dhcpv6.nisp_fqdn", Label: "NISP FQDN", Type: String},
	dhcpv6SntpServer - dhcpv6Layer:                       {Name: "dhcpv6.sntp_server", Label: "SNTP server address", Type: IPv6},
	dhcpv6Lifetime - dhcpv6Layer:                         {Name: "dhcpv6.lifetime", Label: "Lifetime", Type: Uint, Bits: 32},
	dhcpv6BcmcsServerFqdn - dhcpv6Layer:                  {Name: "dhcpv6.bcmcs_server_fqdn", Label: "BCMCS server FQDN", Type: String},
	dhcpv6BcmcsServerA - dhcpv6Layer:                     {Name: "dhcpv6.bcmcs_server_a", Label: "BCMCS server address", Type: IPv6},
	dhcpv6RemoteidEnterpriseID - dhcpv6Layer:             {Name: "dhcpv6.remoteid_enterprise_id", Label: "Remote-ID", Type: Bytes},
	dhcpv6SubscriberID - dhcpv6Layer:                     {Name: "dhcpv6.subscriber_id", Label: "Subscriber-ID", Type: String},
	dhcpv6ClientDomain - dhcpv6Layer:                     {Name: "dhcpv6.client_domain", Label: "Client Domain Name", Type: String},
	dhcpv6PanaAgent - dhcpv6Layer:                        {Name: "dhcpv6.pana_agent", Label: "PANA agents address", Type: IPv6},
	dhcpv6Timezone - dhcpv6Layer:                         {Name: "dhcpv6.timezone", Label: "Time-zone", Type: String},
	dhcpv6Tzdb - dhcpv6Layer:                             {Name: "dhcpv6.tzdb", Label: "TZ-database", Type: String},
	dhcpv6LqQuery - dhcpv6Layer:                          {Name: "dhcpv6.lq_query", Label: "Query-type", Type: Uint, Bits: 8, Names: dhcpv6QueryNames},
	dhcpv6LqQueryLinkAddress - dhcpv6Layer:               {Name: "dhcpv6.lq_query_link_address", Label: "Link address", Type: IPv6},
	dhcpv6CltTime - dhcpv6Layer:                          {Name: "dhcpv6.clt_time", Label: "Clt_time", Type: Uint, Bits: 32},
	dhcpv6LqRelayDataPeerAddr - dhcpv6Layer:              {Name: "dhcpv6.lq_relay_data_peer_addr", Label: "Peer address", Type: IPv6},
	dhcpv6LqRelayDataMsg - dhcpv6Layer:                   {Name: "dhcpv6.lq_relay_data_msg", Label: "DHCPv6 relay message", Type: String},
	dhcpv6LqClientLink - dhcpv6Layer:                     {Name: "dhcpv6.lq_client_link", Label: "LQ client links address", Type: IPv6},
	dhcpv6CapwapAcV6 - dhcpv6Layer:                       {Name: "dhcpv6.capwap_ac_v6", Label: "CAPWAP Access Controllers address", Type: IPv6},
	dhcpv6AftrName - dhcpv6Layer:                         {Name: "dhcpv6.aftr_name", Label: "DS-Lite AFTR Name", Type: String},
	dhcpv6IaprefixPrefLifetime - dhcpv6Layer:             {Name: "dhcpv6.iaprefix.pref_lifetime", Label: "Preferred lifetime", Type: Uint, Bits: 32},
	dhcpv6IaprefixValidLifetime - dhcpv6Layer:            {Name: "dhcpv6.iaprefix.valid_lifetime", Label: "Valid lifetime", Type: Uint, Bits: 32},
	dhcpv6IaprefixPrefLen - dhcpv6Layer:                  {Name: "dhcpv6.iaprefix.pref_len", Label: "Prefix length", Type: Uint, Bits: 8},
	dhcpv6IaprefixPrefAddr - dhcpv6Layer:                 {Name: "dhcpv6.iaprefix.pref_addr", Label: "Prefix address", Type: IPv6},
	dhcpv6Mip6HomeAgent - dhcpv6Layer:                    {Name: "dhcpv6.mip6_home_agent", Label: "Home Agent", Type: IPv6},
	dhcpv6Mip6HomeAddress - dhcpv6Layer:                  {Name: "dhcpv6.mip6_home_address", Label: "Home Address", Type: IPv6},
	dhcpv6Nai - dhcpv6Layer:                              {Name: "dhcpv6.nai", Label: "NAI", Type: String},
	dhcpv6PdExcludePrefLen - dhcpv6Layer:                 {Name: "dhcpv6.pd_exclude.pref_len", Label: "Prefix length", Type: Uint, Bits: 8},
	dhcpv6PdExcludeSubnetID - dhcpv6Layer:                {Name: "dhcpv6.pd_exclude.subnet_id", Label: "IPv6 subnet ID", Type: Bytes},
	dhcpv6UserclassLength - dhcpv6Layer:                  {Name: "dhcpv6.userclass.length", Label: "Length", Type: Uint, Bits: 16},
	dhcpv6UserclassOpaqueData - dhcpv6Layer:              {Name: "dhcpv6.userclass.opaque_data", Label: "Suboption", Type: Bytes},
	dhcpv6NtpserverOptionType - dhcpv6Layer:              {Name: "dhcpv6.ntpserver.option.type", Label: "Suboption", Type: Uint, Bits: 16, Names: dhcpv6TimeServerNames},
	dhcpv6NtpserverOptionLength - dhcpv6Layer:            {Name: "dhcpv6.ntpserver.option.length", Label: "Length", Type: Uint, Bits: 16},
	dhcpv6NtpserverAddr - dhcpv6Layer:                    {Name: "dhcpv6.ntpserver.addr", Label: "NTP Server Address", Type: IPv6},
	dhcpv6NtpserverMcAddr - dhcpv6Layer:                  {Name: "dhcpv6.ntpserver.mc_addr", Label: "NTP Multicast Address", Type: IPv6},
	dhcpv6CaptivePortal - dhcpv6Layer:                    {Name: "dhcpv6.captive_portal", Label: "Captive Portal", Type: String},
	dhcpv6OptionCode - dhcpv6Layer:                       {Name: "dhcpv6.option_code", Label: "S46 Option code", Type: Uint, Bits: 16, Hex: true, Names: dhcpv6SoftwireNames},
	dhcpv6FailoverBindingStatus - dhcpv6Layer:            {Name: "dhcpv6.failover.binding_status", Label: "Failover Binding Status", Type: Uint, Bits: 8, Names: dhcpv6BindingNames},
	dhcpv6FailoverConnectFlags - dhcpv6Layer:             {Name: "dhcpv6.failover.connect.flags", Label: "Flags", Type: Uint, Bits: 16, Hex: true},
	dhcpv6FailoverConnectFlagsReserved - dhcpv6Layer:     {Name: "dhcpv6.failover.connect.flags.reserved", Label: "Reserved", Type: Bool},
	dhcpv6FailoverConnectFlagsF - dhcpv6Layer:            {Name: "dhcpv6.failover.connect.flags.f", Label: "Fixed PD Length (F)", Type: Bool},
	dhcpv6FailoverDNSHostname - dhcpv6Layer:              {Name: "dhcpv6.failover.dns_hostname", Label: "DNS Hostname", Type: String},
	dhcpv6FailoverDNSZonename - dhcpv6Layer:              {Name: "dhcpv6.failover.dns_zonename", Label: "DNS Zone Name", Type: String},
	dhcpv6FailoverDNSFlags - dhcpv6Layer:                 {Name: "dhcpv6.failover.dns.flags", Label: "Flags", Type: Uint, Bits: 16, Hex: true},
	dhcpv6FailoverDNSFlagsReserved - dhcpv6Layer:         {Name: "dhcpv6.failover.dns.flags.reserved", Label: "Reserved", Type: Bool},
	dhcpv6FailoverDNSFlagsU - dhcpv6Layer:                {Name: "dhcpv6.failover.dns.flags.u", Label: "Using Requested FQDN (U)", Type: Bool},
	dhcpv6FailoverDNSFlagsS - dhcpv6Layer:                {Name: "dhcpv6.failover.dns.flags.s", Label: "Synthesized Name (S)", Type: Bool},
	dhcpv6FailoverDNSFlagsR - dhcpv6Layer:                {Name: "dhcpv6.failover.dns.flags.r", Label: "Rev Uptodate (R)", Type: Bool},
	dhcpv6FailoverDNSFlagsF - dhcpv6Layer:                {Name: "dhcpv6.failover.dns.flags.f", Label: "Fwd Uptodate (F)", Type: Bool},
	dhcpv6FailoverExpirationTime - dhcpv6Layer:           {Name: "dhcpv6.failover.expiration_time", Label: "Expiration Time", Type: Uint, Bits: 32},
	dhcpv6FailoverMaxUnackedBndupd - dhcpv6Layer:         {Name: "dhcpv6.failover.max_unacked_bndupd", Label: "Max number of unacked BNDUPD messages", Type: Uint, Bits: 32},
	dhcpv6FailoverMclt - dhcpv6Layer:                     {Name: "dhcpv6.failover.mclt", Label: "Maximum Client Lead Time (MCLT)", Type: Uint, Bits: 32},
	dhcpv6FailoverPartnerLifetime - dhcpv6Layer:          {Name: "dhcpv6.failover.partner_lifetime", Label: "Partner Lifetime", Type: Uint, Bits: 32},
	dhcpv6FailoverPartnerLifetimeSent - dhcpv6Layer:      {Name: "dhcpv6.failover.partner_lifetime_sent", Label: "Partner Lifetime Sent", Type: Uint, Bits: 32},
	dhcpv6FailoverPartnerDownTime - dhcpv6Layer:          {Name: "dhcpv6.failover.partner_down_time", Label: "Partner Down Time", Type: Uint, Bits: 32},
	dhcpv6FailoverPartnerRawCltTime - dhcpv6Layer:        {Name: "dhcpv6.failover.partner_raw_clt_time", Label: "Partner Raw Client Time", Type: Uint, Bits: 32},
	dhcpv6FailoverProtocolMajorVersion - dhcpv6Layer:     {Name: "dhcpv6.failover.protocol.major_version", Label: "Protocol Major Version", Type: Uint, Bits: 16},
	dhcpv6FailoverProtocolMinorVersion - dhcpv6Layer:     {Name: "dhcpv6.failover.protocol.minor_version", Label: "Protocol Minor Version", Type: Uint, Bits: 16},
	dhcpv6FailoverKeepaliveTime - dhcpv6Layer:            {Name: "dhcpv6.failover.keepalive_time", Label: "Keepalive Time", Type: Uint, Bits: 32},
	dhcpv6FailoverReconfigureTime - dhcpv6Layer:          {Name: "dhcpv6.failover.reconfigure_time", Label: "Reconfigure Time", Type: Uint, Bits: 32},
	dhcpv6FailoverReconfigureKey - dhcpv6Layer:           {Name: "dhcpv6.failover.reconfigure_key", Label: "Reconfigure Key", Type: Bytes},
	dhcpv6FailoverRelationshipName - dhcpv6Layer:         {Name: "dhcpv6.failover.relationship_name", Label: "Relationship Name", Type: String},
	dhcpv6FailoverServerFlags - dhcpv6Layer:              {Name: "dhcpv6.failover.server.flags", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	dhcpv6FailoverServerFlagsReserved - dhcpv6Layer:      {Name: "dhcpv6.failover.server.flags.reserved", Label: "Reserved", Type: Bool},
	dhcpv6FailoverServerFlagsA - dhcpv6Layer:             {Name: "dhcpv6.failover.server.flags.a", Label: "Ack Startup (A)", Type: Bool},
	dhcpv6FailoverServerFlagsS - dhcpv6Layer:             {Name: "dhcpv6.failover.server.flags.s", Label: "Startup (S)", Type: Bool},
	dhcpv6FailoverServerFlagsC - dhcpv6Layer:             {Name: "dhcpv6.failover.server.flags.c", Label: "Communicated (C)", Type: Bool},
	dhcpv6FailoverServerState - dhcpv6Layer:              {Name: "dhcpv6.failover.server_state", Label: "Server State", Type: Uint, Bits: 8, Names: dhcpv6ServerStateNames},
	dhcpv6FailoverStartTimeOfState - dhcpv6Layer:         {Name: "dhcpv6.failover.start_time_of_state", Label: "Start Time of State", Type: Uint, Bits: 32},
	dhcpv6FailoverStateExpirationTime - dhcpv6Layer:      {Name: "dhcpv6.failover.state_expiration_time", Label: "State Expiration Time", Type: Uint, Bits: 32},
	dhcpv6RelayPort - dhcpv6Layer:                        {Name: "dhcpv6.relay_port", Label: "Downstream Source Port", Type: Uint, Bits: 16},
	dhcpv6NtpserverFqdn - dhcpv6Layer:                    {Name: "dhcpv6.ntpserver.fqdn", Label: "NTP Server FQDN", Type: String},
	dhcpv6S46RuleFlags - dhcpv6Layer:                     {Name: "dhcpv6.s46_rule.flags", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	dhcpv6S46RuleFlagsReserved - dhcpv6Layer:             {Name: "dhcpv6.s46_rule.flags.reserved", Label: "Reserved", Type: Bool},
	dhcpv6S46RuleFlagsFmr - dhcpv6Layer:                  {Name: "dhcpv6.s46_rule.flags.fmr", Label: "Forwarding Mapping Rule", Type: Bool},
	dhcpv6S46RuleEaLen - dhcpv6Layer:                     {Name: "dhcpv6.s46_rule.ea_len", Label: "EA-bit length", Type: Uint, Bits: 8},
	dhcpv6S46RuleIPv4PrefLen - dhcpv6Layer:               {Name: "dhcpv6.s46_rule.ipv4_pref_len", Label: "IPv4 prefix length", Type: Uint, Bits: 8},
	dhcpv6S46RuleIPv4Prefix - dhcpv6Layer:                {Name: "dhcpv6.s46_rule.ipv4_prefix", Label: "IPv4 prefix", Type: IPv4},
	dhcpv6S46RuleIPv6PrefixLen - dhcpv6Layer:             {Name: "dhcpv6.s46_rule.ipv6_prefix_len", Label: "IPv6 prefix length", Type: Uint, Bits: 8},
	dhcpv6S46RuleIPv6Prefix - dhcpv6Layer:                {Name: "dhcpv6.s46_rule.ipv6_prefix", Label: "IPv6 prefix", Type: IPv6},
	dhcpv6S46BrAddress - dhcpv6Layer:                     {Name: "dhcpv6.s46_br.address", Label: "BR address", Type: IPv6},
	dhcpv6S46DmrDmrPrefLen - dhcpv6Layer:                 {Name: "dhcpv6.s46_dmr.dmr_pref_len", Label: "IPv6 prefix length", Type: Uint, Bits: 8},
	dhcpv6S46DmrDmrPrefix - dhcpv6Layer:                  {Name: "dhcpv6.s46_dmr.dmr_prefix", Label: "IPv6 prefix", Type: IPv6},
	dhcpv6S46V4v6bindIPv4Address - dhcpv6Layer:           {Name: "dhcpv6.s46_v4v6bind.ipv4_address", Label: "IPv4 Address", Type: IPv4},
	dhcpv6S46V4v6bindIPv6PrefLen - dhcpv6Layer:           {Name: "dhcpv6.s46_v4v6bind.ipv6_pref_len", Label: "IPv6 prefix length", Type: Uint, Bits: 8},
	dhcpv6S46V4v6bindIPv6Prefix - dhcpv6Layer:            {Name: "dhcpv6.s46_v4v6bind.ipv6_prefix", Label: "IPv6 prefix", Type: IPv6},
	dhcpv6S46PortparamOffset - dhcpv6Layer:               {Name: "dhcpv6.s46_portparam.offset", Label: "Offset", Type: Uint, Bits: 8},
	dhcpv6S46PortparamPsidLen - dhcpv6Layer:              {Name: "dhcpv6.s46_portparam.psid_len", Label: "PSID length", Type: Uint, Bits: 8},
	dhcpv6S46PortparamPsid - dhcpv6Layer:                 {Name: "dhcpv6.s46_portparam.psid", Label: "PSID", Type: Uint, Bits: 16},
	dhcpv6Mudurl - dhcpv6Layer:                           {Name: "dhcpv6.mudurl", Label: "MUDURL", Type: String},
	dhcpv6BulkLeasequerySize - dhcpv6Layer:               {Name: "dhcpv6.bulk_leasequery.size", Label: "Message size", Type: Uint, Bits: 16},
	dhcpv6BulkLeasequeryMsgtype - dhcpv6Layer:            {Name: "dhcpv6.bulk_leasequery.msgtype", Label: "Message type", Type: Uint, Bits: 8, Names: dhcpv6MessageNames},
	dhcpv6BulkLeasequeryReserved - dhcpv6Layer:           {Name: "dhcpv6.bulk_leasequery.reserved", Label: "Reserved", Type: Uint, Bits: 8},
	dhcpv6BulkLeasequeryTransID - dhcpv6Layer:            {Name: "dhcpv6.bulk_leasequery.trans_id", Label: "Transaction ID", Type: Uint, Bits: 16},
	dhcpv6BulkLeasequeryLayer - dhcpv6Layer:              {Name: "dhcpv6.bulk_leasequery", Label: "DHCPv6 Bulk Leasequery", Type: Protocol},
	dhcpv6BadMsgtype - dhcpv6Layer:                       {Name: "dhcpv6.bad_msgtype", Label: "This message type is not permitted to use OPTION_CLIENT_FQDN", Type: None},
	dhcpv6BulkLeasequeryBadMsgType - dhcpv6Layer:         {Name: "dhcpv6.bulk_leasequery.bad_msg_type", Label: "Message Type %d not allowed by DHCPv6 Bulk Leasequery", Type: None},
	dhcpv6BulkLeasequeryBadQueryType - dhcpv6Layer:       {Name: "dhcpv6.bulk_leasequery.bad_query_type", Label: "LQ-QUERY: Query types only supported by Bulk Leasequery", Type: None},
	dhcpv6ErrorHopcount - dhcpv6Layer:                    {Name: "dhcpv6.error_hopcount", Label: "Detected error on hop-count", Type: None},
	dhcpv6ExpertDomainFieldLengthExceeded - dhcpv6Layer:  {Name: "dhcpv6.expert.domain_field_length_exceeded", Label: "ERROR: FQDN exceeds length of the domain name field", Type: None},
	dhcpv6ExpertEncodedFqdnGt255 - dhcpv6Layer:           {Name: "dhcpv6.expert.encoded_fqdn_gt_255", Label: "ERROR: FQDN's *encoded* length exceeds 255 octets [RFC 1035 3.1.]", Type: None},
	dhcpv6ExpertNameNotDNSEncoded - dhcpv6Layer:          {Name: "dhcpv6.expert.name_not_dns_encoded", Label: "ERROR: This name is not a DNS record encoded", Type: None},
	dhcpv6ExpertPartialNamePrecededByFqdn - dhcpv6Layer:  {Name: "dhcpv6.expert.partial_name_preceded_by_fqdn", Label: "ERROR: Partial name is preceded by an FQDN", Type: None},
	dhcpv6ExpertRootOnlyDomainName - dhcpv6Layer:         {Name: "dhcpv6.expert.root_only_domain_name", Label: "ERROR: A root-only domain name cannot be resolved.", Type: None},
	dhcpv6ExpertTldLookup - dhcpv6Layer:                  {Name: "dhcpv6.expert.tld_lookup", Label: "WARNING: TLDs are rarely resolvable ", Type: None},
	dhcpv6SBitShouldBeZero - dhcpv6Layer:                 {Name: "dhcpv6.s_bit_should_be_zero", Label: "ERROR: When the N-bit is set, the S-bit must be reset", Type: None},
	dhcpv6MalformedOption - dhcpv6Layer:                  {Name: "dhcpv6.malformed_option", Label: "Malformed option", Type: None},
}
