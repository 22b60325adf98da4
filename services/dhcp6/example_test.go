package dhcp6_test

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"time"

	"github.com/netrig/netrig/services/dhcp6"
)

func ExampleNew() {
	config := dhcp6.Config{
		MAC:      net.HardwareAddr{2, 0, 0, 0, 0, 1},
		Prefixes: []netip.Prefix{netip.MustParsePrefix("2001:db8:1::/64")},
		First:    netip.MustParseAddr("2001:db8:1::100"),
		Last:     netip.MustParseAddr("2001:db8:1::1ff"),
		DNS:      []netip.Addr{netip.MustParseAddr("2001:db8:1::53")},
		Domain:   []string{"home.arpa"},
		Valid:    12 * time.Hour,
		Reservations: []dhcp6.Reservation{
			{MAC: net.HardwareAddr{2, 0, 0, 0, 0, 10}, Address: netip.MustParseAddr("2001:db8:1::50")},
		},
		Preference: 255,
	}

	conn := newSocket() // UDP [::]:547, bound to the interface, a member of ff02::1:2
	server, err := dhcp6.New(conn, config)
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	fmt.Println(server.Serve(ctx), len(server.Leases()))
	// Output: <nil> 0
}

func ExampleClient_Run() {
	client, err := dhcp6.NewClient(newSocket(), dhcp6.ClientConfig{
		MAC: net.HardwareAddr{2, 0, 0, 0, 0, 10},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error)
	go func() {
		ended <- client.Run(ctx, func(_ context.Context, c dhcp6.Change) error {
			if c.Configure() {
				return nil // add c.Lease.Address, the resolver
			}
			return nil // take them away
		})
	}()
	patient, done := context.WithTimeout(ctx, 10*time.Millisecond)
	defer done()
	_, err = client.Acquire(patient)
	fmt.Println(err != nil, client.State())
	cancel()
	fmt.Println(<-ended)
	// Output:
	// true INIT
	// <nil>
}

// newSocket opens a socket on which nobody speaks.
func newSocket() net.PacketConn {
	conn, err := net.ListenPacket("udp6", "[::1]:0")
	if err != nil {
		panic(err)
	}
	return conn
}
