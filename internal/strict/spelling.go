package strict

// Propose is a cure for a name that does not exist: the one of have that it was most
// likely meant to be, else what is proposed otherwise.
func Propose(name string, have []string, otherwise string) string {
	if near := Nearest(name, have); near != "" {
		return "did you mean " + near + "?"
	}
	return otherwise
}

// Nearest returns the entry of have that name is most likely a misspelling
// of, "" where none is close: at most one letter in three may be wrong,
// missing, added or swapped with its neighbour.
func Nearest(name string, have []string) string {
	best, least := "", len(name)/3+2
	if len(name) > 64 {
		return ""
	}
	for _, h := range have {
		if len(h) > 64 || h == name {
			continue
		}
		if n := distance(name, h); n < least && n < len(h) {
			best, least = h, n
		}
	}
	return best
}

// distance is the number of edits between two words (optimal string
// alignment), counted in octets.
func distance(a, b string) int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
