// Package assert holds what a test wants to be true of a network, as Go values: the
// assertions of the suite language (docs/suite.md), for Lab.Expect and Lab.Judge of package
// harness.
//
//	lab.Expect(t,
//		assert.Ping{From: "pc1", To: "web", Lost: assert.Is(0)},
//		assert.Neighbor{Node: "pc1", IP: "web", State: assert.OneOf("REACHABLE", "STALE"), Eventually: 3 * time.Second},
//		assert.Frames{At: "pc1:eth0", Sequence: []assert.Frame{
//			{As: "syn", Match: "tcp.flags.syn == 1 && tcp.flags.ack == 0"},
//			{Match: "tcp.flags.syn == 1 && tcp.flags.ack == 1 && tcp.ack_raw == ${syn.tcp.seq_raw} + 1"},
//		}})
//
// A type stands for a key of the language, a field for a key below it. They are made from
// the language's schema, and each value is written in the language before it is read
// ([Write] shows the text): so there is one meaning and one set of checks, and [YAML] may
// stand wherever a type does. A field that is left at its zero value is a key that is
// left out. Names of nodes, addresses and filters are text, as in the language: an address
// may also be NODE.INTERFACE, or NODE, of which the topology knows the address.
//
// What a field is to be is a [Match]. A constant text is one: State: "REACHABLE". The
// functions make the others: [Is], [OneOf], [AtLeast], [Contains], [Matches] and so on; and
// [Absent], [Present], [On] and [Off] are constants.
package assert
