package packet

type webStream struct{}

const dnsDatagram = 0

func (l *layer) ipOptions(off, end int)                   {}
func (d *Dissector) ipv6(v view) int                      { d.data(v); return v.want }
func (d *Dissector) icmp(v view)                          { d.data(v) }
func (d *Dissector) icmpv6(v view)                        { d.data(v) }
func (d *Dissector) dns(v view, how int)                  { d.data(v) }
func (d *Dissector) dnsStream(v view) (int, int)          { d.data(v); return len(v.b), 0 }
func (d *Dissector) dhcp(v view)                          { d.data(v) }
func (d *Dissector) http(v view, s *tcpStream) (int, int) { d.data(v); return len(v.b), 0 }
func looksLikeHTTP(b []byte) bool                         { return false }
func (d *Dissector) llc(v view)                           { d.data(v) }
func (d *Dissector) trailer(l *layer, at int)             {}
func (d *Dissector) padding(l *layer, at, end int)        {}
