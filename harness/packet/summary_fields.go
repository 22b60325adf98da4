package packet

// SummaryFields returns the fields that Frame.Protocol and Frame.Summary look at.
func SummaryFields() []FieldID {
	return []FieldID{
		frameProtocols,
		ethDst, ethSrc, ethType,
		arpDstHwMac, arpDstProtoIpv4, arpIsannouncement, arpIsgratuitous, arpIsprobe, arpOpcode, arpSrcHwMac, arpSrcProtoIpv4,
		ipDst, ipFlagsMf, ipFragOffset, ipID, ipProto, ipSrc, ipTTL,
		ipv6Dst, ipv6FraghdrIdent, ipv6FraghdrMore, ipv6FraghdrNxt, ipv6FraghdrOffset, ipv6Hlim, ipv6Nxt, ipv6Src,
		icmpCode, icmpIdent, icmpRespIn, icmpRespTo, icmpSeq, icmpSeqLe, icmpType,
		icmpv6Code, icmpv6EchoIdentifier, icmpv6EchoSequenceNumber, icmpv6NdNaFlagO, icmpv6NdNaFlagR, icmpv6NdNaFlagS,
		icmpv6NdNaTargetAddress, icmpv6NdNsTargetAddress, icmpv6OptSrcLinkaddr, icmpv6OptTargetLinkaddr, icmpv6RespIn, icmpv6RespTo, icmpv6Type,
		stpFlagsTc, stpPort, stpRootCost, stpRootExt, stpRootHw, stpRootPrio, stpType, stpVersion,
		lldpChassisID, lldpChassisIDIp4, lldpChassisIDIp6, lldpChassisIDMac, lldpChassisSubtype, lldpPortID, lldpPortIDIp4, lldpPortIDIp6, lldpPortIDMac,
		lldpPortSubtype, lldpTimeToLive, lldpTlvSystemDesc, lldpTlvSystemName,
		greProto, ospfMsg, bgpType,
		igmpMaddr, igmpNumGrpRecs, igmpNumSrc, igmpRecordType, igmpSaddr, igmpType, igmpVersion,
		udpDstport, udpLength, udpSrcport,
		tcpAck, tcpDstport, tcpFlagsAck, tcpFlagsCwr, tcpFlagsEce, tcpFlagsFin, tcpFlagsPush, tcpFlagsReset, tcpFlagsSyn, tcpFlagsUrg,
		tcpLen, tcpOptionsMssVal, tcpOptionsSackLe, tcpOptionsSackPerm, tcpOptionsSackRe, tcpOptionsTimestampTsecr, tcpOptionsTimestampTsval,
		tcpOptionsWscaleMultiplier, tcpSegmentData, tcpSegments, tcpSeq, tcpSrcport, tcpWindowSize,
		dhcpBootp, dhcpHwMacAddr, dhcpID, dhcpOptionDhcp, dhcpType,
		dhcpv6BulkLeasequeryMsgtype, dhcpv6BulkLeasequeryTransID, dhcpv6DuidBytes, dhcpv6IaaddrIP, dhcpv6Linkaddr, dhcpv6Msgtype, dhcpv6OptionType, dhcpv6Xid,
		dnsA, dnsAaaa, dnsCname, dnsFlagsOpcode, dnsFlagsRcode, dnsFlagsResponse, dnsID, dnsMxMailExchange, dnsNs, dnsPtrDomainName,
		dnsQryName, dnsQryType, dnsRespType, dnsSoaMname, dnsSrvTarget,
		httpContentType, httpFileData, httpRequestMethod, httpRequestURI, httpRequestVersion, httpResponseCode, httpResponsePhrase, httpResponseVersion,
		tftpBlock, tftpDestinationFile, tftpErrorCode, tftpErrorMessage, tftpOpcode, tftpOptionName, tftpOptionValue, tftpSourceFile, tftpType,
		snmpData, snmpEncryptedPDU, snmpEnterprise, snmpName,
		tlsAlertMessage, tlsAlertMessageDesc, tlsAlertMessageLevel, tlsAppData, tlsChangeCipherSpec, tlsHandshake, tlsHandshakeExtensionsSupportedVersion,
		tlsHandshakeType, tlsHeartbeatMessage, tlsRecordOpaqueType, tlsRecordVersion,
		smtpAuthPassword, smtpAuthUsername, smtpAuthUsernamePassword, smtpCommandLine, smtpEom, smtpReq, smtpResponse, smtpRsp, imfFrom, imfSubject,
		ftpRequest, ftpRequestArg, ftpRequestCommand, ftpResponseArg, ftpResponseCode, ftpDataLayer, ftpDataCommand, ftpDataSetupMethod,
		ntpFlagsMode, ntpFlagsVn, ntpPrivFlagsR, ntpPrivReqcode,
		syslogFacility, syslogLevel, syslogMsg,
		malformedExpert, shortLayer, unreassembledExpert,
	}
}
