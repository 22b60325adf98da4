package harness_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/report"
	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/topology"
)

// pc1 -- sw -- pc2, which serves HTTP on 80 and answers /slow never.
const network = `
topology:
  name: two
  nodes:
    pc1: {interfaces: {eth0: {address: 10.0.0.1/24, dns: [10.0.0.2]}}}
    pc2:
      interfaces: {eth0: 10.0.0.2/24}
      services:
        http: {answers: {/: hello}, echo: /echo}
        dns: {zones: {lab.: {records: "@ 60 IN SOA ns host 1 60 60 60 60\n@ 60 IN NS ns\nns 60 IN A 10.0.0.2\n"}}}
    sw: {kind: switch}
  links:
    - pc[1-2]:eth0 -- sw
`

// source returns a suite of the cases, which are indented by two.
func source(cases string) []harness.Source {
	text := "suite: test\n" + network + "cases:\n" + cases
	return []harness.Source{{FS: fstest.MapFS{"suite.yaml": {Data: []byte(text)}}, Name: "suite.yaml"}}
}

func run(t *testing.T, cases string, o harness.RunOptions) report.Run {
	t.Helper()
	if o.Dir == "" {
		o.Dir = filepath.Join(t.TempDir(), "run")
	}
	r, err := harness.Run(t.Context(), source(cases), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// judged is a case and what it is to come to.
type judged struct {
	name   string
	cases  string
	want   suite.Verdict
	reason string // a part of the case's reason
}

func TestVerdicts(t *testing.T) {
	judgeCases(t, []judged{
		{"ping", `
  - name: c
    steps: [{ping: {from: pc1, to: 10.0.0.2, count: 2, interval: 1ms}}]
    assert:
      - {name: replies, at: "pc1:eth0", count: {match: icmp.type == 0, exactly: 2}}
      - {name: neighbour, neighbor: {node: pc1, ip: 10.0.0.2, mac: pc2.eth0}}
`, suite.Passed, ""},
		{"a ping without data", `
  - name: c
    steps: [{ping: {from: pc1, to: 10.0.0.2, size: 0}}]
    assert: [{at: "pc1:eth0", count: {match: icmp && ip.len == 28, exactly: 2}}]
`, suite.Passed, ""},
		{"links", `
  - name: c
    steps:
      - ping: {from: pc1, to: 10.0.0.2}
      - link: {down: "pc1:eth0"}
    assert:
      - {link: {node: pc1, interface: eth0, up: off, carrier: off, mtu: 1500, mac: pc1.eth0}}
      - {link: {node: pc2, interface: eth0, up: on, carrier: on}}
      - {link: {node: sw, interface: pc1, up: on, carrier: off}}
`, suite.Passed, ""},
		{"a ping that nobody answers", `
  - name: c
    steps: [{ping: {from: pc1, to: 10.0.0.9, timeout: 50ms}}]
    assert: [{at: "pc1:eth0", sequence: [{match: arp}]}]
`, suite.Failed, "1 of 1 echo requests got no reply"},
		{"a ping without a route", `
  - name: c
    steps: [{ping: {from: pc1, to: 192.0.2.1}}]
    assert: [{at: "pc1:eth0", count: {match: icmp.type == 0, max: 0}}]
`, suite.Failed, "network is unreachable"},
		{"a failure that is wanted", `
  - name: c
    steps: [{ping: {from: pc1, to: 192.0.2.1, fails: network is unreachable}}]
    assert: [{at: "pc1:eth0", count: {match: icmp, max: 0}}]
`, suite.Passed, ""},
		{"a failure that is wanted and does not come", `
  - name: c
    steps: [{ping: {from: pc1, to: 10.0.0.2, fails: true}}]
    assert: [{at: "pc1:eth0", sequence: [{match: icmp}]}]
`, suite.Failed, "it was to fail and did not"},
		{"http", `
  - name: c
    steps:
      - http: {from: pc1, url: "http://10.0.0.2/", as: page}
      - http: {from: pc1, url: "http://10.0.0.2/echo", keep_alive: true}
      - http: {from: pc1, url: "http://10.0.0.2/echo", keep_alive: true}
    assert:
      - {name: body, http: {of: page, status: 200, body: hello}}
      - {name: a fresh look, http: {from: pc1, url: "http://10.0.0.2/none", status: 404}}
      - {name: two share a connection, at: "pc2:eth0", sequence: [{match: tcp.flags.syn == 1 && tcp.flags.ack == 0}, {match: tcp.flags.syn == 1 && tcp.flags.ack == 0}]}
`, suite.Passed, ""},
		{"http refused", `
  - name: c
    steps: [{http: {from: pc1, url: "http://10.0.0.2:81/"}}]
    assert: [{at: "pc1:eth0", sequence: [{match: tcp.flags.reset == 1}]}]
`, suite.Failed, "connection refused"},
		{"dns", `
  - name: c
    steps: [{dns: {from: pc1, name: ns.lab, as: answer}}]
    assert:
      - {dns: {of: answer, rcode: NOERROR, answer: [10.0.0.2]}}
      - {name: none, dns: {from: pc1, name: no.lab, rcode: NXDOMAIN}}
`, suite.Passed, ""},
		{"exec", `
  - name: c
    steps: [{exec: {node: pc1, shell: "hostname; cat /etc/resolv.conf; ls /sys/class/net", as: program}}]
    assert: [{exec: {of: program, exit: 0, stdout: {regex: "(?s)^pc1\n.*nameserver 10.0.0.2.*eth0"}}}]
`, suite.Passed, ""},
		{"exec with another exit status", `
  - name: c
    steps: [{exec: {node: pc1, shell: "echo trouble >&2; exit 7"}}]
    assert: [{at: "pc1:eth0", count: {match: icmp.type == 0, max: 0}}]
`, suite.Failed, `exit status 7, not 0: "trouble\n"`},
		{"exec of nothing", `
  - name: c
    steps: [{exec: {node: pc1, command: [no-such-program]}}]
    assert: [{at: "pc1:eth0", count: {match: icmp.type == 0, max: 0}}]
`, suite.Errored, "no-such-program"},
		{"exec that does not end", `
  - name: c
    steps: [{exec: {node: pc1, command: [sleep, "60"], timeout: 50ms}}]
    assert: [{at: "pc1:eth0", count: {match: icmp.type == 0, max: 0}}]
`, suite.Failed, "still running after 50ms"},
		{"parallel", `
  - name: c
    steps:
      - parallel:
          - ping: {from: pc1, to: 10.0.0.2}
          - ping: {from: pc2, to: 10.0.0.1}
    assert: [{at: "pc1:eth0", count: {match: icmp.type == 8, exactly: 2}}]
`, suite.Passed, ""},
		{"wait", `
  - name: c
    steps:
      - parallel:
          - wait: {for: {neighbor: {node: pc2, ip: 10.0.0.1}}}
          - wait: {for: {at: "pc2:eth0", sequence: [{match: icmp.type == 8}]}}
          - ping: {from: pc1, to: 10.0.0.2}
    assert: [{at: "pc1:eth0", sequence: [{match: icmp.type == 0}]}]
`, suite.Passed, ""},
		{"wait until something is gone", `
  - name: c
    steps:
      - listen: {node: pc1, address: ":80", as: l}
      - parallel:
          - wait: {for: {socket: {node: pc1, local: ":80", count: 0}}}
          - close: l
      - {wait: {for: {socket: {node: pc1, local: ":80", state: LISTEN}, not: true}}}
    assert: [{socket: {node: pc1, local: ":80", count: 0}}]
`, suite.Passed, ""},
		{"wait in vain until something is gone", `
  - name: c
    steps:
      - listen: {node: pc1, address: ":80", as: l}
      - wait: {for: {socket: {node: pc1, local: ":80", count: 0}}, timeout: 50ms}
    assert: [{socket: {node: pc1, local: ":80"}}]
`, suite.Failed, "not within 50ms"},
		{"wait in vain", `
  - name: c
    steps: [{wait: {for: {at: "pc2:eth0", sequence: [{match: icmp}]}, timeout: 50ms}}]
    assert: [{at: "pc1:eth0", count: {match: icmp.type == 0, max: 0}}]
`, suite.Failed, "not within 50ms"},
		{"frames that do not come", `
  - name: c
    steps: [{ping: {from: pc1, to: 10.0.0.2}}]
    assert: [{name: reset, at: "pc1:eth0", eventually: 50ms, sequence: [{match: tcp.flags.reset == 1}]}]
`, suite.Failed, "reset: step 1: no frame matches"},
		{"a state that is not", `
  - name: c
    steps: []
    assert: [{name: route, eventually: 20ms, route: {node: pc1, to: 0.0.0.0/0}}]
`, suite.Failed, "route:"},
		{"a frame that comes too often, a moment later", `
  - name: c
    topology:
      nodes:
        pc1: {interfaces: {eth0: 10.0.0.1/24}, sysctls: {net.ipv4.neigh.eth0.retrans_time_ms: 20}}
        pc2: {interfaces: {eth0: 10.0.0.2/24}}
      links: ["pc1:eth0 -- pc2:eth0"]
    steps: [{ping: {from: pc1, to: 10.0.0.9, timeout: 5ms, fails: true}}]
    assert: [{name: once, at: "pc1:eth0", count: {match: arp.opcode == 1, exactly: 1}}]
`, suite.Failed, "once:"},
		{"a frame that is not to come, a moment later", `
  - name: c
    topology:
      nodes:
        pc1: {interfaces: {eth0: 10.0.0.1/24}, sysctls: {net.ipv4.neigh.eth0.retrans_time_ms: 20}}
        pc2: {interfaces: {eth0: 10.0.0.2/24}}
      links: ["pc1:eth0 -- pc2:eth0"]
    steps: [{ping: {from: pc1, to: 10.0.0.9, timeout: 5ms, fails: true}}]
    assert: [{name: once, at: "pc1:eth0", sequence: [{as: first, match: arp.opcode == 1}], never: {match: arp.opcode == 1, from: first}}]
`, suite.Failed, "once:"},
		{"a wait of which nobody can tell, that is to fail", `
  - name: c
    steps:
      - ping: {from: pc1, to: 10.0.0.2}
      - wait:
          for: {at: "pc1:eth0", order: any, sequence: [{as: late, match: icmp.type == 8}, {as: early, match: arp.opcode == 1}], never: {match: udp, from: late, until: early}}
          timeout: 50ms
          fails: true
    assert: [{at: "pc1:eth0", sequence: [{match: icmp}]}]
`, suite.Errored, "lies before"},
		{"a client that gives up", `
  - name: c
    topology:
      nodes:
        pc1: {interfaces: {eth0: {dhcp: manual}}}
        pc2: {interfaces: {eth0: 10.0.0.2/24}, services: {dhcp: {interface: eth0, range: 10.0.0.100-10.0.0.109}}}
      links: ["pc1:eth0 -- pc2:eth0"]
    steps:
      - dhcp: {node: pc1, do: discover}
      - exec: {node: pc1, command: [ip, link, delete, eth0]}
      - dhcp: {node: pc1, do: release, fails: true}
    assert: [{at: "pc1:eth0", sequence: [{match: dhcp.option.dhcp == 5}]}]
`, suite.Errored, "broke down: pc1: dhcp-client"},
		{"each source port has a connection of its own", `
  - name: c
    steps:
      - http: {from: pc1, url: "http://10.0.0.2/", keep_alive: true, source_port: 4001, as: one}
      - http: {from: pc1, url: "http://10.0.0.2/", keep_alive: true, source_port: 4002, as: two}
    assert:
      - http: {of: one, local: ":4001"}
      - http: {of: two, local: ":4002"}
`, suite.Passed, ""},
		{"a request that cannot be made", `
  - name: c
    steps: [{http: {from: pc1, url: "http://10.0.0.2/", pad: {header: Cookie, to: 20}, fails: true}}]
    assert: [{at: "pc1:eth0", count: {match: tcp, max: 0}}]
`, suite.Errored, "the request has"},
		{"a program that is not here", `
  - name: c
    needs: [sh, no-such-program]
    steps: [{ping: {from: pc1, to: 10.0.0.9, timeout: 20s}}]
    assert: [{at: "pc1:eth0", sequence: [{match: arp}]}]
`, suite.Skipped, "it needs no-such-program, which the machine lacks"},
		{"a program that is here", `
  - name: c
    needs: sh
    assert: [{exec: {node: pc1, command: [sh, -c, "echo here"], stdout: {contains: here}}}]
`, suite.Passed, ""},
		{"out of time", `
  - name: c
    timeout: 100ms
    steps: [{ping: {from: pc1, to: 10.0.0.9, timeout: 20s}}]
    assert: [{at: "pc1:eth0", sequence: [{match: arp}]}]
`, suite.Errored, "longer than its timeout of 100ms"},
	})
}

// judgeCases runs cases and judges them twice: live, and by their evidence.
func judgeCases(t *testing.T, tests []judged) {
	t.Helper()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), "run")
			r := run(t, tt.cases, harness.RunOptions{Dir: dir})
			c := r.Suites[0].Cases[0]
			if c.Verdict != tt.want || !strings.Contains(c.Reason, tt.reason) {
				t.Errorf("%s: %s\nwant %s: ...%s...", c.Verdict, c.Reason, tt.want, tt.reason)
			}
			for _, res := range c.Results {
				if res.Verdict != suite.Passed {
					t.Logf("%s: %s: %s", res.Verdict, res.Name, res.Reason)
				}
			}
			again, err := harness.Verify(dir)
			if err != nil {
				t.Fatal(err)
			}
			ignore := cmpopts.IgnoreFields(suite.SuiteResult{}, "Started", "Took")
			if diff := cmp.Diff(r.Suites, again.Suites, ignore); diff != "" {
				t.Errorf("the evidence gives another result later (-run +verify)\n%s", diff)
			}
		})
	}
}

// What is required to be here is not skipped.
func TestRequire(t *testing.T) {
	r := run(t, `
  - name: c
    needs: no-such-program
    assert: [{at: "pc1:eth0", sequence: [{match: arp}]}]
`, harness.RunOptions{Require: true})
	if c := r.Suites[0].Cases[0]; c.Verdict != suite.Errored || !strings.Contains(c.Reason, "the machine lacks no-such-program") {
		t.Errorf("%s: %s", c.Verdict, c.Reason)
	}
}

const passing = `
  - name: first
    steps: [{ping: {from: pc1, to: 10.0.0.2}}]
    assert: [{at: "pc1:eth0", sequence: [{match: icmp.type == 0}]}]
  - name: second
    steps: []
    assert: [{at: "pc1:eth0", count: {match: ip, max: 0}}]
`

func TestOnlyTheCasesThatMatchAreRun(t *testing.T) {
	r := run(t, passing, harness.RunOptions{Only: regexp.MustCompile("^test/sec")})
	if len(r.Suites[0].Cases) != 1 || r.Suites[0].Cases[0].Name != "second" {
		t.Errorf("ran %+v", r.Suites[0].Cases)
	}
	if left := r.Suites[0].LeftOut; left != 1 {
		t.Errorf("%d cases are told as left out", left)
	}
	_, err := harness.Run(t.Context(), source(passing), harness.RunOptions{Only: regexp.MustCompile("third")})
	if err == nil || !strings.Contains(err.Error(), "no case to run") {
		t.Errorf("got %v", err)
	}
}

// Cases that wait leave the processors to others, so more of them run at once than
// there are processors.
func TestCasesRunAtOnce(t *testing.T) {
	var cases strings.Builder
	const number = 8
	for i := range number {
		fmt.Fprintf(&cases, `
  - name: case %d
    steps:
      - listen: {node: pc1, address: ":7", network: udp, as: s}
      - recv: {on: s, timeout: 1s, fails: no datagram came}
    assert: [{at: "pc1:eth0", count: {match: ip, max: 0}}]
`, i)
	}
	for _, tt := range []struct{ parallel, want int }{{0, number}, {3, 3}} {
		var mu sync.Mutex
		running, most := map[string]bool{}, 0
		r := run(t, cases.String(), harness.RunOptions{Parallel: tt.parallel, Progress: func(p harness.Progress) {
			mu.Lock()
			defer mu.Unlock()
			if running[p.Case] = p.Done == nil; p.Done != nil {
				delete(running, p.Case)
			}
			most = max(most, len(running))
		}})
		if r.Verdict != suite.Passed || most != tt.want {
			t.Errorf("Parallel %d: %s, %d cases at once, want %d", tt.parallel, r.Verdict, most, tt.want)
		}
	}
}

func TestEvidenceIsKeptWhereItIsOfUse(t *testing.T) {
	temp := t.TempDir()
	t.Setenv("TMPDIR", temp)
	kept := func() int {
		t.Helper()
		entries, err := os.ReadDir(temp)
		if err != nil {
			t.Fatal(err)
		}
		return len(entries)
	}
	r, err := harness.Run(t.Context(), source(passing), harness.RunOptions{})
	if err != nil || r.Verdict != suite.Passed || kept() != 0 {
		t.Errorf("passed: %s, %v, %d entries kept; want none", r.Verdict, err, kept())
	}
	failing := strings.Replace(passing, "icmp.type == 0", "icmp.type == 99", 1)
	failing = strings.Replace(failing, "sequence:", "eventually: 10ms, sequence:", 1)
	r, err = harness.Run(t.Context(), source(failing), harness.RunOptions{})
	if err != nil || r.Verdict != suite.Failed || kept() != 1 {
		t.Fatalf("failed: %s, %v, %d entries kept; want one", r.Verdict, err, kept())
	}
	capture := r.Suites[0].Cases[0].Results[0].Finding.Capture
	if _, err := os.Stat(capture); err != nil {
		t.Errorf("the report names a capture that is not there: %v", err)
	}
}

func TestAnInterruptedRunHasNoPasses(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	r, err := harness.Run(ctx, source(passing), harness.RunOptions{
		Dir: filepath.Join(t.TempDir(), "run"), Parallel: 1,
		Progress: func(p harness.Progress) {
			if strings.HasPrefix(p.Doing, "ping") {
				cancel()
			}
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range r.Suites[0].Cases {
		if c.Verdict != suite.Errored || !strings.Contains(c.Reason, context.Canceled.Error()) {
			t.Errorf("%s: %s: %s", c.Name, c.Verdict, c.Reason)
		}
	}
}

func TestSuitesOfOneNameHaveFoldersOfTheirOwn(t *testing.T) {
	var sources []harness.Source
	for _, name := range []string{"a", "a 2", "A", "a"} {
		text := "suite: " + name + "\n" + network + "cases:\n" + passing
		sources = append(sources, harness.Source{FS: fstest.MapFS{"suite.yaml": {Data: []byte(text)}}, Name: "suite.yaml"})
	}
	dir := filepath.Join(t.TempDir(), "run")
	r, err := harness.Run(t.Context(), sources, harness.RunOptions{Dir: dir, Only: regexp.MustCompile("second")})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range r.Suites {
		got = append(got, filepath.Base(s.Dir))
	}
	if diff := cmp.Diff([]string{"a", "a-2", "a-3", "a-4"}, got); diff != "" || r.Verdict != suite.Passed {
		t.Errorf("%s (-want +got)\n%s", r.Verdict, diff)
	}
	again, err := harness.Verify(dir)
	if err != nil || again.Verdict != suite.Passed || again.Totals.Passed != len(sources) {
		t.Errorf("later: %s, %+v, %v", again.Verdict, again.Totals, err)
	}
}

func TestMistakesAreReportedAllAtOnce(t *testing.T) {
	bad := strings.ReplaceAll(passing, "pc1:eth0", "pc9:eth0")
	_, err := harness.Run(t.Context(), source(bad), harness.RunOptions{})
	var mistakes topology.Diagnostics
	if !errors.As(err, &mistakes) || len(mistakes) != 2 {
		t.Errorf("got %v", err)
	}
}

func TestARunDirectoryIsNotOverwritten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	run(t, passing, harness.RunOptions{Dir: dir})
	_, err := harness.Run(t.Context(), source(passing), harness.RunOptions{Dir: dir})
	if err == nil || !strings.Contains(err.Error(), "already holds a run") {
		t.Errorf("got %v", err)
	}
}

func TestRunDirectoriesAreNotSuites(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, harness.SuiteFile), []byte("suite: test\n"+network+"cases:\n"+passing), 0o644); err != nil {
		t.Fatal(err)
	}
	for i := range 2 {
		sources, err := harness.Files(dir)
		if err != nil {
			t.Fatal(err)
		}
		if len(sources) != 1 {
			t.Fatalf("%d suites, want the one that is no copy", len(sources))
		}
		if _, err := harness.Run(t.Context(), sources, harness.RunOptions{Dir: filepath.Join(dir, fmt.Sprintf("evidence%d", i))}); err != nil {
			t.Fatal(err)
		}
	}
}

func TestProgramsStartBesideTheirTopology(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string, mode os.FileMode) {
		t.Helper()
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), mode); err != nil {
			t.Fatal(err)
		}
	}
	write("programs/say", "#!/bin/sh\ncat beside >said\nexec sleep 1000\n", 0o755)
	write("programs/beside", "found\n", 0o644)
	write(harness.SuiteFile, `
suite: programs
topology:
  nodes:
    pc1:
      interfaces: {eth0: 10.0.0.1/24}
      services: {exec: {command: [./say], dir: programs}}
    pc2: {interfaces: {eth0: 10.0.0.2/24}}
  links: [pc1 -- pc2]
cases:
  - name: c
    assert: [{exec: {node: pc2, shell: "cat `+dir+`/programs/said", stdout: "found\n"}, eventually: 10s}]
`, 0o644)
	sources, err := harness.Files(dir)
	if err != nil {
		t.Fatal(err)
	}
	r, err := harness.Run(t.Context(), sources, harness.RunOptions{Dir: filepath.Join(t.TempDir(), "run")})
	if err != nil || r.Verdict != suite.Passed {
		t.Fatalf("%v: %+v", err, r)
	}
}
