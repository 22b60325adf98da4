package packet_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness/packet"
)

// beyondUs is how many fields Wireshark 4.0 has below the name of a protocol, and what
// of them is not dissected here.
var beyondUs = map[string]struct {
	fields  int
	without string
}{
	"_ws":        {69, "what is [listed below](#expert-information), and types of fields"},
	"ah":         {6, ""},
	"arp":        {51, "ATM and AX.25 addresses"},
	"bgp":        {784, "VPN, EVPN, flow-spec and link-state reachability; PMSI, tunnel encapsulation, AIGP and segment routing attributes; ORF entries; the two communities of floating-point rates"},
	"bpdu":       {6, ""},
	"data":       {6, "hashes and text"},
	"dhcp":       {564, "options of PacketCable and CableLabs, and what single vendors put into option 43"},
	"dhcpv6":     {212, "options of CableLabs"},
	"dns":        {330, ""},
	"esp":        {15, "what decryption shows"},
	"eth":        {30, "resolved names"},
	"frame":      {58, "what only a display knows: colouring, reference times"},
	"ftp":        {33, "what only Wireshark's second pass tells"},
	"ftp-data":   {5, ""},
	"gre":        {40, "WCCP, ERSPAN and 3GPP2"},
	"http":       {84, "Citrix authentication"},
	"icmp":       {97, ""},
	"icmpv6":     {438, "RPL, MPL, 6LoWPAN contexts beyond the neighbour discovery options, FMIPv6 details"},
	"ieee8021ad": {5, ""},
	"ieee8021ah": {10, "the service tag of backbone bridges"},
	"igmp":       {44, ""},
	"imf":        {85, "labels of military messages"},
	"ip":         {131, "GeoIP"},
	"ipv6":       {255, "GeoIP, options of mobility and of RPL in full"},
	"llc":        {30, ""},
	"lldp":       {408, "DCBX, congestion notification, and organisations other than IEEE 802.1, 802.3 and TIA"},
	"mptcp":      {19, "what tshark only shows where `mptcp.analyze_mappings` is set"},
	"mstp":       {41, "what the messages of early Cisco switches add"},
	"ntp":        {294, "the bodies of private (mode 7) requests but for the monitor's lists"},
	"ospf":       {324, "bodies of opaque LSAs: traffic engineering, segment routing"},
	"smtp":       {25, ""},
	"snmp":       {134, "decryption, SMUX; names of MIB modules"},
	"stp":        {33, ""},
	"syslog":     {12, ""},
	"tcp":        {234, "what other protocols put into options; process information; SYN cookies"},
	"tftp":       {31, "reassembled files"},
	"tls":        {297, "what decryption shows, certificates' contents (X.509)"},
	"udp":        {26, "process information"},
	"vlan":       {10, "resolved names"},
	"vxlan":      {15, "the generic protocol extension"},
	"websocket":  {30, "compressed messages"},
}

// overview is the table of protocols for docs/fields.md.
func overview() string {
	here := map[string]int{}
	for _, name := range packet.Names() {
		if top, rest, _ := strings.Cut(name, "."); rest != "" {
			here[top]++
		}
	}
	var b strings.Builder
	b.WriteString("\n## Which are in, and which are not\n\n| protocol | fields here | of Wireshark's | left out |\n|---|---|---|---|\n")
	for _, top := range slices.Sorted(maps.Keys(here)) {
		w := beyondUs[top]
		fmt.Fprintf(&b, "| `%s` | %d | %d | %s |\n", top, here[top], w.fields, w.without)
	}
	b.WriteString("\nProtocols without fields of their own: ")
	var bare []string
	for _, name := range packet.Names() {
		if !strings.Contains(name, ".") && here[name] == 0 {
			bare = append(bare, "`"+name+"`")
		}
	}
	b.WriteString(strings.Join(bare, ", ") + ".\n")
	return b.String()
}

// TestOverview holds the numbers of Wireshark's fields against its own list.
func TestOverview(t *testing.T) {
	counts, seen := map[string]int{}, map[string]bool{}
	glossary(t, "fields", func(c []string) {
		if len(c) < 6 || c[0] != "F" || seen[c[2]] {
			return
		}
		seen[c[2]] = true
		top, _, _ := strings.Cut(c[2], ".")
		counts[top]++
	})
	for _, name := range packet.Names() {
		top, rest, _ := strings.Cut(name, ".")
		if rest == "" {
			continue
		}
		w, ok := beyondUs[top]
		if !ok || w.fields != counts[top] {
			t.Errorf("%s: the overview tells of %d fields, Wireshark has %d", top, w.fields, counts[top])
		}
	}
}
