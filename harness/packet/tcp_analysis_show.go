package packet

import "time"

// verdictFields are the fields that tell of verdicts, in their order.
var verdictFields = [...]struct {
	verdict verdicts
	id      FieldID
}{
	{reusedPorts, tcpAnalysisReusedPorts},
	{fastRetransmitted, tcpAnalysisFastRetransmission},
	{spuriouslyRetransmitted, tcpAnalysisSpuriousRetransmission},
	{fastRetransmitted | spuriouslyRetransmitted | retransmitted, tcpAnalysisRetransmission},
	{outOfOrder, tcpAnalysisOutOfOrder},
	{lostBefore, tcpAnalysisLostSegment},
	{ackedUnseen, tcpAnalysisAckLostSegment},
	{windowUpdated, tcpAnalysisWindowUpdate},
	{windowFull, tcpAnalysisWindowFull},
	{keptAlive, tcpAnalysisKeepAlive},
	{keptAliveAcked, tcpAnalysisKeepAliveAck},
	{zeroWindowProbe, tcpAnalysisZeroWindowProbe},
	{zeroWindow, tcpAnalysisZeroWindow},
	{zeroWindowProbeAcked, tcpAnalysisZeroWindowProbeAck},
}

// analysis adds what was found out about a segment.
func (l *layer) analysis(a *analysis, p *progress) {
	if !a.any() || l.d.quoted && l.d.o.Backfill {
		return
	}
	l.put(tcpAnalysis, 0, 0, NoneValue())
	if t := p.latest(l.d); t != nil {
		t.analyzed = !l.d.quoted
	}
	now := moment(l.d.f).UnixNano()
	if a.acked.frame != 0 {
		l.computed(tcpAnalysisAcksFrame, 0, 0, uint64(a.acked.frame))
		l.took(tcpAnalysisAckRtt, now-a.acked.at)
	}
	if !l.d.quoted {
		l.took(tcpAnalysisInitialRtt, int64(p.roundTrip))
	}
	if a.inFlight != 0 {
		l.computed(tcpAnalysisBytesInFlight, 0, 0, uint64(a.inFlight))
	}
	if a.pushed != 0 {
		l.computed(tcpAnalysisPushBytesSent, 0, 0, uint64(a.pushed))
	}
	if a.verdicts == 0 {
		return
	}
	l.put(tcpAnalysisFlags, 0, 0, NoneValue())
	for _, v := range verdictFields {
		if a.verdicts&v.verdict != 0 {
			l.expert(v.id)
		}
	}
	if a.resent.frame != 0 && now != a.resent.at {
		l.took(tcpAnalysisRto, now-a.resent.at)
		l.computed(tcpAnalysisRtoFrame, 0, 0, uint64(a.resent.frame))
	}
	if a.verdicts&duplicateAck != 0 {
		l.put(tcpAnalysisDuplicateAck, 0, 0, NoneValue()) // as what holds the next two
		l.computed(tcpAnalysisDuplicateAckNum, 0, 0, uint64(a.dups))
		l.computed(tcpAnalysisDuplicateAckFrame, 0, 0, uint64(a.original))
		l.expertNumber(tcpAnalysisDuplicateAck, "Duplicate ACK (#", uint64(a.dups), ")")
	}
}

// took adds how long something took, if it took any time.
func (l *layer) took(id FieldID, nanoseconds int64) {
	if nanoseconds != 0 {
		l.put(id, 0, 0, DurationValue(time.Duration(nanoseconds)))
	}
}
