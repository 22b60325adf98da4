package run

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"net"
	"net/netip"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/internal/lab"
	"github.com/netrig/netrig/harness/internal/socket"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/harness/suite"
)

// socketStep carries out a step about a socket.
func (r *runner) socketStep(whole context.Context, s *suite.Step) (failed string, err error) {
	switch {
	case s.Listen != nil:
		return r.listen(whole, s, s.Listen)
	case s.Connect != nil:
		ctx, cancel := context.WithTimeout(whole, s.Connect.Timeout)
		defer cancel()
		return r.connect(whole, ctx, s, s.Connect)
	case s.Connected != nil:
		ctx, cancel := context.WithTimeout(whole, s.Connected.Timeout)
		defer cancel()
		x, err := r.socket(s.Connected.Of)
		if err != nil {
			return "", err
		}
		return socketFailure(whole, x.Connected(ctx), noConnection(s.Connected.Timeout))
	case s.Accept != nil:
		ctx, cancel := context.WithTimeout(whole, s.Accept.Timeout)
		defer cancel()
		return r.accept(whole, ctx, s)
	case s.Send != nil:
		ctx, cancel := context.WithTimeout(whole, s.Send.Timeout)
		defer cancel()
		return r.send(whole, ctx, s, s.Send)
	case s.Recv != nil:
		ctx, cancel := context.WithTimeout(whole, s.Recv.Timeout)
		defer cancel()
		return r.recv(whole, ctx, s, s.Recv)
	case s.Shutdown != nil:
		x, err := r.socket(s.Shutdown.On)
		if err != nil {
			return "", err
		}
		if s.Shutdown.How == "read" {
			return socketFailure(whole, x.ShutdownRead(), "")
		}
		return socketFailure(whole, x.ShutdownWrite(), "")
	case s.Close != nil:
		x, err := r.socket(s.Close.On)
		if err != nil {
			return "", err
		}
		return socketFailure(whole, x.Close(whole), "")
	}
	x, err := r.socket(s.Reset.On)
	if err != nil {
		return "", err
	}
	return socketFailure(whole, x.Reset(), "")
}

// socket returns the socket that a step opened.
func (r *runner) socket(name string) (*socket.Socket, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	x := r.sockets[name]
	if x == nil {
		return nil, fmt.Errorf("there is no socket %s", name)
	}
	return x, nil
}

// keep holds a socket until the case ends.
func (r *runner) keep(name string, x *socket.Socket) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.sockets[name] = x
}

// abandonSockets closes what is still open. Nothing is recorded any more, so
// that how it ends is no part of the case.
func (r *runner) abandonSockets() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	var errs []error
	for _, x := range r.sockets {
		errs = append(errs, x.Abandon())
	}
	return errors.Join(errs...)
}

// verdicts are what the kernel says where the network, as the node knows it,
// does not let something happen.
var verdicts = [...]syscall.Errno{
	syscall.ECONNREFUSED, syscall.ECONNRESET, syscall.ECONNABORTED, syscall.ETIMEDOUT, syscall.EPIPE, syscall.ENOTCONN,
	syscall.EADDRINUSE, syscall.EPROTO, syscall.ENOPROTOOPT, syscall.EOPNOTSUPP,
	syscall.ENOENT, // of AF_UNIX: there is no such file
}

// socketFailure tells what the network does not let happen from what the
// harness could not do. late is the reason where the step's time was over.
func socketFailure(whole context.Context, err error, late string) (failed string, harness error) {
	var option *socket.OptionError
	call := (*os.SyscallError)(nil)
	switch {
	case err == nil:
		return "", nil
	case ownTrouble(whole, err) || errors.As(err, &option):
		return "", err
	case errors.Is(err, context.DeadlineExceeded):
		return late, nil
	case errors.Is(err, socket.ErrUnprivileged):
		return syscall.EACCES.Error(), nil
	case errors.As(err, &call) && (call.Syscall == "socket" || call.Syscall == "bind" && (errors.Is(err, syscall.EACCES) || errors.Is(err, syscall.EPERM))):
		return "", err
	}
	if errno := syscall.Errno(0); errors.As(err, &errno) && (slices.Contains(verdicts[:], errno) || refusedByNetwork(errno)) {
		return errno.Error(), nil
	}
	return "", err
}

func noConnection(d time.Duration) string {
	return fmt.Sprintf("timed out: no connection within %s", d)
}

func (r *runner) listen(whole context.Context, s *suite.Step, l *suite.Listen) (failed string, err error) {
	node := r.lab.Node(l.Node)
	if l.Network == "unix" {
		config, err := localConfig(node, l.Address, l.Options)
		if err != nil {
			return "", err
		}
		config.Backlog = l.Backlog
		x, err := socket.ListenLocal(config)
		return r.opened(whole, s, x, err, "")
	}
	x, err := socket.Listen(socket.Config{
		NS: node.NS(), Network: l.Network, Local: l.Local, IPv6: node.Spec.IPv6, Backlog: l.Backlog, Options: optionsOf(l.Options),
		Unprivileged: l.Unprivileged,
	})
	return r.opened(whole, s, x, err, "")
}

// opened keeps the socket that a step opened, unless there was an error.
func (r *runner) opened(whole context.Context, s *suite.Step, x *socket.Socket, err error, late string) (failed string, harness error) {
	if err != nil {
		return socketFailure(whole, err, late)
	}
	r.keep(s.As, x)
	return "", nil
}

// localConfig is a socket of AF_UNIX of a node.
func localConfig(node *lab.Node, address string, o *suite.SocketOptions) (c socket.LocalConfig, err error) {
	c = socket.LocalConfig{NS: node.NS(), Address: address, Options: optionsOf(o)}
	if !strings.HasPrefix(address, "@") {
		c.Root, err = node.Folder()
	}
	return c, err
}

func (r *runner) connect(whole, ctx context.Context, s *suite.Step, c *suite.Connect) (failed string, err error) {
	if c.Network == "unix" {
		config, err := localConfig(r.lab.Node(c.From), c.To, c.Options)
		if err != nil {
			return "", err
		}
		x, err := socket.ConnectLocal(ctx, config)
		return r.opened(whole, s, x, err, noConnection(c.Timeout))
	}
	to, failed, err := r.resolve(whole, ctx, c.From, c.To)
	if failed != "" || err != nil {
		return failed, err
	}
	x, err := socket.Connect(socket.Config{
		NS: r.lab.Node(c.From).NS(), Network: c.Network, Local: c.Local, Remote: to, Options: optionsOf(c.Options),
		Unprivileged: c.Unprivileged,
	})
	if err != nil {
		return socketFailure(whole, err, "")
	}
	if !c.Begin {
		failed, err = socketFailure(whole, x.Connected(ctx), noConnection(c.Timeout))
	}
	if failed != "" || err != nil {
		return failed, errors.Join(err, x.Abandon())
	}
	r.keep(s.As, x)
	return "", nil
}

// resolve returns the address of HOST:PORT as a node sees it, the first of
// several.
func (r *runner) resolve(whole, ctx context.Context, node, hostPort string) (to netip.AddrPort, failed string, err error) {
	host, service, err := net.SplitHostPort(hostPort)
	if err != nil {
		return to, "", err
	}
	port, err := strconv.ParseUint(service, 10, 16)
	if err != nil {
		return to, "", err
	}
	addrs, err := r.lab.Node(node).Lookup(ctx, host)
	switch {
	case err != nil && ownTrouble(whole, err):
		return to, "", err
	case err != nil:
		return to, err.Error(), nil //nolint:nilerr // it is what the network says
	case len(addrs) == 0:
		return to, host + " has no address that " + node + " can use", nil
	}
	return netip.AddrPortFrom(addrs[0].Unmap(), uint16(port)), "", nil
}

func (r *runner) accept(whole, ctx context.Context, s *suite.Step) (failed string, err error) {
	l, err := r.socket(s.Accept.Of)
	if err != nil {
		return "", err
	}
	var options *socket.Options
	if s.Accept.Options != nil {
		options = new(optionsOf(s.Accept.Options))
	}
	x, err := l.Accept(ctx, options)
	return r.opened(whole, s, x, err, fmt.Sprintf("timed out: nobody connected within %s", s.Accept.Timeout))
}

// answered records what a step sent or received.
func (r *runner) answered(s *suite.Step, a *state.Answer, err error) {
	o := evidence.Observation{Time: time.Now().UTC(), Assertion: -1, Step: s.Index, Answer: a}
	if err != nil {
		o.Error = err.Error()
	}
	r.recording.Observe(o)
}

// nodeOf returns the node that a socket is in.
func (r *runner) nodeOf(name string) string {
	switch s := r.c.StepNamed(name); {
	case s == nil:
		return ""
	case s.Listen != nil:
		return s.Listen.Node
	case s.Connect != nil:
		return s.Connect.From
	case s.Accept != nil:
		return r.nodeOf(s.Accept.Of)
	}
	return ""
}

func (r *runner) send(whole, ctx context.Context, s *suite.Step, x *suite.Send) (failed string, err error) {
	on, err := r.socket(x.On)
	if err != nil {
		return "", err
	}
	var to netip.AddrPort
	if x.To != "" {
		if to, failed, err = r.resolve(whole, ctx, r.nodeOf(x.On), x.To); failed != "" || err != nil {
			return failed, err
		}
	}
	tally := socket.NewTally(state.HeadOctets)
	started := time.Now()
	data := r.payload(s, x)
	if on.Network == "udp" {
		var datagram []byte
		if datagram, err = io.ReadAll(data); err == nil {
			err = on.SendDatagram(ctx, datagram, to, tally)
		}
	} else {
		err = on.Send(ctx, data, tally)
	}
	failed, err = socketFailure(whole, err, fmt.Sprintf("timed out: only %d octets were taken within %s", tally.Count, x.Timeout))
	r.answered(s, &state.Answer{Node: r.nodeOf(x.On), Time: started.UTC(), Error: failed, Send: octets(x.On, tally, started)}, err)
	return failed, err
}

// payload is what a step sends.
func (r *runner) payload(s *suite.Step, x *suite.Send) io.Reader {
	if x.Data != nil {
		return strings.NewReader(*x.Data)
	}
	return socket.NewPattern(int64(*x.Octets), r.manifest.Seed, s.Index)
}

// octets is what is recorded of what was sent or received.
func octets(on string, t *socket.Tally, started time.Time) *state.Octets {
	return &state.Octets{
		Socket: on, Count: t.Count, SHA256: t.SHA256(), Head: t.Head[:min(len(t.Head), state.HeadOctets)], Duration: time.Since(started),
	}
}

func (r *runner) recv(whole, ctx context.Context, s *suite.Step, x *suite.Recv) (failed string, err error) {
	on, err := r.socket(x.On)
	if err != nil {
		return "", err
	}
	head, most := state.HeadOctets, int64(math.MaxInt64)
	switch {
	case x.Data != nil:
		head, most = max(head, len(*x.Data)), int64(len(*x.Data))
	case x.Octets != nil:
		most = int64(*x.Octets)
	}
	tally := socket.NewTally(head)
	started := time.Now()
	var ended bool
	var from netip.AddrPort
	if on.Network == "udp" {
		from, err = on.ReceiveDatagram(ctx, tally)
	} else if ended, err = on.Receive(ctx, most, tally); err == nil && !ended && x.Until != "" {
		ended, err = on.Receive(ctx, 1, tally) // what comes behind is to be the end
	}
	failed, err = socketFailure(whole, err, fmt.Sprintf("timed out: %s within %s", got(tally, on.Network), x.Timeout))
	if failed == "" && err == nil {
		failed = unexpected(x, tally, ended)
	}
	o := octets(x.On, tally, started)
	o.EOF, o.From = ended, from
	r.answered(s, &state.Answer{Node: r.nodeOf(x.On), Time: started.UTC(), Error: failed, Recv: o}, err)
	return failed, err
}

func got(t *socket.Tally, network string) string {
	if network == "udp" {
		return "no datagram came"
	}
	return fmt.Sprintf("only %d octets came", t.Count)
}

// unexpected is how what was received differs from what the step wants; empty
// where it does not.
func unexpected(x *suite.Recv, t *socket.Tally, ended bool) string {
	switch {
	case x.Data != nil && !bytes.Equal(t.Head, []byte(*x.Data)) && !bytes.HasPrefix([]byte(*x.Data), t.Head):
		return fmt.Sprintf("it received %s, not %s", shown(t.Head), shown([]byte(*x.Data)))
	case x.Data != nil && t.Count < int64(len(*x.Data)), x.Octets != nil && t.Count < int64(*x.Octets):
		if ended {
			return fmt.Sprintf("the stream ended after %d octets", t.Count)
		}
		return fmt.Sprintf("it received %d octets", t.Count)
	case x.Data != nil && t.Count > int64(len(*x.Data)), x.Octets != nil && t.Count > int64(*x.Octets):
		if x.Until != "" {
			return fmt.Sprintf("the stream does not end after %d octets", t.Count-1)
		}
		return fmt.Sprintf("it received %d octets", t.Count)
	}
	return ""
}

// shown quotes octets, clipped.
func shown(b []byte) string {
	const most = 60
	if len(b) > most {
		return fmt.Sprintf("%q...", b[:most])
	}
	return fmt.Sprintf("%q", b)
}

// optionsOf are the options as the socket has them.
func optionsOf(o *suite.SocketOptions) socket.Options {
	if o == nil {
		return socket.Options{}
	}
	size := func(s *suite.Size) *int {
		if s == nil {
			return nil
		}
		return new(int(*s))
	}
	all := socket.Options{
		NoDelay: o.NoDelay, UserTimeout: o.UserTimeout, Linger: o.Linger, SendBuffer: size(o.SendBuffer), ReceiveBuffer: size(o.ReceiveBuffer),
		MSS: o.MSS, ReuseAddress: o.ReuseAddress, ReusePort: o.ReusePort, TTL: o.TTL, DontFragment: o.DontFragment,
		SYNRetries: o.SYNRetries, QuickACK: o.QuickACK,
	}
	if o.KeepAlive != nil {
		all.KeepAlive = new(socket.KeepAlive(*o.KeepAlive))
	}
	return all
}
