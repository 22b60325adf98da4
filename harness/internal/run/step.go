package run

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"syscall"
	"time"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/internal/expect"
	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/state"
	"github.com/netrig/netrig/harness/suite"
)

// steps runs the steps of the case in order, up to the first that did not
// go as the suite wants it.
func (r *runner) steps(ctx context.Context) {
	for _, s := range r.c.Steps {
		if ctx.Err() != nil {
			return
		}
		r.report(s.String())
		if !r.step(ctx, s) {
			return
		}
	}
}

// step runs one step, or several at once, and reports whether all went as
// wanted.
func (r *runner) step(ctx context.Context, s *suite.Step) bool {
	started := time.Now()
	var failed string
	var err error
	if len(s.Parallel) > 0 {
		failed, err = r.parallel(ctx, s.Parallel)
	} else {
		failed, err = r.do(ctx, s)
	}
	done := evidence.Step{Index: s.Index, Text: s.String(), Started: started.UTC(), Took: time.Since(started), Failed: failed}
	if err != nil {
		done.Error = err.Error()
	}
	r.mu.Lock()
	r.manifest.Steps = append(r.manifest.Steps, done)
	r.mu.Unlock()
	ok, _ := s.Wanted(failed)
	return ok && err == nil
}

// parallel runs steps at once and waits for all of them.
func (r *runner) parallel(ctx context.Context, steps []*suite.Step) (failed string, err error) {
	stop, err := r.follow(ctx, steps)
	if err != nil {
		return "", err
	}
	defer stop()
	var wg sync.WaitGroup
	wanted := make([]bool, len(steps))
	for i, s := range steps {
		wg.Go(func() { wanted[i] = r.step(ctx, s) })
	}
	wg.Wait()
	for i, ok := range wanted {
		if !ok {
			return "not as wanted: " + steps[i].String(), nil
		}
	}
	return "", nil
}

// do runs one step. failed is why the network did not let it happen, err
// why the harness could not try.
func (r *runner) do(ctx context.Context, s *suite.Step) (failed string, err error) {
	failed, err = r.act(ctx, s)
	if failed != "" || s.Close != nil || s.Reset != nil || s.HTTP != nil || s.DNS != nil {
		netns.Forked() // what the step closed is closed before the next one
	}
	return failed, err
}

// act does what do says, but for what is closed a little later.
func (r *runner) act(ctx context.Context, s *suite.Step) (failed string, err error) {
	switch {
	case s.DHCP != nil:
		return r.dhcp(ctx, s.DHCP)
	case s.DHCP6 != nil:
		return r.dhcp6(ctx, s.DHCP6)
	case s.Wait != nil:
		return r.wait(ctx, s)
	case s.Fault != nil:
		return r.fault(ctx, s.Fault)
	case s.Link != nil:
		return "", r.link(s.Link)
	case s.Frame != nil:
		return r.frame(s.Frame)
	case s.Changes():
		return r.change(ctx, s)
	case s.Sockets():
		return r.socketStep(ctx, s)
	}
	answer, err := r.answer(ctx, question{Ping: s.Ping, Path: s.Path, DNS: s.DNS, HTTP: s.HTTP, Exec: s.Exec})
	o := evidence.Observation{Time: time.Now().UTC(), Assertion: -1, Step: s.Index, Answer: answer}
	if err != nil {
		o.Error = err.Error()
	}
	r.recording.Observe(o)
	if err != nil {
		return "", err
	}
	return failure(s, answer), nil
}

// failure is why an answer is none for a step; empty where it is one.
func failure(s *suite.Step, a *state.Answer) string {
	if a.Error != "" {
		return a.Error
	}
	switch {
	case a.Ping != nil && a.Ping.Received < a.Ping.Sent:
		text := fmt.Sprintf("%d of %d echo requests got no reply", a.Ping.Sent-a.Ping.Received, a.Ping.Sent)
		if n := len(a.Ping.Errors); n > 0 {
			e := a.Ping.Errors[n-1]
			text += fmt.Sprintf("; %s says: %s", e.From, icmpText(e))
		}
		return text
	case a.Path != nil && !a.Path.Reached:
		return unreached(a.Path)
	case a.Exec != nil && a.Exec.Signal != "":
		return "the program was ended by " + a.Exec.Signal
	case a.Exec != nil && !s.Exec.Exit.Any && a.Exec.Exit != s.Exec.Exit.Code:
		return fmt.Sprintf("exit status %d, not %d%s", a.Exec.Exit, s.Exec.Exit.Code, quoted(a.Exec.Stderr))
	}
	return ""
}

// unreached says where a path ends that does not get there.
func unreached(p *state.Path) string {
	last := "nobody"
	for _, h := range p.Hops {
		if h.Addr.IsValid() {
			last = h.Addr.String()
		}
	}
	text := fmt.Sprintf("%s is not reached: after %d hops the last to answer is %s", p.To, len(p.Hops), last)
	if n := len(p.Hops); n > 0 && p.Hops[n-1].Type != 0 {
		h := p.Hops[n-1]
		text += ", who says: " + icmpText(state.ICMPError{From: h.Addr, Type: h.Type, Code: h.Code})
	}
	return text
}

// icmpText names an ICMP error (RFC 792, RFC 4443).
func icmpText(e state.ICMPError) string {
	type kind struct {
		v6        bool
		typ, code int
	}
	names := map[kind]string{
		{false, 3, 0}: "network unreachable", {false, 3, 1}: "host unreachable", {false, 3, 2}: "protocol unreachable",
		{false, 3, 3}: "port unreachable", {false, 3, 4}: "fragmentation needed", {false, 3, 13}: "prohibited",
		{false, 11, 0}: "time to live exceeded", {false, 11, 1}: "reassembly time exceeded",
		{true, 1, 0}: "no route", {true, 1, 1}: "prohibited", {true, 1, 3}: "address unreachable", {true, 1, 4}: "port unreachable",
		{true, 2, 0}: "packet too big", {true, 3, 0}: "hop limit exceeded",
	}
	text := fmt.Sprintf("ICMP type %d code %d", e.Type, e.Code)
	if name := names[kind{e.From.Is6(), e.Type, e.Code}]; name != "" {
		text = name + " (" + text + ")"
	}
	return text
}

// quoted appends the end of what a program said, on one line.
func quoted(text string) string {
	const most = 200
	if text == "" {
		return ""
	}
	if len(text) > most {
		text = text[len(text)-most:]
	}
	return fmt.Sprintf(": %q", text)
}

// dhcp makes a DHCP client act.
func (r *runner) dhcp(whole context.Context, d *suite.DHCP) (failed string, err error) {
	ctx, cancel := context.WithTimeout(whole, d.Timeout)
	defer cancel()
	client, err := r.lab.Node(d.Node).DHCP(d.Interface)
	if err != nil {
		return "", err
	}
	switch d.Do {
	case suite.Discover:
		_, err = client.Discover(ctx)
	case suite.Renew:
		_, err = client.Renew(ctx)
	case suite.Release:
		err = client.Release(ctx)
	default:
		return "", fmt.Errorf("a DHCP client cannot %q", d.Do)
	}
	if err != nil && ownTrouble(whole, err) {
		return "", err
	}
	if err != nil {
		return err.Error(), nil
	}
	return "", nil
}

// dhcp6 makes a DHCPv6 client act.
func (r *runner) dhcp6(whole context.Context, d *suite.DHCP6) (failed string, err error) {
	ctx, cancel := context.WithTimeout(whole, d.Timeout)
	defer cancel()
	client, err := r.lab.Node(d.Node).DHCP6(d.Interface)
	if err != nil {
		return "", err
	}
	switch d.Do {
	case suite.Solicit:
		_, err = client.Solicit(ctx)
	case suite.Renew6:
		_, err = client.Renew(ctx)
	case suite.Rebind:
		_, err = client.Rebind(ctx)
	case suite.Confirm:
		_, err = client.Confirm(ctx)
	case suite.Inform:
		_, err = client.Inform(ctx)
	case suite.Release6:
		err = client.Release(ctx)
	default:
		return "", fmt.Errorf("a DHCPv6 client cannot %q", d.Do)
	}
	if err != nil && ownTrouble(whole, err) {
		return "", err
	}
	if err != nil {
		return err.Error(), nil
	}
	return "", nil
}

// frame sends a frame from an interface, whose address may be one that a DHCP server
// gave it.
func (r *runner) frame(s *suite.FrameStep) (failed string, err error) {
	node := r.lab.Node(s.Node)
	from := suite.Origin(node.Spec.Interface(s.Interface))
	if client, err := node.DHCP(s.Interface); err == nil && !from.IPv4.IsValid() {
		from.IPv4 = client.Lease().Address.Addr()
	}
	frame, err := s.Frame(from)
	if err != nil {
		return "", err
	}
	err = node.SendFrame(s.Interface, frame, s.Count)
	if errno := syscall.Errno(0); errors.As(err, &errno) && refusedByNetwork(errno) {
		return errno.Error(), nil
	}
	return "", err
}

// wait lasts until an assertion passes.
func (r *runner) wait(ctx context.Context, s *suite.Step) (failed string, err error) {
	a := s.Wait.For
	judge := func() suite.Verdict { return expect.Wait(r.c, s, r.live()).Verdict }
	record := func(o evidence.Observation) {
		o.Assertion, o.Step = -1, s.Index
		r.recording.Observe(o)
	}
	r.until(ctx, a, time.Now().Add(s.Wait.Timeout), judge, record)
	result := expect.Wait(r.c, s, r.live())
	switch result.Verdict {
	case suite.Passed:
		return "", nil
	case suite.Errored:
		return "", errors.New(result.Reason)
	default:
	}
	return fmt.Sprintf("not within %s: %s", s.Wait.Timeout, result.Reason), nil
}
