package dns

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"strings"
	"time"

	mdns "github.com/miekg/dns"
)

// Client is a stub resolver (RFC 1034, Section 5.3.1): it asks the name
// servers it is told, one after the other, as resolv.conf(5) describes. A
// Client is safe for concurrent use; its fields must not change meanwhile.
type Client struct {
	Dial        DialFunc                // required
	Nameservers func() []netip.AddrPort // required; asked at each lookup, in order of preference
	Timeout     time.Duration           // of one query to one server; 5s if 0
	Attempts    int                     // rounds over all servers; 2 if 0
	TCP         bool                    // ask over TCP at once
	NoRecursion bool                    // clear the RD bit
	UDPSize     uint16                  // offered by EDNS (RFC 6891), in octets; 0: no EDNS, so 512
	IPv6        bool                    // LookupHost asks for AAAA records too
	Logger      *slog.Logger            // events; nil discards
}

// Lookup asks for the records of one name and type, as in
// Lookup(ctx, "www.google.com", "A"). The name is taken as fully qualified.
// Whatever a server answers is an Answer, NXDOMAIN included; after SERVFAIL,
// NOTIMP and REFUSED the next server is asked first. The error says why no
// server answered.
func (c *Client) Lookup(ctx context.Context, name, typ string) (Answer, error) {
	qtype, ok := mdns.StringToType[strings.ToUpper(typ)]
	if !ok {
		return Answer{}, fmt.Errorf("dns: no record type %q; types are A, AAAA, NS, CNAME, MX, TXT, PTR, SOA, SRV and others", typ)
	}
	if _, ok := mdns.IsDomainName(name); !ok || name == "" || wireLength(mdns.Fqdn(name)) > 255 {
		return Answer{}, fmt.Errorf("dns: %q is no domain name: labels have 1 to 63 octets, the whole at most 255 (RFC 1035, Section 2.3.4)", name)
	}
	if c.Dial == nil || c.Nameservers == nil {
		return Answer{}, errors.New("dns: a client wants Dial and Nameservers")
	}
	name = mdns.Fqdn(name)
	servers := c.Nameservers()
	if len(servers) == 0 {
		return Answer{}, fmt.Errorf("dns: look up %s %s: no name server is known; give the host one, by hand or by DHCP", name, typeName(qtype))
	}
	return c.lookup(ctx, servers, name, qtype)
}

func (c *Client) lookup(ctx context.Context, servers []netip.AddrPort, name string, typ uint16) (Answer, error) {
	var (
		start   = time.Now()
		refused *Answer // by the last server that answered without having one
		errs    []error
	)
	attempts := c.Attempts
	if attempts <= 0 {
		attempts = 2
	}
	for range attempts {
		for _, server := range servers {
			m, network, err := c.try(ctx, server, name, typ)
			if ctx.Err() != nil && err != nil {
				return Answer{}, fmt.Errorf("dns: look up %s %s: %w", name, typeName(typ), context.Cause(ctx))
			}
			if err != nil {
				errs = append(errs, fmt.Errorf("%s: %w", server, err))
				continue
			}
			a := newAnswer(m, name, typ, server.Addr(), network)
			a.Duration = time.Since(start)
			switch m.Rcode {
			case mdns.RcodeServerFailure, mdns.RcodeNotImplemented, mdns.RcodeRefused:
				refused = &a
			default:
				return a, nil
			}
		}
		if refused != nil {
			return *refused, nil
		}
	}
	return Answer{}, fmt.Errorf("dns: look up %s %s: no name server answered: %w", name, typeName(typ), failures(errs))
}

// try asks one server once.
func (c *Client) try(ctx context.Context, server netip.AddrPort, name string, typ uint16) (*mdns.Msg, string, error) {
	timeout := c.Timeout
	if timeout <= 0 {
		timeout = 5 * time.Second
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	network := "udp"
	if c.TCP {
		network = "tcp"
	}
	log := logger(c.Logger)
	start := time.Now()
	q := newQuery(name, typ, !c.NoRecursion, c.UDPSize)
	log.LogAttrs(ctx, slog.LevelInfo, "query", slog.String("to", server.String()), slog.String("network", network),
		slog.String("name", name), slog.String("type", typeName(typ)))
	m, network, err := ask(ctx, c.Dial, network, server, q)
	if err != nil {
		log.LogAttrs(ctx, slog.LevelWarn, "unanswered", slog.String("server", server.String()), slog.String("network", network),
			slog.String("name", name), slog.String("type", typeName(typ)), slog.String("error", err.Error()), slog.Duration("duration", time.Since(start)))
		return nil, network, err
	}
	log.LogAttrs(ctx, slog.LevelInfo, "answer", slog.String("server", server.String()), slog.String("network", network),
		slog.String("name", name), slog.String("type", typeName(typ)), slog.String("rcode", rcodeName(m.Rcode)),
		slog.Any("records", texts(m.Answer)), slog.Duration("duration", time.Since(start)))
	return m, network, nil
}

// LookupHost returns the IPv4 addresses of a host, and its IPv6 addresses
// before them where the client has IPv6. An address stands for itself and
// localhost for the loopback (RFC 6761, Section 6.3). A host that does not
// exist or has no address is a *net.DNSError with IsNotFound.
func (c *Client) LookupHost(ctx context.Context, name string) ([]netip.Addr, error) {
	if addr, err := netip.ParseAddr(name); err == nil {
		return []netip.Addr{addr}, nil
	}
	if n := canonical(name); n == "localhost." || strings.HasSuffix(n, ".localhost.") {
		return []netip.Addr{netip.AddrFrom4([4]byte{127, 0, 0, 1})}, nil
	}
	types := []string{"A"}
	if c.IPv6 {
		types = []string{"AAAA", "A"} // RFC 6724, Section 2.1, Table: ::/0 before ::ffff:0:0/96
	}
	var addrs []netip.Addr
	for _, typ := range types {
		a, err := c.Lookup(ctx, name, typ)
		if err != nil {
			return nil, err
		}
		if a.Rcode != "NOERROR" && a.Rcode != "NXDOMAIN" {
			return nil, &net.DNSError{Err: "server answers " + a.Rcode, Name: name, Server: a.Server.String(), IsTemporary: a.Rcode == "SERVFAIL"}
		}
		addrs = append(addrs, a.Addrs...)
	}
	if len(addrs) == 0 {
		return nil, &net.DNSError{Err: "no such host", Name: name, IsNotFound: true}
	}
	return addrs, nil
}

// newAnswer reads a response. Values and addresses are those of the name
// that was asked, or of the one its aliases lead to.
func newAnswer(m *mdns.Msg, name string, typ uint16, server netip.Addr, network string) Answer {
	a := Answer{Name: name, Type: typeName(typ), Server: server, Network: network, Rcode: rcodeName(m.Rcode), Records: texts(m.Answer)}
	for _, rr := range follow(m.Answer, canonical(name), typ) {
		a.Values = append(a.Values, data(rr))
		switch rr := rr.(type) {
		case *mdns.A:
			if addr, ok := netip.AddrFromSlice(rr.A.To4()); ok {
				a.Addrs = append(a.Addrs, addr)
			}
		case *mdns.AAAA:
			if addr, ok := netip.AddrFromSlice(rr.AAAA); ok {
				a.Addrs = append(a.Addrs, addr)
			}
		}
	}
	return a
}

// follow returns the records of the type at the end of the aliases that
// start at name.
func follow(rrs []mdns.RR, name string, typ uint16) []mdns.RR {
	for range maxChain {
		var alias string
		var out []mdns.RR
		for _, rr := range rrs {
			h := rr.Header()
			if canonical(h.Name) != name {
				continue
			}
			if h.Rrtype == typ || typ == mdns.TypeANY {
				out = append(out, rr)
			} else if h.Rrtype == mdns.TypeCNAME && alias == "" {
				alias = canonical(target(rr))
			}
		}
		if len(out) > 0 || alias == "" {
			return out
		}
		name = alias
	}
	return nil
}

// data returns the data of a record without its header.
func data(rr mdns.RR) string { return strings.TrimPrefix(rr.String(), rr.Header().String()) }
