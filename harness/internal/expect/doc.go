// Package expect judges: it turns the recorded evidence of a case and the
// suite's assertions into verdicts. It is pure. It has no clock, no kernel
// and no lab, so evidence read back from disk is judged as it was when the
// case ran.
//
// A verdict is passed or failed only where the evidence is enough to tell.
// Absence is told only from complete captures: where a capture point lost
// frames, never existed or was closed early, what rests on not having seen a
// frame is errored.
//
// It refuses to wait, to look anything up, and to draw. Only the rooms that
// run and report import it.
package expect
