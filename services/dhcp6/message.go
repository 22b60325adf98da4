package dhcp6

import (
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/netip"

	"github.com/insomniacslk/dhcp/dhcpv6"
	"github.com/insomniacslk/dhcp/iana"
	"github.com/insomniacslk/dhcp/rfc1035label"
)

// errRelayed is a message that came through a relay.
var errRelayed = errors.New("it comes from a relay, which is not served")

// parse reads a message of a client or a server.
func parse(b []byte) (*dhcpv6.Message, error) {
	m, err := dhcpv6.FromBytes(b)
	if err != nil {
		return nil, err
	}
	message, ok := m.(*dhcpv6.Message)
	if !ok {
		return nil, errRelayed
	}
	return message, nil
}

// xid shows a transaction id as Wireshark does.
func xid(id dhcpv6.TransactionID) string { return fmt.Sprintf("0x%06x", id[:]) }

// duid shows a DUID: its octets.
func duid(b []byte) string { return hex.EncodeToString(b) }

// linkLayer makes the DUID of an interface (DUID-LL, RFC 8415, Section 11.4).
func linkLayer(mac net.HardwareAddr) dhcpv6.DUID {
	return &dhcpv6.DUIDLL{HWType: iana.HWTypeEthernet, LinkLayerAddr: mac}
}

// hardware is the hardware address in a DUID, nil where there is none.
func hardware(d dhcpv6.DUID) net.HardwareAddr {
	switch d := d.(type) {
	case *dhcpv6.DUIDLL:
		return d.LinkLayerAddr
	case *dhcpv6.DUIDLLT:
		return d.LinkLayerAddr
	}
	return nil
}

// bytesOf is the octets of a DUID, nil for none.
func bytesOf(d dhcpv6.DUID) []byte {
	if d == nil {
		return nil
	}
	return d.ToBytes()
}

// status is a status code option (RFC 8415, Section 21.13).
func status(code iana.StatusCode, text string) dhcpv6.Option {
	return &dhcpv6.OptStatusCode{StatusCode: code, StatusMessage: text}
}

// failed is why a status is no success, "" where it is one or there is none.
func failed(s *dhcpv6.OptStatusCode) string {
	if s == nil || s.StatusCode == iana.StatusSuccess {
		return ""
	}
	if s.StatusMessage == "" {
		return s.StatusCode.String()
	}
	return s.StatusCode.String() + ": " + s.StatusMessage
}

// toIPs turns addresses into what the codec takes.
func toIPs(as []netip.Addr) []net.IP {
	var ips []net.IP
	for _, a := range as {
		ips = append(ips, a.AsSlice())
	}
	return ips
}

// toAddrs turns what the codec gives into addresses.
func toAddrs(ips []net.IP) []netip.Addr {
	var as []netip.Addr
	for _, ip := range ips {
		if a, ok := netip.AddrFromSlice(ip.To16()); ok {
			as = append(as, a)
		}
	}
	return as
}

func labels(names []string) *rfc1035label.Labels { return &rfc1035label.Labels{Labels: names} }
