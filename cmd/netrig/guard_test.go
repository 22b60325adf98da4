package main

import (
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vishvananda/netlink"
	"golang.org/x/sys/unix"
)

// TestLeftoversAreSeen plants what a run must not leave, a thing at a time,
// and looks whether the tests of this package would notice.
func TestLeftoversAreSeen(t *testing.T) {
	if !inMachine(t) {
		return
	}
	root := users()[0]
	dir := root.folder(t)
	before := look(t)
	traces := facts{}.traces(t)

	// A process that holds a network namespace of its own.
	c := exec.CommandContext(t.Context(), "sleep", "600")
	c.SysProcAttr = &syscall.SysProcAttr{Cloneflags: unix.CLONE_NEWNET, Pdeathsig: syscall.SIGKILL}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	if len(processes(t)) != 1 || cmp.Equal(traces, facts{}.traces(t)) {
		t.Error("a process is not seen")
	}
	namespace, err := os.Open(fmt.Sprintf("/proc/%d/ns/net", c.Process.Pid))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	finish(t, c)
	// Its namespace, which nothing but a descriptor holds.
	if len(processes(t)) != 0 || freeOfNamespaces(t, root) {
		t.Error("a namespace is not seen")
	}
	if err := namespace.Close(); err != nil {
		t.Error(err)
	}
	deserted(t, root)

	plants := []struct {
		name       string
		plant, dig func() error
	}{
		{"a file", func() error { return os.WriteFile(dir+"/left", nil, 0o600) }, func() error { return os.Remove(dir + "/left") }},
		{"a named namespace", func() error { return os.WriteFile("/run/netns/left", nil, 0o600) }, func() error { return os.Remove("/run/netns/left") }},
		{"a mount", func() error { return unix.Mount("tmpfs", dir, "tmpfs", 0, "") }, func() error { return unix.Unmount(dir, 0) }},
		{"a link", func() error {
			return netlink.LinkAdd(&netlink.Bridge{LinkAttrs: netlink.LinkAttrs{Name: "left"}})
		}, func() error {
			return netlink.LinkDel(&netlink.Bridge{LinkAttrs: netlink.LinkAttrs{Name: "left"}})
		}},
		{"a setting", func() error { return os.WriteFile("/proc/sys/net/ipv4/ip_forward", []byte("0"), 0o644) },
			func() error { return os.WriteFile("/proc/sys/net/ipv4/ip_forward", []byte("1"), 0o644) }},
	}
	for _, p := range plants {
		if err := p.plant(); err != nil {
			t.Errorf("%s: %v", p.name, err)
			continue
		}
		if cmp.Equal(before, look(t)) && cmp.Equal(traces, facts{}.traces(t)) {
			t.Errorf("%s is not seen", p.name)
		}
		if err := p.dig(); err != nil {
			t.Errorf("%s: %v", p.name, err)
		}
		if diff := cmp.Diff(before, look(t)) + cmp.Diff(traces, facts{}.traces(t)); diff != "" {
			t.Errorf("%s is gone, yet (-before +after)\n%s", p.name, diff)
		}
	}
}
