package lab

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"os"
	"testing"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
)

// helper, in the environment, makes the test binary the program of a node:
// one that listens on the address, says so and echoes until it is sent a zero.
const helper = "NETRIG_LAB_TEST_LISTEN"

func TestMain(m *testing.M) {
	netns.Handover() // the program's init is this binary too
	if address := os.Getenv(helper); address != "" {
		fmt.Fprintln(os.Stderr, listenAndEcho(address))
		os.Exit(3) //nolint:forbidigo // as a program of a node does
	}
	nstest.Main(m)
}

func listenAndEcho(address string) error {
	l, err := new(net.ListenConfig).Listen(context.Background(), "tcp4", address)
	if err != nil {
		return err
	}
	fmt.Println("listening")
	for {
		c, err := l.Accept()
		if err != nil {
			return err
		}
		go func() {
			defer func() { _ = c.Close() }()
			_, _ = io.Copy(c, mortal{c}) // ends with the client
		}()
	}
}

// mortal ends the program where it reads a zero.
type mortal struct{ io.Reader }

func (m mortal) Read(b []byte) (int, error) {
	n, err := m.Reader.Read(b)
	if bytes.IndexByte(b[:n], 0) >= 0 {
		fmt.Fprintln(os.Stderr, "killed by a zero")
		os.Exit(4) //nolint:forbidigo // as a program of a node does
	}
	return n, err
}
