package filter_test

import (
	"flag"
	"fmt"
	"hash/fnv"
	"io"
	"maps"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/internal/trial"
)

// generate makes filters of what stands in the frames: for every field, its
// presence and every operator its type has, with values that it has.
func generate(frames []*packet.Frame) []string {
	values := map[packet.FieldID][]packet.Value{}
	var all []string
	for _, fr := range frames {
		for i, f := range fr.Fields() {
			have := values[f.ID]
			text := filter.Literal(fr.At(i), packet.InfoOf(f.ID))
			known := slices.ContainsFunc(have, func(v packet.Value) bool { return filter.Literal(v, packet.InfoOf(f.ID)) == text })
			if len(have) < 2 && !known {
				values[f.ID] = append(have, fr.At(i))
				if info := packet.InfoOf(f.ID); info.Type == packet.Protocol { // how far does a search in it go?
					behind := int(f.Offset + f.Length)
					for _, at := range []int{behind, len(fr.Data) - 4} {
						if f.Offset >= 0 && at >= behind && at+4 <= len(fr.Data) {
							all = append(all, info.Name+" contains "+hexed(fr.Data[at:at+4]))
						}
					}
				}
			}
		}
	}
	for _, id := range slices.Sorted(maps.Keys(values)) {
		info := packet.InfoOf(id)
		if info.Name == "frame.time_delta_displayed" {
			continue // Wireshark has the filter itself decide which frames are displayed
		}
		if info.Name == "vxlan.flags" || info.Name == "vxlan.flags_reserved" {
			continue // the name is in Wireshark twice, and numbers must fit both
		}
		if secure, _ := packet.Lookup("tls"); values[secure.ID] != nil && slices.Contains([]string{"frame.protocols", "tls", "tls.handshake.random_time", "tls.handshake.random_bytes"}, info.Name) {
			continue // Wireshark knows here what TLS has turned out to be, and names what certificates hold
		}
		if info.Type != packet.Bool {
			all = append(all, info.Name)
		}
		for _, v := range values[id] {
			all = append(all, about(info, v)...)
		}
	}
	return all
}

// about makes the filters about one value of a field.
func about(info *packet.Info, v packet.Value) []string {
	name, lit := info.Name, filter.Literal(v, info)
	if info.Type == packet.None {
		return []string{"not " + name, "count(" + name + ") == 1"}
	}
	if info.Type == packet.OID && !strings.Contains(lit, ".") || info.Type == packet.Double && math.IsNaN(v.Float()) {
		return []string{"count(" + name + ") > 0"} // nothing writes it
	}
	if b := v.Octets(); len(b) > 40 && info.Type != packet.String {
		return []string{
			fmt.Sprintf("%s[0:8] == %s", name, filter.Literal(packet.BytesValue(b[:8]), info)),
			fmt.Sprintf("%s contains %s", name, filter.Literal(packet.BytesValue(b[len(b)-8:]), info)),
			fmt.Sprintf("%s[-4:] == %s", name, filter.Literal(packet.BytesValue(b[len(b)-4:]), info)),
			fmt.Sprintf("len(%s) == %d", name, len(b)),
		}
	}
	all := []string{name + " == " + lit, name + " != " + lit, name + " === " + lit, name + " !== " + lit}
	if lit != `""` {
		all = append(all, name+" in {"+lit+"}")
	}
	if info.Type != packet.Uint || v.Uint() != 0 && v.Uint() < 1<<info.Bits-1 {
		all = append(all, name+" > "+lit, name+" <= "+lit, "all "+name+" >= "+lit)
	}
	switch info.Type {
	case packet.Uint:
		all = append(all, fmt.Sprintf("%s & %d", name, v.Uint()), fmt.Sprintf("%s + 1 > %d", name, v.Uint()),
			fmt.Sprintf("string(%s) == \"%d\"", name, v.Uint()), fmt.Sprintf("max(%s) == %d", name, v.Uint()))
		for n, text := range info.Names {
			if n == v.Uint() {
				all = append(all, fmt.Sprintf("%s == %q", name, text))
			}
		}
	case packet.Double:
		all = append(all, name+" + 1 > "+lit, name+" - "+lit+" == 0", "abs("+name+") == "+lit, fmt.Sprintf("string(%s) == %q", name, v.AppendDouble(nil, 17)))
	case packet.EUI64:
		all = append(all, name+" & "+lit+" == "+lit, "string("+name+") == \""+lit+"\"", fmt.Sprintf("%s == %d", name, v.Uint()), "len("+name+") == 8")
	case packet.OID:
		all = append(all, name+" contains "+lit, name+" & "+lit, "string("+name+") == \""+lit+"\"", name+"[0:2] == "+hexed(v.Octets()[:2]))
	case packet.GUID:
		all = append(all, "string("+name+") == \""+lit+"\"", "max("+name+") == "+lit, "len("+name+") == 16")
	case packet.IPv4:
		all = append(all, name+" == "+lit+"/24", "string("+name+") contains \""+lit+"\"", name+"[0:2] == "+hexed(v.Octets()[:2]))
	case packet.IPv6:
		all = append(all, name+" == "+lit+"/64", name+"[0:2] == "+hexed(v.Octets()[:2]), "string("+name+") == \""+lit+"\"")
	case packet.Ether:
		all = append(all, name+"[0:3] == "+hexed(v.Octets()[:3]), name+" contains "+hexed(v.Octets()[4:]))
	case packet.String:
		all = append(all, name+" contains "+lit, "lower("+name+") == "+lit, fmt.Sprintf("len(%s) == %d", name, len(v.Octets())))
	case packet.Bytes, packet.Protocol:
		all = append(all, fmt.Sprintf("len(%s) == %d", name, len(v.Octets())))
		if len(v.Octets()) > 1 {
			all = append(all, name+"[1:] == "+filter.Literal(packet.BytesValue(v.Octets()[1:]), nil))
		}
	default:
	}
	return all
}

func hexed(b []byte) string { return filter.Literal(packet.BytesValue(b), nil) }

// long has every filter compared on every capture, in place of one in sample.
var long = flag.Bool("long", false, "compare all filters with Wireshark on all captures")

// seed has the filters made at random be others.
var seed = flag.Uint64("seed", 0, "begin filters made at random with this seed")

const sample = 8

// sampled tells whether an ordinary run compares a filter on a capture: the same
// ones each time, but others on each capture.
func sampled(file, expr string) bool {
	if *long {
		return true
	}
	h := fnv.New32a()
	_, _ = io.WriteString(h, filepath.Base(file)+expr)
	return h.Sum32()%sample == 0
}

// Filters made from what the frames hold are taken by both, and select the
// same frames: so names, types, values and literals agree.
func TestGenerated(t *testing.T) {
	wireshark := trial.StartSharkd(t)
	for _, c := range captures(t) {
		t.Run(filepath.Base(c.file), func(t *testing.T) {
			t.Parallel()
			compared := 0
			s := wireshark.Open(t, c.file, nil)
			for _, expr := range generate(c.frames) {
				f, err := filter.Compile(expr)
				if err != nil {
					t.Errorf("%s: %v", expr, err)
					continue
				}
				if !sampled(c.file, expr) || c.fickle(expr) {
					continue
				}
				want, taken := s.Select(t, expr)
				if !taken {
					t.Errorf("%s: Wireshark refuses it", expr)
					continue
				}
				compared++
				if diff := cmp.Diff(want, matching(t, f, c.frames, want...)); diff != "" {
					t.Errorf("%s: frames selected (-Wireshark +netrig):\n%s", expr, diff)
				}
			}
			t.Logf("%d filters compared", compared)
		})
	}
}
