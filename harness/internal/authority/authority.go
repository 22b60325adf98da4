// Package authority is the certificate authority of a lab (RFC 5280). It is made when
// the lab boots and gone when it ends: nobody outside has heard of it, and no key is
// kept. Names are the same in each run; keys, and so signatures, are not.
//
// It knows neither nodes nor files: lab tells it what a server is called.
package authority

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"math/big"
	"net/netip"
	"sync/atomic"
	"time"

	"github.com/netrig/netrig/topology"
)

// Common names of issuers.
const (
	Name    = "netrig CA"  // whom the nodes of the lab trust
	Unknown = "unknown CA" // whom nobody trusts
)

// Request is what a certificate is to say.
type Request struct {
	Names    []string             // DNS names and addresses; the first is the subject's common name too
	Issuer   topology.TLSIssuer   // IssuerLab if empty
	Validity topology.TLSValidity // ValidNow if empty
}

// Authority signs certificates. It is safe for concurrent use.
type Authority struct {
	at      time.Time
	root    *signer
	serials atomic.Int64
}

// signer is a certificate and its key.
type signer struct {
	certificate *x509.Certificate
	key         *ecdsa.PrivateKey
}

// New makes an authority whose certificates are valid at a time.
func New(at time.Time) (*Authority, error) {
	a := &Authority{at: at.Truncate(time.Second)}
	root, err := a.anchor(Name)
	a.root = root
	return a, err
}

// anchor makes an authority's own certificate.
func (a *Authority) anchor(name string) (*signer, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("authority: %w", err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(a.serials.Add(1)), Subject: pkix.Name{CommonName: name},
		NotBefore: a.at.Add(-7 * 24 * time.Hour), NotAfter: a.at.Add(7 * 24 * time.Hour),
		IsCA: true, BasicConstraintsValid: true, MaxPathLenZero: true,
		KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageCRLSign,
	}
	return sign(template, &signer{template, key}, key)
}

// sign makes a certificate of a template, for a key.
func sign(template *x509.Certificate, by *signer, key *ecdsa.PrivateKey) (*signer, error) {
	der, err := x509.CreateCertificate(rand.Reader, template, by.certificate, key.Public(), by.key)
	if err != nil {
		return nil, fmt.Errorf("authority: %w", err)
	}
	certificate, err := x509.ParseCertificate(der)
	if err != nil {
		return nil, fmt.Errorf("authority: %w", err)
	}
	return &signer{certificate, key}, nil
}

// Issue makes a certificate for a server, and its key.
func (a *Authority) Issue(r Request) (tls.Certificate, error) {
	if len(r.Names) == 0 {
		return tls.Certificate{}, errors.New("authority: a certificate for nobody")
	}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return tls.Certificate{}, fmt.Errorf("authority: %w", err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(a.serials.Add(1)), Subject: pkix.Name{CommonName: r.Names[0]},
		NotBefore: a.at.Add(-time.Hour), NotAfter: a.at.Add(24 * time.Hour), BasicConstraintsValid: true,
		KeyUsage: x509.KeyUsageDigitalSignature, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
	}
	switch r.Validity {
	case topology.ValidNow: // from an hour before, for a day
	case topology.ValidExpired:
		template.NotBefore, template.NotAfter = a.at.Add(-25*time.Hour), a.at.Add(-time.Hour)
	case topology.ValidNotYet:
		template.NotBefore, template.NotAfter = a.at.Add(time.Hour), a.at.Add(25*time.Hour)
	}
	for _, name := range r.Names {
		if addr, err := netip.ParseAddr(name); err == nil {
			template.IPAddresses = append(template.IPAddresses, addr.AsSlice())
		} else {
			template.DNSNames = append(template.DNSNames, name)
		}
	}
	by := a.root
	switch r.Issuer {
	case topology.IssuerLab:
	case topology.IssuerSelf:
		by = &signer{template, key}
	case topology.IssuerUnknown:
		if by, err = a.anchor(Unknown); err != nil {
			return tls.Certificate{}, err
		}
	}
	leaf, err := sign(template, by, key)
	if err != nil {
		return tls.Certificate{}, err
	}
	return tls.Certificate{Certificate: [][]byte{leaf.certificate.Raw}, PrivateKey: key, Leaf: leaf.certificate}, nil
}

// PEM is the authority's own certificate (RFC 7468).
func (a *Authority) PEM() []byte {
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: a.root.certificate.Raw})
}

// Pool is the authority alone, as clients trust it.
func (a *Authority) Pool() *x509.CertPool {
	pool := x509.NewCertPool()
	pool.AddCert(a.root.certificate)
	return pool
}
