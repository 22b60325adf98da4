// Package pid1 is the first process of a pid namespace: the program itself,
// executed once more, in the role that init has on a machine. It sets up
// what only the inside can (mounts, host name), forks the one program it is
// there for, passes signals on, reaps what is orphaned, and reports how the
// program ended. When it ends, the kernel kills all that is left inside.
//
// There are two uses: the supervisor of a whole isolated program (netns) and
// the init of a program run in a node (process). Both talk to their init
// over one socket pair: first a Config goes in, then one octet per signal
// to pass on; a Report comes out when the program has started and another
// when it has ended. The end of that stream is the end of the init too, so
// it never outlives its parent.
//
// Only netns and process may import it.
package pid1
