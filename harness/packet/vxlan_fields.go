package packet

// The fields of Virtual eXtensible Local Area Network.
const (
	vxlanLayer FieldID = greLast + iota
	vxlanLast
)

var vxlanFields = [...]Info{
	0: {Name: "vxlan", Label: "Virtual eXtensible Local Area Network", Type: Protocol},
}
