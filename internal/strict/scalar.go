package strict

import (
	"encoding"
	"fmt"
	"math"
	"net"
	"net/netip"
	"reflect"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"
)

// scalar decodes a single value into a type that is written as one.
func (d *Decoder) scalar(n *yaml.Node, v reflect.Value) {
	want := wanted(v)
	if n.Kind != yaml.ScalarNode || empty(n) {
		d.Wrong(n, want)
		return
	}
	var fits bool
	switch p := v.Addr().Interface().(type) {
	case *time.Duration:
		x, cure := duration(n.Value)
		if cure != "" {
			d.Errorf(n, cure, "%s must be a duration, not %s", d.What(), Quote(n.Value))
			return
		}
		*p, fits = x, true
	case *netip.Addr, *netip.Prefix, *net.HardwareAddr:
		fits = setAddress(p, n.Value)
	case encoding.TextUnmarshaler:
		if err := p.UnmarshalText([]byte(n.Value)); err != nil {
			d.Errorf(n, "", "%s: %v", d.What(), err)
		}
		return
	default:
		fits = setKind(v, n)
	}
	if !fits {
		cure := ""
		if quoted(n) && v.Kind() != reflect.String {
			cure = "remove the quotes"
		}
		d.Errorf(n, cure, "%s must be %s, not %s", d.What(), want, Describe(n))
	}
}

// setAddress reads an address of some kind, and reports whether text is one.
func setAddress(p any, text string) bool {
	var err error
	switch p := p.(type) {
	case *netip.Addr:
		*p, err = netip.ParseAddr(text)
		return err == nil && p.Zone() == ""
	case *netip.Prefix:
		*p, err = netip.ParsePrefix(text)
	case *net.HardwareAddr:
		*p, err = net.ParseMAC(text)
		return err == nil && len(*p) == 6
	}
	return err == nil
}

// setKind reads text, a switch or a number, and reports whether v can hold it.
func setKind(v reflect.Value, n *yaml.Node) bool {
	// The others have no YAML form.
	//exhaustive:ignore
	switch v.Kind() {
	case reflect.String:
		v.SetString(n.Value)
	case reflect.Bool:
		x, ok := boolean(n)
		if !ok {
			return false
		}
		v.SetBool(x)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		x, ok := integer(n)
		if !ok || v.OverflowInt(x) {
			return false
		}
		v.SetInt(x)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		x, ok := integer(n)
		if !ok || x < 0 || v.OverflowUint(uint64(x)) {
			return false
		}
		v.SetUint(uint64(x))
	case reflect.Float32, reflect.Float64:
		x, err := strconv.ParseFloat(n.Value, 64)
		if err != nil || math.IsNaN(x) || math.IsInf(x, 0) || quoted(n) {
			return false
		}
		v.SetFloat(x)
	default:
		panic(fmt.Sprintf("strict: decode into %s", v.Type()))
	}
	return true
}

// wanted names the type of v for messages.
func wanted(v reflect.Value) string {
	switch v.Interface().(type) {
	case time.Duration:
		return "a duration such as 5ms or 12h"
	case netip.Addr:
		return "an IP address"
	case netip.Prefix:
		return "an address with a prefix length such as 10.0.0.1/24"
	case net.HardwareAddr:
		return "a MAC address such as 02:00:00:00:00:0a"
	}
	// The others are text.
	//exhaustive:ignore
	switch v.Kind() {
	case reflect.Bool:
		return "on or off"
	case reflect.Int, reflect.Int64:
		return "a whole number"
	case reflect.Int8, reflect.Int16, reflect.Int32:
		bits := v.Type().Bits()
		return fmt.Sprintf("a whole number from %d to %d", -1<<(bits-1), 1<<(bits-1)-1)
	case reflect.Uint, reflect.Uint64:
		return "a whole number from 0"
	case reflect.Uint8, reflect.Uint16, reflect.Uint32:
		return fmt.Sprintf("a whole number from 0 to %d", uint64(1)<<v.Type().Bits()-1)
	case reflect.Float32, reflect.Float64:
		return "a number"
	}
	return "text"
}

// quoted reports whether a scalar is text by the way it is written.
func quoted(n *yaml.Node) bool {
	return n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle|yaml.LiteralStyle|yaml.FoldedStyle) != 0
}

// boolean reads the spellings of YAML 1.1 and 1.2.
func boolean(n *yaml.Node) (value, ok bool) {
	if quoted(n) {
		return false, false
	}
	switch n.Value {
	case "true", "on", "yes":
		return true, true
	case "false", "off", "no":
		return false, true
	}
	return false, false
}

// integer reads decimal and 0x numbers. A leading zero is refused: it is
// octal to some and decimal to others.
func integer(n *yaml.Node) (int64, bool) {
	if quoted(n) {
		return 0, false
	}
	s := strings.TrimPrefix(n.Value, "-")
	base := 10
	if hex, ok := strings.CutPrefix(s, "0x"); ok {
		s, base = hex, 16
	} else if len(s) > 1 && s[0] == '0' {
		return 0, false
	}
	if strings.HasPrefix(s, "-") || strings.HasPrefix(s, "+") {
		return 0, false
	}
	if strings.HasPrefix(n.Value, "-") {
		s = "-" + s
	}
	x, err := strconv.ParseInt(s, base, 64)
	return x, err == nil
}

// duration reads Go's notation. Where the text is none it returns a cure.
func duration(s string) (time.Duration, string) {
	if s == "0" {
		return 0, ""
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return 0, fmt.Sprintf("give the unit: %sms, %ss, %sm or %sh", s, s, s, s)
	}
	x, err := time.ParseDuration(s)
	switch {
	case err != nil:
		return 0, "write a number and a unit: ns, us, ms, s, m or h, as in 5ms or 12h"
	case x < 0:
		return 0, "time runs forward"
	}
	return x, ""
}

// plain decodes a node into the Go value that YAML's core schema gives it:
// nil, bool, int64, float64, string, []any or map[string]any.
func (d *Decoder) plain(n *yaml.Node) any {
	// The others are scalars.
	//exhaustive:ignore
	switch n.Kind {
	case yaml.AliasNode:
		return d.plain(n.Alias)
	case yaml.MappingNode:
		m := make(map[string]any, len(n.Content)/2)
		d.Keys(n, func(key string, _, v *yaml.Node) { m[key] = d.plain(v) })
		return m
	case yaml.SequenceNode:
		s := make([]any, len(n.Content))
		for i, c := range n.Content {
			s[i] = d.plain(c)
		}
		return s
	}
	if empty(n) {
		return nil
	}
	if b, ok := boolean(n); ok {
		return b
	}
	if i, ok := integer(n); ok {
		return i
	}
	if f, err := strconv.ParseFloat(n.Value, 64); err == nil && n.ShortTag() == "!!float" {
		return f
	}
	return n.Value
}
