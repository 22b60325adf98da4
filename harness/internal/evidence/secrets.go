package evidence

import (
	"io"
	"strings"
)

// maxSecrets bounds what is kept of secrets, in octets: some 10,000 connections.
const maxSecrets = 4 << 20

// secrets are the keys of TLS connections, a line each (RFC 9850). Client and server
// may both tell of one.
type secrets struct {
	text []byte
	told map[string]bool
}

// add keeps the lines that are new.
func (s *secrets) add(lines string) {
	if s.told == nil {
		s.told = map[string]bool{}
	}
	for line := range strings.Lines(lines) {
		if !s.told[line] && len(s.text)+len(line) <= maxSecrets {
			s.told[line] = true
			s.text = append(s.text, line...)
		}
	}
}

// Secrets returns where the keys of TLS connections are written to. The capture file
// has them before its frames, so that Wireshark shows what was said in secret. No verdict
// rests on them.
func (r *Recording) Secrets() io.Writer { return secretsOf{r} }

type secretsOf struct{ *Recording }

// Write implements io.Writer, for whole lines.
func (r secretsOf) Write(lines []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.closed {
		r.secrets.add(string(lines))
	}
	return len(lines), nil
}
