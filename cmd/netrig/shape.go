package main

import (
	"bytes"
	"encoding/json"
	"time"

	"github.com/netrig/netrig/harness/packet"
)

// shown is what frames are shown with.
type shown struct {
	search packet.Search
	style  fieldStyle
	line   []byte // reused
}

// shape makes the line that shows a frame, without its end.
type shape func(s *shown, f *packet.Frame, fields []*packet.Info) ([]byte, error)

// shapes are the formats of read.
var shapes = map[string]shape{"text": asText, "fields": asFields, "json": asJSON}

// asText is a line as tshark's, with the capture point where the file names it.
func asText(s *shown, f *packet.Frame, _ []*packet.Info) ([]byte, error) {
	b := padded(s.line[:0], packet.UintValue(uint64(f.Number)), 5)
	b = padded(append(b, ' '), packet.DurationValue(f.Time.Sub(s.search.Began)), 12)
	if f.Point != "" {
		b = append(append(b, ' '), f.Point...)
	}
	return f.AppendSummary(append(b, ' ')), nil
}

// padded appends a value, blanks before it.
func padded(b []byte, v packet.Value, width int) []byte {
	var room [32]byte
	text := v.Append(room[:0], nil)
	for range width - len(text) {
		b = append(b, ' ')
	}
	return append(b, text...)
}

// asFields is the fields' values, as tshark -T fields prints them.
func asFields(s *shown, f *packet.Frame, fields []*packet.Info) ([]byte, error) {
	b := s.line[:0]
	for i, info := range fields {
		if i > 0 {
			b = append(b, s.style.separator)
		}
		if f.Has(info.ID) {
			b = s.style.quoted(b, func(b []byte) []byte { return s.style.values(b, f, info) })
		}
	}
	return b, nil
}

// quoted appends what fill does, between quotes where they are asked for.
func (s *fieldStyle) quoted(b []byte, fill func([]byte) []byte) []byte {
	if s.quote == 0 {
		return fill(b)
	}
	return append(fill(append(b, s.quote)), s.quote)
}

// values appends the values of a field that the frame has.
func (s *fieldStyle) values(b []byte, f *packet.Frame, info *packet.Info) []byte {
	if s.occurrence == 'l' {
		last := 0
		for i := f.Find(info.ID, 0); i >= 0; i = f.Find(info.ID, i+1) {
			last = i
		}
		return f.At(last).AppendColumn(b, info)
	}
	more := false
	for v := range f.Values(info.ID) {
		if more && s.occurrence == 'f' {
			break
		}
		if more {
			b = append(b, s.aggregator)
		}
		b, more = v.AppendColumn(b, info), true
	}
	return b
}

// asJSON is the frame as an object.
func asJSON(_ *shown, f *packet.Frame, fields []*packet.Info) ([]byte, error) {
	values := map[string][]string{}
	wanted := map[packet.FieldID]bool{}
	for _, info := range fields {
		wanted[info.ID] = true
	}
	for i, field := range f.Fields() {
		if len(fields) == 0 || wanted[field.ID] {
			info := packet.InfoOf(field.ID)
			values[info.Name] = append(values[info.Name], string(f.At(i).AppendColumn(nil, info)))
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(struct {
		Number   int                 `json:"number"`
		Time     time.Time           `json:"time"`
		Point    string              `json:"point,omitempty"`
		Length   int                 `json:"length"`
		Captured int                 `json:"captured"`
		Protocol string              `json:"protocol"`
		Summary  string              `json:"summary"`
		Fields   map[string][]string `json:"fields"`
	}{f.Number, f.Time, f.Point, f.Length, len(f.Data), f.Protocol(), f.Summary(), values})
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}
