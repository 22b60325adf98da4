package dhcp4

import (
	"net"
	"net/netip"
	"strings"
	"testing"
	"time"
)

func TestConfigErrors(t *testing.T) {
	tests := []struct {
		want string
		edit func(*Config)
	}{
		{`address "invalid IP" is no IPv4 address`, func(c *Config) { c.Address = netip.Addr{} }},
		{"mac", func(c *Config) { c.MAC = net.HardwareAddr{1, 2, 3, 4, 5, 6} }},
		{"no subnet", func(c *Config) { c.Subnets = nil }},
		{"no IPv4 network", func(c *Config) { c.Subnets[0].Prefix = netip.Prefix{} }},
		{"overlap", func(c *Config) { c.Subnets = append(c.Subnets, c.Subnets[0]) }},
		{"one end only", func(c *Config) { c.Subnets[0].Last = netip.Addr{} }},
		{"backwards", func(c *Config) { c.Subnets[0].First = addr("192.168.1.200") }},
		{`"10.0.0.1" is not in 192.168.1.0/24`, func(c *Config) { c.Subnets[0].First = addr("10.0.0.1") }},
		{"broadcast address", func(c *Config) { c.Subnets[0].Last = addr("192.168.1.255") }},
		{"the server's own address", func(c *Config) { c.Subnets[0].First = serverAddr }},
		{"holds the server's own address", func(c *Config) { c.Address = addr("192.168.1.101") }},
		{"whole seconds", func(c *Config) { c.Subnets[0].LeaseTime = time.Millisecond }},
		{"rising order", func(c *Config) { c.Subnets[0].T1 = 11 * time.Hour }},
		{"at most 63", func(c *Config) { c.Subnets[0].DNS = make([]netip.Addr, 64) }},
		{"no IPv4 address", func(c *Config) { c.Subnets[0].Routers = []netip.Addr{addr("::1")} }},
		{"at most 255 fit", func(c *Config) { c.Subnets[0].Domain = strings.Repeat("a", 256) }},
		{"option 51 is set by the server itself", func(c *Config) { c.Subnets[0].Options = map[uint8][]byte{51: nil} }},
		{"reserved twice", func(c *Config) {
			c.Subnets[0].Reservations = append(c.Subnets[0].Reservations, c.Subnets[0].Reservations[0])
		}},
		{"negative", func(c *Config) { c.OfferTime = -1 }},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			c := homeConfig()
			tt.edit(&c)
			_, err := New(&wire{}, &wire{}, c)
			if err == nil || !strings.Contains(err.Error(), tt.want) || !strings.HasPrefix(err.Error(), "dhcp4: ") {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}

func TestClientConfigErrors(t *testing.T) {
	tests := []struct {
		want string
		edit func(*ClientConfig)
	}{
		{"no Ethernet address", func(c *ClientConfig) { c.MAC = nil }},
		{"at most 255", func(c *ClientConfig) { c.Hostname = strings.Repeat("a", 256) }},
		{"one octet", func(c *ClientConfig) { c.ClientID = []byte{1} }},
		{"no IPv4", func(c *ClientConfig) { c.RequestAddress = addr("::1") }},
		{"whole seconds", func(c *ClientConfig) { c.RequestTime = time.Millisecond }},
		{"negative", func(c *ClientConfig) { c.RetryFirst = -1 }},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) {
			c := ClientConfig{MAC: clientMAC[:]}
			tt.edit(&c)
			if _, err := NewClient(new(segment).attach(clientMAC), c); err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("error %v, want %q", err, tt.want)
			}
		})
	}
}
