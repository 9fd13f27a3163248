package ajax

import (
	"container/list"
	"context"
	"sync"
	"time"

	"github.com/godeferred/godeferred/internal/page"
)

// A Cache runs a request once per key, also while it is under way, and keeps what it brings. Make one
// with NewCache; its methods may be called from any goroutine.
type Cache[K comparable, V any] struct {
	request func(ctx context.Context, key K) (V, error)
	options CacheOptions

	mu      sync.Mutex
	entries map[K]*list.Element
	order   list.List // of *entry[K, V]: the one asked for longest ago is in front
}

// CacheOptions say what a cache keeps.
type CacheOptions struct {
	Max          int           // how many keys; the one asked for longest ago goes. 0: all
	TTL          time.Duration // how long what has arrived is kept. 0: for ever
	KeepFailures bool          // a failure is an answer like any other; else it is forgotten, and tried again
}

type entry[K comparable, V any] struct {
	key   K
	done  chan struct{} // closed once the rest is set
	value V
	err   error
	until time.Time // zero: for ever, or under way
}

// NewCache returns an empty cache of what request brings. It is run in a goroutine of its own, with a
// context that has no end: others may wait for it, too. A panic in it does not end the program: it is
// the request's failure, a *deferred.PanicError.
func NewCache[K comparable, V any](request func(ctx context.Context, key K) (V, error), options CacheOptions) *Cache[K, V] {
	return &Cache[K, V]{request: request, options: options, entries: map[K]*list.Element{}}
}

// Get returns what the request for key brings, or has brought. When ctx ends first, it returns the
// cause of that; the request goes on.
func (c *Cache[K, V]) Get(ctx context.Context, key K) (V, error) {
	e := c.entry(key)
	select {
	case <-e.done:
		return e.value, e.err
	default:
	}
	select {
	case <-e.done:
		return e.value, e.err
	case <-ctx.Done():
		var none V
		return none, context.Cause(ctx)
	}
}

// entry finds key's, or starts its request.
func (c *Cache[K, V]) entry(key K) *entry[K, V] {
	c.mu.Lock()
	defer c.mu.Unlock()
	if at, ok := c.entries[key]; ok {
		if e := at.Value.(*entry[K, V]); e.fresh() {
			c.order.MoveToBack(at)
			return e
		}
		c.remove(at)
	}
	e := &entry[K, V]{key: key, done: make(chan struct{})}
	c.entries[key] = c.order.PushBack(e)
	for c.options.Max > 0 && c.order.Len() > c.options.Max {
		c.remove(c.order.Front())
	}
	go c.run(e)
	return e
}

func (c *Cache[K, V]) run(e *entry[K, V]) {
	page.Protect(func() (V, error) { return c.request(context.Background(), e.key) }, func(value V, err error) {
		c.arrived(e, value, err)
	})
}

func (c *Cache[K, V]) arrived(e *entry[K, V], value V, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e.value, e.err = value, err
	if c.options.TTL > 0 {
		e.until = time.Now().Add(c.options.TTL)
	}
	close(e.done)
	if at, ok := c.entries[e.key]; ok && at.Value == e && err != nil && !c.options.KeepFailures {
		c.remove(at)
	}
}

func (e *entry[K, V]) fresh() bool { return e.until.IsZero() || !time.Now().After(e.until) }

func (c *Cache[K, V]) remove(at *list.Element) {
	delete(c.entries, at.Value.(*entry[K, V]).key)
	c.order.Remove(at)
}

// Delete forgets a key, and tells whether it was there. Who waits for its request still gets it.
func (c *Cache[K, V]) Delete(key K) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	at, ok := c.entries[key]
	if ok {
		c.remove(at)
	}
	return ok
}

// Clear forgets all keys.
func (c *Cache[K, V]) Clear() {
	c.mu.Lock()
	defer c.mu.Unlock()
	clear(c.entries)
	c.order.Init()
}

// Has tells whether Get(key) would need no new request.
func (c *Cache[K, V]) Has(key K) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	at, ok := c.entries[key]
	return ok && at.Value.(*entry[K, V]).fresh()
}
