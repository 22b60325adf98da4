package dns

import (
	"regexp"
	"testing"

	"github.com/netrig/netrig/services/internal/readme"
)

func TestReadmeEvents(t *testing.T) {
	readme.Events(t, regexp.MustCompile(`LogAttrs\([^"]*"(\w+)"`))
}
