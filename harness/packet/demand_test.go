package packet_test

import (
	"bytes"
	"errors"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"testing"
	"testing/iotest"
	"time"

	"go.uber.org/goleak"

	"github.com/netrig/netrig/harness/packet"
)

// captures are the frames of every capture, and all crafted ones, by name.
func captures(t *testing.T) map[string][]*packet.Frame {
	t.Helper()
	captures := map[string][]*packet.Frame{}
	for _, file := range corpus(t) {
		captures[file] = readAll(t, file)
	}
	all := crafted(t)
	maps.Copy(all, craftedStreams(t))
	for name, data := range all {
		captures[name] = frames(data...)
	}
	return captures
}

// TestOnly dissects every capture and every crafted frame for the sake of one field,
// for each field that is in it and for some that are not, and of a few at once: it
// finds of these what a whole dissection does, and nothing else. With -short it looks
// for a few fields at a time.
func TestOnly(t *testing.T) {
	t.Parallel()
	captures := captures(t)
	r := rand.New(rand.NewPCG(1, 2))
	names := packet.Names()
	for _, name := range slices.Sorted(maps.Keys(captures)) {
		fs := captures[name]
		t.Run(name, func(t *testing.T) {
			d := packet.NewDissector(packet.Options{})
			var want []shown
			brief := packet.NewDissector(packet.Options{Only: packet.NewFieldSet(packet.SummaryFields()...), Transient: true})
			present := map[string]bool{}
			for _, f := range fs {
				d.Dissect(f)
				s := ours(f)
				line := f.Summary()
				if brief.Dissect(f); f.Summary() != line {
					t.Errorf("frame %d by the fields of a summary: %s, want %s", f.Number, f.Summary(), line)
				}
				want = append(want, s)
				for name := range s {
					present[name] = true
				}
			}
			atOnce := 1
			if testing.Short() {
				atOnce = 20
			}
			sets := slices.Collect(slices.Chunk(slices.Sorted(maps.Keys(present)), atOnce))
			for range rounds(20) {
				sets = append(sets, []string{names[r.IntN(len(names))]},
					[]string{names[r.IntN(len(names))], names[r.IntN(len(names))], names[r.IntN(len(names))]})
			}
			for _, set := range sets {
				only(t, fs, set, want)
			}
		})
	}
}

// only dissects frames for the sake of some fields.
func only(t *testing.T, fs []*packet.Frame, names []string, want []shown) {
	t.Helper()
	var ids []packet.FieldID
	for _, name := range names {
		info, _ := packet.Lookup(name)
		ids = append(ids, info.ID)
	}
	d := packet.NewDissector(packet.Options{Only: packet.NewFieldSet(ids...), Transient: true})
	for i, f := range fs {
		d.Dissect(f)
		expect := shown{}
		for _, name := range names {
			if values, ok := want[i][name]; ok {
				expect[name] = values
			}
		}
		if diff := expect.diff(ours(f)); diff != "" {
			t.Fatalf("only %v: frame %d (-whole +only):\n%s", names, i+1, diff)
		}
	}
}

// TestOnlyArranged asks for what is in a conversation only by the word of another
// protocol, or of none.
func TestOnlyArranged(t *testing.T) {
	const request, hello = "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "\x15\x03\x03\x00\x02\x01\x00"
	for name, data := range map[string][][]byte{
		"data":    files("192.0.2.1", "192.0.2.2", 42191).answer("227 (192,0,2,2,203,130)\r\n").passive(42931, 52098, true, request).all,
		"secured": files("192.0.2.1", "192.0.2.2", 42192).ask("AUTH TLS\r\n").answer("234 go\r\n").ask(request).all,
		"mail":    connect(42193, 25, 1).answer("220 a\r\n").ask("STARTTLS\r\n").answer("220 go\r\n").ask(request).segments,
		"tls":     connect(42194, 25, 1).answer("220 a\r\n").ask("STARTTLS\r\n").answer("220 go\r\n").ask(hello).segments,
	} {
		t.Run(name, func(t *testing.T) {
			fs := frames(data...)
			d := packet.NewDissector(packet.Options{})
			var want []shown
			for _, f := range fs {
				d.Dissect(f)
				want = append(want, ours(f))
			}
			for _, field := range []string{"http.request.method", "tls.alert_message", "websocket.fin", "ftp-data", "data.len", "dns.id"} {
				only(t, fs, []string{field}, want)
			}
		})
	}
}

// TestTransient overwrites the octets of every frame once the next one comes, as
// Reader.Frames does: nothing that is remembered of a frame may rest on them.
func TestTransient(t *testing.T) {
	t.Parallel()
	captures := captures(t)
	for _, name := range slices.Sorted(maps.Keys(captures)) {
		d, transient := packet.NewDissector(packet.Options{}), packet.NewDissector(packet.Options{Transient: true})
		buffer := make([]byte, 0, 1<<16)
		for _, f := range captures[name] {
			d.Dissect(f)
			g := *f
			for i := range buffer {
				buffer[i] = 0xa5
			}
			buffer = append(buffer[:0], f.Data...)
			g.Data = slices.Clip(buffer)
			transient.Dissect(&g)
			if diff := ours(f).diff(ours(&g)); diff != "" {
				t.Errorf("%s: frame %d (-kept +transient):\n%.1000s", name, f.Number, diff)
				break
			}
		}
	}
}

// TestFrames reads every capture ahead, with chunks that are used again, and finds the
// same frames as one after the other.
func TestFrames(t *testing.T) {
	for _, file := range corpus(t) {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		want := readAll(t, file)
		for _, in := range []io.Reader{bytes.NewReader(data), iotest.OneByteReader(bytes.NewReader(data)), iotest.DataErrReader(bytes.NewReader(data))} {
			r, err := packet.NewReader(in)
			if err != nil {
				t.Fatal(err)
			}
			n := 0
			for f, err := range r.Frames() {
				if err != nil {
					t.Fatal(err)
				}
				if f.Number != n+1 || f.Point != want[n].Point || !f.Time.Equal(want[n].Time) || !bytes.Equal(f.Data, want[n].Data) {
					t.Fatalf("%s: frame %d is another one", file, n+1)
				}
				n++
			}
			if n != len(want) {
				t.Errorf("%s: %d frames, want %d", file, n, len(want))
			}
		}
	}
}

// TestFramesEnds leaves the loop early, and reads a file that ends within a frame.
func TestFramesEnds(t *testing.T) {
	defer goleak.VerifyNone(t)
	var file bytes.Buffer
	w := packet.NewWriter(&file, packet.Meta{})
	if err := w.AddPoint("pc1:eth0", nil); err != nil {
		t.Fatal(err)
	}
	for range 20000 {
		if err := w.Write(&packet.Frame{Point: "pc1:eth0", Time: time.Unix(1, 0), Data: make([]byte, 100)}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	r, err := packet.NewReader(bytes.NewReader(file.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	for f, err := range r.Frames() {
		if err != nil {
			t.Fatal(err)
		}
		if f.Number == 3 {
			break
		}
	}
	r, err = packet.NewReader(bytes.NewReader(file.Bytes()[:file.Len()-30]))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, err = range r.Frames() {
		if err == nil {
			n++
		}
	}
	if n != 19999 || !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("%d frames, then %v", n, err)
	}
}

// TestFramesComeAtOnce reads a pipe: a frame is there before the next is written.
func TestFramesComeAtOnce(t *testing.T) {
	in, out := io.Pipe()
	defer func() { _ = in.Close() }()
	seen := make(chan int)
	go func() { // ends with the frames
		defer func() { _ = out.Close() }()
		w := packet.NewWriter(out, packet.Meta{})
		err := w.AddPoint("pc1:eth0", nil)
		for n := range 5 {
			err = errors.Join(err, w.Write(&packet.Frame{Point: "pc1:eth0", Time: time.Unix(1, 0), Data: make([]byte, 100)}), w.Flush())
			if err != nil {
				t.Error(err)
				return
			}
			if got := <-seen; got != n+1 {
				t.Errorf("frame %d came after number %d was written", got, n+1)
			}
		}
	}()
	r, err := packet.NewReader(in)
	if err != nil {
		t.Fatal(err)
	}
	for f, err := range r.Frames() {
		if err != nil {
			t.Fatal(err)
		}
		seen <- f.Number
	}
}
