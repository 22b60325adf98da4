package filter_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/packet"
	"github.com/netrig/netrig/internal/trial"
)

func TestExplain(t *testing.T) {
	frames := dissected()
	b := bindings{"syn": frames[2], "synack": frames[3]}
	tests := []struct {
		expr  string
		frame int
		held  int
		want  []string // text, expanded where it differs, outcome, what the frame had
	}{
		{
			"tcp.flags.syn == 1 && tcp.flags.ack == 1 && tcp.ack_raw == ${syn.tcp.seq_raw} + 1", 6, 1,
			[]string{
				"tcp.flags.syn == 1: missed: tcp.flags.syn is 0",
				"tcp.flags.ack == 1: held: tcp.flags.ack is 1",
				"tcp.ack_raw == ${syn.tcp.seq_raw} + 1 = tcp.ack_raw == 1001: missed: tcp.ack_raw is 0",
			},
		},
		{
			"(ip.ttl == 64 and (eth.src[0:3] == 02:00:00)) && (arp || ip.addr == 10.0.0.0/24)", 7, 2,
			[]string{
				"ip.ttl == 64: missed: ip.ttl is 63",
				"(eth.src[0:3] == 02:00:00): held: eth.src is 02:00:00:00:00:02",
				"(arp || ip.addr == 10.0.0.0/24): held: no arp; ip.addr is 10.0.0.2, 10.0.0.1",
			},
		},
		{
			"tcp.srcport < tcp.dstport < 1000", 1, 0,
			[]string{
				"tcp.srcport < tcp.dstport: missed: no tcp.srcport; no tcp.dstport",
				"tcp.dstport < 1000: missed: no tcp.dstport",
			},
		},
		{
			"tcp.seq_raw == ${gone.tcp.seq_raw} and tcp", 7, 1,
			[]string{
				"tcp.seq_raw == ${gone.tcp.seq_raw}: cannot tell: tcp.seq_raw is 0",
				"tcp: held: tcp is " + strings.TrimSuffix(strings.Repeat("00:50:", 1), ":"),
			},
		},
	}
	for _, tt := range tests {
		f, err := filter.Compile(tt.expr)
		if err != nil {
			t.Errorf("%s: %v", tt.expr, err)
			continue
		}
		e := f.Explain(frames[tt.frame-1], b)
		if e.Held() != tt.held {
			t.Errorf("%s: %d terms held, want %d", tt.expr, e.Held(), tt.held)
		}
		var got []string
		for _, term := range e.Terms {
			line := term.Text
			if term.Expanded != term.Text {
				line += " = " + term.Expanded
			}
			switch {
			case term.Err != nil:
				line += ": cannot tell: "
			case term.Held:
				line += ": held: "
			default:
				line += ": missed: "
			}
			var had []string
			for _, h := range term.Had {
				had = append(had, h.String())
			}
			line += strings.Join(had, "; ")
			if at := strings.Index(line, "tcp is 00:50:"); at > 0 {
				line = line[:at+len("tcp is 00:50")]
			}
			got = append(got, line)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: (-want +got):\n%s", tt.expr, diff)
		}
	}
}

// Expand writes what Wireshark takes, and it selects the same frames.
func TestExpand(t *testing.T) {
	frames := dissected()
	b := bindings{"syn": frames[2], "synack": frames[3], "get": frames[5], "v6": frames[12], "arp": frames[0]}
	tests := []struct {
		expr, want string
	}{
		{"tcp.ack_raw == ${syn.tcp.seq_raw} + 1", "tcp.ack_raw == 1001"},
		{"tcp.ack_raw == {${synack.tcp.seq_raw} + 1} && ip", "tcp.ack_raw == 0 && ip"},
		{"ip.ttl == ${syn.ip.ttl} - 1 or ip.src == ${syn.ip.dst}", "ip.ttl == 63 or ip.src == 10.0.0.2"},
		{"tcp.seq_raw == ${synack.tcp.ack_raw} + tcp.len - tcp.len", "tcp.seq_raw == 1001 + tcp.len - tcp.len"},
		{"tcp.port in {${syn.tcp.srcport}, 1..${syn.tcp.dstport}}", "tcp.port in {51775, 1..80}"},
		{"eth.src[0:3] == ${syn.eth.dst}[0:3]", "eth.src[0:3] == 02:00:00"},
		{"eth.src[5] == ${syn.eth.dst}[5]", "eth.src[5] == 0x02"},
		{"ipv6.src == ${v6.ipv6.src}", "ipv6.src == 2001:db8::1"},
		{"tcp.payload == ${get.tcp.payload}[0:5] or tcp.payload[0:5] == ${get.tcp.payload}[0:5]", "tcp.payload == 47:45:54:20:2f or tcp.payload[0:5] == 47:45:54:20:2f"},
		{"frame.protocols == ${arp.frame.protocols}", `frame.protocols == "eth:ethertype:arp"`},
		{"frame.time_relative >= ${get.frame.time_relative}", "frame.time_relative >= 5.005"},
		{"frame.time > ${get.frame.time}", `frame.time > "2023-11-14T22:13:25.005000000Z"`},
		{"tcp.flags.syn == ${syn.tcp.flags.syn}", "tcp.flags.syn == 1"},
		{"tcp.flags == ${syn.tcp.flags}", "tcp.flags == 0x0002"},
		{"arp && ip.src == ${none.ip.src}", "arp && ip.src == ${none.ip.src}"},
	}
	s := trial.StartSharkd(t).Open(t, captures(t)[0].file, nil)
	for _, tt := range tests {
		f, err := filter.Compile(tt.expr)
		if err != nil {
			t.Errorf("%s: %v", tt.expr, err)
			continue
		}
		got := f.Expand(b)
		if got != tt.want {
			t.Errorf("%s: expands to %s, want %s", tt.expr, got, tt.want)
		}
		if strings.Contains(got, "${") {
			continue
		}
		want, taken := s.Select(t, got)
		if !taken {
			t.Errorf("%s: Wireshark does not take %s", tt.expr, got)
		}
		var selected []int
		for _, fr := range frames {
			ok, err := f.Match(fr, b)
			if err != nil {
				t.Errorf("%s: %v", tt.expr, err)
			}
			if ok {
				selected = append(selected, fr.Number)
			}
		}
		if diff := cmp.Diff(want, selected); diff != "" {
			t.Errorf("%s: frames selected (-Wireshark with %s, +netrig):\n%s", tt.expr, got, diff)
		}
	}
}

func TestLiteral(t *testing.T) {
	tests := []struct {
		v    packet.Value
		want string
	}{
		{packet.BoolValue(true), "1"},
		{packet.UintValue(80), "80"},
		{packet.IntValue(-3), "-3"},
		{packet.EtherValue([]byte{2, 0, 0, 0, 0, 255}), "02:00:00:00:00:ff"},
		{packet.StringValue([]byte("a\"b\\c\n\xff")), `"a\"b\\c\x0a\xff"`},
		{packet.BytesValue([]byte{255}), "0xff"},
		{packet.BytesValue(nil), `""`},
		{packet.DurationValue(-1_500_000_000), "-1.5"},
		{packet.DurationValue(2_000_000_000), "2"},
		{packet.NoneValue(), ""},
	}
	for _, tt := range tests {
		if got := filter.Literal(tt.v, nil); got != tt.want {
			t.Errorf("literal is %s, want %s", got, tt.want)
		}
	}
}
