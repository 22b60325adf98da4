package process

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"time"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/pid1"
	"github.com/netrig/netrig/harness/state"
	"golang.org/x/sys/unix"
)

// Process is a program started in a node.
type Process struct {
	args    []string
	cmd     *exec.Cmd // its init
	channel *pid1.Channel
	started time.Time
	grace   time.Duration
	stdout  *head
	stderr  *head

	done   chan struct{} // closed when all of it has ended and the rest is set
	result state.Exec
	err    error
}

// Start starts a program inside ns and returns once it runs. The error tells
// a program that does not exist (errors.Is exec.ErrNotFound) or may not be
// executed (fs.ErrPermission). When ctx is done the program gets SIGTERM
// and, after the grace, is killed with everything it started.
//
// The caller's own program must call netns.Isolate or netns.Handover first
// thing, for it is executed again as the init.
func Start(ctx context.Context, ns *netns.NS, s Spec) (*Process, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("process: %w", err)
	}
	p, err := start(ns, &s)
	if err != nil {
		return nil, fmt.Errorf("process: %w", err)
	}
	stop := context.AfterFunc(ctx, p.terminate)
	go p.wait(ctx, stop) // ends with the program
	return p, nil
}

// start does what Start says, without a context.
func start(ns *netns.NS, s *Spec) (*Process, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	env := s.environ()
	path, err := s.find(env)
	if err != nil {
		return nil, err
	}
	files, err := s.fileSystem()
	if err != nil {
		return nil, err
	}
	channel, theirs, err := pid1.Pair()
	if err != nil {
		return nil, err
	}
	defer func() { _ = theirs.Close() }()

	var mu sync.Mutex
	p := &Process{
		args: s.Args, channel: channel, grace: s.Grace, done: make(chan struct{}),
		stdout: &head{mu: &mu, next: s.Stdout}, stderr: &head{mu: &mu, next: s.Stderr},
	}
	if p.grace == 0 {
		p.grace = defaultGrace
	}
	p.cmd = &exec.Cmd{
		Path:   "/proc/self/exe",
		Args:   append([]string{"netrig-init"}, s.Args...),
		Env:    append(env, pid1.Environ(3)),
		Stdout: p.stdout,
		Stderr: p.stderr,
		SysProcAttr: &syscall.SysProcAttr{
			Setsid:     true,
			Cloneflags: unix.CLONE_NEWPID | unix.CLONE_NEWNS | unix.CLONE_NEWUTS,
		},
		ExtraFiles: []*os.File{theirs},
	}
	if s.Terminal != nil {
		p.cmd.Stdin, p.cmd.Stdout, p.cmd.Stderr = s.Terminal, s.Terminal, s.Terminal
	} else if err := p.feed(s.Stdin); err != nil {
		_ = channel.Close()
		return nil, err
	}
	started := false
	err = netns.Fork(func() error {
		if err := ns.Start(p.cmd); err != nil {
			return netns.Explain(err)
		}
		started = true
		_ = theirs.Close() // so that the channel ends with the init
		return channel.Begun()
	})
	if err != nil && !started {
		_ = channel.Close()
		return nil, err
	}
	if err == nil {
		err = channel.Configure(pid1.Config{Path: path, Dir: s.Dir, Proc: true, Node: files, Terminal: s.Terminal != nil})
	}
	if err == nil {
		var r pid1.Report
		if r, err = channel.Report(); err == nil {
			err = r.Err()
			if r.Step == pid1.StepStart {
				err = &exec.Error{Name: s.Args[0], Err: err}
			}
		}
	}
	if err != nil {
		_ = channel.Close()
		_ = p.cmd.Wait() // the init says only that it failed
		return nil, err
	}
	p.started = time.Now()
	return p, nil
}

// feed has the program read from r. A reader that is no file is copied by
// a goroutine, which ends with r or with the program, at the next octet that
// r has; nobody waits for it, for r may never have one.
func (p *Process) feed(r io.Reader) error {
	if f, ok := r.(*os.File); ok || r == nil {
		if f != nil {
			p.cmd.Stdin = f
		}
		return nil
	}
	w, err := p.cmd.StdinPipe()
	if err != nil {
		return err
	}
	go func() {
		_, _ = io.Copy(w, r) // the program need not read all
		_ = w.Close()
	}()
	return nil
}

// wait waits for the end and sets the result.
func (p *Process) wait(ctx context.Context, stop func() bool) {
	defer close(p.done)
	r, reportErr := p.channel.Report()
	ended := time.Now()
	_ = p.cmd.Wait() // says only that the init's exit code was not 0
	_ = p.channel.Close()
	cancelled := !stop()

	p.result = state.Exec{Command: p.args, Exit: -1, Duration: ended.Sub(p.started)}
	p.result.Stdout, p.result.Stderr = p.stdout.String(), p.stderr.String()
	status := syscall.WaitStatus(r.Status)
	switch {
	case reportErr != nil || !r.Ended: // the init was killed, and the program with it
		p.result.Signal = "SIGKILL"
	case status.Signaled():
		p.result.Signal = unix.SignalName(status.Signal())
	default:
		p.result.Exit = status.ExitStatus()
	}
	if cancelled && ctx.Err() != nil {
		p.err = fmt.Errorf("process: %s: %w", strings.Join(p.args, " "), context.Cause(ctx))
	}
}

// Done is closed when the program and all it started have ended.
func (p *Process) Done() <-chan struct{} { return p.done }

// Wait waits until the program and all it started have ended, and returns
// how: exit code or signal, duration, and the first 64 KiB of each output.
// The error is the context's, where that ended it. Wait may be called
// any number of times, from any goroutine.
func (p *Process) Wait() (state.Exec, error) {
	<-p.done
	return p.result, p.err
}

// Signal sends sig to the program, not to what it started. To one that has
// ended it does nothing.
func (p *Process) Signal(sig syscall.Signal) error {
	if err := p.channel.Signal(sig); err != nil {
		select {
		case <-p.done:
			return nil
		default:
			return fmt.Errorf("process: %w", err)
		}
	}
	return nil
}

// Kill kills the program and everything it started, at once. Wait tells when
// it is done.
func (p *Process) Kill() {
	_ = p.cmd.Process.Kill() // fails only where it has ended
}

// terminate ends the program, kindly first.
func (p *Process) terminate() {
	if p.grace > 0 && p.Signal(syscall.SIGTERM) == nil {
		grace := time.NewTimer(p.grace)
		defer grace.Stop()
		select {
		case <-p.done:
			return
		case <-grace.C:
		}
	}
	p.Kill()
}
