package packet

// The fields of Simple Network Management Protocol.
const (
	snmpLayer FieldID = tftpLast + iota
	snmpResponseIn
	snmpResponseTo
	snmpTime
	snmpV3FlagsAuth
	snmpV3FlagsCrypt
	snmpV3FlagsReport
	snmpEngineidConform
	snmpEngineidEnterprise
	snmpEngineidFormat
	snmpEngineidIpv4
	snmpEngineidIpv6
	snmpEngineidMac
	snmpEngineidText
	snmpEngineidTime
	snmpEngineidData
	snmpAgentidTrailer
	snmpNoSuchObject
	snmpNoSuchInstance
	snmpEndOfMibView
	snmpValueInt
	snmpValueOctets
	snmpValueOid
	snmpValueNull
	snmpValueIpv4
	snmpValueIpv6
	snmpValueAddr
	snmpValueU32
	snmpValueG32
	snmpValueUnk
	snmpValueCounter
	snmpValueNsap
	snmpValueTimeticks
	snmpValueOpaque
	snmpName
	snmpVarBindStr
	snmpVersion
	snmpCommunity
	snmpData
	snmpParameters
	snmpDatav2u
	snmpPlaintext
	snmpEncrypted
	snmpMsgAuthoritativeEngineID
	snmpMsgAuthoritativeEngineBoots
	snmpMsgAuthoritativeEngineTime
	snmpMsgUserName
	snmpMsgAuthenticationParameters
	snmpMsgPrivacyParameters
	snmpMsgVersion
	snmpMsgGlobalDataElement
	snmpMsgSecurityParameters
	snmpMsgData
	snmpMsgID
	snmpMsgMaxSize
	snmpMsgFlags
	snmpMsgSecurityModel
	snmpPlaintextElement
	snmpEncryptedPDU
	snmpContextEngineID
	snmpContextName
	snmpGetRequestElement
	snmpGetNextRequestElement
	snmpGetResponseElement
	snmpSetRequestElement
	snmpTrapElement
	snmpGetBulkRequestElement
	snmpInformRequestElement
	snmpSnmpV2TrapElement
	snmpReportElement
	snmpRequestID
	snmpErrorStatus
	snmpErrorIndex
	snmpVariableBindings
	snmpNonRepeaters
	snmpMaxRepetitions
	snmpEnterprise
	snmpAgentAddr
	snmpGenericTrap
	snmpSpecificTrap
	snmpTimeStamp
	snmpVarbindResponse
	snmpLast
)

var snmpFields = [...]Info{
	0:                                           {Name: "snmp", Label: "Simple Network Management Protocol", Type: Protocol},
	snmpResponseIn - snmpLayer:                  {Name: "snmp.response_in", Label: "Response In", Type: Uint, Bits: 32},
	snmpResponseTo - snmpLayer:                  {Name: "snmp.response_to", Label: "Response To", Type: Uint, Bits: 32},
	snmpTime - snmpLayer:                        {Name: "snmp.time", Label: "Time", Type: Duration},
	snmpV3FlagsAuth - snmpLayer:                 {Name: "snmp.v3.flags.auth", Label: "Authenticated", Type: Bool, Names: setNames},
	snmpV3FlagsCrypt - snmpLayer:                {Name: "snmp.v3.flags.crypt", Label: "Encrypted", Type: Bool, Names: setNames},
	snmpV3FlagsReport - snmpLayer:               {Name: "snmp.v3.flags.report", Label: "Reportable", Type: Bool, Names: setNames},
	snmpEngineidConform - snmpLayer:             {Name: "snmp.engineid.conform", Label: "Engine ID Conformance", Type: Bool, Names: map[uint64]string{1: "RFC3411 (SNMPv3)", 0: "RFC1910 (Non-SNMPv3)"}},
	snmpEngineidEnterprise - snmpLayer:          {Name: "snmp.engineid.enterprise", Label: "Engine Enterprise ID", Type: Uint, Bits: 32},
	snmpEngineidFormat - snmpLayer:              {Name: "snmp.engineid.format", Label: "Engine ID Format", Type: Uint, Bits: 8, Names: snmpEngineidFormatNames},
	snmpEngineidIpv4 - snmpLayer:                {Name: "snmp.engineid.ipv4", Label: "Engine ID Data: IPv4 address", Type: IPv4},
	snmpEngineidIpv6 - snmpLayer:                {Name: "snmp.engineid.ipv6", Label: "Engine ID Data: IPv6 address", Type: IPv6},
	snmpEngineidMac - snmpLayer:                 {Name: "snmp.engineid.mac", Label: "Engine ID Data: MAC address", Type: Ether},
	snmpEngineidText - snmpLayer:                {Name: "snmp.engineid.text", Label: "Engine ID Data: Text", Type: String},
	snmpEngineidTime - snmpLayer:                {Name: "snmp.engineid.time", Label: "Engine ID Data: Creation Time", Type: Time},
	snmpEngineidData - snmpLayer:                {Name: "snmp.engineid.data", Label: "Engine ID Data", Type: Bytes},
	snmpAgentidTrailer - snmpLayer:              {Name: "snmp.agentid_trailer", Label: "AgentID Trailer", Type: Bytes},
	snmpNoSuchObject - snmpLayer:                {Name: "snmp.noSuchObject", Label: "noSuchObject", Type: None},
	snmpNoSuchInstance - snmpLayer:              {Name: "snmp.noSuchInstance", Label: "noSuchInstance", Type: None},
	snmpEndOfMibView - snmpLayer:                {Name: "snmp.endOfMibView", Label: "endOfMibView", Type: None},
	snmpValueInt - snmpLayer:                    {Name: "snmp.value.int", Label: "Value (Integer32)", Type: Int, Bits: 64},
	snmpValueOctets - snmpLayer:                 {Name: "snmp.value.octets", Label: "Value (OctetString)", Type: Bytes},
	snmpValueOid - snmpLayer:                    {Name: "snmp.value.oid", Label: "Value (OID)", Type: OID},
	snmpValueNull - snmpLayer:                   {Name: "snmp.value.null", Label: "Value (Null)", Type: None},
	snmpValueIpv4 - snmpLayer:                   {Name: "snmp.value.ipv4", Label: "Value (IpAddress)", Type: IPv4},
	snmpValueIpv6 - snmpLayer:                   {Name: "snmp.value.ipv6", Label: "Value (IpAddress)", Type: IPv6},
	snmpValueAddr - snmpLayer:                   {Name: "snmp.value.addr", Label: "Value (IpAddress)", Type: Bytes},
	snmpValueU32 - snmpLayer:                    {Name: "snmp.value.u32", Label: "Value (Unsigned32)", Type: Int, Bits: 64},
	snmpValueG32 - snmpLayer:                    {Name: "snmp.value.g32", Label: "Value (Gauge32)", Type: Int, Bits: 64},
	snmpValueUnk - snmpLayer:                    {Name: "snmp.value.unk", Label: "Value (Unknown)", Type: Bytes},
	snmpValueCounter - snmpLayer:                {Name: "snmp.value.counter", Label: "Value (Counter32)", Type: Uint, Bits: 64},
	snmpValueNsap - snmpLayer:                   {Name: "snmp.value.nsap", Label: "Value (NSAP)", Type: Uint, Bits: 64},
	snmpValueTimeticks - snmpLayer:              {Name: "snmp.value.timeticks", Label: "Value (Timeticks)", Type: Uint, Bits: 64},
	snmpValueOpaque - snmpLayer:                 {Name: "snmp.value.opaque", Label: "Value (Opaque)", Type: Bytes},
	snmpName - snmpLayer:                        {Name: "snmp.name", Label: "Object Name", Type: OID},
	snmpVarBindStr - snmpLayer:                  {Name: "snmp.var-bind_str", Label: "Variable-binding-string", Type: String},
	snmpVersion - snmpLayer:                     {Name: "snmp.version", Label: "version", Type: Int, Bits: 32},
	snmpCommunity - snmpLayer:                   {Name: "snmp.community", Label: "community", Type: String},
	snmpData - snmpLayer:                        {Name: "snmp.data", Label: "data", Type: Uint, Bits: 32, Names: snmpDataNames},
	snmpParameters - snmpLayer:                  {Name: "snmp.parameters", Label: "parameters", Type: Bytes},
	snmpDatav2u - snmpLayer:                     {Name: "snmp.datav2u", Label: "datav2u", Type: Uint, Bits: 32, Names: snmpDatav2uNames},
	snmpPlaintext - snmpLayer:                   {Name: "snmp.plaintext", Label: "plaintext", Type: Uint, Bits: 32, Names: snmpDataNames},
	snmpEncrypted - snmpLayer:                   {Name: "snmp.encrypted", Label: "encrypted", Type: Bytes},
	snmpMsgAuthoritativeEngineID - snmpLayer:    {Name: "snmp.msgAuthoritativeEngineID", Label: "msgAuthoritativeEngineID", Type: Bytes},
	snmpMsgAuthoritativeEngineBoots - snmpLayer: {Name: "snmp.msgAuthoritativeEngineBoots", Label: "msgAuthoritativeEngineBoots", Type: Uint, Bits: 32},
	snmpMsgAuthoritativeEngineTime - snmpLayer:  {Name: "snmp.msgAuthoritativeEngineTime", Label: "msgAuthoritativeEngineTime", Type: Uint, Bits: 32},
	snmpMsgUserName - snmpLayer:                 {Name: "snmp.msgUserName", Label: "msgUserName", Type: String},
	snmpMsgAuthenticationParameters - snmpLayer: {Name: "snmp.msgAuthenticationParameters", Label: "msgAuthenticationParameters", Type: Bytes},
	snmpMsgPrivacyParameters - snmpLayer:        {Name: "snmp.msgPrivacyParameters", Label: "msgPrivacyParameters", Type: Bytes},
	snmpMsgVersion - snmpLayer:                  {Name: "snmp.msgVersion", Label: "msgVersion", Type: Int, Bits: 32},
	snmpMsgGlobalDataElement - snmpLayer:        {Name: "snmp.msgGlobalData_element", Label: "msgGlobalData", Type: None},
	snmpMsgSecurityParameters - snmpLayer:       {Name: "snmp.msgSecurityParameters", Label: "msgSecurityParameters", Type: Bytes},
	snmpMsgData - snmpLayer:                     {Name: "snmp.msgData", Label: "msgData", Type: Uint, Bits: 32, Names: snmpMsgDataNames},
	snmpMsgID - snmpLayer:                       {Name: "snmp.msgID", Label: "msgID", Type: Uint, Bits: 32},
	snmpMsgMaxSize - snmpLayer:                  {Name: "snmp.msgMaxSize", Label: "msgMaxSize", Type: Uint, Bits: 32},
	snmpMsgFlags - snmpLayer:                    {Name: "snmp.msgFlags", Label: "msgFlags", Type: Bytes},
	snmpMsgSecurityModel - snmpLayer:            {Name: "snmp.msgSecurityModel", Label: "msgSecurityModel", Type: Uint, Bits: 32, Names: snmpMsgSecurityModelNames},
	snmpPlaintextElement - snmpLayer:            {Name: "snmp.plaintext_element", Label: "plaintext", Type: None},
	snmpEncryptedPDU - snmpLayer:                {Name: "snmp.encryptedPDU", Label: "encryptedPDU", Type: Bytes},
	snmpContextEngineID - snmpLayer:             {Name: "snmp.contextEngineID", Label: "contextEngineID", Type: Bytes},
	snmpContextName - snmpLayer:                 {Name: "snmp.contextName", Label: "contextName", Type: String},
	snmpGetRequestElement - snmpLayer:           {Name: "snmp.get_request_element", Label: "get-request", Type: None},
	snmpGetNextRequestElement - snmpLayer:       {Name: "snmp.get_next_request_element", Label: "get-next-request", Type: None},
	snmpGetResponseElement - snmpLayer:          {Name: "snmp.get_response_element", Label: "get-response", Type: None},
	snmpSetRequestElement - snmpLayer:           {Name: "snmp.set_request_element", Label: "set-request", Type: None},
	snmpTrapElement - snmpLayer:                 {Name: "snmp.trap_element", Label: "trap", Type: None},
	snmpGetBulkRequestElement - snmpLayer:       {Name: "snmp.getBulkRequest_element", Label: "getBulkRequest", Type: None},
	snmpInformRequestElement - snmpLayer:        {Name: "snmp.informRequest_element", Label: "informRequest", Type: None},
	snmpSnmpV2TrapElement - snmpLayer:           {Name: "snmp.snmpV2_trap_element", Label: "snmpV2-trap", Type: None},
	snmpReportElement - snmpLayer:               {Name: "snmp.report_element", Label: "report", Type: None},
	snmpRequestID - snmpLayer:                   {Name: "snmp.request_id", Label: "request-id", Type: Int, Bits: 32},
	snmpErrorStatus - snmpLayer:                 {Name: "snmp.error_status", Label: "error-status", Type: Int, Bits: 32},
	snmpErrorIndex - snmpLayer:                  {Name: "snmp.error_index", Label: "error-index", Type: Int, Bits: 32},
	snmpVariableBindings - snmpLayer:            {Name: "snmp.variable_bindings", Label: "variable-bindings", Type: Uint, Bits: 32},
	snmpNonRepeaters - snmpLayer:                {Name: "snmp.non_repeaters", Label: "non-repeaters", Type: Uint, Bits: 32},
	snmpMaxRepetitions - snmpLayer:              {Name: "snmp.max_repetitions", Label: "max-repetitions", Type: Uint, Bits: 32},
	snmpEnterprise - snmpLayer:                  {Name: "snmp.enterprise", Label: "enterprise", Type: OID},
	snmpAgentAddr - snmpLayer:                   {Name: "snmp.agent_addr", Label: "agent-addr", Type: IPv4},
	snmpGenericTrap - snmpLayer:                 {Name: "snmp.generic_trap", Label: "generic-trap", Type: Int, Bits: 32},
	snmpSpecificTrap - snmpLayer:                {Name: "snmp.specific_trap", Label: "specific-trap", Type: Int, Bits: 32},
	snmpTimeStamp - snmpLayer:                   {Name: "snmp.time_stamp", Label: "time-stamp", Type: Uint, Bits: 32},
	snmpVarbindResponse - snmpLayer:             {Name: "snmp.varbind.response", Label: "Response", Type: None},
}
