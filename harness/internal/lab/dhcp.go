package lab

import (
	"context"
	"fmt"
	"net"
	"net/netip"

	"github.com/netrig/netrig/harness/internal/plan"
	"github.com/netrig/netrig/services"
	"github.com/netrig/netrig/services/dhcp4"
	"github.com/netrig/netrig/topology"
)

// dhcpServer opens the sockets of a DHCP server.
func (n *Node) dhcpServer(ctx context.Context, op plan.DHCPServer, held *closers) (services.Server, error) {
	spec := op.Spec
	own, err := n.address4(spec.Interface, spec.First)
	if err != nil {
		return nil, err
	}
	packets, frames, err := n.dhcpSockets(ctx, spec.Interface, op.Index, held)
	if err != nil {
		return nil, err
	}
	config := dhcp4.Config{
		Address: own.Addr(), MAC: n.Spec.Interface(spec.Interface).MAC,
		Logger: n.logger("dhcp").With("interface", spec.Interface),
	}
	if spec.First.IsValid() {
		config.Subnets = append(config.Subnets, subnet(own.Masked(), &spec.DHCPPool))
	}
	for i := range spec.Subnets {
		config.Subnets = append(config.Subnets, subnet(spec.Subnets[i].Network, &spec.Subnets[i].DHCPPool))
	}
	return dhcp4.New(packets, frames, config)
}

// subnet is a pool in the words of the service.
func subnet(of netip.Prefix, p *topology.DHCPPool) dhcp4.Subnet {
	s := dhcp4.Subnet{Prefix: of, First: p.First, Last: p.Last, Routers: p.Router, DNS: p.DNS, Domain: p.Domain, LeaseTime: p.Lease}
	for _, r := range p.Reservations {
		s.Reservations = append(s.Reservations, dhcp4.Reservation{MAC: r.MAC, Address: r.Address})
	}
	return s
}

// dhcpRelay opens the sockets of a DHCP relay: those of a server, and one for what
// servers send to its address, by whichever interface.
func (n *Node) dhcpRelay(ctx context.Context, op plan.DHCPRelay, held *closers) (services.Server, error) {
	spec := op.Spec
	own, err := n.address4(spec.Interface, netip.Addr{})
	if err != nil {
		return nil, err
	}
	link, frames, err := n.dhcpSockets(ctx, spec.Interface, op.Index, held)
	if err != nil {
		return nil, err
	}
	uplink, err := n.listenOn(ctx, "", "udp4", netip.AddrPortFrom(own.Addr(), dhcp4.ServerPort).String())
	if err != nil {
		return nil, taken(err)
	}
	*held = append(*held, uplink)
	return dhcp4.NewRelay(link, uplink, frames, dhcp4.RelayConfig{
		Address: own.Addr(), MAC: n.Spec.Interface(spec.Interface).MAC, Servers: spec.Server, MaxHops: spec.MaxHops,
		CircuitID: spec.CircuitID, RemoteID: spec.RemoteID, Logger: n.logger("dhcp_relay").With("interface", spec.Interface),
	})
}

// address4 is the IPv4 address of an interface: of several that in whose network a
// given one is, else the first.
func (n *Node) address4(iface string, in netip.Addr) (own netip.Prefix, err error) {
	for _, p := range n.Spec.Interface(iface).Addresses {
		if p.Addr().Is4() && (!own.IsValid() || p.Contains(in) && !own.Contains(in)) {
			own = p
		}
	}
	if !own.IsValid() {
		return own, fmt.Errorf("%s has no IPv4 address to serve from", iface)
	}
	return own, nil
}

// dhcpSockets opens UDP port 67 on an interface alone, and a socket for frames to
// clients without an address.
func (n *Node) dhcpSockets(ctx context.Context, iface string, index int, held *closers) (net.PacketConn, *frameConn, error) {
	packets, err := n.listenOn(ctx, iface, "udp4", fmt.Sprintf("0.0.0.0:%d", dhcp4.ServerPort))
	if err != nil {
		return nil, nil, taken(err)
	}
	*held = append(*held, packets)
	frames, err := openFrames(n.ns, index, nil)
	if err != nil {
		return nil, nil, err
	}
	*held = append(*held, frames)
	return packets, frames, nil
}
