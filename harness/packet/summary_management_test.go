package packet_test

import "testing"

func TestSummaryOfManagement(t *testing.T) {
	streams := craftedStreams(t)
	summarize(t, []summary{
		{streams["tftp"], 0, "192.0.2.1 → 192.0.2.2 TFTP Read Request, File: file, Transfer type: octet"},
		{streams["tftp"], 2, "192.0.2.2 → 192.0.2.1 TFTP Data Packet, Block: 1"},
		{streams["tftp-options"], 1, "192.0.2.2 → 192.0.2.1 TFTP Option Acknowledgement, msftwindow=27182, blksize=8"},
		{streams["snmp-pdus"], 0, "192.0.2.1 → 192.0.2.2 SNMP get-request 1.3.6.1.2.1.1.5.0"},
		{streams["snmp-secured"], 0, "192.0.2.1 → 192.0.2.2 SNMP encryptedPDU: privKey Unknown"},
		{streams["ntp"], 1, "192.0.2.1 → 192.0.2.2 NTP NTP Version 3, client"},
		{streams["ntp-control"], 0, "192.0.2.2 → 192.0.2.1 NTP NTP Version 2, control"},
		{streams["ntp-private"], 10, "192.0.2.1 → 192.0.2.2 NTP NTP Version 2, private, Request, MON_GETLIST_1"},
		{streams["syslog-priority"], 0, "192.0.2.1 → 192.0.2.2 Syslog USER.NOTICE: tiny"},
		{streams["syslog-priority"], 3, "192.0.2.1 → 192.0.2.2 Syslog no priority"},
	})
}
