package evidence

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/netrig/netrig/harness/packet"
)

// TestSecrets finds the keys before the frames, each once, and the frames as without them.
func TestSecrets(t *testing.T) {
	r, dir := record(t)
	keys := r.Secrets()
	tell := func(line string) {
		t.Helper()
		if _, err := fmt.Fprintln(keys, line); err != nil {
			t.Fatal(err)
		}
	}
	r.AddFrames([]*packet.Frame{frame("pc1:eth0", 1), frame("pc2:eth0", 2)})
	tell("CLIENT_RANDOM aa 01")
	tell("CLIENT_RANDOM bb 02")
	tell("CLIENT_RANDOM aa 01") // the other side of the first one
	r.AddFrames([]*packet.Frame{frame("pc1:eth0", 3)})
	if err := r.Close(manifest()); err != nil {
		t.Fatal(err)
	}
	tell("CLIENT_RANDOM cc 03")
	file, err := os.ReadFile(filepath.Join(dir, FramesFile))
	if err != nil {
		t.Fatal(err)
	}
	text := string(file)
	at := strings.Index(text, "CLIENT_RANDOM aa 01\nCLIENT_RANDOM bb 02\n")
	if at < 0 || at > strings.Index(text, string(arp)) || strings.Count(text, "CLIENT_RANDOM") != 2 {
		t.Errorf("the file has %q", text)
	}
	ev, err := Read(dir)
	if err != nil || ev.Damage != "" || len(ev.Frames) != 3 {
		t.Errorf("%d frames read back, %q, %v", len(ev.Frames), ev.Damage, err)
	}
}

func TestSecretsAreBounded(t *testing.T) {
	var s secrets
	line := strings.Repeat("x", 1<<20-1) + "\n"
	for i := range 10 {
		s.add(fmt.Sprint(i) + line)
	}
	if len(s.text) > maxSecrets {
		t.Errorf("%d octets", len(s.text))
	}
}
