package dhcp4

import (
	"encoding/binary"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"time"

	"github.com/insomniacslk/dhcp/dhcpv4"
	"github.com/insomniacslk/dhcp/iana"
)

// Option codes (RFC 2132; 82: RFC 3046).
const (
	optSubnetMask      = 1
	optRouter          = 3
	optDNS             = 6
	optHostname        = 12
	optDomain          = 15
	optBroadcast       = 28
	optRequestedIP     = 50
	optLeaseTime       = 51
	optOverload        = 52
	optMessageType     = 53
	optServerID        = 54
	optParameters      = 55
	optMessage         = 56
	optMaxSize         = 57
	optT1              = 58
	optT2              = 59
	optClientID        = 61
	optRelayAgent      = 82
	optEnd             = 255
	headerLength       = 240 // fixed fields and magic cookie (RFC 2131, Section 2)
	minMessageLength   = 300 // of BOOTP (RFC 951), which relays may insist on
	minMaxMessageSize  = 576 // the IP datagram that everybody takes (RFC 2132, Section 9.10)
	maxOptionLength    = 255
	snameStart         = 44
	fileStart, fileEnd = 108, 236
)

// message is a DHCP message whose lengths and header have been checked. Addresses that were
// absent or 0.0.0.0 are the zero Addr.
type message struct {
	*dhcpv4.DHCPv4
	kind      dhcpv4.MessageType // option 53
	mac       mac                // chaddr
	ciaddr    netip.Addr
	yiaddr    netip.Addr
	giaddr    netip.Addr
	requested netip.Addr // option 50
	server    netip.Addr // option 54
}

var errNotDHCP = errors.New("no message type (option 53): BOOTP, not DHCP")

// parseMessage decodes a message sent by a client (op BOOTREQUEST) or a server
// (op BOOTREPLY). It keeps nothing of b.
func parseMessage(b []byte, op dhcpv4.OpcodeType) (*message, error) {
	raw, err := dhcpv4.FromBytes(b)
	if err != nil {
		return nil, err
	}
	if raw.OpCode != op {
		return nil, fmt.Errorf("op is %d, not %d", raw.OpCode, op)
	}
	if raw.HWType != iana.HWTypeEthernet || len(raw.ClientHWAddr) != 6 {
		return nil, fmt.Errorf("hardware address is of type %d with %d octets, not Ethernet (1, 6)", raw.HWType, len(raw.ClientHWAddr))
	}
	m := &message{DHCPv4: raw, mac: mac(raw.ClientHWAddr)}
	if !m.mac.usable() {
		return nil, fmt.Errorf("chaddr %s is no station's address", raw.ClientHWAddr)
	}
	if err := m.unload(b); err != nil {
		return nil, err
	}
	kind, ok := raw.Options[optMessageType]
	if !ok {
		return nil, errNotDHCP
	}
	if len(kind) != 1 || kind[0] < 1 || kind[0] > uint8(dhcpv4.MessageTypeInform) {
		return nil, fmt.Errorf("message type (option 53) is % x", kind)
	}
	m.kind = dhcpv4.MessageType(kind[0])
	for _, o := range [...]struct{ code, length uint8 }{
		{optRequestedIP, 4}, {optLeaseTime, 4}, {optServerID, 4}, {optMaxSize, 2}, {optT1, 4}, {optT2, 4},
	} {
		if v, ok := raw.Options[o.code]; ok && len(v) != int(o.length) {
			return nil, fmt.Errorf("option %d has %d octets, not %d", o.code, len(v), o.length)
		}
	}
	if v, ok := raw.Options[optClientID]; ok && len(v) < 2 {
		return nil, fmt.Errorf("client identifier (option 61) has %d octets, not 2 or more", len(v))
	}
	m.ciaddr = address(raw.ClientIPAddr)
	m.yiaddr = address(raw.YourIPAddr)
	m.giaddr = address(raw.GatewayIPAddr)
	m.requested = address(raw.Options[optRequestedIP])
	m.server = address(raw.Options[optServerID])
	return m, nil
}

// unload adds the options in the sname and file fields of b, if option 52 says so
// (RFC 2131, Section 4.1; the order is that of RFC 3396, Section 5).
func (m *message) unload(b []byte) error {
	v, ok := m.Options[optOverload]
	if !ok {
		return nil
	}
	if len(v) != 1 || v[0] < 1 || v[0] > 3 {
		return fmt.Errorf("option overload (option 52) is % x", v)
	}
	if v[0]&1 != 0 {
		if err := m.Options.FromBytes(b[fileStart:fileEnd]); err != nil {
			return fmt.Errorf("options in file: %w", err)
		}
		m.BootFileName = ""
	}
	if v[0]&2 != 0 {
		if err := m.Options.FromBytes(b[snameStart:fileStart]); err != nil {
			return fmt.Errorf("options in sname: %w", err)
		}
		m.ServerHostName = ""
	}
	return nil
}

// address reads an IPv4 address; absent, misshapen and 0.0.0.0 give the zero Addr.
func address(b []byte) netip.Addr {
	a, ok := netip.AddrFromSlice(b)
	if a = a.Unmap(); !ok || !a.Is4() || a.IsUnspecified() {
		return netip.Addr{}
	}
	return a
}

// seconds reads a time option; ok is false if it is absent.
func (m *message) seconds(code uint8) (d time.Duration, ok bool) {
	v, ok := m.Options[code]
	if !ok {
		return 0, false
	}
	return time.Duration(binary.BigEndian.Uint32(v)) * time.Second, true
}

// text reads a text option, without the terminating zeros some senders add (RFC
// 2132, Section 2) and without what is no UTF-8.
func (m *message) text(code uint8) string {
	return strings.ToValidUTF8(strings.TrimRight(string(m.Options[code]), "\x00"), "\ufffd")
}

// xid is the transaction id as Wireshark shows it.
func (m *message) xid() string { return xidString(m.TransactionID) }

func xidString(x dhcpv4.TransactionID) string {
	return fmt.Sprintf("0x%08x", binary.BigEndian.Uint32(x[:]))
}

// options collects options in the order in which they are to be sent.
type options struct {
	b     []byte
	codes [256]bool
}

// add appends an option, split if it is long (RFC 3396). A code that is there
// already is not added again.
func (o *options) add(code uint8, value []byte) {
	if o.codes[code] {
		return
	}
	o.codes[code] = true
	for {
		n := min(len(value), maxOptionLength)
		o.b = append(o.b, code, byte(n))
		o.b = append(o.b, value[:n]...)
		value = value[n:]
		if len(value) == 0 {
			return
		}
	}
}

// encodedLength is how many octets add needs for value.
func encodedLength(value []byte) int {
	return 2*max(1, (len(value)+maxOptionLength-1)/maxOptionLength) + len(value)
}

func (o *options) addSeconds(code uint8, d time.Duration) {
	o.add(code, binary.BigEndian.AppendUint32(nil, uint32(d/time.Second)))
}

func (o *options) addAddrs(code uint8, addrs ...netip.Addr) {
	o.add(code, addrBytes(addrs))
}

func addrBytes(addrs []netip.Addr) []byte {
	b := make([]byte, 0, 4*len(addrs))
	for _, a := range addrs {
		b = append(b, a.AsSlice()...)
	}
	return b
}

// header makes the fixed fields of a message.
func header(op dhcpv4.OpcodeType, xid dhcpv4.TransactionID, client mac) *dhcpv4.DHCPv4 {
	return &dhcpv4.DHCPv4{
		OpCode: op, HWType: iana.HWTypeEthernet, TransactionID: xid, ClientHWAddr: net.HardwareAddr(client[:]),
		ClientIPAddr: net.IPv4zero, YourIPAddr: net.IPv4zero, ServerIPAddr: net.IPv4zero, GatewayIPAddr: net.IPv4zero,
	}
}

// encode lays out the fixed fields and the options in o's order: the codec sorts
// options by code, but a server must try to keep the client's order (RFC 2132, Section 9.8).
func encode(h *dhcpv4.DHCPv4, o *options) []byte {
	b := append(h.ToBytes()[:headerLength], o.b...)
	b = append(b, optEnd)
	if n := minMessageLength - len(b); n > 0 {
		b = append(b, make([]byte, n)...)
	}
	return b
}
