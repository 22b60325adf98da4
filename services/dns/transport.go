package dns

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/netip"
	"runtime/debug"
	"sync"
	"time"

	mdns "github.com/miekg/dns"
	"golang.org/x/net/ipv4"
	"golang.org/x/net/ipv6"
)

// Bounds on clients.
const (
	maxQueries     = 1024             // answered at a time, over both transports; more wait in the sockets
	maxConns       = 256              // TCP connections at a time; more wait to be accepted
	maxPipelined   = 32               // queries of one connection answered at a time (RFC 7766, Section 6.2.1.1)
	idleTimeout    = 10 * time.Second // for the next query on a connection (RFC 7766, Section 6.2.3)
	messageTimeout = 5 * time.Second  // for the rest of a query that has begun, and for taking an answer
	acceptPause    = 50 * time.Millisecond
)

// request is a message as it came from a client.
type request struct {
	raw     []byte
	from    netip.AddrPort
	network string // udp or tcp
}

// transport carries messages between sockets and whoever answers them.
type transport struct {
	pc     net.PacketConn
	ln     net.Listener
	log    *slog.Logger
	answer func(ctx context.Context, r request) *mdns.Msg // nil: no answer

	slots chan struct{}
	wg    sync.WaitGroup
}

// serve answers until ctx ends or a socket fails, closes the sockets, and
// waits for every query under way.
func (t *transport) serve(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	t.slots = make(chan struct{}, maxQueries)
	stop := context.AfterFunc(ctx, t.close)
	defer t.close()
	defer stop()
	if t.pc != nil {
		t.wg.Go(func() { t.end(ctx, cancel, t.serveUDP(ctx)) })
	}
	if t.ln != nil {
		t.wg.Go(func() { t.end(ctx, cancel, t.serveTCP(ctx)) })
	}
	<-ctx.Done() // by the caller, or by a socket that failed
	t.close()
	t.wg.Wait()
	if failed, ok := errors.AsType[*socketError](context.Cause(ctx)); ok {
		return failed
	}
	return nil
}

// socketError is a socket that failed while it was served.
type socketError struct{ err error }

func (e *socketError) Error() string { return "dns: " + e.err.Error() }
func (e *socketError) Unwrap() error { return e.err }

func (t *transport) end(ctx context.Context, cancel context.CancelCauseFunc, err error) {
	if err != nil && ctx.Err() == nil {
		cancel(&socketError{err})
	}
}

func (t *transport) close() {
	if t.pc != nil {
		_ = t.pc.Close() // closed twice is no harm
	}
	if t.ln != nil {
		_ = t.ln.Close()
	}
}

// serveUDP reads datagrams until the socket is closed.
func (t *transport) serveUDP(ctx context.Context) error {
	udp, _ := t.pc.(*net.UDPConn)
	if udp != nil {
		// The answer has to come from the address that was asked, which on
		// a socket bound to all addresses the kernel alone does not know.
		err6 := ipv6.NewPacketConn(udp).SetControlMessage(ipv6.FlagDst|ipv6.FlagInterface, true)
		err4 := ipv4.NewPacketConn(udp).SetControlMessage(ipv4.FlagDst|ipv4.FlagInterface, true)
		if err4 != nil && err6 != nil {
			return fmt.Errorf("learn the address that was asked: %w", err4)
		}
	}
	buf := make([]byte, mdns.MaxMsgSize)
	for {
		var (
			n       int
			from    net.Addr
			session *mdns.SessionUDP
			err     error
		)
		if udp != nil {
			n, session, err = mdns.ReadFromSessionUDP(udp, buf)
			if err == nil {
				from = session.RemoteAddr()
			}
		} else {
			n, from, err = t.pc.ReadFrom(buf)
		}
		if err != nil {
			if ctx.Err() != nil || errors.Is(err, net.ErrClosed) {
				return err
			}
			// An ICMP error for an answer sent earlier shows up here and
			// says nothing of the socket.
			var ne net.Error
			if errors.As(err, &ne) && !errors.Is(err, io.EOF) {
				t.log.LogAttrs(ctx, slog.LevelWarn, "error", slog.String("network", "udp"), slog.String("error", err.Error()))
				if !pause(ctx) {
					return err
				}
				continue
			}
			return err
		}
		r := request{raw: append([]byte(nil), buf[:n]...), from: addrPort(from), network: "udp"}
		if !t.acquire(ctx) {
			return ctx.Err()
		}
		t.wg.Go(func() {
			defer t.release()
			out := t.respond(ctx, r)
			if out == nil {
				return
			}
			var err error
			if udp != nil {
				_, err = mdns.WriteToSessionUDP(udp, out, session)
			} else {
				_, err = t.pc.WriteTo(out, from)
			}
			t.unsent(ctx, r, err)
		})
	}
}

// unsent notes an answer that could not be sent.
func (t *transport) unsent(ctx context.Context, r request, err error) {
	if err != nil && ctx.Err() == nil {
		t.log.LogAttrs(ctx, slog.LevelWarn, "error", slog.String("network", r.network),
			slog.String("to", r.from.String()), slog.String("error", err.Error()))
	}
}

// pause waits before a socket that is short of something is tried again.
func pause(ctx context.Context) bool {
	timer := time.NewTimer(acceptPause)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}

func (t *transport) acquire(ctx context.Context) bool {
	select {
	case t.slots <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

func (t *transport) release() { <-t.slots }

// serveTCP accepts connections until the listener is closed.
func (t *transport) serveTCP(ctx context.Context) error {
	conns := make(chan struct{}, maxConns)
	for {
		select {
		case conns <- struct{}{}:
		case <-ctx.Done():
			return ctx.Err()
		}
		conn, err := t.ln.Accept()
		if err != nil {
			<-conns
			if ctx.Err() != nil || errors.Is(err, net.ErrClosed) {
				return err
			}
			t.log.LogAttrs(ctx, slog.LevelWarn, "error", slog.String("network", "tcp"), slog.String("error", err.Error()))
			if !pause(ctx) {
				return err
			}
			continue
		}
		t.wg.Go(func() {
			defer func() { <-conns }()
			t.serveConn(ctx, conn)
		})
	}
}

// serveConn answers the queries of one connection, several at a time and
// each as soon as it is ready (RFC 7766, Section 6.2.1.1 and 7).
func (t *transport) serveConn(ctx context.Context, conn net.Conn) {
	stop := context.AfterFunc(ctx, func() { _ = conn.Close() })
	defer stop()
	var (
		wg        sync.WaitGroup
		writing   sync.Mutex
		pipelined = make(chan struct{}, maxPipelined)
	)
	defer func() { _ = conn.Close() }() // what the client has, it has
	defer wg.Wait()
	from := addrPort(conn.RemoteAddr())
	for {
		_ = conn.SetReadDeadline(time.Now().Add(idleTimeout))
		raw, err := readMessage(conn, func() { _ = conn.SetReadDeadline(time.Now().Add(messageTimeout)) })
		if err != nil {
			return // the client is done, or too slow
		}
		select {
		case pipelined <- struct{}{}:
		case <-ctx.Done():
			return
		}
		if !t.acquire(ctx) {
			return
		}
		r := request{raw: raw, from: from, network: "tcp"}
		wg.Go(func() {
			defer func() { t.release(); <-pipelined }()
			out := t.respond(ctx, r)
			if out == nil {
				return
			}
			writing.Lock()
			defer writing.Unlock()
			_ = conn.SetWriteDeadline(time.Now().Add(messageTimeout))
			if err := writeMessage(conn, out); err != nil {
				_ = conn.Close() // or the rest would be out of step
				t.unsent(ctx, r, err)
			}
		})
	}
}

// readMessage reads one message with its two-octet length (RFC 1035, Section
// 4.2.2); begun is called when the length is there.
func readMessage(r io.Reader, begun func()) ([]byte, error) {
	var length [2]byte
	if _, err := io.ReadFull(r, length[:]); err != nil {
		return nil, err
	}
	if begun != nil {
		begun()
	}
	raw := make([]byte, binary.BigEndian.Uint16(length[:]))
	if _, err := io.ReadFull(r, raw); err != nil {
		return nil, err
	}
	return raw, nil
}

// writeMessage writes length and message at once, so that they share a
// segment (RFC 7766, Section 8).
func writeMessage(w io.Writer, msg []byte) error {
	out := make([]byte, 2, 2+len(msg))
	binary.BigEndian.PutUint16(out, uint16(len(msg)))
	_, err := w.Write(append(out, msg...))
	return err
}

// respond returns the packed answer. Where answering panics, or the answer
// cannot be packed, the client learns that the server failed.
func (t *transport) respond(ctx context.Context, r request) (out []byte) {
	defer func() {
		if p := recover(); p != nil {
			t.log.LogAttrs(ctx, slog.LevelError, "panic", slog.String("from", r.from.String()),
				slog.String("panic", fmt.Sprint(p)), slog.String("stack", string(debug.Stack())))
			out = nil
			if len(r.raw) >= headerSize {
				out, _ = refuse(r.raw, mdns.RcodeServerFailure).Pack()
			}
		}
	}()
	m := t.answer(ctx, r)
	if m == nil {
		return nil
	}
	out, err := m.Pack()
	if err != nil {
		t.log.LogAttrs(ctx, slog.LevelError, "error", slog.String("to", r.from.String()), slog.String("error", err.Error()))
		out, _ = refuse(r.raw, mdns.RcodeServerFailure).Pack()
	}
	return out
}

// addrPort returns the address and port of a peer; the zero value for
// addresses that are not of IP.
func addrPort(a net.Addr) netip.AddrPort {
	var ap netip.AddrPort
	switch a := a.(type) {
	case *net.UDPAddr:
		ap = a.AddrPort()
	case *net.TCPAddr:
		ap = a.AddrPort()
	case nil:
		return ap
	default:
		ap, _ = netip.ParseAddrPort(a.String())
	}
	return netip.AddrPortFrom(ap.Addr().Unmap(), ap.Port())
}
