package packet_test

import (
	"encoding/hex"
	"testing"
)

// ber is an element with a tag and contents.
func ber(tag byte, contents ...[]byte) []byte {
	b := join(contents...)
	switch n := len(b); {
	case n < 0x80:
		return join([]byte{tag, byte(n)}, b)
	case n < 0x100:
		return join([]byte{tag, 0x81, byte(n)}, b)
	default:
		return join([]byte{tag, 0x82}, be16(n), b)
	}
}

func berText(s string) []byte { return ber(4, []byte(s)) }

func berNumber(octets ...byte) []byte { return ber(2, octets) }

// snmpPDU is one with a request's number and bindings.
func snmpPDU(tag, request byte, bindings ...[]byte) []byte {
	return ber(tag, berNumber(request), berNumber(0), berNumber(0), ber(0x30, bindings...))
}

// snmpMessage is one of version 1 or 2c.
func snmpMessage(version byte, pdu []byte) []byte {
	return ber(0x30, berNumber(version), berText("public"), pdu)
}

// snmpBinding gives sysName.0 a value.
func snmpBinding(value []byte) []byte {
	return ber(0x30, ber(6, []byte{0x2b, 6, 1, 2, 1, 1, 5, 0}), value)
}

// snmpSecured is a message of version 3.
func snmpSecured(flags string, model byte, security, data []byte) []byte {
	return ber(0x30, berNumber(3), ber(0x30, berNumber(9), berNumber(0, 0xff, 0xe3), berText(flags), berNumber(model)), ber(4, security), data)
}

func snmpUser(engine, user string) []byte {
	return ber(0x30, berText(engine), berNumber(1), berNumber(0, 0x80, 0, 0, 0), berText(user), berText(""), berText(""))
}

// craftedSNMP are messages of all versions, right and wrong.
func craftedSNMP(tb testing.TB) map[string][][]byte {
	tb.Helper()
	up := func(messages ...[]byte) (all [][]byte) {
		for _, m := range messages {
			all = append(all, udp(hostA, hostB, 1000, 161, m))
		}
		return all
	}
	one := snmpBinding(berNumber(1))
	get := snmpPDU(0xa0, 7)
	var values, engines, pdus [][]byte
	for _, v := range []string{
		"0201fb", "0208ffffffffffffff00", "02080102030405060708", "0200", "0400", "04026162", "04020102", "0403610a62", "0403610062", "0402c3a9", "040161 04", "0602 2b06", "0600", "06022b86", "06012b", "0603883703",
		"0500", "050178", "4004c0000201", "4003c00002", "401000000000000000000000000000000001", "4000", "410105", "410500ffffffff", "4101ff", "4100",
		"420105", "420500ffffffff", "4204ffffffff", "430105", "4304ffffffff", "4403616263", "4400", "4503010203", "4500", "460900ffffffffffffffff", "4608ffffffffffffffff", "470107", "4701ff", "48026162",
		"8000", "8100", "8200", "8300", "800178", "9e00", "3003020101", "0101ff", "090101", "0c026162", "c10161", "240404026162", "1f81010161", "0481026162", "0484000000026162", "24800000", "047f6162", "", "1f", "0485",
	} {
		values = append(values, snmpMessage(1, snmpPDU(0xa2, 7, snmpBinding(octets(tb, v)), one)))
	}
	for _, v := range []string{
		"30050600020101", "3006 040178020101", "300606012b020101", "300706022b86020101", "3000", "020101", "31050600020101", "30080600020101020102", "300c06072b8fffffff7f01020101", "3080060002010100 00", "30022680", "30020600", "3006060100020101",
	} {
		values = append(values, snmpMessage(1, snmpPDU(0xa2, 7, octets(tb, v), one)))
	}
	for tag := byte(0xa0); tag <= 0xa9; tag++ {
		pdus = append(pdus, snmpMessage(1, snmpPDU(tag, tag, one)), snmpMessage(0, snmpPDU(0xa2, tag)), snmpSecured("\x04", 3, snmpUser("\x80\x00\x00\x01\x04abc", "u"), ber(0x30, berText("e"), berText("c"), snmpPDU(tag, tag, one))))
	}
	enterprise := ber(6, []byte{0x2b, 6, 1, 4, 1, 9})
	trap := func(address, ticks []byte) []byte {
		return snmpMessage(0, ber(0xa4, enterprise, address, berNumber(6), berNumber(17), ticks, ber(0x30, one)))
	}
	ticks := ber(0x43, []byte{99})
	pdus = append(pdus, trap(ber(0x40, []byte{1, 2, 3, 4}), ticks), trap(ber(0x40), ticks), trap(ber(0x40, []byte{1, 2, 3, 4, 5}), ticks), trap(ber(0x40, []byte{1, 2, 3, 4}), berNumber(99)),
		snmpMessage(1, ber(0xa5, berNumber(5), berNumber(2), berNumber(10), ber(0x30, one))),
		snmpMessage(1, ber(0xa2, berNumber(0x80, 0, 0, 1), berNumber(99), berNumber(1, 44), ber(0x30))), snmpMessage(1, ber(0xa0, berNumber(0, 0x80, 0, 0, 0), berNumber(0xff), berNumber(0), ber(0x30))))
	for _, e := range []string{
		"", "80", "800000", "80000001", "8000000101", "800000010101020304", "8000000101010203", "800000010200000000000000000000000000000001", "8000000102000000", "8000000103010203040506", "80000001030102030405", "800000010474657874",
		"80000001047465c3a90078", "8000000104", "80000001056162", "8000000105", "80000001806162", "80001f88800102030465040302", "80001f8880010203046504030200000000", "80001f888001020304", "80001f888101020304", "80000001006162",
		"000000010102030405060708", "000000010102", "00",
	} {
		b, err := hex.DecodeString(e)
		if err != nil {
			tb.Fatal(err)
		}
		engines = append(engines, snmpSecured("\x00", 3, snmpUser(string(b), "u"), ber(0x30, berText(string(b)), berText("ctx\xc3\xa9"), get)))
	}
	scoped := ber(0x30, berText("e"), berText("c"), get)
	user := snmpUser("\x80\x00\x00\x01\x04abc", "u\xc3\xa9\x00b")
	secured := [][]byte{
		snmpSecured("\x03", 3, ber(0x30, berText("engine"), berNumber(1), berNumber(2), berText("u"), berText("aaaaaaaaaaaa"), berText("pppppppp")), berText("secret")),
		snmpSecured("", 3, user, scoped), snmpSecured("\x07", 3, user, scoped), snmpSecured("\xff\x01", 3, user, scoped), snmpSecured("\x00", 1, user, scoped), snmpSecured("\x00", 4, nil, scoped),
		snmpSecured("\x00", 3, []byte("junk"), scoped), snmpSecured("\x00", 3, nil, scoped), snmpSecured("\x00", 3, user, berNumber(1)), snmpSecured("\x00", 3, user, ber(0x30, berText("x"))),
		snmpSecured("\x00", 3, user, ber(0x30, berText("x"), berText("y"), get, berNumber(1))), ber(0x30, berNumber(3), ber(0x30, berNumber(1))), ber(0x30, berNumber(3)),
		ber(0x30, berNumber(2), berText("par"), berText("encrypted")), ber(0x30, berNumber(2), berText("par"), get), ber(0x30, berNumber(2), berText("par"), berNumber(1)),
	}
	odd := [][]byte{
		snmpMessage(4, get), snmpMessage(0xff, get), ber(0x30, berNumber(1, 0), berText("public"), get), ber(0x30, berNumber(1), berText("\xff\x00a\xc3\xa9"), get), join(snmpMessage(1, get), []byte("xyz")), snmpMessage(1, one)[:20], snmpMessage(1, one)[:8],
		{0x30, 0}, []byte("abcdef"), {0x30}, make([]byte, 8), ber(0x31, berNumber(1), berText("public"), get), ber(0x30, berText("public"), get), ber(0x30, berNumber(1), get),
		join([]byte{0x30, 0x80}, berNumber(1), berText("public"), get, []byte{0, 0}), snmpMessage(1, ber(0xa0, berNumber(7), berNumber(0), berNumber(0), ber(0x30), berNumber(9))), snmpMessage(1, ber(0xa0, berNumber(7), berNumber(0))),
		snmpMessage(1, ber(0xa0, berNumber(7), berText("a"), berNumber(0), ber(0x30))), ber(0x30, berNumber(1), berText("p"), get, berNumber(5)), snmpMessage(1, berNumber(3)),
	}
	exchange := func(port uint16) (all [][]byte) {
		for i, m := range []struct {
			up           bool
			tag, request byte
			client       uint16
		}{
			{true, 0xa0, 1, 1}, {false, 0xa2, 1, 1}, {false, 0xa2, 1, 1}, {true, 0xa1, 2, 1}, {true, 0xa3, 3, 1}, {false, 0xa2, 3, 1}, {false, 0xa2, 2, 1}, {true, 0xa5, 4, 1}, {true, 0xa5, 4, 1}, {false, 0xa8, 4, 1}, {false, 0xa2, 4, 2}, {false, 0xa2, 4, 1},
			{true, 0xa6, 5, 3}, {false, 0xa2, 5, 3}, {true, 0xa7, 6, 3}, {false, 0xa2, 6, 3}, {true, 0xa0, 0x80, 3}, {true, 0xa2, 0x80, 3},
		} {
			message := snmpMessage(byte(i%2), snmpPDU(m.tag, m.request, one))
			if m.up {
				all = append(all, udp(hostA, hostB, m.client, port, message))
			} else {
				all = append(all, udp(hostB, hostA, port, m.client, message))
			}
		}
		return all
	}
	lone := string(snmpMessage(1, snmpPDU(0xa0, 7, one)))
	return map[string][][]byte{
		"snmp-values": up(values...), "snmp-engines": up(engines...), "snmp-pdus": up(pdus...), "snmp-secured": up(secured...), "snmp-odd": up(odd...),
		"snmp-exchange": exchange(161), "snmp-notices": exchange(162), "snmp-other-port": exchange(8161),
		"snmp-tcp": connect(40161, 161, 1).ask(lone).segments, "snmp-tcp-two": connect(40163, 162, 1).ask(lone + lone).segments,
		"snmp-tcp-odd": connect(40164, 161, 1).ask("not SNMP").segments,
	}
}
