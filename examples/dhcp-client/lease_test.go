package dhcpclient_test

import (
	"embed"
	"testing"
	"time"

	dhcpclient "example.com/dhcp-client"
	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/assert"
	"github.com/netrig/netrig/topology"
)

//go:embed network.yaml
var files embed.FS

func TestMain(m *testing.M) { harness.Main(m) }

// boot returns the network of network.yaml and a client on its host pc.
func boot(t *testing.T) (*harness.Lab, *dhcpclient.Client) {
	t.Helper()
	network, err := topology.Load(files, "network.yaml")
	if err != nil {
		t.Fatal(err)
	}
	lab := harness.Test(t, network)
	var client *dhcpclient.Client
	// The sockets of a DHCP client are no connections that Dial could make. Whatever is
	// opened in Do is opened on the node, and stays there.
	err = lab.Node("pc").Do(func() (err error) {
		client, err = dhcpclient.New("eth0", 100*time.Millisecond)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := client.Close(); err != nil {
			t.Error(err)
		}
	})
	return lab, client
}

func check(t *testing.T, lease *dhcpclient.Lease, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if lease.Address.String() != "192.168.1.100/24" || lease.Router.String() != "192.168.1.1" || lease.Duration != 2*time.Hour {
		t.Errorf("got %+v", lease)
	}
}

// RFC 2131, section 3.1.
func TestAcquire(t *testing.T) {
	t.Parallel()
	lab, client := boot(t)
	lease, err := client.Acquire(t.Context())
	check(t, lease, err)
	lab.Expect(t, assert.YAML(`
- name: DISCOVER, OFFER, REQUEST, ACK, of one transaction
  at: pc:eth0
  sequence:
    - {as: discover, match: dhcp.option.dhcp == 1 && ip.src == 0.0.0.0 && ip.dst == 255.255.255.255}
    - {as: offer, match: "dhcp.option.dhcp == 2 && dhcp.id == ${discover.dhcp.id}"}
    - {match: "dhcp.option.dhcp == 3 && dhcp.option.requested_ip_address == ${offer.dhcp.ip.your} && dhcp.option.dhcp_server_id == ${offer.dhcp.option.dhcp_server_id}"}
    - {match: "dhcp.option.dhcp == 5 && dhcp.ip.your == ${offer.dhcp.ip.your}"}`))
}

// The first OFFER is lost. The client sends its DISCOVER once more.
func TestLostOffer(t *testing.T) {
	t.Parallel()
	lab, client := boot(t)
	if _, err := lab.Link("pc -- gw").Fault(harness.Fault{Filter: "dhcp.option.dhcp == 2", First: 1, Last: 1, Drop: true}); err != nil {
		t.Fatal(err)
	}
	lease, err := client.Acquire(t.Context())
	check(t, lease, err)
	lab.Expect(t, assert.YAML(`
- at: pc:eth0
  sequence:
    - {as: discover, match: dhcp.option.dhcp == 1}
    - {match: dhcp.option.dhcp == 1, within: {after: discover, min: 100ms}}
    - dhcp.option.dhcp == 5
- {name: the server has offered again, at: "gw:eth0", count: {match: dhcp.option.dhcp == 2, min: 2}}`))
}
