package main

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

const home = `
name: home
nodes:
  pc: {interfaces: {eth0: dhcp}}
  nas: {interfaces: {eth0: 10.0.0.9/24}}
  sw: {kind: switch}
  gw:
    interfaces: {eth0: 10.0.0.1/24}
    services:
      dhcp: {range: 10.0.0.100-10.0.0.100, dns: 10.0.0.1}
links: [pc -- sw, nas -- sw, gw -- sw]
`

// TestShell tries things in a network, from a file and from the command line.
func TestShell(t *testing.T) {
	for _, u := range users() {
		t.Run(u.name, func(t *testing.T) {
			dir := u.folder(t)
			u.write(t, dir, map[string]string{
				"home.yaml": home,
				"off.yaml":  strings.Replace(home, "10.0.0.9/24", "10.0.0.9/25", 1),
				"two.yaml":  "suite: two\ncases:\n" + twice,
			})
			for _, tt := range []struct {
				name, stdin string
				args        []string
				code        int
				out, err    string // patterns of what is to be there, "" for any
			}{
				{"one command, its exit code, and the files of the node", "", []string{"home.yaml", "pc", "sh", "-c", "hostname; cat /etc/resolv.conf; exit 7"}, 7, "pc\nnameserver 10.0.0.1", ""},
				{"a command reads standard input", "hello", []string{"home.yaml", "pc", "cat"}, 0, "hello", ""},
				{"flags behind the node are the command's", "", []string{"home.yaml", "pc", "ping", "-c", "1", "-W", "1", "nas"}, 0, "1 received", ""},
				{"a signal", "", []string{"home.yaml", "pc", "sh", "-c", "kill -9 $$"}, 128, "", ""},
				{"no such program", "", []string{"home.yaml", "pc", "no-such-program"}, exitErrored, "", `pc: .*"no-such-program": executable file not found`},
				{"no such node", "", []string{"home.yaml", "tv"}, exitUsage, "", "home.yaml has no node tv .there are pc, nas, sw, gw"},
				{"no network named", "", nil, exitUsage, "", "none is named"},
				{"no such file", "", []string{"nosuch.yaml"}, exitUsage, "", "no file, folder or suite nosuch.yaml"},
				{"several networks", "", []string{"two.yaml"}, exitUsage, "", "two.yaml has 2 networks"},
				{
					"line after line, which commands do not read", "nodes\npc cat\n\npc hostname; exit 3\ntv\nlink: {down: nas -- sw}\nping: {from: pc, to: nas, timeout: 100ms}\nping: {form: pc}\nhelp\nexit\npc echo unreached\n",
					[]string{"home.yaml"}, 0,
					"pc +host  eth0 10.0.0.100/24\nnas +host  eth0 10.0.0.9/24\nsw +switch\n(.|\n)*\npc\n$",
					"home is up after (.|\n)*exit code 3\n(.|\n)*no node tv (.|\n)*got no reply\n(.|\n)*did you mean from(.|\n)*NODE COMMAND",
				},
				{"mistakes are told, and booted", "pc true", []string{"off.yaml"}, 0, "", "^netrig: off.yaml:8:.*overlaps(.|\n)*is up after"},
			} {
				t.Run(tt.name, func(t *testing.T) {
					c := u.netrig(t.Context(), dir, append([]string{"shell"}, tt.args...)...)
					c.Stdin = strings.NewReader(tt.stdin)
					r := run(t, c)
					if r.code != tt.code {
						t.Errorf("exit code %d, want %d", r.code, tt.code)
					}
					if err := errors.Join(matches(r.stdout, tt.out, true), matches(r.stderr, tt.err, true)); err != nil {
						t.Error(err)
					}
				})
			}
			t.Run("every frame is kept", func(t *testing.T) {
				if r := run(t, u.netrig(t.Context(), dir, "shell", "-d", "seen", "home.yaml", "pc", "ping", "-c", "1", "nas")); r.code != 0 || !strings.Contains(r.stderr, "seen/frames.pcapng") {
					t.Error(r)
				}
				if r := run(t, u.netrig(t.Context(), dir, "read", "-Y", "icmp.type == 0", "seen/frames.pcapng")); !strings.Contains(r.stdout, "10.0.0.9") {
					t.Error(r)
				}
			})
		})
	}
}

const twice = `
  - name: a
    topology: {name: one, nodes: {a: {interfaces: {eth0: 10.0.0.1/24}}, b: {interfaces: {eth0: 10.0.0.2/24}}}, links: [a -- b]}
    assert: [{address: {node: a, address: 10.0.0.1}}]
  - name: b
    topology: {name: other, nodes: {a: {interfaces: {eth0: 10.0.0.1/24}}, b: {interfaces: {eth0: 10.0.0.2/24}}}, links: [a -- b]}
    assert: [{address: {node: a, address: 10.0.0.1}}]
`

// TestShellOnATerminal is a person who opens a shell on one node after the other. Keys are the
// program's while it runs: control-C ends it, and not the network.
func TestShellOnATerminal(t *testing.T) {
	for _, u := range users() {
		t.Run(u.name, func(t *testing.T) {
			dir := u.folder(t)
			u.write(t, dir, map[string]string{"home.yaml": home})
			x := openTerminal(t)
			c := u.netrig(t.Context(), dir, "shell", "home.yaml")
			c.Env = append(c.Env, "SHELL=/bin/sh", "TERM=xterm")
			x.start(t, c)
			press := func(keys, see string) {
				t.Helper()
				if _, err := x.master.WriteString(keys); err != nil {
					t.Error(err)
				}
				x.see(t, see)
			}
			x.see(t, `home> $`)
			press("pc\n", `pc\$ $`)
			press("stty size; tty -s && hostname\n", `24 60\r\npc\r\npc\$ $`)
			press("sh -c 'echo up; exec sleep 600'\n", `\nup\r\n$`)
			press("\x03", `pc\$ $`)
			press("echo code $?\n", `code 130\r\npc\$ $`)
			if err := unix.IoctlSetWinsize(int(x.master.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Row: 30, Col: 90}); err != nil {
				t.Error(err)
			}
			press("while [ \"$(stty size)\" != '30 90' ]; do :; done; echo grown\n", `\ngrown\r\npc\$ $`)
			press("exit 4\n", `exit code 4\r\nhome> $`)
			press("nas hostname\n", `\nnas\r\nhome> $`)
			press("nas\n", `nas\$ $`)
			press("\x04", `nas\$ (.|\n)*home> $`)
			if _, err := x.master.Write([]byte{4}); err != nil {
				t.Error(err)
			}
			finish(t, c)
			if shown := x.all(); c.ProcessState.ExitCode() != 0 {
				t.Errorf("exit code %d\n%.2000q", c.ProcessState.ExitCode(), shown)
			}
		})
	}
}
