package filter_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/netrig/netrig/harness/filter"
	"github.com/netrig/netrig/harness/packet"
)

// Each meaning of the language selects some frames of the story, not others.
func TestMatch(t *testing.T) {
	tests := []struct {
		expr string
		want []int
	}{
		{"arp", []int{1, 2}},
		{"tcp && ip", []int{3, 4, 5, 6, 7}},
		{"arp || tcp.flags.syn == 1", []int{1, 2, 3, 4}},
		{"tcp and not tcp.flags.syn == 1", []int{5, 6, 7}},
		{"tcp and !(tcp.flags.syn == 1 or tcp.len > 0)", []int{5}},
		{"tcp.flags.syn == True", []int{3, 4}},
		{"arp.opcode == request", []int{1}},

		// a field with several values
		{"tcp.port == 80", []int{3, 4, 5, 6, 7}},
		{"tcp.port != 80", nil},
		{"tcp.port !== 80", []int{3, 4, 5, 6, 7}},
		{"tcp.port === 80", nil},
		{"all tcp.port > 79", []int{3, 4, 5, 6, 7}},
		{"all tcp.port > 80", nil},
		{"any tcp.port > 80", []int{3, 4, 5, 6, 7}},
		{"tcp.dstport != 80", []int{4, 7}},

		// order
		{"tcp.seq_raw > 1000 and tcp.seq_raw <= 1001", []int{5, 6}},
		{"tcp.srcport < tcp.dstport", []int{4, 7}},
		{"ip.src >= 10.0.0.2 and ip.src lt 10.0.1.0", []int{4, 7, 11}},
		{"eth.dst gt 33:33:00:00:00:00", []int{1, 12}},
		{"frame.time_relative in {2.0 .. 3.5}", []int{3, 4}},
		{`frame.time >= "2023-11-14T22:13:32.012Z"`, []int{13, 14}},

		// prefixes
		{"ip.src == 10.0.0.0/31", []int{3, 5, 6, 8, 10, 11}},
		{"ip.dst != 10.0.0.0/8", []int{8, 14}},

		// sets
		{"tcp.port in {22, 80}", []int{3, 4, 5, 6, 7}},
		{"tcp.srcport not in {1..1000} and tcp", []int{3, 5, 6}},
		{"ip.src in {10.0.0.2..10.0.0.9, 8.0.0.0/8}", []int{4, 7, 9}},
		{"tcp.srcport in {tcp.dstport}", nil},

		// octets
		{"eth.src[4:2] == 00:02", []int{2, 4, 7, 9, 11}},
		{"eth.src[-1] == 2", []int{2, 4, 7, 9, 11}},
		{"eth.src[0,5] == 02:02", []int{2, 4, 7, 9, 11}},
		{"eth.src[0-1,-2:] == 02:00:00:02", []int{2, 4, 7, 9, 11}},
		{"frame[12:2] == 08:06", []int{1, 2}},
		{"frame[100:1]", []int{6, 7, 9}},
		{`tcp.payload contains "GET"`, []int{6}},
		{"tcp.payload contains 47:45:54", []int{6}},
		{"eth.dst contains ff:ff", []int{1}},
		{`tcp.payload matches "^get /INDEX"`, []int{6}},
		{`tcp.payload matches "(?-i)^get"`, nil},
		{`tcp.payload matches r"\r\n\r$"`, []int{6}},
		{`udp.payload matches r"PAYL\xf6AD$"`, []int{13}},
		{`frame.protocols == "eth:ethertype:arp"`, []int{1, 2}},
		{`upper(frame.protocols) contains "ARP"`, []int{1, 2}},

		// arithmetic
		{"tcp.flags & 0x12 == 0x12", []int{4}},
		{"tcp.flags & 2", []int{3, 4}},
		{"ip.len - ip.hdr_len - tcp.hdr_len == tcp.len", []int{3, 4, 5, 6, 7}},
		{"tcp.srcport - 81 == -1", []int{4, 7}},
		{"tcp.srcport == {20 + 20} * 2", []int{4, 7}},
		{"tcp.seq_raw + 1 == 0", nil}, // Wireshark's numbers do not wrap
		{"ip.src & 255.255.255.0 == 10.0.0.0", []int{3, 4, 5, 6, 7, 8, 10, 11}},
		{"frame.time_relative + 0.5 > 13.5", []int{14}},
		{"-tcp.srcport == -80", []int{4, 7}},

		// functions
		{"len(tcp.payload) > 68", []int{7}},
		{"count(eth.addr) == 2 && arp", []int{1, 2}},
		{`string(tcp.srcport) matches "^517"`, []int{3, 5, 6}},
		{"max(tcp.srcport, tcp.dstport) == 51775", []int{3, 4, 5, 6, 7}},
		{"min(tcp.port) == 80", []int{3, 4, 5, 6, 7}},
		{"abs(tcp.srcport - 100) == 20", []int{4, 7}},

		// layers
		{"tcp.port#1 == 80", []int{3, 4, 5, 6, 7}},
		{"tcp#2", nil},
	}
	frames := dissected()
	for _, tt := range tests {
		f, err := filter.Compile(tt.expr)
		if err != nil {
			t.Errorf("%s: %v", tt.expr, err)
			continue
		}
		if diff := cmp.Diff(tt.want, matching(t, f, frames)); diff != "" {
			t.Errorf("%s: frames selected (-want +got):\n%s", tt.expr, diff)
		}
	}
}

// ${name.field} is the value in the frame bound; arithmetic with it wraps.
func TestMatchBound(t *testing.T) {
	frames := dissected()
	b := bindings{"syn": frames[2], "syn-ack": frames[3], "arp_1": frames[0], "a.first": frames[5], "a.last": frames[6], "a.2": frames[6]}
	tests := []struct {
		expr string
		want []int
	}{
		{"tcp.ack_raw == ${syn.tcp.seq_raw} + 1", []int{4}},
		{"tcp.seq_raw == ${syn-ack.tcp.seq_raw} + 1", []int{7}}, // 4294967295 + 1 is 0
		{"tcp.ack_raw == ${syn-ack.tcp.seq_raw} + 1 && tcp.flags.ack == 1", []int{5, 6}},
		{"tcp.seq_raw - ${syn.tcp.seq_raw} == 1", []int{5, 6}},
		{"tcp.seq_raw == ${syn.tcp.seq_raw}", []int{3}},
		{"ip.ttl == ${a.last.ip.ttl} + 1 and tcp", []int{3, 4, 5, 6}},
		{"ip.ttl == ${a.first.ip.ttl} - 1", []int{7}},
		{"ip.ttl == ${a[2].ip.ttl} - 3", []int{9}},
		{"ip.src == ${syn.ip.dst}", []int{4, 7}},
		{"tcp.port in {${syn.tcp.srcport}}", []int{3, 4, 5, 6, 7}},
		{"eth.src == ${arp_1.eth.src} and arp", []int{1}},
		{"tcp.seq_raw - ${syn-ack.tcp.seq_raw} == 1", []int{7}},
		{"tcp.ack_raw - ${syn-ack.tcp.ack_raw} == -1001", []int{3, 5, 6}},
		{"udp.srcport == ${syn.tcp.srcport} - 51770", []int{11}},
	}
	for _, tt := range tests {
		f, err := filter.Compile(tt.expr)
		if err != nil {
			t.Errorf("%s: %v", tt.expr, err)
			continue
		}
		var got []int
		for _, fr := range frames {
			ok, err := f.Match(fr, b)
			if err != nil {
				t.Fatalf("%s: %v", tt.expr, err)
			}
			if ok {
				got = append(got, fr.Number)
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: frames selected (-want +got):\n%s", tt.expr, diff)
		}
	}
}

// A ${} without a value is an error, where the filter comes to ask for it.
func TestMatchUnbound(t *testing.T) {
	frames := dissected()
	tests := []struct {
		expr  string
		b     filter.Bindings
		frame int
		want  string // empty for a filter that does not match
	}{
		{"tcp.ack_raw == ${syn.tcp.seq_raw} + 1", nil, 4, "filter: column 16: ${syn.tcp.seq_raw} has no value: no frame is bound as syn"},
		{"tcp.ack_raw == ${syn.last.tcp.seq_raw}", bindings{}, 4, "filter: column 16: ${syn.last.tcp.seq_raw} has no value: no frame is bound as syn (last)"},
		{"tcp.ack_raw == ${arp.tcp.seq_raw}", bindings{"arp": frames[0]}, 4, "filter: column 16: ${arp.tcp.seq_raw} has no value: the frame bound as arp has no tcp.seq_raw"},
		{"!(tcp.ack_raw == ${syn.tcp.seq_raw})", bindings{}, 4, "filter: column 18: ${syn.tcp.seq_raw} has no value: no frame is bound as syn"},
		{"tcp.ack_raw == ${syn.tcp.seq_raw}", bindings{}, 1, "filter: column 16: ${syn.tcp.seq_raw} has no value: no frame is bound as syn"}, // nor has ARP tcp.ack_raw
		{"tcp.ack_raw + ${syn.tcp.seq_raw} == 1", bindings{}, 1, "filter: column 15: ${syn.tcp.seq_raw} has no value: no frame is bound as syn"},
		{"arp && tcp.ack_raw == ${syn.tcp.seq_raw}", bindings{}, 4, ""},
	}
	for _, tt := range tests {
		f, err := filter.Compile(tt.expr)
		if err != nil {
			t.Errorf("%s: %v", tt.expr, err)
			continue
		}
		ok, err := f.Match(frames[tt.frame-1], tt.b)
		if ok {
			t.Errorf("%s: matches", tt.expr)
		}
		var e *filter.Error
		switch {
		case tt.want == "" && err != nil:
			t.Errorf("%s: %v", tt.expr, err)
		case tt.want != "" && (!errors.As(err, &e) || e.Error() != tt.want):
			t.Errorf("%s: error is %v, want %s", tt.expr, err, tt.want)
		}
	}
}

// TestMatchDoubt asks what is not known of a frame.
func TestMatchDoubt(t *testing.T) {
	private := octets("97 00 03 00 0001 0004 01020304") // a list of NTP that is not dissected
	fr := recorded([][]byte{ethernet(toServer, "0800", ipv4("10.0.0.1", "10.0.0.2", 64, 17, udp(123, 123, private)))})[0]
	packet.NewDissector(packet.Options{}).Dissect(fr)
	if fr.Doubt() == "" {
		t.Fatal("nothing is doubted")
	}
	tests := []struct {
		expr   string
		match  bool
		column int // of the doubt; 0 for none
	}{
		{"_ws.malformed", false, 1},
		{"!_ws.malformed", false, 2},
		{"ntp and _ws.malformed.expert", false, 9},
		{"_ws.malformed and tcp", false, 0},
		{"_ws.malformed or udp", true, 0},
		{"_ws.short or _ws.unreassembled", false, 0},
		{"_ws.expert", false, 1},
		{"_ws.expert.group == malformed", false, 1},
		{"_ws.expert.group == checksum", false, 0},
		{"_ws.expert.severity >= note", false, 1},
		{`_ws.expert.message contains "Exception"`, false, 1},
	}
	for _, tt := range tests {
		f, err := filter.Compile(tt.expr)
		if err != nil {
			t.Errorf("%s: %v", tt.expr, err)
			continue
		}
		ok, err := f.Match(fr, nil)
		var d *filter.DoubtError
		switch {
		case tt.column == 0 && (err != nil || ok != tt.match):
			t.Errorf("%s: %t, %v", tt.expr, ok, err)
		case tt.column > 0 && (ok || !errors.As(err, &d) || d.Column != tt.column || !strings.Contains(d.Error(), "a private list of NTP")):
			t.Errorf("%s: %t, %v", tt.expr, ok, err)
		}
	}
}

func TestReferences(t *testing.T) {
	f, err := filter.Compile("ip.ttl == ${a.ip.ttl} - 1 && (tcp.seq_raw in {${b[2].tcp.seq_raw}} or eth.src == ${c.last.eth.dst})")
	if err != nil {
		t.Fatal(err)
	}
	id := func(name string) packet.FieldID {
		info, ok := packet.Lookup(name)
		if !ok {
			t.Fatalf("no field %s", name)
		}
		return info.ID
	}
	want := []filter.Reference{
		{Name: "a", Field: id("ip.ttl"), Column: 11},
		{Name: "b", Which: "2", Field: id("tcp.seq_raw"), Column: 47},
		{Name: "c", Which: "last", Field: id("eth.dst"), Column: 82},
	}
	if diff := cmp.Diff(want, f.References()); diff != "" {
		t.Errorf("references (-want +got):\n%s", diff)
	}
}

// One filter serves many goroutines.
func TestMatchConcurrently(t *testing.T) {
	f, err := filter.Compile("ip.len - ip.hdr_len == 24 and eth.src[0:3] == 02:00:00")
	if err != nil {
		t.Fatal(err)
	}
	frames := dissected()
	done := make(chan bool)
	for range 4 {
		go func() {
			good := true
			for range 200 {
				for i, want := range []bool{2: true, 3: true, 13: false} {
					ok, err := f.Match(frames[i], nil)
					good = good && err == nil && ok == want
				}
			}
			done <- good
		}()
	}
	for range 4 {
		if !<-done {
			t.Error("a goroutine got a wrong answer")
		}
	}
}
