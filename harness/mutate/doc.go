// Package mutate tells what a suite notices. It breaks the network of a suite
// in stated ways, one at a time, runs the suite on what is left and reports
// which of the mutants nothing fails for: these survive.
//
// A mutant is killed where a case fails that passes on the network as it is
// declared. What the cases do and assert stays as it was written, down to the
// addresses that NODE.INTERFACE stood for: only the network is another one.
// It is not linted, as it is wrong on purpose.
//
// Operators are of the network (see Operators), in the order of the file, so
// that a mutant has the same name in each run. A kind of frame is dropped on
// a link only where the suite, unbroken, made the link carry such frames;
// what no frame could have noticed is not a mutant.
package mutate
