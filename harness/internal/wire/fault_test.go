package wire

import (
	"bytes"
	"errors"
	"fmt"
	"math/bits"
	"net"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/internal/craft"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/topology"
)

// TestChanceRepeats lets chance befall a thousand frames: by the same seed the same
// ones, by another others, and about as many as is said.
func TestChanceRepeats(t *testing.T) {
	line := topology.Line{Loss: 0.05, Duplicate: 0.05, Reorder: 0.05, Corrupt: 0.05}
	outcome := func(seed uint64) ([]string, LineCounters) {
		r := newRig(t, Config{Lines: [2]topology.Line{line, {}}, Seed: seed})
		r.send(0, series(1000, 100)...)
		c := r.await(func(c Counters) bool {
			l := c.Lines[0]
			return l.Frames == 1000 && l.Delivered == 1000-l.Lost+l.Doubled
		}).Lines[0]
		var got []string
		for _, f := range r.receive(1, int(c.Delivered)) {
			got = append(got, fmt.Sprintf("%x", f))
		}
		// How far a frame falls behind is a matter of time, too: it does not wait for
		// those that come later than its patience lasts.
		slices.Sort(got)
		return got, c
	}
	first, counted := outcome(1)
	again, recounted := outcome(1)
	other, _ := outcome(2)
	if diff := cmp.Diff(first, again); diff != "" {
		t.Errorf("by the same seed (-first +again):\n%.500s", diff)
	}
	if cmp.Equal(first, other) {
		t.Error("another seed made no difference")
	}
	if diff := cmp.Diff(counted, recounted); diff != "" {
		t.Errorf("by the same seed (-first +again):\n%s", diff)
	}
	for what, n := range map[string]uint64{"lost": counted.Lost, "doubled": counted.Doubled, "reordered": counted.Reordered, "corrupted": counted.Corrupted} {
		if n < 20 || n > 100 {
			t.Errorf("%d of 1,000 frames were %s, at 5%%", n, what)
		}
	}
}

// TestFaults lets single faults befall six numbered frames from end 0.
func TestFaults(t *testing.T) {
	third := "frame[14:4] == 00:00:00:03"
	tests := []struct {
		name  string
		fault Fault
		want  []int
		what  string // of the events
	}{
		{"drop one", Fault{Match: compile(t, third), Do: Action{Drop: true}}, []int{1, 2, 4, 5, 6}, "drop"},
		{"drop the second", Fault{First: 2, Last: 2, Do: Action{Drop: true}}, []int{1, 3, 4, 5, 6}, "drop"},
		{"drop a range", Fault{First: 2, Last: 4, Do: Action{Drop: true}}, []int{1, 5, 6}, "drop drop drop"},
		{"drop from the fifth on", Fault{First: 5, Do: Action{Drop: true}}, []int{1, 2, 3, 4}, "drop drop"},
		{"drop every second", Fault{Every: 2, Do: Action{Drop: true}}, []int{1, 3, 5}, "drop drop drop"},
		{"drop every second from the third on", Fault{First: 3, Every: 2, Do: Action{Drop: true}}, []int{1, 2, 3, 5}, "drop drop"},
		{"from the other end", Fault{From: 1, Do: Action{Drop: true}}, []int{1, 2, 3, 4, 5, 6}, ""},
		{"from this end", Fault{From: 0, First: 1, Last: 1, Do: Action{Drop: true}}, []int{2, 3, 4, 5, 6}, "drop"},
		{"double", Fault{Match: compile(t, third), Do: Action{Copies: 2}}, []int{1, 2, 3, 3, 3, 4, 5, 6}, "duplicate"},
		{"delay", Fault{Match: compile(t, third), Do: Action{Delay: 50 * time.Millisecond}}, []int{1, 2, 4, 5, 6, 3}, "delay"},
		{"reorder by one", Fault{Match: compile(t, third), Do: Action{Reorder: 1}}, []int{1, 2, 4, 3, 5, 6}, "reorder"},
		{"reorder by two", Fault{Match: compile(t, third), Do: Action{Reorder: 2}}, []int{1, 2, 4, 5, 3, 6}, "reorder"},
		{"reorder by more than come", Fault{Match: compile(t, third), Do: Action{Reorder: 9}}, []int{1, 2, 4, 5, 6, 3}, "reorder"},
		{"hold until a later one", Fault{Match: compile(t, third), Do: Action{Hold: &Hold{Match: compile(t, "frame[14:4] == 00:00:00:05")}}}, []int{1, 2, 4, 5, 3, 6}, "hold release"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := tt.fault
			f.Name = "fault"
			if f.From == 0 && tt.name != "from this end" {
				f.From = Both
			}
			r := newRig(t, Config{}, f)
			r.send(0, series(6, 60)...)
			if diff := cmp.Diff(tt.want, r.numbers(1, len(tt.want))); diff != "" {
				t.Errorf("frames (-want +got):\n%s", diff)
			}
			if _, err := r.Close(); err != nil {
				t.Error(err)
			}
			var what []string
			for _, e := range r.events {
				what = append(what, e.What)
				if e.Fault != "fault" || e.From != 0 || e.Frame == "" {
					t.Errorf("event %+v", e)
				}
			}
			if got := strings.Join(what, " "); got != tt.what {
				t.Errorf("events %q, want %q", got, tt.what)
			}
		})
	}
}

// TestFaultsChange alters frames, and nothing but what is said.
func TestFaultsChange(t *testing.T) {
	set := func(name, text string) craft.Change {
		info, _ := packet.Lookup(name)
		v, err := filter.ParseValue(info, text)
		if err != nil {
			t.Fatal(err)
		}
		return craft.Change{Field: info, Occurrence: 1, Value: v}
	}
	arrives := func(t *testing.T, do Action) []byte {
		t.Helper()
		r := newRig(t, Config{}, Fault{Name: "change", From: Both, Match: compile(t, "udp.dstport == 9999"), Do: do})
		r.send(0, datagram())
		return r.receive(1, 1)[0]
	}
	status := func(data []byte) string {
		f := &packet.Frame{Number: 1, Length: len(data), Data: data}
		packet.NewDissector(packet.Options{VerifyChecksums: true}).Dissect(f)
		text := ""
		for _, name := range []string{"ip.ttl", "ip.checksum.status", "udp.dstport", "udp.checksum.status"} {
			info, _ := packet.Lookup(name)
			v, _ := f.Value(info.ID)
			text += v.Format(info) + " "
		}
		return text
	}
	if got := status(arrives(t, Action{Set: []craft.Change{set("ip.ttl", "7"), set("udp.dstport", "53")}})); got != "7 1 53 1 " {
		t.Errorf("set: %s", got)
	}
	if got := status(arrives(t, Action{Set: []craft.Change{set("ip.ttl", "7"), set("udp.dstport", "53")}, Keep: true})); got != "7 0 53 0 " {
		t.Errorf("set, checksums kept: %s", got)
	}
	if got := arrives(t, Action{Truncate: 30}); !bytes.Equal(got, datagram()[:30]) {
		t.Errorf("truncated: % x", got)
	}
	sent, got := datagram(), arrives(t, Action{Corrupt: true})
	flipped := 0
	for i := range sent {
		n := bits.OnesCount8(sent[i] ^ got[i])
		flipped += n
		if n > 0 && i < etherHead {
			t.Errorf("octet %d of the Ethernet header is corrupt", i)
		}
	}
	if flipped != 1 {
		t.Errorf("%d bits are flipped", flipped)
	}
}

// TestFaultFails sets a field that the frame does not have: it passes as it was, and the
// fault says why.
func TestFaultFails(t *testing.T) {
	info, _ := packet.Lookup("tcp.srcport")
	r := newRig(t, Config{}, Fault{Name: "odd", From: Both, Do: Action{Set: []craft.Change{{Field: info, Occurrence: 1, Value: packet.UintValue(1)}}}})
	r.send(0, datagram())
	if got := r.receive(1, 1)[0]; !bytes.Equal(got, datagram()) {
		t.Errorf("% x", got)
	}
	c, err := r.Counters()
	if err != nil {
		t.Fatal(err)
	}
	if f := c.Faults[0]; f.Fired != 1 || f.Failed == nil || !strings.Contains(f.Failed.Error(), "no tcp.srcport") {
		t.Errorf("%+v", f)
	}
}

// TestFaultDoubts has a fault befall malformed frames, where that is not known of one: it
// passes, and the fault says so.
func TestFaultDoubts(t *testing.T) {
	match, err := filter.Compile("_ws.malformed")
	if err != nil {
		t.Fatal(err)
	}
	private := datagram()
	copy(private[34:], []byte{0, 123, 0, 123})
	copy(private[42:], []byte{0x97, 0, 3, 0, 0}) // a list of NTP that is not dissected
	private = append(private, 1, 0, 4, 1, 2, 3, 4)
	private[17] += 7
	private[39] += 7
	r := newRig(t, Config{}, Fault{Name: "odd", From: Both, Match: match, Do: Action{Drop: true}})
	r.send(0, private)
	if got := r.receive(1, 1)[0]; !bytes.Equal(got, private) {
		t.Errorf("% x", got)
	}
	c, err := r.Counters()
	if err != nil {
		t.Fatal(err)
	}
	if f := c.Faults[0]; f.Fired != 0 || f.Failed == nil || !strings.Contains(f.Failed.Error(), "a frame holds a private list of NTP") {
		t.Errorf("%+v", f)
	}
}

// TestFaultsComeAndGo adds and removes faults, and releases what they hold.
func TestFaultsComeAndGo(t *testing.T) {
	r := newRig(t, Config{})
	hold := Fault{Name: "hold", From: Both, Match: compile(t, "frame[17] == 1"), Do: Action{Hold: &Hold{Until: "later"}}}
	if err := r.Add(hold); err != nil {
		t.Fatal(err)
	}
	if err := r.Add(hold); err == nil {
		t.Error("a fault was added twice")
	}
	r.send(0, series(2, 60)...)
	if got := r.numbers(1, 1); got[0] != 2 {
		t.Errorf("%d arrived", got)
	}
	if n := r.Held("later"); n != 1 {
		t.Errorf("%d frames are held", n)
	}
	if n := r.Release("something else"); n != 0 {
		t.Errorf("%d frames were released", n)
	}
	if n := r.Release("later"); n != 1 {
		t.Errorf("%d frames were released, want 1", n)
	}
	if got := r.numbers(1, 1); got[0] != 1 {
		t.Errorf("%d arrived", got)
	}
	r.send(0, numbered(1, 60))
	if got := r.numbers(1, 1); got[0] != 1 {
		t.Errorf("%d arrived after the event", got)
	}
	if err := r.Remove("hold"); err != nil {
		t.Fatal(err)
	}
	if err := r.Remove("hold"); err == nil {
		t.Error("a fault was removed twice")
	}
	if err := r.Add(hold); err != nil {
		t.Fatal(err)
	}
	r.send(0, numbered(1, 60))
	r.await(func(c Counters) bool { return c.Faults[1].Held == 1 })
	if err := r.Remove("hold"); err != nil {
		t.Fatal(err)
	}
	if got := r.numbers(1, 1); got[0] != 1 {
		t.Errorf("%d arrived once the fault was gone", got)
	}
	if err := r.Add(hold); err != nil {
		t.Fatal(err)
	}
	r.send(0, numbered(1, 60))
	r.await(func(c Counters) bool { return c.Faults[2].Held == 1 })
	c, err := r.Close()
	if err != nil {
		t.Fatal(err)
	}
	want := []FaultCounters{{Name: "hold", Matched: 1, Fired: 1}, {Name: "hold", Matched: 1, Fired: 1}, {Name: "hold", Matched: 1, Fired: 1, Held: 1}}
	if diff := cmp.Diff(want, c.Faults); diff != "" {
		t.Errorf("counted (-want +got):\n%s", diff)
	}
	if err := r.Add(hold); !errors.Is(err, net.ErrClosed) {
		t.Errorf("added to a closed wire: %v", err)
	}
}

func TestFaultMistakes(t *testing.T) {
	r := newRig(t, Config{})
	for _, tt := range []struct {
		fault Fault
		want  string
	}{
		{Fault{From: Both, Do: Action{Drop: true}}, "no name"},
		{Fault{Name: "x", From: Both}, "does 0 things"},
		{Fault{Name: "x", From: Both, Do: Action{Drop: true, Corrupt: true}}, "does 2 things"},
		{Fault{Name: "x", From: 2, Do: Action{Drop: true}}, "from end 2"},
		{Fault{Name: "x", From: Both, First: 3, Last: 2, Do: Action{Drop: true}}, "never fires"},
		{Fault{Name: "x", From: Both, Chance: 2, Do: Action{Drop: true}}, "never fires"},
		{Fault{Name: "x", From: Both, Match: compile(t, "ip.ttl == ${a.ip.ttl}"), Do: Action{Drop: true}}, "nobody bound"},
	} {
		if err := r.Add(tt.fault); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%+v: %v, want %s", tt.fault, err, tt.want)
		}
	}
}

// TestFaultsMeetWhatCame closes the wire right after frames were sent: they met the
// fault all the same.
func TestFaultsMeetWhatCame(t *testing.T) {
	for range 50 {
		r := newRig(t, Config{}, Fault{Name: "drop", From: Both, Do: Action{Drop: true}})
		r.send(0, series(200, 60)...)
		c, err := r.Close()
		if err != nil {
			t.Fatal(err)
		}
		if got := c.Faults[0].Fired; got != 200 {
			t.Fatalf("the fault befell %d of 200 frames", got)
		}
	}
}
