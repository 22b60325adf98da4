package lab

import (
	"crypto/tls"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/internal/process"
	"github.com/netrig/netrig/internal/trial"
	"github.com/netrig/netrig/services/http"
	"github.com/netrig/netrig/topology"
)

// secured boots a client and a server of HTTPS, which has several ports.
func secured(t *testing.T, files fstest.MapFS, services string) (*Lab, string) {
	t.Helper()
	if files == nil {
		files = fstest.MapFS{}
	}
	files["net.yaml"] = &fstest.MapFile{Data: []byte(`
nodes:
  pc: {interfaces: {eth0: {address: 10.0.0.1/24, dns: 10.0.0.2}}}
  web:
    interfaces: {eth0: 10.0.0.2/24}
    services:
      dns:
        zones:
          example.com: {records: "@ SOA ns h 1 60 60 60 60\n@ NS ns\nns A 10.0.0.2\nwww CNAME ns\n*.any A 10.0.0.2\nother A 10.0.0.1\n"}
          example.net: {file: net.zone}
      http:
` + services + `
links: [pc -- web]
`)}
	files["net.zone"] = &fstest.MapFile{Data: []byte("@ SOA ns.example.com. h 1 60 60 60 60\n@ NS ns.example.com.\n@ A 10.0.0.2\n")}
	n, err := topology.Load(files, "net.yaml")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	l, err := Boot(t.Context(), n, Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(l.Err(), l.Close()); err != nil {
			t.Error(err)
		}
		left, err := os.ReadDir(dir)
		if err != nil || len(left) > 0 {
			t.Errorf("left behind: %v, %v", left, err)
		}
	})
	return l, dir
}

func get(t *testing.T, n *Node, url string) (http.Result, error) {
	t.Helper()
	c := n.HTTPClient(0)
	defer func() { _ = c.Close() }()
	return c.Do(t.Context(), http.Request{URL: url})
}

func TestHTTPS(t *testing.T) {
	l, _ := secured(t, nil, `
        - {tls: on, answers: {/: secret}}
        - {listen: ":81", tls: {names: ["*.example.org", "2001:db8::1"]}}
        - {listen: ":82", tls: {issuer: self}}
        - {listen: ":83", tls: {issuer: unknown}}
        - {listen: ":84", tls: {valid: expired}}
        - {listen: ":85", tls: {valid: not-yet}}
        - {listen: ":86", tls: {max: 1.2, alpn: http/1.1}}
`)
	pc := l.Node("pc")
	known := []string{"web", "*.any.example.com", "example.net", "ns.example.com", "www.example.com", "10.0.0.2"}
	for _, tt := range []struct {
		url, err, version, issuer string
		names                     []string
	}{
		{"https://www.example.com/", "", "1.3", "netrig CA", known},
		{"https://example.net/", "", "1.3", "netrig CA", known},
		{"https://x.any.example.com/", "", "1.3", "netrig CA", known},
		{"https://web/", "", "1.3", "netrig CA", known},
		{"https://10.0.0.2/", "", "1.3", "netrig CA", known},
		{"https://web:81/", "valid for *.example.org, not web", "1.3", "netrig CA", []string{"*.example.org", "2001:db8::1"}},
		{"https://web:82/", "unknown authority", "1.3", "web", known},
		{"https://web:83/", "unknown authority", "1.3", "unknown CA", known},
		{"https://web:84/", "expired", "1.3", "netrig CA", known},
		{"https://web:85/", "not yet valid", "1.3", "netrig CA", known},
		{"https://web:86/", "", "1.2", "netrig CA", known},
	} {
		got, err := get(t, pc, tt.url)
		if tt.err == "" && err != nil || tt.err != "" && (err == nil || !strings.Contains(err.Error(), tt.err)) {
			t.Errorf("%s: got error %v, want %q", tt.url, err, tt.err)
		}
		if got.TLS != tt.version || got.Issuer != tt.issuer {
			t.Errorf("%s: TLS %s, issued by %s", tt.url, got.TLS, got.Issuer)
		}
		if diff := cmp.Diff(tt.names, got.Certificate); diff != "" {
			t.Errorf("%s: names (-want +got)\n%s", tt.url, diff)
		}
	}
}

// TestOwnCertificate serves a certificate that the topology brings along.
func TestOwnCertificate(t *testing.T) {
	openssl := trial.Tool(t, "openssl")
	dir := t.TempDir()
	crt, key := filepath.Join(dir, "own.crt"), filepath.Join(dir, "own.key")
	if out, err := exec.CommandContext(t.Context(), openssl, "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", crt, "-days", "2",
		"-subj", "/CN=own", "-addext", "subjectAltName=DNS:own.example.com").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	files := fstest.MapFS{}
	for name, path := range map[string]string{"own.crt": crt, "own.key": key} {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	l, _ := secured(t, files, "        - {tls: {certificate: own.crt, key: own.key}, answers: {/: own}}")
	got, err := get(t, l.Node("pc"), "https://web/")
	if err == nil || !slices.Equal(got.Certificate, []string{"own.example.com"}) || got.Issuer != "own" {
		t.Errorf("certificate of %v by %s, %v", got.Certificate, got.Issuer, err)
	}
}

// TestProgramsTrustTheLab has programs of the machine find the lab's authority, and no other
// lab's.
func TestProgramsTrustTheLab(t *testing.T) {
	t.Setenv("SSL_CERT_FILE", "/nowhere")
	t.Setenv("SSL_CERT_DIR", "/nowhere")
	t.Setenv("CURL_CA_BUNDLE", "/nowhere")
	l, dir := secured(t, nil, `
        - {tls: on, answers: {/: secret}}
        - {listen: ":81", tls: {issuer: unknown}}
`)
	pc := l.Node("pc")
	for _, env := range [][]string{nil, {"PATH=" + os.Getenv("PATH")}} { // by variables, and by the usual place
		for _, tt := range []struct {
			says string
			args []string
		}{
			{"secret", []string{"curl", "-sS", "https://www.example.com/"}},
			{"certificate problem", []string{"curl", "-sS", "https://web:81/"}},
			{"Verification: OK", []string{"openssl", "s_client", "-brief", "-verify_return_error", "-CAfile", "/etc/" + bundle, "-connect", "web:443"}},
			{"secret", []string{"wget", "-q", "-O-", "https://web/"}},
		} {
			trial.Tool(t, tt.args[0])
			p, err := pc.Command(t.Context(), process.Spec{Args: tt.args, Env: env})
			if err != nil {
				t.Fatal(err)
			}
			r, err := p.Wait()
			if said := r.Stdout + r.Stderr; err != nil || !strings.Contains(said, tt.says) {
				t.Errorf("%q said %q, %v; want %q", tt.args, said, err, tt.says)
			}
		}
	}
	file := filepath.Join(dir, trustDir, "ca.crt")
	if !slices.Contains(pc.Outside(), "SSL_CERT_FILE="+file) {
		t.Errorf("programs with the machine's files have %q", pc.Outside())
	}
	if _, err := os.Stat(file); err != nil {
		t.Error(err)
	}
	other, _ := secured(t, nil, "        - {tls: on}")
	conn, err := pc.Dial(t.Context(), "tcp", "web:443")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close() }()
	if err := tls.Client(conn, &tls.Config{RootCAs: other.RootCAs(), ServerName: "web"}).HandshakeContext(t.Context()); err == nil {
		t.Error("a lab trusts another one")
	}
}

// TestNoAuthority has nothing of it in a lab without a server of TLS.
func TestNoAuthority(t *testing.T) {
	l, dir := secured(t, nil, "        - {echo: /}")
	if got := l.Node("pc").Environ(); !slices.Equal(got, process.Environ()) {
		t.Errorf("programs have %q", got)
	}
	if _, err := os.Stat(filepath.Join(dir, trustDir)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("there is a file: %v", err)
	}
	if !l.RootCAs().Equal(l.RootCAs()) || len(l.RootCAs().Subjects()) > 0 { //nolint:staticcheck // the pool is not the system's
		t.Error("somebody is trusted")
	}
}
