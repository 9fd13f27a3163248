package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"
)

// grace is how long answers under way may take to finish once the server is asked to stop.
const grace = 5 * time.Second

// listen serves handler on addr until ctx ends, then finishes what is under way and returns nil.
// It prints one line, with the real port, once connections are accepted.
func listen(ctx context.Context, addr string, handler http.Handler, stdout io.Writer) error {
	var config net.ListenConfig
	listener, err := config.Listen(ctx, "tcp", addr)
	if err != nil {
		return err
	}
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    16 << 10, // Also bounds the keys that counts remembers.
		// No WriteTimeout: demo answers may be asked to take half a minute.

		// Requests end with ctx, so a demo answer that is still waiting out its delay does not hold up the stop.
		BaseContext: func(net.Listener) context.Context { return ctx },
	}
	_, _ = fmt.Fprintf(stdout, "godeferred: http://%s/ (Ctrl-C stops)\n", reachable(listener.Addr()))

	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}

	finish, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	if err := server.Shutdown(finish); err != nil {
		return errors.Join(fmt.Errorf("stopping: %w", err), server.Close())
	}
	return nil
}

// reachable is addr as a browser on this computer can open it: "every interface" is not a host to visit.
func reachable(addr net.Addr) string {
	tcp, ok := addr.(*net.TCPAddr)
	if !ok || !tcp.IP.IsUnspecified() {
		return addr.String()
	}
	return fmt.Sprintf("localhost:%d", tcp.Port)
}
