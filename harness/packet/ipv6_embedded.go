package packet

import "bytes"

// embeddedFields are those of IPv4 addresses that are part of an IPv6 address.
type embeddedFields struct{ isatap, gateway, site, server, port, client, translated FieldID }

var (
	embeddedSource = embeddedFields{
		ipv6SrcIsatapIpv4, ipv6Src6to4GwIpv4, ipv6Src6to4SlaID, ipv6SrcTsIpv4, ipv6SrcTcPort, ipv6SrcTcIpv4, ipv6SrcEmbedIpv4,
	}
	embeddedDestination = embeddedFields{
		ipv6DstIsatapIpv4, ipv6Dst6to4GwIpv4, ipv6Dst6to4SlaID, ipv6DstTsIpv4, ipv6DstTcPort, ipv6DstTcIpv4, ipv6DstEmbedIpv4,
	}
	embeddedEither = embeddedFields{
		ipv6IsatapIpv4, ipv66to4GwIpv4, ipv66to4SlaID, ipv6TsIpv4, ipv6TcPort, ipv6TcIpv4, ipv6EmbedIpv4,
	}
	translationPrefix = []byte{0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0} // RFC 6052 Section 2.1
)

// embedded adds the IPv4 addresses in the address at off: those of ISATAP (RFC 5214),
// 6to4 (RFC 3056), Teredo (RFC 4380) and translators.
func (l *layer) embedded(off int, source bool) {
	b := l.v.b[off : off+16]
	own := &embeddedDestination
	if source {
		own = &embeddedSource
	}
	if b[10] == 0x5e && b[11] == 0xfe && b[9] == 0 && b[8]&^2 == 0 {
		for _, ids := range [...]*embeddedFields{own, &embeddedEither} {
			l.ipv4(ids.isatap, off+12)
		}
	}
	switch {
	case b[0] == 0x20 && b[1] == 0x02:
		for _, ids := range [...]*embeddedFields{own, &embeddedEither} {
			l.ipv4(ids.gateway, off+2)
			l.uint(ids.site, off+6, 2)
		}
	case b[0] == 0x20 && b[1] == 0x01 && b[2] == 0 && b[3] == 0:
		client := [4]byte{^b[12], ^b[13], ^b[14], ^b[15]}
		for _, ids := range [...]*embeddedFields{own, &embeddedEither} {
			l.ipv4(ids.server, off+4)
			l.computed(ids.port, off+10, 2, ^l.number(off+10, 2)&0xffff)
			l.put(ids.client, off+12, 4, IPv4Value(client[:]))
		}
	case bytes.HasPrefix(b, translationPrefix):
		l.bytes(ipv6EmbedIpv4Prefix, off, 12)
		for _, ids := range [...]*embeddedFields{own, &embeddedEither} {
			l.ipv4(ids.translated, off+12)
		}
	}
}
