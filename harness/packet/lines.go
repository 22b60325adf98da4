package packet

import "bytes"

// cutLine measures the first line of b: its octets without the end, and where the next
// begins. A line ends with LF, CR LF or, against RFC 5321 Section 2.3.8, CR alone;
// ended tells that its end has come whole.
func cutLine(b []byte) (n, next int, ended bool) {
	n = bytes.IndexAny(b, "\r\n")
	switch {
	case n < 0:
		return len(b), len(b), false
	case b[n] == '\n':
		return n, n + 1, true
	case n+1 == len(b):
		return n, n + 1, false
	case b[n+1] == '\n':
		return n, n + 2, true
	}
	return n, n + 1, true
}

// leadingNumber reads the decimal number that b begins with, and tells how many digits it
// has. One that is too large for 32 bits is the largest that is not.
func leadingNumber(b []byte) (u uint32, n int) {
	var sum uint64
	for n < len(b) && '0' <= b[n] && b[n] <= '9' {
		sum = min(sum*10+uint64(b[n]-'0'), 1<<32-1)
		n++
	}
	return uint32(sum), n
}

// replyCode is the code of three digits that a line of a reply of SMTP or FTP begins
// with, or not ok.
func replyCode(line []byte) (code uint64, ok bool) {
	if len(line) < 3 {
		return 0, false
	}
	u, n := leadingNumber(line[:3])
	return uint64(u), n == 3
}
