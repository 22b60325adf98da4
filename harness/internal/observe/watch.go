package observe

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/netrig/netrig/harness/internal/netns"
	"golang.org/x/sys/unix"
)

// groups are the rtnetlink multicast groups of everything in a snapshot but
// sockets, for whose changes the kernel has no notification.
const groups = unix.RTMGRP_LINK | unix.RTMGRP_NEIGH |
	unix.RTMGRP_IPV4_IFADDR | unix.RTMGRP_IPV4_ROUTE | unix.RTMGRP_IPV6_IFADDR | unix.RTMGRP_IPV6_ROUTE

// Watch tells when links, addresses, routes or neighbours in ns change. What
// changes while the receiver is busy is told once. Nothing that happens after
// Watch has returned is missed. The channel is closed when ctx is done, and
// until then the watch keeps the namespace alive.
func Watch(ctx context.Context, ns *netns.NS) (<-chan struct{}, error) {
	var file *os.File
	err := ns.Do(func() error {
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
	if err != nil {
		return nil, fmt.Errorf("observe: watch: %w", err)
	}
	changed := make(chan struct{}, 1)
	stop := context.AfterFunc(ctx, func() { _ = file.Close() })
	go func() { // ends when the file is closed
		defer close(changed)
		defer stop()
		defer func() { _ = file.Close() }()
		b := make([]byte, unix.SizeofNlMsghdr) // what changed is not looked at
		for {
			// ENOBUFS: more happened than the socket could hold.
			if _, err := file.Read(b); err != nil && !errors.Is(err, unix.ENOBUFS) {
				return
			}
			select {
			case changed <- struct{}{}:
			default:
			}
		}
	}()
	return changed, nil
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
