package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/nftables"
	"github.com/google/nftables/expr"
	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"
)

// asMachine, in the environment of this test binary, says that it is the
// first process of a machine of its own.
const asMachine = "NETRIG_TEST_MACHINE"

// newMachine has the kernel start a process as the first of a machine.
const newMachine = unix.CLONE_NEWUSER | unix.CLONE_NEWPID | unix.CLONE_NEWNS | unix.CLONE_NEWNET | unix.CLONE_NEWIPC | unix.CLONE_NEWUTS

// inMachine runs the calling test once more in a machine of its own, where
// it is root, and reports whether this is that one. A machine is a set of
// namespaces: its processes, mounts, links and temporary files are those of
// the test and of nobody else, so that whatever is left behind is seen, and
// the kernel itself counts the namespaces made in it.
func inMachine(t *testing.T) bool {
	t.Helper()
	if os.Getenv(asMachine) != "" {
		return true
	}
	t.Parallel()
	c := exec.CommandContext(t.Context(), command, "-test.run=^"+t.Name()+"$", "-test.v", "-test.timeout=8m")
	c.Env = append(environment(), asMachine+"=1")
	c.SysProcAttr = &syscall.SysProcAttr{
		Cloneflags: newMachine,
		Pdeathsig:  syscall.SIGKILL,
	}
	ids := []syscall.SysProcIDMap{{ContainerID: 0, HostID: os.Geteuid(), Size: 1}}
	if os.Geteuid() == 0 { // nobody is there too
		ids[0].Size = 65536
		c.SysProcAttr.GidMappingsEnableSetgroups = true
	}
	c.SysProcAttr.UidMappings, c.SysProcAttr.GidMappings = ids, ids
	out, err := c.CombinedOutput()
	t.Logf("in a machine of its own:\n%s", out)
	if err != nil {
		t.Errorf("in a machine of its own: %v", err)
	}
	return false
}

// furnish makes the machine one that can be told from a fresh one: with
// mounts, a link that is up, addresses, a route, a neighbour, a firewall and a
// setting of its own.
func furnish() error {
	if err := unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, ""); err != nil {
		return fmt.Errorf("make the mounts private: %w", err)
	}
	if err := unix.Mount("proc", "/proc", "proc", 0, ""); err != nil {
		return fmt.Errorf("mount /proc: %w", err)
	}
	for _, dir := range []string{"/tmp", "/run"} {
		if err := unix.Mount("tmpfs", dir, "tmpfs", 0, "mode=1777"); err != nil {
			return fmt.Errorf("mount %s: %w", dir, err)
		}
	}
	if err := errors.Join(os.Unsetenv("TMPDIR"), os.Mkdir("/run/netns", 0o755)); err != nil {
		return err
	}
	for setting, value := range map[string]string{
		"ipv4/ip_forward":                "1",
		"ipv6/conf/all/disable_ipv6":     "1", // it would go on finding addresses
		"ipv6/conf/default/disable_ipv6": "1",
	} {
		if err := os.WriteFile("/proc/sys/net/"+setting, []byte(value), 0o644); err != nil {
			return err
		}
	}
	return errors.Join(wire(), protect())
}

// wire gives the machine a network.
func wire() error {
	link := &netlink.Veth{LinkAttrs: netlink.LinkAttrs{Name: "uplink", Flags: 1}, PeerName: "wall"}
	if err := netlink.LinkAdd(link); err != nil {
		return fmt.Errorf("add a link: %w", err)
	}
	for _, name := range []string{"lo", "wall", "uplink"} {
		l, err := netlink.LinkByName(name)
		if err == nil {
			err = netlink.LinkSetUp(l)
		}
		if err != nil {
			return fmt.Errorf("set %s up: %w", name, err)
		}
		link.Index = l.Attrs().Index
	}
	// The kernel takes notice of a carrier in its own time.
	if !until(func() bool { return running("uplink") && running("wall") }) {
		return errors.New("the link of the machine does not come up")
	}
	address, err := netlink.ParseAddr("192.168.1.77/24")
	if err != nil {
		return err
	}
	if err := netlink.AddrAdd(link, address); err != nil {
		return fmt.Errorf("add an address: %w", err)
	}
	gateway := address.IP.To4().Mask(address.Mask)
	gateway[3] = 1
	if err := netlink.RouteAdd(&netlink.Route{LinkIndex: link.Index, Gw: gateway}); err != nil {
		return fmt.Errorf("add a route: %w", err)
	}
	neighbor := &netlink.Neigh{LinkIndex: link.Index, IP: gateway, State: netlink.NUD_PERMANENT, HardwareAddr: []byte{2, 0, 0, 0, 0, 0x77}}
	if err := netlink.NeighAdd(neighbor); err != nil {
		return fmt.Errorf("add a neighbour: %w", err)
	}
	return nil
}

// running reports whether a link has a carrier, as the kernel tells it.
func running(name string) bool {
	l, err := netlink.LinkByName(name)
	return err == nil && l.Attrs().RawFlags&unix.IFF_RUNNING != 0 && l.Attrs().OperState == netlink.OperUp
}

// protect gives the machine a firewall that lets everything pass.
func protect() error {
	c, err := nftables.New()
	if err != nil {
		return err
	}
	table := c.AddTable(&nftables.Table{Family: nftables.TableFamilyINet, Name: "machine"})
	chain := c.AddChain(&nftables.Chain{Name: "input", Table: table, Type: nftables.ChainTypeFilter,
		Hooknum: nftables.ChainHookInput, Priority: nftables.ChainPriorityFilter})
	c.AddRule(&nftables.Rule{Table: table, Chain: chain, Exprs: []expr.Any{&expr.Counter{}, &expr.Verdict{Kind: expr.VerdictAccept}}})
	return c.Flush()
}

// facts are what is so on a machine, by name.
type facts map[string]string

// look gathers what a run must leave as it was, of the machine that the test
// is in: everything there is in one of the test's own, of the real one what
// is not always changing.
func look(t *testing.T) facts {
	t.Helper()
	f := facts{}
	f.network(t)
	f.files(t, "/run/netns")
	f.settings(t, "/proc/sys/net")
	f.read(t, "/proc/self/mountinfo")
	for _, kind := range []string{"net", "mnt", "pid", "user", "ipc", "uts"} {
		target, err := os.Readlink("/proc/self/ns/" + kind)
		if err != nil {
			t.Fatal(err)
		}
		f["namespace "+kind] = target
	}
	return f
}

// traces adds what only a machine of the test's own tells for sure.
func (f facts) traces(t *testing.T) facts {
	t.Helper()
	for _, p := range processes(t) {
		f["process "+strconv.Itoa(p.pid)] = p.String()
	}
	f.files(t, "/tmp")
	f.files(t, "/run")
	f.read(t, "/proc/self/mountinfo")
	return f
}

func (f facts) read(t *testing.T, path string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f[path] = string(b)
}

// files notes every file below dir.
func (f facts) files(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && path != dir {
			f["file "+path] = d.Type().String()
		}
		return nil // it may be gone, or nobody's business
	})
	if err != nil {
		t.Fatal(err)
	}
}

// settings notes the value of every setting below dir, but for counters and
// what cannot be read.
func (f facts) settings(t *testing.T, dir string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !strings.HasSuffix(path, "_count") {
			if b, err := os.ReadFile(path); err == nil {
				f[path] = string(b)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// network notes links, addresses, routes, neighbours and the firewall.
func (f facts) network(t *testing.T) {
	t.Helper()
	must := func(err error) {
		if err != nil && !errors.Is(err, netlink.ErrDumpInterrupted) {
			t.Helper()
			t.Fatal(err)
		}
	}
	links, err := netlink.LinkList()
	must(err)
	for _, l := range links {
		a := l.Attrs()
		f["link "+strconv.Itoa(a.Index)] = fmt.Sprintln(a.Name, l.Type(), a.MTU, a.HardwareAddr, a.Flags, a.MasterIndex, a.TxQLen, a.Promisc)
	}
	addresses, err := netlink.AddrList(nil, netlink.FAMILY_ALL)
	must(err)
	for _, a := range addresses {
		f[fmt.Sprint("address ", a.LinkIndex, " ", a.IPNet)] = fmt.Sprintln(a.Label, a.Scope)
	}
	for _, family := range []int{netlink.FAMILY_V4, netlink.FAMILY_V6} {
		routes, err := netlink.RouteListFiltered(family, &netlink.Route{}, netlink.RT_FILTER_TABLE)
		must(err)
		for _, r := range routes {
			f[fmt.Sprint("route ", r.Table, " ", r)] = "there"
		}
		rules, err := netlink.RuleList(family)
		must(err)
		for _, r := range rules {
			f[fmt.Sprint("rule ", family, " ", r)] = "there"
		}
	}
	neighbors, err := netlink.NeighList(0, netlink.FAMILY_V4)
	must(err)
	for _, n := range neighbors {
		if n.State == netlink.NUD_PERMANENT {
			f[fmt.Sprint("neighbour ", n.LinkIndex, " ", n.IP)] = n.HardwareAddr.String()
		}
	}
	if os.Geteuid() != 0 {
		return // the firewall is root's
	}
	c, err := nftables.New()
	must(err)
	chains, err := c.ListChains()
	must(err)
	for _, chain := range chains {
		rules, err := c.GetRules(chain.Table, chain)
		must(err)
		f[fmt.Sprint("chain ", chain.Table.Family, " ", chain.Table.Name, " ", chain.Name)] = fmt.Sprint(len(rules), " rules")
	}
}

// process is one of the machine's.
type process struct {
	pid, parent int
	name, state string
}

func (p process) String() string {
	return fmt.Sprintf("%s, %s, child of %d", p.name, p.state, p.parent)
}

// processes are those of the machine, but for this one. What has ended
// already is laid to rest first, as the first process of a machine does; no
// child of the test may be running.
func processes(t *testing.T) []process {
	t.Helper()
	entries, err := filepath.Glob("/proc/[0-9]*")
	if err != nil {
		t.Fatal(err)
	}
	var all []process
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(e, "stat"))
		if err != nil {
			continue // it has just ended
		}
		// proc_pid_stat(5): pid (comm) state ppid ...
		begin, end := strings.IndexByte(string(b), '('), strings.LastIndexByte(string(b), ')')
		rest := strings.Fields(string(b[end+1:]))
		p := process{name: string(b[begin+1 : end]), state: rest[0]}
		p.pid, _ = strconv.Atoi(filepath.Base(e))
		p.parent, _ = strconv.Atoi(rest[1])
		if p.pid != os.Getpid() {
			all = append(all, p)
		}
	}
	return all
}

// bury waits for orphans, as the first process of a machine does. No child
// of the test may be running.
func bury() {
	for {
		if pid, err := unix.Wait4(-1, nil, unix.WNOHANG, nil); err != nil || pid == 0 {
			return
		}
	}
}

// kinds are the kinds of namespaces whose numbers the kernel counts, and how
// many the machine itself is made of.
var kinds = map[string]int{"net": 1, "mnt": 1, "pid": 1, "ipc": 1, "uts": 1, "user": 0}

// freeOfNamespaces reports whether no namespace is left but those that make
// the machine: it lets the kernel admit one more of each kind, as root or as
// nobody, who owns none.
func freeOfNamespaces(t *testing.T, u user) bool {
	t.Helper()
	for kind, own := range kinds {
		if u.id > 0 {
			own = 0
		}
		limit(t, kind, own+1)
		defer limit(t, kind, 1<<16)
	}
	c := u.netrig(t.Context(), "/")
	c.Env = append(c.Env, asProbe+"=1")
	switch o := run(t, c); o.code {
	case 0:
		return true
	case 1:
		return false
	default:
		t.Fatal(o)
		return false
	}
}

// asProbe, in the environment of this test binary, has it try whether it can
// make namespaces.
const asProbe = "NETRIG_TEST_PROBE"

// probe makes one namespace of each kind and returns the exit code for it:
// 1 where there are too many.
func probe() int {
	c := &exec.Cmd{Path: "/bin/true", SysProcAttr: &syscall.SysProcAttr{Cloneflags: newMachine}}
	switch err := c.Run(); {
	case errors.Is(err, unix.ENOSPC):
		return 1
	case err != nil:
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	return 0
}

func limit(t *testing.T, kind string, n int) {
	t.Helper()
	if err := os.WriteFile("/proc/sys/user/max_"+kind+"_namespaces", []byte(strconv.Itoa(n)), 0o644); err != nil {
		t.Fatal(err)
	}
}

// patience is how long what was killed may take to be gone.
const patience = time.Minute

// oblivion is how long the kernel may keep the namespaces of what was killed. It takes
// them apart one batch after the other, and one with a TCP connection whose FIN nobody
// confirms any more only when it gives that up, after some 100 s (tcp(7),
// tcp_orphan_retries). A lab that ends in its own time sees to that.
const oblivion = 4 * time.Minute

// until polls until done, first at once, and reports whether it came to that.
func until(done func() bool) bool { return within(patience, done) }

// within is until with a time of its own. The longer it takes the less often it looks.
func within(long time.Duration, done func() bool) bool {
	deadline := time.Now().Add(long)
	for pause := time.Millisecond; !done(); pause = min(2*pause, time.Second/4) {
		if time.Now().After(deadline) {
			return false
		}
		<-time.After(pause)
	}
	return true
}

// vanished waits until the processes of a run are gone, and looks for traces
// of them.
func vanished(t *testing.T, before facts) {
	t.Helper()
	if !until(func() bool { bury(); return len(processes(t)) == 0 }) {
		t.Errorf("processes are left: %v", processes(t))
	}
	if diff := cmp.Diff(before, facts{}.traces(t)); diff != "" {
		t.Errorf("it left traces (-before +after)\n%s", diff)
	}
}

// deserted waits until no namespace of a user is left.
func deserted(t *testing.T, u user) {
	t.Helper()
	if !within(oblivion, func() bool { return freeOfNamespaces(t, u) }) {
		t.Errorf("namespaces of %s are left", u.name)
	}
}
