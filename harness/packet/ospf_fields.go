package packet

// The fields of Open Shortest Path First.
const (
	ospfLayer FieldID = vxlanLast + iota
	ospfLast
)

var ospfFields = [...]Info{
	0: {Name: "ospf", Label: "Open Shortest Path First", Type: Protocol},
}
