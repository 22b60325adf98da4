// Package plan turns a topology into the kernel operations that build it:
// an ordered list of plain values. The same topology gives the same plan,
// down to the interface indexes. The package knows no kernel and starts
// nothing; the lab room executes a plan, and String prints it for people.
//
// Everything a plan makes lives in a network namespace that the plan makes
// first. So the operations are reversible by closing their namespaces, last
// in, first out; what reaches outside a namespace (a socket held by the
// process, a program, a file) says in its Undo how it is reversed.
package plan
