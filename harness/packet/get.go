package packet

import (
	"fmt"
	"math"
	"net"
	"net/netip"
	"time"

	"github.com/netrig/netrig/internal/strict"
)

// Go is what values of fields are had as. As a string a value of any type can be had, as
// tshark shows it.
type Go interface {
	int | uint64 | int64 | float64 | bool | string | []byte | netip.Addr | net.HardwareAddr | time.Duration | time.Time
}

// Get returns the first value that a field has in a frame:
//
//	port, err := packet.Get[int](frame, "tcp.dstport")
//
// The error is that there is no such field, none in this frame, or that its values are
// of another type: numbers are int, uint64 or int64, flags bool, IPv4 and IPv6 addresses
// netip.Addr, MAC addresses net.HardwareAddr, octets []byte, times time.Duration and
// time.Time.
func Get[T Go](f *Frame, field string) (T, error) {
	var none T
	all, err := All[T](f, field)
	switch {
	case err != nil:
		return none, err
	case len(all) == 0:
		return none, fmt.Errorf("packet: no %s in frame %d at %s", field, f.Number, f.Point)
	}
	return all[0], nil
}

// All returns each value that a field has in a frame, as ip.addr has two, in the order in
// which they stand there; none where the field is not there. The error is that of Get.
func All[T Go](f *Frame, field string) ([]T, error) {
	info, ok := Lookup(field)
	if !ok {
		cure := ""
		if near := strict.Nearest(field, Names()); near != "" {
			cure = " (did you mean " + near + "?)"
		}
		return nil, fmt.Errorf("packet: no field %q%s", field, cure)
	}
	var all []T
	for v := range f.Values(info.ID) {
		var got T
		if !v.into(&got, info) {
			return nil, fmt.Errorf("packet: %s is %s in frame %d at %s, which is no %T", field, v.Format(info), f.Number, f.Point, got)
		}
		all = append(all, got)
	}
	return all, nil
}

// into stores a value in a Go value, and reports whether it is of that type.
func (v Value) into(to any, info *Info) bool {
	switch to := to.(type) {
	case *string:
		*to = v.Format(info)
	case *int:
		*to = int(v.num)
		return v.typ == Int || v.typ == Uint && v.num <= math.MaxInt
	case *uint64:
		*to = v.num
		return v.typ == Uint
	case *int64:
		*to = int64(v.num)
		return v.typ == Int || v.typ == Uint && v.num <= math.MaxInt64
	case *float64:
		*to = v.Float()
		return v.typ == Double
	case *bool:
		*to = v.Bool()
		return v.typ == Bool
	case *[]byte:
		*to = v.Octets()
		return v.typ == Bytes || v.typ == Protocol || v.typ == String || v.typ == OID || v.typ == GUID
	case *netip.Addr:
		*to = v.Addr()
		return v.typ == IPv4 || v.typ == IPv6
	case *net.HardwareAddr:
		*to = v.Octets()
		return v.typ == Ether || v.typ == EUI64
	case *time.Duration:
		*to = time.Duration(v.num)
		return v.typ == Duration
	case *time.Time:
		*to = time.Unix(0, int64(v.num)).UTC()
		return v.typ == Time
	}
	return true
}
