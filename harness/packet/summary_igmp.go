package packet

import (
	"fmt"
	"strings"
)

// infoIGMP is what a message of IGMP asks or tells.
func (f *Frame) infoIGMP() string {
	group, source := f.text(igmpMaddr), f.list(igmpSaddr)
	kind := f.number(igmpType)
	switch version := f.number(igmpVersion); {
	case kind == igmpQuery && version == 1:
		return "Membership Query"
	case kind == igmpQuery:
		line := "Membership Query, general"
		if group != "0.0.0.0" {
			line = "Membership Query, specific for group " + group
		}
		switch f.number(igmpNumSrc) {
		case 0:
			return line
		case 1:
			return line + ", source {" + source + "}"
		}
		return line + ", sources {" + source + "}"
	case kind == igmpReport1:
		return "Membership Report"
	case kind == igmpReport2:
		return "Membership Report group " + group
	case kind == igmpLeave:
		return "Leave Group " + group
	case kind == igmpReport3:
		return f.infoRecords()
	case kind == igmpTrace:
		return "Traceroute Query"
	case kind == igmpTraceResponse:
		return "Traceroute Response"
	}
	if name, ok := igmpTypeNames[kind]; ok {
		return name
	}
	return fmt.Sprintf("Unknown Type:%#02x", kind)
}

// infoRecords is what a report of version 3 tells of groups.
func (f *Frame) infoRecords() string {
	if f.number(igmpNumGrpRecs) == 0 {
		return "Membership Report - General query"
	}
	var parts []string
	kind, sources := uint64(0), uint64(0)
	for i := range f.fields {
		switch field := &f.fields[i]; field.ID {
		case igmpRecordType:
			kind = field.num
		case igmpNumSrc:
			sources = field.num
		case igmpMaddr:
			parts = append(parts, record(kind, sources, f.At(i).Format(nil)))
		default:
		}
	}
	return "Membership Report / " + strings.Join(parts, " / ")
}

// record tells of one group: without sources, to include none is to leave, and to
// exclude none is to join.
func record(kind, sources uint64, group string) string {
	switch {
	case kind%2 == 1 && kind < 5 && sources == 0:
		return "Leave group " + group
	case kind%2 == 0 && kind < 5 && sources == 0:
		return "Join group " + group + " for any sources"
	case kind%2 == 1 && kind < 5:
		return fmt.Sprintf("Join group %s for %d sources", group, sources)
	}
	return fmt.Sprintf("Group %s, %s, %d sources", group, igmpRecordTypeNames[kind], sources)
}

// list is all values of a field as text.
func (f *Frame) list(id FieldID) string {
	var all []string
	for v := range f.Values(id) {
		all = append(all, v.Format(&catalogue[id]))
	}
	return strings.Join(all, ", ")
}
