package dns

import (
	"net/netip"
	"time"
)

// Answer is what the client got for one question.
type Answer struct {
	Name     string        // fully qualified
	Type     string        // A, AAAA, NS ...
	Server   netip.Addr    // the name server that answered
	Network  string        // udp or tcp, as the final answer came
	Rcode    string        // NOERROR, NXDOMAIN, SERVFAIL ... (RFC 1035, Section 4.1.1)
	Records  []string      // the answer section, master-file format, in order
	Values   []string      // the data of the records of the asked type
	Addrs    []netip.Addr  // of A and AAAA records
	Duration time.Duration // from the first attempt to the answer
}
