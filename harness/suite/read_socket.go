package suite

import (
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/google/jsonschema-go/jsonschema"
	"go.yaml.in/yaml/v4"

	"github.com/netrig/netrig/internal/strict"
)

// The steps about sockets as they are written.
type (
	listenStep struct {
		Listen   `yaml:",inline"`
		stepKeys `yaml:",inline"`
	}
	connectStep struct {
		Connect  `yaml:",inline"`
		stepKeys `yaml:",inline"`
	}
	connectedStep struct {
		Connected `yaml:",inline"`
		Fails     *Fails `yaml:"fails"`
	}
	acceptStep struct {
		Accept   `yaml:",inline"`
		stepKeys `yaml:",inline"`
	}
	sendStep struct {
		Send     `yaml:",inline"`
		stepKeys `yaml:",inline"`
	}
	recvStep struct {
		Recv     `yaml:",inline"`
		stepKeys `yaml:",inline"`
	}
	shutdownStep struct {
		Shutdown `yaml:",inline"`
		Fails    *Fails `yaml:"fails"`
	}
	closeFile struct {
		On    string `yaml:"on,required" doc:"The socket."`
		Fails *Fails `yaml:"fails"`
	}
)

// socketTimeout is for how long a step about a socket waits unless declared.
const socketTimeout = 10 * time.Second

// defaultBacklog is how many connections may wait to be accepted unless declared.
const defaultBacklog = 128

// readSocket reads a step about a socket.
func (s *Step) readSocket(d *strict.Decoder, kind string, n *yaml.Node) (keys stepKeys) {
	switch kind {
	case "listen":
		x := listenStep{Listen: Listen{Network: "tcp", Backlog: defaultBacklog}}
		d.Key(kind, n, &x)
		x.Pos, keys = d.Pos(n), x.stepKeys
		s.Listen = &x.Listen
	case "connect":
		x := connectStep{Connect: Connect{Network: "tcp", Timeout: socketTimeout}}
		d.Key(kind, n, &x)
		x.Pos, keys = d.Pos(n), x.stepKeys
		s.Connect = &x.Connect
	case "connected":
		x := connectedStep{Connected: Connected{Timeout: socketTimeout}}
		d.Key(kind, n, &x)
		x.Pos, keys.Fails = d.Pos(n), x.Fails
		s.Connected = &x.Connected
	case "accept":
		x := acceptStep{Accept: Accept{Timeout: socketTimeout}}
		d.Key(kind, n, &x)
		x.Pos, keys = d.Pos(n), x.stepKeys
		s.Accept = &x.Accept
	case "send":
		x := sendStep{Send: Send{Timeout: socketTimeout}}
		d.Key(kind, n, &x)
		x.Pos, keys = d.Pos(n), x.stepKeys
		s.Send = &x.Send
	case "recv":
		x := recvStep{Recv: Recv{Timeout: socketTimeout}}
		d.Key(kind, n, &x)
		x.Pos, keys = d.Pos(n), x.stepKeys
		s.Recv = &x.Recv
	case "shutdown":
		var x shutdownStep
		d.Key(kind, n, &x)
		x.Pos, keys.Fails = d.Pos(n), x.Fails
		s.Shutdown = &x.Shutdown
	case "close":
		s.Close, keys.Fails = readClose(d, kind, n)
	case "reset":
		s.Reset, keys.Fails = readClose(d, kind, n)
	}
	return keys
}

// readClose reads the name of a socket, or a map with it.
func readClose(d *strict.Decoder, kind string, n *yaml.Node) (*CloseStep, *Fails) {
	c := &CloseStep{Pos: d.Pos(n)}
	if n.Kind == yaml.ScalarNode {
		d.Key(kind, n, &c.On)
		return c, nil
	}
	var f closeFile
	d.Key(kind, n, &f)
	c.On = f.On
	return c, f.Fails
}

// sizeUnits are what a number of octets may end in.
func sizeUnits() map[string]int64 {
	return map[string]int64{"kB": 1e3, "MB": 1e6, "GB": 1e9, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30, "B": 1, "": 1}
}

// UnmarshalYAML reads a number with or without a unit.
func (s *Size) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	digits := strings.TrimRight(n.Value, "kKMGiB")
	unit, ok := sizeUnits()[n.Value[len(digits):]]
	x, err := strconv.ParseUint(strings.TrimSpace(digits), 10, 40)
	if n.Kind != yaml.ScalarNode || strict.Empty(n) || err != nil || !ok || int64(x) > maxOctets {
		d.Wrong(n, "a number of octets such as 1500, 64KiB or 10MB")
		return
	}
	*s = Size(int64(x) * unit)
}

// JSONSchema describes a number with or without a unit.
func (s *Size) JSONSchema(func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return either(&jsonschema.Schema{Type: "integer", Minimum: new(0.0)},
		&jsonschema.Schema{Type: "string", Pattern: `^[0-9]+ *([kMG]?B|[KMG]iB)$`})
}

// JSONSchema describes a name or a map.
func (c *CloseStep) JSONSchema(of func(reflect.Type) *jsonschema.Schema) *jsonschema.Schema {
	return either(&jsonschema.Schema{Type: "string"}, of(reflect.TypeFor[closeFile]()))
}

// UnmarshalYAML reads a map.
func (c *RecvCheck) UnmarshalYAML(d *strict.Decoder, n *yaml.Node) {
	type plain RecvCheck
	refuseEmptyKeys(d, n)
	d.Decode(n, (*plain)(c))
}
