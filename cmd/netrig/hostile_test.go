package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// TestHostileFiles gives netrig files that no well-meaning person writes.
func TestHostileFiles(t *testing.T) {
	const megabyte = 1 << 20
	bomb := "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
	for i := 1; i < 12; i++ {
		bomb += fmt.Sprintf("a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d,", i-1), 10), ","))
	}
	write := func(text string) func(path string) error {
		return func(path string) error { return os.WriteFile(path, []byte(text), 0o644) }
	}
	tests := []struct {
		name string
		make func(path string) error
		want string // in what is said
	}{
		{"alias bomb", write("suite: x\n" + bomb), `x\.yaml:\d+:\d+: the file holds more than 262144 values`},
		{"alias of itself", write("suite: &a [*a]\n"), `x\.yaml:1:`},
		{"100 MB", func(path string) error {
			f, err := os.Create(path)
			if err != nil {
				return err
			}
			line := []byte(strings.Repeat("suite: x # ", megabyte/11))
			for range 100 {
				if _, err := f.Write(line); err != nil {
					return errors.Join(err, f.Close())
				}
			}
			return f.Close()
		}, `x\.yaml: the file is too big`},
		{"deep lists", write(strings.Repeat("[", 400_000)), `x\.yaml:1:\d+: more than 64 maps and lists`},
		{"deep maps", write(strings.Repeat("{a: ", 200_000)), `x\.yaml:1:\d+: more than 64 maps and lists`},
		{"deep blocks", write(func() string {
			var b strings.Builder
			for i := range 1000 {
				b.WriteString(strings.Repeat(" ", i) + "a:\n")
			}
			return b.String()
		}()), `x\.yaml:\d+:\d+: more than 64 maps and lists`},
		{"binary", write("\x7fELF\x02\x01\x01\x00\xff\xfe"), `x\.yaml:1:\d+: not a text file`},
		{"empty", write(""), `x\.yaml: the file is empty`},
		{"blank", write("\n\n# nothing\n"), `x\.yaml: the file is empty`},
		{"a folder", func(path string) error { return os.Mkdir(path, 0o755) }, `no suite\.yaml in x\.yaml or below`},
		{"unreadable", func(path string) error { return os.WriteFile(path, []byte("suite: x\n"), 0o000) }, `x\.yaml: permission denied`},
		{"a pipe", func(path string) error { return unix.Mkfifo(path, 0o644) }, `x\.yaml: neither a file nor a folder`},
		{"a device", func(path string) error { return os.Symlink("/dev/zero", path) }, `/dev/zero: neither a file nor a folder`},
		{"a link to itself", func(path string) error { return os.Symlink(path, path) }, `x\.yaml.*too many (levels of symbolic )?links`},
		{"a topology that is a pipe", func(path string) error {
			return errors.Join(unix.Mkfifo(path+".pipe", 0o644), write("suite: x\ntopology: x.yaml.pipe\ncases: [{name: c}]\n")(path))
		}, `neither a file nor a folder`},
	}
	ordinary := users()[len(users())-1]
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := ordinary.folder(t)
			path := filepath.Join(dir, "x.yaml")
			old := unix.Umask(0)
			err := tt.make(path)
			unix.Umask(old)
			if err != nil {
				t.Fatal(err)
			}
			verbs := []string{"lint", "graph", "run"}
			if tt.name == "unreadable" && ordinary.id < 0 {
				// In its user namespace a run may read whatever belongs to the
				// user, as root may anywhere.
				verbs = verbs[:2]
			}
			for _, verb := range verbs {
				ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
				o := run(t, ordinary.netrig(ctx, dir, verb, "x.yaml"))
				cancel()
				if o.code != exitUsage || !regexp.MustCompile(tt.want).MatchString(o.stdout+o.stderr) {
					t.Errorf("%s: %s", verb, o)
				}
				if said := len(o.stdout) + len(o.stderr); said > 4096 {
					t.Errorf("%s: it says %d octets", verb, said)
				}
				if cpu := o.usage.Utime.Nano() + o.usage.Stime.Nano(); cpu > int64(2*time.Second) {
					t.Errorf("%s: it took %s of a processor", verb, time.Duration(cpu))
				}
				if kilobytes := o.usage.Maxrss; kilobytes > 200<<10 {
					t.Errorf("%s: it took %d kB of memory", verb, kilobytes)
				}
			}
		})
	}
}

// TestAFullDisk runs with run directories of every size, from too small for
// anything to large enough: what could not be recorded never passes.
func TestAFullDisk(t *testing.T) {
	if !inMachine(t) {
		return
	}
	const page = 4096
	for _, u := range users() {
		t.Run(u.name, func(t *testing.T) {
			dir := u.folder(t)
			u.write(t, dir, suites)
			disk := filepath.Join(dir, "disk")
			u.write(t, dir, map[string]string{"disk/mountpoint": ""})
			errored := 0
			for pages := 1; ; pages++ {
				if pages > 64 {
					t.Fatal("no disk is large enough")
				}
				if err := unix.Mount("tmpfs", disk, "tmpfs", 0, fmt.Sprintf("mode=0777,size=%d", pages*page)); err != nil {
					t.Fatal(err)
				}
				o := run(t, u.netrig(t.Context(), dir, "run", "--run-dir", "disk/kept", "passing.yaml"))
				again := run(t, u.netrig(t.Context(), dir, "verify", "disk/kept"))
				if err := unix.Unmount(disk, 0); err != nil {
					t.Fatal(err)
				}
				if o.code == exitPassed {
					if again.code != exitPassed {
						t.Errorf("%d pages: it passed, but verify: %s", pages, again)
					}
					break
				}
				errored++
				if said := o.stdout + o.stderr; o.code != exitErrored || !strings.Contains(said, "no space left on device") || !strings.Contains(said, "disk/kept") {
					t.Errorf("%d pages: %s", pages, o)
				}
			}
			if errored < 4 {
				t.Errorf("only %d disks were too small; the test does not reach what it is about", errored)
			}
		})
	}
}

// TestMissingRights runs where the kernel allows no namespaces: netrig and
// its doctor say so, and what to do about it.
func TestMissingRights(t *testing.T) {
	if !inMachine(t) {
		return
	}
	for _, u := range users() {
		kinds := []string{"net"}
		if u.id > 0 {
			kinds = append(kinds, "user")
		}
		for _, kind := range kinds {
			t.Run(kind+"/"+u.name, func(t *testing.T) {
				dir := u.folder(t)
				u.write(t, dir, suites)
				limit(t, kind, 0)
				defer limit(t, kind, 1<<16)
				why := "max_" + kind + "_namespaces is 0 here"
				cure := "sysctl -w user.max_" + kind + "_namespaces="
				o := run(t, u.netrig(t.Context(), dir, "run", "passing.yaml"))
				if o.code != exitErrored || o.stdout != "" || !strings.Contains(o.stderr, why) || !strings.Contains(o.stderr, cure) {
					t.Errorf("run: %s", o)
				}
				o = run(t, u.netrig(t.Context(), dir, "doctor"))
				if o.code != exitErrored || !strings.Contains(o.stdout, "MISSING") || !strings.Contains(o.stdout, why) || !strings.Contains(o.stdout, cure) {
					t.Errorf("doctor: %s", o)
				}
				for _, args := range []string{"lint passing.yaml", "run -n passing.yaml", "graph passing.yaml"} {
					if o := run(t, u.netrig(t.Context(), dir, strings.Fields(args)...)); o.code != exitPassed {
						t.Errorf("%s needs no rights: %s", args, o)
					}
				}
			})
		}
	}
}
