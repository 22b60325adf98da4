package netns

import "sync"

// forking is held for reading while a program that is about to start is a copy of this
// process. It is one for the process, as the table of open files is.
var forking sync.RWMutex

// Fork calls start, which starts a program and returns once that has begun. A program
// begins as a copy of this process with all its open files, and lets go of them only then:
// up to there a listener that is closed goes on accepting, its port is taken, and a
// connection that is closed sends no FIN. See Forked.
func Fork(start func() error) error {
	forking.RLock()
	defer forking.RUnlock()
	return start()
}

// Forked returns once every program that Fork starts has begun or failed to, if it was
// about to when Forked was called. What was closed before is closed for good then.
func Forked() {
	forking.Lock()
	defer forking.Unlock()
}
