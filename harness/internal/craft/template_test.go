package craft_test

import (
	"bytes"
	"net"
	"net/netip"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/netrig/netrig/harness/internal/craft"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/internal/trial"
)

func origin() craft.Origin {
	return craft.Origin{MAC: net.HardwareAddr{2, 0, 0, 0, 0, 1}, IPv4: netip.MustParseAddr("10.0.0.1"), IPv6: netip.MustParseAddr("2001:db8::1")}
}

// stacks are all orders of layers up to a depth.
func stacks(depth int, before ...string) [][]string {
	last := ""
	if len(before) > 0 {
		last = before[len(before)-1]
	}
	all := [][]string{}
	if last != "" {
		all = append(all, before)
	}
	if len(before) == depth {
		return all
	}
	for _, next := range craft.Follow(last) {
		all = append(all, stacks(depth, append(slices.Clone(before), next)...)...)
	}
	return all
}

func templates(t *testing.T) (names []string, frames [][]byte) {
	t.Helper()
	for _, layers := range stacks(5) {
		for _, payload := range []string{"", "what a payload is"} {
			b, err := craft.Template(layers, origin(), []byte(payload))
			if err != nil {
				t.Fatalf("%v: %v", layers, err)
			}
			names = append(names, strings.Join(layers, " ")+" "+payload)
			frames = append(frames, b)
		}
	}
	return names, frames
}

// layerFields are fields that only a frame with such a layer has.
var layerFields = map[string]string{
	"eth": "eth.src", "vlan": "vlan.id", "arp": "arp.opcode", "ip": "ip.src", "ipv6": "ipv6.src", "icmp": "icmp.type", "icmpv6": "icmpv6.type",
	"udp": "udp.srcport", "tcp": "tcp.srcport",
}

func TestTemplates(t *testing.T) {
	names, frames := templates(t)
	for i, b := range frames {
		f := dissect(b, packet.Options{NoReassembly: true, VerifyChecksums: true})
		for layer, name := range layerFields {
			want, got := 0, 0
			for l := range strings.FieldsSeq(names[i]) {
				if l == layer {
					want++
				}
			}
			for at := f.Find(field(t, name).ID, 0); at >= 0; at = f.Find(field(t, name).ID, at+1) {
				got++
			}
			if got != want {
				t.Errorf("%s: %d of %s, want %d", names[i], got, name, want)
			}
		}
		if mended := mend(b); !bytes.Equal(mended, b) {
			t.Errorf("%s: its checksums are not right:\n% x\n% x", names[i], b, mended)
		}
	}
}

func mend(b []byte) []byte {
	b = bytes.Clone(b)
	craft.Mend(b)
	return b
}

// TestTemplatesInWireshark holds that tshark finds nothing wrong with a template, with
// checksums verified.
func TestTemplatesInWireshark(t *testing.T) {
	tshark := trial.Tool(t, "tshark")
	names, frames := templates(t)
	var file bytes.Buffer
	w := packet.NewWriter(&file, packet.Meta{})
	if err := w.AddPoint("a", origin().MAC); err != nil {
		t.Fatal(err)
	}
	for i, b := range frames {
		if err := w.Write(&packet.Frame{Number: i + 1, Time: time.Unix(int64(i), 0), Point: "a", Length: len(b), Data: b}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "templates.pcapng")
	if err := os.WriteFile(path, file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	args := []string{"-n", "-r", path, "-T", "fields", "-e", "frame.number", "-e", "_ws.expert.message",
		"-Y", "_ws.malformed || _ws.expert.severity >= 0x600000"}
	for _, p := range []string{"ip", "tcp", "udp"} {
		args = append(args, "-o", p+".check_checksum:TRUE")
	}
	out, err := exec.CommandContext(t.Context(), tshark, args...).Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(out)) {
		t.Errorf("tshark: %s", line)
	}
	if t.Failed() {
		t.Log(strings.Join(names, "\n"))
	}
}

func TestTemplateMistakes(t *testing.T) {
	for _, layers := range [][]string{nil, {"ip"}, {"eth", "udp"}, {"eth", "arp", "ip"}, {"eth", "ip", "udp", "tcp"}, {"eth", "dns"}} {
		if b, err := craft.Template(layers, origin(), nil); err == nil {
			t.Errorf("%v: % x, want an error", layers, b)
		}
	}
	for _, layers := range [][]string{{"eth", "ip"}, {"eth", "ipv6"}, {"eth", "ip", "udp"}, {"eth", "ipv6", "udp"}} {
		if b, err := craft.Template(layers, origin(), make([]byte, 65536)); err == nil {
			t.Errorf("%v around 65536 octets: %d octets, want an error", layers, len(b))
		}
	}
}

// TestApply holds which checksums are mended.
func TestApply(t *testing.T) {
	b, err := craft.Template([]string{"eth", "ip", "udp"}, craft.Origin{}, []byte("x"))
	if err != nil {
		t.Fatal(err)
	}
	change := func(name, text string) craft.Change {
		return craft.Change{Field: field(t, name), Occurrence: 1, Value: value(t, name, text)}
	}
	ttl, sum, none := change("ip.ttl", "7"), change("ip.checksum", "0x1234"), change("udp.checksum", "0")
	status := func(changes []craft.Change, keep bool) string {
		t.Helper()
		changed, err := craft.Apply(b, changes, keep)
		if err != nil {
			t.Fatal(err)
		}
		f := dissect(changed, packet.Options{VerifyChecksums: true})
		var texts []string
		for _, name := range []string{"ip.ttl", "ip.checksum.status", "udp.checksum.status"} {
			v, _ := f.Value(field(t, name).ID)
			texts = append(texts, v.Format(field(t, name)))
		}
		return strings.Join(texts, " ")
	}
	for _, c := range []struct {
		name    string
		changes []craft.Change
		keep    bool
		want    string
	}{
		{"nothing", nil, false, "64 1 1"},
		{"mended", []craft.Change{ttl}, false, "7 1 1"},
		{"kept", []craft.Change{ttl}, true, "7 0 1"},
		{"set before", []craft.Change{sum, ttl}, false, "7 0 1"},
		{"set behind", []craft.Change{ttl, sum}, false, "7 0 1"},
		{"no checksum", []craft.Change{none, ttl}, false, "7 1 3"},
	} {
		if got := status(c.changes, c.keep); got != c.want {
			t.Errorf("%s: ip.ttl and the states of the checksums are %s, want %s", c.name, got, c.want)
		}
	}
	if _, err := craft.Apply(b, []craft.Change{change("tcp.seq_raw", "1")}, false); err == nil {
		t.Error("a field that is not there is set")
	}
}
