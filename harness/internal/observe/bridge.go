package observe

import (
	"cmp"
	"encoding/binary"
	"net"
	"slices"
	"strconv"
	"time"

	"github.com/netrig/netrig/harness/state"
	"golang.org/x/sys/unix"
)

// fdb reads the forwarding databases of all bridges.
func (c *conn) fdb(names map[int]string) (entries []state.FDBEntry, err error) {
	body := make([]byte, unix.SizeofNdMsg)
	body[0] = unix.AF_BRIDGE
	err = c.dump(unix.RTM_GETNEIGH, body, func() { entries = entries[:0] }, func(b []byte) error {
		e, ok, err := parseFDB(b, names)
		if ok {
			entries = append(entries, e)
		}
		return err
	})
	slices.SortFunc(entries, func(a, b state.FDBEntry) int {
		return cmp.Or(cmp.Compare(a.Bridge, b.Bridge), cmp.Compare(a.Port, b.Port), cmp.Compare(a.MAC, b.MAC))
	})
	return entries, err
}

// parseFDB reads an ndmsg. It is not ok where the entry is no bridge's: every
// interface lists the groups it listens to among them.
func parseFDB(b []byte, names map[int]string) (e state.FDBEntry, ok bool, err error) {
	if len(b) < unix.SizeofNdMsg {
		return e, false, errMalformed
	}
	if b[0] != unix.AF_BRIDGE {
		return e, false, nil
	}
	e.Port = interfaceName(names, int(binary.NativeEndian.Uint32(b[4:])))
	e.State = fdbState(binary.NativeEndian.Uint16(b[8:]))
	for kind, v := range attributes(b[unix.SizeofNdMsg:]) {
		switch kind {
		case unix.NDA_MASTER:
			e.Bridge = interfaceName(names, int(uint32Of(v)))
		case unix.NDA_LLADDR:
			e.MAC = net.HardwareAddr(v).String()
		case unix.NDA_CACHEINFO: // struct nda_cacheinfo, of which the third number is ndm_updated
			if len(v) >= 12 {
				e.Age = clock(binary.NativeEndian.Uint32(v[8:]))
			}
		}
	}
	return e, e.Bridge != "" && e.MAC != "", nil
}

// clock is a time that the kernel tells in hundredths of seconds (USER_HZ).
func clock(ticks uint32) time.Duration { return time.Duration(ticks) * 10 * time.Millisecond }

// fdbState names what bridge(8) shows of an entry, by the kernel's NUD_*. One
// that it shows nothing of was learned.
func fdbState(s uint16) string {
	switch s {
	case unix.NUD_PERMANENT:
		return "permanent"
	case unix.NUD_NOARP:
		return "static"
	case unix.NUD_STALE:
		return "stale"
	case unix.NUD_REACHABLE:
		return "learned"
	}
	return strconv.Itoa(int(s))
}
