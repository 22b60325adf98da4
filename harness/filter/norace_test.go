//go:build !race

package filter_test

// raceDetector tells whether the race detector is on, under which pools forget.
const raceDetector = false
