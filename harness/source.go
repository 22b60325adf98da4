package harness

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/topology"
)

// SuiteFile is the name of a suite in a folder of its own.
const SuiteFile = "suite.yaml"

// Source is a suite or topology file and the file system it lies in.
// Everything the file refers to must lie in the same file system.
type Source struct {
	FS   fs.FS
	Name string // slash-separated, as fs.FS has it

	host bool // the host's file system: names are shown as paths
}

// Files returns the suites that paths of the host name: a file is itself, a
// folder stands for every suite.yaml in it and below, in lexical order, but
// for hidden folders and run directories. A path that leads to no suite is an
// error.
func Files(paths ...string) ([]Source, error) {
	var sources []Source
	for _, path := range paths {
		found, err := find(path)
		if err != nil {
			return nil, err
		}
		sources = append(sources, found...)
	}
	return sources, nil
}

func find(path string) ([]Source, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("find suites: %w", err)
	}
	if !info.IsDir() {
		s, err := File(path)
		return []Source{s}, err
	}
	var sources []Source
	err = filepath.WalkDir(path, func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && name != path && (strings.HasPrefix(d.Name(), ".") || holdsEvidence(name)):
			return fs.SkipDir
		case d.IsDir() || d.Name() != SuiteFile:
			return nil
		}
		s, err := File(name)
		sources = append(sources, s)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("find suites: %w", err)
	}
	if len(sources) == 0 {
		return nil, fmt.Errorf("no %s in %s or below; name the suite's file itself if it is called otherwise", SuiteFile, path)
	}
	return sources, nil
}

// holdsEvidence reports whether a folder is that of a suite in a run
// directory. The suite below it is a copy of one that was run.
func holdsEvidence(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, sourceFile))
	return err == nil
}

// File returns the source at a path of the host.
func File(path string) (Source, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return Source{}, fmt.Errorf("find %s: %w", path, err)
	}
	// Links are followed here: the file system below takes names as they are.
	if target, err := filepath.EvalSymlinks(abs); err == nil {
		abs = target
	}
	return Source{FS: hostFS{os.DirFS("/")}, Name: strings.TrimPrefix(filepath.ToSlash(abs), "/"), host: true}, nil
}

// Root is the folder of the host at which the source's file system begins, ""
// where it is not the host's.
func (s Source) Root() string {
	if s.host {
		return "/"
	}
	return ""
}

// hostFS is the host's file system from its root. It opens files and folders
// alone, as a pipe or a device would keep its reader waiting for ever, and
// its errors name files as the user would.
type hostFS struct{ fs.FS }

// Open opens a file or a folder.
func (h hostFS) Open(name string) (fs.File, error) {
	info, err := fs.Stat(h.FS, name)
	if err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		err = errors.New("neither a file nor a folder")
	}
	var f fs.File
	if err == nil {
		f, err = h.FS.Open(name)
	}
	if err == nil {
		return f, nil
	}
	if inner := (*fs.PathError)(nil); errors.As(err, &inner) {
		err = inner.Err
	}
	return nil, &fs.PathError{Op: "open", Path: hostPath(name), Err: err}
}

// Load reads the source as a suite. The error lists every mistake, each with
// its place.
func (s Source) Load() (*suite.Suite, error) {
	loaded, err := suite.Load(s.FS, s.Name)
	return loaded, s.shown(err)
}

// LoadTopology reads the source as a topology. The error lists every
// mistake, each with its place.
func (s Source) LoadTopology() (*topology.Topology, error) {
	loaded, err := topology.Load(s.FS, s.Name)
	return loaded, s.shown(err)
}

// Topologies returns the networks of the source, each once: of a suite those
// of its cases, otherwise the topology that it is.
func (s Source) Topologies() ([]*topology.Topology, error) {
	isSuite, err := s.isSuite()
	if err != nil {
		return nil, err
	}
	if !isSuite {
		t, err := s.LoadTopology()
		if err != nil {
			return nil, err
		}
		return []*topology.Topology{t}, nil
	}
	loaded, err := s.Load()
	if err != nil {
		return nil, err
	}
	var all []*topology.Topology
	for _, c := range loaded.Cases {
		if !slices.Contains(all, c.Topology) {
			all = append(all, c.Topology)
		}
	}
	return all, nil
}

// Lint returns every mistake of the source, those that keep it from being
// read and those that would surprise. The error is for a file that cannot be
// opened.
func (s Source) Lint() (topology.Diagnostics, error) {
	networks, err := s.Topologies()
	var mistakes topology.Diagnostics
	if errors.As(err, &mistakes) {
		return mistakes, nil
	}
	if err != nil {
		return nil, err
	}
	for _, t := range networks {
		mistakes = append(mistakes, topology.Lint(t)...)
	}
	return s.Shown(mistakes), nil
}

// suiteKey is the line by which a suite is told from a topology.
var suiteKey = regexp.MustCompile(`(?m)^["']?suite["']?\s*:`)

// isSuite reports whether the file is a suite; what is neither is taken for a
// topology.
func (s Source) isSuite() (bool, error) {
	f, err := s.FS.Open(s.Name)
	if err != nil {
		return false, fmt.Errorf("harness: %w", err)
	}
	defer func() { _ = f.Close() }() // it was only read
	data, err := io.ReadAll(io.LimitReader(f, 1<<20))
	if err != nil {
		return false, fmt.Errorf("harness: read %s: %w", s.path(s.Name), err)
	}
	return suiteKey.Match(data), nil
}

// shown names the files in diagnostics as the user would.
func (s Source) shown(err error) error {
	var diagnostics topology.Diagnostics
	if err == nil || !errors.As(err, &diagnostics) {
		return err
	}
	return s.Shown(diagnostics)
}

// Shown returns diagnostics of the source with files named as the user would
// name them.
func (s Source) Shown(diagnostics topology.Diagnostics) topology.Diagnostics {
	diagnostics = slices.Clone(diagnostics)
	for i := range diagnostics {
		diagnostics[i].Pos.File = s.path(diagnostics[i].Pos.File)
	}
	return diagnostics
}

// path names a file of the source as the user would.
func (s Source) path(name string) string {
	if !s.host || name == "" {
		return name
	}
	return hostPath(name)
}

// hostPath is the path of a file of hostFS: relative to the working directory
// where it lies below it, absolute elsewhere.
func hostPath(name string) string {
	abs := "/" + name
	if cwd, err := os.Getwd(); err == nil {
		if rel, err := filepath.Rel(cwd, abs); err == nil && filepath.IsLocal(rel) {
			return rel
		}
	}
	return abs
}

// traced is a file system that remembers what was opened in it.
type traced struct {
	fs.FS
	mu     sync.Mutex
	opened map[string]bool // true for folders
}

func trace(fsys fs.FS) *traced { return &traced{FS: fsys, opened: map[string]bool{}} }

// Open opens a file and remembers it.
func (t *traced) Open(name string) (fs.File, error) {
	f, err := t.FS.Open(name)
	if err != nil {
		return nil, err
	}
	if info, err := f.Stat(); err == nil {
		t.mu.Lock()
		t.opened[name] = info.IsDir()
		t.mu.Unlock()
	}
	return f, nil
}

// save copies what was opened into dir, below the deepest folder that holds
// all of it, and returns that folder's name and the SHA-256 of every file, by
// its slash-separated path below dir. Of folders only the name is kept.
func (t *traced) save(dir string) (base string, sums map[string]string, err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	for name := range t.opened {
		folder := filepath.Dir(name)
		if base == "" {
			base = folder
		}
		for base != "." && folder != base && !strings.HasPrefix(folder, base+"/") {
			base = filepath.Dir(base)
		}
	}
	sums = map[string]string{}
	for name, folder := range t.opened {
		rel, err := filepath.Rel(base, name)
		if err != nil {
			return "", nil, err
		}
		to := filepath.Join(dir, rel)
		if folder {
			if err := os.MkdirAll(to, 0o755); err != nil {
				return "", nil, err
			}
			continue
		}
		data, err := fs.ReadFile(t.FS, name)
		if err != nil {
			return "", nil, err
		}
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return "", nil, err
		}
		sums[filepath.ToSlash(rel)] = sum(data)
		if err := os.WriteFile(to, data, 0o644); err != nil {
			return "", nil, err
		}
	}
	return base, sums, nil
}
