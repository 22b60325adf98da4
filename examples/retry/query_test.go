package query_test

import (
	"errors"
	"net"
	"syscall"
	"testing"
	"time"

	query "example.com/retry"
	"github.com/netrig/netrig/harness"
	"github.com/netrig/netrig/harness/assert"
	"github.com/netrig/netrig/topology"
)

func TestMain(m *testing.M) { harness.Main(m) }

// Faults befall frames on a wire; other links are as fast as the kernel can make them.
const network = `
name: retry
nodes:
  client: {interfaces: {eth0: 10.0.0.1/24}}
  server: {interfaces: {eth0: 10.0.0.2/24}}
links:
  - {between: [client, server], wire: on}
`

// boot returns the network with a server on UDP port 7 that answers every question with
// itself, and a client that asks from the node client.
func boot(t *testing.T) (*harness.Lab, *query.Client) {
	t.Helper()
	net, err := topology.Parse("network", []byte(network))
	if err != nil {
		t.Fatal(err)
	}
	lab := harness.Test(t, net)
	socket, err := lab.Node("server").ListenPacket(t.Context(), "udp", ":7")
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan struct{})
	t.Cleanup(func() {
		socket.Close()
		<-served
	})
	go func() {
		defer close(served)
		echo(socket)
	}()
	return lab, &query.Client{Dial: lab.Node("client").Dial, Patience: 100 * time.Millisecond, Tries: 3}
}

func echo(socket net.PacketConn) {
	buffer := make([]byte, 1500)
	for {
		n, from, err := socket.ReadFrom(buffer)
		if err != nil {
			return
		}
		if _, err := socket.WriteTo(buffer[:n], from); err != nil {
			return
		}
	}
}

// The first two datagrams of the client never arrive, so it asks a third time, and not
// before its patience is over.
func TestLostQuestion(t *testing.T) {
	t.Parallel()
	lab, client := boot(t)
	// Each knows the other's hardware address now, so that the first datagram leaves when it
	// is sent, and the times below are the client's.
	if err := lab.Do(t.Context(), "ping: {from: client, to: server}"); err != nil {
		t.Fatal(err)
	}
	fault, err := lab.Link("client -- server").Fault(harness.Fault{
		From: "client", Filter: "udp.dstport == 7", First: 1, Last: 2, Drop: true,
	})
	if err != nil {
		t.Fatal(err)
	}
	answer, err := client.Ask(t.Context(), "server:7", "are you there?")
	if err != nil || answer != "are you there?" {
		t.Errorf("%q, %v", answer, err)
	}
	if _, fired, err := fault.Counts(); err != nil || fired != 2 {
		t.Errorf("%d datagrams were lost, %v", fired, err)
	}
	lab.Expect(t,
		assert.Frames{
			Label: "the client asks three times, and waits twice as long before the third",
			At:    "client:eth0",
			Sequence: []assert.Frame{
				{As: "first", Match: "udp.dstport == 7"},
				{As: "second", Match: "udp.dstport == 7 && udp.srcport == ${first.udp.srcport}", Within: assert.Within{After: "first", Min: 100 * time.Millisecond}},
				{As: "third", Match: "udp.dstport == 7 && udp.srcport == ${first.udp.srcport}", Within: assert.Within{After: "second", Min: 200 * time.Millisecond}},
				{Match: "udp.srcport == 7 && udp.dstport == ${first.udp.srcport}"},
			},
		},
		assert.Frames{
			Label: "the server hears the third alone",
			At:    "server:eth0",
			Count: []assert.Count{{Match: "udp.dstport == 7", Times: assert.Is(1)}},
		})
}

// Every answer is lost: the client gives up, and the server has answered all the same.
func TestSilence(t *testing.T) {
	t.Parallel()
	lab, client := boot(t)
	if _, err := lab.Link("client -- server").Fault(harness.Fault{From: "server", Filter: "udp.srcport == 7", Drop: true}); err != nil {
		t.Fatal(err)
	}
	if answer, err := client.Ask(t.Context(), "server:7", "hello?"); !errors.Is(err, query.ErrSilent) {
		t.Errorf("%q, %v", answer, err)
	}
	lab.Expect(t, assert.Frames{At: "server:eth0", Count: []assert.Count{
		{Match: "udp.dstport == 7", Times: assert.Is(3)},
		{Match: "udp.srcport == 7", Times: assert.Is(3)},
	}})
}

// Nobody listens on port 8: the kernel of the server says so, and there is no sense in
// asking again.
func TestRefusal(t *testing.T) {
	t.Parallel()
	lab, client := boot(t)
	if answer, err := client.Ask(t.Context(), "server:8", "hello?"); !errors.Is(err, syscall.ECONNREFUSED) {
		t.Errorf("%q, %v", answer, err)
	}
	lab.Expect(t, assert.Frames{
		At:       "client:eth0",
		Sequence: []assert.Frame{{Match: "udp.dstport == 8"}, {Match: "icmp.type == 3 && icmp.code == 3"}},
		Count:    []assert.Count{{Match: "udp.dstport == 8 && !icmp", Times: assert.Is(1)}},
	})
}
