package filter_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/filter"
)

// Every mistake tells its column, the culprit and, where there is one, a cure.
func TestErrors(t *testing.T) {
	tests := []struct {
		expr string
		want string
	}{
		{"", `column 1: the filter is empty; write "frame" to select every frame`},
		{"tcp.flag.syn == 1", "column 1: no field tcp.flag.syn; nearest: tcp.flags.syn"},
		{"ip and tcp.flagz.syn == 1", "column 8: no field tcp.flagz.syn; nearest: tcp.flags.syn"},
		{"tcp.port == udp.prot", "column 13: no field udp.prot; nearest: udp.port"},
		{"TCP", "column 1: no field TCP; nearest: tcp"},
		{"tcp.flags.syn", "column 1: tcp.flags.syn alone tests only that the field is there, not that it is true; write tcp.flags.syn == 1"},
		{"tcp && !tcp.flags.syn", "column 9: tcp.flags.syn alone tests only that the field is there, not that it is true; write tcp.flags.syn == 1"},
		{"tcp.flags.syn#1", "column 1: tcp.flags.syn alone tests only that the field is there, not that it is true; write tcp.flags.syn#1 == 1"},
		{"tcp.port == 70000", "column 13: 70000 is too big for an unsigned integer of 16 bits; at most 65535"},
		{"tcp.port == -1", "column 13: tcp.port is never negative"},
		{"tcp.port < 0", "column 12: tcp.port is never below 0"},
		{"tcp.port > 65535", "column 12: tcp.port is never above 65535"},
		{"tcp.port in {443, 80..70}", "column 19: the range 80..70 is empty; write the smaller first"},
		{"tcp.port in {80 443}", `column 17: "443" is not expected here; members of a set are parted by commas`},
		{"tcp.port in 80", "column 13: a set stands between { and }; write in {80, 443, 8000..8999}"},
		{"tcp.port = 80", `column 10: "=" is not an operator; write "==" for equal`},
		{"tcp AND ip", `column 5: "AND" is not expected here; operators are written in lower case: and`},
		{"(tcp.port + 1) == 81", `column 16: "==" is not expected here; a comparison has a field on its left; arithmetic is grouped by { }, not by ( )`},
		{"80 == tcp.port", "column 1: 80 on the left is no field of the frame; write the field first"},
		{"tcp.port == ip.src", "column 13: tcp.port is an unsigned integer of 16 bits and ip.src is an IPv4 address: they cannot be compared"},
		{"ip.src == www.example.com", "column 11: no field www.example.com"},
		{"ip.src == 10.0.0.300", `column 11: "10.0.0.300" is not an IPv4 address; names of hosts are not looked up`},
		{"ip.src == 10.0.0.0/33", `column 11: the prefix of "10.0.0.0/33" is not of 0 to 32 bits`},
		{`ip.src == "10.0.0.1"`, `column 11: an IPv4 address cannot be compared with the string "10.0.0.1"; write the value without quotes`},
		{"eth.src == 02:00", `column 12: "02:00" is not an Ethernet address; write six octets, as in 02:00:00:00:00:01`},
		{"eth.src[0:3] == 02:00", "column 17: eth.src[0:3] has a length of 3, 02:00 one of 2: they are never equal"},
		{"eth.src[6] == 02", "column 1: eth.src[6] reaches beyond an Ethernet address"},
		{"tcp[0:0] == 1", `column 4: "0:0" is no range: its length is not positive; write [offset:length], [first-last], [offset], [:length] or [offset:]`},
		{"tcp[1", "column 4: [ is never closed; add the \"]\""},
		{"tcp.port[0] == 1", "column 1: tcp.port is an unsigned integer of 16 bits, which cannot be sliced"},
		{"ip.src#0 == 10.0.0.1", `column 7: "0" is no range: layers count from 1; write [offset:length], [first-last], [offset], [:length] or [offset:]`},
		{"tcp.flags.syn & 1", "column 1: tcp.flags.syn is a boolean, with which one cannot calculate so"},
		{"tcp.port / 0 == 1", "column 12: a division by 0 has no value"},
		{`tcp.port contains "80"`, `column 1: tcp.port is an unsigned integer of 16 bits, which contains does not search; write string(tcp.port) contains ...`},
		{"tcp.payload matches get", `column 21: a regular expression stands in double quotes; write matches "..." or matches r"..."`},
		{`tcp.payload matches "a(?=b)"`, "column 21: the regular expression does not compile: invalid or unsupported Perl syntax: `(?=`; lookaround, back references, atomic groups and possessive repeats of PCRE are not supported"},
		{`tcp.payload matches "\d"`, "column 22: \"\\\\d\" starts no escape sequence; write \"\\\\\" for a backslash, or a raw string r\"...\""},
		{`frame.protocols == "arp`, "column 20: the quote is never closed; add the closing quote"},
		{"arp.opcode == reqest", `column 15: "reqest" is no value of arp.opcode; nearest: request`},
		{"frame.time > \"2023-11-14 22:13:25\"", `column 14: "2023-11-14 22:13:25" is not a point in time with its zone; write "2006-01-02T15:04:05.5Z"`},
		{"upper(tcp.port) == \"80\"", "column 7: tcp.port is an unsigned integer of 16 bits, which upper() does not take"},
		{"uper(frame.protocols) == \"A\"", "column 1: no function uper; there are upper lower len count string max min abs"},
		{"count(ip) == 0", "column 14: count(ip) has no value where there is none to count; write not ip"},
		{"len(frame)", "column 1: len() alone is no test; compare its result with something"},
		{"port 80", `column 6: "80" is not expected here; this is a capture filter; write a display filter, as in ip.addr == 10.0.0.1 && tcp.port == 80`},
		{"tcp.port == 80,443", `column 15: "," is not expected here; write in {80, 443} for one of several values`},
		{"tcp.port in {80-443}", `column 14: "80-443" is not a number; write 80..443 for a range, and a blank in front of a minus`},
		{"tcp.port == 80 or 443", "column 19: 443 alone is no test; compare a field with it; for one of several values write in {80, 443}"},
		{"tcp.port => 80", `column 10: "=>" is not an operator; write ">=" for at least`},
		{"tcp.port <> 80", `column 10: "<>" is not an operator; write "!=" for not equal`},
		{"tcp.port == == 80", `column 13: "==" is not expected here; a value is missing in front of it`},
		{"ip.addr == 10.0.0.1:80", `column 20: ":" is not expected here; octets between colons have two digits each; an address and a port are two tests`},
		{"!(tcp.port == 80", `column 2: "(" is never closed; add the ")"`},
		{"tcp.port == 80)", `column 15: ")" is not expected here; there is no "(" for it`},
		{"tcp.port in {80, 443", `column 13: "{" is never closed; add the "}"`},
		{"and tcp", `column 1: "and" is not expected here; a test is missing in front of it`},
		{"http.host startswith \"w\"", `column 11: "startswith" is not expected here; write matches "^..."`},
		{"len(tcp.payload > 5)", `column 17: ">" is not expected here; close the function first, as in len(tcp.payload) > 5`},
		{"ip.src == ip.dst/24", "column 11: ip.dst is an IPv4 address, with which one cannot calculate so; a prefix stands behind an address, not behind a field"},
		{"// tcp", `column 1: "/" is not expected here; a filter has no comments`},
		{"{tcp.payload} contains 47:45", `column 15: "contains" is not expected here; only a field, a slice or a function may be searched`},
		{"tcp.port + 'a' == 80", "column 12: 'a' in quotes is no part of arithmetic nor an argument of a function"},
		{"max(ip.src, 10.0.0.0/8) == 10.0.0.1", "column 13: a prefix is no argument of a function; write an address"},
		{"max(tcp.srcport, 5) + 1 == 81", "column 1: max(tcp.srcport, 5) on the left has a literal in it, and one cannot calculate with it; calculate on the right"},
		{"ip.src#2 == 10.0.0.1 and ip.src == 10.0.0.2", "column 26: behind a test of one layer of ip.src Wireshark 4.0 looks no further than that layer; write the test without a layer first"},
		{"ip.src == ${ip.src}", "column 11: ${ip.src} tells of no frame: Wireshark's is the one selected in its window; write ${name.ip.src}, with the name that a step bound it as"},
		{"dns.eui64 == 02:00", `column 14: "02:00" is not an EUI-64 address; write eight octets, as in 02:00:00:ff:fe:00:00:01`},
		{"tcp xor udp", `column 5: "xor" is not expected here; xor is not an operator of Wireshark 4.0`},
		{"tcp && ", "column 8: the filter ends too early"},
		{"${syn.tcp.seq_raw} == 1", "column 1: ${syn.tcp.seq_raw} on the left is no field of the frame; write the field first"},
		{"${syn.tcp.seq_raw}", "column 1: ${syn.tcp.seq_raw} tests nothing of the frame; compare a field with it"},
		{"tcp.ack_raw == ${syn.tcp.seqraw}", "column 22: no field tcp.seqraw; nearest: tcp.seq_raw"},
		{"tcp.ack_raw == ${syn}", "column 16: ${syn} is not of the form ${name.field}; write ${name.field}, as in ${syn.tcp.seq_raw}"},
		{"tcp.ack_raw == ${syn[0].tcp.seq_raw}", "column 16: the number between [ and ] counts from 1; write ${syn[1].tcp.seq_raw} for the first frame bound"},
		{"tcp.ack_raw == ${syn.ip.src}", "column 16: tcp.ack_raw is an unsigned integer of 32 bits and ${syn.ip.src} is an IPv4 address: they cannot be compared"},
		{"tcp.ack_raw == ${syn.tcp.seq_raw", `column 16: ${ is never closed; add the "}"`},
		{"tcp.seq_raw - ${a.tcp.seq_raw} < 0", "column 34: tcp.seq_raw - ${a.tcp.seq_raw} is never below 0"},
		{"tcp.seq_raw - ${a.tcp.seq_raw} > -1", "column 34: tcp.seq_raw - ${a.tcp.seq_raw} is never negative"},
		{strings.Repeat("(", 200) + "tcp" + strings.Repeat(")", 200), "column 101: nested deeper than 100"},
		{strings.Repeat("!", 200) + "tcp", "column 101: nested deeper than 100"},
		{"tcp.port == 1" + strings.Repeat(" + 1", 200), "column 415: more than 100 terms"},
		{strings.Repeat("a", 20000), "column 1: the filter is longer than 16384 octets"},
	}
	for _, tt := range tests {
		_, err := filter.Compile(tt.expr)
		var e *filter.Error
		if !errors.As(err, &e) {
			t.Errorf("%.60s: error is %v, want an *Error: %s", tt.expr, err, tt.want)
			continue
		}
		if diff := cmp.Diff("filter: "+tt.want, e.Error()); diff != "" {
			t.Errorf("%.60s: (-want +got):\n%s", tt.expr, diff)
		}
		if e.Expr != tt.expr {
			t.Errorf("%.60s: error holds the filter %q", tt.expr, e.Expr)
		}
	}
}
