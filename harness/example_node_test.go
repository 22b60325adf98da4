package harness_test

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"
)

func ExampleNode_Dial() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	conn, err := l.Node("pc1").Dial(ctx, "tcp", "web:80")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = conn.Close() }()
	fmt.Println(conn.RemoteAddr())
	// Output: 10.0.0.2:80
}

func ExampleNode_Listen() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	listener, err := l.Node("web").Listen(ctx, "tcp", "10.0.0.2:7")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = listener.Close() }()
	conn, err := l.Node("pc1").Dial(ctx, "tcp", "web:7")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = conn.Close() }()
	accepted, err := listener.Accept()
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = accepted.Close() }()
	fmt.Println(accepted.LocalAddr(), accepted.RemoteAddr().String() == conn.LocalAddr().String())
	// Output: 10.0.0.2:7 true
}

func ExampleNode_ListenPacket() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	socket, err := l.Node("web").ListenPacket(ctx, "udp", ":69")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = socket.Close() }()
	conn, err := l.Node("pc1").Dial(ctx, "udp", "web:69")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = conn.Close() }()
	if _, err := io.WriteString(conn, "hello"); err != nil {
		fmt.Println(err)
	}
	got := make([]byte, 16)
	n, _, err := socket.ReadFrom(got)
	fmt.Printf("%s %v\n", got[:n], err)
	// Output: hello <nil>
}

func ExampleNode_HTTPClient() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	response, err := l.Node("pc1").HTTPClient().Get("http://www.example/") //nolint:noctx // short
	if err != nil {
		fmt.Println(err)
		return
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	fmt.Printf("%s %v\n", body, err)
	// Output: hello <nil>
}

func ExampleNode_Lookup() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	for _, name := range []string{"web", "www.example"} { // a node; a name that DNS knows
		fmt.Println(l.Node("pc1").Lookup(ctx, name))
	}
	// Output:
	// [10.0.0.2] <nil>
	// [10.0.0.2] <nil>
}

func ExampleNode_Resolver() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	servers, err := l.Node("pc1").Resolver().LookupNS(ctx, "example.")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(servers[0].Host)
	// Output: ns.example.
}

func ExampleNode_Command() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	out, err := l.Node("pc1").Command(ctx, "sh", "-c", "grep -c eth0: /proc/net/dev").Output()
	fmt.Printf("%s%v\n", out, err)
	// Output:
	// 1
	// <nil>
}

func ExampleNode_Do() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	err := l.Node("pc1").Do(func() error {
		// What a library opens by itself, as a raw socket, it opens on pc1.
		dev, err := os.ReadFile("/proc/thread-self/net/dev")
		fmt.Println(strings.Contains(string(dev), "eth0:"))
		return err
	})
	fmt.Println(err)
	// Output:
	// true
	// <nil>
}

func ExampleNode_Interface() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	i, err := l.Node("pc1").Interface("eth0")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(i.Addresses[0].Prefix, i.MTU, i.Up, i.Carrier)
	// Output: 10.0.0.1/24 1500 true true
}

func ExampleNode_Address() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	pc1 := l.Node("pc1")
	address, err := pc1.Address()
	fmt.Println(pc1.Name(), address, err)
	// Output: pc1 10.0.0.1 <nil>
}

func ExampleNode_Routes() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	routes, err := l.Node("pc1").Routes()
	for _, r := range routes {
		fmt.Println(r.To, r.Interface, r.Source)
	}
	fmt.Println(err)
	// Output:
	// 10.0.0.0/24 eth0 10.0.0.1
	// <nil>
}

func ExampleNode_Neighbors() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	if err := l.Do(ctx, "ping: {from: pc1, to: web}"); err != nil {
		fmt.Println(err)
	}
	neighbors, err := l.Node("pc1").Neighbors()
	for _, n := range neighbors {
		fmt.Println(n.IP, n.MAC)
	}
	fmt.Println(err)
	// Output:
	// 10.0.0.2 02:00:00:00:00:02
	// <nil>
}

func ExampleNode_Sockets() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	sockets, err := l.Node("web").Sockets()
	for _, s := range sockets {
		if s.Local.Port() == 80 {
			fmt.Println(s.Local.Port(), s.State)
		}
	}
	fmt.Println(err)
	// Output:
	// 80 LISTEN
	// <nil>
}

func ExampleNode_Snapshot() {
	ctx := context.Background()
	l := lab(ctx)
	defer func() { _ = l.Close() }()
	s, err := l.Node("pc1").Snapshot()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(s.Interfaces), len(s.Routes), len(s.Neighbors))
	// Output: 2 1 0
}
