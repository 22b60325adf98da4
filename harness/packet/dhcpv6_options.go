package packet

import "bytes"

// DHCPv6 options with a form of their own.
const (
	dhcpv6ClientID          = 1
	dhcpv6ServerID          = 2
	dhcpv6IANA              = 3
	dhcpv6IATA              = 4
	dhcpv6IAAddress         = 5
	dhcpv6ElapsedTimeOption = 8
	dhcpv6RelayMessage      = 9
	dhcpv6Auth              = 11
	dhcpv6Status            = 13
	dhcpv6UserClass         = 15
	dhcpv6VendorClass       = 16
	dhcpv6VendorOptions     = 17
	dhcpv6IAPD              = 25
	dhcpv6IAPrefix          = 26
	dhcpv6RemoteID          = 37
	dhcpv6ClientName        = 39
	dhcpv6Query             = 44
	dhcpv6ClientData        = 45
	dhcpv6RelayData         = 47
	dhcpv6RelayID           = 53
	dhcpv6TimeServer        = 56
	dhcpv6PrefixExclude     = 67
	dhcpv6Rule              = 89
	dhcpv6DefaultRule       = 91
	dhcpv6Binding           = 92
	dhcpv6PortParameters    = 93
	dhcpv6MapE              = 94
	dhcpv6MapT              = 95
	dhcpv6Lightweight       = 96
	dhcpv6Priority          = 111
	dhcpv6ConnectFlags      = 115
	dhcpv6Hostname          = 117
	dhcpv6ZoneName          = 118
	dhcpv6NameFlags         = 119
	dhcpv6Version           = 127
	dhcpv6ReconfigureData   = 129
	dhcpv6ServerFlags       = 131
	dhcpv6NAI               = 167
)

// The simple forms of an option's value.
const (
	dhcpv6Number = iota
	dhcpv6Address
	dhcpv6Addresses
	dhcpv6Text
	dhcpv6Octets
	dhcpv6Codes
	dhcpv6Names
	dhcpv6Name // of which an empty one is told
)

type dhcpv6OptionKind struct {
	id    FieldID
	form  uint8
	empty bool // a text is shown even where it is empty
}

// dhcpv6OptionKinds are the options whose value has a simple form, by code.
var dhcpv6OptionKinds = [...]dhcpv6OptionKind{
	6:   {id: dhcpv6RequestedOptionCode, form: dhcpv6Codes},
	7:   {id: dhcpv6OptionPreference, form: dhcpv6Number},
	12:  {id: dhcpv6Unicast, form: dhcpv6Address},
	18:  {id: dhcpv6InterfaceID, form: dhcpv6Octets},
	19:  {id: dhcpv6ReconfMsg, form: dhcpv6Number},
	21:  {id: dhcpv6SipServerDomainSearchFqdn, form: dhcpv6Names},
	22:  {id: dhcpv6SipServerA, form: dhcpv6Addresses},
	23:  {id: dhcpv6DNSServer, form: dhcpv6Addresses},
	24:  {id: dhcpv6SearchListEntry, form: dhcpv6Names},
	27:  {id: dhcpv6NisServer, form: dhcpv6Addresses},
	28:  {id: dhcpv6NispServer, form: dhcpv6Addresses},
	29:  {id: dhcpv6NisFqdn, form: dhcpv6Names},
	30:  {id: dhcpv6NispFqdn, form: dhcpv6Names},
	31:  {id: dhcpv6SntpServer, form: dhcpv6Addresses},
	32:  {id: dhcpv6Lifetime, form: dhcpv6Number},
	33:  {id: dhcpv6BcmcsServerFqdn, form: dhcpv6Names},
	34:  {id: dhcpv6BcmcsServerA, form: dhcpv6Addresses},
	38:  {id: dhcpv6SubscriberID, form: dhcpv6Text},
	40:  {id: dhcpv6PanaAgent, form: dhcpv6Addresses},
	41:  {id: dhcpv6Timezone, form: dhcpv6Text},
	42:  {id: dhcpv6Tzdb, form: dhcpv6Text},
	43:  {id: dhcpv6RequestedOptionCode, form: dhcpv6Codes},
	46:  {id: dhcpv6CltTime, form: dhcpv6Number},
	48:  {id: dhcpv6LqClientLink, form: dhcpv6Addresses},
	52:  {id: dhcpv6CapwapAcV6, form: dhcpv6Addresses},
	64:  {id: dhcpv6AftrName, form: dhcpv6Name},
	90:  {id: dhcpv6S46BrAddress, form: dhcpv6Address},
	103: {id: dhcpv6CaptivePortal, form: dhcpv6Text, empty: true},
	112: {id: dhcpv6Mudurl, form: dhcpv6Text},
	114: {id: dhcpv6FailoverBindingStatus, form: dhcpv6Number},
	120: {id: dhcpv6FailoverExpirationTime, form: dhcpv6Number},
	121: {id: dhcpv6FailoverMaxUnackedBndupd, form: dhcpv6Number},
	122: {id: dhcpv6FailoverMclt, form: dhcpv6Number},
	123: {id: dhcpv6FailoverPartnerLifetime, form: dhcpv6Number},
	124: {id: dhcpv6FailoverPartnerLifetimeSent, form: dhcpv6Number},
	125: {id: dhcpv6FailoverPartnerDownTime, form: dhcpv6Number},
	126: {id: dhcpv6FailoverPartnerRawCltTime, form: dhcpv6Number},
	128: {id: dhcpv6FailoverKeepaliveTime, form: dhcpv6Number},
	130: {id: dhcpv6FailoverRelationshipName, form: dhcpv6Text, empty: true},
	132: {id: dhcpv6FailoverServerState, form: dhcpv6Number},
	133: {id: dhcpv6FailoverStartTimeOfState, form: dhcpv6Number},
	134: {id: dhcpv6FailoverStateExpirationTime, form: dhcpv6Number},
	135: {id: dhcpv6RelayPort, form: dhcpv6Number},
	165: {id: dhcpv6Mip6HomeAgent, form: dhcpv6Address},
	166: {id: dhcpv6Mip6HomeAddress, form: dhcpv6Address},
}

// duid dissects a DHCP unique identifier (RFC 8415 Section 11).
func (m *dhcpv6Message) duid(off, n int) {
	m.bytes(dhcpv6DuidBytes, off, n)
	switch m.uint(dhcpv6DuidType, off, 2) {
	case duidLinkLayerTime:
		if n < 8 {
			m.malformed("DUID")
			return
		}
		hardware := m.uint(dhcpv6DuidlltHwtype, off+2, 2)
		m.put(dhcpv6DuidlltTime, off+4, 4, TimeValue(duidTime(m.number(off+4, 4))))
		if n > 8 {
			m.written(dhcpv6DuidlltLinkLayerAddr, off+8, n-8, m.d.hardware(hardware, m.v.b[off+8:off+n]))
		}
	case duidEnterprise:
		if n < 6 {
			m.malformed("DUID")
			return
		}
		m.uint(dhcpv6DuidenEnterprise, off+2, 4)
		if n > 6 {
			m.bytes(dhcpv6DuidenIdentifier, off+6, n-6)
		}
	case duidLinkLayer:
		if n < 4 {
			m.malformed("DUID")
			return
		}
		hardware := m.uint(dhcpv6DuidllHwtype, off+2, 2)
		if n > 4 {
			m.written(dhcpv6DuidllLinkLayerAddr, off+4, n-4, m.d.hardware(hardware, m.v.b[off+4:off+n]))
		}
	case duidUUID:
		if n != 18 {
			m.malformed("DUID")
			return
		}
		m.bytes(dhcpv6DuiduuidBytes, off+2, 16)
	}
}

// auth dissects the authentication of a message. What uses HMAC-MD5 and has room
// for them is taken to hold the realm, the key's identifier and the digest of the
// delayed authentication (RFC 3315 Section 21.4).
func (m *dhcpv6Message) auth(off, n int) {
	m.uint(dhcpv6AuthProtocol, off, 1)
	algorithm := m.uint(dhcpv6AuthAlgorithm, off+1, 1)
	m.uint(dhcpv6AuthRdm, off+2, 1)
	m.bytes(dhcpv6AuthReplayDetection, off+3, 8)
	realm := n - 11 - 20
	if algorithm != 1 || realm <= 0 {
		m.bytes(dhcpv6AuthInfo, off+11, n-11)
		return
	}
	if realm < 256 {
		m.fixed(dhcpv6AuthRealm, off+11, realm)
	} else {
		m.expertWords(dhcpv6MalformedOption, "DHCP realm: probably malformed option")
	}
	m.uint(dhcpv6AuthKeyID, off+11+realm, 4)
	m.bytes(dhcpv6AuthMd5Data, off+15+realm, 16)
}

// vendorClass dissects a vendor's class, of whose instances tshark takes all for
// the first.
func (m *dhcpv6Message) vendorClass(off, n int) {
	m.uint(dhcpv6VendorclassEnterprise, off, 4)
	if n == 4 {
		return
	}
	size := n - 6
	if m.has(off, 6) && size < 0 { // half a length: the text goes on to where it ends
		size = bytes.IndexByte(m.v.b[off+6:], 0) + 1
		if size == 0 {
			m.lack(len(m.v.b), 1)
		}
	}
	m.fixed(dhcpv6VendorclassData, off+6, size)
}

func (m *dhcpv6Message) vendorOptions(off, n int) {
	if m.uint(dhcpv6VendoroptsEnterprise, off, 4) == enterpriseCableLabs {
		return
	}
	for at := off + 4; at < off+n; {
		size := int(m.number(at+2, 2))
		if !m.has(at, 4+size) {
			return
		}
		m.uint(dhcpv6VendoroptsEnterpriseOptionCode, at, 2)
		m.uint(dhcpv6VendoroptsEnterpriseOptionLength, at+2, 2)
		m.bytes(dhcpv6VendoroptsEnterpriseOptionData, at+4, size)
		at += 4 + size
	}
}

// clientFQDN dissects the client's name (RFC 4704), which few messages may have.
func (m *dhcpv6Message) clientFQDN(off, n int) {
	switch m.kind {
	case dhcpv6Solicit, dhcpv6Request, dhcpv6Renew, dhcpv6Rebind:
		m.uint(dhcpv6ClientFqdnFlags, off, 1)
		m.flag(dhcpv6ClientfqdnClientN, off, 1, 0x04)
		m.flag(dhcpv6ClientfqdnClientS, off, 1, 0x01)
		m.alone(off)
	case dhcpv6Advertise, dhcpv6Reply:
		m.uint(dhcpv6ClientFqdnFlags, off, 1)
		m.flag(dhcpv6ClientfqdnServerN, off, 1, 0x04)
		m.flag(dhcpv6ClientfqdnServerO, off, 1, 0x02)
		m.flag(dhcpv6ClientfqdnServerS, off, 1, 0x01)
		m.alone(off)
	default:
		m.computed(dhcpv6ClientfqdnBadMsgtype, off-4, 1, m.kind)
		m.expert(dhcpv6BadMsgtype)
		return
	}
	m.names(dhcpv6ClientDomain, off+1, n-1)
}

// alone tells of flags that both ask for the name to be registered and not to be.
func (m *dhcpv6Message) alone(off int) {
	const both = 0x05
	if m.number(off, 1)&both == both {
		m.expert(dhcpv6SBitShouldBeZero)
	}
}

// timeServer dissects the NTP servers (RFC 5908).
func (m *dhcpv6Message) timeServer(off, n int) {
	for at := 0; at < n && !m.over; {
		code, size := m.number(off+at, 2), int(m.number(off+at+2, 2))
		if m.over {
			return
		}
		if at+size > n {
			m.expertWords(dhcpv6MalformedOption, "NTP Server: suboption too long")
			return
		}
		m.uint(dhcpv6NtpserverOptionType, off+at, 2)
		m.uint(dhcpv6NtpserverOptionLength, off+at+2, 2)
		at += 4
		switch code {
		case 1:
			m.ipv6(dhcpv6NtpserverAddr, off+at)
		case 2:
			m.ipv6(dhcpv6NtpserverMcAddr, off+at)
		case 3:
			m.names(dhcpv6NtpserverFqdn, off+at, size)
		}
		at += size
	}
}

// softwire dissects how IPv4 goes through IPv6 (RFC 7598 Section 4).
func (m *dhcpv6Message) softwire(code uint64, off, n int) {
	end := off + n
	switch code {
	case dhcpv6Rule:
		m.uint(dhcpv6S46RuleFlags, off, 1)
		m.flag(dhcpv6S46RuleFlagsReserved, off, 1, 0xfe)
		m.flag(dhcpv6S46RuleFlagsFmr, off, 1, 0x01)
		m.uint(dhcpv6S46RuleEaLen, off+1, 1)
		if m.uint(dhcpv6S46RuleIPv4PrefLen, off+2, 1) > 32 {
			m.malformed("S46_RULE")
			return
		}
		m.ipv4(dhcpv6S46RuleIPv4Prefix, off+3)
		if size := m.prefix("S46_RULE", dhcpv6S46RuleIPv6PrefixLen, dhcpv6S46RuleIPv6Prefix, off+7); size > 0 {
			m.options(off+7+size, end)
		}
	case dhcpv6DefaultRule:
		m.prefix("S46_DMR", dhcpv6S46DmrDmrPrefLen, dhcpv6S46DmrDmrPrefix, off)
	case dhcpv6Binding:
		m.ipv4(dhcpv6S46V4v6bindIPv4Address, off)
		if size := m.prefix("S46_V4V6BIND", dhcpv6S46V4v6bindIPv6PrefLen, dhcpv6S46V4v6bindIPv6Prefix, off+4); size > 0 {
			m.options(off+4+size, end)
		}
	case dhcpv6PortParameters:
		if m.uint(dhcpv6S46PortparamOffset, off, 1) > 15 {
			m.malformed("S46_PORTPARAMS")
			return
		}
		size := m.uint(dhcpv6S46PortparamPsidLen, off+1, 1)
		if size > 16 {
			m.malformed("S46_PORTPARAMS")
			return
		}
		m.computed(dhcpv6S46PortparamPsid, off+2, 2, m.number(off+2, 2)>>(16-size))
	}
}

// prefix adds a prefix of IPv6 behind its length in bits, and returns how many
// octets both take: 0 where there is none of such a length, which the option name tells.
func (m *dhcpv6Message) prefix(name string, length, id FieldID, off int) int {
	bits := int(m.uint(length, off, 1))
	size := (bits + 7) / 8
	if bits > 128 {
		m.malformed(name)
		return 0
	}
	if !m.has(off+1, size) {
		return 0
	}
	address := make([]byte, 16)
	copy(address, m.v.b[off+1:off+1+size])
	m.put(id, off+1, size, IPv6Value(address))
	return 1 + size
}

// failover dissects what servers tell each other (RFC 8156).
func (m *dhcpv6Message) failover(code uint64, off, n int) {
	switch code {
	case dhcpv6ConnectFlags:
		m.uint(dhcpv6FailoverConnectFlags, off, 2)
		m.flag(dhcpv6FailoverConnectFlagsReserved, off, 2, 0xfffe)
		m.flag(dhcpv6FailoverConnectFlagsF, off, 2, 0x0001)
	case dhcpv6Hostname:
		m.plainName(dhcpv6FailoverDNSHostname, off, n)
	case dhcpv6ZoneName:
		m.plainName(dhcpv6FailoverDNSZonename, off, n)
	case dhcpv6NameFlags:
		m.uint(dhcpv6FailoverDNSFlags, off, 2)
		m.flag(dhcpv6FailoverDNSFlagsReserved, off, 2, 0xfff0)
		m.flag(dhcpv6FailoverDNSFlagsU, off, 2, 0x0008)
		m.flag(dhcpv6FailoverDNSFlagsS, off, 2, 0x0004)
		m.flag(dhcpv6FailoverDNSFlagsR, off, 2, 0x0002)
		m.flag(dhcpv6FailoverDNSFlagsF, off, 2, 0x0001)
	case dhcpv6Version:
		m.uint(dhcpv6FailoverProtocolMajorVersion, off, 2)
		m.uint(dhcpv6FailoverProtocolMinorVersion, off+2, 2)
	case dhcpv6ReconfigureData:
		m.uint(dhcpv6FailoverReconfigureTime, off, 4)
		m.bytes(dhcpv6FailoverReconfigureKey, off+4, n-4)
	case dhcpv6ServerFlags:
		m.uint(dhcpv6FailoverServerFlags, off, 1)
		m.flag(dhcpv6FailoverServerFlagsReserved, off, 1, 0xf8)
		m.flag(dhcpv6FailoverServerFlagsA, off, 1, 0x04)
		m.flag(dhcpv6FailoverServerFlagsS, off, 1, 0x02)
		m.flag(dhcpv6FailoverServerFlagsC, off, 1, 0x01)
	}
}

// plainName adds a domain name whose end may be left out.
func (m *dhcpv6Message) plainName(id FieldID, off, n int) {
	text := m.unended(off, n)
	if n == 0 { // the name is then looked for behind the option
		name, _ := m.d.domain(m.v.b[off:], 0)
		text = name.text
	}
	if text == nil {
		m.broken()
	}
	m.written(id, off, n, text)
}
