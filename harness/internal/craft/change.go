package craft

import (
	"bytes"
	"strings"

	"github.com/netrig/netrig/harness/packet"
)

// Change is a field's other value.
type Change struct {
	Field      *packet.Info
	Occurrence int // from 1
	Value      packet.Value
}

// Apply returns a copy of a frame in which fields have other values, set one after the
// other. Checksums are mended then, but for those that were set, unless keep.
func Apply(frame []byte, changes []Change, keep bool) ([]byte, error) {
	changed := bytes.Clone(frame)
	var checksums []packet.Field // that were set
	for _, c := range changes {
		next, place, err := set(changed, c.Field, c.Occurrence, c.Value)
		if err != nil {
			return nil, err
		}
		changed = next
		if strings.HasSuffix(c.Field.Name, ".checksum") {
			checksums = append(checksums, place)
		}
	}
	if keep {
		return changed, nil
	}
	wanted := bytes.Clone(changed)
	Mend(changed)
	for _, p := range checksums {
		copy(changed[p.Offset:p.Offset+p.Length], wanted[p.Offset:])
	}
	return changed, nil
}
