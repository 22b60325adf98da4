package packet

import "strings"

// tlsMessageNames are what Wireshark calls TLS's handshake messages, of whose types
// a filter knows the names that SSL 2.0 had.
var tlsMessageNames = map[uint64]string{
	tlsHelloRequest: "Hello Request", tlsClientHello: "Client Hello", tlsServerHello: "Server Hello", tlsHelloVerify: "Hello Verify Request",
	tlsNewTicket: "New Session Ticket", tlsEndOfEarlyData: "End of Early Data", tlsHelloRetry: "Hello Retry Request", tlsEncrypted: "Encrypted Extensions",
	tlsCertificate: "Certificate", tlsServerKey: "Server Key Exchange", tlsCertificateWanted: "Certificate Request", tlsServerDone: "Server Hello Done",
	tlsCertificateProof: "Certificate Verify", tlsClientKey: "Client Key Exchange", tlsFinished: "Finished", tlsCertificateURL: "Client Certificate URL",
	tlsCertificateStatus: "Certificate Status", tlsSupplemental: "Supplemental Data", tlsKeyUpdate: "Key Update", tlsCompressed: "Compressed Certificate",
	tlsNextProtocol: "Encrypted Extensions",
}

// columnTLS names the version as Wireshark's column does: what the records say, or
// 1.3 where something in the frame tells. A frame with no whole record counts as TCP.
func (f *Frame) columnTLS() string {
	if !f.Has(tlsRecordVersion) {
		return "TCP"
	}
	if f.Has(tlsRecordOpaqueType) || f.Has(tlsHandshakeExtensionsSupportedVersion) && f.number(tlsHandshakeType) == tlsServerHello && f.number(tlsHandshakeExtensionsSupportedVersion) == tlsVersion13 {
		return "TLSv1.3"
	}
	switch f.number(tlsRecordVersion) {
	case sslVersion2:
		return "SSLv2"
	case sslVersion3:
		return "SSLv3"
	case tlsVersion10:
		return "TLSv1"
	case tlsVersion10 + 1:
		return "TLSv1.1"
	case tlsVersion12:
		return "TLSv1.2"
	}
	return "TLS"
}

func (f *Frame) infoTLS() string {
	var words []string
	sealed := false // a handshake message whose type has not come yet
	settle := func() {
		if sealed {
			words = append(words, "Encrypted Handshake Message")
		}
		sealed = false
	}
	for i := range f.fields {
		field := &f.fields[i]
		if field.ID != tlsHandshakeType {
			settle()
		}
		switch field.ID {
		case tlsHandshake:
			sealed = true
		case tlsHandshakeType:
			sealed = false
			words = append(words, tlsMessageNames[field.num])
		case tlsChangeCipherSpec:
			words = append(words, "Change Cipher Spec")
		case tlsAppData:
			words = append(words, "Application Data")
		case tlsHeartbeatMessage:
			words = append(words, "Heartbeat")
		case tlsAlertMessage:
			words = append(words, "Encrypted Alert")
		case tlsAlertMessageDesc:
			words = append(words[:max(len(words)-1, 0)], "Alert (Level: "+tlsName(tlsAlertMessageLevelNames, f.number(tlsAlertMessageLevel))+", Description: "+tlsName(tlsAlertMessageDescNames, field.num)+")")
		default:
		}
	}
	settle()
	return strings.Join(words, ", ")
}

func tlsName(names map[uint64]string, n uint64) string {
	if name, ok := names[n]; ok {
		return name
	}
	return "Unknown"
}
