package main

import (
	"net"
	"net/http"
	"sync"
	"time"
)

// A line is the connection that a page comes by. Browsers slow their own down in different ways, and not all of them can:
// the server does it, in the same way for each.
type line struct {
	suffix string // of the IDs of its cases
	name   string // after the names of its cases
	bits   float64
	trip   time.Duration
	rounds int // at most: what the line takes is the same each time
}

// lines are the speeds at which the start is measured: none of them limits it, what many homes have, and a phone's on a
// bad day, which is that of Lighthouse.
var lines = []line{
	{rounds: 1000},
	{"Home", " (10 Mbit/s, 40 ms)", 10e6, 40 * time.Millisecond, 7},
	{"Phone", " (1.6 Mbit/s, 150 ms)", 1.6e6, 150 * time.Millisecond, 5},
}

// listen makes a listener whose connections share the line.
func (l line) listen(inner net.Listener) net.Listener {
	if l.bits == 0 {
		return inner
	}
	return &shapedListener{Listener: inner, line: l}
}

// later answers a request when it and the first byte of its answer have been on the way. A handler may take that time:
// requests on one line do not wait for one another.
func (l line) later(next http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(l.trip)
		next(w, r)
	}
}

type shapedListener struct {
	net.Listener
	line line
	mu   sync.Mutex
	free time.Time // when the line has carried all that was written
}

func (s *shapedListener) Accept() (net.Conn, error) {
	c, err := s.Listener.Accept()
	if err != nil {
		return nil, err
	}
	return &shapedConn{Conn: c, listener: s}, nil
}

// carry is how long to wait until so many bytes have arrived at the other end.
func (s *shapedListener) carry(bytes int, now time.Time) time.Duration {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.free.Before(now) {
		s.free = now
	}
	s.free = s.free.Add(time.Duration(float64(bytes) * 8 / s.line.bits * float64(time.Second)))
	return s.free.Sub(now)
}

type shapedConn struct {
	net.Conn
	listener *shapedListener
	opened   sync.Once
}

// Read waits at first for as long as it takes to open a connection, which the machine itself does at once.
func (c *shapedConn) Read(p []byte) (int, error) {
	c.opened.Do(func() { time.Sleep(c.listener.line.trip) })
	return c.Conn.Read(p)
}

// As much as is written at once: 20 ms of the slowest line.
const piece = 4096

func (c *shapedConn) Write(p []byte) (written int, err error) {
	for written < len(p) {
		part := p[written:min(len(p), written+piece)]
		time.Sleep(c.listener.carry(len(part), time.Now()))
		n, err := c.Conn.Write(part)
		written += n
		if err != nil {
			return written, err
		}
	}
	return written, nil
}
