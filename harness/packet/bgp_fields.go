package packet

// The fields of Border Gateway Protocol.
const (
	bgpLayer FieldID = ospfLast + iota
	bgpLast
)

var bgpFields = [...]Info{
	0: {Name: "bgp", Label: "Border Gateway Protocol", Type: Protocol},
}
