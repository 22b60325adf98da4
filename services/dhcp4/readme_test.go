package dhcp4

import (
	"regexp"
	"testing"

	"github.com/netrig/netrig/services/internal/readme"
)

func TestReadmeExamples(t *testing.T) { readme.Examples(t) }

func TestReadmeEvents(t *testing.T) {
	readme.Events(t, regexp.MustCompile(`(?:note\((?:ctx, )?slog\.Level\w+, |\.(?:Info|Warn|Error)\(|name :?= )"(\w+)"`),
		string(ReasonBound), string(ReasonRenewed), string(ReasonExpired), string(ReasonNak), string(ReasonReleased), string(ReasonDropped))
}
