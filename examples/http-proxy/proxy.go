// Package proxy passes HTTP requests from one network to a server in another.
package proxy

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"time"
)

// Options say where a proxy gets its answers. Backend and Dial are required.
type Options struct {
	Backend *url.URL
	Dial    func(ctx context.Context, network, address string) (net.Conn, error) // as net.Dialer.DialContext
	Connect time.Duration                                                        // longest time for a connection to come about; 0 for any
}

// New returns a proxy. It tells the backend who asked (X-Forwarded-For) and answers by
// itself where it cannot: 504 Gateway Timeout where no connection came about in time, 502
// Bad Gateway where something else went wrong (RFC 9110, sections 15.6.3 and 15.6.5).
func New(o Options) http.Handler {
	return &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(o.Backend)
			r.SetXForwarded()
		},
		Transport: &http.Transport{
			DisableKeepAlives: true,
			DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
				if o.Connect > 0 {
					var cancel context.CancelFunc
					ctx, cancel = context.WithTimeout(ctx, o.Connect)
					defer cancel()
				}
				return o.Dial(ctx, network, address)
			},
		},
		ErrorHandler: func(w http.ResponseWriter, _ *http.Request, err error) {
			status := http.StatusBadGateway
			if slow, ok := errors.AsType[net.Error](err); ok && slow.Timeout() {
				status = http.StatusGatewayTimeout
			}
			http.Error(w, http.StatusText(status), status)
		},
	}
}
