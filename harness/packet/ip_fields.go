package packet

// The fields of IP.
const (
	ipLayer FieldID = arpLast + iota
	ipVersion
	ipHdrLen
	ipDsfield
	ipDsfieldDscp
	ipDsfieldEcn
	ipLen
	ipID
	ipFlags
	ipFlagsRb
	ipFlagsDf
	ipFlagsMf
	ipFragOffset
	ipTTL
	ipProto
	ipChecksum
	ipChecksumStatus
	ipChecksumCalculated
	ipSrc
	ipDst
	ipAddr
	ipSrcHost
	ipDstHost
	ipHost
	ipOptionsEol
	ipOptionsNop
	ipOptionsSecurity
	ipOptionsRecordRoute
	ipOptionsRoute
	ipOptionsSourceRoute
	ipOptionsTimestamp
	ipOptionsRouteralert
	ipOptionsSid
	ipOptionsMtuProbe
	ipOptionsMtuReply
	ipOptType
	ipOptTypeCopy
	ipOptTypeClass
	ipOptTypeNumber
	ipOptLen
	ipOptPtr
	ipOptRa
	ipOptMtu
	ipOptSid
	ipOptOverflow
	ipOptFlag
	ipOptTimeStamp
	ipOptTimeStampAddr
	ipRecRt
	ipRecRtHost
	ipCurRt
	ipCurRtHost
	ipSrcRt
	ipSrcRtHost
	ipEmptyRt
	ipEmptyRtHost
	ipFragments
	ipFragment
	ipFragmentOverlap
	ipFragmentOverlapConflict
	ipFragmentMultipletails
	ipFragmentToolongfragment
	ipFragmentError
	ipFragmentCount
	ipReassembledIn
	ipReassembledLength
	ipReassembledData
	ipOptIDNumber
	ipOptOhc
	ipOptRhc
	ipOptOriginator
	ipOptAddr
	ipOptQsFunc
	ipOptQsRate
	ipOptQsTTL
	ipOptQsTTLDiff
	ipOptQsUnused
	ipOptQsNonce
	ipOptQsReserved
	ipOptSecRfc791Sec
	ipOptSecRfc791Comp
	ipOptSecRfc791Hr
	ipOptSecRfc791Tcc
	ipOptSecCl
	ipOptSecProtAuthFlags
	ipOptSecProtAuthGenser
	ipOptSecProtAuthSiopEsi
	ipOptSecProtAuthSci
	ipOptSecProtAuthNsa
	ipOptSecProtAuthDoe
	ipOptSecProtAuthUnassigned
	ipOptSecProtAuthFti
	ipOptExtSecAddSecInfoFormatCode
	ipOptExtSecAddSecInfo
	ipCipsoTagType
	ipCipsoDoi
	ipCipsoSensitivityLevel
	ipCipsoCategories
	ipCipsoTagData
	ipOptionsCipso
	ipOptionsExtSecurity
	ipOptionsQs
	ipOptionsSdb
	ipOptionsTraceroute
	ipOptPadding
	ipBogusIPVersion
	ipBogusHeaderLength
	ipBogusIPLength
	ipChecksumBadExpert
	ipTTLLncb
	ipTTLTooSmall
	ipNop
	ipOptLenInvalid
	ipOptPtrBeforeAddress
	ipOptPtrMiddleAddress
	ipSuboptTooLong
	ipCipsoMalformed
	ipLast
)

var ipFields = [...]Info{
	0:                                         {Name: "ip", Label: "Internet Protocol Version 4", Type: Protocol},
	ipVersion - ipLayer:                       {Name: "ip.version", Label: "Version", Type: Uint, Bits: 8},
	ipHdrLen - ipLayer:                        {Name: "ip.hdr_len", Label: "Header Length", Type: Uint, Bits: 8},
	ipDsfield - ipLayer:                       {Name: "ip.dsfield", Label: "Differentiated Services Field", Type: Uint, Bits: 8, Hex: true},
	ipDsfieldDscp - ipLayer:                   {Name: "ip.dsfield.dscp", Label: "Differentiated Services Codepoint", Type: Uint, Bits: 8, Names: dscpNames},
	ipDsfieldEcn - ipLayer:                    {Name: "ip.dsfield.ecn", Label: "Explicit Congestion Notification", Type: Uint, Bits: 8, Names: ecnNames},
	ipLen - ipLayer:                           {Name: "ip.len", Label: "Total Length", Type: Uint, Bits: 16},
	ipID - ipLayer:                            {Name: "ip.id", Label: "Identification", Type: Uint, Bits: 16, Hex: true},
	ipFlags - ipLayer:                         {Name: "ip.flags", Label: "Flags", Type: Uint, Bits: 8, Hex: true},
	ipFlagsRb - ipLayer:                       {Name: "ip.flags.rb", Label: "Reserved bit", Type: Bool, Names: setNames},
	ipFlagsDf - ipLayer:                       {Name: "ip.flags.df", Label: "Don't fragment", Type: Bool, Names: setNames},
	ipFlagsMf - ipLayer:                       {Name: "ip.flags.mf", Label: "More fragments", Type: Bool, Names: setNames},
	ipFragOffset - ipLayer:                    {Name: "ip.frag_offset", Label: "Fragment Offset", Type: Uint, Bits: 16},
	ipTTL - ipLayer:                           {Name: "ip.ttl", Label: "Time to Live", Type: Uint, Bits: 8},
	ipProto - ipLayer:                         {Name: "ip.proto", Label: "Protocol", Type: Uint, Bits: 8, Names: protocolNames},
	ipChecksum - ipLayer:                      {Name: "ip.checksum", Label: "Header Checksum", Type: Uint, Bits: 16, Hex: true},
	ipChecksumStatus - ipLayer:                {Name: "ip.checksum.status", Label: "Header checksum status", Type: Uint, Bits: 8, Names: checksumNames},
	ipChecksumCalculated - ipLayer:            {Name: "ip.checksum_calculated", Label: "Calculated Checksum", Type: Uint, Bits: 16, Hex: true},
	ipSrc - ipLayer:                           {Name: "ip.src", Label: "Source Address", Type: IPv4},
	ipDst - ipLayer:                           {Name: "ip.dst", Label: "Destination Address", Type: IPv4},
	ipAddr - ipLayer:                          {Name: "ip.addr", Label: "Source or Destination Address", Type: IPv4},
	ipSrcHost - ipLayer:                       {Name: "ip.src_host", Label: "Source Host", Type: String},
	ipDstHost - ipLayer:                       {Name: "ip.dst_host", Label: "Destination Host", Type: String},
	ipHost - ipLayer:                          {Name: "ip.host", Label: "Source or Destination Host", Type: String},
	ipOptionsEol - ipLayer:                    {Name: "ip.options.eol", Label: "IP Option - End of Options List (EOL)", Type: Protocol, Octets: true},
	ipOptionsNop - ipLayer:                    {Name: "ip.options.nop", Label: "IP Option - No-Operation (NOP)", Type: Protocol, Octets: true},
	ipOptionsSecurity - ipLayer:               {Name: "ip.options.security", Label: "IP Option - Security", Type: Protocol, Octets: true},
	ipOptionsRecordRoute - ipLayer:            {Name: "ip.options.record_route", Label: "IP Option - Record Route", Type: Protocol, Octets: true},
	ipOptionsRoute - ipLayer:                  {Name: "ip.options.route", Label: "IP Option - Loose Source Route", Type: Protocol, Octets: true},
	ipOptionsSourceRoute - ipLayer:            {Name: "ip.options.source_route", Label: "IP Option - Strict Source Route", Type: Protocol, Octets: true},
	ipOptionsTimestamp - ipLayer:              {Name: "ip.options.timestamp", Label: "IP Option - Time Stamp", Type: Protocol, Octets: true},
	ipOptionsRouteralert - ipLayer:            {Name: "ip.options.routeralert", Label: "IP Option - Router Alert", Type: Protocol, Octets: true},
	ipOptionsSid - ipLayer:                    {Name: "ip.options.sid", Label: "IP Option - Stream ID", Type: Protocol, Octets: true},
	ipOptionsMtuProbe - ipLayer:               {Name: "ip.options.mtu_probe", Label: "IP Option - MTU Probe", Type: Protocol, Octets: true},
	ipOptionsMtuReply - ipLayer:               {Name: "ip.options.mtu_reply", Label: "IP Option - MTU Reply", Type: Protocol, Octets: true},
	ipOptType - ipLayer:                       {Name: "ip.opt.type", Label: "Type", Type: Uint, Bits: 8},
	ipOptTypeCopy - ipLayer:                   {Name: "ip.opt.type.copy", Label: "Copy on fragmentation", Type: Bool, Names: yesNames},
	ipOptTypeClass - ipLayer:                  {Name: "ip.opt.type.class", Label: "Class", Type: Uint, Bits: 8, Names: ipOptionClassNames},
	ipOptTypeNumber - ipLayer:                 {Name: "ip.opt.type.number", Label: "Number", Type: Uint, Bits: 8, Names: ipOptionNames},
	ipOptLen - ipLayer:                        {Name: "ip.opt.len", Label: "Length", Type: Uint, Bits: 8},
	ipOptPtr - ipLayer:                        {Name: "ip.opt.ptr", Label: "Pointer", Type: Uint, Bits: 8},
	ipOptRa - ipLayer:                         {Name: "ip.opt.ra", Label: "Router Alert", Type: Uint, Bits: 16},
	ipOptMtu - ipLayer:                        {Name: "ip.opt.mtu", Label: "MTU", Type: Uint, Bits: 16},
	ipOptSid - ipLayer:                        {Name: "ip.opt.sid", Label: "Stream Identifier", Type: Uint, Bits: 16},
	ipOptOverflow - ipLayer:                   {Name: "ip.opt.overflow", Label: "Overflow", Type: Uint, Bits: 8},
	ipOptFlag - ipLayer:                       {Name: "ip.opt.flag", Label: "Flag", Type: Uint, Bits: 8, Hex: true, Names: ipTimestampNames},
	ipOptTimeStamp - ipLayer:                  {Name: "ip.opt.time_stamp", Label: "Time stamp", Type: Uint, Bits: 32},
	ipOptTimeStampAddr - ipLayer:              {Name: "ip.opt.time_stamp_addr", Label: "Address", Type: IPv4},
	ipRecRt - ipLayer:                         {Name: "ip.rec_rt", Label: "Recorded Route", Type: IPv4},
	ipRecRtHost - ipLayer:                     {Name: "ip.rec_rt_host", Label: "Recorded Route Host", Type: String},
	ipCurRt - ipLayer:                         {Name: "ip.cur_rt", Label: "Current Route", Type: IPv4},
	ipCurRtHost - ipLayer:                     {Name: "ip.cur_rt_host", Label: "Current Route Host", Type: String},
	ipSrcRt - ipLayer:                         {Name: "ip.src_rt", Label: "Source Route", Type: IPv4},
	ipSrcRtHost - ipLayer:                     {Name: "ip.src_rt_host", Label: "Source Route Host", Type: String},
	ipEmptyRt - ipLayer:                       {Name: "ip.empty_rt", Label: "Empty Route", Type: IPv4},
	ipEmptyRtHost - ipLayer:                   {Name: "ip.empty_rt_host", Label: "Empty Route Host", Type: String},
	ipFragments - ipLayer:                     {Name: "ip.fragments", Label: "IPv4 Fragments", Type: Bytes},
	ipFragment - ipLayer:                      {Name: "ip.fragment", Label: "IPv4 Fragment", Type: Uint, Bits: 32},
	ipFragmentOverlap - ipLayer:               {Name: "ip.fragment.overlap", Label: "Fragment overlap", Type: Bool},
	ipFragmentOverlapConflict - ipLayer:       {Name: "ip.fragment.overlap.conflict", Label: "Conflicting data in fragment overlap", Type: Bool},
	ipFragmentMultipletails - ipLayer:         {Name: "ip.fragment.multipletails", Label: "Multiple tail fragments found", Type: Bool},
	ipFragmentToolongfragment - ipLayer:       {Name: "ip.fragment.toolongfragment", Label: "Fragment too long", Type: Bool},
	ipFragmentError - ipLayer:                 {Name: "ip.fragment.error", Label: "Defragmentation error", Type: Uint, Bits: 32},
	ipFragmentCount - ipLayer:                 {Name: "ip.fragment.count", Label: "Fragment count", Type: Uint, Bits: 32},
	ipReassembledIn - ipLayer:                 {Name: "ip.reassembled_in", Label: "Reassembled IPv4 in frame", Type: Uint, Bits: 32},
	ipReassembledLength - ipLayer:             {Name: "ip.reassembled.length", Label: "Reassembled IPv4 length", Type: Uint, Bits: 32},
	ipReassembledData - ipLayer:               {Name: "ip.reassembled.data", Label: "Reassembled IPv4 data", Type: Bytes},
	ipOptIDNumber - ipLayer:                   {Name: "ip.opt.id_number", Label: "ID Number", Type: Uint, Bits: 16},
	ipOptOhc - ipLayer:                        {Name: "ip.opt.ohc", Label: "Outbound Hop Count", Type: Uint, Bits: 16},
	ipOptRhc - ipLayer:                        {Name: "ip.opt.rhc", Label: "Return Hop Count", Type: Uint, Bits: 16},
	ipOptOriginator - ipLayer:                 {Name: "ip.opt.originator", Label: "Originator IP Address", Type: IPv4},
	ipOptAddr - ipLayer:                       {Name: "ip.opt.addr", Label: "IP Address", Type: IPv4},
	ipOptQsFunc - ipLayer:                     {Name: "ip.opt.qs_func", Label: "Function", Type: Uint, Bits: 8, Names: ipOptQsFuncNames},
	ipOptQsRate - ipLayer:                     {Name: "ip.opt.qs_rate", Label: "Rate", Type: Uint, Bits: 8, Names: ipOptQsRateNames},
	ipOptQsTTL - ipLayer:                      {Name: "ip.opt.qs_ttl", Label: "QS TTL", Type: Uint, Bits: 8},
	ipOptQsTTLDiff - ipLayer:                  {Name: "ip.opt.qs_ttl_diff", Label: "TTL Diff", Type: Uint, Bits: 8},
	ipOptQsUnused - ipLayer:                   {Name: "ip.opt.qs_unused", Label: "Not Used", Type: Uint, Bits: 8},
	ipOptQsNonce - ipLayer:                    {Name: "ip.opt.qs_nonce", Label: "QS Nonce", Type: Uint, Bits: 32, Hex: true},
	ipOptQsReserved - ipLayer:                 {Name: "ip.opt.qs_reserved", Label: "Reserved", Type: Uint, Bits: 32, Hex: true},
	ipOptSecRfc791Sec - ipLayer:               {Name: "ip.opt.sec_rfc791_sec", Label: "Security", Type: Uint, Bits: 16, Hex: true, Names: ipOptSecRfc791SecNames},
	ipOptSecRfc791Comp - ipLayer:              {Name: "ip.opt.sec_rfc791_comp", Label: "Compartments", Type: Uint, Bits: 16},
	ipOptSecRfc791Hr - ipLayer:                {Name: "ip.opt.sec_rfc791_hr", Label: "Handling Restrictions", Type: String},
	ipOptSecRfc791Tcc - ipLayer:               {Name: "ip.opt.sec_rfc791_tcc", Label: "Transmission Control Code", Type: String},
	ipOptSecCl - ipLayer:                      {Name: "ip.opt.sec_cl", Label: "Classification Level", Type: Uint, Bits: 8, Hex: true, Names: ipOptSecClNames},
	ipOptSecProtAuthFlags - ipLayer:           {Name: "ip.opt.sec_prot_auth_flags", Label: "Protection Authority Flags", Type: Uint, Bits: 8, Hex: true},
	ipOptSecProtAuthGenser - ipLayer:          {Name: "ip.opt.sec_prot_auth_genser", Label: "GENSER", Type: Bool, Names: protectedNames},
	ipOptSecProtAuthSiopEsi - ipLayer:         {Name: "ip.opt.sec_prot_auth_siop_esi", Label: "SIOP-ESI", Type: Bool, Names: protectedNames},
	ipOptSecProtAuthSci - ipLayer:             {Name: "ip.opt.sec_prot_auth_sci", Label: "SCI", Type: Bool, Names: protectedNames},
	ipOptSecProtAuthNsa - ipLayer:             {Name: "ip.opt.sec_prot_auth_nsa", Label: "NSA", Type: Bool, Names: protectedNames},
	ipOptSecProtAuthDoe - ipLayer:             {Name: "ip.opt.sec_prot_auth_doe", Label: "DOE", Type: Bool, Names: protectedNames},
	ipOptSecProtAuthUnassigned - ipLayer:      {Name: "ip.opt.sec_prot_auth_unassigned", Label: "Unassigned", Type: Uint, Bits: 8, Hex: true},
	ipOptSecProtAuthFti - ipLayer:             {Name: "ip.opt.sec_prot_auth_fti", Label: "Field Termination Indicator", Type: Bool, Names: map[uint64]string{1: "Additional octet present", 0: "Final octet"}},
	ipOptExtSecAddSecInfoFormatCode - ipLayer: {Name: "ip.opt.ext_sec_add_sec_info_format_code", Label: "Additional Security Info Format Code", Type: Uint, Bits: 8, Hex: true},
	ipOptExtSecAddSecInfo - ipLayer:           {Name: "ip.opt.ext_sec_add_sec_info", Label: "Additional Security Info", Type: Bytes},
	ipCipsoTagType - ipLayer:                  {Name: "ip.cipso.tag_type", Label: "Tag Type", Type: Uint, Bits: 8, Names: ipCipsoTagTypeNames},
	ipCipsoDoi - ipLayer:                      {Name: "ip.cipso.doi", Label: "DOI", Type: Uint, Bits: 32},
	ipCipsoSensitivityLevel - ipLayer:         {Name: "ip.cipso.sensitivity_level", Label: "Sensitivity Level", Type: Uint, Bits: 8},
	ipCipsoCategories - ipLayer:               {Name: "ip.cipso.categories", Label: "Categories", Type: String},
	ipCipsoTagData - ipLayer:                  {Name: "ip.cipso.tag_data", Label: "Tag data", Type: Bytes},
	ipOptionsCipso - ipLayer:                  {Name: "ip.options.cipso", Label: "IP Option - Commercial Security", Type: Protocol, Octets: true},
	ipOptionsExtSecurity - ipLayer:            {Name: "ip.options.ext_security", Label: "IP Option - Extended Security", Type: Protocol, Octets: true},
	ipOptionsQs - ipLayer:                     {Name: "ip.options.qs", Label: "IP Option - Quick-Start", Type: Protocol, Octets: true},
	ipOptionsSdb - ipLayer:                    {Name: "ip.options.sdb", Label: "IP Option - Selective Directed Broadcast", Type: Protocol, Octets: true},
	ipOptionsTraceroute - ipLayer:             {Name: "ip.options.traceroute", Label: "IP Option - Traceroute", Type: Protocol, Octets: true},
	ipOptPadding - ipLayer:                    {Name: "ip.opt.padding", Label: "Padding", Type: Bytes},
	ipBogusIPVersion - ipLayer:                {Name: "ip.bogus_ip_version", Label: "Bogus IP version", Type: None},
	ipBogusHeaderLength - ipLayer:             {Name: "ip.bogus_header_length", Label: "Bogus IP header length", Type: None},
	ipBogusIPLength - ipLayer:                 {Name: "ip.bogus_ip_length", Label: "Bogus IP length", Type: None},
	ipChecksumBadExpert - ipLayer:             {Name: "ip.checksum_bad.expert", Label: "Bad checksum", Type: None},
	ipTTLLncb - ipLayer:                       {Name: "ip.ttl.lncb", Label: "Time To Live", Type: None},
	ipTTLTooSmall - ipLayer:                   {Name: "ip.ttl.too_small", Label: "Time To Live", Type: None},
	ipNop - ipLayer:                           {Name: "ip.nop", Label: "4 NOP in a row - a router may have removed some options", Type: None},
	ipOptLenInvalid - ipLayer:                 {Name: "ip.opt.len.invalid", Label: "Invalid length for option", Type: None},
	ipOptPtrBeforeAddress - ipLayer:           {Name: "ip.opt.ptr.before_address", Label: "Pointer points before first address", Type: None},
	ipOptPtrMiddleAddress - ipLayer:           {Name: "ip.opt.ptr.middle_address", Label: "Pointer points to middle of address", Type: None},
	ipSuboptTooLong - ipLayer:                 {Name: "ip.subopt_too_long", Label: "Suboption would go past end of option", Type: None},
	ipCipsoMalformed - ipLayer:                {Name: "ip.cipso.malformed", Label: "Malformed CIPSO tag", Type: None},
}
