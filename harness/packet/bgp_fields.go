package packet

// The fields of Border Gateway Protocol.
const (
	bgpLayer FieldID = ospfLast + iota
	bgpMarker
	bgpLength
	bgpPrefixLength
	bgpContinuation
	bgpType
	bgpOpenVersion
	bgpOpenMyas
	bgpOpenHoldtime
	bgpOpenIdentifier
	bgpOpenOptLen
	bgpOpenOpt
	bgpOpenOptParam
	bgpOpenOptParamType
	bgpOpenOptParamLen
	bgpOpenOptParamAuth
	bgpOpenOptParamUnknown
	bgpNotifyMajorError
	bgpNotifyMinorError
	bgpNotifyMinorErrorOpen
	bgpNotifyMinorErrorUpdate
	bgpNotifyMinorErrorExpired
	bgpNotifyMinorErrorState
	bgpNotifyMinorErrorCease
	bgpNotifyMinorErrorCapability
	bgpNotifyMinorData
	bgpNotifyErrorOpenBadPeerAs
	bgpNotifyCommunicationLength
	bgpNotifyCommunication
	bgpRouteRefreshAfi
	bgpRouteRefreshSubtype
	bgpRouteRefreshSafi
	bgpRouteRefreshOrf
	bgpRouteRefreshOrfFlag
	bgpRouteRefreshOrfType
	bgpRouteRefreshOrfLength
	bgpCap
	bgpCapType
	bgpCapLength
	bgpCapUnknown
	bgpCapReserved
	bgpCapMpAfi
	bgpCapMpSafi
	bgpCapEnhAfi
	bgpCapEnhSafi
	bgpCapEnhNhafi
	bgpCapGrTimers
	bgpCapGrTimersRestartFlag
	bgpCapGrTimersNotificationFlag
	bgpCapGrTimersRestartTime
	bgpCapGrAfi
	bgpCapGrSafi
	bgpCapGrFlag
	bgpCapGrFlagPfs
	bgpCap4as
	bgpCapDc
	bgpCapApAfi
	bgpCapApSafi
	bgpCapApSendreceive
	bgpCapOrfAfi
	bgpCapOrfSafi
	bgpCapOrfNumber
	bgpCapOrfType
	bgpCapOrfSendreceive
	bgpCapOrfFqdnHostnameLen
	bgpCapOrfFqdnHostname
	bgpCapOrfFqdnDomainNameLen
	bgpCapOrfFqdnDomainName
	bgpCapMultisessionFlags
	bgpCapBgpsecFlags
	bgpCapBgpsecVersion
	bgpCapBgpsecSendreceive
	bgpCapBgpsecReserved
	bgpCapBgpsecAfi
	bgpUpdateWithdrawnRoutesLength
	bgpUpdateWithdrawnRoutes
	bgpAttributeAggregatorAs
	bgpAttributes
	bgpAttributesUnknown
	bgpAttributesLength
	bgpAttributeAggregatorOrigin
	bgpAttributeAsPathSegment
	bgpAttributeAsPathSegmentType
	bgpAttributeAsPathSegmentLength
	bgpAttributeAsPathSegmentAs2
	bgpAttributeAsPathSegmentAs4
	bgpAttributeCommunities
	bgpAttributeCommunity
	bgpAttributeCommunityWellknown
	bgpAttributeCommunityAs
	bgpAttributeCommunityValue
	bgpAttributeLocalPref
	bgpAttributeMultiExitDisc
	bgpAttributeNextHop
	bgpAttributeOrigin
	bgpAttribute
	bgpAttributeFlags
	bgpAttributeFlagsOptional
	bgpAttributeFlagsTransitive
	bgpAttributeFlagsPartial
	bgpAttributeFlagsExtendedLength
	bgpAttributeFlagsUnused
	bgpAttributeTypeCode
	bgpAttributeLength
	bgpAttributeMpReachNlriAfi
	bgpAttributeMpReachNlriSafi
	bgpAttributeMpReachNlriNextHop
	bgpAttributeMpReachNlriNextHopIpv4
	bgpAttributeMpReachNlriNextHopIpv6
	bgpAttributeMpReachNlriNextHopIpv6LinkLocal
	bgpAttributeMpReachNlriNbrSnpa
	bgpAttributeMpReachNlriSnpaLength
	bgpAttributeMpReachNlriSnpa
	bgpAttributeMpReachNlri
	bgpAttributeMpUnreachNlriAfi
	bgpAttributeMpUnreachNlriSafi
	bgpAttributeMpUnreachNlri
	bgpLargeCommunities
	bgpLargeCommunitiesGa
	bgpLargeCommunitiesLdp1
	bgpLargeCommunitiesLdp2
	bgpAttributeOriginatorID
	bgpPathAttributeClusterList
	bgpPathAttributeClusterID
	bgpWithdrawnPrefix
	bgpUpdateNlri
	bgpMpReachNlriIpv4Prefix
	bgpMpUnreachNlriIpv4Prefix
	bgpMpReachNlriIpv6Prefix
	bgpMpUnreachNlriIpv6Prefix
	bgpNlriPrefix
	bgpNlriPathID
	bgpExtCommunities
	bgpExtCommunity
	bgpExtComType
	bgpExtComTypeAuth
	bgpExtComTypeTran
	bgpExtComStypeUnknown
	bgpExtComStypeTrEvpn
	bgpExtComStypeTrAs2
	bgpExtComStypeNtrAs2
	bgpExtComStypeTrAs4
	bgpExtComStypeNtrAs4
	bgpExtComStypeTrIP4
	bgpExtComStypeNtrIP4
	bgpExtComStypeTrOpaque
	bgpExtComStypeNtrOpaque
	bgpExtComTunnelType
	bgpExtComStypeTrExp
	bgpExtComStypeTrExp2
	bgpExtComStypeTrExp3
	bgpExtComValueAs2
	bgpExtComValueAs4
	bgpExtComValueIP4
	bgpExtComValueAn2
	bgpExtComValueAn4
	bgpExtComValueOspfRtypeArea
	bgpExtComValueOspfRtypeType
	bgpExtComValueOspfRtypeOptions
	bgpExtComValueOspfRtypeOptionsMt
	bgpExtComValueFsDscp
	bgpExtComValueRaw
	bgpExtComFlowSample
	bgpExtComFlowTraffAct
	bgpFlowspecExtComEmptybytes
	bgpCapGrHelperModeOnly
	bgpExtComLengthBad
	bgpCapLengthBad
	bgpNotifyMinorErrorUnknown
	bgpNotifyMinorErrorUnknownExpert
	bgpLast
)

var bgpFields = [...]Info{
	0:                                                      {Name: "bgp", Label: "Border Gateway Protocol", Type: Protocol},
	bgpMarker - bgpLayer:                                   {Name: "bgp.marker", Label: "Marker", Type: Bytes},
	bgpLength - bgpLayer:                                   {Name: "bgp.length", Label: "Length", Type: Uint, Bits: 16},
	bgpPrefixLength - bgpLayer:                             {Name: "bgp.prefix_length", Label: "Prefix Length", Type: Uint, Bits: 8},
	bgpContinuation - bgpLayer:                             {Name: "bgp.continuation", Label: "Continuation", Type: None},
	bgpType - bgpLayer:                                     {Name: "bgp.type", Label: "Type", Type: Uint, Bits: 8, Names: bgpTypeNames},
	bgpOpenVersion - bgpLayer:                              {Name: "bgp.open.version", Label: "Version", Type: Uint, Bits: 8},
	bgpOpenMyas - bgpLayer:                                 {Name: "bgp.open.myas", Label: "My AS", Type: Uint, Bits: 16},
	bgpOpenHoldtime - bgpLayer:                             {Name: "bgp.open.holdtime", Label: "Hold Time", Type: Uint, Bits: 16},
	bgpOpenIdentifier - bgpLayer:                           {Name: "bgp.open.identifier", Label: "BGP Identifier", Type: IPv4},
	bgpOpenOptLen - bgpLayer:                               {Name: "bgp.open.opt.len", Label: "Optional Parameters Length", Type: Uint, Bits: 8},
	bgpOpenOpt - bgpLayer:                                  {Name: "bgp.open.opt", Label: "Optional Parameters", Type: None},
	bgpOpenOptParam - bgpLayer:                             {Name: "bgp.open.opt.param", Label: "Optional Parameter", Type: None},
	bgpOpenOptParamType - bgpLayer:                         {Name: "bgp.open.opt.param.type", Label: "Parameter Type", Type: Uint, Bits: 8, Names: bgpOpenOptParamTypeNames},
	bgpOpenOptParamLen - bgpLayer:                          {Name: "bgp.open.opt.param.len", Label: "Parameter Length", Type: Uint, Bits: 8},
	bgpOpenOptParamAuth - bgpLayer:                         {Name: "bgp.open.opt.param.auth", Label: "Authentication Data", Type: Bytes},
	bgpOpenOptParamUnknown - bgpLayer:                      {Name: "bgp.open.opt.param.unknown", Label: "Unknown", Type: Bytes},
	bgpNotifyMajorError - bgpLayer:                         {Name: "bgp.notify.major_error", Label: "Major error Code", Type: Uint, Bits: 8, Names: bgpNotifyMajorErrorNames},
	bgpNotifyMinorError - bgpLayer:                         {Name: "bgp.notify.minor_error", Label: "Minor error Code (Message Header)", Type: Uint, Bits: 8, Names: bgpNotifyMinorErrorNames},
	bgpNotifyMinorErrorOpen - bgpLayer:                     {Name: "bgp.notify.minor_error_open", Label: "Minor error Code (Open Message)", Type: Uint, Bits: 8, Names: bgpNotifyMinorErrorOpenNames},
	bgpNotifyMinorErrorUpdate - bgpLayer:                   {Name: "bgp.notify.minor_error_update", Label: "Minor error Code (Update Message)", Type: Uint, Bits: 8, Names: bgpNotifyMinorErrorUpdateNames},
	bgpNotifyMinorErrorExpired - bgpLayer:                  {Name: "bgp.notify.minor_error_expired", Label: "Minor error Code (Hold Timer Expired)", Type: Uint, Bits: 8},
	bgpNotifyMinorErrorState - bgpLayer:                    {Name: "bgp.notify.minor_error_state", Label: "Minor error Code (State Machine)", Type: Uint, Bits: 8, Names: bgpNotifyMinorErrorStateNames},
	bgpNotifyMinorErrorCease - bgpLayer:                    {Name: "bgp.notify.minor_error_cease", Label: "Minor error Code (Cease)", Type: Uint, Bits: 8, Names: bgpNotifyMinorErrorCeaseNames},
	bgpNotifyMinorErrorCapability - bgpLayer:               {Name: "bgp.notify.minor_error_capability", Label: "Minor error Code (Capability Message)", Type: Uint, Bits: 8, Names: bgpNotifyMinorErrorCapabilityNames},
	bgpNotifyMinorData - bgpLayer:                          {Name: "bgp.notify.minor_data", Label: "Data", Type: Bytes},
	bgpNotifyErrorOpenBadPeerAs - bgpLayer:                 {Name: "bgp.notify.error_open.bad_peer_as", Label: "Bad Peer AS", Type: Uint, Bits: 32},
	bgpNotifyCommunicationLength - bgpLayer:                {Name: "bgp.notify.communication_length", Label: "BGP Shutdown Communication Length", Type: Uint, Bits: 8},
	bgpNotifyCommunication - bgpLayer:                      {Name: "bgp.notify.communication", Label: "Shutdown Communication", Type: String},
	bgpRouteRefreshAfi - bgpLayer:                          {Name: "bgp.route_refresh.afi", Label: "Address family identifier (AFI)", Type: Uint, Bits: 16, Names: addressFamilyNames},
	bgpRouteRefreshSubtype - bgpLayer:                      {Name: "bgp.route_refresh.subtype", Label: "Subtype", Type: Uint, Bits: 8, Names: bgpRouteRefreshSubtypeNames},
	bgpRouteRefreshSafi - bgpLayer:                         {Name: "bgp.route_refresh.safi", Label: "Subsequent address family identifier (SAFI)", Type: Uint, Bits: 8, Names: bgpRouteRefreshSafiNames},
	bgpRouteRefreshOrf - bgpLayer:                          {Name: "bgp.route_refresh.orf", Label: "ORF information", Type: None},
	bgpRouteRefreshOrfFlag - bgpLayer:                      {Name: "bgp.route_refresh.orf.flag", Label: "ORF flag", Type: Uint, Bits: 8, Names: bgpRouteRefreshOrfFlagNames},
	bgpRouteRefreshOrfType - bgpLayer:                      {Name: "bgp.route_refresh.orf.type", Label: "ORF type", Type: Uint, Bits: 8, Names: bgpRouteRefreshOrfTypeNames},
	bgpRouteRefreshOrfLength - bgpLayer:                    {Name: "bgp.route_refresh.orf.length", Label: "ORF length", Type: Uint, Bits: 8},
	bgpCap - bgpLayer:                                      {Name: "bgp.cap", Label: "Capability", Type: None},
	bgpCapType - bgpLayer:                                  {Name: "bgp.cap.type", Label: "Type", Type: Uint, Bits: 8, Names: bgpCapTypeNames},
	bgpCapLength - bgpLayer:                                {Name: "bgp.cap.length", Label: "Length", Type: Uint, Bits: 8},
	bgpCapUnknown - bgpLayer:                               {Name: "bgp.cap.unknown", Label: "Unknown", Type: Bytes},
	bgpCapReserved - bgpLayer:                              {Name: "bgp.cap.reserved", Label: "Reserved", Type: Bytes},
	bgpCapMpAfi - bgpLayer:                                 {Name: "bgp.cap.mp.afi", Label: "AFI", Type: Uint, Bits: 16, Names: addressFamilyNames},
	bgpCapMpSafi - bgpLayer:                                {Name: "bgp.cap.mp.safi", Label: "SAFI", Type: Uint, Bits: 8, Names: bgpRouteRefreshSafiNames},
	bgpCapEnhAfi - bgpLayer:                                {Name: "bgp.cap.enh.afi", Label: "AFI", Type: Uint, Bits: 16, Names: addressFamilyNames},
	bgpCapEnhSafi - bgpLayer:                               {Name: "bgp.cap.enh.safi", Label: "SAFI", Type: Uint, Bits: 16, Names: bgpRouteRefreshSafiNames},
	bgpCapEnhNhafi - bgpLayer:                              {Name: "bgp.cap.enh.nhafi", Label: "Next hop AFI", Type: Uint, Bits: 16, Names: addressFamilyNames},
	bgpCapGrTimers - bgpLayer:                              {Name: "bgp.cap.gr.timers", Label: "Restart Timers", Type: Uint, Bits: 16, Hex: true},
	bgpCapGrTimersRestartFlag - bgpLayer:                   {Name: "bgp.cap.gr.timers.restart_flag", Label: "Restart state", Type: Bool, Names: yesNames},
	bgpCapGrTimersNotificationFlag - bgpLayer:              {Name: "bgp.cap.gr.timers.notification_flag", Label: "Graceful notification", Type: Bool, Names: yesNames},
	bgpCapGrTimersRestartTime - bgpLayer:                   {Name: "bgp.cap.gr.timers.restart_time", Label: "Time", Type: Uint, Bits: 16},
	bgpCapGrAfi - bgpLayer:                                 {Name: "bgp.cap.gr.afi", Label: "AFI", Type: Uint, Bits: 16, Names: addressFamilyNames},
	bgpCapGrSafi - bgpLayer:                                {Name: "bgp.cap.gr.safi", Label: "SAFI", Type: Uint, Bits: 8, Names: bgpRouteRefreshSafiNames},
	bgpCapGrFlag - bgpLayer:                                {Name: "bgp.cap.gr.flag", Label: "Flag", Type: Uint, Bits: 8, Hex: true},
	bgpCapGrFlagPfs - bgpLayer:                             {Name: "bgp.cap.gr.flag.pfs", Label: "Preserve forwarding state", Type: Bool, Names: yesNames},
	bgpCap4as - bgpLayer:                                   {Name: "bgp.cap.4as", Label: "AS Number", Type: Uint, Bits: 32},
	bgpCapDc - bgpLayer:                                    {Name: "bgp.cap.dc", Label: "Capability Dynamic", Type: Uint, Bits: 8, Names: bgpCapTypeNames},
	bgpCapApAfi - bgpLayer:                                 {Name: "bgp.cap.ap.afi", Label: "AFI", Type: Uint, Bits: 16, Names: addressFamilyNames},
	bgpCapApSafi - bgpLayer:                                {Name: "bgp.cap.ap.safi", Label: "SAFI", Type: Uint, Bits: 8, Names: bgpRouteRefreshSafiNames},
	bgpCapApSendreceive - bgpLayer:                         {Name: "bgp.cap.ap.sendreceive", Label: "Send/Receive", Type: Uint, Bits: 8, Names: bgpCapApSendreceiveNames},
	bgpCapOrfAfi - bgpLayer:                                {Name: "bgp.cap.orf.afi", Label: "AFI", Type: Uint, Bits: 16, Names: addressFamilyNames},
	bgpCapOrfSafi - bgpLayer:                               {Name: "bgp.cap.orf.safi", Label: "SAFI", Type: Uint, Bits: 8, Names: bgpRouteRefreshSafiNames},
	bgpCapOrfNumber - bgpLayer:                             {Name: "bgp.cap.orf.number", Label: "Number", Type: Uint, Bits: 8},
	bgpCapOrfType - bgpLayer:                               {Name: "bgp.cap.orf.type", Label: "Type", Type: Uint, Bits: 8, Names: bgpRouteRefreshOrfTypeNames},
	bgpCapOrfSendreceive - bgpLayer:                        {Name: "bgp.cap.orf.sendreceive", Label: "Send Receive", Type: Uint, Bits: 8, Names: bgpCapApSendreceiveNames},
	bgpCapOrfFqdnHostnameLen - bgpLayer:                    {Name: "bgp.cap.orf.fqdn.hostname.len", Label: "Hostname Length", Type: Uint, Bits: 8},
	bgpCapOrfFqdnHostname - bgpLayer:                       {Name: "bgp.cap.orf.fqdn.hostname", Label: "Hostname", Type: String},
	bgpCapOrfFqdnDomainNameLen - bgpLayer:                  {Name: "bgp.cap.orf.fqdn.domain_name.len", Label: "Domain Name Length", Type: Uint, Bits: 8},
	bgpCapOrfFqdnDomainName - bgpLayer:                     {Name: "bgp.cap.orf.fqdn.domain_name", Label: "Domain Name", Type: String},
	bgpCapMultisessionFlags - bgpLayer:                     {Name: "bgp.cap.multisession.flags", Label: "Flag", Type: Uint, Bits: 8, Hex: true},
	bgpCapBgpsecFlags - bgpLayer:                           {Name: "bgp.cap.bgpsec.flags", Label: "Flag", Type: Uint, Bits: 8, Hex: true},
	bgpCapBgpsecVersion - bgpLayer:                         {Name: "bgp.cap.bgpsec.version", Label: "Version", Type: Uint, Bits: 8},
	bgpCapBgpsecSendreceive - bgpLayer:                     {Name: "bgp.cap.bgpsec.sendreceive", Label: "Send/Receive", Type: Uint, Bits: 8, Names: bgpCapBgpsecSendreceiveNames},
	bgpCapBgpsecReserved - bgpLayer:                        {Name: "bgp.cap.bgpsec.reserved", Label: "Reserved", Type: Uint, Bits: 8, Hex: true},
	bgpCapBgpsecAfi - bgpLayer:                             {Name: "bgp.cap.bgpsec.afi", Label: "AFI", Type: Uint, Bits: 16, Names: addressFamilyNames},
	bgpUpdateWithdrawnRoutesLength - bgpLayer:              {Name: "bgp.update.withdrawn_routes.length", Label: "Withdrawn Routes Length", Type: Uint, Bits: 16},
	bgpUpdateWithdrawnRoutes - bgpLayer:                    {Name: "bgp.update.withdrawn_routes", Label: "Withdrawn Routes", Type: None},
	bgpAttributeAggregatorAs - bgpLayer:                    {Name: "bgp.update.path_attribute.aggregator_as", Label: "Aggregator AS", Type: Uint, Bits: 32},
	bgpAttributes - bgpLayer:                               {Name: "bgp.update.path_attributes", Label: "Path attributes", Type: None},
	bgpAttributesUnknown - bgpLayer:                        {Name: "bgp.update.path_attributes.unknown", Label: "Unknown Path attributes", Type: None},
	bgpAttributesLength - bgpLayer:                         {Name: "bgp.update.path_attributes.length", Label: "Total Path Attribute Length", Type: Uint, Bits: 16},
	bgpAttributeAggregatorOrigin - bgpLayer:                {Name: "bgp.update.path_attribute.aggregator_origin", Label: "Aggregator origin", Type: IPv4},
	bgpAttributeAsPathSegment - bgpLayer:                   {Name: "bgp.update.path_attribute.as_path_segment", Label: "AS Path segment", Type: None},
	bgpAttributeAsPathSegmentType - bgpLayer:               {Name: "bgp.update.path_attribute.as_path_segment.type", Label: "Segment type", Type: Uint, Bits: 8, Names: bgpAttributeAsPathSegmentTypeNames},
	bgpAttributeAsPathSegmentLength - bgpLayer:             {Name: "bgp.update.path_attribute.as_path_segment.length", Label: "Segment length (number of ASN)", Type: Uint, Bits: 8},
	bgpAttributeAsPathSegmentAs2 - bgpLayer:                {Name: "bgp.update.path_attribute.as_path_segment.as2", Label: "AS2", Type: Uint, Bits: 16},
	bgpAttributeAsPathSegmentAs4 - bgpLayer:                {Name: "bgp.update.path_attribute.as_path_segment.as4", Label: "AS4", Type: Uint, Bits: 32},
	bgpAttributeCommunities - bgpLayer:                     {Name: "bgp.update.path_attribute.communities", Label: "Communities", Type: None},
	bgpAttributeCommunity - bgpLayer:                       {Name: "bgp.update.path_attribute.community", Label: "Community", Type: None},
	bgpAttributeCommunityWellknown - bgpLayer:              {Name: "bgp.update.path_attribute.community_wellknown", Label: "Community Well-known", Type: Uint, Bits: 32, Hex: true, Names: bgpAttributeCommunityWellknownNames},
	bgpAttributeCommunityAs - bgpLayer:                     {Name: "bgp.update.path_attribute.community_as", Label: "Community AS", Type: Uint, Bits: 16},
	bgpAttributeCommunityValue - bgpLayer:                  {Name: "bgp.update.path_attribute.community_value", Label: "Community value", Type: Uint, Bits: 16},
	bgpAttributeLocalPref - bgpLayer:                       {Name: "bgp.update.path_attribute.local_pref", Label: "Local preference", Type: Uint, Bits: 32},
	bgpAttributeMultiExitDisc - bgpLayer:                   {Name: "bgp.update.path_attribute.multi_exit_disc", Label: "Multiple exit discriminator", Type: Uint, Bits: 32},
	bgpAttributeNextHop - bgpLayer:                         {Name: "bgp.update.path_attribute.next_hop", Label: "Next hop", Type: IPv4},
	bgpAttributeOrigin - bgpLayer:                          {Name: "bgp.update.path_attribute.origin", Label: "Origin", Type: Uint, Bits: 8, Names: bgpAttributeOriginNames},
	bgpAttribute - bgpLayer:                                {Name: "bgp.update.path_attribute", Label: "Path Attribute", Type: None},
	bgpAttributeFlags - bgpLayer:                           {Name: "bgp.update.path_attribute.flags", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	bgpAttributeFlagsOptional - bgpLayer:                   {Name: "bgp.update.path_attribute.flags.optional", Label: "Optional", Type: Bool, Names: setNames},
	bgpAttributeFlagsTransitive - bgpLayer:                 {Name: "bgp.update.path_attribute.flags.transitive", Label: "Transitive", Type: Bool, Names: setNames},
	bgpAttributeFlagsPartial - bgpLayer:                    {Name: "bgp.update.path_attribute.flags.partial", Label: "Partial", Type: Bool, Names: setNames},
	bgpAttributeFlagsExtendedLength - bgpLayer:             {Name: "bgp.update.path_attribute.flags.extended_length", Label: "Extended-Length", Type: Bool, Names: setNames},
	bgpAttributeFlagsUnused - bgpLayer:                     {Name: "bgp.update.path_attribute.flags.unused", Label: "Unused", Type: Uint, Bits: 8, Hex: true},
	bgpAttributeTypeCode - bgpLayer:                        {Name: "bgp.update.path_attribute.type_code", Label: "Type Code", Type: Uint, Bits: 8, Names: bgpAttributeTypeCodeNames},
	bgpAttributeLength - bgpLayer:                          {Name: "bgp.update.path_attribute.length", Label: "Length", Type: Uint, Bits: 16},
	bgpAttributeMpReachNlriAfi - bgpLayer:                  {Name: "bgp.update.path_attribute.mp_reach_nlri.afi", Label: "Address family identifier (AFI)", Type: Uint, Bits: 16, Names: addressFamilyNames},
	bgpAttributeMpReachNlriSafi - bgpLayer:                 {Name: "bgp.update.path_attribute.mp_reach_nlri.safi", Label: "Subsequent address family identifier (SAFI)", Type: Uint, Bits: 8, Names: bgpRouteRefreshSafiNames},
	bgpAttributeMpReachNlriNextHop - bgpLayer:              {Name: "bgp.update.path_attribute.mp_reach_nlri.next_hop", Label: "Next hop", Type: Bytes},
	bgpAttributeMpReachNlriNextHopIpv4 - bgpLayer:          {Name: "bgp.update.path_attribute.mp_reach_nlri.next_hop.ipv4", Label: "IPv4 Address", Type: IPv4},
	bgpAttributeMpReachNlriNextHopIpv6 - bgpLayer:          {Name: "bgp.update.path_attribute.mp_reach_nlri.next_hop.ipv6", Label: "IPv6 Address", Type: IPv6},
	bgpAttributeMpReachNlriNextHopIpv6LinkLocal - bgpLayer: {Name: "bgp.update.path_attribute.mp_reach_nlri.next_hop.ipv6.link_local", Label: "Link-local Address", Type: IPv6},
	bgpAttributeMpReachNlriNbrSnpa - bgpLayer:              {Name: "bgp.update.path_attribute.mp_reach_nlri.nbr_snpa", Label: "Number of Subnetwork points of attachment (SNPA)", Type: Uint, Bits: 8},
	bgpAttributeMpReachNlriSnpaLength - bgpLayer:           {Name: "bgp.update.path_attribute.mp_reach_nlri.snpa_length", Label: "SNPA Length", Type: Uint, Bits: 8},
	bgpAttributeMpReachNlriSnpa - bgpLayer:                 {Name: "bgp.update.path_attribute.mp_reach_nlri.snpa", Label: "SNPA", Type: Bytes},
	bgpAttributeMpReachNlri - bgpLayer:                     {Name: "bgp.update.path_attribute.mp_reach_nlri", Label: "Network Layer Reachability Information (NLRI)", Type: None},
	bgpAttributeMpUnreachNlriAfi - bgpLayer:                {Name: "bgp.update.path_attribute.mp_unreach_nlri.afi", Label: "Address family identifier (AFI)", Type: Uint, Bits: 16, Names: addressFamilyNames},
	bgpAttributeMpUnreachNlriSafi - bgpLayer:               {Name: "bgp.update.path_attribute.mp_unreach_nlri.safi", Label: "Subsequent address family identifier (SAFI)", Type: Uint, Bits: 8, Names: bgpRouteRefreshSafiNames},
	bgpAttributeMpUnreachNlri - bgpLayer:                   {Name: "bgp.update.path_attribute.mp_unreach_nlri", Label: "Withdrawn Routes", Type: None},
	bgpLargeCommunities - bgpLayer:                         {Name: "bgp.large_communities", Label: "Large Communities", Type: String},
	bgpLargeCommunitiesGa - bgpLayer:                       {Name: "bgp.large_communities.ga", Label: "Global Administrator", Type: Uint, Bits: 32},
	bgpLargeCommunitiesLdp1 - bgpLayer:                     {Name: "bgp.large_communities.ldp1", Label: "Local Data Part 1", Type: Uint, Bits: 32},
	bgpLargeCommunitiesLdp2 - bgpLayer:                     {Name: "bgp.large_communities.ldp2", Label: "Local Data Part 2", Type: Uint, Bits: 32},
	bgpAttributeOriginatorID - bgpLayer:                    {Name: "bgp.update.path_attribute.originator_id", Label: "Originator identifier", Type: IPv4},
	bgpPathAttributeClusterList - bgpLayer:                 {Name: "bgp.path_attribute.cluster_list", Label: "Cluster List", Type: None},
	bgpPathAttributeClusterID - bgpLayer:                   {Name: "bgp.path_attribute.cluster_id", Label: "Cluster ID", Type: IPv4},
	bgpWithdrawnPrefix - bgpLayer:                          {Name: "bgp.withdrawn_prefix", Label: "Withdrawn prefix", Type: IPv4},
	bgpUpdateNlri - bgpLayer:                               {Name: "bgp.update.nlri", Label: "Network Layer Reachability Information (NLRI)", Type: None},
	bgpMpReachNlriIpv4Prefix - bgpLayer:                    {Name: "bgp.mp_reach_nlri_ipv4_prefix", Label: "MP Reach NLRI IPv4 prefix", Type: IPv4},
	bgpMpUnreachNlriIpv4Prefix - bgpLayer:                  {Name: "bgp.mp_unreach_nlri_ipv4_prefix", Label: "MP Unreach NLRI IPv4 prefix", Type: IPv4},
	bgpMpReachNlriIpv6Prefix - bgpLayer:                    {Name: "bgp.mp_reach_nlri_ipv6_prefix", Label: "MP Reach NLRI IPv6 prefix", Type: IPv6},
	bgpMpUnreachNlriIpv6Prefix - bgpLayer:                  {Name: "bgp.mp_unreach_nlri_ipv6_prefix", Label: "MP Unreach NLRI IPv6 prefix", Type: IPv6},
	bgpNlriPrefix - bgpLayer:                               {Name: "bgp.nlri_prefix", Label: "NLRI prefix", Type: IPv4},
	bgpNlriPathID - bgpLayer:                               {Name: "bgp.nlri_path_id", Label: "NLRI path id", Type: Uint, Bits: 32},
	bgpExtCommunities - bgpLayer:                           {Name: "bgp.ext_communities", Label: "Carried extended communities", Type: None},
	bgpExtCommunity - bgpLayer:                             {Name: "bgp.ext_community", Label: "Community", Type: None},
	bgpExtComType - bgpLayer:                               {Name: "bgp.ext_com.type", Label: "Type", Type: Uint, Bits: 8, Hex: true, Names: bgpExtComTypeNames},
	bgpExtComTypeAuth - bgpLayer:                           {Name: "bgp.ext_com.type.auth", Label: "IANA Authority", Type: Bool, Names: map[uint64]string{1: "Allocated on Standard Action, Early Allocation or Experimental Basis", 0: "Allocated on First Come First Serve Basis"}},
	bgpExtComTypeTran - bgpLayer:                           {Name: "bgp.ext_com.type.tran", Label: "Transitive across ASes", Type: Bool, Names: map[uint64]string{1: "Non-transitive", 0: "Transitive"}},
	bgpExtComStypeUnknown - bgpLayer:                       {Name: "bgp.ext_com.stype_unknown", Label: "Subtype", Type: Uint, Bits: 8, Hex: true},
	bgpExtComStypeTrEvpn - bgpLayer:                        {Name: "bgp.ext_com.stype_tr_evpn", Label: "Subtype (EVPN)", Type: Uint, Bits: 8, Hex: true, Names: bgpExtComStypeTrEvpnNames},
	bgpExtComStypeTrAs2 - bgpLayer:                         {Name: "bgp.ext_com.stype_tr_as2", Label: "Subtype (AS2)", Type: Uint, Bits: 8, Hex: true, Names: bgpExtComStypeTrAs2Names},
	bgpExtComStypeNtrAs2 - bgpLayer:                        {Name: "bgp.ext_com.stype_ntr_as2", Label: "Subtype (Non-transitive AS2)", Type: Uint, Bits: 8, Hex: true, Names: bgpExtComStypeNtrAs2Names},
	bgpExtComStypeTrAs4 - bgpLayer:                         {Name: "bgp.ext_com.stype_tr_as4", Label: "Subtype (AS4)", Type: Uint, Bits: 8, Hex: true, Names: bgpExtComStypeTrAs4Names},
	bgpExtComStypeNtrAs4 - bgpLayer:                        {Name: "bgp.ext_com.stype_ntr_as4", Label: "Subtype (Non-transitive AS4)", Type: Uint, Bits: 8, Hex: true, Names: bgpExtComStypeNtrAs4Names},
	bgpExtComStypeTrIP4 - bgpLayer:                         {Name: "bgp.ext_com.stype_tr_IP4", Label: "Subtype (IPv4)", Type: Uint, Bits: 8, Hex: true, Names: bgpExtComStypeTrIP4Names},
	bgpExtComStypeNtrIP4 - bgpLayer:                        {Name: "bgp.ext_com.stype_ntr_IP4", Label: "Subtype (Non-transitive IPv4)", Type: Uint, Bits: 8, Hex: true},
	bgpExtComStypeTrOpaque - bgpLayer:                      {Name: "bgp.ext_com.stype_tr_opaque", Label: "Subtype (Opaque)", Type: Uint, Bits: 8, Hex: true, Names: bgpExtComStypeTrOpaqueNames},
	bgpExtComStypeNtrOpaque - bgpLayer:                     {Name: "bgp.ext_com.stype_ntr_opaque", Label: "Subtype (Non-transitive Opaque)", Type: Uint, Bits: 8, Hex: true, Names: bgpExtComStypeNtrOpaqueNames},
	bgpExtComTunnelType - bgpLayer:                         {Name: "bgp.ext_com.tunnel_type", Label: "Tunnel type", Type: Uint, Bits: 16, Names: bgpExtComTunnelTypeNames},
	bgpExtComStypeTrExp - bgpLayer:                         {Name: "bgp.ext_com.stype_tr_exp", Label: "Subtype (Experimental)", Type: Uint, Bits: 8, Hex: true, Names: bgpExtComStypeTrExpNames},
	bgpExtComStypeTrExp2 - bgpLayer:                        {Name: "bgp.ext_com.stype_tr_exp_2", Label: "Subtype (Experimental Part 2)", Type: Uint, Bits: 8, Hex: true, Names: bgpExtComStypeTrExp2Names},
	bgpExtComStypeTrExp3 - bgpLayer:                        {Name: "bgp.ext_com.stype_tr_exp_3", Label: "Subtype (Experimental Part 3)", Type: Uint, Bits: 8, Hex: true, Names: bgpExtComStypeTrExp3Names},
	bgpExtComValueAs2 - bgpLayer:                           {Name: "bgp.ext_com.value_as2", Label: "2-Octet AS", Type: Uint, Bits: 16},
	bgpExtComValueAs4 - bgpLayer:                           {Name: "bgp.ext_com.value_as4", Label: "4-Octet AS", Type: Uint, Bits: 32},
	bgpExtComValueIP4 - bgpLayer:                           {Name: "bgp.ext_com.value_IP4", Label: "IPv4 address", Type: IPv4},
	bgpExtComValueAn2 - bgpLayer:                           {Name: "bgp.ext_com.value_an2", Label: "2-Octet AN", Type: Uint, Bits: 16},
	bgpExtComValueAn4 - bgpLayer:                           {Name: "bgp.ext_com.value_an4", Label: "4-Octet AN", Type: Uint, Bits: 32},
	bgpExtComValueOspfRtypeArea - bgpLayer:                 {Name: "bgp.ext_com.value_ospf_rtype.area", Label: "Area ID", Type: IPv4},
	bgpExtComValueOspfRtypeType - bgpLayer:                 {Name: "bgp.ext_com.value_ospf_rtype.type", Label: "Route type", Type: Uint, Bits: 8, Names: bgpExtComValueOspfRtypeTypeNames},
	bgpExtComValueOspfRtypeOptions - bgpLayer:              {Name: "bgp.ext_com.value_ospf_rtype.options", Label: "Options", Type: Uint, Bits: 8, Hex: true},
	bgpExtComValueOspfRtypeOptionsMt - bgpLayer:            {Name: "bgp.ext_com.value_ospf_rtype.options.mt", Label: "Metric type", Type: Bool, Names: map[uint64]string{1: "Type-2", 0: "Type-1"}},
	bgpExtComValueFsDscp - bgpLayer:                        {Name: "bgp.ext_com.value_fs_dscp", Label: "Remarking value", Type: Uint, Bits: 8, Hex: true, Names: dscpNames},
	bgpExtComValueRaw - bgpLayer:                           {Name: "bgp.ext_com.value_raw", Label: "Raw Value", Type: Uint, Bits: 48, Hex: true},
	bgpExtComFlowSample - bgpLayer:                         {Name: "bgp.ext_com_flow.sample", Label: "Sample", Type: Bool, Names: setNames},
	bgpExtComFlowTraffAct - bgpLayer:                       {Name: "bgp.ext_com_flow.traff_act", Label: "Terminal action", Type: Bool, Names: setNames},
	bgpFlowspecExtComEmptybytes - bgpLayer:                 {Name: "bgp.flowspec_ext_com.emptybytes", Label: "5 Bytes", Type: Bytes},
	bgpCapGrHelperModeOnly - bgpLayer:                      {Name: "bgp.cap.gr.helper_mode_only", Label: "Graceful Restart Capability supported in Helper mode only", Type: None},
	bgpExtComLengthBad - bgpLayer:                          {Name: "bgp.ext_com.length.bad", Label: "Extended community length is wrong", Type: None},
	bgpCapLengthBad - bgpLayer:                             {Name: "bgp.cap.length.bad", Label: "Capability length is wrong", Type: None},
	bgpNotifyMinorErrorUnknown - bgpLayer:                  {Name: "bgp.notify.minor_error_unknown", Label: "Minor error Code (Unknown)", Type: Uint, Bits: 8},
	bgpNotifyMinorErrorUnknownExpert - bgpLayer:            {Name: "bgp.notify.minor_error.unknown", Label: "Unknown notification error", Type: None},
}
