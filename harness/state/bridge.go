package state

import "time"

// FDBEntry is one entry of the forwarding database of a bridge (IEEE 802.1D,
// Section 7.9): where frames to an address go.
type FDBEntry struct {
	Bridge string        `json:"bridge"`
	Port   string        `json:"port"`  // the bridge itself for an address of its own
	MAC    string        `json:"mac"`   // colon-separated lower-case hex
	State  string        `json:"state"` // learned; stale: learned, and due to be forgotten; static: not learned, does not age; permanent: the bridge's own
	Age    time.Duration `json:"age"`   // since a frame came from it, in nanoseconds; the kernel counts hundredths of seconds
}
