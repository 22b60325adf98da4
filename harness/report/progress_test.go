package report

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/suite"
)

// screen returns what a one-line terminal shows after each time the line was
// written.
func screen(s string) []string { return strings.Split(s, "\r\x1b[K")[1:] }

func TestProgress(t *testing.T) {
	var b bytes.Buffer
	p := NewProgress(&b, 60, 3)
	p.Clear() // nothing to clear
	p.Doing("arp/one", "boot")
	p.Doing("arp/two", "boot")
	p.Doing("arp/one", "ping pc1 -> 10.0.0.2")
	p.Done("arp/one", suite.Failed)
	p.Done("arp/two", suite.Passed)
	p.Done("arp/three", suite.Errored) // never heard of before
	p.Clear()
	p.Clear()
	want := []string{
		"0 of 3 done  ·  arp/one: boot",
		"0 of 3 done  ·  arp/one: boot  ·  arp/two: boot",
		"0 of 3 done  ·  arp/one: ping pc1 -> 10.0.0.2  ·  arp/two:…",
		"1 of 3 done, 1 not passed  ·  arp/two: boot",
		"2 of 3 done, 1 not passed",
		"3 of 3 done, 2 not passed",
		"",
	}
	if diff := cmp.Diff(want, screen(b.String())); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestProgressFits(t *testing.T) {
	tests := []struct {
		width int
		name  string
		want  string
	}{
		{80, "s/c", "0 of 1 done  ·  s/c: boot"},
		{20, "s/c", "0 of 1 done  ·  s/…"},
		{20, "网/络", "0 of 1 done  ·  网…"},
		{80, "\x1b[2J\r\n\u202e", `0 of 1 done  ·  \x1b[2J\r \u202e: boot`},
		{2, "s/c", "…"},
		{1, "s/c", ""},
		{0, "s/c", ""},
	}
	for _, tt := range tests {
		var b bytes.Buffer
		NewProgress(&b, tt.width, 1).Doing(tt.name, "boot")
		if diff := cmp.Diff([]string{tt.want}, screen(b.String())); diff != "" {
			t.Errorf("%q at %d columns (-want +got)\n%s", tt.name, tt.width, diff)
		}
	}
}

func TestProgressOfManyCasesAtOnce(t *testing.T) {
	const cases = 50
	var b bytes.Buffer
	p := NewProgress(&b, 40, cases)
	var wg sync.WaitGroup
	for i := range cases {
		wg.Go(func() {
			name := fmt.Sprint("s/", i)
			p.Doing(name, "boot")
			p.Doing(name, "ping")
			p.Done(name, suite.Passed)
		})
	}
	wg.Wait()
	shown := screen(b.String())
	if len(shown) != 3*cases || shown[len(shown)-1] != "50 of 50 done" {
		t.Errorf("%d lines, the last is %q", len(shown), shown[len(shown)-1])
	}
	for _, l := range shown {
		if columns(l) > 39 || strings.ContainsFunc(l, unicode.IsControl) {
			t.Errorf("%q", l)
		}
	}
}
