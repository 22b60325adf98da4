package packet

// The fields of IEEE 802.1Q tags.
const (
	vlanLayer FieldID = ethernetLast + iota
	vlanPriority
	vlanDei
	vlanID
	vlanEtype
	vlanLen
	vlanTrailer
	providerLayer
	providerPriority
	providerDei
	providerID
	providerSvid
	providerCvid
	providerEtype
	providerTrailer
	vlanLenPastEnd
	vlanLast
)

var vlanFields = [...]Info{
	0:                            {Name: "vlan", Label: "802.1Q Virtual LAN", Type: Protocol},
	vlanPriority - vlanLayer:     {Name: "vlan.priority", Label: "Priority", Type: Uint, Bits: 16, Names: vlanPriorityNames},
	vlanDei - vlanLayer:          {Name: "vlan.dei", Label: "DEI", Type: Bool, Names: map[uint64]string{1: "Eligible", 0: "Ineligible"}},
	vlanID - vlanLayer:           {Name: "vlan.id", Label: "ID", Type: Uint, Bits: 16},
	vlanEtype - vlanLayer:        {Name: "vlan.etype", Label: "Type", Type: Uint, Bits: 16, Hex: true, Names: etherTypeNames},
	vlanLen - vlanLayer:          {Name: "vlan.len", Label: "Length", Type: Uint, Bits: 16},
	vlanTrailer - vlanLayer:      {Name: "vlan.trailer", Label: "Trailer", Type: Bytes},
	providerLayer - vlanLayer:    {Name: "ieee8021ad", Label: "IEEE 802.1ad", Type: Protocol},
	providerPriority - vlanLayer: {Name: "ieee8021ad.priority", Label: "Priority", Type: Uint, Bits: 16},
	providerDei - vlanLayer:      {Name: "ieee8021ad.dei", Label: "DEI", Type: Uint, Bits: 16},
	providerID - vlanLayer:       {Name: "ieee8021ad.id", Label: "ID", Type: Uint, Bits: 16},
	providerSvid - vlanLayer:     {Name: "ieee8021ad.svid", Label: "ID", Type: Uint, Bits: 16},
	providerCvid - vlanLayer:     {Name: "ieee8021ad.cvid", Label: "ID", Type: Uint, Bits: 16},
	providerEtype - vlanLayer:    {Name: "ieee8021ah.etype", Label: "Type", Type: Uint, Bits: 16, Hex: true, Names: etherTypeNames},
	providerTrailer - vlanLayer:  {Name: "ieee8021ah.trailer", Label: "Trailer", Type: Bytes},
	vlanLenPastEnd - vlanLayer:   {Name: "vlan.len.past_end", Label: "Length field value goes past the end of the payload", Type: None},
}

// vlanPriorityNames are those that filters take, of IEEE 802.1D-1998 Annex H.
var vlanPriorityNames = map[uint64]string{
	0: "Best Effort (default)", 1: "Background", 2: "Spare", 3: "Excellent Effort", 4: "Controlled Load",
	5: "Video, < 100ms latency and jitter", 6: "Voice, < 10ms latency and jitter", 7: "Network Control",
}
