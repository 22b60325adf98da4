// Package report turns verdicts into what people and machines read: text for
// a terminal or a log, JSON for programs, JUnit XML for continuous
// integration, and a progress line while a run is under way.
//
// It only renders. It computes no verdict, opens no file and knows neither
// clock nor terminal: the caller says how wide the terminal is and whether it
// shows colour. What programs printed and servers answered may hold any
// octet; nothing of it reaches a terminal or an XML file that could command
// the one or break the other.
package report
