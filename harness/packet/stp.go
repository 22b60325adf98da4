package packet

// Types of bridge protocol data unit (IEEE 802.1D-2004 Section 9.3).
const (
	bpduConfiguration = 0x00
	bpduRapid         = 0x02 // of RSTP, MSTP and SPB, told apart by the version
	bpduChange        = 0x80
)

// Where parts of a BPDU begin (IEEE 802.1Q-2018 Section 14.4).
const (
	bpduPort     = 25
	bpduEnd      = 35 // of one of 802.1D
	bpduVersion3 = 36
	bpduMSTIs    = 102 // of MSTP: how long one without instances is
	bpduSPT      = 106 // of SPB, as short as can be

	bpduFixed = 64 // octets that version 3's length counts before the instances
)

// stp dissects a BPDU of STP, RSTP, MSTP or Shortest Path Bridging, or, with
// pvst, one of Cisco's per-VLAN trees.
func (d *Dissector) stp(v view, pvst bool) {
	if !d.enter("stp") {
		return
	}
	if len(v.b) < 4 {
		d.runsOut(v)
		return
	}
	l := layer{d: d, v: v}
	version, kind := l.number(2, 1), l.number(3, 1)
	tree := kind == bpduConfiguration || kind == bpduRapid
	if tree && len(v.b) < bpduPort+2 {
		d.runsOut(v)
		return // of which Wireshark shows nothing
	}
	l.section(stpLayer, 0, len(v.b))
	l.uint(stpProtocol, 0, 2)
	if l.uint(stpVersion, 2, 1); version == 1 || version > 4 {
		l.expert(bpduVersionSupport)
	}
	l.uint(stpType, 3, 1)
	if !tree {
		if kind != bpduChange {
			l.expert(stpTypeUnknown)
		}
		return
	}
	l.uint(stpFlags, 4, 1)
	if kind == bpduRapid {
		l.treeFlags(4)
	} else {
		l.flag(stpFlagsTcack, 4, 1, 0x80)
		l.flag(stpFlagsTc, 4, 1, 0x01)
	}
	l.bridge(5, stpRootPrio, stpRootExt, stpRootHw)
	l.uint(stpRootCost, 13, 4)
	l.bridge(17, stpBridgePrio, stpBridgeExt, stpBridgeHw)
	l.uint(stpPort, bpduPort, 2)
	l.seconds(stpMsgAge, 27)
	l.seconds(stpMaxAge, 29)
	l.seconds(stpHello, 31)
	l.seconds(stpForward, 33)
	if kind == bpduRapid {
		l.uint(stpVersion1Length, bpduEnd, 1)
	}
	if pvst {
		l.perVLAN(bpduVersion3)
	}
	if kind == bpduRapid && version >= 3 && v.want() >= bpduMSTIs {
		l.multiple(version)
	}
}

// treeFlags adds the flags of RSTP, which an instance of MSTP has too.
func (l *layer) treeFlags(off int) {
	l.flag(stpFlagsTcack, off, 1, 0x80)
	l.flag(stpFlagsAgreement, off, 1, 0x40)
	l.flag(stpFlagsForwarding, off, 1, 0x20)
	l.flag(stpFlagsLearning, off, 1, 0x10)
	l.part(stpFlagsPortRole, off, 1, 0x0c)
	l.flag(stpFlagsProposal, off, 1, 0x02)
	l.flag(stpFlagsTc, off, 1, 0x01)
}

// bridge adds the identifier of a bridge: priority, number of the tree, address.
func (l *layer) bridge(off int, priority, extension, address FieldID) {
	id := l.number(off, 2)
	l.computed(priority, off, 1, id&0xf000)
	l.computed(extension, off, 2, id&0x0fff)
	l.ether(address, off+2)
}

// seconds adds a time in units of 1/256 second.
func (l *layer) seconds(id FieldID, off int) {
	l.double(id, off, 2, float64(l.number(off, 2))/256)
}

// perVLAN dissects the TLVs behind a BPDU of Cisco's, of which one tells the VLAN.
func (l *layer) perVLAN(off int) {
	if l.v.want()-off < 4 {
		l.expert(stpPvstTlvTruncated)
	}
	told := false
	for l.v.want()-off >= 4 && !l.over {
		kind, n := l.number(off, 2), int(l.number(off+2, 2))
		if !l.has(off, 4+n) {
			return
		}
		l.uint(stpPvstTlvtype, off, 2)
		l.uint(stpPvstTlvlen, off+2, 2)
		off += 4
		switch {
		case kind != 0:
			l.bytes(stpPvstTlvval, off, n)
			l.expert(stpPvstTlvUnknown)
		case n != 2:
			l.expert(stpPvstTlvlenInvalid)
		default:
			l.uint(stpPvstOrigvlan, off, 2)
			told = true
		}
		off += n
	}
	if !told {
		l.expert(stpPvstOrigvlanMissing)
	}
}

// multiple dissects what MSTP adds, and the Cisco format that came before the
// standard: its length stands in one octet, where the standard has the selector.
func (l *layer) multiple(version uint64) {
	length := uint16(l.uint(mstpVersion3Length, bpduVersion3, 2))
	early := length == 0 && int(l.number(38, 1)) == l.v.want()-39
	l.configuration(38)
	const cost, bridge, hops = 89, 93, 101
	switch {
	case early:
		l.bridge(cost, mstpCistBridgePrio, mstpCistBridgeExt, mstpCistBridgeHw)
		l.uint(mstpCistInternalRootPathCost, bridge+4, 4)
		l.v = l.v.first(l.v.want() - 1) // as Wireshark has it
		length = uint16(l.v.want() - bpduMSTIs)
	case length != 0:
		l.uint(mstpCistInternalRootPathCost, cost, 4)
		l.bridge(bridge, mstpCistBridgePrio, mstpCistBridgeExt, mstpCistBridgeHw)
		length -= bpduFixed
	}
	l.uint(mstpCistRemainingHops, hops, 1)
	off, size := bpduMSTIs, uint16(16)
	if early {
		size = 26
	}
	for ; length > 0 && !l.over; length -= min(size, length) {
		switch {
		case early:
			l.earlyInstance(off)
		case length < size || !l.has(off, int(size)):
			l.broken()
			return
		default:
			l.instance(off)
		}
		off += int(size)
	}
	if version >= 4 && l.v.want() >= bpduSPT {
		l.shortestPath(off)
	}
}

// configuration adds the identifier of an MST region.
func (l *layer) configuration(off int) {
	l.uint(mstpConfigFormatSelector, off, 1)
	l.fixed(mstpConfigName, off+1, 32)
	l.uint(mstpConfigRevisionLevel, off+33, 2)
	l.bytes(mstpConfigDigest, off+35, 16)
}

// instance dissects one tree of MSTP.
func (l *layer) instance(off int) {
	l.uint(mstpMstiFlags, off, 1)
	l.treeFlags(off)
	l.part(mstpMstiPriority, off+1, 1, 0xf0)
	l.part(mstpMstiMstiID, off+1, 2, 0x0fff)
	l.ether(mstpMstiRootHw, off+3)
	l.uint(mstpMstiRootCost, off+9, 4)
	l.computed(mstpMstiBridgePriority, off+13, 1, l.number(off+13, 1)>>4)
	l.computed(mstpMstiPortPriority, off+14, 1, l.number(off+14, 1)>>4)
	l.uint(mstpMstiRemainingHops, off+15, 1)
}

// earlyInstance dissects one as it was before the standard.
func (l *layer) earlyInstance(off int) {
	l.uint(mstpMstiMstiID, off, 2)
	l.uint(mstpMstiFlags, off+2, 1)
	l.treeFlags(off + 2)
	l.part(mstpMstiPriority, off+3, 1, 0xf0)
	l.uint(mstpMstiRegionalRootID, off+3, 2)
	l.ether(mstpMstiRootHw, off+5)
	l.uint(mstpMstiRootCost, off+11, 4)
	l.part(mstpMstiBridgeID, off+15, 2, 0x0fff)
	l.part(mstpMstiBridgeIDPriority, off+15, 2, 0xf000)
	l.ether(mstpMstiBridgeIDMac, off+17)
	l.uint(mstpMstiPort, off+23, 2)
	l.uint(mstpMstiRemainingHops, off+25, 1)
}

// shortestPath dissects what Shortest Path Bridging adds (IEEE 802.1Q-2018
// Section 14.4.2).
func (l *layer) shortestPath(off int) {
	n := l.uint(mstpVersion4Length, off, 2)
	off += 2
	if n == 0 || n < 53 && off+51 > len(l.v.b) || !l.has(off, 51) {
		return
	}
	l.configuration(off)
	off += 51
	l.part(mstpAgreeFlagsAgreementNum, off, 1, 0x03)
	l.part(mstpAgreeFlagsDagreementNum, off, 1, 0x0c)
	l.flag(mstpAgreeFlagsAgreementValid, off, 1, 0x10)
	l.flag(mstpAgreeFlagsRestRole, off, 1, 0x20)
	l.part(stpAgreementDigestFormatID, off+2, 1, 0xf0)
	l.part(stpAgreementDigestFormatCapabilities, off+2, 1, 0x0f)
	l.part(stpAgreementDigestConventionID, off+3, 1, 0xf0)
	l.part(stpAgreementDigestConventionCapabilities, off+3, 1, 0x0f)
	l.uint(stpAgreementDigestEdgeCount, off+4, 2)
	l.bytes(mstpAgreementDigest, off+14, 20)
}
