package packet

// dhcpv6Size is how many octets an option has, and what it is called where it has not.
type dhcpv6Size struct {
	name        string
	least, most uint16 // most is 0 where there is no bound
	unit        uint16 // of which it has a multiple, unless 0
}

// fits reports whether an option may be so long.
func (s *dhcpv6Size) fits(n int) bool {
	return n >= int(s.least) && (s.most == 0 || n <= int(s.most)) && (s.unit == 0 || n%int(s.unit) == 0)
}

// dhcpv6Sizes are those of options that hold nothing where they are too short or too long,
// by code.
var dhcpv6Sizes = [...]dhcpv6Size{
	1:   {name: "DUID", least: 2},
	2:   {name: "DUID", least: 2},
	3:   {name: "IA_NA", least: 12},
	4:   {name: "IA_TA", least: 4},
	5:   {name: "IA_TA", least: 24}, // as Wireshark calls it
	7:   {name: "PREFERENCE", least: 1, most: 1},
	8:   {name: "ELAPSED-TIME", least: 2, most: 2},
	9:   {name: "RELAY-MSG", least: 1},
	11:  {name: "AUTH", least: 11},
	12:  {name: "UNICAST", least: 16, most: 16},
	16:  {name: "VENDOR_CLASS", least: 4},
	17:  {name: "VENDOR_OPTS", least: 4},
	18:  {name: "INTERFACE_ID", least: 1},
	19:  {name: "RECONF_MSG", least: 1, most: 1},
	20:  {name: "RECONF_ACCEPT", unit: 1 << 15},
	22:  {name: "SIP servers address", unit: 16},
	23:  {name: "DNS servers address", unit: 16},
	25:  {name: "IA_PD", least: 12},
	26:  {name: "IAPREFIX", least: 25},
	27:  {name: "NIS servers address", unit: 16},
	28:  {name: "NISP servers address", unit: 16},
	31:  {name: "SNTP servers address", unit: 16},
	32:  {name: "LIFETIME", least: 4, most: 4},
	34:  {name: "BCMCS servers address", unit: 16},
	37:  {name: "REMOTE_ID", least: 4},
	38:  {name: "SUBSCRIBER_ID", least: 1},
	39:  {name: "FQDN", least: 1},
	40:  {name: "PANA agent address", unit: 16},
	44:  {name: "LQ-QUERY", least: 17},
	46:  {name: "CLT_TIME", least: 4, most: 4},
	47:  {name: "LQ_RELAY_DATA", least: 16},
	48:  {name: "LQ client links address", unit: 16},
	52:  {name: "CAPWAP Access Controllers address", unit: 16},
	53:  {name: "DUID", least: 2},
	56:  {name: "NTP Server", least: 4},
	67:  {name: "PD_EXCLUDE", least: 2, most: 17},
	89:  {name: "S46_RULE", least: 8},
	90:  {name: "S46_BR", least: 16, most: 16},
	91:  {name: "S46_DMR", least: 1, most: 17},
	92:  {name: "S46_V4V6BIND", least: 5},
	93:  {name: "S46_PORTPARAMS", least: 4, most: 4},
	114: {name: dhcpv6Failover, least: 1, most: 1},
	115: {name: dhcpv6Failover, least: 2, most: 2},
	119: {name: dhcpv6Failover, least: 2, most: 2},
	120: {name: dhcpv6Failover, least: 4, most: 4},
	121: {name: dhcpv6Failover, least: 4, most: 4},
	122: {name: dhcpv6Failover, least: 4, most: 4},
	123: {name: dhcpv6Failover, least: 4, most: 4},
	124: {name: dhcpv6Failover, least: 4, most: 4},
	125: {name: dhcpv6Failover, least: 4, most: 4},
	126: {name: dhcpv6Failover, least: 4, most: 4},
	127: {name: dhcpv6Failover, least: 4, most: 4},
	128: {name: dhcpv6Failover, least: 4, most: 4},
	129: {name: dhcpv6Failover, least: 4},
	131: {name: dhcpv6Failover, least: 1, most: 1},
	132: {name: dhcpv6Failover, least: 1, most: 1},
	133: {name: dhcpv6Failover, least: 4, most: 4},
	134: {name: dhcpv6Failover, least: 4, most: 4},
	135: {name: "Relay Port", least: 2, most: 2},
	165: {name: "MIP6_HA", least: 16, most: 16},
	166: {name: "MIP6_HOA", least: 16, most: 16},
	167: {name: "NAI", least: 4},
}

const dhcpv6Failover = "Failover"

// sized reports whether an option may be as long as it is, and tells where it is not.
func (m *dhcpv6Message) sized(code uint64, n int) bool {
	if code >= uint64(len(dhcpv6Sizes)) || dhcpv6Sizes[code].fits(n) {
		return true
	}
	m.malformed(dhcpv6Sizes[code].name)
	return false
}

// malformed tells of an option that is not as it should be.
func (m *dhcpv6Message) malformed(name string) {
	m.expertWords(dhcpv6MalformedOption, name+": malformed option")
}
