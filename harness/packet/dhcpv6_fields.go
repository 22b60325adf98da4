package packet

// The fields of DHCPv6.
const (
	dhcpv6Layer FieldID = bgpLast + iota
	dhcpv6Last
)

var dhcpv6Fields = [...]Info{
	0: {Name: "dhcpv6", Label: "DHCPv6", Type: Protocol},
}
