package packet

// The fields of Generic Routing Encapsulation.
const (
	greLayer FieldID = igmpLast + iota
	greLast
)

var greFields = [...]Info{
	0: {Name: "gre", Label: "Generic Routing Encapsulation", Type: Protocol},
}
