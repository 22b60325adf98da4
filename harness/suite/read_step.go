package suite

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
)

// stepKeys are the keys that every kind of step has beside its own.
type stepKeys struct {
	As    string `yaml:"as"`
	Fails *Fails `yaml:"fails"`
}

// The steps as they are written.
type (
	execStep struct {
		Exec     `yaml:",inline"`
		stepKeys `yaml:",inline"`
	}
	pingStep struct {
		Ping     `yaml:",inline"`
		stepKeys `yaml:",inline"`
	}
	dnsStep struct {
		DNS      `yaml:",inline"`
		stepKeys `yaml:",inline"`
	}
	httpStep struct {
		HTTP     `yaml:",inline"`
		stepKeys `yaml:",inline"`
	}
	dhcpStep struct {
		DHCP  `yaml:",inline"`
		Fails *Fails `yaml:"fails"`
	}
	waitStep struct {
		Wait  `yaml:",inline"`
		Fails *Fails `yaml:"fails"`
	}
)

// The requests with what is so unless declared.

func newExec() Exec { return Exec{Timeout: 10 * time.Second} }
func newPing() Ping {
	return Ping{Count: 1, Interval: time.Second, Timeout: 2 * time.Second, Size: 56, TTL: 64}
}
func newDNS() DNS         { return DNS{Type: "A", Timeout: 5 * time.Second} }
func newHTTP() HTTPFields { return HTTPFields{Method: "GET", Timeout: 10 * time.Second} }

// UnmarshalYAML reads a map with one key, the kind of step.
func (s *Step) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	s.Pos = d.Pos(n)
	kinds := stepKinds()
	first := ""
	ok := d.Keys(n, func(key string, k, v *yaml.Node) {
		switch {
		case !slices.Contains(kinds, key):
			d.UnknownKey(k, kinds)
			return
		case first != "":
			d.Errorf(k, "make it a step of its own, with a dash", "a step does one thing: %s or %s", first, key)
			return
		}
		first = key
		if refuseEmpty(d, key, v) {
			return
		}
		s.read(d, key, v)
	})
	if ok && first == "" && len(n.Content) == 0 {
		d.Errorf(n, "write one of: "+strings.Join(kinds, ", "), "the step does nothing")
	}
}

func (s *Step) read(d *strict.Decoder, kind string, n *yaml.Node) {
	var keys stepKeys
	switch kind {
	case "exec":
		x := execStep{Exec: newExec()}
		d.Key(kind, n, &x)
		x.Pos, keys = d.Pos(n), x.stepKeys
		s.Exec = &x.Exec
	case "ping":
		x := pingStep{Ping: newPing()}
		d.Key(kind, n, &x)
		x.Pos, keys = d.Pos(n), x.stepKeys
		s.Ping = &x.Ping
	case "path":
		x := pathStep{Path: newPath()}
		d.Key(kind, n, &x)
		x.Pos, keys = d.Pos(n), x.stepKeys
		s.Path = &x.Path
	case "dns":
		x := dnsStep{DNS: newDNS()}
		d.Key(kind, n, &x)
		x.Pos, keys = d.Pos(n), x.stepKeys
		s.DNS = &x.DNS
	case "http":
		x := httpStep{HTTP: HTTP{HTTPFields: newHTTP()}}
		d.Key(kind, n, &x)
		x.Pos, keys = d.Pos(n), x.stepKeys
		s.HTTP = &x.HTTP
	case "dhcp":
		x := dhcpStep{DHCP: DHCP{Timeout: 10 * time.Second}}
		d.Key(kind, n, &x)
		x.Pos, keys.Fails = d.Pos(n), x.Fails
		s.DHCP = &x.DHCP
	case "dhcp6":
		x := dhcp6Step{DHCP6: DHCP6{Timeout: 10 * time.Second}}
		d.Key(kind, n, &x)
		x.Pos, keys.Fails = d.Pos(n), x.Fails
		s.DHCP6 = &x.DHCP6
	case "wait":
		x := waitStep{Wait: Wait{Timeout: 5 * time.Second}}
		d.Key(kind, n, &x)
		x.Pos, keys.Fails = d.Pos(n), x.Fails
		s.Wait = &x.Wait
	case "listen", "connect", "connected", "accept", "send", "recv", "shutdown", "close", "reset":
		keys = s.readSocket(d, kind, n)
	case "fault":
		s.Fault = new(newFaultStep())
		d.Key(kind, n, s.Fault)
	case "link":
		s.Link = new(LinkStep)
		d.Key(kind, n, s.Link)
	case "frame":
		s.Frame, keys.Fails = readFrame(d, kind, n)
	case "route", "neighbor", "address", "sysctl", "service", "snapshot":
		keys = s.readChange(d, kind, n)
	case "parallel":
		d.Key(kind, n, &s.Parallel)
	}
	s.As, s.Fails = keys.As, keys.Fails
}

// refuseEmpty records a key whose value was left out, or is a list of
// things to check without any.
func refuseEmpty(d *strict.Decoder, key string, n *yaml.Node) bool {
	nothing := n.Kind == yaml.SequenceNode && len(n.Content) == 0 && slices.Contains([]string{"sequence", "never", "count", "parallel"}, key)
	if strict.Empty(n) || nothing {
		d.Errorf(n, "give it a value or remove it", "%s is empty", key)
		return true
	}
	return false
}

// refuseEmptyKeys records every key of a map whose value was left out: it
// would otherwise check nothing and say nothing.
func refuseEmptyKeys(d *strict.Decoder, n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		refuseEmpty(d, n.Content[i].Value, n.Content[i+1])
	}
}

// UnmarshalYAML reads true, or a pattern.
func (f *Fails) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	if n.Kind != yaml.ScalarNode || strict.Empty(n) {
		d.Wrong(n, "true, or a pattern for the reason")
		return
	}
	if n.ShortTag() != "!!str" || n.Value == "yes" || n.Value == "on" || n.Value == "no" || n.Value == "off" {
		var wanted bool
		d.Decode(n, &wanted)
		if !wanted {
			d.Errorf(n, "leave fails out", "a step is to succeed anyway")
		}
		return
	}
	if n.Value == "" {
		d.Errorf(n, "write fails: true if any reason will do", "the empty pattern is found in every reason")
		return
	}
	re, err := regexp.Compile(n.Value)
	if err != nil {
		d.Errorf(n, "patterns are RE2, as in Go's regexp", "fails: %v", err)
		return
	}
	f.Reason = re
}

// UnmarshalYAML reads a number from 0 to 255, or any.
func (e *Exit) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	if n.Kind == yaml.ScalarNode && n.Value == "any" {
		e.Any = true
		return
	}
	var code uint8
	d.Decode(n, &code)
	e.Code = int(code)
}

// UnmarshalYAML reads a list, or text that is split at blanks.
func (c *Command) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	if n.Kind != yaml.ScalarNode || strict.Empty(n) {
		d.Decode(n, (*[]string)(c))
		return
	}
	if i := strings.IndexAny(n.Value, "'\"\\$`|&;<>*?()[]{}~#\n"); i >= 0 {
		d.Errorf(n, "write `shell:` for sh -c, or the program and its arguments as a list",
			"command runs no shell, and %q means something to one", n.Value[i])
		return
	}
	*c = strings.Fields(n.Value)
}

// UnmarshalYAML keeps the text; the topology decides later what it means.
func (a *Address) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	a.Pos = d.Pos(n)
	d.Decode(n, &a.Text)
}

// UnmarshalYAML reads discover, renew or release.
func (a *DHCPAction) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	d.Decode(n, (*string)(a))
	word(d, n, string(*a), string(Discover), string(Renew), string(Release))
}

// UnmarshalYAML reads subsequence, strict or any.
func (o *Order) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	d.Decode(n, (*string)(o))
	word(d, n, string(*o), string(Subsequence), string(Strict), string(AnyOrder))
}

// word records text that is none of have.
func word(d *strict.Decoder, n *yaml.Node, text string, have ...string) {
	if n.Kind != yaml.ScalarNode || slices.Contains(have, text) || text == "" {
		return
	}
	d.Errorf(n, choose(text, have), "%s cannot be %s", d.What(), strict.Quote(text))
}

// choose proposes one of have instead of text.
func choose(text string, have []string) string {
	return strict.Propose(text, have, "it is one of "+strings.Join(have, ", "))
}

// UnmarshalYAML reads N, A..B or A..
func (r *Range) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	const cure = "write a number such as 2, a range such as 2..3, or 2.. for two or more"
	if n.Kind != yaml.ScalarNode || strict.Empty(n) {
		d.Wrong(n, "a number or a range")
		return
	}
	from, to, ranged := strings.Cut(n.Value, "..")
	lo, err := strconv.ParseUint(from, 10, 31)
	hi := lo
	open := ranged && to == ""
	if ranged && !open && err == nil {
		hi, err = strconv.ParseUint(to, 10, 31)
	}
	switch {
	case err != nil:
		d.Errorf(n, cure, "%s is no number and no range: %s", d.What(), strict.Quote(n.Value))
	case hi < lo:
		d.Errorf(n, "write the smaller one first", "%s is an empty range: %s", d.What(), n.Value)
	default:
		r.Min, r.Max = int(lo), int(hi)
		if open {
			r.Max = -1
		}
	}
}

// UnmarshalYAML reads NAME, NAME.first or NAME.last.
func (r *Ref) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	r.Pos = d.Pos(n)
	var text string
	d.Decode(n, &text)
	name, which, _ := strings.Cut(text, ".")
	switch which {
	case "", "first":
	case "last":
		r.Last = true
	default:
		d.Errorf(n, "write "+name+".first or "+name+".last", "no such frame of %s: %s", name, strict.Quote(which))
	}
	r.Name = name
}
