// Package strict decodes the YAML that users write, and tells them what
// they got wrong.
//
// It owns positions and diagnostics, the one YAML reader of the project and
// the decoding of its nodes into Go values. Every mistake of a file is
// reported in one go, with file, line, column, culprit and cure. Unknown and
// duplicate keys, wrong types and anything ambiguous are mistakes; nothing
// is guessed.
//
// Files are hostile until decoded: size, nesting, and what aliases expand to
// are bounded before anything walks the nodes.
//
// It knows no topology and no suite: what keys mean is said by the types it
// decodes into. It writes no YAML. Any package may import it.
package strict
