package lab

import (
	"bytes"
	"fmt"
	"net/netip"
	"strings"

	"github.com/netrig/netrig/topology"
)

// names is what every node knows without asking: the names of all nodes,
// with their static addresses, as a hosts file holds them.
type names struct {
	addrs map[string][]netip.Addr
	hosts []byte
}

func newNames(t *topology.Topology) *names {
	n := &names{addrs: make(map[string][]netip.Addr, len(t.Nodes))}
	var b bytes.Buffer
	b.WriteString("127.0.0.1\tlocalhost\n::1\tlocalhost\n")
	for _, node := range t.Nodes {
		for _, i := range node.Interfaces {
			for _, p := range i.Addresses {
				key := strings.ToLower(node.Name)
				n.addrs[key] = append(n.addrs[key], p.Addr())
				fmt.Fprintf(&b, "%s\t%s\n", p.Addr(), node.Name)
			}
		}
	}
	n.hosts = b.Bytes()
	return n
}

// lookup returns the static addresses of a node.
func (n *names) lookup(name string) []netip.Addr {
	return n.addrs[strings.ToLower(strings.TrimSuffix(name, "."))]
}

// resolvConf is the text of resolv.conf(5) for the name servers.
func resolvConf(servers []netip.Addr, domains []string) []byte {
	var b bytes.Buffer
	if len(domains) > 0 {
		fmt.Fprintf(&b, "search %s\n", strings.Join(domains, " "))
	}
	for _, s := range servers {
		fmt.Fprintf(&b, "nameserver %s\n", s)
	}
	return b.Bytes()
}
