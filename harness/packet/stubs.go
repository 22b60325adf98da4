package packet

type webStream struct{}

func (d *Dissector) http(v view, s *tcpStream) (int, int) { d.data(v); return len(v.b), 0 }
func looksLikeHTTP(b []byte) bool                         { return false }
func (d *Dissector) llc(v view)                           { d.data(v) }
func (d *Dissector) trailer(l *layer, at int)             {}
func (d *Dissector) padding(l *layer, at, end int)        {}
