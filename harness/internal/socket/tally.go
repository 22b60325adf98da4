package socket

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"io"
	"math/rand/v2"
)

// Tally is what remains of octets that were sent or received: their number,
// their digest and how they begin.
type Tally struct {
	Count int64
	Head  []byte // as many as were asked for

	sum  hash.Hash
	head int
}

// NewTally returns a tally that keeps the first head octets.
func NewTally(head int) *Tally { return &Tally{sum: sha256.New(), head: head} }

func (t *Tally) add(b []byte) {
	t.Count += int64(len(b))
	_, _ = t.sum.Write(b) // a hash takes everything
	t.Head = append(t.Head, b[:min(len(b), t.head-len(t.Head))]...)
}

// SHA256 returns the digest as lower-case hex.
func (t *Tally) SHA256() string { return hex.EncodeToString(t.sum.Sum(nil)) }

// Pattern yields octets that look random and are the same for the same seed,
// so that one that is lost, doubled or changed shows.
type Pattern struct {
	source *rand.ChaCha8
	left   int64
}

// NewPattern returns so many octets, drawn from the seed and the number of
// the step that sends them.
func NewPattern(octets int64, seed uint64, step int) *Pattern {
	var key [32]byte
	for i := range 8 {
		key[i], key[8+i] = byte(seed>>(8*i)), byte(step>>(8*i))
	}
	return &Pattern{rand.NewChaCha8(key), octets}
}

// Read implements io.Reader.
func (p *Pattern) Read(b []byte) (int, error) {
	if p.left == 0 {
		return 0, io.EOF
	}
	b = b[:min(int64(len(b)), p.left)]
	p.left -= int64(len(b))
	return p.source.Read(b)
}
