package dom_test

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/godeferred/godeferred/dom"
	"github.com/godeferred/godeferred/internal/page"
)

const pause = 300 * time.Millisecond

// heard is what the functions have got: timers call them in goroutines of their own.
type heard[T any] struct {
	sync.Mutex
	all []T
}

func (h *heard[T]) add(v T) {
	h.Lock()
	defer h.Unlock()
	h.all = append(h.all, v)
}

func (h *heard[T]) list() []T {
	h.Lock()
	defer h.Unlock()
	return slices.Clone(h.all)
}

func TestDebounceCallsWithTheLastArgumentAfterAPause(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var got heard[string]
		var at heard[time.Duration]
		began := time.Now()
		search := dom.Debounce(t.Context(), pause, func(_ context.Context, text string) {
			got.add(text)
			at.add(time.Since(began))
		})
		for _, text := range []string{"t", "te", "tea"} {
			search(text)
			time.Sleep(pause - 1)
		}
		assert.Empty(t, got.list(), "the pause begins anew with each call")
		time.Sleep(pause)
		search("cup")
		time.Sleep(pause)
		synctest.Wait()
		assert.Equal(t, []string{"tea", "cup"}, got.list())
		assert.Equal(t, []time.Duration{3*pause - 2, 5*pause - 3}, at.list())
	})
}

func TestDebounceEndsTheContextOfTheCallBefore(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		type end struct {
			text  string
			after time.Duration
		}
		var ended heard[end]
		began := time.Now()
		search := dom.Debounce(t.Context(), pause, func(ctx context.Context, text string) {
			if text == "quick" {
				return
			}
			<-ctx.Done()
			ended.add(end{text, time.Since(began)})
		})
		search("slow")
		time.Sleep(2 * pause)
		search("slower")
		synctest.Wait()
		assert.Empty(t, ended.list(), "a search ends when the next one begins, not when something is typed")
		time.Sleep(pause)
		synctest.Wait()
		assert.Equal(t, []end{{"slow", 3 * pause}}, ended.list())
		search("quick")
		time.Sleep(pause)
		synctest.Wait()
		assert.Equal(t, []end{{"slow", 3 * pause}, {"slower", 4 * pause}}, ended.list())
	})
}

func TestDebounceEndsWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancelCause(t.Context())
		reason := errors.New("reason")
		var got heard[error]
		search := dom.Debounce(ctx, pause, func(ctx context.Context, _ string) {
			<-ctx.Done()
			got.add(context.Cause(ctx))
		})
		search("runs")
		time.Sleep(pause)
		synctest.Wait()
		search("waits")
		cancel(reason)
		time.Sleep(2 * pause)
		search("late")
		time.Sleep(2 * pause)
		synctest.Wait()
		assert.Equal(t, []error{reason}, got.list())
	})
}

func TestAPanicInWhatIsDebouncedIsReportedOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var reports heard[error]
		defer page.OnReport(reports.add)()
		why := errors.New("a panic")
		var calls heard[int]
		search := dom.Debounce(t.Context(), pause, func(_ context.Context, n int) { calls.add(n); panic(why) })
		for range 2 {
			search(0)
			time.Sleep(pause)
			synctest.Wait()
		}
		require.Len(t, reports.list(), 2)
		assert.ErrorIs(t, reports.list()[0], why)
		assert.Len(t, calls.list(), 2)
	})
}
