package netns_test

import (
	"os"
	"testing"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
)

func TestMain(m *testing.M) {
	if os.Getenv(roleVariable) == "shell" {
		os.Exit(shell())
	}
	if role, ok := roles()[os.Getenv(roleVariable)]; ok {
		netns.Isolate()
		os.Exit(role())
	}
	nstest.Main(m)
}
