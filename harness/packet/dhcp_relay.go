package packet

// agentSuboptions are the suboptions of the relay agent's information whose value
// has a simple form (RFC 3046, and those that came after it), by code.
var agentSuboptions = [256]dhcpOptionKind{
	1:   {id: dhcpOptionAgentInformationOptionAgentCircuitID, form: dhcpOctets},
	2:   {id: dhcpOptionAgentInformationOptionAgentRemoteID, form: dhcpOctets},
	3:   {id: dhcpOptionAgentInformationOptionReserved, form: dhcpOctets},
	4:   {id: dhcpOptionAgentInformationOptionDocsisDeviceClass, form: dhcpNumber32},
	5:   {id: dhcpOptionAgentInformationOptionLinkSelection, form: dhcpAddress},
	6:   {id: dhcpOptionAgentInformationOptionSubscriberID, form: dhcpText},
	7:   {id: dhcpOptionAgentInformationOptionRadiusAttributes, form: dhcpOctets},
	8:   {id: dhcpOptionAgentInformationOptionAuthentication, form: dhcpOctets},
	10:  {id: dhcpOptionAgentInformationOptionFlags, form: dhcpNumber8},
	11:  {id: dhcpOptionAgentInformationOptionServerIDOverride, form: dhcpAddress},
	12:  {id: dhcpOptionAgentInformationOptionRelayAgentID, form: dhcpOctets},
	14:  {id: dhcpOptionAgentInformationOptionAniNetworkName, form: dhcpText},
	15:  {id: dhcpOptionAgentInformationOptionAniApName, form: dhcpText},
	17:  {id: dhcpOptionAgentInformationOptionAniOperatorID, form: dhcpOctets},
	18:  {id: dhcpOptionAgentInformationOptionAniOperatorRealm, form: dhcpText},
	150: {id: dhcpOptionAgentInformationOptionLinkSelectionCisco, form: dhcpAddress},
	152: {id: dhcpOptionAgentInformationOptionServerIDOverrideCisco, form: dhcpAddress},
}

// Suboptions with a form of their own.
const (
	agentVendor     = 9   // RFC 4243
	agentTechnology = 13  // RFC 7839
	agentBSSID      = 16  // RFC 7839
	agentVPN        = 151 // RFC 6607
)

// relayAgent dissects the relay agent's information.
func (l *layer) relayAgent(n int) {
	for off := 0; off+2 <= n && !l.over; {
		code, size := l.number(off, 1), int(l.number(off+1, 1))
		l.put(dhcpOptionAgentInformationOptionSuboption, off, 2+size, UintValue(code))
		l.uint(dhcpOptionSuboptionLength, off+1, 1)
		off += 2
		if off+size > n {
			return
		}
		l.bytes(dhcpOptionAgentInformationOptionValue, off, size)
		if o := agentSuboptions[code]; o.id != 0 {
			value := layer{d: l.d, v: l.v.from(off).first(size)}
			value.dhcpValue(o, size)
		} else {
			l.agentSuboption(code, off, size)
		}
		off += size
	}
}

func (l *layer) agentSuboption(code uint64, off, n int) {
	switch code {
	case agentVendor:
		for end := off + n; off < end && !l.over; {
			enterprise := l.uint(dhcpOptionAgentInformationOptionViEnterprise, off, 4)
			size := int(l.uint(dhcpOptionAgentInformationOptionViDataLength, off+4, 1))
			off += 5
			if enterprise != enterpriseCableLabs {
				l.bytes(dhcpOptionAgentInformationOptionValue, off, size)
			}
			off += size
		}
	case agentTechnology:
		if n < 1 || n > 4 {
			l.broken()
		}
		l.uint(dhcpOptionAgentInformationOptionAniAtt, off, n)
	case agentBSSID:
		if n < 6 {
			l.broken()
		}
		l.ether(dhcpOptionAgentInformationOptionAniApBssid, off)
	case agentVPN:
		switch n {
		case 1:
			l.uint(dhcpOptionAgentInformationOptionVrfNameGlobal, off, 1)
		case 7:
			l.uint(dhcpOptionAgentInformationOptionVrfNameVpnIDOUI, off, 3)
			l.uint(dhcpOptionAgentInformationOptionVrfNameVpnIDIndex, off+3, 4)
		default:
			l.fixed(dhcpOptionAgentInformationOptionVrfName, off, n)
		}
	}
}
