package ra_test

import (
	"context"
	"fmt"
	"net"
	"net/netip"
	"time"

	"github.com/netrig/netrig/services/ra"
)

func ExampleNew() {
	config := ra.Config{
		Address:  netip.MustParseAddr("fe80::1"),
		MAC:      net.HardwareAddr{2, 0, 0, 0, 0, 1},
		Lifetime: 30 * time.Minute,
		Prefixes: []ra.Prefix{{
			Prefix: netip.MustParsePrefix("2001:db8:1::/64"), OnLink: true, Autonomous: true,
			Valid: 30 * 24 * time.Hour, Preferred: 7 * 24 * time.Hour,
		}},
		DNS: []netip.Addr{netip.MustParseAddr("2001:db8:1::53")},
	}

	conn := newConn() // NewConn of a raw ICMPv6 socket on the interface
	server, err := ra.New(conn, config)
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	fmt.Println(server.Serve(ctx))
	// Output: <nil>
}

func newConn() ra.Conn { return silence{make(chan struct{})} }

// silence is a link on which nobody speaks.
type silence struct{ closed chan struct{} }

func (s silence) ReadFrom([]byte) (int, netip.Addr, int, error) {
	<-s.closed
	return 0, netip.Addr{}, 0, net.ErrClosed
}

func (s silence) WriteTo([]byte, netip.Addr, netip.Addr) error { return nil }

func (s silence) Close() error {
	close(s.closed)
	return nil
}
