package packet_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// clock is an NTP message between two hosts: a server's, if its first octet says so.
func clock(tb testing.TB, message string) []byte {
	tb.Helper()
	b := octets(tb, message)
	if len(b) > 0 && (b[0]&7 == 4 || len(b) > 1 && b[0]&7 == 6 && b[1]&0x80 != 0 || b[0]&0x87 == 0x87) {
		return udp(hostB, hostA, 123, 1000, b)
	}
	return udp(hostA, hostB, 1000, 123, b)
}

// craftedNTP are messages of all modes.
func craftedNTP(tb testing.TB) map[string][][]byte {
	tb.Helper()
	const header = " 02 06 ec 00010203 00000405 c0000201 e900000180000000 0000000000000000 0000000100000001 ea00000040000000"
	each := func(head, tail string, middle ...string) (all [][]byte) {
		for _, m := range middle {
			all = append(all, clock(tb, head+m+tail))
		}
		return all
	}
	of := func(octet string, n int) string { return strings.Repeat(octet, n) }
	control := func(operation, status, association string, data string, rest string) []byte {
		return clock(tb, "16"+operation+"0001"+status+association+"0000"+fmt.Sprintf("%04x%x", len(data), data)+rest)
	}
	const variables = "version=\"ntpd 4\", stratum=2,\r\nleap=00, x"
	const mac = "00000001" + "6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d6d"
	var requests, responses [][]byte
	for _, operation := range []string{"00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "0a", "0b", "0c", "0d", "1f"} {
		requests = append(requests, control(operation, "0000", "0000", "", ""), control(operation, "0000", "0001", "abc", "00"+mac), control(operation, "0000", "0001", "abcd", mac+"6d6d6d6d"))
		response := fmt.Sprintf("%02x", 0x80|octets(tb, operation)[0])
		responses = append(responses, control(response, "c618", "0000", variables, ""), control(response, "961a", "0001", variables, ""), control(response, "0321", "0005", "abc", "00"+mac))
	}
	list := of("00", 16) + "c0000201"
	return map[string][][]byte{
		"ntp": slices.Concat(
			each("", header, "23", "1b", "0b", "d9", "22", "25", "20", "e4", "33", "03"),
			each("", "", "23", "2302", "2302 06ec", "2302 06ec 00010203", "2302 06ec 00010203 00000405 c00002", "23"+header[:len(header)-2]),
			each("23"+header[:len(header)-16], "", "7fffffff ffffffff", "80000000 00000000", "00000000 00000001", "00000000 00000005", "00000000 80000000", "83aa7e80 00000000", "00000001 00000000", "e9000001 00000004", "e9000001 12345678"),
		),
		"ntp-extensions": each("23"+header, "",
			"0000", "00000001", "00000001"+of("01", 8), "00000001"+of("01", 16), "00000001"+of("01", 20), "00000001"+of("01", 32), "00000001"+of("01", 68),
			"0104001c"+of("aa", 24), "01040010"+of("aa", 12), "01040010"+of("aa", 12)+"00000007", "0104000f"+of("aa", 12), "0104000c"+of("aa", 8), "01040100"+of("aa", 40), "01040000"+of("aa", 40), "0104001d"+of("aa", 40),
			"0104001c"+of("aa", 24)+"0204001c"+of("bb", 24), "0104001c"+of("aa", 24)+mac, "0104001c"+of("aa", 24)+mac+"6d6d6d6d", "0104001c"+of("aa", 24)+"00000001", "0104001c"+of("aa", 24)+of("cc", 16),
			"0104001c"+of("aa", 24)+"0204001c"+of("bb", 24)+of("cc", 20), "0104001c"+of("aa", 24)+"0204001c"+of("bb", 24)+of("cc", 16), "f5040030"+of("01", 44)),
		"ntp-control-requests":  requests,
		"ntp-control-responses": responses,
		"ntp-control": slices.Concat([][]byte{
			control("c1", "0300", "0000", "", ""), control("c2", "0700", "0001", "bad", ""), control("a2", "0618", "0000", "a=b", ""),
			control("81", "0618", "0000", "\x00\x01\x96\x1a\x00\x02\xf0\x1b", ""), control("81", "0618", "0000", "\x00\x01\x96\x1a\x00", ""),
			control("07", "0000", "0001", "a\x00b\xe9\xc3\xa9", ""), control("08", "0000", "0001", "a\xe9\xc3\xa9", ""),
		}, each("", "", "16", "1602", "160200", "16020001", "160200010000", "1602000100000000", "16020001000000000000", "160200010000000000000000 6d6f7265",
			"168200010618000000000190 61626364", "168100010618000000000190 00010002", "160300010000000000000000"+mac, "160800010000000000000000 00000000"+mac, "160800010000000000000001 61 000000")),
		"ntp-private": each("", "",
			"17", "1700", "170003", "17000300", "170003001234", "17000300 00000000", "d7050300 10010000", "97000300 1234 5678", "97000363 f003 f000", "17000100 00000000 61626364",
			"1700032a 00000000", "9700032a 00010048"+list+"0a000001 00000000 0050 03 04 00000001 00000000"+of("20", 32), "9700032a 00020028"+list+"0a000001 00000007 0050 03 04 00000000 00000000"+list+"0a000001 00000007 0050 03 04 00000000 00000000",
			"97000314 00010038"+list+"0050 03 04 00000001 00000000"+of("20", 16), "97000314 00020020"+list+"0050 03 04 00000000 00000000", "9700032a 00030048"+of("00", 100),
			"1780032a 00000000"+of("00", 40), "1780032a 00000000"+of("00", 176)+"e900000180000000"+mac, "1780012a 00000000"+of("00", 176)+"e900000180000000 0000000a", "1780032a 00000000"+of("00", 176)+"e9000001800000"),
		"ntp-stream": connect(20123, 123, 1).ask(string(octets(tb, "23"+header))).answer(string(octets(tb, "24"+header))).segments,
	}
}
