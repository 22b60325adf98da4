package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
	"golang.org/x/term"
)

// keyboard is standard input where it is a terminal: what is typed goes to netrig, and to
// one program after the other.
type keyboard struct {
	typed chan []byte // closed at the end
}

// readKeys reads standard input for as long as netrig lives: a read that waits for a key
// cannot be called back, so there is one reader only.
func readKeys() *keyboard {
	k := &keyboard{typed: make(chan []byte)}
	go func() {
		defer close(k.typed)
		// A read that begins in raw mode and ends out of it does not see the end of the file, so
		// none begins before there is something to read.
		ready := []unix.PollFd{{Fd: int32(os.Stdin.Fd()), Events: unix.POLLIN}}
		for {
			if _, err := unix.Poll(ready, -1); err != nil && !errors.Is(err, unix.EINTR) {
				return
			} else if err != nil {
				continue
			}
			b := make([]byte, 1024)
			n, err := os.Stdin.Read(b)
			if n > 0 {
				k.typed <- b[:n]
			}
			if err != nil || n == 0 {
				return
			}
		}
	}()
	return k
}

// linesOf returns what reads the next line: of the keyboard, or of a file where there is
// none. It says false at the end, and at that of ctx.
func linesOf(ctx context.Context, file io.Reader, k *keyboard) func() (string, bool) {
	if k == nil {
		in := bufio.NewReader(file)
		return func() (string, bool) {
			line, err := in.ReadString('\n')
			return line, ctx.Err() == nil && (err == nil || line != "") // the last may lack its line feed
		}
	}
	var rest strings.Builder
	return func() (string, bool) {
		for {
			if line, more, ok := strings.Cut(rest.String(), "\n"); ok {
				rest.Reset()
				rest.WriteString(more)
				return line, true
			}
			select {
			case b, more := <-k.typed:
				if !more {
					return "", false
				}
				rest.Write(b)
			case <-ctx.Done():
				return "", false
			}
		}
	}
}

// screen is a terminal of its own for a program, which netrig shows on the user's.
type screen struct {
	ours, program *os.File
}

func openScreen() (*screen, error) {
	ours, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY|unix.O_CLOEXEC, 0)
	if err != nil {
		return nil, fmt.Errorf("no terminal for the program: %w", err)
	}
	if err := unix.IoctlSetPointerInt(int(ours.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		return nil, errors.Join(fmt.Errorf("unlock the terminal of the program: %w", err), ours.Close())
	}
	// The other end, wherever devpts is mounted (ioctl_tty(2)).
	fd, _, errno := unix.Syscall(unix.SYS_IOCTL, ours.Fd(), unix.TIOCGPTPEER, unix.O_RDWR|unix.O_NOCTTY|unix.O_CLOEXEC)
	if errno != 0 {
		return nil, errors.Join(fmt.Errorf("open the terminal of the program: %w", errno), ours.Close())
	}
	return &screen{ours: ours, program: os.NewFile(fd, "terminal")}, nil
}

// show has what is typed go to the program that run runs on the screen, and what it shows to
// the user, until it ends. Keys such as control-C are the program's meanwhile.
func (x *screen) show(k *keyboard, run func() (int, error)) (int, error) {
	x.fit()
	resized := make(chan os.Signal, 1)
	signal.Notify(resized, syscall.SIGWINCH)
	defer signal.Stop(resized)
	before, err := term.MakeRaw(int(os.Stdin.Fd()))
	if err != nil {
		return 0, errors.Join(err, x.ours.Close(), x.program.Close())
	}
	defer func() { _ = term.Restore(int(os.Stdin.Fd()), before) }()
	shown := make(chan struct{})
	go func() {
		defer close(shown)
		_, _ = io.Copy(os.Stdout, x.ours) // EIO: nobody has it open any more
	}()
	type end struct {
		code int
		err  error
	}
	ended := make(chan end, 1)
	go func() {
		code, err := run()
		ended <- end{code, err}
	}()
	typed := k.typed
	for {
		select {
		case b, more := <-typed:
			if !more {
				typed = nil
				b = []byte{4} // control-D: the end of what is typed
			}
			_, _ = x.ours.Write(b) // it may have ended
		case <-resized:
			x.fit()
		case e := <-ended:
			<-shown
			return e.code, errors.Join(e.err, x.ours.Close())
		}
	}
}

// fit makes the program's terminal as large as the user's.
func (x *screen) fit() {
	if size, err := unix.IoctlGetWinsize(int(os.Stdin.Fd()), unix.TIOCGWINSZ); err == nil {
		_ = unix.IoctlSetWinsize(int(x.ours.Fd()), unix.TIOCSWINSZ, size)
	}
}
