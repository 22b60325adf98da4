package process

import (
	"bytes"
	"io"
)

// maxKept is how much of an output the result keeps, in octets.
const maxKept = 64 << 10

// head keeps the first octets written to it and passes all of them on.
type head struct {
	next io.Writer // nil: nobody
	kept bytes.Buffer
}

// Write never keeps the program waiting for good: an error of next is
// returned, whereupon the program's output is no longer read (SIGPIPE).
func (h *head) Write(b []byte) (int, error) {
	h.kept.Write(b[:min(len(b), maxKept-h.kept.Len())])
	if h.next == nil {
		return len(b), nil
	}
	return h.next.Write(b)
}

func (h *head) String() string { return h.kept.String() }
