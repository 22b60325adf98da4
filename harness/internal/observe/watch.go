package observe

import (
	"context"
	"errors"
	"fmt"
	"os"
	"sync"
	"time"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/state"
	"golang.org/x/sys/unix"
)

// groups are the rtnetlink multicast groups of everything in a snapshot but
// sockets, for whose changes the kernel has no notification.
const groups = unix.RTMGRP_LINK | unix.RTMGRP_NEIGH |
	unix.RTMGRP_IPV4_IFADDR | unix.RTMGRP_IPV4_ROUTE | unix.RTMGRP_IPV6_IFADDR | unix.RTMGRP_IPV6_ROUTE

// tellable are the parts of a snapshot whose entries notifications name as a whole.
const tellable = Interfaces | Routes | Neighbors | FDB

// Watcher listens to what the kernel tells of changes in one namespace.
type Watcher struct {
	// Changed tells that links, addresses, routes or neighbours changed. What changes
	// while the receiver is busy is told once. It is closed when the watch ends.
	Changed <-chan struct{}

	node  string
	what  What
	links map[int]state.Interface // by index, as they were told last
	names map[int]string          // of links

	mu   sync.Mutex
	told *state.Snapshot
}

// Watch listens until ctx is done, and keeps the namespace alive until then. Nothing
// that happens after Watch has returned is missed. Of the parts named by what it
// keeps for Told what notifications name; sockets and spanning trees have none that do.
func Watch(ctx context.Context, ns *netns.NS, node string, what What) (*Watcher, error) {
	file, err := listen(ns)
	if err != nil {
		return nil, fmt.Errorf("observe: watch %s: %w", node, err)
	}
	changed := make(chan struct{}, 1)
	w := &Watcher{Changed: changed, node: node, what: what & tellable}
	size := unix.SizeofNlMsghdr // what changed is not looked at
	if w.what != 0 {
		// Links that come from here on are told of.
		if err := w.know(ns); err != nil {
			return nil, errors.Join(fmt.Errorf("observe: watch %s: interfaces: %w", node, err), file.Close())
		}
		size = bufferSize
	}
	stop := context.AfterFunc(ctx, func() { _ = file.Close() })
	go func() { // ends when the file is closed
		defer close(changed)
		defer stop()
		defer func() { _ = file.Close() }()
		b := make([]byte, size)
		for {
			// ENOBUFS: more happened than the socket could hold.
			n, err := file.Read(b)
			if err != nil && !errors.Is(err, unix.ENOBUFS) {
				return
			}
			if err == nil && w.what != 0 {
				w.hear(b[:n])
			}
			select {
			case changed <- struct{}{}:
			default:
			}
		}
	}()
	return w, nil
}

// listen opens a socket that notifications come to.
func listen(ns *netns.NS) (file *os.File, err error) {
	err = ns.Do(func() error {
		fd, err := unix.Socket(unix.AF_NETLINK, unix.SOCK_RAW|unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, unix.NETLINK_ROUTE)
		if err != nil {
			return os.NewSyscallError("netlink socket", err)
		}
		if err := unix.Bind(fd, &unix.SockaddrNetlink{Family: unix.AF_NETLINK, Groups: groups}); err != nil {
			_ = unix.Close(fd)
			return os.NewSyscallError("netlink bind", err)
		}
		file = os.NewFile(uintptr(fd), "netlink")
		return nil
	})
	return file, err
}

// know reads the links there are.
func (w *Watcher) know(ns *netns.NS) error {
	conns, err := open(ns, unix.NETLINK_ROUTE)
	if err != nil {
		return err
	}
	defer conns[0].close()
	links, err := conns[0].links()
	if err != nil {
		return err
	}
	w.links, w.names = map[int]state.Interface{}, map[int]string{}
	for _, l := range links {
		w.links[l.Index], w.names[l.Index] = l, l.Name
	}
	return nil
}

// Told returns what the kernel has told of since the last call, in that order, and nil
// where that is nothing. Each entry was so when it was told, whatever became of it
// since: one that is gone by the time its table is read is among them. An address
// comes with its interface as that was told last. What goes is not told of, nor is
// what the kernel dropped because the watch could not keep up.
func (w *Watcher) Told() *state.Snapshot {
	w.mu.Lock()
	defer w.mu.Unlock()
	told := w.told
	w.told = nil
	return told
}

// hear keeps what a datagram tells of. What cannot be read is left to who reads the
// table, and says so.
func (w *Watcher) hear(b []byte) {
	w.mu.Lock()
	defer w.mu.Unlock()
	told := w.told
	if told == nil {
		told = &state.Snapshot{Node: w.node, Time: time.Now()}
	}
	for m, err := range messages(b) {
		if err != nil {
			return
		}
		if w.add(m, told) {
			w.told = told
		}
	}
}

// add adds what one message tells of.
func (w *Watcher) add(m message, told *state.Snapshot) bool {
	switch m.kind {
	case unix.RTM_NEWLINK:
		return w.addLink(m.body, told)
	case unix.RTM_NEWADDR:
		index, a, err := parseAddress(m.body)
		l, ok := w.links[index]
		if err != nil || !ok || !a.Prefix.IsValid() || w.what&Interfaces == 0 {
			return false
		}
		l.Addresses = []state.Address{a}
		told.Interfaces = append(told.Interfaces, l)
	case unix.RTM_NEWROUTE:
		routes, err := parseRoute(m.body, w.names)
		if err != nil || len(routes) == 0 || w.what&Routes == 0 {
			return false
		}
		told.Routes = append(told.Routes, routes...)
	case unix.RTM_NEWNEIGH:
		n, neighbor, err := parseNeighbor(m.body, w.names)
		e, entry, errFDB := parseFDB(m.body, w.names)
		switch {
		case err == nil && neighbor && w.what&Neighbors != 0:
			told.Neighbors = append(told.Neighbors, n)
		case errFDB == nil && entry && w.what&FDB != 0:
			told.FDB = append(told.FDB, e)
		default:
			return false
		}
	default:
		return false
	}
	return true
}

// addLink adds a link. What a bridge tells of its ports is of another family, and less.
func (w *Watcher) addLink(b []byte, told *state.Snapshot) bool {
	l, err := parseLink(b)
	if err != nil || b[0] != unix.AF_UNSPEC {
		return false
	}
	w.links[l.Index], w.names[l.Index] = l, l.Name
	if w.what&Interfaces == 0 {
		return false
	}
	told.Interfaces = append(told.Interfaces, l)
	return true
}

// Up reports whether an interface of ns is set up, whether or not it has a carrier.
func Up(ns *netns.NS, name string) (up bool, err error) {
	r, err := unix.NewIfreq(name)
	if err != nil {
		return false, fmt.Errorf("observe: interface %q: %w", name, err)
	}
	err = ns.Do(func() error {
		fd, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
		if err != nil {
			return os.NewSyscallError("socket", err)
		}
		defer func() { _ = unix.Close(fd) }()
		return unix.IoctlIfreq(fd, unix.SIOCGIFFLAGS, r)
	})
	if err != nil {
		return false, fmt.Errorf("observe: flags of %s: %w", name, err)
	}
	return r.Uint16()&unix.IFF_UP != 0, nil
}
