package packet

import (
	"slices"
	"strings"
)

// catalogue holds every field at its FieldID. Each protocol's file holds its
// part; the parts stand here in the order of their identifiers.
var catalogue = join(
	frameFields[:],
	ethernetFields[:],
	vlanFields[:],
	arpFields[:],
	ipFields[:],
	ipv6Fields[:],
	icmpFields[:],
	icmpv6Fields[:],
	udpFields[:],
	tcpFields[:],
	dhcpFields[:],
	dnsFields[:],
	dnsRareFields[:],
	httpFields[:],
	websocketFields[:],
	stpFields[:],
	lldpFields[:],
	igmpFields[:],
	greFields[:],
	vxlanFields[:],
	ospfFields[:],
	bgpFields[:],
	dhcpv6Fields[:],
	tlsFields[:],
	tftpFields[:],
	snmpFields[:],
	smtpFields[:],
	imfFields[:],
	ftpFields[:],
	ntpFields[:],
	syslogFields[:],
	expertFields[:],
	dataFields[:],
)

// byName holds the identifiers of all fields in the order of their names.
var byName = sorted(catalogue)

// join lays the parts out one behind the other. Identifier 0 names no field.
func join(parts ...[]Info) []Info {
	all := make([]Info, 1, 1024)
	for _, part := range parts {
		for _, info := range part {
			info.ID = FieldID(len(all))
			all = append(all, info)
		}
	}
	return all
}

func sorted(all []Info) []FieldID {
	ids := make([]FieldID, 0, len(all)-1)
	for i := range all[1:] {
		ids = append(ids, all[i+1].ID)
	}
	slices.SortFunc(ids, func(a, b FieldID) int { return strings.Compare(all[a].Name, all[b].Name) })
	return ids
}

// Lookup finds a field by its name, as in tcp.flags.syn. Names are
// case-sensitive, as Wireshark's are.
func Lookup(name string) (*Info, bool) {
	i, ok := slices.BinarySearchFunc(byName, name, func(id FieldID, name string) int {
		return strings.Compare(catalogue[id].Name, name)
	})
	if !ok {
		return nil, false
	}
	return &catalogue[byName[i]], true
}

// InfoOf describes a field of the catalogue. An id that did not come from the
// catalogue is described by an Info without a name.
func InfoOf(id FieldID) *Info {
	if int(id) >= len(catalogue) {
		id = 0
	}
	return &catalogue[id]
}

// Names returns the names of all fields, sorted.
func Names() []string {
	names := make([]string, len(byName))
	for i, id := range byName {
		names[i] = catalogue[id].Name
	}
	return names
}
