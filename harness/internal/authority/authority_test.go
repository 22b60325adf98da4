package authority_test

import (
	"crypto/x509"
	"strings"
	"testing"
	"time"

	"github.com/netrig/netrig/harness/internal/authority"
	"github.com/netrig/netrig/topology"
)

func TestIssue(t *testing.T) {
	now := time.Date(2026, 1, 2, 3, 4, 5, 6, time.UTC)
	a, err := authority.New(now)
	if err != nil {
		t.Fatal(err)
	}
	names := []string{"www.example.com", "*.abc.com", "10.0.0.1", "2001:db8::1"}
	tests := []struct {
		name     string
		request  authority.Request
		asked    string
		issuer   string
		complain string
	}{
		{"a name", authority.Request{Names: names}, "www.example.com", authority.Name, ""},
		{"any name", authority.Request{Names: names}, "x.abc.com", authority.Name, ""},
		{"an address", authority.Request{Names: names}, "10.0.0.1", authority.Name, ""},
		{"an address of IPv6", authority.Request{Names: names}, "2001:db8::1", authority.Name, ""},
		{"another name", authority.Request{Names: names}, "example.com", authority.Name, "certificate is valid for www.example.com, *.abc.com, not example.com"},
		{"of itself", authority.Request{Names: names, Issuer: topology.IssuerSelf}, "www.example.com", "www.example.com", "unknown authority"},
		{"of a stranger", authority.Request{Names: names, Issuer: topology.IssuerUnknown}, "www.example.com", authority.Unknown, "unknown authority"},
		{"expired", authority.Request{Names: names, Validity: topology.ValidExpired}, "www.example.com", authority.Name, "certificate has expired"},
		{"not yet", authority.Request{Names: names, Validity: topology.ValidNotYet}, "www.example.com", authority.Name, "not yet valid"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, err := a.Issue(tt.request)
			if err != nil {
				t.Fatal(err)
			}
			if c.Leaf.Issuer.CommonName != tt.issuer {
				t.Errorf("issued by %q", c.Leaf.Issuer.CommonName)
			}
			_, err = c.Leaf.Verify(x509.VerifyOptions{DNSName: tt.asked, Roots: a.Pool(), CurrentTime: now})
			switch {
			case tt.complain == "" && err != nil:
				t.Error(err)
			case tt.complain != "" && (err == nil || !strings.Contains(err.Error(), tt.complain)):
				t.Errorf("got error %v, want %q", err, tt.complain)
			}
		})
	}
	if _, err := a.Issue(authority.Request{}); err == nil {
		t.Error("a certificate without a name")
	}
}

func TestPEM(t *testing.T) {
	a, err := authority.New(time.Now())
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(a.PEM()) || !pool.Equal(a.Pool()) {
		t.Error("the text is another authority")
	}
}
