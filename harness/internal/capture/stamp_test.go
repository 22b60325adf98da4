package capture

import (
	"net/netip"
	"sync"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/packet"
)

// sendTo sends a datagram from the calling thread.
func sendTo(to netip.AddrPort) error {
	fd, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return err
	}
	defer func() { _ = unix.Close(fd) }()
	return unix.Sendto(fd, []byte("datagram"), 0, &unix.SockaddrInet4{Port: int(to.Port()), Addr: to.Addr().As4()})
}

// TestTheFirstFramesCarryTheTimeTheyWereSeen pins that the kernel stamps from
// the first frame on: one that it does not stamp looks as if it had come when
// it was read, after frames that came later elsewhere.
func TestTheFirstFramesCarryTheTimeTheyWereSeen(t *testing.T) {
	for round := range 20 {
		ns, err := netns.New()
		if err != nil {
			t.Fatal(err)
		}
		var mu sync.Mutex
		var frames []*packet.Frame
		r, err := New(func(batch []*packet.Frame) {
			mu.Lock()
			defer mu.Unlock()
			frames = append(frames, batch...)
		})
		if err != nil {
			t.Fatal(err)
		}
		if err := r.Open("n", ns); err != nil {
			t.Fatal(err)
		}
		if err := r.Ready(); err != nil {
			t.Fatal(err)
		}
		r.Flush() // what Open sent to see the kernel's stamps
		r.drain.Lock()
		r.nodes["n"].points[loopback] = &point{name: "n:lo"}
		r.drain.Unlock()
		var before, after time.Time
		err = ns.Do(func() error {
			before = time.Now()
			err := sendTo(netip.MustParseAddrPort("127.0.0.1:9"))
			after = time.Now()
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		r.Flush()
		mu.Lock()
		for _, f := range frames {
			// Datagram and answer leave before the sender goes on.
			if f.Direction == packet.Out && (f.Time.Before(before) || f.Time.After(after)) {
				t.Errorf("round %d: a frame sent from %s to %s is stamped %s", round,
					before.Format(time.StampNano), after.Format(time.StampNano), f.Time.Format(time.StampNano))
			}
		}
		if len(frames) == 0 {
			t.Errorf("round %d: no frame was seen", round)
		}
		mu.Unlock()
		if err := r.Close(); err != nil {
			t.Error(err)
		}
		if err := ns.Close(); err != nil {
			t.Error(err)
		}
	}
}

// TestTheKeeperIsStampedFor pins what makes the kernel go on stamping: a socket of the
// Internet that asked for it, before anything is received.
func TestTheKeeperIsStampedFor(t *testing.T) {
	fd, err := stampKeeper()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = unix.Close(fd) }()
	for option, want := range map[int]int{unix.SO_DOMAIN: unix.AF_INET, unix.SO_TIMESTAMPING: stampFlags} {
		if got, err := unix.GetsockoptInt(fd, unix.SOL_SOCKET, option); err != nil || got != want {
			t.Errorf("socket option %d is %d, %v; want %d", option, got, err, want)
		}
	}
}
