package topology

import (
	"cmp"
	"net/netip"
	"reflect"
	"slices"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"
	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
)

var (
	tlsIssuers    = []string{string(IssuerLab), string(IssuerSelf), string(IssuerUnknown)}
	tlsValidities = []string{string(ValidNow), string(ValidExpired), string(ValidNotYet)}
)

// tlsShape is a switch, or a map.
type tlsShape struct {
	Pos         Pos               `yaml:"-"`
	Off         bool              `yaml:"-"`
	Names       strict.List[text] `yaml:"names" doc:"Names and addresses of the certificate; those that the node is known by if left out."`
	Issuer      text              `yaml:"issuer" doc:"lab, self or unknown: who signs it; lab if left out."`
	Valid       text              `yaml:"valid" doc:"now, expired or not-yet; now if left out."`
	Certificate text              `yaml:"certificate" doc:"PEM file of a certificate of one's own, relative to the topology."`
	Key         text              `yaml:"key" doc:"PEM file of its key."`
	Min         text              `yaml:"min" doc:"The oldest version that is spoken, 1.0 to 1.3; 1.2 if left out."`
	Max         text              `yaml:"max" doc:"The newest version; 1.3 if left out."`
	ALPN        strict.List[text] `yaml:"alpn" doc:"Protocols that are offered, the best first: h2, http/1.1; both if left out."`
}

type tlsMap tlsShape

// UnmarshalYAML takes either form.
func (s *tlsShape) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	if n.Kind == yaml.ScalarNode && !strict.Empty(n) {
		var on bool
		d.Decode(n, &on)
		s.Off = !on
	} else {
		d.Decode(n, (*tlsMap)(s))
	}
	s.Pos = d.Pos(n)
}

// JSONSchema describes both forms.
func (s *tlsShape) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{of(reflect.TypeFor[bool]()), of(reflect.TypeFor[tlsMap]())}}
}

// tls resolves how a server speaks TLS; nil where it does not.
func (b *builder) tls(m *member, s *tlsShape) *TLS {
	if s == nil || s.Off {
		return nil
	}
	x := &TLS{
		Pos:         s.Pos,
		Issuer:      cmp.Or(TLSIssuer(b.oneOf(s.Issuer, "issuer", tlsIssuers)), IssuerLab),
		Valid:       cmp.Or(TLSValidity(b.oneOf(s.Valid, "validity", tlsValidities)), ValidNow),
		Certificate: b.path(m, s.Certificate), Key: b.path(m, s.Key),
	}
	versions := TLSVersions()
	x.Min = cmp.Or(b.oneOf(s.Min, "version", versions), "1.2")
	x.Max = cmp.Or(b.oneOf(s.Max, "version", versions), "1.3")
	switch oldest, newest := slices.Index(versions, x.Min), slices.Index(versions, x.Max); {
	case newest < oldest && !slices.Contains(versions, s.Min.Value): // left out, or told of
		x.Min = x.Max
	case newest < oldest:
		b.d.ErrorAt(s.Max.Pos, "write the older one as min", "no version is at least %s and at most %s", x.Min, x.Max)
	}
	if s.ALPN != nil && len(s.ALPN) == 0 {
		b.d.ErrorAt(s.Pos, "write alpn: [h2, http/1.1]", "the server offers no protocol")
	}
	for _, t := range s.ALPN {
		if p := b.oneOf(t, "protocol", ALPNProtocols()); p != "" && !slices.Contains(x.ALPN, p) {
			x.ALPN = append(x.ALPN, p)
		}
	}
	if len(s.ALPN) == 0 {
		x.ALPN = ALPNProtocols()
	}
	for _, t := range s.Names {
		if name, ok := t.expand(b.d, m.counters()); ok {
			x.Names = append(x.Names, b.certified(t.Pos, name))
		}
	}
	switch own := x.Certificate != "" || x.Key != ""; {
	case own && (x.Certificate == "" || x.Key == "") && s.Certificate.Pos.Line+s.Key.Pos.Line > 0:
		b.d.ErrorAt(s.Pos, "write both", "a certificate of its own needs certificate and key")
	case own && (len(s.Names) > 0 || s.Issuer.Value != "" || s.Valid.Value != ""):
		b.d.ErrorAt(s.Pos, "remove them, or certificate and key", "names, issuer and valid are of a certificate that is made, and there is one already")
	}
	return x
}

// certified reads a name of a certificate: an address, or a domain name, of which the
// first label may be * (RFC 9525).
func (b *builder) certified(pos Pos, name string) string {
	if a, err := netip.ParseAddr(name); err == nil && a.Zone() == "" {
		return a.String()
	}
	domain, ok := domainName(strings.TrimPrefix(name, "*."))
	if !ok || domain == "." {
		b.d.ErrorAt(pos, "write it as in www.example.com, *.example.com or 10.0.0.1", "%s is no name that a certificate can hold", strict.Quote(name))
		return name
	}
	domain = strings.TrimSuffix(domain, ".")
	if strings.HasPrefix(name, "*.") {
		domain = "*." + domain
	}
	return domain
}

func (s *TLS) written() fields {
	f := fields{{"min", s.Min}, {"max", s.Max}, {"alpn", texts(s.ALPN)}}
	f.set("names", texts(s.Names))
	f.set("certificate", s.Certificate)
	f.set("key", s.Key)
	if s.Certificate == "" {
		f = append(f, field{"issuer", string(s.Issuer)}, field{"valid", string(s.Valid)})
	}
	return f
}
