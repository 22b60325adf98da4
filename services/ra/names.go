package ra

import (
	"fmt"
	"net/netip"
	"slices"
	"time"

	"github.com/mdlayher/ndp"
)

// Names is what an advertisement tells hosts about name servers (RFC 8106).
type Names struct {
	DNS      []netip.Addr
	Domain   []string
	Lifetime time.Duration // 0: they are not to be used any more
}

// advertisementHeader is the length of an advertisement before its options (RFC
// 4861, Section 4.2).
const advertisementHeader = 16

// ParseNames reads the options of an advertisement, as the kernel hands them to
// programs, and returns what they tell of name servers, one value an option.
func ParseNames(options []byte) ([]Names, error) {
	m, err := ndp.ParseMessage(append([]byte{134, advertisementHeader - 1: 0}, options...))
	if err != nil {
		return nil, fmt.Errorf("ra: %w", err)
	}
	var all []Names
	advertised, _ := m.(*ndp.RouterAdvertisement)
	for _, o := range advertised.Options {
		switch o := o.(type) {
		case *ndp.RecursiveDNSServer:
			all = append(all, Names{DNS: slices.Clone(o.Servers), Lifetime: o.Lifetime})
		case *ndp.DNSSearchList:
			all = append(all, Names{Domain: slices.Clone(o.DomainNames), Lifetime: o.Lifetime})
		}
	}
	return all, nil
}
