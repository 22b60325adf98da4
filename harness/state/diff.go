package state

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// The kinds of what a snapshot holds, by which a Difference is told.
const (
	KindInterface = "interface"
	KindAddress   = "address"
	KindRoute     = "route"
	KindNeighbor  = "neighbor"
	KindSocket    = "socket"
	KindFDB       = "fdb"
	KindSTP       = "stp"
	KindLease     = "lease"
	KindLease6    = "lease6"
)

// Difference is what has changed between two snapshots of a node. Its entries
// lie in the order of the kinds, then by their texts.
type Difference struct {
	Added   []Entry
	Removed []Entry
	Changed []Entry
}

// Entry is one thing that came, went or changed.
type Entry struct {
	Kind string // KindInterface to KindLease6
	Text string // as its String says; of what has changed BEFORE -> AFTER
}

// String returns kind and text: `route default via 10.0.0.1 dev eth0`.
func (e Entry) String() string { return e.Kind + " " + e.Text }

// Diff tells how one snapshot of a node differs from an earlier one. What is
// no change: that a neighbour that was reached is asked anew in time, as
// REACHABLE becomes STALE, DELAY and PROBE; that an entry of a forwarding database
// ages, until it is gone; that the root of a spanning tree tells of a change; that a
// lease is renewed; and the entries that the kernel makes for groups, which nobody is
// asked for.
func Diff(from, to *Snapshot) Difference {
	var d Difference
	compare(&d, KindInterface, from.Interfaces, to.Interfaces, func(i Interface) string { return i.Name }, Interface.String)
	compare(&d, KindAddress, addresses(from), addresses(to),
		func(a address) string { return a.dev + " " + a.prefix.Addr().String() }, address.String)
	compare(&d, KindRoute, from.Routes, to.Routes,
		func(r Route) string { return fmt.Sprintf("%s %d", r.To, r.Metric) }, sourced)
	compare(&d, KindNeighbor, hosts(from.Neighbors), hosts(to.Neighbors),
		func(n Neighbor) string { return n.Interface + " " + n.IP.String() }, aged)
	compare(&d, KindSocket, from.Sockets, to.Sockets,
		func(s Socket) string { return fmt.Sprintf("%s %s %s", s.Network, s.Local, s.Remote) }, Socket.String)
	compare(&d, KindFDB, from.FDB, to.FDB, func(e FDBEntry) string { return e.Bridge + " " + e.MAC }, FDBEntry.String)
	compare(&d, KindSTP, trees(from), trees(to), func(t treeLine) string { return t.bridge + " " + t.port }, func(t treeLine) string { return t.text })
	compare(&d, KindLease, from.Leases, to.Leases, func(l Lease) string { return l.Interface }, held)
	compare(&d, KindLease6, from.Leases6, to.Leases6, func(l Lease6) string { return l.Interface }, held6)
	return d
}

// compare adds what differs between two lists. Entries with the same key are
// the same thing where there is one of them in each list, and that has
// changed; of several each is a thing of its own.
func compare[T any](d *Difference, kind string, from, to []T, key, text func(T) string) {
	before, after := texts(from, key, text), texts(to, key, text)
	keys := slices.Sorted(maps.Keys(before))
	for k := range after {
		if _, known := before[k]; !known {
			keys = append(keys, k)
		}
	}
	var added, removed, changed []Entry
	for _, k := range keys {
		gone, come := without(before[k], after[k]), without(after[k], before[k])
		if len(before[k]) == 1 && len(after[k]) == 1 && len(gone) == 1 {
			changed = append(changed, Entry{kind, gone[0] + " -> " + come[0]})
			continue
		}
		for _, t := range gone {
			removed = append(removed, Entry{kind, t})
		}
		for _, t := range come {
			added = append(added, Entry{kind, t})
		}
	}
	byText := func(a, b Entry) int { return strings.Compare(a.Text, b.Text) }
	for _, list := range []struct {
		to *[]Entry
		of []Entry
	}{{&d.Added, added}, {&d.Removed, removed}, {&d.Changed, changed}} {
		slices.SortFunc(list.of, byText)
		*list.to = append(*list.to, list.of...)
	}
}

func texts[T any](all []T, key, text func(T) string) map[string][]string {
	m := make(map[string][]string, len(all))
	for _, x := range all {
		m[key(x)] = append(m[key(x)], text(x))
	}
	return m
}

// without returns what of all is left when each of others has taken its like.
func without(all, others []string) []string {
	left := slices.Clone(all)
	for _, o := range others {
		if i := slices.Index(left, o); i >= 0 {
			left = slices.Delete(left, i, i+1)
		}
	}
	return left
}
