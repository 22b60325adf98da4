package process

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/netrig/netrig/harness/internal/netns/pid1"
	"golang.org/x/sys/unix"
)

// Spec is a program to run in a node. Only Args is needed.
type Spec struct {
	// Args are the program and its arguments. A name without a slash is
	// looked for in PATH of Env, and then where system programs are (sbin).
	Args []string

	Env      []string          // "NAME=value"; nil: this process's own, without HTTP proxies
	Dir      string            // working directory; empty: this process's own
	Hostname string            // of the node; empty: unchanged
	Etc      map[string]string // name below /etc -> path of the live file to show there

	Stdin          io.Reader // nil: /dev/null
	Stdout, Stderr io.Writer // get all output as it comes; nil: kept for the result only

	// Terminal stands for the three where it is not nil, and is the terminal of the
	// program's session.
	Terminal *os.File

	// Grace is the time from SIGTERM to SIGKILL once the context is done.
	// Zero: two seconds. Negative: SIGKILL at once.
	Grace time.Duration

	noOverlay bool // as pid1.FileSystem.NoOverlay, for tests
}

const defaultGrace = 2 * time.Second

// maxHostname is the kernel's __NEW_UTS_LEN, in octets.
const maxHostname = 64

// systemPath is where system programs are. Ordinary users often lack it.
const systemPath = "/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin"

// Environ is the environment of this process as programs of a node have it: without
// proxies, which are on a network that a lab does not reach, and with the places of
// system programs in PATH.
func Environ() []string { return new(Spec).environ() }

// environ is the program's environment.
func (s *Spec) environ() []string {
	env := s.Env
	if env == nil {
		env = slices.DeleteFunc(os.Environ(), func(entry string) bool {
			name, _, _ := strings.Cut(entry, "=")
			switch strings.ToLower(name) {
			case "http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "no_proxy":
				return true
			}
			return false
		})
	}
	path, has := systemPath, false
	env = slices.Clone(env)
	for i, entry := range env {
		if value, ok := strings.CutPrefix(entry, "PATH="); ok {
			if value != "" {
				path = value + ":" + systemPath
			}
			env[i], has = "PATH="+path, true
		}
	}
	if !has {
		env = append(env, "PATH="+path)
	}
	return env
}

// check reports what cannot be run, before anything is started.
func (s *Spec) check() error {
	if len(s.Args) == 0 || s.Args[0] == "" {
		return errors.New("no program to run")
	}
	for _, text := range slices.Concat(s.Args, s.Env, []string{s.Dir}) {
		if strings.ContainsRune(text, 0) {
			return fmt.Errorf("%q contains a NUL character", text)
		}
	}
	if len(s.Hostname) > maxHostname || !utf8.ValidString(s.Hostname) {
		return fmt.Errorf("host name %q: at most %d octets of text", s.Hostname, maxHostname)
	}
	if s.Dir != "" {
		info, err := os.Stat(s.Dir)
		if err != nil {
			return fmt.Errorf("working directory: %w", err)
		}
		if !info.IsDir() {
			return fmt.Errorf("working directory %s: %w", s.Dir, unix.ENOTDIR)
		}
	}
	return nil
}

// find returns the path of the program's executable. The error is an
// *exec.Error that wraps exec.ErrNotFound or fs.ErrPermission.
func (s *Spec) find(env []string) (string, error) {
	name := s.Args[0]
	if strings.Contains(name, "/") {
		path := name
		if !filepath.IsAbs(path) {
			path = filepath.Join(s.Dir, path)
		}
		path, err := filepath.Abs(path)
		if err == nil {
			err = executable(path)
		}
		if err != nil {
			return "", &exec.Error{Name: name, Err: err}
		}
		return path, nil
	}
	err := exec.ErrNotFound
	for _, entry := range env {
		path, ok := strings.CutPrefix(entry, "PATH=")
		if !ok {
			continue
		}
		for dir := range strings.SplitSeq(path, ":") {
			if !filepath.IsAbs(dir) {
				continue // the working directory is no place to find a program by chance
			}
			path := filepath.Join(dir, name)
			found := executable(path)
			if found == nil {
				return path, nil
			}
			if errors.Is(found, errNotExecutable) {
				err = found
			}
		}
	}
	return "", &exec.Error{Name: name, Err: err}
}

// Find returns the path of the executable that a program of a node is started
// from, where nothing changes its environment. The error is an *exec.Error.
func Find(name string) (string, error) {
	s := Spec{Args: []string{name}}
	return s.find(s.environ())
}

// errNotExecutable marks a file that exists, as opposed to one in a directory
// that cannot be searched.
var errNotExecutable = fmt.Errorf("not executable: %w", fs.ErrPermission)

// executable reports whether this process may execute a file.
func executable(path string) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, unix.ENOTDIR):
		return exec.ErrNotFound
	case err != nil:
		return err
	case info.IsDir():
		return unix.EISDIR
	}
	if err := unix.Faccessat(unix.AT_FDCWD, path, unix.X_OK, unix.AT_EACCESS); err != nil {
		if errors.Is(err, fs.ErrPermission) {
			return errNotExecutable
		}
		return err
	}
	return nil
}

// fileSystem is what the init mounts for the program.
func (s *Spec) fileSystem() (*pid1.FileSystem, error) {
	f := &pid1.FileSystem{Hostname: s.Hostname, NoOverlay: s.noOverlay}
	for name, path := range s.Etc {
		if !filepath.IsLocal(name) || name == "." {
			return nil, fmt.Errorf("file %q: want a name below /etc", name)
		}
		path, err := filepath.Abs(path)
		if err != nil {
			return nil, err
		}
		f.Etc = append(f.Etc, pid1.File{Name: filepath.Clean(name), Path: path})
	}
	slices.SortFunc(f.Etc, func(a, b pid1.File) int { return strings.Compare(a.Name, b.Name) })
	return f, nil
}
