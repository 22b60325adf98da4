package harness

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/netrig/netrig/harness/internal/run"
)

// The files by which a run directory tells what is in it, written before the
// first case is run: what is missing later was lost, not never there.
//
//	suites.json          the suites of the run
//	SUITE/suite.json     the cases of one that were run, and what it was read from
//	SUITE/source/...     what it was read from
//	SUITE/NN-CASE/...    the evidence of a case
const (
	suitesFile = "suites.json"
	sourceFile = "suite.json"
)

// SourceDir is the folder, in a suite's part of a run directory, that has the files which
// the suite was read from.
const SourceDir = "source"

// savedSuites is suites.json.
type savedSuites struct {
	Suites map[string]string `json:"suites"` // by folder: the SHA-256 of its suite.json
}

// savedSuite is suite.json.
type savedSuite struct {
	File    string            `json:"file"`    // the suite, below source
	Cases   []string          `json:"cases"`   // those that were run, in file order
	Sources map[string]string `json:"sources"` // by path below source: the SHA-256 of a file
}

func sum(data []byte) string {
	s := sha256.Sum256(data)
	return hex.EncodeToString(s[:])
}

// save writes what the suites were read from, so that their evidence can be
// judged anywhere, and which of their cases are run.
func save(dir string, jobs []*job) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	saved := savedSuites{Suites: map[string]string{}}
	index := filepath.Join(dir, suitesFile)
	switch data, err := os.ReadFile(index); {
	case err == nil: // another run's, of other suites
		if err := json.Unmarshal(data, &saved); err != nil {
			return fmt.Errorf("read %s: %w", index, err)
		}
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	for _, j := range jobs {
		if _, err := os.Stat(filepath.Join(j.dir, sourceFile)); err == nil {
			return fmt.Errorf("%s already holds a run; name another run directory, or remove that one", j.dir)
		}
	}
	for _, j := range jobs {
		var err error
		if j.saved, err = j.save(); err != nil {
			return err
		}
		saved.Suites[j.name] = j.saved
	}
	_, err := writeJSON(index, saved)
	return err
}

// save writes one suite, and returns the SHA-256 of its suite.json.
func (j *job) save() (string, error) {
	if err := os.MkdirAll(j.dir, 0o755); err != nil {
		return "", err
	}
	base, sources, err := j.traced.save(filepath.Join(j.dir, SourceDir))
	if err != nil {
		return "", err
	}
	rel, err := filepath.Rel(base, j.source.Name)
	if err != nil {
		return "", err
	}
	saved := savedSuite{File: rel, Sources: sources}
	for _, c := range j.cases {
		saved.Cases = append(saved.Cases, c.Name)
	}
	return writeJSON(filepath.Join(j.dir, sourceFile), saved)
}

// writeJSON writes a value, and returns the SHA-256 of the file.
func writeJSON(path string, v any) (string, error) {
	data, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return "", err
	}
	data = append(data, '\n')
	return sum(data), os.WriteFile(path, data, 0o644)
}

// recorded returns the suites of a run directory; dir may also be the folder
// of one suite in it.
func recorded(dir string) ([]*job, error) {
	if _, err := os.Stat(filepath.Join(dir, sourceFile)); err == nil {
		j, err := recordedSuite(dir, "")
		return []*job{j}, err
	}
	path := filepath.Join(dir, suitesFile)
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		if _, err := os.Stat(dir); err != nil {
			return nil, fmt.Errorf("harness: verify: %w", err)
		}
		return nil, fmt.Errorf("harness: %s holds no run; name what `netrig run --run-dir` was given, or what a failed run printed as its evidence", dir)
	}
	if err != nil {
		return nil, fmt.Errorf("harness: %w", err)
	}
	var saved savedSuites
	if err := json.Unmarshal(data, &saved); err != nil {
		return nil, fmt.Errorf("harness: read %s: %w", path, err)
	}
	if len(saved.Suites) == 0 {
		return nil, fmt.Errorf("harness: %s names no suite", path)
	}
	var names []string
	for name := range saved.Suites {
		if !filepath.IsLocal(name) || strings.ContainsRune(name, filepath.Separator) {
			return nil, fmt.Errorf("harness: %s names %q, which is no folder beside it", path, name)
		}
		names = append(names, name)
	}
	slices.Sort(names)
	var jobs []*job
	for _, name := range names {
		j, err := recordedSuite(filepath.Join(dir, name), saved.Suites[name])
		if err != nil {
			return nil, err
		}
		jobs = append(jobs, j)
	}
	return jobs, nil
}

// recordedSuite returns a suite of a run directory; want is the SHA-256 of
// its suite.json, "" where nobody knows.
func recordedSuite(folder, want string) (*job, error) {
	path := filepath.Join(folder, sourceFile)
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("harness: %w", err)
	}
	var saved savedSuite
	if err := json.Unmarshal(data, &saved); err != nil {
		return nil, fmt.Errorf("harness: read %s: %w", path, err)
	}
	if want != "" && sum(data) != want {
		return nil, changed(path)
	}
	source := Source{FS: os.DirFS(filepath.Join(folder, SourceDir)), Name: filepath.ToSlash(saved.File)}
	for name, want := range saved.Sources {
		data, err := fs.ReadFile(source.FS, name)
		if err != nil {
			return nil, fmt.Errorf("harness: %w", err)
		}
		if sum(data) != want {
			return nil, changed(filepath.Join(folder, SourceDir, name))
		}
	}
	if _, known := saved.Sources[source.Name]; !known {
		return nil, fmt.Errorf("harness: %s does not know %s, which it was read from", path, source.Name)
	}
	loaded, err := source.Load()
	if err != nil {
		return nil, err
	}
	if len(saved.Cases) == 0 {
		return nil, fmt.Errorf("harness: %s says that no case was run", path)
	}
	j := &job{source: source, suite: loaded, dir: folder, saved: sum(data)}
	for _, c := range loaded.Cases {
		_, err := os.Stat(run.CaseDir(folder, c))
		switch listed := slices.Contains(saved.Cases, c.Name); {
		case listed:
			j.cases = append(j.cases, c)
		case err == nil:
			return nil, fmt.Errorf("harness: %s says that %s was not run, but its evidence is there", path, c.Name)
		}
	}
	if len(j.cases) != len(saved.Cases) {
		return nil, fmt.Errorf("harness: %s names cases that the suite does not have", path)
	}
	return j, nil
}

// changed is what a file is reported with that is not as the run left it.
func changed(path string) error {
	return fmt.Errorf("harness: %s was changed after the run; what was recorded is judged by what was run (run the suite again)", path)
}
