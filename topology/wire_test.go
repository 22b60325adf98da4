package topology_test

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/topology"
)

// linked is two hosts and what is written of the link between them.
func linked(link string) []byte {
	return []byte("nodes:\n  a: {interfaces: {eth0: 10.0.0.1/24}}\n  b: {interfaces: {eth0: 10.0.0.2/24}}\nlinks:\n  - " + link + "\n")
}

func TestWire(t *testing.T) {
	dsl := topology.Media()["dsl"]
	dsl.Media = "dsl"
	tests := []struct {
		link string
		want *topology.Wire
	}{
		{"a -- b", nil},
		{"{between: [a, b]}", nil},
		{"{between: [a, b], wire: on}", &topology.Wire{}},
		{"{between: [a, b], wire: off}", nil},
		{"{between: [a, b], rate: 1.5mbit, queue: 10}", &topology.Wire{
			There: topology.Line{Rate: 1_500_000, Queue: 10}, Back: topology.Line{Rate: 1_500_000, Queue: 10},
		}},
		{"{between: [a, b], delay: 5ms, jitter: 1ms, loss: 5%, duplicate: 1 %, reorder: 0.5%, corrupt: 100%, pad: on}", &topology.Wire{
			There: topology.Line{Delay: 5 * time.Millisecond, Jitter: time.Millisecond, Loss: 0.05, Duplicate: 0.01, Reorder: 0.005, Corrupt: 1, Pad: true},
			Back:  topology.Line{Delay: 5 * time.Millisecond, Jitter: time.Millisecond, Loss: 0.05, Duplicate: 0.01, Reorder: 0.005, Corrupt: 1, Pad: true},
		}},
		{"{between: [a, b], rate: 2gbit, back: {rate: 64kbit}}", &topology.Wire{
			There: topology.Line{Rate: 2_000_000_000}, Back: topology.Line{Rate: 64_000},
		}},
		{"{between: [a, b], back: {delay: 1s}}", &topology.Wire{Back: topology.Line{Delay: time.Second}}},
		{"{between: [a, b], media: dsl}", &dsl},
		{"{between: [a, b], media: dsl, rate: 2mbit, back: {loss: 1%}}", &topology.Wire{
			Media: "dsl",
			There: topology.Line{Rate: 2e6, Delay: 12 * time.Millisecond},
			Back:  topology.Line{Rate: 2e6, Delay: 12 * time.Millisecond, Loss: 0.01},
		}},
	}
	for _, tt := range tests {
		t.Run(tt.link, func(t *testing.T) {
			parsed, err := topology.Parse("wire.yaml", linked(tt.link))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, parsed.Links[0].Wire); diff != "" {
				t.Errorf("the wire (-want +got):\n%s", diff)
			}
		})
	}
}

func TestWireString(t *testing.T) {
	tests := []struct {
		wire topology.Wire
		want string
	}{
		{topology.Wire{}, "at once"},
		{topology.Wire{There: topology.Line{Rate: 1_500_000}}, "rate 1500kbit, back at once"},
		{topology.Media()["100base-t"], "rate 100mbit delay 1µs pad on"},
		{topology.Wire{Back: topology.Line{Rate: 7, Queue: 2, Loss: 0.001}}, "at once, back rate 7bit queue 2 loss 0.1%"},
	}
	for _, tt := range tests {
		if got := tt.wire.String(); got != tt.want {
			t.Errorf("%q, want %q", got, tt.want)
		}
	}
}

// The page shows every preset as it is.
func TestMediaPage(t *testing.T) {
	page, err := os.ReadFile("../docs/topology.md")
	if err != nil {
		t.Fatal(err)
	}
	presets := topology.Media()
	for _, name := range slices.Sorted(maps.Keys(presets)) {
		w := presets[name]
		back := w.Back.String()
		if w.Back == w.There {
			back = "the same"
		}
		if row := fmt.Sprintf("| `%s` | %s | %s |\n", name, w.There, back); !strings.Contains(string(page), row) {
			t.Errorf("docs/topology.md lacks the row %s", row)
		}
	}
}
