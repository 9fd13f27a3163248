package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// liveFolder is where the server has what keeps pages up to date.
const liveFolder = "/godeferred-live/"

// A state is what pages are told of.
type state struct {
	Version string `json:"version"`         // another one: the page is to be loaded again
	Error   string `json:"error,omitempty"` // why the last build failed
}

// live tells pages of the present state: at once, and whenever it changes.
type live struct {
	boot int64 // tells the versions of this server from those of an earlier one on the same address

	first   chan struct{} // closed when the first build has ended
	mu      sync.Mutex
	version int
	err     string
	changed chan struct{} // closed at the next change
}

func newLive() *live {
	return &live{boot: time.Now().UnixNano(), first: make(chan struct{}), changed: make(chan struct{})}
}

func (l *live) state() (state, <-chan struct{}) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return state{strconv.FormatInt(l.boot, 36) + "." + strconv.Itoa(l.version), l.err}, l.changed
}

// set says how the last build ended. With reload, pages load again.
func (l *live) set(err error, reload bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.err = ""
	if err != nil {
		l.err = err.Error()
	}
	if reload {
		l.version++
	}
	select {
	case <-l.first:
	default:
		close(l.first)
	}
	close(l.changed)
	l.changed = make(chan struct{})
}

// hold has requests wait for the first build, without which a page has no scripts.
func (l *live) hold(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		select {
		case <-l.first:
			next.ServeHTTP(w, r)
		case <-r.Context().Done():
		}
	})
}

// ServeHTTP sends the states as events (text/event-stream) until the client goes.
func (l *live) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	out := http.NewResponseController(w)
	for {
		now, changed := l.state()
		text, _ := json.Marshal(now) // strings: cannot fail; and no line ends, which would end the event
		if _, err := fmt.Fprintf(w, "data: %s\n\n", text); err != nil {
			return
		}
		if err := out.Flush(); err != nil {
			return
		}
		select {
		case <-changed:
		case <-r.Context().Done():
			return
		}
	}
}

//go:embed live.js
var script []byte

func serveScript(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
	w.Header().Set("Cache-Control", "no-cache")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	_, _ = w.Write(script)
}
