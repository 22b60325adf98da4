package mutate

import (
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/netip"
	"path"
	"strings"

	"github.com/miekg/dns"

	"github.com/netrig/netrig/topology"
)

// zone is a zone of the network and the servers that have it. Those that
// serve the same records are broken together: they read the same file, or are
// there to stand in for each other.
type zone struct {
	topology.Zone
	at      [][3]int // node, server and zone
	records []record
}

// record is a resource record (RFC 1035, Section 3.2.1) and its place.
type record struct {
	dns.RR
	pos topology.Pos
}

// zones returns the zones of the network that can be read.
func (n *network) zones() []*zone {
	var all []*zone
	known := map[[3]string]*zone{}
	for x, node := range n.t.Nodes {
		for y, server := range node.Services.DNS {
			for i, z := range server.Zones {
				key := [3]string{z.Origin, z.File, z.Records}
				if known[key] == nil {
					known[key] = &zone{Zone: z}
					all = append(all, known[key])
				}
				known[key].at = append(known[key].at, [3]int{x, y, i})
			}
		}
	}
	for _, z := range all {
		z.read(n.t)
	}
	return all
}

// read reads the records; those behind a mistake, which keeps the network
// from being booted anyway, are left out.
func (z *zone) read(t *topology.Topology) {
	text, file := z.Records, path.Join(t.Dir, z.File)
	if z.File != "" {
		if t.FS == nil {
			return
		}
		data, err := fs.ReadFile(t.FS, file)
		if err != nil {
			return
		}
		text = string(data)
	}
	lines := &lineReader{text: text, line: 1}
	parser := dns.NewZoneParser(lines, z.Origin, "")
	for {
		line := lines.next()
		rr, ok := parser.Next()
		if !ok {
			return
		}
		pos := z.Pos
		if z.File != "" {
			pos = topology.Pos{File: file, Line: line, Column: 1}
		}
		z.records = append(z.records, record{rr, pos})
	}
}

// lineReader reads text octet by octet, and so tells the line of what comes
// next: the parser reads no further than the end of a record.
type lineReader struct {
	text string
	at   int
	line int
}

// ReadByte reads one octet.
func (r *lineReader) ReadByte() (byte, error) {
	if r.at == len(r.text) {
		return 0, io.EOF
	}
	c := r.text[r.at]
	if r.at++; c == '\n' {
		r.line++
	}
	return c, nil
}

// Read reads what there is.
func (r *lineReader) Read(p []byte) (n int, err error) {
	for n < len(p) {
		if p[n], err = r.ReadByte(); err != nil {
			break
		}
		n++
	}
	if n > 0 {
		err = nil
	}
	return n, err
}

// next is the line of the next record: that of the next line which is no
// comment, directive or blank.
func (r *lineReader) next() int {
	line := r.line
	for text := range strings.Lines(r.text[r.at:]) {
		if text = strings.TrimSpace(text); text != "" && text[0] != ';' && text[0] != '$' {
			break
		}
		line++
	}
	return line
}

func records(s *search) {
	claimed := s.claimed()
	for _, z := range s.zones() {
		for i, r := range z.records {
			if r.Header().Rrtype == dns.TypeSOA {
				continue // what is no zone is not served
			}
			name := fmt.Sprintf("in %s: %s", z.Origin, recordText(r.RR))
			s.zone(z, name+" gone", r.pos, func(all []dns.RR) []dns.RR { return append(all[:i:i], all[i+1:]...) })
			if other := changed(r.RR, z.Origin, claimed); other != nil {
				s.zone(z, name+" -> "+data(other), r.pos, func(all []dns.RR) []dns.RR {
					all[i] = other
					return all
				})
			}
			j := z.before(i)
			if j < 0 {
				continue
			}
			first, second := dns.Copy(z.records[j].RR), dns.Copy(r.RR)
			first.Header().Name, second.Header().Name = second.Header().Name, first.Header().Name
			s.zone(z, fmt.Sprintf("%s and %s swapped", name, recordText(z.records[j].RR)), r.pos, func(all []dns.RR) []dns.RR {
				all[j], all[i] = second, first
				return all
			})
		}
	}
}

// before is the place of the last record before one, -1 for none, that gives
// another address to another name of the zone.
func (z *zone) before(i int) int {
	r := z.records[i]
	if t := r.Header().Rrtype; t != dns.TypeA && t != dns.TypeAAAA {
		return -1
	}
	for j := i - 1; j >= 0; j-- {
		o := z.records[j]
		if o.Header().Rrtype == r.Header().Rrtype {
			if o.Header().Name != r.Header().Name && data(o.RR) != data(r.RR) {
				return j
			}
			return -1
		}
	}
	return -1
}

// zone breaks a zone wherever it is served: f is handed its records.
func (s *search) zone(z *zone, name string, pos topology.Pos, f func([]dns.RR) []dns.RR) {
	s.breaks(name, pos, func(t *topology.Topology) {
		all := make([]dns.RR, len(z.records))
		for i, r := range z.records {
			all[i] = r.RR
		}
		var text strings.Builder
		for _, rr := range f(all) {
			text.WriteString(rr.String() + "\n")
		}
		for _, at := range z.at {
			served := &t.Nodes[at[0]].Services.DNS[at[1]].Zones[at[2]]
			served.File, served.Records = "", text.String()
		}
	})
}

// recordText is a record without its class and time to live.
func recordText(rr dns.RR) string {
	return rr.Header().Name + " " + dns.Type(rr.Header().Rrtype).String() + " " + data(rr)
}

// data is what a record says, on one short line.
func data(rr dns.RR) string {
	text := strings.TrimPrefix(rr.String(), rr.Header().String())
	if r := []rune(text); len(r) > 40 {
		text = string(r[:40]) + "..."
	}
	return text
}

// changed is a record with data that leads nowhere, nil for a type that is
// not known here.
func changed(rr dns.RR, origin string, claimed map[netip.Addr]bool) dns.RR {
	nowhere := "nowhere." + strings.TrimPrefix(origin, ".")
	other := dns.Copy(rr)
	switch r := other.(type) {
	case *dns.A:
		return addressed(&r.A, other, claimed)
	case *dns.AAAA:
		return addressed(&r.AAAA, other, claimed)
	case *dns.CNAME:
		r.Target = nowhere
	case *dns.NS:
		r.Ns = nowhere
	case *dns.PTR:
		r.Ptr = nowhere
	case *dns.MX:
		r.Mx = nowhere
	case *dns.TXT:
		r.Txt = []string{"something else"}
	default:
		return nil
	}
	return other
}

// addressed gives a record an address that nobody has.
func addressed(ip *net.IP, rr dns.RR, claimed map[netip.Addr]bool) dns.RR {
	a, ok := netip.AddrFromSlice(*ip)
	if !ok {
		return nil
	}
	if _, v4 := rr.(*dns.A); v4 {
		a = a.Unmap()
	}
	other, ok := free(around(a), claimed)
	if !ok {
		return nil
	}
	*ip = other.AsSlice()
	return rr
}
