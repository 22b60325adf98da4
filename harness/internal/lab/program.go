package lab

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/netip"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/netrig/netrig/harness/internal/observe"
	"github.com/netrig/netrig/harness/internal/plan"
	"github.com/netrig/netrig/harness/internal/process"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/topology"
)

// program starts a program of a node that runs until it is stopped, and waits
// until it listens, where it says on what.
func (l *Lab) program(ctx context.Context, n *Node, s *running, op plan.Program) error { //nolint:contextcheck // a program outlives the context of its start
	who := n.Name + ": " + op.Spec.Command[0]
	wanted, err := parseReady(op.Spec.Ready)
	if err != nil {
		return at(fmt.Errorf("%s: %w", who, err), op.Spec.Pos)
	}
	log := n.logger("exec").With("program", op.Spec.Command[0])
	stdout, stderr := &lines{log: log, event: "stdout"}, &lines{log: log, event: "stderr"}
	running, stop := context.WithCancel(l.running)
	p, err := n.Command(running, process.Spec{ //nolint:contextcheck // a program outlives the context of its start
		Args: op.Spec.Command, Env: n.environ(op.Spec), Dir: l.workingDir(op.Spec.Dir), Stdout: stdout, Stderr: stderr,
	})
	if err != nil {
		stop()
		return at(fmt.Errorf("%s: %w", n.Name, err), op.Spec.Pos)
	}
	log.Info("start", "command", op.Spec.Command)
	var watch sync.WaitGroup
	s.stop = func(ctx context.Context) error {
		stop()
		select {
		case <-p.Done():
		case <-ctx.Done():
			p.Kill()
			return fmt.Errorf("%s does not end; killed", who)
		}
		watch.Wait()
		stdout.flush()
		stderr.flush()
		result, _ := p.Wait() // the error says only that it was stopped
		log.Info("exit", "exit", result.Exit, "signal", result.Signal)
		return nil
	}
	if op.Spec.Ready == "" {
		return nil
	}
	waiting, cancel := context.WithTimeout(ctx, l.options.Patience)
	defer cancel()
	if err := n.listens(waiting, p, wanted, who); err != nil {
		return at(err, op.Spec.Pos)
	}
	watch.Go(func() { // ends with the program
		<-p.Done()
		if running.Err() == nil {
			result, _ := p.Wait() // nobody stopped it, so there is no error
			l.fault(n, "exec", fmt.Errorf("%s, a server, ended by itself (exit %d %s): %s", op.Spec.Command[0], result.Exit, result.Signal, lastLine(result)))
		}
	})
	return nil
}

// environ is the environment of a program: that of the node's, and what the
// topology declares.
func (n *Node) environ(spec *topology.Program) []string {
	if len(spec.Env) == 0 {
		return nil
	}
	env := n.Environ()
	for k, v := range spec.Env {
		env = append(env, k+"="+v)
	}
	slices.Sort(env[len(env)-len(spec.Env):])
	return env
}

// workingDir is the folder a program starts in: beside the topology file.
func (l *Lab) workingDir(dir string) string {
	switch {
	case dir == "" || filepath.IsAbs(dir):
		return dir
	case l.options.Root != "":
		return filepath.Join(l.options.Root, l.topology.Dir, dir)
	}
	return filepath.Join(filepath.Dir(l.topology.File), dir)
}

// ready is a socket that a program is to listen on.
type ready struct {
	network string // tcp or udp
	addr    netip.Addr
	port    uint16
}

// parseReady reads network/host:port; nothing stands for nothing.
func parseReady(s string) (ready, error) {
	if s == "" {
		return ready{}, nil
	}
	network, address, _ := strings.Cut(s, "/")
	host, port, err := net.SplitHostPort(address)
	number, portErr := strconv.ParseUint(port, 10, 16)
	if err = errors.Join(err, portErr); err != nil || network != "tcp" && network != "udp" {
		return ready{}, fmt.Errorf("ready: %q is no socket (write it as tcp/:8080 or udp/10.0.0.1:53)", s)
	}
	r := ready{network: network, port: uint16(number)}
	if host != "" {
		if r.addr, err = netip.ParseAddr(host); err != nil {
			return ready{}, fmt.Errorf("ready: %q: the host has to be an address", s)
		}
	}
	return r, nil
}

// is reports whether a socket is the one.
func (r ready) is(s state.Socket) bool {
	if strings.TrimSuffix(s.Network, "6") != r.network || s.Local.Port() != r.port {
		return false
	}
	if r.network == "tcp" && s.State != "LISTEN" {
		return false
	}
	local := s.Local.Addr().Unmap()
	return !r.addr.IsValid() || local == r.addr || local.IsUnspecified()
}

// pollEvery is the pause between two looks at the sockets of a node, of
// which the kernel sends no notifications.
const pollEvery = 5 * time.Millisecond

// listens waits until the program listens, ends, or ctx does.
func (n *Node) listens(ctx context.Context, p *process.Process, wanted ready, who string) error {
	tick := time.NewTicker(pollEvery)
	defer tick.Stop()
	for {
		s, err := observe.Snapshot(n.ns, n.Name, observe.Sockets)
		if err != nil {
			return err
		}
		if slices.ContainsFunc(s.Sockets, wanted.is) {
			return nil
		}
		select {
		case <-tick.C:
		case <-p.Done():
			result, _ := p.Wait() // nobody stopped it, so there is no error
			return fmt.Errorf("%s ended (exit %d %s) before it listened on %s port %d: %s",
				who, result.Exit, result.Signal, wanted.network, wanted.port, lastLine(result))
		case <-ctx.Done():
			return fmt.Errorf("%s does not listen on %s port %d: %w", who, wanted.network, wanted.port, ctx.Err())
		}
	}
}

// lastLine is the last thing a program said.
func lastLine(result state.Exec) string {
	text := strings.TrimSpace(result.Stderr)
	if text == "" {
		text = strings.TrimSpace(result.Stdout)
	}
	return text[strings.LastIndexByte(text, '\n')+1:]
}

// maxLine bounds a line of output as an event, in octets. A longer one
// becomes several.
const maxLine = 4096

// lines turns what a program writes into events, one a line.
type lines struct {
	log   *slog.Logger
	event string

	mu   sync.Mutex
	rest []byte
}

// Write implements io.Writer.
func (l *lines) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.rest = append(l.rest, b...)
	for {
		end := bytes.IndexByte(l.rest, '\n')
		next := end + 1
		if end < 0 {
			if len(l.rest) < maxLine {
				return len(b), nil
			}
			end, next = maxLine, maxLine
		}
		l.log.Info(l.event, "line", string(l.rest[:end]))
		l.rest = append(l.rest[:0], l.rest[next:]...)
	}
}

// flush reports a last line without an end.
func (l *lines) flush() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.rest) > 0 {
		l.log.Info(l.event, "line", string(l.rest))
		l.rest = nil
	}
}
