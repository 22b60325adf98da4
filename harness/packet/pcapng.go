package packet

// The block types, options and values of pcapng (draft-ietf-opsawg-pcapng) that
// the Writer writes and the Reader heeds.
const (
	blockSection    = 0x0a0d0d0a
	blockInterface  = 1
	blockPacket     = 2 // obsolete
	blockSimple     = 3
	blockStatistics = 5
	blockEnhanced   = 6

	byteOrderMagic = 0x1a2b3c4d

	optionEnd     = 0
	optionComment = 1

	sectionHardware    = 2
	sectionOS          = 3
	sectionApplication = 4

	interfaceName        = 2
	interfaceDescription = 3
	interfaceMAC         = 6
	interfaceResolution  = 9
	interfaceOffset      = 14

	packetFlags   = 2
	packetDrops   = 4
	packetID      = 5
	packetQueue   = 6
	packetVerdict = 7

	dropsUnknown = 0xffff // in an obsolete packet block

	statisticsReceived = 4
	statisticsDrop     = 5
	statisticsOSDrop   = 7

	linkEthernet = 1

	maxBlock    = 16 << 20 // octets of one block
	maxSnap     = 256 << 10
	maxPoints   = 1 << 16
	maxNames    = 1 << 10 // of interfaces that a Reader lists
	maxPointLen = 4096    // octets of a point's name
)

// Meta describes a capture file. Empty strings are left out.
type Meta struct {
	Hardware    string
	OS          string
	Application string
	Comment     string
}

// Stats are the counters of one capture point.
type Stats struct {
	Received uint64 // frames that the kernel saw there
	Dropped  uint64 // of these, frames lost for want of room
}
