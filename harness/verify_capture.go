package harness

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/netrig/netrig/harness/internal/evidence"
	"github.com/netrig/netrig/harness/internal/expect"
	"github.com/netrig/netrig/harness/report"
	"github.com/netrig/netrig/harness/suite"
)

// CaptureOptions say what a capture file is to be judged by, and what it is of.
type CaptureOptions struct {
	// At says which capture points the file is of: NODE:IFACE for all of it, or
	// NODE:IFACE=INTERFACE for one interface of the file, by its name or its number
	// from 0. Without it, interfaces that are called NODE:IFACE are those points, and
	// a file of one interface without a name is the one point that a case looks at.
	At []string

	// Only chooses cases: those whose SUITE/CASE it matches. nil means all.
	Only *regexp.Regexp
}

// VerifyCapture judges what a capture file (pcapng or pcap, compressed by gzip
// or not), whoever recorded it, tells of suites: their assertions over frames.
// The others are skipped; a case of which the file tells nothing is errored.
//
// The error is for files, points and patterns that cannot be what is meant.
func VerifyCapture(sources []Source, name string, file io.Reader, o CaptureOptions) (report.Run, error) {
	started := time.Now()
	capture, err := evidence.ReadCapture(name, file)
	if err != nil {
		return report.Run{}, fmt.Errorf("harness: %w", err)
	}
	given, err := mapping(o.At, capture.Interfaces)
	if err != nil {
		return report.Run{}, fmt.Errorf("harness: %w", err)
	}
	suites := make([]*suite.Suite, len(sources))
	known := map[string]bool{}
	for i, source := range sources {
		if suites[i], err = source.Load(); err != nil {
			return report.Run{}, err
		}
		for _, c := range suites[i].Cases {
			for _, point := range pointsOf(c) {
				known[point] = true
			}
		}
	}
	for point := range given {
		if !known[point] {
			return report.Run{}, fmt.Errorf("harness: --at %s: no case has this capture point", point)
		}
	}
	var results []suite.SuiteResult
	placed := false
	for _, s := range suites {
		var cases []suite.CaseResult
		for _, c := range s.Cases {
			if o.Only != nil && !o.Only.MatchString(s.Name+"/"+c.Name) {
				continue
			}
			points := given
			if len(points) == 0 {
				points = guess(c, capture.Interfaces)
			}
			placed = placed || len(points) > 0
			cases = append(cases, expect.JudgeCapture(c, capture.Case(s.Name, c.Name, points)))
		}
		if len(cases) > 0 {
			results = append(results, suite.NewSuiteResult(s, cases))
		}
	}
	switch {
	case len(results) == 0:
		return report.Run{}, errors.New("harness: no case is chosen")
	case !placed:
		return report.Run{}, fmt.Errorf("harness: %s: none of its interfaces (%s) is a capture point of the suite; say which one is, with --at NODE:IFACE or --at NODE:IFACE=INTERFACE",
			name, strings.Join(shownNames(capture.Interfaces), ", "))
	}
	return report.NewRun("", started.UTC(), time.Since(started), results), nil
}

// shownNames are the names of interfaces as people take them.
func shownNames(interfaces []string) []string {
	shown := slices.Clone(interfaces)
	for i, name := range shown {
		if name == "" {
			shown[i] = "one without a name"
		}
	}
	return shown
}

// mapping reads what at says: the interface of the file by capture point, ""
// for all of it.
func mapping(at, interfaces []string) (map[string]string, error) {
	points, taken := map[string]string{}, map[string]string{}
	for _, text := range at {
		point, name, named := strings.Cut(text, "=")
		node, iface, ok := strings.Cut(point, ":")
		switch {
		case !ok || node == "" || iface == "" || named && name == "":
			return nil, fmt.Errorf("--at %s: want NODE:IFACE or NODE:IFACE=INTERFACE", text)
		case !named && len(at) > 1:
			return nil, fmt.Errorf("--at %s: the whole file is one point (write --at %s=INTERFACE for each of several)", text, point)
		}
		if named && !slices.Contains(interfaces, name) {
			n, err := strconv.Atoi(name)
			if err != nil || n < 0 || n >= len(interfaces) {
				return nil, fmt.Errorf("--at %s: the file has no interface %s (it has %s)", text, name, strings.Join(shownNames(interfaces), ", "))
			}
			name = interfaces[n]
		}
		if _, twice := points[point]; twice {
			return nil, fmt.Errorf("--at %s: %s is given twice", text, point)
		}
		if other, twice := taken[name]; twice {
			return nil, fmt.Errorf("--at %s: the interface is %s already", text, other)
		}
		points[point], taken[name] = name, point
	}
	return points, nil
}

// guess returns which capture points of a case the interfaces of a file are.
func guess(c *suite.Case, interfaces []string) map[string]string {
	points := map[string]string{}
	for _, point := range pointsOf(c) {
		if slices.Contains(interfaces, point) {
			points[point] = point
		}
	}
	if len(interfaces) == 1 && (interfaces[0] == "" || interfaces[0] == "interface 0") {
		var looked []string
		for _, a := range c.Assertions {
			looked = append(looked, expect.LooksAt(a)...)
		}
		slices.Sort(looked)
		if looked = slices.Compact(looked); len(looked) == 1 {
			points[looked[0]] = ""
		}
	}
	return points
}

// pointsOf returns every capture point of a case.
func pointsOf(c *suite.Case) []string {
	var points []string
	for _, n := range c.Topology.Nodes {
		for _, i := range n.Interfaces {
			points = append(points, n.Name+":"+i.Name)
		}
	}
	return points
}
