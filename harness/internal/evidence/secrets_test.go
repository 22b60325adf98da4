package evidence

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/netrig/netrig/harness/packet"
)

// TestSecrets finds the keys in a file of their own, each once, and no such file where
// nobody told of any.
func TestSecrets(t *testing.T) {
	for _, told := range [][]string{nil, {"CLIENT_RANDOM aa 01", "CLIENT_RANDOM bb 02", "CLIENT_RANDOM aa 01"}} {
		r, dir := record(t)
		r.AddFrames([]*packet.Frame{frame("pc1:eth0", 1), frame("pc2:eth0", 2), frame("pc1:eth0", 3)})
		keys := r.Secrets()
		tell := func(line string) {
			t.Helper()
			if _, err := fmt.Fprintln(keys, line); err != nil {
				t.Fatal(err)
			}
		}
		for _, line := range told {
			tell(line)
		}
		if err := r.Close(manifest()); err != nil {
			t.Fatal(err)
		}
		tell("CLIENT_RANDOM cc 03")
		text, err := os.ReadFile(filepath.Join(dir, SecretsFile))
		switch {
		case told == nil && !errors.Is(err, os.ErrNotExist):
			t.Errorf("keys of no connection: %q, %v", text, err)
		case told != nil && string(text) != "CLIENT_RANDOM aa 01\nCLIENT_RANDOM bb 02\n":
			t.Errorf("the file has %q, %v", text, err)
		}
		if ev, err := Read(dir); err != nil || ev.Damage != "" {
			t.Errorf("read back: %v, %v", ev, err)
		}
	}
}
