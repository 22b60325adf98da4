package packet

// The fields of Link Layer Discovery Protocol.
const (
	lldpLayer FieldID = stpLast + iota
	lldpLast
)

var lldpFields = [...]Info{
	0: {Name: "lldp", Label: "Link Layer Discovery Protocol", Type: Protocol},
}
