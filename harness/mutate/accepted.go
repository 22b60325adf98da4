package mutate

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/internal/strict"
	"github.com/netrig/netrig/topology"
)

// acceptedFile is the file beside a suite that says which of its mutants may
// survive, and why.
type acceptedFile struct {
	Accepted []acceptedEntry `yaml:"accepted,required"`
}

// acceptedEntry is one reason. What survives only sometimes depends on which
// of two things comes first, or on how busy the machine is.
type acceptedEntry struct {
	Pos       topology.Pos
	Mutants   strict.List[acceptedName] `yaml:"mutants,required"`
	Why       string                    `yaml:"why,required"`
	Sometimes bool                      `yaml:"sometimes"`
}

// acceptedName is the name of a mutant, or several by a * for any text.
type acceptedName struct {
	pos       topology.Pos
	text      string
	why       string
	sometimes bool
	matches   *regexp.Regexp
}

// UnmarshalYAML reads a name.
func (n *acceptedName) UnmarshalYAML(d *strict.Decoder, node *yaml.Node) {
	n.pos = d.Pos(node)
	d.Decode(node, &n.text)
	parts := strings.Split(n.text, "*")
	for i, p := range parts {
		parts[i] = regexp.QuoteMeta(p)
	}
	n.matches = regexp.MustCompile("^" + strings.Join(parts, ".*") + "$")
}

// means reports whether it is the name of a mutant. Without a network in front
// it is that of the mutants of every network of the suite.
func (n acceptedName) means(m *Mutant) bool {
	return n.matches.MatchString(m.Name) || n.matches.MatchString(strings.TrimPrefix(m.Name, m.network.prefix))
}

// AcceptedName is the name of the file beside a suite.
func AcceptedName(suiteFile string) string {
	return strings.TrimSuffix(suiteFile, ".yaml") + ".mutants.yaml"
}

// readAccepted reads the file beside a suite, if there is one.
func readAccepted(source harness.Source) ([]acceptedName, error) {
	name := AcceptedName(source.Name)
	data, err := fs.ReadFile(source.FS, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("mutate: %w", err)
	}
	var file acceptedFile
	mistakes := strict.Decode(name, data, &file)
	for _, e := range file.Accepted {
		if len(mistakes) == 0 && len(e.Mutants) == 0 {
			mistakes = append(mistakes, topology.Diagnostic{Pos: e.Pos, Message: "no mutant is named", Cure: "netrig mutate prints the names of those that survive"})
		}
		if len(mistakes) == 0 && strings.TrimSpace(e.Why) == "" {
			mistakes = append(mistakes, topology.Diagnostic{Pos: e.Pos, Message: "no reason is given", Cure: "say why nothing can notice them"})
		}
	}
	if len(mistakes) > 0 {
		return nil, source.Shown(mistakes)
	}
	var all []acceptedName
	for _, e := range file.Accepted {
		for _, n := range e.Mutants {
			n.pos.File = source.Shown(topology.Diagnostics{{Pos: n.pos}})[0].Pos.File
			n.why, n.sometimes = e.Why, e.Sometimes
			all = append(all, n)
		}
	}
	return all, nil
}

// accept takes the survivors that may survive for such, and notes what is
// accepted in vain. Of what was not tried nothing is said.
func (r *Result) accept(allowed []acceptedName, only *regexp.Regexp) {
	used := make([]bool, len(allowed))
	for i := range r.Mutants {
		m := &r.Mutants[i]
		j := slices.IndexFunc(allowed, func(n acceptedName) bool { return n.means(m.Mutant) })
		if j >= 0 && m.Outcome == Survived {
			m.Outcome, m.Reason = Accepted, allowed[j].why
			used[j] = true
		}
	}
	for j, n := range allowed {
		if used[j] || n.sometimes || only != nil {
			continue
		}
		if why := r.vain(n); why != "" {
			r.Stale = append(r.Stale, Stale{Name: n.text, Place: suite.PlaceOf(n.pos), Reason: why})
		}
	}
}

// vain says why a name by which nothing survived is in vain, "" where nobody
// knows: one of its mutants could not be tried to the end.
func (r *Result) vain(n acceptedName) string {
	why := "no mutant has that name"
	for _, m := range r.Mutants {
		switch {
		case !n.means(m.Mutant):
		case m.Outcome != Killed:
			return ""
		default:
			why = "it is killed"
		}
	}
	return why
}
