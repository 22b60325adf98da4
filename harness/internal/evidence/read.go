package evidence

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/netrig/netrig/harness/packet"
)

// Read reads a run directory back. A directory whose recording broke off is
// not an error: its manifest says so, and nobody judges it as passed.
func Read(dir string) (*Case, error) {
	c := &Case{Dir: dir}
	if err := readManifest(filepath.Join(dir, ManifestFile), &c.Manifest); err != nil {
		return nil, err
	}
	f, err := os.Open(filepath.Join(dir, FramesFile))
	if err != nil {
		return nil, fmt.Errorf("evidence: %w", err)
	}
	defer f.Close()
	if c.Frames, err = readFrames(f); err != nil {
		return nil, fmt.Errorf("evidence: read %s: %w", f.Name(), err)
	}
	Dissect(c.Frames)
	if c.Events, err = readLines[Event](filepath.Join(dir, EventsFile)); err != nil {
		return nil, err
	}
	if c.Observations, err = readLines[Observation](filepath.Join(dir, ObservationsFile)); err != nil {
		return nil, err
	}
	return c, nil
}

// Dissect puts frames into time order, numbers them from 1 and dissects
// them, each capture point on its own: what one interface saw is one
// conversation, as if Wireshark had captured there alone.
func Dissect(frames []*packet.Frame) {
	slices.SortStableFunc(frames, func(a, b *packet.Frame) int {
		return cmp.Or(a.Time.Compare(b.Time), cmp.Compare(a.Number, b.Number))
	})
	points := map[string]*packet.Dissector{}
	for i, f := range frames {
		f.Number = i + 1
		d := points[f.Point]
		if d == nil {
			d = packet.NewDissector(packet.Options{})
			points[f.Point] = d
		}
		d.Dissect(f)
	}
}

func readManifest(path string, m *Manifest) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return fmt.Errorf("evidence: %w", err)
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

func readLines[T any](path string) ([]T, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("evidence: %w", err)
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
	return all, nil
}
