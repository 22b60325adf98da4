package packet

import "bytes"

// chat adds the first line as an item of expert information.
func (m *webMessage) chat() {
	if m.secure {
		m.expert(httpTLSPort)
	}
	m.expertText(httpChat, m.d.legible(m.v.b[:m.line]))
}

// isToken reports whether the name of a header is one (RFC 9110 Section 5.6.2).
func isToken(name []byte) bool {
	for _, c := range name {
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z', '0' <= c && c <= '9':
		case bytes.IndexByte([]byte("!#$%&'*+-.^_`|~"), c) < 0:
			return false
		}
	}
	return len(name) > 0
}

// knownCodings reports whether Wireshark knows all codings of a transfer: chunked, and one
// that compresses.
func knownCodings(value []byte) bool {
	compressed := false
	for {
		value = bytes.TrimLeft(value, " \t,")
		if len(value) == 0 {
			return true
		}
		if rest, ok := bytes.CutPrefix(value, []byte("chunked")); ok {
			value = rest
			continue
		}
		known := false
		for _, name := range [...]string{"compress", "deflate", "gzip", "identity", "x-compress", "x-gzip"} {
			if rest, ok := bytes.CutPrefix(value, []byte(name)); ok && !compressed {
				value, known, compressed = rest, true, true
				break
			}
		}
		if !known {
			return false
		}
	}
}
