package packet

func (d *Dissector) llc(v view)                    { d.data(v) }
func (d *Dissector) trailer(l *layer, at int)      {}
func (d *Dissector) padding(l *layer, at, end int) {}
