package observe

import (
	"fmt"
	"os"
	"strings"

	"github.com/netrig/netrig/harness/internal/netns"
)

// Setting reads a kernel setting of a node by its path below /proc/sys, as in
// net/ipv4/ip_forward. White space in it becomes single blanks.
func Setting(ns *netns.NS, node, path string) (value string, err error) {
	var data []byte
	err = ns.Do(func() error { // /proc/sys/net is that of the namespace of the thread that opens it
		data, err = os.ReadFile("/proc/sys/" + path)
		return err
	})
	if err != nil {
		return "", fmt.Errorf("observe %s: %w", node, err)
	}
	return strings.Join(strings.Fields(string(data)), " "), nil
}
