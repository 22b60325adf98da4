package process

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/internal/trial"
)

// inSandbox tells the tests of this package that they are run in one.
const inSandbox = "PROCESS_TEST_SANDBOX"

// overlay covers /etc so that it can be changed.
const overlay = "mkdir /mnt/u /mnt/w && mount -t overlay o -o lowerdir=/etc,upperdir=/mnt/u,workdir=/mnt/w /etc && "

// TestSandboxes runs the other tests where containers, chroots and the like
// have taken something away. Each sandbox is a script in a user and a mount
// namespace of its own, with an empty tmpfs on /mnt, that executes what it is
// given.
func TestSandboxes(t *testing.T) {
	if os.Getenv(inSandbox) != "" {
		t.Skip("is in a sandbox already")
	}
	nstest.Users(t)
	tools := make(map[string]string)
	for _, name := range []string{"sh", "mount", "unshare", "setpriv", "chroot", "ln", "rm", "mkdir", "mknod"} {
		tools[name] = trial.Tool(t, name)
	}
	path := nstest.Binary(t)
	const most = "^Test(Inside|Live|Kill)$/^(overlay|kill)$"
	tests := []struct{ name, script, run string }{
		// As docker and podman do: the kernel refuses a new /proc then.
		{"masked /proc", `mount -t tmpfs x /proc/tty && exec unshare -Urm "$@"`, most},
		{"masked /sys", `mount -t tmpfs x /sys/kernel && exec unshare -Urm "$@"`, most},
		{"masked /proc and /sys", `mount -t tmpfs x /proc/tty && mount -t tmpfs x /sys/kernel && exec unshare -Urm "$@"`, most},
		{"read-only root", `mkdir /mnt/tmp && mount --rbind / / && mount -o remount,ro,bind / && cd / && TMPDIR=/mnt/tmp exec "$@"`, most},
		{"no resolv.conf", overlay + `rm -f /etc/resolv.conf /etc/hosts && exec "$@"`, most},
		{"resolv.conf leads nowhere", overlay + `ln -sf ../run/none/stub-resolv.conf /etc/resolv.conf && exec "$@"`, most},
		{"read-only /etc", `mkdir /mnt/l && mount -t overlay o -o lowerdir=/etc:/mnt/l /etc && exec "$@"`, most},
		{"no new privileges", `exec setpriv --no-new-privs "$@"`, most},
		{"four capabilities", `exec setpriv --bounding-set=-all,+sys_admin,+net_admin,+net_raw,+net_bind_service --inh-caps=-all "$@"`, most},
		{"chroot", `mkdir /mnt/root && mount --rbind / /mnt/root && exec chroot /mnt/root "$@"`, most},
		{noPIDs, `echo 0 >/proc/sys/user/max_pid_namespaces && exec "$@"`, "^TestRefused$"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			cmd := exec.CommandContext(t.Context(), tools["sh"], "-c", "mount -t tmpfs x /mnt && "+tt.script, "sh",
				path, "-test.run", tt.run)
			cmd.Env = append(os.Environ(), inSandbox+"="+tt.name, "TMPDIR=/tmp")
			cmd.Dir = "/tmp"
			cmd.SysProcAttr = nstest.UserNamespace(unix.CLONE_NEWNS | unix.CLONE_NEWPID)
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

// noPIDs is the sandbox in which programs cannot be run.
const noPIDs = "no pid namespaces"

// TestRefused is told why, and what to do.
func TestRefused(t *testing.T) {
	if os.Getenv(inSandbox) != noPIDs {
		t.Skip("is for the sandbox with " + noPIDs)
	}
	const want = "user.max_pid_namespaces is 0 here; as root: sysctl -w user.max_pid_namespaces="
	if _, err := Start(t.Context(), nstest.New(t), sh("true")); err == nil || !strings.Contains(err.Error(), want) {
		t.Errorf("%v, want %q", err, want)
	}
}
