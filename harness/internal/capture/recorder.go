package capture

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/packet"
)

// Sink takes frames as they are captured: each batch in time order, frames
// of different batches possibly not. It is called from one goroutine at a
// time and owns what it is given.
type Sink func(batch []*packet.Frame)

// Counters is what was captured at one point, and what the kernel dropped
// at any interface of the point's node.
type Counters struct {
	Point    string
	Captured uint64
	Dropped  uint64
}

// heldFrames bounds the frames kept for an interface that has no name yet.
const heldFrames = 1024

// Recorder captures the interfaces of a lab. Its methods may be called from
// several goroutines.
type Recorder struct {
	sink  Sink
	epoll int
	wake  int // eventfd: somebody waits for a drain, or for the end
	done  chan struct{}

	mu      sync.Mutex
	nodes   map[string]*node
	sockets map[int32]*node
	waiting []chan struct{} // closed after the next drain
	stopped bool
	failed  error // what ended the loop early

	stamping sync.Once     // begun with the first namespace
	stamped  chan struct{} // closed when the kernel stamps frames, or stampErr says why not
	stampErr error

	drain  sync.Mutex // held while sockets are read
	reader *reader
	arena  []byte
	chunk  int // octets of the last arena
	frames []*packet.Frame
}

// node is the capture of one namespace.
type node struct {
	name   string
	fds    []int
	points map[int]*point // by interface index
	lost   uint64         // dropped by the kernel so far
}

// point is one interface. While it has no name its frames are held.
type point struct {
	name     string
	captured uint64
	held     []*packet.Frame
	overflow uint64
	ignored  bool
}

// loopback is the index of lo in every namespace.
const loopback = 1

// New returns a recorder that hands what it captures to sink.
func New(sink Sink) (*Recorder, error) {
	epoll, err := unix.EpollCreate1(unix.EPOLL_CLOEXEC)
	if err != nil {
		return nil, fmt.Errorf("capture: create an epoll set: %w", err)
	}
	wake, err := unix.Eventfd(0, unix.EFD_CLOEXEC|unix.EFD_NONBLOCK)
	if err != nil {
		_ = unix.Close(epoll)
		return nil, fmt.Errorf("capture: create an event descriptor: %w", err)
	}
	event := unix.EpollEvent{Events: unix.EPOLLIN, Fd: int32(wake)}
	if err := unix.EpollCtl(epoll, unix.EPOLL_CTL_ADD, wake, &event); err != nil {
		_ = unix.Close(wake)
		_ = unix.Close(epoll)
		return nil, fmt.Errorf("capture: watch an event descriptor: %w", err)
	}
	reader, err := newReader()
	if err != nil {
		_ = unix.Close(wake)
		_ = unix.Close(epoll)
		return nil, err
	}
	r := &Recorder{
		sink:    sink,
		epoll:   epoll,
		wake:    wake,
		done:    make(chan struct{}),
		nodes:   map[string]*node{},
		sockets: map[int32]*node{},
		stamped: make(chan struct{}),
		reader:  reader,
	}
	go r.loop() // ends when Stop says so
	return r, nil
}

// Open starts the capture of a node's namespace. Call it before the
// namespace has any link, and see Ready.
func (r *Recorder) Open(name string, ns *netns.NS) error {
	var fds []int
	err := ns.Do(func() (err error) {
		fds, err = openSockets()
		return err
	})
	if err != nil {
		return fmt.Errorf("capture %s: %w", name, err)
	}
	n := &node{name: name, fds: fds, points: map[int]*point{loopback: {ignored: true}}}
	if err := r.watch(n); err != nil {
		return err
	}
	r.stamping.Do(func() {
		go func() { // ends by itself, see stampPatience
			defer close(r.stamped)
			r.stampErr = ns.Do(awaitStamps)
		}()
	})
	return nil
}

// Ready returns once the kernel stamps the frames of the namespaces that were
// opened, of which there must be one. No link may come up before.
func (r *Recorder) Ready() error {
	<-r.stamped
	if r.stampErr != nil {
		return fmt.Errorf("capture: %w", r.stampErr)
	}
	return nil
}

// watch drains a node's sockets from now on, and owns them.
func (r *Recorder) watch(n *node) error {
	name, fds := n.name, n.fds
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.stopped {
		closeAll(fds)
		return errStopped
	}
	r.nodes[name] = n
	for _, fd := range fds {
		r.sockets[int32(fd)] = n
		event := unix.EpollEvent{Events: unix.EPOLLIN, Fd: int32(fd)}
		if err := unix.EpollCtl(r.epoll, unix.EPOLL_CTL_ADD, fd, &event); err != nil {
			return fmt.Errorf("capture %s: watch a packet socket: %w", name, err)
		}
	}
	return nil
}

// Name tells the interface that an index of a node stands for. Frames that
// came before are not lost. An empty iface says that the interface is none
// of the topology and its frames are not wanted.
func (r *Recorder) Name(nodeName, iface string, ifindex int) {
	r.drain.Lock()
	defer r.drain.Unlock()
	r.mu.Lock()
	n := r.nodes[nodeName]
	r.mu.Unlock()
	if n == nil {
		return
	}
	p := n.points[ifindex]
	if p == nil {
		p = &point{}
		n.points[ifindex] = p
	}
	if iface == "" {
		*p = point{ignored: true}
		return
	}
	p.name = nodeName + ":" + iface
	if len(p.held) > 0 {
		for _, f := range p.held {
			f.Point = p.name
		}
		p.captured += uint64(len(p.held))
		r.sink(p.held)
		p.held = nil
	}
}

// Flush returns when every frame that had reached a capture socket before
// the call has been handed to the sink.
func (r *Recorder) Flush() {
	r.mu.Lock()
	if r.stopped || r.failed != nil {
		r.mu.Unlock()
		return
	}
	ready := make(chan struct{})
	r.waiting = append(r.waiting, ready)
	r.mu.Unlock()
	r.signal()
	<-ready
}

// Counters returns what was counted so far, ordered by name. It is complete for the
// frames that were there before the last Flush.
func (r *Recorder) Counters() ([]Counters, error) {
	r.drain.Lock()
	defer r.drain.Unlock()
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.stopped {
		return nil, errStopped
	}
	return r.counters()
}

// counters counts; nobody reads the sockets meanwhile.
func (r *Recorder) counters() ([]Counters, error) {
	err := r.failed
	var all []Counters
	for _, n := range r.nodes {
		if lostErr := n.countLost(); err == nil {
			err = lostErr
		}
		for _, p := range n.points {
			if p.name != "" {
				all = append(all, Counters{Point: p.name, Captured: p.captured, Dropped: n.lost + p.overflow})
			}
		}
	}
	slices.SortFunc(all, func(a, b Counters) int { return strings.Compare(a.Point, b.Point) })
	return all, err
}

// Stop drains what was captured, ends the capture and returns the counters of
// every point, ordered by name. The counters are complete: what is in neither
// of them never reached an interface. Close is still to be called.
func (r *Recorder) Stop() ([]Counters, error) {
	r.mu.Lock()
	already := r.stopped
	r.stopped = true
	r.mu.Unlock()
	if already {
		return nil, errStopped
	}
	r.signal()
	<-r.done
	return r.counters()
}

// Close stops the capture, if it has not been, and gives its sockets back, see
// giveBack. It may be called more than once.
func (r *Recorder) Close() error {
	_, err := r.Stop()
	if errors.Is(err, errStopped) {
		err = nil
	}
	r.mu.Lock()
	sockets := r.sockets
	first := sockets != nil
	r.sockets = nil
	r.mu.Unlock()
	if !first {
		return err
	}
	giveBack(slices.Collect(maps.Keys(sockets)))
	r.stamping.Do(func() { close(r.stamped) })
	<-r.stamped
	r.reader.close()
	_ = unix.Close(r.wake)
	_ = unix.Close(r.epoll)
	return err
}

func (n *node) countLost() error {
	for _, fd := range n.fds {
		lost, err := drops(fd)
		if err != nil {
			return fmt.Errorf("capture %s: %w", n.name, err)
		}
		n.lost += lost
	}
	return nil
}

func (r *Recorder) signal() {
	one := [8]byte{1}
	// The counter cannot overflow from single steps, and a full one wakes too.
	_, _ = unix.Write(r.wake, one[:])
}

// loop waits for frames and drains them until the recorder is stopped.
func (r *Recorder) loop() {
	defer close(r.done)
	events := make([]unix.EpollEvent, 256)
	for {
		n, err := unix.EpollWait(r.epoll, events, -1)
		if err == unix.EINTR {
			continue
		}
		if err != nil {
			r.fail(fmt.Errorf("capture: wait for frames: %w", err))
			return
		}
		woken := false
		r.drain.Lock()
		for _, e := range events[:n] {
			if int(e.Fd) == r.wake {
				var count [8]byte
				_, _ = unix.Read(r.wake, count[:])
				woken = true
				continue
			}
			r.mu.Lock()
			node := r.sockets[e.Fd]
			r.mu.Unlock()
			if err := r.collect(node, int(e.Fd)); err != nil {
				r.drain.Unlock()
				r.fail(err)
				return
			}
		}
		r.emit()
		r.drain.Unlock()
		if woken && !r.answer() {
			return
		}
	}
}

// answer drains every socket for those who wait in Flush or Stop, and
// reports whether the loop goes on.
func (r *Recorder) answer() bool {
	r.mu.Lock()
	waiting, stopped := r.waiting, r.stopped
	r.waiting = nil
	all := make(map[int]*node, len(r.sockets))
	for fd, n := range r.sockets {
		all[int(fd)] = n
	}
	r.mu.Unlock()

	r.drain.Lock()
	var err error
	for fd, n := range all {
		if err = r.collect(n, fd); err != nil {
			break
		}
	}
	r.emit()
	r.drain.Unlock()
	for _, w := range waiting {
		close(w)
	}
	if err != nil {
		r.fail(err)
		return false
	}
	return !stopped
}

// fail ends the recorder on an error that Stop reports.
func (r *Recorder) fail(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.failed = err
	for _, w := range r.waiting {
		close(w)
	}
	r.waiting = nil
}

// collect reads one socket until it is empty.
func (r *Recorder) collect(n *node, fd int) error {
	for {
		messages, err := r.reader.read(fd)
		if err != nil {
			return fmt.Errorf("capture %s: %w", n.name, err)
		}
		for i := range messages {
			if err := r.keep(n, &messages[i]); err != nil {
				return fmt.Errorf("capture %s: %w", n.name, err)
			}
		}
		if len(messages) < batch {
			return nil
		}
	}
}

// errUnstamped is a frame of which nobody knows when it came, as the kernel
// stopped to stamp for a while.
var errUnstamped = errors.New("the kernel did not say when it saw a frame")

func (r *Recorder) keep(n *node, m *message) error {
	p := n.points[m.ifindex]
	if p == nil {
		p = &point{}
		n.points[m.ifindex] = p
	}
	if p.ignored {
		return nil
	}
	if m.time.IsZero() {
		return errUnstamped
	}
	f := &packet.Frame{
		Point:     p.name,
		Time:      m.time,
		Direction: packet.In,
		Length:    m.length,
		Data:      r.copy(m.data),
	}
	if m.outgoing {
		f.Direction = packet.Out
	}
	if p.name == "" {
		if len(p.held) == heldFrames {
			p.overflow++
			return nil
		}
		p.held = append(p.held, f)
		return nil
	}
	p.captured++
	r.frames = append(r.frames, f)
	return nil
}

// copy moves a frame out of the read buffer into memory shared with its
// neighbours, so that small frames do not cost an allocation each.
func (r *Recorder) copy(data []byte) []byte {
	const first, most = 16 << 10, 256 << 10
	if len(r.arena) < len(data) {
		r.chunk = min(max(first, 2*r.chunk), most) // small labs have few frames
		r.arena = make([]byte, max(r.chunk, len(data)))
	}
	kept := r.arena[:len(data):len(data)]
	r.arena = r.arena[len(data):]
	copy(kept, data)
	return kept
}

// emit hands the collected frames on, in time order.
func (r *Recorder) emit() {
	if len(r.frames) == 0 {
		return
	}
	slices.SortStableFunc(r.frames, func(a, b *packet.Frame) int { return a.Time.Compare(b.Time) })
	r.sink(r.frames)
	r.frames = nil
}
