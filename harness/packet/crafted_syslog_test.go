package packet_test

// craftedSyslog are messages to the system log, by the books and not.
func craftedSyslog() map[string][][]byte {
	each := func(head, tail string, middle ...string) (all [][]byte) {
		for _, m := range middle {
			all = append(all, udp(hostA, hostB, 1000, 514, []byte(head+m+tail)))
		}
		return all
	}
	return map[string][][]byte{
		"syslog-priority": each("", "",
			"<13>tiny", "<0>x", "<191>x", "no priority", "<", "<1", "<>x", "<1234>x", "<12345>x", "<999>x", "<13", "<1a>x",
			" <13>blank", "<013>zero", "<13>", "<13>a\nb\x00c\xff tail\n", "\xe9\xe8 \xc3\xa9"),
		"syslog-5424": each("<165>", "",
			"1 2003-10-11T22:14:15.003Z mymachine.example.com su - ID47 - \xef\xbb\xbf'su root' failed",
			"1 2003-10-11T22:14:15.003Z host su - \xef\xbb\xbfID47 text", "1 - h a p \xef\xbb\xbf",
			"1 2003-08-24T05:14:15.000003-07:00 192.0.2.1 myproc 8710 - - %% It",
			"2 2003-10-11T22:14:15Z h a p m - x", "12 2003-10-11T22:14:15Z h a p m x", "0 - h a p m x", "10 - h a p m x",
			"1", "1 ", "1 2", "1 2 ", "1 2003-10-11T22:14:15Z", "1 2003-10-11T22:14:15Z h", "1 2003-10-11T22:14:15Z h a p",
			"1 - h a p m", "1 - h a p ", "1 - h a p ab", "1 - h a p abc", "1  - h a p m x", "1 2003-10-11T22:14:15Z  h  a  p m x",
			"1 2003-10-11T22:14:15Z h\xc3\xa9 a\xc3\xa9 p m\xc3\xa9\x00xx zz"),
		"syslog-time": each("<1>1 ", " h a p m x",
			"2003-10-11T22:14:15.1Z", "2003-10-11T22:14:15.123456789Z", "2003-10-11T22:14:15.1234567890Z", "2003-10-11T22:14:15.Z", "2003-10-11T22:14:15,5Z",
			"2003-10-11T22:14Z", "2003-10-11T22Z", "2003-10-11", "20031011T221415Z", "2003-10-11T22:14:60Z", "2003-10-11T22:14:61Z", "2003-10-11T24:00:00Z",
			"2003-02-31T22:14:15Z", "2003-13-11T22:14:15Z", "1960-10-11T22:14:15Z", "9999-10-11T22:14:15Z", "03-10-11T22:14:15Z", "2003-1-1T2:4:5Z", "2003-10-11-22:14:15Z",
			"2003-10-11T22:14:15-23:59", "2003-10-11T22:14:15+99:99", "2003-10-11T22:14:15+2", "2003-10-11T22:14:15+02", "2003-10-11T22:14:15+0200", "2003-10-11T22:14:15.5+02:00x",
			"2003-10-11T22:14:15", "2003-10-11T22:14:15Zx", "2003-10-11T22:14:15x", "2003-10-11t22:14:15z", "notatime", "-"),
		"syslog-3164": each("<34>", "",
			"Oct 11 22:14:15 host su: failed", "Oct 11 22:14:15 host", "Oct 11 22:14:15 host ", "Oct 11 22:14:15 host su[12]: a b c", "Oct 11 22:14:15",
			"oct 11 22:14:15 host su: a", "Oct 1 22:14:15 host su: a", " Oct 11 22:14:15 host su: a", "Oct 11 22:14:15  host su: a", "Oct a1 xx:yy:zz h a:",
			"Octx11 22:14:15 h a:", "Oct 11x22:14:15 h a:", "Oct 11 22x14:15 h a:", "Oct 11 22:14x15 h a:", "Oct 11 22:14:15xh a:",
			"Oct 11 22:14:15 su: a", "Oct 11 22:14:15 h a-b: c", "Oct 11 22:14:15 h /bin/a: c", "Oct 11 22:14:15 h a9Z :", "Oct 11 22:14:15 h [", "Oct 11 22:14:15 h ab", "Oct 11 22:14:15 h ab:",
			"O\xc3\xa9 1\xc3 22:14:15 h\xc3\xa9 a: \xe9"),
	}
}
