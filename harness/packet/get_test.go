package packet_test

import (
	"fmt"
	"net"
	"net/netip"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/netrig/netrig/harness/packet"
)

// query is a question to a name server, from 10.0.0.1:5353 to 10.0.0.2:53.
func query() *packet.Frame {
	f := &packet.Frame{Number: 7, Point: "pc1:eth0", Time: time.Unix(3, 4), Length: 71, Data: []byte{
		2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1, 8, 0,
		0x45, 0, 0, 57, 0, 1, 0x40, 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2,
		0x14, 0xe9, 0, 53, 0, 37, 0, 0,
		0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 3, 'w', 'w', 'w', 7, 'e', 'x', 'a', 'm', 'p', 'l', 'e', 0, 0, 1, 0, 1,
	}}
	packet.NewDissection(packet.Options{}).Dissect(f)
	return f
}

func ExampleGet() {
	frame := query()
	port, err := packet.Get[int](frame, "udp.dstport")
	fmt.Println(port, err)
	name, err := packet.Get[string](frame, "dns.qry.name")
	fmt.Println(name, err)
	_, err = packet.Get[int](frame, "tcp.dstport")
	fmt.Println(err)
	_, err = packet.Get[int](frame, "udp.dstprot")
	fmt.Println(err)
	// Output:
	// 53 <nil>
	// www.example <nil>
	// packet: no tcp.dstport in frame 7 at pc1:eth0
	// packet: no field "udp.dstprot" (did you mean udp.dstport?)
}

func ExampleAll() {
	both, err := packet.All[netip.Addr](query(), "ip.addr")
	fmt.Println(both, err)
	// Output: [10.0.0.1 10.0.0.2] <nil>
}

// TestGet has values of fields in every Go type.
func TestGet(t *testing.T) {
	t.Parallel()
	f := query()
	got(t, f, "udp.dstport", uint64(53))
	got(t, f, "udp.dstport", int64(53))
	got(t, f, "udp.dstport", "53")
	got(t, f, "dns.id", "0x1234")
	got(t, f, "ip.flags.df", true)
	got(t, f, "ip.flags.mf", false)
	got(t, f, "ip.src", netip.MustParseAddr("10.0.0.1"))
	got(t, f, "ip.src", "10.0.0.1")
	got(t, f, "eth.src", net.HardwareAddr{2, 0, 0, 0, 0, 1})
	got(t, f, "eth.src", "02:00:00:00:00:01")
	got(t, f, "frame.time", time.Unix(3, 4).UTC())
	got(t, f, "frame.time_relative", time.Duration(0))
	got(t, f, "dns.qry.name", []byte("www.example"))
	got(t, f, "udp", f.Data[34:42])

	refuses[bool](t, f, "udp.dstport", "which is no bool")
	refuses[int](t, f, "ip.src", "ip.src is 10.0.0.1 in frame 7 at pc1:eth0, which is no int")
	refuses[uint64](t, f, "dns.qry.name", "no uint64")
	refuses[float64](t, f, "ip.ttl", "no float64")
	refuses[netip.Addr](t, f, "eth.src", "no netip.Addr")
	refuses[net.HardwareAddr](t, f, "ip.src", "no net.HardwareAddr")
	refuses[time.Duration](t, f, "ip.ttl", "no time.Duration")
	refuses[time.Time](t, f, "frame.time_relative", "no time.Time")
	refuses[[]byte](t, f, "ip.src", "no []uint8")
	refuses[string](t, f, "tcp.port", "no tcp.port in frame 7 at pc1:eth0")
	refuses[string](t, f, "IP.src", `no field "IP.src"`)
	if none, err := packet.All[int](f, "tcp.port"); len(none) != 0 || err != nil {
		t.Errorf("%v, %v", none, err)
	}
}

func got[T packet.Go](t *testing.T, f *packet.Frame, field string, want T) {
	t.Helper()
	v, err := packet.Get[T](f, field)
	if diff := cmp.Diff(want, v, cmpopts.EquateComparable(netip.Addr{})); err != nil || diff != "" {
		t.Errorf("%s: %v\n%s", field, err, diff)
	}
}

func refuses[T packet.Go](t *testing.T, f *packet.Frame, field, says string) {
	t.Helper()
	if v, err := packet.Get[T](f, field); err == nil || !strings.Contains(err.Error(), says) {
		t.Errorf("%s: %v, %v, want %s", field, v, err, says)
	}
}
