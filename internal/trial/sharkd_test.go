package trial

import (
	"slices"
	"strings"
	"testing"
)

func TestSharkd(t *testing.T) {
	const file = "../../harness/packet/testdata/dns.pcapng"
	wireshark := StartSharkd(t)
	plain := wireshark.Open(t, file, nil)
	all, taken := plain.Select(t, "frame")
	if !taken || len(all) == 0 || all[0] != 1 || all[len(all)-1] != len(all) {
		t.Fatalf("all frames: %v, %v", all, taken)
	}
	if numbers, taken := plain.Select(t, "no.such"); taken || numbers != nil {
		t.Errorf("a field that is not there: %v, %v", numbers, taken)
	}
	bad := "ip.checksum.status == 1"
	if numbers, taken := plain.Select(t, bad); !taken || numbers != nil {
		t.Errorf("checksums that are not verified: %v, %v", numbers, taken)
	}
	verified := wireshark.Open(t, file, map[string]string{"ip.check_checksum": "TRUE"})
	short, taken := verified.Select(t, bad)
	if !taken || len(short) == 0 {
		t.Errorf("checksums that are verified: %v, %v", short, taken)
	}
	long := bad + strings.Repeat(" && frame.number > 0", longest/20)
	if numbers, taken := verified.Select(t, long); !taken || !slices.Equal(numbers, short) {
		t.Errorf("by a long filter: %v, %v; want %v", numbers, taken, short)
	}
	if numbers, taken := verified.Select(t, long+" && no.such"); taken {
		t.Errorf("by a long filter with a field that is not there: %v", numbers)
	}
}
