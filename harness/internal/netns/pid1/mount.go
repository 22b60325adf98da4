package pid1

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"golang.org/x/sys/unix"
)

// FileSystem is what a program in a node sees otherwise than the machine
// does. /run is a new tmpfs, /etc can be written without the machine
// noticing, and so can the state directories of DHCP clients and servers;
// all of it is gone when the program ends. The rest, /tmp included, is the
// machine's.
type FileSystem struct {
	Hostname string
	Etc      []File // shown below /etc

	// NoOverlay does without overlayfs, as on kernels that refuse it in a user
	// namespace: /etc is a directory of links, and the files of the machine
	// behind them can be replaced but not written to.
	NoOverlay bool
}

// File is a live file of the machine shown below /etc. What appears is a
// symbolic link, so that both sides may replace the file by renaming: a
// program in the node then has its own, whoever owns Path is seen at once.
type File struct {
	Name string // below /etc, as in "resolv.conf"
	Path string // absolute
}

// Where the live files are in a node, and the machine's /etc where there is
// no overlayfs.
const (
	liveFiles  = "/run/netrig"
	machineEtc = liveFiles + "/etc"
)

// privateDirs hold state of DHCP clients and servers of Debian, Fedora and
// Alpine: a lease from one node must not be found in another.
var privateDirs = [...]string{"/var/lib/dhcp", "/var/lib/dhclient", "/var/lib/dhcpcd", "/var/lib/misc", "/var/lib/udhcpd"}

// Sysfs mounts a new /sys. Where the old one is read-only, as in containers, the kernel
// gives another one to a user namespace only if it is so too.
func Sysfs() error {
	const flags = unix.MS_NOSUID | unix.MS_NODEV | unix.MS_NOEXEC
	err := unix.Mount("sysfs", "/sys", "sysfs", flags, "")
	if errors.Is(err, unix.EPERM) {
		err = unix.Mount("sysfs", "/sys", "sysfs", flags|unix.MS_RDONLY, "")
	}
	return err
}

// mountSys mounts /sys anew, for it shows the links of the network namespace
// in which it was mounted. Inside a container that hides parts of /sys the
// kernel refuses; the old one remains then.
func mountSys() {
	// The limits in /sys/fs/cgroup are the machine's in any case.
	cgroup, cgroupErr := unix.OpenTree(unix.AT_FDCWD, "/sys/fs/cgroup", unix.OPEN_TREE_CLONE|unix.OPEN_TREE_CLOEXEC|unix.AT_RECURSIVE)
	err := Sysfs()
	if cgroupErr != nil {
		return
	}
	if err == nil {
		_ = unix.MoveMount(cgroup, "", unix.AT_FDCWD, "/sys/fs/cgroup", unix.MOVE_MOUNT_F_EMPTY_PATH)
	}
	_ = unix.Close(cgroup)
}

// mount sets all of it up in the mount and uts namespace of this process. It
// names the step that failed.
func (f *FileSystem) mount() (step string, err error) {
	if f.Hostname != "" {
		if err := unix.Sethostname([]byte(f.Hostname)); err != nil {
			return "set the host name to " + f.Hostname, err
		}
	}

	// Hold what is about to be covered.
	trees, err := f.openTrees()
	defer func() { // mountEtc may add to them
		for _, t := range trees {
			_ = unix.Close(t.fd)
		}
	}()
	if err != nil {
		return "open the files of /etc", err
	}

	// One tmpfs holds everything new. It is first mounted whole on /run, and
	// at last covered there by its own directory run.
	if err := unix.Mount("tmpfs", "/run", "tmpfs", unix.MS_NOSUID|unix.MS_NODEV, "mode=0755"); err != nil {
		return "mount a tmpfs on /run", err
	}
	for _, dir := range []string{"/run/etc", "/run/work", "/run/run", "/run/run/lock", "/run/run/netrig"} {
		if err := os.Mkdir(dir, 0o755); err != nil {
			return "make directories", err
		}
	}
	if err := f.mountEtc(&trees); err != nil {
		return "mount /etc", err
	}
	for i, dir := range privateDirs {
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			continue
		}
		private := "/run/private" + strconv.Itoa(i)
		if err := os.Mkdir(private, 0o755); err != nil {
			return "make directories", err
		}
		if err := unix.Mount(private, dir, "", unix.MS_BIND, ""); err != nil {
			return "mount " + dir, err
		}
	}
	if err := unix.Mount("/run/run", "/run", "", unix.MS_BIND, ""); err != nil {
		return "mount /run", err
	}
	for _, t := range trees {
		if err := t.attach(); err != nil {
			return "mount " + t.target, err
		}
	}
	return "", nil
}

// tree is a part of the machine's file system, detached, and where it goes.
type tree struct {
	fd       int
	source   string
	target   string
	readOnly bool
}

// openTree opens a part of the file system to be attached at target.
func openTree(source, target string) (tree, error) {
	fd, err := unix.OpenTree(unix.AT_FDCWD, source, unix.OPEN_TREE_CLONE|unix.OPEN_TREE_CLOEXEC|unix.AT_RECURSIVE)
	if err != nil {
		return tree{}, &fs.PathError{Op: "open", Path: source, Err: err}
	}
	return tree{fd: fd, source: source, target: target}, nil
}

// openTrees opens the directories of the live files, each once.
func (f *FileSystem) openTrees() ([]tree, error) {
	var trees []tree
	have := make(map[string]bool)
	for _, file := range f.Etc {
		if !filepath.IsLocal(file.Name) || !filepath.IsAbs(file.Path) {
			return trees, fmt.Errorf("%q for %q: want a name below /etc and an absolute path", file.Path, file.Name)
		}
		dir := filepath.Dir(file.Path)
		if have[dir] {
			continue
		}
		have[dir] = true
		t, err := openTree(dir, filepath.Join(liveFiles, strconv.Itoa(len(trees))))
		if err != nil {
			return trees, err
		}
		trees = append(trees, t)
	}
	return trees, nil
}

// attach mounts the tree in its place.
func (t tree) attach() error {
	if err := os.Mkdir(t.target, 0o755); err != nil {
		return err
	}
	if err := unix.MoveMount(t.fd, "", unix.AT_FDCWD, t.target, unix.MOVE_MOUNT_F_EMPTY_PATH); err != nil {
		return err
	}
	if !t.readOnly {
		return nil
	}
	var st unix.Statfs_t
	if err := unix.Statfs(t.target, &st); err != nil {
		return err
	}
	// Flags that a user namespace may not take away have to be given again.
	keep := uintptr(st.Flags) & (unix.MS_NOSUID | unix.MS_NODEV | unix.MS_NOEXEC | unix.MS_NOATIME | unix.MS_NODIRATIME)
	return unix.Mount("", t.target, "", unix.MS_REMOUNT|unix.MS_BIND|unix.MS_RDONLY|keep, "")
}

// mountEtc covers /etc: by an overlayfs where the kernel lets us, else by a
// directory of links, for which it adds the machine's /etc to trees.
func (f *FileSystem) mountEtc(trees *[]tree) error {
	const upper = "/run/etc"
	for _, file := range f.Etc {
		link := filepath.Join(upper, file.Name)
		if err := os.MkdirAll(filepath.Dir(link), 0o755); err != nil {
			return err
		}
		var target string
		for _, t := range *trees {
			if t.source == filepath.Dir(file.Path) {
				target = filepath.Join(t.target, filepath.Base(file.Path))
				break
			}
		}
		if err := os.Symlink(target, link); err != nil {
			return err
		}
	}
	if !f.NoOverlay && unix.Mount("overlay", "/etc", "overlay", 0, "lowerdir=/etc,upperdir="+upper+",workdir=/run/work") == nil {
		return nil
	}
	t, err := openTree("/etc", machineEtc)
	if err != nil {
		return err
	}
	t.readOnly = true
	*trees = append(*trees, t)
	if err := link("/etc", upper, machineEtc); err != nil {
		return err
	}
	return unix.Mount(upper, "/etc", "", unix.MS_BIND, "")
}

// link fills the directory into with what from has and into has not: copies
// of its symbolic links, and links to its files, which will be found at at.
func link(from, into, at string) error {
	entries, err := os.ReadDir(from)
	if err != nil {
		return err
	}
	for _, e := range entries {
		source, target := filepath.Join(from, e.Name()), filepath.Join(into, e.Name())
		there := filepath.Join(at, e.Name())
		if e.Type()&fs.ModeSymlink != 0 {
			if there, err = os.Readlink(source); err != nil {
				return err
			}
		}
		err := os.Symlink(there, target)
		if !errors.Is(err, fs.ErrExist) {
			if err != nil {
				return err
			}
			continue
		}
		// What is there is a live file, or a directory made to hold one.
		if info, err := os.Lstat(target); err == nil && info.IsDir() && e.IsDir() {
			if err := link(source, target, filepath.Join(at, e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
