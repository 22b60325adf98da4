package netns

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"runtime"
	"sync/atomic"
	"syscall"
	"unsafe"

	"github.com/netrig/netrig/harness/internal/netns/pid1"
	"golang.org/x/sys/unix"
)

// marker names, in the environment of an isolated program, the network
// namespace it was put in. Anywhere else its value proves nothing.
const marker = "NETRIG_NETNS"

// isolated is a fact about this process, found out by Isolate.
var isolated atomic.Bool

// refusal is why TryIsolate could not isolate this process.
var refusal atomic.Pointer[error]

// Refused returns why TryIsolate could not isolate this process, nil where it was not
// called or could.
func Refused() error {
	if err := refusal.Load(); err != nil {
		return *err
	}
	return nil
}

// Isolated reports whether Isolate has moved this process.
func Isolated() bool { return isolated.Load() }

// forwarded are the signals that the program gets when the process in front
// of it does. SIGTSTP and the like stop both by way of the terminal.
var forwarded = [...]syscall.Signal{
	syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGTERM,
	syscall.SIGUSR1, syscall.SIGUSR2, syscall.SIGWINCH,
}

// Isolate moves the program into an empty network namespace, where not even
// the loopback is up: a stray dial fails with ENETUNREACH, and nothing can
// leave the machine. It must be called first in main or TestMain.
//
// The program is executed again with the same arguments, environment (less
// what netrig adds), standard streams, inherited files and working
// directory, in new network, mount, pid and IPC namespaces, and without
// root's rights in a user namespace where it is root. In between sits an
// init (pid1). The process that called Isolate stays in front of it: it
// passes SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2 and SIGWINCH on,
// waits, and ends as the program did, by the same exit code or the same
// signal. Should it be killed, the kernel kills the program and everything
// the program started. Where a new /proc is refused (inside some
// containers) the pid namespace is left out, and init kills instead.
//
// Isolate returns in the isolated program only. A machine that does not
// allow it is told about on standard error, and the exit code is 2.
func Isolate() {
	if err := TryIsolate(); err != nil {
		fmt.Fprintf(os.Stderr, "netrig: %v\n", err)
		os.Exit(2)
	}
}

// Handover runs the init or probe that this process was started as, and does
// not return then. Isolate includes it; a main that isolates later, or only
// at times, calls Handover first.
func Handover() {
	pid1.Handover()
	handoverProbe()
	handoverEnter()
}

// TryIsolate is Isolate for programs that can do something else where the machine does not
// allow it: the error says why, and what to do about it. Only a program that was
// not started yet is refused; what befalls it later ends this process as it ended.
func TryIsolate() error {
	Handover()
	if arrived() {
		isolated.Store(true)
		return nil
	}
	end, err := front()
	if err != nil {
		refusal.Store(&err)
		return err
	}
	end.imitate()
	return nil
}

// arrived reports whether this process was put into its network namespace
// by Isolate.
func arrived() bool {
	value, ok := os.LookupEnv(marker)
	if !ok {
		return false
	}
	_ = os.Unsetenv(marker)
	here, err := pid1.NetworkNamespace()
	return err == nil && here == value
}

// front starts the isolated program and stands in front of it until it ends.
func front() (ending, error) {
	// The parent-death signal follows this thread. It is never released.
	runtime.LockOSThread()

	var pass []int
	signals := make(chan os.Signal, 64)
	for _, sig := range forwarded {
		if !signal.Ignored(sig) { // as under nohup
			signal.Notify(signals, sig)
			pass = append(pass, int(sig))
		}
	}
	c, err := launch(pass)
	if err != nil {
		return 0, err
	}
	go func() { // ends with the process
		for s := range signals {
			if sig, ok := s.(syscall.Signal); ok {
				_ = c.channel.Signal(sig) // fails when all is over
			}
		}
	}()
	r, err := c.channel.Report()
	state := c.finish()
	if err == nil && r.Ended {
		return ending(r.Status), nil
	}
	if state != nil { // init was killed, and the program with it
		if ws, ok := state.Sys().(syscall.WaitStatus); ok && ws.Signaled() {
			return ending(ws), nil
		}
	}
	return 0, fmt.Errorf("the isolated program was lost: %w", err)
}

// launch starts the program below an init in new namespaces, fewer of them
// where some are refused that can be done without.
func launch(pass []int) (*child, error) {
	f := look("/proc")
	flags := uintptr(unix.CLONE_NEWNET | unix.CLONE_NEWNS | unix.CLONE_NEWIPC | unix.CLONE_NEWPID)
	if !f.privileged {
		flags |= unix.CLONE_NEWUSER
	}
	var first error
	for _, without := range [...]uintptr{0, unix.CLONE_NEWPID, unix.CLONE_NEWPID | unix.CLONE_NEWIPC} {
		c, err := start(flags&^without, pass)
		if err == nil {
			return c, nil
		}
		if errors.Is(err, io.EOF) || errors.Is(err, unix.EPIPE) || errors.Is(err, unix.ECONNRESET) {
			// Nothing was refused: somebody has killed the init.
			return nil, fmt.Errorf("the isolated program was lost before it began: %w", err)
		}
		if first == nil {
			first = err
		}
	}
	return nil, fmt.Errorf("cannot leave this machine's network: %w", explain(first, f))
}

// child is a started init.
type child struct {
	cmd     *exec.Cmd
	channel *pid1.Channel
}

// start starts an init in new namespaces and waits until the program runs.
// The calling goroutine is locked to its thread.
func start(flags uintptr, pass []int) (*child, error) {
	channel, theirs, err := pid1.Pair()
	if err != nil {
		return nil, err
	}
	defer func() { _ = theirs.Close() }()
	// Inherited under its own number, which was free: a file that the program
	// is to inherit is not displaced.
	fd := int(theirs.Fd())
	if _, err := unix.FcntlInt(uintptr(fd), unix.F_SETFD, 0); err != nil {
		_ = channel.Close()
		return nil, os.NewSyscallError("fcntl", err)
	}
	path := pid1.Executable()
	cmd := &exec.Cmd{
		Path: path, Args: os.Args, Env: append(os.Environ(), pid1.Environ(fd)),
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr,
		SysProcAttr: &syscall.SysProcAttr{Cloneflags: flags},
	}
	if flags&unix.CLONE_NEWPID != 0 {
		// Without a pid namespace the init has to outlive this process, to kill
		// what is below it; it sees the end of the channel.
		cmd.SysProcAttr.Pdeathsig = syscall.SIGKILL
	}
	if flags&unix.CLONE_NEWUSER != 0 {
		asRoot(cmd.SysProcAttr)
	}
	if err := cmd.Start(); err != nil {
		_ = channel.Close()
		return nil, err
	}

	c := &child{cmd: cmd, channel: channel}
	_ = theirs.Close() // so that the channel ends with the init
	err = channel.Configure(pid1.Config{
		Path: path, Signals: pass, Marker: marker, Proc: flags&unix.CLONE_NEWPID != 0,
	})
	if err == nil {
		err = channel.Begun()
	}
	if err == nil {
		var r pid1.Report
		if r, err = channel.Report(); err == nil {
			err = r.Err()
		}
	}
	if err != nil {
		c.finish()
		return nil, err
	}
	return c, nil
}

// asRoot makes the caller root in a new user namespace. Root inside has to be
// the caller outside, or exec takes its rights.
func asRoot(attr *syscall.SysProcAttr) {
	attr.UidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Geteuid(), Size: 1}}
	attr.GidMappings = []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Getegid(), Size: 1}}
}

// finish ends what is left of the child and returns how the init ended, nil
// where that cannot be told.
func (c *child) finish() *os.ProcessState {
	_ = c.channel.Close()
	_ = c.cmd.Wait() // says only that the exit code was not 0
	return c.cmd.ProcessState
}

// ending is how a program ended, as wait(2) gives it.
type ending syscall.WaitStatus

// imitate ends this process in the same way.
func (e ending) imitate() {
	ws := syscall.WaitStatus(e)
	if !ws.Signaled() {
		os.Exit(ws.ExitStatus())
	}
	// The default action, which Go replaces for some signals, and no second
	// core file.
	sig := ws.Signal()
	_ = unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0)
	var byDefault [4]uint64 // struct sigaction of the kernel, all zero: SIG_DFL
	_, _, _ = unix.RawSyscall6(unix.SYS_RT_SIGACTION, uintptr(sig), uintptr(unsafe.Pointer(&byDefault)), 0, 8, 0, 0)
	_ = unix.Tgkill(unix.Getpid(), unix.Gettid(), sig)
	os.Exit(128 + int(sig)) // as a shell reports it, for a signal that does not kill
}
