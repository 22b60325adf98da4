// Package lab executes plans: it boots the network of a topology in
// namespaces of its own, starts the services of its nodes, hands out the
// nodes, and undoes all of it, last in, first out. It owns what a running
// lab is; what is done in which order is the plan's, how the kernel is told
// is rtnl's, and what a service says is the service's.
//
// A lab touches nothing outside the namespaces it makes: the process that
// boots one has moved to an empty namespace of its own before
// (netns.Isolate). The package records nothing and judges nothing. Only the
// run room and the public harness package import it.
package lab
