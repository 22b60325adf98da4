package packet

import (
	"encoding/hex"
	"fmt"
	"strings"
)

func (f *Frame) infoDHCP() string {
	if f.Has(dhcpBootp) {
		line := dhcpOpcodeNames[f.number(dhcpType)]
		if f.number(dhcpType) == dhcpRequest && f.Has(dhcpHwMacAddr) {
			line += " from " + f.text(dhcpHwMacAddr)
		}
		return line
	}
	name, ok := dhcpMessageNames[f.number(dhcpOptionDhcp)]
	if !ok {
		name = dhcpOpcodeNames[f.number(dhcpType)]
	}
	return fmt.Sprintf("DHCP %-8s - Transaction ID %s", name, f.text(dhcpID))
}

// infoDHCPv6 tells of a message, and of those inside of it that relay agents have
// passed on.
func (f *Frame) infoDHCPv6() string {
	var words []string
	option := uint64(0)
	for i := range f.fields {
		field := &f.fields[i]
		v := f.At(i)
		switch field.ID {
		case dhcpv6Msgtype, dhcpv6BulkLeasequeryMsgtype:
			name, ok := dhcpv6MessageNames[v.Uint()]
			if !ok {
				name = fmt.Sprintf("Message Type %d", v.Uint())
			}
			words = append(words, name)
		case dhcpv6Xid:
			words = append(words, "XID: "+v.Format(&catalogue[dhcpv6Xid]))
		case dhcpv6BulkLeasequeryTransID:
			words = append(words, fmt.Sprintf("Transaction ID: %d", v.Uint()))
		case dhcpv6Linkaddr:
			words = append(words, "L: "+v.Addr().String())
		case dhcpv6OptionType:
			option = v.Uint()
		case dhcpv6DuidBytes:
			if option == dhcpv6ClientID {
				words = append(words, "CID: "+hex.EncodeToString(v.Octets()))
			}
		case dhcpv6IaaddrIP:
			words = append(words, "IAA: "+v.Addr().String())
		default:
		}
	}
	return strings.Join(words, " ")
}
