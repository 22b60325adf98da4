package packet

import (
	"bytes"
	"encoding/hex"
	"time"
)

// The kinds of DHCP unique identifier (RFC 8415 Section 11.1).
const (
	duidLinkLayerTime = 1
	duidEnterprise    = 2
	duidLinkLayer     = 3
	duidUUID          = 4
)

// clientID dissects a client identifier: a hardware address behind its type, or
// anything.
func (l *layer) clientID(n int) {
	if n == 0 {
		return
	}
	kind := l.number(0, 1)
	switch {
	case kind > 0 && kind < 48 && n == 7:
		l.uint(dhcpHwType, 0, 1)
		if isEthernet(kind) {
			l.ether(dhcpHwMacAddr, 1)
		} else {
			l.written(dhcpClientHardwareAddress, 1, 6, l.d.hardware(kind, l.v.b[1:7]))
		}
	case kind == 0 && n == 17:
		l.machineID(1)
	case kind == 0xff:
		l.duid(n)
	case kind == 0 && n > 1:
		l.uint(dhcpClientIDType, 0, 1)
		l.fixed(dhcpClientIDUndef, 1, n-1)
	}
}

// machineID adds a UUID whose first three numbers stand in the order of a PC's
// processor (RFC 4578 Section 2.3).
func (l *layer) machineID(off int) {
	if !l.has(off, 16) {
		return
	}
	b := l.v.b[off : off+16]
	l.put(dhcpClientIDUUID, off, 16, GUIDValue(l.d.write(string([]byte{
		b[3], b[2], b[1], b[0], b[5], b[4], b[7], b[6], b[8], b[9], b[10], b[11], b[12], b[13], b[14], b[15],
	}))))
}

// duid dissects an identifier after RFC 4361: an identity association and a DHCP
// unique identifier.
func (l *layer) duid(n int) {
	if l.has(1, 4) {
		l.written(dhcpClientIDIaid, 1, 4, l.d.hex(l.v.b[1:5]))
	}
	switch l.uint(dhcpClientIDDuidType, 5, 2) {
	case duidLinkLayerTime:
		if n < 8 {
			l.expert(dhcpMalformedDuid)
			return
		}
		hardware := l.uint(dhcpClientIDDuidLltHwType, 7, 2)
		l.uint(dhcpClientIDTime, 9, 4)
		l.linkLayer(hardware, 13, n)
	case duidEnterprise:
		if n < 8 {
			l.expert(dhcpMalformedDuid)
			return
		}
		l.uint(dhcpClientIDEnterpriseNum, 7, 4)
		l.bytes(dhcpClientID, 11, n-11)
	case duidLinkLayer:
		if n < 8 {
			l.expert(dhcpMalformedDuid)
			return
		}
		hardware := l.uint(dhcpClientIDDuidLlHwType, 7, 2)
		l.linkLayer(hardware, 9, n)
	}
}

func (l *layer) linkLayer(hardware uint64, off, end int) {
	if l.has(off, end-off) {
		l.written(dhcpClientIDLinkLayerAddress, off, end-off, l.d.hardware(hardware, l.v.b[off:end]))
	}
}

// duidTime is the time in a DUID, which counts seconds from the year 2000 and then
// wraps.
func duidTime(seconds uint64) time.Time {
	const year2000 = 946684800
	return time.Unix(int64(uint32(seconds+year2000)), 0)
}

// isEthernet tells whether a type of hardware has the addresses of Ethernet.
func isEthernet(hardware uint64) bool { return hardware == 1 || hardware == 6 }

// maxHardware is how many octets of a hardware address are written.
const maxHardware = 36

// hardware writes a hardware address: that of Ethernet with colons.
func (d *Dissector) hardware(kind uint64, b []byte) []byte {
	d.ink = d.ready(2*maxHardware + len("…"))
	at := len(d.ink)
	switch {
	case len(b) == 0:
		d.ink = append(d.ink, "<No address>"...)
	case len(b) == 6 && isEthernet(kind):
		d.ink = colons(d.ink, b)
	case len(b) > maxHardware:
		d.ink = append(hex.AppendEncode(d.ink, b[:maxHardware]), "…"...)
	default:
		d.ink = hex.AppendEncode(d.ink, b)
	}
	return d.keep(at)
}

// hex writes octets as hexadecimal digits.
func (d *Dissector) hex(b []byte) []byte {
	d.ink = d.ready(2 * len(b))
	at := len(d.ink)
	d.ink = hex.AppendEncode(d.ink, b)
	return d.keep(at)
}

// clientName dissects the client FQDN (RFC 4702).
func (l *layer) clientName(n int) {
	if n < 3 {
		return
	}
	flags := l.uint(dhcpFqdnFlags, 0, 1)
	l.part(dhcpFqdnMbz, 0, 1, 0xf0)
	l.flag(dhcpFqdnN, 0, 1, 0x08)
	l.flag(dhcpFqdnE, 0, 1, 0x04)
	l.flag(dhcpFqdnO, 0, 1, 0x02)
	l.flag(dhcpFqdnS, 0, 1, 0x01)
	l.uint(dhcpFqdnRcode1, 1, 1)
	l.uint(dhcpFqdnRcode2, 2, 1)
	switch {
	case n == 3:
	case flags&0x04 == 0:
		l.fixed(dhcpFqdnName, 3, n-3)
	default:
		text := l.unended(3, n-3)
		if text == nil {
			l.broken()
		}
		l.written(dhcpFqdnName, 3, n-3, text)
	}
}

// unended reads the domain name in n octets at off, whose end may be left out. It
// is nil where there is none.
func (l *layer) unended(off, n int) []byte {
	if !l.has(off, n) {
		return nil
	}
	name, _ := l.d.domain(append(bytes.Clone(l.v.b[off:off+n]), 0), 0)
	return name.text
}

// userClass dissects the user class (RFC 3004). What does not fit is taken for plain
// text, which many clients send.
func (l *layer) userClass(n int) {
	if n < 2 {
		return
	}
	for at, i := 0, 0; at < n; i++ {
		size := int(l.number(at, 1))
		if at+1+size > n {
			l.fixed(dhcpOptionUserClassText, at, n-at)
			l.expert(dhcpOptionNonstdData)
			return
		}
		l.computed(dhcpOptionUserClass, at, 1+size, uint64(i))
		l.uint(dhcpOptionUserClassLength, at, 1)
		if size == 0 {
			return
		}
		l.bytes(dhcpOptionUserClassData, at+1, size)
		at += 1 + size
	}
}

// dhcpAuth dissects the authentication of a message of some kind (RFC 3118).
func (l *layer) dhcpAuth(n int, kind byte) {
	const delayed, md5 = 1, 1
	if n < 11 {
		return
	}
	algorithm := dhcpOptionDhcpAuthenticationAlgorithm
	isDelayed := l.uint(dhcpOptionDhcpAuthenticationProtocol, 0, 1) == delayed
	if isDelayed {
		algorithm = dhcpOptionDhcpAuthenticationAlgDelay
	}
	isMD5 := l.uint(algorithm, 1, 1) == md5
	if l.uint(dhcpOptionDhcpAuthenticationRdm, 2, 1) == 0 {
		l.uint(dhcpOptionDhcpAuthenticationRdmReplayDetection, 3, 8)
	} else {
		l.fixed(dhcpOptionDhcpAuthenticationRdmRdv, 3, 8)
	}
	switch {
	case isDelayed && isMD5:
		if n >= 31 && kind != dhcpDiscover {
			l.uint(dhcpOptionDhcpAuthenticationSecretID, 11, 4)
			l.bytes(dhcpOptionDhcpAuthenticationHmacMd5Hash, 15, 16)
		}
	case n > 11:
		l.fixed(dhcpOptionDhcpAuthenticationInformation, 11, n-11)
	}
}
