package packet

// The fields of Syslog message.
const (
	syslogLayer FieldID = ntpLast + iota
	syslogFacility
	syslogLevel
	syslogMsg
	syslogVersion
	syslogTimestamp
	syslogTimestampRfc3164
	syslogHostname
	syslogAppname
	syslogProcid
	syslogMsgid
	syslogMsgidBom
	syslogLast
)

var syslogFields = [...]Info{
	0:                                    {Name: "syslog", Label: "Syslog message", Type: Protocol},
	syslogFacility - syslogLayer:         {Name: "syslog.facility", Label: "Facility", Type: Uint, Bits: 8, Names: syslogFacilityNames},
	syslogLevel - syslogLayer:            {Name: "syslog.level", Label: "Level", Type: Uint, Bits: 8, Names: syslogLevelNames},
	syslogMsg - syslogLayer:              {Name: "syslog.msg", Label: "Message", Type: String},
	syslogVersion - syslogLayer:          {Name: "syslog.version", Label: "Syslog version", Type: String},
	syslogTimestamp - syslogLayer:        {Name: "syslog.timestamp", Label: "Syslog timestamp", Type: Time},
	syslogTimestampRfc3164 - syslogLayer: {Name: "syslog.timestamp_rfc3164", Label: "Syslog timestamp (RFC3164)", Type: String},
	syslogHostname - syslogLayer:         {Name: "syslog.hostname", Label: "Syslog hostname", Type: String},
	syslogAppname - syslogLayer:          {Name: "syslog.appname", Label: "Syslog app name", Type: String},
	syslogProcid - syslogLayer:           {Name: "syslog.procid", Label: "Syslog process id", Type: String},
	syslogMsgid - syslogLayer:            {Name: "syslog.msgid", Label: "Syslog message id", Type: String},
	syslogMsgidBom - syslogLayer:         {Name: "syslog.msgid.bom", Label: "Syslog BOM", Type: Uint, Bits: 24, Hex: true},
}

// syslogFacilityNames are the names of syslog.facility.
var syslogFacilityNames = map[uint64]string{
	0:  "KERN - kernel messages",
	1:  "USER - random user-level messages",
	2:  "MAIL - mail system",
	3:  "DAEMON - system daemons",
	4:  "AUTH - security/authorization messages",
	5:  "SYSLOG - messages generated internally by syslogd",
	6:  "LPR - line printer subsystem",
	7:  "NEWS - network news subsystem",
	8:  "UUCP - UUCP subsystem",
	9:  "CRON - clock daemon (BSD, Linux)",
	10: "AUTHPRIV - security/authorization messages (private)",
	11: "FTP - ftp daemon",
	12: "NTP - ntp subsystem",
	13: "LOGAUDIT - log audit",
	14: "LOGALERT - log alert",
	15: "CRON - clock daemon (Solaris)",
	16: "LOCAL0 - reserved for local use",
	17: "LOCAL1 - reserved for local use",
	18: "LOCAL2 - reserved for local use",
	19: "LOCAL3 - reserved for local use",
	20: "LOCAL4 - reserved for local use",
	21: "LOCAL5 - reserved for local use",
	22: "LOCAL6 - reserved for local use",
	23: "LOCAL7 - reserved for local use",
}

// syslogLevelNames are the names of syslog.level.
var syslogLevelNames = map[uint64]string{
	0: "EMERG - system is unusable",
	1: "ALERT - action must be taken immediately",
	2: "CRIT - critical conditions",
	3: "ERR - error conditions",
	4: "WARNING - warning conditions",
	5: "NOTICE - normal but significant condition",
	6: "INFO - informational",
	7: "DEBUG - debug-level messages",
}
