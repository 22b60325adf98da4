// Package packet owns the frame as netrig sees it: a captured frame, what
// dissection finds in it, the catalogue of field names, and the pcapng file
// that frames are written to and read from.
//
// Names, types, values and multiplicities of fields are those of Wireshark
// 4.0 with its default preferences; tshark is the oracle that the package's
// tests are held against, and docs/fields.md lists every field. What the
// catalogue does not name is not dissected: the octets of a protocol that is
// not in it appear as data.
//
// The package captures nothing, filters nothing and judges nothing. It knows
// no kernel, and imports nothing of this module.
package packet
