package packet

import "strconv"

// ipSecurity dissects a security option: that of RFC 791 Section 3.1 where it has
// that one's length and a level that RFC 791 knows, else that of RFC 1108.
func (l *layer) ipSecurity(off, n int) {
	if n == 11 {
		level := l.number(off+2, 2)
		if _, known := ipOptSecRfc791SecNames[level]; known {
			l.uint(ipOptSecRfc791Sec, off+2, 2)
			l.uint(ipOptSecRfc791Comp, off+4, 2)
			l.padded(ipOptSecRfc791Hr, off+6, 2)
			l.padded(ipOptSecRfc791Tcc, off+8, 3)
			return
		}
	}
	l.uint(ipOptSecCl, off+2, 1)
	if n <= 3 {
		return
	}
	at, end := off+3, off+n
	for ; at < end; at++ {
		l.uint(ipOptSecProtAuthFlags, at, 1)
		unassigned := uint64(0xfe)
		if at == off+3 {
			unassigned = 0x06
			l.flag(ipOptSecProtAuthGenser, at, 1, 0x80)
			l.flag(ipOptSecProtAuthSiopEsi, at, 1, 0x40)
			l.flag(ipOptSecProtAuthSci, at, 1, 0x20)
			l.flag(ipOptSecProtAuthNsa, at, 1, 0x10)
			l.flag(ipOptSecProtAuthDoe, at, 1, 0x08)
		}
		l.part(ipOptSecProtAuthUnassigned, at, 1, unassigned)
		if !l.flag(ipOptSecProtAuthFti, at, 1, 0x01) {
			break
		}
	}
	switch {
	case at == end:
		l.expertWords(ipOptLenInvalid, "Field Termination Indicator set to 1 for last byte of option")
	case at+1 < end:
		l.expertWords(ipOptLenInvalid, "Extraneous data in option")
	}
}

// The tags of a commercial security option (FIPS 188).
const (
	tagBitmap     = 1
	tagEnumerated = 2
	tagRanges     = 5
	tagPermissive = 6
	tagFree       = 7

	maxTag = 34 // octets of one, of those that an IPv4 header has room for
)

// commercialSecurity dissects CIPSO: a domain of interpretation, and tags up to one
// that nobody knows.
func (l *layer) commercialSecurity(off, n int) {
	l.uint(ipCipsoDoi, off+2, 4)
	end := off + n
	for at := off + 6; at < end && !l.over; {
		kind := l.uint(ipCipsoTagType, at, 1)
		if kind == 0 { // for padding
			at++
			continue
		}
		if kind > tagFree || kind != tagBitmap && kind != tagEnumerated && kind < tagRanges {
			return
		}
		size, least := 1, 4
		if at+1 < end { // else its length is cut off
			size = int(l.number(at+1, 1))
		}
		if kind == tagFree {
			least = 2
		}
		if l.over || at+size-1 > end || size < least || size > maxTag {
			l.expert(ipCipsoMalformed)
			return
		}
		if kind >= tagPermissive {
			l.bytes(ipCipsoTagData, at+2, size-2)
			at += size
			continue
		}
		l.uint(ipCipsoSensitivityLevel, at+3, 1)
		if size > 4 && l.d.wants(ipCipsoCategories) {
			l.written(ipCipsoCategories, at+4, size-4, l.d.categories(kind, l.v.b[at+4:at+size]))
		}
		at += size
	}
}

// categories lists what a tag says of them.
func (d *Dissector) categories(kind uint64, b []byte) []byte {
	d.ink = d.ready(len(b) * 8 * 4) // a bitmap has the most to say of its octets
	at := len(d.ink)
	separate := func() {
		if len(d.ink) > at {
			d.ink = append(d.ink, ',')
		}
	}
	number := func(i int) uint64 {
		if i+2 > len(b) {
			return 0
		}
		return uint64(b[i])<<8 | uint64(b[i+1])
	}
	switch kind {
	case tagBitmap:
		for i := range 8 * len(b) {
			if b[i/8]&(0x80>>(i%8)) != 0 {
				separate()
				d.ink = strconv.AppendUint(d.ink, uint64(i), 10)
			}
		}
	case tagEnumerated:
		for i := 0; i+2 <= len(b); i += 2 {
			separate()
			d.ink = strconv.AppendUint(d.ink, number(i), 10)
		}
	case tagRanges: // each from its end to its beginning, which the last may leave out
		for i := 0; i+2 <= len(b); i += 4 {
			separate()
			high, low := number(i), number(i+2)
			d.ink = strconv.AppendUint(d.ink, high, 10)
			if high != low {
				d.ink = append(d.ink, '-')
				d.ink = strconv.AppendUint(d.ink, low, 10)
			}
		}
	}
	return d.keep(at)
}
