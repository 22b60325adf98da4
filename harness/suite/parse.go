package suite

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
	"github.com/netrig/netrig/topology"
)

// The limits of a suite.
const (
	MaxCases      = 1000
	MaxSteps      = 1000 // of one case, those inside parallel included
	MaxAssertions = 1000 // of one case
	MaxSequence   = 64   // steps of one sequence
	maxName       = 200  // octets of a suite's, case's or assertion's name
)

// suiteFile is the file as it is written.
type suiteFile struct {
	Pos      Pos
	Name     string      `yaml:"suite,required" doc:"Name of the suite."`
	Title    string      `yaml:"title" doc:"One line for people."`
	Doc      string      `yaml:"doc" doc:"What the suite shows."`
	Topology network     `yaml:"topology" doc:"The network of its cases: a file, relative to this one, or the network itself."`
	Cases    []*caseFile `yaml:"cases,required" doc:"The cases; each boots a lab of its own."`
}

// caseFile is a case as it is written.
type caseFile struct {
	Pos      Pos
	Name     string              `yaml:"name,required" doc:"Name of the case."`
	Doc      string              `yaml:"doc" doc:"What the case shows."`
	Cites    strict.List[string] `yaml:"cites" doc:"What it rests on, as in RFC 9293 3.8.1."`
	Covers   strict.List[string] `yaml:"covers" doc:"Rows of the catalogue it shows, as in G4."`
	Needs    strict.List[string] `yaml:"needs" doc:"Programs that it needs, as in bird, or one of several, as in chromium|google-chrome: it is skipped where the machine lacks one."`
	Points   int                 `yaml:"points" doc:"Earned when the case passes, besides those of its assertions."`
	Topology network             `yaml:"topology" doc:"A network of its own instead of the suite's."`
	Timeout  *time.Duration      `yaml:"timeout" doc:"Of steps and assertions together; 30s if left out."`
	Dissect  dissectFile         `yaml:"dissect" doc:"How frames are dissected, where not as Wireshark does by default."`
	Faults   []*Fault            `yaml:"faults" doc:"What befalls certain frames on a link."`
	Steps    []*Step             `yaml:"steps" doc:"What is made to happen, in order."`
	Assert   []*Assertion        `yaml:"assert,required" doc:"What is to be true of what was recorded."`
}

// dissectFile is how frames are dissected.
type dissectFile struct {
	Reassemble *bool `yaml:"reassemble" doc:"Put fragments and segments together; on if left out."`
	Checksums  bool  `yaml:"checksums" doc:"Verify the checksums of IPv4, TCP and UDP; off if left out."`
}

// network is a topology as it is written: a path, or the network itself.
type network struct {
	pos    Pos
	path   string
	inline *topology.Topology
}

// UnmarshalYAML reads a path or a map.
func (t *network) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	t.pos = d.Pos(n)
	switch {
	case n.Kind == yaml.MappingNode:
		if t.inline = topology.FromNode(d, n); t.inline == nil {
			t.inline = new(topology.Topology)
		}
	case n.Kind == yaml.ScalarNode && !strict.Empty(n):
		t.path = n.Value
	default:
		d.Wrong(n, "a file or a network")
	}
}

// Load reads and parses the file of that name in fsys.
func Load(fsys fs.FS, name string) (*Suite, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, fmt.Errorf("suite: %w", err)
	}
	defer func() { _ = f.Close() }() // it was only read
	// One octet more than is allowed suffices to know that there is too much.
	data, err := io.ReadAll(io.LimitReader(f, strict.MaxSize+1))
	if err != nil {
		return nil, fmt.Errorf("suite: %s: %w", name, err)
	}
	return Parse(name, data, fsys)
}

// Parse parses data, the content of file, and everything it names in fsys:
// a path in `topology:` is relative to the folder of file, and both are
// paths of fsys. Its error is the Diagnostics of suite and topologies, all
// mistakes at once; the Suite is nil then.
func Parse(file string, data []byte, fsys fs.FS) (*Suite, error) {
	root, ds := strict.Document(file, data)
	if root == nil {
		return nil, ds.Err()
	}
	if isTopology(root) {
		return nil, append(ds, Diagnostic{Pos: Pos{File: file, Line: root.Line, Column: root.Column}, Message: "this is a topology, and no suite",
			Cure: "write a suite that names it by `topology: ...`; netrig shell boots it as it is"}).Err()
	}
	p := &parser{d: strict.NewDecoder(file), file: file, source: newSource(data), fsys: fsys,
		loaded: map[string]*topology.Topology{}}
	var f suiteFile
	p.d.Decode(root, &f)
	s := p.suite(&f)
	ds = append(ds, p.d.Diagnostics()...)
	if err := ds.Err(); err != nil {
		return nil, err
	}
	return s, nil
}

// parser checks one file after it was read and resolves the names in it.
type parser struct {
	d      *strict.Decoder
	file   string
	source source
	fsys   fs.FS
	loaded map[string]*topology.Topology // by path; nil where it could not be read
}

func (p *parser) errorf(pos Pos, cure, format string, args ...any) {
	p.d.ErrorAt(pos, cure, format, args...)
}

func (p *parser) suite(f *suiteFile) *Suite {
	s := &Suite{Pos: f.Pos, Name: strings.TrimSpace(f.Name), File: p.file, Title: f.Title, Doc: f.Doc}
	p.name(f.Pos, "the suite", f.Name)
	s.Topology = p.topology(f.Topology)
	if len(f.Cases) == 0 {
		p.errorf(f.Pos, "write at least one under `cases:`", "the suite has no cases, so nothing could fail")
	}
	if len(f.Cases) > MaxCases {
		p.errorf(f.Pos, "split the file", "the suite has %d cases, at most %d are taken", len(f.Cases), MaxCases)
		return s
	}
	names := map[string]Pos{}
	for i, cf := range f.Cases {
		if cf == nil {
			p.errorf(f.Pos, "remove the dash", "case %d is empty", i+1)
			continue
		}
		if first, dup := names[cf.Name]; dup && cf.Name != "" {
			p.errorf(cf.Pos, "name it otherwise", "case %s is there twice, first on line %d", strict.Quote(cf.Name), first.Line)
		}
		names[cf.Name] = cf.Pos
		c := p.testCase(cf, s.Topology, f.Topology.pos.Line != 0)
		c.Index = i
		s.Cases = append(s.Cases, c)
	}
	return s
}

// name checks the name of a suite, case or assertion: it is shown on one
// line, and selected by on the command line. A missing one was recorded.
func (p *parser) name(pos Pos, what, name string) {
	switch {
	case len(name) > maxName:
		p.errorf(pos, "say the rest in doc", "%s has a name of %d octets, at most %d are taken", what, len(name), maxName)
	case strings.ContainsAny(name, "\n\r\t"):
		p.errorf(pos, "say the rest in doc", "%s has a name of several lines", what)
	case name != "" && strings.TrimSpace(name) == "":
		p.errorf(pos, "", "%s has a blank name", what)
	}
}

func (p *parser) testCase(f *caseFile, shared *topology.Topology, declared bool) *Case {
	c := &Case{
		Pos: f.Pos, Name: strings.TrimSpace(f.Name), Doc: f.Doc, Cites: f.Cites, Covers: f.Covers, Needs: f.Needs,
		Points: f.Points, Timeout: DefaultTimeout, Topology: shared,
	}
	c.Dissect.NoReassembly = f.Dissect.Reassemble != nil && !*f.Dissect.Reassemble
	c.Dissect.VerifyChecksums = f.Dissect.Checksums
	p.name(f.Pos, "the case", f.Name)
	what := "case " + strict.Quote(f.Name)
	for _, name := range f.Needs {
		if slices.Contains(strings.Split(name, "|"), "") || strings.ContainsAny(name, " \t\n/\x00") {
			p.errorf(f.Pos, "name it as in needs: [bird]", "%s needs %s, which is no name of a program", what, strict.Quote(name))
		}
	}
	if f.Topology.pos.Line != 0 {
		c.Topology = p.topology(f.Topology)
	} else if !declared {
		p.errorf(f.Pos, "write `topology:` in the suite or in the case", "%s has no network", what)
	}
	if wrong := unworthy(f.Points); wrong != "" {
		p.errorf(f.Pos, "", "%s is worth %d points, %s", what, f.Points, wrong)
	}
	if f.Timeout != nil {
		if c.Timeout = *f.Timeout; c.Timeout <= 0 {
			p.errorf(f.Pos, "leave timeout out for 30s", "%s has no time to run", what)
		}
	}
	if c.Topology != nil && len(c.Topology.Nodes) == 0 {
		c.Topology = nil // its mistakes are recorded; do not report each name as unknown
	}
	r := &resolver{parser: p, c: c, t: c.Topology, faultNames: map[string]Pos{}, events: map[string]Pos{}, held: map[string]*held{}}
	r.faults(f.Faults)
	r.steps(f.Steps)
	r.unreleased()
	r.assertions(f.Assert)
	return c
}

// topology returns the network that was written, nil where there is none or
// it has mistakes, which are recorded.
func (p *parser) topology(n network) *topology.Topology {
	if n.inline != nil {
		n.inline.File = p.file
		n.inline.Dir = path.Dir(p.file)
		if p.fsys == nil {
			return n.inline
		}
		for _, d := range n.inline.Attach(p.fsys, n.inline.Dir) {
			p.errorf(d.Pos, d.Cure, "%s", d.Message)
		}
		return n.inline
	}
	if n.path == "" {
		return nil
	}
	name := path.Join(path.Dir(p.file), n.path)
	if t, ok := p.loaded[name]; ok {
		return t
	}
	p.loaded[name] = nil
	if p.fsys == nil || path.IsAbs(n.path) || !fs.ValidPath(name) {
		p.errorf(n.pos, "use a path relative to the suite, within its folder tree, or write the network inline",
			"no topology file %s", strict.Quote(n.path))
		return nil
	}
	t, err := topology.Load(p.fsys, name)
	if err == nil {
		p.loaded[name] = t
		return t
	}
	if ds, ok := errors.AsType[Diagnostics](err); ok {
		for _, d := range ds {
			p.errorf(d.Pos, d.Cure, "%s", d.Message)
		}
		return nil
	}
	cure := ""
	if errors.Is(err, fs.ErrNotExist) {
		cure = "the path is relative to " + path.Dir(p.file)
	}
	p.errorf(n.pos, cure, "no topology %s: %v", strict.Quote(n.path), err)
	return nil
}

// isTopology reports whether a file is the network that somebody took for a suite.
func isTopology(root *yaml.Node) bool {
	nodes := false
	for i := 0; root.Kind == yaml.MappingNode && i+1 < len(root.Content); i += 2 {
		switch root.Content[i].Value {
		case "nodes":
			nodes = true
		case "suite", "cases":
			return false
		}
	}
	return nodes
}
