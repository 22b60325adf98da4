package packet

// The fields of DNS.
const (
	dnsLayer FieldID = dhcpLast + iota
	dnsLength
	dnsID
	dnsFlags
	dnsFlagsResponse
	dnsFlagsOpcode
	dnsFlagsAuthoritative
	dnsFlagsTruncated
	dnsFlagsRecdesired
	dnsFlagsRecavail
	dnsFlagsZ
	dnsFlagsAuthenticated
	dnsFlagsCheckdisable
	dnsFlagsRcode
	dnsCountQueries
	dnsCountZones
	dnsCountAnswers
	dnsCountPrerequisites
	dnsCountAuthRr
	dnsCountUpdates
	dnsCountAddRr
	dnsCountLabels
	dnsQryName
	dnsQryNameLen
	dnsQryType
	dnsQryClass
	dnsRespName
	dnsRespType
	dnsRespClass
	dnsRespTTL
	dnsRespLen
	dnsRrUDPPayloadSize
	dnsRespExtRcode
	dnsRespEdns0Version
	dnsRespZ
	dnsRespZDo
	dnsRespZReserved
	dnsResponseIn
	dnsResponseTo
	dnsTime
	dnsA
	dnsNs
	dnsCname
	dnsSoaMname
	dnsSoaRname
	dnsSoaSerialNumber
	dnsSoaRefreshInterval
	dnsSoaRetryInterval
	dnsSoaExpireLimit
	dnsSoaMinimumTTL
	dnsPtrDomainName
	dnsHinfoCPULength
	dnsHinfoCPU
	dnsHinfoOsLength
	dnsHinfoOs
	dnsMxPreference
	dnsMxMailExchange
	dnsTxtLength
	dnsTxt
	dnsSpfLength
	dnsSpf
	dnsRpMailbox
	dnsRpTxtRr
	dnsAfsdbSubtype
	dnsAfsdbHostname
	dnsAaaa
	dnsSrvService
	dnsSrvProto
	dnsSrvName
	dnsSrvPriority
	dnsSrvWeight
	dnsSrvPort
	dnsSrvTarget
	dnsNaptrOrder
	dnsNaptrPreference
	dnsNaptrFlagsLength
	dnsNaptrFlags
	dnsNaptrServiceLength
	dnsNaptrService
	dnsNaptrRegexLength
	dnsNaptrRegex
	dnsNaptrReplacementLength
	dnsNaptrReplacement
	dnsKxPreference
	dnsKxKeyExchange
	dnsCertType
	dnsCertKeyTag
	dnsCertAlgorithm
	dnsCertCertificate
	dnsDname
	dnsOpt
	dnsOptCode
	dnsOptLen
	dnsOptData
	dnsOptDau
	dnsOptDhu
	dnsOptN3u
	dnsOptClientFamily
	dnsOptClientNetmask
	dnsOptClientScope
	dnsOptClientAddr
	dnsOptClientAddr4
	dnsOptClientAddr6
	dnsOptCookieClient
	dnsOptCookieServer
	dnsOptEdnsTCPKeepaliveTimeout
	dnsOptPadding
	dnsOptExtErrorInfoCode
	dnsOptExtErrorExtraText
	dnsDsKeyID
	dnsDsAlgorithm
	dnsDsDigestType
	dnsDsDigest
	dnsSshfpAlgorithm
	dnsSshfpFingerprintType
	dnsSshfpFingerprint
	dnsRrsigTypeCovered
	dnsRrsigAlgorithm
	dnsRrsigLabels
	dnsRrsigOriginalTTL
	dnsRrsigSignatureExpiration
	dnsRrsigSignatureInception
	dnsRrsigKeyTag
	dnsRrsigSignersName
	dnsRrsigSignature
	dnsNsecNextDomainName
	dnsDnskeyFlags
	dnsDnskeyFlagsZoneKey
	dnsDnskeyFlagsKeyRevoked
	dnsDnskeyFlagsSecureEntryPoint
	dnsDnskeyFlagsReserved
	dnsDnskeyProtocol
	dnsDnskeyAlgorithm
	dnsDnskeyKeyID
	dnsDnskeyPublicKey
	dnsNsec3Algo
	dnsNsec3Flags
	dnsNsec3FlagsOptOut
	dnsNsec3Iterations
	dnsNsec3SaltLength
	dnsNsec3SaltValue
	dnsNsec3HashLength
	dnsNsec3HashValue
	dnsTlsaCertificateUsage
	dnsTlsaSelector
	dnsTlsaMatchingType
	dnsTlsaCertificateAssociationData
	dnsSvcbSvcpriority
	dnsSvcbTargetname
	dnsSvcbSvcparam
	dnsSvcbSvcparamKey
	dnsSvcbSvcparamValueLength
	dnsSvcbSvcparamValue
	dnsSvcbSvcparamMandatoryKey
	dnsSvcbSvcparamAlpnLength
	dnsSvcbSvcparamAlpn
	dnsSvcbSvcparamPort
	dnsSvcbSvcparamIpv4hintIP
	dnsSvcbSvcparamIpv6hintIP
	dnsSvcbSvcparamEchconfig
	dnsEui48
	dnsLocVersion
	dnsLocSize
	dnsLocHorizontalPrecision
	dnsLocVerticalPrecision
	dnsLocLatitude
	dnsLocLongitude
	dnsLocAltitude
	dnsCaaFlags
	dnsCaaFlagsIssuerCritical
	dnsCaaTagLength
	dnsCaaTag
	dnsCaaIssue
	dnsCaaIssuewild
	dnsCaaIodef
	dnsCaaUnknown
	dnsCaaValue
	dnsData
	dnsLast
)

var dnsFields = [...]Info{
	0:                                            {Name: "dns", Label: "Domain Name System", Type: Protocol},
	dnsLength - dnsLayer:                         {Name: "dns.length", Label: "Length", Type: Uint, Bits: 16},
	dnsID - dnsLayer:                             {Name: "dns.id", Label: "Transaction ID", Type: Uint, Bits: 16, Hex: true},
	dnsFlags - dnsLayer:                          {Name: "dns.flags", Label: "Flags", Type: Uint, Bits: 16, Hex: true},
	dnsFlagsResponse - dnsLayer:                  {Name: "dns.flags.response", Label: "Response", Type: Bool, Names: map[uint64]string{1: "Message is a response", 0: "Message is a query"}},
	dnsFlagsOpcode - dnsLayer:                    {Name: "dns.flags.opcode", Label: "Opcode", Type: Uint, Bits: 16, Names: dnsOpcodeNames},
	dnsFlagsAuthoritative - dnsLayer:             {Name: "dns.flags.authoritative", Label: "Authoritative", Type: Bool, Names: map[uint64]string{1: "Server is an authority for domain", 0: "Server is not an authority for domain"}},
	dnsFlagsTruncated - dnsLayer:                 {Name: "dns.flags.truncated", Label: "Truncated", Type: Bool, Names: map[uint64]string{1: "Message is truncated", 0: "Message is not truncated"}},
	dnsFlagsRecdesired - dnsLayer:                {Name: "dns.flags.recdesired", Label: "Recursion desired", Type: Bool, Names: map[uint64]string{1: "Do query recursively", 0: "Don't do query recursively"}},
	dnsFlagsRecavail - dnsLayer:                  {Name: "dns.flags.recavail", Label: "Recursion available", Type: Bool, Names: map[uint64]string{1: "Server can do recursive queries", 0: "Server can't do recursive queries"}},
	dnsFlagsZ - dnsLayer:                         {Name: "dns.flags.z", Label: "Z", Type: Bool, Names: map[uint64]string{1: "reserved - incorrect!", 0: "reserved (0)"}},
	dnsFlagsAuthenticated - dnsLayer:             {Name: "dns.flags.authenticated", Label: "Answer authenticated", Type: Bool, Names: map[uint64]string{1: "Answer/authority portion was authenticated by the server", 0: "Answer/authority portion was not authenticated by the server"}},
	dnsFlagsCheckdisable - dnsLayer:              {Name: "dns.flags.checkdisable", Label: "Non-authenticated data", Type: Bool, Names: map[uint64]string{1: "Acceptable", 0: "Unacceptable"}},
	dnsFlagsRcode - dnsLayer:                     {Name: "dns.flags.rcode", Label: "Reply code", Type: Uint, Bits: 16, Names: dnsCodeNames},
	dnsCountQueries - dnsLayer:                   {Name: "dns.count.queries", Label: "Questions", Type: Uint, Bits: 16},
	dnsCountZones - dnsLayer:                     {Name: "dns.count.zones", Label: "Zones", Type: Uint, Bits: 16},
	dnsCountAnswers - dnsLayer:                   {Name: "dns.count.answers", Label: "Answer RRs", Type: Uint, Bits: 16},
	dnsCountPrerequisites - dnsLayer:             {Name: "dns.count.prerequisites", Label: "Prerequisites", Type: Uint, Bits: 16},
	dnsCountAuthRr - dnsLayer:                    {Name: "dns.count.auth_rr", Label: "Authority RRs", Type: Uint, Bits: 16},
	dnsCountUpdates - dnsLayer:                   {Name: "dns.count.updates", Label: "Updates", Type: Uint, Bits: 16},
	dnsCountAddRr - dnsLayer:                     {Name: "dns.count.add_rr", Label: "Additional RRs", Type: Uint, Bits: 16},
	dnsCountLabels - dnsLayer:                    {Name: "dns.count.labels", Label: "Label Count", Type: Uint, Bits: 16},
	dnsQryName - dnsLayer:                        {Name: "dns.qry.name", Label: "Name", Type: String},
	dnsQryNameLen - dnsLayer:                     {Name: "dns.qry.name.len", Label: "Name Length", Type: Uint, Bits: 16},
	dnsQryType - dnsLayer:                        {Name: "dns.qry.type", Label: "Type", Type: Uint, Bits: 16, Names: dnsTypeNames},
	dnsQryClass - dnsLayer:                       {Name: "dns.qry.class", Label: "Class", Type: Uint, Bits: 16, Hex: true, Names: dnsClassNames},
	dnsRespName - dnsLayer:                       {Name: "dns.resp.name", Label: "Name", Type: String},
	dnsRespType - dnsLayer:                       {Name: "dns.resp.type", Label: "Type", Type: Uint, Bits: 16, Names: dnsTypeNames},
	dnsRespClass - dnsLayer:                      {Name: "dns.resp.class", Label: "Class", Type: Uint, Bits: 16, Hex: true, Names: dnsClassNames},
	dnsRespTTL - dnsLayer:                        {Name: "dns.resp.ttl", Label: "Time to live", Type: Uint, Bits: 32},
	dnsRespLen - dnsLayer:                        {Name: "dns.resp.len", Label: "Data length", Type: Uint, Bits: 16},
	dnsRrUDPPayloadSize - dnsLayer:               {Name: "dns.rr.udp_payload_size", Label: "UDP payload size", Type: Uint, Bits: 16},
	dnsRespExtRcode - dnsLayer:                   {Name: "dns.resp.ext_rcode", Label: "Higher bits in extended RCODE", Type: Uint, Bits: 8, Hex: true},
	dnsRespEdns0Version - dnsLayer:               {Name: "dns.resp.edns0_version", Label: "EDNS0 version", Type: Uint, Bits: 8},
	dnsRespZ - dnsLayer:                          {Name: "dns.resp.z", Label: "Z", Type: Uint, Bits: 16, Hex: true},
	dnsRespZDo - dnsLayer:                        {Name: "dns.resp.z.do", Label: "DO bit", Type: Bool, Names: map[uint64]string{1: "Accepts DNSSEC security RRs", 0: "Cannot handle DNSSEC security RRs"}},
	dnsRespZReserved - dnsLayer:                  {Name: "dns.resp.z.reserved", Label: "Reserved", Type: Uint, Bits: 16, Hex: true},
	dnsResponseIn - dnsLayer:                     {Name: "dns.response_in", Label: "Response In", Type: Uint, Bits: 32},
	dnsResponseTo - dnsLayer:                     {Name: "dns.response_to", Label: "Request In", Type: Uint, Bits: 32},
	dnsTime - dnsLayer:                           {Name: "dns.time", Label: "Time", Type: Duration},
	dnsA - dnsLayer:                              {Name: "dns.a", Label: "Address", Type: IPv4},
	dnsNs - dnsLayer:                             {Name: "dns.ns", Label: "Name Server", Type: String},
	dnsCname - dnsLayer:                          {Name: "dns.cname", Label: "CNAME", Type: String},
	dnsSoaMname - dnsLayer:                       {Name: "dns.soa.mname", Label: "Primary name server", Type: String},
	dnsSoaRname - dnsLayer:                       {Name: "dns.soa.rname", Label: "Responsible authority's mailbox", Type: String},
	dnsSoaSerialNumber - dnsLayer:                {Name: "dns.soa.serial_number", Label: "Serial Number", Type: Uint, Bits: 32},
	dnsSoaRefreshInterval - dnsLayer:             {Name: "dns.soa.refresh_interval", Label: "Refresh Interval", Type: Uint, Bits: 32},
	dnsSoaRetryInterval - dnsLayer:               {Name: "dns.soa.retry_interval", Label: "Retry Interval", Type: Uint, Bits: 32},
	dnsSoaExpireLimit - dnsLayer:                 {Name: "dns.soa.expire_limit", Label: "Expire limit", Type: Uint, Bits: 32},
	dnsSoaMinimumTTL - dnsLayer:                  {Name: "dns.soa.minimum_ttl", Label: "Minimum TTL", Type: Uint, Bits: 32},
	dnsPtrDomainName - dnsLayer:                  {Name: "dns.ptr.domain_name", Label: "Domain Name", Type: String},
	dnsHinfoCPULength - dnsLayer:                 {Name: "dns.hinfo.cpu_length", Label: "CPU Length", Type: Uint, Bits: 8},
	dnsHinfoCPU - dnsLayer:                       {Name: "dns.hinfo.cpu", Label: "CPU", Type: String},
	dnsHinfoOsLength - dnsLayer:                  {Name: "dns.hinfo.os_length", Label: "OS Length", Type: Uint, Bits: 8},
	dnsHinfoOs - dnsLayer:                        {Name: "dns.hinfo.os", Label: "OS", Type: String},
	dnsMxPreference - dnsLayer:                   {Name: "dns.mx.preference", Label: "Preference", Type: Uint, Bits: 16},
	dnsMxMailExchange - dnsLayer:                 {Name: "dns.mx.mail_exchange", Label: "Mail Exchange", Type: String},
	dnsTxtLength - dnsLayer:                      {Name: "dns.txt.length", Label: "TXT Length", Type: Uint, Bits: 8},
	dnsTxt - dnsLayer:                            {Name: "dns.txt", Label: "TXT", Type: String},
	dnsSpfLength - dnsLayer:                      {Name: "dns.spf.length", Label: "SPF Length", Type: Uint, Bits: 8},
	dnsSpf - dnsLayer:                            {Name: "dns.spf", Label: "SPF", Type: String},
	dnsRpMailbox - dnsLayer:                      {Name: "dns.rp.mailbox", Label: "Mailbox", Type: String},
	dnsRpTxtRr - dnsLayer:                        {Name: "dns.rp.txt_rr", Label: "TXT RR", Type: String},
	dnsAfsdbSubtype - dnsLayer:                   {Name: "dns.afsdb.subtype", Label: "Subtype", Type: Uint, Bits: 16},
	dnsAfsdbHostname - dnsLayer:                  {Name: "dns.afsdb.hostname", Label: "Hostname", Type: String},
	dnsAaaa - dnsLayer:                           {Name: "dns.aaaa", Label: "AAAA Address", Type: IPv6},
	dnsSrvService - dnsLayer:                     {Name: "dns.srv.service", Label: "Service", Type: String},
	dnsSrvProto - dnsLayer:                       {Name: "dns.srv.proto", Label: "Protocol", Type: String},
	dnsSrvName - dnsLayer:                        {Name: "dns.srv.name", Label: "Name", Type: String},
	dnsSrvPriority - dnsLayer:                    {Name: "dns.srv.priority", Label: "Priority", Type: Uint, Bits: 16},
	dnsSrvWeight - dnsLayer:                      {Name: "dns.srv.weight", Label: "Weight", Type: Uint, Bits: 16},
	dnsSrvPort - dnsLayer:                        {Name: "dns.srv.port", Label: "Port", Type: Uint, Bits: 16},
	dnsSrvTarget - dnsLayer:                      {Name: "dns.srv.target", Label: "Target", Type: String},
	dnsNaptrOrder - dnsLayer:                     {Name: "dns.naptr.order", Label: "Order", Type: Uint, Bits: 16},
	dnsNaptrPreference - dnsLayer:                {Name: "dns.naptr.preference", Label: "Preference", Type: Uint, Bits: 16},
	dnsNaptrFlagsLength - dnsLayer:               {Name: "dns.naptr.flags_length", Label: "Flags Length", Type: Uint, Bits: 8},
	dnsNaptrFlags - dnsLayer:                     {Name: "dns.naptr.flags", Label: "Flags", Type: String},
	dnsNaptrServiceLength - dnsLayer:             {Name: "dns.naptr.service_length", Label: "Service Length", Type: Uint, Bits: 8},
	dnsNaptrService - dnsLayer:                   {Name: "dns.naptr.service", Label: "Service", Type: String},
	dnsNaptrRegexLength - dnsLayer:               {Name: "dns.naptr.regex_length", Label: "Regex Length", Type: Uint, Bits: 8},
	dnsNaptrRegex - dnsLayer:                     {Name: "dns.naptr.regex", Label: "Regex", Type: String},
	dnsNaptrReplacementLength - dnsLayer:         {Name: "dns.naptr.replacement_length", Label: "Replacement Length", Type: Uint, Bits: 8},
	dnsNaptrReplacement - dnsLayer:               {Name: "dns.naptr.replacement", Label: "Replacement", Type: String},
	dnsKxPreference - dnsLayer:                   {Name: "dns.kx.preference", Label: "Preference", Type: Uint, Bits: 16},
	dnsKxKeyExchange - dnsLayer:                  {Name: "dns.kx.key_exchange", Label: "Key Exchange", Type: String},
	dnsCertType - dnsLayer:                       {Name: "dns.cert.type", Label: "Type", Type: Uint, Bits: 16, Names: dnsCertTypeNames},
	dnsCertKeyTag - dnsLayer:                     {Name: "dns.cert.key_tag", Label: "Key Tag", Type: Uint, Bits: 16, Hex: true},
	dnsCertAlgorithm - dnsLayer:                  {Name: "dns.cert.algorithm", Label: "Algorithm", Type: Uint, Bits: 8, Names: dnsAlgorithmNames},
	dnsCertCertificate - dnsLayer:                {Name: "dns.cert.certificate", Label: "Certificate (or CRL)", Type: Bytes},
	dnsDname - dnsLayer:                          {Name: "dns.dname", Label: "Dname", Type: String},
	dnsOpt - dnsLayer:                            {Name: "dns.opt", Label: "Option", Type: None},
	dnsOptCode - dnsLayer:                        {Name: "dns.opt.code", Label: "Option Code", Type: Uint, Bits: 16, Names: dnsOptCodeNames},
	dnsOptLen - dnsLayer:                         {Name: "dns.opt.len", Label: "Option Length", Type: Uint, Bits: 16},
	dnsOptData - dnsLayer:                        {Name: "dns.opt.data", Label: "Option Data", Type: Bytes},
	dnsOptDau - dnsLayer:                         {Name: "dns.opt.dau", Label: "DAU", Type: Uint, Bits: 8, Names: dnsAlgorithmNames},
	dnsOptDhu - dnsLayer:                         {Name: "dns.opt.dhu", Label: "DHU", Type: Uint, Bits: 8, Names: dnsDigestNames},
	dnsOptN3u - dnsLayer:                         {Name: "dns.opt.n3u", Label: "N3U", Type: Uint, Bits: 8, Names: dnsHashNames},
	dnsOptClientFamily - dnsLayer:                {Name: "dns.opt.client.family", Label: "Family", Type: Uint, Bits: 16, Names: dnsOptClientFamilyNames},
	dnsOptClientNetmask - dnsLayer:               {Name: "dns.opt.client.netmask", Label: "Source Netmask", Type: Uint, Bits: 8},
	dnsOptClientScope - dnsLayer:                 {Name: "dns.opt.client.scope", Label: "Scope Netmask", Type: Uint, Bits: 8},
	dnsOptClientAddr - dnsLayer:                  {Name: "dns.opt.client.addr", Label: "Client Subnet", Type: Bytes},
	dnsOptClientAddr4 - dnsLayer:                 {Name: "dns.opt.client.addr4", Label: "Client Subnet", Type: IPv4},
	dnsOptClientAddr6 - dnsLayer:                 {Name: "dns.opt.client.addr6", Label: "Client Subnet", Type: IPv6},
	dnsOptCookieClient - dnsLayer:                {Name: "dns.opt.cookie.client", Label: "Client Cookie", Type: Bytes},
	dnsOptCookieServer - dnsLayer:                {Name: "dns.opt.cookie.server", Label: "Server Cookie", Type: Bytes},
	dnsOptEdnsTCPKeepaliveTimeout - dnsLayer:     {Name: "dns.opt.edns_tcp_keepalive.timeout", Label: "Timeout", Type: Uint, Bits: 16},
	dnsOptPadding - dnsLayer:                     {Name: "dns.opt.padding", Label: "Padding", Type: Bytes},
	dnsOptExtErrorInfoCode - dnsLayer:            {Name: "dns.opt.ext_error.info_code", Label: "Info Code", Type: Uint, Bits: 16},
	dnsOptExtErrorExtraText - dnsLayer:           {Name: "dns.opt.ext_error.extra_text", Label: "Extra Text", Type: String},
	dnsDsKeyID - dnsLayer:                        {Name: "dns.ds.key_id", Label: "Key id", Type: Uint, Bits: 16, Hex: true},
	dnsDsAlgorithm - dnsLayer:                    {Name: "dns.ds.algorithm", Label: "Algorithm", Type: Uint, Bits: 8, Names: dnsAlgorithmNames},
	dnsDsDigestType - dnsLayer:                   {Name: "dns.ds.digest_type", Label: "Digest Type", Type: Uint, Bits: 8, Names: dnsDigestNames},
	dnsDsDigest - dnsLayer:                       {Name: "dns.ds.digest", Label: "Digest", Type: Bytes},
	dnsSshfpAlgorithm - dnsLayer:                 {Name: "dns.sshfp.algorithm", Label: "Algorithm", Type: Uint, Bits: 8, Names: dnsSshfpAlgorithmNames},
	dnsSshfpFingerprintType - dnsLayer:           {Name: "dns.sshfp.fingerprint.type", Label: "Fingerprint type", Type: Uint, Bits: 8, Names: dnsSshfpFingerprintTypeNames},
	dnsSshfpFingerprint - dnsLayer:               {Name: "dns.sshfp.fingerprint", Label: "Fingerprint", Type: Bytes},
	dnsRrsigTypeCovered - dnsLayer:               {Name: "dns.rrsig.type_covered", Label: "Type Covered", Type: Uint, Bits: 16, Names: dnsTypeNames},
	dnsRrsigAlgorithm - dnsLayer:                 {Name: "dns.rrsig.algorithm", Label: "Algorithm", Type: Uint, Bits: 8, Names: dnsAlgorithmNames},
	dnsRrsigLabels - dnsLayer:                    {Name: "dns.rrsig.labels", Label: "Labels", Type: Uint, Bits: 8},
	dnsRrsigOriginalTTL - dnsLayer:               {Name: "dns.rrsig.original_ttl", Label: "Original TTL", Type: Uint, Bits: 32},
	dnsRrsigSignatureExpiration - dnsLayer:       {Name: "dns.rrsig.signature_expiration", Label: "Signature Expiration", Type: Time},
	dnsRrsigSignatureInception - dnsLayer:        {Name: "dns.rrsig.signature_inception", Label: "Signature Inception", Type: Time},
	dnsRrsigKeyTag - dnsLayer:                    {Name: "dns.rrsig.key_tag", Label: "Key Tag", Type: Uint, Bits: 16},
	dnsRrsigSignersName - dnsLayer:               {Name: "dns.rrsig.signers_name", Label: "Signer's name", Type: String},
	dnsRrsigSignature - dnsLayer:                 {Name: "dns.rrsig.signature", Label: "Signature", Type: Bytes},
	dnsNsecNextDomainName - dnsLayer:             {Name: "dns.nsec.next_domain_name", Label: "Next Domain Name", Type: String},
	dnsDnskeyFlags - dnsLayer:                    {Name: "dns.dnskey.flags", Label: "Flags", Type: Uint, Bits: 16, Hex: true},
	dnsDnskeyFlagsZoneKey - dnsLayer:             {Name: "dns.dnskey.flags.zone_key", Label: "Zone Key", Type: Bool, Names: map[uint64]string{1: "This is the zone key for specified zone", 0: "This it not a zone key"}},
	dnsDnskeyFlagsKeyRevoked - dnsLayer:          {Name: "dns.dnskey.flags.key_revoked", Label: "Key Revoked", Type: Bool, Names: yesNames},
	dnsDnskeyFlagsSecureEntryPoint - dnsLayer:    {Name: "dns.dnskey.flags.secure_entry_point", Label: "Key Signing Key", Type: Bool, Names: yesNames},
	dnsDnskeyFlagsReserved - dnsLayer:            {Name: "dns.dnskey.flags.reserved", Label: "Key Signing Key", Type: Uint, Bits: 16, Hex: true},
	dnsDnskeyProtocol - dnsLayer:                 {Name: "dns.dnskey.protocol", Label: "Protocol", Type: Uint, Bits: 8},
	dnsDnskeyAlgorithm - dnsLayer:                {Name: "dns.dnskey.algorithm", Label: "Algorithm", Type: Uint, Bits: 8, Names: dnsAlgorithmNames},
	dnsDnskeyKeyID - dnsLayer:                    {Name: "dns.dnskey.key_id", Label: "Key id", Type: Uint, Bits: 16},
	dnsDnskeyPublicKey - dnsLayer:                {Name: "dns.dnskey.public_key", Label: "Public Key", Type: Bytes},
	dnsNsec3Algo - dnsLayer:                      {Name: "dns.nsec3.algo", Label: "Hash algorithm", Type: Uint, Bits: 8, Names: dnsHashNames},
	dnsNsec3Flags - dnsLayer:                     {Name: "dns.nsec3.flags", Label: "NSEC3 flags", Type: Uint, Bits: 8},
	dnsNsec3FlagsOptOut - dnsLayer:               {Name: "dns.nsec3.flags.opt_out", Label: "NSEC3 Opt-out flag", Type: Bool, Names: map[uint64]string{1: "Additional insecure delegations allowed", 0: "Additional insecure delegations forbidden"}},
	dnsNsec3Iterations - dnsLayer:                {Name: "dns.nsec3.iterations", Label: "NSEC3 iterations", Type: Uint, Bits: 16},
	dnsNsec3SaltLength - dnsLayer:                {Name: "dns.nsec3.salt_length", Label: "Salt length", Type: Uint, Bits: 8},
	dnsNsec3SaltValue - dnsLayer:                 {Name: "dns.nsec3.salt_value", Label: "Salt value", Type: Bytes},
	dnsNsec3HashLength - dnsLayer:                {Name: "dns.nsec3.hash_length", Label: "Hash length", Type: Uint, Bits: 8},
	dnsNsec3HashValue - dnsLayer:                 {Name: "dns.nsec3.hash_value", Label: "Next hashed owner", Type: String},
	dnsTlsaCertificateUsage - dnsLayer:           {Name: "dns.tlsa.certificate_usage", Label: "Certificate Usage", Type: Uint, Bits: 8, Names: dnsTlsaCertificateUsageNames},
	dnsTlsaSelector - dnsLayer:                   {Name: "dns.tlsa.selector", Label: "Selector", Type: Uint, Bits: 8, Names: dnsTlsaSelectorNames},
	dnsTlsaMatchingType - dnsLayer:               {Name: "dns.tlsa.matching_type", Label: "Matching Type", Type: Uint, Bits: 8, Names: dnsTlsaMatchingTypeNames},
	dnsTlsaCertificateAssociationData - dnsLayer: {Name: "dns.tlsa.certificate_association_data", Label: "Certificate Association Data", Type: Bytes},
	dnsSvcbSvcpriority - dnsLayer:                {Name: "dns.svcb.svcpriority", Label: "SvcPriority", Type: Uint, Bits: 16},
	dnsSvcbTargetname - dnsLayer:                 {Name: "dns.svcb.targetname", Label: "TargetName", Type: String},
	dnsSvcbSvcparam - dnsLayer:                   {Name: "dns.svcb.svcparam", Label: "SvcParam", Type: None},
	dnsSvcbSvcparamKey - dnsLayer:                {Name: "dns.svcb.svcparam.key", Label: "SvcParamKey", Type: Uint, Bits: 16, Names: dnsServiceKeyNames},
	dnsSvcbSvcparamValueLength - dnsLayer:        {Name: "dns.svcb.svcparam.value.length", Label: "SvcParamValue length", Type: Uint, Bits: 16},
	dnsSvcbSvcparamValue - dnsLayer:              {Name: "dns.svcb.svcparam.value", Label: "SvcParamValue", Type: Bytes},
	dnsSvcbSvcparamMandatoryKey - dnsLayer:       {Name: "dns.svcb.svcparam.mandatory.key", Label: "Mandatory key", Type: Uint, Bits: 16, Names: dnsServiceKeyNames},
	dnsSvcbSvcparamAlpnLength - dnsLayer:         {Name: "dns.svcb.svcparam.alpn.length", Label: "ALPN length", Type: Uint, Bits: 8},
	dnsSvcbSvcparamAlpn - dnsLayer:               {Name: "dns.svcb.svcparam.alpn", Label: "ALPN", Type: String},
	dnsSvcbSvcparamPort - dnsLayer:               {Name: "dns.svcb.svcparam.port", Label: "Port", Type: Uint, Bits: 16},
	dnsSvcbSvcparamIpv4hintIP - dnsLayer:         {Name: "dns.svcb.svcparam.ipv4hint.ip", Label: "IP", Type: IPv4},
	dnsSvcbSvcparamIpv6hintIP - dnsLayer:         {Name: "dns.svcb.svcparam.ipv6hint.ip", Label: "IP", Type: IPv6},
	dnsSvcbSvcparamEchconfig - dnsLayer:          {Name: "dns.svcb.svcparam.echconfig", Label: "ECHConfig", Type: Bytes},
	dnsEui48 - dnsLayer:                          {Name: "dns.eui48", Label: "EUI48 Address", Type: Ether},
	dnsLocVersion - dnsLayer:                     {Name: "dns.loc.version", Label: "Version", Type: Uint, Bits: 8},
	dnsLocSize - dnsLayer:                        {Name: "dns.loc.size", Label: "Size", Type: Uint, Bits: 8},
	dnsLocHorizontalPrecision - dnsLayer:         {Name: "dns.loc.horizontal_precision", Label: "Horizontal Precision", Type: Uint, Bits: 8},
	dnsLocVerticalPrecision - dnsLayer:           {Name: "dns.loc.vertical_precision", Label: "Vertical Precision", Type: Uint, Bits: 8},
	dnsLocLatitude - dnsLayer:                    {Name: "dns.loc.latitude", Label: "Latitude", Type: Uint, Bits: 32},
	dnsLocLongitude - dnsLayer:                   {Name: "dns.loc.longitude", Label: "Longitude", Type: Uint, Bits: 32},
	dnsLocAltitude - dnsLayer:                    {Name: "dns.loc.altitude", Label: "Altitude", Type: Uint, Bits: 32},
	dnsCaaFlags - dnsLayer:                       {Name: "dns.caa.flags", Label: "CAA Flags", Type: Uint, Bits: 8, Hex: true},
	dnsCaaFlagsIssuerCritical - dnsLayer:         {Name: "dns.caa.flags.issuer_critical", Label: "Issuer Critical", Type: Bool, Names: map[uint64]string{1: "Critical", 0: "Not critical"}},
	dnsCaaTagLength - dnsLayer:                   {Name: "dns.caa.tag_length", Label: "Tag length", Type: Uint, Bits: 8},
	dnsCaaTag - dnsLayer:                         {Name: "dns.caa.tag", Label: "Tag", Type: String},
	dnsCaaIssue - dnsLayer:                       {Name: "dns.caa.issue", Label: "Issue", Type: String},
	dnsCaaIssuewild - dnsLayer:                   {Name: "dns.caa.issuewild", Label: "Issue Wildcard", Type: String},
	dnsCaaIodef - dnsLayer:                       {Name: "dns.caa.iodef", Label: "Report URL", Type: String},
	dnsCaaUnknown - dnsLayer:                     {Name: "dns.caa.unknown", Label: "Unknown tag", Type: String},
	dnsCaaValue - dnsLayer:                       {Name: "dns.caa.value", Label: "Value", Type: String},
	dnsData - dnsLayer:                           {Name: "dns.data", Label: "Data", Type: Bytes},
}
