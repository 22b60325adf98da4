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
	rights := Finding{Name: "rights", Needed: true, OK: true, Detail: "root"}
	flags := uintptr(unix.CLONE_NEWNET | unix.CLONE_NEWNS | unix.CLONE_NEWPID)
	if !f.privileged {
		flags |= unix.CLONE_NEWUSER
		rights.Detail = "an ordinary user, in a user namespace"
	}
	pids := Finding{Name: "pid namespaces", OK: true}
	found, first := probe(flags)
	if first != nil {
		var err error
		if found, err = probe(flags &^ unix.CLONE_NEWPID); err != nil {
			return []Finding{rights.not(explain(first, f))}
		}
		pids = pids.not(explain(first, f))
	}
	return append([]Finding{rights, pids}, found...)
}

// probe runs the checks in a child with the given new namespaces.
func probe(flags uintptr) ([]Finding, error) {
	here, err := pid1.NetworkNamespace()
	if err != nil {
		return nil, err
	}
	cmd := &exec.Cmd{Path: pid1.Executable(), Args: os.Args[:1], Env: append(os.Environ(), probeVariable+"="+here)}
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: flags}
	if flags&unix.CLONE_NEWUSER != 0 {
		asRoot(cmd.SysProcAttr)
	}
	out, err := cmd.Output()
	if err != nil {
		return nil, err
	}
	var found []Finding
	if err := json.Unmarshal(out, &found); err != nil {
		return nil, fmt.Errorf("netns: probe: %w", err)
	}
	return found, nil
}

// handoverProbe is the child of probe. It makes its own namespaces even so,
// in case somebody has set the variable by hand, and well.
func handoverProbe() {
	parent, ok := os.LookupEnv(probeVariable)
	if !ok {
		return
	}
	os.Unsetenv(probeVariable)
	here, err := pid1.NetworkNamespace()
	device, _, _ := strings.Cut(here, ":")
	if err != nil || here == parent || !strings.HasPrefix(parent, device+":") {
		return // somebody has set the variable by hand
	}
	runtime.LockOSThread()
	err = unix.Unshare(unix.CLONE_NEWNS | unix.CLONE_NEWNET)
	if err == nil {
		err = unix.Mount("", "/", "", unix.MS_REC|unix.MS_PRIVATE, "")
	}
	if err == nil {
		err = json.NewEncoder(os.Stdout).Encode(try(checks()))
	}
	if err != nil {
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
	cure   string
}

// try makes findings of checks.
func try(checks []check) []Finding {
	found := make([]Finding, 0, len(checks))
	for _, c := range checks {
		f := Finding{Name: c.name, Needed: c.needed, OK: true}
		if err := c.try(); err != nil {
			f = f.not(err)
			f.Cure = c.cure
		}
		found = append(found, f)
	}
	return found
}

// not is f where err stood in its way.
func (f Finding) not(err error) Finding {
	f.OK, f.Detail = false, err.Error()
	var d *denial
	if errors.As(err, &d) {
		f.Detail, f.Cure = fmt.Sprintf("%s (%v)", d.reason, d.err), d.cure
	}
	return f
}

// checks lists what is tried, in this order.
func checks() []check {
	attrs := func() netlink.LinkAttrs { return netlink.LinkAttrs{Name: "probe"} }
	kernel := func(option string) string { return "use a kernel with " + option }
	// The links that need another one stand on top of this.
	parent := func() (int, error) {
		return indexOf(&netlink.Veth{LinkAttrs: netlink.LinkAttrs{Name: "below"}, PeerName: "beyond"})
	}
	on := func(link func(netlink.LinkAttrs) netlink.Link) func() error {
		return func() error {
			index, err := parent()
			if err != nil {
				return err
			}
			a := attrs()
			a.ParentIndex = index
			return errors.Join(made(link(a)), remove(index))
		}
	}
	queue := func(qdisc func(netlink.QdiscAttrs) netlink.Qdisc) func() error {
		return func() error {
			index, err := parent()
			if err != nil {
				return err
			}
			err = netlink.QdiscAdd(qdisc(netlink.QdiscAttrs{LinkIndex: index, Handle: netlink.MakeHandle(1, 0), Parent: netlink.HANDLE_ROOT}))
			return errors.Join(err, remove(index))
		}
	}
	const container = "start the container with --privileged"
	return []check{
		{"network namespaces", true, func() error { return unix.Unshare(unix.CLONE_NEWNET) }, kernel("CONFIG_NET_NS")},
		{"links (veth)", true, func() error { i, err := parent(); return errors.Join(err, remove(i)) }, kernel("CONFIG_VETH")},
		{"bridges", true, func() error { return made(&netlink.Bridge{LinkAttrs: attrs()}) }, kernel("CONFIG_BRIDGE")},
		{"capture (AF_PACKET)", true, trySocket(unix.AF_PACKET, unix.SOCK_RAW, 0), kernel("CONFIG_PACKET")},
		{"socket lists (inet_diag)", true, trySocket(unix.AF_NETLINK, unix.SOCK_RAW, unix.NETLINK_SOCK_DIAG), kernel("CONFIG_INET_DIAG")},
		{"settings (/proc/sys/net)", true, func() error {
			return os.WriteFile("/proc/thread-self/root/proc/sys/net/ipv4/ip_forward", []byte("1"), 0)
		}, container},
		{"address translation (nftables)", false, tryNAT, kernel("CONFIG_NFT_MASQ")},
		{"IPv6", false, trySocket(unix.AF_INET6, unix.SOCK_DGRAM, 0), kernel("CONFIG_IPV6")},
		{"a new /proc", false, func() error { return unix.Mount("proc", "/proc", "proc", 0, "") }, container},
		{"a new /sys", false, func() error { return unix.Mount("sysfs", "/sys", "sysfs", 0, "") }, container},
		{"host names", false, func() error { return unix.Unshare(unix.CLONE_NEWUTS) }, kernel("CONFIG_UTS_NS")},
		{"private /etc (overlayfs)", false, tryOverlay, "none is needed: links serve instead"},

		{"VLANs", false, on(func(a netlink.LinkAttrs) netlink.Link {
			return &netlink.Vlan{LinkAttrs: a, VlanId: 2, VlanProtocol: netlink.VLAN_PROTOCOL_8021Q}
		}), kernel("CONFIG_VLAN_8021Q")},
		{"VLANs of bridges", false, func() error {
			filtering := true
			return made(&netlink.Bridge{LinkAttrs: attrs(), VlanFiltering: &filtering})
		}, kernel("CONFIG_BRIDGE_VLAN_FILTERING")},
		{"VRF", false, func() error { return made(&netlink.Vrf{LinkAttrs: attrs(), Table: 10}) }, kernel("CONFIG_NET_VRF")},
		{"bonding", false, func() error { return made(netlink.NewLinkBond(attrs())) }, kernel("CONFIG_BONDING")},
		{"dummy links", false, func() error { return made(&netlink.Dummy{LinkAttrs: attrs()}) }, kernel("CONFIG_DUMMY")},
		{"macvlan", false, on(func(a netlink.LinkAttrs) netlink.Link {
			return &netlink.Macvlan{LinkAttrs: a, Mode: netlink.MACVLAN_MODE_BRIDGE}
		}), kernel("CONFIG_MACVLAN")},
		{"ipvlan", false, on(func(a netlink.LinkAttrs) netlink.Link { return &netlink.IPVlan{LinkAttrs: a} }), kernel("CONFIG_IPVLAN")},
		{"VXLAN", false, func() error { return made(&netlink.Vxlan{LinkAttrs: attrs(), VxlanId: 1, Port: 4789}) }, kernel("CONFIG_VXLAN")},
		{"GRE", false, func() error {
			return made(&netlink.Gretun{LinkAttrs: attrs(), Local: []byte{192, 0, 2, 1}, Remote: []byte{192, 0, 2, 2}})
		}, kernel("CONFIG_NET_IPGRE")},
		{"WireGuard", false, func() error { return made(&netlink.Wireguard{LinkAttrs: attrs()}) }, kernel("CONFIG_WIREGUARD")},
		{"tun and tap", false, func() error {
			fd, err := unix.Open("/dev/net/tun", unix.O_RDWR|unix.O_CLOEXEC, 0)
			if err != nil {
				return &os.PathError{Op: "open", Path: "/dev/net/tun", Err: err}
			}
			return unix.Close(fd)
		}, "run as root on a kernel with CONFIG_TUN"},
		{"delay and loss in the kernel (netem)", false, queue(func(a netlink.QdiscAttrs) netlink.Qdisc {
			return netlink.NewNetem(a, netlink.NetemQdiscAttrs{Latency: 1000})
		}), "none is needed: programmed wires do it; or " + kernel("CONFIG_NET_SCH_NETEM")},
		{"rate in the kernel (tbf)", false, queue(func(a netlink.QdiscAttrs) netlink.Qdisc {
			return &netlink.Tbf{QdiscAttrs: a, Rate: 1 << 20, Limit: 1 << 20, Buffer: 1 << 14}
		}), "none is needed: programmed wires do it; or " + kernel("CONFIG_NET_SCH_TBF")},
	}
}

// made adds a link and takes it away again.
func made(l netlink.Link) error {
	index, err := indexOf(l)
	if err != nil {
		return err
	}
	return remove(index)
}

// indexOf adds a link and returns its index.
func indexOf(l netlink.Link) (int, error) {
	if err := netlink.LinkAdd(l); err != nil {
		return 0, fmt.Errorf("add a link of type %s: %w", l.Type(), err)
	}
	created, err := netlink.LinkByName(l.Attrs().Name)
	if err != nil {
		return 0, err
	}
	return created.Attrs().Index, nil
}

// remove takes a link away; index 0 is none.
func remove(index int) error {
	if index == 0 {
		return nil
	}
	return netlink.LinkDel(&netlink.Device{LinkAttrs: netlink.LinkAttrs{Index: index}})
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

// tryOverlay covers /etc in the probe's own mount namespace.
func tryOverlay() error {
	if err := unix.Mount("tmpfs", "/run", "tmpfs", 0, ""); err != nil {
		return fmt.Errorf("tmpfs: %w", err)
	}
	if err := errors.Join(os.Mkdir("/run/upper", 0o755), os.Mkdir("/run/work", 0o755)); err != nil {
		return err
	}
	return unix.Mount("overlay", "/etc", "overlay", 0, "lowerdir=/etc,upperdir=/run/upper,workdir=/run/work")
}
