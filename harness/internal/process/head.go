package process

import (
	"bytes"
	"io"
	"sync"
)

// maxKept is how much of an output the result keeps, in octets.
const maxKept = 64 << 10

// head keeps the first octets written to it and passes all of them on.
type head struct {
	mu   *sync.Mutex // both outputs may go to one writer
	next io.Writer   // nil: nobody
	kept bytes.Buffer
}

// Write returns an error of next, whereupon the program's output is no longer
// read and the program gets SIGPIPE.
func (h *head) Write(b []byte) (int, error) {
	h.kept.Write(b[:min(len(b), maxKept-h.kept.Len())])
	if h.next == nil {
		return len(b), nil
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.next.Write(b)
}

func (h *head) String() string { return h.kept.String() }
