package netns

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestExplain(t *testing.T) {
	const asUser, asRoot = "0000000000000000", "000001ffffffffff"
	tests := []struct {
		name   string
		err    error
		caps   string
		files  map[string]string // below /proc
		absent []string          // of self/ns
		want   []string          // in the error
	}{
		{"no user namespaces allowed", syscall.ENOSPC, asUser, map[string]string{"sys/user/max_user_namespaces": "0"}, nil,
			[]string{"user.max_user_namespaces is 0", "sysctl -w user.max_user_namespaces=15000"}},
		{"root needs none", syscall.EPERM, asRoot, map[string]string{"sys/user/max_user_namespaces": "0"}, nil,
			[]string{"--privileged"}},
		{"too many", syscall.ENOSPC, asRoot, map[string]string{"sys/user/max_net_namespaces": "500"}, nil,
			[]string{"as many namespaces exist", "raise"}},
		{"Debian's switch", syscall.EPERM, asUser, map[string]string{"sys/kernel/unprivileged_userns_clone": "0"}, nil,
			[]string{"kernel.unprivileged_userns_clone is 0", "run as root", "kernel.unprivileged_userns_clone=1"}},
		{"Ubuntu's switch", syscall.EACCES, asUser, map[string]string{"sys/kernel/apparmor_restrict_unprivileged_userns": "1", "sys/kernel/unprivileged_userns_clone": "1"}, nil,
			[]string{"AppArmor", "sysctl -w kernel.apparmor_restrict_unprivileged_userns=0", "run as root", "profile netrig /usr/bin/netrig flags=(unconfined) { userns, }"}},
		{"Ubuntu's switch off", syscall.EPERM, asUser, map[string]string{"sys/kernel/apparmor_restrict_unprivileged_userns": "0"}, nil,
			[]string{"ordinary users may not", "run as root"}},
		{"container", syscall.EPERM, asUser, map[string]string{"seccomp": "2"}, nil,
			[]string{"seccomp", "--privileged", "--security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined (podman: unmask=ALL)"}},
		{"old kernel", syscall.EINVAL, asUser, nil, []string{"user"},
			[]string{"without user namespaces"}},
		{"root of a container", syscall.EPERM, "00000000a80425fb", map[string]string{"uid": "0"}, nil,
			[]string{"root lacks the capabilities SYS_ADMIN, NET_ADMIN here", "--cap-add SYS_ADMIN"}},
		{"chroot", syscall.EPERM, asUser, map[string]string{"self/mountinfo": "1 0 0:1 / /proc rw - proc proc rw"}, nil,
			[]string{"chroot", "outside"}},
		{"root's chroot", syscall.EINVAL, asRoot, map[string]string{"self/mountinfo": ""}, nil,
			[]string{"no mount point", "mount --bind"}},
		{"no /proc", syscall.ENOENT, asUser, map[string]string{"none": ""}, nil,
			[]string{"no /proc", "mount -t proc"}},
		{"nested", syscall.EUSERS, asUser, nil, nil, []string{"nested too deeply"}},
		{"something else", syscall.ENOENT, asUser, nil, nil, []string{"no such file"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			proc := t.TempDir()
			write := func(name, content string) {
				path := filepath.Join(proc, name)
				if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(content), 0o644)); err != nil {
					t.Fatal(err)
				}
			}
			if _, own := tt.files["self/mountinfo"]; !own {
				write("self/mountinfo", "1 0 0:1 / / rw - ext4 /dev/vda rw\n")
			}
			uid := 1000
			seccomp := "0"
			for name, content := range tt.files {
				switch name {
				case "seccomp":
					seccomp = content
				case "uid":
					uid = 0
				case "none":
				default:
					write(name, content+"\n")
				}
			}
			write("self/status", "Name:\tx\nCapEff:\t"+tt.caps+"\nSeccomp:\t"+seccomp+"\n")
			for _, kind := range []string{"user", "net", "mnt", "pid"} {
				if len(tt.absent) == 0 || tt.absent[0] != kind {
					write("self/ns/"+kind, "")
				}
			}
			if _, none := tt.files["none"]; none {
				proc = filepath.Join(proc, "nothing")
			}
			f := look(proc)
			f.uid, f.program = uid, "/usr/bin/netrig"
			got := explain(tt.err, f)
			if !errors.Is(got, tt.err) {
				t.Errorf("%v does not wrap %v", got, tt.err)
			}
			for _, part := range tt.want {
				if !strings.Contains(got.Error(), part) {
					t.Errorf("%q lacks %q", got, part)
				}
			}
		})
	}
}

func TestLookHere(t *testing.T) {
	f := look("/proc")
	if diff := cmp.Diff([]string(nil), f.lacks); diff != "" {
		t.Errorf("lacks (-want +got):\n%s", diff)
	}
	if !f.privileged {
		t.Error("isolated without rights")
	}
	if f.maxNet <= 0 {
		t.Errorf("user.max_net_namespaces is %d", f.maxNet)
	}
}
