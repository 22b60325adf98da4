package packet

// Service access points (IEEE 802.2).
const (
	sapIP           = 0x06
	sapSpanningTree = 0x42
	sapSNAP         = 0xaa
)

// Organizations whose protocol identifiers SNAP has names for.
const (
	ouiEtherType       = 0x000000
	ouiCisco           = 0x00000c
	ouiIANA            = 0x00005e
	ouiNortel          = 0x000081
	ouiBridgeTunnel    = 0x0000f8 // IEEE 802.1H: EtherTypes too
	ouiForce10         = 0x0001e8
	ouiBluetooth       = 0x001958
	ouiAppleWireless   = 0x0017f2
	ouiHPTeaming       = 0x00805f
	ouiCimetrics       = 0x001090
	ouiAironet         = 0x004096
	ouiExtreme         = 0x00e02b
	ouiFoundry         = 0x00e052
	ouiAppleTalk       = 0x080007
	ciscoPVST          = 0x010b // Cisco's spanning tree per VLAN
	llcUnnumberedInfo  = 0x03
	llcUnnumberedFinal = 0x10 // the poll or final bit of a frame without numbers
	llcNumberedFinal   = 0x0100
)

// llc dissects IEEE 802.2 logical link control, and what SNAP puts behind it.
func (d *Dissector) llc(v view) {
	if !d.enter("llc") {
		return
	}
	l := layer{d: d, v: v}
	if !l.has(0, 1) {
		return
	}
	at := len(d.fields)
	l.header(llcLayer, 0, min(3, len(v.b)), v.b)
	dsap := l.uint(llcDsap, 0, 1)
	l.part(llcDsapSap, 0, 1, 0xfe)
	l.flag(llcDsapIg, 0, 1, 0x01)
	ssap := l.uint(llcSsap, 1, 1)
	l.part(llcSsapSap, 1, 1, 0xfe)
	response := l.flag(llcSsapCr, 1, 1, 0x01)
	control, size := l.llcControl(response)
	if l.over {
		return
	}
	l.widen(at, llcLayer, size)
	carries := control&1 == 0 || control == llcUnnumberedInfo // of other frames the payload is the link's own
	switch {
	case dsap == sapSNAP && ssap == sapSNAP:
		l.widen(at, llcLayer, min(size+5, len(v.b)))
		l.snap(size, carries)
	case !carries || v.want() == size:
		d.data(v.from(size))
	case dsap == sapSpanningTree:
		d.stp(v.from(size), false)
	case dsap == sapIP:
		d.ipv4(v.from(size))
	default:
		d.doubts(doubtLink)
		d.data(v.from(size))
	}
}

// llcControl adds the control field, and returns it with the length of the header.
// Frames with numbers have two octets of it, the first of them the lower.
func (l *layer) llcControl(response bool) (control uint64, size int) {
	final := llcControlP
	if response {
		final = llcControlF
	}
	control = l.number(2, 1)
	if control&3 == 3 {
		l.uint(llcControl, 2, 1)
		if control&llcUnnumberedFinal != 0 {
			l.put(final, 2, 1, BoolValue(true))
		}
		modifier := llcControlUModifierCmd
		if response {
			modifier = llcControlUModifierResp
		}
		l.computed(modifier, 2, 1, control>>2&0x3b)
		l.computed(llcControlFtype, 2, 1, control&3)
		return control, 3
	}
	control |= l.number(3, 1) << 8
	l.computed(llcControl, 2, 2, control)
	l.computed(llcControlNR, 2, 2, control>>9)
	if control&1 == 0 {
		l.computed(llcControlNS, 2, 2, control>>1&0x7f)
	}
	if control&llcNumberedFinal != 0 && !l.over {
		l.put(final, 2, 2, BoolValue(true))
	}
	if control&1 != 0 {
		l.computed(llcControlSFtype, 2, 2, control>>2&3)
		l.computed(llcControlFtype, 2, 2, control&3)
	} else {
		l.computed(llcControlFtype, 2, 2, 0)
	}
	return control, 4
}

// snap dissects the five octets of the Subnetwork Access Protocol that stand at off,
// and hands on what follows them.
func (l *layer) snap(off int, carries bool) {
	if !l.has(off, 5) {
		return
	}
	body := l.v.from(off + 5)
	oui := l.uint(llcOui, off, 3)
	switch oui {
	case ouiEtherType, ouiBridgeTunnel:
		if carries {
			l.d.ethernetPayload(int(l.uint(llcType, off+3, 2)), body)
			return
		}
	default:
		protocol := l.uint(snapProtocol(oui), off+3, 2)
		if oui == ouiCisco && protocol == ciscoPVST && carries {
			l.d.stp(body, true)
			return
		}
	}
	if carries {
		l.d.doubts(doubtLink)
	}
	l.d.data(body)
}

// snapProtocol is the field in which an organization's protocol identifiers appear.
func snapProtocol(oui uint64) FieldID {
	switch oui {
	case ouiCisco:
		return llcCiscoPid
	case ouiIANA:
		return llcIanaPid
	case ouiNortel:
		return llcNortelPid
	case ouiForce10:
		return llcForce10Pid
	case ouiBluetooth:
		return llcBluetoothPid
	case ouiAppleWireless:
		return llcAppleAwdlPid
	case ouiHPTeaming:
		return llcHpteamPid
	case ouiCimetrics:
		return llcCimetricsPid
	case ouiAironet:
		return llcWlccpPid
	case ouiExtreme:
		return llcExtremePid
	case ouiFoundry:
		return llcFoundryPid
	case ouiAppleTalk:
		return llcAppleAtalkPid
	}
	return llcPid
}
