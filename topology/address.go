package topology

import (
	"fmt"
	"net"
	"net/netip"

	"github.com/netrig/netrig/internal/strict"
)

// interfaceAddress reads an address with prefix length that an interface
// can have.
func (b *builder) interfaceAddress(t text, counters []counter) (netip.Prefix, bool) {
	s, ok := t.expand(b.d, counters)
	if !ok {
		return netip.Prefix{}, false
	}
	p, err := netip.ParsePrefix(s)
	if err != nil {
		cure := "write it as in 192.168.1.20/24"
		if a, err := netip.ParseAddr(s); err == nil && a.Zone() == "" {
			cure = fmt.Sprintf("add the prefix length: %s/%d", a, map[bool]int{true: 24, false: 64}[a.Is4()])
		} else if s == dhcpWord || s == dhcp6Word || s == slaacWord {
			cure = fmt.Sprintf("write {%s: on, address: ...} for both", s)
		} else if near := strict.Nearest(s, []string{dhcpWord, dhcp6Word, slaacWord}); near != "" {
			cure = fmt.Sprintf("did you mean %s?", near)
		}
		b.d.ErrorAt(t.Pos, cure, "%s is not an address with a prefix length", strict.Quote(s))
		return p, false
	}
	a := p.Addr()
	if wrong := unusable(a); wrong != "" {
		b.d.ErrorAt(t.Pos, "", "an interface cannot have %s: it is %s", p, wrong)
		return p, false
	}
	if a.Is4() && p.Bits() < 31 {
		if a == p.Masked().Addr() {
			b.d.ErrorAt(t.Pos, fmt.Sprintf("the first host is %s", a.Next()), "%s is the network itself", p)
			return p, false
		}
		if a == broadcast(p) {
			b.d.ErrorAt(t.Pos, fmt.Sprintf("the last host is %s", a.Prev()), "%s is the broadcast address of its network", p)
			return p, false
		}
	}
	return p, true
}

// unusable tells why no interface can have an address, empty if one can.
func unusable(a netip.Addr) string {
	switch {
	case a.IsUnspecified():
		return "the unspecified address"
	case a.IsLoopback():
		return "a loopback address"
	case a.IsMulticast():
		return "a multicast address"
	case a == netip.AddrFrom4([4]byte{255, 255, 255, 255}):
		return "the broadcast address"
	case a.Is4In6():
		return "an IPv4 address written as IPv6"
	case a.Is4() && a.As4()[0] == 0:
		return "reserved for \"this network\""
	}
	return ""
}

// broadcast returns the last address of an IPv4 network.
func broadcast(p netip.Prefix) netip.Addr {
	a := p.Addr().As4()
	for bit := p.Bits(); bit < 32; bit++ {
		a[bit/8] |= 0x80 >> (bit % 8)
	}
	return netip.AddrFrom4(a)
}

// hostAddress reads an address without prefix length.
func (b *builder) hostAddress(t text, what string, counters []counter) (netip.Addr, bool) {
	s, ok := t.expand(b.d, counters)
	if !ok {
		return netip.Addr{}, false
	}
	return b.address(s, what, t.Pos)
}

func (b *builder) address(s, what string, pos Pos) (netip.Addr, bool) {
	a, err := netip.ParseAddr(s)
	if err != nil || a.Zone() != "" {
		cure := ""
		if p, err := netip.ParsePrefix(s); err == nil {
			cure = fmt.Sprintf("write %s, without prefix length", p.Addr())
		}
		b.d.ErrorAt(pos, cure, "%s %s is not an IP address", what, strict.Quote(s))
		return a, false
	}
	if wrong := unusable(a); wrong != "" {
		b.d.ErrorAt(pos, "", "%s %s is %s", what, a, wrong)
		return a, false
	}
	return a, true
}

func (b *builder) hostAddresses(ts []text, what string, counters []counter) []netip.Addr {
	var as []netip.Addr
	for _, t := range ts {
		if a, ok := b.hostAddress(t, what, counters); ok {
			as = append(as, a)
		}
	}
	return as
}

// hardware reads a MAC address that an interface can have.
func (b *builder) hardware(t text, counters []counter) net.HardwareAddr {
	s, ok := t.expand(b.d, counters)
	if !ok {
		return nil
	}
	mac, err := net.ParseMAC(s)
	switch {
	case err != nil || len(mac) != 6:
		b.d.ErrorAt(t.Pos, "write six octets, as in 02:00:00:00:00:0a", "%s is not a MAC address", strict.Quote(s))
	case [6]byte(mac) == [6]byte{}:
		b.d.ErrorAt(t.Pos, "", "MAC address %s is all zero", mac)
	case mac[0]&1 != 0:
		good := append(net.HardwareAddr{mac[0]&^1 | 2}, mac[1:]...)
		b.d.ErrorAt(t.Pos, fmt.Sprintf("write %s", good), "MAC address %s is a group address", mac)
	default:
		return mac
	}
	return nil
}

// family names the version of an address.
func family(a netip.Addr) string {
	if a.Is4() {
		return "IPv4"
	}
	return "IPv6"
}
