package pid1

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strconv"
	"syscall"

	"golang.org/x/sys/unix"
)

// variable names, in the environment of an init, the descriptor of its end
// of the channel. It is gone from the environment of everything below.
const variable = "NETRIG_INIT"

// maxMessage bounds one message of the channel, in octets.
const maxMessage = 64 << 10

// Config tells an init what to do.
type Config struct {
	Path    string      // of the program's executable; its arguments are the init's own
	Dir     string      // working directory of the program; empty: the init's own
	Signals []int       // that are passed on unless they were sent to the whole process group
	Proc    bool        // the init has a pid namespace of its own: mount a new /proc
	Marker  string      // environment variable that tells the program its network namespace; empty: none
	Node    *FileSystem // the program's own view of the file system; nil: only /proc and /sys are new

	Terminal bool // standard input is to be the terminal of the program's session
}

// Report is what an init tells: an empty one that it has begun, then that the program was
// started, or why it was not, then how it ended.
type Report struct {
	PID    int           // of the program, in its pid namespace; 0 where it was not started
	Ended  bool          // Status is set
	Status uint32        // as wait(2) gives it
	Step   string        // what went wrong; empty: nothing did
	Errno  syscall.Errno // why
	Text   string        // why, in words
}

// Steps of an init that a caller tells apart.
const (
	StepMountProc = "mount /proc"
	StepStart     = "start the program"
)

// Err is why the program was not started, or nil. It wraps the errno.
func (r Report) Err() error {
	if r.Step == "" {
		return nil
	}
	if r.Errno != 0 {
		return fmt.Errorf("%s: %w", r.Step, r.Errno)
	}
	return fmt.Errorf("%s: %s", r.Step, r.Text)
}

// Pair makes a channel: ours for a Channel, theirs to be inherited by the
// init. Both are closed on exec.
func Pair() (ours *Channel, theirs *os.File, err error) {
	fds, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_SEQPACKET|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return nil, nil, os.NewSyscallError("socketpair", err)
	}
	if err := unix.SetNonblock(fds[0], true); err != nil {
		_ = unix.Close(fds[0])
		_ = unix.Close(fds[1])
		return nil, nil, os.NewSyscallError("fcntl", err)
	}
	return &Channel{os.NewFile(uintptr(fds[0]), "init")}, os.NewFile(uintptr(fds[1]), "init"), nil
}

// Environ returns the entry of an init's environment that makes it one.
// fd is the number that its end of the channel has there.
func Environ(fd int) string { return variable + "=" + strconv.Itoa(fd) }

// Channel is the end of whoever started the init. Closing it kills the init
// and all below.
type Channel struct{ file *os.File }

// Configure sends the configuration, once.
func (c *Channel) Configure(cfg Config) error {
	b, err := json.Marshal(cfg)
	if err != nil {
		return fmt.Errorf("configure init: %w", err)
	}
	if len(b) > maxMessage {
		return fmt.Errorf("configure init: %d octets of configuration, at most %d", len(b), maxMessage)
	}
	if _, err := c.file.Write(b); err != nil {
		return fmt.Errorf("configure init: %w", err)
	}
	return nil
}

// Signal has the init send sig to its program.
func (c *Channel) Signal(sig syscall.Signal) error {
	if _, err := c.file.Write([]byte{byte(sig)}); err != nil {
		return fmt.Errorf("signal by init: %w", err)
	}
	return nil
}

// Begun waits until the init has begun. The files of whoever started it that it was not
// handed are closed then. It returns io.EOF where the init ended before.
func (c *Channel) Begun() error {
	_, err := c.Report()
	return err
}

// Report waits for the next report. It returns io.EOF where the init ended
// without one.
func (c *Channel) Report() (Report, error) {
	b := make([]byte, maxMessage)
	n, err := c.file.Read(b)
	if err != nil {
		if err == io.EOF {
			return Report{}, io.EOF
		}
		return Report{}, fmt.Errorf("hear from init: %w", err)
	}
	var r Report
	if err := json.Unmarshal(b[:n], &r); err != nil {
		return Report{}, fmt.Errorf("hear from init: %w", err)
	}
	return r, nil
}

// Close closes the channel and thereby ends the init. It interrupts Report.
func (c *Channel) Close() error { return c.file.Close() }
