package rtnl

import (
	"strings"

	"github.com/google/nftables"
	"github.com/google/nftables/expr"
	"golang.org/x/sys/unix"
)

// Masquerade rewrites the source address of every IPv4 packet that leaves
// by one of the interfaces to the interface's own (RFC 3022, NAPT), in a
// table of its own named netrig. Translations of answers go with it.
func (c *Conn) Masquerade(interfaces ...string) error {
	who := strings.Join(interfaces, ", ")
	return c.do("masquerade behind "+who, func() error {
		conn, err := nftables.New()
		if err != nil {
			return err
		}
		table := conn.AddTable(&nftables.Table{Family: nftables.TableFamilyIPv4, Name: "netrig"})
		chain := conn.AddChain(&nftables.Chain{
			Name: "postrouting", Table: table, Type: nftables.ChainTypeNAT,
			Hooknum: nftables.ChainHookPostrouting, Priority: nftables.ChainPriorityNATSource,
		})
		for _, name := range interfaces {
			padded := make([]byte, unix.IFNAMSIZ)
			copy(padded, name)
			conn.AddRule(&nftables.Rule{Table: table, Chain: chain, Exprs: []expr.Any{
				&expr.Meta{Key: expr.MetaKeyOIFNAME, Register: 1},
				&expr.Cmp{Op: expr.CmpOpEq, Register: 1, Data: padded},
				&expr.Masq{},
			}})
		}
		if err := conn.Flush(); err != nil {
			return &Error{Node: c.node, Interface: who, Op: "masquerade", Err: err}
		}
		return nil
	})
}
