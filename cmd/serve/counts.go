package main

import (
	"net/http"
	"strconv"
	"sync"
)

// maxCounts bounds the memory that requests with ever new keys can take.
const maxCounts = 10_000

// counts says how often each demo endpoint was asked, per path and key. The key is the client's choice:
// tests that run side by side pick different ones, and so do not disturb each other. No key is a key too.
type counts struct {
	mu sync.Mutex
	of map[counted]int
}

type counted struct{ path, key string }

func newCounts() *counts { return &counts{of: map[counted]int{}} }

// add counts one request and returns how many there have been now. A counter too many starts all of them anew.
func (c *counts) add(path, key string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.of) >= maxCounts {
		clear(c.of)
	}
	c.of[counted{path, key}]++
	return c.of[counted{path, key}]
}

func (c *counts) get(path, key string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.of[counted{path, key}]
}

// count answers GET /demo/count?path=…&key=… with a plain number; 0 for what was never asked.
func (d *demo) count(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	if !query.Has("path") {
		http.Error(w, "expected path=, the endpoint to count, such as /demo/panel-content.html", http.StatusBadRequest)
		return
	}
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write(strconv.AppendInt(nil, int64(d.counts.get(query.Get("path"), query.Get("key"))), 10))
}
