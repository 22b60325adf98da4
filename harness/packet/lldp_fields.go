package packet

// The fields of Link Layer Discovery Protocol.
const (
	lldpLayer FieldID = stpLast + iota
	lldpTlvType
	lldpTlvLen
	lldpTlvSystemCap
	lldpTlvSystemCapOther
	lldpTlvSystemCapRepeater
	lldpTlvSystemCapBridge
	lldpTlvSystemCapWlanAccessPt
	lldpTlvSystemCapRouter
	lldpTlvSystemCapTelephone
	lldpTlvSystemCapDocsisCableDevice
	lldpTlvSystemCapStationOnly
	lldpTlvSystemName
	lldpTlvSystemDesc
	lldpTlvEnableSystemCap
	lldpTlvEnableSystemCapOther
	lldpTlvEnableSystemCapRepeater
	lldpTlvEnableSystemCapBridge
	lldpTlvEnableSystemCapWlanAccessPt
	lldpTlvEnableSystemCapRouter
	lldpTlvEnableSystemCapTelephone
	lldpTlvEnableSystemCapDocsisCableDevice
	lldpTlvEnableSystemCapStationOnly
	lldpChassisSubtype
	lldpChassisID
	lldpChassisIDMac
	lldpChassisIDIp4
	lldpChassisIDIp6
	lldpPortSubtype
	lldpPortID
	lldpPortDescription
	lldpPortIDMac
	lldpNetworkAddressSubtype
	lldpPortIDIp4
	lldpPortIDIp6
	lldpTimeToLive
	lldpMgnAddressLen
	lldpMgnAddressSubtype
	lldpMgnAddrIP4
	lldpMgnAddrIP6
	lldpMgnAddrHex
	lldpMgnInterfaceSubtype
	lldpMgnInterfaceNumber
	lldpMgnObjLen
	lldpMgnObjID
	lldpOrgtlvOui
	lldpIeee8021Subtype
	lldpIeee8021PortAndVlanIDFlag
	lldpIeee8021PortAndVlanIDFlagSupported
	lldpIeee8021PortAndVlanIDFlagEnabled
	lldpIeee8021PortVlanID
	lldpIeee8021PortProtoVlanID
	lldpIeee8021VlanID
	lldpIeee8021VlanNameLen
	lldpIeee8021VlanName
	lldpIeee8021ProtoIDLength
	lldpIeee8021ProtoID
	lldpIeee8021AggregationStatus
	lldpIeee8021AggregationStatusCap
	lldpIeee8021AggregationStatusEnabled
	lldpIeee8021AggregationStatusPorttype
	lldpIeee8021AggregatedPortID
	lldpIeee8023Subtype
	lldpIeee8023MacPhyAutoNegStatus
	lldpIeee8023MacPhyAutoNegStatusSupported
	lldpIeee8023MacPhyAutoNegStatusEnabled
	lldpIeee8023PmdAutoNegAdvertisedCaps
	lldpIeee8023PmdAutoNegAdvertisedCaps1000baseTfd
	lldpIeee8023PmdAutoNegAdvertisedCaps1000baseT
	lldpIeee8023PmdAutoNegAdvertisedCaps1000baseXfd
	lldpIeee8023PmdAutoNegAdvertisedCaps1000baseX
	lldpIeee8023PmdAutoNegAdvertisedCapsFdxBpause
	lldpIeee8023PmdAutoNegAdvertisedCapsFdxSpause
	lldpIeee8023PmdAutoNegAdvertisedCapsFdxApause
	lldpIeee8023PmdAutoNegAdvertisedCapsFdxPause
	lldpIeee8023PmdAutoNegAdvertisedCaps100baseT2fd
	lldpIeee8023PmdAutoNegAdvertisedCaps100baseT2
	lldpIeee8023PmdAutoNegAdvertisedCaps100baseTxfd
	lldpIeee8023PmdAutoNegAdvertisedCaps100baseTx
	lldpIeee8023PmdAutoNegAdvertisedCaps100baseT4
	lldpIeee8023PmdAutoNegAdvertisedCaps10baseTfd
	lldpIeee8023PmdAutoNegAdvertisedCaps10baseT
	lldpIeee8023PmdAutoNegAdvertisedCapsOther
	lldpIeee8023PmdAutoNegAdvertisedCapsInv1000baseTfd
	lldpIeee8023PmdAutoNegAdvertisedCapsInv1000baseT
	lldpIeee8023PmdAutoNegAdvertisedCapsInv1000baseXfd
	lldpIeee8023PmdAutoNegAdvertisedCapsInv1000baseX
	lldpIeee8023PmdAutoNegAdvertisedCapsInvFdxBpause
	lldpIeee8023PmdAutoNegAdvertisedCapsInvFdxSpause
	lldpIeee8023PmdAutoNegAdvertisedCapsInvFdxApause
	lldpIeee8023PmdAutoNegAdvertisedCapsInvFdxPause
	lldpIeee8023PmdAutoNegAdvertisedCapsInv100baseT2fd
	lldpIeee8023PmdAutoNegAdvertisedCapsInv100baseT2
	lldpIeee8023PmdAutoNegAdvertisedCapsInv100baseTxfd
	lldpIeee8023PmdAutoNegAdvertisedCapsInv100baseTx
	lldpIeee8023PmdAutoNegAdvertisedCapsInv100baseT4
	lldpIeee8023PmdAutoNegAdvertisedCapsInv10baseTfd
	lldpIeee8023PmdAutoNegAdvertisedCapsInv10baseT
	lldpIeee8023PmdAutoNegAdvertisedCapsInvOther
	lldpIeee8023PmdMauType
	lldpIeee8023MdiPowerSupport
	lldpIeee8023MdiPowerSupportPortClass
	lldpIeee8023MdiPowerSupportSupported
	lldpIeee8023MdiPowerSupportEnabled
	lldpIeee8023MdiPowerSupportPsePairs
	lldpIeee8023MdiPsePair
	lldpIeee8023MdiPowerClass
	lldpIeee8023MdiPowerType
	lldpIeee8023MdiPowerSource
	lldpIeee8023MdiPowerPriority
	lldpIeee8023MdiPdeRequested
	lldpIeee8023MdiPseAllocated
	lldpIeee8023AggregationStatus
	lldpIeee8023AggregationStatusCap
	lldpIeee8023AggregationStatusEnabled
	lldpIeee8023AggregatedPortID
	lldpIeee8023MaxFrameSize
	lldpIeee8023EeeTransmit
	lldpIeee8023EeeReceive
	lldpIeee8023EeeFallbackReceive
	lldpIeee8023EeeEchoTransmit
	lldpIeee8023EeeEchoReceive
	lldpIeee8023brEac
	lldpIeee8023brAecSupport
	lldpIeee8023brAecEnable
	lldpIeee8023brAecActive
	lldpIeee8023brAecAddfragsize
	lldpIeee8023brAecReserved
	lldpMediaSubtype
	lldpMediaSubtypeCaps
	lldpMediaSubtypeCapsLlpd
	lldpMediaSubtypeCapsNetworkPolicy
	lldpMediaSubtypeCapsLocationID
	lldpMediaSubtypeCapsMdiPse
	lldpMediaSubtypeCapsMidPd
	lldpMediaSubtypeCapsInventory
	lldpMediaSubtypeClass
	lldpMediaAppType
	lldpMediaPolicyFlag
	lldpMediaTagFlag
	lldpMediaVlanID
	lldpMediaL2Prio
	lldpMediaDscp
	lldpMediaLocDataFormat
	lldpMediaLocLatResolution
	lldpMediaLocLatitude
	lldpMediaLocLongResolution
	lldpMediaLocLongitude
	lldpMediaLocAltType
	lldpMediaLocAltResolution
	lldpMediaLocAltitude
	lldpMediaLocDatum
	lldpMediaCivicLength
	lldpMediaCivicWhat
	lldpMediaCivicCountry
	lldpMediaCivicType
	lldpMediaCivicValue
	lldpMediaEcs
	lldpMediaPowerType
	lldpMediaPowerSource
	lldpMediaPowerPrio
	lldpMediaPowerValue
	lldpMediaHardware
	lldpMediaFirmware
	lldpMediaSoftware
	lldpMediaSn
	lldpMediaManufacturer
	lldpMediaModel
	lldpMediaAsset
	lldpUnknownSubtype
	lldpUnknownSubtypeContent
	lldpTlvDeprecated
	lldpLast
)

var lldpFields = [...]Info{
	0:                                                              {Name: "lldp", Label: "Link Layer Discovery Protocol", Type: Protocol},
	lldpTlvType - lldpLayer:                                        {Name: "lldp.tlv.type", Label: "TLV Type", Type: Uint, Bits: 16, Names: lldpTlvTypeNames},
	lldpTlvLen - lldpLayer:                                         {Name: "lldp.tlv.len", Label: "TLV Length", Type: Uint, Bits: 16},
	lldpTlvSystemCap - lldpLayer:                                   {Name: "lldp.tlv.system_cap", Label: "Capabilities", Type: Uint, Bits: 16, Hex: true},
	lldpTlvSystemCapOther - lldpLayer:                              {Name: "lldp.tlv.system_cap.other", Label: "Other", Type: Bool, Names: capableNames},
	lldpTlvSystemCapRepeater - lldpLayer:                           {Name: "lldp.tlv.system_cap.repeater", Label: "Repeater", Type: Bool, Names: capableNames},
	lldpTlvSystemCapBridge - lldpLayer:                             {Name: "lldp.tlv.system_cap.bridge", Label: "Bridge", Type: Bool, Names: capableNames},
	lldpTlvSystemCapWlanAccessPt - lldpLayer:                       {Name: "lldp.tlv.system_cap.wlan_access_pt", Label: "WLAN access point", Type: Bool, Names: capableNames},
	lldpTlvSystemCapRouter - lldpLayer:                             {Name: "lldp.tlv.system_cap.router", Label: "Router", Type: Bool, Names: capableNames},
	lldpTlvSystemCapTelephone - lldpLayer:                          {Name: "lldp.tlv.system_cap.telephone", Label: "Telephone", Type: Bool, Names: capableNames},
	lldpTlvSystemCapDocsisCableDevice - lldpLayer:                  {Name: "lldp.tlv.system_cap.docsis_cable_device", Label: "DOCSIS cable device", Type: Bool, Names: capableNames},
	lldpTlvSystemCapStationOnly - lldpLayer:                        {Name: "lldp.tlv.system_cap.station_only", Label: "Station only", Type: Bool, Names: capableNames},
	lldpTlvSystemName - lldpLayer:                                  {Name: "lldp.tlv.system.name", Label: "System Name", Type: String},
	lldpTlvSystemDesc - lldpLayer:                                  {Name: "lldp.tlv.system.desc", Label: "System Description", Type: String},
	lldpTlvEnableSystemCap - lldpLayer:                             {Name: "lldp.tlv.enable_system_cap", Label: "Enabled Capabilities", Type: Uint, Bits: 16, Hex: true},
	lldpTlvEnableSystemCapOther - lldpLayer:                        {Name: "lldp.tlv.enable_system_cap.other", Label: "Other", Type: Bool, Names: capableNames},
	lldpTlvEnableSystemCapRepeater - lldpLayer:                     {Name: "lldp.tlv.enable_system_cap.repeater", Label: "Repeater", Type: Bool, Names: capableNames},
	lldpTlvEnableSystemCapBridge - lldpLayer:                       {Name: "lldp.tlv.enable_system_cap.bridge", Label: "Bridge", Type: Bool, Names: capableNames},
	lldpTlvEnableSystemCapWlanAccessPt - lldpLayer:                 {Name: "lldp.tlv.enable_system_cap.wlan_access_pt", Label: "WLAN access point", Type: Bool, Names: capableNames},
	lldpTlvEnableSystemCapRouter - lldpLayer:                       {Name: "lldp.tlv.enable_system_cap.router", Label: "Router", Type: Bool, Names: capableNames},
	lldpTlvEnableSystemCapTelephone - lldpLayer:                    {Name: "lldp.tlv.enable_system_cap.telephone", Label: "Telephone", Type: Bool, Names: capableNames},
	lldpTlvEnableSystemCapDocsisCableDevice - lldpLayer:            {Name: "lldp.tlv.enable_system_cap.docsis_cable_device", Label: "DOCSIS cable device", Type: Bool, Names: capableNames},
	lldpTlvEnableSystemCapStationOnly - lldpLayer:                  {Name: "lldp.tlv.enable_system_cap.station_only", Label: "Station only", Type: Bool, Names: capableNames},
	lldpChassisSubtype - lldpLayer:                                 {Name: "lldp.chassis.subtype", Label: "Chassis Id Subtype", Type: Uint, Bits: 8, Names: lldpChassisSubtypeNames},
	lldpChassisID - lldpLayer:                                      {Name: "lldp.chassis.id", Label: "Chassis Id", Type: Bytes},
	lldpChassisIDMac - lldpLayer:                                   {Name: "lldp.chassis.id.mac", Label: "Chassis Id", Type: Ether},
	lldpChassisIDIp4 - lldpLayer:                                   {Name: "lldp.chassis.id.ip4", Label: "Chassis Id", Type: IPv4},
	lldpChassisIDIp6 - lldpLayer:                                   {Name: "lldp.chassis.id.ip6", Label: "Chassis Id", Type: IPv6},
	lldpPortSubtype - lldpLayer:                                    {Name: "lldp.port.subtype", Label: "Port Id Subtype", Type: Uint, Bits: 8, Names: lldpPortSubtypeNames},
	lldpPortID - lldpLayer:                                         {Name: "lldp.port.id", Label: "Port Id", Type: String},
	lldpPortDescription - lldpLayer:                                {Name: "lldp.port.desc", Label: "Port Description", Type: String},
	lldpPortIDMac - lldpLayer:                                      {Name: "lldp.port.id.mac", Label: "Port Id", Type: Ether},
	lldpNetworkAddressSubtype - lldpLayer:                          {Name: "lldp.network_address.subtype", Label: "Network Address family", Type: Uint, Bits: 8, Names: addressFamilyNames},
	lldpPortIDIp4 - lldpLayer:                                      {Name: "lldp.port.id.ip4", Label: "Port Id", Type: IPv4},
	lldpPortIDIp6 - lldpLayer:                                      {Name: "lldp.port.id.ip6", Label: "Port Id", Type: IPv6},
	lldpTimeToLive - lldpLayer:                                     {Name: "lldp.time_to_live", Label: "Seconds", Type: Uint, Bits: 16},
	lldpMgnAddressLen - lldpLayer:                                  {Name: "lldp.mgn.address.len", Label: "Address String Length", Type: Uint, Bits: 8},
	lldpMgnAddressSubtype - lldpLayer:                              {Name: "lldp.mgn.address.subtype", Label: "Address Subtype", Type: Uint, Bits: 8, Names: addressFamilyNames},
	lldpMgnAddrIP4 - lldpLayer:                                     {Name: "lldp.mgn.addr.ip4", Label: "Management Address", Type: IPv4},
	lldpMgnAddrIP6 - lldpLayer:                                     {Name: "lldp.mgn.addr.ip6", Label: "Management Address", Type: IPv6},
	lldpMgnAddrHex - lldpLayer:                                     {Name: "lldp.mgn.addr.hex", Label: "Management Address", Type: Bytes},
	lldpMgnInterfaceSubtype - lldpLayer:                            {Name: "lldp.mgn.interface.subtype", Label: "Interface Subtype", Type: Uint, Bits: 8, Names: lldpMgnInterfaceSubtypeNames},
	lldpMgnInterfaceNumber - lldpLayer:                             {Name: "lldp.mgn.interface.number", Label: "Interface Number", Type: Uint, Bits: 32},
	lldpMgnObjLen - lldpLayer:                                      {Name: "lldp.mgn.obj.len", Label: "OID String Length", Type: Uint, Bits: 8},
	lldpMgnObjID - lldpLayer:                                       {Name: "lldp.mgn.obj.id", Label: "Object Identifier", Type: OID},
	lldpOrgtlvOui - lldpLayer:                                      {Name: "lldp.orgtlv.oui", Label: "Organization Unique Code", Type: Uint, Bits: 24},
	lldpIeee8021Subtype - lldpLayer:                                {Name: "lldp.ieee.802_1.subtype", Label: "IEEE 802.1 Subtype", Type: Uint, Bits: 8, Hex: true, Names: lldpIeee8021SubtypeNames},
	lldpIeee8021PortAndVlanIDFlag - lldpLayer:                      {Name: "lldp.ieee.802_1.port_and_vlan_id_flag", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	lldpIeee8021PortAndVlanIDFlagSupported - lldpLayer:             {Name: "lldp.ieee.802_1.port_and_vlan_id_flag.supported", Label: "Port and Protocol VLAN", Type: Bool, Names: supportedNames},
	lldpIeee8021PortAndVlanIDFlagEnabled - lldpLayer:               {Name: "lldp.ieee.802_1.port_and_vlan_id_flag.enabled", Label: "Port and Protocol VLAN", Type: Bool, Names: enabledNames},
	lldpIeee8021PortVlanID - lldpLayer:                             {Name: "lldp.ieee.802_1.port_vlan.id", Label: "Port VLAN Identifier", Type: Uint, Bits: 16},
	lldpIeee8021PortProtoVlanID - lldpLayer:                        {Name: "lldp.ieee.802_1.port_proto_vlan.id", Label: "Port and Protocol VLAN Identifier", Type: Uint, Bits: 16},
	lldpIeee8021VlanID - lldpLayer:                                 {Name: "lldp.ieee.802_1.vlan.id", Label: "VLAN Identifier", Type: Uint, Bits: 16},
	lldpIeee8021VlanNameLen - lldpLayer:                            {Name: "lldp.ieee.802_1.vlan.name_len", Label: "VLAN Name Length", Type: Uint, Bits: 8},
	lldpIeee8021VlanName - lldpLayer:                               {Name: "lldp.ieee.802_1.vlan.name", Label: "VLAN Name", Type: String},
	lldpIeee8021ProtoIDLength - lldpLayer:                          {Name: "lldp.ieee.802_1.proto.id_length", Label: "Protocol Identity Length", Type: Uint, Bits: 8},
	lldpIeee8021ProtoID - lldpLayer:                                {Name: "lldp.ieee.802_1.proto.id", Label: "Protocol Identity", Type: Bytes},
	lldpIeee8021AggregationStatus - lldpLayer:                      {Name: "lldp.ieee.802_1.aggregation_status", Label: "Aggregation Status", Type: Uint, Bits: 8, Hex: true},
	lldpIeee8021AggregationStatusCap - lldpLayer:                   {Name: "lldp.ieee.802_1.aggregation_status.cap", Label: "Aggregation Capability", Type: Bool, Names: yesNames},
	lldpIeee8021AggregationStatusEnabled - lldpLayer:               {Name: "lldp.ieee.802_1.aggregation_status.enabled", Label: "Aggregation Status", Type: Bool, Names: enabledNames},
	lldpIeee8021AggregationStatusPorttype - lldpLayer:              {Name: "lldp.ieee.802_1.aggregation_status.porttype", Label: "Aggregation Status", Type: Uint, Bits: 8, Names: lldpIeee8021AggregationStatusPorttypeNames},
	lldpIeee8021AggregatedPortID - lldpLayer:                       {Name: "lldp.ieee.802_1.aggregated_port_id", Label: "Aggregated Port Id", Type: Uint, Bits: 32},
	lldpIeee8023Subtype - lldpLayer:                                {Name: "lldp.ieee.802_3.subtype", Label: "IEEE 802.3 Subtype", Type: Uint, Bits: 8, Hex: true, Names: lldpIeee8023SubtypeNames},
	lldpIeee8023MacPhyAutoNegStatus - lldpLayer:                    {Name: "lldp.ieee.802_3.mac_phy_auto_neg_status", Label: "Auto-Negotiation Support/Status", Type: Uint, Bits: 8, Hex: true},
	lldpIeee8023MacPhyAutoNegStatusSupported - lldpLayer:           {Name: "lldp.ieee.802_3.mac_phy_auto_neg_status.supported", Label: "Auto-Negotiation", Type: Bool, Names: supportedNames},
	lldpIeee8023MacPhyAutoNegStatusEnabled - lldpLayer:             {Name: "lldp.ieee.802_3.mac_phy_auto_neg_status.enabled", Label: "Auto-Negotiation", Type: Bool, Names: enabledNames},
	lldpIeee8023PmdAutoNegAdvertisedCaps - lldpLayer:               {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps", Label: "PMD Auto-Negotiation Advertised Capability", Type: Uint, Bits: 16, Hex: true},
	lldpIeee8023PmdAutoNegAdvertisedCaps1000baseTfd - lldpLayer:    {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.1000base_tfd", Label: "1000BASE-T (full duplex mode)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCaps1000baseT - lldpLayer:      {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.1000base_t", Label: "1000BASE-T (half duplex mode)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCaps1000baseXfd - lldpLayer:    {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.1000base_xfd", Label: "1000BASE-X (-LX, -SX, -CX full duplex mode)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCaps1000baseX - lldpLayer:      {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.1000base_x", Label: "1000BASE-X (-LX, -SX, -CX half duplex mode)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsFdxBpause - lldpLayer:      {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.fdx_bpause", Label: "Asymmetric and Symmetric PAUSE (for full-duplex links)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsFdxSpause - lldpLayer:      {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.fdx_spause", Label: "Symmetric PAUSE (for full-duplex links)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsFdxApause - lldpLayer:      {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.fdx_apause", Label: "Asymmetric PAUSE (for full-duplex links)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsFdxPause - lldpLayer:       {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.fdx_pause", Label: "PAUSE (for full-duplex links)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCaps100baseT2fd - lldpLayer:    {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_t2fd", Label: "100BASE-T2 (full duplex mode)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCaps100baseT2 - lldpLayer:      {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_t2", Label: "100BASE-T2 (half duplex mode)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCaps100baseTxfd - lldpLayer:    {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_txfd", Label: "100BASE-TX (full duplex mode)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCaps100baseTx - lldpLayer:      {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_tx", Label: "100BASE-TX (half duplex mode)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCaps100baseT4 - lldpLayer:      {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.100base_t4", Label: "100BASE-T4", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCaps10baseTfd - lldpLayer:      {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.10base_tfd", Label: "10BASE-T (full duplex mode)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCaps10baseT - lldpLayer:        {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.10base_t", Label: "10BASE-T (half duplex mode)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsOther - lldpLayer:          {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps.other", Label: "Other or unknown", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsInv1000baseTfd - lldpLayer: {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.1000base_tfd", Label: "1000BASE-T (full duplex mode)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsInv1000baseT - lldpLayer:   {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.1000base_t", Label: "1000BASE-T (half duplex mode)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsInv1000baseXfd - lldpLayer: {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.1000base_xfd", Label: "1000BASE-X (-LX, -SX, -CX full duplex mode)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsInv1000baseX - lldpLayer:   {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.1000base_x", Label: "1000BASE-X (-LX, -SX, -CX half duplex mode)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsInvFdxBpause - lldpLayer:   {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.fdx_bpause", Label: "Asymmetric and Symmetric PAUSE (for full-duplex links)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsInvFdxSpause - lldpLayer:   {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.fdx_spause", Label: "Symmetric PAUSE (for full-duplex links)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsInvFdxApause - lldpLayer:   {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.fdx_apause", Label: "Asymmetric PAUSE (for full-duplex links)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsInvFdxPause - lldpLayer:    {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.fdx_pause", Label: "PAUSE (for full-duplex links)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsInv100baseT2fd - lldpLayer: {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_t2fd", Label: "100BASE-T2 (full duplex mode)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsInv100baseT2 - lldpLayer:   {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_t2", Label: "100BASE-T2 (half duplex mode)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsInv100baseTxfd - lldpLayer: {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_txfd", Label: "100BASE-TX (full duplex mode)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsInv100baseTx - lldpLayer:   {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_tx", Label: "100BASE-TX (half duplex mode)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsInv100baseT4 - lldpLayer:   {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.100base_t4", Label: "100BASE-T4", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsInv10baseTfd - lldpLayer:   {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.10base_tfd", Label: "10BASE-T (full duplex mode)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsInv10baseT - lldpLayer:     {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.10base_t", Label: "10BASE-T (half duplex mode)", Type: Bool, Names: capableNames},
	lldpIeee8023PmdAutoNegAdvertisedCapsInvOther - lldpLayer:       {Name: "lldp.ieee.802_3.pmd_auto_neg_advertised_caps_inv.other", Label: "Other or unknown", Type: Bool, Names: capableNames},
	lldpIeee8023PmdMauType - lldpLayer:                             {Name: "lldp.ieee.802_3.pmd_mau_type", Label: "Operational MAU Type", Type: Uint, Bits: 16, Hex: true, Names: lldpIeee8023PmdMauTypeNames},
	lldpIeee8023MdiPowerSupport - lldpLayer:                        {Name: "lldp.ieee.802_3.mdi_power_support", Label: "MDI Power Support", Type: Uint, Bits: 8, Hex: true},
	lldpIeee8023MdiPowerSupportPortClass - lldpLayer:               {Name: "lldp.ieee.802_3.mdi_power_support.port_class", Label: "Port Class", Type: Bool, Names: map[uint64]string{1: "PSE", 0: "PD"}},
	lldpIeee8023MdiPowerSupportSupported - lldpLayer:               {Name: "lldp.ieee.802_3.mdi_power_support.supported", Label: "PSE MDI Power", Type: Bool, Names: supportedNames},
	lldpIeee8023MdiPowerSupportEnabled - lldpLayer:                 {Name: "lldp.ieee.802_3.mdi_power_support.enabled", Label: "PSE MDI Power", Type: Bool, Names: enabledNames},
	lldpIeee8023MdiPowerSupportPsePairs - lldpLayer:                {Name: "lldp.ieee.802_3.mdi_power_support.pse_pairs", Label: "PSE Pairs Control Ability", Type: Bool, Names: yesNames},
	lldpIeee8023MdiPsePair - lldpLayer:                             {Name: "lldp.ieee.802_3.mdi_pse_pair", Label: "PSE Power Pair", Type: Uint, Bits: 8},
	lldpIeee8023MdiPowerClass - lldpLayer:                          {Name: "lldp.ieee.802_3.mdi_power_class", Label: "Power Class", Type: Uint, Bits: 8, Names: lldpIeee8023MdiPowerClassNames},
	lldpIeee8023MdiPowerType - lldpLayer:                           {Name: "lldp.ieee.802_3.mdi_power_type", Label: "Power Type", Type: Uint, Bits: 8, Names: lldpIeee8023MdiPowerTypeNames},
	lldpIeee8023MdiPowerSource - lldpLayer:                         {Name: "lldp.ieee.802_3.mdi_power_source", Label: "Power Source", Type: Uint, Bits: 8},
	lldpIeee8023MdiPowerPriority - lldpLayer:                       {Name: "lldp.ieee.802_3.mdi_power_priority", Label: "Power Priority", Type: Uint, Bits: 8, Names: lldpIeee8023MdiPowerPriorityNames},
	lldpIeee8023MdiPdeRequested - lldpLayer:                        {Name: "lldp.ieee.802_3.mdi_pde_requested", Label: "PD Requested Power Value", Type: Uint, Bits: 16},
	lldpIeee8023MdiPseAllocated - lldpLayer:                        {Name: "lldp.ieee.802_3.mdi_pse_allocated", Label: "PSE Allocated Power Value", Type: Uint, Bits: 16},
	lldpIeee8023AggregationStatus - lldpLayer:                      {Name: "lldp.ieee.802_3.aggregation_status", Label: "Aggregation Status", Type: Uint, Bits: 8, Hex: true},
	lldpIeee8023AggregationStatusCap - lldpLayer:                   {Name: "lldp.ieee.802_3.aggregation_status.cap", Label: "Aggregation Capability", Type: Bool, Names: yesNames},
	lldpIeee8023AggregationStatusEnabled - lldpLayer:               {Name: "lldp.ieee.802_3.aggregation_status.enabled", Label: "Aggregation Status", Type: Bool, Names: enabledNames},
	lldpIeee8023AggregatedPortID - lldpLayer:                       {Name: "lldp.ieee.802_3.aggregated_port_id", Label: "Aggregated Port Id", Type: Uint, Bits: 32},
	lldpIeee8023MaxFrameSize - lldpLayer:                           {Name: "lldp.ieee.802_3.max_frame_size", Label: "Maximum Frame Size", Type: Uint, Bits: 16},
	lldpIeee8023EeeTransmit - lldpLayer:                            {Name: "lldp.ieee.802_3.eee.transmit", Label: "Transmit", Type: Uint, Bits: 16},
	lldpIeee8023EeeReceive - lldpLayer:                             {Name: "lldp.ieee.802_3.eee.receive", Label: "Receive", Type: Uint, Bits: 16},
	lldpIeee8023EeeFallbackReceive - lldpLayer:                     {Name: "lldp.ieee.802_3.eee.fallback_receive", Label: "Fallback Receive", Type: Uint, Bits: 16},
	lldpIeee8023EeeEchoTransmit - lldpLayer:                        {Name: "lldp.ieee.802_3.eee.echo_transmit", Label: "Echo Transmit", Type: Uint, Bits: 16},
	lldpIeee8023EeeEchoReceive - lldpLayer:                         {Name: "lldp.ieee.802_3.eee.echo_receive", Label: "Echo Receive", Type: Uint, Bits: 16},
	lldpIeee8023brEac - lldpLayer:                                  {Name: "lldp.ieee.802_3br.eac", Label: "Additional Ethernet Capabilities", Type: Uint, Bits: 16, Hex: true},
	lldpIeee8023brAecSupport - lldpLayer:                           {Name: "lldp.ieee.802_3br.aec.support", Label: "Preemption capabilities support", Type: Bool, Names: supportedNames},
	lldpIeee8023brAecEnable - lldpLayer:                            {Name: "lldp.ieee.802_3br.aec.enable", Label: "Preemption capabilities enable", Type: Bool, Names: enabledNames},
	lldpIeee8023brAecActive - lldpLayer:                            {Name: "lldp.ieee.802_3br.aec.active", Label: "Preemption capabilities active", Type: Bool, Names: map[uint64]string{1: "Active", 0: "Inactive"}},
	lldpIeee8023brAecAddfragsize - lldpLayer:                       {Name: "lldp.ieee.802_3br.aec.addfragsize", Label: "Additional Fragment Size", Type: Uint, Bits: 16},
	lldpIeee8023brAecReserved - lldpLayer:                          {Name: "lldp.ieee.802_3br.aec.reserved", Label: "Reserved", Type: Uint, Bits: 16, Hex: true},
	lldpMediaSubtype - lldpLayer:                                   {Name: "lldp.media.subtype", Label: "Media Subtype", Type: Uint, Bits: 8, Hex: true, Names: lldpMediaSubtypeNames},
	lldpMediaSubtypeCaps - lldpLayer:                               {Name: "lldp.media.subtype.caps", Label: "Capabilities", Type: Uint, Bits: 16, Hex: true},
	lldpMediaSubtypeCapsLlpd - lldpLayer:                           {Name: "lldp.media.subtype.caps.llpd", Label: "LLDP-MED Capabilities", Type: Bool, Names: capableNames},
	lldpMediaSubtypeCapsNetworkPolicy - lldpLayer:                  {Name: "lldp.media.subtype.caps.network_policy", Label: "Network Policy", Type: Bool, Names: capableNames},
	lldpMediaSubtypeCapsLocationID - lldpLayer:                     {Name: "lldp.media.subtype.caps.location_id", Label: "Location Identification", Type: Bool, Names: capableNames},
	lldpMediaSubtypeCapsMdiPse - lldpLayer:                         {Name: "lldp.media.subtype.caps.mdi_pse", Label: "Extended Power via MDI-PSE", Type: Bool, Names: capableNames},
	lldpMediaSubtypeCapsMidPd - lldpLayer:                          {Name: "lldp.media.subtype.caps.mid_pd", Label: "Extended Power via MDI-PD", Type: Bool, Names: capableNames},
	lldpMediaSubtypeCapsInventory - lldpLayer:                      {Name: "lldp.media.subtype.caps.inventory", Label: "Inventory", Type: Bool, Names: capableNames},
	lldpMediaSubtypeClass - lldpLayer:                              {Name: "lldp.media.subtype.class", Label: "Class Type", Type: Uint, Bits: 8, Names: lldpMediaSubtypeClassNames},
	lldpMediaAppType - lldpLayer:                                   {Name: "lldp.media.app_type", Label: "Application Type", Type: Uint, Bits: 8, Names: lldpMediaAppTypeNames},
	lldpMediaPolicyFlag - lldpLayer:                                {Name: "lldp.media.policy_flag", Label: "Policy", Type: Bool, Names: map[uint64]string{1: "Unknown", 0: "Defined"}},
	lldpMediaTagFlag - lldpLayer:                                   {Name: "lldp.media.tag_flag", Label: "Tagged", Type: Bool, Names: yesNames},
	lldpMediaVlanID - lldpLayer:                                    {Name: "lldp.media.vlan_id", Label: "VLAN Id", Type: Uint, Bits: 24},
	lldpMediaL2Prio - lldpLayer:                                    {Name: "lldp.media.l2_prio", Label: "L2 Priority", Type: Uint, Bits: 24},
	lldpMediaDscp - lldpLayer:                                      {Name: "lldp.media.dscp", Label: "DSCP Priority", Type: Uint, Bits: 24},
	lldpMediaLocDataFormat - lldpLayer:                             {Name: "lldp.media.loc.data_format", Label: "Location Data Format", Type: Uint, Bits: 8, Names: lldpMediaLocDataFormatNames},
	lldpMediaLocLatResolution - lldpLayer:                          {Name: "lldp.media.loc.lat_resolution", Label: "Latitude Resolution", Type: Uint, Bits: 8},
	lldpMediaLocLatitude - lldpLayer:                               {Name: "lldp.media.loc.latitude", Label: "Latitude", Type: Uint, Bits: 40},
	lldpMediaLocLongResolution - lldpLayer:                         {Name: "lldp.media.loc.long_resolution", Label: "Longitude Resolution", Type: Uint, Bits: 8},
	lldpMediaLocLongitude - lldpLayer:                              {Name: "lldp.media.loc.longitude", Label: "Longitude", Type: Uint, Bits: 40},
	lldpMediaLocAltType - lldpLayer:                                {Name: "lldp.media.loc.alt_type", Label: "Altitude Type", Type: Uint, Bits: 8, Names: lldpMediaLocAltTypeNames},
	lldpMediaLocAltResolution - lldpLayer:                          {Name: "lldp.media.loc.alt_resolution", Label: "Altitude Resolution", Type: Uint, Bits: 16},
	lldpMediaLocAltitude - lldpLayer:                               {Name: "lldp.media.loc.altitude", Label: "Altitude", Type: Uint, Bits: 32},
	lldpMediaLocDatum - lldpLayer:                                  {Name: "lldp.media.loc.datum", Label: "Datum", Type: Uint, Bits: 8},
	lldpMediaCivicLength - lldpLayer:                               {Name: "lldp.media.civic.length", Label: "LCI Length", Type: Uint, Bits: 8},
	lldpMediaCivicWhat - lldpLayer:                                 {Name: "lldp.media.civic.what", Label: "What", Type: Uint, Bits: 8, Names: civicWhatNames},
	lldpMediaCivicCountry - lldpLayer:                              {Name: "lldp.media.civic.country", Label: "Country", Type: String},
	lldpMediaCivicType - lldpLayer:                                 {Name: "lldp.media.civic.type", Label: "CA Type", Type: Uint, Bits: 8, Names: lldpMediaCivicTypeNames},
	lldpMediaCivicValue - lldpLayer:                                {Name: "lldp.media.civic.value", Label: "CA Value", Type: String},
	lldpMediaEcs - lldpLayer:                                       {Name: "lldp.media.ecs", Label: "ELIN", Type: String},
	lldpMediaPowerType - lldpLayer:                                 {Name: "lldp.media.power.type", Label: "Power Type", Type: Uint, Bits: 8, Names: lldpMediaPowerTypeNames},
	lldpMediaPowerSource - lldpLayer:                               {Name: "lldp.media.power.source", Label: "Power Source", Type: Uint, Bits: 8},
	lldpMediaPowerPrio - lldpLayer:                                 {Name: "lldp.media.power.prio", Label: "Power Priority", Type: Uint, Bits: 8, Names: lldpIeee8023MdiPowerPriorityNames},
	lldpMediaPowerValue - lldpLayer:                                {Name: "lldp.media.power.value", Label: "Power Value", Type: Uint, Bits: 16},
	lldpMediaHardware - lldpLayer:                                  {Name: "lldp.media.hardware", Label: "Hardware Revision", Type: String},
	lldpMediaFirmware - lldpLayer:                                  {Name: "lldp.media.firmware", Label: "Firmware Revision", Type: String},
	lldpMediaSoftware - lldpLayer:                                  {Name: "lldp.media.software", Label: "Software Revision", Type: String},
	lldpMediaSn - lldpLayer:                                        {Name: "lldp.media.sn", Label: "Serial Number", Type: String},
	lldpMediaManufacturer - lldpLayer:                              {Name: "lldp.media.manufacturer", Label: "Manufacturer Name", Type: String},
	lldpMediaModel - lldpLayer:                                     {Name: "lldp.media.model", Label: "Model Name", Type: String},
	lldpMediaAsset - lldpLayer:                                     {Name: "lldp.media.asset", Label: "Asset ID", Type: String},
	lldpUnknownSubtype - lldpLayer:                                 {Name: "lldp.unknown_subtype", Label: "Unknown Subtype", Type: Uint, Bits: 8},
	lldpUnknownSubtypeContent - lldpLayer:                          {Name: "lldp.unknown_subtype.content", Label: "Unknown Subtype Content", Type: Bytes},
	lldpTlvDeprecated - lldpLayer:                                  {Name: "lldp.tlv_deprecated", Label: "TLV has been deprecated", Type: None},
}
