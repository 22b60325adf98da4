package topology

import (
	"fmt"
	"slices"
	"strings"

	"github.com/netrig/netrig/internal/strict"
)

// SettingPath returns where a kernel setting of a node is below /proc/sys,
// and the interface it belongs to, if any, by its dotted name as in
// net.ipv4.conf.eth0.proxy_arp. Interface names may have dots in them. wrong
// tells why it is none, and how to mend that.
func (n *Node) SettingPath(key string) (path, iface, wrong, cure string) {
	if wrong, cure = badSetting(key); wrong != "" {
		return "", "", wrong, cure
	}
	parts := strings.Split(key, ".")
	if len(parts) < 5 || parts[2] != "conf" && parts[2] != "neigh" {
		return strings.Join(parts, "/"), "", "", ""
	}
	name, last := strings.Join(parts[3:len(parts)-1], "."), parts[len(parts)-1]
	path = strings.Join(append(slices.Clone(parts[:3]), name, last), "/")
	switch {
	case name == "all" || name == "default" || name == "lo":
		return path, "", "", ""
	case n.Interface(name) != nil || n.Bridges() && name == BridgeName:
		return path, name, "", ""
	}
	return "", "", fmt.Sprintf("no interface %s for %s", strict.Quote(name), key), "name one of its interfaces, all or default"
}

// badSetting tells why a name is none of a setting of the network.
func badSetting(key string) (wrong, cure string) {
	switch {
	case strings.Contains(key, "/"):
		return fmt.Sprintf("sysctl %s is written with dots", strict.Quote(key)), "write " + strings.ReplaceAll(key, "/", ".")
	case !strings.HasPrefix(key, "net."):
		return fmt.Sprintf("sysctl %s is not of the network", strict.Quote(key)), "a node has its own settings below net only"
	case strings.Contains(key, "..") || strings.HasSuffix(key, ".") || strings.Trim(key, lowers+uppers+numbers+"._-") != "":
		return fmt.Sprintf("bad sysctl %s", strict.Quote(key)), "write it as in net.ipv4.tcp_timestamps"
	}
	return "", ""
}

// BadValue tells why a text cannot be the value of a setting, empty where it
// can.
func BadValue(key, value string) string {
	const most = 1024
	if value == "" || len(value) > most || strings.ContainsAny(value, "\n\r\x00") {
		return fmt.Sprintf("the value of %s must be one line of text", key)
	}
	return ""
}
