package capture

import (
	"sync"

	"golang.org/x/sys/unix"
)

// closers is how many packet sockets this process closes at once.
const closers = 256

// closing has a place for each of them.
var closing = sync.OnceValue(func() chan struct{} { return make(chan struct{}, closers) })

// giveBack closes packet sockets, and does not wait until they are closed. The kernel
// has each close wait for an RCU grace period, some 10 ms, during which no frame
// reaches the socket any more. Many can wait for the same one; beyond closers it waits
// for a place.
func giveBack(sockets []int32) {
	places := closing()
	for _, fd := range sockets {
		places <- struct{}{}
		go func() { // ends with the close
			_ = unix.Close(int(fd))
			<-places
		}()
	}
}
