package packet

// DHCP options with a form of their own.
const (
	dhcpPad               = 0
	dhcpVendorOptions     = 43
	dhcpOverload          = 52
	dhcpMessageType       = 53
	dhcpVendorClass       = 60
	dhcpClientIdentifier  = 61
	dhcpUserClass         = 77
	dhcpSLPAgents         = 78
	dhcpSLPScope          = 79
	dhcpClientName        = 81
	dhcpRelayAgent        = 82
	dhcpAuth              = 90
	dhcpClientInterface   = 94
	dhcpMachineID         = 97
	dhcpCivicAddress      = 99
	dhcpNameServices      = 117
	dhcpSearchList        = 119
	dhcpSIPServers        = 120
	dhcpClasslessRoute    = 121
	dhcpVendorClasses     = 124
	dhcpVendorInformation = 125
	dhcpDNSSelection      = 146
	dhcpBulkStatus        = 151
	dhcpPortControl       = 158
	dhcpPortParameters    = 159
	dhcpRapidDeployment   = 212
	dhcpMicrosoftRoute    = 249
	dhcpEnd               = 255
)

// The simple forms of an option's value.
const (
	dhcpAddress = iota
	dhcpAddresses
	dhcpAddressPairs
	dhcpText
	dhcpOctets
	dhcpTruth
	dhcpSigned
	dhcpMoment
	dhcpNumber8
	dhcpFirst8 // the first octet, whatever follows
	dhcpNumber16
	dhcpNumber32
	dhcpNumbers8
	dhcpNumbers16
)

type dhcpOptionKind struct {
	id, second FieldID
	form       uint8
}

// dhcpOptionKinds are the options whose value has a simple form (RFC 2132, and
// those that came after it), by code.
var dhcpOptionKinds = [256]dhcpOptionKind{
	1:   {id: dhcpOptionSubnetMask, form: dhcpAddress},
	2:   {id: dhcpOptionTimeOffset, form: dhcpSigned},
	3:   {id: dhcpOptionRouter, form: dhcpAddresses},
	4:   {id: dhcpOptionTimeServer, form: dhcpAddresses},
	5:   {id: dhcpOptionNameServer, form: dhcpAddresses},
	6:   {id: dhcpOptionDomainNameServer, form: dhcpAddresses},
	7:   {id: dhcpOptionLogServer, form: dhcpAddresses},
	8:   {id: dhcpOptionQuotesServer, form: dhcpAddresses},
	9:   {id: dhcpOptionLprServer, form: dhcpAddresses},
	10:  {id: dhcpOptionImpressServer, form: dhcpAddresses},
	11:  {id: dhcpOptionResourceLocationServer, form: dhcpAddresses},
	12:  {id: dhcpOptionHostname, form: dhcpText},
	13:  {id: dhcpOptionBootFileSize, form: dhcpNumber16},
	14:  {id: dhcpOptionMeritDumpFile, form: dhcpText},
	15:  {id: dhcpOptionDomainName, form: dhcpText},
	16:  {id: dhcpOptionSwapServer, form: dhcpAddress},
	17:  {id: dhcpOptionRootPath, form: dhcpText},
	18:  {id: dhcpOptionExtensionPath, form: dhcpText},
	19:  {id: dhcpOptionIPForwarding, form: dhcpTruth},
	20:  {id: dhcpOptionNonLocalSourceRouting, form: dhcpTruth},
	21:  {id: dhcpOptionPolicyFilterIP, second: dhcpOptionPolicyFilterSubnetMask, form: dhcpAddressPairs},
	22:  {id: dhcpOptionMaxDatagramReassemblySize, form: dhcpNumber16},
	23:  {id: dhcpOptionDefaultIPTTL, form: dhcpNumber8},
	24:  {id: dhcpOptionPathMtuAgingTimeout, form: dhcpNumber32},
	25:  {id: dhcpOptionPathMtuPlateauTableItem, form: dhcpNumbers16},
	26:  {id: dhcpOptionInterfaceMtu, form: dhcpNumber16},
	27:  {id: dhcpOptionAllSubnetsAreLocal, form: dhcpTruth},
	28:  {id: dhcpOptionBroadcastAddress, form: dhcpAddress},
	29:  {id: dhcpOptionPerformMaskDiscovery, form: dhcpTruth},
	30:  {id: dhcpOptionMaskSupplier, form: dhcpTruth},
	31:  {id: dhcpOptionPerformRouterDiscover, form: dhcpTruth},
	32:  {id: dhcpOptionRouterSolicitationAddress, form: dhcpAddress},
	33:  {id: dhcpOptionStaticRouteIP, second: dhcpOptionStaticRouteRouter, form: dhcpAddressPairs},
	34:  {id: dhcpOptionTrailerEncapsulation, form: dhcpTruth},
	35:  {id: dhcpOptionArpCacheTimeout, form: dhcpNumber32},
	36:  {id: dhcpOptionEthernetEncapsulation, form: dhcpTruth},
	37:  {id: dhcpOptionTCPDefaultTTL, form: dhcpNumber8},
	38:  {id: dhcpOptionTCPKeepaliveInterval, form: dhcpNumber32},
	39:  {id: dhcpOptionTCPKeepaliveGarbage, form: dhcpTruth},
	40:  {id: dhcpOptionNisDomain, form: dhcpText},
	41:  {id: dhcpOptionNisServer, form: dhcpAddresses},
	42:  {id: dhcpOptionNtpServer, form: dhcpAddresses},
	44:  {id: dhcpOptionNetbiosOverTcpipNameServer, form: dhcpAddresses},
	45:  {id: dhcpOptionNetbiosOverTcpipDdNameServer, form: dhcpAddresses},
	46:  {id: dhcpOptionNetbiosOverTcpipNodeType, form: dhcpNumber8},
	47:  {id: dhcpOptionNetbiosOverTcpipScope, form: dhcpText},
	48:  {id: dhcpOptionXwindowsSystemFontServer, form: dhcpAddresses},
	49:  {id: dhcpOptionXwindowsSystemDisplayManager, form: dhcpAddresses},
	50:  {id: dhcpOptionRequestedIPAddress, form: dhcpAddress},
	51:  {id: dhcpOptionIPAddressLeaseTime, form: dhcpNumber32},
	53:  {id: dhcpOptionDhcp, form: dhcpFirst8},
	54:  {id: dhcpOptionDhcpServerID, form: dhcpAddress},
	55:  {id: dhcpOptionRequestListItem, form: dhcpNumbers8},
	56:  {id: dhcpOptionMessage, form: dhcpText},
	57:  {id: dhcpOptionDhcpMaxMessageSize, form: dhcpNumber16},
	58:  {id: dhcpOptionRenewalTimeValue, form: dhcpNumber32},
	59:  {id: dhcpOptionRebindingTimeValue, form: dhcpNumber32},
	64:  {id: dhcpOptionNisPlusDomain, form: dhcpText},
	65:  {id: dhcpOptionNisPlusServer, form: dhcpAddresses},
	66:  {id: dhcpOptionTftpServerName, form: dhcpText},
	67:  {id: dhcpOptionBootfileName, form: dhcpText},
	68:  {id: dhcpOptionMobileIPHomeAgent, form: dhcpAddresses},
	69:  {id: dhcpOptionSMTPServer, form: dhcpAddresses},
	70:  {id: dhcpOptionPop3Server, form: dhcpAddresses},
	71:  {id: dhcpOptionNntpServer, form: dhcpAddresses},
	72:  {id: dhcpOptionDefaultWwwServer, form: dhcpAddresses},
	73:  {id: dhcpOptionDefaultFingerServer, form: dhcpAddresses},
	74:  {id: dhcpOptionDefaultIrcServer, form: dhcpAddresses},
	75:  {id: dhcpOptionStreettalkServer, form: dhcpAddresses},
	76:  {id: dhcpOptionStreettalkDaServer, form: dhcpAddresses},
	85:  {id: dhcpOptionNovellDssIP, form: dhcpAddresses},
	86:  {id: dhcpOptionNovellDsTreeName, form: dhcpText},
	87:  {id: dhcpOptionNovellDsContext, form: dhcpText},
	91:  {id: dhcpOptionClientLastTransactionTime, form: dhcpNumber32},
	92:  {id: dhcpOptionAssociatedIPOption, form: dhcpAddresses},
	93:  {id: dhcpOptionClientSystemArchitecture, form: dhcpNumbers16},
	100: {id: dhcpOptionTzPcode, form: dhcpText},
	101: {id: dhcpOptionTzTcode, form: dhcpText},
	112: {id: dhcpOptionNetinfoParentServerAddress, form: dhcpAddresses},
	113: {id: dhcpOptionNetinfoParentServerTag, form: dhcpText},
	114: {id: dhcpOptionCaptivePortal, form: dhcpText},
	116: {id: dhcpOptionDhcpAutoConfiguration, form: dhcpNumber8},
	118: {id: dhcpOptionSubnetSelectionOption, form: dhcpAddresses},
	136: {id: dhcpOptionPanaAgent, form: dhcpAddresses},
	137: {id: dhcpOptionLostServerDomainName, form: dhcpText},
	138: {id: dhcpOptionCapwapAccessController, form: dhcpAddresses},
	142: {id: dhcpOptionAndsfServer, form: dhcpAddresses},
	145: {id: dhcpOptionForcerenewNonceAlgorithm, form: dhcpNumbers8},
	150: {id: dhcpOptionTftpServerAddress, form: dhcpAddresses},
	152: {id: dhcpOptionBulkLeaseBaseTime, form: dhcpMoment},
	153: {id: dhcpOptionBulkLeaseStartTimeOfState, form: dhcpNumber32},
	154: {id: dhcpOptionBulkLeaseQueryStartTime, form: dhcpMoment},
	155: {id: dhcpOptionBulkLeaseQueryEndTime, form: dhcpMoment},
	156: {id: dhcpOptionBulkLeaseDhcpState, form: dhcpNumber8},
	157: {id: dhcpOptionBulkLeaseDataSource, form: dhcpTruth},
	160: {id: dhcpOptionCaptivePortal, form: dhcpText},
	161: {id: dhcpOptionMudurl, form: dhcpText},
	209: {id: dhcpOptionPxeConfigFile, form: dhcpText},
	210: {id: dhcpOptionPxePathPrefix, form: dhcpText},
	252: {id: dhcpOptionPrivateProxyAutodiscovery, form: dhcpText},
}
