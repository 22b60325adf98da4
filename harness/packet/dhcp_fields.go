package packet

// The fields of DHCP.
const (
	dhcpLayer FieldID = tcpLast + iota
	dhcpBootp
	dhcpType
	dhcpHwType
	dhcpHwLen
	dhcpHops
	dhcpID
	dhcpSecs
	dhcpFlags
	dhcpFlagsBc
	dhcpFlagsReserved
	dhcpIPClient
	dhcpIPYour
	dhcpIPServer
	dhcpIPRelay
	dhcpHwAddr
	dhcpHwAddrPadding
	dhcpHwMacAddr
	dhcpServer
	dhcpFile
	dhcpCookie
	dhcpVendorSpecificOptions
	dhcpFqdnS
	dhcpFqdnO
	dhcpFqdnE
	dhcpFqdnN
	dhcpFqdnFlags
	dhcpFqdnMbz
	dhcpFqdnRcode1
	dhcpFqdnRcode2
	dhcpFqdnName
	dhcpClientIDUUID
	dhcpClientHardwareAddress
	dhcpClientIDIaid
	dhcpClientIDDuidType
	dhcpClientIDDuidLltHwType
	dhcpClientIDDuidLlHwType
	dhcpClientIDTime
	dhcpClientIDLinkLayerAddress
	dhcpClientIDEnterpriseNum
	dhcpClientID
	dhcpClientIDType
	dhcpClientIDUndef
	dhcpOptionType
	dhcpOptionLength
	dhcpOptionSuboptionLength
	dhcpOptionValue
	dhcpOptionPadding
	dhcpOptionSubnetMask
	dhcpOptionTimeOffset
	dhcpOptionRouter
	dhcpOptionTimeServer
	dhcpOptionNameServer
	dhcpOptionDomainNameServer
	dhcpOptionLogServer
	dhcpOptionQuotesServer
	dhcpOptionLprServer
	dhcpOptionImpressServer
	dhcpOptionResourceLocationServer
	dhcpOptionHostname
	dhcpOptionBootFileSize
	dhcpOptionMeritDumpFile
	dhcpOptionDomainName
	dhcpOptionSwapServer
	dhcpOptionRootPath
	dhcpOptionExtensionPath
	dhcpOptionIPForwarding
	dhcpOptionPolicyFilterIP
	dhcpOptionPolicyFilterSubnetMask
	dhcpOptionNonLocalSourceRouting
	dhcpOptionMaxDatagramReassemblySize
	dhcpOptionDefaultIPTTL
	dhcpOptionPathMtuAgingTimeout
	dhcpOptionPathMtuPlateauTableItem
	dhcpOptionInterfaceMtu
	dhcpOptionAllSubnetsAreLocal
	dhcpOptionBroadcastAddress
	dhcpOptionPerformMaskDiscovery
	dhcpOptionMaskSupplier
	dhcpOptionPerformRouterDiscover
	dhcpOptionRouterSolicitationAddress
	dhcpOptionStaticRouteIP
	dhcpOptionStaticRouteRouter
	dhcpOptionTrailerEncapsulation
	dhcpOptionArpCacheTimeout
	dhcpOptionEthernetEncapsulation
	dhcpOptionTCPDefaultTTL
	dhcpOptionTCPKeepaliveInterval
	dhcpOptionTCPKeepaliveGarbage
	dhcpOptionNisDomain
	dhcpOptionNisServer
	dhcpOptionNtpServer
	dhcpOptionVendorValue
	dhcpOptionVendorPxeclientSuboption
	dhcpOptionVendorPxeclientPadding
	dhcpOptionVendorPxeclientMtftpIP
	dhcpOptionVendorPxeclientMtftpClientPort
	dhcpOptionVendorPxeclientMtftpServerPort
	dhcpOptionVendorPxeclientMtftpTimeout
	dhcpOptionVendorPxeclientMtftpDelay
	dhcpOptionVendorPxeclientDiscoveryControl
	dhcpOptionVendorPxeclientDiscoveryControlBroadcast
	dhcpOptionVendorPxeclientDiscoveryControlMulticast
	dhcpOptionVendorPxeclientDiscoveryControlServerlist
	dhcpOptionVendorPxeclientDiscoveryControlBstrap
	dhcpOptionVendorPxeclientMulticastAddress
	dhcpOptionVendorPxeclientBootServers
	dhcpOptionVendorPxeclientBootServersType
	dhcpOptionVendorPxeclientBootServersCount
	dhcpOptionVendorPxeclientBootServersIP
	dhcpOptionVendorPxeclientBootMenu
	dhcpOptionVendorPxeclientBootMenuType
	dhcpOptionVendorPxeclientBootMenuLength
	dhcpOptionVendorPxeclientBootMenuDesc
	dhcpOptionVendorPxeclientMenuPrompt
	dhcpOptionVendorPxeclientMenuPromptTimeout
	dhcpOptionVendorPxeclientMenuPromptPrompt
	dhcpOptionVendorPxeclientMulticastAddressAlloc
	dhcpOptionVendorPxeclientCredentialTypes
	dhcpOptionVendorPxeclientBootItem
	dhcpOptionVendorPxeclientBootItemType
	dhcpOptionVendorPxeclientBootItemLayer
	dhcpOptionVendorPxeclientEnd
	dhcpOptionVendorArubaapControllerip
	dhcpOptionNetbiosOverTcpipNameServer
	dhcpOptionNetbiosOverTcpipDdNameServer
	dhcpOptionNetbiosOverTcpipNodeType
	dhcpOptionNetbiosOverTcpipScope
	dhcpOptionXwindowsSystemFontServer
	dhcpOptionXwindowsSystemDisplayManager
	dhcpOptionRequestedIPAddress
	dhcpOptionIPAddressLeaseTime
	dhcpOptionOptionOverload
	dhcpOptionDhcp
	dhcpOptionDhcpServerID
	dhcpOptionRequestListItem
	dhcpOptionMessage
	dhcpOptionDhcpMaxMessageSize
	dhcpOptionRenewalTimeValue
	dhcpOptionRebindingTimeValue
	dhcpOptionVendorClassID
	dhcpOptionNisPlusDomain
	dhcpOptionNisPlusServer
	dhcpOptionTftpServerName
	dhcpOptionBootfileName
	dhcpOptionMobileIPHomeAgent
	dhcpOptionSMTPServer
	dhcpOptionPop3Server
	dhcpOptionNntpServer
	dhcpOptionDefaultWwwServer
	dhcpOptionDefaultFingerServer
	dhcpOptionDefaultIrcServer
	dhcpOptionStreettalkServer
	dhcpOptionStreettalkDaServer
	dhcpOptionUserClass
	dhcpOptionUserClassLength
	dhcpOptionUserClassData
	dhcpOptionUserClassText
	dhcpOptionSlpDirectoryAgentValue
	dhcpOptionSlpDirectoryAgentSlpdaAddress
	dhcpOptionSlpServiceScopeValue
	dhcpOptionSlpServiceScopeString
	dhcpOptionAgentInformationOptionSuboption
	dhcpOptionAgentInformationOptionValue
	dhcpOptionAgentInformationOptionAgentCircuitID
	dhcpOptionAgentInformationOptionAgentRemoteID
	dhcpOptionAgentInformationOptionReserved
	dhcpOptionAgentInformationOptionDocsisDeviceClass
	dhcpOptionAgentInformationOptionLinkSelection
	dhcpOptionAgentInformationOptionSubscriberID
	dhcpOptionAgentInformationOptionRadiusAttributes
	dhcpOptionAgentInformationOptionAuthentication
	dhcpOptionAgentInformationOptionViEnterprise
	dhcpOptionAgentInformationOptionViDataLength
	dhcpOptionAgentInformationOptionFlags
	dhcpOptionAgentInformationOptionServerIDOverride
	dhcpOptionAgentInformationOptionRelayAgentID
	dhcpOptionAgentInformationOptionAniAtt
	dhcpOptionAgentInformationOptionAniNetworkName
	dhcpOptionAgentInformationOptionAniApName
	dhcpOptionAgentInformationOptionAniApBssid
	dhcpOptionAgentInformationOptionAniOperatorID
	dhcpOptionAgentInformationOptionAniOperatorRealm
	dhcpOptionAgentInformationOptionLinkSelectionCisco
	dhcpOptionAgentInformationOptionVrfNameGlobal
	dhcpOptionAgentInformationOptionVrfName
	dhcpOptionAgentInformationOptionVrfNameVpnIDOUI
	dhcpOptionAgentInformationOptionVrfNameVpnIDIndex
	dhcpOptionAgentInformationOptionServerIDOverrideCisco
	dhcpOptionNovellDssIP
	dhcpOptionNovellDsTreeName
	dhcpOptionNovellDsContext
	dhcpOptionDhcpAuthenticationProtocol
	dhcpOptionDhcpAuthenticationAlgDelay
	dhcpOptionDhcpAuthenticationAlgorithm
	dhcpOptionDhcpAuthenticationRdm
	dhcpOptionDhcpAuthenticationRdmReplayDetection
	dhcpOptionDhcpAuthenticationRdmRdv
	dhcpOptionDhcpAuthenticationSecretID
	dhcpOptionDhcpAuthenticationHmacMd5Hash
	dhcpOptionDhcpAuthenticationInformation
	dhcpOptionClientLastTransactionTime
	dhcpOptionAssociatedIPOption
	dhcpOptionClientSystemArchitecture
	dhcpClientNetworkIDMajor
	dhcpClientNetworkIDMinor
	dhcpOptionCivicLocationWhat
	dhcpOptionCivicLocationCountry
	dhcpOptionCivicLocationCaType
	dhcpOptionCivicLocationCaLength
	dhcpOptionCivicLocationCaValue
	dhcpOptionTzPcode
	dhcpOptionTzTcode
	dhcpOptionNetinfoParentServerAddress
	dhcpOptionNetinfoParentServerTag
	dhcpOptionDhcpAutoConfiguration
	dhcpOptionDhcpNameServiceSearchOption
	dhcpOptionDhcpDNSDomainSearchListRfc3396Detected
	dhcpOptionDhcpDNSDomainSearchListReferLastOption
	dhcpOptionDhcpDNSDomainSearchListFqdn
	dhcpOptionSipServerRfc3396Detected
	dhcpOptionSipServerReferLastOption
	dhcpOptionSipServerEncoding
	dhcpOptionSipServerName
	dhcpOptionSipServerAddress
	dhcpOptionClasslessStaticRoute
	dhcpOptionViClassClAddressMode
	dhcpOptionViClassEnterprise
	dhcpOptionViClassLength
	dhcpOptionViClassData
	dhcpOptionViEnterprise
	dhcpOptionViLength
	dhcpOptionViValue
	dhcpOptionViTr111Suboption
	dhcpOptionViTr111DeviceManufacturerOUI
	dhcpOptionViTr111DeviceSerialNumber
	dhcpOptionViTr111DeviceProductClass
	dhcpOptionViTr111GatewayManufacturerOUI
	dhcpOptionViTr111GatewaySerialNumber
	dhcpOptionViTr111GatewayProductClass
	dhcpOptionSubnetSelectionOption
	dhcpOptionPanaAgent
	dhcpOptionLostServerDomainName
	dhcpOptionCapwapAccessController
	dhcpOptionAndsfServer
	dhcpOptionForcerenewNonceAlgorithm
	dhcpOptionRdnssReserved
	dhcpOptionRdnssPreference
	dhcpOptionRdnssPrimaryDNS
	dhcpOptionRdnssSecondaryDNS
	dhcpOptionRdnssDomain
	dhcpOptionTftpServerAddress
	dhcpOptionBulkLeaseStatusCode
	dhcpOptionBulkLeaseStatusCodeMessage
	dhcpOptionBulkLeaseBaseTime
	dhcpOptionBulkLeaseStartTimeOfState
	dhcpOptionBulkLeaseQueryStartTime
	dhcpOptionBulkLeaseQueryEndTime
	dhcpOptionBulkLeaseDhcpState
	dhcpOptionBulkLeaseDataSource
	dhcpOptionPcpListLength
	dhcpOptionPcpServer
	dhcpOptionPortparamsOffset
	dhcpOptionPortparamsPsidLength
	dhcpOptionPortparamsPsid
	dhcpOptionMudurl
	dhcpOptionPxeConfigFile
	dhcpOptionPxePathPrefix
	dhcpOptionCaptivePortal
	dhcpOption6rdIpv4MaskLen
	dhcpOption6rdPrefixLen
	dhcpOption6rdPrefix
	dhcpOption6rdBorderRelayIP
	dhcpOptionPrivateProxyAutodiscovery
	dhcpOptionEnd
	dhcpVendorSuboption
	dhcpVendorData
	dhcpOptionNonstdData
	dhcpBootFilenameOverloadedByDhcp
	dhcpClientAddressNotGiven
	dhcpEndOptionMissing
	dhcpMalformedDuid
	dhcpOption6RDMalformed
	dhcpOptionCivicLocationBadCattype
	dhcpOptionClasslessStaticMask
	dhcpOptionDhcpNameServiceInvalid
	dhcpOptionOptionOverloadFileEndMissing
	dhcpOptionOptionOverloadSnameEndMissing
	dhcpOptionSipServerAddressEncoding
	dhcpServerNameOverloadedByDhcp
	dhcpLast
)

var dhcpFields = [...]Info{
	0:                                                                 {Name: "dhcp", Label: "Dynamic Host Configuration Protocol", Type: Protocol},
	dhcpBootp - dhcpLayer:                                             {Name: "dhcp.bootp", Label: "Frame is BOOTP", Type: Bool},
	dhcpType - dhcpLayer:                                              {Name: "dhcp.type", Label: "Message type", Type: Uint, Bits: 8, Names: dhcpOpcodeNames},
	dhcpHwType - dhcpLayer:                                            {Name: "dhcp.hw.type", Label: "Hardware type", Type: Uint, Bits: 8, Hex: true, Names: hardwareNames},
	dhcpHwLen - dhcpLayer:                                             {Name: "dhcp.hw.len", Label: "Hardware address length", Type: Uint, Bits: 8},
	dhcpHops - dhcpLayer:                                              {Name: "dhcp.hops", Label: "Hops", Type: Uint, Bits: 8},
	dhcpID - dhcpLayer:                                                {Name: "dhcp.id", Label: "Transaction ID", Type: Uint, Bits: 32, Hex: true},
	dhcpSecs - dhcpLayer:                                              {Name: "dhcp.secs", Label: "Seconds elapsed", Type: Uint, Bits: 16},
	dhcpFlags - dhcpLayer:                                             {Name: "dhcp.flags", Label: "Bootp flags", Type: Uint, Bits: 16, Hex: true},
	dhcpFlagsBc - dhcpLayer:                                           {Name: "dhcp.flags.bc", Label: "Broadcast flag", Type: Bool, Names: map[uint64]string{1: "Broadcast", 0: "Unicast"}},
	dhcpFlagsReserved - dhcpLayer:                                     {Name: "dhcp.flags.reserved", Label: "Reserved flags", Type: Uint, Bits: 16, Hex: true},
	dhcpIPClient - dhcpLayer:                                          {Name: "dhcp.ip.client", Label: "Client IP address", Type: IPv4},
	dhcpIPYour - dhcpLayer:                                            {Name: "dhcp.ip.your", Label: "Your (client) IP address", Type: IPv4},
	dhcpIPServer - dhcpLayer:                                          {Name: "dhcp.ip.server", Label: "Next server IP address", Type: IPv4},
	dhcpIPRelay - dhcpLayer:                                           {Name: "dhcp.ip.relay", Label: "Relay agent IP address", Type: IPv4},
	dhcpHwAddr - dhcpLayer:                                            {Name: "dhcp.hw.addr", Label: "Client hardware address", Type: Bytes},
	dhcpHwAddrPadding - dhcpLayer:                                     {Name: "dhcp.hw.addr_padding", Label: "Client hardware address padding", Type: Bytes},
	dhcpHwMacAddr - dhcpLayer:                                         {Name: "dhcp.hw.mac_addr", Label: "Client MAC address", Type: Ether},
	dhcpServer - dhcpLayer:                                            {Name: "dhcp.server", Label: "Server host name", Type: String},
	dhcpFile - dhcpLayer:                                              {Name: "dhcp.file", Label: "Boot file name", Type: String},
	dhcpCookie - dhcpLayer:                                            {Name: "dhcp.cookie", Label: "Magic cookie", Type: IPv4},
	dhcpVendorSpecificOptions - dhcpLayer:                             {Name: "dhcp.vendor_specific_options", Label: "Bootp vendor specific options", Type: Bytes},
	dhcpFqdnS - dhcpLayer:                                             {Name: "dhcp.fqdn.s", Label: "Server", Type: Bool, Names: map[uint64]string{1: "Server", 0: "Client"}},
	dhcpFqdnO - dhcpLayer:                                             {Name: "dhcp.fqdn.o", Label: "Server overrides", Type: Bool, Names: map[uint64]string{1: "Override", 0: "No override"}},
	dhcpFqdnE - dhcpLayer:                                             {Name: "dhcp.fqdn.e", Label: "Encoding", Type: Bool, Names: map[uint64]string{1: "Binary encoding", 0: "ASCII encoding"}},
	dhcpFqdnN - dhcpLayer:                                             {Name: "dhcp.fqdn.n", Label: "Server DDNS", Type: Bool, Names: map[uint64]string{1: "No server updates", 0: "Some server updates"}},
	dhcpFqdnFlags - dhcpLayer:                                         {Name: "dhcp.fqdn.flags", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	dhcpFqdnMbz - dhcpLayer:                                           {Name: "dhcp.fqdn.mbz", Label: "Reserved flags", Type: Uint, Bits: 8, Hex: true},
	dhcpFqdnRcode1 - dhcpLayer:                                        {Name: "dhcp.fqdn.rcode1", Label: "A-RR result", Type: Uint, Bits: 8},
	dhcpFqdnRcode2 - dhcpLayer:                                        {Name: "dhcp.fqdn.rcode2", Label: "PTR-RR result", Type: Uint, Bits: 8},
	dhcpFqdnName - dhcpLayer:                                          {Name: "dhcp.fqdn.name", Label: "Client name", Type: String},
	dhcpClientIDUUID - dhcpLayer:                                      {Name: "dhcp.client_id.uuid", Label: "Client Identifier (UUID)", Type: GUID},
	dhcpClientHardwareAddress - dhcpLayer:                             {Name: "dhcp.client_hardware_address", Label: "Client hardware address", Type: String},
	dhcpClientIDIaid - dhcpLayer:                                      {Name: "dhcp.client_id.iaid", Label: "IAID", Type: String},
	dhcpClientIDDuidType - dhcpLayer:                                  {Name: "dhcp.client_id.duid_type", Label: "DUID Type", Type: Uint, Bits: 16, Names: duidNames},
	dhcpClientIDDuidLltHwType - dhcpLayer:                             {Name: "dhcp.client_id.duid_llt_hw_type", Label: "Hardware type", Type: Uint, Bits: 16, Names: hardwareNames},
	dhcpClientIDDuidLlHwType - dhcpLayer:                              {Name: "dhcp.client_id.duid_ll_hw_type", Label: "Hardware type", Type: Uint, Bits: 16, Names: hardwareNames},
	dhcpClientIDTime - dhcpLayer:                                      {Name: "dhcp.client_id.time", Label: "Time", Type: Uint, Bits: 32},
	dhcpClientIDLinkLayerAddress - dhcpLayer:                          {Name: "dhcp.client_id.link_layer_address", Label: "Link layer address", Type: String},
	dhcpClientIDEnterpriseNum - dhcpLayer:                             {Name: "dhcp.client_id.enterprise_num", Label: "Enterprise-number", Type: Uint, Bits: 32},
	dhcpClientID - dhcpLayer:                                          {Name: "dhcp.client_id", Label: "Identifier", Type: Bytes},
	dhcpClientIDType - dhcpLayer:                                      {Name: "dhcp.client_id.type", Label: "Type", Type: Uint, Bits: 8},
	dhcpClientIDUndef - dhcpLayer:                                     {Name: "dhcp.client_id.undef", Label: "Client Identifier", Type: String},
	dhcpOptionType - dhcpLayer:                                        {Name: "dhcp.option.type", Label: "Option", Type: Uint, Bits: 8},
	dhcpOptionLength - dhcpLayer:                                      {Name: "dhcp.option.length", Label: "Length", Type: Uint, Bits: 8},
	dhcpOptionSuboptionLength - dhcpLayer:                             {Name: "dhcp.option.suboption_length", Label: "Length", Type: Uint, Bits: 8},
	dhcpOptionValue - dhcpLayer:                                       {Name: "dhcp.option.value", Label: "Value", Type: Bytes},
	dhcpOptionPadding - dhcpLayer:                                     {Name: "dhcp.option.padding", Label: "Padding", Type: Bytes},
	dhcpOptionSubnetMask - dhcpLayer:                                  {Name: "dhcp.option.subnet_mask", Label: "Subnet Mask", Type: IPv4},
	dhcpOptionTimeOffset - dhcpLayer:                                  {Name: "dhcp.option.time_offset", Label: "Time Offset", Type: Int, Bits: 32},
	dhcpOptionRouter - dhcpLayer:                                      {Name: "dhcp.option.router", Label: "Router", Type: IPv4},
	dhcpOptionTimeServer - dhcpLayer:                                  {Name: "dhcp.option.time_server", Label: "Time Server", Type: IPv4},
	dhcpOptionNameServer - dhcpLayer:                                  {Name: "dhcp.option.name_server", Label: "Name Server", Type: IPv4},
	dhcpOptionDomainNameServer - dhcpLayer:                            {Name: "dhcp.option.domain_name_server", Label: "Domain Name Server", Type: IPv4},
	dhcpOptionLogServer - dhcpLayer:                                   {Name: "dhcp.option.log_server", Label: "Log Server", Type: IPv4},
	dhcpOptionQuotesServer - dhcpLayer:                                {Name: "dhcp.option.quotes_server", Label: "Quotes Server", Type: IPv4},
	dhcpOptionLprServer - dhcpLayer:                                   {Name: "dhcp.option.lpr_server", Label: "LPR Server", Type: IPv4},
	dhcpOptionImpressServer - dhcpLayer:                               {Name: "dhcp.option.impress_server", Label: "Impress Server", Type: IPv4},
	dhcpOptionResourceLocationServer - dhcpLayer:                      {Name: "dhcp.option.resource_location_server", Label: "Resource Location Server", Type: IPv4},
	dhcpOptionHostname - dhcpLayer:                                    {Name: "dhcp.option.hostname", Label: "Host Name", Type: String},
	dhcpOptionBootFileSize - dhcpLayer:                                {Name: "dhcp.option.boot_file_size", Label: "Boot File Size", Type: Uint, Bits: 16},
	dhcpOptionMeritDumpFile - dhcpLayer:                               {Name: "dhcp.option.merit_dump_file", Label: "Merit Dump File", Type: String},
	dhcpOptionDomainName - dhcpLayer:                                  {Name: "dhcp.option.domain_name", Label: "Domain Name", Type: String},
	dhcpOptionSwapServer - dhcpLayer:                                  {Name: "dhcp.option.swap_server", Label: "Swap Server", Type: IPv4},
	dhcpOptionRootPath - dhcpLayer:                                    {Name: "dhcp.option.root_path", Label: "Root Path", Type: String},
	dhcpOptionExtensionPath - dhcpLayer:                               {Name: "dhcp.option.extension_path", Label: "Extensions Path", Type: String},
	dhcpOptionIPForwarding - dhcpLayer:                                {Name: "dhcp.option.ip_forwarding", Label: "IP Forwarding", Type: Bool, Names: enabledNames},
	dhcpOptionPolicyFilterIP - dhcpLayer:                              {Name: "dhcp.option.policy_filter.ip", Label: "IP Address", Type: IPv4},
	dhcpOptionPolicyFilterSubnetMask - dhcpLayer:                      {Name: "dhcp.option.policy_filter.subnet_mask", Label: "Subnet Mask", Type: IPv4},
	dhcpOptionNonLocalSourceRouting - dhcpLayer:                       {Name: "dhcp.option.non_local_source_routing", Label: "Non-Local Source Routing", Type: Bool, Names: enabledNames},
	dhcpOptionMaxDatagramReassemblySize - dhcpLayer:                   {Name: "dhcp.option.max_datagram_reassembly_size", Label: "Maximum Datagram Reassembly Size", Type: Uint, Bits: 16},
	dhcpOptionDefaultIPTTL - dhcpLayer:                                {Name: "dhcp.option.default_ip_ttl", Label: "Default IP Time-to-Live", Type: Uint, Bits: 8},
	dhcpOptionPathMtuAgingTimeout - dhcpLayer:                         {Name: "dhcp.option.path_mtu_aging_timeout", Label: "Path MTU Aging Timeout", Type: Uint, Bits: 32},
	dhcpOptionPathMtuPlateauTableItem - dhcpLayer:                     {Name: "dhcp.option.path_mtu_plateau_table_item", Label: "Path MTU Plateau Table Item", Type: Uint, Bits: 16},
	dhcpOptionInterfaceMtu - dhcpLayer:                                {Name: "dhcp.option.interface_mtu", Label: "Interface MTU", Type: Uint, Bits: 16},
	dhcpOptionAllSubnetsAreLocal - dhcpLayer:                          {Name: "dhcp.option.all_subnets_are_local", Label: "All Subnets are Local", Type: Bool, Names: yesNames},
	dhcpOptionBroadcastAddress - dhcpLayer:                            {Name: "dhcp.option.broadcast_address", Label: "Broadcast Address", Type: IPv4},
	dhcpOptionPerformMaskDiscovery - dhcpLayer:                        {Name: "dhcp.option.perform_mask_discovery", Label: "Perform Mask Discovery", Type: Bool, Names: enabledNames},
	dhcpOptionMaskSupplier - dhcpLayer:                                {Name: "dhcp.option.mask_supplier", Label: "Mask Supplier", Type: Bool, Names: yesNames},
	dhcpOptionPerformRouterDiscover - dhcpLayer:                       {Name: "dhcp.option.perform_router_discover", Label: "Perform Router Discover", Type: Bool, Names: enabledNames},
	dhcpOptionRouterSolicitationAddress - dhcpLayer:                   {Name: "dhcp.option.router_solicitation_address", Label: "Router Solicitation Address", Type: IPv4},
	dhcpOptionStaticRouteIP - dhcpLayer:                               {Name: "dhcp.option.static_route.ip", Label: "Destination IP Address", Type: IPv4},
	dhcpOptionStaticRouteRouter - dhcpLayer:                           {Name: "dhcp.option.static_route.router", Label: "Destination Router", Type: IPv4},
	dhcpOptionTrailerEncapsulation - dhcpLayer:                        {Name: "dhcp.option.trailer_encapsulation", Label: "Trailer Encapsulation", Type: Bool, Names: enabledNames},
	dhcpOptionArpCacheTimeout - dhcpLayer:                             {Name: "dhcp.option.arp_cache_timeout", Label: "ARP Cache Timeout", Type: Uint, Bits: 32},
	dhcpOptionEthernetEncapsulation - dhcpLayer:                       {Name: "dhcp.option.ethernet_encapsulation", Label: "Ethernet Encapsulation", Type: Bool, Names: enabledNames},
	dhcpOptionTCPDefaultTTL - dhcpLayer:                               {Name: "dhcp.option.tcp_default_ttl", Label: "TCP Default TTL", Type: Uint, Bits: 8},
	dhcpOptionTCPKeepaliveInterval - dhcpLayer:                        {Name: "dhcp.option.tcp_keepalive_interval", Label: "TCP Keepalive Interval", Type: Uint, Bits: 32},
	dhcpOptionTCPKeepaliveGarbage - dhcpLayer:                         {Name: "dhcp.option.tcp_keepalive_garbage", Label: "TCP Keepalive Garbage", Type: Bool, Names: enabledNames},
	dhcpOptionNisDomain - dhcpLayer:                                   {Name: "dhcp.option.nis_domain", Label: "Network Information Service Domain", Type: String},
	dhcpOptionNisServer - dhcpLayer:                                   {Name: "dhcp.option.nis_server", Label: "Network Information Service Server", Type: IPv4},
	dhcpOptionNtpServer - dhcpLayer:                                   {Name: "dhcp.option.ntp_server", Label: "Network Time Protocol Server", Type: IPv4},
	dhcpOptionVendorValue - dhcpLayer:                                 {Name: "dhcp.option.vendor.value", Label: "Value", Type: Bytes},
	dhcpOptionVendorPxeclientSuboption - dhcpLayer:                    {Name: "dhcp.option.vendor.pxeclient.suboption", Label: "Option 43 Suboption", Type: Uint, Bits: 8, Names: pxeSuboptionNames},
	dhcpOptionVendorPxeclientPadding - dhcpLayer:                      {Name: "dhcp.option.vendor.pxeclient.padding", Label: "Padding", Type: Uint, Bits: 8},
	dhcpOptionVendorPxeclientMtftpIP - dhcpLayer:                      {Name: "dhcp.option.vendor.pxeclient.mtftp_ip", Label: "mtftp IP", Type: IPv4},
	dhcpOptionVendorPxeclientMtftpClientPort - dhcpLayer:              {Name: "dhcp.option.vendor.pxeclient.mtftp_client_port", Label: "mtftp client port", Type: Uint, Bits: 16},
	dhcpOptionVendorPxeclientMtftpServerPort - dhcpLayer:              {Name: "dhcp.option.vendor.pxeclient.mtftp_server_port", Label: "mtftp server port", Type: Uint, Bits: 16},
	dhcpOptionVendorPxeclientMtftpTimeout - dhcpLayer:                 {Name: "dhcp.option.vendor.pxeclient.mtftp_timeout", Label: "mtftp timeout", Type: Uint, Bits: 8},
	dhcpOptionVendorPxeclientMtftpDelay - dhcpLayer:                   {Name: "dhcp.option.vendor.pxeclient.mtftp_delay", Label: "mtftp delay", Type: Uint, Bits: 8},
	dhcpOptionVendorPxeclientDiscoveryControl - dhcpLayer:             {Name: "dhcp.option.vendor.pxeclient.discovery_control", Label: "discovery control", Type: Uint, Bits: 8, Hex: true},
	dhcpOptionVendorPxeclientDiscoveryControlBroadcast - dhcpLayer:    {Name: "dhcp.option.vendor.pxeclient.discovery_control.broadcast", Label: "Disable Broadcast", Type: Bool, Names: setNames},
	dhcpOptionVendorPxeclientDiscoveryControlMulticast - dhcpLayer:    {Name: "dhcp.option.vendor.pxeclient.discovery_control.multicast", Label: "Disable Multicast", Type: Bool, Names: setNames},
	dhcpOptionVendorPxeclientDiscoveryControlServerlist - dhcpLayer:   {Name: "dhcp.option.vendor.pxeclient.discovery_control.serverlist", Label: "Serverlist only", Type: Bool, Names: setNames},
	dhcpOptionVendorPxeclientDiscoveryControlBstrap - dhcpLayer:       {Name: "dhcp.option.vendor.pxeclient.discovery_control.bstrap", Label: "Bootstrap override", Type: Bool, Names: setNames},
	dhcpOptionVendorPxeclientMulticastAddress - dhcpLayer:             {Name: "dhcp.option.vendor.pxeclient.multicast_address", Label: "multicast address", Type: IPv4},
	dhcpOptionVendorPxeclientBootServers - dhcpLayer:                  {Name: "dhcp.option.vendor.pxeclient.boot_servers", Label: "boot servers", Type: Bytes},
	dhcpOptionVendorPxeclientBootServersType - dhcpLayer:              {Name: "dhcp.option.vendor.pxeclient.boot_servers.type", Label: "Type", Type: Uint, Bits: 16, Names: pxeServerNames},
	dhcpOptionVendorPxeclientBootServersCount - dhcpLayer:             {Name: "dhcp.option.vendor.pxeclient.boot_servers.count", Label: "IP count", Type: Uint, Bits: 8},
	dhcpOptionVendorPxeclientBootServersIP - dhcpLayer:                {Name: "dhcp.option.vendor.pxeclient.boot_servers.ip", Label: "IP", Type: IPv4},
	dhcpOptionVendorPxeclientBootMenu - dhcpLayer:                     {Name: "dhcp.option.vendor.pxeclient.boot_menu", Label: "boot menu", Type: Bytes},
	dhcpOptionVendorPxeclientBootMenuType - dhcpLayer:                 {Name: "dhcp.option.vendor.pxeclient.boot_menu.type", Label: "Type", Type: Uint, Bits: 16, Names: pxeMenuNames},
	dhcpOptionVendorPxeclientBootMenuLength - dhcpLayer:               {Name: "dhcp.option.vendor.pxeclient.boot_menu.length", Label: "Length", Type: Uint, Bits: 8},
	dhcpOptionVendorPxeclientBootMenuDesc - dhcpLayer:                 {Name: "dhcp.option.vendor.pxeclient.boot_menu.desc", Label: "Description", Type: String},
	dhcpOptionVendorPxeclientMenuPrompt - dhcpLayer:                   {Name: "dhcp.option.vendor.pxeclient.menu_prompt", Label: "menu prompt", Type: Bytes},
	dhcpOptionVendorPxeclientMenuPromptTimeout - dhcpLayer:            {Name: "dhcp.option.vendor.pxeclient.menu_prompt.timeout", Label: "Timeout", Type: Uint, Bits: 8},
	dhcpOptionVendorPxeclientMenuPromptPrompt - dhcpLayer:             {Name: "dhcp.option.vendor.pxeclient.menu_prompt.prompt", Label: "Prompt", Type: String},
	dhcpOptionVendorPxeclientMulticastAddressAlloc - dhcpLayer:        {Name: "dhcp.option.vendor.pxeclient.multicast_address_alloc", Label: "multicast address alloc", Type: Bytes},
	dhcpOptionVendorPxeclientCredentialTypes - dhcpLayer:              {Name: "dhcp.option.vendor.pxeclient.credential_types", Label: "credential types", Type: Bytes},
	dhcpOptionVendorPxeclientBootItem - dhcpLayer:                     {Name: "dhcp.option.vendor.pxeclient.boot_item", Label: "boot item", Type: Bytes},
	dhcpOptionVendorPxeclientBootItemType - dhcpLayer:                 {Name: "dhcp.option.vendor.pxeclient.boot_item.type", Label: "Type", Type: Uint, Bits: 16},
	dhcpOptionVendorPxeclientBootItemLayer - dhcpLayer:                {Name: "dhcp.option.vendor.pxeclient.boot_item.layer", Label: "Layer", Type: Bytes},
	dhcpOptionVendorPxeclientEnd - dhcpLayer:                          {Name: "dhcp.option.vendor.pxeclient.end", Label: "PXE Client End", Type: Uint, Bits: 8},
	dhcpOptionVendorArubaapControllerip - dhcpLayer:                   {Name: "dhcp.option.vendor.arubaap.controllerip", Label: "Aruba Controller IP", Type: String},
	dhcpOptionNetbiosOverTcpipNameServer - dhcpLayer:                  {Name: "dhcp.option.netbios_over_tcpip_name_server", Label: "NetBIOS over TCP/IP Name Server", Type: IPv4},
	dhcpOptionNetbiosOverTcpipDdNameServer - dhcpLayer:                {Name: "dhcp.option.netbios_over_tcpip_dd_name_server", Label: "NetBIOS over TCP/IP Datagram Distribution Name Server", Type: IPv4},
	dhcpOptionNetbiosOverTcpipNodeType - dhcpLayer:                    {Name: "dhcp.option.netbios_over_tcpip_node_type", Label: "NetBIOS over TCP/IP Node Type", Type: Uint, Bits: 8, Names: dhcpNetbiosOverTcpipNodeTypeNames},
	dhcpOptionNetbiosOverTcpipScope - dhcpLayer:                       {Name: "dhcp.option.netbios_over_tcpip_scope", Label: "NetBIOS over TCP/IP Scope", Type: String},
	dhcpOptionXwindowsSystemFontServer - dhcpLayer:                    {Name: "dhcp.option.xwindows_system_font_server", Label: "X Window System Font Server", Type: IPv4},
	dhcpOptionXwindowsSystemDisplayManager - dhcpLayer:                {Name: "dhcp.option.xwindows_system_display_manager", Label: "X Window System Display Manager", Type: IPv4},
	dhcpOptionRequestedIPAddress - dhcpLayer:                          {Name: "dhcp.option.requested_ip_address", Label: "Requested IP Address", Type: IPv4},
	dhcpOptionIPAddressLeaseTime - dhcpLayer:                          {Name: "dhcp.option.ip_address_lease_time", Label: "IP Address Lease Time", Type: Uint, Bits: 32},
	dhcpOptionOptionOverload - dhcpLayer:                              {Name: "dhcp.option.option_overload", Label: "Option Overload", Type: Uint, Bits: 8, Names: dhcpOptionOverloadNames},
	dhcpOptionDhcp - dhcpLayer:                                        {Name: "dhcp.option.dhcp", Label: "DHCP", Type: Uint, Bits: 8, Names: dhcpMessageNames},
	dhcpOptionDhcpServerID - dhcpLayer:                                {Name: "dhcp.option.dhcp_server_id", Label: "DHCP Server Identifier", Type: IPv4},
	dhcpOptionRequestListItem - dhcpLayer:                             {Name: "dhcp.option.request_list_item", Label: "Parameter Request List Item", Type: Uint, Bits: 8},
	dhcpOptionMessage - dhcpLayer:                                     {Name: "dhcp.option.message", Label: "Message", Type: String},
	dhcpOptionDhcpMaxMessageSize - dhcpLayer:                          {Name: "dhcp.option.dhcp_max_message_size", Label: "Maximum DHCP Message Size", Type: Uint, Bits: 16},
	dhcpOptionRenewalTimeValue - dhcpLayer:                            {Name: "dhcp.option.renewal_time_value", Label: "Renewal Time Value", Type: Uint, Bits: 32},
	dhcpOptionRebindingTimeValue - dhcpLayer:                          {Name: "dhcp.option.rebinding_time_value", Label: "Rebinding Time Value", Type: Uint, Bits: 32},
	dhcpOptionVendorClassID - dhcpLayer:                               {Name: "dhcp.option.vendor_class_id", Label: "Vendor class identifier", Type: String},
	dhcpOptionNisPlusDomain - dhcpLayer:                               {Name: "dhcp.option.nis_plus_domain", Label: "Network Information Service+ Domain", Type: String},
	dhcpOptionNisPlusServer - dhcpLayer:                               {Name: "dhcp.option.nis_plus_server", Label: "Network Information Service+ Server", Type: IPv4},
	dhcpOptionTftpServerName - dhcpLayer:                              {Name: "dhcp.option.tftp_server_name", Label: "TFTP Server Name", Type: String},
	dhcpOptionBootfileName - dhcpLayer:                                {Name: "dhcp.option.bootfile_name", Label: "Bootfile name", Type: String},
	dhcpOptionMobileIPHomeAgent - dhcpLayer:                           {Name: "dhcp.option.mobile_ip_home_agent", Label: "Mobile IP Home Agent", Type: IPv4},
	dhcpOptionSMTPServer - dhcpLayer:                                  {Name: "dhcp.option.smtp_server", Label: "SMTP Server", Type: IPv4},
	dhcpOptionPop3Server - dhcpLayer:                                  {Name: "dhcp.option.pop3_server", Label: "POP3 Server", Type: IPv4},
	dhcpOptionNntpServer - dhcpLayer:                                  {Name: "dhcp.option.nntp_server", Label: "NNTP Server", Type: IPv4},
	dhcpOptionDefaultWwwServer - dhcpLayer:                            {Name: "dhcp.option.default_www_server", Label: "Default WWW Server", Type: IPv4},
	dhcpOptionDefaultFingerServer - dhcpLayer:                         {Name: "dhcp.option.default_finger_server", Label: "Default Finger Server", Type: IPv4},
	dhcpOptionDefaultIrcServer - dhcpLayer:                            {Name: "dhcp.option.default_irc_server", Label: "Default IRC Server", Type: IPv4},
	dhcpOptionStreettalkServer - dhcpLayer:                            {Name: "dhcp.option.streettalk_server", Label: "StreetTalk Server", Type: IPv4},
	dhcpOptionStreettalkDaServer - dhcpLayer:                          {Name: "dhcp.option.streettalk_da_server", Label: "StreetTalk Directory Assistance Server", Type: IPv4},
	dhcpOptionUserClass - dhcpLayer:                                   {Name: "dhcp.option.user_class", Label: "Instance of User Class", Type: Uint, Bits: 8},
	dhcpOptionUserClassLength - dhcpLayer:                             {Name: "dhcp.option.user_class.length", Label: "User Class Length", Type: Uint, Bits: 8},
	dhcpOptionUserClassData - dhcpLayer:                               {Name: "dhcp.option.user_class.data", Label: "User Class Data", Type: Bytes},
	dhcpOptionUserClassText - dhcpLayer:                               {Name: "dhcp.option.user_class.text", Label: "User Class Data (Text)", Type: String},
	dhcpOptionSlpDirectoryAgentValue - dhcpLayer:                      {Name: "dhcp.option.slp_directory_agent.value", Label: "Value", Type: Uint, Bits: 8, Names: slpDiscoveryNames},
	dhcpOptionSlpDirectoryAgentSlpdaAddress - dhcpLayer:               {Name: "dhcp.option.slp_directory_agent.slpda_address", Label: "IP Address", Type: IPv4},
	dhcpOptionSlpServiceScopeValue - dhcpLayer:                        {Name: "dhcp.option.slp_service_scope.value", Label: "Value", Type: Uint, Bits: 8, Names: slpScopeNames},
	dhcpOptionSlpServiceScopeString - dhcpLayer:                       {Name: "dhcp.option.slp_service_scope.string", Label: "SLP Service Scope", Type: String},
	dhcpOptionAgentInformationOptionSuboption - dhcpLayer:             {Name: "dhcp.option.agent_information_option.suboption", Label: "Option 82 Suboption", Type: Uint, Bits: 8, Names: agentSuboptionNames},
	dhcpOptionAgentInformationOptionValue - dhcpLayer:                 {Name: "dhcp.option.agent_information_option.value", Label: "Value", Type: Bytes},
	dhcpOptionAgentInformationOptionAgentCircuitID - dhcpLayer:        {Name: "dhcp.option.agent_information_option.agent_circuit_id", Label: "Agent Circuit ID", Type: Bytes},
	dhcpOptionAgentInformationOptionAgentRemoteID - dhcpLayer:         {Name: "dhcp.option.agent_information_option.agent_remote_id", Label: "Agent Remote ID", Type: Bytes},
	dhcpOptionAgentInformationOptionReserved - dhcpLayer:              {Name: "dhcp.option.agent_information_option.reserved", Label: "Reserved", Type: Bytes},
	dhcpOptionAgentInformationOptionDocsisDeviceClass - dhcpLayer:     {Name: "dhcp.option.agent_information_option.docsis_device_class", Label: "DOCSIS Device Class", Type: Uint, Bits: 32, Hex: true},
	dhcpOptionAgentInformationOptionLinkSelection - dhcpLayer:         {Name: "dhcp.option.agent_information_option.link_selection", Label: "Link selection", Type: IPv4},
	dhcpOptionAgentInformationOptionSubscriberID - dhcpLayer:          {Name: "dhcp.option.agent_information_option.subscriber_id", Label: "Subscriber ID", Type: String},
	dhcpOptionAgentInformationOptionRadiusAttributes - dhcpLayer:      {Name: "dhcp.option.agent_information_option.radius_attributes", Label: "RADIUS Attributes", Type: Bytes},
	dhcpOptionAgentInformationOptionAuthentication - dhcpLayer:        {Name: "dhcp.option.agent_information_option.authentication", Label: "Authentication", Type: Bytes},
	dhcpOptionAgentInformationOptionViEnterprise - dhcpLayer:          {Name: "dhcp.option.agent_information_option.vi.enterprise", Label: "Enterprise", Type: Uint, Bits: 32},
	dhcpOptionAgentInformationOptionViDataLength - dhcpLayer:          {Name: "dhcp.option.agent_information_option.vi.data_length", Label: "Data Length", Type: Uint, Bits: 8},
	dhcpOptionAgentInformationOptionFlags - dhcpLayer:                 {Name: "dhcp.option.agent_information_option.flags", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	dhcpOptionAgentInformationOptionServerIDOverride - dhcpLayer:      {Name: "dhcp.option.agent_information_option.server_id_override", Label: "Server ID Override", Type: IPv4},
	dhcpOptionAgentInformationOptionRelayAgentID - dhcpLayer:          {Name: "dhcp.option.agent_information_option.relay_agent_id", Label: "Relay Agent Identifier", Type: Bytes},
	dhcpOptionAgentInformationOptionAniAtt - dhcpLayer:                {Name: "dhcp.option.agent_information_option.ani_att", Label: "Access Technology Type", Type: Uint, Bits: 8},
	dhcpOptionAgentInformationOptionAniNetworkName - dhcpLayer:        {Name: "dhcp.option.agent_information_option.ani_network_name", Label: "Access Network Name", Type: String},
	dhcpOptionAgentInformationOptionAniApName - dhcpLayer:             {Name: "dhcp.option.agent_information_option.ani_ap_name", Label: "Access Point Name", Type: String},
	dhcpOptionAgentInformationOptionAniApBssid - dhcpLayer:            {Name: "dhcp.option.agent_information_option.ani_ap_bssid", Label: "Access Point BSSID", Type: Ether},
	dhcpOptionAgentInformationOptionAniOperatorID - dhcpLayer:         {Name: "dhcp.option.agent_information_option.ani_operator_id", Label: "Access Network Operator ID", Type: Bytes},
	dhcpOptionAgentInformationOptionAniOperatorRealm - dhcpLayer:      {Name: "dhcp.option.agent_information_option.ani_operator_realm", Label: "Access Network Operator Realm", Type: String},
	dhcpOptionAgentInformationOptionLinkSelectionCisco - dhcpLayer:    {Name: "dhcp.option.agent_information_option.link_selection_cisco", Label: "Link selection (Cisco proprietary)", Type: IPv4},
	dhcpOptionAgentInformationOptionVrfNameGlobal - dhcpLayer:         {Name: "dhcp.option.agent_information_option.vrf_name.global", Label: "Global, default VPN", Type: Uint, Bits: 8},
	dhcpOptionAgentInformationOptionVrfName - dhcpLayer:               {Name: "dhcp.option.agent_information_option.vrf_name", Label: "VRF name", Type: String},
	dhcpOptionAgentInformationOptionVrfNameVpnIDOUI - dhcpLayer:       {Name: "dhcp.option.agent_information_option.vrf_name.vpn_id.oui", Label: "VRF name/VPN ID OUI", Type: Uint, Bits: 24, Hex: true},
	dhcpOptionAgentInformationOptionVrfNameVpnIDIndex - dhcpLayer:     {Name: "dhcp.option.agent_information_option.vrf_name.vpn_id.index", Label: "VRF name/VPN ID Index", Type: Uint, Bits: 32, Hex: true},
	dhcpOptionAgentInformationOptionServerIDOverrideCisco - dhcpLayer: {Name: "dhcp.option.agent_information_option.server_id_override_cisco", Label: "Server ID Override (Cisco proprietary)", Type: IPv4},
	dhcpOptionNovellDssIP - dhcpLayer:                                 {Name: "dhcp.option.novell_dss.ip", Label: "IP Address", Type: IPv4},
	dhcpOptionNovellDsTreeName - dhcpLayer:                            {Name: "dhcp.option.novell_ds_tree_name", Label: "Novell Directory Services Tree Name", Type: String},
	dhcpOptionNovellDsContext - dhcpLayer:                             {Name: "dhcp.option.novell_ds_context", Label: "Novell Directory Services Context", Type: String},
	dhcpOptionDhcpAuthenticationProtocol - dhcpLayer:                  {Name: "dhcp.option.dhcp_authentication.protocol", Label: "Protocol", Type: Uint, Bits: 8, Names: dhcpAuthNames},
	dhcpOptionDhcpAuthenticationAlgDelay - dhcpLayer:                  {Name: "dhcp.option.dhcp_authentication.alg_delay", Label: "Delay Algorithm", Type: Uint, Bits: 8, Names: dhcpAuthDelayedNames},
	dhcpOptionDhcpAuthenticationAlgorithm - dhcpLayer:                 {Name: "dhcp.option.dhcp_authentication.algorithm", Label: "Algorithm", Type: Uint, Bits: 8},
	dhcpOptionDhcpAuthenticationRdm - dhcpLayer:                       {Name: "dhcp.option.dhcp_authentication.rdm", Label: "Replay Detection Method", Type: Uint, Bits: 8, Names: dhcpReplayNames},
	dhcpOptionDhcpAuthenticationRdmReplayDetection - dhcpLayer:        {Name: "dhcp.option.dhcp_authentication.rdm_replay_detection", Label: "RDM Replay Detection Value", Type: Uint, Bits: 64, Hex: true},
	dhcpOptionDhcpAuthenticationRdmRdv - dhcpLayer:                    {Name: "dhcp.option.dhcp_authentication.rdm_rdv", Label: "Replay Detection Value", Type: String},
	dhcpOptionDhcpAuthenticationSecretID - dhcpLayer:                  {Name: "dhcp.option.dhcp_authentication.secret_id", Label: "Secret ID", Type: Uint, Bits: 32, Hex: true},
	dhcpOptionDhcpAuthenticationHmacMd5Hash - dhcpLayer:               {Name: "dhcp.option.dhcp_authentication.hmac_md5_hash", Label: "HMAC MD5 Hash", Type: Bytes},
	dhcpOptionDhcpAuthenticationInformation - dhcpLayer:               {Name: "dhcp.option.dhcp_authentication.information", Label: "Authentication Information", Type: String},
	dhcpOptionClientLastTransactionTime - dhcpLayer:                   {Name: "dhcp.option.client_last_transaction_time", Label: "Client last transaction time", Type: Uint, Bits: 32},
	dhcpOptionAssociatedIPOption - dhcpLayer:                          {Name: "dhcp.option.associated_ip_option", Label: "Associated IP option", Type: IPv4},
	dhcpOptionClientSystemArchitecture - dhcpLayer:                    {Name: "dhcp.option.client_system_architecture", Label: "Client System Architecture", Type: Uint, Bits: 16, Names: dhcpClientSystemArchitectureNames},
	dhcpClientNetworkIDMajor - dhcpLayer:                              {Name: "dhcp.client_network_id_major", Label: "Major Version", Type: Uint, Bits: 8},
	dhcpClientNetworkIDMinor - dhcpLayer:                              {Name: "dhcp.client_network_id_minor", Label: "Minor Version", Type: Uint, Bits: 8},
	dhcpOptionCivicLocationWhat - dhcpLayer:                           {Name: "dhcp.option.civic_location.what", Label: "What", Type: Uint, Bits: 8, Names: civicWhatNames},
	dhcpOptionCivicLocationCountry - dhcpLayer:                        {Name: "dhcp.option.civic_location.country", Label: "Country", Type: String},
	dhcpOptionCivicLocationCaType - dhcpLayer:                         {Name: "dhcp.option.civic_location.ca_type", Label: "CA Type", Type: Uint, Bits: 8, Names: civicTypeNames},
	dhcpOptionCivicLocationCaLength - dhcpLayer:                       {Name: "dhcp.option.civic_location.ca_length", Label: "CA Length", Type: Uint, Bits: 8},
	dhcpOptionCivicLocationCaValue - dhcpLayer:                        {Name: "dhcp.option.civic_location.ca_value", Label: "CA Value", Type: String},
	dhcpOptionTzPcode - dhcpLayer:                                     {Name: "dhcp.option.tz_pcode", Label: "TZ PCode", Type: String},
	dhcpOptionTzTcode - dhcpLayer:                                     {Name: "dhcp.option.tz_tcode", Label: "TZ TCode", Type: String},
	dhcpOptionNetinfoParentServerAddress - dhcpLayer:                  {Name: "dhcp.option.netinfo_parent_server_address", Label: "NetInfo Parent Server Address", Type: IPv4},
	dhcpOptionNetinfoParentServerTag - dhcpLayer:                      {Name: "dhcp.option.netinfo_parent_server_tag", Label: "NetInfo Parent Server Tag", Type: String},
	dhcpOptionDhcpAutoConfiguration - dhcpLayer:                       {Name: "dhcp.option.dhcp_auto_configuration", Label: "DHCP Auto-Configuration", Type: Uint, Bits: 8, Names: dhcpDhcpAutoConfigurationNames},
	dhcpOptionDhcpNameServiceSearchOption - dhcpLayer:                 {Name: "dhcp.option.dhcp_name_service_search_option", Label: "Name Service", Type: String},
	dhcpOptionDhcpDNSDomainSearchListRfc3396Detected - dhcpLayer:      {Name: "dhcp.option.dhcp_dns_domain_search_list_rfc_3396_detected", Label: "Encoding Long Options detected (RFC 3396)", Type: String},
	dhcpOptionDhcpDNSDomainSearchListReferLastOption - dhcpLayer:      {Name: "dhcp.option.dhcp_dns_domain_search_list_refer_last_option", Label: "For the data, please refer to last option 119", Type: String},
	dhcpOptionDhcpDNSDomainSearchListFqdn - dhcpLayer:                 {Name: "dhcp.option.dhcp_dns_domain_search_list_fqdn", Label: "FQDN", Type: String},
	dhcpOptionSipServerRfc3396Detected - dhcpLayer:                    {Name: "dhcp.option.sip_server.rfc_3396_detected", Label: "Encoding Long Options detected (RFC 3396)", Type: String},
	dhcpOptionSipServerReferLastOption - dhcpLayer:                    {Name: "dhcp.option.sip_server.refer_last_option", Label: "For the data, please refer to last option 120", Type: String},
	dhcpOptionSipServerEncoding - dhcpLayer:                           {Name: "dhcp.option.sip_server.encoding", Label: "SIP Server Encoding", Type: Uint, Bits: 8, Names: sipEncodingNames},
	dhcpOptionSipServerName - dhcpLayer:                               {Name: "dhcp.option.sip_server.name", Label: "SIP Server Name", Type: String},
	dhcpOptionSipServerAddress - dhcpLayer:                            {Name: "dhcp.option.sip_server.address", Label: "SIP Server Address", Type: IPv4},
	dhcpOptionClasslessStaticRoute - dhcpLayer:                        {Name: "dhcp.option.classless_static_route", Label: "Subnet/MaskWidth-Router", Type: Bytes},
	dhcpOptionViClassClAddressMode - dhcpLayer:                        {Name: "dhcp.option.vi_class.cl_address_mode", Label: "CableLab Address Mode", Type: Uint, Bits: 8, Names: cableLabsModeNames},
	dhcpOptionViClassEnterprise - dhcpLayer:                           {Name: "dhcp.option.vi_class.enterprise", Label: "Enterprise", Type: Uint, Bits: 32},
	dhcpOptionViClassLength - dhcpLayer:                               {Name: "dhcp.option.vi_class.length", Label: "CableLab Address Mode", Type: Uint, Bits: 8},
	dhcpOptionViClassData - dhcpLayer:                                 {Name: "dhcp.option.vi_class.data", Label: "NetInfo Parent Server Tag", Type: String},
	dhcpOptionViEnterprise - dhcpLayer:                                {Name: "dhcp.option.vi.enterprise", Label: "Enterprise", Type: Uint, Bits: 32},
	dhcpOptionViLength - dhcpLayer:                                    {Name: "dhcp.option.vi.length", Label: "Length", Type: Uint, Bits: 8},
	dhcpOptionViValue - dhcpLayer:                                     {Name: "dhcp.option.vi.value", Label: "Value", Type: Bytes},
	dhcpOptionViTr111Suboption - dhcpLayer:                            {Name: "dhcp.option.vi.tr111.suboption", Label: "Option 125 Suboption", Type: Uint, Bits: 8, Names: tr111SuboptionNames},
	dhcpOptionViTr111DeviceManufacturerOUI - dhcpLayer:                {Name: "dhcp.option.vi.tr111.device_manufacturer_oui", Label: "DeviceManufacturerOUI", Type: Uint, Bits: 24},
	dhcpOptionViTr111DeviceSerialNumber - dhcpLayer:                   {Name: "dhcp.option.vi.tr111.device_serial_number", Label: "DeviceSerialNumber", Type: String},
	dhcpOptionViTr111DeviceProductClass - dhcpLayer:                   {Name: "dhcp.option.vi.tr111.device_product_class", Label: "DeviceProductClass", Type: String},
	dhcpOptionViTr111GatewayManufacturerOUI - dhcpLayer:               {Name: "dhcp.option.vi.tr111.gateway_manufacturer_oui", Label: "GatewayManufacturerOUI", Type: String},
	dhcpOptionViTr111GatewaySerialNumber - dhcpLayer:                  {Name: "dhcp.option.vi.tr111.gateway_serial_number", Label: "GatewaySerialNumber", Type: String},
	dhcpOptionViTr111GatewayProductClass - dhcpLayer:                  {Name: "dhcp.option.vi.tr111.gateway_product_class", Label: "GatewayProductClass", Type: String},
	dhcpOptionSubnetSelectionOption - dhcpLayer:                       {Name: "dhcp.option.subnet_selection_option", Label: "Subnet Selection Option", Type: IPv4},
	dhcpOptionPanaAgent - dhcpLayer:                                   {Name: "dhcp.option.pana_agent", Label: "PAA IPv4 Address", Type: IPv4},
	dhcpOptionLostServerDomainName - dhcpLayer:                        {Name: "dhcp.option.lost_server_domain_name", Label: "LoST Server Domain Name", Type: String},
	dhcpOptionCapwapAccessController - dhcpLayer:                      {Name: "dhcp.option.capwap_access_controller", Label: "CAPWAP Access Controllers", Type: IPv4},
	dhcpOptionAndsfServer - dhcpLayer:                                 {Name: "dhcp.option.andsf_server", Label: "ANDSF Server", Type: IPv4},
	dhcpOptionForcerenewNonceAlgorithm - dhcpLayer:                    {Name: "dhcp.option.forcerenew_nonce.algorithm", Label: "Algorithm", Type: Uint, Bits: 8, Names: forcerenewNames},
	dhcpOptionRdnssReserved - dhcpLayer:                               {Name: "dhcp.option.rdnss.reserved", Label: "Reserved", Type: Uint, Bits: 8, Hex: true},
	dhcpOptionRdnssPreference - dhcpLayer:                             {Name: "dhcp.option.rdnss.preference", Label: "Preference", Type: Uint, Bits: 8, Names: rdnssPreferenceNames},
	dhcpOptionRdnssPrimaryDNS - dhcpLayer:                             {Name: "dhcp.option.rdnss.primary_dns", Label: "Primary DNS", Type: IPv4},
	dhcpOptionRdnssSecondaryDNS - dhcpLayer:                           {Name: "dhcp.option.rdnss.secondary_dns", Label: "Secondary DNS", Type: IPv4},
	dhcpOptionRdnssDomain - dhcpLayer:                                 {Name: "dhcp.option.rdnss.domain", Label: "Domains and networks", Type: String},
	dhcpOptionTftpServerAddress - dhcpLayer:                           {Name: "dhcp.option.tftp_server_address", Label: "TFTP Server Address", Type: IPv4},
	dhcpOptionBulkLeaseStatusCode - dhcpLayer:                         {Name: "dhcp.option.bulk_lease.status_code", Label: "Status Code", Type: Uint, Bits: 8, Names: bulkStatusNames},
	dhcpOptionBulkLeaseStatusCodeMessage - dhcpLayer:                  {Name: "dhcp.option.bulk_lease.status_code_message", Label: "Status Code Message", Type: String},
	dhcpOptionBulkLeaseBaseTime - dhcpLayer:                           {Name: "dhcp.option.bulk_lease.base_time", Label: "Base Time", Type: Time},
	dhcpOptionBulkLeaseStartTimeOfState - dhcpLayer:                   {Name: "dhcp.option.bulk_lease.start_time_of_state", Label: "Start Time Of State", Type: Uint, Bits: 32},
	dhcpOptionBulkLeaseQueryStartTime - dhcpLayer:                     {Name: "dhcp.option.bulk_lease.query_start_time", Label: "Query Start Time", Type: Time},
	dhcpOptionBulkLeaseQueryEndTime - dhcpLayer:                       {Name: "dhcp.option.bulk_lease.query_end_time", Label: "Query End Time", Type: Time},
	dhcpOptionBulkLeaseDhcpState - dhcpLayer:                          {Name: "dhcp.option.bulk_lease.dhcp_state", Label: "Dhcp State", Type: Uint, Bits: 8, Names: bulkStateNames},
	dhcpOptionBulkLeaseDataSource - dhcpLayer:                         {Name: "dhcp.option.bulk_lease.data_source", Label: "Data Source", Type: Bool, Names: map[uint64]string{1: "Remote", 0: "Local"}},
	dhcpOptionPcpListLength - dhcpLayer:                               {Name: "dhcp.option.pcp.list_length", Label: "List-Length", Type: Uint, Bits: 8},
	dhcpOptionPcpServer - dhcpLayer:                                   {Name: "dhcp.option.pcp.server", Label: "PCP Server", Type: IPv4},
	dhcpOptionPortparamsOffset - dhcpLayer:                            {Name: "dhcp.option.portparams.offset", Label: "Offset", Type: Uint, Bits: 8},
	dhcpOptionPortparamsPsidLength - dhcpLayer:                        {Name: "dhcp.option.portparams.psid_length", Label: "PSID-Length", Type: Uint, Bits: 8},
	dhcpOptionPortparamsPsid - dhcpLayer:                              {Name: "dhcp.option.portparams.psid", Label: "PSID", Type: Bytes},
	dhcpOptionMudurl - dhcpLayer:                                      {Name: "dhcp.option.mudurl", Label: "MUDURL", Type: String},
	dhcpOptionPxeConfigFile - dhcpLayer:                               {Name: "dhcp.option.pxe_config_file", Label: "PXELINUX configuration file", Type: String},
	dhcpOptionPxePathPrefix - dhcpLayer:                               {Name: "dhcp.option.pxe_path_prefix", Label: "PXELINUX path prefix", Type: String},
	dhcpOptionCaptivePortal - dhcpLayer:                               {Name: "dhcp.option.captive_portal", Label: "Captive Portal", Type: String},
	dhcpOption6rdIpv4MaskLen - dhcpLayer:                              {Name: "dhcp.option.6RD.ipv4_mask_len", Label: "6RD IPv4 Mask Length", Type: Uint, Bits: 8},
	dhcpOption6rdPrefixLen - dhcpLayer:                                {Name: "dhcp.option.6RD.prefix_len", Label: "6RD Prefix Length", Type: Uint, Bits: 8},
	dhcpOption6rdPrefix - dhcpLayer:                                   {Name: "dhcp.option.6RD.prefix", Label: "6RD Prefix", Type: IPv6},
	dhcpOption6rdBorderRelayIP - dhcpLayer:                            {Name: "dhcp.option.6RD.border_relay_ip", Label: "Border Relay IP", Type: IPv4},
	dhcpOptionPrivateProxyAutodiscovery - dhcpLayer:                   {Name: "dhcp.option.private_proxy_autodiscovery", Label: "Private/Proxy autodiscovery", Type: String},
	dhcpOptionEnd - dhcpLayer:                                         {Name: "dhcp.option.end", Label: "Option End", Type: Uint, Bits: 8},
	dhcpVendorSuboption - dhcpLayer:                                   {Name: "dhcp.vendor.suboption", Label: "Option 125 Suboption", Type: Uint, Bits: 8},
	dhcpVendorData - dhcpLayer:                                        {Name: "dhcp.vendor.data", Label: "Data", Type: Bytes},
	dhcpOptionNonstdData - dhcpLayer:                                  {Name: "dhcp.option.nonstd_data", Label: "Non standard compliant option data", Type: None},
	dhcpBootFilenameOverloadedByDhcp - dhcpLayer:                      {Name: "dhcp.boot_filename_overloaded_by_dhcp", Label: "Boot file name option overloaded by DHCP", Type: None},
	dhcpClientAddressNotGiven - dhcpLayer:                             {Name: "dhcp.client_address_not_given", Label: "Client address not given", Type: None},
	dhcpEndOptionMissing - dhcpLayer:                                  {Name: "dhcp.end_option_missing", Label: "End option missing", Type: None},
	dhcpMalformedDuid - dhcpLayer:                                     {Name: "dhcp.malformed.duid", Label: "DUID: malformed option", Type: None},
	dhcpOption6RDMalformed - dhcpLayer:                                {Name: "dhcp.option.6RD.malformed", Label: "6RD: malformed option", Type: None},
	dhcpOptionCivicLocationBadCattype - dhcpLayer:                     {Name: "dhcp.option.civic_location.bad_cattype", Label: "Error with CAType", Type: None},
	dhcpOptionClasslessStaticMask - dhcpLayer:                         {Name: "dhcp.option.classless_static.route", Label: "Mask width > 32", Type: None},
	dhcpOptionDhcpNameServiceInvalid - dhcpLayer:                      {Name: "dhcp.option.dhcp_name_service.invalid", Label: "Invalid Name Service", Type: None},
	dhcpOptionOptionOverloadFileEndMissing - dhcpLayer:                {Name: "dhcp.option.option_overload.file_end_missing", Label: "file overload end option missing", Type: None},
	dhcpOptionOptionOverloadSnameEndMissing - dhcpLayer:               {Name: "dhcp.option.option_overload.sname_end_missing", Label: "sname overload end option missing", Type: None},
	dhcpOptionSipServerAddressEncoding - dhcpLayer:                    {Name: "dhcp.option.sip_server_address.encoding", Label: "RFC 3361 defines only 0 and 1 for Encoding byte", Type: None},
	dhcpServerNameOverloadedByDhcp - dhcpLayer:                        {Name: "dhcp.server_name_overloaded_by_dhcp", Label: "Server name option overloaded by DHCP", Type: None},
}
