package packet_test

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness/packet"
)

// refit makes the lengths of IP and UDP those of a frame that was cut; nil where it has none.
func refit(b []byte) []byte {
	b = bytes.Clone(b)
	if len(b) < 34 {
		return nil
	}
	var kind byte
	at := 0
	switch binary.BigEndian.Uint16(b[12:]) {
	case 0x0800:
		if at = 14 + int(b[14]&15)*4; at < 34 || at > len(b) {
			return nil
		}
		binary.BigEndian.PutUint16(b[16:], uint16(len(b)-14))
		kind = b[23]
	case 0x86dd:
		if at = 54; at > len(b) {
			return nil
		}
		binary.BigEndian.PutUint16(b[18:], uint16(len(b)-at))
		kind = b[20]
	default:
		return nil
	}
	if kind == 17 && len(b) >= at+8 {
		binary.BigEndian.PutUint16(b[at+4:], uint16(len(b)-at))
	}
	return b
}

// unheld are sets of crafted frames of which tshark finds other ends where they are cut:
// it looks ahead, or guesses another protocol, or the catalogue lacks a part of what they hold.
var unheld = []string{
	"bgp", "expert", "gre", "icmp", "igmp", "fragments", "ftp", "http", "ip", "lldp", "llmnr", "mail", "mobility", "node", "ntp", "ospf", "smtp",
	"snmp", "ssdp", "stp", "tcp", "tftp", "tls", "tunnels", "vxlan", "websocket",
}

// TestOracleEnds cuts frames off after each octet and holds whether they are malformed,
// short or neither against tshark: where no more was captured, where no more was sent, and
// where the lengths in the headers agree.
func TestOracleEnds(t *testing.T) {
	t.Parallel()
	all := crafted(t)
	maps.Copy(all, craftedStreams(t))
	for _, how := range []struct {
		name   string
		unheld []string
		cut    func(b []byte, n int) ([]byte, int)
	}{
		{"not captured", []string{"arp", "dhcp", "dns", "ethernet", "gre", "icmp", "llc", "snap", "provider", "udp", "vlan"}, func(b []byte, n int) ([]byte, int) { return b[:n], len(b) }},
		{"not sent", nil, func(b []byte, n int) ([]byte, int) { return b[:n], n }},
		{"agreed", nil, func(b []byte, n int) ([]byte, int) { b = refit(b[:n]); return b, len(b) }},
	} {
		t.Run(how.name, func(t *testing.T) {
			t.Parallel()
			var fs []*packet.Frame
			var of []string
			for _, name := range slices.Sorted(maps.Keys(all)) {
				if slices.ContainsFunc(append(how.unheld, unheld...), func(s string) bool { return strings.HasPrefix(name, s) }) {
					continue
				}
				for i, b := range all[name] {
					if i%max(len(all[name])/20, 1) != 0 || isTCP(b) {
						continue // as many will do, and segments hang on one another
					}
					for n := i % 3; n < len(b); n += 1 + len(b)/40 {
						data, sent := how.cut(b, n)
						if data == nil {
							continue
						}
						f := frames(data)[0]
						f.Number, f.Length = len(fs)+1, sent
						fs, of = append(fs, f), append(of, fmt.Sprintf("%s %d, octet %d", name, i+1, n))
					}
				}
			}
			for i, want := range ends(t, fs) {
				if got := fs[i].Summary(); count(fs[i]) != want {
					t.Errorf("frame %d (%s): want %v, got %v: %s", i+1, of[i], want, count(fs[i]), got)
				}
			}
			t.Logf("%d frames compared", len(fs))
		})
	}
}

func isTCP(b []byte) bool {
	return len(b) > 54 && (b[12] == 8 && b[23] == 6 || b[12] == 0x86 && b[20] == 6)
}

// endings are the fields that tell why a dissection ends.
var endings = [...]string{"_ws.malformed.expert", "_ws.short", "_ws.unreassembled"}

// count tells how often a frame has each.
func count(f *packet.Frame) (n [len(endings)]int) {
	for _, field := range f.Fields() {
		if i := slices.Index(endings[:], packet.InfoOf(field.ID).Name); i >= 0 {
			n[i]++
		}
	}
	return n
}

// ends dissects frames, and tells what tshark says of their ends.
func ends(t *testing.T, fs []*packet.Frame) (all [][len(endings)]int) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "ends.pcapng")
	write(t, file, fs)
	d := packet.NewDissector(packet.Options{})
	for _, f := range fs {
		d.Dissect(f)
	}
	args := []string{"-n", "-r", file, "-T", "fields", "-E", "aggregator=;"}
	for _, name := range endings {
		args = append(args, "-e", name)
	}
	cmd := exec.CommandContext(t.Context(), tshark(t), args...)
	cmd.Env = append(os.Environ(), "HOME="+t.TempDir())
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("tshark: %v", err)
	}
	for line := range strings.Lines(string(out)) {
		var n [len(endings)]int
		for i, values := range strings.Split(strings.TrimSuffix(line, "\n"), "\t") {
			if values != "" {
				n[i] = 1 + strings.Count(values, ";")
			}
		}
		all = append(all, n)
	}
	if len(all) != len(fs) {
		t.Fatalf("tshark tells of %d frames of %d", len(all), len(fs))
	}
	return all
}
