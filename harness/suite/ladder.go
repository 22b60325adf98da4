package suite

// Ladder shows the frames around the place where an assertion over frames failed, as
// they went from node to node.
type Ladder struct {
	Nodes []string `json:"nodes"` // in the order of their columns
	Rungs []Rung   `json:"rungs"` // in time order
}

// Rung is one frame on its way over one link.
type Rung struct {
	From    string    `json:"from,omitempty"`
	To      string    `json:"to,omitempty"`
	Fate    Fate      `json:"fate,omitempty"`    // arrived, where it is empty
	Frame   FrameLine `json:"frame,omitzero"`    // as it was sent; as it arrived, where nobody saw it sent
	Skipped int       `json:"skipped,omitempty"` // instead of a frame: how many are left out
}

// Fate is what became of a frame on a link.
type Fate string

// The fates of frames that did not just arrive.
const (
	FateLost    Fate = "lost"    // it never arrived
	FateLate    Fate = "late"    // it was sent: others overtake it, or are sent meanwhile
	FateArrives Fate = "arrives" // the late one
	FateChanged Fate = "changed" // it arrived with other octets
	FateAgain   Fate = "again"   // it arrived once more
)
