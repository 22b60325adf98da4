package leak

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// dying is how long a process that was killed may take to be gone.
const dying = time.Second

// Inside tells which processes run in network namespaces, given by their numbers with the
// names of the nodes, and are not gone within a second.
func Inside(spaces map[uint64]string) error {
	deadline := time.Now().Add(dying)
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for {
		err := inside(spaces)
		if err == nil || time.Now().After(deadline) {
			return err
		}
		<-tick.C
	}
}

func inside(spaces map[uint64]string) error {
	var errs []error
	processes, _ := filepath.Glob("/proc/[0-9]*")
	for _, p := range processes {
		info, err := os.Stat(filepath.Join(p, "ns/net"))
		if err != nil {
			continue // it is gone, or another user's
		}
		stat, ok := info.Sys().(*syscall.Stat_t)
		if !ok {
			continue
		}
		if node, ok := spaces[stat.Ino]; ok {
			command, _ := os.ReadFile(filepath.Join(p, "cmdline"))
			text := strings.TrimSpace(strings.ReplaceAll(string(command), "\x00", " "))
			errs = append(errs, fmt.Errorf("in %s, process %s: %s", node, filepath.Base(p), text))
		}
	}
	return errors.Join(errs...)
}
