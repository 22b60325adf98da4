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

func dhcp(s *search) {
	claimed := s.claimed()
	for x, n := range s.t.Nodes {
		for y, d := range n.Services.DHCP {
			tells := func(name string, f func(*topology.DHCPServer)) {
				s.node(x, n.Name+":"+d.Interface+" "+name, d.Pos, func(n *topology.Node) { f(n.Services.DHCP[y]) })
			}
			if d.First.Compare(d.Last) < 0 {
				tells("pool from "+d.First.Next().String(), func(d *topology.DHCPServer) { d.First = d.First.Next() })
			}
			for _, list := range []struct {
				name string
				of   func(*topology.DHCPServer) *[]netip.Addr
			}{
				{"router", func(d *topology.DHCPServer) *[]netip.Addr { return &d.Router }},
				{"resolver", func(d *topology.DHCPServer) *[]netip.Addr { return &d.DNS }},
			} {
				for z, a := range *list.of(d) {
					name := list.name + " " + a.String()
					tells(name+" gone", func(d *topology.DHCPServer) { l := list.of(d); *l = slices.Delete(*l, z, z+1) })
					if other, ok := free(around(a), claimed); ok {
						tells(name+" -> "+other.String(), func(d *topology.DHCPServer) { (*list.of(d))[z] = other })
					}
				}
			}
			if d.Domain != "" {
				tells("domain gone", func(d *topology.DHCPServer) { d.Domain = "" })
			}
			tells("lease "+d.Lease.String()+" -> half", func(d *topology.DHCPServer) { d.Lease /= 2 })
			for z, r := range d.Reservations {
				tells(fmt.Sprintf("reservation of %s gone", r.Address), func(d *topology.DHCPServer) {
					d.Reservations = slices.Delete(d.Reservations, z, z+1)
				})
			}
		}
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
