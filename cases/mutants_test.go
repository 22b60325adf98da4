package cases_test

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/cases"
	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/suite"
	"github.com/netrig/netrig/internal/trial"
)

// mutant is a suite in which something is broken on purpose. An assertion
// that still holds then teaches nothing about it.
type mutant struct {
	name  string
	edits []edit
	kills []string // assertions that fail for it, among others
}

// edit replaces every occurrence of old, of which there must be one, in a
// file of the suite.
type edit struct{ file, old, new string }

const (
	inSuite    = "suite.yaml"
	inTopology = "topology.yaml"
)

// mutants are those of each case, by SUITE/CASE.
func mutants() map[string][]mutant {
	return map[string][]mutant{
		"arp/a request to all, a reply to one, then the packet": arpRequest,
		"arp/what is remembered is not asked again":             arpMemory,
		"arp/nobody answers for an address that nobody has":     arpNobody,
		"arp/what was heard grows old, and is asked for again":  arpAgeing,
		"arp/a neighbour that is gone is forgotten":             arpGone,
		"arp/an entry that is made by hand":                     arpByHand,
		"arp/an address moves, and says so itself":              arpMoves,
		"arp/an address is asked for before it is taken":        arpProbe,
		"arp/two machines with one address":                     arpConflict,
		"arp/a forged reply leads the traffic astray":           arpSpoofed,
		"arp/what stops a forger":                               arpDefended,
		"arp/a router answers for those behind it":              arpProxy,
		"arp/a machine that does not know its own address":      arpReverse,
		"arp/who is elsewhere is not asked for":                 arpElsewhere,
		"dhcp/discover, offer, request, ack":                    dhcpMessages,
		"dhcp/a reservation is kept":                            dhcpReservation,
		"dhcp/a lease is renewed and given back":                dhcpRenewal,
		"dhcp/nobody extends a lease":                           dhcpExpiry,
		"dhcp/an address of another network is refused":         dhcpRefusal,
		"dhcp/two servers, and one should not be there":         dhcpRogue,
		"dhcp/nothing left to give":                             dhcpExhausted,
		"dhcp/a relay serves another subnet":                    dhcpRelayed,
		"dhcp/a relay before a relay":                           dhcpRelays,
		"ethernet/fourteen octets, and the data":                frameHeader,
		"ethernet/no shorter, and no longer":                    frameLength,
		"ethernet/a maker, a number, and two bits":              hardwareAddress,
		"ethernet/two machines with one hardware address":       twins,
		"ethernet/to everybody on the LAN, and no further":      broadcast,
		"ethernet/what is for another one":                      forAnother,
		"ethernet/a switch learns, floods, follows":             learningSwitch,
		"ethernet/a switch forgets":                             forgetfulSwitch,
		"fragments/5,000 octets are 1500, 1500, 1500 and 560":   fiveThousand,
		"fragments/in whichever order":                          anyOrder,
		"fragments/one is lost, and so is the packet":           lostFragment,
		"fragments/fragments that overlap":                      overlap,
		"fragments/a packet that may not be cut":                pathMTU,
		"fragments/a black hole":                                blackHole,
		"fragments/out of it by probing":                        probing,
		"fragments/out of it by a smaller MSS":                  clamping,
		"https/what an eavesdropper hears":                      eavesdropper,
		"https/TLS 1.2 shows who answers":                       older,
		"https/a certificate of another name":                   anotherName,
		"https/an authority that nobody knows":                  unknownAuthority,
		"https/a certificate has its time":                      itsTime,
		"https/no version in common":                            noVersion,
		"https/HTTP/2, where both want it":                      negotiated,
		"internet/one web request":                              webRequest,
		"internet/the thirteen root servers":                    rootServers(),
		"internet/names":                                        names,
		"internet/one root server is down":                      oneRootDown,
		"internet/all root servers are down":                    allRootsDown,
		"internet/no server gives an address":                   noAddress,
		"internet/a name server is down":                        nameServerDown,
		"internet/a cable is out":                               cableOut,
		"internet/there is no way back":                         noAnswerBack,
		"internet/large packets get lost":                       largeLost,
		"internet/nobody serves the page":                       nobodyServes,
		"ip/four numbers are 32 bits":                           fourNumbers,
		"ip/the same number, written otherwise":                 spellings,
		"ip/the mask tells who is a neighbour":                  neighbours,
		"ip/the same two addresses under another mask":          otherMask,
		"ip/a wrong mask breaks one direction":                  wrongMask,
		"ip/four routers in a row":                              fourRouters,
		"ip/the longest prefix wins":                            longestPrefix,
		"ip/there is no way":                                    noWay,
		"ip/there is a way, and none back":                      noWayBack,
		"ip/a redirect":                                         redirect,
		"ip/an address, a mask, a gateway and a name server":    essentials,
		"nat/outside there is one address":                      oneAddress,
		"nat/two hosts with the same port":                      samePort,
		"nat/fragments are translated, too":                     translatedFragments,
		"nat/who was not asked":                                 unasked,
		"nat/a port forward":                                    forwarded,
		"nat/translation is no firewall":                        noFirewall,
		"nat/a firewall is one":                                 firewalled,
		"physical/an unplugged cable":                           unplugged,
		"physical/an interface that is set down":                setDown,
		"physical/a connection survives the gap":                gap,
		"physical/lines are slow, each in its way":              lines,
		"physical/a short line, and a hundred kilometres":       gigabit,
		"physical/a line through the room":                      wifi,
		"physical/a line through the air":                       lte,
		"physical/a hub repeats, a switch learns":               joined,
		"programs/the client asks, and is called back":          calling,
		"programs/a browser loads a page":                       browsed,
		"programs/one exchange through three families":          families,
		"programs/AF_UNIX needs no network":                     alone,
		"programs/one server, many clients":                     manyClients,
		"programs/one client, several servers":                  severalServers,
		"routing/the way is learned, and learned anew":          learned,
		"switches/a circle without a tree":                      storm,
		"switches/a circle becomes a tree":                      tree,
		"switches/a tree heals":                                 healing,
		"tcp/three segments open a connection":                  opening,
		"tcp/a lost SYN is sent again":                          lostSYN,
		"tcp/a lost SYN-ACK is sent again":                      lostSYNACK,
		"tcp/data does what a lost ACK should have done":        lostACK,
		"tcp/each side closes for itself":                       closing,
		"tcp/a port where nobody listens":                       refusal,
		"tcp/both open at once":                                 bothOpen,
		"tcp/both close at once":                                bothClose,
		"tcp/why three segments, an old SYN":                    oldSYN,
		"tcp/a lost ACK, and nobody has data":                   lostACKs,
		"tcp/a lost ACK, and the server has data":               serverFirst,
		"tcp/a lost FIN is sent again":                          lostFIN,
		"tcp/a lost last ACK is what TIME_WAIT is for":          lastACK,
		"tcp/ten megabytes through a bad cable":                 badCable,
		"tcp/a segment fits into one packet":                    largestSegment,
		"tcp/the smaller MTU makes the segments smaller":        smallerMTU,
		"tcp/there is no route":                                 noRoute,
		"tcp/a router finds no host":                            noHost,
		"tcp/nobody answers at all":                             noAnswer,
		"tcp/the receiver sets the pace":                        flowControl,
		"tcp/keep-alive finds a dead peer":                      deadPeer,
		"tcp/a port is a service":                               ports,
		"tcp/the first 1024 ports are not for everybody":        privileged,
		"udp/eight octets and the data":                         datagram,
		"udp/the largest datagram":                              largestDatagram,
		"udp/a lost datagram stays lost":                        lostDatagram,
		"udp/a port where nobody listens":                       unreachable,

		"ipv6/a solicitation to a group, an advertisement, then the packet": ndpQuestion,
		"ipv6/an address is probed before it is used":                       ndpProbe,
		"ipv6/a neighbour that is gone is noticed":                          ndpGone,
		"ipv6/three spellings, one address":                                 spellings6,
		"ipv6/an address that nobody gave":                                  linkLocal,
		"ipv6/a router tells, and a host makes its addresses":               autoconfiguration,
		"ipv6/two routers, and one that ends":                               twoRouters,
		"ipv6/the name server comes with it, or is asked for":               toldNames,
		"ipv6/a server lends an address":                                    lentAddress,
		"ipv6/routers do not cut packets, sources do":                       tooBig,
		"ipv6/two families, and which one is taken":                         dualStack,
		"internet/one web request over IPv6":                                webRequest6,
		"ipv6/one socket for both":                                          mapped,
	}
}

// labs is how many mutants live at once on a processor. They mostly wait for what
// does not come: one takes a twentieth of a processor.
const labs = 8

func TestEveryAssertionIsKilledByAMutant(t *testing.T) {
	table := mutants()
	for _, name := range cases.Names() {
		s, err := source(name).Load()
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range s.Cases {
			key := name + "/" + c.Name
			killed := map[string]bool{}
			for _, m := range table[key] {
				for _, k := range m.kills {
					killed[k] = true
				}
			}
			for _, a := range c.Assertions {
				if !killed[a.Name] {
					t.Errorf("%s: no mutant kills %q", key, a.Name)
				}
				delete(killed, a.Name)
			}
			for k := range killed {
				t.Errorf("%s: a mutant is to kill %q, which is no assertion of it", key, k)
			}
			delete(table, key)
		}
	}
	for key := range table {
		t.Errorf("there are mutants of %s, but no such case", key)
	}
}

// TestMutantsFail runs every mutant, and with -short one of each case. Who outlives the
// crowd is run once more, alone: on a busy machine any cable is a slow one, and what is
// to be looked at before it is forgotten may be gone. An assertion that cannot fail is
// not killed by that either.
func TestMutantsFail(t *testing.T) {
	var lives []*life
	table := mutants()
	for _, key := range slices.Sorted(maps.Keys(table)) {
		name, _, _ := strings.Cut(key, "/")
		all := table[key]
		if testing.Short() {
			all = all[:1]
		}
		for _, m := range all {
			files := embedded(t, name)
			m.apply(t, files, name)
			hasten(t, files[name+"/"+inSuite])
			lives = append(lives, &life{mutant: m, test: key, files: files})
		}
	}
	var wg sync.WaitGroup
	slots := make(chan struct{}, labs*runtime.NumCPU())
	for _, l := range lives {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			l.run(t)
		})
	}
	wg.Wait()
	for _, l := range lives {
		t.Run(l.test+"/"+l.name, func(t *testing.T) {
			if outlived := l.outlived(); outlived != "" {
				t.Logf("among others it outlives them: %s", outlived)
				l.run(t)
			}
			if l.err == nil && l.result.Verdict == suite.Skipped {
				trial.Lack(t, "what the case needs ("+l.result.Reason+")")
			}
			if outlived := l.outlived(); outlived != "" {
				t.Error(outlived)
			}
		})
	}
}

// life is a mutant and what came of it.
type life struct {
	mutant
	test   string // SUITE/CASE
	files  fstest.MapFS
	result suite.CaseResult
	err    error
}

func (l *life) run(t *testing.T) {
	t.Helper()
	l.result, l.err = runCase(t.Context(), l.files, l.test, filepath.Join(t.TempDir(), "run"))
}

// outlived tells what of the case did not fail that the mutant is to kill; "" if all of
// it did, or nothing was run.
func (l *life) outlived() string {
	if l.err != nil {
		return l.err.Error()
	}
	if l.result.Verdict == suite.Skipped {
		return ""
	}
	var wrong, failed []string
	if l.result.Verdict != suite.Failed {
		wrong = append(wrong, fmt.Sprintf("%s: %s; want failed", l.result.Verdict, l.result.Reason))
	}
	verdicts := map[string]suite.Result{}
	for _, r := range l.result.Results {
		verdicts[r.Name] = r
		if r.Verdict == suite.Failed {
			failed = append(failed, r.Name)
		}
	}
	for _, k := range l.kills {
		if r := verdicts[k]; r.Verdict != suite.Failed {
			wrong = append(wrong, fmt.Sprintf("%q: %s %s; want failed", k, r.Verdict, r.Reason))
		}
	}
	if len(wrong) == 0 {
		return ""
	}
	return strings.Join(wrong, "\n") + "\nthese failed:\n  " + strings.Join(failed, "\n  ")
}

// TestHasteBreaksNothing holds that what fails in a mutant does not fail for
// want of time. What the crowd leaves no time for is run once more, alone, as the mutants
// are.
func TestHasteBreaksNothing(t *testing.T) {
	notShort(t)
	var sources []harness.Source
	files := map[string]fstest.MapFS{}
	for _, name := range cases.Names() {
		files[name] = embedded(t, name)
		hasten(t, files[name][name+"/"+inSuite])
		sources = append(sources, harness.Source{FS: files[name], Name: name + "/" + inSuite})
	}
	for i, s := range runAll(t, sources).Suites {
		for _, c := range s.Cases {
			name := cases.Names()[i]
			if c.Verdict.And(suite.Skipped) != suite.Skipped {
				t.Logf("among others: %s / %s: %s: %s", c.Suite, c.Name, c.Verdict, c.Reason)
				again, err := runCase(t.Context(), files[name], name+"/"+c.Name, filepath.Join(t.TempDir(), "run"))
				if err != nil {
					t.Fatal(err)
				}
				c = again
			}
			expectPass(t, c)
		}
	}
}

// runCase runs one case, SUITE/CASE, of a suite in files.
func runCase(ctx context.Context, files fstest.MapFS, test, dir string) (suite.CaseResult, error) {
	name, _, _ := strings.Cut(test, "/")
	r, err := harness.Run(ctx, []harness.Source{{FS: files, Name: name + "/" + inSuite}}, harness.RunOptions{
		Dir: dir, Parallel: 1, Only: regexp.MustCompile("^" + regexp.QuoteMeta(test) + "$"),
	})
	if err != nil {
		return suite.CaseResult{}, err
	}
	return r.Suites[0].Cases[0], nil
}

// apply breaks what the mutant breaks.
func (m mutant) apply(t *testing.T, files fstest.MapFS, name string) {
	t.Helper()
	for _, e := range m.edits {
		f := files[name+"/"+e.file]
		if f == nil || !bytes.Contains(f.Data, []byte(e.old)) {
			t.Fatalf("mutant %q: %s of %s has no %q", m.name, e.file, name, e.old)
		}
		f.Data = bytes.ReplaceAll(f.Data, []byte(e.old), []byte(e.new))
	}
}

// hasten shortens every wait of a suite.
func hasten(t *testing.T, f *fstest.MapFile) {
	t.Helper()
	var document yaml.Node
	if err := yaml.Unmarshal(f.Data, &document); err != nil {
		t.Fatal(err)
	}
	for _, c := range list(document.Content[0], "cases") {
		for _, step := range list(c, "steps") {
			for _, s := range append(list(step, "parallel"), step) {
				hastenStep(s)
			}
		}
		for _, assertion := range list(c, "assert") {
			hastenAssertion(assertion)
		}
	}
	data, err := yaml.Marshal(&document)
	if err != nil {
		t.Fatal(err)
	}
	f.Data = data
}

// hastenStep has a step wait no longer than an answer takes, and a connection until
// its second SYN is answered: a second, and two more.
func hastenStep(step *yaml.Node) {
	for _, kind := range []string{"ping", "dns", "dhcp", "dhcp6", "http", "accept", "recv"} {
		preset(value(step, kind), "timeout", "1s")
	}
	for _, kind := range []string{"connect", "connected"} {
		preset(value(step, kind), "timeout", "4s")
	}
}

func hastenAssertion(assertion *yaml.Node) {
	// The answer of a step is there or not: there is nothing to wait for.
	// And some say themselves for how long they are looked at.
	settled := value(assertion, "always_for") != nil || value(assertion, "never_for") != nil
	settled = settled || value(value(assertion, "snapshot_diff"), "to") != nil
	for _, kind := range []string{"ping", "path", "dns", "http", "exec", "recv"} {
		settled = settled || value(value(assertion, kind), "of") != nil
	}
	if settled {
		return
	}
	preset(assertion, "eventually", "300ms")
	for _, kind := range []string{"ping", "dns"} {
		preset(value(assertion, kind), "timeout", "1s")
	}
}

// value returns the value of a key in a map, nil where there is none.
func value(m *yaml.Node, key string) *yaml.Node {
	if m == nil || m.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(m.Content); i += 2 {
		if m.Content[i].Value == key {
			return m.Content[i+1]
		}
	}
	return nil
}

// list returns the elements of a list in a map.
func list(m *yaml.Node, key string) []*yaml.Node {
	if v := value(m, key); v != nil {
		return v.Content
	}
	return nil
}

// preset sets a key of a map that has none yet.
func preset(m *yaml.Node, key, text string) {
	if m != nil && value(m, key) == nil {
		m.Content = append(m.Content, &yaml.Node{Kind: yaml.ScalarNode, Value: key}, &yaml.Node{Kind: yaml.ScalarNode, Value: text})
	}
}

// without returns the edit that leaves lines out.
func without(file string, lines ...string) edit {
	return edit{file, strings.Join(lines, "\n") + "\n", ""}
}

// all joins lists of assertions.
func all(lists ...[]string) []string { return slices.Concat(lists...) }
