package observe

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"net"
	"slices"
	"strconv"

	"github.com/netrig/netrig/harness/state"
	"golang.org/x/sys/unix"
)

// bridge is a bridge as it is read: its root port is a number.
type bridge struct {
	index    int
	rootPort uint16
	state.Tree
}

// bridgePort is a port as it is read: its role depends on its bridge.
type bridgePort struct {
	master     int
	number     uint16
	id         uint16         // priority and number
	designated state.BridgeID // the bridge that speaks on the link
	speaker    uint16         // the port of that bridge
	state.TreePort
}

// trees reads the spanning trees of all bridges, ordered by name, their ports
// too.
func (c *conn) trees() ([]state.Tree, error) {
	var bridges []bridge
	var ports []bridgePort
	body := make([]byte, unix.SizeofIfInfomsg)
	body = appendUint32(body, unix.IFLA_EXT_MASK, skipStats)
	reset := func() { bridges, ports = nil, nil }
	err := c.dump(unix.RTM_GETLINK, body, reset, func(b []byte) error {
		br, port, err := parseBridge(b)
		if br != nil {
			bridges = append(bridges, *br)
		}
		if port != nil {
			ports = append(ports, *port)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	trees := make([]state.Tree, len(bridges))
	for i, br := range bridges {
		for _, p := range ports {
			if p.master != br.index {
				continue
			}
			p.Role = role(&br, &p)
			if p.number == br.rootPort {
				br.RootPort = p.Name
			}
			br.Ports = append(br.Ports, p.TreePort)
		}
		slices.SortFunc(br.Ports, func(a, b state.TreePort) int { return cmp.Compare(a.Name, b.Name) })
		trees[i] = br.Tree
	}
	slices.SortFunc(trees, func(a, b state.Tree) int { return cmp.Compare(a.Bridge, b.Bridge) })
	return trees, nil
}

// role is what a port does in the tree (IEEE 802.1D-2004, Section 17.7). The
// kernel keeps who speaks on the link, which tells it.
func role(br *bridge, p *bridgePort) string {
	switch {
	case p.State == "disabled":
		return "disabled"
	case p.number == br.rootPort:
		return "root"
	case p.designated != br.ID:
		return "alternate"
	case p.speaker != p.id:
		return "backup"
	}
	return "designated"
}

// parseBridge reads an ifinfomsg: a bridge, or a port of one, or neither.
func parseBridge(b []byte) (br *bridge, port *bridgePort, err error) {
	if len(b) < unix.SizeofIfInfomsg {
		return nil, nil, errMalformed
	}
	var name, kind, slave string
	var master int
	var data, slaveData []byte
	for k, v := range attributes(b[unix.SizeofIfInfomsg:]) {
		switch k {
		case unix.IFLA_IFNAME:
			name = text(v)
		case unix.IFLA_MASTER:
			master = int(uint32Of(v))
		case unix.IFLA_LINKINFO:
			for k, v := range attributes(v) {
				switch k {
				case unix.IFLA_INFO_KIND:
					kind = text(v)
				case unix.IFLA_INFO_DATA:
					data = v
				case unix.IFLA_INFO_SLAVE_KIND:
					slave = text(v)
				case unix.IFLA_INFO_SLAVE_DATA:
					slaveData = v
				}
			}
		}
	}
	if kind == "bridge" {
		br = parseTree(data)
		br.Bridge, br.index = name, int(int32(binary.NativeEndian.Uint32(b[4:])))
	}
	if slave == "bridge" {
		port = parsePort(slaveData)
		port.Name, port.master = name, master
	}
	return br, port, nil
}

// parseTree reads what a bridge tells about itself (IFLA_BR_*).
func parseTree(data []byte) *bridge {
	br := new(bridge)
	for k, v := range attributes(data) {
		switch k {
		case unix.IFLA_BR_STP_STATE:
			br.On = uint32Of(v) != 0
		case unix.IFLA_BR_BRIDGE_ID:
			br.ID = bridgeID(v)
		case unix.IFLA_BR_ROOT_ID:
			br.Root = bridgeID(v)
		case unix.IFLA_BR_ROOT_PORT:
			br.rootPort = uint16Of(v)
		case unix.IFLA_BR_ROOT_PATH_COST:
			br.RootCost = int(uint32Of(v))
		case unix.IFLA_BR_TOPOLOGY_CHANGE:
			br.TopologyChange = len(v) == 1 && v[0] != 0
		}
	}
	return br
}

// parsePort reads what a port tells about itself (IFLA_BRPORT_*).
func parsePort(data []byte) *bridgePort {
	p := new(bridgePort)
	for k, v := range attributes(data) {
		switch k {
		case unix.IFLA_BRPORT_STATE:
			if len(v) == 1 {
				p.State = portState(v[0])
			}
		case unix.IFLA_BRPORT_PRIORITY:
			p.Priority = int(uint16Of(v))
		case unix.IFLA_BRPORT_COST:
			p.Cost = int(uint32Of(v))
		case unix.IFLA_BRPORT_NO:
			p.number = uint16Of(v)
		case unix.IFLA_BRPORT_ID:
			p.id = uint16Of(v)
		case unix.IFLA_BRPORT_BRIDGE_ID: // the designated one
			p.designated = bridgeID(v)
		case unix.IFLA_BRPORT_DESIGNATED_PORT:
			p.speaker = uint16Of(v)
		}
	}
	return p
}

// bridgeID reads a struct ifla_bridge_id: priority and address.
func bridgeID(v []byte) state.BridgeID {
	if len(v) != 8 {
		return state.BridgeID{}
	}
	return state.BridgeID{Priority: int(binary.BigEndian.Uint16(v)), MAC: net.HardwareAddr(v[2:]).String()}
}

// portState names BR_STATE_* of linux/if_bridge.h as bridge(8) does.
func portState(s uint8) string {
	names := [...]string{"disabled", "listening", "learning", "forwarding", "blocking"}
	if int(s) < len(names) {
		return names[s]
	}
	return strconv.Itoa(int(s))
}

// text is an attribute's text, which ends in a zero octet.
func text(v []byte) string { return string(bytes.TrimRight(v, "\x00")) }

// uint16Of reads an attribute's number; anything else than two octets is 0.
func uint16Of(v []byte) uint16 {
	if len(v) != 2 {
		return 0
	}
	return binary.NativeEndian.Uint16(v)
}
