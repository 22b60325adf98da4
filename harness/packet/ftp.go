package packet

import (
	"bytes"
	"net/netip"
	"path"
)

// fileStream is what a connection has said in FTP.
type fileStream struct {
	directory []byte        // where the client is, as far as is known
	last      string        // the last command: one of those that change the directory
	argument  []byte        // of that
	transfer  *fileTransfer // the last that was arranged; the next request is its command
}

// fileTransfer is a connection for data that one for control has arranged (RFC 959
// Section 5.2).
type fileTransfer struct {
	method    string
	setup     uint64 // the frame that did
	command   []byte // that asks for the data; nil while none has come
	number    uint64 // of its frame
	directory []byte // where the client was
}

// transferKey names the end that waits for a connection, and who will connect: port 0
// is any.
type transferKey struct{ end, peer netip.AddrPort }

const (
	maxTransfers    = 1 << 12 // arranged ones that nobody has opened
	maxFileLine     = 4096    // octets of a line that are remembered
	ftpDataPort     = 20
	ftpAddressIPv4  = 1
	ftpAddressIPv6  = 2
	ftpPathName     = 257
	ftpPassive      = 227
	ftpPassiveAlso  = 229
	ftpSecured      = 234
	ftpFileActionOK = 250
)

// ftp dissects what one end of a control connection says in FTP (RFC 959): the first
// line of each segment, as Wireshark does.
func (d *Dissector) ftp(v view, s *tcpStream, request bool) {
	if !d.enter("ftp") {
		return
	}
	if s.files == nil {
		s.files = &fileStream{}
	}
	files := s.files
	if d.quoted {
		was := *files // which a segment that is quoted does not change
		files = &was
	}
	l := layer{d: d, v: v}
	l.section(ftpLayer, 0, len(v.b))
	l.put(ftpRequest, 0, 0, BoolValue(request))
	l.put(ftpResponse, 0, 0, BoolValue(!request))
	n, _, _ := cutLine(v.b)
	if request {
		files.request(&l, n)
	} else if code := files.response(&l, n); code == ftpSecured && !d.quoted {
		s.spoken = tlsLayer
	}
	l.written(ftpCurrentWorkingDirectory, 0, 0, files.directory)
}

// request shows the request in the first n octets.
func (s *fileStream) request(l *layer, n int) {
	line := l.v.b[:n]
	size := bytes.IndexByte(line, ' ')
	if size < 0 {
		size = n
	}
	command := line[:size]
	if size > 0 {
		l.text(ftpRequestCommand, 0, size)
	}
	at := size
	for at < n && line[at] == ' ' {
		at++
	}
	if at < n {
		l.text(ftpRequestArg, at, n-at)
	}
	if n == 0 {
		return
	}
	kept := line[:min(n, maxFileLine)]
	if t := s.transfer; t != nil && !l.d.quoted {
		t.command, t.number = bytes.Clone(kept), uint64(l.d.f.Number)
		s.transfer = nil
	}
	s.last, s.argument = "", nil
	switch string(command) {
	case "CWD":
		if at < len(kept) {
			s.last, s.argument = "CWD", bytes.Clone(kept[at:])
		}
	case "CDUP":
		s.last, s.argument = "CDUP", []byte("..")
	case "PORT":
		if end, ok := l.hostPort(at, n, ftpActiveCip, ftpActivePort, ftpActiveNat); ok {
			s.arrange(l.d, "PORT", end, netip.AddrPortFrom(l.d.dst, ftpDataPort))
		}
	case "EPRT":
		l.extendedPort(at, n)
	}
}

// response shows the response in the first n octets, and returns its code, or 0.
func (s *fileStream) response(l *layer, n int) uint64 {
	line := l.v.b[:n]
	code, ok := replyCode(line)
	if !ok {
		if n > 0 {
			l.text(ftpResponseArg, 0, n)
		}
		return 0
	}
	l.computed(ftpResponseCode, 0, 3, code)
	at := min(4, n)
	var name []byte
	if code == ftpPathName {
		if name, ok = quotedName(line[at:]); !ok {
			l.expertWords(ftpResponsePwdInvalid, "Invalid PWD response")
		}
	}
	if at < n {
		l.text(ftpResponseArg, at, n-at)
	}
	switch {
	case code == ftpPathName && ok:
		s.directory = bytes.Clone(name[:min(len(name), maxFileLine)])
	case code == ftpFileActionOK && s.last != "":
		s.change()
	case code == ftpPassive:
		if end, ok := l.hostPort(at, n, ftpPassiveIP, ftpPassivePort, ftpPassiveNat); ok {
			s.arrange(l.d, "PASV", end, netip.AddrPortFrom(l.d.dst, 0))
		}
	case code == ftpPassiveAlso && at < n:
		s.extendedPassive(l, at, n)
	}
	return code
}

// change moves to the directory that the last command named. Only a name that is
// relative to a known one is made plain.
func (s *fileStream) change() {
	switch name := s.argument; {
	case name[0] == '/' || len(s.directory) == 0:
		s.directory = name
	default:
		joined := path.Join(string(s.directory), string(name))
		s.directory = []byte(joined[:min(len(joined), maxFileLine)])
	}
}

// quotedName is the name between quotation marks, of which two stand for one (RFC 959
// Appendix II).
func quotedName(b []byte) ([]byte, bool) {
	if len(b) == 0 || b[0] != '"' {
		return nil, false
	}
	var name []byte
	for i := 1; i < len(b); i++ {
		if b[i] == '"' {
			if i+1 == len(b) || b[i+1] != '"' {
				return name, true
			}
			i++
		}
		name = append(name, b[i])
	}
	return nil, false
}

// hostAndPort is an address in six decimal numbers, and where it stands.
type hostAndPort struct {
	address             [4]byte
	port                uint16
	off, size, portSize int
}

// hostPort finds the first six numbers with commas between them.
func hostPort(b []byte) (h hostAndPort, ok bool) {
	for off := 0; off < len(b); off++ {
		if b[off] < '0' || b[off] > '9' {
			continue
		}
		at := off
		var parts [6]byte
		i := 0
		for ; i < len(parts); i++ {
			u, n := leadingNumber(b[at:])
			if n == 0 {
				break
			}
			parts[i] = byte(u)
			at += n
			switch i {
			case 3:
				h.size = at - off
			case 5:
				h.portSize = at - off - h.size - 1
				h.address, h.port, h.off = [4]byte(parts[:4]), uint16(parts[4])<<8|uint16(parts[5]), off
				return h, true
			}
			if at == len(b) || b[at] != ',' {
				break
			}
			at++
		}
		_, n := leadingNumber(b[off:])
		off += n - 1
	}
	return h, false
}

// hostPort shows the first such address between two places, and whether it is another
// than that of who tells it.
func (l *layer) hostPort(at, end int, host, port, translated FieldID) (netip.AddrPort, bool) {
	h, ok := hostPort(l.v.b[at:end])
	if !ok {
		return netip.AddrPort{}, false
	}
	l.put(host, at+h.off, h.size, IPv4Value(h.address[:]))
	l.computed(port, at+h.off+h.size+1, h.portSize, uint64(h.port))
	address := netip.AddrFrom4(h.address)
	if address != l.d.src {
		l.put(translated, 0, 0, BoolValue(true))
	}
	return netip.AddrPortFrom(address, h.port), true
}

// extendedPort shows the argument of EPRT (RFC 2428 Section 2), which stands up to end.
func (l *layer) extendedPort(at, end int) {
	b := l.v.b[at:end]
	invalid := func() {
		l.expertWords(ftpEprtArgsInvalid, "EPRT arguments must have the form: |<family>|<addr>|<port>|")
	}
	if len(b) == 0 {
		invalid()
		return
	}
	parts := bytes.Split(b, b[:1])
	if len(parts) != 5 || len(parts[1]) != 1 {
		invalid()
		return
	}
	family := parts[1][0] - '0'
	address, err := netip.ParseAddr(string(parts[2]))
	port, n := leadingNumber(parts[3])
	wrong := family == ftpAddressIPv4 && !address.Is4() || family == ftpAddressIPv6 && !address.Is6() || family != ftpAddressIPv4 && family != ftpAddressIPv6
	if err != nil || wrong || address.Zone() != "" || n == 0 || n != len(parts[3]) || port == 0 || port > 65535 {
		invalid()
		return
	}
	at++
	l.computed(ftpEprtAf, at, 1, uint64(family))
	at += 2
	if family == ftpAddressIPv4 {
		l.put(ftpEprtIP, at, len(parts[2]), IPv4Value(address.AsSlice()))
	} else {
		l.put(ftpEprtIpv6, at, len(parts[2]), IPv6Value(l.d.write(string(address.AsSlice()))))
	}
	at += len(parts[2]) + 1
	l.computed(ftpEprtPort, at, n, uint64(port))
}

// extendedPassive shows the port that a response to EPSV (RFC 2428 Section 3) names.
func (s *fileStream) extendedPassive(l *layer, at, end int) {
	from := bytes.IndexByte(l.v.b[at:end], '(') + at + 1
	b := l.v.b[from:end]
	if from == at || len(b) < 4 || b[1] != b[0] || b[2] != b[0] || b[3] < '0' || b[3] > '9' {
		l.expertWords(ftpEpsvArgsInvalid, "EPSV arguments must have the form (|||<port>|)")
		return
	}
	d := l.d
	if d.src.Is4() {
		l.put(ftpEpsvIP, 0, 0, IPv4Value(d.src.AsSlice()))
	} else {
		l.put(ftpEpsvIpv6, 0, 0, IPv6Value(d.write(string(d.src.AsSlice()))))
	}
	port, n := leadingNumber(b[3:])
	port = min(port, 65535)
	l.computed(ftpEpsvPort, from+3, n, uint64(port))
	s.arrange(d, "EPASV", netip.AddrPortFrom(d.src, uint16(port)), netip.AddrPortFrom(d.dst, 0))
}

// arrange notes that a connection for data is to come, to the one end from the other.
func (s *fileStream) arrange(d *Dissector, method string, end, peer netip.AddrPort) {
	if d.quoted {
		return
	}
	s.transfer = &fileTransfer{method: method, setup: uint64(d.f.Number), directory: s.directory}
	d.recall().arranges = true
	d.recall().transfers.put(transferKey{end, peer}, s.transfer, maxTransfers)
}

// arranged is the transfer that a new connection from src to dst is for, if any.
func (d *Dissector) arranged(src, dst netip.AddrPort) *fileTransfer {
	if d.recall().transfers.empty() {
		return nil
	}
	for _, ends := range [...][2]netip.AddrPort{{dst, src}, {src, dst}} {
		for _, port := range [...]uint16{0, ends[1].Port()} {
			if t, ok := d.recall().transfers.take(transferKey{ends[0], netip.AddrPortFrom(ends[1].Addr(), port)}); ok {
				return t
			}
		}
	}
	return nil
}

// ftpData dissects what is transferred.
func (d *Dissector) ftpData(v view, s *tcpStream) {
	if !d.enter("ftp-data") {
		return
	}
	l := layer{d: d, v: v}
	l.section(ftpDataLayer, 0, len(v.b))
	if t := s.transfer; t != nil {
		l.computed(ftpDataSetupFrame, 0, 0, t.setup)
		l.written(ftpDataSetupMethod, 0, 0, d.write(t.method))
		if t.command != nil {
			l.written(ftpDataCommand, 0, 0, t.command)
			l.computed(ftpDataCommandFrame, 0, 0, t.number)
		}
		l.written(ftpDataCurrentWorkingDirectory, 0, 0, t.directory)
	} else {
		l.computed(ftpDataSetupFrame, 0, 0, s.began)
	}
	for _, c := range v.b {
		if (c < 0x20 || c > 0x7e) && c != '\r' && c != '\n' {
			return
		}
	}
	d.enter("data-text-lines")
}
