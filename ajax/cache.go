package ajax

import (
	"container/list"
	"context"
	"sync"
	"time"

	"github.com/godeferred/godeferred/internal/page"
)

// A Cache makes one request for each key, and keeps the answer; while the request is under way, others wait for the same
// one. Make it with NewCache. Its methods are safe in any goroutine.
type Cache[K comparable, V any] struct {
	request func(ctx context.Context, key K) (V, error)
	options CacheOptions

	mu      sync.Mutex
	entries map[K]*list.Element
	order   list.List // of *entry[K, V]: the one asked for longest ago is in front
	sweeps  bool      // sweep will be called
}

// CacheOptions say what a cache keeps.
type CacheOptions struct {
	Max          int           // how many keys; the least recently used is dropped. 0: all
	TTL          time.Duration // how long an answer is kept; it is dropped within twice that time. 0: for ever
	KeepFailures bool          // a failure is kept, too; else the next Get tries again
}

type entry[K comparable, V any] struct {
	key   K
	done  chan struct{} // closed once the rest is set
	value V
	err   error
	until time.Time // zero: for ever, or under way
}

// NewCache returns an empty cache for the answers of request. Each call of request has a goroutine of its own, and a
// context that does not end, since others may wait for the same answer. A panic in it does not end the program: Get
// returns it as a *deferred.PanicError. It is also reported once (deferred.OnReport), since Get may have given up.
func NewCache[K comparable, V any](request func(ctx context.Context, key K) (V, error), options CacheOptions) *Cache[K, V] {
	return &Cache[K, V]{request: request, options: options, entries: map[K]*list.Element{}}
}

// Get returns the answer to the request for key, made now or before. When ctx ends first, it returns the
// cause of that; the request continues.
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
	returned := false
	page.Protect(func() (V, error) {
		value, err := c.request(context.Background(), e.key)
		returned = true
		return value, err
	}, func(value V, err error) {
		c.arrived(e, value, err)
		if p, is := err.(*page.PanicError); is && !returned {
			page.Report(p) // last: it may panic itself, see deferred.OnReport
		}
	})
}

func (c *Cache[K, V]) arrived(e *entry[K, V], value V, err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e.value, e.err = value, err
	if c.options.TTL > 0 {
		e.until = time.Now().Add(c.options.TTL)
		c.sweepLater()
	}
	close(e.done)
	if at, ok := c.entries[e.key]; ok && at.Value == e && err != nil && !c.options.KeepFailures {
		c.remove(at)
	}
}

// sweepLater has expired entries dropped, also if nobody asks for them again. All together, at most once in each TTL: so each
// is looked at once or twice. Call with c.mu held.
func (c *Cache[K, V]) sweepLater() {
	if !c.sweeps {
		c.sweeps = true
		time.AfterFunc(max(c.options.TTL, time.Second), c.sweep)
	}
}

func (c *Cache[K, V]) sweep() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.sweeps = false
	for at := c.order.Front(); at != nil; {
		next := at.Next()
		if e := at.Value.(*entry[K, V]); !e.fresh() {
			c.remove(at)
		} else if !e.until.IsZero() {
			c.sweepLater()
		}
		at = next
	}
}

func (e *entry[K, V]) fresh() bool { return e.until.IsZero() || !time.Now().After(e.until) }

func (c *Cache[K, V]) remove(at *list.Element) {
	delete(c.entries, at.Value.(*entry[K, V]).key)
	c.order.Remove(at)
}

// Delete forgets a key, and tells whether it was there. A Get under way still gets the answer.
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
