package packet

// The fields of DHCP.
const (
	dhcpLayer FieldID = tcpLast + iota
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
	dhcpFqdnS
	dhcpFqdnO
	dhcpFqdnE
	dhcpFqdnN
	dhcpFqdnFlags
	dhcpFqdnMbz
	dhcpFqdnRcode1
	dhcpFqdnRcode2
	dhcpFqdnName
	dhcpClientIDType
	dhcpClientIDIaid
	dhcpClientIDDuidType
	dhcpClientIDDuidLltHwType
	dhcpClientIDDuidLlHwType
	dhcpClientIDTime
	dhcpClientIDLinkLayerAddress
	dhcpOptionType
	dhcpOptionLength
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
	dhcpOptionAgentInformationOptionSuboption
	dhcpOptionAgentInformationOptionAgentCircuitID
	dhcpOptionAgentInformationOptionAgentRemoteID
	dhcpOptionAgentInformationOptionLinkSelection
	dhcpOptionAgentInformationOptionSubscriberID
	dhcpOptionAgentInformationOptionFlags
	dhcpOptionAgentInformationOptionServerIDOverride
	dhcpOptionAgentInformationOptionRelayAgentID
	dhcpOptionClientLastTransactionTime
	dhcpOptionAssociatedIPOption
	dhcpOptionClientSystemArchitecture
	dhcpOptionTzPcode
	dhcpOptionTzTcode
	dhcpOptionDhcpAutoConfiguration
	dhcpOptionDhcpDNSDomainSearchListFqdn
	dhcpOptionClasslessStaticRoute
	dhcpOptionSubnetSelectionOption
	dhcpOptionPanaAgent
	dhcpOptionLostServerDomainName
	dhcpOptionCapwapAccessController
	dhcpOptionAndsfServer
	dhcpOptionTftpServerAddress
	dhcpOptionCaptivePortal
	dhcpOptionPrivateProxyAutodiscovery
	dhcpOptionEnd
	dhcpLast
)

var dhcpFields = [...]Info{
	0:                                                            {Name: "dhcp", Label: "Dynamic Host Configuration Protocol", Type: Protocol},
	dhcpType - dhcpLayer:                                         {Name: "dhcp.type", Label: "Message type", Type: Uint, Bits: 8, Names: dhcpOpcodeNames},
	dhcpHwType - dhcpLayer:                                       {Name: "dhcp.hw.type", Label: "Hardware type", Type: Uint, Bits: 8, Hex: true, Names: hardwareNames},
	dhcpHwLen - dhcpLayer:                                        {Name: "dhcp.hw.len", Label: "Hardware address length", Type: Uint, Bits: 8},
	dhcpHops - dhcpLayer:                                         {Name: "dhcp.hops", Label: "Hops", Type: Uint, Bits: 8},
	dhcpID - dhcpLayer:                                           {Name: "dhcp.id", Label: "Transaction ID", Type: Uint, Bits: 32, Hex: true},
	dhcpSecs - dhcpLayer:                                         {Name: "dhcp.secs", Label: "Seconds elapsed", Type: Uint, Bits: 16},
	dhcpFlags - dhcpLayer:                                        {Name: "dhcp.flags", Label: "Bootp flags", Type: Uint, Bits: 16, Hex: true},
	dhcpFlagsBc - dhcpLayer:                                      {Name: "dhcp.flags.bc", Label: "Broadcast flag", Type: Bool},
	dhcpFlagsReserved - dhcpLayer:                                {Name: "dhcp.flags.reserved", Label: "Reserved flags", Type: Uint, Bits: 16, Hex: true},
	dhcpIPClient - dhcpLayer:                                     {Name: "dhcp.ip.client", Label: "Client IP address", Type: IPv4},
	dhcpIPYour - dhcpLayer:                                       {Name: "dhcp.ip.your", Label: "Your (client) IP address", Type: IPv4},
	dhcpIPServer - dhcpLayer:                                     {Name: "dhcp.ip.server", Label: "Next server IP address", Type: IPv4},
	dhcpIPRelay - dhcpLayer:                                      {Name: "dhcp.ip.relay", Label: "Relay agent IP address", Type: IPv4},
	dhcpHwAddr - dhcpLayer:                                       {Name: "dhcp.hw.addr", Label: "Client hardware address", Type: Bytes},
	dhcpHwAddrPadding - dhcpLayer:                                {Name: "dhcp.hw.addr_padding", Label: "Client hardware address padding", Type: Bytes},
	dhcpHwMacAddr - dhcpLayer:                                    {Name: "dhcp.hw.mac_addr", Label: "Client MAC address", Type: Ether},
	dhcpServer - dhcpLayer:                                       {Name: "dhcp.server", Label: "Server host name", Type: String},
	dhcpFile - dhcpLayer:                                         {Name: "dhcp.file", Label: "Boot file name", Type: String},
	dhcpCookie - dhcpLayer:                                       {Name: "dhcp.cookie", Label: "Magic cookie", Type: IPv4},
	dhcpFqdnS - dhcpLayer:                                        {Name: "dhcp.fqdn.s", Label: "Server", Type: Bool},
	dhcpFqdnO - dhcpLayer:                                        {Name: "dhcp.fqdn.o", Label: "Server overrides", Type: Bool},
	dhcpFqdnE - dhcpLayer:                                        {Name: "dhcp.fqdn.e", Label: "Encoding", Type: Bool},
	dhcpFqdnN - dhcpLayer:                                        {Name: "dhcp.fqdn.n", Label: "Server DDNS", Type: Bool},
	dhcpFqdnFlags - dhcpLayer:                                    {Name: "dhcp.fqdn.flags", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	dhcpFqdnMbz - dhcpLayer:                                      {Name: "dhcp.fqdn.mbz", Label: "Reserved flags", Type: Uint, Bits: 8, Hex: true},
	dhcpFqdnRcode1 - dhcpLayer:                                   {Name: "dhcp.fqdn.rcode1", Label: "A-RR result", Type: Uint, Bits: 8},
	dhcpFqdnRcode2 - dhcpLayer:                                   {Name: "dhcp.fqdn.rcode2", Label: "PTR-RR result", Type: Uint, Bits: 8},
	dhcpFqdnName - dhcpLayer:                                     {Name: "dhcp.fqdn.name", Label: "Client name", Type: String},
	dhcpClientIDType - dhcpLayer:                                 {Name: "dhcp.client_id.type", Label: "Type", Type: Uint, Bits: 8},
	dhcpClientIDIaid - dhcpLayer:                                 {Name: "dhcp.client_id.iaid", Label: "IAID", Type: String},
	dhcpClientIDDuidType - dhcpLayer:                             {Name: "dhcp.client_id.duid_type", Label: "DUID Type", Type: Uint, Bits: 16, Names: duidNames},
	dhcpClientIDDuidLltHwType - dhcpLayer:                        {Name: "dhcp.client_id.duid_llt_hw_type", Label: "Hardware type", Type: Uint, Bits: 16, Names: hardwareNames},
	dhcpClientIDDuidLlHwType - dhcpLayer:                         {Name: "dhcp.client_id.duid_ll_hw_type", Label: "Hardware type", Type: Uint, Bits: 16, Names: hardwareNames},
	dhcpClientIDTime - dhcpLayer:                                 {Name: "dhcp.client_id.time", Label: "Time", Type: Uint, Bits: 32},
	dhcpClientIDLinkLayerAddress - dhcpLayer:                     {Name: "dhcp.client_id.link_layer_address", Label: "Link layer address", Type: String},
	dhcpOptionType - dhcpLayer:                                   {Name: "dhcp.option.type", Label: "Option", Type: Uint, Bits: 8},
	dhcpOptionLength - dhcpLayer:                                 {Name: "dhcp.option.length", Label: "Length", Type: Uint, Bits: 8},
	dhcpOptionValue - dhcpLayer:                                  {Name: "dhcp.option.value", Label: "Value", Type: Bytes},
	dhcpOptionPadding - dhcpLayer:                                {Name: "dhcp.option.padding", Label: "Padding", Type: Bytes},
	dhcpOptionSubnetMask - dhcpLayer:                             {Name: "dhcp.option.subnet_mask", Label: "Subnet Mask", Type: IPv4},
	dhcpOptionTimeOffset - dhcpLayer:                             {Name: "dhcp.option.time_offset", Label: "Time Offset", Type: Int, Bits: 32},
	dhcpOptionRouter - dhcpLayer:                                 {Name: "dhcp.option.router", Label: "Router", Type: IPv4},
	dhcpOptionTimeServer - dhcpLayer:                             {Name: "dhcp.option.time_server", Label: "Time Server", Type: IPv4},
	dhcpOptionNameServer - dhcpLayer:                             {Name: "dhcp.option.name_server", Label: "Name Server", Type: IPv4},
	dhcpOptionDomainNameServer - dhcpLayer:                       {Name: "dhcp.option.domain_name_server", Label: "Domain Name Server", Type: IPv4},
	dhcpOptionLogServer - dhcpLayer:                              {Name: "dhcp.option.log_server", Label: "Log Server", Type: IPv4},
	dhcpOptionQuotesServer - dhcpLayer:                           {Name: "dhcp.option.quotes_server", Label: "Quotes Server", Type: IPv4},
	dhcpOptionLprServer - dhcpLayer:                              {Name: "dhcp.option.lpr_server", Label: "LPR Server", Type: IPv4},
	dhcpOptionImpressServer - dhcpLayer:                          {Name: "dhcp.option.impress_server", Label: "Impress Server", Type: IPv4},
	dhcpOptionResourceLocationServer - dhcpLayer:                 {Name: "dhcp.option.resource_location_server", Label: "Resource Location Server", Type: IPv4},
	dhcpOptionHostname - dhcpLayer:                               {Name: "dhcp.option.hostname", Label: "Host Name", Type: String},
	dhcpOptionBootFileSize - dhcpLayer:                           {Name: "dhcp.option.boot_file_size", Label: "Boot File Size", Type: Uint, Bits: 16},
	dhcpOptionMeritDumpFile - dhcpLayer:                          {Name: "dhcp.option.merit_dump_file", Label: "Merit Dump File", Type: String},
	dhcpOptionDomainName - dhcpLayer:                             {Name: "dhcp.option.domain_name", Label: "Domain Name", Type: String},
	dhcpOptionSwapServer - dhcpLayer:                             {Name: "dhcp.option.swap_server", Label: "Swap Server", Type: IPv4},
	dhcpOptionRootPath - dhcpLayer:                               {Name: "dhcp.option.root_path", Label: "Root Path", Type: String},
	dhcpOptionExtensionPath - dhcpLayer:                          {Name: "dhcp.option.extension_path", Label: "Extensions Path", Type: String},
	dhcpOptionIPForwarding - dhcpLayer:                           {Name: "dhcp.option.ip_forwarding", Label: "IP Forwarding", Type: Bool},
	dhcpOptionPolicyFilterIP - dhcpLayer:                         {Name: "dhcp.option.policy_filter.ip", Label: "IP Address", Type: IPv4},
	dhcpOptionPolicyFilterSubnetMask - dhcpLayer:                 {Name: "dhcp.option.policy_filter.subnet_mask", Label: "Subnet Mask", Type: IPv4},
	dhcpOptionNonLocalSourceRouting - dhcpLayer:                  {Name: "dhcp.option.non_local_source_routing", Label: "Non-Local Source Routing", Type: Bool},
	dhcpOptionMaxDatagramReassemblySize - dhcpLayer:              {Name: "dhcp.option.max_datagram_reassembly_size", Label: "Maximum Datagram Reassembly Size", Type: Uint, Bits: 16},
	dhcpOptionDefaultIPTTL - dhcpLayer:                           {Name: "dhcp.option.default_ip_ttl", Label: "Default IP Time-to-Live", Type: Uint, Bits: 8},
	dhcpOptionPathMtuAgingTimeout - dhcpLayer:                    {Name: "dhcp.option.path_mtu_aging_timeout", Label: "Path MTU Aging Timeout", Type: Uint, Bits: 32},
	dhcpOptionPathMtuPlateauTableItem - dhcpLayer:                {Name: "dhcp.option.path_mtu_plateau_table_item", Label: "Path MTU Plateau Table Item", Type: Uint, Bits: 16},
	dhcpOptionInterfaceMtu - dhcpLayer:                           {Name: "dhcp.option.interface_mtu", Label: "Interface MTU", Type: Uint, Bits: 16},
	dhcpOptionAllSubnetsAreLocal - dhcpLayer:                     {Name: "dhcp.option.all_subnets_are_local", Label: "All Subnets are Local", Type: Bool},
	dhcpOptionBroadcastAddress - dhcpLayer:                       {Name: "dhcp.option.broadcast_address", Label: "Broadcast Address", Type: IPv4},
	dhcpOptionPerformMaskDiscovery - dhcpLayer:                   {Name: "dhcp.option.perform_mask_discovery", Label: "Perform Mask Discovery", Type: Bool},
	dhcpOptionMaskSupplier - dhcpLayer:                           {Name: "dhcp.option.mask_supplier", Label: "Mask Supplier", Type: Bool},
	dhcpOptionPerformRouterDiscover - dhcpLayer:                  {Name: "dhcp.option.perform_router_discover", Label: "Perform Router Discover", Type: Bool},
	dhcpOptionRouterSolicitationAddress - dhcpLayer:              {Name: "dhcp.option.router_solicitation_address", Label: "Router Solicitation Address", Type: IPv4},
	dhcpOptionStaticRouteIP - dhcpLayer:                          {Name: "dhcp.option.static_route.ip", Label: "Destination IP Address", Type: IPv4},
	dhcpOptionStaticRouteRouter - dhcpLayer:                      {Name: "dhcp.option.static_route.router", Label: "Destination Router", Type: IPv4},
	dhcpOptionTrailerEncapsulation - dhcpLayer:                   {Name: "dhcp.option.trailer_encapsulation", Label: "Trailer Encapsulation", Type: Bool},
	dhcpOptionArpCacheTimeout - dhcpLayer:                        {Name: "dhcp.option.arp_cache_timeout", Label: "ARP Cache Timeout", Type: Uint, Bits: 32},
	dhcpOptionEthernetEncapsulation - dhcpLayer:                  {Name: "dhcp.option.ethernet_encapsulation", Label: "Ethernet Encapsulation", Type: Bool},
	dhcpOptionTCPDefaultTTL - dhcpLayer:                          {Name: "dhcp.option.tcp_default_ttl", Label: "TCP Default TTL", Type: Uint, Bits: 8},
	dhcpOptionTCPKeepaliveInterval - dhcpLayer:                   {Name: "dhcp.option.tcp_keepalive_interval", Label: "TCP Keepalive Interval", Type: Uint, Bits: 32},
	dhcpOptionTCPKeepaliveGarbage - dhcpLayer:                    {Name: "dhcp.option.tcp_keepalive_garbage", Label: "TCP Keepalive Garbage", Type: Bool},
	dhcpOptionNisDomain - dhcpLayer:                              {Name: "dhcp.option.nis_domain", Label: "Network Information Service Domain", Type: String},
	dhcpOptionNisServer - dhcpLayer:                              {Name: "dhcp.option.nis_server", Label: "Network Information Service Server", Type: IPv4},
	dhcpOptionNtpServer - dhcpLayer:                              {Name: "dhcp.option.ntp_server", Label: "Network Time Protocol Server", Type: IPv4},
	dhcpOptionNetbiosOverTcpipNameServer - dhcpLayer:             {Name: "dhcp.option.netbios_over_tcpip_name_server", Label: "NetBIOS over TCP/IP Name Server", Type: IPv4},
	dhcpOptionNetbiosOverTcpipDdNameServer - dhcpLayer:           {Name: "dhcp.option.netbios_over_tcpip_dd_name_server", Label: "NetBIOS over TCP/IP Datagram Distribution Name Server", Type: IPv4},
	dhcpOptionNetbiosOverTcpipNodeType - dhcpLayer:               {Name: "dhcp.option.netbios_over_tcpip_node_type", Label: "NetBIOS over TCP/IP Node Type", Type: Uint, Bits: 8, Names: dhcpNetbiosOverTcpipNodeTypeNames},
	dhcpOptionNetbiosOverTcpipScope - dhcpLayer:                  {Name: "dhcp.option.netbios_over_tcpip_scope", Label: "NetBIOS over TCP/IP Scope", Type: String},
	dhcpOptionXwindowsSystemFontServer - dhcpLayer:               {Name: "dhcp.option.xwindows_system_font_server", Label: "X Window System Font Server", Type: IPv4},
	dhcpOptionXwindowsSystemDisplayManager - dhcpLayer:           {Name: "dhcp.option.xwindows_system_display_manager", Label: "X Window System Display Manager", Type: IPv4},
	dhcpOptionRequestedIPAddress - dhcpLayer:                     {Name: "dhcp.option.requested_ip_address", Label: "Requested IP Address", Type: IPv4},
	dhcpOptionIPAddressLeaseTime - dhcpLayer:                     {Name: "dhcp.option.ip_address_lease_time", Label: "IP Address Lease Time", Type: Uint, Bits: 32},
	dhcpOptionOptionOverload - dhcpLayer:                         {Name: "dhcp.option.option_overload", Label: "Option Overload", Type: Uint, Bits: 8, Names: dhcpOptionOverloadNames},
	dhcpOptionDhcp - dhcpLayer:                                   {Name: "dhcp.option.dhcp", Label: "DHCP", Type: Uint, Bits: 8, Names: dhcpMessageNames},
	dhcpOptionDhcpServerID - dhcpLayer:                           {Name: "dhcp.option.dhcp_server_id", Label: "DHCP Server Identifier", Type: IPv4},
	dhcpOptionRequestListItem - dhcpLayer:                        {Name: "dhcp.option.request_list_item", Label: "Parameter Request List Item", Type: Uint, Bits: 8},
	dhcpOptionMessage - dhcpLayer:                                {Name: "dhcp.option.message", Label: "Message", Type: String},
	dhcpOptionDhcpMaxMessageSize - dhcpLayer:                     {Name: "dhcp.option.dhcp_max_message_size", Label: "Maximum DHCP Message Size", Type: Uint, Bits: 16},
	dhcpOptionRenewalTimeValue - dhcpLayer:                       {Name: "dhcp.option.renewal_time_value", Label: "Renewal Time Value", Type: Uint, Bits: 32},
	dhcpOptionRebindingTimeValue - dhcpLayer:                     {Name: "dhcp.option.rebinding_time_value", Label: "Rebinding Time Value", Type: Uint, Bits: 32},
	dhcpOptionVendorClassID - dhcpLayer:                          {Name: "dhcp.option.vendor_class_id", Label: "Vendor class identifier", Type: String},
	dhcpOptionNisPlusDomain - dhcpLayer:                          {Name: "dhcp.option.nis_plus_domain", Label: "Network Information Service+ Domain", Type: String},
	dhcpOptionNisPlusServer - dhcpLayer:                          {Name: "dhcp.option.nis_plus_server", Label: "Network Information Service+ Server", Type: IPv4},
	dhcpOptionTftpServerName - dhcpLayer:                         {Name: "dhcp.option.tftp_server_name", Label: "TFTP Server Name", Type: String},
	dhcpOptionBootfileName - dhcpLayer:                           {Name: "dhcp.option.bootfile_name", Label: "Bootfile name", Type: String},
	dhcpOptionMobileIPHomeAgent - dhcpLayer:                      {Name: "dhcp.option.mobile_ip_home_agent", Label: "Mobile IP Home Agent", Type: IPv4},
	dhcpOptionSMTPServer - dhcpLayer:                             {Name: "dhcp.option.smtp_server", Label: "SMTP Server", Type: IPv4},
	dhcpOptionPop3Server - dhcpLayer:                             {Name: "dhcp.option.pop3_server", Label: "POP3 Server", Type: IPv4},
	dhcpOptionNntpServer - dhcpLayer:                             {Name: "dhcp.option.nntp_server", Label: "NNTP Server", Type: IPv4},
	dhcpOptionDefaultWwwServer - dhcpLayer:                       {Name: "dhcp.option.default_www_server", Label: "Default WWW Server", Type: IPv4},
	dhcpOptionDefaultFingerServer - dhcpLayer:                    {Name: "dhcp.option.default_finger_server", Label: "Default Finger Server", Type: IPv4},
	dhcpOptionDefaultIrcServer - dhcpLayer:                       {Name: "dhcp.option.default_irc_server", Label: "Default IRC Server", Type: IPv4},
	dhcpOptionStreettalkServer - dhcpLayer:                       {Name: "dhcp.option.streettalk_server", Label: "StreetTalk Server", Type: IPv4},
	dhcpOptionStreettalkDaServer - dhcpLayer:                     {Name: "dhcp.option.streettalk_da_server", Label: "StreetTalk Directory Assistance Server", Type: IPv4},
	dhcpOptionUserClass - dhcpLayer:                              {Name: "dhcp.option.user_class", Label: "Instance of User Class", Type: Uint, Bits: 8},
	dhcpOptionUserClassLength - dhcpLayer:                        {Name: "dhcp.option.user_class.length", Label: "User Class Length", Type: Uint, Bits: 8},
	dhcpOptionUserClassData - dhcpLayer:                          {Name: "dhcp.option.user_class.data", Label: "User Class Data", Type: Bytes},
	dhcpOptionUserClassText - dhcpLayer:                          {Name: "dhcp.option.user_class.text", Label: "User Class Data (Text)", Type: String},
	dhcpOptionAgentInformationOptionSuboption - dhcpLayer:        {Name: "dhcp.option.agent_information_option.suboption", Label: "Option 82 Suboption", Type: Uint, Bits: 8, Names: agentSuboptionNames},
	dhcpOptionAgentInformationOptionAgentCircuitID - dhcpLayer:   {Name: "dhcp.option.agent_information_option.agent_circuit_id", Label: "Agent Circuit ID", Type: Bytes},
	dhcpOptionAgentInformationOptionAgentRemoteID - dhcpLayer:    {Name: "dhcp.option.agent_information_option.agent_remote_id", Label: "Agent Remote ID", Type: Bytes},
	dhcpOptionAgentInformationOptionLinkSelection - dhcpLayer:    {Name: "dhcp.option.agent_information_option.link_selection", Label: "Link selection", Type: IPv4},
	dhcpOptionAgentInformationOptionSubscriberID - dhcpLayer:     {Name: "dhcp.option.agent_information_option.subscriber_id", Label: "Subscriber ID", Type: String},
	dhcpOptionAgentInformationOptionFlags - dhcpLayer:            {Name: "dhcp.option.agent_information_option.flags", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	dhcpOptionAgentInformationOptionServerIDOverride - dhcpLayer: {Name: "dhcp.option.agent_information_option.server_id_override", Label: "Server ID Override", Type: IPv4},
	dhcpOptionAgentInformationOptionRelayAgentID - dhcpLayer:     {Name: "dhcp.option.agent_information_option.relay_agent_id", Label: "Relay Agent Identifier", Type: Bytes},
	dhcpOptionClientLastTransactionTime - dhcpLayer:              {Name: "dhcp.option.client_last_transaction_time", Label: "Client last transaction time", Type: Uint, Bits: 32},
	dhcpOptionAssociatedIPOption - dhcpLayer:                     {Name: "dhcp.option.associated_ip_option", Label: "Associated IP option", Type: IPv4},
	dhcpOptionClientSystemArchitecture - dhcpLayer:               {Name: "dhcp.option.client_system_architecture", Label: "Client System Architecture", Type: Uint, Bits: 16, Names: dhcpClientSystemArchitectureNames},
	dhcpOptionTzPcode - dhcpLayer:                                {Name: "dhcp.option.tz_pcode", Label: "TZ PCode", Type: String},
	dhcpOptionTzTcode - dhcpLayer:                                {Name: "dhcp.option.tz_tcode", Label: "TZ TCode", Type: String},
	dhcpOptionDhcpAutoConfiguration - dhcpLayer:                  {Name: "dhcp.option.dhcp_auto_configuration", Label: "DHCP Auto-Configuration", Type: Uint, Bits: 8, Names: dhcpDhcpAutoConfigurationNames},
	dhcpOptionDhcpDNSDomainSearchListFqdn - dhcpLayer:            {Name: "dhcp.option.dhcp_dns_domain_search_list_fqdn", Label: "FQDN", Type: String},
	dhcpOptionClasslessStaticRoute - dhcpLayer:                   {Name: "dhcp.option.classless_static_route", Label: "Subnet/MaskWidth-Router", Type: Bytes},
	dhcpOptionSubnetSelectionOption - dhcpLayer:                  {Name: "dhcp.option.subnet_selection_option", Label: "Subnet Selection Option", Type: IPv4},
	dhcpOptionPanaAgent - dhcpLayer:                              {Name: "dhcp.option.pana_agent", Label: "PAA IPv4 Address", Type: IPv4},
	dhcpOptionLostServerDomainName - dhcpLayer:                   {Name: "dhcp.option.lost_server_domain_name", Label: "LoST Server Domain Name", Type: String},
	dhcpOptionCapwapAccessController - dhcpLayer:                 {Name: "dhcp.option.capwap_access_controller", Label: "CAPWAP Access Controllers", Type: IPv4},
	dhcpOptionAndsfServer - dhcpLayer:                            {Name: "dhcp.option.andsf_server", Label: "ANDSF Server", Type: IPv4},
	dhcpOptionTftpServerAddress - dhcpLayer:                      {Name: "dhcp.option.tftp_server_address", Label: "TFTP Server Address", Type: IPv4},
	dhcpOptionCaptivePortal - dhcpLayer:                          {Name: "dhcp.option.captive_portal", Label: "Captive Portal", Type: String},
	dhcpOptionPrivateProxyAutodiscovery - dhcpLayer:              {Name: "dhcp.option.private_proxy_autodiscovery", Label: "Private/Proxy autodiscovery", Type: String},
	dhcpOptionEnd - dhcpLayer:                                    {Name: "dhcp.option.end", Label: "Option End", Type: Uint, Bits: 8},
}
