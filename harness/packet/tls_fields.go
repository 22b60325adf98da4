package packet

// The fields of Transport Layer Security.
const (
	tlsLayer FieldID = dhcpv6Last + iota
	tlsRecord
	tlsRecordContentType
	tlsRecordOpaqueType
	tlsHandshakeType
	tlsRecordVersion
	tlsRecordLength
	tlsAppData
	tlsAppDataProto
	tlsAlertMessage
	tlsAlertMessageLevel
	tlsAlertMessageDesc
	tlsHandshake
	tlsHandshakeLength
	tlsHandshakeCipherspec
	tlsHandshakeNpnSelectedProtocolLen
	tlsHandshakeNpnSelectedProtocol
	tlsHandshakeNpnPaddingLen
	tlsHandshakeNpnPadding
	tlsHandshakeMd5Hash
	tlsHandshakeShaHash
	tlsHeartbeatMessage
	tlsHeartbeatMessageType
	tlsHeartbeatMessagePayloadLength
	tlsHeartbeatMessagePayload
	tlsHeartbeatMessagePadding
	tlsHandshakeChallenge
	tlsHandshakeCipherSpecLen
	tlsHandshakeSessionIDLength
	tlsHandshakeChallengeLength
	tlsHandshakeClearKeyLength
	tlsHandshakeEncryptedKeyLength
	tlsHandshakeKeyArgLength
	tlsHandshakeClearKeyData
	tlsHandshakeEncryptedKey
	tlsHandshakeKeyArg
	tlsHandshakeSessionIDHit
	tlsHandshakeCertType
	tlsHandshakeConnectionIDLength
	tlsHandshakeConnectionID
	tlsHandshakeFragmentCount
	tlsHandshakeFragment
	tlsHandshakeFragments
	tlsHandshakeReassembledIn
	tlsChangeCipherSpec
	tlsHandshakeExtensionsLength
	tlsHandshakeExtensionType
	tlsHandshakeExtensionLen
	tlsHandshakeExtensionData
	tlsHandshakeExtensionsSupportedGroupsLength
	tlsHandshakeExtensionsSupportedGroups
	tlsHandshakeExtensionsSupportedGroup
	tlsHandshakeExtensionsEcPointFormatsLength
	tlsHandshakeExtensionsEcPointFormats
	tlsHandshakeExtensionsEcPointFormat
	tlsHandshakeExtensionsSrpLen
	tlsHandshakeExtensionsSrpUsername
	tlsHandshakeExtensionsAlpnLen
	tlsHandshakeExtensionsAlpnList
	tlsHandshakeExtensionsAlpnStrLen
	tlsHandshakeExtensionsAlpnStr
	tlsHandshakeExtensionsNpnStrLen
	tlsHandshakeExtensionsNpn
	tlsHandshakeExtensionsRenegInfoLen
	tlsHandshakeExtensionsRenegInfo
	tlsHandshakeExtensionsKeyShareClientLength
	tlsHandshakeExtensionsKeyShareGroup
	tlsHandshakeExtensionsKeyShareKeyExchangeLength
	tlsHandshakeExtensionsKeyShareKeyExchange
	tlsHandshakeExtensionsKeyShareSelectedGroup
	tlsHandshakeExtensionsPskIdentitiesLength
	tlsHandshakeExtensionsPskIdentityIdentityLength
	tlsHandshakeExtensionsPskIdentityIdentity
	tlsHandshakeExtensionsPskIdentityObfuscatedTicketAge
	tlsHandshakeExtensionsPskBindersLen
	tlsHandshakeExtensionsPskBinders
	tlsHandshakeExtensionsPskIdentitySelected
	tlsHandshakeExtensionsSupportedVersionsLen
	tlsHandshakeExtensionsSupportedVersion
	tlsHandshakeExtensionsCookieLen
	tlsHandshakeExtensionsCookie
	tlsHandshakeExtensionsServerNameListLen
	tlsHandshakeExtensionsServerNameLen
	tlsHandshakeExtensionsServerNameType
	tlsHandshakeExtensionsServerName
	tlsHandshakeMaxFragmentLength
	tlsHandshakeExtensionsPaddingData
	tlsHandshakeCertTypeType
	tlsHandshakeCertTypeTypes
	tlsHandshakeCertTypeTypesLen
	tlsHandshakeExtensionsStatusRequestType
	tlsHandshakeExtensionsStatusRequestLen
	tlsHandshakeExtensionsStatusRequestResponderIDsLen
	tlsHandshakeExtensionsStatusRequestExtsLen
	tlsHandshakeExtensionsStatusRequestListLen
	tlsHandshakeOcspResponseListLen
	tlsHandshakeOcspResponseLen
	tlsHandshakeSigHashAlgLen
	tlsHandshakeSigHashAlgs
	tlsHandshakeSigHashAlg
	tlsHandshakeSigHashHash
	tlsHandshakeSigHashSig
	tlsHandshakeEpmsLen
	tlsHandshakeEpms
	tlsHandshakeModulusLen
	tlsHandshakeExponentLen
	tlsHandshakeSigLen
	tlsHandshakePLen
	tlsHandshakeGLen
	tlsHandshakeYsLen
	tlsHandshakeYcLen
	tlsHandshakeClientPointLen
	tlsHandshakeServerPointLen
	tlsHandshakeP
	tlsHandshakeG
	tlsHandshakeServerCurveType
	tlsHandshakeServerNamedCurve
	tlsHandshakeYs
	tlsHandshakeYc
	tlsHandshakeServerPoint
	tlsHandshakeClientPoint
	tlsHandshakeXsLen
	tlsHandshakeXcLen
	tlsHandshakeXs
	tlsHandshakeXc
	tlsHandshakeVsLen
	tlsHandshakeVcLen
	tlsHandshakeVs
	tlsHandshakeVc
	tlsHandshakeRsLen
	tlsHandshakeRcLen
	tlsHandshakeRs
	tlsHandshakeRc
	tlsHandshakeModulus
	tlsHandshakeExponent
	tlsHandshakeSig
	tlsHandshakeHintLen
	tlsHandshakeHint
	tlsHandshakeIdentityLen
	tlsHandshakeIdentity
	tlsHandshakeExtensionHeartbeatMode
	tlsHandshakeCertificatesLength
	tlsHandshakeCertificates
	tlsHandshakeCertificate
	tlsHandshakeCertificateLength
	tlsHandshakeCertTypesCount
	tlsHandshakeCertTypes
	tlsHandshakeDnamesLen
	tlsHandshakeDnames
	tlsHandshakeDnameLen
	tlsHandshakeDname
	tlsHandshakeRandom
	tlsHandshakeRandomTime
	tlsHandshakeRandomBytes
	tlsHandshakeSessionID
	tlsHandshakeVersion
	tlsHandshakeCipherSuitesLength
	tlsHandshakeCiphersuites
	tlsHandshakeCiphersuite
	tlsHandshakeCompMethodsLength
	tlsHandshakeCompMethods
	tlsHandshakeCompMethod
	tlsHandshakeSessionTicketLifetimeHint
	tlsHandshakeSessionTicketAgeAdd
	tlsHandshakeSessionTicketNonceLength
	tlsHandshakeSessionTicketNonce
	tlsHandshakeSessionTicketLength
	tlsHandshakeSessionTicket
	tlsHandshakeVerifyData
	tlsHandshakeClientCertVrfySigLen
	tlsHandshakeClientCertVrfySig
	tlsHandshakeJa3Full
	tlsHandshakeJa3
	tlsHandshakeJa3sFull
	tlsHandshakeJa3s
	tlsExtensionPskKeModesLength
	tlsExtensionPskKeMode
	tlsHandshakeCertificateRequestContextLength
	tlsHandshakeCertificateRequestContext
	tlsHandshakeKeyUpdateRequestUpdate
	tlsSctSctsLength
	tlsSctSctLength
	tlsSctSctVersion
	tlsSctSctLogid
	tlsSctSctTimestamp
	tlsSctSctExtensionsLength
	tlsSctSctExtensions
	tlsSctSctSignatureLength
	tlsSctSctSignature
	tlsEarlyDataMaxEarlyDataSize
	tlsExtensionOidFiltersOidLength
	tlsExtensionOidFiltersOid
	tlsExtensionOidFiltersValuesLength
	tlsHandshakeCredValidTime
	tlsHandshakeCredPubkey
	tlsHandshakeCredPubkeyLen
	tlsHandshakeCredSignature
	tlsHandshakeCredSignatureLen
	tlsCompressCertificateAlgorithmsLength
	tlsCompressCertificateAlgorithm
	tlsCompressCertificateUncompressedLength
	tlsCompressCertificateCompressedCertificateMessageLength
	tlsCompressCertificateCompressedCertificateMessage
	tlsRecordSizeLimit
	tlsQuicLen
	tlsQuicParameterType
	tlsQuicParameterLength
	tlsQuicParameterLengtOld
	tlsQuicParameterValue
	tlsQuicParameterOriginalDestinationConnectionID
	tlsQuicParameterMaxIdleTimeout
	tlsQuicParameterStatelessResetToken
	tlsQuicParameterMaxUDPPayloadSize
	tlsQuicParameterInitialMaxData
	tlsQuicParameterInitialMaxStreamDataBidiLocal
	tlsQuicParameterInitialMaxStreamDataBidiRemote
	tlsQuicParameterInitialMaxStreamDataUni
	tlsQuicParameterInitialMaxStreamsBidi
	tlsQuicParameterInitialMaxStreamsUni
	tlsQuicParameterAckDelayExponent
	tlsQuicParameterMaxAckDelay
	tlsQuicParameterPreferredAddressIpv4address
	tlsQuicParameterPreferredAddressIpv6address
	tlsQuicParameterPreferredAddressIpv4port
	tlsQuicParameterPreferredAddressIpv6port
	tlsQuicParameterPreferredAddressConnectionidLength
	tlsQuicParameterPreferredAddressConnectionid
	tlsQuicParameterPreferredAddressStatelessresettoken
	tlsQuicParameterActiveConnectionIDLimit
	tlsQuicParameterInitialSourceConnectionID
	tlsQuicParameterRetrySourceConnectionID
	tlsQuicParameterMaxDatagramFrameSize
	tlsQuicParameterCibirEncodingLength
	tlsQuicParameterCibirEncodingOffset
	tlsQuicParameterLossBits
	tlsQuicParameterEnableTimeStampV2
	tlsQuicParameterMinAckDelay
	tlsQuicParameterViChosenVersion
	tlsQuicParameterViOtherVersion
	tlsConnectionIDLength
	tlsConnectionID
	tlsEsniSuite
	tlsEsniRecordDigestLength
	tlsEsniRecordDigest
	tlsEsniEncryptedSniLength
	tlsEsniEncryptedSni
	tlsEsniNonce
	tlsHandshakeExtensionsAlpsLen
	tlsHandshakeExtensionsAlpsAlpnList
	tlsHandshakeExtensionsAlpsAlpnStrLen
	tlsHandshakeExtensionsAlpsAlpnStr
	tlsResumed
	tlsHeartbeatMessagePayloadLengthInvalid
	tlsLast
)

var tlsFields = [...]Info{
	0:                                                                   {Name: "tls", Label: "Transport Layer Security", Type: Protocol},
	tlsRecord - tlsLayer:                                                {Name: "tls.record", Label: "Record Layer", Type: None},
	tlsRecordContentType - tlsLayer:                                     {Name: "tls.record.content_type", Label: "Content Type", Type: Uint, Bits: 8, Names: tlsRecordContentTypeNames},
	tlsRecordOpaqueType - tlsLayer:                                      {Name: "tls.record.opaque_type", Label: "Opaque Type", Type: Uint, Bits: 8, Names: tlsRecordContentTypeNames},
	tlsHandshakeType - tlsLayer:                                         {Name: "tls.handshake.type", Label: "Handshake Message Type", Type: Uint, Bits: 8, Names: tlsHandshakeTypeNames},
	tlsRecordVersion - tlsLayer:                                         {Name: "tls.record.version", Label: "Version", Type: Uint, Bits: 16, Hex: true, Names: tlsRecordVersionNames},
	tlsRecordLength - tlsLayer:                                          {Name: "tls.record.length", Label: "Length", Type: Uint, Bits: 16},
	tlsAppData - tlsLayer:                                               {Name: "tls.app_data", Label: "Encrypted Application Data", Type: Bytes},
	tlsAppDataProto - tlsLayer:                                          {Name: "tls.app_data_proto", Label: "Application Data Protocol", Type: String},
	tlsAlertMessage - tlsLayer:                                          {Name: "tls.alert_message", Label: "Alert Message", Type: None},
	tlsAlertMessageLevel - tlsLayer:                                     {Name: "tls.alert_message.level", Label: "Level", Type: Uint, Bits: 8, Names: tlsAlertMessageLevelNames},
	tlsAlertMessageDesc - tlsLayer:                                      {Name: "tls.alert_message.desc", Label: "Description", Type: Uint, Bits: 8, Names: tlsAlertMessageDescNames},
	tlsHandshake - tlsLayer:                                             {Name: "tls.handshake", Label: "Handshake Protocol", Type: None},
	tlsHandshakeLength - tlsLayer:                                       {Name: "tls.handshake.length", Label: "Length", Type: Uint, Bits: 24},
	tlsHandshakeCipherspec - tlsLayer:                                   {Name: "tls.handshake.cipherspec", Label: "Cipher Spec", Type: Uint, Bits: 24, Hex: true, Names: tlsHandshakeCipherspecNames},
	tlsHandshakeNpnSelectedProtocolLen - tlsLayer:                       {Name: "tls.handshake.npn_selected_protocol_len", Label: "Selected Protocol Length", Type: Uint, Bits: 8},
	tlsHandshakeNpnSelectedProtocol - tlsLayer:                          {Name: "tls.handshake.npn_selected_protocol", Label: "Selected Protocol", Type: String},
	tlsHandshakeNpnPaddingLen - tlsLayer:                                {Name: "tls.handshake.npn_padding_len", Label: "Padding Length", Type: Uint, Bits: 8},
	tlsHandshakeNpnPadding - tlsLayer:                                   {Name: "tls.handshake.npn_padding", Label: "Padding", Type: Bytes},
	tlsHandshakeMd5Hash - tlsLayer:                                      {Name: "tls.handshake.md5_hash", Label: "MD5 Hash", Type: None},
	tlsHandshakeShaHash - tlsLayer:                                      {Name: "tls.handshake.sha_hash", Label: "SHA-1 Hash", Type: None},
	tlsHeartbeatMessage - tlsLayer:                                      {Name: "tls.heartbeat_message", Label: "Heartbeat Message", Type: None},
	tlsHeartbeatMessageType - tlsLayer:                                  {Name: "tls.heartbeat_message.type", Label: "Type", Type: Uint, Bits: 8, Names: tlsHeartbeatMessageTypeNames},
	tlsHeartbeatMessagePayloadLength - tlsLayer:                         {Name: "tls.heartbeat_message.payload_length", Label: "Payload Length", Type: Uint, Bits: 16},
	tlsHeartbeatMessagePayload - tlsLayer:                               {Name: "tls.heartbeat_message.payload", Label: "Payload Length", Type: Bytes},
	tlsHeartbeatMessagePadding - tlsLayer:                               {Name: "tls.heartbeat_message.padding", Label: "Payload Length", Type: Bytes},
	tlsHandshakeChallenge - tlsLayer:                                    {Name: "tls.handshake.challenge", Label: "Challenge", Type: None},
	tlsHandshakeCipherSpecLen - tlsLayer:                                {Name: "tls.handshake.cipher_spec_len", Label: "Cipher Spec Length", Type: Uint, Bits: 16},
	tlsHandshakeSessionIDLength - tlsLayer:                              {Name: "tls.handshake.session_id_length", Label: "Session ID Length", Type: Uint, Bits: 16},
	tlsHandshakeChallengeLength - tlsLayer:                              {Name: "tls.handshake.challenge_length", Label: "Challenge Length", Type: Uint, Bits: 16},
	tlsHandshakeClearKeyLength - tlsLayer:                               {Name: "tls.handshake.clear_key_length", Label: "Clear Key Data Length", Type: Uint, Bits: 16},
	tlsHandshakeEncryptedKeyLength - tlsLayer:                           {Name: "tls.handshake.encrypted_key_length", Label: "Encrypted Key Data Length", Type: Uint, Bits: 16},
	tlsHandshakeKeyArgLength - tlsLayer:                                 {Name: "tls.handshake.key_arg_length", Label: "Key Argument Length", Type: Uint, Bits: 16},
	tlsHandshakeClearKeyData - tlsLayer:                                 {Name: "tls.handshake.clear_key_data", Label: "Clear Key Data", Type: None},
	tlsHandshakeEncryptedKey - tlsLayer:                                 {Name: "tls.handshake.encrypted_key", Label: "Encrypted Key", Type: None},
	tlsHandshakeKeyArg - tlsLayer:                                       {Name: "tls.handshake.key_arg", Label: "Key Argument", Type: None},
	tlsHandshakeSessionIDHit - tlsLayer:                                 {Name: "tls.handshake.session_id_hit", Label: "Session ID Hit", Type: Bool},
	tlsHandshakeCertType - tlsLayer:                                     {Name: "tls.handshake.cert_type", Label: "Certificate Type", Type: Uint, Bits: 8, Names: tlsHandshakeCertTypeNames},
	tlsHandshakeConnectionIDLength - tlsLayer:                           {Name: "tls.handshake.connection_id_length", Label: "Connection ID Length", Type: Uint, Bits: 16},
	tlsHandshakeConnectionID - tlsLayer:                                 {Name: "tls.handshake.connection_id", Label: "Connection ID", Type: None},
	tlsHandshakeFragmentCount - tlsLayer:                                {Name: "tls.handshake.fragment.count", Label: "Handshake Fragment count", Type: Uint, Bits: 32},
	tlsHandshakeFragment - tlsLayer:                                     {Name: "tls.handshake.fragment", Label: "Handshake Fragment", Type: Uint, Bits: 32},
	tlsHandshakeFragments - tlsLayer:                                    {Name: "tls.handshake.fragments", Label: "Reassembled Handshake Fragments", Type: None},
	tlsHandshakeReassembledIn - tlsLayer:                                {Name: "tls.handshake.reassembled_in", Label: "Reassembled Handshake Message in frame", Type: Uint, Bits: 32},
	tlsChangeCipherSpec - tlsLayer:                                      {Name: "tls.change_cipher_spec", Label: "Change Cipher Spec Message", Type: None},
	tlsHandshakeExtensionsLength - tlsLayer:                             {Name: "tls.handshake.extensions_length", Label: "Extensions Length", Type: Uint, Bits: 16},
	tlsHandshakeExtensionType - tlsLayer:                                {Name: "tls.handshake.extension.type", Label: "Type", Type: Uint, Bits: 16, Names: tlsHandshakeExtensionTypeNames},
	tlsHandshakeExtensionLen - tlsLayer:                                 {Name: "tls.handshake.extension.len", Label: "Length", Type: Uint, Bits: 16},
	tlsHandshakeExtensionData - tlsLayer:                                {Name: "tls.handshake.extension.data", Label: "Data", Type: Bytes},
	tlsHandshakeExtensionsSupportedGroupsLength - tlsLayer:              {Name: "tls.handshake.extensions_supported_groups_length", Label: "Supported Groups List Length", Type: Uint, Bits: 16},
	tlsHandshakeExtensionsSupportedGroups - tlsLayer:                    {Name: "tls.handshake.extensions_supported_groups", Label: "Supported Groups List", Type: None},
	tlsHandshakeExtensionsSupportedGroup - tlsLayer:                     {Name: "tls.handshake.extensions_supported_group", Label: "Supported Group", Type: Uint, Bits: 16, Hex: true, Names: tlsHandshakeExtensionsSupportedGroupNames},
	tlsHandshakeExtensionsEcPointFormatsLength - tlsLayer:               {Name: "tls.handshake.extensions_ec_point_formats_length", Label: "EC point formats Length", Type: Uint, Bits: 8},
	tlsHandshakeExtensionsEcPointFormats - tlsLayer:                     {Name: "tls.handshake.extensions_ec_point_formats", Label: "EC point formats", Type: None},
	tlsHandshakeExtensionsEcPointFormat - tlsLayer:                      {Name: "tls.handshake.extensions_ec_point_format", Label: "EC point format", Type: Uint, Bits: 8, Names: tlsHandshakeExtensionsEcPointFormatNames},
	tlsHandshakeExtensionsSrpLen - tlsLayer:                             {Name: "tls.handshake.extensions_srp_len", Label: "SRP username length", Type: Uint, Bits: 8},
	tlsHandshakeExtensionsSrpUsername - tlsLayer:                        {Name: "tls.handshake.extensions_srp_username", Label: "SRP username", Type: String},
	tlsHandshakeExtensionsAlpnLen - tlsLayer:                            {Name: "tls.handshake.extensions_alpn_len", Label: "ALPN Extension Length", Type: Uint, Bits: 16},
	tlsHandshakeExtensionsAlpnList - tlsLayer:                           {Name: "tls.handshake.extensions_alpn_list", Label: "ALPN Protocol", Type: None},
	tlsHandshakeExtensionsAlpnStrLen - tlsLayer:                         {Name: "tls.handshake.extensions_alpn_str_len", Label: "ALPN string length", Type: Uint, Bits: 8},
	tlsHandshakeExtensionsAlpnStr - tlsLayer:                            {Name: "tls.handshake.extensions_alpn_str", Label: "ALPN Next Protocol", Type: String},
	tlsHandshakeExtensionsNpnStrLen - tlsLayer:                          {Name: "tls.handshake.extensions_npn_str_len", Label: "Protocol string length", Type: Uint, Bits: 8},
	tlsHandshakeExtensionsNpn - tlsLayer:                                {Name: "tls.handshake.extensions_npn", Label: "Next Protocol", Type: String},
	tlsHandshakeExtensionsRenegInfoLen - tlsLayer:                       {Name: "tls.handshake.extensions_reneg_info_len", Label: "Renegotiation info extension length", Type: Uint, Bits: 8},
	tlsHandshakeExtensionsRenegInfo - tlsLayer:                          {Name: "tls.handshake.extensions_reneg_info", Label: "Renegotiation info", Type: Bytes},
	tlsHandshakeExtensionsKeyShareClientLength - tlsLayer:               {Name: "tls.handshake.extensions_key_share_client_length", Label: "Client Key Share Length", Type: Uint, Bits: 16},
	tlsHandshakeExtensionsKeyShareGroup - tlsLayer:                      {Name: "tls.handshake.extensions_key_share_group", Label: "Group", Type: Uint, Bits: 16, Names: tlsHandshakeExtensionsSupportedGroupNames},
	tlsHandshakeExtensionsKeyShareKeyExchangeLength - tlsLayer:          {Name: "tls.handshake.extensions_key_share_key_exchange_length", Label: "Key Exchange Length", Type: Uint, Bits: 16},
	tlsHandshakeExtensionsKeyShareKeyExchange - tlsLayer:                {Name: "tls.handshake.extensions_key_share_key_exchange", Label: "Key Exchange", Type: Bytes},
	tlsHandshakeExtensionsKeyShareSelectedGroup - tlsLayer:              {Name: "tls.handshake.extensions_key_share_selected_group", Label: "Selected Group", Type: Uint, Bits: 16, Names: tlsHandshakeExtensionsSupportedGroupNames},
	tlsHandshakeExtensionsPskIdentitiesLength - tlsLayer:                {Name: "tls.handshake.extensions.psk.identities.length", Label: "Identities Length", Type: Uint, Bits: 16},
	tlsHandshakeExtensionsPskIdentityIdentityLength - tlsLayer:          {Name: "tls.handshake.extensions.psk.identity.identity_length", Label: "Identity Length", Type: Uint, Bits: 16},
	tlsHandshakeExtensionsPskIdentityIdentity - tlsLayer:                {Name: "tls.handshake.extensions.psk.identity.identity", Label: "Identity", Type: Bytes},
	tlsHandshakeExtensionsPskIdentityObfuscatedTicketAge - tlsLayer:     {Name: "tls.handshake.extensions.psk.identity.obfuscated_ticket_age", Label: "Obfuscated Ticket Age", Type: Uint, Bits: 32},
	tlsHandshakeExtensionsPskBindersLen - tlsLayer:                      {Name: "tls.handshake.extensions.psk.binders_len", Label: "PSK Binders length", Type: Uint, Bits: 16},
	tlsHandshakeExtensionsPskBinders - tlsLayer:                         {Name: "tls.handshake.extensions.psk.binders", Label: "PSK Binders", Type: None},
	tlsHandshakeExtensionsPskIdentitySelected - tlsLayer:                {Name: "tls.handshake.extensions.psk.identity.selected", Label: "Selected Identity", Type: Uint, Bits: 16},
	tlsHandshakeExtensionsSupportedVersionsLen - tlsLayer:               {Name: "tls.handshake.extensions.supported_versions_len", Label: "Supported Versions length", Type: Uint, Bits: 8},
	tlsHandshakeExtensionsSupportedVersion - tlsLayer:                   {Name: "tls.handshake.extensions.supported_version", Label: "Supported Version", Type: Uint, Bits: 16, Hex: true, Names: tlsRecordVersionNames},
	tlsHandshakeExtensionsCookieLen - tlsLayer:                          {Name: "tls.handshake.extensions.cookie_len", Label: "Cookie length", Type: Uint, Bits: 16},
	tlsHandshakeExtensionsCookie - tlsLayer:                             {Name: "tls.handshake.extensions.cookie", Label: "Cookie", Type: Bytes},
	tlsHandshakeExtensionsServerNameListLen - tlsLayer:                  {Name: "tls.handshake.extensions_server_name_list_len", Label: "Server Name list length", Type: Uint, Bits: 16},
	tlsHandshakeExtensionsServerNameLen - tlsLayer:                      {Name: "tls.handshake.extensions_server_name_len", Label: "Server Name length", Type: Uint, Bits: 16},
	tlsHandshakeExtensionsServerNameType - tlsLayer:                     {Name: "tls.handshake.extensions_server_name_type", Label: "Server Name Type", Type: Uint, Bits: 8, Names: tlsHandshakeExtensionsServerNameTypeNames},
	tlsHandshakeExtensionsServerName - tlsLayer:                         {Name: "tls.handshake.extensions_server_name", Label: "Server Name", Type: String},
	tlsHandshakeMaxFragmentLength - tlsLayer:                            {Name: "tls.handshake.max_fragment_length", Label: "Maximum Fragment Length", Type: Uint, Bits: 8, Names: tlsHandshakeMaxFragmentLengthNames},
	tlsHandshakeExtensionsPaddingData - tlsLayer:                        {Name: "tls.handshake.extensions_padding_data", Label: "Padding Data", Type: Bytes},
	tlsHandshakeCertTypeType - tlsLayer:                                 {Name: "tls.handshake.cert_type.type", Label: "Certificate Type", Type: Uint, Bits: 8, Hex: true, Names: tlsHandshakeCertTypeTypeNames},
	tlsHandshakeCertTypeTypes - tlsLayer:                                {Name: "tls.handshake.cert_type.types", Label: "Certificate Type List", Type: None},
	tlsHandshakeCertTypeTypesLen - tlsLayer:                             {Name: "tls.handshake.cert_type.types_len", Label: "Certificate Type List Length", Type: Uint, Bits: 8},
	tlsHandshakeExtensionsStatusRequestType - tlsLayer:                  {Name: "tls.handshake.extensions_status_request_type", Label: "Certificate Status Type", Type: Uint, Bits: 8, Names: tlsHandshakeExtensionsStatusRequestTypeNames},
	tlsHandshakeExtensionsStatusRequestLen - tlsLayer:                   {Name: "tls.handshake.extensions_status_request_len", Label: "Certificate Status Length", Type: Uint, Bits: 16},
	tlsHandshakeExtensionsStatusRequestResponderIDsLen - tlsLayer:       {Name: "tls.handshake.extensions_status_request_responder_ids_len", Label: "Responder ID list Length", Type: Uint, Bits: 16},
	tlsHandshakeExtensionsStatusRequestExtsLen - tlsLayer:               {Name: "tls.handshake.extensions_status_request_exts_len", Label: "Request Extensions Length", Type: Uint, Bits: 16},
	tlsHandshakeExtensionsStatusRequestListLen - tlsLayer:               {Name: "tls.handshake.extensions_status_request_list_len", Label: "Certificate Status List Length", Type: Uint, Bits: 16},
	tlsHandshakeOcspResponseListLen - tlsLayer:                          {Name: "tls.handshake.ocsp_response_list_len", Label: "OCSP Response List Length", Type: Uint, Bits: 24},
	tlsHandshakeOcspResponseLen - tlsLayer:                              {Name: "tls.handshake.ocsp_response_len", Label: "OCSP Response Length", Type: Uint, Bits: 24},
	tlsHandshakeSigHashAlgLen - tlsLayer:                                {Name: "tls.handshake.sig_hash_alg_len", Label: "Signature Hash Algorithms Length", Type: Uint, Bits: 16},
	tlsHandshakeSigHashAlgs - tlsLayer:                                  {Name: "tls.handshake.sig_hash_algs", Label: "Signature Algorithms", Type: None},
	tlsHandshakeSigHashAlg - tlsLayer:                                   {Name: "tls.handshake.sig_hash_alg", Label: "Signature Algorithm", Type: Uint, Bits: 16, Hex: true, Names: tlsHandshakeSigHashAlgNames},
	tlsHandshakeSigHashHash - tlsLayer:                                  {Name: "tls.handshake.sig_hash_hash", Label: "Signature Hash Algorithm Hash", Type: Uint, Bits: 8, Names: tlsHandshakeSigHashHashNames},
	tlsHandshakeSigHashSig - tlsLayer:                                   {Name: "tls.handshake.sig_hash_sig", Label: "Signature Hash Algorithm Signature", Type: Uint, Bits: 8, Names: tlsHandshakeSigHashSigNames},
	tlsHandshakeEpmsLen - tlsLayer:                                      {Name: "tls.handshake.epms_len", Label: "Encrypted PreMaster length", Type: Uint, Bits: 16},
	tlsHandshakeEpms - tlsLayer:                                         {Name: "tls.handshake.epms", Label: "Encrypted PreMaster", Type: Bytes},
	tlsHandshakeModulusLen - tlsLayer:                                   {Name: "tls.handshake.modulus_len", Label: "Modulus Length", Type: Uint, Bits: 16},
	tlsHandshakeExponentLen - tlsLayer:                                  {Name: "tls.handshake.exponent_len", Label: "Exponent Length", Type: Uint, Bits: 16},
	tlsHandshakeSigLen - tlsLayer:                                       {Name: "tls.handshake.sig_len", Label: "Signature Length", Type: Uint, Bits: 16},
	tlsHandshakePLen - tlsLayer:                                         {Name: "tls.handshake.p_len", Label: "p Length", Type: Uint, Bits: 16},
	tlsHandshakeGLen - tlsLayer:                                         {Name: "tls.handshake.g_len", Label: "g Length", Type: Uint, Bits: 16},
	tlsHandshakeYsLen - tlsLayer:                                        {Name: "tls.handshake.ys_len", Label: "Pubkey Length", Type: Uint, Bits: 16},
	tlsHandshakeYcLen - tlsLayer:                                        {Name: "tls.handshake.yc_len", Label: "Pubkey Length", Type: Uint, Bits: 16},
	tlsHandshakeClientPointLen - tlsLayer:                               {Name: "tls.handshake.client_point_len", Label: "Pubkey Length", Type: Uint, Bits: 8},
	tlsHandshakeServerPointLen - tlsLayer:                               {Name: "tls.handshake.server_point_len", Label: "Pubkey Length", Type: Uint, Bits: 8},
	tlsHandshakeP - tlsLayer:                                            {Name: "tls.handshake.p", Label: "p", Type: Bytes},
	tlsHandshakeG - tlsLayer:                                            {Name: "tls.handshake.g", Label: "g", Type: Bytes},
	tlsHandshakeServerCurveType - tlsLayer:                              {Name: "tls.handshake.server_curve_type", Label: "Curve Type", Type: Uint, Bits: 8, Hex: true, Names: tlsHandshakeServerCurveTypeNames},
	tlsHandshakeServerNamedCurve - tlsLayer:                             {Name: "tls.handshake.server_named_curve", Label: "Named Curve", Type: Uint, Bits: 16, Hex: true, Names: tlsHandshakeExtensionsSupportedGroupNames},
	tlsHandshakeYs - tlsLayer:                                           {Name: "tls.handshake.ys", Label: "Pubkey", Type: Bytes},
	tlsHandshakeYc - tlsLayer:                                           {Name: "tls.handshake.yc", Label: "Pubkey", Type: Bytes},
	tlsHandshakeServerPoint - tlsLayer:                                  {Name: "tls.handshake.server_point", Label: "Pubkey", Type: Bytes},
	tlsHandshakeClientPoint - tlsLayer:                                  {Name: "tls.handshake.client_point", Label: "Pubkey", Type: Bytes},
	tlsHandshakeXsLen - tlsLayer:                                        {Name: "tls.handshake.xs_len", Label: "Pubkey Length", Type: Uint, Bits: 8},
	tlsHandshakeXcLen - tlsLayer:                                        {Name: "tls.handshake.xc_len", Label: "Pubkey Length", Type: Uint, Bits: 8},
	tlsHandshakeXs - tlsLayer:                                           {Name: "tls.handshake.xs", Label: "Pubkey", Type: Bytes},
	tlsHandshakeXc - tlsLayer:                                           {Name: "tls.handshake.xc", Label: "Pubkey", Type: Bytes},
	tlsHandshakeVsLen - tlsLayer:                                        {Name: "tls.handshake.vs_len", Label: "Ephemeral Pubkey Length", Type: Uint, Bits: 8},
	tlsHandshakeVcLen - tlsLayer:                                        {Name: "tls.handshake.vc_len", Label: "Ephemeral Pubkey Length", Type: Uint, Bits: 8},
	tlsHandshakeVs - tlsLayer:                                           {Name: "tls.handshake.vs", Label: "Ephemeral Pubkey", Type: Bytes},
	tlsHandshakeVc - tlsLayer:                                           {Name: "tls.handshake.vc", Label: "Ephemeral Pubkey", Type: Bytes},
	tlsHandshakeRsLen - tlsLayer:                                        {Name: "tls.handshake.rs_len", Label: "Schnorr signature Length", Type: Uint, Bits: 8},
	tlsHandshakeRcLen - tlsLayer:                                        {Name: "tls.handshake.rc_len", Label: "Schnorr signature Length", Type: Uint, Bits: 8},
	tlsHandshakeRs - tlsLayer:                                           {Name: "tls.handshake.rs", Label: "Schnorr signature", Type: Bytes},
	tlsHandshakeRc - tlsLayer:                                           {Name: "tls.handshake.rc", Label: "Schnorr signature", Type: Bytes},
	tlsHandshakeModulus - tlsLayer:                                      {Name: "tls.handshake.modulus", Label: "Modulus", Type: Bytes},
	tlsHandshakeExponent - tlsLayer:                                     {Name: "tls.handshake.exponent", Label: "Exponent", Type: Bytes},
	tlsHandshakeSig - tlsLayer:                                          {Name: "tls.handshake.sig", Label: "Signature", Type: Bytes},
	tlsHandshakeHintLen - tlsLayer:                                      {Name: "tls.handshake.hint_len", Label: "Hint Length", Type: Uint, Bits: 16},
	tlsHandshakeHint - tlsLayer:                                         {Name: "tls.handshake.hint", Label: "Hint", Type: Bytes},
	tlsHandshakeIdentityLen - tlsLayer:                                  {Name: "tls.handshake.identity_len", Label: "Identity Length", Type: Uint, Bits: 16},
	tlsHandshakeIdentity - tlsLayer:                                     {Name: "tls.handshake.identity", Label: "Identity", Type: Bytes},
	tlsHandshakeExtensionHeartbeatMode - tlsLayer:                       {Name: "tls.handshake.extension.heartbeat.mode", Label: "Mode", Type: Uint, Bits: 8, Names: tlsHandshakeExtensionHeartbeatModeNames},
	tlsHandshakeCertificatesLength - tlsLayer:                           {Name: "tls.handshake.certificates_length", Label: "Certificates Length", Type: Uint, Bits: 24},
	tlsHandshakeCertificates - tlsLayer:                                 {Name: "tls.handshake.certificates", Label: "Certificates", Type: None},
	tlsHandshakeCertificate - tlsLayer:                                  {Name: "tls.handshake.certificate", Label: "Certificate", Type: Bytes},
	tlsHandshakeCertificateLength - tlsLayer:                            {Name: "tls.handshake.certificate_length", Label: "Certificate Length", Type: Uint, Bits: 24},
	tlsHandshakeCertTypesCount - tlsLayer:                               {Name: "tls.handshake.cert_types_count", Label: "Certificate types count", Type: Uint, Bits: 8},
	tlsHandshakeCertTypes - tlsLayer:                                    {Name: "tls.handshake.cert_types", Label: "Certificate types", Type: None},
	tlsHandshakeDnamesLen - tlsLayer:                                    {Name: "tls.handshake.dnames_len", Label: "Distinguished Names Length", Type: Uint, Bits: 16},
	tlsHandshakeDnames - tlsLayer:                                       {Name: "tls.handshake.dnames", Label: "Distinguished Names", Type: None},
	tlsHandshakeDnameLen - tlsLayer:                                     {Name: "tls.handshake.dname_len", Label: "Distinguished Name Length", Type: Uint, Bits: 16},
	tlsHandshakeDname - tlsLayer:                                        {Name: "tls.handshake.dname", Label: "Distinguished Name", Type: None},
	tlsHandshakeRandom - tlsLayer:                                       {Name: "tls.handshake.random", Label: "Random", Type: Bytes},
	tlsHandshakeRandomTime - tlsLayer:                                   {Name: "tls.handshake.random_time", Label: "GMT Unix Time", Type: Time},
	tlsHandshakeRandomBytes - tlsLayer:                                  {Name: "tls.handshake.random_bytes", Label: "Random Bytes", Type: Bytes},
	tlsHandshakeSessionID - tlsLayer:                                    {Name: "tls.handshake.session_id", Label: "Session ID", Type: Bytes},
	tlsHandshakeVersion - tlsLayer:                                      {Name: "tls.handshake.version", Label: "Version", Type: Uint, Bits: 16, Hex: true, Names: tlsRecordVersionNames},
	tlsHandshakeCipherSuitesLength - tlsLayer:                           {Name: "tls.handshake.cipher_suites_length", Label: "Cipher Suites Length", Type: Uint, Bits: 16},
	tlsHandshakeCiphersuites - tlsLayer:                                 {Name: "tls.handshake.ciphersuites", Label: "Cipher Suites", Type: None},
	tlsHandshakeCiphersuite - tlsLayer:                                  {Name: "tls.handshake.ciphersuite", Label: "Cipher Suite", Type: Uint, Bits: 16, Hex: true, Names: tlsHandshakeCiphersuiteNames},
	tlsHandshakeCompMethodsLength - tlsLayer:                            {Name: "tls.handshake.comp_methods_length", Label: "Compression Methods Length", Type: Uint, Bits: 8},
	tlsHandshakeCompMethods - tlsLayer:                                  {Name: "tls.handshake.comp_methods", Label: "Compression Methods", Type: None},
	tlsHandshakeCompMethod - tlsLayer:                                   {Name: "tls.handshake.comp_method", Label: "Compression Method", Type: Uint, Bits: 8, Names: tlsHandshakeCompMethodNames},
	tlsHandshakeSessionTicketLifetimeHint - tlsLayer:                    {Name: "tls.handshake.session_ticket_lifetime_hint", Label: "Session Ticket Lifetime Hint", Type: Uint, Bits: 32},
	tlsHandshakeSessionTicketAgeAdd - tlsLayer:                          {Name: "tls.handshake.session_ticket_age_add", Label: "Session Ticket Age Add", Type: Uint, Bits: 32},
	tlsHandshakeSessionTicketNonceLength - tlsLayer:                     {Name: "tls.handshake.session_ticket_nonce_length", Label: "Session Ticket Nonce Length", Type: Uint, Bits: 8},
	tlsHandshakeSessionTicketNonce - tlsLayer:                           {Name: "tls.handshake.session_ticket_nonce", Label: "Session Ticket Nonce", Type: Bytes},
	tlsHandshakeSessionTicketLength - tlsLayer:                          {Name: "tls.handshake.session_ticket_length", Label: "Session Ticket Length", Type: Uint, Bits: 16},
	tlsHandshakeSessionTicket - tlsLayer:                                {Name: "tls.handshake.session_ticket", Label: "Session Ticket", Type: Bytes},
	tlsHandshakeVerifyData - tlsLayer:                                   {Name: "tls.handshake.verify_data", Label: "Verify Data", Type: None},
	tlsHandshakeClientCertVrfySigLen - tlsLayer:                         {Name: "tls.handshake.client_cert_vrfy.sig_len", Label: "Signature length", Type: Uint, Bits: 16},
	tlsHandshakeClientCertVrfySig - tlsLayer:                            {Name: "tls.handshake.client_cert_vrfy.sig", Label: "Signature", Type: Bytes},
	tlsHandshakeJa3Full - tlsLayer:                                      {Name: "tls.handshake.ja3_full", Label: "JA3 Fullstring", Type: String},
	tlsHandshakeJa3 - tlsLayer:                                          {Name: "tls.handshake.ja3", Label: "JA3", Type: String},
	tlsHandshakeJa3sFull - tlsLayer:                                     {Name: "tls.handshake.ja3s_full", Label: "JA3S Fullstring", Type: String},
	tlsHandshakeJa3s - tlsLayer:                                         {Name: "tls.handshake.ja3s", Label: "JA3S", Type: String},
	tlsExtensionPskKeModesLength - tlsLayer:                             {Name: "tls.extension.psk_ke_modes_length", Label: "PSK Key Exchange Modes Length", Type: Uint, Bits: 8},
	tlsExtensionPskKeMode - tlsLayer:                                    {Name: "tls.extension.psk_ke_mode", Label: "PSK Key Exchange Mode", Type: Uint, Bits: 8, Names: tlsExtensionPskKeModeNames},
	tlsHandshakeCertificateRequestContextLength - tlsLayer:              {Name: "tls.handshake.certificate_request_context_length", Label: "Certificate Request Context Length", Type: Uint, Bits: 8},
	tlsHandshakeCertificateRequestContext - tlsLayer:                    {Name: "tls.handshake.certificate_request_context", Label: "Certificate Request Context", Type: Bytes},
	tlsHandshakeKeyUpdateRequestUpdate - tlsLayer:                       {Name: "tls.handshake.key_update.request_update", Label: "Key Update Request", Type: Uint, Bits: 8, Names: tlsHandshakeKeyUpdateRequestUpdateNames},
	tlsSctSctsLength - tlsLayer:                                         {Name: "tls.sct.scts_length", Label: "Serialized SCT List Length", Type: Uint, Bits: 16},
	tlsSctSctLength - tlsLayer:                                          {Name: "tls.sct.sct_length", Label: "Serialized SCT Length", Type: Uint, Bits: 16},
	tlsSctSctVersion - tlsLayer:                                         {Name: "tls.sct.sct_version", Label: "SCT Version", Type: Uint, Bits: 8},
	tlsSctSctLogid - tlsLayer:                                           {Name: "tls.sct.sct_logid", Label: "Log ID", Type: Bytes},
	tlsSctSctTimestamp - tlsLayer:                                       {Name: "tls.sct.sct_timestamp", Label: "Timestamp", Type: Time},
	tlsSctSctExtensionsLength - tlsLayer:                                {Name: "tls.sct.sct_extensions_length", Label: "Extensions length", Type: Uint, Bits: 16},
	tlsSctSctExtensions - tlsLayer:                                      {Name: "tls.sct.sct_extensions", Label: "Extensions", Type: None},
	tlsSctSctSignatureLength - tlsLayer:                                 {Name: "tls.sct.sct_signature_length", Label: "Signature Length", Type: Uint, Bits: 16},
	tlsSctSctSignature - tlsLayer:                                       {Name: "tls.sct.sct_signature", Label: "Signature", Type: Bytes},
	tlsEarlyDataMaxEarlyDataSize - tlsLayer:                             {Name: "tls.early_data.max_early_data_size", Label: "Maximum Early Data Size", Type: Uint, Bits: 32},
	tlsExtensionOidFiltersOidLength - tlsLayer:                          {Name: "tls.extension.oid_filters.oid_length", Label: "Certificate Extension OID Length", Type: Uint, Bits: 8},
	tlsExtensionOidFiltersOid - tlsLayer:                                {Name: "tls.extension.oid_filters.oid", Label: "Certificate Extension OID", Type: OID},
	tlsExtensionOidFiltersValuesLength - tlsLayer:                       {Name: "tls.extension.oid_filters.values_length", Label: "Certificate Extension Values Length", Type: Uint, Bits: 16},
	tlsHandshakeCredValidTime - tlsLayer:                                {Name: "tls.handshake.cred.valid_time", Label: "Valid Time", Type: Uint, Bits: 16},
	tlsHandshakeCredPubkey - tlsLayer:                                   {Name: "tls.handshake.cred.pubkey", Label: "Subject Public Key Info", Type: Bytes},
	tlsHandshakeCredPubkeyLen - tlsLayer:                                {Name: "tls.handshake.cred.pubkey_len", Label: "Subject Public Key Info Length", Type: Uint, Bits: 24},
	tlsHandshakeCredSignature - tlsLayer:                                {Name: "tls.handshake.cred.signature", Label: "Signature", Type: Bytes},
	tlsHandshakeCredSignatureLen - tlsLayer:                             {Name: "tls.handshake.cred.signature_len", Label: "Signature Length", Type: Uint, Bits: 16},
	tlsCompressCertificateAlgorithmsLength - tlsLayer:                   {Name: "tls.compress_certificate.algorithms_length", Label: "Algorithms Length", Type: Uint, Bits: 8},
	tlsCompressCertificateAlgorithm - tlsLayer:                          {Name: "tls.compress_certificate.algorithm", Label: "Algorithm", Type: Uint, Bits: 16, Names: tlsCompressCertificateAlgorithmNames},
	tlsCompressCertificateUncompressedLength - tlsLayer:                 {Name: "tls.compress_certificate.uncompressed_length", Label: "Uncompressed Length", Type: Uint, Bits: 24},
	tlsCompressCertificateCompressedCertificateMessageLength - tlsLayer: {Name: "tls.compress_certificate.compressed_certificate_message.length", Label: "Length", Type: Uint, Bits: 24},
	tlsCompressCertificateCompressedCertificateMessage - tlsLayer:       {Name: "tls.compress_certificate.compressed_certificate_message", Label: "Compressed Certificate Message", Type: Bytes},
	tlsRecordSizeLimit - tlsLayer:                                       {Name: "tls.record_size_limit", Label: "Record Size Limit", Type: Uint, Bits: 16},
	tlsQuicLen - tlsLayer:                                               {Name: "tls.quic.len", Label: "Parameters Length", Type: Uint, Bits: 16},
	tlsQuicParameterType - tlsLayer:                                     {Name: "tls.quic.parameter.type", Label: "Type", Type: Uint, Bits: 64},
	tlsQuicParameterLength - tlsLayer:                                   {Name: "tls.quic.parameter.length", Label: "Length", Type: Uint, Bits: 64},
	tlsQuicParameterLengtOld - tlsLayer:                                 {Name: "tls.quic.parameter.lengt.old", Label: "Length", Type: Uint, Bits: 16},
	tlsQuicParameterValue - tlsLayer:                                    {Name: "tls.quic.parameter.value", Label: "Value", Type: Bytes},
	tlsQuicParameterOriginalDestinationConnectionID - tlsLayer:          {Name: "tls.quic.parameter.original_destination_connection_id", Label: "original_destination_connection_id", Type: Bytes},
	tlsQuicParameterMaxIdleTimeout - tlsLayer:                           {Name: "tls.quic.parameter.max_idle_timeout", Label: "max_idle_timeout", Type: Uint, Bits: 64},
	tlsQuicParameterStatelessResetToken - tlsLayer:                      {Name: "tls.quic.parameter.stateless_reset_token", Label: "stateless_reset_token", Type: Bytes},
	tlsQuicParameterMaxUDPPayloadSize - tlsLayer:                        {Name: "tls.quic.parameter.max_udp_payload_size", Label: "max_udp_payload_size", Type: Uint, Bits: 64},
	tlsQuicParameterInitialMaxData - tlsLayer:                           {Name: "tls.quic.parameter.initial_max_data", Label: "initial_max_data", Type: Uint, Bits: 64},
	tlsQuicParameterInitialMaxStreamDataBidiLocal - tlsLayer:            {Name: "tls.quic.parameter.initial_max_stream_data_bidi_local", Label: "initial_max_stream_data_bidi_local", Type: Uint, Bits: 64},
	tlsQuicParameterInitialMaxStreamDataBidiRemote - tlsLayer:           {Name: "tls.quic.parameter.initial_max_stream_data_bidi_remote", Label: "initial_max_stream_data_bidi_remote", Type: Uint, Bits: 64},
	tlsQuicParameterInitialMaxStreamDataUni - tlsLayer:                  {Name: "tls.quic.parameter.initial_max_stream_data_uni", Label: "initial_max_stream_data_uni", Type: Uint, Bits: 64},
	tlsQuicParameterInitialMaxStreamsBidi - tlsLayer:                    {Name: "tls.quic.parameter.initial_max_streams_bidi", Label: "initial_max_streams_bidi", Type: Uint, Bits: 64},
	tlsQuicParameterInitialMaxStreamsUni - tlsLayer:                     {Name: "tls.quic.parameter.initial_max_streams_uni", Label: "initial_max_streams_uni", Type: Uint, Bits: 64},
	tlsQuicParameterAckDelayExponent - tlsLayer:                         {Name: "tls.quic.parameter.ack_delay_exponent", Label: "ack_delay_exponent", Type: Uint, Bits: 64},
	tlsQuicParameterMaxAckDelay - tlsLayer:                              {Name: "tls.quic.parameter.max_ack_delay", Label: "max_ack_delay", Type: Uint, Bits: 64},
	tlsQuicParameterPreferredAddressIpv4address - tlsLayer:              {Name: "tls.quic.parameter.preferred_address.ipv4address", Label: "ipv4Address", Type: IPv4},
	tlsQuicParameterPreferredAddressIpv6address - tlsLayer:              {Name: "tls.quic.parameter.preferred_address.ipv6address", Label: "ipv6Address", Type: IPv6},
	tlsQuicParameterPreferredAddressIpv4port - tlsLayer:                 {Name: "tls.quic.parameter.preferred_address.ipv4port", Label: "ipv4Port", Type: Uint, Bits: 16},
	tlsQuicParameterPreferredAddressIpv6port - tlsLayer:                 {Name: "tls.quic.parameter.preferred_address.ipv6port", Label: "ipv6Port", Type: Uint, Bits: 16},
	tlsQuicParameterPreferredAddressConnectionidLength - tlsLayer:       {Name: "tls.quic.parameter.preferred_address.connectionid.length", Label: "Length", Type: Uint, Bits: 8},
	tlsQuicParameterPreferredAddressConnectionid - tlsLayer:             {Name: "tls.quic.parameter.preferred_address.connectionid", Label: "connectionId", Type: Bytes},
	tlsQuicParameterPreferredAddressStatelessresettoken - tlsLayer:      {Name: "tls.quic.parameter.preferred_address.statelessresettoken", Label: "statelessResetToken", Type: Bytes},
	tlsQuicParameterActiveConnectionIDLimit - tlsLayer:                  {Name: "tls.quic.parameter.active_connection_id_limit", Label: "Active Connection ID Limit", Type: Uint, Bits: 64},
	tlsQuicParameterInitialSourceConnectionID - tlsLayer:                {Name: "tls.quic.parameter.initial_source_connection_id", Label: "Initial Source Connection ID", Type: Bytes},
	tlsQuicParameterRetrySourceConnectionID - tlsLayer:                  {Name: "tls.quic.parameter.retry_source_connection_id", Label: "Retry Source Connection ID", Type: Bytes},
	tlsQuicParameterMaxDatagramFrameSize - tlsLayer:                     {Name: "tls.quic.parameter.max_datagram_frame_size", Label: "max_datagram_frame_size", Type: Uint, Bits: 64},
	tlsQuicParameterCibirEncodingLength - tlsLayer:                      {Name: "tls.quic.parameter.cibir_encoding.length", Label: "length", Type: Uint, Bits: 64},
	tlsQuicParameterCibirEncodingOffset - tlsLayer:                      {Name: "tls.quic.parameter.cibir_encoding.offset", Label: "offset", Type: Uint, Bits: 64},
	tlsQuicParameterLossBits - tlsLayer:                                 {Name: "tls.quic.parameter.loss_bits", Label: "loss_bits", Type: Uint, Bits: 64},
	tlsQuicParameterEnableTimeStampV2 - tlsLayer:                        {Name: "tls.quic.parameter.enable_time_stamp_v2", Label: "Enable TimestampV2", Type: Uint, Bits: 64},
	tlsQuicParameterMinAckDelay - tlsLayer:                              {Name: "tls.quic.parameter.min_ack_delay", Label: "min_ack_delay", Type: Uint, Bits: 64},
	tlsQuicParameterViChosenVersion - tlsLayer:                          {Name: "tls.quic.parameter.vi.chosen_version", Label: "Chosen Version", Type: Uint, Bits: 32, Hex: true},
	tlsQuicParameterViOtherVersion - tlsLayer:                           {Name: "tls.quic.parameter.vi.other_version", Label: "Other Version", Type: Uint, Bits: 32, Hex: true},
	tlsConnectionIDLength - tlsLayer:                                    {Name: "tls.connection_id_length", Label: "Connection ID length", Type: Uint, Bits: 8},
	tlsConnectionID - tlsLayer:                                          {Name: "tls.connection_id", Label: "Connection ID", Type: Bytes},
	tlsEsniSuite - tlsLayer:                                             {Name: "tls.esni.suite", Label: "Cipher Suite", Type: Uint, Bits: 16, Hex: true, Names: tlsHandshakeCiphersuiteNames},
	tlsEsniRecordDigestLength - tlsLayer:                                {Name: "tls.esni.record_digest_length", Label: "Record Digest Length", Type: Uint, Bits: 16},
	tlsEsniRecordDigest - tlsLayer:                                      {Name: "tls.esni.record_digest", Label: "Record Digest", Type: Bytes},
	tlsEsniEncryptedSniLength - tlsLayer:                                {Name: "tls.esni.encrypted_sni_length", Label: "Encrypted SNI Length", Type: Uint, Bits: 16},
	tlsEsniEncryptedSni - tlsLayer:                                      {Name: "tls.esni.encrypted_sni", Label: "Encrypted SNI", Type: Bytes},
	tlsEsniNonce - tlsLayer:                                             {Name: "tls.esni.nonce", Label: "Nonce", Type: Bytes},
	tlsHandshakeExtensionsAlpsLen - tlsLayer:                            {Name: "tls.handshake.extensions_alps_len", Label: "ALPS Extension Length", Type: Uint, Bits: 16},
	tlsHandshakeExtensionsAlpsAlpnList - tlsLayer:                       {Name: "tls.handshake.extensions_alps_alpn_list", Label: "Supported ALPN List", Type: None},
	tlsHandshakeExtensionsAlpsAlpnStrLen - tlsLayer:                     {Name: "tls.handshake.extensions_alps_alpn_str_len", Label: "Supported ALPN Length", Type: Uint, Bits: 8},
	tlsHandshakeExtensionsAlpsAlpnStr - tlsLayer:                        {Name: "tls.handshake.extensions_alps_alpn_str", Label: "Supported ALPN", Type: String},
	tlsResumed - tlsLayer:                                               {Name: "tls.resumed", Label: "This session reuses previously negotiated keys (Session resumption)", Type: None},
	tlsHeartbeatMessagePayloadLengthInvalid - tlsLayer:                  {Name: "tls.heartbeat_message.payload_length.invalid", Label: "Invalid heartbeat payload length", Type: None},
}
