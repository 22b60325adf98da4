package dns_test

import (
	"context"
	"fmt"
	"net"
	"net/netip"

	"github.com/netrig/netrig/services/dns"
)

func ExampleParseZone() {
	_, err := dns.ParseZone(dns.Source{Origin: "abc.com", File: "abc.zone", Text: `
@    SOA ns1 hostmaster 1 7200 3600 1209600 300
@    NS  ns1
ns1  A   192.0.2.1
www  A   192.0.2.256
mail MX  ten mx
`})
	fmt.Println(err)
	// Output:
	// abc.zone:5: zone abc.com.: bad A A: "192.0.2.256"
	// abc.zone:6: zone abc.com.: bad MX Pref: "ten"
}

// A name server with one zone, its sockets opened by the caller.
func ExampleServer() {
	zone, err := dns.ParseZone(dns.Source{Origin: "abc.com", Text: `
@ SOA ns1 hostmaster 1 7200 3600 1209600 300
@ NS  ns1
ns1 A 192.0.2.1
*   A 192.0.2.9
`})
	if err != nil {
		fmt.Println(err)
		return
	}
	udp, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		return
	}
	server, err := dns.NewServer(dns.ServerConfig{Zones: []*dns.Zone{zone}, PacketConn: udp})
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(ctx) }()

	client := dns.Client{
		Dial:        (&net.Dialer{}).DialContext,
		Nameservers: func() []netip.AddrPort { return []netip.AddrPort{udp.LocalAddr().(*net.UDPAddr).AddrPort()} },
	}
	answer, err := client.Lookup(ctx, "anything.abc.com", "A")
	fmt.Println(answer.Rcode, answer.Addrs, err)

	stop()
	fmt.Println(<-ended)
	// Output:
	// NOERROR [192.0.2.9] <nil>
	// <nil>
}

// A resolver asks the root first. Here the dial function puts a name server
// on loopback in the place of 198.41.0.4.
func ExampleResolver() {
	root, err := dns.ParseZone(dns.Source{Origin: ".", Text: `
@ SOA a.root-servers.net. nstld.verisign-grs.com. 1 1800 900 604800 86400
@ NS  a.root-servers.net.
a.root-servers.net. A 198.41.0.4
www.abc.com. 300 A 192.0.2.9
`})
	if err != nil {
		fmt.Println(err)
		return
	}
	udp := make([]net.PacketConn, 2)
	for i := range udp {
		if udp[i], err = net.ListenPacket("udp", "127.0.0.1:0"); err != nil {
			fmt.Println(err)
			return
		}
	}
	server, err := dns.NewServer(dns.ServerConfig{Zones: []*dns.Zone{root}, PacketConn: udp[0]})
	if err != nil {
		fmt.Println(err)
		return
	}
	var dialer net.Dialer
	resolver, err := dns.NewResolver(dns.ResolverConfig{
		PacketConn: udp[1],
		Roots:      dns.Roots(),
		Dial: func(ctx context.Context, network, address string) (net.Conn, error) {
			fmt.Println("ask", address)
			return dialer.DialContext(ctx, network, udp[0].LocalAddr().String())
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 2)
	go func() { ended <- server.Serve(ctx) }()
	go func() { ended <- resolver.Serve(ctx) }()

	client := dns.Client{
		Dial:        dialer.DialContext,
		Nameservers: func() []netip.AddrPort { return []netip.AddrPort{udp[1].LocalAddr().(*net.UDPAddr).AddrPort()} },
	}
	for range 2 { // the second time from the cache
		addrs, err := client.LookupHost(ctx, "www.abc.com")
		fmt.Println(addrs, err)
	}

	stop()
	fmt.Println(<-ended, <-ended)
	// Output:
	// ask 198.41.0.4:53
	// [192.0.2.9] <nil>
	// [192.0.2.9] <nil>
	// <nil> <nil>
}
