package topology

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// repeat returns head and as many numbered lines as fit a file.
func repeat(head, line string) string {
	var b strings.Builder
	b.WriteString(head)
	for i := 1; b.Len() < 1_000_000; i++ {
		b.WriteString(strings.ReplaceAll(line, "%", fmt.Sprint(i)))
	}
	return b.String()
}

// A file of the largest size costs no more than a moment and some memory,
// whatever is in it.
func TestLimits(t *testing.T) {
	two := "nodes:\n  a: {interfaces: {eth0: 10.0.0.1/24}}\n  s: {kind: switch}\nlinks:\n"
	tests := []struct{ name, file string }{
		{"nodes", repeat("nodes:\n", "  n%: {}\n")},
		{"ranges of nodes", repeat("nodes:\n", "  n[1-4999]a%: {}\n")},
		{"same nodes by ranges", repeat("nodes:\n", "  n[1-5000]: {}\n  n[1-%]: {}\n")},
		{"interfaces", repeat("nodes:\n  a:\n    interfaces:\n", "      e%: 10.0.0.1/8\n")},
		{"ranges of interfaces", repeat("nodes:\n  a[1-100]:\n    interfaces:\n", "      e[1-4999]: {bridge: [\"p[1-1000]\"]}\n      f[1-%]: \n")},
		{"addresses", repeat("nodes:\n  a[1-4000]:\n    interfaces:\n      eth0:\n", "        - 10.0.0.1/8\n")},
		{"routes", repeat("nodes:\n  a:\n    interfaces: {eth0: 10.0.0.1/8}\n    routes:\n", "      - 10.0.0.0/8 via 10.0.0.% metric %\n")},
		{"links to nobody", repeat(two, "  - a -- aa%\n")},
		{"links of ranges", repeat(two, "  - a:eth[0-4999] -- s\n")},
		{"ports", repeat(two, "  - s -- s\n")},
		{"kinds", repeat("nodes:\n", "  n%: {kind: rooter, intended: loop, interfaces: {eth0: dhpc}}\n")},
		{"sysctls", repeat("nodes:\n  a[1-5000]:\n    sysctls:\n", "      net.a%: 1\n")},
		{"reservations", repeat("nodes:\n  a:\n    services:\n      dhcp:\n        range: 10.0.0.1-10.0.0.2\n        reservations:\n", "          02:00:00:00:00:01 %: 10.0.0.1\n")},
		{"answers", repeat("nodes:\n  a[1-5000]:\n    services:\n      http:\n        answers:\n", "          /%: x\n")},
		{"aliases", "nodes:\n  a: &a {interfaces: {\"eth[1-5000]\": [" + strings.Repeat("10.0.0.1/8, ", 1000) + "]}}\n" + repeat("", "  n%: *a\n")},
		{"stars", star(1000, true)},
		{"subnets", subnets(250)},
		{"a chain", chain(200)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			start := time.Now()
			topo, err := Parse("f", []byte(tt.file))
			parsed := time.Since(start)
			if err == nil {
				Lint(topo)
			}
			runtime.ReadMemStats(&after)
			took, used := time.Since(start), (after.TotalAlloc-before.TotalAlloc)>>20
			t.Logf("%v parsed, %v linted, %d MiB: %.200s", parsed, took-parsed, used, fmt.Sprint(err))
			if took > 20*time.Second || used > 1000 {
				t.Errorf("%v and %d MiB", took, used)
			}
		})
	}
}

// subnets is a router with n networks of one host each.
func subnets(n int) string {
	return fmt.Sprintf(`nodes:
  r:
    kind: router
    interfaces:
      eth[1-%d]: 10.[1-%d].0.1/30
  pc[1-%d]:
    interfaces:
      eth0: {address: "10.[1-%d].0.2/30", gateway: "10.[1-%d].0.1"}
links:
  - r:eth[1-%d] -- pc[1-%d]
`, n, n, n, n, n, n, n)
}

// chain is n routers in a row that know both directions.
func chain(n int) string {
	return fmt.Sprintf(`nodes:
  r[1-%[1]d]:
    kind: router
    interfaces:
      left: 10.0.[1-%[1]d].2/24
      right: 10.0.[2-%[2]d].1/24
    routes:
      - 10.0.128.0/17 via 10.0.[2-%[2]d].2
      - 10.0.0.0/17 via 10.0.[1-%[1]d].1
links:
  - r[1-%[3]d]:right -- r[2-%[1]d]:left
`, n, n+1, n-1)
}
