package observe

import (
	"bytes"
	"testing"

	"golang.org/x/sys/unix"
)

// FuzzParse feeds every decoder anything: none may panic, loop or read
// beyond its message.
func FuzzParse(f *testing.F) {
	link := appendUint32(make([]byte, unix.SizeofIfInfomsg), unix.IFLA_MTU, 1500)
	f.Add(link)
	f.Add(appendUint32(make([]byte, unix.SizeofIfAddrmsg), unix.IFA_LOCAL, 0x7f000001))
	route := make([]byte, unix.SizeofRtMsg)
	route[0], route[4] = unix.AF_INET, unix.RT_TABLE_MAIN
	f.Add(append(route, 12, 0, unix.RTA_MULTIPATH, 0, 8, 0, 0, 0, 2, 0, 0, 0))
	f.Add(make([]byte, sizeofDiagMessage))
	f.Add([]byte{20, 0, 0, 0, 3, 0, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, b []byte) {
		before := bytes.Clone(b)
		for m, err := range messages(b) {
			if err == nil && len(m.body) > len(b) {
				t.Errorf("a body of %d octets in %d", len(m.body), len(b))
			}
		}
		_, _ = parseLink(b)
		_, _, _ = parseAddress(b)
		if routes, err := parseRoute(b, nil); err == nil {
			for _, r := range routes {
				if !r.To.IsValid() {
					t.Errorf("route to %v", r.To)
				}
			}
		}
		_, _, _ = parseNeighbor(b, nil)
		_, _ = parseSocket(b, unix.IPPROTO_TCP)
		if !bytes.Equal(before, b) {
			t.Error("the input was changed")
		}
	})
}
