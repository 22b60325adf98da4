package topology

import (
	"fmt"
	"strings"

	"github.com/netrig/netrig/internal/strict"
)

// The limits of a topology.
const (
	MaxNodes          = 5000  // after ranges are expanded
	MaxInterfaces     = 20000 // of all nodes together, ports of switches included
	MaxPorts          = 1023  // of one switch, hub or bridge: what Linux bridges have
	MaxInterfaceName  = 15    // octets (IFNAMSIZ in linux/if.h, less the terminator)
	MinMTU            = 68    // octets (RFC 791, Section 3.2)
	MaxMTU            = 65535 // octets: the longest IPv4 packet
	DefaultMTU        = 1500  // octets (RFC 894)
	BridgeName        = "br0" // the bridge of a switch or hub, in a namespace of its own; no port can take the name
	maxNodeNameLength = 63    // a DNS label (RFC 1035, Section 2.3.4)
)

const (
	lowers  = "abcdefghijklmnopqrstuvwxyz"
	uppers  = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	numbers = "0123456789"
)

// nodeName checks the name of a node: it is the host name too, and the name
// of ports. It returns what is wrong and the cure, both empty where it is good.
func nodeName(s string) (wrong, cure string) {
	switch {
	case s == "":
		return "a node has no name", ""
	case len(s) > maxNodeNameLength:
		return fmt.Sprintf("node name %s has more than %d characters", strict.Quote(s), maxNodeNameLength), ""
	case s == "all":
		return "no node can be named all", "the word stands for every interface"
	case strings.Trim(s, lowers+numbers+"-") != "":
		cure = "use lower-case letters, digits and -"
		if low := strings.ToLower(strings.ReplaceAll(s, "_", "-")); strings.Trim(low, lowers+numbers+"-") == "" {
			cure = "write " + low
		}
		return fmt.Sprintf("bad node name %s", strict.Quote(s)), cure
	case s[0] == '-' || s[len(s)-1] == '-':
		return fmt.Sprintf("bad node name %s", strict.Quote(s)), "a name begins and ends with a letter or digit"
	}
	return "", ""
}

// interfaceName checks the name of an interface as the kernel would, and
// keeps out what file names and filters cannot carry.
func interfaceName(s string) (wrong, cure string) {
	switch {
	case s == "":
		return "an interface has no name", ""
	case len(s) > MaxInterfaceName:
		return fmt.Sprintf("interface name %s has more than %d characters", strict.Quote(s), MaxInterfaceName), "shorten it"
	case s == "lo":
		return "interface lo is every node's loopback", "choose another name"
	case s == "all" || s == "default":
		return fmt.Sprintf("no interface can be named %s", s), "the word stands for every interface"
	case strings.Trim(s, lowers+uppers+numbers+"-._") != "":
		return fmt.Sprintf("bad interface name %s", strict.Quote(s)), "use letters, digits, -, . and _"
	case strings.Trim(s[:1], "-._") == "":
		return fmt.Sprintf("bad interface name %s", strict.Quote(s)), "begin with a letter or digit"
	}
	return "", ""
}

// listNames returns names for a message, shortened where there are many.
func listNames(names []string) string {
	const most = 8
	if len(names) > most {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), len(names)-most)
	}
	return strings.Join(names, ", ")
}
