package packet

// The fields of Internet Group Management Protocol.
const (
	igmpLayer FieldID = lldpLast + iota
	igmpType
	igmpReserved
	igmpVersion
	igmpGroupType
	igmpReply
	igmpReplyPending
	igmpChecksum
	igmpChecksumStatus
	igmpIdentifier
	igmpAccessKey
	igmpMaxResp
	igmpS
	igmpQrv
	igmpQqic
	igmpNumSrc
	igmpSaddr
	igmpNumGrpRecs
	igmpRecordType
	igmpAuxDataLen
	igmpMaddr
	igmpAuxData
	igmpData
	igmpMaxRespExp
	igmpMaxRespMant
	igmpMtraceMaxHops
	igmpMtraceSaddr
	igmpMtraceRaddr
	igmpMtraceRspaddr
	igmpMtraceRespTTL
	igmpMtraceQID
	igmpMtraceQArrival
	igmpMtraceQInaddr
	igmpMtraceQOutaddr
	igmpMtraceQPrevrtr
	igmpMtraceQInpkt
	igmpMtraceQOutpkt
	igmpMtraceQTotal
	igmpMtraceQRtgProto
	igmpMtraceQFwdTTL
	igmpMtraceQMbz
	igmpMtraceQS
	igmpMtraceQSrcMask
	igmpMtraceQFwdCode
	igmpBadChecksum
	igmpLast
)

var igmpFields = [...]Info{
	0:                               {Name: "igmp", Label: "Internet Group Management Protocol", Type: Protocol},
	igmpType - igmpLayer:            {Name: "igmp.type", Label: "Type", Type: Uint, Bits: 8, Hex: true, Names: igmpTypeNames},
	igmpReserved - igmpLayer:        {Name: "igmp.reserved", Label: "Reserved", Type: Bytes},
	igmpVersion - igmpLayer:         {Name: "igmp.version", Label: "IGMP Version", Type: Uint, Bits: 8},
	igmpGroupType - igmpLayer:       {Name: "igmp.group_type", Label: "Type Of Group", Type: Uint, Bits: 8, Names: igmpGroupTypeNames},
	igmpReply - igmpLayer:           {Name: "igmp.reply", Label: "Reply", Type: Uint, Bits: 8, Names: igmpReplyNames},
	igmpReplyPending - igmpLayer:    {Name: "igmp.reply.pending", Label: "Reply Pending", Type: Uint, Bits: 8},
	igmpChecksum - igmpLayer:        {Name: "igmp.checksum", Label: "Checksum", Type: Uint, Bits: 16, Hex: true},
	igmpChecksumStatus - igmpLayer:  {Name: "igmp.checksum.status", Label: "Checksum Status", Type: Uint, Bits: 8, Names: checksumNames},
	igmpIdentifier - igmpLayer:      {Name: "igmp.identifier", Label: "Identifier", Type: Uint, Bits: 32},
	igmpAccessKey - igmpLayer:       {Name: "igmp.access_key", Label: "Access Key", Type: Bytes},
	igmpMaxResp - igmpLayer:         {Name: "igmp.max_resp", Label: "Max Resp Time", Type: Uint, Bits: 8},
	igmpS - igmpLayer:               {Name: "igmp.s", Label: "S", Type: Bool, Names: map[uint64]string{1: "SUPPRESS router side processing", 0: "Do not suppress router side processing"}},
	igmpQrv - igmpLayer:             {Name: "igmp.qrv", Label: "QRV", Type: Uint, Bits: 8},
	igmpQqic - igmpLayer:            {Name: "igmp.qqic", Label: "QQIC", Type: Uint, Bits: 8},
	igmpNumSrc - igmpLayer:          {Name: "igmp.num_src", Label: "Num Src", Type: Uint, Bits: 16},
	igmpSaddr - igmpLayer:           {Name: "igmp.saddr", Label: "Source Address", Type: IPv4},
	igmpNumGrpRecs - igmpLayer:      {Name: "igmp.num_grp_recs", Label: "Num Group Records", Type: Uint, Bits: 16},
	igmpRecordType - igmpLayer:      {Name: "igmp.record_type", Label: "Record Type", Type: Uint, Bits: 8, Names: igmpRecordTypeNames},
	igmpAuxDataLen - igmpLayer:      {Name: "igmp.aux_data_len", Label: "Aux Data Len", Type: Uint, Bits: 8},
	igmpMaddr - igmpLayer:           {Name: "igmp.maddr", Label: "Multicast Address", Type: IPv4},
	igmpAuxData - igmpLayer:         {Name: "igmp.aux_data", Label: "Aux Data", Type: Bytes},
	igmpData - igmpLayer:            {Name: "igmp.data", Label: "Data", Type: Bytes},
	igmpMaxRespExp - igmpLayer:      {Name: "igmp.max_resp.exp", Label: "Exponent", Type: Uint, Bits: 8, Hex: true},
	igmpMaxRespMant - igmpLayer:     {Name: "igmp.max_resp.mant", Label: "Mantissa", Type: Uint, Bits: 8, Hex: true},
	igmpMtraceMaxHops - igmpLayer:   {Name: "igmp.mtrace.max_hops", Label: "# hops", Type: Uint, Bits: 8},
	igmpMtraceSaddr - igmpLayer:     {Name: "igmp.mtrace.saddr", Label: "Source Address", Type: IPv4},
	igmpMtraceRaddr - igmpLayer:     {Name: "igmp.mtrace.raddr", Label: "Receiver Address", Type: IPv4},
	igmpMtraceRspaddr - igmpLayer:   {Name: "igmp.mtrace.rspaddr", Label: "Response Address", Type: IPv4},
	igmpMtraceRespTTL - igmpLayer:   {Name: "igmp.mtrace.resp_ttl", Label: "Response TTL", Type: Uint, Bits: 8},
	igmpMtraceQID - igmpLayer:       {Name: "igmp.mtrace.q_id", Label: "Query ID", Type: Uint, Bits: 24},
	igmpMtraceQArrival - igmpLayer:  {Name: "igmp.mtrace.q_arrival", Label: "Query Arrival", Type: Uint, Bits: 32},
	igmpMtraceQInaddr - igmpLayer:   {Name: "igmp.mtrace.q_inaddr", Label: "In itf addr", Type: IPv4},
	igmpMtraceQOutaddr - igmpLayer:  {Name: "igmp.mtrace.q_outaddr", Label: "Out itf addr", Type: IPv4},
	igmpMtraceQPrevrtr - igmpLayer:  {Name: "igmp.mtrace.q_prevrtr", Label: "Previous rtr addr", Type: IPv4},
	igmpMtraceQInpkt - igmpLayer:    {Name: "igmp.mtrace.q_inpkt", Label: "In pkts", Type: Uint, Bits: 32},
	igmpMtraceQOutpkt - igmpLayer:   {Name: "igmp.mtrace.q_outpkt", Label: "Out pkts", Type: Uint, Bits: 32},
	igmpMtraceQTotal - igmpLayer:    {Name: "igmp.mtrace.q_total", Label: "S,G pkt count", Type: Uint, Bits: 32},
	igmpMtraceQRtgProto - igmpLayer: {Name: "igmp.mtrace.q_rtg_proto", Label: "Rtg Protocol", Type: Uint, Bits: 8, Names: igmpMtraceQRtgProtoNames},
	igmpMtraceQFwdTTL - igmpLayer:   {Name: "igmp.mtrace.q_fwd_ttl", Label: "FwdTTL", Type: Uint, Bits: 8},
	igmpMtraceQMbz - igmpLayer:      {Name: "igmp.mtrace.q_mbz", Label: "MBZ", Type: Uint, Bits: 8, Hex: true},
	igmpMtraceQS - igmpLayer:        {Name: "igmp.mtrace.q_s", Label: "S", Type: Uint, Bits: 8, Hex: true},
	igmpMtraceQSrcMask - igmpLayer:  {Name: "igmp.mtrace.q_src_mask", Label: "Src Mask", Type: Uint, Bits: 8, Hex: true},
	igmpMtraceQFwdCode - igmpLayer:  {Name: "igmp.mtrace.q_fwd_code", Label: "Forwarding Code", Type: Uint, Bits: 8, Hex: true, Names: igmpMtraceQFwdCodeNames},
	igmpBadChecksum - igmpLayer:     {Name: "igmp.bad_checksum", Label: "Bad checksum", Type: None},
}
