package dhcp4_test

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"sync"
	"time"

	"github.com/netrig/netrig/services/dhcp4"
)

func ExampleNew() {
	config := dhcp4.Config{
		Address: netip.MustParseAddr("192.168.1.1"),
		MAC:     net.HardwareAddr{2, 0, 0, 0, 0, 1},
		Subnets: []dhcp4.Subnet{{
			Prefix:    netip.MustParsePrefix("192.168.1.0/24"),
			First:     netip.MustParseAddr("192.168.1.100"),
			Last:      netip.MustParseAddr("192.168.1.199"),
			Routers:   []netip.Addr{netip.MustParseAddr("192.168.1.1")},
			DNS:       []netip.Addr{netip.MustParseAddr("8.8.8.8")},
			Domain:    "home.arpa",
			LeaseTime: 12 * time.Hour,
			Reservations: []dhcp4.Reservation{
				{MAC: net.HardwareAddr{2, 0, 0, 0, 0, 10}, Address: netip.MustParseAddr("192.168.1.50")},
			},
		}},
	}

	conn := newSocket() // UDP 0.0.0.0:67, bound to the interface
	frames := newLink() // an AF_PACKET socket on the same interface
	server, err := dhcp4.New(conn, frames, config)
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	fmt.Println(server.Serve(ctx), len(server.Leases()))
	// Output: <nil> 0
}

func ExampleNewRelay() {
	relay, err := dhcp4.NewRelay(newSocket(), newSocket(), newLink(), dhcp4.RelayConfig{
		Address: netip.MustParseAddr("10.0.1.1"),
		MAC:     net.HardwareAddr{2, 0, 0, 0, 0, 2},
		Servers: []netip.Addr{netip.MustParseAddr("10.0.2.67")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	fmt.Println(relay.Serve(ctx), relay.Stats().Requests)
	// Output: <nil> 0
}

func ExampleClient_Run() {
	client, err := dhcp4.NewClient(newLink(), dhcp4.ClientConfig{
		MAC:      net.HardwareAddr{2, 0, 0, 0, 0, 10},
		Hostname: "pc1",
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() {
		ended <- client.Run(ctx, func(_ context.Context, c dhcp4.Change) error {
			if c.Configure() {
				return nil // add c.Lease.Address, the default route, the resolver
			}
			return nil // remove them
		})
	}()

	patience, stop := context.WithTimeout(ctx, 10*time.Millisecond)
	defer stop()
	_, err = client.Acquire(patience) // there is no server on this link
	fmt.Println(errors.Is(err, dhcp4.ErrNoAnswer), client.State())
	cancel()
	fmt.Println(<-ended)
	// Output:
	// true INIT
	// <nil>
}

func ExampleLease_Expires() {
	l := dhcp4.Lease{Obtained: time.Unix(0, 0).UTC(), Duration: time.Hour}
	fmt.Println(l.Expires())
	// Output: 1970-01-01 01:00:00 +0000 UTC
}

// quiet is a socket on a link where nothing happens.
type quiet struct {
	net.PacketConn
	closed chan struct{}
	once   *sync.Once
}

func newSocket() quiet { return quiet{closed: make(chan struct{}), once: new(sync.Once)} }
func newLink() quiet   { return newSocket() }

func (q quiet) SendFrame([]byte) error { return nil }

func (q quiet) ReadFrame([]byte) (int, error) {
	<-q.closed
	return 0, net.ErrClosed
}

func (q quiet) ReadFrom([]byte) (int, net.Addr, error) {
	<-q.closed
	return 0, nil, net.ErrClosed
}

func (q quiet) Close() error {
	q.once.Do(func() { close(q.closed) })
	return nil
}
