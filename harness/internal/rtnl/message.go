package rtnl

import (
	"encoding/binary"
	"iter"
	"net/netip"

	"golang.org/x/sys/unix"
)

// request is one netlink request under construction (RFC 3549, Section
// 2.2). What it is about is told by the Error that it may end in.
type request struct {
	data  []byte
	about Error
}

// newRequest begins a request of a type with flags beside NLM_F_REQUEST.
func newRequest(kind, flags uint16, about Error) request {
	data := make([]byte, unix.SizeofNlMsghdr, 256)
	binary.NativeEndian.PutUint16(data[4:], kind)
	binary.NativeEndian.PutUint16(data[6:], unix.NLM_F_REQUEST|flags)
	return request{data: data, about: about}
}

// link appends struct ifinfomsg: the interface, and those of its flags in
// change that it gets.
func (r *request) link(index int, flags, change uint32) {
	r.data = append(r.data, unix.AF_UNSPEC, 0, 0, 0)
	r.data = binary.NativeEndian.AppendUint32(r.data, uint32(index))
	r.data = binary.NativeEndian.AppendUint32(r.data, flags)
	r.data = binary.NativeEndian.AppendUint32(r.data, change)
}

// open begins an attribute, of which close is handed the place.
func (r *request) open(kind uint16) int {
	at := len(r.data)
	r.data = binary.NativeEndian.AppendUint16(r.data, 0)
	r.data = binary.NativeEndian.AppendUint16(r.data, kind)
	return at
}

func (r *request) close(at int) {
	binary.NativeEndian.PutUint16(r.data[at:], uint16(len(r.data)-at))
	for len(r.data)%unix.NLMSG_ALIGNTO != 0 {
		r.data = append(r.data, 0)
	}
}

func (r *request) bytes(kind uint16, value []byte) {
	at := r.open(kind)
	r.data = append(r.data, value...)
	r.close(at)
}

func (r *request) string(kind uint16, value string) {
	at := r.open(kind)
	r.data = append(r.data, value...)
	r.data = append(r.data, 0)
	r.close(at)
}

func (r *request) uint8(kind uint16, value uint8) { r.bytes(kind, []byte{value}) }

func (r *request) uint16(kind uint16, value uint16) {
	at := r.open(kind)
	r.data = binary.NativeEndian.AppendUint16(r.data, value)
	r.close(at)
}

func (r *request) uint32(kind uint16, value uint32) {
	at := r.open(kind)
	r.data = binary.NativeEndian.AppendUint32(r.data, value)
	r.close(at)
}

func (r *request) addr(kind uint16, value netip.Addr) { r.bytes(kind, value.AsSlice()) }

// seal writes length and sequence number. Only a request that asks for an
// acknowledgement is answered where it succeeds.
func (r *request) seal(seq uint32, acknowledge bool) {
	binary.NativeEndian.PutUint32(r.data, uint32(len(r.data)))
	if acknowledge {
		flags := binary.NativeEndian.Uint16(r.data[6:])
		binary.NativeEndian.PutUint16(r.data[6:], flags|unix.NLM_F_ACK)
	}
	binary.NativeEndian.PutUint32(r.data[8:], seq)
}

// family is the address family as the kernel numbers it.
func family(a netip.Addr) uint8 {
	if a.Is4() {
		return unix.AF_INET
	}
	return unix.AF_INET6
}

// messages yields the header and the body of each netlink message.
func messages(data []byte) iter.Seq2[[]byte, []byte] {
	return func(yield func(header, body []byte) bool) {
		for len(data) >= unix.SizeofNlMsghdr {
			length := int(binary.NativeEndian.Uint32(data))
			if length < unix.SizeofNlMsghdr || length > len(data) {
				return
			}
			if !yield(data[:unix.SizeofNlMsghdr], data[unix.SizeofNlMsghdr:length]) {
				return
			}
			data = data[min(aligned(length), len(data)):]
		}
	}
}

// attributes yields the type and the value of each netlink attribute.
func attributes(data []byte) iter.Seq2[uint16, []byte] {
	return func(yield func(kind uint16, value []byte) bool) {
		for len(data) >= unix.SizeofNlAttr {
			length := int(binary.NativeEndian.Uint16(data))
			if length < unix.SizeofNlAttr || length > len(data) {
				return
			}
			if !yield(binary.NativeEndian.Uint16(data[2:]), data[unix.SizeofNlAttr:length]) {
				return
			}
			data = data[min(aligned(length), len(data)):]
		}
	}
}

func aligned(length int) int { return (length + unix.NLMSG_ALIGNTO - 1) &^ (unix.NLMSG_ALIGNTO - 1) }
