package packet

// The fields of File Transfer Protocol (FTP).
const (
	ftpLayer FieldID = smtpLast + iota
	ftpLast
)

var ftpFields = [...]Info{
	0: {Name: "ftp", Label: "File Transfer Protocol (FTP)", Type: Protocol},
}
