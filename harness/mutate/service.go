package mutate

import (
	"fmt"
	"net/netip"
	"reflect"
	"slices"
	"strings"

	"github.com/netrig/netrig/topology"
)

// services takes each server out, of whatever protocol.
func services(s *search) {
	kinds := reflect.TypeFor[topology.Services]()
	for x, n := range s.t.Nodes {
		lists := reflect.ValueOf(n.Services)
		for k := range kinds.NumField() {
			list := lists.Field(k)
			for y := range list.Len() {
				name := n.Name + " " + strings.ToLower(kinds.Field(k).Name)
				if list.Len() > 1 {
					name += fmt.Sprintf(" %d", y+1)
				}
				pos := n.Pos
				if p, ok := reflect.TypeAssert[topology.Pos](reflect.Indirect(list.Index(y)).FieldByName("Pos")); ok {
					pos = p
				}
				s.node(x, name+" not started", pos, func(n *topology.Node) {
					list := reflect.ValueOf(&n.Services).Elem().Field(k)
					list.Set(reflect.AppendSlice(list.Slice(0, y), list.Slice(y+1, list.Len())))
				})
			}
		}
	}
}

// pools are what a DHCP server tells each network: its own first, then those behind
// relays.
func pools(d *topology.DHCPServer) []*topology.DHCPPool {
	all := []*topology.DHCPPool{&d.DHCPPool}
	for i := range d.Subnets {
		all = append(all, &d.Subnets[i].DHCPPool)
	}
	return all
}

func dhcp(s *search) {
	claimed := s.claimed()
	for x, n := range s.t.Nodes {
		for y, d := range n.Services.DHCP {
			for z, p := range pools(d) {
				name, pos := n.Name+":"+d.Interface, d.Pos
				if z > 0 {
					name, pos = name+" "+d.Subnets[z-1].Network.String(), d.Subnets[z-1].Pos
				} else if !p.First.IsValid() {
					continue
				}
				lent(claimed, p, func(what string, f func(*topology.DHCPPool)) {
					s.node(x, name+" "+what, pos, func(n *topology.Node) { f(pools(n.Services.DHCP[y])[z]) })
				})
			}
		}
		for y, r := range n.Services.DHCPRelay {
			tells := func(what string, f func(*topology.DHCPRelay)) {
				s.node(x, n.Name+":"+r.Interface+" relay "+what, r.Pos, func(n *topology.Node) { f(n.Services.DHCPRelay[y]) })
			}
			for z, a := range r.Server {
				if other, ok := free(around(a), claimed); ok {
					tells("to "+a.String()+" -> "+other.String(), func(r *topology.DHCPRelay) { r.Server[z] = other })
				}
			}
			if r.CircuitID != "" {
				tells("without circuit", func(r *topology.DHCPRelay) { r.CircuitID = "" })
			}
			if r.RemoteID != "" {
				tells("without remote", func(r *topology.DHCPRelay) { r.RemoteID = "" })
			}
		}
	}
}

// lent breaks what clients of one network are told.
func lent(claimed map[netip.Addr]bool, p *topology.DHCPPool, tells func(string, func(*topology.DHCPPool))) {
	if p.First.Compare(p.Last) < 0 {
		tells("pool from "+p.First.Next().String(), func(p *topology.DHCPPool) { p.First = p.First.Next() })
	}
	for _, list := range []struct {
		name string
		of   func(*topology.DHCPPool) *[]netip.Addr
	}{
		{"router", func(p *topology.DHCPPool) *[]netip.Addr { return &p.Router }},
		{"resolver", func(p *topology.DHCPPool) *[]netip.Addr { return &p.DNS }},
	} {
		for z, a := range *list.of(p) {
			name := list.name + " " + a.String()
			tells(name+" gone", func(p *topology.DHCPPool) { l := list.of(p); *l = slices.Delete(*l, z, z+1) })
			if other, ok := free(around(a), claimed); ok {
				tells(name+" -> "+other.String(), func(p *topology.DHCPPool) { (*list.of(p))[z] = other })
			}
		}
	}
	if p.Domain != "" {
		tells("domain gone", func(p *topology.DHCPPool) { p.Domain = "" })
	}
	tells("lease "+p.Lease.String()+" -> half", func(p *topology.DHCPPool) { p.Lease /= 2 })
	for z, r := range p.Reservations {
		tells(fmt.Sprintf("reservation of %s gone", r.Address), func(p *topology.DHCPPool) {
			p.Reservations = slices.Delete(p.Reservations, z, z+1)
		})
	}
}

func answers(s *search) {
	for x, n := range s.t.Nodes {
		for y, h := range n.Services.HTTP {
			for z, a := range h.Answers {
				s.node(x, fmt.Sprintf("%s %s gone", n.Name, a.Path), a.Pos, func(n *topology.Node) {
					h := n.Services.HTTP[y]
					h.Answers = slices.Delete(h.Answers, z, z+1)
				})
				if z == 0 {
					continue
				}
				before := h.Answers[z-1]
				swapped := a
				swapped.Path, swapped.Pos = before.Path, before.Pos
				if reflect.DeepEqual(swapped, before) {
					continue
				}
				s.node(x, fmt.Sprintf("%s %s and %s swapped", n.Name, before.Path, a.Path), a.Pos, func(n *topology.Node) {
					all := n.Services.HTTP[y].Answers
					all[z-1].Path, all[z].Path = all[z].Path, all[z-1].Path
				})
			}
		}
	}
}

func certificates(s *search) {
	for x, n := range s.t.Nodes {
		for y, h := range n.Services.HTTP {
			t := h.TLS
			if t == nil || t.Certificate != "" || t.Issuer != topology.IssuerLab || t.Valid != topology.ValidNow {
				continue
			}
			name := n.Name + " " + h.Listen
			s.node(x, name+" expired", t.Pos, func(n *topology.Node) { n.Services.HTTP[y].TLS.Valid = topology.ValidExpired })
			s.node(x, name+" by nobody known", t.Pos, func(n *topology.Node) { n.Services.HTTP[y].TLS.Issuer = topology.IssuerUnknown })
		}
	}
}

func nat(s *search) {
	for x, n := range s.t.Nodes {
		for y, i := range n.Masquerade {
			s.node(x, fmt.Sprintf("%s masquerade %s gone", n.Name, i), n.Pos, func(n *topology.Node) { n.Masquerade = slices.Delete(n.Masquerade, y, y+1) })
		}
		for y, f := range n.Forwards {
			s.node(x, fmt.Sprintf("%s forward %s %d gone", n.Name, f.Protocol, f.Port), f.Pos, func(n *topology.Node) { n.Forwards = slices.Delete(n.Forwards, y, y+1) })
		}
	}
}

func firewall(s *search) {
	for x, n := range s.t.Nodes {
		for _, chain := range []struct {
			name string
			of   func(*topology.Node) *[]topology.FilterRule
		}{
			{"input", func(n *topology.Node) *[]topology.FilterRule { return &n.Firewall.Input }},
			{"forward", func(n *topology.Node) *[]topology.FilterRule { return &n.Firewall.Forward }},
			{"output", func(n *topology.Node) *[]topology.FilterRule { return &n.Firewall.Output }},
		} {
			for y, r := range *chain.of(n) {
				s.node(x, fmt.Sprintf("%s %s rule %d (%s) gone", n.Name, chain.name, y+1, r.Do), r.Pos, func(n *topology.Node) {
					rules := chain.of(n)
					*rules = slices.Delete(*rules, y, y+1)
				})
			}
		}
	}
}
