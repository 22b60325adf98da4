package evidence

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io/fs"
	"log/slog"
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/harness/state"
)

var start = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

// arp is a request for 10.0.0.2.
var arp = []byte{
	0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x02, 0, 0, 0, 0, 0x01, 0x08, 0x06, // Ethernet
	0, 1, 8, 0, 6, 4, 0, 1, // request
	0x02, 0, 0, 0, 0, 0x01, 10, 0, 0, 1,
	0, 0, 0, 0, 0, 0, 10, 0, 0, 2,
}

func frame(point string, at time.Duration) *packet.Frame {
	return &packet.Frame{Point: point, Time: start.Add(at), Direction: packet.Out, Length: len(arp), Data: arp}
}

func record(t *testing.T) (*Recording, string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "run")
	r, err := Create(dir, []Point{{Name: "pc1:eth0", MAC: "02:00:00:00:00:01"}, {Name: "pc2:eth0"}})
	if err != nil {
		t.Fatal(err)
	}
	return r, dir
}

func manifest() Manifest {
	return Manifest{
		Suite: "s", Case: "c", Started: start, Booted: start.Add(time.Second), Ended: start.Add(time.Minute),
		Points: []Point{{Name: "pc1:eth0", Captured: 2, Dropped: 1}, {Name: "pc2:eth0", Captured: 1}},
		Steps:  []Step{{Index: 0, Text: "ping pc1 -> pc2", Started: start, Took: time.Millisecond, Failed: "no reply"}},
	}
}

func TestWhatIsRecordedIsReadBack(t *testing.T) {
	r, dir := record(t)
	r.AddFrames([]*packet.Frame{frame("pc1:eth0", 1), frame("pc2:eth0", 2)})
	r.AddFrames([]*packet.Frame{frame("pc1:eth0", 3)})
	logger := slog.New(r.Handler()).With("node", "pc1", "source", "dhcp")
	logger.Info("bound", "address", netip.MustParseAddr("10.0.0.1"), "lease", time.Hour, "tries", 2, slog.Group("server", "name", "gw"))
	want := Observation{Time: start, Assertion: 1, Last: true, Snapshot: &state.Snapshot{
		Node: "pc1", Time: start, Neighbors: []state.Neighbor{{IP: netip.MustParseAddr("10.0.0.2"), Interface: "eth0", State: "STALE"}},
	}}
	r.Observe(want)
	if err := r.Close(manifest()); err != nil {
		t.Fatal(err)
	}

	c, err := Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	wantManifest := manifest()
	wantManifest.Format = Format
	if diff := cmp.Diff(wantManifest, c.Manifest, cmpopts.IgnoreFields(Manifest{}, "Files")); diff != "" {
		t.Errorf("manifest (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]Observation{want}, c.Observations, cmpopts.EquateComparable(netip.Addr{}, netip.AddrPort{}, netip.Prefix{})); diff != "" {
		t.Errorf("observations (-want +got)\n%s", diff)
	}
	wantEvents := []Event{{Node: "pc1", Source: "dhcp", Name: "bound", Attrs: map[string]any{
		"address": "10.0.0.1", "lease": "1h0m0s", "tries": 2.0, "server.name": "gw",
	}}}
	if diff := cmp.Diff(wantEvents, c.Events, cmpopts.IgnoreFields(Event{}, "Time")); diff != "" {
		t.Errorf("events (-want +got)\n%s", diff)
	}
	opcode, _ := packet.Lookup("arp.opcode")
	c.Dissect([]string{"pc1:eth0"}, packet.Options{})
	for i, f := range c.Frames {
		if asked := f.Point == "pc1:eth0"; f.Number != i+1 || f.Has(opcode.ID) != asked {
			t.Errorf("frame %d of %s: number %d, dissected: %t", i+1, f.Point, f.Number, f.Has(opcode.ID))
		}
	}
	c.Dissect([]string{"pc1:eth0", "pc2:eth0"}, packet.Options{})
	for _, f := range c.Frames {
		if !f.Has(opcode.ID) {
			t.Errorf("frame %d of %s is not dissected", f.Number, f.Point)
		}
	}
	if len(c.Frames) != 3 {
		t.Errorf("%d frames, want 3", len(c.Frames))
	}
}

func TestFramesThatOvertookEachOtherAreWrittenInTimeOrder(t *testing.T) {
	r, dir := record(t)
	r.AddFrames([]*packet.Frame{frame("pc1:eth0", 2), frame("pc1:eth0", 5)})
	r.Live(manifest()) // what was dissected already counts too
	r.AddFrames([]*packet.Frame{frame("pc2:eth0", 1), frame("pc2:eth0", 4)})
	if err := r.Close(manifest()); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(filepath.Join(dir, FramesFile))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	frames, err := readFrames(f)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range frames {
		got = append(got, f.Time.Sub(start).String()+" "+f.Point)
	}
	want := []string{"1ns pc2:eth0", "2ns pc1:eth0", "4ns pc2:eth0", "5ns pc1:eth0"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestLiveEvidenceGrows(t *testing.T) {
	r, _ := record(t)
	changed := r.Changed()
	before := r.Live(Manifest{})
	r.AddFrames([]*packet.Frame{frame("pc1:eth0", 1)})
	select {
	case <-changed:
	default:
		t.Error("nobody was told of the frame")
	}
	after := r.Live(Manifest{})
	if len(before.Frames) != 0 || len(after.Frames) != 1 {
		t.Errorf("%d frames before, %d after; want 0 and 1", len(before.Frames), len(after.Frames))
	}
	if err := r.Close(Manifest{}); err != nil {
		t.Fatal(err)
	}
	r.AddFrames([]*packet.Frame{frame("pc1:eth0", 2)})
	r.AddEvent(Event{})
	r.Observe(Observation{})
	if c := r.Live(Manifest{}); len(c.Frames) != 1 || len(c.Events) != 0 || len(c.Observations) != 0 {
		t.Error("something was recorded after the end")
	}
}

func TestEvidenceIsNeverOverwritten(t *testing.T) {
	r, dir := record(t)
	if err := r.Close(manifest()); err != nil {
		t.Fatal(err)
	}
	_, err := Create(dir, nil)
	if err == nil || !strings.Contains(err.Error(), "already holds a run") {
		t.Errorf("got %v", err)
	}
}

func TestAFullDiskIsReported(t *testing.T) {
	full := func(t *testing.T) *os.File {
		t.Helper()
		f, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
		if err != nil {
			t.Skip("the system has no /dev/full")
		}
		t.Cleanup(func() { _ = f.Close() })
		return f
	}
	tests := []struct {
		file string
		want error
	}{
		{FramesFile, syscall.ENOSPC},
		{EventsFile, syscall.ENOSPC},
		{ObservationsFile, syscall.ENOSPC},
		{ManifestFile, syscall.EISDIR},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			r, dir := record(t)
			switch tt.file {
			case FramesFile:
				if err := r.file.Close(); err != nil {
					t.Fatal(err)
				}
				r.file = full(t)
				if err := r.begin(); err != nil {
					t.Fatal(err)
				}
			case EventsFile:
				r.events.buffer.Reset(full(t))
			case ObservationsFile:
				r.observations.buffer.Reset(full(t))
			case ManifestFile:
				if err := os.Mkdir(filepath.Join(dir, ManifestFile), 0o755); err != nil {
					t.Fatal(err)
				}
			}
			r.AddFrames([]*packet.Frame{frame("pc1:eth0", 1)})
			r.AddEvent(Event{Name: "one"})
			r.Observe(Observation{})
			if err := r.Close(manifest()); !errors.Is(err, tt.want) {
				t.Errorf("got %v, want %v", err, tt.want)
			}
			if _, err := Read(dir); err == nil {
				t.Error("what could not be written is read back")
			}
		})
	}
}

func TestARecordingThatBrokeOffIsNoRun(t *testing.T) {
	_, dir := record(t)
	if _, err := Read(dir); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want a missing %s", err, ManifestFile)
	}
}

func TestLiveEvidenceIsInTimeOrder(t *testing.T) {
	r, _ := record(t)
	r.AddFrames([]*packet.Frame{frame("pc1:eth0", 2), frame("pc1:eth0", 5)})
	before := r.Live(manifest())
	r.AddFrames([]*packet.Frame{frame("pc2:eth0", 1), frame("pc2:eth0", 4)})
	r.AddFrames([]*packet.Frame{frame("pc1:eth0", 3)})
	order := func(c *Case) (all []time.Duration) {
		for _, f := range c.Frames {
			all = append(all, f.Time.Sub(start))
		}
		return all
	}
	if diff := cmp.Diff([]time.Duration{1, 2, 3, 4, 5}, order(r.Live(manifest()))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]time.Duration{2, 5}, order(before)); diff != "" {
		t.Errorf("what was handed out has changed (-want +got)\n%s", diff)
	}
	if err := r.Close(manifest()); err != nil {
		t.Fatal(err)
	}
}

// recorded returns the directory of a whole recording of three frames.
func recorded(t *testing.T) string {
	t.Helper()
	r, dir := record(t)
	r.AddFrames([]*packet.Frame{frame("pc1:eth0", 1), frame("pc2:eth0", 2), frame("pc1:eth0", 3)})
	r.AddEvent(Event{Name: "one"})
	r.Observe(Observation{Assertion: 1})
	r.Observe(Observation{Assertion: 1, Last: true})
	if err := r.Close(manifest()); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestWhatNeverEndsIsNotRead(t *testing.T) {
	for _, name := range []string{ManifestFile, FramesFile, EventsFile, ObservationsFile} {
		dir := recorded(t)
		path := filepath.Join(dir, name)
		if err := errors.Join(os.Remove(path), os.Symlink("/dev/zero", path)); err != nil {
			t.Fatal(err)
		}
		if _, err := Read(dir); err == nil || !strings.Contains(err.Error(), "is no file") {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func TestDamagedEvidenceIsAnError(t *testing.T) {
	tests := []struct {
		name, file string
		change     func(data []byte) []byte
		want       string
	}{
		{"no JSON", ManifestFile, func([]byte) []byte { return []byte("{") }, "unexpected end"},
		{"of another version", ManifestFile, func([]byte) []byte { return []byte(`{"format": 99}`) }, "format 99"},
		{"without sums", ManifestFile, func(b []byte) []byte { return bytes.Replace(b, []byte(`"files"`), []byte(`"other"`), 1) }, "not as it was recorded"},
		{"without a point", ManifestFile, func(b []byte) []byte { return bytes.Replace(b, []byte("pc2:eth0"), []byte("pc3:eth0"), 1) }, "a frame of pc2:eth0, which was no capture point"},
		{"with another number", ManifestFile, func(b []byte) []byte { return bytes.Replace(b, []byte(`"captured": 2`), []byte(`"captured": 3`), 1) }, "2 frames of pc1:eth0, of 3 captured"},
		{"no capture", FramesFile, func([]byte) []byte { return []byte("no capture") }, "packet: not a"},
		{"cut off inside a block", FramesFile, func(b []byte) []byte { return b[:len(b)-1] }, "unexpected EOF"},
		{"cut off after a block", FramesFile, func(b []byte) []byte { return b[:len(b)-int(binary.LittleEndian.Uint32(b[len(b)-4:]))] }, "not as it was recorded"},
		{"more after it", FramesFile, func(b []byte) []byte { return append(b, b...) }, "not as it was recorded"},
		{"one octet of a frame", FramesFile, func(b []byte) []byte { b[bytes.Index(b, arp)+30]++; return b }, "not as it was recorded"},
		{"no line", EventsFile, func([]byte) []byte { return []byte("{}\n{") }, "events.jsonl:2"},
		{"no events", EventsFile, func([]byte) []byte { return nil }, "not as it was recorded"},
		{"no observation", ObservationsFile, func([]byte) []byte { return []byte("[]\n") }, "state.jsonl:1"},
		{"one observation less", ObservationsFile, func(b []byte) []byte { return b[bytes.IndexByte(b, '\n')+1:] }, "not as it was recorded"},
	}
	for _, tt := range tests {
		t.Run(tt.file+" "+tt.name, func(t *testing.T) {
			dir := recorded(t)
			if _, err := Read(dir); err != nil {
				t.Fatalf("before it is damaged: %v", err)
			}
			path := filepath.Join(dir, tt.file)
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, tt.change(data), 0o644); err != nil {
				t.Fatal(err)
			}
			if _, err := Read(dir); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q in it", err, tt.want)
			}
		})
	}
}
