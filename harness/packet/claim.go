package packet

import "net/netip"

// maxClaims is how many conversations to come are claimed at once.
const maxClaims = 1 << 12

// claimKey names conversations over UDP between a port of one host and any port of
// another.
type claimKey struct {
	host netip.Addr
	port uint16
	peer netip.Addr
}

// claim takes what the sender of the packet in hand will hear at its port from the
// receiver, from whichever port of that: it belongs to the stream s, which speaks a
// known protocol. It takes the place of an earlier claim.
func (d *Dissector) claim(src uint16, s *udpStream) {
	d.recall().arranges = true
	d.recall().claims.put(claimKey{d.src, src, d.dst}, s, maxClaims)
}

// claimed finds the stream that has a claim on the packet in hand, or returns nil.
func (d *Dissector) claimed(src, dst uint16) *udpStream {
	if len(d.recall().claims.young)+len(d.recall().claims.old) == 0 {
		return nil
	}
	s, ok := d.recall().claims.find(claimKey{d.src, src, d.dst}, maxClaims)
	if !ok {
		s, _ = d.recall().claims.find(claimKey{d.dst, dst, d.src}, maxClaims)
	}
	return s
}
