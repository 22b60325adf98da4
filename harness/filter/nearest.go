package filter

import (
	"cmp"
	"slices"
	"strings"
)

// nearest returns the names that are spelt most like name, at most three,
// the closest first.
func nearest(name string, names []string) []string {
	if len(name) > 64 {
		return nil
	}
	type candidate struct {
		name     string
		distance int
	}
	var found []candidate
	limit := max(1, len(name)/3)
	for _, each := range names {
		if d := distance(strings.ToLower(name), strings.ToLower(each), limit); d <= limit {
			found = append(found, candidate{each, d})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return cmp.Compare(a.distance, b.distance) })
	var near []string
	for _, c := range found[:min(3, len(found))] {
		if c.distance <= found[0].distance+1 {
			near = append(near, c.name)
		}
	}
	return near
}

// distance is the number of octets to add, drop or change to make b of a. It
// stops counting above limit.
func distance(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j]+1, row[j+1]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}
