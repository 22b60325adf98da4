package evidence

import (
	"io"
	"os"
	"strings"
)

// secrets are the keys of TLS connections, a line each (SSLKEYLOGFILE, RFC 9850). They
// have a file of their own: Wireshark decrypts by keys in a capture file, and a filter
// would then select other frames there than here, where it sees what was on the wire.
type secrets struct {
	file *os.File        // nil before the first line
	told map[string]bool // client and server may both tell of a connection
}

// add writes the lines that are new.
func (s *secrets) add(dir, text string) (err error) {
	if s.file == nil {
		if s.file, err = createFile(dir, SecretsFile); err != nil {
			return err
		}
		s.told = map[string]bool{}
	}
	for line := range strings.Lines(text) {
		if s.told[line] {
			continue
		}
		s.told[line] = true
		if _, err := s.file.WriteString(line); err != nil {
			return err
		}
	}
	return nil
}

func (s *secrets) close() error {
	if s.file == nil {
		return nil
	}
	return s.file.Close()
}

// Secrets returns where the keys of TLS connections are written to, in whole lines. No
// verdict rests on them.
func (r *Recording) Secrets() io.Writer { return secretsOf{r} }

type secretsOf struct{ *Recording }

// Write implements io.Writer.
func (r secretsOf) Write(lines []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.closed {
		r.keep(r.secrets.add(r.dir, string(lines)))
	}
	return len(lines), nil
}
