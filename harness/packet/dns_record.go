package packet

import "time"

// DNS record types whose data is dissected.
const (
	dnsTypeA      = 1
	dnsTypeNS     = 2
	dnsTypeCNAME  = 5
	dnsTypeSOA    = 6
	dnsTypePTR    = 12
	dnsTypeHINFO  = 13
	dnsTypeMX     = 15
	dnsTypeTXT    = 16
	dnsTypeRP     = 17
	dnsTypeAFSDB  = 18
	dnsTypeAAAA   = 28
	dnsTypeLOC    = 29
	dnsTypeSRV    = 33
	dnsTypeNAPTR  = 35
	dnsTypeKX     = 36
	dnsTypeCERT   = 37
	dnsTypeDNAME  = 39
	dnsTypeOPT    = 41
	dnsTypeDS     = 43
	dnsTypeSSHFP  = 44
	dnsTypeRRSIG  = 46
	dnsTypeNSEC   = 47
	dnsTypeDNSKEY = 48
	dnsTypeNSEC3  = 50
	dnsTypeNSEC3P = 51
	dnsTypeTLSA   = 52
	dnsTypeSVCB   = 64
	dnsTypeHTTPS  = 65
	dnsTypeSPF    = 99
	dnsTypeEUI48  = 108
	dnsTypeCAA    = 257
)

func (r *dnsRecord) dissect(kind uint64) {
	switch kind {
	case dnsTypeA:
		r.ipv4(dnsA, r.off)
	case dnsTypeAAAA:
		r.ipv6(dnsAaaa, r.off)
	case dnsTypeNS:
		r.nextName(dnsNs)
	case dnsTypeCNAME:
		r.nextName(dnsCname)
	case dnsTypeDNAME:
		r.nextName(dnsDname)
	case dnsTypePTR:
		r.nextName(dnsPtrDomainName)
	case dnsTypeSOA:
		r.nextName(dnsSoaMname)
		r.nextName(dnsSoaRname)
		r.next(dnsSoaSerialNumber, 4)
		r.next(dnsSoaRefreshInterval, 4)
		r.next(dnsSoaRetryInterval, 4)
		r.next(dnsSoaExpireLimit, 4)
		r.next(dnsSoaMinimumTTL, 4)
	case dnsTypeHINFO:
		r.counted(dnsHinfoCPULength, dnsHinfoCPU)
		r.counted(dnsHinfoOsLength, dnsHinfoOs)
	case dnsTypeMX:
		r.next(dnsMxPreference, 2)
		r.nextName(dnsMxMailExchange)
	case dnsTypeTXT:
		for r.off < r.end && !r.over {
			r.counted(dnsTxtLength, dnsTxt)
		}
	case dnsTypeSPF:
		for r.off < r.end && !r.over {
			r.counted(dnsSpfLength, dnsSpf)
		}
	case dnsTypeRP:
		r.nextName(dnsRpMailbox)
		r.nextName(dnsRpTxtRr)
	case dnsTypeAFSDB:
		r.next(dnsAfsdbSubtype, 2)
		r.nextName(dnsAfsdbHostname)
	case dnsTypeSRV:
		r.service()
		r.next(dnsSrvPriority, 2)
		r.next(dnsSrvWeight, 2)
		r.next(dnsSrvPort, 2)
		r.nextName(dnsSrvTarget)
	case dnsTypeNAPTR:
		r.next(dnsNaptrOrder, 2)
		r.next(dnsNaptrPreference, 2)
		r.counted(dnsNaptrFlagsLength, dnsNaptrFlags)
		r.counted(dnsNaptrServiceLength, dnsNaptrService)
		r.counted(dnsNaptrRegexLength, dnsNaptrRegex)
		name, n := r.name(dnsNaptrReplacement, r.off)
		r.computed(dnsNaptrReplacementLength, r.off, n, uint64(len(name.text)))
	case dnsTypeKX:
		r.next(dnsKxPreference, 2)
		r.nextName(dnsKxKeyExchange)
	case dnsTypeLOC:
		if r.number(r.off, 1) != 0 {
			r.uint(dnsLocVersion, r.off, 1)
			r.rest(dnsLocUnknownData)
			return
		}
		r.next(dnsLocVersion, 1)
		r.next(dnsLocSize, 1)
		r.next(dnsLocHorizontalPrecision, 1)
		r.next(dnsLocVerticalPrecision, 1)
		r.next(dnsLocLatitude, 4)
		r.next(dnsLocLongitude, 4)
		r.next(dnsLocAltitude, 4)
	case dnsTypeEUI48:
		r.ether(dnsEui48, r.off)
	default:
		r.dissectMore(kind)
	}
}

// dissectMore knows the records of DNSSEC and of later times.
func (r *dnsRecord) dissectMore(kind uint64) {
	switch kind {
	case dnsTypeOPT:
		for r.off < r.end && !r.over {
			r.option()
		}
	case dnsTypeCERT:
		r.next(dnsCertType, 2)
		r.next(dnsCertKeyTag, 2)
		r.next(dnsCertAlgorithm, 1)
		r.rest(dnsCertCertificate)
	case dnsTypeDS, dnsTypeCDS, dnsTypeDLV:
		r.next(dnsDsKeyID, 2)
		r.next(dnsDsAlgorithm, 1)
		r.next(dnsDsDigestType, 1)
		r.bytes(dnsDsDigest, r.off, r.end-r.off)
	case dnsTypeSSHFP:
		r.next(dnsSshfpAlgorithm, 1)
		r.next(dnsSshfpFingerprintType, 1)
		r.rest(dnsSshfpFingerprint)
	case dnsTypeRRSIG, dnsTypeSIG:
		r.next(dnsRrsigTypeCovered, 2)
		r.next(dnsRrsigAlgorithm, 1)
		r.next(dnsRrsigLabels, 1)
		r.next(dnsRrsigOriginalTTL, 4)
		r.moment(dnsRrsigSignatureExpiration)
		r.moment(dnsRrsigSignatureInception)
		r.next(dnsRrsigKeyTag, 2)
		r.nextName(dnsRrsigSignersName)
		r.rest(dnsRrsigSignature)
	case dnsTypeNSEC:
		r.nextName(dnsNsecNextDomainName)
		r.types()
	case dnsTypeDNSKEY, dnsTypeCDNSKEY:
		r.uint(dnsDnskeyFlags, r.off, 2)
		r.flag(dnsDnskeyFlagsZoneKey, r.off, 2, 0x0100)
		r.flag(dnsDnskeyFlagsKeyRevoked, r.off, 2, 0x0080)
		r.flag(dnsDnskeyFlagsSecureEntryPoint, r.off, 2, 0x0001)
		r.part(dnsDnskeyFlagsReserved, r.off, 2, 0xfe7e)
		data := r.off
		r.off += 2
		r.next(dnsDnskeyProtocol, 1)
		r.next(dnsDnskeyAlgorithm, 1)
		if r.has(data, r.end-data) {
			r.keyTag(dnsDnskeyKeyID, data)
		}
		r.rest(dnsDnskeyPublicKey)
	case dnsTypeNSEC3, dnsTypeNSEC3P:
		r.next(dnsNsec3Algo, 1)
		r.uint(dnsNsec3Flags, r.off, 1)
		if kind == dnsTypeNSEC3 {
			r.flag(dnsNsec3FlagsOptOut, r.off, 1, 0x01)
		}
		r.off++
		r.next(dnsNsec3Iterations, 2)
		n := int(r.next(dnsNsec3SaltLength, 1))
		r.bytes(dnsNsec3SaltValue, r.off, n)
		r.off += n
		if kind == dnsTypeNSEC3 {
			n := int(r.next(dnsNsec3HashLength, 1))
			if r.has(r.off, n) {
				r.written(dnsNsec3HashValue, r.off, n, r.d.write(base32(r.v.b[r.off:r.off+n])))
			}
			r.off += n
			r.types()
		}
	case dnsTypeTLSA:
		r.next(dnsTlsaCertificateUsage, 1)
		r.next(dnsTlsaSelector, 1)
		r.next(dnsTlsaMatchingType, 1)
		r.bytes(dnsTlsaCertificateAssociationData, r.off, r.end-r.off)
	case dnsTypeSVCB, dnsTypeHTTPS:
		r.next(dnsSvcbSvcpriority, 2)
		r.nextName(dnsSvcbTargetname)
		for r.off < r.end && !r.over {
			r.parameter()
		}
	case dnsTypeCAA:
		r.authority()
	default:
		r.dissectRare(kind)
	}
}

// types adds the record types that a bitmap names (RFC 4034 Section 4.1.2).
func (r *dnsRecord) types() {
	for r.off+2 <= r.end && !r.over {
		block, n := r.number(r.off, 1), int(r.number(r.off+1, 1))
		if !r.has(r.off+2, n) {
			return
		}
		r.typesOf(block, r.off+2, n)
		r.off += 2 + n
	}
}

// typesOf adds the types of one block of the bitmap.
func (r *dnsRecord) typesOf(block uint64, off, n int) {
	for i, c := range r.v.b[off : off+n] {
		for bit := range 8 {
			if c&(0x80>>bit) != 0 {
				r.computed(dnsRespType, off+i, 1, block<<8|uint64(8*i+bit))
			}
		}
	}
}

// moment adds seconds since 1970.
func (r *dnsRecord) moment(id FieldID) {
	sec := r.number(r.off, 4)
	if !r.over {
		r.put(id, r.off, 4, TimeValue(time.Unix(int64(sec), 0)))
	}
	r.off += 4
}

// keyTag adds the tag of the key whose data begins at data, if there is enough of it.
func (r *dnsRecord) keyTag(id FieldID, data int) {
	if r.end-data < 4 {
		r.expert(dnsKeyIDBufferTooShort)
		return
	}
	r.computed(id, r.off, 0, keyTag(r.v.b[data:r.end]))
}

// keyTag is that of a DNSKEY record's data (RFC 4034 Appendix B).
func keyTag(b []byte) uint64 {
	if len(b) >= 4 && b[3] == 1 { // RSA/MD5 has its own
		return uint64(b[len(b)-3])<<8 | uint64(b[len(b)-2])
	}
	var sum uint64
	for i, c := range b {
		if i%2 == 0 {
			sum += uint64(c) << 8
		} else {
			sum += uint64(c)
		}
	}
	return (sum + sum>>16&0xffff) & 0xffff
}

// base32 is the alphabet that NSEC3 hashes are written in, unpadded.
func base32(b []byte) string {
	const digits = "0123456789abcdefghijklmnopqrstuv"
	out := make([]byte, 0, len(b)*8/5+1)
	var acc, bits uint
	for _, c := range b {
		acc, bits = acc<<8|uint(c), bits+8
		for bits >= 5 {
			bits -= 5
			out = append(out, digits[acc>>bits&31])
		}
	}
	if bits > 0 {
		out = append(out, digits[acc<<(5-bits)&31])
	}
	return string(out)
}

// authority dissects CAA (RFC 8659).
func (r *dnsRecord) authority() {
	r.uint(dnsCaaFlags, r.off, 1)
	r.flag(dnsCaaFlagsIssuerCritical, r.off, 1, 0x80)
	r.off++
	n := int(r.number(r.off, 1))
	if !r.has(r.off+1, n) {
		return
	}
	r.next(dnsCaaTagLength, 1)
	tag := r.text(dnsCaaTag, r.off, n)
	r.off += n
	id := dnsCaaUnknown
	switch string(tag) {
	case "issue":
		id = dnsCaaIssue
	case "issuewild":
		id = dnsCaaIssuewild
	case "iodef":
		id = dnsCaaIodef
	}
	r.text(id, r.off, r.end-r.off)
	r.text(dnsCaaValue, r.off, r.end-r.off)
}

// EDNS options (RFC 6891).
const (
	ednsDAU       = 5
	ednsDHU       = 6
	ednsN3U       = 7
	ednsSubnet    = 8
	ednsCookie    = 10
	ednsKeepalive = 11
	ednsPadding   = 12
	ednsChain     = 13
	ednsError     = 15
	ednsOldSubnet = 20730
)

// item adds the head of an option or a parameter, whose octets need not all be there.
func (r *dnsRecord) item(id FieldID, off, n int) {
	if r.has(off, 4) {
		r.put(id, off, n, NoneValue())
	}
}

func (r *dnsRecord) option() {
	n := int(r.number(r.off+2, 2))
	r.item(dnsOpt, r.off, 4+n)
	code := r.next(dnsOptCode, 2)
	r.next(dnsOptLen, 2)
	if r.over {
		return
	}
	off, end := r.off, r.off+n
	r.off = end
	r.bytes(dnsOptData, off, n)
	switch code {
	case ednsDAU, ednsDHU, ednsN3U:
		id := [...]FieldID{dnsOptDau, dnsOptDhu, dnsOptN3u}[code-ednsDAU]
		for ; off < end; off++ {
			r.uint(id, off, 1)
		}
	case ednsOldSubnet:
		r.expertf(dnsDeprOpc, "Deprecated opcode. Client subnet OPT assigned as %d.", ednsSubnet)
		r.subnet(off, n)
	case ednsSubnet:
		r.subnet(off, n)
	case ednsCookie:
		r.bytes(dnsOptCookieClient, off, 8)
		if n >= 8 {
			r.bytes(dnsOptCookieServer, off+8, n-8)
		}
	case ednsKeepalive:
		if n == 2 {
			r.uint(dnsOptEdnsTCPKeepaliveTimeout, off, 2)
		}
	case ednsPadding:
		r.bytes(dnsOptPadding, off, n)
	case ednsChain:
		r.fixed(dnsOptChainFqdn, off, n)
	case ednsError:
		r.uint(dnsOptExtErrorInfoCode, off, 2)
		if n > 2 {
			r.text(dnsOptExtErrorExtraText, off+2, n-2)
		}
	}
}

// subnet dissects a client subnet (RFC 7871), whose address has lost its last
// octets.
func (r *dnsRecord) subnet(off, n int) {
	family := r.uint(dnsOptClientFamily, off, 2)
	r.uint(dnsOptClientNetmask, off+2, 1)
	r.uint(dnsOptClientScope, off+3, 1)
	if uint16(n-4) > 16 && !r.over {
		r.expert(dnsOptBadLength)
	}
	if !r.has(off, n) || n < 4 {
		return
	}
	size := n - 4
	switch family {
	case 1:
		size = min(size, 4)
	case 2:
		size = min(size, 16)
	}
	r.address(family, off+4, size, [3]FieldID{dnsOptClientAddr4, dnsOptClientAddr6, dnsOptClientAddr})
}

// address adds one of a family, IPv4 or IPv6 or else, which has lost its last octets.
func (r *dnsRecord) address(family uint64, off, n int, ids [3]FieldID) {
	if !r.has(off, n) {
		return
	}
	octets := r.v.b[off : off+n]
	switch {
	case family == 1 && n <= 4:
		var b [4]byte
		copy(b[:], octets)
		r.put(ids[0], off, n, IPv4Value(b[:]))
	case family == 2 && n <= 16:
		b := r.d.write(string(make([]byte, 16)))
		copy(b, octets)
		r.put(ids[1], off, n, IPv6Value(b))
	default:
		r.bytes(ids[2], off, n)
	}
}

// Service parameters (RFC 9460 Section 14.3.2).
const (
	serviceMandatory = 0
	serviceALPN      = 1
	servicePort      = 3
	serviceIPv4      = 4
	serviceECH       = 5
	serviceIPv6      = 6
	serviceODoH      = 0x8001
)

func (r *dnsRecord) parameter() {
	n := int(r.number(r.off+2, 2))
	r.item(dnsSvcbSvcparam, r.off, 4+n)
	key := r.next(dnsSvcbSvcparamKey, 2)
	r.next(dnsSvcbSvcparamValueLength, 2)
	off, end := r.off, r.off+n
	r.off = end
	switch key {
	case serviceMandatory:
		for ; off+2 <= end; off += 2 {
			r.uint(dnsSvcbSvcparamMandatoryKey, off, 2)
		}
	case serviceALPN:
		for off < end && !r.over {
			size := int(r.uint(dnsSvcbSvcparamAlpnLength, off, 1))
			r.text(dnsSvcbSvcparamAlpn, off+1, size)
			off += 1 + size
		}
	case servicePort:
		r.uint(dnsSvcbSvcparamPort, off, 2)
	case serviceIPv4:
		for ; off+4 <= end; off += 4 {
			r.ipv4(dnsSvcbSvcparamIpv4hintIP, off)
		}
	case serviceIPv6:
		for ; off+16 <= end; off += 16 {
			r.ipv6(dnsSvcbSvcparamIpv6hintIP, off)
		}
	case serviceODoH:
		r.bytes(dnsSvcbSvcparamOdohconfig, off, n)
	case serviceECH:
		r.bytes(dnsSvcbSvcparamEchconfig, off, n)
	default:
		if n > 0 {
			r.bytes(dnsSvcbSvcparamValue, off, n)
		}
	}
}
