package packet

// The fields of Network Time Protocol.
const (
	ntpLayer FieldID = ftpLast + iota
	ntpLast
)

var ntpFields = [...]Info{
	0: {Name: "ntp", Label: "Network Time Protocol", Type: Protocol},
}
