package observe

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/internal/strict"
	"golang.org/x/sys/unix"
)

// Counter returns what the kernel of ns has counted under a name that nstat(8)
// has: IpReasmFails, TcpExtListenDrops, Ip6OutRequests ...
func Counter(ns *netns.NS, name string) (value int64, err error) {
	all := map[string]int64{}
	err = ns.Do(func() error {
		// /proc/net is that of the whole process, which is in another namespace.
		const dir = "/proc/thread-self/net/"
		for _, file := range []struct {
			name string
			read func(text string, to map[string]int64) error
		}{{"snmp", pairedCounters}, {"netstat", pairedCounters}, {"snmp6", listedCounters}} {
			text, err := os.ReadFile(dir + file.name)
			if errors.Is(err, fs.ErrNotExist) && file.name == "snmp6" {
				continue // a kernel without IPv6
			}
			if err != nil {
				return err
			}
			if err := file.read(string(text), all); err != nil {
				return fmt.Errorf("%s: %w", dir+file.name, err)
			}
		}
		return nil
	})
	if err != nil {
		return 0, fmt.Errorf("observe: counters: %w", err)
	}
	value, ok := all[name]
	if !ok && !perType().MatchString(name) {
		cure := "`nstat -az` lists those it has"
		if near := strict.Nearest(name, slices.Collect(maps.Keys(all))); near != "" {
			cure = "did you mean " + near + "?"
		}
		return 0, fmt.Errorf("the kernel has no counter %q (%s)", name, cure)
	}
	return value, nil
}

// perType matches counters of one type of ICMP, which are there once there was
// one.
func perType() *regexp.Regexp { return regexp.MustCompile(`^(IcmpMsg|Icmp6)(In|Out)Type[0-9]+$`) }

// pairedCounters reads two lines for each group: names, then numbers.
func pairedCounters(text string, to map[string]int64) error {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	if len(lines)%2 != 0 {
		return errors.New("a line of names without numbers")
	}
	for i := 0; i < len(lines); i += 2 {
		names, numbers := strings.Fields(lines[i]), strings.Fields(lines[i+1])
		if len(names) != len(numbers) || len(names) == 0 || names[0] != numbers[0] {
			return fmt.Errorf("line %d does not fit the one above", i+2)
		}
		group := strings.TrimSuffix(names[0], ":")
		for j := 1; j < len(names); j++ {
			n, err := strconv.ParseInt(numbers[j], 10, 64)
			if err != nil {
				return err
			}
			to[group+names[j]] = n
		}
	}
	return nil
}

// listedCounters reads a name and a number a line.
func listedCounters(text string, to map[string]int64) error {
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		if len(fields) != 2 {
			return fmt.Errorf("no name and number: %q", line)
		}
		n, err := strconv.ParseInt(fields[1], 10, 64)
		if err != nil {
			return err
		}
		to[fields[0]] = n
	}
	return nil
}

// InterfaceCounters returns what the kernel has counted of an interface of ns.
func InterfaceCounters(ns *netns.NS, name string) (map[string]int64, error) {
	conns, err := open(ns, unix.NETLINK_ROUTE)
	if err != nil {
		return nil, fmt.Errorf("observe: counters of %s: %w", name, err)
	}
	defer conns[0].close()
	body := appendBytes(make([]byte, unix.SizeofIfInfomsg), unix.IFLA_IFNAME, append([]byte(name), 0))
	b, err := conns[0].ask(unix.RTM_GETLINK, body)
	if err != nil {
		return nil, fmt.Errorf("observe: counters of %s: %w", name, err)
	}
	if len(b) < unix.SizeofIfInfomsg {
		return nil, errMalformed
	}
	for kind, v := range attributes(b[unix.SizeofIfInfomsg:]) {
		if kind == unix.IFLA_STATS64 {
			return linkCounters(v)
		}
	}
	return nil, fmt.Errorf("observe: the kernel does not count what %s carries", name)
}

// linkCounters reads a struct rtnl_link_stats64 of linux/if_link.h.
func linkCounters(v []byte) (map[string]int64, error) {
	names := [...]string{"rx_packets", "tx_packets", "rx_octets", "tx_octets", "rx_errors", "tx_errors", "rx_dropped", "tx_dropped"}
	if len(v) < 8*len(names) {
		return nil, errMalformed
	}
	counters := make(map[string]int64, len(names))
	for i, name := range names {
		counters[name] = int64(binary.NativeEndian.Uint64(v[8*i:]))
	}
	return counters, nil
}
