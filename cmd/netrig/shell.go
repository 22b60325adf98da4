package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/topology"
)

func shellCommand() *cobra.Command {
	var s shell
	c := &cobra.Command{
		Use:   "shell [flags] FILE|SUITE [NODE [COMMAND...]]",
		Short: "Boot a network, and try things in it by hand",
		Long: `Shell boots the network of a topology or a suite and gives you a shell on a node,
or runs one command there and ends by its exit code. The network is gone when
you leave it.

Without NODE it asks for one line after the other:

  NODE                              a shell on the node; leave it by exit
  NODE COMMAND...                   a command on the node
  link: {down: NODE:INTERFACE}      a step of the suite language, whichever
  nodes, help, exit

Programs are those of the machine. They have the node's network, resolv.conf,
hosts file, host name and process tree. Mistakes that lint finds are told, and
booted all the same.`,
		Example: `  netrig shell home.yaml
  netrig shell home.yaml laptop
  netrig shell -d seen home.yaml laptop curl -s http://www.example.com/
  netrig shell internet pc1 dig www.google.com`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return errors.New("shell takes a FILE or SUITE, and none is named")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error { return s.run(c, args) },
	}
	flags := c.Flags()
	flags.SetInterspersed(false) // what stands behind NODE is the command's
	flags.StringVarP(&s.dir, "run-dir", "d", "", "keep every frame, and what servers said, in this folder, which is made")
	flags.Uint64Var(&s.seed, "seed", 1, "what all chance in the network is drawn from")
	return c
}

// shell is a network that somebody tries things in.
type shell struct {
	dir  string
	seed uint64

	lab            *harness.Lab
	keys           *keyboard // nil: standard input is no terminal
	stdin          io.Reader
	stdout, stderr io.Writer
}

func (s *shell) run(c *cobra.Command, args []string) error {
	s.stdin, s.stdout, s.stderr = c.InOrStdin(), c.OutOrStdout(), c.ErrOrStderr()
	network, mistakes, err := oneNetwork(args[0])
	if err != nil {
		return usage(err)
	}
	if len(args) > 1 && network.Node(args[1]) == nil {
		return usage(fmt.Errorf("%s has no node %s (there are %s)", args[0], args[1], strings.Join(nodeNames(network), ", ")))
	}
	for _, l := range network.Links {
		if l.Wire == nil {
			l.Wire = &topology.Wire{} // so that it can be unplugged, and lose frames, at any moment
		}
	}
	harness.Isolate()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	for _, m := range mistakes {
		s.say("%v", m)
	}
	started := time.Now()
	s.lab, err = harness.Open(ctx, network, harness.LabOptions{Dir: s.dir, Seed: s.seed})
	if err != nil {
		return &exit{code: exitErrored, err: err}
	}
	if term.IsTerminal(int(os.Stdin.Fd())) {
		s.keys = readKeys()
	}
	var code int
	if len(args) > 1 {
		code, err = s.on(ctx, s.stdin, args[1], args[2:])
	} else {
		s.say("%s is up after %v: %s", network.Name, time.Since(started).Round(time.Millisecond), strings.Join(nodeNames(network), ", "))
		s.lines(ctx)
	}
	err = errors.Join(err, s.lab.Err(), s.lab.Close())
	switch {
	case err != nil:
		return &exit{code: exitErrored, err: err}
	case s.dir != "":
		s.say("every frame: wireshark %s/frames.pcapng", s.dir)
	}
	if code != 0 {
		return &exit{code: code}
	}
	return nil
}

// oneNetwork returns the only network of what is named, and what lint finds in it.
func oneNetwork(name string) (*topology.Topology, topology.Diagnostics, error) {
	sources, err := sourcesOf([]string{name})
	if err != nil {
		return nil, nil, err
	}
	var all []*topology.Topology
	var mistakes topology.Diagnostics
	for _, source := range sources {
		networks, err := source.Topologies()
		if err != nil {
			return nil, nil, err
		}
		for _, t := range networks {
			all, mistakes = append(all, t), append(mistakes, source.Shown(topology.Lint(t))...)
		}
	}
	if len(all) != 1 {
		var names []string
		for _, t := range all {
			names = append(names, t.Name)
		}
		return nil, nil, fmt.Errorf("%s has %d networks (%s): name the file of one", name, len(all), strings.Join(names, ", "))
	}
	return all[0], mistakes, nil
}

func nodeNames(t *topology.Topology) []string {
	names := make([]string, len(t.Nodes))
	for i, n := range t.Nodes {
		names[i] = n.Name
	}
	return names
}

func (s *shell) say(format string, args ...any) {
	_, _ = fmt.Fprintf(s.stderr, "netrig: "+format+"\n", args...)
}

// lines does what one line after the other says.
func (s *shell) lines(ctx context.Context) {
	lines := linesOf(ctx, s.stdin, s.keys)
	t := s.lab.Topology()
	for {
		if s.keys != nil {
			_, _ = fmt.Fprintf(s.stderr, "%s> ", t.Name)
		}
		line, more := lines()
		if !more {
			return
		}
		words := strings.Fields(line)
		switch {
		case len(words) == 0:
		case slices.Contains([]string{"exit", "quit"}, words[0]):
			return
		case words[0] == "help":
			s.say("NODE, NODE COMMAND..., a step such as ping: {from: %s, to: ADDRESS}, nodes, help or exit", t.Nodes[0].Name)
		case words[0] == "nodes":
			s.nodes()
		case t.Node(words[0]) != nil:
			var command []string
			if len(words) > 1 {
				command = []string{"sh", "-c", strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(line), words[0]))}
			}
			if code, err := s.on(ctx, nil, words[0], command); err != nil {
				s.say("%v", err)
			} else if code != 0 {
				s.say("exit code %d", code)
			}
		case !strings.Contains(line, ":"):
			s.say("no node %s (there are %s), and no step of the suite language", words[0], strings.Join(nodeNames(t), ", "))
		default:
			if err := s.lab.Do(ctx, line); err != nil {
				s.say("%v", err)
			}
		}
	}
}

// nodes lists the nodes with their addresses as they are now.
func (s *shell) nodes() {
	for _, n := range s.lab.Topology().Nodes {
		line := []string{fmt.Sprintf("%-12s %s", n.Name, n.Kind)}
		for _, i := range n.Interfaces {
			now, err := s.lab.Node(n.Name).Interface(i.Name)
			if err != nil || n.Bridges() {
				continue
			}
			words := []string{i.Name}
			for _, a := range now.Addresses {
				words = append(words, a.Prefix.String())
			}
			line = append(line, strings.Join(words, " "))
		}
		_, _ = fmt.Fprintln(s.stdout, strings.Join(line, "  "))
	}
}

// on runs a command on a node, or a shell where it is empty, and returns its exit code. Where
// there is no terminal it reads stdin.
func (s *shell) on(ctx context.Context, stdin io.Reader, node string, command []string) (int, error) {
	if len(command) == 0 {
		command = []string{"env", "PS1=" + node + "$ ", "sh"}
		if own := os.Getenv("SHELL"); own != "" {
			command[2] = own
		}
	}
	n := s.lab.Node(node)
	streams := harness.Streams{In: stdin, Out: s.stdout, Err: s.stderr}
	run := func() (int, error) {
		e, err := n.Run(ctx, streams, command[0], command[1:]...)
		if e.Exit < 0 && err == nil {
			return 128, nil // as a shell tells of a signal, whichever
		}
		return e.Exit, err
	}
	if s.keys == nil {
		return run()
	}
	screen, err := openScreen()
	if err != nil {
		return 0, err
	}
	streams = harness.Streams{Terminal: screen.program}
	return screen.show(s.keys, run)
}
