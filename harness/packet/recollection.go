package packet

// recollection is what frames have left for later ones.
type recollection struct {
	times        moments // of all frames
	fragments    fragments
	tcp          streams[tcpStream]
	udp          streams[udpStream]
	unacked      unackedRoom
	messages     messages
	echoes       memory[echoKey, echo]
	questions    memory[questionKey, question]      // of DNS
	transfers    memory[transferKey, *fileTransfer] // of FTP
	owners       memory[uint32, owner]              // of IPv4 addresses
	associations memory[uint32, sequence]           // by the index of their security parameters
	clocks       memory[questionKey, question]      // of NTP
	claims       memory[claimKey, *udpStream]
	managers     memory[questionKey, question] // of SNMP
	tokens       memory[uint32, *multipath]
	multipaths   uint32 // how many were found
	arranges     bool   // one conversation has arranged that another is not what its ports tell
}

// recall is what frames before have left, and this one may leave more in.
func (d *Dissector) recall() *recollection {
	d.recalled = true
	return d.before
}

// arranges reports whether any conversation may be another than its ports tell. A
// scout, which does not know, presumes that none is.
func (d *Dissector) arranges() bool {
	if d.scouts {
		d.presumed = true
		return false
	}
	return d.before.arranges
}
