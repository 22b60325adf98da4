package rtnl

import (
	"strings"
	"sync"

	"golang.org/x/sys/unix"
)

// Setting is a kernel setting of a namespace.
type Setting struct {
	Path     string // below /proc/sys, as in net/ipv4/ip_forward
	Value    string
	Optional bool // a kernel that lacks it is no error
}

// Fresh remembers the settings that a new namespace of this machine begins
// with, so that a thousand of them are not told what they have. It is safe
// for concurrent use; the zero value remembers nothing yet.
type Fresh struct {
	mu     sync.Mutex
	values map[string]string // the kernel's spelling; empty where it lacks the setting
}

// pending tells which settings a new namespace, that of the calling thread,
// has to be told, by their place. One that makes the kernel reset others
// makes all after it pending.
func (f *Fresh) pending(settings []Setting) []bool {
	pending := make([]bool, len(settings))
	reset := false
	for i, s := range settings {
		value, known := f.value(s.Path)
		switch {
		case known && value == "" && s.Optional:
		case known && value == s.Value && !reset:
		default:
			pending[i] = true
			reset = reset || resets(s.Path)
		}
	}
	return pending
}

// value returns the value of a setting in a new namespace. The first caller
// for a path reads it. Not known is what cannot be read.
func (f *Fresh) value(path string) (string, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if value, ok := f.values[path]; ok {
		return value, true
	}
	value, err := readSetting(path)
	if err != nil && !absent(err) {
		return "", false
	}
	if f.values == nil {
		f.values = make(map[string]string)
	}
	f.values[path] = value
	return value, true
}

// resets reports whether writing a setting makes the kernel set others.
func resets(path string) bool {
	return path == "net/ipv4/ip_forward" || strings.HasSuffix(path, "/all/forwarding")
}

// Set writes settings, in order, and stops at the first that fails.
func (c *Conn) Set(settings ...Setting) error {
	return c.do("write settings", func() error {
		for i, s := range settings {
			if err := c.set(i, s); err != nil {
				return err
			}
		}
		return nil
	})
}

// set writes a setting in the namespace of the calling thread.
func (c *Conn) set(item int, s Setting) error {
	if err := writeSetting(s); err != nil && !(s.Optional && absent(err)) {
		return &Error{Node: c.node, Op: "set " + strings.ReplaceAll(s.Path, "/", ".") + " to " + s.Value, Item: item, Err: err}
	}
	return nil
}

// absent tells a setting that this kernel does not have.
func absent(err error) bool { return err == unix.ENOENT || err == unix.ENOTDIR }

const root = "/proc/sys/"

func writeSetting(s Setting) error {
	fd, err := unix.Open(root+s.Path, unix.O_WRONLY|unix.O_CLOEXEC, 0)
	if err != nil {
		return err
	}
	_, err = unix.Write(fd, []byte(s.Value))
	if closed := unix.Close(fd); err == nil {
		err = closed
	}
	return err
}

// readSetting returns a setting with its white space made single blanks.
func readSetting(path string) (string, error) {
	fd, err := unix.Open(root+path, unix.O_RDONLY|unix.O_CLOEXEC, 0)
	if err != nil {
		return "", err
	}
	var buffer [256]byte
	n, err := unix.Read(fd, buffer[:])
	if closed := unix.Close(fd); err == nil {
		err = closed
	}
	if err != nil {
		return "", err
	}
	return strings.Join(strings.Fields(string(buffer[:n])), " "), nil
}
