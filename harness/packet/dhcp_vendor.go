package packet

import (
	"bytes"
	"encoding/binary"
	"strconv"
)

// Enterprise numbers, as IANA has registered them.
const (
	enterpriseBroadbandForum = 3561
	enterpriseCableLabs      = 4491 // whose options are not dissected
)

// vendors are the beginnings of the classes of vendors whose options tshark shows in
// a form of their own, of which that of PXE and ArubaAP's are dissected here.
var vendors = [...]string{
	"PXEClient", "ArubaAP", "ArubaInstantAP", "AEROHIVE", "AAPLBSDPC", "pktc1.0:", "pktc1.5:", "pktc2.0:", "docsis", "OpenCable2.0", "CableHome", "alcatel.",
}

// vendorOptions dissects the vendor-specific information (RFC 2132 Section 8.4), as
// the class of the vendor tells.
func (l *layer) vendorOptions(class []byte, n int) {
	for _, vendor := range vendors {
		if !bytes.HasPrefix(class, []byte(vendor)) {
			continue
		}
		if vendor == "PXEClient" && n == 0 || !l.d.enter("dhcp") {
			return
		}
		switch vendor {
		case "PXEClient":
			l.pxe(n)
		case "ArubaAP":
			l.fixed(dhcpOptionVendorArubaapControllerip, 0, n)
		}
		return
	}
	l.bytes(dhcpOptionVendorValue, 0, n)
}

// Options of PXE, after its specification 2.1.
const (
	pxePad         = 0
	pxeMulticastIP = 1
	pxeClientPort  = 2
	pxeServerPort  = 3
	pxeTimeout     = 4
	pxeDelay       = 5
	pxeControl     = 6
	pxeDiscoveryIP = 7
	pxeServers     = 8
	pxeMenu        = 9
	pxePrompt      = 10
	pxeAllocation  = 11
	pxeCredentials = 12
	pxeItem        = 71
	pxeEnd         = 255
)

func (l *layer) pxe(n int) {
	for off := 0; off < n && !l.over; {
		code := l.number(off, 1)
		switch {
		case code == pxePad:
			l.uint(dhcpOptionVendorPxeclientPadding, off, 1)
			off++
			continue
		case code == pxeEnd:
			l.uint(dhcpOptionVendorPxeclientEnd, off, 1)
			return
		case off+1 == n:
			return
		}
		size := int(l.number(off+1, 1))
		l.put(dhcpOptionVendorPxeclientSuboption, off, 2+size, UintValue(code))
		l.uint(dhcpOptionSuboptionLength, off+1, 1)
		l.bytes(dhcpOptionVendorValue, off+2, size)
		l.pxeOption(code, off+2, size)
		off += 2 + size
	}
}

func (l *layer) pxeOption(code uint64, off, n int) {
	switch code {
	case pxeMulticastIP:
		l.addresses(dhcpOptionVendorPxeclientMtftpIP, off, off+n)
	case pxeClientPort:
		l.littlePort(dhcpOptionVendorPxeclientMtftpClientPort, off, n)
	case pxeServerPort:
		l.littlePort(dhcpOptionVendorPxeclientMtftpServerPort, off, n)
	case pxeTimeout:
		if n == 1 {
			l.uint(dhcpOptionVendorPxeclientMtftpTimeout, off, 1)
		}
	case pxeDelay:
		if n == 1 {
			l.uint(dhcpOptionVendorPxeclientMtftpDelay, off, 1)
		}
	case pxeControl:
		l.uint(dhcpOptionVendorPxeclientDiscoveryControl, off, 1)
		l.flag(dhcpOptionVendorPxeclientDiscoveryControlBroadcast, off, 1, 0x01)
		l.flag(dhcpOptionVendorPxeclientDiscoveryControlMulticast, off, 1, 0x02)
		l.flag(dhcpOptionVendorPxeclientDiscoveryControlServerlist, off, 1, 0x04)
		l.flag(dhcpOptionVendorPxeclientDiscoveryControlBstrap, off, 1, 0x08)
	case pxeDiscoveryIP:
		if n == 4 {
			l.ipv4(dhcpOptionVendorPxeclientMulticastAddress, off)
		}
	case pxeServers:
		l.bytes(dhcpOptionVendorPxeclientBootServers, off, n)
		for end := off + n; off+3 <= end && !l.over; {
			l.uint(dhcpOptionVendorPxeclientBootServersType, off, 2)
			count := int(l.uint(dhcpOptionVendorPxeclientBootServersCount, off+2, 1))
			off += 3
			l.addresses(dhcpOptionVendorPxeclientBootServersIP, off, off+4*count)
			off += 4 * count
		}
	case pxeMenu:
		l.bytes(dhcpOptionVendorPxeclientBootMenu, off, n)
		for end := off + n; off+3 <= end && !l.over; {
			l.uint(dhcpOptionVendorPxeclientBootMenuType, off, 2)
			size := int(l.uint(dhcpOptionVendorPxeclientBootMenuLength, off+2, 1))
			l.fixed(dhcpOptionVendorPxeclientBootMenuDesc, off+3, size)
			off += 3 + size
		}
	case pxePrompt:
		l.bytes(dhcpOptionVendorPxeclientMenuPrompt, off, n)
		l.uint(dhcpOptionVendorPxeclientMenuPromptTimeout, off, 1)
		l.fixed(dhcpOptionVendorPxeclientMenuPromptPrompt, off+1, n-1)
	case pxeAllocation:
		l.bytes(dhcpOptionVendorPxeclientMulticastAddressAlloc, off, n)
	case pxeCredentials:
		l.bytes(dhcpOptionVendorPxeclientCredentialTypes, off, n)
	case pxeItem:
		l.bytes(dhcpOptionVendorPxeclientBootItem, off, n)
		l.uint(dhcpOptionVendorPxeclientBootItemType, off, 2)
		l.bytes(dhcpOptionVendorPxeclientBootItemLayer, off+2, 2)
	}
}

// littlePort adds a port in the order of a PC's processor.
func (l *layer) littlePort(id FieldID, off, n int) {
	if n == 2 && l.has(off, 2) {
		l.computed(id, off, 2, uint64(binary.LittleEndian.Uint16(l.v.b[off:])))
	}
}

// vendorClasses dissects the classes of vendors (RFC 3925 Section 3).
func (l *layer) vendorClasses(n int) {
	if n == 1 {
		l.uint(dhcpOptionViClassClAddressMode, 0, 1) // of CableLabs
		return
	}
	for off := 0; off+5 <= n && !l.over; {
		l.uint(dhcpOptionViClassEnterprise, off, 4)
		size := int(l.uint(dhcpOptionViClassLength, off+4, 1))
		l.fixed(dhcpOptionViClassData, off+5, size)
		off += 5 + size
	}
}

// vendorInformation dissects the vendors' information (RFC 3925 Section 4).
func (l *layer) vendorInformation(n int) {
	for off := 0; off+5 <= n && !l.over; {
		enterprise := l.uint(dhcpOptionViEnterprise, off, 4)
		size := int(l.uint(dhcpOptionViLength, off+4, 1))
		off += 5
		switch enterprise {
		case enterpriseBroadbandForum:
			l.broadbandForum(off, off+size)
		case enterpriseCableLabs:
		default:
			l.vendorSuboptions(off, off+size)
		}
		off += size
	}
}

func (l *layer) vendorSuboptions(off, end int) {
	for off < end && !l.over {
		l.uint(dhcpVendorSuboption, off, 1)
		if off+1 == end {
			return
		}
		size := int(l.uint(dhcpOptionSuboptionLength, off+1, 1))
		if off += 2; off+size > end {
			return
		}
		l.bytes(dhcpVendorData, off, size)
		off += size
	}
}

// broadbandForum dissects the identity of a device or its gateway (TR-111). What is
// said to be longer than the room for it is skipped without its value.
func (l *layer) broadbandForum(off, end int) {
	for off < end && !l.over {
		code, size := l.number(off, 1), int(l.number(off+1, 1))
		if l.over {
			return
		}
		l.put(dhcpOptionViTr111Suboption, off, 2+size, UintValue(code))
		l.uint(dhcpOptionSuboptionLength, off+1, 1)
		if off += 2; off+size > end {
			continue
		}
		switch code {
		case 1:
			if l.has(off, size) {
				oui, _ := strconv.ParseUint(string(l.v.b[off:off+size]), 16, 24)
				l.computed(dhcpOptionViTr111DeviceManufacturerOUI, off, size, oui)
			}
		case 2:
			l.fixed(dhcpOptionViTr111DeviceSerialNumber, off, size)
		case 3:
			l.fixed(dhcpOptionViTr111DeviceProductClass, off, size)
		case 4:
			l.fixed(dhcpOptionViTr111GatewayManufacturerOUI, off, size)
		case 5:
			l.fixed(dhcpOptionViTr111GatewaySerialNumber, off, size)
		case 6:
			l.fixed(dhcpOptionViTr111GatewayProductClass, off, size)
		}
		l.bytes(dhcpOptionViValue, off, size)
		off += size
	}
}
