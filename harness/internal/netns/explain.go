package netns

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/sys/unix"
)

// facts are what decides whether this process may make namespaces.
type facts struct {
	privileged bool     // holds CAP_SYS_ADMIN and CAP_NET_ADMIN
	lacks      []string // namespaces the kernel was built without
	seccomp    bool     // a filter is in force, as in most containers

	// Of /proc/sys; -1 where the kernel does not have it.
	maxUser, maxNet, maxPID, maxMount int
	unprivilegedClone                 int // Debian and derivatives
	apparmorRestricts                 int // Ubuntu since 23.10
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
		maxUser:           number("user/max_user_namespaces"),
		maxNet:            number("user/max_net_namespaces"),
		maxPID:            number("user/max_pid_namespaces"),
		maxMount:          number("user/max_mnt_namespaces"),
		unprivilegedClone: number("kernel/unprivileged_userns_clone"),
		apparmorRestricts: number("kernel/apparmor_restrict_unprivileged_userns"),
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
			const need = 1<<unix.CAP_SYS_ADMIN | 1<<unix.CAP_NET_ADMIN
			f.privileged = err == nil && caps&need == need
		case "Seccomp":
			f.seccomp = value == "2"
		}
	}
	return f
}

// denial is a refusal of the kernel with the reason and what to do about it.
type denial struct {
	err          error
	reason, cure string
}

func (d *denial) Error() string { return fmt.Sprintf("%v: %s; %s", d.err, d.reason, d.cure) }
func (d *denial) Unwrap() error { return d.err }

// explain says why the kernel refused namespaces, where the facts tell.
func explain(err error, f facts) error {
	const asRoot = "run as root"
	deny := func(reason, cure string) error { return &denial{err, reason, cure} }

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
	switch {
	case errors.Is(err, unix.ENOSPC):
		return deny("as many namespaces exist as user.max_net_namespaces and its like allow", "end what holds them, or as root raise the limits with sysctl")
	case errors.Is(err, unix.EUSERS):
		return deny("user namespaces are nested too deeply", "run it further out")
	case !errors.Is(err, unix.EPERM) && !errors.Is(err, unix.EACCES):
		return err
	case !f.privileged && f.unprivilegedClone == 0:
		return deny("kernel.unprivileged_userns_clone is 0, so ordinary users may not make user namespaces", asRoot+", or as root: sysctl -w kernel.unprivileged_userns_clone=1")
	case !f.privileged && f.apparmorRestricts > 0:
		return deny("AppArmor takes the rights in user namespaces from ordinary users (kernel.apparmor_restrict_unprivileged_userns is 1)",
			asRoot+", or as root: sysctl -w kernel.apparmor_restrict_unprivileged_userns=0, or give the program an AppArmor profile with \"userns,\"")
	case f.seccomp:
		return deny("a seccomp filter is in force, as in most containers", "start the container with --privileged, or with --cap-add SYS_ADMIN --cap-add NET_ADMIN --security-opt seccomp=unconfined --security-opt apparmor=unconfined")
	case f.privileged:
		return deny("a security module forbids it, or this is a container", "start the container with --privileged")
	}
	return deny("ordinary users may not make user namespaces here", asRoot)
}
