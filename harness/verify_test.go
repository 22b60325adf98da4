package harness_test

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/harness/suite"
)

const (
	firstCase  = "test/01-first"
	secondCase = "test/02-second"
)

// passed records a run that passes, and copies it for each change.
func passed(t *testing.T) (fresh func(*testing.T) string) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "run")
	if r := run(t, passing, harness.RunOptions{Dir: dir}); r.Verdict != suite.Passed {
		t.Fatalf("%s: %+v", r.Verdict, r.Suites)
	}
	return func(t *testing.T) string {
		t.Helper()
		to := filepath.Join(t.TempDir(), "run")
		if err := os.CopyFS(to, os.DirFS(dir)); err != nil {
			t.Fatal(err)
		}
		return to
	}
}

func edit(t *testing.T, path string, change func([]byte) []byte) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, change(data), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestNoChangedRunPasses changes a run directory in one place and pins that
// it does not pass any more: that a case is errored, or the whole refused.
func TestNoChangedRunPasses(t *testing.T) {
	fresh := passed(t)
	remove := func(name string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			t.Helper()
			if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
				t.Fatal(err)
			}
		}
	}
	replace := func(name, from, to string) func(*testing.T, string) {
		return func(t *testing.T, dir string) {
			t.Helper()
			edit(t, filepath.Join(dir, name), func(b []byte) []byte {
				if !bytes.Contains(b, []byte(from)) {
					t.Fatalf("%s has no %s", name, from)
				}
				return bytes.Replace(b, []byte(from), []byte(to), 1)
			})
		}
	}
	tests := []struct {
		name   string
		change func(*testing.T, string)
		want   string // in the reason of the case, or in the error
	}{
		{"a case is gone", remove(secondCase), "cannot be relied on"},
		{"its manifest is gone", remove(firstCase + "/run.json"), "cannot be relied on"},
		{"its frames are gone", remove(firstCase + "/frames.pcapng"), "cannot be relied on"},
		{"its events are gone", remove(firstCase + "/events.jsonl"), "cannot be relied on"},
		{"its observations are gone", remove(firstCase + "/state.jsonl"), "cannot be relied on"},
		{"the suite is gone", remove("test"), "no such file"},
		{"what tells the cases is gone", remove("test/suite.json"), "no such file"},
		{"what tells the suites is gone", remove("suites.json"), "holds no run"},
		{"the source is gone", remove("test/source/suite.yaml"), "no such file"},
		{"the source asks for less", replace("test/source/suite.yaml", "max: 0", "max: 9"), "was changed after the run"},
		{"a case is not told of", replace("test/suite.json", `"first",`, ``), "was changed after the run"},
		{"a case is another's", func(t *testing.T, dir string) {
			t.Helper()
			remove(secondCase)(t, dir)
			if err := os.CopyFS(filepath.Join(dir, secondCase), os.DirFS(filepath.Join(dir, firstCase))); err != nil {
				t.Fatal(err)
			}
		}, `that of another case: "first"`},
		{"a case is another suite's", replace(firstCase+"/run.json", `"suite": "test"`, `"suite": "other"`), `that of another suite: "other"`},
		{"a case is another run's", replace(firstCase+"/run.json", `"sources": "`, `"sources": "0`), "that of another run"},
		{"the recording broke off", replace(firstCase+"/run.json", `"ended"`, `"begun"`), "the recording broke off"},
		{"the lab never came up", replace(firstCase+"/run.json", `"booted"`, `"begun"`), "the lab never came up"},
		{"the steps are not told of", replace(firstCase+"/run.json", `"steps"`, `"stops"`), "there is no record that it ran"},
		{"a step failed", replace(firstCase+"/run.json", `"text":`, `"failed": "no reply", "text":`), "no reply"},
		{"frames were lost", replace(secondCase+"/run.json", `"dropped": 0`, `"dropped": 1`), "lost 1 frames"},
		{"a point was not open", replace(secondCase+"/run.json", `"pc1:eth0"`, `"pc9:eth0"`), "nothing was captured at pc1:eth0"},
		{"a service gave up", replace(firstCase+"/run.json", `"steps"`, `"faults": ["pc2: dns: gone"], "steps"`), "broke down: pc2: dns: gone"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := fresh(t)
			if r, err := harness.Verify(dir); err != nil || r.Verdict != suite.Passed {
				t.Fatalf("before the change: %s, %v", r.Verdict, err)
			}
			tt.change(t, dir)
			r, err := harness.Verify(dir)
			if err != nil {
				if !strings.Contains(err.Error(), tt.want) {
					t.Errorf("got %v, want %q in it", err, tt.want)
				}
				return
			}
			var reasons []string
			for _, c := range r.Suites[0].Cases {
				reasons = append(reasons, c.Reason)
			}
			if r.Verdict == suite.Passed || !strings.Contains(strings.Join(reasons, "\n"), tt.want) {
				t.Errorf("%s: %q, want %q in a reason", r.Verdict, reasons, tt.want)
			}
		})
	}
}

// TestARunOfNoCaseIsRefused pins that evidence of nothing, which somebody made of a run, is
// none.
func TestARunOfNoCaseIsRefused(t *testing.T) {
	dir := passed(t)(t)
	for _, name := range []string{firstCase, secondCase} {
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	edit(t, filepath.Join(dir, "test/suite.json"), func(b []byte) []byte {
		return regexp.MustCompile(`(?s)"cases": \[.*?\]`).ReplaceAll(b, []byte(`"cases": []`))
	})
	if r, err := harness.Verify(filepath.Join(dir, "test")); err == nil || !strings.Contains(err.Error(), "no case was run") {
		t.Errorf("%s, %v", r.Verdict, err)
	}
}

// TestNoSingleChangeToEvidencePasses changes one thing at random in the
// evidence of a case, as damage does: the verdict is errored, each time.
func TestNoSingleChangeToEvidencePasses(t *testing.T) {
	fresh := passed(t)
	random := rand.New(rand.NewPCG(1, 2))
	dir := fresh(t)
	original := map[string][]byte{}
	files := []string{"frames.pcapng", "events.jsonl", "state.jsonl"}
	for _, name := range files {
		data, err := os.ReadFile(filepath.Join(dir, firstCase, name))
		if err != nil {
			t.Fatal(err)
		}
		original[name] = data
	}
	for range 500 {
		name := files[random.IntN(len(files))]
		data, what := damage(random, name, slices.Clone(original[name]))
		if bytes.Equal(data, original[name]) {
			continue
		}
		path := filepath.Join(dir, firstCase, name)
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		r, err := harness.Verify(dir)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Suites[0].Cases[0]; got.Verdict != suite.Errored || r.Suites[0].Cases[1].Verdict != suite.Passed {
			t.Errorf("%s of %s: %s: %s", what, name, got.Verdict, got.Reason)
		}
		if err := os.WriteFile(path, original[name], 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// damage changes one thing, and tells what.
func damage(random *rand.Rand, name string, data []byte) ([]byte, string) {
	parts := bytes.SplitAfter(data, []byte("\n"))
	if name == "frames.pcapng" {
		parts = blocks(data)
	}
	i := random.IntN(len(parts))
	switch random.IntN(6) {
	case 0:
		return bytes.Join(slices.Delete(parts, i, i+1), nil), "a part less"
	case 1:
		return bytes.Join(slices.Insert(parts, i, parts[i]), nil), "a part twice"
	case 2:
		k := random.IntN(len(parts))
		parts[i], parts[k] = parts[k], parts[i]
		return bytes.Join(parts, nil), "two parts in other order"
	case 3:
		return data[:random.IntN(len(data)+1)], "the beginning"
	case 4:
		if len(data) > 0 {
			data[random.IntN(len(data))] ^= 1 << random.IntN(8)
		}
		return data, "one bit"
	default:
		return append(data, parts[i]...), "a part more at the end"
	}
}

// blocks returns the blocks of a pcapng file.
func blocks(data []byte) (all [][]byte) {
	for len(data) >= 12 {
		n := binary.LittleEndian.Uint32(data[4:])
		all, data = append(all, data[:n]), data[n:]
	}
	return all
}

// TestWhatIsNeededIsNeeded re-writes the recording of a case as if it had
// been made so, sums and counters included, and pins that its verdict follows
// the frames and observations: it never passes without one that it needs.
func TestWhatIsNeededIsNeeded(t *testing.T) {
	fresh := passed(t)
	tests := []struct {
		name   string
		change func(*evidence.Case)
		want   suite.Verdict
	}{
		{"as it was", func(*evidence.Case) {}, suite.Passed},
		{"without the reply", func(ev *evidence.Case) { ev.Frames = slices.DeleteFunc(ev.Frames, echoReplyAtPC1) }, suite.Failed},
		{"without the reply, and frames were lost", func(ev *evidence.Case) {
			ev.Frames = slices.DeleteFunc(ev.Frames, echoReplyAtPC1)
			for i := range ev.Manifest.Points {
				ev.Manifest.Points[i].Dropped = 1
			}
		}, suite.Errored},
		{"without any frame", func(ev *evidence.Case) { ev.Frames = nil }, suite.Failed},
		{"the other way round", func(ev *evidence.Case) { slices.Reverse(ev.Frames) }, suite.Passed},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := fresh(t)
			rewrite(t, filepath.Join(dir, firstCase), tt.change)
			r, err := harness.Verify(dir)
			if err != nil {
				t.Fatal(err)
			}
			if got := r.Suites[0].Cases[0]; got.Verdict != tt.want {
				t.Errorf("%s: %s, want %s", got.Verdict, got.Reason, tt.want)
			}
		})
	}
}

// TestEveryFrameOfASequenceIsNeeded takes the frames that the sequences of a
// case rest on out of its recording, one at a time. Each is the only one of its
// kind.
func TestEveryFrameOfASequenceIsNeeded(t *testing.T) {
	sources, err := harness.Files("../cases/arp")
	if err != nil {
		t.Fatal(err)
	}
	dir := filepath.Join(t.TempDir(), "run")
	r, err := harness.Run(t.Context(), sources, harness.RunOptions{Dir: dir, Only: regexp.MustCompile("a request to all")})
	if err != nil || r.Verdict != suite.Passed {
		t.Fatalf("%s, %v: %+v", r.Verdict, err, r.Suites)
	}
	needed := 0
	for _, res := range r.Suites[0].Cases[0].Results {
		if res.Kind != suite.KindSequence {
			continue
		}
		for _, step := range res.Finding.Matched {
			needed++
			without := filepath.Join(t.TempDir(), "run")
			if err := os.CopyFS(without, os.DirFS(dir)); err != nil {
				t.Fatal(err)
			}
			rewrite(t, filepath.Join(without, "arp", filepath.Base(r.Suites[0].Cases[0].Dir)), func(ev *evidence.Case) {
				ev.Frames = slices.DeleteFunc(ev.Frames, func(f *packet.Frame) bool { return f.Number == step.Frames[0] })
			})
			again, err := harness.Verify(without)
			if err != nil {
				t.Fatal(err)
			}
			if got := again.Suites[0].Cases[0].Results[res.Index]; got.Verdict != suite.Failed {
				t.Errorf("%s: without frame %d (%s): %s: %s", res.Name, step.Frames[0], step.Text, got.Verdict, got.Reason)
			}
		}
	}
	if needed < 5 {
		t.Errorf("%d frames were taken out, want 5 at least", needed)
	}
}

func echoReplyAtPC1(f *packet.Frame) bool {
	return f.Point == "pc1:eth0" && len(f.Data) > 34 && f.Data[23] == 1 && f.Data[34] == 0
}

// rewrite records evidence anew, changed.
func rewrite(t *testing.T, dir string, change func(*evidence.Case)) {
	t.Helper()
	ev, err := evidence.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	change(ev)
	for i := range ev.Manifest.Points {
		p := &ev.Manifest.Points[i]
		p.Captured = 0
		for _, f := range ev.Frames {
			if f.Point == p.Name {
				p.Captured++
			}
		}
	}
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	recording, err := evidence.Create(dir, ev.Manifest.Points)
	if err != nil {
		t.Fatal(err)
	}
	recording.AddFrames(ev.Frames)
	for _, e := range ev.Events {
		recording.AddEvent(e)
	}
	for _, o := range ev.Observations {
		recording.Observe(o)
	}
	if err := recording.Close(ev.Manifest); err != nil {
		t.Fatal(err)
	}
}

// TestARunThatWasKilledHasNotPassed pins that cases of which nothing was
// recorded, as the run came to an end before, are errored.
func TestARunThatWasKilledHasNotPassed(t *testing.T) {
	dir := passed(t)(t)
	for _, name := range []string{secondCase, "report.json"} {
		if err := os.RemoveAll(filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	r, err := harness.Verify(dir)
	if err != nil || r.Verdict != suite.Errored || r.Totals.Passed != 1 || r.Totals.Errored != 1 {
		t.Errorf("%s, %+v, %v; want one passed, one errored", r.Verdict, r.Totals, err)
	}
}
