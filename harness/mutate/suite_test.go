package mutate

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/topology"
)

const pair = `
topology:
  name: pair
  nodes:
    a: {interfaces: {eth0: 10.0.0.1/24}}
    b: {interfaces: {eth0: 10.0.0.2/24}}
  links: [a -- b]
cases:
`

// weak looks at nothing but one frame of a.
const weak = "suite: weak" + pair + `
  - name: a ping is sent
    steps: [{ping: {from: a, to: 10.0.0.2, timeout: 300ms, fails: no reply}}]
    faults: [{name: gone, on: "a:eth0 -- b:eth0", match: icmp.type == 0, do: drop, optional: true}]
    assert: [{name: it is there, at: "a:eth0", sequence: [icmp.type == 8]}]
`

// strong looks at everything that can be broken of it.
const strong = "suite: strong" + pair + `
  - name: a ping is answered
    steps: [{ping: {from: a, to: 10.0.0.2}}]
    assert:
      - {name: a asks b, at: "a:eth0", sequence: [icmp.type == 8 && ip.src == 10.0.0.1 && ip.dst == 10.0.0.2]}
      - {name: b is masked, address: {node: b, address: 10.0.0.2, length: 24}}
      - {name: a is masked, address: {node: a, address: 10.0.0.1, length: 24}}
`

// blind rests on a fault that a broken network gives no frame to, and looks
// elsewhere.
const blind = `suite: blind
topology:
  name: hub
  nodes:
    a: {interfaces: {eth0: 10.0.0.1/24}}
    b: {interfaces: {eth0: 10.0.0.2/24}}
    h: {kind: hub}
  links: [a -- h, b -- h]
cases:
  - name: nobody complains
    faults: [{name: odd, on: "b:eth0 -- h", match: eth.type == 0x88b5, do: drop}]
    steps: [{frame: {from: "a:eth0", layers: [eth], set: {eth.type: 0x88b5}}}]
    assert: [{name: no error, at: "a:eth0", count: {match: icmp, max: 0}}]
`

// outcomes is what became of each mutant.
func outcomes(r Result) map[string]string {
	all := map[string]string{}
	for _, m := range r.Mutants {
		all[m.Name] = string(m.Outcome)
		if m.Outcome == Killed {
			all[m.Name] += " by " + m.Case + ": " + strings.Join(m.Failed, ", ")
		}
	}
	return all
}

func try(t *testing.T, files map[string]string, o Options) Result {
	t.Helper()
	o.Parallel = 4
	r, err := Suite(t.Context(), source(files), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestSurvivorsAreFound(t *testing.T) {
	r := try(t, map[string]string{harness.SuiteFile: weak}, Options{})
	killed := "killed by a ping is sent: it is there"
	want := map[string]string{
		"address a:eth0 10.0.0.1/24 -> 10.0.0.3":         "survived",
		"address b:eth0 10.0.0.2/24 -> 10.0.0.3":         killed,
		"mask a:eth0 10.0.0.1/24 -> /32":                 "killed by a ping is sent: step ping a -> 10.0.0.2, it is there",
		"mask b:eth0 10.0.0.2/24 -> /32":                 "survived",
		"drop everything on a:eth0 -- b:eth0":            killed,
		"drop arp request on a:eth0 -- b:eth0":           killed,
		"drop arp reply on a:eth0 -- b:eth0":             killed,
		"drop icmp echo request on a:eth0 -- b:eth0":     "survived",
		"drop icmp echo reply on a:eth0 -- b:eth0":       "survived",
		`fault gone of "a ping is sent" befalls nothing`: "killed by a ping is sent: step ping a -> 10.0.0.2",
	}
	got := outcomes(r)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if r.Killed != 6 || r.Survived != 4 || r.Errored+r.Invalid+r.Accepted != 0 || r.Valid() != 10 {
		t.Errorf("got %d killed, %d survived, %d errored, %d invalid, %d accepted", r.Killed, r.Survived, r.Errored, r.Invalid, r.Accepted)
	}
	for _, m := range r.Mutants {
		if m.Place.File != harness.SuiteFile || m.Place.Line < 3 || m.Place.Line > 12 {
			t.Errorf("%s is at %s", m.Name, m.Place)
		}
	}
}

func TestNothingSurvives(t *testing.T) {
	r := try(t, map[string]string{harness.SuiteFile: strong}, Options{})
	if r.Survived+r.Errored+r.Invalid > 0 || r.Killed != 9 {
		t.Errorf("got %v", outcomes(r))
	}
}

func TestErroredIsNeither(t *testing.T) {
	r := try(t, map[string]string{harness.SuiteFile: blind}, Options{Only: regexp.MustCompile("drop|fault")})
	want := map[string]string{
		"drop everything on a:eth0 -- h:a":                "errored",
		"drop everything on b:eth0 -- h:b":                "survived", // behind the fault
		`fault odd of "nobody complains" befalls nothing`: "survived",
	}
	if diff := cmp.Diff(want, outcomes(r)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if m := r.Mutants[0]; m.Case != "nobody complains" || !strings.Contains(m.Reason, "odd") || r.Errored != 1 || r.Valid() != 2 {
		t.Errorf("%s: %s; %+v", m.Case, m.Reason, r)
	}
}

// What a step is to stop, and the mutant took away, is missed by the step.
func TestAStepMissesItsServer(t *testing.T) {
	const stops = `suite: stops
topology:
  name: served
  nodes:
    a: {interfaces: {eth0: 10.0.0.1/24}}
    b: {interfaces: {eth0: 10.0.0.2/24}, services: {http: {answers: {/: hello}}}}
  links: [a -- b]
cases:
  - name: closed
    steps: [{service: {node: b, stop: http}}]
    assert: [{name: nobody listens, listen: {node: b, port: 80, count: 0}}]
`
	r := try(t, map[string]string{harness.SuiteFile: stops}, Options{Only: regexp.MustCompile("service")})
	want := map[string]string{"service b http not started": "killed by closed: step stop http of b"}
	if diff := cmp.Diff(want, outcomes(r)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if m := r.Mutants[0]; m.First != nil || r.Again != 0 {
		t.Errorf("%+v: what is killed is not tried again", m)
	}
}

// logging is a case that passes and fails as log, a file, has it: each run
// adds a + and a -.
func logging(log, passes string) string {
	return "suite: logging" + pair + `
  - name: logged
    steps:
      - exec: {node: a, shell: 'echo + >>` + log + `; sleep 0.1; echo - >>` + log + `; ` + passes + `'}
    assert: [{name: silence, at: "a:eth0", never: udp}]
`
}

func TestSurvivorsAreTriedAgainAlone(t *testing.T) {
	log := filepath.Join(t.TempDir(), "log")
	files := map[string]string{harness.SuiteFile: logging(log, "true")}
	only := regexp.MustCompile("mask|address")
	done := map[string]int{}
	var mu sync.Mutex
	r := try(t, files, Options{Only: only, Progress: func(p Progress) {
		mu.Lock()
		defer mu.Unlock()
		if p.Done != nil {
			done[p.Doing]++
		}
	}})
	if r.Survived != 4 || r.Again != 4 {
		t.Fatalf("got %v, %d tried again; want 4 survivors, all tried again", outcomes(r), r.Again)
	}
	for _, m := range r.Mutants {
		if m.First == nil || m.First.Outcome != Survived || done[m.Name] != 1 {
			t.Errorf("%s: first %+v, done %d times", m.Name, m.First, done[m.Name])
		}
	}
	data, err := os.ReadFile(log)
	if err != nil {
		t.Fatal(err)
	}
	runs := strings.Fields(string(data))
	if alone := strings.Repeat("+-", 4); len(runs) != 2*(1+4+4) || strings.Join(runs[len(runs)-8:], "") != alone {
		t.Errorf("they ran as %s; want %s at the end", strings.Join(runs, ""), alone)
	}

	if r := try(t, files, Options{Only: only, Once: true}); r.Survived != 4 || r.Again != 0 || r.Mutants[0].First != nil {
		t.Errorf("once: got %v, %d tried again", outcomes(r), r.Again)
	}
}

// The second try is what counts, and the first one is told.
func TestTheSecondTryCounts(t *testing.T) {
	only := regexp.MustCompile("mask b:")
	for _, c := range []struct {
		name, passes string // after one run as it is, and one of the mutant
		first, then  Outcome
		text         string
	}{
		{"survived, then killed", "test $(wc -l <LOG) -lt 6", Survived, Killed, "logging: 1 of 1 mutants killed, 1 tried again alone  T\n" +
			"  killed    suite.yaml:6:22: mask b:eth0 10.0.0.2/24 -> /32 (logged: step STEP), alone; survived beside others\n"},
		{"killed at once", "test $(wc -l <LOG) -lt 4", "", Killed, "logging: 1 of 1 mutants killed  T\n" +
			"  killed    suite.yaml:6:22: mask b:eth0 10.0.0.2/24 -> /32 (logged: step STEP)\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			log := filepath.Join(t.TempDir(), "log")
			r := try(t, map[string]string{harness.SuiteFile: logging(log, strings.ReplaceAll(c.passes, "LOG", log))}, Options{Only: only})
			if len(r.Mutants) != 1 || r.Mutants[0].Outcome != c.then {
				t.Fatalf("got %v", outcomes(r))
			}
			var first Outcome
			if f := r.Mutants[0].First; f != nil {
				first = f.Outcome
			}
			if first != c.first {
				t.Errorf("first: got %q, want %q", first, c.first)
			}
			var b strings.Builder
			if err := Text(&b, r, true); err != nil {
				t.Fatal(err)
			}
			text := regexp.MustCompile(`[0-9.]+m?s\n`).ReplaceAllString(b.String(), "T\n")
			text = regexp.MustCompile(`step exec .* -lt \d`).ReplaceAllString(text, "step STEP")
			if diff := cmp.Diff(c.text, text); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestInvalidSaysNothing(t *testing.T) {
	const suite = `suite: pool
topology:
  name: pool
  nodes:
    a: {interfaces: {eth0: {dhcp: manual}}}
    b: {interfaces: {eth0: 10.0.0.1/24}, services: {dhcp: {range: 10.0.0.2-10.0.0.9}}}
  links: [a -- b]
cases:
  - {name: silence, assert: [{at: "a:eth0", never: icmp}]}
`
	r := try(t, map[string]string{harness.SuiteFile: suite}, Options{Only: regexp.MustCompile("^pool/mask .*/32$")})
	if len(r.Mutants) != 1 || r.Invalid != 1 || !strings.Contains(r.Mutants[0].Reason, "is not in 10.0.0.1/32") {
		t.Errorf("got %v %v", outcomes(r), r.Mutants)
	}
}

func TestACaseThatIsSkippedIsNotBroken(t *testing.T) {
	const needy = weak + `
  - name: a program that nobody has
    needs: [no-such-program-anywhere]
    assert: [{name: silence, at: "a:eth0", never: icmp}]
`
	r := try(t, map[string]string{harness.SuiteFile: needy}, Options{Only: regexp.MustCompile("arp request")})
	if len(r.Unfit) != 1 || r.Unfit[0].Verdict != "skipped" || r.Broken() || r.Killed != 1 {
		t.Errorf("got %+v, %v", r.Unfit, outcomes(r))
	}
}

func TestACaseThatFailsIsUnfit(t *testing.T) {
	const wrong = weak + `
  - name: nothing is sent
    steps: [{ping: {from: a, to: 10.0.0.2}}]
    assert: [{name: silence, at: "a:eth0", never: icmp}]
`
	r := try(t, map[string]string{harness.SuiteFile: wrong}, Options{Only: regexp.MustCompile("arp request")})
	if !r.Broken() || len(r.Unfit) != 1 || r.Unfit[0].Case != "nothing is sent" || !strings.Contains(r.Unfit[0].Reason, "silence: ") {
		t.Errorf("got %+v", r.Unfit)
	}
	if got := outcomes(r); len(got) != 1 || got["drop arp request on a:eth0 -- b:eth0"] != "killed by a ping is sent: it is there" {
		t.Errorf("got %v", got)
	}
}

// A case that takes longer than haste allows is given its time.
func TestPatience(t *testing.T) {
	const slow = "suite: slow" + pair + `
  - name: late
    faults: [{name: late, on: "a:eth0 -- b:eth0", match: icmp.type == 8, do: {delay: 1300ms}}]
    steps: [{ping: {from: a, to: 10.0.0.2}}]
    assert: [{name: it is there, at: "a:eth0", sequence: [icmp.type == 0]}]
`
	r := try(t, map[string]string{harness.SuiteFile: slow}, Options{Only: regexp.MustCompile("echo reply")})
	if len(r.Unfit) > 0 || r.Killed != 1 {
		t.Errorf("got %v, unfit %v", outcomes(r), r.Unfit)
	}
}

func TestAccepted(t *testing.T) {
	files := map[string]string{harness.SuiteFile: weak, "suite.mutants.yaml": `
accepted:
  - mutants: ["drop icmp echo * on a:eth0 -- b:eth0", "address a:eth0 10.0.0.1/24 -> 10.0.0.3"]
    why: the case is about the request alone
  - mutants: mask a:eth0 *
    why: it seemed so
  - mutants: route *
    why: once upon a time
  - mutants: mask a:eth0 *
    why: it depends
    sometimes: on
`}
	r := try(t, files, Options{})
	if r.Survived != 1 || r.Accepted != 3 {
		t.Errorf("got %v", outcomes(r))
	}
	want := []string{
		"suite.mutants.yaml:5:14: mask a:eth0 *: it is killed",
		"suite.mutants.yaml:7:14: route *: no mutant has that name",
	}
	var got []string
	for _, s := range r.Stale {
		got = append(got, fmt.Sprintf("%s: %s: %s", s.Place, s.Name, s.Reason))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	var b strings.Builder
	if err := Text(&b, r, false); err != nil {
		t.Fatal(err)
	}
	text := regexp.MustCompile(`[0-9.]+m?s\n`).ReplaceAllString(b.String(), "T\n")
	wantText := `weak: 6 of 7 mutants killed, 3 may survive, 1 tried again alone  T
  survived  suite.yaml:6:22: mask b:eth0 10.0.0.2/24 -> /32
  stale     suite.mutants.yaml:5:14: mask a:eth0 *: it is killed
  stale     suite.mutants.yaml:7:14: route *: no mutant has that name
`
	if diff := cmp.Diff(wantText, text); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if r := try(t, files, Options{Only: regexp.MustCompile("drop icmp")}); len(r.Stale) > 0 {
		t.Errorf("what was not tried is no stale entry: %v", r.Stale)
	}
}

func TestAMistakeIsNoMutant(t *testing.T) {
	for _, files := range []map[string]string{
		{harness.SuiteFile: strings.Replace(weak, "b: {interfaces: {eth0: 10.0.0.2/24}}", "b: {interfaces: {eth0: 10.0.0.1/24}}", 1)},
		{harness.SuiteFile: strings.Replace(weak, "icmp.type == 8", "icmp.tpye == 8", 1)},
	} {
		_, err := Suite(t.Context(), source(files), Options{})
		if _, ok := errors.AsType[topology.Diagnostics](err); !ok {
			t.Errorf("got %v", err)
		}
	}
}

func TestAcceptedIsStrict(t *testing.T) {
	for text, want := range map[string]string{
		"accepted: [{mutants: x}]":             "suite.mutants.yaml:1:12: ",
		"accepted: [{why: x}]":                 "suite.mutants.yaml:1:12: ",
		"accepted: [{mutants: x, because: y}]": `unknown key "because"`,
		"survivors: []":                        `unknown key "survivors"`,
		"accepted: [{mutants: [], why: y}]":    "suite.mutants.yaml:1:12: no mutant is named",
		"accepted: [{mutants: x, why: ' '}]":   "suite.mutants.yaml:1:12: no reason is given",
	} {
		_, err := Suite(t.Context(), source(map[string]string{harness.SuiteFile: weak, "suite.mutants.yaml": text}), Options{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v; want %s", text, err, want)
		}
	}
}

// A suite of the host is shown as the host has it, in whatever folder.
func TestPlacesOfTheHost(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "mine.yaml")
	if err := os.WriteFile(file, []byte(strong), 0o644); err != nil {
		t.Fatal(err)
	}
	s, err := harness.File(file)
	if err != nil {
		t.Fatal(err)
	}
	all, err := List(t.Context(), s, Options{})
	if err != nil || len(all) != 9 {
		t.Fatalf("%d mutants, %v", len(all), err)
	}
	for _, m := range all {
		if m.Place.File != file {
			t.Errorf("%s is in %s", m.Name, m.Place.File)
		}
	}
}

// The same suite has the same mutants, in the same order, and what became of
// them can be written down.
func TestOrder(t *testing.T) {
	files := map[string]string{harness.SuiteFile: weak}
	first, second := try(t, files, Options{}), try(t, files, Options{Seed: 1})
	name := func(r Result) (names []string) {
		for _, m := range r.Mutants {
			names = append(names, m.Name)
		}
		return names
	}
	if !slices.Equal(name(first), name(second)) {
		t.Errorf("%q, then %q", name(first), name(second))
	}
	data, err := json.Marshal(first)
	if err != nil || !strings.Contains(string(data), `{"mutant":"address a:eth0 10.0.0.1/24 -\u003e 10.0.0.3","operator":"address","place":{"file":"suite.yaml","line":5,"column":22},"outcome":"survived","first":{"outcome":"survived"}}`) {
		t.Errorf("%v\n%s", err, data)
	}
}

func TestItEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	o := Options{Parallel: 1, Progress: func(p Progress) {
		if p.Done != nil {
			cancel()
		}
	}}
	if _, err := Suite(ctx, source(map[string]string{harness.SuiteFile: weak}), o); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
