package ra

import (
	"regexp"
	"testing"

	"github.com/netrig/netrig/services/internal/readme"
)

func TestReadmeExamples(t *testing.T) { readme.Examples(t) }

func TestReadmeEvents(t *testing.T) {
	readme.Events(t, regexp.MustCompile(`LogAttrs\(ctx, slog\.Level\w+, "(\w+)"`))
}
