package packet

// The fields of Virtual eXtensible Local Area Network.
const (
	vxlanLayer FieldID = greLast + iota
	vxlanFlags
	vxlanFlagsReserved
	vxlanFlagG
	vxlanFlagI
	vxlanFlagD
	vxlanFlagA
	vxlanGbp
	vxlanVni
	vxlanReserved8
	vxlanLast
)

var vxlanFields = [...]Info{
	0:                               {Name: "vxlan", Label: "Virtual eXtensible Local Area Network", Type: Protocol},
	vxlanFlags - vxlanLayer:         {Name: "vxlan.flags", Label: "Flags", Type: Uint, Bits: 16, Hex: true},
	vxlanFlagsReserved - vxlanLayer: {Name: "vxlan.flags_reserved", Label: "Reserved(R)", Type: Uint, Bits: 16, Hex: true},
	vxlanFlagG - vxlanLayer:         {Name: "vxlan.flag_g", Label: "GBP Extension", Type: Bool, Names: map[uint64]string{1: "Defined", 0: "Not defined"}},
	vxlanFlagI - vxlanLayer:         {Name: "vxlan.flag_i", Label: "VXLAN Network ID (VNI)", Type: Bool},
	vxlanFlagD - vxlanLayer:         {Name: "vxlan.flag_d", Label: "Don't Learn", Type: Bool},
	vxlanFlagA - vxlanLayer:         {Name: "vxlan.flag_a", Label: "Policy Applied", Type: Bool},
	vxlanGbp - vxlanLayer:           {Name: "vxlan.gbp", Label: "Group Policy ID", Type: Uint, Bits: 16},
	vxlanVni - vxlanLayer:           {Name: "vxlan.vni", Label: "VXLAN Network Identifier (VNI)", Type: Uint, Bits: 24},
	vxlanReserved8 - vxlanLayer:     {Name: "vxlan.reserved8", Label: "Reserved", Type: Uint, Bits: 8},
}
