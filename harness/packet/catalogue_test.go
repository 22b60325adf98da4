package packet_test

import (
	"bufio"
	"bytes"
	"fmt"
	"maps"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/internal/trial"
)

func TestLookup(t *testing.T) {
	names := packet.Names()
	if !slices.IsSorted(names) || len(slices.Compact(slices.Clone(names))) != len(names) {
		t.Error("names are not sorted, or not unique")
	}
	for _, name := range names {
		info, ok := packet.Lookup(name)
		if !ok || info.Name != name || packet.InfoOf(info.ID) != info {
			t.Errorf("%s: found %v, %v", name, info, ok)
		}
	}
	for _, name := range []string{"", "ip.sr", "IP.SRC", "zzz"} {
		if info, ok := packet.Lookup(name); ok {
			t.Errorf("%q: found %v", name, info)
		}
	}
	if got := packet.InfoOf(65535).Name; got != "" {
		t.Errorf("an id that is none names %q", got)
	}
}

// glossary runs tshark -G and yields the tab-separated columns of its lines.
func glossary(t *testing.T, what string, line func(columns []string)) {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), tshark(t), "-G", what).Output()
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		line(strings.Split(lines.Text(), "\t"))
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}

var types = map[string]packet.Type{
	"FT_PROTOCOL": packet.Protocol, "FT_NONE": packet.None, "FT_BOOLEAN": packet.Bool, "FT_FRAMENUM": packet.Uint, "FT_IPv4": packet.IPv4,
	"FT_IPv6": packet.IPv6, "FT_ETHER": packet.Ether, "FT_STRING": packet.String, "FT_STRINGZ": packet.String, "FT_BYTES": packet.Bytes,
	"FT_RELATIVE_TIME": packet.Duration, "FT_ABSOLUTE_TIME": packet.Time, "FT_DOUBLE": packet.Double, "FT_FLOAT": packet.Double,
	"FT_EUI64": packet.EUI64, "FT_OID": packet.OID, "FT_GUID": packet.GUID, "FT_STRINGZPAD": packet.String, "FT_UINT_STRING": packet.String, "FT_UINT_BYTES": packet.Bytes,
}

// TestCatalogueAgainstTshark holds name, label, type, width and base of every
// field against Wireshark's own list.
func TestCatalogueAgainstTshark(t *testing.T) {
	want := map[string]string{}
	glossary(t, "fields", func(c []string) {
		switch {
		case len(c) >= 3 && c[0] == "P":
			if _, ok := want[c[2]]; !ok {
				want[c[2]] = fmt.Sprint(c[1], " ", packet.Protocol, " 0 false")
			}
		case len(c) >= 6 && c[0] == "F":
			if _, ok := want[c[2]]; ok {
				return
			}
			typ, bits := types[c[3]], 0
			if n, ok := strings.CutPrefix(c[3], "FT_UINT"); ok {
				typ = packet.Uint
				bits, _ = strconv.Atoi(n)
			} else if n, ok := strings.CutPrefix(c[3], "FT_INT"); ok {
				typ = packet.Int
				bits, _ = strconv.Atoi(n)
			} else if c[3] == "FT_FRAMENUM" {
				bits = 32
			}
			hex := c[5] == "BASE_HEX" || c[5] == "BASE_HEX_DEC"
			want[c[2]] = fmt.Sprint(c[1], " ", typ, " ", bits, " ", hex)
		}
	})
	for _, name := range packet.Names() {
		i, _ := packet.Lookup(name)
		got := fmt.Sprint(i.Label, " ", i.Type, " ", i.Bits, " ", i.Hex)
		if name == "dns.rr.udp_payload_size" { // in the list twice, and shown as the second says
			got = strings.Replace(got, "false", "true", 1)
		}
		if name == "_ws.expert" { // a protocol without octets, which break Wireshark where they are looked at
			got = fmt.Sprint(i.Label, " ", packet.Protocol, " 0 false")
		}
		if diff := cmp.Diff(want[name], got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// TestNamesAgainstTshark holds the named values of every field against
// Wireshark's.
func TestNamesAgainstTshark(t *testing.T) {
	want := map[string]map[uint64]string{}
	glossary(t, "values", func(c []string) {
		if len(c) >= 4 && c[0] == "T" && want[c[1]] == nil && (c[2] != "True" || c[3] != "False") {
			want[c[1]] = map[uint64]string{1: c[2], 0: c[3]}
		}
		if len(c) < 4 || c[0] != "V" {
			return
		}
		n, err := strconv.ParseUint(c[2], 0, 64)
		if err != nil {
			return
		}
		if want[c[1]] == nil {
			want[c[1]] = map[uint64]string{}
		}
		if _, ok := want[c[1]][n]; !ok {
			want[c[1]][n] = c[3]
		}
	})
	for _, name := range packet.Names() {
		i, _ := packet.Lookup(name)
		if (i.Type == packet.Uint || i.Type == packet.Bool) && !maps.Equal(want[name], i.Names) {
			t.Errorf("%s (-want +got):\n%s", name, cmp.Diff(want[name], i.Names))
		}
	}
}

var typeNames = [...]string{"protocol", "presence", "boolean", "unsigned", "signed", "IPv4", "IPv6", "Ethernet", "string", "bytes", "duration", "time", "floating point", "EUI-64", "object identifier", "GUID"}

// TestFieldsPage holds docs/fields.md to the catalogue; -update writes it.
func TestFieldsPage(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Fields\n\nThe fields that frames are dissected into, by their Wireshark 4.0 names; written by `go test ./harness/packet -run TestFieldsPage -update`.\n")
	b.WriteString("Their values are those of Wireshark with default preferences, save for the [differences](#differences) below.\n")
	b.WriteString(overview())
	section := ""
	for _, name := range packet.Names() {
		i, _ := packet.Lookup(name)
		if top, _, _ := strings.Cut(name, "."); top != section {
			section = top
			fmt.Fprintf(&b, "\n## %s\n\n| field | type | meaning |\n|---|---|---|\n", top)
		}
		kind := typeNames[i.Type]
		if i.Bits > 0 {
			kind = fmt.Sprint(kind, ", ", i.Bits, " bits")
		}
		label := strings.ReplaceAll(i.Label, "|", "\\|")
		if i.Names != nil {
			label += fmt.Sprintf(" (%d named values)", len(i.Names))
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", name, kind, label)
	}
	b.WriteString("\n## Differences\n\nWhere a field differs from Wireshark's on purpose:\n\n| field | difference |\n|---|---|\n")
	for _, name := range slices.Sorted(maps.Keys(differences)) {
		fmt.Fprintf(&b, "| `%s` | %s |\n", name, differences[name].why)
	}
	b.WriteString(leftOutPage())
	b.WriteString("\nNot dissected: resolved names (`eth.src_resolved`, GeoIP),\nwhat HTTP bodies hold, and every protocol that has no section here: its octets are `data`.\n")
	const page = "../../docs/fields.md"
	trial.Golden(t, page, b.String())
}
