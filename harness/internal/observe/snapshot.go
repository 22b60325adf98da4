package observe

import (
	"context"

	"github.com/netrig/netrig/harness/internal/netns"
	"github.com/netrig/netrig/harness/state"
)

// What selects parts of a snapshot.
type What uint8

// Parts of a snapshot.
const (
	Interfaces What = 1 << iota
	Routes
	Neighbors
	Sockets
)

// Snapshot reads the parts named by what from the kernel.
func Snapshot(ns *netns.NS, node string, what What) (*state.Snapshot, error) { return nil, nil }

// Watch returns a channel that receives when something changed.
func Watch(ctx context.Context, ns *netns.NS) (<-chan struct{}, error) { return nil, nil }
