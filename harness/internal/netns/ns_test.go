package netns_test

import (
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"runtime"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/internal/trial"
)

// where names the network namespace of the calling thread.
func where(t *testing.T) string {
	t.Helper()
	ns, err := os.Readlink("/proc/thread-self/ns/net")
	if err != nil {
		t.Fatal(err)
	}
	return ns
}

func TestIsolated(t *testing.T) {
	if !netns.Isolated() {
		t.Fatal("not isolated")
	}
	for _, to := range []string{"192.0.2.1:80", "127.0.0.1:80", "[2001:db8::1]:80"} {
		_, err := (&net.Dialer{}).DialContext(t.Context(), "tcp", to)
		if !errors.Is(err, syscall.ENETUNREACH) && !errors.Is(err, syscall.EADDRNOTAVAIL) {
			t.Errorf("stray dial to %s: %v, want ENETUNREACH", to, err)
		}
	}
	lo, err := net.InterfaceByName("lo")
	if err != nil {
		t.Fatal(err)
	}
	if lo.Flags&net.FlagUp != 0 {
		t.Error("the loopback is up")
	}
}

// TestDoKeepsThreads has thousands of goroutines look where they are while
// others go in and out of namespaces.
func TestDoKeepsThreads(t *testing.T) {
	home := where(t)
	const namespaces, visits, bystanders = 8, 500, 2000
	var running, strays atomic.Int64
	var visitors, watchers sync.WaitGroup
	running.Store(namespaces)
	for range namespaces {
		ns := nstest.New(t)
		var inside string
		if err := ns.Do(func() error { inside = where(t); return nil }); err != nil {
			t.Fatal(err)
		}
		if inside == home {
			t.Fatal("Do is not inside")
		}
		visitors.Go(func() {
			defer running.Add(-1)
			for range visits {
				err := ns.Do(func() error {
					if got := where(t); got != inside {
						return fmt.Errorf("in %s, not %s", got, inside)
					}
					return nil
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	for range bystanders {
		watchers.Go(func() {
			for once := true; once || running.Load() > 0; once = false {
				if where(t) != home {
					strays.Add(1)
				}
			}
		})
	}
	visitors.Wait()
	watchers.Wait()
	if n := strays.Load(); n > 0 {
		t.Errorf("%d times a goroutine was in a foreign namespace", n)
	}
}

func TestDoNested(t *testing.T) {
	a, b := nstest.New(t), nstest.New(t)
	var first, inner, last string
	err := a.Do(func() error {
		first = where(t)
		err := b.Do(func() error { inner = where(t); return nil })
		last = where(t)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if first == inner || first != last {
		t.Errorf("in %s, then %s, then %s", first, inner, last)
	}
}

// What is done to the thread of Apart befalls no other goroutine, and not the main
// thread.
func TestApart(t *testing.T) {
	own, err := unix.Getpriority(unix.PRIO_PROCESS, 0) // as 20 - nice
	if err != nil {
		t.Fatal(err)
	}
	polite := 20 - own + 1 // which is not refused to anybody
	if own == 1 {
		t.Skip("nobody can be more polite than this")
	}
	for range 50 {
		err := netns.Apart(func() error {
			if unix.Gettid() == unix.Getpid() {
				t.Error("it is the main thread")
			}
			return unix.Setpriority(unix.PRIO_PROCESS, unix.Gettid(), polite)
		})
		if err != nil {
			t.Fatal(err)
		}
		for range 4 {
			done := make(chan int)
			go func() {
				nice, err := unix.Getpriority(unix.PRIO_PROCESS, 0)
				if err != nil {
					t.Error(err)
				}
				done <- nice
			}()
			if got := 20 - <-done; got == polite {
				t.Fatalf("another goroutine has a nice value of %d", got)
			}
		}
	}
	if err := netns.Apart(func() error { runtime.Goexit(); return nil }); err == nil {
		t.Error("a function that never returns: no error")
	}
	if err := netns.Apart(func() error { return io.EOF }); !errors.Is(err, io.EOF) {
		t.Errorf("got %v, want EOF", err)
	}
}

// TestDoDestroysThread takes the right to go home from the thread.
func TestDoDestroysThread(t *testing.T) {
	ns := nstest.New(t)
	for range 20 {
		var tid int
		var foreign string
		err := ns.Do(func() error {
			tid, foreign = unix.Gettid(), where(t)
			header := unix.CapUserHeader{Version: unix.LINUX_CAPABILITY_VERSION_3}
			var data [2]unix.CapUserData
			return unix.Capset(&header, &data[0])
		})
		if err != nil {
			t.Fatal(err)
		}
		task := fmt.Sprintf("/proc/self/task/%d/ns/net", tid)
		deadline := time.Now().Add(5 * time.Second)
		for {
			at, err := os.Readlink(task)
			if err != nil || at != foreign {
				break
			}
			if time.Now().After(deadline) {
				t.Fatalf("thread %d is still in %s", tid, at)
			}
		}
	}
}

// TestDoGoexit leaves by runtime.Goexit, as t.FailNow does.
func TestDoGoexit(t *testing.T) {
	ns := nstest.New(t)
	sub := make(chan error, 1)
	go func() {
		sub <- ns.Do(func() error {
			runtime.Goexit()
			return nil
		})
	}()
	if err := <-sub; err == nil {
		t.Error("no error")
	}
}

func TestNewParallel(t *testing.T) {
	const each = 25
	var wg sync.WaitGroup
	var mu sync.Mutex
	seen := make(map[uint64]bool)
	for range 4 {
		wg.Go(func() {
			for range each {
				ns, err := netns.New()
				if err != nil {
					t.Error(err)
					return
				}
				t.Cleanup(func() { _ = ns.Close() }) // all of them live at once
				var st unix.Stat_t
				if err := unix.Fstat(ns.FD(), &st); err != nil {
					t.Error(err)
				}
				mu.Lock()
				seen[st.Ino] = true
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	if len(seen) != 4*each {
		t.Errorf("%d different namespaces, want %d", len(seen), 4*each)
	}
}

func TestClose(t *testing.T) {
	ns, err := netns.New()
	if err != nil {
		t.Fatal(err)
	}
	l, err := ns.Listen(t.Context(), "tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = l.Close() }()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			if err := ns.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if ns.FD() != -1 {
		t.Errorf("descriptor %d", ns.FD())
	}
	closed := map[string]error{
		"Do":    ns.Do(func() error { t.Error("inside"); return nil }),
		"Start": ns.Start(exec.CommandContext(t.Context(), trial.Tool(t, "true"))),
	}
	_, closed["Dial"] = ns.Dial(t.Context(), "tcp", "127.0.0.1:1", nil)
	_, closed["Listen"] = ns.Listen(t.Context(), "tcp", "127.0.0.1:1")
	for name, err := range closed {
		if !errors.Is(err, net.ErrClosed) {
			t.Errorf("%s: %v, want net.ErrClosed", name, err)
		}
	}
}

// TestCloseWhileInUse closes under goroutines that come and go: none may end
// up elsewhere because the descriptor's number was used again.
func TestCloseWhileInUse(t *testing.T) {
	program := trial.Tool(t, "true")
	for range 20 {
		ns, err := netns.New()
		if err != nil {
			t.Fatal(err)
		}
		var inside string
		_ = ns.Do(func() error { inside = where(t); return nil })
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				for {
					err := ns.Do(func() error {
						if at := where(t); at != inside {
							t.Errorf("in %s, not %s", at, inside)
						}
						return nil
					})
					if err == nil {
						cmd := exec.CommandContext(t.Context(), program)
						if err = ns.Start(cmd); err == nil {
							_ = cmd.Wait() // it may be killed with the namespace
						}
					}
					if err != nil {
						return
					}
				}
			})
		}
		_ = ns.Close()
		wg.Wait()
	}
}

// TestStart looks at a child: where it is, what it inherits, that it dies
// with the namespace.
func TestStart(t *testing.T) {
	for _, name := range []string{"sh", "readlink", "ls", "grep", "cat"} {
		trial.Tool(t, name)
	}
	ns := nstest.New(t)
	var inside string
	if err := ns.Do(func() error { inside = where(t); return nil }); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "sh", "-c", "readlink /proc/self/ns/net; ls -l /proc/self/fd | grep -c -e net: -e socket: -e anon_inode:; cat")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = in.Close() }()
	if err := ns.Start(cmd); err != nil {
		t.Fatal(err)
	}
	b := make([]byte, 1024)
	n, err := io.ReadAtLeast(out, b, len(inside+"\n0\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got := string(b[:n]); got != inside+"\n0\n" {
		t.Errorf("inside: %q, want %s and no descriptor of ours", got, inside)
	}
	_ = ns.Close()
	err = cmd.Wait()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.Sys().(syscall.WaitStatus).Signal() != syscall.SIGKILL {
		t.Errorf("after Close: %v, want killed", err)
	}
}

// TestMainThread runs Do while the main thread is free to take it: it never
// leaves home.
func TestMainThread(t *testing.T) {
	home, err := os.Readlink("/proc/self/ns/net")
	if err != nil {
		t.Fatal(err)
	}
	ns := nstest.New(t)
	var wg sync.WaitGroup
	for range 64 {
		wg.Go(func() {
			for range 50 {
				err := ns.Do(func() error {
					if at, _ := os.Readlink("/proc/self/ns/net"); at != home {
						return errors.New("the main thread is in " + at)
					}
					return nil
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
}

func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		ns, err := netns.New()
		if err != nil {
			b.Fatal(err)
		}
		_ = ns.Close()
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/1000/float64(b.N), "ms/namespace")
}

func BenchmarkDo(b *testing.B) {
	ns := nstest.New(b)
	b.ReportAllocs()
	for b.Loop() {
		if err := ns.Do(func() error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
}

// TestDetach pins that who had a namespace has lost it, and who detached it has it.
func TestDetach(t *testing.T) {
	ns := nstest.New(t)
	id, err := ns.ID()
	if err != nil {
		t.Fatal(err)
	}
	child := exec.Command("sleep", "600") //nolint:noctx // it is killed with the namespace
	if err := ns.Start(child); err != nil {
		t.Fatal(err)
	}
	detached := ns.Detach()
	if err := child.Wait(); err == nil {
		t.Error("the child was not killed")
	}
	if err := ns.Do(func() error { return nil }); !errors.Is(err, net.ErrClosed) || ns.FD() != -1 {
		t.Errorf("the namespace can still be entered by who had it: %v", err)
	}
	if got, err := detached.ID(); err != nil || got != id {
		t.Errorf("detached is namespace %d, %v; want %d", got, err, id)
	}
	if err := detached.Do(func() error { return nil }); err != nil {
		t.Error(err)
	}
	if again := ns.Detach(); again.FD() != -1 {
		t.Error("it can be detached twice")
	}
	if err := detached.Close(); err != nil {
		t.Error(err)
	}
}
