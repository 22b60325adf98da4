package topology_test

import (
	"strings"
	"testing"

	"github.com/netrig/netrig/topology"
)

// TestDrawnLines pins that a picture says which links lose or delay frames.
func TestDrawnLines(t *testing.T) {
	network := topology.MustParse(`
nodes:
  a: {interfaces: {eth0: 10.0.0.1/24, eth1: 10.0.1.1/24, eth2: 10.0.2.1/24}}
  b: {interfaces: {eth0: 10.0.0.2/24}}
  c: {interfaces: {eth0: 10.0.1.2/24}}
  d: {interfaces: {eth0: 10.0.2.2/24}}
links:
  - {between: [a:eth0, b], media: wifi}
  - {between: [a:eth1, c], loss: 20%, delay: 5ms}
  - {between: [a:eth2, d], wire: on}
`)
	for name, tt := range map[string]struct {
		drawn string
		want  []string
	}{
		"dot": {topology.DOT(network), []string{
			`"a" -- "b" [label="eth0\l10.0.0.1/24\lwifi\neth0\r10.0.0.2/24\r"]`,
			`"a" -- "c" [label="eth1\l10.0.1.1/24\ldelay 5ms loss 20%\neth0\r10.0.1.2/24\r"]`,
			`"a" -- "d" [label="eth2\l10.0.2.1/24\leth0\r10.0.2.2/24\r"]`,
		}},
		"mermaid": {topology.Mermaid(network), []string{
			`|"eth0 10.0.0.1/24<br>wifi<br>eth0 10.0.0.2/24"|`,
			`|"eth1 10.0.1.1/24<br>delay 5ms loss 20%<br>eth0 10.0.1.2/24"|`,
			`|"eth2 10.0.2.1/24<br>eth0 10.0.2.2/24"|`,
		}},
	} {
		for _, want := range tt.want {
			if !strings.Contains(tt.drawn, want) {
				t.Errorf("%s lacks %s:\n%s", name, want, tt.drawn)
			}
		}
	}
}
