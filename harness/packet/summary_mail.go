package packet

import (
	"fmt"
	"strings"
)

// infoSMTP is what is said, each line after who says it, or of whom a message is and
// what it is about.
func (f *Frame) infoSMTP() string {
	if f.Has(imfFrom) || f.Has(imfSubject) {
		return "from: " + f.text(imfFrom) + ", subject: " + f.text(imfSubject)
	}
	var said []string
	who := "S: "
	for i := range f.fields {
		field := &f.fields[i]
		switch field.ID {
		case smtpReq:
			who = "C: "
			continue
		case smtpCommandLine, smtpResponse, smtpAuthUsername, smtpAuthPassword, smtpAuthUsernamePassword:
		default:
			continue
		}
		if field.ID != smtpCommandLine && field.ID != smtpResponse && f.Has(smtpCommandLine) {
			continue // it stands in the command
		}
		said = append(said, strings.TrimRight(string(f.At(i).Octets()), "\r\n"))
	}
	switch {
	case len(said) > 0:
		return who + strings.Join(said, " | ")
	case f.Has(smtpEom):
		return "C: ."
	case f.Has(smtpRsp):
		return "S:"
	}
	return "C: Message Body"
}

func (f *Frame) infoFTP() string {
	switch {
	case f.Has(ftpDataLayer):
		words := []string{fmt.Sprintf("FTP Data: %d bytes", f.number(tcpLen))}
		for _, id := range [...]FieldID{ftpDataSetupMethod, ftpDataCommand} {
			if f.Has(id) {
				words = append(words, "("+f.text(id)+")")
			}
		}
		return strings.Join(words, " ")
	case f.number(ftpRequest) != 0:
		return strings.TrimSpace("Request: " + f.text(ftpRequestCommand) + " " + f.text(ftpRequestArg))
	}
	return strings.TrimSpace("Response: " + f.text(ftpResponseCode) + " " + f.text(ftpResponseArg))
}
