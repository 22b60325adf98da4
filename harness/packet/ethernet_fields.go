package packet

// The fields of Ethernet.
const (
	ethLayer FieldID = frameLast + iota
	ethDst
	ethDstOui
	ethDstLg
	ethDstIg
	ethSrc
	ethSrcOui
	ethSrcLg
	ethSrcIg
	ethAddr
	ethAddrOui
	ethLg
	ethIg
	ethType
	ethLen
	ethInvalidLentype
	ethPadding
	ethTrailer
	ethFcs
	ethFcsStatus
	llcLayer
	llcDsap
	llcDsapSap
	llcDsapIg
	llcSsap
	llcSsapSap
	llcSsapCr
	llcControl
	llcControlUModifierCmd
	llcControlUModifierResp
	llcOui
	llcType
	llcControlNR
	llcControlNS
	llcControlP
	llcControlF
	llcControlSFtype
	llcControlFtype
	llcPid
	llcCiscoPid
	llcExtremePid
	llcForce10Pid
	llcBluetoothPid
	llcFoundryPid
	llcNortelPid
	llcIanaPid
	llcHpteamPid
	llcCimetricsPid
	llcAppleAwdlPid
	llcAppleAtalkPid
	llcWlccpPid
	ethPaddingBad
	ethLenPastEnd
	ethInvalidLentypeExpert
	ethSrcNotGroup
	ethernetLast
)

var ethernetFields = [...]Info{
	0:                                  {Name: "eth", Label: "Ethernet", Type: Protocol},
	ethDst - ethLayer:                  {Name: "eth.dst", Label: "Destination", Type: Ether},
	ethDstOui - ethLayer:               {Name: "eth.dst.oui", Label: "Destination OUI", Type: Uint, Bits: 24},
	ethDstLg - ethLayer:                {Name: "eth.dst.lg", Label: "LG bit", Type: Bool, Names: localNames},
	ethDstIg - ethLayer:                {Name: "eth.dst.ig", Label: "IG bit", Type: Bool, Names: groupNames},
	ethSrc - ethLayer:                  {Name: "eth.src", Label: "Source", Type: Ether},
	ethSrcOui - ethLayer:               {Name: "eth.src.oui", Label: "Source OUI", Type: Uint, Bits: 24},
	ethSrcLg - ethLayer:                {Name: "eth.src.lg", Label: "LG bit", Type: Bool, Names: localNames},
	ethSrcIg - ethLayer:                {Name: "eth.src.ig", Label: "IG bit", Type: Bool, Names: groupNames},
	ethAddr - ethLayer:                 {Name: "eth.addr", Label: "Address", Type: Ether},
	ethAddrOui - ethLayer:              {Name: "eth.addr.oui", Label: "Address OUI", Type: Uint, Bits: 24},
	ethLg - ethLayer:                   {Name: "eth.lg", Label: "LG bit", Type: Bool, Names: localNames},
	ethIg - ethLayer:                   {Name: "eth.ig", Label: "IG bit", Type: Bool, Names: groupNames},
	ethType - ethLayer:                 {Name: "eth.type", Label: "Type", Type: Uint, Bits: 16, Hex: true, Names: etherTypeNames},
	ethLen - ethLayer:                  {Name: "eth.len", Label: "Length", Type: Uint, Bits: 16},
	ethInvalidLentype - ethLayer:       {Name: "eth.invalid_lentype", Label: "Invalid length/type", Type: Uint, Bits: 16, Hex: true},
	ethPadding - ethLayer:              {Name: "eth.padding", Label: "Padding", Type: Bytes},
	ethTrailer - ethLayer:              {Name: "eth.trailer", Label: "Trailer", Type: Bytes},
	ethFcs - ethLayer:                  {Name: "eth.fcs", Label: "Frame check sequence", Type: Uint, Bits: 32, Hex: true},
	ethFcsStatus - ethLayer:            {Name: "eth.fcs.status", Label: "FCS Status", Type: Uint, Bits: 8, Names: checksumNames},
	llcLayer - ethLayer:                {Name: "llc", Label: "Logical-Link Control", Type: Protocol},
	llcDsap - ethLayer:                 {Name: "llc.dsap", Label: "DSAP", Type: Uint, Bits: 8, Hex: true, Names: sapNames},
	llcDsapSap - ethLayer:              {Name: "llc.dsap.sap", Label: "SAP", Type: Uint, Bits: 8},
	llcDsapIg - ethLayer:               {Name: "llc.dsap.ig", Label: "IG Bit", Type: Bool, Names: map[uint64]string{1: "Group", 0: "Individual"}},
	llcSsap - ethLayer:                 {Name: "llc.ssap", Label: "SSAP", Type: Uint, Bits: 8, Hex: true, Names: sapNames},
	llcSsapSap - ethLayer:              {Name: "llc.ssap.sap", Label: "SAP", Type: Uint, Bits: 8},
	llcSsapCr - ethLayer:               {Name: "llc.ssap.cr", Label: "CR Bit", Type: Bool, Names: map[uint64]string{1: "Response", 0: "Command"}},
	llcControl - ethLayer:              {Name: "llc.control", Label: "Control", Type: Uint, Bits: 16, Hex: true},
	llcControlUModifierCmd - ethLayer:  {Name: "llc.control.u_modifier_cmd", Label: "Command", Type: Uint, Bits: 8, Hex: true, Names: llcCommandNames},
	llcControlUModifierResp - ethLayer: {Name: "llc.control.u_modifier_resp", Label: "Response", Type: Uint, Bits: 8, Hex: true, Names: llcResponseNames},
	llcOui - ethLayer:                  {Name: "llc.oui", Label: "Organization Code", Type: Uint, Bits: 24},
	llcType - ethLayer:                 {Name: "llc.type", Label: "Type", Type: Uint, Bits: 16, Hex: true, Names: etherTypeNames},
	llcControlNR - ethLayer:            {Name: "llc.control.n_r", Label: "N(R)", Type: Uint, Bits: 16},
	llcControlNS - ethLayer:            {Name: "llc.control.n_s", Label: "N(S)", Type: Uint, Bits: 16},
	llcControlP - ethLayer:             {Name: "llc.control.p", Label: "Poll", Type: Bool, Names: setNames},
	llcControlF - ethLayer:             {Name: "llc.control.f", Label: "Final", Type: Bool, Names: setNames},
	llcControlSFtype - ethLayer:        {Name: "llc.control.s_ftype", Label: "Supervisory frame type", Type: Uint, Bits: 16, Hex: true, Names: llcControlSFtypeNames},
	llcControlFtype - ethLayer:         {Name: "llc.control.ftype", Label: "Frame type", Type: Uint, Bits: 16, Hex: true, Names: llcControlFtypeNames},
	llcPid - ethLayer:                  {Name: "llc.pid", Label: "Protocol ID", Type: Uint, Bits: 16, Hex: true},
	llcCiscoPid - ethLayer:             {Name: "llc.cisco_pid", Label: "PID", Type: Uint, Bits: 16, Hex: true, Names: llcCiscoPidNames},
	llcExtremePid - ethLayer:           {Name: "llc.extreme_pid", Label: "PID", Type: Uint, Bits: 16, Hex: true, Names: llcExtremePidNames},
	llcForce10Pid - ethLayer:           {Name: "llc.force10_pid", Label: "PID", Type: Uint, Bits: 16, Hex: true, Names: llcForce10PidNames},
	llcBluetoothPid - ethLayer:         {Name: "llc.bluetooth_pid", Label: "PID", Type: Uint, Bits: 16, Hex: true, Names: llcBluetoothPidNames},
	llcFoundryPid - ethLayer:           {Name: "llc.foundry_pid", Label: "PID", Type: Uint, Bits: 16, Hex: true, Names: llcFoundryPidNames},
	llcNortelPid - ethLayer:            {Name: "llc.nortel_pid", Label: "PID", Type: Uint, Bits: 16, Hex: true, Names: llcNortelPidNames},
	llcIanaPid - ethLayer:              {Name: "llc.iana_pid", Label: "PID", Type: Uint, Bits: 16, Hex: true, Names: llcIanaPidNames},
	llcHpteamPid - ethLayer:            {Name: "llc.hpteam_pid", Label: "PID", Type: Uint, Bits: 16, Hex: true, Names: llcHpteamPidNames},
	llcCimetricsPid - ethLayer:         {Name: "llc.cimetrics_pid", Label: "PID", Type: Uint, Bits: 16, Hex: true, Names: llcCimetricsPidNames},
	llcAppleAwdlPid - ethLayer:         {Name: "llc.apple_awdl_pid", Label: "PID", Type: Uint, Bits: 16, Hex: true, Names: llcAppleAwdlPidNames},
	llcAppleAtalkPid - ethLayer:        {Name: "llc.apple_atalk_pid", Label: "PID", Type: Uint, Bits: 16, Hex: true, Names: llcAppleAtalkPidNames},
	llcWlccpPid - ethLayer:             {Name: "llc.wlccp_pid", Label: "PID", Type: Uint, Bits: 16, Hex: true, Names: llcWlccpPidNames},
	ethPaddingBad - ethLayer:           {Name: "eth.padding_bad", Label: "Padding identification may be inaccurate and impact trailer dissector", Type: None},
	ethLenPastEnd - ethLayer:           {Name: "eth.len.past_end", Label: "Length field value goes past the end of the payload", Type: None},
	ethInvalidLentypeExpert - ethLayer: {Name: "eth.invalid_lentype.expert", Label: "Invalid length/type", Type: None},
	ethSrcNotGroup - ethLayer:          {Name: "eth.src_not_group", Label: "Source MAC must not be a group address: IEEE 802.3-2002, Section 3.2.3(b)", Type: None},
}
