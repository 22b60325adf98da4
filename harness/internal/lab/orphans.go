package lab

import (
	"errors"
	"os"
	"strings"

	"github.com/netrig/netrig/harness/internal/netns"
)

// forsake makes the kernel give up the connections of namespaces that were closed and
// whose FIN nobody confirms any more. Each would keep its namespace alive for some 100 s
// otherwise, in which it repeats the FIN (tcp(7), tcp_orphan_retries).
func forsake(spaces []*netns.NS) error {
	if !orphans() {
		return nil
	}
	var errs []error
	for _, ns := range spaces {
		errs = append(errs, ns.Do(func() error { return os.WriteFile("/proc/sys/net/ipv4/tcp_orphan_retries", []byte("1"), 0) }))
	}
	return errors.Join(errs...)
}

// orphans reports whether the kernel may have closed connections that are not over:
// those of all namespaces are counted together (proc_net(5), sockstat).
func orphans() bool {
	b, err := os.ReadFile("/proc/net/sockstat")
	return err != nil || !strings.Contains(string(b), " orphan 0 ")
}
