package observe

import (
	"encoding/binary"
	"fmt"
	"strings"
	"sync"
	"time"

	"github.com/netrig/netrig/harness/internal/netns"
	"golang.org/x/sys/unix"
)

// ndtm, ndta and ndtc are of linux/neighbour.h, which package unix lacks.
const (
	sizeofNdtMsg  = 4
	ndtaThresh1   = 2
	ndtaThresh3   = 4
	ndtaConfig    = 5
	ndtaStats     = 7
	ndtcEntries   = 4  // the octet at which ndtc_entries begins
	ndtsTableFull = 10 // the place of ndts_table_fulls among the counters, which have eight octets each
)

// Table is one of the kernel's tables of neighbours. All network namespaces of a machine
// share them.
type Table struct {
	Family  string // ipv4, ipv6
	Entries int    // of all namespaces
	Keeps   int    // gc_thresh1: where there are more, what failed or is not used is dropped
	Most    int    // gc_thresh3: where there are so many, there is no room for another
	NoRoom  uint64 // how often there was none since the machine came up
}

// Tables reads the kernel's tables of neighbours.
func Tables() (tables []Table, err error) {
	fd, err := unix.Socket(unix.AF_NETLINK, unix.SOCK_RAW|unix.SOCK_CLOEXEC, unix.NETLINK_ROUTE)
	if err != nil {
		return nil, fmt.Errorf("observe: tables of neighbours: netlink socket: %w", err)
	}
	c := &conn{fd: fd, buf: make([]byte, bufferSize)}
	defer c.close()
	err = c.dump(unix.RTM_GETNEIGHTBL, make([]byte, sizeofNdtMsg), func() { tables = nil }, func(b []byte) error {
		if len(b) < sizeofNdtMsg {
			return errMalformed
		}
		if t, ok := parseTable(b); ok {
			tables = append(tables, t)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("observe: tables of neighbours: %w", err)
	}
	return tables, nil
}

// parseTable reads an ndtmsg. It is not ok where it is about an interface.
func parseTable(b []byte) (t Table, ok bool) {
	t.Family = map[byte]string{unix.AF_INET: "ipv4", unix.AF_INET6: "ipv6"}[b[0]]
	for kind, v := range attributes(b[sizeofNdtMsg:]) {
		switch {
		case kind == ndtaThresh1:
			t.Keeps = int(uint32Of(v))
		case kind == ndtaThresh3:
			t.Most = int(uint32Of(v))
		case kind == ndtaConfig && len(v) >= ndtcEntries+4:
			t.Entries = int(binary.NativeEndian.Uint32(v[ndtcEntries:]))
		case kind == ndtaStats && len(v) >= 8*(ndtsTableFull+1):
			t.NoRoom, ok = binary.NativeEndian.Uint64(v[8*ndtsTableFull:]), true
		}
	}
	return t, ok && t.Family != ""
}

// recent is how old a count may be to stand for one from before a lab.
const recent = time.Second

// NoRoom returns how often since the machine came up the kernel had no room for a
// neighbour. What is sent to a neighbour that there is no room for is lost.
//
// The kernel looks for the answer at each interface of the machine, in all namespaces, and
// holds its lock for interfaces meanwhile: with labs that wait to be removed that is a
// twentieth of what a small lab takes. So who asks while others wait for an answer shares the next one.
func NoRoom() (times uint64, err error) { return theCount().since(time.Now()) }

// NoRoomBefore returns the same as it was a moment ago at the most. Where it was counted in
// the last second, for the end of another lab, it is not counted again: it can only be
// too small, so that too much is held against what begins now, and never too little.
func NoRoomBefore() (times uint64, err error) { return theCount().since(time.Now().Add(-recent)) }

// theCount is one for the process, as the tables are one for the machine.
var theCount = sync.OnceValue(func() *count { return &count{read: noRoom} })

// count is the last answer of read.
type count struct {
	read func() (uint64, error)

	mu    sync.Mutex
	began time.Time // when it was asked; zero before the first one
	times uint64
}

// since returns an answer to a question that was asked after a time.
func (c *count) since(after time.Time) (times uint64, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.began.After(after) {
		return c.times, nil
	}
	began := time.Now()
	if times, err = c.read(); err == nil {
		c.began, c.times = began, times
	}
	return times, err
}

// noRoom asks the kernel.
func noRoom() (times uint64, err error) {
	tables, err := Tables()
	for _, t := range tables {
		times += t.NoRoom
	}
	return times, err
}

// Room says whether the kernel has room for the neighbours that the nodes of labs will
// have of each other.
func Room() netns.Finding {
	tables, err := Tables()
	return room(tables, err)
}

func room(tables []Table, err error) netns.Finding {
	f := netns.Finding{Name: "room for neighbours (ARP, NDP)", OK: err == nil}
	if err != nil {
		f.Detail = err.Error()
		return f
	}
	var details, keys []string
	for _, t := range tables {
		detail := fmt.Sprintf("%s %d of %d", t.Family, t.Entries, t.Most)
		if t.Entries > t.Keeps {
			detail += fmt.Sprintf(", over %d (gc_thresh1) FAILED ones go early", t.Keeps)
		}
		details = append(details, detail)
		if 2*t.Entries > t.Most {
			f.OK = false
			keys = append(keys, fmt.Sprintf("net.%s.neigh.default.gc_thresh3=%d", t.Family, 8*t.Most))
		}
	}
	f.Detail = strings.Join(details, "; ")
	if !f.OK {
		f.Detail += ": cases err where it is full"
		f.Cure = "run fewer at once, or as root `sysctl -w " + strings.Join(keys, " ") + "`"
	}
	return f
}
