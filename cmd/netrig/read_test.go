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

	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/internal/trial"
)

// unlikeTshark are the fields that read prints otherwise, and why.
var unlikeTshark = map[string]string{
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
