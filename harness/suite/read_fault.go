package suite

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/google/jsonschema-go/jsonschema"
	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
)

// faultFile is a fault as it is written.
type faultFile struct {
	Name     string         `yaml:"name,required" doc:"Its name, for steps and reports."`
	On       string         `yaml:"on,required" doc:"The link, as in pc1:eth0 -- sw."`
	From     string         `yaml:"from" doc:"The end that the frames come from, NODE or NODE:INTERFACE; both if left out."`
	Match    *Match         `yaml:"match" doc:"A Wireshark display filter; every frame if left out."`
	Nth      *Range         `yaml:"nth" doc:"Which of the frames that match, counted from 1: 1, 2..3, 2.."`
	Every    *int           `yaml:"every" doc:"Of these, every so-manieth."`
	Chance   strict.Percent `yaml:"chance" doc:"Of these, by chance, as in 5%."`
	Do       Action         `yaml:"do,required" doc:"What happens to the frame."`
	Optional bool           `yaml:"optional" doc:"That it happens to no frame is no error."`
}

// UnmarshalYAML reads a map.
func (f *Fault) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	var file faultFile
	refuseEmptyKeys(d, n)
	d.Decode(n, &file)
	*f = Fault{
		Pos: d.Pos(n), Name: file.Name, On: file.On, From: BothEnds, from: file.From, Match: file.Match,
		Chance: float64(file.Chance), Do: file.Do, Optional: file.Optional,
	}
	if file.Nth != nil {
		if f.Nth = *file.Nth; f.Nth.Min < 1 {
			d.ErrorAt(f.Pos, "the first frame is number 1", "nth counts from 1")
		}
	}
	if file.Every != nil {
		if f.Every = *file.Every; f.Every < 2 {
			d.ErrorAt(f.Pos, "leave every out for each", "every must be at least 2, not %d", f.Every)
		}
	}
	if keys := keysOf(n); slices.Contains(keys, "chance") && file.Chance == 0 {
		d.ErrorAt(f.Pos, "", "with a chance of 0%% it never happens")
	}
}

// keysOf returns the keys of a map.
func keysOf(n *yaml.Node) []string {
	var keys []string
	if n.Kind == yaml.MappingNode {
		for i := 0; i < len(n.Content); i += 2 {
			keys = append(keys, n.Content[i].Value)
		}
	}
	return keys
}

// The actions that are written as a word, and those that take a value.
func actionWords() []string { return []string{"drop", "dup", "corrupt"} }
func actionKeys() []string {
	return []string{"dup", "delay", "hold", "reorder", "set", "truncate", "checksums"}
}

// leastTruncated is the length of an Ethernet header, below which nothing can be sent.
const leastTruncated = 14

// UnmarshalYAML reads a word, or a map with one action.
func (a *Action) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	a.Pos = d.Pos(n)
	if n.Kind == yaml.ScalarNode {
		switch n.Value {
		case "drop":
			a.Drop = true
		case "dup":
			a.Dup = 1
		case "corrupt":
			a.Corrupt = true
		default:
			d.Errorf(n, choose(n.Value, actionWords())+", or a map such as {delay: 2s}", "%s cannot be %s", d.What(), strict.Quote(n.Value))
		}
		return
	}
	done := ""
	d.Keys(n, func(key string, k, v *yaml.Node) {
		if !slices.Contains(actionKeys(), key) {
			if slices.Contains(actionWords(), key) {
				d.Errorf(k, "write `do: "+key+"`", "%s takes no value", key)
			} else {
				d.UnknownKey(k, actionKeys())
			}
			return
		}
		if key == "checksums" {
			var word string
			d.Key(key, v, &word)
			if a.Keep = word == "keep"; !a.Keep {
				d.Errorf(v, "write `checksums: keep`, or leave it out", "checksums are mended or kept, not %s", strict.Quote(word))
			}
			return
		}
		if done != "" {
			d.Errorf(k, "write two faults", "a fault does one thing: %s or %s", done, key)
			return
		}
		done = key
		a.read(d, key, v)
	})
	if done == "" && n.Kind == yaml.MappingNode && len(n.Content) == 0 {
		d.Errorf(n, "write one of: "+strings.Join(slices.Concat(actionWords(), actionKeys()), ", "), "the fault does nothing")
	}
	if a.Keep && done != "set" {
		d.Errorf(n, "remove checksums", "only what sets a field mends checksums")
	}
}

func (a *Action) read(d *strict.Decoder, key string, v *yaml.Node) {
	positive := func(n, least int) {
		if n < least {
			d.Errorf(v, "", "%s must be at least %d, not %d", key, least, n)
		}
	}
	switch key {
	case "dup":
		d.Key(key, v, &a.Dup)
		positive(a.Dup, 1)
	case "reorder":
		d.Key(key, v, &a.Reorder)
		positive(a.Reorder, 1)
	case "truncate":
		d.Key(key, v, &a.Truncate)
		positive(a.Truncate, leastTruncated)
	case "delay":
		before := d.Mistakes()
		d.Key(key, v, &a.Delay)
		if d.Mistakes() == before && a.Delay <= 0 || a.Delay > time.Hour {
			d.Errorf(v, "up to 1h", "a delay of %s", a.Delay)
		}
	case "hold":
		a.Hold = &Hold{Pos: d.Pos(v)}
		d.Key(key, v, &holdFile{a.Hold})
	case "set":
		d.Key(key, v, &a.Set)
	}
}

// holdFile reads {until: EVENT} or {until: {match: FILTER}}.
type holdFile struct{ *Hold }

type holdMatch struct {
	Match *Match `yaml:"match,required"`
}

// UnmarshalYAML reads until.
func (h *holdFile) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	const cure = "write {until: EVENT}, which a fault step releases, or {until: {match: FILTER}} for a later frame"
	if keys := keysOf(n); len(keys) != 1 || keys[0] != "until" {
		d.Errorf(n, cure, "until when?")
		return
	}
	until := n.Content[1]
	if until.Kind == yaml.ScalarNode && !strict.Empty(until) {
		h.Until = until.Value
		return
	}
	var m holdMatch
	d.Key("until", until, &m)
	h.Match = m.Match
}

// JSONSchema describes a map.
func (f *Fault) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return of(reflect.TypeFor[faultFile]())
}

// JSONSchema describes a word or a map.
func (a *Action) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	least := func(n int) *jsonschema.Schema { return &jsonschema.Schema{Type: "integer", Minimum: new(float64(n))} }
	never := func() *jsonschema.Schema { return &jsonschema.Schema{Not: &jsonschema.Schema{}} }
	m := &jsonschema.Schema{
		Type: "object", AdditionalProperties: never(), MinProperties: new(1), MaxProperties: new(2), PropertyOrder: actionKeys(),
		Properties: map[string]*jsonschema.Schema{
			"dup":       described(least(1), "So many more of it follow."),
			"delay":     described(of(reflect.TypeFor[time.Duration]()), "It arrives later, and others overtake it."),
			"reorder":   described(least(1), "So many frames behind it overtake it."),
			"truncate":  described(least(leastTruncated), "It ends after so many octets."),
			"checksums": described(oneOf("keep"), "With set: leave the checksums as they were."),
			"set":       described(of(reflect.TypeFor[Sets]()), "Fields, by their Wireshark names, have these values."),
			"hold": described(&jsonschema.Schema{Type: "object", Required: []string{"until"}, AdditionalProperties: never(), Properties: map[string]*jsonschema.Schema{
				"until": either(&jsonschema.Schema{Type: "string"}, of(reflect.TypeFor[holdMatch]())),
			}}, "It waits until an event that a step releases, or a later frame."),
		},
	}
	return either(oneOf(actionWords()...), m)
}

// FaultStep adds a fault, removes one, or releases what faults hold.
type FaultStep struct {
	Pos     Pos
	Add     *Fault `yaml:"add" doc:"A fault, from now on."`
	Remove  string `yaml:"remove" doc:"The name of a fault that ends; what it holds goes on."`
	Release string `yaml:"release" doc:"The event that frames are held until."`

	Frames  int           `yaml:"frames" doc:"Of release: how many frames are to be held first; 1 if left out."`
	Timeout time.Duration `yaml:"timeout" doc:"Of release: how long it waits for them; 2s if left out."`
}

func newFaultStep() FaultStep { return FaultStep{Frames: 1, Timeout: 2 * time.Second} }

// LinkStep sets an interface down or up, or unplugs a cable and plugs it in again.
type LinkStep struct {
	Pos  Pos
	Down string `yaml:"down" doc:"NODE:INTERFACE to set down, or a link to unplug."`
	Up   string `yaml:"up" doc:"NODE:INTERFACE to set up, or a link to plug in."`

	Node, Interface string // of the interface; empty for a link
	On              string // the link as the topology has it; empty for an interface
}

// String returns the step as it is shown.
func (s *FaultStep) String() string {
	switch {
	case s.Add != nil:
		return "fault " + s.Add.String()
	case s.Remove != "":
		return "remove fault " + s.Remove
	}
	return "release " + s.Release
}

// String returns the step as it is shown.
func (s *LinkStep) String() string {
	if s.Down != "" {
		return "down " + s.Down
	}
	return "up " + s.Up
}

// faultStep checks a fault step.
func (r *resolver) faultStep(s *FaultStep) {
	set := 0
	for _, is := range [...]bool{s.Add != nil, s.Remove != "", s.Release != ""} {
		if is {
			set++
		}
	}
	if set != 1 {
		r.errorf(s.Pos, "write one of add, remove, release", "a fault step does one thing, not %d", set)
		return
	}
	switch {
	case s.Add != nil:
		r.fault(s.Add)
	case s.Remove != "":
		if _, ok := r.faultNames[s.Remove]; !ok {
			r.errorf(s.Pos, r.have(s.Remove, sortedKeys(r.faultNames)), "no fault %s before this step", strict.Quote(s.Remove))
		}
	default:
		if _, ok := r.events[s.Release]; !ok {
			r.errorf(s.Pos, r.have(s.Release, sortedKeys(r.events)), "no fault before this step holds until %s", strict.Quote(s.Release))
		}
		r.released = append(r.released, s.Release)
		r.number(s.Pos, "frames", s.Frames, 1, 1000)
		r.timeout(s.Pos, s.Timeout)
	}
	if defaults := newFaultStep(); s.Release == "" && (s.Frames != defaults.Frames || s.Timeout != defaults.Timeout) {
		r.errorf(s.Pos, "remove frames and timeout", "only release waits for frames")
	}
}

// linkStep checks a link step.
func (r *resolver) linkStep(s *LinkStep) {
	text := s.Down + s.Up
	switch {
	case s.Down != "" && s.Up != "" || text == "":
		r.errorf(s.Pos, "write one of down, up", "a link step does one thing")
	case r.t == nil:
	case strings.Contains(text, " -- "):
		if l := r.wire(s.Pos, "link", text); l != nil {
			s.On = l.String()
		}
	default:
		name, iface, ok := strings.Cut(text, ":")
		if !ok {
			r.errorf(s.Pos, "write NODE:INTERFACE, or a link such as pc1:eth0 -- sw", "%s is no interface and no link", strict.Quote(text))
			return
		}
		n := r.node(s.Pos, "link", name)
		if n == nil {
			return
		}
		if n.Interface(iface) == nil {
			r.errorf(s.Pos, r.have(iface, interfaces(n)), "no interface %s on %s", strict.Quote(iface), name)
		}
		s.Node, s.Interface = name, iface
	}
}

// unreleased complains of faults that hold frames until an event that no step releases.
func (r *resolver) unreleased() {
	for _, event := range sortedKeys(r.events) {
		if !slices.Contains(r.released, event) {
			r.errorf(r.events[event], fmt.Sprintf("add a step `fault: {release: %s}`", event), "frames are held until %s, which no step releases", strict.Quote(event))
		}
	}
}
