package netns

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"

	"github.com/google/nftables"
	"github.com/google/nftables/expr"
	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns/pid1"
)

// Finding is one thing that a lab may need of the kernel and the user.
type Finding struct {
	Name   string `json:"name"`
	Needed bool   `json:"needed"` // no lab can do without
	OK     bool   `json:"ok"`
	Detail string `json:"detail,omitempty"` // how it is had, or why not
	Cure   string `json:"cure,omitempty"`   // what helps where it is not OK
}

// probeVariable makes this program the probe.
const probeVariable = "NETRIG_PROBE"

// Probe tries what labs need, each in a throwaway namespace of a child, so
// that nothing of the machine changes (but the kernel may load modules).
// Where namespaces are refused, the one finding says why. A main that calls
// it must call Handover or Isolate first.
func Probe() []Finding {
	f := look("/proc")
	kernel := Finding{Name: "kernel", Needed: true, OK: true, Detail: kernelName()}
	rights := Finding{Name: "rights", Needed: true, OK: true, Detail: "root"}
	flags := uintptr(unix.CLONE_NEWNET | unix.CLONE_NEWNS | unix.CLONE_NEWPID)
	if !f.privileged {
		flags |= unix.CLONE_NEWUSER
		rights.Detail = fmt.Sprintf("user %d, root in a user namespace", f.uid)
	}
	pids := Finding{Name: "process trees (pid namespaces)", OK: true}
	found, first := probe(flags)
	if first != nil {
		var err error
		if found, err = probe(flags &^ unix.CLONE_NEWPID); err != nil {
			return []Finding{kernel, rights.not(explain(first, f))}
		}
		pids = pids.not(explain(first, f))
		pids.Detail += ": programs in nodes (exec) cannot be run"
	}
	return append([]Finding{kernel, rights, pids}, found...)
}

// kernelName is what uname -srm prints.
func kernelName() string {
	var u unix.Utsname
	if err := unix.Uname(&u); err != nil {
		return err.Error()
	}
	return fmt.Sprintf("%s %s %s", unix.ByteSliceToString(u.Sysname[:]), unix.ByteSliceToString(u.Release[:]), unix.ByteSliceToString(u.Machine[:]))
}

// probe runs the checks in a child with the given new namespaces.
func probe(flags uintptr) ([]Finding, error) {
	here, err := pid1.NetworkNamespace()
	if err != nil {
		return nil, err
	}
	cmd := &exec.Cmd{Path: pid1.Executable(), Args: os.Args[:1], Env: append(os.Environ(), probeVariable+"="+here)}
	cmd.Stdin = strings.NewReader("") // not /dev/null, which there may not be
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: flags}
	if flags&unix.CLONE_NEWUSER != 0 {
		asRoot(cmd.SysProcAttr)
	}
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	var p probed
	if err := json.Unmarshal(out, &p); err != nil {
		return nil, fmt.Errorf("netns: probe: %w", err)
	}
	if p.Errno != 0 {
		return nil, fmt.Errorf("%s: %w", p.Step, p.Errno)
	}
	return p.Found, nil
}

// probed is what the child of probe tells: what it found, or what it was refused before it
// could look.
type probed struct {
	Found []Finding
	Step  string
	Errno syscall.Errno
}

// handoverProbe is the child of probe. It makes its own namespaces even so,
// in case somebody has set the variable by hand, and well.
func handoverProbe() {
	parent, ok := os.LookupEnv(probeVariable)
	if !ok {
		return
	}
	_ = os.Unsetenv(probeVariable)
	here, err := pid1.NetworkNamespace()
	device, _, _ := strings.Cut(here, ":")
	if err != nil || here == parent || !strings.HasPrefix(parent, device+":") {
		return // somebody has set the variable by hand
	}
	runtime.LockOSThread()
	p := probed{Step: "make new namespaces"}
	if err = unix.Unshare(unix.CLONE_NEWNS | unix.CLONE_NEWNET); err == nil {
		p.Step = "make the mounts private"
		err = unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, "")
	}
	if !errors.As(err, &p.Errno) {
		p.Found = try(checks())
	}
	if err := json.NewEncoder(os.Stdout).Encode(p); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// check is one thing to try, on a thread in throwaway namespaces.
type check struct {
	name   string
	needed bool
	try    func() error
	cost   string // what netrig cannot do without
	cure   string
}

// unmasked is what helps where a container hides or write-protects parts of /proc and /sys.
const unmasked = "start the container with --privileged, or with --security-opt systempaths=unconfined (podman: unmask=ALL)"

// Settings returns nil where nodes can have settings: /proc/sys can be written. In a
// container it often cannot, and then no lab can be had, as runs would not repeat.
// The process must have been isolated.
func Settings() error {
	const name = "/proc/sys/net/ipv4/ip_forward"
	f, err := os.OpenFile(name, os.O_WRONLY, 0)
	if err == nil {
		return f.Close()
	}
	if errors.Is(err, unix.EROFS) {
		return &denial{err, "/proc/sys is read-only, as in most containers", unmasked + ", or as its root with --cap-add SYS_ADMIN --cap-add NET_ADMIN --cap-add NET_RAW"}
	}
	return err
}

// try makes findings of checks.
func try(checks []check) []Finding {
	found := make([]Finding, 0, len(checks))
	for _, c := range checks {
		f := Finding{Name: c.name, Needed: c.needed, OK: true}
		if err := c.try(); err != nil {
			f = f.not(err)
			f.Detail += ": " + c.cost
			if f.Cure == "" {
				f.Cure = c.cure
			}
		}
		found = append(found, f)
	}
	return found
}

// not is f where err stood in its way.
func (f Finding) not(err error) Finding {
	f.OK, f.Detail = false, err.Error()
	if d, ok := errors.AsType[*denial](err); ok {
		f.Detail, f.Cure = fmt.Sprintf("%s (%v)", d.reason, d.err), d.cure
	}
	return f
}

// checks lists what is tried, in this order.
func checks() []check {
	const (
		noLab     = "no lab can be built"
		container = unmasked
	)
	kernel := func(option string) string { return "use a kernel with " + option }
	veth := func() netlink.Link {
		return &netlink.Veth{LinkAttrs: netlink.LinkAttrs{Name: "probe"}, PeerName: "beyond"}
	}
	bridge := func() netlink.Link { return &netlink.Bridge{LinkAttrs: netlink.LinkAttrs{Name: "probe"}} }
	return []check{
		{"network namespaces", true, func() error { return unix.Unshare(unix.CLONE_NEWNET) }, noLab, kernel("CONFIG_NET_NS")},
		{"links (veth)", true, func() error { return made(veth()) }, noLab, kernel("CONFIG_VETH")},
		{"switches and hubs (bridge)", true, func() error { return made(bridge()) }, noLab, kernel("CONFIG_BRIDGE")},
		{"capture (AF_PACKET)", true, trySocket(unix.AF_PACKET, unix.SOCK_RAW, 0), "no frame can be seen", kernel("CONFIG_PACKET")},
		{"socket assertions (inet_diag)", true, trySocket(unix.AF_NETLINK, unix.SOCK_RAW, unix.NETLINK_SOCK_DIAG), "sockets cannot be listed", kernel("CONFIG_INET_DIAG")},
		{"settings of nodes (/proc/sys/net)", true, trySetting, "routers cannot forward, and runs would not repeat", container},
		{"ports below 1024", true, tryPort, "DHCP, DNS and web servers cannot listen", "start the container with --cap-add NET_BIND_SERVICE"},
		{"masquerade (nftables)", false, tryNAT, "routers with nat: masquerade cannot be built", kernel("CONFIG_NFT_MASQ")},
		{"packet filters (nftables)", false, tryFilter, "nodes with a firewall cannot be built", kernel("CONFIG_NFT_CT and CONFIG_NFT_REJECT_INET")},
		{"ipv6", false, trySocket(unix.AF_INET6, unix.SOCK_DGRAM, 0), "nodes with IPv6 addresses cannot be built", kernel("CONFIG_IPV6")},
		{"a node's own /proc", false, func() error { return unix.Mount("proc", "/proc", "proc", 0, "") }, "programs in nodes see processes of others in it", container},
		{"a node's own /sys", false, pid1.Sysfs, "programs in nodes do not find their links in /sys/class/net", container},
		{"a node's own host name", false, tryName, "programs in nodes (exec) cannot be run", "start the container with --cap-add SYS_ADMIN; or " + kernel("CONFIG_UTS_NS")},
		{"a node's own /etc", false, tryEtc, "programs in nodes (exec) cannot be run", container},
	}
}

// made adds a link and takes it away again.
func made(l netlink.Link) error {
	if err := netlink.LinkAdd(l); err != nil {
		return fmt.Errorf("add a link of type %s: %w", l.Type(), err)
	}
	created, err := netlink.LinkByName(l.Attrs().Name)
	if err != nil {
		return err
	}
	return netlink.LinkDel(created)
}

// trySetting writes a setting; as labs do, below a new mount of proc where that of the
// machine is read-only, as in most containers, or shows processes only (subset=pid).
func trySetting() error {
	write := func() error {
		return os.WriteFile("/proc/thread-self/root/proc/sys/net/ipv4/ip_forward", []byte("1"), 0)
	}
	err := write()
	if (errors.Is(err, unix.EROFS) || errors.Is(err, unix.ENOENT)) && unix.Mount("proc", "/proc", "proc", 0, "") == nil {
		err = write()
	}
	return err
}

// tryName gives the thread a host name of its own. Podman's filter of system calls lets
// a container do the one and not the other.
func tryName() error {
	if err := unix.Unshare(unix.CLONE_NEWUTS); err != nil {
		return os.NewSyscallError("unshare", err)
	}
	return os.NewSyscallError("sethostname", unix.Sethostname([]byte("probe")))
}

// tryPort binds a port that is for the privileged.
func tryPort() error {
	fd, err := unix.Socket(unix.AF_INET, unix.SOCK_DGRAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return os.NewSyscallError("socket", err)
	}
	return errors.Join(os.NewSyscallError("bind", unix.Bind(fd, &unix.SockaddrInet4{Port: 67})), unix.Close(fd))
}

// trySocket opens a socket.
func trySocket(family, kind, protocol int) func() error {
	return func() error {
		fd, err := unix.Socket(family, kind|unix.SOCK_CLOEXEC, protocol)
		if err != nil {
			return os.NewSyscallError("socket", err)
		}
		return unix.Close(fd)
	}
}

// tryNAT adds a chain that masquerades.
func tryNAT() error {
	c, err := nftables.New()
	if err != nil {
		return err
	}
	table := c.AddTable(&nftables.Table{Family: nftables.TableFamilyIPv4, Name: "probe"})
	chain := c.AddChain(&nftables.Chain{
		Name: "probe", Table: table, Type: nftables.ChainTypeNAT,
		Hooknum: nftables.ChainHookPostrouting, Priority: nftables.ChainPriorityNATSource,
	})
	c.AddRule(&nftables.Rule{Table: table, Chain: chain, Exprs: []expr.Any{&expr.Masq{}}})
	return c.Flush()
}

// tryFilter adds a chain that looks at a connection's state and rejects.
func tryFilter() error {
	c, err := nftables.New()
	if err != nil {
		return err
	}
	table := c.AddTable(&nftables.Table{Family: nftables.TableFamilyINet, Name: "probe"})
	chain := c.AddChain(&nftables.Chain{
		Name: "probe", Table: table, Type: nftables.ChainTypeFilter,
		Hooknum: nftables.ChainHookForward, Priority: nftables.ChainPriorityFilter,
	})
	c.AddRule(&nftables.Rule{Table: table, Chain: chain, Exprs: []expr.Any{
		&expr.Ct{Key: expr.CtKeySTATE, Register: 1},
		&expr.Reject{Type: unix.NFT_REJECT_ICMPX_UNREACH, Code: unix.NFT_REJECT_ICMPX_PORT_UNREACH},
	}})
	return c.Flush()
}

// tryEtc covers /etc in the probe's own mount namespace. Where overlayfs is
// refused, links serve as well.
func tryEtc() error {
	err := unix.Mount("tmpfs", "/run", "tmpfs", 0, "")
	if errors.Is(err, unix.ENOENT) {
		return &denial{err, "there is no folder /run", "make one, in the image of a container"}
	}
	if err != nil {
		return fmt.Errorf("mount a tmpfs: %w", err)
	}
	return unix.Mount("/run", "/etc", "", unix.MS_BIND, "")
}
