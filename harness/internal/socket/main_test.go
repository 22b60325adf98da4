package socket

import (
	"testing"

	"github.com/netrig/netrig/harness/internal/netns/nstest"
)

func TestMain(m *testing.M) { nstest.Main(m) }
