package pid1

import (
	"encoding/json"
	"errors"
	"os"
	"runtime"
	"strconv"
	"syscall"

	"golang.org/x/sys/unix"
)

// Handover turns a process that was started as an init into one, and does
// not return from it. In any other process it does nothing.
func Handover() {
	value, ok := os.LookupEnv(variable)
	if !ok {
		return
	}
	_ = os.Unsetenv(variable)
	fd, err := strconv.Atoi(value)
	if err != nil || fd < 3 {
		return
	}
	// Somebody may have set the variable by hand.
	if kind, err := unix.GetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_TYPE); err != nil || kind != unix.SOCK_SEQPACKET {
		return
	}
	unix.CloseOnExec(fd)
	runtime.LockOSThread() // the program's parent-death signal follows this thread

	in := &initProcess{channel: fd}
	in.report(Report{})
	b := make([]byte, maxMessage)
	n, err := ignoringInterrupts(func() (int, error) { return unix.Read(fd, b) })
	if err != nil || n == 0 {
		os.Exit(1) // whoever started this process is gone
	}
	if err := json.Unmarshal(b[:n], &in.cfg); err != nil {
		in.fail("read the configuration", err)
	}
	in.run()
}

// initProcess is this process in the role of init.
type initProcess struct {
	cfg     Config
	channel int // our end; at its end we end
	program int // pid
	group   *group
}

// run does all of init's work. It does not return.
func (in *initProcess) run() {
	if step, err := in.prepare(); err != nil {
		in.fail(step, err)
	}
	in.group = newGroup(in.cfg.Signals)
	if err := in.start(); err != nil {
		in.fail(StepStart, err)
	}
	in.report(Report{PID: in.program})
	go in.reap() // ends the process
	in.listen()
}

// prepare makes the inside: it names the step that failed.
func (in *initProcess) prepare() (step string, err error) {
	if in.cfg.Node != nil {
		// Nothing but what the caller named reaches a program in a node.
		if err := unix.CloseRange(3, ^uint(0)>>1, unix.CLOSE_RANGE_CLOEXEC); err != nil {
			return "close inherited files", err
		}
	}
	// Without a pid namespace the orphans would go to the host's init.
	if !in.cfg.Proc {
		if err := unix.Prctl(unix.PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); err != nil {
			return "become the reaper", err
		}
	}
	if err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""); err != nil {
		return "make the mounts private", err
	}
	if in.cfg.Proc {
		err := unix.Mount("proc", "/proc", "proc", unix.MS_NOSUID|unix.MS_NODEV|unix.MS_NOEXEC, "")
		if err != nil && in.cfg.Node == nil {
			return StepMountProc, err
		}
		// In a node the old one serves, with pids as seen from further out.
	}
	mountSys()
	if in.cfg.Node == nil {
		return "", nil
	}
	return in.cfg.Node.mount()
}

// start forks the program.
func (in *initProcess) start() error {
	env := os.Environ()
	if in.cfg.Marker != "" {
		id, err := NetworkNamespace()
		if err != nil {
			return err
		}
		env = append(env, in.cfg.Marker+"="+id)
	}
	argv := os.Args
	if in.cfg.Node != nil {
		argv = os.Args[1:]
	}
	pid, err := syscall.ForkExec(in.cfg.Path, argv, &syscall.ProcAttr{
		Dir:   in.cfg.Dir,
		Env:   env,
		Files: []uintptr{0, 1, 2},
		Sys:   &syscall.SysProcAttr{Setsid: in.cfg.Node != nil, Setctty: in.cfg.Terminal, Pdeathsig: syscall.SIGKILL},
	})
	if err != nil {
		return err
	}
	in.program = pid
	if in.cfg.Node != nil {
		in.letGo()
	}
	return nil
}

// letGo leaves the standard streams to the program, so that a reader at the
// other end of a pipe sees its end when the program closes it.
func (in *initProcess) letGo() {
	null, err := unix.Open("/dev/null", unix.O_RDWR|unix.O_CLOEXEC, 0)
	if err != nil {
		return // they close when we end
	}
	for fd := range 3 {
		_ = unix.Dup3(null, fd, 0)
	}
	_ = unix.Close(null)
}

// listen passes signals on until the parent is gone.
func (in *initProcess) listen() {
	passed := make(chan syscall.Signal)
	go func() { // ends the process
		for {
			var b [1]byte
			n, err := ignoringInterrupts(func() (int, error) { return unix.Read(in.channel, b[:]) })
			if err != nil || n == 0 {
				in.end(1)
			}
			passed <- syscall.Signal(b[0])
		}
	}()
	for {
		select {
		case s := <-in.group.came:
			in.group.note(s)
		case sig := <-passed:
			if !in.group.had(sig, in.program) {
				_ = unix.Kill(in.program, sig) // it may have ended this instant
			}
		}
	}
}

// reap waits for every child there is, tells how the program ended, and
// ends this process with it.
func (in *initProcess) reap() {
	for {
		var status unix.WaitStatus
		pid, err := ignoringInterrupts(func() (int, error) { return unix.Wait4(-1, &status, 0, nil) })
		if err != nil {
			in.end(1) // no child left, yet the program was not seen ending
		}
		if pid == in.program {
			in.report(Report{PID: pid, Ended: true, Status: uint32(status)})
			in.end(0)
		}
	}
}

// end ends this process and all below it: in a pid namespace the kernel sees
// to that.
func (in *initProcess) end(code int) {
	if !in.cfg.Proc {
		killChildren()
	}
	os.Exit(code)
}

// fail reports why the program was not started, and ends.
func (in *initProcess) fail(step string, err error) {
	r := Report{Step: step, Text: err.Error()}
	errors.As(err, &r.Errno)
	in.report(r)
	in.end(1)
}

// report sends r. The parent may be gone: then nobody wants to know.
func (in *initProcess) report(r Report) {
	if b, err := json.Marshal(r); err == nil {
		_, _ = ignoringInterrupts(func() (int, error) { return unix.Write(in.channel, b) })
	}
}

// ignoringInterrupts repeats a system call while signals interrupt it.
func ignoringInterrupts(call func() (int, error)) (int, error) {
	for {
		if n, err := call(); !errors.Is(err, unix.EINTR) {
			return n, err
		}
	}
}
