package packet

import "time"

// DNS record types that are seen less often.
const (
	dnsTypeMD         = 3
	dnsTypeMF         = 4
	dnsTypeMB         = 7
	dnsTypeMG         = 8
	dnsTypeMR         = 9
	dnsTypeNULL       = 10
	dnsTypeWKS        = 11
	dnsTypeMINFO      = 14
	dnsTypeX25        = 19
	dnsTypeISDN       = 20
	dnsTypeRT         = 21
	dnsTypeNSAP       = 22
	dnsTypeNSAPPTR    = 23
	dnsTypeSIG        = 24
	dnsTypeKEY        = 25
	dnsTypePX         = 26
	dnsTypeGPOS       = 27
	dnsTypeNXT        = 30
	dnsTypeA6         = 38
	dnsTypeAPL        = 42
	dnsTypeIPSECKEY   = 45
	dnsTypeDHCID      = 49
	dnsTypeHIP        = 55
	dnsTypeCDS        = 59
	dnsTypeCDNSKEY    = 60
	dnsTypeOPENPGPKEY = 61
	dnsTypeCSYNC      = 62
	dnsTypeZONEMD     = 63
	dnsTypeNID        = 104
	dnsTypeL32        = 105
	dnsTypeL64        = 106
	dnsTypeLP         = 107
	dnsTypeEUI64      = 109
	dnsTypeTKEY       = 249
	dnsTypeTSIG       = 250
	dnsTypeDLV        = 32769
	dnsTypeWINS       = 65281
	dnsTypeWINSR      = 65282
	dnsTypeXPF        = 65422
)

// dissectRare knows the records that most zones do without. Of one that it does not
// know it shows the octets.
func (r *dnsRecord) dissectRare(kind uint64) {
	switch kind {
	case dnsTypeMD:
		r.nextName(dnsMd)
	case dnsTypeMF:
		r.nextName(dnsMf)
	case dnsTypeMB:
		r.nextName(dnsMb)
	case dnsTypeMG:
		r.nextName(dnsMg)
	case dnsTypeMR:
		r.nextName(dnsMr)
	case dnsTypeNULL:
		r.rest(dnsNull)
	case dnsTypeWKS:
		r.services()
	case dnsTypeMINFO:
		r.nextName(dnsMinfoR)
		r.nextName(dnsMinfoE)
	case dnsTypeX25:
		r.counted(dnsX25Length, dnsX25PsdnAddress)
	case dnsTypeISDN:
		r.counted(dnsIdsnLength, dnsIdsnAddress)
		if r.off < r.end {
			r.counted(dnsIdsnSaLength, dnsIdsnSaAddress)
		}
	case dnsTypeRT:
		r.next(dnsRtSubtype, 2)
		r.nextName(dnsRtIntermediateHost)
	case dnsTypeNSAP:
		r.rest(dnsNsapRdata)
	case dnsTypeNSAPPTR:
		r.nextName(dnsNsapPtrOwner)
	case dnsTypePX:
		r.next(dnsPxPreference, 2)
		r.nextName(dnsPxMap822)
		r.nextName(dnsPxMap400)
	case dnsTypeGPOS:
		r.counted(dnsGposLongitudeLength, dnsGposLongitude)
		r.counted(dnsGposLatitudeLength, dnsGposLatitude)
		r.counted(dnsGposAltitudeLength, dnsGposAltitude)
	case dnsTypeNXT:
		r.nextName(dnsNxtNextDomainName)
		if n := r.end - r.off; r.has(r.off, n) {
			r.typesOf(0, r.off, n)
		}
	case dnsTypeA6:
		r.suffix()
	case dnsTypeAPL:
		for r.off < r.end && !r.over {
			r.prefix()
		}
	case dnsTypeDHCID:
		r.rest(dnsDhcidRdata)
	case dnsTypeHIP:
		r.hostIdentity()
	case dnsTypeOPENPGPKEY:
		r.fixed(dnsOpenpgpkey, r.off, r.end-r.off)
	case dnsTypeCSYNC:
		r.next(dnsCsyncSoa, 4)
		r.uint(dnsCsyncFlags, r.off, 2)
		r.flag(dnsCsyncFlagsImmediate, r.off, 2, 0x0001)
		r.flag(dnsCsyncFlagsSoaminimum, r.off, 2, 0x0002)
		r.off += 2
		r.bytes(dnsCsyncTypeBitmap, r.off, r.end-r.off)
		r.types()
	case dnsTypeZONEMD:
		r.next(dnsZonemdSerial, 4)
		r.next(dnsZonemdScheme, 1)
		r.next(dnsZonemdHashAlgo, 1)
		r.bytes(dnsZonemdDigest, r.off, r.end-r.off)
	case dnsTypeNID:
		r.next(dnsIlnpNidPreference, 2)
		r.bytes(dnsIlnpNid, r.off, 8)
	case dnsTypeL32:
		r.next(dnsIlnpL32Preference, 2)
		r.ipv4(dnsIlnpL32, r.off)
	case dnsTypeL64:
		r.next(dnsIlnpL64Preference, 2)
		r.bytes(dnsIlnpL64, r.off, 8)
	case dnsTypeLP:
		r.next(dnsIlnpLpPreference, 2)
		r.nextName(dnsIlnpLp)
	case dnsTypeEUI64:
		r.eui64(dnsEui64, r.off)
	case dnsTypeWINS, dnsTypeWINSR:
		r.windows(kind)
	case dnsTypeXPF:
		r.forwarded()
	default:
		r.dissectKeys(kind)
	}
}

// dissectKeys knows the records of keys and signatures before DNSSEC as it is now,
// and of signed messages.
func (r *dnsRecord) dissectKeys(kind uint64) {
	switch kind {
	case dnsTypeKEY:
		r.key()
	case dnsTypeIPSECKEY:
		r.gateway()
	case dnsTypeTKEY:
		r.nextName(dnsTkeyAlgoName)
		r.moment(dnsTkeySignatureInception)
		r.moment(dnsTkeySignatureExpiration)
		mode := r.next(dnsTkeyMode, 2)
		r.next(dnsTkeyError, 2)
		if n := int(r.next(dnsTkeyKeySize, 2)); n > 0 {
			r.bytes(dnsTkeyKeyData, r.off, n)
			r.off += n
			if mode == tkeyGSSAPI && !r.over {
				r.d.enter("gss-api")
			}
		}
		r.other(dnsTkeyOtherSize, dnsTkeyOtherData)
	case dnsTypeTSIG:
		name, size := r.name(dnsTsigAlgorithmName, r.off)
		r.off += size
		sec := r.number(r.off, 6)
		if !r.over {
			r.put(dnsTsigTimeSigned, r.off, 6, TimeValue(time.Unix(int64(sec), 0)))
		}
		r.off += 6
		r.next(dnsTsigFudge, 2)
		n := int(r.next(dnsTsigMacSize, 2))
		if n > 0 {
			r.none(dnsTsigMac, r.off, n)
			if string(name.text) != "gss.microsoft.com" {
				r.expertf(dnsTsigNoalg, "No dissector for algorithm:%s", name.text)
			}
		}
		r.off += n
		r.next(dnsTsigOriginalID, 2)
		r.next(dnsTsigError, 2)
		r.other(dnsTsigOtherLen, dnsTsigOtherData)
	default:
		r.expertNumber(dnsUndecodedType, "Dissector for DNS Type (", kind, ") code not implemented, Contact Wireshark developers if you want this supported")
		r.rest(dnsData)
	}
}

const tkeyGSSAPI = 3 // mode (RFC 2930 Section 2.5)

// other adds the other data that TKEY and TSIG end with.
func (r *dnsRecord) other(size, data FieldID) {
	if n := int(r.next(size, 2)); n > 0 {
		r.bytes(data, r.off, n)
		r.off += n
	}
}

// key dissects KEY (RFC 2535 Section 3.1).
func (r *dnsRecord) key() {
	data := r.off
	r.uint(dnsKeyFlags, r.off, 2)
	flags := [...]struct {
		id   FieldID
		mask uint64
	}{{dnsKeyFlagsAuthentication, 0x8000}, {dnsKeyFlagsConfidentiality, 0x4000}}
	for _, f := range flags {
		r.flag(f.id, r.off, 2, f.mask)
	}
	if r.number(r.off, 2)&0xc000 != 0xc000 { // there is a key
		rest := [...]struct {
			id   FieldID
			mask uint64
		}{
			{dnsKeyFlagsRequired, 0x2000}, {dnsKeyFlagsAssociatedUser, 0x0400}, {dnsKeyFlagsAssociatedNamedEntity, 0x0200},
			{dnsKeyFlagsIpsec, 0x0080}, {dnsKeyFlagsMime, 0x0040},
		}
		for _, f := range rest {
			r.flag(f.id, r.off, 2, f.mask)
		}
		r.part(dnsKeyFlagsSignatory, r.off, 2, 0x000f)
	}
	r.off += 2
	r.next(dnsKeyProtocol, 1)
	r.next(dnsKeyAlgorithm, 1)
	if r.has(data, r.end-data) {
		r.keyTag(dnsKeyKeyID, data)
	}
	r.rest(dnsKeyPublicKey)
}

// gateway dissects IPSECKEY (RFC 4025 Section 2).
func (r *dnsRecord) gateway() {
	r.next(dnsIpseckeyGatewayPrecedence, 1)
	kind := r.next(dnsIpseckeyGatewayType, 1)
	r.next(dnsIpseckeyGatewayAlgorithm, 1)
	switch kind {
	case 1:
		r.ipv4(dnsIpseckeyGatewayIpv4, r.off)
		r.off += 4
	case 2:
		r.ipv6(dnsIpseckeyGatewayIpv6, r.off)
		r.off += 16
	case 3:
		r.nextName(dnsIpseckeyGatewayDNS)
	}
	r.rest(dnsIpseckeyPublicKey)
}

// services dissects WKS (RFC 1035 Section 3.4.2): the octets of its bitmap that are
// not zero.
func (r *dnsRecord) services() {
	r.ipv4(dnsWksAddress, r.off)
	r.off += 4
	r.next(dnsWksProtocol, 1)
	for ; r.off < r.end && !r.over; r.off++ {
		if r.number(r.off, 1) != 0 {
			r.uint(dnsWksBits, r.off, 1)
		}
	}
}

// suffix dissects A6 (RFC 2874 Section 3.1), whose address lacks the octets of its
// prefix.
func (r *dnsRecord) suffix() {
	bits := int(r.number(r.off, 1))
	if bits > 128 {
		r.broken()
	}
	r.next(dnsA6PrefixLen, 1)
	n := (128 - bits + 7) / 8
	if n > 0 && r.has(r.off, n) {
		b := r.d.write(string(make([]byte, 16)))
		copy(b[16-n:], r.v.b[r.off:r.off+n])
		r.put(dnsA6AddressSuffix, r.off, n, IPv6Value(b))
	}
	r.off += n
	if bits > 0 {
		r.nextName(dnsA6PrefixName)
	}
}

// prefix dissects one item of APL (RFC 3123 Section 4).
func (r *dnsRecord) prefix() {
	family := r.next(dnsAplAddressFamily, 2)
	r.next(dnsAplCodedPrefix, 1)
	r.flag(dnsAplNegation, r.off, 1, 0x80)
	n := int(r.part(dnsAplAfdlength, r.off, 1, 0x7f))
	r.off++
	r.address(family, r.off, n, [3]FieldID{dnsAplAfdpartIpv4, dnsAplAfdpartIpv6, dnsAplAfdpartData})
	r.off += n
}

// hostIdentity dissects HIP (RFC 8005 Section 5).
func (r *dnsRecord) hostIdentity() {
	tag := int(r.next(dnsHipHitLength, 1))
	r.next(dnsHipHitPkAlgo, 1)
	key := int(r.next(dnsHipPkLength, 2))
	r.bytes(dnsHipHit, r.off, tag)
	r.off += tag
	r.bytes(dnsHipPk, r.off, key)
	r.off += key
	for r.off < r.end && !r.over {
		r.nextName(dnsHipRendezvousServer)
	}
}

// windows dissects WINS and WINS-R, by which servers of Microsoft ask others.
func (r *dnsRecord) windows(kind uint64) {
	ids := [3]FieldID{dnsWinsLocalFlag, dnsWinsLookupTimeout, dnsWinsCacheTimeout}
	if kind == dnsTypeWINSR {
		ids = [3]FieldID{dnsWinsrLocalFlag, dnsWinsrLookupTimeout, dnsWinsrCacheTimeout}
	}
	r.flag(ids[0], r.off, 4, 0x00000001)
	r.off += 4
	r.next(ids[1], 4)
	r.next(ids[2], 4)
	if kind == dnsTypeWINSR {
		r.nextName(dnsWinsrNameResultDomain)
		return
	}
	for n := r.next(dnsWinsNbWinsServers, 4); n > 0 && r.off+4 <= r.end && !r.over; n-- {
		r.ipv4(dnsWinsWinsServer, r.off)
		r.off += 4
	}
}

// forwarded dissects XPF, by which a proxy tells who asked it.
func (r *dnsRecord) forwarded() {
	version := r.next(dnsXpfIPVersion, 1)
	switch version {
	case 4:
		r.next(dnsXpfProtocol, 1)
		r.ipv4(dnsXpfSourceIpv4, r.off)
		r.ipv4(dnsXpfDestinationIpv4, r.off+4)
		r.off += 8
	case 6:
		r.next(dnsXpfProtocol, 1)
		r.ipv6(dnsXpfSourceIpv6, r.off)
		r.ipv6(dnsXpfDestinationIpv6, r.off+16)
		r.off += 32
	default:
		return
	}
	r.next(dnsXpfSport, 2)
	r.next(dnsXpfDport, 2)
}
