package wire

import "time"

// parcel is a frame on its way.
type parcel struct {
	due  time.Time
	seq  uint64 // among those due at once, the first to enter leaves first
	data []byte
}

// queue holds parcels, of which the next due is the first.
type queue struct {
	heap []parcel
	seq  uint64
	free [][]byte // buffers to be used again
}

// copy keeps the octets of a frame.
func (q *queue) copy(data []byte) []byte {
	if n := len(q.free); n > 0 {
		b := q.free[n-1]
		q.free = q.free[:n-1]
		return append(b[:0], data...)
	}
	return append(make([]byte, 0, max(len(data), 2048)), data...)
}

// push adds a frame that was copied.
func (q *queue) push(data []byte, due time.Time) {
	q.seq++
	q.heap = append(q.heap, parcel{due, q.seq, data})
	for i := len(q.heap) - 1; i > 0; {
		up := (i - 1) / 2
		if !q.heap[i].before(&q.heap[up]) {
			break
		}
		q.heap[i], q.heap[up] = q.heap[up], q.heap[i]
		i = up
	}
}

func (p *parcel) before(o *parcel) bool {
	if p.due.Equal(o.due) {
		return p.seq < o.seq
	}
	return p.due.Before(o.due)
}

// pop takes the first parcel, of which there must be one.
func (q *queue) pop() parcel {
	first, last := q.heap[0], len(q.heap)-1
	q.heap[0] = q.heap[last]
	q.heap[last] = parcel{}
	q.heap = q.heap[:last]
	for i := 0; ; {
		next := 2*i + 1
		if next >= last {
			return first
		}
		if next+1 < last && q.heap[next+1].before(&q.heap[next]) {
			next++
		}
		if !q.heap[next].before(&q.heap[i]) {
			return first
		}
		q.heap[i], q.heap[next] = q.heap[next], q.heap[i]
		i = next
	}
}

// recycle takes back the buffer of a frame that is gone.
func (q *queue) recycle(data []byte) {
	if len(q.free) < batch {
		q.free = append(q.free, data)
	}
}
