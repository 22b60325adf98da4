package observe

import (
	"encoding/binary"
	"fmt"

	"golang.org/x/sys/unix"
)

// ndtm and ndta are of linux/neighbour.h, which package unix lacks.
const (
	sizeofNdtMsg  = 4
	ndtaStats     = 7
	ndtsTableFull = 10 // the place of ndts_table_fulls among the counters, which have eight octets each
)

// NoRoom returns how often since the machine came up the kernel had no room for a
// neighbour. Its tables of neighbours, one for IPv4 and one for IPv6, are one for all
// network namespaces of a machine, and hold gc_thresh3 entries each (1,024 unless set).
// What is sent to a neighbour that there is no room for is lost.
func NoRoom() (times uint64, err error) {
	fd, err := unix.Socket(unix.AF_NETLINK, unix.SOCK_RAW|unix.SOCK_CLOEXEC, unix.NETLINK_ROUTE)
	if err != nil {
		return 0, fmt.Errorf("observe: tables of neighbours: netlink socket: %w", err)
	}
	c := &conn{fd: fd, buf: make([]byte, bufferSize)}
	defer c.close()
	err = c.dump(unix.RTM_GETNEIGHTBL, make([]byte, sizeofNdtMsg), func() { times = 0 }, func(b []byte) error {
		if len(b) < sizeofNdtMsg {
			return errMalformed
		}
		for kind, v := range attributes(b[sizeofNdtMsg:]) {
			if kind == ndtaStats && len(v) >= 8*(ndtsTableFull+1) {
				times += binary.NativeEndian.Uint64(v[8*ndtsTableFull:])
			}
		}
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("observe: tables of neighbours: %w", err)
	}
	return times, nil
}
