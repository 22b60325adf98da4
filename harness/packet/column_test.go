package packet_test

import (
	"testing"

	"github.com/netrig/netrig/harness/packet"
)

func TestAppendColumn(t *testing.T) {
	tests := []struct {
		field string
		value packet.Value
		want  string
	}{
		{"tcp", packet.ProtocolValue([]byte{1, 2}), "tcp"},
		{"tcp.payload", packet.BytesValue([]byte{0, 0xab}), "00ab"},
		{"tcp.payload", packet.BytesValue(nil), "<MISSING>"},
		{"icmpv6.opt.linkaddr", packet.BytesValue([]byte{2, 0xab}), "02:ab"},
		{"tcp.segments", packet.NoneValue(), "1"},
		{"http.request.line", packet.StringValue([]byte("a\tb\\c\r\n\b\f\vé\xff")), "a\\tb\\c\\r\\n\\b\\f\vé\uFFFD"},
		{"tcp.flags", packet.UintValue(2), "0x0002"},
	}
	for _, tt := range tests {
		info, ok := packet.Lookup(tt.field)
		if !ok {
			t.Fatalf("no field %s", tt.field)
		}
		if got := string(tt.value.AppendColumn(nil, info)); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.field, got, tt.want)
		}
	}
}

// A Dissection counts the streams of each point on its own.
func TestDissection(t *testing.T) {
	fs := frames(craftedStreams(t)["http-plain"][:2]...)
	fs[1].Point = "pc2:eth0"
	d := packet.NewDissection(packet.Options{})
	stream, _ := packet.Lookup("tcp.stream")
	relative, _ := packet.Lookup("frame.time_relative")
	for _, f := range fs {
		d.Dissect(f)
		for _, info := range []*packet.Info{stream, relative} {
			if v, ok := f.Value(info.ID); !ok || v.Uint() != 0 {
				t.Errorf("%s: %s is %v %v, want 0", f.Point, info.Name, v.Format(info), ok)
			}
		}
	}
}
