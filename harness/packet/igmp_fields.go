package packet

// The fields of Internet Group Management Protocol.
const (
	igmpLayer FieldID = lldpLast + iota
	igmpLast
)

var igmpFields = [...]Info{
	0: {Name: "igmp", Label: "Internet Group Management Protocol", Type: Protocol},
}
