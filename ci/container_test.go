package ci

import (
	"archive/tar"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/netrig/netrig/internal/trial"
)

// TestContainers runs the tests of an example, and `netrig doctor`, in containers of Podman
// that have the rights which docs/go-test.md names, and in some that lack them: there tests
// say why they are skipped, and what they say to do is what helps.
func TestContainers(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 {
		t.Skip("the test starts containers as root and, from there, as an ordinary user")
	}
	e := newEngine(t)
	const (
		readOnly = "/proc/sys is read-only, as in most containers"
		noName   = "absent   a node's own host name"
	)
	caps := []string{"--cap-add", "SYS_ADMIN", "--cap-add", "NET_ADMIN", "--cap-add", "NET_RAW"}
	unmask := []string{"--security-opt", "unmask=ALL"}
	user := []string{"--user", "1000"}
	join := func(lists ...[]string) (all []string) {
		for _, l := range lists {
			all = append(all, l...)
		}
		return all
	}
	for _, tt := range []struct {
		name     string
		options  []string
		rootless bool
		passes   bool
		says     string // tests that do not pass, and doctor
	}{
		{"privileged", []string{"--privileged"}, false, true, ""},
		{"capabilities", caps, false, true, ""},
		{"these capabilities alone", join([]string{"--cap-drop", "ALL", "--cap-add", "NET_BIND_SERVICE"}, caps), false, true, ""},
		{"nothing hidden", unmask, false, true, noName},
		{"nothing at all", nil, false, false, readOnly},
		{"privileged, user", join([]string{"--privileged"}, user), false, true, ""},
		{"no filter and nothing hidden, user", join([]string{"--security-opt", "seccomp=unconfined"}, unmask, user), false, true, ""},
		{"nothing hidden, and host names, user", join(unmask, user, []string{"--cap-add", "SYS_ADMIN"}), false, true, ""},
		{"no filter, user", join([]string{"--security-opt", "seccomp=unconfined"}, user), false, false, readOnly},
		{"nothing at all, user", user, false, false, readOnly},
		{"nothing hidden, and host names, rootless", join(unmask, []string{"--cap-add", "SYS_ADMIN"}), true, true, ""},
		{"nothing hidden, rootless", unmask, true, true, noName},
		{"capabilities, rootless", caps, true, true, ""},
		{"nothing at all, rootless", nil, true, false, readOnly},
	} {
		t.Run(tt.name, func(t *testing.T) {
			out, err := e.run(t, tt.rootless, tt.options, "/retry.test", "-test.v")
			if passed := err == nil && strings.Contains(out, "--- PASS: TestLostQuestion") && !strings.Contains(out, "SKIP"); passed != tt.passes {
				t.Errorf("%v\n%s", err, out)
			}
			if !tt.passes && (err != nil || !strings.Contains(out, "--- SKIP: TestLostQuestion") || !strings.Contains(out, tt.says)) {
				t.Errorf("%v\n%s", err, out)
			}
			out, err = e.run(t, tt.rootless, tt.options, "/netrig", "doctor")
			if (err == nil) != tt.passes || tt.passes && !strings.Contains(out, tt.says) || tt.says == "" && strings.Contains(out, "absent") {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

// engine is Podman with folders of its own, and an image of two programs.
type engine struct {
	dir string
	fit string // shell words that make a place for it
}

func newEngine(t *testing.T) *engine {
	t.Helper()
	trial.Tool(t, "podman")
	trial.Tool(t, "crun")
	// Where a machine has control groups of both versions, crun wants to see the second alone.
	e := &engine{dir: t.TempDir(), fit: "mount --make-rprivate / && mount -t cgroup2 none /sys/fs/cgroup"}
	const owner = 65534
	for _, name := range []string{"root", "rootless"} {
		if err := os.Mkdir(filepath.Join(e.dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chown(filepath.Join(e.dir, "rootless"), owner, owner); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{e.dir, filepath.Dir(e.dir)} { // the owner of one folder in it passes
		if err := os.Chmod(dir, 0o755); err != nil { //nolint:gosec // as said
			t.Fatal(err)
		}
	}
	image := filepath.Join(e.dir, "image.tar")
	pack(t, image, e.dir)
	t.Cleanup(func() { // a process of the user's stays otherwise, which holds his user namespace
		if out, err := e.podman(t, true, "system", "migrate"); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
	})
	for _, rootless := range []bool{false, true} {
		if out, err := e.podman(t, rootless, "import", image, "lab"); err != nil {
			trial.Lack(t, fmt.Sprintf("a Podman that takes an image (%v: %s)", err, out))
		}
		if out, err := e.run(t, rootless, []string{"--privileged"}, "/netrig", "version"); err != nil {
			trial.Lack(t, fmt.Sprintf("a Podman that starts containers (%v: %s)", err, out))
		}
	}
	return e
}

// pack builds the programs, and makes an image of them and of empty folders.
func pack(t *testing.T, image, dir string) {
	t.Helper()
	for program, command := range map[string][]string{
		"netrig":     {"go", "build", "-ldflags=-s -w", "-o", filepath.Join(dir, "netrig"), "./cmd/netrig"},
		"retry.test": {"go", "test", "-C", "examples/retry", "-ldflags=-s -w", "-c", "-o", filepath.Join(dir, "retry.test"), "."},
	} {
		c := exec.CommandContext(t.Context(), command[0], command[1:]...) //nolint:gosec // one of the above
		c.Dir = ".."
		c.Env = append(os.Environ(), "CGO_ENABLED=0", "GOWORK=off")
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", program, err, out)
		}
	}
	f, err := os.Create(image)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	w := tar.NewWriter(f)
	add := func(h tar.Header, data []byte) {
		h.Size = int64(len(data))
		if err := w.WriteHeader(&h); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(data); err != nil {
			t.Fatal(err)
		}
	}
	for name, mode := range map[string]int64{"tmp/": 0o1777, "run/": 0o755, "etc/": 0o755, "proc/": 0o555, "sys/": 0o555, "dev/": 0o755} {
		add(tar.Header{Typeflag: tar.TypeDir, Name: name, Mode: mode}, nil)
	}
	for _, name := range []string{"netrig", "retry.test"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		add(tar.Header{Typeflag: tar.TypeReg, Name: name, Mode: 0o755}, data)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}

// run runs a program in a container.
func (e *engine) run(t *testing.T, rootless bool, options []string, program ...string) (string, error) {
	t.Helper()
	var limit syscall.Rlimit // crun may not raise it everywhere
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		t.Fatal(err)
	}
	words := []string{"run", "--rm", "--network", "none", "--cgroups", "disabled", "--ulimit", fmt.Sprintf("nofile=%d:%[1]d", limit.Cur), "--ulimit", "nproc=4000:4000"}
	words = append(words, options...)
	return e.podman(t, rootless, append(append(words, "lab"), program...)...)
}

// podman runs it as root, or as an ordinary user.
func (e *engine) podman(t *testing.T, rootless bool, words ...string) (string, error) {
	t.Helper()
	home, as := filepath.Join(e.dir, "root"), ""
	if rootless {
		home, as = filepath.Join(e.dir, "rootless"), "setpriv --reuid 65534 --regid 65534 --clear-groups "
	}
	script := e.fit + " && cd / && exec " + as + `env -i PATH="$PATH" HOME="$0" XDG_RUNTIME_DIR="$0" podman --root "$0/root" --runroot "$0/run" --tmpdir "$0/tmp" --storage-driver vfs --cgroup-manager cgroupfs "$@"`
	c := exec.CommandContext(context.WithoutCancel(t.Context()), "unshare", append([]string{"-m", "sh", "-c", script, home}, words...)...) //nolint:gosec // the words of this file
	out, err := c.CombinedOutput()
	return string(out), err
}
