package packet

// The fields of HTTP.
const (
	httpLayer FieldID = dnsRareLast + iota
	httpResponse
	httpRequest
	httpResponseNumber
	httpRequestNumber
	httpAuthbasic
	httpResponseLine
	httpRequestLine
	httpRequestMethod
	httpRequestURI
	httpRequestURIPath
	httpRequestURIQuery
	httpRequestURIQueryParameter
	httpRequestVersion
	httpResponseVersion
	httpRequestFullURI
	httpResponseCode
	httpResponseCodeDesc
	httpResponseForURI
	httpResponsePhrase
	httpAuthorization
	httpProxyAuthenticate
	httpProxyAuthorization
	httpWwwAuthenticate
	httpContentType
	httpContentLengthHeader
	httpContentLength
	httpContentEncoding
	httpTransferEncoding
	httpUpgrade
	httpUserAgent
	httpHost
	httpConnection
	httpCookie
	httpCookiePair
	httpAccept
	httpReferer
	httpAcceptLanguage
	httpAcceptEncoding
	httpDate
	httpCacheControl
	httpServer
	httpLocation
	httpSecWebsocketAccept
	httpSecWebsocketExtensions
	httpSecWebsocketKey
	httpSecWebsocketProtocol
	httpSecWebsocketVersion
	httpSetCookie
	httpLastModified
	httpXForwardedFor
	httpRequestIn
	httpResponseIn
	httpNextRequestIn
	httpNextResponseIn
	httpPrevRequestIn
	httpPrevResponseIn
	httpTime
	httpChunkBoundary
	httpChunkSize
	httpChunkData
	httpFileData
	httpChat
	httpNotification
	httpUnknownHeader
	httpChunkedTrailerPart
	httpProxyConnectHost
	httpProxyConnectPort
	httpHTTP2Settings
	ssdpLayer
	httpBadHeaderName
	httpTLSPort
	httpTeAndLength
	httpTeUnknown
	httpLast
)

var httpFields = [...]Info{
	0:                                        {Name: "http", Label: "Hypertext Transfer Protocol", Type: Protocol},
	httpResponse - httpLayer:                 {Name: "http.response", Label: "Response", Type: Bool},
	httpRequest - httpLayer:                  {Name: "http.request", Label: "Request", Type: Bool},
	httpResponseNumber - httpLayer:           {Name: "http.response_number", Label: "Response number", Type: Uint, Bits: 32},
	httpRequestNumber - httpLayer:            {Name: "http.request_number", Label: "Request number", Type: Uint, Bits: 32},
	httpAuthbasic - httpLayer:                {Name: "http.authbasic", Label: "Credentials", Type: String},
	httpResponseLine - httpLayer:             {Name: "http.response.line", Label: "Response line", Type: String},
	httpRequestLine - httpLayer:              {Name: "http.request.line", Label: "Request line", Type: String},
	httpRequestMethod - httpLayer:            {Name: "http.request.method", Label: "Request Method", Type: String},
	httpRequestURI - httpLayer:               {Name: "http.request.uri", Label: "Request URI", Type: String},
	httpRequestURIPath - httpLayer:           {Name: "http.request.uri.path", Label: "Request URI Path", Type: String},
	httpRequestURIQuery - httpLayer:          {Name: "http.request.uri.query", Label: "Request URI Query", Type: String},
	httpRequestURIQueryParameter - httpLayer: {Name: "http.request.uri.query.parameter", Label: "Request URI Query Parameter", Type: String},
	httpRequestVersion - httpLayer:           {Name: "http.request.version", Label: "Request Version", Type: String},
	httpResponseVersion - httpLayer:          {Name: "http.response.version", Label: "Response Version", Type: String},
	httpRequestFullURI - httpLayer:           {Name: "http.request.full_uri", Label: "Full request URI", Type: String},
	httpResponseCode - httpLayer:             {Name: "http.response.code", Label: "Status Code", Type: Uint, Bits: 16},
	httpResponseCodeDesc - httpLayer:         {Name: "http.response.code.desc", Label: "Status Code Description", Type: String},
	httpResponseForURI - httpLayer:           {Name: "http.response_for.uri", Label: "Request URI", Type: String},
	httpResponsePhrase - httpLayer:           {Name: "http.response.phrase", Label: "Response Phrase", Type: String},
	httpAuthorization - httpLayer:            {Name: "http.authorization", Label: "Authorization", Type: String},
	httpProxyAuthenticate - httpLayer:        {Name: "http.proxy_authenticate", Label: "Proxy-Authenticate", Type: String},
	httpProxyAuthorization - httpLayer:       {Name: "http.proxy_authorization", Label: "Proxy-Authorization", Type: String},
	httpWwwAuthenticate - httpLayer:          {Name: "http.www_authenticate", Label: "WWW-Authenticate", Type: String},
	httpContentType - httpLayer:              {Name: "http.content_type", Label: "Content-Type", Type: String},
	httpContentLengthHeader - httpLayer:      {Name: "http.content_length_header", Label: "Content-Length", Type: String},
	httpContentLength - httpLayer:            {Name: "http.content_length", Label: "Content length", Type: Uint, Bits: 64},
	httpContentEncoding - httpLayer:          {Name: "http.content_encoding", Label: "Content-Encoding", Type: String},
	httpTransferEncoding - httpLayer:         {Name: "http.transfer_encoding", Label: "Transfer-Encoding", Type: String},
	httpUpgrade - httpLayer:                  {Name: "http.upgrade", Label: "Upgrade", Type: String},
	httpUserAgent - httpLayer:                {Name: "http.user_agent", Label: "User-Agent", Type: String},
	httpHost - httpLayer:                     {Name: "http.host", Label: "Host", Type: String},
	httpConnection - httpLayer:               {Name: "http.connection", Label: "Connection", Type: String},
	httpCookie - httpLayer:                   {Name: "http.cookie", Label: "Cookie", Type: String},
	httpCookiePair - httpLayer:               {Name: "http.cookie_pair", Label: "Cookie pair", Type: String},
	httpAccept - httpLayer:                   {Name: "http.accept", Label: "Accept", Type: String},
	httpReferer - httpLayer:                  {Name: "http.referer", Label: "Referer", Type: String},
	httpAcceptLanguage - httpLayer:           {Name: "http.accept_language", Label: "Accept-Language", Type: String},
	httpAcceptEncoding - httpLayer:           {Name: "http.accept_encoding", Label: "Accept Encoding", Type: String},
	httpDate - httpLayer:                     {Name: "http.date", Label: "Date", Type: String},
	httpCacheControl - httpLayer:             {Name: "http.cache_control", Label: "Cache-Control", Type: String},
	httpServer - httpLayer:                   {Name: "http.server", Label: "Server", Type: String},
	httpLocation - httpLayer:                 {Name: "http.location", Label: "Location", Type: String},
	httpSecWebsocketAccept - httpLayer:       {Name: "http.sec_websocket_accept", Label: "Sec-WebSocket-Accept", Type: String},
	httpSecWebsocketExtensions - httpLayer:   {Name: "http.sec_websocket_extensions", Label: "Sec-WebSocket-Extensions", Type: String},
	httpSecWebsocketKey - httpLayer:          {Name: "http.sec_websocket_key", Label: "Sec-WebSocket-Key", Type: String},
	httpSecWebsocketProtocol - httpLayer:     {Name: "http.sec_websocket_protocol", Label: "Sec-WebSocket-Protocol", Type: String},
	httpSecWebsocketVersion - httpLayer:      {Name: "http.sec_websocket_version", Label: "Sec-WebSocket-Version", Type: String},
	httpSetCookie - httpLayer:                {Name: "http.set_cookie", Label: "Set-Cookie", Type: String},
	httpLastModified - httpLayer:             {Name: "http.last_modified", Label: "Last-Modified", Type: String},
	httpXForwardedFor - httpLayer:            {Name: "http.x_forwarded_for", Label: "X-Forwarded-For", Type: String},
	httpRequestIn - httpLayer:                {Name: "http.request_in", Label: "Request in frame", Type: Uint, Bits: 32},
	httpResponseIn - httpLayer:               {Name: "http.response_in", Label: "Response in frame", Type: Uint, Bits: 32},
	httpNextRequestIn - httpLayer:            {Name: "http.next_request_in", Label: "Next request in frame", Type: Uint, Bits: 32},
	httpNextResponseIn - httpLayer:           {Name: "http.next_response_in", Label: "Next response in frame", Type: Uint, Bits: 32},
	httpPrevRequestIn - httpLayer:            {Name: "http.prev_request_in", Label: "Prev request in frame", Type: Uint, Bits: 32},
	httpPrevResponseIn - httpLayer:           {Name: "http.prev_response_in", Label: "Prev response in frame", Type: Uint, Bits: 32},
	httpTime - httpLayer:                     {Name: "http.time", Label: "Time since request", Type: Duration},
	httpChunkBoundary - httpLayer:            {Name: "http.chunk_boundary", Label: "Chunk boundary", Type: Bytes},
	httpChunkSize - httpLayer:                {Name: "http.chunk_size", Label: "Chunk size", Type: Uint, Bits: 32},
	httpChunkData - httpLayer:                {Name: "http.chunk_data", Label: "Chunk data", Type: Bytes},
	httpFileData - httpLayer:                 {Name: "http.file_data", Label: "File Data", Type: String},
	httpChat - httpLayer:                     {Name: "http.chat", Label: "Formatted text", Type: None},
	httpNotification - httpLayer:             {Name: "http.notification", Label: "Notification", Type: Bool},
	httpUnknownHeader - httpLayer:            {Name: "http.unknown_header", Label: "Unknown header", Type: String},
	httpChunkedTrailerPart - httpLayer:       {Name: "http.chunked_trailer_part", Label: "trailer-part", Type: String},
	httpProxyConnectHost - httpLayer:         {Name: "http.proxy_connect_host", Label: "Proxy-Connect-Hostname", Type: String},
	httpProxyConnectPort - httpLayer:         {Name: "http.proxy_connect_port", Label: "Proxy-Connect-Port", Type: Uint, Bits: 16},
	httpHTTP2Settings - httpLayer:            {Name: "http.http2_settings", Label: "HTTP2-Settings", Type: String},
	ssdpLayer - httpLayer:                    {Name: "ssdp", Label: "Simple Service Discovery Protocol", Type: Protocol},
	httpBadHeaderName - httpLayer:            {Name: "http.bad_header_name", Label: "Illegal characters found in header name", Type: None},
	httpTLSPort - httpLayer:                  {Name: "http.tls_port", Label: "Unencrypted HTTP protocol detected over encrypted port, could indicate a dangerous misconfiguration.", Type: None},
	httpTeAndLength - httpLayer:              {Name: "http.te_and_length", Label: "The Content-Length and Transfer-Encoding header must not be set together", Type: None},
	httpTeUnknown - httpLayer:                {Name: "http.te_unknown", Label: "Unknown transfer coding name in Transfer-Encoding header", Type: None},
}
