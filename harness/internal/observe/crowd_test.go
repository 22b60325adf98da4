package observe

import (
	"regexp"
	"strconv"
	"testing"

	"github.com/netrig/netrig/harness/internal/netns/nstest"
)

// Other labs of the machine may fill the tables at any time, so what ip tells lies
// between two readings.
func TestNoRoom(t *testing.T) {
	before, err := NoRoom()
	if err != nil {
		t.Fatal(err)
	}
	told := tool(t, nstest.New(t), "ip", "-s", "ntable", "show")
	after, err := NoRoom()
	if err != nil {
		t.Fatal(err)
	}
	var want uint64
	counts := regexp.MustCompile(`table_fulls (\d+)`).FindAllSubmatch(told, -1)
	for _, m := range counts {
		n, err := strconv.ParseUint(string(m[1]), 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		want += n
	}
	if len(counts) != 2 || want < before || want > after {
		t.Errorf("no room %d times, and %d times; ip counts %d, in %d tables", before, after, want, len(counts))
	}
}
