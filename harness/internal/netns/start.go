package netns

import (
	"fmt"
	"net"
	"os/exec"
	"runtime"
	"syscall"
)

// worker is the thread that forks the children of one namespace. It lives
// as long as the namespace, because a child's parent-death signal follows
// the thread that forked it, not the process.
type worker struct {
	jobs chan func()
	quit chan struct{} // closed by stop
	done chan struct{} // closed when the thread has left its last job
}

// Start starts cmd inside the namespace, as cmd.Start does; wait for it with
// cmd.Wait. Unless cmd says otherwise the child is killed when the namespace
// is closed or this process ends, in whatever way.
func (n *NS) Start(cmd *exec.Cmd) error {
	w, err := n.forker()
	if err != nil {
		return err
	}
	if cmd.SysProcAttr == nil {
		cmd.SysProcAttr = &syscall.SysProcAttr{}
	}
	if cmd.SysProcAttr.Pdeathsig == 0 {
		cmd.SysProcAttr.Pdeathsig = syscall.SIGKILL
	}
	result := make(chan error, 1)
	select {
	case w.jobs <- func() { result <- cmd.Start() }:
		return <-result
	case <-w.quit:
		return fmt.Errorf("netns: start: %w", net.ErrClosed)
	}
}

// forker returns the namespace's worker, and starts it for the first caller.
func (n *NS) forker() (*worker, error) {
	n.mu.RLock()
	w, open := n.worker, n.handle.IsOpen()
	n.mu.RUnlock()
	if w != nil {
		return w, nil
	}
	if !open {
		return nil, fmt.Errorf("netns: start: %w", net.ErrClosed)
	}

	w = &worker{jobs: make(chan func()), quit: make(chan struct{}), done: make(chan struct{})}
	ready := make(chan error, 1)
	go w.run(n, ready, nil)
	if err := <-ready; err != nil {
		return nil, err
	}
	n.mu.Lock()
	other := n.worker
	if other == nil && n.handle.IsOpen() {
		n.worker = w
		n.mu.Unlock()
		return w, nil
	}
	n.mu.Unlock()
	w.stop() // another caller was faster, or the namespace was closed
	if other != nil {
		return other, nil
	}
	return nil, fmt.Errorf("netns: start: %w", net.ErrClosed)
}

// run is the worker's goroutine; it ends on stop. It never unlocks its
// thread, which therefore dies with it instead of going home.
func (w *worker) run(n *NS, ready chan<- error, locked chan<- struct{}) {
	runtime.LockOSThread()
	if locked != nil {
		close(locked)
	}
	if onMainThread() { // as in visit
		elsewhere := make(chan struct{})
		go w.run(n, ready, elsewhere)
		<-elsewhere
		runtime.UnlockOSThread()
		return
	}
	defer close(w.done)
	err := n.enter()
	ready <- err
	if err != nil {
		return
	}
	for {
		select {
		case job := <-w.jobs:
			job()
		case <-w.quit:
			return
		}
	}
}

// stop ends the worker and waits for the job in hand. It is called once.
func (w *worker) stop() {
	close(w.quit)
	<-w.done
}
