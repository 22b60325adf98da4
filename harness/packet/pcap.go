package packet

import (
	"errors"
	"fmt"
	"io"
	"time"
)

// The magic numbers of libpcap's own format (draft-ietf-opsawg-pcap), which tell
// the byte order and what the fractions of timestamps count.
const (
	pcapMicroseconds = 0xa1b2c3d4
	pcapNanoseconds  = 0xa1b23c4d

	pcapHeader = 24 // octets before the first frame
	pcapRecord = 16 // octets before each
)

// pcap is what the head of such a file says.
type pcap struct {
	point point
	nano  bool
	minor uint16 // of the version; the major is 2
}

// pcapOrder tells the byte order in which four octets are a magic number.
func pcapOrder(b []byte) (order byteOrder, nano, ok bool) {
	for _, order := range [...]byteOrder{littleEndian, bigEndian} {
		switch order.Uint32(b) {
		case pcapMicroseconds:
			return order, false, true
		case pcapNanoseconds:
			return order, true, true
		}
	}
	return littleEndian, false, false
}

// beginPcap reads the head of a file whose magic number was recognised.
func (r *Reader) beginPcap(order byteOrder, nano bool) error {
	head, err := r.next(pcapHeader)
	if err != nil {
		return r.short(err)
	}
	r.order = order
	if major := order.Uint16(head[4:]); major != 2 {
		return fmt.Errorf("packet: capture file: pcap version %d, want 2", major)
	}
	r.old = &pcap{nano: nano, minor: order.Uint16(head[6:])}
	r.old.point.link = order.Uint16(head[20:])
	if order == bigEndian {
		r.old.point.link = order.Uint16(head[22:])
	}
	return nil
}

// record reads the next frame of a pcap file.
func (r *Reader) record(f *Frame) error {
	r.off = r.read
	head, err := r.next(pcapRecord)
	if err != nil {
		if errors.Is(err, io.EOF) {
			return io.EOF
		}
		return r.short(err)
	}
	sec, fraction := r.order.Uint32(head), int64(r.order.Uint32(head[4:]))
	have, want := int64(r.order.Uint32(head[8:])), int64(r.order.Uint32(head[12:]))
	if r.old.minor <= 3 && have > want {
		have, want = want, have // before version 2.4 they stood the other way round
	}
	if have > maxSnap {
		return fmt.Errorf("packet: capture file: frame at octet %d claims %d captured octets, want at most %d", r.off, have, maxSnap)
	}
	data, err := r.next(int(have))
	if err != nil {
		return r.short(err)
	}
	if !r.old.nano {
		fraction *= 1000
	}
	f.Time = time.Unix(int64(sec), fraction).UTC()
	if err := r.old.point.fill(f, data, want); err != nil {
		return fmt.Errorf("packet: capture file: frame at octet %d: %w", r.off, err)
	}
	return nil
}
