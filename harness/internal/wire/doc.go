// Package wire owns the link that is a program: it carries every frame between the
// inner ends of two cables, as fast, as late and as whole as it is told, and does to
// single frames what its faults say.
//
// A wire works where its ends do not notice: offloads are off there, so frames enter
// as they would on a cable, and what it does is seen by a capture at both ends. It
// needs packet sockets only, so an ordinary user has it too. All chance is drawn from
// a seed: by the same seed the same frames, in the same order, meet the same fate.
//
// It does not make its interfaces (see package rtnl), and judges nothing.
package wire
