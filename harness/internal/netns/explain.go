package netns

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns/pid1"
)

// facts are what decides whether this process may make namespaces.
type facts struct {
	uid        int      // effective
	program    string   // this one's path, by which AppArmor knows it
	noProc     bool     // no /proc is mounted, as in some chroots
	chrooted   bool     // the root directory is no mount point
	missing    []string // of the capabilities that a lab needs
	privileged bool     // holds all of them
	lacks      []string // namespaces the kernel was built without
	seccomp    bool     // a filter is in force, as in most containers

	// Of /proc/sys; -1 where the kernel does not have it.
	maxUser, maxNet, maxPID, maxMount int
	unprivilegedClone                 int // Debian and derivatives
	apparmorRestricts                 int // Ubuntu since 23.10
}

// needed are the capabilities without which a lab is not built by root
// himself, but in a user namespace, where he has all.
var needed = [...]struct {
	bit  int
	name string
}{
	{unix.CAP_SYS_ADMIN, "SYS_ADMIN"},               // namespaces and mounts
	{unix.CAP_NET_ADMIN, "NET_ADMIN"},               // links, addresses, routes
	{unix.CAP_NET_RAW, "NET_RAW"},                   // capture, ping, DHCP
	{unix.CAP_NET_BIND_SERVICE, "NET_BIND_SERVICE"}, // ports below 1024
}

// look gathers the facts from a procfs, commonly "/proc".
func look(proc string) facts {
	number := func(name string) int {
		b, err := os.ReadFile(filepath.Join(proc, "sys", name))
		if err != nil {
			return -1
		}
		n, err := strconv.Atoi(strings.TrimSpace(string(b)))
		if err != nil {
			return -1
		}
		return n
	}
	f := facts{
		uid:               os.Geteuid(),
		program:           pid1.Executable(),
		maxUser:           number("user/max_user_namespaces"),
		maxNet:            number("user/max_net_namespaces"),
		maxPID:            number("user/max_pid_namespaces"),
		maxMount:          number("user/max_mnt_namespaces"),
		unprivilegedClone: number("kernel/unprivileged_userns_clone"),
		apparmorRestricts: number("kernel/apparmor_restrict_unprivileged_userns"),
	}
	if _, err := os.Lstat(filepath.Join(proc, "self")); err != nil {
		f.noProc = true
		return f
	}
	if mounts, err := os.ReadFile(filepath.Join(proc, "self/mountinfo")); err == nil {
		f.chrooted = !mountsRoot(string(mounts))
	}
	for _, kind := range []string{"user", "net", "mnt", "pid"} {
		if _, err := os.Lstat(filepath.Join(proc, "self/ns", kind)); err != nil {
			f.lacks = append(f.lacks, kind)
		}
	}
	status, _ := os.ReadFile(filepath.Join(proc, "self/status"))
	for line := range strings.Lines(string(status)) {
		key, value, _ := strings.Cut(line, ":")
		switch value = strings.TrimSpace(value); key {
		case "CapEff":
			caps, err := strconv.ParseUint(value, 16, 64)
			for _, c := range needed {
				if err != nil || caps>>c.bit&1 == 0 {
					f.missing = append(f.missing, c.name)
				}
			}
			f.privileged = len(f.missing) == 0
		case "Seccomp":
			f.seccomp = value == "2"
		}
	}
	return f
}

// mountsRoot reports whether a mountinfo (proc_pid_mountinfo(5)) has the root
// directory as a mount point.
func mountsRoot(mountinfo string) bool {
	for line := range strings.Lines(mountinfo) {
		if f := strings.Fields(line); len(f) > 4 && f[4] == "/" {
			return true
		}
	}
	return false
}

// denial is a refusal of the kernel with the reason and what to do about it.
type denial struct {
	err          error
	reason, cure string
}

func (d *denial) Error() string { return fmt.Sprintf("%v: %s; %s", d.err, d.reason, d.cure) }
func (d *denial) Unwrap() error { return d.err }

// Explain says why the kernel refused namespaces to this process, and what to
// do about it, where that can be told. It wraps err.
func Explain(err error) error { return explain(err, look("/proc")) }

// explain is Explain for given facts.
func explain(err error, f facts) error {
	const asRoot = "run as root"
	deny := func(reason, cure string) error { return &denial{err, reason, cure} }

	if f.noProc {
		return deny("no /proc is mounted here", "as root: mount -t proc proc /proc")
	}
	if len(f.lacks) > 0 {
		return deny("the kernel was built without "+strings.Join(f.lacks, ", ")+" namespaces", "use a kernel that has them")
	}
	limits := []struct {
		value   int
		name    string
		applies bool
	}{
		{f.maxUser, "user.max_user_namespaces", !f.privileged},
		{f.maxNet, "user.max_net_namespaces", true},
		{f.maxMount, "user.max_mnt_namespaces", true},
		{f.maxPID, "user.max_pid_namespaces", true},
	}
	for _, l := range limits {
		if l.applies && l.value == 0 {
			return deny(l.name+" is 0 here", "as root: sysctl -w "+l.name+"=15000")
		}
	}
	container := "start the container with --privileged, or with --security-opt seccomp=unconfined --security-opt apparmor=unconfined"
	switch {
	case f.uid != 0: // capabilities are root's; in a user namespace nobody gets a /proc from whom parts of it are hidden
		container += " --security-opt systempaths=unconfined (podman: unmask=ALL)"
	case len(f.missing) > 0:
		container += " --cap-add " + strings.Join(f.missing, " --cap-add ")
	}
	switch {
	case errors.Is(err, unix.ENOSPC):
		return deny("as many namespaces exist as user.max_net_namespaces and its like allow", "end what holds them, or as root raise the limits with sysctl")
	case errors.Is(err, unix.EUSERS):
		return deny("user namespaces are nested too deeply", "run it further out")
	case errors.Is(err, unix.EINVAL) && f.chrooted:
		return deny("the root directory is no mount point, as in a chroot", "before chroot: mount --bind DIR DIR; or use a container")
	case !errors.Is(err, unix.EPERM) && !errors.Is(err, unix.EACCES):
		return err
	case !f.privileged && f.chrooted:
		return deny("the root directory is no mount point, as in a chroot, where nobody may make user namespaces", "run it outside of the chroot or in a container, or "+asRoot)
	case !f.privileged && f.uid != 0 && f.unprivilegedClone == 0:
		return deny("kernel.unprivileged_userns_clone is 0, so ordinary users may not make user namespaces", asRoot+", or as root: sysctl -w kernel.unprivileged_userns_clone=1")
	case !f.privileged && f.apparmorRestricts > 0:
		return deny("AppArmor takes the rights in user namespaces from ordinary users (kernel.apparmor_restrict_unprivileged_userns is 1)",
			asRoot+", or as root: sysctl -w kernel.apparmor_restrict_unprivileged_userns=0; or, to let it be this program's alone, as root: "+
				"echo 'abi <abi/4.0>, profile netrig "+f.program+" flags=(unconfined) { userns, }' >/etc/apparmor.d/netrig && apparmor_parser -r /etc/apparmor.d/netrig")
	case !f.privileged && f.uid == 0:
		return deny("root lacks the capabilities "+strings.Join(f.missing, ", ")+" here, as in most containers", container)
	case f.seccomp:
		return deny("a seccomp filter is in force, as in most containers", container)
	case f.privileged:
		return deny("a security module forbids it, or this is a container", container)
	}
	return deny("ordinary users may not make user namespaces here", asRoot)
}
