package netns_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/internal/trial"
)

// TestRefusals isolates where something is in the way: the program says what,
// and what to do.
func TestRefusals(t *testing.T) {
	nstest.Users(t)
	tools := make(map[string]string)
	for _, name := range []string{"sh", "mount", "setpriv"} {
		tools[name] = trial.Tool(t, name)
	}
	path := nstest.Binary(t)
	tests := []struct {
		name, role, script string
		want               []string
	}{
		{"no /proc", "deny", `mount -t tmpfs x /proc && exec "$@"`, []string{"no /proc is mounted", "mount -t proc"}},
		{"root of a container", "deny", `exec setpriv --bounding-set=-sys_admin,-setfcap --inh-caps=-all "$@"`,
			[]string{"root lacks the capabilities SYS_ADMIN here", "--cap-add SYS_ADMIN"}},
		{"seccomp, root", "seccomp", `exec "$@"`, []string{"a seccomp filter is in force", "--security-opt seccomp=unconfined"}},
		{"seccomp, ordinary user", "seccomp", `exec setpriv --reuid 1000 --regid 1000 --clear-groups "$@"`,
			[]string{"a seccomp filter is in force", "--security-opt seccomp=unconfined"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cmd := exec.CommandContext(t.Context(), tools["sh"], "-c", tt.script, "sh", path)
			cmd.Env = append(os.Environ(), roleVariable+"="+tt.role)
			cmd.Dir = "/"
			cmd.SysProcAttr = nstest.UserNamespace(unix.CLONE_NEWNS)
			out, err := cmd.CombinedOutput()
			var exit *exec.ExitError
			if !errors.As(err, &exit) || exit.ExitCode() != 2 {
				t.Errorf("%v, want exit code 2", err)
			}
			for _, want := range tt.want {
				if !strings.Contains(string(out), want) {
					t.Errorf("said %q, want %q", out, want)
				}
			}
		})
	}
}

// TestProbeSaysWhy probes where namespaces are had, and are good for nothing, as with
// AppArmor: what is found says why, and what to do.
func TestProbeSaysWhy(t *testing.T) {
	nstest.Users(t)
	sh, _ := trial.Tool(t, "sh"), trial.Tool(t, "setpriv")
	path := nstest.Binary(t)
	for user, script := range map[string]string{
		"root": `exec "$@"`, "ordinary user": `exec setpriv --reuid 1000 --regid 1000 --clear-groups "$@"`,
	} {
		t.Run(user, func(t *testing.T) {
			cmd := exec.CommandContext(t.Context(), sh, "-c", script, "sh", path)
			cmd.Env = append(os.Environ(), roleVariable+"=no mounts")
			cmd.Dir = "/"
			out, err := cmd.CombinedOutput()
			if err != nil {
				t.Errorf("%v\n%s", err, out)
			}
			for _, want := range []string{
				"rights: a seccomp filter is in force, as in most containers (make the mounts private: permission denied)", "--security-opt seccomp=unconfined",
			} {
				if !strings.Contains(string(out), want) {
					t.Errorf("said %q, want %q", out, want)
				}
			}
		})
	}
}

// findings prints what is missing here.
func findings() int {
	for _, f := range netns.Probe() {
		if !f.OK {
			fmt.Printf("%s: %s; %s\n", f.Name, f.Detail, f.Cure)
		}
	}
	return 0
}

// seccomp executes this program again under a filter that forbids new
// namespaces, as that of docker does.
func seccomp() int {
	const (
		number, flags = 0, 16 // offsets in struct seccomp_data: nr, the low half of args[0]
		namespaces    = unix.CLONE_NEWUSER | unix.CLONE_NEWNET | unix.CLONE_NEWNS | unix.CLONE_NEWPID
	)
	load := func(at uint32) unix.SockFilter {
		return unix.SockFilter{Code: unix.BPF_LD | unix.BPF_W | unix.BPF_ABS, K: at}
	}
	equal := func(v uint32, yes, no uint8) unix.SockFilter {
		return unix.SockFilter{Code: unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K, K: v, Jt: yes, Jf: no}
	}
	end := func(v uint32) unix.SockFilter { return unix.SockFilter{Code: unix.BPF_RET | unix.BPF_K, K: v} }
	filter := []unix.SockFilter{
		load(number),
		equal(unix.SYS_UNSHARE, 5, 0),
		equal(unix.SYS_CLONE3, 5, 0),
		equal(unix.SYS_CLONE, 0, 2),
		load(flags),
		{Code: unix.BPF_JMP | unix.BPF_JSET | unix.BPF_K, K: namespaces, Jt: 1},
		end(unix.SECCOMP_RET_ALLOW),
		end(unix.SECCOMP_RET_ERRNO | uint32(unix.EPERM)),
		end(unix.SECCOMP_RET_ERRNO | uint32(unix.ENOSYS)),
	}
	return filtered("deny", filter)
}

// noMounts executes this program again under a filter that forbids mounts, with the
// answer of AppArmor.
func noMounts() int {
	return filtered("probe", []unix.SockFilter{
		{Code: unix.BPF_LD | unix.BPF_W | unix.BPF_ABS, K: 0}, // the number of the system call
		{Code: unix.BPF_JMP | unix.BPF_JEQ | unix.BPF_K, K: unix.SYS_MOUNT, Jf: 1},
		{Code: unix.BPF_RET | unix.BPF_K, K: unix.SECCOMP_RET_ERRNO | uint32(unix.EACCES)},
		{Code: unix.BPF_RET | unix.BPF_K, K: unix.SECCOMP_RET_ALLOW},
	})
}

// filtered executes this program again, in a role, under a filter of system calls.
func filtered(role string, filter []unix.SockFilter) int {
	runtime.LockOSThread()
	program := unix.SockFprog{Len: uint16(len(filter)), Filter: &filter[0]}
	err := unix.Prctl(unix.PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
	if _, _, errno := unix.Syscall(unix.SYS_SECCOMP, unix.SECCOMP_SET_MODE_FILTER, 0, uintptr(unsafe.Pointer(&program))); errno != 0 {
		err = errors.Join(err, os.NewSyscallError("seccomp", errno))
	}
	if err == nil {
		err = os.Setenv(roleVariable, role)
	}
	if err == nil {
		err = syscall.Exec("/proc/self/exe", os.Args, os.Environ())
	}
	fmt.Fprintln(os.Stderr, err)
	return 1
}
