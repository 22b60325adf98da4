// Package run carries a case out: it boots the lab, runs the steps, looks at
// the network until the assertions are decided or their time is over, ends
// the recording, and has the recording judged.
//
// It decides nothing itself. What it sees goes into the evidence, and the
// verdict is read off the evidence after it was written to disk and read
// back, exactly as `netrig verify` does it later.
package run
