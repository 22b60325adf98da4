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
			return g.pick("not ", "!", "! ", "not not ", "!!", "not!") + g.test(depth-1)
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
		return quant + left + g.pick(" matches ", " ~ ", "~") + g.pick(patterns...)
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

// patterns are regular expressions, and what is none.
var patterns = []string{
	`"e"`, `"^[0-9]+"`, `r"\d\.\d"`, `"(?-i)G|w"`, `"."`, `"\\x00"`, `"^$"`, `"e$"`, "e", "'e'",
	`""`, `"e*"`, `"a|"`, `"()"`, `"^\\x02"`, `r"[\x00-\x1f]"`, `r"[^\x00]"`, `r"\xff"`, `r"[\x80-\xff]"`, `r"\W"`, `r"\S+\s"`, `r"\bex"`, `r"e\B"`, `r"(?i)HTTP/1\.[01]"`,
	`r"(?s)a.b"`, `r"(?m)^Host"`, `r"^Host"`, `r"\AGET"`, `r"\.1$"`, `r"\.1\z"`, `r"\.1\Z"`, `"["`, `"(e"`, `"e)"`, `"e{2}"`, `"e{,2}"`, `"{2}"`, `"e{2,1}"`, `"*e"`, `"e**"`, `r"\"`,
	`"[[:alpha:]]{3}"`, `"[[:foo:]]"`, `"[a-"`, `"[z-a]"`, `"[]a]"`, `"[^]a]"`, `r"\p{L}"`, `r"\pL"`, `r"\Qa.b\E"`, `r"\x{41}"`, `r"\101"`, `r"\cA"`, `r"\e"`, `r"\h"`, `r"\R"`, `r"(?:e)"`,
	`r"(?<n>e)"`, `r"(?P<n>e)"`, `r"(?#c)e"`, `r"(?x) e x"`, `r"(?U)e+"`, `r"e+?"`, `"\xff"`, `"\u00e9"`, `"\u20ac|e"`, `"é"`, `"[é]"`, `"."`, `"..."`, `"^...$"`, `r"\N"`, `r"\C"`, `r"\K"`, `r"\G"`, `"\n"`, `r"$\n"`, `"^"`, `"$"`,
}

func (g *grammar) comparison() string {
	return g.pick(" == ", " == ", "==", " != ", "!=", " === ", " !== ", " ~= ", " > ", " >= ", " < ", "<", " <= ",
		" eq ", " ne ", " gt ", " ge ", " lt ", " le ", " any_eq ", " all_eq ", " any_ne ", " all_ne ")
}

// right makes what stands on the right of a comparison with the field.
func (g *grammar) right(info *packet.Info, depth int) string {
	if g.one(6) && info.Names != nil {
		names := slices.Sorted(maps.Values(info.Names))
		name := names[g.IntN(len(names))]
		return g.pick(fmt.Sprintf("%q", name), fmt.Sprintf("%q", name), name, strings.ToUpper(name), fmt.Sprintf("%q", strings.ToLower(name)))
	}
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
	case packet.Duration:
		return g.pick("", "", "-", "- ", "+") + g.pick(lit, lit, "0", "1", "0.5", "1.0", "0.000000001", "0.0000000001", "1.", ".5", "00.5", "0x1", "2147483647", "2147483648", "1 + 1", "1:2", "1s", "1,5")
	case packet.Time:
		return g.pick(lit, lit, `"2023-11-14T22:13:25Z"`, `"2023-11-14 22:13:25.5Z"`, `"2023-11-14 23:13:25+01:00"`, `"2023-11-14T22:13:25.000000001-00:30"`, `"2023-11-14T22:13Z"`, `"2023-11-14T22:13:25 UTC"`, `"2023-11-14 22:13:25.005000 UTC"`,
			`"Nov 14, 2023 22:13:25 UTC"`, `"Nov 14, 2023 22:13:25.006 UTC"`, `"20231114T221325Z"`, `"2023-11-14Z"`, `"2023-11-14T22:13:60Z"`, `"2023-11-31T00:00:00Z"`, `"2023-11-14T24:00:00Z"`, `"1969-12-31T23:59:59Z"`, `"1970-01-01T00:00:00Z"`,
			`"2023-11-14T22:13:25+0100"`, `"2023-11-14T22:13:25+01"`, `"2023-11-14T22:13:25z"`, `"2023-11-14t22:13:25Z"`, "2023-11-14T22:13:25Z", `"2023-11-14T22:13:25.Z"`, `"2023-11-14T22:13:25.1234567890Z"`, `" 2023-11-14T22:13:25Z "`, `"2023-11-14  22:13:25Z"`, "1700000000", `"1700000005.005"`)
	case packet.Bool:
		return g.pick(lit, lit, "0", "1", "2", "-1", "True", "TRUE", "true", "False", "0x1", "01", "'a'", `"True"`, "1 + 1")
	case packet.String:
		return g.pick(lit, lit, lit, `""`, `"e"`, "e", `r"e\x"`, `"\x65"`, `"\145"`, `"\u0065"`, `"\e"`, `"\?"`, `"\0"`, `"\400"`, `"\xg"`, "'e'", "0a:0b", "1 + 1", lit+"[0]")
	case packet.GUID:
		return g.pick(lit, lit, strings.ToUpper(lit), strings.ReplaceAll(lit, "-", ""), "{"+lit+"}", `"`+lit+`"`)
	case packet.OID:
		return g.pick(lit, lit, lit+".0", lit+".", "."+lit, "1.3", "2.999", "0.39", "0.40", "3.1", `"`+lit+`"`, "06:01", "1")
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
			return info.Name + g.pick("#1", "#2", "#[1]", "#[1-2]", "#[2-]", "#[1,2]", "#[:1]", "#[-1]", "#[-2:]", "#0", "#3", "#[1:2]", "#[2-3,1]", "#1[0]", "#")
		case 1:
			return g.pick(".", "@", "..", "&") + info.Name
		}
		return info.Name
	}
	inner := g.operand(info, depth-1)
	switch g.IntN(6) {
	case 0, 1:
		return inner + g.pick("[0]", "[1]", "[-1]", "[0:2]", "[:2]", "[2:]", "[-2:]", "[0-1]", "[1-2,0]", "[0,0]", "[-2--1]", "[ 0 : 1 ]", "[0x1]", "[0:4]", "[-4:2]", "[-3:]", "[:-1]", "[-1:1]", "[-2:5]", "[0:0]", "[1-0]", "[-3--2]", "[0--1]", "[-2-1]", "[0:2,-2:]", "[0,-1]", "[:]", "[]", "[010]", "[0:0x2]", "[2147483647]", "[0][0]", "[1:3][1]")
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
	"are not supported", "stands behind $", "octets have no properties",
}

// negative finds a negative number, which Wireshark fails to compare with an
// unsigned one, and takes the failure for success where all must be equal.
var negative = regexp.MustCompile(`-\s*['0-9]|tcp\.window_size_scalefactor`) // which is below 0 where no scale is known

// labelled finds that expert information itself was to be compared, which is a protocol
// to Wireshark, whose octets it looks for in vain.
var labelled = regexp.MustCompile(`_ws\.expert(#\S+)? (has no value|is a label)`)

// Filters made at random are taken, or refused, as Wireshark does, and select
// the same frames.
func TestRandom(t *testing.T) {
	n := 3000
	if *long {
		n = 20000
	}
	wireshark := trial.StartSharkd(t)
	for i, c := range captures(t) {
		switch {
		case i <= 1:
		case *long:
			n = 3000
		default:
			return
		}
		g := newGrammar(*seed+uint64(i), c.frames)
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
			case err != nil && (labelled.MatchString(err.Error()) || slices.ContainsFunc(deliberate, func(s string) bool { return strings.Contains(err.Error(), s) })):
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
				if diff := cmp.Diff(want, matching(t, f, c.frames, want...)); diff != "" && !negative.MatchString(expr) {
					t.Errorf("%s: frames selected (-Wireshark +netrig):\n%s", expr, diff)
				}
			}
		}
		t.Logf("%s: %d filters compared, %d refused by both, %d deliberately, %d broke Wireshark", c.file, compared, refused, deliberately, crashed)
	}
}
