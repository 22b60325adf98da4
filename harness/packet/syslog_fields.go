package packet

// The fields of Syslog message.
const (
	syslogLayer FieldID = ntpLast + iota
	syslogLast
)

var syslogFields = [...]Info{
	0: {Name: "syslog", Label: "Syslog message", Type: Protocol},
}
