package rtnl

import (
	"encoding/binary"
	"net/netip"

	"github.com/google/nftables"
	"github.com/google/nftables/expr"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/topology"
)

// table is the name of the tables that rules are in.
const table = "netrig"

// Translate rewrites the source address of every IPv4 packet that leaves by one
// of the interfaces of masquerade to the interface's own (RFC 3022, NAPT), and
// hands what comes for a forwarded port to its host. Answers are translated back.
func (c *Conn) Translate(masquerade []string, forwards []topology.PortForward) error {
	return c.nft("translate addresses", func(conn *nftables.Conn) {
		t := conn.AddTable(&nftables.Table{Family: nftables.TableFamilyIPv4, Name: table})
		ownFragments(conn, t)
		chain := func(name string, hook *nftables.ChainHook, priority *nftables.ChainPriority) *nftables.Chain {
			return conn.AddChain(&nftables.Chain{Name: name, Table: t, Type: nftables.ChainTypeNAT, Hooknum: hook, Priority: priority})
		}
		if len(forwards) > 0 {
			pre := chain("prerouting", nftables.ChainHookPrerouting, nftables.ChainPriorityNATDest)
			for i := range forwards {
				for _, in := range forwards[i].In {
					conn.AddRule(&nftables.Rule{Table: t, Chain: pre, Exprs: forward(&forwards[i], in)})
				}
			}
		}
		if len(masquerade) > 0 {
			post := chain("postrouting", nftables.ChainHookPostrouting, nftables.ChainPriorityNATSource)
			for _, name := range masquerade {
				conn.AddRule(&nftables.Rule{Table: t, Chain: post, Exprs: append(leaves(name), &expr.Masq{})})
			}
		}
	})
}

// Filter gives the node a packet filter, for IPv4 and IPv6.
func (c *Conn) Filter(f *topology.Firewall) error {
	return c.nft("filter packets", func(conn *nftables.Conn) {
		t := conn.AddTable(&nftables.Table{Family: nftables.TableFamilyINet, Name: table})
		if f.Tracks() {
			ownFragments(conn, t)
		}
		for _, chain := range []struct {
			name  string
			hook  *nftables.ChainHook
			rules []topology.FilterRule
		}{
			{"input", nftables.ChainHookInput, f.Input},
			{"forward", nftables.ChainHookForward, f.Forward},
			{"output", nftables.ChainHookOutput, f.Output},
		} {
			if len(chain.rules) == 0 {
				continue
			}
			added := conn.AddChain(&nftables.Chain{
				Name: chain.name, Table: t, Type: nftables.ChainTypeFilter, Hooknum: chain.hook, Priority: nftables.ChainPriorityFilter,
			})
			for i := range chain.rules {
				conn.AddRule(&nftables.Rule{Table: t, Chain: added, Exprs: filter(&chain.rules[i])})
			}
		}
	})
}

// ownFragments has fragments lie in memory of their own. A node that tracks
// connections puts them together, takes them apart again where they leave, and
// writes the new headers into the very memory of those that came, of which
// captures hold clones. A write that changes nothing, before all that, has the
// kernel copy what is cloned.
func ownFragments(conn *nftables.Conn, t *nftables.Table) {
	const first = -450 // before the fragments are put together, at -400
	chain := conn.AddChain(&nftables.Chain{
		Name: "fragments", Table: t, Type: nftables.ChainTypeFilter,
		Hooknum: nftables.ChainHookPrerouting, Priority: nftables.ChainPriorityRef(first),
	})
	write := func(version byte) []expr.Any {
		return []expr.Any{
			&expr.Payload{DestRegister: 1, Base: expr.PayloadBaseNetworkHeader, Len: 1},
			&expr.Bitwise{SourceRegister: 1, DestRegister: 1, Len: 1, Mask: []byte{0x0f}, Xor: []byte{version << 4}},
			&expr.Payload{OperationType: expr.PayloadWrite, SourceRegister: 1, Base: expr.PayloadBaseNetworkHeader, Len: 1},
		}
	}
	var four []expr.Any
	if t.Family == nftables.TableFamilyINet {
		four = version(unix.NFPROTO_IPV4)
	}
	// More fragments follow, or others go before (RFC 791, Section 3.1).
	four = append(four, &expr.Payload{DestRegister: 1, Base: expr.PayloadBaseNetworkHeader, Offset: 6, Len: 2})
	four = append(four, anyOf([]byte{0x3f, 0xff})...)
	conn.AddRule(&nftables.Rule{Table: t, Chain: chain, Exprs: append(four, write(4)...)})
	if t.Family != nftables.TableFamilyINet {
		return
	}
	six := append(version(unix.NFPROTO_IPV6),
		&expr.Exthdr{DestRegister: 1, Type: unix.IPPROTO_FRAGMENT, Len: 1, Flags: unix.NFT_EXTHDR_F_PRESENT, Op: expr.ExthdrOpIpv6},
		equal([]byte{1}),
	)
	conn.AddRule(&nftables.Rule{Table: t, Chain: chain, Exprs: append(six, write(6)...)})
}

// nft carries out what f adds, all of it or nothing.
func (c *Conn) nft(op string, f func(*nftables.Conn)) error {
	return c.do(op, func() error {
		conn, err := nftables.New()
		if err != nil {
			return err
		}
		f(conn)
		if err := conn.Flush(); err != nil {
			return &Error{Node: c.node, Op: op, Err: err}
		}
		return nil
	})
}

// forward returns the expressions of a port forward: it is for the router's own
// addresses alone, and not for what only passes.
func forward(f *topology.PortForward, in string) []expr.Any {
	exprs := append(comes(in),
		&expr.Fib{Register: 1, FlagDADDR: true, ResultADDRTYPE: true},
		equal(binary.NativeEndian.AppendUint32(nil, unix.RTN_LOCAL)),
	)
	exprs = append(exprs, protocol(f.Protocol)...)
	exprs = append(exprs, ports(2, topology.PortRange{First: f.Port, Last: f.Port})...)
	return append(exprs,
		&expr.Immediate{Register: 1, Data: f.To.Addr().AsSlice()},
		&expr.Immediate{Register: 2, Data: binary.BigEndian.AppendUint16(nil, f.To.Port())},
		&expr.NAT{Type: expr.NATTypeDestNAT, Family: unix.NFPROTO_IPV4, RegAddrMin: 1, RegAddrMax: 1, RegProtoMin: 2, RegProtoMax: 2, Specified: true},
	)
}

// filter returns the expressions of a rule.
func filter(r *topology.FilterRule) []expr.Any {
	var exprs []expr.Any
	if r.In != "" {
		exprs = append(exprs, comes(r.In)...)
	}
	if r.Out != "" {
		exprs = append(exprs, leaves(r.Out)...)
	}
	switch {
	case r.From.IsValid() && r.From.Addr().Is6(), r.To.IsValid() && r.To.Addr().Is6(), r.Protocol == "icmpv6" && r.Type != nil:
		exprs = append(exprs, version(unix.NFPROTO_IPV6)...)
	case r.From.IsValid(), r.To.IsValid(), r.Protocol == "icmp" && r.Type != nil:
		exprs = append(exprs, version(unix.NFPROTO_IPV4)...)
	}
	// Where the addresses lie: RFC 791, Section 3.1, and RFC 8200, Section 3.
	exprs = append(exprs, network(12, 8, r.From)...)
	exprs = append(exprs, network(16, 24, r.To)...)
	if r.Protocol != "" {
		exprs = append(exprs, protocol(r.Protocol)...)
	} else if r.Do == topology.Clamp {
		exprs = append(exprs, protocol("tcp")...)
	}
	exprs = append(exprs, ports(0, r.SourcePort)...)
	exprs = append(exprs, ports(2, r.Port)...)
	for at, value := range []*uint8{r.Type, r.Code} {
		if value != nil {
			exprs = append(exprs, transport(uint32(at), 1), equal([]byte{*value}))
		}
	}
	if len(r.States) > 0 {
		exprs = append(exprs, &expr.Ct{Key: expr.CtKeySTATE, Register: 1})
		exprs = append(exprs, anyOf(binary.NativeEndian.AppendUint32(nil, states(r.States)))...)
	}
	return append(exprs, verdict(r.Do)...)
}

func verdict(do topology.Action) []expr.Any {
	switch do {
	case topology.Drop:
		return []expr.Any{&expr.Verdict{Kind: expr.VerdictDrop}}
	case topology.Reject:
		return []expr.Any{&expr.Reject{Type: unix.NFT_REJECT_ICMPX_UNREACH, Code: unix.NFT_REJECT_ICMPX_PORT_UNREACH}}
	case topology.Reset:
		return []expr.Any{&expr.Reject{Type: unix.NFT_REJECT_TCP_RST}}
	case topology.Clamp:
		// SYN is bit 2 of the thirteenth octet; the MSS is option 2, behind its kind and
		// length (RFC 9293, Sections 3.1 and 3.2).
		exprs := append([]expr.Any{transport(13, 1)}, anyOf([]byte{2})...)
		return append(exprs,
			&expr.Rt{Register: 1, Key: expr.RtTCPMSS},
			&expr.Byteorder{SourceRegister: 1, DestRegister: 1, Op: expr.ByteorderHton, Len: 2, Size: 2},
			&expr.Exthdr{SourceRegister: 1, Type: 2, Offset: 2, Len: 2, Op: expr.ExthdrOpTcpopt},
		)
	case topology.Accept:
	}
	return []expr.Any{&expr.Verdict{Kind: expr.VerdictAccept}}
}

// equal holds where register 1 has the value.
func equal(value []byte) expr.Any { return &expr.Cmp{Op: expr.CmpOpEq, Register: 1, Data: value} }

// anyOf holds where register 1 has one of the bits.
func anyOf(bits []byte) []expr.Any {
	none := make([]byte, len(bits))
	return []expr.Any{
		&expr.Bitwise{SourceRegister: 1, DestRegister: 1, Len: uint32(len(bits)), Mask: bits, Xor: none},
		&expr.Cmp{Op: expr.CmpOpNeq, Register: 1, Data: none},
	}
}

func comes(name string) []expr.Any  { return byName(expr.MetaKeyIIFNAME, name) }
func leaves(name string) []expr.Any { return byName(expr.MetaKeyOIFNAME, name) }

func byName(key expr.MetaKey, name string) []expr.Any {
	padded := make([]byte, unix.IFNAMSIZ)
	copy(padded, name)
	return []expr.Any{&expr.Meta{Key: key, Register: 1}, equal(padded)}
}

func version(f byte) []expr.Any {
	return []expr.Any{&expr.Meta{Key: expr.MetaKeyNFPROTO, Register: 1}, equal([]byte{f})}
}

// network holds where the address at an offset, which differs between the
// families, is in a network.
func network(four, six uint32, p netip.Prefix) []expr.Any {
	if !p.IsValid() {
		return nil
	}
	address := p.Masked().Addr().AsSlice()
	load := &expr.Payload{DestRegister: 1, Base: expr.PayloadBaseNetworkHeader, Offset: four, Len: uint32(len(address))}
	if p.Addr().Is6() {
		load.Offset = six
	}
	if p.IsSingleIP() {
		return []expr.Any{load, equal(address)}
	}
	mask := make([]byte, len(address))
	for bit := range p.Bits() {
		mask[bit/8] |= 0x80 >> (bit % 8)
	}
	return []expr.Any{
		load,
		&expr.Bitwise{SourceRegister: 1, DestRegister: 1, Len: uint32(len(address)), Mask: mask, Xor: make([]byte, len(address))},
		equal(address),
	}
}

func protocol(name string) []expr.Any {
	numbers := map[string]byte{"tcp": unix.IPPROTO_TCP, "udp": unix.IPPROTO_UDP, "icmp": unix.IPPROTO_ICMP, "icmpv6": unix.IPPROTO_ICMPV6}
	return []expr.Any{&expr.Meta{Key: expr.MetaKeyL4PROTO, Register: 1}, equal([]byte{numbers[name]})}
}

func transport(offset, length uint32) expr.Any {
	return &expr.Payload{DestRegister: 1, Base: expr.PayloadBaseTransportHeader, Offset: offset, Len: length}
}

// ports holds where the port at an offset is in a range.
func ports(offset uint32, r topology.PortRange) []expr.Any {
	if r == (topology.PortRange{}) {
		return nil
	}
	first, last := binary.BigEndian.AppendUint16(nil, r.First), binary.BigEndian.AppendUint16(nil, r.Last)
	if r.First == r.Last {
		return []expr.Any{transport(offset, 2), equal(first)}
	}
	return []expr.Any{
		transport(offset, 2),
		&expr.Cmp{Op: expr.CmpOpGte, Register: 1, Data: first}, &expr.Cmp{Op: expr.CmpOpLte, Register: 1, Data: last},
	}
}

// states returns the bits of connection tracking's states.
func states(names []string) uint32 {
	bits := map[string]uint32{
		"invalid": expr.CtStateBitINVALID, "established": expr.CtStateBitESTABLISHED,
		"related": expr.CtStateBitRELATED, "new": expr.CtStateBitNEW,
	}
	var all uint32
	for _, name := range names {
		all |= bits[name]
	}
	return all
}
