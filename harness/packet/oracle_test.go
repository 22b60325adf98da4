package packet_test

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/internal/trial"
)

// tshark returns the path of Wireshark's command-line program, the oracle.
func tshark(t *testing.T) string {
	t.Helper()
	return trial.Tool(t, "tshark")
}

// ours is what the package shows of a frame, in tshark's form.
func ours(f *packet.Frame) shown {
	s := shown{}
	for i, field := range f.Fields() {
		info := packet.InfoOf(field.ID)
		show := f.At(i).Format(info)
		if info.Type == packet.String {
			show = tsharkText(show)
		}
		if info.Type == packet.Protocol {
			show = fmt.Sprint(field.Length, " octets")
		}
		s[info.Name] = append(s[info.Name], show)
	}
	return s
}

func readAll(t *testing.T, file string) []*packet.Frame {
	t.Helper()
	in, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = in.Close() }()
	r, err := packet.NewReader(in)
	if err != nil {
		t.Fatal(err)
	}
	var frames []*packet.Frame
	for {
		f, err := r.Next()
		if errors.Is(err, io.EOF) {
			return frames
		}
		if err != nil {
			t.Fatal(err)
		}
		frames = append(frames, f)
	}
}

// corpus lists the committed captures.
func corpus(t *testing.T) []string {
	t.Helper()
	pattern := "testdata/*.pcapng"
	if dir := os.Getenv("NETRIG_CAPTURES"); dir != "" {
		pattern = filepath.Join(dir, "*.pcapng")
	}
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no captures at %s: %v", pattern, err)
	}
	return files
}

// TestOracle holds every field of every frame of the corpus against tshark.
func TestOracle(t *testing.T) {
	t.Parallel()
	var sum tally
	for _, file := range corpus(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			sum.compare(t, file, packet.Options{})
		})
	}
	sum.log(t)
}

// TestOracleVerified does so with checksums verified.
func TestOracleVerified(t *testing.T) {
	t.Parallel()
	var sum tally
	for _, file := range corpus(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			sum.compare(t, file, packet.Options{VerifyChecksums: true}, "-o", "ip.check_checksum:TRUE", "-o", "tcp.check_checksum:TRUE", "-o", "udp.check_checksum:TRUE")
		})
	}
	sum.log(t)
}

// TestOracleBackfilled holds what only later frames tell against tshark's second
// pass.
func TestOracleBackfilled(t *testing.T) {
	t.Parallel()
	var sum tally
	for _, file := range corpus(t) {
		t.Run(filepath.Base(file), func(t *testing.T) {
			sum.compare(t, file, packet.Options{Backfill: true}, "-2")
		})
	}
	sum.log(t)
}

// TestOracleSplit does so without putting fragments together.
func TestOracleSplit(t *testing.T) {
	var sum tally
	for _, file := range corpus(t) {
		if !strings.Contains(file, "icmp") {
			continue // where TCP is split, tshark keeps what it learned of message boundaries
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			sum.compare(t, file, packet.Options{NoReassembly: true}, "-o", "ip.defragment:FALSE", "-o", "ipv6.defragment:FALSE")
		})
	}
	sum.log(t)
}

// tally counts what was compared.
type tally struct {
	frames, values int
	others         bool                   // frames hold protocols that the catalogue lacks, which are not compared
	cut            bool                   // frames are cut off, and more may be shown of messages than tshark does
	only           func(name string) bool // the fields to compare, if not all
	missing        map[string]string      // names of tshark's that the catalogue lacks, and where they were seen
}

func (s *tally) log(t *testing.T) {
	t.Helper()
	t.Logf("%d values of fields in %d frames compared", s.values, s.frames)
	for _, name := range slices.Sorted(maps.Keys(s.missing)) {
		t.Logf("not in the catalogue: %s (%s)", name, s.missing[name])
	}
}

func (s *tally) compare(t *testing.T, file string, o packet.Options, args ...string) {
	t.Helper()
	want := pdml(t, file, args...)
	frames := readAll(t, file)
	if len(frames) != len(want) {
		t.Fatalf("read %d frames, tshark %d", len(frames), len(want))
	}
	d := packet.NewDissector(o)
	for _, f := range frames {
		d.Dissect(f)
	}
	differ := map[string]int{}
	for i, f := range frames {
		s.frames++
		for _, name := range want[i][without] {
			if top, _, _ := strings.Cut(name, "."); !slices.Contains(leftOut, name) && !inside[top] {
				t.Errorf("frame %d: %s is neither here nor listed as left out", i+1, name)
			}
		}
		delete(want[i], without)
		got := ours(f)
		want[i].overlook(got, f.Doubt() != "")
		names := map[string]bool{}
		for name := range got {
			names[name] = true
		}
		for name := range want[i] {
			if name == odd {
				continue
			}
			if _, ok := packet.Lookup(name); ok {
				names[name] = true
			} else if _, ok := s.missing[name]; !ok {
				if s.missing == nil {
					s.missing = map[string]string{}
				}
				s.missing[name] = fmt.Sprintf("%s frame %d: %.60q", filepath.Base(file), i+1, want[i][name])
			}
		}
		for name := range names {
			if s.only != nil && !s.only(name) {
				continue
			}
			s.values += max(len(got[name]), len(want[i][name]))
			if slices.Equal(got[name], want[i][name]) || intended(name, got, want[i], o.Backfill) {
				continue
			}
			if s.cut && f.Doubt() != "" && cutShort(name) || s.others && beyond(name, want[i]) {
				continue
			}
			if differ[name]++; differ[name] <= 2 {
				t.Errorf("frame %d: %s: want %.300q, got %.300q", i+1, name, want[i][name], got[name])
			}
		}
	}
	for name, n := range differ {
		if n > 2 {
			t.Errorf("%s differs in %d frames in all", name, n)
		}
	}
}

// overlook leaves out that a frame ends too early where that is of a part of it that the
// catalogue lacks, so that there is a doubt.
func (s shown) overlook(got shown, doubted bool) {
	ours, theirs := len(got["_ws.malformed.expert"]), len(s["_ws.malformed.expert"])
	switch {
	case ours == 0 && theirs == 1 && doubted:
		s.forget()
	case ours == 1 && theirs == 0 && len(s["bgp"])*len(s[odd]) > 0: // for which Wireshark has an item
		got.forget()
	}
}

// forget leaves out that a frame ends too early.
func (s shown) forget() {
	at := slices.Index(s["_ws.expert.message"], "Malformed Packet (Exception occurred)")
	if at < 0 {
		return
	}
	for _, name := range []string{"_ws.expert", "_ws.expert.message", "_ws.expert.severity", "_ws.expert.group"} {
		s[name] = slices.Delete(slices.Clone(s[name]), at, at+1)
	}
	delete(s, "_ws.malformed.expert")
	s["_ws.malformed"] = s["_ws.malformed"][2:]
}

// beyond tells whether a field tells of what a protocol is that the catalogue lacks.
func beyond(name string, want shown) bool {
	switch top, rest, _ := strings.Cut(name, "."); {
	case top == "data", name == "frame.protocols":
	case strings.HasPrefix(name, "tls.sct."), strings.HasPrefix(name, "tls.handshake.sig_hash_"): // which stand in certificates too
	case top == "tcp" && (strings.HasPrefix(rest, "segment") || strings.HasPrefix(rest, "reassembled") || rest == "pdu.size"):
	default:
		return false
	}
	return slices.ContainsFunc(strings.Split(strings.Join(want["frame.protocols"], ""), ":"), func(protocol string) bool {
		_, known := packet.Lookup(protocol)
		return !known && protocol != "ethertype"
	})
}

// cutShort tells whether a field of a frame that a snapshot length has cut, and that is
// doubted for it, belongs to a message: tshark looks ahead in those of DHCP and SNMP and
// shows nothing, or less, where it comes to the end, for which it tells other reasons, too.
func cutShort(name string) bool {
	top, _, _ := strings.Cut(name, ".")
	return top == "_ws" || top == "dhcp" || top == "snmp"
}

// intended tells whether a field is one of those that differ on purpose.
func intended(name string, got, want shown, again bool) bool {
	d := differences[name]
	return d != nil && (again || !later[name]) && d.where(got, want)
}

// differences are the fields that differ from tshark's on purpose, where they do,
// and why.
var differences = map[string]*struct {
	why   string
	where func(got, want shown) bool
}{
	"_ws.malformed": {
		"of an item of expert information that is left out, with which Wireshark marks a frame as malformed, the mark may be missing",
		func(got, want shown) bool {
			lacks := len(want["_ws.malformed"]) - len(got["_ws.malformed"])
			return lacks > 0 && lacks <= len(want[odd])
		},
	},
	"http.file_data": {
		"octets that are not UTF-8 stay as they are, tshark replaces them",
		func(_, want shown) bool {
			return strings.ContainsRune(strings.Join(want["http.file_data"], ""), utf8.RuneError)
		},
	},
	"tcp.reassembled_in": {
		"of a message that was never whole, or was sent again before it was, tshark's second pass shows where its beginning was looked at last",
		func(got, want shown) bool {
			return len(got["tcp.reassembled_in"]) == 0 && len(want["tcp.reassembled_in"]) == 1 && len(want["tcp.segments"]) == 0
		},
	},
	"http.response_for.uri": {
		"of a response before all requests, tshark's second pass shows what the last one asked for",
		func(got, want shown) bool {
			return len(want["http.request_in"]) == 0 && len(got["http.response_for.uri"]) == 0
		},
	},
	"mptcp.ack": {
		"of a subflow that joined a connection of version 1, each further pass of tshark takes its ends for each other once more",
		joined,
	},
	"mptcp.dss.dsn": {
		"of a subflow that joined a connection of version 1, each further pass of tshark takes its ends for each other once more",
		joined,
	},
	"dns.rr.udp_payload_size": {
		"in mDNS, tshark prints it in hexadecimal",
		func(got, _ shown) bool { return len(got["mdns"]) > 0 },
	},
	"frame.time_delta_displayed": {
		"every frame counts as displayed, in Wireshark those that the filter in hand selects",
		func(_, _ shown) bool { return false },
	},
	"llc.control.ftype": {
		"of a frame without numbers, tshark writes it as 8 bits wide",
		func(got, want shown) bool {
			return strings.Replace(want["llc.control.ftype"][0], "x", "x00", 1) == got["llc.control.ftype"][0]
		},
	},
	"udp.stream": {
		"Wireshark counts the stream that follows the first message of SNMP in another; where none follows, its second pass gives the message a number behind all others",
		func(got, want shown) bool {
			return len(got["snmp"]) == 1 && len(got["udp.stream"]) == 1 && len(want["udp.stream"]) == 1 && want["udp.stream"][0] > got["udp.stream"][0]
		},
	},
	"syslog.timestamp": {
		"where a message has no valid time, or one not between 1678 and 2261, it is the begin of 1970; tshark's then has no fraction, or is that time",
		func(got, _ shown) bool {
			return slices.Equal(got["syslog.timestamp"], []string{"Jan  1, 1970 00:00:00.000000000 UTC"})
		},
	},
	"frame.protocols": {
		"X.509 certificates and what OCSP says of them are not dissected, tshark names their parts",
		func(got, want shown) bool {
			return len(want["tls.handshake.certificate"])+len(want["tls.handshake.dname"])+len(want["tls.handshake.ocsp_response_len"]) > 0 &&
				slices.Equal(got["frame.protocols"], []string{certified.ReplaceAllString(want["frame.protocols"][0], "")})
		},
	},
	"tls.handshake.random_time": {
		"of a client's hello that leads to TLS 1.3, tshark shows no time in its second pass",
		secondPass,
	},
	"tls.handshake.random_bytes": {
		"of a client's hello that leads to TLS 1.3, tshark shows no parts in its second pass",
		secondPass,
	},
	"udp.checksum_calculated": {
		"of a packet that an ICMP error quotes, tshark sums the addresses of the error itself",
		func(got, _ shown) bool { return len(got["icmp"])+len(got["icmpv6"]) > 0 },
	},
	"tcp.checksum_calculated": {
		"of a packet that an ICMP error quotes, tshark sums the addresses of the error itself",
		func(got, _ shown) bool { return len(got["icmp"])+len(got["icmpv6"]) > 0 },
	},
}

// later are those of them that differ in tshark's second pass alone.
var later = map[string]bool{"mptcp.ack": true, "mptcp.dss.dsn": true}

// certified are the layers that stand for what is inside certificates.
var certified = regexp.MustCompile(":(x509sat|x509ce|pkcs-1|ocsp|cms)")

func joined(got, want shown) bool {
	return slices.Equal(got["mptcp.master"], []string{"0"}) && len(got["mptcp.ack"]) == len(want["mptcp.ack"]) && len(got["mptcp.dss.dsn"]) == len(want["mptcp.dss.dsn"])
}

func secondPass(got, want shown) bool {
	return slices.Contains(got["tls.handshake.type"], "1") && len(got["tls.handshake.random_time"]) == 1 && len(want["tls.handshake.random_time"]) == 0
}

func writeFile(tb testing.TB, file, content string) {
	tb.Helper()
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		tb.Fatal(err)
	}
}

// tsharkText is a string as tshark writes it into XML: what is no UTF-8 is
// replaced, control characters are escaped, and XML knows one end of a line.
func tsharkText(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && n == 1:
			b.WriteRune(r)
		case (r < 0x20 || r == 0x7f) && r != '\t' && r != '\n' && r != '\r':
			fmt.Fprintf(&b, "\\x%x", r)
		default:
			b.WriteRune(r)
		}
		s = s[n:]
	}
	return strings.ReplaceAll(b.String(), "\r\n", "\n")
}

// TestOracleOctets holds the octets that a protocol's name stands for in filters,
// which no output shows, against tshark: it selects the frames that have ours.
func TestOracleOctets(t *testing.T) {
	t.Parallel()
	all := crafted(t)
	maps.Copy(all, craftedStreams(t))
	var data [][]byte
	for _, name := range slices.Sorted(maps.Keys(all)) {
		data = append(data, all[name]...)
	}
	fs := frames(data...)
	file := filepath.Join(t.TempDir(), "crafted.pcapng")
	write(t, file, fs)
	d := packet.NewDissector(packet.Options{})
	path, _ := packet.Lookup("frame.protocols")
	const enough = 25 // frames of the same protocols
	alike := map[string]int{}
	var claims []string
	var claimed []int
	for _, f := range fs {
		d.Dissect(f)
		v, _ := f.Value(path.ID)
		if alike[v.Format(path)]++; alike[v.Format(path)] > enough {
			continue
		}
		claim := fmt.Sprintf("frame.number == %d", f.Number)
		for i, field := range f.Fields() {
			info, b := packet.InfoOf(field.ID), f.At(i).Octets()
			if info.Type != packet.Protocol || unlike(f, info.Name, len(b)) {
				continue
			}
			claim += fmt.Sprintf(" && len(%s) == %d", info.Name, len(b))
			if len(b) > 2 {
				claim += fmt.Sprintf(" && %s[0:3] == %02x:%02x:%02x && %s contains %s", info.Name, b[0], b[1], b[2], info.Name,
					strings.ReplaceAll(fmt.Sprintf("% x", b[max(len(b)-8, 0):]), " ", ":"))
			}
		}
		claims, claimed = append(claims, claim), append(claimed, f.Number)
	}
	for at := 0; at < len(claims); at += 100 {
		end := min(at+100, len(claims))
		cmd := exec.CommandContext(t.Context(), tshark(t), "-n", "-r", file, "-Y", strings.Join(claims[at:end], " || ")) // with -T, tshark shortens some
		cmd.Env = append(os.Environ(), "TZ=UTC", "HOME="+t.TempDir())
		var complaint strings.Builder
		cmd.Stderr = &complaint
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("tshark: %v: %s", err, complaint.String())
		}
		var selected []string
		for line := range strings.Lines(string(out)) {
			selected = append(selected, strings.Fields(line)[0])
		}
		for i := at; i < end; i++ {
			if !slices.Contains(selected, strconv.Itoa(claimed[i])) {
				t.Errorf("tshark finds other octets than these: %s", claims[i])
			}
		}
	}
}

// unlike tells where the octets differ on purpose: Wireshark counts those of a
// header that the capture has cut off, and padding behind ARP, but finds nothing in them.
func unlike(f *packet.Frame, name string, n int) bool {
	has := func(name string) bool {
		info, _ := packet.Lookup(name)
		return f.Has(info.ID)
	}
	switch name {
	case "arp":
		return has("eth.padding") || has("eth.trailer") || has("vlan.trailer")
	case "ip":
		return n < 20
	case "ipv6":
		return n < 40
	case "vlan", "ieee8021ad":
		return n < 4
	case "ipv6.hopopts", "vxlan":
		return n < 8
	case "stp", "lldp":
		return true // of which tshark tells the whole length, but finds only what it dissected
	}
	return false
}
