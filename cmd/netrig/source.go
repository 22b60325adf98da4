package main

import (
	"fmt"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/netrig/netrig/cases"
	"github.com/netrig/netrig/harness"
)

// sourcesOf finds the suites that arguments name: files, folders, or suites
// that netrig brings along. A file or folder goes before a suite of the same
// name. No argument means the present folder.
func sourcesOf(args []string) ([]harness.Source, error) {
	if len(args) == 0 {
		args = []string{"."}
	}
	var sources []harness.Source
	for _, arg := range args {
		if _, err := os.Stat(arg); err != nil && slices.Contains(cases.Names(), arg) {
			sources = append(sources, harness.Source{FS: cases.FS(), Name: path.Join(arg, harness.SuiteFile)})
			continue
		} else if os.IsNotExist(err) {
			return nil, fmt.Errorf("no file, folder or suite %s (netrig brings along: %s)", arg, strings.Join(cases.Names(), ", "))
		}
		found, err := harness.Files(arg)
		if err != nil {
			return nil, err
		}
		sources = append(sources, found...)
	}
	return sources, nil
}

// embeddedList is the list of suites for help texts.
func embeddedList() string {
	var b strings.Builder
	for _, name := range cases.Names() {
		s, err := harness.Source{FS: cases.FS(), Name: path.Join(name, harness.SuiteFile)}.Load()
		if err != nil {
			panic("netrig: suite " + name + ": " + err.Error()) // it is part of the program
		}
		fmt.Fprintf(&b, "  %-12s %s\n", name, s.Title)
	}
	return strings.TrimRight(b.String(), "\n")
}
