package packet

// What booleans of several fields are called when they are true, and when they are not.
var (
	setNames           = map[uint64]string{1: "Set", 0: "Not set"}
	capableNames       = map[uint64]string{1: "Capable", 0: "Not capable"}
	yesNames           = map[uint64]string{1: "Yes", 0: "No"}
	enabledNames       = map[uint64]string{1: "Enabled", 0: "Disabled"}
	supportedNames     = map[uint64]string{1: "Supported", 0: "Not supported"}
	presentNames       = map[uint64]string{1: "Present", 0: "Not Present"}
	localNames         = map[uint64]string{1: "Locally administered address (this is NOT the factory default)", 0: "Globally unique address (factory default)"}
	groupNames         = map[uint64]string{1: "Group address (multicast/broadcast)", 0: "Individual address (unicast)"}
	protectedNames     = map[uint64]string{1: "Datagram protected in accordance with its rules", 0: "Datagram not protected in accordance with its rules"}
	updateForwardNames = map[uint64]string{1: "Server SHOULD perform AAAA RR updates", 0: "Server SHOULD NOT perform AAAA RR updates"}
	updateReverseNames = map[uint64]string{1: "Server SHOULD NOT perform PTR RR updates", 0: "Server SHOULD perform PTR RR updates"}
	forbiddenNames     = map[uint64]string{1: "Not Allowed", 0: "Allowed"}
	validNames         = map[uint64]string{1: "Valid", 0: "Invalid"}
)
