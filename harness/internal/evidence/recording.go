package evidence

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"net"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/netrig/netrig/harness/packet"
)

// The files of a run directory.
const (
	ManifestFile     = "run.json"
	FramesFile       = "frames.pcapng"
	EventsFile       = "events.jsonl"
	ObservationsFile = "state.jsonl"
	SecretsFile      = "tls.keys" // where there were connections of TLS
)

// Format is the version of the run directory that this package writes, and
// the only one it reads.
const Format = 1

// Recording is the evidence of one case while it is being made. Its methods
// may be called from several goroutines. What cannot be written is kept in
// mind and reported by Close, so that a full disk never passes for a quiet
// network.
type Recording struct {
	dir string

	points []Point // in the order of the capture file

	mu           sync.Mutex
	file         *os.File
	sum          hash.Hash // of what was written to file
	frames       *packet.Writer
	events       *lines
	observations *lines
	secrets      secrets
	changed      chan struct{}
	closed       bool
	err          error

	fresh  []*packet.Frame // not yet among those of live
	live   Case
	sorted bool
}

// Create makes the directory dir and opens its files. points are the capture
// points that frames will come from. An existing run directory is an error:
// evidence is never overwritten.
func Create(dir string, points []Point) (*Recording, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("evidence: make the run directory: %w", err)
	}
	r := &Recording{
		dir:     dir,
		points:  points,
		changed: make(chan struct{}),
		sorted:  true,
	}
	r.live.Dir, r.live.dissection = dir, new(dissection)
	err := r.open()
	if err != nil {
		return nil, errors.Join(err, r.shut())
	}
	return r, nil
}

func (r *Recording) open() (err error) {
	if r.file, err = createFile(r.dir, FramesFile); err != nil {
		return err
	}
	if err := r.begin(); err != nil {
		return err
	}
	if r.events, err = createLines(r.dir, EventsFile); err != nil {
		return err
	}
	r.observations, err = createLines(r.dir, ObservationsFile)
	return err
}

// begin starts the capture file and declares its points.
func (r *Recording) begin() error {
	r.sum = sha256.New()
	r.frames = packet.NewWriter(io.MultiWriter(r.file, r.sum), packet.Meta{Application: "netrig"})
	for _, p := range r.points {
		mac, err := net.ParseMAC(p.MAC)
		if err != nil {
			mac = nil // a point without a hardware address
		}
		if err := r.frames.AddPoint(p.Name, mac); err != nil {
			return framesError(err)
		}
	}
	return nil
}

func framesError(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("evidence: write %s: %w", FramesFile, err)
}

func createFile(dir, name string) (*os.File, error) {
	f, err := os.OpenFile(filepath.Join(dir, name), os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o644)
	if errors.Is(err, os.ErrExist) {
		return nil, fmt.Errorf("evidence: %s already holds a run; name another run directory, or remove that one", dir)
	}
	if err != nil {
		return nil, fmt.Errorf("evidence: %w", err)
	}
	return f, nil
}

// AddFrames records a batch of captured frames. It is a capture sink.
func (r *Recording) AddFrames(batch []*packet.Frame) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return
	}
	for _, f := range batch {
		if n := len(r.fresh); n > 0 && f.Time.Before(r.fresh[n-1].Time) {
			r.sorted = false
		} else if n := len(r.live.Frames); len(r.fresh) == 0 && n > 0 && f.Time.Before(r.live.Frames[n-1].Time) {
			r.sorted = false
		}
		r.fresh = append(r.fresh, f)
		r.keep(framesError(r.frames.Write(f)))
	}
	r.notify()
}

// AddEvent records one event.
func (r *Recording) AddEvent(e Event) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return
	}
	r.live.Events = append(r.live.Events, e)
	r.keep(r.events.write(e))
	r.notify()
}

// Observe records what was seen for an assertion or a step.
func (r *Recording) Observe(o Observation) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return
	}
	r.live.Observations = append(r.live.Observations, o)
	r.keep(r.observations.write(o))
	r.notify()
}

// Changed returns a channel that is closed when something more is recorded.
func (r *Recording) Changed() <-chan struct{} {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.changed
}

func (r *Recording) notify() {
	close(r.changed)
	r.changed = make(chan struct{})
}

// Live returns the evidence so far, with manifest m. Its frames are in time
// order, but carry no numbers yet, and earlier ones may still be on their way
// here: use it to decide whether to go on waiting, never for a verdict.
func (r *Recording) Live(m Manifest) *Case {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.live.Frames = merge(r.live.Frames, r.fresh)
	r.fresh = r.fresh[:0]

	c := r.live
	c.Manifest = m
	c.Frames = slices.Clip(c.Frames)
	c.Events = slices.Clip(c.Events)
	c.Observations = slices.Clip(c.Observations)
	return &c
}

// merge adds frames to those in time order. Evidence that was handed out
// shares what it has, so that is only ever extended, never moved.
func merge(sorted, fresh []*packet.Frame) []*packet.Frame {
	early := false
	for i, f := range fresh {
		switch {
		case i > 0:
			early = early || f.Time.Before(fresh[i-1].Time)
		case len(sorted) > 0:
			early = f.Time.Before(sorted[len(sorted)-1].Time)
		}
	}
	if !early {
		return append(sorted, fresh...)
	}
	all := slices.Concat(sorted, fresh)
	slices.SortStableFunc(all, func(a, b *packet.Frame) int { return a.Time.Compare(b.Time) })
	return all
}

// Close ends the recording with manifest m and reports the first thing that
// could not be written. Nothing is recorded after it.
func (r *Recording) Close(m Manifest) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.closed {
		return nil
	}
	r.closed = true
	r.keep(r.finishFrames(&m))
	r.keep(r.events.flush())
	r.keep(r.observations.flush())
	r.keep(r.shut())
	if r.err == nil {
		m.Format = Format
		m.Files = map[string]string{FramesFile: digest(r.sum), EventsFile: digest(r.events.sum), ObservationsFile: digest(r.observations.sum)}
		r.keep(writeJSON(filepath.Join(r.dir, ManifestFile), m))
	}
	return r.err
}

// finishFrames completes the capture file, writing it anew in time order
// where frames of different nodes overtook each other on their way here.
func (r *Recording) finishFrames(m *Manifest) error {
	if !r.sorted {
		all := append(slices.Clone(r.live.Frames), r.fresh...)
		slices.SortStableFunc(all, func(a, b *packet.Frame) int { return a.Time.Compare(b.Time) })
		if err := r.file.Truncate(0); err != nil {
			return framesError(err)
		}
		if _, err := r.file.Seek(0, io.SeekStart); err != nil {
			return framesError(err)
		}
		if err := r.begin(); err != nil {
			return err
		}
		for _, f := range all {
			if err := r.frames.Write(f); err != nil {
				return framesError(err)
			}
		}
	}
	for _, p := range m.Points {
		stats := packet.Stats{Received: p.Captured + p.Dropped, Dropped: p.Dropped}
		if err := r.frames.Stats(p.Name, m.Ended, stats); err != nil {
			return framesError(err)
		}
	}
	return framesError(r.frames.Flush())
}

// keep remembers the first error.
func (r *Recording) keep(err error) {
	if r.err == nil {
		r.err = err
	}
}

// Err returns the first thing that could not be written so far.
func (r *Recording) Err() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.err
}

// shut closes the files.
func (r *Recording) shut() error {
	var err error
	if r.file != nil {
		err = r.file.Close()
	}
	for _, l := range []*lines{r.events, r.observations} {
		if l != nil {
			err = errors.Join(err, l.file.Close())
		}
	}
	err = errors.Join(err, r.secrets.close())
	if err != nil {
		return fmt.Errorf("evidence: close the run directory: %w", err)
	}
	return nil
}

// lines is a file of one JSON value a line (jsonlines.org).
type lines struct {
	name   string
	file   *os.File
	sum    hash.Hash // of what was written to file
	buffer *bufio.Writer
	json   *json.Encoder
}

func createLines(dir, name string) (*lines, error) {
	f, err := createFile(dir, name)
	if err != nil {
		return nil, err
	}
	sum := sha256.New()
	b := bufio.NewWriter(io.MultiWriter(f, sum))
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	return &lines{name: name, file: f, sum: sum, buffer: b, json: e}, nil
}

func (l *lines) write(v any) error {
	if err := l.json.Encode(v); err != nil {
		return fmt.Errorf("evidence: write %s: %w", l.name, err)
	}
	return nil
}

func (l *lines) flush() error {
	if err := l.buffer.Flush(); err != nil {
		return fmt.Errorf("evidence: write %s: %w", l.name, err)
	}
	return nil
}

func digest(h hash.Hash) string { return hex.EncodeToString(h.Sum(nil)) }

func writeJSON(path string, v any) error {
	data, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return fmt.Errorf("evidence: %w", err)
	}
	if err := os.WriteFile(path, append(data, '\n'), 0o644); err != nil {
		return fmt.Errorf("evidence: %w", err)
	}
	return nil
}
