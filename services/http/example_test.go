package http_test

import (
	"context"
	"fmt"
	"net"

	"github.com/netrig/netrig/services/http"
)

// A request padded to 4,960 octets, and what the server saw of it.
func ExampleClient_Do() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		return
	}
	server, err := http.NewServer(http.ServerConfig{Listener: listener, Echo: "/"})
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(ctx) }()

	client := http.Client{Dial: (&net.Dialer{}).DialContext}
	result, err := client.Do(ctx, http.Request{
		URL:     "http://" + listener.Addr().String() + "/",
		Headers: []http.Header{{Name: "Host", Value: "www.google.com"}, {Name: "Connection", Value: "keep-alive"}},
		Pad:     http.Pad{Header: "Cookie", Size: 4960},
	})
	fmt.Println(result.Status, result.Sent, result.Size, err)

	stop()
	fmt.Println(<-ended)
	// Output:
	// 200 4960 4960 <nil>
	// <nil>
}

// A site of one page.
func ExampleServer() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		fmt.Println(err)
		return
	}
	server, err := http.NewServer(http.ServerConfig{Listener: listener, Answers: []http.Answer{{Path: "/", Body: "hello"}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(ctx) }()

	client := http.Client{Dial: (&net.Dialer{}).DialContext}
	result, err := client.Do(ctx, http.Request{URL: "http://" + listener.Addr().String() + "/"})
	fmt.Println(result.Status, result.Body, err)

	stop()
	fmt.Println(<-ended)
	// Output:
	// 200 hello <nil>
	// <nil>
}
