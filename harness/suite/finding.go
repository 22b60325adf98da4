package suite

import "time"

// Finding is what a result rests on: enough to see, without running
// anything again, what was wanted, what came instead, and where to look.
type Finding struct {
	Want    string      `json:"want,omitempty"`
	Got     string      `json:"got,omitempty"`
	Matched []MatchStep `json:"matched,omitempty"` // sequence: the longest prefix that matched, in order
	Stuck   *StuckStep  `json:"stuck,omitempty"`   // sequence: the step that could not be matched
	Near    *NearMiss   `json:"near,omitempty"`    // what came closest
	Frames  []FrameLine `json:"frames,omitempty"`  // around the place where it went wrong, in time order
	Ladder  *Ladder     `json:"ladder,omitempty"`  // the same from node to node; nil where that is not known
	Seen    int         `json:"seen"`              // frames at the capture points in question, or observations looked at
	Filter  string      `json:"filter,omitempty"`  // display filter to paste into Wireshark
	Capture string      `json:"capture,omitempty"` // the pcapng file to open
}

// MatchStep tells which frames one step of a sequence matched.
type MatchStep struct {
	Step   int    `json:"step"` // from 1
	As     string `json:"as,omitempty"`
	Text   string `json:"text"`   // the match as written
	Frames []int  `json:"frames"` // frame numbers; at most 100 of them
	Count  int    `json:"count"`  // how many there are
}

// StuckStep is the step of a sequence that could not be matched.
type StuckStep struct {
	Step int    `json:"step"` // from 1
	As   string `json:"as,omitempty"`
	Text string `json:"text"` // the match as written
	Why  string `json:"why"`  // as in `2 frames match after frame 7, want 3`
}

// NearMiss is the frame, or the item of a node's state, that came closest.
type NearMiss struct {
	Frame *FrameLine `json:"frame,omitempty"`
	Item  string     `json:"item,omitempty"` // state: the route, socket, ... on one line
	Held  int        `json:"held"`
	Terms []Term     `json:"terms"`
}

// Term is one condition and how the nearest miss fared by it.
type Term struct {
	Text string   `json:"text"` // as in `tcp.flags.syn == 1`
	Held bool     `json:"held"`
	Had  []string `json:"had,omitempty"` // what was there instead, as in `tcp.flags.syn = 0`
}

// FrameLine is one frame on one line.
type FrameLine struct {
	Number  int       `json:"number"` // in the capture file
	Time    time.Time `json:"time"`
	Offset  float64   `json:"offset"` // seconds since the case's first frame
	Point   string    `json:"point"`  // node:interface
	Length  int       `json:"length"` // octets
	Summary string    `json:"summary"`
	Mark    string    `json:"mark,omitempty"` // what it is to the assertion: a step, as in `2 synack`, or `nearest`, `violation`
}
