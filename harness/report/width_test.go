package report

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestVisible(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"pc1:eth0 → 应答", "pc1:eth0 → 应答"},
		{"a\tb\nc", "a b c"},
		{"\x1b[31m", `\x1b[31m`},
		{"\r\x00\x7f", `\r\x00\x7f`},
		{"\u009b", `\u009b`},
		{"\u202e", `\u202e`},
		{"\xff", `\xff`},
		{"\ufffd", "\ufffd"},
		{"\ufffe", `\ufffe`},
		{"\U000e0001", `\U000e0001`},
	}
	for _, tt := range tests {
		got := visible(tt.in)
		if got != tt.want {
			t.Errorf("visible(%q) = %q, want %q", tt.in, got, tt.want)
		}
		if again := visible(got); again != got {
			t.Errorf("visible(%q) = %q, want it as it was", got, again)
		}
	}
}

func TestColumnsAndCut(t *testing.T) {
	tests := []struct {
		in      string
		columns int
		to      int
		want    string
	}{
		{"", 0, 5, ""},
		{"abc", 3, 3, "abc"},
		{"abc", 3, 2, "a…"},
		{"abc", 3, 1, "…"},
		{"abc", 3, 0, ""},
		{"abc", 3, -1, ""},
		{"应答者", 6, 6, "应答者"},
		{"应答者", 6, 5, "应答…"},
		{"应答者", 6, 4, "应…"},
		{"e\u0301t\u00e9", 3, 3, "e\u0301t\u00e9"},
		{"🙂 ok", 5, 4, "🙂 …"},
	}
	for _, tt := range tests {
		if got := columns(tt.in); got != tt.columns {
			t.Errorf("columns(%q) = %d, want %d", tt.in, got, tt.columns)
		}
		if got := cut(tt.in, tt.to); got != tt.want {
			t.Errorf("cut(%q, %d) = %q, want %q", tt.in, tt.to, got, tt.want)
		}
	}
}

func TestWrap(t *testing.T) {
	tests := []struct {
		name, in string
		n        int
		want     []string
	}{
		{"nothing", "", 30, []string{""}},
		{"short", "a  b", 30, []string{"a  b"}},
		{"words", "the quick brown fox jumps over the dog", 20, []string{"the quick brown fox", "jumps over the dog"}},
		{"a filter", "ip.src == 10.0.0.1 && tcp.flags.syn == 1 || arp", 30, []string{"ip.src == 10.0.0.1", "&& tcp.flags.syn == 1 || arp"}},
		{"a long conjunct", "arp && dns.qry.name == one.example and dns.a", 20, []string{"arp && dns.qry.name", "== one.example and", "dns.a"}},
		{"a long word", strings.Repeat("x", 45), 20, []string{strings.Repeat("x", 20), strings.Repeat("x", 20), "xxxxx"}},
		{"wide", "一二三四五六七八九十 一二", 21, []string{"一二三四五六七八九十", "一二"}},
		{"too narrow", "the quick brown fox jumps", 3, []string{"the quick brown fox", "jumps"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, wrap(tt.in, tt.n)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
