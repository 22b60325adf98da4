package strict

import (
	"fmt"
	"net"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.yaml.in/yaml/v4"
)

type base struct {
	Common string `yaml:"common"`
}

// size is a type with a syntax of its own.
type size int

func (s *size) UnmarshalYAML(d *Decoder, n *yaml.Node) {
	if n.Value != "big" {
		d.Wrong(n, "big")
		return
	}
	*s = 100
}

type sample struct {
	base    `yaml:",inline"`
	Pos     Pos               `yaml:"-"`
	Text    string            `yaml:"text"`
	On      bool              `yaml:"on"`
	Maybe   *bool             `yaml:"maybe"`
	Int     int               `yaml:"int"`
	Byte    uint8             `yaml:"byte"`
	Short   int8              `yaml:"short"`
	Float   float64           `yaml:"float"`
	Time    time.Duration     `yaml:"time"`
	Addr    netip.Addr        `yaml:"addr"`
	Prefix  netip.Prefix      `yaml:"prefix"`
	MAC     net.HardwareAddr  `yaml:"mac"`
	List    []int             `yaml:"list"`
	One     List[string]      `yaml:"one"`
	Map     map[string]string `yaml:"map"`
	Order   Map[int]          `yaml:"order"`
	Inner   *inner            `yaml:"inner"`
	Size    size              `yaml:"size"`
	Any     any               `yaml:"any"`
	Raw     yaml.Node         `yaml:"raw"`
	Skipped string            `yaml:"-"`
}

type inner struct {
	Pos  Pos    `yaml:"-"`
	Must string `yaml:"must,required"`
}

func TestDecode(t *testing.T) {
	const file = `common: c
text: 80
on: yes
maybe: off
int: 0x10
byte: 255
short: -128
float: 1.5
time: 1h30m
addr: 2001:db8::1
prefix: 10.0.0.1/24
mac: 02:00:00:00:00:0a
list: &l [1, 2]
one: x
map: {a: b}
order: {z: 1, a: 2}
inner: {must: have}
size: big
any: {a: [1, 1.5, true, text, null, *l], b: {}}
`
	var got sample
	if ds := Decode("f", []byte("\ufeff"+file), &got); len(ds) > 0 {
		t.Fatal(ds)
	}
	off := false
	want := sample{
		base: base{Common: "c"}, Pos: Pos{"f", 1, 1},
		Text: "80", On: true, Maybe: &off, Int: 16, Byte: 255, Short: -128, Float: 1.5, Time: 90 * time.Minute,
		Addr: netip.MustParseAddr("2001:db8::1"), Prefix: netip.MustParsePrefix("10.0.0.1/24"), MAC: net.HardwareAddr{2, 0, 0, 0, 0, 10},
		List: []int{1, 2}, One: List[string]{"x"}, Map: map[string]string{"a": "b"},
		Order: Map[int]{{Key: "z", Pos: Pos{"f", 16, 9}, Value: 1}, {Key: "a", Pos: Pos{"f", 16, 15}, Value: 2}},
		Inner: &inner{Pos{"f", 17, 8}, "have"}, Size: 100,
		Any: map[string]any{"a": []any{int64(1), 1.5, true, "text", nil, []any{int64(1), int64(2)}}, "b": map[string]any{}},
	}
	compare := cmp.Options{
		cmp.AllowUnexported(sample{}, base{}),
		cmp.Comparer(func(a, b netip.Addr) bool { return a == b }),
		cmp.Comparer(func(a, b netip.Prefix) bool { return a == b }),
	}
	if diff := cmp.Diff(want, got, compare); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if v, ok := got.Order.Get("a"); v != 2 || !ok || strings.Join(got.Order.Keys(), " ") != "z a" {
		t.Errorf("ordered map: %v", got.Order)
	}
}

func TestDecodeMistakes(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"unknown key", "txet: x", `f:1:1: unknown key "txet" (did you mean text?)`},
		{"untagged field", "Skipped: x", `f:1:1: unknown key "Skipped" (known here: common, text, on`},
		{"twice", "text: x\ntext: y", `f:2:1: key "text" appears twice, first on line 1 (remove one of them)`},
		{"text", "text: [a]", `f:1:7: text must be text, not a list`},
		{"null text", "text:", `f:1:6: text must be text, not empty`},
		{"bool", "on: 1", `f:1:5: on must be on or off, not "1"`},
		{"quoted bool", "on: 'yes'", `f:1:5: on must be on or off, not "yes" (remove the quotes)`},
		{"pointer", "maybe: x", `f:1:8: maybe must be on or off, not "x"`},
		{"int", "int: 1.5", `f:1:6: int must be a whole number, not "1.5"`},
		{"octal", "int: 010", `f:1:6: int must be a whole number, not "010"`},
		{"two signs", "int: --5", `f:1:6: int must be a whole number, not "--5"`},
		{"huge", "int: 99999999999999999999", `f:1:6: int must be a whole number, not "99999999999999999999"`},
		{"byte", "byte: 256", `f:1:7: byte must be a whole number from 0 to 255, not "256"`},
		{"negative", "byte: -1", `f:1:7: byte must be a whole number from 0 to 255, not "-1"`},
		{"short", "short: 128", `f:1:8: short must be a whole number from -128 to 127, not "128"`},
		{"float", "float: .nan", `f:1:8: float must be a number, not ".nan"`},
		{"bare duration", "time: 5", `f:1:7: time must be a duration, not "5" (give the unit: 5ms, 5s, 5m or 5h)`},
		{"duration", "time: soon", `f:1:7: time must be a duration, not "soon" (write a number and a unit: ns, us, ms, s, m or h, as in 5ms or 12h)`},
		{"negative duration", "time: -5s", `f:1:7: time must be a duration, not "-5s" (time runs forward)`},
		{"address", "addr: fe80::1%eth0", `f:1:7: addr must be an IP address, not "fe80::1%eth0"`},
		{"prefix", "prefix: 10.0.0.1", `f:1:9: prefix must be an address with a prefix length such as 10.0.0.1/24, not "10.0.0.1"`},
		{"mac", "mac: 02:00", `f:1:6: mac must be a MAC address such as 02:00:00:00:00:0a, not "02:00"`},
		{"list", "list: 5", `f:1:7: list must be a list, not "5" (write [5])`},
		{"element", "list: [1, x]", `f:1:11: an entry of list must be a whole number, not "x"`},
		{"map", "map: [a]", `f:1:6: map must be a map, not a list`},
		{"map value", "map: {a: [b]}", `f:1:10: a must be text, not a list`},
		{"list key", "map: {[a]: b}", `f:1:7: a key must be text, not a list`},
		{"null key", "map: {~: b}", `f:1:7: a key must be text, not empty`},
		{"merge", "map: {<<: {a: b}}", `f:1:7: merge keys (<<) are not supported (write the keys out)`},
		{"required", "inner: {}", "f:1:8: inner has no must (write `must: ...`)"},
		{"required null", "inner: {must: }", `f:1:15: must is empty`},
		{"own syntax", "size: small", `f:1:7: size must be big, not "small"`},
		{"tag", "text: !!binary aGk=", `f:1:7: tag !!binary means nothing here (remove the tag)`},
		{"root", "- a", `f:1:1: the file must be a map, not a list`},
		{"scalar root", "a", `f:1:1: the file must be a map, not "a"`},
		{"all at once", "int: x\nbyte: y", "f:1:6: int must be a whole number, not \"x\"\nf:2:7: byte must be"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			ds := Decode("f", []byte(tt.file), &sample{})
			if got := ds.Error(); !strings.HasPrefix(got, tt.want) || got == "" {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

// What tries to hang, crash or fill the memory is refused before it can.
func TestDecodeHostile(t *testing.T) {
	bomb := "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
	for i := 1; i < 30; i++ {
		bomb += fmt.Sprintf("a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 10), ", "))
	}
	tower := "a0: &a0 x\n"
	for i := 1; i < 2000; i++ {
		tower += fmt.Sprintf("a%d: &a%d [*a%d]\n", i, i, i-1)
	}
	tests := []struct{ name, file, want string }{
		{"empty", "", "f: the file is empty"},
		{"only a comment", "# x\n", "f: the file is empty"},
		{"null", "~\n", "f: the file is empty"},
		{"only dashes", "---\n", "f: the file is empty"},
		{"100 MB", strings.Repeat("a", 100<<20), "f: the file is too big: 104857600 octets, at most 1048576 are read (split it"},
		{"binary", "\x7fELF\x02\x01\x00", "f:1:1: not a text file: character U+007F is not allowed (save the file as UTF-8 text)"},
		{"nul", "a: b\nc: \x00", "f:2:4: not a text file: character U+0000 is not allowed"},
		{"latin 1", "a: h\xe4", "f:1:5: not a text file: octet 0xe4 is not UTF-8"},
		{"utf-16", "\xff\xfea\x00", "f:1:1: not a text file: octet 0xff is not UTF-8"},
		{"inner bom", "a: \ufeffb", "f:1:4: not a text file: character U+FEFF is not allowed"},
		{"two documents", "a: 1\n---\nb: 1\n", "f:2:1: a second document begins here (remove the `---` line, or make two files)"},
		{"broken second document", "a: 1\n---\n[", "f:4:1: bad YAML"},
		{"tab", "a:\n\tb: 1\n", "f:2:1: a tab where YAML wants spaces (indent with spaces)"},
		{"flow nesting", strings.Repeat("[", 400000), "f:1:65: more than 64 maps and lists inside each other"},
		{"closed nesting", strings.Repeat("[", 65) + strings.Repeat("]", 65), "f:1:65: more than 64 maps and lists inside each other"},
		{"block nesting", strings.Repeat("- ", 400000), "f:1:129: more than 64 maps and lists inside each other"},
		{"key nesting", strings.Repeat("? ", 400000), "f:1:129: more than 64 maps and lists inside each other"},
		{"alias bomb", bomb, "f:6:20: the file holds more than 262144 values (anchors and aliases must not multiply)"},
		{"alias tower", tower, "f:64:12: more than 64 maps and lists inside each other"},
		{"recursive alias", "a: &a [*a]\n", "f:1:8: *a is used inside its own anchor &a (write the values out)"},
		{"unknown anchor", "a: *b\n", "f:1:4: no anchor &b (quote a value that begins with *)"},
		{"unclosed", "a: [1\nb: 2\n", "f:2:2: bad YAML: did not find expected ',' or ']' while parsing a flow sequence that begins on line 1 (inside [...]"},
		{"directive", "%YAML 1.2\n---\na: 1\n", "f:1:1: bad YAML: found incompatible YAML document"},
		{"bad indentation", "a: 1\n  b: 2\n", "f:2:4: a `:` where no key can be (check the indentation"},
		{"backtick", "a: `b`\n", "f:1:4: a value cannot begin with '`' (quote the value)"},
		{"no colon", "a: 1\nb\n", "f:3:1: bad YAML: could not find expected ':'"},
		{"too many values", "a: [" + strings.Repeat("a,", 300000) + "]", "f:1:524291: the file holds more than 262144 values"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			start := time.Now()
			var v any
			ds := Decode("f", []byte(tt.file), &v)
			if got := ds.Error(); !strings.HasPrefix(got, tt.want) || got == "" {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			if v != nil && tt.name != "two documents" {
				t.Errorf("decoded %v", v)
			}
			if d := time.Since(start); d > 10*time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
}

func TestDecodeManyMistakes(t *testing.T) {
	var b strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&b, "x%d: 1\n", i)
	}
	ds := Decode("f", []byte(b.String()), &sample{})
	if n := len(ds); n != maxMistakes+1 {
		t.Errorf("%d mistakes, want %d", n, maxMistakes+1)
	}
	if got, want := ds[len(ds)-1].String(), "f: 900 more mistakes are not shown"; got != want {
		t.Errorf("last is %q, want %q", got, want)
	}
}

func TestNearest(t *testing.T) {
	have := []string{"interfaces", "kind", "routes", "links", "mtu", "a"}
	tests := []struct{ name, want string }{
		{"interface", "interfaces"}, {"intrefaces", "interfaces"}, {"knd", "kind"}, {"route", "routes"}, {"mut", "mtu"},
		{"zebra", ""}, {"", ""}, {"b", ""}, {strings.Repeat("x", 1000), ""},
	}
	for _, tt := range tests {
		if got := Nearest(tt.name, have); got != tt.want {
			t.Errorf("Nearest(%.20q) = %q, want %q", tt.name, got, tt.want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, s := range []string{
		"", "a: 1", "text: x\nint: 5\n", "a: &a [*a]", "? [x]\n: y", "a: *b", "a: |\n  x\n", "{a: [b, {c: d}]}", "%TAG ! x\n--- \n", "\ufeff", "a:\n\t- x",
		"order: {z: 1}\nmap: {<<: *x}\ninner: {must: }", "time: 5\naddr: ::1\n", "- - - - -", "a: !!binary x", "a: 'x\n\n y'", "--- >-\n  x", "...",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var v any
		var s sample
		plain := Decode("f", data, &v)
		typed := Decode("f", data, &s)
		for _, d := range append(plain, typed...) {
			if d.Message == "" || d.Pos.File != "f" || d.Pos.Line < 0 || d.Pos.Column < 0 {
				t.Errorf("bad diagnostic %+v", d)
			}
		}
		if len(plain) > 0 && len(typed) == 0 {
			t.Errorf("strict types accept what no type does: %v", plain)
		}
	})
}
