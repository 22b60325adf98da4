package packet_test

// craftedWeb are conversations in HTTP that do not end with it, and messages of SSDP.
func craftedWeb() map[string][][]byte {
	const ask = "GET / HTTP/1.1\r\nHost: web\r\n\r\n"
	ssdp := func(src, dst string, sport, dport uint16, message string) []byte {
		return udp(src, dst, sport, dport, []byte(message))
	}
	const group = "239.255.255.250"
	return map[string][][]byte{
		"http-paths": connect(42201, 80, 1).
			ask("GET /a/b;c=1;d/e.html?x=1 HTTP/1.1\r\nHost: web\r\n\r\n", "GET /a//b/ HTTP/1.1\r\nHost: web\r\n\r\n", "GET http://web/a/b HTTP/1.1\r\nHost: web\r\n\r\n", "GET /x?u=/y/z&v HTTP/1.1\r\nHost: web\r\n\r\n", "OPTIONS * HTTP/1.1\r\nHost: web\r\n\r\n", "GET a/b HTTP/1.1\r\nHost: web\r\n\r\n").segments,
		"http-unknown": connect(42202, 80, 1).
			ask("GET / HTTP/1.1\r\nHost: web\r\nX-Foo: bar\r\nAccept-Ranges: x\r\nExpect: 100-continue\r\nRange: bytes=0-1\r\nIf-None-Match: \"a\"\r\nETag: \"a\"\r\nOrigin: x\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\nUpgrade: h2c\r\nX(y): z\r\nBad Name: z\r\nAuthorization: Bearer x\r\n\r\n").segments,
		"http-trailer": connect(42203, 80, 1).
			ask(ask).
			answer("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nA: x\r\nB: y\r\n\r\n").segments,
		"http-notify": connect(42204, 1900, 1).
			ask("NOTIFY * HTTP/1.1\r\nHost: web\r\nNT: x\r\n\r\n").segments,
		"http-connect80": connect(42205, 8080, 1).
			ask("CONNECT web.example:80 HTTP/1.1\r\nHost: web.example:80\r\n\r\n").
			answer("HTTP/1.1 200 Connection established\r\n\r\n").
			ask(ask).
			answer("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Type: text/plain\r\n\r\nhello").segments,
		"http-connect99": connect(42206, 8080, 1).
			ask("CONNECT web.example:9999 HTTP/1.1\r\n\r\n").
			answer("HTTP/1.1 200 OK\r\n\r\n").
			ask("abc").
			answer("def").
			ask("x").segments,
		"http-connect-no": connect(42207, 8080, 1).
			ask("CONNECT web.example:9999 HTTP/1.1\r\n\r\n").
			answer("HTTP/1.1 403 no\r\nContent-Length: 0\r\n\r\n").
			ask(ask).segments,
		"http-ws": connect(42208, 80, 1).
			ask("GET /ws HTTP/1.1\r\nHost: web\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Protocol: chat\r\nSec-WebSocket-Extensions: x-none\r\n\r\n").
			answer("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n").
			answer("\x81\x05hello").
			ask("\x81\x85\x01\x02\x03\x04igohn").
			answer("\x01\x02he", "\x80\x02ll").
			answer("\x82\x03\x00\x01\x02").
			ask("\x89\x83\x01\x02\x03\x04ijk").
			answer("\x8a\x00", "\x8a\x02ab").
			answer("\x88\x02\x03\xe8").
			ask("\x88\x85\x01\x02\x03\x04\x02\xebbfd").
			answer("\x81~\x00\x06abcdef").
			answer("\x81\x05he", "llo\x81\x01a").
			answer("\x81\x7f\x00\x00\x00\x00\x00\x00\x00\x03abc").
			answer("\x83\x00").
			answer("\xc1\x05\xf2H\xcd\xc9\xc9").segments,
		"http-upgrade-other": connect(42209, 80, 1).
			ask("GET / HTTP/1.1\r\nHost: web\r\nUpgrade: foo\r\nConnection: Upgrade\r\n\r\n").
			answer("HTTP/1.1 101 Switching Protocols\r\nUpgrade: foo\r\n\r\n").
			answer("abc").
			ask("def").segments,
		"http-auths": connect(42210, 80, 1).
			ask("GET / HTTP/1.1\r\nHost: web\r\nProxy-Authorization: Basic YTpi\r\nAuthorization: CitrixAGBasic username=\"YQ==\";domain=\"Yg==\";password=\"Yw==\";AGESessionId=\"ZA==\"\r\nAccept-Language: x\r\nCache-Control: y\r\nX-Forwarded-For: z\r\n\r\n").
			answer("HTTP/1.1 302 Found\r\nLocation: /a\r\nWWW-Authenticate: Basic realm=\"x\"\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n").
			ask("GET /d/e HTTP/1.1\r\nHost: web\r\n\r\n").
			answer("HTTP/1.1 302 Found\r\nLocation: f\r\nContent-Length: 0\r\n\r\n").
			ask("GET /d/e HTTP/1.1\r\nHost: web\r\n\r\n").
			answer("HTTP/1.1 302 Found\r\nLocation: http://x/f\r\nContent-Length: 0\r\n\r\n").segments,
		"http-connect-tls": connect(42301, 8080, 1).ask("CONNECT web.example:443 HTTP/1.1\r\nHost: web.example:443\r\n\r\n").
			answer("HTTP/1.1 200 Connection established\r\n\r\n").ask("\x15\x03\x03\x00\x02\x01\x00").segments,
		"http-h2c": connect(42300, 80, 1).
			ask("GET / HTTP/1.1\r\nHost: web\r\nUpgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABk\r\n\r\n").
			answer("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n").
			answer("\x00\x00\x00\x04\x00\x00\x00\x00\x00").ask("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").segments,
		"ssdp": {
			ssdp(hostA, group, 5000, 1900, "M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMAN: \"ssdp:discover\"\r\nMX: 1\r\nST: ssdp:all\r\n\r\n"),
			ssdp(hostB, hostA, 1900, 5000, "HTTP/1.1 200 OK\r\nLOCATION: http://x/\r\nSERVER: y\r\nST: z\r\n\r\n"),
			ssdp(hostA, group, 1900, 1900, "NOTIFY * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nNTS: ssdp:alive\r\nContent-Length: 0\r\n\r\n"),
			ssdp(hostA, group, 5000, 1900, "M-SEARCH * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nMAN: \"ssdp:discover\"\r\nMX: 1\r\nST: ssdp:all\r\n\r\n"),
			ssdp(hostA, group, 5000, 1900, "garbage"),
			ssdp(hostA, group, 1900, 1900, "NOTIFY * HTTP/1.1\r\nContent-Length: 5\r\nContent-Type: text/plain\r\n\r\nhello"),
			ssdp(hostA, group, 1900, 1900, "NOTIFY * HTTP/1.1\r\nContent-Length: 9\r\n\r\nhel"),
			ssdp(hostA, group, 1900, 1900, "NOTIFY * HTTP/1.1\r\nHOST: 239.255.255.250:1900\r\nNTS: ssdp:alive\r\n"),
			ssdp(hostC, "ff02::c", 5001, 1900, "M-SEARCH * HTTP/1.1\r\nHOST: [ff02::c]:1900\r\n\r\n"),
		},
	}
}
