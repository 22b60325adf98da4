package packet

// The fields of Simple Network Management Protocol.
const (
	snmpLayer FieldID = tftpLast + iota
	snmpLast
)

var snmpFields = [...]Info{
	0: {Name: "snmp", Label: "Simple Network Management Protocol", Type: Protocol},
}
