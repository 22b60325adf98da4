package observe

import (
	"encoding/binary"
	"errors"
	"fmt"
	"net/netip"
	"os"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/state"
	"golang.org/x/sys/unix"
)

// Packet is what the kernel is asked for a way for.
type Packet struct {
	To        netip.Addr
	From      netip.Addr // zero: the kernel's choice
	Interface string     // that it came by; empty: the node sends it
	Mark      uint32
}

// Way asks the kernel of ns how it would send a packet, as `ip route get` does.
// That there is no way is an unix.Errno: ENETUNREACH where no route leads there,
// EHOSTUNREACH, EACCES or EINVAL where an unreachable, prohibit or blackhole one does.
func Way(ns *netns.NS, p Packet) (state.Way, error) {
	w, err := way(ns, p)
	w.To = p.To
	if err != nil {
		return w, fmt.Errorf("observe: way to %s: %w", p.To, err)
	}
	return w, nil
}

func way(ns *netns.NS, p Packet) (state.Way, error) {
	conns, err := open(ns, unix.NETLINK_ROUTE)
	if err != nil {
		return state.Way{}, err
	}
	c := conns[0]
	defer c.close()
	links, err := c.links()
	if err != nil {
		return state.Way{}, fmt.Errorf("interfaces: %w", err)
	}
	body := make([]byte, unix.SizeofRtMsg)
	body[0], body[1] = unix.AF_INET, 32
	if p.To.Is6() {
		body[0], body[1] = unix.AF_INET6, 128
	}
	body = appendBytes(body, unix.RTA_DST, p.To.AsSlice())
	if p.From.IsValid() {
		body[2] = body[1]
		body = appendBytes(body, unix.RTA_SRC, p.From.AsSlice())
	}
	if p.Interface != "" {
		index := 0
		for _, l := range links {
			if l.Name == p.Interface {
				index = l.Index
			}
		}
		if index == 0 {
			return state.Way{}, fmt.Errorf("there is no interface %s", p.Interface)
		}
		body = appendUint32(body, unix.RTA_IIF, uint32(index))
	}
	if p.Mark != 0 {
		body = appendUint32(body, unix.RTA_MARK, p.Mark)
	}
	answer, err := c.ask(unix.RTM_GETROUTE, body)
	if err != nil {
		return state.Way{}, err
	}
	return parseWay(answer, links)
}

// parseWay reads the rtmsg that answers a question for a way.
func parseWay(b []byte, links []state.Interface) (w state.Way, err error) {
	if len(b) < unix.SizeofRtMsg {
		return w, errMalformed
	}
	w.Type = typeName(b[7])
	for kind, v := range attributes(b[unix.SizeofRtMsg:]) {
		switch kind {
		case unix.RTA_OIF:
			for _, l := range links {
				if l.Index == int(uint32Of(v)) {
					w.Interface = l.Name
					if w.MTU == 0 {
						w.MTU = l.MTU
					}
				}
			}
		case unix.RTA_GATEWAY:
			w.Via, _ = netip.AddrFromSlice(v)
		case unix.RTA_VIA:
			w.Via = via(v)
		case unix.RTA_PREFSRC:
			w.Source, _ = netip.AddrFromSlice(v)
		case unix.RTA_METRICS:
			for metric, v := range attributes(v) {
				if metric == unix.RTAX_MTU && uint32Of(v) != 0 {
					w.MTU = int(uint32Of(v))
				}
			}
		}
	}
	return w, nil
}

// ask sends a request that one message answers, and returns that without its
// header. What the kernel refuses is its unix.Errno.
func (c *conn) ask(request uint16, body []byte) ([]byte, error) {
	if err := c.send(request, unix.NLM_F_REQUEST, body); err != nil {
		return nil, err
	}
	for {
		n, err := c.receive()
		if err != nil {
			return nil, err
		}
		for m, err := range messages(c.buf[:n]) {
			switch {
			case err != nil:
				return nil, err
			case m.seq != c.seq:
				continue
			case m.kind != unix.NLMSG_ERROR:
				return m.body, nil
			case len(m.body) < 4:
				return nil, errMalformed
			}
			if code := int32(binary.NativeEndian.Uint32(m.body)); code < 0 {
				return nil, os.NewSyscallError("netlink", unix.Errno(-code))
			}
			return nil, errors.New("the kernel took a question for a request")
		}
	}
}
