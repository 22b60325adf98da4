package packet

import (
	"fmt"
	"strings"
)

func (f *Frame) infoNTP() string {
	line := ntpFlagsVnNames[f.number(ntpFlagsVn)] + ", "
	switch mode := f.number(ntpFlagsMode); mode {
	case ntpControl:
		return line + "control"
	case ntpPrivate:
		return fmt.Sprintf("%sprivate, %s, %s", line, ntpCtrlFlags2RNames[f.number(ntpPrivFlagsR)], ntpPrivReqcodeNames[f.number(ntpPrivReqcode)])
	default:
		return line + ntpFlagsModeNames[mode]
	}
}

func (f *Frame) infoSyslog() string {
	text := f.text(syslogMsg)
	if !f.Has(syslogFacility) {
		return text
	}
	facility, _, _ := strings.Cut(syslogFacilityNames[f.number(syslogFacility)], " ")
	level, _, _ := strings.Cut(syslogLevelNames[f.number(syslogLevel)], " ")
	return facility + "." + level + ": " + text
}

func (f *Frame) infoTFTP() string {
	var options strings.Builder
	for i := range f.fields {
		switch text := f.At(i).Octets(); f.fields[i].ID {
		case tftpOptionName:
			options.WriteString(", ")
			options.Write(text)
		case tftpOptionValue:
			options.WriteByte('=')
			options.Write(text)
		default:
		}
	}
	operation := f.number(tftpOpcode)
	line := tftpOpcodeNames[operation]
	switch operation {
	case tftpRead:
		return line + ", File: " + f.text(tftpSourceFile) + ", Transfer type: " + f.text(tftpType) + options.String()
	case tftpWrite:
		return line + ", File: " + f.text(tftpDestinationFile) + ", Transfer type: " + f.text(tftpType) + options.String()
	case tftpDataBlock, tftpAck:
		return fmt.Sprintf("%s, Block: %d", line, f.number(tftpBlock))
	case tftpError:
		return line + ", Code: " + tftpErrorCodeNames[f.number(tftpErrorCode)] + ", Message: " + f.text(tftpErrorMessage)
	}
	return line + options.String()
}

func (f *Frame) infoSNMP() string {
	if f.Has(snmpEncryptedPDU) {
		return "encryptedPDU: privKey Unknown"
	}
	parts := []string{snmpDataNames[f.number(snmpData)]}
	if f.Has(snmpEnterprise) {
		parts = append(parts, f.text(snmpEnterprise))
	}
	for name := range f.Values(snmpName) {
		parts = append(parts, name.Format(nil))
	}
	return strings.Join(parts, " ")
}
