package observe

import (
	"errors"
	"regexp"
	"runtime"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"github.com/netrig/netrig/harness/internal/netns"
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

// Who asks is told of what was asked after him, or of what was asked a second before he
// was, as he wants it; and those who wait together ask once.
func TestCountIsShared(t *testing.T) {
	var asked atomic.Int64
	answer := make(chan uint64)
	c := &count{read: func() (uint64, error) {
		asked.Add(1)
		return <-answer, nil
	}}
	ask := func(ago time.Duration) chan uint64 {
		told := make(chan uint64, 1)
		after := time.Now().Add(-ago)
		go func() {
			n, _ := c.since(after) // the kernel of this test says no
			told <- n
		}()
		return told
	}
	first := ask(0)
	answer <- 1
	if got := <-first; got != 1 {
		t.Errorf("first: %d", got)
	}
	if got := <-ask(time.Second); got != 1 || asked.Load() != 1 {
		t.Errorf("soon after: %d, asked %d times", got, asked.Load())
	}
	early := ask(0)
	for asked.Load() < 2 {
		runtime.Gosched()
	}
	var late [8]chan uint64 // while early waits for its answer
	for i := range late {
		late[i] = ask(0)
	}
	answer <- 2
	answer <- 3
	if got := <-early; got != 2 {
		t.Errorf("early: %d", got)
	}
	for _, told := range late {
		if got := <-told; got != 3 {
			t.Errorf("late: %d, of before it asked", got)
		}
	}
	if asked.Load() != 3 {
		t.Errorf("asked %d times", asked.Load())
	}

	broken := &count{read: func() (uint64, error) { return 0, errors.New("netlink is busy") }}
	for range 2 {
		if _, err := broken.since(time.Now().Add(-time.Second)); err == nil {
			t.Error("no error")
		}
	}
}

// BenchmarkNoRoom compares what a lab asks at its end and at its beginning.
func BenchmarkNoRoom(b *testing.B) {
	for name, ask := range map[string]func() (uint64, error){"end": NoRoom, "beginning": NoRoomBefore} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := ask(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestTables(t *testing.T) {
	ns := nstest.New(t)
	populate(t, ns) // so that there is one neighbour at least
	tables, err := Tables()
	if err != nil {
		t.Fatal(err)
	}
	told := tool(t, ns, "ip", "ntable", "show")
	shown := regexp.MustCompile(`(inet6?) \w+ \n +thresh1 (\d+) thresh2 \d+ thresh3 (\d+)`).FindAllSubmatch(told, -1)
	if len(tables) != 2 || len(shown) != 2 {
		t.Fatalf("%+v; ip shows %d in\n%s", tables, len(shown), told)
	}
	for _, m := range shown {
		for _, table := range tables {
			if table.Family != map[string]string{"inet": "ipv4", "inet6": "ipv6"}[string(m[1])] {
				continue
			}
			if strconv.Itoa(table.Keeps) != string(m[2]) || strconv.Itoa(table.Most) != string(m[3]) || table.Entries < 1 {
				t.Errorf("%+v, ip shows thresholds %s and %s", table, m[2], m[3])
			}
		}
	}
}

func TestRoom(t *testing.T) {
	table := func(family string, entries int) Table {
		return Table{Family: family, Entries: entries, Keeps: 128, Most: 1024}
	}
	const name = "room for neighbours (ARP, NDP)"
	tests := []struct {
		name   string
		tables []Table
		err    error
		want   netns.Finding
	}{
		{"plenty", []Table{table("ipv4", 3), table("ipv6", 128)}, nil, netns.Finding{Name: name, OK: true, Detail: "ipv4 3 of 1024; ipv6 128 of 1024"}},
		{"more than are kept", []Table{table("ipv4", 200), table("ipv6", 0)}, nil, netns.Finding{Name: name, OK: true,
			Detail: "ipv4 200 of 1024, over 128 (gc_thresh1) FAILED ones go early; ipv6 0 of 1024"}},
		{"little", []Table{table("ipv4", 513), table("ipv6", 512)}, nil, netns.Finding{Name: name,
			Detail: "ipv4 513 of 1024, over 128 (gc_thresh1) FAILED ones go early; ipv6 512 of 1024, over 128 (gc_thresh1) FAILED ones go early: cases err where it is full",
			Cure:   "run fewer at once, or as root `sysctl -w net.ipv4.neigh.default.gc_thresh3=8192`"}},
		{"unknown", nil, errors.New("netlink is busy"), netns.Finding{Name: name, Detail: "netlink is busy"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := room(tt.tables, tt.err); got != tt.want {
				t.Errorf("got  %+v\nwant %+v", got, tt.want)
			}
		})
	}
}
