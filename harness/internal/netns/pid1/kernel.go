package pid1

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"unsafe"

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

// Block blocks signals on the calling thread, and returns what was blocked
// before: the mask that the process was started with.
func Block(signals []int) (before unix.Sigset_t, err error) {
	var set unix.Sigset_t
	for _, sig := range signals {
		add(&set, sig)
	}
	err = unix.PthreadSigmask(unix.SIG_BLOCK, &set, &before)
	return before, err
}

// add adds a signal to a set.
func add(set *unix.Sigset_t, sig int) {
	bits := int(unsafe.Sizeof(set.Val[0])) * 8
	set.Val[(sig-1)/bits] |= 1 << ((sig - 1) % bits)
}

// readSignal takes one pending signal off a signalfd.
func readSignal(fd int) (unix.SignalfdSiginfo, error) {
	var info unix.SignalfdSiginfo
	b := unsafe.Slice((*byte)(unsafe.Pointer(&info)), unsafe.Sizeof(info))
	n, err := ignoringInterrupts(func() (int, error) { return unix.Read(fd, b) })
	if err == nil && n != len(b) {
		err = unix.EIO
	}
	return info, err
}

// killChildren kills every child, and what they orphan, until none is left.
func killChildren() {
	for {
		lists, _ := filepath.Glob("/proc/self/task/*/children")
		for _, list := range lists {
			b, _ := os.ReadFile(list)
			for _, field := range strings.Fields(string(b)) {
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
