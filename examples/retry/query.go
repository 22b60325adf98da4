// Package query asks a server a question in one datagram, and asks again where no answer
// comes.
package query

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"time"
)

// Client asks questions.
type Client struct {
	// Dial opens the socket. It is a field so that a test can have it opened on a node of
	// its lab; programs leave it to net.Dialer.
	Dial func(ctx context.Context, network, address string) (net.Conn, error)

	Patience time.Duration // for the first answer; each further one has twice as long
	Tries    int           // datagrams sent before it gives up
}

// ErrSilent is that no answer came to any datagram.
var ErrSilent = errors.New("no answer")

// Ask sends a question to host:port over UDP and returns the answer. A refusal (ICMP port
// unreachable) is an answer too: it is returned at once, as syscall.ECONNREFUSED.
func (c *Client) Ask(ctx context.Context, address, question string) (string, error) {
	conn, err := c.Dial(ctx, "udp", address)
	if err != nil {
		return "", err
	}
	defer conn.Close()
	buffer := make([]byte, 1500)
	for try, patience := 0, c.Patience; try < c.Tries; try, patience = try+1, 2*patience {
		if _, err := conn.Write([]byte(question)); err != nil {
			return "", err
		}
		if err := conn.SetReadDeadline(time.Now().Add(patience)); err != nil {
			return "", err
		}
		n, err := conn.Read(buffer)
		if err == nil {
			return string(buffer[:n]), nil
		}
		if !errors.Is(err, os.ErrDeadlineExceeded) {
			return "", err
		}
	}
	return "", fmt.Errorf("%w from %s to %d datagrams", ErrSilent, address, c.Tries)
}
