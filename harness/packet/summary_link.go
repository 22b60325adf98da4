package packet

import (
	"fmt"
	"strings"
)

// treeNames are how the line begins that tells of a spanning tree, by its version.
var treeNames = map[uint64]string{2: "RST", 3: "MST", 4: "SPT"}

func (f *Frame) infoSTP() string {
	switch f.number(stpType) {
	case bpduChange:
		return "Topology Change Notification"
	case bpduConfiguration, bpduRapid:
	default:
		return fmt.Sprintf("Unknown BPDU type (%d)", f.number(stpType))
	}
	kind := treeNames[f.number(stpVersion)]
	if kind == "" || f.number(stpType) == bpduConfiguration {
		kind = "Conf"
	}
	if f.number(stpFlagsTc) != 0 {
		kind += ". TC +"
	} else {
		kind += "."
	}
	return fmt.Sprintf("%s Root = %d/%d/%s  Cost = %d  Port = %s", kind, f.number(stpRootPrio), f.number(stpRootExt), f.text(stpRootHw),
		f.number(stpRootCost), f.text(stpPort))
}

// chassisNames and portNames are short for the kinds of identifier in LLDP.
var (
	chassisNames = [...]string{"Rs", "CC", "IA", "PC", "MA", "NA", "IN", "LA"}
	portNames    = [...]string{"Rs", "IA", "PC", "MA", "NA", "IN", "AC", "LA"}
)

func (f *Frame) infoLLDP() string {
	if !f.Has(lldpTimeToLive) {
		return "Invalid LLDPDU"
	}
	short := func(names []string, kind uint64) string {
		return names[min(kind, uint64(len(names)))%uint64(len(names))]
	}
	chassis := f.text(lldpChassisIDMac) + f.text(lldpChassisIDIp4) + f.text(lldpChassisIDIp6)
	if v, ok := f.Value(lldpChassisID); ok {
		chassis = string(v.Octets())
	}
	port := f.text(lldpPortIDMac) + f.text(lldpPortIDIp4) + f.text(lldpPortIDIp6) + f.text(lldpPortID)
	line := fmt.Sprintf("%s/%s %s/%s %d", short(chassisNames[:], f.number(lldpChassisSubtype)), strings.ToValidUTF8(chassis, "."),
		short(portNames[:], f.number(lldpPortSubtype)), strings.ToValidUTF8(port, "."), f.number(lldpTimeToLive))
	if f.Has(lldpTlvSystemName) {
		line += " SysN=" + f.text(lldpTlvSystemName)
	}
	if f.Has(lldpTlvSystemDesc) {
		line += " SysD=" + f.text(lldpTlvSystemDesc)
	}
	return line
}

func (f *Frame) infoGRE() string {
	kind := f.number(greProto)
	if name, ok := greProtoNames[kind]; ok {
		return "Encapsulated " + name
	}
	return fmt.Sprintf("Encapsulated 0x%04x (unknown)", kind)
}

func (f *Frame) infoBGP() string {
	var kinds []string
	for v := range f.Values(bgpType) {
		kinds = append(kinds, bgpTypeNames[v.Uint()])
	}
	if len(kinds) == 0 {
		return "Continuation"
	}
	return strings.Join(kinds, ", ")
}
