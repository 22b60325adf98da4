package packet_test

import "fmt"

// transfers writes down what a TFTP client at hostA and servers at hostB say.
type transfers struct{ frames [][]byte }

// up sends from the client's port, down to it.
func (c *transfers) up(client, server uint16, messages ...string) *transfers {
	for _, m := range messages {
		c.frames = append(c.frames, udp(hostA, hostB, client, server, []byte(m)))
	}
	return c
}

func (c *transfers) down(server, client uint16, messages ...string) *transfers {
	for _, m := range messages {
		c.frames = append(c.frames, udp(hostB, hostA, server, client, []byte(m)))
	}
	return c
}

func tftpBlock(n int, data string) string { return "\x00\x03" + string(be16(n)) + data }

func tftpAck(n int) string { return "\x00\x04" + string(be16(n)) }

// craftedTFTP are transfers, orderly ones and others.
func craftedTFTP() map[string][][]byte {
	const (
		read  = "\x00\x01file\x00octet\x00"
		write = "\x00\x02file\x00netascii\x00"
	)
	quote := func(frame []byte) []byte {
		b := join([]byte{3, 3, 0, 0, 0, 0, 0, 0}, frame[14:])
		return ip4{src: hostA, dst: hostB, proto: 1, payload: b}.frame()
	}
	var wrap, odd, asked, windows transfers
	wrap.up(1005, 69, read)
	for _, n := range []int{1, 2, 2, 3, 1, 65535, 0, 1, 65534, 65535, 0, 1, 2, 0, 65535, 40000, 7000, 30000, 60000, 65535, 0, 1, 32769, 0, 32768, 32767} {
		wrap.down(3005, 1005, tftpBlock(n, "x")).up(1005, 3005, tftpAck(n), tftpAck(n+40000))
	}
	wrap.up(1005, 69, read).down(3005, 1005, tftpBlock(1, "x")).down(3006, 1005, tftpBlock(1, "x"))
	odd.up(1006, 69, read)
	for _, m := range []string{
		"", "\x00", "\x00\x03", "\x00\x03\x00", "\x00\x04", "\x00\x04\x00", "\x00\x05", "\x00\x05\x00", "\x00\x05\x00\x01", "\x00\x05\x00\x01x", "\x00\x06", "\x00\x06x", "\x00\x06x\x00", "\x00\x06x\x00y", "\x00\x06x\x00y\x00z",
		"\x00\x01", "\x00\x01f", "\x00\x01f\x00", "\x00\x01f\x00m", "\x00\x01f\x00m\x00o", "\x00\x01f\x00m\x00o\x00", "\x00\x01f\x00m\x00o\x00v", "\x00\x01f\x00m\x00o\x00v\x00", "\x00\x01f\x00m\x00\x00", "\x00\x01\x00\x00", "\x00\x02f",
		"\x00\x02f\x00m\x00", "\x00\x04\x00\x01zz", "\x00\x03\x00\x01", "\x00\x00abcd", "\x00\x07abcd", "\x00\xffabcd", "\x00\xffa\x00b\x00", "\xff\xffabcd", "xyz",
		"\x00\x05\x00\x04\xc3\xa9\xe9\x00trail", "\x00\x05\x00\x09\x00", "\x00\x05\x00\x01msg\x00",
	} {
		odd.down(3006, 1006, m).up(1007, 69, m)
	}
	for i, m := range []string{
		"f\x00OctEt\x00", "f\x00netascii\x00", "f\x00mail\x00", "f\x00m\x00", "f\x00octetx\x00", "f\x00\x00", "\x00octet\x00", "a b\x00octet\x00", "\x01\x00octet\x00", "\xc3\xa9\x00octet\x00", "a\t\x00octet\x00",
		"f\x00octet\x00x\x00y\x00", "f\x00octet\x00x\x00", "f\x00octet\x00x", "f\x00octet\x00xyz", "f\x00octet\x00x\x00y", "f\x00octet\x00\xe9\x00y\x00", "f\x00octet\x00\x00\x00", "f\x00octet\x00\x00", "f\x00octet", "f", "",
	} {
		client := uint16(1100 + i)
		asked.up(client, 69, "\x00\x01"+m).down(3020, client, tftpAck(1))
	}
	asked.up(1200, 69, tftpBlock(1, "x"), read).down(3021, 1200, tftpAck(1)).up(1200, 69, tftpAck(1)).
		up(1201, 69, "\x00\x01f\x00m\x00", read).down(3021, 1201, tftpAck(1)).
		up(1202, 69, read, "\x00\x01f\x00m\x00").down(3021, 1202, tftpAck(1)).
		down(3022, 1203, "before").up(1203, 69, read).down(3022, 1203, tftpAck(1)).down(3023, 1203, tftpAck(1)).
		up(1204, 69, write).up(1204, 3024, tftpAck(1)).down(53, 1204, tftpBlock(1, "x"))
	for i, m := range []string{"msftwindow\x0031416\x00", "msftwindow\x0027182\x00", "MSFTwindow\x0027182\x00", "windowsize\x0027182\x00", ""} {
		client := uint16(1300 + i)
		windows.up(client, 69, read+m).down(3030, client, "\x00\x06"+m).up(client, 3030, tftpAck(1), tftpAck(1)+"\x05", tftpAck(1)+"\x05\x04")
	}
	var plain, options, quoted transfers
	plain.up(1001, 69, read, read).down(3001, 1001, tftpBlock(1, fmt.Sprintf("%0512d", 0))).down(3002, 1001, tftpBlock(1, "other port")).up(1001, 3001, tftpAck(1)).
		up(1001, 69, "\x00\x01new\x00octet\x00").down(3002, 1001, tftpBlock(1, "x")).down(3001, 1001, tftpBlock(2, "x")).
		up(1002, 69, read).down(69, 1002, tftpBlock(1, "x")).up(1002, 69, tftpAck(1)).down(3003, 1002, tftpBlock(2, "x")).
		up(1003, 69, tftpBlock(1, "x")).down(69, 1004, tftpBlock(1, "x")).up(1004, 69, tftpAck(1)).down(3004, 1003, tftpAck(1)).
		up(69, 69, read).down(3013, 69, tftpBlock(1, "x")).up(69, 3013, tftpAck(1))
	plain.frames = append(plain.frames, udp(hostC, hostD, 1001, 69, []byte(write)), udp(hostD, hostC, 3001, 1001, []byte(tftpAck(0))), udp(hostC, hostD, 1001, 3001, []byte(tftpBlock(1, ""))))
	options.up(1008, 69, "\x00\x01f\x00octet\x00blksize\x008\x00").down(3008, 1008, "\x00\x06msftwindow\x0027182\x00blksize\x008\x00").up(1008, 3008, tftpAck(0)+"\x00\x04").
		down(3008, 1008, tftpBlock(1, "12345678"), tftpBlock(2, "1234567"))
	quoted.up(1023, 69, read).down(3033, 1023, tftpBlock(1, "abcdefgh"))
	quoted.frames = append(quoted.frames, quote(udp(hostB, hostA, 3033, 1023, []byte(tftpBlock(2, "abcdefgh")))), quote(udp(hostA, hostB, 1024, 69, []byte(read))))
	quoted.down(3034, 1024, tftpBlock(1, "x")).down(3033, 1023, tftpBlock(3, "x"))
	return map[string][][]byte{
		"tftp": plain.frames, "tftp-wrap": wrap.frames, "tftp-odd": odd.frames, "tftp-asked": asked.frames,
		"tftp-windows": windows.frames, "tftp-options": options.frames, "tftp-quoted": quoted.frames,
	}
}
