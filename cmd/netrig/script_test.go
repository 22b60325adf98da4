package main

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/jsonschema-go/jsonschema"
	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/harness/report"
	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/internal/trial"
)

// TestScripts runs testdata/script/*.txtar as every user there is. A script
// is a txtar archive: lines of commands, then the files they work on, which
// lie in the folder $WORK. The commands are
//
//	netrig ARGS...          run netrig; it is to exit with 0
//	exit N                  unless this comes next
//	[!] stdout PATTERN      its standard output matches (or not); ^ and $ are
//	[!] stderr PATTERN      those of lines, and $WORK is in it literally
//	cmp stdout|stderr FILE  its output is FILE, an entry of the archive
//	save stdout FILE        write its output to a file
//	[!] exists FILE...      a file is there, or a shell pattern finds one
//	[!] grep PATTERN FILE   a file matches
//	json FILE [VERDICT]     FILE is a report as JSON
//	junit FILE [VERDICT]    FILE is a report as JUnit XML
//	[!] schema SCHEMA FILE  the YAML of FILE is what SCHEMA describes
//	env NAME=VALUE          set a variable
//	cd DIR                  change the folder
//	chmod MODE FILE
//	spoil FILE              cut the file in its middle
//	as root | ordinary      go on as that user, if we are root
//	skip-root               leave the rest out where the user is root
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/script/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".txtar")
		for _, u := range users() {
			t.Run(name+"/"+u.name, func(t *testing.T) {
				t.Parallel()
				a := readArchive(t, file)
				s := &script{t: t, user: u, work: u.folder(t), archive: a, file: file}
				s.dir = s.work
				u.write(t, s.work, a.texts())
				s.play()
			})
		}
	}
}

// script is a script being run.
type script struct {
	t       *testing.T
	user    user
	file    string
	archive *archive
	work    string
	dir     string
	env     []string
	last    *outcome // of the last netrig
	checked bool     // its exit code was looked at
}

func (s *script) play() {
	s.t.Helper()
	for i, line := range strings.Split(s.archive.comment, "\n") {
		words, err := split(line)
		if err == nil && len(words) > 0 {
			if words[0] == "skip-root" && s.user.name == "root" {
				return
			}
			err = s.command(words)
		}
		if err != nil {
			s.t.Fatalf("%s:%d: %s\n%v", s.file, i+1, line, err)
		}
	}
	if err := s.settle(); err != nil {
		s.t.Fatalf("%s: at the end: %v", s.file, err)
	}
}

// settle insists on exit code 0 where the script said nothing.
func (s *script) settle() error {
	if s.last != nil && !s.checked {
		s.checked = true
		return s.exit("0")
	}
	return nil
}

func (s *script) command(words []string) error {
	want := words[0] != "!"
	if !want {
		words = words[1:]
	}
	verb, args := words[0], words[1:]
	if verb != "exit" {
		if err := s.settle(); err != nil {
			return err
		}
	}
	switch {
	case verb == "netrig":
		s.netrig(args)
		return nil
	case verb == "exit" && len(args) == 1 && s.last != nil:
		s.checked = true
		return s.exit(args[0])
	case (verb == "stdout" || verb == "stderr") && len(args) == 1 && s.last != nil:
		return matches(s.output(verb), args[0], want)
	case verb == "grep" && len(args) == 2:
		b, err := os.ReadFile(s.path(args[1]))
		return errors.Join(err, matches(string(b), args[0], want))
	case verb == "exists" && len(args) > 0:
		return s.exists(args, want)
	case verb == "schema" && len(args) == 2:
		err := described(s.path(args[0]), s.path(args[1]))
		if !want && err == nil {
			return errors.New("it is described")
		} else if !want {
			return nil
		}
		return err
	case !want:
		return errors.New("it cannot be negated, or is not known")
	case verb == "cmp" && len(args) == 2 && s.last != nil:
		return s.compare(s.output(args[0]), args[1])
	case verb == "save" && len(args) == 2 && s.last != nil:
		s.user.write(s.t, s.dir, map[string]string{args[1]: s.output(args[0])})
		return nil
	case verb == "json" && len(args) > 0:
		return wellFormedJSON(s.path(args[0]), strings.Join(args[1:], " "))
	case verb == "junit" && len(args) > 0:
		return wellFormedJUnit(s.path(args[0]), strings.Join(args[1:], " "))
	case verb == "env" && len(args) == 1:
		s.env = append(s.env, args[0])
		return nil
	case verb == "cd" && len(args) == 1:
		s.dir = s.path(args[0])
		return nil
	case verb == "chmod" && len(args) == 2:
		mode, err := strconv.ParseUint(args[0], 8, 32)
		return errors.Join(err, os.Chmod(s.path(args[1]), fs.FileMode(mode)))
	case verb == "spoil" && len(args) == 1:
		return spoil(s.path(args[0]))
	case verb == "as" && len(args) == 1:
		for _, u := range users() {
			if u.name == args[0] {
				s.user = u
			}
		}
		return nil
	case verb == "skip-root":
		return nil
	}
	return errors.New("no such command, or not with these arguments")
}

func (s *script) path(name string) string {
	name = strings.ReplaceAll(name, "$WORK", s.work)
	if filepath.IsAbs(name) {
		return name
	}
	return filepath.Join(s.dir, name)
}

func (s *script) netrig(args []string) {
	c := s.user.netrig(s.t.Context(), s.dir, args...)
	c.Env = append(c.Env, "TMPDIR="+s.work)
	c.Env = append(c.Env, s.env...)
	o := run(s.t, c)
	o.stdout = strings.ReplaceAll(o.stdout, s.work, "$WORK")
	o.stderr = strings.ReplaceAll(o.stderr, s.work, "$WORK")
	s.last, s.checked = &o, false
}

func (s *script) exit(code string) error {
	if want, err := strconv.Atoi(code); err != nil || s.last.code != want {
		return fmt.Errorf("want exit code %s; it ended with\n%s", code, s.last)
	}
	return nil
}

func (s *script) output(stream string) string {
	if stream == "stderr" {
		return s.last.stderr
	}
	return s.last.stdout
}

func matches(text, pattern string, want bool) error {
	re, err := regexp.Compile("(?m)" + pattern)
	if err != nil {
		return err
	}
	if re.MatchString(text) != want {
		return fmt.Errorf("match: %t, want %t, in\n%s", !want, want, text)
	}
	return nil
}

func (s *script) exists(patterns []string, want bool) error {
	for _, p := range patterns {
		found, err := filepath.Glob(s.path(p))
		if err != nil {
			return err
		}
		if (len(found) > 0) != want {
			return fmt.Errorf("%s: there is %q", p, found)
		}
	}
	return nil
}

func (s *script) compare(got, name string) error {
	for i, f := range s.archive.files {
		if f.name != name {
			continue
		}
		if trial.Updating() {
			s.archive.files[i].text = got
			return os.WriteFile(s.file, []byte(s.archive.String()), 0o644)
		}
		if diff := cmp.Diff(f.text, got); diff != "" {
			return fmt.Errorf("(-want +got, -update writes it anew)\n%s", diff)
		}
		return nil
	}
	return fmt.Errorf("the archive has no %s", name)
}

// spoil cuts a file in its middle.
func spoil(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	return os.Truncate(path, info.Size()/2)
}

// wellFormedJSON checks that a file is a report whose sums are right, and
// that nothing in it is unknown.
func wellFormedJSON(path, verdict string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer func() { _ = f.Close() }()
	var r report.Run
	d := json.NewDecoder(f)
	d.DisallowUnknownFields()
	if err := d.Decode(&r); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return fmt.Errorf("more than one document (%w)", err)
	}
	var sums suite.Totals
	for _, s := range r.Suites {
		for _, c := range s.Cases {
			switch c.Verdict {
			case suite.Passed:
				sums.Passed++
			case suite.Failed:
				sums.Failed++
			case suite.Errored:
				sums.Errored++
			case suite.Skipped:
				sums.Skipped++
			default:
				return fmt.Errorf("%s/%s has the verdict %q", s.Name, c.Name, c.Verdict)
			}
		}
	}
	if diff := cmp.Diff(sums, r.Totals); diff != "" {
		return fmt.Errorf("totals (-counted +said)\n%s", diff)
	}
	if string(r.Verdict) != verdict && verdict != "" {
		return fmt.Errorf("the verdict is %s", r.Verdict)
	}
	return nil
}

// wellFormedJUnit checks that a file is what readers of JUnit XML take, and
// that its sums are right.
func wellFormedJUnit(path, verdict string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	type counts struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
		Errors   int `xml:"errors,attr"`
		Skipped  int `xml:"skipped,attr"`
	}
	var doc struct {
		XMLName xml.Name `xml:"testsuites"`
		counts
		Suites []struct {
			counts
			Cases []struct {
				Name    string    `xml:"name,attr"`
				Failure *struct{} `xml:"failure"`
				Error   *struct{} `xml:"error"`
				Skipped *struct{} `xml:"skipped"`
			} `xml:"testcase"`
		} `xml:"testsuite"`
	}
	if err := xml.Unmarshal(b, &doc); err != nil {
		return err
	}
	var all counts
	for _, s := range doc.Suites {
		one := counts{Tests: len(s.Cases)}
		for _, c := range s.Cases {
			switch {
			case c.Failure != nil:
				one.Failures++
			case c.Error != nil:
				one.Errors++
			case c.Skipped != nil:
				one.Skipped++
			}
		}
		if one != s.counts {
			return fmt.Errorf("a suite says %+v and has %+v", s.counts, one)
		}
		all = counts{all.Tests + one.Tests, all.Failures + one.Failures, all.Errors + one.Errors, all.Skipped + one.Skipped}
	}
	if all != doc.counts {
		return fmt.Errorf("it says %+v and has %+v", doc.counts, all)
	}
	got := suite.Passed
	if all.Failures > 0 {
		got = suite.Failed
	}
	if all.Errors > 0 || all.Tests == 0 {
		got = suite.Errored
	}
	if verdict != "" && string(got) != verdict {
		return fmt.Errorf("the verdict is %s", got)
	}
	return nil
}

// described checks YAML against a JSON Schema.
func described(schema, path string) error {
	var s jsonschema.Schema
	b, err := os.ReadFile(schema)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	resolved, err := s.Resolve(nil)
	if err != nil {
		return err
	}
	if b, err = os.ReadFile(path); err != nil {
		return err
	}
	var value any
	if err := yaml.Unmarshal(b, &value); err != nil {
		return err
	}
	return resolved.Validate(value)
}

// split splits a line into words. A # begins a comment, '...' is one word.
func split(line string) ([]string, error) {
	var words []string
	var word strings.Builder
	inside, quoted := false, false
	for _, r := range line + " " {
		switch {
		case r == '\'':
			quoted, inside = !quoted, true
		case quoted, r != ' ' && r != '\t' && (r != '#' || inside):
			word.WriteRune(r)
			inside = true
		default:
			if inside {
				words = append(words, word.String())
				word.Reset()
				inside = false
			}
			if r == '#' {
				return words, nil
			}
		}
	}
	if quoted {
		return nil, errors.New("a quote is left open")
	}
	return words, nil
}

// archive is a txtar archive: a comment, and files under "-- NAME --".
type archive struct {
	comment string
	files   []entry
}

type entry struct{ name, text string }

func readArchive(t *testing.T, path string) *archive {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var a archive
	into := &a.comment
	for line := range strings.Lines(string(b)) {
		trimmed := strings.TrimSpace(line)
		if strings.HasPrefix(trimmed, "-- ") && strings.HasSuffix(trimmed, " --") {
			a.files = append(a.files, entry{name: strings.TrimSpace(trimmed[3 : len(trimmed)-3])})
			into = &a.files[len(a.files)-1].text
			continue
		}
		*into += line
	}
	return &a
}

func (a *archive) texts() map[string]string {
	texts := make(map[string]string, len(a.files))
	for _, f := range a.files {
		texts[f.name] = f.text
	}
	return texts
}

// String is the archive as it is read.
func (a *archive) String() string {
	var b strings.Builder
	b.WriteString(a.comment)
	for _, f := range a.files {
		fmt.Fprintf(&b, "-- %s --\n%s", f.name, f.text)
	}
	return b.String()
}
