package packet_test

import (
	"bytes"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"maps"
	"math/rand/v2"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/netrig/netrig/harness/packet"
)

// written is a capture file with these frames.
func written(t *testing.T, fs []*packet.Frame) []byte {
	t.Helper()
	var file bytes.Buffer
	w := packet.NewWriter(&file, packet.Meta{})
	known := map[string]bool{}
	for _, f := range fs {
		g := *f
		if g.Point == "" {
			g.Point = "pc1:eth0"
		}
		if !known[g.Point] {
			known[g.Point] = true
			if err := w.AddPoint(g.Point, nil); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Write(&g); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

// question is what a search asks: frames are chosen by the values of some fields, and
// shown by those of others.
type question struct {
	tested, shown []string // nil for all fields
	whole         bool     // all frames are chosen
}

// chooses is a test that about half of the values pass.
func (q *question) chooses(s shown) bool {
	if q.whole {
		return true
	}
	h := fnv.New32a()
	for _, name := range q.tested {
		for _, v := range s[name] {
			_, _ = h.Write([]byte(v))
		}
		if len(s[name]) > 0 && h.Sum32()%4 < 3 {
			return true
		}
	}
	return false
}

// only is what a frame has of some fields.
func (s shown) only(names []string) shown {
	if names == nil {
		return s
	}
	few := shown{}
	for _, name := range names {
		if values, ok := s[name]; ok {
			few[name] = values
		}
	}
	return few
}

func fieldSet(names []string) *packet.FieldSet {
	if names == nil {
		return nil
	}
	var ids []packet.FieldID
	for _, name := range names {
		info, _ := packet.Lookup(name)
		ids = append(ids, info.ID)
	}
	return packet.NewFieldSet(ids...)
}

// ask searches a file, which can be read again or not, and expects of it what whole
// dissections of its frames show.
func (q *question) ask(t *testing.T, file io.Reader, all []*packet.Frame, whole []shown) {
	t.Helper()
	r, err := packet.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	s := packet.Search{Options: packet.Options{Only: fieldSet(q.shown)}, Tested: fieldSet(q.tested)}
	if !q.whole {
		s.Test = func(f *packet.Frame) (bool, error) { return q.chooses(ours(f).only(q.tested)), nil }
	}
	next := 0
	for f, err := range s.Frames(r) {
		if err != nil {
			t.Fatal(err)
		}
		for ; next < f.Number-1; next++ {
			if q.chooses(whole[next]) {
				t.Fatalf("%+v: frame %d is not found", *q, next+1)
			}
		}
		next++
		if !q.chooses(whole[f.Number-1]) {
			t.Fatalf("%+v: frame %d is found", *q, f.Number)
		}
		if !bytes.Equal(f.Data, all[f.Number-1].Data) {
			t.Fatalf("%+v: frame %d has octets of another", *q, f.Number)
		}
		if want := all[f.Number-1].Doubt(); q.shown == nil && f.Doubt() != want {
			t.Fatalf("%+v: of frame %d is doubted %q, want %q", *q, f.Number, f.Doubt(), want)
		}
		if diff := whole[f.Number-1].only(q.shown).diff(ours(f).only(q.shown)); diff != "" {
			t.Fatalf("%+v: frame %d (-whole +found):\n%.2000s", *q, f.Number, diff)
		}
	}
	for ; next < len(all); next++ {
		if q.chooses(whole[next]) {
			t.Fatalf("%+v: frame %d is not found", *q, next+1)
		}
	}
	if s.Seen != len(all) || len(all) > 0 && !s.Began.Equal(all[0].Time) {
		t.Errorf("%d frames seen of %d, the first at %v", s.Seen, len(all), s.Began)
	}
}

// TestSearch searches every capture, every crafted frame and all of them in one file,
// by one field and another: it finds the frames that whole dissections, one after the
// other, say are to be found, with the same values.
func TestSearch(t *testing.T) {
	t.Parallel()
	captures := captures(t)
	var together []*packet.Frame
	for _, name := range slices.Sorted(maps.Keys(captures)) {
		together = append(together, captures[name]...)
	}
	captures["together"] = together
	captures["gossip"] = gossips(7, 20, 40)
	names := packet.Names()
	var summary []string
	for _, id := range packet.SummaryFields() {
		summary = append(summary, packet.InfoOf(id).Name)
	}
	r := rand.New(rand.NewPCG(5, 6)) //nolint:gosec // tests are to be repeatable
	for _, name := range slices.Sorted(maps.Keys(captures)) {
		file := written(t, captures[name])
		in, err := packet.NewReader(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		var all []*packet.Frame
		var whole []shown
		present := map[string]bool{}
		d := packet.NewDissection(packet.Options{})
		for f, err := range in.Frames() {
			if err != nil {
				t.Fatal(err)
			}
			g := *f
			g.Data = bytes.Clone(f.Data)
			d.Dissect(&g)
			all, whole = append(all, &g), append(whole, ours(&g))
			for name := range whole[len(whole)-1] {
				present[name] = true
			}
		}
		there := slices.Sorted(maps.Keys(present))
		some := func() (few []string) {
			for range 1 + r.IntN(2) {
				few = append(few, there[r.IntN(len(there))])
			}
			if r.IntN(4) == 0 {
				few = append(few, names[r.IntN(len(names))])
			}
			return few
		}
		questions := []question{{whole: true}, {whole: true, shown: summary}, {whole: true, shown: some()}}
		for range rounds(3) {
			questions = append(questions, question{tested: some()}, question{tested: some(), shown: summary},
				question{tested: some(), shown: []string{"frame.number"}}, question{tested: some(), shown: some()})
		}
		for _, name := range []string{"tcp.flags.syn", "tcp.flags.fin", "udp.dstport", "ip.src", "icmp.type", "dns.qry.name", "http.request.method"} {
			questions = append(questions, question{tested: []string{name}, shown: summary})
		}
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			long := len(all) > 1000
			for i, q := range questions {
				if i%2 == 0 || !long {
					q.ask(t, bytes.NewReader(file), all, whole)
				}
				if i%2 == 1 || !long && !q.whole {
					q.ask(t, bytes.NewBuffer(file), all, whole)
				}
			}
		})
	}
}

// pings is a capture file of so many frames, at two points in turn, and where in it
// the last one begins.
func pings(t *testing.T, n int) []byte {
	t.Helper()
	var fs []*packet.Frame
	for i := range n {
		fs = append(fs, &packet.Frame{Point: fmt.Sprintf("pc%d:eth0", i%2), Time: time.Unix(int64(i), 0), Data: make([]byte, 100)})
	}
	return written(t, fs)
}

// TestSearchPart looks at one point, or at the first frames.
func TestSearchPart(t *testing.T) {
	file := pings(t, 5000)
	for _, c := range []struct {
		point               string
		most, found, number int // of the last
	}{{"", 0, 5000, 5000}, {"pc0:eth0", 0, 2500, 4999}, {"pc1:eth0", 0, 2500, 5000}, {"pc2:eth0", 0, 0, 0}, {"", 17, 17, 17}, {"pc1:eth0", 17, 8, 16}, {"", 6000, 5000, 5000}} {
		r, err := packet.NewReader(bytes.NewReader(file))
		if err != nil {
			t.Fatal(err)
		}
		s := packet.Search{Point: c.point, Most: c.most}
		found, number := 0, 0
		for f, err := range s.Frames(r) {
			if err != nil {
				t.Fatal(err)
			}
			found, number = found+1, f.Number
		}
		if found != c.found || s.Seen != c.found || number != c.number {
			t.Errorf("%+v: %d frames found, %d seen, number %d the last", c, found, s.Seen, number)
		}
	}
}

// TestSearchEnds leaves the loop early, reads a file that ends within a frame, and has
// the test fail: what comes before is found, and nobody tests behind the end.
func TestSearchEnds(t *testing.T) {
	defer goleak.VerifyNone(t)
	file := pings(t, 20000)
	failed := errors.New("as it is told to")
	for _, c := range []struct {
		name              string
		file              []byte
		leave, fail, want int // numbers of frames
		err               error
	}{
		{"left", file, 3000, 0, 3000, nil},
		{"left at once", file, 1, 0, 1, nil},
		{"cut off", file[:len(file)-30], 0, 0, 19999, io.ErrUnexpectedEOF},
		{"failed", file, 0, 7000, 6999, failed},
		{"whole", file, 0, 0, 20000, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, err := packet.NewReader(bytes.NewReader(c.file))
			if err != nil {
				t.Fatal(err)
			}
			var over atomic.Bool
			s := packet.Search{Tested: fieldSet([]string{"eth.type"}), Test: func(f *packet.Frame) (bool, error) {
				if over.Load() {
					t.Error("a frame is tested behind the end")
				}
				if f.Number == c.fail {
					return true, failed
				}
				return true, nil
			}}
			n := 0
			for f, err2 := range s.Frames(r) {
				if err = err2; err != nil {
					continue
				}
				if n++; f.Number != n {
					t.Fatalf("frame %d comes as number %d", f.Number, n)
				}
				if name := ours(f)["frame.interface_name"]; len(name) != 1 || name[0] != f.Point {
					t.Fatalf("frame %d was captured at %q, want %q", n, name, f.Point)
				}
				if n == c.leave {
					break
				}
			}
			over.Store(true)
			if n != c.want || !errors.Is(err, c.err) {
				t.Errorf("%d frames and then %v, want %d and %v", n, err, c.want, c.err)
			}
		})
	}
}

// TestSearchAtOnce reads a pipe: a frame is found before the next is written.
func TestSearchAtOnce(t *testing.T) {
	in, out := io.Pipe()
	defer func() { _ = in.Close() }()
	file := pings(t, 5)
	seen := make(chan int)
	go func() { // ends with the frames
		defer func() { _ = out.Close() }()
		size := len(pings(t, 5)) - len(pings(t, 4))
		if _, err := out.Write(file[:len(file)-4*size]); err != nil {
			t.Error(err)
		}
		for n := range 5 {
			if got := <-seen; got != n+1 {
				t.Errorf("frame %d came where number %d was written", got, n+1)
			}
			if n < 4 {
				if _, err := out.Write(file[len(file)-(4-n)*size:][:size]); err != nil {
					t.Error(err)
				}
			}
		}
	}()
	r, err := packet.NewReader(in)
	if err != nil {
		t.Fatal(err)
	}
	s := packet.Search{}
	for f, err := range s.Frames(r) {
		if err != nil {
			t.Fatal(err)
		}
		seen <- f.Number
	}
}

// TestSearchArranged has the search begin anew behind a transfer that has arranged ports
// of its own: no frame is found again.
func TestSearchArranged(t *testing.T) {
	fs := slices.Concat(readAll(t, "testdata/tftp.pcapng"), readAll(t, "testdata/http.pcapng"))
	r, err := packet.NewReader(bytes.NewReader(written(t, fs)))
	if err != nil {
		t.Fatal(err)
	}
	s := packet.Search{
		Options: packet.Options{Only: packet.NewFieldSet(packet.SummaryFields()...)},
		Tested:  fieldSet([]string{"ip.proto"}),
		Test:    func(*packet.Frame) (bool, error) { return true, nil },
	}
	next := 1
	for f, err := range s.Frames(r) {
		if err != nil {
			t.Fatal(err)
		}
		if f.Number != next {
			t.Fatalf("frame %d is found where %d is to be", f.Number, next)
		}
		next++
	}
	if next != len(fs)+1 {
		t.Errorf("%d frames are found of %d", next-1, len(fs))
	}
}

// again is a file that notes how often it is read from its beginning again, which it
// may refuse.
type again struct {
	*bytes.Reader
	times   int
	refusal error
}

func (a *again) Seek(offset int64, whence int) (int64, error) {
	if whence == io.SeekStart {
		a.times++
		if a.refusal != nil {
			return 0, a.refusal
		}
	}
	return a.Reader.Seek(offset, whence)
}

// TestSearchAgain looks for frames whose lines rest on what their connections did
// before: then, and only then, the file is read a second time, from where it began.
func TestSearchAgain(t *testing.T) {
	defer goleak.VerifyNone(t)
	file := append([]byte("before"), written(t, readAll(t, "testdata/http.pcapng"))...)
	broken := errors.New("as it is told to")
	is := func(name string, want uint64) func(f *packet.Frame) (bool, error) {
		info, _ := packet.Lookup(name)
		return func(f *packet.Frame) (bool, error) {
			v, ok := f.Value(info.ID)
			return ok && v.Uint() == want, nil
		}
	}
	for _, c := range []struct {
		field    string
		value    uint64
		shown    []packet.FieldID
		refusal  error
		times, n int
	}{
		{"tcp.flags.syn", 1, packet.SummaryFields(), nil, 1, 20}, // with those that answer
		{"tcp.len", 1448, packet.SummaryFields(), nil, 1, 42},
		{"tcp.len", 1448, packet.SummaryFields(), broken, 1, 0},
		{"tcp.len", 1448, []packet.FieldID{}, nil, 0, 42},
		{"tcp.ack_raw", 0, packet.SummaryFields(), nil, 0, 10},
		{"tcp.ack_raw", 0, nil, nil, 1, 10},
		{"ip.proto", 17, nil, nil, 0, 0},
	} {
		in := &again{Reader: bytes.NewReader(file), refusal: c.refusal}
		if _, err := in.Reader.Seek(int64(len("before")), io.SeekStart); err != nil {
			t.Fatal(err)
		}
		r, err := packet.NewReader(in)
		if err != nil {
			t.Fatal(err)
		}
		s := packet.Search{Tested: fieldSet([]string{c.field}), Test: is(c.field, c.value)}
		if c.shown != nil {
			s.Options.Only = packet.NewFieldSet(c.shown...)
		}
		n := 0
		for _, err2 := range s.Frames(r) {
			if err = err2; err == nil {
				n++
			}
		}
		if n != c.n || in.times != c.times || !errors.Is(err, c.refusal) {
			t.Errorf("%s == %d: %d frames, the file read again %d times, then %v; want %d, %d and %v", c.field, c.value, n, in.times, err, c.n, c.times, c.refusal)
		}
	}
}
