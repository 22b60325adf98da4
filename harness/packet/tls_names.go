package packet

// tlsRecordContentTypeNames are the names of tls.record.content_type, tls.record.opaque_type.
var tlsRecordContentTypeNames = map[uint64]string{
	20: "Change Cipher Spec",
	21: "Alert",
	22: "Handshake",
	23: "Application Data",
	24: "Heartbeat",
	25: "Connection ID",
}

// tlsHandshakeTypeNames are the names of tls.handshake.type.
var tlsHandshakeTypeNames = map[uint64]string{
	0:  "Error",
	1:  "Client Hello",
	2:  "Client Master Key",
	3:  "Client Finished",
	4:  "Server Hello",
	5:  "Server Verify",
	6:  "Server Finished",
	7:  "Request Certificate",
	8:  "Client Certificate",
	11: "Certificate",
	12: "Server Key Exchange",
	13: "Certificate Request",
	14: "Server Hello Done",
	15: "Certificate Verify",
	16: "Client Key Exchange",
	20: "Finished",
	21: "Client Certificate URL",
	22: "Certificate Status",
	23: "Supplemental Data",
	24: "Key Update",
	25: "Compressed Certificate",
	67: "Encrypted Extensions",
}

// tlsAlertMessageLevelNames are the names of tls.alert_message.level.
var tlsAlertMessageLevelNames = map[uint64]string{
	1: "Warning",
	2: "Fatal",
}

// tlsAlertMessageDescNames are the names of tls.alert_message.desc.
var tlsAlertMessageDescNames = map[uint64]string{
	0:   "Close Notify",
	1:   "End of Early Data",
	10:  "Unexpected Message",
	20:  "Bad Record MAC",
	21:  "Decryption Failed",
	22:  "Record Overflow",
	30:  "Decompression Failure",
	40:  "Handshake Failure",
	41:  "No Certificate",
	42:  "Bad Certificate",
	43:  "Unsupported Certificate",
	44:  "Certificate Revoked",
	45:  "Certificate Expired",
	46:  "Certificate Unknown",
	47:  "Illegal Parameter",
	48:  "Unknown CA",
	49:  "Access Denied",
	50:  "Decode Error",
	51:  "Decrypt Error",
	60:  "Export Restriction",
	70:  "Protocol Version",
	71:  "Insufficient Security",
	80:  "Internal Error",
	86:  "Inappropriate Fallback",
	90:  "User Canceled",
	100: "No Renegotiation",
	109: "Missing Extension",
	110: "Unsupported Extension",
	111: "Certificate Unobtainable",
	112: "Unrecognized Name",
	113: "Bad Certificate Status Response",
	114: "Bad Certificate Hash Value",
	115: "Unknown PSK Identity",
	116: "Certificate Required",
	120: "No application Protocol",
	121: "ECH Required",
}

// tlsHeartbeatMessageTypeNames are the names of tls.heartbeat_message.type.
var tlsHeartbeatMessageTypeNames = map[uint64]string{
	1: "Request",
	2: "Response",
}

// tlsHandshakeCertTypeNames are the names of tls.handshake.cert_type.
var tlsHandshakeCertTypeNames = map[uint64]string{
	0:  "N/A",
	1:  "X.509 Certificate",
	2:  "DSS Sign",
	3:  "RSA Fixed DH",
	4:  "DSS Fixed DH",
	21: "GOST R 34.10-94",
	22: "GOST R 34.10-2001",
	64: "ECDSA Sign",
	65: "RSA Fixed ECDH",
	66: "ECDSA Fixed ECDH",
	80: "IBC Params",
}

// tlsHandshakeExtensionTypeNames are the names of tls.handshake.extension.type.
var tlsHandshakeExtensionTypeNames = map[uint64]string{
	0:     "server_name",
	1:     "max_fragment_length",
	2:     "client_certificate_url",
	3:     "trusted_ca_keys",
	4:     "truncated_hmac",
	5:     "status_request",
	6:     "user_mapping",
	7:     "client_authz",
	8:     "server_authz",
	9:     "cert_type",
	10:    "supported_groups",
	11:    "ec_point_formats",
	12:    "srp",
	13:    "signature_algorithms",
	14:    "use_srtp",
	15:    "heartbeat",
	16:    "application_layer_protocol_negotiation",
	17:    "status_request_v2",
	18:    "signed_certificate_timestamp",
	19:    "client_certificate_type",
	20:    "server_certificate_type",
	21:    "padding",
	22:    "encrypt_then_mac",
	23:    "extended_master_secret",
	24:    "token_binding",
	25:    "cached_info",
	27:    "compress_certificate",
	28:    "record_size_limit",
	34:    "delegated_credentials",
	35:    "session_ticket",
	40:    "Reserved (key_share)",
	41:    "pre_shared_key",
	42:    "early_data",
	43:    "supported_versions",
	44:    "cookie",
	45:    "psk_key_exchange_modes",
	46:    "Reserved (ticket_early_data_info)",
	47:    "certificate_authorities",
	48:    "oid_filters",
	49:    "post_handshake_auth",
	50:    "signature_algorithms_cert",
	51:    "key_share",
	52:    "transparency_info",
	53:    "connection_id (deprecated)",
	54:    "connection_id",
	55:    "external_id_hash",
	56:    "external_session_id",
	57:    "quic_transport_parameters",
	58:    "ticket_request",
	59:    "dnssec_chain",
	2570:  "Reserved (GREASE)",
	6682:  "Reserved (GREASE)",
	10794: "Reserved (GREASE)",
	13172: "next_protocol_negotiation",
	14906: "Reserved (GREASE)",
	17513: "application_settings",
	19018: "Reserved (GREASE)",
	23130: "Reserved (GREASE)",
	27242: "Reserved (GREASE)",
	30031: "channel_id_old",
	30032: "channel_id",
	31354: "Reserved (GREASE)",
	35466: "Reserved (GREASE)",
	39578: "Reserved (GREASE)",
	43690: "Reserved (GREASE)",
	47802: "Reserved (GREASE)",
	51914: "Reserved (GREASE)",
	56026: "Reserved (GREASE)",
	60138: "Reserved (GREASE)",
	64250: "Reserved (GREASE)",
	65281: "renegotiation_info",
	65445: "quic_transport_parameters (drafts version)",
	65486: "encrypted_server_name",
}

// tlsHandshakeExtensionsEcPointFormatNames are the names of tls.handshake.extensions_ec_point_format.
var tlsHandshakeExtensionsEcPointFormatNames = map[uint64]string{
	0: "uncompressed",
	1: "ansiX962_compressed_prime",
	2: "ansiX962_compressed_char2",
}

// tlsHandshakeExtensionsServerNameTypeNames are the names of tls.handshake.extensions_server_name_type.
var tlsHandshakeExtensionsServerNameTypeNames = map[uint64]string{
	0: "host_name",
}

// tlsHandshakeMaxFragmentLengthNames are the names of tls.handshake.max_fragment_length.
var tlsHandshakeMaxFragmentLengthNames = map[uint64]string{
	1: "512",
	2: "1024",
	3: "2048",
	4: "4096",
}

// tlsHandshakeCertTypeTypeNames are the names of tls.handshake.cert_type.type.
var tlsHandshakeCertTypeTypeNames = map[uint64]string{
	0: "X.509",
	1: "OpenPGP",
	2: "Raw Public Key",
}

// tlsHandshakeExtensionsStatusRequestTypeNames are the names of tls.handshake.extensions_status_request_type.
var tlsHandshakeExtensionsStatusRequestTypeNames = map[uint64]string{
	1: "OCSP",
	2: "OCSP Multi",
}

// tlsHandshakeSigHashAlgNames are the names of tls.handshake.sig_hash_alg.
var tlsHandshakeSigHashAlgNames = map[uint64]string{
	513:   "rsa_pkcs1_sha1",
	515:   "ecdsa_sha1",
	1025:  "rsa_pkcs1_sha256",
	1027:  "ecdsa_secp256r1_sha256",
	1281:  "rsa_pkcs1_sha384",
	1283:  "ecdsa_secp384r1_sha384",
	1537:  "rsa_pkcs1_sha512",
	1539:  "ecdsa_secp521r1_sha512",
	1800:  "sm2sig_sm3",
	2052:  "rsa_pss_rsae_sha256",
	2053:  "rsa_pss_rsae_sha384",
	2054:  "rsa_pss_rsae_sha512",
	2055:  "ed25519",
	2056:  "ed448",
	2057:  "rsa_pss_pss_sha256",
	2058:  "rsa_pss_pss_sha384",
	2059:  "rsa_pss_pss_sha512",
	65035: "falcon512",
	65036: "p256_falcon512",
	65037: "rsa3072_falcon512",
	65038: "falcon1024",
	65039: "p521_falcon1024",
	65051: "picnic3l1",
	65052: "p256_picnic3l1",
	65053: "rsa3072_picnic3l1",
	65063: "rainbowIclassic",
	65064: "p256_rainbowIclassic",
	65065: "rsa3072_rainbowIclassic",
	65084: "rainbowVclassic",
	65085: "p521_rainbowVclassic",
	65090: "sphincsharaka128frobust",
	65091: "p256_sphincsharaka128frobust",
	65092: "rsa3072_sphincsharaka128frobust",
	65118: "sphincssha256128frobust",
	65119: "p256_sphincssha256128frobust",
	65120: "rsa3072_sphincssha256128frobust",
	65146: "sphincsshake256128frobust",
	65147: "p256_sphincsshake256128frobust",
	65148: "rsa3072_sphincsshake256128frobust",
	65174: "picnicl1full",
	65175: "p256_picnicl1full",
	65176: "rsa3072_picnicl1full",
	65184: "dilithium2",
	65185: "p256_dilithium2",
	65186: "rsa3072_dilithium2",
	65187: "dilithium3",
	65188: "p384_dilithium3",
	65189: "dilithium5",
	65190: "p521_dilithium5",
	65191: "dilithium2_aes",
	65192: "p256_dilithium2_aes",
	65193: "rsa3072_dilithium2_aes",
	65194: "dilithium3_aes",
	65195: "p384_dilithium3_aes",
	65196: "dilithium5_aes",
	65197: "p521_dilithium5_aes",
}

// tlsHandshakeSigHashHashNames are the names of tls.handshake.sig_hash_hash.
var tlsHandshakeSigHashHashNames = map[uint64]string{
	0: "None",
	1: "MD5",
	2: "SHA1",
	3: "SHA224",
	4: "SHA256",
	5: "SHA384",
	6: "SHA512",
	7: "SM3",
}

// tlsHandshakeSigHashSigNames are the names of tls.handshake.sig_hash_sig.
var tlsHandshakeSigHashSigNames = map[uint64]string{
	0: "Anonymous",
	1: "RSA",
	2: "DSA",
	3: "ECDSA",
	4: "SM2",
}

// tlsHandshakeServerCurveTypeNames are the names of tls.handshake.server_curve_type.
var tlsHandshakeServerCurveTypeNames = map[uint64]string{
	1: "explicit_prime",
	2: "explicit_char2",
	3: "named_curve",
}

// tlsHandshakeExtensionHeartbeatModeNames are the names of tls.handshake.extension.heartbeat.mode.
var tlsHandshakeExtensionHeartbeatModeNames = map[uint64]string{
	1: "Peer allowed to send requests",
	2: "Peer not allowed to send requests",
}

// tlsHandshakeCompMethodNames are the names of tls.handshake.comp_method.
var tlsHandshakeCompMethodNames = map[uint64]string{
	0:  "null",
	1:  "DEFLATE",
	64: "LZS",
}

// tlsExtensionPskKeModeNames are the names of tls.extension.psk_ke_mode.
var tlsExtensionPskKeModeNames = map[uint64]string{
	0: "PSK-only key establishment (psk_ke)",
	1: "PSK with (EC)DHE key establishment (psk_dhe_ke)",
}

// tlsHandshakeKeyUpdateRequestUpdateNames are the names of tls.handshake.key_update.request_update.
var tlsHandshakeKeyUpdateRequestUpdateNames = map[uint64]string{
	0: "update_not_requested",
	1: "update_requested",
}

// tlsCompressCertificateAlgorithmNames are the names of tls.compress_certificate.algorithm.
var tlsCompressCertificateAlgorithmNames = map[uint64]string{
	1: "zlib",
	2: "brotli",
	3: "zstd",
}
