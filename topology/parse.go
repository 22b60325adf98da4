package topology

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
)

// Parse reads a topology from the content of file. The error is Diagnostics:
// every mistake that makes the topology unusable, in file order. What is
// usable but will not work is found by Lint. Parse looks at no other file:
// see Attach.
func Parse(file string, data []byte) (*Topology, error) {
	root, ds := strict.Document(file, data)
	if root == nil {
		return nil, ds.Err()
	}
	d := strict.NewDecoder(file)
	t := FromNode(d, root)
	if err := d.Diagnostics().Err(); err != nil {
		return nil, err
	}
	if t.Name == "" {
		t.Name = strings.TrimSuffix(path.Base(file), path.Ext(file))
	}
	return t, nil
}

// MustParse is Parse for networks that are written in the program: it panics where Parse
// has an error.
func MustParse(text string) *Topology {
	t, err := Parse("network.yaml", []byte(text))
	if err != nil {
		panic(err)
	}
	return t
}

// Load reads a topology from a file of fsys, and checks that the files it
// names are there. The error is Diagnostics, or that of the file system
// where the file itself cannot be read.
func Load(fsys fs.FS, name string) (*Topology, error) {
	data, err := read(fsys, name)
	if err != nil {
		return nil, fmt.Errorf("topology: %w", err)
	}
	t, err := Parse(name, data)
	if err != nil {
		return nil, err
	}
	if err := t.Attach(fsys, path.Dir(name)).Err(); err != nil {
		return nil, err
	}
	return t, nil
}

// read reads a file, but no more of it than tells that it is too big.
func read(fsys fs.FS, name string) (data []byte, err error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return io.ReadAll(io.LimitReader(f, strict.MaxSize+1))
}

// FromNode reads a topology from a node of a larger file, as a suite with
// its network inside. Mistakes are recorded in d; there is no topology then,
// and FromNode returns nil. The name may be empty. The caller attaches the
// file system.
func FromNode(d *strict.Decoder, n *yaml.Node) *Topology {
	before := d.Mistakes()
	var doc document
	d.Decode(n, &doc)
	b := &builder{
		d:        d,
		t:        &Topology{File: d.Pos(n).File, Dir: ".", Name: doc.Name.Value},
		defaults: doc.Defaults,
		nodes:    map[string]*member{},
	}
	b.build(&doc)
	if d.Mistakes() > before {
		return nil
	}
	return b.t
}

// Attach sets the file system of the topology and the folder in it that
// relative paths start from, and checks that what they name is there and is
// a file or folder as it should be.
func (t *Topology) Attach(fsys fs.FS, dir string) Diagnostics {
	t.FS, t.Dir = fsys, path.Clean(dir)
	var ds Diagnostics
	check := func(pos Pos, what, name string, folder bool) {
		if d := t.checkFile(pos, what, name, folder); d != nil {
			ds = append(ds, *d)
		}
	}
	seen := map[string]bool{} // ranges name the same file again and again
	once := func(pos Pos, what, name string, folder bool) {
		key := fmt.Sprint(pos, what, name)
		if name == "" || seen[key] {
			return
		}
		seen[key] = true
		check(pos, what, name, folder)
	}
	for _, n := range t.Nodes {
		for _, s := range n.Services.DNS {
			for _, z := range s.Zones {
				once(z.Pos, "zone file", z.File, false)
			}
		}
		for _, s := range n.Services.HTTP {
			once(s.Pos, "root folder", s.Root, true)
			if s.TLS != nil {
				once(s.TLS.Pos, "certificate", s.TLS.Certificate, false)
				once(s.TLS.Pos, "key", s.TLS.Key, false)
			}
		}
		for _, s := range n.Services.Exec {
			once(s.Pos, "folder", s.Dir, true)
		}
	}
	ds.Sort()
	return ds
}

// Path returns the path in FS of a path relative to the topology.
func (t *Topology) Path(name string) string { return path.Join(t.Dir, name) }

func (t *Topology) checkFile(pos Pos, what, name string, folder bool) *Diagnostic {
	full := t.Path(name)
	if !fs.ValidPath(full) {
		return &Diagnostic{Pos: pos, Message: fmt.Sprintf("%s %s is outside the files of the topology", what, strict.Quote(name)),
			Cure: "move it beside the topology"}
	}
	info, err := fs.Stat(t.FS, full)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &Diagnostic{Pos: pos, Message: fmt.Sprintf("no %s %s", what, strict.Quote(full)), Cure: t.beside(full)}
	case err != nil:
		return &Diagnostic{Pos: pos, Message: fmt.Sprintf("%s %s: %v", what, strict.Quote(full), err)}
	case folder && !info.IsDir():
		return &Diagnostic{Pos: pos, Message: fmt.Sprintf("%s %s is a file", what, strict.Quote(full)), Cure: "name the folder it is in"}
	case !folder && info.IsDir():
		return &Diagnostic{Pos: pos, Message: fmt.Sprintf("%s %s is a folder", what, strict.Quote(full)), Cure: "name a file in it"}
	}
	return nil
}

// beside proposes a name for one that is not there.
func (t *Topology) beside(name string) string {
	entries, err := fs.ReadDir(t.FS, path.Dir(name))
	if err != nil {
		return fmt.Sprintf("there is no folder %s", path.Dir(name))
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if near := strict.Nearest(path.Base(name), names); near != "" {
		return fmt.Sprintf("did you mean %s?", path.Join(path.Dir(name), near))
	}
	return "paths start from the folder of the topology"
}
