package packet

import "bytes"

// webStream is what a connection has said in HTTP.
type webStream struct {
	spoken bool
	last   *exchange
	head   bool   // the last request wants no body
	uri    []byte // of the last request, with the host
	proxy  []byte // what the last request asked a proxy to connect to

	tunnel   bool            // the proxy does
	upgraded webUpgrade      // what is spoken now
	frames   [2]websocketEnd // of those who do, the low end of the stream's key first
}

// webUpgrade is what a connection was upgraded to (RFC 9110 Section 7.8).
type webUpgrade uint8

const (
	notUpgraded webUpgrade = iota
	toWebSocket
	toHTTP2
	toOther
	toSilence // Wireshark shows no WebSocket whose request it has not seen
)

// exchange is a request and its response. As in Wireshark, a response belongs to
// the request before it.
type exchange struct {
	number            uint32
	request, response sighting
	before            *exchange // which knows none before it
}

// begin adds an exchange to the stream.
func (w *webStream) begin() *exchange {
	e := &exchange{number: 1, before: w.last}
	if w.last != nil {
		e.number = w.last.number + 1
		w.last.before = nil
	}
	w.last = e
	return e
}

// relate counts messages and joins a response to its request.
func (m *webMessage) relate() {
	d, w := m.d, m.web
	if !m.response {
		var uri []byte
		if d.ofTargets || d.wants(httpRequestFullURI) {
			uri = m.fullURI()
		}
		if uri != nil {
			m.written(httpRequestFullURI, 0, 0, uri)
		}
		if string(m.method) == "NOTIFY" { // which wants no response
			m.holds(httpNotification)
			return
		}
		m.holds(httpRequest)
		if d.quoted {
			return
		}
		w.head, w.uri = string(m.method) == "HEAD", bytes.Clone(uri)
		w.proxy = nil
		if string(m.method) == "CONNECT" {
			w.proxy = bytes.Clone(m.uri)
			w.uri = w.proxy
		}
		e := w.begin()
		e.request = d.sight()
		m.computed(httpRequestNumber, 0, 0, uint64(e.number))
		m.neighbors(e)
		return
	}
	m.holds(httpResponse)
	if d.quoted {
		return
	}
	e := w.last
	if e == nil || e.response.seen {
		e = w.begin()
	}
	e.response = d.sight()
	m.computed(httpResponseNumber, 0, 0, uint64(e.number))
	if e.request.seen {
		m.put(httpTime, 0, 0, DurationValue(d.f.Time.Sub(e.request.time)))
		m.computed(httpRequestIn, 0, 0, e.request.number)
		d.backfill(e.request, httpResponseIn)
	}
	m.neighbors(e)
	if w.uri != nil {
		m.written(httpResponseForURI, 0, 0, w.uri)
	}
	switch {
	case m.code == 101 && m.upgrade != nil:
		if w.upgraded = upgradeOf(m.upgrade); w.upgraded == toWebSocket && !e.request.seen {
			w.upgraded = toSilence
		}
	case m.code == 200 && w.proxy != nil:
		w.tunnel = true
	}
}

func upgradeOf(name []byte) webUpgrade {
	switch {
	case equalFold(name, "websocket"):
		return toWebSocket
	case equalFold(name, "h2c"):
		return toHTTP2
	}
	return toOther
}

// neighbors adds what the exchange before was, and tells that of this one.
func (m *webMessage) neighbors(e *exchange) {
	last := e.before
	if last == nil {
		return
	}
	if last.request.seen {
		m.computed(httpPrevRequestIn, 0, 0, last.request.number)
	}
	if last.response.seen && m.response {
		m.computed(httpPrevResponseIn, 0, 0, last.response.number)
	}
	if m.response {
		m.d.backfill(last.response, httpNextResponseIn)
		return
	}
	m.d.backfill(last.request, httpNextRequestIn)
	m.d.backfill(last.response, httpNextRequestIn)
}

// fullURI is the request's target with its host, or nil where no host is known.
func (m *webMessage) fullURI() []byte {
	if bytes.HasPrefix(m.uri, []byte("http://")) || bytes.HasPrefix(m.uri, []byte("https://")) {
		return m.uri
	}
	if len(m.host) == 0 || len(m.uri) == 0 {
		return nil
	}
	if string(m.method) == "CONNECT" {
		return m.uri
	}
	d := m.d
	d.ink = d.ready(len("http://") + len(m.host) + len(m.uri))
	at := len(d.ink)
	d.ink = append(d.ink, "http://"...)
	d.ink = append(d.ink, m.host...)
	d.ink = append(d.ink, m.uri...)
	return d.keep(at)
}
