package run

import (
	"fmt"
	"os"
	"sync"

	"golang.org/x/sys/unix"

	"github.com/netrig/netrig/harness/internal/netns"
)

// shelves are folders that a Linux system has (FHS 3.0) and that are often
// empty.
var shelves = []string{"/srv", "/mnt", "/media", "/opt", "/boot"}

// mounted is the shelf that holds this process's scratch file system: "" if
// none is free.
var mounted = sync.OnceValue(func() string {
	if !netns.Isolated() {
		return ""
	}
	for _, dir := range shelves {
		if entries, err := os.ReadDir(dir); err != nil || len(entries) > 0 {
			continue
		}
		if unix.Mount("netrig", dir, "tmpfs", unix.MS_NOSUID|unix.MS_NODEV, "mode=0755") == nil {
			return dir
		}
	}
	return ""
})

// Scratch makes an empty folder for files that nobody needs after the run.
// It lies in a file system that only this process and its children see and
// that is gone with them, however they end; where the system has no empty
// folder to mount that on, it lies among the temporary files. The caller
// removes it.
func Scratch() (string, error) {
	dir, err := os.MkdirTemp(mounted(), "netrig-")
	if err != nil {
		return "", fmt.Errorf("make a scratch folder: %w", err)
	}
	return dir, nil
}
