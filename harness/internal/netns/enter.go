package netns

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"runtime"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns/pid1"
)

// enterName is what this program is called when it is started to enter a namespace and to
// become another program there. Then follow the namespace, the path of the program,
// and its arguments from the name on.
const enterName = "netrig-enter"

// Command returns a command that enters the namespace when it is started and becomes the
// program of a file there, under the same process id. It is an ordinary exec.Cmd otherwise:
// any goroutine may start it. The first of the arguments is the program's name.
//
// The caller's own program must call Isolate or Handover first thing, for it is executed
// again.
func (n *NS) Command(ctx context.Context, path string, args ...string) *exec.Cmd {
	fd := n.FD()
	space := fmt.Sprintf("/proc/%d/fd/%d", os.Getpid(), fd)
	cmd := exec.CommandContext(ctx, pid1.Executable(), append([]string{space, path}, args...)...)
	cmd.Args[0] = enterName
	if fd < 0 {
		cmd.Err = errors.Join(cmd.Err, fmt.Errorf("netns: command: %w", net.ErrClosed))
	}
	return cmd
}

// handoverEnter becomes the program that this process was started as, and does not return
// then.
func handoverEnter() {
	if len(os.Args) < 4 || os.Args[0] != enterName {
		return
	}
	err := enter(os.Args[1], os.Args[2], os.Args[3:])
	fmt.Fprintf(os.Stderr, "netrig: %s: %v\n", os.Args[3], err)
	os.Exit(127) // as a shell does that cannot run a program
}

// enter returns only if it fails.
func enter(space, path string, args []string) error {
	runtime.LockOSThread() // execve(2) keeps the namespaces of the thread that calls it
	fd, err := unix.Open(space, unix.O_RDONLY|unix.O_CLOEXEC, 0)
	if err != nil {
		return fmt.Errorf("open the namespace: %w", err)
	}
	if err := unix.Setns(fd, unix.CLONE_NEWNET); err != nil {
		return fmt.Errorf("enter the namespace: %w", err)
	}
	return os.NewSyscallError("execve", unix.Exec(path, args, os.Environ()))
}
