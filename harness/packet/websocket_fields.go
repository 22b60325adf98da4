package packet

// The fields of WebSocket.
const (
	websocketLayer FieldID = httpLast + iota
	websocketFin
	websocketRsv
	websocketOpcode
	websocketMask
	websocketPayloadLength
	websocketPayloadLength16
	websocketPayloadLength64
	websocketMaskingKey
	websocketMaskedPayload
	websocketPayload
	websocketPayloadText
	websocketPayloadClose
	websocketPayloadCloseStatusCode
	websocketPayloadCloseReason
	websocketPayloadPing
	websocketPayloadPong
	websocketFragments
	websocketFragment
	websocketFragmentCount
	websocketReassembledLength
	websocketLast
)

var websocketFields = [...]Info{
	0:                                                {Name: "websocket", Label: "WebSocket", Type: Protocol},
	websocketFin - websocketLayer:                    {Name: "websocket.fin", Label: "Fin", Type: Bool},
	websocketRsv - websocketLayer:                    {Name: "websocket.rsv", Label: "Reserved", Type: Uint, Bits: 8, Hex: true},
	websocketOpcode - websocketLayer:                 {Name: "websocket.opcode", Label: "Opcode", Type: Uint, Bits: 8, Names: websocketOpcodeNames},
	websocketMask - websocketLayer:                   {Name: "websocket.mask", Label: "Mask", Type: Bool},
	websocketPayloadLength - websocketLayer:          {Name: "websocket.payload_length", Label: "Payload length", Type: Uint, Bits: 8},
	websocketPayloadLength16 - websocketLayer:        {Name: "websocket.payload_length_ext_16", Label: "Extended Payload length (16 bits)", Type: Uint, Bits: 16},
	websocketPayloadLength64 - websocketLayer:        {Name: "websocket.payload_length_ext_64", Label: "Extended Payload length (64 bits)", Type: Uint, Bits: 64},
	websocketMaskingKey - websocketLayer:             {Name: "websocket.masking_key", Label: "Masking-Key", Type: Bytes},
	websocketMaskedPayload - websocketLayer:          {Name: "websocket.masked_payload", Label: "Masked payload", Type: None},
	websocketPayload - websocketLayer:                {Name: "websocket.payload", Label: "Payload", Type: None},
	websocketPayloadText - websocketLayer:            {Name: "websocket.payload.text", Label: "Text", Type: String},
	websocketPayloadClose - websocketLayer:           {Name: "websocket.payload.close", Label: "Close", Type: None},
	websocketPayloadCloseStatusCode - websocketLayer: {Name: "websocket.payload.close.status_code", Label: "Status code", Type: Uint, Bits: 16, Names: websocketPayloadCloseStatusCodeNames},
	websocketPayloadCloseReason - websocketLayer:     {Name: "websocket.payload.close.reason", Label: "Reason", Type: String},
	websocketPayloadPing - websocketLayer:            {Name: "websocket.payload.ping", Label: "Ping", Type: Bytes},
	websocketPayloadPong - websocketLayer:            {Name: "websocket.payload.pong", Label: "Pong", Type: Bytes},
	websocketFragments - websocketLayer:              {Name: "websocket.fragments", Label: "Reassembled websocket Fragments", Type: None},
	websocketFragment - websocketLayer:               {Name: "websocket.fragment", Label: "Websocket Fragment", Type: Uint, Bits: 32},
	websocketFragmentCount - websocketLayer:          {Name: "websocket.fragment.count", Label: "Fragment count", Type: Uint, Bits: 32},
	websocketReassembledLength - websocketLayer:      {Name: "websocket.reassembled.length", Label: "Reassembled websocket Payload length", Type: Uint, Bits: 32},
}

// websocketOpcodeNames are the names of websocket.opcode.
var websocketOpcodeNames = map[uint64]string{
	0:  "Continuation",
	1:  "Text",
	2:  "Binary",
	8:  "Connection Close",
	9:  "Ping",
	10: "Pong",
}

// websocketPayloadCloseStatusCodeNames are the names of websocket.payload.close.status_code.
var websocketPayloadCloseStatusCodeNames = map[uint64]string{
	1000: "Normal Closure",
	1001: "Going Away",
	1002: "Protocol error",
	1003: "Unsupported Data",
	1004: "---Reserved----",
	1005: "No Status Rcvd",
	1006: "Abnormal Closure",
	1007: "Invalid frame payload data",
	1008: "Policy Violation",
	1009: "Message Too Big",
	1010: "Mandatory Ext.",
	1011: "Internal Server",
	1015: "TLS handshake",
}
