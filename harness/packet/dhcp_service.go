package packet

import "strconv"

// service dissects the options that tell of services and of the network.
func (l *layer) service(code uint64, n int) {
	switch code {
	case dhcpSLPAgents:
		if n >= 1 {
			l.uint(dhcpOptionSlpDirectoryAgentValue, 0, 1)
			l.addresses(dhcpOptionSlpDirectoryAgentSlpdaAddress, 1, n)
		}
	case dhcpSLPScope:
		l.uint(dhcpOptionSlpServiceScopeValue, 0, 1)
		l.fixed(dhcpOptionSlpServiceScopeString, 1, n-1)
	case dhcpCivicAddress:
		l.civicAddress(n)
	case dhcpNameServices:
		l.nameServices(n)
	case dhcpClasslessRoute, dhcpMicrosoftRoute:
		l.classlessRoutes(n)
	case dhcpDNSSelection:
		l.dnsSelection(n)
	case dhcpBulkStatus:
		if n >= 1 {
			l.uint(dhcpOptionBulkLeaseStatusCode, 0, 1)
		}
		if n > 1 {
			l.fixed(dhcpOptionBulkLeaseStatusCodeMessage, 1, n-1)
		}
	case dhcpPortControl:
		l.portControl(n)
	case dhcpPortParameters:
		if n == 4 {
			l.uint(dhcpOptionPortparamsOffset, 0, 1)
			l.uint(dhcpOptionPortparamsPsidLength, 1, 1)
			l.bytes(dhcpOptionPortparamsPsid, 2, 2)
		}
	case dhcpRapidDeployment:
		if n >= 22 {
			l.uint(dhcpOption6rdIpv4MaskLen, 0, 1)
			l.uint(dhcpOption6rdPrefixLen, 1, 1)
			l.ipv6(dhcpOption6rdPrefix, 2)
			l.addresses(dhcpOption6rdBorderRelayIP, 18, n)
		} else {
			l.expert(dhcpOption6RDMalformed)
		}
	}
}

// civicAddress dissects where the client is (RFC 4776).
func (l *layer) civicAddress(n int) {
	if n < 3 {
		return
	}
	l.uint(dhcpOptionCivicLocationWhat, 0, 1)
	l.fixed(dhcpOptionCivicLocationCountry, 1, 2)
	for off := 3; off+2 <= n && !l.over; {
		l.uint(dhcpOptionCivicLocationCaType, off, 1)
		size := int(l.uint(dhcpOptionCivicLocationCaLength, off+1, 1))
		if off += 2; off+size > n {
			l.expert(dhcpOptionCivicLocationBadCattype)
			return
		}
		l.fixed(dhcpOptionCivicLocationCaValue, off, size)
		off += size
	}
}

// nameServices dissects the order of name services, which are told by the options
// that name their servers (RFC 2937).
func (l *layer) nameServices(n int) {
	if n < 2 || n%2 != 0 {
		return
	}
	for off := 0; off < n; off += 2 {
		code := l.number(off, 2)
		var name string
		switch code {
		case 0:
			name = "Local naming information (e.g., an /etc/hosts file on a UNIX machine)"
		case 6:
			name = "Domain Name Server Option"
		case 41:
			name = "Network Information Servers Option"
		case 44:
			name = "NetBIOS over TCP/IP Name Server Option"
		case 65:
			name = "Network Information Service+ Servers Option"
		default:
			l.expertNumber(dhcpOptionDhcpNameServiceInvalid, "Invalid Name Service (", code, "). RFC 2937 defines only 0, 6, 41, 44, and 65 as possible values.")
			continue
		}
		l.written(dhcpOptionDhcpNameServiceSearchOption, off, 2, l.d.write(name+" ("+strconv.FormatUint(code, 10)+")"))
	}
}

// sipServers dissects the SIP servers (RFC 3361).
func (l *layer) sipServers(n int) {
	if n < 1 {
		return
	}
	switch l.uint(dhcpOptionSipServerEncoding, 0, 1) {
	case 0:
		if n >= 3 {
			names := layer{d: l.d, v: l.v.from(1)}
			names.domains(dhcpOptionSipServerName, names.v.b)
			l.over = names.over
		}
	case 1:
		if n%4 == 1 {
			l.addresses(dhcpOptionSipServerAddress, 1, n)
		}
	default:
		l.expertNumber(dhcpOptionSipServerAddressEncoding, "RFC 3361 defines only 0 and 1 for Encoding byte (Encoding = ", l.number(0, 1), ").")
	}
}

// classlessRoutes dissects routes, each a prefix of as many octets as it needs, and
// a router (RFC 3442).
func (l *layer) classlessRoutes(n int) {
	if n < 5 {
		return
	}
	for off := 0; off < n && !l.over; {
		width := int(l.number(off, 1))
		if width > 32 {
			l.expertNumber(dhcpOptionClasslessStaticMask, "Mask width (", uint64(width), ") > 32")
			return
		}
		size := 1 + (width+7)/8 + 4
		l.bytes(dhcpOptionClasslessStaticRoute, off, size)
		off += size
	}
}

// dnsSelection dissects the DNS servers for some domains (RFC 6731 Section 4.3).
func (l *layer) dnsSelection(n int) {
	if n < 10 {
		return
	}
	l.part(dhcpOptionRdnssReserved, 0, 1, 0xfc)
	l.part(dhcpOptionRdnssPreference, 0, 1, 0x03)
	l.ipv4(dhcpOptionRdnssPrimaryDNS, 1)
	l.ipv4(dhcpOptionRdnssSecondaryDNS, 5)
	text := l.unended(9, n-9)
	if text == nil {
		l.broken()
	}
	l.written(dhcpOptionRdnssDomain, 9, n-9, text)
}

// portControl dissects lists of PCP servers (RFC 7291 Section 3.1), whose length
// tshark takes to count its own octet. Of a list that is not so, it shows no server.
func (l *layer) portControl(n int) {
	for off := 0; off+5 <= n; {
		size := int(l.number(off, 1))
		if !l.has(off, size) {
			return
		}
		l.uint(dhcpOptionPcpListLength, off, 1)
		off++
		if size%4 == 1 {
			l.addresses(dhcpOptionPcpServer, off, off+size-1)
			off += size - 1
		}
	}
}
