package harness_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/assert"
	"github.com/netrig/netrig/harness/packet"
)

// TestFrameNumbers holds the numbers of frames of a running lab against its recording.
func TestFrameNumbers(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "evidence")
	l, err := harness.Open(t.Context(), parsed(t, pair), harness.LabOptions{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	if err := l.Do(t.Context(), "ping: {from: pc1, to: pc2, count: 3, interval: 1ms}"); err != nil {
		t.Error(err)
	}
	if _, err := l.Judge(t.Context(), assert.Ping{From: "pc1", To: "pc2"}); err != nil { // with which all frames up to here have come
		t.Error(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	seen := map[int]*packet.Frame{}
	for frame, err := range l.Frames(ctx, harness.FrameOptions{At: "pc2:eth0", Filter: "icmp"}) {
		if err != nil {
			t.Fatal(err)
		}
		if n, err := packet.Get[int](frame, "frame.number"); err != nil || n != frame.Number || seen[n] != nil {
			t.Errorf("frame.number is %d, %v, of frame %d", n, err, frame.Number)
		}
		if seen[frame.Number] = frame; len(seen) == 8 {
			break
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(filepath.Join(dir, "frames.pcapng"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	recorded, err := packet.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for {
		f, err := recorded.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		own := seen[f.Number]
		if own == nil {
			continue
		}
		if found++; own.Point != f.Point || !own.Time.Equal(f.Time) || !bytes.Equal(own.Data, f.Data) {
			t.Errorf("frame %d is another one in the recording", f.Number)
		}
	}
	if found != 8 {
		t.Errorf("%d of 8 frames are in the recording", found)
	}
}
