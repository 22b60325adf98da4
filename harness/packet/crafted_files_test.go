package packet_test

// fileTalk is a control connection of FTP, and those for data that it arranges.
type fileTalk struct {
	control        *talk
	client, server string
	all            [][]byte // what all of them have said
}

func files(client, server string, port uint16) *fileTalk {
	f := &fileTalk{control: connectHosts(client, server, port, 21, 1), client: client, server: server}
	return f.take(f.control)
}

// take adds what a connection has said since.
func (f *fileTalk) take(c *talk) *fileTalk {
	f.all = append(f.all, c.segments...)
	c.segments = nil
	return f
}

func (f *fileTalk) ask(lines ...string) *fileTalk { return f.take(f.control.ask(lines...)) }

func (f *fileTalk) answer(lines ...string) *fileTalk { return f.take(f.control.answer(lines...)) }

// passive transfers data over a connection that the client opens.
func (f *fileTalk) passive(sport, dport uint16, up bool, data ...string) *fileTalk {
	c := connectHosts(f.client, f.server, sport, dport, 1)
	if up {
		return f.take(c.ask(data...))
	}
	return f.take(c.answer(data...))
}

// active transfers data over a connection that the server opens.
func (f *fileTalk) active(sport, dport uint16, up bool, data ...string) *fileTalk {
	c := connectHosts(f.server, f.client, sport, dport, 1)
	if up {
		return f.take(c.answer(data...))
	}
	return f.take(c.ask(data...))
}

// stranger has another host connect to the server.
func (f *fileTalk) stranger(sport, dport uint16, data string) *fileTalk {
	return f.take(connectHosts("192.0.2.7", f.server, sport, dport, 1).answer(data))
}

// craftedFiles are conversations in FTP, well-behaved and not.
func craftedFiles() map[string][][]byte {
	return map[string][][]byte{
		"ftp-secured": files("192.0.2.1", "192.0.2.2", 42099).ask("AUTH TLS\r\n").answer("234 go\r\n").ask("\x15\x03\x03\x00\x02\x01\x00").all,
		"ftp-split": files("192.0.2.1", "192.0.2.2", 42101).
			ask("US", "ER a\r\n").
			answer("220-a\r\n22", "0 b\r\n").
			ask("NOOP\r\nPWD\r\n").
			answer("200 a\r\n257 \"/a\" b\r\n").all,
		"ftp-nonblank": files("192.0.2.1", "192.0.2.2", 42102).
			answer("\r\n", "220\r\n", "220 \r\n", "22\r\n", "abcd\r\n", "220x y\r\n", "2200 y\r\n", "999 x\r\n").
			ask("\r\n", " USER a\r\n", "user  a\r\n", "USER\x09a\r\n", "LONGCOMMAND a b\r\n", "USER \r\n").all,
		"ftp-multi": files("192.0.2.1", "192.0.2.2", 42103).
			answer("211-Features:\r\n UTF8\r\n211-x\r\n 211 y\r\n211 End\r\n").
			answer("230-a\r\n").
			answer("b\r\n230 c\r\n", "230-a\r\n231 b\r\n230 d\r\n").all,
		"ftp-cwd": files("192.0.2.1", "192.0.2.2", 42104).
			ask("CWD sub\r\n").
			answer("250 ok\r\n").
			ask("PWD\r\n").
			answer("257 \"/a\"\"b\" x\r\n").
			ask("CWD sub\r\n").
			answer("250 ok\r\n").
			ask("CDUP\r\n").
			answer("250 ok\r\n").
			ask("CWD ..\r\n").
			answer("250 ok\r\n").
			ask("CWD x/\r\n").
			answer("550 no\r\n").
			ask("CWD x/y/../z\r\n").
			answer("250 k\r\n").
			ask("CDUP\r\n").
			answer("200 k\r\n").
			ask("XPWD\r\n").
			answer("257 noquote\r\n").
			ask("PWD\r\n").
			answer("257 \"open\r\n").
			ask("CWD\r\n").
			answer("250 a\r\n").
			ask("MKD foo\r\n").
			answer("257 \"/foo\" created\r\n").
			ask("NOOP\r\n").all,
		"ftp-pasv": files("192.0.2.1", "192.0.2.2", 42105).
			ask("PASV\r\n").
			answer("227 Entering 192,0,2,9,200,3\r\n").
			ask("PASV\r\n").
			answer("227 =192,0,2,2,200,4\r\n").
			ask("PASV\r\n").
			answer("227 (1,2,3)\r\n").
			answer("227 (256,0,2,2,200,4)\r\n").
			answer("227 (1,2,3,4,300,4)\r\n").
			answer("227\r\n").
			answer("227 a 1 (192,0,2,2,0,80)\r\n").all,
		"ftp-port": files("192.0.2.1", "192.0.2.2", 42106).
			ask("PORT 192,0,2,9,200,5\r\n", "PORT 1,2,3\r\n", "PORT\r\n", "PORT a\r\n", "port 192,0,2,1,200,6\r\n", "PORT 192,0,2,1,256,6\r\n", "PORT  192,0,2,1,1,2\r\n").all,
		"ftp-eprt": files("192.0.2.1", "192.0.2.2", 42107).
			ask("EPRT |1|192.0.2.9|51999|\r\n", "EPRT |2|::1|51999|\r\n", "EPRT |3|x|1|\r\n", "EPRT ||192.0.2.1|1|\r\n", "EPRT\r\n", "EPRT |1|192.0.2.1|70000|\r\n", "EPRT |1|bad|1|\r\n", "EPRT !1!192.0.2.1!6!\r\n", "EPRT |1|192.0.2.1\r\n", "EPRT |1|192.0.2.1|5\r\n").all,
		"ftp-epsv": files("192.0.2.1", "192.0.2.2", 42108).
			answer("229 (|||x|)\r\n", "229 (|||99999|)\r\n", "229 ()\r\n", "229 x\r\n", "229 (!!!7!)\r\n", "229\r\n").
			ask("EPSV 1\r\n", "EPSV ALL\r\n").all,
		"ftp-six": files("2001:db8::1", "2001:db8::2", 42109).
			ask("EPSV\r\n").
			answer("229 Ok (|||52001|)\r\n").
			ask("RETR a\r\n").
			passive(42900, 52001, false, "x\r\n", "y").
			answer("226 ok\r\n").
			ask("EPRT |2|2001:db8::1|52002|\r\n").
			answer("200 ok\r\n").
			ask("STOR b\r\n").
			active(20, 52002, true, "abc").
			answer("226 ok\r\n").all,
		"ftp-no-command": files("192.0.2.1", "192.0.2.2", 42110).
			ask("PASV\r\n").
			answer("227 (192,0,2,2,203,100)\r\n").
			passive(42901, 52068, false, "x").
			ask("PASV\r\n").
			answer("227 (192,0,2,2,203,101)\r\n").
			ask("LIST\r\n").
			passive(42902, 52069, false, "x").
			answer("226 x\r\n").
			passive(42903, 52069, false, "x").
			answer("226 x\r\n").
			ask("NLST\r\n").
			passive(42904, 52069, false, "x").all,
		"ftp-two": files("192.0.2.1", "192.0.2.2", 42111).
			ask("PASV\r\n").
			answer("227 (192,0,2,2,203,110)\r\n").
			ask("LIST\r\nRETR a\r\n").
			answer("150 a\r\n").
			passive(42911, 52078, false, "x\r\n", "\xff\x00", "caf\xc3\xa9").
			answer("226 a\r\n226 b\r\n").all,
		"ftp-port20": files("192.0.2.1", "192.0.2.2", 42112).
			active(20, 42999, false, "x").
			active(20, 42998, false, "\x00\xff").all,
		"ftp-auth-tls": files("192.0.2.1", "192.0.2.2", 42113).
			ask("AUTH TLS\r\n").
			answer("234 go\r\n").all,
		"ftp-other-cmds": files("192.0.2.1", "192.0.2.2", 42114).
			ask("PASV\r\n").
			answer("227 (192,0,2,2,203,120)\r\n").
			ask("MLSD\r\n").
			answer("150 a\r\n").
			passive(42921, 52088, false, "x\r\n").
			answer("226-a\r\n").
			answer("226 b\r\n").
			ask("PASV\r\n").
			answer("227 (192,0,2,2,203,121)\r\n").
			ask("SIZE f\r\n").
			answer("213 1\r\n").
			ask("APPE f\r\n").
			answer("125 a\r\n").
			passive(42922, 52089, true, "x\r\n").
			answer("250 b\r\n").
			ask("PASV\r\n").
			answer("227 (192,0,2,2,203,122)\r\n").
			ask("retr f\r\n").
			answer("150 a\r\n").
			passive(42923, 52090, false).
			answer("426 b\r\n", "226 b\r\n").all,
		"ftp-nat": files("192.0.2.1", "192.0.2.2", 42115).
			ask("PASV\r\n").
			answer("227 (10,0,0,2,203,130)\r\n").
			ask("LIST\r\n").
			passive(42931, 52098, false, "x\r\n").
			answer("226 a\r\n").
			ask("PORT 10,0,0,1,203,131\r\n").
			answer("200 a\r\n").
			ask("LIST\r\n").
			active(20, 52099, false, "x\r\n").
			answer("226 a\r\n").all,
		"ftp-cwd2": files("192.0.2.1", "192.0.2.2", 42116).
			ask("CWD a/\r\n").
			answer("250 k\r\n").
			ask("CWD /b/\r\n").
			answer("250 k\r\n").
			ask("CWD c\r\n").
			answer("200 k\r\n").
			ask("CWD c/./d//e\r\n").
			answer("250 k\r\n").
			ask("CDUP\r\n").
			answer("250 k\r\n").
			ask("CWD ../../../..\r\n").
			answer("250 k\r\n").
			ask("CDUP\r\n").
			answer("250 k\r\n").
			ask("CWD z\r\n").
			ask("NOOP\r\n").
			answer("250 k\r\n").
			ask("CWD q\r\n").
			answer("250-k\r\n").
			answer("250 k\r\n").
			answer("250 l\r\n").
			ask("cwd r\r\n").
			answer("250 l\r\n").
			ask("XCWD s\r\n").
			answer("250 l\r\n").
			ask("XCUP\r\n").
			answer("250 l\r\n").
			ask("PWD\r\n").
			answer("257 \"a\" b \"c\"\r\n").
			ask("PWD\r\n").
			answer("257 x \"c\"\r\n").
			ask("PWD\r\n").
			answer("257-\"d\"\r\n").
			ask("NOOP\r\n").
			answer("250 k\r\n").
			ask("CDUP\r\n").
			answer("200 k\r\n").
			ask("CWD /../a\r\n").
			answer("250 k\r\n").
			ask("CWD /\r\n").
			answer("250 k\r\n").
			ask("CWD .\r\n").
			answer("250 k\r\n").all,
		"ftp-text": files("192.0.2.1", "192.0.2.2", 42117).
			passive(20, 42997, true, "a\x09b\r\n", "0123456789012\x00", "a\x0cb", "012345678\x01", "a\x7f", "0123456789\x01", "a\x1bb", "\n", "\x0b").all,
		"ftp-cwd-at": files("192.0.2.1", "192.0.2.2", 42118).
			ask("PASV\r\n").
			answer("227 (192,0,2,2,203,110)\r\n").
			ask("CWD /a\r\n").
			answer("250 k\r\n").
			ask("LIST\r\n").
			answer("150 a\r\n").
			passive(42911, 52078, false, "x\r\n").all,
		"ftp-port-other": files("192.0.2.1", "192.0.2.2", 42119).
			ask("PORT 192,0,2,1,203,110\r\n").
			answer("200 k\r\n").
			ask("LIST\r\n").
			answer("150 a\r\n").
			active(3333, 52078, false, "x\r\n").
			active(3334, 52078, false, "x\r\n").all,
		"ftp-third": files("192.0.2.1", "192.0.2.2", 42120).
			ask("PASV\r\n").
			answer("227 (192,0,2,2,203,110)\r\n").
			passive(42911, 52078, false, "x\r\n").all,
		"ftp-stranger": files("192.0.2.1", "192.0.2.2", 42121).
			ask("PASV\r\n").
			answer("227 (192,0,2,2,203,111)\r\n").
			ask("LIST\r\n").
			stranger(4444, 52079, "a").all,
	}
}
