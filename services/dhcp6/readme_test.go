package dhcp6

import (
	"regexp"
	"testing"

	"github.com/netrig/netrig/services/internal/readme"
)

func TestReadmeExamples(t *testing.T) { readme.Examples(t) }

func TestReadmeEvents(t *testing.T) {
	readme.Events(t, regexp.MustCompile(`(?:tell\(ctx, |LogAttrs\(ctx, slog\.Level\w+, |note\(|log\.(?:Info|Warn|Error)\(|giveBack\(ctx, |event, lasts :?= |dhcpv6\.MessageType\w+: )"(\w+)"`),
		string(ReasonBound), string(ReasonRenewed), string(ReasonInformed), string(ReasonExpired), string(ReasonRefused), string(ReasonReleased), string(ReasonDropped))
}
