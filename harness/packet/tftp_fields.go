package packet

// The fields of Trivial File Transfer Protocol.
const (
	tftpLayer FieldID = tlsLast + iota
	tftpLast
)

var tftpFields = [...]Info{
	0: {Name: "tftp", Label: "Trivial File Transfer Protocol", Type: Protocol},
}
