// Package filter compiles Wireshark 4.0 display filters and matches them
// against dissected frames. A filter selects the frames that Wireshark
// would: the same names, operators, literals and multi-valued meaning.
//
// It adds ${name.field}, the value of a field in a frame bound earlier, and
// refuses a bare boolean field as a test, which in Wireshark only asks
// whether the field is there. docs/filters.md states the language.
//
// It refuses to dissect (package packet does), to know what a name is bound
// to (the caller's Bindings do), and to read files. Package packet is all
// that it imports of netrig.
package filter
