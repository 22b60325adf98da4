package netns_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/internal/trial"
)

// TestOrdinaryUser runs the tests of this package without root's rights.
func TestOrdinaryUser(t *testing.T) {
	nstest.Users(t)
	path := nstest.Binary(t)
	cmd := exec.CommandContext(t.Context(), path, "-test.run", "^Test", "-test.skip", "^TestDoKeepsThreads$")
	cmd.Dir = filepath.Dir(path)
	cmd.Env = append(os.Environ(), "TMPDIR=/tmp")
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nstest.Nobody, Gid: nstest.Nobody}}
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("as uid %d: %v\n%s", nstest.Nobody, err, out)
	}
}

// TestForbidden takes user namespaces away, in a user namespace, from an
// ordinary user.
func TestForbidden(t *testing.T) {
	nstest.Users(t)
	path, setpriv := nstest.Binary(t), trial.Tool(t, "setpriv")
	trial.Tool(t, "sh")
	limits := map[string]string{
		"max_user_namespaces": "user.max_user_namespaces is 0",
		"max_net_namespaces":  "user.max_net_namespaces is 0",
	}
	for limit, want := range limits {
		t.Run(limit, func(t *testing.T) {
			script := "echo 0 >/proc/sys/user/" + limit + " && exec " + setpriv + " --reuid 65534 --regid 65534 --clear-groups " + path
			cmd := exec.CommandContext(t.Context(), "sh", "-c", script)
			cmd.Env = append(os.Environ(), roleVariable+"=deny")
			cmd.Dir = "/"
			cmd.SysProcAttr = nstest.UserNamespace(0)
			out, err := cmd.CombinedOutput()
			var exit *exec.ExitError
			if !errors.As(err, &exit) || exit.ExitCode() != 2 {
				t.Errorf("%v, want exit code 2", err)
			}
			if !strings.Contains(string(out), want) || !strings.Contains(string(out), "sysctl -w user."+limit) {
				t.Errorf("said: %s", out)
			}
		})
	}
}
