package pid1

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// NetworkNamespace identifies the network namespace of the calling thread,
// as device and inode of its file in nsfs (namespaces(7)).
func NetworkNamespace() (string, error) {
	var st unix.Stat_t
	if err := unix.Stat("/proc/thread-self/ns/net", &st); err != nil {
		return "", &os.PathError{Op: "stat", Path: "/proc/thread-self/ns/net", Err: err}
	}
	return fmt.Sprintf("%d:%d", st.Dev, st.Ino), nil
}

// Executable is the path to execute this program again. It is the real one
// where that still leads to the same file, so that ps shows a good name.
func Executable() string {
	const self = "/proc/self/exe"
	path, err := os.Readlink(self)
	if err != nil {
		return self
	}
	a, aerr := os.Stat(path)
	b, berr := os.Stat(self)
	if aerr != nil || berr != nil || !os.SameFile(a, b) {
		return self
	}
	return path
}

// killChildren kills every child, and what they orphan, until none is left.
func killChildren() {
	for {
		lists, _ := filepath.Glob("/proc/self/task/*/children")
		for _, list := range lists {
			b, _ := os.ReadFile(list)
			for field := range strings.FieldsSeq(string(b)) {
				if pid, err := strconv.Atoi(field); err == nil {
					_ = unix.Kill(pid, unix.SIGKILL)
				}
			}
		}
		if _, err := ignoringInterrupts(func() (int, error) { return unix.Wait4(-1, nil, 0, nil) }); err != nil {
			return
		}
	}
}
