package packet

// The fields of ICMP.
const (
	icmpLayer FieldID = ipv6Last + iota
	icmpType
	icmpCode
	icmpChecksum
	icmpChecksumStatus
	icmpIdent
	icmpIdentLe
	icmpSeq
	icmpSeqLe
	icmpUnused
	icmpLength
	icmpLengthOriginalDatagram
	icmpMtu
	icmpPointer
	icmpRedirGw
	icmpNumAddrs
	icmpAddrEntrySize
	icmpLifetime
	icmpRouterAddress
	icmpPrefLevel
	icmpOriginateTimestamp
	icmpReceiveTimestamp
	icmpTransmitTimestamp
	icmpAddressMask
	icmpDataTime
	icmpDataTimeRelative
	icmpRespIn
	icmpRespTo
	icmpReserved
	icmpMipType
	icmpMipLength
	icmpMipPrefixlength
	icmpMipSeq
	icmpMipLife
	icmpMipFlags
	icmpMipR
	icmpMipB
	icmpMipH
	icmpMipF
	icmpMipM
	icmpMipG
	icmpMipV
	icmpMipRt
	icmpMipU
	icmpMipX
	icmpMipReserved
	icmpMipCoa
	icmpMipChallenge
	icmpExt
	icmpExtVersion
	icmpExtRes
	icmpExtChecksum
	icmpExtChecksumStatus
	icmpExtLength
	icmpExtClass
	icmpExtCtype
	icmpExtData
	icmpMplsLabel
	icmpMplsExp
	icmpMplsS
	icmpMplsTTL
	icmpMplsData
	icmpResptime
	icmpIntInfoRole
	icmpIntInfoReserved
	icmpIntInfoIfindex
	icmpIntInfoIpaddr
	icmpIntInfoNamePresent
	icmpIntInfoMtuPresent
	icmpIntInfoIndex
	icmpIntInfoAfi
	icmpIntInfoIpv4
	icmpIntInfoIpv6
	icmpIntInfoNameLength
	icmpIntInfoName
	icmpIntInfoMtu
	icmpExtEchoSeq
	icmpExtEchoReqRes
	icmpExtEchoReqLocal
	icmpExtEchoRspState
	icmpExtEchoRspRes
	icmpExtEchoRspActive
	icmpExtEchoRspIpv4
	icmpExtEchoRspIpv6
	icmpIntIdentName
	icmpIntIdentIndex
	icmpIntIdentAfi
	icmpIntIdentAddrLength
	icmpIntIdentReserved
	icmpIntIdentIpv4
	icmpIntIdentIpv6
	icmpIntIdentAddress
	icmpChecksumBad
	icmpExtChecksumBad
	icmpNoResp
	icmpRespNotFound
	icmpLast
)

var icmpFields = [...]Info{
	0:                                      {Name: "icmp", Label: "Internet Control Message Protocol", Type: Protocol},
	icmpType - icmpLayer:                   {Name: "icmp.type", Label: "Type", Type: Uint, Bits: 8},
	icmpCode - icmpLayer:                   {Name: "icmp.code", Label: "Code", Type: Uint, Bits: 8},
	icmpChecksum - icmpLayer:               {Name: "icmp.checksum", Label: "Checksum", Type: Uint, Bits: 16, Hex: true},
	icmpChecksumStatus - icmpLayer:         {Name: "icmp.checksum.status", Label: "Checksum Status", Type: Uint, Bits: 8, Names: checksumNames},
	icmpIdent - icmpLayer:                  {Name: "icmp.ident", Label: "Identifier (BE)", Type: Uint, Bits: 16},
	icmpIdentLe - icmpLayer:                {Name: "icmp.ident_le", Label: "Identifier (LE)", Type: Uint, Bits: 16},
	icmpSeq - icmpLayer:                    {Name: "icmp.seq", Label: "Sequence Number (BE)", Type: Uint, Bits: 16},
	icmpSeqLe - icmpLayer:                  {Name: "icmp.seq_le", Label: "Sequence Number (LE)", Type: Uint, Bits: 16},
	icmpUnused - icmpLayer:                 {Name: "icmp.unused", Label: "Unused", Type: Bytes},
	icmpLength - icmpLayer:                 {Name: "icmp.length", Label: "Length", Type: Uint, Bits: 8},
	icmpLengthOriginalDatagram - icmpLayer: {Name: "icmp.length.original_datagram", Label: "Length of original datagram", Type: Uint, Bits: 8},
	icmpMtu - icmpLayer:                    {Name: "icmp.mtu", Label: "MTU of next hop", Type: Uint, Bits: 16},
	icmpPointer - icmpLayer:                {Name: "icmp.pointer", Label: "Pointer", Type: Uint, Bits: 32},
	icmpRedirGw - icmpLayer:                {Name: "icmp.redir_gw", Label: "Gateway Address", Type: IPv4},
	icmpNumAddrs - icmpLayer:               {Name: "icmp.num_addrs", Label: "Number of addresses", Type: Uint, Bits: 8},
	icmpAddrEntrySize - icmpLayer:          {Name: "icmp.addr_entry_size", Label: "Address entry size", Type: Uint, Bits: 8},
	icmpLifetime - icmpLayer:               {Name: "icmp.lifetime", Label: "Lifetime", Type: Uint, Bits: 16},
	icmpRouterAddress - icmpLayer:          {Name: "icmp.router_address", Label: "Router address", Type: IPv4},
	icmpPrefLevel - icmpLayer:              {Name: "icmp.pref_level", Label: "Preference level", Type: Int, Bits: 32},
	icmpOriginateTimestamp - icmpLayer:     {Name: "icmp.originate_timestamp", Label: "Originate Timestamp", Type: Uint, Bits: 32},
	icmpReceiveTimestamp - icmpLayer:       {Name: "icmp.receive_timestamp", Label: "Receive Timestamp", Type: Uint, Bits: 32},
	icmpTransmitTimestamp - icmpLayer:      {Name: "icmp.transmit_timestamp", Label: "Transmit Timestamp", Type: Uint, Bits: 32},
	icmpAddressMask - icmpLayer:            {Name: "icmp.address_mask", Label: "Address Mask", Type: IPv4},
	icmpDataTime - icmpLayer:               {Name: "icmp.data_time", Label: "Timestamp from icmp data", Type: Time},
	icmpDataTimeRelative - icmpLayer:       {Name: "icmp.data_time_relative", Label: "Timestamp from icmp data (relative)", Type: Duration},
	icmpRespIn - icmpLayer:                 {Name: "icmp.resp_in", Label: "Response frame", Type: Uint, Bits: 32},
	icmpRespTo - icmpLayer:                 {Name: "icmp.resp_to", Label: "Request frame", Type: Uint, Bits: 32},
	icmpReserved - icmpLayer:               {Name: "icmp.reserved", Label: "Reserved", Type: Bytes},
	icmpMipType - icmpLayer:                {Name: "icmp.mip.type", Label: "Extension Type", Type: Uint, Bits: 8, Names: icmpMipTypeNames},
	icmpMipLength - icmpLayer:              {Name: "icmp.mip.length", Label: "Length", Type: Uint, Bits: 8},
	icmpMipPrefixlength - icmpLayer:        {Name: "icmp.mip.prefixlength", Label: "Prefix Length", Type: Uint, Bits: 8},
	icmpMipSeq - icmpLayer:                 {Name: "icmp.mip.seq", Label: "Sequence Number", Type: Uint, Bits: 16},
	icmpMipLife - icmpLayer:                {Name: "icmp.mip.life", Label: "Registration Lifetime", Type: Uint, Bits: 16},
	icmpMipFlags - icmpLayer:               {Name: "icmp.mip.flags", Label: "Flags", Type: Uint, Bits: 16, Hex: true},
	icmpMipR - icmpLayer:                   {Name: "icmp.mip.r", Label: "Registration Required", Type: Bool},
	icmpMipB - icmpLayer:                   {Name: "icmp.mip.b", Label: "Busy", Type: Bool},
	icmpMipH - icmpLayer:                   {Name: "icmp.mip.h", Label: "Home Agent", Type: Bool},
	icmpMipF - icmpLayer:                   {Name: "icmp.mip.f", Label: "Foreign Agent", Type: Bool},
	icmpMipM - icmpLayer:                   {Name: "icmp.mip.m", Label: "Minimal Encapsulation", Type: Bool},
	icmpMipG - icmpLayer:                   {Name: "icmp.mip.g", Label: "GRE", Type: Bool},
	icmpMipV - icmpLayer:                   {Name: "icmp.mip.v", Label: "VJ Comp", Type: Bool},
	icmpMipRt - icmpLayer:                  {Name: "icmp.mip.rt", Label: "Reverse tunneling", Type: Bool},
	icmpMipU - icmpLayer:                   {Name: "icmp.mip.u", Label: "UDP tunneling", Type: Bool},
	icmpMipX - icmpLayer:                   {Name: "icmp.mip.x", Label: "Revocation support", Type: Bool},
	icmpMipReserved - icmpLayer:            {Name: "icmp.mip.reserved", Label: "Reserved", Type: Uint, Bits: 16, Hex: true},
	icmpMipCoa - icmpLayer:                 {Name: "icmp.mip.coa", Label: "Care-Of-Address", Type: IPv4},
	icmpMipChallenge - icmpLayer:           {Name: "icmp.mip.challenge", Label: "Challenge", Type: Bytes},
	icmpExt - icmpLayer:                    {Name: "icmp.ext", Label: "ICMP Extensions", Type: None},
	icmpExtVersion - icmpLayer:             {Name: "icmp.ext.version", Label: "Version", Type: Uint, Bits: 8},
	icmpExtRes - icmpLayer:                 {Name: "icmp.ext.res", Label: "Reserved", Type: Uint, Bits: 16, Hex: true},
	icmpExtChecksum - icmpLayer:            {Name: "icmp.ext.checksum", Label: "Checksum", Type: Uint, Bits: 16, Hex: true},
	icmpExtChecksumStatus - icmpLayer:      {Name: "icmp.ext.checksum.status", Label: "Checksum Status", Type: Uint, Bits: 8, Names: checksumNames},
	icmpExtLength - icmpLayer:              {Name: "icmp.ext.length", Label: "Length", Type: Uint, Bits: 16},
	icmpExtClass - icmpLayer:               {Name: "icmp.ext.class", Label: "Class", Type: Uint, Bits: 8, Names: icmpExtClassNames},
	icmpExtCtype - icmpLayer:               {Name: "icmp.ext.ctype", Label: "C-Type", Type: Uint, Bits: 8},
	icmpExtData - icmpLayer:                {Name: "icmp.ext.data", Label: "Data", Type: Bytes},
	icmpMplsLabel - icmpLayer:              {Name: "icmp.mpls.label", Label: "Label", Type: Uint, Bits: 24},
	icmpMplsExp - icmpLayer:                {Name: "icmp.mpls.exp", Label: "Experimental", Type: Uint, Bits: 24},
	icmpMplsS - icmpLayer:                  {Name: "icmp.mpls.s", Label: "Stack bit", Type: Bool, Names: setNames},
	icmpMplsTTL - icmpLayer:                {Name: "icmp.mpls.ttl", Label: "Time to live", Type: Uint, Bits: 8},
	icmpMplsData - icmpLayer:               {Name: "icmp.mpls.data", Label: "Data", Type: Bytes},
	icmpResptime - icmpLayer:               {Name: "icmp.resptime", Label: "Response time", Type: Double},
	icmpIntInfoRole - icmpLayer:            {Name: "icmp.int_info.role", Label: "Interface Role", Type: Uint, Bits: 8, Names: icmpIntInfoRoleNames},
	icmpIntInfoReserved - icmpLayer:        {Name: "icmp.int_info.reserved", Label: "Reserved", Type: Uint, Bits: 8},
	icmpIntInfoIfindex - icmpLayer:         {Name: "icmp.int_info.ifindex", Label: "ifIndex", Type: Bool},
	icmpIntInfoIpaddr - icmpLayer:          {Name: "icmp.int_info.ipaddr", Label: "IP Address", Type: Bool, Names: presentNames},
	icmpIntInfoNamePresent - icmpLayer:     {Name: "icmp.int_info.name_present", Label: "Interface Name", Type: Bool, Names: presentNames},
	icmpIntInfoMtuPresent - icmpLayer:      {Name: "icmp.int_info.mtu_present", Label: "MTU", Type: Bool, Names: presentNames},
	icmpIntInfoIndex - icmpLayer:           {Name: "icmp.int_info.index", Label: "Interface Index", Type: Uint, Bits: 32},
	icmpIntInfoAfi - icmpLayer:             {Name: "icmp.int_info.afi", Label: "Address Family Identifier", Type: Uint, Bits: 16},
	icmpIntInfoIpv4 - icmpLayer:            {Name: "icmp.int_info.ipv4", Label: "Source", Type: IPv4},
	icmpIntInfoIpv6 - icmpLayer:            {Name: "icmp.int_info.ipv6", Label: "Source", Type: IPv6},
	icmpIntInfoNameLength - icmpLayer:      {Name: "icmp.int_info.name_length", Label: "Name Length", Type: Uint, Bits: 8},
	icmpIntInfoName - icmpLayer:            {Name: "icmp.int_info.name", Label: "Name", Type: String},
	icmpIntInfoMtu - icmpLayer:             {Name: "icmp.int_info.mtu", Label: "Maximum Transmission Unit", Type: Uint, Bits: 32},
	icmpExtEchoSeq - icmpLayer:             {Name: "icmp.ext.echo.seq", Label: "Sequence Number", Type: Uint, Bits: 8},
	icmpExtEchoReqRes - icmpLayer:          {Name: "icmp.ext.echo.req.res", Label: "Reserved", Type: Uint, Bits: 8, Hex: true},
	icmpExtEchoReqLocal - icmpLayer:        {Name: "icmp.ext.echo.req.local", Label: "Local bit", Type: Bool, Names: setNames},
	icmpExtEchoRspState - icmpLayer:        {Name: "icmp.ext.echo.rsp.state", Label: "State", Type: Uint, Bits: 8, Names: icmpExtEchoRspStateNames},
	icmpExtEchoRspRes - icmpLayer:          {Name: "icmp.ext.echo.rsp.res", Label: "Reserved", Type: Uint, Bits: 8, Hex: true},
	icmpExtEchoRspActive - icmpLayer:       {Name: "icmp.ext.echo.rsp.active", Label: "Active bit", Type: Bool, Names: setNames},
	icmpExtEchoRspIpv4 - icmpLayer:         {Name: "icmp.ext.echo.rsp.ipv4", Label: "IPv4 bit", Type: Bool, Names: setNames},
	icmpExtEchoRspIpv6 - icmpLayer:         {Name: "icmp.ext.echo.rsp.ipv6", Label: "IPv6 bit", Type: Bool, Names: setNames},
	icmpIntIdentName - icmpLayer:           {Name: "icmp.int_ident.name", Label: "Name", Type: String},
	icmpIntIdentIndex - icmpLayer:          {Name: "icmp.int_ident.index", Label: "Interface Index", Type: Uint, Bits: 32},
	icmpIntIdentAfi - icmpLayer:            {Name: "icmp.int_ident.afi", Label: "Address Family Identifier", Type: Uint, Bits: 16, Names: addressFamilyNames},
	icmpIntIdentAddrLength - icmpLayer:     {Name: "icmp.int_ident.addr_length", Label: "Address Length", Type: Uint, Bits: 8},
	icmpIntIdentReserved - icmpLayer:       {Name: "icmp.int_ident.reserved", Label: "Reserved", Type: Bytes},
	icmpIntIdentIpv4 - icmpLayer:           {Name: "icmp.int_ident.ipv4", Label: "Address", Type: IPv4},
	icmpIntIdentIpv6 - icmpLayer:           {Name: "icmp.int_ident.ipv6", Label: "Address", Type: IPv6},
	icmpIntIdentAddress - icmpLayer:        {Name: "icmp.int_ident.address", Label: "Address", Type: Bytes},
	icmpChecksumBad - icmpLayer:            {Name: "icmp.checksum_bad", Label: "Bad checksum", Type: None},
	icmpExtChecksumBad - icmpLayer:         {Name: "icmp.ext.checksum_bad", Label: "Bad checksum", Type: None},
	icmpNoResp - icmpLayer:                 {Name: "icmp.no_resp", Label: "No response seen", Type: None},
	icmpRespNotFound - icmpLayer:           {Name: "icmp.resp_not_found", Label: "Response not found", Type: None},
}
