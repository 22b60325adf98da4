package harness

import (
	"errors"
	"fmt"
	"sync"

	"github.com/netrig/netrig/harness/internal/netns"
)

// Isolate moves the program into an empty network namespace, and into a user
// namespace where it is not root's. Call it first in main, or in TestMain
// before m.Run: it executes the program anew, and whatever was done before it
// is done twice.
//
// In the program that was started it returns. In the one that called it, it
// waits, passes signals on and ends as the other did. Processes that the
// harness starts as the init of a node do not return from it either.
func Isolate() { netns.Isolate() }

// Handover runs the part of this program that the harness started it for, if
// it did, and does not return then. A main that calls Isolate only for some
// of its work calls Handover first; Isolate includes it.
func Handover() { netns.Handover() }

// settings is netns.Settings, found out once: it stays as it is while the process lives.
var settings = sync.OnceValue(netns.Settings)

// ready returns why the process can have no lab, nil where it can.
func ready() error {
	if !netns.Isolated() {
		return errors.New("harness: the process was not isolated: call harness.Isolate first thing in main, or harness.Main in TestMain")
	}
	if err := settings(); err != nil {
		return fmt.Errorf("harness: no lab can be had here: %w", err)
	}
	return nil
}
