package packet

// FieldID is a field's place in the catalogue. It is stable within one
// program, not between programs: write names, not ids, to disk.
type FieldID uint16

// Info describes one field of the catalogue by the name, type and meaning
// that Wireshark 4.0 gives it.
type Info struct {
	ID     FieldID
	Name   string // as in tcp.flags.syn
	Label  string // as in Syn
	Type   Type
	Bits   int               // width of a Uint or Int: 8, 16, 24, 32 or 64; 0 otherwise
	Hex    bool              // printed in hexadecimal, as Wireshark does
	Octets bool              // of a Protocol in name only, such as an option: compared as a byte sequence
	Colons bool              // its octets are printed with colons between them in columns too
	Null   bool              // the moment 0 is none, and printed as NULL
	Names  map[uint64]string // named values, as in 28 = AAAA for dns.qry.type; nil for most, and for a Bool that is called True or False
}
