package lab

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"os"
	"slices"
	"time"

	"golang.org/x/net/ipv6"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/observe"
	"github.com/netrig/netrig/harness/internal/plan"
	"github.com/netrig/netrig/harness/internal/rtnl"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/services"
	"github.com/netrig/netrig/services/dhcp6"
	"github.com/netrig/netrig/services/ra"
	"github.com/netrig/netrig/topology"
)

// errDuplicate tells that an address is somebody else's.
var errDuplicate = errors.New("duplicate address detected: somebody else on the link has it")

// settle waits until the kernel of the node, or a router, says what is waited for.
func (n *Node) settle(ctx context.Context, what observe.What, done func(*state.Snapshot) bool) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	watch, err := observe.Watch(ctx, n.ns, n.Name, 0)
	if err != nil {
		return err
	}
	for {
		told := n.told()
		s, err := observe.Snapshot(n.ns, n.Name, what)
		if err != nil || done(s) {
			return err
		}
		select {
		case <-watch.Changed:
		case <-told:
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
}

// addressesOn returns the addresses of an interface.
func addressesOn(s *state.Snapshot, iface string) []state.Address {
	for _, i := range s.Interfaces {
		if i.Name == iface {
			return i.Addresses
		}
	}
	return nil
}

// decided reports whether it is known if an address is somebody else's, and whether
// it is.
func decided(a state.Address) (known, duplicate bool) {
	duplicate = slices.Contains(a.Flags, "dadfailed")
	return duplicate || !slices.Contains(a.Flags, "tentative"), duplicate
}

// used returns when the kernel is done with what it has told of an interface: it
// shows an address as ready a moment before packets to it are taken in. The question
// waits for the lock that this is done under.
func used(kernel *rtnl.Conn, iface string) error { return kernel.SyncCarrier(iface) }

// linkLocal waits until an interface can send from its link-local address, and
// returns it.
func (n *Node) linkLocal(ctx context.Context, iface string) (addr netip.Addr, err error) {
	taken := false
	err = n.settle(ctx, observe.Interfaces, func(s *state.Snapshot) bool {
		for _, a := range addressesOn(s, iface) {
			if known, duplicate := decided(a); a.Prefix.Addr().IsLinkLocalUnicast() && known {
				addr, taken = a.Prefix.Addr(), duplicate
				return true
			}
		}
		return false
	})
	if err == nil && taken {
		err = fmt.Errorf("%s: %w", addr, errDuplicate)
	}
	return addr, err
}

// probed waits until it is known of each address that is probed whether somebody
// else has it. One that is somebody's stays unused, as on any machine.
func (b *boot) probed(ctx context.Context, op plan.AddressSet) error {
	n := b.nodes[op.Node]
	for _, a := range op.Addresses {
		if !a.DAD {
			continue
		}
		taken := false
		patient, cancel := context.WithTimeout(ctx, b.options.Patience)
		err := n.settle(patient, observe.Interfaces, func(s *state.Snapshot) bool {
			for _, has := range addressesOn(s, a.Name) {
				if has.Prefix.Addr() == a.Prefix.Addr() {
					known, duplicate := decided(has)
					taken = duplicate
					return known
				}
			}
			return false
		})
		cancel()
		if err != nil {
			return at(fmt.Errorf("%s:%s: probe %s: %w", op.Node, a.Name, a.Prefix, err), a.Pos)
		}
		if taken {
			n.logger("lab").Warn("duplicate", "interface", a.Name, "address", a.Prefix.Addr().String())
		}
	}
	return nil
}

// autoconf has an interface listen to routers, and waits for what they say.
func (b *boot) autoconf(ctx context.Context, op plan.Autoconf) error {
	n := b.nodes[op.Node]
	if err := n.hear(b, op.Name, op.Index); err != nil {
		return at(err, op.Pos)
	}
	if err := b.at(b.kernels[op.Node].Set(settings(op.Settings)...), declaredAt(op.Settings)); err != nil {
		return err
	}
	patient, cancel := context.WithTimeout(ctx, b.options.Patience)
	defer cancel()
	missing := "a link-local address"
	_, err := n.linkLocal(patient, op.Name)
	if err == nil {
		err = n.settle(patient, observe.Interfaces|observe.Routes, func(s *state.Snapshot) bool {
			missing = n.missing(s, op)
			return missing == ""
		})
	}
	if err == nil {
		err = used(b.kernels[op.Node], op.Name)
	}
	if err != nil && ctx.Err() == nil && errors.Is(err, context.DeadlineExceeded) {
		err = fmt.Errorf("%s:%s has not got %s within %s (does a router on its link send `ra`, and is it listened to?)", op.Node, op.Name, missing, b.options.Patience)
	}
	return at(err, op.Pos)
}

// missing says what an interface waits for that listens to routers.
func (n *Node) missing(s *state.Snapshot, op plan.Autoconf) string {
	for _, p := range op.Prefixes {
		if !slices.ContainsFunc(addressesOn(s, op.Name), func(a state.Address) bool {
			known, _ := decided(a)
			return known && p.Contains(a.Prefix.Addr()) && !declared(n.Spec.Interface(op.Name), a.Prefix.Addr())
		}) {
			return "an address of " + p.String()
		}
	}
	routers := 0
	for _, r := range s.Routes {
		if r.To.Bits() == 0 && r.To.Addr().Is6() && r.Interface == op.Name && r.Protocol == "ra" {
			routers++
		}
	}
	if routers < op.Routers {
		return fmt.Sprintf("%d of %d default routes", op.Routers-routers, op.Routers)
	}
	dns, _ := n.advertised()
	for _, a := range op.DNS {
		if !slices.Contains(dns, a) {
			return "the name server " + a.String()
		}
	}
	return ""
}

// declared reports whether an interface has an address by its topology.
func declared(i *topology.Interface, a netip.Addr) bool {
	return slices.ContainsFunc(i.Addresses, func(p netip.Prefix) bool { return p.Addr() == a })
}

// heard is what a router told of name servers (RFC 8106).
type heard struct {
	iface  int
	dns    netip.Addr // one of the two
	domain string
	until  time.Time // zero: for ever
}

// advertised returns the name servers and domains that routers told, and that are
// not over.
func (n *Node) advertised() (dns []netip.Addr, domains []string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	now := time.Now()
	for _, h := range n.heard {
		switch {
		case !h.until.IsZero() && !now.Before(h.until):
		case h.dns.IsValid():
			dns = append(dns, h.dns)
		default:
			domains = append(domains, h.domain)
		}
	}
	return dns, domains
}

// told is closed when a router tells more.
func (n *Node) told() <-chan struct{} {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.news == nil {
		n.news = make(chan struct{})
	}
	return n.news
}

// take takes in what a router told.
func (n *Node) take(iface int, told []ra.Names) {
	n.mu.Lock()
	defer n.mu.Unlock()
	now := time.Now()
	add := func(h heard, lifetime time.Duration) {
		at := slices.IndexFunc(n.heard, func(o heard) bool { return o.iface == h.iface && o.dns == h.dns && o.domain == h.domain })
		if lifetime < ra.Infinite {
			h.until = now.Add(lifetime)
		}
		switch {
		case at >= 0 && lifetime == 0:
			n.heard = slices.Delete(n.heard, at, at+1)
		case at >= 0:
			n.heard[at] = h
		case lifetime > 0:
			n.heard = append(n.heard, h)
		}
	}
	for _, t := range told {
		for _, a := range t.DNS {
			add(heard{iface: iface, dns: a}, t.Lifetime)
		}
		for _, d := range t.Domain {
			add(heard{iface: iface, domain: d}, t.Lifetime)
		}
	}
	if n.news != nil {
		close(n.news)
		n.news = nil
	}
}

// hear listens to what the kernel hands on of router advertisements: it has no use
// for name servers itself.
func (n *Node) hear(b *boot, iface string, index int) error {
	var file *os.File
	err := n.ns.Do(func() error {
		fd, err := unix.Socket(unix.AF_NETLINK, unix.SOCK_RAW|unix.SOCK_CLOEXEC|unix.SOCK_NONBLOCK, unix.NETLINK_ROUTE)
		if err != nil {
			return os.NewSyscallError("netlink socket", err)
		}
		file = os.NewFile(uintptr(fd), "netlink")
		if err := unix.Bind(fd, &unix.SockaddrNetlink{Family: unix.AF_NETLINK}); err != nil {
			return os.NewSyscallError("netlink bind", err)
		}
		return os.NewSyscallError("netlink group", unix.SetsockoptInt(fd, unix.SOL_NETLINK, unix.NETLINK_ADD_MEMBERSHIP, unix.RTNLGRP_ND_USEROPT))
	})
	if err != nil {
		if file != nil {
			err = errors.Join(err, file.Close())
		}
		return fmt.Errorf("%s:%s: listen to advertisements: %w", n.Name, iface, err)
	}
	ended := make(chan struct{})
	log := n.logger("slaac").With("interface", iface)
	go func() { // ends when the file is closed
		defer close(ended)
		buffer := make([]byte, 64<<10)
		for {
			read, err := file.Read(buffer)
			if errors.Is(err, unix.ENOBUFS) {
				continue
			}
			if err != nil {
				return
			}
			from, options := userOptions(buffer[:read])
			if from != index {
				continue
			}
			told, err := ra.ParseNames(options)
			if err != nil {
				log.Warn("malformed", "reason", err.Error())
				continue
			}
			n.take(index, told)
			for _, t := range told {
				log.Info("names", "dns", t.DNS, "domain", t.Domain, "lifetime", t.Lifetime)
			}
			if err := n.refreshFiles(); err != nil {
				b.fault(n, "slaac", err)
			}
		}
	}()
	b.undo.push(func(context.Context) error {
		err := file.Close()
		<-ended
		return err
	})
	return nil
}

// userOptions returns the options of a message RTM_NEWNDUSEROPT (struct nduseroptmsg
// of linux/rtnetlink.h), and the interface they came in by; 0 for another message.
func userOptions(b []byte) (iface int, options []byte) {
	const newUserOptions, header = 68, 16
	if len(b) < unix.SizeofNlMsghdr+header || binary.NativeEndian.Uint16(b[4:]) != newUserOptions {
		return 0, nil
	}
	b = b[unix.SizeofNlMsghdr:]
	length := int(binary.NativeEndian.Uint16(b[2:]))
	if length > len(b)-header {
		return 0, nil
	}
	return int(binary.NativeEndian.Uint32(b[4:])), b[header : header+length]
}

// advertiser opens the socket of router advertisements, once the interface can send
// them.
func (n *Node) advertiser(ctx context.Context, op plan.Advertiser, held *closers) (services.Server, error) {
	spec := op.Spec
	patient, cancel := context.WithTimeout(ctx, n.lab.options.Patience)
	defer cancel()
	own, err := n.linkLocal(patient, spec.Interface)
	if err != nil {
		return nil, fmt.Errorf("%s has no link-local address: %w", spec.Interface, err)
	}
	socket, err := n.listenOn(ctx, spec.Interface, "ip6:58", "::")
	if err != nil {
		return nil, err
	}
	*held = append(*held, socket)
	conn, err := ra.NewConn(socket, op.Index)
	if err != nil {
		return nil, err
	}
	config := ra.Config{
		Address: own, MAC: n.Spec.Interface(spec.Interface).MAC, Lifetime: spec.Lifetime, Interval: spec.Interval,
		Managed: spec.Managed, Other: spec.Other, HopLimit: uint8(spec.HopLimit), MTU: spec.MTU,
		ReachableTime: spec.ReachableTime, RetransTimer: spec.RetransTimer, Preference: ra.Preference(spec.Preference),
		DNS: spec.DNS, Domain: spec.Domain, Logger: n.logger("ra").With("interface", spec.Interface),
	}
	for _, p := range spec.Prefixes {
		config.Prefixes = append(config.Prefixes, ra.Prefix{
			Prefix: p.Prefix, OnLink: p.OnLink, Autonomous: p.Autonomous, Valid: p.Valid, Preferred: p.Preferred,
		})
	}
	for _, r := range spec.Routes {
		config.Routes = append(config.Routes, ra.Route{Prefix: r.Prefix, Lifetime: r.Lifetime, Preference: ra.Preference(r.Preference)})
	}
	return ra.New(conn, config)
}

// dhcp6Server opens the socket of a DHCPv6 server.
func (n *Node) dhcp6Server(ctx context.Context, op plan.DHCP6Server, held *closers) (services.Server, error) {
	spec := op.Spec
	patient, cancel := context.WithTimeout(ctx, n.lab.options.Patience)
	defer cancel()
	if _, err := n.linkLocal(patient, spec.Interface); err != nil {
		return nil, fmt.Errorf("%s has no link-local address: %w", spec.Interface, err)
	}
	socket, err := n.listenOn(ctx, spec.Interface, "udp6", fmt.Sprintf("[::]:%d", dhcp6.ServerPort))
	if err != nil {
		return nil, taken(err)
	}
	*held = append(*held, socket)
	group := &net.UDPAddr{IP: dhcp6.Servers().AsSlice()}
	if err := ipv6.NewPacketConn(socket).JoinGroup(&net.Interface{Index: op.Index}, group); err != nil {
		return nil, fmt.Errorf("join %s: %w", group.IP, err)
	}
	iface := n.Spec.Interface(spec.Interface)
	config := dhcp6.Config{
		MAC: iface.MAC, First: spec.First, Last: spec.Last, DNS: spec.DNS, Domain: spec.Domain, Valid: spec.Lease,
		Preferred: spec.Preferred, T1: spec.T1, T2: spec.T2, RapidCommit: spec.RapidCommit, Preference: uint8(spec.ServerPreference),
		Prefixes: n.networks6(iface), Logger: n.logger("dhcp6").With("interface", spec.Interface),
	}
	for _, r := range spec.Reservations {
		config.Reservations = append(config.Reservations, dhcp6.Reservation{DUID: r.DUID, MAC: r.MAC, Address: r.Address})
	}
	return dhcp6.New(socket, config)
}

// networks6 are the IPv6 networks of a link, as far as the node knows them.
func (n *Node) networks6(iface *topology.Interface) []netip.Prefix {
	var all []netip.Prefix
	for _, p := range iface.Addresses {
		if p.Addr().Is6() {
			all = append(all, p.Masked())
		}
	}
	for _, a := range n.Spec.Services.RA {
		for _, p := range a.Prefixes {
			if a.Interface == iface.Name {
				all = append(all, p.Prefix)
			}
		}
	}
	return all
}

// lend gives an interface a leased address, and waits until it can be used.
func (c *Client6) lend(ctx context.Context, kernel *rtnl.Conn, l dhcp6.Lease) error {
	a := rtnl.Address{Name: c.name, Index: c.index, Prefix: netip.PrefixFrom(l.Address, l.Address.BitLen()), DAD: c.dad}
	if err := kernel.LendAddress(a, l.Valid, l.Preferred); err != nil {
		return err
	}
	taken := false
	err := c.node.settle(ctx, observe.Interfaces, func(s *state.Snapshot) bool {
		for _, has := range addressesOn(s, c.name) {
			if has.Prefix.Addr() == l.Address {
				known, duplicate := decided(has)
				taken = duplicate
				return known
			}
		}
		taken = true // the kernel takes one away that is lent for a time
		return true
	})
	if err == nil && !taken {
		err = used(kernel, c.name)
	}
	if err != nil || !taken {
		return err
	}
	if err := kernel.RemoveAddress(a); err != nil && !errors.Is(err, unix.EADDRNOTAVAIL) {
		return err
	}
	return dhcp6.ErrConflict
}
