package suite

import (
	"fmt"
	"net/netip"
	"time"

	"github.com/netrig/netrig/internal/strict"
)

// Listen opens a socket that waits: of TCP and AF_UNIX for connections, of UDP for
// datagrams. It is held, under the name of the step, until it is closed or
// the case ends.
type Listen struct {
	Pos     Pos
	Node    string         `yaml:"node,required" doc:"Where the socket is."`
	Address string         `yaml:"address,required" doc:":PORT or ADDRESS:PORT; of unix @NAME or /PATH."`
	Network string         `yaml:"network" doc:"tcp, udp or unix; tcp if left out."`
	Backlog int            `yaml:"backlog" doc:"Connections that may wait to be accepted; 128 if left out."`
	Options *SocketOptions `yaml:"options" doc:"Socket options."`

	Unprivileged bool `yaml:"unprivileged" doc:"Without the right to take a port below 1024, as programs of ordinary users."`

	Local netip.AddrPort // of Address; without an Addr: any
}

// Connect opens a socket and connects it. It fails where nothing answers, or
// a refusal does.
type Connect struct {
	Pos     Pos
	From    string         `yaml:"from,required" doc:"Where the socket is."`
	To      string         `yaml:"to,required" doc:"HOST:PORT; of unix @NAME or /PATH."`
	Network string         `yaml:"network" doc:"tcp, udp or unix; tcp if left out."`
	Source  string         `yaml:"source" doc:":PORT or ADDRESS:PORT; the kernel's choice if left out."`
	Begin   bool           `yaml:"begin" doc:"The step is over when the SYN is on its way; connected waits for the rest."`
	Timeout time.Duration  `yaml:"timeout" doc:"10s if left out."`
	Options *SocketOptions `yaml:"options" doc:"Socket options."`

	Unprivileged bool `yaml:"unprivileged" doc:"Without the right to take a port below 1024, as programs of ordinary users."`

	Local netip.AddrPort // of Source; without an Addr: any
}

// Connected waits for a connection that was only begun.
type Connected struct {
	Pos     Pos
	Of      string        `yaml:"of,required" doc:"The name of the connect step."`
	Timeout time.Duration `yaml:"timeout" doc:"10s if left out."`
}

// Accept takes a connection from a listener.
type Accept struct {
	Pos     Pos
	Of      string         `yaml:"of,required" doc:"The name of the listen step."`
	Timeout time.Duration  `yaml:"timeout" doc:"10s if left out."`
	Options *SocketOptions `yaml:"options" doc:"Socket options; the listener's if left out."`
}

// Send sends octets: text, or a pattern. It is over when the kernel has taken
// all of them.
type Send struct {
	Pos     Pos
	On      string        `yaml:"on,required" doc:"The socket."`
	To      string        `yaml:"to" doc:"HOST:PORT, on a UDP socket that is not connected."`
	Data    *string       `yaml:"data" doc:"Text."`
	Octets  *Size         `yaml:"octets" doc:"So many octets of a pattern."`
	Timeout time.Duration `yaml:"timeout" doc:"10s if left out."`
}

// Recv receives octets: the text that is expected, so many, or all there are
// until the other side has sent its last. Of UDP it receives one datagram.
type Recv struct {
	Pos     Pos
	On      string        `yaml:"on,required" doc:"The socket."`
	Data    *string       `yaml:"data" doc:"The text that is expected."`
	Octets  *Size         `yaml:"octets" doc:"So many octets."`
	Until   string        `yaml:"until" doc:"eof: up to the end of the stream."`
	Timeout time.Duration `yaml:"timeout" doc:"10s if left out."`
}

// Shutdown ends one direction of a connection.
type Shutdown struct {
	Pos Pos
	On  string `yaml:"on,required" doc:"The socket."`
	How string `yaml:"how,required" doc:"write: send a FIN; read: receive no more."`
}

// CloseStep closes a socket. It is written as its name, or as a map.
type CloseStep struct {
	Pos Pos
	On  string
}

// Size is a number of octets, in YAML with or without a unit: 1500, 10MB.
type Size int64

// SocketOptions are the options of a socket (socket(7), ip(7), tcp(7)). What
// is nil is left to the kernel.
type SocketOptions struct {
	Pos           Pos
	NoDelay       *bool          `yaml:"nodelay" doc:"TCP_NODELAY"`
	KeepAlive     *KeepAlive     `yaml:"keepalive" doc:"SO_KEEPALIVE"`
	UserTimeout   *time.Duration `yaml:"user_timeout" doc:"TCP_USER_TIMEOUT"`
	Linger        *time.Duration `yaml:"linger" doc:"SO_LINGER"`
	SendBuffer    *Size          `yaml:"send_buffer" doc:"SO_SNDBUF"`
	ReceiveBuffer *Size          `yaml:"receive_buffer" doc:"SO_RCVBUF"`
	MSS           *int           `yaml:"mss" doc:"TCP_MAXSEG"`
	ReuseAddress  *bool          `yaml:"reuse_address" doc:"SO_REUSEADDR"`
	ReusePort     *bool          `yaml:"reuse_port" doc:"SO_REUSEPORT"`
	TTL           *int           `yaml:"ttl" doc:"IP_TTL, IPV6_UNICAST_HOPS"`
	DontFragment  *bool          `yaml:"dont_fragment" doc:"IP_MTU_DISCOVER, IPV6_MTU_DISCOVER"`
	SYNRetries    *int           `yaml:"syn_retries" doc:"TCP_SYNCNT"`
	QuickACK      *bool          `yaml:"quickack" doc:"TCP_QUICKACK"`
}

// KeepAlive are the times of keep-alive probes (RFC 9293, Section 3.8.4).
type KeepAlive struct {
	Idle     time.Duration `yaml:"idle,required" doc:"TCP_KEEPIDLE"`
	Interval time.Duration `yaml:"interval,required" doc:"TCP_KEEPINTVL"`
	Count    int           `yaml:"count,required" doc:"TCP_KEEPCNT"`
}

// RecvCheck is about what a recv step received.
type RecvCheck struct {
	Pos    Pos
	Of     string   `yaml:"of,required" doc:"The name of the recv step."`
	Octets *Matcher `yaml:"octets" doc:"How many came."`
	Data   *Matcher `yaml:"data" doc:"The first KiB of them."`
	SHA256 *Matcher `yaml:"sha256" doc:"Their SHA-256, in hexadecimal."`
	Equals string   `yaml:"equals" doc:"The send step that sent the same octets."`
	EOF    *bool    `yaml:"eof" doc:"Whether the end of the stream came behind them."`
	From   *Matcher `yaml:"from" doc:"Who sent them: ADDRESS:PORT, :PORT or ADDRESS."`
	Took   *Matcher `yaml:"took" doc:"How long it took."`
	Error  *Matcher `yaml:"error" doc:"What stood in the way of an answer; there is to be nothing unless this is given."`
}

var (
	_ strict.Schemer     = (*CloseStep)(nil)
	_ strict.Unmarshaler = (*Size)(nil)
	_ strict.Schemer     = (*Size)(nil)
)

// Terms are what is wanted beside the fields, as reports show it.
func (c *RecvCheck) Terms() []string {
	var terms []string
	if c.Equals != "" {
		terms = append(terms, "equals "+c.Equals)
	}
	if c.EOF != nil {
		terms = append(terms, fmt.Sprintf("eof %t", *c.EOF))
	}
	return terms
}

// Sockets reports whether the step is about a socket that is held.
func (s *Step) Sockets() bool {
	return s.Listen != nil || s.Connect != nil || s.Connected != nil || s.Accept != nil || s.Send != nil || s.Recv != nil ||
		s.Shutdown != nil || s.Close != nil || s.Reset != nil
}

// socketText returns a step about a socket as reports show it.
func (s *Step) socketText() string {
	switch {
	case s.Listen != nil:
		return fmt.Sprintf("listen %s %s %s as %s", s.Listen.Node, s.Listen.Network, s.Listen.Address, s.As)
	case s.Connect != nil && s.Connect.Begin:
		return fmt.Sprintf("begin connect %s -> %s as %s", s.Connect.From, s.Connect.To, s.As)
	case s.Connect != nil:
		return fmt.Sprintf("connect %s -> %s as %s", s.Connect.From, s.Connect.To, s.As)
	case s.Connected != nil:
		return "connected " + s.Connected.Of
	case s.Accept != nil:
		return fmt.Sprintf("accept %s as %s", s.Accept.Of, s.As)
	case s.Send != nil:
		return fmt.Sprintf("send %s: %s", s.Send.On, payload(s.Send.Data, s.Send.Octets))
	case s.Recv != nil:
		text := "recv " + s.Recv.On
		if s.Recv.Data != nil || s.Recv.Octets != nil {
			text += ": " + payload(s.Recv.Data, s.Recv.Octets)
		}
		if s.Recv.Until != "" {
			text += " until " + s.Recv.Until
		}
		return text
	case s.Shutdown != nil:
		return fmt.Sprintf("shutdown %s %s", s.Shutdown.How, s.Shutdown.On)
	case s.Close != nil:
		return "close " + s.Close.On
	}
	return "reset " + s.Reset.On
}

// payload shows what is sent or expected.
func payload(data *string, octets *Size) string {
	const most = 40
	switch {
	case octets != nil:
		return fmt.Sprintf("%d octets", *octets)
	case data == nil:
		return "nothing"
	case len(*data) > most:
		return fmt.Sprintf("%q...", (*data)[:most])
	}
	return fmt.Sprintf("%q", *data)
}
