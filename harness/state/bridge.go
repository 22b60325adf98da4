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

// Tree is what a bridge knows of its spanning tree (IEEE 802.1D).
type Tree struct {
	Bridge         string     `json:"bridge"`
	On             bool       `json:"on"` // it takes part in a tree
	ID             BridgeID   `json:"id"`
	Root           BridgeID   `json:"root"`
	RootPort       string     `json:"root_port,omitempty"` // the port towards the root; empty at the root
	RootCost       int        `json:"root_cost"`           // of the way to the root
	TopologyChange bool       `json:"topology_change"`     // a change is being told
	Ports          []TreePort `json:"ports,omitempty"`
}

// BridgeID identifies a bridge in a spanning tree; the lowest is root.
type BridgeID struct {
	Priority int    `json:"priority"`
	MAC      string `json:"mac"`
}

// TreePort is a port of a bridge in its spanning tree.
type TreePort struct {
	Name     string `json:"name"`
	State    string `json:"state"` // disabled, listening, learning, forwarding, blocking
	Role     string `json:"role"`  // root, designated, alternate, backup (IEEE 802.1D-2004, Section 17.7); disabled
	Cost     int    `json:"cost"`  // of the way by this port
	Priority int    `json:"priority"`
}
