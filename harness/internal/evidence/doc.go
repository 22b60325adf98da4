// Package evidence owns the run directory of a case: it is written while the
// case runs and read back to be judged.
//
//	run.json       what was run, on what, how its steps went, what each capture point counted
//	frames.pcapng  every frame, in time order, one named interface a capture point
//	events.jsonl   what services, clients and the lab said they did, one event a line
//	state.jsonl    what was seen when an assertion was looked at, one observation a line
//
// A verdict is a function of these files and the suite. Keys of TLS connections are
// in tls.keys, for people: no verdict rests on them. The package judges
// nothing and knows no kernel: evidence from a directory and evidence from a
// running lab are the same value, a Case.
package evidence
