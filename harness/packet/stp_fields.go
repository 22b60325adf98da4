package packet

// The fields of Spanning Tree Protocol.
const (
	stpLayer FieldID = httpLast + iota
	stpLast
)

var stpFields = [...]Info{
	0: {Name: "stp", Label: "Spanning Tree Protocol", Type: Protocol},
}
