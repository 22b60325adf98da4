package evidence

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/netrig/netrig/harness/packet"
)

// Read reads a run directory back. A directory whose recording broke off is
// not an error: its manifest says so, and nobody judges it as passed. One
// whose files are not as they were recorded is.
func Read(dir string) (*Case, error) {
	c := &Case{Dir: dir}
	if err := readManifest(filepath.Join(dir, ManifestFile), &c.Manifest); err != nil {
		return nil, err
	}
	f, err := openFile(filepath.Join(dir, FramesFile))
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	sum := sha256.New()
	if c.Frames, err = readFrames(io.TeeReader(f, sum)); err != nil {
		return nil, fmt.Errorf("evidence: read %s: %w", f.Name(), err)
	}
	if err := c.Manifest.check(f.Name(), sum); err != nil {
		return nil, err
	}
	if err := counted(c); err != nil {
		return nil, err
	}
	slices.SortStableFunc(c.Frames, func(a, b *packet.Frame) int { return a.Time.Compare(b.Time) })
	for i, f := range c.Frames {
		f.Number = i + 1
	}
	if c.Events, err = readLines[Event](dir, EventsFile, &c.Manifest); err != nil {
		return nil, err
	}
	if c.Observations, err = readLines[Observation](dir, ObservationsFile, &c.Manifest); err != nil {
		return nil, err
	}
	return c, nil
}

// check compares a file that was read with what was recorded.
func (m *Manifest) check(path string, sum hash.Hash) error {
	if want := m.Files[filepath.Base(path)]; want != digest(sum) {
		return fmt.Errorf("evidence: %s is not as it was recorded: its SHA-256 is %s, %s has %q", path, digest(sum), ManifestFile, want)
	}
	return nil
}

// counted compares the frames of each point with how many were captured.
func counted(c *Case) error {
	frames := make(map[string]uint64, len(c.Manifest.Points))
	for _, p := range c.Manifest.Points {
		frames[p.Name] = 0
	}
	for _, f := range c.Frames {
		if _, ok := frames[f.Point]; !ok {
			return fmt.Errorf("evidence: %s has a frame of %s, which was no capture point", filepath.Join(c.Dir, FramesFile), f.Point)
		}
		frames[f.Point]++
	}
	for _, p := range c.Manifest.Points {
		if n := frames[p.Name]; n != p.Captured {
			return fmt.Errorf("evidence: %s has %d frames of %s, of %d captured", filepath.Join(c.Dir, FramesFile), n, p.Name, p.Captured)
		}
	}
	return nil
}

// openFile opens a regular file: a pipe or a device may never end.
func openFile(path string) (*os.File, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("evidence: %w", err)
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("evidence: %s is no file", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("evidence: %w", err)
	}
	return f, nil
}

func readFile(path string) ([]byte, error) {
	f, err := openFile(path)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	data, err := io.ReadAll(f)
	if err != nil {
		return nil, fmt.Errorf("evidence: %w", err)
	}
	return data, nil
}

func readManifest(path string, m *Manifest) error {
	data, err := readFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, m); err != nil {
		return fmt.Errorf("evidence: read %s: %w", path, err)
	}
	if m.Format != Format {
		return fmt.Errorf("evidence: %s has format %d; this netrig reads format %d", path, m.Format, Format)
	}
	return nil
}

func readFrames(f io.Reader) ([]*packet.Frame, error) {
	r, err := packet.NewReader(f)
	if err != nil {
		return nil, err
	}
	var all []*packet.Frame
	for {
		frame, err := r.Next()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		all = append(all, frame)
	}
}

func readLines[T any](dir, name string, m *Manifest) ([]T, error) {
	path := filepath.Join(dir, name)
	data, err := readFile(path)
	if err != nil {
		return nil, err
	}
	var all []T
	number := 0
	for line := range bytes.Lines(data) {
		number++
		var v T
		if err := json.Unmarshal(line, &v); err != nil {
			return nil, fmt.Errorf("evidence: read %s:%d: %w", path, number, err)
		}
		all = append(all, v)
	}
	sum := sha256.New()
	sum.Write(data)
	return all, m.check(path, sum)
}
