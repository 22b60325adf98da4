package evidence

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
)

// Handler returns a log handler that records every record as an event. The
// attributes "node" and "source" become the event's own.
func (r *Recording) Handler() slog.Handler { return &handler{recording: r} }

var _ slog.Handler = (*handler)(nil)

type handler struct {
	recording *Recording
	group     string
	attrs     []slog.Attr // with their groups already in the key
}

func (h *handler) Enabled(context.Context, slog.Level) bool { return true }

func (h *handler) Handle(_ context.Context, record slog.Record) error {
	e := Event{Time: record.Time.UTC(), Name: record.Message}
	for _, a := range h.attrs {
		e.set(a)
	}
	record.Attrs(func(a slog.Attr) bool {
		e.set(h.grouped(a))
		return true
	})
	h.recording.AddEvent(e)
	return nil
}

func (h *handler) WithAttrs(attrs []slog.Attr) slog.Handler {
	with := *h
	with.attrs = slices.Clone(h.attrs)
	for _, a := range attrs {
		with.attrs = append(with.attrs, h.grouped(a))
	}
	return &with
}

func (h *handler) WithGroup(name string) slog.Handler {
	if name == "" {
		return h
	}
	with := *h
	with.group += name + "."
	return &with
}

func (h *handler) grouped(a slog.Attr) slog.Attr {
	a.Key = h.group + a.Key
	return a
}

func (e *Event) set(a slog.Attr) {
	v := a.Value.Resolve()
	switch {
	case v.Kind() == slog.KindGroup:
		for _, inner := range v.Group() {
			inner.Key = a.Key + "." + inner.Key
			e.set(inner)
		}
	case a.Key == "node":
		e.Node = v.String()
	case a.Key == "source":
		e.Source = v.String()
	case a.Key != "":
		if e.Attrs == nil {
			e.Attrs = map[string]any{}
		}
		e.Attrs[a.Key] = plain(v)
	}
}

// plain turns a value into one that JSON carries as a reader expects:
// numbers and truths as they are, lists as lists, all else as its text.
func plain(v slog.Value) any {
	switch v.Kind() {
	case slog.KindBool:
		return v.Bool()
	case slog.KindInt64:
		return v.Int64()
	case slog.KindUint64:
		return v.Uint64()
	case slog.KindFloat64:
		return v.Float64()
	case slog.KindAny:
		if list, ok := v.Any().([]string); ok {
			return list
		}
		return fmt.Sprint(v.Any())
	default:
		return v.String()
	}
}
