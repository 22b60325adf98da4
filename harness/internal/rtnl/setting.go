package rtnl

import (
	"errors"
	"path"
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

// Fresh sets up new namespaces. It remembers the settings that one of this
// machine begins with, so that a thousand of them are not told what they
// have. It is safe for concurrent use; the zero value is ready. It has to be
// closed.
type Fresh struct {
	mu     sync.Mutex
	values map[string]string // the kernel's spelling; empty where it lacks the setting
	trees  trees
}

// Close closes what Fresh has open.
func (f *Fresh) Close() { f.trees.close() }

// apply writes settings in the namespace of the calling thread, a new one:
// those of another value. Behind one that makes the kernel reset others it
// writes all.
func (f *Fresh) apply(c *Conn, settings []Setting) error {
	tree, err := f.trees.acquire()
	if err != nil {
		return &Error{Node: c.node, Op: "open /proc", Err: err}
	}
	defer f.trees.release(tree)
	reset := false
	for i, s := range settings {
		value, known := f.value(tree.fd, s.Path)
		if known && (value == "" && s.Optional || value == s.Value && !reset) {
			continue
		}
		if err := c.set(tree.fd, i, s); err != nil {
			return err
		}
		reset = reset || resets(s.Path)
	}
	return nil
}

// value returns the value of a setting in a new namespace. The first caller
// for a path reads it. Not known is what cannot be read.
func (f *Fresh) value(proc int, path string) (string, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if value, ok := f.values[path]; ok {
		return value, true
	}
	value, err := readSetting(proc, path)
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

// locks reports whether the kernel needs its lock for interfaces to write a setting.
func locks(setting string) bool {
	switch path.Base(setting) {
	case "ip_forward", "forwarding", "disable_ipv6":
		return true
	}
	return false
}

// queue returns when the kernel's lock for interfaces was free. Whoever writes a setting
// that needs it does not sleep until it is, but is sent back to try again, over and over,
// and takes the processor from whoever holds it. A request about an interface sleeps;
// this one changes nothing.
func (c *Conn) queue() {
	r := newRequest(unix.RTM_SETLINK, 0, Error{Node: c.node, Interface: "lo", Op: "wait for the kernel"})
	r.link(1, 0, 0)
	_ = c.execute(r) // the write will tell
}

// Set writes settings, in order, and stops at the first that fails.
func (c *Conn) Set(settings ...Setting) error {
	return c.do("write settings", func() error {
		proc, err := unix.Open("/proc", unix.O_PATH|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
		if err != nil {
			return &Error{Node: c.node, Op: "open /proc", Err: err}
		}
		defer func() { _ = unix.Close(proc) }() // a path, nothing is lost with it
		for i, s := range settings {
			if err := c.set(proc, i, s); err != nil {
				return err
			}
		}
		return nil
	})
}

// set writes a setting of the namespace of the calling thread, below a
// folder that is a mount of proc.
func (c *Conn) set(proc, item int, s Setting) error {
	err := c.write(proc, s)
	if err == nil || s.Optional && absent(err) {
		return nil
	}
	return &Error{Node: c.node, Op: "set " + strings.ReplaceAll(s.Path, "/", ".") + " to " + s.Value, Item: item, Err: err}
}

// absent tells a setting that this kernel does not have.
func absent(err error) bool { return errors.Is(err, unix.ENOENT) || errors.Is(err, unix.ENOTDIR) }

func (c *Conn) write(proc int, s Setting) error {
	fd, err := unix.Openat(proc, "sys/"+s.Path, unix.O_WRONLY|unix.O_CLOEXEC, 0)
	if err != nil {
		return err
	}
	if locks(s.Path) {
		c.queue()
	}
	_, err = unix.Write(fd, []byte(s.Value))
	if closed := unix.Close(fd); err == nil {
		err = closed
	}
	return err
}

// readSetting returns a setting with its white space made single blanks.
func readSetting(proc int, path string) (string, error) {
	fd, err := unix.Openat(proc, "sys/"+path, unix.O_RDONLY|unix.O_CLOEXEC, 0)
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
