package rtnl

import (
	"sync"

	"golang.org/x/sys/unix"
)

// trees hands out mounts of proc for short use, a new one for every few
// namespaces. The kernel keeps what was looked up below one mount of proc
// until the namespaces go, those of all namespaces in the same chains: by
// /proc alone the thousandth namespace takes ten times as long to set up as
// the first, and as long again to take apart.
type trees struct {
	mu      sync.Mutex
	current *tree
}

// tree is a mount of proc.
type tree struct {
	fd       int
	uses     int // namespaces it was used for
	users    int // that have it now
	lasting  bool
	replaced bool
}

// usesPerTree balances what a mount costs against what its chains do.
const usesPerTree = 32

// acquire returns a tree, which has to be released.
func (t *trees) acquire() (*tree, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if c := t.current; c != nil && !c.lasting && c.uses >= usesPerTree {
		t.retire()
	}
	if t.current == nil {
		c, err := openTree()
		if err != nil {
			return nil, err
		}
		t.current = c
	}
	t.current.uses++
	t.current.users++
	return t.current, nil
}

func (t *trees) release(c *tree) {
	t.mu.Lock()
	defer t.mu.Unlock()
	c.users--
	if c.replaced && c.users == 0 {
		c.close()
	}
}

// retire lets go of the current tree. The caller has locked t.
func (t *trees) retire() {
	c := t.current
	t.current = nil
	if c.replaced = true; c.users == 0 {
		c.close()
	}
}

// close lets go of the mount, and does not wait until the kernel has taken it down: it
// has to see first that nobody is on a way through it.
func (c *tree) close() {
	go func() { _ = unix.Close(c.fd) }() // a path, nothing is lost with it
}

// close lets go of all trees.
func (t *trees) close() {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.current != nil {
		t.retire()
	}
}

// openTree mounts proc where nobody sees it. Where that is refused, as in
// some containers, the /proc there is has to do.
func openTree() (*tree, error) {
	if fd, err := mountProc(); err == nil {
		return &tree{fd: fd}, nil
	}
	fd, err := unix.Open("/proc", unix.O_PATH|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	return &tree{fd: fd, lasting: true}, nil
}

// mountProc returns a new mount of proc that is attached nowhere and goes
// with the descriptor.
func mountProc() (int, error) {
	context, err := unix.Fsopen("proc", unix.FSOPEN_CLOEXEC)
	if err != nil {
		return -1, err
	}
	defer func() { _ = unix.Close(context) }()
	if err := unix.FsconfigCreate(context); err != nil {
		return -1, err
	}
	mount, err := unix.Fsmount(context, unix.FSMOUNT_CLOEXEC,
		unix.MOUNT_ATTR_NOSUID|unix.MOUNT_ATTR_NODEV|unix.MOUNT_ATTR_NOEXEC)
	if err != nil {
		return -1, err
	}
	return mount, nil
}
