package evidence

import (
	"time"

	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/harness/state"
)

// Case is everything that was recorded while one case ran: the only thing,
// beside the suite itself, that a verdict may depend on.
type Case struct {
	Dir          string // the folder it was read from; empty for one built in memory
	Capture      string // the capture file, where no run recorded it
	Manifest     Manifest
	Frames       []*packet.Frame // in time order, numbered from 1; Dissect finds what is in them
	Events       []Event
	Observations []Observation
	Damage       string // why what was read cannot be relied on; empty where it can

	dissection *dissection // shared by all evidence of one recording
}

// Manifest is run.json: what was run, on what, and whether the recording
// is complete.
type Manifest struct {
	Format   int       `json:"format"`
	Netrig   string    `json:"netrig"` // version
	Kernel   string    `json:"kernel"` // uname -r
	Root     bool      `json:"root"`   // false: in a user namespace
	Suite    string    `json:"suite"`
	File     string    `json:"file"` // the suite file as it was named
	Case     string    `json:"case"`
	Sources  string    `json:"sources,omitempty"` // SHA-256 of what tells of the files that the suite was read from
	Started  time.Time `json:"started"`
	Booted   time.Time `json:"booted,omitzero"` // the lab was up; steps began
	Ended    time.Time `json:"ended,omitzero"`  // captures were closed; zero: the recording broke off
	Seed     uint64    `json:"seed"`            // of all chance in the lab
	Points   []Point   `json:"points"`
	Wires    []Wire    `json:"wires,omitempty"`
	Steps    []Step    `json:"steps"`
	Missing  []string  `json:"missing,omitempty"` // programs that the case needs and the machine lacks: it was not tried
	Error    string    `json:"error,omitempty"`   // what kept the harness from running the case to its end
	Panicked []string  `json:"panicked,omitempty"`
	Faults   []string  `json:"faults,omitempty"`  // what else broke in the lab: a server or a client that gave up
	Crowded  uint64    `json:"crowded,omitempty"` // how often the kernel had no room for a neighbour, here or in any other lab

	// Files has the SHA-256 of each other file of the directory, as lower-case
	// hex by name. Close fills it in, and Read compares.
	Files map[string]string `json:"files,omitempty"`
}

// Point is one capture point. Frames are complete where Dropped is 0.
type Point struct {
	Name      string   `json:"name"` // node:interface
	MAC       string   `json:"mac,omitempty"`
	Addresses []string `json:"addresses,omitempty"` // as declared, address/length
	Captured  uint64   `json:"captured"`
	Dropped   uint64   `json:"dropped"` // by the kernel, at any interface of the node
}

// Wire is what a link that is a program did.
type Wire struct {
	Link   string      `json:"link"`
	Lines  [2]Line     `json:"lines"` // from the first end, from the second
	Faults []WireFault `json:"faults,omitempty"`
}

// Line counts the frames of one direction of a wire.
type Line struct {
	Entered   uint64 `json:"entered"`
	Delivered uint64 `json:"delivered"`
	Lost      uint64 `json:"lost,omitempty"` // by chance, as those down to overflow
	Doubled   uint64 `json:"doubled,omitempty"`
	Reordered uint64 `json:"reordered,omitempty"`
	Corrupted uint64 `json:"corrupted,omitempty"`
	Overflow  uint64 `json:"overflow,omitempty"`  // found the queue of the line full
	Unplugged uint64 `json:"unplugged,omitempty"` // met an end without carrier
	TooLong   uint64 `json:"too_long,omitempty"`  // for the other end's MTU
	Missed    uint64 `json:"missed,omitempty"`    // the wire fell behind: nothing that depends on them can be told
}

// WireFault is what a fault did.
type WireFault struct {
	Name    string `json:"name"`
	Matched uint64 `json:"matched"`          // frames that its filter selected
	Fired   uint64 `json:"fired"`            // of these, those that it befell
	Held    int    `json:"held,omitempty"`   // of these, those that were never let go
	Failed  string `json:"failed,omitempty"` // what it could not do
}

// Step is how one step of the case went. Steps after a failed one were not
// run and are not listed.
type Step struct {
	Index   int           `json:"index"`
	Text    string        `json:"text"` // as in `ping pc1 -> 192.168.1.1`
	Started time.Time     `json:"started"`
	Took    time.Duration `json:"took"`
	Failed  string        `json:"failed,omitempty"` // why the network did not let it happen
	Error   string        `json:"error,omitempty"`  // why the harness could not try
}

// Event is one line of events.jsonl: something a service, a client or the
// lab did, in its own words.
type Event struct {
	Time   time.Time      `json:"time"`
	Node   string         `json:"node,omitempty"`
	Source string         `json:"source"` // dhcp, dns, http, exec, lab ...
	Name   string         `json:"event"`
	Attrs  map[string]any `json:"attrs,omitempty"`
}

// Observation is one line of state.jsonl: what was seen when an assertion
// was looked at. An assertion over time has many.
type Observation struct {
	Time      time.Time       `json:"time"`
	Assertion int             `json:"assertion"`      // index in the case; -1: made by a step
	Step      int             `json:"step,omitempty"` // index of the step, where Assertion is -1
	Began     time.Time       `json:"began,omitzero"` // of the first: since when it was to be looked at
	Last      bool            `json:"last,omitempty"` // its window ended with this one
	Told      bool            `json:"told,omitempty"` // the snapshot has only what the kernel told of when it changed: each entry was so, and may be gone
	Snapshot  *state.Snapshot `json:"snapshot,omitempty"`
	Answer    *state.Answer   `json:"answer,omitempty"`
	Error     string          `json:"error,omitempty"` // why the harness could not look
}
