package harness_test

import (
	"testing"

	"github.com/netrig/netrig/harness"
)

func TestMain(m *testing.M) { harness.Main(m) }
