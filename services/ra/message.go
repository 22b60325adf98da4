package ra

import (
	"fmt"
	"time"

	"github.com/mdlayher/ndp"
)

// code is the preference as ndp packs it.
func (p Preference) code() (ndp.Preference, error) {
	switch p {
	case "", Medium:
		return ndp.Medium, nil
	case Low:
		return ndp.Low, nil
	case High:
		return ndp.High, nil
	}
	return 0, fmt.Errorf("%w, not %q", errPreference, string(p))
}

// advertisement packs what the server says, as from a router of that lifetime.
// The checksum is the socket's to fill in (RFC 3542, Section 3.1).
func (c *Config) advertisement(lifetime time.Duration) ([]byte, error) {
	preference, err := c.Preference.code()
	if err != nil {
		return nil, err
	}
	if lifetime == 0 {
		preference = ndp.Medium // of no meaning then (RFC 4191, Section 2.2)
	}
	m := &ndp.RouterAdvertisement{
		CurrentHopLimit: c.HopLimit, ManagedConfiguration: c.Managed, OtherConfiguration: c.Other,
		RouterSelectionPreference: preference, RouterLifetime: lifetime,
		ReachableTime: c.ReachableTime, RetransmitTimer: c.RetransTimer,
	}
	if c.MAC != nil {
		m.Options = append(m.Options, &ndp.LinkLayerAddress{Direction: ndp.Source, Addr: c.MAC})
	}
	if c.MTU != 0 {
		m.Options = append(m.Options, ndp.NewMTU(uint32(c.MTU)))
	}
	for _, p := range c.Prefixes {
		m.Options = append(m.Options, &ndp.PrefixInformation{
			PrefixLength: uint8(p.Prefix.Bits()), OnLink: p.OnLink, AutonomousAddressConfiguration: p.Autonomous,
			ValidLifetime: p.Valid, PreferredLifetime: p.Preferred, Prefix: p.Prefix.Addr(),
		})
	}
	for _, r := range c.Routes {
		preference, err := r.Preference.code()
		if err != nil {
			return nil, err
		}
		m.Options = append(m.Options, &ndp.RouteInformation{
			PrefixLength: uint8(r.Prefix.Bits()), Preference: preference, RouteLifetime: r.Lifetime, Prefix: r.Prefix.Addr(),
		})
	}
	if len(c.DNS) > 0 {
		m.Options = append(m.Options, &ndp.RecursiveDNSServer{Lifetime: c.DNSLifetime, Servers: c.DNS})
	}
	if len(c.Domain) > 0 {
		m.Options = append(m.Options, &ndp.DNSSearchList{Lifetime: c.DNSLifetime, DomainNames: c.Domain})
	}
	return ndp.MarshalMessage(m)
}
