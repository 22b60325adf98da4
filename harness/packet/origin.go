package packet

import "time"

// origin is what a capture file says of the interface that it has a frame from.
type origin struct {
	name, description []byte
	described         bool
	id, section       uint32
}

// notes are what a capture file says of one frame beyond its time and octets. Few
// frames have any.
type notes struct {
	comments  [][]byte
	flags     uint32
	queue     uint32
	id, drops uint64
	verdicts  []verdict

	flagged, queued, identified, counted bool // which of these there are
}

// verdict is what became of a frame on its way through the node.
type verdict struct {
	kind   byte
	result int64
}

// The kinds of verdict in pcapng that have a number as result.
const (
	verdictTC  = 1
	verdictXDP = 2
)

// read heeds one option of a packet block.
func (n *notes) read(order byteOrder, code uint16, v []byte) {
	switch {
	case code == optionComment:
		n.comments = append(n.comments, v)
	case code == packetFlags && len(v) == 4:
		n.flags, n.flagged = order.Uint32(v), true
	case code == packetDrops && len(v) == 8:
		n.drops, n.counted = order.Uint64(v), true
	case code == packetID && len(v) == 8:
		n.id, n.identified = order.Uint64(v), true
	case code == packetQueue && len(v) == 4:
		n.queue, n.queued = order.Uint32(v), true
	case code == packetVerdict && len(v) > 1:
		w := verdict{kind: v[0]}
		if w.kind == verdictTC || w.kind == verdictXDP {
			if len(v) != 9 {
				return
			}
			w.result = int64(order.Uint64(v[1:]))
		}
		n.verdicts = append(n.verdicts, w)
	}
}

// any reports whether there is something to keep.
func (n *notes) any() bool {
	return len(n.comments) > 0 || len(n.verdicts) > 0 || n.flagged || n.queued || n.identified || n.counted
}

// frame adds the fields of the frame itself and returns the place of
// frame.protocols, which the layers complete.
func (d *Dissector) frame() int {
	if !d.ofFrame && !d.ofTimes && !d.ofPath && !d.wants(frameNumber) {
		return 0
	}
	f, n := d.f, d.f.notes
	l := layer{d: d, v: view{b: f.Data}}
	var since, before time.Duration
	if d.ofTimes {
		since, before = d.recall().times.pass(moment(f))
	}
	if !d.ofFrame {
		l.computed(frameNumber, 0, 0, uint64(f.Number))
		l.put(frameProtocols, 0, 0, Value{})
		return len(d.fields) - 1
	}
	if n != nil && len(n.comments) > 0 {
		l.section(frameCommentLayer, 0, 0)
		for _, s := range n.comments {
			l.written(frameComment, 0, 0, s)
			l.expertText(frameCommentExpert, s)
		}
	}
	l.section(frameLayer, 0, len(f.Data))
	l.origin()
	if n != nil && n.queued {
		l.computed(frameInterfaceQueue, 0, 0, uint64(n.queue))
	}
	switch {
	case n != nil && n.flagged:
		l.packetFlags(uint64(n.flags))
	case f.Direction != Unknown:
		l.packetFlags(uint64(f.Direction))
	}
	if n != nil {
		l.notes(n)
	}
	l.put(frameEncapType, 0, 0, IntValue(1)) // Wireshark's own number for Ethernet
	if !f.Time.IsZero() {
		l.put(frameTime, 0, 0, TimeValue(f.Time))
		l.put(frameOffsetShift, 0, 0, DurationValue(0))
		l.put(frameTimeEpoch, 0, 0, DurationValue(time.Duration(f.Time.UnixNano())))
		l.put(frameTimeDelta, 0, 0, DurationValue(before))
		l.put(frameTimeDeltaDisplayed, 0, 0, DurationValue(before))
		l.put(frameTimeRelative, 0, 0, DurationValue(since))
	}
	l.computed(frameNumber, 0, 0, uint64(f.Number))
	l.computed(frameLen, 0, 0, uint64(max(f.Length, len(f.Data))))
	l.computed(frameCapLen, 0, 0, uint64(len(f.Data)))
	if n != nil && n.counted {
		l.computed(frameDropCount, 0, 0, n.drops)
	}
	l.put(frameMarked, 0, 0, BoolValue(false))
	l.put(frameIgnored, 0, 0, BoolValue(false))
	switch f.Direction {
	case In:
		l.put(frameP2PDirection, 0, 0, IntValue(1))
	case Out:
		l.put(frameP2PDirection, 0, 0, IntValue(0))
	case Unknown:
	}
	l.put(frameProtocols, 0, 0, Value{})
	return len(d.fields) - 1
}

// origin adds where the frame was captured. One that comes from no file knows its
// point only.
func (l *layer) origin() {
	f := l.d.f
	o := f.origin
	if o == nil {
		if f.Point != "" && l.d.wants(frameInterfaceName) {
			l.written(frameInterfaceName, 0, 0, l.d.write(f.Point))
		}
		return
	}
	l.computed(frameSectionNumber, 0, 0, uint64(o.section))
	l.computed(frameInterfaceID, 0, 0, uint64(o.id))
	l.written(frameInterfaceName, 0, 0, o.name)
	if o.described {
		l.written(frameInterfaceDescription, 0, 0, o.description)
	}
}

func (l *layer) packetFlags(flags uint64) {
	l.computed(framePacketFlags, 0, 0, flags)
	l.computed(framePacketFlagsDirection, 0, 0, flags&3)
	l.computed(framePacketFlagsReceptionType, 0, 0, flags>>2&7)
	l.computed(framePacketFlagsFcsLength, 0, 0, flags>>5&15)
	l.computed(framePacketFlagsReserved, 0, 0, flags>>9&0x7f)
	for i, id := range [...]FieldID{
		framePacketFlagsCrcError, framePacketFlagsTooLongError, framePacketFlagsTooShortError, framePacketFlagsGapError,
		framePacketFlagsUnalignedError, framePacketFlagsDelimiterError, framePacketFlagsPreambleError, framePacketFlagsSymbolError,
	} {
		l.put(id, 0, 0, BoolValue(flags>>(24+i)&1 != 0))
	}
}

// notes adds the packet's identifier and what became of it.
func (l *layer) notes(n *notes) {
	if n.identified {
		l.computed(framePacketID, 0, 0, n.id)
	}
	if len(n.verdicts) == 0 {
		return
	}
	l.written(frameVerdict, 0, 0, nil)
	for _, v := range n.verdicts {
		switch v.kind {
		case verdictTC:
			l.put(frameVerdictEbpfTc, 0, 0, IntValue(v.result))
		case verdictXDP:
			l.put(frameVerdictEbpfXdp, 0, 0, IntValue(v.result))
		}
	}
}
