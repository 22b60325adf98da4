package dns

import (
	"context"
	"log/slog"
	"time"

	mdns "github.com/miekg/dns"
)

// The events, with their attributes, are listed in README.md.

// logger makes nil discard.
func logger(l *slog.Logger) *slog.Logger {
	if l == nil {
		return slog.New(slog.DiscardHandler)
	}
	return l
}

// sizeOr returns a message size, or the usual one for 0.
func sizeOr(size uint16) uint16 {
	if size == 0 {
		return defaultUDPSize
	}
	return max(size, mdns.MinMsgSize)
}

// malformed notes a message that was refused, or dropped where m is nil.
func malformed(ctx context.Context, l *slog.Logger, r request, m *mdns.Msg) {
	if !l.Enabled(ctx, slog.LevelWarn) {
		return
	}
	rcode := "" // dropped
	if m != nil {
		rcode = rcodeName(m.Rcode)
	}
	l.LogAttrs(ctx, slog.LevelWarn, "refused", slog.String("from", r.from.String()), slog.String("network", r.network),
		slog.Int("octets", len(r.raw)), slog.String("rcode", rcode))
}

// asked notes a question.
func asked(ctx context.Context, l *slog.Logger, r request, q *query) {
	if !l.Enabled(ctx, slog.LevelInfo) {
		return
	}
	l.LogAttrs(ctx, slog.LevelInfo, "query", slog.String("from", r.from.String()), slog.String("network", r.network),
		slog.String("name", q.name), slog.String("type", typeName(q.typ)), slog.Int("id", int(q.msg.Id)),
		slog.Bool("recursion", q.msg.RecursionDesired))
}

// answered notes a response; more has attributes of its own kind.
func answered(ctx context.Context, l *slog.Logger, r request, q *query, m *mdns.Msg, start time.Time, more ...slog.Attr) {
	if !l.Enabled(ctx, slog.LevelInfo) {
		return
	}
	attrs := make([]slog.Attr, 0, 12)
	attrs = append(attrs, slog.String("to", r.from.String()), slog.String("network", r.network),
		slog.String("name", q.name), slog.String("type", typeName(q.typ)), slog.Int("id", int(m.Id)),
		slog.String("rcode", rcodeName(m.Rcode)), slog.Bool("authoritative", m.Authoritative),
		slog.Bool("truncated", m.Truncated), slog.Any("records", texts(m.Answer)))
	if !m.Authoritative && len(m.Answer) == 0 && len(m.Ns) > 0 && m.Ns[0].Header().Rrtype == mdns.TypeNS {
		attrs = append(attrs, slog.String("referral", canonical(m.Ns[0].Header().Name)))
	}
	attrs = append(attrs, more...)
	attrs = append(attrs, slog.Duration("duration", time.Since(start)))
	l.LogAttrs(ctx, slog.LevelInfo, "answer", attrs...)
}
