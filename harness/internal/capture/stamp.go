package capture

import (
	"errors"
	"fmt"
	"sync"
	"time"
	"unsafe"

	"golang.org/x/sys/unix"
)

// stampFlags ask for the time at which the kernel saw a frame
// (Documentation/networking/timestamping.rst). Unlike SO_TIMESTAMPNS they do
// not have the kernel make up for a missing stamp with the time of reading.
const stampFlags = unix.SOF_TIMESTAMPING_RX_SOFTWARE | unix.SOF_TIMESTAMPING_SOFTWARE

// stampPatience bounds how long the kernel may take to begin to stamp.
const stampPatience = 5 * time.Second

// stampPause lies between two looks: nobody tells when the kernel begins, and the
// processors have a network to boot meanwhile.
const stampPause = time.Millisecond

// askForStamps has the kernel stamp what reaches a socket. It begins to do
// so a little later, unless some socket on the machine asked for it before.
func askForStamps(fd int) error {
	if err := unix.SetsockoptInt(fd, unix.SOL_SOCKET, unix.SO_TIMESTAMPING, stampFlags); err != nil {
		return fmt.Errorf("ask a socket for timestamps: %w", err)
	}
	return nil
}

// KeepStamping has the kernel stamp packets as long as this process lives. Without it
// the kernel ends with the last socket that asked for stamps, and takes its time to
// begin anew for the next lab. Only the first call does anything, and none waits.
func KeepStamping() error { return kept() }

// kept opens the socket of KeepStamping, which nobody closes.
var kept = sync.OnceValue(func() error {
	_, err := stampKeeper()
	return err
})

// stampKeeper opens a socket for which the kernel stamps. It does so for sockets of the
// Internet only.
func stampKeeper() (int, error) {
	fd, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return -1, fmt.Errorf("capture: open a socket to keep stamps: %w", err)
	}
	if err := askForStamps(fd); err != nil {
		_ = unix.Close(fd)
		return -1, fmt.Errorf("capture: %w", err)
	}
	return fd, nil
}

// stampOf returns the stamp in a control message, the zero time where it has
// none.
func stampOf(c *unix.Cmsghdr, payload []byte) time.Time {
	if c.Level != unix.SOL_SOCKET || c.Type != unix.SCM_TIMESTAMPING || len(payload) < int(unsafe.Sizeof(unix.Timespec{})) {
		return time.Time{}
	}
	ts := (*unix.Timespec)(unsafe.Pointer(&payload[0]))
	if ts.Sec == 0 && ts.Nsec == 0 {
		return time.Time{}
	}
	return time.Unix(ts.Unix()).UTC()
}

// awaitStamps returns once the kernel stamps what it receives. A socket that
// asked for stamps must be open, and the loopback of the calling thread's
// namespace up: datagrams are sent there until one is stamped.
func awaitStamps() error {
	fd, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_NONBLOCK|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return fmt.Errorf("open a socket to see stamps on: %w", err)
	}
	defer func() { _ = unix.Close(fd) }()
	if err := askForStamps(fd); err != nil {
		return err
	}
	self := &unix.SockaddrInet4{Addr: [4]byte{127, 0, 0, 1}}
	if err := unix.Bind(fd, self); err != nil {
		return fmt.Errorf("bind a socket to see stamps on: %w", err)
	}
	name, err := unix.Getsockname(fd)
	if err != nil {
		return fmt.Errorf("find the port of a socket to see stamps on: %w", err)
	}
	var control [control]byte
	for deadline := time.Now().Add(stampPatience); time.Now().Before(deadline); {
		if err := unix.Sendto(fd, nil, 0, name); err != nil {
			return fmt.Errorf("send a datagram to see its stamp: %w", err)
		}
		// It is here already, but where the kernel has other things to do first.
		if _, err := unix.Poll([]unix.PollFd{{Fd: int32(fd), Events: unix.POLLIN}}, int(time.Second/time.Millisecond)); err != nil && err != unix.EINTR {
			return fmt.Errorf("wait for a datagram to see its stamp: %w", err)
		}
		_, n, _, _, err := unix.Recvmsg(fd, nil, control[:], 0)
		if err == unix.EAGAIN || err == unix.EINTR {
			continue
		}
		if err != nil {
			return fmt.Errorf("receive a datagram to see its stamp: %w", err)
		}
		stamped := false
		eachControl(control[:n], func(c *unix.Cmsghdr, payload []byte) { stamped = stamped || !stampOf(c, payload).IsZero() })
		if stamped {
			return nil
		}
		pause := unix.NsecToTimespec(int64(stampPause)) // the kernel writes into it what is left
		if _, err := unix.Ppoll(nil, &pause, nil); err != nil && err != unix.EINTR {
			return fmt.Errorf("wait for stamps: %w", err)
		}
	}
	return errors.New("the kernel does not stamp what it receives")
}

// eachControl calls f with every control message of a datagram.
func eachControl(rest []byte, f func(c *unix.Cmsghdr, payload []byte)) {
	for len(rest) >= unix.SizeofCmsghdr {
		c := (*unix.Cmsghdr)(unsafe.Pointer(&rest[0]))
		if c.Len < unix.SizeofCmsghdr || c.Len > uint64(len(rest)) {
			return
		}
		f(c, rest[unix.CmsgLen(0):c.Len])
		rest = rest[min(len(rest), unix.CmsgSpace(int(c.Len)-unix.CmsgLen(0))):]
	}
}
