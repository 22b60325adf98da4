package packet

// The fields of Simple Mail Transfer Protocol.
const (
	smtpLayer FieldID = snmpLast + iota
	smtpLast
)

var smtpFields = [...]Info{
	0: {Name: "smtp", Label: "Simple Mail Transfer Protocol", Type: Protocol},
}
