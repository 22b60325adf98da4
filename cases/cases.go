// Package cases holds the suites that netrig brings along: what the protocols
// of a small internet do, each fact shown on real kernels and real servers.
//
// A folder is a suite: its suite.yaml, its topology where it is large, and
// the files its servers serve. It stands for itself and can be copied out.
package cases

import (
	"embed"
	"io/fs"
)

//go:embed arp dhcp ethernet fragments https internet ip ipv6 nat physical programs routing switches tcp udp
var files embed.FS

// FS is the file system of the suites: NAME/suite.yaml and what it refers to.
func FS() fs.FS { return files }

// Names returns the names of the suites in lexical order.
func Names() []string {
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		panic("cases: " + err.Error()) // the files are part of the program
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names
}
