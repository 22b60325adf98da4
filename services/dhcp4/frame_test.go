package dhcp4

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"net/netip"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/bpf"

	"github.com/netrig/netrig/internal/trial"
)

// annotate prints a frame field by field, the octets first.
func annotate(f []byte) string {
	var out strings.Builder
	line := func(n int, what string) {
		b := f[:n]
		f = f[n:]
		fmt.Fprintf(&out, "%-48s # %s\n", fmt.Sprintf("% x", b), what)
	}
	zeros := func(n int, what string) {
		if bytes.Count(f[:n], []byte{0}) != n {
			line(n, what)
			return
		}
		f = f[n:]
		fmt.Fprintf(&out, "%-48s # %s\n", fmt.Sprintf("00 * %d", n), what)
	}
	for _, field := range []struct {
		n    int
		what string
	}{
		{6, "ethernet destination"}, {6, "ethernet source"}, {2, "ethertype: IPv4"},
		{1, "version 4, header 20 octets"}, {1, "type of service"}, {2, "total length"}, {2, "identification"},
		{2, "flags and fragment offset"}, {1, "time to live"}, {1, "protocol: UDP"}, {2, "header checksum"},
		{4, "source address"}, {4, "destination address"},
		{2, "source port"}, {2, "destination port"}, {2, "length"}, {2, "checksum"},
		{1, "op"}, {1, "htype: Ethernet"}, {1, "hlen"}, {1, "hops"}, {4, "xid"}, {2, "secs"}, {2, "flags"},
		{4, "ciaddr"}, {4, "yiaddr"}, {4, "siaddr"}, {4, "giaddr"}, {6, "chaddr"},
	} {
		line(field.n, field.what)
	}
	zeros(10, "chaddr, unused")
	zeros(64, "sname")
	zeros(128, "file")
	line(4, "magic cookie")
	for len(f) > 0 && f[0] != optEnd {
		line(2+int(f[1]), fmt.Sprintf("option %d", f[0]))
	}
	line(1, "end")
	if len(f) > 0 {
		zeros(len(f), "padding to the 300 octets of BOOTP")
	}
	return out.String()
}

// exchangeFrames are the four messages of a lease, seeded so that they are the same each time.
func exchangeFrames(t *testing.T) [][]byte {
	t.Helper()
	var frames [][]byte
	synctest.Test(t, func(t *testing.T) {
		var lan segment
		serve(t, &lan, homeConfig())
		h := join(t, &lan, ClientConfig{MAC: clientMAC[:], Hostname: "pc1", Rand: seeded()})
		if _, err := h.Acquire(within(t, time.Second)); err != nil {
			t.Fatal(err)
		}
		frames = lan.frames()
	})
	if len(frames) != 4 {
		t.Fatalf("%d frames, want 4", len(frames))
	}
	return frames
}

func TestGolden(t *testing.T) {
	frames := exchangeFrames(t)
	for i, name := range []string{"discover", "offer", "request", "ack"} {
		t.Run(name, func(t *testing.T) {
			got := annotate(frames[i])
			file := filepath.Join("testdata", name+".hex")
			trial.Golden(t, file, got)
		})
	}
}

// Wireshark's view of the same four frames.
func TestGoldenAgainstTshark(t *testing.T) {
	tshark := trial.Tool(t, "tshark")
	var pcap []byte
	pcap = binary.LittleEndian.AppendUint32(pcap, 0xa1b2c3d4)
	pcap = append(pcap, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 1, 0, 0, 0)
	for _, f := range exchangeFrames(t) {
		pcap = append(pcap, 0, 0, 0, 0, 0, 0, 0, 0)
		pcap = binary.LittleEndian.AppendUint32(pcap, uint32(len(f)))
		pcap = binary.LittleEndian.AppendUint32(pcap, uint32(len(f)))
		pcap = append(pcap, f...)
	}
	file := filepath.Join(t.TempDir(), "dora.pcap")
	if err := os.WriteFile(file, pcap, 0o600); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), tshark, "-n", "-r", file,
		"-o", "ip.check_checksum:TRUE", "-o", "udp.check_checksum:TRUE", "-T", "fields", "-E", "separator=|", "-E", "occurrence=a",
		"-e", "eth.dst", "-e", "ip.src", "-e", "ip.dst", "-e", "ip.checksum.status", "-e", "udp.checksum.status",
		"-e", "dhcp.option.dhcp", "-e", "dhcp.ip.your", "-e", "dhcp.option.type", "-e", "_ws.expert.message")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	want := `ff:ff:ff:ff:ff:ff|0.0.0.0|255.255.255.255|1|1|1|0.0.0.0|53,12,55,0|
02:00:00:00:00:0a|192.168.1.1|192.168.1.100|1|1|2|192.168.1.100|53,54,51,58,59,1,3,6,15,28,0|
ff:ff:ff:ff:ff:ff|0.0.0.0|255.255.255.255|1|1|3|0.0.0.0|53,50,54,12,55,0|
02:00:00:00:00:0a|192.168.1.1|192.168.1.100|1|1|5|192.168.1.100|53,54,51,58,59,1,3,6,15,28,0|
`
	if diff := cmp.Diff(want, string(out)); diff != "" {
		t.Errorf("tshark (-want +got):\n%s", diff)
	}
}

func TestParseFrame(t *testing.T) {
	good := (&datagram{
		srcMAC: serverMAC, dstMAC: clientMAC,
		src: netip.MustParseAddrPort("192.168.1.1:67"), dst: netip.MustParseAddrPort("192.168.1.100:68"), payload: []byte("odd"),
	}).frame()
	tests := []struct {
		name string
		edit func(b []byte) []byte
		want error
	}{
		{"as built", func(b []byte) []byte { return b }, nil},
		{"padded", func(b []byte) []byte { return append(b, make([]byte, 20)...) }, nil},
		{"without a checksum", func(b []byte) []byte { b[40], b[41] = 0, 0; return b }, nil},
		{"checksum left to hardware", func(b []byte) []byte {
			binary.BigEndian.PutUint16(b[40:], fold(pseudoSum(b[14:], udpLength+3)))
			return b
		}, nil},
		{"empty", func([]byte) []byte { return nil }, errForeign},
		{"ARP", func(b []byte) []byte { b[13] = 6; return b }, errForeign},
		{"TCP", func(b []byte) []byte { b[23] = 6; return b }, errForeign},
		{"fragment", func(b []byte) []byte { b[21] = 1; return b }, errForeign},
		{"IPv6 in an IPv4 frame", func(b []byte) []byte { b[14] = 0x65; return b }, errForeign},
		{"cut", func(b []byte) []byte { return b[:40] }, errShort},
		{"header of 16 octets", func(b []byte) []byte { b[14] = 0x44; return b }, errShort},
		{"UDP length beyond the datagram", func(b []byte) []byte { b[38] = 1; return b }, errShort},
		{"header checksum", func(b []byte) []byte { b[24]++; return b }, errChecksum},
		{"payload", func(b []byte) []byte { b[42]++; return b }, errChecksum},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			d, err := parseFrame(tt.edit(bytes.Clone(good)))
			if !errors.Is(err, tt.want) {
				t.Fatalf("error %v, want %v", err, tt.want)
			}
			if err == nil && string(d.payload) != "odd" {
				t.Errorf("payload %q", d.payload)
			}
		})
	}
}

func TestClientFilter(t *testing.T) {
	program, ok := bpf.Disassemble(ClientFilter())
	if !ok {
		t.Fatal("the filter has an unknown instruction")
	}
	vm, err := bpf.NewVM(program)
	if err != nil {
		t.Fatal(err)
	}
	frame := func(port uint16) []byte {
		return (&datagram{src: netip.MustParseAddrPort("1.1.1.1:67"), dst: netip.AddrPortFrom(serverAddr, port)}).frame()
	}
	fragment, arp, icmp, options := frame(68), frame(68), frame(68), frame(68)
	fragment[20] |= 0x20
	arp[13] = 6
	icmp[23] = 1
	options[14] = 0x46
	options = append(options[:34:34], append(make([]byte, 4), options[34:]...)...)
	tests := []struct {
		name  string
		frame []byte
		want  bool
	}{
		{"to the client", frame(68), true},
		{"to the server", frame(67), false},
		{"fragment", fragment, false},
		{"ARP", arp, false},
		{"ICMP", icmp, false},
		{"with IPv4 options", options, true},
		{"short", frame(68)[:30], false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			n, err := vm.Run(tt.frame)
			if err != nil || n > 0 != tt.want {
				t.Errorf("passed %d octets, %v; want passed %t", n, err, tt.want)
			}
		})
	}
}
