package packet

// Organizations with TLVs of their own that are dissected.
const (
	oui8021 = 0x0080c2
	oui8023 = 0x00120f
	ouiMED  = 0x0012bb // of the TIA, for LLDP-MED
)

// organization dissects a TLV of n octets that an organization defines: who that
// is, its own subtype, and the rest from octet 6 on.
func (l *layer) organization(n int) {
	n -= 4
	if !l.usual(n) {
		l.doubts(doubtTLV)
	}
	switch maker := l.uint(lldpOrgtlvOui, 2, 3); maker {
	case oui8021:
		l.organization8021(l.uint(lldpIeee8021Subtype, 5, 1))
	case oui8023:
		l.organization8023(l.uint(lldpIeee8023Subtype, 5, 1), n)
	case ouiMED:
		l.organizationMED(l.uint(lldpMediaSubtype, 5, 1), n)
	default:
		if leftOut(maker) {
			return
		}
		l.uint(lldpUnknownSubtype, 5, 1)
		if n > 0 {
			l.bytes(lldpUnknownSubtypeContent, 6, n)
		}
	}
}

// leftOut reports whether Wireshark has fields for an organization, and the catalogue has not.
func leftOut(oui uint64) bool {
	switch oui {
	case 0x00005e, 0x000142, 0x00040d, 0x000ecf, 0x001b21, 0x001b3f, 0x00216c, 0x00400d, 0x30b216, 0xa42305, 0xd88466:
		return true
	}
	return false
}

// usual reports whether a TLV of an organization has as many octets as those of its kind.
func (l *layer) usual(n int) bool {
	switch l.number(2, 4) {
	case oui8021<<8 | 1, oui8023<<8 | 4:
		return n == 2
	case oui8021<<8 | 2:
		return n == 3
	case oui8021<<8 | 3:
		return n >= 3 && n == 3+int(l.number(8, 1))
	case oui8021<<8 | 4:
		return n >= 1 && n == 1+int(l.number(6, 1))
	case oui8021<<8 | 7, oui8023<<8 | 1, oui8023<<8 | 3:
		return n == 5
	case oui8023<<8 | 2:
		return n == 3 || n == 8
	case oui8023<<8 | 5:
		return n == 10
	case ouiMED<<8 | 1, ouiMED<<8 | 4:
		return n == 3
	case ouiMED<<8 | 2:
		return n == 4
	case ouiMED<<8 | 5, ouiMED<<8 | 6, ouiMED<<8 | 7, ouiMED<<8 | 8, ouiMED<<8 | 9, ouiMED<<8 | 10, ouiMED<<8 | 11:
		return true
	}
	switch oui := l.number(2, 3); oui {
	case oui8021, oui8023, ouiMED:
		return false
	default:
		return !leftOut(oui)
	}
}

// organization8021 dissects the TLVs of IEEE 802.1Q-2018 Annex D.
func (l *layer) organization8021(kind uint64) {
	switch kind {
	case 1:
		l.uint(lldpIeee8021PortVlanID, 6, 2)
	case 2:
		l.uint(lldpIeee8021PortAndVlanIDFlag, 6, 1)
		l.flag(lldpIeee8021PortAndVlanIDFlagSupported, 6, 1, 0x02)
		l.flag(lldpIeee8021PortAndVlanIDFlagEnabled, 6, 1, 0x04)
		l.uint(lldpIeee8021PortProtoVlanID, 7, 2)
	case 3:
		l.uint(lldpIeee8021VlanID, 6, 2)
		if n := int(l.uint(lldpIeee8021VlanNameLen, 8, 1)); n > 0 {
			l.fixed(lldpIeee8021VlanName, 9, n)
		}
	case 4:
		if n := int(l.uint(lldpIeee8021ProtoIDLength, 6, 1)); n > 0 {
			l.bytes(lldpIeee8021ProtoID, 7, n)
		}
	case 7:
		l.uint(lldpIeee8021AggregationStatus, 6, 1)
		l.flag(lldpIeee8021AggregationStatusCap, 6, 1, 0x01)
		l.flag(lldpIeee8021AggregationStatusEnabled, 6, 1, 0x02)
		l.part(lldpIeee8021AggregationStatusPorttype, 6, 1, 0x0c)
		l.uint(lldpIeee8021AggregatedPortID, 7, 4)
	}
}

// organization8023 dissects the TLVs of IEEE 802.3-2018 Clause 79.
func (l *layer) organization8023(kind uint64, n int) {
	switch kind {
	case 1:
		l.uint(lldpIeee8023MacPhyAutoNegStatus, 6, 1)
		l.bits(lldpIeee8023MacPhyAutoNegStatusSupported, 2, 6, 1)
		l.uint(lldpIeee8023PmdAutoNegAdvertisedCaps, 7, 2)
		l.bits(lldpIeee8023PmdAutoNegAdvertisedCaps1000baseTfd, 16, 7, 2)
		for i := range 16 { // some send the bits the other way round, so both are shown
			l.flag(lldpIeee8023PmdAutoNegAdvertisedCapsInv1000baseTfd+FieldID(i), 7, 2, 0x8000>>i)
		}
		l.uint(lldpIeee8023PmdMauType, 9, 2)
	case 2:
		l.uint(lldpIeee8023MdiPowerSupport, 6, 1)
		l.bits(lldpIeee8023MdiPowerSupportPortClass, 4, 6, 1)
		l.uint(lldpIeee8023MdiPsePair, 7, 1)
		l.uint(lldpIeee8023MdiPowerClass, 8, 1)
		if n > 3 {
			l.part(lldpIeee8023MdiPowerType, 9, 1, 0xc0)
			l.part(lldpIeee8023MdiPowerSource, 9, 1, 0x30)
			l.part(lldpIeee8023MdiPowerPriority, 9, 1, 0x0f)
			l.uint(lldpIeee8023MdiPdeRequested, 10, 2)
			l.uint(lldpIeee8023MdiPseAllocated, 12, 2)
		}
	case 3:
		l.expert(lldpTlvDeprecated)
		l.uint(lldpIeee8023AggregationStatus, 6, 1)
		l.bits(lldpIeee8023AggregationStatusCap, 2, 6, 1)
		l.uint(lldpIeee8023AggregatedPortID, 7, 4)
	case 4:
		l.uint(lldpIeee8023MaxFrameSize, 6, 2)
	case 5:
		l.uint(lldpIeee8023EeeTransmit, 6, 2)
		l.uint(lldpIeee8023EeeReceive, 8, 2)
		l.uint(lldpIeee8023EeeFallbackReceive, 10, 2)
		l.uint(lldpIeee8023EeeEchoTransmit, 12, 2)
		l.uint(lldpIeee8023EeeEchoReceive, 14, 2)
	case 7:
		l.uint(lldpIeee8023brEac, 6, 2)
		l.bits(lldpIeee8023brAecSupport, 3, 6, 2)
		l.part(lldpIeee8023brAecAddfragsize, 6, 2, 0x0018)
		l.part(lldpIeee8023brAecReserved, 6, 2, 0xffe0)
	}
}

// organizationMED dissects the TLVs of ANSI/TIA-1057 Section 10.2. What is too
// short is left out; the next TLV is read all the same.
func (l *layer) organizationMED(kind uint64, n int) {
	if kind == 1 && n < 3 || kind == 2 && n < 4 || kind == 3 && n < 2 {
		l.contradicts()
	}
	switch kind {
	case 1:
		if n < 2 {
			return
		}
		l.uint(lldpMediaSubtypeCaps, 6, 2)
		l.bits(lldpMediaSubtypeCapsLlpd, 6, 6, 2)
		if n > 2 {
			l.uint(lldpMediaSubtypeClass, 8, 1)
		}
	case 2:
		if n > 0 {
			l.uint(lldpMediaAppType, 6, 1)
		}
		if n >= 4 {
			l.flag(lldpMediaPolicyFlag, 7, 3, 0x800000)
			l.flag(lldpMediaTagFlag, 7, 3, 0x400000)
			l.part(lldpMediaVlanID, 7, 3, 0x1ffe00)
			l.part(lldpMediaL2Prio, 7, 3, 0x0001c0)
			l.part(lldpMediaDscp, 7, 3, 0x00003f)
		}
	case 3:
		if n > 0 {
			l.location(l.uint(lldpMediaLocDataFormat, 6, 1), n-1)
		}
	case 4:
		l.part(lldpMediaPowerType, 6, 1, 0xc0)
		l.part(lldpMediaPowerSource, 6, 1, 0x30)
		l.part(lldpMediaPowerPrio, 6, 1, 0x0f)
		l.uint(lldpMediaPowerValue, 7, 2)
	case 5, 6, 7, 8, 9, 10, 11:
		if n > 0 {
			l.fixed(lldpMediaHardware+FieldID(kind-5), 6, n)
		}
	}
}

// location dissects where the system is: coordinates, a postal address, or the
// number that an emergency call gets. n octets follow the format.
func (l *layer) location(format uint64, n int) {
	switch {
	case format == 1 && n >= 16: // RFC 3825
		l.part(lldpMediaLocLatResolution, 7, 1, 0xfc)
		l.uint(lldpMediaLocLatitude, 7, 5)
		l.part(lldpMediaLocLongResolution, 12, 1, 0xfc)
		l.uint(lldpMediaLocLongitude, 12, 5)
		l.part(lldpMediaLocAltType, 17, 1, 0xf0)
		l.part(lldpMediaLocAltResolution, 17, 2, 0x0fc0)
		l.part(lldpMediaLocAltitude, 18, 4, 0x3fffffff)
		l.uint(lldpMediaLocDatum, 22, 1)
	case format == 2 && n > 0: // RFC 4776
		size := int(l.number(7, 1))
		if n >= 4 && size < n {
			l.uint(lldpMediaCivicLength, 7, 1)
			l.civic(size - 3)
		}
	case format == 3 && n > 0:
		l.fixed(lldpMediaEcs, 7, n)
	}
}

// civic dissects a postal address, whose elements are n octets.
func (l *layer) civic(n int) {
	l.uint(lldpMediaCivicWhat, 8, 1)
	l.text(lldpMediaCivicCountry, 9, 2)
	for off := 11; n > 0 && !l.over; {
		l.uint(lldpMediaCivicType, off, 1)
		if n < 2 {
			return
		}
		size := int(l.uint(lldpMediaCivicLength, off+1, 1))
		if n -= 2 + size; n < 0 {
			return
		}
		if size > 0 {
			l.fixed(lldpMediaCivicValue, off+2, size)
		}
		off += 2 + size
	}
}
