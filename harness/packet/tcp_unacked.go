package packet

const (
	maxUnacked    = 10000   // segments of one end that wait for an acknowledgment; Wireshark notes as many
	idleUnacked   = 1024    // for how many of them memory is kept when none waits
	maxAllUnacked = 1 << 20 // of all ends, in memory; an end that would need more notes no more
)

// ordinal is a sequence number, which wraps.
type ordinal uint32

func (a ordinal) after(b ordinal) bool  { return int32(a-b) > 0 }
func (a ordinal) before(b ordinal) bool { return int32(a-b) < 0 }

// sent is a segment that waits for its acknowledgment.
type sent struct {
	seq, next ordinal // its first octet, or the first not acknowledged, and what comes behind the last
	frame     uint32
	at        int64 // nanoseconds since 1970
}

// unacked are the segments of one end that wait, oldest first.
type unacked struct {
	all     []sent
	gone    int  // of these, from the beginning
	tangled bool // they are not in the order of their sequence numbers, or overlap
}

func (u *unacked) waiting() []sent { return u.all[u.gone:] }

// add notes a segment, within the room that all ends share.
func (u *unacked) add(s sent, room *unackedRoom) {
	waiting := u.waiting()
	n := len(waiting)
	if n >= maxUnacked {
		return
	}
	if len(u.all) == cap(u.all) {
		switch size := max(8, 2*cap(u.all)); {
		case u.gone > len(u.all)/2: // there is room at the beginning
			u.all = u.all[:copy(u.all, waiting)]
		case room.taken+size-cap(u.all) > maxAllUnacked:
			return
		default:
			room.taken += size - cap(u.all)
			u.all = append(make([]sent, 0, size), waiting...)
		}
		u.gone = 0
	}
	if n > 0 && !u.tangled {
		u.tangled = s.seq.before(u.all[len(u.all)-1].next) || s.next.before(s.seq) || s.next-u.all[u.gone].seq > 1<<30
	}
	u.all = append(u.all, s)
}

// settle takes out what ack acknowledges, and returns the oldest segment that it
// acknowledges to the last octet and no further.
func (u *unacked) settle(ack ordinal, room *unackedRoom) (exact sent, ok bool) {
	waiting := u.waiting()
	if len(waiting) == 0 {
		return sent{}, false
	}
	if ahead := ack - waiting[0].seq; u.tangled || ahead > 1<<30 {
		exact, ok = u.sift(ack)
	} else {
		for i := range waiting {
			if s := &waiting[i]; s.next.after(ack) {
				if ack.after(s.seq) {
					s.seq = ack
				}
				break
			} else if s.next == ack {
				exact, ok = *s, true
			}
			u.gone++
		}
	}
	if u.gone == len(u.all) {
		u.clear(room)
	}
	return exact, ok
}

// sift is settle for segments in any order.
func (u *unacked) sift(ack ordinal) (exact sent, ok bool) {
	kept := u.all[:u.gone]
	for _, s := range u.waiting() {
		switch {
		case s.next == ack:
			if !ok {
				exact, ok = s, true
			}
			continue
		case !s.next.after(ack):
			continue
		case ack.after(s.seq):
			s.seq = ack
		}
		kept = append(kept, s)
	}
	u.all = kept
	return exact, ok
}

// clear forgets all that wait.
func (u *unacked) clear(room *unackedRoom) {
	u.all, u.gone, u.tangled = u.all[:0], 0, false
	if cap(u.all) > idleUnacked {
		room.taken -= cap(u.all)
		u.all = nil
	}
}

// octets is from the first to the last octet that waits, counted from base on.
func (u *unacked) octets(base ordinal) uint32 {
	waiting := u.waiting()
	if len(waiting) == 0 {
		return 0
	}
	first, last := waiting[0].seq-base, waiting[len(waiting)-1].next-base
	if u.tangled || first > last {
		for i := range waiting {
			first = min(first, waiting[i].seq-base)
			last = max(last, waiting[i].next-base)
		}
	}
	return uint32(last - first)
}

// forget gives up the memory of the stream's analysis.
func (s *tcpStream) forget(room *unackedRoom) {
	for i := range s.ends {
		u := &s.ends[i].flow.unacked
		room.taken -= cap(u.all)
		*u = unacked{}
	}
}

// unackedRoom is how many segments there is memory for, in all streams.
type unackedRoom struct {
	taken int
	turn  int // of the streams' generations, when it was counted
}

// count counts anew, after streams were forgotten. No stream is in both generations
// then.
func (r *unackedRoom) count(s *streams[tcpStream]) {
	taken := r.taken
	if *r = (unackedRoom{turn: s.turns}); taken == 0 { // as where nobody asks for what waits
		return
	}
	for _, generation := range [...]map[streamKey]*tcpStream{s.young, s.old} {
		for _, t := range generation {
			for i := range t.ends {
				r.taken += cap(t.ends[i].flow.unacked.all)
			}
		}
	}
}
