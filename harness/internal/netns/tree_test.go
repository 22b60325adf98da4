package netns_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"strconv"
	"testing"

	"github.com/netrig/netrig/harness/internal/netns/nstest"
	"github.com/netrig/netrig/internal/trial"
)

// tree leaves its session, forks twice, and goes on living.
func tree() int {
	cmd := exec.Command("sh", "-c", "(setsid sleep 1000 & (sleep 1000 &)); echo ready; exec sleep 1000") //nolint:noctx // is to be killed
	cmd.Stdout = os.Stdout
	cmd.ExtraFiles = []*os.File{os.NewFile(7, "alive")}
	if cmd.Start() != nil {
		return 1
	}
	_ = cmd.Wait()
	return 1
}

// orphan ends and leaves children that hold its output.
func orphan() int {
	cmd := exec.Command("sh", "-c", "setsid sleep 1000 & (sleep 1000 &)") //nolint:noctx // is to be killed
	cmd.Stdout = os.Stdout
	if cmd.Run() != nil {
		return 1
	}
	return 3
}

// needTree skips the test where a tree cannot be started.
func needTree(t *testing.T) {
	t.Helper()
	for _, name := range []string{"sh", "setsid", "sleep"} {
		trial.Tool(t, name)
	}
}

// TestIsolateKilled kills the process in front: what the program started,
// wherever it went, holds a pipe whose end shows when all of it is gone.
func TestIsolateKilled(t *testing.T) {
	needTree(t)
	kill(t, program(t, "tree"))
}

// kill starts the program "tree", kills it, and waits until nobody of it is left.
func kill(t *testing.T, tree *exec.Cmd) {
	t.Helper()
	alive, held, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = alive.Close() }()
	tree.ExtraFiles = []*os.File{4: held}
	started(t, tree)
	_ = held.Close()
	if err := tree.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	if _, err := alive.Read(make([]byte, 1)); err != io.EOF {
		t.Errorf("somebody is left: %v", err)
	}
	_ = tree.Wait()
}

// TestIsolateOrphans ends the program before its children: they do not hold
// up who waits for the output.
func TestIsolateOrphans(t *testing.T) {
	needTree(t)
	_, err := program(t, "orphan").Output()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 3 {
		t.Errorf("%v, want exit code 3", err)
	}
}

// TestWithoutPIDNamespace does what the kernel would do otherwise.
func TestWithoutPIDNamespace(t *testing.T) {
	needTree(t)
	nstest.Users(t)
	limited := func(role string) *exec.Cmd {
		cmd := exec.CommandContext(t.Context(), "sh", "-c", "echo 0 >/proc/sys/user/max_pid_namespaces && exec "+nstest.Binary(t))
		cmd.Env = append(os.Environ(), roleVariable+"="+role)
		cmd.SysProcAttr = nstest.UserNamespace(0)
		return cmd
	}
	t.Run("describe", func(t *testing.T) {
		b, err := limited("describe").Output()
		if err != nil {
			t.Fatal(err)
		}
		var got description
		if err := json.Unmarshal(b, &got); err != nil {
			t.Fatal(err)
		}
		if !got.Isolated || got.ParentPID == 1 || got.Proc != strconv.Itoa(got.PID) {
			t.Errorf("%+v", got)
		}
	})
	t.Run("orphans", func(t *testing.T) {
		_, err := limited("orphan").Output()
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != 3 {
			t.Errorf("%v, want exit code 3", err)
		}
	})
	t.Run("killed", func(t *testing.T) { kill(t, limited("tree")) })
}
