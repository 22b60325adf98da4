package packet_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/netrig/netrig/harness/packet"
)

// refit makes the lengths of IP and UDP those of a frame that was cut; nil where it has none.
func refit(b []byte) []byte {
	b = bytes.Clone(b)
	if len(b) < 34 {
		return nil
	}
	var kind byte
	var at int
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

// unheld are how many frames of a set end otherwise for tshark; docs/fields.md tells why.
// What is doubted is neither held against it nor counted.
var unheld = map[string]int{
	"arp-duplicates": 1, "arp-kinds": 3, "dhcp-options": 1, "dhcpv6-options": 1, "dns": 1, "dns-again": 1, "dns-records": 3, "ethernet": 2,
	"expert-headers": 1, "expert-ip-options": 3, "expert-ipv6": 5, "fragments": 1, "fragments6": 2, "fragments6-odd": 2, "ftp-eprt": 12, "ftp-epsv": 6,
	"ftp-six": 3, "gre": 1, "http-unknown": 1, "icmp": 10, "icmp-extensions": 4, "icmpv6-options": 30, "icmpv6-rare": 40, "igmp": 4, "ipsec": 1,
	"ipv6-options": 1, "odd-dns": 8, "odd-ospf": 1, "ospf": 10, "provider": 1, "snmp-engines": 15, "snmp-exchange": 2, "snmp-notices": 2, "snmp-odd": 3,
	"snmp-other-port": 2, "snmp-pdus": 4, "snmp-secured": 1, "ssdp": 6, "stp": 3, "tftp-asked": 1, "tftp-odd": 2, "tftp-windows": 1, "tls-asn1": 2,
	"tunnels": 4, "udp": 2, "vxlan": 3, "captured dhcp.pcapng": 1, "captured icmp6.pcapng": 7, "captured mdns.pcapng": 1, "captured ospf.pcapng": 3,
	"captured snmp.pcapng": 2, "captured tftp.pcapng": 1,
}

// TestOracleEnds cuts frames off after each octet, and changes octets, and holds whether they
// are malformed, short or neither against tshark: where no more was captured, where no more
// was sent, and where the lengths in the headers agree.
func TestOracleEnds(t *testing.T) {
	t.Parallel()
	all := crafted(t)
	maps.Copy(all, craftedStreams(t))
	for _, file := range corpus(t) {
		for _, f := range readAll(t, file) {
			name := "captured " + filepath.Base(file)
			all[name] = append(all[name], f.Data)
		}
	}
	differ := map[string][]string{} // frames, by their sets
	var r *rand.Rand                // of the set in hand, so that others change nothing in it
	for _, how := range []struct {
		name string
		cut  func(b []byte, n int) ([]byte, int)
	}{
		{"not captured", func(b []byte, n int) ([]byte, int) { return b[:n], len(b) }},
		{"not sent", func(b []byte, n int) ([]byte, int) { return b[:n], n }},
		{"agreed", func(b []byte, n int) ([]byte, int) { b = refit(b[:n]); return b, len(b) }},
		{"altered", func(b []byte, n int) ([]byte, int) {
			b = bytes.Clone(b)
			b[n] = []byte{0, 1, 0x80, 0xff, byte(r.Uint32())}[r.IntN(5)]
			return b, len(b)
		}},
	} {
		t.Run(how.name, func(t *testing.T) {
			var fs []*packet.Frame
			var of, at []string // the sets, and where it was cut
			add := func(data []byte, sent int, set, where string) {
				f := frames(data)[0]
				f.Number, f.Length, f.Time = len(fs)+1, sent, time.Unix(1, 0)
				fs, of, at = append(fs, f), append(of, set), append(at, where)
			}
			variant := 0
			for _, name := range slices.Sorted(maps.Keys(all)) {
				set := all[name]
				r = rand.New(rand.NewChaCha8(sha256.Sum256([]byte(name)))) //nolint:gosec // tests are to be repeatable
				for i, b := range set {
					if i%max(len(set)/20, 1) != 0 || isTCP(b) && i > 12 {
						continue // as many will do, and segments need those before
					}
					for n := i % 3; n < len(b); n += 1 + len(b)/40 {
						data, sent := how.cut(b, n)
						if data == nil || n < 14 && how.name == "altered" {
							continue
						}
						where := fmt.Sprintf("frame %d, octet %d", i+1, n)
						if variant++; !isTCP(b) {
							add(data, sent, name, where)
							continue
						}
						if n%7 != 0 {
							continue
						}
						for _, before := range set[:i] {
							add(elsewhere(before, variant), len(before), "", "")
						}
						add(elsewhere(data, variant), sent, name, where)
					}
				}
			}
			compared, doubted, alike, otherwise := 0, 0, 0, 0
			for i, want := range ends(t, fs) {
				if of[i] == "" {
					continue
				}
				compared++
				got := count(fs[i])
				switch {
				case fs[i].Doubt() != "":
					if doubted++; got == want {
						alike++
					}
				case got != want:
					otherwise++
					differ[of[i]] = append(differ[of[i]], fmt.Sprintf("%s, %s: want %v, got %v: %s", how.name, at[i], want, got, fs[i].Summary()))
				}
			}
			t.Logf("%d frames compared, %d of them doubted (of which %d end alike), %d end otherwise", compared, doubted, alike, otherwise)
		})
	}
	for set, all := range differ {
		if len(all) > unheld[set] {
			t.Errorf("%d frames of %s end otherwise, want %d:\n%s", len(all), set, unheld[set], strings.Join(all, "\n"))
		}
	}
}

// elsewhere moves a frame to other addresses, by the number of its variant, so that its
// connection is another one.
func elsewhere(b []byte, n int) []byte {
	b = bytes.Clone(b)
	if len(b) < 34 {
		return b
	}
	for _, at := range map[byte][]int{0x45: {28, 32}, 0x60: {28, 44}}[b[14]] {
		if len(b) > at+1 {
			b[at], b[at+1] = b[at]^byte(n>>8), b[at+1]^byte(n)
		}
	}
	return b
}

func isTCP(b []byte) bool {
	return len(b) > 54 && (b[12] == 8 && b[23] == 6 || b[12] == 0x86 && b[20] == 6)
}

// endings are the fields that tell why a dissection ends.
var endings = [...]string{"_ws.malformed", "_ws.short", "_ws.unreassembled"}

// count tells which of them a frame has.
func count(f *packet.Frame) (n [len(endings)]int) {
	for _, field := range f.Fields() {
		if i := slices.Index(endings[:], packet.InfoOf(field.ID).Name); i >= 0 {
			n[i] = 1
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
				n[i] = 1
			}
		}
		all = append(all, n)
	}
	if len(all) != len(fs) {
		t.Fatalf("tshark tells of %d frames of %d", len(all), len(fs))
	}
	return all
}
