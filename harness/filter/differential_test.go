package filter_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/internal/trial"
)

// lines reads the filters of a file in testdata: one a line; # starts a
// line of comment, and the comment stays the reason for the filters below it.
func lines(t *testing.T, name string) (filters, reasons []string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	reason := ""
	for line := range strings.Lines(string(text)) {
		switch line = strings.TrimSuffix(line, "\n"); {
		case strings.HasPrefix(line, "# "):
			reason = line[2:]
		case line != "":
			filters, reasons = append(filters, line), append(reasons, reason)
		}
	}
	if len(filters) == 0 {
		t.Fatalf("no filters in %s", name)
	}
	return filters, reasons
}

// matching returns the numbers of the frames that netrig selects, or, where it is in doubt,
// of those that are wanted.
func matching(t *testing.T, f *filter.Filter, frames []*packet.Frame, want ...int) []int {
	t.Helper()
	var numbers []int
	for _, fr := range frames {
		ok, err := f.Match(fr, nil)
		if d := new(filter.DoubtError); errors.As(err, &d) {
			ok, err = slices.Contains(want, fr.Number), nil // so that is right
		}
		if err != nil {
			t.Fatalf("%s: frame %d: %v", f, fr.Number, err)
		}
		if ok {
			numbers = append(numbers, fr.Number)
		}
	}
	return numbers
}

// Filters of testdata/filters.txt are taken, or refused, as Wireshark does,
// and select the same frames of every capture.
func TestAgreesWithWireshark(t *testing.T) {
	wireshark := trial.StartSharkd(t)
	filters, _ := lines(t, "filters.txt")
	for i, c := range captures(t) {
		t.Run(filepath.Base(c.file), func(t *testing.T) {
			t.Parallel()
			compared := 0
			s := wireshark.Open(t, c.file, nil)
			for _, expr := range filters {
				if i > 1 && !sampled(c.file, expr) || c.fickle(expr) {
					continue // the story and the types alone are asked all
				}
				want, taken := s.Select(t, expr)
				f, err := filter.Compile(expr)
				if taken != (err == nil) {
					t.Errorf("%s: Wireshark takes it: %v, netrig: %v", expr, taken, err)
					continue
				}
				if err != nil {
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

// Wireshark takes what testdata/refused.txt holds, and netrig refuses it for
// the reason stated there.
func TestRefusals(t *testing.T) {
	filters, reasons := lines(t, "refused.txt")
	s := trial.StartSharkd(t).Open(t, captures(t)[0].file, nil)
	for i, expr := range filters {
		if reasons[i] == "" {
			t.Errorf("%s: no reason is given", expr)
		}
		if _, taken := s.Select(t, expr); !taken {
			t.Errorf("%s: Wireshark refuses it too: it belongs into filters.txt", expr)
		}
		if _, err := filter.Compile(expr); err == nil {
			t.Errorf("%s: taken, want an error: %s", expr, reasons[i])
		}
	}
}

// Netrig takes what testdata/added.txt holds, and Wireshark refuses it.
func TestAdditions(t *testing.T) {
	filters, reasons := lines(t, "added.txt")
	s := trial.StartSharkd(t).Open(t, captures(t)[0].file, nil)
	for i, expr := range filters {
		if reasons[i] == "" {
			t.Errorf("%s: no reason is given", expr)
		}
		if _, taken := s.Select(t, expr); taken {
			t.Errorf("%s: Wireshark takes it too: it belongs into filters.txt", expr)
		}
		if _, err := filter.Compile(expr); err != nil {
			t.Errorf("%s: %v", expr, err)
		}
	}
}

// tshark -Y, the program that people paste filters into, agrees as well.
func TestAgreesWithTshark(t *testing.T) {
	for _, c := range captures(t)[:1] {
		for _, expr := range []string{
			"tcp.flags.syn == 1 && tcp.dstport == 80",
			"eth.src[0:3] == 02:00:00 || tcp contains \"GET\"",
			"tcp.port in {80, 51770..51780} and ip.ttl != 63",
		} {
			f, err := filter.Compile(expr)
			if err != nil {
				t.Errorf("%s: %v", expr, err)
				continue
			}
			want := tsharkSelected(t, c.file, expr)
			if diff := cmp.Diff(want, matching(t, f, c.frames, want...)); diff != "" {
				t.Errorf("%s: frames selected (-tshark +netrig):\n%s", expr, diff)
			}
		}
	}
}
