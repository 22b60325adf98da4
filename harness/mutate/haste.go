package mutate

import (
	"time"

	"github.com/netrig/netrig/harness/suite"
)

// What a broken network keeps from happening is waited for again and again.
// So what is waited for as long as it is unless declared is waited for so
// long at most. Times that the suite gives stay as they are.
const (
	answered = time.Second            // an answer, octets, a lease
	probed   = 200 * time.Millisecond // the answer to a probe of a path, of which there are many
	opened   = 4 * time.Second        // a connection: its SYN is repeated after 1 s and 3 s
	awaited  = 3 * time.Second        // what a wait step waits for
	settled  = 500 * time.Millisecond // an assertion
)

// The times that hold unless declared, as docs/suite.md has them.
const (
	defaultPath = time.Second
	defaultPing = 2 * time.Second
	defaultDNS  = 5 * time.Second
	defaultWait = 5 * time.Second
	defaultLong = 10 * time.Second // of every other step
)

// hasten shortens the waits of a case, in place.
func hasten(c *suite.Case) {
	for s := range c.AllSteps() {
		switch {
		case s.Ping != nil:
			shorten(&s.Ping.Timeout, defaultPing, answered)
		case s.Path != nil:
			shorten(&s.Path.Timeout, defaultPath, probed)
		case s.DNS != nil:
			shorten(&s.DNS.Timeout, defaultDNS, answered)
		case s.HTTP != nil:
			shorten(&s.HTTP.Timeout, defaultLong, answered)
		case s.DHCP != nil:
			shorten(&s.DHCP.Timeout, defaultLong, answered)
		case s.Accept != nil:
			shorten(&s.Accept.Timeout, defaultLong, answered)
		case s.Recv != nil:
			shorten(&s.Recv.Timeout, defaultLong, answered)
		case s.Connect != nil:
			shorten(&s.Connect.Timeout, defaultLong, opened)
		case s.Connected != nil:
			shorten(&s.Connected.Timeout, defaultLong, opened)
		case s.Wait != nil:
			shorten(&s.Wait.Timeout, defaultWait, awaited)
		}
	}
	for _, a := range c.Assertions {
		switch {
		case a.Ping != nil:
			shorten(&a.Ping.Timeout, defaultPing, answered)
		case a.Path != nil:
			shorten(&a.Path.Timeout, defaultPath, probed)
		case a.DNS != nil:
			shorten(&a.DNS.Timeout, defaultDNS, answered)
		case a.HTTP != nil:
			shorten(&a.HTTP.Request.Timeout, defaultLong, answered)
		}
		// The answer of a step is there or not: there is nothing to wait for.
		if a.Eventually == nil && a.AlwaysFor == nil && a.NeverFor == nil && a.Of() == "" {
			window := settled
			a.Eventually = &window
		}
	}
}

// shorten shortens a time that is what it is unless declared.
func shorten(d *time.Duration, unless, to time.Duration) {
	if *d == unless {
		*d = to
	}
}
