package packet_test

import (
	"encoding/hex"
	"regexp"
	"strings"
	"testing"
)

// mixed reads hexadecimal digits, and text between quotes.
func mixed(tb testing.TB, s string) []byte {
	tb.Helper()
	return octets(tb, regexp.MustCompile(`'[^']*'`).ReplaceAllStringFunc(s, func(text string) string {
		return hex.EncodeToString([]byte(strings.Trim(text, "'")))
	}))
}

// dhcpMessage is a message with options, and what stands in its sname and file fields.
func dhcpMessage(sname, file, options []byte) []byte {
	b := make([]byte, 236, 236+4+len(options))
	copy(b, []byte{1, 1, 6, 0, 0x12, 0x34, 0x56, 0x78, 0, 1, 0x80, 0})
	copy(b[28:], []byte{2, 0, 0, 0, 0, 1})
	copy(b[44:108], sname)
	copy(b[108:236], file)
	return udp("0.0.0.0", "255.255.255.255", 68, 67, join(b, []byte{0x63, 0x82, 0x53, 0x63}, options))
}

// craftedDHCP are DHCP messages that reach every option.
func craftedDHCP(tb testing.TB) map[string][][]byte {
	tb.Helper()
	kind := []byte{53, 1, 1}
	all := map[string][][]byte{}

	// every option with too little, enough and too much of three kinds of content
	contents := [][]byte{
		mixed(tb, "01 02 03 04 05 06 07 08 09 0a 0b 0c 0e 0e 0f 10 11 12 13 14 15 16 17 18 19 1a"),
		mixed(tb, "'www.example.lan is text'"),
		mixed(tb, "00 00 06 00 29 00 2c 00 41 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00"),
	}
	known := []string{"dhcp-contents-a", "dhcp-contents-b", "dhcp-contents-c"}
	for i, content := range contents {
		for code := 1; code < 255; code++ {
			switch {
			case code == 63, code == 83, code == 122, code == 123, code == 242: // of which the contents are not dissected
				continue
			case code > 162 && code < 208 || code > 212 && code < 249:
				continue // nor by tshark
			}
			for _, n := range []int{0, 1, 2, 4, 5, 8, 17, len(content)} {
				all[known[i]] = append(all[known[i]], dhcpMessage(nil, nil, join([]byte{byte(code), byte(n)}, content[:n], kind, []byte{255})))
			}
		}
	}

	for line := range strings.Lines(dhcpOptions) {
		if line = strings.TrimSpace(line); line != "" {
			options := mixed(tb, line)
			all["dhcp-options"] = append(all["dhcp-options"], dhcpMessage(nil, nil, options), dhcpMessage(nil, nil, join(options, kind, []byte{255}, make([]byte, 40))))
		}
	}

	sname, file := mixed(tb, "0c 03 'pc1' 35 01 02 ff"), mixed(tb, "0f 03 'lan' 77 05 03 'lan' 00 00 3c 09 'PXEClient' 2b 03 060108 ff")
	for _, overload := range []string{"34 01 00", "34 01 01", "34 01 02", "34 01 03", "34 01 04", "34 01 07", "34 02 0301", "34 00", "34 01 03 34 01 03", "34 01 01 34 01 02", "34 01 04 34 01 01", "34 01 00 34 01 02"} {
		for _, rest := range []string{"", "ff", "35 01 01 ff", "0c 02 'ab'", "0c 09 'ab'", "77 03 02 'ab' ff"} {
			all["dhcp-overload"] = append(all["dhcp-overload"],
				dhcpMessage(sname, file, mixed(tb, overload+rest)),
				dhcpMessage(nil, nil, mixed(tb, rest+overload)),
				dhcpMessage([]byte("server"), []byte("file"), mixed(tb, "35 01 05"+overload+rest)),
				dhcpMessage([]byte{12, 80}, []byte{12, 200}, mixed(tb, overload+rest)))
		}
	}

	whole := dhcpMessage([]byte("server"), []byte("boot"), join(kind, []byte{255}))[42:]
	plain := func(b []byte) []byte { return udp("0.0.0.0", "255.255.255.255", 68, 67, b) }
	area := make([]byte, 64)
	all["dhcp-bootp"] = [][]byte{
		plain(whole[:236]), plain(whole[:237]), plain(whole[:239]), plain(whole[:240]), plain(whole[:241]), plain(whole[:243]), plain(whole[:235]),
		plain(join(whole[:236], area)), plain(join(whole[:236], area[:63])), plain(join(whole[:236], []byte{0x63, 0x82, 0x53, 0x62}, area)),
		plain(join(whole[:240], area)), plain(join([]byte{2}, whole[1:236], area)), plain(join([]byte{3}, whole[1:])), plain(join([]byte{2}, whole[1:43])), plain(join([]byte{2}, whole[1:20])), plain(whole[:43]), plain(whole[:44]), plain(whole[:34]), plain(whole[:33]), plain(whole[:2]), plain(join([]byte{2}, whole[1:2])), plain(join([]byte{1, 1, 254}, whole[3:])),
		plain(join([]byte{1, 6, 6}, whole[3:])), plain(join([]byte{1, 1, 0}, whole[3:])), plain(join([]byte{1, 1, 16}, whole[3:])), plain(join([]byte{1, 32, 20}, whole[3:])), plain(join([]byte{1, 1, 255}, whole[3:])),
	}
	for cut := 236; cut < len(whole); cut++ {
		all["dhcp-bootp"] = append(all["dhcp-bootp"], plain(whole[:cut]))
	}
	return all
}

// dhcpOptions are options, or several of them: what they hold is good, or odd in
// a way of its own.
const dhcpOptions = `
3d 01 00
3d 01 01
3d 07 01 020000000001
3d 07 06 020000000001
3d 07 2f 020000000001
3d 07 30 020000000001
3d 07 ff 020000000001
3d 05 01 02000000
3d 11 00 00112233445566778899aabbccddeeff
3d 11 01 00112233445566778899aabbccddeeff
3d 12 00 00112233445566778899aabbccddeeff 01
3d 05 00 'abcd'
3d 08 00 'abcdefg'
3d 03 'abc'
3d 0f ff 00000001 0001 0001 12345678 020000000001
3d 13 ff 00000001 0001 0001 12345678 020000000001
3d 0d ff 00000001 0001 0001 12345678
3d 0c ff 00000001 0001 0001 123456
3d 0f ff 00000001 0003 0001 020000000001
3d 0d ff 00000001 0003 0001 02000000
3d 0f ff 00000001 0003 0006 020000000001
3d 0f ff 00000001 0003 0020 020000000001
3d 09 ff 00000001 0003 0001
3d 08 ff 00000001 0003 00
3d 0f ff 00000001 0002 00000009 01020304
3d 0b ff 00000001 0002 00000009
3d 0a ff 00000001 0002 000000
3d 17 ff 00000001 0004 00112233445566778899aabbccddeeff
3d 15 ff 00000001 0004 00112233445566778899aabbccdd
3d 0b ff 00000001 0009 01020304
3d 07 ff 00000001 0009
3d 06 ff 00000001 00
3d 05 ff 00000001
3d 01 ff
61 11 00 00112233445566778899aabbccddeeff
61 11 01 00112233445566778899aabbccddeeff
61 10 00 00112233445566778899aabbccddee
61 01 00
5e 03 01 0210
5e 03 02 0210
5e 02 01 02
5e 04 01 02 03 04
5a 0b 00 00 00 0000000000000001
5a 0f 00 00 00 0000000000000001 'abcd'
5a 1f 01 01 00 0000000000000001 00000007 000102030405060708090a0b0c0d0e0f
5a 1e 01 01 00 0000000000000001 00000007 000102030405060708090a0b0c0d0e
5a 1f 01 02 00 0000000000000001 00000007 000102030405060708090a0b0c0d0e0f
5a 1f 01 01 01 '00000001' 00000007 000102030405060708090a0b0c0d0e0f
5a 1c 03 01 00 0000000000000001 01 000102030405060708090a0b0c0d0e0f
5a 1f 03 01 00 0000000000000001 00000007 000102030405060708090a0b0c0d0e0f
5a 1f 00 01 00 0000000000000001 00000007 000102030405060708090a0b0c0d0e0f
5a 0b 01 01 00 0000000000000001
5a 0f 01 01 00 0000000000000001 00000001
5a 0f 02 01 00 0000000000000001 'abcd'
5a 0f 00 00 01 0000000000000001 'abcd'
5a 0f 00 00 00 0000000000000001 0000 6162
4d 05 04 'abcd'
4d 07 04 'abcd' 01 'a'
4d 06 04 'abcd' 01
4d 07 04 'abcd' 02 'a'
4d 04 'abcd'
4d 07 04 'abcd' 00 'a'
4d 02 01 'a'
4d 02 02 'a'
75 02 0000
75 04 0006 002c
75 02 0029
75 04 0041 0007
75 06 0007 0041 0000
78 05 01 c0000201
78 09 01 c0000201 c0000202
78 06 01 c0000201 c0
78 04 01 c00002
78 0c 00 03 'sip' 05 'local' 00
78 12 00 03 'sip' 05 'local' 00 03 'abc' c001
78 07 00 03 'sip' 01 'a'
78 10 00 03 'sip' 05 'local' 00 03 'abc'
78 05 02 c0000201
92 0a 03 c0000201 c0000202 'a'
92 0d fd c0000201 c0000202 03 'lan' 00
92 12 01 c0000201 c0000202 03 'lan' 00 03 'abc' 00
92 0a 01 c0000201 c0000202 00
92 0b 01 c0000201 c0000202 03 'l'
d4 12 18 20 20010db8000000000000000000000000
d4 16 18 20 20010db8000000000000000000000000 c0000201
d4 1a 18 20 20010db8000000000000000000000000 c0000201 c0000202
d4 17 18 20 20010db8000000000000000000000000 c000020105
d4 15 18 20 20010db8000000000000000000000000 c00002
d4 13 18 20 20010db8000000000000000000000000 c0
d4 16 21 81 20010db8000000000000000000000000 c0000201
9e 05 04 c0000201
9e 09 08 c0000201 c0000202
9e 0a 04 c0000201 04 c0000202
9e 08 04 c0000201 01 02 03
9e 06 05 c0000201 01
9e 05 08 c0000201
9e 05 00 c0000201
9f 04 06 08 1200
9f 04 10 11 ffff
52 04 0102 'ab'
52 04 0202 'ab'
52 04 0302 'ab'
52 06 0404 00000001
52 05 0403 000001
52 06 0504 c0000201
52 05 0503 c00002
52 07 0505 c000020105
52 04 0602 'ab'
52 04 0702 'ab'
52 04 0802 'ab'
52 02 0900
52 0b 0909 00000009 04 01020304
52 10 0909 00000009 04 01020304 00000a
52 08 0906 00000009 06 01
52 06 0904 00000009
52 03 0a01 80
52 03 0a01 00
52 04 0a02 8000
52 06 0b04 c0000201
52 04 0c02 abcd
52 04 0d02 0102
52 03 0d01 11
52 04 0e02 'ab'
52 04 0f02 'ab'
52 08 1006 020000000001
52 07 1005 0200000000
52 04 1102 'ab'
52 04 1202 'ab'
52 02 1300
52 04 1302 0001
52 04 1402 0001
52 06 9604 c0000201
52 06 9804 c0000201
52 03 9701 00
52 04 9702 0061
52 05 9703 'abc'
52 05 9703 00 'bc'
52 0a 9708 01 000102 00000003
52 09 9707 01 000102 000003
52 0b 9709 01 000102 00000003 04
52 03 9701 ff
52 05 9703 02'ab'
52 04 00 00 01 00
52 05 00 01 02'ab'
52 02 0100
52 03 01 05 01
52 06 0104 'abcd' 0a
52 07 0102 'ab' 0201 'c'
52 04 ff02 6162
52 04 4002 6162
3c 09 'PXEClient' 2b 07 0604 0000000a ff
3c 20 'PXEClient:Arch:00000:UNDI:002001' 2b 07 0601 08 0702 0000 ff
2b 07 0601 08 0702 0000 ff 3c 09 'PXEClient'
3c 09 'PXEClient' 2b 05 0601 08 ff 00
3c 09 'PXEClient' 2b 06 0104 e0000001
3c 09 'PXEClient' 2b 0f 0202 1234 0302 5678 0401 01 0501 02
3c 09 'PXEClient' 2b 06 0704 e0000001
3c 09 'PXEClient' 2b 0d 080b 0001 02 c0000201 c0000202
3c 09 'PXEClient' 2b 09 0807 8000 01 c0000201
3c 09 'PXEClient' 2b 09 0807 8000 02 c0000201
3c 09 'PXEClient' 2b 0a 0908 0001 05 'local'
3c 09 'PXEClient' 2b 11 090f 0001 05 'local' 0002 04 'abcd'
3c 09 'PXEClient' 2b 07 0a05 0a 'boot'
3c 09 'PXEClient' 2b 0a 0b08 0102030405060708
3c 09 'PXEClient' 2b 0e 0c04 01020304 4704 00010002 ff 00
3c 09 'PXEClient' 2b 05 4003 'abc'
3c 09 'PXEClient' 2b 05 8003 'abc' 2b 03 8101 01
3c 09 'PXEClient' 2b 04 ff 00 01 02
3c 09 'PXEClient' 2b 02 06 05
3c 09 'PXEClient' 2b 01 06
3c 09 'PXEClient' 2b 04 0001 06 01
3c 09 'PXEClient' 2b 04 0602 0102
3c 09 'PXEClient' 2b 05 0103 010203
3c 08 'PXEClien' 2b 03 0601 08
3c 0a 'HTTPClient' 2b 03 0601 08
3c 08 'MSFT 5.0' 2b 04 0202 'CM'
3c 07 'ArubaAP' 2b 09 'c0000201b'
3c 00 2b 04 0202 'CM'
77 05 03 'lan' 00 77 05 03 'com' 00
77 03 03 'la' 77 03 'n' 00 00
77 03 03 'la' 77 02 'n' 00 35 01 01 77 05 03 'com' 00
77 02 03 'l' 78 02 0003 77 03 'an' 00 78 05 'sip' 00 00
78 02 0003 78 04 'sip' 00
78 03 01 c000 78 02 0201
78 02 01 c0
77 0d 03 'lan' 00 03 'www' c000
77 0d 03 'lan' 00 03 'www' c000 77 02 c005
0c 03 'abc' 0c 03 'def'
4e 05 01 c0000201
4e 09 00 c0000201 c0000202
4e 01 01
4f 05 01 'abcd'
4f 01 00
63 08 02 'US' 01 03 'abc'
63 0c 02 'US' 01 03 'abc' 02 02 'de'
63 0b 02 'US' 01 03 'abc' 02 02 'd'
63 08 02 'US' 00 03 'abc'
63 03 02 'US'
63 05 02 'US' 01 03
7c 05 00000009 00
7c 09 00000009 04 'abcd'
7c 0e 00000009 04 'abcd' 00000010 00
7c 12 00000009 04 'abcd' 00000010 04 'efgh'
7c 07 00000009 04 'ab'
7c 01 05
7d 05 00000009 00
7d 09 00000009 04 0102 6162
7d 0e 00000009 04 0102 6162 00000010 00
7d 12 00000009 04 0102 6162 00000010 04 0302 6364
7d 0b 00000009 06 0102 6162 0300
7d 0a 00000009 05 0102 6162 03
7d 09 00000009 04 0103 6162
7d 10 00000de9 0b 0106 '0001E3' 0203 'abc'
7d 10 00000de9 0b 0106 'abcdef' 0303 'abc'
7d 14 00000de9 0f 0406 'abcdef' 0503 'abc' 0600
7d 0b 00000de9 06 0303 'abc' 00
7d 08 00000009 03 01 02 61
7d 07 00000009 02 01 00
7d 07 00000009 03 01 00
6c 04 00000708
ae 04 00000001
d3 04 00000001
d0 04 f100747e
d1 04 'abcd'
f9 05 18 0a0000 c0000201
f9 08 18 0a0000 c0000201
f9 0d 18 0a0000 c0000201 00 c0000202
f9 0e 18 0a0000 c0000201 20 c0000202 01
79 05 00 c0000201
79 0d 18 0a0000 c0000201 00 c0000202
79 0e 18 0a0000 c0000201 21 c0000202 01
79 0d 18 0a0000 c0000201 10 c0000202
dc 05 01 c0000201
dd 08 00'abcdefg'
2b 03 0601 08 3c 09 'PXEClient' ff
3c 09 'PXEClient' 3c 03 'abc' 2b 03 0601 08 ff
3c 03 'abc' 3c 09 'PXEClient' 2b 03 0601 08 ff
3c 09 'PXEClient' 2b 12 0202 1234 0302 5678 0401 01 0501 02 0704 e0000001 ff
3c 09 'PXEClient' 2b 05 0701 e0 ff
3c 09 'PXEClient' 2b 08 0206 1234 5678 9abc ff
3c 09 'PXEClient' 2b 04 0203 1234 56 ff
3c 09 'PXEClient' 2b 05 0402 0102 ff
3c 09 'PXEClient' 2b 0a 0108 e0000001 e0000002 ff
3c 09 'PXEClient' 2b 08 0106 e0000001 e000 ff
3c 09 'PXEClient' 2b 03 0600 ff
3c 09 'PXEClient' 2b 03 0800 ff
3c 09 'PXEClient' 2b 04 0801 00 ff
3c 09 'PXEClient' 2b 03 0900 ff
3c 09 'PXEClient' 2b 05 0a02 0561 ff
3c 09 'PXEClient' 2b 04 0a01 05 ff
3c 09 'PXEClient' 2b 03 0a00 ff
3c 09 'PXEClient' 2b 05 0b02 0561 ff
3c 09 'PXEClient' 2b 05 0c02 0561 ff
3c 09 'PXEClient' 2b 07 4704 00010002 ff
3c 09 'PXEClient' 2b 05 4702 0001 ff
3c 09 'PXEClient' 2b 04 4701 00 ff
3c 09 'PXEClient' 2b 03 4700 ff
3c 09 'PXEClient' 2b 08 4705 0001000203 ff
3c 09 'PXEClient' 2b 04 0d01 00 ff
3c 09 'PXEClient' 2b 04 ff01 00 ff
3c 09 'PXEClient' 2b 00 ff
3c 09 'PXEClient' 2b 01 ff ff
3c 09 'PXEClient' 2b 01 00 ff
3c 09 'PXEClient' 2b 05 0604 0000 ff
3c 07 'ArubaAP' 2b 09 'c0000201b' ff
3c 07 'ArubaAP' 2b 00 ff
3c 08 'ArubaAPx' 2b 02 'ab' ff
9e 05 05 c0000201
9e 0a 09 c0000201 c0000202 01
9e 0b 05 c0000201 05 c0000202 01
9e 0c 05 c0000201 01 04 c0000202 01
9e 0d 0c c0000201 c0000202 c0000203
9e 12 08 c0000201 c0000202 08 c0000203 c0000204
7d 0c 00000009 05 0102 6162 03 00 00
7d 10 00000de9 0b 0106 '0001E3' 0203 'ab'
7d 09 00000de9 04 0102 'ab'
7d 09 00000de9 04 0103 'ab'
7d 08 00000de9 03 0702 'a'
7d 09 00000de9 04 0702 'ab'
7d 0b 00000009 06 0304 'abcd' 0000
7d 05 00000009 06
7d 06 00000009 06 01
7c 0c 00000009 04 'abcd' 000000
7c 0d 00000009 04 'abcd' 00000009
3d 03 ff 0000
3d 0c ff 00000001 0001 0001 1234
3d 07 ff 00000001 0001
5e 01 01
5e 00
92 0a 03 c0000201 c0000202 01
75 05 0000 0006 00
52 0f 0909 00000009 04 01020304 00000a 00
52 11 090f 00000009 04 01020304 0000000a 01 41
52 09 0907 00000009 06 0102
52 05 0d03 010203
52 02 0d00
52 03 0501 01
52 02 9700
4d 08 04 'abcd' 04 'ab'
4d 01 00
78 03 00 0000
78 03 00 c000
78 04 00 02 'a' 00
79 07 18 0a0000 c00002
79 05 18 0a0000 c0
63 08 02 'US' 01 05 'abc'
51 05 040000 03 'a'
51 0a 040000 03 'abc' 02 'de'
51 08 040000 03 'abc' 00
51 05 040000 c000
51 04 040000 00
3c 09 'PXEClient' 2b 03 0601 08 3c 03 'abc'
7d 11 00000de9 0c 0106 '0001E3' 0202 'ab'
35 01 00 ff
0c 01 'a' 35 00
0c 01 'a' 35
0c 01 'a' 34
0c 01 'a' 3c 00
0c 01 'a' 77 00
0c 01 'a' 34 09 01
0c 01 'a' 35 09 01
35 03 01
35 01 03 5a 1f 01 01 00 0000000000000001 00000007 000102030405060708090a0b0c0d0e0f
35 01 03 35 01 01 5a 1f 01 01 00 0000000000000001 00000007 000102030405060708090a0b0c0d0e0f
98 04 00000000
2b 03 0601 08 3c 09 'PXEClient' 3c 03 'abc'
`
