package dns

import "errors"

// Source is the text of one zone, in master-file format (RFC 1035, Section 5).
type Source struct {
	Origin string // the zone's name; "." for the root
	Text   string
	File   string // where the text stands, for messages; may be empty
	Line   int    // the line of File the text starts at; 1 if 0
}

// Zone is a zone as parsed and checked. It does not change afterwards and is
// safe for concurrent use.
type Zone struct {
	origin string
}

// Mistake is something wrong in a zone.
type Mistake struct {
	Zone    string // the zone's origin
	File    string // as in Source; may be empty
	Line    int    // in File; 0 where the zone as a whole is meant
	Message string
	Cure    string // what to write instead; may be empty
}

// Mistakes is all that is wrong in a zone, in order of lines.
type Mistakes []Mistake

func (m Mistakes) Error() string { return "" }

// ParseZone reads and checks a zone. The error is Mistakes.
func ParseZone(s Source) (*Zone, error) { return nil, errors.ErrUnsupported }

// Origin returns the zone's name, fully qualified and in lower case.
func (z *Zone) Origin() string { return z.origin }

// Warnings returns what is legal in the zone but hardly meant.
func (z *Zone) Warnings() []Mistake { return nil }
