package ajax

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/godeferred/godeferred/internal/page"
)

func TestACacheAsksOncePerKeyAlsoWhileItIsUnderWay(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var asks atomic.Int32
		cache := NewCache(func(_ context.Context, key int) (int, error) {
			asks.Add(1)
			time.Sleep(time.Second)
			return key * 2, nil
		}, CacheOptions{})
		var all sync.WaitGroup
		for range 10 {
			all.Go(func() {
				value, err := cache.Get(t.Context(), 4)
				assert.NoError(t, err)
				assert.Equal(t, 8, value)
			})
		}
		all.Wait()
		assert.EqualValues(t, 1, asks.Load())
		assert.True(t, cache.Has(4))
		assert.True(t, cache.Delete(4))
		assert.False(t, cache.Delete(4))
		_, _ = cache.Get(t.Context(), 4)
		cache.Clear()
		assert.False(t, cache.Has(4))
		assert.EqualValues(t, 2, asks.Load())
	})
}

func TestAFailureIsForgottenUnlessItIsKept(t *testing.T) {
	for _, keep := range []bool{false, true} {
		asks := 0
		failure := errors.New("failure")
		cache := NewCache(func(context.Context, string) (int, error) { asks++; return 0, failure }, CacheOptions{KeepFailures: keep})
		for range 3 {
			_, err := cache.Get(t.Context(), "a")
			assert.Equal(t, failure, err)
		}
		if keep {
			assert.Equal(t, 1, asks)
		} else {
			assert.Equal(t, 3, asks)
		}
		assert.Equal(t, keep, cache.Has("a"))
	}
}

func TestOfTenThousandKeysThoseUsedLastAreKept(t *testing.T) {
	var asks atomic.Int32
	cache := NewCache(func(_ context.Context, key int) (int, error) { asks.Add(1); return key, nil }, CacheOptions{Max: 100})
	for i := range 10_000 {
		_, _ = cache.Get(t.Context(), i)
		_, _ = cache.Get(t.Context(), 0)
	}
	assert.EqualValues(t, 10_000, asks.Load())
	assert.True(t, cache.Has(0))
	assert.True(t, cache.Has(9901))
	assert.False(t, cache.Has(9900))
	assert.Len(t, cache.entries, 100)
}

func TestWhatHasArrivedIsKeptForTTL(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		asks := 0
		cache := NewCache(func(context.Context, int) (int, error) { asks++; return asks, nil }, CacheOptions{TTL: time.Minute})
		get := func() int { v, _ := cache.Get(t.Context(), 1); return v }
		assert.Equal(t, 1, get())
		time.Sleep(time.Minute)
		assert.Equal(t, 1, get())
		time.Sleep(time.Nanosecond)
		assert.False(t, cache.Has(1))
		assert.Equal(t, 2, get())
	})
}

// Who waits hears of it, and the program goes on.
func TestARequestThatPanicsOrEndsItsGoroutineHasFailed(t *testing.T) {
	for name, end := range map[string]func(){"panic": func() { panic("at once") }, "Goexit": runtime.Goexit} {
		t.Run(name, func(t *testing.T) {
			reports := make(chan error, 1)
			defer page.OnReport(func(err error) { reports <- err })()
			cache := NewCache(func(context.Context, int) (int, error) { end(); return 1, nil }, CacheOptions{})
			_, err := cache.Get(t.Context(), 1)
			assert.ErrorContains(t, err, name)
			assert.False(t, cache.Has(1), "it is tried again")
			if name == "panic" {
				assert.Equal(t, err, <-reports)
			}
		})
	}
}

func TestWhoGivesUpLeavesTheRequestToOthers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		cache := NewCache(func(context.Context, int) (int, error) { time.Sleep(time.Second); return 5, nil }, CacheOptions{})
		reason := errors.New("reason")
		ctx, cancel := context.WithCancelCause(t.Context())
		cancel(reason)
		_, err := cache.Get(ctx, 1)
		assert.Equal(t, reason, err)
		value, err := cache.Get(t.Context(), 1)
		assert.NoError(t, err)
		assert.Equal(t, 5, value)
	})
}

func TestExpiredAnswersAreDroppedThoughNobodyAsks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		block := make(chan struct{})
		cache := NewCache(func(_ context.Context, key int) (int, error) {
			if key < 0 {
				<-block
			}
			return key, nil
		}, CacheOptions{TTL: time.Minute})
		left := func() int {
			synctest.Wait()
			cache.mu.Lock()
			defer cache.mu.Unlock()
			return cache.order.Len()
		}
		for key := range 1000 {
			_, _ = cache.Get(t.Context(), key)
		}
		go func() { _, _ = cache.Get(context.Background(), -1) }() // stays under way
		time.Sleep(70 * time.Second)
		_, _ = cache.Get(t.Context(), 1000)
		assert.Equal(t, 1002, left())
		time.Sleep(51 * time.Second) // 2 minutes since the start
		assert.Equal(t, 2, left())
		time.Sleep(time.Minute)
		assert.Equal(t, 1, left())
		close(block)
	})
}
