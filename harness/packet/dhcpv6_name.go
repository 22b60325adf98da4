package packet

import "bytes"

const (
	maxDHCPv6Name  = 255 // octets of an encoded name (RFC 1035 Section 3.1)
	maxDHCPv6Label = 63
)

// dhcpv6RootOnly is what stands for a name without any label.
const dhcpv6RootOnly = "['.' (0)]"

// names adds the domain names in n octets at off, none of them compressed (RFC 8415
// Section 10). The last may lack its end. One that is wrong is shown by what is
// wrong with it, and ends the names.
func (l *layer) names(id FieldID, off, n int) {
	if n == 0 {
		l.computed(dhcpv6DomainFieldLen, off, 0, 0)
		return
	}
	if !l.has(off, n) {
		return
	}
	end := off + n
	for first := off; off < end && !l.over; {
		size := l.name(id, first, off, end)
		if size == 0 {
			return
		}
		off += size
	}
}

// name adds the name at off, and returns how many octets it takes: 0 where it is
// the last. The names began at first.
func (l *layer) name(id FieldID, first, off, end int) int {
	d, b := l.d, l.v.b
	d.ink = d.ready(2 * maxDHCPv6Name)
	mark := len(d.ink)
	text := func() []byte { // a string of C's
		s, _, _ := bytes.Cut(d.keep(mark), []byte{0})
		return s
	}
	labels := 0
	for at := off; ; labels++ {
		size, seen := int(b[at]), at-off
		switch {
		case size == 0 && labels == 0:
			l.written(dhcpv6RootOnlyDomainName, off, 1, []byte(dhcpv6RootOnly))
			l.expert(dhcpv6ExpertRootOnlyDomainName)
			return 0
		case size == 0 && seen == maxDHCPv6Name && at+1 == end:
			l.tooLong(off, seen+1)
			return 0
		case size == 0 && seen >= maxDHCPv6Name:
			l.tooLong(off, seen)
			return 0
		case size == 0:
			if labels == 1 {
				id = dhcpv6TLD
			}
			d.ink = append(d.ink, '.')
			l.written(id, off, seen+1, text())
			if id == dhcpv6TLD {
				l.expert(dhcpv6ExpertTldLookup)
			}
			return seen + 1
		case seen > maxDHCPv6Name:
			l.tooLong(off, seen-1)
			return 0
		case size > maxDHCPv6Label, at+1+size > end:
			wrong, expert := dhcpv6BogusLabelLength, dhcpv6ExpertNameNotDNSEncoded
			if size <= maxDHCPv6Label {
				wrong, expert = dhcpv6DomainFieldLenExceeded, dhcpv6ExpertDomainFieldLengthExceeded
			}
			l.computed(wrong, at, 1, uint64(size))
			if labels > 0 {
				l.written(dhcpv6DecodedPortion, off, len(d.ink)-mark, text())
			}
			l.expert(expert)
			return 0
		case at+1+size == end:
			if seen+1+size > maxDHCPv6Name {
				l.tooLong(off, seen+1+size)
				return 0
			}
			// here tshark shows as much of the first label instead, and no dot
			d.ink = append(d.ink, b[off+1:off+1+size]...)
			if off > first {
				l.written(dhcpv6PartialNamePrecededByFqdn, off, size, text())
				l.expert(dhcpv6ExpertPartialNamePrecededByFqdn)
			} else {
				l.written(id, off, len(d.ink)-mark+1, text())
			}
			return 0
		}
		if labels > 0 {
			d.ink = append(d.ink, '.')
		}
		d.ink = append(d.ink, b[at+1:at+1+size]...)
		at += 1 + size
	}
}

// tooLong tells that of a name n octets or more stand at off.
func (l *layer) tooLong(off, n int) {
	if l.has(off, n+1) { // which tshark reads ahead
		l.computed(dhcpv6EncodedFqdnGt255, off, n-1, uint64(n))
		l.expert(dhcpv6ExpertEncodedFqdnGt255)
	}
}
