package packet

import "bytes"

// What TLS carries, as tls.app_data_proto names it.
const (
	carriesHTTP  = "Hypertext Transfer Protocol"
	carriesHTTP2 = "HyperText Transfer Protocol 2"
	carriesDNS   = "Domain Name System"
	carriesCoAP  = "Constrained Application Protocol"
)

// tlsPort names what a port of TLS carries, or is empty.
func tlsPort(port uint16) string {
	switch port {
	case 324:
		return "RPKI-Router Protocol"
	case 443:
		return carriesHTTP
	case 465:
		return "Simple Mail Transfer Protocol"
	case 636:
		return "Lightweight Directory Access Protocol"
	case 802:
		return "Modbus/TCP"
	case 853:
		return carriesDNS
	case 993:
		return "Internet Message Access Protocol"
	case 995:
		return "Post Office Protocol"
	case 1300:
		return "Q.931"
	case 2221:
		return "EtherNet/IP (Industrial Protocol)"
	case 2443:
		return "Skinny Client Control Protocol"
	case 3249, 3250, 3251, 3252:
		return "Intel Omni-Path FE Header - Omni-Path Fabric Executive Header"
	case 3389:
		return "TPKT - ISO on TCP - RFC1006"
	case 3496:
		return "DoIP (ISO13400) Protocol"
	case 5061:
		return "Session Initiation Protocol"
	case 5671:
		return "Advanced Message Queuing Protocol"
	case 5684:
		return carriesCoAP
	case 5868:
		return "Diameter Protocol"
	case 8883:
		return "MQ Telemetry Transport Protocol"
	case 11207:
		return "Couchbase Protocol"
	case 19999:
		return "Distributed Network Protocol 3.0"
	case 27017:
		return "Mongo Wire Protocol"
	}
	return ""
}

// tlsProtocol names what the ends agree on by ALPN, or is empty.
func tlsProtocol(name []byte) string {
	switch string(name) {
	case "http/1.1":
		return carriesHTTP
	case "h2":
		return carriesHTTP2
	case "dot":
		return carriesDNS
	case "coap":
		return carriesCoAP
	case "stun.turn":
		return "TURN Channel"
	case "stun.nat-discovery":
		return "Session Traversal Utilities for NAT"
	}
	switch {
	case bytes.HasPrefix(name, []byte("h2-")):
		return carriesHTTP2
	case bytes.HasPrefix(name, []byte("spdy/")):
		return "SPDY"
	}
	return ""
}
