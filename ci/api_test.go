package ci

import (
	"bytes"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/printer"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/netrig/netrig/internal/trial"
)

// TestAPI holds what the packages export against a listing that is checked in, so that
// nobody changes it without seeing that he does, and wants a comment on every name.
func TestAPI(t *testing.T) {
	t.Parallel()
	var lines []string
	for room := range floors {
		if strings.Contains(room, "internal") || room == "ci" || room == "docs" || strings.HasPrefix(room, "cmd") {
			continue
		}
		found, bare := api(t, filepath.Join("..", room), room)
		lines = append(lines, found...)
		for _, name := range bare {
			t.Errorf("%s has no comment", name)
		}
	}
	slices.Sort(lines)
	trial.Golden(t, "testdata/api.txt", strings.Join(slices.Compact(lines), "\n")+"\n")
}

// api lists what a package exports, a line each, and which of it has no comment.
func api(tb testing.TB, dir, name string) (lines, bare []string) {
	tb.Helper()
	fset := token.NewFileSet()
	var files []*ast.File
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && path != dir:
			return fs.SkipDir
		case filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		f, err := parser.ParseFile(fset, path, nil, parser.ParseComments)
		files = append(files, f)
		return err
	})
	if err != nil {
		tb.Fatal(err)
	}
	p, err := doc.NewFromFiles(fset, files, "github.com/netrig/netrig/"+name)
	if err != nil {
		tb.Fatal(err)
	}
	text := func(n ast.Node) string {
		var b bytes.Buffer
		if err := printer.Fprint(&b, fset, n); err != nil {
			tb.Fatal(err)
		}
		return strings.Join(strings.Fields(b.String()), " ")
	}
	add := func(comment, what string) {
		lines = append(lines, name+": "+what)
		if strings.TrimSpace(comment) == "" {
			bare = append(bare, name+": "+what)
		}
	}
	funcs := func(all []*doc.Func) {
		for _, f := range all {
			f.Decl.Doc, f.Decl.Body = nil, nil
			add(f.Doc, text(f.Decl))
		}
	}
	values := func(all []*doc.Value) {
		for _, v := range all {
			for _, s := range v.Decl.Specs {
				spec := s.(*ast.ValueSpec)
				for _, n := range spec.Names {
					if n.IsExported() {
						add(v.Doc+spec.Doc.Text()+spec.Comment.Text(), v.Decl.Tok.String()+" "+n.Name)
					}
				}
			}
		}
	}
	funcs(p.Funcs)
	values(p.Consts)
	values(p.Vars)
	for _, typ := range p.Types {
		spec := typ.Decl.Specs[0].(*ast.TypeSpec)
		switch x := spec.Type.(type) {
		case *ast.StructType:
			add(typ.Doc, "type "+typ.Name+" struct")
			for _, f := range x.Fields.List {
				for _, n := range f.Names {
					if n.IsExported() {
						lines = append(lines, name+": type "+typ.Name+" struct, "+n.Name+" "+text(f.Type))
					}
				}
				if len(f.Names) == 0 {
					lines = append(lines, name+": type "+typ.Name+" struct, embeds "+text(f.Type))
				}
			}
		default:
			add(typ.Doc, "type "+typ.Name+" "+text(spec.Type))
		}
		funcs(typ.Funcs)
		funcs(typ.Methods)
		values(typ.Consts)
		values(typ.Vars)
	}
	return lines, bare
}
