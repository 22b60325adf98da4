package packet

// snmpEngineidFormatNames are the names of snmp.engineid.format.
var snmpEngineidFormatNames = map[uint64]string{
	1: "IPv4 address",
	2: "IPv6 address",
	3: "MAC address",
	4: "Text, administratively assigned",
	5: "Octets, administratively assigned",
}

// snmpDataNames are the names of snmp.data, snmp.plaintext.
var snmpDataNames = map[uint64]string{
	0: "get-request",
	1: "get-next-request",
	2: "get-response",
	3: "set-request",
	4: "trap",
	5: "getBulkRequest",
	6: "informRequest",
	7: "snmpV2-trap",
	8: "report",
}

// snmpDatav2uNames are the names of snmp.datav2u.
var snmpDatav2uNames = map[uint64]string{
	0: "plaintext",
	1: "encrypted",
}

// snmpMsgDataNames are the names of snmp.msgData.
var snmpMsgDataNames = map[uint64]string{
	0: "plaintext",
	1: "encryptedPDU",
}

// snmpMsgSecurityModelNames are the names of snmp.msgSecurityModel.
var snmpMsgSecurityModelNames = map[uint64]string{
	0: "Any",
	1: "V1",
	2: "V2C",
	3: "USM",
}
