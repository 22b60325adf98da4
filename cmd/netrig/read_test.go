package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/internal/trial"
)

// unlikeTshark are the fields that read prints otherwise, and why.
var unlikeTshark = map[string]string{
	"_ws.expert":              "tshark prints the line that sums the item up",
	"_ws.expert.message":      "tshark has items that docs/fields.md lists as left out, which the tests of harness/packet tell apart",
	"_ws.expert.severity":     "and so here",
	"_ws.expert.group":        "and so here",
	"frame.interface_name":    "tshark calls what a file does not name unknown",
	"ipv6.opt.padn":           "tshark calls none of these octets <none>, those of others <MISSING>",
	"http.file_data":          "tshark ends text at the first octet that is 0",
	"llc.control.ftype":       "tshark prints two digits of these 16 bits in columns, four elsewhere",
	"dns.rr.udp_payload_size": "tshark prints it in hexadecimal where the DNS is multicast",
	"syslog.timestamp":        "tshark prints no fraction of a second where the message has none",
}

// certificates are the layers inside certificates, which are octets here.
var certificates = regexp.MustCompile(`:(x509(af|ce|if|sat)|pkcs-1|pkix1\w+|ocsp)\b`)

// TestReadFields holds the values of all fields that read prints against what
// tshark -T fields does.
func TestReadFields(t *testing.T) {
	tshark := trial.Tool(t, "tshark")
	var names, flags []string
	for _, name := range packet.Names() {
		info, _ := packet.Lookup(name)
		if _, unlike := unlikeTshark[name]; !unlike && info.Type != packet.Protocol {
			names, flags = append(names, name), append(flags, "-e", name)
		}
	}
	files, err := filepath.Glob("../../harness/packet/testdata/*.pcapng")
	if err != nil || len(files) == 0 {
		t.Fatalf("no captures: %v", err)
	}
	var parts []string
	for _, file := range files {
		parts = append(parts, byPoint(t, file)...)
	}
	for _, file := range parts {
		t.Run(filepath.Base(file), func(t *testing.T) {
			cmd := exec.CommandContext(t.Context(), tshark, append([]string{"-n", "-r", file, "-T", "fields"}, flags...)...)
			cmd.Env = append(os.Environ(), "TZ=UTC", "HOME="+t.TempDir())
			out, err := cmd.Output()
			if err != nil {
				t.Fatalf("tshark: %v", err)
			}
			want := strings.Split(string(out), "\n")
			got := strings.Split(readText(t, reading{format: "fields", names: names}, file), "\n")
			if len(got) != len(want) {
				t.Fatalf("%d lines, tshark prints %d", len(got), len(want))
			}
			differ := map[string]bool{}
			for i := range want {
				w, g := strings.Split(want[i], "\t"), strings.Split(got[i], "\t")
				if len(w) != len(g) {
					t.Fatalf("frame %d: %d fields, tshark prints %d", i+1, len(g), len(w))
				}
				for j := range w {
					if names[j] == "frame.protocols" {
						w[j] = certificates.ReplaceAllString(w[j], "")
					}
					if w[j] != g[j] && !differ[names[j]] {
						differ[names[j]] = true
						t.Errorf("frame %d: %s: tshark prints %q, netrig %q", i+1, names[j], w[j], g[j])
					}
				}
			}
		})
	}
}

// byPoint returns the file, or where it has several capture points a file for each: the
// frames of each are dissected on their own, which tshark does with a file.
func byPoint(t *testing.T, file string) []string {
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
	frames := map[string][]*packet.Frame{}
	for {
		f, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		frames[f.Point] = append(frames[f.Point], f)
	}
	if len(frames) == 1 {
		return []string{file}
	}
	var parts []string
	for i, point := range slices.Sorted(maps.Keys(frames)) {
		part := filepath.Join(t.TempDir(), fmt.Sprintf("%d-%s", i, filepath.Base(file)))
		out, err := os.Create(part)
		if err != nil {
			t.Fatal(err)
		}
		w := packet.NewWriter(out, packet.Meta{})
		err = w.AddPoint(point, nil)
		for _, f := range frames[point] {
			err = errors.Join(err, w.Write(f))
		}
		if err := errors.Join(err, w.Flush(), out.Close()); err != nil {
			t.Fatal(err)
		}
		parts = append(parts, part)
	}
	return parts
}

// readText is what read prints of a file.
func readText(t *testing.T, r reading, file string) string {
	t.Helper()
	in, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = in.Close() }()
	return readAll(t, r, in)
}

func readAll(t *testing.T, r reading, in io.Reader) string {
	t.Helper()
	if err := r.prepare(); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	r.out = bufio.NewWriter(&b)
	if err := r.read(in); err != nil {
		t.Fatal(err)
	}
	if err := r.out.Flush(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// textFilters select frames that stand for themselves, and such that do not.
var textFilters = []string{
	"tcp.flags.syn == 1 && tcp.dstport == 80", "tcp.flags.syn == 1", "tcp.flags.syn == 1 && tcp.flags.ack == 0", "tcp.flags.fin == 1",
	"tcp.flags.reset == 1", "tcp.len > 0", "tcp", "!tcp", "tcp.srcport > 1024", "tcp.seq == 0", "tcp.options.sack_perm", "tcp.analysis.flags",
	"udp", "udp.port == 53", "udp.length > 100", "udp.stream == 1", "ip", "ip.ttl < 64", "ip.addr == 10.0.0.2", "ip.flags.mf == 1", "ip.proto == 6",
	"ipv6", "ipv6.src == fe80::/64", "eth.dst[0] & 1", "arp", "arp || dhcp", "icmp", "icmp.type == 3", "icmpv6", "dns", "dns && tcp", "dns.flags.response == 1",
	"http", "http.request.method == \"GET\"", "tls", "ftp", "ftp-data", "tftp", "snmp", "smtp", "ntp", "syslog", "bgp", "ospf", "frame.len > 500",
	"frame.number > 20", "frame.number == 7 || tcp.flags.syn == 1", "frame contains \"example\"", "frame.time_delta > 0.01", "data",
}

// TestReadText reads every capture as a file, which may be read twice, and as a pipe: it
// prints the lines of the frames that a filter selects when all of them are dissected,
// one after the other, whole.
func TestReadText(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../harness/packet/testdata/*.pcapng")
	if err != nil || len(files) == 0 {
		t.Fatalf("no captures: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			t.Parallel()
			octets, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			r, err := packet.NewReader(bytes.NewReader(octets))
			if err != nil {
				t.Fatal(err)
			}
			var frames []*packet.Frame
			var lines []string
			var s shown
			d := packet.NewDissection(packet.Options{})
			for {
				f, err := r.Next()
				if errors.Is(err, io.EOF) {
					break
				}
				if err != nil {
					t.Fatal(err)
				}
				if d.Dissect(f); f.Number == 1 {
					s.search.Began = f.Time
				}
				line, err := asText(&s, f, nil)
				if err != nil {
					t.Fatal(err)
				}
				frames, lines = append(frames, f), append(lines, string(line)+"\n")
			}
			for _, text := range textFilters {
				test, err := filter.Compile(text)
				if err != nil {
					t.Fatal(err)
				}
				var want strings.Builder
				for i, f := range frames {
					if found, err := test.Match(f, nil); err != nil {
						t.Fatal(err)
					} else if found {
						want.WriteString(lines[i])
					}
				}
				for name, in := range map[string]io.Reader{"file": bytes.NewReader(octets), "pipe": bytes.NewBuffer(octets)} {
					if diff := cmp.Diff(want.String(), readAll(t, reading{filter: text, format: "text"}, in)); diff != "" {
						t.Errorf("%s, read as a %s (-whole +read):\n%.2000s", text, name, diff)
					}
				}
			}
		})
	}
}

// TestReadStyle holds what -E, -c and -Y make of fields against tshark.
func TestReadStyle(t *testing.T) {
	tshark := trial.Tool(t, "tshark")
	const file = "../../harness/packet/testdata/dns.pcapng"
	for _, flags := range []string{
		"-E separator=; -E aggregator=/s",
		"-E separator=/s -E quote=d -E header=y",
		"-E occurrence=f -E quote=s -c 20",
		"-E occurrence=l -E header=n -Y dns",
		"-E separator=/t -E aggregator=| -E quote=n -c 7 -Y ip",
	} {
		args := strings.Fields("-T fields -e frame.number -e ip.addr -e dns.qry.name -e tcp.port -e dns.a " + flags + " -r " + file)
		cmd := exec.CommandContext(t.Context(), tshark, append([]string{"-n"}, args...)...)
		cmd.Env = append(os.Environ(), "TZ=UTC", "HOME="+t.TempDir())
		want, err := cmd.Output()
		if err != nil {
			t.Fatalf("tshark: %v", err)
		}
		var got bytes.Buffer
		c := readCommand()
		c.SetArgs(args)
		c.SetOut(&got)
		if err := c.Execute(); err != nil {
			t.Errorf("%s: %v", flags, err)
		}
		if diff := cmp.Diff(string(want), got.String()); diff != "" {
			t.Errorf("%s: (-tshark +netrig):\n%s", flags, diff)
		}
	}
}
