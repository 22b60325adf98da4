package packet

// The fields of Spanning Tree Protocol.
const (
	stpLayer FieldID = websocketLast + iota
	stpProtocol
	stpVersion
	stpType
	stpFlags
	stpFlagsTcack
	stpFlagsAgreement
	stpFlagsForwarding
	stpFlagsLearning
	stpFlagsPortRole
	stpFlagsProposal
	stpFlagsTc
	stpRootPrio
	stpRootExt
	stpRootHw
	stpRootCost
	stpBridgePrio
	stpBridgeExt
	stpBridgeHw
	stpPort
	stpMsgAge
	stpMaxAge
	stpHello
	stpForward
	stpVersion1Length
	stpPvstTlvtype
	stpPvstTlvlen
	stpPvstOrigvlan
	stpPvstTlvval
	mstpVersion3Length
	mstpConfigFormatSelector
	mstpConfigName
	mstpConfigRevisionLevel
	mstpConfigDigest
	mstpCistInternalRootPathCost
	mstpCistBridgePrio
	mstpCistBridgeExt
	mstpCistBridgeHw
	mstpCistRemainingHops
	mstpMstiFlags
	mstpMstiPriority
	mstpMstiMstiID
	mstpMstiRegionalRootID
	mstpMstiRootHw
	mstpMstiRootCost
	mstpMstiBridgeID
	mstpMstiBridgeIDPriority
	mstpMstiBridgeIDMac
	mstpMstiBridgePriority
	mstpMstiPortPriority
	mstpMstiPort
	mstpMstiRemainingHops
	mstpVersion4Length
	mstpAgreeFlagsAgreementNum
	mstpAgreeFlagsDagreementNum
	mstpAgreeFlagsAgreementValid
	mstpAgreeFlagsRestRole
	mstpAgreementDigest
	stpAgreementDigestFormatID
	stpAgreementDigestFormatCapabilities
	stpAgreementDigestConventionID
	stpAgreementDigestConventionCapabilities
	stpAgreementDigestEdgeCount
	bpduVersionSupport
	stpTypeUnknown
	stpPvstTlvTruncated
	stpPvstTlvUnknown
	stpPvstTlvlenInvalid
	stpPvstOrigvlanMissing
	stpLast
)

var stpFields = [...]Info{
	0:                                                   {Name: "stp", Label: "Spanning Tree Protocol", Type: Protocol},
	stpProtocol - stpLayer:                              {Name: "stp.protocol", Label: "Protocol Identifier", Type: Uint, Bits: 16, Hex: true, Names: stpProtocolNames},
	stpVersion - stpLayer:                               {Name: "stp.version", Label: "Protocol Version Identifier", Type: Uint, Bits: 8, Names: stpVersionNames},
	stpType - stpLayer:                                  {Name: "stp.type", Label: "BPDU Type", Type: Uint, Bits: 8, Hex: true, Names: stpTypeNames},
	stpFlags - stpLayer:                                 {Name: "stp.flags", Label: "BPDU flags", Type: Uint, Bits: 8, Hex: true},
	stpFlagsTcack - stpLayer:                            {Name: "stp.flags.tcack", Label: "Topology Change Acknowledgment", Type: Bool, Names: yesNames},
	stpFlagsAgreement - stpLayer:                        {Name: "stp.flags.agreement", Label: "Agreement", Type: Bool, Names: yesNames},
	stpFlagsForwarding - stpLayer:                       {Name: "stp.flags.forwarding", Label: "Forwarding", Type: Bool, Names: yesNames},
	stpFlagsLearning - stpLayer:                         {Name: "stp.flags.learning", Label: "Learning", Type: Bool, Names: yesNames},
	stpFlagsPortRole - stpLayer:                         {Name: "stp.flags.port_role", Label: "Port Role", Type: Uint, Bits: 8, Names: stpFlagsPortRoleNames},
	stpFlagsProposal - stpLayer:                         {Name: "stp.flags.proposal", Label: "Proposal", Type: Bool, Names: yesNames},
	stpFlagsTc - stpLayer:                               {Name: "stp.flags.tc", Label: "Topology Change", Type: Bool, Names: yesNames},
	stpRootPrio - stpLayer:                              {Name: "stp.root.prio", Label: "Root Bridge Priority", Type: Uint, Bits: 16},
	stpRootExt - stpLayer:                               {Name: "stp.root.ext", Label: "Root Bridge System ID Extension", Type: Uint, Bits: 16},
	stpRootHw - stpLayer:                                {Name: "stp.root.hw", Label: "Root Bridge System ID", Type: Ether},
	stpRootCost - stpLayer:                              {Name: "stp.root.cost", Label: "Root Path Cost", Type: Uint, Bits: 32},
	stpBridgePrio - stpLayer:                            {Name: "stp.bridge.prio", Label: "Bridge Priority", Type: Uint, Bits: 16},
	stpBridgeExt - stpLayer:                             {Name: "stp.bridge.ext", Label: "Bridge System ID Extension", Type: Uint, Bits: 16},
	stpBridgeHw - stpLayer:                              {Name: "stp.bridge.hw", Label: "Bridge System ID", Type: Ether},
	stpPort - stpLayer:                                  {Name: "stp.port", Label: "Port identifier", Type: Uint, Bits: 16, Hex: true},
	stpMsgAge - stpLayer:                                {Name: "stp.msg_age", Label: "Message Age", Type: Double},
	stpMaxAge - stpLayer:                                {Name: "stp.max_age", Label: "Max Age", Type: Double},
	stpHello - stpLayer:                                 {Name: "stp.hello", Label: "Hello Time", Type: Double},
	stpForward - stpLayer:                               {Name: "stp.forward", Label: "Forward Delay", Type: Double},
	stpVersion1Length - stpLayer:                        {Name: "stp.version_1_length", Label: "Version 1 Length", Type: Uint, Bits: 8},
	stpPvstTlvtype - stpLayer:                           {Name: "stp.pvst.tlvtype", Label: "Type", Type: Uint, Bits: 16, Hex: true, Names: stpPvstTlvtypeNames},
	stpPvstTlvlen - stpLayer:                            {Name: "stp.pvst.tlvlen", Label: "Length", Type: Uint, Bits: 16},
	stpPvstOrigvlan - stpLayer:                          {Name: "stp.pvst.origvlan", Label: "Originating VLAN", Type: Uint, Bits: 16},
	stpPvstTlvval - stpLayer:                            {Name: "stp.pvst.tlvval", Label: "Value", Type: Bytes},
	mstpVersion3Length - stpLayer:                       {Name: "mstp.version_3_length", Label: "Version 3 Length", Type: Uint, Bits: 16},
	mstpConfigFormatSelector - stpLayer:                 {Name: "mstp.config_format_selector", Label: "MST Config ID format selector", Type: Uint, Bits: 8},
	mstpConfigName - stpLayer:                           {Name: "mstp.config_name", Label: "MST Config name", Type: String},
	mstpConfigRevisionLevel - stpLayer:                  {Name: "mstp.config_revision_level", Label: "MST Config revision", Type: Uint, Bits: 16},
	mstpConfigDigest - stpLayer:                         {Name: "mstp.config_digest", Label: "MST Config digest", Type: Bytes},
	mstpCistInternalRootPathCost - stpLayer:             {Name: "mstp.cist_internal_root_path_cost", Label: "CIST Internal Root Path Cost", Type: Uint, Bits: 32},
	mstpCistBridgePrio - stpLayer:                       {Name: "mstp.cist_bridge.prio", Label: "CIST Bridge Priority", Type: Uint, Bits: 16},
	mstpCistBridgeExt - stpLayer:                        {Name: "mstp.cist_bridge.ext", Label: "CIST Bridge Identifier System ID Extension", Type: Uint, Bits: 16},
	mstpCistBridgeHw - stpLayer:                         {Name: "mstp.cist_bridge.hw", Label: "CIST Bridge Identifier System ID", Type: Ether},
	mstpCistRemainingHops - stpLayer:                    {Name: "mstp.cist_remaining_hops", Label: "CIST Remaining hops", Type: Uint, Bits: 8},
	mstpMstiFlags - stpLayer:                            {Name: "mstp.msti.flags", Label: "MSTI flags", Type: Uint, Bits: 8, Hex: true},
	mstpMstiPriority - stpLayer:                         {Name: "mstp.msti.priority", Label: "Priority", Type: Uint, Bits: 8, Hex: true},
	mstpMstiMstiID - stpLayer:                           {Name: "mstp.msti.msti_id", Label: "MSTID", Type: Uint, Bits: 16},
	mstpMstiRegionalRootID - stpLayer:                   {Name: "mstp.msti.regional_root_id", Label: "MSTI Regional Root Identifier", Type: Uint, Bits: 16},
	mstpMstiRootHw - stpLayer:                           {Name: "mstp.msti.root.hw", Label: "Regional Root", Type: Ether},
	mstpMstiRootCost - stpLayer:                         {Name: "mstp.msti.root_cost", Label: "Internal root path cost", Type: Uint, Bits: 32},
	mstpMstiBridgeID - stpLayer:                         {Name: "mstp.msti.bridge_id", Label: "MSTI Bridge Identifier", Type: Uint, Bits: 16},
	mstpMstiBridgeIDPriority - stpLayer:                 {Name: "mstp.msti.bridge_id_priority", Label: "MSTI Bridge Priority", Type: Uint, Bits: 16},
	mstpMstiBridgeIDMac - stpLayer:                      {Name: "mstp.msti.bridge_id_mac", Label: "MSTI Bridge MAC", Type: Ether},
	mstpMstiBridgePriority - stpLayer:                   {Name: "mstp.msti.bridge_priority", Label: "Bridge Identifier Priority", Type: Uint, Bits: 8},
	mstpMstiPortPriority - stpLayer:                     {Name: "mstp.msti.port_priority", Label: "Port identifier priority", Type: Uint, Bits: 8},
	mstpMstiPort - stpLayer:                             {Name: "mstp.msti.port", Label: "Port identifier", Type: Uint, Bits: 16, Hex: true},
	mstpMstiRemainingHops - stpLayer:                    {Name: "mstp.msti.remaining_hops", Label: "Remaining hops", Type: Uint, Bits: 8},
	mstpVersion4Length - stpLayer:                       {Name: "mstp.version_4_length", Label: "Version 4 Length", Type: Uint, Bits: 16},
	mstpAgreeFlagsAgreementNum - stpLayer:               {Name: "mstp.agree_flags.agreement_num", Label: "Agreement Number", Type: Uint, Bits: 8},
	mstpAgreeFlagsDagreementNum - stpLayer:              {Name: "mstp.agree_flags.dagreement_num", Label: "Disagreement Number", Type: Uint, Bits: 8},
	mstpAgreeFlagsAgreementValid - stpLayer:             {Name: "mstp.agree_flags.agreement_valid", Label: "Agreement Valid Flag", Type: Bool, Names: yesNames},
	mstpAgreeFlagsRestRole - stpLayer:                   {Name: "mstp.agree_flags.rest_role", Label: "Restricted Role", Type: Bool, Names: yesNames},
	mstpAgreementDigest - stpLayer:                      {Name: "mstp.agreement_digest", Label: "Agreement Digest", Type: Bytes},
	stpAgreementDigestFormatID - stpLayer:               {Name: "bpdu.agreement_digest_format_id", Label: "Agreement Digest Format Id", Type: Uint, Bits: 8},
	stpAgreementDigestFormatCapabilities - stpLayer:     {Name: "bpdu.agreement_digest_format_capabilities", Label: "Agreement Digest Format Capabilities", Type: Uint, Bits: 8},
	stpAgreementDigestConventionID - stpLayer:           {Name: "bpdu.agreement_digest_convention_id", Label: "Agreement Digest Convention Id", Type: Uint, Bits: 8},
	stpAgreementDigestConventionCapabilities - stpLayer: {Name: "bpdu.agreement_digest_convention_capabilities", Label: "Agreement Digest Convention Capabilities", Type: Uint, Bits: 8},
	stpAgreementDigestEdgeCount - stpLayer:              {Name: "bpdu.agreement_digest_edge_count", Label: "Agreement Digest Edge Count", Type: Uint, Bits: 16},
	bpduVersionSupport - stpLayer:                       {Name: "bpdu.version_support", Label: "This version of Wireshark only knows about versions 0, 2, 3 & 4", Type: None},
	stpTypeUnknown - stpLayer:                           {Name: "stp.type.unknown", Label: "Unknown BPDU type data", Type: None},
	stpPvstTlvTruncated - stpLayer:                      {Name: "stp.pvst.tlv.truncated", Label: "TLV record is truncated prematurely", Type: None},
	stpPvstTlvUnknown - stpLayer:                        {Name: "stp.pvst.tlv.unknown", Label: "TLV type is unknown", Type: None},
	stpPvstTlvlenInvalid - stpLayer:                     {Name: "stp.pvst.tlvlen.invalid", Label: "Indicated length is not valid for this record type", Type: None},
	stpPvstOrigvlanMissing - stpLayer:                   {Name: "stp.pvst.origvlan.missing", Label: "Originating (PVID) VLAN TLV is missing or corrupt", Type: None},
}

// stpProtocolNames are the names of stp.protocol.
var stpProtocolNames = map[uint64]string{
	0: "Spanning Tree Protocol",
}

// stpVersionNames are the names of stp.version.
var stpVersionNames = map[uint64]string{
	0: "Spanning Tree",
	2: "Rapid Spanning Tree",
	3: "Multiple Spanning Tree",
	4: "Shortest Path Tree",
}

// stpTypeNames are the names of stp.type.
var stpTypeNames = map[uint64]string{
	0:   "Configuration",
	2:   "Rapid/Multiple Spanning Tree",
	128: "Topology Change Notification",
}

// stpFlagsPortRoleNames are the names of stp.flags.port_role.
var stpFlagsPortRoleNames = map[uint64]string{
	1: "Alternate or Backup",
	2: "Root",
	3: "Designated",
}

// stpPvstTlvtypeNames are the names of stp.pvst.tlvtype.
var stpPvstTlvtypeNames = map[uint64]string{
	0: "Originating VLAN",
}
