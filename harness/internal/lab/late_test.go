package lab

import (
	"context"
	"net"
	"net/netip"
	"os"
	"testing"
	"time"

	"golang.org/x/net/icmp"
	"golang.org/x/net/ipv4"

	"github.com/netrig/netrig/harness/state"
)

// starved is a socket whose program does not get to look until the time is over.
type starved struct {
	net.PacketConn

	sent  []byte
	looks int
	after func() // of the first look
	reply bool   // one came
}

func (s *starved) SetReadDeadline(time.Time) error { return nil }

func (s *starved) WriteTo(b []byte, _ net.Addr) (int, error) {
	s.sent = b
	return len(b), nil
}

func (s *starved) ReadFrom(b []byte) (int, net.Addr, error) {
	if s.looks++; s.looks == 1 || !s.reply {
		s.after()
		return 0, nil, os.ErrDeadlineExceeded
	}
	n := copy(b, s.sent)
	b[0] = 0 // the request is a reply then
	return n, &net.IPAddr{}, nil
}

// TestPingStarved has a ping look at its socket when its time is over.
func TestPingStarved(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name     string
		reply    bool
		ends     bool // the context, meanwhile
		received int
	}{
		{"the reply lies there", true, false, 1},
		{"nothing lies there", false, false, 0},
		{"the case ends", true, true, 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			conn := &starved{reply: tt.reply, after: func() {
				if tt.ends {
					cancel()
				}
			}}
			p := &pinger{conn: conn, to: netip.MustParseAddr("10.0.0.2"), id: 7, buffer: make([]byte, 1500), protocol: 1, request: ipv4.ICMPTypeEcho, reply: ipv4.ICMPTypeEchoReply, headerLen: 20}
			var result state.Ping
			err := p.once(ctx, 1, PingOptions{Timeout: time.Second}, &result)
			if (err != nil) != tt.ends || result.Sent != 1 || result.Received != tt.received || conn.looks > 2 {
				t.Errorf("%+v after %d looks, %v", result, conn.looks, err)
			}
			if m, err := icmp.ParseMessage(1, conn.sent); err != nil || m.Body == nil {
				t.Errorf("sent %v, %v", m, err)
			}
		})
	}
}
