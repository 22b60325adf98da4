package observe

import (
	"bytes"
	"encoding/binary"
	"net"
	"net/netip"
	"strconv"
	"time"

	"github.com/netrig/netrig/harness/state"
	"golang.org/x/sys/unix"
)

// appendBytes appends an attribute, up to the four octets that netlink aligns to.
func appendBytes(b []byte, kind uint16, v []byte) []byte {
	b = binary.NativeEndian.AppendUint16(b, uint16(unix.SizeofRtAttr+len(v)))
	b = binary.NativeEndian.AppendUint16(b, kind)
	b = append(b, v...)
	return append(b, make([]byte, align(len(v))-len(v))...)
}

// appendUint32 appends an attribute that is a number.
func appendUint32(b []byte, kind uint16, v uint32) []byte {
	b = binary.NativeEndian.AppendUint16(b, unix.SizeofRtAttr+4)
	b = binary.NativeEndian.AppendUint16(b, kind)
	return binary.NativeEndian.AppendUint32(b, v)
}

// parseLink reads an ifinfomsg and its attributes.
func parseLink(b []byte) (state.Interface, error) {
	if len(b) < unix.SizeofIfInfomsg {
		return state.Interface{}, errMalformed
	}
	l := state.Interface{
		Index: int(int32(binary.NativeEndian.Uint32(b[4:]))),
		Up:    binary.NativeEndian.Uint32(b[8:])&unix.IFF_UP != 0,
	}
	for kind, v := range attributes(b[unix.SizeofIfInfomsg:]) {
		switch kind {
		case unix.IFLA_IFNAME:
			l.Name = string(bytes.TrimRight(v, "\x00"))
		case unix.IFLA_ADDRESS:
			l.MAC = net.HardwareAddr(v).String()
		case unix.IFLA_MTU:
			l.MTU = int(uint32Of(v))
		case unix.IFLA_CARRIER:
			l.Carrier = len(v) == 1 && v[0] == 1
		}
	}
	return l, nil
}

// addressFlags are IFA_F_* as ip-address(8) names them. That an address is not
// permanent is called dynamic.
var addressFlags = [...]struct {
	bit  uint32
	name string
}{
	{unix.IFA_F_DEPRECATED, "deprecated"}, {unix.IFA_F_TENTATIVE, "tentative"}, {unix.IFA_F_DADFAILED, "dadfailed"},
	{unix.IFA_F_OPTIMISTIC, "optimistic"}, {unix.IFA_F_NODAD, "nodad"}, {unix.IFA_F_MANAGETEMPADDR, "mngtmpaddr"},
	{unix.IFA_F_NOPREFIXROUTE, "noprefixroute"}, {unix.IFA_F_STABLE_PRIVACY, "stable-privacy"}, {unix.IFA_F_HOMEADDRESS, "home"},
	{unix.IFA_F_MCAUTOJOIN, "autojoin"},
}

// Attributes and values of linux/if_addr.h that package unix lacks.
const (
	attrProtocol = 11 // IFA_PROTO
	forever      = 0xffffffff
)

// flagNames names the flags of an address.
func flagNames(family uint8, flags uint32) []string {
	var names []string
	if flags&unix.IFA_F_PERMANENT == 0 {
		names = append(names, "dynamic")
	}
	if flags&unix.IFA_F_SECONDARY != 0 {
		names = append(names, map[bool]string{true: "temporary", false: "secondary"}[family == unix.AF_INET6])
	}
	for _, f := range addressFlags {
		if flags&f.bit != 0 {
			names = append(names, f.name)
		}
	}
	return names
}

// addressProtocol names IFAPROT_* as iproute2's rt_addrprotos does.
func addressProtocol(p uint8) string {
	switch p {
	case 0:
		return ""
	case 1:
		return "kernel_lo"
	case 2:
		return "kernel_ra"
	case 3:
		return "kernel_ll"
	}
	return strconv.Itoa(int(p))
}

// lifetime reads seconds, of which the most are for ever.
func lifetime(seconds uint32) time.Duration {
	if seconds == forever {
		return 0
	}
	return time.Duration(seconds) * time.Second
}

// parseAddress reads an ifaddrmsg: the interface's index, and the address
// with the length of its prefix.
func parseAddress(b []byte) (index int, a state.Address, err error) {
	if len(b) < unix.SizeofIfAddrmsg {
		return 0, a, errMalformed
	}
	flags := uint32(b[2])
	var address, local netip.Addr
	for kind, v := range attributes(b[unix.SizeofIfAddrmsg:]) {
		switch kind {
		case unix.IFA_ADDRESS: // the peer's, where there is one
			address, _ = netip.AddrFromSlice(v)
		case unix.IFA_LOCAL:
			local, _ = netip.AddrFromSlice(v)
		case unix.IFA_FLAGS:
			flags = uint32Of(v)
		case attrProtocol:
			if len(v) == 1 {
				a.Protocol = addressProtocol(v[0])
			}
		case unix.IFA_CACHEINFO:
			if len(v) >= 8 {
				a.Preferred, a.Valid = lifetime(binary.NativeEndian.Uint32(v)), lifetime(binary.NativeEndian.Uint32(v[4:]))
			}
		}
	}
	a.Flags = flagNames(b[0], flags)
	if local.IsValid() {
		address = local
	}
	a.Prefix = netip.PrefixFrom(address, int(b[1]))
	return int(binary.NativeEndian.Uint32(b[4:])), a, nil
}

// tick is what the kernel tells times to programs in: USER_HZ.
const tick = 10 * time.Millisecond

// preferenceName names ICMPV6_ROUTER_PREF_* (RFC 4191, Section 2.1).
func preferenceName(p uint8) string {
	switch p {
	case 0:
		return "medium"
	case 1:
		return "high"
	case 3:
		return "low"
	}
	return strconv.Itoa(int(p))
}

// parseRoute reads an rtmsg: one route per next hop, none where it is not of
// the main table or not IP.
func parseRoute(b []byte, names map[int]string) ([]state.Route, error) {
	if len(b) < unix.SizeofRtMsg {
		return nil, errMalformed
	}
	family, bits, table := b[0], int(b[1]), uint32(b[4])
	r := state.Route{Protocol: protocolName(b[5]), Scope: scopeName(b[6]), Type: typeName(b[7])}
	if binary.NativeEndian.Uint32(b[8:])&unix.RTM_F_CLONED != 0 {
		return nil, nil
	}
	var to netip.Addr
	switch family {
	case unix.AF_INET:
		to = netip.IPv4Unspecified()
	case unix.AF_INET6:
		to = netip.IPv6Unspecified()
	default:
		return nil, nil
	}
	var hops []byte
	for kind, v := range attributes(b[unix.SizeofRtMsg:]) {
		switch kind {
		case unix.RTA_TABLE:
			table = uint32Of(v)
		case unix.RTA_DST:
			if a, ok := netip.AddrFromSlice(v); ok {
				to = a
			}
		case unix.RTA_PRIORITY:
			r.Metric = int(uint32Of(v))
		case unix.RTA_PREFSRC:
			r.Source, _ = netip.AddrFromSlice(v)
		case unix.RTA_OIF:
			r.Interface = interfaceName(names, int(uint32Of(v)))
		case unix.RTA_GATEWAY:
			r.Via, _ = netip.AddrFromSlice(v)
		case unix.RTA_VIA:
			r.Via = via(v)
		case unix.RTA_MULTIPATH:
			hops = v
		case unix.RTA_PREF:
			if len(v) == 1 {
				r.Preference = preferenceName(v[0])
			}
		case unix.RTA_CACHEINFO:
			if len(v) >= 12 { // struct rta_cacheinfo
				if ticks := int32(binary.NativeEndian.Uint32(v[8:])); ticks > 0 {
					r.Expires = time.Duration(ticks) * tick
				}
			}
		}
	}
	if table != unix.RT_TABLE_MAIN {
		return nil, nil
	}
	r.To = netip.PrefixFrom(to, bits)
	if !r.To.IsValid() {
		return nil, errMalformed
	}
	if hops == nil {
		return []state.Route{r}, nil
	}
	return nextHops(hops, r, names)
}

// nextHops reads the rtnexthops of a route: one route for each.
func nextHops(hops []byte, r state.Route, names map[int]string) ([]state.Route, error) {
	var routes []state.Route
	for len(hops) >= unix.SizeofRtNexthop {
		size := int(binary.NativeEndian.Uint16(hops))
		if size < unix.SizeofRtNexthop || size > len(hops) {
			return nil, errMalformed
		}
		hop := r
		hop.Interface = interfaceName(names, int(binary.NativeEndian.Uint32(hops[4:])))
		for kind, v := range attributes(hops[unix.SizeofRtNexthop:size]) {
			switch kind {
			case unix.RTA_GATEWAY:
				hop.Via, _ = netip.AddrFromSlice(v)
			case unix.RTA_VIA:
				hop.Via = via(v)
			}
		}
		routes = append(routes, hop)
		hops = hops[min(align(size), len(hops)):]
	}
	return routes, nil
}

// via reads an rtvia: a gateway of the other address family (RFC 5549).
func via(b []byte) netip.Addr {
	if len(b) < 2 {
		return netip.Addr{}
	}
	a, _ := netip.AddrFromSlice(b[2:])
	return a
}

// parseNeighbor reads an ndmsg. It is not ok where the entry is not of ARP or
// NDP, or holds nothing yet. The loopback has no neighbours: what the kernel keeps
// there, one 0.0.0.0 once anything was sent, nobody asked for.
func parseNeighbor(b []byte, names map[int]string) (n state.Neighbor, ok bool, err error) {
	if len(b) < unix.SizeofNdMsg {
		return n, false, errMalformed
	}
	if b[0] != unix.AF_INET && b[0] != unix.AF_INET6 {
		return n, false, nil
	}
	if n.Interface = interfaceName(names, int(binary.NativeEndian.Uint32(b[4:]))); n.Interface == loopback {
		return n, false, nil
	}
	if n.State = neighborState(binary.NativeEndian.Uint16(b[8:])); n.State == "" {
		return n, false, nil
	}
	for kind, v := range attributes(b[unix.SizeofNdMsg:]) {
		switch kind {
		case unix.NDA_DST:
			n.IP, _ = netip.AddrFromSlice(v)
		case unix.NDA_LLADDR:
			n.MAC = net.HardwareAddr(v).String()
		}
	}
	return n, n.IP.IsValid(), nil
}

const loopback = "lo"

const (
	sizeofDiagRequest = 56 // struct inet_diag_req_v2
	sizeofDiagMessage = 72 // struct inet_diag_msg
)

// diagRequest asks for all sockets of a family and protocol, in all states.
func diagRequest(family, protocol uint8) []byte {
	b := make([]byte, sizeofDiagRequest)
	b[0], b[1] = family, protocol
	binary.NativeEndian.PutUint32(b[4:], ^uint32(0))
	return b
}

// parseSocket reads an inet_diag_msg (linux/inet_diag.h). An IPv4 address
// of an IPv6 socket is told as the IPv4 address it is.
func parseSocket(b []byte, protocol uint8) (state.Socket, error) {
	if len(b) < sizeofDiagMessage {
		return state.Socket{}, errMalformed
	}
	size, suffix := 4, ""
	if b[0] == unix.AF_INET6 {
		size, suffix = 16, "6"
	}
	address := func(ip, port int) netip.AddrPort {
		a, _ := netip.AddrFromSlice(b[ip : ip+size])
		return netip.AddrPortFrom(a.Unmap(), binary.BigEndian.Uint16(b[port:]))
	}
	s := state.Socket{Local: address(8, 4)}
	if remote := address(24, 6); remote.Port() != 0 || !remote.Addr().IsUnspecified() {
		s.Remote = remote
	}
	if protocol == unix.IPPROTO_UDP {
		s.Network, s.State = "udp"+suffix, "UNCONN"
		if b[1] == tcpEstablished {
			s.State = "ESTABLISHED"
		}
		return s, nil
	}
	s.Network, s.State = "tcp"+suffix, tcpState(b[1])
	return s, nil
}

// interfaceName is the name of an index, or "if" and the number where the
// interface came after the names were read.
func interfaceName(names map[int]string, index int) string {
	if index == 0 {
		return ""
	}
	if name, ok := names[index]; ok {
		return name
	}
	return "if" + strconv.Itoa(index)
}
