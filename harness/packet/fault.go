package packet

// fault is why a protocol is read no further: octets that are not there.
type fault uint8

const (
	noFault   fault = iota
	short           // they were not captured
	malformed       // there never were any
)

// lack ends the layer for want of octets off to off+n.
func (l *layer) lack(off, n int) {
	if !l.over {
		l.over = true
		l.d.lack(l.v, off, n)
	}
}

// broken ends the layer, which contradicts itself.
func (l *layer) broken() { l.lack(-1, 0) }

// contradicts tells that a protocol contradicts itself, of which Wireshark has an item of
// expert information that the catalogue lacks.
func (l *layer) contradicts() {
	if !l.over {
		l.put(malformedLayer, 0, 0, ProtocolValue(nil))
	}
}

// lack notes that octets off to off+n of a view are not there, unless something was
// missing before: it is the first that ends a dissection.
func (d *Dissector) lack(v view, off, n int) {
	switch {
	case d.fault != noFault:
	case off >= 0 && n >= 0 && off+n <= v.want() && len(d.f.Data) < d.f.Length:
		d.fault = short
	default:
		d.fault = malformed
	}
}

// runsOut notes that a view ends before what it holds does.
func (d *Dissector) runsOut(v view) { d.lack(v, len(v.b), 1) }

// catchFault shows a fault of what a protocol carries, if that protocol goes on: it
// cannot where octets were not captured.
func (d *Dissector) catchFault() {
	if d.fault == malformed {
		d.showFault()
	}
}

// showFault shows a fault.
func (d *Dissector) showFault() {
	f := d.fault
	if d.fault = noFault; f == noFault || !d.ofExperts {
		return
	}
	l := layer{d: d}
	d.ended = true
	switch {
	case f == short:
		l.put(shortLayer, 0, 0, ProtocolValue(nil))
	case d.partial || d.alone:
		l.put(unreassembledLayer, 0, 0, ProtocolValue(nil))
		l.expert(unreassembledExpert)
	default:
		l.put(malformedLayer, 0, 0, ProtocolValue(nil))
		l.expert(malformedExpert)
	}
}
