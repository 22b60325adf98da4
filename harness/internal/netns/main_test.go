package netns_test

import (
	"os"
	"testing"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/internal/netns/nstest"
)

func TestMain(m *testing.M) {
	switch os.Getenv(roleVariable) { // roles that are not isolated
	case "shell":
		os.Exit(shell())
	case "seccomp":
		os.Exit(seccomp())
	case "no mounts":
		os.Exit(noMounts())
	case "probe":
		netns.Handover()
		os.Exit(findings())
	}
	if role, ok := roles()[os.Getenv(roleVariable)]; ok {
		netns.Isolate()
		os.Exit(role())
	}
	nstest.Main(m)
}
