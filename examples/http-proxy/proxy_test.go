package proxy_test

import (
	"embed"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	proxy "example.com/http-proxy"
	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/assert"
	"github.com/netrig/netrig/topology"
)

//go:embed network.yaml
var files embed.FS

func TestMain(m *testing.M) { harness.Main(m) }

// boot returns the network of network.yaml, with a proxy for the backend on the node proxy.
func boot(t *testing.T, backend string) *harness.Lab {
	t.Helper()
	network, err := topology.Load(files, "network.yaml")
	if err != nil {
		t.Fatal(err)
	}
	lab := harness.Test(t, network)
	to, err := url.Parse(backend)
	if err != nil {
		t.Fatal(err)
	}
	node := lab.Node("proxy")
	listener, err := node.Listen(t.Context(), "tcp", "10.1.0.1:80")
	if err != nil {
		t.Fatal(err)
	}
	server := &http.Server{Handler: proxy.New(proxy.Options{Backend: to, Dial: node.Dial, Connect: time.Second})}
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()
	t.Cleanup(func() {
		server.Close()
		if err := <-served; !errors.Is(err, http.ErrServerClosed) {
			t.Error(err)
		}
	})
	return lab
}

// get asks for a page from the client.
func get(t *testing.T, lab *harness.Lab, page string) (status int, body string) {
	t.Helper()
	response, err := lab.Node("client").HTTPClient().Get(page)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	read, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(read)
}

func TestPassesRequestsOn(t *testing.T) {
	t.Parallel()
	lab := boot(t, "http://backend")
	if status, body := get(t, lab, "http://10.1.0.1/"); status != http.StatusOK || body != "hello" {
		t.Errorf("%d %q", status, body)
	}
	if _, request := get(t, lab, "http://10.1.0.1/echo"); !strings.Contains(request, "X-Forwarded-For: 10.1.0.2\r\n") {
		t.Errorf("the backend is not told who asks:\n%s", request)
	}
	lab.Expect(t,
		assert.Frames{
			Label: "the request goes on from the proxy's own address, and the answer comes back",
			Sequence: []assert.Frame{
				{At: "proxy:front", Match: `http.request.uri == "/" && ip.src == 10.1.0.2`},
				{At: "proxy:back", Match: `http.request.uri == "/" && ip.src == 10.2.0.1`},
				{At: "proxy:back", Match: "http.response.code == 200"},
				{At: "proxy:front", Match: "http.response.code == 200 && ip.dst == 10.1.0.2"},
			},
		},
		assert.Frames{
			Label: "no packet of the client's reaches the other network",
			At:    "proxy:back",
			Never: []assert.Never{{Match: "ip.addr == 10.1.0.0/24"}},
		})
}

func TestBackendRefuses(t *testing.T) {
	t.Parallel()
	lab := boot(t, "http://backend:81")
	if status, body := get(t, lab, "http://10.1.0.1/"); status != http.StatusBadGateway {
		t.Errorf("%d %q", status, body)
	}
	lab.Expect(t, assert.Frames{At: "proxy:back", Sequence: []assert.Frame{
		{Match: "tcp.flags.syn == 1 && tcp.dstport == 81"},
		{Match: "tcp.flags.reset == 1"},
	}})
}

func TestBackendUnplugged(t *testing.T) {
	t.Parallel()
	lab := boot(t, "http://backend")
	if err := lab.Link("proxy:back -- backend").Down(); err != nil {
		t.Fatal(err)
	}
	if status, body := get(t, lab, "http://10.1.0.1/"); status != http.StatusGatewayTimeout {
		t.Errorf("%d %q", status, body)
	}
	lab.Expect(t,
		assert.Frames{At: "backend:eth0", Never: []assert.Never{{Match: "ip"}}},
		assert.Link{Node: "proxy", Interface: "back", Up: assert.On, Carrier: assert.Off})
}
