package packet

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"time"
)

// Writer writes frames as pcapng: one interface for each capture point, named
// node:interface, nanosecond timestamps, the direction of each frame, and what
// each point lost. It streams: a file cut off anywhere is readable up to there.
// It is not safe for concurrent use. After an error every call returns it.
type Writer struct {
	w      *bufio.Writer
	block  []byte // the body of the block in hand; reused
	points map[string]uint32
	err    error
}

// NewWriter begins a file on w. Nothing reaches w before the buffer is full or
// flushed.
func NewWriter(w io.Writer, m Meta) *Writer {
	pw := &Writer{w: bufio.NewWriterSize(w, 64<<10), points: map[string]uint32{}}
	pw.u32(byteOrderMagic)
	pw.u16(1)
	pw.u16(0)
	pw.u32(0xffffffff) // the section's length is not known
	pw.u32(0xffffffff)
	for _, o := range [...]struct {
		code uint16
		text string
	}{{optionComment, m.Comment}, {sectionHardware, m.Hardware}, {sectionOS, m.OS}, {sectionApplication, m.Application}} {
		if o.text != "" {
			pw.option(o.code, o.text)
		}
	}
	pw.endOptions()
	_ = pw.flushBlock(blockSection) // which the next call tells again
	return pw
}

// AddPoint declares a capture point before its first frame. A mac of other than
// six octets is left out. To declare a point twice is an error.
func (w *Writer) AddPoint(name string, mac net.HardwareAddr) error {
	if w.err != nil {
		return w.err
	}
	if _, ok := w.points[name]; ok {
		return fmt.Errorf("packet: capture point %s declared twice", name)
	}
	if name == "" || len(name) > maxPointLen {
		return fmt.Errorf("packet: capture point's name has %d octets, want 1 to %d", len(name), maxPointLen)
	}
	w.points[name] = uint32(len(w.points))
	w.u16(linkEthernet)
	w.u16(0)
	w.u32(maxSnap)
	w.option(interfaceName, name)
	if len(mac) == 6 {
		w.option(interfaceMAC, string(mac))
	}
	w.option(interfaceResolution, "\x09")
	w.endOptions()
	return w.flushBlock(blockInterface)
}

// errTime is what a timestamp before 1970 or after 2554 meets.
var errTime = errors.New("packet: frame's time does not fit into the file's timestamps")

// Write writes one frame. Its Point was added before.
func (w *Writer) Write(f *Frame) error {
	if w.err != nil {
		return w.err
	}
	id, ok := w.points[f.Point]
	if !ok {
		return fmt.Errorf("packet: frame of capture point %q, which was not added", f.Point)
	}
	if len(f.Data) > maxSnap {
		return fmt.Errorf("packet: frame of %d octets, want at most %d", len(f.Data), maxSnap)
	}
	if f.Time.Before(time.Unix(0, 0)) || f.Time.Year() > 2261 {
		return errTime
	}
	ns := uint64(f.Time.UnixNano())
	w.u32(id)
	w.u32(uint32(ns >> 32))
	w.u32(uint32(ns))
	w.u32(uint32(len(f.Data)))
	w.u32(uint32(max(f.Length, len(f.Data))))
	w.block = append(w.block, f.Data...)
	w.pad()
	if f.Direction != Unknown {
		w.u16(packetFlags)
		w.u16(4)
		w.u32(uint32(f.Direction))
		w.endOptions()
	}
	return w.flushBlock(blockEnhanced)
}

// Stats records what a point received and lost up to a time. It may be called
// more than once; the last counts.
func (w *Writer) Stats(point string, at time.Time, s Stats) error {
	if w.err != nil {
		return w.err
	}
	id, ok := w.points[point]
	if !ok {
		return fmt.Errorf("packet: statistics of capture point %q, which was not added", point)
	}
	ns := uint64(at.UnixNano())
	w.u32(id)
	w.u32(uint32(ns >> 32))
	w.u32(uint32(ns))
	for _, c := range [...]struct {
		code  uint16
		count uint64
	}{{statisticsReceived, s.Received}, {statisticsOSDrop, s.Dropped}} {
		w.u16(c.code)
		w.u16(8)
		w.block = binary.LittleEndian.AppendUint64(w.block, c.count)
	}
	w.endOptions()
	return w.flushBlock(blockStatistics)
}

// Flush hands what is buffered to the underlying writer.
func (w *Writer) Flush() error {
	if w.err == nil {
		w.keep(w.w.Flush())
	}
	return w.err
}

func (w *Writer) keep(err error) {
	if err != nil && w.err == nil {
		w.err = fmt.Errorf("packet: write capture file: %w", err)
	}
}

func (w *Writer) u16(n uint16) { w.block = binary.LittleEndian.AppendUint16(w.block, n) }
func (w *Writer) u32(n uint32) { w.block = binary.LittleEndian.AppendUint32(w.block, n) }

func (w *Writer) pad() {
	for len(w.block)%4 != 0 {
		w.block = append(w.block, 0)
	}
}

// option adds an option, of which at most 65535 octets fit.
func (w *Writer) option(code uint16, value string) {
	value = value[:min(len(value), 0xffff)]
	w.u16(code)
	w.u16(uint16(len(value)))
	w.block = append(w.block, value...)
	w.pad()
}

func (w *Writer) endOptions() { w.u32(optionEnd) }

func (w *Writer) flushBlock(kind uint32) error {
	var head [8]byte
	size := uint32(len(w.block) + 12)
	binary.LittleEndian.PutUint32(head[:], kind)
	binary.LittleEndian.PutUint32(head[4:], size)
	w.u32(size)
	_, err := w.w.Write(head[:])
	w.keep(err)
	_, err = w.w.Write(w.block)
	w.keep(err)
	w.block = w.block[:0]
	return w.err
}
