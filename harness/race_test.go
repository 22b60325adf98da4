//go:build race

package harness_test

// raceDetector tells whether the race detector is on, which remembers what it has seen.
const raceDetector = true
