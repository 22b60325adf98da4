// Package topology owns the network as declared: its nodes, interfaces,
// links and services, read from YAML (docs/topology.md), checked, numbered
// and drawn.
//
// Parse and Load report every mistake of a file at once. Lint finds what is
// legal but will not work, unless the file says that it is intended. DOT and
// Mermaid draw. Schema serves editors.
//
// It knows no kernel and opens no socket: what a declared network becomes is
// decided elsewhere, from the plain values here. It may import
// internal/strict only; everything may import it.
package topology
