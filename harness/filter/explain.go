package filter

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/netrig/netrig/harness/packet"
)

// Explanation tells, conjunct by conjunct, how a frame fared.
type Explanation struct {
	Terms []Term
}

// Held counts the terms that held, so that near misses can be ranked.
func (e Explanation) Held() int {
	n := 0
	for i := range e.Terms {
		if e.Terms[i].Held {
			n++
		}
	}
	return n
}

// Matched reports whether every term held.
func (e Explanation) Matched() bool { return e.Held() == len(e.Terms) }

// Term is one of the tests that a filter joins by && at its top level.
type Term struct {
	Text     string // as written
	Expanded string // with every ${} replaced by its value, as Wireshark takes it
	Held     bool
	Err      error // why the term could not be judged; nil otherwise
	Had      []Had // what the frame had, one for each field the term names
}

// Had is what a frame has of one field.
type Had struct {
	Field  string   // as in tcp.flags.syn
	Values []string // literals as Wireshark takes them, long octets cut; empty where the frame lacks the field
}

// String returns the field and its values, as in "ip.ttl is 64".
func (h Had) String() string {
	if len(h.Values) == 0 {
		return "no " + h.Field
	}
	return h.Field + " is " + strings.Join(h.Values, ", ")
}

// Explain judges each conjunct of the filter by itself.
func (f *Filter) Explain(fr *packet.Frame, b Bindings) Explanation {
	var e Explanation
	for _, t := range f.terms {
		held, err := f.judge(t.test, fr, b)
		x := Term{Text: t.text, Expanded: f.expand(t.pos, t.end, b), Held: held, Err: err}
		for _, id := range t.fields {
			had := Had{Field: packet.InfoOf(id).Name}
			for v := range fr.Values(id) {
				had.Values = append(had.Values, shorten(v, packet.InfoOf(id)))
			}
			x.Had = append(x.Had, had)
		}
		e.Terms = append(e.Terms, x)
	}
	return e
}

// shorten writes a value, at most 32 octets of it.
func shorten(v packet.Value, info *packet.Info) string {
	const most = 32
	text := Literal(v, info)
	switch v.Type() {
	case packet.None:
		return "present"
	case packet.Protocol, packet.Bytes:
		if n := len(v.Octets()); n > most {
			return fmt.Sprintf("%s... (%d octets)", Literal(packet.BytesValue(v.Octets()[:most]), info), n)
		}
	case packet.String:
		if n := len(text); n > 8*most {
			return fmt.Sprintf("%s... (%d octets)", Literal(packet.StringValue(v.Octets()[:most]), info), len(v.Octets()))
		}
	default:
	}
	return text
}

// Expand returns the filter with every ${} replaced by the value in the
// frame bound, and calculations with it by their result, so that it can be
// pasted into Wireshark. What has no value in b stays as written.
func (f *Filter) Expand(b Bindings) string { return f.expand(0, len(f.expr), b) }

// expand writes a part of the filter.
func (f *Filter) expand(pos, end int, b Bindings) string {
	var out strings.Builder
	for _, sub := range f.substitutions {
		if sub.pos < pos || sub.end > end {
			continue
		}
		s := &scratch{bindings: b}
		sub.of.push(nil, s)
		if s.err != nil || len(s.stack) != 1 {
			continue
		}
		out.WriteString(f.expr[pos:sub.pos])
		out.WriteString(Literal(s.stack[0], sub.typ.info))
		pos = sub.end
	}
	out.WriteString(f.expr[pos:end])
	return out.String()
}

// Literal writes a value of a field as a filter takes it: 10.0.0.1, 0x0800,
// "GET". info may be nil.
func Literal(v packet.Value, info *packet.Info) string {
	switch v.Type() {
	case packet.None:
		return ""
	case packet.Bool:
		if v.Bool() {
			return "1"
		}
		return "0"
	case packet.Uint:
		if info != nil && info.Hex {
			return fmt.Sprintf("0x%0*x", info.Bits/4, v.Uint())
		}
		return strconv.FormatUint(v.Uint(), 10)
	case packet.Int:
		return strconv.FormatInt(v.Int(), 10)
	case packet.IPv4, packet.IPv6:
		return v.Addr().String()
	case packet.Ether, packet.EUI64, packet.OID, packet.GUID:
		return v.Format(nil)
	case packet.Double: // a + would be taken for an operator
		return strings.Replace(strconv.FormatFloat(v.Float(), 'g', -1, 64), "+", "", 1)
	case packet.String:
		return quote(v.Octets())
	case packet.Duration:
		return seconds(v.Int())
	case packet.Time:
		return time.Unix(0, v.Int()).UTC().Format(`"2006-01-02T15:04:05.000000000Z"`)
	case packet.Protocol, packet.Bytes:
	}
	switch b := v.Octets(); len(b) {
	case 0:
		return `""`
	case 1: // two digits may be the name of a protocol
		return "0x" + packet.BytesValue(b).Format(nil)
	default:
		return packet.BytesValue(b).Format(nil)
	}
}

// seconds writes nanoseconds as seconds, with the decimals that count.
func seconds(ns int64) string {
	sign, n := "", uint64(ns)
	if ns < 0 {
		sign, n = "-", -n
	}
	const second = uint64(time.Second)
	text := fmt.Sprintf("%s%d.%09d", sign, n/second, n%second)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}

// quote writes octets as a string of the filter language.
func quote(b []byte) string {
	var out strings.Builder
	out.WriteByte('"')
	for _, c := range b {
		switch {
		case c == '"' || c == '\\':
			out.WriteByte('\\')
			out.WriteByte(c)
		case c < 0x20 || c >= 0x7f:
			fmt.Fprintf(&out, `\x%02x`, c)
		default:
			out.WriteByte(c)
		}
	}
	out.WriteByte('"')
	return out.String()
}
