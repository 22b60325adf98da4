package topology

import (
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/jsonschema-go/jsonschema"
	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
)

// Media are the presets of wires, by name: what a kind of line is like, from the
// first end of a link to the second and back. Of a line that is slower one way the
// first end is the subscriber's.
func Media() map[string]Wire {
	both := func(l Line) Wire { return Wire{There: l, Back: l} }
	return map[string]Wire{
		"10base-t":   both(Line{Rate: 10e6, Delay: time.Microsecond, Pad: true}),
		"100base-t":  both(Line{Rate: 100e6, Delay: time.Microsecond, Pad: true}),
		"1000base-t": both(Line{Rate: 1e9, Delay: time.Microsecond, Pad: true}),
		"fibre":      both(Line{Rate: 1e9, Delay: 500 * time.Microsecond, Pad: true}), // 100 km
		"wifi":       both(Line{Rate: 50e6, Delay: 2 * time.Millisecond, Jitter: time.Millisecond, Loss: 0.005}),
		"dsl": {
			There: Line{Rate: 1e6, Delay: 12 * time.Millisecond},
			Back:  Line{Rate: 16e6, Delay: 12 * time.Millisecond},
		},
		"4g": {
			There: Line{Rate: 10e6, Delay: 25 * time.Millisecond, Jitter: 5 * time.Millisecond, Loss: 0.001},
			Back:  Line{Rate: 40e6, Delay: 25 * time.Millisecond, Jitter: 5 * time.Millisecond, Loss: 0.001},
		},
		"satellite": { // geostationary
			There: Line{Rate: 3e6, Delay: 280 * time.Millisecond, Jitter: 2 * time.Millisecond, Loss: 0.002},
			Back:  Line{Rate: 25e6, Delay: 280 * time.Millisecond, Jitter: 2 * time.Millisecond, Loss: 0.002},
		},
	}
}

// lineShape is what a line does to frames. What is left out is as in the preset or,
// of the way back, as on the way there.
type lineShape struct {
	Rate      *bitRate        `yaml:"rate" doc:"Bits per second of frames as captured, as in 100mbit."`
	Queue     *queueLength    `yaml:"queue" doc:"Frames that wait for the rate before the next is dropped; 1000 if left out."`
	Delay     *time.Duration  `yaml:"delay" doc:"How late every frame arrives, as in 5ms."`
	Jitter    *time.Duration  `yaml:"jitter" doc:"How much less or more the delay may be; frames keep their order."`
	Loss      *strict.Percent `yaml:"loss" doc:"Chance that a frame is lost, as in 5%."`
	Duplicate *strict.Percent `yaml:"duplicate" doc:"Chance that a frame arrives twice, as in 1%."`
	Reorder   *strict.Percent `yaml:"reorder" doc:"Chance that the next frame overtakes a frame, as in 1%."`
	Corrupt   *strict.Percent `yaml:"corrupt" doc:"Chance that a bit of a frame is flipped, as in 1%."`
	Pad       *bool           `yaml:"pad" doc:"Pad shorter frames to 60 octets, as Ethernet does."`
}

// declared reports whether anything is.
func (s *lineShape) declared() bool { return *s != lineShape{} }

// apply writes what is declared over a line.
func (s *lineShape) apply(l *Line) {
	if s.Rate != nil {
		l.Rate = uint64(*s.Rate)
	}
	if s.Queue != nil {
		l.Queue = int(*s.Queue)
	}
	if s.Pad != nil {
		l.Pad = *s.Pad
	}
	for _, d := range [...]struct {
		from *time.Duration
		to   *time.Duration
	}{{s.Delay, &l.Delay}, {s.Jitter, &l.Jitter}} {
		if d.from != nil {
			*d.to = *d.from
		}
	}
	for _, p := range [...]struct {
		from *strict.Percent
		to   *float64
	}{{s.Loss, &l.Loss}, {s.Duplicate, &l.Duplicate}, {s.Reorder, &l.Reorder}, {s.Corrupt, &l.Corrupt}} {
		if p.from != nil {
			*p.to = float64(*p.from)
		}
	}
}

// wire is the wire that a link is declared to be, nil where it is a plain cable.
func (b *builder) wire(s *linkShape) *Wire {
	if s.Media == "" && !s.declared() && !s.Back.declared() && !s.Wire {
		return nil
	}
	w := Media()[string(s.Media)]
	w.Media = string(s.Media)
	s.apply(&w.There)
	s.apply(&w.Back)
	s.Back.apply(&w.Back)
	for _, l := range [...]Line{w.There, w.Back} {
		switch {
		case l.Jitter > l.Delay:
			b.d.ErrorAt(s.Pos, "make the delay longer, or the jitter shorter", "with a delay of %s, a jitter of %s lets frames arrive before they are sent", l.Delay, l.Jitter)
			return &w
		case l.Queue > 0 && l.Rate == 0:
			b.d.ErrorAt(s.Pos, "declare a rate", "a queue without a rate never fills")
			return &w
		}
	}
	return &w
}

// media is the name of a preset.
type media string

// UnmarshalYAML takes the name of a preset.
func (m *media) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	*m = media(named(d, n, "media", slices.Sorted(maps.Keys(Media()))))
}

// JSONSchema lists the presets.
func (m *media) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	var all []any
	for _, name := range slices.Sorted(maps.Keys(Media())) {
		all = append(all, name)
	}
	return &jsonschema.Schema{Enum: all}
}

// bitRate is a number of bits per second.
type bitRate uint64

const mostRate = 1e12 // bits per second

// units of rates, as tc(8) has them: powers of ten.
var rateUnits = []struct {
	name string
	bits float64
}{{"kbit", 1e3}, {"mbit", 1e6}, {"gbit", 1e9}, {"bit", 1}}

// UnmarshalYAML takes a number with its unit.
func (r *bitRate) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	for _, u := range rateUnits {
		digits, ok := strings.CutSuffix(n.Value, u.name)
		if !ok || n.Kind != yaml.ScalarNode {
			continue
		}
		x, err := strconv.ParseFloat(digits, 64)
		if bits := x * u.bits; err == nil && bits >= 1 && bits <= mostRate {
			*r = bitRate(math.Round(bits))
			return
		}
	}
	d.Wrong(n, "a rate such as 100mbit, from 1bit to 1000gbit")
}

// JSONSchema shows the units.
func (r *bitRate) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", Pattern: `^[0-9.]+(bit|kbit|mbit|gbit)$`}
}

// queueLength is a number of frames.
type queueLength int

const mostQueue = 1 << 20 // frames

// UnmarshalYAML takes a number.
func (q *queueLength) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	before := d.Mistakes()
	var x int
	d.Decode(n, &x)
	if d.Mistakes() > before {
		return
	}
	if x < 1 || x > mostQueue {
		d.Errorf(n, fmt.Sprintf("from 1 to %d frames", mostQueue), "%s %d is out of range", d.What(), x)
		return
	}
	*q = queueLength(x)
}

// JSONSchema bounds the number.
func (q *queueLength) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "integer", Minimum: new(float64(1)), Maximum: new(float64(mostQueue))}
}

// String tells what the line does, in the words of the file.
func (l Line) String() string {
	var words []string
	say := func(is bool, word, format string, args ...any) {
		if is {
			words = append(words, word+" "+fmt.Sprintf(format, args...))
		}
	}
	say(l.Rate > 0, "rate", "%s", rateText(l.Rate))
	say(l.Queue > 0, "queue", "%d", l.Queue)
	say(l.Delay > 0, "delay", "%s", l.Delay)
	say(l.Jitter > 0, "jitter", "%s", l.Jitter)
	say(l.Loss > 0, "loss", "%.3g%%", 100*l.Loss)
	say(l.Duplicate > 0, "duplicate", "%.3g%%", 100*l.Duplicate)
	say(l.Reorder > 0, "reorder", "%.3g%%", 100*l.Reorder)
	say(l.Corrupt > 0, "corrupt", "%.3g%%", 100*l.Corrupt)
	say(l.Pad, "pad", "on")
	if len(words) == 0 {
		return "at once"
	}
	return strings.Join(words, " ")
}

// Check returns what is wrong with a line.
func (l Line) Check() error {
	switch {
	case l.Delay < 0 || l.Jitter < 0:
		return fmt.Errorf("a delay of %s and a jitter of %s: neither is less than 0", l.Delay, l.Jitter)
	case l.Jitter > l.Delay:
		return fmt.Errorf("a jitter of %s is more than the delay of %s", l.Jitter, l.Delay)
	case l.Queue < 0 || l.Queue > mostQueue:
		return fmt.Errorf("a queue of %d frames: it is 1 to %d, or 0 for %d", l.Queue, mostQueue, DefaultQueue)
	}
	for what, x := range map[string]float64{"loss": l.Loss, "duplicate": l.Duplicate, "reorder": l.Reorder, "corrupt": l.Corrupt} {
		if !(x >= 0 && x <= 1) {
			return fmt.Errorf("a chance of %s of %g: it is from 0 to 1", what, x)
		}
	}
	return nil
}

// rateText writes a rate with the largest unit that leaves it whole.
func rateText(bits uint64) string {
	best := strconv.FormatUint(bits, 10) + "bit"
	for _, u := range rateUnits {
		if unit := uint64(u.bits); unit > 1 && bits%unit == 0 {
			best = strconv.FormatUint(bits/unit, 10) + u.name
		}
	}
	return best
}
