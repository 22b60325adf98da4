package lab

import (
	"encoding/binary"
	"errors"
	"fmt"
	"runtime"
	"sync"
	"testing"

	"github.com/vishvananda/netlink/nl"
	"golang.org/x/sys/unix"
)

// space is a namespace and a netlink socket in it.
type space struct{ fd, socket int }

func (s space) close() error { return unix.Close(s.fd) }

// newSpace makes a namespace on the calling thread, which stays in it. IPv6
// is off, because it costs more than all the rest; proc is a mount of proc.
func newSpace(proc int) (s space, err error) {
	if err = unix.Unshare(unix.CLONE_NEWNET); err != nil {
		return s, err
	}
	fd, err := unix.Openat(proc, "sys/net/ipv6/conf/default/disable_ipv6", unix.O_WRONLY|unix.O_CLOEXEC, 0)
	if err != nil {
		return s, err
	}
	_, err = unix.Write(fd, []byte("1"))
	if err = errors.Join(err, unix.Close(fd)); err != nil {
		return s, err
	}
	if s.socket, err = unix.Socket(unix.AF_NETLINK, unix.SOCK_RAW|unix.SOCK_CLOEXEC, unix.NETLINK_ROUTE); err != nil {
		return s, err
	}
	s.fd, err = unix.Open("/proc/thread-self/ns/net", unix.O_RDONLY|unix.O_CLOEXEC, 0)
	return s, err
}

// mountProc mounts proc where nobody sees it.
func mountProc() (int, error) {
	context, err := unix.Fsopen("proc", unix.FSOPEN_CLOEXEC)
	if err != nil {
		return -1, err
	}
	defer func() { _ = unix.Close(context) }()
	if err := unix.FsconfigCreate(context); err != nil {
		return -1, err
	}
	return unix.Fsmount(context, unix.FSMOUNT_CLOEXEC, unix.MOUNT_ATTR_NOSUID|unix.MOUNT_ATTR_NODEV|unix.MOUNT_ATTR_NOEXEC)
}

// tell sends messages in one go. Only the last one is acknowledged; any
// other answer is an error.
func (s space) tell(requests ...*nl.NetlinkRequest) error {
	var all []byte
	for i, r := range requests {
		r.Flags &^= unix.NLM_F_ACK
		if i == len(requests)-1 {
			r.Flags |= unix.NLM_F_ACK
		}
		all = append(all, r.Serialize()...)
	}
	if err := unix.Sendto(s.socket, all, 0, &unix.SockaddrNetlink{Family: unix.AF_NETLINK}); err != nil {
		return err
	}
	var answer [4096]byte
	n, _, err := unix.Recvfrom(s.socket, answer[:], 0)
	if err != nil {
		return err
	}
	if n < unix.SizeofNlMsghdr+4 {
		return unix.EPROTO
	}
	if errno := -int32(binary.NativeEndian.Uint32(answer[unix.SizeofNlMsghdr:])); errno != 0 {
		return unix.Errno(errno)
	}
	return nil
}

func link(index int32, up bool) *nl.IfInfomsg {
	m := nl.NewIfInfomsg(unix.AF_UNSPEC)
	m.Index = index
	if up {
		m.Flags, m.Change = unix.IFF_UP, unix.IFF_UP
	}
	return m
}

// floorBridge makes the bridge of a switch.
func floorBridge(s space) error {
	add := nl.NewNetlinkRequest(unix.RTM_NEWLINK, unix.NLM_F_CREATE|unix.NLM_F_EXCL)
	add.AddData(link(2, true))
	add.AddData(nl.NewRtAttr(unix.IFLA_IFNAME, nl.ZeroTerminated("br0")))
	add.AddData(nl.NewRtAttr(unix.IFLA_ADDRESS, []byte{2, 0, 2, 0, 0, 0}))
	info := nl.NewRtAttr(unix.IFLA_LINKINFO, nil)
	info.AddRtAttr(nl.IFLA_INFO_KIND, nl.ZeroTerminated("bridge"))
	add.AddData(info)
	return s.tell(add)
}

// floorHost connects a host to the switch and gives it address and route.
func floorHost(host, sw space, i int) error {
	end := func(add func(kind int, data []byte), name string, mac byte, fd int) {
		add(unix.IFLA_IFNAME, nl.ZeroTerminated(name))
		add(unix.IFLA_ADDRESS, []byte{2, 0, mac, 0, byte(i >> 8), byte(i)})
		add(unix.IFLA_NUM_TX_QUEUES, nl.Uint32Attr(1))
		add(unix.IFLA_NUM_RX_QUEUES, nl.Uint32Attr(1))
		add(unix.IFLA_NET_NS_FD, nl.Uint32Attr(uint32(fd)))
	}
	add := nl.NewNetlinkRequest(unix.RTM_NEWLINK, unix.NLM_F_CREATE|unix.NLM_F_EXCL)
	add.AddData(link(int32(3+i), true))
	end(func(kind int, data []byte) { add.AddData(nl.NewRtAttr(kind, data)) }, fmt.Sprintf("h%d", i), 2, sw.fd)
	add.AddData(nl.NewRtAttr(unix.IFLA_MASTER, nl.Uint32Attr(2)))
	info := nl.NewRtAttr(unix.IFLA_LINKINFO, nil)
	info.AddRtAttr(nl.IFLA_INFO_KIND, nl.ZeroTerminated("veth"))
	peer := info.AddRtAttr(nl.IFLA_INFO_DATA, nil).AddRtAttr(nl.VETH_INFO_PEER, nil)
	peer.AddChild(link(2, false))
	end(func(kind int, data []byte) { peer.AddRtAttr(kind, data) }, "eth0", 1, host.fd)
	add.AddData(info)

	up := nl.NewNetlinkRequest(unix.RTM_SETLINK, 0)
	up.AddData(link(2, true))

	prefix := benchAddress(i)
	address := nl.NewNetlinkRequest(unix.RTM_NEWADDR, unix.NLM_F_CREATE|unix.NLM_F_EXCL)
	message := nl.NewIfAddrmsg(unix.AF_INET)
	message.Prefixlen, message.Index = uint8(prefix.Bits()), 2
	address.AddData(message)
	address.AddData(nl.NewRtAttr(unix.IFA_LOCAL, prefix.Addr().AsSlice()))
	address.AddData(nl.NewRtAttr(unix.IFA_ADDRESS, prefix.Addr().AsSlice()))

	route := nl.NewNetlinkRequest(unix.RTM_NEWROUTE, unix.NLM_F_CREATE|unix.NLM_F_EXCL)
	main := nl.NewRtMsg()
	main.Family = unix.AF_INET
	route.AddData(main)
	route.AddData(nl.NewRtAttr(unix.RTA_GATEWAY, benchGateway.AsSlice()))
	route.AddData(nl.NewRtAttr(unix.RTA_OIF, nl.Uint32Attr(2)))

	return host.tell(add, up, address, route)
}

// floor makes the network of star by nothing but the kernel operations it
// consists of, in the cheapest way known, on as many threads: a namespace,
// and then one system call for a cable straight into both namespaces, a
// port of the bridge and up at once, an address and a route.
//
//nolint:forbidigo // it is what netns is measured against
func floor(b *testing.B, size int) []space {
	b.Helper()
	spaces := make([]space, size+1)
	threads := func(n int, f func(i, proc int) error) {
		var wg sync.WaitGroup
		workers := min(runtime.GOMAXPROCS(0), n)
		for worker := range workers {
			wg.Go(func() {
				runtime.LockOSThread()
				home, err := unix.Open("/proc/thread-self/ns/net", unix.O_RDONLY|unix.O_CLOEXEC, 0)
				proc := -1
				for i := worker; i < n && err == nil; i += workers {
					if i/workers%32 == 0 { // or lookups below it slow down
						_ = unix.Close(proc)
						proc, err = mountProc()
					}
					err = errors.Join(err, f(i, proc))
				}
				_ = unix.Close(proc)
				if err = errors.Join(err, unix.Setns(home, unix.CLONE_NEWNET), unix.Close(home)); err != nil {
					b.Error(err)
					return // with the thread
				}
				runtime.UnlockOSThread()
			})
		}
		wg.Wait()
	}
	threads(1, func(_, proc int) (err error) {
		if spaces[size], err = newSpace(proc); err != nil {
			return err
		}
		return floorBridge(spaces[size])
	})
	threads(size, func(i, proc int) (err error) {
		if spaces[i], err = newSpace(proc); err != nil {
			return err
		}
		return floorHost(spaces[i], spaces[size], i)
	})
	if b.Failed() {
		b.FailNow()
	}
	for _, s := range spaces {
		if err := unix.Close(s.socket); err != nil {
			b.Error(err)
		}
	}
	return spaces
}
