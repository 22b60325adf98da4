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
