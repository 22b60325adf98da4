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
}
