package filter_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/internal/trial"
)

// grammar makes filters at random, of every construct of the language: most
// have the types that they should, and some do not.
type grammar struct {
	*rand.Rand
	fields map[packet.Type][]*packet.Info // what the frames hold
	types  []packet.Type                  // of those
	values map[packet.FieldID][]string    // literals of what the frames hold
}

func newGrammar(seed uint64, frames []*packet.Frame) *grammar {
	g := &grammar{
		Rand:   rand.New(rand.NewPCG(seed, 0)), //nolint:gosec // tests are to be repeatable
		fields: map[packet.Type][]*packet.Info{}, values: map[packet.FieldID][]string{},
	}
	for _, fr := range frames {
		for i, f := range fr.Fields() {
			info := packet.InfoOf(f.ID)
			if _, known := g.values[f.ID]; !known {
				g.fields[info.Type] = append(g.fields[info.Type], info)
			}
			if v := fr.At(i); len(v.Octets()) <= 40 {
				g.values[f.ID] = append(g.values[f.ID], filter.Literal(v, info))
			} else {
				g.values[f.ID] = append(g.values[f.ID], filter.Literal(packet.BytesValue(v.Octets()[:4]), nil))
			}
		}
	}
	g.types = slices.Sorted(maps.Keys(g.fields))
	return g
}

func (g *grammar) pick(of ...string) string { return of[g.IntN(len(of))] }

// one reports true once in n times.
func (g *grammar) one(n int) bool { return g.IntN(n) == 0 }

func (g *grammar) field() *packet.Info {
	of := g.fields[g.types[g.IntN(len(g.types))]]
	return of[g.IntN(len(of))]
}

// filter makes one filter.
func (g *grammar) filter() string { return g.test(2) }

func (g *grammar) test(depth int) string {
	if depth > 0 && g.one(3) {
		switch g.IntN(4) {
		case 0:
			return g.pick("not ", "!", "! ", "not not ") + g.test(depth-1)
		case 1:
			return "(" + g.test(depth-1) + ")"
		default:
			return g.test(depth-1) + g.pick(" and ", " && ", " or ", " || ", "&&", "||") + g.test(depth-1)
		}
	}
	info := g.field()
	quant := ""
	if g.one(5) {
		quant = g.pick("any ", "all ")
	}
	left := g.operand(info, 2)
	switch g.IntN(9) {
	case 0:
		return left
	case 1:
		return quant + left + g.pick(" contains ", " contains ", "contains") + g.right(info, 1)
	case 2:
		return quant + left + g.pick(" matches ", " ~ ", "~") + g.pick(`"e"`, `"^[0-9]+"`, `r"\d\.\d"`, `"(?-i)G|w"`, `"."`, `"\\x00"`, `"^$"`, `"e$"`, "e", "'e'")
	case 3, 4:
		members := make([]string, 1+g.IntN(3))
		for i := range members {
			members[i] = g.right(info, 0)
			if g.one(3) {
				members[i] += g.pick("..", " .. ") + g.right(info, 0)
			}
		}
		return quant + left + g.pick(" in ", " not in ", " in") + "{" + strings.Join(members, g.pick(",", ", ", " , ")) + "}"
	case 5:
		if g.one(3) {
			return left + g.comparison() + g.right(info, 1) + g.comparison() + g.right(info, 1)
		}
	}
	return quant + left + g.comparison() + g.right(info, 1)
}

func (g *grammar) comparison() string {
	return g.pick(" == ", " == ", "==", " != ", "!=", " === ", " !== ", " ~= ", " > ", " >= ", " < ", "<", " <= ",
		" eq ", " ne ", " gt ", " ge ", " lt ", " le ", " any_eq ", " all_eq ", " any_ne ", " all_ne ")
}

// right makes what stands on the right of a comparison with the field.
func (g *grammar) right(info *packet.Info, depth int) string {
	switch g.IntN(8) {
	case 0:
		return g.operand(g.field(), depth)
	case 1:
		of := g.fields[info.Type]
		return g.operand(of[g.IntN(len(of))], depth)
	case 2:
		return g.stray()
	}
	return g.literal(info)
}

// literal makes a literal of the field's type, mostly one that it has.
func (g *grammar) literal(info *packet.Info) string {
	have := g.values[info.ID]
	lit := have[g.IntN(len(have))]
	switch info.Type {
	case packet.IPv4:
		return lit + g.pick("", "", "/24", "/8", "/0")
	case packet.IPv6:
		return lit + g.pick("", "", "/64", "/127", "/1")
	case packet.Uint, packet.Int, packet.Double:
		return g.pick("", "", "", "-", "+", "- ") + g.pick(lit, lit, "1", "0x10", "017", "0b101", "'a'", lit+g.pick(" + 1", "+1", " -1", " * 2", " & 3"))
	case packet.Bytes, packet.Protocol, packet.Ether, packet.EUI64:
		return g.pick(lit, lit, strings.ReplaceAll(lit, ":", g.pick("-", ".", "")), "ff:00", "0x47", `"GET"`)
	default:
		return lit
	}
}

// stray makes a literal of any type.
func (g *grammar) stray() string {
	return g.pick("80", "0x50", "-1", "1.5", "1e3", ".5", "5.", "a", "abc", "A", "True", "FALSE", "'x'", `'\x41'`, `"GET"`, `""`, `r"\w"`,
		"0a:0b", "0a-0b", "0a0b", "0a.0b", "0A:0B:0C", "02:00:00:00:00:01", "0200.0000.0001", "2:0:0:0:0:1", "10.0.0.1", "10.0.0.0/24", "fe80::1", "::", "fe80::/10",
		"localhost", `"2023-11-14T22:13:25Z"`, `"2023-11-14 22:13:25.5+01:00"`, "1.3.6.1", "1.3", "00000000-0000-0000-0000-000000000001",
		"request", "TCP", `"TCP"`, "udp", "tcp.port", "${tcp.port}", "inf", "-inf", "99999999999999999999", "4294967296", "256")
}

// operand makes something that has the field in it.
func (g *grammar) operand(info *packet.Info, depth int) string {
	if depth == 0 || g.one(2) {
		switch g.IntN(12) {
		case 0:
			return info.Name + g.pick("#1", "#2", "#[1]", "#[1-2]", "#[2-]", "#[1,2]", "#[:1]")
		case 1:
			return "." + info.Name
		}
		return info.Name
	}
	inner := g.operand(info, depth-1)
	switch g.IntN(6) {
	case 0, 1:
		return inner + g.pick("[0]", "[1]", "[-1]", "[0:2]", "[:2]", "[2:]", "[-2:]", "[0-1]", "[1-2,0]", "[0,0]", "[-2--1]", "[ 0 : 1 ]", "[0x1]", "[0:4]")
	case 2, 3:
		name := g.pick("upper", "lower", "len", "count", "string", "max", "min", "abs", "string", "count")
		if name == "max" || name == "min" {
			inner += g.pick("", "", ", "+g.right(info, 0), ","+g.literal(info))
		}
		return fmt.Sprintf("%s(%s)", name, inner)
	case 4:
		return g.pick("", "", "-", "- ") + inner + g.pick(" + ", " - ", " * ", " / ", " % ", " & ", " bitwise_and ", "&", "+", " -") + g.right(info, 0)
	default:
		return "{" + inner + "}"
	}
}

// deliberate are the refusals of what Wireshark takes, as docs/filters.md
// lists them.
var deliberate = []string{
	"alone tests only", "is never negative", "is never below", "is never above", "has no value where there is none", "a division by 0", "it does not fit",
	"layers count from", "is no range", "reaches beyond", "they are never equal", "write the smaller first", "is not a byte sequence", "is not a time span",
	"is not a point in time", "which len() does not take", "compare it with a prefix", "a prefix is no argument", "one cannot calculate with a prefix",
	"cannot be compared with a slice", "which max() does not take", "which min() does not take", "has a literal in it", "looks no further than", "tells of no frame", "does not fit it", "equals nothing", "is a GUID and", "a GUID: they cannot", "is more than 32 bits", "is not a GUID",
}

// negative finds a negative number, which Wireshark fails to compare with an
// unsigned one, and takes the failure for success where all must be equal.
var negative = regexp.MustCompile(`-\s*['0-9]|tcp\.window_size_scalefactor`) // which is below 0 where no scale is known

// Filters made at random are taken, or refused, as Wireshark does, and select
// the same frames.
func TestRandom(t *testing.T) {
	n := 3000
	if *long {
		n = 40000
	}
	wireshark := trial.StartSharkd(t)
	for seed, c := range captures(t)[:2] {
		g := newGrammar(uint64(seed), c.frames)
		s := wireshark.Open(t, c.file, nil)
		compared, refused, deliberately, crashed := 0, 0, 0, 0
		for range n {
			expr := g.filter()
			if c.fickle(expr) {
				continue
			}
			f, err := filter.Compile(expr)
			result, complaint, broken := s.Ask("frames", map[string]string{"filter": expr, "column0": "frame.number:1"})
			if broken != nil { // some filters are too much for it
				crashed++
				s = wireshark.Open(t, c.file, nil)
				continue
			}
			switch {
			case err == nil && complaint != "":
				t.Errorf("%s: Wireshark refuses it: %s", expr, complaint)
			case err != nil && complaint != "":
				refused++
			case err != nil && slices.ContainsFunc(deliberate, func(s string) bool { return strings.Contains(err.Error(), s) }):
				deliberately++
			case err != nil:
				t.Errorf("%s: Wireshark takes it: %v", expr, err)
			default:
				compared++
				var rows []struct{ Num int }
				if err := json.Unmarshal(result, &rows); err != nil {
					t.Fatal(err)
				}
				var want []int
				for _, row := range rows {
					want = append(want, row.Num)
				}
				if diff := cmp.Diff(want, matching(t, f, c.frames)); diff != "" && !negative.MatchString(expr) {
					t.Errorf("%s: frames selected (-Wireshark +netrig):\n%s", expr, diff)
				}
			}
		}
		t.Logf("%s: %d filters compared, %d refused by both, %d deliberately, %d broke Wireshark", c.file, compared, refused, deliberately, crashed)
	}
}
