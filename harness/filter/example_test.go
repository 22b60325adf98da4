package filter_test

import (
	"fmt"

	"github.com/netrig/netrig/harness/filter"
)

// A filter judges frames, one by one.
func ExampleCompile() {
	f, err := filter.Compile("tcp.flags.syn == 1 && tcp.dstport == 80")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, fr := range dissected() {
		if ok, err := f.Match(fr, nil); err == nil && ok {
			fmt.Println("frame", fr.Number)
		}
	}
	_, err = filter.Compile("tcp.flag.syn == 1")
	fmt.Println(err)
	// Output:
	// frame 3
	// filter: column 1: no field tcp.flag.syn; nearest: tcp.flags.syn
}

// A later frame is compared with one bound before.
func ExampleFilter_Match() {
	frames := dissected()
	f, err := filter.Compile("tcp.ack_raw == ${syn.tcp.seq_raw} + 1")
	if err != nil {
		fmt.Println(err)
		return
	}
	ok, err := f.Match(frames[3], bindings{"syn": frames[2]})
	fmt.Println(ok, err)
	fmt.Println(f.Expand(bindings{"syn": frames[2]}))
	// Output:
	// true <nil>
	// tcp.ack_raw == 1001
}

// Explain tells what kept a frame from being the one.
func ExampleFilter_Explain() {
	f, err := filter.Compile("tcp.flags.syn == 1 && ip.ttl == 64 && tcp.dstport == 80")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, term := range f.Explain(dissected()[6], nil).Terms {
		fmt.Println(term.Text, term.Held, term.Had)
	}
	// Output:
	// tcp.flags.syn == 1 false [tcp.flags.syn is 0]
	// ip.ttl == 64 false [ip.ttl is 63]
	// tcp.dstport == 80 false [tcp.dstport is 51775]
}
