// Package dhcpclient gets an interface an address by DHCP (RFC 2131).
package dhcpclient

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"time"

	"github.com/insomniacslk/dhcp/dhcpv4/nclient4"
)

// Lease is what a server has given away.
type Lease struct {
	Address  netip.Prefix
	Router   netip.Addr // invalid where the server named none
	Duration time.Duration
}

// Client asks for leases on one interface.
type Client struct {
	conn *nclient4.Client
}

// New opens the sockets of a client on an interface, which needs no address yet. Each
// message is sent up to four times, and answers are waited for so long.
func New(iface string, patience time.Duration) (*Client, error) {
	conn, err := nclient4.New(iface, nclient4.WithTimeout(patience), nclient4.WithRetry(4))
	if err != nil {
		return nil, err
	}
	return &Client{conn: conn}, nil
}

// Close closes the sockets. What was leased stays leased.
func (c *Client) Close() error { return c.conn.Close() }

// Acquire asks for an address: DISCOVER, OFFER, REQUEST, ACK.
func (c *Client) Acquire(ctx context.Context) (*Lease, error) {
	got, err := c.conn.Request(ctx)
	if err != nil {
		return nil, err
	}
	address, ok := netip.AddrFromSlice(got.ACK.YourIPAddr.To4())
	if !ok {
		return nil, fmt.Errorf("the server gave no address: %v", got.ACK)
	}
	bits, _ := got.ACK.SubnetMask().Size()
	lease := &Lease{
		Address:  netip.PrefixFrom(address, bits),
		Duration: got.ACK.IPAddressLeaseTime(0),
	}
	if bits == 0 || lease.Duration == 0 {
		return nil, errors.New("the server gave no subnet mask or no lease time")
	}
	if routers := got.ACK.Router(); len(routers) > 0 {
		lease.Router, _ = netip.AddrFromSlice(routers[0].To4())
	}
	return lease, nil
}
