package lab

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"net/netip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/netrig/netrig/harness/internal/authority"
	"github.com/netrig/netrig/harness/internal/process"
	"github.com/netrig/netrig/services/dns"
	"github.com/netrig/netrig/services/http"
	"github.com/netrig/netrig/topology"
)

// trust is whom the clients of a lab with a server of TLS believe: the lab's own
// authority, and nobody else.
type trust struct {
	authority *authority.Authority
	pool      *x509.CertPool
	file      string // its certificate, on the machine; empty where the lab has no folder

	once sync.Once
	told map[netip.Addr][]string // names of addresses in the lab's zones
}

// trustDir is the folder of the authority's file among those of the nodes, of which
// none can have that name.
const trustDir = "_trust"

// bundle is where programs of a node find the authority, below /etc; bundles are other
// places where they look on some distributions.
const bundle = "ssl/certs/ca-certificates.crt"

var bundles = [...]string{"ssl/cert.pem", "ssl/ca-bundle.pem", "pki/tls/cert.pem", "pki/tls/certs/ca-bundle.crt", "pki/ca-trust/extracted/pem/tls-ca-bundle.pem"}

// trusting are the variables by which libraries are told of another file than that of their
// distribution: OpenSSL, Go and curl, Python's requests, Node.js.
var trusting = [...]string{"SSL_CERT_FILE", "CURL_CA_BUNDLE", "REQUESTS_CA_BUNDLE", "NODE_EXTRA_CA_CERTS"}

// establish makes the lab's authority, where there is a server that needs one.
func (l *Lab) establish() error {
	if !slices.ContainsFunc(l.topology.Nodes, func(n *topology.Node) bool {
		return slices.ContainsFunc(n.Services.HTTP, func(s *topology.HTTPServer) bool { return s.TLS != nil })
	}) {
		return nil
	}
	a, err := authority.New(time.Now())
	if err != nil {
		return err
	}
	l.trust = &trust{authority: a, pool: a.Pool()}
	if l.options.Dir == "" {
		return nil
	}
	dir := filepath.Join(l.options.Dir, trustDir)
	l.trust.file = filepath.Join(dir, "ca.crt")
	if err := os.Mkdir(dir, 0o755); err != nil {
		return err
	}
	l.undo.push(func(context.Context) error { return os.RemoveAll(dir) })
	return os.WriteFile(l.trust.file, a.PEM(), 0o644)
}

// RootCAs is whom clients in the lab believe: its own authority, or nobody where no
// server of it speaks TLS. It is the caller's.
func (l *Lab) RootCAs() *x509.CertPool {
	if l.trust == nil {
		return x509.NewCertPool()
	}
	return l.trust.pool.Clone()
}

// show has programs of a node see the authority's file, below /etc.
func (t *trust) show(etc map[string]string) {
	if t == nil {
		return
	}
	etc[bundle] = t.file
	for _, name := range bundles {
		if _, err := os.Stat(filepath.Join("/etc", name)); err == nil {
			etc[name] = t.file
		}
	}
}

// environ is the environment of programs that find the authority in a file. What the
// machine's own says of others is left out.
func (t *trust) environ(file string) []string {
	env := process.Environ()
	if t == nil || t.file == "" {
		return env
	}
	env = slices.DeleteFunc(env, func(entry string) bool {
		name, _, _ := strings.Cut(entry, "=")
		return name == "SSL_CERT_DIR" || slices.Contains(trusting[:], name)
	})
	for _, name := range trusting {
		env = append(env, name+"="+file)
	}
	return env
}

// Environ is the environment of the node's programs (see Command).
func (n *Node) Environ() []string { return n.lab.trust.environ("/etc/" + bundle) }

// Outside is the environment of programs that run in the network of the node, but see the
// files of the machine.
func (n *Node) Outside() []string {
	if n.lab.trust == nil {
		return process.Environ()
	}
	return n.lab.trust.environ(n.lab.trust.file)
}

// tlsServer is what a server of the node needs to speak TLS.
func (n *Node) tlsServer(spec *topology.TLS) (*tls.Config, error) {
	config := &tls.Config{
		MinVersion: http.TLSVersion(spec.Min), MaxVersion: http.TLSVersion(spec.Max),
		NextProtos: spec.ALPN, KeyLogWriter: n.lab.options.Secrets,
	}
	certificate, err := n.certificate(spec)
	if err != nil {
		return nil, err
	}
	config.Certificates = []tls.Certificate{certificate}
	return config, nil
}

// certificate reads the certificate of a server, or has one made.
func (n *Node) certificate(spec *topology.TLS) (tls.Certificate, error) {
	if spec.Certificate != "" {
		chain, err := n.lab.readFile(spec.Certificate)
		if err != nil {
			return tls.Certificate{}, err
		}
		key, err := n.lab.readFile(spec.Key)
		if err != nil {
			return tls.Certificate{}, err
		}
		c, err := tls.X509KeyPair(chain, key)
		if err != nil {
			return c, fmt.Errorf("%s and %s: %w", spec.Certificate, spec.Key, err)
		}
		return c, nil
	}
	request := authority.Request{Names: spec.Names, Issuer: spec.Issuer, Validity: spec.Valid}
	if len(request.Names) == 0 {
		request.Names = n.known()
	}
	return n.lab.trust.authority.Issue(request)
}

// known are the names that a node is known by: its own, those that the zones of the lab
// have for its static addresses, and these.
func (n *Node) known() []string {
	t := n.lab.trust
	t.once.Do(func() { t.told = n.lab.hosts() })
	var names, addrs []string
	for _, i := range n.Spec.Interfaces {
		for _, p := range i.Addresses {
			addrs = append(addrs, p.Addr().String())
			names = append(names, t.told[p.Addr()]...)
		}
	}
	slices.Sort(names)
	return slices.Concat([]string{n.Name}, slices.Compact(names), addrs)
}

// hosts are the names that the zones of the lab have for addresses. A zone that
// cannot be read is told of by its server.
func (l *Lab) hosts() map[netip.Addr][]string {
	told := make(map[netip.Addr][]string)
	for _, n := range l.topology.Nodes {
		for _, server := range n.Services.DNS {
			for _, z := range server.Zones {
				source := dns.Source{Origin: z.Origin, Text: z.Records}
				if z.File != "" {
					text, err := l.readFile(z.File)
					if err != nil {
						continue
					}
					source.Text = string(text)
				}
				zone, err := dns.ParseZone(source)
				if err != nil {
					continue
				}
				for name, addrs := range zone.Hosts() {
					for _, a := range addrs {
						if name != "." {
							told[a] = append(told[a], strings.TrimSuffix(name, "."))
						}
					}
				}
			}
		}
	}
	return told
}
