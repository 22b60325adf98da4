package packet

import "bytes"

// tunnel shows what passes through a proxy that connects two ends (RFC 9110 Section
// 9.3.6).
func (d *Dissector) tunnel(v view, s *tcpStream, src, dst uint16) (used, need int) {
	if !d.enter("http") {
		return len(v.b), 0
	}
	l := layer{d: d, v: v}
	l.section(httpLayer, 0, len(v.b))
	host, port := s.web.proxy, uint32(0)
	if colon := bytes.LastIndexByte(host, ':'); colon >= 0 {
		port, _ = leadingNumber(host[colon+1:])
		host = host[:colon]
	}
	l.written(httpProxyConnectHost, 0, 0, host)
	l.computed(httpProxyConnectPort, 0, 0, uint64(uint16(port)))
	if port < 1<<16 && tcpProtocol(uint16(port)) == tlsLayer {
		return d.tls(v, s, src, dst)
	}
	d.data(v)
	return len(v.b), 0
}

// http2 tells how long the frames of HTTP/2 (RFC 9113 Section 4.1) are, and shows no
// more of them, as applications of TCP are: it returns what it used up and what more
// it needs.
func (d *Dissector) http2(v view) (used, need int) {
	const preface, head = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 9
	patient := !d.o.NoReassembly && !d.quoted && !v.cut()
	for len(v.b) > 0 {
		n := len(preface)
		if !bytes.HasPrefix(v.b, []byte(preface)) {
			if len(v.b) < head && patient {
				return used, oneSegment
			}
			l := layer{d: d, v: v}
			n = head + int(l.number(0, 3))
		}
		if n > len(v.b) && patient {
			return used, n - len(v.b)
		}
		l := layer{d: d, v: v}
		l.computed(tcpPduSize, 0, n, uint64(n))
		if !d.enter("http") || !d.enter("http2") {
			return used + len(v.b), 0
		}
		v = v.from(n)
		used += n
	}
	return used, 0
}

// ssdp dissects SSDP, whose messages are those of HTTP in datagrams.
func (d *Dissector) ssdp(v view, s *udpStream) {
	if !d.enter("ssdp") {
		return
	}
	if s.web == nil {
		s.web = &webStream{}
	}
	m := webMessage{layer: layer{d: d, v: v}, id: ssdpLayer, web: s.web, length: -1, value: v.b}
	end, _ := m.measure()
	if !m.isMessage() {
		m.section(ssdpLayer, 0, len(v.b))
		m.fixed(httpFileData, 0, len(v.b))
		d.data(v)
		return
	}
	m.head = end
	if end < 0 {
		m.unfinished()
		m.relate()
		return
	}
	m.survey()
	n := len(v.b) - m.head
	if m.length >= 0 {
		n = int(min(m.length, int64(n)))
	}
	m.dissect(n, 0)
}
