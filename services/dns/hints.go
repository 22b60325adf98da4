package dns

import "net/netip"

// Root is the name and address of one root server.
type Root struct {
	Name    string
	Address netip.Addr
}

// Roots returns the thirteen root servers, a to m, at the addresses of the
// classic list. Some have moved since; a lab is free to run them where they
// used to be.
func Roots() []Root {
	v4 := func(a, b, c, d byte) netip.Addr { return netip.AddrFrom4([4]byte{a, b, c, d}) }
	return []Root{
		{"a.root-servers.net.", v4(198, 41, 0, 4)},
		{"b.root-servers.net.", v4(192, 228, 79, 201)},
		{"c.root-servers.net.", v4(192, 33, 4, 12)},
		{"d.root-servers.net.", v4(128, 8, 10, 90)},
		{"e.root-servers.net.", v4(192, 203, 230, 10)},
		{"f.root-servers.net.", v4(192, 5, 5, 241)},
		{"g.root-servers.net.", v4(192, 112, 36, 4)},
		{"h.root-servers.net.", v4(128, 63, 2, 53)},
		{"i.root-servers.net.", v4(192, 36, 148, 17)},
		{"j.root-servers.net.", v4(192, 58, 128, 30)},
		{"k.root-servers.net.", v4(193, 0, 14, 129)},
		{"l.root-servers.net.", v4(198, 32, 64, 12)},
		{"m.root-servers.net.", v4(202, 12, 27, 33)},
	}
}
