package dhcp4

// FrameSender sends Ethernet II frames, header included and checksum (FCS)
// excluded, out of one interface. The frame is not kept.
//
// A FrameSender that is also an io.Closer is closed by the Server it was given to.
type FrameSender interface {
	SendFrame(frame []byte) error
}

// FrameConn sends and receives Ethernet II frames on one interface, for instance
// over an AF_PACKET socket of type SOCK_RAW. [ClientFilter] keeps foreign traffic
// away from it.
type FrameConn interface {
	FrameSender
	// ReadFrame reads one frame into b and returns its length; what does not fit
	// is cut off. Close interrupts it, with an error that is net.ErrClosed.
	ReadFrame(b []byte) (int, error)
	Close() error
}
