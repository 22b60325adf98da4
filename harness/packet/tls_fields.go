package packet

// The fields of Transport Layer Security.
const (
	tlsLayer FieldID = dhcpv6Last + iota
	tlsLast
)

var tlsFields = [...]Info{
	0: {Name: "tls", Label: "Transport Layer Security", Type: Protocol},
}
