package packet

// The fields of IPv6.
const (
	ipv6Layer FieldID = ipLast + iota
	ipv6Version
	ipv6Tclass
	ipv6TclassDscp
	ipv6TclassEcn
	ipv6Flow
	ipv6Plen
	ipv6Nxt
	ipv6Hlim
	ipv6Src
	ipv6Dst
	ipv6Addr
	ipv6SrcHost
	ipv6DstHost
	ipv6Host
	ipv6SrcSlaacMac
	ipv6DstSlaacMac
	ipv6SlaacMac
	ipv6HopoptsLayer
	ipv6HopoptsNxt
	ipv6HopoptsLen
	ipv6HopoptsLenOct
	ipv6DstoptsLayer
	ipv6DstoptsNxt
	ipv6DstoptsLen
	ipv6DstoptsLenOct
	ipv6Opt
	ipv6OptType
	ipv6OptTypeAction
	ipv6OptTypeChange
	ipv6OptTypeRest
	ipv6OptLength
	ipv6OptPad1
	ipv6OptPadn
	ipv6OptRouterAlert
	ipv6OptJumbo
	ipv6OptTel
	ipv6OptMipv6HomeAddress
	ipv6OptUnknown
	ipv6OptExperimental
	ipv6RoutingLayer
	ipv6RoutingNxt
	ipv6RoutingLen
	ipv6RoutingLenOct
	ipv6RoutingType
	ipv6RoutingSegleft
	ipv6RoutingSrcReserved
	ipv6RoutingSrcAddr
	ipv6RoutingMipv6Reserved
	ipv6RoutingMipv6HomeAddress
	ipv6RoutingUnknownData
	ipv6FraghdrLayer
	ipv6FraghdrNxt
	ipv6FraghdrReservedOctet
	ipv6FraghdrOffset
	ipv6FraghdrReservedBits
	ipv6FraghdrMore
	ipv6FraghdrIdent
	ipv6Fragments
	ipv6Fragment
	ipv6FragmentOverlap
	ipv6FragmentOverlapConflict
	ipv6FragmentMultipletails
	ipv6FragmentToolongfragment
	ipv6FragmentError
	ipv6FragmentCount
	ipv6ReassembledIn
	ipv6ReassembledLength
	ipv6ReassembledData
	ipv6Last
)

var ipv6Fields = [...]Info{
	0:                                       {Name: "ipv6", Label: "Internet Protocol Version 6", Type: Protocol},
	ipv6Version - ipv6Layer:                 {Name: "ipv6.version", Label: "Version", Type: Uint, Bits: 8},
	ipv6Tclass - ipv6Layer:                  {Name: "ipv6.tclass", Label: "Traffic Class", Type: Uint, Bits: 32, Hex: true},
	ipv6TclassDscp - ipv6Layer:              {Name: "ipv6.tclass.dscp", Label: "Differentiated Services Codepoint", Type: Uint, Bits: 32, Names: dscpNames},
	ipv6TclassEcn - ipv6Layer:               {Name: "ipv6.tclass.ecn", Label: "Explicit Congestion Notification", Type: Uint, Bits: 32, Names: ecnNames},
	ipv6Flow - ipv6Layer:                    {Name: "ipv6.flow", Label: "Flow Label", Type: Uint, Bits: 24, Hex: true},
	ipv6Plen - ipv6Layer:                    {Name: "ipv6.plen", Label: "Payload Length", Type: Uint, Bits: 16},
	ipv6Nxt - ipv6Layer:                     {Name: "ipv6.nxt", Label: "Next Header", Type: Uint, Bits: 8, Names: protocolNames},
	ipv6Hlim - ipv6Layer:                    {Name: "ipv6.hlim", Label: "Hop Limit", Type: Uint, Bits: 8},
	ipv6Src - ipv6Layer:                     {Name: "ipv6.src", Label: "Source Address", Type: IPv6},
	ipv6Dst - ipv6Layer:                     {Name: "ipv6.dst", Label: "Destination Address", Type: IPv6},
	ipv6Addr - ipv6Layer:                    {Name: "ipv6.addr", Label: "Source or Destination Address", Type: IPv6},
	ipv6SrcHost - ipv6Layer:                 {Name: "ipv6.src_host", Label: "Source Host", Type: String},
	ipv6DstHost - ipv6Layer:                 {Name: "ipv6.dst_host", Label: "Destination Host", Type: String},
	ipv6Host - ipv6Layer:                    {Name: "ipv6.host", Label: "Source or Destination Host", Type: String},
	ipv6SrcSlaacMac - ipv6Layer:             {Name: "ipv6.src_slaac_mac", Label: "Source SLAAC MAC", Type: Ether},
	ipv6DstSlaacMac - ipv6Layer:             {Name: "ipv6.dst_slaac_mac", Label: "Destination SLAAC MAC", Type: Ether},
	ipv6SlaacMac - ipv6Layer:                {Name: "ipv6.slaac_mac", Label: "SLAAC MAC", Type: Ether},
	ipv6HopoptsLayer - ipv6Layer:            {Name: "ipv6.hopopts", Label: "IPv6 Hop-by-Hop Option", Type: Protocol},
	ipv6HopoptsNxt - ipv6Layer:              {Name: "ipv6.hopopts.nxt", Label: "Next Header", Type: Uint, Bits: 8, Names: protocolNames},
	ipv6HopoptsLen - ipv6Layer:              {Name: "ipv6.hopopts.len", Label: "Length", Type: Uint, Bits: 8},
	ipv6HopoptsLenOct - ipv6Layer:           {Name: "ipv6.hopopts.len_oct", Label: "Length", Type: Uint, Bits: 16},
	ipv6DstoptsLayer - ipv6Layer:            {Name: "ipv6.dstopts", Label: "Destination Options for IPv6", Type: Protocol},
	ipv6DstoptsNxt - ipv6Layer:              {Name: "ipv6.dstopts.nxt", Label: "Next Header", Type: Uint, Bits: 8, Names: protocolNames},
	ipv6DstoptsLen - ipv6Layer:              {Name: "ipv6.dstopts.len", Label: "Length", Type: Uint, Bits: 8},
	ipv6DstoptsLenOct - ipv6Layer:           {Name: "ipv6.dstopts.len_oct", Label: "Length", Type: Uint, Bits: 16},
	ipv6Opt - ipv6Layer:                     {Name: "ipv6.opt", Label: "IPv6 Option", Type: None},
	ipv6OptType - ipv6Layer:                 {Name: "ipv6.opt.type", Label: "Type", Type: Uint, Bits: 8, Hex: true, Names: ipv6OptionNames},
	ipv6OptTypeAction - ipv6Layer:           {Name: "ipv6.opt.type.action", Label: "Action", Type: Uint, Bits: 8, Names: ipv6ActionNames},
	ipv6OptTypeChange - ipv6Layer:           {Name: "ipv6.opt.type.change", Label: "May Change", Type: Bool},
	ipv6OptTypeRest - ipv6Layer:             {Name: "ipv6.opt.type.rest", Label: "Low-Order Bits", Type: Uint, Bits: 8, Hex: true},
	ipv6OptLength - ipv6Layer:               {Name: "ipv6.opt.length", Label: "Length", Type: Uint, Bits: 8},
	ipv6OptPad1 - ipv6Layer:                 {Name: "ipv6.opt.pad1", Label: "Pad1", Type: None},
	ipv6OptPadn - ipv6Layer:                 {Name: "ipv6.opt.padn", Label: "PadN", Type: Bytes},
	ipv6OptRouterAlert - ipv6Layer:          {Name: "ipv6.opt.router_alert", Label: "Router Alert", Type: Uint, Bits: 16, Names: ipv6RouterAlertNames},
	ipv6OptJumbo - ipv6Layer:                {Name: "ipv6.opt.jumbo", Label: "Payload Length", Type: Uint, Bits: 32},
	ipv6OptTel - ipv6Layer:                  {Name: "ipv6.opt.tel", Label: "Tunnel Encapsulation Limit", Type: Uint, Bits: 8},
	ipv6OptMipv6HomeAddress - ipv6Layer:     {Name: "ipv6.opt.mipv6.home_address", Label: "MIPv6 Home Address", Type: IPv6},
	ipv6OptUnknown - ipv6Layer:              {Name: "ipv6.opt.unknown", Label: "Unknown Option Payload", Type: Bytes},
	ipv6OptExperimental - ipv6Layer:         {Name: "ipv6.opt.experimental", Label: "Experimental Option", Type: Bytes},
	ipv6RoutingLayer - ipv6Layer:            {Name: "ipv6.routing", Label: "Routing Header for IPv6", Type: Protocol},
	ipv6RoutingNxt - ipv6Layer:              {Name: "ipv6.routing.nxt", Label: "Next Header", Type: Uint, Bits: 8, Names: protocolNames},
	ipv6RoutingLen - ipv6Layer:              {Name: "ipv6.routing.len", Label: "Length", Type: Uint, Bits: 8},
	ipv6RoutingLenOct - ipv6Layer:           {Name: "ipv6.routing.len_oct", Label: "Length", Type: Uint, Bits: 16},
	ipv6RoutingType - ipv6Layer:             {Name: "ipv6.routing.type", Label: "Type", Type: Uint, Bits: 8, Names: routingNames},
	ipv6RoutingSegleft - ipv6Layer:          {Name: "ipv6.routing.segleft", Label: "Segments Left", Type: Uint, Bits: 8},
	ipv6RoutingSrcReserved - ipv6Layer:      {Name: "ipv6.routing.src.reserved", Label: "Reserved", Type: Bytes},
	ipv6RoutingSrcAddr - ipv6Layer:          {Name: "ipv6.routing.src.addr", Label: "Address", Type: IPv6},
	ipv6RoutingMipv6Reserved - ipv6Layer:    {Name: "ipv6.routing.mipv6.reserved", Label: "Reserved", Type: Bytes},
	ipv6RoutingMipv6HomeAddress - ipv6Layer: {Name: "ipv6.routing.mipv6.home_address", Label: "Home Address", Type: IPv6},
	ipv6RoutingUnknownData - ipv6Layer:      {Name: "ipv6.routing.unknown_data", Label: "Type-Specific Data", Type: Bytes},
	ipv6FraghdrLayer - ipv6Layer:            {Name: "ipv6.fraghdr", Label: "Fragment Header for IPv6", Type: Protocol},
	ipv6FraghdrNxt - ipv6Layer:              {Name: "ipv6.fraghdr.nxt", Label: "Next header", Type: Uint, Bits: 8, Names: protocolNames},
	ipv6FraghdrReservedOctet - ipv6Layer:    {Name: "ipv6.fraghdr.reserved_octet", Label: "Reserved octet", Type: Uint, Bits: 8, Hex: true},
	ipv6FraghdrOffset - ipv6Layer:           {Name: "ipv6.fraghdr.offset", Label: "Offset", Type: Uint, Bits: 16},
	ipv6FraghdrReservedBits - ipv6Layer:     {Name: "ipv6.fraghdr.reserved_bits", Label: "Reserved bits", Type: Uint, Bits: 16},
	ipv6FraghdrMore - ipv6Layer:             {Name: "ipv6.fraghdr.more", Label: "More Fragments", Type: Bool},
	ipv6FraghdrIdent - ipv6Layer:            {Name: "ipv6.fraghdr.ident", Label: "Identification", Type: Uint, Bits: 32, Hex: true},
	ipv6Fragments - ipv6Layer:               {Name: "ipv6.fragments", Label: "IPv6 Fragments", Type: None},
	ipv6Fragment - ipv6Layer:                {Name: "ipv6.fragment", Label: "IPv6 Fragment", Type: Uint, Bits: 32},
	ipv6FragmentOverlap - ipv6Layer:         {Name: "ipv6.fragment.overlap", Label: "Fragment overlap", Type: Bool},
	ipv6FragmentOverlapConflict - ipv6Layer: {Name: "ipv6.fragment.overlap.conflict", Label: "Conflicting data in fragment overlap", Type: Bool},
	ipv6FragmentMultipletails - ipv6Layer:   {Name: "ipv6.fragment.multipletails", Label: "Multiple tail fragments found", Type: Bool},
	ipv6FragmentToolongfragment - ipv6Layer: {Name: "ipv6.fragment.toolongfragment", Label: "Fragment too long", Type: Bool},
	ipv6FragmentError - ipv6Layer:           {Name: "ipv6.fragment.error", Label: "Defragmentation error", Type: Uint, Bits: 32},
	ipv6FragmentCount - ipv6Layer:           {Name: "ipv6.fragment.count", Label: "Fragment count", Type: Uint, Bits: 32},
	ipv6ReassembledIn - ipv6Layer:           {Name: "ipv6.reassembled.in", Label: "Reassembled IPv6 in frame", Type: Uint, Bits: 32},
	ipv6ReassembledLength - ipv6Layer:       {Name: "ipv6.reassembled.length", Label: "Reassembled IPv6 length", Type: Uint, Bits: 32},
	ipv6ReassembledData - ipv6Layer:         {Name: "ipv6.reassembled.data", Label: "Reassembled IPv6 data", Type: Bytes},
}
